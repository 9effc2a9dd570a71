//! A text with a cursor in it: what the line and the long text have in common.
//!
//! Owns the readline set, words, cutting and putting back. The cursor stands between two clusters, never within
//! one. Knows no width and no rows.

use std::mem::take;
use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use crate::keys::{Chord, Key};

/// A place in the text, told from the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// One cluster back.
    LetterBack,
    /// One cluster on.
    LetterOn,
    /// The start of the word here or before.
    WordBack,
    /// The end of the word here or behind.
    WordOn,
    /// The start of the line, after the line feed before.
    LineStart,
    /// The end of the line, before the next line feed.
    LineEnd,
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
}

/// What a chord does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// Moves the cursor.
    Go(To),
    /// Removes what lies between.
    Delete(To),
    /// Removes what lies between and keeps it for [`Edit::Yank`].
    Cut(To),
    /// Puts in what was cut last.
    Yank,
}

impl Edit {
    /// The readline set; what is not in it is not the text's business.
    pub(super) fn of(chord: Chord) -> Option<Self> {
        Some(match (chord.key, chord.ctrl, chord.alt) {
            (Key::Backspace, false, false) | (Key::Char('h'), true, false) => Self::Delete(To::LetterBack),
            (Key::Delete, false, false) | (Key::Char('d'), true, false) => Self::Delete(To::LetterOn),
            (Key::Left, false, false) | (Key::Char('b'), true, false) => Self::Go(To::LetterBack),
            (Key::Right, false, false) | (Key::Char('f'), true, false) => Self::Go(To::LetterOn),
            (Key::Left, true, false) | (Key::Char('b'), false, true) => Self::Go(To::WordBack),
            (Key::Right, true, false) | (Key::Char('f'), false, true) => Self::Go(To::WordOn),
            (Key::Home, false, false) | (Key::Char('a'), true, false) => Self::Go(To::LineStart),
            (Key::End, false, false) | (Key::Char('e'), true, false) => Self::Go(To::LineEnd),
            (Key::Char('w'), true, false) | (Key::Backspace, false, true) => Self::Cut(To::WordBack),
            (Key::Char('d'), false, true) => Self::Cut(To::WordOn),
            (Key::Char('u'), true, false) => Self::Cut(To::LineStart),
            (Key::Char('k'), true, false) => Self::Cut(To::LineEnd),
            (Key::Char('y'), true, false) => Self::Yank,
            _ => return None,
        })
    }

    /// The same where all of the text is one line, whatever stands in it.
    pub(super) fn in_one_line(self) -> Self {
        let wide = |to| match to {
            To::LineStart => To::Start,
            To::LineEnd => To::End,
            to => to,
        };
        match self {
            Self::Go(to) => Self::Go(wide(to)),
            Self::Delete(to) => Self::Delete(wide(to)),
            Self::Cut(to) => Self::Cut(wide(to)),
            Self::Yank => Self::Yank,
        }
    }
}

/// Where the text has changed, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) added: usize,
}

/// The text and the cursor.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    text: String,
    /// The byte before which the cursor stands: always between two clusters.
    cursor: usize,
    cut: String,
    /// Whether the last edit cut, so that the next cut joins it.
    cutting: bool,
}

