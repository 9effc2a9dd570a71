//! What a form is for: its fields, what they hold at first, what it is called, and what comes of it.

use ecow::EcoString;

use crate::book::Change;
use crate::dialogs::errand;
use crate::domain::{
    Act, CoachingStatus, Column, FieldKind, Id, Invalid, Kind, Link, Record, RecordRef, Row, Value, Words,
};
use crate::entry::key_of;
use crate::form::{KEY, asked_of, columns_of};
use crate::layer::{Answer, Cx, Errand, Reply, Step, Wish};
use crate::planning::beginning::begin;
use crate::planning::rounds::is_full;
use crate::text::{Safe, Tongue};

/// What a form is filled in for.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A record: a new one where it has no id yet.
    Record {
        /// What the change is called.
        act: Act,
        /// The record as it was when the form was opened.
        base: Box<Record>,
        /// The keys of the fields shown, in this order; all where there are none.
        only: Vec<EcoString>,
    },
    /// One field for many records.
    Many {
        /// The field.
        column: &'static Column,
        /// The records.
        links: Vec<Link>,
    },
    /// A person to choose, for somebody who asks for one.
    Asking {
        /// What is asked.
        title: &'static str,
        /// What it is for.
        hint: &'static str,
        /// What is chosen.
        column: &'static Column,
        /// What that answers.
        answer: fn(Value) -> Answer,
    },
    /// What an errand needs to know.
    Errand {
        /// What it is.
        errand: Errand,
        /// What is asked, and what that begins with.
        asked: Vec<(&'static Column, Value)>,
    },
    /// A row of a field with this column.
    Row {
        /// The column of the rows.
        column: &'static Column,
        /// Its number among the rows; nothing for a new one.
        number: Option<usize>,
        /// The row as it was.
        row: Row,
    },
}

/// The id of a new record where people choose it; elsewhere none yet.
pub(super) fn new_id(cx: &Cx<'_>, kind: Kind, values: &[(&'static Column, Value)]) -> Result<Id, Safe> {
    if kind.letter().is_some() {
        return Ok(Id::default());
    }
    let texts = cx.showing.texts;
    let typed = values.iter().find_map(|(column, value)| match value {
        Value::Text(text) if column.key == KEY => Some(text.clone()),
        _ => None,
    });
    let name = values.iter().find_map(|(column, value)| match value {
        Value::Text(text) if column.key == "name" => Some(text.clone()),
        Value::Words(words) if column.key == "name" => Some(words.in_tongue(texts.tongue()).clone()),
        _ => None,
    });
    let id = match (typed, name) {
        (Some(typed), _) => Id::parse(&typed).map_err(|invalid| texts.say(invalid.text_id()))?,
        (None, name) => key_of(name.as_deref().unwrap_or_default()).ok_or_else(|| texts.say("form-key"))?,
    };
    if cx.showing.book.place(&Link::new(kind, id.clone())).is_some() {
        return Err(texts.tell("form-key-taken", &[("key", Safe::line(id.as_str()).into())]));
    }
    Ok(id)
}

/// What is stored in the field of the subject now.
pub(super) fn held(subject: &Subject, column: &Column) -> Value {
    match subject {
        Subject::Record { base, .. } => {
            base.as_ref().as_ref().field(column.key).map_or(Value::Empty, |(_, value)| value)
        }
        Subject::Row { column: rows, row, .. } => {
            let at = rows.kind.row_columns().position(|other| other.key == column.key);
            at.and_then(|at| row.cells.get(at)).cloned().unwrap_or(Value::Empty)
        }
        Subject::Errand { asked, .. } => {
            let found = asked.iter().find(|(other, _)| other.key == column.key);
            found.map_or(Value::Empty, |(_, value)| value.clone())
        }
        Subject::Many { .. } | Subject::Asking { .. } => Value::Empty,
    }
}

/// The season of the subject.
pub(super) fn season_of(subject: &Subject) -> Option<Id> {
    let Subject::Record { base, .. } = subject else { return None };
    match base.as_ref().as_ref().field("season") {
        Some((_, Value::Ref(id))) => Some(id),
        _ => None,
    }
}

/// A new record that begins with these values and what goes without saying.
pub fn begun(cx: &Cx<'_>, kind: Kind, filled: Vec<(&'static str, Value)>) -> Record {
    let mut record = Record::empty(kind, Id::default());
    for (key, value) in filled {
        // What does not fit is left out: the form asks for it.
        let _fits = record.set(key, value);
    }
    if let Record::Coaching(coaching) = &mut record {
        // Whoever writes a request down has just heard of it.
        coaching.asked_on = coaching.asked_on.or(Some(cx.showing.today));
    }
    begin(cx.showing.book, &mut record, cx.now, cx.me);
    record
}

/// The keys of what is asked of a new record: of a request no more than a caller tells, and what is needed besides.
pub(super) fn asked(new: RecordRef<'_>) -> Vec<EcoString> {
    let first = asked_of(new.kind());
    if first.is_empty() {
        return Vec::new();
    }
    let is_missed =
        |(column, value): &(&Column, Value)| column.needed && value.is_empty() && !first.contains(&column.key);
    let missed = new.fields().into_iter().filter(is_missed).map(|(column, _)| column.key);
    first.iter().copied().chain(missed).map(EcoString::from).collect()
}

