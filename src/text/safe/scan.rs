//! The rules: what becomes of each character on its way to a screen.
//!
//! Owns the verdict on one character in its place. Never builds text: `Safe`
//! writes marks where the verdict asks for them, `json` writes escapes.

use unicode_properties::{EmojiStatus, GeneralCategory, UnicodeEmoji as _, UnicodeGeneralCategory as _};
use unicode_width::UnicodeWidthChar as _;

/// So many combining marks may sit on one base: enough for every living
/// script, too few to climb over the lines above and below.
const MARKS_PER_BASE: u8 = 4;

/// The longest joined emoji in use (a family, a kiss) has four parts.
const JOINS_PER_EMOJI: u8 = 3;

const JOINER: char = '\u{200D}';
const EMOJI_STYLE: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Stays as it is.
    Keep,
    /// Becomes a plain space.
    Blank,
    /// Ends the line.
    Break,
    /// Becomes nothing: the carriage return before a line feed.
    Skip,
    /// Becomes a visible mark of its own.
    Mark,
    /// Stays, on a visible base put before it.
    Bare,
    /// Is counted into one visible mark with its neighbours.
    Excess,
}

/// A character by itself, before its neighbours are looked at.
enum Kind {
    Plain,
    Blank,
    Break,
    Return,
    Combining,
    Joiner,
    Style,
    Hidden,
}

/// Reads characters in order and remembers what a verdict depends on.
#[derive(Default)]
pub(super) struct Scan {
    /// The character a combining mark or a joiner would attach to; none at the
    /// start of a line, after a blank and after a visible mark.
    last: Option<char>,
    marks: u8,
    joins: u8,
    /// Whether the last base is a skin tone that colours an emoji.
    toned: bool,
}

impl Scan {
    /// The verdict on `c`, which stands before `next`.
    pub(super) fn see(&mut self, c: char, next: Option<char>) -> Verdict {
        match kind(c) {
            Kind::Plain => self.base(c),
            Kind::Blank => self.parted(Verdict::Blank),
            Kind::Break => self.parted(Verdict::Break),
            Kind::Return if next == Some('\n') => Verdict::Skip,
            Kind::Combining => self.combining(c),
            Kind::Joiner if self.may_join(next) => {
                self.joins += 1;
                self.kept(c)
            }
            Kind::Style if self.may_style(next) => self.kept(c),
            Kind::Return | Kind::Hidden | Kind::Joiner | Kind::Style => self.parted(Verdict::Mark),
        }
    }

    fn base(&mut self, c: char) -> Verdict {
        self.toned = is_skin_tone(c) && self.last.is_some_and(is_pictograph);
        if self.last != Some(JOINER) && !self.toned {
            self.joins = 0;
        }
        self.marks = 0;
        self.last = (c != ' ').then_some(c);
        Verdict::Keep
    }

    fn combining(&mut self, c: char) -> Verdict {
        if self.marks >= MARKS_PER_BASE {
            return Verdict::Excess;
        }
        self.marks += 1;
        if self.last.replace(c).is_some() { Verdict::Keep } else { Verdict::Bare }
    }

    fn kept(&mut self, c: char) -> Verdict {
        self.last = Some(c);
        Verdict::Keep
    }

    fn parted(&mut self, verdict: Verdict) -> Verdict {
        *self = Self::default();
        verdict
    }

    fn may_join(&self, next: Option<char>) -> bool {
        self.joins < JOINS_PER_EMOJI
            && self.last.is_some_and(|c| c == EMOJI_STYLE || is_pictograph(c) || self.toned && is_skin_tone(c))
            && next.is_some_and(|c| is_hair(c) || is_pictograph(c))
    }

    fn may_style(&self, next: Option<char>) -> bool {
        self.last.is_some_and(|c| match c {
            '0'..='9' | '#' | '*' => next == Some(KEYCAP),
            _ => is_pictograph(c),
        })
    }
}

fn kind(c: char) -> Kind {
    match c {
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => Kind::Plain,
        '\t' => Kind::Blank,
        '\n' => Kind::Break,
        '\r' => Kind::Return,
        JOINER => Kind::Joiner,
        '\u{FE0E}' | EMOJI_STYLE => Kind::Style,
        _ if is_unseen(c) => Kind::Hidden,
        _ => kind_by_category(c),
    }
}

fn kind_by_category(c: char) -> Kind {
    use GeneralCategory as G;
    match c.general_category() {
        G::SpaceSeparator => Kind::Blank,
        G::Control
        | G::Format
        | G::Surrogate
        | G::PrivateUse
        | G::Unassigned
        | G::LineSeparator
        | G::ParagraphSeparator => Kind::Hidden,
        G::NonspacingMark | G::SpacingMark | G::EnclosingMark => Kind::Combining,
        // Hangul vowels and the like are letters, yet stack without a width.
        _ if c.width() == Some(0) => Kind::Combining,
        _ => Kind::Plain,
    }
}

/// Letters and marks that show nothing at all. Source: Unicode 17,
/// `Default_Ignorable_Code_Point`, as far as the category does not tell.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{34F}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0D}'
            | '\u{FFA0}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether `c` is an emoji by itself, not only a part of some.
fn is_pictograph(c: char) -> bool {
    matches!(
        c.emoji_status(),
        EmojiStatus::EmojiPresentation
            | EmojiStatus::EmojiModifierBase
            | EmojiStatus::EmojiPresentationAndModifierBase
            | EmojiStatus::EmojiOther
    )
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Red, curly, bald and white hair: emoji parts that follow a joiner.
fn is_hair(c: char) -> bool {
    matches!(c, '\u{1F9B0}'..='\u{1F9B3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_path_says_what_the_table_says() {
        for c in ('\0'..='\u{2FF}').filter(|c| !matches!(c, '\t' | '\n' | '\r' | ' ')) {
            let fast = matches!(kind(c), Kind::Plain);
            assert_eq!(fast, matches!(kind_by_category(c), Kind::Plain), "{c:?}");
        }
    }
}
