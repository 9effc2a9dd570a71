//! Tables brought in: from an empty home by keys, again, undone, sent round and back, and from the command line.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::book::Book;
use crate::filling::wait_saved;
use crate::home::Home;
use crate::program::{answer_at, kuntatutor, ready};
use crate::pty::Options;

/// A sample sheet of 140 contacts: twelve are there twice, three places misspelt, two rows broken.
fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets").join(name)).expect("a sheet")
}

/// A home with this sheet in it.
fn home_with(name: &str) -> Arc<Home> {
    let home = Home::new().expect("a home");
    fs::write(home.path().join("home").join(name), sample(name)).expect("a file");
    Arc::new(home)
}

/// How many people are listed.
fn people(home: &Arc<Home>) -> usize {
    answer_at(home, &[], &["list", "people"]).out.lines().count()
}

#[test]
fn a_spreadsheet_becomes_a_book_in_one_sitting() {
    for name in ["names.xlsx", "names.ods", "plain.csv"] {
        let home = home_with(name);
        let mut terminal = ready(Options { home: Some(Arc::clone(&home)), ..kuntatutor() });
        terminal.keys(": import Enter");
        terminal.wait_for("bring contacts in from a spreadsheet");
        terminal.keys("Down Down Enter uusim Enter");
        terminal.wait_for(name);
        terminal.keys("Enter");
        terminal.wait_for("127 new");
        terminal.keys("C-s");
        terminal.wait_for("2 rows were not wholly read");
        terminal.keys("Down Enter");
        wait_saved(&mut terminal, "kuntatutor-rows-2026-11-22-");
        let files = fs::read_dir(home.path().join("home")).expect("a directory");
        let mut files = files.map(|entry| entry.expect("an entry").path());
        let path = files.find(|path| path.to_string_lossy().contains("kuntatutor-rows")).expect("a file");
        let rejects = fs::read_to_string(path).expect("a file");
        assert_eq!(rejects.lines().count(), 3, "{name}: {rejects}");
        assert!(rejects.contains("Atlantis") && rejects.contains("family name"), "{name}: {rejects}");
        assert_eq!(people(&home), 127, "{name}");
        for (words, place) in [("Jaana Berg", "Järvenpää"), ("Henna Hiltunen", "Lohja")] {
            let found = answer_at(&home, &[], &["find", words]).out;
            assert!(found.contains(place), "{name}: {found}");
        }
        // The same again says nothing new, and one undo takes all of it back.
        terminal.keys(": import Enter");
        terminal.wait_for("Who are you?");
        terminal.keys("Enter");
        terminal.wait_for(name);
        let begins = &name[..5];
        terminal.keys(&format!("{begins} Enter"));
        terminal.wait_for("0 new");
        terminal.keys("C-s");
        terminal.wait_for("2 rows were not wholly read");
        terminal.keys("Enter u");
        wait_saved(&mut terminal, "undone: imported");
        assert_eq!(people(&home), 0, "{name}");
    }
}

#[test]
fn cells_can_be_pasted() {
    let book = Book::copy_of("");
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal.keys("2 : import Enter");
    terminal.wait_for("paste the cells here");
    terminal.paste("Nimi\tPuhelin\tKunta\nAatu Kiviniitty\t401234567\tBorgå\nSaga Ekberg\t0501234567\tTusby\n");
    terminal.wait_for("2 new");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "2 new");
    let aatu = book.stored("people.json", "family", "Kiviniitty").expect("he is there");
    assert_eq!(aatu["phone"], "0401234567");
    assert_eq!(aatu["affiliations"][0]["at"], "municipality:638");
}

#[test]
fn a_list_that_was_sent_round_changes_just_what_was_edited() {
    let book = Book::copy();
    for format in ["csv", "tsv", "xlsx"] {
        for kind in
            ["people", "municipalities", "organisations", "sessions", "coachings", "practices", "notes", "themes"]
        {
            let file = book.home().join(format!("{kind}.{format}"));
            let path = file.to_str().expect("UTF-8");
            assert_eq!(book.answer(&["export", kind, path]).code, Some(0), "{kind} {format}");
            let back = book.answer(&["import", path, kind, "--dry-run"]);
            assert_eq!(back.out.trim(), "", "{kind} {format}: {back:?}");
            assert_eq!(back.code, Some(0), "{kind} {format}: {back:?}");
        }
    }
    let file = book.home().join("people.csv");
    let path = file.to_str().expect("UTF-8");
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace("040 3537228", "040 111 2222")).expect("a file");
    let changed = book.answer(&["import", path, "people"]);
    assert_eq!(changed.out.lines().count(), 1, "{changed:?}");
    assert!(changed.out.contains("Ari Tammi"), "{changed:?}");
    let shown = book.answer(&["show", "ari tammi"]).out;
    assert!(shown.contains("040 111 2222") && shown.contains("ari.tammi@hel.fi"), "{shown}");
}

