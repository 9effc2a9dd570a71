//! Feedback: what was answered about each session and coaching of the season, and what is still missing; by
//! municipality, tutor and theme, and of the season as a whole. `v` goes from one to the next.
//!
//! Owns which rows there are and what narrows them. What a row's answers say is put together in `cards/opinions.rs`,
//! once for each row the cursor comes to and each change of the book.

mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Place;
use crate::cards::opinions::{Bars, WORDS_BESIDE, about, answers_card, forms_of};
use crate::command::{Command, Scope};
use crate::dialogs::answers::{Answers, begun};
use crate::domain::{Feedback as Form, Id, Kind, Link, Value};
use crate::input::LineEdit;
use crate::layer::board::{Narrow, Panes, panes};
use crate::layer::{Answer, Cx, Layer, Listing, NOT_HERE, Reply, WhyNot};
use crate::planning::figures::Answers as Counted;
use crate::planning::opinions::About;
use crate::text::Safe;
use crate::widgets::card::Card;
use crate::widgets::put;
use crate::widgets::table::{Cell, Col, Table, Weight, fitted};

use super::rows::{Item, Rows};
use super::sieve::{Head, Sieve};
use rows::{Row, VIEWS, gathered};

/// The screen.
#[derive(Debug, Default)]
pub struct Feedback {
    view: usize,
    sieve: Sieve,
    typing: bool,
    rows: Rows,
    /// What the rows say, in their order before anything was typed.
    all: Vec<Row>,
    /// The answers of the row under the cursor.
    detail: Option<(Link, Card)>,
    season: Option<Id>,
}

impl Feedback {
    /// Gathers the rows of the view anew.
    fn gather(&mut self, cx: &Cx<'_>) {
        self.season = cx.showing.season.map(|season| season.id.clone());
        self.all = gathered(cx.showing, self.view);
        self.detail = None;
        self.list(cx);
    }

    /// Lists the rows that are looked for.
    fn list(&mut self, cx: &Cx<'_>) {
        let kinds = VIEWS.get(self.view).map_or(&[][..], |view| view.kinds);
        self.sieve.search(cx, kinds);
        let wanted = self.all.iter().filter(|row| self.sieve.lets(cx, std::iter::once(&row.link)));
        let items = wanted.map(|row| Item::Record(row.link.clone())).collect();
        self.rows.list(items, Self::height(cx));
        self.look(cx);
    }

    /// Puts together what the row under the cursor was answered, unless that is there already.
    fn look(&mut self, cx: &Cx<'_>) {
        let current = self.rows.current();
        if self.detail.as_ref().map(|(link, _)| link) == current {
            return;
        }
        let [full, ..] = cx.looks.bar_marks();
        let about = current.and_then(|link| Some((link.clone(), about(link)?)));
        self.detail = about.map(|(link, about)| {
            let (card, _) =
                answers_card(cx.showing, &about, self.season.as_ref(), Bars::Drawn(full), ("", WORDS_BESIDE));
            (link, card)
        });
    }

    fn panes(area: Rect) -> Panes {
        match area {
            Rect { width: 100.., .. } => panes(area, Narrow::ListOnly),
            Rect { width: 70.., height: 12.., .. } => Panes::below(area, area.height * 2 / 5),
            _ => Panes::whole(area),
        }
    }

    fn height(cx: &Cx<'_>) -> usize {
        let area = Rect::new(0, 1, cx.body.width, cx.body.height.saturating_sub(1));
        usize::from(Self::panes(area).list.height)
    }

    fn head(&self, cx: &Cx<'_>) -> Head {
        let texts = cx.showing.texts;
        let name = |(number, view): (usize, &rows::View)| {
            let name = texts.say(view.name);
            if number == self.view { Safe::line(&format!("‹{name}›")) } else { name }
        };
        let names = VIEWS.iter().enumerate().map(name);
        let remark = match () {
            () if cx.loading => texts.say("loading"),
            () => texts.tell("remark-all", &[("count", self.rows.links().count().into())]),
        };
        Head { heading: Safe::join(names, &Safe::own("  ")), name: texts.say("tab-feedback"), remark }
    }

    fn cells(&self, cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
        let texts = cx.showing.texts;
        let Some(row) = self.all.iter().find(|row| row.link == *link) else { return Vec::new() };
        let Counted { given, expected, forms } = row.counted;
        let counted =
            if expected == 0 { Safe::line(&row.forms.to_string()) } else { Safe::line(&format!("{given}/{expected}")) };
        let missing = expected.saturating_sub(given);
        let missing = match missing {
            // Several people of a municipality answered: it is complete, and more came than that.
            0 if expected > 0 && forms > given => {
                Cell::dim(texts.tell("feedback-more", &[("count", (forms as usize).into())]))
            }
            0 => Cell::dim(Safe::own(if expected > 0 { cx.looks.tick() } else { "" })),
            missing => Cell {
                text: texts.tell("feedback-missing", &[("count", (missing as usize).into())]),
                weight: Weight::Warning,
                matched: Vec::new(),
            },
        };
        let day = row.day.map(|day| texts.day(day, cx.showing.today)).unwrap_or_default();
        vec![Cell::new(cx.showing.link(link)), Cell::dim(day), Cell::new(counted), missing]
    }

