//! The tabs: every record within reach, at every usual size, in every language.

use crate::picture::Picture;
use crate::program::{NOW, kuntatutor, opened};
use crate::pty::{Options, Terminal};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 15)];

/// Everything written so far fits: on a larger screen nothing stands beyond the edges.
#[track_caller]
fn check_edges(terminal: &Terminal, (cols, rows): (u16, u16)) {
    let mut larger = Picture::new((cols + 60, rows + 10));
    larger.feed(&terminal.raw_log());
    for (number, row) in (0..).zip(larger.screen().rows(cols, 60)) {
        assert_eq!(row.trim_end(), "", "row {number} goes beyond column {cols}");
    }
    for row in larger.screen().rows(0, cols + 60).skip(rows.into()) {
        assert_eq!(row.trim_end(), "", "something stands below row {rows}");
    }
}

/// The tabs above, the keys below.
#[track_caller]
fn check_frame(terminal: &mut Terminal, rows: u16, today: &str) {
    assert!(terminal.row(0).contains(today), "{}", terminal.screen());
    assert!(terminal.row(usize::from(rows) - 1).contains("Enter"), "{}", terminal.screen());
}

#[track_caller]
fn check(lang: &str, today: &str, coached: &str, practice: &str) {
    let shown = [("1", "Mari Ahokas"), ("2", "Joel Aaltonen"), ("3", "Askola"), ("4", coached), ("7", practice)];
    for size in SIZES {
        let mut terminal = Terminal::open(Options { args: &["--lang", lang], size, ..kuntatutor() });
        for (key, shown) in shown {
            terminal.keys(key);
            terminal.wait_for(shown);
            check_frame(&mut terminal, size.1, today);
        }
        // Sessions stand behind the requests.
        terminal.keys("4 v");
        terminal.wait_for("6.10.2021");
        // Of each coaching one form is waited for; nothing was agreed yet.
        terminal.keys("5");
        terminal.wait_for("0/1");
        check_frame(&mut terminal, size.1, today);
        terminal.keys("6");
        terminal.wait_gone("0/1");
        check_frame(&mut terminal, size.1, today);
        check_edges(&terminal, size);
    }
}

#[test]
fn every_tab_shows_its_records_in_finnish() {
    check("fi", "Tänään", "Pornainen", "Asiointipist");
}

#[test]
fn every_tab_shows_its_records_in_swedish() {
    check("sv", "I dag", "Borgnäs", "Servicepunk");
}

#[test]
fn every_tab_shows_its_records_in_english() {
    check("en", "Today", "Pornainen", "Asiointipist");
}

#[test]
fn tab_goes_round_and_shift_tab_back() {
    let mut terminal = opened();
    terminal.keys("Tab");
    terminal.wait_for("Joel Aaltonen");
    terminal.keys("Tab");
    terminal.wait_for("Askola");
    terminal.keys("BTab BTab BTab");
    terminal.wait_for("Digituki verkostoty");
    terminal.keys("Tab");
    terminal.wait_for("Mari Ahokas");
}

#[test]
fn enter_opens_what_the_row_names() {
    for (key, row, within) in [
        ("2", "Joel Aaltonen", "040 707 3067"),
        ("3", "Askola", "https://askola.fi"),
        ("7", "Digituki verkostoty", "Nina Rahja"),
    ] {
        let mut terminal = Terminal::open(Options { size: (60, 12), env: &[NOW], ..kuntatutor() });
        terminal.keys(key);
        terminal.wait_for(row);
        terminal.keys("Enter");
        terminal.wait_for(within);
    }
}

#[test]
fn the_kinds_without_a_tab_are_behind_commands() {
    let mut terminal = opened();
    for (command, shown) in [
        ("organisations", "Helsinki-Uusimaa Regional Council"),
        ("themes", "remote support"),
        ("seasons", "2019"),
        ("notes", "6.10.2021"),
        ("book", "Peer tutors of Uusimaa"),
    ] {
        terminal.keys(&format!(": {command} Enter"));
        terminal.wait_for(shown);
        terminal.keys("Esc");
    }
}
