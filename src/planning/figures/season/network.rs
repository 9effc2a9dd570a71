//! The network: whom the season reached, and who reached them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Amount, Choice, Counted, Group, Scope, small};
use crate::domain::{Hours, Id, Municipality, Person, Session, SessionStatus, UrbanClass, Who};
use crate::planning::tutors::{Tutor, home, tutors};
use crate::text::Tongue;

pub(super) fn targets(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let all = scope.targets.len();
    vec![(Group::Whole, Counted::count(all, all))]
}

/// The whole, then by subregion, language and size.
pub(super) fn reached(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let reached: HashSet<&Id> = scope.reached.iter().collect();
    let mut parts = vec![(reached.len(), scope.targets.len(), Group::Whole)];
    let places: Vec<(&Municipality, bool)> = scope
        .targets
        .iter()
        .filter_map(|id| Some((scope.book.get::<Municipality>(id)?, reached.contains(id))))
        .collect();
    parts.extend(grouped(&places, |it| it.subregion.fi.to_string(), |it| Group::Subregion(it.subregion.clone())));
    parts.extend(grouped(&places, |it| order(&it.languages), |it| Group::Languages(it.languages.clone())));
    let class = |it: &Municipality| UrbanClass::ALL.iter().position(|class| Some(*class) == it.urban_class);
    parts.extend(grouped(
        &places,
        |it| class(it).unwrap_or(usize::MAX),
        |it| Group::Choice(UrbanClass::SET, it.urban_class.map(UrbanClass::key)),
    ));
    let counted = |(count, of, group)| (group, Counted::part(count, of).as_far_as_known(scope.is_incomplete));
    parts.into_iter().map(counted).collect()
}

/// Counts the reached ones and all of each group.
fn grouped<K: Ord>(
    places: &[(&Municipality, bool)],
    key: impl Fn(&Municipality) -> K,
    group: impl Fn(&Municipality) -> Group,
) -> Vec<(usize, usize, Group)> {
    let mut groups: BTreeMap<K, (usize, usize, Group)> = BTreeMap::new();
    for (place, is_reached) in places {
        let entry = groups.entry(key(place)).or_insert_with(|| (0, 0, group(place)));
        *entry = (entry.0 + usize::from(*is_reached), entry.1 + 1, entry.2.clone());
    }
    groups.into_values().collect()
}

fn order(languages: &[Tongue]) -> Vec<usize> {
    let place = |tongue: &Tongue| Tongue::ALL.iter().position(|other| other == tongue).unwrap_or_default();
    // Those that tell no language come last.
    if languages.is_empty() { vec![usize::MAX] } else { languages.iter().map(place).collect() }
}

pub(super) fn new(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let new = scope.reached.iter().filter(|id| !scope.earlier.contains(id)).count();
    vec![(Group::Whole, Counted::part(new, scope.reached.len()).as_far_as_known(scope.was_ever_incomplete))]
}

pub(super) fn returning(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let again = scope.reached.iter().filter(|id| scope.earlier.contains(id)).count();
    vec![(Group::Whole, Counted::part(again, scope.reached.len()).as_far_as_known(scope.was_ever_incomplete))]
}

/// Those that neither this period nor anything before it has reached.
pub(super) fn not_yet(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let reached: HashSet<&Id> = scope.reached.iter().collect();
    let never = scope.targets.iter().filter(|id| !reached.contains(id) && !scope.earlier.contains(id)).count();
    let counted = Counted::part(never, scope.targets.len());
    vec![(Group::Whole, counted.as_far_as_known(scope.was_ever_incomplete))]
}

pub(super) fn opted_out(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let out = scope.opt_outs.len();
    vec![(Group::Whole, Counted::count(out, out))]
}

/// The municipalities that tutor: those the seasons name, and those their tutors come from.
pub(super) fn senders(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let all = sending(scope).len();
    vec![(Group::Whole, Counted::count(all, all))]
}

/// The municipalities that tutor, in the order of their ids.
pub fn sending(scope: &Scope<'_>) -> BTreeSet<Id> {
    let mut all = BTreeSet::new();
    for season in &scope.seasons {
        all.extend(season.tutor_municipalities.iter().cloned());
        for tutor in tutors(scope.book, season) {
            match tutor {
                Tutor::Office(id) => drop(all.insert(id)),
                Tutor::Person(id) => {
                    let day = season.ends.unwrap_or(scope.period.last);
                    let person = scope.book.get::<Person>(&id);
                    all.extend(person.into_iter().flat_map(|person| home(person, &season.id, day)));
                }
            }
        }
    }
    all
}

/// Of the named tutors those who were at something that was held: as tutors, in its programme, or with hours.
pub(super) fn active(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let of = |season| tutors(scope.book, season).into_iter();
    let named: BTreeSet<Id> = scope
        .seasons
        .iter()
        .flat_map(|season| of(season))
        .filter_map(|tutor| if let Tutor::Person(id) = tutor { Some(id) } else { None })
        .collect();
    let mut busy: HashSet<&Id> = scope.held_coachings().iter().flat_map(|coaching| &coaching.tutors).collect();
    for session in scope.held() {
        busy.extend(&session.tutors);
        busy.extend(session.hours.iter().filter_map(|row| row.tutor.as_ref()));
        let speakers = session.programme.iter().flat_map(|item| &item.speakers);
        busy.extend(speakers.filter_map(|row| if let Who::Person(id) = &row.who { Some(id) } else { None }));
    }
    let active = named.iter().filter(|id| busy.contains(id)).count();
    // Where nobody wrote down who tutors, nobody knows who did.
    if named.is_empty() {
        return vec![(Group::Whole, Counted::default())];
    }
    vec![(Group::Whole, Counted::part(active, named.len()))]
}

/// Working time told for sessions that were not cancelled.
pub(super) fn hours(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let there = |session: &&&Session| session.status != Some(SessionStatus::Cancelled);
    let rows: Vec<&Hours> = scope.sessions.iter().filter(there).flat_map(|session| &session.hours).collect();
    let sum = |pick: fn(&Hours) -> Option<u32>| {
        let told: Vec<u32> = rows.iter().filter_map(|row| pick(row)).collect();
        (told.iter().copied().fold(0, u32::saturating_add), told.len())
    };
    let sums = [
        (Group::Hours("preparation"), sum(|row| row.preparation)),
        (Group::Hours("at_session"), sum(|row| row.at_session)),
        (Group::Hours("travel"), sum(|row| row.travel)),
    ];
    let all = sums.iter().fold(0, |all: u32, (_, (minutes, _))| all.saturating_add(*minutes));
    let counted = |minutes: u32, n: usize| {
        let amount = if n == 0 { Amount::Unknown } else { Amount::Minutes(minutes) };
        Counted { amount, n: small(n), ..Counted::default() }
    };
    let whole = (Group::Whole, counted(all, rows.len()));
    if rows.is_empty() {
        return vec![whole];
    }
    [whole].into_iter().chain(sums.into_iter().map(|(group, (minutes, n))| (group, counted(minutes, n)))).collect()
}
