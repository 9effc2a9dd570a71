//! Today: what needs a hand, most urgent first; every row jumps to its record, and the key at its right cures it.
//!
//! Owns how much of each group is seen, the cursor, and which command a cure is. What counts as a concern, and in
//! which order, is `planning/today.rs`; its words are `cards/concerns.rs`.

mod fit;
mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::cards::concerns::figures;
use crate::command::Command;
use crate::dialogs::form::FormDialog;
use crate::domain::{Act, Kind, Link, Record, RecordRef, Value};
use crate::layer::{Answer, Cx, Destination, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::answerers::{Time, time};
use crate::planning::figures::glance;
use crate::planning::questionnaires::FOLLOW_UP;
use crate::planning::today::{Concern, Cure, Group, Why, concerns};
use crate::text::Safe;
use crate::widgets::line::InputLine;

use fit::{Line, fitted};

/// Rows above the list: the figures, and a blank one.
const HEAD: u16 = 2;

/// Something that needs a hand.
#[derive(Clone, Debug, PartialEq)]
enum Item {
    Concern(Concern),
    /// A form that was begun, by its draft's name.
    Draft(String),
    /// What could not be read, by its number.
    Problem(usize),
}

impl Item {
    fn group(&self) -> Group {
        match self {
            Self::Concern(concern) => concern.group,
            Self::Draft(_) => Group::Drafts,
            Self::Problem(_) => Group::Problems,
        }
    }

    fn cure(&self) -> Cure {
        match self {
            Self::Concern(concern) => concern.cure,
            Self::Draft(_) | Self::Problem(_) => Cure::Open,
        }
    }

    /// Where it leads.
    fn to(&self) -> Destination {
        match self {
            Self::Concern(Concern { group: Group::Unsettled, about, .. }) => Destination::Settling(about.clone()),
            Self::Concern(concern) => Destination::Record(concern.about.clone()),
            Self::Draft(name) => Destination::Unfinished(name.clone()),
            Self::Problem(_) => Destination::Problems,
        }
    }
}

/// The command that cures.
const fn command(cure: Cure) -> Command {
    match cure {
        Cure::Open => Command::Open,
        Cure::Who => Command::Who,
        Cure::When => Command::When,
        Cure::Write => Command::CopyAddresses,
        Cure::Status | Cure::Done => Command::NextStatus,
        Cure::Fill(_) => Command::Quick,
        Cure::Feedback => Command::New,
        Cure::Action => Command::Act,
        Cure::Coverage => Command::NextView,
    }
}

/// The screen.
#[derive(Debug, Default)]
pub struct Today {
    figures: Safe,
    items: Vec<Item>,
    lines: Vec<Line>,
    cursor: usize,
    top: usize,
    /// Whether somebody has moved the cursor: until then it is on the most urgent row.
    moved: bool,
    /// Only what is the user's own, and what is nobody's.
    mine: bool,
    /// The one group that is shown whole.
    alone: Option<Group>,
}

impl Today {
    fn gather(&self, cx: &Cx<'_>) -> Vec<Item> {
        let mine = cx.me.filter(|_| self.mine);
        let concerns = concerns(cx.showing, mine).into_iter().map(Item::Concern);
        let drafts = cx.unfinished.iter().map(|unfinished| Item::Draft(unfinished.name.clone()));
        let problems = (0..cx.problems.len()).map(Item::Problem);
        let mut items: Vec<Item> = concerns.chain(drafts).chain(problems).collect();
        // Each of them is in its own order already.
        items.sort_by_key(Item::group);
        items
    }

    /// The lines there are for this much room, the cursor on what it was on, else where it was.
    fn lay_out(&mut self, cx: &Cx<'_>, kept: Option<&Item>) {
        let groups: Vec<Group> = self.items.iter().map(Item::group).collect();
        self.lines = fitted(&groups, height(cx), self.alone);
        let is_kept = |item: &Item| kept.is_some_and(|kept| is_same(kept, item));
        let again = self.lines.iter().position(|line| self.item_of(line).is_some_and(is_kept));
        let first = self.lines.iter().position(Line::leads);
        let from = if self.moved { self.cursor } else { 0 };
        let near =
            (from..self.lines.len()).chain((0..from).rev()).find(|at| self.lines.get(*at).is_some_and(Line::leads));
        self.cursor = again.or(near).or(first).unwrap_or(0);
        self.settle(cx);
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let height = height(cx);
        self.cursor = self.cursor.min(self.lines.len().saturating_sub(1));
        // A heading stays on the screen with its first row.
        let above = self.cursor.saturating_sub(1);
        self.top = self.top.min(above).max((self.cursor + 1).saturating_sub(height));
    }

    fn step(&mut self, cx: &Cx<'_>, command: Command) {
        let leads = |number: &usize| self.lines.get(*number).is_some_and(Line::leads);
        let last = self.lines.len();
        let page = height(cx).saturating_sub(1).max(1);
        let next = match command {
            Command::Up => (0..self.cursor).rev().find(leads),
            Command::Down => (self.cursor + 1..last).find(leads),
            Command::PageUp => (0..=self.cursor.saturating_sub(page)).rev().find(leads).or((0..last).find(leads)),
            Command::PageDown => ((self.cursor + page).min(last)..last).find(leads).or((0..last).rev().find(leads)),
            Command::First => (0..last).find(leads),
            _ => (0..last).rev().find(leads),
        };
        self.cursor = next.unwrap_or(self.cursor);
        self.settle(cx);
    }

    fn item_of(&self, line: &Line) -> Option<&Item> {
        if let Line::Item(at) = line { self.items.get(*at) } else { None }
    }

    /// What the cursor is on.
    fn item(&self) -> Option<&Item> {
        self.item_of(self.lines.get(self.cursor)?)
    }

    fn concern(&self) -> Option<&Concern> {
        match self.item()? {
            Item::Concern(concern) => Some(concern),
            _ => None,
        }
    }

    /// The record the cursor is on.
    fn record<'a>(&self, cx: &Cx<'a>) -> Option<RecordRef<'a>> {
        cx.showing.book.record(&self.concern()?.about)
    }

    /// Enter: to the record, to the rest of a group, or to the coverage of all municipalities.
    fn open(&mut self, cx: &Cx<'_>) -> Reply {
        match self.lines.get(self.cursor) {
            Some(Line::More(group, _)) => {
                self.show(cx, Some(*group));
                Reply::default()
            }
            _ => match self.item() {
                Some(item) if item.cure() == Cure::Coverage => coverage(),
                Some(item) => Reply::step(Step::Go(item.to())),
                None => Reply::default(),
            },
        }
    }

    /// One group whole, or all of them.
    fn show(&mut self, cx: &Cx<'_>, alone: Option<Group>) {
        let group = std::mem::replace(&mut self.alone, alone);
        self.moved = alone.is_none();
        (self.cursor, self.top) = (0, 0);
        self.lay_out(cx, None);
        let back = self
            .lines
            .iter()
            .position(|line| alone.is_none() && matches!(line, Line::More(of, _) if Some(*of) == group));
        self.cursor = back.unwrap_or(self.cursor);
        self.settle(cx);
    }

    /// The change that says that a material came or a thing is done.
    fn done(&self, cx: &Cx<'_>) -> Option<Wish> {
        let concern = self.concern()?;
        let Some(RecordRef::Session(session)) = self.record(cx) else { return None };
        let mut after = session.clone();
        match &concern.why {
            Why::Material(row) => {
                let material = after.materials.make_mut().iter_mut().find(|material| material.id == *row)?;
                material.received_on = Some(cx.showing.today);
            }
            Why::Task(row) => after.checklist.make_mut().iter_mut().find(|task| task.id == *row)?.done = Some(true),
            _ => return None,
        }
        let before = Some(Record::Session(session.clone()));
        Some(Wish { act: Act::Edit, changes: vec![Change { before, after: Some(Record::Session(after)) }] })
    }

    /// A form of the fields the row is about.
    fn fill(&self, cx: &Cx<'_>) -> Reply {
        match (self.record(cx), self.concern().map(|concern| concern.cure)) {
            (Some(record), Some(Cure::Fill(fields))) => Reply::push(FormDialog::edit(cx, record, fields)),
            _ => Reply::default(),
        }
    }
}

