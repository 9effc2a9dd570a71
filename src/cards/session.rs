//! A session's card, and the same as a sheet to work on: when and how, what is missing, the programme on the clock,
//! who promised what until when, who comes, and what belongs to it.
//!
//! Every line says what it is about, so that a sheet knows what a key pressed there means.

mod rows;

use super::Writer;
use crate::book::show::Showing;
use crate::domain::{Choice, Id, Kind, Link, Mode, Person, RecordRef, Session, SessionKind};
use crate::planning::clashes::{self, Rule};
use crate::planning::readiness::{Gap, of_session};
use crate::text::Safe;
use crate::widgets::card::{Card, Tone};

pub use crate::planning::programme::days;

/// A row of a session: of one of its fields, or within such a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSpot {
    /// The field's key.
    pub key: &'static str,
    /// Its number among the field's rows.
    pub number: usize,
    /// Its id.
    pub id: Id,
    /// A speaker of that programme item: number and id.
    pub speaker: Option<(usize, Id)>,
}

/// What a line of the sheet is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The line that says what it is, when and how.
    When,
    /// One line of a field, by its key: the first is number 0.
    Field(&'static str, usize),
    /// What of the head holds nothing yet: see [`empty_fields`].
    Empty,
    /// One of the things that clash or are missing, and the key of the field that would mend it.
    Gap(usize, &'static str),
    /// The heading over the rows of the field with this key.
    Section(&'static str),
    /// How many registered or were there in all: the key of the first of the fields.
    Totals(&'static str),
    /// A row.
    Row(RowSpot),
    /// Another record that belongs to the session.
    Record(Link),
}

/// What a session says of itself before its rows, in the order of its head.
const HEAD: [&str; 9] =
    ["place", "link", "coachings", "municipalities", "tutors", "contacts", "themes", "responsible", "technical_hosts"];

/// The fields of the head that hold nothing and could.
pub fn empty_fields(session: &Session) -> Vec<&'static str> {
    let record = RecordRef::Session(session);
    let is_empty = |key: &&str| record.field(key).is_some_and(|(_, value)| value.is_empty());
    // Only meetings are of a coaching; who meets at a place needs no link, and the other way round.
    let fits = |key: &&str| match *key {
        "coachings" => session.kind == Some(SessionKind::Meeting),
        "place" => session.mode != Some(Mode::Remote),
        "link" => session.mode != Some(Mode::OnSite),
        "tutors" => session.tutor_municipalities.is_empty(),
        _ => true,
    };
    HEAD.into_iter().filter(fits).filter(is_empty).collect()
}

/// Whether a card leaves out what is empty, or has a place for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Card,
    Sheet,
}

/// Writes lines and remembers what each is about.
struct Lines<'w, 'a> {
    writer: &'w mut Writer<'a>,
    spots: Vec<Option<Spot>>,
    extent: Extent,
}

/// The sheet of a session, and what each of its lines is about.
pub fn sheet(showing: Showing<'_>, session: &Session) -> (Card, Vec<Option<Spot>>) {
    let mut card = Card { title: showing.title(RecordRef::Session(session)), lines: Vec::new() };
    let mut writer = Writer { showing, lines: &mut card.lines };
    let mut lines = Lines { writer: &mut writer, spots: Vec::new(), extent: Extent::Sheet };
    lines.write(session);
    let link = Link::new(Kind::Session, session.id.clone());
    lines.writer.agreed(&link);
    lines.writer.notes(&link);
    lines.writer.referring(RecordRef::Session(session));
    lines.writer.unknown(RecordRef::Session(session));
    lines.spots.resize(lines.writer.lines.len(), None);
    let mut spots = lines.spots;
    for (spot, line) in spots.iter_mut().zip(&card.lines) {
        // What was written by the parts all cards share leads to a record of its own, or says nothing one can do.
        *spot = spot.take().or_else(|| line.link.clone().map(Spot::Record));
    }
    (card, spots)
}

/// Writes a session's card.
pub(super) fn write(writer: &mut Writer<'_>, session: &Session) {
    Lines { writer, spots: Vec::new(), extent: Extent::Card }.write(session);
}

impl<'a> Lines<'_, 'a> {
    fn showing(&self) -> Showing<'a> {
        self.writer.showing
    }

    /// One line about this.
    fn put(&mut self, spot: Spot, label: Safe, text: Safe, tone: Tone, link: Option<Link>) {
        self.writer.line(label, text, tone, link);
        self.spots.resize(self.writer.lines.len(), None);
        if let Some(last) = self.spots.last_mut() {
            *last = Some(spot);
        }
    }

    fn write(&mut self, session: &Session) {
        self.put(Spot::When, Safe::default(), when(self.showing(), session), Tone::Lead, None);
        self.troubles(session);
        self.head(session);
        self.programme(session);
        self.materials(session);
        self.checklist(session);
        self.candidates(session);
        self.participants(session);
        self.hours(session);
        self.invitation(session);
    }

    /// What cannot be as it is planned, and what is missing. A clash with another session leads there.
    fn troubles(&mut self, session: &Session) {
        let showing = self.showing();
        let clashes = clashes::of_session(showing.book, session);
        // A clash has said it already.
        let said = |gap: &Gap| !matches!(gap, Gap::NoPlace | Gap::NoLink);
        let gaps = of_session(showing.book, session, showing.today).into_iter().filter(said);
        let clashes = clashes.into_iter().map(|clash| {
            let other = clash.other.clone().filter(|link| link.kind == Kind::Session);
            (clash.is_warning(), mends_clash(clash.rule), clash.remark(showing), other)
        });
        let gaps = gaps.map(|gap| (false, mends_gap(gap), showing.texts.say(gap.text_id()), None));
        for (number, (warns, mended_by, text, other)) in clashes.chain(gaps).enumerate() {
            let (mark, tone) = if warns { ("!", Tone::Warning) } else { ("·", Tone::Plain) };
            self.put(Spot::Gap(number, mended_by), Safe::own(mark), text, tone, other);
        }
    }

    /// Who it is for and who does what.
    fn head(&mut self, session: &Session) {
        self.field("place", Safe::line(&session.place));
        self.field("link", Safe::line(&session.link));
        let season = self.showing().id(Kind::Season, session.season.as_ref());
        self.led("season", season, session.season.clone().map(|id| Link::new(Kind::Season, id)));
        self.records("coachings", Kind::Coaching, &session.coachings);
        self.records("municipalities", Kind::Municipality, &session.municipalities);
        self.people("tutors", &session.tutors);
        self.records("tutor_municipalities", Kind::Municipality, &session.tutor_municipalities);
        self.people("contacts", &session.contacts);
        self.records("themes", Kind::Theme, &session.themes);
        self.people("responsible", session.responsible.as_slice());
        self.people("technical_hosts", &session.technical_hosts);
        let empty = empty_fields(session);
        if self.extent == Extent::Sheet && !empty.is_empty() {
            let labels = empty.into_iter().map(|key| self.label(key));
            let text = Safe::join(labels, &Safe::own(", "));
            let label = self.showing().texts.say("empty-fields");
            self.put(Spot::Empty, label, text, Tone::Dim, None);
        }
    }

    /// A labelled field, where it holds something.
    fn field(&mut self, key: &'static str, text: Safe) {
        self.led(key, text, None);
    }

    fn led(&mut self, key: &'static str, text: Safe, link: Option<Link>) {
        if !text.is_empty() {
            let label = self.label(key);
            self.put(Spot::Field(key, 0), label, text, Tone::Plain, link);
        }
    }

    fn label(&self, key: &str) -> Safe {
        let column = Kind::Session.columns().find(|column| column.key == key);
        column.map(|column| self.showing().texts.field(column.label)).unwrap_or_default()
    }

    /// Records of a field, one a line; of a great many only the names.
    fn records(&mut self, key: &'static str, kind: Kind, ids: &[Id]) {
        const EACH: usize = 6;
        let showing = self.showing();
        if ids.len() > EACH {
            let names = ids.iter().map(|id| showing.id(kind, Some(id)));
            self.field(key, Safe::join(names, &Safe::own(", ")));
            return;
        }
        for (number, id) in ids.iter().enumerate() {
            let label = if number == 0 { self.label(key) } else { Safe::default() };
            let link = Link::new(kind, id.clone());
            self.put(Spot::Field(key, number), label, showing.link(&link), Tone::Plain, Some(link));
        }
    }

    /// People of a field with the number one rings.
    fn people(&mut self, key: &'static str, ids: &[Id]) {
        let showing = self.showing();
        for (number, id) in ids.iter().enumerate() {
            let label = if number == 0 { self.label(key) } else { Safe::default() };
            let phone = showing.book.get::<Person>(id).map(|person| Safe::line(&person.phone)).unwrap_or_default();
            let name = showing.id(Kind::Person, Some(id));
            let parts = [name, phone].into_iter().filter(|part| !part.is_empty());
            let text = Safe::join(parts, &Safe::own("  "));
            self.put(Spot::Field(key, number), label, text, Tone::Plain, Some(Link::new(Kind::Person, id.clone())));
        }
    }
}

