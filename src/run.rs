//! The loop: receive, drain, update, perform, draw once.
//!
//! The only room that touches the terminal, the clock and threads. State changes only in `App::update`;
//! whatever waits is taken in before the screen is drawn, so that a burst of keys costs one frame.
#![expect(clippy::disallowed_methods, reason = "this room is where terminal, clock and threads are touched")]

mod clipboard;
mod drafts;
mod editor;
mod keys;
mod rejoin;
mod signals;
mod tables;
mod terminal;
mod worker;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crossterm::event::Event;

use crate::app::input::Input;
use crate::app::{App, Start};
use crate::cli::clock;
use crate::cli::screen::Screen;
use crate::effect::Effect;
use crate::text::{Safe, Texts};
use drafts::Kept;
use keys::Keys;
use rejoin::Rejoin;
use tables::Tables;
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
    /// The terminal has another size.
    Resized,
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

/// Has the limits of the system come as errors of what is written, on the screen and on the command line.
pub fn outlive_limits() {
    signals::outlive_limits();
}

/// Runs the program on the terminal until it is left.
pub fn run(screen: Screen) -> ExitCode {
    let texts = Texts::new(screen.tongue);
    if let Err(sentence) = terminal::check(&texts) {
        return terminal::refuse(&sentence);
    }
    let log = screen.paths.as_ref().map(crate::store::paths::Paths::log_file);
    terminal::restore_on_panic(&texts, log);
    let (sender, receiver) = channel();
    let lent = Arc::new(AtomicBool::new(false));
    let opened = signals::listen(&sender, Arc::clone(&lent))
        .and_then(|()| Keys::read(sender.clone()))
        .and_then(|keys| Ok((keys, Terminal::open()?)));
    let (keys, terminal) = match opened {
        Ok(opened) => opened,
        Err(error) => return terminal::refuse(&terminal::failed(&texts, &error)),
    };
    let mut program = Program::new(screen, texts, terminal, (keys, lent), sender, receiver);
    let ended = program.run();
    program.terminal.close();
    let saved = program.finish(!matches!(ended, Ok(Ended::Quit)));
    match ended {
        Ok(Ended::Quit) => saved,
        Ok(Ended::Signal(number)) => ExitCode::from(u8::try_from(128 + number).unwrap_or(u8::MAX)),
        // Whoever would read a sentence is gone with the terminal.
        Err(_) => ExitCode::from(u8::try_from(128 + HANG_UP).unwrap_or(u8::MAX)),
    }
}

struct Program {
    app: App,
    texts: Texts,
    keys: Keys,
    /// Whether the terminal is another program's for now.
    lent: Arc<AtomicBool>,
    drafts: Kept,
    state: Option<PathBuf>,
    terminal: Terminal,
    jobs: Jobs,
    tables: Tables,
    arrivals: Receiver<Arrival>,
    rejoin: Rejoin,
    started: Instant,
    /// Effects that the start asked for.
    first: Vec<Effect>,
    /// What came of effects.
    waiting: VecDeque<Input>,
    /// What became of files since the screen was drawn last.
    undrawn: Vec<(Safe, bool)>,
}

impl Program {
    fn new(
        screen: Screen,
        texts: Texts,
        terminal: Terminal,
        (keys, lent): (Keys, Arc<AtomicBool>),
        sender: Sender<Arrival>,
        arrivals: Receiver<Arrival>,
    ) -> Self {
        let (usage, filters, mappings) = worker::remembered(screen.paths.as_ref());
        let (app, first) = App::new(Start {
            place: screen.place(&texts),
            texts: Texts::new(screen.tongue),
            looks: screen.looks,
            size: terminal.size(),
            now: clock::now(),
            seed: clock::seed(),
            me: screen.me.clone(),
            read_only: screen.read_only,
            usage,
            filters,
            mappings,
            words: screen.words,
            downloads: crate::store::paths::for_downloads().unwrap_or_default(),
        });
        let state = screen.paths.as_ref().map(|paths| paths.state.clone());
        let tables = Tables::new(sender.clone());
        let jobs = worker::start(screen.source, screen.tongue, screen.paths, screen.me.id().cloned(), sender);
        let (drafts, rejoin, started) = (Kept::new(state.as_deref()), Rejoin::new(screen.over_ssh), Instant::now());
        Self {
            app,
            texts,
            keys,
            lent,
            drafts,
            state,
            terminal,
            jobs,
            tables,
            arrivals,
            rejoin,
            started,
            first,
            waiting: VecDeque::new(),
            undrawn: Vec::new(),
        }
    }

    fn run(&mut self) -> std::io::Result<Ended> {
        // The first frame does not wait for the book.
        self.draw()?;
        let first = std::mem::take(&mut self.first);
        if let Some(ended) = self.perform(first)? {
            return Ok(ended);
        }
        self.find_drafts();
        loop {
            let (inputs, end) = self.receive()?;
            let mut effects = self.app.update(Input::Now(clock::now()));
            let drawn = !inputs.is_empty();
            if drawn {
                for taken in self.drafts.taken() {
                    effects.extend(self.app.update(taken));
                }
            }
            for input in inputs {
                self.undrawn.extend(written(&self.texts, &input));
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
                self.undrawn.clear();
            }
        }
    }

