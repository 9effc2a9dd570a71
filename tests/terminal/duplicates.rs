//! Two cards of one person, merged by keys and taken apart again, down to the files.

use crate::book::Book;
use crate::filling::wait_saved;

#[test]
fn a_pair_is_merged_by_keys_and_undone() {
    let book = Book::copy_of("");
    let added = book.answer(&[
        "add",
        "person",
        "--given",
        "Arí",
        "--family",
        "TAMMI",
        "--phone",
        "09 310 1691",
        "--email",
        "Ari.Tammi@hel.fi",
    ]);
    assert_eq!(added.code, Some(0), "{added:?}");
    let before = book.json("people.json");
    let listed = book.answer(&["duplicates", "people"]);
    assert_eq!(listed.code, Some(0), "{listed:?}");
    assert!(listed.out.contains("Arí TAMMI") && listed.out.contains("same e-mail"), "{}", listed.out);

    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal.keys(": duplicates Enter");
    terminal.wait_for("1/1");
    terminal.wait_for("09 310 1691");
    terminal.keys("Enter");
    wait_saved(&mut terminal, "One was merged");
    assert_eq!(book.stored("people.json", "family", "TAMMI"), None);
    let ari = book.stored("people.json", "family", "Tammi").expect("he stays");
    assert_eq!(ari["phone"], "040 3537228");
    assert_eq!(ari["further_contacts"][0]["contact"], "09 310 1691");
    terminal.keys("u");
    wait_saved(&mut terminal, "undone: merged");
    assert_eq!(book.json("people.json"), before);
    terminal.keys(": duplicates Enter");
    terminal.wait_for("1/1");
    terminal.keys("-");
    wait_saved(&mut terminal, "Nothing was merged");
    assert_eq!(book.answer(&["duplicates"]).code, Some(1));
}

#[test]
fn the_command_line_merges_tells_apart_and_refuses_what_is_no_pair() {
    let book = Book::copy();
    let added = book.answer(&["add", "person", "--given", "Ari", "--family", "Tammii", "--phone", "+358 40 3537228"]);
    assert_eq!(added.code, Some(0), "{added:?}");
    let people = book.json("people.json");
    let dry = book.answer(&["unite", "Ari Tammi", "Ari Tammii", "--dry-run"]);
    assert_eq!((dry.code, book.json("people.json")), (Some(0), people.clone()), "{dry:?}");
    for (arguments, code) in [
        (["unite", "Ari Tammi", "Ari Tammi"], 2),
        (["unite", "Ari Tammi", "Uudenmaan liitto"], 2),
        (["unite", "091", "092"], 2),
        (["apart", "Ari Tammi", "qqqq"], 1),
        (["duplicates", "sessions", "--json"], 2),
    ] {
        let refused = book.answer(&arguments);
        assert_eq!((refused.code, refused.out.as_str()), (Some(code), ""), "{arguments:?}: {refused:?}");
        assert_eq!(refused.err.trim_end().lines().count(), 1, "{}", refused.err);
    }
    let apart = book.answer(&["apart", "Ari Tammi", "Ari Tammii"]);
    assert_eq!(apart.code, Some(0), "{apart:?}");
    assert_eq!(book.answer(&["duplicates"]).code, Some(1));
    assert_eq!(book.answer(&["undo"]).code, Some(0));
    let told = book.answer(&["duplicates", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(told["pairs"][0]["certainty"], "certain");
    assert_eq!(told["pairs"][0]["reasons"], serde_json::json!(["similar-name", "same-phone"]));
    assert_eq!(book.answer(&["unite", "Ari Tammi", "Ari Tammii"]).code, Some(0));
    assert_eq!(book.stored("people.json", "family", "Tammii"), None);
    assert_eq!(book.answer(&["undo"]).code, Some(0));
    assert_eq!(book.json("people.json"), people);
}
