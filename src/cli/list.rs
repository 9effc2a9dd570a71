//! `list KIND [filters]`: the records of one kind, in the order of its list, or their addresses.

use serde_json::{Value, json};

use super::find::{found, print_json, row};
use super::output::Output;
use super::{Code, Desk};
use crate::cards::copy::addresses;
use crate::domain::{Kind, Link, RecordRef};
use crate::text::Safe;

pub(super) fn list(desk: &Desk<'_>, kind: Kind, words: &str, output: &mut Output) -> Code {
    let records = found(desk, words, &[kind]);
    if desk.json {
        print_json(desk, "list", &records, output);
    } else {
        output.rows(&records.iter().map(|record| row(desk, *record)).collect::<Vec<_>>());
    }
    if records.is_empty() {
        if !words.is_empty() {
            output.say(&desk.texts.tell("error-nothing-found", &[("words", Safe::line(words).into())]));
        }
        return Code::Nothing;
    }
    Code::Ok
}

/// So many of those without an address are named beside the data; JSON has them all.
const NAMED: usize = 20;

/// `list KIND --emails`: the addresses on one line for a mail to them all, and beside it who has none.
pub(super) fn emails(desk: &Desk<'_>, kind: Kind, words: &str, output: &mut Output) -> Code {
    let links: Vec<Link> = found(desk, words, &[kind]).into_iter().map(RecordRef::link).collect();
    let showing = desk.showing();
    let addresses = addresses(showing, &links);
    if desk.json {
        let named = |link: &Link| json!({ "record": link.to_string(), "name": showing.link(link).as_str() });
        let wrong = addresses.wrong.iter().map(|(link, address)| {
            json!({ "record": link.to_string(), "name": showing.link(link).as_str(), "email": address.as_str() })
        });
        let found: Vec<&str> = addresses.found.iter().map(Safe::as_str).collect();
        let without: Vec<Value> = addresses.without.iter().map(named).collect();
        let wrong: Vec<Value> = wrong.collect();
        output.json_parts("list", [("emails", json!(found)), ("without", json!(without)), ("wrong", json!(wrong))]);
    } else {
        if !addresses.found.is_empty() {
            output.line(&addresses.line());
        }
        addresses.told(showing, NAMED).iter().for_each(|told| output.say(told));
    }
    if links.is_empty() && !words.is_empty() {
        output.say(&desk.texts.tell("error-nothing-found", &[("words", Safe::line(words).into())]));
    }
    if addresses.found.is_empty() { Code::Nothing } else { Code::Ok }
}
