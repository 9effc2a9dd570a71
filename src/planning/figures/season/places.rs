//! The figures of a period municipality by municipality and theme by theme.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Scope, forms_of, people_at, summed, themes_of};
use crate::domain::{Coaching, Consent, Form, Id, Kind, Link, Person, Presence, Session, Who};
use crate::planning::actions::Progress;
use crate::planning::clashes::municipalities;
use crate::planning::figures::{Answers, answers};

use super::Counted;

/// What is known of one target municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfMunicipality {
    /// Which one.
    pub municipality: Id,
    /// Whether it was reached.
    pub is_reached: bool,
    /// Whether it was reached before the period.
    pub was_reached: bool,
    /// Sessions of its coachings that were held.
    pub meetings: u32,
    /// Other sessions that were held, at which it was or to which it was asked. Where of one of them nobody put down
    /// which municipalities were there, so many at least; where it is known of none, it is not known.
    pub others: Counted,
    /// Its people at all of them.
    pub people: Counted,
    /// Its forms that came, and those there should be, on its coachings.
    pub forms: Answers,
    /// Its actions.
    pub actions: Progress,
    /// The practices it took up.
    pub uptakes: u32,
    /// The forms of support it gives.
    pub support: Vec<Option<Form>>,
}

/// Every target municipality, in the order of their ids.
pub fn by_municipality(scope: &Scope<'_>) -> Vec<OfMunicipality> {
    let sessions = by_place(scope);
    let mut coachings: HashMap<&Id, Vec<&Coaching>> = HashMap::new();
    for coaching in scope.held_coachings() {
        coachings.entry(coaching.municipality.as_ref().unwrap_or(&coaching.id)).or_default().push(coaching);
    }
    let mut actions: HashMap<Id, Vec<&crate::domain::Action>> = HashMap::new();
    for action in &scope.actions {
        if let Some(id) = scope.municipality(action) {
            actions.entry(id).or_default().push(action);
        }
    }
    let reached: HashSet<&Id> = scope.reached.iter().collect();
    let open: Vec<&Session> = scope.held().filter(|session| is_open(scope, session)).collect();
    let one = |id: &Id| {
        let own = coachings.get(id).map_or(&[][..], Vec::as_slice);
        let is_own = |session: &Session| own.iter().any(|coaching| session.coachings.contains(&coaching.id));
        let held = sessions.get(id).map_or(&[][..], Vec::as_slice);
        let meetings = held.iter().filter(|session| is_own(session)).count();
        // Of one at which it is known to have been, nothing is open.
        let unknown = open.iter().any(|session| held.iter().all(|own| own.id != session.id));
        let forms = own.iter().map(|coaching| answers(scope.book, coaching));
        let of = actions.get(id).map_or(&[][..], Vec::as_slice);
        OfMunicipality {
            municipality: id.clone(),
            is_reached: reached.contains(id),
            was_reached: scope.earlier.contains(id),
            meetings: super::small(meetings),
            others: others(held.len() - meetings, unknown),
            people: people_of(scope, held, id),
            forms: forms.fold(Answers::default(), Answers::and),
            actions: Progress::of(of.iter().copied()),
            uptakes: super::small(
                scope.uptakes.iter().filter(|(_, row)| row.municipality.as_ref() == Some(id)).count(),
            ),
            support: forms_of(scope, id),
        }
    };
    scope.targets.iter().map(one).collect()
}

/// Whether nobody put down which municipalities a session was for or were there.
fn is_open(scope: &Scope<'_>, session: &Session) -> bool {
    let is_told = |row: &Presence| row.who.as_ref().is_some_and(|who| who.kind == Kind::Municipality);
    municipalities(scope.book, session).is_empty() && !session.presence.iter().any(is_told)
}

/// How many sessions it was at, where there may have been others.
fn others(count: usize, unknown: bool) -> Counted {
    let known = Counted::count(count, count);
    match count {
        0 if unknown => Counted::default(),
        _ => Counted { at_least: unknown, ..known },
    }
}

