//! When: the workdays of a stretch for those who have to be there, the best first. One is taken, or several are marked
//! and asked about in a poll.
//!
//! Owns the stretch, the cursor and the marks. Which day is good is decided in `planning`.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::form::{FormDialog, Subject};
use crate::dialogs::poll::PollDialog;
use crate::domain::{Act, Coaching, Id, Kind, Link, Record, RecordRef, Session, SessionStatus};
use crate::entry::{Reading, Tense};
use crate::input::LineEdit;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::days::{Day, Wanted, free_days, range, waiting_session, way};
use crate::planning::inherit;
use crate::planning::matching::{coachings, span};
use crate::planning::poll::with_slots;
use crate::planning::tutors::counts;
use crate::text::Safe;
use crate::widgets::line::InputLine;
use crate::widgets::table::{Cell, Col, fitted};
use crate::widgets::weighed::{WeighedRow, WeighedView, list_height};

/// So many weeks further one looks where no day is without a hindrance.
const BEYOND: i64 = 2;

/// What a day is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    Session(Id),
    /// A coaching none of whose sessions waits for a day: one is made.
    Coaching(Id),
    /// A form, which is answered.
    Form(Safe),
}

/// The list.
#[derive(Debug)]
pub struct When {
    about: About,
    wanted: Wanted,
    stretch: (Date, Date),
    days: Vec<Day>,
    marks: BTreeSet<Date>,
    line: LineEdit,
    typing: bool,
    cursor: usize,
    top: usize,
}

/// Whether `t` has an answer for these records.
///
/// # Errors
/// Why it has none.
pub fn can_ask(cx: &Cx<'_>, links: &[Link]) -> Result<(), WhyNot> {
    let [link] = links else { return Err(if links.is_empty() { "nothing-here" } else { "one-at-a-time" }) };
    match cx.showing.book.record(link) {
        Some(RecordRef::Session(it)) if is_over(it) => Err("when-over"),
        Some(RecordRef::Session(_)) => Ok(()),
        Some(RecordRef::Coaching(it)) => counts(it).then_some(()).ok_or("when-over"),
        Some(RecordRef::Municipality(it)) => coaching_of(cx, &it.id).map(|_| ()).ok_or("when-needs"),
        _ => Err("when-needs"),
    }
}

fn is_over(session: &Session) -> bool {
    matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled))
}

/// The coaching a municipality has in the season at hand.
fn coaching_of<'a>(cx: &Cx<'a>, municipality: &'a Id) -> Option<&'a Coaching> {
    let open = coachings(cx.showing.book, cx.showing.season?, municipality).filter(|coaching| counts(coaching));
    open.min_by_key(|coaching| &coaching.id)
}

/// The layer that answers `t` for these records: the poll where there is one. Nothing where there is no answer.
pub fn asked(cx: &Cx<'_>, links: &[Link]) -> Option<Box<dyn Layer>> {
    let [link] = links else { return None };
    match cx.showing.book.record(link)? {
        RecordRef::Session(session) => Some(of_session(cx, session)),
        RecordRef::Coaching(coaching) => Some(of_coaching(cx, coaching)),
        RecordRef::Municipality(it) => coaching_of(cx, &it.id).map(|coaching| of_coaching(cx, coaching)),
        _ => None,
    }
}

fn of_session(cx: &Cx<'_>, session: &Session) -> Box<dyn Layer> {
    if session.candidates.is_empty() {
        Box::new(When::of_session(cx, session))
    } else {
        Box::new(PollDialog::new(cx, session.id.clone()))
    }
}

fn of_coaching(cx: &Cx<'_>, coaching: &Coaching) -> Box<dyn Layer> {
    if let Some(session) = waiting_session(cx.showing.book, coaching) {
        return of_session(cx, session);
    }
    let wanted = Wanted::coaching(cx.showing.book, coaching, cx.showing.season);
    Box::new(When::new(cx, About::Coaching(coaching.id.clone()), wanted))
}

