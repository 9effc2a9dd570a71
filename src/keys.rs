//! Chords: what a key press is called, and how it is written.
//!
//! Knows no terminal: `run` turns the terminal's events into chords.

pub mod keymap;

use std::fmt;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those printed on the keys")]
pub enum Key {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PgUp,
    PgDn,
}

/// A key with what is held down beside it. Shift on a letter is in the letter itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held, on keys that are no letters.
    pub shift: bool,
}

const NAMES: [(&str, Key); 13] = [
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PgUp", Key::PgUp),
    ("PgDn", Key::PgDn),
];

impl Chord {
    /// The key alone.
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false, shift: false }
    }

    /// The key with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self { key: Key::Char(letter), ctrl: true, alt: false, shift: false }
    }

    /// The letter it types, if it types one.
    pub fn letter(self) -> Option<char> {
        match self.key {
            Key::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Reads `Ctrl-P`, `Shift-Tab`, `F2`, `Space`, `y`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chord = Self::plain(Key::Esc);
        let mut rest = text;
        loop {
            let (flag, after) = match rest.split_once('-') {
                Some(("Ctrl", after)) => (&mut chord.ctrl, after),
                Some(("Alt", after)) => (&mut chord.alt, after),
                Some(("Shift", after)) => (&mut chord.shift, after),
                _ => break,
            };
            *flag = true;
            rest = after;
        }
        chord.key = key(rest)?;
        if let (true, Key::Char(letter)) = (chord.ctrl, chord.key) {
            chord.key = Key::Char(letter.to_ascii_lowercase());
        }
        Some(chord)
    }
}

fn key(text: &str) -> Option<Key> {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => return Some(Key::Char(letter)),
        (Some('F'), Some(_)) if text.get(1..)?.parse::<u8>().is_ok() => return text.get(1..)?.parse().ok().map(Key::F),
        _ => {}
    }
    if text == "Space" {
        return Some(Key::Char(' '));
    }
    NAMES.iter().find(|(name, _)| *name == text).map(|(_, key)| *key)
}

impl fmt::Display for Chord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                out.write_str(name)?;
            }
        }
        match self.key {
            Key::Char(' ') => out.write_str("Space"),
            Key::Char(letter) if self.ctrl => write!(out, "{}", letter.to_ascii_uppercase()),
            Key::Char(letter) => write!(out, "{letter}"),
            Key::F(number) => write!(out, "F{number}"),
            key => out.write_str(NAMES.iter().find(|(_, named)| *named == key).map_or("", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_prints_as_it_is_read() {
        for text in ["y", "G", ":", "Space", "Enter", "F2", "F12", "Ctrl-P", "Shift-Tab", "Alt-Left", "PgDn", "-"] {
            assert_eq!(Chord::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Chord::parse("Hyper-X"), None);
    }
}
