//! A document as plain text of a given width: for a pipe, the clipboard and the screen.
//!
//! Nothing is ever wider than the width: words are wrapped, columns made narrower, and where not even that is enough
//! each row of a table stands as a few lines of its own.

use std::iter::repeat_n;

use super::{Chart, Depth, Document, Part, Table};
use crate::text::Safe;
use crate::text::wrap::wrap;

/// How strongly a line speaks; a screen may show it, text alone does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The document's title.
    Title,
    /// A heading, the caption of a table or chart, the head of a table.
    Heading,
    /// Anything else.
    Plain,
    /// What stands under the title, lines between rows.
    Dim,
}

/// A line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How strongly it speaks.
    pub weight: Weight,
    /// Its words.
    pub text: Safe,
}

/// The marks that lines and bars are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// A cell of a bar.
    pub bar: &'static str,
    /// A cell of a line.
    pub rule: &'static str,
}

/// Marks for whatever reads UTF-8.
pub const DRAWN: Marks = Marks { bar: "█", rule: "─" };

/// Marks for terminals that cannot draw.
pub const TYPED: Marks = Marks { bar: "#", rule: "-" };

/// The whole document.
pub fn plain(document: &Document, width: u16) -> Safe {
    let lines = lines(document, width, DRAWN);
    let mut text = Safe::join(lines.iter().map(|line| &line.text), &Safe::own("\n"));
    text.push(&Safe::own("\n"));
    text
}

/// The document's lines, none wider than `width` cells.
pub fn lines(document: &Document, width: u16, marks: Marks) -> Vec<Line> {
    let mut page = Page { lines: Vec::new(), width: width.max(1), marks };
    page.words(Weight::Title, &document.title);
    for line in &document.under {
        page.words(Weight::Dim, line);
    }
    // What a heading heads stands right under it.
    let mut after_heading = false;
    for part in &document.parts {
        if !after_heading {
            page.blank();
        }
        page.part(part);
        after_heading = matches!(part, Part::Heading(..));
    }
    page.lines
}

/// Cells between two columns.
const BETWEEN: usize = 2;

/// Cells of a line to write on, where nothing tells how long it should be.
const BY_HAND: usize = 18;

/// With fewer cells for the longest bar there are only numbers.
const SHORTEST_BARS: usize = 9;

/// Cells of the longest bar, where there is room.
const LONGEST_BAR: usize = 30;

/// The lines as they come.
struct Page {
    lines: Vec<Line>,
    width: u16,
    marks: Marks,
}

impl Page {
    fn line(&mut self, weight: Weight, text: Safe) {
        self.lines.push(Line { weight, text });
    }

    fn blank(&mut self) {
        if !self.lines.is_empty() {
            self.line(Weight::Plain, Safe::default());
        }
    }

    fn words(&mut self, weight: Weight, text: &Safe) {
        for line in wrap(text, self.width) {
            self.line(weight, line);
        }
    }

    /// Words behind something that stands before their first line; the others begin below the words.
    fn behind(&mut self, before: &Safe, indent: usize, text: &Safe) {
        if usize::from(self.width) <= indent {
            return self.words(Weight::Plain, text);
        }
        let room = usize::from(self.width) - indent;
        let room = u16::try_from(room).unwrap_or(u16::MAX);
        for (number, line) in wrap(text, room).into_iter().enumerate() {
            let start = if number == 0 { before } else { &Safe::default() };
            let line = joined(&[(start.clone(), indent), (line, 0)]);
            self.line(Weight::Plain, line);
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(Depth::Section, text) => {
                self.words(Weight::Heading, text);
                let under = usize::from(self.width).min(text.width());
                let rule = ruled(self.marks.rule, under);
                self.line(Weight::Dim, rule);
            }
            Part::Heading(Depth::Subsection, text) => self.words(Weight::Heading, text),
            Part::Words(text) => self.words(Weight::Plain, text),
            Part::List(items) => {
                for item in items {
                    self.behind(&Safe::own("- "), 2, item);
                }
            }
            Part::Facts(facts) => self.facts(facts),
            Part::Table(table) => self.table(table),
            Part::Chart(chart) => self.chart(chart),
            Part::Quote { words, from } => {
                self.behind(&Safe::own("> "), 2, words);
                if !from.is_empty() {
                    self.behind(&Safe::own("  "), 2, &joined(&[(Safe::own("– "), 0), (from.clone(), 0)]));
                }
            }
        }
    }

