//! What is late: materials that were promised, things to remember, actions.

use jiff::civil::Date;

use super::ahead::people;
use super::{Concern, Cure, Gathering, Group, Why};
use crate::domain::{Action, Kind, Link, Session, SessionStatus, Who};
use crate::planning::figures::is_overdue;

/// Everything whose day is over and that is not done.
pub(super) fn late(gathering: Gathering<'_>) -> Vec<Concern> {
    let today = gathering.today();
    let mut late: Vec<Concern> = Vec::new();
    for session in gathering.book().all::<Session>() {
        if session.status != Some(SessionStatus::Cancelled) {
            late.extend(of_session(gathering, session));
        }
    }
    let actions = gathering.book().all::<Action>().filter(|action| is_overdue(action, today));
    let actions = actions.filter(|action| gathering.is_wanted([action.owner.clone()]));
    late.extend(actions.map(|action| Concern {
        group: Group::Late,
        about: Link::new(Kind::Action, action.id.clone()),
        day: action.due,
        why: Why::Action,
        cure: Cure::Status,
    }));
    late
}

/// The materials and things to remember of a session.
fn of_session(gathering: Gathering<'_>, session: &Session) -> Vec<Concern> {
    let is_late = |due: Option<Date>| due.is_some_and(|due| due < gathering.today());
    let concern = |day: Option<Date>, why: Why| Concern {
        group: Group::Late,
        about: Link::new(Kind::Session, session.id.clone()),
        day,
        why,
        cure: Cure::Done,
    };
    let wanted = |who: &Who| gathering.is_wanted(people(session).chain([who.clone()]));
    let materials = session.materials.iter().filter(|row| is_late(row.due) && row.received_on.is_none());
    let materials = materials.filter(|row| wanted(&row.promised_by));
    let tasks = session.checklist.iter().filter(|row| is_late(row.due) && row.done != Some(true));
    let tasks = tasks.filter(|_| wanted(&Who::Nobody));
    materials
        .map(|row| concern(row.due, Why::Material(row.id.clone())))
        .chain(tasks.map(|row| concern(row.due, Why::Task(row.id.clone()))))
        .collect()
}