/// Where those who speak at a session work on its day.
fn speaking<'a>(scope: &Scope<'a>, session: &'a Session) -> impl Iterator<Item = Id> {
    let day = session.date.unwrap_or(scope.period.last);
    let speakers = session.programme.iter().flat_map(|item| &item.speakers);
    let came = speakers.filter(|row| row.consent != Some(Consent::Declined));
    let people =
        came.filter_map(|row| if let Who::Person(id) = &row.who { scope.book.get::<Person>(id) } else { None });
    let at = people.flat_map(move |person| person.present_affiliations(day)).filter_map(|row| row.at.as_ref());
    at.filter(|link| link.kind == Kind::Municipality).map(|link| link.id.clone())
}

/// The sessions that were held, by the municipalities that were there: those whose row says that nobody came were not.
fn by_place<'a>(scope: &Scope<'a>) -> HashMap<Id, Vec<&'a Session>> {
    let mut sessions: HashMap<Id, Vec<&Session>> = HashMap::new();
    for session in scope.held() {
        let mut there: HashSet<Id> = municipalities(scope.book, session).into_iter().cloned().collect();
        there.extend(speaking(scope, session));
        for row in &session.presence {
            let Some(Link { kind: Kind::Municipality, id }) = &row.who else { continue };
            match row.present {
                Some(0) => drop(there.remove(id)),
                Some(_) => drop(there.insert(id.clone())),
                None => {}
            }
        }
        for id in there {
            sessions.entry(id).or_default().push(session);
        }
    }
    sessions
}

/// A municipality's people: by its row; of a session for it alone all who came.
fn people_of(scope: &Scope<'_>, sessions: &[&Session], id: &Id) -> Counted {
    let own = |session: &Session| {
        let who = Some(Link::new(Kind::Municipality, id.clone()));
        let row = session.presence.iter().filter(|row| row.who == who).find_map(|row| row.present);
        let is_alone = || matches!(municipalities(scope.book, session).as_slice(), [only] if *only == id);
        row.or_else(|| is_alone().then(|| people_at(session)).flatten())
    };
    summed(sessions.iter().copied(), own)
}

/// What is known of one theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfTheme {
    /// Coachings that asked for it.
    pub coachings: u32,
    /// Sessions held that were about it.
    pub sessions: u32,
    /// Forms on what was about it.
    pub forms: u32,
    /// Practices about it that were told of.
    pub practices: u32,
}

/// Every theme that came up, in the order of their ids.
pub fn by_theme(scope: &Scope<'_>) -> BTreeMap<Id, OfTheme> {
    let mut themes: BTreeMap<Id, OfTheme> = BTreeMap::new();
    let mut of_record: HashMap<Link, Vec<Id>> = HashMap::new();
    let once = |ids: crate::domain::Ids| ids.into_iter().collect::<std::collections::BTreeSet<Id>>();
    for coaching in &scope.coachings {
        let link = Link::new(Kind::Coaching, coaching.id.clone());
        for id in once(coaching.themes.clone()) {
            themes.entry(id.clone()).or_default().coachings += 1;
            of_record.entry(link.clone()).or_default().push(id);
        }
    }
    for session in scope.held() {
        let link = Link::new(Kind::Session, session.id.clone());
        for id in once(themes_of(scope, session)) {
            themes.entry(id.clone()).or_default().sessions += 1;
            of_record.entry(link.clone()).or_default().push(id);
        }
    }
    for form in &scope.forms {
        for id in form.about.as_ref().and_then(|about| of_record.get(about)).into_iter().flatten() {
            themes.entry(id.clone()).or_default().forms += 1;
        }
    }
    for practice in &scope.practices {
        for id in once(practice.themes.clone()) {
            themes.entry(id).or_default().practices += 1;
        }
    }
    themes
}
