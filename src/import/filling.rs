//! Putting what a row says into a record, without losing what the record says already.

use ecow::EcoString;
use jiff::ToSpan;

use super::cells::contact_row;
use super::sameness::digits;
use crate::book::show::Showing;
use crate::domain::{Column, FieldKind, Record, Row, Value, Words};
use crate::exchange::table::slot::{Slot, row_at_hand};
use crate::find::fold::Folded;

/// With what right a row speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// The record is made of it.
    New,
    /// It names the record by its id: what its columns hold is what is, nothing included.
    Whole,
    /// It is about the record: it adds and corrects.
    Likeness,
    /// An earlier row of the table spoke of the record: this one only adds.
    Again,
}

/// What became of a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filled {
    /// It is there.
    Taken,
    /// Something else stands, as an earlier row said so.
    Stands,
    /// There is no place for it: a title without a place of work.
    Homeless,
}

/// Puts one value into a record.
pub(super) fn fill(record: &mut Record, slot: Slot, value: Value, manner: Manner) -> Filled {
    match slot {
        Slot::Id | Slot::WholeName | Slot::Cell(..) | Slot::CellTongue(..) => Filled::Taken,
        Slot::Field(column) => field(record, column, value, manner),
        Slot::Tongue(column, tongue) => {
            let mut words = match held(record, column) {
                Value::Words(words) => words,
                _ => Words::default(),
            };
            let place = words.exactly_mut(tongue);
            let before = if place.is_empty() { Value::Empty } else { Value::Text(place.clone()) };
            let (stays, filled) = scalar(&FieldKind::Line, before, value, manner);
            *place = if let Value::Text(text) = stays { text } else { EcoString::new() };
            put(record, column, if words.is_empty() { Value::Empty } else { Value::Words(words) });
            filled
        }
    }
}

fn held(record: &Record, column: &Column) -> Value {
    record.as_ref().field(column.key).map_or(Value::Empty, |(_, value)| value)
}

fn put(record: &mut Record, column: &Column, value: Value) {
    // Read as this field's kind, so that it fits.
    let _fits = record.set(column.key, value);
}

fn field(record: &mut Record, column: &'static Column, value: Value, manner: Manner) -> Filled {
    let before = held(record, column);
    let (after, filled) = match (&column.kind, manner) {
        (FieldKind::Rows(_), Manner::Whole) => (kept_rows(before, value), Filled::Taken),
        (FieldKind::Rows(_), _) => (more_rows(&column.kind, before, value), Filled::Taken),
        (FieldKind::Many(_), Manner::Likeness | Manner::Again) => (more(before, value), Filled::Taken),
        (FieldKind::Long, Manner::Likeness | Manner::Again) => (longer(before, value), Filled::Taken),
        (kind, manner) => scalar(kind, before, value, manner),
    };
    put(record, column, after);
    filled
}

/// One value for another, as the right of the row says.
fn scalar(kind: &FieldKind, before: Value, value: Value, manner: Manner) -> (Value, Filled) {
    if is_same(kind, &before, &value) {
        return (before, Filled::Taken);
    }
    match manner {
        Manner::New | Manner::Whole => (value, Filled::Taken),
        _ if value.is_empty() => (before, Filled::Taken),
        Manner::Likeness => (value, Filled::Taken),
        Manner::Again if before.is_empty() => (value, Filled::Taken),
        Manner::Again => (before, Filled::Stands),
    }
}

/// Whether two values say the same: a number spelt otherwise does, and an address in other letters.
fn is_same(kind: &FieldKind, one: &Value, other: &Value) -> bool {
    match (kind, one, other) {
        (FieldKind::Phone, Value::Text(one), Value::Text(other)) => {
            one == other || !digits(one).is_empty() && digits(one) == digits(other) && is_plain(one) && is_plain(other)
        }
        (FieldKind::Email, Value::Text(one), Value::Text(other)) => Folded::of(one).text == Folded::of(other).text,
        _ => one == other || one.is_empty() && other.is_empty(),
    }
}

/// Nothing but a number: no extension in words.
fn is_plain(phone: &str) -> bool {
    !phone.contains(char::is_alphabetic)
}

fn rows_of(value: Value) -> Vec<Row> {
    if let Value::Rows(rows) = value { rows } else { Vec::new() }
}

fn as_rows(rows: Vec<Row>) -> Value {
    if rows.is_empty() { Value::Empty } else { Value::Rows(rows) }
}

