//! What clashes in the season at hand, the worst first, each in whole sentences. Enter goes to the session or coaching;
//! whatever a key does to a record it does to the one the cursor is on.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::Command;
use crate::dialogs::record::page;
use crate::domain::{Choice as _, ClashRule, Link};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::planning::clashes::{Clash, all};
use crate::text::Safe;
use crate::widgets::{put, row, wrap::wrap};

/// The list.
#[derive(Debug)]
pub struct Clashes {
    found: Vec<Clash>,
    cursor: usize,
    /// The first clash that is seen.
    top: usize,
}

/// Cells before a sentence: bar, mark and blanks.
const MARGIN: u16 = 4;

impl Clashes {
    /// The clashes of the season at hand; nothing where there are none.
    pub fn new(cx: &Cx<'_>) -> Option<Self> {
        let found = found(cx);
        (!found.is_empty()).then_some(Self { found, cursor: 0, top: 0 })
    }

    fn at_hand(&self) -> Option<&Clash> {
        self.found.get(self.cursor)
    }

    /// Keeps the cursor on a clash and its sentences on the screen. Only those near it are put into words: there may
    /// be thousands.
    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
        self.top = self.top.min(self.cursor);
        let room = list_height(cx.body.height);
        let mut used = 0;
        let mut first = self.cursor;
        for (number, clash) in self.found.iter().enumerate().take(self.cursor + 1).skip(self.top).rev() {
            used += height(cx, clash);
            if used > room && number < self.cursor {
                break;
            }
            first = number;
        }
        self.top = self.top.max(first);
    }
}

/// The clashes of the season at hand.
fn found(cx: &Cx<'_>) -> Vec<Clash> {
    cx.showing.season.map(|season| all(cx.showing.book, season)).unwrap_or_default()
}

/// The rows the list has in a layer so high: without the title and the blank below it.
fn list_height(height: u16) -> usize {
    usize::from(height.saturating_sub(2))
}

/// The rows a clash takes: what it is about, and its sentences.
fn height(cx: &Cx<'_>, clash: &Clash) -> usize {
    1 + lines(cx, clash, cx.body.width).len()
}

fn lines(cx: &Cx<'_>, clash: &Clash, width: u16) -> Vec<Safe> {
    wrap(&clash.remark(cx.showing), width.saturating_sub(MARGIN + 1))
}

impl Layer for Clashes {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, First, Last, Open, PageDown, PageUp, Up};
        match command {
            Open => self.at_hand().map(|_| ()).ok_or("nothing-here"),
            Back | Close | Down | First | Last | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let last = self.found.len().saturating_sub(1);
        // A clash takes about three rows.
        let screenful = (list_height(cx.body.height) / 3).max(1);
        match command {
            Command::Open => {
                let Some(clash) = self.at_hand() else { return Reply::default() };
                return Reply::step(Step::Push(vec![page(cx, clash.session.clone())]));
            }
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor = (self.cursor + 1).min(last),
            Command::PageUp => self.cursor = self.cursor.saturating_sub(screenful),
            Command::PageDown => self.cursor = (self.cursor + screenful).min(last),
            Command::First => self.cursor = 0,
            Command::Last => self.cursor = last,
            _ => return Reply::step(Step::Pop(None)),
        }
        self.settle(cx);
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let before = self.at_hand().cloned();
        self.found = found(cx);
        let same = |clash: &Clash| {
            before
                .as_ref()
                .is_some_and(|it| (it.rule, &it.session, &it.party) == (clash.rule, &clash.session, &clash.party))
        };
        self.cursor = self.found.iter().position(same).unwrap_or(self.cursor);
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.at_hand().map(|clash| clash.session.clone()).into_iter().collect()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, DayLater, Edit, Help, Lookup, Open, When, Who};
        vec![Open, Edit, Who, When, DayLater, Back, Lookup, Help]
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (texts, looks) = (cx.showing.texts, cx.looks);
        let season = cx.showing.season.map(|season| Safe::line(&season.name)).unwrap_or_default();
        let title = texts.tell("clashes-title", &[("season", season.into())]);
        put(buffer, area.x + 1, area.y, area.width.saturating_sub(1), &title, looks.strong());
        if self.found.is_empty() {
            let line = row(area, 2)?;
            put(buffer, area.x + 2, line.y, area.width.saturating_sub(2), &texts.say("clashes-none"), looks.plain());
            return None;
        }
        let remark = Safe::line(&format!("{}/{}", self.cursor + 1, self.found.len()));
        let wide = u16::try_from(remark.width()).unwrap_or(u16::MAX);
        put(buffer, area.right().saturating_sub(wide + 1), area.y, wide, &remark, looks.dim());
        let list = Rect { y: area.y + area.height.min(2), height: area.height.saturating_sub(2), ..area };
        let mut at = 0;
        for (number, clash) in self.found.iter().enumerate().skip(self.top) {
            if row(list, at).is_none() {
                break;
            }
            at = draw(cx, clash, number == self.cursor, (list, at), buffer);
        }
        None
    }
}

/// Draws a clash from this row of the list on; returns the row below it.
fn draw(cx: &Cx<'_>, clash: &Clash, at_hand: bool, (list, from): (Rect, u16), buffer: &mut Buffer) -> u16 {
    let looks = cx.looks;
    let width = list.width.saturating_sub(MARGIN + 1);
    let (head, body) = if at_hand { (looks.strong(), looks.plain()) } else { (looks.plain(), looks.dim()) };
    if let Some(line) = row(list, from) {
        let (mark, style) = if clash.is_warning() { ("!", looks.warning()) } else { ("·", looks.plain()) };
        put(buffer, line.x + 2, line.y, 1, &Safe::own(mark), style);
        let taken = put(buffer, line.x + MARGIN, line.y, width, &clash.subject(cx.showing), head);
        // The word by which the book's own record turns it off.
        let key = cx.showing.texts.choice(ClashRule::SET, clash.rule.key());
        let wide = u16::try_from(key.width()).unwrap_or(u16::MAX);
        if taken.saturating_add(wide) + 2 < width {
            put(buffer, line.right().saturating_sub(wide + 1), line.y, wide, &key, looks.dim());
        }
    }
    let mut at = from + 1;
    for text in lines(cx, clash, list.width) {
        if let Some(line) = row(list, at) {
            put(buffer, line.x + MARGIN, line.y, width, &text, body);
        }
        at += 1;
    }
    for line in (from..at).filter(|_| at_hand).map_while(|at| row(list, at)) {
        put(buffer, line.x, line.y, 1, &Safe::own(looks.bar()), looks.accent());
    }
    at
}
