//! The two networks in which all but one of the rules hold, and the one in which the tutors are known.

use std::collections::HashMap;

use super::problem::{Pairing, Problem, Seat};
use crate::planning::flow::{Arc, Network, Node};

/// Pairs that are not to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Barred {
    /// A seat and a tutor.
    pub(super) tutors: Vec<(usize, usize)>,
    /// A seat and a round.
    pub(super) rounds: Vec<(usize, usize)>,
}

/// What is read from an arc through which somebody goes.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    Both(usize, usize),
    Tutor(usize),
    Round(usize),
}

/// A network on its way to be filled.
#[derive(Clone, Debug)]
pub(super) struct Relaxed {
    network: Network,
    source: Node,
    sink: Node,
    arcs: Vec<(usize, Meaning, Arc)>,
}

impl Relaxed {
    /// Without the places of the rounds: seat → tutor in a round → that tutor's week → tutor. Ceilings, absences and
    /// weeks are exact.
    pub(super) fn without_places(problem: &Problem) -> Self {
        let mut relaxed = Self::empty();
        let weeks: Vec<HashMap<usize, Node>> =
            problem.tutors.iter().zip(&problem.open).map(|(chair, open)| relaxed.slots(&chair.further, open)).collect();
        let mut terms: HashMap<(usize, usize), Node> = HashMap::new();
        for (number, seat) in problem.seats.iter().enumerate() {
            let node = relaxed.network.node();
            relaxed.network.arc(relaxed.source, node, 1, seat.entry);
            for (tutor, round, cost) in problem.pairs(seat) {
                let Some(weeks) = weeks.get(tutor) else { continue };
                let to = match seat.week {
                    Some(week) => weeks.get(&week).copied(),
                    None => Some(*terms.entry((tutor, round)).or_insert_with(|| {
                        let term = relaxed.network.node();
                        for week in problem.weeks_of(&Seat::default(), tutor, round) {
                            if let Some(week) = weeks.get(&week) {
                                relaxed.network.arc(term, *week, 1, 0);
                            }
                        }
                        term
                    })),
                };
                if let Some(to) = to {
                    let arc = relaxed.network.arc(node, to, 1, cost);
                    relaxed.arcs.push((number, Meaning::Both(tutor, round), arc));
                }
            }
        }
        relaxed
    }

    /// Without the days of tutors and rounds together: tutor → seat → round. Ceilings and places are exact; that a
    /// tutor has no week left in a round is not seen.
    pub(super) fn without_weeks(problem: &Problem, barred: &Barred) -> Self {
        let mut relaxed = Self::empty();
        let most = |tutor: usize| {
            let weeks = problem.open.get(tutor).map_or(&[][..], Vec::as_slice).iter().flatten();
            weeks.collect::<std::collections::HashSet<_>>().len()
        };
        let source = relaxed.source;
        let tutors: Vec<Node> = (0..)
            .zip(&problem.tutors)
            .map(|(tutor, chair)| {
                let node = relaxed.network.node();
                relaxed.network.convex(source, node, chair.further.iter().copied().take(most(tutor)));
                node
            })
            .collect();
        let rounds = relaxed.rounds(problem);
        for (number, seat) in problem.seats.iter().enumerate() {
            let (enters, goes) = (relaxed.network.node(), relaxed.network.node());
            relaxed.network.arc(enters, goes, 1, seat.entry);
            let pairs: Vec<(usize, usize, u32)> = problem.pairs(seat).collect();
            for &(tutor, fit) in &seat.tutors {
                let fits = pairs.iter().any(|(of, _, _)| *of == tutor) && !barred.tutors.contains(&(number, tutor));
                if let Some(from) = tutors.get(tutor).filter(|_| fits) {
                    let arc = relaxed.network.arc(*from, enters, 1, fit);
                    relaxed.arcs.push((number, Meaning::Tutor(tutor), arc));
                }
            }
            for &(round, late) in &seat.rounds {
                let fits = pairs.iter().any(|(_, of, _)| *of == round) && !barred.rounds.contains(&(number, round));
                let to = rounds.get(round).map(|to| if seat.has_place { relaxed.sink } else { *to });
                if let Some(to) = to.filter(|_| fits) {
                    let arc = relaxed.network.arc(goes, to, 1, late);
                    relaxed.arcs.push((number, Meaning::Round(round), arc));
                }
            }
        }
        relaxed
    }

