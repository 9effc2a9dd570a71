//! What is wrong with what was written, in words that name the thing and the way out.

use ecow::EcoString;
use jiff::civil::Date;

use crate::domain::{Column, Kind};
use crate::text::{Arg, Safe, Texts};

/// Why a text is no value of its field, or a value not what the field needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The field with this label has to hold something.
    Missing(&'static str),
    /// There are control characters in it.
    Control,
    /// It has more characters than fit.
    TooLong {
        /// How many there are.
        count: usize,
        /// How many fit.
        most: usize,
    },
    /// Not an e-mail address.
    NotEmail(EcoString),
    /// Not a phone number.
    NotPhone(EcoString),
    /// Not an address on the web.
    NotWeb(EcoString),
    /// Not a day.
    NotDate(EcoString),
    /// A month beyond the twelfth.
    NoSuchMonth(u32),
    /// A day its month does not have.
    NoSuchDay {
        /// The day.
        day: u32,
        /// The month.
        month: u32,
        /// The year, where one was written.
        year: Option<u32>,
        /// How many days that month has.
        days: u8,
    },
    /// A week its year does not have.
    NoSuchWeek(u32, Option<u32>),
    /// The day is another day of the week than was written.
    OtherWeekday(Date),
    /// It lies before the day in the field with this label.
    BeforeItBegins {
        /// The label of the field it begins with.
        begins: &'static str,
        /// The day it begins.
        first: Date,
    },
    /// Not a time of day.
    NotTime(EcoString),
    /// Not a length of time.
    NotLength(EcoString),
    /// Not a count.
    NotNumber(EcoString),
    /// Neither yes nor no.
    NotYesNo(EcoString),
    /// None of the choices.
    NoChoice {
        /// What was written.
        text: EcoString,
        /// The list's name in text ids.
        set: &'static str,
        /// The choices there are.
        keys: Vec<&'static str>,
    },
    /// The beginning of more than one choice.
    ManyChoices {
        /// What was written.
        text: EcoString,
        /// The list's name in text ids.
        set: &'static str,
        /// The choices it may mean.
        keys: Vec<&'static str>,
    },
    /// No record is called so or found by it.
    Nothing(EcoString),
    /// More than one record is called so or found by it.
    Several {
        /// What was written.
        text: EcoString,
        /// The first of them, with their ids.
        named: Vec<Safe>,
        /// How many more there are.
        more: usize,
    },
    /// No season has a round called so.
    NoRound {
        /// What was written.
        text: EcoString,
        /// The rounds there are, with their ids.
        named: Vec<Safe>,
    },
    /// A record of another kind than these, which the field takes.
    OtherKind(Vec<Kind>),
    /// A quotation mark is not closed.
    OpenQuote,
    /// A row has no such field.
    NoField {
        /// What was written.
        key: EcoString,
        /// The fields it has.
        keys: Vec<&'static str>,
    },
    /// A row names a field twice.
    KeyTwice(EcoString),
    /// Not a word that can be an id.
    NotAnId(EcoString),
    /// Something is wrong in this field of a row.
    InField {
        /// The field's label.
        label: &'static str,
        /// What is wrong.
        trouble: Box<Trouble>,
    },
    /// Something is wrong in this row.
    InRow {
        /// Which row, counted from 1.
        number: usize,
        /// What is wrong.
        trouble: Box<Trouble>,
    },
}

impl Trouble {
    /// The same in a field of a row.
    pub(super) fn in_field(self, column: &Column) -> Self {
        // What is missing names its field itself.
        if matches!(self, Self::Missing(_)) {
            self
        } else {
            Self::InField { label: column.label, trouble: Box::new(self) }
        }
    }

