use super::super::Head;
use super::super::sample::{any_document, report};
use super::*;
use crate::text::Tongue;
use proptest::prelude::*;

fn document(parts: Vec<Part>) -> Document {
    Document { tongue: Tongue::Fi, title: Safe::own("T"), under: Vec::new(), parts }
}

fn table(head: &[(&str, bool)], rows: &[&[&str]]) -> Part {
    let head = head.iter().map(|(text, is_number)| Head { text: Safe::line(text), is_number: *is_number }).collect();
    let rows = rows.iter().map(|row| row.iter().map(|cell| Safe::lines(cell)).collect()).collect();
    Part::Table(Table { caption: Safe::default(), head, rows })
}

fn check(part: Part, width: u16, expect: &str) {
    let text = lines(&document(vec![part]), width, TYPED);
    let text: Vec<&str> = text.iter().skip(2).map(|line| line.text.as_str()).collect();
    assert_eq!(text.join("\n"), expect.trim_matches('\n'), "in {width}");
}

#[test]
fn a_table_is_as_wide_as_it_may_be_and_numbers_end_at_the_right() {
    let counts = || table(&[("Kunta", false), ("Käyntejä", true)], &[&["Askola", "3"], &["Helsinki", "1 204"]]);
    check(
        counts(),
        40,
        "
Kunta     Käyntejä
------------------
Askola           3
Helsinki     1 204
",
    );
    let long = || {
        let text = "Kirjaston digitukipiste on auki joka arkipäivä";
        table(&[("Kunta", false), ("Mitä", false), ("n", true)], &[&["Askola", text, "3"]])
    };
    check(
        long(),
        30,
        "
Kunta   Mitä                 n
------------------------------
Askola  Kirjaston            3
        digitukipiste on
        auki joka arkipäivä
",
    );
    check(
        long(),
        16,
        "
Askola
  Mitä:
  Kirjaston
  digitukipiste
  on auki joka
  arkipäivä
  n: 3
",
    );
}

#[test]
fn a_word_too_wide_for_its_column_breaks_at_its_hyphen() {
    let people = table(&[("Nimi", false), ("Mistä", false)], &[&["Mila Hulsi-Heathfield", "Järvenpää ja muut"]]);
    check(
        people,
        24,
        "
Nimi         Mistä
------------------------
Mila Hulsi-  Järvenpää
Heathfield   ja muut
",
    );
}

#[test]
fn a_word_is_never_cut_for_the_columns_beside_it() {
    let question =
        || table(&[("Kysymys", false), ("n", true)], &[&["Kuntatutoreiden kokemuksista oli meille hyötyä", "3"]]);
    check(
        question(),
        20,
        "
Kysymys            n
--------------------
Kuntatutoreiden    3
kokemuksista oli
meille hyötyä
",
    );
    check(
        question(),
        17,
        "
Kuntatutoreiden
kokemuksista oli
meille hyötyä
  n: 3
",
    );
}

#[test]
fn what_is_written_by_hand_has_a_line_to_write_on() {
    let list = table(&[("Nimi", false), ("Allekirjoitus", false)], &[&["Aino", ""], &["", ""]]);
    check(
        list,
        40,
        "
Nimi  Allekirjoitus
------------------------
Aino  __________________
____  __________________
",
    );
}

#[test]
fn terms_stand_beside_what_there_is_to_say_while_there_is_room() {
    let facts = || Part::Facts(vec![(Safe::own("Paikka"), Safe::own("Kirjasto, kokoushuone 2"))]);
    check(facts(), 20, "Paikka  Kirjasto,\n        kokoushuone\n        2");
    check(facts(), 12, "Paikka\n  Kirjasto,\n  kokoushuon\n  e 2");
}

#[test]
fn bars_are_as_long_as_their_numbers_say_and_words_where_it_is_too_narrow() {
    let bar = |label: &'static str, value: u32| crate::exchange::document::Bar {
        label: Safe::own(label),
        value,
        shown: Safe::line(&value.to_string()),
    };
    let chart = || Chart { bars: vec![bar("kyllä", 20), bar("ei", 1), bar("-", 0)], ..Chart::default() };
    check(
        Part::Chart(chart()),
        21,
        "
kyllä  20  ##########
ei      1  #
-       0
",
    );
    check(Part::Chart(chart()), 12, "- kyllä: 20\n- ei: 1\n- -: 0");
}

#[test]
fn a_report_reads_as_text() {
    let text = plain(&report(), 80);
    assert!(text.as_str().starts_with("Kausiraportti 2020–2021\nKuntien digituki, Uudenmaan liitto\n"));
    assert!(text.as_str().contains("\n5 täysin samaa mieltä  21  ██████████████████████████████\n"), "{text}");
    assert!(text.as_str().contains("\n> Muiden kokemukset auttoivat eniten.\n\n"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is said, no line is wider than there is room, and the text is the lines.
    #[test]
    fn no_line_is_wider_than_the_page(document in any_document(), width in 1_u16..90) {
        for line in lines(&document, width, DRAWN) {
            prop_assert!(line.text.width() <= usize::from(width), "{:?} in {width}", line.text);
            prop_assert!(!line.text.as_str().contains('\n'), "{:?}", line.text);
        }
    }
}
