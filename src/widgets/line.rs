//! A line one types into: label, text that scrolls with the cursor, a hint behind it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

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
        let room = right.saturating_sub(x);
        let (visible, column) = window(&self.before, &self.after, room);
        let cursor = Position { x: (x + column).min(area.right().saturating_sub(1)), y: area.y };
        x += put(buffer, x, area.y, room, &visible, looks.strong());
        if self.after.is_empty() {
            put(buffer, x, area.y, right.saturating_sub(x), &self.hint, looks.dim());
        }
        Some(cursor)
    }
}

/// What of a line is shown in so many cells, and the cursor's column there. A line that is wider scrolls so that
/// the cursor and some of what is behind it stay visible; `…` stands for what is left out on either side.
pub fn window(before: &Safe, after: &Safe, width: u16) -> (Safe, u16) {
    let width = usize::from(width);
    let behind = after.width();
    // At the end the cursor needs a cell of its own, before a wide letter two, and one for `…` behind it.
    let first = after.as_str().graphemes(true).next().map_or(1, UnicodeWidthStr::width);
    let kept = behind.min((first + 1).max(width / 4)).max(1);
    let mut shown = tail(before, width.saturating_sub(kept));
    let column = shown.width();
    shown.push(&after.cells(width.saturating_sub(column)));
    (shown, u16::try_from(column).unwrap_or(u16::MAX))
}

/// The end of the text that fits into so many cells, behind `…` if that is not all.
fn tail(text: &Safe, room: usize) -> Safe {
    if text.width() <= room {
        return text.clone();
    }
    let mut shown = if room == 0 { Safe::default() } else { Safe::own("…") };
    let mut width = shown.width();
    let fits = |grapheme: &&str| {
        width += grapheme.width();
        width <= room
    };
    let bytes: usize = text.as_str().graphemes(true).rev().take_while(fits).map(str::len).sum();
    let end = text.as_str().len();
    shown.push(&text.slice(end - bytes..end));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_scrolls_with_the_cursor() {
        for (before, after, width, expect, column) in [
            ("", "", 8, "", 0),
            ("kunta", "", 8, "kunta", 5),
            ("kuntatu", "", 8, "kuntatu", 7),
            ("kuntatut", "", 8, "…ntatut", 7),
            ("", "kuntatutor", 8, "kuntatu…", 0),
            ("kuntatuto", "r", 8, "…tatutor", 7),
            ("kuntat", "utor on", 8, "kuntatu…", 6),
            ("kuntatu", "tor on", 8, "…ntatut…", 6),
            ("漢字漢字", "漢字", 8, "…漢字漢…", 5),
            ("漢字漢字", "字", 2, "字", 0),
            ("a", "漢", 1, "…", 0),
            ("a", "b", 0, "", 0),
        ] {
            let (shown, at) = window(&Safe::line(before), &Safe::line(after), width);
            assert_eq!((shown.as_str(), usize::from(at)), (expect, column), "{before}|{after} in {width}");
        }
    }
}