    /// What is wrong and the way out, in a sentence or two.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        let (id, places) = self.told(texts);
        texts.tell(id, &places)
    }

    fn told(&self, texts: &Texts) -> (&'static str, Vec<(&'static str, Arg)>) {
        let typed = |text: &EcoString| ("text", Safe::short(text).into());
        let choices =
            |set: &str, keys: &[&'static str]| ("choices", list(keys.iter().map(|key| texts.choice(set, key))));
        match self {
            Self::Missing(label) => ("entry-missing", vec![("field", texts.field(label).into())]),
            Self::Control => ("entry-control", Vec::new()),
            Self::TooLong { count, most } => {
                ("entry-too-long", vec![("count", counted(texts, *count)), ("most", counted(texts, *most))])
            }
            Self::NotEmail(text) => ("entry-email", vec![typed(text)]),
            Self::NotPhone(text) => ("entry-phone", vec![typed(text)]),
            Self::NotWeb(text) => ("entry-web", vec![typed(text)]),
            Self::NotDate(text) => ("entry-date", vec![typed(text)]),
            Self::NoSuchMonth(month) => ("entry-no-month", vec![("month", number(*month))]),
            Self::NoSuchDay { day, month, year, days } => {
                let year = year.map(|year| year.to_string()).unwrap_or_default();
                let date = Safe::line(&format!("{day}.{month}.{year}"));
                ("entry-no-day", vec![("date", date.into()), ("days", number(u32::from(*days)))])
            }
            Self::NoSuchWeek(week, Some(year)) => {
                ("entry-no-week", vec![("week", number(*week)), ("year", number(*year))])
            }
            Self::NoSuchWeek(week, None) => ("entry-no-week-ever", vec![("week", number(*week))]),
            Self::OtherWeekday(date) => {
                // Seen from long ago a day has its year.
                ("entry-other-weekday", vec![("day", texts.day(*date, Date::MIN).into())])
            }
            Self::BeforeItBegins { begins, first } => (
                "entry-before",
                vec![("begins", texts.field(begins).into()), ("day", texts.day(*first, Date::MIN).into())],
            ),
            Self::NotTime(text) => ("entry-time", vec![typed(text)]),
            Self::NotLength(text) => ("entry-length", vec![typed(text)]),
            Self::NotNumber(text) => ("entry-number", vec![typed(text)]),
            Self::NotYesNo(text) => ("entry-yes-no", vec![typed(text)]),
            Self::NoChoice { text, set, keys } => ("entry-no-choice", vec![typed(text), choices(set, keys)]),
            Self::ManyChoices { text, set, keys } => ("entry-many-choices", vec![typed(text), choices(set, keys)]),
            Self::Nothing(text) => ("entry-nothing", vec![typed(text)]),
            Self::Several { text, named, more: 0 } => {
                ("entry-several", vec![typed(text), ("records", list(named.iter().cloned()))])
            }
            Self::Several { text, named, more } => {
                let records = ("records", list(named.iter().cloned()));
                ("entry-several-more", vec![typed(text), records, ("more", counted(texts, *more))])
            }
            Self::NoRound { named, .. } if named.is_empty() => ("entry-no-rounds", Vec::new()),
            Self::NoRound { text, named } => {
                ("entry-no-round", vec![typed(text), ("rounds", list(named.iter().cloned()))])
            }
            Self::OtherKind(kinds) => {
                let kinds = kinds.iter().map(|kind| texts.say(&format!("kind-{}", kind.key())));
                ("entry-other-kind", vec![("kinds", list(kinds))])
            }
            Self::OpenQuote => ("entry-open-quote", Vec::new()),
            Self::NoField { key, keys } => {
                let keys = keys.iter().map(|key| Safe::line(key));
                ("entry-no-field", vec![("key", Safe::short(key).into()), ("keys", list(keys))])
            }
            Self::KeyTwice(key) => ("entry-key-twice", vec![("key", Safe::short(key).into())]),
            Self::NotAnId(text) => ("entry-id", vec![typed(text)]),
            Self::InField { label, trouble } => {
                let sentence = trouble.sentence(texts);
                ("entry-in-field", vec![("field", texts.field(label).into()), ("sentence", sentence.into())])
            }
            Self::InRow { number, trouble } => {
                let sentence = trouble.sentence(texts);
                ("entry-in-row", vec![("number", (*number).into()), ("sentence", sentence.into())])
            }
        }
    }
}

fn list(parts: impl Iterator<Item = Safe>) -> Arg {
    Safe::join(parts, &Safe::own(", ")).into()
}

/// A count with its thousands apart.
fn counted(texts: &Texts, count: usize) -> Arg {
    texts.number(u32::try_from(count).unwrap_or(u32::MAX)).into()
}

/// A number as it was written.
fn number(number: u32) -> Arg {
    Safe::line(&number.to_string()).into()
}
