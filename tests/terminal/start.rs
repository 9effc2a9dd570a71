//! Starting: the first screen, languages and locales, poor terminals, no terminal.

use std::path::Path;
use std::time::Duration;

use crate::process::Ended;
use crate::program::{NOW, PROGRAM, answer, answer_in, kuntatutor, opened, ready};
use crate::pty::{Options, Terminal};

#[test]
fn today_of_the_shipped_book_is_the_first_screen() {
    let mut terminal = opened();
    assert!(terminal.row(0).contains("Today"), "{}", terminal.screen());
    assert!(terminal.screen().contains("2020–21"));
    assert_eq!(terminal.queries(), 0, "a terminal's answer would arrive as typed letters");
    assert_eq!(terminal.modes_left(), ["alternate screen", "bracketed paste", "hidden cursor"]);
    assert!(!terminal.is_cooked());
}

#[test]
fn an_idle_program_writes_nothing() {
    let mut terminal = opened();
    terminal.settle(0, Duration::from_millis(200));
    assert_eq!(terminal.bytes_within(Duration::from_secs(1)), 0);
}

#[test]
fn the_language_asked_for_is_shown() {
    for (lang, today) in [("fi", "Tänään"), ("sv", "I dag"), ("en", "Today")] {
        ready(Options { args: &["--lang", lang], ..kuntatutor() }).wait_for(today);
    }
}

#[test]
fn any_locale_starts_set_up_or_not() {
    for (name, value, today) in [
        ("LANG", "C", "Today"),
        ("LANG", "POSIX", "Today"),
        ("LANG", "", "Today"),
        ("LC_ALL", "fi_FI.UTF-8", "Tänään"),
        ("LC_ALL", "sv_FI@euro", "I dag"),
        ("LC_MESSAGES", "fi_FI", "Tänään"),
        ("LC_ALL", "xx_YY.ISO-8859-99", "Today"),
        ("LC_ALL", "ä\u{202e}", "Today"),
    ] {
        let mut terminal = ready(Options { env: &[NOW, (name, value)], ..kuntatutor() });
        assert!(terminal.row(0).contains(today), "{name}={value}: {}", terminal.row(0));
    }
}

#[test]
fn without_home_and_locale_it_starts_too() {
    let nothing = ["LANG", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "PATH"].map(|name| (name, ""));
    let mut terminal = Terminal::open(Options { env: &nothing, ..kuntatutor() });
    terminal.wait_for("Today");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
}

#[test]
fn without_colours_the_cursor_row_is_still_seen() {
    let mut terminal = Terminal::open(Options { env: &[NOW, ("NO_COLOR", "1")], ..kuntatutor() });
    terminal.wait_for("Mari Ahokas");
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    let (here, column) = terminal.find("Joel Aaltonen");
    let (other, _) = terminal.find("Satu Ahonen");
    assert!(terminal.row(here.into()).starts_with('▌'), "{}", terminal.screen());
    assert!(terminal.cell(here, column).bold());
    assert!(!terminal.cell(other, column).bold());
    assert_eq!(terminal.cell(here, column).fgcolor(), vt100::Color::Default);
    let log = terminal.raw_log();
    assert!(!log.windows(4).any(|piece| piece == b"\x1b[38"), "no colour is asked for");
}

#[test]
fn without_utf8_rules_and_bars_are_plain() {
    let mut terminal = ready(Options { env: &[NOW, ("LANG", "C")], ..kuntatutor() });
    assert!(!terminal.screen().contains(['─', '▌', '│', '●']), "{}", terminal.screen());
}

#[test]
fn a_terminal_that_cannot_draw_is_told_so() {
    for term in ["dumb", "unknown", "", "no-such-terminal", "../../etc/passwd", "\x1b[31m"] {
        let mut terminal = Terminal::open(Options { env: &[NOW, ("TERM", term)], ..kuntatutor() });
        assert_eq!(terminal.wait_exit(), Ended::Code(2), "{term:?}");
        let told = terminal.raw_log();
        assert!(!told.contains(&0x1b), "{}", told.escape_ascii());
        let told = String::from_utf8(told).expect("UTF-8");
        assert_eq!(told.lines().count(), 1, "one sentence: {told}");
        assert!(told.contains("kuntatutor find"), "{told}");
        assert!(terminal.is_cooked());
    }
}

#[test]
fn words_open_the_lookup_on_them() {
    let mut terminal = Terminal::open(Options { args: &["tam"], ..kuntatutor() });
    terminal.wait_for("040 3537228");
    let mut terminal = Terminal::open(Options { args: &["--", "list"], ..kuntatutor() });
    terminal.wait_for(" list");
    terminal.keys("Esc q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
}

#[test]
fn without_a_terminal_words_are_found_and_the_screen_is_refused() {
    let found = answer(&["tam"]);
    assert_eq!(found.code, Some(0));
    assert!(found.out.contains("Ari Tammi") && found.out.contains("040 3537228"), "{found:?}");
    let refused = answer_in(&[("TERM", "xterm")], &[]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert_eq!(refused.err.lines().count(), 1, "{refused:?}");
    assert!(!refused.err.contains('\x1b'));
}

/// The shell runs `line` with `$KT` as the program.
fn shell(line: &str) -> Terminal {
    Terminal::open(Options {
        args: &["-c", line],
        size: (200, 24),
        env: &[NOW, ("KT", PROGRAM)],
        ..Options::new(Path::new("/bin/sh"))
    })
}

#[test]
fn half_a_terminal_is_none() {
    for line in ["$KT </dev/null", "$KT | cat; exit 2"] {
        let mut terminal = shell(line);
        assert_eq!(terminal.wait_exit(), Ended::Code(2), "{line}");
        assert!(!terminal.raw_log().contains(&0x1b), "{line}");
        assert!(terminal.screen().contains("kuntatutor find"), "{line}: {}", terminal.screen());
    }
    for line in ["$KT tam </dev/null", "$KT tam | cat"] {
        let mut terminal = shell(line);
        assert_eq!(terminal.wait_exit(), Ended::Code(0), "{line}");
        assert!(terminal.screen().contains("ari.tammi@hel.fi"), "{line}: {}", terminal.screen());
        assert!(!terminal.raw_log().contains(&0x1b), "{line}");
    }
}
