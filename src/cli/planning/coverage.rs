//! `coverage`.

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::Season;

pub(super) fn coverage(_desk: &Desk<'_>, _showing: Showing<'_>, _season: &Season, _output: &mut Output) -> Code {
    Code::Nothing
}
