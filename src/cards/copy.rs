//! What of a record goes to the clipboard. This is data the user asked for, so it leaves as it is stored,
//! but without anything a terminal or a mail program could mistake for more than text.

use super::card;
use crate::book::show::Showing;
use crate::domain::{Kind, Link, Person, RecordRef};
use crate::text::Safe;

/// The record's e-mail address; nothing where it has none.
pub fn email(record: RecordRef<'_>) -> Safe {
    Safe::line(match record {
        RecordRef::Person(person) => &person.email,
        RecordRef::Municipality(municipality) => &municipality.registry_email,
        RecordRef::Organisation(organisation) => &organisation.email,
        _ => "",
    })
}

/// The record's phone number; nothing where it has none.
pub fn phone(record: RecordRef<'_>) -> Safe {
    Safe::line(match record {
        RecordRef::Person(person) => &person.phone,
        RecordRef::Municipality(municipality) => &municipality.switchboard,
        RecordRef::Organisation(organisation) => &organisation.phone,
        _ => "",
    })
}

/// The cards of these records, as text.
pub fn cards(showing: Showing<'_>, links: &[Link]) -> Safe {
    let records = links.iter().filter_map(|link| showing.book.record(link));
    Safe::join(records.map(|record| card(showing, record).plain()), &Safe::own("\n\n"))
}

/// All addresses of these records with `;` between, each once, and how many of the records have none. A
/// record that is no person stands for the people who belong to it.
pub fn addresses(showing: Showing<'_>, links: &[Link]) -> (Safe, usize) {
    let mut found: Vec<Safe> = Vec::new();
    let mut without = 0;
    for link in links {
        let own: Vec<Safe> = match showing.book.record(link) {
            Some(record @ RecordRef::Person(_)) => vec![email(record)],
            Some(record) => {
                let people = showing.book.referring_as::<Person>(link).map(|person| email(RecordRef::Person(person)));
                let named = named_people(record).filter_map(|id| showing.book.record(&id)).map(email);
                std::iter::once(email(record)).chain(people).chain(named).collect()
            }
            None => Vec::new(),
        };
        let own: Vec<Safe> = own.into_iter().filter(|address| !address.is_empty()).collect();
        without += usize::from(own.is_empty());
        for address in own {
            if !found.contains(&address) {
                found.push(address);
            }
        }
    }
    (Safe::join(found, &Safe::own("; ")), without)
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
