//! Two contents of one field put together, each kind of content in its own way.

use ecow::{EcoString, eco_format};

use crate::domain::{Column, ContactKind, FieldKind, FurtherContact, Id, Record, RecordRef, Row, Value};
use crate::exchange::json::write_value;
use crate::planning::duplicates::dialled;
use crate::text::Tongue;

/// Base-32 digits after Crockford, as ids have them.
const DIGITS: [u8; 32] = *b"0123456789abcdefghjkmnpqrstvwxyz";

/// Whether both contents can stand in a record of this kind: lists, rows, long texts; and a number or address,
/// where there is a place for a second one.
pub(super) fn both(record: RecordRef<'_>, column: &Column, left: &Value, right: &Value) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    match column.kind {
        FieldKind::Many(_) | FieldKind::Rows(_) | FieldKind::Long => true,
        FieldKind::Phone | FieldKind::Email => {
            !covers(&column.kind, left, right) && (is_person(record) || record.field("note").is_some())
        }
        _ => false,
    }
}

fn is_person(record: RecordRef<'_>) -> bool {
    matches!(record, RecordRef::Person(_))
}

/// What the field itself holds of both.
pub(super) fn together(kind: &FieldKind, left: &Value, right: &Value) -> Value {
    match (kind, left, right) {
        (FieldKind::Many(_), Value::Many(left), Value::Many(right)) => {
            let mut all = left.clone();
            let new = right.iter().filter(|value| !left.contains(value)).cloned();
            all.extend(new);
            Value::Many(all)
        }
        (FieldKind::Rows(_), Value::Rows(left), Value::Rows(right)) => Value::Rows(rows(kind, left, right)),
        (FieldKind::Long, Value::Text(left), Value::Text(right)) => Value::Text(eco_format!("{left}\n{right}")),
        _ => left.clone(),
    }
}

/// The rows of both; of two of which one says all that the other does, only that one.
fn rows(kind: &FieldKind, left: &[Row], right: &[Row]) -> Vec<Row> {
    let mut all = left.to_vec();
    for row in right {
        if all.iter().any(|other| covers_row(kind, other, row)) {
            continue;
        }
        let mut row = row.clone();
        if let Some(place) = all.iter_mut().find(|other| covers_row(kind, &row, other)) {
            *place = Row { id: place.id.clone(), ..row };
        } else {
            row.id = free(row.id, &all);
            all.push(row);
        }
    }
    all
}

/// The id, or one made of it, that no row has. It is the same whoever unites, so that two who do so at once agree.
fn free(id: Id, rows: &[Row]) -> Id {
    if id.is_empty() {
        return id;
    }
    let taken = |id: &Id| rows.iter().any(|row| row.id == *id);
    let others = (2..).map(|number: u32| Id::parse(&format!("{id}-{number}")).unwrap_or_default());
    std::iter::once(id.clone()).chain(others).find(|id| !taken(id)).unwrap_or_default()
}

/// Whether one row says all that another does.
fn covers_row(kind: &FieldKind, one: &Row, other: &Row) -> bool {
    let mut cells = kind.row_columns().zip(one.cells.iter().zip(&other.cells));
    other.kept.unknown.iter().all(|entry| one.kept.unknown.contains(entry))
        && cells.all(|(column, (one, other))| covers(&column.kind, one, other))
}

/// Whether one content says all that another does: the same number however it is spelt, a list with more in it.
pub(super) fn covers(kind: &FieldKind, one: &Value, other: &Value) -> bool {
    match (kind, one, other) {
        (_, one, other) if one == other || other.is_empty() => true,
        (_, Value::Text(one), Value::Text(other)) => same_contact(one, other),
        (_, Value::Many(one), Value::Many(other)) => other.iter().all(|value| one.contains(value)),
        (_, Value::Words(one), Value::Words(other)) => Tongue::ALL.into_iter().all(|tongue| {
            let other = other.exactly(tongue);
            other.is_empty() || other == one.exactly(tongue)
        }),
        (FieldKind::Rows(_), Value::Rows(one), Value::Rows(other)) => {
            other.iter().all(|row| one.iter().any(|own| covers_row(kind, own, row)))
        }
        _ => false,
    }
}

/// Whether two texts are one number or address, spelt in two ways.
fn same_contact(one: &str, other: &str) -> bool {
    let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || "+-() ".contains(letter));
    let is_address = |text: &str| text.contains('@') && !text.trim().contains(char::is_whitespace);
    one.trim() == other.trim()
        || is_number(one) && is_number(other) && dialled(one).is_some() && dialled(one) == dialled(other)
        || is_address(one) && is_address(other) && one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Finds a place for a number or address that does not stand in its own field: with a person's further contacts, of
/// other records in the note.
pub(super) fn further(record: &mut Record, column: &Column, value: &Value) {
    let (Value::Text(contact), FieldKind::Phone | FieldKind::Email) = (value, &column.kind) else { return };
    if let Record::Person(person) = record {
        if person.further_contacts.iter().all(|row| !same_contact(&row.contact, contact)) {
            let is_phone = matches!(column.kind, FieldKind::Phone);
            let kind = Some(if is_phone { ContactKind::Phone } else { ContactKind::Email });
            let id = row_id(contact);
            person.further_contacts.push(FurtherContact {
                id,
                kind,
                contact: contact.clone(),
                ..FurtherContact::default()
            });
        }
        return;
    }
    let note = record.as_ref().field("note").map(|(_, value)| value);
    let note = match note {
        Some(Value::Text(note)) if note.contains(contact.as_str()) => note,
        Some(Value::Text(note)) => eco_format!("{note}\n{contact}"),
        _ => contact.clone(),
    };
    let _fits = record.set("note", Value::Text(note));
}

/// An id for the row of a contact: the same whoever unites, so that two who do so at once add it once.
fn row_id(contact: &EcoString) -> Id {
    let json = write_value(&FieldKind::Line, &Value::Text(contact.clone()));
    let mut hash = json
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut word = String::new();
    for _ in 0..6 {
        let digit = usize::try_from(hash % 32).ok().and_then(|at| DIGITS.get(at));
        word.extend(digit.map(|digit| char::from(*digit)));
        hash /= 32;
    }
    Id::parse(&word).unwrap_or_default()
}
