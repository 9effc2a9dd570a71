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
    /// Who uses the program: a person of the book, by whose id changes are signed.
    pub me: Option<Id>,
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
            "data" => self.data = text.map(PathBuf::from),
            "language" => self.language = text.and_then(Tongue::from_key),
            "me" => self.me = text.and_then(person),
            _ => return Taken::NoSuchKey,
        }
        let understood = match key {
            "data" => self.data.is_some(),
            "me" => self.me.is_some(),
            _ => self.language.is_some(),
        };
        if understood { Taken::Yes } else { Taken::BadValue }
    }
}

/// A person's id, alone or as `person:id`.
fn person(text: &str) -> Option<Id> {
    Id::parse(text.strip_prefix("person:").unwrap_or(text)).ok()
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
    fn settings_are_read_and_slips_are_told_with_their_line() {
        let (settings, warnings) = Settings::parse("data = \"/srv/book\"\nlanguage = \"fi\"\n\ncolor = 1\n");
        assert_eq!(settings.data, Some(PathBuf::from("/srv/book")));
        assert_eq!(settings.language, Some(Tongue::Fi));
        assert_eq!(warnings, [Warning { line: 4, what: WarningKind::UnknownKey("color".into()) }]);
        for me in ["pj1fqz53wsjj5", "person:pj1fqz53wsjj5"] {
            let (settings, _) = Settings::parse(&format!("me = \"{me}\""));
            assert_eq!(settings.me, Id::parse("pj1fqz53wsjj5").ok());
        }
        let (_, warnings) = Settings::parse("me = \"Ari Tammi\"");
        assert_eq!(warnings, [Warning { line: 1, what: WarningKind::BadValue("me".into()) }]);
        let (_, warnings) = Settings::parse("# mine\nlanguage = \"de\"\n");
        assert_eq!(warnings, [Warning { line: 2, what: WarningKind::BadValue("language".into()) }]);
        let (settings, warnings) = Settings::parse("language = \"fi\"\ndata = \n");
        assert_eq!(settings, Settings::default());
        assert_eq!(warnings.first().map(|warning| warning.line), Some(2));
    }
}
