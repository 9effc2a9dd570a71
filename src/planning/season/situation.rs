//! Who is to be placed, who can be asked, and when: taken from the book once, before anything is decided.

mod kept;
mod needs;

use std::collections::HashSet;

use jiff::civil::Date;

use super::calendar::{Week, Window, monday, weeks, windows};
use super::problem::{Chair, Problem, Seat, Turn};
use super::rule::Rule;
use crate::book::Book;
use crate::domain::{Coaching, Id, Person, Season};
use crate::planning::rounds::places_left;
use crate::planning::tutors::{Tutor, absence, counts, has_left, load, tutors};
use needs::Needing;

/// What a workday less costs a week.
const ODD_DAY: u32 = 3;

/// What the first coaching of somebody who takes [`USUAL_CEILING`] costs; the next one three times that, and so on.
const FURTHER: u64 = 10;

/// Who agreed on no ceiling is taken for somebody with this one, for fairness alone.
const USUAL_CEILING: u32 = 4;

/// What it costs to have somebody in who has waited one step less.
const ENTRY: u32 = 500;

/// The steps of urgency there are.
const URGENCY_MOST: u32 = 6;

/// A municipality to be placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Need {
    pub(super) municipality: Id,
    pub(super) coaching: Option<Id>,
    /// The tutors its coaching has and keeps.
    pub(super) keeps: Vec<usize>,
    /// The Monday of the week agreed.
    pub(super) agreed: Option<Date>,
    /// The rounds it may be in.
    pub(super) rounds: Vec<usize>,
    /// Whether its place in the round is taken by itself.
    pub(super) has_place: bool,
    /// Whether its tutors have it among what they took on.
    pub(super) is_counted: bool,
    pub(super) urgency: u32,
    /// For each tutor what it costs; nothing where they come from there, have left or do not tutor in this season.
    pub(super) fits: Vec<Option<u32>>,
    /// What rules it out before anything is decided.
    pub(super) rule: Option<Rule>,
}

/// What somebody has taken on, and of how much.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Taken {
    pub(super) coachings: u32,
    pub(super) ceiling: Option<u32>,
}

impl Taken {
    pub(super) fn is_full(self) -> bool {
        self.ceiling.is_some_and(|ceiling| self.coachings >= ceiling)
    }

    /// What each further one costs, for at most so many: the marginal costs of load² / ceiling, whose sum is least
    /// where all have taken the same part of their ceilings.
    fn further(self, most: u32) -> Vec<u32> {
        let room = self.ceiling.map_or(most, |ceiling| ceiling.saturating_sub(self.coachings)).min(most);
        let ceiling = u64::from(self.ceiling.unwrap_or(USUAL_CEILING).max(1));
        let cost = |more: u32| {
            let count = u64::from(self.coachings) + u64::from(more);
            FURTHER * (2 * count - 1) * u64::from(USUAL_CEILING) / ceiling
        };
        (1..=room).map(|more| u32::try_from(cost(more)).unwrap_or(u32::MAX)).collect()
    }
}

/// All that is known before anything is decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Situation {
    pub(super) tutors: Vec<Tutor>,
    /// What each has taken on.
    pub(super) taken: Vec<Taken>,
    pub(super) windows: Vec<Window>,
    pub(super) weeks: Vec<Week>,
    pub(super) needs: Vec<Need>,
    pub(super) problem: Problem,
}

impl Situation {
    /// Looks at the book.
    pub(super) fn new(book: &Book, season: &Season, today: Date) -> Self {
        let needing = Needing::new(book, season, today);
        let mut situation =
            Self { tutors: needing.tutors(), windows: windows(season), weeks: weeks(season, today), ..Self::default() };
        let of_season: HashSet<Tutor> = tutors(book, season).into_iter().collect();
        for tutor in &situation.tutors {
            let load = load(book, season, tutor);
            // Who is named without being a tutor of this season takes on no more.
            let ceiling = if of_season.contains(tutor) { load.ceiling } else { Some(0) };
            situation.taken.push(Taken { coachings: load.coachings, ceiling });
        }
        situation.begin(book, season, &needing.decided());
        situation.needs = needing.needs(&situation, &of_season);
        situation
    }

