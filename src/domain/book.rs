//! The book's own record: whose it is, where it came from, and the tables a region may change.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::feedback::Voice;
use super::field::{FieldKind, IN_BOTH, columns, table};
use super::id::{Id, Kind, Link};
use super::session::{ProgrammeItem, SessionKind};
use super::value::Words;
use crate::text::Tongue;

choice! {
    /// How a question is answered.
    Answering, "answering" {
        /// 1–5, from fully disagree to fully agree, or "cannot say".
        Agreement = "agreement",
        /// 0–10, or "cannot say".
        Recommend = "recommend",
        /// Yes or no.
        YesNo = "yes-no",
        /// No, planned, started or in use.
        Change = "change",
        /// In words.
        Words = "words",
        /// Hours of preparation, session and travel; they go to the session's rows.
        Hours = "hours",
        /// Whether they wish to be contacted; it goes to the form's own field.
        Contact = "contact",
        /// Anything else, and whether it may be quoted; it goes to the form's own fields.
        Comment = "comment",
    }
}

choice! {
    /// Kinds of template.
    TemplateKind, "template-kind" {
        /// A checklist.
        Checklist = "checklist",
        /// A programme.
        Programme = "programme",
        /// A letter.
        Letter = "letter",
        /// A chain of follow-up actions.
        Actions = "actions",
    }
}

choice! {
    /// What a clash rule does.
    Level, "level" {
        /// Says nothing.
        Off = "off",
        /// Mentions it.
        Note = "note",
        /// Says that something is wrong.
        Warn = "warn",
    }
}

choice! {
    /// What can clash. Which rule holds for what is told in `planning/clashes/rules.rs`.
    ClashRule, "clash-rule" {
        /// A tutor in two sessions at one time.
        TutorTwice = "tutor-twice",
        /// Somebody who speaks or runs the technology, and is in another session at that time.
        SpeakerTwice = "speaker-twice",
        /// A contact person in two sessions at one time.
        ContactTwice = "contact-twice",
        /// A tutor who cannot get from one place to the other in time.
        Travel = "travel",
        /// A tutor who is away.
        Away = "away",
        /// A tutor who has left by then.
        Left = "left",
        /// A tutor with more coachings than was agreed.
        Ceiling = "ceiling",
        /// A tutor sent to their own municipality.
        OwnMunicipality = "own-municipality",
        /// A municipality in two sessions on one day.
        MunicipalityTwice = "municipality-twice",
        /// A last day before the first one.
        EndsBefore = "ends-before",
        /// A time of day that the clock change leaves out.
        HourSkipped = "hour-skipped",
        /// A Sunday or public holiday.
        FreeDay = "free-day",
        /// A day outside the season.
        Season = "season",
        /// A day outside the coaching's round.
        Round = "round",
        /// A round with more municipalities than places.
        RoundFull = "round-full",
        /// A programme longer than the session.
        Programme = "programme",
        /// Somebody or something named that is not in the book any more.
        Removed = "removed",
        /// Somebody in two sessions on one day, at least one of them without a time.
        SameDay = "same-day",
        /// A time of day that the clock change repeats.
        HourRepeated = "hour-repeated",
        /// A session that goes on past midnight.
        Midnight = "midnight",
        /// A Saturday.
        Saturday = "saturday",
        /// A meeting at a place that is not named.
        NoPlace = "no-place",
        /// A meeting over a link that is not there.
        NoLink = "no-link",
    }
}

/// One question of a questionnaire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The row's id.
    pub id: Id,
    /// The question's key, by which answers name it.
    pub key: EcoString,
    /// The question.
    pub text: Words,
    /// How it is answered.
    pub answering: Option<Answering>,
    /// The key of the other voice's question that asks the same from their side, so that both stand side by side.
    pub against: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Question, "question", {
    key(needed): FieldKind::Line,
    text(needed): IN_BOTH,
    answering(needed): FieldKind::choice::<Answering>(),
    against: FieldKind::Line,
});

/// A questionnaire in one version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questionnaire {
    /// The row's id.
    pub id: Id,
    /// The questionnaire's key, by which feedback names it.
    pub key: EcoString,
    /// Its version.
    pub version: Option<u32>,
    /// Its name.
    pub name: Words,
    /// Whose voice it asks for.
    pub voice: Option<Voice>,
    /// The kinds of session it is made for.
    pub session_kinds: Vec<SessionKind>,
    /// Its questions, in order.
    pub questions: EcoVec<Question>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Questionnaire, "questionnaire", {
    key(needed): FieldKind::Line,
    version(needed): FieldKind::Number,
    name: IN_BOTH,
    voice: FieldKind::choice::<Voice>(),
    session_kinds: FieldKind::Many(&FieldKind::choice::<SessionKind>()),
    questions: FieldKind::Rows(columns::<Question>),
});

