//! Owns the proof that the harness sees and says what happens, with a shell as the
//! program. Never runs kuntatutor: the harness must be right before that.

use std::path::Path;
use std::time::Duration;

use crate::keys::bytes_of;
use crate::process::Ended;
use crate::pty::{Options, Terminal};
use crate::sequences::{frames, modes_left, queries, whole_frames};

const SHELL: &str = "/bin/sh";

fn shell(script: &str) -> Terminal {
    Terminal::open(Options { args: &["-c", script], ..Options::new(Path::new(SHELL)) })
}

#[test]
fn shows_what_is_typed_and_pasted() {
    let mut terminal = shell("stty -icanon -echo; echo valmis; exec cat");
    terminal.wait_for("valmis");
    terminal.keys("tam Space mi");
    terminal.wait_for("tam mi");
    terminal.paste("liite");
    terminal.wait_for("liite");
    assert!(terminal.row(1).starts_with("tam mi"));
    assert_eq!(terminal.screen().split('\n').count(), 24);
}

#[test]
fn names_colours_and_places_of_cells() {
    let mut terminal = shell(r"printf 'a\r\n漢字 \033[7;1mrivi\033[0m \033[?25l'; exec cat");
    terminal.wait_for("rivi");
    terminal.wait_until(vt100::Screen::hide_cursor);
    let (row, col) = terminal.find("rivi");
    assert_eq!((row, col), (1, 5));
    let cell = terminal.cell(row, col);
    assert!(cell.inverse() && cell.bold());
    assert!(!terminal.cell(row, 0).inverse());
    assert_eq!(terminal.cursor(), None);
}

#[test]
fn tells_codes_and_signals_apart() {
    let mut terminal = shell("exit 3");
    assert_eq!(terminal.wait_exit(), Ended::Code(3));
    for name in ["HUP", "TERM", "KILL"] {
        let mut terminal = shell("echo valmis; exec cat");
        terminal.wait_for("valmis");
        terminal.signal(name);
        assert_eq!(terminal.wait_exit(), Ended::Signal(name));
    }
}

#[test]
fn hears_all_that_is_written_before_the_end() {
    let mut terminal = shell("seq 20000; printf loppu");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    assert!(terminal.raw_log().ends_with(b"loppu"));
    assert!(terminal.screen().contains("20000\nloppu"));
}

#[test]
fn a_line_hung_up_reaches_the_program_without_a_key() {
    let script = r#"stty raw -echo; trap 'echo HUP >>"$HOME/heard"; exit 9' HUP; printf valmis
        while read -r key; do echo "key $key" >>"$HOME/heard"; done; wait"#;
    let mut terminal = shell(script);
    let home = terminal.home();
    terminal.wait_for("valmis");
    terminal.hang_up();
    assert_eq!(terminal.wait_exit(), Ended::Code(9));
    let heard = std::fs::read_to_string(home.path().join("home/heard")).unwrap();
    assert_eq!(heard, "HUP\n");
}

#[test]
fn a_home_is_private_shared_on_request_and_removed() {
    let mut first = shell(r"echo x >$HOME/mine; printf '%s\n' $HOME $XDG_DATA_HOME $XDG_STATE_HOME; exec cat");
    first.wait_for("state");
    let home = first.home();
    let root = home.path().to_path_buf();
    assert!(first.screen().replace('\n', "").contains(root.to_str().unwrap()));
    let mut second = Terminal::open(Options {
        args: &["-c", "cat $HOME/mine; exec cat"],
        home: Some(home),
        ..Options::new(Path::new(SHELL))
    });
    second.wait_for("x");
    drop(first);
    assert!(root.join("home/mine").exists());
    drop(second);
    assert!(!root.exists());
}

#[test]
fn the_environment_is_empty_unless_asked_for() {
    let open = |clear_env| {
        let mut terminal = Terminal::open(Options {
            args: &["-c", "env"],
            env: &[("LANG", "fi_FI.UTF-8"), ("MARK", "merkki")],
            clear_env,
            ..Options::new(Path::new(SHELL))
        });
        terminal.wait_exit();
        String::from_utf8(terminal.raw_log()).unwrap()
    };
    let own = open(true);
    let mut names: Vec<&str> = own.lines().filter_map(|line| line.split('=').next()).collect();
    names.retain(|name| !matches!(*name, "PWD" | "OLDPWD" | "SHELL" | "SHLVL" | "_"));
    names.sort_unstable();
    let homes = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"];
    assert_eq!(names[..5], ["HOME", "LANG", "MARK", "PATH", "TERM"]);
    assert_eq!(names[5..], homes);
    assert!(own.contains("LANG=fi_FI.UTF-8\r") && own.contains("MARK=merkki\r"));
    let path = std::env::var("PATH").unwrap();
    assert!(open(false).contains(&format!("PATH={path}\r")));
}

