//! Data that changes on disk while the program shows it.

use std::fs;
use std::time::Duration;

use crate::book::Book;

#[test]
fn a_number_changed_by_another_program_shows_up_and_the_cursor_stays() {
    let book = Book::copy();
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal.keys("o tammi");
    terminal.wait_for("040 3537228");
    book.edit("people.json", "040 3537228", "040 1112223");
    terminal.wait_for("040 1112223");
    terminal.keys("Esc 2 f laakso Enter");
    terminal.wait_gone("Satu Ahonen");
    terminal.keys("Esc");
    terminal.wait_for("Satu Ahonen");
    // Whoever stands above goes far below.
    book.edit("people.json", "\"family\": \"Ahonen\"", "\"family\": \"Yli-Ahonen\"");
    terminal.wait_gone("Satu Ahonen");
    let (row, _) = terminal.find("Teemu Laakso");
    assert!(terminal.row(row.into()).starts_with('▌'), "{}", terminal.screen());
}

#[test]
fn a_file_that_breaks_is_named_and_mended_again() {
    let book = Book::copy();
    let whole = book.read("people.json");
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    book.write("people.json", &whole[..whole.len() / 2]);
    terminal.wait_for("people.json");
    book.write("people.json", &whole);
    terminal.wait_gone("people.json");
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
}

#[test]
fn a_book_that_vanishes_stays_on_the_screen_and_is_followed_when_it_comes_back() {
    let book = Book::copy();
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    let away = book.home().join("away");
    fs::rename(book.path(), &away).expect("a rename");
    terminal.wait_for("could not be read");
    assert!(terminal.screen().contains("Mari Ahokas"), "{}", terminal.screen());
    fs::rename(&away, book.path()).expect("a rename");
    terminal.wait_gone("could not be read");
    book.edit("people.json", "\"given\": \"Mari\"", "\"given\": \"Maria\"");
    terminal.wait_for("Maria Ahokas");
}

#[test]
fn files_that_stay_as_they_are_cost_no_byte() {
    let book = Book::copy();
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal.settle(0, Duration::from_millis(300));
    // Longer than the program leaves between two looks at the files.
    assert_eq!(terminal.bytes_within(Duration::from_millis(2_500)), 0);
}
