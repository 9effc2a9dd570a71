//! What people answered about something, whole: the figures, and below them every word that was said, to be searched.
//!
//! The cursor goes from one answer in words to the next; what one agrees to do about it or keeps as a practice comes
//! from there.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::cards::opinions::{Bars, Spot, WORDS_READ, answers_card, link};
use crate::command::{Command, Scope};
use crate::dialogs::enter::Enter;
use crate::dialogs::record::page;
use crate::domain::{Feedback, Id, Kind, Link, Value};
use crate::input::LineEdit;
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::planning::actions::Source;
use crate::planning::opinions::About;
use crate::widgets::card::Card;
use crate::widgets::line::InputLine;

/// The page.
#[derive(Debug)]
pub struct Answers {
    about: About,
    season: Option<Id>,
    /// Made when the book or what is typed changes, not at every key.
    card: Card,
    spots: Vec<Spot>,
    /// The words under the cursor.
    cursor: Option<usize>,
    top: usize,
    line: LineEdit,
    typing: bool,
}

impl Answers {
    /// What was answered about this, in one season where one is named.
    pub fn new(cx: &Cx<'_>, about: About, season: Option<Id>) -> Self {
        let mut page = Self {
            about,
            season,
            card: Card::default(),
            spots: Vec::new(),
            cursor: None,
            top: 0,
            line: LineEdit::default(),
            typing: false,
        };
        page.refresh(cx);
        page
    }

    fn spot(&self) -> Option<&Spot> {
        self.spots.get(self.cursor?)
    }

    /// The form under the cursor, to be changed; nothing where its questionnaire is not known.
    fn to_change(&self, cx: &Cx<'_>) -> Option<Enter> {
        let spot = self.spot()?;
        Enter::edit_at(cx, cx.showing.book.get::<Feedback>(&spot.form.id)?, &spot.question)
    }

    fn height(cx: &Cx<'_>) -> usize {
        usize::from(cx.body.height.saturating_sub(2)).max(1)
    }

    /// Keeps the cursor on words that are there, and seen.
    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor =
            self.cursor.map(|at| at.min(self.spots.len().saturating_sub(1))).filter(|_| !self.spots.is_empty());
        if let Some(spot) = self.spot() {
            let rows = self.card.rows_of(spot.line, cx.body.width);
            // The heading right above is seen with the first answer below it.
            let above = rows.start.saturating_sub(1);
            self.top = self.top.min(above).max((rows.end).saturating_sub(Self::height(cx)).min(rows.start));
        }
        self.scroll(cx, 0);
    }

    fn scroll(&mut self, cx: &Cx<'_>, rows: isize) {
        let most = self.card.height(cx.body.width).saturating_sub(Self::height(cx));
        self.top = self.top.saturating_add_signed(rows).min(most);
    }

    /// To the next words, or a row on where they are still far.
    fn step(&mut self, cx: &Cx<'_>, forward: bool) {
        let next = match (self.cursor, forward) {
            (None, true) => Some(0).filter(|_| !self.spots.is_empty()),
            (Some(at), true) => Some(at + 1).filter(|at| *at < self.spots.len()),
            (Some(at), false) => at.checked_sub(1),
            (None, false) => None,
        };
        let line = next.and_then(|next| self.spots.get(next)).map(|spot| spot.line);
        let rows = line.map(|line| self.card.rows_of(line, cx.body.width));
        let height = Self::height(cx);
        match rows {
            Some(rows) if rows.start < self.top + height + height / 2 && rows.end + height > self.top => {
                self.cursor = next;
                self.settle(cx);
            }
            _ => {
                if !forward && self.top > 0 && self.cursor == Some(0) {
                    self.cursor = None;
                }
                self.scroll(cx, if forward { 1 } else { -1 });
            }
        }
    }

    fn bars(cx: &Cx<'_>) -> Bars {
        let [full, ..] = cx.looks.bar_marks();
        Bars::Drawn(full)
    }

    fn back(&mut self, cx: &Cx<'_>) -> Reply {
        let filtered = !self.line.text().is_empty();
        if std::mem::take(&mut self.typing) || filtered {
            self.line.clear();
            self.refresh(cx);
            return Reply::default();
        }
        Reply::step(Step::Pop(None))
    }
}

