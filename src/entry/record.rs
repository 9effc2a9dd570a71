//! Records one names: by id, by title, or by words that find only one.

use super::quote::{begins_quoted, unquoted};
use super::{Reading, Trouble, line};
use crate::book::Book;
use crate::book::title::title;
use crate::domain::{Id, Kind, Link, RecordRef, Value, Words};
use crate::find::fold::Folded;
use crate::find::named::By;
use crate::find::usage::Usage;
use crate::text::{Safe, Texts};

/// So many of several that were found are named.
const NAMED: usize = 5;

/// What has a name that people use.
const ONLY_BY_NAME: [Kind; 5] = [Kind::Municipality, Kind::Organisation, Kind::Theme, Kind::Season, Kind::Book];

impl Reading<'_> {
    /// The record of one of these kinds that is meant. One that is not in the book can be named as `kind:id`.
    pub(super) fn link(self, kinds: &[Kind], text: &str) -> Result<Link, Trouble> {
        if let Ok(link) = Link::parse(text) {
            let allowed = kinds.contains(&link.kind);
            return if allowed { Ok(link) } else { Err(Trouble::OtherKind(kinds.to_vec())) };
        }
        let by_id = with_id(self.book, kinds, text);
        let known = if by_id.is_empty() { self.called(kinds, text) } else { by_id };
        let found = if known.is_empty() { self.found(kinds, text) } else { known };
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Trouble::Nothing(text.into())),
            several => Err(self.several(text, several)),
        }
    }

    /// A person of the book if the text is one's id or whole name, else the name it is.
    pub(super) fn who(self, text: &str) -> Result<Value, Trouble> {
        if begins_quoted(text) {
            return line(unquoted(text).trim()).map(Value::Text);
        }
        if let Some(id) = as_person(text) {
            return Ok(Value::Ref(id));
        }
        let by_id = with_id(self.book, &[Kind::Person], text);
        let found = if by_id.is_empty() { self.called(&[Kind::Person], text) } else { by_id };
        match found.as_slice() {
            [one] => Ok(Value::Ref(one.id.clone())),
            [] => line(text).map(Value::Text),
            several => Err(self.several(text, several)),
        }
    }

    /// The records with this title in the program's language, else in any, capitals and accents aside.
    fn called(self, kinds: &[Kind], text: &str) -> Vec<Link> {
        let exact = titled(self.book, self.texts, kinds, text);
        if exact.is_empty() { folded_titled(self.book, self.texts, kinds, text) } else { exact }
    }

    /// The records the words find: by their names, or by what is said of a person or of what was done. What a note
    /// says of a municipality, or letters here and there, would be a guess, and this is going to be stored.
    fn found(self, kinds: &[Kind], text: &str) -> Vec<Link> {
        let named = self.finder.named(self.book, text, kinds, (&Usage::default(), self.today));
        let by = named.by;
        let is_meant = |link: &Link| match by {
            By::Name | By::Part => true,
            By::Content => !ONLY_BY_NAME.contains(&link.kind),
            By::Guess => false,
        };
        let links = named.places.into_iter().filter_map(|place| self.book.at(place)).map(RecordRef::link);
        links.filter(is_meant).collect()
    }

    fn several(self, text: &str, found: &[Link]) -> Trouble {
        let named = found.iter().take(NAMED).filter_map(|link| {
            let title = title(self.book, self.book.record(link)?, self.texts);
            Some(Safe::line(&format!("{title} ({link})")))
        });
        let named: Vec<Safe> = named.collect();
        Trouble::Several { text: text.into(), more: found.len() - named.len(), named }
    }
}

/// The id in `person:id`.
pub(super) fn as_person(text: &str) -> Option<Id> {
    Link::parse(text).ok().filter(|link| link.kind == Kind::Person).map(|link| link.id)
}

/// The records of these kinds with this id.
pub(super) fn with_id(book: &Book, kinds: &[Kind], text: &str) -> Vec<Link> {
    let Ok(id) = Id::parse(text) else { return Vec::new() };
    let links = kinds.iter().map(|kind| Link::new(*kind, id.clone()));
    links.filter(|link| book.place(link).is_some()).collect()
}

/// The records of these kinds with exactly this title.
pub(super) fn titled(book: &Book, texts: &Texts, kinds: &[Kind], text: &str) -> Vec<Link> {
    matching(book, kinds, &|record| title(book, record, texts).as_str() == text)
}

/// The records of these kinds with this title in any language, capitals and accents aside.
pub(super) fn folded_titled(book: &Book, texts: &Texts, kinds: &[Kind], text: &str) -> Vec<Link> {
    let wanted = Folded::of(text).text;
    if wanted.is_empty() {
        return Vec::new();
    }
    matching(book, kinds, &|record| folded_names(record, &title(book, record, texts)).any(|name| name == wanted))
}

/// What a record may be called, capitals and accents aside: its title, and its names in all languages.
pub(super) fn folded_names(record: RecordRef<'_>, title: &Safe) -> impl Iterator<Item = String> {
    let words = match record {
        RecordRef::Municipality(it) => Some(&it.name),
        RecordRef::Organisation(it) => Some(&it.name),
        RecordRef::Theme(it) => Some(&it.name),
        RecordRef::Practice(it) => Some(&it.title),
        RecordRef::Session(it) => Some(&it.title),
        RecordRef::Book(it) => Some(&it.name),
        _ => None,
    };
    let title = Folded::of(title.as_str()).text;
    std::iter::once(title).chain(words.into_iter().flat_map(Words::given).map(|name| Folded::of(name).text))
}

fn matching(book: &Book, kinds: &[Kind], fits: &dyn Fn(RecordRef<'_>) -> bool) -> Vec<Link> {
    let places = kinds.iter().flat_map(|kind| book.places(*kind));
    places.filter_map(|place| book.at(place)).filter(|record| fits(*record)).map(RecordRef::link).collect()
}
