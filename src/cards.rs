//! Cards: what is known of one record, put together for people to read. The same card stands in a detail
//! pane, above a form, on the command line and in the clipboard.

mod coaching;
mod feedback;
mod municipality;
mod person;

pub mod columns;
pub mod concerns;
pub mod copy;
pub mod opinions;
pub mod passing;
pub mod session;

use ecow::eco_format;

use crate::book::show::Showing;
use crate::domain::{ActionStatus, FieldKind, Kind, Link, Note, RecordRef, Row, Session, SessionStatus, Value};
use crate::planning::actions::{agreed, progress_in_words};
use crate::planning::figures::{is_open, is_overdue, last_contact};
use crate::planning::questionnaires::question;
use crate::text::Safe;
use crate::widgets::card::{Card, CardLine, Tone};

/// The card of this record.
pub fn card(showing: Showing<'_>, record: RecordRef<'_>) -> Card {
    // A note's own first words stand below: it goes by what it is about.
    let title = match record {
        RecordRef::Note(note) => note.about.as_ref().map(|link| showing.link(link)).unwrap_or_default(),
        _ => showing.title(record),
    };
    let mut card = Card { title, lines: Vec::new() };
    let mut writer = Writer { showing, lines: &mut card.lines };
    match record {
        RecordRef::Person(person) => person::write(&mut writer, person),
        RecordRef::Municipality(municipality) => municipality::write(&mut writer, municipality),
        RecordRef::Session(session) => session::write(&mut writer, session),
        RecordRef::Coaching(coaching) => coaching::write(&mut writer, coaching),
        RecordRef::Feedback(feedback) => feedback::write(&mut writer, feedback),
        _ => writer.fields(record),
    }
    if !matches!(record, RecordRef::Action(_) | RecordRef::Municipality(_) | RecordRef::Person(_)) {
        writer.agreed(&record.link());
    }
    writer.notes(&record.link());
    if !matches!(record, RecordRef::Person(_) | RecordRef::Municipality(_)) {
        writer.referring(record);
    }
    writer.unknown(record);
    card
}

/// Writes the lines of a card.
struct Writer<'a> {
    showing: Showing<'a>,
    lines: &'a mut Vec<CardLine>,
}

