//! What `config.toml` may say.
//!
//! Pure: the text comes from `store`. A key nobody knows is told with its line and does no harm.

use std::path::PathBuf;

use toml::de::{DeTable, DeValue};

use crate::domain::Id;
use crate::text::{Safe, Texts, Tongue};

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The directory of the book, instead of the user's own data directory.
    pub data: Option<PathBuf>,
    /// The language of the program.
    pub language: Option<Tongue>,
    /// Who uses the program.
    pub me: Me,
}

/// Who uses the program, as it signs notes and changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Me {
    /// Nobody was asked yet.
    #[default]
    Unasked,
    /// They would rather not say.
    Nobody,
    /// A person of the book.
    Person(Id),
}

impl Me {
    /// The person, where it is known.
    pub fn id(&self) -> Option<&Id> {
        if let Self::Person(id) = self { Some(id) } else { None }
    }
}

impl From<Option<Id>> for Me {
    fn from(told: Option<Id>) -> Self {
        told.map_or(Self::Nobody, Self::Person)
    }
}

/// Something in the settings that was read over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line, counted from 1.
    pub line: usize,
    /// What it is.
    pub what: WarningKind,
}

/// What was read over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// A key nobody knows.
    UnknownKey(String),
    /// A key with something it cannot hold.
    BadValue(String),
    /// The file is not TOML from here on; the parser's own words.
    Syntax(String),
}

impl Warning {
    /// The warning in a sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        let line = ("line", self.line.into());
        match &self.what {
            WarningKind::UnknownKey(key) => texts.tell("config-unknown-key", &[line, ("key", Safe::line(key).into())]),
            WarningKind::BadValue(key) => texts.tell("config-bad-value", &[line, ("key", Safe::line(key).into())]),
            WarningKind::Syntax(words) => texts.tell("config-syntax", &[line, ("words", Safe::line(words).into())]),
        }
    }
}

impl Settings {
    /// Reads the settings; what cannot be read is told and otherwise as if it were not there.
    pub fn parse(text: &str) -> (Self, Vec<Warning>) {
        let line_of = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let mut settings = Self::default();
        let mut warnings = Vec::new();
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let line = line_of(error.span().map_or(0, |span| span.start));
                return (settings, vec![Warning { line, what: WarningKind::Syntax(error.message().to_owned()) }]);
            }
        };
        for (key, value) in table {
            let line = line_of(key.span().start);
            let name = key.into_inner().into_owned();
            let told = match settings.take(&name, value.get_ref()) {
                Taken::Yes => continue,
                Taken::NoSuchKey => WarningKind::UnknownKey(name),
                Taken::BadValue => WarningKind::BadValue(name),
            };
            warnings.push(Warning { line, what: told });
        }
        (settings, warnings)
    }

    fn take(&mut self, key: &str, value: &DeValue<'_>) -> Taken {
        let text = value.as_str();
        match key {
            "data" => self.data = text.filter(|text| !text.trim().is_empty()).map(PathBuf::from),
            "language" => self.language = text.and_then(Tongue::from_key),
            "me" => self.me = text.map(me).unwrap_or_default(),
            _ => return Taken::NoSuchKey,
        }
        let understood = match key {
            "data" => self.data.is_some(),
            "me" => self.me != Me::Unasked,
            _ => self.language.is_some(),
        };
        if understood { Taken::Yes } else { Taken::BadValue }
    }
}

/// An empty word stands for somebody who would rather not say.
fn me(text: &str) -> Me {
    if text.is_empty() {
        Me::Nobody
    } else {
        Id::parse(text.strip_prefix("person:").unwrap_or(text)).map_or(Me::Unasked, Me::Person)
    }
}

/// What a new settings file begins with.
const COMMENTED: &str = "\
# Settings of kuntatutor; what is not said here is as usual.
# data = \"/srv/kuntatutor\"     the directory of the book, for all who share it
# language = \"fi\"              fi, sv or en
# me = \"\"                      the id of the person who uses the program

";

/// The text of the settings with this one set: in the place of its line, else in a line at the end.
pub fn with_setting(text: &str, key: &str, value: &str) -> String {
    // A JSON string is a TOML string.
    let line = format!("{key} = {}", serde_json::Value::from(value));
    let is_own = |other: &str| other.split_once('=').is_some_and(|(name, _)| name.trim() == key);
    let text = if text.is_empty() { COMMENTED } else { text };
    let mut lines: Vec<&str> = text.lines().collect();
    match lines.iter_mut().find(|other| is_own(other)) {
        Some(own) => *own = &line,
        None => lines.push(&line),
    }
    lines.join("\n") + "\n"
}

enum Taken {
    Yes,
    NoSuchKey,
    BadValue,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_setting_is_set_and_the_rest_stays() {
        let text = "# ours\ndata = \"/srv/book\"\nlanguage = \"fi\" # Finnish\n";
        let set = with_setting(text, "me", "p1");
        assert_eq!(set, format!("{text}me = \"p1\"\n"));
        assert_eq!(with_setting(&set, "me", ""), format!("{text}me = \"\"\n"));
        assert_eq!(Settings::parse(&set).0.me, Me::Person(Id::parse("p1").unwrap()));
        let new = with_setting("", "me", "p1");
        assert!(new.starts_with("# ") && Settings::parse(&new).1.is_empty(), "{new}");
        let odd = with_setting("", "data", "/a \"b\"\\c");
        assert_eq!(Settings::parse(&odd).0.data, Some(PathBuf::from("/a \"b\"\\c")));
    }

    #[test]
    fn settings_are_read_and_slips_are_told_with_their_line() {
        let (settings, warnings) = Settings::parse("data = \"/srv/book\"\nlanguage = \"fi\"\n\ncolor = 1\n");
        assert_eq!(settings.data, Some(PathBuf::from("/srv/book")));
        assert_eq!(settings.language, Some(Tongue::Fi));
        assert_eq!(warnings, [Warning { line: 4, what: WarningKind::UnknownKey("color".into()) }]);
        let (_, warnings) = Settings::parse("# mine\nlanguage = \"de\"\n");
        assert_eq!(warnings, [Warning { line: 2, what: WarningKind::BadValue("language".into()) }]);
        let (settings, warnings) = Settings::parse("language = \"fi\"\ndata = \n");
        assert_eq!(settings, Settings::default());
        assert_eq!(warnings.first().map(|warning| warning.line), Some(2));
    }
}
