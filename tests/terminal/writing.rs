//! The commands that change the book: every field can be written, what is wrong is named, nothing is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kuntatutor::domain::{FieldKind, Kind};
use kuntatutor::store::{Source, load};
use serde_json::Value;

use crate::book::Book;
use crate::home::Home;
use crate::program::{Answered, answer, answer_at};

/// A person of the shipped book.
const ARI: &str = "person:pj1fqz53wsjj5";

#[track_caller]
fn done(book: &Book, arguments: &[&str]) -> Answered {
    let answered = book.answer(arguments);
    assert_eq!(answered.code, Some(0), "{arguments:?}: {answered:?}");
    answered
}

#[track_caller]
fn refused(book: &Book, code: i32, arguments: &[&str]) -> String {
    let before = files(book);
    let answered = book.answer(arguments);
    assert_eq!((answered.code, answered.out.as_str()), (Some(code), ""), "{arguments:?}: {answered:?}");
    assert_eq!(files(book), before, "{arguments:?}");
    answered.err
}

/// The first record an answer tells of.
#[track_caller]
fn record(answered: &Answered) -> Value {
    let told: Value = serde_json::from_str(&answered.out).expect("JSON");
    told["records"][0]["record"].clone()
}

#[track_caller]
fn shown(book: &Book, id: &str) -> Value {
    record(&done(book, &["show", id, "--json"]))
}

/// Every file of a book with its content.
fn files(book: &Book) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(book.path()).expect("a directory").map(|entry| entry.expect("a file").path());
    let read = |path: &Path| (path.display().to_string(), fs::read(path).expect("a file"));
    entries.filter(|path| path.extension().is_some_and(|end| end == "json")).map(|path| read(&path)).collect()
}

/// Something that can be written into a field of this kind.
fn sample(kind: &FieldKind) -> String {
    let known = |kind: Kind| {
        let book = load(&Source::Example).book;
        let place = book.places(kind).first().copied()?;
        book.at(place).map(|record| record.link().to_string())
    };
    match kind {
        FieldKind::Line | FieldKind::Long | FieldKind::Who => "Aino Aalto".to_owned(),
        FieldKind::Phone => "040 123 4567".to_owned(),
        FieldKind::Email => "aino@kunta.fi".to_owned(),
        FieldKind::Web => "kunta.fi".to_owned(),
        FieldKind::Date => "6.10.2021".to_owned(),
        FieldKind::Time => "9.30".to_owned(),
        FieldKind::Length => "1 h 30 min".to_owned(),
        FieldKind::Number => "12".to_owned(),
        FieldKind::YesNo => "x".to_owned(),
        FieldKind::Choice { keys, .. } => keys.last().expect("a choice").to_string(),
        FieldKind::Words(_) => "fi=Tuki sv=\"Stöd; hjälp\"".to_owned(),
        FieldKind::Round => "syksy".to_owned(),
        FieldKind::Ref(kind) => known(*kind).expect("a record"),
        FieldKind::Link(kinds) => kinds.iter().find_map(|kind| known(*kind)).expect("a record"),
        FieldKind::Many(one) => sample(one),
        FieldKind::Rows(_) => {
            let cell = |key: &str, kind: &FieldKind| format!("{key}='{}'", sample(kind).replace('\'', "''"));
            let cells: Vec<String> = kind.row_columns().map(|column| cell(column.key, &column.kind)).collect();
            cells.join(" ")
        }
    }
}

/// Every cell of a row is there, and of the rows within it.
#[track_caller]
fn is_whole(kind: &FieldKind, rows: &Value) {
    let row = &rows[0];
    assert!(row["id"].is_string(), "{rows}");
    for column in kind.row_columns() {
        assert!(!row[column.key].is_null(), "{} in {rows}", column.key);
        if let FieldKind::Rows(_) = column.kind {
            is_whole(&column.kind, &row[column.key]);
        }
    }
}

#[test]
fn every_field_of_every_kind_can_be_written() {
    let book = Book::copy();
    for kind in Kind::ALL {
        let mut arguments: Vec<String> = match kind {
            Kind::Book => ["edit", "book:book", "--json"].map(str::to_owned).into(),
            Kind::Municipality => ["add", kind.key(), "--id", "005", "--json"].map(str::to_owned).into(),
            _ => ["add", kind.key(), "--json"].map(str::to_owned).into(),
        };
        for column in kind.columns() {
            let added = if let FieldKind::Rows(_) = column.kind { "+" } else { "" };
            arguments.push(format!("--{}{added}", column.key.replace('_', "-")));
            arguments.push(sample(&column.kind));
        }
        let made = record(&done(&book, &arguments.iter().map(String::as_str).collect::<Vec<_>>()));
        let saved = shown(&book, &format!("{}:{}", kind.key(), made["id"].as_str().expect("an id")));
        assert_eq!(made, saved);
        for column in kind.columns() {
            assert!(!saved[column.key].is_null(), "{} of {}", column.key, kind.key());
            if let (FieldKind::Rows(_), true) = (&column.kind, kind != Kind::Book) {
                is_whole(&column.kind, &saved[column.key]);
            }
        }
    }
    assert_eq!(book.answer(&["check"]).code, Some(0));
}

