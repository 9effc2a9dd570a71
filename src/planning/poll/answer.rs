//! An answer as it is typed: `Pornainen: A, C`, `Aino A (B)`, `Karkkila ei mikään`.

use crate::book::show::Showing;
use crate::domain::{Availability, Kind, Link, RecordRef, Session};
use crate::find::finder::Finder;
use crate::find::fold::Folded;
use crate::find::named::By;
use crate::find::usage::Usage;
use crate::text::Safe;

use super::{letter, names_of, parties, stands_for};

/// An answer that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Who answered.
    pub who: Link,
    /// The days that suit, by number; the others do not.
    pub slots: Vec<(usize, Availability)>,
}

/// Why an answer was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nobody is named.
    NoName,
    /// No day is named.
    NoDay,
    /// There is no day of this letter.
    NoSuchDay(String),
    /// Nobody goes by this name.
    Unknown(String),
    /// Several go by it.
    Several(Vec<Link>),
}

impl Unread {
    /// Says so, and the way out.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::NoName => texts.say("poll-no-name"),
            Self::NoDay => texts.say("poll-no-day"),
            Self::NoSuchDay(letter) => texts.tell("poll-no-such-day", &[("letter", Safe::short(letter).into())]),
            Self::Unknown(name) => texts.tell("poll-unknown", &[("name", Safe::short(name).into())]),
            Self::Several(links) => {
                let names = Safe::join(links.iter().map(|link| showing.link(link)), &Safe::own(", "));
                texts.tell("poll-several", &[("names", names.into())])
            }
        }
    }
}

/// Words that stand for no day and for all, folded, in the three languages.
const NONE: [&str; 15] = [
    "-",
    "ei",
    "ei mikaan",
    "ei mikaan sovi",
    "ei sovi",
    "ei kay",
    "inget",
    "ingen",
    "inga",
    "nej",
    "passar inte",
    "no",
    "none",
    "none of them",
    "nothing",
];
const ALL: [&str; 10] = [
    "kaikki",
    "kaikki sopii",
    "kaikki sopivat",
    "kaikki kay",
    "alla",
    "alla passar",
    "all",
    "all of them",
    "any",
    "all suit",
];

/// Understands an answer to the poll of this session.
///
/// # Errors
/// Why it was not understood.
pub fn read(
    showing: Showing<'_>,
    finder: &Finder,
    usage: &Usage,
    session: &Session,
    text: &str,
) -> Result<Answered, Unread> {
    let (name, days) = parted(session, text)?;
    let slots = days_of(session, days)?;
    let who = named(showing, finder, usage, session, name)?;
    Ok(Answered { who, slots })
}

/// Who, and what of it says which days: what stands behind a colon, else as many words at the end as name days.
fn parted<'a>(session: &Session, text: &'a str) -> Result<(&'a str, &'a str), Unread> {
    let text = text.trim();
    if let Some((name, days)) = text.rsplit_once(':') {
        let (name, days) = (name.trim(), days.trim());
        return match (name.is_empty(), days.is_empty()) {
            (true, _) => Err(Unread::NoName),
            (_, true) => Err(Unread::NoDay),
            _ => Ok((name, days)),
        };
    }
    if days_of(session, text).is_ok() {
        return Err(Unread::NoName);
    }
    let cuts = text.char_indices().filter(|(_, letter)| letter.is_whitespace() || *letter == ',').map(|(at, _)| at);
    let mut parts = cuts.filter_map(|cut| {
        let (name, days) = (text.get(..cut)?.trim(), text.get(cut..)?.trim_start_matches([' ', ',', '\t']));
        (!name.is_empty() && !days.is_empty() && days_of(session, days).is_ok()).then_some((name, days))
    });
    parts.next().ok_or(Unread::NoDay)
}

/// The days a text names: letters, in brackets or with `?` behind where they suit if need be.
fn days_of(session: &Session, text: &str) -> Result<Vec<(usize, Availability)>, Unread> {
    let folded = Folded::of(text).text;
    let folded = folded.trim_end_matches('.');
    if NONE.contains(&folded) {
        return Ok(Vec::new());
    }
    let count = session.candidates.len();
    if ALL.contains(&folded) {
        return Ok((0..count).map(|number| (number, Availability::Yes)).collect());
    }
    let mut slots: Vec<(usize, Availability)> = Vec::new();
    let mut within = false;
    let is_part = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '/' | '+' | '&' | '.');
    for word in text.split(is_part).filter(|word| !word.is_empty()) {
        within |= word.starts_with('(');
        let if_needed = within || word.ends_with('?');
        within &= !word.contains(')');
        let plain = word.trim_matches(['(', ')', '?']).to_uppercase();
        let availability = if if_needed { Availability::IfNeeded } else { Availability::Yes };
        for number in numbers(count, &plain).ok_or_else(|| Unread::NoSuchDay(plain.clone()))? {
            slots.retain(|(slot, _)| *slot != number);
            slots.push((number, availability));
        }
    }
    if slots.is_empty() { Err(Unread::NoDay) } else { Ok(slots) }
}

/// The day of this letter; of several letters in one piece each.
fn numbers(count: usize, word: &str) -> Option<Vec<usize>> {
    let number = |word: &str| (0..count).find(|number| letter(*number) == word);
    if word.is_empty() {
        return Some(Vec::new());
    }
    if let Some(number) = number(word) {
        return Some(vec![number]);
    }
    word.chars().map(|letter| number(&letter.to_string())).collect()
}

/// Who is meant: one of those who were asked whose name has words that begin so, else whom the lookup knows.
fn named(showing: Showing<'_>, finder: &Finder, usage: &Usage, session: &Session, name: &str) -> Result<Link, Unread> {
    let (book, today) = (showing.book, showing.today);
    let typed = Folded::of(name).text;
    let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
    let contacts = session.contacts.iter().map(|id| Link::new(Kind::Person, id.clone()));
    let begins = |link: &Link| {
        names_of(book, link).iter().any(|name| {
            let name = Folded::of(name).text;
            words.iter().all(|word| name.split([' ', '-']).any(|own| own.starts_with(word)) || name.starts_with(word))
        })
    };
    let asked = parties(session).into_iter().chain(contacts).filter(begins);
    let mut meant: Vec<Link> = asked.map(|link| stands_for(book, session, &link, today)).collect();
    if meant.is_empty() {
        let kinds = [Kind::Municipality, Kind::Person, Kind::Organisation];
        let found = finder.named(book, name, &kinds, (usage, today));
        if found.by == By::Guess {
            return Err(Unread::Unknown(name.to_owned()));
        }
        let links = found.places.iter().filter_map(|place| book.at(*place)).map(RecordRef::link);
        meant = links.map(|link| stands_for(book, session, &link, today)).collect();
        let parties = parties(session);
        if meant.iter().any(|link| parties.contains(link)) {
            meant.retain(|link| parties.contains(link));
        }
    }
    meant.sort();
    meant.dedup();
    match meant.as_slice() {
        [] => Err(Unread::Unknown(name.to_owned())),
        [one] => Ok(one.clone()),
        _ => Err(Unread::Several(meant)),
    }
}
