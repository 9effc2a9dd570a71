//! `today`: what needs a hand, most urgent first, as on the screen. Half-filled forms are the screen's own.

use serde_json::{Value, json};

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;
use crate::cards::concerns::{figures, heading, what, why};
use crate::planning::figures::{Glance, glance};
use crate::planning::today::{Concern, Group, concerns};
use crate::store::Problem;
use crate::text::Safe;

pub(super) fn today(desk: &Desk<'_>, showing: Showing<'_>, mine: bool, output: &mut Output) -> Code {
    if mine && desk.me.is_none() {
        output.say(&desk.texts.say("today-who-file"));
        return Code::Usage;
    }
    let found = concerns(showing, desk.me.filter(|_| mine));
    let problems = &desk.loaded.problems;
    let glance = showing.season.map(|season| glance(showing.book, season, showing.today));
    if desk.json {
        let own = found.iter().map(|concern| as_json(showing, concern));
        let all = own.chain(problems.iter().map(|problem| problem_as_json(showing, problem))).collect();
        output.json_parts("today", [("figures", figures_as_json(showing, glance.as_ref())), ("concerns", all)]);
    } else {
        output.say(&glance.map_or_else(|| desk.texts.say("no-season"), |glance| figures(showing, &glance)));
        let (before, behind) = found.split_at(found.partition_point(|concern| concern.group < Group::Problems));
        let problems = problems.iter().map(|problem| problem_row(showing, problem));
        let rows = before.iter().map(|concern| row(showing, concern)).chain(problems);
        output.rows(&rows.chain(behind.iter().map(|concern| row(showing, concern))).collect::<Vec<_>>());
    }
    if found.is_empty() && desk.loaded.problems.is_empty() {
        output.say(&desk.texts.say("today-nothing"));
        return Code::Nothing;
    }
    Code::Ok
}

/// So many cells of names, where a line is as long as it is.
const NAMES: usize = 1_000;

fn row(showing: Showing<'_>, concern: &Concern) -> Vec<Safe> {
    vec![
        heading(showing, concern.group, Some(concern)),
        concern.day.map(|day| showing.texts.date(day)).unwrap_or_default(),
        what(showing, concern, NAMES),
        why(showing, concern),
        Safe::line(&concern.about.to_string()),
    ]
}

fn problem_row(showing: Showing<'_>, problem: &Problem) -> Vec<Safe> {
    let texts = showing.texts;
    let heading = texts.say(Group::Problems.text_id());
    vec![heading, Safe::default(), problem.place(), problem.sentence(texts), Safe::default()]
}

fn as_json(showing: Showing<'_>, concern: &Concern) -> Value {
    json!({
        "group": concern.group.key(),
        "about": concern.about.to_string(),
        "day": concern.day.map(|day| day.to_string()),
        "what": what(showing, concern, NAMES).as_str(),
        "why": why(showing, concern).as_str(),
    })
}

fn problem_as_json(showing: Showing<'_>, problem: &Problem) -> Value {
    json!({
        "group": Group::Problems.key(),
        "about": null,
        "day": null,
        "what": problem.place().as_str(),
        "why": problem.sentence(showing.texts).as_str(),
    })
}

fn figures_as_json(showing: Showing<'_>, glance: Option<&Glance>) -> Value {
    let Some(glance) = glance else { return Value::Null };
    json!({
        "season": showing.season.map(|season| season.id.as_str()),
        "targets": glance.targets,
        "reached": glance.reached,
        "as_far_as_known": glance.as_far_as_known,
        "asked": glance.asked,
        "answers": { "given": glance.answers.given, "expected": glance.answers.expected },
        "overdue": glance.overdue,
    })
}
