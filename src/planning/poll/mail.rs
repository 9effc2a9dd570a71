//! The text one sends to ask which days suit, in the languages of those who get it.

use ecow::eco_format;
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

use crate::book::Book;
use crate::book::title::title;
use crate::domain::{Candidate, Coaching, Mode, Municipality, Person, RecordRef, Session};
use crate::text::{Safe, Texts, Tongue};

use super::letter;

/// The beginnings of the ids of texts a letter is made of.
const TEXTS: [&str; 6] =
    ["poll-mail-", "weekday-", "choice-session-kind-", "kind-session", "session-title-many", "removed"];

/// The languages of those who are asked: of the coaching where it says so; else of the contact people and tutors who
/// told theirs, each their first, and of the municipalities that have no such contact, the majority's. Where nothing
/// is known it is the one given.
pub fn tongues(book: &Book, session: &Session, otherwise: Tongue) -> Vec<Tongue> {
    let of_coaching = session.coachings.iter().filter_map(|id| book.get::<Coaching>(id)?.language);
    let mut known: Vec<Tongue> = of_coaching.collect();
    if known.is_empty() {
        let first = |id| book.get::<Person>(id).and_then(|person| person.languages.first().copied());
        let contacts: Vec<Tongue> = session.contacts.iter().filter_map(first).collect();
        if contacts.is_empty() {
            let majority = |id| book.get::<Municipality>(id).and_then(|it| it.languages.first().copied());
            known.extend(session.municipalities.iter().filter_map(majority));
        }
        known.extend(contacts);
        known.extend(session.tutors.iter().filter_map(first));
    }
    let mut tongues: Vec<Tongue> = Tongue::ALL.into_iter().filter(|tongue| known.contains(tongue)).collect();
    if tongues.is_empty() {
        tongues.push(otherwise);
    }
    tongues
}

/// The text, in one language after the other.
pub fn mail(book: &Book, session: &Session, tongues: &[Tongue], today: Date) -> Safe {
    let texts = tongues.iter().map(|tongue| in_tongue(book, session, &Texts::only(*tongue, &TEXTS), today));
    Safe::join(texts, &Safe::own("\n\n– – –\n\n"))
}

fn in_tongue(book: &Book, session: &Session, texts: &Texts, today: Date) -> Safe {
    let what = title(book, RecordRef::Session(session), texts);
    let mut lines = vec![texts.say("poll-mail-hello"), Safe::default()];
    lines.extend([texts.say("poll-mail-ask"), what, Safe::default()]);
    for (number, slot) in session.candidates.iter().enumerate() {
        let mut line = Safe::line(&eco_format!("{}  ", letter(number)));
        line.push(&when(texts, slot, session.length, today));
        lines.push(line);
    }
    lines.push(Safe::default());
    lines.extend(place(texts, session));
    lines.push(texts.say("poll-mail-answer"));
    lines.push(Safe::default());
    lines.push(texts.say("poll-mail-thanks"));
    Safe::join(lines, &Safe::own("\n"))
}

/// Where people meet, if that is known.
fn place(texts: &Texts, session: &Session) -> Option<Safe> {
    match session.mode {
        Some(Mode::Remote) => Some(texts.say("poll-mail-remote")),
        _ if !session.place.is_empty() => {
            Some(texts.tell("poll-mail-place", &[("place", Safe::line(&session.place).into())]))
        }
        _ => None,
    }
}

/// A candidate day with its time, as far as known: `to 26.11. klo 9.00–11.30`.
pub(super) fn when(texts: &Texts, slot: &Candidate, length: Option<u32>, today: Date) -> Safe {
    let day = slot.date.map(|day| texts.day(day, today)).unwrap_or_default();
    let Some(time) = slot.time else { return day };
    let until = length.and_then(|minutes| end(time, minutes)).map(|end| texts.time(end));
    let time = match until {
        Some(until) => Safe::join([texts.time(time), until], &Safe::own("–")),
        None => texts.time(time),
    };
    texts.tell("poll-mail-at", &[("day", day.into()), ("time", time.into())])
}

/// When something that begins then is over; nothing where that is past midnight.
fn end(time: Time, minutes: u32) -> Option<Time> {
    time.checked_add(i64::from(minutes).minutes()).ok()
}
