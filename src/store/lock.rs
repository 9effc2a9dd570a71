//! The lock under which a book is written: one save at a time, whoever's.
//!
//! The file is never unlinked nor renamed, as those who wait for it hold it open. It tells whose it is. Readers
//! take no lock. Whoever waits stands in a turnstile, a lock on the directory itself, so that one who saves without
//! pause lets the others in between.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::commit;
use super::disk::{Disk, mode_for, regular};
use super::failure::{Failure, Holder, SaveFailed};

/// The lock's name in the book's directory.
pub(super) const LOCK: &str = "lock";

/// How long one waits for another's save.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long one sleeps between two tries at first, and at most. A save takes 5 to 30 ms on real disks.
const FIRST_PAUSE: Duration = Duration::from_micros(250);
const LONGEST_PAUSE: Duration = Duration::from_millis(1);

/// The most bytes that are read of who holds it.
const HOLDER_MOST: u64 = 512;

/// The book is ours to write for as long as this lives.
#[derive(Debug)]
pub(super) struct Lock {
    _held: File,
}

impl Lock {
    /// Waits for the lock and completes what a save that was cut short left behind.
    pub(super) fn take(disk: &dyn Disk, directory: &Path) -> Result<Self, SaveFailed> {
        Self::take_within(disk, directory, PATIENCE)
    }

    /// As [`Lock::take`], and gives up after this time.
    pub(super) fn take_within(disk: &dyn Disk, directory: &Path, patience: Duration) -> Result<Self, SaveFailed> {
        if !directory.is_dir() {
            let name = directory.display().to_string();
            return Err(SaveFailed::of(&name, Failure::NoDirectory));
        }
        // Whoever lacks a right or room lacks it in the directory; only a link in its place is the lock's own.
        let failed = |error: io::Error| match SaveFailed::io(LOCK, &error) {
            SaveFailed { what: Failure::NotRegular, file } => SaveFailed { what: Failure::NotRegular, file },
            other => SaveFailed::of(&directory.display().to_string(), other.what),
        };
        let mut waiting = Waiting { begun: Instant::now(), patience, pause: FIRST_PAUSE };
        let mut turnstile = File::open(directory).ok();
        // Where a directory cannot be locked, chance decides who is next.
        let stands = |turnstile: &File| matches!(turnstile.try_lock(), Err(TryLockError::WouldBlock));
        while turnstile.as_ref().is_some_and(stands) {
            if !waiting.on() {
                turnstile = None;
            }
        }
        loop {
            let mut file = open(disk, directory).map_err(failed)?;
            match file.try_lock() {
                Ok(()) if is_still(directory, &file).map_err(failed)? => {
                    // Only told to who waits; a full disk must not keep one from making room.
                    drop(sign(disk, &mut file));
                    let lock = Self { _held: file };
                    commit::replay(disk, directory)?;
                    return Ok(lock);
                }
                // Where the system knows no locks one saves without.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { _held: file });
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Ok(()) | Err(TryLockError::WouldBlock) => {}
            }
            if !waiting.on() {
                return Err(SaveFailed::of(LOCK, Failure::Busy(holder(&mut file))));
            }
        }
    }
}

/// How long one has waited and will.
struct Waiting {
    begun: Instant,
    patience: Duration,
    pause: Duration,
}

impl Waiting {
    /// Waits a little; tells whether there was patience left for it.
    fn on(&mut self) -> bool {
        let patient = self.begun.elapsed() < self.patience;
        if patient {
            sleep(self.pause);
            self.pause = (self.pause * 2).min(LONGEST_PAUSE);
        }
        patient
    }
}

/// Opens the lock file, or makes it.
fn open(disk: &dyn Disk, directory: &Path) -> io::Result<File> {
    let path = directory.join(LOCK);
    if regular(&path)?.is_none() {
        match disk.create(&path, mode_for(&path)) {
            // Another was sooner.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created,
        }
    }
    regular(&path)?;
    OpenOptions::new().read(true).write(true).open(&path)
}

/// Whether the file is the one others will find, and no link was put in its place.
fn is_still(directory: &Path, file: &File) -> io::Result<bool> {
    let own = file.metadata()?;
    let there = regular(&directory.join(LOCK))?;
    Ok(there.is_some_and(|there| (there.dev(), there.ino()) == (own.dev(), own.ino())))
}

/// Writes who holds the lock.
fn sign(disk: &dyn Disk, file: &mut File) -> io::Result<()> {
    let user = std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_default();
    let user: String = user.chars().filter(|letter| !letter.is_whitespace()).take(64).collect();
    let user = if user.is_empty() { "?" } else { &user };
    let since = Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default();
    let told = format!("{user} {} {since}\n", std::process::id());
    disk.write(file, told.as_bytes())?;
    disk.cut(file, told.len() as u64)
}

/// Who holds the lock, as far as they have told.
fn holder(file: &mut File) -> Option<Holder> {
    let mut told = String::new();
    file.seek(SeekFrom::Start(0)).ok()?;
    file.take(HOLDER_MOST).read_to_string(&mut told).ok()?;
    let mut words = told.split_whitespace();
    let holder =
        Holder { user: words.next()?.into(), process: words.next()?.parse().ok()?, since: words.next()?.parse().ok()? };
    Some(holder)
}

#[cfg(test)]
mod tests {
    use super::super::disk::Real;
    use super::super::place::Place;
    use super::*;

    #[test]
    fn who_waits_too_long_is_told_for_whom() {
        let place = Place::new("lock");
        let held = Lock::take(&Real, place.path()).unwrap();
        let refused = Lock::take_within(&Real, place.path(), Duration::ZERO).unwrap_err();
        let Failure::Busy(Some(holder)) = refused.what else { panic!("{refused:?}") };
        assert_eq!(holder.process, std::process::id());
        drop(held);
        Lock::take_within(&Real, place.path(), Duration::ZERO).unwrap();
        assert!(place.path().join(LOCK).is_file(), "the lock file stays");
    }
}
