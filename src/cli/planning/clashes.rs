//! `clashes`: what clashes in a season, the worst first.

use serde_json::{Value, json};

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::{Choice as _, Link};
use crate::planning::clashes::{Clash, all};
use crate::text::Safe;

pub(super) fn clashes(desk: &Desk<'_>, showing: Showing<'_>, output: &mut Output) -> Code {
    let clashes = showing.season.map(|season| all(showing.book, season)).unwrap_or_default();
    if desk.json {
        let told: Value = clashes.iter().map(|clash| as_json(showing, clash)).collect();
        output.json("clashes", "clashes", &told);
    } else {
        output.rows(&clashes.iter().map(|clash| row(showing, clash)).collect::<Vec<_>>());
    }
    if clashes.is_empty() {
        output.say(&desk.texts.say("clashes-none"));
        return Code::Nothing;
    }
    Code::Ok
}

fn as_json(showing: Showing<'_>, clash: &Clash) -> Value {
    let link = |link: Option<&Link>| link.map(Link::to_string);
    json!({
        "rule": clash.rule.key(),
        "level": clash.level.key(),
        "session": clash.session.to_string(),
        "party": link(clash.party.as_ref()),
        "other": link(clash.other.as_ref()),
        "sentence": clash.sentence(showing).as_str(),
    })
}

fn row(showing: Showing<'_>, clash: &Clash) -> Vec<Safe> {
    let mark = if clash.is_warning() { "!" } else { "·" };
    let [rule, session] = [clash.rule.key(), &clash.session.to_string()].map(Safe::line);
    vec![Safe::own(mark), clash.sentence(showing), rule, session]
}
