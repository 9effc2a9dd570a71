//! What is to be decided, in numbers alone: seats (municipalities) to be given a tutor, a round and a week.

/// What there is to decide, and what each decision costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) seats: Vec<Seat>,
    pub(super) tutors: Vec<Chair>,
    pub(super) rounds: Vec<Turn>,
    /// For each week how many coachings begin in it already.
    pub(super) weeks: Vec<u32>,
    /// By tutor and round, the weeks in which that tutor can begin one more, in order.
    pub(super) open: Vec<Vec<Vec<usize>>>,
}

/// A municipality to be given a tutor, a round and a week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seat {
    /// The tutors it may have, and what each costs.
    pub(super) tutors: Vec<(usize, u32)>,
    /// The rounds it may be in, and what each costs.
    pub(super) rounds: Vec<(usize, u32)>,
    /// The only week it may have, where that was agreed.
    pub(super) week: Option<usize>,
    /// Its place in the round is its own already.
    pub(super) has_place: bool,
    /// What it costs to have it in at all: the less, the longer it has waited.
    pub(super) entry: u32,
    /// What each week of waiting costs.
    pub(super) hurry: u32,
}

/// A tutor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chair {
    /// What each further coaching costs; as many as they can take.
    pub(super) further: Vec<u32>,
    /// By week, what it costs to begin in it.
    pub(super) weeks: Vec<u32>,
}

/// A round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Turn {
    /// How many more it takes; any number where nothing is said.
    pub(super) places: Option<u32>,
}

/// Who a seat goes with and in which round.
pub(super) type Pairing = Vec<Option<(usize, usize)>>;

/// How good a pairing is: the fewer are left out the better, then the cheaper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    pub(super) left_out: usize,
    pub(super) cost: u64,
}

/// What the k-th coaching that begins in one week costs above the one before.
pub(super) const CROWD: u32 = 40;

impl Problem {
    /// The weeks in which a tutor can begin with this seat in this round.
    pub(super) fn weeks_of(&self, seat: &Seat, tutor: usize, round: usize) -> impl Iterator<Item = usize> + use<'_> {
        let only = seat.week;
        let open = self.open.get(tutor).and_then(|rounds| rounds.get(round)).map_or(&[][..], Vec::as_slice);
        open.iter().copied().filter(move |week| only.is_none_or(|only| only == *week))
    }

    /// The pairs of tutor and round a seat may have, with their cost.
    pub(super) fn pairs<'a>(&'a self, seat: &'a Seat) -> impl Iterator<Item = (usize, usize, u32)> + 'a {
        seat.tutors.iter().flat_map(move |&(tutor, fit)| {
            let fits = move |round: usize| self.weeks_of(seat, tutor, round).next().is_some();
            let rounds = seat.rounds.iter().filter(move |(round, _)| fits(*round));
            rounds.map(move |&(round, late)| (tutor, round, fit.saturating_add(late)))
        })
    }

    /// How good a pairing is.
    pub(super) fn score(&self, pairing: &Pairing) -> Score {
        let (mut left_out, mut cost) = (0, 0);
        let mut loads = vec![0_usize; self.tutors.len()];
        for (seat, pair) in self.seats.iter().zip(pairing) {
            let Some((tutor, round)) = *pair else {
                left_out += 1;
                continue;
            };
            let of = |list: &[(usize, u32)], wanted: usize| {
                list.iter().find(|(number, _)| *number == wanted).map_or(0, |(_, cost)| u64::from(*cost))
            };
            cost += u64::from(seat.entry) + of(&seat.tutors, tutor) + of(&seat.rounds, round);
            if let Some(load) = loads.get_mut(tutor) {
                *load += 1;
            }
        }
        for (chair, load) in self.tutors.iter().zip(loads) {
            cost += chair.further.iter().take(load).map(|cost| u64::from(*cost)).sum::<u64>();
        }
        Score { left_out, cost }
    }

    /// Whether no round has more than it takes.
    pub(super) fn keeps_places(&self, pairing: &Pairing) -> bool {
        let mut taken = vec![0_u32; self.rounds.len()];
        for (seat, pair) in self.seats.iter().zip(pairing) {
            if let Some(taken) = pair.filter(|_| !seat.has_place).and_then(|(_, round)| taken.get_mut(round)) {
                *taken += 1;
            }
        }
        self.rounds.iter().zip(taken).all(|(round, taken)| round.places.is_none_or(|places| taken <= places))
    }
}
