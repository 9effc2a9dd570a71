//! `find WORDS`: who and what the words find, best first.

use super::output::Output;
use super::{Code, Desk};
use crate::cards::columns::cells;
use crate::cards::copy::{email, phone};
use crate::domain::{Kind, Person, RecordRef};
use crate::find::index::Narrowing;
use crate::text::Safe;

pub(super) fn find(desk: &Desk<'_>, words: &str, output: &mut Output) -> Code {
    let records = found(desk, words, &Kind::ALL);
    if records.is_empty() {
        let words = Safe::line(words);
        output.say(&desk.texts.tell("error-nothing-found", &[("words", words.into())]));
        return Code::Nothing;
    }
    if desk.json {
        print_json(desk, "find", &records, output);
    } else {
        output.rows(&records.iter().map(|record| row(desk, *record)).collect::<Vec<_>>());
    }
    Code::Ok
}

/// The records the words find among these kinds. Those that hold the words in one piece suffice where there
/// are such: a script wants no guesses.
pub(super) fn found<'a>(desk: &'a Desk<'_>, words: &str, kinds: &[Kind]) -> Vec<RecordRef<'a>> {
    let book = &desk.loaded.book;
    let at_hand = (&desk.usage(), desk.showing().today);
    let found = desk.finder.search(book, &mut Narrowing::default(), words, kinds, at_hand);
    found.surest().iter().filter_map(|place| book.at(*place)).collect()
}

/// Records in the JSON envelope.
pub(super) fn print_json(desk: &Desk<'_>, command: &str, records: &[RecordRef<'_>], output: &mut Output) {
    let named: Vec<_> = records.iter().map(|record| (desk.showing().title(*record), *record)).collect();
    output.records(command, &named);
}

/// Name, title, municipality, phone, e-mail, id; of what is no person, its name, context and id.
pub(super) fn row(desk: &Desk<'_>, record: RecordRef<'_>) -> Vec<Safe> {
    let link = Safe::line(&record.link().to_string());
    if let RecordRef::Person(person) = record {
        let mut row = of_person(desk, person);
        row.push(link);
        return row;
    }
    let kind = desk.texts.say(&format!("kind-{}", record.kind().key()));
    let mut texts = cells(desk.showing(), record).into_iter().map(|cell| cell.text);
    let (name, context) = (texts.next().unwrap_or_default(), texts.next().unwrap_or_default());
    vec![name, kind, context, phone(desk.showing(), record), email(desk.showing(), record), link]
}

fn of_person(desk: &Desk<'_>, person: &Person) -> Vec<Safe> {
    let showing = desk.showing();
    let present = person.present_affiliations(showing.today).next();
    let title = present.map(|row| Safe::line(row.title.in_tongue(desk.texts.tongue()))).unwrap_or_default();
    let place = present.and_then(|row| row.at.as_ref()).map(|link| showing.link(link)).unwrap_or_default();
    vec![showing.title(RecordRef::Person(person)), title, place, Safe::line(&person.phone), Safe::line(&person.email)]
}
