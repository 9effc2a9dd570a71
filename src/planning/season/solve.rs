//! The search for the best pairing, one augmentation at a time.
//!
//! Two relaxations bound it from below, and each is exact by itself where the rule it leaves out happens to hold:
//! mostly one of them is, and the search ends with it. Else it branches: of seats that have too few weeks between
//! them at least one has to go to another tutor or round, so each branch bars one such pair, and the cheapest branch
//! is followed first. Every pairing on the way is made good (its tutors kept, rounds chosen anew, who has no week
//! taken out) and remembered if it is the best so far.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::problem::{Pairing, Problem, Score};
use super::relaxed::{Barred, Relaxed};
use super::weeks::{Squeeze, Weeks, seated};

/// So much is spent on branches, an augmentation costing as much as there are seats; what is best by then is taken.
const MOST: usize = 1_000_000;

/// A tutor, a round and a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seating {
    pub(super) tutor: usize,
    pub(super) round: usize,
    pub(super) week: usize,
}

/// A branch that waits: what it costs at least, how deep it is, and what is barred in it.
#[derive(Clone, Debug)]
struct Branch {
    least: Score,
    barred: Barred,
    pairing: Pairing,
    squeeze: Squeeze,
    /// The branches made before it.
    number: Reverse<usize>,
}

impl Branch {
    /// The best first; of equal ones the deepest, as it is nearest to an end, then the oldest.
    fn rank(&self) -> (Reverse<Score>, usize, Reverse<usize>) {
        (Reverse(self.least), self.barred.tutors.len() + self.barred.rounds.len(), self.number)
    }
}

