//! The only room that touches the disk: books read and written, drafts, and the small files of the program itself.
//!
//! A book is a directory with one file a kind; the shipped book is in the program and read by the same
//! code. Whatever cannot be read is named with file, line, column and reason, and the rest opens. Only
//! [`save::save`] and [`found::found`] write into a book, under its lock and by the protocol of `commit`: a reader
//! sees the old file or the new one, and so does whoever comes after a crash.
#![expect(clippy::disallowed_methods, reason = "this room is where the disk is touched")]

mod backup;
pub mod changes;
mod commit;
pub mod disk;
pub mod drafts;
pub mod export;
pub mod failure;
pub mod file;
pub mod found;
mod lock;
pub mod own;
pub mod paths;
#[cfg(test)]
mod place;
mod raw;
pub mod save;
mod sound;
pub mod state;
pub mod tables;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use ecow::EcoString;

use crate::book::{Book, Shelf, Shelved, Shelves};
use crate::domain::{
    Action, BookInfo, Coaching, Feedback, Id, Kind, Municipality, Note, Organisation, Person, Practice, Season,
    Session, Theme,
};
use crate::exchange::json::{Why, read};
use crate::text::{Arg, Safe, Texts};
use file::{Fault, Next, Position, Records};
use lock::Lock;

pub use changes::{Cursor, history, news};
pub use failure::{Failure, SaveFailed};
pub use found::{Foundation, found};
pub use save::{Saved, save};

/// Where a book is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The book that comes with the program.
    Example,
    /// A directory.
    Directory(PathBuf),
}

/// What a load yields.
#[derive(Debug)]
pub struct Loaded {
    /// The records that could be read.
    pub book: Book,
    /// What could not be read, file by file.
    pub problems: Vec<Problem>,
}

/// Something in the data that cannot be read or should be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name in the book's directory.
    pub file: EcoString,
    /// Where in the file.
    pub position: Option<Position>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with a file or a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A record cannot be read.
    Record(Why),
    /// A record has the id of one before it.
    IdTwice(Id),
    /// The file's frame is not what it should be.
    Frame(Fault),
    /// The system does not give the file; its own words.
    Io(EcoString),
    /// The book's directory is gone.
    NoDirectory,
    /// The file is not there, though the day's copy with this name has records in it.
    Missing(EcoString),
    /// The file may not be read.
    Denied,
    /// Not a regular file, or a link that leads out of the book.
    NotRegular,
    /// More than [`file::FILE_MOST`] bytes.
    FileTooLarge,
}

impl Problem {
    /// Whether nothing is lost by it and it is only told.
    pub fn is_notice(&self) -> bool {
        self.what == What::Frame(Fault::ByteOrderMark)
    }

    /// Whether nothing at all could be read because of it.
    pub fn is_everything(&self) -> bool {
        self.what == What::NoDirectory
    }

    /// Where it is: `people.json 12:5`.
    pub fn place(&self) -> Safe {
        match self.position {
            Some(Position { line, column }) => Safe::line(&format!("{} {line}:{column}", self.file)),
            None => Safe::line(&self.file),
        }
    }

    /// What it is, in a sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        match &self.what {
            What::Record(why) => why_sentence(why, texts),
            What::IdTwice(id) => texts.tell("problem-id-twice", &[("id", Safe::line(id.as_str()).into())]),
            What::Frame(fault) => texts.say(match fault {
                Fault::Truncated => "problem-file-truncated",
                Fault::TooLarge => "problem-record-too-large",
                Fault::NotAFile => "problem-not-a-file",
                Fault::OtherKind => "problem-other-kind",
                Fault::NewerFormat => "problem-newer-format",
                Fault::ByteOrderMark => "problem-byte-order-mark",
            }),
            What::Io(words) => texts.tell("problem-io", &[("words", Safe::line(words).into())]),
            What::NoDirectory => texts.say("problem-no-directory"),
            What::Missing(day) => texts.tell("problem-missing", &[("day", Safe::line(day).into())]),
            What::Denied => texts.say("problem-denied"),
            What::NotRegular => texts.say("problem-not-regular"),
            What::FileTooLarge => texts.say("problem-file-too-large"),
        }
    }
}

