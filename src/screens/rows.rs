//! The rows of a view: records under headings, a cursor that steps over the headings, marks.
//!
//! Owns where the cursor is and what is marked. What a row says is made by its view, and only for rows that are seen.

use std::collections::BTreeSet;

use crate::command::Command;
use crate::domain::Link;
use crate::find::highlight::highlight_row;
use crate::layer::Cx;
use crate::text::Safe;
use crate::widgets::table::{Cell, Mark, TableRow};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A heading.
    Heading(Safe),
    /// A record.
    Record(Link),
}

/// The rows, the cursor and the marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    items: Vec<Item>,
    cursor: usize,
    top: usize,
    marks: BTreeSet<Link>,
}

impl Rows {
    /// Shows these; the cursor stays on its record, else near where it was.
    pub(super) fn list(&mut self, items: Vec<Item>, height: usize) {
        let kept = self.current().cloned();
        self.items = items;
        let still: BTreeSet<&Link> = self.links().collect();
        self.marks = self.marks.iter().filter(|link| still.contains(link)).cloned().collect();
        // A record may stand under several headings: where one was, one stays.
        let stays = kept.is_some() && self.current() == kept.as_ref();
        let again = kept.filter(|_| !stays).and_then(|link| self.position(&link));
        self.cursor = again.unwrap_or(self.cursor);
        self.settle(height);
    }

    /// The records, from the top.
    pub(super) fn links(&self) -> impl Iterator<Item = &Link> {
        self.items.iter().filter_map(|item| if let Item::Record(link) = item { Some(link) } else { None })
    }

    /// The record under the cursor.
    pub(super) fn current(&self) -> Option<&Link> {
        if let Item::Record(link) = self.items.get(self.cursor)? { Some(link) } else { None }
    }

    fn position(&self, link: &Link) -> Option<usize> {
        self.items.iter().position(|item| matches!(item, Item::Record(other) if other == link))
    }

    /// Puts the cursor on this record if it is there.
    pub(super) fn select(&mut self, link: &Link, height: usize) -> bool {
        let Some(at) = self.position(link) else { return false };
        self.cursor = at;
        self.settle(height);
        true
    }

    /// The marked records, else the one under the cursor.
    pub(super) fn subjects(&self) -> Vec<Link> {
        if self.marks.is_empty() {
            self.current().cloned().into_iter().collect()
        } else {
            self.links().filter(|link| self.marks.contains(link)).cloned().collect()
        }
    }

    /// The marked ones, in their order.
    pub(super) fn marked(&self) -> impl Iterator<Item = &Link> {
        self.links().filter(|link| self.marks.contains(link))
    }

    /// Whether a record is marked.
    fn is_marked(&self, link: &Link) -> bool {
        self.marks.contains(link)
    }

    /// Takes all marks away; tells whether there were any.
    pub(super) fn unmark(&mut self) -> bool {
        !std::mem::take(&mut self.marks).is_empty()
    }

    /// Moves the cursor, or marks.
    pub(super) fn run(&mut self, command: Command, height: usize) {
        let page = height.saturating_sub(1).max(1);
        let last = self.items.len().saturating_sub(1);
        match command {
            Command::Up => self.step(self.cursor.saturating_sub(1), false),
            Command::Down => self.step((self.cursor + 1).min(last), true),
            Command::PageUp => self.step(self.cursor.saturating_sub(page), false),
            Command::PageDown => self.step((self.cursor + page).min(last), true),
            Command::First => self.step(0, true),
            Command::Last => self.step(last, false),
            Command::Mark => {
                if let Some(link) = self.current().cloned()
                    && !self.marks.remove(&link)
                {
                    self.marks.insert(link);
                }
                self.step((self.cursor + 1).min(last), true);
            }
            Command::Invert => {
                self.marks = self.links().filter(|link| !self.marks.contains(link)).cloned().collect();
            }
            _ => {}
        }
        self.settle(height);
    }

    /// To this row, or the nearest record from there, looked for onward first or backward first.
    fn step(&mut self, to: usize, onward: bool) {
        let is_record = |at: &usize| matches!(self.items.get(*at), Some(Item::Record(_)));
        let on = (to..self.items.len()).find(is_record);
        let back = (0..=to).rev().find(is_record);
        let next = if onward { on.or(back) } else { back.or(on) };
        self.cursor = next.unwrap_or(self.cursor);
    }

