//! Values as text that can be edited and reads back as the same value.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use ecow::EcoString;

use super::quote::{begins_quoted, in_list, in_row, quoted};
use super::record::{as_person, folded_names, folded_titled, titled, with_id};
use super::round::plain_round;
use super::words::{names_languages, own_tongue};
use crate::book::show::Showing;
use crate::domain::{FieldKind, Id, Kind, Link, Row, Value, Words};
use crate::find::fold::Folded;
use crate::text::Tongue;

/// The value as it stands in a line of a form. What [`super::Reading::value`] gave reads back as it was, in the
/// same book, language and kind of field; keys of rows that this version does not know are not part of it.
pub fn plain(showing: Showing<'_>, kind: &FieldKind, value: &Value) -> String {
    Printing { showing, names: Vec::new() }.plain(kind, value)
}

/// Many values on their way to text: what the records of the book are called is gathered once.
#[derive(Debug)]
pub struct Printing<'a> {
    showing: Showing<'a>,
    /// By kind, in their order; nothing for a single value, which asks the records themselves.
    names: Vec<OnceCell<Names>>,
}

/// What the records of a kind are called.
#[derive(Debug, Default)]
struct Names {
    /// Titles, and how many have each.
    titles: HashMap<EcoString, usize>,
    /// Titles and names in all languages, capitals and accents aside.
    folded: HashSet<String>,
}

