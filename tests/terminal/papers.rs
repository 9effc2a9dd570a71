//! Papers on the command line: the season's report and what is handed over, into files and what is said of that.

use std::fs;
use std::sync::Arc;

use crate::home::Home;
use crate::program::{answer, answer_at};

#[test]
fn the_report_is_written_as_a_page_for_its_owner() {
    let home = Arc::new(Home::new().expect("a home"));
    let file = home.path().join("raportti.html");
    let path = file.to_str().expect("UTF-8");
    let report = ["--lang", "fi", "report", "2021", "-o", path];
    let written = answer_at(&home, &[], &report);
    assert_eq!((written.code, written.out.as_str()), (Some(0), ""), "{}", written.err);
    assert!(written.err.contains(path), "{}", written.err);
    let page = fs::read_to_string(&file).expect("a file");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fi\">"), "{page}");
    for words in ["<h1>Kausiraportti", "<table", "Tavoite", "default-src 'none'"] {
        assert!(page.contains(words), "{words}");
    }
    let again = answer_at(&home, &[], &report);
    assert_eq!(again.code, Some(2), "what is there stays: {}", again.err);
}

#[test]
fn what_one_hands_over_is_written_and_printed() {
    let home = Arc::new(Home::new().expect("a home"));
    let file = home.path().join("siirto.md");
    let path = file.to_str().expect("UTF-8");
    let printed = answer_at(&home, &[], &["--lang", "fi", "handover", "Ester", "Kaljula"]);
    assert_eq!(printed.code, Some(0), "{}", printed.err);
    assert!(printed.out.starts_with("Siirtomuistio") && printed.out.contains("Kaljula"), "{}", printed.out);
    let written = answer_at(&home, &[], &["--lang", "fi", "handover", "Ester", "Kaljula", "-o", path]);
    assert_eq!(written.code, Some(0), "{}", written.err);
    assert!(fs::read_to_string(&file).expect("a file").starts_with("# Siirtomuistio"));
}

#[test]
fn a_file_or_a_day_that_cannot_be_is_told_as_it_was_typed() {
    for (arguments, words) in [
        (&["-o", "r.docx"][..], "r.docx ei osata kirjoittaa"),
        (&["-o", "/nodir/r.html"], "Hakemistoa ei ole: /nodir."),
        (&["--from", "1.3.2027"], "Jakso alkaisi 1.3.2027, mutta tänään on 22.11.2026"),
    ] {
        let refused = answer(&[&["--lang", "fi", "report"], arguments].concat());
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{}", refused.err);
        assert!(refused.err.contains(words), "{}", refused.err);
    }
}
