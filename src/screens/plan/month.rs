//! Month: the sessions of all seasons on a grid of days, with holidays, and the days the tutor in hand is away.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Sieve, agenda};
use crate::command::Command;
use crate::domain::{Id, Kind, Link, Person, RecordRef, Session, SessionStatus};
use crate::layer::Cx;
use crate::planning::holidays::{holiday, is_free};
use crate::planning::tutors::absence;
use crate::text::Safe;
use crate::widgets::frame::across;
use crate::widgets::month::{DayCell, DayWeight, MonthGrid, Week};
use crate::widgets::put;
use crate::widgets::table::{Cell, Table, TableRow};

/// The most days one session is shown on: of longer ones the last day is most likely a slip.
const DAYS_MOST: usize = 31;

/// The rows a grid takes at the least: one a week, and the weekdays.
const ROWS_LEAST: u16 = 7;

/// The rows below the grid that are kept for the day's sessions.
const BELOW: u16 = 4;

/// The month around a day.
#[derive(Debug, Default)]
pub(super) struct Month {
    /// The day under the cursor; today until somebody goes elsewhere.
    day: Option<Date>,
    /// Which of the day's sessions is meant.
    session: Option<Id>,
    /// The sessions of the days on the grid.
    days: BTreeMap<Date, Vec<Link>>,
    /// Those sessions by day, each once.
    sessions: Vec<Link>,
    /// Days the tutor in hand cannot be asked.
    away: BTreeSet<Date>,
}

impl Month {
    /// The day under the cursor.
    pub(super) fn day(&self, cx: &Cx<'_>) -> Date {
        self.day.unwrap_or(cx.showing.today)
    }

    /// Puts the cursor on a day.
    pub(super) fn go_to(&mut self, day: Date) {
        self.day = Some(day);
    }

    /// The sessions on the grid.
    pub(super) fn sessions(&self) -> &[Link] {
        &self.sessions
    }

    /// The session of the day that is meant: the one in hand, else the first.
    pub(super) fn chosen(&self, cx: &Cx<'_>) -> Option<Link> {
        let on = self.days.get(&self.day(cx))?;
        on.iter().find(|link| Some(&link.id) == self.session.as_ref()).or(on.first()).cloned()
    }

    /// Takes a session of the day in hand; whether it is there.
    pub(super) fn choose(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        self.session = Some(link.id.clone());
        self.chosen(cx).as_ref() == Some(link)
    }

    /// The other sessions of the day: which of them the next one is, round and round.
    pub(super) fn choose_next(&mut self, cx: &Cx<'_>) {
        let Some(on) = self.days.get(&self.day(cx)) else { return };
        let chosen = self.chosen(cx);
        let at = on.iter().position(|link| Some(link) == chosen.as_ref()).unwrap_or(0);
        self.session = on.get((at + 1) % on.len().max(1)).map(|link| link.id.clone());
    }

    /// How many sessions there are on the day under the cursor.
    pub(super) fn count(&self, cx: &Cx<'_>) -> usize {
        self.days.get(&self.day(cx)).map_or(0, Vec::len)
    }

