//! Forms that come as words and not by keys: what goes without saying on them, and what is amiss.
//!
//! Changes nothing but the form it is given. How a form is brought in from a table is told in `import/answers.rs`.

use super::opinions::is_later;
use super::questionnaires::{self, CANNOT_SAY, for_link, latest, options, place};
use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Answer, Answering, Feedback, Link, Question, Questionnaire, RecordRef, SessionStatus, Voice};
use crate::text::Safe;

/// Why a form cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Amiss<'a> {
    /// What it is about was cancelled.
    Cancelled(&'a Link),
    /// An answer that is none of those the question can have.
    Off(&'a Question, Answering, &'a str),
}

/// What whoever typed a form is told of it, though it is taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Noticed<'a> {
    /// Answers to questions the form's questionnaire does not ask.
    Unasked(&'a Questionnaire, Vec<&'a str>),
    /// The same municipality said something of the same thing before.
    Again(&'a Feedback),
}

/// Fills in the questionnaire where none is named: the one asked about such a session; and its latest version.
pub fn complete(book: &Book, form: &mut Feedback) {
    let asked = match (&form.about, form.voice) {
        (Some(about), Some(voice)) if form.questionnaire.is_empty() => for_link(book, about, voice),
        _ if form.questionnaire.is_empty() => None,
        _ => latest(book, &form.questionnaire),
    };
    let Some(asked) = asked else { return };
    form.questionnaire.clone_from(&asked.key);
    form.version = form.version.or(asked.version);
}

/// Puts the key of an option in the place of its word: people type `kyllä` where `yes` is kept.
pub fn with_keys(showing: Showing<'_>, form: &mut Feedback) {
    let key_of = |row: &Answer| {
        let answering = asked(showing.book, form, row)?.1;
        let word = row.answer.trim().to_lowercase();
        let is_it = |key: &&&str| questionnaires::option(showing, answering, key).as_str().to_lowercase() == word;
        let cannot_say = || showing.texts.say("answer-cannot-say").as_str().to_lowercase() == word;
        options(answering).iter().find(is_it).copied().or_else(|| cannot_say().then_some(CANNOT_SAY))
    };
    let keys: Vec<Option<&str>> = form.answers.iter().map(key_of).collect();
    for (row, key) in form.answers.make_mut().iter_mut().zip(keys) {
        if let Some(key) = key.filter(|key| row.answer != *key) {
            row.answer = key.into();
        }
    }
}

/// What is amiss with a form, of which this was said before.
pub fn amiss<'a>(book: &'a Book, before: Option<&Feedback>, form: &'a Feedback) -> Vec<Amiss<'a>> {
    let is_cancelled = |about: &&Link| matches!(book.record(about), Some(RecordRef::Session(it)) if it.status == Some(SessionStatus::Cancelled));
    let about = form.about.as_ref().filter(|about| before.and_then(|it| it.about.as_ref()) != Some(about));
    let cancelled = about.filter(is_cancelled).map(Amiss::Cancelled);
    let off = fresh(before, form).filter_map(|row| {
        let (question, answering) = asked(book, form, row)?;
        let is_on = row.answer.is_empty() || row.answer.trim() == CANNOT_SAY || place(answering, &row.answer).is_some();
        (!is_on).then_some(Amiss::Off(question, answering, &row.answer))
    });
    cancelled.into_iter().chain(off).collect()
}

