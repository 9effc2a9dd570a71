//! Making ids: random, local, never a name.

use super::id::{Id, Kind};

/// Crockford's digits: none is taken for another when read aloud.
const DIGITS: [u8; 32] = *b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many digits a row's id has: rows meet only within one record.
const ROW: usize = 6;

/// How many digits follow the letter of a record's id.
const RECORD: usize = 12;

/// Makes ids. The same seed makes the same ones, which tests rely on; the program takes its seed from the system.
#[derive(Clone, Debug)]
pub struct Mint {
    random: fastrand::Rng,
}

impl Mint {
    /// A mint with this seed.
    pub fn new(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed) }
    }

    /// Another mint, whose ids this one does not make.
    #[must_use]
    pub fn branch(&mut self) -> Self {
        Self { random: fastrand::Rng::with_seed(self.random.u64(..)) }
    }

    /// An id for a new row.
    pub fn row(&mut self) -> Id {
        self.word("", ROW)
    }

    /// An id for a new record; none for kinds whose key people choose.
    pub fn record(&mut self, kind: Kind) -> Option<Id> {
        Some(self.word(kind.letter()?, RECORD))
    }

    /// An id for a group of changes in the history.
    pub fn group(&mut self) -> Id {
        self.word("", RECORD)
    }

    fn word(&mut self, letter: &str, length: usize) -> Id {
        let digits =
            (0..length).filter_map(|_| DIGITS.get(self.random.usize(..DIGITS.len())).map(|digit| char::from(*digit)));
        let word: String = letter.chars().chain(digits).collect();
        // Letters and digits are an id.
        Id::parse(&word).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_tell_their_kind_and_come_again_with_the_seed() {
        let (mut one, mut other) = (Mint::new(7), Mint::new(7));
        let person = one.record(Kind::Person).unwrap();
        assert!(person.as_str().starts_with('p') && person.as_str().len() == 13, "{person}");
        assert_eq!(other.record(Kind::Person), Some(person.clone()));
        assert_ne!(one.record(Kind::Person), Some(person));
        assert_eq!(one.row().as_str().len(), 6);
        assert_eq!(one.record(Kind::Theme), None);
    }
}
