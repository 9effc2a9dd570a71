//! What of a record goes to the clipboard. This is data the user asked for, so it leaves as it is stored,
//! but without anything a terminal or a mail program could mistake for more than text.

use ecow::EcoString;

use super::card;
use super::municipality::people_of;
use crate::book::show::Showing;
use crate::domain::{Kind, Link, Municipality, Person, RecordRef};
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

/// All addresses of these records with `;` between, each once, and how many of the records have none. A
/// record that is no person stands for the people who belong to it.
pub fn addresses(showing: Showing<'_>, links: &[Link]) -> (Safe, usize) {
    let mut found: Vec<Safe> = Vec::new();
    let mut without = 0;
    for link in links {
        let own: Vec<Safe> = match showing.book.record(link) {
            Some(record @ RecordRef::Person(_)) => vec![email(showing, record)],
            Some(record) => {
                let people = showing.book.referring_as::<Person>(link).map(|person| Safe::line(&person.email));
                let named =
                    named_people(record).filter_map(|id| showing.book.record(&id)).map(|person| email(showing, person));
                std::iter::once(email(showing, record)).chain(people).chain(named).collect()
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
