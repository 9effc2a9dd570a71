//! Two records become one: nothing refers to the one that is gone, nothing is lost, and it can be taken back.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/values.rs"]
mod values;

use std::collections::BTreeMap;

use kuntatutor::book::{Book, Change, Shelf, Shelves};
use kuntatutor::domain::{
    Act, BookInfo, FieldKind, Id, Kind, Link, Note, Organisation, Person, Practice, Record, RecordRef, Session, Table,
    Value,
};
use kuntatutor::exchange::json::{read, write};
use kuntatutor::history::{Group, History};
use kuntatutor::merge::{Stand, Union, unite};
use kuntatutor::planning::duplicates::dialled;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const NOW: jiff::civil::DateTime = jiff::civil::date(2026, 11, 22).at(10, 42, 0, 0);

fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { failure_persistence: None, cases: (cases * usual.cases / 256).max(1), ..usual }
}

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn link(kind: Kind, word: &str) -> Link {
    Link::new(kind, id(word))
}

/// Some records of a type, of which those named are there in any case.
fn shelf<T: Table + std::fmt::Debug>(there: &'static [&'static str]) -> impl Strategy<Value = Shelf<T>> {
    (vec(values::record::<T>(), there.len()), vec(values::record::<T>(), 0..3)).prop_map(move |(mut records, more)| {
        records.iter_mut().zip(there).for_each(|(record, word)| record.set_id(id(word)));
        records.extend(more);
        records.sort_by(|one, other| one.id().cmp(other.id()));
        records.dedup_by(|one, other| one.id() == other.id());
        Shelf::new(records)
    })
}

/// A book whose records name each other often, with two people, organisations and practices in any case.
fn book() -> impl Strategy<Value = Book> {
    let two: &'static [&'static str] = &["a1", "a2"];
    let united = (shelf(two), shelf(two), shelf(two));
    let others = (shelf(&[]), shelf(&[]), shelf(&[]), shelf(&[]), shelf(&[]), shelf(&[]), shelf(&[]));
    (united, others, values::record::<BookInfo>()).prop_map(|(united, others, mut info)| {
        let (people, organisations, practices) = united;
        let (municipalities, seasons, coachings, sessions, feedback, actions, notes) = others;
        info.set_id(id("book"));
        Book::new(Shelves {
            people,
            organisations,
            practices,
            municipalities,
            seasons,
            coachings,
            sessions,
            feedback,
            actions,
            notes,
            book: Shelf::new(vec![info]),
            ..Shelves::default()
        })
    })
}

/// Every record as it is stored.
fn stored(book: &Book) -> BTreeMap<Link, String> {
    let places = Kind::ALL.into_iter().flat_map(|kind| book.places(kind));
    let records = places.filter_map(|place| book.at(place));
    records.map(|record| (record.link(), write(record))).collect()
}

/// Unites and tells what was done.
fn united(book: &mut Book, union: &Union) -> Group {
    let changes = unite(book, union);
    assert!(!changes.is_empty());
    for change in &changes {
        book.apply(change);
    }
    Group { id: id("h1"), act: Act::Unite, of: None, changes }
}

