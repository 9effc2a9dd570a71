//! Finding rows of text as one types.
//!
//! Owns the way from typed text to ranked rows: folding, the query, inflected place names, the index, the classes of
//! a match, the score and the letters to highlight. The engine sees rows of text only; `finder` turns
//! records into rows and scopes into a filter.

pub mod collate;
pub mod fold;
pub mod highlight;
pub mod index;
pub mod finder;
mod haystack;
pub mod inflect;
mod marks;
pub mod matching;
pub mod query;
mod order;
mod rank;
mod scope;
pub mod usage;
