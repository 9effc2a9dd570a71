//! The rows of one field: programme items, roles, workplaces. Each opens in a form of its own; the last line
//! stands for a new one, so that Enter goes on adding.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::dialogs::form::{FormDialog, Subject};
use crate::domain::Link;
use crate::domain::{Column, Id, Row, Value};
use crate::form::draft::{Frame, Layered};
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;
use crate::widgets::put;
use crate::widgets::table::{Cell, Table, TableRow};

/// The rows.
#[derive(Debug)]
pub struct RowList {
    column: &'static Column,
    rows: Vec<Row>,
    start: Vec<Row>,
    /// The row that has the cursor; behind the last is the line for a new one.
    cursor: usize,
    top: usize,
    /// Rows that were taken out, with where they stood.
    removed: Vec<(usize, Row)>,
    /// The row whose form is open above; nothing for a new one.
    open: Option<usize>,
}

impl RowList {
    /// The rows of the field with this column, the cursor where a new one is added.
    pub fn new(cx: &Cx<'_>, column: &'static Column, rows: Vec<Row>) -> Self {
        let cursor = rows.len();
        let mut dialog = Self { column, start: rows.clone(), rows, cursor, top: 0, removed: Vec::new(), open: None };
        dialog.settle(cx);
        dialog
    }

    /// The rows as a draft kept them; `column` is the field's, and `start` what the form below holds.
    pub fn restored(cx: &Cx<'_>, layered: &Layered, column: &'static Column, start: Vec<Row>) -> Option<Self> {
        let Frame::Rows { rows, .. } = &layered.frame else { return None };
        let mut dialog = Self::new(cx, column, rows.clone());
        dialog.start = start;
        dialog.cursor = layered.focus.min(rows.len());
        dialog.settle(cx);
        Some(dialog)
    }

    /// Remembers which row the form above is about, as a draft kept it.
    pub fn opened(&mut self, number: Option<usize>) {
        self.open = number;
    }

    /// The column of the rows.
    pub fn column(&self) -> &'static Column {
        self.column
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.rows.len());
        let height = usize::from(cx.body.height.saturating_sub(2)).max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn new_row(&mut self, cx: &Cx<'_>) -> Reply {
        self.open = None;
        Reply::push(FormDialog::new_row(cx, self.column))
    }

    fn edit(&mut self, cx: &Cx<'_>) -> Reply {
        let Some(row) = self.rows.get(self.cursor).cloned() else { return self.new_row(cx) };
        self.open = Some(self.cursor);
        let subject = Subject::Row { column: self.column, number: Some(self.cursor), row };
        Reply::push(FormDialog::new(cx, subject))
    }

    fn swap(&mut self, with: Option<usize>) {
        let Some(with) = with.filter(|with| *with < self.rows.len() && self.cursor < self.rows.len()) else { return };
        self.rows.swap(self.cursor, with);
        self.cursor = with;
    }

    fn done(&self) -> Reply {
        Reply::step(Step::Pop(Some(Answer::Rows(self.rows.clone()))))
    }
}

/// The row again, with ids of its own to be given.
fn copied(row: &Row) -> Row {
    let cell = |value: &Value| match value {
        Value::Rows(rows) => Value::Rows(rows.iter().map(copied).collect()),
        value => value.clone(),
    };
    Row { id: Id::default(), cells: row.cells.iter().map(cell).collect(), kept: row.kept.clone() }
}

