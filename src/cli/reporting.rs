//! `report` and `handover`: the season told to whoever pays for it, and work told or given to whoever takes it over.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::output::Output;
use super::papers::{Out, put_out, put_paper};
use super::planning::season;
use super::saving::{Doing, carry_out};
use super::show::{is_named, shown_one_of, the_one_of};
use super::{Code, Desk, clock};
use crate::cards::passing;
use crate::domain::{Act, Choice, FieldKind, Goal, Id, Kind, Link, Mint, Person};
use crate::entry::{Reading, Tense};
use crate::planning::figures::season::{Amount, Counted, Group, Period};
use crate::planning::handing::{Handed, handing_over};
use crate::planning::tutors::has_left;
use crate::report::Paper;
use crate::report::season::{Line, Report, Reported, amount, group_key};
use crate::store::drafts::Drafts;
use crate::text::Safe;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reporting {
    Report {
        /// The season's key or name; the one at hand where neither it nor a day is named.
        season: Option<String>,
        from: Option<String>,
        until: Option<String>,
        /// Whether people are named.
        names: bool,
        out: Out,
    },
    Handover(HandingOver),
}

/// Whose work is told of, and to whom it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HandingOver {
    pub(super) who: String,
    pub(super) to: Option<String>,
    pub(super) out: Out,
}

/// The words for oneself.
const ME: [&str; 5] = ["me", "minä", "minun", "jag", "mig"];

pub(super) fn answer(desk: &mut Desk<'_>, asked: &Reporting, output: &mut Output) -> Code {
    let ended = match asked {
        Reporting::Report { season, from, until, names, out } => {
            report(desk, (season.as_deref(), from.as_deref(), until.as_deref()), *names, out, output)
        }
        Reporting::Handover(asked) => match &asked.to {
            Some(to) => hand_over(desk, asked, to, output),
            None => sheet(desk, asked, output),
        },
    };
    ended.unwrap_or_else(|code| code)
}

fn report(
    desk: &Desk<'_>,
    asked: (Option<&str>, Option<&str>, Option<&str>),
    names: bool,
    out: &Out,
    output: &mut Output,
) -> Result<Code, Code> {
    let on = reported(desk, asked, output)?;
    let showing = desk.showing();
    let Some(period) = on.period(showing) else { return Ok(Code::Nothing) };
    let report = Report::new(showing, period, names);
    if desk.json && out.file.is_none() {
        let lines = report.lines.iter().flat_map(|line| figures(desk, line)).collect();
        output.json_parts("report", [("period", as_json(&period)), ("figures", Value::Array(lines))]);
        return Ok(Code::Ok);
    }
    Ok(put_out(desk, "report", &report.written(), out, output))
}

/// The season, or the days; a day that is not named is the season's, and without a season today.
fn reported(
    desk: &Desk<'_>,
    (named, from, until): (Option<&str>, Option<&str>, Option<&str>),
    output: &mut Output,
) -> Result<Reported, Code> {
    if from.is_none() && until.is_none() {
        return Ok(Reported::Season(season(desk, named, output)?.id.clone()));
    }
    let [from, until] = [day(desk, "--from", from, output)?, day(desk, "--to", until, output)?];
    let own = if named.is_some() { Some(season(desk, named, output)?) } else { None };
    let first = from.or_else(|| own.and_then(|season| season.starts));
    let last = until.or_else(|| own.and_then(|season| season.ends)).unwrap_or_else(clock::today);
    let Some(first) = first else {
        output.say(&desk.texts.tell("error-missing-argument", &[("argument", Safe::own("--from").into())]));
        return Err(Code::Usage);
    };
    if last < first && until.is_none() && own.is_none() {
        // Nobody typed the day it ends on.
        let days = [("from", desk.texts.date(first).into()), ("today", desk.texts.date(last).into())];
        output.say(&desk.texts.tell("error-report-ahead", &days));
        return Err(Code::Usage);
    }
    if last < first {
        let days = [("from", desk.texts.date(first).into()), ("until", desk.texts.date(last).into())];
        output.say(&desk.texts.tell("error-report-days", &days));
        return Err(Code::Usage);
    }
    Ok(Reported::Days(first, last))
}

fn day(desk: &Desk<'_>, option: &'static str, text: Option<&str>, output: &Output) -> Result<Option<Date>, Code> {
    let (book, finder, texts) = (&desk.loaded.book, &desk.finder, desk.texts);
    let reading = Reading { book, finder, texts, today: clock::today(), tense: Tense::Past, season: None };
    match reading.value(&FieldKind::Date, text.unwrap_or_default()) {
        Ok(crate::domain::Value::Date(day)) => Ok(Some(day)),
        Ok(_) => Ok(None),
        Err(trouble) => {
            let places = [("option", Safe::own(option).into()), ("sentence", trouble.sentence(texts).into())];
            output.say(&texts.tell("error-of-option", &places));
            Err(Code::Usage)
        }
    }
}

fn as_json(period: &Period<'_>) -> Value {
    json!({
        "season": period.season.map(|season| season.id.as_str()),
        "first": period.first.to_string(),
        "last": period.last.to_string(),
    })
}

