//! `move`, `merge`, `next-season`: what time brings, each as one change.

use ecow::EcoString;
use jiff::civil::Date;

use super::output::Output;
use super::saving::{Doing, carry_out};
use super::show::the_one_of;
use super::{Code, Desk, clock};
use crate::book::Change;
use crate::cards::passing;
use crate::domain::{Act, FieldKind, IN_BOTH, Id, Kind, Mint, RecordRef, Role, Season, Value, Words};
use crate::entry::{Reading, Tense, give_ids, key_of};
use crate::planning::merger::{Counts, Merged, Merging, merged, usual_day};
use crate::planning::moving::{Moving, moved};
use crate::planning::next_season::{Along, Begun, NewSeason, begun, guess, open_actions, tutors};
use crate::text::Safe;

/// Where somebody goes, as it was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Going {
    pub(super) person: String,
    pub(super) to: String,
    pub(super) title: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) on: Option<String>,
}

/// What is said of the next season, as it was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Following {
    pub(super) name: Option<String>,
    pub(super) key: Option<String>,
    pub(super) starts: Option<String>,
    pub(super) ends: Option<String>,
    pub(super) without: Vec<String>,
}

/// The words before the municipality that ends, before the one it becomes part of, and before the day.
const WHICH: [&str; 3] = ["municipality", "kunta", "kommun"];
const INTO: [&str; 3] = ["into", "kuntaan", "till"];
const FROM_ON: [&str; 3] = ["on", "alkaen", "från"];

/// `move PERSON --to PLACE`.
pub(super) fn go(desk: &mut Desk<'_>, going: &Going, output: &mut Output) -> Code {
    let moving = match read_going(desk, going, output) {
        Ok(moving) => moving,
        Err(code) => return code,
    };
    match moved(&desk.loaded.book, &moving, clock::today()) {
        Ok(moved) => {
            let done = passing::moved(desk.showing(), &moving, &moved);
            carry(desk, ("move", Act::Move), vec![moved.change], done, output)
        }
        Err(stays) => refuse(&stays.sentence(desk.showing()), output),
    }
}

fn read_going(desk: &Desk<'_>, going: &Going, output: &mut Output) -> Result<Moving, Code> {
    let person = the_one_of(desk, &[Kind::Person], &going.person, output)?.id().clone();
    let to = the_one_of(desk, &[Kind::Municipality, Kind::Organisation], &going.to, output)?.link();
    let title = match read(desk, &IN_BOTH, "--title", going.title.as_deref(), output)? {
        Value::Words(words) => words,
        _ => Words::default(),
    };
    let unit = match read(desk, &FieldKind::Line, "--unit", going.unit.as_deref(), output)? {
        Value::Text(unit) => unit,
        _ => EcoString::new(),
    };
    let on = day(desk, "--on", going.on.as_deref(), output)?.unwrap_or_else(clock::today);
    Ok(Moving { person, to, title, unit, on })
}

/// `merge municipality A into B on DAY`.
pub(super) fn merge(desk: &mut Desk<'_>, words: &[String], output: &mut Output) -> Code {
    let merging = match read_merging(desk, words, output) {
        Ok(merging) => merging,
        Err(code) => return code,
    };
    match merged(&desk.loaded.book, &merging, clock::today()) {
        Ok(merged) => {
            let done = what_merges(desk, &merging, &merged);
            carry(desk, ("merge", Act::Merge), merged.changes, done, output)
        }
        Err(why) => refuse(&why.sentence(desk.showing()), output),
    }
}

/// Which municipality merges, what moves and what stays.
fn what_merges(desk: &Desk<'_>, merging: &Merging, merged: &Merged) -> Safe {
    let name = |id: &Id| desk.showing().id(Kind::Municipality, Some(id)).into();
    let what = |counts: &Counts| {
        let counts = passing::counts(desk.texts, counts);
        if counts.is_empty() { desk.texts.say("merge-none") } else { counts }.into()
    };
    let moves = desk.texts.tell("merge-moves", &[("into", name(&merging.into)), ("what", what(&merged.moves))]);
    let stays = desk.texts.tell("merge-stays", &[("name", name(&merging.from)), ("what", what(&merged.stays))]);
    let days = passing::merging_days(desk.showing(), merging);
    let sentences = [passing::merging(desk.showing(), merging), moves, stays].into_iter().chain(days);
    Safe::join(sentences, &Safe::own(" "))
}

