//! Tables and addresses for others: by keys and on the command line, into files that nobody else may read.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use std::sync::Arc;

use kuntatutor::exchange::table::read::read;
use serde_json::Value;

use crate::book::Book;
use crate::home::Home;
use crate::process::Ended;
use crate::program::{Answered, answer, answer_at, kuntatutor, opened, ready};
use crate::pty::Options;

/// The kinds of record by the names the command line takes.
const KINDS: [&str; 12] = [
    "municipality",
    "organisation",
    "person",
    "theme",
    "season",
    "coaching",
    "session",
    "feedback",
    "action",
    "practice",
    "note",
    "book",
];

/// A table of delimited text: its headings, then its rows.
#[track_caller]
fn table(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("a file").mode() & 0o777
}

/// The names of what is in the home directory itself, hidden ones left out.
fn in_home(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.path().join("home")).expect("a directory");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"));
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

#[test]
fn a_table_is_written_by_keys_for_its_owner_alone() {
    let mut terminal = opened();
    terminal.keys("2 f role:tutor Enter : export Enter Up Up Enter Down Enter C-s");
    terminal.wait_for("The file is ready");
    let home = terminal.home();
    assert_eq!(in_home(&home), ["kuntatutor-people-2026-11-22.csv"]);
    assert!(terminal.screen().replace('\n', "").contains("home/kuntatutor-people-2026-11-22.csv"));
    let path = home.path().join("home/kuntatutor-people-2026-11-22.csv");
    let rows = table(&fs::read_to_string(&path).expect("a file"), b',');
    assert_eq!((mode(&path), rows.len()), (0o600, 6), "{rows:?}");
    for heading in ["id", "given name", "family name", "e-mail", "phone", "roles"] {
        assert!(rows[0].iter().any(|cell| cell.to_lowercase() == heading), "{heading}: {:?}", rows[0]);
    }
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "Tammi")), "{rows:?}");
}

#[test]
fn marks_and_columns_decide_what_is_written() {
    let mut terminal = opened();
    // The first column is left out.
    terminal.keys("2 Space Space : export Enter Up Up Enter Down Down Enter Down Down Down Space C-s");
    terminal.wait_for("The file is ready");
    let path = terminal.home().path().join("home/kuntatutor-people-2026-11-22.tsv");
    let rows = table(&fs::read_to_string(path).expect("a file"), b'\t');
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows[0].contains(&"phone".to_owned()) && !rows[0].contains(&"id".to_owned()), "{rows:?}");
}

#[test]
fn a_file_that_is_there_stays_until_somebody_says_replace() {
    let home = Arc::new(Home::new().expect("a home"));
    fs::create_dir(home.path().join("home/Downloads")).expect("a directory");
    let path = home.path().join("home/Downloads/kuntatutor-people-2026-11-22.xlsx");
    fs::write(&path, "mine").expect("a file");
    let mut terminal = ready(Options { home: Some(Arc::clone(&home)), ..kuntatutor() });
    terminal.keys("2 : export Enter Enter");
    terminal.wait_for("give another name");
    terminal.keys("Enter");
    terminal.wait_gone("give another name");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "mine");
    terminal.keys("C-s");
    terminal.wait_for("give another name");
    terminal.keys("Down Enter");
    terminal.wait_for("The file is ready");
    assert!(fs::read(&path).expect("a file").starts_with(b"PK"), "it is no spreadsheet");
    assert_eq!((mode(&path), fs::read_dir(path.parent().expect("one")).expect("names").count()), (0o600, 1));
}

#[test]
fn who_leaves_at_once_still_gets_the_file() {
    let mut terminal = opened();
    terminal.keys("2 : export Enter C-s Esc q");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    let home = terminal.home();
    assert_eq!(in_home(&home), ["kuntatutor-people-2026-11-22.xlsx"]);
}

