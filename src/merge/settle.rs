//! Settling a conflict: looking at the two values, and choosing.
//!
//! Owns how the path of a conflict leads to its place in the record. It settles nothing by itself.

use ecow::EcoString;

use crate::domain::{Beside, Column, Conflict, FieldKind, Kept, Record, RecordRef, Row, Value, Words};
use crate::exchange::json::read_value;
use crate::text::Tongue;

/// How a conflict is settled.
#[derive(Clone, Debug, PartialEq)]
pub enum Settling {
    /// The value in the field stays.
    Keep,
    /// The other value takes its place.
    Take,
    /// Both stay, one after the other.
    Both,
    /// This is written instead; a plain text where the text of one language is meant.
    Write(Value),
}

/// A conflict as people look at it.
#[derive(Clone, Debug)]
pub struct Disputed {
    /// The rows the field stands in with the columns that hold them, outermost first.
    pub within: Vec<(&'static Column, Row)>,
    /// The field.
    pub column: &'static Column,
    /// The language, where the text of one language is meant; the values are then plain texts.
    pub tongue: Option<Tongue>,
    /// What the field holds now.
    pub present: Value,
    /// What somebody else gave it.
    pub other: Value,
    /// The two put together, where the kind of field allows it.
    pub both: Option<Value>,
}

/// What a conflict of the record is about. Nothing where the row is gone, the key is one this version does not
/// know or the value does not fit it: then only the conflict's own words can be shown.
pub fn disputed(record: RecordRef<'_>, conflict: &Conflict) -> Option<Disputed> {
    let (columns, mut cells) = as_row(record);
    let mut within = Vec::new();
    let spot = spot(columns, &mut cells, &conflict.field, &mut within)?;
    let (column, tongue) = match spot {
        Spot::Field(column, _) => (column, None),
        Spot::Text(column, tongue, _) => (column, Some(tongue)),
        Spot::Unknown(..) => return None,
    };
    let present = spot.present()?;
    let other = read_value(spot.kind()?, &conflict.json).ok()?;
    let both = both(&column.kind, &present, &other);
    Some(Disputed { within, column, tongue, present, other, both })
}

/// The record with its conflict of this number, counted from 0, settled. Nothing where there is no such conflict
/// or it cannot be settled so; keeping what is there can always be done.
pub fn settle(record: &Record, number: usize, settling: &Settling) -> Option<Record> {
    let kept = record.as_ref().kept();
    let conflict = kept.conflicts.get(number)?;
    let (columns, mut row) = as_row(record.as_ref());
    if *settling != Settling::Keep {
        let spot = spot(columns.clone(), &mut row, &conflict.field, &mut Vec::new())?;
        write(spot, &conflict.json, settling)?;
    }
    let left = row.kept.conflicts.iter().zip(0..).filter(|(_, other)| *other != number);
    let conflicts = left.map(|(conflict, _)| conflict.clone()).collect();
    let mut settled = with_cells(record, columns, row.cells)?;
    settled.keep(Beside { unknown: row.kept.unknown.clone(), conflicts }.into());
    Some(settled)
}

/// The record with this in the field of the path; nothing where there is no such field or it does not fit.
pub(super) fn written(record: &Record, path: &str, value: Value) -> Option<Record> {
    let (columns, mut row) = as_row(record.as_ref());
    write(spot(columns.clone(), &mut row, path, &mut Vec::new())?, "", &Settling::Write(value))?;
    with_cells(record, columns, row.cells)
}

fn with_cells(record: &Record, columns: Vec<&'static Column>, cells: Vec<Value>) -> Option<Record> {
    let mut made = record.clone();
    for (column, value) in columns.into_iter().zip(cells) {
        made.set(column.key, value).ok()?;
    }
    Some(made)
}

/// The record as a row of its table, and the columns.
fn as_row(record: RecordRef<'_>) -> (Vec<&'static Column>, Row) {
    let (columns, cells) = record.fields().into_iter().unzip();
    (columns, Row { id: record.id().clone(), cells, kept: record.kept().clone() })
}

/// Where a path leads.
enum Spot<'r> {
    /// A field.
    Field(&'static Column, &'r mut Value),
    /// The text of one language.
    Text(&'static Column, Tongue, &'r mut Value),
    /// A key this version does not know.
    Unknown(&'r str, &'r mut Kept),
}

