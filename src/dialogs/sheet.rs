//! The work sheet of a session: the whole of it on one page, every row changed where it stands.
//!
//! Whatever is changed is saved at once and can be taken back. The page shows what the card shows; what a key means
//! follows from the line it is pressed on.

mod marks;
mod numbers;
mod place;
mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::cards::session::{RowSpot, Spot, empty_fields, sheet};
use crate::command::Command;
use crate::dialogs::form::{FormDialog, Subject};
use crate::dialogs::grid::Grid;
use crate::dialogs::picker::{Choice, Picker};
use crate::dialogs::record::page;
use crate::domain::{Act, Id, Kind, Link, Record, RecordRef, Row, Session};
use crate::form::draft::Layered;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::inherit::fresh;
use crate::widgets::card::Card;
use marks::{Mark, marked, said, word};
use numbers::{expected, with_presence};
use place::{found, nearest};
use rows::SECTIONS;

/// The fields that say when and how, in the order one fills them in.
const WHEN: [&str; 9] = ["kind", "title", "date", "time", "length", "last_day", "mode", "place", "link"];

/// The fields that say how many registered and came.
const TOTALS: [&str; 5] =
    ["registered_people", "registered_municipalities", "present_people", "present_municipalities", "at_least"];

/// What the form above will bring.
#[derive(Clone, Debug)]
enum Awaited {
    /// The row at this spot, changed.
    Row(RowSpot),
    /// A new row for this spot.
    New(RowSpot),
    /// All rows of this field.
    Rows(&'static str),
    /// Which field gets a new row.
    Section,
}

/// The sheet.
#[derive(Debug)]
pub struct SessionSheet {
    link: Link,
    /// The lines as the book has them: made anew when it changes, not at every key.
    card: Card,
    /// What each line is about.
    spots: Vec<Option<Spot>>,
    spot: Spot,
    /// The line the cursor is on: where the spot is, or was.
    line: usize,
    top: usize,
    awaited: Option<(Awaited, Session)>,
    /// What `x` and `-` would say of the row under the cursor.
    words: (Option<&'static str>, Option<&'static str>),
    /// What Enter does there.
    enter: &'static str,
}

impl SessionSheet {
    /// The sheet of this session.
    pub fn new(cx: &Cx<'_>, id: &Id) -> Self {
        let link = Link::new(Kind::Session, id.clone());
        let mut sheet = Self {
            link,
            card: Card::default(),
            spots: Vec::new(),
            spot: Spot::When,
            line: 0,
            top: 0,
            awaited: None,
            words: (None, None),
            enter: "command-edit",
        };
        sheet.refresh(cx);
        sheet
    }

