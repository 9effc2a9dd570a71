//! A list of records with a line to narrow it, a cursor and marks: the part that tabs and the lookup share.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Cx, Listing};
use crate::book::Place;
use crate::book::show::Showing;
use crate::cards::card;
use crate::command::Command;
use crate::domain::{Kind, Link, RecordRef};
use crate::find::finder::Found;
use crate::find::highlight::highlight_row;
use crate::find::index::Narrowing;
use crate::input::LineEdit;
use crate::text::Safe;
use crate::widgets::card::Card;
use crate::widgets::frame::{across, down};
use crate::widgets::line::InputLine;
use crate::widgets::table::{Cell, Mark, Table, TableRow};

/// How a list makes the cells of a record's row.
pub type Cells = fn(Showing<'_>, RecordRef<'_>) -> Vec<Cell>;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// What narrows it.
    pub line: LineEdit,
    narrowing: Narrowing,
    found: Found,
    cursor: usize,
    top: usize,
    marks: BTreeSet<Place>,
    narrow: Narrow,
}

impl Board {
    /// An empty list with this typed.
    pub fn new(typed: &str, narrow: Narrow) -> Self {
        Self { line: LineEdit::new(typed), narrow, ..Self::default() }
    }

    /// Lists what is typed among these kinds, the cursor on the first.
    pub fn search(&mut self, cx: &Cx<'_>, kinds: &[Kind]) {
        self.found = self.find(cx, kinds);
        self.cursor = 0;
        self.settle(cx);
    }

    /// Lists it again after a change, the cursor on the same record.
    pub fn refresh(&mut self, cx: &Cx<'_>, kinds: &[Kind]) {
        let kept = self.current();
        // The index may be another one.
        self.narrowing = Narrowing::default();
        self.found = self.find(cx, kinds);
        let again = kept.and_then(|place| self.found.places.iter().position(|other| *other == place));
        self.cursor = again.unwrap_or(self.cursor);
        self.marks.retain(|place| cx.showing.book.at(*place).is_some());
        self.settle(cx);
    }

    fn find(&mut self, cx: &Cx<'_>, kinds: &[Kind]) -> Found {
        let at_hand = (cx.usage, cx.showing.today);
        cx.finder.search(cx.showing.book, &mut self.narrowing, self.line.text(), kinds, at_hand)
    }

    /// Whether something would still be found in one piece with this typed behind what is there.
    pub fn goes_on_with(&self, cx: &Cx<'_>, more: &str, kinds: &[Kind]) -> bool {
        let typed = format!("{}{more}", self.line.text());
        let at_hand = (cx.usage, cx.showing.today);
        let found = cx.finder.search(cx.showing.book, &mut self.narrowing.clone(), &typed, kinds, at_hand);
        found.in_one_piece > 0
    }

    /// Lists just these.
    pub fn list(&mut self, cx: &Cx<'_>, places: Vec<Place>) {
        self.found = Found { places, ..Found::default() };
        self.cursor = 0;
        self.settle(cx);
    }

    /// What was found.
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// The record under the cursor.
    pub fn current(&self) -> Option<Place> {
        self.found.places.get(self.cursor).copied()
    }

