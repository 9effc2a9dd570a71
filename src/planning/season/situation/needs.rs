//! Which municipalities are to be placed, how pressing that is, how well each tutor suits, and what rules one out.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{Need, Situation, Taken};
use crate::book::Book;
use crate::domain::{Coaching, CoachingStatus, Id, Kind, Link, Municipality, Person, Season, Session, SessionStatus};
use crate::planning::coverage::{Stage, Standing, coverage};
use crate::planning::figures::{exists_on, living};
use crate::planning::matching::{Asked, Fit, Objection, Reason, fits};
use crate::planning::rounds::{days_between, takes_place};
use crate::planning::season::calendar::monday;
use crate::planning::season::rule::Rule;
use crate::planning::tutors::{Tutor, counts, has_left, tutors};

/// No tutor has more points than this; see `planning/matching.rs`.
const FIT_BEST: i32 = 120;

/// What it costs to have the tutor of the last time.
const SAME_AGAIN: i32 = 20;

/// A year and a half: what was reached before that was reached long ago.
const LONG_AGO: i64 = 548;

/// Who asked so many days ago has waited long.
const WAITED_LONG: i64 = 90;

/// What is gathered once.
pub(super) struct Needing<'a> {
    book: &'a Book,
    season: &'a Season,
    today: Date,
    /// Who is to be placed: where it stands, and the coaching that is to get what it lacks.
    waiting: Vec<(Standing, Option<&'a Coaching>, bool)>,
    of_season: Vec<&'a Coaching>,
}

impl<'a> Needing<'a> {
    pub(super) fn new(book: &'a Book, season: &'a Season, today: Date) -> Self {
        let link = Link::new(Kind::Season, season.id.clone());
        let of_season: Vec<&Coaching> = book
            .referring_as::<Coaching>(&link)
            .filter(|coaching| coaching.season.as_ref() == Some(&season.id))
            .collect();
        let mut needing = Self { book, season, today, waiting: Vec::new(), of_season };
        needing.waiting = needing.waiting();
        needing
    }

    fn waiting(&self) -> Vec<(Standing, Option<&'a Coaching>, bool)> {
        let mut own: HashMap<&Id, Vec<&'a Coaching>> = HashMap::new();
        for coaching in &self.of_season {
            if let Some(id) = &coaching.municipality {
                own.entry(id).or_default().push(coaching);
            }
        }
        let there = self.season.starts.map_or(self.today, |starts| starts.max(self.today));
        let mut waiting = Vec::new();
        for standing in coverage(self.book, self.season, self.today) {
            let known = self.book.get::<Municipality>(&standing.municipality);
            let is_there = known.is_some_and(|municipality| exists_on(municipality, there));
            if !is_there || standing.stage.is_reached() || standing.stage == Stage::OptedOut {
                continue;
            }
            let own = own.get(&standing.municipality).map_or(&[][..], Vec::as_slice);
            let alive = || own.iter().copied().filter(|coaching| is_alive(coaching));
            if alive().any(|coaching| self.is_decided(coaching)) {
                continue;
            }
            let furthest = alive().max_by_key(|coaching| (rank(coaching), std::cmp::Reverse(&coaching.id)));
            let said_no = own.iter().any(|coaching| coaching.status == Some(CoachingStatus::Declined));
            waiting.push((standing, furthest, furthest.is_none() && said_no));
        }
        waiting.sort_by(|(one, ..), (other, ..)| one.municipality.cmp(&other.municipality));
        waiting
    }

    /// The tutors of the season, and whoever else a coaching that is to be placed keeps.
    pub(super) fn tutors(&self) -> Vec<Tutor> {
        let mut all = tutors(self.book, self.season);
        all.extend(self.waiting.iter().filter_map(|(_, coaching, _)| *coaching).flat_map(|it| self.kept(it)));
        all.sort();
        all.dedup();
        all
    }

