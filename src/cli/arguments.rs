//! The arguments, read by clap and told in the user's language.

mod importing;
mod papers;
mod passing;
mod planning;
mod reporting;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::answers::Answering;
use super::clock;
use super::export::Exporting;
use super::fields::{self, Setting};
use super::import::Bring;
use super::papers::SessionPaper;
use super::passing::{Following, Going};
use super::planning::Planning;
use super::reporting::Reporting;
use crate::domain::Kind;
use crate::exchange::table::write::Format;
use crate::store::export::Existing;
use crate::store::found::Foundation;
use crate::text::{Safe, Texts, Tongue};

/// What the user asked for.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) data: Option<PathBuf>,
    pub(super) json: bool,
    /// Whether what would be changed is only shown.
    pub(super) dry_run: bool,
    /// Whether nothing may be written into the book.
    pub(super) read_only: bool,
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
    /// The addresses of what would be listed.
    Emails(Kind, String),
    Export(Exporting),
    Check,
    Paths,
    Add {
        kind: Kind,
        /// The key of a record whose key people choose.
        id: Option<String>,
        settings: Vec<Setting>,
    },
    Edit {
        words: String,
        settings: Vec<Setting>,
    },
    Delete(String),
    Note {
        about: String,
        text: String,
    },
    Import(Box<Bring>),
    Move(Going),
    Merge(Vec<String>),
    NextSeason(Following),
    /// The likely duplicates of a kind, or of all.
    Duplicates(Option<Kind>),
    Unite {
        keep: String,
        gone: String,
    },
    Apart {
        one: String,
        other: String,
    },
    Undo,
    Redo,
    Init(Foundation),
    /// What a planner asks, of the season named or the one at hand.
    Planning(Planning),
    /// Whom to ask about a theme.
    Peers(String),
    /// A report, or somebody's work handed over.
    Reporting(Reporting),
    /// What people answered about something.
    Answers(Answering),
    /// A paper of a session.
    SessionPaper(SessionPaper),
}

impl Order {
    /// Whether it can be followed where the book's directory is not there.
    pub(super) fn needs_no_book(&self) -> bool {
        matches!(self, Self::Paths | Self::Init(_))
    }
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
    let settings = fields::take(&mut arguments).map_err(|fields::NoValue(option)| {
        Refusal::Wrong(texts.tell("error-missing-value", &[("option", Safe::line(&option).into())]))
    })?;
    let described = fields::kind_asked(&arguments).and_then(kind_called);
    let command = command(texts, described);
    let matches = command.try_get_matches_from(arguments).map_err(|error| refusal(&error, texts))?;
    let order = match forced {
        Some(words) => Order::Screen(Some(words)),
        None => order(&matches, settings, texts)?,
    };
    let (json, dry_run) = (matches.get_flag("json"), matches.get_flag("dry-run"));
    let read_only = matches.get_flag("read-only");
    let data = matches.get_one::<PathBuf>("data").cloned();
    Ok(Asked { data, json, dry_run, read_only, order })
}

