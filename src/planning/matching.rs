//! Who could go: tutors and tutor municipalities ranked for a coaching or a session, with what speaks for each and
//! what stands against it; and the same question from the other side, where a tutor could go next.
//!
//! Pure and deterministic: the order follows from the records alone, never from the order they stand in. Nobody is
//! hidden. First come all whom nothing rules out, by their points, then those who come from the municipality itself
//! or have left, by theirs; equal points stand by name. What counts how much:
//!
//! | speaks for | points | stands against | points |
//! |---|---|---|---|
//! | a theme in common, at most three | 20 each | away all that time (in part: that part of it) | −60 |
//! | every theme | 10 | the ceiling is reached | −50 |
//! | speaks the language | 15 | in another session on one of the days, of at most three | −40 |
//! | free all those days | 10 | does not speak the language | −40 |
//! | never met before | 8 | neither phone nor e-mail | −15 |
//! | a neighbour: the same subregion | 8 | each coaching taken already, at most six | −4 each |
//! | of similar size, at most twice as large | 8 | comes from there, or has left | last of all |
//! | else of the same urban class | 4 | | |
//! | has met them, and not coached them | 4 | | |
//! | *places only:* asked for it, or waits | 30 | *places only:* declined, put off or called off | left out |
//! | *places only:* each week of waiting, at most ten | 2 each | | |
//! | *places only:* never reached in any season | 10 | | |
//!
//! Where nothing is known (no languages told, no day set, no population) nothing speaks for or against anybody.

mod asked;
mod weigh;
mod words;

use std::cmp::Reverse;
use std::collections::HashSet;

use ecow::EcoString;
use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{Coaching, CoachingStatus, Id, Kind, Link, Municipality, Person, Season};
use crate::find::collate::collate;
use crate::planning::figures::{has_been_held, has_ended_by, reach};
use crate::planning::tutors::{Load, Tutor, counts, tutors};
use crate::text::Tongue;

pub use asked::Asked;
pub use weigh::takes_part;
use weigh::{Receiving, fit, weigh};
pub use words::span;

/// What speaks for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Themes they can help with, of so many that are wished for.
    Themes {
        /// Those in common, in the order they are wished for.
        common: Vec<Id>,
        /// How many are wished for.
        of: usize,
    },
    /// They speak the language, or their municipality has it.
    Speaks(Tongue),
    /// Nothing is on those days.
    Free(Stretch),
    /// They have had nothing to do with each other so far.
    NeverMet,
    /// They coached the municipality in this season before.
    Coached(Id),
    /// They have been at a session together.
    Knows,
    /// Their municipalities are in the same subregion.
    Neighbour,
    /// Their municipalities are about as large.
    SimilarSize,
    /// Their municipalities are of the same urban class.
    SameClass,
    /// Nobody is named: one asks the municipality.
    AskOffice,
    /// The municipality asked for coaching, or waits for it, perhaps since this day.
    Asked {
        /// Where the coaching stands.
        status: CoachingStatus,
        /// The day they asked.
        on: Option<Date>,
    },
    /// No season has reached the municipality.
    NeverReached,
}

/// How many days are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// One.
    Day,
    /// At most a week.
    Week,
    /// More.
    Longer,
}

/// What stands against somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Objection {
    /// They come from the municipality itself.
    OwnMunicipality,
    /// They have left the programme, on this day.
    Left(Date),
    /// They cannot be asked then.
    Absent {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
        /// Why, if they said so.
        why: EcoString,
    },
    /// They have taken on all they agreed to.
    Full(u32),
    /// They are in another session on one of the days.
    Booked {
        /// The session.
        session: Id,
        /// Its day.
        day: Date,
    },
    /// They told which languages they speak, and this one is not among them.
    NotSpeaking(Tongue),
    /// There is neither phone nor e-mail.
    NoContact,
}

impl Objection {
    /// Whether nobody would choose them all the same.
    pub const fn rules_out(&self) -> bool {
        matches!(self, Self::OwnMunicipality | Self::Left(_))
    }
}

/// Somebody who could go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub tutor: Tutor,
    /// The municipalities they come from.
    pub homes: Vec<Id>,
    /// What speaks for them.
    pub reasons: Vec<Reason>,
    /// What stands against them.
    pub objections: Vec<Objection>,
    /// What they would have taken on then.
    pub after: Load,
    /// The points; see the module.
    pub score: i32,
}

/// How well somebody would suit, whatever they have taken on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The municipalities they come from.
    pub homes: Vec<Id>,
    /// What speaks for them.
    pub reasons: Vec<Reason>,
    /// What stands against them; never that they have taken on too much.
    pub objections: Vec<Objection>,
    /// The points but for those of what they have taken on; see the module.
    pub score: i32,
}

/// A municipality a tutor could take next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which one.
    pub municipality: Id,
    /// Its coaching of the season, if there is one.
    pub coaching: Option<Id>,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What stands against it.
    pub objections: Vec<Objection>,
    /// What the tutor would have taken on then.
    pub after: Load,
    /// The points; see the module.
    pub score: i32,
}

