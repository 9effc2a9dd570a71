//! A municipality's card: whom to ring there first, then its history with the programme.

use ecow::{EcoString, eco_format};
use jiff::civil::Date;

use super::Writer;
use super::person::coaching_entry;
use crate::book::show::Showing;
use crate::domain::{Affiliation, Choice, Coaching, Kind, Link, Municipality, Person, RecordRef, Season, Session};
use crate::planning::practices::of_municipality;
use crate::text::Safe;
use crate::widgets::card::Tone;

pub(super) fn write(writer: &mut Writer<'_>, municipality: &Municipality) {
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    heading(writer, municipality);
    mergers(writer, municipality);
    writer.gap();
    writer.given("field-switchboard", Safe::line(&municipality.switchboard));
    writer.given("field-registry-email", Safe::line(&municipality.registry_email));
    writer.given("field-website", Safe::line(&municipality.website));
    people(writer, municipality);
    former(writer, municipality);
    writer.last_contact(&link);
    coachings(writer, &link);
    writer.agreed(&link);
    practices(writer, municipality);
    support(writer, municipality);
    writer.given("field-note", Safe::lines(&municipality.note));
}

/// Both names, what it is, languages, size.
fn heading(writer: &mut Writer<'_>, municipality: &Municipality) {
    let showing = writer.showing;
    let shown = municipality.name.in_tongue(showing.texts.tongue());
    for other in municipality.name.given().filter(|name| *name != shown) {
        writer.line(Safe::default(), Safe::line(other), Tone::Lead, None);
    }
    let kind = municipality.kind.map(|kind| showing.texts.choice("municipality-kind", kind.key()));
    let languages = municipality.languages.iter().map(|tongue| showing.texts.choice("tongue", tongue.key()));
    let languages = Safe::join(languages, &Safe::own("–"));
    let class = municipality.urban_class.map(|class| showing.texts.choice("urban-class", class.key()));
    let people = municipality.population.map(|count| {
        showing
            .texts
            .tell("inhabitants", &[("number", showing.texts.number(count).into()), ("count", (count as usize).into())])
    });
    let subregion = municipality.subregion.in_tongue(showing.texts.tongue());
    let subregion = if subregion.is_empty() {
        Safe::default()
    } else {
        showing.texts.tell("in-subregion", &[("name", Safe::line(subregion).into())])
    };
    let parts = [kind, Some(languages), people, class, Some(subregion)];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    writer.line(Safe::default(), Safe::join(parts, &Safe::own(" · ")), Tone::Lead, None);
}

/// Which one it has become part of, and which ones became part of it.
fn mergers(writer: &mut Writer<'_>, municipality: &Municipality) {
    let showing = writer.showing;
    // The first day it is no longer on its own.
    let day = municipality.valid_until.and_then(|last| last.tomorrow().ok());
    let when = |day: Option<Date>| day.map(|day| showing.texts.date(day)).unwrap_or_default().into();
    if let Some(into) = &municipality.merged_into {
        let id = if day.is_some_and(|day| day > showing.today) { "merges-into" } else { "merged-into" };
        let places = [("into", showing.id(Kind::Municipality, Some(into)).into()), ("day", when(day))];
        let link = Link::new(Kind::Municipality, into.clone());
        writer.line(Safe::default(), showing.texts.tell(id, &places), Tone::Lead, Some(link));
    } else if let Some(last) = municipality.valid_until {
        let text = showing.texts.tell("municipality-ended", &[("day", showing.texts.date(last).into())]);
        writer.line(Safe::default(), text, Tone::Lead, None);
    }
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    for other in showing.book.referring_as::<Municipality>(&link) {
        let day = other.valid_until.and_then(|last| last.tomorrow().ok());
        let name = ("name", showing.title(RecordRef::Municipality(other)).into());
        let text = showing.texts.tell("merged-here", &[name, ("day", when(day))]);
        writer.line(Safe::default(), text, Tone::Lead, Some(Link::new(Kind::Municipality, other.id.clone())));
    }
}

/// The places of work a person had there, where all of them are over.
fn worked_there<'a>(showing: Showing<'_>, person: &'a Person, link: &Link) -> Option<&'a Affiliation> {
    let there = || person.affiliations.iter().filter(|row| row.at.as_ref() == Some(link));
    let over = there().all(|row| row.until.is_some_and(|last| last < showing.today));
    there().max_by_key(|row| row.until).filter(|_| over)
}

/// Who worked there before, with their last day.
fn former(writer: &mut Writer<'_>, municipality: &Municipality) {
    let showing = writer.showing;
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    let mut former: Vec<(&Person, &Affiliation)> = showing
        .book
        .referring_as::<Person>(&link)
        .filter_map(|person| Some((person, worked_there(showing, person, &link)?)))
        .collect();
    former.sort_by_key(|(person, row)| (std::cmp::Reverse(row.until), person.family.clone()));
    let entries = former.into_iter().map(|(person, row)| {
        let until = row.until.map(|last| showing.texts.date(last)).unwrap_or_default();
        let name = showing.title(RecordRef::Person(person));
        (Safe::line(&eco_format!("–{until}")), name, Link::new(Kind::Person, person.id.clone()))
    });
    let entries = entries.collect();
    writer.section("section-former-people", entries);
}

