//! The field table: one row says all that the program knows of a field.

use ecow::{EcoString, EcoVec};
use jiff::civil::{Date, Time};

use super::beside::Kept;
use super::choice::Choice;
use super::id::{Id, Kind, Link};
use super::value::{Invalid, Row, Value, Who, Words};
use crate::text::Tongue;

/// What kind of content a field holds. Reading, printing, checking and searching happen once per kind.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// One line of text.
    Line,
    /// Text of several lines.
    Long,
    /// A phone number, spelt as people do.
    Phone,
    /// An e-mail address.
    Email,
    /// An address on the web.
    Web,
    /// A civil date.
    Date,
    /// A civil time of day.
    Time,
    /// A length of time in minutes.
    Length,
    /// A count.
    Number,
    /// Yes or no.
    YesNo,
    /// One of a closed list.
    Choice {
        /// The list's name in text ids.
        set: &'static str,
        /// The stored keys.
        keys: &'static [&'static str],
    },
    /// The same text in these languages.
    Words(&'static [Tongue]),
    /// A record of this kind.
    Ref(Kind),
    /// A person of the book, or only a name.
    Who,
    /// A record of one of these kinds.
    Link(&'static [Kind]),
    /// A round of a season, by its row's id.
    Round,
    /// Several of another kind of content.
    Many(&'static FieldKind),
    /// Rows of a sub-table; the function gives its columns by number.
    Rows(fn(usize) -> Option<&'static Column>),
}

/// A text in the two languages of the municipalities.
pub const IN_BOTH: FieldKind = FieldKind::Words(&[Tongue::Fi, Tongue::Sv]);

/// A text in all languages of the program.
pub const IN_ALL: FieldKind = FieldKind::Words(&Tongue::ALL);

impl FieldKind {
    /// The kind of content that is one of `C`'s choices.
    pub const fn choice<C: Choice>() -> Self {
        Self::Choice { set: C::SET, keys: C::KEYS }
    }

    /// The one kind of record this kind refers to.
    pub fn referred(&self) -> Option<Kind> {
        match self {
            Self::Ref(kind) => Some(*kind),
            Self::Who => Some(Kind::Person),
            Self::Many(one) => one.referred(),
            _ => None,
        }
    }

    /// The columns of the sub-table, if this kind has one.
    pub fn row_columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        let rows = if let Self::Rows(rows) = self { Some(*rows) } else { None };
        (0..).map_while(move |number| rows.and_then(|rows| rows(number)))
    }
}

/// What is known of a field apart from the record it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The stored key.
    pub key: &'static str,
    /// The label is the text `field-<label>`: the key, unless the word means something else elsewhere.
    pub label: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether a record is incomplete without it.
    pub needed: bool,
}

/// A row of the table of `T`'s fields.
#[derive(Debug)]
pub struct Field<T> {
    /// What it is.
    pub column: Column,
    /// Reads it.
    pub get: fn(&T) -> Value,
    /// Writes it, or says why not.
    pub set: fn(&mut T, Value) -> Result<(), Invalid>,
    /// Shows its pieces without copying them, rows and lists taken apart.
    pub look: Look<T>,
}

/// How a member of `T` shows its pieces; the kind is the one its field declares.
pub type Look<T> = fn(&T, &FieldKind, &mut dyn FnMut(&FieldKind, Piece<'_>));

/// One undivided piece of a field's content, where it stands.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// Text of any kind.
    Text(&'a str),
    /// A text in several languages.
    Words(&'a Words),
    /// A choice, by its key.
    Choice(&'static str),
    /// A record.
    Ref(Kind, &'a Id),
    /// Anything that is neither searched nor a reference: dates, counts, yes and no.
    Plain,
}

/// Something made of fields: a record, or a row inside one.
pub trait Table: Clone + Default + 'static {
    /// The table's name: a kind's key, or the row's own word.
    const NAME: &'static str;
    /// One row a field, in the order people read and files store them.
    const FIELDS: &'static [Field<Self>];

    /// Its id.
    fn id(&self) -> &Id;
    /// Gives it its id.
    fn set_id(&mut self, id: Id);
    /// What was read and is not known.
    fn kept(&self) -> &Kept;
    /// Keeps what was read and is not known.
    fn keep(&mut self, kept: Kept);
}

/// The column of `T` with this number.
pub fn columns<T: Table>(number: usize) -> Option<&'static Column> {
    T::FIELDS.get(number).map(|field| &field.column)
}

/// The record or row these values make.
///
/// # Errors
/// Says why a value does not fit its field.
pub fn from_row<T: Table>(row: Row) -> Result<T, Invalid> {
    let mut made = T::default();
    made.set_id(row.id);
    made.keep(row.kept);
    for (field, cell) in T::FIELDS.iter().zip(row.cells) {
        if !matches!(cell, Value::Empty) {
            (field.set)(&mut made, cell)?;
        }
    }
    Ok(made)
}

/// Declares the field table of a struct that has `id`, `kept` and the members named.
macro_rules! table {
    ($type:ty, $name:literal, { $($key:ident $(($needed:ident))? $([$label:literal])?: $kind:expr),+ $(,)? }) => {
        impl $crate::domain::Table for $type {
            const NAME: &'static str = $name;
            const FIELDS: &'static [$crate::domain::Field<Self>] = &[$($crate::domain::Field {
                column: $crate::domain::Column {
                    key: stringify!($key),
                    label: $crate::domain::field::table!(@label $key $($label)?),
                    kind: $kind,
                    needed: $crate::domain::field::table!(@needed $($needed)?),
                },
                get: |record| $crate::domain::Held::value(&record.$key),
                set: |record, value| $crate::domain::Held::hold(&mut record.$key, value),
                look: |record, kind, see| $crate::domain::Held::look(&record.$key, kind, see),
            }),+];

            fn id(&self) -> &$crate::domain::Id {
                &self.id
            }

            fn set_id(&mut self, id: $crate::domain::Id) {
                self.id = id;
            }

            fn kept(&self) -> &$crate::domain::Kept {
                &self.kept
            }

            fn keep(&mut self, kept: $crate::domain::Kept) {
                self.kept = kept;
            }
        }
    };
    (@label $key:ident $label:literal) => { $label };
    (@label $key:ident) => { stringify!($key) };
    (@needed needed) => { true };
    (@needed) => { false };
}

pub(super) use table;

/// A member of a struct that a field row can read and write.
pub trait Held {
    /// Its content.
    fn value(&self) -> Value;

    /// Takes new content.
    ///
    /// # Errors
    /// Says why the content does not fit; the member is then as it was.
    fn hold(&mut self, value: Value) -> Result<(), Invalid>;

    /// Shows its pieces; `kind` is the kind its field declares.
    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>));
}

