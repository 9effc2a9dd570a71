//! The sheet of a person's work or of a municipality, for whoever takes over: before a holiday, when somebody leaves,
//! when one has not rung for a year. It is for those who run the programme: it holds names, numbers and notes.

use jiff::civil::Date;

use super::day::{filled, joined, who};
use super::{Written, capital, label, notes, say};
use crate::book::show::Showing;
use crate::domain::{
    Action, Choice as _, Coaching, Feedback, Id, Kind, Link, Material, Municipality, Person, Practice, RecordRef,
    Session, SessionStatus, Voice, Who,
};
use crate::exchange::document::{Depth, Document, Head, Part, Table};
use crate::find::collate::collate;
use crate::planning::clashes::municipalities;
use crate::planning::figures::{is_open, is_overdue, says_something};
use crate::planning::handing::{is, is_going_on, is_owed};
use crate::planning::inherit;
use crate::planning::opinions::{About, forms};
use crate::planning::questionnaires::{question, shown};
use crate::text::{Safe, Texts};

/// The most notes that are repeated.
const NOTES: usize = 8;

/// The most past sessions and coachings that are told.
const PAST: usize = 6;

/// The sheet of a person or a municipality; nothing of any other record, and of one that is gone.
pub(super) fn handover(showing: Showing<'_>, link: &Link) -> Option<Written> {
    let parts = match showing.book.record(link)? {
        RecordRef::Person(person) => of_person(showing, person),
        RecordRef::Municipality(municipality) => of_municipality(showing, municipality),
        _ => return None,
    };
    let texts = showing.texts;
    let title = texts.tell("handover-title", &[("name", showing.link(link).into())]);
    let made = texts.tell("paper-made", &[("day", texts.date(showing.today).into())]);
    let book = showing.book.info().map(|info| Safe::line(info.name.in_tongue(texts.tongue()))).unwrap_or_default();
    let under = [book, made].into_iter().filter(|line| !line.is_empty()).collect();
    Some(Written { document: Document { tongue: texts.tongue(), title, under, parts }, sheet: None })
}

fn of_person(showing: Showing<'_>, person: &Person) -> Vec<Part> {
    let mut parts = vec![Part::Facts(facts(person_facts(showing, person)))];
    let link = Link::new(Kind::Person, person.id.clone());
    let book = showing.book;
    let actions = book.referring_as::<Action>(&link).filter(|it| is_open(it) && is(&it.owner, &person.id));
    put_actions(showing, actions.collect(), &mut parts);
    let coachings = book.referring_as::<Coaching>(&link);
    put_coachings(showing, "handover-coachings", coachings.filter(|it| is_going_on(it)).collect(), &mut parts);
    put_sessions(showing, "handover-ahead", &ahead(book.referring_as::<Session>(&link)), &mut parts);
    let owed = book.referring_as::<Session>(&link).filter(|it| it.status != Some(SessionStatus::Cancelled));
    let owed = owed.flat_map(|it| it.materials.iter().map(move |row| (it, row)));
    put_materials(showing, owed.filter(|(_, row)| is_owed(row, &person.id)).collect(), &mut parts);
    put_notes(showing, &[link], &mut parts);
    if parts.len() == 1 {
        parts.push(Part::Words(showing.texts.say("handover-nothing")));
    }
    parts
}

fn person_facts(showing: Showing<'_>, person: &Person) -> Vec<(Safe, Safe)> {
    let texts = showing.texts;
    let works = person.present_affiliations(showing.today).map(|row| {
        let at = row.at.as_ref().map(|link| showing.link(link)).unwrap_or_default();
        joined([Safe::line(row.title.in_tongue(texts.tongue())), Safe::line(&row.unit), at], ", ")
    });
    let roles = person.roles.iter().filter(|row| row.season.as_ref() == showing.season.map(|season| &season.id));
    let roles = roles.filter_map(|row| Some(texts.choice("role", row.role?.key())));
    let themes = person.themes.iter().map(|id| showing.id(Kind::Theme, Some(id)));
    let away = person.unavailable.iter().filter(|row| row.until.or(row.from).is_some_and(|day| day >= showing.today));
    let away = away.map(|row| {
        let day = |day: Option<Date>| day.map(|day| texts.date(day)).unwrap_or_default();
        joined([joined([day(row.from), day(row.until)], "–"), Safe::line(&row.why)], " ")
    });
    vec![
        (label(texts, "affiliations"), joined(works, "; ")),
        (label(texts, "email"), Safe::line(&person.email)),
        (label(texts, "phone"), Safe::line(&person.phone)),
        (label(texts, "roles"), joined(roles, ", ")),
        (label(texts, "themes"), joined(themes, ", ")),
        (label(texts, "unavailable"), joined(away, ", ")),
        (label(texts, "left-on"), person.left_on.map(|day| texts.date(day)).unwrap_or_default()),
        (label(texts, "note"), Safe::lines(&person.note)),
    ]
}

