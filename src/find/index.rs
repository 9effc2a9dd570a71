//! The rows of text and the search over them.
//!
//! Owns the arena all folded rows lie in, which rows are struck out, and the survivors of the last query. It knows
//! rows by number only: what they stand for, their filters and their frequency stay with the caller.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;
use std::sync::Arc;

use super::fold::{Folded, fold};
use super::halves::in_halves;
use super::marks::{Marks, RowMarks};
use super::matching::{Depth, Grade, Letters, Plan, Row};
use super::query::Query;
use super::rank::{self, Candidate, Ranked};
pub use super::rank::{Hit, SCORED};

/// From this many rows on scattered matches are skipped while enough rows match in one piece.
const SKIPPING: usize = 500_000;

/// From this many rows on a second thread saves more than it costs to start (0.1 to 0.3 ms).
const HALVING: usize = 50_000;

/// Bytes of a row, rather more than most have: memory that is not written to costs nothing.
const USUAL_ROW: usize = 128;

/// Rows to search, pushed in the order in which equals are to be listed. The text of all rows must stay below four
/// gigabytes.
#[derive(Clone, Debug)]
pub struct Index {
    arena: String,
    /// Where each row's text begins.
    starts: Vec<u32>,
    letters: Vec<Letters>,
    marks: Marks,
    /// A bit for each row struck out.
    struck: Vec<u64>,
    /// Changes whenever rows are added after somebody kept survivors.
    edition: Arc<()>,
    scratch: Folded,
    skipping_from: usize,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            arena: String::new(),
            starts: Vec::new(),
            letters: Vec::new(),
            marks: Marks::default(),
            struck: Vec::new(),
            edition: Arc::default(),
            scratch: Folded::default(),
            skipping_from: SKIPPING,
        }
    }
}

/// The rows the last query left, for the next one to look through if it only narrows. It notices by itself when it
/// may not; give each list that is searched on its own one of these.
#[derive(Clone, Debug, Default)]
pub struct Narrowing {
    survivors: Option<Survivors>,
}

#[derive(Clone, Debug)]
struct Survivors {
    edition: Arc<()>,
    query: Query,
    rows: Vec<u32>,
    /// How deep was searched: scattered matches may be missing.
    depth: Depth,
}

/// The answer to a query.
#[derive(Clone, Debug)]
pub struct Hits {
    /// The best rows, best first.
    pub rows: Vec<Hit>,
    /// All rows found, in the order they were pushed.
    pub all: Vec<u32>,
    /// Whether rows that match only scattered were left out, so that `all` is the least there are.
    pub at_least: bool,
}

impl Hits {
    /// How many rows were found.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.all.len()
    }
}

/// Rows found, with the grade of each.
#[derive(Default)]
struct Found {
    rows: Vec<u32>,
    grades: Vec<Grade>,
}

impl Index {
    /// An index without rows.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for so many further rows of usual length: a large arena that grows by copying leaves holes behind.
    pub fn reserve(&mut self, rows: usize) {
        self.arena.reserve(rows * USUAL_ROW);
        self.starts.reserve(rows);
        self.letters.reserve(rows);
    }

    /// Adds a row and returns its number.
    pub fn push(&mut self, haystack: &str) -> u32 {
        let mut folded = std::mem::take(&mut self.scratch);
        fold(haystack, &mut folded);
        let letters = Letters::of(folded.text.as_bytes(), &folded.marks);
        let start = self.arena.len();
        self.arena.push_str(&folded.text);
        for mark in &folded.marks {
            self.marks.push(start + mark.at as usize, mark.letter);
        }
        self.scratch = folded;
        self.add(letters, start)
    }

