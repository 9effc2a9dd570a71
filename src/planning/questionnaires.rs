//! Questionnaires and what was answered to them: which one is asked about what, which version a form was filled in on,
//! how an answer counts and how it is shown. How forms are put together is told in `opinions`.

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{
    Answering, Feedback, Id, Kind, Link, Question, Questionnaire, RecordRef, Session, SessionKind, Voice,
};
use crate::text::Safe;

/// The key of the questionnaire that asks months later what has changed.
pub const FOLLOW_UP: &str = "follow-up";

/// The key of the questionnaire on webinars and other joint sessions.
pub const EVENT: &str = "event";

/// The answer of whoever cannot say.
pub const CANNOT_SAY: &str = "cannot-say";

/// What stands for a comment where it is told beside answers to questions.
pub const COMMENT: &str = "comment";

/// All versions of all questionnaires.
fn all(book: &Book) -> impl Iterator<Item = &Questionnaire> {
    book.info().into_iter().flat_map(|info| &info.questionnaires)
}

/// The questionnaire with this key, in its highest version.
pub fn latest<'a>(book: &'a Book, key: &str) -> Option<&'a Questionnaire> {
    // Of two rows with one version the first stands: the later one is a duplicate nobody has numbered.
    all(book).filter(|it| it.key == key).reduce(|best, it| if it.version > best.version { it } else { best })
}

/// The questionnaire a form was filled in on: the version it names, else the latest with its key.
pub fn of<'a>(book: &'a Book, feedback: &Feedback) -> Option<&'a Questionnaire> {
    let named = |it: &&Questionnaire| it.key == feedback.questionnaire && it.version == feedback.version;
    let named = all(book).find(named).filter(|_| feedback.version.is_some());
    named.or_else(|| latest(book, &feedback.questionnaire))
}

/// What is asked of this voice about a session: the questionnaire for sessions of its kind, else the one for all, else
/// the one for coachings.
pub fn for_session<'a>(book: &'a Book, session: &Session, voice: Voice) -> Option<&'a Questionnaire> {
    for_kind(book, session.kind.unwrap_or(SessionKind::Meeting), voice)
}

/// What is asked of this voice about a coaching.
pub fn for_coaching(book: &Book, voice: Voice) -> Option<&Questionnaire> {
    for_kind(book, SessionKind::Meeting, voice)
}

/// What is asked of this voice about what a form can be about; nothing about any other record.
pub fn for_link<'a>(book: &'a Book, about: &Link, voice: Voice) -> Option<&'a Questionnaire> {
    match book.record(about)? {
        RecordRef::Session(session) => for_session(book, session, voice),
        RecordRef::Coaching(_) => for_coaching(book, voice),
        _ => None,
    }
}

fn for_kind(book: &Book, kind: SessionKind, voice: Voice) -> Option<&Questionnaire> {
    let of_voice = || all(book).filter(|it| it.voice == Some(voice) && it.key != FOLLOW_UP);
    let made_for = |kind: SessionKind| of_voice().find(|it| it.session_kinds.contains(&kind));
    let found = made_for(kind)
        .or_else(|| of_voice().find(|it| it.session_kinds.is_empty()))
        .or_else(|| made_for(SessionKind::Meeting))
        .or_else(|| of_voice().next());
    found.and_then(|it| latest(book, &it.key))
}

/// What is asked months after a coaching.
pub fn follow_up(book: &Book) -> Option<&Questionnaire> {
    latest(book, FOLLOW_UP)
}

/// Whether somebody is to be asked about sessions of this kind.
pub fn is_asked_about(book: &Book, kind: SessionKind) -> bool {
    all(book).any(|it| it.session_kinds.contains(&kind))
}

/// The question a form answers under this key: of the version it was filled in on, else of any other of that
/// questionnaire. Nothing for what a form brought from elsewhere.
pub fn question<'a>(book: &'a Book, feedback: &Feedback, key: &str) -> Option<&'a Question> {
    let asked = |it: &'a Questionnaire| it.questions.iter().find(|question| question.key == key);
    let others = || all(book).filter(|it| it.key == feedback.questionnaire).find_map(asked);
    of(book, feedback).and_then(asked).or_else(others)
}

/// The sessions of a coaching.
pub fn sessions_of<'a>(book: &'a Book, coaching: &Id) -> impl Iterator<Item = &'a Session> {
    let coaching = coaching.clone();
    let link = Link::new(Kind::Coaching, coaching.clone());
    book.referring_as::<Session>(&link).filter(move |session| session.coachings.contains(&coaching))
}

/// The answers one chooses from, as they are stored, in order; none where one answers in words or hours.
pub const fn options(answering: Answering) -> &'static [&'static str] {
    match answering {
        Answering::Agreement => &["1", "2", "3", "4", "5"],
        Answering::Recommend => &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        Answering::YesNo | Answering::Contact => &["yes", "no"],
        Answering::Change => &["no", "planned", "started", "in-use"],
        Answering::Words | Answering::Hours | Answering::Comment => &[],
    }
}

/// Which of the options an answer is.
pub fn place(answering: Answering, answer: &str) -> Option<usize> {
    options(answering).iter().position(|option| *option == answer.trim())
}

/// The number an answer is on its scale. Nothing for one who cannot say, for words, and for a number that is not on
/// the scale.
pub fn score(answering: Answering, answer: &str) -> Option<u32> {
    place(answering, answer).filter(|_| is_scale(answering))?;
    answer.trim().parse().ok()
}

/// Whether answers are numbers.
pub const fn is_scale(answering: Answering) -> bool {
    matches!(answering, Answering::Agreement | Answering::Recommend)
}

