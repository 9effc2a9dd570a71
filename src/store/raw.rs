//! A file of records as it stands, byte by byte, in which single records are looked up, replaced, added and taken
//! away while all else stays as it is.
//!
//! In canonical files records are told apart by their lines and only those asked for are read; in others every
//! record is read, just as a load does. Either way the boundaries are those a load sees.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use memchr::{memchr2_iter, memmem, memrchr};
use serde::Deserialize;

use super::file::{Fault, Next, Position, Records, is_closed, lost_its_end};
use crate::book::Shelved;
use crate::domain::{Id, Kind, Record, RecordRef};
use crate::exchange::json::{Unreadable, read, write};

/// Up to how many records each is looked for in the text, which is quicker than to read all ids first.
const FEW: usize = 32;

/// The indent of records in canonical files.
const INDENT: &str = "    ";

/// A file's text and where its records stand in it.
#[derive(Debug)]
pub(super) struct Raw {
    kind: Kind,
    text: Vec<u8>,
    /// The records' texts, readable or not, in the order of the file.
    pieces: Vec<Range<usize>>,
    /// Where the list of records ends: the place of its bracket.
    tail: usize,
    /// What a line begins with that begins a record.
    indent: String,
    line_end: &'static str,
    /// How many records were looked up.
    asked: Cell<usize>,
    /// Which id is named where, once many are looked up.
    index: OnceCell<HashMap<String, Vec<usize>>>,
}

/// What is known of a record in a file.
#[derive(Debug)]
pub(super) enum Found {
    /// It stands at this place.
    Record(usize, Box<Record>),
    /// It stands there and cannot be read.
    Unreadable,
    /// It is not there; one with its id would stand before this place.
    Nowhere(usize),
}

