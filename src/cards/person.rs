//! A person's card: how to reach them first, then what they do.

use ecow::{EcoString, eco_format};

use super::Writer;
use crate::domain::{Affiliation, Choice, Coaching, Id, Kind, Link, Person, RecordRef, RoleInSeason, Season, Session};
use crate::planning::tutors::{self, Tutor};
use crate::text::Safe;
use crate::widgets::bars::LoadBar;
use crate::widgets::card::Tone;

pub(super) fn write(writer: &mut Writer<'_>, person: &Person) {
    let showing = writer.showing;
    for affiliation in person.present_affiliations(showing.today) {
        let link = affiliation.at.clone();
        writer.line(Safe::default(), self::affiliation(writer, affiliation), Tone::Lead, link);
    }
    coming(writer, person);
    writer.gap();
    writer.wanted("field-phone", &person.phone, "missing-phone");
    writer.wanted("field-email", &person.email, "missing-email");
    for contact in person.further_contacts.iter() {
        let label = contact.kind.map_or_else(Safe::default, |kind| showing.texts.choice("contact-kind", kind.key()));
        let note = if contact.note.is_empty() { EcoString::new() } else { eco_format!(" ({})", contact.note) };
        writer.line(label, Safe::line(&eco_format!("{}{note}", contact.contact)), Tone::Strong, None);
    }
    writer.gap();
    roles(writer, person);
    let themes = person.themes.iter().map(|theme| showing.id(Kind::Theme, Some(theme)));
    writer.given("field-themes", Safe::join(themes, &Safe::own(", ")));
    let languages = person.languages.iter().map(|tongue| showing.texts.choice("tongue", tongue.key()));
    writer.given("field-languages", Safe::join(languages, &Safe::own(", ")));
    load(writer, person);
    if let Some(left) = person.left_on {
        writer.given("field-left-on", showing.texts.date(left));
    }
    absences(writer, person);
    writer.given("field-presentation", Safe::lines(person.presentation.in_tongue(showing.texts.tongue())));
    writer.given("field-note", Safe::lines(&person.note));
    writer.last_contact(&Link::new(Kind::Person, person.id.clone()));
    former(writer, person);
    involved(writer, person);
}

fn affiliation(writer: &Writer<'_>, row: &Affiliation) -> Safe {
    let title = row.title.in_tongue(writer.showing.texts.tongue());
    let at = row.at.as_ref().map(|link| writer.showing.link(link)).unwrap_or_default();
    let parts = [Safe::line(title), at, Safe::line(&row.unit)];
    Safe::join(parts.into_iter().filter(|part| !part.is_empty()), &Safe::own(" · "))
}

/// Where they are going to work, with the first day there.
fn coming(writer: &mut Writer<'_>, person: &Person) {
    let showing = writer.showing;
    for row in &person.affiliations {
        if let Some(first) = row.from.filter(|first| *first > showing.today) {
            let places = [("day", showing.texts.date(first).into()), ("where", affiliation(writer, row).into())];
            writer.line(Safe::default(), showing.texts.tell("works-from", &places), Tone::Lead, row.at.clone());
        }
    }
}

/// The roles, season by season, the newest first: `tutor 2020–21 (Vantaa)`.
fn roles(writer: &mut Writer<'_>, person: &Person) {
    let showing = writer.showing;
    let season_of = |row: &RoleInSeason| row.season.as_ref().and_then(|id| showing.book.get::<Season>(id));
    let mut rows: Vec<&RoleInSeason> = person.roles.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(season_of(row).and_then(|season| season.starts)));
    for (number, row) in rows.into_iter().enumerate() {
        let role = row.role.map_or_else(Safe::default, |role| showing.texts.choice("role", role.key()));
        let season = showing.id(Kind::Season, row.season.as_ref());
        let place = showing.id(Kind::Municipality, row.municipality.as_ref());
        let place = if place.is_empty() { EcoString::new() } else { eco_format!(" · {place}") };
        let label = if number == 0 { showing.texts.say("field-roles") } else { Safe::default() };
        let link = row.season.clone().map(|id| Link::new(Kind::Season, id));
        writer.line(label, Safe::line(&eco_format!("{role} {season}{place}")), Tone::Plain, link);
    }
}

