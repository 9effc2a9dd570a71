//! The whole season planned: a tutor, a round and a week for every target municipality that was not reached, has
//! nothing settled yet, takes part and is there.
//!
//! # What always holds
//!
//! | rule | of whom |
//! |---|---|
//! | nobody takes more than their ceiling, with what they have | tutors with a ceiling |
//! | nobody coaches where they come from, or after they left | tutors |
//! | a coaching begins on a workday on which its tutor is not away | people |
//! | one tutor begins one coaching a week, with those planned before | tutors |
//! | no round takes more than its places, with those it has | rounds with places |
//! | a coaching begins within its round and the season, from today on | rounds; a season without any is one round |
//! | nothing begins in a week of fewer than three workdays | weeks |
//! | a coaching keeps the round, the week to come and the tutors it has | coachings of the season |
//!
//! # What is best
//!
//! First that as many as can be are placed, then that the cost is least:
//!
//! | cost | points |
//! |---|---|
//! | a tutor: what is missing of 120 points of [`matching`](crate::planning::matching) (themes, language, never met, neighbour, size) | up to 175 |
//! | the tutor of the last time again | 20 |
//! | a tutor's n-th coaching, of those they have and get: 10 · (2n − 1) · 4 / ceiling | convex: the load is even against the ceilings |
//! | a later round: half a point a week and a step of urgency | |
//! | who is left out where not all can be placed: each step of urgency | 500 |
//!
//! Urgency has steps: never reached 4, not for a year and a half 2; asked 1, asked three months ago 2.
//!
//! Then, with tutors and rounds settled, the weeks that cost least:
//!
//! | cost | points |
//! |---|---|
//! | each week of waiting | 1, and 1 a step of urgency |
//! | the n-th coaching that begins in a week, with those planned before | 40 · (n − 1) |
//! | a workday less in the week, by holiday or absence | 3 |
//!
//! # What is proven
//!
//! *Number and cost of tutors and rounds are the best there are; then the weeks are the best for these.* Ceilings, places
//! and weeks together are no network flow (they contain the packing of triangles, which is hard), so two flows that
//! each leave one rule out bound the answer, and a search over branches closes what is between: see `solve.rs`. In
//! nearly every season one of the two flows is the answer by itself. Where the branches are too many the best so far
//! is taken and the plan says so ([`Plan::is_proven`]). A coaching that keeps its tutors is given its week before all
//! others, the most pressing first: what people settled stands, and what is proven holds for the rest.
//!
//! Pure and deterministic: the order in which records stand changes neither number nor cost.

mod calendar;
mod problem;
mod relaxed;
mod rule;
mod situation;
mod solve;
mod weeks;

use std::collections::HashMap;

use jiff::civil::Date;

use crate::book::{Book, Change};
use crate::domain::{Coaching, CoachingStatus, Id, Record, Season};
use crate::planning::matching::{Asked, Fit, Reason, fits};
use crate::planning::tutors::{Load, Tutor, load};

pub use rule::{Rule, week_number};
use situation::{Need, Situation};
use solve::{Search, Seating};

/// A municipality with what the plan has for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which one.
    pub municipality: Id,
    /// Its coaching, where there is one.
    pub coaching: Option<Id>,
    /// Who is to coach it: of several that it keeps, the first.
    pub tutor: Tutor,
    /// Whether the coaching has its tutors already and keeps them.
    pub keeps_tutors: bool,
    /// The round, by its row's id; nothing in a season without rounds.
    pub round: Option<Id>,
    /// The Monday of the week it begins in.
    pub week: Date,
    /// What speaks for the tutor.
    pub reasons: Vec<Reason>,
    /// What the tutor has taken on before the plan.
    pub before: Load,
    /// Whether the tutor's load grows by it.
    pub adds: bool,
}

/// A municipality that cannot be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Which one.
    pub municipality: Id,
    /// Its coaching, where there is one.
    pub coaching: Option<Id>,
    /// What stands against it.
    pub rule: Rule,
}

