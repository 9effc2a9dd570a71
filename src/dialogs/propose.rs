//! The season planned, line by line: which municipality gets which tutor, round and week and why, and why some get
//! none. What is in is put into the book as one change.
//!
//! Owns what was taken out of the plan and where one is in it. What the plan says is decided in `planning`, a few
//! steps at a time, so that keys are never kept waiting.

use std::collections::{HashMap, HashSet};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::round::round_title;
use crate::book::show::Showing;
use crate::command::{Command, Scope};
use crate::dialogs::who;
use crate::domain::{Act, Id, Kind, Link, Season};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::matching::Reason;
use crate::planning::season::{Blocked, Line, Plan, Planner, changes, week_number};
use crate::planning::tutors::{Tutor, tutors};
use crate::text::Safe;
use crate::widgets::bars::LoadBar;
use crate::widgets::table::{Cell, Col, fitted};
use crate::widgets::weighed::{WeighedRow, WeighedView, list_height};

/// So many steps are made before keys are looked at again.
const AT_ONCE: usize = 4;

/// A season in which so many tutors could go to so many municipalities is planned before anything is drawn.
const SMALL: usize = 4_000;

/// And in no more steps than these.
const SMALL_STEPS: usize = 400;

/// From so many columns on the days stand beside the weeks.
const WIDE: u16 = 100;

/// The plan.
#[derive(Debug)]
pub struct Propose {
    /// How far the plan is; nothing where it was not begun.
    planner: Option<Planner>,
    /// The plan, when it is made.
    plan: Option<Plan>,
    /// The municipalities that were taken out of it.
    out: HashSet<Id>,
    cursor: usize,
    top: usize,
}

/// What the cursor can be on.
#[derive(Clone, Copy, Debug)]
enum Row<'a> {
    Placed(&'a Line),
    Blocked(&'a Blocked),
}

impl Row<'_> {
    fn municipality(&self) -> &Id {
        match self {
            Self::Placed(line) => &line.municipality,
            Self::Blocked(blocked) => &blocked.municipality,
        }
    }
}

impl Propose {
    /// The plan for the season at hand: a small one at once, a large one while one waits.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut dialog = Self { planner: None, plan: None, out: HashSet::new(), cursor: 0, top: 0 };
        let all = |season| cx.showing.book.count(Kind::Municipality) * tutors(cx.showing.book, season).len();
        if cx.showing.season.is_some_and(|season| all(season) <= SMALL) {
            dialog.begin(cx);
            dialog.steps(cx, SMALL_STEPS);
        }
        dialog
    }

    fn begin(&mut self, cx: &Cx<'_>) {
        let Showing { book, today, .. } = cx.showing;
        self.planner = cx.showing.season.map(|season| Planner::new(book, season, today));
        self.plan = self.planner.is_none().then(Plan::default);
    }

    fn steps(&mut self, cx: &Cx<'_>, most: usize) {
        let Some(planner) = &mut self.planner else { return };
        for _ in 0..most {
            if planner.is_done() {
                break;
            }
            planner.step();
        }
        if planner.is_done() {
            self.plan = Some(planner.plan(cx.showing.book));
            self.settle(cx);
        }
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let placed = self.plan.iter().flat_map(|plan| &plan.lines).map(Row::Placed);
        placed.chain(self.plan.iter().flat_map(|plan| &plan.blocked).map(Row::Blocked))
    }

    fn current(&self) -> Option<Row<'_>> {
        self.rows().nth(self.cursor)
    }

    fn is_in(&self, line: &Line) -> bool {
        !self.out.contains(&line.municipality)
    }

    /// The lines that are put into the book.
    fn within(&self) -> impl Iterator<Item = &Line> {
        self.plan.iter().flat_map(|plan| &plan.lines).filter(|line| self.is_in(line))
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.rows().count().saturating_sub(1));
        let height = list_height(cx.body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    /// Takes a line out or back in, and goes on to the next one.
    fn mark(&mut self, cx: &Cx<'_>) {
        let Some(Row::Placed(line)) = self.current() else { return };
        let municipality = line.municipality.clone();
        if !self.out.remove(&municipality) {
            self.out.insert(municipality);
        }
        self.cursor += 1;
        self.settle(cx);
    }

    fn accept(&self, cx: &Cx<'_>) -> Reply {
        let Some(season) = cx.showing.season else { return Reply::default() };
        let changes = changes(cx.showing.book, season, self.within());
        let toast = cx.showing.texts.tell("propose-done", &[("count", changes.len().into())]);
        let wish = Some(Wish { act: Act::Plan, changes });
        Reply { wish, toast: Some(toast), step: Step::Pop(None), ..Reply::default() }
    }

    /// The record that is behind a row: the coaching, else the municipality.
    fn link(row: Row<'_>) -> Link {
        let coaching = match row {
            Row::Placed(line) => &line.coaching,
            Row::Blocked(blocked) => &blocked.coaching,
        };
        match coaching {
            Some(id) => Link::new(Kind::Coaching, id.clone()),
            None => Link::new(Kind::Municipality, row.municipality().clone()),
        }
    }

    /// Who else could go: asked of the coaching, or the municipality without one.
    fn ask_who(&self, cx: &Cx<'_>) -> Reply {
        let layer = self.current().and_then(|row| who::asked(cx, &[Self::link(row)]));
        layer.map(|layer| Reply::step(Step::Push(vec![layer]))).unwrap_or_default()
    }
}