fn of_municipality(showing: Showing<'_>, municipality: &Municipality) -> Vec<Part> {
    let book = showing.book;
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    let mut parts = vec![Part::Facts(facts(municipality_facts(showing, municipality)))];
    put_contacts(showing, &link, &mut parts);
    let own: Vec<&Coaching> =
        book.referring_as::<Coaching>(&link).filter(|it| it.municipality.as_ref() == Some(&link.id)).collect();
    let (open, over): (Vec<&Coaching>, Vec<&Coaching>) = own.iter().copied().partition(|it| is_going_on(it));
    put_coachings(showing, "handover-asked", open, &mut parts);
    let actions = book.referring_as::<Action>(&link).filter(|it| it.municipality.as_ref() == Some(&link.id));
    put_actions(showing, actions.filter(|it| is_open(it)).collect(), &mut parts);
    let mut sessions: Vec<&Session> = book.referring_as::<Session>(&link).collect();
    for coaching in &own {
        sessions.extend(book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone())));
    }
    sessions.retain(|session| municipalities(book, session).contains(&&link.id));
    sessions.sort_by_key(|session| &session.id);
    sessions.dedup_by_key(|session| &session.id);
    put_sessions(showing, "handover-ahead", &ahead(sessions.iter().copied()), &mut parts);
    let owed = sessions.iter().filter(|it| it.status != Some(SessionStatus::Cancelled));
    let owed = owed.flat_map(|it| it.materials.iter().map(move |row| (*it, row)));
    put_materials(showing, owed.filter(|(_, row)| is_promised(row)).collect(), &mut parts);
    put_coachings(showing, "handover-before", latest(showing, over), &mut parts);
    let mut held: Vec<&Session> =
        sessions.iter().copied().filter(|it| it.status == Some(SessionStatus::Held)).collect();
    held.sort_by_key(|session| std::cmp::Reverse((session.date, session.id.clone())));
    held.truncate(PAST);
    put_sessions(showing, "handover-held", &held, &mut parts);
    put_practices(showing, &link, &mut parts);
    put_feedback(showing, &link.id, &mut parts);
    let mut about = vec![link.clone()];
    about.extend(own.iter().map(|it| Link::new(Kind::Coaching, it.id.clone())));
    about.extend(sessions.iter().map(|it| Link::new(Kind::Session, it.id.clone())));
    put_notes(showing, &about, &mut parts);
    parts
}

/// Whether somebody promised it and it has not come.
fn is_promised(row: &Material) -> bool {
    row.received_on.is_none() && row.promised_by != Who::Nobody
}

fn municipality_facts(showing: Showing<'_>, it: &Municipality) -> Vec<(Safe, Safe)> {
    let texts = showing.texts;
    let languages = it.languages.iter().map(|tongue| texts.choice("tongue", tongue.key()));
    let themes = it.themes.iter().map(|id| showing.id(Kind::Theme, Some(id)));
    let support = it.support.iter().filter(|row| row.until.is_none_or(|day| day >= showing.today)).map(|row| {
        let form = row.form.map(|form| texts.choice("form", form.key())).unwrap_or_default();
        let way = row.way.map(|way| texts.choice("way", way.key())).unwrap_or_default();
        joined([form, way, Safe::line(&row.note)], ", ")
    });
    vec![
        (label(texts, "website"), Safe::line(&it.website)),
        (label(texts, "switchboard"), Safe::line(&it.switchboard)),
        (label(texts, "registry_email"), Safe::line(&it.registry_email)),
        (label(texts, "languages"), joined(languages, ", ")),
        (label(texts, "themes"), joined(themes, ", ")),
        (label(texts, "support"), joined(support, "; ")),
        (label(texts, "note"), Safe::lines(&it.note)),
    ]
}

