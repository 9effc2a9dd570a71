//! The rows of a session, section by section.

use ecow::eco_format;
use jiff::civil::Date;

use super::{Extent, Lines, RowSpot, Spot};
use crate::domain::{
    Availability, Candidate, Choice, Consent, Hours, Id, Kind, Link, Material, Presence, ProgrammeItem, Session,
    Speaker, Who,
};
use crate::planning::programme::{Slot, overflow, slots, total};
use crate::text::{Safe, Texts};
use crate::widgets::card::Tone;

/// Stands before what was asked for and not answered.
const ASKED: &str = "?";
/// Stands before what is agreed or there.
const DONE: &str = "✓";
/// Stands before what was declined.
const DECLINED: &str = "✗";
/// Stands before what nothing was done about.
const OPEN: &str = "·";

impl Lines<'_, '_> {
    /// The heading of a section with what sums it up; tells whether the section is shown at all.
    fn section(&mut self, key: &'static str, is_empty: bool, summary: &Safe) -> bool {
        if is_empty && self.extent == Extent::Card {
            return false;
        }
        self.writer.gap();
        let mut heading = self.label(key);
        if !summary.is_empty() {
            heading.push(&Safe::own(" · "));
            heading.push(summary);
        } else if is_empty {
            heading.push(&Safe::own(" –"));
        }
        self.put(Spot::Section(key), Safe::default(), heading, Tone::Heading, None);
        true
    }

    fn row(&mut self, key: &'static str, number: usize, id: &Id, label: Safe, text: Safe, tone: Tone) {
        let spot = RowSpot { key, number, id: id.clone(), speaker: None };
        self.put(Spot::Row(spot), label, text, tone, None);
    }

    /// The items with their clock times, whoever speaks below each.
    pub(super) fn programme(&mut self, session: &Session) {
        let texts = self.showing().texts;
        let length = Some(total(session)).filter(|minutes| *minutes > 0).map(|minutes| texts.length(minutes));
        let over =
            overflow(session).map(|minutes| texts.tell("programme-over", &[("length", texts.length(minutes).into())]));
        let summary = Safe::join(length.into_iter().chain(over), &Safe::own(" · "));
        if !self.section("programme", session.programme.is_empty(), &summary) {
            return;
        }
        for (number, slot) in slots(session).into_iter().enumerate() {
            let (label, text) = item(texts, slot);
            // Without a time beside it an item has the whole width.
            let tone = if label.is_empty() { Tone::Lead } else { Tone::Plain };
            self.row("programme", number, &slot.item.id, label, text, tone);
            for (at, speaker) in slot.item.speakers.iter().enumerate() {
                self.speaker((number, &slot.item.id), at, speaker, tone);
            }
        }
    }

    /// A speaker below their item, as wide as it.
    fn speaker(&mut self, (number, item): (usize, &Id), at: usize, speaker: &Speaker, tone: Tone) {
        let part = speaker.part.map(|part| self.showing().texts.choice("part", part.key()));
        let indent = if tone == Tone::Lead { "    " } else { "  " };
        let text = self.consenting(&speaker.who, part, speaker.consent, indent);
        let tone = if tone == Tone::Lead { tone } else { consent_tone(speaker.consent) };
        let link = if let Who::Person(id) = &speaker.who { Some(Link::new(Kind::Person, id.clone())) } else { None };
        let speaker = Some((at, speaker.id.clone()));
        let spot = RowSpot { key: "programme", number, id: item.clone(), speaker };
        self.put(Spot::Row(spot), Safe::default(), text, tone, link);
    }

    /// Somebody with what they answered, first as a mark and last as a word.
    fn consenting(&self, who: &Who, part: Option<Safe>, consent: Option<Consent>, indent: &str) -> Safe {
        let mark = match consent {
            None => OPEN,
            Some(Consent::Asked) => ASKED,
            Some(Consent::Confirmed) => DONE,
            Some(Consent::Declined) => DECLINED,
        };
        let word = consent.map(|consent| self.showing().texts.choice("consent", consent.key()));
        let parts = [Some(self.who(who)), part, word].into_iter().flatten().filter(|part| !part.is_empty());
        Safe::line(&eco_format!("{indent}{mark} {}", Safe::join(parts, &Safe::own(" · "))))
    }

    fn who(&self, who: &Who) -> Safe {
        match who {
            Who::Nobody => self.showing().texts.say("nobody-yet"),
            Who::Person(id) => self.showing().id(Kind::Person, Some(id)),
            Who::Name(name) => Safe::line(name),
        }
    }

    fn day(&self, day: Option<Date>) -> Safe {
        day.map(|day| self.showing().texts.day(day, self.showing().today)).unwrap_or_default()
    }