fn order(matches: &ArgMatches, settings: Vec<Setting>, texts: &Texts) -> Result<Order, Refusal> {
    let words = |matches: &ArgMatches| {
        let words = matches.get_many::<String>("words").unwrap_or_default();
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let one = |matches: &ArgMatches, name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    Ok(match matches.subcommand() {
        Some(("find", inner)) => Order::Find(words(inner)),
        Some(("show", inner)) => Order::Show(words(inner)),
        Some(("list", inner)) => {
            let order = if inner.get_flag("emails") { Order::Emails } else { Order::List };
            order(kind(&one(inner, "kind"), texts)?, words(inner))
        }
        Some(("export", inner)) => Order::Export(Exporting {
            kind: kind(&one(inner, "kind"), texts)?,
            file: one(inner, "file"),
            words: words(inner),
            columns: inner.get_one("columns").cloned(),
            format: inner.get_one("format").cloned(),
            existing: if inner.get_flag("force") { Existing::IsReplaced } else { Existing::Stays },
        }),
        Some(("add", inner)) => {
            Order::Add { kind: kind(&one(inner, "kind"), texts)?, id: inner.get_one("id").cloned(), settings }
        }
        Some(("edit", inner)) => Order::Edit { words: words(inner), settings },
        Some(("delete", inner)) => Order::Delete(words(inner)),
        Some(("note", inner)) => Order::Note { about: one(inner, "about"), text: words(inner) },
        Some(("import", inner)) => Order::Import(Box::new(importing::asked(inner, texts)?)),
        Some(("move", inner)) => Order::Move(passing::going(inner, words(inner))),
        Some(("merge", inner)) => {
            Order::Merge(inner.get_many::<String>("words").unwrap_or_default().cloned().collect())
        }
        Some(("next-season", inner)) => Order::NextSeason(passing::following(inner)),
        Some(("duplicates", inner)) => {
            let asked = inner.get_one::<String>("kind");
            Order::Duplicates(asked.map(|asked| kind(asked, texts)).transpose()?)
        }
        Some(("unite", inner)) => Order::Unite { keep: one(inner, "keep"), gone: one(inner, "gone") },
        Some(("apart", inner)) => Order::Apart { one: one(inner, "one"), other: one(inner, "other") },
        Some(("answers", inner)) => {
            Order::Answers(Answering { words: words(inner), season: inner.get_one("season").cloned() })
        }
        Some((name, inner)) if let Some(asked) = planning::asked(name, inner) => Order::Planning(asked),
        Some(("peers", inner)) => Order::Peers(words(inner)),
        Some((name, inner)) if let Some(asked) = reporting::asked(name, inner) => Order::Reporting(asked),
        Some((name, inner)) if let Some(asked) = papers::asked(name, inner) => Order::SessionPaper(asked),
        Some(("undo", _)) => Order::Undo,
        Some(("redo", _)) => Order::Redo,
        Some(("init", inner)) => match inner.get_one::<String>("region") {
            Some(region) => Order::Init(Foundation::Region { name: region.clone(), year: clock::today().year() }),
            None => Order::Init(Foundation::Example),
        },
        Some(("check", _)) => Order::Check,
        Some(("paths", _)) => Order::Paths,
        _ => {
            let words = words(matches);
            Order::Screen((!words.is_empty()).then_some(words))
        }
    })
}

fn kind(asked: &str, texts: &Texts) -> Result<Kind, Refusal> {
    kind_called(asked).ok_or_else(|| {
        let places = [("kind", Safe::line(asked).into()), ("kinds", kinds(texts).into())];
        Refusal::Wrong(texts.tell("error-unknown-kind", &places))
    })
}

/// The kind of this name: its key, its file's name, or its word in any of the languages.
fn kind_called(asked: &str) -> Option<Kind> {
    let lower = asked.to_lowercase();
    let all = Tongue::ALL.map(|tongue| Texts::only(tongue, &["kind-", "kinds-"]));
    let in_some_language = |id: &str| all.iter().any(|texts| texts.say(id).as_str() == lower);
    let named = |kind: &Kind| {
        let spoken = ["kind", "kinds"].iter().any(|word| in_some_language(&format!("{word}-{}", kind.key())));
        kind.key() == lower || kind.plural() == lower || spoken
    };
    Kind::ALL.into_iter().find(named)
}

fn kinds(texts: &Texts) -> Safe {
    Safe::join(Kind::ALL.map(|kind| texts.say(&format!("kinds-{}", kind.key()))), &Safe::own(", "))
}

/// The command line; of `add` the help lists the fields of this kind.
fn command(texts: &Texts, described: Option<Kind>) -> Command {
    let say = |id: &str| texts.say(id).to_string();
    Command::new("kuntatutor")
        .about(say("cli-about"))
        .after_help(say("cli-after"))
        .help_template(template(texts))
        .override_usage(usage(texts, &["cli-place-usage"]))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(say("cli-heading-commands"))
        .subcommand_value_name(say("cli-heading-commands"))
        .next_help_heading(say("cli-heading-options"))
        .arg(words(texts, "cli-arg-words"))
        .args(options(texts))
        .arg(help(texts))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(say("cli-option-version")))
        .subcommands(reading(texts))
        .subcommands(writing(texts, described))
        .subcommands(passing::commands(texts))
        .subcommands(planning::commands(texts))
        .subcommands(papers::commands(texts))
        .subcommands(reporting::commands(texts))
}