#[test]
fn a_resize_is_told_to_the_program() {
    let mut terminal = shell("trap 'stty size' WINCH; echo valmis; while :; do read -r x; done");
    terminal.wait_for("valmis");
    for (cols, rows) in [(120, 40), (1, 1), (0, 0), (500, 300), (60, 15)] {
        terminal.resize(cols, rows);
    }
    terminal.keys("Enter");
    terminal.wait_for("15 60");
    assert_eq!(terminal.screen().split('\n').count(), 15);
}

#[test]
fn stop_and_continue() {
    let mut terminal = shell("echo valmis; exec cat");
    terminal.wait_for("valmis");
    terminal.signal("STOP");
    terminal.wait_stopped();
    terminal.signal("CONT");
    terminal.keys("elossa Enter");
    terminal.wait_for("elossa");
}

/// Only a job of a shell can be stopped by Ctrl-Z: the kernel drops the signal where
/// nobody in the session could continue the program.
#[test]
fn a_job_of_a_shell_is_stopped_and_goes_on() {
    let mut terminal =
        Terminal::open(Options { args: &["-mc", "cat; echo seis; fg"], ..Options::new(Path::new(SHELL)) });
    terminal.keys("alussa Enter");
    terminal.wait_until(|screen| screen.contents().matches("alussa").count() == 2);
    terminal.keys("C-z");
    terminal.wait_for("seis");
    terminal.keys("lopussa Enter");
    terminal.wait_until(|screen| screen.contents().matches("lopussa").count() == 2);
}

#[test]
fn sees_a_terminal_left_raw() {
    let mut good = shell("stty raw -echo; stty sane");
    good.wait_exit();
    assert!(good.is_cooked());
    for script in ["stty -echo", "stty -icanon"] {
        let mut bad = shell(script);
        bad.wait_exit();
        assert!(!bad.is_cooked(), "{script}");
    }
}

#[test]
fn a_megabyte_is_sent_as_fast_as_it_is_read() {
    let mut terminal = shell("stty raw -echo; echo valmis; head -c 1000000 | wc -c");
    terminal.wait_for("valmis");
    terminal.raw(&vec![b'x'; 1_000_000]);
    terminal.wait_for("1000000");
}

#[test]
fn settles_after_the_last_byte() {
    let mut terminal = shell("printf a; sleep 0.02; printf b; sleep 0.02; printf c; exec cat");
    let chunks = terminal.settle(0, Duration::from_millis(500));
    assert_eq!(terminal.raw_log(), b"abc");
    let last = chunks.last().unwrap();
    assert_eq!(last.end, 3);
    assert!(last.at - terminal.opened() >= Duration::from_millis(40));
    assert!(last.at - terminal.opened() < Duration::from_secs(5));
    let stat = format!("/proc/{}/stat", terminal.pid());
    assert!(std::fs::read_to_string(stat).unwrap().contains("(cat)"));
}

#[test]
#[should_panic(expected = "|näkyvä")]
fn a_wait_in_vain_shows_the_screen() {
    shell("echo näkyvä").wait_for("näkymätön");
}

#[test]
#[should_panic(expected = "a condition; the program has closed the terminal")]
fn a_condition_in_vain_says_that_the_program_ended() {
    shell("exit").wait_until(vt100::Screen::alternate_screen);
}

#[test]
fn waits_for_text_to_go() {
    let mut terminal = shell(r"echo vanha; read -r x; printf '\033[H\033[Juusi'; exec cat");
    terminal.wait_for("vanha");
    terminal.keys("Enter");
    terminal.wait_gone("vanha");
    terminal.wait_for("uusi");
}

#[test]
fn modes_and_queries_of_a_running_program() {
    let mut terminal = shell(r"printf '\033[?1049h\033[?2004h\033[?25l\033[6n\033[?2004l'");
    terminal.wait_exit();
    assert_eq!(terminal.modes_left(), ["alternate screen", "hidden cursor"]);
    assert_eq!(terminal.queries(), 1);
    assert_eq!(terminal.bytes_since(terminal.mark()), b"");
}

