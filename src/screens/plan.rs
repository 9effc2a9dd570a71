//! Plan: requests, agenda, month, coverage and load, five views of the same coachings and sessions. One filter and
//! one selection go through all of them.
//!
//! Owns which view is open, what is typed to narrow it, and what one has in hand. What each view lists and says is in
//! a file of its own below; none of them changes the book.

mod agenda;
mod coverage;
mod load;
mod month;
mod requests;
mod selection;

use jiff::ToSpan as _;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Place;
use crate::command::{Command, Scope};
use crate::dialogs::record::page;
use crate::domain::{Id, Kind, Link, Session, Value};
use crate::input::LineEdit;
use crate::layer::board::{Narrow, Panes, panes};
use crate::layer::{Answer, Cx, Layer, Listing, NOT_HERE, Reply, Step, WhyNot};
use crate::planning::answerers::{Time, time};
use crate::planning::today::DAYS_BEHIND;
use crate::text::Safe;
use crate::widgets::put;
use crate::widgets::table::{Cell, Table, TableRow};

use super::rows::Rows;
use super::sieve::{Head, Sieve};
use month::Month;
use selection::Selection;

/// A view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Requests,
    Agenda,
    Month,
    Coverage,
    Load,
}

/// The views in the order `v` goes through, each with its command and the ids of its name and of what it says when
/// it is empty.
const VIEWS: [(View, Command, &str, &str); 5] = [
    (View::Requests, Command::Requests, "view-requests", "empty-requests"),
    (View::Agenda, Command::Agenda, "view-agenda", "empty-agenda"),
    (View::Month, Command::Month, "view-month", "empty-agenda"),
    (View::Coverage, Command::Coverage, "view-coverage", "empty-coverage"),
    (View::Load, Command::Load, "view-load", "empty-load"),
];

/// What somebody has done in it so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Touched {
    /// Nothing: it opens where today is.
    #[default]
    Not,
    /// They have moved.
    Moved,
    /// They have chosen what is in hand: a new session on a day is for it.
    Chosen,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Plan {
    view: View,
    sieve: Sieve,
    typing: bool,
    selection: Selection,
    rows: Rows,
    month: Month,
    coverage: coverage::Standings,
    load: load::Loads,
    /// The season the views were made for.
    season: Option<Id>,
    /// Shows every season: somebody asked for a record of another one.
    all_seasons: bool,
    touched: Touched,
}

impl Plan {
    fn row_of_view(&self) -> (Command, &'static str, &'static str) {
        let row = VIEWS.iter().find(|(view, ..)| *view == self.view);
        row.map_or((Command::Requests, "view-requests", "empty-requests"), |(_, command, name, empty)| {
            (*command, *name, *empty)
        })
    }

