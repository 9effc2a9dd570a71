//! The command line: every screen's twin, for scripts and screen readers.
//!
//! Prints data on stdout and sentences on stderr, both through the safe text; exit codes are those of
//! [`Code`]. Language comes from `--lang`, then the settings, then the locale's name, set up or not.
#![expect(clippy::disallowed_methods, reason = "what the program starts with is read here: environment, settings, day")]

mod answers;
mod arguments;
mod check;
pub mod clock;
mod duplicates;
mod edit;
mod export;
mod fields;
mod find;
mod import;
mod init;
mod list;
mod output;
mod papers;
mod passing;
mod paths;
mod peers;
mod planning;
mod put;
mod reporting;
mod saving;
pub mod screen;
mod show;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::book::show::Showing;
use crate::domain::{Id, Season};
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::settings::Settings;
use crate::store::disk::read_small;
use crate::store::found::Foundation;
use crate::store::own::directory_typed;
use crate::store::paths::{Paths, holds_book};
use crate::store::state::read_usage;
use crate::store::{Loaded, Source, load};
use crate::text::{Safe, Texts, Tongue};
use arguments::{Asked, Order};
use output::Output;
use screen::Screen;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Code {
    /// As it should.
    Ok = 0,
    /// Nothing was found.
    Nothing = 1,
    /// The command was not understood.
    Usage = 2,
    /// More than one record was found where one was asked for.
    Ambiguous = 3,
    /// Something in the data could not be read, or nothing could be saved.
    Data = 4,
    /// Saved, but somebody else had changed the same field: both values are kept.
    Conflict = 5,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(code as u8)
    }
}

/// What is to happen now.
#[derive(Debug)]
pub enum Next {
    /// The screen opens.
    Screen(Box<Screen>),
    /// The command is done.
    Ended(ExitCode),
}

/// Reads the arguments and does what they say, unless it is to open the screen.
pub fn start(arguments: Vec<OsString>) -> Next {
    let paths = Paths::of_user();
    let (settings, warnings) = settings(paths.as_ref());
    let tongue = language(&arguments, &settings);
    let texts = Texts::new(tongue);
    let output = Output::new();
    for warning in warnings {
        output.say(&warning.sentence(&texts));
    }
    let asked = match arguments::parse(arguments, &texts) {
        Ok(asked) => asked,
        Err(refusal) => return Next::Ended(output.refuse(&refusal)),
    };
    let source = match source(asked.data.as_deref(), &settings, paths.as_ref()) {
        Ok(source) => source,
        // Where things should be can be told all the same.
        Err(missing) if asked.order.needs_no_book() => Source::Directory(missing.directory),
        Err(missing) => {
            let path = Safe::line(&missing.directory.display().to_string());
            let by = texts.say(missing.named_by);
            output.say(&texts.tell("error-no-directory", &[("path", path.into()), ("by", by.into())]));
            return Next::Ended(Code::Usage.into());
        }
    };
    let terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    match asked.order {
        Order::Screen(words) if terminal || words.is_none() => {
            let screen = Screen::new(tongue, source, paths, words);
            Next::Screen(Box::new(Screen { me: settings.me, read_only: asked.read_only, ..screen }))
        }
        Order::Screen(words) => {
            let order = Order::Find(words.unwrap_or_default());
            Next::Ended(answer(&Asked { order, ..asked }, &texts, &settings, &Places { source, paths }, output))
        }
        _ => Next::Ended(answer(&asked, &texts, &settings, &Places { source, paths }, output)),
    }
}

/// Where things are.
struct Places {
    source: Source,
    /// Where the program keeps its own things; nothing where there is no home.
    paths: Option<Paths>,
}

/// What is at hand for a command.
struct Desk<'a> {
    texts: &'a Texts,
    source: &'a Source,
    paths: Option<&'a Paths>,
    /// Who uses the program.
    me: Option<&'a Id>,
    loaded: Loaded,
    finder: Finder,
    json: bool,
    dry_run: bool,
    read_only: bool,
}

impl Desk<'_> {
    fn showing(&self) -> Showing<'_> {
        let today = clock::today();
        let season: Option<&Season> = self.loaded.book.season_at(today);
        Showing { book: &self.loaded.book, texts: self.texts, today, season }
    }

    /// What was used often and lately.
    fn usage(&self) -> Usage {
        self.paths.map_or_else(Usage::default, |paths| read_usage(&paths.usage_file()))
    }
}

