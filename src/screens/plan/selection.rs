//! What one has in hand while looking at the plan: a coaching, a session, a day, a municipality, a tutor. Each view
//! uses what it knows of it and leaves the rest.

use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{Coaching, Id, Kind, Link, RecordRef, Season, Session, SessionStatus};

/// What one has in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Selection {
    pub(super) coaching: Option<Id>,
    pub(super) session: Option<Id>,
    pub(super) day: Option<Date>,
    pub(super) municipality: Option<Id>,
    /// The person, or the tutor municipality that has named nobody.
    pub(super) tutor: Option<Link>,
}

impl Selection {
    /// Takes a record in hand, and what goes with it.
    pub(super) fn take(&mut self, book: &Book, season: Option<&Season>, link: &Link, today: Date) {
        match book.record(link) {
            Some(RecordRef::Coaching(coaching)) => self.take_coaching(book, coaching, today),
            Some(RecordRef::Session(session)) => self.take_session(book, session),
            Some(RecordRef::Municipality(municipality)) => {
                let own = book.referring_as::<Coaching>(link).find(|coaching| {
                    coaching.municipality.as_ref() == Some(&municipality.id)
                        && coaching.season.as_ref() == season.map(|season| &season.id)
                });
                match own {
                    Some(coaching) => self.take_coaching(book, coaching, today),
                    None => *self = Self { day: self.day, tutor: self.tutor.take(), ..Self::default() },
                }
                self.municipality = Some(municipality.id.clone());
            }
            _ => {}
        }
    }

    fn take_coaching(&mut self, book: &Book, coaching: &Coaching, today: Date) {
        self.coaching = Some(coaching.id.clone());
        self.municipality.clone_from(&coaching.municipality);
        if let Some(tutor) = coaching.tutors.first() {
            self.tutor = Some(Link::new(Kind::Person, tutor.clone()));
        }
        let session = next_session(book, coaching, today);
        self.session = session.map(|session| session.id.clone());
        self.day = session.and_then(|session| session.date).or(coaching.planned_week).or(self.day);
    }

    fn take_session(&mut self, book: &Book, session: &Session) {
        self.session = Some(session.id.clone());
        self.coaching = session.coachings.first().cloned();
        let coaching = self.coaching.as_ref().and_then(|id| book.get::<Coaching>(id));
        let of_coaching = coaching.and_then(|coaching| coaching.municipality.clone());
        self.municipality = session.municipalities.first().cloned().or(of_coaching);
        if let Some(tutor) = session.tutors.first() {
            self.tutor = Some(Link::new(Kind::Person, tutor.clone()));
        }
        self.day = session.date.or(self.day);
    }
}

/// The session of a coaching one means without saying which: the next one, else the last one.
pub(super) fn next_session<'a>(book: &'a Book, coaching: &Coaching, today: Date) -> Option<&'a Session> {
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let mut sessions: Vec<&Session> = book
        .referring_as::<Session>(&link)
        .filter(|session| session.status != Some(SessionStatus::Cancelled) && session.coachings.contains(&coaching.id))
        .collect();
    sessions.sort_by_key(|session| (session.date, session.time));
    let ahead = sessions.iter().find(|session| session.date.is_none_or(|day| day >= today));
    ahead.or(sessions.last()).copied()
}
