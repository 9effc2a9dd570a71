//! Everything that goes out of the program, as plain data: `run` performs it, tests compare it.

use crate::find::usage::Usage;
use crate::store::state::NamedFilter;
use crate::text::Safe;

/// The most bytes of text that may be sent to the clipboard.
///
/// Common terminals take OSC 52 sequences of up to 100,000 bytes and drop longer ones without a word.
/// Base64 turns 74,994 bytes into 99,992, and the eight bytes around them fill the rest.
pub const COPY_MOST: usize = 74_994;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the book again, as its files have changed or nothing was read yet.
    Load,
    /// Send text to the clipboard of the user's own machine.
    Copy(Safe),
    /// Remember what was used.
    SaveUsage(Usage),
    /// Remember a named filter.
    KeepFilter(NamedFilter),
    /// Draw everything anew: something else has written on the screen.
    Redraw,
    /// Give the terminal back until the shell says go on.
    Suspend,
    /// End the program.
    Quit,
}
