//! What people answered: the forms on a session, a coaching, a municipality, a tutor, a theme or a season, counted
//! question by question with both voices side by side, and what they said in words.
//!
//! Owns which form counts for what, and from how many answers on a distribution or a recommendation may be shown.
//! Never says how many forms there should be (`figures/answers.rs`) and never shows anything.

use std::collections::{HashMap, HashSet};

use ecow::EcoString;

use super::questionnaires::{self, CANNOT_SAY, COMMENT, FOLLOW_UP, is_scale, options, place};
use crate::book::Book;
use crate::domain::{
    Answering, Coaching, Feedback, Id, Ids, Kind, Link, Question, Questionnaire, Session, SessionStatus, Voice, Words,
};

/// Fewer answers than this show no distribution, and on paper no mean: in a small municipality one would see whose they
/// are.
pub const FEWEST_SHOWN: u32 = 5;

/// Fewer answers than this give no recommendation score: one person more or less would move it by tens.
pub const FEWEST_RECOMMENDING: u32 = 10;

/// How far apart the two voices' means are where they differ, in hundredths of a step of the scale.
const APART: u64 = 100;

/// What answers are gathered about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// One session.
    Session(Id),
    /// One coaching and its sessions.
    Coaching(Id),
    /// What a municipality said, and what was said of the coachings it received.
    Municipality(Id),
    /// What a tutor took part in.
    Tutor(Id),
    /// What was about a theme.
    Theme(Id),
    /// All of a season.
    Season(Id),
}

/// The forms that count, in the order of the days they were given on, those without a day last.
///
/// Forms on a session that was cancelled do not count, nor do forms on what is no longer in the book, unless they say
/// which municipality answers.
pub fn forms<'a>(book: &'a Book, about: &About) -> Vec<&'a Feedback> {
    let counted = |form: &&'a Feedback| !is_on_cancelled(book, form) && is_about(book, form, about);
    sorted(candidates(book, about).into_iter().filter(counted).collect())
}

/// The forms that would count if their session had not been cancelled.
pub fn set_aside<'a>(book: &'a Book, about: &About) -> Vec<&'a Feedback> {
    let aside = |form: &&'a Feedback| is_on_cancelled(book, form) && is_about(book, form, about);
    sorted(candidates(book, about).into_iter().filter(aside).collect())
}

fn sorted(mut forms: Vec<&Feedback>) -> Vec<&Feedback> {
    forms.sort_by_key(|form| (form.given_on.is_none(), form.given_on, &form.id));
    forms.dedup_by_key(|form| &form.id);
    forms
}

/// Whether a form is on a session that did not take place.
pub fn is_on_cancelled(book: &Book, form: &Feedback) -> bool {
    session(book, form).is_some_and(|session| session.status == Some(SessionStatus::Cancelled))
}

fn session<'a>(book: &'a Book, form: &Feedback) -> Option<&'a Session> {
    form.about.as_ref().filter(|link| link.kind == Kind::Session).and_then(|link| book.get(&link.id))
}

fn coaching<'a>(book: &'a Book, form: &Feedback) -> Option<&'a Coaching> {
    form.about.as_ref().filter(|link| link.kind == Kind::Coaching).and_then(|link| book.get(&link.id))
}

/// Forms among which all are that can be about this; only so that not all of the book's are looked at.
fn candidates<'a>(book: &'a Book, about: &About) -> Vec<&'a Feedback> {
    let on = |link: &Link| book.referring_as::<Feedback>(link);
    let on_session = |session: &Session| on(&Link::new(Kind::Session, session.id.clone()));
    let on_course = |coaching: &Coaching| {
        let link = Link::new(Kind::Coaching, coaching.id.clone());
        on(&link).chain(book.referring_as::<Session>(&link).flat_map(on_session))
    };
    let link = match about {
        About::Session(id) => return on(&Link::new(Kind::Session, id.clone())).collect(),
        About::Coaching(id) => return book.get::<Coaching>(id).into_iter().flat_map(on_course).collect(),
        About::Municipality(id) => Link::new(Kind::Municipality, id.clone()),
        About::Tutor(id) => Link::new(Kind::Person, id.clone()),
        About::Theme(id) => Link::new(Kind::Theme, id.clone()),
        About::Season(id) => Link::new(Kind::Season, id.clone()),
    };
    let on_sessions = book.referring_as::<Session>(&link).flat_map(on_session);
    let on_coachings = book.referring_as::<Coaching>(&link).flat_map(on_course);
    on(&link).chain(on_sessions).chain(on_coachings).collect()
}