    /// Offers what earlier sessions left unfinished.
    fn find_drafts(&mut self) {
        let found = self.drafts.found();
        if !found.is_empty() {
            self.pass_on(Input::DraftsFound(found));
        }
    }

    /// Gives the program something that came of an effect. What that wants done in turn is done with the next.
    fn pass_on(&mut self, input: Input) {
        self.waiting.push_back(input);
    }

    /// Waits for something to happen and takes in all that has; tells if it is the end.
    fn receive(&mut self) -> std::io::Result<(Vec<Input>, Option<Ended>)> {
        let mut inputs: Vec<Input> = self.waiting.drain(..).collect();
        let mut arrivals = VecDeque::new();
        // What came of effects is taken in at once, and with it whatever else has come meanwhile.
        match inputs.is_empty().then(|| self.wait()).transpose() {
            Ok(arrived) => arrivals.extend(arrived),
            Err(RecvTimeoutError::Timeout) => {
                let now = self.started.elapsed();
                self.drafts.sync_when_due(now);
                inputs.extend(self.drafts.try_again_when_due(now));
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
                Arrival::Resized => inputs.push(Input::Resize(self.terminal.size())),
            }
        }
        Ok((joined(inputs), None))
    }

    fn wait(&self) -> Result<Arrival, RecvTimeoutError> {
        let deadline: Option<Duration> = self.rejoin.deadline().into_iter().chain(self.drafts.deadline()).min();
        match deadline {
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
                Effect::KeepMapping(mapping) => self.jobs.give(Job::KeepMapping(mapping)),
                Effect::FindTables => self.jobs.give(Job::FindTables),
                Effect::ReadTable { number, source } => self.tables.read(number, source),
                Effect::StopReading(number) => self.tables.stop(number),
                Effect::GoOn => self.pass_on(Input::GoOn),
                Effect::Save { revision, signed } => self.jobs.give(Job::Save(revision, signed)),
                Effect::SaveAgain => {
                    if let Some(told) = self.drafts.try_again(self.started.elapsed()) {
                        self.pass_on(told);
                    }
                    self.jobs.give(Job::SaveAgain);
                }
                Effect::Begin { foundation, directory } => self.jobs.give(Job::Begin(foundation, directory)),
                Effect::SaveMe(me) => self.jobs.give(Job::SaveMe(me)),
                Effect::SaveDraft { name, content } => {
                    if let Some(told) = self.drafts.keep(&name, &content, self.started.elapsed()) {
                        self.pass_on(told);
                    }
                }
                Effect::DropDraft(name) => self.drafts.remove(&name),
                Effect::TakeOver { found, name } => {
                    if let Some(told) = self.drafts.take_over(&found, &name) {
                        self.pass_on(told);
                    }
                }
                Effect::Edit(text) => self.edit(&text)?,
                Effect::Export { path, content, existing } => self.jobs.give(Job::Export(path, content, existing)),
                Effect::Redraw => self.terminal.reopen()?,
            }
        }
        Ok(None)
    }

    /// Waits for what was changed last to be on the disk: only then its draft may go, and only then all is well.
    fn finish(mut self, alone: bool) -> ExitCode {
        self.jobs.finish(alone);
        let mut told = std::mem::take(&mut self.undrawn);
        for arrival in self.arrivals.try_iter() {
            let Arrival::Input(input) = arrival else { continue };
            told.extend(match &input {
                Input::Saved { .. } => None,
                Input::SaveFailed { why, .. } => Some((why.sentence(&self.texts), false)),
                input => match written(&self.texts, input) {
                    None => continue,
                    written => written,
                },
            });
            for effect in self.app.update(input) {
                if let Effect::DropDraft(name) = effect {
                    self.drafts.remove(&name);
                }
            }
        }
        for (sentence, _) in &told {
            terminal::tell(sentence);
        }
        let went_well = told.iter().all(|(_, went_well)| *went_well);
        if went_well { ExitCode::SUCCESS } else { crate::cli::Code::Data.into() }
    }

    /// Lends the terminal to the user's own editor.
    fn edit(&mut self, text: &str) -> std::io::Result<()> {
        let Some(state) = self.state.clone() else {
            self.pass_on(Input::NotEdited(self.texts.say("error-no-home")));
            return Ok(());
        };
        let Self { terminal, keys, lent, texts, .. } = self;
        lent.store(true, Ordering::SeqCst);
        let edited = keys.hold_up(|| terminal.lend(|| editor::edit(texts, &state, text)));
        lent.store(false, Ordering::SeqCst);
        self.pass_on(edited??.map_or_else(Input::NotEdited, Input::Edited));
        Ok(())
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let app = &self.app;
        self.terminal.draw(|area, buffer| app.view(area, buffer))
    }
}

/// What became of a file somebody asked for, in a sentence, and whether it was written.
fn written(texts: &Texts, input: &Input) -> Option<(Safe, bool)> {
    let Input::Exported(exported) = input else { return None };
    Some(match exported {
        Ok(path) => (texts.tell("export-done", &[("path", path.into())]), true),
        Err(not_written) => (not_written.sentence(texts), false),
    })
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
