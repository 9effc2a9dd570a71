//! A month as a grid of days: week numbers at the left, Monday first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::looks::Looks;
use super::put;
use crate::text::Safe;

/// What kind of day it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayWeight {
    /// A day people work.
    #[default]
    Plain,
    /// A Sunday or a holiday.
    Free,
    /// A day of another month.
    Outside,
}

/// A day.
#[derive(Clone, Debug, Default)]
pub struct DayCell {
    /// Its number.
    pub number: Safe,
    /// Marks behind the number, which never stand for something by colour alone.
    pub marks: Safe,
    /// What is on, line by line.
    pub lines: Vec<Safe>,
    /// What kind of day it is.
    pub weight: DayWeight,
    /// Whether it is today.
    pub today: bool,
}

/// A week.
#[derive(Clone, Debug, Default)]
pub struct Week {
    /// Its number.
    pub number: Safe,
    /// Its days, Monday first.
    pub days: Vec<DayCell>,
}

/// The grid.
#[derive(Clone, Debug, Default)]
pub struct MonthGrid {
    /// What stands above the week numbers.
    pub corner: Safe,
    /// The weekdays' names.
    pub weekdays: Vec<Safe>,
    /// The weeks.
    pub weeks: Vec<Week>,
    /// The week and the day in it that have the cursor.
    pub cursor: Option<(usize, usize)>,
}

/// Cells the week numbers take.
const NUMBERS: u16 = 4;

/// The most rows a week takes: number, then what is on.
const ROWS_MOST: u16 = 4;

/// The weeks of the longest month: all months are drawn alike, so that nothing jumps from one to the next.
const WEEKS: u16 = 6;

/// How many rows each week gets, of this height.
fn rows_of_week(height: u16) -> u16 {
    (height.saturating_sub(1) / WEEKS).clamp(1, ROWS_MOST)
}

impl MonthGrid {
    /// How many rows a grid takes of this height at the most.
    pub fn height(most: u16) -> u16 {
        (WEEKS * rows_of_week(most) + 1).min(most)
    }

    /// Draws the grid from the area's top.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let wide = area.width.saturating_sub(NUMBERS + 1) / 7;
        if area.height == 0 || wide < 3 {
            return;
        }
        let column = |number: usize| area.x + 1 + NUMBERS + u16::try_from(number).unwrap_or(7) * wide;
        put(buffer, area.x + 1, area.y, NUMBERS - 1, &self.corner, looks.dim());
        for (number, weekday) in self.weekdays.iter().enumerate() {
            put(buffer, column(number) + 1, area.y, wide - 1, weekday, looks.dim());
        }
        let each = rows_of_week(area.height);
        let mut y = area.y + 1;
        for (at, week) in self.weeks.iter().enumerate() {
            let rows = Rect { x: area.x, y, width: area.width, height: each.min(area.bottom().saturating_sub(y)) };
            if rows.height == 0 {
                break;
            }
            put(buffer, area.x + 1, y, NUMBERS - 1, &week.number, looks.dim());
            for (number, day) in week.days.iter().enumerate() {
                let place = Rect { x: column(number), width: wide, ..rows };
                draw_day(buffer, place, day, self.cursor == Some((at, number)), looks);
            }
            y += each;
        }
    }
}

fn draw_day(buffer: &mut Buffer, area: Rect, day: &DayCell, selected: bool, looks: Looks) {
    let style = match day.weight {
        DayWeight::Plain => looks.plain(),
        DayWeight::Free => looks.warning(),
        DayWeight::Outside => looks.dim(),
    };
    let weighted = |style: Style| if selected { looks.selected(style) } else { style };
    if selected {
        put(buffer, area.x, area.y, 1, &Safe::own(looks.bar()), looks.accent());
    }
    let number = if day.today { weighted(style).add_modifier(Modifier::UNDERLINED) } else { weighted(style) };
    let mut x = area.x + 1;
    let right = area.right();
    x += put(buffer, x, area.y, right - x, &day.number, number) + 1;
    put(buffer, x, area.y, right.saturating_sub(x), &day.marks, weighted(looks.accent()));
    for (line, y) in day.lines.iter().zip(area.y + 1..area.bottom()) {
        put(buffer, area.x + 1, y, area.width.saturating_sub(2), line, weighted(looks.plain()));
    }
}