/// Whether a form is about this.
pub fn is_about(book: &Book, form: &Feedback, about: &About) -> bool {
    match about {
        About::Session(id) => form.about.as_ref().is_some_and(|it| it.kind == Kind::Session && it.id == *id),
        About::Coaching(id) => is_on_coaching(book, form, id),
        About::Municipality(id) => is_of_municipality(book, form, id),
        About::Tutor(id) => is_of(book, form, |session| &session.tutors, |coaching| &coaching.tutors, id),
        About::Theme(id) => is_of(book, form, |session| &session.themes, |coaching| &coaching.themes, id),
        About::Season(id) => {
            let season = session(book, form)
                .map(|session| session.season.as_ref())
                .or_else(|| coaching(book, form).map(|coaching| coaching.season.as_ref()));
            season.flatten() == Some(id)
        }
    }
}

/// A coaching's forms are those on it, and those on its sessions by its municipality: or by nobody named where no
/// other one can be meant. What tutors say of a session of several coachings is about each of them.
fn is_on_coaching(book: &Book, form: &Feedback, id: &Id) -> bool {
    if form.about.as_ref().is_some_and(|it| it.kind == Kind::Coaching && it.id == *id) {
        return true;
    }
    let Some(session) = session(book, form).filter(|session| session.coachings.contains(id)) else { return false };
    let Some(coaching) = book.get::<Coaching>(id) else { return false };
    match &form.municipality {
        _ if form.voice == Some(Voice::Tutor) => true,
        None => session.coachings.len() == 1,
        named => *named == coaching.municipality,
    }
}

/// A municipality's forms are those it filled in as one that received something, and those on its coachings.
fn is_of_municipality(book: &Book, form: &Feedback, id: &Id) -> bool {
    if form.voice != Some(Voice::Tutor) && form.municipality.is_some() {
        return form.municipality.as_ref() == Some(id);
    }
    let is_its = |coaching: &Coaching| coaching.municipality.as_ref() == Some(id);
    if let Some(coaching) = coaching(book, form) {
        return is_its(coaching);
    }
    let Some(session) = session(book, form) else { return false };
    let mut its = session.coachings.iter().filter(|id| book.get::<Coaching>(id).is_some_and(is_its));
    its.any(|coaching| is_on_coaching(book, form, coaching))
}

/// Whether what a form is on names this id: of a session that names nobody its coachings do.
fn is_of(
    book: &Book,
    form: &Feedback,
    of_session: impl Fn(&Session) -> &Ids,
    of_coaching: impl Fn(&Coaching) -> &Ids,
    id: &Id,
) -> bool {
    if let Some(coaching) = coaching(book, form) {
        return of_coaching(coaching).contains(id);
    }
    let Some(session) = session(book, form) else { return false };
    let own = of_session(session);
    let names = |coaching: &Id| book.get::<Coaching>(coaching).is_some_and(|it| of_coaching(it).contains(id));
    own.contains(id) || own.is_empty() && session.coachings.iter().any(names)
}

/// How one voice answered one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// How many gave each answer, in the order of the scale: 1–5, 0–10, yes and no, or no to in use.
    pub counts: Vec<u32>,
    /// How many could not say.
    pub cannot_say: u32,
    /// Answers that are not on the scale; they are not counted.
    pub outside: u32,
    /// The answers counted.
    pub n: u32,
    /// Their mean in hundredths, where the scale is of numbers.
    pub mean_hundredths: Option<u32>,
    /// Their median in halves, where the scale is of numbers.
    pub median_halves: Option<u32>,
}

impl Spread {
    fn of(answering: Answering) -> Self {
        Self { counts: vec![0; options(answering).len()], ..Self::default() }
    }

