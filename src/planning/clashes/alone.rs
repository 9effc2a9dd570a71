//! Clashes of one session for itself: its people, its day, its times and what is missing.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::AmbiguousOffset;

use super::cast::Cast;
use super::rules::Rule;
use super::{Clash, Facts, Rulebook};
use crate::domain::{Coaching, Id, Kind, Link, Mode, Person, Season};
use crate::planning::holidays::{holiday, is_free};
use crate::planning::rounds::round_of;
use crate::planning::span;
use crate::planning::tutors::{absence, has_left, home};

/// So many days of a long session are looked at for one on which nobody works.
const DAYS: usize = 400;

/// All that clashes within this session.
pub(super) fn clashes(rules: &Rulebook<'_>, cast: &Cast<'_>) -> Vec<Clash> {
    let mut found = Vec::new();
    people(rules, cast, &mut found);
    homes(rules, cast, &mut found);
    days(rules, cast, &mut found);
    clock(rules, cast, &mut found);
    frame(rules, cast, &mut found);
    contents(rules, cast, &mut found);
    removed(rules, cast, &mut found);
    found.retain(|clash| rules.holds(clash.rule, cast.kind()));
    found
}

/// Who is away or has left.
fn people(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let Some(span) = cast.span else { return };
    for (id, _) in cast.leading() {
        let Some(person) = rules.book.get::<Person>(id) else { continue };
        let clash = |rule: Rule| rules.clash(rule, cast.link()).party(Kind::Person, id);
        if has_left(person, span.last) {
            found.push(clash(Rule::Left).facts(Facts { from: person.left_on, ..Facts::default() }));
        } else if let Some(row) = absence(person, span.first, span.last) {
            found.push(clash(Rule::Away).facts(Facts {
                from: row.from,
                until: row.until.or(row.from),
                words: row.why.clone(),
                ..Facts::default()
            }));
        }
    }
}

/// Who would go to their own municipality.
fn homes(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let Some(season) = &cast.session.season else { return };
    if !rules.holds(Rule::OwnMunicipality, cast.kind()) {
        return;
    }
    let tutors = cast.people.iter().filter(|(_, does)| does.tutors).map(|(id, _)| *id);
    let day = cast.span.map(|span| span.first);
    found.extend(own_municipality(rules, &cast.link(), season, day, tutors, &cast.offices, &cast.municipalities));
}

/// Tutors and tutor municipalities that are among those they would go to.
pub(super) fn own_municipality<'a>(
    rules: &Rulebook<'_>,
    about: &Link,
    season: &Id,
    day: Option<Date>,
    tutors: impl Iterator<Item = &'a Id>,
    offices: &[&Id],
    municipalities: &[&Id],
) -> Vec<Clash> {
    let ends = || rules.book.get::<Season>(season).and_then(|season| season.ends);
    let day = day.or_else(ends).unwrap_or(Date::MAX);
    let clash = |kind: Kind, id: &Id, own: &Id| Clash {
        other: Some(Link::new(Kind::Municipality, own.clone())),
        ..rules.clash(Rule::OwnMunicipality, about.clone()).party(kind, id)
    };
    let people = tutors.filter_map(|id| {
        let own = home(rules.book.get::<Person>(id)?, season, day);
        let own = own.iter().find(|own| municipalities.contains(own))?;
        Some(clash(Kind::Person, id, own))
    });
    let sent = offices.iter().filter(|id| municipalities.contains(id));
    people.chain(sent.map(|id| clash(Kind::Municipality, id, id))).collect()
}

/// The day itself: a Sunday, a holiday, a Saturday, outside its season or round.
fn days(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let Some(span) = cast.span else { return };
    let clash = |rule: Rule, facts: Facts| rules.clash(rule, cast.link()).facts(facts);
    let all = || span.first.series(jiff::Span::new().days(1)).take(DAYS).take_while(|day| *day <= span.last);
    if let Some(day) = all().find(|day| is_free(*day)) {
        let facts = Facts { day: Some(day), holiday: holiday(day), ..Facts::default() };
        found.push(clash(Rule::FreeDay, facts));
    } else if let Some(day) = all().find(|day| day.weekday() == Weekday::Saturday) {
        found.push(clash(Rule::Saturday, Facts { day: Some(day), ..Facts::default() }));
    }
    let season = cast.session.season.as_ref().and_then(|id| rules.book.get::<Season>(id));
    if let Some(season) = season
        && let Some(facts) = outside(season.starts, season.ends, span.first, span.last)
    {
        found.push(clash(Rule::Season, facts).party(Kind::Season, &season.id));
    }
    if rules.holds(Rule::Round, cast.kind()) {
        let coachings = cast.session.coachings.iter().filter_map(|id| rules.book.get::<Coaching>(id));
        let facts = coachings.filter_map(|coaching| outside_round(rules, coaching, span.first, span.last));
        found.extend(facts.map(|facts| clash(Rule::Round, facts)));
    }
}