/// What is at hand to draw rows with.
struct Drawing<'a> {
    cx: &'a Cx<'a>,
    season: Option<&'a Season>,
    /// What the plan adds to each.
    added: HashMap<&'a Tutor, u32>,
    wide: bool,
}

impl<'a> Drawing<'a> {
    fn new(cx: &'a Cx<'a>, within: impl Iterator<Item = &'a Line>, wide: bool) -> Self {
        let mut added: HashMap<&Tutor, u32> = HashMap::new();
        for line in within.filter(|line| line.adds) {
            *added.entry(&line.tutor).or_default() += 1;
        }
        Self { cx, season: cx.showing.season, added, wide }
    }

    fn name(&self, id: &Id) -> Safe {
        self.cx.showing.id(Kind::Municipality, Some(id))
    }

    fn placed(&self, line: &Line, marked: bool) -> WeighedRow {
        let (showing, texts) = (self.cx.showing, self.cx.showing.texts);
        let number = ("week", week_number(line.week).into());
        let short = texts.tell("propose-week-short", std::slice::from_ref(&number));
        let week = texts.tell("propose-week", &[number, ("day", texts.date(line.week).into())]);
        let round = line.round.as_ref().map(|id| round_title(showing.book, id.as_str(), self.season, texts));
        let added = self.added.get(&line.tutor).copied().unwrap_or_default();
        let bar = LoadBar { taken: line.before.coachings, added, ceiling: line.before.ceiling };
        let cell = |text: Safe| if marked { Cell::new(text) } else { Cell::dim(text) };
        let cells = vec![
            cell(self.name(&line.municipality)),
            cell(if self.wide { week.clone() } else { short }),
            Cell::dim(round.clone().unwrap_or_default()),
            cell(showing.link(&line.tutor.link())),
            Cell::default(),
            cell(bar.told(self.cx.looks)),
        ];
        let words = line.reasons.iter().map(|reason| reason.words(showing));
        WeighedRow {
            cells,
            against: Vec::new(),
            brief: line.reasons.iter().filter(|reason| tells(reason)).map(|reason| reason.brief(showing)).collect(),
            reasons: [week].into_iter().chain(round).chain(words).collect(),
            marked,
        }
    }

    fn blocked(&self, blocked: &Blocked) -> WeighedRow {
        let why = self.season.map(|season| blocked.rule.sentence(self.cx.showing, season));
        let cells = vec![Cell::new(self.name(&blocked.municipality))];
        WeighedRow { cells, against: why.into_iter().collect(), ..WeighedRow::default() }
    }
}

/// Whether a reason tells one line from the others: nearly all are each other's first.
fn tells(reason: &Reason) -> bool {
    !matches!(reason, Reason::NeverMet | Reason::AskOffice)
}

/// Municipality, week, round, tutor, reasons, load.
fn columns(width: u16, has_rounds: bool) -> Vec<u16> {
    let round = |cells| if has_rounds { Col::fixed(cells, 2) } else { Col::fixed(0, 9) };
    let columns = match width {
        ..70 => {
            [Col::fixed(13, 0), Col::fixed(5, 0), round(9), Col::fixed(16, 0), Col::grows(12, 0), Col::fixed(12, 3)]
        }
        70..100 => {
            [Col::fixed(13, 0), Col::fixed(5, 0), round(11), Col::fixed(16, 0), Col::grows(10, 0), Col::fixed(15, 3)]
        }
        _ => [Col::fixed(16, 0), Col::fixed(20, 0), round(14), Col::fixed(22, 0), Col::grows(16, 0), Col::fixed(16, 3)],
    };
    fitted(&columns, width)
}

