//! Random content for any field: what its kind allows, odd text included.

use ecow::{EcoString, EcoVec};
use jiff::civil::{Date, Time};
use kuntatutor::domain::{Beside, Column, FieldKind, Id, Kept, Link, Row, Table, Value, Words, columns, from_row};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

/// Ids that meet each other often, so that references hit and lists change places.
pub(crate) fn id() -> impl Strategy<Value = Id> {
    select(vec!["a1", "a2", "a3", "a4", "b-5", "B_6"]).prop_map(|word| Id::parse(word).expect("these are ids"))
}

/// Text as people and programs may have left it.
pub(crate) fn text() -> impl Strategy<Value = EcoString> {
    prop_oneof![
        4 => "[A-Za-zäöåÄÖÅ0-9 .@+-]{1,12}",
        1 => "\\PC{1,8}",
        1 => select(vec!["A\u{308}nekoski", "\u{1b}[31m", "a\nb\r\n", "\"\\/", "\u{202e}x", "👩‍👩‍👧", "\u{0}"])
            .prop_map(str::to_owned),
    ]
    .prop_map(EcoString::from)
}

fn words() -> impl Strategy<Value = Words> {
    let part = || weighted(0.6, text()).prop_map(Option::unwrap_or_default);
    let words = (part(), part(), part()).prop_map(|(fi, sv, en)| Words::new(fi, sv, en));
    words.prop_filter("some language", |words| !words.is_empty())
}

fn date() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

fn time() -> impl Strategy<Value = Time> {
    (0_i8..24, 0_i8..60).prop_map(|(hour, minute)| jiff::civil::time(hour, minute, 0, 0))
}

/// Keys of a newer program, with their JSON as it stands in the file.
fn kept() -> impl Strategy<Value = Kept> {
    let json = select(vec![
        "123456789012345678901234567890",
        "-0.1e+309",
        "\"A\u{308}\"",
        "{\"b\":1,\"a\":[null,true]}",
        "[ 1,  2 ]",
        "null",
    ]);
    let entry = ("x-[a-z]{1,3}", json).prop_map(|(key, json)| (EcoString::from(key), EcoString::from(json)));
    vec(entry, 0..3).prop_map(|mut entries| {
        entries.sort();
        entries.dedup_by(|one, other| one.0 == other.0);
        Beside { unknown: entries.into_iter().collect::<EcoVec<_>>(), ..Beside::default() }.into()
    })
}

/// A value for a field of this kind; never an empty one.
pub(crate) fn value(kind: &FieldKind) -> BoxedStrategy<Value> {
    match *kind {
        FieldKind::Line | FieldKind::Long | FieldKind::Phone | FieldKind::Email | FieldKind::Web => {
            text().prop_map(Value::Text).boxed()
        }
        FieldKind::Round => {
            prop_oneof![id().prop_map(|id| Value::Text(id.as_str().into())), text().prop_map(Value::Text)].boxed()
        }
        FieldKind::Date => date().prop_map(Value::Date).boxed(),
        FieldKind::Time => time().prop_map(Value::Time).boxed(),
        FieldKind::Length | FieldKind::Number => any::<u32>().prop_map(Value::Number).boxed(),
        FieldKind::YesNo => any::<bool>().prop_map(Value::Yes).boxed(),
        FieldKind::Choice { keys, .. } => select(keys).prop_map(Value::Choice).boxed(),
        FieldKind::Words(_) => words().prop_map(Value::Words).boxed(),
        FieldKind::Ref(_) => id().prop_map(Value::Ref).boxed(),
        FieldKind::Who => prop_oneof![id().prop_map(Value::Ref), text().prop_map(Value::Text)].boxed(),
        FieldKind::Link(kinds) => (select(kinds), id()).prop_map(|(kind, id)| Value::Link(Link::new(kind, id))).boxed(),
        FieldKind::Many(one) => vec(value(one), 1..4).prop_map(Value::Many).boxed(),
        FieldKind::Rows(_) => {
            let columns: Vec<_> = kind.row_columns().collect();
            vec(row(&columns, 0.5), 1..3).prop_map(Value::Rows).boxed()
        }
    }
}

/// A row of a table with these columns, each filled with this probability.
fn row(columns: &[&'static Column], filled: f64) -> BoxedStrategy<Row> {
    let cells: Vec<_> = columns
        .iter()
        .map(|column| weighted(filled, value(&column.kind)).prop_map(|value| value.unwrap_or(Value::Empty)))
        .collect();
    (id(), cells, kept()).prop_map(|(id, cells, kept)| Row { id, cells, kept }).boxed()
}

/// A record of type `T`.
pub(crate) fn record<T: Table + std::fmt::Debug>() -> BoxedStrategy<T> {
    let columns: Vec<_> = (0..).map_while(columns::<T>).collect();
    row(&columns, 0.4).prop_map(|row| from_row(row).expect("each value is of its field's kind")).boxed()
}