    fn session<'a>(&self, cx: &Cx<'a>) -> Option<&'a Session> {
        cx.showing.book.get(&self.link.id)
    }

    /// The row under the cursor.
    fn row(&self) -> Option<&RowSpot> {
        if let Spot::Row(row) = &self.spot { Some(row) } else { None }
    }

    /// The programme item under the cursor, or of the speaker there.
    fn item(&self) -> Option<RowSpot> {
        let row = self.row().filter(|row| row.key == "programme")?;
        Some(RowSpot { speaker: None, ..row.clone() })
    }

    /// Whether the cursor is on what the session says of itself, where commands mean the session as a whole.
    fn is_head(&self) -> bool {
        matches!(self.spot, Spot::When | Spot::Empty | Spot::Field(..) | Spot::Gap(..) | Spot::Record(_))
    }

    /// The record that belongs to the session and has the cursor: a note, an action, feedback.
    fn own(&self) -> Option<&Link> {
        let Spot::Record(link) = &self.spot else { return None };
        matches!(link.kind, Kind::Note | Kind::Action | Kind::Feedback).then_some(link)
    }

    /// The feedback that has the cursor.
    fn own_feedback(&self) -> Option<&Link> {
        self.own().filter(|link| link.kind == Kind::Feedback)
    }

    /// Where the line under the cursor leads.
    fn target(&self) -> Option<Link> {
        self.card.lines.get(self.line)?.link.clone()
    }

    /// Has the cursor where its spot is now, and seen.
    fn settle(&mut self, cx: &Cx<'_>) {
        self.line = found(&self.spots, &self.spot).unwrap_or_else(|| nearest(&self.spots, self.line));
        if let Some(Some(spot)) = self.spots.get(self.line) {
            self.spot = spot.clone();
        }
        let say = |mark| word(self.session(cx)?, self.row()?, mark);
        self.words = (say(Mark::On), say(Mark::No));
        let leads = self.target().is_some();
        self.enter = match (&self.spot, leads) {
            (_, true) => "command-open",
            (Spot::Section("presence" | "hours"), _) => "command-edit",
            (Spot::Section(_), _) => "enter-row-new",
            _ => "command-edit",
        };
        // The last row says how much is below.
        let height = usize::from(cx.body.height.saturating_sub(1)).max(1);
        let rows = self.card.rows_of(self.line, cx.body.width);
        self.top = self.top.min(rows.start).max(rows.end.saturating_sub(height).min(rows.start));
        if self.line == 0 {
            self.top = 0;
        }
    }

    /// The next line one can be on, so many lines on or back.
    fn go(&mut self, cx: &Cx<'_>, lines: usize, forward: bool) {
        let spots = &self.spots;
        let stops: Vec<usize> = (0..spots.len()).filter(|line| spots.get(*line).is_some_and(Option::is_some)).collect();
        let to = if forward {
            let beyond = stops.iter().copied().find(|line| *line >= self.line.saturating_add(lines));
            beyond.or(stops.last().copied())
        } else {
            let before = stops.iter().rev().copied().find(|line| line.saturating_add(lines) <= self.line);
            before.or(stops.first().copied())
        };
        self.line = to.unwrap_or(0);
        if let Some(Some(spot)) = spots.get(self.line) {
            self.spot = spot.clone();
        }
        self.settle(cx);
    }

    /// Asks for the session to be so from now on. `base` is what the change began from: others may have gone on since.
    fn wish(base: &Session, after: Session) -> Reply {
        let change = Change { before: Some(Record::Session(base.clone())), after: Some(Record::Session(after)) };
        Reply { wish: Some(Wish { act: Act::Edit, changes: vec![change] }), ..Reply::default() }
    }

    /// A form for the row at this spot.
    fn edit_row(&mut self, cx: &Cx<'_>, spot: &RowSpot) -> Reply {
        let Some(session) = self.session(cx) else { return Reply::default() };
        let (Some(column), Some(row)) = (rows::column_of(spot), rows::row(session, spot)) else {
            return Reply::default();
        };
        self.awaited = Some((Awaited::Row(spot.clone()), session.clone()));
        let number = spot.speaker.as_ref().map_or(spot.number, |(number, _)| *number);
        Reply::push(FormDialog::new(cx, Subject::Row { column, number: Some(number), row }))
    }

    /// A form for a new row at this spot.
    fn new_row(&mut self, cx: &Cx<'_>, spot: RowSpot) -> Reply {
        let Some(session) = self.session(cx) else { return Reply::default() };
        let Some(column) = rows::column_of(&spot) else { return Reply::default() };
        self.awaited = Some((Awaited::New(spot), session.clone()));
        Reply::push(FormDialog::new_row(cx, column))
    }

    fn new_at_end(&mut self, cx: &Cx<'_>, key: &'static str) -> Reply {
        let Some(session) = self.session(cx) else { return Reply::default() };
        self.new_row(cx, rows::at_end(session, key))
    }

    /// `n`: one more of what the cursor is on; elsewhere one says of what.
    fn add_row(&mut self, cx: &Cx<'_>) -> Reply {
        match self.spot.clone() {
            Spot::Row(row) => self.new_row(cx, rows::behind(&row)),
            Spot::Section(key) => self.new_at_end(cx, key),
            Spot::Totals(_) => self.new_at_end(cx, "presence"),
            _ => {
                let Some(session) = self.session(cx) else { return Reply::default() };
                self.awaited = Some((Awaited::Section, session.clone()));
                let texts = cx.showing.texts;
                let choice = |(number, key): (usize, &&str)| {
                    let text = texts.say(&format!("row-{key}"));
                    Choice::new(text, Answer::Chosen(number))
                };
                let choices = SECTIONS.iter().enumerate().map(choice).collect();
                Reply::push(Picker::new(cx, texts.say("command-new"), choices, 0))
            }
        }
    }

    /// The numbers of a field for all they could be known of.
    fn open_grid(&mut self, cx: &Cx<'_>, key: &'static str) -> Reply {
        let Some(session) = self.session(cx) else { return Reply::default() };
        let Some(column) = rows::column(key) else { return Reply::default() };
        let mut all = rows::rows(session, key);
        for value in expected(cx, session, key) {
            if !all.iter().any(|row| row.cells.first() == Some(&value)) {
                let mut row = Row::empty(Id::default(), column.kind.row_columns().count());
                if let Some(cell) = row.cells.first_mut() {
                    *cell = value;
                }
                all.push(row);
            }
        }
        if all.is_empty() {
            return self.new_at_end(cx, key);
        }
        let past = session.date.is_some_and(|day| day <= cx.showing.today);
        self.awaited = Some((Awaited::Rows(key), session.clone()));
        Reply::push(Grid::new(cx, column, all, usize::from(key == "presence" && past)))
    }

    /// A form for some fields, the cursor on one of them.
    fn edit_fields(&self, cx: &Cx<'_>, keys: &[&str], at: &str) -> Reply {
        let Some(session) = self.session(cx) else { return Reply::default() };
        Reply::push(FormDialog::edit(cx, RecordRef::Session(session), keys).at(cx, at))
    }

    /// Enter: where the line leads, else a form for what it says.
    fn open(&mut self, cx: &Cx<'_>) -> Reply {
        if let Some(link) = self.target() {
            return Reply::step(Step::Push(vec![page(cx, link)]));
        }
        match self.spot.clone() {
            Spot::When => self.edit_fields(cx, &WHEN, "date"),
            Spot::Empty => {
                let keys = self.session(cx).map(empty_fields).unwrap_or_default();
                self.edit_fields(cx, &keys, keys.first().copied().unwrap_or_default())
            }
            Spot::Gap(_, key) => self.mend(cx, key),
            Spot::Field(key, _) => self.edit_fields(cx, &[key], key),
            Spot::Section(key @ ("presence" | "hours")) => self.open_grid(cx, key),
            Spot::Section(key) => self.new_at_end(cx, key),
            Spot::Totals(key) => self.edit_fields(cx, &TOTALS, key),
            Spot::Row(row) => self.edit_row(cx, &row),
            Spot::Record(_) => Reply::default(),
        }
    }

    /// Where what is missing or clashes is mended: the form, list or row for it.
    fn mend(&mut self, cx: &Cx<'_>, key: &'static str) -> Reply {
        match key {
            "tutors" => Reply::step(Step::Tell(Answer::Run(Command::Who))),
            "status" => Reply::step(Step::Tell(Answer::Run(Command::NextStatus))),
            "date" | "time" | "length" | "last_day" => self.edit_fields(cx, &WHEN, key),
            "presence" => self.edit_fields(cx, &TOTALS, "present_people"),
            "hours" => self.open_grid(cx, key),
            "programme" | "materials" | "checklist" => {
                match self.session(cx).and_then(|session| marks::first_open(session, key, cx.showing.today)) {
                    Some(row) => {
                        self.spot = Spot::Row(row);
                        self.settle(cx);
                        Reply::default()
                    }
                    None => self.new_at_end(cx, key),
                }
            }
            key => self.edit_fields(cx, &[key], key),
        }
    }

    /// `e`: the row, the totals, else the whole session at the field under the cursor.
    fn edit(&mut self, cx: &Cx<'_>) -> Reply {
        match self.spot.clone() {
            Spot::Row(row) => self.edit_row(cx, &row),
            Spot::Totals(key) => self.edit_fields(cx, &TOTALS, key),
            Spot::Section(key @ ("presence" | "hours")) => self.open_grid(cx, key),
            Spot::Field(key, _) | Spot::Gap(_, key) | Spot::Section(key) => self.edit_fields(cx, &[], key),
            Spot::When | Spot::Empty | Spot::Record(_) => self.edit_fields(cx, &[], "kind"),
        }
    }

    fn mark(&self, cx: &Cx<'_>, mark: Mark) -> Reply {
        let (Some(session), Some(row)) = (self.session(cx), self.row()) else { return Reply::default() };
        let Some(after) = marked(session, row, mark, cx.showing.today) else { return Reply::default() };
        let what = rows::column_of(row).zip(rows::row(session, row)).and_then(|(column, row)| {
            let first = column.kind.row_columns().zip(&row.cells).next();
            first.map(|(column, value)| cx.showing.value(&column.kind, value))
        });
        let said = [("what", what.unwrap_or_default().into()), ("status", said(cx, &after, row).into())];
        Reply { toast: Some(cx.showing.texts.tell("status-now", &said)), ..Self::wish(session, after) }
    }

    fn delete(&mut self, cx: &Cx<'_>) -> Reply {
        let (Some(session), Some(row)) = (self.session(cx), self.row()) else { return Reply::default() };
        let toast = Some(cx.showing.texts.say("form-row-deleted"));
        Reply { toast, ..Self::wish(session, rows::remove(session, row)) }
    }

    fn duplicate(&mut self, cx: &Cx<'_>) -> Reply {
        let (Some(session), Some(spot)) = (self.session(cx), self.row().cloned()) else { return Reply::default() };
        let Some(row) = rows::row(session, &spot) else { return Reply::default() };
        let behind = rows::behind(&spot);
        let after = rows::insert(session, &behind, fresh(row));
        self.spot = Spot::Row(behind);
        Self::wish(session, after)
    }

    fn shift(&mut self, cx: &Cx<'_>, forward: bool) -> Reply {
        let (Some(session), Some(spot)) = (self.session(cx), self.row()) else { return Reply::default() };
        match rows::beside(session, spot, forward) {
            // The cursor goes along: its row is known by its id.
            Some(other) => Self::wish(session, rows::swapped(session, spot, &other)),
            None => Reply::default(),
        }
    }

    fn can_change(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        let row = self.row();
        let forward = command == Command::MoveDown;
        match command {
            Command::New | Command::Edit => Ok(()),
            Command::Add => self.item().map(|_| ()).ok_or(NOT_HERE),
            Command::NextStatus => self.words.0.map(|_| ()).ok_or("no-next-status"),
            Command::No => self.words.1.map(|_| ()).ok_or(NOT_HERE),
            Command::MoveUp | Command::MoveDown => {
                let other = self.session(cx).zip(row).and_then(|(session, row)| rows::beside(session, row, forward));
                other.map(|_| ()).ok_or("nothing-here")
            }
            _ => row.map(|_| ()).ok_or("nothing-here"),
        }
    }
}