    fn add(&mut self, answering: Answering, answer: &str) {
        match place(answering, answer) {
            Some(at) => {
                if let Some(count) = self.counts.get_mut(at) {
                    *count += 1;
                    self.n += 1;
                }
            }
            None if answer == CANNOT_SAY => self.cannot_say += 1,
            None => self.outside += 1,
        }
    }

    fn finish(&mut self, answering: Answering) {
        let Some(first) = first_number(answering).filter(|_| self.n > 0) else { return };
        let (sum, n) = (self.sum(first), u64::from(self.n));
        self.mean_hundredths = u32::try_from((sum * 100 + n / 2) / n).ok();
        let half = |place: u32| self.at_place(place).map(|at| at + first);
        self.median_halves = half((self.n - 1) / 2).zip(half(self.n / 2)).map(|(one, other)| one + other);
    }

    fn sum(&self, first: u32) -> u64 {
        (first..).zip(&self.counts).map(|(number, count)| u64::from(number) * u64::from(*count)).sum()
    }

    /// Which option the answer at this place has, where all stand in order.
    fn at_place(&self, place: u32) -> Option<u32> {
        let mut before = 0;
        let position = self.counts.iter().position(|count| {
            before += count;
            place < before
        });
        position.and_then(|at| u32::try_from(at).ok())
    }

    /// How many in a hundred recommend (9–10) more than do not (0–6); nothing where too few answered, and of any
    /// other scale.
    pub fn recommendation(&self) -> Option<i32> {
        if self.counts.len() != options(Answering::Recommend).len() || self.n < FEWEST_RECOMMENDING {
            return None;
        }
        let count = |from: usize, to: usize| -> i64 {
            self.counts.iter().skip(from).take(to - from + 1).map(|count| i64::from(*count)).sum()
        };
        let (more, n) = (count(9, 10) - count(0, 6), i64::from(self.n));
        let half = if more < 0 { -n / 2 } else { n / 2 };
        i32::try_from((more * 100 + half) / n).ok()
    }
}

/// The number the first option stands for, where the scale is of numbers.
fn first_number(answering: Answering) -> Option<u32> {
    options(answering).first().filter(|_| is_scale(answering))?.parse().ok()
}

/// How a question was answered, by both voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The question's key.
    pub key: EcoString,
    /// The questionnaires it is counted from: more than one where they ask it in the same words.
    pub questionnaires: Vec<EcoString>,
    /// The question, as its latest version puts it.
    pub text: Words,
    /// How it is answered.
    pub answering: Answering,
    /// How those who received the coaching answered, where the question was put to them.
    pub receiving: Option<Spread>,
    /// How tutors answered it, or the question of theirs that stands against it.
    pub tutor: Option<Spread>,
    /// The tutors' own question, where it is another one than `text`.
    pub tutor_text: Option<Words>,
    /// Whether the two are a whole step or more apart.
    pub differs: bool,
}

/// Whether so few answered that only their number is told.
pub fn is_few(answering: Answering, n: u32) -> bool {
    n < if answering == Answering::Recommend { FEWEST_RECOMMENDING } else { FEWEST_SHOWN }
}

/// One question as it is counted: forms of several versions meet in it, and of several questionnaires where these ask
/// it in the same words. Whether one would recommend a coaching or a webinar are two questions, whatever their key.
struct Asked<'a> {
    voice: Voice,
    questionnaires: Vec<&'a EcoString>,
    question: &'a Question,
    answering: Answering,
    spread: Spread,
}

/// What the forms answered, question by question in the order of the questionnaires; those in words are
/// [`said`]. A question whose way of answering changed between two versions stands there twice.
pub fn opinions(book: &Book, forms: &[&Feedback]) -> Vec<Opinion> {
    let mut asked = Vec::new();
    let places = places(book, forms, &mut asked);
    for form in forms {
        let Some(of_form) = places.get(&(&form.questionnaire, form.version, voice(form))) else { continue };
        for (question, place) in of_form {
            let Some(asked) = asked.get_mut(*place) else { continue };
            if let Some(answer) = answer(form, question) {
                asked.spread.add(asked.answering, answer);
            }
        }
    }
    for asked in &mut asked {
        asked.spread.finish(asked.answering);
    }
    side_by_side(asked)
}

