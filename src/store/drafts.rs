//! Drafts: what was typed into forms and is not saved yet, kept in the state directory so that a killed program or
//! a dropped line costs no character.
//!
//! Owns their files and whose they are. A running program holds a lock for as long as it lives, so that its drafts
//! are known from those of a program that is gone. What a draft says is the form's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::disk::{Disk, Real, parent, random, regular, temporary_name};

/// Drafts are kept so long.
const KEPT: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// So long a program may take to put a draft in its place; what it began before and left there is nobody's.
const BEGUN: Duration = Duration::from_secs(60 * 60);

/// The most bytes of a draft that are read: a record, its base, and the texts of its fields.
const DRAFT_MOST: u64 = 8 << 20;

/// What became of a draft that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept.
    Kept,
    /// Another session has taken it over and goes on with it; nothing was written.
    TakenOver,
}

/// A draft of another session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name it was kept under.
    pub name: String,
    /// What it says.
    pub content: String,
    /// When it was kept last.
    pub written: SystemTime,
    /// A live program holds it.
    pub held: bool,
    session: String,
}

/// The drafts of one running program.
#[derive(Debug)]
pub struct Drafts {
    directory: PathBuf,
    session: String,
    /// The session's lock, from its first draft on.
    lock: Option<File>,
    /// What this session keeps, and whether it is still its own.
    kept: BTreeMap<String, Keeping>,
    unsynced: BTreeSet<String>,
}

impl Drafts {
    /// The drafts of a session that begins, below this state directory. Nothing is made before the first draft.
    pub fn new(state: &Path) -> Self {
        let session = format!("{:016x}", random());
        let directory = state.join("drafts");
        Self { directory, session, lock: None, kept: BTreeMap::new(), unsynced: BTreeSet::new() }
    }

    /// Keeps a draft under this name, in the place of what it said before. The process may die after that, but a
    /// power cut is survived only after [`Drafts::sync`].
    ///
    /// # Errors
    /// The system's, or [`io::ErrorKind::InvalidInput`] for a name of other than letters, digits and `-`. What was
    /// kept before is then as it was.
    pub fn keep(&mut self, name: &str, content: &str) -> io::Result<Keeping> {
        self.begin()?;
        let path = self.path(&self.session, name)?;
        let is_gone = self.kept.contains_key(name) && regular(&path)?.is_none();
        if is_gone || self.kept.get(name) == Some(&Keeping::TakenOver) {
            self.kept.insert(name.to_owned(), Keeping::TakenOver);
            self.unsynced.remove(name);
            return Ok(Keeping::TakenOver);
        }
        self.put(&path, content)?;
        self.kept.insert(name.to_owned(), Keeping::Kept);
        self.unsynced.insert(name.to_owned());
        Ok(Keeping::Kept)
    }

