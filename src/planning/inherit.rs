//! What a new record takes over: a session from its coaching, and a copy from what it copies.

use crate::book::Book;
use crate::domain::{
    Coaching, CoachingStatus, Id, Kind, Link, Record, RecordRef, Row, Session, SessionKind, SessionStatus, Value, Who,
};

/// Something a session takes over from its coachings, and keeps in step with them until it is changed.
pub(super) struct Shared {
    of: fn(&Coaching) -> Vec<Id>,
    pub(super) held: fn(&Session) -> Vec<Id>,
    pub(super) hold: fn(&mut Session, Vec<Id>),
}

/// What a session takes over.
pub(super) const SHARED: &[Shared] = &[
    Shared {
        of: |coaching| coaching.municipality.iter().cloned().collect(),
        held: |session| session.municipalities.to_vec(),
        hold: |session, ids| session.municipalities = ids.into_iter().collect(),
    },
    Shared {
        of: |coaching| coaching.tutors.to_vec(),
        held: |session| session.tutors.to_vec(),
        hold: |session, ids| session.tutors = ids.into_iter().collect(),
    },
    Shared {
        of: |coaching| coaching.tutor_municipalities.to_vec(),
        held: |session| session.tutor_municipalities.to_vec(),
        hold: |session, ids| session.tutor_municipalities = ids.into_iter().collect(),
    },
    Shared {
        of: |coaching| coaching.contacts.to_vec(),
        held: |session| session.contacts.to_vec(),
        hold: |session, ids| session.contacts = ids.into_iter().collect(),
    },
    Shared {
        of: |coaching| coaching.themes.to_vec(),
        held: |session| session.themes.to_vec(),
        hold: |session, ids| session.themes = ids.into_iter().collect(),
    },
    Shared {
        of: |coaching| coaching.responsible.iter().cloned().collect(),
        held: |session| session.responsible.iter().cloned().collect(),
        hold: |session, ids| session.responsible = ids.into_iter().next(),
    },
];

impl Shared {
    /// What these coachings give, each once.
    pub(super) fn given<'a>(&self, coachings: impl IntoIterator<Item = &'a Coaching>) -> Vec<Id> {
        let mut given: Vec<Id> = Vec::new();
        for id in coachings.into_iter().flat_map(self.of) {
            if !given.contains(&id) {
                given.push(id);
            }
        }
        given
    }
}

/// A new meeting of this coaching: what the coaching says, and how its last meeting was held. It has no day yet.
pub fn session(book: &Book, coaching: &Coaching) -> Session {
    let mut session = Session {
        kind: Some(SessionKind::Meeting),
        season: coaching.season.clone(),
        status: Some(SessionStatus::Planned),
        coachings: [coaching.id.clone()].into_iter().collect(),
        ..Session::default()
    };
    for shared in SHARED {
        (shared.hold)(&mut session, shared.given([coaching]));
    }
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let took_place = |session: &&Session| session.status != Some(SessionStatus::Cancelled);
    let last = book.referring_as::<Session>(&link).filter(took_place).max_by_key(|session| session.date);
    if let Some(last) = last {
        session.mode = last.mode;
        session.place = last.place.clone();
        session.length = last.length;
        session.technical_hosts = last.technical_hosts.clone();
    }
    session
}

/// The record once more, to be changed into another one: its rows without ids, and of a coaching or session nothing
/// that only happened to this one.
pub fn copied(record: RecordRef<'_>) -> Record {
    let mut copy = Record::empty(record.kind(), Id::default());
    for (column, value) in record.fields() {
        // It is of the same kind, so everything fits.
        let _fits = copy.set(column.key, without_ids(value));
    }
    match &mut copy {
        Record::Session(session) => begin_again(session),
        Record::Coaching(coaching) => {
            coaching.status = Some(CoachingStatus::Requested);
            coaching.planned_week = None;
            coaching.asked_on = None;
            coaching.reason.clear();
            coaching.outcome.clear();
        }
        _ => {}
    }
    copy
}

/// Takes from a copied session what came about with its day and its guests.
fn begin_again(session: &mut Session) {
    session.status = Some(SessionStatus::Planned);
    (session.date, session.last_day) = (None, None);
    for item in session.programme.make_mut() {
        item.speakers.make_mut().iter_mut().for_each(|speaker| speaker.consent = None);
    }
    for material in session.materials.make_mut() {
        (material.due, material.received_on, material.sent_on) = (None, None, None);
        material.asked_by = Who::Nobody;
    }
    for item in session.checklist.make_mut() {
        (item.due, item.done) = (None, None);
    }
    session.candidates.clear();
    (session.registered_people, session.registered_municipalities) = (None, None);
    (session.present_people, session.present_municipalities, session.at_least) = (None, None, None);
    session.presence.clear();
    session.hours.clear();
    session.invitation_sequence = None;
    session.invited.clear();
}

