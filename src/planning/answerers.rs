//! Who is to say how a session or coaching was, who has said so already, and whether it is time to ask.
//!
//! How many answers there should be is told in `figures/answers.rs`, what they say in `opinions`.

use jiff::civil::Date;

use super::figures::{Answers, Returned, answers, answers_in, answers_of, has_been_held, returned};
use super::opinions::About;
use super::questionnaires::sessions_of;
use crate::book::Book;
use crate::domain::{
    Coaching, CoachingStatus, Feedback, Hours, Id, Ids, Kind, Link, RecordRef, Season, Session, SessionStatus, Voice,
};

/// Whether it is time to ask how something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// It was held.
    Held,
    /// Its day is over, and nobody said whether it was held.
    NotMarked,
    /// It is still to come.
    NotYet,
    /// It was cancelled: there is nothing to say of it.
    Cancelled,
}

/// Whether it is time to ask how this was; nothing where one does not ask about such a record.
pub fn time(book: &Book, about: &Link, today: Date) -> Option<Time> {
    match book.record(about)? {
        RecordRef::Session(session) => Some(match session.status {
            Some(SessionStatus::Cancelled) => Time::Cancelled,
            Some(SessionStatus::Held) => Time::Held,
            _ if session.last_day.max(session.date).is_some_and(|day| day <= today) => Time::NotMarked,
            _ => Time::NotYet,
        }),
        RecordRef::Coaching(coaching) => Some(match coaching.status {
            Some(CoachingStatus::Cancelled | CoachingStatus::Declined) => Time::Cancelled,
            _ if has_been_held(book, coaching) => Time::Held,
            _ => Time::NotYet,
        }),
        _ => None,
    }
}

/// The municipalities that received something there: of those that are known to have been present, else of all.
pub fn municipalities(book: &Book, about: &Link) -> Vec<Id> {
    match book.record(about) {
        Some(RecordRef::Coaching(coaching)) => coaching.municipality.iter().cloned().collect(),
        Some(RecordRef::Session(session)) => at_session(book, session),
        _ => Vec::new(),
    }
}

fn at_session(book: &Book, session: &Session) -> Vec<Id> {
    let rows = session.presence.iter().filter_map(|row| Some((row.who.as_ref()?, row.present)));
    let rows = rows.filter(|(who, _)| who.kind == Kind::Municipality);
    let came: Vec<Id> = rows.clone().filter(|(_, n)| n.is_some_and(|n| n > 0)).map(|(who, _)| who.id.clone()).collect();
    if !came.is_empty() {
        return came;
    }
    let away: Vec<&Id> = rows.filter(|(_, n)| *n == Some(0)).map(|(who, _)| &who.id).collect();
    let of_coachings = session.coachings.iter().filter_map(|id| book.get::<Coaching>(id)?.municipality.as_ref());
    let mut all: Vec<Id> = Vec::new();
    for id in session.municipalities.iter().chain(of_coachings).filter(|id| !away.contains(id)) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

/// The tutors who were there: those named, else those of its coachings.
pub fn tutors(book: &Book, about: &Link) -> Ids {
    match book.record(about) {
        Some(RecordRef::Coaching(coaching)) => coaching.tutors.clone(),
        Some(RecordRef::Session(session)) if session.tutors.is_empty() => {
            let coachings = session.coachings.iter().filter_map(|id| book.get::<Coaching>(id));
            coachings.flat_map(|coaching| coaching.tutors.iter().cloned()).collect()
        }
        Some(RecordRef::Session(session)) => session.tutors.clone(),
        _ => Ids::default(),
    }
}

/// What a municipality already said of this on this questionnaire.
pub fn already<'a>(book: &'a Book, about: &Link, questionnaire: &str, municipality: &Id) -> Option<&'a Feedback> {
    let is_its = |form: &&Feedback| {
        form.about.as_ref() == Some(about)
            && form.voice == Some(Voice::Receiving)
            && form.questionnaire == questionnaire
            && form.municipality.as_ref() == Some(municipality)
    };
    book.referring_as::<Feedback>(about).find(is_its)
}

/// How many forms of tutors are still to come on a session.
pub fn tutors_missing(book: &Book, about: &Link) -> usize {
    if about.kind != Kind::Session {
        return 0;
    }
    let is_tutors = |form: &&Feedback| form.about.as_ref() == Some(about) && form.voice == Some(Voice::Tutor);
    let came = book.referring_as::<Feedback>(about).filter(is_tutors).count();
    tutors(book, about).len().saturating_sub(came)
}

/// Whether every municipality that was there has said something on this questionnaire, as far as it is known who was.
pub fn all_have_answered(book: &Book, about: &Link, questionnaire: &str) -> bool {
    let all = municipalities(book, about);
    !all.is_empty() && all.iter().all(|id| already(book, about, questionnaire, id).is_some())
}

/// The hours a tutor has on record where those of this go.
pub fn hours_of<'a>(book: &'a Book, about: &Link, tutor: &Id) -> Option<&'a Hours> {
    session_of_hours(book, about)?.hours.iter().find(|row| row.tutor.as_ref() == Some(tutor))
}

/// Whether more than one form of this voice can be expected, so that one goes on with the next one.
pub fn is_many(book: &Book, about: &Link, voice: Voice) -> bool {
    match voice {
        Voice::Tutor => tutors(book, about).len() > 1,
        // Of a webinar nobody may have said yet who was there.
        Voice::Receiving => about.kind == Kind::Session && municipalities(book, about).len() != 1,
    }
}

/// The forms that came, and those there should be.
pub fn counted(book: &Book, about: &Link) -> Answers {
    match book.record(about) {
        Some(RecordRef::Coaching(coaching)) => answers(book, coaching),
        Some(RecordRef::Session(session)) => answers_of(book, session),
        _ => Answers::default(),
    }
}

