//! The order of each kind's list, as bytes that compare.

use jiff::civil::Date;

use super::collate::collate;
use crate::book::Book;
use crate::book::title::{id_title, title};
use crate::domain::{ActionStatus, Kind, RecordRef};
use crate::text::Texts;

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
