//! A record of any kind, owned or borrowed, seen through its field table.

use super::beside::Kept;
use super::field::{Column, FieldKind, Piece, Table};
use super::id::{Id, Kind, Link};
use super::value::{Invalid, Value};
use super::{
    Action, BookInfo, Coaching, Feedback, Municipality, Note, Organisation, Person, Practice, Season, Session, Theme,
};

/// Runs one expression on whichever kind of record it is.
macro_rules! each {
    ($record:expr, $inner:ident => $body:expr) => {
        match $record {
            Self::Municipality($inner) => $body,
            Self::Organisation($inner) => $body,
            Self::Person($inner) => $body,
            Self::Theme($inner) => $body,
            Self::Season($inner) => $body,
            Self::Coaching($inner) => $body,
            Self::Session($inner) => $body,
            Self::Feedback($inner) => $body,
            Self::Action($inner) => $body,
            Self::Practice($inner) => $body,
            Self::Note($inner) => $body,
            Self::Book($inner) => $body,
        }
    };
}

/// A record of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// A municipality.
    Municipality(Municipality),
    /// An organisation.
    Organisation(Organisation),
    /// A person.
    Person(Person),
    /// A theme.
    Theme(Theme),
    /// A season.
    Season(Season),
    /// A coaching.
    Coaching(Coaching),
    /// A session.
    Session(Session),
    /// A filled-in questionnaire.
    Feedback(Feedback),
    /// An action.
    Action(Action),
    /// A practice.
    Practice(Practice),
    /// A note.
    Note(Note),
    /// The book's own record.
    Book(BookInfo),
}