/// What is to be told of a form that is taken, of which this was said before.
pub fn noticed<'a>(book: &'a Book, before: Option<&Feedback>, form: &'a Feedback) -> Vec<Noticed<'a>> {
    let unasked = questionnaires::of(book, form).and_then(|asked| {
        let is_unasked = |row: &&Answer| questionnaires::question(book, form, &row.question).is_none();
        let keys: Vec<&str> = fresh(before, form).filter(is_unasked).map(|row| row.question.as_str()).collect();
        (!keys.is_empty()).then_some(Noticed::Unasked(asked, keys))
    });
    let who = form.municipality.as_ref().filter(|_| form.voice == Some(Voice::Receiving) && before.is_none());
    let again = form.about.as_ref().zip(who).and_then(|(about, who)| {
        let is_its = |other: &&Feedback| {
            other.id != form.id
                && other.about.as_ref() == Some(about)
                && other.voice == form.voice
                && other.municipality.as_ref() == Some(who)
                && is_later(other) == is_later(form)
        };
        book.referring_as::<Feedback>(about).find(is_its).map(Noticed::Again)
    });
    unasked.into_iter().chain(again).collect()
}

impl Amiss<'_> {
    /// It in a sentence.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::Cancelled(about) => texts.tell("enter-cancelled", &[("what", showing.link(about).into())]),
            Self::Off(question, answering, typed) => {
                let options = options(*answering);
                let scale = match (options, questionnaires::is_scale(*answering)) {
                    ([first, .., last], true) => Safe::line(&format!("{first}–{last}")),
                    _ => Safe::join(options.iter().map(|option| Safe::own(option)), &Safe::own(", ")),
                };
                let asked = Safe::line(question.text.in_tongue(texts.tongue()));
                let places =
                    [("question", asked.into()), ("typed", Safe::short(typed).into()), ("scale", scale.into())];
                texts.tell("filled-off-scale", &places)
            }
        }
    }
}

impl Noticed<'_> {
    /// It in a sentence.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::Unasked(asked, keys) => {
                let name = Safe::line(asked.name.in_tongue(texts.tongue()));
                let keys = Safe::join(keys.iter().map(|key| Safe::short(key)), &Safe::own(", "));
                texts.tell("filled-unasked", &[("keys", keys.into()), ("name", name.into())])
            }
            Self::Again(other) => {
                let who = showing.id(crate::domain::Kind::Municipality, other.municipality.as_ref());
                let id = Safe::line(other.id.as_str());
                texts.tell("filled-again", &[("who", who.into()), ("id", id.into())])
            }
        }
    }
}

/// The answers that were not there before.
fn fresh<'a>(before: Option<&Feedback>, form: &'a Feedback) -> impl Iterator<Item = &'a Answer> {
    let same_form = before.filter(|it| (&it.questionnaire, it.version) == (&form.questionnaire, form.version));
    let stood: Vec<(String, String)> = same_form
        .into_iter()
        .flat_map(|it| &it.answers)
        .map(|row| (row.question.to_string(), row.answer.to_string()))
        .collect();
    let is_old = move |row: &Answer| stood.iter().any(|(key, answer)| *key == row.question && *answer == row.answer);
    form.answers.iter().filter(move |row| !is_old(row))
}

