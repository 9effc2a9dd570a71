//! A line one types into: label, text that scrolls with the cursor, a hint behind it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::looks::Looks;
use super::{paint, put};
use crate::text::Safe;

/// A line as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct InputLine {
    /// What is asked for.
    pub label: Safe,
    /// What stands before the cursor.
    pub before: Safe,
    /// What stands behind the cursor.
    pub after: Safe,
    /// What Tab would put there, shown behind.
    pub hint: Safe,
    /// A remark at the right end.
    pub remark: Safe,
}

impl InputLine {
    /// Draws the line into the area's first row; returns where the cursor is.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) -> Option<Position> {
        if area.height == 0 || area.width < 4 {
            return None;
        }
        paint(buffer, Rect { height: 1, ..area }, looks.plain());
        let remark = u16::try_from(self.remark.width()).unwrap_or(u16::MAX);
        let with_remark = remark > 0 && remark + 24 < area.width;
        let right = if with_remark { area.right() - remark - 1 } else { area.right() };
        if with_remark {
            put(buffer, right, area.y, remark, &self.remark, looks.dim());
        }
        let mut x = area.x + 1;
        let alone = self.before.is_empty() && self.after.is_empty() && self.hint.is_empty();
        let room = if alone { right.saturating_sub(x + 1) } else { area.width / 3 };
        x += put(buffer, x, area.y, room, &self.label, looks.dim());
        x += 1;
        let room = right.saturating_sub(x + 1);
        let visible = tail(&self.before, usize::from(room));
        x += put(buffer, x, area.y, room, &visible, looks.strong());
        let cursor = Position { x: x.min(area.right().saturating_sub(1)), y: area.y };
        let taken = put(buffer, x, area.y, right.saturating_sub(x), &self.after, looks.strong());
        if taken == 0 {
            put(buffer, x, area.y, right.saturating_sub(x), &self.hint, looks.dim());
        }
        Some(cursor)
    }
}

/// The end of the text that fits into so many cells.
fn tail(text: &Safe, room: usize) -> Safe {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;
    if text.width() <= room {
        return text.clone();
    }
    let mut width = 0;
    let fits = |grapheme: &&str| {
        width += grapheme.width();
        width <= room
    };
    let mut graphemes: Vec<&str> = text.as_str().graphemes(true).rev().take_while(fits).collect();
    graphemes.reverse();
    Safe::line(&graphemes.concat())
}
