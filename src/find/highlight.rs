//! The letters of a text that a query found.
//!
//! Owns the way back from folded text to the text on the screen, in whole graphemes. It never decides whether a row
//! matches and knows nothing of styles.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{Folded, Mark, fold_traced};
use super::marks::RowMarks;
use super::matching::{Letters, Needle, Row};
use super::query::{Fit, Pattern, Query};
use super::rank;

/// The parts of a cell to highlight: byte ranges of `cell` on grapheme boundaries, sorted and apart. Each word of the
/// query is shown in one piece (best at a word's start) or else by its scattered letters.
#[must_use]
pub fn highlight(cell: &str, query: &Query) -> Vec<Range<usize>> {
    highlight_row(&[cell], query).pop().unwrap_or_default()
}

/// The parts to highlight in each cell of one row. Letters of a word are shown scattered only where no cell holds the
/// word in one piece; they may then lie in several cells.
#[must_use]
pub fn highlight_row(cells: &[&str], query: &Query) -> Vec<Vec<Range<usize>>> {
    let mut cells: Vec<Cell<'_>> = cells.iter().map(|cell| Cell::new(cell)).collect();
    for term in &query.terms {
        let patterns = || term.readings.iter().flatten();
        let mut found = false;
        for pattern in patterns() {
            for cell in &mut cells {
                found |= cell.light_piece(pattern);
            }
        }
        if !found {
            patterns().for_each(|pattern| light_apart(&mut cells, pattern));
        }
    }
    cells.iter().map(Cell::ranges).collect()
}

/// Lights the letters of a word that lie apart, across the cells as if they were one text.
fn light_apart(cells: &mut [Cell<'_>], pattern: &Pattern) {
    let mut joined = Folded::default();
    let mut starts = Vec::new();
    for cell in &*cells {
        joined.text.push(' ');
        let start = joined.text.len();
        let shift = u32::try_from(start).unwrap_or(u32::MAX);
        joined.text.push_str(&cell.folded.text);
        joined.marks.extend(cell.folded.marks.iter().map(|mark| Mark { at: mark.at.saturating_add(shift), ..*mark }));
        starts.push(start);
    }
    let Some(place) = Needle::new(pattern).apart(&row(&joined)) else {
        return;
    };
    let span = place.span;
    let text = joined.text.get(span.clone()).unwrap_or_default();
    for letter in rank::letters(text, &pattern.text.text) {
        let at = span.start + letter;
        let mut holders = cells.iter_mut().zip(&starts).rev();
        if let Some((cell, start)) = holders.find(|(_, start)| **start <= at) {
            cell.light(at - start..at - start + 1);
        }
    }
}

fn row(folded: &Folded) -> Row<'_> {
    Row {
        text: folded.text.as_bytes(),
        letters: Letters::of(folded.text.as_bytes(), &folded.marks),
        marks: RowMarks::Folded(folded),
    }
}

/// A cell and which bytes of its folded text are lit.
struct Cell<'a> {
    text: &'a str,
    folded: Folded,
    /// For each folded byte the byte of `text` its character begins at.
    origins: Vec<usize>,
    lit: Vec<bool>,
}

impl<'a> Cell<'a> {
    fn new(text: &'a str) -> Self {
        let (folded, origins) = fold_traced(text);
        let lit = vec![false; origins.len()];
        Self { text, folded, origins, lit }
    }

    fn light(&mut self, range: Range<usize>) {
        if let Some(lit) = self.lit.get_mut(range) {
            lit.fill(true);
        }
    }

    /// Lights a pattern in one piece; a number also across the blanks of its spelling.
    fn light_piece(&mut self, pattern: &Pattern) -> bool {
        let piece = Needle::new(pattern).piece(&row(&self.folded));
        if let Some(place) = piece {
            self.light(place.span);
            return true;
        }
        let number = &pattern.text.text;
        pattern.fit == Fit::Together && number.bytes().all(|byte| byte.is_ascii_digit()) && self.light_number(number)
    }

    fn light_number(&mut self, number: &str) -> bool {
        let abroad = number.strip_prefix('0').map(|home| format!("358{home}"));
        let spelled = spelled_digits(&self.folded.text);
        for (digits, places) in spelled {
            let mut spellings = [Some(number), abroad.as_deref()].into_iter().flatten();
            let found = spellings.find_map(|number| Some((digits.find(number)?, number.len())));
            if let Some((at, length)) = found {
                for &place in places.iter().skip(at).take(length) {
                    self.light(place..place + 1);
                }
                return true;
            }
        }
        false
    }

