//! Good practices and who took them up.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::beside::Kept;
use super::field::{FieldKind, IN_BOTH, columns, table};
use super::id::{Id, Kind, Link};
use super::value::{Ids, Words};

/// A municipality that took a practice up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uptake {
    /// The row's id.
    pub id: Id,
    /// Which one.
    pub municipality: Option<Id>,
    /// Since when.
    pub since: Option<Date>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Uptake, "uptake", {
    municipality(needed): FieldKind::Ref(Kind::Municipality),
    since: FieldKind::Date,
});

/// A good practice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Practice {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub title: Words,
    /// Where it is practised.
    pub municipality: Option<Id>,
    /// Its themes.
    pub themes: Ids,
    /// The problem it answers.
    pub problem: EcoString,
    /// The idea of the solution.
    pub idea: EcoString,
    /// What it needs to work.
    pub needs: EcoString,
    /// Who knows more.
    pub contact: Option<Id>,
    /// The session it was told at.
    pub session: Option<Id>,
    /// The record it grew from: a note, a form, a session.
    pub source: Option<Link>,
    /// The field of that record, by its key.
    pub source_field: EcoString,
    /// Where to read more.
    pub read_more: EcoString,
    /// Who took it up.
    pub uptakes: EcoVec<Uptake>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Practice, "practice", {
    title(needed): IN_BOTH,
    municipality: FieldKind::Ref(Kind::Municipality),
    themes: FieldKind::Many(&FieldKind::Ref(Kind::Theme)),
    problem: FieldKind::Long,
    idea: FieldKind::Long,
    needs: FieldKind::Long,
    contact: FieldKind::Ref(Kind::Person),
    session: FieldKind::Ref(Kind::Session),
    source: FieldKind::Link(&Kind::ALL),
    source_field: FieldKind::Line,
    read_more: FieldKind::Web,
    uptakes: FieldKind::Rows(columns::<Uptake>),
});
