//! What opens above a screen: each a layer that never knows who opened it.

pub mod export;
pub mod form;
pub mod lookup;
pub mod page;
pub mod picker;
pub mod prompt;
pub mod record;
pub mod rows;
pub mod unfinished;
