//! What a row says, put into the record it is about, so that nothing of it is lost.
//!
//! Owns what becomes of each cell: taken, kept beside what stands, or kept in the note. Which record it is, is
//! decided elsewhere.

use ecow::EcoString;

use super::bringing::id_of;
use super::cells::Read;
use super::filling::{CellFor, Filled, Manner, beside, fill, fill_row};
use super::mapping::has_note;
use super::outcome::Hand;
use super::sameness::are_alike;
use crate::domain::{Column, Link, Record, RecordRef, Value};
use crate::entry::{Trouble, check, order};
use crate::exchange::table::slot::Slot;
use crate::find::fold::Folded;
use crate::text::Safe;

/// A cell with what it means.
pub(super) struct Told<'c> {
    pub(super) slot: Slot,
    pub(super) heading: &'c str,
    pub(super) text: EcoString,
    pub(super) read: Read,
}

/// A cell that could not be read.
pub(super) struct Unread {
    pub(super) slot: Slot,
    pub(super) heading: EcoString,
    pub(super) text: EcoString,
    pub(super) why: Safe,
}

/// What a row says.
#[derive(Default)]
pub(super) struct Said<'c> {
    pub(super) id: Option<EcoString>,
    pub(super) told: Vec<Told<'c>>,
    pub(super) unread: Vec<Unread>,
    /// Lines for the note.
    pub(super) notes: Vec<(EcoString, EcoString)>,
    pub(super) remarks: Vec<Safe>,
}

impl Said<'_> {
    /// Whether the row names this record by its id.
    pub(super) fn names(&self, link: &Link) -> bool {
        self.id.as_ref().and_then(|text| id_of(link.kind, text)).is_some_and(|id| id == link.id)
    }
}

