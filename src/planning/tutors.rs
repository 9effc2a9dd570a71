//! Who can be asked to coach in a season: tutors by name, and tutor municipalities that have named nobody yet; where
//! they come from, when they cannot be asked, and how much they have taken on.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{Absence, Coaching, CoachingStatus, Id, Kind, Link, Person, Role, RoleInSeason, Season, Session};
use crate::domain::{Hours, SessionStatus};

/// Somebody who can be asked to coach.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tutor {
    /// A person with that role.
    Person(Id),
    /// A tutor municipality that has named nobody: one asks its office.
    Office(Id),
}

impl Tutor {
    /// The person or municipality.
    pub fn link(&self) -> Link {
        match self {
            Self::Person(id) => Link::new(Kind::Person, id.clone()),
            Self::Office(id) => Link::new(Kind::Municipality, id.clone()),
        }
    }

    /// Whether a coaching names it.
    pub fn is_in(&self, coaching: &Coaching) -> bool {
        match self {
            Self::Person(id) => coaching.tutors.contains(id),
            Self::Office(id) => coaching.tutor_municipalities.contains(id),
        }
    }
}

/// What somebody has taken on in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Coachings of the season that were not declined, put off or called off.
    pub coachings: u32,
    /// The most they take; nothing where nothing was agreed.
    pub ceiling: Option<u32>,
    /// Working time told for the season's sessions, in minutes; only people have it.
    pub minutes: u32,
}

impl Load {
    /// Whether one more would be too many.
    pub fn is_full(self) -> bool {
        self.ceiling.is_some_and(|ceiling| self.coachings >= ceiling)
    }
}

/// Everybody who can be asked in a season: people in the order of the book, then offices.
pub fn tutors(book: &Book, season: &Season) -> Vec<Tutor> {
    let people = book.all::<Person>().filter(|person| person.has_role(&season.id, Role::Tutor));
    let people: Vec<&Person> = people.collect();
    let last = season.ends.unwrap_or(Date::MAX);
    let named: HashSet<Id> = people.iter().flat_map(|person| home(person, &season.id, last)).collect();
    let offices = season.tutor_municipalities.iter().filter(|id| !named.contains(id)).cloned().map(Tutor::Office);
    people.iter().map(|person| Tutor::Person(person.id.clone())).chain(offices).collect()
}

fn tutor_rows<'a>(person: &'a Person, season: &'a Id) -> impl Iterator<Item = &'a RoleInSeason> {
    person.roles.iter().filter(move |row| row.season.as_ref() == Some(season) && row.role == Some(Role::Tutor))
}

/// The municipalities a tutor comes from: those the role is held for, else where they work on this day.
pub fn home(person: &Person, season: &Id, day: Date) -> Vec<Id> {
    let held: Vec<Id> = tutor_rows(person, season).filter_map(|row| row.municipality.clone()).collect();
    if !held.is_empty() {
        return held;
    }
    let at = person.present_affiliations(day).filter_map(|row| row.at.as_ref());
    at.filter(|link| link.kind == Kind::Municipality).map(|link| link.id.clone()).collect()
}

/// The most coachings a tutor takes in a season, if that was agreed.
pub fn ceiling(person: &Person, season: &Id) -> Option<u32> {
    tutor_rows(person, season).filter_map(|row| row.ceiling).max()
}

/// Whether a person has left the programme by this day.
pub fn has_left(person: &Person, day: Date) -> bool {
    person.left_on.is_some_and(|last| last < day)
}

/// The first time a person cannot be asked that touches these days. Without a last day it is the one day.
pub fn absence(person: &Person, first: Date, last: Date) -> Option<&Absence> {
    person
        .unavailable
        .iter()
        .find(|row| row.from.is_some_and(|from| from <= last && row.until.unwrap_or(from) >= first))
}

/// Whether a coaching counts for who is in it: not one that was declined, put off or called off.
pub fn counts(coaching: &Coaching) -> bool {
    use CoachingStatus::{Cancelled, Declined, Postponed};
    !matches!(coaching.status, Some(Declined | Postponed | Cancelled))
}

/// What somebody has taken on in a season.
pub fn load(book: &Book, season: &Season, tutor: &Tutor) -> Load {
    let link = tutor.link();
    let is_of_season = |of: Option<&Id>| of == Some(&season.id);
    let coachings = book
        .referring_as::<Coaching>(&link)
        .filter(|coaching| is_of_season(coaching.season.as_ref()) && counts(coaching) && tutor.is_in(coaching));
    let coachings = u32::try_from(coachings.count()).unwrap_or(u32::MAX);
    let Tutor::Person(id) = tutor else { return Load { coachings, ..Load::default() } };
    let sessions = book
        .referring_as::<Session>(&link)
        .filter(|session| is_of_season(session.season.as_ref()) && session.status != Some(SessionStatus::Cancelled));
    let minutes = sessions.flat_map(|session| &session.hours).filter(|row| row.tutor.as_ref() == Some(id)).map(spent);
    let ceiling = book.get::<Person>(id).and_then(|person| ceiling(person, &season.id));
    Load { coachings, ceiling, minutes: minutes.fold(0, u32::saturating_add) }
}

/// All the time of one row of hours, in minutes.
fn spent(row: &Hours) -> u32 {
    [row.preparation, row.at_session, row.travel].into_iter().flatten().fold(0, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Table;
    use crate::store::{Source, load as read};

    #[test]
    fn hyvinkaa_tutored_in_2021_without_a_name() {
        let book = read(&Source::Example).book;
        let season = book.get::<Season>(&Id::parse("2020-21").unwrap()).unwrap();
        let tutors = tutors(&book, season);
        let people = tutors.iter().filter(|tutor| matches!(tutor, Tutor::Person(_))).count();
        let hyvinkaa = Tutor::Office(Id::parse("106").unwrap());
        assert_eq!((people, tutors.last()), (5, Some(&hyvinkaa)));
        assert_eq!(load(&book, season, &hyvinkaa), Load::default());
    }

    #[test]
    fn an_absence_without_an_end_is_one_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let row = Absence { from: Some(day("2026-11-24")), ..Absence::default() };
        let person = Person { unavailable: ecow::EcoVec::from([row]).into(), ..Person::default() };
        assert!(absence(&person, day("2026-11-20"), day("2026-11-24")).is_some());
        assert!(absence(&person, day("2026-11-25"), day("2026-11-30")).is_none());
        assert!(person.id().is_empty());
    }
}