    /// The kinds of record that are looked through for what is typed.
    const fn searched(&self) -> &'static [Kind] {
        match self.view {
            View::Requests => &[Kind::Coaching],
            View::Agenda | View::Month => &[Kind::Session],
            View::Coverage => &[Kind::Municipality, Kind::Coaching],
            View::Load => &[Kind::Person, Kind::Municipality, Kind::Coaching],
        }
    }

    /// The kind of record a view lists.
    const fn kind(&self) -> Kind {
        match self.view {
            View::Requests => Kind::Coaching,
            View::Agenda | View::Month => Kind::Session,
            View::Coverage => Kind::Municipality,
            View::Load => Kind::Person,
        }
    }

    fn season<'a>(&self, cx: &Cx<'a>) -> Option<&'a crate::domain::Season> {
        cx.showing.season.filter(|_| !self.all_seasons)
    }

    fn show(&mut self, cx: &Cx<'_>, view: View) {
        // What was chosen stays in hand where a view on the way does not know it.
        if self.touched != Touched::Chosen {
            self.take_in_hand(cx);
        }
        self.view = view;
        self.rows.unmark();
        self.sieve.forget();
        self.list(cx);
        self.put_cursor(cx);
    }

    /// What the view lists, made anew.
    fn list(&mut self, cx: &Cx<'_>) {
        let kinds = self.searched();
        self.sieve.search(cx, kinds);
        let season = self.season(cx);
        let items = match self.view {
            View::Requests => requests::items(cx, season, &self.sieve),
            View::Agenda => agenda::items(cx, season, &self.sieve),
            View::Coverage => self.coverage.items(cx, &self.sieve),
            View::Load => self.load.items(cx, &self.sieve),
            View::Month => {
                self.month.gather(cx, &self.sieve, self.selection.tutor.as_ref());
                Vec::new()
            }
        };
        self.rows.list(items, self.height(cx));
    }

    /// The cursor goes to what one has in hand.
    fn put_cursor(&mut self, cx: &Cx<'_>) {
        let link = match self.view {
            View::Requests => self.selection.coaching.clone().map(|id| Link::new(Kind::Coaching, id)),
            View::Agenda => self.selection.session.clone().map(|id| Link::new(Kind::Session, id)),
            View::Coverage => self.selection.municipality.clone().map(|id| Link::new(Kind::Municipality, id)),
            View::Load => self.selection.tutor.clone(),
            View::Month => {
                self.month.go_to(self.selection.day.unwrap_or(cx.showing.today));
                self.list(cx);
                None
            }
        };
        let height = self.height(cx);
        let found = link.is_some_and(|link| self.rows.select(&link, height));
        if !found && self.view == View::Agenda {
            let day = self.selection.day.unwrap_or(cx.showing.today);
            if let Some(link) = agenda::from_day(cx, self.rows.links(), day) {
                self.rows.select(&link, height);
            }
        }
    }

    /// What is under the cursor is taken in hand.
    fn take_in_hand(&mut self, cx: &Cx<'_>) {
        let book = cx.showing.book;
        match self.view {
            View::Month => self.selection.day = Some(self.month.day(cx)),
            View::Load => self.selection.tutor = self.rows.current().cloned().or(self.selection.tutor.take()),
            _ => {
                if let Some(link) = self.rows.current().cloned() {
                    self.selection.take(book, cx.showing.season, &link, cx.showing.today);
                }
            }
        }
    }

    fn panes(&self, area: Rect) -> Panes {
        match self.view {
            View::Requests | View::Agenda if area.width >= 100 => panes(area, Narrow::ListOnly),
            // What a queue or a week holds is looked over: it gets the larger half.
            View::Requests | View::Agenda if area.width >= 70 && area.height >= 12 => {
                Panes::below(area, area.height * 3 / 5)
            }
            // Their rows are wide: what is known of one stands below, where there is room.
            View::Coverage | View::Load if area.height >= 24 => Panes::below(area, area.height * 3 / 5),
            _ => Panes::whole(area),
        }
    }

    /// The rows there are for records.
    fn height(&self, cx: &Cx<'_>) -> usize {
        let area = Rect::new(0, 1, cx.body.width, cx.body.height.saturating_sub(1));
        let head = u16::from(matches!(self.view, View::Coverage | View::Load));
        usize::from(self.panes(area).list.height.saturating_sub(head))
    }

    /// One level back: out of the filter, then the marks, then what one has in hand.
    fn back(&mut self, cx: &Cx<'_>) {
        let filtered = !self.sieve.line.text().is_empty();
        if std::mem::take(&mut self.typing) || filtered {
            self.sieve.line.clear();
            self.list(cx);
        } else if !self.rows.unmark() {
            self.selection = Selection { day: self.selection.day, ..Selection::default() };
            self.touched = Touched::Moved;
            self.list(cx);
        }
    }

    /// The coaching a new session on a day is for.
    fn for_coaching(&self) -> Option<&Id> {
        self.selection.coaching.as_ref().filter(|_| self.touched == Touched::Chosen)
    }

    fn cells(&self, cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
        match self.view {
            View::Requests => requests::cells(cx, link),
            View::Agenda | View::Month => agenda::cells(cx, link),
            View::Coverage => self.coverage.cells(cx, link),
            View::Load => self.load.cells(cx, link),
        }
    }

    /// The views' names, the present one marked.
    fn heading(&self, cx: &Cx<'_>) -> Safe {
        let name = |(view, _, name, _): &(View, Command, &str, &str)| {
            let name = cx.showing.texts.say(name);
            if *view == self.view { Safe::line(&format!("‹{name}›")) } else { name }
        };
        Safe::join(VIEWS.iter().map(name), &Safe::own("  "))
    }

    fn view_line(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let (_, name, _) = self.row_of_view();
        let head = Head { heading: self.heading(cx), name: texts.say(name), remark: self.remark(cx) };
        self.sieve.view_line(cx, area, buffer, head, self.typing)
    }

    fn remark(&self, cx: &Cx<'_>) -> Safe {
        let texts = cx.showing.texts;
        let marked = self.rows.marked().count();
        match () {
            () if marked > 0 => texts.tell("remark-marked", &[("count", marked.into())]),
            () if cx.loading => texts.say("loading"),
            () if self.view == View::Month => self.month.remark(cx),
            () if self.view == View::Coverage => self.coverage.remark(cx),
            () => texts.tell("remark-all", &[("count", self.rows.links().count().into())]),
        }
    }

    fn view_rows(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) {
        if self.rows.links().next().is_none() {
            let (.., empty) = self.row_of_view();
            let words = if self.sieve.narrows() { "filter-nothing" } else { empty };
            if !cx.loading {
                put(buffer, area.x + 2, area.y + 1, area.width - 2, &cx.showing.texts.say(words), cx.looks.plain());
            }
            return;
        }
        let (heads, widths) = match self.view {
            View::Coverage => coverage::columns(cx, area.width),
            View::Load => load::columns(cx, area.width),
            View::Requests => (Vec::new(), requests::widths(area.width)),
            View::Agenda | View::Month => (Vec::new(), agenda::widths(area.width)),
        };
        let head = u16::from(!heads.is_empty());
        let heads = TableRow { cells: heads.into_iter().map(Cell::dim).collect(), ..TableRow::default() };
        Table { rows: vec![heads], ..Table::default() }.draw_in(
            buffer,
            Rect { height: head, ..area },
            &widths,
            cx.looks,
        );
        let list = Rect { y: area.y + head, height: area.height.saturating_sub(head), ..area };
        let height = usize::from(list.height);
        let (rows, cursor) = self.rows.table(cx, self.sieve.line.text(), height, |link| self.cells(cx, link));
        Table { rows, cursor, ..Table::default() }.draw_in(buffer, list, &widths, cx.looks);
    }

    /// The view a record is shown in, and whether that one is to be opened.
    fn view_for(&self, kind: Kind) -> Option<View> {
        match (kind, self.view) {
            (Kind::Session, View::Month) => Some(View::Month),
            (Kind::Session, _) => Some(View::Agenda),
            (Kind::Coaching, _) => Some(View::Requests),
            (Kind::Municipality, View::Coverage | View::Load) | (Kind::Person, View::Load) => Some(self.view),
            _ => None,
        }
    }

    fn select_now(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        self.selection.take(cx.showing.book, cx.showing.season, link, cx.showing.today);
        self.list(cx);
        if self.view == View::Month {
            self.put_cursor(cx);
            return self.month.choose(cx, link);
        }
        let height = self.height(cx);
        self.rows.select(link, height)
    }
}