/// Something to remember or to do, as a template keeps it: so many days or months before or after the session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TemplateTask {
    /// The row's id.
    pub id: Id,
    /// What.
    pub what: Words,
    /// Days before the session.
    pub days_before: Option<u32>,
    /// Days after the session.
    pub days_after: Option<u32>,
    /// Months after the session, for what is done much later.
    pub months_after: Option<u32>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(TemplateTask, "template-task", {
    what(needed): IN_BOTH,
    days_before: FieldKind::Number,
    days_after: FieldKind::Number,
    months_after: FieldKind::Number,
});

/// Something to begin from: a text, a programme or a checklist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    /// The row's id.
    pub id: Id,
    /// What it is for.
    pub kind: Option<TemplateKind>,
    /// Its name.
    pub name: EcoString,
    /// Its language.
    pub language: Option<Tongue>,
    /// The text.
    pub text: EcoString,
    /// The kinds of session it is for; all where none is named.
    pub session_kinds: Vec<SessionKind>,
    /// The items of a programme.
    pub programme: EcoVec<ProgrammeItem>,
    /// What a checklist reminds of.
    pub tasks: EcoVec<TemplateTask>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Template, "template", {
    kind(needed): FieldKind::choice::<TemplateKind>(),
    name(needed): FieldKind::Line,
    language: FieldKind::choice::<Tongue>(),
    text: FieldKind::Long,
    session_kinds: FieldKind::Many(&FieldKind::choice::<SessionKind>()),
    programme: FieldKind::Rows(columns::<ProgrammeItem>),
    tasks: FieldKind::Rows(columns::<TemplateTask>),
});

/// How long the way is between two subregions, or within one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Travel {
    /// The row's id.
    pub id: Id,
    /// One end: a subregion's name in either language.
    pub here: EcoString,
    /// The other end; the same one for ways within it.
    pub there: EcoString,
    /// How long it takes, in minutes.
    pub minutes: Option<u32>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Travel, "travel", {
    here(needed): FieldKind::Line,
    there(needed): FieldKind::Line,
    minutes(needed): FieldKind::Length,
});

/// What one clash rule does in this book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClashLevel {
    /// The row's id.
    pub id: Id,
    /// The rule.
    pub rule: Option<ClashRule>,
    /// What it does.
    pub level: Option<Level>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(ClashLevel, "clash-level", {
    rule(needed): FieldKind::choice::<ClashRule>(),
    level(needed): FieldKind::choice::<Level>(),
});

/// How long one kind of record is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retention {
    /// The row's id.
    pub id: Id,
    /// The kind of record, by its key.
    pub records: EcoString,
    /// Months after the season's end.
    pub months: Option<u32>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Retention, "retention", {
    records(needed): FieldKind::Line,
    months(needed): FieldKind::Number,
});

/// Two records that look alike and are not the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Apart {
    /// The row's id.
    pub id: Id,
    /// One of them.
    pub one: Option<Link>,
    /// The other.
    pub other: Option<Link>,
    /// The day somebody said so.
    pub on: Option<Date>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Apart, "apart", {
    one(needed): FieldKind::Link(&[Kind::Person, Kind::Organisation, Kind::Practice]),
    other(needed): FieldKind::Link(&[Kind::Person, Kind::Organisation, Kind::Practice]),
    on: FieldKind::Date,
});

/// The one record of `book.json`; its id is `book`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BookInfo {
    /// Always `book`.
    pub id: Id,
    /// The book's name.
    pub name: Words,
    /// The region it is for.
    pub region: Words,
    /// The time zone all dates and times are in, by its IANA name.
    pub zone: EcoString,
    /// Where the data came from.
    pub source: EcoString,
    /// The day it was taken from there.
    pub source_date: Option<Date>,
    /// Questionnaires, every version that answers name.
    pub questionnaires: EcoVec<Questionnaire>,
    /// Templates.
    pub templates: EcoVec<Template>,
    /// Ways between subregions.
    pub travel: EcoVec<Travel>,
    /// How long a way takes that is not among them, in minutes.
    pub travel_default: Option<u32>,
    /// What clash rules do here.
    pub clash_levels: EcoVec<ClashLevel>,
    /// How long records are kept.
    pub retention: EcoVec<Retention>,
    /// Records that look alike and are not the same.
    pub apart: EcoVec<Apart>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(BookInfo, "book", {
    name(needed): IN_BOTH,
    region: IN_BOTH,
    zone: FieldKind::Line,
    source: FieldKind::Long,
    source_date: FieldKind::Date,
    questionnaires: FieldKind::Rows(columns::<Questionnaire>),
    templates: FieldKind::Rows(columns::<Template>),
    travel: FieldKind::Rows(columns::<Travel>),
    travel_default: FieldKind::Length,
    clash_levels: FieldKind::Rows(columns::<ClashLevel>),
    retention: FieldKind::Rows(columns::<Retention>),
    apart: FieldKind::Rows(columns::<Apart>),
});