#[test]
fn every_kind_comes_out_with_as_many_rows_as_are_listed() {
    for kind in KINDS {
        let listed = answer(&["list", kind]).out.lines().count();
        let comma = answer(&["export", kind, "-"]);
        if listed == 0 {
            assert_eq!((comma.code, comma.out.as_str(), comma.err.lines().count()), (Some(1), "", 1), "{kind}");
            continue;
        }
        assert_eq!((comma.code, comma.err.as_str()), (Some(0), ""), "{kind}");
        let rows = table(&comma.out, b',');
        assert_eq!(rows.len(), listed + 1, "{kind}: {rows:?}");
        assert!(rows.iter().all(|row| row.len() == rows[0].len() && !row[0].is_empty()), "{kind}: {rows:?}");
        let tabs = answer(&["export", kind, "-", "--format", "tsv"]);
        assert_eq!(table(&tabs.out, b'\t').len(), listed + 1, "{kind}");
        // In Finnish and Swedish spreadsheets the comma parts no cells.
        for tongue in ["fi", "sv"] {
            let semicolons = answer(&["--lang", tongue, "export", kind, "-"]);
            assert_eq!(table(&semicolons.out, b';').len(), listed + 1, "{kind} {tongue}");
        }
    }
}

#[test]
fn every_kind_in_every_format_is_read_again_by_the_program_itself() {
    for kind in KINDS {
        let listed = answer(&["list", kind]).out.lines().count();
        for ending in ["csv", "tsv", "xlsx"].into_iter().filter(|_| listed > 0) {
            let home = Arc::new(Home::new().expect("a home"));
            let path = home.path().join("home").join(format!("table.{ending}"));
            let typed = path.to_str().expect("UTF-8");
            let written = answer_at(&home, &[], &["--lang", "fi", "export", kind, typed]);
            assert_eq!(written.code, Some(0), "{kind} {ending}: {written:?}");
            let read = read(&fs::read(&path).expect("a file"), &mut |_| true).expect("a table");
            let rows: Vec<usize> = read.sheets.iter().map(|sheet| sheet.lines.len()).collect();
            assert_eq!((rows, read.notices.len()), (vec![listed + 1], 0), "{kind} {ending}");
        }
    }
}

/// Runs `export` in this home; the file is named below its home directory.
fn export(home: &Arc<Home>, file: &str, more: &[&str]) -> Answered {
    let path = home.path().join("home").join(file);
    let path = path.to_str().expect("UTF-8");
    answer_at(home, &[], &[&["export", "people", path], more].concat())
}

#[test]
fn files_are_private_complete_and_never_replaced_unasked() {
    let home = Arc::new(Home::new().expect("a home"));
    for file in ["people.csv", "people.tsv", "people.xlsx"] {
        let path = home.path().join("home").join(file);
        let written = export(&home, file, &[]);
        assert_eq!((written.code, written.out.trim()), (Some(0), path.to_str().expect("UTF-8")), "{written:?}");
        assert_eq!(mode(&path), 0o600);
        let before = fs::read(&path).expect("a file");
        let refused = export(&home, file, &["role:tutor"]);
        assert_eq!((refused.code, refused.err.contains("--force")), (Some(2), true), "{refused:?}");
        assert_eq!(fs::read(&path).expect("a file"), before);
        assert_eq!(export(&home, file, &["role:tutor", "--force"]).code, Some(0));
        assert_ne!(fs::read(&path).expect("a file"), before);
    }
    assert_eq!(in_home(&home), ["people.csv", "people.tsv", "people.xlsx"]);
}

