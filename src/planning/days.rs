//! When: the workdays of a stretch for those who have to be there, each with what speaks for it and what stands
//! against it.
//!
//! The best come first: those with the fewest hindrances, among equals the earliest. Of a free day, a Sunday or a
//! public holiday nothing is said. Pure: it looks at the records and at nothing else.

mod range;
mod words;

use std::cmp::Reverse;

use ecow::EcoString;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::book::Book;
use crate::book::round::round;
use crate::domain::{Coaching, Id, Ids, Kind, Link, Mode, Municipality, Person, Season, Session, SessionStatus};
use crate::planning::holidays::is_workday;
use crate::planning::matching::takes_part;
use crate::planning::travel::Ways;
use crate::planning::tutors::{has_left, home};

pub use range::range;

/// A stretch of days is at most so long: nobody plans further ahead.
const DAYS_MOST: usize = 400;

/// So many weeks are looked at where nothing says when.
const WEEKS_AHEAD: i64 = 6;

/// Who has to be there, and when it may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Tutors by name.
    pub tutors: Ids,
    /// Contact people.
    pub contacts: Ids,
    /// The municipalities it is for.
    pub municipalities: Ids,
    /// The first and the last day of the week it is planned for, else of its round.
    pub agreed: Option<(Date, Date)>,
    /// Whether that is the planned week.
    pub is_week: bool,
    /// The first and the last day of the season.
    pub season: Option<(Date, Date)>,
    /// The season, by which tutors come from somewhere.
    pub season_id: Option<Id>,
    /// How people meet, if that is known.
    pub mode: Option<Mode>,
    /// The session itself, which is not in its own way.
    pub session: Option<Id>,
}

/// What speaks for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Good {
    /// All tutors are free; so many they are.
    TutorsFree(usize),
    /// All contact people are free; so many they are.
    ContactsFree(usize),
    /// The municipality has nothing else that week.
    QuietWeek,
    /// It is in the week that was planned.
    PlannedWeek,
    /// It is within the round.
    Round,
}

/// What stands against a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Somebody cannot be asked then.
    Away {
        /// Who.
        person: Id,
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
        /// Why, if they said so.
        why: EcoString,
    },
    /// Somebody will have left by then.
    Left(Id),
    /// Somebody is in another session.
    Booked {
        /// Who: a person, or a municipality.
        party: Link,
        /// The session.
        session: Id,
    },
    /// It is outside the round or the planned week.
    NotAgreed,
    /// It is outside the season.
    OutsideSeason,
    /// It has passed.
    Past,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which one.
    pub day: Date,
    /// What speaks for it.
    pub reasons: Vec<Good>,
    /// What stands against it.
    pub hindrances: Vec<Hindrance>,
}

impl Wanted {
    /// Who has to be at a session, what it does not say being taken from its coaching.
    pub fn session(book: &Book, session: &Session, at_hand: Option<&Season>) -> Self {
        let coaching = session.coachings.first().and_then(|id| book.get::<Coaching>(id));
        let of_coaching = coaching.map(|coaching| Self::coaching(book, coaching, at_hand)).unwrap_or_default();
        let or = |own: &Ids, other: Ids| if own.is_empty() { other } else { own.clone() };
        let season = session.season.as_ref().and_then(|id| book.get::<Season>(id));
        Self {
            tutors: or(&session.tutors, of_coaching.tutors),
            contacts: or(&session.contacts, of_coaching.contacts),
            municipalities: or(&session.municipalities, of_coaching.municipalities),
            season: season.and_then(days_of).or(of_coaching.season),
            season_id: session.season.clone().or(of_coaching.season_id),
            mode: session.mode,
            session: Some(session.id.clone()).filter(|id| !id.is_empty()),
            ..of_coaching
        }
    }

