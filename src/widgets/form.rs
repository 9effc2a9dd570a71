//! A form as it is drawn: labels, what stands in the fields, what is wrong with it, and below a line what helps
//! with the field that has the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::frame::across;
use super::looks::Looks;
use super::table::{Cell, Table, TableRow};
use super::wrap::{wrap, wrap_limited};
use super::{put, row};
use crate::text::Safe;

/// One field as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct FieldView {
    /// Its label.
    pub label: Safe,
    /// What stands in it, row by row.
    pub rows: Vec<Safe>,
    /// Where the text cursor is: row of the field, cell of the row.
    pub cursor: Option<(u16, u16)>,
    /// Whether it has the cursor.
    pub focused: bool,
    /// Whether a record is incomplete without it.
    pub needed: bool,
    /// What is wrong with it.
    pub trouble: Option<Safe>,
}

/// What helps with the field that has the cursor.
#[derive(Clone, Debug, Default)]
pub struct HelpView {
    /// A sentence or an echo of what was understood.
    pub words: Safe,
    /// What can be chosen.
    pub offers: Vec<(Safe, Safe)>,
    /// Which of them would be taken.
    pub cursor: Option<usize>,
}

/// Something to know of what was typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// What.
    pub text: Safe,
    /// Whether something is wrong, and not only worth a word.
    pub warning: bool,
}

/// The room a form has below its fields. It stays the same while one types, so that no field ever moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// For what helps.
    #[default]
    Plain,
    /// For what helps, and under it what is to be said of what was typed.
    WithRemarks,
}

/// The most rows of remarks.
const REMARK_ROWS: usize = 4;

/// A form as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    /// What it is for.
    pub title: Safe,
    /// What stands at the title's right end.
    pub remark: Safe,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// The first row of the fields that is seen.
    pub top: usize,
    /// What helps.
    pub help: HelpView,
    /// The room below the fields.
    pub room: Room,
    /// What is to be said of what was typed so far, the worst first.
    pub remarks: Vec<Remark>,
    /// That there is one remark more than are shown, two more and so on, in words.
    pub and_more: Vec<Safe>,
}

/// Labels take at least this, so that the fields of most forms begin at the same place.
const LABEL_LEAST: u16 = 16;

/// Parts of a form's area.
struct Parts {
    title: Rect,
    fields: Rect,
    rule: Rect,
    help: Rect,
}

impl Room {
    /// How many rows the fields of a form have in an area so high.
    pub fn fields_height(self, height: u16) -> u16 {
        self.parts(Rect { x: 0, y: 0, width: 1, height }).fields.height
    }

    fn parts(self, area: Rect) -> Parts {
        let least = if self == Self::WithRemarks { 4 } else { 3 };
        let further = u16::from(self == Self::WithRemarks && area.height >= 16);
        let help = ((area.height / 4).clamp(least, 7) + further).min(area.height.saturating_sub(4));
        let fields = area.height.saturating_sub(help + 2);
        Parts {
            title: Rect { height: area.height.min(1), ..area },
            fields: Rect { y: area.y + 1, height: fields, ..area },
            rule: Rect { y: area.y + 1 + fields, height: u16::from(help > 0), ..area },
            help: Rect { y: area.y + 2 + fields, height: help, ..area },
        }
    }
}

/// How many cells a field has beside its label, for these labels in an area so wide.
pub fn field_width<'a>(labels: impl Iterator<Item = &'a Safe>, width: u16) -> u16 {
    width.saturating_sub(label_width(labels, width) + 3).max(1)
}

fn label_width<'a>(labels: impl Iterator<Item = &'a Safe>, width: u16) -> u16 {
    let widest = labels.map(Safe::width).max().unwrap_or(0);
    let wanted = u16::try_from(widest + 1).unwrap_or(u16::MAX);
    wanted.clamp(LABEL_LEAST, LABEL_LEAST.max(width * 2 / 5)).min(width / 2)
}

impl FieldView {
    /// The rows it takes at this width.
    pub fn height(&self, width: u16) -> usize {
        let trouble = self.trouble.as_ref().map_or(0, |trouble| wrap(trouble, width).len());
        self.rows.len().max(1) + trouble
    }
}