impl Layer for Propose {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, First, Last, Mark, Open, PageDown, PageUp, Up, Who};
        match command {
            Open | Finish if self.plan.is_none() => Err("propose-not-yet"),
            Open | Finish => self.within().next().map(|_| ()).ok_or("propose-none-in"),
            Mark => match self.current() {
                Some(Row::Placed(_)) => Ok(()),
                Some(Row::Blocked(_)) => Err("propose-no-place"),
                None => Err("nothing-here"),
            },
            Who => self.current().ok_or("nothing-here").and_then(|row| who::can_ask(cx, &[Self::link(row)])),
            Back | Close | Down | First | Last | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = list_height(cx.body.height);
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open | Command::Finish => return self.accept(cx),
            Command::Who => return self.ask_who(cx),
            Command::Mark => self.mark(cx),
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor += 1,
            Command::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor += page,
            Command::First => self.cursor = 0,
            _ => self.cursor = self.rows().count(),
        }
        self.settle(cx);
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        false
    }

    fn is_busy(&self) -> bool {
        self.plan.is_none()
    }

    fn go_on(&mut self, cx: &Cx<'_>) {
        match self.planner {
            Some(_) => self.steps(cx, AT_ONCE),
            None => self.begin(cx),
        }
    }

    /// A plan that would be made from the same stands; else it is made anew, without what was taken out.
    fn refresh(&mut self, cx: &Cx<'_>) {
        let Showing { book, today, .. } = cx.showing;
        let holds = |planner: &Planner| cx.showing.season.is_some_and(|season| planner.holds(book, season, today));
        if self.planner.as_ref().is_some_and(holds) {
            if self.plan.is_some() {
                self.plan = self.planner.as_ref().map(|planner| planner.plan(book));
            }
        } else {
            let (cursor, top) = (self.cursor, self.top);
            let on = self.current().map(|row| row.municipality().clone());
            *self = Self { out: std::mem::take(&mut self.out), ..Self::new(cx) };
            let again = on.and_then(|on| self.rows().position(|row| *row.municipality() == on));
            (self.cursor, self.top) = (again.unwrap_or(cursor), top);
        }
        if self.plan.is_some() {
            self.settle(cx);
        }
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.current().map(Self::link).into_iter().collect()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Mark).then_some("says-out-or-in")
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Help, Lookup, Mark, Open, Who};
        if self.plan.is_none() { vec![Back, Help] } else { vec![Open, Mark, Who, Back, Lookup, Help] }
    }

    fn enter(&self) -> &'static str {
        "enter-accept"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let season = cx.showing.season.map(|season| Safe::line(&season.name)).unwrap_or_default();
        let drawing = Drawing::new(cx, self.within(), area.width >= WIDE);
        let row = |row: Row<'_>| match row {
            Row::Placed(line) => drawing.placed(line, self.is_in(line)),
            Row::Blocked(blocked) => drawing.blocked(blocked),
        };
        let has_rounds = self.plan.iter().flat_map(|plan| &plan.lines).any(|line| line.round.is_some());
        let count = self.rows().count();
        let remark = if count == 0 { Safe::default() } else { Safe::line(&format!("{}/{count}", self.cursor + 1)) };
        WeighedView {
            title: texts.tell("propose-title", &[("season", season.clone().into())]),
            remark,
            context: self.context(cx),
            rows: self.rows().skip(self.top).take(list_height(area.height)).map(row).collect(),
            widths: columns(area.width, has_rounds),
            column: 4,
            cursor: self.cursor.checked_sub(self.top),
            empty: match &self.plan {
                Some(_) => texts.tell("propose-nothing", &[("season", season.into())]),
                None => texts.say("propose-wait"),
            },
        }
        .draw(buffer, area, cx.looks);
        None
    }
}

impl Propose {
    /// How many are in, out and without a place; while it is made how far that is.
    fn context(&self, cx: &Cx<'_>) -> Safe {
        let texts = cx.showing.texts;
        let Some(plan) = &self.plan else {
            let (done, of) = self.planner.as_ref().map_or((0, 1), Planner::progress);
            return texts.tell("propose-progress", &[("percent", (100 * done.min(of) / of.max(1)).into())]);
        };
        let within = self.within().count();
        let counts = [
            ("placed", within.into()),
            ("out", (plan.lines.len() - within).into()),
            ("blocked", plan.blocked.len().into()),
        ];
        let mut words = if plan.lines.is_empty() && plan.blocked.is_empty() {
            return Safe::default();
        } else {
            texts.tell("propose-counts", &counts)
        };
        for (holds, remark) in [(plan.is_proven, "propose-unproven"), (plan.is_dated, "propose-undated")] {
            if !holds {
                words.push(&Safe::own(" "));
                words.push(&texts.say(remark));
            }
        }
        words
    }
}
