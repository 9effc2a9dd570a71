//! What the options say, put into the fields of a record. Changes no book and asks nobody.

use ecow::EcoString;

use super::fields::{How, Setting};
use crate::domain::{
    Choice as _, Column, FieldKind, Id, Kind, Link, Mint, Piece, Record, RecordRef, Row, Season, SessionStatus, Value,
    Words,
};
use crate::entry::{Reading, Tense, check, column_called, give_ids, names_languages, order};
use crate::find::fold::Folded;
use crate::text::{Safe, Tongue};

/// Puts values into fields.
pub(super) struct Putting<'a, 'm> {
    pub(super) reading: Reading<'a>,
    pub(super) mint: &'m mut Mint,
}

/// The field that says whether a session was held.
const STATUS: &str = "status";

/// The field that says whose rounds are meant.
const SEASON: &str = "season";

/// A field, where it stands.
struct Place<'c> {
    column: &'static Column,
    cell: &'c mut Value,
}

impl Putting<'_, '_> {
    /// The record with these settings. Every field they touch is checked. A new one is begun with what goes without
    /// saying, and each of its fields is checked.
    ///
    /// # Errors
    /// A sentence for each setting that cannot be followed and each field that is not as it has to be.
    pub(super) fn put(
        &mut self,
        record: &Record,
        settings: &[Setting],
        begin: Option<&dyn Fn(&mut Record)>,
    ) -> Result<Record, Vec<Safe>> {
        let (columns, mut cells): (Vec<&'static Column>, Vec<Value>) = record.as_ref().fields().into_iter().unzip();
        let mut wrong = Vec::new();
        let mut touched = Vec::new();
        let mut told = Vec::new();
        for setting in self.in_order(&columns, settings) {
            let path: Vec<&str> = setting.path.iter().map(String::as_str).collect();
            match self.follow(&columns, &mut cells, &path, setting) {
                Ok(key) => touched.push((key, setting.option.as_str())),
                Err(sentence) => {
                    told.extend(self.column(&columns, setting).map(|column| column.key));
                    wrong.push(self.of_option(&setting.option, &sentence));
                }
            }
        }
        let mut made = record.clone();
        for (column, value) in columns.iter().zip(cells) {
            if let Err(invalid) = made.set(column.key, value) {
                wrong.push(self.reading.texts.say(invalid.text_id()));
            }
        }
        if let Some(begin) = begin {
            begin(&mut made);
        }
        for (column, value) in made.as_ref().fields().iter().filter(|(column, _)| !told.contains(&column.key)) {
            let by = touched.iter().rev().find(|(key, _)| *key == column.key).map(|(_, option)| *option);
            // What was amiss before need not be mended now.
            if by.is_none() && begin.is_none() {
                continue;
            }
            if let Some(trouble) = check(column, value) {
                let option = by.map_or_else(|| format!("--{}", column.key.replace('_', "-")), str::to_owned);
                wrong.push(self.of_option(&option, &trouble.sentence(self.reading.texts)));
            }
        }
        // As above, of days that were as they are before.
        let before = order(&record.as_ref().fields()).map(|(column, _)| column.key);
        if let Some((column, trouble)) = order(&made.as_ref().fields()).filter(|(column, _)| before != Some(column.key))
        {
            let option = format!("--{}", column.key.replace('_', "-"));
            wrong.push(self.of_option(&option, &trouble.sentence(self.reading.texts)));
        }
        wrong.extend(self.dangling(record.as_ref(), made.as_ref()));
        if wrong.is_empty() { Ok(made) } else { Err(wrong) }
    }

    /// Status and season first: which day `6.10.` is depends on whether the session was held, and which round
    /// `syksy` is on the season.
    fn in_order<'s>(&self, columns: &[&'static Column], settings: &'s [Setting]) -> Vec<&'s Setting> {
        let leads = |column: &Column| [STATUS, SEASON].contains(&column.key);
        let is_first = |setting: &&Setting| self.column(columns, setting).is_some_and(leads);
        let (mut first, rest): (Vec<_>, Vec<_>) = settings.iter().partition(is_first);
        first.extend(rest);
        first
    }