/// Texts that must not be lost: numbers as one dials them, addresses without capitals, notes line by line.
fn precious(record: RecordRef<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    for (column, value) in record.fields() {
        match (&column.kind, column.key, value) {
            (FieldKind::Phone | FieldKind::Email, _, Value::Text(text)) | (_, "note", Value::Text(text)) => {
                texts.push(text.to_string());
            }
            (_, "further_contacts", Value::Rows(rows)) => {
                let contacts = rows.iter().filter_map(|row| row.cells.get(1));
                texts.extend(contacts.filter_map(|cell| match cell {
                    Value::Text(text) => Some(text.to_string()),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    texts
}

fn stands_in(text: &str, all: &[String]) -> bool {
    let dialled_there = |number| all.iter().any(|other| dialled(other).as_ref() == Some(&number));
    all.iter().any(|other| other.to_lowercase().contains(text.trim().to_lowercase().as_str()))
        || dialled(text).is_some_and(dialled_there)
}

/// No list of the record holds anything twice that it did not before.
fn lists(record: RecordRef<'_>) -> usize {
    let doubled = |value: &Value| match value {
        Value::Many(values) => {
            values.iter().enumerate().filter(|(at, value)| values.iter().take(*at).any(|one| one == *value)).count()
        }
        _ => 0,
    };
    record.fields().iter().map(|(_, value)| doubled(value)).sum()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn nothing_refers_to_the_one_that_is_gone_and_undo_gives_the_book_back(
        mut book in book(),
        kind in select(vec![Kind::Person, Kind::Organisation, Kind::Practice]),
        stands in vec(select(vec![Stand::Left, Stand::Right, Stand::Both]), 0..8),
    ) {
        let (keep, gone) = (link(kind, "a1"), link(kind, "a2"));
        let before = stored(&book);
        let doubled: BTreeMap<Link, usize> = Kind::ALL.into_iter().flat_map(|kind| book.places(kind))
            .filter_map(|place| book.at(place)).map(|record| (record.link(), lists(record))).collect();
        let mut union = Union::of(&book, &keep, &gone).unwrap();
        for (number, stand) in stands.into_iter().enumerate() {
            union.choose(number, stand);
        }
        let group = united(&mut book, &union);
        prop_assert_eq!(book.referring(&gone).len(), 0);
        prop_assert!(book.record(&gone).is_none());
        prop_assert!(book.referring(&keep).iter().all(|place| book.at(*place).unwrap().link() != keep));
        let once: std::collections::BTreeSet<_> = group.changes.iter().filter_map(Change::link).collect();
        prop_assert_eq!(once.len(), group.changes.len(), "one change a record");
        for change in &group.changes {
            if let (Some(before), Some(after)) = (&change.before, &change.after) {
                prop_assert!(before != after || change.link() == Some(keep.clone()));
                let allowed = if change.link() == Some(keep.clone()) { doubled[&keep] + doubled[&gone] } else { doubled[&before.as_ref().link()] };
                prop_assert!(lists(after.as_ref()) <= allowed, "{}", write(after.as_ref()));
            }
        }
        let mut history = History::default();
        history.push(group);
        let turn = history.undo(&book, id("h2"), None, NOW).unwrap();
        prop_assert!(turn.conflicts.is_empty());
        for change in &turn.group.changes {
            book.apply(change);
        }
        prop_assert_eq!(stored(&book), before);
    }

    #[test]
    fn no_number_address_or_note_is_lost(
        mut book in book(),
        kind in select(vec![Kind::Person, Kind::Organisation]),
    ) {
        let (keep, gone) = (link(kind, "a1"), link(kind, "a2"));
        let both: Vec<String> =
            [&keep, &gone].into_iter().flat_map(|link| precious(book.record(link).unwrap())).collect();
        let union = Union::of(&book, &keep, &gone).unwrap();
        united(&mut book, &union);
        let left = precious(book.record(&keep).unwrap());
        for text in both {
            prop_assert!(stands_in(&text, &left), "{text:?} is not in {left:?}");
        }
    }
}

/// A book of these records; `'` stands for `"`.
fn book_of(people: &[&str], others: Vec<Record>) -> Book {
    let mut book = Book::default();
    for json in people {
        let person: Person = read(json.replace('\'', "\"").as_bytes()).unwrap();
        book.apply(&Change { before: None, after: Some(Record::Person(person)) });
    }
    for record in others {
        book.apply(&Change { before: None, after: Some(record) });
    }
    book
}

fn json<T: Table + kuntatutor::book::Shelved>(text: &str) -> T {
    read(text.replace('\'', "\"").as_bytes()).unwrap()
}

#[test]
fn a_person_entered_twice_is_one_with_all_that_was_known() {
    let mut book = book_of(
        &[
            "{'id': 'p1', 'given': 'M.', 'family': 'Virtanen', 'phone': '040 123 4567', 'email': 'matti@x.fi',
              'roles': [{'id': 'r1', 'season': '2021', 'role': 'tutor'}], 'themes': ['t1'], 'languages': ['fi'],
              'presentation': {'fi': 'Opastan.'}, 'contacts_public': true, 'note': 'Soita aamulla.', 'x-own': 1}",
            "{'id': 'p2', 'given': 'Matti', 'family': 'Virtanen', 'phone': '+358 40 1234567', 'email': 'mv@x.fi',
              'roles': [{'id': 'r1', 'season': '2021', 'role': 'tutor', 'municipality': '091'},
                        {'id': 'r2', 'season': '2022', 'role': 'tutor'}], 'themes': ['t2', 't1'],
              'presentation': {'sv': 'Jag handleder.'}, 'contacts_public': false, 'note': 'Lomalla heinäkuun.',
              'left_on': '2022-01-31', 'x-own': 2, 'x-other': 3}",
        ],
        vec![],
    );
    let union = Union::of(&book, &link(Kind::Person, "p1"), &link(Kind::Person, "p2")).unwrap();
    united(&mut book, &union);
    let wanted: Person = json(
        "{'id': 'p1', 'given': 'Matti', 'family': 'Virtanen', 'phone': '040 123 4567', 'email': 'matti@x.fi',
          'further_contacts': [{'id': 'FURTHER', 'kind': 'email', 'contact': 'mv@x.fi'}],
          'roles': [{'id': 'r1', 'season': '2021', 'role': 'tutor', 'municipality': '091'},
                    {'id': 'r2', 'season': '2022', 'role': 'tutor'}], 'themes': ['t1', 't2'], 'languages': ['fi'],
          'presentation': {'fi': 'Opastan.', 'sv': 'Jag handleder.'}, 'contacts_public': false,
          'note': 'Soita aamulla.\\nLomalla heinäkuun.', 'x-own': 1, 'x-other': 3}",
    );
    let person = book.get::<Person>(&id("p1")).unwrap();
    let further = person.further_contacts.first().unwrap().id.to_string();
    assert_eq!(further.len(), 6);
    assert_eq!(write(RecordRef::Person(person)), write(RecordRef::Person(&wanted)).replace("FURTHER", &further));
}

#[test]
fn one_side_may_be_chosen_and_the_fuller_record_stays() {
    let mut book = book_of(
        &[
            "{'id': 'p1', 'family': 'Virtanen', 'phone': '040 123 4567'}",
            "{'id': 'p2', 'given': 'Matti', 'family': 'Virtannen', 'phone': '09 765 4321', 'email': 'matti@x.fi'}",
        ],
        vec![],
    );
    let mut union = Union::of_either(&book, &link(Kind::Person, "p1"), &link(Kind::Person, "p2")).unwrap();
    assert_eq!(union.keep, link(Kind::Person, "p2"));
    let at = |union: &Union, key: &str| union.differences.iter().position(|it| it.column.key == key).unwrap();
    let (family, phone) = (at(&union, "family"), at(&union, "phone"));
    assert!(!union.choose(family, Stand::Both), "nobody has two family names at once");
    assert!(union.choose(family, Stand::Right) && union.choose(phone, Stand::Right));
    united(&mut book, &union);
    let person = book.get::<Person>(&id("p2")).unwrap();
    assert_eq!((person.family.as_str(), person.phone.as_str()), ("Virtanen", "040 123 4567"));
    assert!(person.further_contacts.is_empty(), "what was not chosen goes");
}

#[test]
fn references_follow_in_lists_rows_and_rows_in_rows() {
    let session: Session = json(
        "{'id': 's1', 'tutors': ['p1', 'p2', 'p3'], 'responsible': 'p2', 'programme': [{'id': 'q1',
          'speakers': [{'id': 'w1', 'who': {'person': 'p2'}, 'part': 'speaker'}]}]}",
    );
    let note: Note = json("{'id': 'n1', 'about': 'person:p2', 'by': 'p2', 'text': 'x'}");
    let info: BookInfo = json(
        "{'id': 'book', 'apart': [{'id': 'b1', 'one': 'person:p1', 'other': 'person:p2'},
          {'id': 'b2', 'one': 'person:p2', 'other': 'person:p3'}, {'id': 'b3', 'one': 'person:p3', 'other': 'person:p1'}]}",
    );
    let others = vec![Record::Session(session), Record::Note(note), Record::Book(info)];
    let people = ["{'id': 'p1', 'family': 'A'}", "{'id': 'p2', 'family': 'A'}", "{'id': 'p3', 'family': 'B'}"];
    let mut book = book_of(&people, others);
    let union = Union::of(&book, &link(Kind::Person, "p1"), &link(Kind::Person, "p2")).unwrap();
    let group = united(&mut book, &union);
    assert_eq!(group.changes.len(), 5);
    let text = |kind: Kind, word: &str| write(book.record(&link(kind, word)).unwrap());
    let session = text(Kind::Session, "s1");
    assert!(!session.contains("p2"), "{session}");
    assert_eq!(book.get::<Session>(&id("s1")).unwrap().tutors.len(), 2);
    let note = text(Kind::Note, "n1");
    assert!(note.contains("person:p1") && !note.contains("p2"), "{note}");
    let info = book.info().unwrap();
    assert_eq!(info.apart.len(), 1, "nobody is told apart from oneself, nor twice from somebody else");
    assert_eq!(info.apart[0].id, id("b2"));
}

