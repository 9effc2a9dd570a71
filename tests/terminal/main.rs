//! The real program in a real terminal, and the harness that makes it so.

mod harness;
mod home;
mod keys;
mod line;
mod picture;
mod process;
mod pty;
mod sequences;
