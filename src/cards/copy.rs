//! What of a record goes to the clipboard. This is data the user asked for, so it leaves as it is stored,
//! but without anything a terminal or a mail program could mistake for more than text.

use std::collections::HashSet;

use ecow::EcoString;

use super::card;
use super::municipality::people_of;
use crate::book::show::Showing;
use crate::domain::{FieldKind, Kind, Link, Municipality, Person, RecordRef, Value};
use crate::entry::check;
use crate::text::Safe;

/// The record's e-mail address, of a municipality without one that of the first person who has one; nothing
/// where there is none.
pub fn email(showing: Showing<'_>, record: RecordRef<'_>) -> Safe {
    match record {
        RecordRef::Person(person) => Safe::line(&person.email),
        RecordRef::Organisation(organisation) => Safe::line(&organisation.email),
        RecordRef::Municipality(it) => own_or_of_people(showing, it, &it.registry_email, |person| &person.email),
        _ => Safe::default(),
    }
}

/// The record's phone number, found as the e-mail address is.
pub fn phone(showing: Showing<'_>, record: RecordRef<'_>) -> Safe {
    match record {
        RecordRef::Person(person) => Safe::line(&person.phone),
        RecordRef::Organisation(organisation) => Safe::line(&organisation.phone),
        RecordRef::Municipality(it) => own_or_of_people(showing, it, &it.switchboard, |person| &person.phone),
        _ => Safe::default(),
    }
}

fn own_or_of_people(
    showing: Showing<'_>,
    municipality: &Municipality,
    own: &EcoString,
    of: fn(&Person) -> &EcoString,
) -> Safe {
    if !own.is_empty() {
        return Safe::line(own);
    }
    let people = people_of(showing, municipality);
    people.into_iter().map(of).find(|text| !text.is_empty()).map(|text| Safe::line(text)).unwrap_or_default()
}

/// The cards of these records, as text.
pub fn cards(showing: Showing<'_>, links: &[Link]) -> Safe {
    let records = links.iter().filter_map(|link| showing.book.record(link));
    Safe::join(records.map(|record| card(showing, record).plain()), &Safe::own("\n\n"))
}

/// The addresses of several records, for one mail to them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Each once, in the order of the records.
    pub found: Vec<Safe>,
    /// The records that have none at all.
    pub without: Vec<Link>,
    /// Whose address is none one can write to, and what stands there.
    pub wrong: Vec<(Link, Safe)>,
}

/// A name among several is cut to this many cells.
const NAME_CELLS: usize = 28;

impl Addresses {
    /// One line, as mail programs take it for blind copies.
    pub fn line(&self) -> Safe {
        Safe::join(&self.found, &Safe::own("; "))
    }

    /// Who has none, and whose is none, the first so many by name.
    pub fn told(&self, showing: Showing<'_>, named: usize) -> Vec<Safe> {
        let wrong: Vec<Link> = self.wrong.iter().map(|(link, _)| link.clone()).collect();
        let told = |id: &str, links: &[Link]| {
            let who = names(showing, links, named);
            (!links.is_empty()).then(|| showing.texts.tell(id, &[("names", who.into())]))
        };
        [told("addresses-without", &self.without), told("addresses-wrong", &wrong)].into_iter().flatten().collect()
    }

    fn take(&mut self, seen: &mut HashSet<String>, owner: &Link, address: Safe) {
        if !is_address(address.as_str()) {
            self.wrong.push((owner.clone(), address));
        } else if seen.insert(address.as_str().to_lowercase()) {
            self.found.push(address);
        }
    }
}

/// The first so many of these by name, and how many more there are.
fn names(showing: Showing<'_>, links: &[Link], named: usize) -> Safe {
    let first: Vec<Safe> = links.iter().take(named).map(|link| showing.link(link).cells(NAME_CELLS)).collect();
    let first = Safe::join(first, &Safe::own(", "));
    match links.len().saturating_sub(named) {
        0 => first,
        more => showing.texts.tell("names-and-more", &[("names", first.into()), ("count", more.into())]),
    }
}

/// Whether one can write there, and no mail program takes it for two addresses or for a name.
fn is_address(text: &str) -> bool {
    let column = Kind::Person.columns().find(|column| matches!(column.kind, FieldKind::Email));
    let fits = column.is_some_and(|column| check(column, &Value::Text(text.into())).is_none());
    fits && !text.contains([',', ';', ':', '<', '>', '"', '(', ')', '[', ']', '\\'])
}

/// All addresses of these records. A record that is no person stands for the people who belong to it.
pub fn addresses<'l>(showing: Showing<'_>, links: impl IntoIterator<Item = &'l Link>) -> Addresses {
    let mut addresses = Addresses::default();
    let mut seen = HashSet::new();
    for link in links {
        let own = own_addresses(showing, link);
        if own.is_empty() && showing.book.record(link).is_some() {
            addresses.without.push(link.clone());
        }
        for (owner, address) in own {
            addresses.take(&mut seen, &owner, address);
        }
    }
    // A person of two of the records is named once.
    let mut named = HashSet::new();
    addresses.wrong.retain(|(owner, _)| named.insert(owner.clone()));
    addresses
}

