//! `today` without a screen: rows for people and programs, JSON, whose it is; and a request over the telephone.

use serde_json::Value;

use crate::book::Book;

/// Mari Ahokas.
const MARI: &str = "p7g3cm32655ja";

/// The shipped book with a season around the day and a request of Askola, asked for in November.
fn asked() -> Book {
    let book = Book::copy_of(MARI);
    for arguments in [
        vec![
            "add",
            "season",
            "--name",
            "2026",
            "--starts",
            "15.1.2026",
            "--ends",
            "31.12.2026",
            "--rounds+",
            "name=syksy places=1",
        ],
        vec![
            "add",
            "coaching",
            "--municipality",
            "askola",
            "--asked-on",
            "10.11.2026",
            "--round",
            "syksy 2026",
            "--wish",
            "etätuki",
        ],
        vec!["add", "action", "--what", "Opas valmiiksi", "--due", "1.11.2026", "--owner", "Ari Tammi"],
    ] {
        let answered = book.answer(&arguments);
        assert_eq!(answered.code, Some(0), "{arguments:?}: {answered:?}");
    }
    book
}

#[test]
fn today_is_told_in_its_order_with_what_leads_there() {
    let book = asked();
    let told = book.answer(&["today"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    let rows: Vec<Vec<&str>> = told.out.lines().map(|line| line.split('\t').collect()).collect();
    let first = rows.first().expect("a row");
    assert_eq!((first[0], first[1], first[2]), ("waiting for an answer", "10.11.2026", "Askola"));
    assert!(first[3].contains("12 days ago") && first[3].contains("etätuki") && first[4].starts_with("coaching:"));
    assert!(rows.iter().any(|row| row[0] == "overdue" && row[2] == "Opas valmiiksi"), "{}", told.out);
    assert!(told.err.contains("1 waiting") && told.err.contains("1 action overdue"), "{}", told.err);

    let json: Value = serde_json::from_str(&book.answer(&["today", "--json"]).out).expect("JSON");
    assert_eq!((&json["figures"]["asked"], &json["figures"]["overdue"]), (&Value::from(1), &Value::from(1)));
    assert_eq!((&json["concerns"][0]["group"], &json["concerns"][0]["day"]), (&"waiting".into(), &"2026-11-10".into()));
}

#[test]
fn mine_is_asked_for_by_somebody() {
    let book = asked();
    let mine = book.answer(&["today", "--mine"]);
    assert!(mine.out.contains("Askola") && !mine.out.contains("Opas valmiiksi"), "{mine:?}");
    let nobody = Book::copy().answer(&["today", "--mine"]);
    assert_eq!(nobody.code, Some(2), "{nobody:?}");
    assert!(nobody.err.contains("config.toml"), "{nobody:?}");
}

#[test]
fn another_season_is_asked_for_by_name_and_an_unknown_round_is_no_round() {
    let book = asked();
    let told = book.answer(&["today", "--season", "2019"]);
    assert!(!told.out.contains("Askola\t"), "{}", told.out);
    let wrong = book.answer(&["add", "coaching", "--municipality", "inkoo", "--round", "talvi"]);
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    assert!(wrong.err.contains("syksy · 2026"), "{}", wrong.err);
    let full = book.answer(&["add", "coaching", "--municipality", "inkoo", "--round", "syksy · 2026", "--json"]);
    let json: Value = serde_json::from_str(&full.out).expect("JSON");
    let record = &json["records"][0]["record"];
    assert_eq!((&record["status"], &record["language"]), (&"waiting".into(), &"sv".into()), "{record}");
}