    fn view_rows(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) {
        if self.rows.current().is_none() {
            let words = if self.sieve.narrows() { "filter-nothing" } else { "empty-feedback" };
            if !cx.loading && area.width > 2 && area.height > 1 {
                let lines = crate::widgets::wrap::wrap(&cx.showing.texts.say(words), area.width - 2);
                for (y, line) in (area.y + 1..area.bottom()).zip(&lines) {
                    put(buffer, area.x + 2, y, area.width - 2, line, cx.looks.plain());
                }
            }
            return;
        }
        let height = usize::from(area.height);
        let (rows, cursor) = self.rows.table(cx, self.sieve.line.text(), height, |link| self.cells(cx, link));
        let columns = [Col::grows(20, 0), Col::fixed(14, 1), Col::fixed(6, 0), Col::fixed(12, 0)];
        Table { rows, cursor, ..Table::default() }.draw_in(buffer, area, &fitted(&columns, area.width), cx.looks);
    }
}

impl Layer for Feedback {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Complete, Filter, Invert, KeepFilter, Mark, NextView, Open};
        use Command::{Down, First, Last, PageDown, PageUp, Up};
        match command {
            Complete if self.typing => {
                cx.finder.completed(self.sieve.line.text()).map(|_| ()).ok_or("nothing-to-complete")
            }
            Open if self.typing => Ok(()),
            Open | Mark | Invert => self.rows.current().map(|_| ()).ok_or("nothing-here"),
            KeepFilter if self.sieve.line.text().trim().is_empty() => Err("no-filter"),
            Back | Filter | KeepFilter | NextView | Up | Down | PageUp | PageDown | First | Last => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Back => {
                let filtered = !self.sieve.line.text().is_empty();
                if std::mem::take(&mut self.typing) || filtered {
                    self.sieve.line.clear();
                } else {
                    self.rows.unmark();
                }
                self.list(cx);
            }
            Command::Filter => self.typing = true,
            Command::Open if self.typing => self.typing = false,
            Command::Complete => {
                if let Some(whole) = cx.finder.completed(self.sieve.line.text()) {
                    self.sieve.line = LineEdit::new(&whole);
                    self.typed(cx);
                }
            }
            Command::NextView => {
                self.view = (self.view + 1) % VIEWS.len();
                self.sieve.forget();
                self.gather(cx);
            }
            Command::Open => {
                if let Some(about) = self.rows.current().and_then(about) {
                    return Reply::push(Answers::new(cx, about, self.season.clone()));
                }
            }
            command => self.rows.run(command, Self::height(cx)),
        }
        self.look(cx);
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
        self.gather(cx);
    }

    /// A form is found at what it is about.
    fn select(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        let form = cx.showing.book.get::<Form>(&link.id).filter(|_| link.kind == Kind::Feedback);
        let Some(about) = form.and_then(|form| form.about.clone()) else { return false };
        self.typing = false;
        self.sieve.line.clear();
        self.view = 0;
        self.gather(cx);
        let found = self.rows.select(&about, Self::height(cx));
        self.look(cx);
        found
    }

    fn makes(&self) -> Option<Kind> {
        Some(Kind::Feedback)
    }

    fn begins(&self, _cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        self.rows.current().map(begun).unwrap_or_default()
    }

    fn filter(&self) -> Option<&str> {
        Some(self.sieve.line.text())
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.rows.subjects()
    }

    fn listing(&self, cx: &Cx<'_>) -> Option<Listing> {
        let places = |links: &mut dyn Iterator<Item = &Link>| -> Vec<Place> {
            let abouts: Vec<About> = links.filter_map(about).collect();
            let forms = abouts.iter().flat_map(|about| forms_of(cx.showing, about, self.season.as_ref()));
            let links = forms.map(|form| Link::new(Kind::Feedback, form.id.clone()));
            let mut places: Vec<Place> = links.filter_map(|link| cx.showing.book.place(&link)).collect();
            let mut seen = std::collections::HashSet::new();
            places.retain(|place| seen.insert(*place));
            places
        };
        let (marked, listed) = (places(&mut self.rows.marked()), places(&mut self.rows.links()));
        Some(Listing { kind: Kind::Feedback, marked, listed })
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Add, Back, Complete, Filter, Help, Lookup, New, NextView, Open, Season};
        if self.typing {
            return vec![Open, Complete, Back];
        }
        vec![Open, New, NextView, Help, Filter, Lookup, Add, Season]
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::New).then_some("feedback-take-down")
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
        panes.draw_beside(cx, buffer, self.detail.as_ref().map(|(_, card)| card));
        cursor
    }
}