/// How many lines there is room for.
fn height(cx: &Cx<'_>) -> usize {
    usize::from(cx.body.height.saturating_sub(HEAD)).max(1)
}

fn coverage() -> Reply {
    Reply::step(Step::Tell(Answer::Run(Command::Coverage)))
}

/// Whether this is still the same concern, however it stands with it now.
fn is_same(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Concern(one), Item::Concern(other)) => {
            let row = |why: &Why| match why {
                Why::Material(row) | Why::Task(row) => Some(row.clone()),
                _ => None,
            };
            (one.group, &one.about, row(&one.why)) == (other.group, &other.about, row(&other.why))
        }
        (one, other) => one == other,
    }
}

impl Layer for Today {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Down, First, Last, Mine, NextStatus, NextView, Open, PageDown, PageUp, Quick, Up};
        let cure = self.item().map(Item::cure);
        match command {
            Back | Up | Down | PageUp | PageDown | First | Last => Ok(()),
            Open => self.lines.get(self.cursor).filter(|line| line.leads()).map(|_| ()).ok_or("nothing-here"),
            Mine => cx.me.map(|_| ()).ok_or("today-who"),
            NextView if cure == Some(Cure::Coverage) => Ok(()),
            NextStatus if cure == Some(Cure::Done) => Ok(()),
            Quick if matches!(cure, Some(Cure::Fill(_))) => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Open => return self.open(cx),
            Command::NextView => return coverage(),
            Command::NextStatus => return Reply { wish: self.done(cx), ..Reply::default() },
            Command::Quick => return self.fill(cx),
            Command::Back if self.alone.is_some() => self.show(cx, None),
            Command::Back => {}
            Command::Mine => {
                self.mine = !self.mine;
                self.moved = false;
                self.refresh(cx);
            }
            command => {
                self.moved = true;
                self.step(cx, command);
            }
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let texts = cx.showing.texts;
        self.figures = match cx.showing.season {
            Some(season) => figures(cx.showing, &glance(cx.showing.book, season, cx.showing.today)),
            None => texts.say(if cx.loading { "loading" } else { "no-season" }),
        };
        let kept = self.item().filter(|_| self.moved).cloned();
        self.items = self.gather(cx);
        if self.alone.is_some_and(|group| self.items.iter().all(|item| item.group() != group)) {
            self.alone = None;
        }
        self.lay_out(cx, kept.as_ref());
    }

    fn makes(&self) -> Option<Kind> {
        (self.item()?.cure() == Cure::Feedback).then_some(Kind::Feedback)
    }

    fn asks_about(&self, cx: &Cx<'_>) -> Option<Link> {
        let concern =
            self.concern().filter(|concern| concern.group == Group::After && concern.cure != Cure::Feedback)?;
        (time(cx.showing.book, &concern.about, cx.showing.today) == Some(Time::Held)).then(|| concern.about.clone())
    }

    fn begins(&self, cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        let about = self.concern().filter(|concern| concern.cure == Cure::Feedback);
        let Some(concern) = about else { return Vec::new() };
        let municipality = match self.record(cx) {
            Some(RecordRef::Session(session)) => match session.municipalities.as_slice() {
                [one] => Some(("municipality", Value::Ref(one.clone()))),
                _ => None,
            },
            _ => None,
        };
        let voice = ("voice", Value::Choice("receiving"));
        let later = matches!(concern.why, Why::Later(_)).then(|| ("questionnaire", Value::Text(FOLLOW_UP.into())));
        let about = ("about", Value::Link(concern.about.clone()));
        [about, voice].into_iter().chain(municipality).chain(later).collect()
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        let concern = self.concern().filter(|concern| concern.cure != Cure::Coverage);
        concern.map(|concern| concern.about.clone()).into_iter().collect()
    }

    fn footer(&self, cx: &Cx<'_>) -> Vec<Command> {
        let mut commands = vec![Command::Open];
        commands.extend(self.item().map(|item| command(item.cure())).filter(|cure| *cure != Command::Open));
        commands.extend(self.alone.map(|_| Command::Back));
        commands.extend([Command::Help, Command::Lookup]);
        commands.extend(cx.me.map(|_| Command::Mine));
        commands.extend([Command::NextTab, Command::Palette, Command::Season]);
        commands
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match (command, self.concern().map(|concern| &concern.why)) {
            (Command::NextView, Some(Why::Never(..))) => Some("view-coverage"),
            (Command::NextStatus, Some(Why::Material(_))) => Some("mark-received"),
            (Command::NextStatus, Some(Why::Task(_))) => Some("mark-done"),
            _ => None,
        }
    }

    fn enter(&self) -> &'static str {
        if self.item().is_none() { "enter-list" } else { "enter-there" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let remark = match cx.me {
            Some(_) if self.mine => texts.say("today-mine"),
            Some(_) => texts.say("today-all"),
            None => Safe::default(),
        };
        // That these are everybody's may be left out, that they are not must be said.
        let fits = self.figures.width() + remark.width() + 4 <= usize::from(area.width);
        let remark = if fits || self.mine { remark } else { Safe::default() };
        InputLine { label: self.figures.clone(), remark, ..InputLine::default() }.draw(buffer, area, cx.looks);
        let list = Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD), ..area };
        if self.lines.is_empty() && !cx.loading {
            let words = texts.say("today-nothing");
            crate::widgets::put(buffer, list.x + 2, list.y, list.width, &words, cx.looks.plain());
        }
        self.draw_lines(cx, list, buffer);
        None
    }
}
