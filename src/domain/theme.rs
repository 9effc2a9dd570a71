//! Themes of coaching.

use super::beside::Kept;
use super::field::{IN_ALL, table};
use super::id::Id;
use super::value::Words;

/// A theme; its id is a short readable key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    /// The key.
    pub id: Id,
    /// What it is called.
    pub name: Words,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Theme, "theme", {
    name(needed): IN_ALL,
});
