//! The tabs and the lists behind commands. Each is a layer; what differs between lists is a row of a table.

pub mod feedback;
pub mod list;
pub mod plan;
pub mod problems;
mod rows;
pub mod shelf;
mod sieve;
pub mod tabs;
pub mod today;