    /// Who promised what until when, and what came.
    pub(super) fn materials(&mut self, session: &Session) {
        if !self.section("materials", session.materials.is_empty(), &Safe::default()) {
            return;
        }
        let today = self.showing().today;
        for (number, material) in session.materials.iter().enumerate() {
            let overdue = material.received_on.is_none() && material.due.is_some_and(|due| due < today);
            let tone = match (overdue, material.sent_on) {
                (true, _) => Tone::Warning,
                (_, Some(_)) => Tone::Dim,
                _ => Tone::Plain,
            };
            let text = self.material(material, overdue);
            self.row("materials", number, &material.id, self.day(material.due), text, tone);
        }
    }

    fn material(&self, material: &Material, overdue: bool) -> Safe {
        let texts = self.showing().texts;
        let told =
            |id: &str, who: &Who| (*who != Who::Nobody).then(|| texts.tell(id, &[("who", self.who(who).into())]));
        let on = |id: &str, on: Option<Date>| on.map(|_| texts.tell(id, &[("day", self.day(on).into())]));
        let parts = [
            Some(Safe::line(&material.title)),
            told("material-promised-by", &material.promised_by),
            overdue.then(|| texts.say("overdue")),
            on("material-received", material.received_on),
            told("material-asked-by", &material.asked_by),
            on("material-sent", material.sent_on),
            material.may_be_shared.filter(|may| !may).map(|_| texts.say("material-not-shared")),
            Some(Safe::line(&material.place)),
        ];
        let mark = match (material.received_on, overdue) {
            (Some(_), _) => DONE,
            (None, true) => "!",
            _ => OPEN,
        };
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        Safe::line(&eco_format!("{mark} {}", Safe::join(parts, &Safe::own(" · "))))
    }

    /// What to remember, and when.
    pub(super) fn checklist(&mut self, session: &Session) {
        let done = session.checklist.iter().filter(|item| item.done == Some(true)).count();
        let counts = [("done", done.into()), ("count", session.checklist.len().into())];
        let summary = if session.checklist.is_empty() {
            Safe::default()
        } else {
            self.showing().texts.tell("checklist-done", &counts)
        };
        if !self.section("checklist", session.checklist.is_empty(), &summary) {
            return;
        }
        let today = self.showing().today;
        for (number, item) in session.checklist.iter().enumerate() {
            let (mark, tone) = match (item.done, item.due) {
                (Some(true), _) => (DONE, Tone::Dim),
                (_, Some(due)) if due < today => ("!", Tone::Warning),
                _ => (OPEN, Tone::Plain),
            };
            let text = Safe::line(&eco_format!("{mark} {}", item.what));
            self.row("checklist", number, &item.id, self.day(item.due), text, tone);
        }
    }

    /// The poll of dates: how many answered what.
    pub(super) fn candidates(&mut self, session: &Session) {
        if session.candidates.is_empty() || !self.section("candidates", false, &Safe::default()) {
            return;
        }
        for (number, candidate) in session.candidates.iter().enumerate() {
            let time = candidate.time.map(|time| self.showing().texts.time(time)).unwrap_or_default();
            let label = [self.day(candidate.date), time].into_iter().filter(|part| !part.is_empty());
            let label = Safe::join(label, &Safe::own(" "));
            let text = answers(self.showing().texts, candidate);
            self.row("candidates", number, &candidate.id, label, text, Tone::Plain);
        }
    }

    /// How many said they would come and how many came, in all and from where.
    pub(super) fn participants(&mut self, session: &Session) {
        let registered = (session.registered_people, session.registered_municipalities);
        let present = (session.present_people, session.present_municipalities);
        let none = session.presence.is_empty() && (registered, present) == ((None, None), (None, None));
        if !self.section("presence", none, &Safe::default()) {
            return;
        }
        let (people, places) = sums(session, |row| row.registered);
        self.totals("registered_people", registered, false, (people, places));
        let (people, places) = sums(session, |row| row.present);
        self.totals("present_people", present, session.at_least == Some(true), (people, places));
        for (number, row) in session.presence.iter().enumerate() {
            let texts = self.showing().texts;
            let count = |key: &str, count: Option<u32>| {
                Some(Safe::line(&eco_format!("{} {}", texts.field(key), texts.number(count?))))
            };
            let parts = [count("registered", row.registered), count("present", row.present)].into_iter().flatten();
            let text = Safe::join(parts, &Safe::own(" · "));
            let text = if text.is_empty() { Safe::own("–") } else { text };
            let label = row.who.as_ref().map(|link| self.showing().link(link)).unwrap_or_default();
            self.row("presence", number, &row.id, label, text, Tone::Plain);
        }
    }