/// Everybody who can be asked in the season, the best first.
pub fn who(book: &Book, asked: &Asked, today: Date) -> Vec<Candidate> {
    let Some(season) = book.get::<Season>(&asked.season) else { return Vec::new() };
    let receiving = Receiving::new(book, asked);
    let mut ranked: Vec<(Rank, Candidate)> = tutors(book, season)
        .into_iter()
        .map(|tutor| {
            let candidate = weigh(book, season, &receiving, asked, tutor, today);
            let name = name_of(book, &candidate.tutor.link());
            (rank(&candidate.objections, candidate.score, &name, &candidate.tutor.link()), candidate)
        })
        .collect();
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How well each of these would suit, in their order, for whoever plans for many at once and knows what each has
/// taken on.
pub fn fits(book: &Book, season: &Season, asked: &Asked, tutors: &[Tutor], today: Date) -> Vec<Fit> {
    let receiving = Receiving::new(book, asked);
    tutors.iter().map(|tutor| fit(book, season, &receiving, asked, tutor, today)).collect()
}

/// What the candidates are ordered by.
type Rank = (bool, Reverse<i32>, Vec<u8>, Link);

fn rank(objections: &[Objection], score: i32, name: &str, link: &Link) -> Rank {
    (objections.iter().any(Objection::rules_out), Reverse(score), collate(name), link.clone())
}

fn name_of(book: &Book, link: &Link) -> EcoString {
    match link.kind {
        Kind::Person => book.get::<Person>(&link.id).map(Person::name),
        _ => book.get::<Municipality>(&link.id).map(|it| it.name.in_tongue(Tongue::Fi).clone()),
    }
    .unwrap_or_default()
}

/// The municipalities a tutor could take next, the best first: targets of the season that were not reached, are there,
/// and have no tutor yet.
pub fn places_for(book: &Book, season: &Season, tutor: &Tutor, today: Date) -> Vec<Place> {
    let reach = reach(book, season);
    let reached: HashSet<&Id> = reach.reached.iter().collect();
    let never: HashSet<&Id> = reach.never.iter().collect();
    let mut ranked: Vec<(Rank, Place)> = Vec::new();
    for id in reach.targets.iter().filter(|id| !reached.contains(id)) {
        let Some(municipality) = book.get::<Municipality>(id) else { continue };
        let own: Vec<&Coaching> = coachings(book, season, id).collect();
        let is_over = |coaching: &&Coaching| !counts(coaching);
        let taken = own.iter().any(|coaching| has_tutor(coaching) || has_been_held(book, coaching));
        if taken || has_ended_by(municipality, today) || !own.is_empty() && own.iter().all(is_over) {
            continue;
        }
        let coaching = own.into_iter().filter(|coaching| counts(coaching)).min_by_key(|coaching| &coaching.id);
        let asked = match coaching {
            Some(coaching) => Asked::coaching(book, coaching, Some(season)),
            None => Some(Asked::municipality(book, season, id)),
        };
        let Some(asked) = asked else { continue };
        let receiving = Receiving::new(book, &asked);
        let candidate = weigh(book, season, &receiving, &asked, tutor.clone(), today);
        let (urgent, points) = urgency(coaching, never.contains(id), today);
        let reasons = urgent.into_iter().chain(candidate.reasons).collect();
        let score = candidate.score.saturating_add(points);
        let link = Link::new(Kind::Municipality, id.clone());
        let place = Place {
            municipality: id.clone(),
            coaching: coaching.map(|coaching| coaching.id.clone()),
            reasons,
            objections: candidate.objections,
            after: candidate.after,
            score,
        };
        ranked.push((rank(&place.objections, score, &name_of(book, &link), &link), place));
    }
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, place)| place).collect()
}

/// The coachings of a municipality in a season.
pub fn coachings<'a>(book: &'a Book, season: &'a Season, municipality: &'a Id) -> impl Iterator<Item = &'a Coaching> {
    let link = Link::new(Kind::Municipality, municipality.clone());
    book.referring_as::<Coaching>(&link).filter(move |coaching| {
        coaching.season.as_ref() == Some(&season.id) && coaching.municipality.as_ref() == Some(municipality)
    })
}

fn has_tutor(coaching: &Coaching) -> bool {
    counts(coaching) && !(coaching.tutors.is_empty() && coaching.tutor_municipalities.is_empty())
}

/// Points of a municipality that asked, of each week it has waited, and of one no season has reached.
const ASKED: i32 = 30;
const WEEK: i32 = 2;
const WEEKS_MOST: i32 = 10;
const NEVER_REACHED: i32 = 10;

/// Why a municipality should come soon, whoever goes.
fn urgency(coaching: Option<&Coaching>, never: bool, today: Date) -> (Vec<Reason>, i32) {
    let mut reasons = Vec::new();
    let mut points = 0;
    if let Some(coaching) = coaching {
        let status = coaching.status.unwrap_or(CoachingStatus::Requested);
        let days = coaching.asked_on.map_or(0, |day| (today - day).get_days()).max(0);
        points += ASKED + WEEK * (days / 7).min(WEEKS_MOST);
        reasons.push(Reason::Asked { status, on: coaching.asked_on });
    }
    if never {
        points += NEVER_REACHED;
        reasons.push(Reason::NeverReached);
    }
    (reasons, points)
}

#[cfg(test)]
mod tests;
