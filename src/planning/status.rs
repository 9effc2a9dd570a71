//! What comes next: the status a record goes on to, and what that says besides.

use jiff::civil::Date;

use crate::domain::{ActionStatus, CoachingStatus, Record, RecordRef, SessionStatus};

/// The record one step on; nothing where it has come to its end or knows no steps.
pub fn next(record: RecordRef<'_>, today: Date) -> Option<Record> {
    use CoachingStatus as C;
    use SessionStatus as S;
    match record {
        RecordRef::Coaching(coaching) => {
            let status = match coaching.status {
                None | Some(C::Waiting) => C::Requested,
                Some(C::Requested | C::Postponed) => C::Offered,
                Some(C::Offered) => C::Planning,
                Some(C::Planning) => C::UnderWay,
                Some(C::UnderWay) => C::Done,
                Some(C::Done | C::Declined | C::Cancelled) => return None,
            };
            let mut next = coaching.clone();
            next.status = Some(status);
            Some(Record::Coaching(next))
        }
        RecordRef::Session(session) => {
            let status = match session.status {
                None => S::Planned,
                Some(S::Planned) => S::Confirmed,
                Some(S::Confirmed) => S::Held,
                Some(S::Held | S::Cancelled) => return None,
            };
            let mut next = session.clone();
            next.status = Some(status);
            Some(Record::Session(next))
        }
        RecordRef::Action(action) if !matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped)) => {
            let mut next = action.clone();
            next.status = Some(ActionStatus::Done);
            next.done_on = Some(today);
            Some(Record::Action(next))
        }
        _ => None,
    }
}