fn read_merging(desk: &Desk<'_>, words: &[String], output: &mut Output) -> Result<Merging, Code> {
    let Some((from, into, on)) = merging_of(words) else {
        return Err(refuse(&desk.texts.say("error-merge-words"), output));
    };
    let from = the_one_of(desk, &[Kind::Municipality], &from, output)?.id().clone();
    let into = the_one_of(desk, &[Kind::Municipality], &into, output)?.id().clone();
    let on = day(desk, "on", on.as_deref(), output)?.unwrap_or_else(|| usual_day(clock::today()));
    Ok(Merging { from, into, on })
}

/// The two municipalities and the day of a sentence; nothing where it is none.
fn merging_of(words: &[String]) -> Option<(String, String, Option<String>)> {
    let is = |list: [&str; 3], word: &String| list.contains(&word.to_lowercase().as_str());
    let rest = if words.first().is_some_and(|word| is(WHICH, word)) { words.get(1..)? } else { words };
    let at = rest.iter().position(|word| is(INTO, word))?;
    let (from, into) = (rest.get(..at)?, rest.get(at + 1..)?);
    let end = into.iter().rposition(|word| is(FROM_ON, word));
    let on = end.and_then(|end| into.get(end + 1..)).map(|day| day.join(" "));
    let into = into.get(..end.unwrap_or(into.len()))?;
    (!from.is_empty() && !into.is_empty()).then(|| (from.join(" "), into.join(" "), on))
}

/// `next-season`.
pub(super) fn next_season(desk: &mut Desk<'_>, following: &Following, output: &mut Output) -> Code {
    match read_beginning(desk, following, output) {
        Ok((begun, done)) => carry(desk, ("next-season", Act::NextSeason), begun.changes, done, output),
        Err(code) => code,
    }
}

/// What the season begins with, and that in words. Every tutor goes on who has not left and is not left out.
fn read_beginning(desk: &Desk<'_>, following: &Following, output: &mut Output) -> Result<(Begun, Safe), Code> {
    let showing = desk.showing();
    let last = showing.season.ok_or_else(|| refuse(&desk.texts.say("no-season"), output))?;
    let new = read_season(desk, last, following, output)?;
    let without = without(desk, last, &following.without, output)?;
    let along = tutors(showing.book, last, new.starts).into_iter().map(|tutor| {
        let stays_out = tutor.left.is_some() || without.contains(&tutor.person.id);
        (tutor.person.id.clone(), if stays_out { Along::No } else { Along::Yes })
    });
    let along: Vec<(Id, Along)> = along.collect();
    let begun = begun(showing.book, &new, &along).map_err(|why| refuse(&why.sentence(showing), output))?;
    let mut done = passing::begun(showing, &new, &begun);
    let open = open_actions(showing.book);
    if open > 0 {
        done.push(&Safe::own(" "));
        done.push(&desk.texts.tell("next-season-actions", &[("count", open.into())]));
    }
    Ok((begun, done))
}

fn read_season(desk: &Desk<'_>, last: &Season, asked: &Following, output: &Output) -> Result<NewSeason, Code> {
    let starts = day(desk, "--starts", asked.starts.as_deref(), output)?;
    let ends = day(desk, "--ends", asked.ends.as_deref(), output)?;
    let guess = guess(last, starts, ends);
    let missing = |option: &'static str| {
        refuse(&desk.texts.tell("error-missing-argument", &[("argument", Safe::own(option).into())]), output)
    };
    let starts = guess.starts.ok_or_else(|| missing("--starts"))?;
    let ends = guess.ends.ok_or_else(|| missing("--ends"))?;
    let name = match read(desk, &FieldKind::Line, "--name", asked.name.as_deref(), output)? {
        Value::Text(name) => name,
        _ => guess.name,
    };
    let key = match (&asked.key, &asked.name) {
        (Some(key), _) => Id::parse(key).map_err(|invalid| desk.texts.say(invalid.text_id())),
        // Who gives a name means it.
        (None, Some(_)) => key_of(&name).ok_or_else(|| desk.texts.say("error-id-needed")),
        (None, None) => Id::parse(&guess.key).map_err(|invalid| desk.texts.say(invalid.text_id())),
    };
    let key = key.map_err(|sentence| refuse(&of_option(desk, "--key", sentence), output))?;
    Ok(NewSeason { after: last.id.clone(), key, name, starts, ends })
}