impl Held for EcoString {
    fn value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self.clone()) }
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        *self = match value {
            Value::Empty => Self::new(),
            Value::Text(text) => text,
            _ => return Err(Invalid::Type),
        };
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        if !self.is_empty() {
            see(kind, Piece::Text(self));
        }
    }
}

impl Held for Words {
    fn value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Words(self.clone()) }
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        *self = match value {
            Value::Empty => Self::default(),
            Value::Words(words) => words,
            _ => return Err(Invalid::Type),
        };
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        if !self.is_empty() {
            see(kind, Piece::Words(self));
        }
    }
}

impl Held for Who {
    fn value(&self) -> Value {
        match self {
            Self::Nobody => Value::Empty,
            Self::Person(id) => Value::Ref(id.clone()),
            Self::Name(name) => Value::Text(name.clone()),
        }
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        *self = match value {
            Value::Empty => Self::Nobody,
            Value::Ref(id) => Self::Person(id),
            Value::Text(name) => Self::Name(name),
            _ => return Err(Invalid::Type),
        };
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        match self {
            Self::Nobody => {}
            Self::Person(id) => see(kind, Piece::Ref(Kind::Person, id)),
            Self::Name(name) => see(kind, Piece::Text(name)),
        }
    }
}

/// Optional members that are one variant of [`Value`].
macro_rules! held {
    ($($type:ty => $variant:ident, $look:expr;)+) => { $(
        impl Held for Option<$type> {
            fn value(&self) -> Value {
                self.clone().map_or(Value::Empty, Value::$variant)
            }

            fn hold(&mut self, value: Value) -> Result<(), Invalid> {
                *self = match value {
                    Value::Empty => None,
                    Value::$variant(content) => Some(content),
                    _ => return Err(Invalid::Type),
                };
                Ok(())
            }

            fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
                if let Some(content) = self {
                    let piece: for<'a> fn(&'a $type, &FieldKind) -> Option<Piece<'a>> = $look;
                    see(kind, piece(content, kind).unwrap_or(Piece::Plain));
                }
            }
        }
    )+ };
}