    /// Looks up what is on in the month of the day under the cursor.
    pub(super) fn gather(&mut self, cx: &Cx<'_>, sieve: &Sieve, tutor: Option<&Link>) {
        let (first, last) = grid(self.day(cx));
        self.days.clear();
        let mut on: Vec<(&Session, Link)> = Vec::new();
        for session in cx.showing.book.all::<Session>() {
            let Some(begins) = session.date else { continue };
            let ends = session.last_day.unwrap_or(begins).max(begins);
            let link = Link::new(Kind::Session, session.id.clone());
            if begins <= last && ends >= first && sieve.lets(cx, std::iter::once(&link)) {
                on.push((session, link));
            }
        }
        on.sort_by(|(one, a), (other, b)| (one.date, one.time, a).cmp(&(other.date, other.time, b)));
        for (session, link) in &on {
            let Some(begins) = session.date else { continue };
            let ends = session.last_day.unwrap_or(begins).max(begins);
            let days = begins.series(Span::new().days(1)).take(DAYS_MOST).take_while(|day| *day <= ends);
            for day in days.filter(|day| (first..=last).contains(day)) {
                self.days.entry(day).or_default().push(link.clone());
            }
        }
        self.sessions = on.into_iter().map(|(_, link)| link).collect();
        let person = tutor.filter(|link| link.kind == Kind::Person);
        let person = person.and_then(|link| cx.showing.book.get::<Person>(&link.id));
        let away = |day: &Date| person.is_some_and(|person| absence(person, *day, *day).is_some());
        self.away = first.series(Span::new().days(1)).take_while(|day| *day <= last).filter(away).collect();
    }

    /// Moves the cursor.
    pub(super) fn run(&mut self, cx: &Cx<'_>, command: Command) {
        let day = self.day(cx);
        let step = match command {
            Command::DayBefore => Span::new().days(-1),
            Command::DayAfter => Span::new().days(1),
            Command::Up => Span::new().days(-7),
            Command::Down => Span::new().days(7),
            Command::PageUp => Span::new().months(-1),
            Command::PageDown => Span::new().months(1),
            _ => Span::new(),
        };
        let to = match command {
            Command::First => day.first_of_month(),
            Command::Last => day.last_of_month(),
            _ => day.checked_add(step).unwrap_or(day),
        };
        self.day = Some(to);
        self.session = None;
    }

    /// The month's name and year.
    pub(super) fn remark(&self, cx: &Cx<'_>) -> Safe {
        let day = self.day(cx);
        let month = cx.showing.texts.say(&format!("month-{}", day.month()));
        Safe::line(&format!("{month} {}", day.year()))
    }

    /// Draws the grid, and below it what is on on the day.
    pub(super) fn view(
        &self,
        cx: &Cx<'_>,
        area: Rect,
        buffer: &mut Buffer,
        coaching: Option<&Id>,
        tutor: Option<&Link>,
    ) {
        let grid = self.grid(cx);
        let most = area.height.saturating_sub(BELOW).max(ROWS_LEAST);
        let height = MonthGrid::height(most).min(area.height);
        grid.draw(buffer, Rect { height, ..area }, cx.looks);
        let below = Rect { y: area.y + height, height: area.height - height, ..area };
        self.view_day(cx, below, buffer, &self.heading(cx, coaching, tutor));
    }

    fn grid(&self, cx: &Cx<'_>) -> MonthGrid {
        let texts = cx.showing.texts;
        let day = self.day(cx);
        let (first, last) = grid(day);
        let all: Vec<Date> = first.series(Span::new().days(1)).take_while(|day| *day <= last).collect();
        let weeks = all.chunks(7).map(|days| Week {
            number: days.first().map(|day| Safe::line(&day.iso_week_date().week().to_string())).unwrap_or_default(),
            days: days.iter().map(|on| self.cell(cx, *on, day.month())).collect(),
        });
        let at = all.iter().position(|on| *on == day).unwrap_or(0);
        MonthGrid {
            corner: texts.say("month-week"),
            weekdays: all.iter().take(7).map(|day| texts.weekday(*day)).collect(),
            weeks: weeks.collect(),
            cursor: Some((at / 7, at % 7)),
        }
    }

    fn cell(&self, cx: &Cx<'_>, on: Date, month: i8) -> DayCell {
        let links = self.days.get(&on).map(Vec::as_slice).unwrap_or_default();
        let mut marks = match links.len() {
            count @ 0..=3 => cx.looks.marked().repeat(count),
            count => format!("{}{count}", cx.looks.marked()),
        };
        if self.away.contains(&on) {
            marks.push('-');
        }
        if holiday(on).is_some() {
            marks.push('*');
        }
        DayCell {
            number: Safe::line(&format!("{:>2}", on.day())),
            marks: Safe::line(&marks),
            lines: links.iter().map(|link| short(cx, link)).collect(),
            weight: match () {
                () if on.month() != month => DayWeight::Outside,
                () if is_free(on) => DayWeight::Free,
                () => DayWeight::Plain,
            },
            today: on == cx.showing.today,
        }
    }

