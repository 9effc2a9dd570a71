//! The terminal itself: opened, drawn on, given back. Every way out leads through [`restore`].

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::process::ExitCode;

use crossterm::Command;
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::Terminal as Ratatui;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::clipboard::osc52;
use crate::app::input::Input;
use crate::keys::{Chord, Key};
use crate::text::{Safe, Texts};

/// One frame goes out in one write.
const FRAME_BYTES: usize = 1 << 16;

/// Families of terminals that understand what is drawn. Beyond these the system's own list is asked.
const FAMILIES: [&str; 24] = [
    "xterm",
    "screen",
    "tmux",
    "rxvt",
    "linux",
    "vt1",
    "vt2",
    "vt3",
    "vt4",
    "vt5",
    "ansi",
    "alacritty",
    "kitty",
    "foot",
    "wezterm",
    "st",
    "konsole",
    "gnome",
    "putty",
    "mintty",
    "ghostty",
    "contour",
    "iterm",
    "eterm",
];

/// Whether there is a terminal that can be drawn on.
///
/// # Errors
/// A sentence for the user that names the way out.
pub(super) fn check(texts: &Texts) -> Result<(), Safe> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(texts.say("error-no-terminal"));
    }
    let term = std::env::var("TERM").unwrap_or_default();
    if FAMILIES.iter().any(|family| term.starts_with(family)) || is_listed(&term) {
        return Ok(());
    }
    Err(texts.tell("error-unknown-terminal", &[("term", Safe::line(&term).into())]))
}

/// Whether the system's terminfo knows the terminal. `dumb` and its like are known and still cannot draw.
fn is_listed(term: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-+._".contains(letter);
    if ["dumb", "unknown"].contains(&term) || !term.chars().all(plain) {
        return false;
    }
    let Some(first) = term.chars().next().filter(char::is_ascii_alphanumeric) else { return false };
    ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
        .iter()
        .any(|directory| PathBuf::from(directory).join(first.to_string()).join(term).is_file())
}

/// Tells why the screen does not open.
pub(super) fn refuse(sentence: &Safe) -> ExitCode {
    tell(sentence);
    ExitCode::from(2)
}

/// Says something where there is no screen.
pub(super) fn tell(sentence: &Safe) {
    // There may be nobody to read it.
    drop(writeln!(io::stderr(), "{sentence}"));
}

/// What the terminal's error is in words.
pub(super) fn failed(texts: &Texts, error: &io::Error) -> Safe {
    texts.tell("error-terminal", &[("words", Safe::line(&error.to_string()).into())])
}

/// The terminal while it is ours.
pub(super) struct Terminal {
    /// Never dropped: on a line that is gone ratatui's own farewell fails, prints that, and panics because
    /// nobody can be told. [`restore`] says the farewell instead.
    ratatui: ManuallyDrop<Ratatui<CrosstermBackend<BufWriter<Stdout>>>>,
    in_tmux: bool,
}

impl Terminal {
    /// Takes the terminal over. Asks it nothing.
    pub(super) fn open() -> io::Result<Self> {
        // crossterm's own reading of NO_COLOR would wipe bold and reversed too; our looks see to it.
        crossterm::style::force_color_output(true);
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        take_over()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        Ok(Self { ratatui: ManuallyDrop::new(Ratatui::new(backend)?), in_tmux: set("TMUX") })
    }

    /// Its size.
    pub(super) fn size(&self) -> Size {
        self.ratatui.size().unwrap_or_default()
    }

