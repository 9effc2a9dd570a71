//! The poll of days: candidate days of a session with a letter each, the text one sends, the answers as they come, and
//! the day that suits most.
//!
//! Owns what an answer is and which day is best; it sends nothing. Municipalities answer as a whole, whoever of them
//! writes; tutors answer for themselves. The best day is the one the fewest say no to, of these the one the fewest
//! have not answered for, then the one the fewest would rather not, then the earliest.

mod answer;
mod mail;

use jiff::civil::{Date, Time};

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Availability, Candidate, CandidateAnswer, Id, Kind, Link, Municipality, Person, Session};
use crate::planning::tutors::home;
use crate::text::Safe;

pub use answer::{Answered, Unread, read};
pub use mail::{mail, tongues};

/// The letter of a candidate day: A for the first; behind Z follow AA, AB, …
pub fn letter(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    match number / 26 {
        0 => last.to_string(),
        before => format!("{}{last}", letter(before - 1)),
    }
}

/// Who is asked: the municipalities, the tutors by name, the tutor municipalities that have named nobody; behind them
/// whoever else has answered.
pub fn parties(session: &Session) -> Vec<Link> {
    let municipalities = session.municipalities.iter().chain(&session.tutor_municipalities);
    let municipalities = municipalities.map(|id| Link::new(Kind::Municipality, id.clone()));
    let tutors = session.tutors.iter().map(|id| Link::new(Kind::Person, id.clone()));
    let answered = session.candidates.iter().flat_map(|slot| &slot.replies).filter_map(|reply| reply.who.clone());
    let mut parties: Vec<Link> = Vec::new();
    for link in municipalities.chain(tutors).chain(answered) {
        if !parties.contains(&link) {
            parties.push(link);
        }
    }
    parties
}

/// The municipality of the session somebody answers for as its contact; else they answer for themselves.
pub fn stands_for(book: &Book, session: &Session, who: &Link, today: Date) -> Link {
    if who.kind != Kind::Person || session.tutors.contains(&who.id) {
        return who.clone();
    }
    let mut theirs = Vec::new();
    if let Some(person) = book.get::<Person>(&who.id) {
        let roles = person.roles.iter().filter_map(|row| row.municipality.clone());
        let season = session.season.clone().unwrap_or_default();
        theirs.extend(home(person, &season, session.date.unwrap_or(today)).into_iter().chain(roles));
    }
    let of_session = session.municipalities.iter().find(|id| theirs.contains(id));
    let only = match session.municipalities.as_slice() {
        [one] if session.contacts.contains(&who.id) => Some(one),
        _ => None,
    };
    of_session.or(only).map_or_else(|| who.clone(), |id| Link::new(Kind::Municipality, id.clone()))
}

/// What those who are asked say of one candidate day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Whom it suits.
    pub yes: Vec<Link>,
    /// Whom it suits if need be.
    pub if_needed: Vec<Link>,
    /// Whom it does not suit.
    pub no: Vec<Link>,
    /// Who has not said.
    pub missing: Vec<Link>,
}

/// What is said of each candidate day, in their order.
pub fn verdicts(session: &Session) -> Vec<Verdict> {
    let parties = parties(session);
    let verdict = |slot: &Candidate| {
        let mut verdict = Verdict::default();
        for who in &parties {
            let list = match said(slot, who) {
                Some(Availability::Yes) => &mut verdict.yes,
                Some(Availability::IfNeeded) => &mut verdict.if_needed,
                Some(Availability::No) => &mut verdict.no,
                None => &mut verdict.missing,
            };
            list.push(who.clone());
        }
        verdict
    };
    session.candidates.iter().map(verdict).collect()
}

/// What somebody said of a candidate day; the last answer counts.
pub fn said(slot: &Candidate, who: &Link) -> Option<Availability> {
    slot.replies.iter().rev().find(|reply| reply.who.as_ref() == Some(who))?.availability
}