impl Layer for RowList {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Delete, Down, Duplicate, Edit, Finish, First, Last, MoveDown, MoveUp, New, NextField, Open,
            Undo, Up,
        };
        let on_row = self.cursor < self.rows.len();
        match command {
            Undo if self.removed.is_empty() => Err("nothing-to-undo"),
            Back | Close | Down | Finish | First | Last | New | NextField | Open | Undo | Up => Ok(()),
            Edit | Delete | Duplicate if on_row => Ok(()),
            MoveUp if on_row && self.cursor > 0 => Ok(()),
            MoveDown if self.cursor + 1 < self.rows.len() => Ok(()),
            Edit | Delete | Duplicate | MoveUp | MoveDown => Err("nothing-here"),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let reply = match command {
            // What was made of the rows stays; taking it back is the form's own business.
            Command::Back | Command::Close | Command::Finish | Command::NextField => return self.done(),
            Command::Open | Command::Edit => self.edit(cx),
            Command::New => self.new_row(cx),
            Command::Delete => {
                if self.cursor < self.rows.len() {
                    self.removed.push((self.cursor, self.rows.remove(self.cursor)));
                }
                Reply::toast(cx.showing.texts.say("form-row-deleted"))
            }
            Command::Undo => {
                if let Some((at, row)) = self.removed.pop() {
                    self.cursor = at.min(self.rows.len());
                    self.rows.insert(self.cursor, row);
                }
                Reply::default()
            }
            Command::Duplicate => {
                if let Some(row) = self.rows.get(self.cursor).map(copied) {
                    self.cursor += 1;
                    self.rows.insert(self.cursor, row);
                }
                Reply::default()
            }
            Command::MoveUp => {
                self.swap(self.cursor.checked_sub(1));
                Reply::default()
            }
            Command::MoveDown => {
                self.swap(Some(self.cursor + 1));
                Reply::default()
            }
            Command::Up => {
                self.cursor = self.cursor.saturating_sub(1);
                Reply::default()
            }
            Command::Down => {
                self.cursor += 1;
                Reply::default()
            }
            Command::First => {
                self.cursor = 0;
                Reply::default()
            }
            _ => {
                self.cursor = self.rows.len();
                Reply::default()
            }
        };
        self.settle(cx);
        reply
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        false
    }

    fn layered(&self) -> Option<Layered> {
        let frame = Frame::Rows { key: self.column.key.into(), rows: self.rows.clone() };
        Some(Layered { frame, fields: Vec::new(), focus: self.cursor })
    }

    fn typed_letters(&self) -> usize {
        usize::from(self.rows != self.start)
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        if let Answer::Row(row) = answer {
            match self.open.take().and_then(|number| self.rows.get_mut(number)) {
                Some(held) => *held = row,
                None => self.rows.push(row),
            }
            // Whoever adds one often adds the next.
            self.cursor = self.rows.len();
            self.settle(cx);
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Delete, Duplicate, Finish, Help, MoveDown, MoveUp, Open, Undo};
        let undo = self.removed.last().map(|_| Undo);
        [Open, Finish, Back].into_iter().chain(undo).chain([Delete, Duplicate, MoveUp, MoveDown, Help]).collect()
    }

    fn enter(&self) -> &'static str {
        if self.cursor < self.rows.len() { "command-edit" } else { "enter-row-new" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        if area.height < 3 {
            return None;
        }
        let count = ("count", self.rows.len().into());
        let title = texts.tell("form-rows-title", &[("label", texts.field(self.column.label).into()), count]);
        put(buffer, area.x + 1, area.y, area.width.saturating_sub(1), &title, cx.looks.strong());
        let row = |row: &Row| {
            let text = cx.showing.row(&self.column.kind, row);
            let text = if text.is_empty() { Safe::own("–") } else { text };
            TableRow { cells: vec![Cell::new(text)], ..TableRow::default() }
        };
        let new = TableRow { cells: vec![Cell::dim(texts.say("form-row-add"))], ..TableRow::default() };
        let rows = self.rows.iter().map(row).chain([new]);
        let list = Rect { y: area.y + 2, height: area.height - 2, ..area };
        let seen = rows.skip(self.top).take(usize::from(list.height)).collect();
        Table { rows: seen, shares: vec![1], cursor: self.cursor.checked_sub(self.top) }.draw(buffer, list, cx.looks);
        None
    }
}
