//! Clashes of a coaching: who tutors it and how much they have, where its week lies, and whether its round has room.

use std::cmp::Ordering;
use std::collections::HashMap;

use jiff::civil::Date;

use super::alone::{gone, outside, outside_round, own_municipality};
use super::rules::Rule;
use super::{Clash, Facts, Rulebook};
use crate::book::Book;
use crate::domain::{Absence, Coaching, CoachingStatus, Id, Kind, Level, Link, Person, Season};
use crate::planning::rounds::{self, takes_place};
use crate::planning::tutors::{ceiling, counts};

/// When a coaching was asked for, by which they come in turn; one that was not saved yet comes last.
type Turn<'a> = (Option<Date>, &'a Id);

/// Who has a coaching or a place in a round, in the order in which they were asked for: of too many only the last
/// ones are too many.
pub(super) struct Turns<'a> {
    tutors: HashMap<&'a Id, Vec<Turn<'a>>>,
    rounds: HashMap<&'a str, Vec<Turn<'a>>>,
}

impl<'a> Turns<'a> {
    /// Those of a whole season.
    pub(super) fn of_season(book: &'a Book, season: &Season) -> Self {
        let all = book.referring_as::<Coaching>(&Link::new(Kind::Season, season.id.clone()));
        Self::of(all.filter(|it| it.season.as_ref() == Some(&season.id)))
    }

    /// Those that one coaching can meet.
    pub(super) fn of_one(book: &'a Book, coaching: &Coaching) -> Self {
        let Some(season) = coaching.season.clone() else { return Self::of(std::iter::empty()) };
        let same = |it: &&Coaching| it.season.as_ref() == Some(&season);
        let in_round = |it: &&Coaching| !coaching.round.is_empty() && it.round == coaching.round;
        let all = book.referring_as::<Coaching>(&Link::new(Kind::Season, season.clone()));
        let shares = |it: &&Coaching| it.tutors.iter().any(|id| coaching.tutors.contains(id));
        Self::of(all.filter(same).filter(|it| shares(it) || in_round(it)))
    }

    fn of(coachings: impl Iterator<Item = &'a Coaching>) -> Self {
        let mut turns = Self { tutors: HashMap::new(), rounds: HashMap::new() };
        for coaching in coachings.filter(|coaching| counts(coaching)) {
            let turn = (coaching.asked_on, &coaching.id);
            for id in &coaching.tutors {
                turns.tutors.entry(id).or_default().push(turn);
            }
            if takes_place(coaching) && !coaching.round.is_empty() {
                turns.rounds.entry(coaching.round.as_str()).or_default().push(turn);
            }
        }
        turns.tutors.values_mut().chain(turns.rounds.values_mut()).for_each(|turns| {
            turns.sort_unstable();
            turns.dedup();
        });
        turns
    }
}

