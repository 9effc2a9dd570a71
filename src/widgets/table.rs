//! A list of rows: cursor bar, mark, columns, matched letters.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::looks::Looks;
use super::{put, put_graphemes, row};
use crate::text::Safe;

/// How a cell weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// What one came for.
    #[default]
    Plain,
    /// Context.
    Dim,
    /// Something is wrong.
    Warning,
}

/// One cell of a row.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub text: Safe,
    /// How it weighs.
    pub weight: Weight,
    /// Which bytes of the text matched.
    pub matched: Vec<Range<usize>>,
}

impl Cell {
    /// A cell of ordinary weight.
    pub fn new(text: Safe) -> Self {
        Self { text, ..Self::default() }
    }

    /// A cell of context.
    pub fn dim(text: Safe) -> Self {
        Self { text, weight: Weight::Dim, matched: Vec::new() }
    }
}

/// What stands before a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// The user has marked it.
    Marked,
    /// Somebody else has just changed it.
    Fresh,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct TableRow {
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// What stands before it.
    pub mark: Mark,
    /// Whether it is a heading: no cursor rests on it.
    pub heading: bool,
}

/// A list as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The rows that are seen, from the top.
    pub rows: Vec<TableRow>,
    /// The shares of the width the columns take; the first is never left out.
    pub shares: Vec<u16>,
    /// Which of the rows has the cursor.
    pub cursor: Option<usize>,
}

/// Cells before the first column: bar and mark.
const MARGIN: u16 = 2;

/// Below this a column tells nothing and is left out, the last first.
const NARROWEST: u16 = 6;

impl Table {
    /// Draws the rows from the area's top.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let widths = widths(&self.shares, area.width.saturating_sub(MARGIN));
        self.draw_in(buffer, area, &widths, looks);
    }

    /// The same in columns of these widths; those of no width are left out.
    pub fn draw_in(&self, buffer: &mut Buffer, area: Rect, widths: &[u16], looks: Looks) {
        if area.width <= MARGIN {
            return;
        }
        for ((number, table_row), line) in (0..).zip(&self.rows).zip((0..).map_while(|number| row(area, number))) {
            let selected = self.cursor == Some(number);
            if selected {
                put(buffer, line.x, line.y, 1, &Safe::own(looks.bar()), looks.accent());
            }
            match table_row.mark {
                Mark::None => {}
                Mark::Marked => {
                    put(buffer, line.x + 1, line.y, 1, &Safe::own(looks.marked()), looks.accent());
                }
                Mark::Fresh => {
                    put(buffer, line.x + 1, line.y, 1, &Safe::own(looks.fresh()), looks.accent());
                }
            }
            let mut x = line.x + MARGIN;
            let last = table_row.cells.len().saturating_sub(1);
            for ((at, cell), width) in table_row.cells.iter().enumerate().zip(widths).filter(|(_, width)| **width > 0) {
                // Where a row has no more to say, its last cell has the room that is left.
                let whole = if at == last && at + 1 < widths.len() { area.right().saturating_sub(x) } else { *width };
                draw_cell(buffer, x, line.y, whole, cell, style(cell, table_row, selected, looks), looks);
                x += width + 1;
            }
        }
    }
}

fn style(cell: &Cell, row: &TableRow, selected: bool, looks: Looks) -> Style {
    let style = match cell.weight {
        Weight::Warning => looks.warning(),
        _ if row.heading => looks.heading(),
        Weight::Plain => looks.plain(),
        Weight::Dim => looks.dim(),
    };
    if selected { looks.selected(style) } else { style }
}

fn draw_cell(buffer: &mut Buffer, x: u16, y: u16, width: u16, cell: &Cell, style: Style, looks: Looks) {
    if cell.matched.is_empty() {
        put(buffer, x, y, width, &cell.text, style);
        return;
    }
    let cut = cell.text.cells(usize::from(width));
    let styled = cut.as_str().grapheme_indices(true).map(|(at, grapheme)| {
        let hit = cell.matched.iter().any(|range| range.contains(&at));
        (grapheme, if hit { style.patch(looks.matched()) } else { style })
    });
    put_graphemes(buffer, x, y, styled);
}

