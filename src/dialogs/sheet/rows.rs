//! Rows of a session by where they stand: read, put, taken out, moved. Pure; what comes of it is a session again.

use ecow::EcoString;

use crate::cards::session::RowSpot;
use crate::domain::{Act, Column, FieldKind, Id, Kind, Record, RecordRef, Row, Session, Value};
use crate::form::draft::{Frame, Kept, Layered};
use crate::form::field::Typed;
use crate::text::Tongue;

/// The fields with rows, in the order they are offered.
pub(super) const SECTIONS: [&str; 7] =
    ["programme", "materials", "checklist", "presence", "hours", "candidates", "invited"];

/// The key of the rows within a programme item.
pub(super) const SPEAKERS: &str = "speakers";

/// The column of a session's field.
pub(super) fn column(key: &str) -> Option<&'static Column> {
    Kind::Session.columns().find(|column| column.key == key)
}

/// The column the rows at this spot belong to.
pub(super) fn column_of(spot: &RowSpot) -> Option<&'static Column> {
    let outer = column(spot.key)?;
    if spot.speaker.is_none() { Some(outer) } else { within(outer) }
}

fn within(outer: &Column) -> Option<&'static Column> {
    outer.kind.row_columns().find(|column| column.key == SPEAKERS)
}

/// The rows of a field.
pub(super) fn rows(session: &Session, key: &str) -> Vec<Row> {
    match RecordRef::Session(session).field(key) {
        Some((_, Value::Rows(rows))) => rows,
        _ => Vec::new(),
    }
}

/// The number of the speakers' cell in a programme item.
fn speakers_cell(key: &str) -> Option<usize> {
    column(key)?.kind.row_columns().position(|column| column.key == SPEAKERS)
}

