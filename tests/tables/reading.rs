//! What is read from the sheets in `tests/sheets`.

use kuntatutor::exchange::table::read::{Notice, Unreadable, pasted, read};

use super::{bytes, cells, told, workbook};

#[test]
fn a_list_reads_the_same_from_every_program() {
    let expected = workbook("plain.csv");
    let rows = cells(&expected.sheets[0]);
    assert_eq!(rows.len(), 141);
    assert_eq!(rows[0], ["Etunimi", "Sukunimi", "Puh.", "Sähköposti", "Kunta", "Nimike"]);
    for name in ["plain-utf8.csv", "plain-utf16.csv", "names.xlsx", "names.ods"] {
        let other = workbook(name);
        assert_eq!(cells(&other.sheets[0]), rows, "{name}");
        assert!(other.notices.is_empty(), "{name}");
    }
    assert_eq!(workbook("names.xlsx").sheets[0].name, "Yhteystiedot");
}

#[test]
fn a_title_and_an_empty_row_above_the_headings_stay_where_they_are() {
    let from_text = workbook("titled.csv");
    let lines = &from_text.sheets[0].lines;
    assert_eq!(lines[0].cells, ["Kontaktlista 2026"]);
    assert_eq!((lines[1].number, lines[1].cells[0].as_str()), (3, "Namn"));
    assert_eq!(lines.len(), 142);
    for name in ["merged.xlsx", "merged.ods"] {
        assert_eq!(workbook(name).sheets[1].lines, *lines, "{name}");
    }
}

#[test]
fn a_municipality_merged_over_its_contacts_stands_in_every_row() {
    let expected = workbook("grouped.csv");
    let rows = cells(&expected.sheets[0]);
    assert_eq!(rows.len(), 141);
    assert!(rows.iter().any(|row| row.last().unwrap().contains('\n')), "remarks of two lines");
    for name in ["merged.xlsx", "merged.ods"] {
        assert_eq!(cells(&workbook(name).sheets[0]), rows, "{name}");
    }
}

#[test]
fn every_kind_of_cell_is_text_as_people_would_write_it() {
    for name in ["odd.xlsx", "odd.ods"] {
        let workbook = workbook(name);
        let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Kaikenlaista", "Toinen"], "{name}");
        assert_eq!(workbook.notices, [Notice::HiddenSheets(1)], "{name}");
        let expected: [&[&str]; 17] = [
            &["Mitä", "Arvo"],
            &["luku", "33458"],
            &["puhelin", "401234567"],
            &["murto", "0.3"],
            &["summa", "33459"],
            &["virhe", "#DIV/0!"],
            &["päivä", "2026-11-22"],
            &["hetki", "2026-11-22 9.30"],
            &["aika", "9.30"],
            &["kesto", "25:30"],
            &["totta", "true"],
            &["rivit", "eka\ntoka"],
            &["reunat", "x"],
            &["leveä", "", "kolmas"],
            &["korkea", "a"],
            &["korkea", "b"],
            &["korkea", "c"],
        ];
        assert_eq!(cells(&workbook.sheets[0]), expected, "{name}");
        assert_eq!(workbook.sheets[0].lines[13].number, 15, "{name}: the empty row counts");
    }
}

#[test]
fn a_million_empty_rows_cost_nothing() {
    let workbook = workbook("hollow.xlsx");
    let found: Vec<(usize, &str)> =
        workbook.sheets[0].lines.iter().map(|line| (line.number, line.cells[0].as_str())).collect();
    assert_eq!(found, [(1, "alku"), (1_048_576, "loppu")]);
}

#[test]
fn days_of_the_other_date_system_are_the_same_days() {
    assert_eq!(cells(&workbook("since1904.xlsx").sheets[0]), [["2026-11-22"]]);
}

#[test]
fn whoever_waits_no_more_stops_it() {
    let rows = "rivi;x\n".repeat(2000);
    let mut asked = Vec::new();
    let stopped = read(rows.as_bytes(), &mut |rows| {
        asked.push(rows);
        rows < 1000
    });
    assert_eq!((stopped, asked), (Err(Unreadable::Stopped), vec![500, 1000]));
}

#[test]
fn cells_pasted_from_a_spreadsheet_keep_their_line_ends() {
    let paste = pasted("Nimi\tMuistiinpano\nAila\t\"eka\ntoka\"\n5\" putki\tx\n").unwrap();
    assert_eq!(cells(&paste.sheets[0]), [["Nimi", "Muistiinpano"], ["Aila", "eka\ntoka"], ["5\" putki", "x"]]);
    assert_eq!(cells(&pasted("Aila;Porvoo\nAntti;Lohja").unwrap().sheets[0]), [["Aila", "Porvoo"], ["Antti", "Lohja"]]);
    assert_eq!(cells(&pasted("\"auki\tx").unwrap().sheets[0]), [["\"auki", "x"]]);
    assert_eq!(pasted(" \n\t\n"), Err(Unreadable::Empty));
}

#[test]
fn lines_of_another_encoding_are_told() {
    let mut mixed = workbook_text("Nimi;Kunta\nPäivi;Järvenpää\n");
    mixed.extend(b"\xC5sa;Hang\xF6\n");
    let workbook = told(&mixed).unwrap();
    assert_eq!(cells(&workbook.sheets[0])[1..], [["Päivi", "Järvenpää"], ["Åsa", "Hangö"]]);
    assert_eq!(workbook.notices, [Notice::MixedEncoding(1)]);
}

fn workbook_text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

#[test]
fn a_cut_file_is_refused_wherever_it_was_cut() {
    for name in ["names.xlsx", "names.ods"] {
        let whole = bytes(name);
        let cut = told(&whole[..whole.len() / 2]);
        assert!(matches!(cut, Err(Unreadable::Broken | Unreadable::Archive)), "{name}: {cut:?}");
    }
}
