//! A plain page: text from the left edge on and nothing beside it, to be selected with the mouse where the
//! terminal does not take what is copied.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::Command;
use crate::domain::Link;
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;
use crate::widgets::wrap::wrap;
use crate::widgets::{put, row};

/// The page.
#[derive(Debug)]
pub struct PlainPage {
    text: Safe,
    top: usize,
}

impl PlainPage {
    /// A page with this text.
    pub fn new(text: Safe) -> Self {
        Self { text, top: 0 }
    }
}

impl Layer for PlainPage {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Open, PageDown, PageUp, Up};
        if matches!(command, Back | Close | Open | Up | Down | PageUp | PageDown) { Ok(()) } else { Err(NOT_HERE) }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height);
        let most = wrap(&self.text, cx.body.width).len().saturating_sub(page);
        self.top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => (self.top + 1).min(most),
            Command::PageUp => self.top.saturating_sub(page),
            Command::PageDown => (self.top + page).min(most),
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
        vec![Command::Back]
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        for (number, line) in (0..).zip(wrap(&self.text, area.width).iter().skip(self.top)) {
            let Some(row) = row(area, number) else { break };
            put(buffer, row.x, row.y, row.width, line, cx.looks.plain());
        }
        None
    }
}
