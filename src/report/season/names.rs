//! Whether somebody is named in words that people wrote.

use std::collections::HashSet;

use crate::book::Book;
use crate::domain::Person;

/// The shortest family name that is looked for: shorter ones begin too many other words.
const SHORTEST: usize = 4;

/// Whether words in which somebody is named may be told.
pub(super) enum Names {
    /// They may.
    Told,
    /// They may not; the family names of the book, in small letters.
    Hidden(HashSet<String>),
}

impl Names {
    /// They are left out.
    pub(super) fn hidden(book: &Book) -> Self {
        let names = book.all::<Person>().map(|person| person.family.to_lowercase());
        Self::Hidden(names.flat_map(|name| parts(&name)).collect())
    }

    /// Whether these words may be told. A family name counts with whatever ending it has.
    pub(super) fn allow(&self, words: &str) -> bool {
        let Self::Hidden(names) = self else { return true };
        !words.split(|c: char| !c.is_alphanumeric()).any(|word| {
            let word = word.to_lowercase();
            let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
            let mut beginnings = ends.filter_map(|end| word.get(..end));
            word.chars().count() >= SHORTEST && beginnings.any(|beginning| names.contains(beginning))
        })
    }

    /// Whether names are told.
    pub(super) fn are_told(&self) -> bool {
        matches!(self, Self::Told)
    }
}

/// The names a double name is made of.
fn parts(name: &str) -> Vec<String> {
    let long = |part: &&str| part.chars().count() >= SHORTEST;
    name.split(|c: char| !c.is_alphanumeric()).filter(long).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Source, load};

    #[test]
    fn words_that_name_somebody_are_known_whatever_the_ending() {
        let names = Names::hidden(&load(&Source::Example).book);
        for words in ["Kiitos, Ari Tammi!", "Ahokkaan ja AHOKASTA", "Hulsi-Heathfieldin mielestä", "rahjalle"] {
            assert!(!names.allow(words), "{words}");
        }
        for words in ["Hyvä tilaisuus, kiitos.", "", "tam", "Vat"] {
            assert!(names.allow(words), "{words}");
        }
        assert!(Names::Told.allow("Ari Tammi"));
    }
}
