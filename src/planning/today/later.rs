//! What is asked months after a coaching: whether something has changed.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::ahead::of_coaching;
use super::{Concern, Cure, Gathering, Group, Why};
use crate::book::Book;
use crate::domain::{Coaching, CoachingStatus, Feedback, Kind, Link, SessionStatus};
use crate::planning::opinions::is_later;
use crate::planning::questionnaires::{follow_up, sessions_of};

/// So many months after its last session a municipality is asked what has changed.
const MONTHS_AFTER: i32 = 4;

/// So many months after it nobody is asked any more.
const MONTHS_MOST: i32 = 8;

/// Coachings whose last session was held four months ago and of which nobody was asked since what has changed.
pub(super) fn to_ask_again(gathering: Gathering<'_>) -> Vec<Concern> {
    let (book, today) = (gathering.book(), gathering.today());
    if follow_up(book).is_none() {
        return Vec::new();
    }
    let concern = |coaching: &Coaching| {
        if matches!(coaching.status, Some(CoachingStatus::Cancelled | CoachingStatus::Declined)) {
            return None;
        }
        let last = last_held(book, coaching)?;
        let due = months_after(last, MONTHS_AFTER);
        let is_due = due <= today && today <= months_after(last, MONTHS_MOST);
        if !is_due || !gathering.is_wanted(of_coaching(coaching)) || was_asked(book, coaching) {
            return None;
        }
        let about = Link::new(Kind::Coaching, coaching.id.clone());
        Some(Concern { group: Group::After, about, day: Some(due), why: Why::Later(last), cure: Cure::Feedback })
    };
    book.all::<Coaching>().filter_map(concern).collect()
}

/// A calendar month is a month: of the 31st the last day there is.
fn months_after(day: Date, months: i32) -> Date {
    day.checked_add(months.months()).unwrap_or(Date::MAX)
}

/// The day of the last session that was held; nothing while another one is still to come.
fn last_held(book: &Book, coaching: &Coaching) -> Option<Date> {
    let mut last = None;
    for session in sessions_of(book, &coaching.id) {
        match session.status {
            Some(SessionStatus::Held) => last = last.max(session.last_day.max(session.date)),
            Some(SessionStatus::Cancelled) => {}
            _ => return None,
        }
    }
    last
}

/// Whether a form of that kind came, on the coaching or on a session of it.
fn was_asked(book: &Book, coaching: &Coaching) -> bool {
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let sessions = sessions_of(book, &coaching.id).map(|session| Link::new(Kind::Session, session.id.clone()));
    let its_own = |form: &Feedback| form.municipality.is_none() || form.municipality == coaching.municipality;
    let mut links = std::iter::once(link).chain(sessions);
    links.any(|link| {
        let mut forms = book.referring_as::<Feedback>(&link).filter(|form| form.about.as_ref() == Some(&link));
        forms.any(|form| is_later(form) && its_own(form))
    })
}
