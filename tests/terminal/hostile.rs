//! Data nobody should have: the rest opens, the place is named, and no byte of it acts on the terminal.

use std::fs;
use std::os::unix::fs::symlink;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use serde_json::Value;

use crate::book::Book;
use crate::process::Ended;
use crate::program::{answer, kuntatutor, ready};
use crate::pty::{Options, Terminal};

/// What acts on a terminal or deceives the eye, each with a letter around it.
const PAYLOAD: &str = "a\x1b[31mb\x1b]52;c;UFdO\x07c\x1b]0;PWN\x1b\\d\x1bP1$rq\x1b\\e\u{9b}6nf\u{9d}0;PWN\u{9c}g\u{202e}h\
    \u{2066}i\u{200b}j\u{feff}k\u{e0041}l\u{2028}m\x7fn\x08o\x05p\x0eq\rr\u{85}s\u{ad}t";

/// What of it must never be written. Text the program itself writes holds none of these.
const FORBIDDEN: [&str; 20] = [
    "\x1b[31m",
    "\x1b]",
    "\x1bP",
    "\x07",
    "\x7f",
    "\x08",
    "\x05",
    "\x0e",
    "\u{9b}",
    "\u{9d}",
    "\u{9c}",
    "\u{85}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\u{e0041}",
    "\u{2028}",
    "\u{ad}",
    "\rr",
];

#[track_caller]
fn check_harmless(written: &str, of: &str) {
    for forbidden in FORBIDDEN {
        assert!(!written.contains(forbidden), "{of} wrote {:?}", forbidden.escape_debug().to_string());
    }
}

/// Puts the payload into every text of a file that people write.
fn poison(value: &mut Value) {
    const FREE: [&str; 24] = [
        "given",
        "family",
        "fi",
        "sv",
        "en",
        "text",
        "unit",
        "phone",
        "email",
        "website",
        "switchboard",
        "registry_email",
        "note",
        "what",
        "quote",
        "result",
        "aim",
        "name",
        "place",
        "link",
        "outcome",
        "wish",
        "source",
        "where",
    ];
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if FREE.contains(&key.as_str()) => text.push_str(PAYLOAD),
                    other => poison(other),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(poison),
        _ => {}
    }
}

fn poisoned() -> Book {
    let book = Book::copy();
    for entry in fs::read_dir(book.path()).expect("a directory") {
        let name = entry.expect("a file").file_name().into_string().expect("UTF-8");
        let mut value: Value = serde_json::from_str(&book.read(&name)).expect("JSON");
        poison(&mut value);
        book.write(&name, serde_json::to_string_pretty(&value).expect("JSON"));
    }
    book
}

