//! Owns a program that runs in a real pseudo terminal: what it is sent, what it wrote and
//! when, how its screen looks, how it ended. Never waits for a fixed time: every wait
//! names a condition and gives up, with the screen shown, after ten seconds.
//!
//! A thread stamps and keeps the output; it is read by the emulator only when somebody
//! looks at the screen, so that the emulator's own cost is in no measured time.

use std::fmt::Display;
use std::io::Write;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use crate::home::Home;
use crate::keys::bytes_of;
use crate::line::{Chunk, Line, Output};
use crate::picture::{Picture, text_of};
use crate::process::{Ended, Process};
use crate::sequences;

/// How long any wait lasts before it counts as failed.
const DEADLINE: Duration = Duration::from_secs(10);

/// How often a condition is looked at that no event announces.
const TICK: Duration = Duration::from_millis(1);

/// Sent at once at most: the kernel's input queue holds 4,095 bytes, so a piece of this
/// size never blocks once the queue is empty.
const PIECE: usize = 2_000;

/// What to run, and in what surroundings.
pub(crate) struct Options<'a> {
    /// The program's file.
    pub(crate) program: &'a Path,
    /// Its arguments.
    pub(crate) args: &'a [&'a str],
    /// Columns and rows.
    pub(crate) size: (u16, u16),
    /// Variables that win over those the harness sets.
    pub(crate) env: &'a [(&'a str, &'a str)],
    /// Whether the variables of the test's own process are kept from the program.
    pub(crate) clear_env: bool,
    /// Another program's private directories, for a restart or two programs at once.
    pub(crate) home: Option<Arc<Home>>,
}

impl<'a> Options<'a> {
    /// `program` without arguments on 80 columns and 24 rows, in a home of its own.
    pub(crate) fn new(program: &'a Path) -> Self {
        Self { program, args: &[], size: (80, 24), env: &[], clear_env: true, home: None }
    }
}

/// A program in a pseudo terminal; killed when dropped.
pub(crate) struct Terminal {
    process: Process,
    line: Arc<Line>,
    picture: Picture,
    writer: Option<Box<dyn Write + Send>>,
    master: Option<Box<dyn MasterPty + Send>>,
    opened: Instant,
    home: Arc<Home>,
}

impl Terminal {
    /// Starts the program.
    #[track_caller]
    pub(crate) fn open(options: Options<'_>) -> Self {
        let size = options.size;
        let pair = native_pty_system().openpty(pty_size(size.0, size.1));
        let pair = sure("open a terminal", pair);
        let reader = sure("read the terminal", pair.master.try_clone_reader());
        let writer = sure("write to the terminal", pair.master.take_writer());
        let (command, home) = command(options);
        let opened = Instant::now();
        let child = sure("start the program", pair.slave.spawn_command(command));
        let line = Line::keep(reader);
        Self {
            process: sure("watch the program", Process::watch(child.process_id())),
            line,
            picture: Picture::new(size),
            writer: Some(writer),
            master: Some(pair.master),
            opened,
            home,
        }
    }

    /// The program's private directories.
    pub(crate) fn home(&self) -> Arc<Home> {
        Arc::clone(&self.home)
    }

    /// The program's process number.
    pub(crate) fn pid(&self) -> i32 {
        self.process.number()
    }

    /// The moment just before the program was started.
    pub(crate) fn opened(&self) -> Instant {
        self.opened
    }

    // ---- what the program is sent

    /// Sends the words of a key script one by one, each once the program has read the
    /// one before: two keys never arrive as one, as `Esc o` would.
    #[track_caller]
    pub(crate) fn keys(&mut self, script: &str) {
        for word in script.split_whitespace() {
            self.raw(&bytes_of(word));
            self.wait_read();
        }
    }

