//! What time brings, on the command line and on the screen: a person moves, a municipality merges, a season follows.
//! Each is one change, and taken back leaves every file as it was.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::book::Book;
use crate::filling::wait_saved;
use crate::process::Ended;
use crate::program::Answered;

/// A person of the shipped book who works in Pornainen.
const MARI: &str = "mari ahokas";

#[track_caller]
fn done(book: &Book, arguments: &[&str]) -> Answered {
    let answered = book.answer(arguments);
    assert_eq!(answered.code, Some(0), "{arguments:?}: {answered:?}");
    answered
}

/// Every file of records with its content.
fn files(book: &Book) -> BTreeMap<String, String> {
    let files = fs::read_dir(book.path()).expect("a directory").map(|entry| entry.expect("a file").path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "json"));
    files.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a file"))).collect()
}

fn records(book: &Book, file: &str) -> Vec<Value> {
    book.json(file)["records"].as_array().expect("records").clone()
}

/// A copy with an open coaching and an open action of Pornainen, and its files.
fn with_something_open() -> (Book, BTreeMap<String, String>) {
    let book = Book::copy_of("");
    done(
        &book,
        &[
            "add",
            "coaching",
            "--municipality",
            "611",
            "--season",
            "2020-21",
            "--status",
            "waiting",
            "--wish",
            "etätuki",
        ],
    );
    done(&book, &["add", "action", "--what", "Soita", "--municipality", "611"]);
    let before = files(&book);
    (book, before)
}

/// A copy with a season that goes on, an open coaching of it and an open action of Pornainen, and its files.
fn with_a_season_that_goes_on() -> (Book, BTreeMap<String, String>) {
    let book = Book::copy_of("");
    done(&book, &["add", "season", "--name", "2026–27", "--starts", "1.8.2026", "--ends", "31.5.2027"]);
    let coaching = ["--municipality", "611", "--season", "2026-27", "--status", "waiting", "--wish", "etätuki"];
    done(&book, &[&["add", "coaching"][..], &coaching].concat());
    done(&book, &["add", "action", "--what", "Soita", "--municipality", "611"]);
    let before = files(&book);
    (book, before)
}

#[test]
fn a_person_moves_and_comes_back() {
    let book = Book::copy_of("");
    let before = files(&book);
    let would = done(&book, &["move", MARI, "--to", "porvoo", "--on", "1.1.2027", "--dry-run", "--lang", "fi"]);
    assert!(would.out.contains("31.12.2026") && would.out.contains("Porvoo"), "{would:?}");
    assert_eq!(files(&book), before);
    let moved =
        done(&book, &["move", MARI, "--to", "porvoo", "--title", "koordinaattori", "--on", "1.1.2027", "--lang", "fi"]);
    assert!(moved.err.contains("Mari Ahokas: Porvoo 1.1.2027 alkaen."), "{moved:?}");
    let mari = book.stored("people.json", "family", "Ahokas").expect("Mari");
    let rows = mari["affiliations"].as_array().expect("rows");
    assert_eq!(
        (&rows[0]["until"], &rows[1]["from"], &rows[1]["at"]),
        (&"2026-12-31".into(), &"2027-01-01".into(), &"municipality:638".into())
    );
    let shown = done(&book, &["show", MARI, "--lang", "fi"]).out;
    assert!(shown.contains("1.1.2027 alkaen: koordinaattori · Porvoo"), "{shown}");
    let next_year = [("KUNTATUTOR_NOW", "2027-02-01")];
    let card = |words: &str| book.answer_in(&next_year, &["show", words, "--lang", "fi"]).out;
    let (old, new, own) = (card("municipality:611"), card("municipality:638"), card(MARI));
    assert!(old.contains("täällä aiemmin") && old.contains("–31.12.2026: Mari Ahokas"), "{old}");
    assert!(new.contains("Mari Ahokas") && !new.contains("aiemmin: Mari"), "{new}");
    let (present, before_that) = (own.find("Porvoo"), own.find("Pornainen"));
    assert!(present < before_that && own.contains("–31.12.2026"), "{own}");
    done(&book, &["undo"]);
    assert_eq!(files(&book), before);
}

