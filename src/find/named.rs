//! The records somebody names: by their own names where some are called so, else by all that is known of them.

use std::collections::HashSet;

use jiff::civil::Date;

use super::finder::{Finder, Found};
use super::fold::Folded;
use super::index::{Index, Narrowing, SCORED};
use super::matching::Class;
use super::usage::Usage;
use crate::book::title::title;
use crate::book::{Book, Place};
use crate::domain::{Kind, RecordRef};
use crate::text::{Safe, Texts};

impl Found {
    /// The records that hold the words in one piece where there are such, else all: who names something wants no
    /// guesses. Of very many only the best are told apart, and then all are given.
    pub fn surest(&self) -> &[Place] {
        let sure = (1..SCORED).contains(&self.in_one_piece).then(|| self.places.get(..self.in_one_piece)).flatten();
        sure.unwrap_or(&self.places)
    }
}

impl Finder {
    /// The records of these kinds that the words name: those whose whole name they are, else those whose name holds
    /// them, else all that they find.
    pub fn named(&self, book: &Book, words: &str, kinds: &[Kind], (usage, today): (&Usage, Date)) -> Vec<Place> {
        let found = self.search(book, &mut Narrowing::default(), words, kinds, (usage, today));
        let found = found.surest();
        let Some(texts) = self.own_texts() else { return found.to_vec() };
        let called = found.iter().filter_map(|place| Some((*place, book.at(*place)?)));
        // A note has words but no name.
        let called = called.filter(|(_, record)| record.kind() != Kind::Note);
        let names: Vec<(Place, Safe)> = called
            .flat_map(|(place, record)| names_of(book, record, texts).into_iter().map(move |name| (place, name)))
            .collect();
        let mut index = Index::new();
        for (_, name) in &names {
            index.push(name.as_str());
        }
        let hits = index.search(&mut Narrowing::default(), &self.query(words), |_| true, |_| 0, SCORED);
        let own = hits.rows.iter().filter(|hit| hit.class <= Class::Inside);
        let own: Vec<&(Place, Safe)> = own.filter_map(|hit| names.get(hit.row as usize)).collect();
        let wanted = Folded::of(words).text;
        let exact = own.iter().filter(|(_, name)| Folded::of(name.as_str()).text == wanted);
        let (exact, own) = (distinct(exact.map(|(place, _)| *place)), distinct(own.iter().map(|(place, _)| *place)));
        [exact, own].into_iter().find(|places| !places.is_empty()).unwrap_or_else(|| found.to_vec())
    }
}

/// What a record is called, in every language it has a name in.
fn names_of(book: &Book, record: RecordRef<'_>, texts: &Texts) -> Vec<Safe> {
    match record {
        RecordRef::Municipality(it) => it.name.given().map(|name| Safe::line(name)).collect(),
        _ => vec![title(book, record, texts)],
    }
}

fn distinct(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut seen = HashSet::new();
    places.filter(|place| seen.insert(*place)).collect()
}
