//! What stands in a record beside its fields: keys that this version does not know, and values two people gave
//! the same field, until one is chosen.
//!
//! Keeps both as the JSON they are stored as, so that nothing is lost by not being understood.

use ecow::{EcoString, EcoVec};
use jiff::civil::DateTime;

use super::id::Id;
use super::rare::{Hollow, Rare};

/// What stands beside the fields; nothing in most records and rows.
pub type Kept = Rare<Beside>;

/// Unknown keys and unsettled conflicts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// Keys this version does not know, with their JSON text, in the order they were read.
    pub unknown: EcoVec<(EcoString, EcoString)>,
    /// Values that lost against another one and wait for somebody to choose. Only records have them; those of
    /// rows stand with their record.
    pub conflicts: EcoVec<Conflict>,
}

impl Hollow for Beside {
    const EMPTY: &'static Self = &Self { unknown: EcoVec::new(), conflicts: EcoVec::new() };
}

/// A value somebody gave a field that somebody else changed too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The field: its key, `key/sv` for a text of one language, and before that `key/row/` for each row it
    /// stands in.
    pub field: EcoString,
    /// The value as compact JSON; `null` where it was emptied.
    pub json: EcoString,
    /// Who gave it, where that is known.
    pub by: Option<Id>,
    /// When, in the book's own time.
    pub at: Option<DateTime>,
}