impl Verdict {
    fn cost(&self) -> (usize, usize, usize) {
        (self.no.len(), self.missing.len(), self.if_needed.len())
    }

    /// Whether all have said that it suits them.
    pub fn suits_all(&self) -> bool {
        !self.yes.is_empty() && self.cost() == (0, 0, 0)
    }

    /// In a few words: whom it does not suit, and who has not said.
    pub fn words(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        let names = |links: &[Link]| {
            let names = Safe::join(links.iter().map(|link| showing.link(link)), &Safe::own(", "));
            [("names", names.into())]
        };
        if self.suits_all() {
            return texts.say("poll-suits-all");
        }
        let mut parts = Vec::new();
        if self.no.is_empty() && self.missing.is_empty() && !self.if_needed.is_empty() {
            parts.push(texts.say("poll-suits"));
        }
        for (id, links) in [("poll-no", &self.no), ("poll-if-needed", &self.if_needed), ("poll-missing", &self.missing)]
        {
            if !links.is_empty() {
                parts.push(texts.tell(id, &names(links)));
            }
        }
        Safe::join(parts, &Safe::own(" · "))
    }
}

/// The number of the best candidate day; nothing where nobody has answered, or no day has a date.
pub fn common(session: &Session) -> Option<usize> {
    let verdicts = verdicts(session);
    let slots = session.candidates.iter().zip(&verdicts).enumerate();
    let answered = |verdict: &Verdict| !(verdict.yes.is_empty() && verdict.if_needed.is_empty());
    slots
        .filter(|(_, (slot, verdict))| slot.date.is_some() && answered(verdict))
        .min_by_key(|(number, (slot, verdict))| (verdict.cost(), slot.date, slot.time, *number))
        .map(|(number, _)| number)
}

/// The session with these days among its candidates, those it has staying where they are.
#[must_use]
pub fn with_slots(session: &Session, days: &[Date], time: Option<Time>) -> Session {
    let mut session = session.clone();
    let mut days: Vec<Date> = days.to_vec();
    days.sort_unstable();
    days.dedup();
    for day in days {
        if !session.candidates.iter().any(|slot| slot.date == Some(day) && slot.time == time) {
            session.candidates.push(Candidate { date: Some(day), time, ..Candidate::default() });
        }
    }
    session
}

/// The session with this answer in it: of days that are not named it says no.
#[must_use]
pub fn with_answer(session: &Session, answered: &Answered) -> Session {
    let mut session = session.clone();
    for (number, slot) in session.candidates.make_mut().iter_mut().enumerate() {
        let availability = answered.slots.iter().find(|(slot, _)| *slot == number);
        let availability = Some(availability.map_or(Availability::No, |(_, availability)| *availability));
        let own = |reply: &CandidateAnswer| reply.who.as_ref() == Some(&answered.who);
        if let Some(reply) = slot.replies.make_mut().iter_mut().rfind(|reply| own(reply)) {
            reply.availability = availability;
        } else {
            let who = Some(answered.who.clone());
            slot.replies.push(CandidateAnswer { who, availability, ..CandidateAnswer::default() });
        }
    }
    session
}

/// The session on a candidate day; the poll stays. Nothing where there is no such day.
pub fn chosen(session: &Session, number: usize) -> Option<Session> {
    let slot = session.candidates.get(number)?;
    let mut session = session.clone();
    session.date = Some(slot.date?);
    session.time = slot.time.or(session.time);
    session.last_day = session.last_day.filter(|last| session.date.is_some_and(|day| day <= *last));
    Some(session)
}

/// The names somebody who answers goes by: a municipality in both languages.
fn names_of(book: &Book, link: &Link) -> Vec<String> {
    let municipality =
        |id: &Id| book.get::<Municipality>(id).map(|it| it.name.given().map(ToString::to_string).collect());
    match link.kind {
        Kind::Municipality => municipality(&link.id).unwrap_or_default(),
        _ => book.get::<Person>(&link.id).map(|person| vec![person.name().to_string()]).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
