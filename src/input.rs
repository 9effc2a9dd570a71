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
mod tests {
    use super::letters::tests::{Deed, deeds, stands, text};
    use super::*;
    use proptest::prelude::*;

    fn typed(start: &str, chords: &[&str]) -> String {
        let mut line = LineEdit::new(start);
        for chord in chords {
            let chord = Chord::parse(chord).unwrap();
            if !line.edit(chord) {
                line.insert(&chord.letter().map(String::from).unwrap_or_default());
            }
        }
        let (before, after) = line.around_cursor();
        format!("{before}|{after}")
    }

    #[test]
    fn a_line_is_edited_as_readline_does() {
        assert_eq!(typed("ari tammi", &["Ctrl-W"]), "ari |");
        assert_eq!(typed("ari tammi", &["Ctrl-A", "x"]), "x|ari tammi");
        assert_eq!(typed("ari", &["Left", "Left", "Ctrl-K"]), "a|");
        assert_eq!(typed("ari", &["Ctrl-U", "y"]), "y|");
        assert_eq!(typed("ari tammi", &["Ctrl-W", "x", "Ctrl-Y"]), "ari xtammi|");
    }

    #[test]
    fn a_letter_with_its_marks_is_one() {
        assert_eq!(typed("e\u{301}x", &["Left", "Backspace"]), "|x");
        assert_eq!(typed("ä", &["Backspace"]), "|");
    }

    #[test]
    fn a_line_is_one_line() {
        let mut line = LineEdit::default();
        line.insert("a\nb\r\nc\rd");
        assert_eq!(line.text(), "a b c d");
        // A line feed in the data is shown and goes when it is deleted, not before.
        assert_eq!(typed("a\nb", &["Home", "x"]), "x|a^Jb");
        assert_eq!(typed("a\nb", &["Home", "Ctrl-K", "Ctrl-Y"]), "a^Jb|");
    }

    #[test]
    fn all_that_is_pasted_stays() {
        let pasted = "Hyvää päivää, 漢字 ".repeat(7_000);
        let mut line = LineEdit::with_cursor("alku loppu", 5);
        line.insert(&pasted);
        assert_eq!(line.text(), format!("alku {pasted}loppu"));
        assert_eq!(line.cursor(), 5 + pasted.len());
        assert_eq!(line.window(20).0.as_str(), "… päivää, 漢字 loppu");
    }

    #[test]
    fn a_line_is_shown_around_the_cursor() {
        for (text, cursor, width, expect, column) in [
            ("", 0, 5, "", 0),
            ("abc", 3, 5, "abc", 3),
            ("abcd", 4, 5, "abcd", 4),
            ("abcde", 5, 5, "…cde", 4),
            ("abcdefgh", 0, 5, "abcd…", 0),
            ("abcdefgh", 4, 5, "…cde…", 3),
            ("\u{1b}[0m", 1, 8, "^[[0m", 2),
            ("漢字漢字", 12, 6, "…漢字", 5),
            ("👨\u{200d}👩\u{200d}👧\u{200d}👦ab", 25, 8, "👨\u{200d}👩\u{200d}👧\u{200d}👦ab", 2),
            ("abc", 2, 0, "", 0),
        ] {
            let (shown, at) = LineEdit::with_cursor(text, cursor).window(width);
            assert_eq!((shown.as_str(), at), (expect, column), "{text:?} at {cursor} in {width}");
        }
    }

    proptest! {
        #[test]
        fn a_line_keeps_its_letters_and_shows_its_cursor(start in text(), deeds in deeds(), width in 0_u16..30) {
            let mut line = LineEdit::new(&start);
            for deed in deeds {
                let before = line.text().to_owned();
                match deed {
                    Deed::Insert(text) => {
                        let cursor = line.cursor();
                        line.insert(&text);
                        let added = text.replace("\r\n", " ").replace(['\n', '\r'], " ");
                        prop_assert_eq!(line.text(), format!("{}{added}{}", &before[..cursor], &before[cursor..]));
                    }
                    Deed::Press(chord) => {
                        prop_assert!(line.edit(chord) || line.text() == before);
                    }
                }
                prop_assert!(stands(line.text(), line.cursor()));
                let (shown, column) = line.window(width);
                prop_assert!(shown.width() <= usize::from(width), "{shown:?}");
                prop_assert!(column < width.max(1));
            }
        }

        #[test]
        fn a_line_that_fits_is_shown_whole(text in text(), cursor in 0_usize..99) {
            let line = LineEdit::with_cursor(&text, cursor);
            let (before, after) = line.around_cursor();
            let (shown, column) = line.window(u16::MAX);
            prop_assert_eq!(shown.as_str(), format!("{before}{after}"));
            prop_assert_eq!(usize::from(column), before.width());
        }
    }
}
