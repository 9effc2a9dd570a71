//! Why something was not saved, in a sentence that names the file, what happened and the way out.

use std::io;

use ecow::EcoString;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::file::Fault;
use crate::domain::{Id, Words};
use crate::text::{Safe, Texts};

/// Something could not be saved. What is on the disk is whole, as it was before or as it was to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveFailed {
    /// The file's name in the book's directory.
    pub file: EcoString,
    /// Why.
    pub what: Failure,
}

/// Why something was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Somebody else has been saving for too long.
    Busy(Option<Holder>),
    /// The book's directory is not there.
    NoDirectory,
    /// A file that was there is gone.
    Gone,
    /// The disk is full.
    Full,
    /// The user's share of the disk is used up.
    Quota,
    /// The disk can only be read.
    ReadOnly,
    /// The rights do not suffice.
    Denied,
    /// A link, or anything else that is no regular file, stands in the file's place.
    NotRegular,
    /// The file's frame cannot be read, so nothing is put into it.
    Frame(Fault),
    /// This record cannot be read in the file as it is now, so it is not replaced.
    Unreadable(Id),
    /// The record would be too large to be read again.
    RecordTooLarge(Id),
    /// The record would not be read again as it is.
    Unwritable(Id),
    /// The file would be too large to be read again.
    FileTooLarge,
    /// What a save that was cut short left behind cannot be read.
    Intent,
    /// There is a book in this directory already.
    HoldsBook,
    /// There is something else in this directory.
    NotEmpty,
    /// No region is called so; these are.
    UnknownRegion(EcoString, Vec<Words>),
    /// Anything else, in the system's own words.
    Io(EcoString),
}

/// Who is saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The user's name on the machine.
    pub user: EcoString,
    /// The process.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
}

/// The zone all municipalities of Finland live in.
const ZONE: &str = "Europe/Helsinki";

impl SaveFailed {
    /// What the system says of this file.
    pub(super) fn io(file: &str, error: &io::Error) -> Self {
        let what = match error.kind() {
            io::ErrorKind::StorageFull => Failure::Full,
            io::ErrorKind::QuotaExceeded => Failure::Quota,
            io::ErrorKind::ReadOnlyFilesystem => Failure::ReadOnly,
            io::ErrorKind::PermissionDenied => Failure::Denied,
            io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory => Failure::NotRegular,
            // The system's own limit is a share of the disk as well; without its number it is the book's.
            io::ErrorKind::FileTooLarge if error.raw_os_error().is_some() => Failure::Quota,
            io::ErrorKind::FileTooLarge => Failure::FileTooLarge,
            _ => Failure::Io(ecow::eco_format!("{error}")),
        };
        Self::of(file, what)
    }

    pub(super) fn of(file: &str, what: Failure) -> Self {
        Self { file: file.into(), what }
    }

    /// The sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        let file = ("file", Safe::line(&self.file).into());
        let told = |id: &str| texts.tell(id, std::slice::from_ref(&file));
        let of_record = |text: &str, id: &Id| texts.tell(text, &[file.clone(), ("id", Safe::line(id.as_str()).into())]);
        match &self.what {
            Failure::Busy(None) => texts.say("save-failed-busy"),
            Failure::Busy(Some(holder)) => holder.sentence(texts),
            Failure::NoDirectory => told("save-failed-no-directory"),
            Failure::Gone => told("save-failed-gone"),
            Failure::Full => told("save-failed-full"),
            Failure::Quota => told("save-failed-quota"),
            Failure::ReadOnly => told("save-failed-read-only"),
            Failure::Denied => told("save-failed-denied"),
            Failure::NotRegular => told("save-failed-not-regular"),
            Failure::Frame(Fault::NewerFormat) => told("save-failed-newer-format"),
            Failure::Frame(_) => told("save-failed-frame"),
            Failure::Unreadable(id) => of_record("save-failed-unreadable", id),
            Failure::RecordTooLarge(id) => of_record("save-failed-record-too-large", id),
            Failure::Unwritable(id) => of_record("save-failed-unwritable", id),
            Failure::FileTooLarge => told("save-failed-file-too-large"),
            Failure::Intent => told("save-failed-intent"),
            Failure::HoldsBook => told("save-failed-holds-book"),
            Failure::NotEmpty => told("save-failed-not-empty"),
            Failure::UnknownRegion(name, regions) => {
                let regions: Vec<&str> = regions.iter().map(|name| name.in_tongue(texts.tongue()).as_str()).collect();
                let regions = ("regions", Safe::line(&regions.join(", ")).into());
                texts.tell("save-failed-unknown-region", &[("name", Safe::line(name).into()), regions])
            }
            Failure::Io(words) => texts.tell("save-failed-io", &[file.clone(), ("words", Safe::line(words).into())]),
        }
    }
}

impl Holder {
    fn sentence(&self, texts: &Texts) -> Safe {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let since = texts.time(self.since.to_zoned(zone).time());
        let user = Safe::line(&self.user);
        let process = Safe::line(&self.process.to_string());
        texts.tell(
            "save-failed-busy-with",
            &[("user", user.into()), ("process", process.into()), ("since", since.into())],
        )
    }
}
