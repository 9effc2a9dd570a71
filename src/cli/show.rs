//! `show ID|WORDS`: one record, whole.

use std::collections::HashSet;

use super::find::{found, print_json, row};
use super::output::Output;
use super::{Code, Desk};
use crate::cards::card;
use crate::domain::{Id, Kind, Link, RecordRef};
use crate::find::fold::Folded;
use crate::find::index::{Index, Narrowing, SCORED};
use crate::find::matching::Class;
use crate::text::Safe;

pub(super) fn show(desk: &Desk<'_>, words: &str, output: &mut Output) -> Code {
    let records = asked_for(desk, words);
    match records.as_slice() {
        [] => {
            output.say(&desk.texts.tell("error-nothing-found", &[("words", Safe::line(words).into())]));
            Code::Nothing
        }
        [record] => {
            if desk.json {
                print_json(desk, "show", &records, output);
            } else {
                output.line(&card(desk.showing(), *record).plain());
            }
            Code::Ok
        }
        many => {
            let places = [("words", Safe::line(words).into()), ("count", many.len().into())];
            output.say(&desk.texts.tell("error-ambiguous", &places));
            output.rows(&many.iter().map(|record| row(desk, *record)).collect::<Vec<_>>());
            Code::Ambiguous
        }
    }
}

/// The record with this id, else those the words find: by their own names alone if any has such a name.
fn asked_for<'a>(desk: &'a Desk<'_>, words: &str) -> Vec<RecordRef<'a>> {
    let book = &desk.loaded.book;
    if let Some(record) = Link::parse(words).ok().and_then(|link| book.record(&link)) {
        return vec![record];
    }
    let with_id =
        |id: &Id| Kind::ALL.into_iter().filter_map(|kind| book.record(&Link::new(kind, id.clone()))).collect();
    let by_id: Vec<RecordRef<'a>> = Id::parse(words).as_ref().map(with_id).unwrap_or_default();
    if !by_id.is_empty() {
        return by_id;
    }
    let records = found(desk, words, &Kind::ALL);
    let mut names = Index::new();
    // A note has words but no name.
    let called = records.iter().filter(|record| record.kind() != Kind::Note);
    let rows: Vec<(RecordRef<'a>, Safe)> =
        called.flat_map(|record| names_of(desk, *record).into_iter().map(|name| (*record, name))).collect();
    for (_, name) in &rows {
        names.push(name.as_str());
    }
    let query = desk.finder.query(words);
    let hits = names.search(&mut Narrowing::default(), &query, |_| true, |_| 0, SCORED);
    let own = hits.rows.iter().filter(|hit| hit.class <= Class::Inside).filter_map(|hit| rows.get(hit.row as usize));
    let wanted = Folded::of(words).text;
    let exact = own.clone().filter(|(_, name)| Folded::of(name.as_str()).text == wanted);
    let (own, exact) = (distinct(own.map(|(record, _)| *record)), distinct(exact.map(|(record, _)| *record)));
    [exact, own].into_iter().find(|found| !found.is_empty()).unwrap_or(records)
}

/// What a record is called, in every language it has a name in.
fn names_of(desk: &Desk<'_>, record: RecordRef<'_>) -> Vec<Safe> {
    match record {
        RecordRef::Municipality(it) => it.name.given().map(|name| Safe::line(name)).collect(),
        _ => vec![desk.showing().title(record)],
    }
}

fn distinct<'a>(records: impl Iterator<Item = RecordRef<'a>>) -> Vec<RecordRef<'a>> {
    let mut seen = HashSet::new();
    records.filter(|record| seen.insert(record.link())).collect()
}