impl Letters {
    /// The text as it is, the cursor at this byte or at the last place before it where one can stand.
    pub(super) fn new(text: &str, cursor: usize) -> Self {
        let cursor = place_before(text, cursor);
        Self { text: text.to_owned(), cursor, ..Self::default() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Moves the cursor to this byte or to the last place before it where one can stand.
    pub(super) fn go(&mut self, cursor: usize) {
        self.cutting = false;
        self.cursor = place_before(&self.text, cursor);
    }

    /// Empties the text; what was cut stays.
    pub(super) fn clear(&mut self) {
        *self = Self { cut: take(&mut self.cut), ..Self::default() };
    }

    /// Puts text in at the cursor, which then stands behind it.
    pub(super) fn insert(&mut self, text: &str) -> Splice {
        self.cutting = false;
        self.replace(self.cursor..self.cursor, text)
    }

    /// Does the edit. Returns where the text has changed, if it has.
    pub(super) fn apply(&mut self, edit: Edit) -> Option<Splice> {
        let joins = take(&mut self.cutting);
        match edit {
            Edit::Go(to) => {
                self.cursor = self.place(to);
                None
            }
            Edit::Delete(to) => {
                let span = self.span(self.place(to));
                (!span.is_empty()).then(|| self.replace(span, ""))
            }
            Edit::Cut(to) => {
                self.cutting = joins;
                self.cut_to(self.place_of_cut(to))
            }
            Edit::Yank => {
                let cut = self.cut.clone();
                (!cut.is_empty()).then(|| self.insert(&cut))
            }
        }
    }

    fn cut_to(&mut self, place: usize) -> Option<Splice> {
        let span = self.span(place);
        let part = self.text.get(span.clone()).filter(|part| !part.is_empty())?;
        if !self.cutting {
            self.cut.clear();
        }
        let at = if place < self.cursor { 0 } else { self.cut.len() };
        self.cut.insert_str(at, part);
        self.cutting = true;
        Some(self.replace(span, ""))
    }

    fn span(&self, place: usize) -> Range<usize> {
        self.cursor.min(place)..self.cursor.max(place)
    }

    fn replace(&mut self, span: Range<usize>, by: &str) -> Splice {
        let splice = Splice { at: span.start, removed: span.len(), added: by.len() };
        self.text.replace_range(span, by);
        // What now meets may have become one cluster: a letter put before a mark, say.
        self.cursor = place_behind(&self.text, splice.at + splice.added);
        splice
    }

    /// As [`Letters::place`], but a cut at the very end of a line takes the line's end with it.
    fn place_of_cut(&self, to: To) -> usize {
        match (to, self.place(to)) {
            (To::LineStart, place) if place == self.cursor => self.place(To::LetterBack),
            (To::LineEnd, place) if place == self.cursor => self.place(To::LetterOn),
            (_, place) => place,
        }
    }

    fn place(&self, to: To) -> usize {
        let (before, after) = (self.before(), self.after());
        match to {
            To::LetterBack => before.graphemes(true).next_back().map_or(0, |letter| self.cursor - letter.len()),
            To::LetterOn => self.cursor + after.graphemes(true).next().map_or(0, str::len),
            To::WordBack => {
                let word = before.split_word_bound_indices().rev().find(|(_, part)| is_word(part));
                place_before(&self.text, word.map_or(0, |(at, _)| at))
            }
            To::WordOn => {
                let word = after.split_word_bound_indices().find(|(_, part)| is_word(part));
                place_behind(&self.text, self.cursor + word.map_or(after.len(), |(at, part)| at + part.len()))
            }
            To::LineStart => before.rfind('\n').map_or(0, |at| at + 1),
            To::LineEnd => {
                let line = after.find('\n').and_then(|at| after.get(..at)).unwrap_or(after);
                let ends = line.len() < after.len();
                self.cursor + if ends { line.strip_suffix('\r').unwrap_or(line).len() } else { line.len() }
            }
            To::Start => 0,
            To::End => self.text.len(),
        }
    }
}

fn is_word(part: &str) -> bool {
    part.chars().any(|letter| !letter.is_whitespace() && !letter.is_ascii_punctuation())
}

/// The last place at or before a byte where a cursor can stand.
fn place_before(text: &str, at: usize) -> usize {
    let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    if is_place(text, at) {
        return at;
    }
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or_default()
}

/// The first place at or behind a byte where a cursor can stand.
fn place_behind(text: &str, at: usize) -> usize {
    if is_place(text, at) {
        return at;
    }
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

fn is_place(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Deed, deeds, stands, text};
    use super::*;
    use proptest::prelude::*;

    /// Presses chords on a text whose cursor is marked by `|`.
    fn check(start: &str, chords: &str, expect: &str) {
        let cursor = start.find('|').unwrap();
        let mut letters = Letters::new(&start.replacen('|', "", 1), cursor);
        for chord in chords.split(' ') {
            letters.apply(Edit::of(Chord::parse(chord).unwrap()).unwrap());
        }
        assert_eq!(format!("{}|{}", letters.before(), letters.after()), expect, "{start:?} {chords}");
    }

    #[test]
    fn a_text_is_edited_as_readline_does() {
        for (start, chords, expect) in [
            ("ari tammi|", "Ctrl-W", "ari |"),
            ("ari tammi|", "Ctrl-W Ctrl-W", "|"),
            ("ari, tammi|", "Alt-b", "ari, |tammi"),
            ("ari, tammi |", "Ctrl-Left Ctrl-Left", "|ari, tammi "),
            ("|ari, tammi", "Alt-f", "ari|, tammi"),
            ("ari|, tammi", "Ctrl-Right", "ari, tammi|"),
            ("ari|, tammi ", "Alt-d", "ari| "),
            ("yksi\nka|ksi\nkolme", "Home", "yksi\n|kaksi\nkolme"),
            ("yksi\nka|ksi\nkolme", "Ctrl-E", "yksi\nkaksi|\nkolme"),
            ("yksi\r\nka|ksi\r\nkolme", "End Home", "yksi\r\n|kaksi\r\nkolme"),
            ("yksi\r\nka|ksi\r\nkolme", "End Right", "yksi\r\nkaksi\r\n|kolme"),
            ("yksi\nka|ksi\nkolme", "Ctrl-K", "yksi\nka|\nkolme"),
            ("yksi\nka|ksi\nkolme", "Ctrl-K Ctrl-K", "yksi\nka|kolme"),
            ("yksi\nka|ksi\nkolme", "Ctrl-U Ctrl-U", "yksi|ksi\nkolme"),
            ("yksi ka|ksi", "Ctrl-K Ctrl-U Ctrl-Y", "yksi kaksi|"),
            ("yksi ka|ksi", "Ctrl-U Ctrl-K Ctrl-Y Ctrl-Y", "yksi kaksiyksi kaksi|"),
            ("yksi ka|ksi", "Ctrl-U End Ctrl-W Ctrl-Y", "ksi|"),
            ("a|", "Ctrl-W Ctrl-K Ctrl-Y", "a|"),
            ("|a", "Backspace Ctrl-H Left Ctrl-U Ctrl-Y", "|a"),
            ("a|", "Delete Ctrl-D Right Ctrl-F", "a|"),
        ] {
            check(start, chords, expect);
        }
    }

    #[test]
    fn a_letter_is_what_a_reader_calls_one() {
        for (start, chords, expect) in [
            ("e\u{301}x|", "Left Backspace", "|x"),
            ("👨\u{200d}👩\u{200d}👧\u{200d}👦|", "Backspace", "|"),
            ("👍🏽|漢", "Left", "|👍🏽漢"),
            ("🇫🇮🇸🇪|", "Left", "🇫🇮|🇸🇪"),
            ("|क्षा", "Delete", "|"),
            // A line feed taken away between a letter and a mark joins them.
            ("a\n|\u{308}", "Backspace", "a\u{308}|"),
        ] {
            check(start, chords, expect);
        }
        for (text, cursor, expect) in
            [("e\u{301}x", 1, 0), ("e\u{301}x", 2, 0), ("e\u{301}x", 3, 3), ("ä", 1, 0), ("ä", 99, 2), ("a\r\n", 2, 1)]
        {
            assert_eq!(Letters::new(text, cursor).cursor(), expect, "{text:?} at {cursor}");
        }
        let mut letters = Letters::new("\u{301}", 0);
        letters.insert("e");
        assert_eq!((letters.cursor(), letters.text()), (3, "e\u{301}"));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_but_what_is_removed_at_the_cursor(text in text(), at in 0_usize..99, deeds in deeds()) {
            let mut letters = Letters::new(&text, at);
            for deed in deeds {
                let (old, cursor) = (letters.text().to_owned(), letters.cursor());
                let splice = match &deed {
                    Deed::Insert(text) => Some(letters.insert(text)),
                    Deed::Press(chord) => Edit::of(*chord).and_then(|edit| letters.apply(edit)),
                };
                prop_assert!(stands(letters.text(), letters.cursor()), "{letters:?} after {deed:?}");
                let Some(Splice { at, removed, added }) = splice else {
                    prop_assert_eq!(letters.text(), old, "{:?}", deed);
                    continue;
                };
                prop_assert!(removed == 0 || added == 0);
                prop_assert!(at == cursor || at + removed == cursor);
                let around = |text: &str, gone: usize| {
                    text.get(..at).zip(text.get(at + gone..)).map(|(before, after)| format!("{before}{after}"))
                };
                prop_assert!(around(letters.text(), added).is_some());
                prop_assert_eq!(around(letters.text(), added), around(&old, removed), "{:?}", deed);
                if let Deed::Insert(text) = deed {
                    prop_assert_eq!(letters.text().get(at..at + added), Some(text.as_str()));
                }
            }
        }

        #[test]
        fn what_is_cut_comes_back(text in text(), at in 0_usize..99, cut in prop::sample::select(&["w", "u", "k"][..])) {
            let mut letters = Letters::new(&text, at);
            let cut = Edit::of(Chord::parse(&format!("Ctrl-{cut}")).unwrap()).unwrap();
            let splice = letters.apply(cut);
            // Where the parts left have become one cluster the cursor is behind it, else where the cut was.
            if splice.is_some_and(|splice| splice.at == letters.cursor()) {
                letters.apply(Edit::Yank);
                prop_assert_eq!(letters.text(), text);
            }
        }
    }
}
