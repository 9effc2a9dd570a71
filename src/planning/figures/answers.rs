//! How many answers came, and how many there should be: one form of each municipality that received something and was
//! there, one of each tutor. The form that asks months later what has changed is none of these, nor is one on which
//! nothing is answered.

use std::collections::HashSet;

use super::super::opinions::is_later;
use super::has_been_held;
use crate::book::Book;
use crate::domain::{Coaching, Feedback, Id, Kind, Link, Season, Session, SessionStatus, Voice};

/// Answers that came, and that there should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// How many of those who are asked have answered, never more than there are.
    pub given: u32,
    /// How many are asked: so many forms there should be, whatever came.
    pub expected: u32,
    /// All forms that came: several people of one municipality may have filled one in each.
    pub forms: u32,
}

impl Answers {
    /// The sum of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            given: self.given.saturating_add(other.given),
            expected: self.expected.saturating_add(other.expected),
            forms: self.forms.saturating_add(other.forms),
        }
    }

    fn of(given: usize, expected: usize, forms: usize) -> Self {
        let [given, expected, forms] =
            [given.min(expected), expected, forms].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        Self { given, expected, forms }
    }
}

/// The receiving municipality's forms on a coaching: one is expected of each session held that it was present at, and
/// one where it is only known that there was a session. A form on the coaching itself stands for all of them.
pub fn answers(book: &Book, coaching: &Coaching) -> Answers {
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let was_there = |session: &&Session| is_held(session) && was_present(session, coaching.municipality.as_ref());
    let mut sessions = book.referring_as::<Session>(&link).filter(was_there).peekable();
    let is_known = sessions.peek().is_some();
    let on_coaching = own_forms(book, coaching, &link, true).count();
    let (mut given, mut expected, mut forms) = (0, 0, on_coaching);
    for session in sessions {
        expected += 1;
        let about = Link::new(Kind::Session, session.id.clone());
        let came = own_forms(book, coaching, &about, session.coachings.len() == 1).count();
        given += usize::from(came > 0);
        forms += came;
    }
    if !is_known {
        expected = usize::from(has_been_held(book, coaching));
    }
    Answers::of(if on_coaching > 0 { expected } else { given }, expected, forms)
}

/// The forms on a session that was held: of each municipality that was there, and of each tutor.
pub fn answers_of(book: &Book, session: &Session) -> Answers {
    if !is_held(session) {
        return Answers::default();
    }
    let coachings = coachings_of(book, session);
    let on_coachings = on_coachings(book, coachings.iter().copied());
    received(book, session, &coachings).and(tutored(book, session, &coachings)).and(on_coachings)
}

/// The forms on coachings whose sessions are counted: they stand for the sessions, and only how many they are is told.
fn on_coachings<'a>(book: &Book, coachings: impl Iterator<Item = &'a Coaching>) -> Answers {
    let link = |coaching: &Coaching| Link::new(Kind::Coaching, coaching.id.clone());
    let forms = coachings.map(|coaching| own_forms(book, coaching, &link(coaching), true).count());
    Answers::of(0, 0, forms.sum())
}

/// The answers of both voices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// Those of municipalities that received something.
    pub receiving: Answers,
    /// Those of tutors.
    pub tutors: Answers,
}

/// All answers of a season: on its sessions, and on coachings of which it is only known that there was one.
pub fn answers_in(book: &Book, season: &Season) -> Answers {
    let link = Link::new(Kind::Season, season.id.clone());
    let is_ours = |of: Option<&Id>| of == Some(&season.id);
    let sessions = book.referring_as::<Session>(&link).filter(|session| is_ours(session.season.as_ref()));
    let sessions: Vec<&Session> = sessions.collect();
    let coachings = book.referring_as::<Coaching>(&link).filter(|coaching| is_ours(coaching.season.as_ref()));
    let held: Vec<&Coaching> = coachings.filter(|coaching| has_been_held(book, coaching)).collect();
    let Returned { receiving, tutors } = returned(book, &sessions, &held);
    receiving.and(tutors)
}

/// The answers on those of these sessions that were held, and on those of these coachings, all of which were held, of
/// which no session is among them.
pub fn returned(book: &Book, sessions: &[&Session], coachings: &[&Coaching]) -> Returned {
    let held = || sessions.iter().copied().filter(|session| is_held(session));
    let coached: HashSet<&Id> = held().flat_map(|session| &session.coachings).collect();
    let (with, alone): (Vec<&Coaching>, Vec<&Coaching>) =
        coachings.iter().copied().partition(|coaching| coached.contains(&coaching.id));
    let on_coachings =
        alone.iter().map(|coaching| answers(book, coaching)).chain([on_coachings(book, with.into_iter())]);
    let on_sessions = held().map(|session| received(book, session, &coachings_of(book, session)));
    let tutored = held().map(|session| tutored(book, session, &coachings_of(book, session)));
    let receiving = on_sessions.chain(on_coachings).fold(Answers::default(), Answers::and);
    Returned { receiving, tutors: tutored.fold(Answers::default(), Answers::and) }
}

