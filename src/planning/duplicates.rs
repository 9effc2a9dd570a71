//! Records that are likely to be about the same person, organisation or practice.
//!
//! Owns what counts as evidence that two are one. Precision counts more than finding everything: a pair on weak
//! evidence costs whoever looks at it more than a duplicate left standing. It changes nothing, and leaves out what
//! somebody has told apart.

mod blocks;
mod contacts;
mod names;
mod organisations;
mod people;
mod places;
mod practices;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::book::{Book, Change, Shelved};
use crate::domain::{Apart, BookInfo, Id, Kind, Link, Record};
pub use contacts::dialled;

/// The kinds of record that are searched for duplicates.
pub const KINDS: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Practice];

/// Why two records may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the texts say what each means")]
pub enum Reason {
    SameName,
    SimilarName,
    ShorterName,
    SameEmail,
    SamePhone,
    SimilarAddress,
    SameSite,
    SamePlace,
    OtherPlace,
    SameTitle,
    SimilarTitle,
    SameMunicipality,
}

impl Reason {
    /// The id of its words.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::SameName => "reason-same-name",
            Self::SimilarName => "reason-similar-name",
            Self::ShorterName => "reason-shorter-name",
            Self::SameEmail => "reason-same-email",
            Self::SamePhone => "reason-same-phone",
            Self::SimilarAddress => "reason-similar-address",
            Self::SameSite => "reason-same-site",
            Self::SamePlace => "reason-same-place",
            Self::OtherPlace => "reason-other-place",
            Self::SameTitle => "reason-same-title",
            Self::SimilarTitle => "reason-similar-title",
            Self::SameMunicipality => "reason-same-municipality",
        }
    }

    /// Its word for programs.
    pub fn key(self) -> &'static str {
        self.text_id().trim_start_matches("reason-")
    }
}

/// How sure it is that two records are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Worth a look.
    Possible,
    /// More likely than not.
    Likely,
    /// There is hardly another explanation.
    Certain,
}

impl Certainty {
    /// Its word for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// Two records that are likely to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// One of them: the one whose id comes first.
    pub one: Link,
    /// The other.
    pub other: Link,
    /// What speaks for it, and against it.
    pub reasons: Vec<Reason>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// The likely duplicates among the records of these kinds, the surest first.
pub fn duplicates(book: &Book, kinds: &[Kind]) -> Vec<Pair> {
    find(book, kinds, None)
}

/// The likely duplicates of these records, among themselves and with others.
pub fn duplicates_of(book: &Book, links: &[Link]) -> Vec<Pair> {
    let links: HashSet<&Link> = links.iter().collect();
    let kinds: Vec<Kind> = KINDS.into_iter().filter(|kind| links.iter().any(|link| link.kind == *kind)).collect();
    find(book, &kinds, Some(&links))
}

/// Whether somebody has said that these two are not the same.
pub fn are_apart(book: &Book, one: &Link, other: &Link) -> bool {
    told_apart(book).any(|pair| pair == sorted(one, other))
}

/// The change that remembers that two records are not the same; nothing where that is known. `row` is the id of the
/// row it takes.
pub fn apart(book: &Book, one: &Link, other: &Link, on: Date, row: Id) -> Option<Change> {
    if one == other || are_apart(book, one, other) {
        return None;
    }
    let before = book.info().cloned();
    let mut info = before.clone().or_else(|| Some(BookInfo { id: Id::parse("book").ok()?, ..BookInfo::default() }))?;
    let (one, other) = sorted(one, other);
    info.apart.push(Apart {
        id: row,
        one: Some(one.clone()),
        other: Some(other.clone()),
        on: Some(on),
        ..Apart::default()
    });
    Some(Change { before: before.map(Record::Book), after: Some(Record::Book(info)) })
}

fn sorted<'l>(one: &'l Link, other: &'l Link) -> (&'l Link, &'l Link) {
    if one <= other { (one, other) } else { (other, one) }
}

fn told_apart(book: &Book) -> impl Iterator<Item = (&Link, &Link)> {
    let rows = book.info().into_iter().flat_map(|info| &info.apart);
    rows.filter_map(|row| Some(sorted(row.one.as_ref()?, row.other.as_ref()?)))
}

fn find(book: &Book, kinds: &[Kind], links: Option<&HashSet<&Link>>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for kind in KINDS.into_iter().filter(|kind| kinds.contains(kind)) {
        pairs.extend(match kind {
            Kind::Person => people::find(book, links),
            Kind::Organisation => organisations::find(book, links),
            _ => practices::find(book, links),
        });
    }
    let apart: HashSet<(&Link, &Link)> = told_apart(book).collect();
    pairs.retain(|pair| !apart.contains(&(&pair.one, &pair.other)));
    pairs.sort_by(|one, other| {
        let rank = |pair: &Pair| (std::cmp::Reverse(pair.certainty), std::cmp::Reverse(pair.reasons.len()));
        rank(one).cmp(&rank(other)).then_with(|| (&one.one, &one.other).cmp(&(&other.one, &other.other)))
    });
    pairs
}

/// Which of these records are to be in every pair; nothing where all may be.
fn wanted<T: Shelved>(records: &[&T], links: Option<&HashSet<&Link>>) -> Option<Vec<bool>> {
    let link = |record: &&T| Link::new(T::KIND, record.id().clone());
    links.map(|links| records.iter().map(|record| links.contains(&link(record))).collect())
}

/// The pair of two records of type `T`.
fn pair<T: Shelved>(one: &T, other: &T, (reasons, certainty): (Vec<Reason>, Certainty)) -> Pair {
    let link = |record: &T| Link::new(T::KIND, record.id().clone());
    let (one, other) = (link(one), link(other));
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    Pair { one, other, reasons, certainty }
}

#[cfg(test)]
mod tests;
