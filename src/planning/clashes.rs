//! What cannot be as it is planned: somebody in two places, a day nobody works, a place that is missing.
//!
//! Owns the rules of clashes and which kind of session each holds for; pure functions over the book. A clash never
//! hinders anything: it is a sentence that names both sides and what would mend it. Of a session that is over or
//! called off, and of a coaching that is no longer wanted, nothing is said.

mod alone;
mod cast;
mod coachings;
mod pairs;
mod rules;
mod sentence;

use std::collections::HashMap;

use ecow::EcoString;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::book::Book;
use crate::domain::{Coaching, Id, Kind, Level, Link, Season, Session, SessionKind};
use crate::planning::holidays::Holiday;
use crate::planning::span;
use crate::planning::travel::Ways;
use cast::{Cast, is_open};
use coachings::Turns;

pub use cast::municipalities;
pub use rules::{Levels, Row, Rule, TABLE};

/// The most clashes that are looked for in a whole season: nobody reads more, and a book in which one person is in
/// ten thousand sessions at once has fifty million.
pub const MOST: usize = 20_000;

/// Something that cannot be as it is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The rule.
    pub rule: Rule,
    /// What the book says of it: a note or a warning, never off.
    pub level: Level,
    /// The session or coaching it is about; its id is empty where it was never saved.
    pub session: Link,
    /// Who or what is the trouble: a person, municipality or season, or the record that is gone.
    pub party: Option<Link>,
    /// The other side: the other session, or a tutor's own municipality.
    pub other: Option<Link>,
    /// What else the sentence tells.
    pub facts: Facts,
}

/// What a clash's sentence tells beside the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The day in question, or the first one.
    pub from: Option<Date>,
    /// The last day in question.
    pub until: Option<Date>,
    /// The day of the session that does not fit them.
    pub day: Option<Date>,
    /// From when until when.
    pub times: Option<(DateTime, DateTime)>,
    /// How much or how many there are; time in minutes.
    pub much: Option<u32>,
    /// How much or how many there may be; time in minutes.
    pub most: Option<u32>,
    /// A name or a reason somebody gave.
    pub words: EcoString,
    /// The holiday it is.
    pub holiday: Option<Holiday>,
}

/// The book with what its clashes are judged by, made once and asked often.
struct Rulebook<'a> {
    book: &'a Book,
    levels: Levels,
    ways: Ways,
    zone: Option<TimeZone>,
}

impl<'a> Rulebook<'a> {
    fn of(book: &'a Book) -> Self {
        let zone = book.info().map(|info| info.zone.trim()).filter(|zone| !zone.is_empty());
        // Of a zone nobody knows nobody knows when its clocks change.
        let zone = zone.and_then(|zone| TimeZone::get(zone).ok());
        Self { book, levels: Levels::of(book), ways: Ways::of(book), zone }
    }

    /// Whether the rule says anything of sessions of this kind.
    fn holds(&self, rule: Rule, kind: Option<SessionKind>) -> bool {
        self.levels.level(rule) != Level::Off && rule.holds_for(kind)
    }

    fn clash(&self, rule: Rule, about: Link) -> Clash {
        let level = self.levels.level(rule);
        Clash { rule, level, session: about, party: None, other: None, facts: Facts::default() }
    }
}

impl Clash {
    fn party(self, kind: Kind, id: &Id) -> Self {
        Self { party: Some(Link::new(kind, id.clone())), ..self }
    }

    fn facts(self, facts: Facts) -> Self {
        Self { facts, ..self }
    }

    /// Whether something is wrong, and not only worth a word.
    pub fn is_warning(&self) -> bool {
        self.level == Level::Warn
    }
}

/// The clashes of one session, the worst first. It may be a draft that was never saved, or differ from the book's.
pub fn of_session(book: &Book, session: &Session) -> Vec<Clash> {
    if !is_open(session) {
        return Vec::new();
    }
    let rules = Rulebook::of(book);
    let cast = Cast::of(book, session);
    let mut clashes = alone::clashes(&rules, &cast);
    for other in pairs::neighbours(&rules, &cast) {
        clashes.extend(pairs::clashes(&rules, &cast, &Cast::of(book, other)));
    }
    clashes.sort_by_key(|clash| (std::cmp::Reverse(clash.level), clash.rule));
    clashes
}

