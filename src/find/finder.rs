//! Records as rows of the index: what of a record is searched, what narrows it, and in which order lists are.
//!
//! The index knows text only; this file turns a record into its text (own fields and what people know it by),
//! its facets (what scopes like `role:tutor` ask for) and its place in the lists.

use std::collections::{BTreeSet, HashMap};
use std::num::NonZeroU32;
use std::panic::resume_unwind;
use std::thread;

use jiff::civil::Date;

use super::haystack::Haystacks;
use super::index::{Index, Narrowing, SCORED};
use super::inflect::Places;
use super::matching::Class;
use super::order::{sort_key, sorted};
use super::query::Query;
use super::scope::{Facets, Scopes};
use super::usage::Usage;
use crate::book::{Book, Change, Place};
use crate::domain::{Kind, Link, Municipality, Piece, RecordRef};
use crate::text::{Texts, Tongue};

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
#[derive(Debug, Default)]
pub struct Finder {
    index: Index,
    rows: Vec<Place>,
    row_of: RowOf,
    facets: Facets,
    scopes: Scopes,
    places: Places,
    order: HashMap<Kind, Vec<Place>>,
    /// In all languages, for scopes; all texts only in the language shown. Nothing in a search without a book.
    texts: Vec<Texts>,
    shown: usize,
}

/// Struck rows are cleared away when they are more than this and more than a quarter.
const STRUCK_MOST: usize = 1_000;

/// From this many new rows on a second thread saves more than it costs to start.
const BESIDE: usize = 1_000;

impl Finder {
    /// The search over this book, for people who read this language.
    pub fn new(book: &Book, tongue: Tongue) -> Self {
        // Of the other languages only what scopes and their values are called in them is needed.
        let in_tongue = |other| {
            if other == tongue { Texts::new(other) } else { Texts::only(other, &["scope-", "kind-", "choice-"]) }
        };
        let texts = Tongue::ALL.map(in_tongue);
        let mut finder = Self {
            scopes: Scopes::new(&texts),
            places: places_of(book),
            shown: Tongue::ALL.iter().position(|other| *other == tongue).unwrap_or(0),
            texts: texts.into(),
            ..Self::default()
        };
        finder.fill(book);
        finder
    }

