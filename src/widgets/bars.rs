//! Bars of counts against what is allowed.

use super::looks::Looks;
use crate::text::Safe;

/// What somebody has taken on, what would come, and the most they take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoadBar {
    /// What they have.
    pub taken: u32,
    /// What would come.
    pub added: u32,
    /// The most; nothing where nothing was agreed.
    pub ceiling: Option<u32>,
}

/// The cells of a bar.
const CELLS: u32 = 8;

impl LoadBar {
    /// The bar with the numbers behind it: `██▒░░░░░ 2→3/8`.
    pub fn told(self, looks: Looks) -> Safe {
        let mut numbers = self.taken.to_string();
        if self.added > 0 {
            numbers.push_str(looks.becomes());
            numbers.push_str(&self.taken.saturating_add(self.added).to_string());
        }
        if let Some(ceiling) = self.ceiling {
            numbers.push('/');
            numbers.push_str(&ceiling.to_string());
        }
        let mut bar = self.text(looks);
        // The numbers stand below each other, however long the bars are.
        let wide = usize::try_from(CELLS).unwrap_or(0) + 1;
        bar.push(&Safe::line(&" ".repeat(wide.saturating_sub(bar.width()))));
        bar.push(&Safe::line(&numbers));
        bar
    }

    /// The bar in eight cells: taken, to come, free. A ceiling of up to eight has a cell for each; without one, so has
    /// the count.
    pub fn text(self, looks: Looks) -> Safe {
        let most = self.ceiling.unwrap_or(CELLS).max(1);
        let cells = |count: u32| if most <= CELLS { count } else { (count.saturating_mul(CELLS)).div_ceil(most) };
        let all = if self.ceiling.is_none() { 0 } else { most.min(CELLS) };
        let taken = cells(self.taken).min(CELLS);
        let added = cells(self.taken.saturating_add(self.added)).min(CELLS) - taken;
        let free = all.saturating_sub(taken + added);
        let part = |mark: &str, count: u32| mark.repeat(usize::try_from(count).unwrap_or(0));
        let [full, next, empty] = looks.bar_marks();
        Safe::line(&[part(full, taken), part(next, added), part(empty, free)].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(taken: u32, added: u32, ceiling: Option<u32>) -> String {
        let looks = Looks { colour: false, drawing: true };
        LoadBar { taken, added, ceiling }.text(looks).to_string()
    }

    #[test]
    fn a_bar_shows_what_is_taken_what_would_come_and_what_is_free() {
        assert_eq!(bar(2, 1, Some(8)), "██▒░░░░░");
        assert_eq!(bar(3, 0, Some(4)), "███░");
        assert_eq!(bar(5, 1, Some(4)), "█████▒", "over the ceiling is seen");
        assert_eq!(bar(20, 0, Some(40)), "████░░░░");
        assert_eq!(bar(2, 1, None), "██▒", "without a ceiling nothing is free");
        assert_eq!(bar(0, 0, Some(0)), "░");
        let looks = Looks { colour: false, drawing: true };
        let told = |bar: LoadBar| bar.told(looks).to_string();
        assert_eq!(told(LoadBar { taken: 2, added: 1, ceiling: Some(8) }), "██▒░░░░░ 2→3/8");
        assert_eq!(told(LoadBar { taken: 1, added: 0, ceiling: None }), "█        1");
        let poor = LoadBar { taken: 1, added: 1, ceiling: Some(3) }.text(Looks::default());
        assert_eq!(poor.to_string(), "#+.");
    }
}