/// The season planned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Those that are placed, by week.
    pub lines: Vec<Line>,
    /// Those that cannot be.
    pub blocked: Vec<Blocked>,
    /// Whether nothing better could be.
    pub is_proven: bool,
    /// Whether every round has its days; the weeks of one that has not may lie anywhere in the season.
    pub is_dated: bool,
}

/// A plan on its way.
#[derive(Debug)]
pub struct Planner {
    season: Id,
    today: Date,
    /// What the book said when it was looked at.
    seen: Situation,
    situation: Situation,
    kept: HashMap<usize, Result<(usize, usize), Rule>>,
    /// Of which need each seat of the search is.
    seats: Vec<usize>,
    search: Search,
    steps: usize,
}

impl Planner {
    /// Looks at the book; nothing is decided yet.
    pub fn new(book: &Book, season: &Season, today: Date) -> Self {
        let seen = Situation::new(book, season, today);
        let mut situation = seen.clone();
        let kept = situation.place_kept();
        let seats = situation.seats();
        let search = Search::new(situation.problem.clone());
        Self { season: season.id.clone(), today, seen, situation, kept, seats, search, steps: 0 }
    }

    /// Goes on by one small step.
    pub fn step(&mut self) {
        self.search.step();
        self.steps = self.steps.saturating_add(1);
    }

    /// Whether all is decided.
    pub fn is_done(&self) -> bool {
        self.search.is_done()
    }

    /// Whether the plan would be made from the same now: nothing that matters for it has changed.
    pub fn holds(&self, book: &Book, season: &Season, today: Date) -> bool {
        self.season == season.id && self.today == today && self.seen == Situation::new(book, season, today)
    }

    /// How many municipalities there are to place.
    pub fn count(&self) -> usize {
        self.situation.needs.len()
    }

    /// How many steps were made, and how many it takes at the least.
    pub fn progress(&self) -> (usize, usize) {
        (self.steps, 2 * self.seats.len())
    }

    /// The plan as the book has it at hand; complete when all is decided.
    pub fn plan(&self, book: &Book) -> Plan {
        let Some(season) = book.get::<Season>(&self.season) else { return Plan::default() };
        let found = self.search.found();
        let seated: HashMap<usize, (usize, Option<Seating>)> =
            self.seats.iter().copied().zip(found.iter().copied().enumerate()).collect();
        let (mut lines, mut blocked) = (Vec::new(), Vec::new());
        for (at, need) in self.situation.needs.iter().enumerate() {
            let kept = self.kept.get(&at).map(|kept| {
                let seating = |(round, week): &(usize, usize)| Seating {
                    tutor: need.keeps.first().copied().unwrap_or(usize::MAX),
                    round: *round,
                    week: *week,
                };
                kept.as_ref().map(seating).map_err(Clone::clone)
            });
            let seating = match (&need.rule, kept, seated.get(&at)) {
                (Some(rule), ..) => Err(rule.clone()),
                (None, Some(kept), _) => kept,
                (None, None, Some((_, Some(seating)))) => Ok(*seating),
                (None, None, Some((seat, None))) => Err(self.crowded_out(*seat, &found)),
                (None, None, None) => Err(Rule::NoFreeWeek),
            };
            match seating.map(|seating| self.line(book, season, need, seating)) {
                Ok(line) => lines.extend(line),
                Err(rule) => {
                    let (municipality, coaching) = (need.municipality.clone(), need.coaching.clone());
                    blocked.push(Blocked { municipality, coaching, rule });
                }
            }
        }
        lines.sort_by(|one: &Line, other: &Line| (one.week, &one.municipality).cmp(&(other.week, &other.municipality)));
        let is_dated = season.rounds.iter().all(|round| round.starts.is_some() && round.ends.is_some());
        Plan { lines, blocked, is_proven: self.search.is_proven(), is_dated }
    }

