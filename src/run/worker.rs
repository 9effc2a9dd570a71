//! The worker: reads the book, watches its files, saves what was changed. Off the key path.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::Arrival;
use crate::app::input::{Input, NotBegun};
use crate::cli::screen::place;
use crate::domain::{Id, Kind};
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::history::Signed;
use crate::import::mapping::Remembered;
use crate::store::changes::{Cursor, history, news};
use crate::store::export::{Existing, write};
use crate::store::failure::{Failure, SaveFailed};
use crate::store::found::{Foundation, found};
use crate::store::own::{directory_typed, write_setting};
use crate::store::paths::{Paths, holds_book};
use crate::store::save::{Saved, save};
use crate::store::state::{
    NamedFilter, keep_filter, keep_mapping, read_filters, read_mappings, read_usage, write_usage,
};
use crate::store::tables::found_tables;
use crate::store::{Source, disk, file_name, load};
use crate::text::{Safe, Texts, Tongue};

/// Something for the worker to do.
#[derive(Debug)]
pub(super) enum Job {
    Load,
    Save(u64, Box<Signed>),
    SaveAgain,
    Begin(Option<Foundation>, Option<String>),
    SaveMe(Option<Id>),
    SaveUsage(Usage),
    KeepFilter(NamedFilter),
    KeepMapping(Remembered),
    FindTables,
    Export(String, Vec<u8>, Existing),
}

/// How often the book's files are looked at: a dozen `stat`s.
const LOOK: Duration = Duration::from_secs(2);

/// What was remembered from earlier sessions.
pub(super) fn remembered(paths: Option<&Paths>) -> (Usage, Vec<NamedFilter>, Vec<Remembered>) {
    let read = |paths: &Paths| {
        (read_usage(&paths.usage_file()), read_filters(&paths.filters_file()), read_mappings(&paths.mappings_file()))
    };
    paths.map_or_else(Default::default, read)
}

/// The worker has this long to write what was done last, longer than anybody may hold the book's lock; then the
/// program ends without it.
const PATIENCE: Duration = Duration::from_secs(12);

/// So long it has where the terminal is gone: what was finished is still in its draft.
const PATIENCE_ALONE: Duration = Duration::from_millis(800);

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

    /// Waits until what was given is done; not for long where nobody is there any more.
    pub(super) fn finish(self, alone: bool) {
        drop(self.sender);
        // It closes, or it takes too long: the program ends either way.
        let _closed = self.gone.recv_timeout(if alone { PATIENCE_ALONE } else { PATIENCE });
    }
}

