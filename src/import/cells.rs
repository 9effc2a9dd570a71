//! Cells to values, as lenient as people and spreadsheets need it.

use std::collections::HashMap;

use ecow::EcoString;
use jiff::civil::{Date, date};

use super::headings::names_municipality;
use super::places::{Place, Places};
use crate::book::Book;
use crate::book::title::title;
use crate::domain::{FieldKind, FurtherContact, Id, Kind, Link, Row, Table as _, Value};
use crate::entry::{Reading, Tense};
use crate::exchange::table::slot::Slot;
use crate::find::fold::Folded;
use crate::text::Safe;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Read {
    pub(super) value: Value,
    /// What a misspelt place or a number that lost its beginning was taken for.
    pub(super) guessed: Option<Safe>,
    /// Numbers and addresses beyond the first.
    pub(super) more: Vec<EcoString>,
    /// A place of work that is not in the book yet.
    pub(super) new_organisation: bool,
}

impl From<Value> for Read {
    fn from(value: Value) -> Self {
        Self { value, guessed: None, more: Vec::new(), new_organisation: false }
    }
}

/// Days are numbers in spreadsheets: the days since the end of 1899. Numbers from 1980 to 2079 are taken for days.
const DAY_ZERO: Date = date(1899, 12, 30);
const DAY_NUMBERS: std::ops::RangeInclusive<i32> = 29_221..=65_745;

/// So many digits a number has at least that stands beside another one.
const LEAST_DIGITS: usize = 5;

/// What is known while the cells of a table are read; it remembers what it has read.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) places: Places,
    /// Records by their title, kind by kind, as far as they were asked for.
    titles: HashMap<Kind, HashMap<String, Vec<Id>>>,
    read: HashMap<(String, EcoString), Result<Read, Safe>>,
    /// Misspelt places are guessed.
    pub(super) guesses: bool,
}

impl Cells {
    pub(super) fn new(book: &Book, guesses: bool) -> Self {
        Self { places: Places::new(book), titles: HashMap::new(), read: HashMap::new(), guesses }
    }

    /// What a cell holds, as the part of a record that its column is.
    pub(super) fn read(
        &mut self,
        reading: Reading<'_>,
        slot: Slot,
        heading: &str,
        text: &EcoString,
    ) -> Result<Read, Safe> {
        if is_nothing(text) {
            return Ok(Value::Empty.into());
        }
        let key = (slot.key(), text.clone());
        if let Some(read) = self.read.get(&key) {
            return read.clone();
        }
        let read = self.read_anew(reading, slot, heading, text);
        self.read.insert(key, read.clone());
        read
    }

    fn read_anew(&mut self, reading: Reading<'_>, slot: Slot, heading: &str, text: &str) -> Result<Read, Safe> {
        if let Slot::Cell(_, column) | Slot::Field(column) = slot {
            let reading = Reading { tense: Tense::of(column), ..reading };
            if column.key == "further_contacts" && !text.contains('=') {
                return Ok(Value::Rows(contacts(text).into_iter().map(|text| contact_row(&text)).collect()).into());
            }
            let only_municipalities = names_municipality(heading);
            return self.of_kind(reading, &column.kind, only_municipalities, text);
        }
        self.of_kind(reading, &slot.kind(), false, text)
    }

    fn of_kind(
        &mut self,
        reading: Reading<'_>,
        kind: &FieldKind,
        only_municipalities: bool,
        text: &str,
    ) -> Result<Read, Safe> {
        let plainly = |text: &str| -> Result<Read, Safe> {
            let value = reading.value(kind, text).map_err(|trouble| trouble.sentence(reading.texts))?;
            // What was found by some of its words is told.
            let guessed = referred(kind, &value).map(|link| name_of(reading, &link)).filter(|name| {
                Folded::of(name.as_str()).text != Folded::of(text).text && !names_id(reading, kind, text)
            });
            Ok(Read { guessed, ..value.into() })
        };
        match kind {
            FieldKind::Phone | FieldKind::Email => {
                let mut each = contacts(text).into_iter();
                let first = each.next().unwrap_or_default();
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
                let guessed = (digits(&first) > digits(text)).then(|| Safe::line(&first));
                Ok(Read { more: each.collect(), guessed, ..plainly(&first)? })
            }
            FieldKind::Date => match day(text) {
                Some(day) => Ok(Value::Date(day).into()),
                None => plainly(text),
            },
            FieldKind::Ref(Kind::Municipality) => self.place(reading, text, &plainly),
            FieldKind::Link([Kind::Municipality, Kind::Organisation]) => {
                self.workplace(reading, only_municipalities, text, &plainly)
            }
            FieldKind::Ref(kind) => match self.titled(reading, *kind, text) {
                Some(id) => Ok(Value::Ref(id).into()),
                None => plainly(text),
            },
            FieldKind::Who => match self.titled(reading, Kind::Person, text) {
                Some(id) => Ok(Value::Ref(id).into()),
                None => plainly(text),
            },
            FieldKind::Many(one @ FieldKind::Ref(_)) => self.many(reading, one, text).or_else(|_| plainly(text)),
            _ => plainly(text),
        }
    }