    fn line(&self, book: &Book, season: &Season, need: &Need, seating: Seating) -> Option<Line> {
        let tutor = self.situation.tutors.get(seating.tutor)?.clone();
        let window = self.situation.windows.get(seating.round)?;
        let week = self.situation.weeks.get(seating.week)?.monday;
        let coaching = need.coaching.as_ref().and_then(|id| book.get::<Coaching>(id));
        let asked = match coaching {
            Some(coaching) => Asked::coaching(book, coaching, Some(season)),
            None => Some(Asked::municipality(book, season, &need.municipality)),
        };
        let asked = asked.map(|asked| Asked { days: None, ..asked });
        let fit: Option<Fit> =
            asked.and_then(|asked| fits(book, season, &asked, std::slice::from_ref(&tutor), self.today).pop());
        Some(Line {
            municipality: need.municipality.clone(),
            coaching: need.coaching.clone(),
            keeps_tutors: !need.keeps.is_empty(),
            round: window.round.clone(),
            week,
            reasons: fit.map(|fit| fit.reasons).unwrap_or_default(),
            before: load(book, season, &tutor),
            adds: need.keeps.is_empty() || !need.is_counted,
            tutor,
        })
    }

    /// What others took that a seat would have needed.
    fn crowded_out(&self, seat: usize, found: &[Option<Seating>]) -> Rule {
        let problem = self.search.problem();
        let Some(of) = problem.seats.get(seat) else { return Rule::NoFreeWeek };
        let taken = |round: usize| {
            let in_round = |(seat, seating): &(&problem::Seat, &Option<Seating>)| {
                !seat.has_place && seating.is_some_and(|seating| seating.round == round)
            };
            u32::try_from(problem.seats.iter().zip(found).filter(in_round).count()).unwrap_or(u32::MAX)
        };
        let is_full = |(round, _): &(usize, u32)| {
            let places = problem.rounds.get(*round).and_then(|turn| turn.places);
            places.is_some_and(|places| taken(*round) >= places)
        };
        // A round that is over has places nobody can use.
        let has_weeks =
            |round: usize| of.tutors.iter().any(|(tutor, _)| problem.weeks_of(of, *tutor, round).next().is_some());
        let open: Vec<(usize, u32)> = of.rounds.iter().copied().filter(|(round, _)| has_weeks(*round)).collect();
        if !of.has_place && !open.is_empty() && open.iter().all(is_full) {
            let rounds: Vec<usize> = open.iter().map(|(round, _)| *round).collect();
            return Rule::RoundsFull(self.situation.names(&rounds));
        }
        let load = |tutor: usize| found.iter().flatten().filter(|seating| seating.tutor == tutor).count();
        let has_all = |(tutor, _): &(usize, u32)| {
            problem.tutors.get(*tutor).is_none_or(|chair| load(*tutor) >= chair.further.len())
        };
        if of.tutors.iter().all(has_all) { Rule::AllAtCeiling } else { Rule::NoFreeWeek }
    }
}

/// The season planned in one go.
pub fn propose(book: &Book, season: &Season, today: Date) -> Plan {
    let mut planner = Planner::new(book, season, today);
    while !planner.is_done() {
        planner.step();
    }
    planner.plan(book)
}

/// What these lines change: coachings get what the plan has for them and are offered, those that are missing are made.
pub fn changes<'a>(book: &Book, season: &Season, lines: impl IntoIterator<Item = &'a Line>) -> Vec<Change> {
    let change = |line: &Line| {
        let before = line.coaching.as_ref().and_then(|id| book.get::<Coaching>(id));
        let mut after = before.cloned().unwrap_or_else(|| Coaching {
            municipality: Some(line.municipality.clone()),
            season: Some(season.id.clone()),
            ..Coaching::default()
        });
        if !line.keeps_tutors {
            match &line.tutor {
                Tutor::Person(id) => after.tutors.push(id.clone()),
                Tutor::Office(id) => after.tutor_municipalities.push(id.clone()),
            }
        }
        if let Some(round) = &line.round {
            after.round = round.as_str().into();
        }
        after.planned_week = Some(line.week);
        if !matches!(after.status, Some(CoachingStatus::Offered | CoachingStatus::Planning)) {
            after.status = Some(CoachingStatus::Offered);
        }
        Change { before: before.cloned().map(Record::Coaching), after: Some(Record::Coaching(after)) }
    };
    lines.into_iter().map(change).collect()
}

#[cfg(test)]
mod tests;
