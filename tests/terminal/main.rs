//! The real program in a real terminal, and the harness that makes it so.
#![expect(clippy::disallowed_methods, reason = "the real program is tried with real files, time and threads")]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::indexing_slicing, clippy::string_slice, reason = "a test that cannot go on fails")]
#![expect(clippy::naive_bytecount, reason = "a screenful of bytes")]

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
mod program;

mod changes;
mod command_line;
mod ending;
mod hostile;
mod lists;
mod lookup;
mod menus;
mod odd_input;
mod sizes;
mod start;
mod stopping;
mod tabs;