#[test]
fn an_organisations_second_number_goes_into_its_note() {
    let mut book = Book::default();
    for text in [
        "{'id': 'o1', 'name': {'fi': 'Liitto'}, 'phone': '09 1234567', 'note': 'Vanha.'}",
        "{'id': 'o2', 'name': {'fi': 'Liitto', 'sv': 'Förbund'}, 'phone': '09 7654321', 'website': 'x.fi'}",
    ] {
        book.apply(&Change { before: None, after: Some(Record::Organisation(json::<Organisation>(text))) });
    }
    let union = Union::of(&book, &link(Kind::Organisation, "o1"), &link(Kind::Organisation, "o2")).unwrap();
    united(&mut book, &union);
    let it = book.get::<Organisation>(&id("o1")).unwrap();
    assert_eq!((it.phone.as_str(), it.note.as_str()), ("09 1234567", "Vanha.\n09 7654321"));
    assert_eq!((it.name.fi.as_str(), it.name.others.sv.as_str(), it.website.as_str()), ("Liitto", "Förbund", "x.fi"));
    assert!(Union::of(&book, &link(Kind::Organisation, "o1"), &link(Kind::Organisation, "o2")).is_none());
    assert!(Union::of(&book, &link(Kind::Organisation, "o1"), &link(Kind::Organisation, "o1")).is_none());
}

