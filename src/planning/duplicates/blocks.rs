//! Which records are worth comparing: those that share a key.
//!
//! Owns that no comparison grows with the square of the book. Keys are kept as hashes: two that meet by chance are
//! compared once in vain.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Records by key; a record may have many.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    keyed: Vec<(u64, u32)>,
}

impl Blocks {
    /// Gives a record a key.
    pub(super) fn put(&mut self, key: impl Hash, number: u32) {
        self.put_hash(hash_of(key), number);
    }

    /// Gives a record the key that is known by this.
    pub(super) fn put_hash(&mut self, hash: u64, number: u32) {
        self.keyed.push((hash, number));
    }

    /// Shows each key that at least two records have, as its hash, and its records, each once.
    pub(super) fn each(mut self, mut see: impl FnMut(u64, &[u32])) {
        self.keyed.sort_unstable();
        self.keyed.dedup();
        let mut numbers = Vec::new();
        for block in self.keyed.chunk_by(|one, other| one.0 == other.0) {
            if let [(hash, _), _, ..] = block {
                numbers.clear();
                numbers.extend(block.iter().map(|(_, number)| *number));
                see(*hash, &numbers);
            }
        }
    }
}

/// What a key is known by.
pub(super) fn hash_of(key: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// Pairs of numbers, each once.
#[derive(Debug)]
pub(super) struct Candidates<'w> {
    /// The records of which at least one must be in a pair; nothing where all may be.
    wanted: Option<&'w [bool]>,
    pairs: Vec<(u32, u32)>,
}

impl<'w> Candidates<'w> {
    pub(super) fn new(wanted: Option<&'w [bool]>) -> Self {
        Self { wanted, pairs: Vec::new() }
    }

    /// Adds the pairs of a block that `look` lets pass.
    pub(super) fn take(&mut self, block: &[u32], look: impl Fn(u32, u32) -> bool) {
        let wanted = |number: u32| self.wanted.is_none_or(|wanted| wanted.get(number as usize) == Some(&true));
        if !block.iter().any(|number| wanted(*number)) {
            return;
        }
        for (at, one) in block.iter().enumerate() {
            for other in block.iter().skip(at + 1) {
                if (wanted(*one) || wanted(*other)) && look(*one, *other) {
                    self.pairs.push((*one, *other));
                }
            }
        }
    }

    /// The pairs, each once and in order.
    pub(super) fn pairs(mut self) -> Vec<(u32, u32)> {
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_meet_by_key_and_pairs_stand_once() {
        let mut blocks = Blocks::default();
        for (number, key) in ["a", "b", "a", "b", "b", "a"].iter().zip(0..).map(|(key, number)| (number, key)) {
            blocks.put(key, number);
        }
        blocks.put("a", 0);
        blocks.put("alone", 1);
        let mut seen = Vec::new();
        blocks.each(|_, block| seen.push(block.to_vec()));
        seen.sort();
        assert_eq!(seen, [vec![0, 2, 5], vec![1, 3, 4]]);
        let mut candidates = Candidates::new(Some(&[true, false, false]));
        candidates.take(&[0, 1, 2], |_, _| true);
        candidates.take(&[0, 2], |_, _| true);
        assert_eq!(candidates.pairs(), [(0, 1), (0, 2)]);
    }
}