    fn view_day(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer, heading: &Safe) {
        if area.height == 0 {
            return;
        }
        across(buffer, Rect { height: 1, ..area }, cx.looks);
        put(buffer, area.x + 3, area.y, area.width.saturating_sub(6), heading, cx.looks.strong());
        let list = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let links = self.days.get(&self.day(cx)).map(Vec::as_slice).unwrap_or_default();
        if links.is_empty() {
            let words = cx.showing.texts.say("month-nothing");
            put(buffer, list.x + 2, list.y, list.width.saturating_sub(2), &words, cx.looks.dim());
            return;
        }
        let chosen = self.chosen(cx);
        let at = links.iter().position(|link| Some(link) == chosen.as_ref()).unwrap_or(0);
        let height = usize::from(list.height);
        let top = (at + 1).saturating_sub(height);
        let rows = links.iter().skip(top).take(height);
        let rows = rows.map(|link| TableRow { cells: day_cells(cx, link), ..TableRow::default() });
        Table { rows: rows.collect(), shares: vec![2, 6, 5], cursor: Some(at - top) }.draw(buffer, list, cx.looks);
    }

    /// The day, what is special about it, and for whom a new session would be.
    fn heading(&self, cx: &Cx<'_>, coaching: Option<&Id>, tutor: Option<&Link>) -> Safe {
        let texts = cx.showing.texts;
        let day = self.day(cx);
        let mut parts = vec![texts.day(day, cx.showing.today)];
        parts.extend(holiday(day).map(|holiday| texts.say(holiday.text_id())));
        if self.away.contains(&day)
            && let Some(tutor) = tutor
        {
            parts.push(texts.tell("month-away", &[("who", cx.showing.link(tutor).into())]));
        }
        if let Some(coaching) = coaching {
            let of = cx.showing.id(Kind::Coaching, Some(coaching));
            parts.push(texts.tell("month-for", &[("what", of.into())]));
        }
        Safe::join(parts, &Safe::own(" · "))
    }
}

/// The Monday on or before the first of a day's month, and the Sunday on or after its last.
fn grid(day: Date) -> (Date, Date) {
    let first = day.first_of_month();
    let before = i64::from(first.weekday().to_monday_zero_offset());
    let from = first.checked_sub(Span::new().days(before)).unwrap_or(first);
    let last = day.last_of_month();
    let after = 6 - i64::from(last.weekday().to_monday_zero_offset());
    (from, last.checked_add(Span::new().days(after)).unwrap_or(last))
}

/// So short that a name fits into a day: the municipality it is for, else its title.
fn short(cx: &Cx<'_>, link: &Link) -> Safe {
    let Some(RecordRef::Session(session)) = cx.showing.book.record(link) else { return Safe::default() };
    let name = match session.municipalities.as_slice() {
        [one] => cx.showing.id(Kind::Municipality, Some(one)),
        _ => cx.showing.title(RecordRef::Session(session)),
    };
    match session.status {
        Some(SessionStatus::Cancelled) => Safe::line(&format!("({name})")),
        _ => name,
    }
}

/// Time, title, where it stands.
fn day_cells(cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
    let mut cells = agenda::cells(cx, link);
    if let (Some(first), Some(RecordRef::Session(session))) = (cells.first_mut(), cx.showing.book.record(link)) {
        let texts = cx.showing.texts;
        first.text = session.time.map_or_else(|| Safe::own("–"), |time| texts.time(time));
    }
    cells
}
