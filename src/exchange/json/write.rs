//! Writing one record, in the canonical form: two spaces of indent, keys in the table's order, what is
//! empty left out.

use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::CONFLICTS;
use crate::domain::{Column, Conflict, FieldKind, Kept, RecordRef, Row, Value, Words};
use crate::text::Tongue;

/// The record as JSON in canonical form, without a line end.
pub fn write(record: RecordRef<'_>) -> String {
    // A map of text to JSON values has nothing that can fail; kept text was JSON when it was read.
    serde_json::to_string_pretty(&AsJson(record)).unwrap_or_default()
}

/// A field's content as compact JSON; nothing as `null`.
pub fn write_value(kind: &FieldKind, value: &Value) -> String {
    serde_json::to_string(&Content { kind, value }).unwrap_or_default()
}

/// A record as serde writes it, for envelopes that hold several.
#[derive(Debug)]
pub struct AsJson<'a>(pub RecordRef<'a>);

impl Serialize for AsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", self.0.id().as_str())?;
        for (column, value) in self.0.fields() {
            entry(&mut map, column, &value)?;
        }
        kept(&mut map, self.0.kept())?;
        map.end()
    }
}

fn entry<M: SerializeMap>(map: &mut M, column: &Column, value: &Value) -> Result<(), M::Error> {
    if value.is_empty() {
        return Ok(());
    }
    map.serialize_entry(column.key, &Content { kind: &column.kind, value })
}

fn kept<M: SerializeMap>(map: &mut M, kept: &Kept) -> Result<(), M::Error> {
    if !kept.conflicts.is_empty() {
        map.serialize_entry(CONFLICTS, &kept.conflicts.iter().map(ConflictObject).collect::<Vec<_>>())?;
    }
    for (key, json) in &kept.unknown {
        map.serialize_entry(key.as_str(), raw(json).map_err(M::Error::custom)?)?;
    }
    Ok(())
}

fn raw(json: &str) -> serde_json::Result<&RawValue> {
    serde_json::from_str(json)
}

struct ConflictObject<'a>(&'a Conflict);

impl Serialize for ConflictObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Conflict { field, json, by, at } = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("field", field.as_str())?;
        map.serialize_entry("value", raw(json).map_err(S::Error::custom)?)?;
        if let Some(by) = by {
            map.serialize_entry("by", by.as_str())?;
        }
        if let Some(at) = at {
            map.serialize_entry("at", &at.to_string())?;
        }
        map.end()
    }
}

struct Content<'a> {
    kind: &'a FieldKind,
    value: &'a Value,
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.value, self.kind) {
            (Value::Empty, _) => serializer.serialize_none(),
            (Value::Text(name), FieldKind::Who) => one_entry(serializer, "name", name),
            (Value::Ref(id), FieldKind::Who) => one_entry(serializer, "person", id.as_str()),
            (Value::Text(text), _) => serializer.serialize_str(text),
            (Value::Number(number), _) => serializer.serialize_u32(*number),
            (Value::Yes(yes), _) => serializer.serialize_bool(*yes),
            (Value::Date(date), _) => serializer.collect_str(date),
            (Value::Time(time), _) => serializer.collect_str(&time.strftime("%H:%M")),
            (Value::Choice(key), _) => serializer.serialize_str(key),
            (Value::Words(words), _) => self::words(serializer, words),
            (Value::Ref(id), _) => serializer.serialize_str(id.as_str()),
            (Value::Link(link), _) => serializer.collect_str(link),
            (Value::Many(values), kind) => {
                let one = if let FieldKind::Many(one) = kind { one } else { kind };
                serializer.collect_seq(values.iter().map(|value| Content { kind: one, value }))
            }
            (Value::Rows(rows), kind) => serializer.collect_seq(rows.iter().map(|row| RowObject { kind, row })),
        }
    }
}

fn one_entry<S: Serializer>(serializer: S, key: &str, text: &str) -> Result<S::Ok, S::Error> {
    serializer.collect_map([(key, text)])
}

fn words<S: Serializer>(serializer: S, words: &Words) -> Result<S::Ok, S::Error> {
    let given = Tongue::ALL.into_iter().map(|tongue| (tongue.key(), words.exactly(tongue).as_str()));
    serializer.collect_map(given.filter(|(_, text)| !text.is_empty()))
}

struct RowObject<'a> {
    kind: &'a FieldKind,
    row: &'a Row,
}

impl Serialize for RowObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.row.id.is_empty() {
            map.serialize_entry("id", self.row.id.as_str())?;
        }
        for (column, value) in self.kind.row_columns().zip(&self.row.cells) {
            entry(&mut map, column, value)?;
        }
        kept(&mut map, &self.row.kept)?;
        map.end()
    }
}
