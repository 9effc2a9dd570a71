//! Forms by keys alone: every field of every kind, what is checked when, what a draft keeps.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(clippy::indexing_slicing, reason = "the rows of a screen are so many")]

#[path = "made/filling.rs"]
mod filling;
#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use filling::{Hands, TONGUE, add_rows, bare, clear, fields_of, fill, fill_all, type_out};
use kuntatutor::app::input::{FoundDraft, Input};
use kuntatutor::book::Change;
use kuntatutor::domain::{Beside, Column, FieldKind, Kind, Record, RecordRef, Row, Value};
use kuntatutor::effect::Effect;
use kuntatutor::form::draft::{Layered, read_draft};
use kuntatutor::form::{KEY, asked_of, columns_of};
use kuntatutor::keys::{Chord, Key};
use kuntatutor::store::failure::{Failure, SaveFailed};
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::{Texts, Tongue};
use proptest::prelude::*;
use proptest::sample::select;
use stage::{Stage, say, size};

/// The keys that lead to the list of a kind.
fn to_list(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "2",
        Kind::Municipality => "3",
        Kind::Coaching => "4",
        Kind::Session => "4 v",
        Kind::Feedback => "5",
        Kind::Action => "6",
        Kind::Practice => "7",
        Kind::Organisation => ": organisations Enter",
        Kind::Theme => ": themes Enter",
        Kind::Season => ": seasons Enter",
        Kind::Note => ": notes Enter",
        Kind::Book => ": itse Enter",
    }
}

fn on_list(kind: Kind) -> Stage {
    let mut stage = Stage::open(TONGUE, size("100x50"));
    stage.play(to_list(kind));
    stage
}

/// The one change that was written last.
fn last_change(stage: &Stage) -> Option<Change> {
    let changes = &stage.written.last()?.group.changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    changes.first().cloned()
}

/// Whether a form asks for a field: where in its source something stands nobody types.
fn is_shown(column: &Column) -> bool {
    column.key != "source_field"
}

/// The kinds with a form of fields: a feedback is answered question by question.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Feedback)
}

/// The fields of the form for a new record of this kind.
fn asked(kind: Kind) -> Vec<&'static Column> {
    let all: Vec<&'static Column> = columns_of(kind).filter(|column| is_shown(column)).collect();
    let with_key = |key: &&str| *all.iter().find(|column| column.key == *key).expect("its kind has it");
    let first: Vec<_> = asked_of(kind).iter().map(with_key).collect();
    if first.is_empty() { all } else { first }
}

/// A new record of this kind filled in by keys alone, with the list it stands in.
fn made(kind: Kind) -> (Stage, Record) {
    let mut stage = on_list(kind);
    let columns = asked(kind);
    stage.play("n");
    let values = fill_all(&mut stage, &mut Hands::new(), &columns);
    let screen = stage.draw().text();
    stage.play("C-s");
    let Some(change) = last_change(&stage) else { panic!("nothing was saved of\n{screen}\n{}", stage.draw().text()) };
    let record = change.after.expect("it is there");
    assert_eq!(change.before, None);
    for (column, value) in columns.iter().zip(&values) {
        let held = if column.key == KEY {
            Value::Text(record.as_ref().id().as_str().into())
        } else {
            record.as_ref().field(column.key).expect("its kind has it").1
        };
        assert_eq!(&bare(&held), value, "{}/{}", kind.key(), column.key);
        assert!(!held.is_empty());
    }
    (stage, record)
}

/// What a newer program may have written beside what this one knows.
fn unknown() -> Beside {
    Beside { unknown: [("x-new".into(), "1.10e400".into())].into_iter().collect(), ..Beside::default() }
}

/// The value with unknown keys in all its rows.
fn with_unknown(value: &Value) -> Value {
    let row = |row: &Row| Row {
        id: row.id.clone(),
        cells: row.cells.iter().map(with_unknown).collect(),
        kept: unknown().into(),
    };
    match value {
        Value::Rows(rows) => Value::Rows(rows.iter().map(row).collect()),
        value => value.clone(),
    }
}

