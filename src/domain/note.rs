//! Notes: dated, signed, on any record. Council documents are public: write them as if they will be read.

use ecow::EcoString;
use jiff::civil::{Date, Time};

use super::beside::Kept;
use super::field::{FieldKind, table};
use super::id::{Id, Kind, Link};

/// A note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// Its id.
    pub id: Id,
    /// The record it is about.
    pub about: Option<Link>,
    /// The day it was written.
    pub at: Option<Date>,
    /// The time of day.
    pub time: Option<Time>,
    /// Who wrote it.
    pub by: Option<Id>,
    /// What it says.
    pub text: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Note, "note", {
    about(needed): FieldKind::Link(&Kind::ALL),
    at(needed)["date"]: FieldKind::Date,
    time: FieldKind::Time,
    by: FieldKind::Ref(Kind::Person),
    text(needed): FieldKind::Long,
});
