//! Who has something to tell at the closing event, the most telling first. Space takes somebody in or out, Enter makes
//! the session with a talk of each who is in.
//!
//! Owns who is in. Who has something to tell, and what the programme holds, is decided in `planning`.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::domain::{Act, Id, Kind, Link, Record};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::closing::{Teller, USUAL_TALKS, draft, tellers};
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, fitted};
use crate::widgets::weighed::{WeighedRow, WeighedView, list_height};

/// The list.
#[derive(Debug)]
pub struct Closing {
    tellers: Vec<Teller>,
    /// The municipalities that are in.
    within: HashSet<Id>,
    cursor: usize,
    top: usize,
}

impl Closing {
    /// Who has something to tell of the season at hand; the first of the well pleased are in.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut dialog = Self { tellers: Vec::new(), within: HashSet::new(), cursor: 0, top: 0 };
        dialog.gather(cx);
        let pleased = dialog.tellers.iter().filter(|teller| teller.is_pleased()).take(USUAL_TALKS);
        dialog.within = pleased.map(|teller| teller.municipality.clone()).collect();
        dialog
    }

    fn gather(&mut self, cx: &Cx<'_>) {
        let season = cx.showing.season;
        self.tellers = season.map(|season| tellers(cx.showing.book, season, cx.showing.today)).unwrap_or_default();
        self.settle(cx);
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.tellers.len().saturating_sub(1));
        let height = list_height(cx.body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn current(&self) -> Option<&Teller> {
        self.tellers.get(self.cursor)
    }

    fn is_in(&self, teller: &Teller) -> bool {
        self.within.contains(&teller.municipality)
    }

    /// Takes somebody in or out, and goes on to the next.
    fn mark(&mut self) {
        let Some(municipality) = self.current().map(|teller| teller.municipality.clone()) else { return };
        if !self.within.remove(&municipality) {
            self.within.insert(municipality);
        }
        self.cursor += 1;
    }

    /// The session, as one change; it is then looked at.
    fn make(&self, cx: &Cx<'_>) -> Reply {
        let Some(season) = cx.showing.season else { return Reply::default() };
        let within = self.tellers.iter().filter(|teller| self.is_in(teller));
        let session = draft(cx.showing.book, season, within);
        let changes = vec![Change { before: None, after: Some(Record::Session(session)) }];
        Reply { wish: Some(Wish { act: Act::Add, changes }), step: Step::Done, ..Reply::default() }
    }

    fn row(&self, cx: &Cx<'_>, teller: &Teller) -> WeighedRow {
        let showing = cx.showing;
        let marked = self.is_in(teller);
        let cell = |text: Safe| if marked { Cell::new(text) } else { Cell::dim(text) };
        let words: Vec<Safe> = teller.reasons.iter().map(|reason| reason.words(showing)).collect();
        let speaker = match &teller.speaker {
            Some(id) => showing.id(Kind::Person, Some(id)),
            None => showing.texts.say("closing-no-speaker"),
        };
        let opinion = teller.opinion(showing);
        WeighedRow {
            cells: vec![
                cell(showing.id(Kind::Municipality, Some(&teller.municipality))),
                cell(opinion.clone()),
                Cell::default(),
                cell(speaker.clone()),
            ],
            against: Vec::new(),
            brief: words.clone(),
            reasons: [opinion].into_iter().chain(words).chain([speaker]).collect(),
            marked,
        }
    }
}

/// Municipality, what they thought, what they have to tell, who could speak.
fn columns(width: u16) -> Vec<u16> {
    let columns = match width {
        ..100 => [Col::fixed(13, 0), Col::fixed(18, 2), Col::grows(18, 0), Col::fixed(17, 1)],
        _ => [Col::fixed(18, 0), Col::fixed(30, 2), Col::grows(26, 0), Col::fixed(24, 1)],
    };
    fitted(&columns, width)
}

impl Layer for Closing {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, First, Last, Mark, Open, PageDown, PageUp, Up};
        match command {
            Mark if self.current().is_none() => Err("nothing-here"),
            Open | Finish if self.within.is_empty() => Err("closing-none-in"),
            Back | Close | Down | Finish | First | Last | Mark | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = list_height(cx.body.height);
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open | Command::Finish => return self.make(cx),
            Command::Mark => self.mark(),
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor += 1,
            Command::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor += page,
            Command::First => self.cursor = 0,
            _ => self.cursor = usize::MAX,
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

    fn refresh(&mut self, cx: &Cx<'_>) {
        let on = self.current().map(|teller| teller.municipality.clone());
        self.gather(cx);
        let again = self.tellers.iter().position(|teller| Some(&teller.municipality) == on.as_ref());
        self.cursor = again.unwrap_or(self.cursor);
        let there: HashSet<Id> = self.tellers.iter().map(|teller| teller.municipality.clone()).collect();
        self.within.retain(|id| there.contains(id));
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.current().map(|teller| Link::new(Kind::Municipality, teller.municipality.clone())).into_iter().collect()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Mark).then_some("says-out-or-in")
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Help, Lookup, Mark, Open};
        vec![Open, Mark, Back, Lookup, Help]
    }

    fn enter(&self) -> &'static str {
        "enter-make-session"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let season = cx.showing.season.map(|season| Safe::line(&season.name)).unwrap_or_default();
        let within = self.tellers.iter().filter(|teller| self.is_in(teller)).count();
        let counts = [("within", within.into()), ("count", self.tellers.len().into())];
        let count = self.tellers.len();
        let remark = if count == 0 { Safe::default() } else { Safe::line(&format!("{}/{count}", self.cursor + 1)) };
        let seen = self.tellers.iter().skip(self.top).take(list_height(area.height));
        WeighedView {
            title: texts.tell("closing-title", &[("season", season.clone().into())]),
            remark,
            context: if count == 0 { Safe::default() } else { texts.tell("closing-counts", &counts) },
            rows: seen.map(|teller| self.row(cx, teller)).collect(),
            widths: columns(area.width),
            column: 2,
            cursor: self.cursor.checked_sub(self.top),
            empty: texts.tell("closing-nobody", &[("season", season.into())]),
        }
        .draw(buffer, area, cx.looks);
        None
    }
}