    /// Terms and what there is to say of them beside each other, below each other where it is too narrow.
    fn facts(&mut self, facts: &[(Safe, Safe)]) {
        let widest = facts.iter().map(|(term, _)| term.width()).max().unwrap_or(0) + BETWEEN;
        if widest * 2 <= usize::from(self.width) {
            for (term, text) in facts {
                self.behind(&term.cells(widest), widest, text);
            }
            return;
        }
        for (term, text) in facts {
            self.words(Weight::Heading, term);
            self.behind(&Safe::own("  "), 2, text);
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.words(Weight::Heading, &table.caption);
        }
        match widths(table, usize::from(self.width)) {
            Some(widths) => self.columns(table, &widths),
            None => self.folded(table),
        }
    }

    /// The table with its columns beside each other.
    fn columns(&mut self, table: &Table, widths: &[usize]) {
        let head: Vec<Safe> = table.head.iter().map(|head| head.text.clone()).collect();
        if head.iter().any(|text| !text.is_empty()) {
            self.row(table, &head, widths, Weight::Heading);
            let all = widths.iter().sum::<usize>() + BETWEEN * widths.len().saturating_sub(1);
            let rule = ruled(self.marks.rule, all);
            self.line(Weight::Dim, rule);
        }
        for (number, row) in table.rows.iter().enumerate() {
            let cell = |column: usize| match row.get(column) {
                _ if table.is_by_hand(number, column) => ruled("_", widths.get(column).copied().unwrap_or(0)),
                Some(text) => text.clone(),
                None => Safe::default(),
            };
            let row: Vec<Safe> = (0..widths.len()).map(cell).collect();
            self.row(table, &row, widths, Weight::Plain);
        }
    }

    fn row(&mut self, table: &Table, cells: &[Safe], widths: &[usize], weight: Weight) {
        let wrapped: Vec<Vec<Safe>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| wrap(&hyphened(cell, *width), u16::try_from((*width).max(1)).unwrap_or(u16::MAX)))
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for number in 0..height {
            let mut parts = Vec::new();
            for (column, (lines, width)) in wrapped.iter().zip(widths).enumerate() {
                let text = lines.get(number).cloned().unwrap_or_default();
                let is_number = table.head.get(column).is_some_and(|head| head.is_number);
                let before = if is_number { width.saturating_sub(text.width()) } else { 0 };
                let between = if column + 1 < widths.len() { BETWEEN } else { 0 };
                parts.push((Safe::default(), before));
                parts.push((text, width - before + between));
            }
            let line = joined(&parts);
            self.line(weight, Safe::lines(line.as_str().trim_end_matches(' ')));
        }
    }

    /// Each row as a few lines: its heading, and below it what stands in each column.
    fn folded(&mut self, table: &Table) {
        for (number, row) in table.rows.iter().enumerate() {
            if number > 0 {
                self.blank();
            }
            for (column, head) in table.head.iter().enumerate() {
                let is_by_hand = table.is_by_hand(number, column);
                let text = row.get(column).cloned().unwrap_or_default();
                if column == 0 && !is_by_hand {
                    self.words(Weight::Heading, &text);
                } else if is_by_hand || !text.is_empty() {
                    let text = if is_by_hand { ruled("_", BY_HAND) } else { text };
                    let label =
                        if head.text.is_empty() { Safe::default() } else { Safe::line(&format!("{}: ", head.text)) };
                    self.behind(&Safe::own("  "), 2, &joined(&[(label, 0), (text, 0)]));
                }
            }
        }
    }

    fn chart(&mut self, chart: &Chart) {
        if !chart.caption.is_empty() {
            self.words(Weight::Heading, &chart.caption);
        }
        let width = usize::from(self.width);
        let numbers = chart.rows().map(|(_, shown)| shown.width()).max().unwrap_or(0);
        let labels = chart.rows().map(|(label, _)| label.width()).max().unwrap_or(0);
        let room = width.saturating_sub(labels + numbers + 2 * BETWEEN);
        if room < SHORTEST_BARS {
            for (label, shown) in chart.rows() {
                self.behind(&Safe::own("- "), 2, &Safe::line(&format!("{label}: {shown}")));
            }
            return;
        }
        for bar in &chart.bars {
            let shown = bar.shown.cells(numbers);
            let before = numbers.saturating_sub(shown.width());
            let parts = [
                (bar.label.cells(labels), labels + BETWEEN + before),
                (shown.clone(), shown.width() + BETWEEN),
                (ruled(self.marks.bar, cells(bar.value, chart.longest(), room.min(LONGEST_BAR))), 0),
            ];
            let line = joined(&parts);
            self.line(Weight::Plain, Safe::lines(line.as_str().trim_end_matches(' ')));
        }
    }
}