fn facts(facts: Vec<(Safe, Safe)>) -> Vec<(Safe, Safe)> {
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn heading(showing: Showing<'_>, id: &str, parts: &mut Vec<Part>) {
    parts.push(Part::Heading(Depth::Section, say(showing.texts, id)));
}

/// A section with one table, where it has rows.
fn put_table(showing: Showing<'_>, id: &str, head: &[Safe], rows: Vec<Vec<Safe>>, parts: &mut Vec<Part>) {
    if rows.is_empty() {
        return;
    }
    heading(showing, id, parts);
    let head = head.iter().map(|text| Head { text: capital(text), is_number: false }).collect();
    parts.push(Part::Table(filled(Table { caption: Safe::default(), head, rows })));
}

fn put_contacts(showing: Showing<'_>, link: &Link, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    let here = |person: &&Person| {
        let left = person.left_on.is_some_and(|day| day < showing.today);
        !left && person.present_affiliations(showing.today).any(|row| row.at.as_ref() == Some(link))
    };
    let mut people: Vec<&Person> = showing.book.referring_as::<Person>(link).filter(here).collect();
    people.sort_by_cached_key(|person| (collate(&person.family), collate(&person.given), person.id.clone()));
    let row = |person: &&Person| {
        let mut at = person.present_affiliations(showing.today).filter(|row| row.at.as_ref() == Some(link));
        let title = at.next().map(|row| Safe::line(row.title.in_tongue(texts.tongue()))).unwrap_or_default();
        vec![Safe::line(&person.name()), title, Safe::line(&person.phone), Safe::line(&person.email)]
    };
    let head = [texts.field("name"), texts.field("job-title"), texts.field("phone"), texts.field("email")];
    put_table(showing, "handover-contacts", &head, people.iter().map(row).collect(), parts);
}

fn day(texts: &Texts, day: Option<Date>) -> Safe {
    day.map(|day| texts.date(day)).unwrap_or_default()
}

fn put_actions(showing: Showing<'_>, mut actions: Vec<&Action>, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    actions.sort_by_key(|it| (it.due.is_none(), it.due, &it.id));
    let row = |it: &&Action| {
        let due = day(texts, it.due);
        let late = if is_overdue(it, showing.today) { texts.say("overdue") } else { Safe::default() };
        let owner = if it.owner == Who::Nobody { Safe::own("–") } else { who(showing, &it.owner) };
        let municipality = showing.id(Kind::Municipality, it.municipality.as_ref());
        vec![Safe::line(&it.what), municipality, owner, joined([due, late], ", ")]
    };
    let head = [texts.field("what"), texts.say("kind-municipality"), texts.field("owner"), texts.field("due")];
    put_table(showing, "handover-actions", &head, actions.iter().map(row).collect(), parts);
}

/// The last ones, by the seasons they belong to.
fn latest<'a>(showing: Showing<'_>, mut coachings: Vec<&'a Coaching>) -> Vec<&'a Coaching> {
    let starts = |it: &Coaching| {
        it.season.as_ref().and_then(|id| showing.book.get::<crate::domain::Season>(id)).and_then(|it| it.starts)
    };
    coachings.sort_by_key(|it| (std::cmp::Reverse(starts(it)), it.id.clone()));
    coachings.truncate(PAST);
    coachings
}

fn put_coachings(showing: Showing<'_>, id: &str, mut coachings: Vec<&Coaching>, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    if coachings.is_empty() {
        return;
    }
    heading(showing, id, parts);
    coachings.sort_by_key(|it| (std::cmp::Reverse(it.season.clone()), it.id.clone()));
    let people = |ids: &[Id]| joined(ids.iter().map(|id| showing.id(Kind::Person, Some(id))), ", ");
    for it in coachings {
        let status = it.status.map(|status| texts.choice("coaching-status", status.key())).unwrap_or_default();
        let tutors = people(it.tutors.as_slice());
        let offices = it.tutor_municipalities.iter().map(|id| showing.id(Kind::Municipality, Some(id)));
        let themes = it.themes.iter().map(|id| showing.id(Kind::Theme, Some(id)));
        let told = vec![
            (label(texts, "status"), status),
            (label(texts, "asked_on"), day(texts, it.asked_on)),
            (label(texts, "wish"), Safe::lines(&it.wish)),
            (label(texts, "present_state"), Safe::lines(&it.present_state)),
            (label(texts, "goals"), Safe::lines(&it.goals)),
            (label(texts, "themes"), joined(themes, ", ")),
            (label(texts, "tutors"), joined([tutors, joined(offices, ", ")], ", ")),
            (label(texts, "contacts"), people(it.contacts.as_slice())),
            (label(texts, "responsible"), showing.id(Kind::Person, it.responsible.as_ref())),
            (label(texts, "outcome"), Safe::line(&it.outcome)),
            (label(texts, "reason"), Safe::line(&it.reason)),
        ];
        let title = showing.title(RecordRef::Coaching(it));
        parts.push(Part::Heading(Depth::Subsection, title));
        parts.push(Part::Facts(facts(told)));
    }
}

/// The sessions that are to come, those without a day last.
fn ahead<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<&'a Session> {
    let mut ahead: Vec<&Session> = sessions.filter(|session| inherit::is_open(session)).collect();
    ahead.sort_by_key(|session| (session.date.is_none(), session.date, session.time, &session.id));
    ahead
}