fn voice(form: &Feedback) -> Voice {
    form.voice.unwrap_or(Voice::Receiving)
}

/// What a form answers to a question; whether one wishes to be contacted stands in the form itself.
fn answer<'a>(form: &'a Feedback, question: &Question) -> Option<&'a str> {
    if question.answering == Some(Answering::Contact)
        && let Some(wants) = form.wants_contact
    {
        return Some(if wants { "yes" } else { "no" });
    }
    let row = form.answers.iter().find(|row| row.question == question.key)?;
    Some(row.answer.trim()).filter(|answer| !answer.is_empty())
}

/// A questionnaire in one version, asked of one voice.
type Version<'a> = (&'a EcoString, Option<u32>, Voice);

/// For each version of a questionnaire that forms were filled in on: where each of its questions is counted. The
/// questions are those of the book, in its order; those of the latest versions first.
fn places<'a>(
    book: &'a Book,
    forms: &[&'a Feedback],
    asked: &mut Vec<Asked<'a>>,
) -> HashMap<Version<'a>, Vec<(&'a Question, usize)>> {
    let mut versions: Vec<(Version<'a>, &'a Questionnaire)> = Vec::new();
    let mut seen: HashSet<Version<'a>> = HashSet::new();
    for form in forms {
        let version = (&form.questionnaire, form.version, voice(form));
        if seen.insert(version)
            && let Some(questionnaire) = questionnaires::of(book, form)
        {
            versions.push((version, questionnaire));
        }
    }
    let order = |key: &EcoString| {
        let all = book.info().map(|info| &info.questionnaires);
        all.and_then(|all| all.iter().position(|it| it.key == *key))
    };
    versions.sort_by_cached_key(|((key, version, voice), _)| (*voice == Voice::Tutor, order(key), *key, *version));
    for ((key, _, voice), _) in &versions {
        for question in questionnaires::latest(book, key).into_iter().flat_map(|it| &it.questions) {
            row(asked, *voice, key, question);
        }
    }
    let mut places = HashMap::new();
    for (version, questionnaire) in versions {
        let counted = questions(book, questionnaire).into_iter();
        let counted = counted.filter_map(|question| Some((question, row(asked, version.2, version.0, question)?)));
        places.insert(version, counted.collect());
    }
    places
}

/// What answers of a form can be to: the questions of its version, and those that only others of its versions ask.
fn questions<'a>(book: &'a Book, questionnaire: &'a Questionnaire) -> Vec<&'a Question> {
    let mut questions: Vec<&Question> = questionnaire.questions.iter().collect();
    let all = book.info().into_iter().flat_map(|info| &info.questionnaires).filter(|it| it.key == questionnaire.key);
    for question in all.flat_map(|it| &it.questions) {
        if questions.iter().all(|known| known.key != question.key) {
            questions.push(question);
        }
    }
    questions
}

/// Whether answers are counted, not read.
fn is_counted(answering: Answering) -> bool {
    !options(answering).is_empty()
}

/// Where a question is counted; nowhere if it is answered in words.
fn row<'a>(
    asked: &mut Vec<Asked<'a>>,
    voice: Voice,
    questionnaire: &'a EcoString,
    question: &'a Question,
) -> Option<usize> {
    let answering = question.answering.filter(|answering| is_counted(*answering))?;
    let is_same = |it: &Asked<'_>| it.voice == voice && it.question.key == question.key && it.answering == answering;
    let of_own = |it: &Asked<'_>| is_same(it) && it.questionnaires.contains(&questionnaire);
    if let Some(own) = asked.iter().position(of_own) {
        return Some(own);
    }
    if let Some(at) = asked.iter().position(|it| is_same(it) && it.question.text == question.text) {
        asked.get_mut(at)?.questionnaires.push(questionnaire);
        return Some(at);
    }
    asked.push(Asked {
        voice,
        questionnaires: vec![questionnaire],
        question,
        answering,
        spread: Spread::of(answering),
    });
    Some(asked.len() - 1)
}

