//! Two records side by side, field by field: what will stand has a mark and its full weight, the rest is dim.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::looks::Looks;
use super::wrap::wrap_limited;
use super::{put, row};
use crate::text::Safe;

/// One field in both.
#[derive(Clone, Debug, Default)]
pub struct PairRow {
    /// What it is.
    pub label: Safe,
    /// What the left one says.
    pub left: Safe,
    /// What the right one says.
    pub right: Safe,
    /// Whether the left one's will stand.
    pub left_stands: bool,
    /// Whether the right one's will stand.
    pub right_stands: bool,
}

/// Two records as they are drawn.
#[derive(Clone, Debug, Default)]
pub struct PairView {
    /// What they are called.
    pub title: Safe,
    /// Which pair of how many.
    pub remark: Safe,
    /// Why they may be one.
    pub reasons: Safe,
    /// What becomes of either.
    pub heads: (Safe, Safe),
    /// The fields that differ.
    pub rows: Vec<PairRow>,
    /// Which of them has the cursor.
    pub cursor: usize,
    /// What stands below: what is the same in both.
    pub same: Safe,
}

/// Labels take at most this share of the width, in hundredths.
const LABEL_SHARE: u16 = 26;

/// Labels take at least this.
const LABEL_LEAST: u16 = 8;

/// So many rows one value takes; where the cursor is, more.
const VALUE_ROWS: usize = 2;
const CURSOR_ROWS: usize = 6;

/// Cells of bar and mark before what stands behind them.
const MARK: u16 = 2;

/// A field laid out for a width.
struct Laid {
    left: Vec<Safe>,
    right: Vec<Safe>,
}

impl Laid {
    fn height(&self) -> usize {
        self.left.len().max(self.right.len()).max(1)
    }
}

/// Where the columns are.
#[derive(Clone, Copy)]
struct Columns {
    label: u16,
    side: u16,
}

impl Columns {
    fn left(self) -> u16 {
        1 + self.label
    }

    fn right(self) -> u16 {
        self.left() + MARK + self.side + 1
    }
}

impl PairView {
    /// Draws both from the area's top.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let columns = self.columns(area.width);
        if let Some(line) = row(area, 0) {
            let remark = u16::try_from(self.remark.width()).unwrap_or(0).min(line.width);
            put(buffer, line.x + 1, line.y, line.width.saturating_sub(remark + 3), &self.title, looks.strong());
            put(buffer, line.right().saturating_sub(remark + 1), line.y, remark, &self.remark, looks.dim());
        }
        if let Some(line) = row(area, 1) {
            put(buffer, line.x + 1, line.y, line.width.saturating_sub(2), &self.reasons, looks.dim());
        }
        if let Some(line) = row(area, 2) {
            let (left, right) = &self.heads;
            put(buffer, line.x + columns.left() + MARK, line.y, columns.side, left, looks.heading());
            put(buffer, line.x + columns.right() + MARK, line.y, columns.side, right, looks.heading());
        }
        let fields = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        self.draw_fields(buffer, fields, columns, looks);
    }

    fn columns(&self, width: u16) -> Columns {
        let widest = self.rows.iter().map(|row| row.label.width()).max().unwrap_or(0);
        let most = (width * LABEL_SHARE / 100).max(LABEL_LEAST);
        let label = u16::try_from(widest + 1).unwrap_or(u16::MAX).clamp(LABEL_LEAST, most);
        let side = width.saturating_sub(label + 3 + 2 * MARK) / 2;
        Columns { label, side }
    }

    /// The fields from the first one on from which the one with the cursor is seen whole; below the last, what is the
    /// same, or how much there is further down.
    fn draw_fields(&self, buffer: &mut Buffer, area: Rect, columns: Columns, looks: Looks) {
        let laid: Vec<Laid> = self
            .rows
            .iter()
            .enumerate()
            .map(|(number, row)| row.lay_out(columns.side, number == self.cursor))
            .collect();
        let room = usize::from(area.height);
        let heights = || laid.iter().map(Laid::height);
        let needs_more = heights().sum::<usize>() > room;
        let room = if needs_more { room.saturating_sub(1) } else { room };
        let first = (0..=self.cursor)
            .find(|first| heights().skip(*first).take(self.cursor + 1 - first).sum::<usize>() <= room)
            .unwrap_or(self.cursor);
        let mut y = 0;
        let mut shown = first;
        for (number, (row, laid)) in self.rows.iter().zip(&laid).enumerate().skip(first) {
            let height = laid.height();
            // Half a value would be taken for the whole.
            if y + height > room && number > first {
                break;
            }
            let at = Rect { y: area.y + clamped(y), height: clamped(height.min(room - y)), ..area };
            row.draw(buffer, at, laid, columns, number == self.cursor, looks);
            y += height;
            shown = number + 1;
        }
        let Some(line) = row(area, clamped(y.min(usize::from(area.height.saturating_sub(1))))) else { return };
        let below = self.rows.len() - shown.min(self.rows.len());
        if below > 0 {
            let last = Rect { y: area.bottom() - 1, ..line };
            let more = Safe::line(&format!("{} {below}", looks.below()));
            put(buffer, last.x + 1, last.y, last.width, &more, looks.dim());
        } else if y < usize::from(area.height) {
            let left = area.height - clamped(y);
            let lines = wrap_limited(&self.same, area.width.saturating_sub(2), usize::from(left));
            for (number, text) in (0..).zip(lines) {
                put(buffer, line.x + 1, line.y + number, line.width, &text, looks.dim());
            }
        }
    }
}

fn clamped(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

impl PairRow {
    fn lay_out(&self, side: u16, focused: bool) -> Laid {
        let most = if focused { CURSOR_ROWS } else { VALUE_ROWS };
        Laid { left: wrap_limited(&self.left, side, most), right: wrap_limited(&self.right, side, most) }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, laid: &Laid, columns: Columns, focused: bool, looks: Looks) {
        if focused {
            put(buffer, area.x, area.y, 1, &Safe::own(looks.bar()), looks.accent());
        }
        let label = if focused { looks.selected(looks.plain()) } else { looks.dim() };
        put(buffer, area.x + 1, area.y, columns.label.saturating_sub(1), &self.label, label);
        let sides = [(columns.left(), &laid.left, self.left_stands), (columns.right(), &laid.right, self.right_stands)];
        for (x, lines, stands) in sides {
            let style = if stands { looks.plain() } else { looks.dim() };
            let style = if focused && stands { looks.selected(style) } else { style };
            if stands {
                put(buffer, area.x + x, area.y, 1, &Safe::own(looks.marked()), looks.accent());
            }
            for (text, line) in lines.iter().zip((0..).map_while(|number| row(area, number))) {
                put(buffer, area.x + x + MARK, line.y, columns.side, text, style);
            }
        }
    }
}
