//! What a planner asks on the command line.

use serde_json::Value;

use crate::book::Book;

/// Two meetings of one tutor at the same time.
fn double_booked() -> Book {
    let book = Book::copy();
    for (title, time) in [("Aloitus", "9"), ("Kertaus", "10")] {
        let added = book.answer(&[
            "add",
            "session",
            "--kind",
            "meeting",
            "--season",
            "2020-21",
            "--status",
            "planned",
            "--title",
            title,
            "--date",
            "2021-03-09",
            "--time",
            time,
            "--length",
            "120",
            "--tutors",
            "Ester Kaljula",
        ]);
        assert_eq!((added.code, added.err.as_str()), (Some(0), ""));
    }
    book
}

#[test]
fn clashes_are_told_whole_and_none_is_an_answer_too() {
    let none = Book::copy().answer(&["clashes"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(!none.err.is_empty());

    let book = double_booked();
    let told = book.answer(&["clashes"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert_eq!(told.out.lines().count(), 1, "{}", told.out);
    assert!(told.out.contains("Aloitus") && told.out.contains("Ester Kaljula") && told.out.contains("“Kertaus”"));

    let json: Value = serde_json::from_str(&book.answer(&["clashes", "--json"]).out).expect("JSON");
    let clash = &json["clashes"][0];
    assert_eq!((&clash["rule"], &clash["level"]), (&Value::from("tutor-twice"), &Value::from("warn")));
    assert_eq!(clash["party"], "person:p4ewnecdkxyke");
    assert_ne!(clash["session"], clash["other"]);
    assert_eq!(book.answer(&["clashes", "--season", "2019"]).code, Some(1));
}

#[test]
fn the_book_turns_a_rule_off() {
    let book = double_booked();
    let edited = book.answer(&["edit", "book:book", "--clash-levels+", "rule=tutor-twice level=off"]);
    assert_eq!((edited.code, edited.err.as_str()), (Some(0), ""));
    assert_eq!(book.answer(&["clashes"]).code, Some(1));
}
