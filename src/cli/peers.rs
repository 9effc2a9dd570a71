//! `peers`: whom to ask about a theme, best first, with their phone numbers.

use serde_json::{Value, json};

use super::output::Output;
use super::show::the_one_of;
use super::{Code, Desk};
use crate::cards::copy;
use crate::domain::Kind;
use crate::planning::peers::{Peer, peers as found, themes_of};
use crate::text::Safe;

/// Kinds of record that have themes one can ask about.
const ASKED: [Kind; 3] = [Kind::Theme, Kind::Practice, Kind::Municipality];

pub(super) fn peers(desk: &Desk<'_>, words: &str, output: &mut Output) -> Code {
    let about = match the_one_of(desk, &ASKED, words, output) {
        Ok(record) => record.link(),
        Err(code) => return code,
    };
    let showing = desk.showing();
    let asking = (about.kind == Kind::Municipality).then_some(&about.id);
    let peers = found(showing, &themes_of(showing.book, &about), asking);
    if desk.json {
        output.json("peers", "peers", &Value::Array(peers.iter().map(|peer| as_json(desk, peer)).collect()));
    } else {
        output.rows(&peers.iter().map(|peer| row(desk, peer)).collect::<Vec<_>>());
    }
    if peers.is_empty() {
        let none = if themes_of(showing.book, &about).is_empty() { "peers-no-theme" } else { "peers-none" };
        output.say(&desk.texts.say(none));
        return Code::Nothing;
    }
    Code::Ok
}

fn phone(desk: &Desk<'_>, peer: &Peer) -> Safe {
    let showing = desk.showing();
    showing.book.record(&peer.link).map(|record| copy::phone(showing, record)).unwrap_or_default()
}

fn why(desk: &Desk<'_>, peer: &Peer) -> Vec<Safe> {
    peer.why.iter().map(|why| why.words(desk.showing())).collect()
}

fn row(desk: &Desk<'_>, peer: &Peer) -> Vec<Safe> {
    let why = Safe::join(why(desk, peer), &Safe::own("; "));
    vec![Safe::line(peer.link.id.as_str()), desk.showing().link(&peer.link), phone(desk, peer), why]
}

fn as_json(desk: &Desk<'_>, peer: &Peer) -> Value {
    json!({
        "record": format!("{}:{}", peer.link.kind.key(), peer.link.id),
        "name": desk.showing().link(&peer.link).as_str(),
        "phone": phone(desk, peer).as_str(),
        "why": why(desk, peer).iter().map(Safe::as_str).collect::<Vec<_>>(),
        "points": peer.points,
    })
}
