//! A text of several lines as rows of a given width, each byte of it in exactly one row.
//!
//! Owns where a row ends and what it shows. Unlike [`crate::widgets::wrap`] it drops no blank, as the cursor needs
//! a place beside each. Never edits.

use std::iter::from_fn;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::letters::Splice;
use crate::text::Safe;

/// Stands for a grapheme that is wider than a row.
const TOO_WIDE: &str = "…";

/// So many rows above a change may end elsewhere after it: where a row ends is told by the word behind it, and that
/// may begin two rows further on where a wide mark did not fit.
const ABOVE: usize = 3;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its bytes of the text; the line feed that ends it is not among them.
    bytes: Range<usize>,
    shown: Safe,
}

/// All rows of a text; there is one at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rows {
    width: u16,
    rows: Vec<Row>,
}

/// A grapheme, and the cells it takes.
struct Letter<'a> {
    text: &'a str,
    cells: usize,
    /// What is shown in its place; none where it is itself.
    shown: Option<Safe>,
}

/// What a row shows as it grows. What is shown as it is is copied in runs.
struct Shown<'a> {
    text: &'a str,
    out: Safe,
    /// Where the run begins that is not copied yet.
    run: usize,
}

impl Rows {
    /// Breaks the text behind blanks, and inside words that are wider than a row. The last of `width` cells is left
    /// to the cursor and to a blank.
    pub(super) fn of(text: &str, width: u16) -> Self {
        let mut rows = Self { width, rows: Vec::new() };
        let mut from = Some(0);
        while let Some(start) = from {
            from = rows.add(text, start);
        }
        rows
    }

    pub(super) fn width(&self) -> u16 {
        self.width
    }

    pub(super) fn shown(&self) -> Vec<Safe> {
        self.rows.iter().map(|row| row.shown.clone()).collect()
    }

    /// Takes over a change: `text` is as it is now. Only rows near the change are looked at, the others move.
    pub(super) fn change(&mut self, text: &str, splice: Splice) {
        let Splice { at, removed, added } = splice;
        let first = self.number(at).saturating_sub(ABOVE);
        let mut old = self.rows.split_off(first).into_iter().peekable();
        let mut from = old.peek().map(|row| row.bytes.start);
        let moved = |old: usize| old - removed + added;
        while let Some(start) = from {
            while old.next_if(|row| row.bytes.start < at + removed || moved(row.bytes.start) < start).is_some() {}
            // From the start of an old row behind the change all goes on as it did.
            if old.peek().is_some_and(|row| moved(row.bytes.start) == start) {
                let bytes = |row: &Row| moved(row.bytes.start)..moved(row.bytes.end);
                self.rows.extend(old.map(|row| Row { bytes: bytes(&row), ..row }));
                return;
            }
            from = self.add(text, start);
        }
    }

    /// The number of the row a byte is in, or the cursor before it. Between two rows of a line that is the second.
    pub(super) fn number(&self, at: usize) -> usize {
        self.rows.partition_point(|row| row.bytes.start <= at).saturating_sub(1)
    }

    /// The column and the number of the row where the cursor stands before a byte. In a row of one cell it stands on
    /// what it is behind.
    pub(super) fn place(&self, text: &str, at: usize) -> (u16, usize) {
        let number = self.number(at);
        let start = self.rows.get(number).map_or(0, |row| row.bytes.start);
        let before = letters(text.get(start..at).unwrap_or_default(), self.limit());
        let column = u16::try_from(before.map(|letter| letter.cells).sum::<usize>()).unwrap_or(u16::MAX);
        (column.min(self.width.saturating_sub(1)), number)
    }

    /// The byte in a row before which the cursor stands nearest to a column, not behind it; none where there is no
    /// such row.
    pub(super) fn at(&self, text: &str, number: usize, column: u16) -> Option<usize> {
        let row = self.rows.get(number)?;
        let next = self.rows.get(number + 1);
        let part = text.get(row.bytes.clone())?;
        let mut cells = 0;
        let mut at = row.bytes.start;
        for letter in letters(part, self.limit()) {
            let after = at + letter.text.len();
            cells += letter.cells;
            // Behind the last letter of a row that goes on in the next one the cursor is in that one.
            if cells > usize::from(column) || next.is_some_and(|next| next.bytes.start == after) {
                break;
            }
            at = after;
        }
        Some(at)
    }

