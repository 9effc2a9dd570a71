//! What holds when several people change one book: the laws of the merge, of settling, of undo and redo.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::indexing_slicing, reason = "the versions of a record are so many")]

#[path = "made/values.rs"]
mod values;
#[path = "made/versions.rs"]
mod versions;

use std::collections::BTreeSet;

use ecow::EcoString;
use jiff::civil::{DateTime, date};
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::*;
use kuntatutor::exchange::json::write_value;
use kuntatutor::history::{Group, History};
use kuntatutor::merge::{Merged, Settling, Side, disputed, merge, settle};
use kuntatutor::text::Tongue;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use versions::{Whims, edited, versions, whims};

/// So many cases, and more where `PROPTEST_CASES` is over its usual 256: 2560 tries ten times as hard.
fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { failure_persistence: None, cases: (cases * usual.cases / 256).max(1), ..usual }
}

const AT: DateTime = date(2026, 3, 2).at(9, 30, 0, 0);

fn side<'a>(record: Option<&'a Record>, by: &'a Id) -> Side<'a> {
    Side { record: record.map(Record::as_ref), by: Some(by), at: Some(AT) }
}

fn signers() -> [Id; 3] {
    ["p1", "p2", "p3"].map(|id| Id::parse(id).unwrap())
}

fn met(base: &Record, mine: &Record, theirs: &Record) -> Merged {
    let [me, them, _] = signers();
    merge(Some(base.as_ref()), side(Some(mine), &me), side(Some(theirs), &them))
}

fn one(base: &Record, mine: &Record, theirs: &Record) -> Record {
    met(base, mine, theirs).record.expect("what both sides have stays")
}

/// A path and the JSON of what stands there.
type Piece = (String, String);

/// Every single value of a record with its path, in order or not; what is empty as `null`.
fn pieces(record: &Record) -> BTreeSet<Piece> {
    let mut pieces = BTreeSet::new();
    for (column, value) in record.as_ref().fields() {
        add_pieces(column.key, &column.kind, &value, &mut pieces);
    }
    let unknown = record.as_ref().kept().unknown.iter();
    pieces.extend(unknown.map(|(key, json)| (key.to_string(), json.to_string())));
    pieces
}

fn add_pieces(path: &str, kind: &FieldKind, value: &Value, pieces: &mut BTreeSet<Piece>) {
    match (kind, value) {
        (FieldKind::Words(_), value) => {
            let words = if let Value::Words(words) = value { words.clone() } else { Words::default() };
            for tongue in Tongue::ALL {
                let text = words.exactly(tongue);
                let json = if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) };
                pieces.insert((format!("{path}/{}", tongue.key()), write_value(&FieldKind::Line, &json)));
            }
        }
        (FieldKind::Many(one), Value::Many(values)) => {
            pieces.extend(values.iter().map(|value| (path.to_owned(), write_value(one, value))));
        }
        (FieldKind::Rows(_), Value::Rows(rows)) => {
            for row in rows {
                let path = format!("{path}/{}", row.id);
                for (column, cell) in kind.row_columns().zip(&row.cells) {
                    add_pieces(&format!("{path}/{}", column.key), &column.kind, cell, pieces);
                }
                let unknown = row.kept.unknown.iter();
                pieces.extend(unknown.map(|(key, json)| (format!("{path}/{key}"), json.to_string())));
            }
        }
        (FieldKind::Many(_) | FieldKind::Rows(_), _) => {}
        (_, value) => {
            pieces.insert((path.to_owned(), write_value(kind, value)));
        }
    }
}

fn in_conflict(record: &Record) -> BTreeSet<Piece> {
    let conflicts = record.as_ref().kept().conflicts.iter();
    conflicts.map(|conflict| (conflict.field.to_string(), conflict.json.to_string())).collect()
}

/// What a side wrote or emptied: pieces the base does not have. Nothing is emptied where nothing was.
fn new_pieces(base: &Record, side: &Record) -> BTreeSet<Piece> {
    let before = pieces(base);
    let filled: BTreeSet<&String> = before.iter().filter(|(_, json)| json != "null").map(|(path, _)| path).collect();
    let new = pieces(side).into_iter().filter(|piece| !before.contains(piece));
    new.filter(|(path, json)| json != "null" || filled.contains(path)).collect()
}

