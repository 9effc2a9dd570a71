//! Follow-up actions: what was agreed to be done.

use ecow::EcoString;
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, table};
use super::id::{Id, Kind, Link};
use super::value::Who;

choice! {
    /// Where an action stands.
    ActionStatus, "action-status" {
        /// To be done.
        Open = "open",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

/// A follow-up action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    /// Its id.
    pub id: Id,
    /// What is to be done.
    pub what: EcoString,
    /// The municipality it is about.
    pub municipality: Option<Id>,
    /// The record it came from.
    pub source: Option<Link>,
    /// The field of that record, by its key.
    pub source_field: EcoString,
    /// The words it came from.
    pub quote: EcoString,
    /// Who does it.
    pub owner: Who,
    /// The last day for it.
    pub due: Option<Date>,
    /// Where it stands.
    pub status: Option<ActionStatus>,
    /// What came of it.
    pub result: EcoString,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Action, "action", {
    what(needed): FieldKind::Line,
    municipality: FieldKind::Ref(Kind::Municipality),
    source: FieldKind::Link(&Kind::ALL),
    source_field: FieldKind::Line,
    quote: FieldKind::Long,
    owner: FieldKind::Who,
    due: FieldKind::Date,
    status: FieldKind::choice::<ActionStatus>(),
    result: FieldKind::Line,
    done_on: FieldKind::Date,
});
