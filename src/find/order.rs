//! The order of each kind's list, as bytes that compare.

use std::ops::Range;

use jiff::civil::Date;

use super::collate::collate;
use super::halves::in_halves;
use crate::book::title::{id_title, title};
use crate::book::{Book, Place};
use crate::domain::{ActionStatus, Kind, RecordRef};
use crate::text::Texts;

/// From this many records on a second thread saves more than it costs to start.
const HALVING: usize = 1_000;

/// Bytes of a key, rather more than most have.
const USUAL_KEY: usize = 64;

/// The places of a kind's records in the order of its list.
pub(super) fn sorted(book: &Book, kind: Kind, texts: &Texts) -> Vec<Place> {
    let places = book.places(kind);
    let (first, second) = in_halves(places.len(), HALVING, |part| {
        let part = places.get(part).unwrap_or_default();
        let mut keyed =
            Keyed { keys: Vec::with_capacity(part.len() * USUAL_KEY), places: Vec::with_capacity(part.len()) };
        for place in part {
            keyed.push(book, *place, texts);
        }
        keyed.sort();
        keyed
    });
    first.merged(&second)
}

/// Places with their keys. The keys lie in one piece of memory: there are very many, and for a moment only.
#[derive(Default)]
struct Keyed {
    keys: Vec<u8>,
    places: Vec<(Range<usize>, Place)>,
}

impl Keyed {
    fn push(&mut self, book: &Book, place: Place, texts: &Texts) {
        let Some(record) = book.at(place) else { return };
        let start = self.keys.len();
        self.keys.extend(sort_key(book, record, texts));
        self.places.push((start..self.keys.len(), place));
    }

    fn sort(&mut self) {
        let keys = &self.keys;
        self.places.sort_unstable_by(|(one, first), (other, second)| {
            keys.get(one.clone()).cmp(&keys.get(other.clone())).then(first.cmp(second))
        });
    }

    fn merged(&self, other: &Self) -> Vec<Place> {
        let mut merged = Vec::with_capacity(self.places.len() + other.places.len());
        let mut others = other.places.iter().peekable();
        for (range, place) in &self.places {
            let own = (self.keys.get(range.clone()), *place);
            while let Some((_, place)) = others.next_if(|(range, place)| (other.keys.get(range.clone()), *place) < own)
            {
                merged.push(*place);
            }
            merged.push(*place);
        }
        merged.extend(others.map(|(_, place)| *place));
        merged
    }
}

/// The bytes by which a record stands among its kind: people by family name, what has a day by it, the rest by
/// name in Finnish order.
pub(super) fn sort_key(book: &Book, record: RecordRef<'_>, texts: &Texts) -> Vec<u8> {
    match record {
        RecordRef::Person(person) => joined(&[&collate(&person.family), &collate(&person.given)]),
        RecordRef::Session(session) => joined(&[&day(session.date, Order::OldFirst), &named(book, record, texts)]),
        RecordRef::Season(season) => joined(&[&day(season.starts, Order::NewFirst), &collate(&season.name)]),
        RecordRef::Note(note) => joined(&[&day(note.at, Order::NewFirst), note.id.as_str().as_bytes()]),
        RecordRef::Feedback(feedback) => {
            joined(&[&day(feedback.given_on, Order::NewFirst), feedback.id.as_str().as_bytes()])
        }
        RecordRef::Action(action) => {
            let over = u8::from(!matches!(action.status, None | Some(ActionStatus::Open)));
            joined(&[&[over], &day(action.due, Order::OldFirst), &collate(&action.what)])
        }
        RecordRef::Coaching(coaching) => {
            let season = coaching.season.as_ref().and_then(|id| book.get::<crate::domain::Season>(id));
            let municipality = coaching.municipality.as_ref();
            let name = municipality.map(|id| id_title(book, Kind::Municipality, id, texts)).unwrap_or_default();
            let status = coaching.status.map_or(u8::MAX, |status| status as u8);
            joined(&[
                &day(season.and_then(|season| season.starts), Order::NewFirst),
                &[status],
                &collate(name.as_str()),
            ])
        }
        _ => named(book, record, texts),
    }
}

#[derive(Clone, Copy)]
enum Order {
    OldFirst,
    NewFirst,
}

fn named(book: &Book, record: RecordRef<'_>, texts: &Texts) -> Vec<u8> {
    collate(title(book, record, texts).as_str())
}

/// A day as bytes; without one it comes last.
fn day(day: Option<Date>, order: Order) -> Vec<u8> {
    let Some(day) = day else { return vec![u8::MAX; 4] };
    let number = (i32::from(day.year()) + 10_000) * 10_000 + i32::from(day.month()) * 100 + i32::from(day.day());
    let number = match order {
        Order::OldFirst => number,
        Order::NewFirst => 300_000_000 - number,
    };
    number.to_be_bytes().to_vec()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.join(&0)
}
