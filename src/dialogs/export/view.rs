//! How the dialog for a table is shown: a title, the settings, and the columns below them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{At, Column, ExportDialog, SETTINGS, described};
use crate::exchange::table::slot::Slot;
use crate::layer::Cx;
use crate::text::Safe;
use crate::widgets::line::InputLine;
use crate::widgets::table::{Cell, Mark, Table, TableRow, Weight};

/// Cells a row of the table does not have for its two columns: bar, mark, and the blank between.
const BESIDE: u16 = 3;

/// Rows that are no lines of the list: the title.
const TITLE: usize = 1;

/// The row a line of the dialog has in its list: behind the settings stands a heading.
fn row_of(at: At) -> usize {
    match at {
        At::What => 0,
        At::Format => 1,
        At::File => 2,
        At::Write => 3,
        At::Column(number) => number + SETTINGS + 1,
    }
}

/// The first row to be seen so that the cursor's is; the heading stays with the first column.
pub(super) fn top(top: usize, at: At, height: usize) -> usize {
    let height = height.saturating_sub(TITLE).max(1);
    let row = row_of(at);
    let above = if at == At::Column(0) { row - 1 } else { row };
    // Where there is room the settings stay in sight as long as may be.
    top.min(above).max((row + 1).saturating_sub(height))
}

impl ExportDialog {
    pub(super) fn draw(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let kind = texts.say(&format!("kinds-{}", self.listing.kind.key()));
        let label = texts.tell("export-title", &[("kinds", kind.into())]);
        InputLine { label, ..InputLine::default() }.draw(buffer, area, cx.looks);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (label_cells, value_cells) = self.shares(cx, area.width);
        let (shown, column) = self.file.window(value_cells);
        let rows = self.rows(cx, &shown);
        let seen = rows.into_iter().skip(self.top).take(usize::from(list.height)).collect();
        let cursor = row_of(self.at()).checked_sub(self.top);
        Table { rows: seen, shares: vec![label_cells, value_cells], cursor }.draw(buffer, list, cx.looks);
        if self.at() != At::File {
            return None;
        }
        let row = u16::try_from(cursor?).ok()?;
        Some(Position { x: list.x + BESIDE + label_cells + column, y: list.y + row })
    }

    fn rows(&self, cx: &Cx<'_>, file: &Safe) -> Vec<TableRow> {
        let texts = cx.showing.texts;
        let what = self.whats(cx).into_iter().find(|(what, _)| *what == self.what);
        let on = self.columns.iter().filter(|column| column.on).count();
        let sum = texts.tell("export-sum", &[("rows", self.count.into()), ("columns", on.into())]);
        let line =
            |id: &str, value: Cell| TableRow { cells: vec![Cell::dim(texts.say(id)), value], ..TableRow::default() };
        let heading = texts.tell("export-columns", &[("count", on.into()), ("all", self.columns.len().into())]);
        let mut rows = vec![
            line("export-what", Cell::new(what.map(|(_, words)| words).unwrap_or_default())),
            line("export-format", Cell::new(texts.say(described(self.format)))),
            line("export-file", Cell::new(file.clone())),
            TableRow { cells: vec![Cell::new(texts.say("export-write")), Cell::dim(sum)], ..TableRow::default() },
            TableRow { cells: vec![Cell::new(heading)], heading: true, ..TableRow::default() },
        ];
        rows.extend(self.columns.iter().map(|column| column_row(cx, column)));
        rows
    }

    /// Cells for labels and for what stands beside them.
    fn shares(&self, cx: &Cx<'_>, width: u16) -> (u16, u16) {
        let texts = cx.showing.texts;
        let labels = ["export-what", "export-format", "export-file", "export-write"].map(|id| texts.say(id).width());
        let headings = self.columns.iter().map(|column| column.slot.heading(texts).width());
        let widest = headings.chain(labels).max().unwrap_or(0) + 1;
        let room = width.saturating_sub(BESIDE);
        let label = u16::try_from(widest).unwrap_or(u16::MAX).min(room / 2);
        (label, room - label)
    }
}

fn column_row(cx: &Cx<'_>, column: &Column) -> TableRow {
    let texts = cx.showing.texts;
    let beside = match column.slot {
        Slot::Id => texts.say("export-id-why"),
        _ if column.example.is_empty() => texts.say("export-empty"),
        _ => column.example.clone(),
    };
    let weight = if column.on { Weight::Plain } else { Weight::Dim };
    let heading = Cell { text: column.slot.heading(texts), weight, matched: Vec::new() };
    let mark = if column.on { Mark::Marked } else { Mark::None };
    TableRow { cells: vec![heading, Cell::dim(beside)], mark, ..TableRow::default() }
}