/// The text with lines that end behind the hyphens of words no line can hold.
fn hyphened(text: &Safe, width: usize) -> Safe {
    if text.width() <= width {
        return text.clone();
    }
    let word = |word: &str| {
        if Safe::lines(word.trim_end()).width() > width { word.replace('-', "-\n") } else { word.to_owned() }
    };
    Safe::lines(&text.as_str().split_inclusive([' ', '\n']).map(word).collect::<String>())
}

/// The cells of a bar: at least one for anything at all.
fn cells(value: u32, longest: u32, room: usize) -> usize {
    let room = u64::try_from(room).unwrap_or(0);
    let cells = (u64::from(value) * room).div_ceil(u64::from(longest));
    usize::try_from(cells.min(room)).unwrap_or(0)
}

fn ruled(mark: &'static str, cells: usize) -> Safe {
    Safe::line(&repeat_n(mark, cells).collect::<String>())
}

/// Parts one after another, each filled up with blanks to its cells.
fn joined(parts: &[(Safe, usize)]) -> Safe {
    let mut line = Safe::default();
    for (text, width) in parts {
        line.push(text);
        let blanks = width.saturating_sub(text.width());
        line.push(&ruled(" ", blanks));
    }
    line
}

/// The cells of each column, all together at most `room`; nothing where that would be too narrow to read.
fn widths(table: &Table, room: usize) -> Option<Vec<usize>> {
    let columns = table.head.len();
    let room = room.checked_sub(BETWEEN * columns.saturating_sub(1))?;
    let mut widths = Vec::new();
    let mut narrowest = Vec::new();
    for (column, head) in table.head.iter().enumerate() {
        let mut cells: Vec<&Safe> = table.rows.iter().filter_map(|row| row.get(column)).collect();
        cells.push(&head.text);
        let by_hand = if table.is_by_hand(0, column) { BY_HAND } else { 1 };
        let natural = cells.iter().map(|cell| cell.width()).max().unwrap_or(0).max(by_hand).min(room.max(1));
        let words = || cells.iter().flat_map(|cell| cell.as_str().split_inclusive([' ', '\n', '-'])).map(str::trim_end);
        // A number is read as one, blanks and all.
        let is_number = |cell: &&&Safe| {
            let text = cell.as_str();
            !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit() || " +-".contains(sign))
        };
        let numbers = cells.iter().filter(is_number).map(|cell| cell.width());
        let longest = words().map(|word| Safe::lines(word).width()).chain(numbers).max().unwrap_or(0).max(by_hand);
        // What counts is never cut, and no word either: rather each row stands for itself.
        let least = longest;
        widths.push(natural);
        narrowest.push(least.min(natural));
    }
    if narrowest.iter().sum::<usize>() > room {
        return None;
    }
    while widths.iter().sum::<usize>() > room {
        // The widest that may become narrower gives a cell.
        let may = widths.iter_mut().zip(&narrowest).filter(|(width, least)| **width > **least);
        let (widest, _) = may.max_by_key(|(width, _)| **width)?;
        *widest -= 1;
    }
    Some(widths)
}

#[cfg(test)]
mod tests;
