//! The escape sequence that asks a terminal to put text on its clipboard.
//!
//! Owns the bytes of OSC 52. Never writes them, and never knows whether the
//! terminal obeyed: none answers, so the caller says "sent to the terminal".

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::effect::COPY_MOST;

/// The OSC 52 sequence that puts `text` on the clipboard, wrapped for tmux to
/// pass on when `tmux` is true (tmux heeds it if `allow-passthrough` is on).
///
/// None when `text` is longer than [`COPY_MOST`]: half a copy would be worse
/// than being told. `text` is what the user chose to copy, as it is; base64
/// keeps it from acting on the terminal.
#[must_use]
pub(super) fn osc52(text: &str, tmux: bool) -> Option<String> {
    if text.len() > COPY_MOST {
        return None;
    }
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    Some(if tmux { format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b")) } else { sequence })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_sent_as_base64() {
        for (text, tmux, expect) in [
            ("", false, "\x1b]52;c;\x07"),
            ("åäö", false, "\x1b]52;c;w6XDpMO2\x07"),
            ("\x1b]0;x\x07", false, "\x1b]52;c;G10wO3gH\x07"),
            ("ab", true, "\x1bPtmux;\x1b\x1b]52;c;YWI=\x07\x1b\\"),
        ] {
            assert_eq!(osc52(text, tmux).as_deref(), Some(expect), "{text:?}");
        }
    }

    #[test]
    fn the_longest_text_fills_the_limit_and_one_more_is_refused() {
        let longest = "x".repeat(COPY_MOST);
        assert_eq!(osc52(&longest, false).unwrap().len(), 100_000);
        assert_eq!(osc52(&(longest + "x"), false), None);
    }
}