    /// Who has to be at a meeting of a coaching.
    pub fn coaching(book: &Book, coaching: &Coaching, at_hand: Option<&Season>) -> Self {
        let season = coaching.season.as_ref().and_then(|id| book.get::<Season>(id)).or(at_hand);
        let week = coaching.planned_week.map(|monday| (monday, plus(monday, 6)));
        let round = round(book, &coaching.round, season).and_then(|(_, round)| round.starts.zip(round.ends));
        let round = round.filter(|(first, last)| first <= last);
        Self {
            tutors: coaching.tutors.clone(),
            contacts: coaching.contacts.clone(),
            municipalities: coaching.municipality.iter().cloned().collect(),
            agreed: week.or(round),
            is_week: week.is_some(),
            season: season.and_then(days_of),
            season_id: season.map(|season| season.id.clone()),
            mode: None,
            session: None,
        }
    }

    /// The days to look at where nobody says which: what is left of the planned week or the round, else the next weeks.
    pub fn stretch(&self, today: Date) -> (Date, Date) {
        let ahead = (plus(today, 1), plus(today, WEEKS_AHEAD * 7));
        match self.agreed {
            Some((first, last)) if last > today => (first.max(ahead.0), last),
            _ => ahead,
        }
    }
}

fn days_of(season: &Season) -> Option<(Date, Date)> {
    season.starts.zip(season.ends)
}

