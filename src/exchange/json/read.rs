//! Reading one record.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use ecow::{EcoString, EcoVec};
use jiff::civil::{Date, Time};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::CONFLICTS;
use crate::domain::{
    Column, Conflict, FieldKind, Id, Invalid, Kept, Kind, Link, Record, Row, Table, Value, Words, columns, from_row,
};
use crate::text::Tongue;

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not JSON from this place on.
    Syntax,
    /// The text ends within it.
    Truncated,
    /// A field holds something else than it can.
    Field {
        /// The field's key.
        key: EcoString,
        /// What is wrong with it.
        invalid: Invalid,
    },
    /// A key stands twice.
    KeyTwice(EcoString),
    /// There is no `id`.
    NoId,
}

/// A record that cannot be read, and where in its own text: line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line.
    pub line: usize,
    /// The column, in bytes.
    pub column: usize,
    /// The reason.
    pub why: Why,
}

/// Reads one record of type `T`.
///
/// # Errors
/// Says what is wrong and where. Nothing of the record is lost: the caller still has its text.
pub fn read<T: Table>(json: &[u8]) -> Result<T, Unreadable> {
    // Looked at as a whole text is known to be sound much sooner than string by string.
    let row = match str::from_utf8(json) {
        Ok(json) => row(columns::<T>, serde_json::Deserializer::from_str(json)),
        Err(_) => row(columns::<T>, serde_json::Deserializer::from_slice(json)),
    };
    from_row(row?).map_err(|invalid| Unreadable {
        line: 1,
        column: 1,
        why: Why::Field { key: EcoString::new(), invalid },
    })
}

fn row<'de, R: serde_json::de::Read<'de>>(
    columns: Columns,
    mut parser: serde_json::Deserializer<R>,
) -> Result<Row, Unreadable> {
    let found = Found::default();
    RowSeed { columns, found: &found, top: true }
        .deserialize(&mut parser)
        .and_then(|row| parser.end().map(|()| row))
        .map_err(|error| found.unreadable(&error))
}

/// Reads one record of this kind.
///
/// # Errors
/// As [`read`] does.
pub fn read_any(kind: Kind, json: &[u8]) -> Result<Record, Unreadable> {
    Ok(match kind {
        Kind::Municipality => Record::Municipality(read(json)?),
        Kind::Organisation => Record::Organisation(read(json)?),
        Kind::Person => Record::Person(read(json)?),
        Kind::Theme => Record::Theme(read(json)?),
        Kind::Season => Record::Season(read(json)?),
        Kind::Coaching => Record::Coaching(read(json)?),
        Kind::Session => Record::Session(read(json)?),
        Kind::Feedback => Record::Feedback(read(json)?),
        Kind::Action => Record::Action(read(json)?),
        Kind::Practice => Record::Practice(read(json)?),
        Kind::Note => Record::Note(read(json)?),
        Kind::Book => Record::Book(read(json)?),
    })
}

/// The columns of a table, by number.
type Columns = fn(usize) -> Option<&'static Column>;

/// What the seeds know beyond what serde's errors can carry.
#[derive(Default)]
struct Found {
    key: Cell<&'static str>,
    why: RefCell<Option<Why>>,
}

impl Found {
    fn unreadable(&self, error: &serde_json::Error) -> Unreadable {
        let said = self.why.borrow_mut().take();
        let why = said.unwrap_or_else(|| match error.classify() {
            serde_json::error::Category::Eof => Why::Truncated,
            serde_json::error::Category::Data => self.field(Invalid::Type),
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => Why::Syntax,
        });
        Unreadable { line: error.line().max(1), column: error.column().max(1), why }
    }

    fn field(&self, invalid: Invalid) -> Why {
        Why::Field { key: self.key.get().into(), invalid }
    }

    fn enter(&self, key: &'static str) {
        self.key.set(key);
    }

    /// Remembers why, and gives serde the error that brings it out.
    fn fail<E: de::Error>(&self, why: Why) -> E {
        *self.why.borrow_mut() = Some(why);
        E::custom("")
    }

    fn invalid<E: de::Error>(&self, invalid: Invalid) -> E {
        self.fail(self.field(invalid))
    }
}