impl Layer for SessionSheet {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, First, Last, Open, PageDown, PageUp, Up};
        match command {
            Back | Close | Up | Down | PageUp | PageDown | First | Last => Ok(()),
            Open => match self.target() {
                Some(link) => cx.showing.book.record(&link).map(|_| ()).ok_or("record-removed"),
                None => Ok(()),
            },
            command if self.alters(cx, command) => self.can_change(cx, command),
            _ => Err(NOT_HERE),
        }
    }

    fn alters(&self, _cx: &Cx<'_>, command: Command) -> bool {
        match command {
            Command::Open => self.target().is_none(),
            Command::Edit => self.own().is_none(),
            Command::Add => self.item().is_some(),
            Command::NextStatus => self.row().is_some(),
            Command::Delete | Command::Duplicate => !self.is_head(),
            Command::New => self.own_feedback().is_none(),
            Command::No | Command::MoveUp | Command::MoveDown => true,
            _ => false,
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(2)).max(1);
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open => return self.open(cx),
            Command::Edit => return self.edit(cx),
            Command::New => return self.add_row(cx),
            Command::Add => {
                let Some((session, item)) = self.session(cx).zip(self.item()) else { return Reply::default() };
                return self.new_row(cx, rows::new_speaker(session, &item));
            }
            Command::NextStatus => return self.mark(cx, Mark::On),
            Command::No => return self.mark(cx, Mark::No),
            Command::Delete => return self.delete(cx),
            Command::Duplicate => return self.duplicate(cx),
            Command::MoveUp => return self.shift(cx, false),
            Command::MoveDown => return self.shift(cx, true),
            Command::Up => self.go(cx, 1, false),
            Command::Down => self.go(cx, 1, true),
            Command::PageUp => self.go(cx, page, false),
            Command::PageDown => self.go(cx, page, true),
            Command::First => self.go(cx, usize::MAX, false),
            _ => self.go(cx, usize::MAX, true),
        }
        Reply::default()
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        let Some((awaited, base)) = self.awaited.take() else { return Reply::default() };
        match (awaited, answer) {
            (Awaited::Row(spot), Answer::Row(row)) => Self::wish(&base, rows::put(&base, &spot, row)),
            (Awaited::New(spot), Answer::Row(row)) => {
                let after = rows::insert(&base, &spot, row);
                self.spot = Spot::Row(spot);
                Self::wish(&base, after)
            }
            (Awaited::Rows("presence"), Answer::Rows(rows)) => Self::wish(&base, with_presence(&base, rows)),
            (Awaited::Rows(key), Answer::Rows(rows)) => Self::wish(&base, rows::with_rows(&base, key, rows)),
            (Awaited::Section, Answer::Chosen(number)) => match SECTIONS.get(number) {
                Some(key) => self.new_at_end(cx, key),
                None => Reply::default(),
            },
            _ => Reply::default(),
        }
    }

    fn beneath(&self) -> Vec<Layered> {
        match &self.awaited {
            Some((Awaited::Row(spot) | Awaited::New(spot), base)) => rows::beneath(base, spot),
            Some((Awaited::Rows(key), base)) => rows::beneath_rows(base, key),
            _ => Vec::new(),
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        (self.card, self.spots) = match self.session(cx) {
            Some(session) => sheet(cx.showing, session),
            None => (Card { title: cx.showing.link(&self.link), lines: Vec::new() }, Vec::new()),
        };
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        vec![self.own().unwrap_or(&self.link).clone()]
    }

    fn asks_about(&self, _cx: &Cx<'_>) -> Option<Link> {
        self.own_feedback().map(|_| self.link.clone())
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        self.session(cx).is_none()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::NextStatus => self.words.0,
            Command::No => self.words.1,
            Command::Add => self.item().map(|_| "row-speakers"),
            Command::New => match (&self.spot, self.row()) {
                (_, Some(row)) if row.speaker.is_some() => Some("row-speakers"),
                (_, Some(row)) => rows::word(row.key),
                (Spot::Section(key), _) => rows::word(key),
                (Spot::Totals(_), _) => rows::word("presence"),
                _ => None,
            },
            _ => None,
        }
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{
            Add, Back, CopyCard, Delete, Edit, Help, Lookup, MoveDown, MoveUp, New, NextStatus, No, Note, Open,
            Template,
        };
        if self.row().is_none() {
            return vec![Back, Open, NextStatus, New, Template, Help, Edit, CopyCard, Note, Add, Lookup];
        }
        let marks = [self.words.0.map(|_| NextStatus), self.words.1.map(|_| No)].into_iter().flatten();
        let item = self.item().filter(|_| self.words.0.is_none()).map(|_| Add);
        let commands = [Back, Open].into_iter().chain(marks).chain(item);
        commands.chain([New, Help, Delete, Edit, MoveUp, MoveDown, Lookup]).collect()
    }

    fn enter(&self) -> &'static str {
        self.enter
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.card.draw_with_more(buffer, area, self.top, Some(self.line), cx.looks);
        None
    }
}
