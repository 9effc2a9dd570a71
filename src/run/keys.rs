//! The thread that reads what is typed. It can be held up, so that a program of the user's own has the keyboard.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};

use super::Arrival;

/// Asked with no time at all, crossterm does not even look whether something waits. Nobody waits for this: what was
/// typed has gone on by then, and more of it ends it at once.
const MOMENT: Duration = Duration::from_millis(20);

/// So often in a row nothing must have come. Where the thread is held up for a moment, crossterm says that nothing
/// came although it has read what did, and would keep it until the next key.
const QUIET: u32 = 2;

/// The way to the thread.
pub(super) struct Keys {
    /// A byte in it asks the thread to hold up.
    wake: PipeWriter,
    /// Says that it did.
    held: Receiver<()>,
    go_on: Sender<()>,
}

impl Keys {
    /// Starts the thread; what is typed goes into the sender.
    ///
    /// # Errors
    /// The system's.
    pub(super) fn read(sender: Sender<Arrival>) -> io::Result<Self> {
        let (woken, wake) = io::pipe()?;
        let (here, held) = channel();
        let (go_on, waiting) = channel();
        let reader = Reader { sender, woken, held: here, go_on: waiting };
        thread::Builder::new().name("keys".into()).spawn(move || reader.work())?;
        Ok(Self { wake, held, go_on })
    }

    /// Runs something while nobody reads what is typed.
    pub(super) fn hold_up<T>(&self, work: impl FnOnce() -> T) -> io::Result<T> {
        (&self.wake).write_all(b"!")?;
        // A thread that is gone reads nothing.
        let _gone = self.held.recv();
        let done = work();
        // As above.
        let _gone = self.go_on.send(());
        Ok(done)
    }
}

struct Reader {
    sender: Sender<Arrival>,
    woken: PipeReader,
    held: Sender<()>,
    go_on: Receiver<()>,
}

impl Reader {
    fn work(self) {
        let stdin = io::stdin();
        loop {
            let mut watched = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.woken, PollFlags::IN)];
            match poll(&mut watched, None) {
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return self.hang_up(),
            }
            let [typed, woken] = watched.map(|one| one.revents());
            if !woken.is_empty() {
                let mut byte = [0];
                let _asked = (&self.woken).read(&mut byte);
                if self.held.send(()).is_err() || self.go_on.recv().is_err() {
                    return;
                }
                continue;
            }
            if typed.intersects(PollFlags::HUP | PollFlags::ERR) {
                return self.hang_up();
            }
            if typed.contains(PollFlags::IN) && !self.drain() {
                return;
            }
        }
    }

    /// Takes in all that waits; tells whether somebody still wants it.
    fn drain(&self) -> bool {
        let mut quiet = 0;
        while quiet < QUIET {
            let event = match crossterm::event::poll(MOMENT) {
                Ok(true) => crossterm::event::read(),
                Ok(false) => {
                    quiet += 1;
                    continue;
                }
                Err(error) => Err(error),
            };
            quiet = 0;
            match event {
                Ok(event) => {
                    if self.sender.send(Arrival::Terminal(event)).is_err() {
                        return false;
                    }
                }
                // A signal came in between, such as that of another size: what is typed waits.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => {
                    self.hang_up();
                    return false;
                }
            }
        }
        true
    }

    fn hang_up(&self) {
        drop(self.sender.send(Arrival::HangUp));
    }
}
