//! Which record a row is about, where it names no id: what makes two of one kind the same.
//!
//! Owns the keys by which records are found and what has to agree besides. It is strict: what is only likely is
//! left to those who look for duplicates, as here nobody is asked.

use std::collections::HashMap;

use crate::book::Book;
use crate::domain::{Kind, Link, Person, RecordRef, Value, Words};
use crate::find::fold::Folded;

/// Names are one person's, beside the same address, from this likeness on.
const LIKE: f64 = 0.85;

/// Records by what they can be known by.
#[derive(Debug, Default)]
pub(super) struct Sameness {
    by_key: HashMap<String, Vec<Link>>,
}

impl Sameness {
    /// All of a kind in a book.
    pub(super) fn new(book: &Book, kind: Kind) -> Self {
        let mut all = Self::default();
        let records = book.places(kind).into_iter().filter_map(|place| book.at(place));
        records.for_each(|record| all.add(record));
        all
    }

    /// One more record, or one that has something new to be known by.
    pub(super) fn add(&mut self, record: RecordRef<'_>) {
        for key in keys(record) {
            let known = self.by_key.entry(key).or_default();
            if !known.contains(&record.link()) {
                known.push(record.link());
            }
        }
    }

    /// The one record that this one is, among those that `known` tells of.
    pub(super) fn find<'r>(
        &self,
        candidate: RecordRef<'_>,
        known: &dyn Fn(&Link) -> Option<RecordRef<'r>>,
    ) -> Option<Link> {
        for key in keys(candidate) {
            let links = self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default();
            let mut fitting = links.iter().filter(|link| known(link).is_some_and(|record| agree(candidate, record)));
            // Of two that fit neither is sure.
            if let (Some(link), None) = (fitting.next(), fitting.next()) {
                return Some(link.clone());
            }
        }
        None
    }
}

/// What a record can be known by, the surest first.
fn keys(record: RecordRef<'_>) -> Vec<String> {
    let words = |words: &Words| words.given().map(|name| format!("n {}", Folded::of(name).text)).collect::<Vec<_>>();
    let own = || (!record.id().is_empty()).then(|| format!("i {}", record.id())).into_iter();
    match record {
        RecordRef::Person(person) => {
            let email = (!person.email.is_empty()).then(|| format!("e {}", Folded::of(&person.email).text));
            email.into_iter().chain([format!("n {}", name_of(person))]).collect()
        }
        RecordRef::Municipality(it) => own().chain(words(&it.name)).collect(),
        RecordRef::Organisation(it) => words(&it.name),
        RecordRef::Theme(it) => own().chain(words(&it.name)).collect(),
        RecordRef::Season(it) => own().chain([format!("n {}", Folded::of(&it.name).text)]).collect(),
        RecordRef::Practice(it) => words(&it.title),
        RecordRef::Book(_) => vec!["book".to_owned()],
        // These have no names: what they say makes them what they are.
        RecordRef::Coaching(_) => of_fields(record, &["municipality", "season"]),
        RecordRef::Session(_) => of_fields(record, &["date"]),
        RecordRef::Action(_) => of_fields(record, &["what", "municipality"]),
        RecordRef::Note(_) => of_fields(record, &["about", "text"]),
        RecordRef::Feedback(_) => of_fields(record, &["about", "voice", "municipality", "given_on"]),
    }
}

fn of_fields(record: RecordRef<'_>, fields: &[&str]) -> Vec<String> {
    let values = fields.iter().filter_map(|key| record.field(key)).map(|(_, value)| format!("{value:?}"));
    vec![values.collect::<Vec<_>>().join("|")]
}

/// Whether nothing speaks against two records with a key in common being one.
fn agree(one: RecordRef<'_>, other: RecordRef<'_>) -> bool {
    match (one, other) {
        (RecordRef::Person(one), RecordRef::Person(other)) => same_person(one, other),
        (RecordRef::Practice(_), _) => no_difference(one, other, &["municipality"]),
        (RecordRef::Coaching(_), _) => no_difference(one, other, &["asked_on"]),
        (RecordRef::Session(_), _) => {
            let telling = ["title", "municipalities", "coachings"].iter().any(|key| {
                let value = |record: RecordRef<'_>| record.field(key).map_or(Value::Empty, |(_, value)| value);
                !value(one).is_empty() && value(one) == value(other)
            });
            telling && no_difference(one, other, &["time", "kind"])
        }
        (RecordRef::Action(_), _) => no_difference(one, other, &["due", "owner"]),
        (RecordRef::Note(_), _) => no_difference(one, other, &["at"]),
        (RecordRef::Feedback(_), _) => no_difference(one, other, &["answers", "comment", "entered_by"]),
        _ => true,
    }
}

/// Whether of these fields none holds two different things.
fn no_difference(one: RecordRef<'_>, other: RecordRef<'_>, fields: &[&str]) -> bool {
    let value = |record: RecordRef<'_>, key: &str| record.field(key).map_or(Value::Empty, |(_, value)| value);
    fields.iter().all(|key| {
        let (one, other) = (value(one, key), value(other, key));
        one.is_empty() || other.is_empty() || one == other
    })
}

