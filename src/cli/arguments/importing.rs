//! The arguments of `import`.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::super::import::Bring;
use super::{Refusal, kind, kind_called, sub};
use crate::domain::Kind;
use crate::text::Texts;

/// What the answers of a form are called on the command line.
const ANSWERS: [&str; 3] = ["answers", "vastaukset", "svar"];

/// The command.
pub(super) fn command(texts: &Texts) -> Command {
    let say = |id: &str| texts.say(id).to_string();
    let argument = |name: &'static str, place: &str, about: &str| {
        Arg::new(name).value_name(say(place)).help(say(about)).help_heading(say("cli-heading-arguments"))
    };
    let option = |name: &'static str, place: &str, about: &str| {
        Arg::new(name).long(name).value_name(say(place)).help(say(about))
    };
    let flag = |name: &'static str, about: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(about));
    sub(texts, "import", &["cli-place-file", "cli-place-kind"])
        .arg(argument("file", "cli-place-file", "cli-arg-import-file").required(true).allow_hyphen_values(true))
        .arg(argument("kind", "cli-place-kind", "cli-arg-import-kind"))
        .arg(option("sheet", "cli-place-name", "cli-option-sheet"))
        .arg(option("columns", "cli-place-columns", "cli-option-import-columns"))
        .arg(option("rejects", "cli-place-file", "cli-option-rejects"))
        .arg(flag("skip-known", "cli-option-skip-known"))
        .arg(flag("exact-places", "cli-option-exact-places"))
        .arg(flag("family-first", "cli-option-family-first"))
        .arg(option("about", "cli-place-record", "cli-option-answers-about"))
        .arg(option("questionnaire", "cli-place-key", "cli-option-answers-questionnaire"))
        .arg(option("voice", "cli-place-name", "cli-option-answers-voice"))
        .arg(option("scale", "cli-place-scale", "cli-option-answers-scale"))
        .arg(option("form", "cli-place-name", "cli-option-answers-form"))
}

/// What is brought in, and how. Of `answers FILE` and `FILE answers` both are understood.
pub(super) fn asked(matches: &ArgMatches, texts: &Texts) -> Result<Bring, Refusal> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let is_answers = |word: &str| ANSWERS.contains(&word.to_lowercase().as_str());
    let (file, second) = (given("file").unwrap_or_default(), given("kind"));
    let is_kind = |word: &String| is_answers(word) || kind_called(word).is_some();
    let (file, second) = match second {
        Some(other) if is_answers(&file) && !is_kind(&other) => (other, Some(file)),
        second => (file, second),
    };
    let kind = |name: String| if is_answers(&name) { Ok(Kind::Feedback) } else { kind(&name, texts) };
    Ok(Bring {
        file,
        kind: second.map(kind).transpose()?,
        sheet: given("sheet"),
        columns: given("columns"),
        rejects: given("rejects"),
        skips_known: matches.get_flag("skip-known"),
        exact_places: matches.get_flag("exact-places"),
        family_first: matches.get_flag("family-first"),
        about: given("about"),
        questionnaire: given("questionnaire"),
        voice: given("voice"),
        scale: given("scale"),
        form: given("form"),
    })
}
