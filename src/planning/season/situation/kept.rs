//! Those whose coaching has tutors already: they get a round and a week before all others.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Need, Situation, Taken};
use crate::planning::season::problem::{Seat, Turn};
use crate::planning::season::rule::Rule;

impl Situation {
    /// Gives each of them the earliest week that all its tutors have, first those whose week is agreed, then those
    /// who have waited longest. Of each, its round and week, or why there is none.
    pub(in crate::planning::season) fn place_kept(&mut self) -> HashMap<usize, Result<(usize, usize), Rule>> {
        let is_kept = |need: &Need| need.rule.is_none() && !need.keeps.is_empty();
        let mut kept: Vec<(usize, Need)> =
            self.needs.iter().cloned().enumerate().filter(|(_, need)| is_kept(need)).collect();
        kept.sort_by_key(|(_, need)| (need.agreed.is_none(), Reverse(need.urgency), need.municipality.clone()));
        let mut placed = HashMap::new();
        for (at, need) in kept {
            let found = self.find(&need);
            if let Ok((round, week)) = found {
                self.take(&need, round, week);
            }
            placed.insert(at, found);
        }
        placed
    }

    fn find(&self, need: &Need) -> Result<(usize, usize), Rule> {
        let is_full = |tutor: &usize| self.taken.get(*tutor).copied().is_some_and(Taken::is_full);
        if !need.is_counted && need.keeps.iter().any(is_full) {
            return Err(Rule::AllAtCeiling);
        }
        let has_place = |round: &&usize| {
            need.has_place || self.problem.rounds.get(**round).is_some_and(|round| round.places != Some(0))
        };
        let rounds: Vec<usize> = need.rounds.iter().filter(has_place).copied().collect();
        if rounds.is_empty() {
            return Err(Rule::RoundsFull(self.names(&need.rounds)));
        }
        let seat = Seat { week: need.agreed.and_then(|day| self.week_at(day)), ..Seat::default() };
        let weeks = |round: usize| {
            let first = need.keeps.first().copied().unwrap_or(usize::MAX);
            let has = |tutor: &usize, week| self.problem.weeks_of(&seat, *tutor, round).any(|open| open == week);
            let all = move |week: &usize| need.keeps.iter().all(|tutor| has(tutor, *week));
            self.problem.weeks_of(&seat, first, round).find(all)
        };
        let found = rounds.into_iter().filter_map(|round| weeks(round).map(|week| (week, round))).min();
        found.map(|(week, round)| (round, week)).ok_or(Rule::OwnTutorsAway)
    }

    /// What is taken by one is no longer there for the next.
    fn take(&mut self, need: &Need, round: usize, week: usize) {
        for tutor in &need.keeps {
            if let Some(rounds) = self.problem.open.get_mut(*tutor) {
                for weeks in rounds.iter_mut() {
                    weeks.retain(|open| *open != week);
                }
            }
            if let Some(taken) = self.taken.get_mut(*tutor).filter(|_| !need.is_counted) {
                taken.coachings = taken.coachings.saturating_add(1);
            }
        }
        if let Some(Turn { places: Some(places) }) = self.problem.rounds.get_mut(round).filter(|_| !need.has_place) {
            *places = places.saturating_sub(1);
        }
        if let Some(begun) = self.problem.weeks.get_mut(week) {
            *begun += 1;
        }
    }
}