fn put_sessions(showing: Showing<'_>, id: &str, sessions: &[&Session], parts: &mut Vec<Part>) {
    let texts = showing.texts;
    let row = |it: &&Session| {
        let time = it.time.map(|time| texts.time(time)).unwrap_or_default();
        let when = joined([day(texts, it.date), time], " ");
        let when = if when.is_empty() { Safe::own("–") } else { when };
        let tutors = joined(it.tutors.iter().map(|id| showing.id(Kind::Person, Some(id))), ", ");
        let status = it.status.map(|status| texts.choice("session-status", status.key())).unwrap_or_default();
        let responsible = showing.id(Kind::Person, it.responsible.as_ref());
        vec![when, showing.title(RecordRef::Session(it)), status, tutors, responsible]
    };
    let fields = ["status", "tutors", "responsible"].map(|key| texts.field(key));
    let head: Vec<Safe> = [texts.say("paper-when"), texts.say("kind-session")].into_iter().chain(fields).collect();
    put_table(showing, id, &head, sessions.iter().map(row).collect(), parts);
}

fn put_materials(showing: Showing<'_>, mut rows: Vec<(&Session, &Material)>, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    rows.sort_by_key(|(session, row)| (row.due.is_none(), row.due, &session.id, &row.id));
    let row = |(session, row): &(&Session, &Material)| {
        let due = day(texts, row.due);
        let title = showing.title(RecordRef::Session(session));
        vec![Safe::line(&row.title), title, who(showing, &row.promised_by), due]
    };
    let head = [texts.field("title"), texts.say("kind-session"), texts.field("promised-by"), texts.field("due")];
    put_table(showing, "handover-materials", &head, rows.iter().map(row).collect(), parts);
}

fn put_practices(showing: Showing<'_>, link: &Link, parts: &mut Vec<Part>) {
    let all = crate::planning::practices::of_municipality(showing.book, &link.id);
    let told = |(practice, taken): &(&Practice, Option<Option<Date>>)| {
        let title = showing.title(RecordRef::Practice(practice));
        let taken =
            taken.map(|since| joined([showing.texts.say("practice-taken-up-key"), day(showing.texts, since)], " "));
        joined([title, taken.unwrap_or_default()], " – ")
    };
    let mut items: Vec<Safe> = all.iter().map(told).collect();
    items.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    if !items.is_empty() {
        heading(showing, "report-practices", parts);
        parts.push(Part::List(items));
    }
}

/// The last form of the municipality itself, in which it may wish to be rung, and then the last one of a tutor.
fn put_feedback(showing: Showing<'_>, municipality: &Id, parts: &mut Vec<Part>) {
    let all = forms(showing.book, &About::Municipality(municipality.clone()));
    let (tutors, own): (Vec<&Feedback>, Vec<&Feedback>) =
        all.into_iter().filter(|form| says_something(form)).partition(|form| form.voice == Some(Voice::Tutor));
    let last = |forms: &[&'_ Feedback]| {
        forms.iter().rev().find(|form| form.given_on.is_some()).or(forms.last()).map(|form| (*form).clone())
    };
    for (id, forms) in [("handover-latest-of-municipality", own), ("handover-latest-of-tutor", tutors)] {
        if let Some(form) = last(&forms) {
            put_form(showing, id, &form, parts);
        }
    }
}

/// A form, question by question.
fn put_form(showing: Showing<'_>, id: &str, form: &Feedback, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    let answer = |row: &crate::domain::Answer| {
        let asked = question(showing.book, form, &row.question);
        let name =
            asked.map_or_else(|| Safe::line(&row.question), |asked| Safe::line(asked.text.in_tongue(texts.tongue())));
        (name, shown(showing, asked, &row.answer))
    };
    let contact = if form.wants_contact == Some(true) { texts.say("yes") } else { Safe::default() };
    let mut told = vec![(label(texts, "wants_contact"), contact)];
    told.extend(form.answers.iter().map(answer));
    told.push((label(texts, "comment"), Safe::lines(&form.comment)));
    heading(showing, id, parts);
    let about = form.about.as_ref().map(|link| showing.link(link)).unwrap_or_default();
    parts.push(Part::Words(joined([about, day(texts, form.given_on)], " · ")));
    parts.push(Part::Facts(facts(told)));
}

fn put_notes(showing: Showing<'_>, about: &[Link], parts: &mut Vec<Part>) {
    let told =
        |(at, by, text): (Option<Date>, Safe, Safe)| joined([joined([day(showing.texts, at), by], " "), text], ": ");
    let notes: Vec<Safe> = notes(showing, about, NOTES).into_iter().map(told).collect();
    if !notes.is_empty() {
        heading(showing, "section-notes", parts);
        parts.push(Part::List(notes));
    }
}