impl Layer for Plan {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Complete, DayAfter, DayBefore, Filter, Invert, KeepFilter, Mark, NextView, Open};
        use Command::{Down, First, Last, PageDown, PageUp, Up};
        let in_month = self.view == View::Month;
        match command {
            Complete if self.typing => {
                cx.finder.completed(self.sieve.line.text()).map(|_| ()).ok_or("nothing-to-complete")
            }
            Open if self.typing => Ok(()),
            Open if in_month => self.month.chosen(cx).map(|_| ()).ok_or("month-nothing"),
            // On a day with several sessions Space goes through them.
            Mark if in_month => (self.month.count(cx) > 1).then_some(()).ok_or("month-one"),
            Invert if in_month => Err(NOT_HERE),
            Open | Mark | Invert => self.rows.current().map(|_| ()).ok_or("nothing-here"),
            KeepFilter if self.sieve.line.text().trim().is_empty() => Err("no-filter"),
            DayBefore | DayAfter if !in_month => Err(NOT_HERE),
            Back | Filter | KeepFilter | NextView | DayBefore | DayAfter | Up | Down | PageUp | PageDown | First
            | Last => Ok(()),
            command if VIEWS.iter().any(|(_, of, ..)| *of == command) => Ok(()),
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
                let at = VIEWS.iter().position(|(view, ..)| *view == self.view).unwrap_or(0);
                if let Some((view, ..)) = VIEWS.get((at + 1) % VIEWS.len()) {
                    self.show(cx, *view);
                }
            }
            Command::Open => {
                let link = if self.view == View::Month { self.month.chosen(cx) } else { self.rows.current().cloned() };
                if let Some(link) = link {
                    return Reply::step(Step::Push(vec![page(cx, link)]));
                }
            }
            command if VIEWS.iter().any(|(_, of, ..)| *of == command) => {
                if let Some((view, ..)) = VIEWS.iter().find(|(_, of, ..)| *of == command) {
                    self.show(cx, *view);
                }
            }
            command => {
                if self.touched == Touched::Not {
                    self.touched = Touched::Moved;
                }
                if command == Command::Mark && self.view == View::Month {
                    self.month.choose_next(cx);
                } else if self.view == View::Month {
                    self.month.run(cx, command);
                    self.list(cx);
                } else {
                    let height = self.height(cx);
                    self.rows.run(command, height);
                    self.touched = Touched::Chosen;
                }
                self.take_in_hand(cx);
            }
        }
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        self.typing.then_some(&mut self.sieve.line)
    }

    fn scope(&self) -> Scope {
        match self.view {
            _ if self.typing => Scope::Line,
            View::Month => Scope::Days,
            _ => Scope::Screen,
        }
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
        let season = cx.showing.season.map(|season| season.id.clone());
        if self.season != season {
            self.season = season;
            self.all_seasons = false;
        }
        self.sieve.forget();
        self.coverage.refresh(cx);
        self.load.refresh(cx);
        self.list(cx);
        if self.touched == Touched::Not {
            self.put_cursor(cx);
        }
    }

    fn select(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        let Some(view) = self.view_for(link.kind) else { return false };
        self.typing = false;
        self.view = view;
        self.touched = Touched::Chosen;
        if self.select_now(cx, link) {
            return true;
        }
        // The filter or the season hides it: who asks for a record wants to see it.
        self.sieve.line.clear();
        if self.select_now(cx, link) {
            return true;
        }
        self.all_seasons = true;
        self.select_now(cx, link)
    }

    fn makes(&self) -> Option<Kind> {
        Some(match self.view {
            View::Agenda | View::Month => Kind::Session,
            View::Requests | View::Coverage | View::Load => Kind::Coaching,
        })
    }

    /// On a session that was held of late one says how it was; later nobody is asked any more.
    fn asks_about(&self, cx: &Cx<'_>) -> Option<Link> {
        let one = match self.subjects(cx).as_slice() {
            [one] if one.kind == Kind::Session => one.clone(),
            _ => return None,
        };
        let first = cx.showing.today.checked_sub(DAYS_BEHIND.days()).unwrap_or(Date::MIN);
        let is_late = cx.showing.book.get::<Session>(&one.id)?.date.is_none_or(|day| day < first);
        (!is_late && time(cx.showing.book, &one, cx.showing.today) == Some(Time::Held)).then_some(one)
    }

    fn begins(&self, cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        let coaching = || {
            let coaching = self.for_coaching().cloned();
            coaching.map(|id| ("coachings", Value::Many(vec![Value::Ref(id)])))
        };
        match self.view {
            View::Requests | View::Agenda => Vec::new(),
            View::Month => [("date", Value::Date(self.month.day(cx)))].into_iter().chain(coaching()).collect(),
            View::Coverage => {
                let place = self.rows.current().cloned();
                place.map(|link| ("municipality", Value::Ref(link.id))).into_iter().collect()
            }
            View::Load => self.rows.current().map(load::as_tutor).into_iter().collect(),
        }
    }

    fn filter(&self) -> Option<&str> {
        Some(self.sieve.line.text())
    }

    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link> {
        match self.view {
            View::Month => self.month.chosen(cx).into_iter().collect(),
            _ => self.rows.subjects(),
        }
    }

    fn listing(&self, cx: &Cx<'_>) -> Option<Listing> {
        let book = cx.showing.book;
        let kind = self.kind();
        let places = |links: &mut dyn Iterator<Item = &Link>| -> Vec<Place> {
            links.filter(|link| link.kind == kind).filter_map(|link| book.place(link)).collect()
        };
        let listed = match self.view {
            View::Month => places(&mut self.month.sessions().iter()),
            _ => places(&mut self.rows.links()),
        };
        Some(Listing { kind, marked: places(&mut self.rows.marked()), listed })
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Add, Back, Complete, DayEarlier, DayLater, Edit, Filter, Help, Lookup, New, NextStatus};
        use Command::{NextView, Open, Propose, Season, When, Who};
        if self.typing {
            return vec![Open, Complete, Back];
        }
        let own: &[Command] = match self.view {
            View::Requests => &[Open, Help, New, NextView, NextStatus, Who, When, Add, Edit, Filter],
            View::Agenda => &[Open, Help, New, NextView, NextStatus, DayLater, Who, Edit, Add, Filter],
            View::Month => &[Open, Help, New, NextView, DayLater, DayEarlier, Command::Mark, NextStatus, Filter],
            View::Coverage => &[Open, Help, New, NextView, Who, Propose, Filter],
            View::Load => &[Open, Help, New, NextView, Who, Filter],
        };
        own.iter().copied().chain([Lookup, Season]).collect()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Mark && self.view == View::Month).then_some("month-next")
    }

    fn enter(&self) -> &'static str {
        if self.typing { "enter-list" } else { "command-open" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.height < 2 {
            return None;
        }
        let cursor = self.view_line(cx, Rect { height: 1, ..area }, buffer);
        let rest = Rect { y: area.y + 1, height: area.height - 1, ..area };
        if self.view == View::Month {
            self.month.view(cx, rest, buffer, self.for_coaching(), self.selection.tutor.as_ref());
            return cursor;
        }
        let panes = if self.rows.current().is_some() { self.panes(rest) } else { Panes::whole(rest) };
        self.view_rows(cx, panes.list, buffer);
        panes.draw_card(cx, buffer, self.rows.current().and_then(|link| cx.showing.book.record(link)));
        cursor
    }
}
