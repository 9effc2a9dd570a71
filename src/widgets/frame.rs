//! What stands around every screen: the tabs on top, the keys at the bottom, the rules between.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::looks::Looks;
use super::put;
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
    /// Book and season, at the right end.
    pub place: Safe,
    /// The season alone, where there is no room for both.
    pub season: Safe,
}

impl Header {
    /// Draws the line: with long names where they fit beside the place, else short ones, else numbers and the
    /// open tab's name.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        let width = usize::from(area.width);
        let place = self.place.width();
        let name = self.name.width() + 4;
        let long: usize = self.tabs.iter().map(|(long, _)| long.width() + 2).sum();
        let short: usize = self.tabs.iter().map(|(_, short)| short.width() + 1).sum();
        if area.height == 0 {
            return;
        }
        let right = if long + place + 2 <= width {
            let mut x = area.x + 1;
            if name + long + place < width {
                x += put(buffer, x, area.y, area.width, &self.name, looks.dim()) + 3;
            }
            self.draw_tabs(buffer, x, area, 2, |(long, _), _| long.clone(), looks)
        } else if short + 2 <= width {
            self.draw_tabs(buffer, area.x + 1, area, 1, |(_, short), _| short.clone(), looks)
        } else {
            let label = |(long, _): &(Safe, Safe), number: usize| {
                if number == self.current { long.clone() } else { Safe::line(&(number + 1).to_string()) }
            };
            self.draw_tabs(buffer, area.x + 1, area, 1, label, looks)
        };
        let room = usize::from(area.right().saturating_sub(right + 1));
        let shown = [&self.place, &self.season].into_iter().find(|text| text.width() <= room);
        if let Some(shown) = shown {
            let taken = u16::try_from(shown.width()).unwrap_or(u16::MAX);
            put(buffer, area.right().saturating_sub(taken + 1), area.y, taken, shown, looks.dim());
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
    ) -> u16 {
        let mut x = from;
        for (number, tab) in self.tabs.iter().enumerate() {
            let style = if number == self.current { looks.accent().add_modifier(UNDERLINED) } else { looks.plain() };
            x += put(buffer, x, area.y, area.right().saturating_sub(x), &label(tab, number), style) + gap;
        }
        x
    }
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

/// How many keys come before the remark.
const KEYS_FIRST: usize = 5;

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
    /// A remark at the right end.
    pub remark: Safe,
}

impl Footer {
    /// Draws the line; keys that do not fit are left out, the last first.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, looks: Looks) {
        if area.height == 0 {
            return;
        }
        let remark = u16::try_from(self.remark.width()).unwrap_or(u16::MAX);
        // Keys come before remarks: the remark is there where the first of them leave room for it.
        let keys: usize = self.keys.iter().take(KEYS_FIRST).map(FooterKey::width).sum();
        let with_remark =
            remark > 0 && self.toast.is_empty() && keys + usize::from(remark) + 3 < usize::from(area.width);
        let right = if with_remark { area.right() - remark - 2 } else { area.right() };
        if with_remark {
            put(buffer, right + 1, area.y, remark, &self.remark, looks.dim());
        }
        let mut x = area.x + 1;
        if !self.toast.is_empty() {
            put(buffer, x, area.y, right.saturating_sub(x), &self.toast, looks.strong());
            return;
        }
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
