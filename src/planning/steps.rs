//! What each step asks: going on to a status, which fields are worth filling in. They are offered, never demanded.

use crate::domain::{ActionStatus, CoachingStatus, RecordRef, SessionStatus};

/// The fields to ask for when this record goes on to the status it has here; none where the step asks nothing.
pub fn asked(next: RecordRef<'_>) -> &'static [&'static str] {
    use CoachingStatus as C;
    use SessionStatus as S;
    match next {
        RecordRef::Coaching(coaching) => match coaching.status {
            Some(C::Offered) => &["tutors", "tutor_municipalities", "round", "planned_week", "responsible"],
            Some(C::Planning) => &["contacts", "themes", "present_state", "goals", "planned_week"],
            Some(C::Done) => &["outcome"],
            _ => &[],
        },
        RecordRef::Session(session) => match session.status {
            Some(S::Confirmed) => &["date", "time", "mode", "place", "link"],
            Some(S::Held) => &["present_people", "present_municipalities", "at_least"],
            _ => &[],
        },
        RecordRef::Action(action) if action.status == Some(ActionStatus::Done) => &["result", "done_on"],
        _ => &[],
    }
}

/// The fields of the form for a step, in its order: the status, what the step asks, and why, for what is put off,
/// declined or called off there.
pub fn fields(next: RecordRef<'_>) -> Vec<&'static str> {
    let reason = matches!(next, RecordRef::Coaching(_)).then_some("reason");
    ["status"].into_iter().chain(asked(next).iter().copied()).chain(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Choice as _, Coaching, Id, Kind, Record, Session, Value};
    use crate::planning::status::next;
    use jiff::civil::date;

    #[test]
    fn every_step_asks_only_for_fields_there_are() {
        let mut asking = 0;
        for (kind, statuses) in [(Kind::Coaching, CoachingStatus::KEYS), (Kind::Session, SessionStatus::KEYS)] {
            for status in statuses {
                let mut record = Record::empty(kind, Id::default());
                record.set("status", Value::Choice(status)).unwrap();
                let Some(next) = next(record.as_ref(), date(2026, 11, 22)) else { continue };
                for key in fields(next.as_ref()) {
                    assert!(next.as_ref().field(key).is_some(), "{kind:?} has no {key}");
                }
                asking += usize::from(!asked(next.as_ref()).is_empty());
            }
        }
        assert_eq!(asking, 6, "offered, twice; planning; done; confirmed; held");
    }

    #[test]
    fn the_first_steps_of_all_ask_nothing() {
        let waiting = Coaching { status: Some(CoachingStatus::Requested), ..Coaching::default() };
        assert!(asked(RecordRef::Coaching(&waiting)).is_empty());
        let planned = Session { status: Some(SessionStatus::Planned), ..Session::default() };
        assert!(asked(RecordRef::Session(&planned)).is_empty());
    }
}
