//! The real program in a real terminal, and the harness that makes it so.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a step that does not work fails the test, in the functions that tests share too"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "a test stands around the program: it makes files, reads clocks, starts threads"
)]

mod harness;
mod home;
mod keys;
mod line;
mod picture;
mod process;
mod pty;
mod sequences;

mod book;
mod clipboard;
mod filling;
mod program;

mod changes;
mod command_line;
mod drafts;
mod duplicates;
mod ending;
mod exports;
mod forms;
mod hostile;
mod imports;
mod lists;
mod lookup;
mod menus;
mod odd_input;
mod papers;
mod passing;
mod planning;
mod polls;
mod saving;
mod sizes;
mod start;
mod stopping;
mod tabs;
mod today;
mod writing;
