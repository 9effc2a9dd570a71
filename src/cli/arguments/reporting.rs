//! The arguments of the season's report and of handing over.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::super::reporting::{HandingOver, Reporting};
use super::papers::{out, out_options};
use super::{needed, sub, words};
use crate::text::Texts;

/// The commands.
pub(super) fn commands(texts: &Texts) -> [Command; 2] {
    let say = |id: &str| texts.say(id).to_string();
    let option = |name: &'static str, place: &str, about: &str| {
        Arg::new(name).long(name).value_name(say(place)).help(say(about))
    };
    [
        sub(texts, "report", &["cli-place-season-or-days"])
            .arg(words(texts, "cli-arg-report"))
            .arg(option("from", "cli-place-day", "cli-option-from"))
            .arg(option("to", "cli-place-day", "cli-option-report-to"))
            .arg(Arg::new("names").long("names").action(ArgAction::SetTrue).help(say("cli-option-names")))
            .args(out_options(texts)),
        sub(texts, "handover", &["cli-place-who", "cli-place-handover"])
            .arg(needed(texts, "cli-arg-handover", "cli-place-who"))
            .arg(option("to", "cli-place-who", "cli-option-handover-to"))
            .args(out_options(texts)),
    ]
}

/// What was asked; nothing where it is another command.
pub(super) fn asked(name: &str, matches: &ArgMatches) -> Option<Reporting> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let words = || matches.get_many::<String>("words").unwrap_or_default().cloned().collect::<Vec<_>>().join(" ");
    Some(match name {
        "report" => Reporting::Report {
            season: Some(words()).filter(|words| !words.is_empty()),
            from: given("from"),
            until: given("to"),
            names: matches.get_flag("names"),
            out: out(matches),
        },
        "handover" => Reporting::Handover(HandingOver { who: words(), to: given("to"), out: out(matches) }),
        _ => return None,
    })
}
