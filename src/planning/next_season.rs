//! A season begun from the last one: what goes on is carried over, nobody is forgotten, nothing of the last one changes.
//!
//! | of the last season | in the new one |
//! |---|---|
//! | name, key, days, rounds | the same, so many years later; that a round's list is complete is open again |
//! | aim, tutor municipalities, targets | the same; for a municipality that has merged the one it is part of |
//! | tutors | those who said yes, each role with its ceiling and its municipality; who worked there and works elsewhere by now tutors for where they do |
//! | coordinators, contacts of municipalities | all who have not left, of contacts those who still work there |
//! | speakers, experts, opt-outs, publications, report texts | not: they are that season's |
//! | coachings that nothing came of yet | a new one waits, with what they wished for and who asked |
//! | targets not reached, without such a coaching | a new coaching waits |
//! | open follow-up actions, templates | belong to no season and are there as before |

mod names;

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::figures::{exists_on, living, reach};
use crate::book::show::Showing;
use crate::book::{Book, Change};
use crate::domain::{
    Action, ActionStatus, Affiliation, Coaching, CoachingStatus, Id, Ids, Kind, Link, Municipality, Person, Record,
    Role, RoleInSeason, Round, Season,
};
use crate::find::collate::collate;
use crate::text::Safe;

pub use names::counted_up;

/// The season to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSeason {
    /// The season it follows.
    pub after: Id,
    /// Its key.
    pub key: Id,
    /// Its name.
    pub name: EcoString,
    /// Its first day.
    pub starts: Date,
    /// Its last day.
    pub ends: Date,
}

/// What the next season is probably called and when it is; a form begins with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The key.
    pub key: EcoString,
    /// The name.
    pub name: EcoString,
    /// The first day.
    pub starts: Option<Date>,
    /// The last day.
    pub ends: Option<Date>,
}

/// What somebody said when asked whether they come along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Along {
    /// Nobody has asked them yet.
    #[default]
    Unasked,
    /// They do.
    Yes,
    /// They do not.
    No,
}

/// A tutor of the last season, to be asked.
#[derive(Clone, Debug)]
pub struct Tutor<'a> {
    /// Who.
    pub person: &'a Person,
    /// The municipalities they would tutor for.
    pub municipalities: Vec<Id>,
    /// Their coachings in the last season.
    pub load: usize,
    /// The most they took.
    pub ceiling: Option<u32>,
    /// The day they left, where that is before the new season.
    pub left: Option<Date>,
}

/// What beginning a season changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// The changes, the season first. New coachings and rows have no ids yet.
    pub changes: Vec<Change>,
    /// Tutors who come along.
    pub tutors: usize,
    /// Tutors who have not answered, and get no role.
    pub unasked: Vec<Id>,
    /// Coordinators and contacts who come along without being asked.
    pub others: usize,
    /// Contacts who do not, as they have left or work elsewhere.
    pub gone: Vec<Id>,
    /// Rounds.
    pub rounds: usize,
    /// Coachings that wait.
    pub waiting: usize,
    /// Tutor municipalities whose tutors do not come along, so that nobody tutors for them.
    pub untutored: Vec<Id>,
}

/// Why no season is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotBegun {
    /// There is no season to begin it from.
    NoSeason,
    /// There is one with this key.
    Taken(Id),
    /// It ends before it starts.
    Backwards,
    /// It starts before the last one, of this name, has ended on this day.
    Overlaps(Id, Date),
}

impl NotBegun {
    /// The reason as a sentence.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        match self {
            Self::NoSeason => showing.texts.say("no-season"),
            Self::Taken(id) => {
                let name = showing.id(Kind::Season, Some(id));
                showing
                    .texts
                    .tell("next-season-taken", &[("name", name.into()), ("key", Safe::line(id.as_str()).into())])
            }
            Self::Backwards => showing.texts.say("next-season-backwards"),
            Self::Overlaps(id, ends) => {
                let places = [("name", showing.id(Kind::Season, Some(id)).into())];
                let day = [("day", showing.texts.date(*ends).into())];
                showing.texts.tell("next-season-overlaps", &places.into_iter().chain(day).collect::<Vec<_>>())
            }
        }
    }

    /// The field of a season that tells why.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Backwards => "ends",
            Self::Overlaps(..) => "starts",
            Self::NoSeason | Self::Taken(_) => "id",
        }
    }
}