fn why_sentence(why: &Why, texts: &Texts) -> Safe {
    let key_arg = |key: &EcoString| ("key", Arg::from(Safe::line(key)));
    match why {
        Why::Syntax => texts.say("problem-syntax"),
        Why::Truncated => texts.say("problem-truncated"),
        Why::Field { key, invalid } => {
            texts.tell("problem-field", &[key_arg(key), ("reason", texts.say(invalid.text_id()).into())])
        }
        Why::KeyTwice(key) => texts.tell("problem-key-twice", &[key_arg(key)]),
        Why::NoId => texts.say("problem-no-id"),
    }
}

/// How often a book is read again that others write meanwhile.
const READ_AGAIN: usize = 5;

/// How long a reader waits for a save of several files, and how often.
const SETTLING: (Duration, usize) = (Duration::from_millis(5), 40);

/// Reads a book. Never fails: what cannot be read is among the problems. A book that others write meanwhile is read
/// again, so that its files fit together.
pub fn load(source: &Source) -> Loaded {
    let Source::Directory(directory) = source else { return load_once(source) };
    for _ in 0..READ_AGAIN {
        if !settle(directory) {
            break;
        }
        let before = disk::stamps(directory);
        let loaded = load_once(source);
        if !commit::is_under_way(directory) && disk::stamps(directory) == before {
            return loaded;
        }
    }
    load_once(source)
}

/// Waits for a save of several files to be done, and completes one whose program is gone. Tells whether none is
/// under way any more.
fn settle(directory: &Path) -> bool {
    let (pause, times) = SETTLING;
    for _ in 0..times {
        if !commit::is_under_way(directory) {
            return true;
        }
        // Taking the lock completes what was left. Who may not write reads what there is.
        match Lock::take_within(&disk::Real, directory, Duration::ZERO) {
            Ok(_) => {}
            Err(SaveFailed { what: Failure::Busy(_), .. }) => sleep(pause),
            Err(_) => return false,
        }
    }
    false
}

fn load_once(source: &Source) -> Loaded {
    let mut problems = Vec::new();
    if let Source::Directory(directory) = source
        && !directory.is_dir()
    {
        let file = ecow::eco_format!("{}", directory.display());
        problems.push(Problem { file, position: None, what: What::NoDirectory });
    }
    if let Source::Directory(directory) = source {
        let missing = backup::missing(directory);
        let problem = |(kind, day)| Problem { file: file_name(kind).into(), position: None, what: What::Missing(day) };
        problems.extend(missing.into_iter().map(problem));
    }
    let mut shelves = Shelves::default();
    {
        let mut loading = Loading { source, problems: &mut problems };
        // People first and apart: in a large book they are most of it.
        shelves.people = loading.shelf::<Person>();
        shelves.municipalities = loading.shelf::<Municipality>();
        shelves.organisations = loading.shelf::<Organisation>();
        shelves.themes = loading.shelf::<Theme>();
        shelves.seasons = loading.shelf::<Season>();
        shelves.coachings = loading.shelf::<Coaching>();
        shelves.sessions = loading.shelf::<Session>();
        shelves.feedback = loading.shelf::<Feedback>();
        shelves.actions = loading.shelf::<Action>();
        shelves.practices = loading.shelf::<Practice>();
        shelves.notes = loading.shelf::<Note>();
        shelves.book = loading.shelf::<BookInfo>();
    }
    Loaded { book: Book::new(shelves), problems }
}

/// The municipalities of Finland, as shipped.
pub fn reference_municipalities() -> Loaded {
    let mut problems = Vec::new();
    let mut reading = Reading::new("municipalities.json", &mut problems);
    let municipalities = reading.records::<Municipality>(MUNICIPALITIES.as_bytes());
    let shelves = Shelves { municipalities: Shelf::new(municipalities), ..Shelves::default() };
    Loaded { book: Book::new(shelves), problems }
}

