//! One tutor weighed for one place.

use std::collections::{HashMap, HashSet};

use ecow::EcoString;
use jiff::civil::Date;

use super::{Asked, Candidate, Fit, Objection, Reason, Stretch};
use crate::book::Book;
use crate::domain::{
    Absence, Coaching, Id, Kind, Link, Municipality, Person, Season, Session, SessionKind, SessionStatus, Who,
};
use crate::planning::holidays::is_workday;
use crate::planning::tutors::{Load, Tutor, counts, has_left, home, load};
use crate::text::Tongue;

/// The points of the module's table.
const THEME: i32 = 20;
const THEMES_MOST: i32 = 3;
const EVERY_THEME: i32 = 10;
const SPEAKS: i32 = 15;
const FREE: i32 = 10;
const NEVER_MET: i32 = 8;
const KNOWS: i32 = 4;
const NEIGHBOUR: i32 = 8;
const SIMILAR_SIZE: i32 = 8;
const SAME_CLASS: i32 = 4;
const AWAY: i32 = -60;
const FULL: i32 = -50;
const BOOKED: i32 = -40;
const NOT_SPEAKING: i32 = -40;
const NO_CONTACT: i32 = -15;
const TAKEN: i32 = -4;
const TAKEN_MOST: u32 = 6;

/// Municipalities are of similar size where the larger has at most so many times the people of the smaller.
const SIZE_RATIO: u64 = 2;

/// In a stretch of at most so many days a session stands against another one; in a longer one there is room for both.
const FEW_DAYS: i32 = 3;

/// In one of at most so many nobody is called free who has another session.
const WEEK: i32 = 7;

/// Of a longer stretch no more days are looked at.
const DAYS_MOST: usize = 400;

/// A municipality and whom it has met, gathered once for all who are weighed.
pub(super) struct Receiving<'a> {
    municipality: Option<&'a Municipality>,
    /// Who coached it, and in which season last.
    coached: HashMap<Tutor, (Option<Date>, Id)>,
    /// Who was at a session with it.
    met: HashSet<Tutor>,
    /// The days it may be on, workdays first of all.
    days: Vec<Date>,
}

impl<'a> Receiving<'a> {
    pub(super) fn new(book: &'a Book, asked: &Asked) -> Self {
        let municipality = asked.municipality.as_ref().and_then(|id| book.get::<Municipality>(id));
        let days = asked.days.map(stretch).unwrap_or_default();
        let mut receiving = Self { municipality, coached: HashMap::new(), met: HashSet::new(), days };
        if let Some(id) = &asked.municipality {
            receiving.meet(book, asked, id);
        }
        receiving
    }

    fn meet(&mut self, book: &Book, asked: &Asked, id: &Id) {
        let link = Link::new(Kind::Municipality, id.clone());
        let own = |coaching: &&Coaching| {
            coaching.municipality.as_ref() == Some(id) && asked.coaching.as_ref() != Some(&coaching.id)
        };
        for coaching in book.referring_as::<Coaching>(&link).filter(own).filter(|coaching| counts(coaching)) {
            self.has_coached(
                book,
                coaching.season.as_ref(),
                tutors_of(&coaching.tutors, &coaching.tutor_municipalities),
            );
        }
        let other = |session: &&Session| {
            session.municipalities.contains(id)
                && session.status != Some(SessionStatus::Cancelled)
                && asked.session.as_ref() != Some(&session.id)
                && asked.coaching.as_ref().is_none_or(|coaching| !session.coachings.contains(coaching))
        };
        for session in book.referring_as::<Session>(&link).filter(other) {
            let tutors = tutors_of(&session.tutors, &session.tutor_municipalities);
            let was_coached = matches!(session.kind, Some(SessionKind::Meeting | SessionKind::Visit));
            if was_coached && !session.coachings.is_empty() {
                self.has_coached(book, session.season.as_ref(), tutors);
            } else {
                self.met.extend(tutors);
            }
        }
    }

    fn has_coached(&mut self, book: &Book, season: Option<&Id>, tutors: impl Iterator<Item = Tutor>) {
        let Some(season) = season else { return };
        let last = (book.get::<Season>(season).and_then(|season| season.starts), season.clone());
        for tutor in tutors {
            let known = self.coached.entry(tutor).or_insert_with(|| last.clone());
            if *known < last {
                known.clone_from(&last);
            }
        }
    }
}

fn tutors_of(people: &[Id], offices: &[Id]) -> impl Iterator<Item = Tutor> {
    let people = people.iter().cloned().map(Tutor::Person);
    people.chain(offices.iter().cloned().map(Tutor::Office)).collect::<Vec<_>>().into_iter()
}

/// The workdays of a stretch; all its days where none of them is one.
fn stretch((first, last): (Date, Date)) -> Vec<Date> {
    let days = || first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).take(DAYS_MOST);
    let workdays: Vec<Date> = days().filter(|day| is_workday(*day)).collect();
    if workdays.is_empty() { days().collect() } else { workdays }
}

