//! What opens above a screen: each a layer that never knows who opened it.

pub mod answers;
pub mod clashes;
pub mod confirm;
pub mod duplicates;
pub mod enter;
pub mod errand;
pub mod export;
pub mod form;
pub mod grid;
pub mod import;
pub mod lookup;
pub mod next_place;
pub mod page;
pub mod peers;
pub mod picker;
pub mod poll;
pub mod prompt;
pub mod propose;
pub mod record;
pub mod roll;
pub mod rows;
pub mod sheet;
pub mod tables;
pub mod unfinished;
pub mod when;
pub mod who;