#[test]
fn what_is_no_table_is_told_and_nothing_is_written() {
    let book = Book::copy();
    let people = book.read("people.json");
    for (name, content, words) in [
        ("a.pdf", &b"%PDF-1.7 abc"[..], "PDF"),
        ("a.xlsx", &b"PK\x03\x04 broken"[..], "."),
        ("a.csv", &b"Nimi;Puhelin\n\"Aino;040\nAri;050\n"[..], "2"),
        ("empty.csv", &b""[..], "."),
        ("noise.csv", &[0, 1, 2, 255, 0, 7][..], "."),
    ] {
        let file = book.home().join(name);
        fs::write(&file, content).expect("a file");
        let told = book.answer(&["import", file.to_str().expect("UTF-8"), "people"]);
        assert_eq!(told.code, Some(4), "{name}: {told:?}");
        assert!(told.err.contains(words) && told.err.lines().count() == 1, "{name}: {told:?}");
        assert_eq!(told.out, "", "{name}");
    }
    for (arguments, code) in [
        (["import", "/nowhere/x.csv", "people"], 4),
        (["import", "/nowhere/x.csv", "cats"], 2),
        (["import", "--sheet", "x"], 2),
    ] {
        assert_eq!(book.answer(&arguments).code, Some(code), "{arguments:?}");
    }
    assert_eq!(book.read("people.json"), people);
}

#[test]
fn columns_can_be_named_and_rejects_kept() {
    let book = Book::copy();
    let file = book.home().join("list.csv");
    fs::write(&file, "Kuka;Luuri;Koti\nAatu Kiviniitty;040 123 4567;Borgå\n;050 765 4321;Askola\n").expect("a file");
    let (path, odd) = (file.to_str().expect("UTF-8"), book.home().join("odd.csv"));
    let odd_path = odd.to_str().expect("UTF-8");
    let columns = "Kuka=whole-name;2=phone;Koti=affiliations.at";
    let told = book.answer(&["import", path, "people", "--columns", columns, "--rejects", odd_path]);
    assert_eq!(told.code, Some(4), "a row was left out: {told:?}");
    assert!(told.out.contains("Aatu Kiviniitty"), "{told:?}");
    assert!(fs::read_to_string(&odd).expect("a file").contains("Askola"));
    for columns in ["Nope=phone", "Kuka=nope"] {
        let told = book.answer(&["import", path, "people", "--columns", columns]);
        assert_eq!((told.code, told.err.lines().count()), (Some(2), 1), "{told:?}");
    }
}

/// What a form of Microsoft's exports, as text.
const FORM: &str = "ID;Aloitusaika;Valmistumisaika;Sähköposti;Nimi;Opimme uutta digituen järjestämisestä;Mikä oli parasta?\r\n\
                    1;6.10.2021 11.02;6.10.2021 11.05;aino@porvoo.example;Aino Tammelin;Täysin samaa mieltä;=1+1\r\n\
                    2;6.10.2021 11.03;6.10.2021 11.06;;;7;Puhe\r\n";

#[test]
fn answers_come_in_from_the_command_line_and_only_new_ones_the_next_week() {
    let book = Book::copy();
    let file = book.home().join("Palaute(1-2).csv");
    fs::write(&file, FORM).expect("a file");
    let path = file.to_str().expect("UTF-8");
    let unsaid = book.answer(&["import", "answers", path]);
    assert_eq!((unsaid.code, unsaid.err.contains("--about")), (Some(2), true), "{unsaid:?}");
    let rejects = book.home().join("rejects.csv");
    let reasons = rejects.to_str().expect("UTF-8");
    let about = ["--about", "sgt6cttkr75td"];
    let first = book.answer(&[&["import", "answers", path, "--rejects", reasons][..], &about].concat());
    assert_eq!(first.code, Some(4), "{first:?}");
    assert!(first.err.contains("Left out: Sähköposti, Nimi (who answered)"), "{first:?}");
    assert!(first.err.contains("“7” is not on the scale (1–5, 5 = fully agree)"), "{first:?}");
    let form = book.stored("feedback.json", "imported_answer", "1").expect("it is there");
    assert_eq!(form["answers"][0]["answer"], "5");
    assert_eq!(form["answers"][1]["question"], "Mikä oli parasta?");
    assert_eq!((&form["imported_from"], &form["given_on"]), (&"Palaute".into(), &"2021-10-06".into()));
    let reasons = fs::read_to_string(&rejects).expect("a file");
    assert!(reasons.contains("“7”") && !reasons.contains("aino@"), "{reasons}");
    assert!(!book.read("feedback.json").contains("Tammelin"));
    // The longer file of next week knows what it is about; what was said is said.
    let longer = book.home().join("Palaute(1-3).csv");
    let more = FORM.replace(";7;", ";2;") + "3;13.10.2021 8.00;13.10.2021 8.01;;;4;\r\n";
    fs::write(&longer, more).expect("a file");
    let path = longer.to_str().expect("UTF-8");
    let second = book.answer(&["import", path]);
    assert_eq!((second.code, second.out.lines().count()), (Some(0), 2), "{second:?}");
    let again = book.answer(&["import", path]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""), "{again:?}");
    // All of it goes as it came.
    book.answer(&["undo"]);
    assert!(book.stored("feedback.json", "imported_answer", "3").is_none());
    let scale = book.answer(&["import", path, "--scale", "x"]);
    assert_eq!(scale.code, Some(2), "{scale:?}");
    let none = book.answer(&["import", path, "people", "--about", "sgt6cttkr75td"]);
    assert_eq!(none.code, Some(2), "{none:?}");
}
