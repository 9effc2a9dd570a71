//! Forms as people fill them in: the first change, a whole programme, pastes, the user's own editor.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::{Value, json};

use crate::book::Book;
use crate::filling::{fill, label_at, reach, says, shown, wait_saved, write};
use crate::picture::text_of;
use crate::process::Ended;
use crate::program::{NOW, answer_at, kuntatutor, opened};
use crate::pty::{Options, Terminal};

/// Mari Ahokas of the shipped book.
const MARI: &str = "p7g3cm32655ja";

/// Leaves the program.
#[track_caller]
fn quit(terminal: &mut Terminal) {
    terminal.keys(": quit Enter");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
}

/// Whether others may read, write or enter anything below a directory.
#[track_caller]
fn check_private(directory: &Path) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("a file").path();
        let mode = path.symlink_metadata().expect("a file").permissions().mode() & 0o777;
        let wanted = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, wanted, "{}", path.display());
        if path.is_dir() {
            check_private(&path);
        }
    }
}

/// Rows without their ids, which nobody typed.
fn without_ids(value: &Value) -> Value {
    match value {
        Value::Array(rows) => rows.iter().map(without_ids).collect(),
        Value::Object(map) => {
            let typed = map.iter().filter(|(key, _)| *key != "id");
            Value::Object(typed.map(|(key, value)| (key.clone(), without_ids(value))).collect())
        }
        value => value.clone(),
    }
}

#[test]
fn the_first_change_asks_for_book_and_name_once_and_a_contact_is_found_undone_and_redone() {
    let mut terminal = opened();
    let home = terminal.home();
    let is_there = || answer_at(&home, &[], &["find", "aino.aalto@pornainen.fi"]).out.contains("040 765 4321");
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    terminal.keys("n");
    terminal.wait_for("What is your own book to be?");
    terminal.keys("Enter");
    terminal.wait_for("Who are you?");
    write(&mut terminal, "ahokas");
    terminal.wait_for("▌ Mari Ahokas");
    terminal.keys("Enter");
    terminal.wait_for("given name");
    fill(&mut terminal, "given name", "Aino");
    fill(&mut terminal, "family name", "Aalto");
    reach(&mut terminal, "workplaces");
    terminal.keys("Enter");
    terminal.wait_for("workplaces: new row");
    write(&mut terminal, "pornai");
    fill(&mut terminal, "title in Finnish", "digituen asiantuntija");
    terminal.keys("C-s");
    terminal.wait_for("workplaces: one row");
    terminal.keys("C-s");
    terminal.wait_until(|screen| label_at(&text_of(screen)) == "e-mail");
    write(&mut terminal, "aino.aalto@pornainen.fi");
    fill(&mut terminal, "phone", "040 765 4321");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "added: Aino Aalto");

    let data = home.path().join("data/kuntatutor");
    assert!(data.join("people.json").exists() && data.join("sessions.json").exists());
    check_private(&home.path().join("data"));
    check_private(&home.path().join("config"));
    check_private(&home.path().join("state"));
    let config = fs::read_to_string(home.path().join("config/kuntatutor/config.toml")).expect("settings");
    assert!(config.contains(&format!("me = \"{MARI}\"")), "{config}");

    terminal.keys("o aino");
    // The list below shows the same card: what counts is that it is there above it too.
    terminal.wait_for("find aino");
    terminal.wait_for("040 765 4321");
    terminal.wait_for("digituen asiantuntija");
    terminal.keys("Esc u");
    wait_saved(&mut terminal, "undone: added Aino Aalto");
    assert!(!is_there());
    terminal.keys("C-r");
    wait_saved(&mut terminal, "done again: added Aino Aalto");
    quit(&mut terminal);

    let again = || Options { home: Some(home.clone()), ..kuntatutor() };
    let mut terminal = Terminal::open(again());
    terminal.wait_for("Mari Ahokas");
    terminal.keys("o aino");
    terminal.wait_for("040 765 4321");
    // Nobody is asked a second time.
    terminal.keys("Esc 2 u");
    wait_saved(&mut terminal, "undone: added Aino Aalto");
    assert!(!is_there());
    quit(&mut terminal);
    let mut terminal = Terminal::open(again());
    terminal.wait_for("Mari Ahokas");
    terminal.keys("2 C-r");
    wait_saved(&mut terminal, "done again: added Aino Aalto");
    assert!(is_there());
}

