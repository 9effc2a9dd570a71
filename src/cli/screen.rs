//! What the screen is opened with, read from arguments and environment.

use crate::app::input::BookPlace;
use crate::settings::Me;
use crate::store::Source;
use crate::store::paths::Paths;
use crate::text::{Safe, Texts, Tongue};
use crate::widgets::looks::Looks;

/// What the screen is opened with.
#[derive(Debug)]
pub struct Screen {
    /// The language.
    pub tongue: Tongue,
    /// Where the book is.
    pub source: Source,
    /// Where the program keeps its own things; nothing where there is no home.
    pub paths: Option<Paths>,
    /// Words to open the lookup with.
    pub words: Option<String>,
    /// Who uses the program.
    pub me: Me,
    /// Nothing may be changed.
    pub read_only: bool,
    /// What the terminal can show.
    pub looks: Looks,
    /// Whether the line may take sequences apart.
    pub over_ssh: bool,
}

impl Screen {
    /// The screen on this book, with looks that fit the environment.
    pub fn new(tongue: Tongue, source: Source, paths: Option<Paths>, words: Option<String>) -> Self {
        let over_ssh = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
        Self { tongue, source, paths, words, me: Me::default(), read_only: false, looks: looks(), over_ssh }
    }

    /// Where the book is.
    pub fn place(&self, texts: &Texts) -> BookPlace {
        place(&self.source, texts)
    }
}

/// Where a book is, as people and drafts name it.
pub fn place(source: &Source, texts: &Texts) -> BookPlace {
    let path = match source {
        Source::Example => String::new(),
        Source::Directory(directory) => {
            std::path::absolute(directory).unwrap_or_else(|_| directory.clone()).display().to_string()
        }
    };
    BookPlace { origin: origin(source, texts), path, example: *source == Source::Example }
}

fn origin(source: &Source, texts: &Texts) -> Safe {
    match source {
        Source::Example => texts.say("origin-example"),
        Source::Directory(directory) => {
            let path = directory.display().to_string();
            let home = std::env::var("HOME").unwrap_or_default();
            let below = path.strip_prefix(&home).filter(|rest| !home.is_empty() && rest.starts_with('/'));
            Safe::short(&below.map_or_else(|| path.clone(), |rest| format!("~{rest}")))
        }
    }
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Colours unless `NO_COLOR` or an old terminal forbid them; drawn lines where the locale's name says UTF-8.
fn looks() -> Looks {
    let term = std::env::var("TERM").unwrap_or_default();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let locale = locale.into_iter().find(|value| !value.is_empty()).unwrap_or_default().to_ascii_lowercase();
    Looks {
        colour: !is_set("NO_COLOR") && !term.starts_with("vt"),
        drawing: (locale.contains("utf-8") || locale.contains("utf8")) && term != "linux",
    }
}
