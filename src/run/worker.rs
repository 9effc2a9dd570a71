//! The worker: reads the book, watches its files, writes what is to be remembered. Off the key path.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::Arrival;
use crate::app::input::Input;
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::store::paths::Paths;
use crate::store::state::{NamedFilter, keep_filter, read_filters, read_usage, write_usage};
use crate::store::{Source, disk, load};
use crate::text::{Safe, Tongue};

/// Something for the worker to do.
#[derive(Debug)]
pub(super) enum Job {
    Load,
    SaveUsage(Usage),
    KeepFilter(NamedFilter),
}

/// How often the book's files are looked at: a dozen `stat`s.
const LOOK: Duration = Duration::from_secs(2);

/// What was remembered from earlier sessions.
pub(super) fn remembered(paths: Option<&Paths>) -> (Usage, Vec<NamedFilter>) {
    paths.map_or_else(Default::default, |paths| (read_usage(&paths.usage_file()), read_filters(&paths.filters_file())))
}

/// The worker has this long to write what was done last; then the program ends without it.
const PATIENCE: Duration = Duration::from_secs(1);

/// The way to the worker.
pub(super) struct Jobs {
    sender: Sender<Job>,
    /// Closed when the worker is gone; nothing ever comes through.
    gone: Receiver<()>,
}

impl Jobs {
    /// Gives the worker something to do. A worker that is gone does nothing any more.
    pub(super) fn give(&self, job: Job) {
        drop(self.sender.send(job));
    }

    /// Waits until what was given is done.
    pub(super) fn finish(self) {
        drop(self.sender);
        // It closes, or it takes too long: the program ends either way.
        let _closed = self.gone.recv_timeout(PATIENCE);
    }
}

/// Starts the worker; jobs go into what is returned, answers come to the loop.
pub(super) fn start(source: Source, tongue: Tongue, paths: Option<Paths>, answers: Sender<Arrival>) -> Jobs {
    let (sender, jobs) = channel();
    let (here, gone) = channel();
    let worker = Worker { source, tongue, paths, answers, seen: None };
    let work = move || {
        worker.work(&jobs);
        drop(here);
    };
    // Without threads there is no book; the screen then says that it is still being read.
    drop(thread::Builder::new().name("worker".into()).spawn(work));
    Jobs { sender, gone }
}

struct Worker {
    source: Source,
    tongue: Tongue,
    paths: Option<Paths>,
    answers: Sender<Arrival>,
    /// How the files looked when they were read.
    seen: Option<[disk::Stamp; 12]>,
}

impl Worker {
    fn work(mut self, jobs: &Receiver<Job>) {
        loop {
            let job = if self.seen.is_some() {
                jobs.recv_timeout(LOOK)
            } else {
                jobs.recv().map_err(|_closed| RecvTimeoutError::Disconnected)
            };
            let goes_on = match job {
                Ok(job) => self.perform(job),
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => false,
            };
            if !goes_on {
                return;
            }
        }
    }

    fn perform(&mut self, job: Job) -> bool {
        let written = match (job, &self.paths) {
            (Job::Load, _) => return self.load(),
            (Job::SaveUsage(usage), Some(paths)) => write_usage(&paths.usage_file(), &usage),
            (Job::KeepFilter(filter), Some(paths)) => keep_filter(&paths.filters_file(), &filter),
            (_, None) => return true,
        };
        match written {
            Ok(()) => true,
            Err(error) => self.answer(Input::NotRemembered(Safe::line(&error.to_string()))),
        }
    }

    fn load(&mut self) -> bool {
        // Looked at before reading: what changes meanwhile is noticed the next time.
        if let Source::Directory(directory) = &self.source {
            self.seen = Some(disk::stamps(directory));
        }
        let loaded = load(&self.source);
        let finder = Finder::new(&loaded.book, self.tongue);
        self.answer(Input::Loaded(Box::new(loaded), Box::new(finder)))
    }

    fn look(&mut self) -> bool {
        let Source::Directory(directory) = &self.source else { return true };
        let now = Some(disk::stamps(directory));
        if now == self.seen {
            return true;
        }
        self.seen = now;
        self.answer(Input::DiskChanged)
    }

    fn answer(&self, input: Input) -> bool {
        self.answers.send(Arrival::Input(input)).is_ok()
    }
}
