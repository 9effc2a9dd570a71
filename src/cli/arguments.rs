//! The arguments, read by clap and told in the user's language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::domain::Kind;
use crate::text::{Safe, Texts, Tongue};

/// What the user asked for.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) data: Option<PathBuf>,
    pub(super) json: bool,
    pub(super) order: Order,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Open the screen, with these words in the lookup.
    Screen(Option<String>),
    Find(String),
    Show(String),
    List(Kind, String),
    Check,
    Paths,
}

/// Why the arguments lead no further.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Help or version, asked for.
    Told(Safe),
    /// They are wrong.
    Wrong(Safe),
}

/// The language named with `--lang`, before anything else is read: the help is in it too.
pub(super) fn language_asked(arguments: &[OsString]) -> Option<Tongue> {
    let mut rest = arguments.iter().filter_map(|argument| argument.to_str()).take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        let value = if argument == "--lang" { rest.next() } else { argument.strip_prefix("--lang=") };
        if let Some(tongue) = value.and_then(Tongue::from_key) {
            return Some(tongue);
        }
    }
    None
}

/// Reads the arguments.
///
/// # Errors
/// What to tell instead: help that was asked for, or a sentence on what is wrong.
pub(super) fn parse(mut arguments: Vec<OsString>, texts: &Texts) -> Result<Asked, Refusal> {
    // Words after `--` go to the lookup whatever they are.
    let forced = arguments.iter().position(|argument| argument == "--").map(|at| {
        let words = arguments.split_off(at);
        words.iter().skip(1).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    });
    let matches = command(texts).try_get_matches_from(arguments).map_err(|error| refusal(&error, texts))?;
    let order = match forced {
        Some(words) => Order::Screen(Some(words)),
        None => order(&matches, texts)?,
    };
    let json = matches.get_flag("json");
    let data = matches.get_one::<PathBuf>("data").cloned();
    Ok(Asked { data, json, order })
}

fn order(matches: &ArgMatches, texts: &Texts) -> Result<Order, Refusal> {
    let words = |matches: &ArgMatches| {
        let words = matches.get_many::<String>("words").unwrap_or_default();
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    Ok(match matches.subcommand() {
        Some(("find", inner)) => Order::Find(words(inner)),
        Some(("show", inner)) => Order::Show(words(inner)),
        Some(("list", inner)) => {
            let asked = inner.get_one::<String>("kind").map(String::as_str).unwrap_or_default();
            Order::List(kind(asked, texts)?, words(inner))
        }
        Some(("check", _)) => Order::Check,
        Some(("paths", _)) => Order::Paths,
        _ => {
            let words = words(matches);
            Order::Screen((!words.is_empty()).then_some(words))
        }
    })
}

/// The kind of this name: its key, its file's name, or its word in any of the languages.
fn kind(asked: &str, texts: &Texts) -> Result<Kind, Refusal> {
    let lower = asked.to_lowercase();
    let all = Tongue::ALL.map(Texts::new);
    let in_some_language = |id: &str| all.iter().any(|texts| texts.say(id).as_str() == lower);
    let named = |kind: &Kind| {
        let spoken = ["kind", "kinds"].iter().any(|word| in_some_language(&format!("{word}-{}", kind.key())));
        kind.key() == lower || kind.plural() == lower || spoken
    };
    Kind::ALL.into_iter().find(named).ok_or_else(|| {
        let places = [("kind", Safe::line(asked).into()), ("kinds", kinds(texts).into())];
        Refusal::Wrong(texts.tell("error-unknown-kind", &places))
    })
}

fn kinds(texts: &Texts) -> Safe {
    Safe::join(Kind::ALL.map(|kind| texts.say(&format!("kinds-{}", kind.key()))), &Safe::own(", "))
}

fn command(texts: &Texts) -> Command {
    let say = |id: &str| texts.say(id).to_string();
    let words = |name: &'static str, about: &str| {
        Arg::new(name).help(say(about)).value_name(say("cli-place-words")).num_args(0..)
    };
    let json = Arg::new("json").long("json").global(true).action(ArgAction::SetTrue).help(say("cli-option-json"));
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", say("cli-heading-usage"));
    let usage = |rest: &[&str]| {
        let rest: Vec<String> =
            rest.iter().map(|part| if part.contains('-') { say(part) } else { (*part).to_owned() }).collect();
        format!("kuntatutor {}", rest.join(" "))
    };
    let sub = |name: &'static str, place: &[&str]| {
        let about = say(&format!("cli-{name}"));
        let parts: Vec<&str> = [name].iter().chain(place).copied().collect();
        let sub = Command::new(name)
            .about(about)
            .override_usage(usage(&parts))
            .help_template(template.clone())
            .disable_help_flag(true);
        sub.next_help_heading(say("cli-heading-options")).arg(help(texts))
    };
    let needed = |about: &str, place: &str| {
        let arg = Arg::new("words").help(say(about)).value_name(say(place));
        arg.num_args(1..).required(true).help_heading(say("cli-heading-arguments"))
    };
    let kind =
        Arg::new("kind").required(true).value_name(say("cli-place-kind")).help_heading(say("cli-heading-arguments"));
    let kind = kind.help(texts.tell("cli-arg-kind", &[("kinds", kinds(texts).into())]).to_string());
    Command::new("kuntatutor")
        .about(say("cli-about"))
        .after_help(say("cli-after"))
        .help_template(template.clone())
        .override_usage(usage(&["cli-place-usage"]))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(say("cli-heading-commands"))
        .subcommand_value_name(say("cli-heading-commands"))
        .next_help_heading(say("cli-heading-options"))
        .arg(words("words", "cli-arg-words").help_heading(say("cli-heading-arguments")))
        .arg(
            Arg::new("data")
                .long("data")
                .global(true)
                .value_name(say("cli-place-dir"))
                .help(say("cli-option-data"))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name(say("cli-place-lang"))
                .help(say("cli-option-lang"))
                .value_parser(["fi", "sv", "en"])
                .hide_possible_values(true),
        )
        .arg(json)
        .arg(help(texts))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(say("cli-option-version")))
        .subcommand(sub("find", &["cli-place-words"]).arg(needed("cli-arg-words", "cli-place-words")))
        .subcommand(sub("show", &["cli-place-record"]).arg(needed("cli-arg-record", "cli-place-record")))
        .subcommand(
            sub("list", &["cli-place-kind", "cli-place-words"])
                .arg(kind)
                .arg(words("words", "cli-arg-words").help_heading(say("cli-heading-arguments"))),
        )
        .subcommand(sub("check", &[]))
        .subcommand(sub("paths", &[]))
}

