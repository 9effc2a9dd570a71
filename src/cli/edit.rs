//! `add`, `edit`, `delete`, `note`, `undo`, `redo`: the twins of the forms and of the keys that change the book.

use super::fields::Setting;
use super::output::Output;
use super::put::{Putting, has_chosen_key, key_from_name};
use super::saving::{Doing, carry_out, directory};
use super::show::the_one;
use super::{Code, Desk, clock};
use crate::book::Change;
use crate::domain::{Act, Choice as _, Id, Kind, Link, Mint, Note, Record, Value};
use crate::entry::{Reading, Tense, check};
use crate::history::{Group, History, Turn};
use crate::planning::beginning::{begin, complete};
use crate::planning::filled;
use crate::planning::following::followed;
use crate::store::changes::history;
use crate::text::Safe;

/// `add KIND --field value…`.
pub(super) fn add(desk: &Desk<'_>, kind: Kind, key: Option<&str>, settings: &[Setting], output: &mut Output) -> Code {
    if kind == Kind::Book {
        return refuse(&[desk.texts.say("error-one-book")], output);
    }
    let mut mint = Mint::new(clock::seed());
    let id = mint.record(kind).unwrap_or_default();
    let begin = |record: &mut Record| {
        complete(&desk.loaded.book, record);
        begin(&desk.loaded.book, record, clock::now(), desk.me);
    };
    let mut putting = Putting { reading: reading(desk), mint: &mut mint };
    let made = putting.put(&Record::empty(kind, id), settings, Some(&begin));
    let made = match (made, has_chosen_key(kind), key) {
        (Ok(made), false, None) => made,
        (made, false, Some(_)) => {
            let kind = ("kind", desk.texts.say(&format!("kind-{}", kind.key())).into());
            return refuse(&with(made, desk.texts.tell("error-id-is-made", &[kind])), output);
        }
        (made, true, key) => match (chosen_key(desk, kind, key, made.as_ref().ok()), made) {
            (Ok(id), Ok(made)) => with_id(&made, id),
            (Ok(_), Err(wrong)) => return refuse(&wrong, output),
            (Err(sentence), made) => return refuse(&with(made, sentence), output),
        },
        (Err(wrong), false, None) => return refuse(&wrong, output),
    };
    let made = match heard(desk, None, made, output) {
        Ok(made) => made,
        Err(wrong) => return refuse(&wrong, output),
    };
    let change = Change { before: None, after: Some(made) };
    carry_out(desk, &mut mint, &Doing::of("add", Act::Add, with_followers(desk, change)), output)
}

/// `edit ID|WORDS --field value…`.
pub(super) fn edit(desk: &Desk<'_>, words: &str, settings: &[Setting], output: &mut Output) -> Code {
    let before = match the_one(desk, words, output) {
        Ok(record) => record.to_owned(),
        Err(code) => return code,
    };
    let mut mint = Mint::new(clock::seed());
    let mut putting = Putting { reading: reading(desk), mint: &mut mint };
    let after = match putting.put(&before, settings, None) {
        Ok(after) => after,
        Err(wrong) => return refuse(&wrong, output),
    };
    let after = match heard(desk, Some(&before), after, output) {
        Ok(after) => after,
        Err(wrong) => return refuse(&wrong, output),
    };
    let change = Change { before: Some(before), after: Some(after) };
    carry_out(desk, &mut mint, &Doing::of("edit", Act::Edit, with_followers(desk, change)), output)
}

/// The record; a feedback on the questionnaire that goes without saying, its answers checked against it. What is odd
/// about one that is taken is told.
fn heard(desk: &Desk<'_>, before: Option<&Record>, made: Record, output: &Output) -> Result<Record, Vec<Safe>> {
    let Record::Feedback(mut form) = made else { return Ok(made) };
    let (book, showing) = (&desk.loaded.book, desk.showing());
    let before = if let Some(Record::Feedback(before)) = before { Some(before) } else { None };
    filled::complete(book, &mut form);
    filled::with_keys(showing, &mut form);
    let wrong: Vec<Safe> = filled::amiss(book, before, &form).iter().map(|it| it.sentence(showing)).collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    for noticed in filled::noticed(book, before, &form) {
        output.say(&noticed.sentence(showing));
    }
    Ok(Record::Feedback(form))
}

/// The change and what follows from it, as on the screen.
fn with_followers(desk: &Desk<'_>, change: Change) -> Vec<Change> {
    followed(&desk.loaded.book, vec![change], clock::today()).changes
}

/// `delete ID|WORDS`.
pub(super) fn delete(desk: &Desk<'_>, words: &str, output: &mut Output) -> Code {
    let record = match the_one(desk, words, output) {
        Ok(record) => record,
        Err(code) => return code,
    };
    if record.kind() == Kind::Book {
        return refuse(&[desk.texts.say("error-book-stays")], output);
    }
    let referring = desk.loaded.book.referring(&record.link()).len();
    let told = desk.texts.tell("deleted", &[("count", referring.into())]);
    let change = Change { before: Some(record.to_owned()), after: None };
    let doing = Doing { done: Some(told), ..Doing::of("delete", Act::Delete, vec![change]) };
    carry_out(desk, &mut Mint::new(clock::seed()), &doing, output)
}