#[test]
fn a_record_is_added_and_told_by_id_and_name() {
    let book = Book::copy();
    let added = done(&book, &["add", "henkilö", "--etunimi", "Aino", "--sukunimi=Aalto", "--efternamn", "Aaltonen"]);
    let (id, name) = added.out.trim_end().split_once('\t').expect("an id and a name");
    assert!(id.starts_with("person:p") && id.len() == 20, "{id}");
    assert_eq!((name, added.err.as_str()), ("Aino Aaltonen", ""));
    assert_eq!(shown(&book, id)["family"], "Aaltonen");
    for (arguments, id) in [
        (&["add", "theme", "--name", "fi=Kotikäynnit sv=Hembesök"][..], "theme:kotikaynnit"),
        (&["add", "theme", "--name", "Kotikäynnit"], "theme:kotikaynnit-2"),
        (&["add", "season", "--name", "2026–27", "--starts", "1.9.2026", "--ends", "31.5.2027"], "season:2026-27"),
        (&["add", "kunta", "--id", "005", "--name", "Alajärvi"], "municipality:005"),
    ] {
        assert_eq!(done(&book, arguments).out.split('\t').next(), Some(id));
    }
}

#[test]
fn what_goes_without_saying_need_not_be_said() {
    let book = Book::copy();
    let session = record(&done(&book, &["add", "session", "--kind", "webinaari", "--date", "5.5.2020", "--json"]));
    assert_eq!((&session["season"], &session["status"]), (&"2020".into(), &"planned".into()));
    let held = ["add", "session", "--date", "6.10.", "--kind", "visit", "--tila", "pidetty", "--json"];
    assert_eq!(record(&done(&book, &held))["date"], "2026-10-06");
    let noted = record(&done(&book, &["note", "ari tammi", "soitti", "ja", "kysyi", "--json"]));
    assert_eq!((&noted["about"], &noted["text"]), (&ARI.into(), &"soitti ja kysyi".into()));
    assert_eq!(noted["at"], "2026-11-22");
}

#[test]
fn lists_rows_cells_and_languages_are_changed_one_by_one() {
    let book = Book::copy();
    let session = "session:sgt6cttkr75td";
    let rows = |key: &str| shown(&book, session)[key].as_array().cloned().unwrap_or_default();
    let themes = rows("themes").len();
    done(&book, &["edit", session, "--themes+", "cooperation", "--themes+", "cooperation"]);
    assert_eq!(rows("themes").len(), themes + 1);
    done(&book, &["edit", session, "--themes-", "kuntien välinen yhteistyö"]);
    assert_eq!(rows("themes").len(), themes);
    let before = rows("programme");
    let first = before[0]["id"].as_str().expect("an id");
    let (cell, speaker) = (format!("--programme.{first}.title.sv"), "--programme.1.speakers+");
    done(&book, &["edit", session, &cell, "Början", speaker, "Aino Aalto", "--programme.2.minutes", "45"]);
    done(
        &book,
        &["edit", session, "--programme+", "minutes=15 title='Loppu; kiitos' speakers='who=\"A B\" part=puhuja; C'"],
    );
    let after = rows("programme");
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!((&after[0]["title"]["sv"], &after[0]["title"]["fi"]), (&"Början".into(), &before[0]["title"]["fi"]));
    assert_eq!(after[0]["speakers"].as_array().expect("rows").len(), 2);
    assert_eq!(after[1]["minutes"], 45);
    let last = after.last().expect("a row");
    assert_eq!((&last["title"]["fi"], &last["speakers"][1]["who"]["name"]), (&"Loppu; kiitos".into(), &"C".into()));
    done(&book, &["edit", session, "--programme-", first, "--link", "", "--title", "Päätös"]);
    assert_eq!(rows("programme").len(), before.len());
    assert!(rows("programme").iter().all(|row| row["id"] != first));
    // One text leaves those in other languages.
    done(&book, &["edit", session, "--title", "Päätös", "--lang", "fi"]);
    let title = &shown(&book, session)["title"];
    assert!(title["fi"] == "Päätös" && title["sv"].is_string(), "{title}");
}