#[test]
fn escapes_in_every_field_reach_no_screen() {
    let book = poisoned();
    let mut terminal = book.open();
    terminal.wait_for("Mari");
    for keys in ["2 Enter Down Esc", "3 Enter Esc", "4 Enter Esc v Enter Esc", "7 Enter Esc", "s Esc", "? Esc", "o tam"]
    {
        terminal.keys(keys);
    }
    terminal.wait_for("Aria^[[31m");
    for list in ["organisations", "themes", "seasons", "notes", "book"] {
        terminal.keys(&format!("Esc : {list} Enter Enter Esc"));
    }
    terminal.keys("Esc Esc 3 q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    check_harmless(&String::from_utf8(terminal.raw_log()).expect("UTF-8"), "the screen");
}

#[test]
fn escapes_in_every_field_reach_no_pipe() {
    let book = poisoned();
    let mut asked = vec![vec!["find", "tam"], vec!["show", "person:pj1fqz53wsjj5"], vec!["check"], vec!["find", "a"]];
    for kind in ["people", "municipalities", "sessions", "themes", "seasons", "notes", "practices", "book"] {
        asked.push(vec!["list", kind]);
    }
    for mut arguments in asked {
        let plain = book.answer(&arguments);
        assert_eq!(plain.code, Some(0), "{arguments:?}: {plain:?}");
        check_harmless(&(plain.out + &plain.err), &format!("{arguments:?}"));
        arguments.push("--json");
        let json = book.answer(&arguments);
        check_harmless(&json.out, &format!("{arguments:?}"));
        serde_json::from_str::<Value>(&json.out).expect("JSON");
    }
    let json = book.answer(&["show", "person:pj1fqz53wsjj5", "--json"]);
    let value: Value = serde_json::from_str(&json.out).expect("JSON");
    let phone = value["records"][0]["record"]["phone"].as_str().expect("a phone");
    assert_eq!(phone, format!("040 3537228{PAYLOAD}"), "a program gets the data as it is");
}

/// Where in a file Ari Tammi's record begins, in lines from 1.
fn line_of(text: &str, sought: &str) -> usize {
    let at = text.find(sought).expect("it is in the file");
    text[..at].matches('\n').count() + 1
}

/// Spoils people.json around Ari Tammi. Whatever was done is named with its line, by `check`, on Today and by the
/// command, everyone else is there, and the file stays as it is.
#[track_caller]
fn check_spoilt(from: &str, to: &str, said_at: &str) {
    let book = Book::copy();
    book.edit("people.json", from, to);
    let spoilt = book.read("people.json");
    let place = format!("people.json {}:", line_of(&spoilt, said_at));

    let checked = book.answer(&["check"]);
    assert_eq!(checked.code, Some(4), "{checked:?}");
    assert!(checked.out.contains(&place), "{place} is not in {checked:?}");
    let json = book.answer(&["check", "--json"]);
    let value: Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(value["problems"][0]["file"], "people.json");

    let mut terminal = book.open();
    terminal.wait_for(&place);
    terminal.keys(": problems Enter");
    terminal.wait_gone("Mari Ahokas");
    terminal.wait_for(&place);
    terminal.keys("Esc 2");
    terminal.wait_for("Joel Aaltonen");
    terminal.keys("End");
    terminal.wait_for("Vatka");
    assert_eq!(book.read("people.json"), spoilt);
}

#[test]
fn a_record_that_is_no_json_is_named_and_passed_over() {
    check_spoilt("\"given\": \"Ari\",", "\"given\": \"Ari\" oops,", "oops");
    check_spoilt("\"given\": \"Ari\",", "\"given\": \"A\tri\",", "A\tri");
    check_spoilt("\"given\": \"Ari\",", "\"given\": \"\\ud800\",", "ud800");
}

#[test]
fn a_field_of_another_type_is_named() {
    check_spoilt("\"phone\": \"040 3537228\"", "\"phone\": 403537228", "403537228");
    check_spoilt("\"given\": \"Ari\"", "\"given\": [\"Ari\"]", "[\"Ari\"]");
    check_spoilt(
        "\"contacts_public\": true,\n      \"note\"",
        "\"contacts_public\": \"yes\",\n      \"note\"",
        "\"yes\"",
    );
}

#[test]
fn a_key_or_an_id_that_stands_twice_is_named() {
    check_spoilt("\"given\": \"Ari\",", "\"given\": \"Ari\",\n      \"given\": \"Ira\",", "Ira");
    let twin = "    {\n      \"id\": \"pj1fqz53wsjj5\",\n      \"family\": \"Kaksonen\"\n    },\n";
    let first = "    {\n      \"id\": \"p4ewnecdkxyke\"";
    check_spoilt(first, &format!("{twin}{first}"), "{\n      \"id\": \"pj1fqz53wsjj5\",\n      \"given\"");
}

#[test]
fn a_record_of_ten_megabytes_is_named_and_passed_over() {
    let huge = format!("\"given\": \"{}\",", "x".repeat(10_000_000));
    check_spoilt("\"given\": \"Ari\",", &huge, "{\n      \"id\": \"pj1fqz53wsjj5\"");
}

#[test]
fn nearly_a_megabyte_in_a_field_is_shown_and_searched() {
    let book = Book::copy();
    book.edit("people.json", "\"note\": \"Helsingin", &format!("\"note\": \"{} Helsingin", "pitkä ".repeat(140_000)));
    assert_eq!(book.answer(&["check"]).code, Some(0));
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal.keys("o tam");
    terminal.wait_for("040 3537228");
    terminal.keys("Enter End Home q");
    terminal.wait_for("040 3537228");
}

/// Spoils one file as a whole: it is named, and the other kinds are there.
#[track_caller]
fn check_file(spoil: impl Fn(&Book)) {
    let book = Book::copy();
    spoil(&book);
    let checked = book.answer(&["check"]);
    assert_eq!(checked.code, Some(4), "{checked:?}");
    assert!(checked.out.contains("people.json"), "{checked:?}");
    let mut terminal = book.open();
    terminal.wait_for("people.json");
    terminal.keys("3");
    terminal.wait_for("Askola");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
}

#[test]
fn a_file_that_is_none_of_ours_is_named() {
    check_file(|book| book.write("people.json", ""));
    check_file(|book| book.write("people.json", "[]"));
    check_file(|book| book.write("people.json", [0xff, 0xfe, b'{', 0]));
    check_file(|book| book.write("people.json", "{\"format\": 99, \"kind\": \"people\", \"records\": []}"));
    check_file(|book| book.write("people.json", book.read("themes.json")));
    check_file(|book| book.write("people.json", "{".repeat(100_000)));
    let deep = format!("{{\"records\": [{{\"id\": \"p1\", \"x\": {}", "[".repeat(100_000));
    check_file(|book| book.write("people.json", &deep));
}

#[test]
fn what_is_no_ordinary_file_is_not_read() {
    let secret =
        "{\"format\": 1, \"kind\": \"people\", \"records\": [\n    {\"id\": \"p1\", \"family\": \"Salainen\"}\n]}";
    check_file(|book| {
        fs::remove_file(book.file("people.json")).expect("a file");
        mknodat(CWD, book.file("people.json"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a FIFO");
    });
    check_file(|book| {
        fs::remove_file(book.file("people.json")).expect("a file");
        fs::create_dir(book.file("people.json")).expect("a directory");
    });
    check_file(|book| {
        fs::remove_file(book.file("people.json")).expect("a file");
        symlink("/dev/zero", book.file("people.json")).expect("a link");
    });
    check_file(|book| {
        let outside = book.home().join("outside.json");
        fs::write(&outside, secret).expect("a file");
        fs::remove_file(book.file("people.json")).expect("a file");
        symlink(&outside, book.file("people.json")).expect("a link");
        assert!(!book.answer(&["find", "salainen"]).out.contains("Salainen"));
    });
}

#[test]
fn a_file_that_was_cut_off_gives_what_is_whole() {
    let book = Book::copy();
    let whole = book.read("people.json");
    let cut = whole.find("\"phone\": \"040 3537228\"").expect("a phone");
    book.write("people.json", &whole[..cut]);
    let checked = book.answer(&["check"]);
    assert_eq!(checked.code, Some(4));
    assert!(checked.out.contains("people.json 189:"), "{checked:?}");
    let found = book.answer(&["list", "people"]).out;
    assert!(found.contains("Mari Ahokas") && !found.contains("Tammi"), "{found}");
}

#[test]
fn a_byte_order_mark_and_dos_line_ends_do_no_harm() {
    let book = Book::copy();
    book.write("people.json", format!("\u{feff}{}", book.read("people.json")));
    book.write("municipalities.json", book.read("municipalities.json").replace('\n', "\r\n"));
    let checked = book.answer(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(checked.out.contains("people.json 1:1"), "the mark is told: {checked:?}");
    assert_eq!(book.answer(&["list", "people"]).out.lines().count(), 12);
    assert_eq!(book.answer(&["list", "municipalities"]).out.lines().count(), 26);
}

#[test]
fn what_a_record_points_to_may_be_gone() {
    let book = Book::copy();
    fs::remove_file(book.file("municipalities.json")).expect("a file");
    fs::remove_file(book.file("seasons.json")).expect("a file");
    fs::remove_file(book.file("book.json")).expect("a file");
    assert_eq!(book.answer(&["check"]).code, Some(0), "a reference into nothing is no error");
    let mut terminal = book.open();
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    terminal.keys("f tammi Enter Enter");
    terminal.wait_for("removed");
    terminal.wait_for("040 3537228");
    let mut terminal = book.open();
    terminal.keys("4");
    terminal.wait_for("removed");
    terminal.keys("v Down Enter q s");
    terminal.wait_for("no season");
}

#[test]
fn escapes_in_the_name_of_the_directory_reach_no_screen() {
    let book = Book::copy();
    let odd = book.home().join("kirja\x1b]0;PWN\x07\u{202e}");
    fs::rename(book.path(), &odd).expect("a rename");
    let odd = odd.to_str().expect("UTF-8");
    for command in ["check", "paths"] {
        let answered = answer(&["--data", odd, command]);
        assert_eq!(answered.code, Some(0));
        check_harmless(&answered.out, command);
    }
    let mut terminal = ready(Options { args: &["--data", odd], size: (200, 24), ..kuntatutor() });
    terminal.wait_for("PWN");
    check_harmless(&String::from_utf8(terminal.raw_log()).expect("UTF-8"), "the screen");
}

#[test]
fn a_directory_without_a_book_is_told_and_opens_empty() {
    let book = Book::copy();
    let empty = book.home().join("empty");
    fs::create_dir(&empty).expect("a directory");
    let empty = empty.to_str().expect("UTF-8");
    let checked = answer(&["--data", empty, "check"]);
    assert_eq!(checked.code, Some(4), "{checked:?}");
    assert!((checked.out + &checked.err).contains(empty), "the directory is named");
    let mut terminal = Terminal::open(Options { args: &["--data", empty], ..kuntatutor() });
    for (key, shown) in [("2", "No people"), ("3", "No municipalities"), ("7", "No practices")] {
        terminal.keys(key);
        terminal.wait_for(shown);
    }
    terminal.keys("Enter Space y e Esc v s Esc q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
}