/// Everybody who works there or acts for it; those of the season at hand, the ones to ring, come first. Who has
/// gone to work elsewhere is not among them, whatever they did for it.
pub(super) fn people_of<'a>(showing: Showing<'a>, municipality: &Municipality) -> Vec<&'a Person> {
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    let belongs = |person: &&Person| {
        let here = person.present_affiliations(showing.today).any(|row| row.at.as_ref() == Some(&link));
        let acts = person.roles.iter().any(|row| row.municipality.as_ref() == Some(&municipality.id));
        here || acts && worked_there(showing, person, &link).is_none()
    };
    let mut people: Vec<&Person> = showing.book.referring_as::<Person>(&link).filter(belongs).collect();
    let now = |person: &Person| {
        let of_season = |season: &Season| person.roles.iter().any(|row| row.season.as_ref() == Some(&season.id));
        showing.season.is_some_and(of_season)
    };
    people.sort_by(|one, other| {
        let key = |person: &Person| (!now(person), person.family.clone(), person.given.clone());
        key(one).cmp(&key(other))
    });
    people
}

/// The people, phone and e-mail in strong type.
fn people(writer: &mut Writer<'_>, municipality: &Municipality) {
    const SHOWN: usize = 40;
    let showing = writer.showing;
    let people = people_of(showing, municipality);
    writer.heading("section-people");
    if people.is_empty() {
        writer.line(Safe::default(), showing.texts.say("missing-people"), Tone::Dim, None);
    }
    for person in people.iter().take(SHOWN) {
        let target = Some(Link::new(Kind::Person, person.id.clone()));
        writer.line(role_word(writer, person), showing.title(RecordRef::Person(person)), Tone::Plain, target);
        let contacts = [person.phone.as_str(), person.email.as_str()].into_iter().filter(|text| !text.is_empty());
        let contacts = contacts.map(Safe::line).collect::<Vec<_>>();
        if contacts.is_empty() {
            writer.line(Safe::default(), showing.texts.say("missing-contact"), Tone::Dim, None);
        } else {
            writer.line(Safe::default(), Safe::join(contacts, &Safe::own("  ")), Tone::Strong, None);
        }
    }
    if people.len() > SHOWN {
        writer.line(Safe::default(), showing.texts.say("and-others"), Tone::Dim, None);
    }
}

/// What the person does in the season at hand, else their title.
fn role_word(writer: &Writer<'_>, person: &Person) -> Safe {
    let showing = writer.showing;
    let of_season =
        person.roles.iter().filter(|row| showing.season.is_some_and(|season| row.season.as_ref() == Some(&season.id)));
    of_season
        .filter_map(|row| row.role)
        .min()
        .map_or_else(Safe::default, |role| showing.texts.choice("role", role.key()))
}

fn coachings(writer: &mut Writer<'_>, link: &Link) {
    let book = writer.showing.book;
    let mut own: Vec<&Coaching> = book.referring_as::<Coaching>(link).collect();
    own.sort_by_key(|coaching| std::cmp::Reverse(coaching.season.clone()));
    let entries = own.iter().map(|coaching| {
        let (season, _, link) = coaching_entry(writer, coaching);
        let status = coaching
            .status
            .map_or_else(Safe::default, |status| writer.showing.texts.choice("coaching-status", status.key()));
        let outcome =
            if coaching.outcome.is_empty() { EcoString::new() } else { eco_format!(" · {}", coaching.outcome) };
        (season, Safe::line(&eco_format!("{status}{outcome}")), link)
    });
    let entries = entries.collect();
    writer.section("section-coachings", entries);
    let through =
        own.iter().flat_map(|coaching| book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone())));
    let mut sessions: Vec<&Session> = book.referring_as::<Session>(link).chain(through).collect();
    sessions.sort_by(|one, other| one.id.cmp(&other.id));
    sessions.dedup_by(|one, other| one.id == other.id);
    writer.sessions(sessions.into_iter());
}

/// Its own practices, and those it took up with the day.
fn practices(writer: &mut Writer<'_>, municipality: &Municipality) {
    let showing = writer.showing;
    let entries = of_municipality(showing.book, &municipality.id).into_iter().map(|(practice, taken)| {
        let title = showing.title(RecordRef::Practice(practice));
        let text = match taken {
            None => title,
            Some(None) => showing.texts.tell("practice-in-use", &[("title", title.into())]),
            Some(Some(day)) => {
                let places = [("title", title.into()), ("day", showing.texts.date(day).into())];
                showing.texts.tell("practice-in-use-since", &places)
            }
        };
        (Safe::default(), text, Link::new(Kind::Practice, practice.id.clone()))
    });
    let entries = entries.collect();
    writer.section("section-practices", entries);
}

fn support(writer: &mut Writer<'_>, municipality: &Municipality) {
    let rows = municipality.support.iter().map(|row| {
        let form = row.form.map(|form| writer.showing.texts.choice("form", form.key()));
        let way = row.way.map(|way| writer.showing.texts.choice("way", way.key()));
        let parts = [form, way, Some(Safe::line(&row.note))].into_iter().flatten().filter(|part| !part.is_empty());
        Safe::join(parts, &Safe::own(" · "))
    });
    let rows: Vec<Safe> = rows.collect();
    if !rows.is_empty() {
        writer.heading("field-support");
        for row in rows {
            writer.line(Safe::default(), row, Tone::Lead, None);
        }
    }
}
