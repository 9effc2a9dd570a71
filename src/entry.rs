//! Typed text to values, and values to text that can be edited.
//!
//! Owns what people may write into a field of each kind, on a form and on the command line alike, and what is wrong
//! with it, in words. It reads no disk and no clock: book, day and language come with [`Reading`].
//!
//! What is written, by kind of field (nothing written is nothing said):
//!
//! | kind | may be written |
//! |---|---|
//! | line, phone, e-mail, web | as typed, without control characters; blanks at the ends go |
//! | long text | the same, with line ends and tabs |
//! | date | `6.10.`, `6.10.2021`, `6.10.21`, `2021-10-06`, `+2w`, `-3d`, `today`, `ti`, `vk 41`, `ti vk 41` |
//! | time | `9`, `9.30`, `9:30`, `0930`, `klo 9`; of `klo 9–11.30` the beginning ([`span`] gives both) |
//! | length | `90`, `90 min`, `1 h 30 min`, `1,5 h`, `1:30`, `1.30` |
//! | number | `33458`, `33 458` |
//! | yes or no | `x`, `kyllä`, `ei`, `ja`, `nej`, `yes`, `no`, or their first letter |
//! | choice | its key, its word in any of the three languages, or an unmistakable beginning |
//! | words | one text, or `fi=… sv=…` |
//! | record | an id, `kind:id`, its exact title, or words that find only it |
//! | somebody | the same without the search; anything else, or anything in quotation marks, is a name |
//! | round | its name, alone or with its season's (`syksy · Digituki 2026`), some of its words, or its row's id |
//! | many | parted by `,` or `;`, each in quotation marks if it holds one of these |
//! | rows | parted by `;`, each of `key=value` pairs (see below) |
//!
//! # Rows
//!
//! ```text
//! rows   = row *( ";" row )
//! row    = [ value ] *( key "=" value )     a value before all keys is the first needed field's
//! key    = the stored key, or the label in any language with "-" for its blanks; "id" is the row's own
//! value  = quoted | text up to the next " key=" or ";"
//! quoted = "'" … "'" | '"' … '"'            the quotation mark itself is doubled inside
//! ```
//!
//! A value is written as its field's kind says, so rows inside rows stand in quotes:
//! `minutes=15 title=Avaus speakers='who="Aino Tammela" part=speaker; who="Ari Tammi"'`.

mod check;
mod choice;
mod date;
mod hours;
mod key;
mod number;
mod plain;
mod quote;
mod record;
mod round;
mod rows;
mod time;
mod trouble;
mod words;

use ecow::EcoString;
use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{Column, FieldKind, Season, Value};
use crate::find::finder::Finder;
use crate::text::Texts;

pub use check::{check, order};
pub use hours::working_time;
pub use key::key_of;
pub use plain::{Printing, plain};
pub use rows::{column_called, give_ids};
pub use time::span;
pub use trouble::Trouble;
pub use words::names_languages;

/// What is at hand when text is read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The book that holds the records one may name.
    pub book: &'a Book,
    /// The search over it; it also knows the words of all three languages.
    pub finder: &'a Finder,
    /// The language of the program, whose words come first.
    pub texts: &'a Texts,
    /// The day it is.
    pub today: Date,
    /// Which year a day without one means.
    pub tense: Tense,
    /// The season whose round is meant where several seasons have one called so.
    pub season: Option<&'a Season>,
}

/// Which of the days that fit is meant; today counts as both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// The next one.
    Ahead,
    /// The last one.
    Past,
}

/// The fields that tell of what was.
const PAST: [&str; 13] = [
    "asked_on",
    "at",
    "done_on",
    "given_on",
    "left_on",
    "merger_told",
    "on",
    "received_on",
    "sent_on",
    "since",
    "source_date",
    "valid_from",
    "valid_until",
];

impl Tense {
    /// Which days a field tells of.
    pub fn of(column: &Column) -> Self {
        if PAST.contains(&column.key) { Self::Past } else { Self::Ahead }
    }
}

impl Reading<'_> {
    /// Reads what was written into a field of this kind. Rows without an id have none yet: see [`give_ids`].
    ///
    /// # Errors
    /// What is wrong with it, and the way out.
    pub fn value(self, kind: &FieldKind, text: &str) -> Result<Value, Trouble> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Value::Empty);
        }
        let value = match kind {
            FieldKind::Line | FieldKind::Phone | FieldKind::Email | FieldKind::Web => line(text).map(Value::Text),
            FieldKind::Long => long(text).map(Value::Text),
            FieldKind::Date => date::date(text, self.today, self.tense).map(Value::Date),
            FieldKind::Time => time::time(text).map(Value::Time),
            FieldKind::Length => time::length(text).map(Value::Number),
            FieldKind::Number => number::number(text).map(Value::Number),
            FieldKind::YesNo => choice::yes_or_no(text).map(Value::Yes),
            FieldKind::Choice { set, keys } => self.choice(set, keys, text).map(Value::Choice),
            FieldKind::Words(tongues) => words::words(text, tongues, self.texts.tongue()).map(Value::Words),
            FieldKind::Ref(kind) => self.link(&[*kind], text).map(|link| Value::Ref(link.id)),
            FieldKind::Who => self.who(text),
            FieldKind::Link(kinds) => self.link(kinds, text).map(Value::Link),
            FieldKind::Round => self.round(text).map(Value::Text),
            FieldKind::Many(one) => self.many(one, text),
            FieldKind::Rows(_) => self.rows(kind, text),
        };
        // `fi=` and a pair of quotation marks around nothing say nothing either.
        value.map(|value| if value.is_empty() { Value::Empty } else { value })
    }

    fn many(self, one: &FieldKind, text: &str) -> Result<Value, Trouble> {
        // A title may hold a comma.
        let is_title = |kind| record::titled(self.book, self.texts, &[kind], text).len() == 1;
        if one.referred().is_some_and(is_title) {
            return self.value(one, text).map(|value| Value::Many(vec![value]));
        }
        let parts = quote::parts(text, &[',', ';'])?;
        let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
        let values: Result<Vec<Value>, Trouble> = parts.map(|part| self.value(one, &quote::unquoted(part))).collect();
        let mut values = values?;
        values.retain(|value| !value.is_empty());
        Ok(Value::Many(values))
    }
}

/// One line of text; blanks at its ends are gone already.
fn line(text: &str) -> Result<EcoString, Trouble> {
    if text.contains(char::is_control) { Err(Trouble::Control) } else { Ok(text.into()) }
}

/// Text of several lines, whatever system its line ends come from.
fn long(text: &str) -> Result<EcoString, Trouble> {
    let text = text.replace("\r\n", "\n");
    let odd = |letter: char| letter.is_control() && letter != '\n' && letter != '\t';
    if text.contains(odd) { Err(Trouble::Control) } else { Ok(text.into()) }
}
