//! Ways out: each leaves a clean terminal, in time, with the right code.

use std::time::{Duration, Instant};

use crate::process::Ended;
use crate::program::opened;
use crate::pty::Terminal;

/// No way out may take longer.
const MOST: Duration = Duration::from_secs(2);

#[track_caller]
fn check_clean(terminal: &Terminal, way: &str) {
    assert_eq!(terminal.modes_left(), Vec::<&str>::new(), "{way}");
    assert!(terminal.is_cooked(), "{way}");
    assert_eq!(terminal.queries(), 0, "{way}");
}

#[test]
fn every_key_that_leaves_leaves_cleanly() {
    for keys in ["q", "C-c C-c", "2 Enter q q", "o tam C-c C-c C-c", "2 f tam Enter q q", ": quit Enter"] {
        let mut terminal = opened();
        terminal.keys(keys);
        assert_eq!(terminal.wait_exit(), Ended::Code(0), "{keys}");
        check_clean(&terminal, keys);
    }
}

#[test]
fn esc_and_one_ctrl_c_do_not_leave() {
    let mut terminal = opened();
    terminal.keys("Esc Esc C-c Down C-c 3");
    terminal.wait_for("Askola");
}

#[test]
fn a_signal_ends_it_with_its_own_code() {
    for (name, code) in [("HUP", 129), ("INT", 130), ("QUIT", 131), ("TERM", 143)] {
        for keys in ["", "o tam", "2 Enter"] {
            let mut terminal = opened();
            terminal.keys(keys);
            let sent = Instant::now();
            terminal.signal(name);
            assert_eq!(terminal.wait_exit(), Ended::Code(code), "{name}");
            assert!(sent.elapsed() < MOST, "{name} took {:?}", sent.elapsed());
            check_clean(&terminal, name);
        }
    }
}

#[test]
fn a_signal_ends_it_even_where_nobody_takes_what_it_writes() {
    for name in ["HUP", "TERM"] {
        let mut terminal = opened();
        terminal.stall();
        terminal.keys("2 3 2");
        let sent = Instant::now();
        terminal.signal(name);
        assert!(matches!(terminal.wait_exit(), Ended::Code(129 | 143)), "{name}");
        assert!(sent.elapsed() < MOST, "{name} took {:?}", sent.elapsed());
        assert!(terminal.is_cooked(), "{name}");
    }
}

#[test]
fn a_line_that_is_lost_takes_the_program_along() {
    for keys in ["", "o tam", "2 Enter"] {
        let mut terminal = opened();
        terminal.keys(keys);
        let cut = Instant::now();
        terminal.hang_up();
        assert_eq!(terminal.wait_exit(), Ended::Code(129));
        assert!(cut.elapsed() < MOST, "{:?}", cut.elapsed());
    }
}
