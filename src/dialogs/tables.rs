//! Which table to bring in: one of those found in the usual places, one by its path, or cells that are pasted.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::domain::Link;
use crate::find::fold::Folded;
use crate::input::LineEdit;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::store::tables::{TableFile, TableSource};
use crate::text::Safe;
use crate::widgets::line::InputLine;
use crate::widgets::put;
use crate::widgets::table::{Cell, Table, TableRow};

/// The question.
#[derive(Debug)]
pub struct TableChoice {
    line: LineEdit,
    /// The numbers of the tables that fit what is typed.
    shown: Vec<usize>,
    cursor: usize,
    top: usize,
    /// One was chosen and is being read.
    chosen: bool,
}

/// Rows above the list: the line and the hint.
const ABOVE: u16 = 3;

impl TableChoice {
    /// The question with all tables that are known.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut choice = Self { line: LineEdit::default(), shown: Vec::new(), cursor: 0, top: 0, chosen: false };
        choice.typed(cx);
        choice
    }

    fn current<'a>(&self, cx: &Cx<'a>) -> Option<&'a TableFile> {
        cx.tables.get(*self.shown.get(self.cursor)?)
    }

    /// What Enter reads: the table under the cursor, else the path that is typed.
    fn source(&self, cx: &Cx<'_>) -> Option<TableSource> {
        let typed = self.line.text().trim();
        if is_path(typed) {
            return Some(TableSource::File(typed.to_owned()));
        }
        match self.current(cx) {
            Some(table) => Some(TableSource::File(table.path.clone())),
            None => (!typed.is_empty()).then(|| TableSource::File(typed.to_owned())),
        }
    }

    fn read(&mut self, source: TableSource) -> Reply {
        self.chosen = true;
        Reply::step(Step::Tell(Answer::Table(source)))
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let height = usize::from(cx.body.height.saturating_sub(ABOVE)).max(1);
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }
}

fn is_path(typed: &str) -> bool {
    typed.starts_with(['/', '~', '.']) || typed.contains('/')
}

impl Layer for TableChoice {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Down, Open, PageDown, PageUp, Up};
        match command {
            Open if self.source(cx).is_none() => Err("tables-none"),
            Back | Down | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(ABOVE + 1)).max(1);
        self.cursor = match command {
            Command::Back => return Reply::step(Step::Pop(Some(Answer::NoTable))),
            Command::Open => return self.source(cx).map(|source| self.read(source)).unwrap_or_default(),
            Command::Up => self.cursor.saturating_sub(1),
            Command::Down => self.cursor + 1,
            Command::PageUp => self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor + page,
            _ => self.cursor,
        };
        self.settle(cx);
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        Some(&mut self.line)
    }

    fn scope(&self) -> Scope {
        Scope::Line
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        let wanted = Folded::of(self.line.text()).text;
        let fits = |table: &TableFile| {
            let text = Folded::of(&format!("{} {}", table.name, table.place)).text;
            is_path(self.line.text()) || wanted.split_whitespace().all(|word| text.contains(word))
        };
        self.shown = cx.tables.iter().enumerate().filter(|(_, table)| fits(table)).map(|(number, _)| number).collect();
        self.cursor = 0;
        self.settle(cx);
    }

    /// Cells of a spreadsheet come as lines; a path that is pasted is typed.
    fn pasted(&mut self, _cx: &Cx<'_>, text: &str) -> Option<Reply> {
        let is_cells = text.contains(['\n', '\t']) || text.contains('@') && !is_path(text);
        is_cells.then(|| self.read(TableSource::Pasted(text.to_owned())))
    }

    fn awaits_table(&self) -> bool {
        self.chosen
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let cursor = self.cursor;
        self.typed(cx);
        self.cursor = cursor;
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back]
    }

    fn enter(&self) -> &'static str {
        "enter-choose"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let (before, after) = self.line.around_cursor();
        let line = InputLine {
            label: texts.say("tables-label"),
            before,
            after,
            remark: Safe::default(),
            hint: if self.line.text().is_empty() { texts.say("tables-hint") } else { Safe::default() },
        };
        let cursor = line.draw(buffer, area, cx.looks);
        let remark = match cx.reading.filter(|_| self.chosen) {
            Some(rows) => {
                let count = texts.number(u32::try_from(rows).unwrap_or(u32::MAX));
                texts.tell("tables-reading", &[("rows", count.into())])
            }
            None if cx.tables.is_empty() => texts.say("tables-nothing-found"),
            None => texts.say("tables-found"),
        };
        if area.height > 1 {
            put(buffer, area.x + 1, area.y + 1, area.width.saturating_sub(1), &remark, cx.looks.dim());
        }
        let list = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        let seen = self.shown.iter().skip(self.top).take(usize::from(list.height));
        let row = |table: &TableFile| TableRow {
            cells: vec![Cell::new(table.name.clone()), Cell::dim(table.place.clone())],
            ..TableRow::default()
        };
        let rows = seen.filter_map(|number| cx.tables.get(*number)).map(row).collect();
        Table { rows, shares: vec![3, 2], cursor: self.cursor.checked_sub(self.top) }.draw(buffer, list, cx.looks);
        cursor
    }
}
