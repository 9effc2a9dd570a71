//! Input that is not simply typed: pastes, sequences that arrive in pieces, floods, noise.

use crate::process::Ended;
use crate::program::{NOW, kuntatutor, opened, ready};
use crate::pty::{Options, Terminal};

/// A line that takes sequences apart, as SSH may.
#[track_caller]
fn over_ssh() -> Terminal {
    ready(Options { env: &[NOW, ("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")], ..kuntatutor() })
}

#[test]
fn a_paste_is_text_and_never_keys() {
    let mut terminal = opened();
    terminal.keys("o");
    terminal.paste("tam\r\nari");
    terminal.wait_for("tam ari");
    terminal.wait_for("040 3537228");
    terminal.keys("Esc");
    terminal.wait_gone("040 3537228");
    terminal.paste("2\rq\r:quit\r");
    terminal.keys("3");
    terminal.wait_for("Askola");
}

#[test]
fn escape_bytes_in_a_paste_are_shown_and_not_sent() {
    let mut terminal = opened();
    terminal.keys("o");
    terminal.paste("a\x1b]0;PWN\x07\u{9b}31m\u{202e}b");
    terminal.wait_for("PWN");
    let log = String::from_utf8(terminal.raw_log()).expect("UTF-8");
    assert!(!log.contains("\x1b]0;") && !log.contains(['\x07', '\u{9b}', '\u{202e}']), "{}", log.escape_debug());
}

#[test]
fn a_megabyte_may_be_pasted() {
    let mut terminal = opened();
    terminal.keys("o");
    terminal.paste(&"roska rivi\n".repeat(95_000));
    terminal.keys("C-u");
    terminal.raw(b"tam");
    terminal.wait_for("040 3537228");
}

#[test]
fn a_flood_of_keys_costs_few_frames() {
    let mut terminal = opened();
    terminal.keys("3");
    terminal.wait_for("Askola");
    let mark = terminal.mark();
    terminal.raw(&b"jk".repeat(25_000));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    let frames = crate::sequences::frames(&terminal.bytes_since(mark));
    assert!(frames < 5_000, "{frames} frames for 50,000 keys");
}

#[test]
fn an_arrow_key_that_arrives_in_two_pieces_is_one_key() {
    let mut terminal = over_ssh();
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    terminal.keys("Esc [B");
    terminal.wait_until(|screen| screen.rows(0, 80).any(|row| row.starts_with("▌ Mari Ahokas")));
    terminal.keys("Esc OQ");
    terminal.raw(b"tam");
    terminal.wait_for("040 3537228");
}

#[test]
fn esc_alone_is_esc_over_ssh_too() {
    let mut terminal = over_ssh();
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
    terminal.keys("Esc");
    terminal.wait_gone("040 3537228");
    terminal.wait_for("Mari Ahokas");
}

#[test]
fn a_paste_whose_marks_arrive_in_pieces_is_one_paste() {
    let mut terminal = over_ssh();
    terminal.keys("o Esc [200~tam");
    terminal.raw(b"\rari\x1b");
    terminal.keys("[201~");
    terminal.wait_for("tam ari");
    terminal.wait_for("040 3537228");
    assert!(!terminal.screen().contains("201"), "{}", terminal.screen());
}

/// Bytes without any sense, always the same.
fn noise(seed: u32, count: usize) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(&mut next).take(count).collect()
}

#[test]
fn noise_neither_ends_it_badly_nor_hangs_it() {
    for seed in 0..6 {
        let mut terminal = opened();
        let home = terminal.home();
        terminal.raw(&noise(seed, 3_000));
        terminal.signal("TERM");
        let ended = terminal.wait_exit();
        assert!([Ended::Code(0), Ended::Code(143)].contains(&ended), "seed {seed}: {ended:?}");
        assert_eq!(terminal.modes_left(), Vec::<&str>::new(), "seed {seed}");
        assert!(!home.path().join("state/kuntatutor/log").exists(), "seed {seed} made it panic");
    }
}
