//! The field tables: every stored key has a row, and what is written is read back as it was.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "the shipped files are read from the disk")]

#[macro_use]
#[path = "made/tables.rs"]
mod tables;
#[path = "made/values.rs"]
mod values;

use std::collections::BTreeSet;
use std::fmt::Debug;

use kuntatutor::book::{Book, Shelved};
use kuntatutor::domain::*;
use kuntatutor::exchange::json::{read, write};
use kuntatutor::store::{Loaded, Source, file_name, load, reference_municipalities};
use proptest::prelude::*;
use tables::all_tables;

/// Runs a macro's arm on the type of every table of rows.
macro_rules! each_row_table {
    ($run:ident) => {
        $run!(Absence);
        $run!(Affiliation);
        $run!(Answer);
        $run!(Candidate);
        $run!(CandidateAnswer);
        $run!(ChecklistItem);
        $run!(ClashLevel);
        $run!(FurtherContact);
        $run!(Hours);
        $run!(Invited);
        $run!(Material);
        $run!(OptOut);
        $run!(Presence);
        $run!(ProgrammeItem);
        $run!(Publication);
        $run!(Question);
        $run!(Questionnaire);
        $run!(ReportText);
        $run!(Retention);
        $run!(Apart);
        $run!(RoleInSeason);
        $run!(Round);
        $run!(Speaker);
        $run!(Support);
        $run!(Template);
        $run!(TemplateTask);
        $run!(Travel);
        $run!(Uptake);
    };
}

fn keys<T: Table>() -> Vec<&'static str> {
    T::FIELDS.iter().map(|field| field.column.key).collect()
}

/// The names of a struct's members, as its debug form tells them.
fn members(record: &impl Debug) -> BTreeSet<String> {
    let told = format!("{record:#?}");
    let own = |line: &&str| line.starts_with("    ") && !line.starts_with("     ");
    told.lines().filter(own).filter_map(|line| Some(line.split_once(':')?.0.trim().to_owned())).collect()
}

fn has_a_row_for_every_member<T: Table + Debug>() {
    let mut rows: BTreeSet<String> = keys::<T>().into_iter().map(str::to_owned).collect();
    assert_eq!(rows.len(), T::FIELDS.len(), "a key stands twice in {}", T::NAME);
    rows.extend(["id".to_owned(), "kept".to_owned()]);
    assert_eq!(members(&T::default()), rows, "{}", T::NAME);
    let reserved = ["id", "kept", "conflicts"];
    assert!(keys::<T>().iter().all(|key| !reserved.contains(key)), "{}", T::NAME);
}

#[test]
fn every_member_of_every_record_and_row_has_a_field_row() {
    macro_rules! check {
        ($type:ty) => {
            has_a_row_for_every_member::<$type>();
        };
    }
    each_kind!(check);
    each_row_table!(check);
}

#[test]
fn no_table_of_rows_escapes_these_tests() {
    let mut named: Vec<Vec<&str>> = Vec::new();
    macro_rules! name {
        ($type:ty) => {
            named.push(keys::<$type>());
        };
    }
    each_kind!(name);
    each_row_table!(name);
    for table in all_tables() {
        let keys: Vec<&str> = table.iter().map(|column| column.key).collect();
        assert!(named.contains(&keys), "a table with {keys:?} is not tested: name it in each_row_table");
    }
}

fn comes_back<T: Shelved + Debug + PartialEq>(record: &T) -> Result<(), TestCaseError> {
    let json = write(record.as_any());
    let again: T = read(json.as_bytes()).map_err(|bad| TestCaseError::fail(format!("{bad:?} in {json}")))?;
    prop_assert_eq!(&again, record, "{}", json);
    prop_assert_eq!(write(again.as_any()), json);
    Ok(())
}

macro_rules! comes_back {
    ($($name:ident $type:ty),+) => {
        proptest! {
            #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]
            $(
                #[test]
                fn $name(record in values::record::<$type>()) {
                    comes_back(&record)?;
                }
            )+
        }
    };
}

comes_back!(
    a_municipality_comes_back Municipality,
    an_organisation_comes_back Organisation,
    a_person_comes_back Person,
    a_theme_comes_back Theme,
    a_season_comes_back Season,
    a_coaching_comes_back Coaching,
    a_session_comes_back Session,
    feedback_comes_back Feedback,
    an_action_comes_back Action,
    a_practice_comes_back Practice,
    a_note_comes_back Note,
    a_book_comes_back BookInfo
);

#[test]
fn what_a_newer_program_wrote_is_kept_as_it_stood() {
    let json = "{\n  \"id\": \"p1\",\n  \"family\": \"A\u{308}ijälä\",\n  \"roles\": [\n    {\n      \"id\": \"r1\",\n      \
                \"role\": \"tutor\",\n      \"weight\": 123456789012345678901234567890\n    }\n  ],\n  \
                \"shoe_size\": 1.10e400,\n  \"pets\": {\"cat\":\"Mi\u{308}rri\", \"cat\":null}\n}";
    let person: Person = read(json.as_bytes()).unwrap();
    assert_eq!(write(RecordRef::Person(&person)), json);
}

/// Every record of a book's file between its frame, as the canonical form wants it.
fn written<T: Shelved>(book: &Book, frame: &str) -> String {
    let mut records: Vec<&T> = book.all::<T>().collect();
    records.sort_by(|one, other| one.id().cmp(other.id()));
    let indented = |record: &&T| format!("    {}", write(record.as_any()).replace('\n', "\n    "));
    let records: Vec<String> = records.iter().map(indented).collect();
    let body = if records.is_empty() { String::new() } else { format!("\n{}\n  ", records.join(",\n")) };
    format!("{frame}[{body}]\n}}\n")
}

fn is_canonical<T: Shelved>(loaded: &Loaded, path: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(path);
    let file = std::fs::read_to_string(&path).unwrap();
    let (frame, _) = file.split_once('[').unwrap();
    assert!(frame.starts_with(&format!("{{\n  \"format\": 1,\n  \"kind\": \"{}\",\n  \"", T::KIND.plural())));
    let written = written::<T>(&loaded.book, frame);
    let differing = file.lines().zip(written.lines()).zip(1..).find(|((one, other), _)| one != other);
    assert!(file == written, "{} is not in canonical form, first at {differing:?}", path.display());
}

#[test]
fn the_shipped_files_are_in_canonical_form() {
    let loaded = load(&Source::Example);
    assert_eq!(loaded.problems, []);
    macro_rules! check {
        ($type:ty) => {
            is_canonical::<$type>(&loaded, &format!("uusimaa/{}", file_name(<$type as Shelved>::KIND)));
        };
    }
    each_kind!(check);
    is_canonical::<Municipality>(&reference_municipalities(), "municipalities.json");
}

#[test]
fn what_a_record_of_the_shipped_book_needs_is_there() {
    let book = load(&Source::Example).book;
    for kind in Kind::ALL {
        for place in book.places(kind) {
            let record = book.at(place).unwrap();
            for (column, value) in record.fields() {
                assert!(!column.needed || !value.is_empty(), "{} has no {}", record.link(), column.key);
            }
            record.look(&mut |_, piece| {
                if let Piece::Ref(kind, id) = piece {
                    let link = Link::new(kind, id.clone());
                    assert!(book.record(&link).is_some(), "{} names {link}, which is not there", record.link());
                }
            });
        }
    }
}
