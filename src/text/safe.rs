//! `Safe`: the one way from data to a screen, a pipe or a log.
//!
//! Owns what a text may hold once it leaves the program. Never decides how a
//! text looks, never reads or writes, and has no way in that skips the rules:
//!
//! | in the data | comes out as |
//! |---|---|
//! | letters, digits, signs, emoji | themselves |
//! | tab and every blank that is not U+0020 (Zs) | a space |
//! | line feed, CR LF | `^J` in [`Safe::line`], a line feed in [`Safe::lines`] |
//! | C0 and DEL | caret form: ESC is `^[`, DEL is `^?` |
//! | C1, Cf, Co, Cn, Zl, Zp: bidi marks, overrides and isolates, zero-width space and non-joiner, BOM, soft hyphen, tag characters | `<U+202E>` |
//! | letters and marks that show nothing: fillers, variation selectors | `<U+3164>` |
//! | U+200D between two emoji, at most three in a row | itself, elsewhere `<U+200D>` |
//! | U+FE0E and U+FE0F right after an emoji, U+FE0F in a keycap | itself, elsewhere `<U+FE0F>` |
//! | combining marks: the first four on a base | themselves |
//! | the further ones | one `<+n>` that says how many |
//! | a combining mark without a base (start, after a blank or a mark) | on a base of its own, `◌` |
//!
//! Surrogates (Cs) cannot occur in Rust text. Cleaning twice changes nothing,
//! and two clean texts put together are clean.

mod json;
mod scan;

use std::borrow::Borrow;
use std::fmt;
use std::ops::Range;

use ecow::{EcoString, eco_format};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

pub use json::json_safe;
use scan::{Scan, Verdict};

/// The most cells [`Safe::short`] gives: the widest terminal we draw on.
const SHORT_CELLS: usize = 512;

/// The most bytes [`Safe::short`] reads: 16 for a cell, more than any script
/// needs, so that ten megabytes in a field cost a list nothing.
const SHORT_BYTES: usize = SHORT_CELLS * 16;

/// Stands for what was cut off; one cell wide.
const CUT: &str = "…";

/// Text that cannot act on a terminal. See the module for the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Safe(EcoString);

/// What a line feed becomes.
#[derive(Clone, Copy)]
enum LineFeed {
    Kept,
    Shown,
}

