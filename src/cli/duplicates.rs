//! `duplicates [KIND]`, `unite KEEP OTHER`, `apart ONE OTHER`: the twins of the pairs side by side.

use serde_json::json;

use super::output::Output;
use super::saving::{Doing, carry_out};
use super::show::the_one;
use super::{Code, Desk, clock};
use crate::domain::{Act, Kind, Link, Mint};
use crate::merge::{Union, unite as united};
use crate::planning::duplicates::{KINDS, Pair, apart as told_apart, duplicates as found};
use crate::text::Safe;

/// `duplicates [KIND]`: the likely duplicates, the surest first.
pub(super) fn duplicates(desk: &Desk<'_>, kind: Option<Kind>, output: &mut Output) -> Code {
    if kind.is_some_and(|kind| !KINDS.contains(&kind)) {
        output.say(&no_such_kind(desk));
        return Code::Usage;
    }
    let kinds = kind.map_or(KINDS.to_vec(), |kind| vec![kind]);
    let pairs = found(&desk.loaded.book, &kinds);
    let name = |link: &Link| desk.showing().link(link);
    if desk.json {
        let side = |link: &Link| json!({ "record": link.to_string(), "name": name(link).as_str() });
        let pair = |pair: &Pair| {
            let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.key()).collect();
            json!({
                "one": side(&pair.one),
                "other": side(&pair.other),
                "reasons": reasons,
                "certainty": pair.certainty.key(),
            })
        };
        output.json("duplicates", "pairs", &pairs.iter().map(pair).collect());
    } else {
        let row = |pair: &Pair| {
            let reasons = pair.reasons.iter().map(|reason| desk.texts.say(reason.text_id()));
            let reasons = Safe::join(reasons, &Safe::own(", "));
            let id = |link: &Link| Safe::line(&link.to_string());
            vec![id(&pair.one), name(&pair.one), id(&pair.other), name(&pair.other), reasons]
        };
        output.rows(&pairs.iter().map(row).collect::<Vec<_>>());
    }
    if pairs.is_empty() {
        output.say(&desk.texts.say("duplicates-none"));
        return Code::Nothing;
    }
    Code::Ok
}

/// `unite KEEP OTHER`: the second record becomes part of the first.
pub(super) fn unite(desk: &Desk<'_>, keep: &str, gone: &str, output: &mut Output) -> Code {
    let (keep, gone) = match both(desk, keep, gone, output) {
        Ok(links) => links,
        Err(code) => return code,
    };
    let book = &desk.loaded.book;
    let changes = Union::of(book, &keep, &gone).map(|union| united(book, &union)).unwrap_or_default();
    let done = Some(desk.texts.say("united"));
    let doing = Doing { done, ..Doing::of("unite", Act::Unite, changes) };
    carry_out(desk, &mut Mint::new(clock::seed()), &doing, output)
}

/// `apart ONE OTHER`: the two are not the same, and never shown as such again.
pub(super) fn apart(desk: &Desk<'_>, one: &str, other: &str, output: &mut Output) -> Code {
    let (one, other) = match both(desk, one, other, output) {
        Ok(links) => links,
        Err(code) => return code,
    };
    let mut mint = Mint::new(clock::seed());
    let change = told_apart(&desk.loaded.book, &one, &other, clock::today(), mint.row());
    let name = |link: &Link| desk.showing().link(link).into();
    let done = desk.texts.tell("apart-told", &[("one", name(&one)), ("other", name(&other))]);
    let doing = Doing { done: Some(done), ..Doing::of("apart", Act::Apart, change.into_iter().collect()) };
    carry_out(desk, &mut mint, &doing, output)
}

/// Two different records of one kind that is searched for duplicates.
fn both(desk: &Desk<'_>, one: &str, other: &str, output: &mut Output) -> Result<(Link, Link), Code> {
    let one = the_one(desk, one, output)?.link();
    let other = the_one(desk, other, output)?.link();
    let named = |link: &Link| desk.showing().link(link).into();
    let refusal = if one == other {
        desk.texts.tell("error-one-record", &[("one", named(&one))])
    } else if one.kind != other.kind {
        desk.texts.tell("error-other-kind", &[("one", named(&one)), ("other", named(&other))])
    } else if !KINDS.contains(&one.kind) {
        no_such_kind(desk)
    } else {
        return Ok((one, other));
    };
    output.say(&refusal);
    Err(Code::Usage)
}

fn no_such_kind(desk: &Desk<'_>) -> Safe {
    let kinds = KINDS.map(|kind| desk.texts.say(&format!("kinds-{}", kind.key())));
    desk.texts.tell("error-not-united", &[("kinds", Safe::join(kinds, &Safe::own(", ")).into())])
}