    /// The given rows in the given order without those struck out, numbered anew from 0. Nothing is folded again.
    #[must_use]
    pub fn rebuilt(&self, rows: impl IntoIterator<Item = u32>) -> Self {
        let mut index = Self::default();
        for row in rows {
            let range = self.range(row).filter(|_| !self.is_struck(row));
            let letters = self.letters.get(row as usize);
            if let (Some(range), Some(letters)) = (range, letters) {
                let start = index.arena.len();
                let text = self.arena.get(range.clone());
                index.arena.push_str(text.unwrap_or_default());
                for (at, letter) in self.marks.within(range) {
                    index.marks.push(start + at, letter);
                }
                index.add(*letters, start);
            }
        }
        index
    }

    fn add(&mut self, letters: Letters, start: usize) -> u32 {
        if Arc::strong_count(&self.edition) > 1 {
            self.edition = Arc::new(());
        }
        let row = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        self.starts.push(u32::try_from(start).unwrap_or(u32::MAX));
        self.letters.push(letters);
        row
    }

    /// Strikes a row out: it keeps its number but is found no more.
    pub fn strike(&mut self, row: u32) {
        let word = row as usize / 64;
        if (row as usize) < self.len() && self.struck.len() <= word {
            self.struck.resize(word + 1, 0);
        }
        if let Some(bits) = self.struck.get_mut(word) {
            *bits |= 1 << (row % 64);
        }
    }

    /// Whether a row was struck out.
    #[must_use]
    pub fn is_struck(&self, row: u32) -> bool {
        let bits = self.struck.get(row as usize / 64);
        bits.is_some_and(|bits| bits >> (row % 64) & 1 == 1)
    }

    /// Rows pushed, those struck out included.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether no row was ever pushed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Bytes of memory the rows take, spare room not counted.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.arena.len()
            + size_of_val(self.starts.as_slice())
            + size_of_val(self.letters.as_slice())
            + self.marks.bytes()
            + size_of_val(self.struck.as_slice())
    }

    /// Finds the rows a query asks for among those not struck out and kept by `keep`. The best `limit` of them (at
    /// most [`SCORED`]) are ranked by class, score, `tie` (bigger first) and the order pushed in.
    pub fn search(
        &self,
        narrowing: &mut Narrowing,
        query: &Query,
        keep: impl Fn(u32) -> bool,
        tie: impl Fn(u32) -> u64,
        limit: usize,
    ) -> Hits {
        let plan = Plan::new(query);
        let keep = |row| !self.is_struck(row) && keep(row);
        let before = narrowing.survivors.take();
        let before = before.filter(|before| before.serves(self, query));
        let (found, depth) = self.find(&plan, before.as_ref(), &keep);
        let (all, grades): (Vec<u32>, Vec<Grade>) = kept(&found, &keep);
        narrowing.survivors =
            Some(Survivors { edition: Arc::clone(&self.edition), query: query.clone(), rows: found.rows, depth });
        let rows = self.best(&plan, &all, &grades, tie, limit);
        let at_least = depth == Depth::Pieces;
        Hits { rows, all, at_least }
    }

    /// All matching rows, or those that match in one piece where they are enough.
    fn find(&self, plan: &Plan<'_>, before: Option<&Survivors>, keep: &impl Fn(u32) -> bool) -> (Found, Depth) {
        if self.len() >= self.skipping_from && plan.scatters() {
            let found = self.sift(plan, Depth::Pieces, before);
            let enough = found.rows.iter().filter(|&&row| keep(row)).nth(SCORED - 1);
            if enough.is_some() {
                return (found, Depth::Pieces);
            }
        }
        let before = before.filter(|before| before.depth == Depth::Scattered);
        (self.sift(plan, Depth::Scattered, before), Depth::Scattered)
    }

    fn sift(&self, plan: &Plan<'_>, depth: Depth, before: Option<&Survivors>) -> Found {
        match before {
            Some(before) => in_two(before.rows.len(), |part| {
                let rows = before.rows.get(part).unwrap_or_default();
                self.sift_rows(plan, depth, rows.iter().copied())
            }),
            None => in_two(self.len(), |part| self.sift_rows(plan, depth, (0..).skip(part.start).take(part.len()))),
        }
    }

    fn sift_rows(&self, plan: &Plan<'_>, depth: Depth, rows: impl Iterator<Item = u32>) -> Found {
        let mut found = Found::default();
        for number in rows {
            if let Some(letters) = self.letters.get(number as usize)
                && plan.may_match(*letters)
                && let Some(row) = self.row(number)
                && let Some(grade) = plan.grade(&row, depth)
            {
                found.rows.push(number);
                found.grades.push(grade);
            }
        }
        found
    }

    /// A row as it is matched.
    fn row(&self, row: u32) -> Option<Row<'_>> {
        let range = self.range(row)?;
        Some(Row {
            letters: *self.letters.get(row as usize)?,
            marks: RowMarks::Arena(&self.marks, range.start),
            text: self.arena.as_bytes().get(range)?,
        })
    }

    /// Where the text of a row lies.
    fn range(&self, row: u32) -> Option<Range<usize>> {
        let start = self.starts.get(row as usize)?;
        let next = self.starts.get(row as usize + 1);
        let end = next.map_or(self.arena.len(), |&next| next as usize);
        Some(*start as usize..end)
    }

    /// Scores the most promising rows and returns the best of them.
    fn best(
        &self,
        plan: &Plan<'_>,
        rows: &[u32],
        grades: &[Grade],
        tie: impl Fn(u32) -> u64,
        limit: usize,
    ) -> Vec<Hit> {
        let scored = most_promising(rows, grades, tie).into_iter().filter_map(|(grade, Reverse(tie), row)| {
            let class = grade.class;
            let score = rank::score(&self.row(row)?, plan);
            let hit = Hit { row, class, score };
            Some(Ranked { hit, tie })
        });
        let mut ranked: Vec<Ranked> = scored.collect();
        rank::sort(&mut ranked);
        ranked.truncate(limit);
        ranked.into_iter().map(|ranked| ranked.hit).collect()
    }
}

