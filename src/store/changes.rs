//! The change files: one line of JSON for every record that changed, who did it, when, and how the record was
//! before and after.
//!
//! Owns their form and how they are read back: as a history to undo from, and as news of others. A line is written
//! before the data is; one whose change did not come about does no harm. A line that is torn is read over.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use ecow::EcoString;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::disk::{Disk, is_directory, mode_for, regular};
use super::failure::SaveFailed;
use super::raw::record;
use crate::book::Change;
use crate::domain::{Act, Choice, Id, Kind, Link};
use crate::exchange::json::AsJson;
use crate::history::Signed;

mod past;

pub use past::history;

/// The directory of the change files in the book's directory.
const CHANGES: &str = "changes";

/// How much of a change file's end is read; for the history more, where a change began before it.
const TAIL: u64 = 1 << 20;

/// How many of the newest change files are read.
const NEWEST: usize = 2;

/// A group as it is logged: with what the disk had and has.
#[derive(Debug)]
pub(super) struct Entry<'g> {
    /// The group as it came.
    pub(super) signed: &'g Signed,
    /// What it changed on the disk, each record once.
    pub(super) changes: Vec<Change>,
}

impl Entry<'_> {
    /// Whether it moved nothing and nothing is to be remembered of it. What took something back is remembered, as
    /// else the same would be taken back again.
    pub(super) fn is_idle(&self) -> bool {
        self.changes.is_empty() && !matches!(self.signed.group.act, Act::Undo | Act::Redo)
    }
}

/// A line as it is written.
#[derive(Serialize)]
struct Line<'a> {
    group: &'a str,
    act: &'static str,
    of: Option<&'a str>,
    by: Option<&'a str>,
    at: String,
    kind: Option<&'static str>,
    id: Option<&'a str>,
    before: Option<AsJson<'a>>,
    after: Option<AsJson<'a>>,
}

/// A line as it is read. What is missing counts as nothing, and what is more is read over.
#[derive(Deserialize)]
struct Stored<'a> {
    group: Cow<'a, str>,
    act: Cow<'a, str>,
    of: Option<Cow<'a, str>>,
    by: Option<Cow<'a, str>>,
    at: Cow<'a, str>,
    kind: Option<Cow<'a, str>>,
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    before: Option<&'a RawValue>,
    #[serde(borrow)]
    after: Option<&'a RawValue>,
}

/// What was appended, so that it can be taken back.
#[derive(Debug)]
pub(super) struct Logged {
    file: Option<File>,
    length: u64,
}

impl Logged {
    /// Cuts off what was appended.
    pub(super) fn take_back(&self, disk: &dyn Disk) {
        if let Some(file) = &self.file {
            // A line too many does no harm.
            drop(disk.cut(file, self.length));
        }
    }
}

/// Appends these groups to the month's file and brings it to the disk.
pub(super) fn append(
    disk: &dyn Disk,
    directory: &Path,
    day: Date,
    entries: &[Entry<'_>],
) -> Result<Logged, SaveFailed> {
    let name = format!("{CHANGES}/{:04}-{:02}.jsonl", day.year(), day.month());
    append_to(disk, &directory.join(CHANGES), &directory.join(&name), entries)
        .map_err(|error| SaveFailed::io(&name, &error))
}

fn append_to(disk: &dyn Disk, changes: &Path, path: &Path, entries: &[Entry<'_>]) -> io::Result<Logged> {
    if !is_directory(changes)? {
        disk.make_directory(changes)?;
    }
    let is_new = regular(path)?.is_none();
    let mut file = if is_new { disk.create(path, mode_for(path))? } else { disk.open(path)? };
    if is_new {
        disk.sync_directory(changes)?;
    }
    let length = file.seek(SeekFrom::End(0))?;
    let mut text = Vec::new();
    // What a save that was cut short left torn must not take the next line along.
    if length > 0 && last_byte(&mut file, length)? != b'\n' {
        text.push(b'\n');
    }
    for entry in entries {
        entry.write(&mut text)?;
    }
    let logged = Logged { file: None, length };
    if let Err(error) = disk.write(&mut file, &text).and_then(|()| disk.sync(&file)) {
        Logged { file: Some(file), ..logged }.take_back(disk);
        return Err(error);
    }
    Ok(Logged { file: Some(file), ..logged })
}

fn last_byte(file: &mut File, length: u64) -> io::Result<u8> {
    let mut last = [0];
    file.seek(SeekFrom::Start(length.saturating_sub(1)))?;
    file.read_exact(&mut last)?;
    file.seek(SeekFrom::End(0))?;
    let [last] = last;
    Ok(last)
}

impl Entry<'_> {
    fn write(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
        let Signed { group, by, at } = self.signed;
        let mut line = |link: Option<&Link>, change: Option<&Change>| {
            let line = Line {
                group: group.id.as_str(),
                act: group.act.key(),
                of: group.of.as_ref().map(Id::as_str),
                by: by.as_ref().map(Id::as_str),
                at: at.to_string(),
                kind: link.map(|link| link.kind.key()),
                id: link.map(|link| link.id.as_str()),
                before: change.and_then(|change| change.before.as_ref()).map(|record| AsJson(record.as_ref())),
                after: change.and_then(|change| change.after.as_ref()).map(|record| AsJson(record.as_ref())),
            };
            let mut text = serde_json::to_vec(&line)?;
            // Kept text may stand over several lines; in JSON a line end is never part of a string.
            text.iter_mut().filter(|byte| matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
            out.extend(text);
            out.push(b'\n');
            Ok(())
        };
        if self.changes.is_empty() {
            return line(None, None);
        }
        self.changes.iter().try_for_each(|change| line(change.link().as_ref(), Some(change)))
    }
}

impl Stored<'_> {
    fn link(&self) -> Option<Link> {
        let kind = Kind::from_key(self.kind.as_deref()?)?;
        Some(Link::new(kind, Id::parse(self.id.as_deref()?).ok()?))
    }

    fn by(&self) -> Option<Id> {
        Id::parse(self.by.as_deref()?).ok()
    }

    /// The change it tells; nothing where a record cannot be read.
    fn change(&self) -> Option<Change> {
        let link = self.link()?;
        let side = |json: Option<&RawValue>| match json {
            None => Some(None),
            Some(json) => record(link.kind, json.get().as_bytes()).ok().map(Some),
        };
        Some(Change { before: side(self.before)?, after: side(self.after)? })
    }
}

/// Who changed this record last, and when, as far as the newest change files tell.
pub(super) fn last_of(disk: &dyn Disk, directory: &Path, link: &Link) -> Option<(Option<Id>, DateTime)> {
    newest(directory).into_iter().rev().find_map(|path| {
        let text = tail(disk, &path)?;
        let named = format!("\"{}\"", link.id);
        let naming =
            text.rsplit(|byte| *byte == b'\n').filter(|line| memchr::memmem::find(line, named.as_bytes()).is_some());
        naming
            .filter_map(read_line)
            .find(|stored| stored.link().as_ref() == Some(link))
            .and_then(|stored| Some((stored.by(), stored.at.parse().ok()?)))
    })
}

/// A place in the change files, from which on there may be news.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The name of the newest change file; empty where there is none.
    file: EcoString,
    /// How much of it has been read.
    length: u64,
}

