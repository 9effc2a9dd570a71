//! `coverage`: where every municipality of the season stands, the oldest gap first.

use serde_json::{Value, json};

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::{Choice, Coaching, CoachingStatus, Id, Kind, Season, Session};
use crate::planning::coverage::{Stage, Standing, Sums, coverage as found, sums};
use crate::planning::figures::reach;
use crate::text::Safe;

pub(super) fn coverage(desk: &Desk<'_>, showing: Showing<'_>, season: &Season, output: &mut Output) -> Code {
    let standings = found(showing.book, season, showing.today);
    let as_far_as_known = reach(showing.book, season).as_far_as_known;
    let sums = sums(&standings);
    if desk.json {
        let municipalities = standings.iter().map(|standing| as_json(showing, standing)).collect();
        let figures = figures(season, sums, as_far_as_known);
        output.json_parts("coverage", [("figures", figures), ("municipalities", municipalities)]);
    } else {
        output.rows(&standings.iter().map(|standing| row(showing, standing, as_far_as_known)).collect::<Vec<_>>());
    }
    if standings.is_empty() {
        output.say(&desk.texts.say("coverage-none"));
        return Code::Nothing;
    }
    if !desk.json {
        output.say(&header(showing, season, sums));
    }
    Code::Ok
}

/// The season's figures in one line.
fn header(showing: Showing<'_>, season: &Season, sums: Sums) -> Safe {
    let places = [
        ("season", Safe::line(&season.name).into()),
        ("targets", sums.targets.into()),
        ("reached", sums.reached.into()),
        ("way", sums.on_the_way.into()),
        ("left", sums.to_go.into()),
    ];
    showing.texts.tell("coverage-sums", &places)
}

fn row(showing: Showing<'_>, standing: &Standing, as_far_as_known: bool) -> Vec<Safe> {
    let texts = showing.texts;
    let last = match &standing.last_reached {
        None if as_far_as_known => texts.say("coverage-never-known"),
        None => texts.say("coverage-never"),
        Some(last) => last.day.map_or_else(|| showing.id(Kind::Season, Some(&last.season)), |day| texts.date(day)),
    };
    let next = standing.next.as_ref().and_then(|id| showing.book.get::<Session>(id)).and_then(|session| session.date);
    let next = next.map(|day| texts.tell("coverage-next", &[("day", texts.date(day).into())])).unwrap_or_default();
    let feedback = match standing.feedback.expected {
        0 => Safe::default(),
        expected => Safe::line(&format!("{}/{expected}", standing.feedback.given)),
    };
    vec![
        Safe::line(standing.municipality.as_str()),
        showing.id(Kind::Municipality, Some(&standing.municipality)),
        stage(showing, standing),
        last,
        next,
        feedback,
    ]
}

/// The stage in words; of what came to nothing the coaching's own status, of who opted out the day.
fn stage(showing: Showing<'_>, standing: &Standing) -> Safe {
    let texts = showing.texts;
    let coaching = standing.coaching.as_ref().and_then(|id| showing.book.get::<Coaching>(id));
    match (standing.stage, coaching.and_then(|coaching| coaching.status), standing.opted_out) {
        (Stage::NotNow, Some(status), _) => texts.choice(CoachingStatus::SET, status.key()),
        (Stage::OptedOut, _, Some(day)) => {
            let places = [("stage", texts.say(Stage::OptedOut.text_id()).into()), ("day", texts.date(day).into())];
            texts.tell("coverage-stage-since", &places)
        }
        (stage, _, _) => texts.say(stage.text_id()),
    }
}

fn figures(season: &Season, sums: Sums, as_far_as_known: bool) -> Value {
    json!({
        "season": season.id.as_str(),
        "targets": sums.targets,
        "reached": sums.reached,
        "on_the_way": sums.on_the_way,
        "to_go": sums.to_go,
        "never_reached": sums.never_reached,
        "opted_out": sums.opted_out,
        "as_far_as_known": as_far_as_known,
    })
}

fn as_json(showing: Showing<'_>, standing: &Standing) -> Value {
    let id = |id: &Option<Id>| id.as_ref().map(Id::to_string);
    let last = standing
        .last_reached
        .as_ref()
        .map(|last| json!({ "season": last.season.as_str(), "day": last.day.map(|day| day.to_string()) }));
    json!({
        "municipality": standing.municipality.as_str(),
        "name": showing.id(Kind::Municipality, Some(&standing.municipality)).as_str(),
        "stage": standing.stage.key(),
        "coaching": id(&standing.coaching),
        "last_reached": last,
        "held": standing.held,
        "next": id(&standing.next),
        "feedback": { "given": standing.feedback.given, "expected": standing.feedback.expected },
        "opted_out": standing.opted_out.map(|day| day.to_string()),
    })
}