fn coachings_of<'a>(book: &'a Book, session: &Session) -> Vec<&'a Coaching> {
    session.coachings.iter().filter_map(|id| book.get::<Coaching>(id)).collect()
}

fn is_held(session: &Session) -> bool {
    session.status == Some(SessionStatus::Held)
}

/// Whether a municipality came to a session, as far as is known.
fn was_present(session: &Session, municipality: Option<&Id>) -> bool {
    let who = municipality.map(|id| Link::new(Kind::Municipality, id.clone()));
    !session.presence.iter().any(|row| row.who == who && row.present == Some(0))
}

/// The forms a coaching's municipality filled in about this. One without a name is its own where nobody else's can be
/// meant.
fn own_forms<'a>(
    book: &'a Book,
    coaching: &'a Coaching,
    about: &Link,
    is_alone: bool,
) -> impl Iterator<Item = &'a Feedback> {
    let is_own =
        move |form: &&Feedback| form.municipality.is_none() && is_alone || form.municipality == coaching.municipality;
    forms(book, about, Voice::Receiving).filter(is_own)
}

fn forms<'a>(book: &'a Book, about: &Link, voice: Voice) -> impl Iterator<Item = &'a Feedback> {
    let counts = move |form: &&Feedback| form.voice == Some(voice) && !is_later(form) && says_something(form);
    book.referring_as::<Feedback>(about).filter(move |form| form.about.as_ref() == Some(about)).filter(counts)
}

/// Whether anything is answered on a form: one that was begun, or lies in a file of answers with nothing in it, is not
/// an answer.
pub fn says_something(form: &Feedback) -> bool {
    let answered = form.answers.iter().any(|row| !row.answer.trim().is_empty());
    answered || !form.comment.trim().is_empty() || form.wants_contact.is_some()
}

/// Of a session of coachings one form of each municipality; of any other one of each that was there: by the rows, by
/// the total, else of all it was for.
fn received(book: &Book, session: &Session, coachings: &[&Coaching]) -> Answers {
    let about = Link::new(Kind::Session, session.id.clone());
    if !coachings.is_empty() {
        let is_alone = coachings.len() == 1;
        let there = coachings.iter().filter(|coaching| was_present(session, coaching.municipality.as_ref()));
        let each = there.map(|coaching| {
            let on_coaching = Link::new(Kind::Coaching, coaching.id.clone());
            let here = own_forms(book, coaching, &about, is_alone).count();
            let on_all = own_forms(book, coaching, &on_coaching, true).count();
            Answers::of(here + on_all, 1, here)
        });
        return each.fold(Answers::default(), Answers::and);
    }
    let is_municipality = |link: &Link| link.kind == Kind::Municipality;
    let rows = session.presence.iter().filter(|row| row.who.as_ref().is_some_and(is_municipality));
    let told = rows.clone().any(|row| row.present.is_some());
    let by_rows = rows.filter(|row| row.present.is_some_and(|count| count > 0)).count();
    let total = session.present_municipalities.and_then(|count| usize::try_from(count).ok());
    let expected = if told { by_rows } else { total.unwrap_or(session.municipalities.len()) };
    let came: Vec<&Feedback> = forms(book, &about, Voice::Receiving).collect();
    let named: HashSet<&Id> = came.iter().filter_map(|form| form.municipality.as_ref()).collect();
    // Whose the forms without a name are nobody knows: each may be another municipality's.
    let nameless = came.iter().filter(|form| form.municipality.is_none()).count();
    Answers::of(named.len() + nameless, expected, came.len())
}

