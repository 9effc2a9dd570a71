//! The poll of a session's days: the text to send, the answers typed as they come, and the day that suits.
//!
//! Owns the line one types answers into and the cursor among the days. What an answer says and which day is best is
//! decided in `planning`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::when::When;
use crate::domain::{Act, Availability, Candidate, Id, Kind, Link, Record, RecordRef, Session};
use crate::find::fold::Folded;
use crate::input::LineEdit;
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::poll::{
    Answered, chosen, common, letter, mail, parties, read, said, tongues, verdicts, with_answer,
};
use crate::text::Safe;
use crate::widgets::frame::across;
use crate::widgets::line::InputLine;
use crate::widgets::looks::Looks;
use crate::widgets::put;
use crate::widgets::table::{Cell, Col, Mark, Table, TableRow, fitted};

/// The poll.
#[derive(Debug)]
pub struct PollDialog {
    session: Id,
    line: LineEdit,
    /// Whether `y` begins copying, as no name of those who are asked goes on with it.
    copies_with_y: bool,
    cursor: usize,
}

impl PollDialog {
    /// The poll of this session, the cursor on the day that suits most.
    pub fn new(cx: &Cx<'_>, session: Id) -> Self {
        let mut dialog = Self { session, line: LineEdit::default(), copies_with_y: false, cursor: 0 };
        dialog.cursor = dialog.record(cx).and_then(common).unwrap_or(0);
        dialog.typed(cx);
        dialog
    }

    fn record<'a>(&self, cx: &Cx<'a>) -> Option<&'a Session> {
        cx.showing.book.get(&self.session)
    }

    fn take(&mut self, cx: &Cx<'_>) -> Reply {
        let Some(session) = self.record(cx) else { return Reply::step(Step::Pop(None)) };
        let answered = match read(cx.showing, cx.finder, cx.usage, session, self.line.text()) {
            Ok(answered) => answered,
            Err(unread) => return Reply::toast(unread.sentence(cx.showing)),
        };
        let after = with_answer(session, &answered);
        self.line.clear();
        self.cursor = common(&after).unwrap_or(self.cursor);
        self.typed(cx);
        let toast = Some(told(cx, &answered));
        Reply { wish: Some(wish(session, after)), toast, ..Reply::default() }
    }

    /// Sets the session on the day under the cursor.
    fn choose(&self, cx: &Cx<'_>) -> Reply {
        let Some(session) = self.record(cx) else { return Reply::step(Step::Pop(None)) };
        let Some(after) = chosen(session, self.cursor) else {
            return Reply::toast(cx.showing.texts.say("poll-no-date"));
        };
        let what = cx.showing.title(RecordRef::Session(session));
        let day = after.date.map(|day| cx.showing.texts.day(day, cx.showing.today)).unwrap_or_default();
        let toast = cx.showing.texts.tell("day-now", &[("what", what.into()), ("day", day.into())]);
        Reply { wish: Some(wish(session, after)), toast: Some(toast), step: Step::Pop(None), ..Reply::default() }
    }
}

fn wish(session: &Session, after: Session) -> Wish {
    let change = Change { before: Some(Record::Session(session.clone())), after: Some(Record::Session(after)) };
    Wish { act: Act::Edit, changes: vec![change] }
}

/// What was understood: `Pornainen: A, (C)`.
fn told(cx: &Cx<'_>, answered: &Answered) -> Safe {
    let texts = cx.showing.texts;
    let who = ("who", cx.showing.link(&answered.who).into());
    let letter = |(number, availability): &(usize, Availability)| match availability {
        Availability::IfNeeded => format!("({})", letter(*number)),
        _ => letter(*number),
    };
    let letters: Vec<String> = answered.slots.iter().map(letter).collect();
    if letters.is_empty() {
        return texts.tell("poll-answered-none", &[who]);
    }
    texts.tell("poll-answered", &[who, ("letters", Safe::line(&letters.join(", ")).into())])
}

/// The columns of the days: letter, day, verdict.
fn columns(width: u16) -> Vec<u16> {
    let day = if width < 60 { 15 } else { 20 };
    fitted(&[Col::fixed(3, 0), Col::fixed(day, 0), Col::grows(12, 0)], width)
}

