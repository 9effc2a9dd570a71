//! Weeks for seats whose tutor and round are known: whether there are enough, and which are best.

use std::collections::HashMap;

use super::problem::{CROWD, Pairing, Problem};
use crate::planning::flow::{Arc, Network, Node};

/// Seats of one tutor that have fewer weeks between them than they are: at least one has to go elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Squeeze {
    pub(super) seats: Vec<usize>,
}

/// The pairing with those taken out for which their tutor has no week left, and the first such squeeze.
pub(super) fn seated(problem: &Problem, pairing: &Pairing) -> (Pairing, Option<Squeeze>) {
    let mut kept = pairing.clone();
    let mut first = None;
    for tutor in 0..problem.tutors.len() {
        let seats: Vec<(usize, usize)> = (0..)
            .zip(pairing)
            .filter_map(|(seat, pair)| pair.filter(|(of, _)| *of == tutor).map(|(_, round)| (seat, round)))
            .collect();
        let mut matching = Matching { problem, tutor, seats: &seats, by_week: HashMap::new() };
        for (at, (seat, _)) in seats.iter().enumerate() {
            let mut tried = Vec::new();
            if matching.place(at, &mut tried) {
                continue;
            }
            if let Some(pair) = kept.get_mut(*seat) {
                *pair = None;
            }
            first.get_or_insert_with(|| matching.squeeze(at, &tried));
        }
    }
    (kept, first)
}

/// Weeks given to one tutor's seats, each week to one.
struct Matching<'a> {
    problem: &'a Problem,
    tutor: usize,
    seats: &'a [(usize, usize)],
    by_week: HashMap<usize, usize>,
}

impl Matching<'_> {
    /// Gives a seat a week, moving others on; the weeks it looked at are told.
    fn place(&mut self, at: usize, tried: &mut Vec<usize>) -> bool {
        let Some((seat, round)) = self.seats.get(at).copied() else { return false };
        let Some(of) = self.problem.seats.get(seat) else { return false };
        let weeks: Vec<usize> = self.problem.weeks_of(of, self.tutor, round).collect();
        for week in weeks {
            if tried.contains(&week) {
                continue;
            }
            tried.push(week);
            let there = self.by_week.get(&week).copied();
            if there.is_none_or(|there| self.place(there, tried)) {
                self.by_week.insert(week, at);
                return true;
            }
        }
        false
    }

    /// The seat that found none and those that hold all it could have had.
    fn squeeze(&self, at: usize, tried: &[usize]) -> Squeeze {
        let holders = tried.iter().filter_map(|week| self.by_week.get(week)).copied();
        let seats = holders.chain([at]).filter_map(|at| self.seats.get(at)).map(|(seat, _)| *seat);
        Squeeze { seats: seats.collect() }
    }
}

/// The search for the best weeks: as early as may be for those who have waited longest, few beginning in the same
/// week, and in weeks with all their workdays.
#[derive(Clone, Debug)]
pub(super) struct Weeks {
    network: Network,
    source: Node,
    sink: Node,
    arcs: Vec<(usize, usize, Arc)>,
}

impl Weeks {
    pub(super) fn new(problem: &Problem, pairing: &Pairing) -> Self {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let weeks = network.nodes(problem.weeks.len());
        for (week, begun) in weeks.iter().zip(&problem.weeks) {
            let count = u32::try_from(pairing.len()).unwrap_or(u32::MAX);
            network.convex(*week, sink, (0..count).map(|more| CROWD.saturating_mul(begun.saturating_add(more))));
        }
        let mut slots: HashMap<(usize, usize), Node> = HashMap::new();
        let mut arcs = Vec::new();
        for ((number, seat), pair) in (0..).zip(&problem.seats).zip(pairing) {
            let Some((tutor, round)) = *pair else { continue };
            let node = network.node();
            network.arc(source, node, 1, 0);
            for week in problem.weeks_of(seat, tutor, round) {
                let Some(begins) = weeks.get(week).copied() else { continue };
                let slot = *slots.entry((tutor, week)).or_insert_with(|| {
                    let slot = network.node();
                    network.arc(slot, begins, 1, 0);
                    slot
                });
                arcs.push((number, week, network.arc(node, slot, 1, cost(problem, number, tutor, week))));
            }
        }
        Self { network, source, sink, arcs }
    }

    /// Places one more; whether there was one.
    pub(super) fn step(&mut self) -> bool {
        self.network.augment(self.source, self.sink) > 0
    }

    /// The week of each seat.
    pub(super) fn found(&self, seats: usize) -> Vec<Option<usize>> {
        let mut found = vec![None; seats];
        for (seat, week, arc) in &self.arcs {
            if let Some(place) = found.get_mut(*seat).filter(|_| self.network.sent(*arc) > 0) {
                *place = Some(*week);
            }
        }
        found
    }
}

/// What it costs a seat to begin in a week with its tutor.
pub(super) fn cost(problem: &Problem, seat: usize, tutor: usize, week: usize) -> u32 {
    let hurry = problem.seats.get(seat).map_or(0, |seat| seat.hurry);
    let late = u32::try_from(week).unwrap_or(u32::MAX).saturating_mul(hurry);
    let odd = problem.tutors.get(tutor).and_then(|chair| chair.weeks.get(week)).copied().unwrap_or_default();
    late.saturating_add(odd)
}
