//! Sizes: from nothing to more than any screen has, and changes while the program runs.

use crate::process::Ended;
use crate::program::{kuntatutor, opened};
use crate::pty::{Options, Terminal};

const SIZES: [(u16, u16); 13] = [
    (1, 1),
    (2, 1),
    (1, 40),
    (200, 1),
    (39, 10),
    (40, 9),
    (40, 10),
    (41, 11),
    (60, 15),
    (80, 24),
    (132, 43),
    (200, 60),
    (500, 300),
];

#[test]
fn every_size_starts_shows_everything_and_quits() {
    for size in SIZES {
        let mut terminal = Terminal::open(Options { size, ..kuntatutor() });
        // Letters only: where it is too small for a line to type into, they do nothing.
        terminal.keys("2 Enter q 3 Down Enter q 4 v 1 q q");
        assert_eq!(terminal.wait_exit(), Ended::Code(0), "{size:?}");
        assert_eq!(terminal.modes_left(), Vec::<&str>::new(), "{size:?}");
    }
}

#[test]
fn too_small_says_so_and_loses_nothing() {
    let mut terminal = opened();
    terminal.keys("2 f in:helsinki Enter");
    terminal.wait_for("Ari Tammi");
    // No more typing, so no cursor.
    terminal.wait_until(vt100::Screen::hide_cursor);
    let before = terminal.screen();
    terminal.resize(39, 9);
    terminal.wait_for("too small");
    terminal.keys("x 3 Esc");
    terminal.resize(80, 24);
    terminal.wait_until(|screen| crate::picture::text_of(screen) == before);
}

#[test]
fn a_storm_of_sizes_ends_on_the_last() {
    let mut terminal = opened();
    terminal.keys("o tam");
    for round in 0..20_u16 {
        for (cols, rows) in SIZES {
            terminal.resize(cols + round % 3, rows);
        }
    }
    terminal.resize(0, 0);
    terminal.resize(100, 30);
    terminal.wait_for("040 3537228");
    terminal.wait_until(|screen| screen.rows(0, 100).last().is_some_and(|footer| footer.contains("Enter")));
}
