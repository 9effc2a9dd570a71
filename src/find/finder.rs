//! Records as rows of the index: what of a record is searched, what narrows it, and in which order lists are.
//!
//! The index knows text only; this file turns a record into its text (own fields and what people know it by),
//! its facets (what scopes like `role:tutor` ask for) and its place in the lists.

use std::collections::{BTreeSet, HashMap, HashSet};

use ecow::EcoString;
use jiff::civil::Date;

use super::haystack::Haystacks;
use super::index::{Index, Narrowing, SCORED};
use super::inflect::Places;
use super::matching::Class;
use super::order::sort_key;
use super::query::Query;
use super::scope::{Facets, Scopes};
use super::usage::Usage;
use crate::book::{Book, Place};
use crate::domain::{Kind, Link, Municipality};
use crate::text::Texts;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The records, best first; all of them.
    pub places: Vec<Place>,
    /// Whether there may be more than are listed.
    pub at_least: bool,
    /// How many of the best hold every word in one piece: they come first.
    pub in_one_piece: usize,
}

/// The search over a book.
#[derive(Debug)]
pub struct Finder {
    index: Index,
    rows: Vec<Place>,
    row_of: HashMap<Place, u32>,
    facets: Facets,
    scopes: Scopes,
    places: Places,
    order: HashMap<Kind, Vec<Place>>,
    texts: [Texts; 3],
    shown: usize,
}

impl Default for Finder {
    fn default() -> Self {
        Self::new(&Book::default(), crate::text::Tongue::En)
    }
}

/// Struck rows are cleared away when they are more than this and more than a quarter.
const STRUCK_MOST: usize = 1_000;

impl Finder {
    /// The search over this book, for people who read this language.
    pub fn new(book: &Book, tongue: crate::text::Tongue) -> Self {
        let texts = crate::text::Tongue::ALL.map(Texts::new);
        let shown = crate::text::Tongue::ALL.iter().position(|other| *other == tongue).unwrap_or(0);
        let names = book.all::<Municipality>().map(|municipality| municipality.name.fi.as_str());
        let mut finder = Self {
            index: Index::new(),
            rows: Vec::new(),
            row_of: HashMap::new(),
            facets: Facets::default(),
            scopes: Scopes::new(&texts),
            places: Places::new(names),
            order: HashMap::new(),
            texts,
            shown,
        };
        finder.fill(book);
        finder
    }

