//! The arguments of what a planner asks: today, clashes, coverage, load, a proposal for the season.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::super::planning::{Planning, Question};
use super::{needed, sub};
use crate::text::Texts;

/// The commands.
pub(super) fn commands(texts: &Texts) -> [Command; 7] {
    let say = |id: &str| texts.say(id).to_string();
    let season =
        || Arg::new("season").long("season").value_name(say("cli-place-season")).help(say("cli-option-season"));
    let flag = |name: &'static str, about: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(about));
    let propose = Arg::new("what").required(true).value_parser(["propose"]).hide_possible_values(true);
    let propose = propose.value_name("propose").help(say("cli-arg-propose"));
    let closing = Arg::new("season").value_name(say("cli-place-season")).help(say("cli-option-season"));
    [
        sub(texts, "today", &[]).arg(season()).arg(flag("mine", "cli-option-mine")),
        sub(texts, "clashes", &[]).arg(season()),
        sub(texts, "coverage", &[]).arg(season()),
        sub(texts, "load", &[]).arg(season()),
        sub(texts, "peers", &["cli-place-words"]).arg(needed(texts, "cli-arg-theme", "cli-place-words")),
        sub(texts, "plan", &["cli-place-plan"])
            .arg(propose.help_heading(say("cli-heading-arguments")))
            .arg(season())
            .arg(flag("accept", "cli-option-accept")),
        sub(texts, "closing-event", &["cli-place-season-or-none"])
            .arg(closing.help_heading(say("cli-heading-arguments")))
            .arg(flag("accept", "cli-option-accept-closing")),
    ]
}

/// What was asked; nothing where it is another command.
pub(super) fn asked(name: &str, matches: &ArgMatches) -> Option<Planning> {
    let question = match name {
        "today" => Question::Today { mine: matches.get_flag("mine") },
        "clashes" => Question::Clashes,
        "coverage" => Question::Coverage,
        "load" => Question::Load,
        "plan" => Question::Propose { accept: matches.get_flag("accept") },
        "closing-event" => Question::Closing { accept: matches.get_flag("accept") },
        _ => return None,
    };
    Some(Planning { question, season: matches.get_one::<String>("season").cloned() })
}