fn help(texts: &Texts) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(texts.say("cli-option-help").to_string())
}

/// clap's refusal as a sentence of ours.
fn refusal(error: &clap::Error, texts: &Texts) -> Refusal {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Safe::line(text),
        Some(ContextValue::Strings(texts)) => Safe::line(&texts.join(", ")),
        _ => Safe::default(),
    };
    let option = || ("option", context(ContextKind::InvalidArg).into());
    Refusal::Wrong(match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Refusal::Told(Safe::lines(error.to_string().trim_end()));
        }
        ErrorKind::UnknownArgument if !context(ContextKind::InvalidArg).as_str().starts_with('-') => {
            texts.tell("error-word-too-many", &[("word", context(ContextKind::InvalidArg).into())])
        }
        ErrorKind::UnknownArgument => texts.tell("error-unknown-option", &[option()]),
        ErrorKind::MissingRequiredArgument => {
            texts.tell("error-missing-argument", &[("argument", context(ContextKind::InvalidArg).into())])
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            texts.tell("error-missing-value", &[option()])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            texts.tell("error-bad-value", &[option(), ("value", context(ContextKind::InvalidValue).into())])
        }
        _ => {
            let words = error.to_string();
            let first = words.lines().next().unwrap_or_default().trim_start_matches("error: ");
            texts.tell("error-usage", &[("words", Safe::line(first).into())])
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Asked, String> {
        let arguments = std::iter::once("kuntatutor").chain(line.split_whitespace()).map(OsString::from).collect();
        parse(arguments, &Texts::new(Tongue::En)).map_err(|refusal| match refusal {
            Refusal::Told(text) | Refusal::Wrong(text) => text.to_string(),
        })
    }

    #[test]
    fn words_open_the_lookup_and_commands_win() {
        for (line, order) in [
            ("", Order::Screen(None)),
            ("tam", Order::Screen(Some("tam".into()))),
            ("tammi ari --lang fi", Order::Screen(Some("tammi ari".into()))),
            ("find tammi", Order::Find("tammi".into())),
            ("fin", Order::Screen(Some("fin".into()))),
            ("-- find", Order::Screen(Some("find".into()))),
            ("list kunnat", Order::List(Kind::Municipality, String::new())),
            ("--json find tam", Order::Find("tam".into())),
            ("list people role:tutor", Order::List(Kind::Person, "role:tutor".into())),
            ("list henkilö", Order::List(Kind::Person, String::new())),
        ] {
            match parsed(line) {
                Ok(asked) => assert_eq!(asked.order, order, "{line}"),
                Err(told) => panic!("{line}: {told}"),
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_in_one_sentence_that_names_the_way_out() {
        for line in ["--nope", "find", "list cats", "--lang de", "--data", "find x --nope"] {
            let told = parsed(line).expect_err(line);
            assert_eq!(told.lines().count(), 1, "{line}: {told}");
            assert!(told.contains("--help") || told.contains("kinds are"), "{line}: {told}");
        }
    }
}
