//! One line to type: a name, say.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::domain::Link;
use crate::input::LineEdit;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;
use crate::widgets::line::InputLine;

/// The line.
#[derive(Debug)]
pub struct Prompt {
    label: Safe,
    line: LineEdit,
    answer: fn(String) -> Answer,
}

impl Prompt {
    /// Asks for what the label names.
    pub fn new(label: Safe, answer: fn(String) -> Answer) -> Self {
        Self { label, line: LineEdit::default(), answer }
    }
}

impl Layer for Prompt {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        match command {
            Command::Open if self.line.text().trim().is_empty() => Err("name-missing"),
            Command::Back | Command::Open => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, _cx: &Cx<'_>, command: Command) -> Reply {
        let name = self.line.text().trim().to_owned();
        Reply::step(Step::Pop((command == Command::Open).then(|| (self.answer)(name))))
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        Some(&mut self.line)
    }

    fn scope(&self) -> Scope {
        Scope::Line
    }

    fn refresh(&mut self, _cx: &Cx<'_>) {}

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back]
    }

    fn enter(&self) -> &'static str {
        "enter-keep"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (before, after) = self.line.around_cursor();
        InputLine { label: self.label.clone(), before, after, ..InputLine::default() }.draw(buffer, area, cx.looks)
    }
}
