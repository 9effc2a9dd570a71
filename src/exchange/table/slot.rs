//! The parts of a record that a column of a table can hold.

use crate::book::show::Showing;
use crate::domain::{Column, FieldKind, Kind, RecordRef, Row, Value};
use crate::text::{Safe, Texts, Tongue};

/// A part of a record of one kind.
#[derive(Clone, Copy, Debug)]
pub enum Slot {
    /// The record's id.
    Id,
    /// A person's whole name in either order. A table may bring it; none is written with it.
    WholeName,
    /// A whole field.
    Field(&'static Column),
    /// A field's text in one language.
    Tongue(&'static Column, Tongue),
    /// A cell of the row that counts now: see [`row_at_hand`].
    Cell(&'static Column, &'static Column),
    /// The text of such a cell in one language.
    CellTongue(&'static Column, &'static Column, Tongue),
}

/// Fields whose rows have one that counts now.
const AT_HAND: [&str; 2] = ["affiliations", "roles"];

impl Slot {
    /// The parts of a kind's records, in the order of its table.
    pub fn all(kind: Kind) -> Vec<Self> {
        let mut slots = vec![Self::Id];
        if kind == Kind::Person {
            slots.push(Self::WholeName);
        }
        for column in kind.columns() {
            match column.kind {
                FieldKind::Words(tongues) => {
                    slots.extend(tongues.iter().map(|tongue| Self::Tongue(column, *tongue)));
                }
                FieldKind::Rows(_) if AT_HAND.contains(&column.key) => {
                    slots.extend(cells(column));
                    slots.push(Self::Field(column));
                }
                _ => slots.push(Self::Field(column)),
            }
        }
        slots
    }

    /// The part of a kind's records with this key.
    pub fn with_key(kind: Kind, key: &str) -> Option<Self> {
        Self::all(kind).into_iter().find(|slot| slot.key() == key)
    }

    /// Its key, by which it is remembered: `phone`, `name.sv`, `affiliations.at`, `affiliations.title.fi`.
    pub fn key(self) -> String {
        match self {
            Self::Id => "id".to_owned(),
            Self::WholeName => "whole-name".to_owned(),
            Self::Field(column) => column.key.to_owned(),
            Self::Tongue(column, tongue) => format!("{}.{}", column.key, tongue.key()),
            Self::Cell(rows, cell) => format!("{}.{}", rows.key, cell.key),
            Self::CellTongue(rows, cell, tongue) => format!("{}.{}.{}", rows.key, cell.key, tongue.key()),
        }
    }

    /// Its heading. No two parts of a kind have the same.
    pub fn heading(self, texts: &Texts) -> Safe {
        let in_tongue = |label: &str, tongue: Tongue| {
            let language = texts.choice("tongue", tongue.key());
            texts.tell("heading-in-language", &[("label", texts.field(label).into()), ("language", language.into())])
        };
        match self {
            Self::Id => texts.say("heading-id"),
            Self::WholeName => texts.say("heading-whole-name"),
            Self::Field(column) => texts.field(column.label),
            Self::Tongue(column, tongue) => in_tongue(column.label, tongue),
            Self::Cell(rows, cell) if is_told_apart(rows, cell) => {
                let places = [("label", texts.field(rows.label).into()), ("cell", texts.field(cell.label).into())];
                texts.tell("heading-of-cell", &places)
            }
            Self::Cell(_, cell) => texts.field(cell.label),
            Self::CellTongue(_, cell, tongue) => in_tongue(cell.label, tongue),
        }
    }

    /// The field it belongs to; none where it is the id or the name.
    pub fn column(self) -> Option<&'static Column> {
        match self {
            Self::Id | Self::WholeName => None,
            Self::Field(column) | Self::Tongue(column, _) | Self::Cell(column, _) | Self::CellTongue(column, _, _) => {
                Some(column)
            }
        }
    }

    /// The language it is in, where it is a text in one of several.
    pub fn tongue(self) -> Option<Tongue> {
        match self {
            Self::Tongue(_, tongue) | Self::CellTongue(_, _, tongue) => Some(tongue),
            _ => None,
        }
    }

    /// The label of the innermost field it belongs to.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Self::Id | Self::WholeName => None,
            Self::Field(column) | Self::Tongue(column, _) | Self::Cell(_, column) | Self::CellTongue(_, column, _) => {
                Some(column.label)
            }
        }
    }

    /// What kind of content it holds; that of one language of several is a line.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Id | Self::WholeName | Self::Tongue(..) | Self::CellTongue(..) => FieldKind::Line,
            Self::Field(column) | Self::Cell(_, column) => column.kind,
        }
    }
}

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Slot {}

