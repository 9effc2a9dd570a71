//! The score of a row within its class.
//!
//! Owns the only use of the fuzzy-matcher crate: to change the scorer, change this file. It scores folded text of the
//! few best rows and never decides whether a row matches.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memchr_iter;

use super::fold::is_word_byte;
use super::matching::{Class, Grade, Needle, Plan, Row, words_around};

/// Rows that are scored at most; beyond them a list is no longer read.
pub const SCORED: usize = 500;

/// Characters of a row the scorer looks at, for its work grows with their number.
const LONGEST_TEXT: usize = 2000;

/// Words at a row's start (the name, as the caller builds rows) in which a match counts more.
const FIRST_WORDS: usize = 2;

/// The scorer gives 16 for each letter matched; these are little beside that.
const WHOLE_WORD: i64 = 12;
const EARLY: i64 = 6;

/// A row of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The row's number in the index.
    pub row: u32,
    /// How it matches.
    pub class: Class,
    /// How well it does so within its class; comparable only within one answer.
    pub score: i64,
}

/// A row worth scoring, and why; smaller is better: grade, tie, and at last the order they were pushed in.
pub(super) type Candidate = (Grade, Reverse<u64>, u32);

/// A scored row with what orders it.
pub(super) struct Ranked {
    pub(super) hit: Hit,
    /// How frequent or recent the row is, bigger first.
    pub(super) tie: u64,
}

/// Orders rows best first: class, score, tie, and at last the order they were pushed in.
pub(super) fn sort(rows: &mut [Ranked]) {
    rows.sort_unstable_by_key(|ranked| {
        let hit = ranked.hit;
        (hit.class, Reverse(hit.score), Reverse(ranked.tie), hit.row)
    });
}

/// The score of a folded row: the sum over the words of a query, each by its best reading.
pub(super) fn score(row: &Row<'_>, plan: &Plan<'_>) -> i64 {
    let letters = |reading: &Vec<Needle<'_>>| reading.iter().map(|needle| needle.text.len()).sum::<usize>().max(1);
    let reading = |reading: &Vec<Needle<'_>>, longest: usize| -> Option<i64> {
        let score: i64 = reading.iter().map(|needle| needle_score(row, needle)).sum::<Option<i64>>()?;
        // A place found by its inflected form counts as if all that was typed were its name.
        let (typed, own) = (i64::try_from(longest).ok()?, i64::try_from(letters(reading)).ok()?);
        Some(score * typed / own)
    };
    let term = |readings: &Vec<Vec<Needle<'_>>>| {
        let longest = readings.iter().map(letters).max().unwrap_or(1);
        readings.iter().filter_map(|one| reading(one, longest)).max()
    };
    plan.terms.iter().filter_map(term).sum()
}

/// A matcher for one text. Version 0.3.7 does not clear its memory between texts (and panics when told to do without),
/// so that the score of one row would depend on the rows scored before it.
fn matcher() -> SkimMatcherV2 {
    SkimMatcherV2::default().respect_case()
}

/// Scores a pattern where it was found: the words around it say all, and the rest of the row costs time.
fn needle_score(row: &Row<'_>, needle: &Needle<'_>) -> Option<i64> {
    let place = needle.place(row)?;
    let around = row.text.get(words_around(row.text, &place.span))?;
    let words = std::str::from_utf8(around).ok()?;
    let score = matcher().fuzzy_match(beginning(words, LONGEST_TEXT), needle.text)?;
    let after = row.text.get(place.span.end);
    let whole = place.class == Class::WordStart && after.is_none_or(|&byte| !is_word_byte(byte));
    let before = row.text.get(..place.span.start).unwrap_or_default();
    let early = memchr_iter(b' ', before).count() < FIRST_WORDS;
    Some(score + if whole { WHOLE_WORD } else { 0 } + if early { EARLY } else { 0 })
}

/// Byte offsets of the letters of `pattern` where they lie best in folded `text`.
pub(super) fn letters(text: &str, pattern: &str) -> Vec<usize> {
    let text = beginning(text, LONGEST_TEXT);
    let indices = matcher().fuzzy_indices(text, pattern);
    let (_, indices) = indices.unwrap_or_default();
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    indices.into_iter().filter_map(|index| offsets.get(index).copied()).collect()
}

fn beginning(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::fold::Folded;
    use crate::find::inflect::Places;
    use crate::find::marks::RowMarks;
    use crate::find::matching::Letters;
    use crate::find::query::Query;

    fn score(query: &str, text: &str) -> i64 {
        let query = Query::parse(query, &|_| false, &Places::default());
        let folded = Folded::of(text);
        let row = Row {
            text: folded.text.as_bytes(),
            letters: Letters::of(folded.text.as_bytes(), &folded.marks),
            marks: RowMarks::Folded(&folded),
        };
        super::score(&row, &Plan::new(&query))
    }

    #[test]
    fn whole_and_early_words_score_more() {
        let check = |query: &str, better: &str, worse: &str| {
            assert!(score(query, better) > score(query, worse), "{query}: {better} before {worse}");
        };
        check("tam", "ari tam", "ari tammi");
        check("salo", "ari salo lohja", "ari vuori salo");
        check("salo", "ari vuori salo", "ari salonen lohja");
        check("ari salo", "ari salo", "salonen ari");
    }

    #[test]
    fn only_the_beginning_of_an_endless_word_is_scored() {
        let long = format!("{}salo", "x".repeat(LONGEST_TEXT));
        assert_eq!(score("salo", &long), 0);
    }

    #[test]
    fn letters_are_byte_offsets() {
        assert_eq!(letters("жж ab", "ab"), [5, 6]);
    }
}
