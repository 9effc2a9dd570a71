//! What comes up: sessions of the next days, and coachings that wait for an answer.

use super::{Concern, Cure, DAYS_AHEAD, Gathering, Group, Why};
use crate::domain::{Coaching, CoachingStatus, Id, Kind, Link, Season, Session, SessionStatus, Who};
use crate::planning::clashes::warnings;
use crate::planning::readiness::{Gap, of_coaching as lacks, of_session};
use crate::planning::rounds::{is_full, waited};

/// Sessions of the next days that lack something or clash; those of today and tomorrow in any case. Those without a
/// day that belong to the season at hand come last.
pub(super) fn coming(gathering: Gathering<'_>) -> Vec<Concern> {
    let (book, today) = (gathering.book(), gathering.today());
    let (soon, last) = (gathering.days_from_now(1), gathering.days_from_now(DAYS_AHEAD));
    let mut warnings = warnings(book, today, last);
    let concern = |session: &Session| {
        if matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled)) {
            return None;
        }
        let day = session.date;
        let is_ahead = match day {
            Some(day) => session.last_day.unwrap_or(day) >= today && day <= last,
            None => gathering.is_of_season(session.season.as_ref()),
        };
        if !is_ahead || !gathering.is_wanted(people(session)) {
            return None;
        }
        let mut gaps = of_session(book, session, today);
        // What is late has a place of its own.
        gaps.retain(|gap| !matches!(gap, Gap::TaskOverdue | Gap::MaterialOverdue));
        let clash = warnings.remove(&session.id);
        let is_worth_a_look = !gaps.is_empty() || clash.is_some() || day.is_some_and(|day| day <= soon);
        is_worth_a_look.then(|| Concern {
            group: Group::Now,
            about: Link::new(Kind::Session, session.id.clone()),
            day,
            cure: cure(&gaps),
            why: Why::Coming { gaps, clash: clash.map(Box::new) },
        })
    };
    book.all::<Session>().filter_map(concern).collect()
}

/// Coachings that are being planned: for a week that comes up and without a meeting, or with a tutor who leaves first.
pub(super) fn planned(gathering: Gathering<'_>) -> Vec<Concern> {
    use CoachingStatus::{Planning, UnderWay};
    let last = gathering.days_from_now(DAYS_AHEAD);
    let concern = |coaching: &Coaching| {
        let is_open = matches!(coaching.status, Some(Planning | UnderWay));
        let is_later = coaching.planned_week.is_some_and(|week| week > last);
        if !is_open || !gathering.is_of_season(coaching.season.as_ref()) || !gathering.is_wanted(of_coaching(coaching))
        {
            return None;
        }
        let mut gaps = lacks(gathering.book(), coaching, gathering.today());
        gaps.retain(|gap| *gap == Gap::TutorLeaves || !is_later && matches!(gap, Gap::NoSession | Gap::NoTutor));
        let is_urgent = gaps.iter().any(|gap| matches!(gap, Gap::TutorLeaves | Gap::NoSession));
        is_urgent.then(|| Concern {
            group: Group::Now,
            about: Link::new(Kind::Coaching, coaching.id.clone()),
            day: coaching.planned_week,
            cure: cure(&gaps),
            why: Why::Coming { gaps, clash: None },
        })
    };
    gathering.book().all::<Coaching>().filter_map(concern).collect()
}

/// Who looks after a session and who goes there.
pub(super) fn people(session: &Session) -> impl Iterator<Item = Who> {
    let responsible = session.responsible.iter().cloned();
    responsible.chain(session.tutors.iter().cloned()).map(Who::Person)
}

/// What the most urgent gap asks for.
fn cure(gaps: &[Gap]) -> Cure {
    match gaps.first() {
        Some(Gap::NoTutor | Gap::OnlyOffice | Gap::TutorLeaves) => Cure::Who,
        Some(Gap::NoDate | Gap::NoSession) => Cure::When,
        _ => Cure::Open,
    }
}

/// Requests without an answer, offers without a reply, and who waits although there is room now.
pub(super) fn waiting(gathering: Gathering<'_>) -> Vec<Concern> {
    let book = gathering.book();
    let concern = |coaching: &Coaching| {
        if !gathering.is_of_season(coaching.season.as_ref()) || !gathering.is_wanted(of_coaching(coaching)) {
            return None;
        }
        let days = waited(coaching, gathering.today());
        let (why, cure) = match coaching.status {
            None | Some(CoachingStatus::Requested) => (Why::Asked(days), Cure::Who),
            Some(CoachingStatus::Offered) => (Why::Offered(days), Cure::Write),
            Some(CoachingStatus::Waiting) => {
                let season = coaching.season.as_ref().and_then(|id: &Id| book.get::<Season>(id));
                if coaching.round.is_empty() || is_full(book, &coaching.round, season) {
                    return None;
                }
                (Why::Room, Cure::Status)
            }
            _ => return None,
        };
        let about = Link::new(Kind::Coaching, coaching.id.clone());
        Some(Concern { group: Group::Waiting, about, day: coaching.asked_on, why, cure })
    };
    book.all::<Coaching>().filter_map(concern).collect()
}

/// Who looks after a coaching and who goes there.
pub(super) fn of_coaching(coaching: &Coaching) -> impl Iterator<Item = Who> {
    coaching.responsible.iter().chain(&coaching.tutors).cloned().map(Who::Person)
}
