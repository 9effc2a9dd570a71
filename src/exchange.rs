//! Records to and from other formats, pure: bytes in, records out, and back.

pub mod document;
pub mod json;
pub mod table;