/// The list of a kind with the cursor on a record that has something in every field and unknown keys everywhere.
fn rich(kind: Kind) -> (Stage, Record) {
    let (mut stage, mut record) = if kind == Kind::Book {
        let book = load(&Source::Example).book;
        let place = book.places(kind).first().copied().expect("a book says what it is");
        (on_list(kind), book.at(place).expect("it is there").to_owned())
    } else {
        made(kind)
    };
    for (column, value) in record.clone().as_ref().fields() {
        record.set(column.key, with_unknown(&value)).expect("it came from there");
    }
    record.keep(unknown().into());
    let mut loaded = load(&Source::Example);
    let before = loaded.book.record(&record.as_ref().link()).map(RecordRef::to_owned);
    loaded.book.apply(&Change { before, after: Some(record.clone()) });
    stage.load(Loaded { book: loaded.book, problems: loaded.problems });
    (stage, record)
}

/// Of the rows of the field under the cursor takes the first away, changes the next and adds one.
fn change_rows(stage: &mut Stage, hands: &mut Hands, column: &'static Column, rows: &[Row]) -> Value {
    if rows.is_empty() {
        return Value::Rows(add_rows(stage, hands, column, 1));
    }
    let columns: Vec<&'static Column> = column.kind.row_columns().collect();
    let mut rows: Vec<Row> = rows.iter().skip(1).cloned().collect();
    stage.play("Enter g d");
    if let Some(row) = rows.first_mut() {
        stage.play("g Enter");
        let cell = fill(stage, hands, columns.first().expect("a row has columns"));
        stage.play("C-s");
        *row.cells.first_mut().expect("a row has cells") = cell;
    }
    stage.play("G Enter");
    let cells = fill_all(stage, hands, &columns);
    stage.play("C-s C-s");
    rows.push(Row { cells, ..Row::default() });
    Value::Rows(rows)
}

/// A text with what is held in languages that the field does not ask for.
fn with_others(mut value: Value, held: &Value) -> Value {
    if let (Value::Words(words), Value::Words(held)) = (&mut value, held) {
        for tongue in Tongue::ALL {
            if words.exactly(tongue).is_empty() {
                words.exactly_mut(tongue).clone_from(held.exactly(tongue));
            }
        }
    }
    value
}

/// Changes each field of one record of this kind alone: everything else stays as it was, and `u` takes it back.
fn each_field_changes_alone(kind: Kind) {
    let (mut stage, record) = rich(kind);
    let mut hands = Hands::new();
    // Other texts than those it was made of.
    (0..100).for_each(|_| drop(hands.one(&FieldKind::Line)));
    let mut above = 0;
    for column in kind.columns().filter(|column| is_shown(column)) {
        let told = format!("{}/{}", kind.key(), column.key);
        stage.play("e");
        (0..above).for_each(|_| stage.play("Tab"));
        let (_, held) = record.as_ref().field(column.key).expect("its kind has it");
        above += fields_of(column, &held);
        hands.avoided = match &held {
            Value::Many(values) => values.first().cloned().unwrap_or(Value::Empty),
            held => held.clone(),
        };
        let value = match &held {
            Value::Rows(rows) => change_rows(&mut stage, &mut hands, column, rows),
            _ => fill(&mut stage, &mut hands, column),
        };
        let screen = stage.draw().text();
        let written = stage.written.len();
        stage.play("C-s");
        assert_eq!(stage.written.len(), written + 1, "{told}: nothing was saved of\n{screen}\n{}", stage.draw().text());
        let change = last_change(&stage).expect("something was saved");
        assert_eq!(change.before.as_ref(), Some(&record), "{told}");
        let mut after = change.after.expect("it is there");
        let (_, now) = after.as_ref().field(column.key).expect("its kind has it");
        assert_eq!(bare(&now), bare(&with_others(value, &held)), "{told}");
        assert_ne!(bare(&now), bare(&held), "{told}");
        after.set(column.key, held).expect("it came from there");
        assert_eq!(after, record, "{told} changes something else");
        stage.play("u");
        assert_eq!(last_change(&stage).expect("it is taken back").after.as_ref(), Some(&record), "{told}");
    }
}