fn plus(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// The workdays from the first to the last day, the best first.
pub fn free_days(book: &Book, wanted: &Wanted, (first, last): (Date, Date), today: Date) -> Vec<Day> {
    let busy = Busy::new(book, wanted);
    let days = first.series(1.day()).take_while(|day| *day <= last).take(DAYS_MOST).filter(|day| is_workday(*day));
    let mut days: Vec<Day> = days.map(|day| weigh(wanted, &busy, day, today)).collect();
    days.sort_by_key(|day| (day.hindrances.len(), day.day));
    days
}

/// The sessions of those who have to be there, looked up once for all days.
struct Busy<'a> {
    tutors: Vec<(&'a Person, Vec<Taken>)>,
    contacts: Vec<(&'a Person, Vec<Taken>)>,
    municipalities: Vec<(Link, Vec<Taken>)>,
}

/// The first and the last day of another session.
type Taken = (Date, Date, Id);

impl<'a> Busy<'a> {
    fn new(book: &'a Book, wanted: &Wanted) -> Self {
        let person = |id: &Id| {
            let person = book.get::<Person>(id)?;
            let link = Link::new(Kind::Person, id.clone());
            Some((person, taken(book, wanted, &link, |session| takes_part(session, id))))
        };
        let municipality = |id: &Id| {
            let link = Link::new(Kind::Municipality, id.clone());
            book.get::<Municipality>(id)?;
            let sessions = taken(book, wanted, &link, |session| session.municipalities.contains(id));
            Some((link, sessions))
        };
        // Somebody who is both is looked at as a tutor.
        let contacts = wanted.contacts.iter().filter(|id| !wanted.tutors.contains(id));
        Self {
            tutors: wanted.tutors.iter().filter_map(person).collect(),
            contacts: contacts.filter_map(person).collect(),
            municipalities: wanted.municipalities.iter().filter_map(municipality).collect(),
        }
    }
}

fn taken(book: &Book, wanted: &Wanted, link: &Link, has_part: impl Fn(&Session) -> bool) -> Vec<Taken> {
    let others = book.referring_as::<Session>(link).filter(|session| {
        wanted.session.as_ref() != Some(&session.id) && session.status != Some(SessionStatus::Cancelled)
    });
    let days = others.filter(|session| has_part(session)).filter_map(|session| {
        let first = session.date?;
        Some((first, session.last_day.unwrap_or(first), session.id.clone()))
    });
    let mut days: Vec<Taken> = days.collect();
    days.sort();
    days
}

fn weigh(wanted: &Wanted, busy: &Busy<'_>, day: Date, today: Date) -> Day {
    let mut hindrances = Vec::new();
    if day < today {
        hindrances.push(Hindrance::Past);
    }
    let within = |stretch: Option<(Date, Date)>| stretch.map(|(first, last)| first <= day && day <= last);
    if within(wanted.season) == Some(false) {
        hindrances.push(Hindrance::OutsideSeason);
    }
    let agreed = within(wanted.agreed);
    if agreed == Some(false) {
        hindrances.push(Hindrance::NotAgreed);
    }
    let tutors: Vec<Hindrance> = busy.tutors.iter().filter_map(|(who, taken)| in_the_way(who, taken, day)).collect();
    let contacts: Vec<Hindrance> =
        busy.contacts.iter().filter_map(|(who, taken)| in_the_way(who, taken, day)).collect();
    let municipalities: Vec<Hindrance> =
        busy.municipalities.iter().filter_map(|(link, taken)| booked(link, taken, day)).collect();
    let mut reasons = Vec::new();
    if !busy.tutors.is_empty() && tutors.is_empty() {
        reasons.push(Good::TutorsFree(busy.tutors.len()));
    }
    if !busy.contacts.is_empty() && contacts.is_empty() {
        reasons.push(Good::ContactsFree(busy.contacts.len()));
    }
    if !busy.municipalities.is_empty() && busy.municipalities.iter().all(|(_, taken)| is_quiet(taken, day)) {
        reasons.push(Good::QuietWeek);
    }
    if agreed == Some(true) {
        reasons.push(if wanted.is_week { Good::PlannedWeek } else { Good::Round });
    }
    hindrances.extend(tutors.into_iter().chain(contacts).chain(municipalities));
    Day { day, reasons, hindrances }
}

/// What keeps a person from coming on this day.
fn in_the_way(person: &Person, taken: &[Taken], day: Date) -> Option<Hindrance> {
    if has_left(person, day) {
        return Some(Hindrance::Left(person.id.clone()));
    }
    let covers = |from: Date, until: Date| from <= day && day <= until;
    let away = person.unavailable.iter().filter_map(|row| {
        let from = row.from?;
        let until = row.until.unwrap_or(from);
        covers(from, until).then_some((from, Reverse(until), row.why.clone()))
    });
    if let Some((from, Reverse(until), why)) = away.min() {
        return Some(Hindrance::Away { person: person.id.clone(), from, until, why });
    }
    booked(&Link::new(Kind::Person, person.id.clone()), taken, day)
}

fn booked(link: &Link, taken: &[Taken], day: Date) -> Option<Hindrance> {
    let (_, _, session) = taken.iter().find(|(from, until, _)| *from <= day && day <= *until)?;
    Some(Hindrance::Booked { party: link.clone(), session: session.clone() })
}

/// Whether nothing else touches the week of this day.
fn is_quiet(taken: &[Taken], day: Date) -> bool {
    let monday = plus(day, -i64::from(day.weekday().to_monday_zero_offset()));
    let sunday = plus(monday, 6);
    !taken.iter().any(|(from, until, _)| *from <= sunday && *until >= monday)
}

/// How long the farthest of the tutors is on the way, in minutes; nothing where nobody travels or that is not known.
pub fn way(book: &Book, wanted: &Wanted, today: Date) -> Option<u32> {
    if !matches!(wanted.mode, Some(Mode::OnSite | Mode::Hybrid)) {
        return None;
    }
    let (there, season) = (wanted.municipalities.first()?, wanted.season_id.as_ref()?);
    let ways = Ways::of(book);
    let people = wanted.tutors.iter().filter_map(|id| book.get::<Person>(id));
    let homes = people.map(|person| home(person, season, today));
    homes.filter_map(|homes| homes.iter().map(|home| ways.minutes(book, home, there)).min()).max()
}

/// The session of a coaching that still waits for its day; nothing where a new one is to be made.
pub fn waiting_session<'a>(book: &'a Book, coaching: &Coaching) -> Option<&'a Session> {
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let waits = |session: &&Session| {
        session.date.is_none()
            && session.coachings.contains(&coaching.id)
            && !matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled))
    };
    book.referring_as::<Session>(&link).filter(waits).min_by_key(|session| &session.id)
}

#[cfg(test)]
mod tests;