/// What the season after this one is probably called and when it is: a year later, or when it is said to start and
/// end. With the same days some years later it keeps its way of naming years, else it goes by those of its days.
pub fn guess(season: &Season, starts: Option<Date>, ends: Option<Date>) -> Guess {
    let starts = starts.or_else(|| season.starts.map(|day| years_later(day, 1)));
    let years = years(season, starts);
    let later = |day: Option<Date>| day.map(|day| years_later(day, years));
    let ends = ends.or_else(|| later(season.ends));
    let is_regular = years > 0 && (starts, ends) == (later(season.starts), later(season.ends));
    let days = starts.zip(ends).filter(|_| !is_regular);
    let named = |name: &str, before: char, dash: char| {
        let dated = days.and_then(|(first, last)| names::dated(name, (first.year(), last.year()), dash));
        dated.unwrap_or_else(|| counted_up(name, years, before))
    };
    let (key, name) = (named(season.id.as_str(), '-', '-'), named(&season.name, ' ', '–'));
    Guess { key, name, starts, ends }
}

/// How many years lie between a season and the one that starts then.
fn years(season: &Season, starts: Option<Date>) -> i16 {
    season.starts.zip(starts).map_or(1, |(last, next)| next.year() - last.year())
}

fn years_later(day: Date, years: i16) -> Date {
    day.saturating_add(jiff::Span::new().years(years))
}

/// The tutors of a season, by name, to be asked for one that starts then.
pub fn tutors<'a>(book: &'a Book, season: &Season, starts: Date) -> Vec<Tutor<'a>> {
    let link = Link::new(Kind::Season, season.id.clone());
    let tutors = book.referring_as::<Person>(&link).filter(|person| person.has_role(&season.id, Role::Tutor));
    let mut tutors: Vec<Tutor<'a>> = tutors.map(|person| tutor(book, person, season, starts)).collect();
    tutors.sort_by(|one, other| {
        let key = |tutor: &Tutor<'_>| (collate(&tutor.person.family), collate(&tutor.person.given));
        key(one).cmp(&key(other))
    });
    tutors
}

fn tutor<'a>(book: &'a Book, person: &'a Person, season: &Season, starts: Date) -> Tutor<'a> {
    let rows = || {
        let of_season = |row: &&RoleInSeason| row.season.as_ref() == Some(&season.id) && row.role == Some(Role::Tutor);
        person.roles.iter().filter(of_season)
    };
    let link = Link::new(Kind::Person, person.id.clone());
    let tutors = |it: &&Coaching| it.season.as_ref() == Some(&season.id) && it.tutors.contains(&person.id);
    Tutor {
        person,
        municipalities: rows()
            .filter_map(|row| row.municipality.as_ref())
            .map(|id| place_then(book, person, (season, id), starts))
            .collect(),
        load: book.referring_as::<Coaching>(&link).filter(tutors).count(),
        ceiling: rows().filter_map(|row| row.ceiling).max(),
        left: left(person, starts),
    }
}

/// The municipality a role is for on the new season's first day: where its own was where they worked in the season
/// before, and they work in another one by then, that one.
fn place_then(book: &Book, person: &Person, (last, of): (&Season, &Id), starts: Date) -> Id {
    let own = living(book, of, starts);
    let at = |row: &Affiliation| row.at.as_ref().filter(|at| at.kind == Kind::Municipality).map(|at| at.id.clone());
    let in_last = |row: &&Affiliation| {
        let begun = row.from.zip(last.ends).is_none_or(|(first, ends)| first <= ends);
        begun && row.until.zip(last.starts).is_none_or(|(until, first)| until >= first)
    };
    let worked = person.affiliations.iter().filter(in_last).any(|row| at(row).is_some_and(|id| id == *of || id == own));
    let now: Vec<Id> = person.present_affiliations(starts).filter_map(at).map(|id| living(book, &id, starts)).collect();
    match now.first() {
        Some(first) if worked && !now.contains(&own) => first.clone(),
        _ => own,
    }
}

fn left(person: &Person, starts: Date) -> Option<Date> {
    person.left_on.filter(|day| *day <= starts)
}

/// How many follow-up actions are open: they belong to no season and go on.
pub fn open_actions(book: &Book) -> usize {
    let open = |action: &&Action| !matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped));
    book.all::<Action>().filter(open).count()
}

