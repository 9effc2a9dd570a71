//! Files written because somebody asked for them by name: tables for others to read.
//!
//! They hold people's addresses, so they are private until their owner says otherwise. Nothing that is there is
//! replaced unless that was asked for too, and no link is followed.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, Real, parent, regular, temporary_name};
use super::own::directory_typed;
use super::paths::holds_book;
use crate::domain::Kind;
use crate::text::{Safe, Texts};

/// What happens to a file of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Stays,
    /// The new one takes its place.
    IsReplaced,
}

/// A file was not written, and none that was there has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotWritten {
    /// Its path.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is one of this name.
    Exists,
    /// It is no name for a file, or one that commands or listings would take for something else.
    Name,
    /// It is one of the book's own files.
    OfBook,
    /// Its directory is not there.
    NoDirectory,
    /// A link, a directory or anything else stands in its place.
    NotRegular,
    /// The disk or the user's share of it is full.
    Full,
    /// The rights do not suffice, or the disk can only be read.
    Denied,
    /// Anything else, in the system's own words.
    Io(String),
}

impl NotWritten {
    /// The sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        let told = match (&self.why, parent(Path::new(&self.path)).to_str()) {
            // What is missing is the directory, not the file in it.
            (Why::NoDirectory, Some(directory)) => directory,
            _ => &self.path,
        };
        let path = ("path", Safe::line(told).into());
        let id = match &self.why {
            Why::Exists => "export-exists",
            Why::Name => "export-name",
            Why::OfBook => "export-of-book",
            Why::NoDirectory => "export-no-directory",
            Why::NotRegular => "export-not-regular",
            Why::Full => "export-full",
            Why::Denied => "export-denied",
            Why::Io(words) => return texts.tell("export-failed", &[path, ("words", Safe::line(words).into())]),
        };
        texts.tell(id, &[path])
    }
}

/// The place a typed name means; `~` is the home.
///
/// # Errors
/// Why nothing can be written there.
pub fn place_typed(typed: &str, existing: Existing) -> Result<PathBuf, NotWritten> {
    let path = directory_typed(typed);
    let not_written = |why| NotWritten { path: path.display().to_string(), why };
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let odd = name.is_empty() || name.starts_with(['-', '.']) || name.contains(char::is_control);
    if odd || typed.trim_end().ends_with('/') {
        return Err(not_written(Why::Name));
    }
    if !parent(&path).is_dir() {
        return Err(not_written(Why::NoDirectory));
    }
    if holds_book(parent(&path)) && (name == "lock" || Kind::ALL.iter().any(|kind| super::file_name(*kind) == name)) {
        return Err(not_written(Why::OfBook));
    }
    match regular(&path) {
        Ok(Some(_)) if existing == Existing::Stays => Err(not_written(Why::Exists)),
        Ok(_) => Ok(path),
        Err(error) => Err(not_written(why(&error))),
    }
}

/// Writes a file whole or not at all, readable by nobody else; gives its path.
///
/// # Errors
/// Why it was not written.
pub fn write(typed: &str, content: &[u8], existing: Existing) -> Result<PathBuf, NotWritten> {
    write_on(&Real, typed, content, existing)
}

fn write_on(disk: &impl Disk, typed: &str, content: &[u8], existing: Existing) -> Result<PathBuf, NotWritten> {
    let path = place_typed(typed, existing)?;
    let temporary = path.with_file_name(temporary_name());
    let written = disk
        .create(&temporary, PRIVATE)
        .and_then(|mut file: File| disk.write(&mut file, content).and_then(|()| disk.sync(&file)))
        .and_then(|()| put(disk, &temporary, &path, existing));
    if let Err(error) = written {
        // It may not even be there; the first error is the one to tell.
        let _not_there = disk.remove(&temporary);
        // Some places are there and take no files.
        let why = match why(&error) {
            Why::NoDirectory if parent(&path).is_dir() => Why::Denied,
            why => why,
        };
        return Err(NotWritten { path: path.display().to_string(), why });
    }
    // Not every file system can do this for a directory, and the file is there.
    let _may_be_refused = disk.sync_directory(parent(&path));
    Ok(path)
}

/// What others may do with the file: nothing.
const PRIVATE: u32 = 0o600;

