//! Whether and how a row matches.
//!
//! Owns the classes of a match and the tests behind them, cheapest first: the letters a row has at all, a word in one
//! piece, initials, letters scattered over neighbouring words. It never orders rows within a class and keeps none.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

use super::fold::{Mark, is_word_byte};
use super::marks::RowMarks;
use super::query::{Fit, Pattern, Query};

/// How well a row matches a query, best first; that of its worst word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// In one piece from a word's start.
    WordStart,
    /// In one piece inside a word.
    Inside,
    /// As the first letters of neighbouring words, in order.
    Initials,
    /// In order within a few neighbouring words, from the start of the first.
    Scattered,
}

/// What can be told of a match without scoring it; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Grade {
    pub(super) class: Class,
    /// How many words were found at the start of the row's first two words (its name), whole ones counted twice.
    pub(super) promise: Reverse<u8>,
}

/// Where a pattern lies in a row, and how.
pub(super) struct Place {
    pub(super) span: Range<usize>,
    pub(super) class: Class,
}

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// Only words in one piece.
    Pieces,
    /// All classes.
    Scattered,
}

/// Neighbouring words the letters of one typed word may be scattered over.
const NEIGHBOURS: usize = 3;

/// What is known of a row without reading it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    /// The characters and marked letters that occur, a bit each (rare ones share bits).
    pub(super) all: u64,
    /// The letters a to z that begin a word.
    pub(super) initials: u32,
    /// The bytes that begin the first two words, 0 where there are none.
    head: [u8; 2],
}

const MARKED_A_DOTS: u64 = 1 << 36;
const MARKED_O_DOTS: u64 = 1 << 37;
const MARKED_A_RING: u64 = 1 << 38;
const MARKED_OTHER: u64 = 1 << 39;
/// The first of the bits that rare bytes share.
const RARE: u32 = 40;

impl Letters {
    pub(super) fn of(text: &[u8], marks: &[Mark]) -> Self {
        let mut letters = Self::default();
        let mut inside = false;
        for &byte in text {
            letters.all |= BITS.get(usize::from(byte)).copied().unwrap_or_default();
            if !inside {
                letters.initials |= initial(byte);
            }
            inside = is_word_byte(byte);
        }
        letters.head = head_starts(text).map(|start| {
            let byte = start.and_then(|start| text.get(start));
            byte.copied().unwrap_or_default()
        });
        for mark in marks {
            letters.all |= match mark.letter {
                'ä' => MARKED_A_DOTS,
                'ö' => MARKED_O_DOTS,
                'å' => MARKED_A_RING,
                _ => MARKED_OTHER,
            };
        }
        letters
    }
}

/// [`bit`] of every byte.
#[expect(clippy::indexing_slicing, reason = "computed while compiling, where iterators cannot be used")]
const BITS: [u64; 256] = {
    let mut bits = [0; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        bits[byte as usize] = bit(byte);
        byte += 1;
    }
    bits
};

const fn bit(byte: u8) -> u64 {
    match byte {
        b' ' => 0,
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 1 << (RARE + byte as u32 % (u64::BITS - RARE)),
    }
}

const fn initial(byte: u8) -> u32 {
    if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { 0 }
}

/// A row as it is matched.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) text: &'a [u8],
    pub(super) letters: Letters,
    /// Asked only for queries that insist on marks.
    pub(super) marks: RowMarks<'a>,
}

/// A query made ready to be held against many rows.
pub(super) struct Plan<'q> {
    /// All that is asked for, if that is one letter: the widest query deserves the shortest way.
    letter: Option<u8>,
    /// Letters every matching row has.
    needed: u64,
    /// Terms, their readings, the patterns of each.
    pub(super) terms: Vec<Vec<Vec<Needle<'q>>>>,
}

impl<'q> Plan<'q> {
    pub(super) fn new(query: &'q Query) -> Self {
        let reading = |reading: &'q Vec<Pattern>| reading.iter().map(Needle::new).collect();
        let terms: Vec<Vec<Vec<Needle<'q>>>> =
            query.terms.iter().map(|term| term.readings.iter().map(reading).collect()).collect();
        let needed = terms
            .iter()
            .map(|readings| {
                let letters =
                    readings.iter().map(|reading| reading.iter().fold(0, |all, needle| all | needle.letters.all));
                letters.reduce(|one, other| one & other).unwrap_or(0)
            })
            .fold(0, |all, term| all | term);
        let letter = match terms.as_slice() {
            [readings] => match readings.as_slice() {
                [reading] => only_letter(reading),
                _ => None,
            },
            _ => None,
        };
        Self { letter, needed, terms }
    }