held! {
    u32 => Number, |_, _| None;
    bool => Yes, |_, _| None;
    Date => Date, |_, _| None;
    Time => Time, |_, _| None;
    Id => Ref, |id, kind| kind.referred().map(|to| Piece::Ref(to, id));
    Link => Link, |link, _| Some(Piece::Ref(link.kind, &link.id));
}

impl<C: Choice> Held for Option<C> {
    fn value(&self) -> Value {
        self.map_or(Value::Empty, |choice| Value::Choice(choice.key()))
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        *self = match value {
            Value::Empty => None,
            Value::Choice(key) => Some(C::from_key(key).ok_or(Invalid::Choice)?),
            _ => return Err(Invalid::Type),
        };
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        if let Some(choice) = self {
            see(kind, Piece::Choice(choice.key()));
        }
    }
}

impl Held for EcoVec<Id> {
    fn value(&self) -> Value {
        Value::Many(self.iter().cloned().map(Value::Ref).collect())
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        *self = many(value, |value| if let Value::Ref(id) = value { Ok(id) } else { Err(Invalid::Type) })?;
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        if let Some(to) = kind.referred() {
            self.iter().for_each(|id| see(kind, Piece::Ref(to, id)));
        }
    }
}

/// Several choices of one list.
impl<C: Choice> Held for Vec<C> {
    fn value(&self) -> Value {
        Value::Many(self.iter().map(|choice| Value::Choice(choice.key())).collect())
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        let choices = many(value, |value| match value {
            Value::Choice(key) => C::from_key(key).ok_or(Invalid::Choice),
            _ => Err(Invalid::Type),
        })?;
        *self = choices.iter().copied().collect();
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        let one = if let FieldKind::Many(one) = kind { one } else { kind };
        for choice in self {
            see(one, Piece::Choice(choice.key()));
        }
    }
}

fn many<T: Clone>(value: Value, take: impl Fn(Value) -> Result<T, Invalid>) -> Result<EcoVec<T>, Invalid> {
    let values = match value {
        Value::Empty => Vec::new(),
        Value::Many(values) => values,
        _ => return Err(Invalid::Type),
    };
    let taken = values.into_iter().map(take).collect::<Result<Vec<_>, _>>()?;
    Ok(exactly(taken))
}

/// A vector without spare room: books hold a great many short ones.
fn exactly<T: Clone>(mut values: Vec<T>) -> EcoVec<T> {
    let mut exact = EcoVec::with_capacity(values.len());
    exact.extend(values.drain(..));
    exact
}

impl<T: Table> Held for EcoVec<T> {
    fn value(&self) -> Value {
        let row = |item: &T| Row {
            id: item.id().clone(),
            cells: T::FIELDS.iter().map(|field| (field.get)(item)).collect(),
            kept: item.kept().clone(),
        };
        Value::Rows(self.iter().map(row).collect())
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        let rows = match value {
            Value::Empty => Vec::new(),
            Value::Rows(rows) => rows,
            _ => return Err(Invalid::Type),
        };
        *self = exactly(rows.into_iter().map(from_row).collect::<Result<_, Invalid>>()?);
        Ok(())
    }

    fn look(&self, _: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        for row in self {
            for field in T::FIELDS {
                (field.look)(row, &field.column.kind, see);
            }
        }
    }
}
