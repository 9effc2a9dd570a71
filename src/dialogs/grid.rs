//! Numbers for many at once: a line for each municipality or tutor, typed one below the other.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::domain::{Column, FieldKind, Link, Row, Value};
use crate::form::Form;
use crate::form::draft::{Frame, Layered};
use crate::form::field::{Content, FormField};
use crate::keys::Chord;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;
use crate::widgets::put;

/// Cells between two columns.
const GAP: u16 = 2;

/// A number column is at least so wide, its gap not counted.
const NUMBER_LEAST: u16 = 6;

/// One line: the row, what it is called, and its numbers as they are typed.
#[derive(Debug)]
struct Line {
    row: Row,
    name: Safe,
    form: Form,
}

/// The numbers.
#[derive(Debug)]
pub struct Grid {
    column: &'static Column,
    numbers: Vec<(usize, &'static Column)>,
    lines: Vec<Line>,
    line: usize,
    cell: usize,
    top: usize,
    /// Esc was pressed on changed numbers and would throw them away when pressed again.
    leaving: bool,
}

/// The columns that hold numbers, with where their cells stand in a row.
fn numbers(column: &Column) -> Vec<(usize, &'static Column)> {
    let is_number = |column: &Column| matches!(column.kind, FieldKind::Number | FieldKind::Length);
    column.kind.row_columns().enumerate().filter(|(_, column)| is_number(column)).collect()
}

impl Grid {
    /// The numbers of these rows of a field; the cursor in the first line that has none in column number `cell`. Rows
    /// without an id that get none are left out in the end.
    pub fn new(cx: &Cx<'_>, column: &'static Column, rows: Vec<Row>, cell: usize) -> Self {
        let numbers = numbers(column);
        let line = |row: Row| {
            let of = |(at, column): &(usize, &'static Column)| {
                (*column, row.cells.get(*at).cloned().unwrap_or(Value::Empty))
            };
            let form = Form::new(cx.hand(), numbers.iter().map(of));
            let first = column.kind.row_columns().zip(&row.cells).next();
            let name = first.map(|(column, value)| cx.showing.value(&column.kind, value)).unwrap_or_default();
            Line { row, name, form }
        };
        let lines: Vec<Line> = rows.into_iter().map(line).collect();
        let cell = cell.min(numbers.len().saturating_sub(1));
        let is_open = |line: &Line| line.form.fields().get(cell).is_some_and(FormField::is_empty);
        let at = lines.iter().position(is_open).unwrap_or(0);
        let mut grid = Self { column, numbers, lines, line: at, cell, top: 0, leaving: false };
        grid.settle(cx);
        grid
    }

    fn current(&mut self) -> Option<&mut Line> {
        self.lines.get_mut(self.line)
    }

    /// Puts the cursor where line and cell say and has the numbers seen.
    fn settle(&mut self, cx: &Cx<'_>) {
        self.line = self.line.min(self.lines.len().saturating_sub(1));
        let (cell, hand) = (self.cell, cx.hand());
        if let Some(line) = self.current() {
            line.form.go(hand, cell);
        }
        let height = usize::from(cx.body.height.saturating_sub(4)).max(1);
        self.top = self.top.min(self.line).max((self.line + 1).saturating_sub(height));
    }

    /// The number under the cursor as it is typed goes into its row, as far as it can be read.
    fn keep(&mut self, cx: &Cx<'_>) {
        let (numbers, hand) = (self.numbers.clone(), cx.hand());
        if let Some(line) = self.current() {
            for ((at, _), (_, value)) in numbers.iter().zip(line.form.values(hand)) {
                if let Some(cell) = line.row.cells.get_mut(*at) {
                    *cell = value;
                }
            }
        }
    }

    fn rows(&self) -> Vec<Row> {
        let given = |row: &Row| {
            let any = self.numbers.iter().any(|(at, _)| row.cells.get(*at).is_some_and(|cell| !cell.is_empty()));
            any || !row.id.is_empty()
        };
        self.lines.iter().map(|line| line.row.clone()).filter(given).collect()
    }

    fn is_changed(&self) -> bool {
        self.lines.iter().any(|line| line.form.is_changed())
    }

