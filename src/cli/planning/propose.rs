//! `plan propose`: who could coach whom and when for the rest of the season; put into the book where that is asked
//! for.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::super::output::Output;
use super::super::saving::{Doing, carry_out};
use super::super::{Code, Desk, clock};
use crate::book::Change;
use crate::book::round::round_title;
use crate::book::show::Showing;
use crate::domain::{Act, Id, Kind, Mint, Record, Season};
use crate::planning::following::followed;
use crate::planning::season::{Blocked, Line, Plan, changes, propose as plan, week_number};
use crate::planning::tutors::Tutor;
use crate::text::Safe;

pub(super) fn propose(
    desk: &Desk<'_>,
    showing: Showing<'_>,
    season: &Season,
    accept: bool,
    output: &mut Output,
) -> Code {
    let plan = plan(showing.book, season, showing.today);
    if accept && !plan.lines.is_empty() {
        return take(desk, showing, season, &plan, output);
    }
    if desk.json {
        print_json(showing, season, &plan, output);
    } else {
        print(showing, season, &plan, output);
    }
    output.say(&summary(showing, season, &plan));
    if plan.lines.is_empty() { Code::Nothing } else { Code::Ok }
}

/// Puts the plan into the book; who cannot be placed is told beside it.
fn take(desk: &Desk<'_>, showing: Showing<'_>, season: &Season, plan: &Plan, output: &mut Output) -> Code {
    for blocked in &plan.blocked {
        let name = showing.id(Kind::Municipality, Some(&blocked.municipality));
        let places = [("name", name.into()), ("why", blocked.rule.sentence(showing, season).into())];
        output.say(&showing.texts.tell("propose-blocked", &places));
    }
    let mut mint = Mint::new(clock::seed());
    let mut changes = changes(showing.book, season, &plan.lines);
    for change in &mut changes {
        if let Some(after) = change.after.as_mut().filter(|after| after.as_ref().id().is_empty())
            && let Some(id) = mint.record(Kind::Coaching)
        {
            after.give_id(id);
        }
    }
    let changes: Vec<Change> = followed(showing.book, changes, showing.today).changes;
    let is_coaching = |change: &&Change| matches!(change.after, Some(Record::Coaching(_)));
    let count = changes.iter().filter(is_coaching).count();
    let done = showing.texts.tell("propose-done", &[("count", count.into())]);
    carry_out(desk, &mut mint, &Doing { done: Some(done), ..Doing::of("plan", Act::Plan, changes) }, output)
}

/// How many are placed and how many are not.
fn summary(showing: Showing<'_>, season: &Season, plan: &Plan) -> Safe {
    let texts = showing.texts;
    let name = || ("season", Safe::line(&season.name).into());
    let mut words = match (plan.lines.len(), plan.blocked.len()) {
        (0, 0) => texts.tell("propose-nothing", &[name()]),
        (placed, blocked) => {
            texts.tell("propose-sums", &[name(), ("placed", placed.into()), ("blocked", blocked.into())])
        }
    };
    let has_lines = !plan.lines.is_empty();
    for (holds, remark) in [(plan.is_proven, "propose-unproven"), (plan.is_dated, "propose-undated")] {
        if has_lines && !holds {
            words.push(&Safe::own(" "));
            words.push(&texts.say(remark));
        }
    }
    words
}

fn print(showing: Showing<'_>, season: &Season, plan: &Plan, output: &mut Output) {
    let texts = showing.texts;
    let named = |id: &Id| [Safe::line(id.as_str()), showing.id(Kind::Municipality, Some(id))];
    let mut taken: HashMap<&Tutor, u32> = HashMap::new();
    let mut rows = Vec::new();
    for line in &plan.lines {
        let more = taken.entry(&line.tutor).or_default();
        *more += u32::from(line.adds);
        let after = line.before.coachings.saturating_add(*more);
        let load = line.before.ceiling.map_or_else(|| after.to_string(), |ceiling| format!("{after}/{ceiling}"));
        let week = ("week", week_number(line.week).into());
        let round = line.round.as_ref().map(|id| round_title(showing.book, id.as_str(), Some(season), texts));
        let reasons = Safe::join(line.reasons.iter().map(|reason| reason.words(showing)), &Safe::own(", "));
        let cells = [
            texts.tell("propose-week", &[week, ("day", texts.date(line.week).into())]),
            round.unwrap_or_default(),
            showing.link(&line.tutor.link()),
            Safe::line(&load),
            reasons,
        ];
        rows.push(named(&line.municipality).into_iter().chain(cells).collect());
    }
    let empty = std::iter::repeat_n(Safe::default(), 4);
    for blocked in &plan.blocked {
        let why = blocked.rule.sentence(showing, season);
        rows.push(named(&blocked.municipality).into_iter().chain(empty.clone()).chain([why]).collect());
    }
    output.rows(&rows);
}

fn print_json(showing: Showing<'_>, season: &Season, plan: &Plan, output: &mut Output) {
    let id = |id: &Option<Id>| id.as_ref().map(Id::to_string);
    let name = |of: &Id| showing.id(Kind::Municipality, Some(of)).to_string();
    let line = |line: &Line| {
        let reasons: Vec<String> = line.reasons.iter().map(|reason| reason.words(showing).to_string()).collect();
        json!({
            "municipality": line.municipality.as_str(),
            "name": name(&line.municipality),
            "coaching": id(&line.coaching),
            "tutor": line.tutor.link().to_string(),
            "tutor_name": showing.link(&line.tutor.link()).as_str(),
            "keeps_tutors": line.keeps_tutors,
            "round": id(&line.round),
            "week": line.week.to_string(),
            "reasons": reasons,
        })
    };
    let blocked = |blocked: &Blocked| {
        json!({
            "municipality": blocked.municipality.as_str(),
            "name": name(&blocked.municipality),
            "coaching": id(&blocked.coaching),
            "rule": blocked.rule.key(),
            "why": blocked.rule.sentence(showing, season).as_str(),
        })
    };
    let lines: Value = plan.lines.iter().map(line).collect();
    let blocked: Value = plan.blocked.iter().map(blocked).collect();
    let parts = [
        ("season", json!(season.id.as_str())),
        ("lines", lines),
        ("blocked", blocked),
        ("proven", json!(plan.is_proven)),
    ];
    output.json_parts("plan", parts);
}