/// What becomes of a record.
#[derive(Debug)]
pub(super) enum Edit<'a> {
    /// The one at this place is this from now on.
    Replace(usize, RecordRef<'a>),
    /// The one at this place goes.
    Remove(usize),
    /// This one comes before that place.
    Insert(usize, RecordRef<'a>),
}

/// The part of a record by which it is known.
#[derive(Deserialize)]
struct OnlyId<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

impl Raw {
    /// Takes a file apart.
    ///
    /// # Errors
    /// Says what is wrong with the frame; nothing can be put into such a file.
    pub(super) fn new(kind: Kind, text: Vec<u8>) -> Result<Self, (Position, Fault)> {
        let mut records = match Records::open(text.as_slice(), kind.plural()) {
            Ok(opened) => opened?.0,
            // Text in memory has nothing that can fail.
            Err(_) => return Err((Position::default(), Fault::NotAFile)),
        };
        let begins = records.offset();
        let (pieces, tail) = match by_lines(&text, begins) {
            Some(split) => split,
            None => carefully(kind, &text, &mut records)?,
        };
        let indent = pieces.first().and_then(|first| blanks_before(&text, first.start)).unwrap_or(INDENT).to_owned();
        let first_line = memchr::memchr(b'\n', &text).and_then(|end| text.get(..end));
        let line_end = if first_line.is_some_and(|line| line.ends_with(b"\r")) { "\r\n" } else { "\n" };
        let (asked, index) = (Cell::default(), OnceCell::new());
        Ok(Self { kind, text, pieces, tail, indent, line_end, asked, index })
    }

    /// A file that is not there yet.
    pub(super) fn empty(kind: Kind) -> Self {
        let head = format!("{{\n  \"format\": 1,\n  \"kind\": \"{}\",\n  \"records\": [", kind.plural());
        let (text, tail) = (format!("{head}]\n}}\n"), head.len());
        let pieces = Vec::new();
        let (text, indent, index) = (text.into_bytes(), INDENT.to_owned(), OnceCell::new());
        Self { kind, text, pieces, tail, indent, line_end: "\n", asked: Cell::default(), index }
    }

    /// Looks a record up. Of several with its id the first that can be read is it, as it is for a load.
    pub(super) fn find(&self, id: &Id) -> Found {
        let mut unreadable = false;
        for place in self.places_naming(id) {
            match record(self.kind, self.piece(place)) {
                Ok(record) if record.as_ref().id() == id => return Found::Record(place, Box::new(record)),
                Ok(_) => {}
                Err(_) => unreadable |= self.begins_with(place, id),
            }
        }
        if unreadable { Found::Unreadable } else { Found::Nowhere(self.place_for(id)) }
    }

    /// The places of records in which `"id": "<id>"` stands somewhere, ascending.
    fn places_naming(&self, id: &Id) -> Vec<usize> {
        self.asked.set(self.asked.get().saturating_add(1));
        if self.asked.get() > FEW {
            let index = self.index.get_or_init(|| self.index());
            return index.get(id.as_str()).cloned().unwrap_or_default();
        }
        let named = format!("\"{id}\"");
        let mut places: Vec<usize> = Vec::new();
        for at in memmem::find_iter(&self.text, &named) {
            let place = self.pieces.partition_point(|piece| piece.end <= at);
            let holds = self.pieces.get(place).is_some_and(|piece| piece.start <= at);
            if holds && self.text.get(..at).is_some_and(ends_with_id_key) && places.last() != Some(&place) {
                places.push(place);
            }
        }
        if spells_letters(&self.text) {
            places =
                (0..self.pieces.len()).filter(|place| self.id_at(*place).is_some_and(|at| at == id.as_str())).collect();
        }
        places
    }

    /// Every id that stands somewhere as `"id": "<id>"`, with the places of the records it stands in.
    fn index(&self) -> HashMap<String, Vec<usize>> {
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        let mut add = |id: &str, place: usize| {
            let places = index.entry(id.to_owned()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        };
        let spelt = spells_letters(&self.text);
        for place in 0..self.pieces.len() {
            if spelt {
                self.id_at(place).into_iter().for_each(|id| add(&id, place));
            } else {
                ids_in(self.piece(place)).for_each(|id| add(id, place));
            }
        }
        index
    }

    /// Whether the first id that is named in this piece is this one.
    fn begins_with(&self, place: usize, id: &Id) -> bool {
        let piece = self.piece(place);
        let named = format!("\"{id}\"");
        let first = memmem::find_iter(piece, "\"id\"").next();
        let own = memmem::find_iter(piece, &named).find(|at| piece.get(..*at).is_some_and(ends_with_id_key));
        own.zip(first).is_some_and(|(own, first)| {
            piece
                .get(first + "\"id\"".len()..own)
                .is_some_and(|between| between.iter().all(|byte| is_blank(*byte) || *byte == b':'))
        })
    }

    fn piece(&self, place: usize) -> &[u8] {
        self.pieces.get(place).and_then(|piece| self.text.get(piece.clone())).unwrap_or_default()
    }

    fn id_at(&self, place: usize) -> Option<Cow<'_, str>> {
        serde_json::from_slice::<OnlyId<'_>>(self.piece(place)).ok().map(|only| only.id)
    }

    /// Before which place a record with this id belongs. One that cannot be read stays behind its predecessor.
    fn place_for(&self, id: &Id) -> usize {
        let (mut low, mut high) = (0, self.pieces.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let readable = (middle..high).find_map(|place| Some((place, self.id_at(place)?)));
            match readable {
                Some((place, other)) if *other < *id.as_str() => low = place + 1,
                _ => high = middle,
            }
        }
        // Unreadable ones in front of the place found belong to the one before them.
        (low..self.pieces.len()).find(|place| self.id_at(*place).is_some()).unwrap_or(self.pieces.len())
    }

    /// Where the list of records begins, right behind its bracket.
    fn head(&self) -> usize {
        let first = self.pieces.first().map_or(self.tail, |piece| piece.start);
        let before = self.text.get(..first).unwrap_or_default();
        memrchr(b'[', before).map_or(first, |bracket| bracket + 1)
    }

    /// The record as it is written into this file.
    pub(super) fn canonical(&self, record: RecordRef<'_>) -> Vec<u8> {
        let line = format!("{}{}", self.line_end, self.indent);
        write(record).replace('\n', &line).into_bytes()
    }

    /// The file with these edits, piece by piece. No place may be edited twice, but several may come before one.
    pub(super) fn edited(&self, edits: &[Edit<'_>]) -> Vec<Cow<'_, [u8]>> {
        let mut replaced: BTreeMap<usize, Option<Vec<u8>>> = BTreeMap::new();
        let mut inserted: BTreeMap<usize, BTreeMap<&Id, Vec<u8>>> = BTreeMap::new();
        for edit in edits {
            match edit {
                Edit::Replace(place, record) => drop(replaced.insert(*place, Some(self.canonical(*record)))),
                Edit::Remove(place) => drop(replaced.insert(*place, None)),
                Edit::Insert(place, record) => {
                    inserted.entry(*place).or_default().insert(record.id(), self.canonical(*record));
                }
            }
        }
        let mut out = Out { raw: self, pieces: Vec::new(), run: 0..0, last: Last::Nothing };
        for place in 0..self.pieces.len() {
            inserted.remove(&place).into_iter().flatten().for_each(|(_, text)| out.new_record(text));
            match replaced.remove(&place) {
                None => out.own(place),
                Some(Some(text)) => out.instead(place, text),
                Some(None) => {}
            }
        }
        inserted.into_values().flatten().for_each(|(_, text)| out.new_record(text));
        out.end()
    }
}

/// What was put out last.
#[derive(Clone, Copy)]
enum Last {
    Nothing,
    Place(usize),
    New,
}

/// The new file as it grows.
struct Out<'r> {
    raw: &'r Raw,
    pieces: Vec<Cow<'r, [u8]>>,
    /// A stretch of the old file that is to be put out as it is.
    run: Range<usize>,
    last: Last,
}

impl<'r> Out<'r> {
    fn old(&mut self, range: Range<usize>) {
        if self.run.end == range.start {
            self.run.end = range.end;
        } else {
            self.flush();
            self.run = range;
        }
    }

    fn flush(&mut self) {
        if let Some(run) = self.raw.text.get(std::mem::take(&mut self.run)).filter(|run| !run.is_empty()) {
            self.pieces.push(Cow::Borrowed(run));
        }
    }

    fn new_text(&mut self, text: Vec<u8>) {
        self.flush();
        self.pieces.push(Cow::Owned(text));
    }

    /// Head or separator before what comes next, which stood at `place` or is new.
    fn lead(&mut self, place: Option<usize>) {
        let raw = self.raw;
        let start = |place: usize| raw.pieces.get(place).map_or(raw.tail, |piece| piece.start);
        let end = |place: usize| raw.pieces.get(place).map_or(raw.tail, |piece| piece.end);
        match (self.last, place) {
            (Last::Nothing, _) if !raw.pieces.is_empty() => self.old(0..start(0)),
            (Last::Nothing, _) => {
                self.old(0..raw.head());
                self.new_text(format!("{}{}", raw.line_end, raw.indent).into_bytes());
            }
            (Last::Place(before), Some(place)) if before + 1 == place => self.old(end(before)..start(place)),
            (Last::Place(_) | Last::New, _) => {
                self.new_text(format!(",{}{}", raw.line_end, raw.indent).into_bytes());
            }
        }
    }

    fn own(&mut self, place: usize) {
        self.lead(Some(place));
        if let Some(piece) = self.raw.pieces.get(place) {
            self.old(piece.clone());
        }
        self.last = Last::Place(place);
    }

    fn instead(&mut self, place: usize, text: Vec<u8>) {
        self.lead(Some(place));
        self.new_text(text);
        self.last = Last::Place(place);
    }

    fn new_record(&mut self, text: Vec<u8>) {
        self.lead(None);
        self.new_text(text);
        self.last = Last::New;
    }

    fn end(mut self) -> Vec<Cow<'r, [u8]>> {
        let raw = self.raw;
        match (self.last, raw.pieces.last()) {
            (Last::Nothing, _) => {
                self.old(0..raw.head());
                self.old(raw.tail..raw.text.len());
            }
            (_, Some(last)) => self.old(last.end..raw.text.len()),
            (_, None) => {
                self.new_text(format!("{}  ", raw.line_end).into_bytes());
                self.old(raw.tail..raw.text.len());
            }
        }
        self.flush();
        self.pieces
    }
}

/// Reads a record of this kind.
pub(super) fn record(kind: Kind, json: &[u8]) -> Result<Record, Unreadable> {
    fn one<T: Shelved>(json: &[u8], any: fn(T) -> Record) -> Result<Record, Unreadable> {
        read::<T>(json).map(any)
    }
    match kind {
        Kind::Municipality => one(json, Record::Municipality),
        Kind::Organisation => one(json, Record::Organisation),
        Kind::Person => one(json, Record::Person),
        Kind::Theme => one(json, Record::Theme),
        Kind::Season => one(json, Record::Season),
        Kind::Coaching => one(json, Record::Coaching),
        Kind::Session => one(json, Record::Session),
        Kind::Feedback => one(json, Record::Feedback),
        Kind::Action => one(json, Record::Action),
        Kind::Practice => one(json, Record::Practice),
        Kind::Note => one(json, Record::Note),
        Kind::Book => one(json, Record::Book),
    }
}

/// Records and the place of the bracket behind them.
type Split = (Vec<Range<usize>>, usize);

/// Tells the records apart as a load does, reading each.
fn carefully(kind: Kind, text: &[u8], records: &mut Records<&[u8]>) -> Result<Split, (Position, Fault)> {
    // Each record's beginning, and its end where it is known.
    let mut found: Vec<(usize, Option<usize>)> = Vec::new();
    let tail = loop {
        // Text in memory has nothing that can fail.
        let Ok(next) = records.advance() else { return Err((Position::default(), Fault::Truncated)) };
        match next {
            Next::End => break records.offset(),
            // The last record may have lost its end, and taken the list's along.
            Next::Frame(position, fault) => break last_bracket(text).ok_or((position, fault))?,
            Next::Broken(..) => found.push((records.start(), None)),
            Next::Record(_) => {
                let (start, length) = (records.start(), records.text().len());
                let lost_its_end =
                    record(kind, records.text()).is_err_and(|unreadable| lost_its_end(&unreadable.why, records.text()));
                found.push((start, (!lost_its_end).then_some(start + length)));
                if lost_its_end {
                    drop(records.give_back());
                }
            }
        }
    };
    found.retain(|(start, _)| *start < tail);
    let ends = found.iter().skip(1).map(|(start, _)| *start).chain([tail]);
    let pieces = found.iter().zip(ends).map(|((start, end), next)| {
        let before_next = || start + without_separator(text.get(*start..next).unwrap_or_default()).len();
        *start..end.filter(|end| *end <= next).unwrap_or_else(before_next)
    });
    Ok((pieces.collect(), tail))
}

/// The place of the list's bracket in a file that ends as canonical ones do.
fn last_bracket(text: &[u8]) -> Option<usize> {
    let list = text.trim_ascii_end().strip_suffix(b"\n  ]\n}")?;
    Some(list.len() + "\n  ".len())
}

/// Without the blanks and the comma at its end.
fn without_separator(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii_end();
    text.strip_suffix(b",").unwrap_or(text).trim_ascii_end()
}

/// Tells the records of a canonical file apart by their lines; nothing where the file is not so.
///
/// Sound without reading them: every text found is closed in itself, so each boundary lies right in the list, and
/// none holds a line at which a load would begin anew.
fn by_lines(text: &[u8], begins: usize) -> Option<Split> {
    let first = begins + text.get(begins..)?.iter().position(|byte| !is_blank(*byte))?;
    let indent =
        blanks_before(text, first).filter(|_| text.get(first..).is_some_and(|rest| rest.starts_with(b"{\n")))?;
    let last_line = format!("\n{indent}}}");
    let last_line = memmem::Finder::new(&last_line);
    let first_line = format!("\n{indent}{{");
    let first_line = memmem::Finder::new(&first_line);
    let (separator, end) = (format!(",\n{indent}"), b"\n");
    let mut pieces = Vec::new();
    let mut start = first;
    loop {
        let stop = start + last_line.find(text.get(start..)?)? + last_line.needle().len();
        let piece = text.get(start..stop)?;
        if first_line.find(piece).is_some() || !is_whole(piece) {
            return None;
        }
        pieces.push(start..stop);
        let rest = text.get(stop..)?;
        if rest.starts_with(separator.as_bytes()) {
            start = stop + separator.len();
            if !text.get(start..)?.starts_with(b"{\n") {
                return None;
            }
        } else if rest.starts_with(end) {
            let tail = stop + rest.iter().position(|byte| !is_blank(*byte))?;
            let closing: Vec<u8> = text.get(tail..)?.iter().copied().filter(|byte| !is_blank(*byte)).take(3).collect();
            return (closing == b"]}").then_some((pieces, tail));
        } else {
            return None;
        }
    }
}

/// Whether a record's text is closed by its last bracket and no sooner. Brackets at the ends of lines that open and
/// at the beginnings of lines that close stand in no string, and hardly any stand elsewhere.
fn is_whole(text: &[u8]) -> bool {
    let opens = |at: usize| text.get(at + 1) == Some(&b'\n');
    let closes = |at: usize| {
        text.get(..at).is_some_and(|before| before.iter().rev().find(|byte| **byte != b' ') == Some(&b'\n'))
    };
    let mut openers = memchr2_iter(b'{', b'[', text).peekable();
    let mut depth = 0_usize;
    for closer in memchr2_iter(b'}', b']', text) {
        while let Some(opener) = openers.next_if(|opener| *opener < closer) {
            if !opens(opener) {
                return is_closed(text);
            }
            depth += 1;
        }
        if !closes(closer) {
            return is_closed(text);
        }
        depth = depth.saturating_sub(1);
        if depth == 0 {
            return closer + 1 == text.len();
        }
    }
    false
}

/// What stands before `at` in its line, where that is nothing but blanks and there is a line before.
fn blanks_before(text: &[u8], at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    let blanks = before.get(memrchr(b'\n', before)? + 1..)?;
    let only_blanks = blanks.iter().all(|byte| matches!(byte, b' ' | b'\t'));
    if only_blanks { str::from_utf8(blanks).ok() } else { None }
}

/// Whether a letter of ASCII is spelled as its number somewhere, as none needs to be: an id or its key may be.
fn spells_letters(text: &[u8]) -> bool {
    memmem::find_iter(text, b"\\u00").any(|at| matches!(text.get(at + 4), Some(b'2'..=b'7')))
}

/// The texts that stand after an `"id":` in this piece.
fn ids_in(piece: &[u8]) -> impl Iterator<Item = &str> {
    memmem::find_iter(piece, "\"id\"").filter_map(|at| {
        let after = piece.get(at + "\"id\"".len()..)?;
        let begins = after.iter().position(|byte| !is_blank(*byte) && *byte != b':')?;
        let id = after.get(begins..)?.strip_prefix(b"\"")?;
        str::from_utf8(id.get(..memchr::memchr(b'"', id)?)?).ok()
    })
}

/// Whether a text ends with `"id":`.
fn ends_with_id_key(text: &[u8]) -> bool {
    let key = text.trim_ascii_end().strip_suffix(b":");
    key.is_some_and(|key| key.trim_ascii_end().ends_with(b"\"id\""))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests;