    fn limit(&self) -> usize {
        usize::from(self.width).saturating_sub(1).max(1)
    }

    /// Adds the row that begins at a byte. Returns where the next one begins.
    ///
    /// Letters take `limit` cells at most, a blank may stand behind them.
    fn add(&mut self, text: &str, start: usize) -> Option<usize> {
        let rest = text.get(start..)?;
        let limit = self.limit();
        let mut shown = Shown { text: rest, out: Safe::default(), run: 0 };
        let (mut at, mut cells) = (0, 0);
        let mut gap = None;
        for letter in letters(rest, limit) {
            let after = at + letter.text.len();
            if matches!(letter.text, "\n" | "\r\n") {
                return self.end(start, shown.up_to(at), at, Some(after));
            }
            let blank = matches!(letter.text, " " | "\t");
            if cells + letter.cells > if blank { limit.max(usize::from(self.width)) } else { limit } {
                let (at, before) = gap.unwrap_or((at, shown.len(at)));
                return self.end(start, shown.cut(at, before), at, Some(at));
            }
            cells += letter.cells;
            if let Some(by) = letter.shown {
                shown.replace(at..after, &by);
            }
            if blank {
                gap = Some((after, shown.len(after)));
            }
            if cells > limit {
                return self.end(start, shown.up_to(after), after, Some(after));
            }
            at = after;
        }
        self.end(start, shown.up_to(at), at, None)
    }

    fn end(&mut self, start: usize, shown: Safe, length: usize, next: Option<usize>) -> Option<usize> {
        self.rows.push(Row { bytes: start..start + length, shown });
        next.map(|next| start + next)
    }
}

impl Shown<'_> {
    fn replace(&mut self, letter: Range<usize>, by: &Safe) {
        self.copy(letter.start);
        self.out.push(by);
        self.run = letter.end;
    }

    /// The bytes shown for all before a byte of the text.
    fn len(&self, at: usize) -> usize {
        self.out.as_str().len() + at - self.run
    }

    fn up_to(mut self, at: usize) -> Safe {
        self.copy(at);
        self.out
    }

    /// What is shown for all before an earlier byte, which takes so many bytes.
    fn cut(self, at: usize, len: usize) -> Safe {
        if at < self.run { self.out.slice(0..len) } else { self.up_to(at) }
    }

    fn copy(&mut self, at: usize) {
        self.out.push(&Safe::line(self.text.get(self.run..at).unwrap_or_default()));
    }
}

/// The graphemes of a part of the text. Each is shown by itself, so that it looks the same wherever a row begins;
/// what is wider than `limit` shows as `…`.
fn letters(part: &str, limit: usize) -> impl Iterator<Item = Letter<'_>> {
    let mut rest = part;
    from_fn(move || {
        let letter = first_letter(rest, limit)?;
        rest = rest.get(letter.text.len()..)?;
        Some(letter)
    })
}

fn first_letter(text: &str, limit: usize) -> Option<Letter<'_>> {
    let mut next = text.chars();
    let first = next.next()?;
    if let Some(cells) = plain_width(first).filter(|&cells| cells <= limit)
        && next.next().is_none_or(|next| next.is_ascii() || plain_width(next).is_some())
    {
        return Some(Letter { text: text.get(..first.len_utf8())?, cells, shown: None });
    }
    let text = text.graphemes(true).next()?;
    let shown = Safe::line(text);
    let cells = shown.width();
    Some(if cells > limit {
        Letter { text, cells: 1, shown: Some(Safe::own(TOO_WIDE)) }
    } else {
        Letter { text, cells, shown: Some(shown) }
    })
}