/// Minutes, kind, title, and speakers with what they do, as they are typed.
type Item<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str)]);

#[test]
fn a_webinar_with_five_items_and_nine_speakers_is_stored_as_it_was_typed() {
    let book = Book::copy_of(MARI);
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal.keys("4 v n");
    terminal.wait_for("new session");
    write(&mut terminal, "webin");
    fill(&mut terminal, "title in Finnish", "Etätuki haltuun");
    fill(&mut terminal, "title in Swedish", "Distansstöd: så här");
    fill(&mut terminal, "themes", "etätuki");
    fill(&mut terminal, "date", "8.12.");
    fill(&mut terminal, "time", "9–11.30");
    fill(&mut terminal, "held", "remote");
    fill(&mut terminal, "link", "teams.example/etatuki");
    reach(&mut terminal, "programme");
    let items: [Item<'_>; 5] = [
        ("10", "opening", "Tervetuloa", &[("Mari Ahokas", "moderator")]),
        ("45", "talk", "Etätuen arki; mitä opimme", &[("Ari Tammi", "speaker"), ("Leena Lahti", "speaker")]),
        ("40", "panel", "Kuka auttaa?", &[("Joel Aaltonen", "panell"), ("Ida Öberg", "panell"), ("O Niemi", "expert")]),
        ("45", "workshop", "Pienryhmät", &[("Satu Ahonen", "expert"), ("Åsa Ek", "speaker")]),
        ("10", "closing", "Kiitos ja jatko", &[("Mari Ahokas", "moderator")]),
    ];
    for (number, (minutes, kind, title, speakers)) in items.iter().enumerate() {
        terminal.keys("Enter");
        terminal.wait_for("programme: new row");
        write(&mut terminal, minutes);
        fill(&mut terminal, "kind", kind);
        fill(&mut terminal, "title in Finnish", title);
        reach(&mut terminal, "speakers");
        for (name, part) in *speakers {
            terminal.keys("Enter");
            terminal.wait_for("speakers: new row");
            write(&mut terminal, name);
            if *name == "Ida Öberg" {
                looks_up_and_comes_back(&mut terminal, name);
            }
            fill(&mut terminal, "part", part);
            terminal.keys("C-s");
            terminal.wait_gone("speakers: new row");
        }
        // Out of the speakers, and the item into the programme.
        terminal.keys("C-s");
        terminal.wait_until(|screen| text_of(screen).contains("programme: new row"));
        terminal.keys("C-s");
        let rows =
            if number == 0 { "programme: one row".to_owned() } else { format!("programme: {} rows", number + 1) };
        terminal.wait_for(&rows);
    }
    terminal.keys("C-s");
    terminal.wait_until(|screen| label_at(&text_of(screen)) == "materials");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "added: Etätuki haltuun · one remark");

    let file = book.json("sessions.json");
    let mut sessions = file["records"].as_array().expect("records").iter();
    let session = sessions.find(|session| session["title"]["fi"] == "Etätuki haltuun").expect("the session");
    let person = |given: &str| book.stored("people.json", "given", given).expect("a person")["id"].clone();
    let of = |given: &str, part: &str| json!({ "who": { "person": person(given) }, "part": part });
    let named = |name: &str, part: &str| json!({ "who": { "name": name }, "part": part });
    let item = |minutes: u32, kind: &str, title: &str, speakers: &[Value]| json!({ "minutes": minutes, "kind": kind, "title": { "fi": title }, "speakers": speakers });
    let programme = json!([
        item(10, "opening", "Tervetuloa", &[of("Mari", "moderator")]),
        item(45, "talk", "Etätuen arki; mitä opimme", &[of("Ari", "speaker"), named("Leena Lahti", "speaker")]),
        item(
            40,
            "panel",
            "Kuka auttaa?",
            &[of("Joel", "panellist"), named("Ida Öberg", "panellist"), named("O Niemi", "expert")]
        ),
        item(45, "workshop", "Pienryhmät", &[of("Satu", "expert"), named("Åsa Ek", "speaker")]),
        item(10, "closing", "Kiitos ja jatko", &[of("Mari", "moderator")]),
    ]);
    assert_eq!(without_ids(&session["programme"]), programme);
    let typed = json!({
        "kind": "webinar", "season": "2020-21", "status": "planned", "themes": ["remote-support"],
        "title": { "fi": "Etätuki haltuun", "sv": "Distansstöd: så här" },
        "date": "2026-12-08", "time": "09:00", "length": 150, "mode": "remote", "link": "teams.example/etatuki",
    });
    for (key, value) in typed.as_object().expect("fields") {
        assert_eq!(&session[key], value, "{key}");
    }
    let other = session.as_object().expect("fields").keys().filter(|key| typed.get(key.as_str()).is_none());
    assert_eq!(other.collect::<Vec<_>>(), ["id", "programme"]);
}

