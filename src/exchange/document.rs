//! A document as plain data: what a report, a sheet or a list says, before anybody decides how it looks.
//!
//! Owns the shapes that text, Markdown, HTML and the screen are made from. Never decides what is said, and knows no
//! book: whoever writes a document has put every word in the reader's language already.

pub mod format;
pub mod html;
pub mod markdown;
pub mod plain;
#[cfg(test)]
mod sample;

use crate::text::{Safe, Tongue};

/// A document in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its language.
    pub tongue: Tongue,
    /// Its title.
    pub title: Safe,
    /// What stands under the title, a line each: the period, the day it was made, whose it is.
    pub under: Vec<Safe>,
    /// What it says, in order.
    pub parts: Vec<Part>,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading(Depth, Safe),
    /// A paragraph; its line feeds stay.
    Words(Safe),
    /// A list.
    List(Vec<Safe>),
    /// What is called what: a term, and what there is to say of it.
    Facts(Vec<(Safe, Safe)>),
    /// A table.
    Table(Table),
    /// Bars.
    Chart(Chart),
    /// Somebody's words.
    Quote {
        /// The words.
        words: Safe,
        /// Whose they are, as far as it may be said; empty where it may not.
        from: Safe,
    },
}

/// How deep a heading stands under the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Right under the title.
    Section,
    /// Within a section.
    Subsection,
}

/// A table. The first cell of a row is the row's heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows, above it.
    pub caption: Safe,
    /// The columns.
    pub head: Vec<Head>,
    /// The rows, each as long as the head; an empty cell is one to be written in by hand or one with nothing to say.
    pub rows: Vec<Vec<Safe>>,
}

/// The heading of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its words.
    pub text: Safe,
    /// Whether numbers stand under it, which end at the right.
    pub is_number: bool,
}

/// Bars beside each other, with the number at each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What it shows, above it.
    pub caption: Safe,
    /// The same in a sentence, for whoever does not see it.
    pub told: Safe,
    /// The bars.
    pub bars: Vec<Bar>,
    /// The value of a bar that stands for all; nothing where they are only beside each other.
    pub whole: u32,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: Safe,
    /// How long it is, beside the others.
    pub value: u32,
    /// The number as it is shown.
    pub shown: Safe,
}

impl Table {
    /// Whether a cell is there to be written in by hand: nothing stands in its whole column, or in its whole row.
    pub fn is_by_hand(&self, row: usize, column: usize) -> bool {
        let is_empty = |cell: Option<&Safe>| cell.is_none_or(Safe::is_empty);
        let whole_row = || self.rows.get(row).is_some_and(|cells| cells.iter().all(Safe::is_empty));
        whole_row() || self.rows.iter().all(|cells| is_empty(cells.get(column)))
    }
}

impl Chart {
    /// The bars as a table of two columns, for whoever reads them as text; its headings are empty.
    fn rows(&self) -> impl Iterator<Item = (&Safe, &Safe)> {
        self.bars.iter().map(|bar| (&bar.label, &bar.shown))
    }

    /// The value of a bar of full length, never nothing.
    fn longest(&self) -> u32 {
        self.bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(self.whole).max(1)
    }
}

/// How deep headings stand one after another: never a step left out, whatever the parts say.
#[derive(Debug, Default)]
struct Outline {
    in_section: bool,
}

impl Outline {
    /// The level of the next heading, where the title's is 1.
    fn level(&mut self, depth: Depth) -> usize {
        let level = if depth == Depth::Subsection && self.in_section { 3 } else { 2 };
        self.in_section = true;
        level
    }
}

/// The paragraphs of a text: what blank lines part.
fn paragraphs(text: &Safe) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.as_str().lines().map(str::trim_end).collect();
    lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()).map(<[&str]>::to_vec).collect()
}

impl Document {
    /// The name of a file it is usually written to, made from its title: `kausiraportti-2020-2021.html`.
    pub fn file_name(&self, format: format::Format) -> String {
        /// Letters of a name that still fits into a listing.
        const MOST: usize = 60;
        let lower = self.title.as_str().to_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let whole = words.collect::<Vec<_>>().join("-");
        let short: String = whole.chars().take(MOST).collect();
        let name = short.trim_end_matches('-');
        format!("{}.{}", if name.is_empty() { "kuntatutor" } else { name }, format.extension())
    }
}