/// Gives the finished file its name.
fn put(disk: &impl Disk, temporary: &Path, path: &Path, existing: Existing) -> io::Result<()> {
    if existing == Existing::IsReplaced {
        return disk.rename(temporary, path);
    }
    // A second name is refused where the first is taken, even in this moment; a rename would replace.
    match disk.link(temporary, path) {
        Ok(()) => {
            // The file has its name; the other one is only untidy.
            let _untidy = disk.remove(temporary);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems know no second names.
        Err(_) => match regular(path)? {
            None => disk.rename(temporary, path),
            Some(_) => Err(io::ErrorKind::AlreadyExists.into()),
        },
    }
}

fn why(error: &io::Error) -> Why {
    use io::ErrorKind::{
        AlreadyExists, FileTooLarge, InvalidInput, IsADirectory, NotADirectory, NotFound, PermissionDenied,
        QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    match error.kind() {
        AlreadyExists => Why::Exists,
        NotFound | NotADirectory => Why::NoDirectory,
        InvalidInput | IsADirectory => Why::NotRegular,
        StorageFull | QuotaExceeded | FileTooLarge => Why::Full,
        PermissionDenied | ReadOnlyFilesystem => Why::Denied,
        _ => Why::Io(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::Call;
    use crate::store::place::Place;
    use crate::text::Tongue;
    use std::fs;
    use std::os::unix::fs::{MetadataExt, symlink};

    /// A disk on which one call fails.
    struct Failing(Call, io::ErrorKind);

    impl Disk for Failing {
        fn before(&self, call: Call) -> io::Result<()> {
            if call == self.0 { Err(self.1.into()) } else { Ok(()) }
        }
    }

    fn typed(place: &Place, name: &str) -> String {
        format!("{}/{name}", place.path().display())
    }

    fn refused(place: &Place, name: &str, existing: Existing) -> Why {
        write(&typed(place, name), b"new", existing).expect_err(name).why
    }

    #[test]
    fn a_file_is_private_and_nothing_else_is_left() {
        let place = Place::new("export");
        let path = write(&typed(&place, "people.csv"), b"id\r\n", Existing::Stays).unwrap();
        assert_eq!((place.read("people.csv").as_str(), path.metadata().unwrap().mode() & 0o777), ("id\r\n", 0o600));
        assert_eq!(place.names(), ["people.csv"]);
    }

    #[test]
    fn what_is_there_is_replaced_only_where_that_was_asked_for() {
        let place = Place::new("export");
        place.write("people.csv", "old");
        assert_eq!(refused(&place, "people.csv", Existing::Stays), Why::Exists);
        assert_eq!(place.read("people.csv"), "old");
        let path = write(&typed(&place, "people.csv"), b"new", Existing::IsReplaced).unwrap();
        assert_eq!((place.read("people.csv").as_str(), path.metadata().unwrap().mode() & 0o777), ("new", 0o600));
        // One that is put there in the last moment stays as well, with second names and without.
        for call in [Call::Sync, Call::Link] {
            let (temporary, path) = (place.path().join("temporary"), place.path().join("people.csv"));
            place.write("temporary", "newer");
            let error = put(&Failing(call, io::ErrorKind::Unsupported), &temporary, &path, Existing::Stays);
            assert_eq!(error.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(place.read("people.csv"), "new");
        }
    }

    #[test]
    fn links_directories_and_odd_names_are_refused() {
        let place = Place::new("export");
        place.write("target", "old");
        symlink(place.path().join("target"), place.path().join("link.csv")).unwrap();
        symlink(place.path().join("nowhere"), place.path().join("loose.csv")).unwrap();
        fs::create_dir(place.path().join("directory")).unwrap();
        for existing in [Existing::Stays, Existing::IsReplaced] {
            for name in ["link.csv", "loose.csv", "directory"] {
                assert_eq!(refused(&place, name, existing), Why::NotRegular, "{name}");
            }
            for name in ["-people.csv", ".people.csv", "", "directory/", "people\n.csv", ".."] {
                assert_eq!(refused(&place, name, existing), Why::Name, "{name:?}");
            }
            assert_eq!(refused(&place, "none/people.csv", existing), Why::NoDirectory);
        }
        assert_eq!((place.read("target").as_str(), place.names().len()), ("old", 4));
    }

    #[test]
    fn a_place_that_is_there_and_takes_no_files_is_told_as_such() {
        let refused = write("/proc/a.csv", b"moi", Existing::Stays).unwrap_err();
        assert_eq!(refused.why, Why::Denied);
    }

    #[test]
    fn a_file_of_the_book_is_never_replaced() {
        let place = Place::new("export");
        place.write("people.json", "book");
        for name in ["people.json", "lock", "notes.json"] {
            assert_eq!(refused(&place, name, Existing::IsReplaced), Why::OfBook, "{name}");
        }
        assert_eq!(place.names(), ["people.json"]);
    }

    #[test]
    fn what_the_disk_refuses_is_told_and_leaves_all_as_it_was() {
        for (call, kind, why) in [
            (Call::Create, io::ErrorKind::PermissionDenied, Why::Denied),
            (Call::Write, io::ErrorKind::StorageFull, Why::Full),
            (Call::Sync, io::ErrorKind::QuotaExceeded, Why::Full),
            (Call::Rename, io::ErrorKind::ReadOnlyFilesystem, Why::Denied),
        ] {
            let place = Place::new("export");
            place.write("people.csv", "old");
            let failed = write_on(&Failing(call, kind), &typed(&place, "people.csv"), b"new", Existing::IsReplaced);
            assert_eq!(failed.unwrap_err().why, why, "{call:?}");
            assert_eq!((place.read("people.csv").as_str(), place.names().len()), ("old", 1), "{call:?}");
        }
    }

    #[test]
    fn every_reason_names_the_file_or_the_directory_that_is_missing_in_every_language() {
        let reasons = [Why::Exists, Why::Name, Why::OfBook, Why::NoDirectory, Why::NotRegular, Why::Full, Why::Denied];
        for why in reasons.into_iter().chain([Why::Io("odd".into())]) {
            for tongue in Tongue::ALL {
                let failed = NotWritten { path: "/x/people.csv".into(), why: why.clone() };
                let told = failed.sentence(&Texts::new(tongue));
                let named = if why == Why::NoDirectory { "/x" } else { "people.csv" };
                assert!(told.as_str().contains(named), "{told}");
            }
        }
    }
}
