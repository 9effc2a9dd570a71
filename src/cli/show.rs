//! `show ID|WORDS`: one record, whole.

use super::find::{print_json, row};
use super::output::Output;
use super::{Code, Desk};
use crate::cards::card;
use crate::domain::{Id, Kind, Link, RecordRef};
use crate::find::named::By;
use crate::text::Safe;

pub(super) fn show(desk: &Desk<'_>, words: &str, output: &mut Output) -> Code {
    let record = match shown_one_of(desk, &Kind::ALL, words, output) {
        Ok(record) => record,
        Err(code) => return code,
    };
    if desk.json {
        print_json(desk, "show", &[record], output);
    } else {
        output.line(&card(desk.showing(), record).plain());
    }
    Code::Ok
}

/// The one record of these kinds that is meant, to be read.
///
/// # Errors
/// How the command ends where there is none or several; it has been told.
pub(super) fn shown_one_of<'a>(
    desk: &'a Desk<'_>,
    kinds: &[Kind],
    words: &str,
    output: &mut Output,
) -> Result<RecordRef<'a>, Code> {
    one_of(desk, words, &asked_for(desk, words, kinds).0, output)
}

/// The one record that is meant, to be changed: by its id or whole words of its name, for nobody is asked again.
///
/// # Errors
/// How the command ends where there is none or several; it has been told.
pub(super) fn the_one<'a>(desk: &'a Desk<'_>, words: &str, output: &mut Output) -> Result<RecordRef<'a>, Code> {
    the_one_of(desk, &Kind::ALL, words, output)
}

/// The same among these kinds.
///
/// # Errors
/// As above.
pub(super) fn the_one_of<'a>(
    desk: &'a Desk<'_>,
    kinds: &[Kind],
    words: &str,
    output: &mut Output,
) -> Result<RecordRef<'a>, Code> {
    let (records, by) = asked_for(desk, words, kinds);
    if by != By::Name && !records.is_empty() {
        return several(desk, words, &records, output);
    }
    one_of(desk, words, &records, output)
}

/// Whether the words are the name of one of these kinds, whole or in part.
pub(super) fn is_named(desk: &Desk<'_>, kinds: &[Kind], words: &str) -> bool {
    let (records, by) = asked_for(desk, words, kinds);
    by == By::Name && !records.is_empty()
}

fn one_of<'a>(
    desk: &Desk<'_>,
    words: &str,
    records: &[RecordRef<'a>],
    output: &mut Output,
) -> Result<RecordRef<'a>, Code> {
    match records {
        [] => {
            output.say(&desk.texts.tell("error-nothing-found", &[("words", Safe::line(words).into())]));
            Err(Code::Nothing)
        }
        [record] => Ok(*record),
        many => several(desk, words, many, output),
    }
}

fn several<'a>(
    desk: &Desk<'_>,
    words: &str,
    records: &[RecordRef<'a>],
    output: &mut Output,
) -> Result<RecordRef<'a>, Code> {
    let places = [("words", Safe::line(words).into()), ("count", records.len().into())];
    output.say(&desk.texts.tell("error-ambiguous", &places));
    output.rows(&records.iter().map(|record| row(desk, *record)).collect::<Vec<_>>());
    Err(Code::Ambiguous)
}

/// The record of these kinds with this id, else those the words name, and what tells so.
fn asked_for<'a>(desk: &'a Desk<'_>, words: &str, kinds: &[Kind]) -> (Vec<RecordRef<'a>>, By) {
    let book = &desk.loaded.book;
    if let Some(record) =
        Link::parse(words).ok().filter(|link| kinds.contains(&link.kind)).and_then(|link| book.record(&link))
    {
        return (vec![record], By::Name);
    }
    let with_id = |id: &Id| kinds.iter().filter_map(|kind| book.record(&Link::new(*kind, id.clone()))).collect();
    let by_id: Vec<RecordRef<'a>> = Id::parse(words).as_ref().map(with_id).unwrap_or_default();
    if !by_id.is_empty() {
        return (by_id, By::Name);
    }
    let at_hand = (&desk.usage(), desk.showing().today);
    let named = desk.finder.named(book, words, kinds, at_hand);
    (named.places.into_iter().filter_map(|place| book.at(place)).collect(), named.by)
}
