//! Where a paper is written to: the format and the file, both filled in, so that Enter writes it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::Link;
use crate::effect::Effect;
use crate::exchange::document::format::Format;
use crate::input::LineEdit;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::report::Written;
use crate::store::export::{Existing, NotWritten, Why};
use crate::text::Safe;
use crate::widgets::line::InputLine;
use crate::widgets::table::{Cell, Table, TableRow};

/// The dialog.
#[derive(Debug)]
pub(super) struct PaperFile {
    written: Written,
    format: Format,
    file: LineEdit,
    at: At,
    asked: Asked,
}

/// What the cursor is on, in the order of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Format,
    File,
    Write,
}

/// What the list above asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Format,
    Existing,
}

const LINES: [At; 3] = [At::Format, At::File, At::Write];

/// Cells a row of the table does not have for its two columns: bar, mark, and the blank between.
const BESIDE: u16 = 3;

/// The id of the words for a format.
const fn described(format: Format) -> &'static str {
    match format {
        Format::Html => "paper-html",
        Format::Markdown => "paper-markdown",
        Format::Text => "paper-text",
        Format::Csv => "paper-csv",
    }
}

impl PaperFile {
    pub(super) fn new(cx: &Cx<'_>, written: Written) -> Self {
        let [format, ..] = Format::ALL;
        let directory = if cx.downloads.is_empty() { String::new() } else { format!("{}/", cx.downloads) };
        let name = written.document.file_name(format);
        let file = LineEdit::new(&format!("{directory}{name}"));
        Self { written, format, file, at: At::Write, asked: Asked::Nothing }
    }

    /// Offers these to choose from, the cursor on the present one.
    fn ask(&mut self, cx: &Cx<'_>, asked: Asked, label: &str, choices: &[&str], present: usize) -> Reply {
        self.asked = asked;
        let choice = |(number, id): (usize, &&str)| Choice::new(cx.showing.texts.say(id), Answer::Chosen(number));
        let choices = choices.iter().enumerate().map(choice).collect();
        Reply::push(Picker::new(cx, cx.showing.texts.say(label), choices, present))
    }

    fn ask_format(&mut self, cx: &Cx<'_>) -> Reply {
        let present = Format::ALL.iter().position(|format| *format == self.format).unwrap_or(0);
        self.ask(cx, Asked::Format, "export-format", &Format::ALL.map(described), present)
    }

    /// The file's ending follows its format, unless somebody gave it one of their own.
    fn set_format(&mut self, format: Format) {
        if let Some(stem) = self.file.text().strip_suffix(self.format.extension()) {
            self.file = LineEdit::new(&format!("{stem}{}", format.extension()));
        }
        self.format = format;
    }

    fn chosen(&mut self, cx: &Cx<'_>, number: usize) -> Reply {
        match std::mem::replace(&mut self.asked, Asked::Nothing) {
            Asked::Format => {
                if let Some(format) = Format::ALL.get(number) {
                    self.set_format(*format);
                }
            }
            Asked::Existing if number > 0 => return self.write(cx, Existing::IsReplaced),
            Asked::Existing => self.at = At::File,
            Asked::Nothing => {}
        }
        Reply::default()
    }

    fn write(&self, cx: &Cx<'_>, existing: Existing) -> Reply {
        let Written { document, sheet } = &self.written;
        let content = match self.format.write(document, sheet.as_ref(), cx.showing.today) {
            Ok(content) => content,
            Err(unwritable) => return Reply::toast(unwritable.sentence(cx.showing.texts)),
        };
        let path = self.file.text().trim().to_owned();
        Reply { effects: vec![Effect::Export { path, content, existing }], ..Reply::default() }
    }

    fn step(&mut self, steps: isize) {
        let now = LINES.iter().position(|at| *at == self.at).unwrap_or(0);
        let next = now.saturating_add_signed(steps).min(LINES.len() - 1);
        self.at = LINES.get(next).copied().unwrap_or(At::Write);
    }

    fn open(&mut self, cx: &Cx<'_>) -> Reply {
        match self.at {
            At::Format => self.ask_format(cx),
            At::File => {
                self.at = At::Write;
                Reply::default()
            }
            At::Write => self.write(cx, Existing::Stays),
        }
    }
}

impl Layer for PaperFile {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, First, Last, Mark, NextField, Open, PreviousField, Up};
        let unnamed = self.file.text().trim().is_empty();
        match command {
            Finish if unnamed => Err("name-missing"),
            Open if unnamed && self.at == At::Write => Err("name-missing"),
            Mark if self.at != At::Format => Err(NOT_HERE),
            Back | Close | Down | Finish | First | Last | Mark | NextField | Open | PreviousField | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open => return self.open(cx),
            Command::Mark => return self.ask_format(cx),
            Command::Finish => return self.write(cx, Existing::Stays),
            Command::Up | Command::PreviousField => self.step(-1),
            Command::Down | Command::NextField => self.step(1),
            Command::First => self.at = At::Format,
            _ => self.at = At::Write,
        }
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        (self.at == At::File).then_some(&mut self.file)
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        self.at == At::File
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        match answer {
            Answer::Chosen(number) => self.chosen(cx, number),
            Answer::Exported(Ok(_)) => Reply::step(Step::Pop(None)),
            Answer::Exported(Err(NotWritten { why: Why::Exists, .. })) => {
                self.ask(cx, Asked::Existing, "export-existing", &["export-other-name", "export-replace"], 0)
            }
            _ => Reply::default(),
        }
    }

    fn refresh(&mut self, _cx: &Cx<'_>) {}

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Finish).then_some("export-write")
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Finish, Help, Open};
        if self.at == At::Write { vec![Open, Back, Help] } else { vec![Open, Finish, Back, Help] }
    }

    fn enter(&self) -> &'static str {
        match self.at {
            At::Format => "enter-choose",
            At::File => "enter-next",
            At::Write => "enter-write",
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        InputLine { label: self.written.document.title.clone(), ..InputLine::default() }.draw(buffer, area, cx.looks);
        let labels = ["export-format", "export-file", "export-write"].map(|id| texts.say(id));
        let widest = labels.iter().map(Safe::width).max().unwrap_or(0) + 1;
        let room = area.width.saturating_sub(BESIDE);
        let label_cells = u16::try_from(widest).unwrap_or(u16::MAX).min(room / 2);
        let value_cells = room - label_cells;
        let (shown, column) = self.file.window(value_cells);
        let [format, file, write] = labels;
        let line = |cells: [Cell; 2]| TableRow { cells: cells.into(), ..TableRow::default() };
        let rows = vec![
            line([Cell::dim(format), Cell::new(texts.say(described(self.format)))]),
            line([Cell::dim(file), Cell::new(shown)]),
            line([Cell::new(write), Cell::dim(Safe::default())]),
        ];
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let cursor = LINES.iter().position(|at| *at == self.at);
        Table { rows, shares: vec![label_cells, value_cells], cursor }.draw(buffer, list, cx.looks);
        (self.at == At::File).then(|| Position { x: list.x + BESIDE + label_cells + column, y: list.y + 1 })
    }
}