    /// The coachings of the season that stay as they are.
    pub(super) fn decided(&self) -> Vec<&'a Coaching> {
        let open: HashSet<&Id> =
            self.waiting.iter().filter_map(|(_, coaching, _)| *coaching).map(|coaching| &coaching.id).collect();
        self.of_season.iter().copied().filter(|coaching| !open.contains(&coaching.id)).collect()
    }

    pub(super) fn needs(&self, situation: &Situation, of_season: &HashSet<Tutor>) -> Vec<Need> {
        let need = |(standing, coaching, said_no): &(Standing, Option<&Coaching>, bool)| {
            let mut need = self.need(situation, of_season, standing, *coaching);
            need.rule = if *said_no { Some(Rule::SaidNo) } else { self.rule(situation, of_season, &need) };
            need
        };
        self.waiting.iter().map(need).collect()
    }

    fn need(
        &self,
        situation: &Situation,
        of_season: &HashSet<Tutor>,
        standing: &Standing,
        coaching: Option<&Coaching>,
    ) -> Need {
        let kept = coaching.map(|coaching| self.kept(coaching)).unwrap_or_default();
        let at = |tutor: &Tutor| situation.tutors.iter().position(|known| known == tutor);
        let own = |number: &usize| {
            let round = situation.windows.get(*number).and_then(|window| window.round.as_ref());
            coaching.zip(round).is_some_and(|(coaching, round)| coaching.round == round.as_str())
        };
        let round = (0..situation.windows.len()).find(own);
        let keeps: Vec<usize> = kept.iter().filter_map(at).collect();
        Need {
            municipality: standing.municipality.clone(),
            coaching: coaching.map(|coaching| coaching.id.clone()),
            fits: if keeps.is_empty() { self.fits(situation, of_season, standing, coaching) } else { Vec::new() },
            keeps,
            agreed: coaching.and_then(|coaching| self.agreed(coaching)),
            rounds: round.map_or_else(|| timely(situation), |round| vec![round]),
            has_place: round.is_some() && coaching.is_some_and(takes_place),
            is_counted: coaching.is_some_and(counts),
            urgency: self.urgency(standing, coaching),
            rule: None,
        }
    }

    /// The tutors a coaching has who are in the book and have not left.
    fn kept(&self, coaching: &Coaching) -> Vec<Tutor> {
        let stays = |id: &&Id| self.book.get::<Person>(id).is_some_and(|person| !has_left(person, self.today));
        let is_there = |id: &&Id| self.book.get::<Municipality>(id).is_some();
        let people = coaching.tutors.iter().filter(stays).cloned().map(Tutor::Person);
        people.chain(coaching.tutor_municipalities.iter().filter(is_there).cloned().map(Tutor::Office)).collect()
    }

    /// Whether a coaching has all that a plan could give it.
    fn is_decided(&self, coaching: &Coaching) -> bool {
        let has_day = |session: &Session| session.date.is_some() && session.status != Some(SessionStatus::Cancelled);
        !self.kept(coaching).is_empty() && (self.agreed(coaching).is_some() || self.sessions(coaching).any(has_day))
    }

    /// The Monday of the week a coaching is planned for, else of its next session; none that has passed.
    fn agreed(&self, coaching: &Coaching) -> Option<Date> {
        let is_ahead = |session: &&Session| {
            !matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled))
                && session.date.is_some_and(|day| day >= self.today)
        };
        let planned = coaching.planned_week.map(monday).filter(|week| *week >= monday(self.today));
        planned.or_else(|| self.sessions(coaching).filter(is_ahead).filter_map(|it| it.date).min().map(monday))
    }

    fn sessions(&self, coaching: &Coaching) -> impl Iterator<Item = &'a Session> + use<'a> {
        self.book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone()))
    }

    /// How pressing it is, in steps: never reached 4, not for a year and a half 2; asked 1, and long ago 2.
    fn urgency(&self, standing: &Standing, coaching: Option<&Coaching>) -> u32 {
        use CoachingStatus::{Offered, Postponed, Requested, Waiting};
        let gap = standing.last_reached.as_ref().map(|last| {
            let ends = || self.book.get::<Season>(&last.season).and_then(|season| season.ends);
            last.day.or_else(ends).map(|day| days_between(day, self.today))
        });
        let gap = match gap {
            None => 4,
            Some(days) if days.is_none_or(|days| days > LONG_AGO) => 2,
            Some(_) => 0,
        };
        let asked = coaching.filter(|it| matches!(it.status, None | Some(Waiting | Requested | Offered | Postponed)));
        let waited = asked.map(|coaching| coaching.asked_on.map_or(0, |day| days_between(day, self.today)));
        gap + match waited {
            None => 0,
            Some(days) if days <= WAITED_LONG => 1,
            Some(_) => 2,
        }
    }

    /// What each tutor costs; nothing where they come from there or do not tutor any more.
    fn fits(
        &self,
        situation: &Situation,
        of_season: &HashSet<Tutor>,
        standing: &Standing,
        coaching: Option<&Coaching>,
    ) -> Vec<Option<u32>> {
        let Some(asked) = self.asked(&standing.municipality, coaching) else { return Vec::new() };
        let here = living(self.book, &standing.municipality, self.today);
        let fits = fits(self.book, self.season, &asked, &situation.tutors, self.today);
        let starts = |season: &Id| self.book.get::<Season>(season).and_then(|season| season.starts);
        let coached = |fit: &Fit| {
            fit.reasons.iter().find_map(|reason| match reason {
                Reason::Coached(season) if *season != self.season.id => Some((starts(season), season.clone())),
                _ => None,
            })
        };
        let last = fits.iter().filter_map(coached).max();
        let cost = |(tutor, fit): (&Tutor, &Fit)| {
            let own = fit.homes.iter().any(|home| living(self.book, home, self.today) == here);
            let left = fit.objections.iter().any(|it| matches!(it, Objection::Left(_)));
            if own || left || !of_season.contains(tutor) {
                return None;
            }
            let again = if last.is_some() && coached(fit) == last { SAME_AGAIN } else { 0 };
            u32::try_from((FIT_BEST - fit.score + again).max(0)).ok()
        };
        situation.tutors.iter().zip(&fits).map(cost).collect()
    }

    /// What a municipality needs, whenever that is.
    fn asked(&self, municipality: &Id, coaching: Option<&Coaching>) -> Option<Asked> {
        let asked = match coaching {
            Some(coaching) => Asked::coaching(self.book, coaching, Some(self.season)),
            None => Some(Asked::municipality(self.book, self.season, municipality)),
        };
        asked.map(|asked| Asked { days: None, ..asked })
    }

    /// The first rule that leaves no way to place it, whatever is decided of others.
    fn rule(&self, situation: &Situation, of_season: &HashSet<Tutor>, need: &Need) -> Option<Rule> {
        if self.season.ends.is_some_and(|ends| ends < self.today) {
            return Some(Rule::SeasonOver);
        }
        if of_season.is_empty() && need.keeps.is_empty() {
            return Some(Rule::NoTutors);
        }
        let weeks = |rounds: &[usize]| weeks(situation, rounds);
        let every: Vec<usize> = (0..situation.windows.len()).collect();
        let mine = weeks(&need.rounds);
        if weeks(&every).is_empty() {
            return Some(Rule::NoWeeks);
        }
        if mine.is_empty() {
            return Some(situation.names(&need.rounds).into_iter().next().map_or(Rule::NoWeeks, Rule::RoundOver));
        }
        if let Some(day) = need.agreed.filter(|day| !mine.contains(day)) {
            return Some(Rule::WeekOutside(day));
        }
        if need.keeps.is_empty() { self.nobody(situation, of_season, need, &mine) } else { None }
    }

    /// The first rule that leaves nobody to ask.
    fn nobody(&self, situation: &Situation, of_season: &HashSet<Tutor>, need: &Need, mine: &[Date]) -> Option<Rule> {
        let suitable = || (0..).zip(&need.fits).filter(|(_, fit)| fit.is_some()).map(|(tutor, _): (usize, _)| tutor);
        if suitable().next().is_none() {
            let left = |tutor: &Tutor| match tutor {
                Tutor::Person(id) => self.book.get::<Person>(id).is_some_and(|person| has_left(person, self.today)),
                Tutor::Office(_) => false,
            };
            return Some(if of_season.iter().all(left) { Rule::AllLeft } else { Rule::OnlyFromThere });
        }
        let has_room = |tutor: &usize| !situation.taken.get(*tutor).copied().is_some_and(Taken::is_full);
        if !suitable().any(|tutor| has_room(&tutor)) {
            return Some(Rule::AllAtCeiling);
        }
        let has_place = |round: &&usize| {
            need.has_place || situation.problem.rounds.get(**round).is_some_and(|round| round.places != Some(0))
        };
        let rounds: Vec<usize> = need.rounds.iter().filter(has_place).copied().collect();
        if rounds.is_empty() {
            return Some(Rule::RoundsFull(situation.names(&need.rounds)));
        }
        let agreed = need.agreed.and_then(|day| situation.week_at(day));
        let is_free = |tutor: usize| {
            let open = situation.problem.open.get(tutor);
            let weeks = rounds.iter().filter_map(|round| open?.get(*round)).flatten();
            weeks.into_iter().any(|week| agreed.is_none_or(|agreed| agreed == *week))
        };
        if suitable().filter(has_room).any(is_free) {
            return None;
        }
        let away = || Some(Rule::AllAway(*mine.first()?, *mine.last()?));
        need.agreed.map(Rule::NobodyThen).or_else(away)
    }
}