/// Sifts many rows in two halves at once, few in one go.
fn in_two(rows: usize, sift: impl Fn(Range<usize>) -> Found + Sync) -> Found {
    let (mut found, second) = in_halves(rows, HALVING, sift);
    found.rows.extend(second.rows);
    found.grades.extend(second.grades);
    found
}

/// The rows worth scoring: the best by grade, tie and order.
fn most_promising(rows: &[u32], grades: &[Grade], tie: impl Fn(u32) -> u64) -> Vec<Candidate> {
    let mut chosen: BinaryHeap<Candidate> = BinaryHeap::with_capacity(SCORED);
    for (&row, &grade) in rows.iter().zip(grades) {
        if chosen.len() < SCORED {
            chosen.push((grade, Reverse(tie(row)), row));
        } else if let Some(mut worst) = chosen.peek_mut()
            && grade <= worst.0
        {
            let candidate = (grade, Reverse(tie(row)), row);
            if candidate < *worst {
                *worst = candidate;
            }
        }
    }
    chosen.into_vec()
}

fn kept(found: &Found, keep: &impl Fn(u32) -> bool) -> (Vec<u32>, Vec<Grade>) {
    let mut rows = Vec::with_capacity(found.rows.len());
    let mut grades = Vec::with_capacity(found.rows.len());
    for (&row, &grade) in found.rows.iter().zip(&found.grades) {
        if keep(row) {
            rows.push(row);
            grades.push(grade);
        }
    }
    (rows, grades)
}

