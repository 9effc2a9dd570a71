//! Every figure a screen or a report shows, defined once.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{
    Coaching, CoachingStatus, Id, Kind, Link, Municipality, Note, Person, Season, Session, SessionStatus,
};

/// How far a season has reached its municipalities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The municipalities to reach.
    pub targets: Vec<Id>,
    /// Those of them that were reached.
    pub reached: Vec<Id>,
    /// The targets that no season has reached yet.
    pub never: Vec<Id>,
    /// Whether a round's list is incomplete, so that "never reached" is only as far as is known.
    pub as_far_as_known: bool,
}

/// The target municipalities of a season: those it names, else all of the book that have not merged away;
/// in either case without its tutor municipalities and those that opted out.
pub fn targets(book: &Book, season: &Season) -> Vec<Id> {
    let opted_out = |id: &Id| season.opt_outs.iter().any(|row| row.municipality.as_ref() == Some(id));
    let all: Vec<Id> = if season.target_municipalities.is_empty() {
        let exists = |municipality: &&Municipality| {
            municipality.merged_into.is_none()
                && municipality.valid_until.is_none_or(|last| season.starts.is_none_or(|starts| last >= starts))
        };
        book.all::<Municipality>().filter(exists).map(|municipality| municipality.id.clone()).collect()
    } else {
        season.target_municipalities.iter().cloned().collect()
    };
    all.into_iter().filter(|id| !season.tutor_municipalities.contains(id) && !opted_out(id)).collect()
}

/// The last day there was contact with a person or municipality: a note on it, on a person who works there, or a
/// session it took part in.
pub fn last_contact(book: &Book, link: &Link, today: Date) -> Option<Date> {
    let noted = |link: &Link| book.referring_as::<Note>(link).filter_map(|note| note.at).max();
    let works_there = |person: &&Person| person.present_affiliations(today).any(|row| row.at.as_ref() == Some(link));
    let people = book.referring_as::<Person>(link).filter(works_there);
    let noted_there = people.filter_map(|person| noted(&Link::new(Kind::Person, person.id.clone())));
    let gathered = book
        .referring_as::<Session>(link)
        .filter(|session| session.status != Some(SessionStatus::Cancelled))
        .filter_map(|session| session.date);
    noted(link).into_iter().chain(noted_there).chain(gathered).filter(|day| *day <= today).max()
}

/// Whether a coaching has had at least one session: one of its sessions was held, or its status says so.
pub fn has_been_held(book: &Book, coaching: &Coaching) -> bool {
    matches!(coaching.status, Some(CoachingStatus::UnderWay | CoachingStatus::Done))
        || book
            .referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone()))
            .any(|session| session.status == Some(SessionStatus::Held))
}

/// How far a season has reached. *Reached* is a target with a coaching of the season that has had a session;
/// webinars and the like are never counted as it.
pub fn reach(book: &Book, season: &Season) -> Reach {
    let targets = targets(book, season);
    let link = Link::new(Kind::Season, season.id.clone());
    let held: Vec<&Id> = book
        .referring_as::<Coaching>(&link)
        .filter(|coaching| has_been_held(book, coaching))
        .filter_map(|coaching| coaching.municipality.as_ref())
        .collect();
    let reached = targets.iter().filter(|id| held.contains(id)).cloned().collect();
    let ever: HashSet<&Id> = book
        .all::<Coaching>()
        .filter(|coaching| has_been_held(book, coaching))
        .filter_map(|coaching| coaching.municipality.as_ref())
        .collect();
    let never = targets.iter().filter(|id| !ever.contains(id)).cloned().collect();
    let incomplete = |season: &Season| season.rounds.iter().any(|round| round.complete == Some(false));
    let as_far_as_known = book.all::<Season>().any(incomplete);
    Reach { targets, reached, never, as_far_as_known }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Source, load};

    #[test]
    fn the_season_of_2021_reached_three_as_far_as_is_known() {
        let book = load(&Source::Example).book;
        let season = book.get::<Season>(&Id::parse("2020-21").unwrap()).unwrap();
        let reach = reach(&book, season);
        assert_eq!(reach.targets.len(), 22, "26 without the four tutor municipalities");
        assert_eq!(reach.reached.len(), 3);
        assert_eq!(reach.never.len(), 19);
        assert!(reach.as_far_as_known);
    }
}