    /// The records of a kind, in the order of its lists.
    pub fn in_order(&self, kind: Kind) -> &[Place] {
        self.order.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The texts of all languages: of the one shown all, of the others what choices are called in them. None in a
    /// search without a book.
    pub fn languages(&self) -> &[Texts] {
        &self.texts
    }

    /// The texts of the language shown.
    pub(super) fn own_texts(&self) -> Option<&Texts> {
        self.texts.get(self.shown)
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
        let weights = self.weights(book, usage, today);
        let tie = |row: u32| {
            let at = weights.binary_search_by_key(&row, |(row, _)| *row).ok();
            at.and_then(|at| weights.get(at)).map_or(0, |(_, weight)| *weight)
        };
        let hits = self.index.search(narrowing, &query, keep, tie, SCORED);
        let in_one_piece = hits.rows.iter().take_while(|hit| hit.class <= Class::Inside).count();
        let best: Vec<u32> = hits.rows.iter().map(|hit| hit.row).collect();
        let mut ranked = best.clone();
        ranked.sort_unstable();
        let mut ranked = ranked.into_iter().peekable();
        // Both are in ascending order: one walk along the two leaves the ranked out.
        let rest = hits.all.into_iter().filter(|row| ranked.next_if_eq(row).is_none());
        let places = best.into_iter().chain(rest).filter_map(place).collect();
        Found { places, at_least: hits.at_least, in_one_piece }
    }

    /// The rows of records that were used, with how much, by row. Few, where a book has many rows.
    fn weights(&self, book: &Book, usage: &Usage, today: Date) -> Vec<(u32, u64)> {
        let row = |link: &Link| self.row_of.get(book.place(link)?);
        let mut weights: Vec<(u32, u64)> =
            usage.weights(today).filter_map(|(link, weight)| Some((row(link)?, u64::from(weight)))).collect();
        weights.sort_unstable();
        weights
    }

    /// What Tab would make of the typed line: a scope's name or value completed.
    pub fn completed(&self, typed: &str) -> Option<String> {
        self.scopes.completed(typed, &self.facets, self.shown)
    }

    /// Takes in a change of the record that stands or stood at this place, and with it those whose text names
    /// it or says what it says of them.
    pub fn follow(&mut self, book: &Book, change: &Change, place: Place) {
        let Some(link) = &change.link() else { return };
        let mut changed = naming(book, link);
        changed.insert(place);
        for record in [&change.before, &change.after].into_iter().flatten() {
            changed.extend(said_of(book, record.as_ref()));
        }
        if place.kind == Kind::Municipality {
            self.places = places_of(book);
        }
        self.facets.rename(book, link, &self.texts);
        for place in &changed {
            if let Some(row) = self.row_of.take(*place) {
                self.index.strike(row);
            }
        }
        let places: Vec<Place> = changed.iter().copied().collect();
        self.add(book, &places);
        self.reorder(book, &changed);
        let struck = self.rows.len() - self.row_of.count;
        if struck > STRUCK_MOST && struck > self.rows.len() / 4 {
            self.fill(book);
        }
    }

    fn fill(&mut self, book: &Book) {
        self.index = Index::new();
        self.rows.clear();
        self.row_of = RowOf::default();
        self.facets.clear_rows();
        let Some(texts) = self.texts.get(self.shown) else { return };
        self.order = Kind::ALL.into_iter().map(|kind| (kind, sorted(book, kind, texts))).collect();
        let places: Vec<Place> = Kind::ALL.iter().flat_map(|kind| self.in_order(*kind)).copied().collect();
        self.add(book, &places);
    }

    /// Adds rows for these records: their text here, their facets beside it where they are many.
    #[expect(clippy::disallowed_methods, reason = "a second thread computes, and is over when this returns")]
    fn add(&mut self, book: &Book, places: &[Place]) {
        let Self { index, rows, row_of, facets, texts, shown, .. } = self;
        let (texts, Some(own)) = (texts.as_slice(), texts.get(*shown)) else { return };
        let records = || places.iter().filter_map(|place| Some((*place, book.at(*place)?)));
        let mut push_facets = || {
            facets.reserve(places.len());
            records().for_each(|(_, record)| facets.push(book, record, texts));
        };
        let mut push_texts = || {
            let mut haystacks = Haystacks::default();
            index.reserve(places.len());
            rows.reserve(places.len());
            for (place, record) in records() {
                let row = index.push(haystacks.of(book, record, own));
                rows.push(place);
                row_of.put(place, row);
            }
        };
        if places.len() < BESIDE {
            push_texts();
            return push_facets();
        }
        let beside = thread::scope(|scope| {
            let beside = thread::Builder::new().spawn_scoped(scope, &mut push_facets);
            push_texts();
            beside.map(thread::ScopedJoinHandle::join)
        });
        match beside {
            Ok(Ok(())) => {}
            Ok(Err(panic)) => resume_unwind(panic),
            // No thread was to be had.
            Err(_) => push_facets(),
        }
    }

    /// Puts the records where they belong in their lists.
    fn reorder(&mut self, book: &Book, changed: &BTreeSet<Place>) {
        let Some(texts) = self.texts.get(self.shown) else { return };
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
}

fn places_of(book: &Book) -> Places {
    Places::new(book.all::<Municipality>().map(|municipality| municipality.name.fi.as_str()))
}

/// The row of each place, kind by kind.
#[derive(Debug, Default)]
struct RowOf {
    kinds: HashMap<Kind, Vec<Option<NonZeroU32>>>,
    /// How many places have a row.
    count: usize,
}

impl RowOf {
    fn get(&self, place: Place) -> Option<u32> {
        let after = self.kinds.get(&place.kind)?.get(place.slot()).copied().flatten()?;
        Some(after.get() - 1)
    }

    fn put(&mut self, place: Place, row: u32) {
        let rows = self.kinds.entry(place.kind).or_default();
        if rows.len() <= place.slot() {
            rows.resize(place.slot() + 1, None);
        }
        if let Some(of_place) = rows.get_mut(place.slot()) {
            // One more than the row, so that nothing takes no room.
            let before = of_place.replace(NonZeroU32::MIN.saturating_add(row));
            self.count += usize::from(before.is_none());
        }
    }

    fn take(&mut self, place: Place) -> Option<u32> {
        let row = self.get(place)?;
        *self.kinds.get_mut(&place.kind)?.get_mut(place.slot())? = None;
        self.count -= 1;
        Some(row)
    }
}

/// The municipalities of which a coaching or a season says something that lists show.
fn said_of(book: &Book, record: RecordRef<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    if let RecordRef::Coaching(_) | RecordRef::Season(_) = record {
        record.look(&mut |_, piece| {
            if let Piece::Ref(Kind::Municipality, id) = piece {
                found.extend(book.place(&Link::new(Kind::Municipality, id.clone())));
            }
        });
    }
    found
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
                links.extend(book.at(*place).map(RecordRef::link));
            }
        }
    }
    found
}