fn rows_in(row: &Row, key: &str) -> Vec<Row> {
    match speakers_cell(key).and_then(|cell| row.cells.get(cell)) {
        Some(Value::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    }
}

/// The row at this spot, if it is still there.
pub(super) fn row(session: &Session, spot: &RowSpot) -> Option<Row> {
    let outer = rows(session, spot.key).get(spot.number).cloned().filter(|row| row.id == spot.id)?;
    match &spot.speaker {
        None => Some(outer),
        Some((number, id)) => rows_in(&outer, spot.key).get(*number).cloned().filter(|row| row.id == *id),
    }
}

/// The session with other rows in the field.
pub(super) fn with_rows(session: &Session, key: &str, rows: Vec<Row>) -> Session {
    let mut record = Record::Session(session.clone());
    // Rows that came from the field, or were filled in with its columns, fit it.
    let _fits = record.set(key, Value::Rows(rows));
    match record {
        Record::Session(changed) => changed,
        _ => session.clone(),
    }
}

/// The session after a change to the list of rows the spot stands in; the change is given the spot's number there.
pub(super) fn changed(session: &Session, spot: &RowSpot, change: impl FnOnce(&mut Vec<Row>, usize)) -> Session {
    let mut outer = rows(session, spot.key);
    match &spot.speaker {
        None => change(&mut outer, spot.number),
        Some((number, _)) => {
            let cell = speakers_cell(spot.key);
            if let Some(item) = outer.get_mut(spot.number) {
                let mut inner = rows_in(item, spot.key);
                change(&mut inner, *number);
                if let Some(cell) = cell.and_then(|cell| item.cells.get_mut(cell)) {
                    *cell = Value::Rows(inner);
                }
            }
        }
    }
    with_rows(session, spot.key, outer)
}

/// Puts a row in the place of the one at this spot.
pub(super) fn put(session: &Session, spot: &RowSpot, row: Row) -> Session {
    changed(session, spot, |rows, number| {
        if let Some(place) = rows.get_mut(number) {
            *place = row;
        }
    })
}

/// Puts a new row in before the one at this spot, or at the end.
pub(super) fn insert(session: &Session, spot: &RowSpot, row: Row) -> Session {
    changed(session, spot, |rows, number| rows.insert(number.min(rows.len()), row))
}

/// Takes the row at this spot out.
pub(super) fn remove(session: &Session, spot: &RowSpot) -> Session {
    changed(session, spot, |rows, number| {
        if number < rows.len() {
            rows.remove(number);
        }
    })
}

/// The spot of the row beside this one; nothing at the end of the list.
pub(super) fn beside(session: &Session, spot: &RowSpot, forward: bool) -> Option<RowSpot> {
    let step = |number: usize| if forward { number.checked_add(1) } else { number.checked_sub(1) };
    let mut count = 0;
    // Only how many there are is wanted.
    let _same = changed(session, spot, |rows, _| count = rows.len());
    let mut other = spot.clone();
    match &mut other.speaker {
        Some((number, _)) => *number = step(*number).filter(|number| *number < count)?,
        None => other.number = step(other.number).filter(|number| *number < count)?,
    }
    Some(other)
}

/// The row at this spot in the place of the one beside it, and that one in its.
pub(super) fn swapped(session: &Session, spot: &RowSpot, with: &RowSpot) -> Session {
    let number = |spot: &RowSpot| spot.speaker.as_ref().map_or(spot.number, |(number, _)| *number);
    let other = number(with);
    changed(session, spot, |rows, number| {
        if number < rows.len() && other < rows.len() {
            rows.swap(number, other);
        }
    })
}

/// What the draft of a form about this row stands above: the forms through which one would have come to it.
pub(super) fn beneath(session: &Session, spot: &RowSpot) -> Vec<Layered> {
    let mut layers = beneath_rows(session, spot.key);
    if let Some((number, _)) = &spot.speaker
        && let Some(outer) = column(spot.key)
        && let Some(item) = rows(session, spot.key).get(spot.number).cloned()
    {
        layers.push(list(spot.key, rows(session, spot.key), spot.number));
        let inner = rows_in(&item, spot.key);
        let focus = field_number(outer.kind.row_columns().zip(item.cells.iter()), SPEAKERS);
        let fields = vec![kept(SPEAKERS, inner.clone())];
        let frame = Frame::Row { key: spot.key.into(), number: Some(spot.number), row: item };
        layers.push(Layered { frame, fields, focus });
        layers.push(list(SPEAKERS, inner, *number));
    } else {
        layers.push(list(spot.key, rows(session, spot.key), spot.number));
    }
    layers
}

/// What the draft of a list of rows stands above.
pub(super) fn beneath_rows(session: &Session, key: &str) -> Vec<Layered> {
    let record = RecordRef::Session(session);
    let fields = record.fields();
    let focus = field_number(fields.iter().map(|(column, value)| (*column, value)), key);
    let frame = Frame::Record { act: Act::Edit, base: Box::new(record.to_owned()), only: Vec::new() };
    vec![Layered { frame, fields: vec![kept(key, rows(session, key))], focus }]
}

fn list(key: &str, rows: Vec<Row>, focus: usize) -> Layered {
    Layered { frame: Frame::Rows { key: key.into(), rows }, fields: Vec::new(), focus }
}

fn kept(key: &str, rows: Vec<Row>) -> Kept {
    Kept { key: EcoString::from(key), tongue: None, typed: Typed::Rows(rows), cursor: 0 }
}

/// The number of a field in a form, where a text has one field a language.
fn field_number<'v>(columns: impl Iterator<Item = (&'static Column, &'v Value)>, key: &str) -> usize {
    let fields = |(column, value): (&Column, &Value)| match (&column.kind, value) {
        (FieldKind::Words(tongues), Value::Words(words)) => {
            Tongue::ALL.iter().filter(|tongue| tongues.contains(tongue) || !words.exactly(**tongue).is_empty()).count()
        }
        (FieldKind::Words(tongues), _) => tongues.len(),
        _ => 1,
    };
    columns.take_while(|(column, _)| column.key != key).map(fields).sum()
}

/// A spot for a new row of this field, at its end.
pub(super) fn at_end(session: &Session, key: &'static str) -> RowSpot {
    RowSpot { key, number: rows(session, key).len(), id: Id::default(), speaker: None }
}

/// A spot for a new speaker of the item at this spot, behind the others.
pub(super) fn new_speaker(session: &Session, item: &RowSpot) -> RowSpot {
    let outer = rows(session, item.key);
    let count = outer.get(item.number).map_or(0, |row| rows_in(row, item.key).len());
    RowSpot { speaker: Some((count, Id::default())), ..item.clone() }
}

/// A spot for a new row right behind this one.
pub(super) fn behind(spot: &RowSpot) -> RowSpot {
    match &spot.speaker {
        Some((number, _)) => RowSpot { speaker: Some((number + 1, Id::default())), ..spot.clone() },
        None => RowSpot { number: spot.number + 1, id: Id::default(), ..spot.clone() },
    }
}

/// The id of the word for one row of a field.
pub(super) fn word(key: &str) -> Option<&'static str> {
    const WORDS: [&str; 7] = [
        "row-programme",
        "row-materials",
        "row-checklist",
        "row-presence",
        "row-hours",
        "row-candidates",
        "row-invited",
    ];
    SECTIONS.iter().position(|section| *section == key).and_then(|number| WORDS.get(number)).copied()
}
