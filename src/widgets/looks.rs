//! Looks by meaning, from the terminal's own sixteen colours, or without any.
//!
//! No meaning is by colour alone: every look also has a mark, a weight or a word beside it. Foreground
//! white, black and yellow are never used, so that light and dark themes both read well.

use ratatui::style::{Color, Modifier, Style};

/// What the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Colours may be used.
    pub colour: bool,
    /// Lines and bars may be drawn with characters beyond ASCII.
    pub drawing: bool,
}

impl Looks {
    /// Ordinary text.
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// What one came for.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Context, of less weight. Without colour it is ordinary: poor terminals show dim as nothing at all.
    pub fn dim(self) -> Style {
        if self.colour { Style::new().fg(Color::DarkGray) } else { Style::new() }
    }

    /// The one accent: the present tab, the cursor's bar.
    pub fn accent(self) -> Style {
        if self.colour { Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD) } else { self.strong() }
    }

    /// Letters that matched.
    pub fn matched(self) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
        if self.colour { style.fg(Color::Cyan) } else { style }
    }

    /// Something is wrong.
    pub fn warning(self) -> Style {
        if self.colour { Style::new().fg(Color::Red) } else { self.strong() }
    }

    /// A heading among rows.
    pub fn heading(self) -> Style {
        if self.colour { Style::new().fg(Color::Cyan) } else { Style::new().add_modifier(Modifier::UNDERLINED) }
    }

    /// The cursor's row: a weight over whatever stands there.
    pub fn selected(self, style: Style) -> Style {
        style.add_modifier(Modifier::BOLD)
    }

    /// The bar before the cursor's row.
    pub fn bar(self) -> &'static str {
        if self.drawing { "▌" } else { ">" }
    }

    /// The mark of a marked row.
    pub fn marked(self) -> &'static str {
        if self.drawing { "●" } else { "*" }
    }

    /// The mark of a row somebody else has just changed.
    pub fn fresh(self) -> &'static str {
        "~"
    }

    /// What a bar is made of: taken, to come, free.
    pub fn bar_marks(self) -> [&'static str; 3] {
        if self.drawing { ["█", "▒", "░"] } else { ["#", "+", "."] }
    }

    /// The mark of what suits or is done.
    pub fn tick(self) -> &'static str {
        if self.drawing { "✓" } else { "x" }
    }

    /// Stands between what is and what would be.
    pub fn becomes(self) -> &'static str {
        if self.drawing { "→" } else { ">" }
    }

    /// Stands before how much there is below.
    pub fn below(self) -> &'static str {
        if self.drawing { "↓" } else { "v" }
    }

    /// Stands before what is missing.
    pub fn gap(self) -> &'static str {
        if self.drawing { "·" } else { "-" }
    }

    /// Stands before what is wrong.
    pub fn clash(self) -> &'static str {
        "!"
    }

    /// A rule across.
    pub fn across(self) -> &'static str {
        if self.drawing { "─" } else { "-" }
    }

    /// A rule down.
    pub fn down(self) -> &'static str {
        if self.drawing { "│" } else { "|" }
    }
}
