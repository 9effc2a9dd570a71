//! Records to tables, and tables to bytes: CSV, tab-separated text and XLSX.
//!
//! What is written reads back as the same values: each cell is as [`crate::entry::plain`] prints it, and
//! [`super::read`] takes away what is put before cells that a spreadsheet would run as a formula.

mod xlsx;

use ecow::EcoString;
use jiff::civil::Date;

use super::defuse::defused;
use super::slot::{Slot, value};
use crate::book::show::Showing;
use crate::domain::{FieldKind, RecordRef, Value};
use crate::entry::Printing;
use crate::exchange::table::{Line, Sheet};
use crate::text::{Safe, Texts, Tongue};

/// What a table is written as.
///
/// Delimited text is UTF-8 with its mark, without which Excel takes it for another encoding, and has CRLF line ends
/// (RFC 4180). The separator of CSV is a comma in English and a semicolon in Finnish and Swedish: there Excel takes
/// the comma for the decimal sign and would open the table as one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Delimited text.
    Csv,
    /// Text with tabs.
    Tsv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The formats, the usual one first.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Tsv];

    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Xlsx => "xlsx",
        }
    }

    /// That of a file with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()))
    }
}

/// A table on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outgoing {
    /// The language it is for.
    pub tongue: Tongue,
    /// The day it is made.
    pub day: Date,
    /// What the sheet is called.
    pub name: EcoString,
    /// What stands above each column.
    pub headings: Vec<EcoString>,
    /// One a record.
    pub rows: Vec<OutgoingRow>,
}

impl Outgoing {
    /// A table of texts, its first line the headings.
    pub fn of_texts(sheet: &Sheet, tongue: Tongue, day: Date) -> Self {
        let mut lines = sheet.lines.iter();
        let headings = lines.next().map(|line| line.cells.clone()).unwrap_or_default();
        let row = |line: &Line| OutgoingRow {
            title: Safe::line(&line.number.to_string()),
            cells: line.cells.iter().map(|cell| Cell::Text(without_controls(cell))).collect(),
        };
        Self { tongue, day, name: sheet.name.clone(), headings, rows: lines.map(row).collect() }
    }
}

/// A row on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct OutgoingRow {
    /// What its record is called, for where it cannot be written.
    pub title: Safe,
    /// As many as there are headings.
    pub cells: Vec<Cell>,
}

/// A cell: its text, and what else it is where a workbook knows it as such.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text, and digits that are no amount, as in phone numbers.
    Text(EcoString),
    /// An amount.
    Number(u32),
    /// A day and how it is written.
    Date(Date, EcoString),
}

/// Why a table cannot be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Unwritable {
    /// A cell holds more than a workbook's can.
    CellTooLong {
        /// Whose it is.
        title: Safe,
        /// What stands above it.
        field: EcoString,
    },
    /// There are more rows or columns than a workbook has.
    TooManyRows,
}

impl Unwritable {
    /// What is wrong and the way out, in a sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        match self {
            Self::CellTooLong { title, field } => {
                let places = [("title", title.into()), ("field", Safe::line(field).into())];
                texts.tell("unwritable-cell", &places)
            }
            Self::TooManyRows => texts.say("unwritable-rows"),
        }
    }
}

/// These parts of these records as a table: headings, and a row each.
pub fn sheet_of(showing: Showing<'_>, records: &[RecordRef<'_>], slots: &[Slot]) -> Outgoing {
    let printing = Printing::new(showing);
    let row = |record: &RecordRef<'_>| OutgoingRow {
        title: showing.title(*record),
        cells: slots.iter().map(|slot| cell(&printing, slot.kind(), value(showing, *record, *slot))).collect(),
    };
    let kind = records.first().map(|record| record.kind());
    Outgoing {
        tongue: showing.texts.tongue(),
        day: showing.today,
        name: kind.map(|kind| showing.texts.say(&format!("kinds-{}", kind.key())).as_str().into()).unwrap_or_default(),
        headings: slots.iter().map(|slot| slot.heading(showing.texts).as_str().into()).collect(),
        rows: records.iter().map(row).collect(),
    }
}

fn cell(printing: &Printing<'_>, kind: FieldKind, value: Value) -> Cell {
    match value {
        Value::Number(number) if matches!(kind, FieldKind::Number) => Cell::Number(number),
        Value::Date(date) => Cell::Date(date, printing.plain(&kind, &value).into()),
        value => Cell::Text(without_controls(&printing.plain(&kind, &value))),
    }
}

/// Control characters would make of a table what is none; tabs and line ends are text.
fn without_controls(text: &str) -> EcoString {
    let is_odd = |letter: char| letter.is_control() && letter != '\n' && letter != '\t';
    if text.contains(is_odd) { text.replace("\r\n", "\n").replace(is_odd, "\u{FFFD}").into() } else { text.into() }
}

/// The table in this format.
///
/// # Errors
/// What a workbook cannot hold; delimited text holds everything.
pub fn write(format: Format, table: &Outgoing) -> Result<Vec<u8>, Unwritable> {
    match format {
        Format::Csv if table.tongue == Tongue::En => Ok(delimited(table, ',')),
        Format::Csv => Ok(delimited(table, ';')),
        Format::Tsv => Ok(delimited(table, '\t')),
        Format::Xlsx => xlsx::write(table),
    }
}

fn delimited(table: &Outgoing, separator: char) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    push_row(&mut out, separator, table.headings.iter().cloned());
    for row in &table.rows {
        push_row(&mut out, separator, row.cells.iter().map(Cell::text));
    }
    out.into_bytes()
}

impl Cell {
    fn text(&self) -> EcoString {
        match self {
            Self::Text(text) | Self::Date(_, text) => text.clone(),
            Self::Number(number) => ecow::eco_format!("{number}"),
        }
    }
}

fn push_row(out: &mut String, separator: char, cells: impl Iterator<Item = EcoString>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(separator);
        }
        push_cell(out, &defused(&cell));
    }
    out.push_str("\r\n");
}

/// Every letter that parts cells anywhere is quoted, so that whoever guesses the separator guesses right.
fn push_cell(out: &mut String, cell: &str) {
    if cell.contains([';', ',', '\t', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}
