//! A field's content as people read it: printed once per kind of field, with names and language at hand.

use ecow::EcoString;
use jiff::civil::Date;

use super::round::round_title;
use super::title::{changes_title, id_title, link_title, title};
use super::{Book, Change};
use crate::domain::{Column, FieldKind, Id, Kind, Link, RecordRef, Row, Season, Value};
use crate::text::{Safe, Texts};

/// What is at hand when a value is printed.
#[derive(Clone, Copy, Debug)]
pub struct Showing<'a> {
    /// The book that knows the names.
    pub book: &'a Book,
    /// The language.
    pub texts: &'a Texts,
    /// The day it is.
    pub today: Date,
    /// The season at hand.
    pub season: Option<&'a Season>,
}

impl Showing<'_> {
    /// What a record is called.
    pub fn title(self, record: RecordRef<'_>) -> Safe {
        title(self.book, record, self.texts)
    }

    /// What the record a link names is called, or that it is gone.
    pub fn link(self, link: &Link) -> Safe {
        link_title(self.book, link, self.texts)
    }

    /// What the record of this kind and id is called; nothing without an id.
    pub fn id(self, kind: Kind, id: Option<&Id>) -> Safe {
        id.map(|id| id_title(self.book, kind, id, self.texts)).unwrap_or_default()
    }

    /// What changes are about: the first record and how many more.
    pub fn changes(self, changes: &[Change]) -> Safe {
        changes_title(self.book, changes, self.texts)
    }

    /// The content as text: lists with commas, rows with line ends, nothing as nothing.
    pub fn value(self, kind: &FieldKind, value: &Value) -> Safe {
        match (value, kind) {
            (Value::Empty, _) => Safe::default(),
            (Value::Text(text), FieldKind::Long) => Safe::lines(text),
            (Value::Text(id), FieldKind::Round) => round_title(self.book, id, self.season, self.texts),
            (Value::Text(text), _) => Safe::line(text),
            (Value::Number(minutes), FieldKind::Length) => self.texts.length(*minutes),
            (Value::Number(number), _) => self.texts.number(*number),
            (Value::Yes(yes), _) => self.texts.say(if *yes { "yes" } else { "no" }),
            (Value::Date(date), _) => self.texts.day(*date, self.today),
            (Value::Time(time), _) => self.texts.time(*time),
            (Value::Choice(key), FieldKind::Choice { set, .. }) => self.texts.choice(set, key),
            (Value::Choice(key), _) => Safe::line(key),
            (Value::Words(words), _) => Safe::lines(words.in_tongue(self.texts.tongue())),
            (Value::Ref(id), FieldKind::Ref(kind)) => id_title(self.book, *kind, id, self.texts),
            (Value::Ref(id), _) => id_title(self.book, Kind::Person, id, self.texts),
            (Value::Link(link), _) => link_title(self.book, link, self.texts),
            (Value::Many(values), FieldKind::Many(one)) => self.list(one, values),
            (Value::Many(values), _) => self.list(kind, values),
            (Value::Rows(rows), _) => joined(rows.iter().map(|row| self.row(kind, row)), "\n"),
        }
    }

    /// A row on one line, its cells parted by `·`; of a yes/no cell the label stands for yes. Rows within it
    /// are left out: they get lines of their own.
    pub fn row(self, kind: &FieldKind, row: &Row) -> Safe {
        let cells = kind.row_columns().zip(&row.cells);
        joined(cells.map(|(column, value)| self.cell(column, value)), " · ")
    }

    /// A cell of a row; what would say nothing without its label has it.
    fn cell(self, column: &Column, value: &Value) -> Safe {
        let label = || self.texts.field(column.label);
        match value {
            Value::Yes(true) => label(),
            Value::Yes(false) | Value::Number(_) | Value::Date(_) => {
                Safe::line(&format!("{}: {}", label(), self.value(&column.kind, value)))
            }
            Value::Rows(_) => Safe::default(),
            value => self.value(&column.kind, value),
        }
    }

    fn list(self, one: &FieldKind, values: &[Value]) -> Safe {
        joined(values.iter().map(|value| self.value(one, value)), ", ")
    }
}

fn joined(parts: impl Iterator<Item = Safe>, between: &str) -> Safe {
    let mut text = EcoString::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part.as_str());
    }
    Safe::lines(&text)
}