    /// Which weeks each tutor has in each round, and how many begin in each week already.
    fn begin(&mut self, book: &Book, season: &Season, decided: &[&Coaching]) {
        let at = |coaching: &Coaching| self.week_at(monday(coaching.planned_week?));
        let counting = decided.iter().filter(|coaching| counts(coaching));
        let begun: Vec<(usize, &Coaching)> = counting.filter_map(|coaching| Some((at(coaching)?, *coaching))).collect();
        let places = |window: &Window| {
            let round = season.rounds.iter().find(|round| Some(&round.id) == window.round.as_ref());
            Turn { places: round.and_then(|round| places_left(book, season, round)) }
        };
        self.problem.rounds = self.windows.iter().map(places).collect();
        self.problem.weeks = vec![0; self.weeks.len()];
        for (week, _) in &begun {
            if let Some(count) = self.problem.weeks.get_mut(*week) {
                *count += 1;
            }
        }
        for tutor in &self.tutors {
            let busy = begun.iter().filter(|(_, coaching)| tutor.is_in(coaching)).map(|(week, _)| *week).collect();
            let free = self.free(book, tutor);
            self.problem.open.push(self.windows.iter().map(|window| open(window, &free, &busy)).collect());
            let odd = |days: &Vec<Date>| ODD_DAY * u32::try_from(5_usize.saturating_sub(days.len())).unwrap_or(0);
            self.problem.tutors.push(Chair { further: Vec::new(), weeks: free.iter().map(odd).collect() });
        }
    }

    /// Week by week the days on which a tutor can be asked.
    fn free(&self, book: &Book, tutor: &Tutor) -> Vec<Vec<Date>> {
        let person = if let Tutor::Person(id) = tutor { book.get::<Person>(id) } else { None };
        let is_there = |day: &&Date| {
            person.is_none_or(|person| !has_left(person, **day) && absence(person, **day, **day).is_none())
        };
        self.weeks.iter().map(|week| week.days.iter().filter(is_there).copied().collect()).collect()
    }

    /// What is to be decided of all who keep no tutors and are not ruled out, and of which needs that is.
    pub(super) fn seats(&mut self) -> Vec<usize> {
        let is_open = |need: &Need| need.rule.is_none() && need.keeps.is_empty();
        let open: Vec<usize> = (0..).zip(&self.needs).filter(|(_, need)| is_open(need)).map(|(at, _)| at).collect();
        let most = u32::try_from(open.len()).unwrap_or(u32::MAX);
        for (chair, taken) in self.problem.tutors.iter_mut().zip(&self.taken) {
            chair.further = taken.further(most);
        }
        let late = self.late();
        let seats = open.iter().filter_map(|at| self.needs.get(*at)).map(|need| self.seat(need, &late));
        self.problem.seats = seats.collect();
        open
    }

    fn seat(&self, need: &Need, late: &[u32]) -> Seat {
        let hurry = 1 + need.urgency;
        let cost = |round: &usize| (*round, late.get(*round).map_or(0, |late| hurry * late / 2));
        // A week that is not there is one that nobody has.
        let week = need.agreed.map(|day| self.week_at(day).unwrap_or(usize::MAX));
        Seat {
            tutors: (0..).zip(&need.fits).filter_map(|(tutor, fit)| fit.map(|fit| (tutor, fit))).collect(),
            rounds: need.rounds.iter().map(cost).collect(),
            week,
            has_place: need.has_place,
            entry: ENTRY * URGENCY_MOST.saturating_sub(need.urgency),
            hurry,
        }
    }

    /// Round by round, how many weeks after the first one it begins.
    fn late(&self) -> Vec<u32> {
        let open = &self.problem.open;
        let first = open.iter().flatten().flatten().min().copied().unwrap_or(0);
        let begins = |round: usize| open.iter().filter_map(|rounds| rounds.get(round)?.first()).min().copied();
        let late = |round: usize| begins(round).map_or(0, |week| week.saturating_sub(first));
        (0..self.windows.len()).map(late).map(|weeks| u32::try_from(weeks).unwrap_or(0)).collect()
    }

    pub(super) fn week_at(&self, monday: Date) -> Option<usize> {
        self.weeks.iter().position(|week| week.monday == monday)
    }

    /// The rounds' rows.
    pub(super) fn names(&self, rounds: &[usize]) -> Vec<Id> {
        rounds.iter().filter_map(|round| self.windows.get(*round)?.round.clone()).collect()
    }
}

/// The weeks with a day that lies in a round, without those in which something begins already.
fn open(window: &Window, free: &[Vec<Date>], busy: &HashSet<usize>) -> Vec<usize> {
    let days = window.first..=window.last;
    let has_day = |week: &Vec<Date>| week.iter().any(|day| days.contains(day));
    (0..).zip(free).filter(|(week, days)| !busy.contains(week) && has_day(days)).map(|(week, _)| week).collect()
}
