//! Today: what needs a hand, most urgent first; every row jumps to its record.

use ecow::eco_format;
use jiff::{Span, civil::Date};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::show::Showing;
use crate::command::Command;
use crate::dialogs::unfinished::described;
use crate::domain::{Kind, Link, RecordRef, Session, SessionStatus};
use crate::layer::{Cx, Destination, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::merge::disputed;
use crate::planning::figures::{exists_on, reach};
use crate::planning::readiness::{of_person, of_session};
use crate::text::Safe;
use crate::widgets::line::InputLine;
use crate::widgets::table::{Cell, Table, TableRow, Weight};

/// How far ahead sessions are shown, in days.
const DAYS_AHEAD: i64 = 14;
/// The most rows of one section where not everything fits.
const ROWS_MOST: usize = 7;

/// One row: a heading, or something that needs a hand.
#[derive(Clone, Debug)]
struct Row {
    cells: TableRow,
    to: Option<Destination>,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Today {
    figures: Safe,
    rows: Vec<Row>,
    cursor: usize,
    top: usize,
    /// Whether somebody has moved the cursor: until then it is on the most urgent row.
    moved: bool,
}

impl Today {
    /// All sections; each only its first rows where not everything fits on the screen.
    fn gather(cx: &Cx<'_>) -> Vec<Row> {
        let never = if is_known(cx) { "today-never-reached" } else { "today-never-reached-known" };
        let whole = |rows: Vec<Row>| (rows.len(), rows);
        let sections = [
            ("today-unfinished", whole(unfinished(cx))),
            ("today-settle", whole(unsettled(cx))),
            ("today-coming", whole(coming(cx))),
            ("today-problems", whole(problems(cx))),
            ("today-no-contact", without_contact(cx)),
            (never, whole(never_reached(cx))),
        ];
        let needed: usize = sections.iter().map(|(_, (count, _))| count + 1).sum();
        let fits = needed <= usize::from(cx.body.height.saturating_sub(2));
        let most = if fits { usize::MAX } else { ROWS_MOST };
        let mut rows = Vec::new();
        for (heading, (count, found)) in sections {
            section(cx, &mut rows, heading, (count, found), most);
        }
        rows
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let height = usize::from(cx.body.height.saturating_sub(2)).max(1);
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        // A heading stays on the screen with its first row.
        let above = self.cursor.saturating_sub(1);
        self.top = self.top.min(above).max((self.cursor + 1).saturating_sub(height));
    }

    fn step(&mut self, cx: &Cx<'_>, command: Command) {
        let leads = |number: &usize| self.rows.get(*number).is_some_and(|row| row.to.is_some());
        let last = self.rows.len();
        let page = usize::from(cx.body.height).saturating_sub(3).max(1);
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

    fn target(&self) -> Option<&Destination> {
        self.rows.get(self.cursor)?.to.as_ref()
    }
}

fn is_known(cx: &Cx<'_>) -> bool {
    cx.showing.season.is_none_or(|season| !reach(cx.showing.book, season).as_far_as_known)
}

/// Adds a heading and its rows, so many at the most; of `count` rows only the first may have been made.
fn section(cx: &Cx<'_>, rows: &mut Vec<Row>, heading: &str, (count, found): (usize, Vec<Row>), most: usize) {
    if found.is_empty() {
        return;
    }
    let texts = cx.showing.texts;
    let title = Cell::new(texts.say(heading));
    rows.push(Row { cells: TableRow { cells: vec![title], heading: true, ..TableRow::default() }, to: None });
    let more = count.saturating_sub(most);
    let more_to = found.get(most).and_then(|row| row.to.clone());
    rows.extend(found.into_iter().take(most));
    if more > 0 {
        let words = texts.tell("and-more", &[("count", more.into())]);
        rows.push(Row { cells: TableRow { cells: vec![Cell::dim(words)], ..TableRow::default() }, to: more_to });
    }
}

fn row(what: Safe, context: Safe, why: Safe, weight: Weight, to: Destination) -> Row {
    let why = Cell { text: why, weight, matched: Vec::new() };
    Row {
        cells: TableRow { cells: vec![Cell::new(what), Cell::dim(context), why], ..TableRow::default() },
        to: Some(to),
    }
}

/// Sessions of the next days, with what they lack.
fn coming(cx: &Cx<'_>) -> Vec<Row> {
    let Showing { book, texts, today, .. } = cx.showing;
    let until = today.checked_add(Span::new().days(DAYS_AHEAD)).unwrap_or(today);
    let ahead = |day: Date| today <= day && day <= until;
    let mut sessions: Vec<&Session> = book
        .all::<Session>()
        .filter(|session| session.date.is_some_and(ahead) && session.status != Some(SessionStatus::Cancelled))
        .collect();
    sessions.sort_by_key(|session| (session.date, session.time));
    let rows = sessions.into_iter().map(|session| {
        let day = session.date.map(|day| texts.day(day, today)).unwrap_or_default();
        let gaps: Vec<Safe> =
            of_session(book, session, today).into_iter().map(|gap| texts.say(gap.text_id())).collect();
        let why = Safe::join(&gaps, &Safe::own(" · "));
        let title = cx.showing.title(RecordRef::Session(session));
        let link = Link::new(Kind::Session, session.id.clone());
        row(Safe::line(&eco_format!("{day}  {title}")), Safe::default(), why, Weight::Plain, Destination::Record(link))
    });
    rows.collect()
}

/// Forms that were begun and not finished.
fn unfinished(cx: &Cx<'_>) -> Vec<Row> {
    let rows = cx.unfinished.iter().map(|unfinished| {
        let cell = Cell::new(described(cx, unfinished));
        let to = Destination::Unfinished(unfinished.name.clone());
        Row { cells: TableRow { cells: vec![cell], ..TableRow::default() }, to: Some(to) }
    });
    rows.collect()
}

/// Records of which two people gave a field two values.
fn unsettled(cx: &Cx<'_>) -> Vec<Row> {
    let rows = cx.showing.book.unsettled().map(|record| {
        let fields = record.kept().conflicts.iter().filter_map(|conflict| disputed(record, conflict));
        let labels: Vec<Safe> = fields.map(|about| cx.showing.texts.field(about.column.label)).collect();
        let why = Safe::join(&labels, &Safe::own(", "));
        let kind = cx.showing.texts.say(&eco_format!("kind-{}", record.kind().key()));
        row(cx.showing.title(record), kind, why, Weight::Warning, Destination::Settling(record.link()))
    });
    rows.collect()
}

/// What could not be read; each in one cell, as its sentence is long.
fn problems(cx: &Cx<'_>) -> Vec<Row> {
    let rows = cx.problems.iter().map(|problem| {
        let words = eco_format!("{}  {}", problem.place(), problem.sentence(cx.showing.texts));
        let weight = if problem.is_notice() { Weight::Dim } else { Weight::Warning };
        let cell = Cell { text: Safe::line(&words), weight, matched: Vec::new() };
        Row { cells: TableRow { cells: vec![cell], ..TableRow::default() }, to: Some(Destination::Problems) }
    });
    rows.collect()
}

/// People of the season with neither phone nor e-mail.
fn without_contact(cx: &Cx<'_>) -> (usize, Vec<Row>) {
    let Some(season) = cx.showing.season else { return (0, Vec::new()) };
    let people = cx.finder.in_order(Kind::Person).iter().filter_map(|place| cx.showing.book.at(*place));
    let gaps = people.filter_map(|record| {
        let RecordRef::Person(person) = record else { return None };
        Some((record, person, of_person(person, season)?))
    });
    // In a large book they are many: of those not shown only the first is asked for, by "and more".
    let gaps: Vec<_> = gaps.collect();
    let rows = gaps.iter().take(ROWS_MOST.max(usize::from(cx.body.height)) + 1).map(|&(record, person, ref gap)| {
        let words = cx.showing.texts.say(gap.text_id());
        let place = person.present_affiliations(cx.showing.today).find_map(|row| row.at.as_ref());
        let place = place.map(|link| cx.showing.link(link)).unwrap_or_default();
        row(cx.showing.title(record), place, words, Weight::Dim, Destination::Record(record.link()))
    });
    (gaps.len(), rows.collect())
}

/// Target municipalities that were not reached and are still there, in the order of their names.
fn never_reached(cx: &Cx<'_>) -> Vec<Row> {
    let Some(season) = cx.showing.season else { return Vec::new() };
    let reach = reach(cx.showing.book, season);
    let missing: std::collections::HashSet<_> = reach.never.iter().collect();
    let all = cx.finder.in_order(Kind::Municipality).iter().filter_map(|place| cx.showing.book.at(*place));
    let is_there =
        |record: &RecordRef<'_>| matches!(record, RecordRef::Municipality(it) if exists_on(it, cx.showing.today));
    let rows = all.filter(|record| missing.contains(record.id())).filter(is_there).map(|record| {
        let cells = crate::cards::columns::cells(cx.showing, record);
        let mut cells = cells.into_iter().map(|cell| cell.text);
        let (name, other, state) = (cells.next(), cells.next(), cells.next());
        row(
            name.unwrap_or_default(),
            other.unwrap_or_default(),
            state.unwrap_or_default(),
            Weight::Dim,
            Destination::Record(record.link()),
        )
    });
    rows.collect()
}

/// The season's figures on one line.
fn figures(cx: &Cx<'_>) -> Safe {
    let texts = cx.showing.texts;
    let Some(season) = cx.showing.season else { return texts.say(if cx.loading { "loading" } else { "no-season" }) };
    let reach = reach(cx.showing.book, season);
    texts.tell(
        if reach.as_far_as_known { "today-figures-known" } else { "today-figures" },
        &[
            ("season", Safe::line(&season.name).into()),
            ("reached", reach.reached.len().into()),
            ("targets", reach.targets.len().into()),
        ],
    )
}

impl Layer for Today {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Down, First, Last, Open, PageDown, PageUp, Up};
        match command {
            Back | Up | Down | PageUp | PageDown | First | Last => Ok(()),
            Open => self.target().map(|_| ()).ok_or("nothing-here"),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Open => match self.target() {
                Some(to) => return Reply::step(Step::Go(to.clone())),
                None => return Reply::default(),
            },
            Command::Back => {}
            command => {
                self.moved = true;
                self.step(cx, command);
            }
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let kept = self.target().filter(|_| self.moved).cloned();
        self.figures = figures(cx);
        self.rows = Self::gather(cx);
        let leads = |row: &Row| row.to.is_some();
        let again = self.rows.iter().position(|row| row.to.is_some() && row.to == kept);
        self.cursor = again.or_else(|| self.rows.iter().position(leads)).unwrap_or(0);
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        match self.target() {
            Some(Destination::Record(link)) => vec![link.clone()],
            _ => Vec::new(),
        }
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Lookup, Command::NextTab, Command::Help, Command::Palette, Command::Season]
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        InputLine { label: self.figures.clone(), ..InputLine::default() }.draw(buffer, area, cx.looks);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.rows.is_empty() && !cx.loading {
            crate::widgets::put(
                buffer,
                list.x + 2,
                list.y,
                list.width,
                &cx.showing.texts.say("today-nothing"),
                cx.looks.plain(),
            );
        }
        let rows = self.rows.iter().skip(self.top).take(usize::from(list.height)).map(|row| row.cells.clone());
        let cursor = self.target().and_then(|_| self.cursor.checked_sub(self.top));
        Table { rows: rows.collect(), shares: vec![4, 2, 4], cursor }.draw(buffer, list, cx.looks);
        None
    }
}