fn everything(record: &Record) -> BTreeSet<Piece> {
    let shown = pieces(record).into_iter().filter(|(_, json)| json != "null");
    shown.chain(in_conflict(record)).collect()
}

fn nothing_is_lost(base: &Record, side: &Record, merged: &Record) -> Result<(), TestCaseError> {
    let (kept, waiting) = (pieces(merged), in_conflict(merged));
    for piece in new_pieces(base, side) {
        prop_assert!(kept.contains(&piece) || waiting.contains(&piece), "{:?} is lost in {:?}", piece, merged);
    }
    let before = in_conflict(base);
    for piece in in_conflict(side) {
        let there = waiting.contains(&piece) || kept.contains(&piece);
        prop_assert!(before.contains(&piece) || there, "{:?} waits no more", piece);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn no_side_is_better_and_nothing_is_lost((base, sides) in versions(true)) {
        let [me, them, _] = signers();
        let (mine, theirs) = (side(Some(&sides[0]), &me), side(Some(&sides[1]), &them));
        for base in [Some(base.as_ref()), None] {
            let merged = merge(base, mine, theirs);
            prop_assert_eq!(&merged, &merge(base, theirs, mine));
            let record = merged.record.expect("both have it");
            let nothing = Record::empty(record.as_ref().kind(), record.as_ref().id().clone());
            let base = base.map_or(nothing, RecordRef::to_owned);
            nothing_is_lost(&base, &sides[0], &record)?;
            nothing_is_lost(&base, &sides[1], &record)?;
            let before: BTreeSet<Piece> = sides.iter().take(2).flat_map(in_conflict).collect();
            let new: BTreeSet<String> =
                in_conflict(&record).difference(&before).map(|(field, _)| field.clone()).collect();
            let told: Vec<&str> = merged.conflicts.iter().map(EcoString::as_str).collect();
            for field in &new {
                prop_assert!(told.contains(&field.as_str()), "nobody is told of {}", field);
            }
        }
    }

    #[test]
    fn who_changed_nothing_gets_what_the_other_has((base, sides) in versions(true)) {
        for (mine, theirs, wanted) in [
            (&sides[0], &sides[0], &sides[0]),
            (&base, &sides[0], &sides[0]),
            (&sides[0], &base, &sides[0]),
        ] {
            let merged = met(&base, mine, theirs);
            prop_assert_eq!(merged.record.as_ref(), Some(wanted));
            prop_assert!(merged.conflicts.is_empty() && !merged.revived);
        }
    }

    #[test]
    fn meeting_again_changes_nothing((base, sides) in versions(false)) {
        let first = one(&base, &sides[0], &sides[1]);
        // The second has not heard of it, or has, and tells the first.
        let second = met(&base, &first, &sides[1]);
        prop_assert_eq!(everything(second.record.as_ref().unwrap()), everything(&first));
        prop_assert!(second.conflicts.is_empty(), "{:?}", second.conflicts);
        let second = second.record.unwrap();
        for base in [&base, &first, &second] {
            prop_assert_eq!(one(base, &second, &second), second.clone());
        }
        let third = met(&base, &first, &second);
        prop_assert_eq!(everything(third.record.as_ref().unwrap()), everything(&first));
        prop_assert!(third.conflicts.is_empty());
    }

    #[test]
    fn three_who_meet_in_any_order_know_the_same((base, sides) in versions(false)) {
        let mut known = Vec::new();
        for [a, b, c] in [[0, 1, 2], [0, 2, 1], [1, 2, 0]] {
            let met = one(&base, &one(&base, &sides[a], &sides[b]), &sides[c]);
            for side in &sides {
                nothing_is_lost(&base, side, &met)?;
            }
            known.push(everything(&met));
        }
        prop_assert_eq!(&known[0], &known[1]);
        prop_assert_eq!(&known[0], &known[2]);
    }

    #[test]
    fn an_edit_wins_over_a_removal((base, sides) in versions(true)) {
        let [me, them, _] = signers();
        let before = Some(base.as_ref());
        for (one, other) in [(Some(&sides[0]), None), (None, Some(&sides[0]))] {
            let merged = merge(before, side(one, &me), side(other, &them));
            let edited = sides[0] != base;
            prop_assert_eq!(merged.record, edited.then(|| sides[0].clone()));
            prop_assert_eq!(merged.revived, edited);
            let added = merge(None, side(one, &me), side(other, &them));
            prop_assert_eq!(added.record.as_ref(), Some(&sides[0]));
            prop_assert!(!added.revived);
        }
        prop_assert_eq!(merge(before, side(None, &me), side(None, &them)), Merged::default());
    }

    #[test]
    fn what_waits_can_be_settled((base, sides) in versions(false)) {
        let merged = met(&base, &sides[0], &sides[1]);
        let record = merged.record.unwrap();
        let waiting = record.as_ref().kept().conflicts.clone();
        for (number, conflict) in waiting.iter().enumerate() {
            let known = disputed(record.as_ref(), conflict);
            if merged.conflicts.contains(&conflict.field) && !conflict.field.contains("x-") {
                prop_assert!(known.is_some(), "{} cannot be looked at", conflict.field);
            }
            let kept = settle(&record, number, &Settling::Keep).expect("keeping is always possible");
            prop_assert_eq!(pieces(&kept), pieces(&record));
            prop_assert_eq!(kept.as_ref().kept().conflicts.len(), waiting.len() - 1);
            // Others see it settled, whatever else they did.
            let later = one(&record, &kept, &record);
            prop_assert_eq!(later.as_ref().kept().conflicts.len(), waiting.len() - 1);
            let Some(known) = known else { continue };
            let taken = settle(&record, number, &Settling::Take).expect("a known value can be taken");
            let now = disputed(taken.as_ref(), conflict).expect("it stands where it stood");
            prop_assert_eq!(&now.present, &known.other);
            let written = settle(&record, number, &Settling::Write(known.other)).expect("and written");
            prop_assert_eq!(&written, &taken);
            let both = settle(&record, number, &Settling::Both);
            prop_assert_eq!(both.is_some(), known.both.is_some());
            let Some(both) = both else { continue };
            let now = disputed(both.as_ref(), conflict).unwrap().present;
            prop_assert_eq!(Some(&now), known.both.as_ref());
            if let (Value::Text(now), Value::Text(one)) = (&now, &known.present) {
                let other: String = serde_json::from_str(&conflict.json).unwrap();
                for word in one.split_whitespace().chain(other.split_whitespace()) {
                    prop_assert!(now.contains(word), "{} is lost in {}", word, now);
                }
            }
        }
        prop_assert_eq!(settle(&record, waiting.len(), &Settling::Keep), None);
    }
}

/// Something a person does to one record.
#[derive(Clone, Debug)]
enum Deed {
    Add(Box<Record>),
    Edit(Index, Box<Record>, Whims),
    Delete(Index),
}

fn any_record() -> impl Strategy<Value = Record> {
    prop_oneof![
        values::record::<Person>().prop_map(Record::Person),
        values::record::<Coaching>().prop_map(Record::Coaching),
        values::record::<Note>().prop_map(Record::Note),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let boxed = || any_record().prop_map(Box::new);
    prop_oneof![
        3 => boxed().prop_map(Deed::Add),
        4 => (any::<Index>(), boxed(), whims()).prop_map(|(which, other, whims)| Deed::Edit(which, other, whims)),
        1 => any::<Index>().prop_map(Deed::Delete),
    ]
}

fn all(book: &Book) -> Vec<Record> {
    let places = Kind::ALL.into_iter().flat_map(|kind| book.places(kind));
    let mut records: Vec<Record> = places.filter_map(|place| book.at(place)).map(RecordRef::to_owned).collect();
    records.sort_by_key(|record| record.as_ref().link());
    records
}

/// What the deed changes in this book; nothing where there is nothing to do it to.
fn change(book: &Book, deed: &Deed) -> Option<Change> {
    let records = all(book);
    let change = match deed {
        Deed::Add(record) => {
            let before = book.record(&(**record).as_ref().link()).map(RecordRef::to_owned);
            Change { before, after: Some((**record).clone()) }
        }
        Deed::Edit(which, other, whims) if !records.is_empty() => {
            let before = which.get(&records).clone();
            let other = with_kind(&before, other);
            let after = edited(&before, &other, &mut whims.clone());
            Change { before: Some(before), after: Some(after) }
        }
        Deed::Delete(which) if !records.is_empty() => Change { before: Some(which.get(&records).clone()), after: None },
        Deed::Edit(..) | Deed::Delete(_) => return None,
    };
    (change.before != change.after).then_some(change)
}

/// The other record, or this one turned round where they are of two kinds.
fn with_kind(record: &Record, other: &Record) -> Record {
    if record.as_ref().kind() == other.as_ref().kind() { other.clone() } else { record.clone() }
}

/// Does the deeds as one group, numbered.
fn act(book: &mut Book, deeds: &[Deed], number: usize) -> Group {
    let mut changes = Vec::new();
    for deed in deeds {
        if let Some(change) = change(book, deed) {
            book.apply(&change);
            changes.push(change);
        }
    }
    Group { id: step(number), act: Act::Edit, of: None, changes }
}

fn step(number: usize) -> Id {
    Id::parse(&format!("h{number}")).unwrap()
}

fn apply(book: &mut Book, group: &Group) {
    for change in &group.changes {
        assert_ne!(change.before, change.after, "a change that changes nothing");
        book.apply(change);
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn as_many_undos_bring_the_book_back(groups in vec(vec(deed(), 0..4), 1..8)) {
        let mut book = Book::default();
        let mut history = History::default();
        let mut books = vec![all(&book)];
        let mut log = Vec::new();
        for (number, deeds) in groups.iter().enumerate() {
            let group = act(&mut book, deeds, number);
            log.push(group.clone());
            history.push(group);
            books.push(all(&book));
        }
        for number in (0..groups.len()).rev() {
            let turn = history.undo(&book, step(100 + number), None, AT).unwrap();
            prop_assert_eq!((turn.what.id, turn.group.of.clone()), (step(number), Some(step(number))));
            prop_assert!(turn.conflicts.is_empty());
            apply(&mut book, &turn.group);
            log.push(turn.group);
            prop_assert_eq!(&all(&book), &books[number]);
            prop_assert_eq!(&History::remembered(log.clone()), &history);
        }
        prop_assert!(!history.can_undo() && history.undo(&book, step(99), None, AT).is_none());
        for number in 0..groups.len() {
            let turn = history.redo(&book, step(200 + number), None, AT).unwrap();
            apply(&mut book, &turn.group);
            log.push(turn.group);
            prop_assert_eq!(&all(&book), &books[number + 1]);
            prop_assert_eq!(&History::remembered(log.clone()), &history);
        }
        prop_assert!(!history.can_redo() && history.redo(&book, step(99), None, AT).is_none());
        history.undo(&book, step(300), None, AT).unwrap();
        history.push(act(&mut book, &[], 301));
        prop_assert!(!history.can_redo(), "a new change ends what can be redone");
    }

    #[test]
    fn an_undo_leaves_what_others_wrote_meanwhile((base, sides) in versions(true), back in any::<bool>()) {
        let link = base.as_ref().link();
        let own = Change { before: Some(base.clone()), after: Some(sides[0].clone()) };
        let mut book = Book::default();
        book.apply(&own);
        let mut history = History::default();
        history.push(Group { id: step(1), act: Act::Edit, of: None, changes: vec![own] });
        let mut before = sides[0].clone();
        if back {
            let turn = history.undo(&book, step(2), None, AT).unwrap();
            apply(&mut book, &turn.group);
            before = base.clone();
        }
        let theirs = one(&before, &before, &sides[1]);
        book.apply(&Change { before: Some(before.clone()), after: Some(theirs.clone()) });
        let turn = if back {
            history.redo(&book, step(3), None, AT).unwrap()
        } else {
            history.undo(&book, step(3), None, AT).unwrap()
        };
        apply(&mut book, &turn.group);
        let now = book.record(&link).map(RecordRef::to_owned).expect("it is still there");
        nothing_is_lost(&before, &theirs, &now)?;
        for (_, field) in &turn.conflicts {
            prop_assert!(now.as_ref().kept().conflicts.iter().any(|conflict| conflict.field == *field));
        }
    }
}

#[test]
fn very_old_changes_are_no_longer_undone() {
    let mut book = Book::default();
    let mut history = History::remembered((0..600).map(|number| act(&mut Book::default(), &[], number)));
    let group = act(&mut book, &[], 600);
    history.push(group);
    let mut undone = 0;
    while let Some(turn) = history.undo(&book, step(1000 + undone), None, AT) {
        assert_eq!(turn.what.id, step(600 - undone));
        undone += 1;
    }
    assert_eq!(undone, 500);
}
