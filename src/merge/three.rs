//! Three versions of anything, and lists of three versions put together member by member.
//!
//! Owns which version stands where only one side changed something, and the order of lists. It knows no field.

use std::collections::{BTreeMap, BTreeSet};

/// What both sides began with, and what each has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Three<T> {
    pub(super) base: T,
    pub(super) mine: T,
    pub(super) theirs: T,
}

impl<T> Three<T> {
    pub(super) fn each(&self) -> Three<&T> {
        Three { base: &self.base, mine: &self.mine, theirs: &self.theirs }
    }

    pub(super) fn map<U>(self, mut change: impl FnMut(T) -> U) -> Three<U> {
        Three { base: change(self.base), mine: change(self.mine), theirs: change(self.theirs) }
    }
}

impl<T: Copy + PartialEq> Three<T> {
    /// The version both agree on, or the one of the only side that changed something.
    pub(super) fn unopposed(self) -> Option<T> {
        let Self { base, mine, theirs } = self;
        if mine == base { Some(theirs) } else { (theirs == base || mine == theirs).then_some(mine) }
    }
}

/// Lists whose members are known by keys, of which no list has one twice. `meet` says what becomes of a member
/// that a side has; the order comes from the side that changed it.
pub(super) fn united<K: Ord + Clone, M, N>(
    lists: Three<&[(K, M)]>,
    mut meet: impl FnMut(&K, Three<Option<&M>>) -> Option<N>,
) -> Vec<(K, N)> {
    let keys = lists.map(|list| list.iter().map(|(key, _)| key).collect::<Vec<_>>());
    let members = lists.map(|list| list.iter().map(|(key, member)| (key, member)).collect::<BTreeMap<_, _>>());
    let all: BTreeSet<&K> = keys.mine.iter().chain(&keys.theirs).copied().collect();
    let mut staying: BTreeMap<&K, N> = BTreeMap::new();
    for key in all {
        let versions = Three {
            base: members.base.get(key).copied(),
            mine: members.mine.get(key).copied(),
            theirs: members.theirs.get(key).copied(),
        };
        if let Some(member) = meet(key, versions) {
            staying.insert(key, member);
        }
    }
    let in_order = order(&keys.map(|mut keys| {
        keys.retain(|key| staying.contains_key(key));
        keys
    }));
    in_order.into_iter().filter_map(|key| Some((key.clone(), staying.remove(key)?))).collect()
}

/// One order for the keys of both sides. What only one side has follows what it followed there.
fn order<'k, K: Ord>(keys: &Three<Vec<&'k K>>) -> Vec<&'k K> {
    let sets = keys.each().map(|keys| keys.iter().copied().collect::<BTreeSet<&K>>());
    let shared = |key: &&K| sets.mine.contains(key) && sets.theirs.contains(key);
    let common = keys.each().map(|keys| keys.iter().copied().filter(shared).collect::<Vec<_>>());
    let moved = |side: &[&K]| !side.iter().filter(|key| sets.base.contains(**key)).eq(&common.base);
    let led_by_mine = match (moved(&common.mine), moved(&common.theirs)) {
        (true, false) => true,
        (false, true) => false,
        // Neither order is better than the other; which one is chosen must not depend on whose it is.
        _ => common.mine <= common.theirs,
    };
    let lead = if led_by_mine { &common.mine } else { &common.theirs };
    let (mine, theirs) = (runs(&keys.mine, shared), runs(&keys.theirs, shared));
    let mut ordered = Vec::with_capacity(keys.mine.len() + keys.theirs.len());
    for anchor in std::iter::once(None).chain(lead.iter().copied().map(Some)) {
        ordered.extend(anchor);
        let one = mine.get(&anchor).map_or(&[][..], Vec::as_slice);
        let other = theirs.get(&anchor).map_or(&[][..], Vec::as_slice);
        let (first, second) = if one <= other { (one, other) } else { (other, one) };
        ordered.extend(first.iter().chain(second));
    }
    ordered
}

/// The keys only this side has, by the shared key they follow.
fn runs<'k, K: Ord>(keys: &[&'k K], shared: impl Fn(&&K) -> bool) -> BTreeMap<Option<&'k K>, Vec<&'k K>> {
    let mut runs: BTreeMap<Option<&K>, Vec<&K>> = BTreeMap::new();
    let mut anchor = None;
    for key in keys.iter().copied() {
        if shared(&key) {
            anchor = Some(key);
        } else {
            runs.entry(anchor).or_default().push(key);
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters in their lists; those in capitals are the same ones, changed.
    fn check(base: &str, mine: &str, theirs: &str, wanted: &str) {
        let list = |letters: &str| -> Vec<(char, char)> {
            letters.chars().map(|letter| (letter.to_ascii_lowercase(), letter)).collect()
        };
        for (mine, theirs) in [(mine, theirs), (theirs, mine)] {
            let (base, mine, theirs) = (list(base), list(mine), list(theirs));
            let united = united(Three { base: &base, mine: &mine, theirs: &theirs }, |_, three| {
                three.unopposed().unwrap_or(three.mine.max(three.theirs)).copied()
            });
            assert_eq!(united.into_iter().map(|(_, letter)| letter).collect::<String>(), wanted);
        }
    }

    #[test]
    fn members_come_and_go_and_the_order_is_that_of_whoever_changed_it() {
        check("abcd", "abcd", "dcba", "dcba");
        check("abcd", "abcxd", "ydcba", "ydcxba");
        check("abcd", "abd", "abcdx", "abdx");
        check("abcd", "abcdyz", "abcdx", "abcdxyz");
        check("abc", "acb", "cab", "acb");
        check("abc", "bc", "ab", "b");
        check("abc", "aBc", "cba", "cBa");
        check("", "ab", "ba", "ab");
        check("ab", "", "ab", "");
    }
}