impl When {
    /// The days for a session.
    pub fn of_session(cx: &Cx<'_>, session: &Session) -> Self {
        let wanted = Wanted::session(cx.showing.book, session, cx.showing.season);
        Self::new(cx, About::Session(session.id.clone()), wanted)
    }

    /// The days for the session in a form: the one that is chosen is its answer.
    pub fn for_form(cx: &Cx<'_>, record: &Record) -> Option<Self> {
        let Record::Session(session) = record else { return None };
        let wanted = Wanted::session(cx.showing.book, session, cx.showing.season);
        Some(Self::new(cx, About::Form(cx.showing.title(record.as_ref())), wanted))
    }

    fn new(cx: &Cx<'_>, about: About, wanted: Wanted) -> Self {
        let stretch = wanted.stretch(cx.showing.today);
        let mut dialog = Self {
            about,
            wanted,
            stretch,
            days: Vec::new(),
            marks: BTreeSet::new(),
            line: LineEdit::default(),
            typing: false,
            cursor: 0,
            top: 0,
        };
        dialog.list(cx);
        if dialog.days.iter().all(|day| !day.hindrances.is_empty()) {
            // Then one looks further, and sees what would have to give way.
            dialog.stretch.1 = dialog.stretch.1.saturating_add(BEYOND.weeks());
            dialog.list(cx);
        }
        dialog
    }