/// The rows of a table with what is known of those of the same id, or the same content.
fn kept_rows(before: Value, value: Value) -> Value {
    let before = rows_of(before);
    let mut rows = rows_of(value);
    for row in &mut rows {
        let same = |other: &&Row| if row.id.is_empty() { other.cells == row.cells } else { other.id == row.id };
        if let Some(known) = before.iter().find(same) {
            row.id = known.id.clone();
            row.kept = known.kept.clone();
        }
    }
    as_rows(rows)
}

/// The rows there are and those that say something new.
fn more_rows(kind: &FieldKind, before: Value, value: Value) -> Value {
    let mut rows = rows_of(before);
    for row in rows_of(value) {
        if !rows.iter().any(|known| known.cells == row.cells || is_same_contact(kind, known, &row)) {
            rows.push(row);
        }
    }
    as_rows(rows)
}

/// Two further contacts with the same number or address.
fn is_same_contact(kind: &FieldKind, one: &Row, other: &Row) -> bool {
    let at = kind.row_columns().position(|column| column.key == "contact");
    let contact = |row: &Row| match at.and_then(|at| row.cells.get(at)) {
        Some(Value::Text(text)) => text.clone(),
        _ => EcoString::new(),
    };
    let (one, other) = (contact(one), contact(other));
    let kind = if one.contains('@') { FieldKind::Email } else { FieldKind::Phone };
    !one.is_empty() && is_same(&kind, &Value::Text(one), &Value::Text(other))
}

fn more(before: Value, value: Value) -> Value {
    match (before, value) {
        (Value::Many(mut all), Value::Many(new)) => {
            let new: Vec<Value> = new.into_iter().filter(|value| !all.contains(value)).collect();
            all.extend(new);
            Value::Many(all)
        }
        (before, Value::Empty) => before,
        (_, value) => value,
    }
}

fn longer(before: Value, value: Value) -> Value {
    match (before, value) {
        (Value::Text(before), Value::Text(new)) if before.contains(new.as_str()) => Value::Text(before),
        (Value::Text(before), Value::Text(new)) => Value::Text(ecow::eco_format!("{before}\n{new}")),
        (before, Value::Empty) => before,
        (_, value) => value,
    }
}

/// Puts a number or an address beside those a person has; tells whether the record has room for it.
pub(super) fn beside(record: &mut Record, text: &str) -> bool {
    let column = record.as_ref().kind().columns().find(|column| column.key == "further_contacts");
    let Some(column) = column else { return false };
    let main = ["phone", "email"].iter().any(|key| {
        let (kind, value) = match record.as_ref().field(key) {
            Some((column, value)) => (column.kind, value),
            None => return false,
        };
        is_same(&kind, &value, &Value::Text(text.into()))
    });
    if !main {
        field(record, column, Value::Rows(vec![contact_row(text)]), Manner::Likeness);
    }
    true
}

/// A cell of the row that counts now, and what it is to hold.
pub(super) struct CellFor {
    pub(super) slot: Slot,
    pub(super) value: Value,
}

/// Puts the cells of one row of a field with rows into a record; tells of each what became of it.
pub(super) fn fill_row(
    showing: Showing<'_>,
    record: &mut Record,
    rows_column: &'static Column,
    cells: &[CellFor],
    manner: Manner,
) -> Vec<Filled> {
    let columns: Vec<&'static Column> = rows_column.kind.row_columns().collect();
    let at = |key: &str| columns.iter().position(|column| column.key == key);
    let mut rows = rows_of(held(record, rows_column));
    let given = |key: &str| {
        let of_cell = |cell: &&CellFor| matches!(cell.slot, Slot::Cell(_, column) if column.key == key);
        cells.iter().find(of_cell).map_or(Value::Empty, |cell| cell.value.clone())
    };
    let says_nothing = cells.iter().all(|cell| cell.value.is_empty());
    if says_nothing && (manner != Manner::Whole || rows.is_empty()) {
        return cells.iter().map(|_| Filled::Taken).collect();
    }
    let at_hand = row_at_hand(showing, rows_column, &rows);
    let same = |row: &Row, key: &str, value: &Value| at(key).and_then(|at| row.cells.get(at)) == Some(value);
    let number = match (manner, rows_column.key) {
        (Manner::Whole, _) => at_hand,
        (_, "affiliations") => {
            let place = given("at");
            let open = |row: &&Row| same(row, "until", &Value::Empty);
            if place.is_empty() {
                at_hand
            } else {
                let there = rows.iter().position(|row| open(&row) && same(row, "at", &place));
                if there.is_none() && manner == Manner::Likeness {
                    end_present(showing, &columns, &mut rows);
                }
                there
            }
        }
        _ => {
            let (season, role) = (or_season(showing, given("season")), given("role"));
            rows.iter().position(|row| same(row, "season", &season) && same(row, "role", &role))
        }
    };
    let needed = if rows_column.key == "affiliations" { "at" } else { "role" };
    let begins = number.is_none();
    if begins && given(needed).is_empty() {
        return cells.iter().map(|cell| if cell.value.is_empty() { Filled::Taken } else { Filled::Homeless }).collect();
    }
    let mut row = match number.and_then(|number| rows.get(number)) {
        Some(row) => row.clone(),
        None => begun(showing, rows_column, &columns, &rows, manner),
    };
    let manner_here = if begins { Manner::New } else { manner };
    let filled = cells.iter().map(|cell| fill_cell(&columns, &mut row, cell, manner_here)).collect();
    let is_emptied = manner == Manner::Whole
        && columns.iter().zip(&row.cells).all(|(column, cell)| cell.is_empty() || KEPT_EMPTY.contains(&column.key));
    match number {
        // Who empties all that a row says takes it away.
        Some(number) if is_emptied && number < rows.len() => drop(rows.remove(number)),
        Some(number) => {
            if let Some(place) = rows.get_mut(number) {
                *place = row;
            }
        }
        None => rows.push(row),
    }
    put(record, rows_column, as_rows(rows));
    filled
}