    fn put(&self, path: &Path, content: &str) -> io::Result<()> {
        let temporary = self.directory.join(temporary_name());
        let written = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&temporary)
            .and_then(|mut file| file.write_all(content.as_bytes()))
            .and_then(|()| fs::rename(&temporary, path));
        if written.is_err() {
            // Perhaps it was never made; the first error is the one to tell.
            drop(fs::remove_file(&temporary));
        }
        written
    }

    /// The drafts of this session that another one has taken over since the last time.
    pub fn taken(&mut self) -> Vec<String> {
        let kept: Vec<String> =
            self.kept.iter().filter(|(_, keeping)| **keeping == Keeping::Kept).map(|(name, _)| name.clone()).collect();
        let is_gone = |name: &String| {
            self.path(&self.session, name).and_then(|path| regular(&path)).is_ok_and(|entry| entry.is_none())
        };
        let gone: Vec<String> = kept.into_iter().filter(is_gone).collect();
        for name in &gone {
            self.kept.insert(name.clone(), Keeping::TakenOver);
            self.unsynced.remove(name);
        }
        gone
    }

    /// Brings what was kept since the last time to the disk.
    ///
    /// # Errors
    /// The system's.
    pub fn sync(&mut self) -> io::Result<()> {
        if self.unsynced.is_empty() {
            return Ok(());
        }
        for name in std::mem::take(&mut self.unsynced) {
            match File::open(self.path(&self.session, &name)?) {
                Ok(file) => file.sync_all()?,
                // It was taken over meanwhile.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Real.sync_directory(&self.directory)
    }

    /// Removes a draft, whose record is durable by now or whose text nobody wants. The name is then free.
    ///
    /// # Errors
    /// The system's.
    pub fn remove(&mut self, name: &str) -> io::Result<()> {
        self.unsynced.remove(name);
        self.kept.remove(name);
        match fs::remove_file(self.path(&self.session, name)?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The drafts of other sessions, the newest first. Removes what is too old and what dead sessions left.
    pub fn found(&self) -> Vec<Found> {
        let Ok(entries) = self.directory.read_dir() else { return Vec::new() };
        let names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
        let live = self.live(&names);
        let mut found: Vec<Found> = names.iter().filter_map(|name| self.read(name, &live)).collect();
        found.sort_by(|one, other| other.written.cmp(&one.written).then_with(|| one.name.cmp(&other.name)));
        found
    }

    /// Makes another session's draft this one's, under this name. Its holder notices when it keeps it next.
    ///
    /// # Errors
    /// The system's; [`io::ErrorKind::NotFound`] where it is gone, by being saved or taken over by another, and
    /// [`io::ErrorKind::AlreadyExists`] where this session has a draft of this name.
    pub fn take_over(&mut self, found: &Found, name: &str) -> io::Result<()> {
        self.begin()?;
        let from = self.path(&found.session, &found.name)?;
        let to = self.path(&self.session, name)?;
        if regular(&to)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)?;
        self.kept.insert(name.to_owned(), Keeping::Kept);
        self.unsynced.insert(name.to_owned());
        Ok(())
    }

    /// Takes the session's lock, once.
    fn begin(&mut self) -> io::Result<()> {
        if self.lock.is_some() {
            return Ok(());
        }
        DirBuilder::new().recursive(true).mode(0o700).create(parent(&self.directory))?;
        match DirBuilder::new().mode(0o700).create(&self.directory) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let path = self.directory.join(format!("{}.lock", self.session));
        loop {
            let file = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&path)?;
            // Only who looks whether we live holds it, and only for a moment.
            match file.lock() {
                // Where the system knows no locks, drafts seem to be of sessions that are gone.
                Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
                _ => {}
            }
            // It may have been removed as a dead session's before the lock was ours.
            if path.symlink_metadata().is_ok_and(|there| file.metadata().is_ok_and(|own| own.ino() == there.ino())) {
                self.lock = Some(file);
                return Ok(());
            }
        }
    }

    /// The sessions whose program lives; locks of others are removed.
    fn live(&self, names: &[String]) -> BTreeSet<String> {
        let sessions = names.iter().filter_map(|name| name.strip_suffix(".lock"));
        let others = sessions.filter(|session| *session != self.session);
        let is_live = |session: &&str| {
            let path = self.directory.join(format!("{session}.lock"));
            let Ok(file) = OpenOptions::new().write(true).open(&path) else { return false };
            if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
                return true;
            }
            drop(fs::remove_file(&path));
            false
        };
        others.filter(is_live).map(str::to_owned).collect()
    }

    fn read(&self, file: &str, live: &BTreeSet<String>) -> Option<Found> {
        let path = self.directory.join(file);
        let written = regular(&path).ok()??.modified().ok()?;
        let age = SystemTime::now().duration_since(written).unwrap_or_default();
        let is_old = age > KEPT;
        let Some((session, name)) = file.strip_suffix(".json").and_then(|stem| stem.split_once('-')) else {
            if age > BEGUN && file.starts_with(super::disk::TEMPORARY) {
                drop(fs::remove_file(&path));
            }
            return None;
        };
        let held = live.contains(session);
        if session == self.session || !is_word(session) || !is_word(name) {
            return None;
        }
        if is_old && !held {
            drop(fs::remove_file(&path));
            return None;
        }
        let content = String::from_utf8(Real.read(&path, DRAFT_MOST).ok()??).ok()?;
        Some(Found { name: name.to_owned(), content, written, held, session: session.to_owned() })
    }

    fn path(&self, session: &str, name: &str) -> io::Result<PathBuf> {
        if is_word(session) && is_word(name) {
            Ok(self.directory.join(format!("{session}-{name}.json")))
        } else {
            Err(io::ErrorKind::InvalidInput.into())
        }
    }
}