/// The worst warning of each session of these days that has one, by the session's id: what [`of_session`] would say of
/// each of them, at the cost of the days alone.
pub fn warnings(book: &Book, first: Date, last: Date) -> HashMap<Id, Clash> {
    let rules = Rulebook::of(book);
    let open = || book.all::<Session>().filter(|session| is_open(session));
    // What begins on one of these days may go on long after them, and meet what begins only then.
    let reached = open().filter(|session| session.date.is_some_and(|day| first <= day && day <= last));
    let until = reached.filter_map(|session| Some(span::of(session)?.until())).max().unwrap_or(last);
    let near = open().filter(|session| pairs::may_reach(session, first, until));
    let casts: Vec<Cast<'_>> = near.map(|session| Cast::of(book, session)).collect();
    let mut clashes: Vec<Clash> = casts.iter().flat_map(|cast| alone::clashes(&rules, cast)).collect();
    for (one, other) in pairs::close(&rules, &casts).into_iter().take(MOST) {
        clashes.extend(pairs::clashes(&rules, one, other));
        clashes.extend(pairs::clashes(&rules, other, one));
    }
    let mut worst: HashMap<Id, Clash> = HashMap::new();
    for clash in clashes.into_iter().filter(Clash::is_warning) {
        match worst.get_mut(&clash.session.id) {
            Some(known) if known.rule <= clash.rule => {}
            Some(known) => *known = clash,
            None => drop(worst.insert(clash.session.id.clone(), clash)),
        }
    }
    worst
}

/// The clashes of one coaching, the worst first. It may be a draft that was never saved, or differ from the book's.
pub fn of_coaching(book: &Book, coaching: &Coaching) -> Vec<Clash> {
    let rules = Rulebook::of(book);
    let mut clashes = coachings::clashes(&rules, coaching, &Turns::of_one(book, coaching));
    clashes.sort_by_key(|clash| (std::cmp::Reverse(clash.level), clash.rule));
    clashes
}

/// The clashes of a season: of its coachings and sessions, each pair of sessions once and told of the earlier one. The
/// worst come first, then what is earlier. At most [`MOST`].
pub fn all(book: &Book, season: &Season) -> Vec<Clash> {
    let rules = Rulebook::of(book);
    let sessions = book.all::<Session>().filter(|session| is_open(session));
    let casts: Vec<Cast<'_>> = sessions.map(|session| Cast::of(book, session)).collect();
    let is_ours = |cast: &Cast<'_>| is_of(book, season, cast.session);
    let mut clashes = Vec::new();
    for cast in casts.iter().filter(|cast| is_ours(cast)) {
        clashes.extend(alone::clashes(&rules, cast));
    }
    for (one, other) in pairs::close(&rules, &casts) {
        if clashes.len() >= MOST {
            break;
        }
        match (is_ours(one), is_ours(other)) {
            (true, _) => clashes.extend(pairs::clashes(&rules, one, other)),
            (false, true) => clashes.extend(pairs::clashes(&rules, other, one)),
            (false, false) => {}
        }
    }
    let turns = Turns::of_season(book, season);
    let link = Link::new(Kind::Season, season.id.clone());
    for coaching in book.referring_as::<Coaching>(&link).filter(|it| it.season.as_ref() == Some(&season.id)) {
        clashes.extend(coachings::clashes(&rules, coaching, &turns));
    }
    let days: HashMap<&Id, Date> = casts.iter().filter_map(|cast| Some((&cast.session.id, cast.span?.first))).collect();
    let day = |clash: &Clash| days.get(&clash.session.id).copied();
    clashes.sort_by_cached_key(|clash| (std::cmp::Reverse(clash.level), day(clash), clash.rule));
    clashes.truncate(MOST);
    clashes
}

/// Whether a session belongs to a season. One whose season is not in the book belongs where its day lies.
fn is_of(book: &Book, season: &Season, session: &Session) -> bool {
    match &session.season {
        Some(id) if *id == season.id => true,
        Some(id) if book.get::<Season>(id).is_some() => false,
        _ => session.date.is_some_and(|day| holds(season, day)),
    }
}

/// Whether a season holds a day, as far as its own days are known.
fn holds(season: &Season, day: Date) -> bool {
    season.starts.is_none_or(|first| first <= day) && season.ends.is_none_or(|last| day <= last)
}

#[cfg(test)]
mod tests;
