//! Owns how a test fills in a form as people do: by its labels, with text, Tab, Enter and Ctrl-S.
//! Never looks into the program: where the cursor is it reads from the screen.

use crate::picture::text_of;
use crate::pty::Terminal;

/// No form has more fields.
const FIELDS_MOST: usize = 60;

/// Types this text, blanks and all.
#[track_caller]
pub(crate) fn write(terminal: &mut Terminal, text: &str) {
    terminal.keys(&text.replace(' ', " Space "));
}

/// Tabs on until the field with this label has the cursor.
#[track_caller]
pub(crate) fn reach(terminal: &mut Terminal, label: &str) {
    let mut at = label_at(&terminal.screen());
    for _ in 0..FIELDS_MOST {
        if at == label {
            return;
        }
        terminal.keys("Tab");
        terminal.wait_until(|screen| {
            let now = label_at(&text_of(screen));
            !now.is_empty() && now != at
        });
        at = label_at(&terminal.screen());
    }
    assert_eq!(at, label, "{}", terminal.screen());
}

/// Goes to the field with this label and types the text.
#[track_caller]
pub(crate) fn fill(terminal: &mut Terminal, label: &str, text: &str) {
    reach(terminal, label);
    write(terminal, text);
}

/// The label of the field that has the cursor.
pub(crate) fn label_at(screen: &str) -> String {
    fields(screen).find_map(|(marked, label, _)| marked.then_some(label)).unwrap_or_default()
}

/// What the screen shows in the field with this label, rows put together, with what is said of it.
#[track_caller]
pub(crate) fn shown(terminal: &mut Terminal, label: &str) -> String {
    let screen = terminal.screen();
    let mut found = fields(&screen).skip_while(|(_, other, _)| other != label);
    let first = found.next().map(|(_, _, text)| text).expect("a field of this label on the screen");
    let more = found.take_while(|(_, other, _)| other.is_empty()).map(|(_, _, text)| text);
    std::iter::once(first).chain(more).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// Every field on the screen with what stands in it, from the top.
pub(crate) fn all_shown(screen: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (_, label, text) in fields(screen) {
        match all.last_mut() {
            Some((_, whole)) if label.is_empty() => {
                whole.push('\n');
                whole.push_str(&text);
            }
            _ => all.push((label, text)),
        }
    }
    all
}

/// Rows of the form on the screen: whether the cursor is there, the label, and what stands beside it.
fn fields(screen: &str) -> impl Iterator<Item = (bool, String, String)> {
    screen.split('\n').skip(3).take_while(|row| !row.starts_with('─')).map(|row| {
        let inner: String = row.chars().skip(1).collect();
        let (label, beside) = inner.split_once("  ").unwrap_or((&inner, ""));
        (row.starts_with('▌'), label.trim().trim_end_matches('*').to_owned(), beside.trim().to_owned())
    })
}

/// Whether the screen says this somewhere, in one row or in several.
pub(crate) fn says(terminal: &mut Terminal, sentence: &str) -> bool {
    in_one_row(&terminal.screen()).contains(sentence)
}

/// Waits until the screen says this somewhere, in one row or in several.
#[track_caller]
pub(crate) fn wait_said(terminal: &mut Terminal, sentence: &str) {
    terminal.wait_until(|screen| in_one_row(&text_of(screen)).contains(sentence));
}

fn in_one_row(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Waits until the change is told and is on the disk.
#[track_caller]
pub(crate) fn wait_saved(terminal: &mut Terminal, told: &str) {
    terminal.wait_until(|screen| {
        let text = text_of(screen);
        text.contains(told) && text.contains("✓ saved")
    });
}