/// Begins a season. `along` says of tutors whether they come; of whom it says nothing nobody has asked.
///
/// # Errors
/// Why it cannot be begun.
pub fn begun(book: &Book, new: &NewSeason, along: &[(Id, Along)]) -> Result<Begun, NotBegun> {
    let last = book.get::<Season>(&new.after).ok_or(NotBegun::NoSeason)?;
    if book.get::<Season>(&new.key).is_some() {
        return Err(NotBegun::Taken(new.key.clone()));
    }
    if new.ends < new.starts {
        return Err(NotBegun::Backwards);
    }
    if let Some(ends) = last.ends.filter(|ends| *ends >= new.starts) {
        return Err(NotBegun::Overlaps(last.id.clone(), ends));
    }
    // Whatever season it is begun from, no other one may hold its days.
    let shares_days = |other: &&Season| {
        other.starts.zip(other.ends).is_some_and(|(starts, ends)| starts <= new.ends && ends >= new.starts)
    };
    if let Some((other, ends)) = book.all::<Season>().find(shares_days).and_then(|other| Some((other, other.ends?))) {
        return Err(NotBegun::Overlaps(other.id.clone(), ends));
    }
    Ok(Beginning { book, last, new }.begin(along))
}

struct Beginning<'a> {
    book: &'a Book,
    last: &'a Season,
    new: &'a NewSeason,
}

