//! What follows from the records: pure functions over the book, each figure and each gap defined once.

pub mod beginning;
pub mod duplicates;
pub mod figures;
pub mod readiness;
pub mod status;
