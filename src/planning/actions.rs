//! Follow-up actions: what one begins with, so that it says where it came from.
//!
//! Owns what an action takes over from the record or the words it answers. Never changes the book.

use ecow::EcoString;

use crate::domain::Link;

/// Where something came from: a record, and within it the words somebody used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The record.
    pub link: Link,
    /// The place in it: a question's key in a form, `comment`, a field's key; empty where the whole record is meant.
    pub field: EcoString,
    /// The words.
    pub quote: EcoString,
}
