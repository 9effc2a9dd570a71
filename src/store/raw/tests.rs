//! Files of notes, plain and odd, into which notes are put.

use super::*;
use crate::domain::Note;
use fastrand::Rng;

fn note(id: &str, text: &str) -> Record {
    Record::Note(Note { id: Id::parse(id).unwrap(), text: text.into(), ..Note::default() })
}

fn canonical(notes: &[&str]) -> String {
    let each: Vec<String> =
        notes.iter().map(|id| format!("    {}", write(note(id, "moi").as_ref()).replace('\n', "\n    "))).collect();
    let records = if each.is_empty() { String::new() } else { format!("\n{}\n  ", each.join(",\n")) };
    format!("{{\n  \"format\": 1,\n  \"kind\": \"notes\",\n  \"records\": [{records}]\n}}\n")
}

fn raw(text: &str) -> Raw {
    Raw::new(Kind::Note, text.as_bytes().to_vec()).unwrap_or_else(|fault| panic!("{fault:?} in {text}"))
}

/// Puts a note into the file, in the place of the one with its id.
fn put(text: &str, record: &Record) -> String {
    let raw = raw(text);
    let record = record.as_ref();
    let edit = match raw.find(record.id()) {
        Found::Record(place, _) => Edit::Replace(place, record),
        Found::Nowhere(place) => Edit::Insert(place, record),
        Found::Unreadable => panic!("{} cannot be read in {text}", record.id()),
    };
    String::from_utf8(raw.edited(&[edit]).concat()).unwrap()
}

fn take(text: &str, id: &str) -> String {
    let raw = raw(text);
    let Found::Record(place, _) = raw.find(&Id::parse(id).unwrap()) else { panic!("{id} is not in {text}") };
    String::from_utf8(raw.edited(&[Edit::Remove(place)]).concat()).unwrap()
}

/// The ids a load sees, and whether there was anything to tell.
fn ids(text: &str) -> (Vec<String>, bool) {
    let mut problems = Vec::new();
    let notes = super::super::Reading::new("notes.json", &mut problems).records::<Note>(text.as_bytes());
    (notes.iter().map(|note| note.id.to_string()).collect(), problems.is_empty())
}

#[test]
fn canonical_files_stay_canonical() {
    let some = ["n1", "n3", "n5"];
    for new in ["n0", "n2", "n4", "n6"] {
        let mut with: Vec<&str> = some.into_iter().chain([new]).collect();
        with.sort_unstable();
        assert_eq!(put(&canonical(&some), &note(new, "moi")), canonical(&with));
        assert_eq!(take(&canonical(&with), new), canonical(&some));
    }
    assert_eq!(put(&canonical(&[]), &note("n1", "moi")), canonical(&["n1"]));
    assert_eq!(take(&canonical(&["n1"]), "n1"), canonical(&[]));
    let changed = put(&canonical(&some), &note("n3", "hei"));
    assert_eq!(
        changed,
        canonical(&some).replacen("\"n3\",\n      \"text\": \"moi\"", "\"n3\",\n      \"text\": \"hei\"", 1)
    );
    assert_ne!(changed, canonical(&some));
    let empty = Raw::empty(Kind::Note);
    let (one, two) = (note("n1", "moi"), note("n2", "moi"));
    let edits = [Edit::Insert(0, two.as_ref()), Edit::Insert(0, one.as_ref())];
    assert_eq!(empty.edited(&edits).concat(), canonical(&["n1", "n2"]).into_bytes());
}

#[test]
fn odd_files_keep_all_that_nobody_touched() {
    let plain = canonical(&["n1", "n3", "n5"]);
    let three = "{\"id\": \"n3\", \"text\": \"moi\" }";
    let odd = [
        plain.clone(),
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        plain.replace("  ", "\t"),
        plain.replace("    ", " "),
        plain.split_whitespace().collect::<String>(),
        plain.replace("\n  ]\n}", "\n  ], \"later\": {\"deep\": [1]}\n}"),
        plain.replace("\"n1\",", "\"n1\",\n      \"future\": [ 1.50, 123456789012345678901234567890 ],"),
        plain.replace("moi", "{[\\\"}]"),
        // Records of which one lost its end, one its quote, one its comma, and the last its end.
        plain.replacen("\n    },\n    {\n      \"id\": \"n3\"", "\n    ,\n    {\n      \"id\": \"n3\"", 1),
        plain.replacen("\"moi\"", "\"moi", 1),
        plain.replacen("    },", "    }", 1),
        plain.replace("\n    }\n  ]", "\n  ]"),
        // A date that is none.
        plain.replacen("\"text\"", "\"at\": \"yesterday\", \"text\"", 1),
        // Rows at the records' own indent, and records in one line.
        plain.replacen(
            "\"n1\",",
            "\"n1\", \"rows\": [ {\n    \"id\": \"n2\"\n    },\n    {\n      \"id\": \"n4\"\n    }\n ],",
            1,
        ),
        plain.replacen("{\n      \"id\": \"n3\",\n      \"text\": \"moi\"\n    }", three, 1),
        // Letters as numbers.
        plain.replace("\"n3\"", "\"\\u006e3\""),
        // Not in order, and one twice.
        canonical(&["n5", "n3", "n1"]),
        canonical(&["n1", "n3", "n3", "n5"]),
    ];
    for text in odd {
        let (before, sound) = ids(&text);
        for new in ["n0", "n2", "n3", "n4", "n6"] {
            let with = put(&text, &note(new, "uusi"));
            let (mut after, still_sound) = ids(&with);
            assert_eq!(sound, still_sound, "{with}");
            after.retain(|id| id != new || before.contains(id));
            assert_eq!(after, before, "{new} in {text}\n{with}");
            let Found::Record(_, record) = raw(&with).find(&Id::parse(new).unwrap()) else { panic!("{with}") };
            assert_eq!(*record, note(new, "uusi"), "{with}");
            if !before.contains(&new.to_owned()) {
                let plain = |text: &str| text.split_whitespace().collect::<String>().replace(',', "");
                assert_eq!(plain(&take(&with, new)), plain(&text), "without what was put in it is as it was");
            }
            assert_untouched(&text, &with, new);
        }
        if before.contains(&"n3".to_owned()) {
            let without = take(&text, "n3");
            assert_untouched(&text, &without, "n3");
        }
    }
}

