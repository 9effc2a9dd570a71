//! What is about to happen, to be read before it does: Enter does it, Esc goes back.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::domain::Link;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;
use crate::widgets::card::{Card, CardLine, Tone};

/// The page.
#[derive(Debug)]
pub struct Confirm {
    card: Card,
    top: usize,
}

impl Confirm {
    /// A page that says these lines, and below names what is concerned: kind and name of each.
    pub fn new(title: Safe, lines: Vec<Safe>, named: Vec<(Safe, Safe)>) -> Self {
        let gap = CardLine::default();
        let lines = lines.into_iter().map(|text| CardLine { text, tone: Tone::Lead, ..CardLine::default() });
        let named = named.into_iter().map(|(label, text)| CardLine { label, text, ..CardLine::default() });
        let lines = [gap.clone()].into_iter().chain(lines).chain([gap]).chain(named).collect();
        Self { card: Card { title, lines }, top: 0 }
    }

    fn scroll(&mut self, cx: &Cx<'_>, rows: isize) {
        // The last row says how much is below.
        let most = self.card.height(cx.body.width).saturating_sub(usize::from(cx.body.height.saturating_sub(1)));
        self.top = self.top.saturating_add_signed(rows).min(most);
    }
}

impl Layer for Confirm {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, Open, PageDown, PageUp, Up};
        if matches!(command, Back | Close | Down | Finish | Open | PageDown | PageUp | Up) {
            Ok(())
        } else {
            Err(NOT_HERE)
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = isize::try_from(cx.body.height).unwrap_or(1);
        match command {
            Command::Open | Command::Finish => return Reply::step(Step::Pop(Some(Answer::Confirmed(Vec::new())))),
            Command::Up => self.scroll(cx, -1),
            Command::Down => self.scroll(cx, 1),
            Command::PageUp => self.scroll(cx, -page),
            Command::PageDown => self.scroll(cx, page),
            _ => return Reply::step(Step::Pop(None)),
        }
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        false
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.scroll(cx, 0);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Down]
    }

    fn enter(&self) -> &'static str {
        "enter-do"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.card.draw_with_more(buffer, area, self.top, None, cx.looks);
        None
    }
}