impl Writer<'_> {
    fn line(&mut self, label: Safe, text: Safe, tone: Tone, link: Option<Link>) {
        self.lines.push(CardLine { label, text, tone, link, bar: None });
    }

    /// A labelled line, if there is something to say.
    fn given(&mut self, label: &str, text: Safe) {
        if !text.is_empty() {
            self.line(self.showing.texts.say(label), text, Tone::Plain, None);
        }
    }

    /// A labelled line in strong type, or the words for what is missing.
    fn wanted(&mut self, label: &str, text: &str, missing: &str) {
        let label = self.showing.texts.say(label);
        if text.is_empty() {
            self.line(label, self.showing.texts.say(missing), Tone::Dim, None);
        } else {
            self.line(label, Safe::line(text), Tone::Strong, None);
        }
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.text.is_empty()) {
            self.line(Safe::default(), Safe::default(), Tone::Plain, None);
        }
    }

    fn heading(&mut self, text_id: &str) {
        self.gap();
        self.line(Safe::default(), self.showing.texts.say(text_id), Tone::Heading, None);
    }

    /// Lines under a heading, each with the record it leads to.
    fn section(&mut self, heading: &str, entries: Vec<(Safe, Safe, Link)>) {
        if entries.is_empty() {
            return;
        }
        self.heading(heading);
        for (label, text, link) in entries {
            self.line(label, text, Tone::Plain, Some(link));
        }
    }

    /// Every field that holds something, rows one a line.
    fn fields(&mut self, record: RecordRef<'_>) {
        let title = self.showing.title(record);
        let mut after_rows = false;
        for (column, value) in record.fields() {
            if value.is_empty() || self.showing.value(&column.kind, &value) == title {
                continue;
            }
            let label = self.showing.texts.field(column.label);
            if std::mem::take(&mut after_rows) {
                self.gap();
            }
            match (&value, &column.kind) {
                (Value::Rows(rows), kind) => {
                    self.gap();
                    self.line(Safe::default(), label, Tone::Heading, None);
                    for row in rows {
                        self.row(kind, row, "");
                    }
                    after_rows = true;
                }
                (Value::Many(values), FieldKind::Many(one)) => {
                    for (number, value) in values.iter().enumerate() {
                        let label = if number == 0 { label.clone() } else { Safe::default() };
                        self.line(label, self.showing.value(one, value), Tone::Plain, target(one, value));
                    }
                }
                (value, kind) => {
                    let strong = matches!(kind, FieldKind::Phone | FieldKind::Email);
                    let tone = if strong { Tone::Strong } else { Tone::Plain };
                    let text = match value {
                        Value::Text(key) if column.key == "source_field" => self.source_field(record, key),
                        _ => self.showing.value(kind, value),
                    };
                    self.line(label, text, tone, target(kind, value));
                }
            }
        }
    }

    /// The place in another record that something came from, as it is called there: a question by its text.
    fn source_field(&self, record: RecordRef<'_>, key: &str) -> Safe {
        let showing = self.showing;
        let source = match record {
            RecordRef::Action(it) => it.source.as_ref(),
            RecordRef::Practice(it) => it.source.as_ref(),
            _ => None,
        };
        let source = source.and_then(|link| showing.book.record(link));
        if let Some(RecordRef::Feedback(form)) = source
            && let Some(asked) = question(showing.book, form, key)
        {
            return Safe::line(asked.text.in_tongue(showing.texts.tongue()));
        }
        let column = source.and_then(|record| record.kind().columns().find(|column| column.key == key));
        column.map_or_else(|| Safe::line(key), |column| showing.texts.field(column.label))
    }

    /// A row on a line of its own, the rows within it below, further in.
    fn row(&mut self, kind: &FieldKind, row: &Row, indent: &'static str) {
        let mut text = Safe::own(indent);
        text.push(&self.showing.row(kind, row));
        let link = kind.row_columns().zip(&row.cells).find_map(|(column, value)| target(&column.kind, value));
        self.line(Safe::default(), text, Tone::Lead, link);
        for (column, value) in kind.row_columns().zip(&row.cells) {
            if let Value::Rows(rows) = value {
                for row in rows {
                    self.row(&column.kind, row, "    ");
                }
            }
        }
    }

    /// The last day there was contact.
    fn last_contact(&mut self, link: &Link) {
        if let Some(day) = last_contact(self.showing.book, link, self.showing.today) {
            self.gap();
            self.given("label-last-contact", self.showing.texts.day(day, self.showing.today));
        }
    }

    /// The notes about a record, the newest first.
    fn notes(&mut self, link: &Link) {
        let mut notes: Vec<&Note> =
            self.showing.book.referring_as::<Note>(link).filter(|note| note.about.as_ref() == Some(link)).collect();
        notes.sort_by_key(|note| std::cmp::Reverse((note.at, note.time)));
        let entries = notes.into_iter().map(|note| {
            let day = note.at.map(|day| self.showing.texts.date(day)).unwrap_or_default();
            let by = self.showing.id(Kind::Person, note.by.as_ref());
            let text =
                if by.is_empty() { Safe::lines(&note.text) } else { Safe::lines(&eco_format!("{by}: {}", note.text)) };
            (day, text, Link::new(Kind::Note, note.id.clone()))
        });
        let entries = entries.collect();
        self.section("section-notes", entries);
    }

    /// What was agreed, how much of it is done in the heading; what is still to be done first.
    fn agreed(&mut self, link: &Link) {
        let showing = self.showing;
        let Some(progress) = progress_in_words(showing, link) else { return };
        let mut actions = agreed(showing.book, link);
        actions.sort_by_key(|action| !is_open(action));
        self.gap();
        let heading = Safe::join([showing.texts.say("tab-actions"), progress], &Safe::own(" · "));
        self.line(Safe::default(), heading, Tone::Heading, None);
        for action in actions {
            let day = match action.status {
                Some(ActionStatus::Done) => Safe::join(
                    [Safe::own("✓"), action.done_on.map(|day| showing.texts.date(day)).unwrap_or_default()],
                    &Safe::own(" "),
                ),
                Some(ActionStatus::Dropped) => Safe::own("–"),
                _ => action.due.map(|day| showing.texts.day(day, showing.today)).unwrap_or_default(),
            };
            let tone = if is_overdue(action, showing.today) { Tone::Warning } else { Tone::Plain };
            let what = [Safe::short(&action.what), Safe::short(&action.result)];
            let what = Safe::join(what.iter().filter(|text| !text.is_empty()), &Safe::own(" → "));
            self.line(day, what, tone, Some(Link::new(Kind::Action, action.id.clone())));
        }
    }

    /// The records that refer to this one, kind by kind.
    fn referring(&mut self, record: RecordRef<'_>) {
        const SHOWN: usize = 60;
        let link = record.link();
        let book = self.showing.book;
        // Those of a coaching, and what was agreed, stand above.
        let above = |kind: Kind| {
            matches!(kind, Kind::Note | Kind::Action) || (link.kind, kind) == (Kind::Coaching, Kind::Session)
        };
        let others = || book.referring(&link).iter().filter(|place| !above(place.kind));
        let count = others().count();
        if count == 0 {
            return;
        }
        self.heading("section-referring");
        for other in others().take(SHOWN).filter_map(|place| book.at(*place)) {
            let kind = self.showing.texts.say(&eco_format!("kind-{}", other.kind().key()));
            self.line(kind, self.showing.title(other), Tone::Plain, Some(other.link()));
        }
        if count > SHOWN {
            let more = self.showing.texts.tell("and-more", &[("count", (count - SHOWN).into())]);
            self.line(Safe::default(), more, Tone::Dim, None);
        }
    }

    /// Keys a newer version or another program put there.
    fn unknown(&mut self, record: RecordRef<'_>) {
        if record.kept().unknown.is_empty() {
            return;
        }
        self.heading("section-unknown");
        for (key, json) in &record.kept().unknown {
            self.line(Safe::short(key), Safe::short(json), Tone::Dim, None);
        }
    }

    /// The sessions given, as lines: day, then title; the coming ones before the past.
    fn sessions<'s>(&mut self, sessions: impl Iterator<Item = &'s Session>) {
        let mut sessions: Vec<&Session> = sessions.collect();
        sessions.sort_by_key(|session| std::cmp::Reverse(session.date));
        let entries = sessions.into_iter().map(|session| {
            let day = session.date.map(|day| self.showing.texts.date(day)).unwrap_or_default();
            let title = self.showing.title(RecordRef::Session(session));
            let text = match session.status {
                Some(SessionStatus::Held) | None => title,
                Some(status) => {
                    let status = self.showing.texts.choice("session-status", crate::domain::Choice::key(status));
                    Safe::line(&eco_format!("{title} · {status}"))
                }
            };
            (day, text, Link::new(Kind::Session, session.id.clone()))
        });
        let entries = entries.collect();
        self.section("section-sessions", entries);
    }
}

/// The record a single value leads to.
fn target(kind: &FieldKind, value: &Value) -> Option<Link> {
    match value {
        Value::Ref(id) => kind.referred().map(|kind| Link::new(kind, id.clone())),
        Value::Link(link) => Some(link.clone()),
        _ => None,
    }
}
