//! What somebody looks after goes to somebody else, as one change.
//!
//! Owns what is handed over and what stays. What goes is what is still open:
//!
//! * actions that are neither done nor dropped (their owner);
//! * coachings that are not over (who looks after them);
//! * sessions that are neither held nor cancelled (who looks after them, who runs the technology);
//! * materials that were promised and have not come (who promised them).
//!
//! What stays is what was agreed with the person: to tutor, to speak, to be a contact. That has to be agreed anew with
//! somebody else, so what of it is still open is told. Notes and forms go on saying who wrote them. Unfinished forms
//! are no part of the book: they stay where they were typed.

use crate::book::{Book, Change};
use crate::domain::{
    Action, Coaching, CoachingStatus, Id, Kind, Link, Material, Person, Record, Session, SessionStatus, Who,
};
use crate::planning::figures::is_open;
use crate::planning::inherit;

/// What goes from one person to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handed {
    /// The changes.
    pub changes: Vec<Change>,
    /// How many actions change hands.
    pub actions: usize,
    /// How many coachings.
    pub coachings: usize,
    /// How many sessions, for those who look after them and those who run the technology.
    pub sessions: usize,
    /// How many promised materials.
    pub materials: usize,
    /// Open coachings and sessions in which the person goes on as a tutor, contact or speaker until others are asked.
    pub stays: Vec<Link>,
}

/// Why nothing is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// One of the two is not in the book.
    Nobody,
    /// The two are one.
    Same,
}

impl Refused {
    /// The id of the sentence that says so.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Nobody => "handover-nobody",
            Self::Same => "handover-same",
        }
    }
}

/// All that goes from one person to another; no change where the one looks after nothing.
///
/// # Errors
/// Why nothing can be handed over.
pub fn handing_over(book: &Book, from: &Id, to: &Id) -> Result<Handed, Refused> {
    if from == to {
        return Err(Refused::Same);
    }
    if book.get::<Person>(from).is_none() || book.get::<Person>(to).is_none() {
        return Err(Refused::Nobody);
    }
    let link = Link::new(Kind::Person, from.clone());
    let mut handed = Handed::default();
    for action in book.referring_as::<Action>(&link) {
        if is_open(action) && is(&action.owner, from) {
            let after = Action { owner: Who::Person(to.clone()), ..action.clone() };
            handed.put(Record::Action(action.clone()), Record::Action(after));
            handed.actions += 1;
        }
    }
    for coaching in book.referring_as::<Coaching>(&link).filter(|coaching| is_going_on(coaching)) {
        handed.coaching(coaching, from, to);
    }
    for session in book.referring_as::<Session>(&link) {
        handed.session(session, from, to);
    }
    handed.stays.sort();
    Ok(handed)
}

/// Whether this is that person.
pub fn is(who: &Who, person: &Id) -> bool {
    matches!(who, Who::Person(id) if id == person)
}

/// Whether a coaching is not over; one that was put off may come back.
pub fn is_going_on(coaching: &Coaching) -> bool {
    use CoachingStatus::{Cancelled, Declined, Done};
    !matches!(coaching.status, Some(Done | Declined | Cancelled))
}

/// Whether a material was promised by this person and has not come.
pub fn is_owed(material: &Material, person: &Id) -> bool {
    material.received_on.is_none() && is(&material.promised_by, person)
}

impl Handed {
    fn put(&mut self, before: Record, after: Record) {
        self.changes.push(Change { before: Some(before), after: Some(after) });
    }

    fn coaching(&mut self, coaching: &Coaching, from: &Id, to: &Id) {
        if coaching.responsible.as_ref() == Some(from) {
            let after = Coaching { responsible: Some(to.clone()), ..coaching.clone() };
            self.put(Record::Coaching(coaching.clone()), Record::Coaching(after));
            self.coachings += 1;
        }
        if coaching.tutors.contains(from) || coaching.contacts.contains(from) {
            self.stays.push(Link::new(Kind::Coaching, coaching.id.clone()));
        }
    }

    fn session(&mut self, session: &Session, from: &Id, to: &Id) {
        let mut after = session.clone();
        // What was called off needs no material any more.
        if session.status != Some(SessionStatus::Cancelled) {
            for row in after.materials.make_mut().iter_mut().filter(|row| is_owed(row, from)) {
                row.promised_by = Who::Person(to.clone());
                self.materials += 1;
            }
        }
        if inherit::is_open(session) {
            let mut cared_for = false;
            if session.responsible.as_ref() == Some(from) {
                after.responsible = Some(to.clone());
                cared_for = true;
            }
            if session.technical_hosts.contains(from) {
                after.technical_hosts = replaced(session.technical_hosts.iter(), from, to);
                cared_for = true;
            }
            self.sessions += usize::from(cared_for);
            let speakers = session.programme.iter().flat_map(|item| &item.speakers);
            let speaks = speakers.into_iter().any(|row| is(&row.who, from));
            if speaks || session.tutors.contains(from) || session.contacts.contains(from) {
                self.stays.push(Link::new(Kind::Session, session.id.clone()));
            }
        }
        if after != *session {
            self.put(Record::Session(session.clone()), Record::Session(after));
        }
    }
}

