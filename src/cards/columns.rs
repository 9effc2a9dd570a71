//! What a list says of a record: its name, then two cells of context.

use ecow::EcoString;

use crate::book::show::Showing;
use crate::domain::{Choice, Coaching, CoachingStatus, Kind, Municipality, Person, RecordRef, Role, Session, Words};
use crate::planning::figures::has_ended_by;
use crate::planning::readiness::{Gap, of_coaching, of_person, of_session};
use crate::planning::rounds::waited;
use crate::text::Safe;
use crate::widgets::table::Cell;

/// The cells of a record's row: name, and twice context.
pub fn cells(showing: Showing<'_>, record: RecordRef<'_>) -> Vec<Cell> {
    let texts = showing.texts;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| texts.date(day)).unwrap_or_default();
    let (context, state) = match record {
        RecordRef::Person(person) => return self::person(showing, person),
        RecordRef::Municipality(it) => (other_words(showing, &it.name), standing(showing, it)),
        RecordRef::Organisation(it) => (
            it.kind.map(|kind| texts.choice("organisation-kind", kind.key())).unwrap_or_default(),
            Safe::line(&it.phone),
        ),
        RecordRef::Theme(it) => (other_words(showing, &it.name), Safe::default()),
        RecordRef::Season(it) => (day(it.starts), day(it.ends)),
        RecordRef::Coaching(it) => coaching(showing, it),
        RecordRef::Session(it) => return session(showing, it),
        RecordRef::Feedback(it) => (showing.id(Kind::Municipality, it.municipality.as_ref()), day(it.given_on)),
        RecordRef::Action(it) => (showing.id(Kind::Municipality, it.municipality.as_ref()), day(it.due)),
        RecordRef::Practice(it) => {
            let taken = ("count", it.uptakes.len().into());
            let taken = (!it.uptakes.is_empty()).then(|| texts.tell("practice-uptakes", &[taken]));
            (showing.id(Kind::Municipality, it.municipality.as_ref()), taken.unwrap_or_default())
        }
        RecordRef::Note(it) => (it.about.as_ref().map(|link| showing.link(link)).unwrap_or_default(), Safe::default()),
        RecordRef::Book(it) => (Safe::line(it.region.in_tongue(texts.tongue())), Safe::default()),
    };
    vec![Cell::new(showing.title(record)), Cell::dim(context), Cell::dim(state)]
}

/// The cells of a row in a list over all kinds: the last one tells the kind.
pub fn cells_of_any(showing: Showing<'_>, record: RecordRef<'_>) -> Vec<Cell> {
    let mut cells = cells(showing, record);
    cells.truncate(2);
    cells.push(Cell::dim(showing.texts.say(&format!("kind-{}", record.kind().key()))));
    cells
}

fn person(showing: Showing<'_>, person: &Person) -> Vec<Cell> {
    let places = person.present_affiliations(showing.today).filter_map(|row| row.at.as_ref());
    let place = Safe::join(places.map(|link| showing.link(link)), &Safe::own(", "));
    let role = showing.season.and_then(|season| {
        let of_season = person.roles.iter().filter(|row| row.season.as_ref() == Some(&season.id));
        of_season.filter_map(|row| row.role).min()
    });
    let word = role.map(|role| showing.texts.choice("role", role.key())).unwrap_or_default();
    let gap = showing.season.and_then(|season| of_person(person, season));
    let state = gap.map_or(word, |gap| showing.texts.say(gap.text_id()));
    vec![Cell::new(showing.title(RecordRef::Person(person))), Cell::dim(place), Cell::dim(state)]
}

fn session(showing: Showing<'_>, session: &Session) -> Vec<Cell> {
    let title = showing.title(RecordRef::Session(session));
    let day = session.date.map(|day| showing.texts.date(day)).unwrap_or_default();
    let status = session.status.map(|status| showing.texts.choice("session-status", status.key())).unwrap_or_default();
    let state = with_gap(showing, status, of_session(showing.book, session, showing.today).first());
    vec![Cell::new(title), Cell::dim(day), Cell::dim(state)]
}

/// For how long a coaching has been asked for, why nothing came of it, or the day it was asked for.
pub fn how_it_stands(showing: Showing<'_>, coaching: &Coaching) -> Safe {
    use CoachingStatus::{Cancelled, Declined, Postponed, Requested};
    let texts = showing.texts;
    if let Some(days) = waited(coaching, showing.today) {
        let id = if coaching.status == Some(Requested) { "days-ago" } else { "asked-days-ago" };
        return texts.tell(id, &[("days", usize::try_from(days).unwrap_or(0).into())]);
    }
    match coaching.status {
        Some(Declined | Postponed | Cancelled) if !coaching.reason.is_empty() => Safe::short(&coaching.reason),
        _ => coaching.asked_on.map(|day| texts.date(day)).unwrap_or_default(),
    }
}

/// How far a coaching is; then how it stands, and what is most urgently missing of it.
fn coaching(showing: Showing<'_>, coaching: &Coaching) -> (Safe, Safe) {
    let status = coaching.status.map(|status| showing.texts.choice("coaching-status", status.key()));
    let gaps = of_coaching(showing.book, coaching, showing.today);
    (status.unwrap_or_default(), with_gap(showing, how_it_stands(showing, coaching), gaps.first()))
}

/// What a list says of a record, and after it what is most urgently missing.
fn with_gap(showing: Showing<'_>, said: Safe, gap: Option<&Gap>) -> Safe {
    let gap = gap.map(|gap| showing.texts.say(gap.text_id())).into_iter();
    Safe::join([said].into_iter().filter(|said| !said.is_empty()).chain(gap), &Safe::own(" · "))
}

/// The text in another language, where it differs from the one shown.
fn other_words(showing: Showing<'_>, words: &Words) -> Safe {
    let shown = words.in_tongue(showing.texts.tongue());
    let other: EcoString = words.given().find(|other| *other != shown).cloned().unwrap_or_default();
    Safe::line(&other)
}

/// That the municipality is no longer there, else what it is in the season at hand.
fn standing(showing: Showing<'_>, municipality: &Municipality) -> Safe {
    if has_ended_by(municipality, showing.today) {
        let into = municipality.merged_into.as_ref().map(|id| showing.id(Kind::Municipality, Some(id)));
        return match into {
            Some(into) => showing.texts.tell("standing-merged", &[("into", into.into())]),
            None => showing.texts.say("standing-ended"),
        };
    }
    let Some(season) = showing.season else { return Safe::default() };
    if season.tutor_municipalities.contains(&municipality.id) {
        return showing.texts.choice("role", Role::Tutor.key());
    }
    let coaching = showing
        .book
        .referring_as::<Coaching>(&crate::domain::Link::new(Kind::Municipality, municipality.id.clone()))
        .find(|coaching| coaching.season.as_ref() == Some(&season.id));
    coaching
        .and_then(|coaching| coaching.status)
        .map(|status| showing.texts.choice("coaching-status", status.key()))
        .unwrap_or_default()
}
