//! Editing a text of several lines, grapheme by grapheme, in rows that are as wide as what it is drawn in.
//!
//! Owns the way up and down and what the rows are; the rest it shares with the line. Draws nothing.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::letters::{Edit, Letters, Splice, To};
use super::rows::Rows;
use crate::keys::{Chord, Key};
use crate::text::Safe;

/// A text of several lines one types into.
#[derive(Clone, Debug, Default)]
pub struct LongEdit {
    letters: Letters,
    /// The rows for the width they were last asked for; a change is taken over, not begun anew.
    rows: OnceCell<Rows>,
    /// The column that a way up or down holds to, also through rows that are shorter.
    column: Option<u16>,
}

impl LongEdit {
    /// The text as it is, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self::with_cursor(text, text.len())
    }

    /// The text as it is, the cursor at this byte or, where that is within a grapheme, before it.
    pub fn with_cursor(text: &str, cursor: usize) -> Self {
        Self { letters: Letters::new(text, cursor), ..Self::default() }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        self.letters.text()
    }

    /// The byte of the text before which the cursor stands; always between two graphemes.
    pub fn cursor(&self) -> usize {
        self.letters.cursor()
    }

    /// Puts text in at the cursor. Line ends of any kind become line feeds; nothing is cut.
    pub fn insert(&mut self, text: &str) {
        self.column = None;
        let splice = self.letters.insert(&text.replace("\r\n", "\n").replace('\r', "\n"));
        self.changed(splice);
    }

    /// Does what the chord does in rows of so many cells. Returns whether it does anything here: not so for a way up
    /// from the first row and down from the last, which lead out of the text.
    pub fn edit(&mut self, chord: Chord, width: u16) -> bool {
        if self.rows.get().is_some_and(|rows| rows.width() != width) {
            self.rows.take();
        }
        match (chord.key, chord.ctrl, chord.alt) {
            (Key::Up, false, false) => return self.climb(width, |row| row.checked_sub(1)),
            (Key::Down, false, false) => return self.climb(width, |row| row.checked_add(1)),
            (Key::Enter, false, true) | (Key::Char('j'), true, false) => self.insert("\n"),
            (Key::Home, true, false) => self.apply(Edit::Go(To::Start)),
            (Key::End, true, false) => self.apply(Edit::Go(To::End)),
            _ => match Edit::of(chord) {
                Some(edit) => self.apply(edit),
                None => return false,
            },
        }
        true
    }

    /// The rows as they are shown; one at least. Of `width` cells the last is left to the cursor and to a blank.
    pub fn rows(&self, width: u16) -> Vec<Safe> {
        self.laid_out(width).shown()
    }

    /// Where the cursor is in [`LongEdit::rows`]: the column in cells, the number of the row.
    pub fn place(&self, width: u16) -> (u16, usize) {
        self.laid_out(width).place(self.text(), self.cursor())
    }

    fn apply(&mut self, edit: Edit) {
        self.column = None;
        if let Some(splice) = self.letters.apply(edit) {
            self.changed(splice);
        }
    }

    fn changed(&mut self, splice: Splice) {
        if let Some(rows) = self.rows.get_mut() {
            rows.change(self.letters.text(), splice);
        }
    }

    fn climb(&mut self, width: u16, step: fn(usize) -> Option<usize>) -> bool {
        let rows = self.laid_out(width);
        let (column, row) = rows.place(self.text(), self.cursor());
        let column = self.column.unwrap_or(column);
        let Some(place) = step(row).and_then(|row| rows.at(self.text(), row, column)) else { return false };
        self.letters.go(place);
        self.column = Some(column);
        true
    }

    fn laid_out(&self, width: u16) -> Cow<'_, Rows> {
        let rows = self.rows.get_or_init(|| Rows::of(self.text(), width));
        if rows.width() == width { Cow::Borrowed(rows) } else { Cow::Owned(Rows::of(self.text(), width)) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Deed, deeds, stands, text};
    use super::*;
    use proptest::prelude::*;

    /// Presses chords on a text whose cursor is marked by `|`, in rows of six cells; what is quoted is typed.
    fn check(start: &str, deeds: &str, expect: &str) {
        let mut long = LongEdit::with_cursor(&start.replacen('|', "", 1), start.find('|').unwrap());
        for deed in deeds.split(' ') {
            match deed.strip_prefix('"') {
                Some(text) => long.insert(text),
                None => assert!(long.edit(Chord::parse(deed).unwrap(), 6), "{start:?} {deeds}"),
            }
        }
        let mut text = long.text().to_owned();
        text.insert(long.cursor(), '|');
        assert_eq!(text, expect, "{start:?} {deeds}");
    }

    #[test]
    fn up_and_down_go_by_rows_and_keep_the_column() {
        for (start, deeds, expect) in [
            ("abcd\nefg|h", "Up", "abc|d\nefgh"),
            ("abcd\n\nefg|h", "Up Up", "abc|d\n\nefgh"),
            ("abc|d\n\nefgh", "Down Down", "abcd\n\nefg|h"),
            ("abcd\n\nefg|h", "Up Left Down Down", "abcd\n\nefgh|"),
            ("abc def| ghi", "Up", "abc| def ghi"),
            ("abc def ghi|", "Up Up", "abc| def ghi"),
            // The end of a row that goes on is the start of the next: one stays before the blank.
            ("abc defgh|", "Up", "abc| defgh"),
            ("漢字\nab|c", "Up", "漢|字\nabc"),
            ("漢字\na|bc", "Up", "|漢字\nabc"),
            ("e\u{301}x\nab|", "Up", "e\u{301}x|\nab"),
            ("\u{1b}x\nabc|", "Up", "\u{1b}x|\nabc"),
            ("\u{1b}x\na|bc", "Up", "|\u{1b}x\nabc"),
        ] {
            check(start, deeds, expect);
        }
    }

    #[test]
    fn a_way_out_is_not_taken() {
        let up = Chord::plain(Key::Up);
        let down = Chord::plain(Key::Down);
        for (text, cursor, chord, took) in [
            ("", 0, up, false),
            ("", 0, down, false),
            ("abc defgh", 2, up, false),
            ("abc defgh", 2, down, true),
            ("abc defgh", 4, up, true),
            ("abc defgh", 4, down, false),
            ("abc\n", 3, down, true),
            ("abc\n", 4, down, false),
            ("abc", 1, Chord::plain(Key::Enter), false),
            ("abc", 1, Chord::plain(Key::Tab), false),
            ("abc", 1, Chord::plain(Key::Char('x')), false),
            ("abc", 0, Chord::plain(Key::Left), true),
        ] {
            let mut long = LongEdit::with_cursor(text, cursor);
            assert_eq!(long.edit(chord, 6), took, "{text:?} at {cursor}: {chord}");
            assert!(took || (long.text(), long.cursor()) == (text, cursor));
        }
    }

    #[test]
    fn lines_are_typed_and_joined() {
        for (start, deeds, expect) in [
            ("ab|cd", "Alt-Enter", "ab\n|cd"),
            ("ab|cd", "Ctrl-J Backspace Delete", "ab|d"),
            ("|", "\"a\r\nb\rc\nd", "a\nb\nc\nd|"),
            ("ab\nc|d\nef", "Ctrl-Home", "|ab\ncd\nef"),
            ("ab\nc|d\nef", "Ctrl-End", "ab\ncd\nef|"),
            ("ab\nc|d\nef", "Home", "ab\n|cd\nef"),
            // Home and End mean the line, not the row.
            ("abc def g|hi", "Home", "|abc def ghi"),
            ("ab\nc|d\nef", "Ctrl-K Ctrl-U Ctrl-Y", "ab\ncd|\nef"),
            ("ab\n|cd", "Ctrl-K Up End Alt-Enter Ctrl-Y", "ab\ncd|\n"),
        ] {
            check(start, deeds, expect);
        }
    }

    #[test]
    fn a_long_text_stays_whole() {
        let pasted = "Hyvää päivää, 漢字\n".repeat(7_000);
        let mut long = LongEdit::with_cursor("alku loppu", 5);
        long.insert(&pasted);
        assert_eq!(long.text(), format!("alku {pasted}loppu"));
        assert_eq!(long.rows(40).len(), 7_001);
        assert_eq!(long.place(40), (0, 7_000));
    }

    proptest! {
        #[test]
        fn whatever_is_done_the_rows_show_the_text(start in text(), at in 0_usize..99, deeds in deeds(), width in 0_u16..20) {
            let mut long = LongEdit::with_cursor(&start, at);
            for (count, deed) in deeds.into_iter().enumerate() {
                // The text is drawn now and then, and once in another width.
                let width = if count == 9 { width + 1 } else { width };
                match deed {
                    Deed::Insert(text) => long.insert(&text),
                    Deed::Press(chord) => {
                        let before = (long.text().to_owned(), long.cursor());
                        let took = long.edit(chord, width);
                        prop_assert!(took || (long.text(), long.cursor()) == (&before.0, before.1));
                    }
                }
                prop_assert!(stands(long.text(), long.cursor()));
                if count % 3 == 2 {
                    continue;
                }
                let fresh = Rows::of(long.text(), width);
                prop_assert_eq!(&*long.laid_out(width), &fresh);
                let (column, row) = long.place(width);
                let rows = long.rows(width);
                prop_assert!(column < width.max(1), "column {column} of {rows:?}");
                prop_assert!(row < rows.len());
            }
        }

        #[test]
        fn up_leads_out_at_the_top_and_down_at_the_bottom(start in text(), width in 0_u16..20) {
            let mut long = LongEdit::new(&start);
            let rows = long.rows(width).len();
            for (key, cursor) in [(Key::Up, 0), (Key::Down, rows - 1)] {
                let steps = (0..=rows).take_while(|_| long.edit(Chord::plain(key), width)).count();
                prop_assert_eq!(steps, rows - 1);
                prop_assert_eq!(long.place(width).1, cursor);
            }
        }
    }
}
