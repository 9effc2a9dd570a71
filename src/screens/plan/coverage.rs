//! Coverage: every target municipality and how far the season has come with it.

use super::Sieve;
use super::rows::Item;
use crate::domain::Link;
use crate::layer::Cx;
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, fitted};

/// The standing of every target.
#[derive(Debug, Default)]
pub(super) struct Standings {}

impl Standings {
    pub(super) fn refresh(&mut self, _cx: &Cx<'_>) {}
    pub(super) fn items(&self, _cx: &Cx<'_>, _sieve: &Sieve) -> Vec<Item> {
        Vec::new()
    }
    pub(super) fn cells(&self, _cx: &Cx<'_>, _link: &Link) -> Vec<Cell> {
        Vec::new()
    }
    pub(super) fn remark(&self, _cx: &Cx<'_>) -> Safe {
        Safe::default()
    }
}

pub(super) fn columns(_cx: &Cx<'_>, width: u16) -> (Vec<Safe>, Vec<u16>) {
    (Vec::new(), fitted(&[Col::grows(1, 0)], width))
}
