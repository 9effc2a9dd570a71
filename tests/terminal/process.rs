//! Owns a started process: signals to it, how it stops and ends. Never leaves it running.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, PidfdFlags, Signal, WaitId, WaitIdOptions, kill_process, pidfd_open, waitid};

/// Signals by the names used here.
const SIGNALS: [(&str, Signal); 12] = [
    ("HUP", Signal::HUP),
    ("INT", Signal::INT),
    ("QUIT", Signal::QUIT),
    ("TERM", Signal::TERM),
    ("KILL", Signal::KILL),
    ("STOP", Signal::STOP),
    ("TSTP", Signal::TSTP),
    ("CONT", Signal::CONT),
    ("WINCH", Signal::WINCH),
    ("ABRT", Signal::ABORT),
    ("SEGV", Signal::SEGV),
    ("PIPE", Signal::PIPE),
];

/// How a program ended: with an exit code, or by a signal of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    Code(i32),
    Signal(&'static str),
}

/// A child of this process; killed when dropped.
#[derive(Debug)]
pub(crate) struct Process {
    pid: Pid,
    watched: OwnedFd,
    ended: Option<Ended>,
}

impl Process {
    /// Watches the child with this process number.
    ///
    /// # Errors
    /// Where there is no such process, or the kernel cannot watch one.
    pub(crate) fn watch(number: Option<u32>) -> io::Result<Self> {
        let number = number.and_then(|number| i32::try_from(number).ok());
        let pid = number.and_then(Pid::from_raw).ok_or(Errno::SRCH)?;
        let watched = pidfd_open(pid, PidfdFlags::empty())?;
        Ok(Self { pid, watched, ended: None })
    }

    /// The process number.
    pub(crate) fn number(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Sends a signal by its name, without `SIG`.
    ///
    /// # Errors
    /// Where no signal has that name, or the process has ended.
    pub(crate) fn signal(&self, name: &str) -> io::Result<()> {
        let known = SIGNALS.iter().find(|(other, _)| *other == name);
        let (_, signal) = known.ok_or(Errno::INVAL)?;
        Ok(kill_process(self.pid, *signal)?)
    }

    /// Whether the process is stopped, as by Ctrl-Z.
    pub(crate) fn is_stopped(&self) -> bool {
        let options = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        matches!(waitid(WaitId::Pid(self.pid), options), Ok(Some(_)))
    }

    /// Waits for the end; `None` where it does not come in time.
    ///
    /// # Errors
    /// Whatever the kernel answers.
    pub(crate) fn wait(&mut self, time: Duration) -> io::Result<Option<Ended>> {
        if self.ended.is_none() && self.ends_within(time)? {
            let child = WaitId::PidFd(self.watched.as_fd());
            self.ended = waitid(child, WaitIdOptions::EXITED)?.map(|status| {
                let signal = status.terminating_signal().unwrap_or_default();
                status.exit_status().map_or_else(|| Ended::Signal(name_of(signal)), Ended::Code)
            });
        }
        Ok(self.ended)
    }

    fn ends_within(&self, time: Duration) -> io::Result<bool> {
        let limit = Instant::now() + time;
        loop {
            let left = limit.saturating_duration_since(Instant::now());
            let left = Timespec::try_from(left).unwrap_or_default();
            let mut watched = [PollFd::new(&self.watched, PollFlags::IN)];
            match poll(&mut watched, Some(&left)) {
                Ok(count) => return Ok(count > 0),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.ended.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
            let _ = waitid(WaitId::PidFd(self.watched.as_fd()), WaitIdOptions::EXITED);
        }
    }
}

fn name_of(number: i32) -> &'static str {
    let known = SIGNALS.iter().find(|(_, signal)| signal.as_raw() == number);
    known.map_or("another", |(name, _)| *name)
}
