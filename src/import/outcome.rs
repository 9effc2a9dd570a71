//! What is at hand while a table is taken in, and what its rows become, in words and numbers.

use jiff::civil::DateTime;

use crate::book::show::Showing;
use crate::domain::{Id, Link};
use crate::entry::Reading;
use crate::text::{Safe, Texts};

/// What is at hand while rows are taken in.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// Reads what people write.
    pub reading: Reading<'a>,
    /// The book, language, day and season.
    pub showing: Showing<'a>,
    /// The day and time.
    pub now: DateTime,
    /// Who brings the table.
    pub me: Option<&'a Id>,
}

/// What a row became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Its place among the table's lines.
    pub at: usize,
    /// Its number in the file.
    pub number: usize,
    /// The record it is about; none where it cannot be taken in.
    pub link: Option<Link>,
    /// The record in words.
    pub title: Safe,
    /// What happened.
    pub fate: Fate,
    /// What changes in a record of the book, field by field.
    pub changes: Vec<Safe>,
    /// What could not be read or taken over, and what was guessed.
    pub remarks: Vec<Safe>,
    /// Whether a cell could not be read.
    pub unread: bool,
    /// It is a form nobody answered anything of.
    pub empty: bool,
    /// Somebody has decided about the row: that it is not wanted, or about somebody else.
    pub decided: bool,
}

impl Outcome {
    /// Whether it was left out or not wholly read, though it says something.
    pub fn is_odd(&self) -> bool {
        (self.unread || self.fate == Fate::LeftOut) && !self.empty
    }

    /// Whether one should look at it: something is odd about it, or it changes what the book says.
    pub fn is_remarkable(&self) -> bool {
        (!self.remarks.is_empty() && !self.empty) || self.fate == Fate::Changed || self.decided
    }
}

impl Tally {
    /// What answers became, each count in words; a count of nothing is told of new ones only.
    pub fn told(&self, texts: &Texts) -> Vec<Safe> {
        let same = self.same + self.skipped;
        let counted = [
            ("import-tally-new", self.new, true),
            ("import-tally-changed", self.changed, self.changed > 0),
            ("import-tally-same", same, same > 0),
            ("import-tally-again", self.again, self.again > 0),
            ("import-tally-organisations", self.organisations, self.organisations > 0),
            ("import-tally-left-out", self.left_out, self.left_out > 0),
            ("answers-tally-empty", self.empty, self.empty > 0),
        ];
        let told = counted.into_iter().filter(|(_, _, told)| *told);
        told.map(|(id, count, _)| texts.tell(id, &[("count", count.into())])).collect()
    }
}

/// What happens to a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It becomes a new record.
    New,
    /// It changes a record of the book.
    Changed,
    /// The book says so already.
    Same,
    /// It is about the same record as an earlier row, of this number in the file.
    Again(usize),
    /// Its record is in the book, and those were to stay as they are.
    Skipped,
    /// It cannot be taken in.
    #[default]
    LeftOut,
    /// It was said that it is not wanted.
    Unwanted,
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of new records.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that say nothing new.
    pub same: usize,
    /// Rows about a record of an earlier row.
    pub again: usize,
    /// Rows of records that stay as they are.
    pub skipped: usize,
    /// Rows that cannot be taken in.
    pub left_out: usize,
    /// Forms nobody answered anything of.
    pub empty: usize,
    /// Rows one should look at: left out, partly unread, guessed.
    pub remarkable: usize,
    /// Organisations that are new.
    pub organisations: usize,
}