    /// The records of a kind, in the order of its lists.
    pub fn in_order(&self, kind: Kind) -> &[Place] {
        self.order.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// A typed line as the search understands it.
    pub fn query(&self, typed: &str) -> Query {
        Query::parse(typed, &|name| self.scopes.is_scope(name), &self.places)
    }

    /// Finds what is typed among the records of these kinds.
    pub fn search(
        &self,
        book: &Book,
        narrowing: &mut Narrowing,
        typed: &str,
        kinds: &[Kind],
        (usage, today): (&Usage, Date),
    ) -> Found {
        let query = self.query(typed);
        if query.is_wordless() && query.scopes.is_empty() {
            let places = kinds.iter().flat_map(|kind| self.in_order(*kind)).copied().collect();
            return Found { places, ..Found::default() };
        }
        let wanted = self.scopes.wanted(&query.scopes, &self.facets);
        let place = |row: u32| self.rows.get(row as usize).copied();
        let keep =
            |row: u32| place(row).is_some_and(|place| kinds.contains(&place.kind)) && self.facets.fits(row, &wanted);
        let tie = |row: u32| {
            let link = place(row).and_then(|place| book.at(place)).map(crate::domain::RecordRef::link);
            link.map_or(0, |link| u64::from(usage.weight(&link, today)))
        };
        let hits = self.index.search(narrowing, &query, keep, tie, SCORED);
        let in_one_piece = hits.rows.iter().take_while(|hit| hit.class <= Class::Inside).count();
        let ranked: HashSet<u32> = hits.rows.iter().map(|hit| hit.row).collect();
        let rest = hits.all.iter().filter(|row| !ranked.contains(row));
        let rows = hits.rows.iter().map(|hit| &hit.row).chain(rest);
        Found { places: rows.filter_map(|row| place(*row)).collect(), at_least: hits.at_least, in_one_piece }
    }

    /// What Tab would make of the typed line: a scope's name or value completed.
    pub fn completed(&self, typed: &str) -> Option<String> {
        self.scopes.completed(typed, &self.facets, self.shown)
    }

    /// Takes in that the record this link names, which stands or stood at this place, has changed, come or
    /// gone, and with it those that name it.
    pub fn follow(&mut self, book: &Book, link: &Link, place: Place) {
        let mut changed = naming(book, link);
        changed.insert(place);
        if place.kind == Kind::Municipality {
            self.places = Places::new(book.all::<Municipality>().map(|municipality| municipality.name.fi.as_str()));
        }
        self.facets.rename(book, link, &self.texts);
        let mut haystacks = Haystacks::default();
        for place in &changed {
            if let Some(row) = self.row_of.remove(place) {
                self.index.strike(row);
            }
            self.push(book, &mut haystacks, *place);
        }
        self.reorder(book, &changed);
        let struck = self.rows.len() - self.row_of.len();
        if struck > STRUCK_MOST && struck > self.rows.len() / 4 {
            self.fill(book);
        }
    }

    fn fill(&mut self, book: &Book) {
        self.index = Index::new();
        self.rows.clear();
        self.row_of.clear();
        self.facets.clear_rows();
        let mut haystacks = Haystacks::default();
        for kind in Kind::ALL {
            let places = self.sorted(book, kind);
            for place in &places {
                self.push(book, &mut haystacks, *place);
            }
            self.order.insert(kind, places);
        }
    }

    fn sorted(&self, book: &Book, kind: Kind) -> Vec<Place> {
        let key = |place: Place| book.at(place).map(|record| sort_key(book, record, self.shown_texts()));
        let mut keyed: Vec<(Option<Vec<u8>>, Place)> =
            book.places(kind).into_iter().map(|place| (key(place), place)).collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, place)| place).collect()
    }

    fn push(&mut self, book: &Book, haystacks: &mut Haystacks, place: Place) {
        let Some(record) = book.at(place) else { return };
        let text: &EcoString = haystacks.of(book, record, self.shown_texts());
        let row = self.index.push(text);
        self.rows.push(place);
        self.row_of.insert(place, row);
        self.facets.push(book, record, &self.texts);
    }

    /// Puts the records where they belong in their lists.
    fn reorder(&mut self, book: &Book, changed: &BTreeSet<Place>) {
        let texts = self.texts.get(self.shown).unwrap_or(&self.texts[0]);
        // All are taken out first: a place is looked for among records that stand where they belong.
        let kinds: BTreeSet<Kind> = changed.iter().map(|place| place.kind).collect();
        for kind in &kinds {
            if let Some(order) = self.order.get_mut(kind) {
                order.retain(|other| !changed.contains(other));
            }
        }
        for place in changed {
            let (Some(record), Some(order)) = (book.at(*place), self.order.get_mut(&place.kind)) else { continue };
            let key = sort_key(book, record, texts);
            let at =
                order.partition_point(|other| book.at(*other).is_some_and(|other| sort_key(book, other, texts) <= key));
            order.insert(at, *place);
        }
    }

    fn shown_texts(&self) -> &Texts {
        let [fi, sv, en] = &self.texts;
        match self.shown {
            0 => fi,
            1 => sv,
            _ => en,
        }
    }
}

/// The records whose text or order names this one: those that refer to it, and those that refer to a record
/// which is itself called by it, as a coaching is by its municipality.
fn naming(book: &Book, link: &Link) -> BTreeSet<Place> {
    let is_in_names = |kind: Kind| matches!(kind, Kind::Municipality | Kind::Season | Kind::Coaching | Kind::Session);
    let mut found: BTreeSet<Place> = BTreeSet::new();
    let mut links = vec![link.clone()];
    while let Some(link) = links.pop() {
        for place in book.referring(&link) {
            if found.insert(*place) && is_in_names(link.kind) && is_in_names(place.kind) {
                links.extend(book.at(*place).map(crate::domain::RecordRef::link));
            }
        }
    }
    found
}