    /// One line of totals; where nobody gave them, what the rows come to.
    fn totals(
        &mut self,
        key: &'static str,
        (people, municipalities): (Option<u32>, Option<u32>),
        at_least: bool,
        (row_people, row_places): (u32, u32),
    ) {
        let texts = self.showing().texts;
        let count = |id: &str, count: u32| {
            texts.tell(id, &[("number", texts.number(count).into()), ("count", (count as usize).into())])
        };
        let given = people.map(|number| count("count-participants", number)).into_iter();
        let given = given.chain(municipalities.map(|number| count("count-from-municipalities", number)));
        let mut text = Safe::join(given, &Safe::own(", "));
        let mut tone = Tone::Plain;
        if text.is_empty() {
            if self.extent == Extent::Card && row_people == 0 {
                return;
            }
            tone = Tone::Dim;
            text = if row_people == 0 {
                Safe::own("–")
            } else {
                let rows = [count("count-participants", row_people), count("count-from-municipalities", row_places)];
                texts.tell("by-rows", &[("counts", Safe::join(rows, &Safe::own(", ")).into())])
            };
        } else if at_least {
            text = texts.tell("at-least", &[("counts", text.into())]);
        }
        let label = if key == "registered_people" { "totals-registered" } else { "totals-present" };
        self.put(Spot::Totals(key), texts.say(label), text, tone, None);
    }

    /// The tutors' hours.
    pub(super) fn hours(&mut self, session: &Session) {
        let texts = self.showing().texts;
        let all = session.hours.iter().map(spent).fold(0_u32, u32::saturating_add);
        let summary = if all > 0 { texts.length(all) } else { Safe::default() };
        if !self.section("hours", session.hours.is_empty(), &summary) {
            return;
        }
        for (number, row) in session.hours.iter().enumerate() {
            let part = |key: &str, minutes: Option<u32>| {
                Some(Safe::line(&eco_format!("{} {}", texts.field(key), texts.length(minutes?))))
            };
            let parts =
                [part("preparation", row.preparation), part("at_session", row.at_session), part("travel", row.travel)];
            let text = Safe::join(parts.into_iter().flatten(), &Safe::own(" · "));
            let text = if text.is_empty() { Safe::own("–") } else { text };
            let label = self.showing().id(Kind::Person, row.tutor.as_ref());
            self.row("hours", number, &row.id, label, text, Tone::Plain);
        }
    }

    /// Who was invited, and what they answered.
    pub(super) fn invitation(&mut self, session: &Session) {
        if session.invited.is_empty() {
            return;
        }
        let texts = self.showing().texts;
        let changed = session.invitation_sequence.filter(|count| *count > 0);
        let summary = changed
            .map(|count| texts.tell("invitation-changed", &[("count", (count as usize).into())]))
            .unwrap_or_default();
        self.section("invited", false, &summary);
        for (number, row) in session.invited.iter().enumerate() {
            let text = self.consenting(&row.who, None, row.consent, "");
            self.row("invited", number, &row.id, self.day(row.sent_on), text, consent_tone(row.consent));
        }
    }
}

fn consent_tone(consent: Option<Consent>) -> Tone {
    match consent {
        Some(Consent::Declined) => Tone::Warning,
        _ => Tone::Plain,
    }
}

/// When an item is, or how long, and what.
fn item(texts: &Texts, slot: Slot<'_>) -> (Safe, Safe) {
    let ProgrammeItem { kind, title, minutes, .. } = slot.item;
    let kind = kind.map(|kind| texts.choice("item-kind", kind.key())).unwrap_or_default();
    let title = Safe::line(title.in_tongue(texts.tongue()));
    let clock = match (slot.starts, slot.ends, minutes) {
        (Some(starts), Some(ends), _) => Safe::line(&eco_format!("{}–{}", texts.time(starts), texts.time(ends))),
        (Some(starts), None, _) => Safe::line(&eco_format!("{}–", texts.time(starts))),
        (None, _, Some(minutes)) => texts.length(*minutes),
        (None, _, None) => Safe::default(),
    };
    // "tauko: Tauko" says it twice.
    let said = title.as_str().to_lowercase().starts_with(&kind.as_str().to_lowercase());
    let text = if title.is_empty() {
        kind
    } else if said || kind.is_empty() {
        title
    } else {
        Safe::line(&eco_format!("{kind}: {title}"))
    };
    (clock, text)
}

/// How many answered what.
fn answers(texts: &Texts, candidate: &Candidate) -> Safe {
    let count = |availability: Availability| {
        candidate.replies.iter().filter(|reply| reply.availability == Some(availability)).count()
    };
    let part = |availability: Availability| {
        let count = count(availability);
        (count > 0).then(|| Safe::line(&eco_format!("{count} {}", texts.choice("availability", availability.key()))))
    };
    let text = Safe::join(Availability::ALL.iter().copied().filter_map(part), &Safe::own(" · "));
    if text.is_empty() { Safe::own("–") } else { text }
}

/// What the rows come to: people, and municipalities with any.
fn sums(session: &Session, of: impl Fn(&Presence) -> Option<u32>) -> (u32, u32) {
    let people = session.presence.iter().filter_map(&of).fold(0, u32::saturating_add);
    let from = session.presence.iter().filter(|row| {
        let municipality = row.who.as_ref().is_some_and(|link| link.kind == Kind::Municipality);
        municipality && of(row).is_some_and(|count| count > 0)
    });
    (people, u32::try_from(from.count()).unwrap_or(u32::MAX))
}

fn spent(row: &Hours) -> u32 {
    [row.preparation, row.at_session, row.travel].into_iter().flatten().fold(0, u32::saturating_add)
}