/// Where the shipped list of municipalities was taken from, as its file says.
fn reference_source() -> String {
    #[derive(serde::Deserialize)]
    struct Frame {
        source: String,
    }
    serde_json::from_str(MUNICIPALITIES).map(|frame: Frame| frame.source).unwrap_or_default()
}

const MUNICIPALITIES: &str = include_str!("../data/municipalities.json");

/// The shipped book's file of this kind.
const fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Municipality => include_str!("../data/uusimaa/municipalities.json"),
        Kind::Organisation => include_str!("../data/uusimaa/organisations.json"),
        Kind::Person => include_str!("../data/uusimaa/people.json"),
        Kind::Theme => include_str!("../data/uusimaa/themes.json"),
        Kind::Season => include_str!("../data/uusimaa/seasons.json"),
        Kind::Coaching => include_str!("../data/uusimaa/coachings.json"),
        Kind::Session => include_str!("../data/uusimaa/sessions.json"),
        Kind::Feedback => include_str!("../data/uusimaa/feedback.json"),
        Kind::Action => include_str!("../data/uusimaa/actions.json"),
        Kind::Practice => include_str!("../data/uusimaa/practices.json"),
        Kind::Note => include_str!("../data/uusimaa/notes.json"),
        Kind::Book => include_str!("../data/uusimaa/book.json"),
    }
}

/// The name of the file that holds this kind.
pub fn file_name(kind: Kind) -> String {
    format!("{}.json", kind.plural())
}

struct Loading<'a> {
    source: &'a Source,
    problems: &'a mut Vec<Problem>,
}

impl Loading<'_> {
    fn shelf<T: Shelved + Send>(&mut self) -> Shelf<T> {
        let name = file_name(T::KIND);
        let mut reading = Reading::new(&name, self.problems);
        Shelf::new(match self.source {
            Source::Example => reading.records::<T>(example(T::KIND).as_bytes()),
            Source::Directory(directory) => {
                let records = sound_records::<T>(directory, &name).transpose();
                records.unwrap_or_else(|| reading.file::<T>(directory)).unwrap_or_else(|what| {
                    reading.problem(None, what);
                    Vec::new()
                })
            }
        })
    }
}

/// The records of a large file in which there is nothing to tell of.
fn sound_records<T: Shelved + Send>(directory: &Path, name: &str) -> Result<Option<Vec<T>>, What> {
    let Some(file) = open(directory, name)? else { return Ok(Some(Vec::new())) };
    let large = file.metadata().is_ok_and(|metadata| metadata.len() >= sound::LARGE);
    Ok(if large { sound::records(file) } else { None })
}

/// The file, if it is there, regular, inside the directory and not too large.
fn open(directory: &Path, name: &str) -> Result<Option<File>, What> {
    let io = |error: io::Error| match error.kind() {
        io::ErrorKind::PermissionDenied => What::Denied,
        _ => What::Io(ecow::eco_format!("{error}")),
    };
    let path = directory.join(name);
    let entry = match path.symlink_metadata() {
        Ok(entry) => entry,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(error)),
    };
    if entry.is_symlink() {
        let target = path.canonicalize().map_err(io)?;
        if !target.starts_with(directory.canonicalize().map_err(io)?) {
            return Err(What::NotRegular);
        }
    }
    let target = path.metadata().map_err(io)?;
    if !target.is_file() {
        return Err(What::NotRegular);
    }
    if target.len() > file::FILE_MOST {
        return Err(What::FileTooLarge);
    }
    File::open(&path).map(Some).map_err(io)
}