/// Puts the questions of both voices beside each other that have the same key or name one another.
fn side_by_side(asked: Vec<Asked<'_>>) -> Vec<Opinion> {
    let (receiving, tutors): (Vec<_>, Vec<_>) = asked.into_iter().partition(|it| it.voice == Voice::Receiving);
    let mut tutors: Vec<Option<Asked<'_>>> = tutors.into_iter().map(Some).collect();
    let mut opinions: Vec<Opinion> = Vec::new();
    for own in receiving {
        let key = &own.question.key;
        let is_against = |it: &Asked<'_>| {
            let (mine, theirs) = (&own.question.against, &it.question.against);
            it.answering == own.answering && (*theirs == *key || *mine == it.question.key || it.question.key == *key)
        };
        let found = tutors.iter_mut().find(|it| it.as_ref().is_some_and(is_against)).and_then(Option::take);
        let (tutor, tutor_text) =
            found.map(|it| (it.spread, it.question.text.clone())).map_or((None, None), |(a, b)| (Some(a), Some(b)));
        let differs = tutor.as_ref().is_some_and(|tutor| are_apart(own.answering, &own.spread, tutor));
        opinions.push(Opinion {
            key: key.clone(),
            questionnaires: own.questionnaires.into_iter().cloned().collect(),
            text: own.question.text.clone(),
            answering: own.answering,
            receiving: Some(own.spread),
            tutor_text: tutor_text.filter(|text| *text != own.question.text),
            tutor,
            differs,
        });
    }
    let alone = tutors.into_iter().flatten().map(|it| Opinion {
        key: it.question.key.clone(),
        questionnaires: it.questionnaires.into_iter().cloned().collect(),
        text: it.question.text.clone(),
        answering: it.answering,
        receiving: None,
        tutor: Some(it.spread),
        tutor_text: None,
        differs: false,
    });
    opinions.extend(alone);
    opinions
}

/// Whether the means are a whole step or more apart; computed without rounding.
fn are_apart(answering: Answering, one: &Spread, other: &Spread) -> bool {
    let Some(first) = first_number(answering).filter(|_| one.n > 0 && other.n > 0) else { return false };
    let (n, m) = (u64::from(one.n), u64::from(other.n));
    (one.sum(first) * m).abs_diff(other.sum(first) * n) * 100 >= APART * n * m
}

/// What somebody said in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Said<'a> {
    /// The form it stands in.
    pub form: &'a Feedback,
    /// The question's key, or [`COMMENT`].
    pub question: EcoString,
    /// The words.
    pub words: &'a str,
    /// Whether they may be quoted; only a comment can.
    pub may_be_quoted: bool,
}

/// What the forms say in words, form by form: open answers, answers to questions that nobody knows any more, comments.
pub fn said<'a>(book: &Book, forms: &[&'a Feedback]) -> Vec<Said<'a>> {
    let mut said = Vec::new();
    for form in forms.iter().copied() {
        for row in &form.answers {
            let question = questionnaires::question(book, form, &row.question);
            let counted = question.and_then(|it| it.answering).is_some_and(is_counted);
            let words = row.answer.trim();
            if !counted && !words.is_empty() && words != CANNOT_SAY {
                said.push(Said { form, question: row.question.clone(), words, may_be_quoted: false });
            }
        }
        let words = form.comment.trim();
        if !words.is_empty() {
            let may_be_quoted = form.may_be_quoted == Some(true);
            said.push(Said { form, question: COMMENT.into(), words, may_be_quoted });
        }
    }
    said
}