/// A figure and its groups, each with what it counted before.
fn figures(desk: &Desk<'_>, line: &Line) -> Vec<Value> {
    let figure = line.figure;
    let one = |(group, counted): &(Group, Counted)| {
        let (by, key) = group_key(group);
        let before = line.before(group).map(|before| number(&before));
        json!({
            "goal": figure.goal.map_or("feedback", Goal::key),
            "figure": figure.key,
            "name": desk.texts.say(figure.name).as_str(),
            "group": { "by": by, "key": key },
            "now": number(counted),
            "before": before,
            "definition": desk.texts.say(figure.definition).as_str(),
        })
    };
    line.now.iter().map(one).collect()
}

fn number(counted: &Counted) -> Value {
    let unit = match counted.amount {
        Amount::Minutes(_) => "minutes",
        Amount::Score(_) => "score",
        _ => "count",
    };
    json!({
        "value": amount(counted),
        "unit": unit,
        "of": counted.of,
        "n": counted.n,
        "at_least": counted.at_least,
        "forms": counted.forms,
        "as_far_as_known": counted.as_far_as_known,
        "too_few": counted.amount == Amount::Few,
    })
}

/// The one who uses the program, where that is who is meant.
fn me(desk: &Desk<'_>, words: &str, output: &Output) -> Result<Option<Id>, Code> {
    if !ME.contains(&words.trim().to_lowercase().as_str()) {
        return Ok(None);
    }
    let known = desk.me.filter(|id| desk.loaded.book.get::<Person>(id).is_some());
    known.cloned().map(Some).ok_or_else(|| {
        output.say(&desk.texts.say("handover-no-me"));
        Code::Usage
    })
}

/// The sheet of a person or a municipality.
fn sheet(desk: &Desk<'_>, asked: &HandingOver, output: &mut Output) -> Result<Code, Code> {
    let link = match me(desk, &asked.who, output)? {
        Some(id) => Link::new(Kind::Person, id),
        None => shown_one_of(desk, &[Kind::Person, Kind::Municipality], &asked.who, output)?.link(),
    };
    Ok(put_paper(desk, desk.showing(), "handover", &Paper::Handover(link), &asked.out, output))
}

fn person(desk: &Desk<'_>, words: &str, output: &mut Output) -> Result<Id, Code> {
    match me(desk, words, output)? {
        Some(id) => Ok(id),
        None => Ok(the_one_of(desk, &[Kind::Person], words, output)?.id().clone()),
    }
}

/// Work goes from one person to another: says so where a municipality is named, and where no person can be meant.
fn only_people(desk: &Desk<'_>, words: &str, output: &Output) -> Result<(), Code> {
    if ME.contains(&words.trim().to_lowercase().as_str()) || is_named(desk, &[Kind::Person], words) {
        return Ok(());
    }
    if !is_named(desk, &[Kind::Municipality, Kind::Organisation], words) {
        return Ok(());
    }
    output.say(&desk.texts.tell("handover-not-people", &[("name", Safe::line(words).into())]));
    Err(Code::Usage)
}

/// What is open goes from one to the other.
fn hand_over(desk: &Desk<'_>, asked: &HandingOver, to: &str, output: &mut Output) -> Result<Code, Code> {
    only_people(desk, &asked.who, output)?;
    only_people(desk, to, output)?;
    let (from, to) = (person(desk, &asked.who, output)?, person(desk, to, output)?);
    let handed = handing_over(&desk.loaded.book, &from, &to).map_err(|refused| {
        output.say(&desk.texts.say(refused.text_id()));
        Code::Usage
    })?;
    if desk.loaded.book.get::<Person>(&to).is_some_and(|person| has_left(person, clock::today())) {
        let name = desk.showing().id(Kind::Person, Some(&to));
        output.say(&desk.texts.tell("handover-to-left", &[("name", name.into())]));
    }
    let done = if desk.dry_run { "handover-would" } else { "handover-done" };
    let sentence = passing::handed(desk.showing(), done, (&from, &to), &handed);
    let after = stays(desk, &from, &handed);
    if desk.dry_run || handed.changes.is_empty() {
        output.say(&sentence);
    }
    let mut mint = Mint::new(clock::seed());
    let doing = Doing { done: Some(sentence), ..Doing::of("handover", Act::Handover, handed.changes) };
    let code = if doing.changes.is_empty() { Code::Nothing } else { carry_out(desk, &mut mint, &doing, output) };
    for sentence in after {
        output.say(&sentence);
    }
    Ok(code)
}

/// What does not go by itself: what was agreed with the person, and what they typed and never finished.
fn stays(desk: &Desk<'_>, from: &Id, handed: &Handed) -> Vec<Safe> {
    let mut sentences = Vec::new();
    if !handed.stays.is_empty() {
        let titles = handed.stays.iter().map(|link| desk.showing().link(link));
        let titles = Safe::join(titles, &Safe::own(", "));
        sentences.push(desk.texts.tell("handover-stays", &[("what", titles.into())]));
    }
    let drafts = desk.paths.map_or(0, |paths| Drafts::new(&paths.state).found().len());
    if drafts > 0 && desk.me == Some(from) {
        sentences.push(desk.texts.tell("handover-drafts", &[("count", drafts.into())]));
    }
    sentences
}