    fn finish(&mut self, cx: &Cx<'_>) -> Reply {
        self.keep(cx);
        let mut wrong = 0;
        for number in 0..self.lines.len() {
            let Some(line) = self.lines.get_mut(number) else { continue };
            let count = line.form.check(cx.hand());
            if count > 0 && wrong == 0 {
                (self.line, self.cell) = (number, line.form.focus());
            }
            wrong += count;
        }
        if wrong > 0 {
            self.settle(cx);
            return Reply::toast(cx.showing.texts.tell("form-wrong", &[("count", wrong.into())]));
        }
        if !self.is_changed() {
            return Reply::step(Step::Pop(None));
        }
        Reply::step(Step::Pop(Some(Answer::Rows(self.rows()))))
    }

    fn back(&mut self, cx: &Cx<'_>) -> Reply {
        if !self.is_changed() || self.leaving {
            return Reply::step(Step::Pop(None));
        }
        self.leaving = true;
        Reply::toast(cx.showing.texts.say("grid-leaving"))
    }

    /// Another line, and at the end of the last one the next column's first.
    fn next_cell(&mut self) {
        if self.cell + 1 < self.numbers.len() {
            self.cell += 1;
        } else if self.line + 1 < self.lines.len() {
            (self.line, self.cell) = (self.line + 1, 0);
        }
    }

    fn previous_cell(&mut self) {
        match self.cell.checked_sub(1) {
            Some(cell) => self.cell = cell,
            None if self.line > 0 => (self.line, self.cell) = (self.line - 1, self.numbers.len().saturating_sub(1)),
            None => {}
        }
    }

    /// To the next line that begins with this letter, where it cannot be part of a number.
    fn jump(&mut self, letter: char) -> bool {
        let counts = self.numbers.get(self.cell).is_some_and(|(_, column)| matches!(column.kind, FieldKind::Number));
        if !counts || !letter.is_alphabetic() {
            return false;
        }
        let begins = |line: &Line| line.name.as_str().to_lowercase().starts_with(&*letter.to_lowercase().to_string());
        let count = self.lines.len();
        let next = (1..=count).map(|step| (self.line + step) % count.max(1));
        let next = next.into_iter().find(|number| self.lines.get(*number).is_some_and(begins));
        self.line = next.unwrap_or(self.line);
        true
    }

    /// What the numbers of a column come to, as they stand.
    fn sum(&self, at: usize) -> u32 {
        let number = |line: &Line| match line.row.cells.get(at) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        };
        self.lines.iter().map(number).fold(0, u32::saturating_add)
    }

    /// The heading of a column with what it comes to.
    fn heading(&self, cx: &Cx<'_>, at: usize, column: &Column) -> Safe {
        let label = cx.showing.texts.field(column.label);
        match self.sum(at) {
            0 => label,
            sum => Safe::line(&format!("{label} {}", cx.showing.value(&column.kind, &Value::Number(sum)))),
        }
    }

    fn trouble(&self) -> Option<&Safe> {
        self.lines.get(self.line)?.form.focused()?.trouble()
    }
}