impl Layer for Answers {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Edit, Filter, First, Last, Open, PageDown, PageUp, Quick, Up};
        match command {
            Filter if self.spots.is_empty() && self.line.text().is_empty() => Err("answers-nothing"),
            Back | Close | Up | Down | PageUp | PageDown | First | Last | Filter => Ok(()),
            Open if self.typing => Ok(()),
            Edit | Quick if self.typing => Err(NOT_HERE),
            Open | Edit | Quick => self.spot().map(|_| ()).ok_or("nothing-here"),
            _ => Err(NOT_HERE),
        }
    }

    /// The form that holds the words under the cursor is changed where they stand in it.
    fn alters(&self, cx: &Cx<'_>, command: Command) -> bool {
        matches!(command, Command::Edit | Command::Quick) && self.to_change(cx).is_some()
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let rows = isize::try_from(Self::height(cx).saturating_sub(1)).unwrap_or(1);
        match command {
            Command::Back => return self.back(cx),
            Command::Close => return Reply::step(Step::Pop(None)),
            Command::Filter => self.typing = true,
            Command::Open if self.typing => self.typing = false,
            Command::Open => {
                if let Some(spot) = self.spot() {
                    return Reply::step(Step::Push(vec![page(cx, spot.form.clone())]));
                }
            }
            Command::Edit | Command::Quick => {
                if let Some(form) = self.to_change(cx) {
                    return Reply::push(form);
                }
            }
            Command::Up => self.step(cx, false),
            Command::Down => self.step(cx, true),
            Command::PageUp => self.scroll(cx, -rows),
            Command::PageDown => self.scroll(cx, rows),
            Command::First => {
                self.cursor = None;
                self.top = 0;
            }
            Command::Last => {
                self.cursor = self.spots.len().checked_sub(1);
                self.scroll(cx, isize::MAX);
                self.settle(cx);
            }
            _ => {}
        }
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        self.typing.then_some(&mut self.line)
    }

    fn scope(&self) -> Scope {
        if self.typing { Scope::Line } else { Scope::Screen }
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        self.top = 0;
        self.refresh(cx);
        self.cursor = Some(0).filter(|_| !self.spots.is_empty());
        self.settle(cx);
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let kept = self.spot().cloned();
        let made =
            answers_card(cx.showing, &self.about, self.season.as_ref(), Self::bars(cx), (self.line.text(), WORDS_READ));
        (self.card, self.spots) = made;
        let again = |kept: &Spot| {
            self.spots.iter().position(|spot| (&spot.form, &spot.question) == (&kept.form, &kept.question))
        };
        self.cursor = kept.as_ref().and_then(again).or(self.cursor);
        self.settle(cx);
    }

    fn filter(&self) -> Option<&str> {
        Some(self.line.text())
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        vec![self.spot().map_or_else(|| link(&self.about), |spot| spot.form.clone())]
    }

    fn source(&self, _cx: &Cx<'_>) -> Option<Source> {
        let spot = self.spot()?;
        Some(Source { link: spot.form.clone(), field: spot.question.clone(), quote: spot.words.clone() })
    }

    fn makes(&self) -> Option<Kind> {
        Some(Kind::Feedback)
    }

    fn begins(&self, _cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        begun(&link(&self.about))
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        cx.showing.book.record(&link(&self.about)).is_none()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Act, Add, Back, Down, Edit, Filter, Help, Lookup, New, Open};
        if self.typing {
            return vec![Open, Back];
        }
        let mut commands = vec![Back];
        commands.extend(self.spot().map_or(vec![Down], |_| vec![Open, Act, Add, Edit]));
        commands.extend([Filter, New, Help, Lookup]);
        commands
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
        let texts = cx.showing.texts;
        let head = Rect { height: 1, ..area };
        let (before, after) = self.line.around_cursor();
        let is_typed = self.typing || !self.line.text().is_empty();
        let label = if is_typed { texts.say("answers-search") } else { self.card.title.clone() };
        let remark = texts.tell("answers-in-words", &[("count", self.spots.len().into())]);
        let line = InputLine { label, before, after, remark, ..InputLine::default() };
        let cursor = line.draw(buffer, head, cx.looks).filter(|_| self.typing);
        let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let at = self.spot().map(|spot| spot.line);
        // The title stands in the first line already.
        self.card.draw_with_more(buffer, body, self.top + 1, at, cx.looks);
        cursor
    }
}

/// What a form begins with that is taken down where one looks at this.
pub fn begun(link: &Link) -> Vec<(&'static str, Value)> {
    match link.kind {
        Kind::Session | Kind::Coaching => vec![("about", Value::Link(link.clone()))],
        Kind::Municipality => vec![("municipality", Value::Ref(link.id.clone()))],
        Kind::Person => vec![("entered_by", Value::Ref(link.id.clone()))],
        _ => Vec::new(),
    }
}