#[test]
fn who_was_a_contact_is_to_be_followed_by_somebody() {
    let book = Book::copy_of("");
    done(&book, &["add", "season", "--name", "2026–27", "--starts", "1.8.2026", "--ends", "31.5.2027"]);
    done(&book, &["edit", MARI, "--roles+", "season=2026-27 role=contact municipality=611"]);
    let moved = done(&book, &["move", MARI, "--to", "porvoo", "--lang", "fi"]);
    assert!(moved.err.contains("Pornainen tarvitsee uuden yhteyshenkilön"), "{moved:?}");
    for (arguments, code, part) in [
        (&["move", MARI, "--to", "638"][..], 2, "already"),
        (&["move", MARI, "--to", "atlantis"], 1, "atlantis"),
        (&["move", "porvoo", "--to", "638"], 3, "porvoo"),
        (&["move", MARI], 2, "--to"),
        (&["move", MARI, "--to", "611", "--on", "31.2."], 2, "--on"),
    ] {
        let answered = book.answer(arguments);
        assert_eq!(answered.code, Some(code), "{arguments:?}: {answered:?}");
        assert!(answered.err.contains(part), "{arguments:?}: {answered:?}");
    }
}

#[test]
fn a_municipality_merges_and_its_past_stays() {
    let (book, before) = with_a_season_that_goes_on();
    let sentence = ["merge", "municipality", "Pornainen", "into", "Porvoo", "on", "1.1.2027", "--lang", "fi"];
    let would = done(&book, &[&sentence[..], &["--dry-run"]].concat());
    for part in ["31.12.2026", "Soita", "1 sparraus", "1 toimi", "1 henkilö"] {
        assert!(would.out.contains(part) || would.err.contains(part), "{part}: {would:?}");
    }
    assert_eq!(files(&book), before);
    let merged = done(&book, &sentence);
    assert!(merged.err.contains("Pornainen liittyy kuntaan Porvoo 1.1.2027."), "{merged:?}");
    let coachings = records(&book, "coachings.json");
    let of = |status: &str| {
        coachings
            .iter()
            .find(|it| it["status"] == status && (it["municipality"] == "611" || it["wish"] == "etätuki"))
            .map(|it| it["municipality"].clone())
    };
    assert_eq!((of("waiting"), of("done")), (Some("638".into()), Some("611".into())));
    assert_eq!(records(&book, "actions.json")[0]["municipality"], "638");
    let card_of =
        |now: &str| book.answer_in(&[("KUNTATUTOR_NOW", now)], &["show", "municipality:611", "--lang", "fi"]).out;
    assert!(card_of("2026-11-22").contains("liittyy kuntaan Porvoo 1.1.2027"), "{}", card_of("2026-11-22"));
    assert!(card_of("2027-01-01").contains("liittyi kuntaan Porvoo 1.1.2027"));
    let found = done(&book, &["find", "pornainen", "--lang", "fi"]).out;
    assert!(found.contains("Pornainen"), "{found}");
    assert!(
        done(&book, &["show", "municipality:638", "--lang", "fi"])
            .out
            .contains("tähän kuntaan liittyy Pornainen 1.1.2027")
    );
    // What nobody does often is not forbidden.
    done(&book, &["add", "coaching", "--municipality", "611", "--season", "2020-21", "--status", "requested"]);
    done(&book, &["undo"]);
    done(&book, &["undo"]);
    assert_eq!(files(&book), before);
}

#[test]
fn what_cannot_be_merged_is_told_in_a_sentence() {
    let book = Book::copy_of("");
    let before = files(&book);
    let merge = |words: &str| {
        let words: Vec<&str> = ["merge"].into_iter().chain(words.split(' ')).collect();
        let answered = book.answer(&words);
        assert_eq!(answered.err.lines().count(), 1, "{words:?}: {answered:?}");
        (answered.code, answered.err)
    };
    for (words, code, part) in [
        ("municipality Porvoo into Porvoo on 1.1.2027", 2, "itself"),
        ("municipality Atlantis into Porvoo", 1, "Atlantis"),
        ("Porvoo Pornainen", 2, "kuntatutor merge municipality"),
        ("Pornainen into Porvoo on 31.2.2027", 2, "31.2.2027"),
    ] {
        let (told, err) = merge(words);
        assert!(told == Some(code) && err.contains(part), "{words}: {told:?} {err}");
    }
    assert_eq!(files(&book), before);
    done(&book, &["merge", "kunta", "pornainen", "kuntaan", "porvoo"]);
    let (code, err) = merge("kommun Borgnäs till Askola från 1.1.2028");
    assert!(code == Some(2) && err.contains("Porvoo") && err.contains("already"), "{err}");
}

