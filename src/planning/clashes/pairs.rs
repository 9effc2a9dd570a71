//! Clashes of two sessions: the same people at one time, no time to get from one to the other, the same municipality
//! twice on a day. Both see the same clash.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::cast::{Cast, Does, is_open};
use super::rules::Rule;
use super::{Clash, Facts, MOST, Rulebook};
use crate::domain::{Coaching, Id, Kind, Link, Session};
use crate::find::fold::Folded;
use crate::planning::span::{self, Span};

/// A day, in minutes.
const DAY: u32 = 24 * 60;

/// What clashes between these two, told of the first one.
pub(super) fn clashes(rules: &Rulebook<'_>, one: &Cast<'_>, other: &Cast<'_>) -> Vec<Clash> {
    let (Some(here), Some(there)) = (one.span, other.span) else { return Vec::new() };
    let mut found = Vec::new();
    for (id, does, does_there) in both(&one.people, &other.people) {
        let rule = person(rules, (one, here), (other, there), does, does_there);
        let party = |rule: Rule| rules.clash(rule, one.link()).party(Kind::Person, id);
        found.extend(rule.map(|(rule, facts)| party(rule).facts(facts)));
    }
    if here.shares_day(&there) {
        let shared = one.municipalities.iter().filter(|id| other.municipalities.binary_search(id).is_ok());
        let twice = |id: &&Id| rules.clash(Rule::MunicipalityTwice, one.link()).party(Kind::Municipality, id);
        found.extend(shared.map(twice));
    }
    found.retain(|clash| rules.holds(clash.rule, one.kind()) && rules.holds(clash.rule, other.kind()));
    found.into_iter().map(|clash| Clash { other: Some(other.link()), ..clash }).collect()
}

/// Those who are in both, with what they do in each.
fn both<'a>(
    here: &'a [(&'a Id, Does)],
    there: &'a [(&'a Id, Does)],
) -> impl Iterator<Item = (&'a Id, Does, Does)> + 'a {
    here.iter().filter_map(|(id, does)| {
        let at = there.binary_search_by_key(id, |(other, _)| *other).ok()?;
        Some((*id, *does, there.get(at)?.1))
    })
}

/// The rule somebody breaks who does this in the one and that in the other.
fn person(
    rules: &Rulebook<'_>,
    (one, here): (&Cast<'_>, Span),
    (other, there): (&Cast<'_>, Span),
    does: Does,
    does_there: Does,
) -> Option<(Rule, Facts)> {
    if here.meets(&there) {
        let rule = match (does.tutors && does_there.tutors, does.leads() || does_there.leads()) {
            (true, _) => Rule::TutorTwice,
            (false, true) => Rule::SpeakerTwice,
            (false, false) => Rule::ContactTwice,
        };
        return Some((rule, Facts::default()));
    }
    if !here.shares_day(&there) || !does.leads() || !does_there.leads() {
        return None;
    }
    if here.times.is_none() || there.times.is_none() {
        return Some((Rule::SameDay, Facts::default()));
    }
    let travels = does.tutors && does_there.tutors && one.is_at_a_place() && other.is_at_a_place();
    let left = here.between(&there).filter(|_| travels)?;
    let needed = way(rules, one, other);
    (left < needed).then(|| (Rule::Travel, Facts { much: Some(needed), most: Some(left), ..Facts::default() }))
}

/// How many minutes it takes from one session to the other. Where they share a municipality, or the place is written
/// alike, they are at one place; of several municipalities nobody knows which one it is, so the nearest counts.
fn way(rules: &Rulebook<'_>, one: &Cast<'_>, other: &Cast<'_>) -> u32 {
    let place = |cast: &Cast<'_>| Folded::of(&cast.session.place).text;
    let (here, there) = (place(one), place(other));
    if !here.is_empty() && here == there {
        return 0;
    }
    let ways = one.municipalities.iter().flat_map(|from| other.municipalities.iter().map(move |to| (*from, *to)));
    let minutes = ways.map(|(from, to)| rules.ways.minutes(rules.book, from, to)).min();
    minutes.unwrap_or_else(|| rules.ways.elsewhere())
}

/// The open sessions of the book that share somebody with this one and a day.
pub(super) fn neighbours<'a>(rules: &Rulebook<'a>, cast: &Cast<'a>) -> Vec<&'a Session> {
    let Some((first, until)) = cast.reach() else { return Vec::new() };
    let is_near = |session: &&Session| {
        let reaches = |session| span::of(session).is_some_and(|span| span.first <= until && first <= span.until());
        may_reach(session, first, until) && reaches(session) && is_open(session) && session.id != cast.session.id
    };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for party in parties(rules, cast) {
        let own = rules.book.referring_as::<Session>(&party);
        // A session without people of its own has those of its coachings.
        let coachings = rules.book.referring_as::<Coaching>(&party);
        let inherited = coachings
            .flat_map(|coaching| rules.book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone())));
        found.extend(own.chain(inherited).filter(is_near).filter(|session| seen.insert(&session.id)));
    }
    found.sort_by_key(|session| (session.date, session.time, &session.id));
    found.truncate(MOST);
    found
}

/// Whether a session can have anything to do with these days, by what is read at a glance: a tutor may be in thousands.
pub(super) fn may_reach(session: &Session, first: Date, until: Date) -> bool {
    let Some(day) = session.date.filter(|day| *day <= until) else { return false };
    let last = session.last_day.map_or(day, |last| last.max(day));
    // An evening goes on into the next day; what is said to take longer is looked at.
    let length = session.length.or_else(|| span::programme(session));
    last >= first.yesterday().unwrap_or(first) || length.is_some_and(|length| length > DAY)
}

/// Whom and what another session may share with this one.
fn parties(rules: &Rulebook<'_>, cast: &Cast<'_>) -> Vec<Link> {
    let people = cast.people.iter().map(|(id, _)| Link::new(Kind::Person, (*id).clone()));
    let counted = rules.holds(Rule::MunicipalityTwice, cast.kind());
    let municipalities = cast.municipalities.iter().filter(|_| counted);
    people.chain(municipalities.map(|id| Link::new(Kind::Municipality, (*id).clone()))).collect()
}

/// A session's days under somebody it shares with others.
struct Entry<'a> {
    kind: Kind,
    party: &'a Id,
    first: Date,
    until: Date,
    /// Its number among all.
    number: usize,
}

