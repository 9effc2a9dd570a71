//! Whole names taken apart: which of the words are given names, whatever order a table writes them in.

use std::collections::HashSet;

use crate::find::fold::Folded;

/// Common given names in Finland, Finnish and Swedish ones. Evidence for the order of names, nothing more.
const GIVEN: &str = include_str!("../../data/given-names.txt");

/// Words that begin a family name.
const PARTICLES: [&str; 8] = ["af", "av", "de", "del", "la", "van", "von", "zu"];

/// The order in which a table writes names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Aino Tammela.
    GivenFirst,
    /// Tammela Aino.
    FamilyFirst,
}

/// Knows given names when it sees them.
#[derive(Debug)]
pub(super) struct GivenNames(HashSet<&'static str>);

impl GivenNames {
    pub(super) fn new() -> Self {
        let words = GIVEN.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        Self(words.collect())
    }

    pub(super) fn knows(&self, word: &str) -> bool {
        let folded = Folded::of(word).text;
        folded.split('-').next().is_some_and(|first| self.0.contains(first))
    }

    /// Which order one name with its address speaks for; `None` where it says nothing.
    fn order_of(&self, name: &str, email: &str) -> Option<Order> {
        let words: Vec<String> = name.split_whitespace().map(|word| Folded::of(word).text).collect();
        let (first, last) = (words.first()?, words.last().filter(|_| words.len() > 1)?);
        let local = Folded::of(email.split('@').next().unwrap_or_default()).text;
        let parts: Vec<&str> = local.split(['.', '_']).filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [one, .., other] if one == first && other == last => return Some(Order::GivenFirst),
            [one, .., other] if one == last && other == first => return Some(Order::FamilyFirst),
            _ => {}
        }
        match (self.knows(first), self.knows(last)) {
            (true, false) => Some(Order::GivenFirst),
            (false, true) => Some(Order::FamilyFirst),
            _ => None,
        }
    }

    /// The order most of these names speak for; given names first where none says anything.
    pub(super) fn order<'a>(&self, names: impl Iterator<Item = (&'a str, &'a str)>) -> Order {
        let (mut given, mut family) = (0, 0);
        for (name, email) in names {
            match self.order_of(name, email) {
                Some(Order::GivenFirst) => given += 1,
                Some(Order::FamilyFirst) => family += 1,
                None => {}
            }
        }
        if family > given { Order::FamilyFirst } else { Order::GivenFirst }
    }
}

/// Given and family name. A comma settles the order, whatever the table's is.
pub(super) fn split(name: &str, order: Order) -> (String, String) {
    if let Some((family, given)) = name.split_once(',') {
        return (joined(given), joined(family));
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_particle = |word: &&str| PARTICLES.contains(&Folded::of(word).text.as_str());
    let cut = match order {
        Order::GivenFirst => {
            let particle = words.iter().skip(1).position(is_particle).map(|at| at + 1);
            particle.unwrap_or(words.len().saturating_sub(1))
        }
        Order::FamilyFirst => words.iter().take_while(|word| is_particle(word)).count() + 1,
    };
    let (first, rest) = words.split_at_checked(cut).unwrap_or((&words, &[]));
    match order {
        Order::GivenFirst => (first.join(" "), rest.join(" ")),
        Order::FamilyFirst => (rest.join(" "), first.join(" ")),
    }
}

/// A name without what stands in brackets, and that: "(sij.)" is no family name.
pub(super) fn without_brackets(name: &str) -> (String, String) {
    match (name.find('('), name.rfind(')')) {
        (Some(opens), Some(closes)) if opens < closes => {
            let part = |range: std::ops::Range<usize>| name.get(range).unwrap_or_default().trim().to_owned();
            (joined(&format!("{} {}", part(0..opens), part(closes + 1..name.len()))), part(opens + 1..closes))
        }
        _ => (name.to_owned(), String::new()),
    }
}

fn joined(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart_in_either_order() {
        for (name, order, given, family) in [
            ("Aino Tammela", Order::GivenFirst, "Aino", "Tammela"),
            ("Tammela Aino", Order::FamilyFirst, "Aino", "Tammela"),
            ("Tammela, Aino Maria", Order::GivenFirst, "Aino Maria", "Tammela"),
            ("Maija Liisa von Hellens", Order::GivenFirst, "Maija Liisa", "von Hellens"),
            ("von Hellens Maija Liisa", Order::FamilyFirst, "Maija Liisa", "von Hellens"),
            ("Anna-Maija  Kuusela-Mäki", Order::GivenFirst, "Anna-Maija", "Kuusela-Mäki"),
            ("Tammela", Order::GivenFirst, "", "Tammela"),
            ("Tammela", Order::FamilyFirst, "", "Tammela"),
            ("", Order::GivenFirst, "", ""),
        ] {
            assert_eq!(split(name, order), (given.to_owned(), family.to_owned()), "{name}");
        }
    }

    #[test]
    fn names_and_addresses_tell_the_order() {
        let known = GivenNames::new();
        let order = |names: &[(&str, &str)]| known.order(names.iter().copied());
        assert_eq!(order(&[("Tammela Aino", ""), ("Kuusisto Björn", "")]), Order::FamilyFirst);
        assert_eq!(order(&[("Aino Tammela", ""), ("Xqz Kuusisto", "")]), Order::GivenFirst);
        assert_eq!(order(&[("Xqz Wvu", "wvu.xqz@kunta.example")]), Order::FamilyFirst);
        // Both are given names; the address knows.
        assert_eq!(order(&[("Matti Kalle", "kalle.matti@kunta.example")]), Order::FamilyFirst);
        assert_eq!(order(&[]), Order::GivenFirst);
    }
}
