//! Putting new files in the place of old ones, so that after any crash all of them are new or none is.
//!
//! One file: written beside its place, brought to the disk, renamed. Several: all are written beside their places
//! first, then a file that says which is to go where (the intent) is put in place the same way, then they are
//! renamed, then the intent is taken away. Whoever takes the lock completes an intent that was left.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::disk::{Disk, TEMPORARY, mode_for, regular, temporary_name};
use super::failure::{Failure, SaveFailed};
use super::file_name;
use crate::domain::Kind;

/// The intent's name in the book's directory.
pub(super) const INTENT: &str = "intent";

/// The most bytes an intent has: two names a kind.
const INTENT_MOST: u64 = 64 << 10;

/// Temporary files of processes that are gone are removed after this time.
const STALE: Duration = Duration::from_secs(60 * 60);

/// A file to be written.
#[derive(Debug)]
pub(super) struct New<'a> {
    /// Its name in the book's directory.
    pub(super) name: String,
    /// Its content, piece by piece.
    pub(super) pieces: Vec<Cow<'a, [u8]>>,
}

/// A commit that failed.
#[derive(Debug)]
pub(super) struct NotCommitted {
    /// Why.
    pub(super) failed: SaveFailed,
    /// Whether some of it is on the disk all the same, or will be once somebody takes the lock.
    pub(super) begun: bool,
}

/// Which temporary file is to go where.
#[derive(Debug, Serialize, Deserialize)]
struct Intent<'a> {
    format: u32,
    #[serde(borrow)]
    files: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