    fn list(&mut self, cx: &Cx<'_>) {
        self.days = free_days(cx.showing.book, &self.wanted, self.stretch, cx.showing.today);
        self.settle(cx);
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.days.len().saturating_sub(1));
        let height = list_height(cx.body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn current(&self) -> Option<Date> {
        self.days.get(self.cursor).map(|day| day.day)
    }

    fn subject(&self, cx: &Cx<'_>) -> Safe {
        match &self.about {
            About::Session(id) => cx.showing.id(Kind::Session, Some(id)),
            About::Coaching(id) => cx.showing.id(Kind::Coaching, Some(id)),
            About::Form(name) => name.clone(),
        }
    }

    /// The stretch that was typed.
    fn look(&mut self, cx: &Cx<'_>) -> Reply {
        let showing = cx.showing;
        let reading = Reading {
            book: showing.book,
            finder: cx.finder,
            texts: showing.texts,
            today: showing.today,
            tense: Tense::Ahead,
            season: None,
        };
        if self.line.text().trim().is_empty() {
            self.typing = false;
            return Reply::default();
        }
        match range(reading, self.line.text()) {
            Some(stretch) => {
                self.stretch = stretch;
                self.typing = false;
                self.line.clear();
                (self.cursor, self.top) = (0, 0);
                self.list(cx);
                Reply::default()
            }
            None => Reply::toast(showing.texts.say("when-no-stretch")),
        }
    }

    /// Takes the day under the cursor.
    fn choose(&self, cx: &Cx<'_>) -> Reply {
        let Some(day) = self.current() else { return Reply::default() };
        match &self.about {
            About::Form(_) => Reply::step(Step::Pop(Some(Answer::Day(day)))),
            About::Coaching(id) => Self::meeting(cx, id, day),
            About::Session(id) => {
                let Some(session) = cx.showing.book.get::<Session>(id) else { return Reply::step(Step::Pop(None)) };
                let texts = cx.showing.texts;
                let day_words = ("day", texts.day(day, cx.showing.today).into());
                let toast = texts.tell("day-now", &[("what", self.subject(cx).into()), day_words]);
                let change = Change {
                    before: Some(Record::Session(session.clone())),
                    after: Some(Record::Session(on(session, day))),
                };
                let wish = Some(Wish { act: Act::Edit, changes: vec![change] });
                Reply { wish, toast: Some(toast), step: Step::Pop(None), ..Reply::default() }
            }
        }
    }

    /// A form for a meeting of the coaching on this day, which goes on with its hour.
    fn meeting(cx: &Cx<'_>, id: &Id, day: Date) -> Reply {
        let Some(coaching) = cx.showing.book.get::<Coaching>(id) else { return Reply::step(Step::Pop(None)) };
        let mut session = inherit::session(cx.showing.book, coaching);
        session.date = Some(day);
        session.season = session.season.take().or_else(|| cx.showing.season.map(|season| season.id.clone()));
        let base = Box::new(Record::Session(session));
        let subject = Subject::Record { act: Act::Add, base, only: Vec::new() };
        Reply::push(FormDialog::new(cx, subject).at(cx, "time"))
    }

    /// Makes a poll of the marked days.
    fn poll(&self, cx: &Cx<'_>) -> Reply {
        let days: Vec<Date> = if self.marks.is_empty() {
            self.current().into_iter().collect()
        } else {
            self.marks.iter().copied().collect()
        };
        let book = cx.showing.book;
        let (before, session) = match &self.about {
            About::Session(id) => match book.get::<Session>(id) {
                Some(session) => (Some(Record::Session(session.clone())), session.clone()),
                None => return Reply::step(Step::Pop(None)),
            },
            About::Coaching(id) => match book.get::<Coaching>(id) {
                Some(coaching) => (None, inherit::session(book, coaching)),
                None => return Reply::step(Step::Pop(None)),
            },
            About::Form(_) => return Reply::default(),
        };
        let link = before.as_ref().map(|record| record.as_ref().link());
        let after = Record::Session(with_slots(&session, &days, session.time));
        if before.as_ref() == Some(&after) {
            return Reply::step(Step::Pop(link.map(Answer::Poll)));
        }
        let toast = cx.showing.texts.tell("poll-made", &[("count", days.len().into())]);
        let act = if before.is_some() { Act::Edit } else { Act::Add };
        let wish = Some(Wish { act, changes: vec![Change { before, after: Some(after) }] });
        Reply { wish, toast: Some(toast), step: Step::Then(Answer::Poll), ..Reply::default() }
    }

    /// Who has to be there.
    fn context(&self, cx: &Cx<'_>) -> Safe {
        let name = |kind| move |id: &Id| cx.showing.id(kind, Some(id));
        let municipalities = self.wanted.municipalities.iter().map(name(Kind::Municipality));
        let people = self.wanted.tutors.iter().chain(&self.wanted.contacts).map(name(Kind::Person));
        let way = way(cx.showing.book, &self.wanted, cx.showing.today).map(|minutes| {
            let length = cx.showing.texts.length(minutes);
            cx.showing.texts.tell("when-way", &[("length", length.into())])
        });
        let nobody = self.wanted.tutors.is_empty().then(|| cx.showing.texts.say("when-no-tutor"));
        let who = Safe::join(municipalities.chain(people).chain(nobody), &Safe::own(", "));
        Safe::join(std::iter::once(who).chain(way), &Safe::own(" · "))
    }

    fn row(&self, cx: &Cx<'_>, day: &Day) -> WeighedRow {
        let texts = cx.showing.texts;
        let week = usize::from(day.day.iso_week_date().week().unsigned_abs());
        let reasons: Vec<Safe> = day.reasons.iter().map(|reason| reason.words(cx.showing)).collect();
        WeighedRow {
            cells: vec![
                Cell::new(texts.day(day.day, cx.showing.today)),
                Cell::dim(texts.tell("when-week", &[("week", week.into())])),
                Cell::default(),
            ],
            against: day.hindrances.iter().map(|hindrance| hindrance.words(cx.showing)).collect(),
            brief: reasons.clone(),
            reasons,
            marked: self.marks.contains(&day.day),
        }
    }
}

/// The session on this day; one of several days keeps its length.
fn on(session: &Session, day: Date) -> Session {
    let last_day = session.date.zip(session.last_day).and_then(|(first, last)| day.checked_add(last - first).ok());
    Session { date: Some(day), last_day, ..session.clone() }
}

impl Layer for When {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Filter, Finish, First, Last, Mark, Open, PageDown, PageUp, Up};
        let in_form = matches!(self.about, About::Form(_));
        match command {
            Back | Open if self.typing => Ok(()),
            Finish | Mark if in_form => Err(NOT_HERE),
            Open | Finish | Mark if self.days.is_empty() => Err("nothing-here"),
            Back | Close | Down | Filter | Finish | First | Last | Mark | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = list_height(cx.body.height);
        match command {
            Command::Open if self.typing => return self.look(cx),
            Command::Back if self.typing => {
                self.typing = false;
                self.line.clear();
            }
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open => return self.choose(cx),
            Command::Finish => return self.poll(cx),
            Command::Filter => self.typing = true,
            Command::Mark => {
                if let Some(day) = self.current()
                    && !self.marks.remove(&day)
                {
                    self.marks.insert(day);
                }
                self.cursor += 1;
            }
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor += 1,
            Command::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor += page,
            Command::First => self.cursor = 0,
            _ => self.cursor = self.days.len(),
        }
        self.settle(cx);
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        self.typing.then_some(&mut self.line)
    }