/// Follows a path; the rows it leads through are added to `within`.
fn spot<'r>(
    columns: Vec<&'static Column>,
    row: &'r mut Row,
    path: &'r str,
    within: &mut Vec<(&'static Column, Row)>,
) -> Option<Spot<'r>> {
    let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let Some((number, column)) = columns.into_iter().enumerate().find(|(_, column)| column.key == first) else {
        return Some(Spot::Unknown(path, &mut row.kept));
    };
    let cell = row.cells.get_mut(number)?;
    match (&column.kind, rest) {
        (_, None) => Some(Spot::Field(column, cell)),
        (FieldKind::Words(_), Some(tongue)) => Some(Spot::Text(column, Tongue::from_key(tongue)?, cell)),
        (FieldKind::Rows(_), Some(rest)) => {
            let (id, rest) = rest.split_once('/')?;
            let Value::Rows(rows) = cell else { return None };
            let row = rows.iter_mut().find(|row| row.id.as_str() == id)?;
            within.push((column, row.clone()));
            spot(column.kind.row_columns().collect(), row, rest, within)
        }
        _ => None,
    }
}

impl Spot<'_> {
    /// The kind of content that stands here.
    fn kind(&self) -> Option<&'static FieldKind> {
        match self {
            Self::Field(column, _) => Some(&column.kind),
            Self::Text(..) => Some(&FieldKind::Long),
            Self::Unknown(..) => None,
        }
    }

    fn present(&self) -> Option<Value> {
        match self {
            Self::Field(_, value) => Some((**value).clone()),
            Self::Text(_, tongue, Value::Words(words)) => {
                let text = words.exactly(*tongue);
                Some(if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) })
            }
            Self::Text(..) => Some(Value::Empty),
            Self::Unknown(..) => None,
        }
    }
}

/// Writes what was chosen where the conflict is.
fn write(spot: Spot<'_>, json: &str, settling: &Settling) -> Option<()> {
    let new = match (settling, spot.kind()) {
        (Settling::Keep, _) => return Some(()),
        (Settling::Write(value), Some(_)) => value.clone(),
        (Settling::Take, Some(kind)) => read_value(kind, json).ok()?,
        (Settling::Both, Some(kind)) => {
            let column = if let Spot::Text(column, ..) = &spot { &column.kind } else { kind };
            both(column, &spot.present()?, &read_value(kind, json).ok()?)?
        }
        (_, None) => Value::Empty,
    };
    match spot {
        Spot::Field(_, value) => *value = new,
        Spot::Text(_, tongue, value) => {
            let mut words = if let Value::Words(words) = value { words.clone() } else { Words::default() };
            *words.exactly_mut(tongue) = match new {
                Value::Empty => EcoString::new(),
                Value::Text(text) => text,
                _ => return None,
            };
            *value = if words.is_empty() { Value::Empty } else { Value::Words(words) };
        }
        Spot::Unknown(key, kept) if *settling == Settling::Take => take_unknown(kept, key, json),
        Spot::Unknown(..) => return None,
    }
    Some(())
}

/// Gives a key that nobody here knows its other content.
fn take_unknown(kept: &mut Kept, key: &str, json: &str) {
    let unknown = &mut kept.unknown;
    let place = unknown.iter().position(|(known, _)| known == key);
    match place.and_then(|place| unknown.make_mut().get_mut(place)) {
        Some((_, content)) if json != "null" => *content = json.into(),
        Some(_) => unknown.retain(|(known, _)| known != key),
        None => unknown.push((key.into(), json.into())),
    }
}