/// That a request waits, as its round is full.
pub(super) fn waiting(cx: &Cx<'_>, record: &Record) -> Option<Safe> {
    let Record::Coaching(coaching) = record else { return None };
    let book = cx.showing.book;
    let season = coaching.season.as_ref().and_then(|id| book.get(id));
    let waits = coaching.status == Some(CoachingStatus::Waiting) && is_full(book, &coaching.round, season);
    let round = cx.showing.value(&FieldKind::Round, &Value::Text(coaching.round.clone()));
    let municipality = cx.showing.id(Kind::Municipality, coaching.municipality.as_ref());
    let places = [("municipality", municipality.into()), ("round", round.into())];
    waits.then(|| cx.showing.texts.tell("request-waits", &places))
}

/// Puts a value into a record. One that was not touched stays as it is stored.
///
/// # Errors
/// Why the value does not fit.
pub(super) fn filled(record: &mut Record, column: &Column, value: Value) -> Result<(), Invalid> {
    let stands = record.as_ref().field(column.key).map(|(_, value)| value);
    if stands.as_ref() == Some(&value) || (value.is_empty() && stands.is_some_and(|value| value.is_empty())) {
        return Ok(());
    }
    record.set(column.key, value)
}

/// The fields that are shown for a subject.
pub(super) fn shown(subject: &Subject) -> Vec<&'static Column> {
    match subject {
        Subject::Record { base, only, .. } => {
            let record = base.as_ref().as_ref();
            let new = record.id().is_empty();
            let all: Vec<&'static Column> =
                if new { columns_of(record.kind()).collect() } else { record.kind().columns().collect() };
            if only.is_empty() {
                // Where its words stand is known by a key, which nobody types.
                return all.into_iter().filter(|column| column.key != "source_field").collect();
            }
            only.iter().filter_map(|key| all.iter().copied().find(|column| column.key == key.as_str())).collect()
        }
        Subject::Asking { column, .. } | Subject::Many { column, .. } => vec![column],
        Subject::Errand { asked, .. } => asked.iter().map(|(column, _)| *column).collect(),
        Subject::Row { column, .. } => column.kind.row_columns().collect(),
    }
}

pub(super) fn title(cx: &Cx<'_>, subject: &Subject) -> Safe {
    let texts = cx.showing.texts;
    match subject {
        Subject::Record { base, act, .. } => {
            let record = base.as_ref().as_ref();
            let kind = ("kind", texts.say(&format!("kind-{}", record.kind().key())).into());
            match record {
                RecordRef::Note(note) if *act == Act::Note => {
                    let about = note.about.as_ref().map(|about| cx.showing.link(about)).unwrap_or_default();
                    texts.tell("form-note", &[("about", about.into())])
                }
                _ if record.id().is_empty() => texts.tell("form-new", &[kind]),
                _ => texts.tell("form-edit", &[kind, ("name", cx.showing.title(record).into())]),
            }
        }
        Subject::Asking { title, .. } => texts.say(title),
        Subject::Errand { errand, .. } => errand::title(cx, errand),
        Subject::Row { column, number, .. } => {
            let label = ("label", texts.field(column.label).into());
            match number {
                Some(number) => texts.tell("form-row", &[label, ("number", (number + 1).into())]),
                None => texts.tell("form-row-new", &[label]),
            }
        }
        Subject::Many { links, .. } => texts.tell("form-many", &[("count", links.len().into())]),
    }
}

/// What a new record begins with of what was typed where it was missed.
pub(super) fn prefilled(cx: &Cx<'_>, kind: Kind, typed: &str) -> Vec<(&'static str, Value)> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let text = |text: &str| Value::Text(text.into());
    let words = || {
        let mut words = Words::default();
        // Names are in the municipalities' languages.
        let tongue = if cx.showing.texts.tongue() == Tongue::Sv { Tongue::Sv } else { Tongue::Fi };
        *words.exactly_mut(tongue) = typed.into();
        Value::Words(words)
    };
    match kind {
        Kind::Person => match typed.rsplit_once(' ') {
            Some((given, family)) => vec![("given", text(given.trim())), ("family", text(family))],
            None => vec![("family", text(typed))],
        },
        Kind::Municipality | Kind::Organisation | Kind::Theme => vec![("name", words())],
        Kind::Season => vec![("name", text(typed))],
        Kind::Practice => vec![("title", words())],
        Kind::Action => vec![("what", text(typed))],
        _ => Vec::new(),
    }
}

/// One value for many records: lists are added to, anything else takes the place of what was there.
pub(super) fn finish_many(cx: &Cx<'_>, column: &Column, links: &[Link], values: &[(&'static Column, Value)]) -> Reply {
    let value = values.first().map_or(Value::Empty, |(_, value)| value.clone());
    if value.is_empty() {
        return Reply {
            step: Step::Pop(None),
            toast: Some(cx.showing.texts.say("form-unchanged")),
            ..Reply::default()
        };
    }
    let change = |link: &Link| {
        let before = cx.showing.book.record(link)?;
        let held = before.field(column.key).map_or(Value::Empty, |(_, value)| value);
        let mut after = before.to_owned();
        after.set(column.key, added(held, &value)).ok()?;
        (after.as_ref() != before).then(|| Change { before: Some(before.to_owned()), after: Some(after) })
    };
    let changes = links.iter().filter_map(change).collect();
    Reply { wish: Some(Wish { act: Act::Edit, changes }), step: Step::Done, ..Reply::default() }
}

fn added(held: Value, value: &Value) -> Value {
    match (held, value) {
        (Value::Many(mut held), Value::Many(new)) => {
            held.extend(new.iter().filter(|value| !held.contains(value)).cloned().collect::<Vec<_>>());
            Value::Many(held)
        }
        (Value::Rows(mut held), Value::Rows(new)) => {
            held.extend(new.iter().cloned());
            Value::Rows(held)
        }
        (_, new) => new.clone(),
    }
}