/// The lookup in the middle of a name, and back to where one was.
#[track_caller]
fn looks_up_and_comes_back(terminal: &mut Terminal, name: &str) {
    terminal.wait_for(name);
    let before = (terminal.screen(), terminal.cursor());
    terminal.keys("F2 tammi");
    terminal.wait_for("040 3537228");
    terminal.keys("Esc");
    terminal.wait_for("speakers: new row");
    assert_eq!((terminal.screen(), terminal.cursor()), before);
}

/// Waits for the book and begins a new person.
#[track_caller]
fn opens_a_new_person(terminal: &mut Terminal) {
    terminal.wait_for("Mari Ahokas");
    terminal.keys("2 n");
    terminal.wait_for("new person");
}

/// Pastes the text into the field with this label.
#[track_caller]
fn paste_into(terminal: &mut Terminal, label: &str, text: &str) {
    reach(terminal, label);
    terminal.paste(text);
}

/// What was said of each of these fields stands on the screen once the field has the cursor.
#[track_caller]
fn check_said(terminal: &mut Terminal, label: &str, texts: &[&str]) {
    reach(terminal, label);
    let field = shown(terminal, label).split_whitespace().collect::<Vec<_>>().join(" ");
    for text in texts {
        assert!(field.contains(text), "{label}: {text:?} is not in {field:?}\n{}", terminal.screen());
    }
}

#[test]
fn what_was_pasted_wrongly_is_named_at_its_field_and_nothing_else_is_lost() {
    for size in [(80, 24), (60, 15)] {
        let book = Book::copy_of(MARI);
        let mut terminal = book.open_on(size, &[NOW]);
        opens_a_new_person(&mut terminal);
        terminal.paste("Aino\nMaria\r\nHelena");
        terminal.wait_for("Pasted 3 lines as one");
        paste_into(&mut terminal, "family name", "   ");
        paste_into(&mut terminal, "e-mail", "aino.aalto.pornainen.fi");
        paste_into(&mut terminal, "phone", "soita Ainolle");
        paste_into(&mut terminal, "presentation in Finnish", "Yksi\nkaksi");
        paste_into(&mut terminal, "left on", "31.4.");
        paste_into(&mut terminal, "note", "Eka rivi\nToka\x07 rivi");
        terminal.keys("C-s");
        terminal.wait_for("5 places wait to be mended.");
        assert_eq!(label_at(&terminal.screen()), "family name");
        check_said(&mut terminal, "family name", &["Still missing: family name."]);
        check_said(&mut terminal, "e-mail", &["aino.aalto.pornainen.fi", "is no e-mail address"]);
        check_said(&mut terminal, "phone", &["soita Ainolle", "is no phone number"]);
        check_said(&mut terminal, "presentation in Finnish", &["Yksi kaksi"]);
        check_said(&mut terminal, "left on", &["31.4.", "There is no 31.4. – that month has 30 days."]);
        check_said(&mut terminal, "note", &["Eka rivi Toka", "rivi", "The text has control characters"]);
        check_said(&mut terminal, "given name", &["Aino Maria Helena"]);
        assert!(book.stored("people.json", "given", "Aino Maria Helena").is_none());

        // Mended, all of it is stored.
        for (label, text) in [
            ("family name", "Aalto"),
            ("e-mail", "a@b.fi"),
            ("phone", "040 1"),
            ("phone", "040 123"),
            ("left on", "1.2.2026"),
            ("note", "Hei"),
        ] {
            reach(&mut terminal, label);
            terminal.keys("C-u");
            write(&mut terminal, text);
        }
        terminal.keys("C-s");
        wait_saved(&mut terminal, "added: Aino Maria Helena Aalto");
        let stored = book.stored("people.json", "given", "Aino Maria Helena").expect("a record");
        let typed = json!({
            "id": stored["id"], "given": "Aino Maria Helena", "family": "Aalto", "email": "a@b.fi", "phone": "040 123",
            "presentation": { "fi": "Yksi\nkaksi" }, "left_on": "2026-02-01", "note": "Eka rivi\nHei",
        });
        assert_eq!(stored, typed);
    }
}