/// Reads one file and gathers what is wrong with it.
struct Reading<'a> {
    file: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Reading<'a> {
    fn new(file: &'a str, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, problems }
    }

    fn problem(&mut self, position: Option<Position>, what: What) {
        self.problems.push(Problem { file: self.file.into(), position, what });
    }

    fn file<T: Shelved>(&mut self, directory: &Path) -> Result<Vec<T>, What> {
        let file = open(directory, self.file)?;
        Ok(file.map(|file| self.records(file)).unwrap_or_default())
    }

    fn records<T: Shelved>(&mut self, source: impl Read) -> Vec<T> {
        let mut found: Vec<(T, u32)> = Vec::new();
        if let Err(error) = self.all(source, &mut found) {
            self.problem(None, What::Io(ecow::eco_format!("{error}")));
        }
        self.without_twins(found)
    }

    fn all<T: Shelved>(&mut self, source: impl Read, found: &mut Vec<(T, u32)>) -> io::Result<()> {
        let (mut records, marked) = match Records::open(source, T::KIND.plural())? {
            Ok(opened) => opened,
            Err((position, fault)) => {
                self.problem(Some(position), What::Frame(fault));
                return Ok(());
            }
        };
        if marked {
            self.problem(Some(Position { line: 1, column: 1 }), What::Frame(Fault::ByteOrderMark));
        }
        loop {
            match records.advance()? {
                Next::End => return Ok(()),
                Next::Frame(position, fault) => {
                    // A record that ends too early has said so already.
                    if !self
                        .problems
                        .last()
                        .is_some_and(|last| last.file == self.file && last.what == What::Record(Why::Truncated))
                    {
                        self.problem(Some(position), What::Frame(fault));
                    }
                    return Ok(());
                }
                Next::Broken(position, Fault::Truncated) => self.problem(Some(position), What::Record(Why::Truncated)),
                Next::Broken(position, fault) => self.problem(Some(position), What::Frame(fault)),
                Next::Record(position) => match read::<T>(records.text()) {
                    Ok(record) => found.push((record, u32::try_from(position.line).unwrap_or(u32::MAX))),
                    Err(bad) => {
                        let at = within(position, bad.line, bad.column);
                        let lost_its_end = file::lost_its_end(&bad.why, records.text());
                        self.problem(Some(at), What::Record(bad.why));
                        if lost_its_end {
                            records.give_back()?;
                        }
                    }
                },
            }
        }
    }

    /// Of records that share an id the first is kept, as it is the one others were made to fit.
    fn without_twins<T: Shelved>(&mut self, found: Vec<(T, u32)>) -> Vec<T> {
        if found.is_sorted_by(|(one, _), (next, _)| one.id() < next.id()) {
            return found.into_iter().map(|(record, _)| record).collect();
        }
        let mut seen = std::collections::HashSet::new();
        let mut records = Vec::with_capacity(found.len());
        for (record, line) in found {
            if seen.insert(record.id().clone()) {
                records.push(record);
            } else {
                let position = Position { line: line as usize, column: 1 };
                self.problem(Some(position), What::IdTwice(record.id().clone()));
            }
        }
        records
    }
}

/// A place within a record, in the file's own count.
fn within(record: Position, line: usize, column: usize) -> Position {
    if line <= 1 {
        Position { line: record.line, column: record.column + column - 1 }
    } else {
        Position { line: record.line + line - 1, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_book_opens_without_a_problem() {
        let loaded = load(&Source::Example);
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.book.count(Kind::Municipality), 26);
        assert_eq!(loaded.book.count(Kind::Coaching), 3);
        for kind in Kind::ALL {
            for place in loaded.book.places(kind) {
                let record = loaded.book.at(place).unwrap();
                assert!(record.kept().unknown.is_empty(), "{}: a stored key has no field row", record.link());
            }
        }
    }

    #[test]
    fn all_of_finland_is_there() {
        let loaded = reference_municipalities();
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.book.count(Kind::Municipality), 308);
        let regions: std::collections::BTreeSet<_> =
            loaded.book.all::<Municipality>().map(|municipality| municipality.region.fi.clone()).collect();
        assert_eq!(regions.len(), 19);
    }
}
