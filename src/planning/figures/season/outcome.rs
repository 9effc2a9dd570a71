//! What was held, what came of it, what was told of it, and how many answered.

use super::{Amount, Counted, Group, Scope, small, whole_and};
use std::collections::HashSet;

use crate::book::Book;
use crate::domain::{
    Answering, Choice, Coaching, Feedback, Id, Kind, Link, Material, Session, SessionKind, SessionStatus,
};
use crate::planning::actions::Progress;
use crate::planning::figures::says_something;
use crate::planning::opinions::{FEWEST_RECOMMENDING, Spread, is_later, opinions};
use crate::planning::questionnaires::EVENT;

pub(super) fn coachings(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let statuses: Vec<_> = scope.coachings.iter().map(|coaching: &&Coaching| coaching.status).collect();
    let known = |(group, counted): (Group, Counted)| (group, counted.as_far_as_known(scope.is_incomplete));
    whole_and(&statuses).into_iter().map(known).collect()
}

/// Those that had a session, by their status or by what was held.
pub(super) fn coached(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let held = scope.held_coachings().len();
    vec![(Group::Whole, Counted::count(held, held).as_far_as_known(scope.is_incomplete))]
}

pub(super) fn held(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    whole_and(&scope.held().map(|session| session.kind).collect::<Vec<_>>())
}

pub(super) fn cancelled(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let cancelled = scope.sessions.iter().filter(|session| session.status == Some(SessionStatus::Cancelled));
    whole_and(&cancelled.map(|session| session.kind).collect::<Vec<_>>())
}

/// How many people were at a session: the total, else the sum of its rows; nothing where neither tells.
pub fn people_at(session: &Session) -> Option<u32> {
    let rows = || session.presence.iter().filter_map(|row| row.present);
    session.present_people.or_else(|| rows().reduce(u32::saturating_add))
}

/// How many municipalities were at a session: the total, else its rows, else those of its coachings that are not told to
/// have stayed away; nothing where none of these tells.
pub fn municipalities_at(book: &Book, session: &Session) -> Option<u32> {
    let is_municipality = |link: &Link| link.kind == Kind::Municipality;
    let rows = || session.presence.iter().filter(|row| row.who.as_ref().is_some_and(is_municipality));
    let told = rows().any(|row| row.present.is_some());
    let there = || small(rows().filter(|row| row.present.is_some_and(|count| count > 0)).count());
    session.present_municipalities.or_else(|| told.then(there)).or_else(|| coached_at(book, session))
}

/// The municipalities of a session's coachings.
fn coached_at(book: &Book, session: &Session) -> Option<u32> {
    let of = |id| book.get::<Coaching>(id).and_then(|coaching| coaching.municipality.as_ref());
    let all: HashSet<&Id> = session.coachings.iter().filter_map(of).collect();
    (!all.is_empty()).then(|| small(all.len()))
}

pub(super) fn people(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let mut parts = vec![(Group::Whole, summed(scope.held(), people_at))];
    let kinds = SessionKind::ALL.iter().copied().map(Some).chain([None]);
    for kind in kinds {
        let of_kind: Vec<&Session> = scope.held().filter(|session| session.kind == kind).collect();
        if !of_kind.is_empty() {
            let group = Group::Choice(SessionKind::SET, kind.map(SessionKind::key));
            parts.push((group, summed(of_kind.into_iter(), people_at)));
        }
    }
    parts
}

pub(super) fn presences(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    vec![(Group::Whole, summed(scope.held(), |session| municipalities_at(scope.book, session)))]
}

/// The sum of what sessions tell. One that tells nothing makes it "at least", as does one that was not counted out;
/// where none tells anything it is not known.
pub fn summed<'a>(sessions: impl Iterator<Item = &'a Session>, count: impl Fn(&Session) -> Option<u32>) -> Counted {
    let (mut sum, mut told, mut open, mut any) = (0_u32, 0_u32, false, false);
    for session in sessions {
        any = true;
        match count(session) {
            Some(count) => {
                sum = sum.saturating_add(count);
                told += 1;
                open |= session.at_least == Some(true);
            }
            None => open = true,
        }
    }
    let amount = if any && told == 0 { Amount::Unknown } else { Amount::Count(sum) };
    Counted { amount, n: told, at_least: open && told > 0, ..Counted::default() }
}

pub(super) fn actions(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let Progress { done, all } = Progress::of(scope.actions.iter().copied());
    vec![(Group::Whole, Counted::part(done, all))]
}

pub(super) fn practices(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let all = scope.practices.len();
    vec![(Group::Whole, Counted::count(all, all))]
}

pub(super) fn uptakes(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let all = scope.uptakes.len();
    vec![(Group::Whole, Counted::count(all, all))]
}

pub(super) fn concrete(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let concrete = scope.concrete();
    let count = scope.reached.iter().filter(|id| concrete.contains(id)).count();
    vec![(Group::Whole, Counted::part(count, scope.reached.len()).as_far_as_known(scope.is_incomplete))]
}

pub(super) fn webinars(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let webinars = scope.held().filter(|session| session.kind == Some(SessionKind::Webinar)).count();
    vec![(Group::Whole, Counted::count(webinars, webinars))]
}

/// Materials of held sessions that were sent on, or that are there and may be shared.
pub(super) fn materials(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let all: Vec<&Material> = scope.held().flat_map(|session| &session.materials).collect();
    let has_come = |row: &Material| row.received_on.is_some() || !row.place.is_empty();
    let shared = |row: &&&Material| row.sent_on.is_some() || row.may_be_shared == Some(true) && has_come(row);
    vec![(Group::Whole, Counted::part(all.iter().filter(shared).count(), all.len()))]
}

pub(super) fn published(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    whole_and(&scope.publications.iter().map(|row| row.kind).collect::<Vec<_>>())
}

pub(super) fn forms(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    vec![(Group::Whole, Counted::answers(scope.returned().receiving))]
}

pub(super) fn forms_of_tutors(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    vec![(Group::Whole, Counted::answers(scope.returned().tutors))]
}

/// Forms that say months later what has changed, of the coachings that had a session.
pub(super) fn forms_later(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let later = scope.forms.iter().filter(|form| is_later(form) && says_something(form)).count();
    vec![(Group::Whole, Counted::count(later, later))]
}

/// How much they would recommend the coaching.
pub(super) fn recommendation(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    recommended(scope, |form| form.questionnaire != EVENT)
}

/// How much they would recommend the webinar or other session: another question, which is not added to that one.
pub(super) fn recommendation_of_events(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    recommended(scope, |form| form.questionnaire == EVENT)
}

fn recommended(scope: &Scope<'_>, counts: fn(&Feedback) -> bool) -> Vec<(Group, Counted)> {
    let forms: Vec<&Feedback> = scope.forms.iter().copied().filter(|form| counts(form)).collect();
    let opinions = opinions(scope.book, &forms);
    let spreads =
        opinions.iter().filter(|it| it.answering == Answering::Recommend).filter_map(|it| it.receiving.as_ref());
    let mut whole = Spread::default();
    for spread in spreads {
        whole.counts.resize(whole.counts.len().max(spread.counts.len()), 0);
        whole.counts.iter_mut().zip(&spread.counts).for_each(|(sum, count)| *sum += count);
        whole.n += spread.n;
    }
    let amount = match (whole.n, whole.recommendation()) {
        (0, _) => Amount::Unknown,
        (n, _) if n < FEWEST_RECOMMENDING => Amount::Few,
        (_, told) => told.map_or(Amount::Unknown, Amount::Score),
    };
    vec![(Group::Whole, Counted { amount, n: whole.n, ..Counted::default() })]
}
