//! The real program in a real terminal, and the harness that makes it so.

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
