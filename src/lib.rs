//! kuntatutor
pub mod book;
pub mod domain;
pub mod exchange;
pub mod find;
pub mod settings;
pub mod store;
pub mod text;