#[test]
fn a_season_follows_the_last_one() {
    let (book, before) = with_something_open();
    let seasons = records(&book, "seasons.json");
    let would = done(&book, &["next-season", "--dry-run", "--lang", "fi"]);
    assert!(would.out.contains("2021–22") && would.out.contains("kevät 2022"), "{would:?}");
    assert_eq!(files(&book), before);
    let begun = done(
        &book,
        &["next-season", "--starts", "1.8.2026", "--ends", "31.5.2027", "--without", "ari tammi", "--lang", "fi"],
    );
    for part in ["Kausi 2026–27: 4 tutoria, 2 kierrosta, 20 odottavaa kuntaa", "1 avoin toimi jatkuu"] {
        assert!(begun.err.contains(part), "{part}: {begun:?}");
    }
    let season = book.stored("seasons.json", "id", "2026-27").expect("the season");
    assert_eq!((&season["starts"], &season["ends"]), (&"2026-08-01".into(), &"2027-05-31".into()));
    assert_eq!(season["rounds"][0]["name"], "kevät 2026");
    let now = records(&book, "seasons.json");
    assert!(seasons.iter().all(|season| now.contains(season)), "the seasons before stay as they were");
    let ari = book.stored("people.json", "family", "Tammi").expect("Ari");
    assert!(!ari["roles"].to_string().contains("2026-27"), "{ari}");
    for (arguments, part) in [
        (&["next-season", "--key", "2020"][..], "2020"),
        (&["next-season", "--starts", "1.9.2027", "--ends", "1.8.2027"], "ends"),
        (&["next-season", "--without", MARI], "--without"),
    ] {
        let answered = book.answer(arguments);
        assert_eq!(answered.code, Some(2), "{arguments:?}: {answered:?}");
        assert!(answered.err.contains(part) || answered.err.contains("end before"), "{arguments:?}: {answered:?}");
    }
    done(&book, &["undo"]);
    assert_eq!(files(&book), before);
}

#[test]
fn on_the_screen_a_merger_is_shown_before_it_is_done_and_taken_back_at_once() {
    let (book, before) = with_a_season_that_goes_on();
    let mut terminal = book.open();
    terminal.wait_for("2026–27");
    terminal.keys("3 f pornai Enter : merge-mun");
    terminal.wait_for("merge into another");
    terminal.keys("Enter porvoo Tab");
    terminal.wait_for("1.1.2027");
    terminal.keys("C-s");
    terminal.wait_for("Goes on with Porvoo: 1 coaching, 1 action, 1 person");
    assert_eq!(files(&book), before, "nothing is done before it is confirmed");
    terminal.keys("Enter");
    wait_saved(&mut terminal, "becomes part of Porvoo");
    assert_ne!(files(&book), before);
    terminal.keys("u");
    terminal.wait_for("undone");
    terminal.keys(": quit Enter");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    assert_eq!(files(&book), before);
}

