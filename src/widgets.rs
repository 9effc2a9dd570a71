//! Plain data onto the screen's buffer. Widgets see no book and no application; text reaches them only as
//! [`Safe`], and looks are chosen by meaning.

pub mod bars;
pub mod card;
pub mod form;
pub mod frame;
pub mod line;
pub mod looks;
pub mod month;
pub mod pair;
pub mod statements;
pub mod table;
pub mod weighed;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::Safe;

pub use crate::text::wrap;

/// Puts a line of text at a place, cut with `…` where it is wider than `width`. Returns the cells it took.
///
/// Ours because the buffer's own way panics at a height of zero and measures emoji by another rule.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &Safe, style: Style) -> u16 {
    let cut = text.cells(usize::from(width));
    put_graphemes(buffer, x, y, cut.as_str().graphemes(true).map(|grapheme| (grapheme, style)))
}

/// Puts graphemes one after another, each in its own style. The caller has seen to the width.
fn put_graphemes<'a>(buffer: &mut Buffer, x: u16, y: u16, graphemes: impl Iterator<Item = (&'a str, Style)>) -> u16 {
    let area = *buffer.area();
    let mut at = x;
    for (grapheme, style) in graphemes {
        let wide = u16::try_from(grapheme.width()).unwrap_or(u16::MAX);
        if wide == 0 || at.saturating_add(wide) > area.right() {
            continue;
        }
        if let Some(cell) = buffer.cell_mut((at, y)) {
            cell.set_symbol(grapheme).set_style(style);
        }
        // What a wide character covers must hold nothing of its own.
        for covered in at + 1..at + wide {
            if let Some(cell) = buffer.cell_mut((covered, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
        at += wide;
    }
    at - x
}

/// Gives a whole area a style.
pub fn paint(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area.intersection(*buffer.area()), style);
}

/// The row of an area with this number, counted from its top.
pub fn row(area: Rect, number: u16) -> Option<Rect> {
    (number < area.height).then(|| Rect { y: area.y + number, height: 1, ..area })
}