    /// Keeps the cursor on a record and the record, with a heading right above it, on the screen.
    pub(super) fn settle(&mut self, height: usize) {
        self.cursor = self.cursor.min(self.items.len().saturating_sub(1));
        self.step(self.cursor, true);
        let height = height.max(1);
        let above = self.cursor.checked_sub(1).filter(|at| matches!(self.items.get(*at), Some(Item::Heading(_))));
        let first = above.filter(|_| height > 1).unwrap_or(self.cursor);
        // Where there is room for all, all is seen.
        let lowest = self.items.len().saturating_sub(height);
        self.top = self.top.min(first).min(lowest).max((self.cursor + 1).saturating_sub(height));
    }

    /// The rows that are seen as a table shows them, what is typed lit up, and which of them has the cursor.
    pub(super) fn table(
        &self,
        cx: &Cx<'_>,
        typed: &str,
        height: usize,
        cells: impl Fn(&Link) -> Vec<Cell>,
    ) -> (Vec<TableRow>, Option<usize>) {
        let query = cx.finder.query(typed);
        let mut cursor = None;
        let mut rows = Vec::new();
        for (number, (item, selected)) in self.seen(height).enumerate() {
            cursor = cursor.or(selected.then_some(number));
            rows.push(match item {
                Item::Heading(words) => {
                    TableRow { cells: vec![Cell::new(words.clone())], heading: true, ..TableRow::default() }
                }
                Item::Record(link) => {
                    let mut cells = cells(link);
                    if !query.is_wordless() {
                        let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
                        let lit = highlight_row(&texts, &query);
                        cells.iter_mut().zip(lit).for_each(|(cell, matched)| cell.matched = matched);
                    }
                    TableRow { cells, mark: self.mark_of(cx, link), heading: false }
                }
            });
        }
        (rows, cursor)
    }

    fn mark_of(&self, cx: &Cx<'_>, link: &Link) -> Mark {
        if self.is_marked(link) {
            return Mark::Marked;
        }
        let fresh = cx.showing.book.place(link).is_some_and(|place| cx.fresh.contains(&place));
        if fresh { Mark::Fresh } else { Mark::None }
    }

    /// The rows that are seen, each with whether the cursor is on it.
    fn seen(&self, height: usize) -> impl Iterator<Item = (&Item, bool)> {
        let numbered = self.items.iter().enumerate().skip(self.top).take(height);
        numbered.map(|(number, item)| (item, number == self.cursor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, Kind};

    fn link(id: &str) -> Link {
        Link::new(Kind::Session, Id::parse(id).unwrap())
    }

    fn rows(script: &str) -> Rows {
        let item = |word: &str| match word.strip_prefix('#') {
            Some(heading) => Item::Heading(Safe::line(heading)),
            None => Item::Record(link(word)),
        };
        let mut rows = Rows::default();
        rows.list(script.split(' ').map(item).collect(), 3);
        rows
    }

    #[test]
    fn the_cursor_steps_over_headings_and_stays_on_its_record() {
        let mut list = rows("#one sa sb #two sc");
        assert_eq!(list.current(), Some(&link("sa")), "the first record, not its heading");
        list.run(Command::Down, 3);
        list.run(Command::Down, 3);
        assert_eq!(list.current(), Some(&link("sc")));
        list.run(Command::Up, 3);
        assert_eq!(list.current(), Some(&link("sb")));
        list.list(rows("#one sb #two sa sc").items, 3);
        assert_eq!(list.current(), Some(&link("sb")), "the list has another order");
        list.run(Command::First, 3);
        let seen: Vec<bool> = list.seen(3).map(|(_, cursor)| cursor).collect();
        assert_eq!(seen, [false, true, false], "the heading is seen above the first record");
    }

    #[test]
    fn where_all_fits_all_is_seen() {
        let mut list = rows("sa sb sc sd se");
        list.run(Command::Last, 3);
        list.list(rows("sa sb").items, 3);
        assert_eq!(list.seen(3).count(), 2);
    }

    #[test]
    fn marks_follow_their_records_and_go_with_them() {
        let mut list = rows("sa sb sc");
        list.run(Command::Mark, 3);
        list.run(Command::Mark, 3);
        assert_eq!(list.subjects(), [link("sa"), link("sb")]);
        list.list(rows("#x sb sc").items, 3);
        assert_eq!(list.subjects(), [link("sb")], "what is no longer listed is no longer meant");
        list.run(Command::Invert, 3);
        assert_eq!(list.subjects(), [link("sc")]);
        assert!(list.unmark() && !list.unmark());
    }
}