/// A record of any kind, where the book holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RecordRef<'a> {
    /// A municipality.
    Municipality(&'a Municipality),
    /// An organisation.
    Organisation(&'a Organisation),
    /// A person.
    Person(&'a Person),
    /// A theme.
    Theme(&'a Theme),
    /// A season.
    Season(&'a Season),
    /// A coaching.
    Coaching(&'a Coaching),
    /// A session.
    Session(&'a Session),
    /// A filled-in questionnaire.
    Feedback(&'a Feedback),
    /// An action.
    Action(&'a Action),
    /// A practice.
    Practice(&'a Practice),
    /// A note.
    Note(&'a Note),
    /// The book's own record.
    Book(&'a BookInfo),
}

impl Record {
    /// A record of this kind and id with nothing in it.
    pub fn empty(kind: Kind, id: Id) -> Self {
        let mut record = match kind {
            Kind::Municipality => Self::Municipality(Municipality::default()),
            Kind::Organisation => Self::Organisation(Organisation::default()),
            Kind::Person => Self::Person(Person::default()),
            Kind::Theme => Self::Theme(Theme::default()),
            Kind::Season => Self::Season(Season::default()),
            Kind::Coaching => Self::Coaching(Coaching::default()),
            Kind::Session => Self::Session(Session::default()),
            Kind::Feedback => Self::Feedback(Feedback::default()),
            Kind::Action => Self::Action(Action::default()),
            Kind::Practice => Self::Practice(Practice::default()),
            Kind::Note => Self::Note(Note::default()),
            Kind::Book => Self::Book(BookInfo::default()),
        };
        each!(&mut record, record => record.set_id(id));
        record
    }

    /// Writes the field with this key.
    ///
    /// # Errors
    /// Says why the value does not fit, or [`Invalid::Type`] where the kind has no such field.
    pub fn set(&mut self, key: &str, value: Value) -> Result<(), Invalid> {
        fn one<T: Table>(record: &mut T, key: &str, value: Value) -> Result<(), Invalid> {
            let field = T::FIELDS.iter().find(|field| field.column.key == key).ok_or(Invalid::Type)?;
            (field.set)(record, value)
        }
        each!(self, record => one(record, key, value))
    }

    /// Gives it its id.
    pub fn give_id(&mut self, id: Id) {
        each!(self, record => record.set_id(id));
    }

    /// Keeps what stands beside its fields.
    pub fn keep(&mut self, kept: Kept) {
        each!(self, record => record.keep(kept));
    }

    /// The record, borrowed.
    pub fn as_ref(&self) -> RecordRef<'_> {
        match self {
            Self::Municipality(record) => RecordRef::Municipality(record),
            Self::Organisation(record) => RecordRef::Organisation(record),
            Self::Person(record) => RecordRef::Person(record),
            Self::Theme(record) => RecordRef::Theme(record),
            Self::Season(record) => RecordRef::Season(record),
            Self::Coaching(record) => RecordRef::Coaching(record),
            Self::Session(record) => RecordRef::Session(record),
            Self::Feedback(record) => RecordRef::Feedback(record),
            Self::Action(record) => RecordRef::Action(record),
            Self::Practice(record) => RecordRef::Practice(record),
            Self::Note(record) => RecordRef::Note(record),
            Self::Book(record) => RecordRef::Book(record),
        }
    }
}

impl<'a> RecordRef<'a> {
    /// Its kind.
    pub fn kind(self) -> Kind {
        match self {
            Self::Municipality(_) => Kind::Municipality,
            Self::Organisation(_) => Kind::Organisation,
            Self::Person(_) => Kind::Person,
            Self::Theme(_) => Kind::Theme,
            Self::Season(_) => Kind::Season,
            Self::Coaching(_) => Kind::Coaching,
            Self::Session(_) => Kind::Session,
            Self::Feedback(_) => Kind::Feedback,
            Self::Action(_) => Kind::Action,
            Self::Practice(_) => Kind::Practice,
            Self::Note(_) => Kind::Note,
            Self::Book(_) => Kind::Book,
        }
    }

    /// Its id.
    pub fn id(self) -> &'a Id {
        each!(self, record => record.id())
    }

    /// The link to it.
    pub fn link(self) -> Link {
        Link::new(self.kind(), self.id().clone())
    }

    /// What stands beside its fields.
    pub fn kept(self) -> &'a Kept {
        each!(self, record => record.kept())
    }

    /// Every field with its content, in the order of the table.
    pub fn fields(self) -> Vec<(&'static Column, Value)> {
        fn all<T: Table>(record: &T) -> Vec<(&'static Column, Value)> {
            T::FIELDS.iter().map(|field| (&field.column, (field.get)(record))).collect()
        }
        each!(self, record => all(record))
    }

    /// The content of the field with this key, if the kind has one.
    pub fn field(self, key: &str) -> Option<(&'static Column, Value)> {
        fn one<T: Table>(record: &T, key: &str) -> Option<(&'static Column, Value)> {
            let field = T::FIELDS.iter().find(|field| field.column.key == key)?;
            Some((&field.column, (field.get)(record)))
        }
        each!(self, record => one(record, key))
    }

    /// Shows the pieces of every field without copying them.
    pub fn look(self, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        fn each_field<T: Table>(record: &T, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
            for field in T::FIELDS {
                (field.look)(record, &field.column.kind, see);
            }
        }
        each!(self, record => each_field(record, see));
    }

    /// A copy that can leave the book.
    pub fn to_owned(self) -> Record {
        match self {
            Self::Municipality(record) => Record::Municipality(record.clone()),
            Self::Organisation(record) => Record::Organisation(record.clone()),
            Self::Person(record) => Record::Person(record.clone()),
            Self::Theme(record) => Record::Theme(record.clone()),
            Self::Season(record) => Record::Season(record.clone()),
            Self::Coaching(record) => Record::Coaching(record.clone()),
            Self::Session(record) => Record::Session(record.clone()),
            Self::Feedback(record) => Record::Feedback(record.clone()),
            Self::Action(record) => Record::Action(record.clone()),
            Self::Practice(record) => Record::Practice(record.clone()),
            Self::Note(record) => Record::Note(record.clone()),
            Self::Book(record) => Record::Book(record.clone()),
        }
    }
}
