//! Members that few records have anything in.
//!
//! Owns how they are kept: in memory of their own, so that a book of very many records pays for what there is.
//! It never changes what is seen: whoever reads one sees its content, empty or not.

use std::ops::{Deref, DerefMut};

use ecow::{EcoString, EcoVec};

use super::field::{FieldKind, Held, Piece};
use super::value::{Invalid, Value};

/// Content that is mostly empty, in eight bytes where it is. Equal to another by content.
#[derive(Clone, Debug)]
pub struct Rare<T>(Option<Box<T>>);

/// Content that can be empty.
pub trait Hollow: Default + PartialEq + 'static {
    /// Nothing at all.
    const EMPTY: &'static Self;
}

impl Hollow for EcoString {
    const EMPTY: &'static Self = &Self::new();
}

impl<T: PartialEq + 'static> Hollow for EcoVec<T> {
    const EMPTY: &'static Self = &Self::new();
}

impl<T: PartialEq + 'static> Hollow for Vec<T> {
    const EMPTY: &'static Self = &Self::new();
}

impl<T> Rare<T> {
    /// Without content.
    pub const NOTHING: Self = Self(None);
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self::NOTHING
    }
}

impl<T: Hollow> From<T> for Rare<T> {
    fn from(content: T) -> Self {
        Self((content != *T::EMPTY).then(|| Box::new(content)))
    }
}

impl<T: Hollow> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Hollow> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Hollow> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Hollow + Eq> Eq for Rare<T> {}

impl<T: Hollow + Held> Held for Rare<T> {
    fn value(&self) -> Value {
        self.0.as_ref().map_or(Value::Empty, |content| content.value())
    }

    fn hold(&mut self, value: Value) -> Result<(), Invalid> {
        let mut content = T::default();
        content.hold(value)?;
        *self = content.into();
        Ok(())
    }

    fn look(&self, kind: &FieldKind, see: &mut dyn FnMut(&FieldKind, Piece<'_>)) {
        if let Some(content) = &self.0 {
            content.look(kind, see);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_takes_no_memory_and_equals_what_was_emptied() {
        let mut note: Rare<EcoString> = Rare::default();
        assert!(note.is_empty() && Rare::from(EcoString::new()).0.is_none());
        note.push('x');
        assert_eq!(note.value(), Value::Text("x".into()));
        note.clear();
        assert_eq!(note, Rare::default());
        note.hold(Value::Empty).unwrap();
        assert!(note.0.is_none());
    }
}