#[test]
fn a_practice_is_no_practice_of_itself() {
    let mut book = Book::default();
    for text in [
        "{'id': 'g1', 'title': {'fi': 'Digikahvila'}, 'problem': 'Jonot', 'uptakes': [{'id': 'u1', 'municipality': '091'}]}",
        "{'id': 'g2', 'title': {'fi': 'Digikahvila'}, 'problem': 'Jonot ja kiire.', 'contact': 'p1',
          'uptakes': [{'id': 'u1', 'municipality': '092'}, {'id': 'u2', 'municipality': '091', 'since': '2021-01-01'}]}",
    ] {
        book.apply(&Change { before: None, after: Some(Record::Practice(json::<Practice>(text))) });
    }
    let union = Union::of(&book, &link(Kind::Practice, "g1"), &link(Kind::Practice, "g2")).unwrap();
    united(&mut book, &union);
    let it = book.get::<Practice>(&id("g1")).unwrap();
    assert_eq!(it.problem, "Jonot ja kiire.", "the one that says both stands");
    let uptakes: Vec<(&str, &str)> =
        it.uptakes.iter().map(|row| (row.id.as_str(), row.municipality.as_ref().map_or("", Id::as_str))).collect();
    assert_eq!(uptakes, [("u1", "091"), ("u1-2", "092")]);
}
