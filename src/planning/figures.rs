//! Every figure a screen or a report shows, defined once.

mod answers;
pub mod season;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{
    Action, ActionStatus, Coaching, CoachingStatus, Id, Kind, Link, Municipality, Note, Person, Season, Session,
    SessionStatus,
};

pub use answers::{Answers, Returned, answers, answers_in, answers_of, returned, says_something};

/// How far a season has reached its municipalities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The municipalities to reach.
    pub targets: Vec<Id>,
    /// Those of them that were reached.
    pub reached: Vec<Id>,
    /// The targets that no season has reached yet. Whoever names them today leaves out those that are no longer
    /// there: see [`exists_on`].
    pub never: Vec<Id>,
    /// Whether a round's list is incomplete, so that "never reached" is only as far as is known.
    pub as_far_as_known: bool,
}

/// The target municipalities of a season: those it names, else all of the book; in either case without its tutor
/// municipalities, those that opted out, and those that were gone by its end and had no part in it.
pub fn targets(book: &Book, season: &Season) -> Vec<Id> {
    let opted_out = |id: &Id| season.opt_outs.iter().any(|row| row.municipality.as_ref() == Some(id));
    let all: Vec<Id> = if season.target_municipalities.is_empty() {
        book.all::<Municipality>().map(|municipality| municipality.id.clone()).collect()
    } else {
        season.target_municipalities.iter().cloned().collect()
    };
    // One that is named and not in the book is legal data: of its days nothing is known.
    let counts = |id: &Id| book.get::<Municipality>(id).is_none_or(|it| counts_for(book, it, season));
    let kept = |id: &Id| !season.tutor_municipalities.contains(id) && !opted_out(id) && counts(id);
    all.into_iter().filter(kept).collect()
}

/// Whether a municipality counts for a season: it was there on the season's last day, or on some day of it and has
/// a coaching of the season. A merger thereby leaves what earlier seasons reported as it was.
/// What is told later than its end of a merger before changes nothing of it either.
fn counts_for(book: &Book, municipality: &Municipality, season: &Season) -> bool {
    let told_later = season.ends.zip(municipality.merger_told).filter(|(ends, told)| ends < told);
    if let Some((ends, _)) = told_later {
        return municipality.valid_from.is_none_or(|first| first <= ends);
    }
    let to_the_end = season.ends.map_or(!has_ended(municipality), |day| exists_on(municipality, day));
    to_the_end || overlaps(municipality, season) && takes_part(book, municipality, season)
}

fn overlaps(municipality: &Municipality, season: &Season) -> bool {
    let begun = earliest(municipality.valid_from, season.ends);
    let lasted = earliest(season.starts, municipality.valid_until);
    begun && lasted
}

/// Whether the one day is not after the other, as far as both are known.
fn earliest(one: Option<Date>, other: Option<Date>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one <= other)
}

fn takes_part(book: &Book, municipality: &Municipality, season: &Season) -> bool {
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    let of_season = |coaching: &Coaching| {
        coaching.season.as_ref() == Some(&season.id) && coaching.municipality.as_ref() == Some(&municipality.id)
    };
    book.referring_as::<Coaching>(&link).any(of_season)
}

fn has_ended(municipality: &Municipality) -> bool {
    municipality.valid_until.is_some() || municipality.merged_into.is_some()
}

/// Whether a municipality is there on this day. Of one that merged nobody knows when, only that it is gone.
pub fn exists_on(municipality: &Municipality, day: Date) -> bool {
    municipality.valid_from.is_none_or(|first| first <= day) && !has_ended_by(municipality, day)
}

/// Whether a municipality was there once and no longer is on this day.
pub fn has_ended_by(municipality: &Municipality, day: Date) -> bool {
    municipality.valid_until.map_or(municipality.merged_into.is_some(), |last| last < day)
}

/// The municipality that stands for this one on a day: itself, or the one it has become part of by then.
pub fn living(book: &Book, id: &Id, day: Date) -> Id {
    let mut at = id;
    // Municipalities that name each other in a circle would lead round for ever.
    for _ in 0..book.count(Kind::Municipality) {
        match book.get::<Municipality>(at) {
            Some(Municipality { merged_into: Some(into), valid_until, .. })
                if valid_until.is_none_or(|last| last < day) =>
            {
                at = into;
            }
            _ => break,
        }
    }
    at.clone()
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
    let held: HashSet<&Id> = book
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

/// The figures of a season on one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// The municipalities to reach.
    pub targets: usize,
    /// Those reached.
    pub reached: usize,
    /// Whether more may have been reached than is known.
    pub as_far_as_known: bool,
    /// Coachings that were asked for and have no answer, those in the queue among them.
    pub asked: usize,
    /// The answers that came, and those there should be.
    pub answers: Answers,
    /// Actions whose day is over, of whatever season.
    pub overdue: usize,
}

/// The figures of a season on this day.
pub fn glance(book: &Book, season: &Season, today: Date) -> Glance {
    let reach = reach(book, season);
    let coachings = book.referring_as::<Coaching>(&Link::new(Kind::Season, season.id.clone()));
    let waits = |coaching: &&Coaching| {
        coaching.season.as_ref() == Some(&season.id)
            && matches!(coaching.status, None | Some(CoachingStatus::Requested | CoachingStatus::Waiting))
    };
    Glance {
        targets: reach.targets.len(),
        reached: reach.reached.len(),
        as_far_as_known: reach.as_far_as_known,
        asked: coachings.filter(waits).count(),
        answers: answers_in(book, season),
        overdue: book.all::<Action>().filter(|action| is_overdue(action, today)).count(),
    }
}

/// Whether an action is still to be done.
pub fn is_open(action: &Action) -> bool {
    !matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped))
}

/// Whether an action should have been done by now.
pub fn is_overdue(action: &Action, today: Date) -> bool {
    is_open(action) && action.due.is_some_and(|due| due < today)
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
