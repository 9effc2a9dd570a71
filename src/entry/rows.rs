//! Rows of sub-tables, written as `key=value` pairs.

use super::quote::{pairs, parts};
use super::{Reading, Tense, Trouble};
use crate::domain::{Column, FieldKind, Id, Mint, Row, Value};
use crate::find::fold::Folded;
use crate::text::{Texts, Tongue};

/// The key of a row's own id.
const ID: &str = "id";

impl Reading<'_> {
    /// Reads one row of a sub-table; it and the rows within it get ids where they bring none.
    ///
    /// # Errors
    /// What is wrong with it, and the way out.
    pub fn row(self, kind: &FieldKind, text: &str, mint: &mut Mint) -> Result<Row, Trouble> {
        let mut row = self.cells(kind, text)?;
        give_id(kind, &mut row, mint);
        Ok(row)
    }

    pub(super) fn rows(self, kind: &FieldKind, text: &str) -> Result<Value, Trouble> {
        let rows = parts(text, &[';', '\n'])?;
        let rows = rows.into_iter().filter(|row| !row.trim().is_empty());
        let mut rows: Vec<Row> = rows.map(|row| self.cells(kind, row)).collect::<Result<_, _>>()?;
        // Of a row that says nothing there is nothing to keep.
        rows.retain(|row| !row.id.is_empty() || row.cells.iter().any(|cell| !cell.is_empty()));
        Ok(Value::Rows(rows))
    }

    fn cells(self, kind: &FieldKind, text: &str) -> Result<Row, Trouble> {
        let columns: Vec<&'static Column> = kind.row_columns().collect();
        let mut row = Row::empty(Id::default(), columns.len());
        for pair in pairs(text.trim())? {
            if pair.key == Some(ID) {
                row.id = Id::parse(&pair.value).map_err(|_no_id| Trouble::NotAnId(pair.value.as_ref().into()))?;
                continue;
            }
            let column = match pair.key {
                Some(key) => column_called(columns.iter().copied(), key, self.texts),
                None => columns.iter().copied().find(|column| column.needed),
            };
            let no_field = || Trouble::NoField {
                key: pair.key.unwrap_or(&pair.value).into(),
                keys: columns.iter().map(|column| column.key).collect(),
            };
            let column = column.ok_or_else(no_field)?;
            let reading = Self { tense: Tense::of(column), ..self };
            let value = reading.value(&column.kind, &pair.value).map_err(|trouble| trouble.in_field(column))?;
            let place = columns.iter().position(|other| other.key == column.key);
            let cell = place.and_then(|number| row.cells.get_mut(number)).ok_or_else(no_field)?;
            if !cell.is_empty() {
                return Err(Trouble::KeyTwice(column.key.into()));
            }
            *cell = value;
        }
        Ok(row)
    }
}

/// The column one means by its stored key or its label in any language; blanks, `-` and `_` are one.
pub fn column_called(
    columns: impl Iterator<Item = &'static Column>,
    called: &str,
    texts: &Texts,
) -> Option<&'static Column> {
    let columns: Vec<&'static Column> = columns.collect();
    let wanted = as_key(called);
    let by_key = columns.iter().copied().find(|column| as_key(column.key) == wanted);
    let by_label = |texts: &Texts| {
        let labelled = |column: &&&'static Column| as_key(texts.field(column.label).as_str()) == wanted;
        // Where two fields go by one word, neither is meant.
        let mut found = columns.iter().filter(labelled);
        found.next().copied().filter(|_| found.next().is_none())
    };
    let in_others = || Tongue::ALL.iter().find_map(|tongue| by_label(&Texts::only(*tongue, &["field-"])));
    by_key.or_else(|| by_label(texts)).or_else(in_others)
}

fn as_key(word: &str) -> String {
    Folded::of(word).text.replace([' ', '_'], "-")
}

/// Gives an id to every row in this value that has none.
pub fn give_ids(kind: &FieldKind, value: &mut Value, mint: &mut Mint) {
    if let Value::Rows(rows) = value {
        for row in rows {
            give_id(kind, row, mint);
        }
    }
}

fn give_id(kind: &FieldKind, row: &mut Row, mint: &mut Mint) {
    if row.id.is_empty() {
        row.id = mint.row();
    }
    for (column, cell) in kind.row_columns().zip(&mut row.cells) {
        give_ids(&column.kind, cell, mint);
    }
}
