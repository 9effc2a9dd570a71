//! The arguments of papers: which one, in which format, and where it goes.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::super::papers::{OfSession, Out, SessionPaper};
use super::{needed, sub};
use crate::exchange::document::format::Format;
use crate::store::export::Existing;
use crate::text::Texts;

/// The commands.
pub(super) fn commands(texts: &Texts) -> [Command; 2] {
    ["signing-list", "day-sheet"].map(|name| {
        let session = needed(texts, "cli-arg-session", "cli-place-session");
        sub(texts, name, &["cli-place-session"]).arg(session).args(out_options(texts))
    })
}

/// The options of every command that puts out a document.
pub(super) fn out_options(texts: &Texts) -> [Arg; 3] {
    let say = |id: &str| texts.say(id).to_string();
    let format = Arg::new("format").long("format").value_name(say("cli-place-format")).help(say("cli-option-as"));
    [
        format.value_parser(Format::ALL.map(Format::name)).hide_possible_values(true),
        Arg::new("output").long("output").short('o').value_name(say("cli-place-file")).help(say("cli-option-output")),
        Arg::new("force").long("force").action(ArgAction::SetTrue).help(say("cli-option-force")),
    ]
}

/// Where the document goes and as what.
pub(super) fn out(matches: &ArgMatches) -> Out {
    Out {
        format: matches.get_one::<String>("format").and_then(|name| Format::named(name)),
        file: matches.get_one("output").cloned(),
        existing: if matches.get_flag("force") { Existing::IsReplaced } else { Existing::Stays },
    }
}

/// What was asked; nothing where it is another command.
pub(super) fn asked(name: &str, matches: &ArgMatches) -> Option<SessionPaper> {
    let which = match name {
        "signing-list" => OfSession::Signing,
        "day-sheet" => OfSession::Day,
        _ => return None,
    };
    let words = matches.get_many::<String>("words").unwrap_or_default();
    let session = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    Some(SessionPaper { which, session, out: out(matches) })
}