#[test]
fn a_dry_run_shows_the_change_and_makes_none() {
    let book = Book::copy();
    let before = files(&book);
    let shown = done(&book, &["--dry-run", "--lang", "fi", "edit", ARI, "--phone", "09 123", "--given", ""]);
    for part in ["Tammi", "puhelin: 040 3537228 → 09 123", "etunimi: Ari → –"] {
        assert!(shown.out.contains(part), "{shown:?}");
    }
    let told = done(&book, &["edit", ARI, "--phone", "09 123", "--dry-run", "--json"]);
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!((&told["command"], &told["dry_run"], &told["kuntatutor"]), (&"edit".into(), &true.into(), &1.into()));
    let change = &told["changes"][0];
    assert_eq!(
        (&change["field"], &change["before"], &change["after"]),
        (&"phone".into(), &"040 3537228".into(), &"09 123".into())
    );
    for arguments in
        [&["add", "theme", "--name", "x"][..], &["delete", ARI], &["note", ARI, "x"], &["delete", "theme:networks"]]
    {
        done(&book, &[arguments, &["--dry-run", "--read-only"]].concat());
    }
    assert_eq!(files(&book), before);
    assert!(done(&book, &["edit", ARI, "--given", "Ari"]).err.contains("Nothing"));
    assert_eq!(files(&book), before);
}

#[test]
fn all_that_is_wrong_is_named_at_once_and_nothing_is_written() {
    let book = Book::copy();
    let wrong =
        refused(&book, 2, &["add", "person", "--email", "x", "--left-on", "31.2.", "--shoe", "43", "--themes", "zzz"]);
    for part in ["--email", "--left-on", "31.2.", "--shoe", "--themes", "zzz", "--family"] {
        assert!(wrong.contains(part), "{part}: {wrong}");
    }
    assert_eq!(wrong.lines().count(), 5, "{wrong}");
    for (arguments, part) in [
        (&["edit", ARI, "--email", "ari tammi"][..], "--email"),
        (&["edit", ARI, "--family", " "], "--family"),
        (&["edit", ARI, "--phone+", "1"], "--phone+"),
        (&["edit", ARI, "--roles-", "9"], "9"),
        (&["edit", ARI, "--roles.1.role", "kapteeni"], "kapteeni"),
        (&["edit", ARI, "--roles.1.shoe", "43"], "--roles.1.shoe"),
        (&["edit", ARI, "--roles+", "season='2020"], "--roles+"),
        (&["edit", ARI, "--affiliations.1.at", "municipality:999"], "municipality:999"),
        (&["edit", ARI, "--themes-", "e-services"], "e-services"),
        (&["edit", ARI, "--given"], "--given"),
        (&["edit", ARI, "--id", "x"], "--id"),
        (&["add", "kunta", "--name", "X"], "--id"),
        (&["add", "kunta", "--name", "X", "--id", "91"], "--id"),
        (&["add", "theme", "--name", "X", "--id", "networks"], "networks"),
        (&["add", "person", "--family", "X", "--id", "p1"], "--id"),
        (&["add", "book", "--name", "X"], "book:book"),
        (&["delete", "book:book"], "book:book"),
        (&["note", ARI], "kuntatutor --help"),
        (&["init"], "kuntatutor --help"),
        (&["edit", ARI, "--given", "x", "--read-only"], "--read-only"),
    ] {
        let told = refused(&book, 2, arguments);
        assert!(told.contains(part), "{arguments:?}: {told}");
    }
}

#[test]
fn each_way_to_end_has_its_code() {
    let book = Book::copy();
    refused(&book, 1, &["edit", "zzzz", "--given", "x"]);
    refused(&book, 1, &["delete", "person:p000000000000"]);
    refused(&book, 1, &["undo"]);
    refused(&book, 1, &["redo"]);
    assert_eq!(book.answer(&["edit", "uusimaa", "--note", "x"]).code, Some(3));
    // Letters here and there show a record and change none.
    assert_eq!(book.answer(&["show", "lpnjrv"]).code, Some(0));
    assert_eq!(book.answer(&["delete", "lpnjrv"]).code, Some(3));
    // A whole word of a name is surer than a part of another one.
    done(&book, &["add", "person", "--family", "Aalto"]);
    done(&book, &["edit", "aalto", "--given", "Aino"]);
    // The shipped book is never changed, and the way to one's own is named.
    for arguments in [&["add", "theme", "--name", "X"][..], &["edit", ARI, "--given", "X"], &["delete", ARI], &["undo"]]
    {
        let answered = answer(arguments);
        assert!(answered.code == Some(4) && answered.err.contains("kuntatutor init"), "{arguments:?}: {answered:?}");
    }
    book.write("people.json", "not a book");
    let failed = refused(&book, 4, &["add", "person", "--family", "X"]);
    assert!(failed.contains("people.json"), "{failed}");
}

