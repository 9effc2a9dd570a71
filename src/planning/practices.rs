//! Good practices: what one begins with that grew from a note, an answer or a session, and who took it up.
//!
//! Owns what a practice takes over from its source. Never changes the book.

use jiff::civil::Date;

use super::actions::{Source, contact_of, municipality_of};
use crate::book::Book;
use crate::domain::{Action, Coaching, Id, Ids, Kind, Link, Practice, RecordRef, Session, Uptake};

/// A practice that grew from this: where it is practised, its themes, the session it was told at, whom to ask, and
/// the words that were said as the idea until somebody writes it better.
pub fn begun(book: &Book, source: &Source, today: Date) -> Practice {
    let municipality = municipality_of(book, &source.link, today);
    let session = session_of(book, &source.link);
    Practice {
        contact: contact_of(book, &source.link, municipality.as_ref(), today),
        themes: themes_of(book, &source.link, session),
        session: session.map(|session| session.id.clone()),
        municipality,
        idea: source.quote.clone(),
        source: Some(source.link.clone()),
        source_field: source.field.clone(),
        ..Practice::default()
    }
}

/// What a note or a form is about; a record itself where it is about nothing else.
fn subject<'a>(book: &'a Book, link: &Link) -> Option<RecordRef<'a>> {
    match book.record(link)? {
        RecordRef::Note(note) => book.record(note.about.as_ref()?),
        RecordRef::Feedback(form) => book.record(form.about.as_ref()?),
        RecordRef::Action(action) => book.record(action.source.as_ref()?),
        other => Some(other),
    }
}

fn session_of<'a>(book: &'a Book, link: &Link) -> Option<&'a Session> {
    match subject(book, link)? {
        RecordRef::Session(session) => Some(session),
        _ => None,
    }
}

/// The themes of the session, else of the coaching it was part of, or of the municipality's coaching itself.
fn themes_of(book: &Book, link: &Link, session: Option<&Session>) -> Ids {
    let through = |session: &Session| -> Ids {
        if !session.themes.is_empty() {
            return session.themes.clone();
        }
        let coachings = session.coachings.iter().filter_map(|id| book.get::<Coaching>(id));
        coachings.flat_map(|coaching| coaching.themes.iter().cloned()).collect()
    };
    match (session, subject(book, link)) {
        (Some(session), _) => through(session),
        (None, Some(RecordRef::Coaching(coaching))) => coaching.themes.clone(),
        (None, Some(RecordRef::Theme(theme))) => [theme.id.clone()].into_iter().collect(),
        _ => Ids::default(),
    }
}

/// The practice with one more municipality that took it up; nothing where it already had.
pub fn taken_up(practice: &Practice, municipality: &Id, since: Date) -> Option<Practice> {
    if practice.uptakes.iter().any(|row| row.municipality.as_ref() == Some(municipality)) {
        return None;
    }
    let mut after = practice.clone();
    after.uptakes.push(Uptake { municipality: Some(municipality.clone()), since: Some(since), ..Uptake::default() });
    Some(after)
}

/// The practices of a municipality: its own, and those it took up with the day.
pub fn of_municipality<'a>(book: &'a Book, municipality: &Id) -> Vec<(&'a Practice, Option<Option<Date>>)> {
    let link = Link::new(Kind::Municipality, municipality.clone());
    let taken = |practice: &Practice| {
        let row = practice.uptakes.iter().find(|row| row.municipality.as_ref() == Some(municipality));
        row.map(|row| row.since)
    };
    let own = |practice: &&Practice| practice.municipality.as_ref() == Some(municipality) || taken(practice).is_some();
    book.referring_as::<Practice>(&link).filter(own).map(|practice| (practice, taken(practice))).collect()
}

/// Whether something came of it in a municipality that can be seen: an action done, or a practice taken up.
pub fn is_concrete(action: &Action) -> bool {
    action.status == Some(crate::domain::ActionStatus::Done)
}