/// Commands that only read the book.
fn reading(texts: &Texts) -> [Command; 8] {
    let flag = |name: &'static str, about: &str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(texts.say(about).to_string())
    };
    let option = |name: &'static str, place: &str, about: &str| {
        Arg::new(name).long(name).value_name(texts.say(place).to_string()).help(texts.say(about).to_string())
    };
    let file = Arg::new("file").required(true).value_name(texts.say("cli-place-file").to_string());
    let file = file.help(texts.say("cli-arg-file").to_string());
    [
        sub(texts, "find", &["cli-place-words"]).arg(needed(texts, "cli-arg-words", "cli-place-words")),
        sub(texts, "show", &["cli-place-record"]).arg(needed(texts, "cli-arg-record", "cli-place-record")),
        sub(texts, "list", &["cli-place-kind", "cli-place-words"])
            .arg(kind_arg(texts))
            .arg(words(texts, "cli-arg-words"))
            .arg(flag("emails", "cli-option-emails")),
        sub(texts, "answers", &["cli-place-record"])
            .arg(needed(texts, "cli-arg-answers", "cli-place-record"))
            .arg(option("season", "cli-place-season", "cli-option-season")),
        sub(texts, "export", &["cli-place-export"])
            .arg(kind_arg(texts).display_order(1))
            .arg(file.help_heading(texts.say("cli-heading-arguments").to_string()).display_order(2))
            .arg(words(texts, "cli-arg-words"))
            .arg(option("columns", "cli-place-columns", "cli-option-columns"))
            .arg(
                option("format", "cli-place-format", "cli-option-format")
                    .value_parser(Format::ALL.map(Format::extension))
                    .hide_possible_values(true),
            )
            .arg(flag("force", "cli-option-force")),
        sub(texts, "duplicates", &["cli-place-kind-or-all"]).arg(kind_arg(texts).required(false)),
        sub(texts, "check", &[]),
        sub(texts, "paths", &[]),
    ]
}

/// Commands that change the book or make one.
fn writing(texts: &Texts, described: Option<Kind>) -> [Command; 10] {
    let say = |id: &str| texts.say(id).to_string();
    let record = || needed(texts, "cli-arg-record", "cli-place-record");
    let id = Arg::new("id").long("id").value_name(say("cli-place-key")).help(say("cli-option-id"));
    let about = Arg::new("about").required(true).value_name(say("cli-place-record")).help(say("cli-arg-record"));
    let region = Arg::new("region").long("region").value_name(say("cli-place-name")).help(say("cli-option-region"));
    let example = Arg::new("example").long("example").action(ArgAction::SetTrue).help(say("cli-option-example"));
    let which = ArgGroup::new("which").args(["region", "example"]).required(true);
    let fields = described.map_or_else(|| say("cli-after-add"), |kind| fields_of(texts, kind).to_string());
    [
        sub(texts, "add", &["cli-place-kind", "cli-place-fields"]).arg(kind_arg(texts)).arg(id).after_help(fields),
        sub(texts, "edit", &["cli-place-record", "cli-place-fields"]).arg(record()).after_help(say("cli-after-edit")),
        sub(texts, "delete", &["cli-place-record"]).arg(record()),
        sub(texts, "note", &["cli-place-record", "cli-place-text"])
            .arg(about.help_heading(say("cli-heading-arguments")))
            .arg(needed(texts, "cli-arg-text", "cli-place-text")),
        importing::command(texts),
        two(texts, "unite", ["keep", "gone"]),
        two(texts, "apart", ["one", "other"]),
        sub(texts, "undo", &[]),
        sub(texts, "redo", &[]),
        sub(texts, "init", &["cli-place-init"]).arg(region).arg(example).group(which),
    ]
}