impl PartialEq for Branch {
    fn eq(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Branch {}

impl PartialOrd for Branch {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Branch {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// What is being filled.
#[derive(Debug)]
enum Task {
    /// The relaxation without places.
    Places(Relaxed),
    /// The relaxation without weeks, of a branch.
    Branch(Relaxed, Barred),
    /// Rounds anew for the tutors a branch came to; with what the branch itself costs.
    Rounds(Relaxed, Box<Branch>),
    /// The weeks, at the end.
    Weeks(Weeks),
    Done,
}

/// The search.
#[derive(Debug)]
pub(super) struct Search {
    problem: Problem,
    task: Task,
    branches: BinaryHeap<Branch>,
    /// What is still to be looked at of the branch at hand.
    barred: Vec<Barred>,
    best: Option<(Score, Pairing)>,
    /// No pairing is better than this.
    least: Score,
    made: usize,
    spent: usize,
    proven: bool,
    weeks: Vec<Option<usize>>,
}

impl Search {
    pub(super) fn new(problem: Problem) -> Self {
        Self {
            task: Task::Places(Relaxed::without_places(&problem)),
            problem,
            branches: BinaryHeap::new(),
            barred: Vec::new(),
            best: None,
            least: Score { left_out: 0, cost: 0 },
            made: 0,
            spent: 0,
            proven: true,
            weeks: Vec::new(),
        }
    }

    pub(super) fn problem(&self) -> &Problem {
        &self.problem
    }

    pub(super) fn is_done(&self) -> bool {
        matches!(self.task, Task::Done)
    }

    /// Whether what was found is the best there is.
    pub(super) fn is_proven(&self) -> bool {
        self.proven
    }

    /// How good it is.
    #[cfg(test)]
    pub(super) fn score(&self) -> Score {
        self.best.as_ref().map_or(self.least, |(score, _)| *score)
    }

    /// Who sits where; complete when done.
    pub(super) fn found(&self) -> Vec<Option<Seating>> {
        let Some((_, pairing)) = &self.best else { return vec![None; self.problem.seats.len()] };
        let seating = |(pair, week): (&Option<(usize, usize)>, &Option<usize>)| {
            let ((tutor, round), week) = (*pair).zip(*week)?;
            Some(Seating { tutor, round, week })
        };
        pairing.iter().zip(&self.weeks).map(seating).collect()
    }

    /// Goes on by one augmentation.
    pub(super) fn step(&mut self) {
        let seats = self.problem.seats.len();
        let filled = match &mut self.task {
            Task::Done => return,
            Task::Places(relaxed) | Task::Branch(relaxed, _) | Task::Rounds(relaxed, _) => !relaxed.step(),
            Task::Weeks(weeks) => !weeks.step(),
        };
        if !filled {
            self.spent = self.spent.saturating_add(seats);
            return;
        }
        match std::mem::replace(&mut self.task, Task::Done) {
            Task::Places(relaxed) => self.take_places(&relaxed.found(seats)),
            Task::Branch(relaxed, barred) => self.take_branch(relaxed.found(seats), barred),
            Task::Rounds(relaxed, branch) => self.take_rounds(&relaxed.found(seats), *branch),
            Task::Weeks(weeks) => self.weeks = weeks.found(seats),
            Task::Done => {}
        }
    }

    /// The first relaxation is the answer where no round is over-full.
    fn take_places(&mut self, pairing: &Pairing) {
        self.least = self.problem.score(pairing);
        if self.problem.keeps_places(pairing) && self.remember(pairing) {
            self.finish();
            return;
        }
        self.spent = 0;
        self.look_into(Barred::default());
    }

    fn look_into(&mut self, barred: Barred) {
        self.task = Task::Branch(Relaxed::without_weeks(&self.problem, &barred), barred);
    }

    fn take_branch(&mut self, pairing: Pairing, barred: Barred) {
        let least = self.problem.score(&pairing).max(self.least);
        if self.made == 0 {
            self.least = least;
        }
        self.made += 1;
        if self.best.as_ref().is_some_and(|(score, _)| *score <= least) {
            return self.go_on();
        }
        match seated(&self.problem, &pairing).1 {
            None => {
                self.remember(&pairing);
                self.go_on();
            }
            Some(squeeze) => {
                let rounds = Relaxed::with_tutors(&self.problem, &pairing);
                let number = Reverse(self.made);
                self.task = Task::Rounds(rounds, Box::new(Branch { least, barred, pairing, squeeze, number }));
            }
        }
    }

    fn take_rounds(&mut self, pairing: &Pairing, branch: Branch) {
        self.remember(pairing);
        self.remember(&branch.pairing);
        self.branches.push(branch);
        self.go_on();
    }

    /// Remembers a pairing, without those who have no week in it, if it is the best so far; whether all have a week.
    fn remember(&mut self, pairing: &Pairing) -> bool {
        let (kept, squeeze) = seated(&self.problem, pairing);
        let score = self.problem.score(&kept);
        if self.best.as_ref().is_none_or(|(best, _)| score < *best) {
            self.best = Some((score, kept));
        }
        squeeze.is_none()
    }

    /// Takes the next thing to look at; where nothing could be better any more it ends.
    fn go_on(&mut self) {
        let best = self.best.as_ref().map(|(score, _)| *score);
        if best.is_some_and(|best| best <= self.least) {
            return self.finish();
        }
        if let Some(barred) = self.barred.pop() {
            return self.look_into(barred);
        }
        if let Some(branch) = self.branches.pop().filter(|branch| best.is_none_or(|best| branch.least < best)) {
            if self.spent > MOST {
                self.proven = false;
                return self.finish();
            }
            self.barred = parted(&branch);
            return self.go_on();
        }
        self.finish();
    }

    fn finish(&mut self) {
        self.branches.clear();
        self.barred.clear();
        let none = vec![None; self.problem.seats.len()];
        let pairing = self.best.as_ref().map_or(&none, |(_, pairing)| pairing);
        self.task = Task::Weeks(Weeks::new(&self.problem, pairing));
    }
}

/// The branches of one: each bars one pair of the squeeze.
fn parted(branch: &Branch) -> Vec<Barred> {
    let mut parted = Vec::new();
    for seat in &branch.squeeze.seats {
        let Some((tutor, round)) = branch.pairing.get(*seat).copied().flatten() else { continue };
        let mut other = branch.barred.clone();
        other.tutors.push((*seat, tutor));
        parted.push(other);
        let mut other = branch.barred.clone();
        other.rounds.push((*seat, round));
        parted.push(other);
    }
    parted
}

#[cfg(test)]
mod tests;
