//! Versions of a record as several people may have left it, each from the same base.

use std::collections::BTreeSet;

use kuntatutor::book::Shelved;
use kuntatutor::domain::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::values;

/// What decides how a version departs from its base; when it is used up, nothing more does.
#[derive(Clone, Debug)]
pub(crate) struct Whims(Vec<u8>);

impl Whims {
    fn next(&mut self) -> u8 {
        self.0.pop().unwrap_or_default()
    }
}

pub(crate) fn whims() -> impl Strategy<Value = Whims> {
    vec(prop_oneof![2 => Just(0_u8), 1 => any::<u8>()], 0..60).prop_map(Whims)
}

/// The value as somebody may have left it who had `other` in mind.
fn changed(kind: &FieldKind, value: &Value, other: &Value, whims: &mut Whims) -> Value {
    match (kind, value, other) {
        (_, Value::Rows(rows), Value::Rows(others)) => Value::Rows(changed_rows(kind, rows, others, whims)),
        (_, Value::Many(values), Value::Many(others)) => {
            let mut values = values.clone();
            match whims.next() % 5 {
                1 => values.extend(others.iter().cloned()),
                2 => drop(values.pop()),
                3 => values.reverse(),
                4 => values.clone_from(others),
                _ => {}
            }
            Value::Many(values)
        }
        _ => match whims.next() % 4 {
            1 | 2 => other.clone(),
            3 if !matches!(value, Value::Rows(_) | Value::Many(_)) => Value::Empty,
            _ => value.clone(),
        },
    }
}

fn changed_rows(kind: &FieldKind, rows: &[Row], others: &[Row], whims: &mut Whims) -> Vec<Row> {
    let mut left = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        match (whims.next() % 6, others.get(number)) {
            (1, _) => {}
            (2 | 3, Some(other)) => {
                let mut row = row.clone();
                for ((column, cell), other) in kind.row_columns().zip(&mut row.cells).zip(&other.cells) {
                    *cell = changed(&column.kind, cell, other, whims);
                }
                row.kept = other.kept.clone();
                left.push(row);
            }
            _ => left.push(row.clone()),
        }
    }
    match whims.next() % 6 {
        1 | 2 => left.extend(others.iter().cloned()),
        3 => left.reverse(),
        4 => {
            let row = Row { id: Id::default(), ..others.first().cloned().unwrap_or_default() };
            left.insert(0, row);
        }
        _ => {}
    }
    left
}

/// Rows and lists in which nothing stands twice, as this program makes them.
fn tidy(value: Value) -> Value {
    match value {
        Value::Rows(rows) => {
            let mut seen = BTreeSet::new();
            let rows = rows.into_iter().filter(|row| !row.id.is_empty() && seen.insert(row.id.clone()));
            let rows = rows.map(|row| Row { cells: row.cells.into_iter().map(tidy).collect(), ..row });
            Value::Rows(rows.collect())
        }
        Value::Many(values) => {
            let mut once = Vec::new();
            for value in values {
                if !once.contains(&value) {
                    once.push(value);
                }
            }
            Value::Many(once)
        }
        value => value,
    }
}

/// A record whose fields were put through something.
fn with_fields(record: &Record, mut change: impl FnMut(&'static Column, Value) -> Value) -> Record {
    let mut made = record.clone();
    for (column, value) in record.as_ref().fields() {
        made.set(column.key, change(column, value)).expect("the value is of its field's kind");
    }
    made
}

pub(crate) fn edited(base: &Record, other: &Record, whims: &mut Whims) -> Record {
    let mut record = with_fields(base, |column, value| {
        let (_, other) = other.as_ref().field(column.key).expect("both are of one kind");
        changed(&column.kind, &value, &other, whims)
    });
    if whims.next() % 3 == 1 {
        record.keep(other.as_ref().kept().clone());
    }
    record
}

/// Conflicts as earlier meetings may have left them.
fn conflicts() -> impl Strategy<Value = Vec<Conflict>> {
    let conflict = |field: &str, json: &str, by: Option<&str>| Conflict {
        field: field.into(),
        json: json.into(),
        by: by.map(|by| Id::parse(by).unwrap()),
        at: None,
    };
    let known = vec![
        conflict("note", "\"toinen\"", Some("a1")),
        conflict("note", "\"toinen\"", None),
        conflict("note", "null", Some("a2")),
        conflict("x-a", "1", None),
        conflict("roles/a1/role", "\"tutor\"", None),
    ];
    subsequence(known, 0..=3)
}

/// A record and what three people made of it.
pub(crate) type Versions = (Record, Vec<Record>);

fn versions_of<T: Shelved + std::fmt::Debug>(wild: bool) -> BoxedStrategy<Versions> {
    let kept = (conflicts(), conflicts(), conflicts(), conflicts());
    let all =
        (vec(values::record::<T>(), 4), vec(whims(), 3), kept, prop::bool::weighted(if wild { 0.1 } else { 0.0 }));
    all.prop_map(move |(mut records, mut whims, kept, unrelated)| {
        let id = records[0].id().clone();
        for record in &mut records {
            record.set_id(id.clone());
        }
        let kept = [kept.0, kept.1, kept.2, kept.3];
        let mut records: Vec<Record> = records.iter().map(|record| record.as_any().to_owned()).collect();
        let base = records[0].clone();
        for (record, whims) in records.iter_mut().skip(1).zip(&mut whims) {
            if !unrelated {
                *record = edited(&base, record, whims);
            }
        }
        for (record, conflicts) in records.iter_mut().zip(kept) {
            let unknown = record.as_ref().kept().unknown.clone();
            record.keep(Beside { unknown, conflicts: conflicts.into_iter().collect() }.into());
            if !wild {
                *record = with_fields(record, |_, value| tidy(value));
            }
        }
        (records.remove(0), records)
    })
    .boxed()
}

/// Versions of a record of any kind. The wild ones have rows without an id, with doubled ones, and now and then
/// nothing in common.
pub(crate) fn versions(wild: bool) -> impl Strategy<Value = Versions> {
    prop_oneof![
        1 => versions_of::<Municipality>(wild),
        1 => versions_of::<Organisation>(wild),
        3 => versions_of::<Person>(wild),
        1 => versions_of::<Theme>(wild),
        1 => versions_of::<Season>(wild),
        2 => versions_of::<Coaching>(wild),
        4 => versions_of::<Session>(wild),
        1 => versions_of::<Feedback>(wild),
        1 => versions_of::<Action>(wild),
        1 => versions_of::<Practice>(wild),
        1 => versions_of::<Note>(wild),
        1 => versions_of::<BookInfo>(wild),
    ]
}