/// Cells of a letter's column among the answers.
const LETTER: u16 = 5;

impl PollDialog {
    fn view_days(&self, cx: &Cx<'_>, session: &Session, area: Rect, buffer: &mut Buffer) {
        let best = common(session);
        let verdicts = verdicts(session);
        let height = usize::from(area.height);
        let top = (self.cursor + 1).saturating_sub(height);
        let rows = session.candidates.iter().zip(&verdicts).enumerate().skip(top).take(height);
        let rows = rows.map(|(number, (slot, verdict))| {
            let is_best = best == Some(number);
            let words = verdict.words(cx.showing);
            let cells = vec![
                Cell::new(Safe::line(&letter(number))),
                Cell::new(when(cx, slot)),
                if is_best { Cell::new(words) } else { Cell::dim(words) },
            ];
            TableRow { cells, mark: if is_best { Mark::Marked } else { Mark::None }, heading: false }
        });
        let rows = rows.collect();
        let cursor = self.cursor.checked_sub(top);
        Table { rows, cursor, ..Table::default() }.draw_in(buffer, area, &columns(area.width), cx.looks);
    }

    /// Who said what, a row each.
    fn view_answers(&self, cx: &Cx<'_>, session: &Session, area: Rect, buffer: &mut Buffer) {
        if area.height < 2 {
            return;
        }
        across(buffer, Rect { height: 1, ..area }, cx.looks);
        let names = (area.width / 3).clamp(12, 28);
        let x = area.x + 2 + names + 1;
        let fits = usize::from(area.right().saturating_sub(x) / LETTER);
        let first = (self.cursor + 1).saturating_sub(fits);
        let columns = || session.candidates.iter().enumerate().skip(first).take(fits).zip(0_u16..);
        for ((number, _), column) in columns() {
            let style = if number == self.cursor { cx.looks.accent() } else { cx.looks.dim() };
            put(buffer, x + column * LETTER, area.y + 1, LETTER, &Safe::line(&letter(number)), style);
        }
        let parties = parties(session);
        let room = usize::from(area.height - 2);
        let hidden = parties.len().saturating_sub(room);
        let shown = if hidden > 0 { room.saturating_sub(1) } else { room };
        for (who, y) in parties.iter().take(shown).zip(area.y + 2..) {
            put(buffer, area.x + 2, y, names, &cx.showing.link(who), cx.looks.plain());
            for ((_, slot), column) in columns() {
                let (mark, style) = mark_of(said(slot, who), cx.looks);
                put(buffer, x + column * LETTER, y, LETTER, &mark, style);
            }
        }
        if hidden > 0 && area.height > 2 {
            let more = Safe::line(&format!("{} {}", cx.looks.below(), parties.len() - shown));
            put(buffer, area.x + 2, area.bottom() - 1, area.width, &more, cx.looks.dim());
        }
    }
}

/// A day with its hour.
fn when(cx: &Cx<'_>, slot: &Candidate) -> Safe {
    let texts = cx.showing.texts;
    let day = slot.date.map_or_else(|| texts.say("gap-no-date"), |day| texts.day(day, cx.showing.today));
    let time = slot.time.map(|time| texts.time(time));
    Safe::join(std::iter::once(day).chain(time), &Safe::own("  "))
}

fn mark_of(said: Option<Availability>, looks: Looks) -> (Safe, ratatui::style::Style) {
    match said {
        Some(Availability::Yes) => (Safe::own(looks.tick()), looks.strong()),
        Some(Availability::IfNeeded) => (Safe::line(&format!("({})", looks.tick())), looks.plain()),
        Some(Availability::No) => (Safe::own("–"), looks.warning()),
        None => (Safe::own("?"), looks.dim()),
    }
}

