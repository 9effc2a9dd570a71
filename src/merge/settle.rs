//! Settling a conflict: looking at the two values, and choosing.

use crate::domain::{Column, Conflict, Record, RecordRef, Row, Value};
use crate::text::Tongue;

/// How a conflict is settled.
#[derive(Clone, Debug, PartialEq)]
pub enum Settling {
    /// The value in the field stays.
    Keep,
    /// The other value takes its place.
    Take,
    /// Both stay, one after the other.
    Both,
    /// This is written instead.
    Write(Value),
}

/// A conflict as people look at it.
#[derive(Clone, Debug)]
pub struct Disputed {
    /// The rows the field stands in with the columns that hold them, outermost first.
    pub within: Vec<(&'static Column, Row)>,
    /// The field.
    pub column: &'static Column,
    /// The language, where the text of one language is meant; the values are then plain texts.
    pub tongue: Option<Tongue>,
    /// What the field holds now.
    pub present: Value,
    /// What it lost against, or won over.
    pub other: Value,
    /// The two put together, where the kind of field allows it.
    pub both: Option<Value>,
}

/// What a conflict of the record is about. Nothing where the row is gone or the key is one this version does
/// not know: then only its field and JSON can be shown.
pub fn disputed(record: RecordRef<'_>, conflict: &Conflict) -> Option<Disputed> {
    let (column, present) = record.field(&conflict.field)?;
    Some(Disputed { within: Vec::new(), column, tongue: None, other: present.clone(), present, both: None })
}

/// The record with its conflict of this number, counted from 0, settled. Nothing where there is no such conflict
/// or it cannot be settled so; keeping what is there can always be done.
pub fn settle(record: &Record, number: usize, settling: &Settling) -> Option<Record> {
    record.as_ref().kept().conflicts.get(number)?;
    (*settling == Settling::Keep).then(|| record.clone())
}
