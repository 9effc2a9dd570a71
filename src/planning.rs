//! What follows from the records: pure functions over the book, each figure, each gap and what makes two records
//! likely to be one defined once.

pub mod actions;
pub mod answerers;
pub mod beginning;
pub mod clashes;
pub mod closing;
pub mod coverage;
pub mod days;
pub mod duplicates;
pub mod figures;
pub mod flow;
pub mod following;
pub mod handing;
pub mod holidays;
pub mod inherit;
pub mod matching;
pub mod merger;
pub mod moving;
pub mod next_season;
pub mod opinions;
pub mod peers;
pub mod poll;
pub mod practices;
pub mod programme;
pub mod questionnaires;
pub mod readiness;
pub mod remarks;
pub mod rounds;
pub mod season;
pub mod shifting;
pub mod span;
pub mod status;
pub mod steps;
pub mod today;
pub mod travel;
pub mod tutors;
