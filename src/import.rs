//! Bringing tables in: which column holds what, and what each row becomes.
//!
//! Owns how a foreign table is understood: its headings, the contents as evidence, names in either order, places in
//! any spelling; which record a row is about; and what it changes there. It reads no file and changes no book: it
//! ends in changes for others to make, and in words on what could not be read.
//!
//! # What happens to a row
//!
//! 1. Its cells are read as their columns say ([`mapping`], `cells`). A cell that cannot be read goes, with its
//!    heading, into the note of a record that has one, so that nothing is lost; elsewhere the row is left out.
//! 2. The record it is about is looked for (`sameness`): by id, else by what makes two rows speak of one.
//! 3. It is filled in (`filling`). A row that names its record's id says all that its columns hold, an empty cell
//!    included; any other row only adds and corrects. What an earlier row of the table said stands.
//!
//! Answers to questionnaires, as forms export them, go a way of their own: see [`answers`].
//!
//! The same table twice changes nothing the second time, as each row finds the record it made.

pub mod answers;
mod bringing;
mod cells;
mod filling;
mod headings;
pub mod mapping;
mod names;
mod outcome;
mod places;
mod putting;
mod sameness;

pub use bringing::Bringing;
pub use headings::languages;
pub use names::Order;
pub use outcome::{Fate, Hand, Outcome, Tally};
