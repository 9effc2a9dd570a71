//! All one needs at hand on the day of a session: when and where, who comes, the programme on the clock, what is still
//! to be done, and what those who asked wished for. It is for those who run it: it holds phone numbers.

use super::attending::{Attending, attending};
use super::{Written, capital, keep, label, notes, say, when};
use crate::book::show::Showing;
use crate::domain::{
    Choice, Coaching, Consent, Kind, Link, Material, ProgrammeItem, RecordRef, Session, SessionStatus, Speaker, Who,
};
use crate::exchange::document::{Depth, Document, Head, Part, Table};
use crate::planning::programme::{Slot, slots};
use crate::text::Safe;

/// The most notes that are repeated.
const NOTES: usize = 5;

pub(super) fn day(showing: Showing<'_>, session: &Session) -> Written {
    let texts = showing.texts;
    let title = texts.tell("paper-day-title", &[("what", showing.title(RecordRef::Session(session)).into())]);
    let made = texts.tell("paper-made", &[("day", texts.date(showing.today).into())]);
    let mut parts = vec![Part::Facts(facts(showing, session))];
    people(showing, session, &mut parts);
    programme(showing, session, &mut parts);
    listed(showing, "materials", materials(showing, session), &mut parts);
    listed(showing, "checklist", left(showing, session), &mut parts);
    wishes(showing, session, &mut parts);
    last_notes(showing, session, &mut parts);
    let under = [when(showing, session), made].into_iter().filter(|line| !line.is_empty()).collect();
    Written { document: Document { tongue: texts.tongue(), title, under, parts }, sheet: None }
}

pub(super) fn joined(parts: impl IntoIterator<Item = Safe>, between: &'static str) -> Safe {
    Safe::join(parts.into_iter().filter(|part| !part.is_empty()), &Safe::own(between))
}