impl Cursor {
    /// The end of the change files as they are now.
    pub fn now(directory: &Path) -> Self {
        let newest = newest(directory).pop();
        newest
            .and_then(|path| Some(Self { file: name(&path)?, length: path.metadata().ok()?.len() }))
            .unwrap_or_default()
    }
}

/// Who changed which records since this place, in the order it happened, and the place from which to ask next.
pub fn news(directory: &Path, since: &Cursor) -> (Vec<(Option<Id>, Link)>, Cursor) {
    let mut told = Vec::new();
    let mut cursor = since.clone();
    for path in newest(directory) {
        let Some(name) = name(&path).filter(|name| *name >= since.file) else { continue };
        let from = if name == since.file { since.length } else { 0 };
        let Some((text, length)) = read_from(&path, from) else { continue };
        told.extend(lines(&text).filter_map(|stored| Some((stored.by(), stored.link()?))));
        cursor = Cursor { file: name, length };
    }
    (told, cursor)
}

fn name(path: &Path) -> Option<EcoString> {
    path.file_name()?.to_str().map(EcoString::from)
}

/// The newest change files, the oldest of them first.
fn newest(directory: &Path) -> Vec<PathBuf> {
    let Ok(entries) = directory.join(CHANGES).read_dir() else { return Vec::new() };
    let is_month = |path: &PathBuf| path.extension().is_some_and(|end| end == "jsonl");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_month).collect();
    paths.sort();
    paths.split_off(paths.len().saturating_sub(NEWEST))
}

/// The whole lines at the end of a file.
fn tail(disk: &dyn Disk, path: &Path) -> Option<Vec<u8>> {
    disk.before(super::disk::Call::Read).ok()?;
    let length = regular(path).ok()??.len();
    Some(read_from(path, length.saturating_sub(TAIL))?.0)
}

/// The whole lines that begin from this byte on, and where the last of them ends.
fn read_from(path: &Path, from: u64) -> Option<(Vec<u8>, u64)> {
    let length = regular(path).ok()??.len();
    // A file may have become shorter; of one that grew much only the end is told.
    let from = from.min(length).max(length.saturating_sub(TAIL));
    let mut file = File::open(path).ok()?;
    // One byte sooner, to see whether a line begins here.
    file.seek(SeekFrom::Start(from.saturating_sub(1))).ok()?;
    let mut text = Vec::new();
    file.take(TAIL + 1).read_to_end(&mut text).ok()?;
    let begins = if from == 0 { 0 } else { memchr::memchr(b'\n', &text).map_or(text.len(), |end| end + 1) };
    let ends = memchr::memrchr(b'\n', &text).map_or(begins, |end| end + 1).max(begins);
    let lines = text.get(begins..ends)?.to_vec();
    Some((lines, from.saturating_sub(1) + ends as u64))
}

fn lines(text: &[u8]) -> impl Iterator<Item = Stored<'_>> {
    text.split(|byte| *byte == b'\n').filter_map(read_line)
}

fn read_line(line: &[u8]) -> Option<Stored<'_>> {
    serde_json::from_slice(line).ok()
}