impl Beginning<'_> {
    fn begin(&self, along: &[(Id, Along)]) -> Begun {
        let season = self.season();
        let rounds = season.rounds.len();
        let coachings = self.coachings(&season);
        let waiting = coachings.len();
        let said = |id: &Id| along.iter().find(|(other, _)| other == id).map_or(Along::Unasked, |(_, said)| *said);
        let (mut tutors, mut others, mut unasked, mut gone) = (0, 0, Vec::new(), Vec::new());
        let (mut kept, mut lost) = (Vec::new(), Vec::new());
        let mut people = Vec::new();
        let link = Link::new(Kind::Season, self.last.id.clone());
        for person in self.book.referring_as::<Person>(&link) {
            let mut rows: EcoVec<RoleInSeason> = EcoVec::new();
            let (mut tutor, mut other, mut stays) = (false, false, false);
            for row in person.roles.iter().filter(|row| row.season.as_ref() == Some(&self.last.id)) {
                let comes = match row.role {
                    Some(Role::Tutor) => said(&person.id) == Along::Yes,
                    Some(Role::Coordinator) => left(person, self.new.starts).is_none(),
                    Some(Role::Contact) => self.is_still_contact(person, row),
                    _ => continue,
                };
                tutor |= row.role == Some(Role::Tutor) && comes;
                other |= row.role != Some(Role::Tutor) && comes;
                stays |= row.role != Some(Role::Tutor) && !comes;
                let was = row.municipality.as_ref().map(|id| living(self.book, id, self.new.starts));
                let is_tutor = row.role == Some(Role::Tutor);
                let row = self.role(person, row);
                if is_tutor {
                    // Whoever nobody has asked may still come.
                    let may_come = said(&person.id) != Along::No;
                    kept.extend(row.municipality.clone().filter(|_| may_come));
                    lost.extend(was);
                }
                if comes && !rows.iter().chain(&person.roles).any(|known| is_same_role(known, &row)) {
                    rows.push(row);
                }
            }
            if person.has_role(&self.last.id, Role::Tutor) && said(&person.id) == Along::Unasked {
                unasked.push(person.id.clone());
            }
            tutors += usize::from(tutor);
            others += usize::from(other && !tutor);
            if stays {
                gone.push(person.id.clone());
            }
            if !rows.is_empty() {
                let mut after = person.clone();
                after.roles.extend(rows);
                people
                    .push(Change { before: Some(Record::Person(person.clone())), after: Some(Record::Person(after)) });
            }
        }
        let new = |record: Record| Change { before: None, after: Some(record) };
        let coachings = coachings.into_iter().map(Record::Coaching).map(new);
        let untutored = |id: &&Id| lost.contains(id) && !kept.contains(id);
        let untutored = season.tutor_municipalities.iter().filter(untutored).cloned().collect();
        let changes = [new(Record::Season(season))].into_iter().chain(people).chain(coachings).collect();
        Begun { changes, tutors, unasked, others, gone, rounds, waiting, untutored }
    }

    fn years(&self) -> i16 {
        years(self.last, Some(self.new.starts))
    }

    fn season(&self) -> Season {
        let later = |day: Option<Date>| day.map(|day| years_later(day, self.years()));
        let round = |round: &Round| Round {
            name: names::years_up(&round.name, self.years()),
            starts: later(round.starts),
            ends: later(round.ends),
            places: round.places,
            ..Round::default()
        };
        Season {
            id: self.new.key.clone(),
            name: self.new.name.clone(),
            starts: Some(self.new.starts),
            ends: Some(self.new.ends),
            aim: self.last.aim.clone(),
            rounds: self.last.rounds.iter().map(round).collect(),
            tutor_municipalities: self.all_living(&self.last.tutor_municipalities),
            target_municipalities: self.all_living(&self.last.target_municipalities),
            ..Season::default()
        }
    }

    /// The municipalities that are there when the season starts, each once.
    fn all_living(&self, ids: &Ids) -> Ids {
        let mut all = Ids::new();
        for id in ids.iter().map(|id| living(self.book, id, self.new.starts)) {
            if !all.contains(&id) {
                all.push(id);
            }
        }
        all
    }

    fn role(&self, person: &Person, row: &RoleInSeason) -> RoleInSeason {
        let place = |id: &Id| place_then(self.book, person, (self.last, id), self.new.starts);
        RoleInSeason {
            season: Some(self.new.key.clone()),
            role: row.role,
            municipality: row.municipality.as_ref().map(place),
            ceiling: row.ceiling,
            ..RoleInSeason::default()
        }
    }

    /// Whether a contact has neither left nor gone to work elsewhere. Of whom the book does not say where they work
    /// nothing else is known.
    fn is_still_contact(&self, person: &Person, row: &RoleInSeason) -> bool {
        let places = row.municipality.iter().flat_map(|id| [id.clone(), living(self.book, id, self.new.starts)]);
        let links: Vec<Link> = places.map(|id| Link::new(Kind::Municipality, id)).collect();
        let mut there = person.affiliations.iter().filter(|row| row.at.as_ref().is_some_and(|at| links.contains(at)));
        let none = there.clone().next().is_none();
        let stays = there.any(|row| row.until.is_none_or(|last| last >= self.new.starts));
        left(person, self.new.starts).is_none() && (none || stays)
    }

    /// The coachings that wait: successors of those nothing came of yet, then of targets that were not reached.
    fn coachings(&self, season: &Season) -> Vec<Coaching> {
        let link = Link::new(Kind::Season, self.last.id.clone());
        let of_last = self.book.referring_as::<Coaching>(&link);
        let mut coachings: Vec<Coaching> = of_last.filter(|it| is_open(it)).map(|it| self.successor(it)).collect();
        let reach = reach(self.book, self.last);
        let unreached = reach.targets.iter().filter(|id| !reach.reached.contains(id));
        for id in unreached.map(|id| living(self.book, id, self.new.starts)) {
            let waits = coachings.iter().any(|it| it.municipality.as_ref() == Some(&id));
            let known = self.book.get::<Municipality>(&id);
            let there = known.is_some_and(|it| exists_on(it, self.new.starts));
            let reached = reach.reached.contains(&id);
            if !waits && !reached && there && !season.tutor_municipalities.contains(&id) {
                coachings.push(Coaching { municipality: Some(id), ..self.waiting() });
            }
        }
        coachings
    }

    fn waiting(&self) -> Coaching {
        Coaching { season: Some(self.new.key.clone()), status: Some(CoachingStatus::Waiting), ..Coaching::default() }
    }

    fn successor(&self, last: &Coaching) -> Coaching {
        Coaching {
            municipality: last.municipality.as_ref().map(|id| living(self.book, id, self.new.starts)),
            asked_on: last.asked_on,
            asked_by: last.asked_by.clone(),
            channel: last.channel,
            wish: last.wish.clone(),
            goals: last.goals.clone(),
            language: last.language,
            themes: last.themes.clone(),
            contacts: last.contacts.clone(),
            ..self.waiting()
        }
    }
}

/// Whether a coaching is still to be given. What is under way comes to its end in its own season.
fn is_open(coaching: &Coaching) -> bool {
    use CoachingStatus::{Cancelled, Declined, Done, UnderWay};
    !matches!(coaching.status, Some(UnderWay | Done | Declined | Cancelled))
}

fn is_same_role(one: &RoleInSeason, other: &RoleInSeason) -> bool {
    one.season == other.season && one.role == other.role && one.municipality == other.municipality
}

#[cfg(test)]
mod tests;