#[test]
fn nobody_ends_up_in_two_places_by_a_move() {
    let book = Book::copy_of("");
    done(&book, &["move", MARI, "--to", "porvoo", "--on", "1.8.2020"]);
    let before = files(&book);
    for (on, place) in [("1.1.2019", "Porvoo"), ("1.8.2020", "Porvoo")] {
        let refused = book.answer(&["move", MARI, "--to", "askola", "--on", on, "--lang", "fi"]);
        assert_eq!(refused.code, Some(2), "{refused:?}");
        assert!(refused.err.contains(place) && refused.err.contains("muokkaa henkilön työpaikkoja"), "{refused:?}");
    }
    assert_eq!(files(&book), before);
    done(&book, &["move", MARI, "--to", "loviisa", "--on", "1.1.2027"]);
    let told = done(&book, &["move", MARI, "--to", "askola", "--on", "1.12.2026", "--lang", "fi"]);
    assert!(told.err.contains("31.12.2026") && told.err.contains("Loviisa"), "{told:?}");
    let mari = book.stored("people.json", "family", "Ahokas").expect("Mari");
    let rows = mari["affiliations"].as_array().expect("rows");
    let open: Vec<&Value> = rows.iter().filter(|row| row["until"].is_null()).collect();
    assert!(open.len() == 1 && open[0]["from"] == "2027-01-01", "{rows:?}");
    let same_day = book.answer(&["move", MARI, "--to", "porvoo", "--on", "1.1.2027", "--lang", "fi"]);
    assert_eq!(same_day.code, Some(2), "{same_day:?}");
}

#[test]
fn what_was_taken_back_is_said_in_a_few_words_and_one_is_one() {
    let book = Book::copy_of("");
    done(&book, &["next-season"]);
    for command in ["undo", "redo"] {
        let told = done(&book, &[command, "--lang", "fi"]);
        assert!(told.err.contains(" ja ") && told.err.contains(" muuta"), "{told:?}");
        assert!(told.err.chars().count() < 100, "{told:?}");
    }
    let one = book.answer(&["edit", "ahoka", "--given", "Mari", "--lang", "fi"]);
    assert!(one.code == Some(3) && one.err.contains("1 tietueen"), "{one:?}");
}

#[test]
fn a_tutor_municipality_without_a_tutor_is_told() {
    let book = Book::copy_of("");
    let begun = done(&book, &["next-season", "--without", "ari tammi", "--lang", "fi"]);
    assert!(begun.err.contains("jää tutorikunnaksi ilman tutoria"), "{begun:?}");
    done(&book, &["undo"]);
    let all = done(&book, &["next-season", "--lang", "fi"]);
    assert!(!all.err.contains("ilman tutoria"), "{all:?}");
}

#[test]
fn a_season_has_days_that_can_be_and_a_name_that_fits_them() {
    let book = Book::copy_of("");
    let before = files(&book);
    let refused = book.answer(&["next-season", "--starts", "1.12.2021", "--ends", "31.5.2022", "--lang", "fi"]);
    assert!(refused.code == Some(2) && refused.err.contains("2020–21 jatkuu 31.12.2021 asti"), "{refused:?}");
    assert_eq!(files(&book), before);
    let past = done(&book, &["next-season", "--lang", "fi"]);
    assert!(past.err.contains("2021–22") && past.err.contains("on jo ohi"), "{past:?}");
    done(&book, &["undo"]);
    for (starts, ends, name) in [
        ("1.8.2026", "31.5.2027", "Kausi 2026–27:"),
        ("1.1.2027", "31.5.2027", "Kausi 2027:"),
        ("1.3.2022", "31.12.2022", "Kausi 2022:"),
    ] {
        let begun = done(&book, &["next-season", "--starts", starts, "--ends", ends, "--dry-run", "--lang", "fi"]);
        assert!(begun.err.contains(name), "{begun:?}");
    }
    // Two in one year: the one before has its year in its name.
    done(&book, &["add", "season", "--name", "kevät 2026", "--starts", "1.1.2026", "--ends", "31.5.2026"]);
    let autumn =
        done(&book, &["next-season", "--starts", "1.8.2026", "--ends", "31.5.2027", "--dry-run", "--lang", "fi"]);
    assert!(autumn.err.contains("Kausi kevät 2026–27:"), "{autumn:?}");
}

#[test]
fn who_works_at_two_places_is_told_that_both_end() {
    let book = Book::copy_of("");
    done(&book, &["edit", MARI, "--affiliations+", "at=Espoo"]);
    let told = done(&book, &["move", MARI, "--to", "hanko", "--on", "1.1.2027"]);
    assert!(told.err.contains("Ended:") && told.err.contains("Espoo"), "{told:?}");
}
