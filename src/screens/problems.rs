//! What in the data could not be read: where, why, and what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::Command;
use crate::domain::Link;
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::widgets::card::{Card, CardLine, Tone};

/// The list of problems, each in whole sentences.
#[derive(Debug, Default)]
pub struct Problems {
    top: usize,
}

impl Problems {
    fn card(cx: &Cx<'_>) -> Card {
        let texts = cx.showing.texts;
        let mut card = Card { title: texts.say("problems-title"), lines: Vec::new() };
        if cx.problems.is_empty() {
            card.lines.push(CardLine { text: texts.say("problems-none"), ..CardLine::default() });
            return card;
        }
        card.lines.push(CardLine { text: texts.say("problems-what-to-do"), tone: Tone::Dim, ..CardLine::default() });
        for problem in cx.problems {
            card.lines.push(CardLine::default());
            card.lines.push(CardLine { text: problem.place(), tone: Tone::Heading, ..CardLine::default() });
            let tone = if problem.is_notice() { Tone::Plain } else { Tone::Warning };
            card.lines.push(CardLine { text: problem.sentence(texts), tone, ..CardLine::default() });
        }
        card
    }
}

impl Layer for Problems {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, First, Last, PageDown, PageUp, Up};
        if matches!(command, Back | Close | Up | Down | PageUp | PageDown | First | Last) {
            Ok(())
        } else {
            Err(NOT_HERE)
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let height = usize::from(cx.body.height);
        let most = Self::card(cx).height(cx.body.width).saturating_sub(height);
        self.top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => (self.top + 1).min(most),
            Command::PageUp => self.top.saturating_sub(height),
            Command::PageDown => (self.top + height).min(most),
            Command::First => 0,
            Command::Last => most,
            _ => return Reply::step(Step::Pop(None)),
        };
        Reply::default()
    }

    fn refresh(&mut self, _cx: &Cx<'_>) {
        self.top = 0;
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        vec![Command::Back, Command::Lookup, Command::Help]
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        Self::card(cx).draw(buffer, area, self.top, None, cx.looks);
        None
    }
}
