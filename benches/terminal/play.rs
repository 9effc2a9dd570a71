//! Owns the playing of keys to one program and the times and bytes of its answers.
//! Never knows what figure they are for.
//!
//! An answer is settled at its last byte, once nothing has followed for `SILENCE`. All
//! times are of the moment a piece was read; the emulator works only afterwards.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::keys::bytes_of;
use crate::line::Chunk;
use crate::picture::Picture;
use crate::pty::{Options, Terminal};

/// The silence that ends an answer.
const SILENCE: Duration = Duration::from_millis(60);

/// A program and how to tell that it is there.
pub(crate) struct Player<'a> {
    pub(crate) program: &'a Path,
    pub(crate) args: &'a [&'a str],
    /// Painted: one of these texts is on the screen.
    pub(crate) painted: &'a [&'a str],
    /// Ready: painted, and none of these is.
    pub(crate) not_ready: &'a [&'a str],
    /// The key that ends it.
    pub(crate) quit: &'a str,
}

/// How a program came up: milliseconds from just before it was started (the fork is
/// counted) and bytes until it fell silent.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Start {
    pub(crate) paint: f64,
    pub(crate) ready: f64,
    pub(crate) bytes: f64,
    pub(crate) queries: f64,
}

/// How a program answered: milliseconds from just before the key was sent, and bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    pub(crate) first: f64,
    pub(crate) settled: f64,
    pub(crate) bytes: f64,
}

impl Player<'_> {
    /// Starts the program and waits until it is ready and silent.
    pub(crate) fn open(&self, size: (u16, u16)) -> (Terminal, Start) {
        let mut terminal = Terminal::open(Options { size, args: self.args, ..Options::new(self.program) });
        let mut chunks: Vec<Chunk> = Vec::new();
        loop {
            let seen = chunks.last().map_or(0, |chunk| chunk.end);
            chunks.extend(terminal.settle(seen, SILENCE));
            if let Some(start) = self.came_up(&terminal, &chunks, size) {
                return (terminal, start);
            }
        }
    }

    /// When the program was painted and ready, seen by an emulator after the fact;
    /// nothing where it is not ready yet.
    fn came_up(&self, terminal: &Terminal, chunks: &[Chunk], size: (u16, u16)) -> Option<Start> {
        let log = terminal.raw_log();
        let mut picture = Picture::new(size);
        let mut start = Start::default();
        let mut painted = false;
        for chunk in chunks {
            picture.feed(log.get(picture.fed()..chunk.end)?);
            let text = picture.text();
            let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
            let after = milliseconds(chunk.at - terminal.opened());
            if !painted && says(self.painted) {
                painted = true;
                start.paint = after;
            }
            if painted && !says(self.not_ready) {
                start.ready = after;
                start.bytes = number(chunks.last()?.end);
                start.queries = number(terminal.queries());
                return Some(start);
            }
        }
        None
    }

    /// Ends the program; the milliseconds that took.
    pub(crate) fn quit(&self, mut terminal: Terminal) -> f64 {
        let begun = Instant::now();
        terminal.raw(&bytes_of(self.quit));
        terminal.wait_exit();
        milliseconds(begun.elapsed())
    }
}

/// Sends these bytes at one stroke and waits until the answer has settled.
pub(crate) fn press(terminal: &mut Terminal, keys: &[u8]) -> Answer {
    let mark = terminal.mark();
    let begun = Instant::now();
    terminal.raw(keys);
    let chunks = terminal.settle(mark, SILENCE);
    let after = |chunk: &Chunk| milliseconds(chunk.at.saturating_duration_since(begun));
    Answer {
        first: chunks.first().map(after).unwrap_or_default(),
        settled: chunks.last().map(after).unwrap_or_default(),
        bytes: number(chunks.last().map_or(0, |chunk| chunk.end - mark)),
    }
}

/// Presses keys that are not measured, each settled before the next.
pub(crate) fn go(terminal: &mut Terminal, words: &[&str]) {
    for word in words {
        press(terminal, &bytes_of(word));
    }
}

/// A time as milliseconds.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// A count as a figure.
pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