    fn scope(&self) -> Scope {
        if self.typing { Scope::Line } else { Scope::Form }
    }

    fn takes_letters(&self) -> bool {
        self.typing
    }

    fn answer(&mut self, _cx: &Cx<'_>, answer: Answer) -> Reply {
        // The meeting has been made.
        if matches!(answer, Answer::Made(_)) { Reply::step(Step::Pop(None)) } else { Reply::default() }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let kept = self.current();
        let book = cx.showing.book;
        match &self.about {
            About::Session(id) => {
                if let Some(session) = book.get::<Session>(id) {
                    self.wanted = Wanted::session(book, session, cx.showing.season);
                }
            }
            About::Coaching(id) => {
                if let Some(coaching) = book.get::<Coaching>(id) {
                    self.wanted = Wanted::coaching(book, coaching, cx.showing.season);
                }
            }
            About::Form(_) => {}
        }
        self.list(cx);
        let again = kept.and_then(|day| self.days.iter().position(|other| other.day == day));
        self.cursor = again.unwrap_or(self.cursor);
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        // Whoever has to be there is rung or written to from here.
        let people = self.wanted.contacts.iter().chain(&self.wanted.tutors);
        people.map(|id| Link::new(Kind::Person, id.clone())).collect()
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        match &self.about {
            About::Session(id) => cx.showing.book.get::<Session>(id).is_none(),
            About::Coaching(id) => cx.showing.book.get::<Coaching>(id).is_none(),
            About::Form(_) => false,
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Mark => Some("says-slot"),
            Command::Finish => Some("says-poll"),
            Command::Filter => Some("says-stretch"),
            _ => None,
        }
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, CopyPhone, Filter, Finish, Help, Mark, Open};
        match &self.about {
            _ if self.typing => vec![Open, Back],
            About::Form(_) => vec![Open, Filter, Back, Help],
            _ => vec![Open, Mark, Finish, Filter, Back, CopyPhone, Help],
        }
    }

    fn enter(&self) -> &'static str {
        if self.typing { "enter-list" } else { "enter-day" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let seen = self.days.iter().skip(self.top).take(list_height(area.height));
        let title = texts.tell("when-title", &[("what", self.subject(cx).into())]);
        WeighedView {
            title,
            remark: span(cx.showing, self.stretch.0, self.stretch.1),
            context: if self.typing { Safe::default() } else { self.context(cx) },
            rows: seen.map(|day| self.row(cx, day)).collect(),
            widths: fitted(&[Col::fixed(13, 0), Col::fixed(6, 1), Col::grows(20, 0)], area.width),
            column: 2,
            cursor: self.cursor.checked_sub(self.top),
            empty: texts.say("when-no-days"),
        }
        .draw(buffer, area, cx.looks);
        if !self.typing || area.height < 2 {
            return None;
        }
        let (before, after) = self.line.around_cursor();
        let hint = if self.line.text().is_empty() { texts.say("when-stretch-hint") } else { Safe::default() };
        let line = InputLine { label: texts.say("when-stretch"), before, after, hint, remark: Safe::default() };
        line.draw(buffer, Rect { y: area.y + 1, height: 1, ..area }, cx.looks)
    }
}
