//! Another day: a session or what an action is due on a day on or back, a coaching a week.

use jiff::Span;
use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{Action, Coaching, CoachingStatus, Kind, Link, Record, RecordRef, Session, SessionStatus};
use crate::planning::figures::is_open;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// Later.
    Later,
    /// Earlier.
    Earlier,
}

/// The record on the next day or the one before, or in the next week or the one before; nothing where it has no day,
/// is over, or the calendar ends.
pub fn shifted(record: RecordRef<'_>, towards: Towards) -> Option<Record> {
    match record {
        RecordRef::Session(session) => self::session(session, towards).map(Record::Session),
        RecordRef::Coaching(coaching) => self::coaching(coaching, towards).map(Record::Coaching),
        RecordRef::Action(action) if is_open(action) => {
            let due = by(action.due?, 1, towards)?;
            Some(Record::Action(Action { due: Some(due), ..action.clone() }))
        }
        _ => None,
    }
}

/// Whether a coaching has sessions to come, whose days count and not its week.
pub fn has_days_of_its_own(book: &Book, coaching: &Coaching) -> bool {
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let open = |session: &Session| !matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled));
    book.referring_as::<Session>(&link).any(|session| open(session) && session.date.is_some())
}

fn by(day: Date, days: i64, towards: Towards) -> Option<Date> {
    let days = if towards == Towards::Later { days } else { -days };
    day.checked_add(Span::new().days(days)).ok()
}

fn session(session: &Session, towards: Towards) -> Option<Session> {
    if matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled)) {
        return None;
    }
    let date = by(session.date?, 1, towards)?;
    let last_day = match session.last_day {
        Some(last) => Some(by(last, 1, towards)?),
        None => None,
    };
    Some(Session { date: Some(date), last_day, ..session.clone() })
}

fn coaching(coaching: &Coaching, towards: Towards) -> Option<Coaching> {
    use CoachingStatus::{Cancelled, Declined, Done};
    if matches!(coaching.status, Some(Done | Declined | Cancelled)) {
        return None;
    }
    Some(Coaching { planned_week: Some(by(coaching.planned_week?, 7, towards)?), ..coaching.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_session_of_two_days_moves_whole_and_what_is_over_stays() {
        let two = Session { date: Some(date(2026, 11, 30)), last_day: Some(date(2026, 12, 1)), ..Session::default() };
        let moved = session(&two, Towards::Later).unwrap();
        assert_eq!((moved.date, moved.last_day), (Some(date(2026, 12, 1)), Some(date(2026, 12, 2))));
        assert_eq!(session(&moved, Towards::Earlier), Some(two.clone()), "back again");
        assert_eq!(session(&Session { status: Some(SessionStatus::Held), ..two }, Towards::Later), None);
        assert_eq!(session(&Session::default(), Towards::Later), None, "without a day");
        let last = Session { date: Some(Date::MAX), ..Session::default() };
        assert_eq!(session(&last, Towards::Later), None, "the calendar ends");
    }

    #[test]
    fn a_coaching_moves_by_weeks() {
        let planned = Coaching { planned_week: Some(date(2026, 12, 28)), ..Coaching::default() };
        assert_eq!(coaching(&planned, Towards::Later).unwrap().planned_week, Some(date(2027, 1, 4)));
    }
}