/// Every record but this one is there byte for byte, in the same order.
fn assert_untouched(before: &str, after: &str, but: &str) {
    let (before, after) = (raw(before), raw(after));
    let all = |raw: &Raw| -> Vec<Vec<u8>> {
        let own = |place: &usize| raw.id_at(*place).is_none_or(|id| id != but);
        (0..raw.pieces.len()).filter(own).map(|place| raw.piece(place).to_vec()).collect()
    };
    assert_eq!(all(&before), all(&after));
    assert_eq!(before.text[..before.head()], after.text[..after.head()]);
    assert_eq!(before.text[before.tail..], after.text[after.tail..]);
}

#[test]
fn what_cannot_be_read_stays_behind_its_predecessor_and_is_not_replaced() {
    let text = canonical(&["n1", "n3", "n5"]).replace("\"id\": \"n3\"", "\"id\": \"n3\" oops");
    assert!(matches!(raw(&text).find(&Id::parse("n3").unwrap()), Found::Unreadable));
    for (new, behind) in [("n2", "oops"), ("n4", "oops"), ("n6", "n5")] {
        let with = put(&text, &note(new, "moi"));
        assert!(with.find(&format!("\"{new}\"")) > with.find(behind), "{with}");
        assert!(with.find("oops") < with.find("\"n5\""), "{with}");
    }
}

#[test]
fn a_frame_that_cannot_be_read_is_told() {
    let plain = canonical(&["n1", "n3"]);
    for (text, fault) in [
        (plain.replace("notes", "people"), Fault::OtherKind),
        (plain.replace("\"format\": 1", "\"format\": 2"), Fault::NewerFormat),
        (plain.replace("  ]\n}\n", ""), Fault::Truncated),
        (plain.replace("\"\n    }\n  ]\n}\n", ""), Fault::Truncated),
        (String::new(), Fault::Truncated),
        ("[]".to_owned(), Fault::NotAFile),
    ] {
        assert_eq!(Raw::new(Kind::Note, text.clone().into_bytes()).unwrap_err().1, fault, "{text}");
    }
}

/// Files damaged by dice: wherever lines tell the records apart they do as a careful reading does.
#[test]
fn lines_never_tell_otherwise_than_brackets() {
    let plain = canonical(&["n1", "n3", "n5", "n7"]);
    let mut dice = Rng::with_seed(7);
    let bits =
        ["{", "}", "[", "]", "\"", ",", "\n", "    ", "\n    {\n", "\n    }", "\n    },\n    {\n", "\\", "[{", "}]"];
    let (mut by_line, mut edited) = (0, 0);
    for _ in 0..5_000 {
        let mut text = plain.clone();
        for _ in 0..dice.usize(1..=3) {
            let at = dice.usize(..text.len());
            let end = (at + dice.usize(..4)).min(text.len());
            text.replace_range(at..end, bits[dice.usize(..bits.len())]);
        }
        let Ok(Ok((mut records, _))) = Records::open(text.as_bytes(), "notes") else { continue };
        let begins = records.offset();
        let split = by_lines(text.as_bytes(), begins);
        let careful = carefully(Kind::Note, text.as_bytes(), &mut records);
        if let Some(split) = split {
            by_line += 1;
            assert_eq!(Ok(split), careful, "{text}");
        }
        if careful.is_ok() {
            edited += 1;
            let (before, _) = ids(&text);
            let after = ids(&put(&text, &note("n4", "uusi"))).0;
            let others: Vec<String> = after.into_iter().filter(|id| id != "n4").collect();
            assert_eq!(others, before, "{text}");
        }
    }
    assert!(by_line > 300 && edited > 1500, "{by_line} {edited}");
}

#[test]
fn the_many_are_found_where_the_few_are() {
    let rows =
        canonical(&["n1", "n3"]).replacen("\"text\"", "\"rows\": [{ \"id\" : \"n3\" }, {\"id\":\"r1\"}], \"text\"", 1);
    let spelt = canonical(&["n1", "n3"]).replace("\"n3\"", "\"\\u006e3\"");
    let torn = canonical(&["n1", "n3"]).replacen("moi", "\"moi", 1);
    for text in [canonical(&["n1", "n3"]), rows, spelt, torn, canonical(&[])] {
        let raw = raw(&text);
        for id in ["n1", "n2", "n3", "r1", "id"].map(|id| Id::parse(id).unwrap()) {
            raw.asked.set(0);
            let (places, found) = (raw.places_naming(&id), format!("{:?}", raw.find(&id)));
            raw.asked.set(FEW);
            assert_eq!((raw.places_naming(&id), format!("{:?}", raw.find(&id))), (places, found), "{id} in {text}");
        }
    }
}