#[test]
fn modes_left_by_a_log() {
    let check = |log: &[u8], want: &[&str]| {
        assert_eq!(modes_left(log), want, "{}", log.escape_ascii());
    };
    check(b"", &[]);
    check(b"\x1b[?1049h\x1b[?1049l", &[]);
    check(b"\x1b[?1049h", &["alternate screen"]);
    check(b"\x1b[?1000;1006hx\x1b[?1000l", &["mouse"]);
    check(b"\x1b[?1000;1006hx\x1b[?1006;1000l", &[]);
    check(b"\x1b[?1004h", &["focus reports"]);
    check(b"\x1b[?2026hx", &["synchronized update"]);
    check(b"\x1b[?25l\x1b[?25h\x1b[?25l", &["hidden cursor"]);
    check(b"\x1b[?7l", &["no line wrap"]);
    check(b"\x1b[>1u", &["kitty keyboard"]);
    check(b"\x1b[>1u\x1b[<1u", &[]);
    check(b"\x1b[=1u", &["kitty keyboard"]);
    check(b"\x1b[6 q\x1b[0 q", &[]);
    check(b"\x1b[6 q", &["cursor shape"]);
    check(b"\x1b]0;\x1b[?1004h", &["focus reports"]);
    check(b"\x1b]0;[?1004h\x07", &[]);
}

#[test]
fn queries_in_a_log() {
    let check = |log: &[u8], want: usize| {
        assert_eq!(queries(log), want, "{}", log.escape_ascii());
    };
    for asked in [
        &b"\x1b[c"[..],
        b"\x1b[0c",
        b"\x1b[>c",
        b"\x1b[5n",
        b"\x1b[6n",
        b"\x1b[?6n",
        b"\x1b[?2026$p",
        b"\x1b]10;?\x1b\\",
        b"\x1b]11;?\x07",
        b"\x1b]4;1;?\x07",
        b"\x1b[?u",
        b"\x1bP+q544e\x1b\\",
        b"\x1bP$qm\x1b\\",
        b"\x1b[>0q",
        b"\x1b[14t",
        b"\x1b_Gi=1,a=q\x1b\\",
    ] {
        check(asked, 1);
    }
    check(b"\x1b[31m\x1b[2J\x1b[3;4H\x1b[?25h\x1b[>1u\x1b[2 q", 0);
    check(b"\x1b]0;mita?\x07\x1b]52;c;YWJj\x07 c 6n", 0);
    check(b"\x1b[6n\x1b[", 1);
}

#[test]
fn frames_in_a_log() {
    assert_eq!(frames(b"\x1b[?2026hx\x1b[?2026l\x1b[?2026hy\x1b[?2026l"), 2);
    assert_eq!(frames(b"\x1b[?2026l\x1b[?2004h"), 0);
}

#[test]
fn half_a_frame_is_not_shown() {
    for (log, shown) in [
        (&b"abc"[..], 3),
        (b"a\x1b[?2026hbc", 1),
        (b"a\x1b[?2026hbc\x1b[?2026l", 19),
        (b"\x1b[?2026hb\x1b[?2026lc\x1b[?2026hd", 18),
        (b"abc\x1b[?20", 3),
        (b"abc\x1b[m", 6),
    ] {
        assert_eq!(whole_frames(log), shown, "{}", log.escape_ascii());
    }
    let mut terminal = shell(r"printf 'a\033[?2026hb'; read -r x; printf 'c\033[?2026ld'; exec cat");
    terminal.wait_for("a");
    terminal.settle(0, Duration::from_millis(50));
    assert_eq!(terminal.row(0), "a");
    terminal.keys("Enter");
    terminal.wait_for("cd");
}

#[test]
fn words_of_a_key_script() {
    for (word, want) in [
        ("Enter", &b"\r"[..]),
        ("C-c", b"\x03"),
        ("C-P", b"\x10"),
        ("M-f", b"\x1bf"),
        ("M-\u{e4}", "\x1b\u{e4}".as_bytes()),
        ("Up", b"\x1b[A"),
        ("F2", b"\x1bOQ"),
        ("BTab", b"\x1b[Z"),
        ("F12", b"\x1b[24~"),
        ("tam", b"tam"),
        ("C-", b"C-"),
        ("C-cc", b"C-cc"),
    ] {
        assert_eq!(bytes_of(word), want, "{word}");
    }
}
