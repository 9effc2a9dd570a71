//! Identifiers, kinds of record and links between records.

use std::fmt;

use ecow::EcoString;

use super::field::{Column, columns};
use super::value::Invalid;
use super::{
    Action, BookInfo, Coaching, Feedback, Municipality, Note, Organisation, Person, Practice, Season, Session, Theme,
};

/// The key a record or a row is known by, for ever.
///
/// A municipality's is its three-digit code, a season's and a theme's a short readable word, every other
/// record's a kind letter and twelve base-32 characters. Hand-made files may use other words of ASCII
/// letters, digits, `-` and `_`; an id never becomes a path.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(EcoString);

impl Id {
    /// The longest id that is read.
    pub const MOST: usize = 64;

    /// Takes a word as an id.
    ///
    /// # Errors
    /// [`Invalid::Id`] for an empty or overlong word, or one with other characters than named above.
    pub fn parse(word: &str) -> Result<Self, Invalid> {
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if word.is_empty() || word.len() > Self::MOST || !word.bytes().all(legal) {
            return Err(Invalid::Id);
        }
        Ok(Self(word.into()))
    }

    /// The id as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is no id yet: only a record that was never stored has such.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The kinds of record a book holds. The order is that of the files and of every list of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A municipality of Finland.
    Municipality,
    /// Any other organisation.
    Organisation,
    /// A person, in whatever roles.
    Person,
    /// A theme of coaching.
    Theme,
    /// A season of the programme.
    Season,
    /// What one municipality asked for and how it goes.
    Coaching,
    /// One dated gathering.
    Session,
    /// One filled-in questionnaire.
    Feedback,
    /// A follow-up action.
    Action,
    /// A good practice.
    Practice,
    /// A dated, signed note on any record.
    Note,
    /// The book itself.
    Book,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 12] = [
        Self::Municipality,
        Self::Organisation,
        Self::Person,
        Self::Theme,
        Self::Season,
        Self::Coaching,
        Self::Session,
        Self::Feedback,
        Self::Action,
        Self::Practice,
        Self::Note,
        Self::Book,
    ];

    /// The word of the kind in links, on the command line and in text ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Theme => "theme",
            Self::Season => "season",
            Self::Coaching => "coaching",
            Self::Session => "session",
            Self::Feedback => "feedback",
            Self::Action => "action",
            Self::Practice => "practice",
            Self::Note => "note",
            Self::Book => "book",
        }
    }

    /// The word for many of the kind: the stem of its file's name and the `kind` the file states.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Municipality => "municipalities",
            Self::Organisation => "organisations",
            Self::Person => "people",
            Self::Theme => "themes",
            Self::Season => "seasons",
            Self::Coaching => "coachings",
            Self::Session => "sessions",
            Self::Feedback => "feedback",
            Self::Action => "actions",
            Self::Practice => "practices",
            Self::Note => "notes",
            Self::Book => "book",
        }
    }

    /// The letter that ids of this kind begin with; none where people choose the key.
    pub const fn letter(self) -> Option<&'static str> {
        match self {
            Self::Municipality | Self::Theme | Self::Season | Self::Book => None,
            Self::Organisation => Some("o"),
            Self::Person => Some("p"),
            Self::Coaching => Some("c"),
            Self::Session => Some("s"),
            Self::Feedback => Some("f"),
            Self::Action => Some("a"),
            Self::Practice => Some("g"),
            Self::Note => Some("n"),
        }
    }

    /// The fields of the kind.
    pub fn columns(self) -> impl Iterator<Item = &'static Column> {
        let column = match self {
            Self::Municipality => columns::<Municipality>,
            Self::Organisation => columns::<Organisation>,
            Self::Person => columns::<Person>,
            Self::Theme => columns::<Theme>,
            Self::Season => columns::<Season>,
            Self::Coaching => columns::<Coaching>,
            Self::Session => columns::<Session>,
            Self::Feedback => columns::<Feedback>,
            Self::Action => columns::<Action>,
            Self::Practice => columns::<Practice>,
            Self::Note => columns::<Note>,
            Self::Book => columns::<BookInfo>,
        };
        (0..).map_while(column)
    }

    /// The kind with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A reference to a record of any kind, stored as `kind:id`. The record may be gone: that is legal data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
}

impl Link {
    /// The link to a record of `kind` with this id.
    pub const fn new(kind: Kind, id: Id) -> Self {
        Self { kind, id }
    }

    /// Reads `kind:id`.
    ///
    /// # Errors
    /// [`Invalid::Link`] if there is no known kind before the colon or no id after it.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let (kind, id) = text.split_once(':').ok_or(Invalid::Link)?;
        let kind = Kind::from_key(kind).ok_or(Invalid::Link)?;
        Id::parse(id).map(|id| Self { kind, id }).map_err(|_no_id| Invalid::Link)
    }
}

impl fmt::Display for Link {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.kind.key(), self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_words() {
        for good in ["091", "p0a1b2c3d4e5f", "2020-21", "remote_support"] {
            assert_eq!(Id::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "../etc", "a b", "ä", "a\u{1b}", &"x".repeat(65)] {
            assert_eq!(Id::parse(bad), Err(Invalid::Id), "{bad:?}");
        }
    }

    #[test]
    fn a_link_prints_as_it_is_read() {
        for kind in Kind::ALL {
            let link = Link::new(kind, Id::parse("x1").unwrap());
            assert_eq!(Link::parse(&link.to_string()), Ok(link));
        }
        for bad in ["person", "person:", "cat:x1", ":x1"] {
            assert_eq!(Link::parse(bad), Err(Invalid::Link), "{bad:?}");
        }
    }
}