/// That these days do not lie within the coaching's round.
pub(super) fn outside_round(rules: &Rulebook<'_>, coaching: &Coaching, first: Date, last: Date) -> Option<Facts> {
    let round = round_of(rules.book, coaching)?;
    let facts = outside(round.starts, round.ends, first, last)?;
    Some(Facts { words: round.name.clone(), ..facts })
}

/// That these days do not lie within a time, as far as its own are known.
pub(super) fn outside(starts: Option<Date>, ends: Option<Date>, first: Date, last: Date) -> Option<Facts> {
    let early = starts.filter(|starts| first < *starts).map(|_| first);
    let day = early.or_else(|| ends.filter(|ends| *ends < last).map(|_| last))?;
    Some(Facts { from: starts, until: ends, day: Some(day), ..Facts::default() })
}

/// Times that the clock change skips or repeats, and a session that goes on past midnight.
fn clock(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let Some(span) = cast.span else { return };
    let Some((begins, ends)) = span.times else { return };
    if let Some((rule, at)) = [begins, ends].into_iter().find_map(|at| Some((odd_hour(rules, at)?, at))) {
        let facts = Facts { day: Some(at.date()), times: Some((at, at)), ..Facts::default() };
        found.push(rules.clash(rule, cast.link()).facts(facts));
    }
    // What ends at midnight sharp is over on its day.
    let next = span.first.tomorrow().map(|day| day.at(0, 0, 0, 0));
    if span.first == span.last && next.is_ok_and(|next| next < ends) {
        let facts = Facts { times: span.times, ..Facts::default() };
        found.push(rules.clash(Rule::Midnight, cast.link()).facts(facts));
    }
}

/// The rule a time of day meets that the clock change leaves out or repeats.
fn odd_hour(rules: &Rulebook<'_>, at: DateTime) -> Option<Rule> {
    match rules.zone.as_ref()?.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => Some(Rule::HourSkipped),
        AmbiguousOffset::Fold { .. } => Some(Rule::HourRepeated),
    }
}

/// A last day before the first, and a programme that does not fit into the time.
fn frame(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let session = cast.session;
    if let (Some(first), Some(last)) = (session.date, session.last_day)
        && last < first
    {
        let facts = Facts { day: Some(first), until: Some(last), ..Facts::default() };
        found.push(rules.clash(Rule::EndsBefore, cast.link()).facts(facts));
    }
    if let (Some(length), Some(programme)) = (session.length, span::programme(session))
        && programme > length
    {
        let facts = Facts { much: Some(programme), most: Some(length), ..Facts::default() };
        found.push(rules.clash(Rule::Programme, cast.link()).facts(facts));
    }
}

/// A place or a link that people will need.
fn contents(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let session = cast.session;
    if cast.is_at_a_place() && session.place.trim().is_empty() {
        found.push(rules.clash(Rule::NoPlace, cast.link()));
    }
    if matches!(session.mode, Some(Mode::Remote | Mode::Hybrid)) && session.link.trim().is_empty() {
        found.push(rules.clash(Rule::NoLink, cast.link()));
    }
}

/// Whom and what it names that is not in the book.
fn removed(rules: &Rulebook<'_>, cast: &Cast<'_>, found: &mut Vec<Clash>) {
    let session = cast.session;
    let ids = |kind: Kind, ids: &[Id]| ids.iter().map(|id| Link::new(kind, id.clone())).collect::<Vec<_>>();
    let mut links = ids(Kind::Season, session.season.as_slice());
    links.extend(ids(Kind::Coaching, &session.coachings));
    for named in [&session.municipalities, &session.tutor_municipalities] {
        links.extend(ids(Kind::Municipality, named));
    }
    let leading = cast.leading().map(|(id, _)| Link::new(Kind::Person, id.clone()));
    links.extend(leading.chain(ids(Kind::Person, &session.contacts)));
    found.extend(gone(rules, &cast.link(), links));
}

/// A clash for each of these that is not in the book.
pub(super) fn gone(rules: &Rulebook<'_>, about: &Link, mut links: Vec<Link>) -> Vec<Clash> {
    links.retain(|link| rules.book.place(link).is_none());
    links.sort_unstable();
    links.dedup();
    let clash = |link| Clash { party: Some(link), ..rules.clash(Rule::Removed, about.clone()) };
    links.into_iter().map(clash).collect()
}
