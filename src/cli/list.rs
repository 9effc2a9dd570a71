//! `list KIND [filters]`: the records of one kind, in the order of its list.

use super::find::{found, print_json, row};
use super::output::Output;
use super::{Code, Desk};
use crate::domain::Kind;
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
