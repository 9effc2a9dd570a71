//! Lists: filter, marks, named filters, and what the program remembers by itself.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::clipboard::copied;
use crate::home::Home;
use crate::process::Ended;
use crate::program::{kuntatutor, opened, ready};
use crate::pty::{Options, Terminal};

#[track_caller]
fn quit(terminal: &mut Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
}

/// A file in the state directory: its text and the rights of its owner and of others.
fn remembered(home: &Home, name: &str) -> (String, u32) {
    let path: PathBuf = home.path().join("state/kuntatutor").join(name);
    let mode = fs::metadata(&path).expect("a file").mode() & 0o777;
    (fs::read_to_string(path).expect("a file"), mode)
}

#[test]
fn a_filter_narrows_the_list_and_esc_takes_it_away() {
    let mut terminal = opened();
    terminal.keys("2 f in:helsinki");
    terminal.wait_for("Ari Tammi");
    terminal.wait_gone("Joel Aaltonen");
    terminal.keys("Enter Esc");
    terminal.wait_for("Teemu Laakso");
}

#[test]
fn a_scope_is_completed_with_tab() {
    let mut terminal = opened();
    terminal.keys("2 f rol Tab");
    terminal.wait_for("role:");
    terminal.keys("tut Tab");
    terminal.wait_for("role:tutor");
    terminal.wait_gone("Joel Aaltonen");
}

#[test]
fn all_addresses_of_the_marked_go_out_together() {
    let mut terminal = opened();
    terminal.keys("2 f role:tutor Enter");
    terminal.wait_gone("Joel Aaltonen");
    terminal.wait_for("Ester Kaljula");
    terminal.keys("Space Space Space Space Space Space");
    let addresses = copied(&mut terminal, "y a");
    let addresses: Vec<&str> = addresses.split("; ").collect();
    assert!(addresses.len() >= 2 && addresses.contains(&"ari.tammi@hel.fi"), "{addresses:?}");
    assert!(addresses.iter().all(|address| address.contains('@') && !address.contains(' ')), "{addresses:?}");
}

#[test]
fn a_filter_kept_under_a_name_is_there_after_a_restart() {
    let mut terminal = opened();
    let home = terminal.home();
    terminal.keys("2 f in:helsinki Enter : keep Enter");
    terminal.raw("stadin väki\r".as_bytes());
    terminal.wait_for("stadin väki");
    terminal.keys("Esc");
    terminal.wait_for("Teemu Laakso");
    quit(&mut terminal);
    assert_eq!(remembered(&home, "filters.json").1, 0o600);

    let mut terminal = ready(Options { home: Some(home), ..kuntatutor() });
    terminal.keys(": named Enter");
    terminal.wait_for("stadin väki");
    terminal.keys("Enter");
    terminal.wait_for("ari.tammi@hel.fi");
    terminal.wait_gone("Joel Aaltonen");
}

#[test]
fn who_was_looked_up_comes_first_the_next_time_and_only_the_id_is_kept() {
    let mut terminal = opened();
    let home = terminal.home();
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
    terminal.keys("Enter Esc Esc");
    terminal.wait_gone("040 3537228");
    quit(&mut terminal);
    let (usage, mode) = remembered(&home, "usage.json");
    assert_eq!(mode, 0o600);
    assert!(usage.contains("person:pj1fqz53wsjj5"), "{usage}");
    assert!(!usage.contains("Tammi") && !usage.contains("hel.fi") && !usage.contains("3537228"), "{usage}");

    let mut terminal = ready(Options { home: Some(Arc::clone(&home)), ..kuntatutor() });
    terminal.keys("o");
    terminal.wait_for("Ari Tammi");
}

#[test]
fn what_was_done_in_the_last_moment_is_remembered_too() {
    for _ in 0..5 {
        let mut terminal = opened();
        let home = terminal.home();
        terminal.keys("2");
        terminal.wait_for("Joel Aaltonen");
        terminal.raw(b"\rqq");
        assert_eq!(terminal.wait_exit(), Ended::Code(0));
        assert!(remembered(&home, "usage.json").0.contains("person:pj797kayttb7j"));
    }
}

#[test]
fn an_unreadable_memory_is_no_obstacle() {
    let home = Arc::new(Home::new().expect("a home"));
    let state = home.path().join("state/kuntatutor");
    fs::create_dir_all(&state).expect("a directory");
    for name in ["usage.json", "filters.json"] {
        fs::write(state.join(name), "{\"format\": 1, \"used\": [{\"record\": 7}, [").expect("a file");
    }
    let mut terminal = ready(Options { home: Some(home), ..kuntatutor() });
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
}

#[test]
fn nothing_is_written_where_nothing_was_done() {
    let mut terminal = opened();
    let home = terminal.home();
    terminal.keys("2 3 Down f tuu Esc Esc");
    quit(&mut terminal);
    let left: usize = ["home", "data", "config", "state"]
        .iter()
        .map(|name| fs::read_dir(home.path().join(name)).expect("a directory").count())
        .sum();
    assert_eq!(left, 0);
}
