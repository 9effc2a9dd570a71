//! What a record is called where only one line names it.

use ecow::{EcoString, EcoVec, eco_format};

use super::{Book, Change};
use crate::domain::{
    Apart, Choice, Coaching, Feedback, Id, Kind, Link, Municipality, Note, Record, RecordRef, Season, Session,
};
use crate::text::{Safe, Texts};

/// What this record is called.
pub fn title(book: &Book, record: RecordRef<'_>, texts: &Texts) -> Safe {
    let tongue = texts.tongue();
    let plain: EcoString = match record {
        RecordRef::Municipality(it) => it.name.in_tongue(tongue).clone(),
        RecordRef::Organisation(it) => it.name.in_tongue(tongue).clone(),
        RecordRef::Person(it) => it.name(),
        RecordRef::Theme(it) => it.name.in_tongue(tongue).clone(),
        RecordRef::Season(it) => it.name.clone(),
        RecordRef::Action(it) => it.what.clone(),
        RecordRef::Practice(it) => it.title.in_tongue(tongue).clone(),
        RecordRef::Book(it) => it.name.in_tongue(tongue).clone(),
        RecordRef::Coaching(it) => return coaching(book, it, texts),
        RecordRef::Session(it) => return session(book, it, texts),
        RecordRef::Feedback(it) => return feedback(book, it, texts),
        RecordRef::Note(it) => return note(it, texts),
    };
    if plain.is_empty() { Safe::line(record.id().as_str()) } else { Safe::short(&plain) }
}

/// What the record this link names is called; says so where it is gone.
pub fn link_title(book: &Book, link: &Link, texts: &Texts) -> Safe {
    match book.record(link) {
        Some(record) => title(book, record, texts),
        None => texts.tell("removed", &[("id", Safe::line(link.id.as_str()).into())]),
    }
}

/// What the record of this kind and id is called.
pub fn id_title(book: &Book, kind: Kind, id: &Id, texts: &Texts) -> Safe {
    link_title(book, &Link::new(kind, id.clone()), texts)
}

/// What changes are about: the first record and how many more; of a pair that is told apart, or no longer is, the two.
pub fn changes_title(book: &Book, changes: &[Change], texts: &Texts) -> Safe {
    let Some(first) = changes.first() else { return Safe::default() };
    let record = first.after.as_ref().or(first.before.as_ref());
    let first =
        told_apart(book, first, texts).or_else(|| Some(title(book, record?.as_ref(), texts))).unwrap_or_default();
    match changes.len() {
        1 => first,
        count => texts.tell("first-and-others", &[("first", first.into()), ("count", (count - 1).into())]),
    }
}

/// The two records of the first row that says of a pair, in one version of the book's own record only, that they are
/// not the same.
fn told_apart(book: &Book, change: &Change, texts: &Texts) -> Option<Safe> {
    let rows = |record: Option<&Record>| match record {
        Some(Record::Book(info)) => info.apart.clone(),
        _ => EcoVec::default(),
    };
    let (before, after) = (rows(change.before.as_ref()), rows(change.after.as_ref()));
    let row = after.iter().find(|row| !before.contains(row)).or_else(|| before.iter().find(|row| !after.contains(row)));
    let Apart { one: Some(one), other: Some(other), .. } = row? else { return None };
    Some(Safe::join([one, other].map(|link| link_title(book, link, texts)), &Safe::own(" · ")))
}

fn coaching(book: &Book, coaching: &Coaching, texts: &Texts) -> Safe {
    let municipality = known::<Municipality>(book, coaching.municipality.as_ref(), texts);
    let season = known::<Season>(book, coaching.season.as_ref(), texts);
    Safe::line(&eco_format!("{municipality} {season}"))
}

fn session(book: &Book, session: &Session, texts: &Texts) -> Safe {
    if !session.title.is_empty() {
        return Safe::short(session.title.in_tongue(texts.tongue()));
    }
    let kind = session.kind.map_or_else(|| texts.say("kind-session"), |kind| texts.choice("session-kind", kind.key()));
    match session.municipalities.as_slice() {
        [] => kind,
        [one] => Safe::line(&eco_format!("{}, {kind}", id_title(book, Kind::Municipality, one, texts))),
        [one, others @ ..] => texts.tell(
            "session-title-many",
            &[
                ("kind", kind.into()),
                ("municipality", id_title(book, Kind::Municipality, one, texts).into()),
                ("others", others.len().into()),
            ],
        ),
    }
}

fn feedback(book: &Book, feedback: &Feedback, texts: &Texts) -> Safe {
    let voice = feedback.voice.map_or_else(Safe::default, |voice| texts.choice("voice", voice.key()));
    match &feedback.about {
        Some(link) => Safe::line(&eco_format!("{}, {voice}", link_title(book, link, texts))),
        None => voice,
    }
}

/// A note has no name: so much of its beginning stands for it.
const NOTE_CELLS: usize = 72;

fn note(note: &Note, texts: &Texts) -> Safe {
    let first = note.text.lines().next().unwrap_or_default();
    match note.at {
        Some(day) => Safe::short(&eco_format!("{} {first}", texts.date(day))).cells(NOTE_CELLS),
        None => Safe::short(first).cells(NOTE_CELLS),
    }
}

fn known<T: super::Shelved>(book: &Book, id: Option<&Id>, texts: &Texts) -> Safe {
    id.map(|id| id_title(book, T::KIND, id, texts)).unwrap_or_default()
}
