//! Owns the reading of what a program sent to the clipboard by OSC 52.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::pty::Terminal;

/// Presses these keys and gives the text that reaches the clipboard of the terminal.
#[track_caller]
pub(crate) fn copied(terminal: &mut Terminal, keys: &str) -> String {
    between(terminal, keys, b"\x1b]52;c;", b"\x07")
}

/// The same where tmux stands between the program and the terminal.
#[track_caller]
pub(crate) fn copied_through_tmux(terminal: &mut Terminal, keys: &str) -> String {
    between(terminal, keys, b"\x1bPtmux;\x1b\x1b]52;c;", b"\x07\x1b\\")
}

#[track_caller]
fn between(terminal: &mut Terminal, keys: &str, before: &[u8], after: &[u8]) -> String {
    let mark = terminal.mark();
    terminal.keys(keys);
    terminal.wait_for_bytes(mark, before);
    terminal.wait_for_bytes(mark, after);
    let written = terminal.bytes_since(mark);
    let start = place(&written, before) + before.len();
    let length = place(&written[start..], after);
    let text = STANDARD.decode(&written[start..start + length]).expect("base64");
    String::from_utf8(text).expect("UTF-8")
}

fn place(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|piece| piece == wanted).expect("it was waited for")
}