/// Whether a form is the one asked some months later, of what has changed since.
pub fn is_later(form: &Feedback) -> bool {
    form.questionnaire == FOLLOW_UP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Answer, CoachingStatus, Record};
    use crate::store::{Source, load};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn ids(words: &[&str]) -> Ids {
        words.iter().map(|word| id(word)).collect()
    }

    fn put(book: &mut Book, record: Record) {
        book.apply(&Change { before: None, after: Some(record) });
    }

    fn coaching(key: &str, municipality: &str) -> Record {
        Record::Coaching(Coaching {
            id: id(key),
            municipality: Some(id(municipality)),
            season: Some(id("2020-21")),
            status: Some(CoachingStatus::UnderWay),
            tutors: ids(&["p1"]),
            themes: ids(&["networks"]),
            ..Coaching::default()
        })
    }

    fn session(key: &str, coachings: &[&str], status: SessionStatus) -> Record {
        Record::Session(Session {
            id: id(key),
            season: Some(id("2020-21")),
            coachings: ids(coachings),
            status: Some(status),
            ..Session::default()
        })
    }

    /// A form on something: its key, the voice by its questionnaire, the municipality if named, and answers.
    fn form(key: &str, about: &str, on: &str, municipality: &str, answers: &[(&str, &str)]) -> Feedback {
        let row = |(question, answer): &(&str, &str)| Answer {
            question: (*question).into(),
            answer: (*answer).into(),
            ..Answer::default()
        };
        Feedback {
            id: id(key),
            about: Some(Link::parse(about).unwrap()),
            voice: Some(if on == "tutor" { Voice::Tutor } else { Voice::Receiving }),
            questionnaire: on.into(),
            version: Some(1),
            municipality: Id::parse(municipality).ok(),
            answers: answers.iter().map(row).collect(),
            ..Feedback::default()
        }
    }

    /// Two coachings that met once together and once each, one meeting of which was called off.
    fn book(forms: &[Feedback]) -> Book {
        let mut book = load(&Source::Example).book;
        put(&mut book, coaching("c1", "018"));
        put(&mut book, coaching("c2", "078"));
        put(&mut book, session("s1", &["c1"], SessionStatus::Held));
        put(&mut book, session("s2", &["c1", "c2"], SessionStatus::Held));
        put(&mut book, session("s3", &["c2"], SessionStatus::Cancelled));
        for form in forms {
            put(&mut book, Record::Feedback(form.clone()));
        }
        book
    }

    fn keys(forms: &[&Feedback]) -> Vec<String> {
        forms.iter().map(|form| form.id.to_string()).collect()
    }

    #[test]
    fn recommending_a_coaching_and_a_webinar_are_two_questions() {
        let on = |key: &str, questionnaire: &str, recommend: &str| {
            form(key, "session:s1", questionnaire, "", &[("recommend", recommend), ("arrangements", "4")])
        };
        let book = book(&[on("f1", "coaching", "10"), on("f2", "event", "2"), on("f3", "event", "4")]);
        let found = opinions(&book, &forms(&book, &About::Session(id("s1"))));
        let n = |key: &str| {
            let of = found.iter().filter(|it| it.key == key).filter_map(|it| it.receiving.as_ref());
            of.map(|spread| spread.n).filter(|n| *n > 0).collect::<Vec<_>>()
        };
        assert_eq!(n("recommend"), [1, 2], "each under its own text");
        assert_eq!(n("arrangements"), [3], "the same statement in both");
        let texts: HashSet<&str> =
            found.iter().filter(|it| it.key == "recommend").map(|it| it.text.fi.as_str()).collect();
        assert_eq!(texts.len(), 2);
    }

    #[test]
    fn each_form_counts_where_it_belongs() {
        let forms_made = [
            Feedback { given_on: Some(date(2021, 5, 3)), ..form("f1", "session:s1", "coaching", "", &[]) },
            Feedback { given_on: Some(date(2021, 5, 2)), ..form("f2", "session:s2", "coaching", "018", &[]) },
            form("f3", "session:s2", "coaching", "", &[]),
            form("f4", "session:s2", "tutor", "049", &[]),
            form("f5", "session:s3", "coaching", "078", &[]),
            form("f6", "coaching:c2", "coaching", "", &[]),
            form("f7", "session:gone", "coaching", "078", &[]),
            form("f8", "session:sgt6cttkr75td", "event", "078", &[]),
        ];
        let book = book(&forms_made);
        let check = |about: About, expected: &[&str]| assert_eq!(keys(&forms(&book, &about)), expected, "{about:?}");
        check(About::Session(id("s2")), &["f2", "f3", "f4"]);
        check(About::Session(id("s3")), &[]);
        check(About::Coaching(id("c1")), &["f2", "f1", "f4"]);
        check(About::Coaching(id("c2")), &["f4", "f6"]);
        check(About::Municipality(id("018")), &["f2", "f1", "f4"]);
        check(About::Municipality(id("078")), &["f4", "f6", "f7", "f8"]);
        check(About::Municipality(id("049")), &[]);
        check(About::Tutor(id("p1")), &["f2", "f1", "f3", "f4", "f6"]);
        check(About::Theme(id("networks")), &["f2", "f1", "f3", "f4", "f6", "f8"]);
        check(About::Season(id("2020-21")), &["f2", "f1", "f3", "f4", "f6", "f8"]);
        assert_eq!(keys(&set_aside(&book, &About::Season(id("2020-21")))), ["f5"]);
    }

    #[test]
    fn both_voices_stand_side_by_side_and_a_whole_step_between_them_is_marked() {
        let answers = |goals: &'static str| [("goals", goals), ("recommend", "9"), ("weather", "fine")];
        let given = [
            form("f1", "session:s1", "coaching", "", &answers("5")),
            form("f2", "session:s1", "coaching", "", &answers("4")),
            form("f3", "session:s1", "coaching", "", &answers("7")),
            form("f4", "session:s1", "coaching", "", &[("goals", "cannot-say")]),
            form("f5", "session:s1", "tutor", "", &[("plan", "3"), ("again", "yes"), ("own", " Opin paljon. ")]),
            form("f6", "session:s1", "tutor", "", &[("plan", "4"), ("hours", "2")]),
        ];
        let book = book(&given);
        let forms = forms(&book, &About::Session(id("s1")));
        let opinions = opinions(&book, &forms);
        let names: Vec<&str> = opinions.iter().map(|it| it.key.as_str()).collect();
        let expected = ["goals", "experience", "arrangements", "learned", "use", "recommend", "further", "again"];
        assert_eq!(names, expected, "the plan stands beside the goals");
        let goals = &opinions[0];
        let receiving = goals.receiving.as_ref().unwrap();
        assert_eq!((receiving.counts.as_slice(), receiving.n), ([0, 0, 0, 1, 1].as_slice(), 2));
        assert_eq!((receiving.cannot_say, receiving.outside), (1, 1));
        assert_eq!((receiving.mean_hundredths, receiving.median_halves), (Some(450), Some(9)));
        assert_eq!(goals.tutor.as_ref().unwrap().mean_hundredths, Some(350));
        assert!(goals.differs && goals.tutor_text.as_ref().unwrap().fi.contains("Suunnitelma"));
        assert_eq!(opinions[7].tutor.as_ref().unwrap().counts, [1, 0]);
        let words: Vec<(String, &str)> =
            said(&book, &forms).iter().map(|it| (it.question.to_string(), it.words)).collect();
        let fine = || ("weather".to_owned(), "fine");
        let own = ("own".to_owned(), "Opin paljon.");
        assert_eq!(words, [fine(), fine(), fine(), own, ("hours".to_owned(), "2")]);
    }

    #[test]
    fn only_a_comment_can_be_quoted_and_only_with_leave() {
        let comment = |key: &str, may_be_quoted| Feedback {
            comment: "Kiitos!".into(),
            may_be_quoted,
            ..form(key, "session:s1", "coaching", "", &[("first-step", "Palaveri")])
        };
        let book = book(&[comment("f1", Some(true)), comment("f2", Some(false)), comment("f3", None)]);
        let forms = forms(&book, &About::Session(id("s1")));
        let said = said(&book, &forms);
        let quoted: Vec<(String, &str)> =
            said.iter().filter(|it| it.may_be_quoted).map(|it| (it.form.id.to_string(), it.words)).collect();
        assert_eq!((quoted, said.len()), (vec![("f1".to_owned(), "Kiitos!")], 6));
    }

    #[test]
    fn versions_of_a_questionnaire_meet_by_their_questions_keys() {
        let mut book = book(&[]);
        let mut info = book.info().unwrap().clone();
        let mut second = info.questionnaires.iter().find(|it| it.key == "coaching").unwrap().clone();
        second.version = Some(2);
        second.questions.retain(|question| question.key != "experience");
        for question in second.questions.make_mut() {
            match question.key.as_str() {
                "goals" => question.text.fi = "Uusi sanamuoto".into(),
                "use" => question.answering = Some(Answering::Change),
                _ => {}
            }
        }
        info.questionnaires.push(second);
        put(&mut book, Record::Book(info));
        let old = [("goals", "5"), ("experience", "4"), ("use", "3")];
        put(&mut book, Record::Feedback(form("f1", "session:s1", "coaching", "", &old)));
        let new = Feedback {
            version: Some(2),
            ..form("f2", "session:s1", "coaching", "", &[("goals", "4"), ("use", "planned"), ("experience", "2")])
        };
        put(&mut book, Record::Feedback(new));
        let opinions = opinions(&book, &forms(&book, &About::Session(id("s1"))));
        let of = |key: &str| opinions.iter().filter(|it| it.key == key).collect::<Vec<_>>();
        let counted = |it: &Opinion| it.receiving.as_ref().unwrap().counts.clone();
        assert_eq!((of("goals")[0].text.fi.as_str(), counted(of("goals")[0])), ("Uusi sanamuoto", vec![0, 0, 0, 1, 1]));
        assert_eq!(counted(of("experience")[0]), [0, 1, 0, 1, 0], "the answer to a question left out is kept");
        let (now, then) = (of("use")[0], of("use")[1]);
        assert_eq!((counted(now), counted(then)), (vec![0, 1, 0, 0], vec![0, 0, 1, 0, 0]), "two scales are not mixed");
    }

    #[test]
    fn few_answers_are_told_by_their_number_only() {
        assert!(is_few(Answering::Agreement, 4) && !is_few(Answering::Agreement, 5));
        assert!(is_few(Answering::Recommend, 9) && !is_few(Answering::Recommend, 10));
        let spread = |counts: [u32; 11]| Spread { n: counts.iter().sum(), counts: counts.into(), ..Spread::default() };
        assert_eq!(spread([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]).recommendation(), None);
        assert_eq!(spread([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10]).recommendation(), Some(100));
        assert_eq!(spread([1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 5]).recommendation(), Some(40));
        assert_eq!(spread([9, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0]).recommendation(), Some(-91));
    }

    proptest! {
        /// The quick way to the forms finds those the definition names, whatever they are on, and counts lose nothing.
        #[test]
        fn no_form_is_overlooked(made in proptest::collection::vec((0..7_usize, 0..4_usize, 0..3_usize, "[0-9]{1,2}|cannot-say"), 0..20)) {
            let abouts = ["session:s1", "session:s2", "session:s3", "coaching:c1", "coaching:c2", "session:gone", "session:sgt6cttkr75td"];
            let forms_made: Vec<Feedback> = made.iter().enumerate().map(|(number, (about, municipality, on, answer))| {
                let municipality = ["", "018", "078", "999"][*municipality];
                let on = ["coaching", "tutor", "unknown"][*on];
                form(&format!("f{number}"), abouts[*about], on, municipality, &[("goals", answer), ("plan", answer)])
            }).collect();
            let book = book(&forms_made);
            let (s, c) = (|key| About::Session(id(key)), |key| About::Coaching(id(key)));
            let all = [s("s1"), s("s2"), s("s3"), c("c1"), c("c2"), About::Municipality(id("018")),
                About::Municipality(id("078")), About::Tutor(id("p1")), About::Theme(id("networks")), About::Season(id("2020-21"))];
            for about in all {
                let found = forms(&book, &about);
                let by_definition = book.all::<Feedback>().filter(|form| !is_on_cancelled(&book, form) && is_about(&book, form, &about));
                prop_assert_eq!(found.len(), by_definition.count());
                let answered: u32 = opinions(&book, &found).iter().flat_map(|it| [&it.receiving, &it.tutor]).flatten()
                    .map(|it| it.n + it.cannot_say + it.outside).sum();
                let known = found.iter().filter(|form| form.questionnaire != "unknown").count();
                prop_assert_eq!(answered as usize, known);
            }
        }
    }
}
