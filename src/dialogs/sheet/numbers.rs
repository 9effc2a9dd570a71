//! Those who came and the hours tutors spent: of whom numbers are expected, and the totals that follow them.

use super::rows::with_rows;
use crate::domain::{Id, Kind, Link, Presence, RecordRef, Row, Session, Value};
use crate::layer::Cx;
use crate::planning::figures::exists_on;

/// Who is expected in the rows of a field: of presence the municipalities the session is for, else all there are; of
/// hours its tutors.
pub(super) fn expected(cx: &Cx<'_>, session: &Session, key: &str) -> Vec<Value> {
    if key == "hours" {
        return session.tutors.iter().cloned().map(Value::Ref).collect();
    }
    let link = |id: &Id| Value::Link(Link::new(Kind::Municipality, id.clone()));
    if !session.municipalities.is_empty() {
        return session.municipalities.iter().map(link).collect();
    }
    let day = session.date.unwrap_or(cx.showing.today);
    let places = cx.finder.in_order(Kind::Municipality).iter().filter_map(|place| cx.showing.book.at(*place));
    let there = places.filter_map(|record| match record {
        RecordRef::Municipality(one) if exists_on(one, day) => Some(link(&one.id)),
        _ => None,
    });
    there.collect()
}

/// The session with these rows of those present; totals that were the rows' own sums, or not given, follow them.
pub(super) fn with_presence(session: &Session, rows: Vec<Row>) -> Session {
    let mut after = with_rows(session, "presence", rows);
    let sum = |session: &Session, of: fn(&Presence) -> Option<u32>| -> (Option<u32>, Option<u32>) {
        let given: Vec<(bool, u32)> = session
            .presence
            .iter()
            .filter_map(|row| Some((row.who.as_ref()?.kind == Kind::Municipality, of(row)?)))
            .collect();
        let people = given.iter().map(|(_, count)| *count).fold(0, u32::saturating_add);
        let places = given.iter().filter(|(municipality, count)| *municipality && *count > 0).count();
        let any = !given.is_empty();
        (any.then_some(people), any.then(|| u32::try_from(places).unwrap_or(u32::MAX)))
    };
    let follow = |total: Option<u32>, then: Option<u32>, now: Option<u32>| {
        if total.is_none() || total == then { now } else { total }
    };
    let (then, now) = (sum(session, |row| row.registered), sum(&after, |row| row.registered));
    after.registered_people = follow(session.registered_people, then.0, now.0);
    after.registered_municipalities = follow(session.registered_municipalities, then.1, now.1);
    let (then, now) = (sum(session, |row| row.present), sum(&after, |row| row.present));
    after.present_people = follow(session.present_people, then.0, now.0);
    after.present_municipalities = follow(session.present_municipalities, then.1, now.1);
    after
}
