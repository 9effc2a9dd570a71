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

/// The records somebody names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The records, best first.
    pub places: Vec<Place>,
    /// What tells that they are meant.
    pub by: By,
}

/// What tells that a record is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The words are its name, or whole words of it.
    Name,
    /// Its name holds them.
    Part,
    /// Something that is said of it holds the words.
    Content,
    /// Only the letters are there, in order. Good for looking, not for writing.
    Guess,
}

impl Finder {
    /// The records of these kinds that the words name: those whose whole name they are, else those whose name has
    /// them as whole words, else those whose name holds them, else all that they find.
    pub fn named(&self, book: &Book, words: &str, kinds: &[Kind], (usage, today): (&Usage, Date)) -> Named {
        let found = self.search(book, &mut Narrowing::default(), words, kinds, (usage, today));
        let by = if found.in_one_piece > 0 { By::Content } else { By::Guess };
        let found = found.surest();
        let other = || Named { places: found.to_vec(), by };
        let Some(texts) = self.own_texts() else { return other() };
        let called = found.iter().filter_map(|place| Some((*place, book.at(*place)?)));
        // A note has words but no name.
        let called = called.filter(|(_, record)| record.kind() != Kind::Note);
        let each = |(place, record)| names_of(book, record, texts).into_iter().map(move |name| (place, name));
        let names: Vec<(Place, Safe)> = called.flat_map(each).collect();
        let mut index = Index::new();
        for (_, name) in &names {
            index.push(name.as_str());
        }
        let hits = index.search(&mut Narrowing::default(), &self.query(words), |_| true, |_| 0, SCORED);
        let own = hits.rows.iter().filter(|hit| hit.class <= Class::Inside);
        let own: Vec<(Place, String)> = own
            .filter_map(|hit| names.get(hit.row as usize))
            .map(|(place, name)| (*place, Folded::of(name.as_str()).text))
            .collect();
        let wanted = Folded::of(words).text;
        let has_words = |name: &str| words_of(&wanted).all(|word| words_of(name).any(|own| own == word));
        let that = |fits: &dyn Fn(&str) -> bool| distinct(own.iter().filter(|(_, name)| fits(name)).map(|own| own.0));
        let called =
            [(that(&|name| name == wanted), By::Name), (that(&has_words), By::Name), (that(&|_| true), By::Part)];
        let called = called.into_iter().find(|(places, _)| !places.is_empty());
        called.map_or_else(other, |(places, by)| Named { places, by })
    }
}

/// What a record is called, in every language it has a name in.
fn names_of(book: &Book, record: RecordRef<'_>, texts: &Texts) -> Vec<Safe> {
    match record {
        RecordRef::Municipality(it) => it.name.given().map(|name| Safe::line(name)).collect(),
        RecordRef::Organisation(it) => it.name.given().map(|name| Safe::line(name)).collect(),
        RecordRef::Theme(it) => it.name.given().map(|name| Safe::line(name)).collect(),
        RecordRef::Practice(it) => it.title.given().map(|name| Safe::line(name)).collect(),
        _ => vec![title(book, record, texts)],
    }
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn distinct(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut seen = HashSet::new();
    places.filter(|place| seen.insert(*place)).collect()
}