fn answer(asked: &Asked, texts: &Texts, settings: &Settings, places: &Places, mut output: Output) -> ExitCode {
    let paths = places.paths.as_ref();
    if let Order::Init(what) = &asked.order {
        let code = init(asked, texts, what, places, &mut output);
        return output.end(texts, code);
    }
    let loaded = load(&places.source);
    let finder = Finder::new(&loaded.book, texts.tongue());
    let Asked { json, dry_run, read_only, .. } = *asked;
    let me = settings.me.id();
    let mut desk = Desk { texts, source: &places.source, paths, me, loaded, finder, json, dry_run, read_only };
    let code = match &asked.order {
        Order::Find(words) => find::find(&desk, words, &mut output),
        Order::Show(words) => show::show(&desk, words, &mut output),
        Order::List(kind, words) => list::list(&desk, *kind, words, &mut output),
        Order::Emails(kind, words) => list::emails(&desk, *kind, words, &mut output),
        Order::Export(asked) => export::export(&desk, asked, &mut output),
        Order::Check => check::check(&desk, &mut output),
        Order::Paths => paths::paths(&desk, &mut output),
        Order::Add { kind, id, settings } => edit::add(&desk, *kind, id.as_deref(), settings, &mut output),
        Order::Edit { words, settings } => edit::edit(&desk, words, settings, &mut output),
        Order::Delete(words) => edit::delete(&desk, words, &mut output),
        Order::Note { about, text } => edit::note(&desk, about, text, &mut output),
        Order::Import(bring) => import::import(&desk, bring, &mut output),
        Order::Move(going) => passing::go(&mut desk, going, &mut output),
        Order::Merge(words) => passing::merge(&mut desk, words, &mut output),
        Order::NextSeason(following) => passing::next_season(&mut desk, following, &mut output),
        Order::Duplicates(kind) => duplicates::duplicates(&desk, *kind, &mut output),
        Order::Unite { keep, gone } => duplicates::unite(&desk, keep, gone, &mut output),
        Order::Apart { one, other } => duplicates::apart(&desk, one, other, &mut output),
        Order::Planning(asked) => planning::answer(&desk, asked, &mut output),
        Order::Peers(words) => peers::peers(&desk, words, &mut output),
        Order::Reporting(asked) => reporting::answer(&mut desk, asked, &mut output),
        Order::Answers(asked) => answers::answers(&desk, asked, &mut output),
        Order::SessionPaper(asked) => papers::of_session(&desk, asked, &mut output),
        Order::Undo => edit::undo(&desk, &mut output),
        Order::Redo => edit::redo(&desk, &mut output),
        Order::Screen(_) | Order::Init(_) => Code::Ok,
    };
    output.end(texts, code)
}

/// Makes a book where one was asked for, else where the user's own would be.
fn init(asked: &Asked, texts: &Texts, what: &Foundation, places: &Places, output: &mut Output) -> Code {
    let directory = match (&places.source, &places.paths) {
        (Source::Directory(directory), _) => directory,
        (Source::Example, Some(paths)) => &paths.data,
        (Source::Example, None) => {
            output.say(&texts.say("error-no-home"));
            return Code::Usage;
        }
    };
    if asked.read_only && !asked.dry_run {
        output.say(&texts.say("error-read-only"));
        return Code::Usage;
    }
    let founding = init::Founding { directory, what, dry_run: asked.dry_run, json: asked.json };
    init::init(&founding, texts, output)
}

fn settings(paths: Option<&Paths>) -> (Settings, Vec<crate::settings::Warning>) {
    let text = paths.and_then(|paths| read_small(&paths.config_file()));
    text.map_or_else(Default::default, |text| Settings::parse(&text))
}

/// The language asked for by `--lang`, the settings or the locale, in this order; else English.
fn language(arguments: &[OsString], settings: &Settings) -> Tongue {
    let asked = arguments::language_asked(arguments);
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    asked
        .or(settings.language)
        .or_else(|| Tongue::from_locale(&locale.into_iter().find(|value| !value.is_empty())?))
        .unwrap_or_default()
}

/// A directory that was named and is not there, and the id of the text that says by what.
struct Missing {
    directory: PathBuf,
    named_by: &'static str,
}

/// Where the book is: as asked, as the environment or the settings say, the user's own, else the example.
///
/// # Errors
/// The directory that was named and is not there.
fn source(asked: Option<&Path>, settings: &Settings, paths: Option<&Paths>) -> Result<Source, Missing> {
    let environment = std::env::var_os("KUNTATUTOR_DATA").filter(|value| !value.is_empty()).map(PathBuf::from);
    let named = [
        (asked.map(Path::to_path_buf), "named-by-option"),
        (environment, "named-by-environment"),
        // A shell has spelt the others out; in the settings `~` is still the home.
        (settings.data.as_deref().map(|path| directory_typed(&path.to_string_lossy())), "named-by-settings"),
    ];
    if let Some((directory, named_by)) = named.into_iter().find_map(|(named, by)| Some((named?, by))) {
        return if directory.is_dir() {
            Ok(Source::Directory(directory))
        } else {
            Err(Missing { directory, named_by })
        };
    }
    Ok(match paths {
        Some(paths) if holds_book(&paths.data) => Source::Directory(paths.data.clone()),
        _ => Source::Example,
    })
}
