//! What stands around every screen: the tabs on top, the keys at the bottom, the rules between.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::looks::Looks;
use super::put;
use super::wrap::wrap_limited;
use crate::text::Safe;

/// The line of tabs.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The program's name.
    pub name: Safe,
    /// The tabs: long and short name.
    pub tabs: Vec<(Safe, Safe)>,
    /// The tab that is open.
    pub current: usize,
}

impl Header {
    /// Draws the line: with long names where they fit, else short ones, else numbers and the open tab's name.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let width = usize::from(area.width);
        let name = self.name.width() + 4;
        let long: usize = self.tabs.iter().map(|(long, _)| long.width() + 2).sum();
        let short: usize = self.tabs.iter().map(|(_, short)| short.width() + 1).sum();
        if area.height == 0 {
            return;
        }
        if long < width {
            let mut x = area.x + 1;
            if name + long < width {
                x += put(buffer, x, area.y, area.width, &self.name, looks.dim()) + 3;
            }
            self.draw_tabs(buffer, x, area, 2, |(long, _), _| long.clone(), looks);
        } else if short + 2 <= width {
            self.draw_tabs(buffer, area.x + 1, area, 1, |(_, short), _| short.clone(), looks);
        } else {
            let label = |(long, _): &(Safe, Safe), number: usize| {
                if number == self.current { long.clone() } else { Safe::line(&(number + 1).to_string()) }
            };
            self.draw_tabs(buffer, area.x + 1, area, 1, label, looks);
        }
    }

    fn draw_tabs(
        &self,
        buffer: &mut Buffer,
        from: u16,
        area: Rect,
        gap: u16,
        label: impl Fn(&(Safe, Safe), usize) -> Safe,
        looks: Looks,
    ) {
        let mut x = from;
        for (number, tab) in self.tabs.iter().enumerate() {
            let style = if number == self.current { looks.accent().add_modifier(UNDERLINED) } else { looks.plain() };
            x += put(buffer, x, area.y, area.right().saturating_sub(x), &label(tab, number), style) + gap;
        }
    }
}

/// How a status weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusWeight {
    /// All is well.
    #[default]
    Calm,
    /// Something is not on the disk.
    Warning,
}

/// The rule below the tabs, with what one always wants to know in it.
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// Whose book it is.
    pub book: Safe,
    /// The season at hand.
    pub season: Safe,
    /// Where the book lies.
    pub place: Safe,
    /// Whether what was changed is on the disk.
    pub saved: Safe,
    /// How that weighs.
    pub weight: StatusWeight,
}

/// Cells of the rule left and right of what stands in it.
const RULE_ENDS: u16 = 2;

impl Status {
    /// Draws the rule; where it is narrow the place's beginning gives way, for its end tells the books apart.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        across(buffer, area, looks);
        if area.height == 0 || area.width < 20 {
            return;
        }
        let saved = u16::try_from(self.saved.width()).unwrap_or(u16::MAX);
        let mut right = area.right().saturating_sub(RULE_ENDS);
        if saved > 0 && saved + 20 < area.width {
            let style = match self.weight {
                StatusWeight::Calm => looks.dim(),
                StatusWeight::Warning => looks.warning(),
            };
            right = right.saturating_sub(saved + 2);
            blank(buffer, Rect { x: right, width: saved + 2, height: 1, ..area });
            put(buffer, right + 1, area.y, saved, &self.saved, style);
            right = right.saturating_sub(1);
        }
        let room = right.saturating_sub(area.x + RULE_ENDS + 2);
        let known = [&self.book, &self.season].into_iter().filter(|part| !part.is_empty());
        let mut text = Safe::join(known, &Safe::own(" · "));
        let parted = Safe::own(" · ");
        let rest = usize::from(room).saturating_sub(text.width() + parted.width());
        if !self.place.is_empty() && rest >= 8 {
            if !text.is_empty() {
                text.push(&parted);
            }
            text.push(&tail(&self.place, rest));
        }
        let wide = u16::try_from(text.width()).unwrap_or(room).min(room);
        blank(buffer, Rect { x: area.x + RULE_ENDS, width: wide + 2, height: 1, ..area });
        put(buffer, area.x + RULE_ENDS + 1, area.y, room, &text, looks.dim());
    }
}

fn blank(buffer: &mut Buffer, area: Rect) {
    for x in area.left()..area.right() {
        if let Some(cell) = buffer.cell_mut((x, area.y)) {
            cell.reset();
        }
    }
}

/// The text, or its end behind `…` where it is wider than there is room.
fn tail(text: &Safe, room: usize) -> Safe {
    if text.width() <= room {
        return text.clone();
    }
    let mut end = text.as_str();
    while Safe::line(end).width() + 1 > room {
        let mut letters = end.chars();
        if letters.next().is_none() {
            break;
        }
        end = letters.as_str();
    }
    Safe::line(&format!("…{end}"))
}

const UNDERLINED: ratatui::style::Modifier = ratatui::style::Modifier::UNDERLINED;

/// One key of the footer.
#[derive(Clone, Debug)]
pub struct FooterKey {
    /// The key's name.
    pub key: Safe,
    /// What it does.
    pub text: Safe,
    /// Whether it would do it now.
    pub can: bool,
}

impl FooterKey {
    fn width(&self) -> usize {
        self.key.width() + 1 + self.text.width() + 2
    }
}

/// The line of keys.
#[derive(Clone, Debug, Default)]
pub struct Footer {
    /// The keys, the most useful first.
    pub keys: Vec<FooterKey>,
    /// What was just done, instead of the keys.
    pub toast: Safe,
}

impl Footer {
    /// Draws the line into the area's last row; keys that do not fit are left out, the last first. What was just
    /// done is said in as many rows as it takes.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        if area.height == 0 {
            return;
        }
        if !self.toast.is_empty() {
            self.draw_toast(buffer, area, looks);
            return;
        }
        let area = Rect { y: area.bottom() - 1, height: 1, ..area };
        let right = area.right();
        let mut x = area.x + 1;
        for key in &self.keys {
            let wide = u16::try_from(key.width() - 2).unwrap_or(u16::MAX);
            if x.saturating_add(wide) > right {
                continue;
            }
            let style = if key.can { looks.strong() } else { looks.dim() };
            x += put(buffer, x, area.y, right - x, &key.key, style) + 1;
            x += put(buffer, x, area.y, right.saturating_sub(x), &key.text, looks.dim()) + 2;
        }
    }
}

impl Footer {
    fn draw_toast(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let lines = wrap_limited(&self.toast, area.width.saturating_sub(2), TOAST_MOST);
        let count = u16::try_from(lines.len()).unwrap_or(1).min(area.height);
        for (number, line) in (0..count).zip(&lines) {
            let row = Rect { y: area.bottom() - count + number, height: 1, ..area };
            blank(buffer, row);
            put(buffer, row.x + 1, row.y, row.width.saturating_sub(1), line, looks.strong());
        }
    }
}

/// The most rows that are taken to say what was just done.
pub const TOAST_MOST: usize = 4;

/// Draws a rule across an area's first row.
pub fn across(buffer: &mut Buffer, area: Rect, looks: Looks) {
    let rule = Safe::own(looks.across());
    for x in area.left()..area.right().min(area.left() + area.width * area.height.min(1)) {
        put(buffer, x, area.y, 1, &rule, looks.dim());
    }
}

/// Draws a rule down an area's first column.
pub fn down(buffer: &mut Buffer, area: Rect, looks: Looks) {
    let rule = Safe::own(looks.down());
    for y in area.top()..area.bottom() {
        put(buffer, area.x, y, 1, &rule, looks.dim());
    }
}
