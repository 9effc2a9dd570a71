//! `propose`.

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::Season;

pub(super) fn propose(
    _desk: &Desk<'_>,
    _showing: Showing<'_>,
    _season: &Season,
    _accept: bool,
    _output: &mut Output,
) -> Code {
    Code::Nothing
}