#[test]
fn columns_go_by_key_or_heading_in_any_language() {
    for columns in ["id,family,phone", "tunniste,Sukunimi,puhelin", "id, efternamn, TELEFON"] {
        let answered = answer(&["export", "people", "-", "ari tammi", "--columns", columns]);
        let rows = table(&answered.out, b',');
        assert_eq!(rows[1][1..], ["Tammi", "040 3537228"], "{columns}: {answered:?}");
        assert_eq!(rows[1][0], "pj1fqz53wsjj5");
    }
    let unknown = answer(&["export", "people", "-", "--columns", "id,shoe"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(unknown.err.contains("shoe") && unknown.err.contains("affiliations.at"), "{unknown:?}");
}

#[test]
fn json_tells_what_was_written_and_a_dry_run_writes_nothing() {
    let home = Arc::new(Home::new().expect("a home"));
    let told = |more: &[&str]| {
        let answered = export(&home, "people.csv", more);
        let value: Value = serde_json::from_str(&answered.out).expect("JSON");
        value["export"].clone()
    };
    let would = told(&["--json", "--dry-run", "--columns", "id,email"]);
    assert_eq!((&would["rows"], &would["dry_run"]), (&Value::from(12), &Value::from(true)));
    assert!(in_home(&home).is_empty());
    let done = told(&["--json", "--read-only", "--columns", "id,email"]);
    assert_eq!(done["columns"], serde_json::json!(["id", "email"]));
    assert!(done["path"].as_str().expect("a path").ends_with("people.csv"));
    assert_eq!(in_home(&home), ["people.csv"]);
}

#[test]
fn what_cannot_be_written_is_told_in_one_sentence() {
    let home = Arc::new(Home::new().expect("a home"));
    let target = home.path().join("home/target");
    fs::write(&target, "mine").expect("a file");
    symlink(&target, home.path().join("home/link.csv")).expect("a link");
    for (file, more, code) in [
        ("link.csv", &["--force"][..], 2),
        (".people.csv", &[], 2),
        ("none/people.csv", &[], 2),
        ("people", &[], 2),
        ("people.csv", &["zzzz"], 1),
        ("people.csv", &["--columns", ","], 2),
        ("people.csv", &["--format", "pdf"], 2),
    ] {
        let answered = export(&home, file, more);
        assert_eq!((answered.code, answered.err.lines().count()), (Some(code), 1), "{file} {more:?}: {answered:?}");
        assert_eq!(answered.out, "", "{file} {more:?}");
    }
    assert_eq!(fs::read_to_string(target).expect("a file"), "mine");
    assert_eq!(in_home(&home), ["link.csv", "target"]);
    for arguments in [&["export", "people", "-", "--format", "xlsx"][..], &["export", "people", "-", "--json"]] {
        let answered = answer(arguments);
        assert_eq!((answered.code, answered.err.lines().count()), (Some(2), 1), "{answered:?}");
    }
    let book = Book::copy();
    let people = book.file("people.json");
    let refused = book.answer(&["export", "people", people.to_str().expect("UTF-8"), "--format", "csv", "--force"]);
    assert_eq!((refused.code, refused.err.lines().count()), (Some(2), 1), "{refused:?}");
    assert!(book.read("people.json").contains("Tammi"));
}

#[test]
fn all_addresses_come_on_one_line_and_who_has_none_is_told_beside_it() {
    let all = answer(&["list", "people", "--emails"]);
    assert_eq!((all.code, all.out.lines().count(), all.err.lines().count()), (Some(0), 1, 1), "{all:?}");
    let addresses: Vec<&str> = all.out.trim().split("; ").collect();
    assert!(addresses.contains(&"ari.tammi@hel.fi") && addresses.len() == 4, "{addresses:?}");
    assert!(all.err.contains("Mari Ahokas"), "{all:?}");
    let json: Value = serde_json::from_str(&answer(&["list", "people", "--emails", "--json"]).out).expect("JSON");
    assert_eq!(json["emails"], serde_json::json!(addresses));
    assert_eq!(json["without"].as_array().expect("a list").len(), 8);
    assert_eq!(json["without"][0]["name"], "Joel Aaltonen");
    let helsinki = answer(&["list", "municipalities", "kunta:helsinki", "--emails"]);
    assert!(helsinki.out.contains("ari.tammi@hel.fi"), "{helsinki:?}");
    let nobody = answer(&["list", "people", "ahokas", "--emails"]);
    assert_eq!((nobody.code, nobody.out.as_str()), (Some(1), ""), "{nobody:?}");
    assert!(nobody.err.contains("Mari Ahokas"), "{nobody:?}");
}
