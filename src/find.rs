//! find
pub mod usage;
