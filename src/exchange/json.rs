//! One record to and from JSON, driven by its field table.
//!
//! Reads straight from the bytes into values: no tree between. A key the table does not know is kept with
//! its text as it stood, so that a newer program's data and thirty-digit numbers survive.

mod read;
mod write;

pub use read::{Unreadable, Why, read, read_any, read_value};
pub use write::{AsJson, write, write_value};

/// The key under which a record keeps what waits to be settled.
const CONFLICTS: &str = "conflicts";