#[test]
fn every_field_of_a_new_record_of_every_kind_is_filled_in_by_keys() {
    for kind in kinds().filter(|kind| *kind != Kind::Book) {
        made(kind);
    }
}

#[test]
fn every_field_of_what_stands_in_a_tab_changes_alone() {
    kinds().filter(|kind| has_tab(*kind)).for_each(each_field_changes_alone);
}

#[test]
fn every_field_of_what_has_no_tab_changes_alone() {
    kinds().filter(|kind| !has_tab(*kind)).for_each(each_field_changes_alone);
}

fn has_tab(kind: Kind) -> bool {
    !to_list(kind).starts_with(':')
}

/// Every field of a new record of this kind in which this can be typed wrongly, by its number in the form.
fn wrongly(kind: Kind) -> Vec<(usize, &'static str)> {
    let mut number = 0;
    let mut wrong = Vec::new();
    for column in asked(kind) {
        let text = match column.kind {
            FieldKind::Date => Some("31.2.2021"),
            FieldKind::Time => Some("25.70"),
            FieldKind::Length | FieldKind::Number => Some("paljon"),
            FieldKind::Phone => Some("soita"),
            FieldKind::Email | FieldKind::Web => Some("ei ole"),
            FieldKind::YesNo
            | FieldKind::Choice { .. }
            | FieldKind::Ref(_)
            | FieldKind::Link(_)
            | FieldKind::Round
            | FieldKind::Many(_) => Some("qqqq"),
            FieldKind::Line | FieldKind::Long | FieldKind::Words(_) | FieldKind::Who | FieldKind::Rows(_) => None,
        };
        wrong.extend(text.map(|text| (number, text)));
        number += fields_of(column, &Value::Empty);
    }
    wrong
}

/// The rows with what is wrong, and each row right above one: there stands what was typed.
fn troubles(stage: &Stage) -> Vec<(String, String)> {
    let screen = stage.draw();
    let rows = screen.rows();
    let wrong: Vec<usize> = screen.rows_that_look("warning");
    let begins = wrong.iter().filter(|row| !wrong.contains(&(*row - 1)));
    begins.map(|row| (rows[row - 1].clone(), rows[*row].clone())).collect()
}

