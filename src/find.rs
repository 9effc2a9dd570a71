//! Finding rows of text as one types.
//!
//! Owns the way from typed text to ranked rows: folding, the query, inflected place names, the index, the classes of
//! a match, the score and the letters to highlight. The engine sees rows of text only; `finder` turns
//! records into rows and scopes into a filter.

pub mod collate;
pub mod finder;
pub mod fold;
mod halves;
mod haystack;
pub mod highlight;
pub mod index;
pub mod inflect;
mod marks;
pub mod matching;
pub mod named;
mod order;
pub mod query;
mod rank;
mod scope;
pub mod usage;
