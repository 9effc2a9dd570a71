//! Signals and the line's end, each watched by a thread of its own: crossterm's own waiting never returns
//! once the terminal is gone, so nothing in the loop may be relied on then.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::{Arrival, HANG_UP, terminal};

/// The loop has this long to end by itself; then the process ends anyway.
const PATIENCE: Duration = Duration::from_secs(1);

/// So long the terminal may take to be given back when the loop did not do it.
const FAREWELL: Duration = Duration::from_millis(300);

/// Has a write beyond the largest file allowed fail, so that it is told like any other, instead of ending the
/// process.
pub(super) fn outlive_limits() {
    // Where the signal cannot be taken, the system does as it did before.
    drop(signal_hook::flag::register(SIGXFSZ, Arc::default()));
}

/// Starts the threads that watch signals and the line. While `lent` says that the terminal is another program's,
/// what one types there to interrupt or stop is that program's too.
pub(super) fn listen(sender: &Sender<Arrival>, lent: Arc<AtomicBool>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let to_loop = sender.clone();
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in &mut signals {
            if lent.load(Ordering::SeqCst) {
                match signal {
                    SIGINT | SIGQUIT | SIGCONT => continue,
                    SIGTSTP => {
                        // The shell waits for this program, so it stops beside the other one.
                        let own = rustix::process::getpid();
                        let _stopped = rustix::process::kill_process(own, rustix::process::Signal::STOP);
                        continue;
                    }
                    _ => {}
                }
            }
            let arrival = match signal {
                SIGWINCH => Arrival::Resized,
                SIGTSTP => Arrival::Stop,
                SIGCONT => Arrival::Continue,
                number => Arrival::End(number),
            };
            let ends = matches!(arrival, Arrival::End(_));
            if to_loop.send(arrival).is_err() || ends {
                end_anyway(signal);
            }
        }
    })?;
    let to_loop = sender.clone();
    thread::Builder::new().name("line".into()).spawn(move || {
        wait_for_hang_up();
        drop(to_loop.send(Arrival::HangUp));
        end_anyway(HANG_UP);
    })?;
    Ok(())
}

/// Returns once the other side of the terminal is gone. Nothing is asked for, so typing does not wake it.
fn wait_for_hang_up() {
    let stdin = io::stdin();
    loop {
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) => return,
            Err(rustix::io::Errno::INTR) => {}
            // Without a way to watch, signals are all there is.
            Err(_) => loop {
                thread::park();
            },
        }
    }
}

fn end_anyway(signal: i32) {
    thread::sleep(PATIENCE);
    // Where nobody takes what is written, the loop hangs in a write, and so would this.
    let farewell = thread::Builder::new().name("farewell".into()).spawn(terminal::restore);
    if farewell.is_ok() {
        thread::sleep(FAREWELL);
    }
    std::process::exit(128 + signal);
}
