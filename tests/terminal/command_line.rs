//! The command line: data on stdout, sentences on stderr, codes that scripts can rely on.

use serde_json::Value;

use crate::book::Book;
use crate::program::{answer, answer_in};

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let answered = answer(arguments);
    assert_eq!(answered.err, "", "{arguments:?}");
    let value: Value = serde_json::from_str(&answered.out).expect("JSON");
    assert_eq!((&value["kuntatutor"], &value["command"]), (&Value::from(1), &Value::from(arguments[0])));
    value
}

#[test]
fn find_prints_who_and_how_to_reach_them() {
    let found = answer(&["find", "tammi"]);
    assert_eq!((found.code, found.err.as_str()), (Some(0), ""));
    let line = found.out.lines().next().expect("a line");
    for part in ["Ari Tammi", "erityissuunnittelija", "Helsinki", "040 3537228", "ari.tammi@hel.fi"] {
        assert!(line.contains(part), "{line}");
    }
    let record = &json(&["find", "tammi", "--json"])["records"][0]["record"];
    assert_eq!(record["phone"], "040 3537228");
    assert_eq!(record["family"], "Tammi");
}

#[test]
fn scopes_narrow_in_every_language() {
    for words in ["role:tutor in:helsinki", "rooli:tutor kunta:helsinki", "roll:tutor kommun:helsingfors"] {
        assert!(answer(&["list", "person", words]).out.contains("Ari Tammi"), "{words}");
    }
    assert!(!answer(&["list", "people", "role:tutor"]).out.contains("Joel Aaltonen"));
}

#[test]
fn show_prints_one_record_whole() {
    for words in ["person:pj1fqz53wsjj5", "pj1fqz53wsjj5", "ari tammi"] {
        let shown = answer(&["show", words]);
        assert_eq!(shown.code, Some(0), "{words}");
        assert!(shown.out.contains("040 3537228") && shown.out.contains("kaupunginkanslia"), "{words}");
    }
    assert_eq!(json(&["show", "municipality:091", "--json"])["records"][0]["kind"], "municipality");
}

#[test]
fn list_prints_every_record_of_a_kind() {
    for (kind, count) in [("people", 12), ("municipality", 26), ("coachings", 3), ("henkilö", 12), ("kommun", 26)] {
        assert_eq!(answer(&["list", kind]).out.lines().count(), count, "{kind}");
    }
    let municipalities = json(&["list", "municipalities", "--json"]);
    assert_eq!(municipalities["records"].as_array().expect("records").len(), 26);
}

#[test]
fn check_and_paths_say_what_is_where() {
    assert_eq!(answer(&["check"]).code, Some(0));
    assert_eq!(json(&["check", "--json"])["problems"], Value::Array(Vec::new()));
    let book = Book::copy();
    assert!(book.answer(&["paths"]).out.contains(book.path()));
    let paths = &json(&["paths", "--json"])["paths"];
    for key in ["settings", "usage", "filters", "log"] {
        assert!(paths[key].as_str().expect("a path").contains("kuntatutor"), "{paths}");
    }
}

#[test]
fn each_way_to_end_has_its_code() {
    let missing = "/no/such/directory";
    for (arguments, code) in [
        (&["find", "tammi"][..], 0),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["find", "zzzz"], 1),
        (&["show", "zzzz"], 1),
        (&["show", "person:p000000000000"], 1),
        (&["list", "actions"], 1),
        (&["find"], 2),
        (&["show"], 2),
        (&["list", "unicorns"], 2),
        (&["--no-such-option"], 2),
        (&["--lang", "de"], 2),
        (&["--data"], 2),
        (&["--data", missing], 2),
        (&["--data", missing, "check"], 2),
        (&["show", "uusimaa"], 3),
    ] {
        let answered = answer(arguments);
        assert_eq!(answered.code, Some(code), "{arguments:?}: {answered:?}");
        if code == 2 {
            assert_eq!((answered.out.as_str(), answered.err.lines().count()), ("", 1), "{arguments:?}: {answered:?}");
        }
    }
}

#[test]
fn a_wrong_option_and_a_missing_directory_are_named() {
    assert!(answer(&["--vihreä"]).err.contains("--vihreä"));
    assert!(answer(&["--data", "/no/such/directory"]).err.contains("/no/such/directory"));
    assert!(answer_in(&[("KUNTATUTOR_DATA", "/nor/this")], &["check"]).err.contains("/nor/this"));
}

#[test]
fn sentences_are_in_the_language_asked_for() {
    let told = |lang| answer(&["--lang", lang, "find", "zzzz"]).err;
    assert!(told("fi") != told("sv") && told("sv") != told("en"));
    assert_eq!(answer_in(&[("LC_ALL", "fi_FI.UTF-8")], &["find", "zzzz"]).err, told("fi"));
}

#[test]
fn what_is_asked_for_on_the_line_does_not_act_on_the_terminal() {
    for arguments in [&["find", "\x1b]0;PWN\x07"][..], &["--\x1b[31m"], &["list", "\u{9b}31m"], &["--data", "\x1b[2J"]]
    {
        let answered = answer(arguments);
        let said = answered.out + &answered.err;
        assert!(!said.contains(['\x1b', '\x07', '\u{9b}']), "{}", said.escape_debug());
    }
}

#[test]
fn settings_are_followed_and_slips_named_with_their_line() {
    let book = Book::copy();
    let config = book.home().join("config/kuntatutor");
    std::fs::create_dir_all(&config).expect("a directory");
    std::fs::write(config.join("config.toml"), "language = \"fi\"\n\ncolour = 1\n").expect("a file");
    let answered = book.answer(&["find", "zzzz"]);
    assert!(answered.err.contains('3') && answered.err.contains("colour"), "{answered:?}");
    assert!(answered.err.contains(&answer(&["--lang", "fi", "find", "zzzz"]).err), "{answered:?}");
}
