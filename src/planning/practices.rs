//! Good practices: what one begins with that grew from a note, an answer or a session, and who took it up.
//!
//! Owns what a practice takes over from its source. Never changes the book.

use jiff::civil::Date;

use super::actions::{Source, contact_of, municipality_of};
use crate::book::Book;
use crate::domain::{Coaching, Id, Ids, Kind, Link, Practice, RecordRef, Session, Uptake};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Answer, Feedback, Record, SessionKind};
    use crate::store::{Source as From, load};
    use jiff::civil::date;

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn ids(words: &[&str]) -> Ids {
        words.iter().map(|word| id(word)).collect()
    }

    #[test]
    fn a_practice_told_in_a_form_knows_where_it_is_from() {
        let mut book = load(&From::Example).book;
        let session = Session {
            id: id("s1"),
            kind: Some(SessionKind::Meeting),
            municipalities: ids(&["611"]),
            themes: ids(&["remote"]),
            ..Session::default()
        };
        let about = Some(Link::new(Kind::Session, id("s1")));
        let answer =
            Answer { question: "first-step".into(), answer: "Etätuki kirjastoon".into(), ..Answer::default() };
        let form = Feedback { id: id("f1"), about, answers: [answer].into_iter().collect(), ..Feedback::default() };
        for record in [Record::Session(session), Record::Feedback(form)] {
            book.apply(&Change { before: None, after: Some(record) });
        }
        let link = Link::new(Kind::Feedback, id("f1"));
        let source = Source { link: link.clone(), field: "first-step".into(), quote: "Etätuki kirjastoon".into() };
        let practice = begun(&book, &source, date(2026, 11, 22));
        assert_eq!(practice.municipality, Some(id("611")), "the form names none, its session is of one");
        assert_eq!((practice.session, practice.themes), (Some(id("s1")), ids(&["remote"])));
        assert_eq!((practice.source, practice.idea.as_str()), (Some(link), "Etätuki kirjastoon"));
    }

    #[test]
    fn a_municipality_takes_a_practice_up_once() {
        let practice = Practice { id: id("g1"), ..Practice::default() };
        let after = taken_up(&practice, &id("611"), date(2026, 9, 1)).unwrap();
        assert_eq!(after.uptakes.len(), 1);
        assert_eq!(taken_up(&after, &id("611"), date(2026, 10, 1)), None);
        let mut book = load(&From::Example).book;
        book.apply(&Change { before: None, after: Some(Record::Practice(after)) });
        let found = of_municipality(&book, &id("611"));
        assert_eq!(found.iter().map(|(_, taken)| *taken).collect::<Vec<_>>(), [Some(Some(date(2026, 9, 1)))]);
    }
}
