//! Tables: spreadsheets, delimited text, cells pasted from either.
//!
//! Owns what a table is, how it is read from bytes and written to them, and which parts of a record its columns can
//! hold. What a row means for the book is decided elsewhere ([`crate::import`]); no file is opened here.

mod cell;
pub mod columns;
mod defuse;
mod delimited;
mod encoding;
pub mod read;
pub mod slot;
mod workbook;
pub mod write;

use ecow::EcoString;

/// A table as it was found: its cells as text, dates as `2026-11-22`, times as `9.30`, numbers without an exponent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What the spreadsheet calls it; empty for delimited text.
    pub name: EcoString,
    /// The rows that hold something, in order. They may be of different lengths.
    pub lines: Vec<Line>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// Its cells; blanks at their ends are gone.
    pub cells: Vec<EcoString>,
}