/// A value whose rows get ids of their own.
fn without_ids(value: Value) -> Value {
    match value {
        Value::Rows(rows) => Value::Rows(rows.into_iter().map(fresh).collect()),
        value => value,
    }
}

/// A row, and the rows within it, with ids of their own to be given.
pub fn fresh(row: Row) -> Row {
    Row { id: Id::default(), cells: row.cells.into_iter().map(without_ids).collect(), ..row }
}

/// The statuses from which a coaching goes under way once one of its sessions was held.
pub(super) fn has_not_begun(coaching: &Coaching) -> bool {
    use CoachingStatus::{Offered, Planning, Requested, Waiting};
    matches!(coaching.status, None | Some(Waiting | Requested | Offered | Planning))
}

/// Whether a session was neither held nor called off.
pub fn is_open(session: &Session) -> bool {
    matches!(session.status, None | Some(SessionStatus::Planned | SessionStatus::Confirmed))
}

/// Whether a session is still ahead, so that it can follow its coaching.
pub(super) fn is_ahead(session: &Session, today: jiff::civil::Date) -> bool {
    is_open(session) && session.last_day.or(session.date).is_none_or(|day| day >= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Consent, Mode};
    use crate::store::{Source, load};
    use jiff::civil::date;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    #[test]
    fn a_meeting_begins_with_its_coaching_and_its_last_meeting() {
        let mut book = load(&Source::Example).book;
        let mut coaching = book.all::<Coaching>().next().unwrap().clone();
        coaching.tutors = [id("pexn77e7gaf2t")].into_iter().collect();
        coaching.themes = [id("networks")].into_iter().collect();
        let before = |day, place: &str, status| {
            let mut session =
                Session { id: id(&format!("s{place}")), place: place.into(), date: day, ..Session::default() };
            session.status = status;
            session.mode = Some(Mode::OnSite);
            session.coachings = [coaching.id.clone()].into_iter().collect();
            Change { before: None, after: Some(Record::Session(session)) }
        };
        for change in [
            before(Some(date(2026, 3, 1)), "first", Some(SessionStatus::Held)),
            before(Some(date(2026, 9, 1)), "last", Some(SessionStatus::Planned)),
            before(Some(date(2026, 10, 1)), "never", Some(SessionStatus::Cancelled)),
        ] {
            book.apply(&change);
        }
        let session = session(&book, &coaching);
        assert_eq!((session.kind, session.status), (Some(SessionKind::Meeting), Some(SessionStatus::Planned)));
        assert_eq!((session.season, session.date), (coaching.season.clone(), None));
        assert_eq!(session.municipalities.first(), coaching.municipality.as_ref());
        assert_eq!((session.tutors, session.themes), (coaching.tutors.clone(), coaching.themes.clone()));
        assert_eq!((session.mode, session.place.as_str()), (Some(Mode::OnSite), "last"));
    }

    #[test]
    fn a_copy_of_the_closing_webinar_is_yet_to_come() {
        let book = load(&Source::Example).book;
        let held = book.all::<Session>().find(|session| session.programme.len() > 3).unwrap();
        let mut held = held.clone();
        held.programme.make_mut()[0].speakers.make_mut()[0].consent = Some(Consent::Confirmed);
        held.checklist.push(crate::domain::ChecklistItem {
            done: Some(true),
            due: held.date,
            what: "sali".into(),
            ..Default::default()
        });
        held.presence.push(crate::domain::Presence { present: Some(3), ..Default::default() });
        held.present_people = Some(50);
        let Record::Session(copy) = copied(RecordRef::Session(&held)) else { panic!("a session") };
        assert_eq!((copy.status, copy.date, copy.present_people), (Some(SessionStatus::Planned), None, None));
        assert!(copy.id.is_empty() && copy.presence.is_empty());
        assert_eq!((copy.title.clone(), copy.programme.len()), (held.title.clone(), held.programme.len()));
        let speakers = copy.programme.iter().flat_map(|item| &item.speakers);
        assert!(
            speakers.clone().count() >= 9 && speakers.clone().all(|row| row.id.is_empty() && row.consent.is_none())
        );
        assert_eq!(copy.checklist.iter().map(|item| (item.done, item.due)).collect::<Vec<_>>(), [(None, None)]);
    }

    #[test]
    fn a_copied_coaching_is_asked_for_anew() {
        let book = load(&Source::Example).book;
        let mut done = book.all::<Coaching>().next().unwrap().clone();
        done.outcome = "etätuki alkoi".into();
        done.wish = "Miten etätuki aloitetaan?".into();
        let Record::Coaching(copy) = copied(RecordRef::Coaching(&done)) else { panic!("a coaching") };
        assert_eq!((copy.status, copy.outcome.as_str()), (Some(CoachingStatus::Requested), ""));
        assert_eq!((copy.wish, copy.municipality), (done.wish.clone(), done.municipality.clone()));
    }
}
