//! `closing-event`: who has something to tell of a season, and the closing event drafted from it where that is asked
//! for.

use serde_json::{Value, json};

use super::super::output::Output;
use super::super::saving::{Doing, carry_out};
use super::super::{Code, Desk, clock};
use crate::book::Change;
use crate::book::show::Showing;
use crate::domain::{Act, Kind, Mint, Record, Season};
use crate::planning::closing::{Teller, USUAL_TALKS, draft, tellers};
use crate::text::Safe;

pub(super) fn closing(
    desk: &Desk<'_>,
    showing: Showing<'_>,
    season: &Season,
    accept: bool,
    output: &mut Output,
) -> Code {
    let tellers = tellers(showing.book, season, showing.today);
    let within: Vec<&Teller> = tellers.iter().filter(|teller| teller.is_pleased()).take(USUAL_TALKS).collect();
    if accept && !within.is_empty() {
        return make(desk, showing, season, &within, output);
    }
    if desk.json {
        let all: Value = tellers.iter().map(|teller| as_json(showing, teller)).collect();
        output.json_parts("closing-event", [("season", json!(season.id.as_str())), ("municipalities", all)]);
    } else {
        output.rows(&tellers.iter().map(|teller| row(showing, teller)).collect::<Vec<_>>());
    }
    let season = ("season", Safe::line(&season.name).into());
    output.say(&if tellers.is_empty() {
        showing.texts.tell("closing-nobody", &[season])
    } else {
        showing.texts.tell("closing-counts", &[("within", within.len().into()), ("count", tellers.len().into())])
    });
    if tellers.is_empty() || accept { Code::Nothing } else { Code::Ok }
}

/// Puts the session into the book, with ids for it and its rows.
fn make(desk: &Desk<'_>, showing: Showing<'_>, season: &Season, within: &[&Teller], output: &mut Output) -> Code {
    let mut mint = Mint::new(clock::seed());
    let mut session = draft(showing.book, season, within.iter().copied());
    if let Some(id) = mint.record(Kind::Session) {
        session.id = id;
    }
    for item in session.programme.make_mut() {
        item.id = mint.row();
        for speaker in item.speakers.make_mut() {
            speaker.id = mint.row();
        }
    }
    let changes = vec![Change { before: None, after: Some(Record::Session(session)) }];
    carry_out(desk, &mut mint, &Doing::of("closing-event", Act::Add, changes), output)
}

fn speaker(showing: Showing<'_>, teller: &Teller) -> Safe {
    showing.id(Kind::Person, teller.speaker.as_ref())
}

fn reasons(showing: Showing<'_>, teller: &Teller) -> Vec<Safe> {
    teller.reasons.iter().map(|reason| reason.words(showing)).collect()
}

fn row(showing: Showing<'_>, teller: &Teller) -> Vec<Safe> {
    vec![
        Safe::line(teller.municipality.as_str()),
        showing.id(Kind::Municipality, Some(&teller.municipality)),
        teller.opinion(showing),
        Safe::join(reasons(showing, teller), &Safe::own(", ")),
        speaker(showing, teller),
    ]
}

fn as_json(showing: Showing<'_>, teller: &Teller) -> Value {
    let reasons: Vec<String> = reasons(showing, teller).iter().map(Safe::to_string).collect();
    json!({
        "municipality": teller.municipality.as_str(),
        "name": showing.id(Kind::Municipality, Some(&teller.municipality)).as_str(),
        "suggested": teller.is_pleased(),
        "opinion": teller.opinion(showing).as_str(),
        "forms": teller.score.map_or(0, |(_, forms)| forms),
        "reasons": reasons,
        "speaker": teller.speaker.as_ref().map(ToString::to_string),
        "speaker_name": speaker(showing, teller).as_str(),
    })
}