/// Puts these files into the directory.
pub(super) fn commit(disk: &dyn Disk, directory: &Path, files: &[New<'_>]) -> Result<(), NotCommitted> {
    let mut written: Vec<(String, &str)> = Vec::new();
    for file in files {
        match write_beside(disk, directory, file) {
            Ok(temporary) => written.push((temporary, &file.name)),
            Err(failed) => {
                take_away(disk, directory, &written);
                return Err(NotCommitted { failed, begun: false });
            }
        }
    }
    match written.as_slice() {
        [] => Ok(()),
        [(temporary, name)] => put(disk, directory, temporary, name).map_err(|mut not| {
            not.failed.file = (*name).into();
            not
        }),
        several => commit_several(disk, directory, several),
    }
}

fn commit_several(disk: &dyn Disk, directory: &Path, written: &[(String, &str)]) -> Result<(), NotCommitted> {
    let files = written.iter().map(|(temporary, name)| (temporary.into(), Cow::from(*name))).collect();
    // Names of files have nothing that can fail.
    let content = serde_json::to_vec(&Intent { format: 1, files }).unwrap_or_default();
    let intent = New { name: INTENT.to_owned(), pieces: vec![Cow::from(content)] };
    let put_intent = write_beside(disk, directory, &intent)
        .map_err(|failed| NotCommitted { failed, begun: false })
        .and_then(|temporary| put(disk, directory, &temporary, INTENT));
    if let Err(not) = put_intent {
        // As long as the intent stands, its files must too.
        let stands = not.begun && disk.remove(&directory.join(INTENT)).is_err();
        if !stands {
            take_away(disk, directory, written);
        }
        return Err(NotCommitted { begun: stands, ..not });
    }
    let pairs: Vec<(&str, &str)> = written.iter().map(|(temporary, name)| (temporary.as_str(), *name)).collect();
    if let Err(failed) = put_all(disk, directory, &pairs) {
        let none_moved = written.iter().all(|(temporary, _)| directory.join(temporary).symlink_metadata().is_ok());
        if none_moved && disk.remove(&directory.join(INTENT)).is_ok() {
            take_away(disk, directory, written);
            return Err(NotCommitted { failed, begun: false });
        }
        // Some have their place: the others must come after, now or when the lock is taken next.
        put_all(disk, directory, &pairs).map_err(|_same| NotCommitted { failed, begun: true })?;
    }
    seal(disk, directory).map_err(|failed| NotCommitted { failed, begun: true })
}

/// Gives each written file its place; one that is gone has it already.
fn put_all(disk: &dyn Disk, directory: &Path, files: &[(&str, &str)]) -> Result<(), SaveFailed> {
    for (temporary, name) in files {
        let failed = |error: io::Error| SaveFailed::io(name, &error);
        let (from, to) = (directory.join(temporary), directory.join(name));
        if regular(&from).map_err(failed)?.is_some() {
            regular(&to).map_err(failed)?;
            disk.rename(&from, &to).map_err(failed)?;
        }
    }
    Ok(())
}

/// Makes durable that all files have their places, and takes the intent away.
fn seal(disk: &dyn Disk, directory: &Path) -> Result<(), SaveFailed> {
    disk.sync_directory(directory).map_err(|error| SaveFailed::io(INTENT, &error))?;
    // All is in place and durable: an intent that stays, or comes back, finds nothing to do.
    drop(disk.remove(&directory.join(INTENT)).and_then(|()| disk.sync_directory(directory)));
    Ok(())
}

/// Writes the file beside its place and brings it to the disk.
fn write_beside(disk: &dyn Disk, directory: &Path, file: &New<'_>) -> Result<String, SaveFailed> {
    let failed = |error: io::Error| SaveFailed::io(&file.name, &error);
    let target = directory.join(&file.name);
    regular(&target).map_err(failed)?;
    let temporary = temporary_name();
    let path = directory.join(&temporary);
    let written = disk.create(&path, mode_for(&target)).and_then(|mut new| {
        file.pieces.iter().try_for_each(|piece| disk.write(&mut new, piece))?;
        disk.sync(&new)
    });
    if let Err(error) = written {
        // Perhaps it was never made; the first error is the one to tell.
        drop(disk.remove(&path));
        return Err(failed(error));
    }
    Ok(temporary)
}

/// Gives a written file its place.
fn put(disk: &dyn Disk, directory: &Path, temporary: &str, name: &str) -> Result<(), NotCommitted> {
    let not = |error: io::Error, begun| NotCommitted { failed: SaveFailed::io(name, &error), begun };
    let path = directory.join(temporary);
    if let Err(error) = disk.rename(&path, &directory.join(name)) {
        drop(disk.remove(&path));
        return Err(not(error, false));
    }
    disk.sync_directory(directory).map_err(|error| not(error, true))
}

fn take_away(disk: &dyn Disk, directory: &Path, written: &[(String, &str)]) {
    for (temporary, _) in written {
        // What stays is removed an hour later.
        drop(disk.remove(&directory.join(temporary)));
    }
}

/// Whether a save of several files is under way or was cut short.
pub(super) fn is_under_way(directory: &Path) -> bool {
    directory.join(INTENT).symlink_metadata().is_ok()
}

/// Completes the intent that stands in the directory, if one does. Only under the lock.
pub(super) fn replay(disk: &dyn Disk, directory: &Path) -> Result<(), SaveFailed> {
    let failed = |error: io::Error| SaveFailed::io(INTENT, &error);
    let path = directory.join(INTENT);
    let Some(content) = disk.read(&path, INTENT_MOST).map_err(failed)? else { return Ok(()) };
    let unreadable = || SaveFailed::of(INTENT, Failure::Intent);
    let intent: Intent<'_> = serde_json::from_slice(&content).map_err(|_torn| unreadable())?;
    let files: Vec<(&str, &str)> = intent.files.iter().map(|(temporary, name)| (&**temporary, &**name)).collect();
    if !files.iter().all(|(temporary, name)| is_temporary(temporary) && is_own(name)) {
        return Err(unreadable());
    }
    put_all(disk, directory, &files)?;
    seal(disk, directory)
}

fn is_own(name: &str) -> bool {
    Kind::ALL.iter().any(|kind| file_name(*kind) == name)
}

fn is_temporary(name: &str) -> bool {
    let rest = name.strip_prefix(TEMPORARY);
    rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
}

/// Removes temporary files that processes left behind, older than an hour. Only under the lock.
pub(super) fn sweep(disk: &dyn Disk, directory: &Path) {
    for path in left_behind(directory) {
        drop(disk.remove(&path));
    }
}

fn left_behind(directory: &Path) -> Vec<PathBuf> {
    let Ok(entries) = directory.read_dir() else { return Vec::new() };
    let now = SystemTime::now();
    let is_left = |name: &str, path: &Path| {
        let process = name.strip_prefix(TEMPORARY)?.split('-').next()?;
        let written = regular(path).ok()??.modified().ok()?;
        let old = now.duration_since(written).is_ok_and(|age| age >= STALE);
        Some(old && is_temporary(name) && !Path::new("/proc").join(process).exists())
    };
    let paths = entries.flatten().filter(|entry| {
        let name = entry.file_name();
        name.to_str().is_some_and(|name| is_left(name, &entry.path()) == Some(true))
    });
    paths.map(|entry| entry.path()).collect()
}
