//! What is written: it reads back as the same values, runs nowhere as a formula, and is quick.

use ecow::EcoString;
use jiff::civil::{Date, date};
use kuntatutor::book::show::Showing;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{Kind, Record, RecordRef, Value};
use kuntatutor::entry::{Reading, Tense};
use kuntatutor::exchange::table::read::{MOST_BYTES, read};
use kuntatutor::exchange::table::slot::{Slot, value};
use kuntatutor::exchange::table::write::{Cell, Format, Outgoing, OutgoingRow, Unwritable, sheet_of, write};
use kuntatutor::find::finder::Finder;
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Safe, Texts, Tongue};
use proptest::prelude::*;

use super::{cells, told};

const TODAY: Date = date(2026, 11, 22);

#[test]
fn the_whole_book_reads_back_as_it_was_from_every_format() {
    let book = load(&Source::Example).book;
    for tongue in Tongue::ALL {
        let (finder, texts) = (Finder::new(&book, tongue), Texts::new(tongue));
        for kind in Kind::ALL {
            let records: Vec<RecordRef> = records(&book, kind);
            let showing = Showing { book: &book, texts: &texts, today: TODAY, season: None };
            let reading = Reading {
                book: &book,
                finder: &finder,
                texts: &texts,
                today: TODAY,
                tense: Tense::Ahead,
                season: None,
            };
            for format in Format::ALL {
                reads_back(showing, reading, kind, &records, format);
            }
        }
    }
}

fn records(book: &Book, kind: Kind) -> Vec<RecordRef<'_>> {
    book.places(kind).into_iter().filter_map(|place| book.at(place)).collect()
}