/// `import` with its options.
/// Options that may stand anywhere.
fn options(texts: &Texts) -> [Arg; 5] {
    let say = |id: &str| texts.say(id).to_string();
    let flag = |name: &'static str, about: &str| {
        Arg::new(name).long(name).global(true).action(ArgAction::SetTrue).help(say(about))
    };
    let option = |name: &'static str, place: &str, about: &str| {
        Arg::new(name).long(name).global(true).value_name(say(place)).help(say(about))
    };
    [
        option("data", "cli-place-dir", "cli-option-data").value_parser(value_parser!(PathBuf)),
        option("lang", "cli-place-lang", "cli-option-lang").value_parser(["fi", "sv", "en"]).hide_possible_values(true),
        flag("json", "cli-option-json"),
        flag("dry-run", "cli-option-dry-run"),
        flag("read-only", "cli-option-read-only"),
    ]
}

fn sub(texts: &Texts, name: &'static str, place: &[&str]) -> Command {
    let parts: Vec<&str> = [name].iter().chain(place).copied().collect();
    let sub = Command::new(name)
        .about(texts.say(&format!("cli-{name}")).to_string())
        .override_usage(usage(texts, &parts))
        .help_template(template(texts))
        .disable_help_flag(true);
    sub.next_help_heading(texts.say("cli-heading-options").to_string()).arg(help(texts))
}

/// A command on two records, each one word of the shell.
fn two(texts: &Texts, name: &'static str, names: [&'static str; 2]) -> Command {
    let places = names.map(|name| format!("cli-place-{name}"));
    let args = names.into_iter().zip(&places).enumerate().map(|(number, (name, place))| {
        let arg = Arg::new(name).required(true).display_order(number).value_name(texts.say(place).to_string());
        let arg = arg.help(texts.say(&format!("cli-arg-{name}")).to_string());
        arg.help_heading(texts.say("cli-heading-arguments").to_string())
    });
    sub(texts, name, &places.each_ref().map(String::as_str)).args(args)
}

fn template(texts: &Texts) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", texts.say("cli-heading-usage"))
}

fn usage(texts: &Texts, rest: &[&str]) -> String {
    let part = |part: &&str| if part.contains('-') { texts.say(part).to_string() } else { (*part).to_owned() };
    let rest: Vec<String> = rest.iter().map(part).collect();
    format!("kuntatutor {}", rest.join(" "))
}

fn words(texts: &Texts, about: &str) -> Arg {
    let arg = Arg::new("words").help(texts.say(about).to_string()).num_args(0..);
    let arg = arg.value_name(texts.say("cli-place-words").to_string());
    arg.help_heading(texts.say("cli-heading-arguments").to_string())
}

fn needed(texts: &Texts, about: &str, place: &str) -> Arg {
    let arg = Arg::new("words").help(texts.say(about).to_string()).value_name(texts.say(place).to_string());
    arg.num_args(1..).required(true).help_heading(texts.say("cli-heading-arguments").to_string())
}

fn kind_arg(texts: &Texts) -> Arg {
    let arg = Arg::new("kind").required(true).value_name(texts.say("cli-place-kind").to_string());
    let arg = arg.help(texts.tell("cli-arg-kind", &[("kinds", kinds(texts).into())]).to_string());
    arg.help_heading(texts.say("cli-heading-arguments").to_string())
}

/// The options of a kind's fields, each with its label; of rows the keys of their cells.
fn fields_of(texts: &Texts, kind: Kind) -> Safe {
    let options = kind.columns().map(|column| {
        let option = format!("--{}", column.key.replace('_', "-"));
        let needed = if column.needed { "*" } else { "" };
        let cells: Vec<&str> = column.kind.row_columns().map(|column| column.key).collect();
        let cells = if cells.is_empty() { String::new() } else { format!(": {}", cells.join(", ")) };
        format!("  {option:<28} {}{needed}{cells}", texts.field(column.label))
    });
    let options: Vec<String> = options.collect();
    texts.tell("cli-after-add-kind", &[("fields", Safe::lines(&options.join("\n")).into())])
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
