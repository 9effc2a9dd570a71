//! The rounds of a season: which one is meant, and how many places it has left.

use crate::book::Book;
use crate::domain::{Coaching, CoachingStatus, Id, Kind, Link, Round, Season};
use crate::planning::tutors::counts;

/// The round of this name, capitals and blanks around it aside.
pub fn round<'a>(season: &'a Season, name: &str) -> Option<&'a Round> {
    let name = folded(name);
    season.rounds.iter().filter(|_| !name.is_empty()).find(|round| folded(&round.name) == name)
}

/// A round's name as it is compared.
pub(super) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether a coaching takes a place of its round: not one that waits for a place, or came to nothing.
pub fn takes_place(coaching: &Coaching) -> bool {
    counts(coaching) && coaching.status != Some(CoachingStatus::Waiting)
}

/// How many places of a round are left for a coaching, the one with this id not counted; nothing where nobody said
/// how many there are.
pub fn places_left(book: &Book, season: &Season, round: &Round, without: &Id) -> Option<u32> {
    let places = round.places?;
    let name = folded(&round.name);
    let in_round = |coaching: &&Coaching| coaching.round == round.name || folded(&coaching.round) == name;
    let taken = book
        .referring_as::<Coaching>(&Link::new(Kind::Season, season.id.clone()))
        .filter(|coaching| coaching.season.as_ref() == Some(&season.id) && coaching.id != *without)
        .filter(|coaching| takes_place(coaching))
        .filter(in_round)
        .count();
    Some(places.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::Record;

    #[test]
    fn a_place_is_taken_by_whoever_neither_waits_nor_said_no() {
        let id = |word: &str| Id::parse(word).unwrap();
        let round = Round { name: "Kevät 2026".into(), places: Some(3), ..Round::default() };
        let season = Season { id: id("2026"), rounds: [round].into_iter().collect(), ..Season::default() };
        let mut book = Book::default();
        use CoachingStatus::{Declined, Done, Requested, Waiting};
        for (key, status, name) in [
            ("c1", Requested, "Kevät 2026"),
            ("c2", Done, " kevät 2026"),
            ("c3", Waiting, "Kevät 2026"),
            ("c4", Declined, "Kevät 2026"),
            ("c5", Requested, "Syksy 2026"),
        ] {
            let (status, season) = (Some(status), Some(season.id.clone()));
            let coaching = Coaching { id: id(key), round: name.into(), status, season, ..Coaching::default() };
            book.apply(&Change { before: None, after: Some(Record::Coaching(coaching)) });
        }
        let round = super::round(&season, "kevät 2026 ").unwrap();
        assert_eq!(places_left(&book, &season, round, &Id::default()), Some(1));
        assert_eq!(places_left(&book, &season, round, &id("c1")), Some(2), "it keeps its own place");
        assert_eq!(super::round(&season, "Talvi"), None);
        assert_eq!(super::round(&season, ""), None);
    }
}