/// With the same address somebody is the same who has the same given name, if the family name is much the same too or
/// the address is made of the given one: an office's address is many people's. With the same name and place they are,
/// unless the address is another one; elsewhere nothing may speak against it.
fn same_person(one: &Person, other: &Person) -> bool {
    let (own, others) = (name_of(one), name_of(other));
    let email = |person: &Person| Folded::of(&person.email).text;
    let same_email = !one.email.is_empty() && email(one) == email(other);
    if same_email
        && (own == others
            || share_given_name(one, other) && (is_personal(one) || are_alike(&one.family, &other.family)))
    {
        return true;
    }
    if own != others {
        return false;
    }
    let places = |person: &Person| person.affiliations.iter().filter_map(|row| row.at.clone()).collect::<Vec<Link>>();
    let (here, there) = (places(one), places(other));
    let same_place = here.iter().any(|place| there.contains(place));
    let same_phone = !one.phone.is_empty() && digits(&one.phone) == digits(&other.phone);
    let differ = |one: bool, other: bool, same: bool| one && other && !same;
    let other_place = differ(!here.is_empty(), !there.is_empty(), same_place);
    let other_email = differ(!one.email.is_empty(), !other.email.is_empty(), same_email);
    let other_phone = differ(!one.phone.is_empty(), !other.phone.is_empty(), same_phone);
    same_phone || same_place && !other_email || !(other_place || other_email || other_phone)
}

/// Whether an address begins with the given name of its owner.
fn is_personal(person: &Person) -> bool {
    let given = Folded::of(&person.given).text;
    !given.is_empty() && Folded::of(&person.email).text.starts_with(&given)
}

/// Whether two spellings may be of one name.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    strsim::jaro_winkler(&Folded::of(one).text, &Folded::of(other).text) >= LIKE
}

fn share_given_name(one: &Person, other: &Person) -> bool {
    !one.given.is_empty() && Folded::of(&one.given).text == Folded::of(&other.given).text
}

/// The words of a name in an order of their own, as tables turn them round.
fn name_of(person: &Person) -> String {
    let folded = Folded::of(&person.name()).text;
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

/// A phone number as it is compared: the digits behind the country's code or the zero.
pub(super) fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("00358").or_else(|| digits.strip_prefix("358")).unwrap_or(&digits);
    national.trim_start_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Affiliation, Id};

    #[test]
    fn two_people_at_an_office_are_two() {
        let office = "toimisto@koulu.example";
        for (one, other) in [("Anna Mäki", "Anne Mäki"), ("Aino Tammela", "Aino Kuusisto")] {
            let named = |name: &str| {
                let (given, family) = name.split_once(' ').unwrap();
                person(given, family, office, "", "091")
            };
            assert!(!same_person(&named(one), &named(other)), "{one}, {other}");
        }
    }

    fn person(given: &str, family: &str, email: &str, phone: &str, place: &str) -> Person {
        let at = Id::parse(place).ok().map(|id| Link::new(Kind::Municipality, id));
        let row = at.map(|at| Affiliation { at: Some(at), ..Affiliation::default() });
        Person {
            given: given.into(),
            family: family.into(),
            email: email.into(),
            phone: phone.into(),
            affiliations: row.into_iter().collect(),
            ..Person::default()
        }
    }

    #[test]
    fn one_person_twice_and_two_people_are_told_apart() {
        let known = person("Aino", "Tammela", "aino@kunta.example", "040 123 4567", "091");
        for (other, same) in [
            (person("Aino", "Tammela", "", "", ""), true),
            (person("Tammela", "Aino", "", "", "091"), true),
            (person("Aino", "Tamela", "AINO@kunta.example", "", ""), true),
            (person("Aino", "Kuusisto", "aino@kunta.example", "", ""), true),
            (person("Aino", "Tammela", "aino@muu.example", "+358401234567", "049"), true),
            (person("Pekka", "Lahtinen", "aino@kunta.example", "", "091"), false),
            (person("Aino", "Tammela", "", "", "049"), false),
            (person("Aino", "Tammela", "toinen@kunta.example", "", ""), false),
            (person("Aino", "Tamela", "", "040 123 4567", "091"), false),
            (person("Aina", "Tammela", "aino@kunta.example", "", "091"), false),
            (person("Aino", "Tammela", "toinen@kunta.example", "050 765 4321", "091"), false),
            (person("Aino", "Tammela", "", "050 765 4321", "091"), true),
        ] {
            assert_eq!(same_person(&other, &known), same, "{} {}", other.name(), other.email);
            assert_eq!(same_person(&known, &other), same, "{} {}", other.name(), other.email);
        }
    }

    #[test]
    fn numbers_are_the_same_however_they_are_spelt() {
        for phone in ["040 123 4567", "+358 40 1234567", "00358401234567", "(040) 123-4567"] {
            assert_eq!(digits(phone), "401234567", "{phone}");
        }
    }
}