/// Whether a word can be part of a file's name.
fn is_word(word: &str) -> bool {
    !word.is_empty() && word.len() <= 64 && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::super::place::Place;
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn told(drafts: &Drafts) -> Vec<(String, String, bool)> {
        drafts.found().into_iter().map(|found| (found.name, found.content, found.held)).collect()
    }

    fn draft(name: &str, content: &str, held: bool) -> (String, String, bool) {
        (name.to_owned(), content.to_owned(), held)
    }

    #[test]
    fn another_session_finds_what_a_dead_one_left() {
        let place = Place::new("drafts");
        let mut dead = Drafts::new(place.path());
        dead.keep("1", "Ari Tam").unwrap();
        assert_eq!(dead.keep("1", "Ari Tammi").unwrap(), Keeping::Kept);
        dead.sync().unwrap();
        let next = Drafts::new(place.path());
        assert_eq!(told(&next), [draft("1", "Ari Tammi", true)]);
        assert_eq!(told(&dead), [], "its own it knows");
        drop(dead);
        assert_eq!(told(&next), [draft("1", "Ari Tammi", false)]);
        let names = std::fs::read_dir(place.path().join("drafts")).unwrap().count();
        assert_eq!(names, 1, "the dead session's lock is removed");
    }

    #[test]
    fn who_is_taken_over_is_told_and_makes_no_second_draft() {
        let place = Place::new("taken");
        let (mut old, mut new) = (Drafts::new(place.path()), Drafts::new(place.path()));
        old.keep("1", "half").unwrap();
        let found = new.found().remove(0);
        new.take_over(&found, "7").unwrap();
        assert_eq!(new.keep("7", "half and more").unwrap(), Keeping::Kept);
        for _ in 0..2 {
            assert_eq!(old.keep("1", "half, late").unwrap(), Keeping::TakenOver);
        }
        old.sync().unwrap();
        assert_eq!(told(&old), [draft("7", "half and more", true)]);
        assert_eq!(new.take_over(&found, "8").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(new.take_over(&found, "7").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        // A form that is opened anew under the name is a new draft.
        old.remove("1").unwrap();
        assert_eq!(old.keep("1", "anew").unwrap(), Keeping::Kept);
    }

    #[test]
    fn a_removed_draft_is_gone_and_old_ones_go() {
        let place = Place::new("old");
        let mut drafts = Drafts::new(place.path());
        drafts.keep("1", "saved").unwrap();
        drafts.remove("1").unwrap();
        drafts.remove("1").unwrap();
        drafts.keep("2", "old").unwrap();
        let path = place.path().join("drafts").join(format!("{}-2.json", drafts.session));
        let long_ago = SystemTime::now() - KEPT - Duration::from_secs(1);
        File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
        let other = Drafts::new(place.path());
        assert_eq!(told(&other), [draft("2", "old", true)], "what a live program holds is never too old");
        drop(drafts);
        assert_eq!(told(&other), []);
        assert!(!path.exists());
    }

    #[test]
    fn what_a_killed_program_had_begun_to_write_goes_after_an_hour() {
        let place = Place::new("begun");
        let mut drafts = Drafts::new(place.path());
        drafts.keep("1", "x").unwrap();
        let path = place.path().join("drafts").join(temporary_name());
        std::fs::write(&path, "half").unwrap();
        drafts.found();
        assert!(path.exists(), "another program may be writing it");
        let before = SystemTime::now() - BEGUN - Duration::from_secs(1);
        File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
        drafts.found();
        assert!(!path.exists());
    }

    #[test]
    fn drafts_are_private_and_names_are_no_paths() {
        let place = Place::new("private");
        let mut drafts = Drafts::new(&place.path().join("state"));
        drafts.keep("form-1", "x").unwrap();
        for bad in ["", "../x", "a/b", "a.b", "å"] {
            assert_eq!(drafts.keep(bad, "x").unwrap_err().kind(), io::ErrorKind::InvalidInput, "{bad:?}");
        }
        let directory = place.path().join("state/drafts");
        assert_eq!(directory.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        for entry in directory.read_dir().unwrap() {
            assert_eq!(entry.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        let found = Drafts::new(&place.path().join("state")).found();
        assert_eq!(found[0].name, "form-1");
    }
}