fn reads_back(showing: Showing<'_>, reading: Reading<'_>, kind: Kind, records: &[RecordRef<'_>], format: Format) {
    let slots = Slot::all(kind);
    let bytes = write(format, &sheet_of(showing, records, &slots)).unwrap();
    let workbook = read(&bytes, &mut |_| true).unwrap();
    let lines = &workbook.sheets[0].lines;
    assert_eq!(lines.len(), records.len() + 1, "{kind:?} {format:?}");
    let headings: Vec<String> = slots.iter().map(|slot| slot.heading(showing.texts).to_string()).collect();
    assert_eq!(lines[0].cells, headings, "{kind:?} {format:?}");
    for (record, line) in records.iter().zip(&lines[1..]) {
        for (place, slot) in slots.iter().enumerate() {
            let text = line.cells.get(place).map(EcoString::as_str).unwrap_or_default();
            let said = format!("{kind:?} {format:?} {} of {}: {text}", slot.key(), record.id());
            let read = reading.value(&slot.kind(), text);
            let read = read.unwrap_or_else(|trouble| panic!("{said}: {trouble:?}"));
            let expected = value(showing, *record, *slot);
            match slot {
                // Lists of nothing and nothing are the same to a record.
                Slot::Field(column) => {
                    let mut again = RecordRef::to_owned(*record);
                    again.set(column.key, read).unwrap();
                    assert_eq!(again, RecordRef::to_owned(*record), "{said}");
                }
                _ if expected.is_empty() => assert!(read.is_empty(), "{said}"),
                _ => assert_eq!(read, expected, "{said}"),
            }
        }
    }
}

fn table(tongue: Tongue, texts: &[&[&str]]) -> Outgoing {
    let (headings, rows) = texts.split_first().unwrap();
    let cell = |text: &&str| Cell::Text((*text).into());
    Outgoing {
        tongue,
        day: TODAY,
        name: "ihmiset".into(),
        headings: headings.iter().map(|heading| (*heading).into()).collect(),
        rows: rows
            .iter()
            .map(|row| OutgoingRow { title: Safe::line("x"), cells: row.iter().map(cell).collect() })
            .collect(),
    }
}

#[test]
fn delimited_text_is_as_the_countrys_excel_opens_it() {
    let rows: &[&[&str]] = &[&["Nimi", "Teksti"], &["Åsa", "a;b,c\t\"d\"\ne"], &["=1+1", "+358 40 1"]];
    for (format, tongue, expected) in [
        (Format::Csv, Tongue::Fi, "\u{FEFF}Nimi;Teksti\r\nÅsa;\"a;b,c\t\"\"d\"\"\ne\"\r\n'=1+1;+358 40 1\r\n"),
        (Format::Csv, Tongue::En, "\u{FEFF}Nimi,Teksti\r\nÅsa,\"a;b,c\t\"\"d\"\"\ne\"\r\n'=1+1,+358 40 1\r\n"),
        (Format::Tsv, Tongue::Sv, "\u{FEFF}Nimi\tTeksti\r\nÅsa\t\"a;b,c\t\"\"d\"\"\ne\"\r\n'=1+1\t+358 40 1\r\n"),
    ] {
        let written = write(format, &table(tongue, rows)).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }
}

#[test]
fn formats_are_told_by_the_name() {
    for (name, expected) in [
        ("contacts.xlsx", Some(Format::Xlsx)),
        ("a.b.CSV", Some(Format::Csv)),
        ("x.tsv", Some(Format::Tsv)),
        ("x.ods", None),
        ("csv", None),
    ] {
        assert_eq!(Format::from_name(name), expected, "{name}");
    }
}

#[test]
fn a_workbook_holds_days_amounts_and_text_as_such() {
    let mut table = table(Tongue::Fi, &[&["a/b", "Luku", "Päivä", "Vanha", "Puhelin"], &["=HYPERLINK(1)"]]);
    table.rows[0].cells.extend([
        Cell::Number(33458),
        Cell::Date(TODAY, "22.11.2026".into()),
        Cell::Date(date(1850, 1, 2), "2.1.1850".into()),
        Cell::Text("0401234567".into()),
    ]);
    let bytes = write(Format::Xlsx, &table).unwrap();
    let workbook = told(&bytes).unwrap();
    assert_eq!(cells(&workbook.sheets[0])[1], ["=HYPERLINK(1)", "33458", "2026-11-22", "2.1.1850", "0401234567"]);
    let sheet = super::rubbish::unzipped(&bytes).into_iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1;
    let sheet = String::from_utf8(sheet).unwrap();
    assert!(!sheet.contains("<f>"), "no formula");
    assert!(sheet.contains("<c r=\"B2\"><v>33458</v></c>"), "{sheet}");
    assert!(sheet.contains("<c r=\"C2\" s=\"2\"><v>46348</v></c>"), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:E2\"/>") && sheet.contains("state=\"frozen\""), "{sheet}");
}