/// Starts the worker; jobs go into what is returned, answers come to the loop.
pub(super) fn start(
    source: Source,
    tongue: Tongue,
    paths: Option<Paths>,
    me: Option<Id>,
    answers: Sender<Arrival>,
) -> Jobs {
    let (sender, jobs) = channel();
    let (here, gone) = channel();
    let worker = Worker {
        source,
        tongue,
        paths,
        answers,
        seen: None,
        news: Cursor::default(),
        unsaved: Vec::new(),
        revision: 0,
        told_gone: false,
        me,
    };
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
    /// How far the change files were read.
    news: Cursor,
    /// What is not on the disk yet, as saving failed: tried again with what comes next.
    unsaved: Vec<Signed>,
    /// The state of the book that these make.
    revision: u64,
    /// It was told that a file is gone.
    told_gone: bool,
    /// Who uses the program, whose changes can be undone.
    me: Option<Id>,
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
            (Job::Save(revision, signed), _) => {
                self.revision = revision;
                self.unsaved.push(*signed);
                return self.save();
            }
            (Job::SaveAgain, _) => return self.save(),
            (Job::Export(path, content, existing), _) => {
                let written = write(&path, &content, existing);
                return self.answer(Input::Exported(written.map(|path| Safe::line(&path.display().to_string()))));
            }
            (Job::Begin(foundation, directory), _) => return self.begin(foundation.as_ref(), directory.as_deref()),
            (Job::SaveMe(me), Some(paths)) => {
                let written = write_setting(&paths.config_file(), "me", me.as_ref().map_or("", Id::as_str));
                self.me = me;
                written
            }
            (Job::SaveUsage(usage), Some(paths)) => write_usage(&paths.usage_file(), &usage),
            (Job::KeepFilter(filter), Some(paths)) => keep_filter(&paths.filters_file(), &filter),
            (Job::KeepMapping(mapping), Some(paths)) => keep_mapping(&paths.mappings_file(), &mapping),
            (Job::FindTables, _) => return self.answer(Input::TablesFound(found_tables())),
            (_, None) => return true,
        };
        match written {
            Ok(()) => true,
            Err(error) => self.answer(Input::NotRemembered(Safe::line(&error.to_string()))),
        }
    }

    fn load(&mut self) -> bool {
        // Looked at before reading: what changes meanwhile is noticed the next time.
        let first = self.seen.is_none();
        if let Source::Directory(directory) = &self.source {
            self.seen = Some(disk::stamps(directory));
            self.news = Cursor::now(directory);
        }
        let loaded = load(&self.source);
        let finder = Finder::new(&loaded.book, self.tongue);
        let goes_on = self.answer(Input::Loaded(Box::new(loaded), Box::new(finder)));
        if first && let Source::Directory(directory) = &self.source {
            return self.answer(Input::Remembered(history(directory, self.me.as_ref())));
        }
        goes_on
    }

    /// Tries quietly whether the disk takes by now what it refused.
    fn try_again(&mut self) -> bool {
        let Source::Directory(directory) = &self.source else { return true };
        match save(directory, &self.unsaved) {
            Ok(saved) => self.saved(saved),
            Err(_) => true,
        }
    }

    /// Saves what is not on the disk yet.
    fn save(&mut self) -> bool {
        if let Some(kind) = self.gone() {
            let why = Box::new(Self::gone_is_told(kind));
            return self.answer(Input::SaveFailed { revision: self.revision, why });
        }
        let Source::Directory(directory) = &self.source else { return true };
        match save(directory, &self.unsaved) {
            Ok(saved) => self.saved(saved),
            Err(why) => self.answer(Input::SaveFailed { revision: self.revision, why: Box::new(why) }),
        }
    }

    fn saved(&mut self, saved: Saved) -> bool {
        self.unsaved.clear();
        // What this program wrote itself is no news; what another one wrote before is still to be read.
        if self.seen.as_ref() == Some(&saved.before) {
            self.seen = Some(saved.stamps);
        }
        if let Source::Directory(directory) = &self.source {
            self.news = Cursor::now(directory);
        }
        self.answer(Input::Saved { revision: self.revision, saved: Box::new(saved) })
    }

    /// Makes a book, or takes the one that is in a directory.
    fn begin(&mut self, foundation: Option<&Foundation>, typed: Option<&str>) -> bool {
        let texts = Texts::new(self.tongue);
        let Some(paths) = self.paths.clone() else {
            return self.answer(Input::Begun(Err(NotBegun::Failed(texts.say("error-no-home")))));
        };
        let directory = typed.map_or_else(|| paths.data.clone(), directory_typed);
        let there = holds_book(&directory);
        let made = match (foundation, there) {
            (Some(foundation), false) => found(&directory, foundation).map_err(|why| why.sentence(&texts)),
            (None, false) => {
                let empty = NotBegun::Empty(directory.display().to_string());
                return self.answer(Input::Begun(Err(empty)));
            }
            (_, true) => Ok(()),
        };
        let kept = made.and_then(|()| match typed {
            Some(_) => write_setting(&paths.config_file(), "data", &directory.display().to_string())
                .map_err(|error| Safe::line(&error.to_string())),
            None => Ok(()),
        });
        let begun = kept.map(|()| {
            self.source = Source::Directory(directory);
            self.seen = None;
            place(&self.source, &texts)
        });
        self.answer(Input::Begun(begun.map_err(NotBegun::Failed)))
    }

    /// The kind whose file was there and is not any more.
    fn gone(&self) -> Option<Kind> {
        let Source::Directory(directory) = &self.source else { return None };
        let (seen, now) = (self.seen.as_ref()?, disk::stamps(directory));
        let there_before = seen.iter().zip(&now).zip(Kind::ALL);
        let mut gone = there_before.filter(|((seen, now), _)| seen.is_some() && now.is_none());
        // Where all are gone the directory is, which is told elsewhere.
        if now.iter().all(Option::is_none) { None } else { gone.next().map(|(_, kind)| kind) }
    }

    fn gone_is_told(kind: Kind) -> SaveFailed {
        SaveFailed { file: file_name(kind).into(), what: Failure::Gone }
    }

    fn look(&mut self) -> bool {
        if let Some(kind) = self.gone() {
            // What was read is worth more than an empty list; it is told once.
            let told = std::mem::replace(&mut self.told_gone, true);
            return told || self.answer(Input::FileGone(Box::new(Self::gone_is_told(kind))));
        }
        self.told_gone = false;
        if !self.unsaved.is_empty() && !self.try_again() {
            return false;
        }
        let Source::Directory(directory) = &self.source else { return true };
        let now = Some(disk::stamps(directory));
        if now == self.seen {
            return true;
        }
        self.seen = now;
        let (told, cursor) = news(directory, &self.news);
        self.news = cursor;
        self.answer(Input::DiskChanged(told))
    }

    fn answer(&self, input: Input) -> bool {
        self.answers.send(Arrival::Input(input)).is_ok()
    }
}
