//! A cell's text as tables hold it: no blanks at its ends, line ends as `\n`.

use ecow::EcoString;

/// The text without blanks at its ends and with plain line ends.
pub(super) fn tidy(text: &str) -> EcoString {
    let text = text.trim_matches(is_edge);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Whether nothing is left of it.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_edge)
}

/// Blanks of every width, and the byte order mark that some programs leave within files.
fn is_edge(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{FEFF}'
}