impl Layer for Grid {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, NextField, Open, PageDown, PageUp, PreviousField, Up};
        match command {
            Back | Close | Down | Finish | NextField | Open | PageDown | PageUp | PreviousField | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(5)).max(1);
        let left = std::mem::take(&mut self.leaving);
        self.keep(cx);
        match command {
            Command::Back | Command::Close => {
                self.leaving = left;
                return self.back(cx);
            }
            Command::Finish => return self.finish(cx),
            Command::Open if self.line + 1 >= self.lines.len() => return self.finish(cx),
            Command::Open | Command::Down => self.line += 1,
            Command::Up => self.line = self.line.saturating_sub(1),
            Command::NextField => self.next_cell(),
            Command::PreviousField => self.previous_cell(),
            Command::PageUp => self.line = self.line.saturating_sub(page),
            _ => self.line += page,
        }
        self.settle(cx);
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn type_key(&mut self, cx: &Cx<'_>, chord: Chord) -> Option<Reply> {
        if chord.letter().is_some_and(|letter| self.jump(letter)) {
            self.settle(cx);
            return Some(Reply::default());
        }
        let took = self.current()?.form.type_key(cx.hand(), chord, NUMBER_LEAST);
        if took {
            self.leaving = false;
            self.keep(cx);
        }
        took.then(Reply::default)
    }

    fn type_text(&mut self, cx: &Cx<'_>, text: &str) -> Option<Reply> {
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && self.jump(letter)
        {
            self.settle(cx);
            return Some(Reply::default());
        }
        let took = self.current()?.form.type_text(cx.hand(), text);
        self.keep(cx);
        took.then(Reply::default)
    }

    fn layered(&self) -> Option<Layered> {
        let frame = Frame::Rows { key: self.column.key.into(), rows: self.rows() };
        Some(Layered { frame, fields: Vec::new(), focus: self.line })
    }

    fn typed_letters(&self) -> usize {
        self.lines.iter().map(|line| line.form.letters()).sum::<usize>().max(usize::from(self.is_changed()))
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Finish, Help, Lookup, NextField, Open};
        vec![Open, NextField, Finish, Back, Lookup, Help]
    }

    fn enter(&self) -> &'static str {
        if self.line + 1 >= self.lines.len() { "enter-finish" } else { "enter-next" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.height < 5 {
            return None;
        }
        let headings: Vec<Safe> = self.numbers.iter().map(|(at, column)| self.heading(cx, *at, column)).collect();
        let widths: Vec<u16> = headings.iter().map(|text| width_of(text).max(NUMBER_LEAST)).collect();
        let taken: u16 = widths.iter().map(|width| width + GAP).sum();
        let longest = self.lines.iter().map(|line| width_of(&line.name)).max().unwrap_or(0);
        let name = longest.min(area.width.saturating_sub(taken + 1));
        let title = cx.showing.texts.field(self.column.label);
        put(buffer, area.x + 1, area.y, area.width.saturating_sub(1), &title, cx.looks.strong());
        let columns = Columns { area, name, widths: &widths };
        columns.draw(area.y + 1, buffer, &Safe::default(), &headings, cx.looks.dim());
        let height = usize::from(area.height - 4);
        let mut cursor = None;
        for (row, (number, line)) in (area.y + 2..).zip(self.lines.iter().enumerate().skip(self.top).take(height)) {
            let here = number == self.line;
            let style = if here { cx.looks.selected(cx.looks.plain()) } else { cx.looks.plain() };
            let cell = |(at, field): (usize, &FormField)| match field.content() {
                Content::Line(edit) => edit.window(widths.get(at).copied().unwrap_or(NUMBER_LEAST)),
                _ => (Safe::default(), 0),
            };
            let cells: Vec<(Safe, u16)> = line.form.fields().iter().enumerate().map(cell).collect();
            let texts: Vec<Safe> = cells.iter().map(|(text, _)| text.clone()).collect();
            columns.draw(row, buffer, &line.name, &texts, style);
            if here {
                put(buffer, area.x, row, 1, &Safe::own(cx.looks.bar()), cx.looks.accent());
                let column = cells.get(self.cell).map_or(0, |(_, column)| *column);
                cursor = columns.start(self.cell).map(|start| Position { x: start + column, y: row });
            }
        }
        let below = self.lines.len().saturating_sub(self.top + height);
        let (last, style) = match self.trouble() {
            Some(trouble) => (trouble.clone(), cx.looks.warning()),
            None if below > 0 => (Safe::line(&format!("{} {below}", cx.looks.below())), cx.looks.dim()),
            None => (Safe::default(), cx.looks.dim()),
        };
        put(buffer, area.x + 1, area.bottom() - 1, area.width.saturating_sub(1), &last, style);
        cursor.filter(|cursor| area.contains(*cursor))
    }
}

fn width_of(text: &Safe) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Where the columns stand.
struct Columns<'a> {
    area: Rect,
    name: u16,
    widths: &'a [u16],
}

impl Columns<'_> {
    /// The first cell of a number column.
    fn start(&self, number: usize) -> Option<u16> {
        let before: u16 = self.widths.iter().take(number).map(|width| width + GAP).sum();
        Some(self.area.x + 1 + self.name + GAP + before).filter(|start| *start < self.area.right())
    }

    fn draw(&self, y: u16, buffer: &mut Buffer, name: &Safe, cells: &[Safe], style: ratatui::style::Style) {
        put(buffer, self.area.x + 1, y, self.name, name, style);
        for (number, (cell, width)) in cells.iter().zip(self.widths).enumerate() {
            if let Some(start) = self.start(number) {
                put(buffer, start, y, (*width).min(self.area.right() - start), cell, style);
            }
        }
    }
}