/// An answer in words. What is not among the question's options, or answers a question nobody knows, stays as it is.
pub fn shown(showing: Showing<'_>, question: Option<&Question>, answer: &str) -> Safe {
    let answering = question.and_then(|question| question.answering);
    let word = answer.trim();
    if word == CANNOT_SAY && answering.is_none_or(|answering| answering != Answering::Words) {
        return showing.texts.say("answer-cannot-say");
    }
    match answering {
        Some(answering) if place(answering, word).is_some() => option(showing, answering, word),
        _ => Safe::lines(answer),
    }
}

/// One of the options in words.
pub fn option(showing: Showing<'_>, answering: Answering, option: &str) -> Safe {
    match answering {
        Answering::YesNo | Answering::Contact if option == "yes" => showing.texts.say("yes"),
        Answering::YesNo | Answering::Contact => showing.texts.say("no"),
        Answering::Change => match option {
            "planned" => showing.texts.say("answer-planned"),
            "started" => showing.texts.say("answer-started"),
            "in-use" => showing.texts.say("answer-in-use"),
            _ => showing.texts.say("no"),
        },
        _ => Safe::line(option),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{BookInfo, Record};
    use crate::store::{Source, load};
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    /// The example, in which one version of a questionnaire was put beside the first.
    fn changed(change: impl FnOnce(&mut Questionnaire)) -> Book {
        let mut book = load(&Source::Example).book;
        let before = book.info().unwrap().clone();
        let mut second = before.questionnaires.iter().find(|it| it.key == "coaching").unwrap().clone();
        second.id = Id::parse("second").unwrap();
        second.version = Some(2);
        change(&mut second);
        let mut after: BookInfo = before.clone();
        after.questionnaires.insert(0, second);
        book.apply(&Change { before: Some(Record::Book(before)), after: Some(Record::Book(after)) });
        book
    }

    #[test]
    fn every_kind_of_session_has_a_questionnaire_for_either_voice() {
        let book = load(&Source::Example).book;
        for (kind, receiving) in [
            (SessionKind::Meeting, "coaching"),
            (SessionKind::Visit, "coaching"),
            (SessionKind::Webinar, "event"),
            (SessionKind::Network, "event"),
            (SessionKind::Training, "event"),
        ] {
            let session = Session { kind: Some(kind), ..Session::default() };
            let key = |voice| for_session(&book, &session, voice).map(|it| it.key.as_str());
            assert_eq!((key(Voice::Receiving), key(Voice::Tutor)), (Some(receiving), Some("tutor")), "{kind:?}");
        }
        assert_eq!(for_coaching(&book, Voice::Receiving).unwrap().key, "coaching");
        assert_eq!(follow_up(&book).unwrap().key, FOLLOW_UP);
        assert!(!is_asked_about(&book, SessionKind::Visit));
    }

    #[test]
    fn a_form_keeps_the_version_it_was_filled_in_on() {
        let book = changed(|it| it.questions.retain(|question| question.key != "goals"));
        assert_eq!(latest(&book, "coaching").unwrap().version, Some(2));
        assert_eq!(for_coaching(&book, Voice::Receiving).unwrap().version, Some(2));
        let form = |version| Feedback { questionnaire: "coaching".into(), version, ..Feedback::default() };
        for (version, stands) in [(Some(1), Some(1)), (Some(2), Some(2)), (Some(7), Some(2)), (None, Some(2))] {
            assert_eq!(of(&book, &form(version)).unwrap().version, stands, "{version:?}");
        }
        let key = |key| question(&book, &form(Some(2)), key).map(|question| question.answering);
        assert_eq!(key("goals"), Some(Some(Answering::Agreement)), "another version knows it");
        assert_eq!(key("weather"), None);
    }

    #[test]
    fn only_what_is_on_the_scale_is_a_score() {
        use Answering::{Agreement, Change, Recommend, Words, YesNo};
        for (answering, answer, expected) in [
            (Agreement, "5", Some(5)),
            (Agreement, " 1 ", Some(1)),
            (Agreement, "7", None),
            (Agreement, "0", None),
            (Agreement, "05", None),
            (Agreement, CANNOT_SAY, None),
            (Recommend, "0", Some(0)),
            (Recommend, "10", Some(10)),
            (Recommend, "11", None),
            (Words, "5", None),
            (YesNo, "yes", None),
            (Change, "in-use", None),
        ] {
            assert_eq!(score(answering, answer), expected, "{answering:?} {answer}");
        }
    }

    #[test]
    fn answers_are_shown_in_words() {
        let book = Book::default();
        let texts = Texts::new(Tongue::Fi);
        let showing = Showing { book: &book, texts: &texts, today: date(2026, 11, 22), season: None };
        let told = |answering: Option<Answering>, answer: &str| {
            let question = answering.map(|answering| Question { answering: Some(answering), ..Question::default() });
            shown(showing, question.as_ref(), answer).as_str().to_owned()
        };
        assert_eq!(told(Some(Answering::Agreement), "5"), "5");
        assert_eq!(told(Some(Answering::Agreement), CANNOT_SAY), "en osaa sanoa");
        assert_eq!(told(Some(Answering::YesNo), "yes"), "kyllä");
        assert_eq!(told(Some(Answering::Contact), "no"), "ei");
        assert_eq!(told(Some(Answering::Change), "no"), "ei");
        assert_eq!(told(Some(Answering::Change), "in-use"), "otettu käyttöön");
        assert_eq!(told(Some(Answering::Words), "yes"), "yes");
        assert_eq!(told(None, "Kahvia lisää"), "Kahvia lisää");
        assert_eq!(told(Some(Answering::Agreement), "7"), "7", "what is not on the scale is shown as it is");
    }
}
