//! Owns what the benches type and wait for, as constants: where the program's texts or
//! keys change, only this page does. Never measures.

/// The first paint with tabs: one of these is on the screen.
pub(crate) const PAINTED: &[&str] = &["People"];

/// Ready: painted, and none of these is on the screen any more.
pub(crate) const NOT_READY: &[&str] = &["reading the book"];

/// Arguments before the data directory's name.
pub(crate) const ARGUMENTS: &[&str] = &["--lang", "en", "--data"];

/// From the start to a list with a detail pane, the cursor on its first row.
pub(crate) const TO_LIST: &[&str] = &["2"];

/// From that list into its filter line; out of it, and the filter away.
pub(crate) const TO_FILTER: &[&str] = &["f"];
pub(crate) const LEAVE_FILTER: &[&str] = &["Esc", "Esc"];

/// Empties the filter line.
pub(crate) const CLEAR: &str = "C-u";

/// Typed letter by letter, and once all at one stroke. Every letter must change the screen.
pub(crate) const LETTERS: &str = "virtan";

/// Cursor moves from the first row: there must be as many rows below it.
pub(crate) const MOVES: [&str; 12] =
    ["Down", "Down", "Down", "Down", "Down", "Down", "Up", "Up", "Up", "Up", "Up", "Up"];

/// Tabs to change to, from the list, one after the other.
pub(crate) const TABS: [&str; 4] = ["3", "1", "3", "2"];

/// Ends the program wherever it is outside a text field.
pub(crate) const QUIT: &str = "q";

/// What the command line is asked to find.
pub(crate) const FIND: &[&str] = &["find", "virtanen"];

/// The same places and keys in the bare program.
pub(crate) const BARE_TAB: &str = "Tab";
pub(crate) const BARE_QUIT: &str = "C-c";

/// Columns and rows: of the whole, with the detail pane, and without it.
pub(crate) const USUAL: (u16, u16) = (80, 24);
pub(crate) const WITH_PANE: (u16, u16) = (120, 40);
pub(crate) const WITHOUT_PANE: (u16, u16) = (60, 15);