/// The tutors who do not go on.
fn without(desk: &Desk<'_>, last: &Season, names: &[String], output: &mut Output) -> Result<Vec<Id>, Code> {
    let mut without = Vec::new();
    for name in names {
        let record = the_one_of(desk, &[Kind::Person], name, output)?;
        let is_tutor = matches!(record, RecordRef::Person(person) if person.has_role(&last.id, Role::Tutor));
        if !is_tutor {
            let places = [("name", desk.showing().title(record).into()), ("season", Safe::line(&last.name).into())];
            return Err(refuse(&desk.texts.tell("error-not-a-tutor", &places), output));
        }
        without.push(record.id().clone());
    }
    Ok(without)
}

fn read(desk: &Desk<'_>, kind: &FieldKind, option: &str, text: Option<&str>, output: &Output) -> Result<Value, Code> {
    let (book, finder, texts) = (&desk.loaded.book, &desk.finder, desk.texts);
    let reading = Reading { book, finder, texts, today: clock::today(), tense: Tense::Ahead, season: None };
    let value = reading.value(kind, text.unwrap_or_default());
    value.map_err(|trouble| refuse(&of_option(desk, option, trouble.sentence(texts)), output))
}

fn day(desk: &Desk<'_>, option: &str, text: Option<&str>, output: &Output) -> Result<Option<Date>, Code> {
    let value = read(desk, &FieldKind::Date, option, text, output)?;
    Ok(if let Value::Date(day) = value { Some(day) } else { None })
}

fn of_option(desk: &Desk<'_>, option: &str, sentence: Safe) -> Safe {
    desk.texts.tell("error-of-option", &[("option", Safe::line(option).into()), ("sentence", sentence.into())])
}

fn refuse(sentence: &Safe, output: &Output) -> Code {
    output.say(sentence);
    Code::Usage
}

/// Carries changes out. They are put into the book at hand first, so that what is shown of them can name what they
/// make: a season that is new is no record that was deleted.
fn carry(
    desk: &mut Desk<'_>,
    (command, act): (&'static str, Act),
    changes: Vec<Change>,
    done: Safe,
    output: &mut Output,
) -> Code {
    let mut mint = Mint::new(clock::seed());
    let changes: Vec<Change> = changes.into_iter().map(|change| with_ids(&mut mint, change)).collect();
    for change in &changes {
        desk.loaded.book.apply(change);
    }
    if desk.dry_run {
        output.say(&done);
    }
    let doing = Doing { done: Some(done), ..Doing::of(command, act, changes) };
    carry_out(desk, &mut mint, &doing, output)
}

/// The change with ids for what is new in it: the record, and its rows.
fn with_ids(mint: &mut Mint, change: Change) -> Change {
    let Some(mut record) = change.after else { return change };
    if record.as_ref().id().is_empty()
        && let Some(id) = mint.record(record.as_ref().kind())
    {
        record.give_id(id);
    }
    for (column, mut value) in record.as_ref().fields() {
        if let Value::Rows(_) = value {
            give_ids(&column.kind, &mut value, mint);
            // What was read from the record fits it.
            let _fits = record.set(column.key, value);
        }
    }
    Change { after: Some(record), ..change }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, from: &str, into: &str, on: Option<&str>) {
        let words: Vec<String> = sentence.split_whitespace().map(str::to_owned).collect();
        let expected = Some((from.to_owned(), into.to_owned(), on.map(str::to_owned)));
        assert_eq!(merging_of(&words), expected, "{sentence}");
    }

    #[test]
    fn a_merger_is_said_in_a_sentence() {
        check("municipality Pornainen into Porvoo on 1.1.2027", "Pornainen", "Porvoo", Some("1.1.2027"));
        check("kunta Pornainen kuntaan Porvoo alkaen 1.1.2027", "Pornainen", "Porvoo", Some("1.1.2027"));
        check("kommun Borgnäs till Borgå från 1.1.2027", "Borgnäs", "Borgå", Some("1.1.2027"));
        check("Pornainen into Porvoo", "Pornainen", "Porvoo", None);
        check("611 into 638 on ti vk 1", "611", "638", Some("ti vk 1"));
        for odd in ["municipality Pornainen", "into Porvoo", "Pornainen into", "municipality into on 1.1.", ""] {
            let words: Vec<String> = odd.split_whitespace().map(str::to_owned).collect();
            assert_eq!(merging_of(&words), None, "{odd}");
        }
    }
}
