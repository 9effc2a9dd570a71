//! Saving: under the lock the book's files are read again, changes merged into what is there now, written,
//! logged, and only then acknowledged.
//!
//! Owns the order in which that happens. Records nobody touched come back byte for byte. A file that cannot be
//! read is never written over.

use std::collections::BTreeMap;
use std::path::Path;

use ecow::EcoString;

use super::changes::{self, Entry};
use super::commit::{self, New};
use super::disk::{Disk, Real, Stamp, stamps};
use super::failure::{Failure, SaveFailed};
use super::file::{FILE_MOST, RECORD_MOST};
use super::lock::Lock;
use super::raw::{Edit, Found, Raw, record};
use super::{backup, file_name};
use crate::book::Change;
use crate::domain::{Id, Kind, Link, Record};
use crate::history::Signed;
use crate::merge::{Side, merge};

/// What a save did.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Every record the groups touch as it now is on the disk; nothing where it is gone.
    pub records: Vec<(Link, Option<Record>)>,
    /// Fields whose losing value is newly kept in their record's conflicts.
    pub conflicts: Vec<(Link, EcoString)>,
    /// Records that one side removed and the other's edit brought back.
    pub revived: Vec<Link>,
    /// How the book's files looked before.
    pub before: [Stamp; 12],
    /// How the book's files look now.
    pub stamps: [Stamp; 12],
    /// Why the day's copy of the book was not made, where it was not. Everything is saved all the same.
    pub backup: Option<SaveFailed>,
}

/// Saves these groups of changes, in their order, into the book of this directory.
///
/// # Errors
/// Says why nothing was acknowledged. The same groups can be saved again.
pub fn save(directory: &Path, groups: &[Signed]) -> Result<Saved, SaveFailed> {
    save_on(&Real, directory, groups)
}

/// As [`save`], on a file system of the caller's.
///
/// # Errors
/// As [`save`].
pub fn save_on(disk: &dyn Disk, directory: &Path, groups: &[Signed]) -> Result<Saved, SaveFailed> {
    let _lock = Lock::take(disk, directory)?;
    commit::sweep(disk, directory);
    let touched = |kind: Kind| {
        let mut changes = groups.iter().flat_map(|signed| &signed.group.changes);
        changes.any(|change| change.link().is_some_and(|link| link.kind == kind))
    };
    // A file of a few records in the place of one that had many would look as if all were well.
    if let Some((kind, _)) = backup::missing(directory).into_iter().find(|(kind, _)| touched(*kind)) {
        return Err(SaveFailed::of(&file_name(kind), Failure::Gone));
    }
    let before = stamps(directory);
    let mut work = Work { disk, directory, before, files: BTreeMap::new(), conflicts: Vec::new(), revived: Vec::new() };
    let mut entries = Vec::new();
    for signed in groups {
        entries.extend(work.take_in(signed)?);
    }
    let backup = work.write(groups, &entries)?;
    Ok(work.saved(backup))
}

/// The files a save touches, and what came up.
struct Work<'a> {
    disk: &'a dyn Disk,
    directory: &'a Path,
    before: [Stamp; 12],
    files: BTreeMap<Kind, OneFile>,
    conflicts: Vec<(Link, EcoString)>,
    revived: Vec<Link>,
}

/// A file and what becomes of its records.
struct OneFile {
    raw: Raw,
    touched: BTreeMap<Id, Touched>,
}

/// A record that the groups touch.
struct Touched {
    /// Where it stands in the file, or before which place it belongs.
    place: Result<usize, usize>,
    was: Option<Record>,
    now: Option<Record>,
}