#[test]
fn a_very_long_paste_is_asked_about_stays_whole_and_is_told_to_be_too_long() {
    for size in [(80, 24), (60, 15)] {
        let book = Book::copy_of(MARI);
        let mut terminal = book.open_on(size, &[NOW]);
        opens_a_new_person(&mut terminal);
        write(&mut terminal, "Aino");
        let long = format!("alku{}loppu", "ä".repeat(99_991));
        paste_into(&mut terminal, "family name", &long);
        terminal.wait_for("Paste 100 000 characters?");
        // Not pasted at first: nothing changes.
        terminal.keys("Down Enter");
        terminal.wait_for("new person");
        assert_eq!(shown(&mut terminal, "family name"), "");
        terminal.paste(&long);
        terminal.wait_for("Paste 100 000 characters?");
        terminal.keys("Enter");
        terminal.wait_for("loppu");
        terminal.keys("C-s");
        terminal.wait_for("One place waits to be mended.");
        assert!(
            says(&mut terminal, "The text is too long: it has 100 000 characters, and 2 000 fit."),
            "{}",
            terminal.screen()
        );
        let drafts = fs::read_dir(book.drafts()).expect("drafts").map(|entry| entry.expect("a file").path());
        let kept = drafts.filter(|path| path.extension().is_some_and(|end| end == "json"));
        let kept: Vec<String> = kept.map(|path| fs::read_to_string(path).expect("a draft")).collect();
        assert!(kept.len() == 1 && kept[0].contains(&long), "{} drafts", kept.len());
        terminal.keys("C-u");
        write(&mut terminal, "Aalto");
        terminal.keys("C-s");
        wait_saved(&mut terminal, "added: Aino Aalto");
    }
}

/// A program of the user's own that stands for an editor.
fn editor(book: &Book, script: &str) -> String {
    let path = book.home().join("editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("a mode");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn an_editor_of_ones_own_gives_its_text_back_to_the_field() {
    let book = Book::copy_of(MARI);
    let script =
        r#"echo muokataan; stat -c %a "$1" >"$HOME/mode"; echo "toinen rivi" >>"$1"; read -r x; echo "$x" >>"$1""#;
    let env = editor(&book, script);
    let mut terminal = book.open_on((80, 24), &[NOW, ("EDITOR", &env)]);
    opens_a_new_person(&mut terminal);
    fill(&mut terminal, "family name", "Aalto");
    fill(&mut terminal, "note", "eka rivi");
    terminal.raw(b"\x1b\r");
    terminal.keys("F6");
    terminal.wait_for("muokataan");
    assert_eq!(terminal.modes_left(), Vec::<&str>::new());
    // What is typed now is the editor's alone.
    terminal.keys("kolmas Enter");
    terminal.wait_for("new person");
    terminal.wait_for("kolmas");
    assert_eq!(shown(&mut terminal, "note").trim_end(), "eka rivi\ntoinen rivi\nkolmas");
    write(&mut terminal, "ja lisää");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "added: Aalto");
    let stored = book.stored("people.json", "family", "Aalto").expect("a record");
    assert_eq!(stored["note"], "eka rivi\ntoinen rivi\nkolmas\nja lisää");
    assert_eq!(fs::read_to_string(book.home().join("home/mode")).expect("a mode"), "600\n");
    let left = fs::read_dir(book.home().join("state/kuntatutor")).expect("a directory");
    assert!(left.flatten().all(|entry| entry.path().extension().is_none_or(|end| end != "txt")));
}

#[test]
fn an_editor_that_is_missing_or_fails_is_told_and_the_text_stays() {
    let book = Book::copy_of(MARI);
    let failing = editor(&book, r#"echo roskaa >"$1"; exit 1"#);
    for (editor, told) in
        [("/no/such/editor", "There is no /no/such/editor"), (failing.as_str(), "ended with an error")]
    {
        let mut terminal = book.open_on((80, 24), &[NOW, ("EDITOR", editor)]);
        opens_a_new_person(&mut terminal);
        fill(&mut terminal, "note", "eka rivi");
        terminal.keys("F6");
        terminal.wait_for(told);
        assert_eq!(shown(&mut terminal, "note"), "eka rivi");
        write(&mut terminal, " ja toka");
        terminal.wait_for("eka rivi ja toka");
    }
}
