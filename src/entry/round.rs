//! Rounds of seasons one names: by the row's id, by name, or by words that mean only one.

use ecow::EcoString;

use super::{Reading, Trouble, line};
use crate::book::Book;
use crate::book::round::{rounds, with_season};
use crate::domain::{Round, Season};
use crate::find::fold::Folded;
use crate::text::Safe;

/// What stands before the id of a round that is not in the book.
const BY_ID: &str = "rounds:";

/// A round and its season.
type Found<'a> = (&'a Season, &'a Round);

impl Reading<'_> {
    /// The id of the round that is meant.
    pub(super) fn round(self, text: &str) -> Result<EcoString, Trouble> {
        if let Some(id) = text.strip_prefix(BY_ID) {
            return line(id.trim());
        }
        let called = called(self.book, text);
        let found = if called.is_empty() { begun(self.book, text) } else { called };
        let own = found.iter().filter(|(season, _)| self.season.is_some_and(|own| own.id == season.id));
        let own: Vec<Found<'_>> = own.copied().collect();
        match if own.len() == 1 { &own } else { &found }.as_slice() {
            [(_, one)] => Ok(one.id.as_str().into()),
            [] => Err(Trouble::NoRound { text: text.into(), named: rounds(self.book).map(named).collect() }),
            several => {
                let named = several.iter().copied().map(named).collect();
                Err(Trouble::Several { text: text.into(), named, more: 0 })
            }
        }
    }
}

fn named((season, round): Found<'_>) -> Safe {
    Safe::line(&ecow::eco_format!("{} ({})", with_season(season, round), round.id))
}

/// The round with this id; else those of this name, alone or with their season's, capitals and accents aside.
fn called<'a>(book: &'a Book, text: &str) -> Vec<Found<'a>> {
    let by_id: Vec<Found<'a>> = rounds(book).filter(|(_, round)| round.id.as_str() == text).take(1).collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let wanted = Folded::of(text).text;
    let is_called = |name: &str| !wanted.is_empty() && Folded::of(name).text == wanted;
    let is_meant = |(season, round): &Found<'_>| is_called(&round.name) || is_called(&with_season(season, round));
    rounds(book).filter(is_meant).collect()
}

/// The rounds of which each word written begins a word of their own or their season's name.
fn begun<'a>(book: &'a Book, text: &str) -> Vec<Found<'a>> {
    let wanted = Folded::of(text).text;
    let is_meant = |(season, round): &Found<'_>| {
        let name = Folded::of(&with_season(season, round)).text;
        let mut wanted = wanted.split_whitespace().peekable();
        wanted.peek().is_some() && wanted.all(|part| name.split_whitespace().any(|word| word.starts_with(part)))
    };
    rounds(book).filter(is_meant).collect()
}

/// The name where it can mean no other round, else with the season's, else the id.
pub(super) fn plain_round(book: &Book, id: &str) -> String {
    let Some((season, round)) = rounds(book).find(|(_, round)| round.id.as_str() == id) else {
        return format!("{BY_ID}{id}");
    };
    let is_sure = |text: &EcoString| {
        let writable = text.trim() == text.as_str() && !text.contains(char::is_control) && !text.starts_with(BY_ID);
        let found = called(book, text);
        writable && found.len() == 1 && found.iter().all(|(_, found)| found.id == round.id)
    };
    let names = [round.name.clone(), with_season(season, round)];
    names.into_iter().find(is_sure).map_or_else(|| id.to_owned(), |name| name.to_string())
}
