//! Everything that comes into the program, as plain data.

use jiff::civil::Date;
use ratatui::layout::Size;

use crate::find::finder::Finder;
use crate::keys::Chord;
use crate::store::Loaded;
use crate::text::Safe;

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
    /// It is this day.
    Today(Date),
    /// The book was read.
    Loaded(Box<Loaded>, Box<Finder>),
    /// The book's files have changed.
    DiskChanged,
    /// What was to be remembered could not be written, and why.
    NotRemembered(Safe),
    /// The program goes on after it was suspended.
    Resumed,
}