/// What a tutor has taken on in the season at hand, against what they take at the most.
fn load(writer: &mut Writer<'_>, person: &Person) {
    let showing = writer.showing;
    let Some(season) = showing.season else { return };
    let load = tutors::load(showing.book, season, &Tutor::Person(person.id.clone()));
    let count = ("count", (load.coachings as usize).into());
    let name = ("season", Safe::line(&season.name).into());
    let text = match load.ceiling {
        Some(ceiling) => showing.texts.tell("load-of-ceiling", &[count, name, ("ceiling", (ceiling as usize).into())]),
        None if load.coachings > 0 => showing.texts.tell("load", &[count, name]),
        None => return,
    };
    writer.given("label-load", text);
    if let Some(line) = writer.lines.last_mut() {
        line.bar = load.ceiling.map(|_| LoadBar { taken: load.coachings, added: 0, ceiling: load.ceiling });
    }
}

fn absences(writer: &mut Writer<'_>, person: &Person) {
    let showing = writer.showing;
    for absence in person.unavailable.iter().filter(|row| row.until.is_none_or(|last| last >= showing.today)) {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| showing.texts.date(day)).unwrap_or_default();
        let text = eco_format!("{}–{} {}", day(absence.from), day(absence.until), absence.why);
        writer.given("field-unavailable", Safe::line(&text));
    }
}

/// Where they worked before, the latest first, from when until when as far as is known.
fn former(writer: &mut Writer<'_>, person: &Person) {
    let today = writer.showing.today;
    let mut over: Vec<&Affiliation> =
        person.affiliations.iter().filter(|row| row.until.is_some_and(|last| last < today)).collect();
    over.sort_by_key(|row| std::cmp::Reverse(row.until));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| writer.showing.texts.date(day)).unwrap_or_default();
    let former = over.into_iter().filter_map(|row| {
        let days = eco_format!("{}–{}", day(row.from), day(row.until));
        Some((Safe::line(&days), affiliation(writer, row), row.at.clone()?))
    });
    let former: Vec<_> = former.collect();
    writer.section("section-former", former);
}

/// Coachings and sessions the person has a part in.
fn involved(writer: &mut Writer<'_>, person: &Person) {
    let showing = writer.showing;
    let link = Link::new(Kind::Person, person.id.clone());
    let coachings = showing.book.referring_as::<Coaching>(&link).map(|coaching| coaching_entry(writer, coaching));
    let coachings = coachings.collect();
    writer.section("section-coachings", coachings);
    writer.sessions(showing.book.referring_as::<Session>(&link));
    let others = showing.book.referring(&link).iter().filter_map(|place| showing.book.at(*place));
    let others = others.filter(|other| matches!(other, RecordRef::Action(_) | RecordRef::Practice(_)));
    let entries = others.map(|other| {
        let kind = showing.texts.say(&eco_format!("kind-{}", other.kind().key()));
        (kind, showing.title(other), other.link())
    });
    let entries = entries.collect();
    writer.section("section-referring", entries);
}

/// A coaching as a line: its season, then municipality and status.
pub(super) fn coaching_entry(writer: &Writer<'_>, coaching: &Coaching) -> (Safe, Safe, Link) {
    let showing = writer.showing;
    let season = showing.id(Kind::Season, coaching.season.as_ref());
    let municipality = showing.id(Kind::Municipality, coaching.municipality.as_ref());
    let status =
        coaching.status.map_or_else(Safe::default, |status| showing.texts.choice("coaching-status", status.key()));
    let id: Id = coaching.id.clone();
    (season, Safe::line(&eco_format!("{municipality} · {status}")), Link::new(Kind::Coaching, id))
}