impl Safe {
    /// One line: no line feed is left in it.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self(clean(text, LineFeed::Shown))
    }

    /// Long text: line feeds stay, all else is as in [`Safe::line`].
    /// Not for logs, where data must not begin a line.
    #[must_use]
    pub fn lines(text: &str) -> Self {
        Self(clean(text, LineFeed::Kept))
    }

    /// The program's own words. They pass the same rules, so that a slip in a
    /// literal does no harm either.
    #[must_use]
    pub fn own(text: &'static str) -> Self {
        Self::lines(text)
    }

    /// One line for a list: at most 512 cells, and of an endless text only the
    /// beginning is read.
    #[must_use]
    pub fn short(text: &str) -> Self {
        let head = head(text, SHORT_BYTES);
        let mut safe = Self::line(head);
        if head.len() < text.len() {
            safe.0.push_str(CUT);
        }
        safe.cells(SHORT_CELLS)
    }

    /// The same of a text with several lines, a stroke between them.
    #[must_use]
    pub fn short_of_lines(text: &str) -> Self {
        let lines = head(text, SHORT_BYTES).lines().map(str::trim).filter(|line| !line.is_empty());
        let joined = lines.collect::<Vec<_>>().join(" / ");
        let cut = if text.len() > SHORT_BYTES { CUT } else { "" };
        Self::short(&format!("{joined}{cut}"))
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Terminal cells of the widest line, counted cluster by cluster as
    /// ratatui does.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.split('\n').map(line_width).max().unwrap_or_default()
    }

    /// The first line, cut between clusters to at most `max` cells; what was
    /// cut, further lines too, shows as `…`.
    #[must_use]
    pub fn cells(&self, max: usize) -> Self {
        let mut cells = 0;
        let mut fits = 0;
        for (at, cluster) in self.0.grapheme_indices(true) {
            cells += cluster.width();
            if cluster == "\n" || cells > max {
                return if max == 0 {
                    Self::default()
                } else {
                    let mut cut = self.slice(0..fits);
                    cut.0.push_str(CUT);
                    cut
                };
            }
            if cells < max {
                fits = at + cluster.len();
            }
        }
        self.clone()
    }

    /// Puts `other` after this text.
    pub fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// The parts in order with `between` between them.
    #[must_use]
    pub fn join(parts: impl IntoIterator<Item = impl Borrow<Self>>, between: &Self) -> Self {
        let mut joined = Self::default();
        for (i, part) in parts.into_iter().enumerate() {
            if i > 0 {
                joined.push(between);
            }
            joined.push(part.borrow());
        }
        joined
    }

    /// The part between two bytes; empty when they are not within the text.
    /// The caller cuts between clusters, where parts of safe text are safe.
    pub(crate) fn slice(&self, bytes: Range<usize>) -> Self {
        Self(EcoString::from(self.0.get(bytes).unwrap_or_default()))
    }
}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Safe {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

fn line_width(line: &str) -> usize {
    if line.is_ascii() {
        return line.len();
    }
    line.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// At most the first `bytes` bytes, cut between characters.
fn head(text: &str, bytes: usize) -> &str {
    (0..=bytes.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

fn clean(text: &str, line_feed: LineFeed) -> EcoString {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return EcoString::from(text);
    }
    let mut cleaned = Cleaned::of(text);
    let mut scan = Scan::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let verdict = scan.see(c, chars.peek().map(|&(_, next)| next));
        match (verdict, line_feed) {
            (Verdict::Keep, _) | (Verdict::Break, LineFeed::Kept) => cleaned.keep(),
            (Verdict::Skip, _) => cleaned.replace(at, c, ""),
            (Verdict::Blank, _) => cleaned.replace(at, c, " "),
            (Verdict::Bare, _) => cleaned.replace(at, c, &eco_format!("◌{c}")),
            (Verdict::Excess, _) => cleaned.count(at, c),
            (Verdict::Mark | Verdict::Break, _) => cleaned.replace(at, c, &mark(c)),
        }
    }
    cleaned.finish()
}

/// The visible form of a character that may not be shown itself.
fn mark(c: char) -> EcoString {
    if let Ok(code @ (0..=31 | 127)) = u8::try_from(c) {
        // The caret form of a control is its code with one bit turned.
        eco_format!("^{}", char::from(code ^ 64))
    } else {
        eco_format!("<U+{:04X}>", u32::from(c))
    }
}

/// The cleaned text as it grows. Kept characters are copied in runs, so text
/// that needs no cleaning is copied once.
struct Cleaned<'a> {
    text: &'a str,
    out: EcoString,
    /// Where the run of kept characters begins that is not copied yet.
    run: usize,
    excess: usize,
}

impl<'a> Cleaned<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, out: EcoString::new(), run: 0, excess: 0 }
    }

    fn keep(&mut self) {
        self.tell_excess();
    }

    fn replace(&mut self, at: usize, c: char, by: &str) {
        self.leave_out(at, c);
        self.tell_excess();
        self.out.push_str(by);
    }

    fn count(&mut self, at: usize, c: char) {
        self.leave_out(at, c);
        self.excess += 1;
    }

    fn leave_out(&mut self, at: usize, c: char) {
        self.out.push_str(self.text.get(self.run..at).unwrap_or_default());
        self.run = at + c.len_utf8();
    }

    fn tell_excess(&mut self) {
        if self.excess > 0 {
            self.out.push_str(&eco_format!("<+{}>", self.excess));
            self.excess = 0;
        }
    }

    fn finish(mut self) -> EcoString {
        if self.run == 0 {
            return EcoString::from(self.text);
        }
        self.tell_excess();
        self.out.push_str(self.text.get(self.run..).unwrap_or_default());
        self.out
    }
}

#[cfg(test)]
mod tests;
