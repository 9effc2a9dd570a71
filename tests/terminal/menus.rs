//! Lists one picks from: help that runs, commands, seasons.

use crate::program::opened;

#[test]
fn help_lists_the_keys_and_runs_the_chosen_line() {
    let mut terminal = opened();
    terminal.keys("?");
    terminal.wait_for("Ctrl-G");
    terminal.keys("municip Enter");
    terminal.wait_for("Askola");
    terminal.keys("F1");
    terminal.wait_for("Ctrl-G");
    terminal.keys("Esc");
    terminal.wait_for("Askola");
}

#[test]
fn any_command_runs_by_name() {
    let mut terminal = opened();
    terminal.keys(": practices Enter");
    terminal.wait_for("Asiointipisteet");
    terminal.keys("F3 quit Enter");
    assert_eq!(terminal.wait_exit(), crate::process::Ended::Code(0));
}

#[test]
fn another_season_stands_in_the_status() {
    let mut terminal = opened();
    assert!(!terminal.row(1).contains("2019"));
    terminal.keys("s");
    terminal.wait_for("2019");
    terminal.keys("2019 Enter");
    terminal.wait_until(|screen| screen.rows(0, 80).nth(1).is_some_and(|status| status.contains("2019")));
}
