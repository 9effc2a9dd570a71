//! A round of the poll by keys: a tutor is chosen, days are proposed, the letter goes to the clipboard, answers are
//! typed as they come, and the day that suits is set. Down to the files, and back again.

use serde_json::{Value, json};

use crate::book::Book;
use crate::clipboard::copied;
use crate::filling::{wait_saved, write};

/// A copy with a season that has begun, a tutor of Vantaa, and a request of Pornainen with its contact.
fn asked() -> Book {
    let book = Book::copy_of("");
    for arguments in [
        &["add", "season", "--id", "2026", "--name", "2026", "--starts", "1.1.2026", "--ends", "31.12.2026"][..],
        &["edit", "ester kaljula", "--roles+", "season=2026 role=tutor municipality=092 ceiling=3"],
        &[
            "add",
            "coaching",
            "--municipality",
            "611",
            "--season",
            "2026",
            "--status",
            "requested",
            "--contacts",
            "ahokas",
        ],
    ] {
        let answered = book.answer(arguments);
        assert_eq!(answered.code, Some(0), "{arguments:?}: {answered:?}");
    }
    book
}

fn of_2026(book: &Book, file: &str) -> Option<Value> {
    book.stored(file, "season", "2026")
}

#[test]
fn a_tutor_is_chosen_and_a_day_is_agreed_on() {
    let book = asked();
    let before = ["coachings.json", "sessions.json"].map(|file| book.json(file));
    let mut terminal = book.open();
    terminal.wait_for("Askola");
    terminal.keys(": requests Enter");
    terminal.wait_for("Pornainen 2026");
    terminal.keys("w");
    terminal.wait_for("Who could go: Pornainen");
    terminal.keys("Enter");
    wait_saved(&mut terminal, "Ester Kaljula (1/3)");
    terminal.keys("t");
    terminal.wait_for("When: Pornainen");
    terminal.keys("Space Space C-s");
    wait_saved(&mut terminal, "2 candidate days");
    let letter = copied(&mut terminal, "y c");
    assert!(letter.starts_with("Hei!") && letter.contains("A  ") && letter.contains("B  "), "{letter}");
    for (typed, told) in [("porn: A, B", "Pornainen: A, B"), ("ester (A) B", "Ester Kaljula: (A), B")] {
        write(&mut terminal, typed);
        terminal.keys("Enter");
        wait_saved(&mut terminal, told);
    }
    terminal.wait_for("suits everybody");
    terminal.keys("Enter");
    wait_saved(&mut terminal, "coaching meeting: now");
    let session = of_2026(&book, "sessions.json").expect("a session");
    let slots = &session["candidates"];
    assert_eq!((&session["date"], session["tutors"].as_array().map(Vec::len)), (&slots[1]["date"], Some(1)));
    let said = |slot: usize| -> Vec<&Value> {
        let replies = slots[slot]["replies"].as_array().expect("replies").iter();
        replies.map(|reply| &reply["availability"]).collect()
    };
    assert_eq!((said(0), said(1)), (vec![&json!("yes"), &json!("if-needed")], vec![&json!("yes"), &json!("yes")]));
    terminal.keys("u u u u u");
    wait_saved(&mut terminal, "undone");
    terminal.wait_until(|_| of_2026(&book, "sessions.json").is_none());
    assert_eq!(["coachings.json", "sessions.json"].map(|file| book.json(file)), before);
}