    /// Whether a row may match, by its letters alone.
    pub(super) const fn may_match(&self, letters: Letters) -> bool {
        letters.all & self.needed == self.needed
    }

    /// Whether a row can match otherwise than in one piece.
    pub(super) fn scatters(&self) -> bool {
        let mut needles = self.terms.iter().flatten().flatten();
        needles.any(|needle| needle.fit == Fit::Anywhere && needle.bytes.len() > 1)
    }

    /// How a row matches, `None` where it does not (as deep as asked).
    pub(super) fn grade(&self, row: &Row<'_>, depth: Depth) -> Option<Grade> {
        if let Some(letter) = self.letter {
            let begins = row.letters.initials & initial(letter) != 0;
            let promise = Reverse(u8::from(row.letters.head.contains(&letter)));
            let class = if begins { Class::WordStart } else { Class::Inside };
            return Some(Grade { class, promise });
        }
        let class = self.class(row, depth)?;
        let literal = self.terms.iter().filter_map(|readings| readings.first()?.first());
        let promise = literal.fold(0_u8, |sum, needle| sum.saturating_add(needle.promise(row)));
        Some(Grade { class, promise: Reverse(promise) })
    }

    fn class(&self, row: &Row<'_>, depth: Depth) -> Option<Class> {
        let mut worst = Class::WordStart;
        for readings in &self.terms {
            let classes = readings.iter().filter_map(|reading| worst_class(reading, row, depth));
            worst = worst.max(classes.min()?);
        }
        Some(worst)
    }
}