/// How many there are with this coaching, and whether it is one too many.
fn too_many(turns: &[Turn<'_>], coaching: &Coaching, most: u32) -> Option<u32> {
    let known = turns.iter().position(|(_, id)| **id == coaching.id);
    let count = turns.len() + usize::from(known.is_none());
    let place = known.unwrap_or(turns.len());
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    (place.cmp(&most) != Ordering::Less).then(|| u32::try_from(count).unwrap_or(u32::MAX))
}

/// Whether anything can still be mended of it.
fn is_open(coaching: &Coaching) -> bool {
    counts(coaching) && coaching.status != Some(CoachingStatus::Done)
}

/// All that clashes of this coaching.
pub(super) fn clashes(rules: &Rulebook<'_>, coaching: &Coaching, turns: &Turns<'_>) -> Vec<Clash> {
    if !is_open(coaching) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let about = Link::new(Kind::Coaching, coaching.id.clone());
    let season = coaching.season.as_ref().and_then(|id| rules.book.get::<Season>(id));
    for id in &coaching.tutors {
        if let Some(person) = rules.book.get::<Person>(id) {
            tutor(rules, coaching, season, person, turns, &mut found);
        }
    }
    if let Some(season) = season {
        week(rules, coaching, season, turns, &mut found);
        let municipality = coaching.municipality.as_slice().iter().collect::<Vec<_>>();
        let offices = coaching.tutor_municipalities.iter().collect::<Vec<_>>();
        let tutors = coaching.tutors.iter();
        let day = coaching.planned_week;
        found.extend(own_municipality(rules, &about, &season.id, day, tutors, &offices, &municipality));
    }
    found.extend(gone(rules, &about, named(coaching)));
    found.retain(|clash| clash.rule.holds_for_coachings() && clash.level != Level::Off);
    found
}

/// What of a tutor stands against it.
fn tutor(
    rules: &Rulebook<'_>,
    coaching: &Coaching,
    season: Option<&Season>,
    person: &Person,
    turns: &Turns<'_>,
    found: &mut Vec<Clash>,
) {
    let about = || Link::new(Kind::Coaching, coaching.id.clone());
    let clash = |rule: Rule, facts: Facts| rules.clash(rule, about()).party(Kind::Person, &person.id).facts(facts);
    // Without a week it may be any of the season.
    let last = coaching.planned_week.map(friday).or_else(|| season.and_then(|season| season.ends));
    if let Some(day) = person.left_on.filter(|day| last.is_some_and(|last| *day < last)) {
        found.push(clash(Rule::Left, Facts { from: Some(day), ..Facts::default() }));
    } else if let Some(row) = coaching.planned_week.and_then(|monday| all_week(person, monday)) {
        let facts = Facts { from: row.from, until: row.until, words: row.why.clone(), ..Facts::default() };
        found.push(clash(Rule::Away, facts));
    }
    let most = season.and_then(|season| ceiling(person, &season.id));
    let held = turns.tutors.get(&person.id).map_or(&[][..], Vec::as_slice);
    if let Some(most) = most
        && let Some(much) = too_many(held, coaching, most)
    {
        found.push(clash(Rule::Ceiling, Facts { much: Some(much), most: Some(most), ..Facts::default() }));
    }
}

/// The Friday of a week that is named by its Monday.
fn friday(monday: Date) -> Date {
    monday.checked_add(jiff::Span::new().days(4)).unwrap_or(monday)
}

/// The absence that leaves no day of a working week.
fn all_week(person: &Person, monday: Date) -> Option<&Absence> {
    let covers = |row: &&Absence| {
        let from = row.from.is_some_and(|from| from <= monday);
        from && row.until.is_some_and(|until| friday(monday) <= until)
    };
    person.unavailable.iter().find(covers)
}

/// The planned week outside the season or round, and a round without room.
fn week(rules: &Rulebook<'_>, coaching: &Coaching, season: &Season, turns: &Turns<'_>, found: &mut Vec<Clash>) {
    let clash =
        |rule: Rule, facts: Facts| rules.clash(rule, Link::new(Kind::Coaching, coaching.id.clone())).facts(facts);
    if let Some(monday) = coaching.planned_week {
        // A week that touches the season or round has a day in it.
        let told = |facts: Facts| Facts { day: Some(monday), ..facts };
        let whole = outside(season.starts, season.ends, friday(monday), monday).map(told);
        found.extend(whole.map(|facts| clash(Rule::Season, facts).party(Kind::Season, &season.id)));
        let round = outside_round(rules, coaching, friday(monday), monday).map(told);
        found.extend(round.map(|facts| clash(Rule::Round, facts)));
    }
    if !takes_place(coaching) {
        return;
    }
    let Some(round) = rounds::of_season(season, &coaching.round) else { return };
    let held = turns.rounds.get(coaching.round.as_str()).map_or(&[][..], Vec::as_slice);
    if let Some(places) = round.places
        && let Some(much) = too_many(held, coaching, places)
    {
        let words = round.name.clone();
        found.push(clash(Rule::RoundFull, Facts { much: Some(much), most: Some(places), words, ..Facts::default() }));
    }
}

/// All records it names.
fn named(coaching: &Coaching) -> Vec<Link> {
    let link = |kind: Kind| move |id: &Id| Link::new(kind, id.clone());
    let municipalities = coaching.municipality.iter().chain(&coaching.tutor_municipalities);
    let people = coaching.tutors.iter().chain(&coaching.contacts);
    let seasons = coaching.season.iter().map(link(Kind::Season));
    municipalities.map(link(Kind::Municipality)).chain(people.map(link(Kind::Person))).chain(seasons).collect()
}
