//! The program's texts in three languages, and the language itself.
//!
//! Owns the Fluent files of `data/locale`, how a date or a number is written, and the words for choices and
//! fields. Text that comes from data passes through [`Safe`], and only safe text leaves this room.

pub mod safe;
pub mod wrap;

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::{Date, Time};
use unic_langid::LanguageIdentifier;

pub use safe::Safe;

/// A language of the programme and of its data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// Finnish.
    Fi,
    /// Finland Swedish.
    Sv,
    /// English.
    #[default]
    En,
}

impl Tongue {
    /// The languages, Finnish first.
    pub const ALL: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// The two-letter code.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language with this two-letter code.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.key() == key)
    }
}

impl Tongue {
    /// The language a locale's name asks for (`fi_FI.UTF-8`, `sv`, `C`), set up on the machine or not.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        Self::from_key(&language.to_ascii_lowercase())
    }

    /// The texts in this language, as Fluent reads them.
    const fn source(self) -> &'static str {
        match self {
            Self::Fi => include_str!("../data/locale/fi.ftl"),
            Self::Sv => include_str!("../data/locale/sv.ftl"),
            Self::En => include_str!("../data/locale/en.ftl"),
        }
    }
}

/// Something a text has a place for.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Text; only safe text goes in.
    Text(Safe),
    /// A count, by which languages choose their plural.
    Count(usize),
}

impl From<Safe> for Arg {
    fn from(text: Safe) -> Self {
        Self::Text(text)
    }
}

impl From<&Safe> for Arg {
    fn from(text: &Safe) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// The texts of one language. Cheap to share, costs a parse of one file to make.
pub struct Texts {
    tongue: Tongue,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Texts").field("tongue", &self.tongue).finish_non_exhaustive()
    }
}

impl Texts {
    /// The texts of this language.
    pub fn new(tongue: Tongue) -> Self {
        Self::of(tongue, tongue.source().to_owned())
    }

    /// Of the texts of this language only those whose ids begin so: all of them together take up much memory.
    pub fn only(tongue: Tongue, beginnings: &[&str]) -> Self {
        let mut wanted = false;
        let is_wanted = |line: &&str| {
            // What goes on with a text is indented, or a bracket that ends it.
            if !line.starts_with([' ', '}']) {
                wanted = beginnings.iter().any(|beginning| line.starts_with(beginning));
            }
            wanted
        };
        Self::of(tongue, tongue.source().split_inclusive('\n').filter(is_wanted).collect())
    }

    fn of(tongue: Tongue, source: String) -> Self {
        let language: LanguageIdentifier = tongue.key().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        // A message that does not parse is found by the tests; the others still serve.
        let resource = match FluentResource::try_new(source) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { tongue, bundle }
    }

    /// Which language this is.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The text with this id.
    pub fn say(&self, id: &str) -> Safe {
        self.tell(id, &[])
    }

    /// The text with this id and its places filled.
    pub fn tell(&self, id: &str, places: &[(&'static str, Arg)]) -> Safe {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Safe::line(id);
        };
        let mut args = FluentArgs::with_capacity(places.len());
        for (name, arg) in places {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Count(count) => FluentValue::from(*count),
            };
            args.set(*name, value);
        }
        let mut errors = Vec::new();
        Safe::lines(&self.bundle.format_pattern(pattern, Some(&args), &mut errors))
    }

    /// The short form of the text with this id, where it has one.
    pub fn short(&self, id: &str) -> Safe {
        self.attribute(id, "short").unwrap_or_else(|| self.say(id))
    }

    /// Other words that the text with this id is looked for by; nothing where there are none.
    pub fn also(&self, id: &str) -> Safe {
        self.attribute(id, "also").unwrap_or_default()
    }

    fn attribute(&self, id: &str, name: &str) -> Option<Safe> {
        let attribute = self.bundle.get_message(id)?.get_attribute(name)?;
        let mut errors = Vec::new();
        Some(Safe::lines(&self.bundle.format_pattern(attribute.value(), None, &mut errors)))
    }

    /// Whether there is a text with this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The word for a choice of a closed list.
    pub fn choice(&self, set: &str, key: &str) -> Safe {
        self.say(&format!("choice-{set}-{key}"))
    }

    /// The label of the field with this key.
    pub fn field(&self, key: &str) -> Safe {
        self.say(&format!("field-{}", key.replace('_', "-")))
    }

    /// A key's name as it is printed on keyboards here.
    pub fn key(&self, name: &str) -> Safe {
        match name {
            "Space" => self.say("key-space"),
            "Up" => self.say("key-up"),
            "Down" => self.say("key-down"),
            "Left" => self.say("key-left"),
            "Right" => self.say("key-right"),
            _ => Safe::line(name),
        }
    }

    /// A date as `6.10.2021`.
    pub fn date(&self, date: Date) -> Safe {
        Safe::line(&format!("{}.{}.{}", date.day(), date.month(), date.year()))
    }

    /// A date of a year one knows: `6.10.`
    pub fn short_date(&self, date: Date) -> Safe {
        Safe::line(&format!("{}.{}.", date.day(), date.month()))
    }

    /// A date with its weekday: `ke 6.10.2021`, without the year when it is `today`'s.
    pub fn day(&self, date: Date, today: Date) -> Safe {
        let weekday = self.weekday(date);
        let (day, month, year) = (date.day(), date.month(), date.year());
        if year == today.year() {
            Safe::line(&format!("{weekday} {day}.{month}."))
        } else {
            Safe::line(&format!("{weekday} {day}.{month}.{year}"))
        }
    }

    /// A time of day: `9.30`, in English `9:30`.
    pub fn time(&self, time: Time) -> Safe {
        let colon = if self.tongue == Tongue::En { ':' } else { '.' };
        Safe::line(&format!("{}{colon}{:02}", time.hour(), time.minute()))
    }

    /// A length of time given in minutes: `1 h 30 min`.
    pub fn length(&self, minutes: u32) -> Safe {
        let (hours, rest) = (minutes / 60, minutes % 60);
        Safe::line(&match (hours, rest) {
            (0, rest) => format!("{rest} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, rest) => format!("{hours} h {rest} min"),
        })
    }

    /// A count with its thousands apart: `33 458`.
    pub fn number(&self, number: u32) -> Safe {
        let digits = number.to_string();
        let mut spaced = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                spaced.push(' ');
            }
            spaced.push(digit);
        }
        Safe::line(&spaced)
    }

    /// The weekday in two or three letters.
    pub fn weekday(&self, date: Date) -> Safe {
        self.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }
}
