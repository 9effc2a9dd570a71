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

/// A copy of the book with a season that is going on.
fn with_a_season() -> Book {
    let book = Book::copy();
    let begun = book.answer(&["next-season", "--name", "2026–27", "--starts", "2026-11-01", "--ends", "2027-05-31"]);
    assert_eq!(begun.code, Some(0), "{}", begun.err);
    book
}

#[test]
fn coverage_and_load_list_everybody_and_say_when_there_is_nobody() {
    let book = Book::copy();
    let told = book.answer(&["coverage", "--season", "2020-21"]);
    assert_eq!((told.code, told.out.lines().count()), (Some(0), 22), "{}", told.err);
    assert!(told.err.contains("of 22 target municipalities 3 reached"), "{}", told.err);
    let json: Value = serde_json::from_str(&book.answer(&["coverage", "--json"]).out).expect("JSON");
    assert_eq!((&json["figures"]["reached"], &json["figures"]["never_reached"]), (&3.into(), &19.into()));
    assert_eq!(json["municipalities"][21]["stage"], "held");

    let told = book.answer(&["load"]);
    assert_eq!((told.code, told.out.lines().count()), (Some(0), 6));
    assert!(told.out.lines().last().is_some_and(|line| line.ends_with("municipality:106")), "{}", told.out);
    let json: Value = serde_json::from_str(&book.answer(&["load", "--json"]).out).expect("JSON");
    assert_eq!((&json["tutors"][0]["coachings"], &json["tutors"][0]["ceiling"]), (&0.into(), &Value::Null));
    let none = book.answer(&["add", "season", "--name", "Empty", "--starts", "2030-01-01", "--ends", "2030-02-01"]);
    assert_eq!(none.code, Some(0), "{}", none.err);
    let none = book.answer(&["load", "--season", "Empty"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.err.contains("Empty"), "{}", none.err);
}

#[test]
fn a_season_is_proposed_and_accepted_and_taken_back() {
    let book = with_a_season();
    let before = book.read("coachings.json");
    let told = book.answer(&["plan", "propose"]);
    assert_eq!((told.code, told.out.lines().count()), (Some(0), 22), "{}", told.err);
    let json: Value = serde_json::from_str(&book.answer(&["plan", "propose", "--json"]).out).expect("JSON");
    assert_eq!((&json["proven"], &json["blocked"]), (&true.into(), &Value::Array(Vec::new())));
    assert_eq!(json["lines"].as_array().map(Vec::len), Some(22));
    let shown = book.answer(&["plan", "propose", "--accept", "--dry-run"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert_eq!(book.read("coachings.json"), before, "nothing was written so far");

    let taken = book.answer(&["plan", "propose", "--accept"]);
    assert_eq!((taken.code, taken.out.lines().count()), (Some(0), 22), "{}", taken.err);
    assert!(book.read("coachings.json").contains("\"offered\""));
    let again = book.answer(&["plan", "propose"]);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""), "all is settled");
    assert_eq!(book.answer(&["undo"]).code, Some(0));
    assert_eq!(book.read("coachings.json"), before);
}

#[test]
fn who_cannot_be_placed_is_told_with_the_rule() {
    let told = Book::copy().answer(&["plan", "propose", "--season", "2020-21"]);
    assert_eq!((told.code, told.out.lines().count()), (Some(1), 19));
    assert!(told.out.lines().all(|line| line.ends_with("The season is over.")), "{}", told.out);
}
