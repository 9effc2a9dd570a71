//! `clashes`.

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;

pub(super) fn clashes(_desk: &Desk<'_>, _showing: Showing<'_>, _output: &mut Output) -> Code {
    Code::Nothing
}