impl<'a> Printing<'a> {
    /// Prints values of this book.
    pub fn new(showing: Showing<'a>) -> Self {
        Self { showing, names: Kind::ALL.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The value as [`plain`] prints it.
    pub fn plain(&self, kind: &FieldKind, value: &Value) -> String {
        let showing = self.showing;
        match (value, kind) {
            (Value::Empty, _) => String::new(),
            (Value::Text(name), FieldKind::Who) => self.name(name),
            (Value::Text(id), FieldKind::Round) => plain_round(showing.book, id),
            (Value::Text(text), _) => text.to_string(),
            (Value::Number(minutes), FieldKind::Length) => showing.texts.length(*minutes).to_string(),
            (Value::Number(number), _) => number.to_string(),
            (Value::Yes(yes), _) => showing.texts.say(if *yes { "yes" } else { "no" }).to_string(),
            // Shorter years would be taken for years of this century.
            (Value::Date(date), _) if date.year() < 1000 => date.to_string(),
            (Value::Date(date), _) => showing.texts.date(*date).to_string(),
            (Value::Time(time), _) => showing.texts.time(*time).to_string(),
            (Value::Choice(key), FieldKind::Choice { set, keys }) => plain_choice(showing, set, keys, key),
            (Value::Choice(key), _) => (*key).to_owned(),
            (Value::Words(words), FieldKind::Words(tongues)) => {
                plain_words(words, own_tongue(tongues, showing.texts.tongue()))
            }
            (Value::Words(words), _) => plain_words(words, showing.texts.tongue()),
            (Value::Ref(id), kind) => {
                let kind = kind.referred().unwrap_or(Kind::Person);
                self.link(&[kind], &Link::new(kind, id.clone()))
            }
            (Value::Link(link), FieldKind::Link(kinds)) => self.link(kinds, link),
            (Value::Link(link), _) => link.to_string(),
            (Value::Many(values), FieldKind::Many(one)) => self.list(one, values),
            (Value::Many(values), _) => self.list(kind, values),
            (Value::Rows(rows), _) => {
                let rows: Vec<String> = rows.iter().map(|row| self.row(kind, row)).collect();
                rows.join("; ")
            }
        }
    }

    /// A name that is somebody's in the book stands in quotation marks, else it would be that person.
    fn name(&self, name: &str) -> String {
        let people = &[Kind::Person];
        let is_taken = begins_quoted(name)
            || as_person(name).is_some()
            || !with_id(self.showing.book, people, name).is_empty()
            || self.is_folded(Kind::Person, name)
            || self.titled(people, name) > 0;
        if is_taken { quoted(name) } else { name.to_owned() }
    }

    /// The title where it can mean no other record, else the id.
    fn link(&self, kinds: &[Kind], link: &Link) -> String {
        let showing = self.showing;
        let Some(record) = showing.book.record(link) else { return link.to_string() };
        let title = showing.title(record);
        let title = title.as_str();
        let writable = !title.is_empty() && title.trim() == title && !title.contains(char::is_control);
        let is_other = |id: &Id| *id != link.id;
        let unmistakable = Link::parse(title).is_err()
            && !begins_quoted(title)
            && !with_id(showing.book, kinds, title).iter().any(|other| is_other(&other.id) || other.kind != link.kind)
            && self.titled(kinds, title) == 1;
        if writable && unmistakable { title.to_owned() } else { link.to_string() }
    }

    fn list(&self, one: &FieldKind, values: &[Value]) -> String {
        let parts: Vec<String> = values.iter().map(|value| in_list(&self.plain(one, value))).collect();
        let list = parts.join(", ");
        // Two titles in a row may be the title of a third record.
        let is_title = |kind| self.titled(&[kind], &list) > 0;
        if parts.len() > 1 && one.referred().is_some_and(is_title) { parts.join("; ") } else { list }
    }

    fn row(&self, kind: &FieldKind, row: &Row) -> String {
        let cells = kind.row_columns().zip(&row.cells).filter(|(_, value)| !value.is_empty());
        let cells = cells.map(|(column, value)| format!("{}={}", column.key, in_row(&self.plain(&column.kind, value))));
        let id = (!row.id.is_empty()).then(|| format!("id={}", row.id));
        let pairs: Vec<String> = cells.chain(id).collect();
        pairs.join(" ")
    }

    /// How many records of these kinds have exactly this title.
    fn titled(&self, kinds: &[Kind], title: &str) -> usize {
        let counted = |kind: &Kind| match self.names(*kind) {
            Some(names) => names.titles.get(title).copied().unwrap_or(0),
            None => titled(self.showing.book, self.showing.texts, &[*kind], title).len(),
        };
        kinds.iter().map(counted).sum()
    }

    /// Whether a record of this kind is called so in any language, capitals and accents aside.
    fn is_folded(&self, kind: Kind, name: &str) -> bool {
        match self.names(kind) {
            Some(names) => names.folded.contains(&Folded::of(name).text),
            None => !folded_titled(self.showing.book, self.showing.texts, &[kind], name).is_empty(),
        }
    }

    fn names(&self, kind: Kind) -> Option<&Names> {
        let place = Kind::ALL.iter().position(|other| *other == kind)?;
        self.names.get(place).map(|names| names.get_or_init(|| Names::of(self.showing, kind)))
    }
}

impl Names {
    fn of(showing: Showing<'_>, kind: Kind) -> Self {
        let mut names = Self::default();
        for record in showing.book.places(kind).into_iter().filter_map(|place| showing.book.at(place)) {
            let title = showing.title(record);
            *names.titles.entry(title.as_str().into()).or_default() += 1;
            names.folded.extend(folded_names(record, &title).filter(|name| !name.is_empty()));
        }
        names
    }
}

/// The word, or the key where the word could mean another choice.
fn plain_choice(showing: Showing<'_>, set: &str, keys: &[&str], key: &str) -> String {
    let word = |key: &str| showing.texts.choice(set, key);
    let own = Folded::of(word(key).as_str()).text;
    let others = keys.iter().filter(|other| **other != key);
    let unmistakable = others.clone().all(|other| **other != own && Folded::of(word(other).as_str()).text != own);
    if unmistakable { word(key).to_string() } else { key.to_owned() }
}

fn plain_words(words: &Words, own: Tongue) -> String {
    let in_own = words.exactly(own);
    let alone = Tongue::ALL.iter().all(|tongue| *tongue == own || words.exactly(*tongue).is_empty());
    if alone && !names_languages(in_own) {
        return in_own.to_string();
    }
    let given = Tongue::ALL.iter().map(|tongue| (tongue, words.exactly(*tongue)));
    let given = given.filter(|(_, text)| !text.is_empty());
    let pairs: Vec<String> = given.map(|(tongue, text)| format!("{}={}", tongue.key(), in_row(text))).collect();
    pairs.join(" ")
}