    fn place(
        &self,
        reading: Reading<'_>,
        text: &str,
        plainly: &dyn Fn(&str) -> Result<Read, Safe>,
    ) -> Result<Read, Safe> {
        match self.places.find(text) {
            Some(Place::Sure(id)) => Ok(Value::Ref(id).into()),
            Some(Place::Guess(id)) if self.guesses => {
                let guessed = Some(name_of(reading, &Link::new(Kind::Municipality, id.clone())));
                Ok(Read { guessed, ..Value::Ref(id).into() })
            }
            None if text.contains(':') => plainly(text),
            _ => Err(unknown_place(reading, text)),
        }
    }

    /// A municipality, else an organisation; one that is not in the book is a new one, unless the heading says that
    /// these are municipalities.
    fn workplace(
        &mut self,
        reading: Reading<'_>,
        only_municipalities: bool,
        text: &str,
        plainly: &dyn Fn(&str) -> Result<Read, Safe>,
    ) -> Result<Read, Safe> {
        let place = self.places.find(text);
        if let Some(Place::Sure(id)) = place {
            return Ok(Value::Link(Link::new(Kind::Municipality, id)).into());
        }
        if let Some(id) = self.titled(reading, Kind::Organisation, text) {
            return Ok(Value::Link(Link::new(Kind::Organisation, id)).into());
        }
        if Link::parse(text).is_ok() {
            return plainly(text);
        }
        match place {
            Some(Place::Guess(id)) if self.guesses => {
                let link = Link::new(Kind::Municipality, id);
                Ok(Read { guessed: Some(name_of(reading, &link)), ..Value::Link(link).into() })
            }
            _ if only_municipalities => Err(unknown_place(reading, text)),
            _ => Ok(Read { new_organisation: true, ..Value::Text(text.into()).into() }),
        }
    }

    fn many(&mut self, reading: Reading<'_>, one: &FieldKind, text: &str) -> Result<Read, Safe> {
        let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let mut guessed = Vec::new();
        let mut values = Vec::new();
        for part in parts {
            let read = self.of_kind(reading, one, true, part)?;
            guessed.extend(read.guessed);
            values.push(read.value);
        }
        let guessed = (!guessed.is_empty()).then(|| Safe::join(guessed, &Safe::own(", ")));
        Ok(Read { guessed, ..Value::Many(values).into() })
    }

    /// The one record of a kind with this title, names of people in either order.
    fn titled(&mut self, reading: Reading<'_>, kind: Kind, text: &str) -> Option<Id> {
        let titles = self.titles.entry(kind).or_insert_with(|| titles(reading, kind));
        match titles.get(&Folded::of(text).text).map(Vec::as_slice) {
            Some([id]) => Some(id.clone()),
            _ => None,
        }
    }
}

fn titles(reading: Reading<'_>, kind: Kind) -> HashMap<String, Vec<Id>> {
    let mut titles: HashMap<String, Vec<Id>> = HashMap::new();
    for record in reading.book.places(kind).into_iter().filter_map(|place| reading.book.at(place)) {
        let own = Folded::of(title(reading.book, record, reading.texts).as_str()).text;
        let turned = own.rsplit_once(' ').filter(|_| kind == Kind::Person);
        let turned = turned.map(|(given, family)| format!("{family} {given}"));
        let words = record.field("name").map(|(_, value)| value);
        let names = match &words {
            Some(Value::Words(words)) => words.given().map(|name| Folded::of(name).text).collect(),
            _ => Vec::new(),
        };
        let mut all: Vec<String> = [own].into_iter().chain(turned).chain(names).collect();
        all.sort_unstable();
        all.dedup();
        for name in all.into_iter().filter(|name| !name.is_empty()) {
            titles.entry(name).or_default().push(record.id().clone());
        }
    }
    titles
}

/// The record a value refers to.
fn referred(kind: &FieldKind, value: &Value) -> Option<Link> {
    match value {
        Value::Ref(id) => Some(Link::new(kind.referred()?, id.clone())),
        Value::Link(link) => Some(link.clone()),
        _ => None,
    }
}

/// Whether a text names its record by an id, or writes its title as exports do.
fn names_id(reading: Reading<'_>, kind: &FieldKind, text: &str) -> bool {
    let is_there =
        |id: &Id| kind.referred().is_some_and(|kind| reading.book.place(&Link::new(kind, id.clone())).is_some());
    Link::parse(text).is_ok() || Id::parse(text).is_ok_and(|id| is_there(&id))
}

fn name_of(reading: Reading<'_>, link: &Link) -> Safe {
    crate::book::title::link_title(reading.book, link, reading.texts)
}

fn unknown_place(reading: Reading<'_>, text: &str) -> Safe {
    reading.texts.tell("import-no-place", &[("text", Safe::short_of_lines(text).into())])
}

