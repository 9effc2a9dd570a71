//! A card: what is known of one record, label by label, wrapped to the width there is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::bars::LoadBar;
use super::looks::Looks;
use super::wrap::wrap_limited;
use super::{put, row};
use crate::domain::Link;
use crate::text::Safe;

/// How a line of a card weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary.
    #[default]
    Plain,
    /// What one came for: a phone number, an address.
    Strong,
    /// Context, and what is missing.
    Dim,
    /// From the left margin on: what stands right under the title, and rows of a table.
    Lead,
    /// A heading over the lines that follow.
    Heading,
    /// Something is wrong.
    Warning,
}

impl Tone {
    /// Whether a line takes the whole width, without a place for a label.
    fn is_wide(self) -> bool {
        matches!(self, Self::Lead | Self::Heading)
    }
}

/// One line of a card; long text takes as many rows as it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardLine {
    /// What it is; empty where the line goes on from the one before.
    pub label: Safe,
    /// What it says; with label both empty the line is a gap.
    pub text: Safe,
    /// How it weighs.
    pub tone: Tone,
    /// The record one can go to from here.
    pub link: Option<Link>,
    /// A bar before what it says.
    pub bar: Option<LoadBar>,
}

/// What is known of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What the record is called.
    pub title: Safe,
    /// What follows.
    pub lines: Vec<CardLine>,
}

/// The most rows one line takes: a long text is read where it is opened.
const ROWS_MOST: usize = 400;

/// Labels take at least this, so that the text beside them does not jump from card to card.
const LABEL_LEAST: u16 = 13;

/// One row of a card laid out for a width.
#[derive(Clone, Debug)]
struct Laid {
    label: Safe,
    text: Safe,
    tone: Tone,
    line: usize,
    bar: Option<LoadBar>,
}

/// Cells of a bar with the blank behind it.
const BAR: u16 = 9;

impl Card {
    /// Draws the card from the row `top` on; `cursor` is the line that has the cursor. Returns how many rows
    /// the whole card has.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, top: usize, cursor: Option<usize>, looks: Looks) -> usize {
        let laid = self.lay_out(area.width);
        for (number, laid) in (0..).zip(laid.iter().skip(top)) {
            let Some(line) = row(area, number) else { break };
            let selected = cursor.is_some() && cursor == laid.line.checked_sub(1);
            draw_row(buffer, line, laid, self.label_width(area.width), selected, looks);
        }
        laid.len()
    }

    /// Draws the card; where it is longer than the area, the last row says how much is below.
    pub fn draw_with_more(&self, buffer: &mut Buffer, area: Rect, top: usize, cursor: Option<usize>, looks: Looks) {
        let rows = self.height(area.width);
        if rows <= usize::from(area.height) || area.height < 3 {
            self.draw(buffer, area, top, cursor, looks);
            return;
        }
        let seen = Rect { height: area.height - 1, ..area };
        self.draw(buffer, seen, top, cursor, looks);
        let below = rows.saturating_sub(top + usize::from(seen.height));
        if below > 0 {
            let more = Safe::line(&format!("{} {below}", looks.below()));
            put(buffer, area.x + 1, area.bottom() - 1, area.width, &more, looks.dim());
        }
    }

    /// The rows in which the line with this number stands at this width.
    pub fn rows_of(&self, line: usize, width: u16) -> std::ops::Range<usize> {
        let laid = self.lay_out(width);
        let first = laid.iter().position(|laid| laid.line == line + 1).unwrap_or(0);
        let count = laid.iter().filter(|laid| laid.line == line + 1).count();
        first..first + count
    }

    /// How many rows the card has at this width.
    pub fn height(&self, width: u16) -> usize {
        self.lay_out(width).len()
    }

    /// The card as plain text, one line a row.
    pub fn plain(&self) -> Safe {
        let mut text = self.title.clone();
        for line in &self.lines {
            text.push(&Safe::own("\n"));
            if !line.label.is_empty() && !line.text.is_empty() {
                text.push(&line.label);
                text.push(&Safe::own(": "));
            }
            text.push(if line.text.is_empty() { &line.label } else { &line.text });
        }
        text
    }

    fn label_width(&self, width: u16) -> u16 {
        let widest = self.lines.iter().filter(|line| !line.tone.is_wide()).map(|line| line.label.width()).max();
        if widest.unwrap_or(0) == 0 {
            return 0;
        }
        let wanted = u16::try_from(widest.unwrap_or(0) + 2).unwrap_or(u16::MAX);
        wanted.clamp(LABEL_LEAST, LABEL_LEAST.max(width * 2 / 5)).min(width)
    }

    fn lay_out(&self, width: u16) -> Vec<Laid> {
        let mut laid: Vec<Laid> = wrap_limited(&self.title, width.saturating_sub(1), 3)
            .into_iter()
            .map(|text| Laid { label: Safe::default(), text, tone: Tone::Strong, line: 0, bar: None })
            .collect();
        let beside = width.saturating_sub(self.label_width(width) + 1);
        for (number, line) in (1..).zip(&self.lines) {
            let indent = if line.tone.is_wide() { width.saturating_sub(1) } else { beside };
            let indent = if line.bar.is_some() { indent.saturating_sub(BAR) } else { indent };
            for (part, text) in wrap_limited(&line.text, indent, ROWS_MOST).into_iter().enumerate() {
                let (label, bar) = if part == 0 { (line.label.clone(), line.bar) } else { (Safe::default(), None) };
                laid.push(Laid { label, text, tone: line.tone, line: number, bar });
            }
        }
        laid
    }
}

fn draw_row(buffer: &mut Buffer, line: Rect, laid: &Laid, label_width: u16, selected: bool, looks: Looks) {
    if selected {
        put(buffer, line.x, line.y, 1, &Safe::own(looks.bar()), looks.accent());
    }
    let style: Style = match laid.tone {
        Tone::Plain | Tone::Lead => looks.plain(),
        Tone::Strong => looks.strong(),
        Tone::Dim => looks.dim(),
        Tone::Heading => looks.heading(),
        Tone::Warning => looks.warning(),
    };
    let style = if selected { looks.selected(style) } else { style };
    let width = line.width.saturating_sub(1);
    if laid.line == 0 || laid.tone.is_wide() {
        put(buffer, line.x + 1, line.y, width, &laid.text, style);
        return;
    }
    put(buffer, line.x + 1, line.y, label_width.saturating_sub(1), &laid.label, looks.dim());
    let mut x = line.x + 1 + label_width;
    if let Some(bar) = laid.bar {
        put(buffer, x, line.y, line.right().saturating_sub(x), &bar.text(looks), style);
        x += BAR;
    }
    put(buffer, x, line.y, line.right().saturating_sub(x), &laid.text, style);
}
