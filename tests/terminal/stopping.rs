//! Stopping and going on: the terminal is the shell's meanwhile, and the screen is whole after.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::Ended;
use crate::program::{NOW, PROGRAM, opened};
use crate::pty::{Options, Terminal};

/// A shell that runs the program as a job, waits for Enter when it stops, and brings it back.
fn job() -> Terminal {
    let line = r#"sh -c 'echo $$ >"$HOME/pid"; exec "$KT"'; echo seis; read -r x; fg >/dev/null; echo loppu"#;
    let env = &[NOW, ("KT", PROGRAM)];
    let mut terminal = Terminal::open(Options { args: &["-mc", line], env, ..Options::new(Path::new("/bin/sh")) });
    terminal.wait_for("Mari Ahokas");
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    terminal
}

#[track_caller]
fn check_stopped_and_back(terminal: &mut Terminal) {
    terminal.wait_for("seis");
    assert_eq!(terminal.modes_left(), Vec::<&str>::new());
    assert!(terminal.is_cooked());
    terminal.keys("Enter");
    terminal.wait_for("Joel Aaltonen");
    // The next frame may be on its way.
    let modes: Vec<_> = terminal.modes_left().into_iter().filter(|mode| *mode != "synchronized update").collect();
    assert_eq!(modes, ["alternate screen", "bracketed paste", "hidden cursor"]);
    terminal.keys("3");
    terminal.wait_for("Askola");
    terminal.keys("q");
    terminal.wait_for("loppu");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    assert!(terminal.is_cooked());
    assert_eq!(terminal.queries(), 0);
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back() {
    let mut terminal = job();
    terminal.keys("C-z");
    check_stopped_and_back(&mut terminal);
}

#[test]
fn the_signal_for_it_does_the_same() {
    let mut terminal = job();
    let pid = fs::read_to_string(terminal.home().path().join("home/pid")).expect("the job's number");
    let sent = Command::new("kill").args(["-TSTP", pid.trim()]).status().expect("kill");
    assert!(sent.success());
    check_stopped_and_back(&mut terminal);
}

#[test]
fn stopped_from_outside_it_redraws_when_it_goes_on() {
    let mut terminal = opened();
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    terminal.signal("STOP");
    terminal.wait_stopped();
    let mark = terminal.mark();
    terminal.signal("CONT");
    terminal.wait_for_bytes(mark, b"Joel");
    terminal.keys("3");
    terminal.wait_for("Askola");
}

#[test]
fn without_a_shell_ctrl_z_and_its_signal_change_nothing() {
    let mut terminal = opened();
    terminal.keys("C-z");
    terminal.signal("TSTP");
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
}
