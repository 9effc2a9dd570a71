//! What a new record begins with, where nobody says otherwise.

use jiff::civil::{DateTime, Time};

use crate::book::Book;
use crate::domain::{
    ActionStatus, Coaching, CoachingStatus, Id, Kind, Link, Municipality, Record, Season, Session, SessionKind,
    SessionStatus, Who,
};
use crate::planning::rounds::is_full;
use crate::planning::tutors::counts;

/// Fills what is still empty and goes without saying: the season of its day, the first status, the day of a note
/// and who writes it.
pub fn begin(book: &Book, record: &mut Record, now: DateTime, me: Option<&Id>) {
    let season = |day| book.season_at(day).map(|season| season.id.clone());
    match record {
        Record::Coaching(it) => {
            it.season = it.season.take().or_else(|| season(it.asked_on.unwrap_or(now.date())));
            it.status = it.status.or(Some(CoachingStatus::Requested));
        }
        Record::Session(it) => {
            it.season = it.season.take().or_else(|| season(it.date.unwrap_or(now.date())));
            it.status = it.status.or(Some(SessionStatus::Planned));
        }
        Record::Action(it) => it.status = it.status.or(Some(ActionStatus::Open)),
        Record::Feedback(it) => it.entered_by = it.entered_by.take().or_else(|| me.cloned()),
        Record::Note(it) => {
            if it.at.is_none() {
                it.at = Some(now.date());
                it.time = it.time.or_else(|| Time::new(now.hour(), now.minute(), 0, 0).ok());
            }
            it.by = it.by.take().or_else(|| me.cloned());
        }
        _ => {}
    }
}

/// Fills what is still empty and follows from what was said: a request for a round that is full waits, a coaching is
/// in the language of its municipality, and who asked for it is whom one writes to; a meeting is part of the coaching
/// its municipality has in the season, where there is one only.
pub fn complete(book: &Book, record: &mut Record) {
    if let Record::Session(it) = record {
        it.coachings.extend(coaching_of(book, it));
    }
    let Record::Coaching(it) = record else { return };
    if let (true, Who::Person(asker)) = (it.contacts.is_empty(), &it.asked_by) {
        it.contacts.push(asker.clone());
    }
    let season = it.season.as_ref().and_then(|id| book.get::<Season>(id));
    if it.status.is_none() && is_full(book, &it.round, season) {
        it.status = Some(CoachingStatus::Waiting);
    }
    let municipality = it.municipality.as_ref().and_then(|id| book.get::<Municipality>(id));
    it.language = it.language.or_else(|| municipality.and_then(|place| place.languages.first().copied()));
}

/// The coaching a meeting or visit of one municipality is part of, where nobody said so and only one is meant.
fn coaching_of(book: &Book, session: &Session) -> Option<Id> {
    let is_coaching = matches!(session.kind, Some(SessionKind::Meeting | SessionKind::Visit));
    let [municipality] = session.municipalities.as_slice() else { return None };
    if !is_coaching || !session.coachings.is_empty() {
        return None;
    }
    let link = Link::new(Kind::Municipality, municipality.clone());
    let mut own = book.referring_as::<Coaching>(&link).filter(|coaching| {
        coaching.municipality.as_ref() == Some(municipality) && coaching.season == session.season && counts(coaching)
    });
    own.next().filter(|_| own.next().is_none()).map(|coaching| coaching.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Source, load};
    use jiff::civil::date;

    #[test]
    fn a_meeting_is_part_of_the_one_coaching_its_municipality_has() {
        let mut book = load(&Source::Example).book;
        let id = |word: &str| Id::parse(word).unwrap();
        let found = |book: &Book, kind| {
            let municipalities = [id("224")].into_iter().collect();
            let season = Some(id("2020-21"));
            let mut record =
                Record::Session(Session { kind: Some(kind), season, municipalities, ..Session::default() });
            complete(book, &mut record);
            let Record::Session(session) = record else { panic!("a session") };
            session.coachings.len()
        };
        assert_eq!(found(&book, SessionKind::Meeting), 1);
        assert_eq!(found(&book, SessionKind::Webinar), 0, "a webinar is no coaching");
        let (municipality, season) = (Some(id("224")), Some(id("2020-21")));
        let second = Coaching { id: id("c2"), municipality, season, ..Coaching::default() };
        book.apply(&crate::book::Change { before: None, after: Some(Record::Coaching(second)) });
        assert_eq!(found(&book, SessionKind::Meeting), 0, "of two nobody knows which is meant");
    }

    #[test]
    fn a_session_belongs_to_the_season_of_its_day_and_a_note_to_its_hour() {
        let book = load(&Source::Example).book;
        let now = date(2026, 11, 22).at(10, 42, 7, 0);
        let mut record = Record::empty(Kind::Session, Id::default());
        if let Record::Session(session) = &mut record {
            session.date = Some(date(2019, 5, 1));
        }
        begin(&book, &mut record, now, None);
        let Record::Session(session) = record else { panic!("a session") };
        assert_eq!(session.season.map(|id| id.to_string()), Some("2019".into()));
        let me = Id::parse("p1").ok();
        let mut record = Record::empty(Kind::Note, Id::default());
        begin(&book, &mut record, now, me.as_ref());
        let Record::Note(note) = record else { panic!("a note") };
        assert_eq!((note.at, note.time, note.by), (Some(now.date()), Time::new(10, 42, 0, 0).ok(), me));
    }
}