    fn column(&self, columns: &[&'static Column], setting: &Setting) -> Option<&'static Column> {
        column_called(columns.iter().copied(), setting.path.first()?, self.reading.texts)
    }

    /// Follows one setting into the fields; tells the key of the one it touches.
    fn follow(
        &mut self,
        columns: &[&'static Column],
        cells: &mut [Value],
        path: &[&str],
        setting: &Setting,
    ) -> Result<&'static str, Safe> {
        let texts = self.reading.texts;
        let (key, within) = path.split_first().ok_or_else(Safe::default)?;
        let column = column_called(columns.iter().copied(), key, texts)
            .ok_or_else(|| texts.tell("error-no-field", &[("option", Safe::line(&setting.option).into())]))?;
        let season = columns.iter().zip(&*cells).find_map(|(column, cell)| match cell {
            Value::Ref(id) if column.key == SEASON => self.reading.book.get::<Season>(id),
            _ => None,
        });
        self.reading.season = season.or(self.reading.season);
        let held = Value::Choice(SessionStatus::Held.key());
        let held = columns.iter().zip(&*cells).any(|(column, cell)| column.key == STATUS && *cell == held);
        let number = columns.iter().position(|other| other.key == column.key);
        let cell = number.and_then(|number| cells.get_mut(number)).ok_or_else(Safe::default)?;
        let tense = if held { Tense::Past } else { Tense::of(column) };
        let outer = std::mem::replace(&mut self.reading.tense, tense);
        let done = self.within(&mut Place { column, cell }, within, setting);
        self.reading.tense = outer;
        done.map(|()| column.key)
    }

    fn within(&mut self, place: &mut Place<'_>, path: &[&str], setting: &Setting) -> Result<(), Safe> {
        match (path, &place.column.kind) {
            ([], _) => self.cell(place, setting),
            ([tongue], FieldKind::Words(_)) if setting.how == How::Write => {
                let tongue = Tongue::from_key(tongue).ok_or_else(|| self.no_part(setting))?;
                let value = self.value(&FieldKind::Long, &setting.text)?;
                let mut words = if let Value::Words(words) = &*place.cell { words.clone() } else { Words::default() };
                *words.exactly_mut(tongue) = if let Value::Text(text) = value { text } else { EcoString::new() };
                *place.cell = if words.is_empty() { Value::Empty } else { Value::Words(words) };
                Ok(())
            }
            ([row, cells @ ..], kind @ FieldKind::Rows(_)) => {
                let columns: Vec<&'static Column> = kind.row_columns().collect();
                let mut rows = rows(place.cell);
                let at = row_at(&rows, row).ok_or_else(|| self.no_row(&rows, row))?;
                let row = rows.get_mut(at).ok_or_else(Safe::default)?;
                if cells.is_empty() {
                    self.whole_row(kind, row, setting)?;
                } else {
                    self.follow(&columns, &mut row.cells, cells, setting)?;
                }
                *place.cell = Value::Rows(rows);
                Ok(())
            }
            _ => Err(self.no_part(setting)),
        }
    }

    fn no_part(&self, setting: &Setting) -> Safe {
        self.reading.texts.tell("error-no-part", &[("option", Safe::line(&setting.option).into())])
    }

    fn whole_row(&mut self, kind: &FieldKind, row: &mut Row, setting: &Setting) -> Result<(), Safe> {
        if setting.how != How::Write {
            return Err(self.no_part(setting));
        }
        let read = self.reading.row(kind, &setting.text, self.mint);
        let read = read.map_err(|trouble| trouble.sentence(self.reading.texts))?;
        row.cells = read.cells;
        Ok(())
    }

    fn value(&self, kind: &FieldKind, text: &str) -> Result<Value, Safe> {
        self.reading.value(kind, text).map_err(|trouble| trouble.sentence(self.reading.texts))
    }

    fn cell(&mut self, place: &mut Place<'_>, setting: &Setting) -> Result<(), Safe> {
        let texts = self.reading.texts;
        let kind = &place.column.kind;
        let option = || ("option", Safe::line(&setting.option).into());
        match (setting.how, kind) {
            (How::Write, _) => *place.cell = self.written(kind, place.cell, &setting.text)?,
            (How::Add, FieldKind::Many(_)) => {
                if let Value::Many(more) = self.value(kind, &setting.text)? {
                    let mut values = many(place.cell);
                    let new: Vec<Value> = more.into_iter().filter(|value| !values.contains(value)).collect();
                    values.extend(new);
                    *place.cell = Value::Many(values);
                }
            }
            (How::Add, FieldKind::Rows(_)) => {
                let mut more = self.value(kind, &setting.text)?;
                let mut rows = rows(place.cell);
                if let Value::Rows(more) = &mut more {
                    let taken = |row: &Row| rows.iter().any(|other| other.id == row.id);
                    // A row that is copied from another one is a row of its own.
                    more.iter_mut().filter(|row| taken(row)).for_each(|row| row.id = Id::default());
                }
                give_ids(kind, &mut more, self.mint);
                if let Value::Rows(more) = more {
                    rows.extend(more);
                }
                *place.cell = if rows.is_empty() { Value::Empty } else { Value::Rows(rows) };
            }
            (How::Take, FieldKind::Many(_)) => {
                let mut values = many(place.cell);
                let Value::Many(less) = self.value(kind, &setting.text)? else { return Ok(()) };
                if !less.iter().all(|value| values.contains(value)) {
                    let text = ("text", Safe::short(&setting.text).into());
                    return Err(texts.tell("error-not-in-list", &[text]));
                }
                values.retain(|value| !less.contains(value));
                *place.cell = if values.is_empty() { Value::Empty } else { Value::Many(values) };
            }
            (How::Take, FieldKind::Rows(_)) => {
                let (called, mut rows) = (setting.text.trim(), rows(place.cell));
                let at = row_at(&rows, called).ok_or_else(|| self.no_row(&rows, called))?;
                rows.remove(at);
                *place.cell = if rows.is_empty() { Value::Empty } else { Value::Rows(rows) };
            }
            _ => return Err(texts.tell("error-not-a-list", &[option()])),
        }
        Ok(())
    }

    /// What a field holds once this was written over it: one text leaves those in other languages, a row with an id
    /// keeps what this version does not know of it.
    fn written(&mut self, kind: &FieldKind, before: &Value, text: &str) -> Result<Value, Safe> {
        let mut value = self.value(kind, text)?;
        match (&mut value, before) {
            (Value::Words(words), Value::Words(before)) if !names_languages(text) => {
                for tongue in Tongue::ALL {
                    if words.exactly(tongue).is_empty() {
                        *words.exactly_mut(tongue) = before.exactly(tongue).clone();
                    }
                }
            }
            (Value::Rows(rows), Value::Rows(before)) => {
                for row in rows {
                    if let Some(before) = before.iter().find(|before| before.id == row.id) {
                        row.kept = before.kept.clone();
                    }
                }
            }
            _ => {}
        }
        give_ids(kind, &mut value, self.mint);
        Ok(value)
    }

    fn no_row(&self, rows: &[Row], called: &str) -> Safe {
        let texts = self.reading.texts;
        let named = rows.iter().enumerate().map(|(number, row)| {
            let first = row.cells.iter().find_map(|cell| match cell {
                Value::Text(text) => Some(Safe::short(text).cells(24)),
                Value::Words(words) => Some(Safe::short(words.in_tongue(texts.tongue())).cells(24)),
                _ => None,
            });
            Safe::line(&format!("{} {} ({})", number + 1, first.unwrap_or_default(), row.id))
        });
        let named: Vec<Safe> = named.collect();
        let row = ("row", Safe::short(called).into());
        if named.is_empty() {
            return texts.tell("error-no-rows", &[row]);
        }
        texts.tell("error-no-row", &[row, ("rows", Safe::join(named, &Safe::own(", ")).into())])
    }

    fn of_option(&self, option: &str, sentence: &Safe) -> Safe {
        let places = [("option", Safe::line(option).into()), ("sentence", sentence.into())];
        self.reading.texts.tell("error-of-option", &places)
    }

    /// Records that are newly named and not in the book: slips, as ids are made by the program.
    fn dangling(&self, before: RecordRef<'_>, after: RecordRef<'_>) -> Vec<Safe> {
        let known = named_by(before);
        let book = self.reading.book;
        let odd = named_by(after).into_iter().filter(|link| {
            let itself = *link == after.link();
            !known.contains(link) && !itself && book.place(link).is_none()
        });
        odd.map(|link| self.reading.texts.tell("error-not-in-book", &[("link", Safe::line(&link.to_string()).into())]))
            .collect()
    }
}

fn named_by(record: RecordRef<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    record.look(&mut |_, piece| {
        if let Piece::Ref(kind, id) = piece {
            links.push(Link::new(kind, id.clone()));
        }
    });
    links.sort();
    links.dedup();
    links
}

fn many(cell: &Value) -> Vec<Value> {
    if let Value::Many(values) = cell { values.clone() } else { Vec::new() }
}

fn rows(cell: &Value) -> Vec<Row> {
    if let Value::Rows(rows) = cell { rows.clone() } else { Vec::new() }
}

/// Where the row with this id stands, else the one with this number, counted from 1.
fn row_at(rows: &[Row], called: &str) -> Option<usize> {
    let by_id = rows.iter().position(|row| row.id.as_str() == called);
    let by_number = || called.parse::<usize>().ok()?.checked_sub(1);
    by_id.or_else(by_number).filter(|at| *at < rows.len())
}

/// The longest key that is made from a name.
const KEY: usize = 40;

/// A key for a record whose key people choose, made from its name and not yet taken; none where the name has no
/// letter for it.
pub(super) fn key_from_name(name: &str, is_taken: impl Fn(&Id) -> bool) -> Option<Id> {
    let folded = Folded::of(name).text;
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut key = words.collect::<Vec<_>>().join("-");
    key.truncate(KEY);
    let key = Id::parse(key.trim_end_matches('-')).ok()?;
    let numbered = (2..).filter_map(|number: u32| Id::parse(&format!("{key}-{number}")).ok());
    std::iter::once(key.clone()).chain(numbered).find(|key| !is_taken(key))
}

/// Whether people choose the keys of this kind.
pub(super) fn has_chosen_key(kind: Kind) -> bool {
    kind.letter().is_none() && kind != Kind::Book
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_from_names() {
        let taken = |key: &Id| key.as_str() == "etatuki";
        let key = |name: &str| key_from_name(name, taken).map(|key| key.to_string());
        assert_eq!(key("Digituki 2026–27").as_deref(), Some("digituki-2026-27"));
        assert_eq!(key("Etätuki").as_deref(), Some("etatuki-2"));
        assert_eq!(key("…"), None);
    }
}
