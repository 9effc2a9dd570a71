//! What is printed and handed on: the season's report, handovers, the papers of a session.
//!
//! Owns which figures and words go into which document, in the reader's language. Never computes a figure of its own
//! (those are [`crate::planning`]'s) and never decides how a document looks (that is [`crate::exchange`]'s).

mod attending;
mod day;
mod handover;
pub mod season;
mod signing;

use jiff::civil::Date;

use crate::book::show::Showing;
use crate::domain::{Id, Kind, Link, Note, Session};
use crate::exchange::document::Document;
use crate::exchange::table::Sheet;
use crate::planning::programme::days;
use crate::text::{Safe, Texts};

/// A paper somebody asks for: what it is and what it is about. It is written anew in another language, and when the
/// book has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The list that those who come to a session sign.
    Signing(Id),
    /// All one needs at hand on the day of a session.
    Day(Id),
    /// The report on a season, or from one day to another.
    Report {
        /// What it is on.
        on: season::Reported,
        /// Whether people are named in it.
        names: bool,
    },
    /// What whoever takes over a person's work or a municipality has to know.
    Handover(Link),
}

/// A paper as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it says.
    pub document: Document,
    /// Its table for spreadsheets, where it is another one than those of the document.
    pub sheet: Option<Sheet>,
}

impl Paper {
    /// The paper in the language of `showing`; nothing where what it is about has gone.
    pub fn write(&self, showing: Showing<'_>) -> Option<Written> {
        let session = |id: &Id| showing.book.get::<Session>(id);
        Some(match self {
            Self::Signing(id) => signing::signing(showing, session(id)?),
            Self::Day(id) => day::day(showing, session(id)?),
            Self::Handover(link) => handover::handover(showing, link)?,
            Self::Report { on, names } => season::Report::new(showing, on.period(showing)?, *names).written(),
        })
    }
}

/// The cells of the columns that are kept.
fn keep<T>(cells: Vec<T>, kept: &[bool]) -> Vec<T> {
    cells.into_iter().zip(kept).filter_map(|(cell, kept)| kept.then_some(cell)).collect()
}

/// The word with a capital, as it begins a line.
fn capital(text: &Safe) -> Safe {
    let mut letters = text.as_str().chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    Safe::lines(&format!("{}{}", first.unwrap_or_default(), letters.as_str()))
}

/// A text of the program, as it begins a line.
fn say(texts: &Texts, id: &str) -> Safe {
    capital(&texts.say(id))
}

/// The label of a field, as it begins a line.
fn label(texts: &Texts, key: &str) -> Safe {
    capital(&texts.field(key))
}

/// When a session is. On paper the year is always told.
fn when(showing: Showing<'_>, session: &Session) -> Safe {
    capital(&days(Showing { today: Date::MIN, ..showing }, session))
}

/// The latest notes about any of these, the last one first: day, who wrote it, what it says.
fn notes(showing: Showing<'_>, about: &[Link], most: usize) -> Vec<(Option<Date>, Safe, Safe)> {
    let of = |link: &Link| {
        let link = link.clone();
        showing.book.referring_as::<Note>(&link).filter(move |note| note.about.as_ref() == Some(&link))
    };
    let mut notes: Vec<&Note> = about.iter().flat_map(of).collect();
    notes.sort_by_key(|note| std::cmp::Reverse((note.at, note.time)));
    let told = |note: &Note| (note.at, showing.id(Kind::Person, note.by.as_ref()), Safe::lines(&note.text));
    notes.into_iter().take(most).map(told).collect()
}

#[cfg(test)]
mod tests;