impl Work<'_> {
    /// Merges one group into what is there, and tells what came of it.
    fn take_in<'g>(&mut self, signed: &'g Signed) -> Result<Option<Entry<'g>>, SaveFailed> {
        let mut changes: BTreeMap<Link, Change> = BTreeMap::new();
        for change in &signed.group.changes {
            let Some(link) = change.link() else { continue };
            let (before, after) = self.merge_one(&link, change, signed)?;
            changes.entry(link).or_insert(Change { before, after: None }).after = after;
        }
        let entry =
            Entry { signed, changes: changes.into_values().filter(|change| change.before != change.after).collect() };
        Ok((!entry.is_idle()).then_some(entry))
    }

    /// Merges one change; returns the record as it was and as it is now.
    fn merge_one(
        &mut self,
        link: &Link,
        change: &Change,
        signed: &Signed,
    ) -> Result<(Option<Record>, Option<Record>), SaveFailed> {
        let (disk, directory) = (self.disk, self.directory);
        let touched = self.touched(link)?;
        let before = touched.now.clone();
        let (base, mine) = (change.before.as_ref(), change.after.as_ref());
        let contested = before.as_ref() != base && before.as_ref() != mine;
        let other = if contested { changes::last_of(disk, directory, link) } else { None };
        let merged = merge(
            base.map(Record::as_ref),
            Side { record: mine.map(Record::as_ref), by: signed.by.as_ref(), at: Some(signed.at) },
            Side {
                record: before.as_ref().map(Record::as_ref),
                by: other.as_ref().and_then(|(by, _)| by.as_ref()),
                at: other.as_ref().map(|(_, at)| *at),
            },
        );
        touched.now.clone_from(&merged.record);
        self.conflicts.extend(merged.conflicts.into_iter().map(|field| (link.clone(), field)));
        if merged.revived {
            self.revived.push(link.clone());
        }
        Ok((before, merged.record))
    }

    /// The record as it is on the disk, or as an earlier group leaves it.
    fn touched(&mut self, link: &Link) -> Result<&mut Touched, SaveFailed> {
        let name = file_name(link.kind);
        let file = match self.files.entry(link.kind) {
            std::collections::btree_map::Entry::Occupied(file) => file.into_mut(),
            std::collections::btree_map::Entry::Vacant(free) => {
                let content = self.disk.read(&self.directory.join(&name), FILE_MOST);
                let raw = match content.map_err(|error| SaveFailed::io(&name, &error))? {
                    None => Raw::empty(link.kind),
                    Some(text) => {
                        Raw::new(link.kind, text).map_err(|(_, fault)| SaveFailed::of(&name, Failure::Frame(fault)))?
                    }
                };
                free.insert(OneFile { raw, touched: BTreeMap::new() })
            }
        };
        match file.touched.entry(link.id.clone()) {
            std::collections::btree_map::Entry::Occupied(touched) => Ok(touched.into_mut()),
            std::collections::btree_map::Entry::Vacant(free) => {
                let touched = match file.raw.find(&link.id) {
                    Found::Record(place, record) => {
                        Touched { place: Ok(place), was: Some((*record).clone()), now: Some(*record) }
                    }
                    Found::Nowhere(place) => Touched { place: Err(place), was: None, now: None },
                    Found::Unreadable => return Err(SaveFailed::of(&name, Failure::Unreadable(link.id.clone()))),
                };
                Ok(free.insert(touched))
            }
        }
    }

    /// Writes what changed, logged before. Returns why the day's copy failed, where it did.
    fn write(&self, groups: &[Signed], entries: &[Entry<'_>]) -> Result<Option<SaveFailed>, SaveFailed> {
        let Some(last) = groups.last().filter(|_| !entries.is_empty()) else { return Ok(None) };
        let mut new = Vec::new();
        for (kind, file) in &self.files {
            new.extend(file.written(*kind)?);
        }
        let backup = backup::keep(self.disk, self.directory, last.at.date()).err();
        let logged = changes::append(self.disk, self.directory, last.at.date(), entries)?;
        if let Err(not) = commit::commit(self.disk, self.directory, &new) {
            if !not.begun {
                logged.take_back(self.disk);
            }
            return Err(not.failed);
        }
        Ok(backup)
    }

    fn saved(self, backup: Option<SaveFailed>) -> Saved {
        let stamps = stamps(self.directory);
        let of_file = |(kind, file): (Kind, OneFile)| {
            file.touched.into_iter().map(move |(id, touched)| (Link::new(kind, id), touched.now))
        };
        let records = self.files.into_iter().flat_map(of_file).collect();
        Saved { records, conflicts: self.conflicts, revived: self.revived, before: self.before, stamps, backup }
    }
}

impl OneFile {
    /// The file as it is to be; nothing where nothing changes.
    fn written(&self, kind: Kind) -> Result<Option<New<'_>>, SaveFailed> {
        let name = file_name(kind);
        let mut edits = Vec::new();
        for (id, touched) in self.touched.iter().filter(|(_, touched)| touched.was != touched.now) {
            let now = touched.now.as_ref().map(Record::as_ref);
            if let Some(now) = now {
                let text = self.raw.canonical(now);
                let failed = |what: fn(Id) -> Failure| Err(SaveFailed::of(&name, what(id.clone())));
                if text.len() > RECORD_MOST {
                    return failed(Failure::RecordTooLarge);
                }
                if record(kind, &text).is_err() {
                    return failed(Failure::Unwritable);
                }
            }
            edits.extend(match (touched.place, now) {
                (Ok(place), Some(now)) => Some(Edit::Replace(place, now)),
                (Ok(place), None) => Some(Edit::Remove(place)),
                (Err(place), Some(now)) => Some(Edit::Insert(place, now)),
                (Err(_), None) => None,
            });
        }
        if edits.is_empty() {
            return Ok(None);
        }
        let pieces = self.raw.edited(&edits);
        let size: usize = pieces.iter().map(|piece| piece.len()).sum();
        if size as u64 > FILE_MOST {
            return Err(SaveFailed::of(&name, Failure::FileTooLarge));
        }
        Ok(Some(New { name, pieces }))
    }
}
