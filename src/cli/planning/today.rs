//! `today`.

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;

pub(super) fn today(_desk: &Desk<'_>, _showing: Showing<'_>, _mine: bool, _output: &mut Output) -> Code {
    Code::Nothing
}
