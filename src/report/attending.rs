//! Who comes to a session, each once, with all they do there.

use jiff::civil::Date;

use crate::book::show::Showing;
use crate::domain::{Choice as _, Consent, Id, Kind, Part, Person, Role, Session, Who};
use crate::text::Safe;

/// Somebody who is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attending {
    who: Who,
    /// Their name; nothing where a municipality sends somebody who is not named yet.
    pub(super) name: Safe,
    /// The municipalities or organisations they come from.
    pub(super) from: Safe,
    /// What they do, in words.
    pub(super) roles: Vec<Safe>,
    /// The number one rings.
    pub(super) phone: Safe,
}

/// Those expected: contacts, tutors, who speaks and has not declined, and who runs the technology.
pub(super) fn attending(showing: Showing<'_>, session: &Session) -> Vec<Attending> {
    let texts = showing.texts;
    let role = |role: Role| texts.choice("role", role.key());
    let mut all = Vec::new();
    let day = session.date.unwrap_or(showing.today);
    let mut add = |who: Who, role: Safe| put(showing, &mut all, who, role, day);
    for id in &session.contacts {
        add(Who::Person(id.clone()), role(Role::Contact));
    }
    for id in &session.tutors {
        add(Who::Person(id.clone()), role(Role::Tutor));
    }
    let speakers = session.programme.iter().flat_map(|item| &item.speakers);
    for speaker in speakers.filter(|speaker| speaker.consent != Some(Consent::Declined)) {
        let part = speaker.part.unwrap_or(Part::Speaker);
        add(speaker.who.clone(), texts.choice("part", part.key()));
    }
    for id in &session.technical_hosts {
        add(Who::Person(id.clone()), texts.say("paper-host"));
    }
    for id in &session.tutor_municipalities {
        let from = showing.id(Kind::Municipality, Some(id));
        let sent = Attending {
            who: Who::Nobody,
            name: Safe::default(),
            from,
            roles: vec![role(Role::Tutor)],
            phone: Safe::default(),
        };
        all.push(sent);
    }
    all
}

fn put(showing: Showing<'_>, all: &mut Vec<Attending>, who: Who, role: Safe, day: Date) {
    if let Some(known) = all.iter_mut().find(|known| known.who == who) {
        if !known.roles.contains(&role) {
            known.roles.push(role);
        }
        return;
    }
    let (name, from, phone) = match &who {
        Who::Nobody => return,
        Who::Name(name) => (Safe::line(name), Safe::default(), Safe::default()),
        Who::Person(id) => (showing.id(Kind::Person, Some(id)), from(showing, id, day), phone(showing, id)),
    };
    all.push(Attending { who, name, from, roles: vec![role], phone });
}

/// Where a person works on that day.
fn from(showing: Showing<'_>, id: &Id, day: Date) -> Safe {
    let Some(person) = showing.book.get::<Person>(id) else { return Safe::default() };
    let places = person.present_affiliations(day).filter_map(|row| row.at.as_ref());
    Safe::join(places.map(|link| showing.link(link)), &Safe::own(", "))
}

fn phone(showing: Showing<'_>, id: &Id) -> Safe {
    showing.book.get::<Person>(id).map(|person| Safe::line(&person.phone)).unwrap_or_default()
}