    /// With the tutors of a pairing: seat → its tutor in a round → round. Places are exact, and the number of weeks a
    /// tutor has in a round.
    pub(super) fn with_tutors(problem: &Problem, pairing: &Pairing) -> Self {
        let mut relaxed = Self::empty();
        let rounds = relaxed.rounds(problem);
        let mut terms: HashMap<(usize, usize), Node> = HashMap::new();
        for ((number, seat), pair) in (0..).zip(&problem.seats).zip(pairing) {
            let Some((tutor, _)) = *pair else { continue };
            let node = relaxed.network.node();
            relaxed.network.arc(relaxed.source, node, 1, seat.entry);
            for (of, round, cost) in problem.pairs(seat).filter(|(of, _, _)| *of == tutor) {
                let Some(round_node) = rounds.get(round).copied() else { continue };
                let to = if seat.has_place {
                    relaxed.sink
                } else {
                    *terms.entry((of, round)).or_insert_with(|| {
                        let term = relaxed.network.node();
                        let weeks = problem.weeks_of(&Seat::default(), of, round).count();
                        relaxed.network.arc(term, round_node, u32::try_from(weeks).unwrap_or(u32::MAX), 0);
                        term
                    })
                };
                let arc = relaxed.network.arc(node, to, 1, cost);
                relaxed.arcs.push((number, Meaning::Both(of, round), arc));
            }
        }
        relaxed
    }

    /// Places one more; whether there was one.
    pub(super) fn step(&mut self) -> bool {
        self.network.augment(self.source, self.sink) > 0
    }

    /// Who goes with whom and when, as far as it was filled.
    pub(super) fn found(&self, seats: usize) -> Pairing {
        let mut tutors = vec![None; seats];
        let mut rounds = vec![None; seats];
        for (seat, meaning, arc) in &self.arcs {
            if self.network.sent(*arc) == 0 {
                continue;
            }
            let (tutor, round) = match *meaning {
                Meaning::Both(tutor, round) => (Some(tutor), Some(round)),
                Meaning::Tutor(tutor) => (Some(tutor), None),
                Meaning::Round(round) => (None, Some(round)),
            };
            if let (Some(of), Some(in_round)) = (tutors.get_mut(*seat), rounds.get_mut(*seat)) {
                *of = tutor.or(*of);
                *in_round = round.or(*in_round);
            }
        }
        tutors.into_iter().zip(rounds).map(|(tutor, round)| tutor.zip(round)).collect()
    }

    fn empty() -> Self {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        Self { network, source, sink, arcs: Vec::new() }
    }

    /// A tutor's weeks, each with room for one, before the tutor, whose further coachings cost more and more.
    fn slots(&mut self, further: &[u32], open: &[Vec<usize>]) -> HashMap<usize, Node> {
        let chair = self.network.node();
        self.network.convex(chair, self.sink, further.iter().copied());
        let mut slots = HashMap::new();
        for week in open.iter().flatten() {
            slots.entry(*week).or_insert_with(|| {
                let slot = self.network.node();
                self.network.arc(slot, chair, 1, 0);
                slot
            });
        }
        slots
    }

    /// The nodes of the rounds, each with its places before the sink.
    fn rounds(&mut self, problem: &Problem) -> Vec<Node> {
        let rounds = problem.rounds.iter().map(|round| {
            let node = self.network.node();
            self.network.arc(node, self.sink, round.places.unwrap_or(u32::MAX), 0);
            node
        });
        rounds.collect()
    }
}