#[test]
fn a_field_is_checked_as_one_leaves_it_whichever_way() {
    for kind in kinds().filter(|kind| *kind != Kind::Book) {
        let mut stage = on_list(kind);
        for (which, (number, text)) in wrongly(kind).into_iter().enumerate() {
            // Each way now and then.
            for leave in ["Tab", "BTab", "Enter", "Down", "Up"].into_iter().skip(which % 5).take(1) {
                stage.play("n");
                (0..number).for_each(|_| stage.play("Tab"));
                clear(&mut stage);
                type_out(&mut stage, text);
                assert_eq!(troubles(&stage), [], "{} {number}: it complains while one types", kind.key());
                stage.play(leave);
                let told = troubles(&stage);
                let told = told.iter().filter(|(above, _)| above.contains(text)).count();
                let screen = stage.draw().text();
                assert_eq!(told, 1, "{} {number} left by {leave}\n{screen}", kind.key());
                stage.play("Esc");
            }
        }
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once_and_the_cursor_goes_to_the_first() {
    for kind in kinds().filter(|kind| *kind != Kind::Book) {
        let mut stage = on_list(kind);
        stage.input(Input::Resize(size("100x140")));
        stage.play("n");
        let mut at = 0;
        let wrong = wrongly(kind);
        for (number, text) in &wrong {
            (at..*number).for_each(|_| stage.play("Tab"));
            at = *number;
            clear(&mut stage);
            type_out(&mut stage, text);
        }
        stage.play("C-s");
        let screen = stage.draw();
        let told = troubles(&stage);
        for (_, text) in &wrong {
            assert!(told.iter().any(|(above, _)| above.contains(text)), "{text}\n{}", screen.text());
        }
        let missing = columns_of(kind).filter(|column| column.needed).count();
        assert!(told.len() >= wrong.len() && told.len() <= wrong.len() + missing, "{}", screen.text());
        let count = Texts::new(TONGUE).tell("form-wrong", &[("count", told.len().into())]);
        assert!(screen.footer().contains(count.as_str()), "{}", screen.text());
        // The cursor stands in the row above the first sentence.
        let first = screen.rows_that_look("warning").first().copied();
        assert_eq!(screen.cursor_row().map(|row| row + 1), first, "{}", screen.text());
        assert_eq!(stage.written, [], "nothing wrong is saved");
    }
}

#[test]
fn what_is_mended_is_no_longer_wrong() {
    let mut stage = on_list(Kind::Person);
    stage.play("n C-s");
    assert_eq!(troubles(&stage).len(), 1, "{}", stage.draw().text());
    // The cursor is in the family name, which was missing.
    type_out(&mut stage, "Tammela");
    assert_eq!(troubles(&stage), []);
    stage.play("C-s");
    assert_eq!(stage.written.len(), 1);
}

/// The draft that is kept now, if any.
fn kept_draft(effects: &[Effect]) -> Option<(String, String)> {
    let mut kept: Vec<(String, String)> = Vec::new();
    for effect in effects {
        match effect {
            Effect::SaveDraft { name, content } => {
                kept.retain(|(other, _)| other != name);
                kept.push((name.clone(), content.clone()));
            }
            Effect::DropDraft(name) => kept.retain(|(other, _)| other != name),
            _ => {}
        }
    }
    kept.pop()
}

fn drops(stage: &Stage) -> usize {
    stage.effects.iter().filter(|effect| matches!(effect, Effect::DropDraft(_))).count()
}

#[test]
fn a_form_left_as_it_was_opened_changes_nothing_and_keeps_no_draft() {
    for kind in Kind::ALL {
        for open in ["n", "e", "c", ".", "m"] {
            let mut stage = on_list(kind);
            let before = body(&stage);
            stage.effects.clear();
            stage.play(open);
            let nothing_to_open = body(&stage) == before;
            if nothing_to_open {
                continue;
            }
            (0..30).for_each(|_| stage.play("Tab"));
            assert_eq!(troubles(&stage), [], "{} {open}\n{}", kind.key(), stage.draw().text());
            stage.play("Esc");
            assert_eq!(stage.effects, [], "{} {open}", kind.key());
            assert_eq!(body(&stage), before, "{} {open}", kind.key());
        }
    }
}

#[test]
fn a_draft_goes_when_what_it_made_is_on_the_disk_or_nothing_is_left_of_it() {
    let mut stage = on_list(Kind::Person);
    stage.play("n Tab Tammela BSpace");
    assert_eq!(drops(&stage), 0);
    stage.play("C-u");
    assert_eq!((drops(&stage), kept_draft(&stage.effects)), (1, None), "nothing is left of it");
    stage.play("Tammela C-s");
    assert_eq!((drops(&stage), kept_draft(&stage.effects)), (2, None), "it is on the disk");

    let mut stage = on_list(Kind::Person);
    stage.disk = false;
    stage.play("n Tab Tammela C-s");
    assert!(kept_draft(&stage.effects).is_some(), "it is not on the disk yet");
    stage.input(Input::SaveFailed { revision: 1, why: Box::new(full()) });
    assert!(kept_draft(&stage.effects).is_some(), "it is not on the disk at all");
    stage.disk = true;
    stage.play("n Tab Tammi C-s");
    assert_eq!(kept_draft(&stage.effects), None, "both are on the disk now");
}

fn full() -> SaveFailed {
    SaveFailed { file: "people.json".into(), what: Failure::Full }
}

/// The screen between the frame's rows, what is wrong and blank rows left out.
fn body(stage: &Stage) -> String {
    let screen = stage.draw();
    let wrong = screen.rows_that_look("warning");
    let rows = screen.rows();
    let last = rows.len() - 1;
    let shown =
        rows.into_iter().enumerate().filter(|(number, _)| (2..last).contains(number) && !wrong.contains(number));
    // Without them the others stand higher.
    shown.map(|(_, row)| row).filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The program started anew on what was saved, gone on with this draft of an earlier session.
fn restored(content: &str, earlier: &Stage) -> Stage {
    let mut stage = Stage::starting(TONGUE, earlier.size, None);
    let mut loaded = load(&Source::Example);
    for change in earlier.written.iter().flat_map(|signed| &signed.group.changes) {
        loaded.book.apply(change);
    }
    stage.load(loaded);
    let found = FoundDraft { name: "4711-1".into(), content: content.to_owned(), held: false };
    stage.input(Input::DraftsFound(vec![found]));
    stage.play("1 g Down Enter Enter");
    stage
}

/// What stands in a draft.
fn layers(content: &str) -> Vec<Layered> {
    read_draft("/book", "1", content, false).expect("a draft of this book").layers
}

#[test]
fn what_was_taken_out_of_a_record_is_in_the_draft() {
    // A field that was emptied holds no letters, and is a change all the same.
    let mut stage = on_list(Kind::Person);
    stage.play("e Tab C-u C-u");
    let (_, content) = kept_draft(&stage.effects).expect("a draft is kept");
    assert_eq!(body(&restored(&content, &stage)), body(&stage));
    stage.play("Esc");
    assert!(kept_draft(&stage.effects).is_some(), "and it stays when one leaves");
}

/// Something typed into a form, or a way through it.
fn deed() -> impl Strategy<Value = Input> {
    let plain = |key: Key| Input::Key(Chord::plain(key));
    let keys = vec![
        Key::Enter,
        Key::Tab,
        Key::Backspace,
        Key::Delete,
        Key::Left,
        Key::Home,
        Key::End,
        Key::Up,
        Key::Down,
        Key::F(4),
        Key::Esc,
    ];
    let chords = vec![
        Chord { shift: true, ..Chord::plain(Key::Tab) },
        Chord { alt: true, ..Chord::plain(Key::Down) },
        Chord { alt: true, ..Chord::plain(Key::Enter) },
        Chord::ctrl('s'),
        Chord::ctrl('u'),
        Chord::ctrl('w'),
        Chord::ctrl('y'),
        Chord::ctrl('k'),
    ];
    let odd = vec!["a\nb\tc", "A\u{308}iti", "👩‍👩‍👧", "\u{1b}[31m", "\u{202e}x", "\"\\/", "9–11.30", "x  "];
    let odd = select(odd).prop_map(|text| Input::Paste(text.to_owned()));
    prop_oneof![
        6 => select(keys).prop_map(plain),
        3 => select(chords).prop_map(Input::Key),
        3 => "[a-zäö0-9 .@-]".prop_map(Input::Text),
        4 => select(vec!["tam", "van", "vantaa", "kokous", "x", "6.10.", "9.30", "040 123", "kyllä", "12"])
            .prop_map(|text| Input::Text(text.to_owned())),
        1 => odd,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_is_the_form_as_it_was_left(
        kind in select(Kind::ALL.to_vec()),
        open in select(vec!["n", "e", "c", "m", ".", "Space Down Space e Enter"]),
        skip in 0_usize..12,
        deeds in prop::collection::vec(deed(), 1..40),
    ) {
        let mut stage = on_list(kind);
        stage.input(Input::Resize(size("100x90")));
        stage.play(open);
        (0..skip).for_each(|_| stage.play("Tab"));
        let left = say(TONGUE, "draft-kept");
        for deed in deeds {
            let may_leave = matches!(&deed, Input::Key(Chord { key: Key::Esc, .. }));
            stage.input(deed);
            if may_leave && stage.draw().footer().contains(left.as_str()) {
                // The form is left: what it was is in its draft, and is not seen any more.
                return Ok(());
            }
        }
        let Some((_, content)) = kept_draft(&stage.effects) else { return Ok(()) };
        let mut again = restored(&content, &stage);
        prop_assert_eq!(body(&again), body(&stage));
        // What is typed next tells what else there is.
        let mut drafts = Vec::new();
        for stage in [&mut stage, &mut again] {
            stage.effects.clear();
            stage.play("z n");
            drafts.push(kept_draft(&stage.effects).map(|(_, content)| layers(&content)));
        }
        prop_assert_eq!(&drafts[0], &drafts[1]);
    }
}