    /// Draws a frame, shown at once when it is whole.
    pub(super) fn draw(&mut self, view: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> io::Result<()> {
        crossterm::queue!(self.ratatui.backend_mut(), BeginSynchronizedUpdate)?;
        self.ratatui.draw(|frame| {
            let cursor = view(frame.area(), frame.buffer_mut());
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        crossterm::queue!(self.ratatui.backend_mut(), EndSynchronizedUpdate)?;
        io::Write::flush(self.ratatui.backend_mut())
    }

    /// Sends text to the clipboard on the user's own machine.
    pub(super) fn copy(&mut self, text: &Safe) -> io::Result<()> {
        if let Some(sequence) = osc52(text.as_str(), self.in_tmux) {
            let backend = self.ratatui.backend_mut();
            backend.write_all(sequence.as_bytes())?;
            io::Write::flush(backend)?;
        }
        Ok(())
    }

    /// Gives the terminal to the shell until it says go on. Where no shell could say so, does nothing.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        let own_group = rustix::process::getpgrp();
        let session = rustix::process::getsid(None)?;
        if own_group == session {
            return Ok(());
        }
        restore();
        rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
        self.reopen()
    }

    /// Lends the terminal to another program.
    pub(super) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let done = work();
        self.reopen()?;
        Ok(done)
    }

    /// Takes the terminal over again and forgets what was on it.
    pub(super) fn reopen(&mut self) -> io::Result<()> {
        take_over()?;
        // Not by its `clear`, which asks the terminal where the cursor is; nobody here would hear the answer.
        let size = self.ratatui.size()?;
        self.ratatui.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Gives the terminal back.
    pub(super) fn close(&mut self) {
        drop(self.ratatui.show_cursor());
        restore();
    }
}

fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    crossterm::execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste).inspect_err(|_| restore())
}

/// Puts the terminal back as it was. Tries each step, whatever became of the others: the line may be gone.
pub(super) fn restore() {
    fn step(command: impl Command) {
        drop(crossterm::execute!(io::stdout(), command));
    }
    // First, as it succeeds where nothing can be written.
    drop(disable_raw_mode());
    step(EndSynchronizedUpdate);
    step(DisableBracketedPaste);
    step(LeaveAlternateScreen);
    step(Show);
}

/// The exit code of a panic, as without a hook.
const PANICKED: i32 = 101;

/// Has a panic give the terminal back, write where it was into the log, say so in a sentence, and end the program. The log
/// holds the place in the program only: a panic's message could quote a record.
pub(super) fn restore_on_panic(texts: &Texts, log: Option<PathBuf>) {
    let path = Safe::line(&log.as_deref().map(|path| path.display().to_string()).unwrap_or_default());
    let sentence = texts.tell("panic-told", &[("path", path.into())]);
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        if let Some(log) = &log {
            drop(crate::store::state::append_log(log, &format!("panic at {place}")));
        }
        drop(writeln!(io::stderr(), "{sentence}"));
        // Whichever thread it was: the screen is the shell's again and nothing may draw on it.
        std::process::exit(PANICKED);
    }));
}

/// What a terminal's event means to the program.
pub(super) fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        // Sizes come with the signal.
        _ => None,
    }
}

/// A key event as a chord. Shift on a letter is in the letter; terminals differ in saying it twice.
fn chord(event: KeyEvent) -> Option<Chord> {
    let held = |modifier| event.modifiers.contains(modifier);
    let shift = held(KeyModifiers::SHIFT);
    let (key, shift) = match event.code {
        KeyCode::Char(letter) => (Key::Char(letter), false),
        KeyCode::BackTab => (Key::Tab, true),
        KeyCode::F(number) => (Key::F(number), shift),
        KeyCode::Enter => (Key::Enter, false),
        KeyCode::Esc => (Key::Esc, false),
        KeyCode::Tab => (Key::Tab, shift),
        KeyCode::Backspace => (Key::Backspace, false),
        KeyCode::Delete => (Key::Delete, false),
        KeyCode::Up => (Key::Up, false),
        KeyCode::Down => (Key::Down, false),
        KeyCode::Left => (Key::Left, false),
        KeyCode::Right => (Key::Right, false),
        KeyCode::Home => (Key::Home, false),
        KeyCode::End => (Key::End, false),
        KeyCode::PageUp => (Key::PgUp, false),
        KeyCode::PageDown => (Key::PgDn, false),
        _ => return None,
    };
    Some(Chord { key, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT), shift })
}
