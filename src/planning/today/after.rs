//! What a session leaves behind: whether it was held, who came, how it was, and what is to be done about that.

use std::collections::BTreeMap;

use ecow::EcoString;
use jiff::civil::Date;

use super::ahead::{of_coaching, people};
use super::{Concern, Cure, DAYS_BEHIND, Gathering, Group, Why};
use crate::book::Book;
use crate::domain::{Action, Answer, Answering, Feedback, Kind, Link, RecordRef, Session, SessionStatus, Who};
use crate::planning::questionnaires::{question, score};
use crate::planning::readiness::{Gap, of_session};

/// On the scale from 1 to 5 this and less is low.
const LOW_AGREEMENT: u32 = 2;

/// On the scale from 0 to 10 this and less is low.
const LOW_RECOMMEND: u32 = 3;

/// Sessions whose day is over: those of which nobody said that they were held, and those that were, with what nobody
/// has said of them.
pub(super) fn held(gathering: Gathering<'_>) -> Vec<Concern> {
    let (first, today) = (gathering.days_from_now(-DAYS_BEHIND), gathering.today());
    let concern = |session: &Session| {
        let day = session.last_day.max(session.date)?;
        let is_recent = first <= day && (day < today || day == today && session.status == Some(SessionStatus::Held));
        if !is_recent || !gathering.is_wanted(people(session)) {
            return None;
        }
        let (why, cure) = match session.status {
            Some(SessionStatus::Cancelled) => return None,
            Some(SessionStatus::Held) => left_behind(gathering, session)?,
            _ => (Why::NotMarked, Cure::Status),
        };
        let about = Link::new(Kind::Session, session.id.clone());
        Some(Concern { group: Group::After, about, day: Some(day), why, cure })
    };
    gathering.book().all::<Session>().filter_map(concern).collect()
}

/// Who came and how it was, as far as nobody has said so.
fn left_behind(gathering: Gathering<'_>, session: &Session) -> Option<(Why, Cure)> {
    let mut gaps = of_session(gathering.book(), session, gathering.today());
    gaps.retain(|gap| matches!(gap, Gap::NoAttendance | Gap::NoFeedback));
    let cure = match gaps.first()? {
        Gap::NoAttendance => Cure::Fill(&["present_people", "present_municipalities", "at_least"]),
        _ => Cure::Feedback,
    };
    Some((Why::Held(gaps), cure))
}

/// So many forms on one session that say something was not as it should be are told one by one; of more than that one
/// is told that there are several.
const EACH: usize = 2;

/// Forms that say something is not as it should be, or that somebody wants to be called, as long as no action came of
/// them.
pub(super) fn said(gathering: Gathering<'_>) -> Vec<Concern> {
    let book = gathering.book();
    let first = gathering.days_from_now(-DAYS_BEHIND);
    let concern = |feedback: &Feedback| {
        let about = Link::new(Kind::Feedback, feedback.id.clone());
        let day = feedback.given_on.or_else(|| day_of(gathering, feedback));
        let wants_contact = feedback.wants_contact == Some(true);
        let low = lowest(gathering, feedback);
        let says = wants_contact || low.is_some();
        if !says || day.is_some_and(|day| day < first) || !gathering.is_wanted(people_of(gathering, feedback)) {
            return None;
        }
        let seen_to = book.referring_as::<Action>(&about).any(|action| action.source.as_ref() == Some(&about));
        let why = Why::Said { low, wants_contact };
        (!seen_to).then_some(Concern { group: Group::After, about, day, why, cure: Cure::Action })
    };
    gathered(book, book.all::<Feedback>().filter_map(|form| Some((form, concern(form)?))).collect())
}

/// Where many of one session were not content, that is one thing to see to: an action about the session does. Whoever
/// wants to be called is told by themselves.
fn gathered(book: &Book, said: Vec<(&Feedback, Concern)>) -> Vec<Concern> {
    let calls = |concern: &Concern| matches!(concern.why, Why::Said { wants_contact: true, .. });
    let mut of_session: BTreeMap<&Link, usize> = BTreeMap::new();
    for (form, _) in said.iter().filter(|(_, concern)| !calls(concern)) {
        if let Some(about) = form.about.as_ref().filter(|about| about.kind == Kind::Session) {
            *of_session.entry(about).or_default() += 1;
        }
    }
    of_session.retain(|_, count| *count > EACH);
    let seen_to = |about: &Link| book.referring_as::<Action>(about).any(|action| action.source.as_ref() == Some(about));
    let together = of_session.iter().filter(|(about, _)| !seen_to(about)).map(|(about, count)| {
        let day = book.get::<Session>(&about.id).and_then(|session| session.date);
        let (group, why, cure) = (Group::After, Why::SaidOften(*count), Cure::Action);
        Concern { group, about: (*about).clone(), day, why, cure }
    });
    let together: Vec<Concern> = together.collect();
    let is_alone = |form: &Feedback| form.about.as_ref().is_none_or(|about| !of_session.contains_key(about));
    let alone = said.into_iter().filter(|(form, concern)| calls(concern) || is_alone(form));
    alone.map(|(_, concern)| concern).chain(together).collect()
}

fn day_of(gathering: Gathering<'_>, feedback: &Feedback) -> Option<Date> {
    match gathering.book().record(feedback.about.as_ref()?)? {
        RecordRef::Session(session) => session.date,
        _ => None,
    }
}

/// Who looks after what a form is about, and who was there.
fn people_of(gathering: Gathering<'_>, feedback: &Feedback) -> Vec<Who> {
    let about = feedback.about.as_ref().and_then(|about| gathering.book().record(about));
    match about {
        Some(RecordRef::Session(session)) => people(session).collect(),
        Some(RecordRef::Coaching(coaching)) => of_coaching(coaching).collect(),
        _ => Vec::new(),
    }
}

/// The lowest of the scores that are low, the best there is, and the question.
fn lowest(gathering: Gathering<'_>, feedback: &Feedback) -> Option<(u32, u32, EcoString)> {
    let book = gathering.book();
    let low = |answer: &Answer| {
        let question = question(book, feedback, &answer.question)?;
        let answering = question.answering?;
        let (most, best) = match answering {
            Answering::Agreement => (LOW_AGREEMENT, 5),
            Answering::Recommend => (LOW_RECOMMEND, 10),
            _ => return None,
        };
        let score = score(answering, &answer.answer)?;
        let text = question.text.in_tongue(gathering.showing.texts.tongue()).clone();
        (score <= most).then_some((score, best, text))
    };
    feedback.answers.iter().filter_map(low).min_by_key(|(score, best, _)| score * 10 / best)
}
