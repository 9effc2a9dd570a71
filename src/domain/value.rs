//! What a field can hold, whatever its record: one closed list of values.

use std::fmt;

use ecow::{EcoString, EcoVec};
use jiff::civil::{Date, Time};

use super::beside::Kept;
use super::id::{Id, Link};
use super::rare::{Hollow, Rare};
use crate::text::Tongue;

/// The content of one field of one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing was given.
    Empty,
    /// A line, a long text, an address, a number as people dial it.
    Text(EcoString),
    /// A count, or a length in minutes.
    Number(u32),
    /// Yes or no.
    Yes(bool),
    /// A civil date.
    Date(Date),
    /// A civil time of day.
    Time(Time),
    /// One of a closed list, by its English key.
    Choice(&'static str),
    /// The same text in several languages.
    Words(Words),
    /// A record of the kind the field names.
    Ref(Id),
    /// A record of any kind the field allows.
    Link(Link),
    /// Several values of one kind.
    Many(Vec<Value>),
    /// Rows of a sub-table, in the order people gave them.
    Rows(Vec<Row>),
}

impl Value {
    /// Whether there is nothing to show or store.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            Self::Words(words) => words.is_empty(),
            Self::Many(many) => many.is_empty(),
            Self::Rows(rows) => rows.is_empty(),
            Self::Number(_)
            | Self::Yes(_)
            | Self::Date(_)
            | Self::Time(_)
            | Self::Choice(_)
            | Self::Ref(_)
            | Self::Link(_) => false,
        }
    }
}

/// One row inside a record, in the order of its table's columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The row's own id, by which two people's changes meet.
    pub id: Id,
    /// One value a column.
    pub cells: Vec<Value>,
    /// Keys this version does not know.
    pub kept: Kept,
}

impl Row {
    /// A row of a table with so many columns, nothing in any.
    pub fn empty(id: Id, columns: usize) -> Self {
        Self { id, cells: vec![Value::Empty; columns], kept: Kept::default() }
    }
}

/// One text in one or more languages; where one is missing, another is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In Finnish.
    pub fi: EcoString,
    /// In the other languages; most texts have only one.
    pub others: Rare<OtherTongues>,
}

/// A text in Swedish and English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherTongues {
    /// In Swedish.
    pub sv: EcoString,
    /// In English, where a field has it.
    pub en: EcoString,
}

impl Hollow for OtherTongues {
    const EMPTY: &'static Self = &Self { sv: EcoString::new(), en: EcoString::new() };
}

impl Hollow for Words {
    const EMPTY: &'static Self = &Self { fi: EcoString::new(), others: Rare::NOTHING };
}

impl Words {
    /// The text in Finnish, Swedish and English, each perhaps empty.
    pub fn new(fi: EcoString, sv: EcoString, en: EcoString) -> Self {
        Self { fi, others: OtherTongues { sv, en }.into() }
    }

    /// The text in this very language, perhaps empty.
    pub fn exactly(&self, tongue: Tongue) -> &EcoString {
        match tongue {
            Tongue::Fi => &self.fi,
            Tongue::Sv => &self.others.sv,
            Tongue::En => &self.others.en,
        }
    }

    /// The place of the text in this language.
    pub fn exactly_mut(&mut self, tongue: Tongue) -> &mut EcoString {
        match tongue {
            Tongue::Fi => &mut self.fi,
            Tongue::Sv => &mut self.others.sv,
            Tongue::En => &mut self.others.en,
        }
    }

    /// The text in this language, else in the first of Finnish, Swedish and English that has one.
    pub fn in_tongue(&self, tongue: Tongue) -> &EcoString {
        let wanted = self.exactly(tongue);
        if !wanted.is_empty() {
            return wanted;
        }
        Tongue::ALL.into_iter().map(|other| self.exactly(other)).find(|text| !text.is_empty()).unwrap_or(wanted)
    }

    /// The different texts given, Finnish first.
    pub fn given(&self) -> impl Iterator<Item = &EcoString> {
        let OtherTongues { sv, en } = &*self.others;
        let own_sv = (*sv != self.fi).then_some(sv);
        let own_en = (*en != self.fi && en != sv).then_some(en);
        [Some(&self.fi), own_sv, own_en].into_iter().flatten().filter(|text| !text.is_empty())
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.given().next().is_none()
    }
}

/// Somebody: a person of the book, or only a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// Nobody was named.
    #[default]
    Nobody,
    /// A person of the book.
    Person(Id),
    /// A name that is not in the book.
    Name(EcoString),
}

/// Several ids, as lists of references hold them.
pub type Ids = EcoVec<Id>;

/// Why a value does not fit its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// Not a word that can be an id.
    Id,
    /// Not `kind:id` of a kind the field allows.
    Link,
    /// Another kind of value than the field holds.
    Type,
    /// Not one of the choices.
    Choice,
    /// A number below zero, with a fraction, or beyond 4,294,967,295.
    Number,
    /// No such day.
    Date,
    /// No such time of day.
    Time,
}

impl Invalid {
    /// The reason's id in the texts.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Id => "invalid-id",
            Self::Link => "invalid-link",
            Self::Type => "invalid-type",
            Self::Choice => "invalid-choice",
            Self::Number => "invalid-number",
            Self::Date => "invalid-date",
            Self::Time => "invalid-time",
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.text_id())
    }
}

impl std::error::Error for Invalid {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_is_lent_by_another() {
        let words = Words::new("sparraus".into(), "sparring".into(), "".into());
        assert_eq!(words.in_tongue(Tongue::Sv), "sparring");
        assert_eq!(words.in_tongue(Tongue::En), "sparraus");
        assert!(Words::default().in_tongue(Tongue::Fi).is_empty());
    }

    #[test]
    fn the_same_text_twice_is_given_once() {
        let words = Words::new("Askola".into(), "Askola".into(), "".into());
        assert_eq!(words.given().collect::<Vec<_>>(), ["Askola"]);
    }
}