/// The rounds that are not over, as places in one that is help nobody; all of them where all are.
fn timely(situation: &Situation) -> Vec<usize> {
    let all = 0..situation.windows.len();
    let timely: Vec<usize> = all.clone().filter(|round| !weeks(situation, &[*round]).is_empty()).collect();
    if timely.is_empty() { all.collect() } else { timely }
}

/// The Mondays of the weeks in which something could begin in one of these rounds.
fn weeks(situation: &Situation, rounds: &[usize]) -> Vec<Date> {
    let windows: Vec<_> = rounds.iter().filter_map(|round| situation.windows.get(*round)).collect();
    let is_within = |day: &Date| windows.iter().any(|window| (window.first..=window.last).contains(day));
    let weeks = situation.weeks.iter().filter(|week| week.days.iter().any(is_within));
    weeks.map(|week| week.monday).collect()
}

/// Whether something can come of a coaching yet.
fn is_alive(coaching: &Coaching) -> bool {
    !matches!(coaching.status, Some(CoachingStatus::Declined | CoachingStatus::Cancelled))
}

/// How far a coaching has come that nobody has met in.
fn rank(coaching: &Coaching) -> u8 {
    match coaching.status {
        Some(CoachingStatus::Planning) => 4,
        Some(CoachingStatus::Offered) => 3,
        None | Some(CoachingStatus::Requested) => 2,
        Some(CoachingStatus::Waiting) => 1,
        Some(_) => 0,
    }
}