impl Layer for PollDialog {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Down, Open, PageDown, PageUp, Up, When};
        let Some(session) = self.record(cx) else { return Err("record-removed") };
        match command {
            Open if session.candidates.is_empty() => Err("nothing-here"),
            Back | Down | Open | PageDown | PageUp | Up | When => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let last = self.record(cx).map_or(0, |session| session.candidates.len().saturating_sub(1));
        self.cursor = match command {
            Command::Back if !self.line.text().is_empty() => {
                self.line.clear();
                self.typed(cx);
                self.cursor
            }
            Command::Back => return Reply::step(Step::Pop(None)),
            Command::Open if !self.line.text().trim().is_empty() => return self.take(cx),
            Command::Open => return self.choose(cx),
            Command::When => {
                let Some(session) = self.record(cx) else { return Reply::default() };
                return Reply::push(When::of_session(cx, session));
            }
            Command::Up => self.cursor.saturating_sub(1),
            Command::Down => (self.cursor + 1).min(last),
            Command::PageUp => 0,
            _ => last,
        };
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        Some(&mut self.line)
    }

    fn scope(&self) -> Scope {
        Scope::Line
    }

    fn takes_as_key(&self, letter: char) -> bool {
        letter == 'y' && self.copies_with_y
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        let begins =
            |link: &Link| Folded::of(cx.showing.link(link).as_str()).text.split(' ').any(|word| word.starts_with('y'));
        let named = self.record(cx).is_some_and(|session| parties(session).iter().any(begins));
        self.copies_with_y = self.line.text().is_empty() && !named;
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let last = self.record(cx).map_or(0, |session| session.candidates.len().saturating_sub(1));
        self.cursor = self.cursor.min(last);
        self.typed(cx);
    }

    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link> {
        // Those the text goes to.
        let Some(session) = self.record(cx) else { return Vec::new() };
        let people = session.contacts.iter().chain(&session.tutors);
        let mut people: Vec<Link> = people.map(|id| Link::new(Kind::Person, id.clone())).collect();
        people.dedup();
        people
    }

    fn to_copy(&self, cx: &Cx<'_>) -> Option<Safe> {
        let (book, session) = (cx.showing.book, self.record(cx)?);
        let tongues = tongues(book, session, cx.showing.texts.tongue());
        Some(mail(book, session, &tongues, cx.showing.today))
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        self.record(cx).is_none()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::CopyCard => Some("says-copy-letter"),
            Command::When => Some("says-more-days"),
            _ => None,
        }
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        let copy = self.copies_with_y.then_some(Command::CopyCard);
        [Command::Open].into_iter().chain(copy).chain([Command::When, Command::Back, Command::Help]).collect()
    }

    fn enter(&self) -> &'static str {
        if self.line.text().trim().is_empty() { "enter-day" } else { "enter-answer" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let session = self.record(cx)?;
        if area.height < 4 {
            return None;
        }
        let parties = parties(session);
        let is_silent = |who: &&Link| session.candidates.iter().all(|slot| said(slot, who).is_none());
        let answered = parties.iter().filter(|who| !is_silent(who)).count();
        let title = texts.tell("poll-title", &[("what", cx.showing.title(RecordRef::Session(session)).into())]);
        put(buffer, area.x + 1, area.y, area.width.saturating_sub(2), &title, cx.looks.strong());
        let (before, after) = self.line.around_cursor();
        // What one types is shown with the name of who is still to answer.
        let next = parties.iter().find(is_silent).or(parties.first()).map(|who| cx.showing.link(who));
        let next = next.filter(|_| self.line.text().is_empty());
        let hint = next.map(|name| texts.tell("poll-hint", &[("name", name.into())])).unwrap_or_default();
        let remark = texts.tell("poll-answers", &[("count", answered.into()), ("of", parties.len().into())]);
        let line = InputLine { label: texts.say("poll-answer"), before, after, hint, remark };
        let cursor = line.draw(buffer, Rect { y: area.y + 1, height: 1, ..area }, cx.looks);
        let days = u16::try_from(session.candidates.len()).unwrap_or(u16::MAX);
        let gap = u16::from(area.height >= 14);
        let below = area.height - 2 - gap;
        // The days come first; the answers have at least three rows, where there are so many.
        let days = days.min(below.saturating_sub(5)).max(1).min(below);
        let list = Rect { y: area.y + 2 + gap, height: days, ..area };
        self.view_days(cx, session, list, buffer);
        let rest = below - days;
        let gap = u16::from(rest > 8);
        let answers = Rect { y: list.bottom() + gap, height: rest - gap, ..area };
        self.view_answers(cx, session, answers, buffer);
        cursor
    }
}