/// The cells of rows, each with those of the same field.
pub(super) fn by_rows(told: &[Told<'_>]) -> Vec<(&'static Column, Vec<CellFor>)> {
    let mut fields: Vec<(&'static Column, Vec<CellFor>)> = Vec::new();
    for told in told {
        let (Slot::Cell(rows, _) | Slot::CellTongue(rows, _, _)) = told.slot else { continue };
        let cell = CellFor { slot: told.slot, value: told.read.value.clone() };
        match fields.iter_mut().find(|(column, _)| column.key == rows.key) {
            Some((_, cells)) => cells.push(cell),
            None => fields.push((rows, vec![cell])),
        }
    }
    fields
}

/// How a spelling compares with the one that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    Better,
    Worse,
    Either,
}

/// A record that is being filled in.
pub(super) struct Putting<'p, 'c> {
    pub(super) hand: Hand<'p>,
    pub(super) record: &'p mut Record,
    pub(super) manner: Manner,
    pub(super) said: Said<'c>,
    pub(super) remarks: &'p mut Vec<Safe>,
}

impl Putting<'_, '_> {
    pub(super) fn put(&mut self) {
        let mut told = std::mem::take(&mut self.said.told);
        if matches!(self.manner, Manner::Likeness | Manner::Again) && self.is_turned_name(&told) {
            told.retain(|told| !is_name(told.slot));
        }
        for told in &told {
            if !matches!(told.slot, Slot::Cell(..) | Slot::CellTongue(..)) {
                self.put_field(told);
            }
            for more in &told.read.more {
                if !beside(self.record, more) {
                    self.unread(told, &self.hand.reading.texts.say("import-one-only"));
                }
            }
        }
        for (rows, cells) in by_rows(&told) {
            // A role of a season nobody knows is none of the season at hand.
            let lacks_season = |unread: &Unread| unread.slot.key() == "roles.season";
            if rows.key == "roles" && self.said.unread.iter().any(lacks_season) {
                let why = self.hand.reading.texts.say("import-no-season");
                told.iter()
                    .filter(|told| told.slot.column().is_some_and(|column| column.key == rows.key))
                    .for_each(|told| self.unread(told, &why));
                continue;
            }
            self.put_row(&told, rows, &cells);
        }
        for (heading, text) in std::mem::take(&mut self.said.notes) {
            self.note(&heading, &text);
        }
        if let Some((_, trouble)) = order(&self.record.as_ref().fields()) {
            self.remarks.push(trouble.sentence(self.hand.reading.texts));
        }
    }

    fn put_field(&mut self, told: &Told<'_>) {
        if self.manner == Manner::Likeness && self.spells(told) == Spelling::Worse {
            self.stands(told);
            return;
        }
        let before = self.record.clone();
        let filled = fill(self.record, told.slot, told.read.value.clone(), self.manner);
        if self.manner == Manner::Likeness && matches!(told.slot.key().as_str(), "phone" | "email") {
            // What somebody else wrote may be newer than the table: it stays at hand.
            let replaced = before.as_ref().field(&told.slot.key()).map_or(Value::Empty, |(_, value)| value);
            if let Value::Text(replaced) = replaced {
                beside(self.record, &replaced);
            }
        }
        if let Some(trouble) = told.slot.column().and_then(|column| amiss(self.record.as_ref(), column)) {
            // What is missing is told of the whole record.
            if !matches!(trouble, Trouble::Missing(_)) || self.manner != Manner::New {
                self.unread(told, &trouble.sentence(self.hand.reading.texts));
            }
            *self.record = before;
            return;
        }
        match filled {
            Filled::Stands => self.stands(told),
            Filled::Taken | Filled::Homeless => {}
        }
    }

    fn put_row(&mut self, told: &[Told<'_>], rows: &'static Column, cells: &[CellFor]) {
        let before = self.record.clone();
        let filled = fill_row(self.hand.showing, self.record, rows, cells, self.manner);
        let trouble = amiss(self.record.as_ref(), rows);
        if let Some(trouble) = &trouble {
            *self.record = before;
            if self.manner == Manner::Whole && matches!(trouble, Trouble::InRow { .. }) {
                // The row says what the record says, but for what is needed: it stays as it is.
                let places = [("why", trouble.sentence(self.hand.reading.texts).into())];
                self.remarks.push(self.hand.reading.texts.tell("import-stays", &places));
                return;
            }
        }
        for (cell, filled) in cells.iter().zip(filled) {
            let Some(told) = told.iter().find(|told| told.slot == cell.slot && !told.text.is_empty()) else { continue };
            match (&trouble, filled) {
                (Some(trouble), _) => self.unread(told, &trouble.sentence(self.hand.reading.texts)),
                (None, Filled::Homeless) => self.unread(told, &self.hand.reading.texts.say("import-homeless")),
                (None, Filled::Stands) => self.stands(told),
                (None, Filled::Taken) => {}
            }
        }
    }

    /// An earlier row said something else: that stands, and this is kept beside it.
    fn stands(&mut self, told: &Told<'_>) {
        let texts = self.hand.reading.texts;
        if self.spells(told) == Spelling::Better {
            let held = self.record.as_ref().field(&told.slot.key()).map_or(Value::Empty, |(_, value)| value);
            fill(self.record, told.slot, told.read.value.clone(), Manner::Whole);
            if let Value::Text(held) = held {
                let places =
                    [("held", Safe::short_of_lines(&held).into()), ("text", Safe::short_of_lines(&told.text).into())];
                self.remarks.push(texts.tell("import-spelt", &places));
                self.note(told.heading, &held);
            }
            return;
        }
        let places =
            [("heading", Safe::short_of_lines(told.heading).into()), ("text", Safe::short_of_lines(&told.text).into())];
        self.remarks.push(texts.tell("import-stands", &places));
        let is_contact = matches!(told.slot.key().as_str(), "phone" | "email");
        if is_contact && beside(self.record, &told.text) {
            return;
        }
        self.note(told.heading, &told.text);
    }

    /// Whether the row writes the person's name in another order.
    fn is_turned_name(&self, told: &[Told<'_>]) -> bool {
        let RecordRef::Person(person) = self.record.as_ref() else { return false };
        let words = |text: &str| {
            let mut words: Vec<String> = Folded::of(text).text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words
        };
        let parts: Vec<&str> = told.iter().filter(|told| is_name(told.slot)).map(|told| told.text.as_str()).collect();
        parts.len() == 2 && words(&parts.join(" ")) == words(&person.name())
    }

    /// Which of two spellings of a name the person's address is made of: the one that stands or the one that is told.
    fn spells(&self, told: &Told<'_>) -> Spelling {
        let RecordRef::Person(person) = self.record.as_ref() else { return Spelling::Either };
        let held = match told.slot.key().as_str() {
            "given" => &person.given,
            "family" => &person.family,
            _ => return Spelling::Either,
        };
        let address = Folded::of(&person.email).text;
        let is_in = |name: &str| !name.is_empty() && address.contains(&Folded::of(name).text);
        // Another name altogether is no slip: people marry.
        let alike = are_alike(&told.text, held);
        match (alike && is_in(&told.text), alike && is_in(held)) {
            (true, false) => Spelling::Better,
            (false, true) => Spelling::Worse,
            _ => Spelling::Either,
        }
    }

    fn unread(&mut self, told: &Told<'_>, why: &Safe) {
        let (heading, text) = (told.heading.into(), told.text.clone());
        self.said.unread.push(Unread { slot: told.slot, heading, text, why: why.clone() });
    }

    /// What could not be read of a column before can be read now: its line in the note is no longer needed.
    pub(super) fn forget_unread(&mut self, outdated: &[String]) {
        let is_unread =
            |line: &str| self.said.unread.iter().any(|unread| line.starts_with(&format!("{}: ", unread.heading)));
        let outdated: Vec<&String> = outdated.iter().filter(|line| !is_unread(line)).collect();
        if let Some((column, Value::Text(note))) = self.record.as_ref().field("note")
            && !outdated.is_empty()
        {
            let rest: Vec<&str> = note.lines().filter(|line| !outdated.iter().any(|other| other == line)).collect();
            let rest = if rest.is_empty() { Value::Empty } else { Value::Text(rest.join("\n").into()) };
            // A note takes any text.
            let _fits = self.record.set(column.key, rest);
        }
    }

    /// Adds a line to the note, once; tells whether the record has one.
    fn note(&mut self, heading: &str, text: &str) -> bool {
        let Some((column, value)) = self.record.as_ref().field("note") else { return false };
        let text = text.replace('\n', " ");
        let line = if heading.is_empty() { text } else { format!("{heading}: {text}") };
        let before = if let Value::Text(before) = value { before } else { EcoString::new() };
        let mut lines: Vec<&str> = before.lines().collect();
        let begins = |line: &&str| !heading.is_empty() && line.starts_with(&format!("{heading}: "));
        match (lines.contains(&line.as_str()), lines.iter().position(begins)) {
            (true, _) => return true,
            (false, Some(at)) if self.manner != Manner::Again => {
                // The same column said something else before.
                if let Some(place) = lines.get_mut(at) {
                    *place = &line;
                }
            }
            _ => lines.push(&line),
        }
        // A note takes any text that a cell can hold.
        self.record.set(column.key, Value::Text(lines.join("\n").into())).is_ok()
    }

    /// Keeps what could not be read in the note; tells whether nothing of it is lost.
    pub(super) fn keep_unread(&mut self) -> bool {
        let mut kept = true;
        for unread in std::mem::take(&mut self.said.unread) {
            // Of an empty cell nothing can be lost.
            let is_empty = unread.text.is_empty();
            let has_note = !is_empty && has_note(self.record.as_ref().kind());
            let in_note = has_note && self.note(&unread.heading, &unread.text);
            kept &= in_note || is_empty;
            let id = if in_note { "import-in-note" } else { "import-unread" };
            let places = [("heading", Safe::short_of_lines(&unread.heading).into()), ("why", unread.why.into())];
            self.remarks.push(self.hand.reading.texts.tell(id, &places));
        }
        kept
    }
}

/// Whether a part of a record is a person's given or family name.
fn is_name(slot: Slot) -> bool {
    matches!(slot.key().as_str(), "given" | "family")
}

/// What is wrong with a field now.
fn amiss(record: RecordRef<'_>, column: &Column) -> Option<Trouble> {
    let (column, value) = record.field(column.key)?;
    check(column, &value)
}