    /// The record under the cursor, as the book has it.
    pub fn record<'a>(&self, cx: &Cx<'a>) -> Option<RecordRef<'a>> {
        cx.showing.book.at(self.current()?)
    }

    /// Puts the cursor on this record if it is listed.
    pub fn select(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        let place = cx.showing.book.place(link);
        let Some(at) = self.found.places.iter().position(|other| Some(*other) == place) else { return false };
        self.cursor = at;
        self.settle(cx);
        true
    }

    /// The marked records, else the one under the cursor.
    pub fn subjects(&self, cx: &Cx<'_>) -> Vec<Link> {
        let chosen: Vec<Place> = if self.marks.is_empty() {
            self.current().into_iter().collect()
        } else {
            self.marks.iter().copied().collect()
        };
        chosen.into_iter().filter_map(|place| cx.showing.book.at(place)).map(RecordRef::link).collect()
    }

    /// What it lists, where all of it is of this kind.
    pub fn listing(&self, cx: &Cx<'_>, kind: Kind) -> Listing {
        let listed = self.found.places.clone();
        if self.marks.is_empty() {
            return Listing { kind, marked: Vec::new(), listed };
        }
        // What was marked and then narrowed away is still marked.
        let shown: BTreeSet<&Place> = listed.iter().collect();
        let hidden = cx.finder.in_order(kind).iter().filter(|place| !shown.contains(place));
        let marked = listed.iter().chain(hidden).filter(|place| self.marks.contains(place)).copied().collect();
        Listing { kind, marked, listed }
    }

    fn mark_of(&self, cx: &Cx<'_>, place: Place) -> Mark {
        if self.marks.contains(&place) {
            Mark::Marked
        } else if cx.fresh.contains(&place) {
            Mark::Fresh
        } else {
            Mark::None
        }
    }

    /// How many are marked.
    pub fn marked(&self) -> usize {
        self.marks.len()
    }

    /// Takes all marks away; tells whether there were any.
    pub fn unmark(&mut self) -> bool {
        !std::mem::take(&mut self.marks).is_empty()
    }

    /// Whether a command moves the cursor or marks, and there is something to move on.
    pub fn moves(&self, command: Command) -> bool {
        use Command::{Down, First, Invert, Last, Mark, PageDown, PageUp, Up};
        matches!(command, Up | Down | PageUp | PageDown | First | Last | Mark | Invert)
    }

    /// Moves the cursor, or marks.
    pub fn run(&mut self, cx: &Cx<'_>, command: Command) {
        let last = self.found.places.len().saturating_sub(1);
        let page = self.height(cx).saturating_sub(1).max(1);
        self.cursor = match command {
            Command::Up => self.cursor.saturating_sub(1),
            Command::Down => self.cursor + 1,
            Command::PageUp => self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor + page,
            Command::First => 0,
            Command::Last => last,
            Command::Mark => {
                self.mark();
                self.cursor + 1
            }
            Command::Invert => {
                let unmarked = self.found.places.iter().filter(|place| !self.marks.contains(place));
                self.marks = unmarked.copied().collect();
                self.cursor
            }
            _ => self.cursor,
        };
        self.settle(cx);
    }

    fn mark(&mut self) {
        if let Some(place) = self.current()
            && !self.marks.remove(&place)
        {
            self.marks.insert(place);
        }
    }

    /// Keeps the cursor on the list and the list on the screen.
    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.found.places.len().saturating_sub(1));
        let height = self.height(cx).max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn height(&self, cx: &Cx<'_>) -> usize {
        let panes = panes(Rect::new(0, 1, cx.body.width, cx.body.height.saturating_sub(1)), self.narrow);
        usize::from(panes.list.height)
    }

    /// Draws the line on top, the list, and the card of the record under the cursor where there is room.
    pub fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer, face: &Face) -> Option<Position> {
        if area.height == 0 {
            return None;
        }
        let line = Rect { height: 1, ..area };
        let rest = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let cursor = self.view_line(cx, line, buffer, face);
        let panes = if self.found.places.is_empty() { Panes::whole(rest) } else { panes(rest, self.narrow) };
        self.view_list(cx, panes.list, buffer, face);
        panes.draw_card(cx, buffer, self.record(cx));
        cursor
    }

    fn view_line(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer, face: &Face) -> Option<Position> {
        let (before, after) = self.line.around_cursor();
        let typed = !self.line.text().is_empty();
        if !face.typing && !typed {
            InputLine { label: face.heading.clone(), remark: self.remark(cx, typed), ..InputLine::default() }
                .draw(buffer, area, cx.looks);
            return None;
        }
        let completed = if after.is_empty() { cx.finder.completed(self.line.text()) } else { None };
        let hint = completed.filter(|_| face.typing).and_then(|whole| {
            let behind = whole.strip_prefix(self.line.text())?;
            Some(Safe::line(&format!("{behind}  Tab")))
        });
        let line = InputLine {
            label: face.label.clone(),
            before,
            after,
            hint: hint.unwrap_or_default(),
            remark: self.remark(cx, typed),
        };
        let cursor = line.draw(buffer, area, cx.looks);
        cursor.filter(|_| face.typing)
    }

    fn remark(&self, cx: &Cx<'_>, typed: bool) -> Safe {
        let texts = cx.showing.texts;
        let count = ("count", self.found.places.len().into());
        if self.marked() > 0 {
            return texts.tell("remark-marked", &[("count", self.marked().into())]);
        }
        match (cx.loading, typed, self.found.at_least) {
            (true, ..) => texts.say("loading"),
            (_, _, true) => texts.tell("remark-at-least", &[count]),
            (_, true, _) => texts.tell("remark-found", &[count]),
            _ => texts.tell("remark-all", &[count]),
        }
    }

    fn view_list(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer, face: &Face) {
        if self.found.places.is_empty() {
            let words = if cx.loading { Safe::default() } else { face.empty.clone() };
            let empty = Card {
                title: Safe::default(),
                lines: vec![crate::widgets::card::CardLine { text: words, ..Default::default() }],
            };
            empty.draw(buffer, area, 1, None, cx.looks);
            return;
        }
        let query = cx.finder.query(self.line.text());
        let seen = self.found.places.iter().skip(self.top).take(usize::from(area.height));
        let rows = seen.filter_map(|place| {
            let mut cells = (face.cells)(cx.showing, cx.showing.book.at(*place)?);
            if !query.is_wordless() {
                let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
                let lit = highlight_row(&texts, &query);
                cells.iter_mut().zip(lit).for_each(|(cell, matched)| cell.matched = matched);
            }
            Some(TableRow { cells, mark: self.mark_of(cx, *place), heading: false })
        });
        let rows = rows.collect();
        Table { rows, shares: vec![6, 3, 4], cursor: self.cursor.checked_sub(self.top) }.draw(buffer, area, cx.looks);
    }
}