/// The ids with one in the place of another, each once.
fn replaced<'a>(ids: impl Iterator<Item = &'a Id>, from: &Id, to: &Id) -> crate::domain::Ids {
    let mut all = crate::domain::Ids::default();
    for id in ids.map(|id| if id == from { to } else { id }) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ActionStatus, ProgrammeItem, Speaker};
    use crate::store::{Source, load};

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn who(word: &str) -> Who {
        Who::Person(id(word))
    }

    /// Tammi, who hands over, and Rahja, who takes over.
    const TAMMI: &str = "pj1fqz53wsjj5";
    const RAHJA: &str = "pr6tzradgy5e5";

    fn book() -> Book {
        let mut book = load(&Source::Example).book;
        let action =
            |key: &str, status| Record::Action(Action { id: id(key), owner: who(TAMMI), status, ..Action::default() });
        let coaching = |key: &str, status| {
            let mut coaching = Coaching { id: id(key), status: Some(status), ..Coaching::default() };
            coaching.responsible = Some(id(TAMMI));
            coaching.tutors = [id(TAMMI)].into_iter().collect();
            Record::Coaching(coaching)
        };
        let material = |owed: bool| Material {
            promised_by: who(TAMMI),
            received_on: (!owed).then(|| jiff::civil::date(2026, 11, 1)),
            ..Material::default()
        };
        let session = |key: &str, status| {
            Record::Session(Session {
                id: id(key),
                status: Some(status),
                responsible: Some(id(TAMMI)),
                technical_hosts: [id(TAMMI), id(RAHJA)].into_iter().collect(),
                materials: [material(true), material(false)].into_iter().collect(),
                programme: [ProgrammeItem {
                    speakers: [Speaker { who: who(TAMMI), ..Speaker::default() }].into_iter().collect(),
                    ..ProgrammeItem::default()
                }]
                .into_iter()
                .collect(),
                ..Session::default()
            })
        };
        for record in [
            action("a1", None),
            action("a2", Some(ActionStatus::Open)),
            action("a3", Some(ActionStatus::Done)),
            action("a4", Some(ActionStatus::Dropped)),
            coaching("c1", CoachingStatus::Requested),
            coaching("c2", CoachingStatus::Postponed),
            coaching("c3", CoachingStatus::Done),
            session("s1", SessionStatus::Planned),
            session("s2", SessionStatus::Held),
            session("s3", SessionStatus::Cancelled),
        ] {
            book.apply(&Change { before: None, after: Some(record) });
        }
        book
    }

    #[test]
    fn what_is_open_goes_and_what_is_over_or_promised_in_person_stays() {
        let book = book();
        let handed = handing_over(&book, &id(TAMMI), &id(RAHJA)).unwrap();
        let counts = (handed.actions, handed.coachings, handed.sessions, handed.materials);
        assert_eq!(counts, (2, 2, 1, 2), "material of a held session is still owed");
        let changed: Vec<String> = handed.changes.iter().map(|it| it.link().unwrap().to_string()).collect();
        assert_eq!(changed, ["action:a1", "action:a2", "coaching:c1", "coaching:c2", "session:s1", "session:s2"]);
        let stays: Vec<String> = handed.stays.iter().map(Link::to_string).collect();
        assert_eq!(stays, ["coaching:c1", "coaching:c2", "session:s1"]);
        let Some(Record::Session(planned)) = &handed.changes[4].after else { panic!("a session") };
        assert_eq!(
            (&planned.responsible, planned.technical_hosts.as_slice()),
            (&Some(id(RAHJA)), [id(RAHJA)].as_slice())
        );
        assert_eq!(planned.programme[0].speakers[0].who, who(TAMMI));
        let owners: Vec<&Who> = planned.materials.iter().map(|row| &row.promised_by).collect();
        assert_eq!(owners, [&who(RAHJA), &who(TAMMI)], "what has come was Tammi's");
        let Some(Record::Session(held)) = &handed.changes[5].after else { panic!("a session") };
        assert_eq!(held.responsible, Some(id(TAMMI)));
    }

    #[test]
    fn nothing_is_left_to_hand_over_twice_and_it_can_be_taken_back() {
        let mut book = book();
        let handed = handing_over(&book, &id(TAMMI), &id(RAHJA)).unwrap();
        for change in &handed.changes {
            book.apply(change);
        }
        assert!(handing_over(&book, &id(TAMMI), &id(RAHJA)).unwrap().changes.is_empty());
        for change in &handed.changes {
            book.apply(&Change { before: change.after.clone(), after: change.before.clone() });
        }
        assert_eq!(handing_over(&book, &id(TAMMI), &id(RAHJA)).unwrap(), handed);
    }

    #[test]
    fn nobody_hands_over_to_themselves_or_to_nobody() {
        let book = book();
        assert_eq!(handing_over(&book, &id(TAMMI), &id(TAMMI)), Err(Refused::Same));
        assert_eq!(handing_over(&book, &id(TAMMI), &id("gone")), Err(Refused::Nobody));
        assert_eq!(handing_over(&book, &id("gone"), &id(TAMMI)), Err(Refused::Nobody));
    }
}
