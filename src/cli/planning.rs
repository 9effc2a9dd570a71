//! `today`, `clashes`, `coverage`, `load`, `plan propose`, `closing-event`: the twins of what a planner sees on the screen.

mod clashes;
mod closing;
mod coverage;
mod load;
mod propose;
mod today;

use super::output::Output;
use super::show::the_one_of;
use super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::{Kind, RecordRef, Season};

/// What is asked, and of which season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Planning {
    pub(super) question: Question,
    /// The season's key or name; the one at hand where nothing is said.
    pub(super) season: Option<String>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Today {
        /// Only what is the user's own.
        mine: bool,
    },
    Clashes,
    Coverage,
    Load,
    Propose {
        /// Whether the proposal is put into the book.
        accept: bool,
    },
    Closing {
        /// Whether the closing event is put into the book.
        accept: bool,
    },
}

/// Answers it.
pub(super) fn answer(desk: &Desk<'_>, asked: &Planning, output: &mut Output) -> Code {
    // What needs a hand does so without a season too.
    if let (Question::Today { mine }, None) = (asked.question, &asked.season) {
        return today::today(desk, desk.showing(), mine, output);
    }
    let season = match season(desk, asked.season.as_deref(), output) {
        Ok(season) => season,
        Err(code) => return code,
    };
    let showing = Showing { season: Some(season), ..desk.showing() };
    match asked.question {
        Question::Today { mine } => today::today(desk, showing, mine, output),
        Question::Clashes => clashes::clashes(desk, showing, output),
        Question::Coverage => coverage::coverage(desk, showing, season, output),
        Question::Load => load::load(desk, showing, season, output),
        Question::Closing { accept } => closing::closing(desk, showing, season, accept, output),
        Question::Propose { accept } => propose::propose(desk, showing, season, accept, output),
    }
}

/// The season that was named, else the one at hand.
///
/// # Errors
/// How the command ends where there is none; it has been told.
pub(super) fn season<'a>(desk: &'a Desk<'_>, named: Option<&str>, output: &mut Output) -> Result<&'a Season, Code> {
    let Some(words) = named else {
        return desk.showing().season.ok_or_else(|| {
            output.say(&desk.texts.say("no-season"));
            Code::Nothing
        });
    };
    // A year is enough where only one season has it in its name.
    let called = |season: &&Season| season.name.to_lowercase().contains(&words.to_lowercase());
    let mut named = desk.loaded.book.all::<Season>().filter(called);
    if let (Some(season), None) = (named.next(), named.next()) {
        return Ok(season);
    }
    if let Some(season) = season_of_year(desk, words) {
        return Ok(season);
    }
    match the_one_of(desk, &[Kind::Season], words, output)? {
        RecordRef::Season(season) => Ok(season),
        _ => Err(Code::Nothing),
    }
}

/// The one season all days of which are in the year that was named, whatever it is called.
fn season_of_year<'a>(desk: &'a Desk<'_>, words: &str) -> Option<&'a Season> {
    let year: i16 = words.trim().parse().ok().filter(|year| (1900..=2999).contains(year))?;
    let is_in = |day: Option<jiff::civil::Date>| day.is_some_and(|day| day.year() == year);
    let mut within = desk.loaded.book.all::<Season>().filter(|season| is_in(season.starts) && is_in(season.ends));
    match (within.next(), within.next()) {
        (Some(season), None) => Some(season),
        _ => None,
    }
}