/// What people write where there is nothing to write.
const NOTHING: [&str; 12] =
    ["", "-", "--", "–", "—", "?", "n/a", "ei ole", "ei tiedossa", "saknas", "finns inte", "none"];

/// Whether a cell only says that there is nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text.trim().to_lowercase().as_str())
}

/// A day written by a spreadsheet: by its number, or with a time behind.
fn day(text: &str) -> Option<Date> {
    if let Ok(number) = text.parse::<i32>()
        && DAY_NUMBERS.contains(&number)
    {
        return DAY_ZERO.checked_add(jiff::Span::new().days(number)).ok();
    }
    let (day, _) = text.split_once(' ')?;
    day.parse().ok()
}

/// The numbers and addresses in a cell.
pub(super) fn contacts(text: &str) -> Vec<EcoString> {
    let parts: Vec<&str> = text.split([';', ',', '\n']).collect();
    let parts = parts.into_iter().flat_map(|part| part.split(" tai ").flat_map(|part| part.split(" eller ")));
    let parts = parts.flat_map(|part| {
        let both: Vec<&str> = part.split('/').collect();
        let numbers = both.iter().all(|part| part.chars().filter(char::is_ascii_digit).count() >= LEAST_DIGITS);
        if numbers { both } else { vec![part] }
    });
    let tidy: Vec<EcoString> = parts.map(contact).filter(|part| !part.is_empty()).collect();
    let telling =
        |part: &EcoString| part.contains('@') || part.chars().filter(char::is_ascii_digit).count() >= LEAST_DIGITS;
    // What only looks parted is one text.
    if tidy.iter().all(telling) { tidy } else { vec![contact(text)] }
}

/// A number or address without what stands around it.
fn contact(text: &str) -> EcoString {
    let text = text.trim();
    let within = text.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(text, |(within, _)| within);
    let bare = ["mailto:", "tel:", "puh.", "p.", "gsm", "tel."].iter().fold(within, |text, word| {
        text.get(..word.len())
            .filter(|head| head.eq_ignore_ascii_case(word))
            .map_or(text, |_| text.get(word.len()..).unwrap_or_default().trim_start_matches([':', ' ']))
    });
    let bare = bare.trim();
    if bare.contains('@') {
        return bare.trim_end_matches('.').into();
    }
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let plain = bare.chars().all(|letter| letter.is_ascii_digit() || " -.".contains(letter));
    // Spreadsheets take numbers for numbers, and drop the zero or the plus at their beginning.
    match bare.chars().next() {
        Some('3') if plain && bare.starts_with("358") && digits >= 10 => ecow::eco_format!("+{bare}"),
        Some('1'..='9') if plain && (8..=10).contains(&digits) => ecow::eco_format!("0{bare}"),
        _ => bare.into(),
    }
}

/// A row for a further number or address.
pub(super) fn contact_row(text: &str) -> Row {
    let kind = if text.contains('@') {
        Some("email")
    } else {
        text.chars().all(|letter| letter.is_ascii_digit() || " +-()/.".contains(letter)).then_some("phone")
    };
    let cell = |key: &str| match (key, kind) {
        ("contact", _) => Value::Text(text.into()),
        ("kind", Some(kind)) => Value::Choice(kind),
        _ => Value::Empty,
    };
    let cells = FurtherContact::FIELDS.iter().map(|field| cell(field.column.key)).collect();
    Row { cells, ..Row::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_taken_out_of_what_stands_around_them() {
        for (text, wanted) in [
            ("040 123 4567", vec!["040 123 4567"]),
            ("puh. 040 123 4567", vec!["040 123 4567"]),
            ("401234567", vec!["0401234567"]),
            ("358401234567", vec!["+358401234567"]),
            ("912345678", vec!["0912345678"]),
            ("40.1234567", vec!["040.1234567"]),
            ("040 123 4567 / 09 310 1691", vec!["040 123 4567", "09 310 1691"]),
            ("040 123 4567, 050 765 4321", vec!["040 123 4567", "050 765 4321"]),
            ("Aino Tammela <aino@kunta.example>", vec!["aino@kunta.example"]),
            ("mailto:aino@kunta.example", vec!["aino@kunta.example"]),
            ("a@x.example; b@x.example", vec!["a@x.example", "b@x.example"]),
            ("soita, ei viestejä", vec!["soita, ei viestejä"]),
            ("09 310 1691, alanumero 5", vec!["09 310 1691, alanumero 5"]),
        ] {
            assert_eq!(contacts(text), wanted, "{text}");
        }
    }

    #[test]
    fn days_are_known_by_their_number_and_with_a_time() {
        assert_eq!(day("44475"), Some(date(2021, 10, 6)));
        assert_eq!(day("2021-10-06 9.30"), Some(date(2021, 10, 6)));
        assert_eq!(day("6.10."), None);
        assert_eq!(day("2021"), None);
    }
}