/// Reads an object whose keys are a table's columns.
#[derive(Clone, Copy)]
struct RowSeed<'f> {
    columns: Columns,
    found: &'f Found,
    /// A record, which must have an id; rows of hand-made files may lack one.
    top: bool,
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = Row;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Row, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = Row;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let width = (0..).map_while(self.columns).count();
        let mut row = Row { id: Id::default(), cells: vec![Value::Empty; width], kept: Kept::default() };
        let mut seen = 0_u64;
        let mut expected = 0;
        while let Some(key) = map.next_key_seed(KeySeed { columns: self.columns, expected })? {
            match key {
                Key::Id => {
                    self.found.enter("id");
                    let id = map.next_value::<Cow<'_, str>>()?;
                    if !row.id.is_empty() {
                        return Err(self.found.fail(Why::KeyTwice("id".into())));
                    }
                    row.id = Id::parse(&id).map_err(|invalid| self.found.invalid(invalid))?;
                }
                Key::Column(number, column) => {
                    self.found.enter(column.key);
                    let bit = 1 << (number % 64);
                    if seen & bit != 0 {
                        return Err(self.found.fail(Why::KeyTwice(column.key.into())));
                    }
                    seen |= bit;
                    expected = number + 1;
                    let value = map.next_value_seed(ValueSeed { kind: &column.kind, found: self.found })?;
                    if let Some(cell) = row.cells.get_mut(number) {
                        *cell = value;
                    }
                }
                Key::Unknown(key) => {
                    let conflicts = self.top && key == CONFLICTS;
                    let again = if conflicts {
                        !row.kept.conflicts.is_empty()
                    } else {
                        row.kept.unknown.iter().any(|(known, _)| *known == key)
                    };
                    if again {
                        return Err(self.found.fail(Why::KeyTwice(key)));
                    }
                    let raw: &RawValue = map.next_value()?;
                    // Conflicts as nobody here writes them are kept as they are.
                    match conflicts.then(|| self::conflicts(raw)).flatten() {
                        Some(conflicts) => row.kept.conflicts = conflicts,
                        None => row.kept.unknown.push((key, raw.get().into())),
                    }
                }
            }
        }
        if self.top && row.id.is_empty() {
            return Err(self.found.fail(Why::NoId));
        }
        Ok(row)
    }
}

/// A conflict as it is stored.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredConflict<'a> {
    field: Cow<'a, str>,
    #[serde(borrow)]
    value: &'a RawValue,
    by: Option<Cow<'a, str>>,
    at: Option<Cow<'a, str>>,
}

/// The conflicts of a record; nothing where they are not as [`super::write()`] writes them.
fn conflicts(raw: &RawValue) -> Option<EcoVec<Conflict>> {
    let stored: Vec<StoredConflict<'_>> = serde_json::from_str(raw.get()).ok()?;
    let conflicts = stored.into_iter().map(|stored| {
        Some(Conflict {
            field: stored.field.as_ref().into(),
            json: stored.value.get().into(),
            by: stored.by.map(|by| Id::parse(&by)).transpose().ok()?,
            at: stored.at.map(|at| at.parse()).transpose().ok()?,
        })
    });
    let conflicts: EcoVec<Conflict> = conflicts.collect::<Option<_>>()?;
    (!conflicts.is_empty()).then_some(conflicts)
}

/// Reads a field's content from its JSON.
///
/// # Errors
/// Says why the JSON is no content of this kind of field.
pub fn read_value(kind: &FieldKind, json: &str) -> Result<Value, Invalid> {
    let found = Found::default();
    let mut parser = serde_json::Deserializer::from_str(json);
    let value =
        ValueSeed { kind, found: &found }.deserialize(&mut parser).and_then(|value| parser.end().map(|()| value));
    value.map_err(|error| match found.unreadable(&error).why {
        Why::Field { invalid, .. } => invalid,
        Why::Syntax | Why::Truncated | Why::KeyTwice(_) | Why::NoId => Invalid::Type,
    })
}

/// A key of an object, told apart.
enum Key {
    Id,
    Column(usize, &'static Column),
    Unknown(EcoString),
}

/// Looks a key up among the columns, first where canonical files have it.
struct KeySeed {
    columns: Columns,
    expected: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Key, E> {
        if key == "id" {
            return Ok(Key::Id);
        }
        let from_expected = (self.expected..).map_while(|number| Some((number, (self.columns)(number)?)));
        let before = (0..self.expected).map_while(|number| Some((number, (self.columns)(number)?)));
        let found = from_expected.chain(before).find(|(_, column)| column.key == key);
        Ok(found.map_or_else(|| Key::Unknown(key.into()), |(number, column)| Key::Column(number, column)))
    }
}

/// Reads the content of one field.
#[derive(Clone, Copy)]
struct ValueSeed<'f> {
    kind: &'f FieldKind,
    found: &'f Found,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("what the field holds")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Value, E> {
        match self.kind {
            FieldKind::YesNo => Ok(Value::Yes(yes)),
            _ => Err(self.found.invalid(Invalid::Type)),
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        match self.kind {
            FieldKind::Number | FieldKind::Length => {
                u32::try_from(number).map(Value::Number).map_err(|_too_big| self.found.invalid(Invalid::Number))
            }
            _ => Err(self.found.invalid(Invalid::Type)),
        }
    }

