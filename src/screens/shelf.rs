//! Actions and practices: records of one kind under headings, in several orders. `v` goes from one to the next, what
//! is typed narrows all of them.
//!
//! Owns which order is shown and what narrows it. How each order groups its records is in a file of its own below.

mod actions;
mod practices;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Place;
use crate::command::{Command, Scope};
use crate::dialogs::record::page;
use crate::domain::{Id, Kind, Link, Value};
use crate::input::LineEdit;
use crate::layer::board::{Narrow, Panes, panes};
use crate::layer::{Answer, Cx, Layer, Listing, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;
use crate::widgets::put;
use crate::widgets::table::{Cell, Table};

use super::rows::{Item, Rows};
use super::sieve::{Head, Sieve};

/// An order: its name, and the records under their headings.
#[derive(Clone, Copy, Debug)]
struct Order {
    /// The id of its name.
    name: &'static str,
    /// The headings and records.
    items: fn(&Cx<'_>, &[Link]) -> Vec<Item>,
}

/// What such a screen shows.
#[derive(Debug)]
struct Stock {
    kind: Kind,
    /// The id of the screen's name.
    name: &'static str,
    /// The id of what it says when it is empty.
    empty: &'static str,
    orders: &'static [Order],
    cells: fn(&Cx<'_>, &Link) -> Vec<Cell>,
    widths: fn(u16) -> Vec<u16>,
    /// Whether a record is the user's own; nothing where nobody's is.
    is_mine: Option<fn(&Cx<'_>, &Id) -> bool>,
    footer: &'static [Command],
}

/// The screen.
#[derive(Debug)]
pub struct Shelf {
    stock: &'static Stock,
    order: usize,
    only_mine: bool,
    sieve: Sieve,
    typing: bool,
    rows: Rows,
}

impl Shelf {
    const fn of(stock: &'static Stock, rows: Rows, sieve: Sieve) -> Self {
        Self { stock, order: 0, only_mine: false, sieve, typing: false, rows }
    }

    /// What was agreed to be done.
    pub fn actions() -> Self {
        Self::of(&actions::STOCK, Rows::default(), Sieve::default())
    }

    /// What is worth taking up.
    pub fn practices() -> Self {
        Self::of(&practices::STOCK, Rows::default(), Sieve::default())
    }

    fn list(&mut self, cx: &Cx<'_>) {
        self.sieve.search(cx, &[self.stock.kind]);
        let is_mine = self.stock.is_mine.filter(|_| self.only_mine);
        let is_wanted = |link: &Link| {
            self.sieve.lets(cx, std::iter::once(link)) && is_mine.is_none_or(|is_mine| is_mine(cx, &link.id))
        };
        let links =
            cx.finder.in_order(self.stock.kind).iter().filter_map(|place| Some(cx.showing.book.at(*place)?.link()));
        let links: Vec<Link> = links.filter(is_wanted).collect();
        let items = self.stock.orders.get(self.order).map(|order| (order.items)(cx, &links)).unwrap_or_default();
        self.rows.list(items, Self::height(cx));
    }

    fn panes(area: Rect) -> Panes {
        match area {
            Rect { width: 100.., .. } => panes(area, Narrow::ListOnly),
            Rect { width: 70.., height: 12.., .. } => Panes::below(area, area.height / 2),
            _ => Panes::whole(area),
        }
    }

    fn height(cx: &Cx<'_>) -> usize {
        let area = Rect::new(0, 1, cx.body.width, cx.body.height.saturating_sub(1));
        usize::from(Self::panes(area).list.height)
    }

    /// One level back: out of the filter, then the marks, then from one's own to all.
    fn back(&mut self, cx: &Cx<'_>) {
        let filtered = !self.sieve.line.text().is_empty();
        if std::mem::take(&mut self.typing) || filtered {
            self.sieve.line.clear();
        } else if !self.rows.unmark() {
            self.only_mine = false;
        }
        self.list(cx);
    }

    fn head(&self, cx: &Cx<'_>) -> Head {
        let texts = cx.showing.texts;
        let name = |(number, order): (usize, &Order)| {
            let name = texts.say(order.name);
            if number == self.order { Safe::line(&format!("‹{name}›")) } else { name }
        };
        let names = self.stock.orders.iter().enumerate().map(name);
        let mine = self.only_mine.then(|| texts.say("shelf-mine"));
        let marked = self.rows.marked().count();
        let remark = match () {
            () if marked > 0 => texts.tell("remark-marked", &[("count", marked.into())]),
            () if cx.loading => texts.say("loading"),
            () => {
                let mut links: Vec<&Link> = self.rows.links().collect();
                links.sort();
                links.dedup();
                let all = texts.tell("remark-all", &[("count", links.len().into())]);
                Safe::join(mine.into_iter().chain([all]), &Safe::own(" · "))
            }
        };
        Head { heading: Safe::join(names, &Safe::own("  ")), name: texts.say(self.stock.name), remark }
    }

    fn view_rows(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) {
        if self.rows.current().is_none() {
            let words = if self.sieve.narrows() { "filter-nothing" } else { self.stock.empty };
            let words = if self.only_mine { "shelf-none-mine" } else { words };
            if !cx.loading && area.width > 2 && area.height > 1 {
                let lines = crate::widgets::wrap::wrap(&cx.showing.texts.say(words), area.width - 2);
                for (y, line) in (area.y + 1..area.bottom()).zip(&lines) {
                    put(buffer, area.x + 2, y, area.width - 2, line, cx.looks.plain());
                }
            }
            return;
        }
        let typed = self.sieve.line.text();
        let height = usize::from(area.height);
        let (rows, cursor) = self.rows.table(cx, typed, height, |link| (self.stock.cells)(cx, link));
        Table { rows, cursor, ..Table::default() }.draw_in(buffer, area, &(self.stock.widths)(area.width), cx.looks);
    }
}

impl Layer for Shelf {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Complete, Filter, Invert, KeepFilter, Mark, Mine, NextView, Open};
        use Command::{Down, First, Last, PageDown, PageUp, Up};
        match command {
            Complete if self.typing => {
                cx.finder.completed(self.sieve.line.text()).map(|_| ()).ok_or("nothing-to-complete")
            }
            Open if self.typing => Ok(()),
            Open | Mark | Invert => self.rows.current().map(|_| ()).ok_or("nothing-here"),
            Mine if self.stock.is_mine.is_none() => Err(NOT_HERE),
            Mine => cx.me.map(|_| ()).ok_or("today-who"),
            KeepFilter if self.sieve.line.text().trim().is_empty() => Err("no-filter"),
            Back | Filter | KeepFilter | NextView | Up | Down | PageUp | PageDown | First | Last => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Back => self.back(cx),
            Command::Filter => self.typing = true,
            Command::Open if self.typing => self.typing = false,
            Command::Complete => {
                if let Some(whole) = cx.finder.completed(self.sieve.line.text()) {
                    self.sieve.line = LineEdit::new(&whole);
                    self.typed(cx);
                }
            }
            Command::NextView => {
                self.order = (self.order + 1) % self.stock.orders.len().max(1);
                self.list(cx);
            }
            Command::Mine => {
                self.only_mine = !self.only_mine;
                self.list(cx);
            }
            Command::Open => {
                if let Some(link) = self.rows.current().cloned() {
                    return Reply::step(Step::Push(vec![page(cx, link)]));
                }
            }
            command => self.rows.run(command, Self::height(cx)),
        }
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        self.typing.then_some(&mut self.sieve.line)
    }

    fn scope(&self) -> Scope {
        if self.typing { Scope::Line } else { Scope::Screen }
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        self.list(cx);
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        if let Answer::Filter(filter) = answer {
            self.sieve.line = LineEdit::new(&filter.query);
            self.typed(cx);
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.sieve.forget();
        self.list(cx);
    }

    fn select(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        if link.kind != self.stock.kind {
            return false;
        }
        self.typing = false;
        if self.rows.select(link, Self::height(cx)) {
            return true;
        }
        // What hides it goes: who asks for a record wants to see it.
        self.sieve.line.clear();
        self.only_mine = false;
        self.list(cx);
        self.rows.select(link, Self::height(cx))
    }

    fn makes(&self) -> Option<Kind> {
        Some(self.stock.kind)
    }

    fn begins(&self, cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        let me = cx.me.filter(|_| self.stock.kind == Kind::Action);
        me.map(|me| ("owner", Value::Ref(me.clone()))).into_iter().collect()
    }

    fn filter(&self) -> Option<&str> {
        Some(self.sieve.line.text())
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.rows.subjects()
    }

    fn listing(&self, cx: &Cx<'_>) -> Option<Listing> {
        let places = |links: &mut dyn Iterator<Item = &Link>| -> Vec<Place> {
            let mut places: Vec<Place> = links.filter_map(|link| cx.showing.book.place(link)).collect();
            let mut seen = std::collections::HashSet::new();
            places.retain(|place| seen.insert(*place));
            places
        };
        let (marked, listed) = (places(&mut self.rows.marked()), places(&mut self.rows.links()));
        Some(Listing { kind: self.stock.kind, marked, listed })
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        if self.typing {
            return vec![Command::Open, Command::Complete, Command::Back];
        }
        self.stock.footer.to_vec()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match (command, self.stock.kind) {
            (Command::NextStatus, Kind::Practice) => Some("practice-taken-up-key"),
            (Command::NextStatus, _) => Some("mark-done"),
            _ => None,
        }
    }

    fn enter(&self) -> &'static str {
        if self.typing { "enter-list" } else { "command-open" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.height < 2 {
            return None;
        }
        let line = Rect { height: 1, ..area };
        let cursor = self.sieve.view_line(cx, line, buffer, self.head(cx), self.typing);
        let rest = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let panes = if self.rows.current().is_some() { Self::panes(rest) } else { Panes::whole(rest) };
        self.view_rows(cx, panes.list, buffer);
        panes.draw_card(cx, buffer, self.rows.current().and_then(|link| cx.showing.book.record(link)));
        cursor
    }
}
