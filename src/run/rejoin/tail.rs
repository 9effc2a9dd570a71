//! What follows Esc in the sequences a terminal sends for keys and pastes.
//!
//! Owns the known tails. Never keeps anything and never knows of time.
//! Source: "Control Sequences" of xterm (ctlseqs), "PC-Style Function Keys" and
//! "Bracketed Paste Mode"; keys as crossterm 0.29 names them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The tail that ends a paste.
pub(super) const PASTE_END: &str = "[201~";

const PASTE_START: &str = "[200~";

/// What the characters after an Esc are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// All of a key.
    Key(KeyEvent),
    /// The mark before a paste.
    PasteStart,
    /// The mark after a paste.
    PasteEnd,
    /// Possibly the beginning of one of these.
    Partial,
    /// Nothing known.
    Unknown,
}

/// Reads the characters that came after an Esc; there is at least one.
pub(super) fn read(tail: &str) -> Tail {
    if matches!(tail, "O" | "[" | "[[") {
        return Tail::Partial;
    }
    match tail {
        PASTE_START => return Tail::PasteStart,
        PASTE_END => return Tail::PasteEnd,
        _ => {}
    }
    let key = if let Some(last) = tail.strip_prefix('O') {
        only(last).and_then(named).map(KeyEvent::from)
    } else if let Some(last) = tail.strip_prefix("[[") {
        only(last).and_then(console_key).map(KeyEvent::from)
    } else if let Some(rest) = tail.strip_prefix('[') {
        if rest.chars().all(|c| c == ';' || c.is_ascii_digit()) {
            return Tail::Partial;
        }
        control_sequence(rest)
    } else {
        None
    };
    key.map_or(Tail::Unknown, Tail::Key)
}

fn control_sequence(rest: &str) -> Option<KeyEvent> {
    if rest == "Z" {
        return Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT));
    }
    let last = rest.chars().next_back()?;
    let params = rest.strip_suffix(last)?;
    let (number, modifiers) = match params.split_once(';') {
        Some((number, code)) => (number, modifiers(code)?),
        None => (params, KeyModifiers::NONE),
    };
    let code = match (last, number) {
        ('~', number) => numbered(number)?,
        // F1 to F4 come in this form only when a modifier is held.
        ('P'..='S', "") => return None,
        (_, "") if params.is_empty() => named(last)?,
        (_, "1") if !modifiers.is_empty() => named(last)?,
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers))
}

fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn named(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'H' => KeyCode::Home,
        'F' => KeyCode::End,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The function keys of the Linux console.
fn console_key(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::F(1),
        'B' => KeyCode::F(2),
        'C' => KeyCode::F(3),
        'D' => KeyCode::F(4),
        'E' => KeyCode::F(5),
        _ => return None,
    })
}

fn numbered(number: &str) -> Option<KeyCode> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        n @ 11..=15 => KeyCode::F(n - 10),
        n @ 17..=21 => KeyCode::F(n - 11),
        n @ 23..=24 => KeyCode::F(n - 12),
        _ => return None,
    })
}

/// One more than the sum of 1 for Shift, 2 for Alt, 4 for Ctrl, 8 for Super.
fn modifiers(code: &str) -> Option<KeyModifiers> {
    let bits = code.parse::<u8>().ok()?.checked_sub(1)?;
    if bits > 15 {
        return None;
    }
    let held = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL), (8, KeyModifiers::SUPER)];
    Some(held.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, modifier)| modifier).collect())
}
