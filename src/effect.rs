//! Everything that goes out of the program, as plain data: `run` performs it, tests compare it.

use crate::domain::Id;
use crate::find::usage::Usage;
use crate::history::Signed;
use crate::import::mapping::Remembered;
use crate::store::export::Existing;
use crate::store::found::Foundation;
use crate::store::state::NamedFilter;
use crate::store::tables::TableSource;
use crate::text::Safe;

/// The most bytes of text that may be sent to the clipboard.
///
/// Common terminals take OSC 52 sequences of up to 100,000 bytes and drop longer ones without a word.
/// Base64 turns 74,994 bytes into 99,992, and the eight bytes around them fill the rest.
pub const COPY_MOST: usize = 74_994;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the book again, as its files have changed or nothing was read yet.
    Load,
    /// Write a group of changes to the disk; it makes the book's state of this number.
    Save {
        /// The state's number.
        revision: u64,
        /// What changed, by whom and when.
        signed: Box<Signed>,
    },
    /// Try again to write what could not be written.
    SaveAgain,
    /// Keep what is typed into a form, before the screen is drawn.
    SaveDraft {
        /// The draft's name.
        name: String,
        /// Its content.
        content: String,
    },
    /// A form is finished and on the disk, or thrown away: its draft may go.
    DropDraft(String),
    /// Make a draft found of an earlier session, or held by another one, one of this session.
    TakeOver {
        /// Its name as it was found.
        found: String,
        /// Its name from now on.
        name: String,
    },
    /// Begin a book of the user's own, in the usual place or in a directory; nothing to begin where one is there.
    Begin {
        /// What it begins with; nothing where the directory should hold a book.
        foundation: Option<Foundation>,
        /// The directory as typed; the user's own where there is none.
        directory: Option<String>,
    },
    /// Remember who uses the program.
    SaveMe(Option<Id>),
    /// Open a text in the user's own editor.
    Edit(String),
    /// Send text to the clipboard of the user's own machine.
    Copy(Safe),
    /// Remember what was used.
    SaveUsage(Usage),
    /// Remember a named filter.
    KeepFilter(NamedFilter),
    /// Look for tables that can be brought in.
    FindTables,
    /// Read a table; the answers carry its number.
    ReadTable {
        /// The number of this reading.
        number: u32,
        /// What is read.
        source: TableSource,
    },
    /// Nobody waits for the table of this number any more.
    StopReading(u32),
    /// Go on with what takes long, after whatever has come in meanwhile.
    GoOn,
    /// Remember how a table was understood.
    KeepMapping(Remembered),
    /// Write a file somebody asked for by name; the answer tells where it is.
    Export {
        /// Its path, as typed.
        path: String,
        /// What is in it.
        content: Vec<u8>,
        /// What happens to one that is there.
        existing: Existing,
    },
    /// Draw everything anew: something else has written on the screen.
    Redraw,
    /// Give the terminal back until the shell says go on.
    Suspend,
    /// End the program.
    Quit,
}