/// The pairs of sessions that share somebody and a day, each once, the earlier one first.
pub(super) fn close<'c, 'a>(rules: &Rulebook<'_>, casts: &'c [Cast<'a>]) -> Vec<(&'c Cast<'a>, &'c Cast<'a>)> {
    let mut entries = Vec::new();
    for (number, cast) in casts.iter().enumerate() {
        let Some((first, until)) = cast.reach() else { continue };
        let entry = |kind: Kind, party| Entry { kind, party, first, until, number };
        entries.extend(cast.people.iter().map(|(id, _)| entry(Kind::Person, *id)));
        if rules.holds(Rule::MunicipalityTwice, cast.kind()) {
            entries.extend(cast.municipalities.iter().map(|id| entry(Kind::Municipality, id)));
        }
    }
    entries.sort_unstable_by_key(|entry| (entry.kind, entry.party, entry.first, entry.number));
    let mut pairs = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let same =
            |later: &&Entry<'_>| (later.kind, later.party) == (entry.kind, entry.party) && later.first <= entry.until;
        pairs.extend(entries.iter().skip(at + 1).take_while(same).map(|later| (entry.number, later.number)));
        if pairs.len() > 50 * MOST {
            break;
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let pairs = pairs.into_iter().filter_map(|(one, other)| ordered(casts.get(one)?, casts.get(other)?));
    pairs.collect()
}

/// The two with the earlier one first; nothing where they are one.
fn ordered<'c, 'a>(one: &'c Cast<'a>, other: &'c Cast<'a>) -> Option<(&'c Cast<'a>, &'c Cast<'a>)> {
    fn key<'s>(cast: &Cast<'s>) -> (Option<Date>, Option<jiff::civil::Time>, &'s Id) {
        (cast.session.date, cast.session.time, &cast.session.id)
    }
    match key(one).cmp(&key(other)) {
        Ordering::Less => Some((one, other)),
        Ordering::Greater => Some((other, one)),
        Ordering::Equal => None,
    }
}
