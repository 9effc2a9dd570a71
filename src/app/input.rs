//! Everything that comes into the program, as plain data.

use jiff::civil::DateTime;
use ratatui::layout::Size;

use crate::domain::{Id, Link};
use crate::exchange::table::read::Workbook;
use crate::find::finder::Finder;
use crate::history::Group;
use crate::keys::Chord;
use crate::store::Loaded;
use crate::store::export::NotWritten;
use crate::store::failure::SaveFailed;
use crate::store::save::Saved;
use crate::store::tables::{NotRead, TableFile};
use crate::text::Safe;

/// A draft as it was found on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDraft {
    /// Its name.
    pub name: String,
    /// What it says.
    pub content: String,
    /// Whether another running program has it open.
    pub held: bool,
}

/// Where a book is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookPlace {
    /// As people read it.
    pub origin: Safe,
    /// The directory's path, by which drafts know their book.
    pub path: String,
    /// Whether it is the example, which nobody changes.
    pub example: bool,
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Chord),
    /// Letters were typed: keys, or text where one types.
    Text(String),
    /// Text was pasted: never keys.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// It is this day and time, in the book's own zone.
    Now(DateTime),
    /// The book was read.
    Loaded(Box<Loaded>, Box<Finder>),
    /// What the change files tell was done by this user, the oldest first.
    Remembered(Vec<Group>),
    /// The book's files have changed; these records were changed by these people, as far as is known.
    DiskChanged(Vec<(Option<Id>, Link)>),
    /// A file of the book that was there is not any more; what was read of it stays.
    FileGone(Box<SaveFailed>),
    /// The changes up to this revision are on the disk.
    Saved {
        /// The revision.
        revision: u64,
        /// What is on the disk now.
        saved: Box<Saved>,
    },
    /// They are not.
    SaveFailed {
        /// The revision.
        revision: u64,
        /// Why not.
        why: Box<SaveFailed>,
    },
    /// The book of the user's own is there, or why it is not.
    Begun(Result<BookPlace, NotBegun>),
    /// Drafts of earlier and other sessions.
    DraftsFound(Vec<FoundDraft>),
    /// A draft was taken over by another session.
    DraftTaken(String),
    /// A draft could not be written, and why; it is tried again.
    DraftFailed(Safe),
    /// What could not be written of drafts is written now.
    DraftsKept,
    /// The text as it came back from the user's own editor.
    Edited(String),
    /// The editor could not be used, and why.
    NotEdited(Safe),
    /// Tables that could be brought in.
    TablesFound(Vec<TableFile>),
    /// So many rows of the table of this number have been read.
    TableGrows {
        /// The number of the reading.
        number: u32,
        /// How many rows there are so far.
        rows: usize,
    },
    /// The table of this number, or why there is none.
    TableRead {
        /// The number of the reading.
        number: u32,
        /// What it is called, and what is in it.
        table: Result<(Safe, Box<Workbook>), NotRead>,
    },
    /// What takes long goes on.
    GoOn,
    /// What was to be remembered could not be written, and why.
    NotRemembered(Safe),
    /// A file somebody asked for was written here, or why it was not.
    Exported(Result<Safe, NotWritten>),
    /// The program goes on after it was suspended.
    Resumed,
}

/// Why there is no book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotBegun {
    /// The directory holds none; one may be begun there.
    Empty(String),
    /// It could not be made, in a sentence.
    Failed(Safe),
}