/// `note WHO TEXT`.
pub(super) fn note(desk: &Desk<'_>, about: &str, text: &str, output: &mut Output) -> Code {
    let about = match the_one(desk, about, output) {
        Ok(record) => record.link(),
        Err(code) => return code,
    };
    let mut mint = Mint::new(clock::seed());
    let id = mint.record(Kind::Note).unwrap_or_default();
    let mut wrong = Vec::new();
    let mut note = Record::Note(Note { id, about: Some(about), ..Note::default() });
    for column in Kind::Note.columns().filter(|column| column.key == "text") {
        let value = reading(desk).value(&column.kind, text);
        let checked = value.and_then(|value| check(column, &value).map_or(Ok(value), Err));
        match checked.map(|value| note.set(column.key, value)) {
            Ok(Ok(())) => {}
            Ok(Err(invalid)) => wrong.push(desk.texts.say(invalid.text_id())),
            Err(trouble) => wrong.push(trouble.sentence(desk.texts)),
        }
    }
    if !wrong.is_empty() {
        return refuse(&wrong, output);
    }
    begin(&desk.loaded.book, &mut note, clock::now(), desk.me);
    let change = Change { before: None, after: Some(note) };
    carry_out(desk, &mut mint, &Doing::of("note", Act::Note, vec![change]), output)
}

/// `undo`: takes back the last change of one's own that was not taken back yet.
pub(super) fn undo(desk: &Desk<'_>, output: &mut Output) -> Code {
    turn(desk, Act::Undo, output)
}

/// `redo`: does again what was last taken back.
pub(super) fn redo(desk: &Desk<'_>, output: &mut Output) -> Code {
    turn(desk, Act::Redo, output)
}

fn turn(desk: &Desk<'_>, act: Act, output: &mut Output) -> Code {
    let (command, nothing, done) = match act {
        Act::Redo => ("redo", "nothing-to-redo", "redone"),
        _ => ("undo", "nothing-to-undo", "undone"),
    };
    let directory = match directory(desk, output) {
        Ok(directory) => directory,
        Err(code) => return code,
    };
    let mut mint = Mint::new(clock::seed());
    let mut past = History::remembered(directory.map(|directory| history(directory, desk.me)).unwrap_or_default());
    let (book, id, at) = (&desk.loaded.book, mint.row(), clock::now());
    let turn = if act == Act::Redo { past.redo(book, id, desk.me, at) } else { past.undo(book, id, desk.me, at) };
    let Some(Turn { what, group: Group { of, changes, .. }, conflicts }) = turn else {
        output.say(&desk.texts.say(nothing));
        return Code::Nothing;
    };
    let about = desk.showing().changes(&what.changes);
    let places = [("act", desk.texts.choice("act", what.act.key()).into()), ("what", about.into())];
    let doing = Doing { command, act, of, changes, conflicts, done: Some(desk.texts.tell(done, &places)) };
    carry_out(desk, &mut mint, &doing, output)
}

fn reading<'a>(desk: &'a Desk<'_>) -> Reading<'a> {
    let (book, finder, texts) = (&desk.loaded.book, &desk.finder, desk.texts);
    Reading { book, finder, texts, today: clock::today(), tense: Tense::Ahead, season: desk.showing().season }
}

/// Tells all that is wrong.
fn refuse(wrong: &[Safe], output: &Output) -> Code {
    for sentence in wrong {
        output.say(sentence);
    }
    Code::Usage
}

/// What is wrong with a record, and one thing more.
fn with(made: Result<Record, Vec<Safe>>, sentence: Safe) -> Vec<Safe> {
    let mut wrong = made.err().unwrap_or_default();
    wrong.push(sentence);
    wrong
}

/// The key of a record whose key people choose: as given, else made from its name.
fn chosen_key(desk: &Desk<'_>, kind: Kind, key: Option<&str>, made: Option<&Record>) -> Result<Id, Safe> {
    let is_taken = |id: &Id| desk.loaded.book.place(&Link::new(kind, id.clone())).is_some();
    let is_code = |key: &str| key.len() == 3 && key.bytes().all(|byte| byte.is_ascii_digit());
    match key {
        _ if kind == Kind::Municipality && !key.is_some_and(is_code) => Err(desk.texts.say("error-municipality-code")),
        Some(key) => {
            let id = Id::parse(key).map_err(|invalid| {
                let places =
                    [("option", Safe::own("--id").into()), ("sentence", desk.texts.say(invalid.text_id()).into())];
                desk.texts.tell("error-of-option", &places)
            })?;
            if is_taken(&id) {
                return Err(desk.texts.tell("error-id-taken", &[("id", Safe::line(key).into())]));
            }
            Ok(id)
        }
        None => {
            let name = match made.and_then(|made| made.as_ref().field("name")) {
                Some((_, Value::Text(name))) => name,
                Some((_, Value::Words(words))) => words.given().next().cloned().unwrap_or_default(),
                // That the name is missing is told elsewhere.
                _ => return Ok(Id::default()),
            };
            key_from_name(&name, is_taken).ok_or_else(|| desk.texts.say("error-id-needed"))
        }
    }
}

/// The same record under another id.
fn with_id(record: &Record, id: Id) -> Record {
    let mut named = Record::empty(record.as_ref().kind(), id);
    for (column, value) in record.as_ref().fields() {
        // It held this before.
        let _ = named.set(column.key, value);
    }
    named
}