fn cells(rows: &'static Column) -> impl Iterator<Item = Slot> {
    rows.kind.row_columns().flat_map(move |cell| match cell.kind {
        FieldKind::Words(tongues) => tongues.iter().map(|tongue| Slot::CellTongue(rows, cell, *tongue)).collect(),
        _ => vec![Slot::Cell(rows, cell)],
    })
}

/// Cells whose label alone would not say of what they are: days, and what the kind has a field for as well.
fn is_told_apart(rows: &Column, cell: &Column) -> bool {
    matches!(cell.kind, FieldKind::Date) || rows.key == "roles" && cell.key == "municipality"
}

/// Which of a person's rows counts now: where they work, else the last place; the role of the season at hand.
pub fn row_at_hand(showing: Showing<'_>, rows: &Column, held: &[Row]) -> Option<usize> {
    let cell = |row: &Row, key: &str| {
        let at = rows.kind.row_columns().position(|column| column.key == key);
        at.and_then(|at| row.cells.get(at)).cloned().unwrap_or(Value::Empty)
    };
    match rows.key {
        "affiliations" => {
            let open = held.iter().position(|row| cell(row, "until").is_empty());
            open.or_else(|| held.len().checked_sub(1))
        }
        "roles" => {
            let season = Value::Ref(showing.season?.id.clone());
            held.iter().position(|row| cell(row, "season") == season)
        }
        _ => None,
    }
}

/// The content of a part of a record: a value and the kind it is printed as.
pub fn value(showing: Showing<'_>, record: RecordRef<'_>, slot: Slot) -> Value {
    let field = |column: &Column| record.field(column.key).map_or(Value::Empty, |(_, value)| value);
    let cell = |rows: &'static Column, cell: &Column| -> Value {
        let Value::Rows(held) = field(rows) else { return Value::Empty };
        let at = rows.kind.row_columns().position(|other| other.key == cell.key);
        let row = row_at_hand(showing, rows, &held).and_then(|number| held.get(number));
        row.zip(at).and_then(|(row, at)| row.cells.get(at)).cloned().unwrap_or(Value::Empty)
    };
    let in_tongue = |value: Value, tongue: Tongue| match value {
        Value::Words(words) if !words.exactly(tongue).is_empty() => Value::Text(words.exactly(tongue).clone()),
        _ => Value::Empty,
    };
    match slot {
        Slot::Id => Value::Text(record.id().as_str().into()),
        Slot::WholeName => Value::Text(showing.title(record).as_str().into()),
        Slot::Field(column) => field(column),
        Slot::Tongue(column, tongue) => in_tongue(field(column), tongue),
        Slot::Cell(rows, column) => cell(rows, column),
        Slot::CellTongue(rows, column, tongue) => in_tongue(cell(rows, column), tongue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_part_has_a_key_and_a_heading_of_its_own() {
        for kind in Kind::ALL {
            let slots = Slot::all(kind);
            let keys: BTreeSet<String> = slots.iter().map(|slot| slot.key()).collect();
            assert_eq!(keys.len(), slots.len(), "{kind:?}");
            for tongue in Tongue::ALL {
                let texts = Texts::new(tongue);
                let headings: Vec<String> =
                    slots.iter().map(|slot| slot.heading(&texts).to_string().to_lowercase()).collect();
                let once: BTreeSet<&String> = headings.iter().collect();
                assert_eq!(once.len(), slots.len(), "{kind:?} {tongue:?}: {headings:?}");
            }
            for key in keys {
                assert_eq!(Slot::with_key(kind, &key).map(Slot::key), Some(key));
            }
        }
    }
}
