//! The marked letters of all rows, kept small.
//!
//! Owns where in the arena a folded letter had a mark, in three bytes a mark: positions are kept as their lower 16
//! bits, page by page, and letters as numbers of a short table. It never looks at the text itself.

use std::ops::Range;

use super::fold::Folded;

/// Bytes of the arena that share a page.
const PAGE: usize = 1 << 16;

/// Marked letters by position in the arena, which only grows.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Position within its page.
    at: Vec<u16>,
    /// Number of the letter in `letters`.
    code: Vec<u8>,
    letters: Vec<char>,
    /// Number of the first mark of each page.
    pages: Vec<u32>,
}

impl Marks {
    /// Adds a mark behind all others.
    pub(super) fn push(&mut self, position: usize, letter: char) {
        let first = u32::try_from(self.at.len()).unwrap_or(u32::MAX);
        if self.pages.len() <= position / PAGE {
            self.pages.resize(position / PAGE + 1, first);
        }
        let code = self.code_of(letter);
        self.at.push(u16::try_from(position % PAGE).unwrap_or_default());
        self.code.push(code);
    }

    /// The marks within a range of the arena: distance from its start and letter, in order.
    pub(super) fn within(&self, range: Range<usize>) -> impl Iterator<Item = (usize, char)> {
        let first = self.first_from(range.start);
        let mut page = range.start / PAGE;
        (first..self.at.len())
            .map(move |mark| {
                while self.page_start(page + 1) <= mark {
                    page += 1;
                }
                let at = self.at.get(mark).copied().map_or(0, usize::from);
                (page * PAGE + at, self.letter(mark))
            })
            .take_while(move |(position, _)| *position < range.end)
            .map(move |(position, letter)| (position - range.start, letter))
    }

    /// Number of the first mark at or behind a position.
    fn first_from(&self, position: usize) -> usize {
        let page = position / PAGE;
        let start = self.page_start(page);
        let marks = self.at.get(start..self.page_start(page + 1)).unwrap_or_default();
        start + marks.partition_point(|&at| usize::from(at) < position % PAGE)
    }

    fn page_start(&self, page: usize) -> usize {
        self.pages.get(page).map_or(self.at.len(), |&first| first as usize)
    }

    fn letter(&self, mark: usize) -> char {
        let code = self.code.get(mark).copied().map_or(0, usize::from);
        self.letters.get(code).copied().unwrap_or_default()
    }

    /// A table of 256 letters is enough for Europe; what does not fit it matches no marked letter.
    fn code_of(&mut self, letter: char) -> u8 {
        let known = self.letters.iter().position(|&known| known == letter);
        let code = known.unwrap_or_else(|| {
            self.letters.push(letter);
            self.letters.len() - 1
        });
        u8::try_from(code).unwrap_or_else(|_| {
            self.letters.truncate(usize::from(u8::MAX));
            self.letters.push('\0');
            u8::MAX
        })
    }

    /// Bytes of memory in use.
    pub(super) fn bytes(&self) -> usize {
        self.at.len() * 3 + (self.pages.len() + self.letters.len()) * 4
    }
}

/// The marked letters of one row.
#[derive(Clone, Copy)]
pub(super) enum RowMarks<'a> {
    /// Of a text just folded.
    Folded(&'a Folded),
    /// Of the text that begins at this position of the arena.
    Arena(&'a Marks, usize),
}

impl RowMarks<'_> {
    /// The marked letter at a byte of the row, if there is one.
    pub(super) fn at(self, at: usize) -> Option<char> {
        match self {
            Self::Folded(folded) => folded.mark_at(at),
            Self::Arena(marks, start) => {
                let position = start + at;
                let mut found = marks.within(position..position + 1);
                found.next().map(|(_, letter)| letter)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_across_pages() {
        let mut marks = Marks::default();
        let all = [(3, 'ä'), (PAGE - 1, 'ö'), (PAGE, 'å'), (4 * PAGE + 7, 'é'), (4 * PAGE + 8, 'ä')];
        for (at, letter) in all {
            marks.push(at, letter);
        }
        for start in [0, 3, 4, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 4 * PAGE + 8, 9 * PAGE] {
            for end in [start, start + 1, PAGE + 1, 4 * PAGE + 8, 10 * PAGE] {
                let expected: Vec<_> = all
                    .iter()
                    .filter(|(at, _)| (start..end).contains(at))
                    .map(|&(at, letter)| (at - start, letter))
                    .collect();
                let found: Vec<_> = marks.within(start..end).collect();
                assert_eq!(found, expected, "{start}..{end}");
            }
        }
    }

    #[test]
    fn too_many_letters_are_forgotten_not_confused() {
        let mut marks = Marks::default();
        let letters: Vec<char> = ('\u{1e00}'..).take(300).collect();
        for (at, &letter) in letters.iter().enumerate() {
            marks.push(at, letter);
        }
        let found: Vec<_> = marks.within(0..300).collect();
        assert_eq!(found[254], (254, letters[254]));
        assert!(found[255..].iter().all(|&(_, letter)| letter == '\0'));
    }
}