/// When, where, how, for whom, and how many said they would come.
fn facts(showing: Showing<'_>, session: &Session) -> Vec<(Safe, Safe)> {
    let texts = showing.texts;
    let choice = |set: &str, key: Option<&str>| key.map(|key| texts.choice(set, key)).unwrap_or_default();
    let places = session.municipalities.iter().map(|id| showing.id(Kind::Municipality, Some(id)));
    let themes = session.themes.iter().map(|id| showing.id(Kind::Theme, Some(id)));
    let facts = [
        (label(texts, "place"), Safe::line(&session.place)),
        (label(texts, "link"), Safe::line(&session.link)),
        (label(texts, "mode"), choice("mode", session.mode.map(Choice::key))),
        (label(texts, "status"), choice("session-status", session.status.map(Choice::key))),
        (label(texts, "municipalities"), joined(places, ", ")),
        (label(texts, "themes"), joined(themes, ", ")),
        (label(texts, "responsible"), showing.id(Kind::Person, session.responsible.as_ref())),
        (say(texts, "totals-registered"), registered(showing, session)),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// How many said they would come, in all, or from where.
fn registered(showing: Showing<'_>, session: &Session) -> Safe {
    let texts = showing.texts;
    let count = |id: &str, count: u32| {
        let exact = usize::try_from(count).unwrap_or(usize::MAX);
        texts.tell(id, &[("number", texts.number(count).into()), ("count", exact.into())])
    };
    let people = session.registered_people.map(|number| count("count-participants", number));
    let places = session.registered_municipalities.map(|number| count("count-from-municipalities", number));
    let total = joined(people.into_iter().chain(places), ", ");
    let rows = session.presence.iter().filter_map(|row| {
        let who = row.who.as_ref().map(|link| showing.link(link))?;
        Some(Safe::line(&format!("{who} {}", texts.number(row.registered?))))
    });
    joined([total, joined(rows, ", ")], ": ")
}

fn section(showing: Showing<'_>, text: &str, parts: &mut Vec<Part>) {
    parts.push(Part::Heading(Depth::Section, say(showing.texts, text)));
}

/// Who comes, what they do, where they are from, and the number one rings.
fn people(showing: Showing<'_>, session: &Session, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    let all = attending(showing, session);
    let was_held = session.status == Some(SessionStatus::Held);
    section(showing, if was_held { "paper-who-came" } else { "paper-who-comes" }, parts);
    if all.is_empty() {
        parts.push(Part::Words(say(texts, "nobody-yet")));
        return;
    }
    let row = |one: Attending| {
        let name = if one.name.is_empty() { texts.say("paper-not-named") } else { one.name };
        vec![name, joined(one.roles, ", "), one.from, one.phone]
    };
    let head = [label(texts, "name"), say(texts, "paper-role"), say(texts, "paper-from"), label(texts, "phone")];
    let head = head.into_iter().map(|text| Head { text, is_number: false }).collect();
    let rows = all.into_iter().map(row).collect();
    parts.push(Part::Table(filled(Table { caption: Safe::default(), head, rows })));
}

/// The programme on the clock, as far as its lengths are known.
fn programme(showing: Showing<'_>, session: &Session, parts: &mut Vec<Part>) {
    if session.programme.is_empty() {
        return;
    }
    let texts = showing.texts;
    parts.push(Part::Heading(Depth::Section, label(texts, "programme")));
    let row = |slot: Slot<'_>| {
        let speakers = slot.item.speakers.iter().map(|speaker| self::speaker(showing, session, speaker));
        vec![clock(showing, slot), item(showing, slot.item), joined(speakers, ", ")]
    };
    let head = [label(texts, "time"), say(texts, "paper-what"), say(texts, "paper-speakers")];
    let head = head.into_iter().map(|text| Head { text, is_number: false }).collect();
    let rows = slots(session).into_iter().map(row).collect();
    parts.push(Part::Table(filled(Table { caption: Safe::default(), head, rows })));
}

/// The table without columns that hold nothing: here no cell is there to be written in.
pub(super) fn filled(table: Table) -> Table {
    let is_held = |column: usize| table.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
    let kept: Vec<bool> = (0..table.head.len()).map(is_held).collect();
    let rows = table.rows.into_iter().map(|row| keep(row, &kept)).collect();
    Table { head: keep(table.head, &kept), rows, ..table }
}

/// When an item is, else how long it takes.
fn clock(showing: Showing<'_>, slot: Slot<'_>) -> Safe {
    let texts = showing.texts;
    match (slot.starts, slot.ends, slot.item.minutes) {
        (Some(starts), Some(ends), _) => Safe::line(&format!("{}–{}", texts.time(starts), texts.time(ends))),
        (Some(starts), None, _) => texts.time(starts),
        (None, _, Some(minutes)) => texts.length(minutes),
        (None, _, None) => Safe::default(),
    }
}

fn item(showing: Showing<'_>, item: &ProgrammeItem) -> Safe {
    let title = Safe::line(item.title.in_tongue(showing.texts.tongue()));
    let kind = item.kind.map(|kind| showing.texts.choice("item-kind", kind.key())).unwrap_or_default();
    capital(if title.is_empty() { &kind } else { &title })
}

/// Who speaks, and as long as it is to come whether they have agreed to.
fn speaker(showing: Showing<'_>, session: &Session, speaker: &Speaker) -> Safe {
    let name = who(showing, &speaker.who);
    let is_over = session.status == Some(SessionStatus::Held) || session.date.is_some_and(|day| day < showing.today);
    let consent = match speaker.consent {
        Some(Consent::Confirmed) => return name,
        None if is_over => return name,
        Some(consent) => showing.texts.choice("consent", consent.key()),
        None => showing.texts.say("paper-not-asked"),
    };
    Safe::line(&format!("{name} ({consent})"))
}

pub(super) fn who(showing: Showing<'_>, who: &Who) -> Safe {
    match who {
        Who::Nobody => showing.texts.say("nobody-yet"),
        Who::Person(id) => showing.id(Kind::Person, Some(id)),
        Who::Name(name) => Safe::line(name),
    }
}

fn listed(showing: Showing<'_>, key: &str, items: Vec<Safe>, parts: &mut Vec<Part>) {
    if !items.is_empty() {
        parts.push(Part::Heading(Depth::Section, label(showing.texts, key)));
        parts.push(Part::List(items));
    }
}

/// What is shown or given, who promised it, and whether it has come.
fn materials(showing: Showing<'_>, session: &Session) -> Vec<Safe> {
    let texts = showing.texts;
    let told = |id: &str, who: &Who| match who {
        Who::Nobody => Safe::default(),
        named => texts.tell(id, &[("who", self::who(showing, named).into())]),
    };
    let material = |material: &Material| {
        let state = match (material.received_on, material.due) {
            (Some(day), _) => texts.tell("material-received", &[("day", texts.day(day, showing.today).into())]),
            (None, Some(due)) => texts.tell("paper-until", &[("day", texts.day(due, showing.today).into())]),
            (None, None) => texts.say("paper-not-here"),
        };
        let parts = [told("material-promised-by", &material.promised_by), state, Safe::line(&material.place)];
        joined([Safe::line(&material.title), joined(parts, ", ")], " – ")
    };
    session.materials.iter().map(material).collect()
}

/// What of the checklist is not done.
fn left(showing: Showing<'_>, session: &Session) -> Vec<Safe> {
    let texts = showing.texts;
    let open = session.checklist.iter().filter(|item| item.done != Some(true));
    let told = open.map(|item| {
        let due = item.due.map(|due| texts.tell("paper-until", &[("day", texts.day(due, showing.today).into())]));
        joined([Safe::line(&item.what), due.unwrap_or_default()], " – ")
    });
    told.collect()
}

/// What those who asked for it wished, how things are with them, and what they want to reach.
fn wishes(showing: Showing<'_>, session: &Session, parts: &mut Vec<Part>) {
    let texts = showing.texts;
    let mut told = Vec::new();
    for coaching in session.coachings.iter().filter_map(|id| showing.book.get::<Coaching>(id)) {
        let size = coaching.group_size.map(|size| texts.number(size)).unwrap_or_default();
        let facts = [
            (label(texts, "wish"), Safe::lines(&coaching.wish)),
            (label(texts, "present-state"), Safe::lines(&coaching.present_state)),
            (label(texts, "goals"), Safe::lines(&coaching.goals)),
            (label(texts, "group-size"), size),
            (label(texts, "group-experience"), Safe::line(&coaching.group_experience)),
        ];
        let facts: Vec<_> = facts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        if !facts.is_empty() {
            let name = showing.id(Kind::Municipality, coaching.municipality.as_ref());
            told.extend([Part::Heading(Depth::Subsection, name), Part::Facts(facts)]);
        }
    }
    if !told.is_empty() {
        section(showing, "paper-wished", parts);
        parts.extend(told);
    }
}

/// The last that was noted about the session, its coachings and its municipalities.
fn last_notes(showing: Showing<'_>, session: &Session, parts: &mut Vec<Part>) {
    let mut about = vec![Link::new(Kind::Session, session.id.clone())];
    about.extend(session.coachings.iter().map(|id| Link::new(Kind::Coaching, id.clone())));
    // Of a meeting for everybody the notes on each would fill pages.
    if let [only] = session.municipalities.as_slice() {
        about.push(Link::new(Kind::Municipality, only.clone()));
    }
    let note = |(day, by, text): (Option<jiff::civil::Date>, Safe, Safe)| {
        let day = day.map(|day| showing.texts.date(day)).unwrap_or_default();
        joined([joined([day, by], " "), text], ": ")
    };
    let notes: Vec<Safe> = notes(showing, &about, NOTES).into_iter().map(note).collect();
    if !notes.is_empty() {
        section(showing, "section-notes", parts);
        parts.push(Part::List(notes));
    }
}