/// The cells of a character that always shows as itself and joins with none of its like: what most texts are made
/// of, told without the tables.
fn plain_width(letter: char) -> Option<usize> {
    match letter {
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{400}'..='\u{481}' => Some(1),
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => {
            Some(2)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::text;
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, width: u16, expect: &[&str]) {
        let rows = Rows::of(text, width).shown();
        let rows: Vec<&str> = rows.iter().map(Safe::as_str).collect();
        assert_eq!(rows, expect, "{text:?} in {width}");
    }

    #[test]
    fn rows_end_where_a_writer_expects() {
        for (text, width, expect) in [
            ("", 6, &[""][..]),
            ("abcde", 6, &["abcde"]),
            ("abcdef", 6, &["abcde", "f"]),
            ("abc de", 6, &["abc ", "de"]),
            // A blank has room in the cell that is left to the cursor, which then goes on below.
            ("abcde ", 6, &["abcde ", ""]),
            ("abcde fg", 6, &["abcde ", "fg"]),
            ("ab   cdefg", 6, &["ab   ", "cdefg"]),
            ("ab       c", 6, &["ab    ", "   c"]),
            ("yksi\n\nkaksi\n", 9, &["yksi", "", "kaksi", ""]),
            ("yksi\r\nkaksi", 9, &["yksi", "kaksi"]),
            ("a digitaito", 6, &["a ", "digit", "aito"]),
            ("漢字漢字", 6, &["漢字", "漢字"]),
            ("a\tb", 6, &["a b"]),
            ("a\u{1b}[0m", 6, &["a^[[0", "m"]),
            ("a\rb", 6, &["a^Mb"]),
            ("\u{202e}a", 10, &["<U+202E>a"]),
            ("\u{202e}a", 6, &["…a"]),
            ("e\u{301}e\u{301}", 2, &["e\u{301}", "e\u{301}"]),
            ("a漢", 1, &["a", "…"]),
            ("a b", 0, &["a", " ", "b"]),
        ] {
            check(text, width, expect);
        }
    }

    #[test]
    fn the_fast_path_says_what_the_tables_say() {
        for c in ('\0'..=char::MAX).filter(|&c| plain_width(c).is_some()) {
            let alone = c.to_string();
            let safe = Safe::line(&alone);
            assert_eq!((safe.as_str(), Some(safe.width())), (alone.as_str(), plain_width(c)), "{c:?}");
            for other in ['a', 'ä', '\u{a9}', 'я', 'ア', '漢', '\u{ac00}', '\u{ac01}', '\n', '\r'] {
                assert_eq!(format!("{other}{c}{other}").graphemes(true).count(), 3, "{c:?} beside {other:?}");
            }
        }
    }

    #[test]
    fn a_place_is_measured_in_what_is_shown() {
        for (text, at, place) in [
            ("", 0, (0, 0)),
            ("ä漢x", 5, (3, 0)),
            ("\u{1b}x", 1, (2, 0)),
            ("abc defg", 4, (0, 1)),
            ("abcde ", 6, (0, 1)),
            ("ab\n", 2, (2, 0)),
            ("ab\n", 3, (0, 1)),
            ("\u{301}x", 2, (1, 0)),
            ("👨\u{200d}👩\u{200d}👧\u{200d}👦x", 25, (2, 0)),
        ] {
            assert_eq!(Rows::of(text, 6).place(text, at), place, "{text:?} at {at}");
        }
    }

    proptest! {
        #[test]
        fn every_byte_is_in_one_row(text in text(), width in 0_u16..20) {
            let rows = Rows::of(&text, width);
            let mut from = 0;
            for (number, row) in rows.rows.iter().enumerate() {
                let between = text.get(from..row.bytes.start).unwrap();
                let ends: &[&str] = if number == 0 { &[""] } else { &["", "\n", "\r\n"] };
                prop_assert!(ends.contains(&between));
                prop_assert!(row.shown.width() <= usize::from(width.max(1)), "{row:?}");
                prop_assert!(!row.shown.as_str().contains('\n'));
                from = row.bytes.end;
            }
            prop_assert_eq!(from, text.len());
        }

        #[test]
        fn the_cursor_has_a_place_of_its_own(text in text(), width in 2_u16..20) {
            let rows = Rows::of(&text, width);
            let mut last = None;
            for at in text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]) {
                let (column, number) = rows.place(&text, at);
                prop_assert!(column < width);
                prop_assert!(last < Some((number, column)), "{last:?} {number} {column}");
                prop_assert_eq!(rows.at(&text, number, column), Some(at));
                last = Some((number, column));
            }
        }
    }
}
