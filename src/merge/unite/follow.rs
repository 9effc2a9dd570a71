//! References that follow a record into the one it became part of, in lists, in rows, and in rows in rows.

use crate::domain::{FieldKind, Kind, Link, Record, RecordRef, Row, Value};

/// What becomes of a reference.
enum Fate<'l> {
    /// It names this one now.
    Names(&'l Link),
    /// It is taken out.
    Goes,
}

/// Where references lead that name one of these.
struct Course<'l> {
    from: &'l [&'l Link],
    to: Fate<'l>,
}

/// The record with every reference to one record leading to the other. Lists hold none twice, and the book no
/// longer tells a record apart from itself.
pub(super) fn following(record: RecordRef<'_>, from: &Link, to: &Link) -> Record {
    let mut followed = Course { from: &[from], to: Fate::Names(to) }.walked(record.to_owned());
    if let Record::Book(info) = &mut followed {
        let mut seen = Vec::new();
        info.apart.retain(|row| {
            let mut pair = [row.one.clone(), row.other.clone()];
            pair.sort_unstable();
            let [one, other] = &pair;
            let stays = one != other && !seen.contains(&pair);
            seen.push(pair);
            stays
        });
    }
    followed
}

/// The record without references to itself, under either of its names. A row that is nothing without such goes.
pub(super) fn without_itself(record: Record, names: &[&Link]) -> Record {
    Course { from: names, to: Fate::Goes }.walked(record)
}

impl Course<'_> {
    fn walked(&self, mut record: Record) -> Record {
        for (column, value) in record.as_ref().fields() {
            if let Some(changed) = self.value(&column.kind, &value) {
                // It is of the kind that stood there.
                let _fits = record.set(column.key, changed);
            }
        }
        record
    }

    fn is_meant(&self, kind: Kind, id: &crate::domain::Id) -> bool {
        self.from.iter().any(|link| link.kind == kind && link.id == *id)
    }

    /// The value as it is now; nothing where it stays as it was.
    fn value(&self, kind: &FieldKind, value: &Value) -> Option<Value> {
        match (kind, value) {
            (_, Value::Ref(id)) if kind.referred().is_some_and(|kind| self.is_meant(kind, id)) => Some(match self.to {
                Fate::Names(link) => Value::Ref(link.id.clone()),
                Fate::Goes => Value::Empty,
            }),
            (_, Value::Link(link)) if self.is_meant(link.kind, &link.id) => Some(match self.to {
                Fate::Names(link) => Value::Link(link.clone()),
                Fate::Goes => Value::Empty,
            }),
            (FieldKind::Many(one), Value::Many(values)) => self.list(one, values).map(Value::Many),
            (FieldKind::Rows(_), Value::Rows(rows)) => self.rows(kind, rows).map(Value::Rows),
            _ => None,
        }
    }

    fn list(&self, one: &FieldKind, values: &[Value]) -> Option<Vec<Value>> {
        let changed: Vec<Option<Value>> = values.iter().map(|value| self.value(one, value)).collect();
        if changed.iter().all(Option::is_none) {
            return None;
        }
        let mut list: Vec<Value> = Vec::with_capacity(values.len());
        for (value, changed) in values.iter().zip(changed) {
            let moved = changed.is_some();
            let value = changed.unwrap_or_else(|| value.clone());
            let named_twice = moved && (list.contains(&value) || values.contains(&value));
            if !value.is_empty() && !named_twice {
                list.push(value);
            }
        }
        Some(list)
    }

    fn rows(&self, kind: &FieldKind, rows: &[Row]) -> Option<Vec<Row>> {
        let changed: Vec<Option<Row>> = rows.iter().map(|row| self.row(kind, row)).collect();
        if changed.iter().all(Option::is_none) {
            return None;
        }
        let mut left: Vec<Row> = Vec::with_capacity(rows.len());
        for (row, changed) in rows.iter().zip(changed) {
            let moved = changed.is_some();
            let row = changed.unwrap_or_else(|| row.clone());
            let says_the_same = |other: &Row| other.cells == row.cells && other.kept == row.kept;
            let stands_already = moved && (left.iter().any(says_the_same) || rows.iter().any(says_the_same));
            let goes = stands_already || moved && self.is_hollow(kind, &row);
            left.extend((!goes).then_some(row));
        }
        Some(left)
    }

    fn row(&self, kind: &FieldKind, row: &Row) -> Option<Row> {
        let mut changed = row.clone();
        let mut any = false;
        for (column, cell) in kind.row_columns().zip(&mut changed.cells) {
            if let Some(value) = self.value(&column.kind, cell) {
                *cell = value;
                any = true;
            }
        }
        any.then_some(changed)
    }

    /// Whether a row has lost the reference it was about.
    fn is_hollow(&self, kind: &FieldKind, row: &Row) -> bool {
        matches!(self.to, Fate::Goes)
            && kind.row_columns().zip(&row.cells).any(|(column, cell)| column.needed && cell.is_empty())
    }
}
