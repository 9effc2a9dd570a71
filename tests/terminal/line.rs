//! Owns what a program has written and when each piece was there.
//! Never reads it: what it means is the emulator's and the sequences' part.

use std::io::{ErrorKind, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

/// A piece of output: where it ends in the log, and when it was there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) end: usize,
    pub(crate) at: Instant,
}

/// Everything written so far.
#[derive(Debug, Default)]
pub(crate) struct Output {
    pub(crate) bytes: Vec<u8>,
    pub(crate) chunks: Vec<Chunk>,
    /// Whether nobody holds the program's end of the line any more.
    pub(crate) closed: bool,
}

/// The output of one program, filled by a thread of its own.
#[derive(Debug, Default)]
pub(crate) struct Line {
    output: Mutex<Output>,
    arrived: Condvar,
    let_go: AtomicBool,
}

impl Line {
    /// Starts to keep what `reader` brings, until its end.
    pub(crate) fn keep(reader: Box<dyn Read + Send>) -> Arc<Self> {
        let line = Arc::new(Self::default());
        let kept = Arc::clone(&line);
        thread::spawn(move || kept.fill(reader));
        line
    }

    /// The output so far; locked while it is held.
    pub(crate) fn output(&self) -> MutexGuard<'_, Output> {
        self.output.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was written from a place in the log on.
    pub(crate) fn bytes_since(&self, mark: usize) -> Vec<u8> {
        let output = self.output();
        output.bytes.get(mark..).unwrap_or_default().to_vec()
    }

    /// Makes the reader end with the next byte it gets.
    pub(crate) fn let_go(&self) {
        self.let_go.store(true, Ordering::SeqCst);
    }

    /// Waits until the output is as wanted; false when the moment came first.
    pub(crate) fn wait(&self, moment: Instant, wanted: impl Fn(&Output) -> bool) -> bool {
        let mut output = self.output();
        loop {
            if wanted(&output) {
                return true;
            }
            let left = moment.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            let woken = self.arrived.wait_timeout(output, left);
            output = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn fill(&self, mut reader: Box<dyn Read + Send>) {
        let mut buffer = vec![0; 65_536];
        loop {
            let count = match reader.read(&mut buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Ok(0) | Err(_) => break,
                Ok(count) => count,
            };
            let at = Instant::now();
            if self.let_go.load(Ordering::SeqCst) {
                break;
            }
            let mut output = self.output();
            let piece = buffer.get(..count).unwrap_or_default();
            output.bytes.extend_from_slice(piece);
            let end = output.bytes.len();
            output.chunks.push(Chunk { end, at });
            drop(output);
            self.arrived.notify_all();
        }
        // The reader's end must be shut before anybody hears that it is.
        drop(reader);
        self.output().closed = true;
        self.arrived.notify_all();
    }
}