#[test]
fn text_that_became_a_workbook_elsewhere_loses_its_guards() {
    let written = [["Nimi", "Teksti"], ["=1+1", "'=2"], ["'lainaus", "+358 40 1"]];
    let all: Vec<&[&str]> = written.iter().map(<[&str; 2]>::as_slice).collect();
    // What a spreadsheet program shows of our delimited text, and keeps as text.
    let csv = String::from_utf8(write(Format::Csv, &table(Tongue::Fi, &all)).unwrap()).unwrap();
    let shown: Vec<Vec<&str>> =
        csv.trim_start_matches('\u{FEFF}').lines().map(|line| line.split(';').collect()).collect();
    assert_eq!(shown[1], ["'=1+1", "''=2"]);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(&shown) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    let kept = told(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(cells(&kept.sheets[0]), written);
}

#[test]
fn a_cell_too_long_for_a_workbook_is_named() {
    let long = "ä".repeat(32_768);
    let table = table(Tongue::Fi, &[&["Nimi", "Muistiinpano"], &["Aila", &long]]);
    let unwritable = Unwritable::CellTooLong { title: Safe::line("x"), field: "Muistiinpano".into() };
    assert_eq!(write(Format::Xlsx, &table), Err(unwritable.clone()));
    assert!(unwritable.sentence(&Texts::new(Tongue::Fi)).as_str().contains("Muistiinpano"));
    let csv = write(Format::Csv, &table).unwrap();
    assert_eq!(told(&csv).unwrap().sheets[0].lines[1].cells[1].chars().count(), 32_768);
    assert!(csv.len() < MOST_BYTES);
}

proptest! {
    #[test]
    fn any_text_reads_back_from_every_format(
        format in prop::sample::select(Format::ALL.to_vec()),
        tongue in prop::sample::select(Tongue::ALL.to_vec()),
        rows in prop::collection::vec(prop::collection::vec("[a'=+;,\t\"\n _x0Dä@-]{0,6}|\\PC*", 3), 1..6),
    ) {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| tidy(cell)).collect()).collect();
        let mut written: Vec<Vec<&str>> = vec![vec!["yksi", "kaksi", "kolme"]];
        written.extend(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
        let all: Vec<&[&str]> = written.iter().map(Vec::as_slice).collect();
        let workbook = told(&write(format, &table(tongue, &all)).unwrap()).unwrap();
        let expected: Vec<Vec<&str>> = written.iter().map(|row| {
            let filled = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row[..filled].to_vec()
        }).filter(|row| !row.is_empty()).collect();
        prop_assert_eq!(cells(&workbook.sheets[0]), expected);
    }
}

/// A cell as it may come from the book's fields: without blanks at its ends.
fn tidy(text: &str) -> String {
    text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}').to_owned()
}

/// Run it with `cargo test --release --test tables -- --ignored --nocapture`.
#[test]
#[ignore = "measures, and only a release build is what people use"]
#[expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes time and output")]
fn ten_thousand_people_and_sessions_are_written_well_under_a_second() {
    let book = large_book();
    let texts = Texts::new(Tongue::Fi);
    let showing = Showing { book: &book, texts: &texts, today: TODAY, season: None };
    for kind in [Kind::Person, Kind::Session] {
        let records = records(&book, kind);
        for format in Format::ALL {
            let started = std::time::Instant::now();
            let bytes = write(format, &sheet_of(showing, &records, &Slot::all(kind))).unwrap();
            let written = started.elapsed();
            let lines = told(&bytes).unwrap().sheets[0].lines.len();
            println!(
                "{kind:?} {format:?}: {} rows written in {written:?}, read in {:?}",
                lines - 1,
                started.elapsed().saturating_sub(written)
            );
            assert!(written.as_millis() < 1000);
        }
    }
}

/// Ten thousand people and as many sessions with three of them each.
fn large_book() -> Book {
    let mut book = load(&Source::Example).book;
    let towns: Vec<Value> =
        records(&book, Kind::Municipality).iter().map(|town| Value::Ref(town.id().clone())).collect();
    for number in 0..10_000_usize {
        let id =
            |kind: &str, number: usize| kuntatutor::domain::Id::parse(&format!("{kind}{}", number % 10_000)).unwrap();
        let mut person = Record::empty(Kind::Person, id("p", number));
        for (key, text) in [
            ("given", "Etunimi".to_owned()),
            ("family", format!("Sukunimi{number}")),
            ("phone", "040 123 4567".to_owned()),
        ] {
            person.set(key, Value::Text(text.into())).unwrap();
        }
        let mut session = Record::empty(Kind::Session, id("s", number));
        let tutors = (0..3).map(|more| Value::Ref(id("p", number * 7 + more))).collect();
        session.set("tutors", Value::Many(tutors)).unwrap();
        session.set("municipalities", Value::Many(vec![towns[number % towns.len()].clone()])).unwrap();
        session.set("date", Value::Date(TODAY)).unwrap();
        for record in [person, session] {
            book.apply(&Change { before: None, after: Some(record) }).unwrap();
        }
    }
    book
}
