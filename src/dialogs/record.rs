//! One record on a screen of its own: its whole card, from which one goes on to the records it names.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::cards::card;
use crate::command::Command;
use crate::dialogs::sheet::SessionSheet;
use crate::domain::{Kind, Link, Value};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::widgets::card::{Card, CardLine};

/// The page of a record: a session's is its work sheet.
pub fn page(cx: &Cx<'_>, link: Link) -> Box<dyn Layer> {
    match link.kind {
        Kind::Session if cx.showing.book.place(&link).is_some() => Box::new(SessionSheet::new(cx, &link.id)),
        _ => Box::new(RecordPage::new(cx, link)),
    }
}

/// The screen of one record.
#[derive(Debug)]
pub struct RecordPage {
    link: Link,
    /// The line that has the cursor: one that leads somewhere.
    cursor: Option<usize>,
    top: usize,
}

impl RecordPage {
    /// The screen of this record, the cursor on the first line that leads somewhere.
    pub fn new(cx: &Cx<'_>, link: Link) -> Self {
        let mut page = Self { link, cursor: None, top: 0 };
        let card = page.card(cx);
        let leads = |number: &usize| card.lines.get(*number).is_some_and(|line| line.link.is_some());
        let all = card.height(cx.body.width);
        let room = usize::from(cx.body.height);
        // The last row tells how much is below, where not all is seen.
        let room = if all > room { room.saturating_sub(1) } else { room };
        let seen = |number: &usize| card.rows_of(*number, cx.body.width).end <= room;
        page.cursor = (0..card.lines.len()).find(leads).filter(seen);
        page
    }

    fn card(&self, cx: &Cx<'_>) -> Card {
        match cx.showing.book.record(&self.link) {
            Some(record) => card(cx.showing, record),
            None => Card { title: cx.showing.link(&self.link), lines: Vec::new() },
        }
    }

    fn target(&self, cx: &Cx<'_>) -> Option<Link> {
        let card = self.card(cx);
        let link = card.lines.get(self.cursor?)?.link.clone()?;
        cx.showing.book.record(&link).map(|_| link)
    }

    /// To the next line that leads somewhere, else one row on.
    fn step(&mut self, cx: &Cx<'_>, forward: bool) {
        let card = self.card(cx);
        let leads = |line: &CardLine| line.link.is_some();
        let next = if forward {
            let from = self.cursor.map_or(0, |cursor| cursor + 1);
            (from..card.lines.len()).find(|number| card.lines.get(*number).is_some_and(leads))
        } else {
            let to = self.cursor.unwrap_or(0);
            (0..to).rev().find(|number| card.lines.get(*number).is_some_and(leads))
        };
        let height = usize::from(cx.body.height);
        let rows = next.map(|next| card.rows_of(next, cx.body.width));
        match rows {
            // A link far down is reached by scrolling, so that nothing between is jumped over.
            Some(rows) if rows.start < self.top + 2 * height && rows.end + 2 * height > self.top => {
                self.cursor = next;
                // The line that says how much is below must not cover it.
                let more = usize::from(rows.end < card.height(cx.body.width));
                self.top = self.top.min(rows.start).max((rows.end + more).saturating_sub(height));
                if next == (0..card.lines.len()).find(|number| card.lines.get(*number).is_some_and(leads)) && !forward {
                    self.top = 0;
                }
            }
            _ => self.scroll(cx, if forward { 1 } else { -1 }),
        }
    }

    fn scroll(&mut self, cx: &Cx<'_>, rows: isize) {
        let most = self.card(cx).height(cx.body.width).saturating_sub(usize::from(cx.body.height));
        self.top = self.top.saturating_add_signed(rows).min(most);
    }
}

impl Layer for RecordPage {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, First, Last, Open, PageDown, PageUp, Up};
        match command {
            Back | Close | Up | Down | PageUp | PageDown | First | Last => Ok(()),
            Open if self.cursor.is_none() => Err("nothing-here"),
            Open => self.target(cx).map(|_| ()).ok_or("record-removed"),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let rows = isize::try_from(cx.body.height.saturating_sub(1)).unwrap_or(1);
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open => {
                if let Some(link) = self.target(cx) {
                    return Reply::step(Step::Push(vec![page(cx, link)]));
                }
            }
            Command::Up => self.step(cx, false),
            Command::Down => self.step(cx, true),
            Command::PageUp => self.scroll(cx, -rows),
            Command::PageDown => self.scroll(cx, rows),
            Command::First => {
                self.cursor = None;
                self.top = 0;
            }
            Command::Last => self.scroll(cx, isize::MAX),
            _ => {}
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let card = self.card(cx);
        let leads = |number: &usize| card.lines.get(*number).is_some_and(|line| line.link.is_some());
        // The lines may be others now: the cursor goes to the nearest one that leads somewhere.
        let nearest = |cursor: usize| (0..card.lines.len()).filter(leads).min_by_key(|line| line.abs_diff(cursor));
        self.cursor = self.cursor.and_then(nearest);
        self.scroll(cx, 0);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        vec![self.link.clone()]
    }

    fn makes(&self) -> Option<Kind> {
        (self.link.kind == Kind::Coaching).then_some(Kind::Session)
    }

    fn begins(&self, _cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        let coaching = (self.link.kind == Kind::Coaching).then(|| Value::Ref(self.link.id.clone()));
        coaching.into_iter().map(|id| ("coachings", Value::Many(vec![id]))).collect()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Add, Back, CopyCard, Edit, Help, Lookup, New, NextStatus, Note, Open};
        if self.link.kind == Kind::Coaching {
            return vec![Back, Open, NextStatus, New, Edit, Help, CopyCard, Note, Add, Lookup];
        }
        vec![Back, CopyCard, Open, Edit, Note, Help, Add, Lookup]
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        cx.showing.book.record(&self.link).is_none()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.card(cx).draw_with_more(buffer, area, self.top, self.cursor, cx.looks);
        None
    }
}