/// The letter of a reading that asks for no more than one.
fn only_letter(reading: &[Needle<'_>]) -> Option<u8> {
    match reading {
        [needle] if needle.by_letters => needle.bytes.first().copied(),
        _ => None,
    }
}

fn worst_class(reading: &[Needle<'_>], row: &Row<'_>, depth: Depth) -> Option<Class> {
    let mut worst = Class::WordStart;
    for needle in reading {
        worst = worst.max(needle.class(row, depth)?);
    }
    Some(worst)
}

/// A pattern made ready.
pub(super) struct Needle<'q> {
    pub(super) text: &'q str,
    bytes: &'q [u8],
    marks: &'q [Mark],
    fit: Fit,
    letters: Letters,
    finder: memmem::Finder<'q>,
    /// The first letter's bit, 0 where it is no letter.
    first: u32,
    /// The bits of all letters where the pattern may stand for initials, else 0.
    initials: u32,
    /// A single letter without a mark: the letters of a row say all.
    by_letters: bool,
}

impl<'q> Needle<'q> {
    pub(super) fn new(pattern: &'q Pattern) -> Self {
        let bytes = pattern.text.text.as_bytes();
        let marks = pattern.text.marks.as_slice();
        let first = bytes.first().copied().map_or(0, initial);
        let all_letters = bytes.iter().all(u8::is_ascii_lowercase);
        let may_be_initials = pattern.fit == Fit::Anywhere && all_letters && (2..=NEIGHBOURS).contains(&bytes.len());
        let initials = if may_be_initials { bytes.iter().fold(0, |all, &byte| all | initial(byte)) } else { 0 };
        Self {
            text: &pattern.text.text,
            bytes,
            marks,
            fit: pattern.fit,
            letters: Letters::of(bytes, marks),
            finder: memmem::Finder::new(bytes),
            first,
            initials,
            by_letters: bytes.len() == 1 && first != 0 && marks.is_empty() && pattern.fit != Fit::Whole,
        }
    }

    fn class(&self, row: &Row<'_>, depth: Depth) -> Option<Class> {
        if row.letters.all & self.letters.all != self.letters.all {
            return None;
        }
        if self.by_letters {
            let begins = row.letters.initials & self.first != 0;
            return Some(if begins { Class::WordStart } else { Class::Inside });
        }
        if let Some(place) = self.piece(row) {
            return Some(place.class);
        }
        if depth == Depth::Pieces {
            return None;
        }
        self.apart(row).map(|place| place.class)
    }

    /// Where a row holds the pattern, if it does.
    pub(super) fn place(&self, row: &Row<'_>) -> Option<Place> {
        self.piece(row).or_else(|| self.apart(row))
    }

    /// What this pattern adds to the promise of a row.
    fn promise(&self, row: &Row<'_>) -> u8 {
        let first = self.bytes.first().copied().unwrap_or_default();
        if !row.letters.head.contains(&first) {
            return 0;
        }
        if self.by_letters {
            return 1;
        }
        let promises = head_starts(row.text).into_iter().flatten().map(|start| {
            let from = row.text.get(start..).unwrap_or_default();
            match from.strip_prefix(self.bytes) {
                Some(after) => 1 + u8::from(ends_word(after, 0)),
                None => 0,
            }
        });
        promises.max().unwrap_or_default()
    }

    /// The best place of the pattern in one piece.
    pub(super) fn piece(&self, row: &Row<'_>) -> Option<Place> {
        let no_start = self.first != 0 && row.letters.initials & self.first == 0;
        let mut inside = None;
        let mut from = 0;
        while let Some(found) = self.finder.find(row.text.get(from..)?) {
            let at = from + found;
            from = at + 1;
            if !self.marks_agree(row, at) {
                continue;
            }
            let span = at..at + self.bytes.len();
            if self.fit == Fit::Whole && !ends_word(row.text, span.end) {
                continue;
            }
            if starts_word(row.text, at) {
                let class = Class::WordStart;
                return Some(Place { span, class });
            }
            if self.fit != Fit::Whole {
                let class = Class::Inside;
                inside = inside.or(Some(Place { span, class }));
                if no_start {
                    break;
                }
            }
        }
        inside
    }

    fn marks_agree(&self, row: &Row<'_>, at: usize) -> bool {
        self.marks.iter().all(|mark| row.marks.at(at + mark.at as usize) == Some(mark.letter))
    }

    /// Where the letters lie when they do not stand in one piece.
    pub(super) fn apart(&self, row: &Row<'_>) -> Option<Place> {
        if self.fit != Fit::Anywhere {
            return None;
        }
        if self.first != 0 && row.letters.initials & self.first == 0 {
            return None;
        }
        if self.initials != 0
            && row.letters.initials & self.initials == self.initials
            && let Some(span) = self.spread(row, |at| starts_word(row.text, at))
        {
            let class = Class::Initials;
            return Some(Place { span, class });
        }
        let span = self.spread(row, |_| true)?;
        let class = Class::Scattered;
        Some(Place { span, class })
    }

    /// The first span of few enough words that begins at a word's start and holds the pattern's letters in order,
    /// each where `allowed`.
    fn spread(&self, row: &Row<'_>, allowed: impl Fn(usize) -> bool) -> Option<Range<usize>> {
        let fits = |letter: usize, at: usize| {
            allowed(at)
                && (self.marks.is_empty()
                    || self
                        .marks
                        .iter()
                        .all(|mark| mark.at as usize != letter || row.marks.at(at) == Some(mark.letter)))
        };
        let (&first, others) = self.bytes.split_first()?;
        let mut starts = memchr_iter(first, row.text).filter(|&at| starts_word(row.text, at) && fits(0, at));
        starts.find_map(|start| {
            let words = row.text.get(..neighbours_end(row.text, start))?;
            let mut end = start + 1;
            for (letter, &byte) in (1..).zip(others) {
                let step = memchr_iter(byte, words.get(end..)?).find(|step| fits(letter, end + step))?;
                end += step + 1;
            }
            Some(start..end)
        })
    }
}

fn starts_word(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| text.get(before)).is_none_or(|&before| !is_word_byte(before))
}

fn ends_word(text: &[u8], end: usize) -> bool {
    text.get(end).is_none_or(|&after| !is_word_byte(after))
}

/// Where the first two words of a row begin.
fn head_starts(text: &[u8]) -> [Option<usize>; 2] {
    let first = (!text.is_empty()).then_some(0);
    [first, memchr(b' ', text).map(|blank| blank + 1)]
}

/// The words around a span, with what stands before them, for the scorer to see where words begin.
pub(super) fn words_around(text: &[u8], span: &Range<usize>) -> Range<usize> {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before.iter().rposition(|&byte| !is_word_byte(byte));
    let after = text.get(span.end..).unwrap_or_default();
    let length = after.iter().position(|&byte| !is_word_byte(byte));
    start.unwrap_or(0)..span.end + length.unwrap_or(after.len())
}

