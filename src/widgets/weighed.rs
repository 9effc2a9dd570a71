//! A list to choose from in which every row says what stands against it and what speaks for it. Below it the row that
//! has the cursor is told in full.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::across;
use super::looks::Looks;
use super::table::{Cell, Mark, Table, TableRow};
use super::wrap::wrap_limited;
use super::{put, row};
use crate::text::Safe;

/// One row.
#[derive(Clone, Debug, Default)]
pub struct WeighedRow {
    /// Its cells, one a column; the one of the reasons stays empty. Where there are fewer, words follow them.
    pub cells: Vec<Cell>,
    /// What stands against it.
    pub against: Vec<Safe>,
    /// What speaks for it, as short as a row has room for.
    pub brief: Vec<Safe>,
    /// The same in full.
    pub reasons: Vec<Safe>,
    /// Whether it is marked.
    pub marked: bool,
}

/// The list as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct WeighedView {
    /// What is asked.
    pub title: Safe,
    /// What stands at the title's right end.
    pub remark: Safe,
    /// What it is asked for.
    pub context: Safe,
    /// The rows that are seen, from the top.
    pub rows: Vec<WeighedRow>,
    /// The widths of the columns.
    pub widths: Vec<u16>,
    /// Which column the reasons stand in.
    pub column: usize,
    /// Which of the rows has the cursor.
    pub cursor: Option<usize>,
    /// What an empty list says.
    pub empty: Safe,
}

/// Cells before the first column, as a table has them.
const MARGIN: u16 = 2;

/// From so many rows on there is one between what is asked and the list.
const AIRY: u16 = 14;

/// From so many rows on the row with the cursor is told in full.
const TOLD: u16 = 9;

/// The parts of an area: title and context above, the list, and what is told in full.
fn parts(area: Rect) -> (Rect, Option<Rect>) {
    let above = (2 + u16::from(area.height >= AIRY)).min(area.height);
    let told = if area.height < TOLD { 0 } else { 2 + u16::from(area.height >= AIRY) + u16::from(area.height >= 30) };
    let rule = u16::from(told > 0);
    let height = area.height - above - told - rule;
    let list = Rect { y: area.y + above, height, ..area };
    let below = Rect { y: list.bottom(), height: told + rule, ..area };
    (list, (told > 0).then_some(below))
}

/// How many rows the list has in an area so high.
pub fn list_height(height: u16) -> usize {
    usize::from(parts(Rect { x: 0, y: 0, width: 1, height }).0.height).max(1)
}

impl WeighedView {
    /// Draws it.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let width = area.width.saturating_sub(2);
        if let Some(line) = row(area, 0) {
            let remark = u16::try_from(self.remark.width()).unwrap_or(u16::MAX);
            let fits = remark > 0 && usize::from(width) > self.title.width() + usize::from(remark) + 2;
            put(buffer, line.x + 1, line.y, width, &self.title, looks.strong());
            if fits {
                put(buffer, line.right() - remark - 1, line.y, remark, &self.remark, looks.dim());
            }
        }
        if let Some(line) = row(area, 1) {
            put(buffer, line.x + 1, line.y, width, &self.context, looks.dim());
        }
        let (list, below) = parts(area);
        if self.rows.is_empty() && list.height > 0 {
            for (line, text) in (0..list.height).zip(wrap_limited(&self.empty, width, usize::from(list.height))) {
                put(buffer, list.x + 1, list.y + line, width, &text, looks.plain());
            }
            return;
        }
        self.draw_rows(buffer, list, looks);
        if let (Some(below), Some(row)) = (below, self.cursor.and_then(|at| self.rows.get(at))) {
            across(buffer, Rect { height: 1, ..below }, looks);
            row.draw_told(buffer, Rect { y: below.y + 1, height: below.height - 1, ..below }, looks);
        }
    }

    fn draw_rows(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let mark = |marked| if marked { Mark::Marked } else { Mark::None };
        let rows = self.rows.iter();
        let rows = rows.map(|row| TableRow { cells: row.cells.clone(), mark: mark(row.marked), heading: false });
        let table = Table { rows: rows.collect(), cursor: self.cursor, ..Table::default() };
        table.draw_in(buffer, area, &self.widths, looks);
        let lines = (0..).map_while(|number| row(area, number));
        for ((number, row), line) in self.rows.iter().enumerate().zip(lines) {
            // A row with fewer cells has its words right behind them, as far as there is room.
            let column = self.column.min(row.cells.len());
            let before = self.widths.iter().take(column).filter(|width| **width > 0);
            let x = area.x + MARGIN + before.map(|width| width + 1).sum::<u16>();
            let own = self.widths.get(column).copied().unwrap_or(0);
            let width = if column < self.column { area.right().saturating_sub(x) } else { own };
            let selected = self.cursor == Some(number);
            row.draw_words(buffer, Rect { x, width, ..line }, selected, looks);
        }
    }
}

impl WeighedRow {
    /// What stands against it, then what speaks for it, on one line.
    fn draw_words(&self, buffer: &mut Buffer, area: Rect, selected: bool, looks: Looks) {
        let styled = |style| if selected { looks.selected(style) } else { style };
        let (against, reasons) = (warned(&self.against), joined(&self.brief));
        let mut x = area.x;
        x += put(buffer, x, area.y, area.width, &against, styled(looks.warning()));
        if reasons.is_empty() {
            return;
        }
        if x > area.x {
            x += put(buffer, x, area.y, area.right().saturating_sub(x), &Safe::own(" · "), looks.dim());
        }
        put(buffer, x, area.y, area.right().saturating_sub(x), &reasons, styled(looks.dim()));
    }

    /// All of it, in as many rows as there are.
    fn draw_told(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let width = area.width.saturating_sub(3);
        let against = wrap_limited(&warned(&self.against), width, usize::from(area.height));
        let against = if self.against.is_empty() { Vec::new() } else { against };
        let left = usize::from(area.height).saturating_sub(against.len());
        let reasons = if left == 0 { Vec::new() } else { wrap_limited(&joined(&self.reasons), width, left) };
        let lines = against.iter().map(|text| (text, looks.warning()));
        let lines = lines.chain(reasons.iter().map(|text| (text, looks.plain())));
        for ((text, style), line) in lines.zip((0..).map_while(|number| row(area, number))) {
            put(buffer, line.x + 2, line.y, width, text, style);
        }
    }
}

fn joined(parts: &[Safe]) -> Safe {
    Safe::join(parts, &Safe::own(" · "))
}

/// The parts behind a mark that says so without colour.
fn warned(parts: &[Safe]) -> Safe {
    if parts.is_empty() {
        return Safe::default();
    }
    let mut words = Safe::own("! ");
    words.push(&joined(parts));
    words
}
