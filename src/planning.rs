//! What follows from the records: pure functions over the book, each figure and each gap defined once.

pub mod beginning;
pub mod figures;
pub mod merger;
pub mod moving;
pub mod next_season;
pub mod readiness;
pub mod status;