    /// Sends these bytes, long ones in pieces as fast as the program reads them.
    #[track_caller]
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        for (index, piece) in bytes.chunks(PIECE).enumerate() {
            if index > 0 {
                self.wait_read();
            }
            let Some(writer) = &mut self.writer else { fail("the line was hung up") };
            // A program that is gone cannot be written to; waits tell that better.
            if writer.write_all(piece).is_err() {
                return;
            }
        }
    }

    /// Sends `text` as one bracketed paste.
    #[track_caller]
    pub(crate) fn paste(&mut self, text: &str) {
        self.raw(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// Changes the terminal's size, which the program learns by a signal.
    #[track_caller]
    pub(crate) fn resize(&mut self, cols: u16, rows: u16) {
        self.catch_up();
        let Some(master) = &self.master else { fail("the line was hung up") };
        sure("change the terminal's size", master.resize(pty_size(cols, rows)));
        self.picture.resize(cols, rows);
    }

    /// Sends the program a signal by its name, without `SIG`.
    #[track_caller]
    pub(crate) fn signal(&mut self, name: &str) {
        sure("send the signal", self.process.signal(name));
    }

    /// Cuts the line, as a lost SSH connection does: the kernel sends HUP and reading
    /// from the terminal fails from now on.
    #[track_caller]
    pub(crate) fn hang_up(&mut self) {
        self.line.let_go();
        if let Some(slave) = self.slave() {
            // The writer types a newline and the end-of-file key when it is dropped,
            // which would reach the program as keys; without such a key it does not.
            if let Ok(mut modes) = tcgetattr(&slave) {
                modes.special_codes[SpecialCodeIndex::VEOF] = 0;
                let _ = tcsetattr(&slave, OptionalActions::Now, &modes);
            }
            self.writer = None;
            // The reader sits in a read and holds the line open; a byte wakes it.
            let _ = rustix::io::write(&slave, b"\0");
        }
        self.writer = None;
        if !self.line.wait(deadline(), |output| output.closed) {
            self.give_up("the reader did not let go of the line");
        }
        self.master = None;
    }

    // ---- what the program shows

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) {
        let seen = self.wait_screen(|screen| text_of(screen).contains(text));
        if !seen {
            self.give_up(&format!("waited in vain for {text:?}"));
        }
    }

    /// Waits until `text` is no longer on the screen.
    #[track_caller]
    pub(crate) fn wait_gone(&mut self, text: &str) {
        let gone = self.wait_screen(|screen| !text_of(screen).contains(text));
        if !gone {
            self.give_up(&format!("waited in vain for {text:?} to go"));
        }
    }

    /// Waits until the screen is as `condition` wants it.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, condition: impl FnMut(&vt100::Screen) -> bool) {
        if !self.wait_screen(condition) {
            self.give_up("waited in vain for a condition");
        }
    }

    /// The screen as text: every row without the blanks at its end.
    pub(crate) fn screen(&mut self) -> String {
        self.catch_up();
        self.picture.text()
    }

    /// One row of the screen, from 0, without the blanks at its end.
    pub(crate) fn row(&mut self, number: usize) -> String {
        let screen = self.screen();
        screen.split('\n').nth(number).unwrap_or_default().into()
    }

    /// Row and column of the first place where the screen says `text`.
    #[track_caller]
    pub(crate) fn find(&mut self, text: &str) -> (u16, u16) {
        self.catch_up();
        match self.picture.place_of(text) {
            Some(place) => place,
            None => self.give_up(&format!("{text:?} is not on the screen")),
        }
    }

    /// The cell at a row and a column: its text, colours and attributes.
    #[track_caller]
    pub(crate) fn cell(&mut self, row: u16, col: u16) -> vt100::Cell {
        self.catch_up();
        match self.picture.screen().cell(row, col) {
            Some(cell) => cell.clone(),
            None => self.give_up(&format!("no cell at row {row}, column {col}")),
        }
    }

    /// Row and column of the cursor where it is shown.
    pub(crate) fn cursor(&mut self) -> Option<(u16, u16)> {
        self.catch_up();
        let screen = self.picture.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    // ---- what the program wrote

    /// A place in the log: what is written from now on comes after it.
    pub(crate) fn mark(&self) -> usize {
        self.line.output().bytes.len()
    }

    /// What was written after a mark.
    pub(crate) fn bytes_since(&self, mark: usize) -> Vec<u8> {
        self.line.bytes_since(mark)
    }

    /// Everything the program has written.
    pub(crate) fn raw_log(&self) -> Vec<u8> {
        self.bytes_since(0)
    }

    /// Modes switched on and not off again, by name.
    pub(crate) fn modes_left(&self) -> Vec<&'static str> {
        sequences::modes_left(&self.raw_log())
    }

    /// How often the program asked the terminal something.
    pub(crate) fn queries(&self) -> usize {
        sequences::queries(&self.raw_log())
    }

    /// Waits for output after `mark` and then for silence of this length; the pieces
    /// that came.
    #[track_caller]
    pub(crate) fn settle(&mut self, mark: usize, silence: Duration) -> Vec<Chunk> {
        let limit = deadline();
        let more = |output: &Output| output.bytes.len() > mark || output.closed;
        self.line.wait(limit, more);
        if self.mark() <= mark {
            self.give_up("the program did not answer");
        }
        loop {
            let last = self.line.output().chunks.last().map(|chunk| chunk.at);
            let quiet = last.unwrap_or(self.opened) + silence;
            let count = self.mark();
            let more = |output: &Output| output.bytes.len() > count || output.closed;
            if !self.line.wait(quiet, more) || self.line.output().closed {
                break;
            }
            if Instant::now() > limit {
                self.give_up("the program does not fall silent");
            }
        }
        let output = self.line.output();
        let fresh = output.chunks.iter().filter(|chunk| chunk.end > mark);
        fresh.copied().collect()
    }

    // ---- how the program ends

    /// Waits until the program has ended and all it wrote has been read.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self) -> Ended {
        let ended = sure("wait for the program", self.process.wait(DEADLINE));
        let Some(ended) = ended else { self.give_up("the program did not end") };
        // A grandchild may keep the terminal; then what it writes is nobody's business.
        self.line.wait(deadline(), |output| output.closed);
        ended
    }

    /// Waits until the program is stopped, as by Ctrl-Z.
    #[track_caller]
    pub(crate) fn wait_stopped(&mut self) {
        let limit = deadline();
        while !self.process.is_stopped() {
            if Instant::now() > limit {
                self.give_up("the program did not stop");
            }
            self.tick();
        }
    }

    /// Whether the terminal shows what is typed and waits for whole lines, as it did
    /// before the program and must do after it.
    #[track_caller]
    pub(crate) fn is_cooked(&self) -> bool {
        let Some(slave) = self.slave() else { fail("the line was hung up") };
        let modes = sure("read the terminal's modes", tcgetattr(&slave));
        modes.local_modes.contains(LocalModes::ECHO | LocalModes::ICANON)
    }

    // ---- the works

    /// The program's end of the line, without making it this process's terminal.
    fn slave(&self) -> Option<OwnedFd> {
        let name = self.master.as_ref()?.tty_name()?;
        rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).ok()
    }

    /// Waits until the program has taken everything it was sent.
    #[track_caller]
    fn wait_read(&mut self) {
        let limit = deadline();
        while self.input_waits() {
            if Instant::now() > limit {
                self.give_up("the program does not read its keys");
            }
            self.tick();
        }
    }

    fn input_waits(&self) -> bool {
        if self.line.output().closed {
            return false;
        }
        let Some(slave) = self.slave() else {
            return false;
        };
        // Polling first makes the kernel hand on what was written to the other end.
        let mut watched = [PollFd::new(&slave, PollFlags::IN)];
        let _ = poll(&mut watched, Some(&Timespec::default()));
        watched.iter().any(|one| one.revents().contains(PollFlags::IN))
    }

    fn tick(&self) {
        let count = self.mark();
        let moment = Instant::now() + TICK;
        self.line.wait(moment, |output| output.bytes.len() > count);
    }

    /// Waits until the screen is as wanted; false after the deadline or the end.
    fn wait_screen(&mut self, mut wanted: impl FnMut(&vt100::Screen) -> bool) -> bool {
        let limit = deadline();
        loop {
            let count = self.mark();
            let closed = self.line.output().closed;
            self.catch_up();
            if wanted(self.picture.screen()) {
                return true;
            }
            let more = |output: &Output| output.bytes.len() > count || output.closed;
            if closed || !self.line.wait(limit, more) {
                return false;
            }
        }
    }

    /// Shows the emulator what it has not seen yet.
    fn catch_up(&mut self) {
        let closed = self.line.output().closed;
        let fresh = self.line.bytes_since(self.picture.fed());
        if closed {
            self.picture.feed(&fresh);
        } else {
            self.picture.feed_frames(&fresh);
        }
    }

    #[track_caller]
    fn give_up(&mut self, why: &str) -> ! {
        let state = if self.line.output().closed { "; the program has closed the terminal" } else { "" };
        let mut shown = String::new();
        for row in self.screen().trim_end().split('\n') {
            shown.push_str("\n  |");
            shown.push_str(row);
        }
        fail(format!("{why}{state}{shown}"))
    }
}

/// What to start, and the private directories it lives in.
#[track_caller]
fn command(options: Options<'_>) -> (CommandBuilder, Arc<Home>) {
    let home = options.home.unwrap_or_else(|| Arc::new(sure("make a home", Home::new())));
    let mut command = CommandBuilder::new(options.program);
    command.args(options.args);
    command.cwd(home.path());
    if options.clear_env {
        command.env_clear();
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin");
    }
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    for (key, value) in home.variables() {
        command.env(key, value);
    }
    for (key, value) in options.env {
        command.env(key, value);
    }
    (command, home)
}

fn deadline() -> Instant {
    Instant::now() + DEADLINE
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The value of a step that must work; fails the test with `what` where it does not.
#[track_caller]
fn sure<T, E: Display>(what: &str, result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => fail(format!("cannot {what}: {error}")),
    }
}

#[track_caller]
#[expect(clippy::panic, reason = "a test fails by panicking")]
fn fail(why: impl Display) -> ! {
    panic!("{why}")
}
