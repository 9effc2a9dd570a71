//! Taking a change back after it met somebody else's.
//!
//! Owns what becomes of the conflicts that a change brought about: whoever withdraws a value no longer disagrees
//! with anybody. It drops no value but the one that is withdrawn.

use super::settle::written;
use super::{Merged, Settling, Side, disputed, merge, settle};
use crate::domain::{Conflict, Id, RecordRef, Value};

/// Brings a record from one version back to an earlier one, whatever others have done to it since: `now` is how
/// it stands. Where they gave a field that this change touched another value at the same time, theirs stands,
/// whichever of the two had won.
pub fn withdraw(from: RecordRef<'_>, to: Side<'_>, now: RecordRef<'_>) -> Merged {
    let (mut base, mut theirs) = (from.to_owned(), now.to_owned());
    for conflict in &now.kept().conflicts {
        let Some((earlier, settling)) = end(from, to, now, conflict) else { continue };
        let number = theirs.as_ref().kept().conflicts.iter().position(|other| other == conflict);
        let settled = number.and_then(|number| settle(&theirs, number, &settling));
        // Where the base has what it is brought back to, the merge leaves the field to others.
        if let (Some(settled), Some(untouched)) = (settled, written(&base, &conflict.field, earlier)) {
            (base, theirs) = (untouched, settled);
        }
    }
    merge(Some(base.as_ref()), to, Side { record: Some(theirs.as_ref()), ..Side::default() })
}

/// How a conflict that the withdrawn change brought about ends, and what its field held before that change.
fn end(from: RecordRef<'_>, to: Side<'_>, now: RecordRef<'_>, conflict: &Conflict) -> Option<(Value, Settling)> {
    let rivals =
        |record: RecordRef<'_>| record.kept().conflicts.iter().filter(|other| other.field == conflict.field).count();
    let withdrawn = disputed(from, conflict)?.present;
    let earlier = disputed(to.record?, conflict)?.present;
    let now_disputed = disputed(now, conflict)?;
    if withdrawn == earlier || rivals(from) > 0 {
        return None;
    }
    let own = to.by.is_some_and(|me: &Id| conflict.by.as_ref() == Some(me));
    let settling = if own && now_disputed.other == withdrawn {
        Settling::Keep
    } else if !own && now_disputed.present == withdrawn && rivals(now) == 1 {
        Settling::Take
    } else {
        return None;
    };
    Some((earlier, settling))
}