#[test]
fn what_was_deleted_comes_back_and_goes_again() {
    let book = Book::copy();
    let before = shown(&book, ARI);
    let deleted = done(&book, &["delete", "ari tammi"]);
    assert!(deleted.out.contains("Ari Tammi") && deleted.err.contains("kuntatutor undo"), "{deleted:?}");
    assert!(deleted.err.contains(|letter: char| letter.is_ascii_digit()), "who refers to it is told: {deleted:?}");
    assert_eq!(book.answer(&["show", ARI]).code, Some(1));
    assert!(done(&book, &["undo"]).out.contains("Ari Tammi"));
    assert_eq!(shown(&book, ARI), before);
    done(&book, &["redo"]);
    assert_eq!(book.answer(&["show", ARI]).code, Some(1));
    done(&book, &["undo"]);
    done(&book, &["edit", ARI, "--phone", "09 123"]);
    done(&book, &["undo"]);
    assert_eq!(shown(&book, ARI), before);
    assert_eq!(book.answer(&["undo"]).code, Some(1));
}

#[test]
fn what_two_people_wrote_into_one_field_is_kept_of_both() {
    let book = Book::copy();
    let config = book.home().join("config/kuntatutor");
    fs::create_dir_all(&config).expect("a directory");
    let sign = |me: &str| fs::write(config.join("config.toml"), format!("me = \"{me}\"\n")).expect("a file");
    sign("pj1fqz53wsjj5");
    done(&book, &["edit", ARI, "--phone", "09 111"]);
    sign("p4ewnecdkxyke");
    assert_eq!(book.answer(&["undo"]).code, Some(1), "only one's own changes are undone");
    done(&book, &["edit", ARI, "--phone", "09 222"]);
    sign("pj1fqz53wsjj5");
    let met = book.answer(&["undo", "--json"]);
    assert_eq!(met.code, Some(5), "{met:?}");
    assert!(met.err.contains(ARI), "{met:?}");
    let ari = shown(&book, ARI);
    let said = ari.to_string();
    assert!(said.contains("09 222") && said.contains("040 3537228") && ari["conflicts"].is_array(), "{said}");
}

#[test]
fn a_book_of_ones_own_is_made_and_opened() {
    let home = std::sync::Arc::new(Home::new().expect("a home"));
    let ask = |arguments: &[&str]| answer_at(&home, &[], arguments);
    let would = ask(&["init", "--example", "--dry-run"]);
    assert!(would.code == Some(0) && !Path::new(would.out.trim_end()).join("people.json").exists(), "{would:?}");
    assert_eq!(ask(&["init", "--region", "atlantis"]).code, Some(2));
    let made = ask(&["init", "--region", "pirkanmaa"]);
    assert!(made.code == Some(0) && Path::new(made.out.trim_end()).join("people.json").exists(), "{made:?}");
    assert!(ask(&["list", "kunnat"]).out.contains("Tampere"));
    assert_eq!(ask(&["add", "person", "--family", "Aalto"]).code, Some(0));
    assert!(ask(&["find", "aalto"]).out.contains("Aalto"));
    assert_eq!(ask(&["init", "--example"]).code, Some(4), "a book that is there is never replaced");
    let elsewhere = home.path().join("shared/book");
    let elsewhere = elsewhere.to_str().expect("UTF-8");
    assert_eq!(ask(&["init", "--example", "--data", elsewhere]).code, Some(0));
    assert_eq!(ask(&["--data", elsewhere, "edit", ARI, "--given", "Arto"]).code, Some(0));
}

#[test]
fn help_lists_the_fields_of_a_kind() {
    let told = answer(&["add", "henkilö", "--help", "--lang", "fi"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    for column in Kind::Person.columns() {
        let option = format!("--{}", column.key.replace('_', "-"));
        assert!(told.out.contains(&option), "{option}: {}", told.out);
    }
    assert!(told.out.contains("sukunimi*") && told.out.contains("season, role"), "{}", told.out);
}

#[test]
fn what_only_resembles_a_name_is_neither_changed_nor_deleted() {
    let book = Book::copy();
    for command in ["edit", "delete"] {
        // Joel Aaltonen is called neither, and nobody would be asked.
        let words: &[&str] =
            if command == "edit" { &["edit", "aalto", "--phone", "040 1"] } else { &["delete", "aalto"] };
        let answered = book.answer(words);
        assert_eq!(answered.code, Some(3), "{answered:?}");
        assert!(answered.out.contains("Joel Aaltonen"), "{answered:?}");
    }
    assert!(book.read("people.json").contains("Aaltonen"));
}

#[test]
fn a_file_that_is_gone_is_told_with_the_copy_there_is() {
    let book = Book::copy();
    done(&book, &["edit", ARI, "--phone", "040 555 0101"]);
    fs::remove_file(Path::new(book.path()).join("people.json")).expect("the file was there");
    let checked = book.answer(&["check"]);
    assert_eq!(checked.code, Some(4), "{checked:?}");
    assert!(checked.out.contains("people.json") && checked.out.contains("backup/"), "{checked:?}");
}