/// Parts the width among the columns, one blank between; what would be too narrow is left out.
fn widths(shares: &[u16], width: u16) -> Vec<u16> {
    let mut kept = shares.len().max(1);
    loop {
        let shares: Vec<u32> = shares.iter().take(kept).map(|share| u32::from(*share)).collect();
        let blanks = u16::try_from(kept - 1).unwrap_or(0);
        let free = u32::from(width.saturating_sub(blanks));
        let total = shares.iter().sum::<u32>().max(1);
        let mut widths: Vec<u16> =
            shares.iter().map(|share| u16::try_from(free * share / total).unwrap_or(u16::MAX)).collect();
        if kept > 1 && widths.iter().any(|width| *width < NARROWEST) {
            kept -= 1;
            continue;
        }
        let used: u16 = widths.iter().sum();
        if let Some(first) = widths.first_mut() {
            *first += u16::try_from(free).unwrap_or(u16::MAX).saturating_sub(used);
        }
        return widths;
    }
}

/// A column that wants a width of its own.
#[derive(Clone, Copy, Debug)]
pub struct Col {
    /// The cells it needs.
    least: u16,
    /// Whether it takes what is left.
    grows: bool,
    /// What gives way first where it is narrow: the highest. Nought stays.
    gives: u8,
}

impl Col {
    /// A column of just so many cells.
    pub const fn fixed(cells: u16, gives: u8) -> Self {
        Self { least: cells, grows: false, gives }
    }

    /// A column of so many cells or more.
    pub const fn grows(least: u16, gives: u8) -> Self {
        Self { least, grows: true, gives }
    }
}

/// The widths of columns in a table this wide, none for those that give way.
pub fn fitted(columns: &[Col], width: u16) -> Vec<u16> {
    let width = width.saturating_sub(MARGIN);
    let mut kept: Vec<bool> = vec![true; columns.len()];
    let needed = |kept: &[bool]| -> u16 {
        let of = columns.iter().zip(kept).filter(|(_, kept)| **kept);
        of.fold(0, |sum: u16, (column, _)| sum.saturating_add(column.least + 1)).saturating_sub(1)
    };
    while needed(&kept) > width {
        let standing =
            columns.iter().enumerate().filter(|(at, column)| kept.get(*at) == Some(&true) && column.gives > 0);
        let Some((at, _)) = standing.max_by_key(|(_, column)| column.gives) else { break };
        if let Some(one) = kept.get_mut(at) {
            *one = false;
        }
    }
    let grow = |at: usize, column: &Col| column.grows && kept.get(at) == Some(&true);
    let growing = columns.iter().enumerate().filter(|(at, column)| grow(*at, column)).count();
    let free = usize::from(width.saturating_sub(needed(&kept)));
    let mut extra = (0..growing).map(|number| free / growing + usize::from(number < free % growing));
    let widths = columns.iter().enumerate().map(|(at, column)| match kept.get(at) {
        Some(true) if column.grows => {
            column.least.saturating_add(u16::try_from(extra.next().unwrap_or(0)).unwrap_or(u16::MAX))
        }
        Some(true) => column.least,
        _ => 0,
    });
    // Where even those that stay are too wide, the last ones are cut.
    let mut left = width;
    let within = widths.map(|wide| {
        let wide = wide.min(left);
        left = left.saturating_sub(if wide == 0 { 0 } else { wide + 1 });
        wide
    });
    within.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_their_own_width_give_way_in_turn() {
        let columns = [Col::grows(10, 0), Col::fixed(5, 2), Col::fixed(6, 1)];
        assert_eq!(fitted(&columns, 32), [17, 5, 6]);
        assert_eq!(fitted(&columns, 25), [10, 5, 6]);
        assert_eq!(fitted(&columns, 24), [15, 0, 6], "the second gives way first");
        assert_eq!(fitted(&columns, 12), [10, 0, 0]);
        assert_eq!(fitted(&columns, 3), [1, 0, 0], "the first stays, as wide as there is room");
    }

    #[test]
    fn columns_share_the_width_and_the_last_give_way() {
        assert_eq!(widths(&[3, 2, 1], 62), [30, 20, 10]);
        assert_eq!(widths(&[3, 2, 1], 20), [12, 7]);
        assert_eq!(widths(&[3, 2, 1], 4), [4]);
        assert_eq!(widths(&[], 4), Vec::<u16>::new());
    }
}
