//! The change files read back as a history to undo from.
//!
//! Owns how far back is read: the end of the newest files, and on from there as far as one matter goes, as a table
//! with thousands of rows is one change and is taken back as one. Lines are read one by one, never a file at once.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::{Stored, TAIL, newest, read_line};
use crate::domain::{Act, Choice as _, Id, Link};
use crate::history::Group;
use crate::store::disk::regular;

/// How far back one matter is followed in a file, in bytes. A table of a hundred thousand rows takes up some sixty
/// million; what is longer than this cannot be taken back after a restart.
const MOST: u64 = 512 << 20;

/// How many bytes lie between the places at which a matter is looked for.
const STEP: u64 = 1 << 16;

/// The groups of changes that this person made in this book, as far back as the newest change files are read,
/// oldest first.
pub fn history(directory: &Path, by: Option<&Id>) -> Vec<Group> {
    let mut past = Past::default();
    for path in newest(directory) {
        // A file that cannot be read tells nothing, and the others still do.
        let _unread = past.read(&path, by);
    }
    past.groups.retain(|group| !past.partial.contains(&group.id));
    past.groups
}

#[derive(Default)]
struct Past {
    groups: Vec<Group>,
    /// Where in its group the change of a record stands.
    places: HashMap<(Id, Link), usize>,
    /// Groups of which a line cannot be read: they are not taken back by half either.
    partial: HashSet<Id>,
}

impl Past {
    fn read(&mut self, path: &Path, by: Option<&Id>) -> Option<()> {
        let length = regular(path).ok()??.len();
        let mut file = File::open(path).ok()?;
        let begin = begin(&mut file, length, by);
        // A group whose first lines were left out must not be taken back by half.
        let mut whole = begin == 0;
        let mut first: Option<String> = None;
        let mut lines = Lines::from(file, begin, length)?;
        while let Some(line) = lines.next() {
            let Some(stored) = read_line(line) else { continue };
            whole = whole || *first.get_or_insert_with(|| stored.group.to_string()) != *stored.group;
            if whole && stored.by().as_ref() == by {
                self.take_in(&stored);
            }
        }
        Some(())
    }

    /// Adds a line to the group it belongs to.
    fn take_in(&mut self, stored: &Stored<'_>) {
        let (Ok(id), Some(act)) = (Id::parse(&stored.group), Act::from_key(&stored.act)) else { return };
        let of = stored.of.as_deref().and_then(|of| Id::parse(of).ok());
        let known = self.groups.iter().rposition(|group| group.id == id).unwrap_or_else(|| {
            self.groups.push(Group { id: id.clone(), act, of, changes: Vec::new() });
            self.groups.len() - 1
        });
        let Some(group) = self.groups.get_mut(known).filter(|_| stored.kind.is_some()) else { return };
        let Some((change, link)) = stored.change().and_then(|change| change.link().map(|link| (change, link))) else {
            self.partial.insert(id);
            return;
        };
        let place = *self.places.entry((id, link)).or_insert(group.changes.len());
        match group.changes.get_mut(place) {
            // A save that failed and was tried again has logged the same twice: the later one came about.
            Some(earlier) => *earlier = change,
            None => group.changes.push(change),
        }
    }
}

/// From which byte on a file is read: its last [`TAIL`] bytes, and before them as far as the lines there go on about
/// the same matter of this person.
fn begin(file: &mut File, length: u64, by: Option<&Id>) -> u64 {
    let mut begin = length.saturating_sub(TAIL);
    let matter = Matter::at(file, begin, length).filter(|matter| matter.by.as_ref() == by);
    let least = length.saturating_sub(MOST);
    let goes_on = |file: &mut File, begin: u64| Matter::at(file, begin, length) == matter;
    while matter.is_some() && begin > least && goes_on(file, begin) {
        begin = begin.saturating_sub(STEP).max(least);
    }
    begin
}

/// What lines are about: a group, or the one that is taken back or done again, and who did it.
#[derive(PartialEq, Eq)]
struct Matter {
    group: String,
    by: Option<Id>,
}

impl Matter {
    /// That of the first line from here on that can be read.
    fn at(file: &mut File, begin: u64, length: u64) -> Option<Self> {
        let mut lines = Lines::from(file, begin, length)?;
        while let Some(line) = lines.next() {
            if let Some(stored) = read_line(line) {
                let by = stored.by();
                return Some(Self { group: stored.of.unwrap_or(stored.group).into_owned(), by });
            }
        }
        None
    }
}

/// The whole lines of a file from a byte on, one at a time.
struct Lines<R> {
    from: BufReader<std::io::Take<R>>,
    line: Vec<u8>,
}

impl<R: Read + Seek> Lines<R> {
    fn from(mut file: R, begin: u64, length: u64) -> Option<Self> {
        // One byte sooner, to see whether a line begins here.
        let sooner = begin.saturating_sub(1);
        file.seek(SeekFrom::Start(sooner)).ok()?;
        let mut lines = Self { from: BufReader::new(file.take(length - sooner)), line: Vec::new() };
        if begin > 0 {
            lines.next();
        }
        Some(lines)
    }

    fn next(&mut self) -> Option<&[u8]> {
        self.line.clear();
        self.from.read_until(b'\n', &mut self.line).ok()?;
        // The last line is torn, or being written, where nothing ends it.
        self.line.strip_suffix(b"\n")
    }
}