impl FormView {
    /// Draws the form; returns where the text cursor is.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) -> Option<Position> {
        if area.height < 4 || area.width < 8 {
            return None;
        }
        let parts = self.room.parts(area);
        self.draw_title(buffer, parts.title, looks);
        let cursor = self.draw_fields(buffer, parts.fields, looks);
        across(buffer, parts.rule, looks);
        let help = self.draw_remarks(buffer, parts.help, looks);
        self.help.draw(buffer, help, looks);
        cursor
    }

    fn draw_title(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let taken = put(buffer, area.x + 1, area.y, area.width.saturating_sub(2), &self.title, looks.strong());
        let remark = u16::try_from(self.remark.width()).unwrap_or(u16::MAX);
        if remark > 0 && taken + remark.saturating_add(5) < area.width {
            put(buffer, area.right() - remark - 1, area.y, remark, &self.remark, looks.dim());
        }
    }

    fn draw_fields(&self, buffer: &mut Buffer, area: Rect, looks: Looks) -> Option<Position> {
        let labels = label_width(self.fields.iter().map(|field| &field.label), area.width);
        let width = field_width(self.fields.iter().map(|field| &field.label), area.width);
        let x = area.x + labels + 2;
        let mut cursor = None;
        let mut at = 0;
        for field in &self.fields {
            let from = at;
            at += field.height(width);
            if at <= self.top {
                continue;
            }
            let line = |number: usize| {
                let below = (from + number).checked_sub(self.top)?;
                row(area, u16::try_from(below).ok()?)
            };
            if let Some(first) = line(0) {
                draw_label(buffer, first, labels, field, looks);
            }
            let style = if field.focused { looks.strong() } else { looks.plain() };
            for (number, text) in field.rows.iter().enumerate() {
                let Some(line) = line(number) else { continue };
                put(buffer, x, line.y, width, text, style);
            }
            let trouble = field.trouble.as_ref().map(|trouble| wrap(trouble, width)).unwrap_or_default();
            for (number, text) in trouble.iter().enumerate() {
                let Some(line) = line(field.rows.len().max(1) + number) else { continue };
                put(buffer, x, line.y, width, text, looks.warning());
            }
            if let Some((row, column)) = field.cursor.filter(|_| field.focused)
                && let Some(line) = line(usize::from(row))
            {
                cursor = Some(Position { x: (x + column).min(area.right().saturating_sub(1)), y: line.y });
            }
        }
        let below = at.saturating_sub(self.top + usize::from(area.height));
        if below > 0 && area.height > 1 {
            // Parted from a sentence that reaches so far.
            let more = Safe::line(&format!(" {} {below}", looks.below()));
            let wide = u16::try_from(more.width()).unwrap_or(u16::MAX);
            put(buffer, area.right().saturating_sub(wide + 1), area.bottom() - 1, wide, &more, looks.dim());
        }
        cursor
    }

    /// Draws the remarks at the bottom; returns what is left above them for what helps.
    fn draw_remarks(&self, buffer: &mut Buffer, area: Rect, looks: Looks) -> Rect {
        let width = area.width.saturating_sub(4);
        let helps = wrap(&self.help.words, width).len() * usize::from(!self.help.words.is_empty());
        let helps = helps + self.help.offers.len();
        let height = usize::from(area.height);
        // What helps keeps half of the room where it needs it.
        let most = height.saturating_sub(helps).max(height / 2).min(REMARK_ROWS);
        let lines = self.remark_lines(width, most);
        let taken = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
        let top = area.bottom() - taken;
        for (at, line) in (top..).zip(&lines) {
            let style = if line.warning { looks.warning() } else { looks.plain() };
            put(buffer, area.x + 1, at, 1, &Safe::own(line.mark), style);
            put(buffer, area.x + 3, at, width, &line.text, if line.warning { looks.plain() } else { looks.dim() });
        }
        Rect { height: area.height - taken, ..area }
    }

    /// The remarks as so many rows at the most: as many as fit whole, the first one in any case.
    fn remark_lines(&self, width: u16, most: usize) -> Vec<RemarkLine> {
        let mut lines: Vec<RemarkLine> = Vec::new();
        for (number, remark) in self.remarks.iter().enumerate() {
            let is_last = number + 1 == self.remarks.len();
            // Where there are more, that takes a row.
            let room = most.saturating_sub(lines.len() + usize::from(!is_last && most > 1));
            let wrapped = wrap(&remark.text, width);
            if wrapped.len() > room && number > 0 {
                let left = self.remarks.len() - number;
                let text = left.checked_sub(1).and_then(|at| self.and_more.get(at)).cloned().unwrap_or_default();
                lines.push(RemarkLine { mark: " ", text, warning: false });
                break;
            }
            let mark = if remark.warning { "!" } else { "·" };
            let shown = wrap_limited(&remark.text, width, room.max(1)).into_iter().enumerate();
            lines.extend(shown.map(|(row, text)| RemarkLine {
                mark: if row == 0 { mark } else { " " },
                text,
                warning: remark.warning,
            }));
        }
        lines.truncate(most);
        lines
    }
}

impl HelpView {
    /// Draws what helps from the area's top.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let mut used = 0;
        if !self.words.is_empty() {
            for line in wrap(&self.words, area.width.saturating_sub(3)) {
                let Some(at) = row(area, used) else { return };
                put(buffer, at.x + 2, at.y, at.width - 2, &line, looks.dim());
                used += 1;
            }
        }
        let list = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
        let seen = usize::from(list.height);
        let top = self.cursor.map_or(0, |cursor| (cursor + 1).saturating_sub(seen));
        let rows = self.offers.iter().skip(top).take(seen).map(|(title, beside)| TableRow {
            cells: vec![Cell::new(title.clone()), Cell::dim(beside.clone())],
            ..TableRow::default()
        });
        let cursor = self.cursor.and_then(|cursor| cursor.checked_sub(top));
        Table { rows: rows.collect(), shares: vec![3, 2], cursor }.draw(buffer, list, looks);
    }
}

/// A row of remarks.
struct RemarkLine {
    mark: &'static str,
    text: Safe,
    warning: bool,
}

fn draw_label(buffer: &mut Buffer, line: Rect, width: u16, field: &FieldView, looks: Looks) {
    if field.focused {
        put(buffer, line.x, line.y, 1, &Safe::own(looks.bar()), looks.accent());
    }
    let style = if field.focused { looks.accent() } else { looks.dim() };
    let taken = put(buffer, line.x + 1, line.y, width, &field.label, style);
    if field.needed && taken < width {
        put(buffer, line.x + 1 + taken, line.y, 1, &Safe::own("*"), style);
    }
}
