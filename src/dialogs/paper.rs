//! A paper on the screen, in whatever language it is for: to be read, copied whole, or written to a file.
//!
//! It is written anew when the book changes, so what one reads is what one hands on.

mod file;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::show::Showing;
use crate::command::Command;
use crate::domain::Link;
use crate::exchange::document::markdown::markdown;
use crate::exchange::document::plain::{DRAWN, Line, TYPED, Weight, lines};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::report::{Paper, Written};
use crate::text::{Safe, Texts, Tongue};
use crate::widgets::{put, row};
use file::PaperFile;

/// The page.
#[derive(Debug)]
pub struct PaperPage {
    paper: Paper,
    /// The texts of its language, where that is not the screen's.
    texts: Option<Texts>,
    /// What it says now; nothing where what it is about has gone.
    written: Option<Written>,
    /// The same as lines of the page's width.
    lines: Vec<Line>,
    /// The whole of it, as it is copied.
    copied: Safe,
    top: usize,
}

/// Cells left of the words.
const MARGIN: u16 = 1;

/// The widest a line is: longer ones are hard to read.
const WIDEST: u16 = 100;

impl PaperPage {
    /// The paper in the screen's language.
    pub fn new(cx: &Cx<'_>, paper: Paper) -> Self {
        let mut page = Self { paper, texts: None, written: None, lines: Vec::new(), copied: Safe::default(), top: 0 };
        page.refresh(cx);
        page
    }

    fn tongue(&self, cx: &Cx<'_>) -> Tongue {
        self.texts.as_ref().map_or(cx.showing.texts.tongue(), Texts::tongue)
    }

    /// The next language, from Finnish over Swedish to English.
    fn turn(&mut self, cx: &Cx<'_>) {
        let now = self.tongue(cx);
        let at = Tongue::ALL.iter().position(|tongue| *tongue == now).unwrap_or(0);
        let next = Tongue::ALL.into_iter().cycle().nth(at + 1).unwrap_or(now);
        self.texts = (next != cx.showing.texts.tongue()).then(|| Texts::new(next));
        self.refresh(cx);
    }

    /// Lines that are seen at once: the first row of the page says what it is, the last how much is below.
    fn seen(cx: &Cx<'_>) -> usize {
        usize::from(cx.body.height.saturating_sub(1)).max(1)
    }

    fn last_top(&self, cx: &Cx<'_>) -> usize {
        self.lines.len().saturating_sub(Self::seen(cx))
    }
}

impl Layer for PaperPage {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Export, First, Last, NextView, Open, PageDown, PageUp, Up};
        match command {
            Open | Export if self.written.is_none() => Err("nothing-here"),
            Back | Close | Down | Export | First | Last | NextView | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = Self::seen(cx);
        self.top = match command {
            Command::Open | Command::Export => {
                let Some(written) = self.written.clone() else { return Reply::default() };
                return Reply::push(PaperFile::new(cx, written));
            }
            Command::NextView => {
                self.turn(cx);
                self.top
            }
            Command::Up => self.top.saturating_sub(1),
            Command::Down => self.top + 1,
            Command::PageUp => self.top.saturating_sub(page),
            Command::PageDown => self.top + page,
            Command::First => 0,
            Command::Last => usize::MAX,
            _ => return Reply::step(Step::Pop(None)),
        };
        self.top = self.top.min(self.last_top(cx));
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let texts = self.texts.as_ref().unwrap_or(cx.showing.texts);
        self.written = self.paper.write(Showing { texts, ..cx.showing });
        let marks = if cx.looks.drawing { DRAWN } else { TYPED };
        let width = cx.body.width.saturating_sub(2 * MARGIN).clamp(1, WIDEST);
        let document = self.written.as_ref().map(|written| &written.document);
        self.lines = document.map(|document| lines(document, width, marks)).unwrap_or_default();
        self.copied = document.map(|document| Safe::lines(&markdown(document))).unwrap_or_default();
        self.top = self.top.min(self.last_top(cx));
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn to_copy(&self, _cx: &Cx<'_>) -> Option<Safe> {
        (!self.copied.is_empty()).then(|| self.copied.clone())
    }

    fn copied(&self) -> &'static str {
        "copied-paper"
    }

    fn is_gone(&self, _cx: &Cx<'_>) -> bool {
        self.written.is_none()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::CopyCard => Some("says-copy-paper"),
            Command::Open => Some("enter-to-file"),
            Command::NextView => Some("says-next-language"),
            _ => None,
        }
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, CopyCard, Help, NextView, Open, PageDown};
        vec![Open, NextView, CopyCard, Back, PageDown, Help]
    }

    fn enter(&self) -> &'static str {
        "enter-to-file"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let looks = cx.looks;
        let page = Rect { height: area.height.saturating_sub(1), ..area };
        for (number, line) in (0..).zip(self.lines.iter().skip(self.top)) {
            let Some(row) = row(page, number) else { break };
            let style = match line.weight {
                Weight::Title => looks.heading(),
                Weight::Heading => looks.strong(),
                Weight::Plain => looks.plain(),
                Weight::Dim => looks.dim(),
            };
            put(buffer, row.x + MARGIN, row.y, row.width.saturating_sub(MARGIN), &line.text, style);
        }
        let language = cx.showing.texts.choice("tongue", self.tongue(cx).key());
        let below = self.lines.len().saturating_sub(self.top + usize::from(page.height));
        let more = if below > 0 { format!("{} {below} · {language}", looks.below()) } else { language.to_string() };
        put(buffer, area.x + MARGIN, page.bottom(), area.width.saturating_sub(MARGIN), &Safe::line(&more), looks.dim());
        None
    }
}
