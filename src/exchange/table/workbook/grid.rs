//! Cells as they come, in any order, to the lines of a sheet.

use std::collections::BTreeMap;

use ecow::EcoString;

use crate::exchange::table::defuse::fused;
use crate::exchange::table::read::{Gate, Limit, Unreadable};
use crate::exchange::table::{Line, Sheet, cell};

/// The columns and rows that any spreadsheet program knows.
pub(super) const MOST_COLUMNS: usize = 16_384;
pub(super) const MOST_GRID_ROWS: usize = 1_048_576;

/// The cells of a sheet; columns and rows count from 0.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: BTreeMap<usize, Vec<EcoString>>,
    merges: Vec<Merge>,
}

/// The part of a merged range that repeats: its first column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    column: usize,
    first: usize,
    last: usize,
}

impl Grid {
    /// Puts a cell's text where it belongs; a blank one takes no room.
    pub(super) fn put(
        &mut self,
        row: usize,
        column: usize,
        text: EcoString,
        gate: &mut Gate<'_>,
    ) -> Result<(), Unreadable> {
        gate.step()?;
        if cell::is_blank(&text) {
            return Ok(());
        }
        if row >= MOST_GRID_ROWS || column >= MOST_COLUMNS {
            return Err(Unreadable::Broken);
        }
        let cells = match self.rows.entry(row) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                gate.row()?;
                entry.insert(Vec::new())
            }
        };
        if cells.len() <= column {
            gate.cells(column + 1 - cells.len())?;
            cells.resize(column + 1, EcoString::new());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = text;
        }
        Ok(())
    }

    /// Notes that a range is one cell. Only what reaches over rows matters.
    pub(super) fn merge(&mut self, column: usize, first: usize, last: usize) -> Result<(), Unreadable> {
        if last > first {
            if self.merges.len() >= MOST_GRID_ROWS {
                return Err(Unreadable::TooLarge(Limit::Rows));
            }
            self.merges.push(Merge { column, first, last });
        }
        Ok(())
    }

    /// The sheet, its merged cells repeated in every row they span.
    pub(super) fn sheet(mut self, name: &str, gate: &mut Gate<'_>) -> Result<Sheet, Unreadable> {
        self.repeat_merged(gate)?;
        for cell in self.rows.values_mut().flatten().filter(|cell| cell.starts_with('\'')) {
            *cell = cell::tidy(fused(cell));
        }
        let lines = self.rows.into_iter().map(|(row, cells)| Line { number: row + 1, cells });
        Ok(Sheet { name: cell::tidy(name), lines: lines.collect() })
    }

    fn repeat_merged(&mut self, gate: &mut Gate<'_>) -> Result<(), Unreadable> {
        let mut merges = std::mem::take(&mut self.merges);
        merges.sort_unstable();
        // Ranges do not overlap; those of a file that says so would cost time without end.
        let mut done: Option<Merge> = None;
        for merge in merges {
            gate.step()?;
            if done.is_some_and(|done| done.column == merge.column && merge.first <= done.last) {
                continue;
            }
            done = Some(merge);
            let text = self.rows.get(&merge.first).and_then(|cells| cells.get(merge.column)).cloned();
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                self.repeat(merge, &text, gate)?;
            }
        }
        Ok(())
    }

    fn repeat(&mut self, merge: Merge, text: &EcoString, gate: &mut Gate<'_>) -> Result<(), Unreadable> {
        for (_, cells) in self.rows.range_mut(merge.first + 1..=merge.last) {
            gate.step()?;
            if cells.len() <= merge.column {
                gate.cells(merge.column + 1 - cells.len())?;
                cells.resize(merge.column + 1, EcoString::new());
            }
            if let Some(place) = cells.get_mut(merge.column).filter(|place| place.is_empty()) {
                place.clone_from(text);
            }
        }
        Ok(())
    }
}