/// Whether there is an address to be had of this record.
pub fn has_address(showing: Showing<'_>, link: &Link) -> bool {
    own_addresses(showing, link).iter().any(|(_, address)| is_address(address.as_str()))
}

/// What stands where addresses stand, with whose it is.
fn own_addresses(showing: Showing<'_>, link: &Link) -> Vec<(Link, Safe)> {
    let Some(record) = showing.book.record(link) else { return Vec::new() };
    let own = match record {
        RecordRef::Municipality(it) => Safe::line(&it.registry_email),
        record => email(showing, record),
    };
    let mut all = vec![(link.clone(), own)];
    if link.kind != Kind::Person {
        let of_person = |person: &Person| (Link::new(Kind::Person, person.id.clone()), Safe::line(&person.email));
        all.extend(showing.book.referring_as::<Person>(link).map(of_person));
        all.extend(named_people(record).filter_map(|id| Some((id.clone(), email(showing, showing.book.record(&id)?)))));
    }
    all.retain(|(_, address)| !address.as_str().trim().is_empty());
    all
}

/// The people a record names: a session's tutors and contacts, say.
fn named_people(record: RecordRef<'_>) -> impl Iterator<Item = Link> {
    let mut people = Vec::new();
    record.look(&mut |_, piece| {
        if let crate::domain::Piece::Ref(Kind::Person, id) = piece {
            people.push(Link::new(Kind::Person, id.clone()));
        }
    });
    people.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::{Book, Change};
    use crate::domain::{Affiliation, Id, Record};
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    fn person(number: usize, family: &str, email: &str) -> Record {
        let id = Id::parse(&format!("p00000000000{number}")).unwrap();
        let at = Some(Link::new(Kind::Municipality, Id::parse("091").unwrap()));
        let affiliations = [Affiliation { at, ..Affiliation::default() }].into_iter().collect();
        Record::Person(Person { id, family: family.into(), email: email.into(), affiliations, ..Person::default() })
    }

    fn with_people<T>(people: &[Record], ask: impl FnOnce(Showing<'_>, Vec<Link>) -> T) -> T {
        let mut book = Book::default();
        let helsinki = Municipality { id: Id::parse("091").unwrap(), ..Municipality::default() };
        for record in people.iter().cloned().chain([Record::Municipality(helsinki)]) {
            book.apply(&Change { before: None, after: Some(record) });
        }
        let texts = Texts::new(Tongue::Fi);
        let links = people.iter().map(|record| record.as_ref().link()).collect();
        ask(Showing { book: &book, texts: &texts, today: date(2026, 11, 22), season: None }, links)
    }

    #[test]
    fn each_address_stands_once_in_order_and_who_has_none_is_named() {
        let people = [
            person(1, "Ääri", "b@x.fi"),
            person(2, "Aalto", ""),
            person(3, "Boström", "a@x.fi"),
            person(4, "Cygnaeus", "B@X.fi"),
            person(5, "Dahl", "ei ole"),
            person(6, "Ek", "a@x.fi,b@y.fi"),
            person(7, "Forss", " "),
            person(8, "Grönroos", ""),
            person(9, "Holm", ""),
        ];
        with_people(&people, |showing, links| {
            let addresses = addresses(showing, &links);
            assert_eq!(addresses.line().as_str(), "b@x.fi; a@x.fi");
            let told = addresses.told(showing, 3);
            let [without, wrong] = told.as_slice() else { panic!("{told:?}") };
            for name in ["Aalto", "Forss", "Grönroos", "1"] {
                assert!(without.as_str().contains(name), "{without}");
            }
            assert!(!without.as_str().contains("Holm"), "{without}");
            assert!(wrong.as_str().contains("Dahl") && wrong.as_str().contains("Ek"), "{wrong}");
            assert!(addresses.told(showing, 9).iter().any(|told| told.as_str().contains("Holm")));
        });
    }

    #[test]
    fn a_municipality_stands_for_its_people_and_names_whose_address_is_none() {
        with_people(&[person(1, "Aalto", "a@x.fi"), person(2, "Dahl", "ei.ole")], |showing, _| {
            let helsinki = Link::new(Kind::Municipality, Id::parse("091").unwrap());
            let addresses = addresses(showing, [&helsinki]);
            assert_eq!((addresses.line().as_str(), addresses.without.len()), ("a@x.fi", 0));
            assert_eq!(addresses.wrong.len(), 1);
            assert!(has_address(showing, &helsinki));
        });
        with_people(&[person(1, "Aalto", "")], |showing, links| {
            let helsinki = Link::new(Kind::Municipality, Id::parse("091").unwrap());
            assert_eq!(addresses(showing, [&helsinki]).without, [helsinki]);
            assert!(!has_address(showing, &links[0]));
        });
    }
}
