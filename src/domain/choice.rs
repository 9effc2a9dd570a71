//! Closed lists of choices, stored as English keys.

use crate::text::Tongue;

/// A closed list of choices a field can hold one of.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// The list's name in text ids: `choice-<set>-<key>`.
    const SET: &'static str;
    /// The choices in the order people are offered them.
    const ALL: &'static [Self];
    /// Their stored keys, in the same order.
    const KEYS: &'static [&'static str];

    /// The stored key of this choice.
    fn key(self) -> &'static str;

    /// The choice with this key.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.key() == key)
    }
}

/// Declares an enum of choices with its stored keys.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $set:literal { $($(#[$variant_doc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $crate::domain::Choice for $name {
            const SET: &'static str = $set;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const KEYS: &'static [&'static str] = &[$($key),+];

            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

pub(super) use choice;

/// Languages people and groups speak are the programme's own.
impl Choice for Tongue {
    const SET: &'static str = "tongue";
    const ALL: &'static [Self] = &Tongue::ALL;
    const KEYS: &'static [&'static str] = &["fi", "sv", "en"];

    fn key(self) -> &'static str {
        Tongue::key(self)
    }
}