/// What kind of session it is, when and how it is held, and where it stands.
fn when(showing: Showing<'_>, session: &Session) -> Safe {
    let texts = showing.texts;
    let kind = session.kind.map(|kind| texts.choice("session-kind", kind.key()));
    let mode = session.mode.map(|mode| texts.choice("mode", mode.key()));
    let status = session.status.map(|status| texts.choice("session-status", status.key()));
    let parts = [kind, Some(days(showing, session)), mode, status].into_iter().flatten();
    Safe::join(parts.filter(|part| !part.is_empty()), &Safe::own(" · "))
}

/// The field that mends what is missing.
fn mends_gap(gap: Gap) -> &'static str {
    match gap {
        Gap::NoProgramme | Gap::SpeakerDeclined | Gap::SpeakerNotAsked | Gap::SpeakerUnconfirmed => "programme",
        Gap::NoTutor | Gap::OnlyOffice | Gap::TutorLeaves => "tutors",
        Gap::NoPlace => "place",
        Gap::NoLink => "link",
        Gap::NoHost => "technical_hosts",
        Gap::TaskOverdue => "checklist",
        Gap::MaterialOverdue => "materials",
        Gap::NoTime => "time",
        Gap::NoContactPerson => "contacts",
        Gap::NoAttendance => "presence",
        Gap::NoHours => "hours",
        Gap::NotMarked => "status",
        Gap::NoDate | Gap::NoContact | Gap::NoFeedback | Gap::NoReply | Gap::NoSession | Gap::Unanswered => "date",
    }
}

/// The field that mends what cannot be.
fn mends_clash(rule: Rule) -> &'static str {
    match rule {
        Rule::TutorTwice | Rule::Travel | Rule::Away | Rule::Left | Rule::Ceiling | Rule::OwnMunicipality => "tutors",
        Rule::SpeakerTwice => "programme",
        Rule::ContactTwice => "contacts",
        Rule::EndsBefore => "last_day",
        Rule::HourSkipped | Rule::HourRepeated | Rule::Midnight => "time",
        Rule::Season => "season",
        Rule::Programme => "length",
        Rule::NoPlace => "place",
        Rule::NoLink => "link",
        Rule::MunicipalityTwice | Rule::FreeDay | Rule::Round | Rule::RoundFull | Rule::SameDay | Rule::Saturday => {
            "date"
        }
        Rule::Removed => "kind",
    }
}