/// What speaks for and against one tutor, with what they have taken on.
pub(super) fn weigh(
    book: &Book,
    season: &Season,
    receiving: &Receiving<'_>,
    asked: &Asked,
    tutor: Tutor,
    today: Date,
) -> Candidate {
    let after = load_after(book, season, asked, &tutor);
    let Fit { homes, reasons, objections, score } = fit(book, season, receiving, asked, &tutor, today);
    let mut weighing = Weighing { reasons, objections, score };
    weighing.load(after);
    let Weighing { reasons, objections, score } = weighing;
    Candidate { tutor, homes, reasons, objections, after, score }
}

/// What speaks for and against one tutor, whatever they have taken on.
pub(super) fn fit(
    book: &Book,
    season: &Season,
    receiving: &Receiving<'_>,
    asked: &Asked,
    tutor: &Tutor,
    today: Date,
) -> Fit {
    let person = if let Tutor::Person(id) = tutor { book.get::<Person>(id) } else { None };
    let first = asked.days.map_or(today, |(first, _)| first);
    let homes = match (tutor, person) {
        (Tutor::Office(id), _) => vec![id.clone()],
        (_, Some(person)) => home(person, &season.id, first),
        _ => Vec::new(),
    };
    let mut weighing = Weighing::default();
    if let Some(person) = person {
        weighing.themes(person, asked);
        weighing.language(person, asked);
        weighing.person(person, first);
    } else {
        weighing.office(book, &homes, asked);
    }
    weighing.days(book, asked, receiving, tutor, person);
    if asked.municipality.as_ref().is_some_and(|id| homes.contains(id)) {
        weighing.lacks(Objection::OwnMunicipality, 0);
    } else {
        weighing.acquaintance(receiving, tutor);
        weighing.places(book, &homes, receiving);
    }
    if matches!(tutor, Tutor::Office(_)) {
        weighing.reasons.push(Reason::AskOffice);
    }
    let Weighing { reasons, objections, score } = weighing;
    Fit { homes, reasons, objections, score }
}

/// What a tutor would have taken on, the coaching at hand among it once.
fn load_after(book: &Book, season: &Season, asked: &Asked, tutor: &Tutor) -> Load {
    let mut load = load(book, season, tutor);
    let coaching = asked.coaching.as_ref().and_then(|id| book.get::<Coaching>(id));
    // A webinar is no coaching: whoever speaks there has no more of them.
    if asked.session.is_some() && asked.coaching.is_none() {
        return load;
    }
    let of_season = |coaching: &Coaching| coaching.season.as_ref() == Some(&season.id) && counts(coaching);
    if !coaching.is_some_and(|coaching| of_season(coaching) && tutor.is_in(coaching)) {
        load.coachings = load.coachings.saturating_add(1);
    }
    load
}

/// What was found so far.
#[derive(Default)]
struct Weighing {
    reasons: Vec<Reason>,
    objections: Vec<Objection>,
    score: i32,
}

impl Weighing {
    fn has(&mut self, reason: Reason, points: i32) {
        self.reasons.push(reason);
        self.score += points;
    }

    fn lacks(&mut self, objection: Objection, points: i32) {
        self.objections.push(objection);
        self.score += points;
    }

    fn themes(&mut self, person: &Person, asked: &Asked) {
        let common: Vec<Id> = asked.themes.iter().filter(|theme| person.themes.contains(theme)).cloned().collect();
        let of = asked.themes.len();
        if common.is_empty() {
            return;
        }
        let every = if common.len() == of { EVERY_THEME } else { 0 };
        let count = i32::try_from(common.len()).unwrap_or(i32::MAX).min(THEMES_MOST);
        self.has(Reason::Themes { common, of }, THEME * count + every);
    }

    fn language(&mut self, person: &Person, asked: &Asked) {
        match asked.language {
            Some(tongue) if person.languages.contains(&tongue) => self.has(Reason::Speaks(tongue), SPEAKS),
            Some(tongue) if !person.languages.is_empty() => self.lacks(Objection::NotSpeaking(tongue), NOT_SPEAKING),
            _ => {}
        }
    }

    fn person(&mut self, person: &Person, first: Date) {
        if let Some(day) = person.left_on.filter(|_| has_left(person, first)) {
            self.lacks(Objection::Left(day), 0);
        }
        if person.phone.is_empty() && person.email.is_empty() && person.further_contacts.is_empty() {
            self.lacks(Objection::NoContact, NO_CONTACT);
        }
    }

    /// Of an office it is known which languages its municipality has. That it has Finnish tells nothing.
    fn office(&mut self, book: &Book, homes: &[Id], asked: &Asked) {
        let Some(tongue) = asked.language.filter(|tongue| *tongue != Tongue::Fi) else { return };
        let has = |id: &Id| book.get::<Municipality>(id).is_some_and(|it| it.languages.contains(&tongue));
        if homes.iter().any(has) {
            self.has(Reason::Speaks(tongue), SPEAKS);
        }
    }

