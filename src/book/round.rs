//! Rounds of seasons, by their rows' ids: which one is meant, and what it is called.

use ecow::eco_format;

use super::Book;
use crate::domain::{Id, Round, Season};
use crate::text::{Safe, Texts};

/// All rounds with their seasons.
pub fn rounds(book: &Book) -> impl Iterator<Item = (&Season, &Round)> {
    book.all::<Season>().flat_map(|season| season.rounds.iter().map(move |round| (season, round)))
}

/// The round with this id and the season it is of: of this one first, in case another has a row of the same id.
pub fn round<'a>(book: &'a Book, id: &str, first: Option<&'a Season>) -> Option<(&'a Season, &'a Round)> {
    let own = first.into_iter().flat_map(|season| season.rounds.iter().map(move |round| (season, round)));
    own.chain(rounds(book)).find(|(_, round)| round.id.as_str() == id)
}

/// What the round with this id is called, of another season than this one with that season's name. Says so where it
/// is gone; what is no id was written by hand, and stands as it is.
pub fn round_title(book: &Book, id: &str, season: Option<&Season>, texts: &Texts) -> Safe {
    match round(book, id, season) {
        Some((of, round)) if season.is_some_and(|season| season.id == of.id) => Safe::short(&round.name),
        Some((of, round)) => Safe::short(&with_season(of, round)),
        None if Id::parse(id).is_err() => Safe::line(id),
        None => texts.tell("removed", &[("id", Safe::line(id).into())]),
    }
}

/// The round's name with its season's.
pub fn with_season(season: &Season, round: &Round) -> ecow::EcoString {
    eco_format!("{} · {}", round.name, season.name)
}
