//! Questions as they are answered on the phone: the answer before each, the whole of the one at hand below a line with
//! how it is answered.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::HelpView;
use super::frame::across;
use super::looks::Looks;
use super::wrap::wrap_limited;
use super::{put, row};
use crate::text::Safe;

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// What was answered; nothing where nothing was.
    pub answer: Safe,
    /// What is asked.
    pub text: Safe,
    /// What stands beside a short question.
    pub beside: Safe,
    /// What was typed, row by row.
    pub below: Vec<Safe>,
    /// Where the text cursor is: row of what was typed, cell of the row; beside where there are no rows.
    pub cursor: Option<(u16, u16)>,
    /// Whether one is not asked it now.
    pub is_idle: bool,
}

/// The form.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// What it is for.
    pub title: Safe,
    /// What stands at the title's right end.
    pub remark: Safe,
    /// Its rows.
    pub rows: Vec<Statement>,
    /// The row that has the cursor.
    pub focus: usize,
    /// The first line of the rows that is seen.
    pub top: usize,
    /// The whole of the question at hand.
    pub asked: Safe,
    /// What is wrong.
    pub trouble: Option<Safe>,
    /// How it is answered.
    pub help: HelpView,
}

/// Cells of the widest answer that is shown before its question.
const ANSWER_MOST: usize = 14;

/// The cells of the labels beside which something is typed.
const LABEL: u16 = 16;

/// Rows of a question that is told whole.
const ASKED_MOST: usize = 2;

impl Statement {
    /// The lines it takes.
    pub fn height(&self) -> usize {
        1 + self.below.len()
    }
}

/// The rows a form has in so high an area.
pub fn rows_height(height: u16) -> u16 {
    height.saturating_sub(2 + help_height(height))
}

fn help_height(height: u16) -> u16 {
    if height < 16 { 4.min(height.saturating_sub(5)) } else { 6 }
}

/// The cells what is typed below a question has, beside answers as wide as these.
pub fn text_width<'a>(answers: impl Iterator<Item = &'a Safe>, width: u16) -> u16 {
    width.saturating_sub(margin(answers) + 1).max(1)
}

/// The cells before the questions: bar, answer, gap.
fn margin<'a>(answers: impl Iterator<Item = &'a Safe>) -> u16 {
    let widest = answers.map(Safe::width).max().unwrap_or(0).clamp(2, ANSWER_MOST);
    u16::try_from(widest).unwrap_or(2) + 4
}

impl Statements {
    /// Draws the form; returns where the text cursor is.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) -> Option<Position> {
        if area.height < 5 || area.width < 20 {
            return None;
        }
        self.draw_title(buffer, area, looks);
        let rows = Rect { y: area.y + 1, height: rows_height(area.height), ..area };
        let cursor = self.draw_rows(buffer, rows, looks);
        let rule = Rect { y: rows.bottom(), height: 1, ..area };
        across(buffer, rule, looks);
        self.draw_help(buffer, Rect { y: rule.bottom(), height: area.bottom() - rule.bottom(), ..area }, looks);
        cursor
    }

    fn draw_title(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let remark = u16::try_from(self.remark.width()).unwrap_or(u16::MAX).min(area.width / 2);
        let room = area.width.saturating_sub(remark + 4);
        put(buffer, area.x + 1, area.y, room, &self.title, looks.strong());
        put(buffer, area.right() - remark - 1, area.y, remark, &self.remark, looks.dim());
    }

    fn draw_rows(&self, buffer: &mut Buffer, area: Rect, looks: Looks) -> Option<Position> {
        let margin = margin(self.rows.iter().map(|row| &row.answer));
        let mut cursor = None;
        let mut at = 0;
        for (number, statement) in self.rows.iter().enumerate() {
            let from = at;
            at += statement.height();
            let line = |number: usize| row(area, u16::try_from((from + number).checked_sub(self.top)?).ok()?);
            let focused = number == self.focus;
            if let Some(first) = line(0) {
                let place = draw_statement(buffer, first, margin, statement, focused, looks);
                cursor = place.filter(|_| focused).or(cursor);
            }
            for (number, text) in statement.below.iter().enumerate() {
                let Some(line) = line(number + 1) else { continue };
                let style = if focused { looks.strong() } else { looks.plain() };
                put(buffer, line.x + margin, line.y, line.width.saturating_sub(margin), text, style);
            }
            if let Some((row, column)) = statement.cursor.filter(|_| focused && !statement.below.is_empty())
                && let Some(line) = line(usize::from(row) + 1)
            {
                let x = (line.x + margin + column).min(area.right().saturating_sub(1));
                cursor = Some(Position { x, y: line.y });
            }
        }
        let below = at.saturating_sub(self.top + usize::from(area.height));
        if below > 0 && area.height > 1 {
            let more = Safe::line(&format!(" {} {below} ", looks.below()));
            let wide = u16::try_from(more.width()).unwrap_or(u16::MAX);
            put(buffer, area.right().saturating_sub(wide), area.bottom() - 1, wide, &more, looks.dim());
        }
        cursor
    }

    fn draw_help(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let mut used = 0;
        let width = area.width.saturating_sub(3);
        let trouble = self.trouble.iter().flat_map(|words| wrap_limited(words, width, ASKED_MOST));
        let asked = wrap_limited(&self.asked, width, ASKED_MOST);
        let asked = asked.into_iter().filter(|line| !line.is_empty()).map(|line| (line, looks.strong()));
        for (line, style) in asked.chain(trouble.map(|line| (line, looks.warning()))) {
            let Some(at) = row(area, used) else { return };
            put(buffer, at.x + 2, at.y, width, &line, style);
            used += 1;
        }
        self.help.draw(buffer, Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area }, looks);
    }
}

/// Draws a row's first line; returns where the cursor is in it, where one types beside the question.
fn draw_statement(
    buffer: &mut Buffer,
    line: Rect,
    margin: u16,
    statement: &Statement,
    focused: bool,
    looks: Looks,
) -> Option<Position> {
    if focused {
        put(buffer, line.x, line.y, 1, &Safe::own(looks.bar()), looks.accent());
    }
    let style = match () {
        () if focused => looks.accent(),
        () if statement.is_idle => looks.dim(),
        () => looks.plain(),
    };
    let x = line.x + margin;
    let room = line.right().saturating_sub(x);
    if statement.answer.is_empty() && statement.cursor.is_some() && statement.below.is_empty() {
        put(buffer, x, line.y, LABEL, &statement.text, if focused { looks.accent() } else { looks.dim() });
        let at = x + LABEL + 1;
        let room = line.right().saturating_sub(at);
        put(buffer, at, line.y, room, &statement.beside, if focused { looks.strong() } else { looks.plain() });
        let column = statement.cursor.map_or(0, |(_, column)| column);
        return Some(Position { x: (at + column).min(line.right().saturating_sub(1)), y: line.y });
    }
    let wide = u16::try_from(statement.answer.width()).unwrap_or(0).min(margin - 3);
    // Answers stand under each other at their right end, next to the question.
    let at = x - 2 - wide;
    put(buffer, at, line.y, wide, &statement.answer, if focused { looks.accent() } else { looks.strong() });
    put(buffer, x, line.y, room, &statement.text, style);
    None
}