    fn ranges(&self) -> Vec<Range<usize>> {
        let mut lit = self.origins.iter().zip(&self.lit).filter(|(_, lit)| **lit).map(|(&origin, _)| origin).peekable();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (start, grapheme) in self.text.grapheme_indices(true) {
            let end = start + grapheme.len();
            let mut hit = false;
            while lit.next_if(|&at| at < end).is_some() {
                hit = true;
            }
            match ranges.last_mut() {
                Some(last) if hit && last.end == start => last.end = end,
                _ if hit => ranges.push(start..end),
                _ => {}
            }
        }
        ranges
    }
}

/// The numbers of a folded text, spelled with blanks, hyphens or brackets: their digits and where each stands.
fn spelled_digits(text: &str) -> Vec<(String, Vec<usize>)> {
    let mut numbers = Vec::new();
    let mut digits = String::new();
    let mut places = Vec::new();
    for (at, letter) in text.char_indices().chain([(text.len(), '\n')]) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            places.push(at);
        } else if !" -()".contains(letter) && !digits.is_empty() {
            numbers.push((std::mem::take(&mut digits), std::mem::take(&mut places)));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::inflect::Places;
    use proptest::prelude::*;

    fn parse(query: &str) -> Query {
        let places = Places::new(["Hyvinkää", "Karkkila"]);
        Query::parse(query, &|_| false, &places)
    }

    /// The text with the highlighted parts in brackets.
    fn shown(cell: &str, ranges: &[Range<usize>]) -> String {
        let mut shown = String::new();
        let mut from = 0;
        for range in ranges {
            shown += cell.get(from..range.start).unwrap();
            shown += "[";
            shown += cell.get(range.clone()).unwrap();
            shown += "]";
            from = range.end;
        }
        shown + cell.get(from..).unwrap()
    }

    fn check(query: &str, cell: &str, expected: &str) {
        let found = shown(cell, &highlight(cell, &parse(query)));
        assert_eq!(found, expected, "{query:?} in {cell:?}");
    }

    #[test]
    fn words() {
        check("", "Ari Tammi", "Ari Tammi");
        check("tam", "Latam Tammi", "Latam [Tam]mi");
        check("tam", "Latam", "La[tam]");
        check("tammi ari", "Ari Tammi", "[Ari] [Tammi]");
        check("ari arit", "Arittu", "[Arit]tu");
        check("hyvinkaa", "HYVINKÄÄ!", "[HYVINKÄÄ]!");
        check("hyvinka", "HyvinkA\u{308}a\u{308}", "[HyvinkA\u{308}]a\u{308}");
        check("hyvinkäältä", "Hyvinkään Hyvinkää", "Hyvinkään [Hyvinkää]");
        check("s", "Weiß", "Wei[ß]");
        check("aton", "a\u{301}b Öst", "a\u{301}b Öst");
        check("öst", "Ost Öst", "Ost [Öst]");
    }

    #[test]
    fn scattered_letters() {
        check("at", "Ari Tammi", "[A]ri [T]ammi");
        check("hvk", "Hyvinkää", "[H]y[v]in[k]ää");
        check("qz", "q b c d zz", "q b c d zz");
    }

    #[test]
    fn telephone_numbers() {
        check("0401234567", "040 123 4567", "[040] [123] [4567]");
        check("+358401234567", "040 123 4567", "[040] [123] [4567]");
        check("0401234567", "+358 40 123 4567", "+[358] [40] [123] [4567]");
        check("040 123", "040 123 4567", "[040] [123] 4567");
        check("040-1234567", "(040) 123-4567", "([040]) [123]-[4567]");
        check("0401234567", "045 123 4567", "045 123 4567");
    }

    #[test]
    fn a_row_shows_scattered_letters_only_where_no_cell_has_the_word() {
        let query = parse("tam");
        let cells = ["Ari Tammi", "Tuusula ma"];
        let found = highlight_row(&cells, &query);
        assert_eq!(shown(cells[0], &found[0]), "Ari [Tam]mi");
        assert!(found[1].is_empty());
        let query = parse("ato");
        let cells = ["Ari", "Tammi", "Oulu"];
        let found = highlight_row(&cells, &query);
        let shown: Vec<_> = cells.iter().zip(&found).map(|(cell, found)| shown(cell, found)).collect();
        assert_eq!(shown, ["[A]ri", "[T]ammi", "[O]ulu"]);
    }

    proptest! {
        #[test]
        fn ranges_are_sorted_apart_and_on_graphemes(
            cell in "[ aätoA\u{308}\u{301}ßж0-3+-]{0,20}",
            query in "[ aäto0-3+]{0,6}",
        ) {
            let mut boundaries: Vec<usize> = cell.grapheme_indices(true).map(|(at, _)| at).collect();
            boundaries.push(cell.len());
            let mut end = None;
            for range in highlight(&cell, &parse(&query)) {
                prop_assert!(range.start < range.end);
                prop_assert!(end.is_none_or(|end| end < range.start));
                prop_assert!(boundaries.contains(&range.start) && boundaries.contains(&range.end));
                end = Some(range.end);
            }
        }
    }
}
