//! The loop: receive, drain, update, perform, draw once.
//!
//! The only room that touches the terminal, the clock and threads. State changes only in `App::update`;
//! whatever waits is taken in before the screen is drawn, so that a burst of keys costs one frame.
#![expect(clippy::disallowed_methods, reason = "this room is where terminal, clock and threads are touched")]

mod clipboard;
mod rejoin;
mod signals;
mod terminal;
mod worker;

use std::collections::VecDeque;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Instant;

use crossterm::event::Event;

use crate::app::input::Input;
use crate::app::{App, Start};
use crate::cli::clock;
use crate::cli::screen::Screen;
use crate::effect::Effect;
use crate::text::Texts;
use rejoin::Rejoin;
use terminal::Terminal;
use worker::{Job, Jobs};

/// What arrives from the threads.
#[derive(Debug)]
enum Arrival {
    /// From the terminal.
    Terminal(Event),
    /// From the worker.
    Input(Input),
    /// A signal that ends the program, by its number.
    End(i32),
    /// The program is asked to stop until it is told to go on.
    Stop,
    /// The program was told to go on.
    Continue,
    /// The terminal is gone.
    HangUp,
}

/// How the loop ended.
enum Ended {
    Quit,
    Signal(i32),
}

/// Number of SIGHUP: what a vanished terminal counts as.
const HANG_UP: i32 = 1;

/// Runs the program on the terminal until it is left.
pub fn run(screen: Screen) -> ExitCode {
    let texts = Texts::new(screen.tongue);
    if let Err(sentence) = terminal::check(&texts) {
        return terminal::refuse(&sentence);
    }
    let log = screen.paths.as_ref().map(crate::store::paths::Paths::log_file);
    terminal::restore_on_panic(&texts, log);
    let (sender, receiver) = channel();
    let terminal = match signals::listen(&sender).and_then(|()| Terminal::open()) {
        Ok(terminal) => terminal,
        Err(error) => return terminal::refuse(&terminal::failed(&texts, &error)),
    };
    let mut program = Program::new(screen, texts, terminal, sender, receiver);
    let ended = program.run();
    program.terminal.close();
    program.jobs.finish();
    match ended {
        Ok(Ended::Quit) => ExitCode::SUCCESS,
        Ok(Ended::Signal(number)) => ExitCode::from(u8::try_from(128 + number).unwrap_or(u8::MAX)),
        // Whoever would read a sentence is gone with the terminal.
        Err(_) => ExitCode::from(u8::try_from(128 + HANG_UP).unwrap_or(u8::MAX)),
    }
}

struct Program {
    app: App,
    terminal: Terminal,
    jobs: Jobs,
    arrivals: Receiver<Arrival>,
    rejoin: Rejoin,
    started: Instant,
    /// Effects that the start asked for.
    first: Vec<Effect>,
}

impl Program {
    fn new(
        screen: Screen,
        texts: Texts,
        terminal: Terminal,
        sender: Sender<Arrival>,
        arrivals: Receiver<Arrival>,
    ) -> Self {
        let (usage, filters) = worker::remembered(screen.paths.as_ref());
        let (app, first) = App::new(Start {
            origin: screen.origin(&texts),
            texts,
            looks: screen.looks,
            size: terminal.size(),
            today: clock::today(),
            usage,
            filters,
            words: screen.words,
        });
        let jobs = worker::start(screen.source, screen.tongue, screen.paths, sender.clone());
        terminal::read_events(sender);
        Self { app, terminal, jobs, arrivals, rejoin: Rejoin::new(screen.over_ssh), started: Instant::now(), first }
    }

    fn run(&mut self) -> std::io::Result<Ended> {
        // The first frame does not wait for the book.
        self.draw()?;
        let first = std::mem::take(&mut self.first);
        if let Some(ended) = self.perform(first)? {
            return Ok(ended);
        }
        loop {
            let (inputs, end) = self.receive()?;
            let mut effects = self.app.update(Input::Today(clock::today()));
            let drawn = !inputs.is_empty();
            for input in inputs {
                effects.extend(self.app.update(input));
            }
            if let Some(ended) = self.perform(effects)? {
                return Ok(ended);
            }
            if let Some(ended) = end {
                return Ok(ended);
            }
            if drawn {
                self.draw()?;
            }
        }
    }

    /// Waits for something to happen and takes in all that has; tells if it is the end.
    fn receive(&mut self) -> std::io::Result<(Vec<Input>, Option<Ended>)> {
        let mut inputs = Vec::new();
        let mut arrivals = VecDeque::new();
        match self.wait() {
            Ok(arrival) => arrivals.push_back(arrival),
            Err(RecvTimeoutError::Timeout) => {
                let mut events = Vec::new();
                self.rejoin.expire(self.started.elapsed(), &mut events);
                inputs.extend(events.into_iter().filter_map(terminal::input));
            }
            Err(RecvTimeoutError::Disconnected) => return Ok((inputs, Some(Ended::Signal(HANG_UP)))),
        }
        arrivals.extend(self.arrivals.try_iter());
        for arrival in arrivals {
            match arrival {
                Arrival::Terminal(event) => {
                    let mut events = Vec::new();
                    self.rejoin.push(event, self.started.elapsed(), &mut events);
                    inputs.extend(events.into_iter().filter_map(terminal::input));
                }
                Arrival::Input(input) => inputs.push(input),
                Arrival::End(number) => return Ok((inputs, Some(Ended::Signal(number)))),
                Arrival::HangUp => return Ok((inputs, Some(Ended::Signal(HANG_UP)))),
                Arrival::Stop => {
                    self.terminal.suspend()?;
                    inputs.push(Input::Resumed);
                }
                Arrival::Continue => {
                    self.terminal.reopen()?;
                    inputs.push(Input::Resumed);
                }
            }
        }
        Ok((joined(inputs), None))
    }

    fn wait(&self) -> Result<Arrival, RecvTimeoutError> {
        match self.rejoin.deadline() {
            None => self.arrivals.recv().map_err(|_closed| RecvTimeoutError::Disconnected),
            Some(deadline) => self.arrivals.recv_timeout(deadline.saturating_sub(self.started.elapsed())),
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) -> std::io::Result<Option<Ended>> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Some(Ended::Quit)),
                Effect::Suspend => {
                    self.terminal.suspend()?;
                    self.draw()?;
                }
                Effect::Copy(text) => self.terminal.copy(&text)?,
                Effect::Load => self.jobs.give(Job::Load),
                Effect::SaveUsage(usage) => self.jobs.give(Job::SaveUsage(usage)),
                Effect::KeepFilter(filter) => self.jobs.give(Job::KeepFilter(filter)),
                Effect::Redraw => self.terminal.reopen()?,
            }
        }
        Ok(None)
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let app = &self.app;
        self.terminal.draw(|area, buffer| app.view(area, buffer))
    }
}

/// Letters that came together, as one text: the line they go into is searched once.
fn joined(inputs: Vec<Input>) -> Vec<Input> {
    let mut joined: Vec<Input> = Vec::with_capacity(inputs.len());
    for input in inputs {
        let letter = if let Input::Key(chord) = &input { chord.letter() } else { None };
        match (letter, joined.last_mut()) {
            (Some(letter), Some(Input::Text(text))) => text.push(letter),
            (Some(letter), _) => joined.push(Input::Text(letter.to_string())),
            (None, _) => joined.push(input),
        }
    }
    joined
}
