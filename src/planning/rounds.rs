//! Rounds of coachings: which one a coaching is in, and how many places are left.

use jiff::civil::Date;

use crate::book::Book;
use crate::book::round::round;
use crate::domain::{Coaching, CoachingStatus, Id, Kind, Link, Round, Season};
use crate::planning::tutors::counts;

/// The round a coaching is in.
pub fn round_of<'a>(book: &'a Book, coaching: &Coaching) -> Option<&'a Round> {
    let season = coaching.season.as_ref().and_then(|id| book.get::<Season>(id));
    round(book, &coaching.round, season).map(|(_, round)| round)
}

/// Whether a coaching has a place in its round: not one that was declined, put off or called off, nor one that waits.
pub fn takes_place(coaching: &Coaching) -> bool {
    counts(coaching) && coaching.status != Some(CoachingStatus::Waiting)
}

/// For how many days a municipality has been waiting: since it asked, as long as it was not told whether it gets one.
pub fn waited(coaching: &Coaching, today: Date) -> Option<i64> {
    use CoachingStatus::{Offered, Requested, Waiting};
    let waits = matches!(coaching.status, Some(Waiting | Requested | Offered));
    coaching.asked_on.filter(|_| waits).map(|day| days_between(day, today)).filter(|days| *days >= 0)
}

/// How many days lie between two.
pub fn days_between(first: Date, last: Date) -> i64 {
    // Days are days: there is nothing that could not be counted.
    first.until(last).map_or(0, |span| i64::from(span.get_days()))
}

/// Whether the round with this id has no place left: of this season first, should another have one of the same id.
pub fn is_full<'a>(book: &'a Book, id: &str, season: Option<&'a Season>) -> bool {
    round(book, id, season).and_then(|(season, round)| places_left(book, season, round)) == Some(0)
}

/// The round of this season with this id.
pub fn of_season<'a>(season: &'a Season, id: &str) -> Option<&'a Round> {
    season.rounds.iter().find(|round| round.id.as_str() == id)
}

/// How many places a round has left; nothing where it does not say how many it has.
pub fn places_left(book: &Book, season: &Season, round: &Round) -> Option<u32> {
    places_left_for(book, season, round, &Id::default())
}

/// How many it has left for the coaching with this id, whose own place is free for itself.
pub fn places_left_for(book: &Book, season: &Season, round: &Round, coaching: &Id) -> Option<u32> {
    let own = coaching;
    let link = Link::new(Kind::Season, season.id.clone());
    let is_in = |coaching: &&Coaching| {
        coaching.season.as_ref() == Some(&season.id)
            && coaching.round == round.id.as_str()
            && coaching.id != *own
            && takes_place(coaching)
    };
    let taken = book.referring_as::<Coaching>(&link).filter(is_in).count();
    round.places.map(|places| places.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::Record;
    use crate::store::{Source, load};

    #[test]
    fn who_waits_or_said_no_takes_no_place() {
        let mut book = load(&Source::Example).book;
        let season = book.get::<Season>(&Id::parse("2020-21").unwrap()).unwrap().clone();
        let [spring, autumn] = season.rounds.as_slice() else { panic!("two rounds") };
        let add = |book: &mut Book, id: &str, status: CoachingStatus| {
            let coaching = Coaching {
                id: Id::parse(id).unwrap(),
                season: Some(season.id.clone()),
                round: spring.id.as_str().into(),
                status: Some(status),
                ..Coaching::default()
            };
            let round = round_of(book, &coaching).map(|round| round.name.clone());
            assert_eq!(round.as_ref(), Some(&spring.name));
            book.apply(&Change { before: None, after: Some(Record::Coaching(coaching)) });
            places_left(book, &season, spring)
        };
        assert_eq!(add(&mut book, "c1", CoachingStatus::Requested), Some(4));
        assert_eq!(add(&mut book, "c2", CoachingStatus::Waiting), Some(4));
        assert_eq!(add(&mut book, "c3", CoachingStatus::Declined), Some(4));
        for (number, left) in [3, 2, 1, 0, 0].into_iter().enumerate() {
            assert_eq!(add(&mut book, &format!("d{number}"), CoachingStatus::Done), Some(left));
        }
        assert_eq!(places_left(&book, &season, autumn), None, "nobody said how many");
    }
}
