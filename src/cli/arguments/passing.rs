//! The arguments of what time brings: a move, a merger, a season that follows.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::super::passing::{Following, Going};
use super::{needed, sub};
use crate::text::Texts;

/// The commands.
pub(super) fn commands(texts: &Texts) -> [Command; 3] {
    let say = |id: &str| texts.say(id).to_string();
    let option = |name: &'static str, place: &str, about: &str| {
        Arg::new(name).long(name).value_name(say(place)).help(say(about))
    };
    [
        sub(texts, "move", &["cli-place-record", "cli-place-move"])
            .arg(needed(texts, "cli-arg-record", "cli-place-record"))
            .arg(option("to", "cli-place-place", "cli-option-to").required(true))
            .arg(option("title", "cli-place-text", "cli-option-title"))
            .arg(option("unit", "cli-place-text", "cli-option-unit"))
            .arg(option("on", "cli-place-day", "cli-option-on")),
        sub(texts, "merge", &["cli-place-merge"]).arg(needed(texts, "cli-arg-merge", "cli-place-words")),
        sub(texts, "next-season", &[])
            .arg(option("name", "cli-place-name", "cli-option-name"))
            .arg(option("key", "cli-place-key", "cli-option-key"))
            .arg(option("starts", "cli-place-day", "cli-option-starts"))
            .arg(option("ends", "cli-place-day", "cli-option-ends"))
            .arg(option("without", "cli-place-record", "cli-option-without").action(ArgAction::Append)),
    ]
}

/// Who goes where.
pub(super) fn going(matches: &ArgMatches, person: String) -> Going {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let to = given("to").unwrap_or_default();
    Going { person, to, title: given("title"), unit: given("unit"), on: given("on") }
}

/// What is said of the season.
pub(super) fn following(matches: &ArgMatches) -> Following {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let without = matches.get_many::<String>("without").unwrap_or_default().cloned().collect();
    Following { name: given("name"), key: given("key"), starts: given("starts"), ends: given("ends"), without }
}