/// One form of each tutor: its own, else those of its coachings.
fn tutored(book: &Book, session: &Session, coachings: &[&Coaching]) -> Answers {
    let mut tutors: Vec<&Id> = session.tutors.iter().collect();
    if tutors.is_empty() {
        tutors = coachings.iter().flat_map(|coaching| &coaching.tutors).collect();
        tutors.sort();
        tutors.dedup();
    }
    let about = Link::new(Kind::Session, session.id.clone());
    let came = forms(book, &about, Voice::Tutor).count();
    Answers::of(came, tutors.len(), came)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Answer, CoachingStatus, Presence, Record};
    use crate::store::{Source, load};

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn held(key: &str) -> Session {
        Session { id: id(key), season: Some(id("2020-21")), status: Some(SessionStatus::Held), ..Session::default() }
    }

    fn form(key: &str, about: (Kind, &str), voice: Voice, municipality: Option<&str>) -> Record {
        Record::Feedback(Feedback {
            id: id(key),
            about: Some(Link::new(about.0, id(about.1))),
            voice: Some(voice),
            municipality: municipality.map(id),
            answers: [Answer { id: id("a1"), question: "use".into(), answer: "4".into(), ..Answer::default() }]
                .into_iter()
                .collect(),
            ..Feedback::default()
        })
    }

    fn with(records: Vec<Record>) -> Book {
        let mut book = load(&Source::Example).book;
        for record in records {
            book.apply(&Change { before: None, after: Some(record) });
        }
        book
    }

    #[track_caller]
    fn counts(session: &Session, forms: Vec<Record>, given: u32, expected: u32) {
        let mut records = vec![Record::Session(session.clone())];
        let coaching = |key: &str, municipality: &str| Coaching {
            id: id(key),
            municipality: Some(id(municipality)),
            season: Some(id("2020-21")),
            status: Some(CoachingStatus::UnderWay),
            tutors: [id("p1"), id("p2")].into_iter().collect(),
            ..Coaching::default()
        };
        records.extend([coaching("c1", "018"), coaching("c2", "078")].map(Record::Coaching));
        records.extend(forms);
        let counted = answers_of(&with(records), session);
        assert_eq!((counted.given, counted.expected), (given, expected));
    }

    #[test]
    fn each_municipality_that_was_there_and_each_tutor_is_asked() {
        let (session, coaching) = ((Kind::Session, "s1"), (Kind::Coaching, "c1"));
        let meeting = Session { coachings: [id("c1")].into_iter().collect(), ..held("s1") };
        counts(&meeting, Vec::new(), 0, 3);
        counts(&meeting, vec![form("f1", session, Voice::Receiving, None)], 1, 3);
        counts(&meeting, vec![form("f1", coaching, Voice::Receiving, Some("018"))], 1, 3);
        counts(&meeting, vec![form("f1", session, Voice::Receiving, Some("078"))], 0, 3);
        let tutors = (1..=3).map(|number| form(&format!("f{number}"), session, Voice::Tutor, None));
        counts(&meeting, tutors.collect(), 2, 3);
        counts(&Session { status: Some(SessionStatus::Planned), ..meeting.clone() }, Vec::new(), 0, 0);
        let both = Session { coachings: [id("c1"), id("c2")].into_iter().collect(), ..meeting };
        counts(&both, vec![form("f1", session, Voice::Receiving, Some("078"))], 1, 4);
        let row = |code: &str, present: u32| Presence {
            id: id(&format!("r{code}")),
            who: Some(Link::new(Kind::Municipality, id(code))),
            present: Some(present),
            ..Presence::default()
        };
        let away = Session { presence: [row("078", 0)].into_iter().collect(), ..both };
        counts(&away, Vec::new(), 0, 3);
        let webinar = Session { present_municipalities: Some(11), ..held("s1") };
        counts(&webinar, vec![form("f1", session, Voice::Receiving, None)], 1, 11);
        let told = Session { presence: [row("018", 4), row("078", 0)].into_iter().collect(), ..webinar };
        let Record::Feedback(mut later) = form("f1", session, Voice::Receiving, None) else { panic!("a form") };
        later.questionnaire = crate::planning::questionnaires::FOLLOW_UP.into();
        counts(&told, vec![Record::Feedback(later)], 0, 1);
        counts(&told, vec![form("f1", session, Voice::Receiving, None)], 1, 1);
    }

    #[test]
    fn more_forms_than_municipalities_expect_no_more() {
        let webinar = Session { present_municipalities: Some(14), ..held("s1") };
        let forms = |of: fn(usize) -> Option<&'static str>| {
            let about = (Kind::Session, "s1");
            let forms = (1..=20).map(|at| form(&format!("f{at}"), about, Voice::Receiving, of(at)));
            let records = [Record::Session(webinar.clone())].into_iter().chain(forms);
            answers_of(&with(records.collect()), &webinar)
        };
        assert_eq!(forms(|_| None), Answers { given: 14, expected: 14, forms: 20 });
        let of_three = |at: usize| ["018", "078", "091"].get(at % 3).copied();
        assert_eq!(forms(of_three), Answers { given: 3, expected: 14, forms: 20 });
    }

    #[test]
    fn a_form_without_an_answer_is_none() {
        let webinar = Session { present_municipalities: Some(14), ..held("s1") };
        let Record::Feedback(full) = form("f1", (Kind::Session, "s1"), Voice::Receiving, None) else {
            panic!("a form")
        };
        let empty = Feedback { answers: ecow::EcoVec::new(), may_be_quoted: Some(true), ..full };
        let count = |form: Feedback| {
            let book = with(vec![Record::Session(webinar.clone()), Record::Feedback(form)]);
            answers_of(&book, &webinar)
        };
        assert_eq!(count(empty.clone()), Answers { given: 0, expected: 14, forms: 0 });
        assert_eq!(count(Feedback { wants_contact: Some(false), ..empty }).given, 1);
    }

    #[test]
    fn a_season_counts_what_is_only_known_to_have_been() {
        let book = load(&Source::Example).book;
        let season = book.get::<Season>(&id("2020-21")).unwrap();
        assert_eq!(
            answers_in(&book, season),
            Answers { given: 0, expected: 3, forms: 0 },
            "three coachings, no session known"
        );
        let about = (Kind::Coaching, "cn0y62s2vzp18");
        let book = with(vec![form("f1", about, Voice::Receiving, Some("611"))]);
        let season = book.get::<Season>(&id("2020-21")).unwrap();
        assert_eq!(answers_in(&book, season), Answers { given: 1, expected: 3, forms: 1 });
    }
}