/// What differs from list to list.
#[derive(Clone, Debug)]
pub struct Face {
    /// What stands in the top line while nothing is typed.
    pub heading: Safe,
    /// The label of the line one types into.
    pub label: Safe,
    /// What an empty list says.
    pub empty: Safe,
    /// How rows are made.
    pub cells: Cells,
    /// Whether letters go into the line.
    pub typing: bool,
}

/// What happens to the card where the screen is narrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Narrow {
    /// It is left to a screen of its own.
    #[default]
    ListOnly,
    /// It stays below, the list gives way.
    CardBelow,
}

/// The rule between list and card.
#[derive(Clone, Copy, Debug)]
enum Rule {
    Across(Rect),
    Down(Rect),
}

/// Where list and card stand.
#[derive(Clone, Copy, Debug)]
pub struct Panes {
    /// The list.
    pub list: Rect,
    rule: Option<Rule>,
    detail: Option<Rect>,
}

impl Panes {
    /// The list alone.
    pub fn whole(area: Rect) -> Self {
        Self { list: area, rule: None, detail: None }
    }

    /// The list above, so many rows high, and the card below it.
    pub fn below(area: Rect, list: u16) -> Self {
        let list = list.min(area.height.saturating_sub(1));
        Self {
            list: Rect { height: list, ..area },
            rule: Some(Rule::Across(Rect { y: area.y + list, height: 1, ..area })),
            detail: Some(Rect { y: area.y + list + 1, height: area.height - list - 1, ..area }),
        }
    }

    /// Draws the rule, and the card of this record.
    pub fn draw_card(&self, cx: &Cx<'_>, buffer: &mut Buffer, record: Option<RecordRef<'_>>) {
        let card = record.filter(|_| self.detail.is_some()).map(|record| card(cx.showing, record));
        self.draw_beside(cx, buffer, card.as_ref());
    }

    /// Draws the rule, and a card that was put together before.
    pub fn draw_beside(&self, cx: &Cx<'_>, buffer: &mut Buffer, card: Option<&Card>) {
        match self.rule {
            Some(Rule::Across(rule)) => across(buffer, rule, cx.looks),
            Some(Rule::Down(rule)) => down(buffer, rule, cx.looks),
            None => {}
        }
        if let (Some(detail), Some(card)) = (self.detail, card) {
            card.draw_with_more(buffer, detail, 0, None, cx.looks);
        }
    }
}

/// From this width on the card stands beside the list.
const BESIDE: u16 = 100;
/// From this width on the card stands below it.
const BELOW: u16 = 70;

/// Parts an area into list and card.
pub fn panes(area: Rect, narrow: Narrow) -> Panes {
    if area.width >= BESIDE {
        let list = area.width * 11 / 20;
        return Panes {
            list: Rect { width: list, ..area },
            rule: Some(Rule::Down(Rect { x: area.x + list, width: 1, ..area })),
            detail: Some(Rect { x: area.x + list + 2, width: area.width - list - 2, ..area }),
        };
    }
    let below = area.height >= 8 && (area.width >= BELOW || narrow == Narrow::CardBelow);
    if !below {
        return Panes::whole(area);
    }
    Panes::below(area, if area.width >= BELOW { area.height * 2 / 5 } else { area.height / 3 })
}
