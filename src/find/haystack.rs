//! The text a record is found by: its own fields and what people know it by.

use std::collections::HashMap;

use ecow::EcoString;

use crate::book::Book;
use crate::book::round::round;
use crate::book::title::title;
use crate::domain::{Choice, FieldKind, Kind, Link, Piece, RecordRef, Role, Season};
use crate::text::Texts;

/// More than this of one record is not searched.
const BYTES_MOST: usize = 2_000;

/// Makes the texts of many records, remembering the words and names they share.
#[derive(Debug, Default)]
pub(super) struct Haystacks {
    text: EcoString,
    words: HashMap<(&'static str, &'static str), EcoString>,
    names: HashMap<Link, EcoString>,
    rounds: HashMap<EcoString, EcoString>,
}

impl Haystacks {
    /// The text of this record, its name first.
    pub(super) fn of(&mut self, book: &Book, record: RecordRef<'_>, texts: &Texts) -> &EcoString {
        self.text.clear();
        let mut text = std::mem::take(&mut self.text);
        match record {
            RecordRef::Person(person) => {
                add(&mut text, &person.given);
                add(&mut text, &person.family);
            }
            // Region and subregion would make every neighbour a hit for "helsinki".
            RecordRef::Municipality(it) => {
                // The name it is shown by first: what one sees is what counts as its name.
                let shown = it.name.in_tongue(texts.tongue());
                add(&mut text, shown);
                it.name.given().filter(|name| *name != shown).for_each(|name| add(&mut text, name));
                for field in [it.id.as_str(), &it.switchboard, &it.registry_email, &it.website, &it.note] {
                    add(&mut text, field);
                }
                add_phone(&mut text, &it.switchboard);
                let link = Link::new(Kind::Municipality, it.id.clone());
                let mut seasons = book.referring_as::<Season>(&link);
                if seasons.any(|season| season.tutor_municipalities.contains(&it.id)) {
                    add(&mut text, texts.choice(Role::SET, Role::Tutor.key()).as_str());
                }
            }
            // People remember a session by its day.
            RecordRef::Session(it) => {
                add(&mut text, title(book, record, texts).as_str());
                it.date.into_iter().chain(it.last_day).for_each(|day| add(&mut text, texts.date(day).as_str()));
            }
            // A note is found by what it says; its day comes last, or it would stand before what happened then.
            RecordRef::Note(it) => {
                add(&mut text, &it.text);
                it.at.into_iter().for_each(|day| add(&mut text, texts.date(day).as_str()));
            }
            _ => add(&mut text, title(book, record, texts).as_str()),
        }
        if !matches!(record, RecordRef::Municipality(_)) {
            record.look(&mut |kind, piece| self.piece(book, &mut text, kind, piece, texts));
        }
        self.text = text;
        &self.text
    }

    fn piece(&mut self, book: &Book, text: &mut EcoString, kind: &FieldKind, piece: Piece<'_>, texts: &Texts) {
        if text.len() > BYTES_MOST {
            return;
        }
        match piece {
            Piece::Text(id) if matches!(kind, FieldKind::Round) => {
                let name = self.rounds.entry(id.into()).or_insert_with_key(|id| round_name(book, id));
                add(text, name);
            }
            Piece::Text(part) => {
                add(text, part);
                if matches!(kind, FieldKind::Phone) || part.starts_with("+358") {
                    add_phone(text, part);
                }
            }
            Piece::Words(words) => words.given().for_each(|part| add(text, part)),
            Piece::Choice(key) => {
                let FieldKind::Choice { set, .. } = kind else { return };
                let word = self.words.entry((set, key)).or_insert_with(|| texts.choice(set, key).as_str().into());
                add(text, word);
            }
            Piece::Ref(kind, id) => {
                let link = Link::new(kind, id.clone());
                let name = self.names.entry(link).or_insert_with_key(|link| known_as(book, link));
                add(text, name);
            }
            Piece::Plain => {}
        }
    }
}

/// What a round is called, if some season has it.
fn round_name(book: &Book, id: &str) -> EcoString {
    round(book, id, None).map(|(_, round)| round.name.clone()).unwrap_or_default()
}

/// What people know a record by, in every language; its key where that is a readable word.
fn known_as(book: &Book, link: &Link) -> EcoString {
    let mut text = EcoString::new();
    let words = match book.record(link) {
        Some(RecordRef::Municipality(it)) => &it.name,
        Some(RecordRef::Organisation(it)) => &it.name,
        Some(RecordRef::Theme(it)) => &it.name,
        Some(RecordRef::Session(it)) => &it.title,
        Some(RecordRef::Practice(it)) => &it.title,
        Some(RecordRef::Person(it)) => return it.name(),
        Some(RecordRef::Season(it)) => return it.name.clone(),
        Some(RecordRef::Coaching(it)) => {
            let municipality = it.municipality.clone().map(|id| Link::new(Kind::Municipality, id));
            return municipality.map(|link| known_as(book, &link)).unwrap_or_default();
        }
        _ => return text,
    };
    words.given().for_each(|part| add(&mut text, part));
    text
}

/// Adds what is not there yet: a name or place is found once as well as twice.
fn add(text: &mut EcoString, part: &str) {
    if part.is_empty() || holds(text, part) {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    let room = BYTES_MOST.saturating_sub(text.len());
    let end = (0..=room.min(part.len())).rev().find(|at| part.is_char_boundary(*at)).unwrap_or(0);
    text.push_str(part.get(..end).unwrap_or_default());
}

/// Whether the text has this part, with blanks or its ends around it. Texts and parts are short: a searcher
/// would cost more to make than it saves.
fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let begins = |at: usize| at == 0 || text.get(at - 1) == Some(&b' ');
    let ends = |at: usize| text.get(at + part.len()).is_none_or(|after| *after == b' ');
    let is_there = |(at, window): (usize, &[u8])| window == part && begins(at) && ends(at);
    !part.is_empty() && text.windows(part.len()).enumerate().any(is_there)
}

/// Adds the number's digits as one dials them in Finland: `+358 40 1` is found as `0401`.
fn add_phone(text: &mut EcoString, number: &str) {
    let digits: EcoString = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = number.trim_start().starts_with('+') || digits.starts_with("00");
    let bare = digits.strip_prefix("00").unwrap_or(&digits);
    match bare.strip_prefix("358") {
        Some(national) if abroad => add(text, &ecow::eco_format!("0{national}")),
        _ => add(text, &digits),
    }
}