impl Survivors {
    fn serves(&self, index: &Index, query: &Query) -> bool {
        Arc::ptr_eq(&self.edition, &index.edition) && query.narrows(&self.query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::inflect::Places;
    use proptest::prelude::*;

    const PEOPLE: &[&str] = &[
        "Ari Tammi tutor Hyvinkää",
        "Mari Öhman tutor Karkkila",
        "Tam Nguyen digikoordinaattori Helsinki 040 123 4567 0401234567",
        "Riitta Laatikainen tutor Lohja 2021 10",
        "Kaarina Ohman hyvinvointijohtaja Vihti",
    ];

    fn index(rows: &[impl AsRef<str>]) -> Index {
        let mut index = Index::new();
        for row in rows {
            index.push(row.as_ref());
        }
        index
    }

    fn parse(query: &str) -> Query {
        let places = Places::new(["Hyvinkää", "Karkkila", "Helsinki"]);
        Query::parse(query, &|name| name == "role", &places)
    }

    fn all(index: &Index, narrowing: &mut Narrowing, query: &str) -> Hits {
        index.search(narrowing, &parse(query), |_| true, |_| 0, SCORED)
    }

    fn check(query: &str, expected: &[u32]) {
        let hits = all(&index(PEOPLE), &mut Narrowing::default(), query);
        let rows: Vec<u32> = hits.rows.iter().map(|hit| hit.row).collect();
        assert_eq!(rows, expected, "{query:?}");
    }

    #[test]
    fn finds_best_first() {
        check("", &[0, 1, 2, 3, 4]);
        check("tam", &[2, 0]);
        check("tammi ari", &[0]);
        check("ari tammi", &[0]);
        check("öhman", &[1]);
        check("ohman", &[1, 4]);
        check("hyvin", &[0, 4]);
        check("hyvinkäältä", &[0]);
        check("helsingis", &[2]);
        check("040 123", &[2]);
        check("+358 40 1234567", &[2]);
        check("10 2021", &[3]);
        check("role:x karkkilassa tutor", &[1]);
        check("at", &[3, 2, 0]);
        check("qqq", &[]);
    }

    #[test]
    fn ties_follow_frequency_then_order() {
        let index = index(&["Ari Salo", "Ari Salo", "Ari Salo"]);
        let tie = |row| u64::from(row == 2);
        let hits = index.search(&mut Narrowing::default(), &parse("ari"), |_| true, tie, 2);
        let rows: Vec<u32> = hits.rows.iter().map(|hit| hit.row).collect();
        assert_eq!(rows, [2, 0]);
        assert_eq!(hits.all, [0, 1, 2]);
    }

    #[test]
    fn of_many_rows_the_promising_are_scored() {
        let mut rows = vec!["Pia Virta Salo"; SCORED];
        rows.push("Ari Salo Vihti");
        let hits = all(&index(&rows), &mut Narrowing::default(), "salo");
        assert_eq!(hits.rows[0].row, 500);
        assert_eq!((hits.rows.len(), hits.count()), (SCORED, SCORED + 1));
    }

    #[test]
    fn rows_struck_out_or_not_kept_are_not_found_and_may_come_back() {
        let mut index = index(PEOPLE);
        let mut narrowing = Narrowing::default();
        let tutors = index.search(&mut narrowing, &parse("t"), |row| row < 2, |_| 0, 9);
        assert_eq!(tutors.all, [0, 1]);
        let everybody = all(&index, &mut narrowing, "tu");
        assert_eq!(everybody.all, [0, 1, 2, 3]);
        index.strike(1);
        index.strike(99);
        assert!(index.is_struck(1) && !index.is_struck(0) && !index.is_struck(99));
        assert_eq!(all(&index, &mut narrowing, "tut").all, [0, 2, 3]);
    }

    #[test]
    fn survivors_of_another_edition_are_not_used() {
        let mut index = index(PEOPLE);
        let mut narrowing = Narrowing::default();
        assert_eq!(all(&index, &mut narrowing, "tamm").all, [0]);
        let row = index.push("Eva Tammisto");
        assert_eq!(all(&index, &mut narrowing, "tammi").all, [0, row]);
        let mut copy = index.clone();
        let other = copy.push("Tammikki Aho");
        assert_eq!(all(&copy, &mut narrowing, "tammi").all, [0, row, other]);
        assert_eq!(all(&index, &mut narrowing, "tammist").all, [row]);
    }

    #[test]
    fn rebuilding_keeps_marks_and_drops_struck_rows() {
        let mut old = index(PEOPLE);
        old.strike(0);
        let new = old.rebuilt([4, 1, 0, 77]);
        assert_eq!(new.len(), 2);
        let find = |query| all(&new, &mut Narrowing::default(), query).all;
        assert_eq!(find("ohman"), [0, 1]);
        assert_eq!(find("öhman"), [1]);
        assert!(find("tammi").is_empty());
    }

    #[test]
    fn scattered_matches_are_skipped_only_while_enough_rows_match_in_one_piece() {
        let mut rows = vec!["hyvinkaa"; SCORED];
        rows.push("heli ylonen");
        let mut index = index(&rows);
        index.skipping_from = SCORED;
        let mut narrowing = Narrowing::default();
        let hits = all(&index, &mut narrowing, "hy");
        assert!(hits.at_least);
        assert_eq!(hits.count(), SCORED);
        let few = index.search(&mut narrowing, &parse("hy"), |row| row > 490, |_| 0, 9);
        assert!(!few.at_least);
        assert_eq!(few.count(), 10);
        assert!(!all(&index, &mut Narrowing::default(), "h").at_least);
    }

    fn rows() -> impl Strategy<Value = Vec<String>> {
        let word = "[abAÄäoö0-2-]{1,4}";
        let row = proptest::collection::vec(word, 0..7).prop_map(|words| words.join(" "));
        proptest::collection::vec(row, 0..40)
    }

    proptest! {
        #[test]
        fn typing_finds_what_the_whole_query_finds(
            rows in rows(),
            query in "[abäöo0-2+ ]{0,8}",
            skipping in proptest::bool::ANY,
        ) {
            let mut index = index(&rows);
            if skipping {
                index.skipping_from = 0;
            }
            let mut narrowing = Narrowing::default();
            for (end, letter) in query.char_indices() {
                let typed = query.get(..end + letter.len_utf8()).unwrap();
                let narrowed = all(&index, &mut narrowing, typed);
                let fresh = all(&index, &mut Narrowing::default(), typed);
                prop_assert_eq!(&narrowed.rows, &fresh.rows, "{}", typed);
                prop_assert_eq!(&narrowed.all, &fresh.all, "{}", typed);
                prop_assert_eq!(narrowed.at_least, fresh.at_least, "{}", typed);
            }
        }

        #[test]
        fn any_order_of_words_finds_the_same_rows(
            rows in rows(),
            words in proptest::collection::vec("[abäöo]{1,3}", 1..4),
        ) {
            let index = index(&rows);
            let turned: Vec<&str> = words.iter().rev().map(String::as_str).collect();
            let one = all(&index, &mut Narrowing::default(), &words.join(" "));
            let other = all(&index, &mut Narrowing::default(), &turned.join(" "));
            prop_assert_eq!(one.all, other.all);
            prop_assert_eq!(one.rows, other.rows);
        }

        #[test]
        fn a_typed_mark_finds_a_part_of_what_the_bare_letter_finds(
            rows in rows(),
            marked in "[abäö]{1,4}",
        ) {
            let bare = Folded::of(&marked).text;
            let index = index(&rows);
            let strict = all(&index, &mut Narrowing::default(), &marked).all;
            let loose = all(&index, &mut Narrowing::default(), &bare).all;
            prop_assert!(strict.iter().all(|row| loose.contains(row)));
            let lower: Vec<String> = rows.iter().map(|row| row.to_lowercase()).collect();
            for (row, text) in (0..).zip(&lower) {
                if text.contains(&marked) {
                    prop_assert!(strict.contains(&row), "{} in {}", marked, text);
                }
            }
        }
    }
}