    fn days(&mut self, book: &Book, asked: &Asked, receiving: &Receiving<'_>, tutor: &Tutor, person: Option<&Person>) {
        let (Some((first, last)), Some(person)) = (asked.days, person) else { return };
        let length = (last - first).get_days().saturating_add(1);
        let away = |day: &&Date| person.unavailable.iter().any(|row| covers(row, **day));
        let missed = receiving.days.iter().filter(away).count();
        let booked = if length <= WEEK { booked(book, asked, tutor) } else { None };
        if missed == 0 && booked.is_none() {
            let stretch = match length {
                ..=1 => Stretch::Day,
                2..=WEEK => Stretch::Week,
                _ => Stretch::Longer,
            };
            self.has(Reason::Free(stretch), FREE);
        }
        let touching = person.unavailable.iter().filter(|row| receiving.days.iter().any(|day| covers(row, *day)));
        if let Some((from, until, why)) = touching.filter_map(span).min() {
            self.lacks(Objection::Absent { from, until, why }, part(AWAY, missed, receiving.days.len()));
        }
        if let Some((day, session)) = booked.filter(|_| length <= FEW_DAYS) {
            self.lacks(Objection::Booked { session, day }, BOOKED);
        }
    }

    fn acquaintance(&mut self, receiving: &Receiving<'_>, tutor: &Tutor) {
        if receiving.municipality.is_none() {
            return;
        }
        if let Some((_, season)) = receiving.coached.get(tutor) {
            self.has(Reason::Coached(season.clone()), 0);
        } else if receiving.met.contains(tutor) {
            self.has(Reason::Knows, KNOWS);
        } else {
            self.has(Reason::NeverMet, NEVER_MET);
        }
    }

    fn places(&mut self, book: &Book, homes: &[Id], receiving: &Receiving<'_>) {
        let Some(there) = receiving.municipality else { return };
        let homes: Vec<&Municipality> = homes.iter().filter_map(|id| book.get::<Municipality>(id)).collect();
        if homes.iter().any(|home| !there.subregion.is_empty() && home.subregion == there.subregion) {
            self.has(Reason::Neighbour, NEIGHBOUR);
        }
        if homes.iter().any(|home| is_similar(home, there)) {
            self.has(Reason::SimilarSize, SIMILAR_SIZE);
        } else if homes.iter().any(|home| there.urban_class.is_some() && home.urban_class == there.urban_class) {
            self.has(Reason::SameClass, SAME_CLASS);
        }
    }

    fn load(&mut self, after: Load) {
        if let Some(ceiling) = after.ceiling.filter(|ceiling| after.coachings > *ceiling) {
            self.lacks(Objection::Full(ceiling), FULL);
        }
        let taken = after.coachings.saturating_sub(1).min(TAKEN_MOST);
        self.score += TAKEN * i32::try_from(taken).unwrap_or(0);
    }
}

/// So many of all: that part of the points.
fn part(points: i32, some: usize, all: usize) -> i32 {
    let (some, all) = (i32::try_from(some).unwrap_or(i32::MAX), i32::try_from(all.max(1)).unwrap_or(i32::MAX));
    points.saturating_mul(some) / all
}

fn covers(row: &Absence, day: Date) -> bool {
    row.from.is_some_and(|from| from <= day && row.until.unwrap_or(from) >= day)
}

fn span(row: &Absence) -> Option<(Date, Date, EcoString)> {
    let from = row.from?;
    Some((from, row.until.unwrap_or(from), row.why.clone()))
}

fn is_similar(one: &Municipality, other: &Municipality) -> bool {
    let Some((one, other)) = one.population.zip(other.population) else { return false };
    let (small, large) = (u64::from(one.min(other)), u64::from(one.max(other)));
    small > 0 && large <= small * SIZE_RATIO
}

/// The first other session a tutor has a part in on the days asked for.
fn booked(book: &Book, asked: &Asked, tutor: &Tutor) -> Option<(Date, Id)> {
    let (first, last) = asked.days?;
    let Tutor::Person(id) = tutor else { return None };
    let on_the_days = |session: &&Session| {
        let from = session.date;
        let until = session.last_day.or(from);
        asked.session.as_ref() != Some(&session.id)
            && session.status != Some(SessionStatus::Cancelled)
            && from.is_some_and(|from| from <= last)
            && until.is_some_and(|until| until >= first)
            && takes_part(session, id)
    };
    let sessions = book.referring_as::<Session>(&tutor.link()).filter(on_the_days);
    sessions.filter_map(|session| Some((session.date?, session.id.clone()))).min()
}

/// Whether somebody has to be at a session: as a tutor, contact, host or speaker.
pub fn takes_part(session: &Session, person: &Id) -> bool {
    let speaks = || {
        let speakers = session.programme.iter().flat_map(|item| &item.speakers);
        speakers.map(|row| &row.who).any(|who| matches!(who, Who::Person(id) if id == person))
    };
    session.tutors.contains(person)
        || session.contacts.contains(person)
        || session.technical_hosts.contains(person)
        || speaks()
}
