//! Editing a line of text with the full readline set, grapheme by grapheme.

use tui_input::{Input, InputRequest};

use crate::keys::{Chord, Key};
use crate::text::Safe;

/// More than anyone types, less than what makes a screen slow.
const MOST: usize = 10_000;

/// A line one types into.
#[derive(Clone, Debug, Default)]
pub struct LineEdit {
    input: Input,
}

impl LineEdit {
    /// A line with this text, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// What stands in the line.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// Edits the line if the chord is one that does. Returns whether it was.
    pub fn edit(&mut self, chord: Chord) -> bool {
        let Some(request) = request(chord) else { return false };
        self.input.handle(request);
        true
    }

    /// Puts text in at the cursor: line ends become blanks, for a line is one line.
    pub fn insert(&mut self, text: &str) {
        let (before, after) = self.parts();
        let room = MOST.saturating_sub(self.text().chars().count());
        let one_line = |letter| if matches!(letter, '\n' | '\r') { ' ' } else { letter };
        let added: String = text.chars().take(room).map(one_line).collect();
        let cursor = before.chars().count() + added.chars().count();
        self.input = Input::new(format!("{before}{added}{after}")).with_cursor(cursor);
    }

    /// The text before and behind the cursor, as it can be shown.
    pub fn around_cursor(&self) -> (Safe, Safe) {
        let (before, after) = self.parts();
        (Safe::line(&before), Safe::line(&after))
    }

    fn parts(&self) -> (String, String) {
        let letters = || self.text().chars();
        let at = self.input.cursor();
        (letters().take(at).collect(), letters().skip(at).collect())
    }
}

/// The readline set; what is not in it is not the line's business.
fn request(chord: Chord) -> Option<InputRequest> {
    use InputRequest as Do;
    Some(match (chord.key, chord.ctrl, chord.alt) {
        (Key::Backspace, false, false) | (Key::Char('h'), true, false) => Do::DeletePrevChar,
        (Key::Delete, false, false) | (Key::Char('d'), true, false) => Do::DeleteNextChar,
        (Key::Left, false, false) | (Key::Char('b'), true, false) => Do::GoToPrevChar,
        (Key::Right, false, false) | (Key::Char('f'), true, false) => Do::GoToNextChar,
        (Key::Left, true, false) | (Key::Char('b'), false, true) => Do::GoToPrevWord,
        (Key::Right, true, false) | (Key::Char('f'), false, true) => Do::GoToNextWord,
        (Key::Home, false, false) | (Key::Char('a'), true, false) => Do::GoToStart,
        (Key::End, false, false) | (Key::Char('e'), true, false) => Do::GoToEnd,
        (Key::Char('w'), true, false) | (Key::Backspace, false, true) => Do::DeletePrevWord,
        (Key::Char('d'), false, true) => Do::DeleteNextWord,
        (Key::Char('u'), true, false) => Do::DeleteLine,
        (Key::Char('k'), true, false) => Do::DeleteTillEnd,
        (Key::Char('y'), true, false) => Do::Yank,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(start: &str, chords: &[&str]) -> String {
        let mut line = LineEdit::new(start);
        for chord in chords {
            let chord = Chord::parse(chord).unwrap();
            if !line.edit(chord) {
                line.insert(&chord.letter().map(String::from).unwrap_or_default());
            }
        }
        let (before, after) = line.around_cursor();
        format!("{before}|{after}")
    }

    #[test]
    fn a_line_is_edited_as_readline_does() {
        assert_eq!(typed("ari tammi", &["Ctrl-W"]), "ari |");
        assert_eq!(typed("ari tammi", &["Ctrl-A", "x"]), "x|ari tammi");
        assert_eq!(typed("ari", &["Left", "Left", "Ctrl-K"]), "a|");
        assert_eq!(typed("ari", &["Ctrl-U", "y"]), "y|");
    }

    #[test]
    fn a_letter_with_its_marks_is_one() {
        assert_eq!(typed("e\u{301}x", &["Left", "Backspace"]), "|x");
        assert_eq!(typed("ä", &["Backspace"]), "|");
    }

    #[test]
    fn a_pasted_line_end_is_a_blank() {
        let mut line = LineEdit::default();
        line.insert("a\nb");
        assert_eq!(line.text(), "a b");
    }
}