/// What may be left of a row that says nothing more.
const KEPT_EMPTY: [&str; 5] = ["season", "municipality", "ceiling", "from", "until"];

/// The season a role is for where none is given: the one at hand.
fn or_season(showing: Showing<'_>, season: Value) -> Value {
    if season.is_empty() { showing.season.map_or(Value::Empty, |season| Value::Ref(season.id.clone())) } else { season }
}

/// A new row: a role is for the season at hand; a place of work that follows another begins today.
fn begun(showing: Showing<'_>, rows_column: &Column, columns: &[&'static Column], rows: &[Row], manner: Manner) -> Row {
    let mut row = Row::empty(crate::domain::Id::default(), columns.len());
    let mut set = |key: &str, value: Value| {
        let at = columns.iter().position(|column| column.key == key);
        if let Some(cell) = at.and_then(|at| row.cells.get_mut(at)) {
            *cell = value;
        }
    };
    match rows_column.key {
        "roles" => set("season", or_season(showing, Value::Empty)),
        "affiliations" if manner == Manner::Likeness && !rows.is_empty() => set("from", Value::Date(showing.today)),
        _ => {}
    }
    row
}

/// The places of work of now end yesterday: somebody has moved.
fn end_present(showing: Showing<'_>, columns: &[&'static Column], rows: &mut [Row]) {
    let at = |key: &str| columns.iter().position(|column| column.key == key);
    let (Some(until), Some(from)) = (at("until"), at("from")) else { return };
    let Ok(yesterday) = showing.today.checked_sub(1.day()) else { return };
    for row in rows {
        let begins_later = matches!(row.cells.get(from), Some(Value::Date(day)) if *day > yesterday);
        if let Some(cell) = row.cells.get_mut(until)
            && cell.is_empty()
            && !begins_later
        {
            *cell = Value::Date(yesterday);
        }
    }
}

fn fill_cell(columns: &[&'static Column], row: &mut Row, cell: &CellFor, manner: Manner) -> Filled {
    let (column, tongue) = match cell.slot {
        Slot::Cell(_, column) => (column, None),
        Slot::CellTongue(_, column, tongue) => (column, Some(tongue)),
        _ => return Filled::Taken,
    };
    let at = columns.iter().position(|other| other.key == column.key);
    let Some(place) = at.and_then(|at| row.cells.get_mut(at)) else { return Filled::Taken };
    let Some(tongue) = tongue else {
        // A season nobody gave is the one that is there.
        if cell.value.is_empty() && column.key == "season" {
            return Filled::Taken;
        }
        let (stays, filled) = scalar(&column.kind, place.clone(), cell.value.clone(), manner);
        *place = stays;
        return filled;
    };
    let mut words = if let Value::Words(words) = &*place { words.clone() } else { Words::default() };
    let text = words.exactly_mut(tongue);
    let before = if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) };
    let (stays, filled) = scalar(&FieldKind::Line, before, cell.value.clone(), manner);
    *text = if let Value::Text(text) = stays { text } else { EcoString::new() };
    *place = if words.is_empty() { Value::Empty } else { Value::Words(words) };
    filled
}