/// Where the last of the neighbouring words ends that begin with the one at `start`.
fn neighbours_end(text: &[u8], start: usize) -> usize {
    let mut words = 0;
    let mut inside = false;
    let rest = text.get(start..).unwrap_or_default();
    let beyond = rest.iter().position(|&byte| {
        let word = is_word_byte(byte);
        words += usize::from(word && !inside);
        inside = word;
        words > NEIGHBOURS
    });
    beyond.map_or(text.len(), |length| start + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::fold::Folded;
    use crate::find::inflect::Places;

    fn class(query: &str, row: &str) -> Option<Class> {
        let places = Places::new(["Karkkila", "Salo"]);
        let query = Query::parse(query, &|_| false, &places);
        let plan = Plan::new(&query);
        let folded = Folded::of(row);
        let letters = Letters::of(folded.text.as_bytes(), &folded.marks);
        let row = Row { text: folded.text.as_bytes(), letters, marks: RowMarks::Folded(&folded) };
        let found = plan.class(&row, Depth::Scattered);
        assert!(found.is_none() || plan.may_match(letters), "the letters alone rule out a match");
        found
    }

    #[test]
    fn classes() {
        use Class::{Initials, Inside, Scattered, WordStart};
        let row = "Ari Tammi-Öhman digituen tutor Hyvinkää ari.tammi@hyvinkaa.example 040 123 4567 0401234567";
        for (query, expected) in [
            ("", Some(WordStart)),
            ("tam", Some(WordStart)),
            ("ohm", Some(WordStart)),
            ("tammi ari", Some(WordStart)),
            ("ammi", Some(Inside)),
            ("tam mmi", Some(Inside)),
            ("m", Some(Inside)),
            ("a", Some(WordStart)),
            ("ato", Some(Initials)),
            ("at", Some(Initials)),
            ("dth", Some(Initials)),
            ("hyvnk", Some(Scattered)),
            ("arhman", Some(Scattered)),
            ("riohmn", None),
            ("ariuto", None),
            ("w", None),
            ("tammi w", None),
            ("+358401234567", Some(WordStart)),
            ("040-1234567", Some(WordStart)),
            ("123 4567", Some(WordStart)),
            ("234567", Some(Inside)),
            ("04047", None),
        ] {
            assert_eq!(class(query, row), expected, "{query:?}");
        }
    }

    #[test]
    fn marked_letters() {
        for (query, row, expected) in [
            ("ohman", "Öhman", true),
            ("öhman", "Öhman", true),
            ("öhman", "Ohman", false),
            ("ö", "Öhman", true),
            ("ö", "Ohman ä", false),
            ("ohö", "ohö", true),
            ("öhö", "ohö", false),
            ("sö", "Sohö", true),
            ("sö", "Söho", true),
            ("öo", "o ö o", true),
            ("öo", "ö ö", true),
            ("öo", "o o ö", false),
            ("hyvinkää", "hyvinkaa Hyvinkää", true),
            ("hyvinkää", "hyvinkaa", false),
            ("weiss", "Weiß", true),
            ("weiß", "Weiss", false),
        ] {
            assert_eq!(class(query, row).is_some(), expected, "{query:?} in {row:?}");
        }
    }

    #[test]
    fn an_inflected_place_matches_only_the_whole_name() {
        assert_eq!(class("karkkilassa", "Ari Karkkila"), Some(Class::WordStart));
        assert_eq!(class("karkkilassa", "Ari Karkkilainen"), None);
        assert_eq!(class("salossa", "Salonen"), None);
        assert_eq!(class("salossa", "Salonen Salo"), Some(Class::WordStart));
    }

    #[test]
    fn the_best_place_counts() {
        assert_eq!(class("tam", "Latamaa Tammi"), Some(Class::WordStart));
        assert_eq!(class("aba", "xababa aba"), Some(Class::WordStart));
    }

    #[test]
    fn letters_far_apart_do_not_match() {
        assert_eq!(class("qz", "q b az"), Some(Class::Scattered));
        assert_eq!(class("qz", "q b c az"), None);
        assert_eq!(class("qz", "q b c d e z aq y z q z"), Some(Class::Initials));
        assert_eq!(class("qxz", "q xq b c axz"), None);
    }

    #[test]
    fn scattered_letters_begin_where_a_word_does() {
        assert_eq!(class("hlm", "helmi"), Some(Class::Scattered));
        assert_eq!(class("hlm", "ahlomi"), None);
        assert_eq!(class("hlm", "ahlomi hilma"), Some(Class::Scattered));
        assert_eq!(class("öh", "Köhler"), Some(Class::Inside));
        assert_eq!(class("öhr", "Köhler Öhler"), Some(Class::Scattered));
    }
}