/// The forms that came and should have come about anything they are gathered about, of one season where one is named.
///
/// Of a municipality those it fills in itself count; of a tutor and a theme those on what they were part of.
pub fn counted_about(book: &Book, about: &About, season: Option<&Id>) -> Answers {
    let is_wanted = |of: Option<&Id>| season.is_none_or(|season| of == Some(season));
    let link = match about {
        About::Session(id) => return counted(book, &Link::new(Kind::Session, id.clone())),
        About::Coaching(id) => return counted(book, &Link::new(Kind::Coaching, id.clone())),
        About::Season(id) => return book.get::<Season>(id).map(|it| answers_in(book, it)).unwrap_or_default(),
        About::Municipality(id) => Link::new(Kind::Municipality, id.clone()),
        About::Tutor(id) => Link::new(Kind::Person, id.clone()),
        About::Theme(id) => Link::new(Kind::Theme, id.clone()),
    };
    let coachings = book.referring_as::<Coaching>(&link).filter(|coaching| is_wanted(coaching.season.as_ref()));
    if let About::Municipality(id) = about {
        let own = coachings.filter(|coaching| coaching.municipality.as_ref() == Some(id));
        return sum(own.map(|coaching| answers(book, coaching)));
    }
    let mut coachings: Vec<&Coaching> = coachings.collect();
    let of_coachings = coachings.iter().flat_map(|coaching| sessions_of(book, &coaching.id));
    let sessions = book.referring_as::<Session>(&link).filter(|session| is_wanted(session.season.as_ref()));
    let mut sessions: Vec<&Session> = sessions.chain(of_coachings).collect();
    sessions.sort_by_key(|session| &session.id);
    sessions.dedup_by_key(|session| &session.id);
    coachings.retain(|coaching| has_been_held(book, coaching));
    let Returned { receiving, tutors } = returned(book, &sessions, &coachings);
    sum([receiving, tutors].into_iter())
}

fn sum(all: impl Iterator<Item = Answers>) -> Answers {
    all.fold(Answers::default(), Answers::and)
}

/// The session a tutor's hours are written down in: it itself, or the one session of a coaching that was held.
pub fn session_of_hours<'a>(book: &'a Book, about: &Link) -> Option<&'a Session> {
    match book.record(about)? {
        RecordRef::Session(session) => Some(session),
        RecordRef::Coaching(coaching) => {
            let held = |session: &&Session| session.status == Some(SessionStatus::Held);
            let mut sessions = sessions_of(book, &coaching.id).filter(held);
            sessions.next().filter(|_| sessions.next().is_none())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Presence, Record};
    use jiff::civil::date;

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn book(records: Vec<Record>) -> Book {
        let mut book = Book::default();
        for record in records {
            book.apply(&Change { before: None, after: Some(record) });
        }
        book
    }

    fn on(session: &Session) -> Link {
        Link::new(Kind::Session, session.id.clone())
    }

    #[test]
    fn one_asks_who_was_there() {
        let came = |code: &str, present: Option<u32>| Presence {
            id: id(&format!("r{code}")),
            who: Some(Link::new(Kind::Municipality, id(code))),
            present,
            ..Presence::default()
        };
        let coaching = Coaching {
            id: id("c1"),
            municipality: Some(id("018")),
            tutors: [id("p1"), id("p2")].into_iter().collect(),
            ..Coaching::default()
        };
        let named = Session {
            id: id("s1"),
            municipalities: [id("018"), id("078")].into_iter().collect(),
            coachings: [id("c1")].into_iter().collect(),
            ..Session::default()
        };
        let away = Session { id: id("s2"), presence: [came("078", Some(0))].into_iter().collect(), ..named.clone() };
        let told = [came("092", Some(3)), came("078", Some(0)), came("018", None)].into_iter().collect();
        let told = Session { id: id("s3"), presence: told, ..named.clone() };
        let all = [&named, &away, &told].map(|session| Record::Session(session.clone()));
        let book = book(all.into_iter().chain([Record::Coaching(coaching)]).collect());
        assert_eq!(municipalities(&book, &on(&named)), [id("018"), id("078")]);
        assert_eq!(municipalities(&book, &on(&away)), [id("018")]);
        assert_eq!(municipalities(&book, &on(&told)), [id("092")]);
        assert_eq!(municipalities(&book, &Link::new(Kind::Coaching, id("c1"))), [id("018")]);
        assert_eq!(tutors(&book, &on(&named)).as_slice(), [id("p1"), id("p2")]);
        assert!(is_many(&book, &on(&named), Voice::Receiving) && !is_many(&book, &on(&away), Voice::Receiving));
        assert!(is_many(&book, &on(&away), Voice::Tutor));
    }

    #[test]
    fn nobody_is_asked_about_what_was_cancelled() {
        let session = |key: &str, status, day| Session { id: id(key), status, date: day, ..Session::default() };
        let today = date(2026, 11, 22);
        for (status, day, expected) in [
            (Some(SessionStatus::Held), Some(date(2026, 12, 1)), Time::Held),
            (Some(SessionStatus::Cancelled), Some(date(2026, 11, 1)), Time::Cancelled),
            (Some(SessionStatus::Planned), Some(today), Time::NotMarked),
            (Some(SessionStatus::Confirmed), Some(date(2026, 11, 23)), Time::NotYet),
            (None, None, Time::NotYet),
        ] {
            let session = session("s1", status, day);
            let book = book(vec![Record::Session(session.clone())]);
            assert_eq!(time(&book, &on(&session), today), Some(expected), "{status:?} {day:?}");
        }
    }
}