/// Two contents put together: texts one after the other, lists without repeating anything.
fn both(kind: &FieldKind, present: &Value, other: &Value) -> Option<Value> {
    match (present, other) {
        (Value::Text(present), Value::Text(other)) => {
            let between = match kind {
                FieldKind::Line => "; ",
                FieldKind::Words(_) if !present.contains('\n') && !other.contains('\n') => "; ",
                FieldKind::Words(_) | FieldKind::Long => "\n",
                _ => return None,
            };
            if present.split(between).any(|part| part == other) {
                return Some(Value::Text(present.clone()));
            }
            let present = present.strip_suffix(between).unwrap_or(present);
            Some(Value::Text([present, other].join(between).into()))
        }
        (Value::Many(present), Value::Many(other)) => {
            let added = other.iter().filter(|value| !present.contains(value));
            Some(Value::Many(present.iter().chain(added).cloned().collect()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Session, Theme};
    use crate::exchange::json::{read, write};

    fn check<T: crate::book::Shelved>(json: &str, settling: &Settling, wanted: Option<&str>) {
        let record: T = read(json.replace('\'', "\"").as_bytes()).unwrap();
        let settled = settle(&record.as_any().to_owned(), 0, settling).map(|record| write(record.as_ref()));
        let wanted = wanted.map(|json| write(read::<T>(json.replace('\'', "\"").as_bytes()).unwrap().as_any()));
        assert_eq!(settled, wanted);
    }

    #[test]
    fn a_conflict_ends_as_somebody_chose() {
        let place = "{'id': 's1', 'place': 'sali', 'conflicts': [
            {'field': 'place', 'value': 'aula'}, {'field': 'place', 'value': 'piha'}]}";
        let left = |place: &str| {
            format!("{{'id': 's1', 'place': '{place}', 'conflicts': [{{'field': 'place', 'value': 'piha'}}]}}")
        };
        check::<Session>(place, &Settling::Keep, Some(&left("sali")));
        check::<Session>(place, &Settling::Take, Some(&left("aula")));
        check::<Session>(place, &Settling::Both, Some(&left("sali; aula")));
        check::<Session>(place, &Settling::Write(Value::Text("torni".into())), Some(&left("torni")));
        check::<Session>(place, &Settling::Write(Value::Number(3)), None);
    }

    #[test]
    fn a_conflict_is_found_in_rows_and_languages_and_unknown_keys() {
        let session = |minutes: &str, conflicts: &str| {
            format!("{{'id': 's1', 'programme': [{{'id': 'r2'}}, {{'id': 'r1', 'minutes': {minutes}}}] {conflicts}}}")
        };
        let open = session("15", ", 'conflicts': [{'field': 'programme/r1/minutes', 'value': 20}]");
        check::<Session>(&open, &Settling::Take, Some(&session("20", "")));
        check::<Session>(&open, &Settling::Both, None);
        let gone = "{'id': 's1', 'conflicts': [{'field': 'programme/r1/minutes', 'value': 20}]}";
        check::<Session>(gone, &Settling::Take, None);
        check::<Session>(gone, &Settling::Keep, Some("{'id': 's1'}"));
        let theme = "{'id': 't', 'name': {'fi': 'tuki'}, 'x': 1, 'conflicts': [{'field': 'name/sv', 'value': 'stöd'}]}";
        check::<Theme>(theme, &Settling::Take, Some("{'id': 't', 'name': {'fi': 'tuki', 'sv': 'stöd'}, 'x': 1}"));
        let unknown = "{'id': 't', 'x': 1, 'conflicts': [{'field': 'x', 'value': [2]}]}";
        check::<Theme>(unknown, &Settling::Take, Some("{'id': 't', 'x': [2]}"));
        check::<Theme>(unknown, &Settling::Both, None);
    }
}