    fn visit_i64<E: de::Error>(self, _below_zero: i64) -> Result<Value, E> {
        Err(self.number_or_type())
    }

    fn visit_f64<E: de::Error>(self, _fraction: f64) -> Result<Value, E> {
        Err(self.number_or_type())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        parse(self.kind, text).map_err(|invalid| self.found.invalid(invalid))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        match self.kind {
            FieldKind::Many(one) => {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element_seed(ValueSeed { kind: one, found: self.found })? {
                    values.push(value);
                }
                Ok(Value::Many(values))
            }
            FieldKind::Rows(columns) => {
                let mut rows = Vec::new();
                let seed = RowSeed { columns: *columns, found: self.found, top: false };
                while let Some(row) = seq.next_element_seed(seed)? {
                    rows.push(row);
                }
                Ok(Value::Rows(rows))
            }
            _ => Err(self.found.invalid(Invalid::Type)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        match self.kind {
            FieldKind::Words(_) => self.words(map),
            FieldKind::Who => self.who(map),
            _ => Err(self.found.invalid(Invalid::Type)),
        }
    }
}

impl ValueSeed<'_> {
    fn number_or_type<E: de::Error>(self) -> E {
        let number = matches!(self.kind, FieldKind::Number | FieldKind::Length);
        self.found.invalid(if number { Invalid::Number } else { Invalid::Type })
    }

    fn words<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut words = Words::default();
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            let tongue = Tongue::from_key(&key).ok_or_else(|| self.found.invalid::<A::Error>(Invalid::Type))?;
            let place = words.exactly_mut(tongue);
            if !place.is_empty() {
                return Err(self.found.fail(Why::KeyTwice(tongue.key().into())));
            }
            *place = map.next_value::<Cow<'_, str>>()?.as_ref().into();
        }
        Ok(Value::Words(words))
    }

    fn who<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut who = Value::Empty;
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            let text = map.next_value::<Cow<'_, str>>()?;
            who = match (key.as_ref(), who) {
                ("person", Value::Empty) => Value::Ref(Id::parse(&text).map_err(|bad| self.found.invalid(bad))?),
                ("name", Value::Empty) => Value::Text(text.as_ref().into()),
                _ => return Err(self.found.invalid(Invalid::Type)),
            };
        }
        Ok(who)
    }
}

/// The content a string stands for in a field of this kind.
fn parse(kind: &FieldKind, text: &str) -> Result<Value, Invalid> {
    match kind {
        FieldKind::Line | FieldKind::Long | FieldKind::Phone | FieldKind::Email | FieldKind::Web | FieldKind::Round => {
            Ok(if text.is_empty() { Value::Empty } else { Value::Text(text.into()) })
        }
        FieldKind::Date => date(text).map(Value::Date),
        FieldKind::Time => time(text).map(Value::Time),
        FieldKind::Choice { keys, .. } => {
            keys.iter().find(|key| **key == text).map(|key| Value::Choice(key)).ok_or(Invalid::Choice)
        }
        FieldKind::Ref(_) => Id::parse(text).map(Value::Ref),
        FieldKind::Link(kinds) => link(kinds, text).map(Value::Link),
        FieldKind::Number
        | FieldKind::Length
        | FieldKind::YesNo
        | FieldKind::Words(_)
        | FieldKind::Who
        | FieldKind::Many(_)
        | FieldKind::Rows(_) => Err(Invalid::Type),
    }
}

fn date(text: &str) -> Result<Date, Invalid> {
    Date::strptime("%Y-%m-%d", text).map_err(|_no_day| Invalid::Date)
}

fn time(text: &str) -> Result<Time, Invalid> {
    Time::strptime("%H:%M", text).map_err(|_no_time| Invalid::Time)
}

fn link(kinds: &[Kind], text: &str) -> Result<Link, Invalid> {
    Link::parse(text).and_then(|link| if kinds.contains(&link.kind) { Ok(link) } else { Err(Invalid::Link) })
}