/// The question of an answer one chooses, and how it is answered.
fn asked<'a>(book: &'a Book, form: &Feedback, row: &Answer) -> Option<(&'a Question, Answering)> {
    let question = questionnaires::question(book, form, &row.question)?;
    let answering = question.answering.filter(|answering| !options(*answering).is_empty())?;
    Some((question, answering))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Id, Kind, Record, Session, SessionKind};
    use crate::store::{Source, load};
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn book(status: SessionStatus) -> Book {
        let mut book = load(&Source::Example).book;
        let session =
            Session { id: id("s1"), kind: Some(SessionKind::Meeting), status: Some(status), ..Session::default() };
        book.apply(&Change { before: None, after: Some(Record::Session(session)) });
        book
    }

    fn form(voice: Voice, rows: &[(&str, &str)]) -> Feedback {
        let row = |(question, answer): &(&str, &str)| Answer {
            question: (*question).into(),
            answer: (*answer).into(),
            ..Answer::default()
        };
        Feedback {
            about: Some(Link::new(Kind::Session, id("s1"))),
            voice: Some(voice),
            municipality: Some(id("018")),
            answers: rows.iter().map(row).collect(),
            ..Feedback::default()
        }
    }

    fn told(book: &Book, voice: Voice, rows: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let texts = Texts::new(Tongue::Fi);
        let showing = Showing { book, texts: &texts, today: date(2026, 11, 22), season: None };
        let mut form = form(voice, rows);
        complete(book, &mut form);
        with_keys(showing, &mut form);
        let amiss = amiss(book, None, &form).iter().map(|it| it.sentence(showing).to_string()).collect();
        let noticed = noticed(book, None, &form).iter().map(|it| it.sentence(showing).to_string()).collect();
        (amiss, noticed)
    }

    #[test]
    fn the_questionnaire_goes_without_saying() {
        let book = book(SessionStatus::Held);
        for (voice, key) in [(Voice::Receiving, "coaching"), (Voice::Tutor, "tutor")] {
            let mut form = form(voice, &[]);
            complete(&book, &mut form);
            assert_eq!((form.questionnaire.as_str(), form.version), (key, Some(1)));
        }
        let mut named = Feedback { questionnaire: "event".into(), ..form(Voice::Receiving, &[]) };
        complete(&book, &mut named);
        assert_eq!((named.questionnaire.as_str(), named.version), ("event", Some(1)));
    }

    #[test]
    fn an_answer_off_its_scale_is_refused_in_a_sentence() {
        let book = book(SessionStatus::Held);
        let (receiving, tutor) = (Voice::Receiving, Voice::Tutor);
        for (voice, question, answer, expected) in [
            (receiving, "goals", "5", None),
            (receiving, "goals", "cannot-say", None),
            (receiving, "goals", "En osaa sanoa", None),
            (receiving, "goals", "7", Some("1–5")),
            (receiving, "recommend", "11", Some("0–10")),
            (receiving, "recommend", "10", None),
            (receiving, "first-step", "99", None),
            (tutor, "again", "ehkä", Some("yes, no")),
            (tutor, "again", "kyllä", None),
        ] {
            let (amiss, _) = told(&book, voice, &[(question, answer)]);
            match expected {
                Some(scale) => {
                    let [sentence] = amiss.as_slice() else { panic!("{question}={answer}: {amiss:?}") };
                    assert!(sentence.contains(scale) && sentence.contains(answer), "{sentence}");
                }
                None => assert_eq!(amiss, Vec::<String>::new(), "{question}={answer}"),
            }
        }
    }

    #[test]
    fn what_was_off_before_stays_unless_it_is_changed() {
        let book = book(SessionStatus::Held);
        let mut before = form(Voice::Receiving, &[("goals", "7"), ("use", "4")]);
        complete(&book, &mut before);
        let mut after = before.clone();
        after.answers.make_mut()[1].answer = "9".into();
        assert_eq!(amiss(&book, Some(&before), &after).len(), 1);
        assert_eq!(amiss(&book, Some(&before), &before), []);
    }

    #[test]
    fn a_cancelled_session_gets_no_feedback_and_a_second_form_is_told() {
        let (amiss, _) = told(&book(SessionStatus::Cancelled), Voice::Receiving, &[("goals", "5")]);
        assert!(amiss[0].contains("peruttiin"), "{amiss:?}");
        let mut book = book(SessionStatus::Held);
        let first = Feedback { id: id("f1"), ..form(Voice::Receiving, &[("goals", "3")]) };
        book.apply(&Change { before: None, after: Some(Record::Feedback(first)) });
        let (amiss, noticed) = told(&book, Voice::Receiving, &[("goals", "5"), ("weather", "sunny")]);
        assert_eq!(amiss.len(), 0);
        assert!(noticed[0].contains("weather") && noticed[1].contains("f1"), "{noticed:?}");
        let (_, of_tutor) = told(&book, Voice::Tutor, &[("plan", "5")]);
        assert_eq!(of_tutor.len(), 0);
    }
}
