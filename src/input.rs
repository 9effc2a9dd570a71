//! Editing what is typed, grapheme by grapheme, with the full readline set: a line here, a text of several lines in
//! [`long`].
//!
//! Nothing typed or pasted is ever cut; how long a value may be is said at its field.

mod letters;
pub mod long;
mod rows;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::keys::Chord;
use crate::text::Safe;
use crate::widgets::line;
use letters::{Edit, Letters};

/// The most graphemes on either side of the cursor that are shown: each takes a cell at least, and the widest
/// terminal we draw on has half as many. So a long line costs a frame no more than a short one.
const NEAR: usize = 1024;

/// A line one types into.
#[derive(Clone, Debug, Default)]
pub struct LineEdit {
    letters: Letters,
}

impl LineEdit {
    /// A line with this text, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self::with_cursor(text, text.len())
    }

    /// A line with this text, the cursor at this byte or, where that is within a grapheme, before it.
    pub fn with_cursor(text: &str, cursor: usize) -> Self {
        Self { letters: Letters::new(text, cursor) }
    }

    /// What stands in the line.
    pub fn text(&self) -> &str {
        self.letters.text()
    }

    /// The byte of the text before which the cursor stands; always between two graphemes.
    pub fn cursor(&self) -> usize {
        self.letters.cursor()
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.letters.clear();
    }

    /// Edits the line if the chord is one that does. Returns whether it was.
    pub fn edit(&mut self, chord: Chord) -> bool {
        let Some(edit) = Edit::of(chord) else { return false };
        self.letters.apply(edit.in_one_line());
        true
    }

    /// Puts text in at the cursor: line ends become blanks, for a line is one line.
    pub fn insert(&mut self, text: &str) {
        self.letters.insert(&text.replace("\r\n", " ").replace(['\n', '\r'], " "));
    }

    /// The text before and behind the cursor, as it can be shown; of a very long line what is near the cursor.
    pub fn around_cursor(&self) -> (Safe, Safe) {
        self.near(NEAR)
    }

    /// What of the line is shown in a field of so many cells, and the cursor's column there.
    pub fn window(&self, width: u16) -> (Safe, u16) {
        // One more than fits tells that the text goes on.
        let (before, after) = self.near(usize::from(width) + 1);
        line::window(&before, &after, width)
    }

    fn near(&self, graphemes: usize) -> (Safe, Safe) {
        let (before, after) = (self.letters.before(), self.letters.after());
        let back: usize = before.graphemes(true).rev().take(graphemes).map(str::len).sum();
        let on: usize = after.graphemes(true).take(graphemes).map(str::len).sum();
        let before = before.get(before.len() - back..).unwrap_or_default();
        let after = after.get(..on).unwrap_or_default();
        (Safe::line(before), Safe::line(after))
    }
}

#[cfg(test)]
mod tests;
