//! Sessions: dated gatherings, from planned to held.

use ecow::{EcoString, EcoVec};
use jiff::civil::{Date, Time};

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, IN_BOTH, columns, table};
use super::id::{Id, Kind, Link};
use super::value::{Ids, Who, Words};

choice! {
    /// Kinds of session.
    SessionKind, "session-kind" {
        /// A meeting of a coaching.
        Meeting = "meeting",
        /// A webinar.
        Webinar = "webinar",
        /// A visit.
        Visit = "visit",
        /// A meeting of the network.
        Network = "network",
        /// A training.
        Training = "training",
    }
}

choice! {
    /// Where a session stands.
    SessionStatus, "session-status" {
        /// Being planned.
        Planned = "planned",
        /// Agreed with all.
        Confirmed = "confirmed",
        /// Over.
        Held = "held",
        /// Called off.
        Cancelled = "cancelled",
    }
}

choice! {
    /// How people meet.
    Mode, "mode" {
        /// Over a link.
        Remote = "remote",
        /// At a place.
        OnSite = "on-site",
        /// Both.
        Hybrid = "hybrid",
    }
}

choice! {
    /// Kinds of programme item.
    ItemKind, "item-kind" {
        /// Opening.
        Opening = "opening",
        /// Talk.
        Talk = "talk",
        /// Panel.
        Panel = "panel",
        /// Workshop.
        Workshop = "workshop",
        /// Discussion.
        Discussion = "discussion",
        /// Break.
        Break = "break",
        /// Closing.
        Closing = "closing",
    }
}

choice! {
    /// What somebody does in a programme item.
    Part, "part" {
        /// Leads it.
        Moderator = "moderator",
        /// Speaks.
        Speaker = "speaker",
        /// Sits on the panel.
        Panellist = "panellist",
        /// Is there as an expert.
        Expert = "expert",
    }
}

choice! {
    /// What a speaker answered.
    Consent, "consent" {
        /// Was asked.
        Asked = "asked",
        /// Said yes.
        Confirmed = "confirmed",
        /// Said no.
        Declined = "declined",
    }
}

choice! {
    /// What a candidate date was answered with.
    Availability, "availability" {
        /// Suits.
        Yes = "yes",
        /// Suits if need be.
        IfNeeded = "if-needed",
        /// Does not suit.
        No = "no",
    }
}

/// Somebody in a programme item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// The row's id.
    pub id: Id,
    /// Who.
    pub who: Who,
    /// What they do.
    pub part: Option<Part>,
    /// What they answered.
    pub consent: Option<Consent>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Speaker, "speaker", {
    who(needed): FieldKind::Who,
    part: FieldKind::choice::<Part>(),
    consent: FieldKind::choice::<Consent>(),
});

/// One item of a session's programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgrammeItem {
    /// The row's id.
    pub id: Id,
    /// How long it takes, in minutes.
    pub minutes: Option<u32>,
    /// What it is.
    pub kind: Option<ItemKind>,
    /// Its title.
    pub title: Words,
    /// Who speaks.
    pub speakers: EcoVec<Speaker>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(ProgrammeItem, "programme-item", {
    minutes: FieldKind::Length,
    kind: FieldKind::choice::<ItemKind>(),
    title: IN_BOTH,
    speakers: FieldKind::Rows(columns::<Speaker>),
});

/// Something shown or given at a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Material {
    /// The row's id.
    pub id: Id,
    /// What it is.
    pub title: EcoString,
    /// Where it is.
    pub place: EcoString,
    /// Who promised it.
    pub promised_by: Who,
    /// The last day for it.
    pub due: Option<Date>,
    /// The day it came.
    pub received_on: Option<Date>,
    /// Whether it may be shared.
    pub may_be_shared: Option<bool>,
    /// Who asked for it.
    pub asked_by: Who,
    /// The day it was sent on.
    pub sent_on: Option<Date>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Material, "material", {
    title(needed): FieldKind::Line,
    place: FieldKind::Line,
    promised_by: FieldKind::Who,
    due: FieldKind::Date,
    received_on: FieldKind::Date,
    may_be_shared: FieldKind::YesNo,
    asked_by: FieldKind::Who,
    sent_on: FieldKind::Date,
});

/// Something to remember before or after a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChecklistItem {
    /// The row's id.
    pub id: Id,
    /// What.
    pub what: EcoString,
    /// The last day for it.
    pub due: Option<Date>,
    /// Whether it is done.
    pub done: Option<bool>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(ChecklistItem, "checklist-item", {
    what(needed): FieldKind::Line,
    due: FieldKind::Date,
    done: FieldKind::YesNo,
});

/// One answer to a candidate date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CandidateAnswer {
    /// The row's id.
    pub id: Id,
    /// Who answered: a person, or a municipality or organisation as a whole.
    pub who: Option<Link>,
    /// The answer.
    pub availability: Option<Availability>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(CandidateAnswer, "candidate-answer", {
    who(needed): FieldKind::Link(&[Kind::Municipality, Kind::Organisation, Kind::Person]),
    availability: FieldKind::choice::<Availability>(),
});

/// A candidate date of the poll.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidate {
    /// The row's id.
    pub id: Id,
    /// The day.
    pub date: Option<Date>,
    /// The time of day.
    pub time: Option<Time>,
    /// The answers.
    pub replies: EcoVec<CandidateAnswer>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Candidate, "candidate", {
    date(needed): FieldKind::Date,
    time: FieldKind::Time,
    replies: FieldKind::Rows(columns::<CandidateAnswer>),
});

/// How many came from one municipality or organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presence {
    /// The row's id.
    pub id: Id,
    /// The municipality or organisation.
    pub who: Option<Link>,
    /// People who said they would come.
    pub registered: Option<u32>,
    /// People who came.
    pub present: Option<u32>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Presence, "presence", {
    who(needed): FieldKind::Link(&[Kind::Municipality, Kind::Organisation]),
    registered: FieldKind::Number,
    present: FieldKind::Number,
});

/// A tutor's working time, in minutes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// The row's id.
    pub id: Id,
    /// Who.
    pub tutor: Option<Id>,
    /// Preparing.
    pub preparation: Option<u32>,
    /// At the session.
    pub at_session: Option<u32>,
    /// On the way.
    pub travel: Option<u32>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Hours, "hours", {
    tutor(needed): FieldKind::Ref(Kind::Person),
    preparation: FieldKind::Length,
    at_session: FieldKind::Length,
    travel: FieldKind::Length,
});

/// Somebody who was sent an invitation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invited {
    /// The row's id.
    pub id: Id,
    /// Who.
    pub who: Who,
    /// The day it was sent.
    pub sent_on: Option<Date>,
    /// What they answered.
    pub consent: Option<Consent>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Invited, "invited", {
    who(needed): FieldKind::Who,
    sent_on: FieldKind::Date,
    consent: FieldKind::choice::<Consent>(),
});

/// A session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: Option<SessionKind>,
    /// The season it belongs to.
    pub season: Option<Id>,
    /// Where it stands.
    pub status: Option<SessionStatus>,
    /// Its title; made from kind and municipality where empty.
    pub title: Words,
    /// The coachings it is part of; tutors, contacts, themes and municipality come from them until changed.
    pub coachings: Ids,
    /// The municipalities it is for.
    pub municipalities: Ids,
    /// Tutors.
    pub tutors: Ids,
    /// Municipalities that send a tutor who is not named yet.
    pub tutor_municipalities: Ids,
    /// Contact people.
    pub contacts: Ids,
    /// Themes.
    pub themes: Ids,
    /// Who looks after it.
    pub responsible: Option<Id>,
    /// Who runs the technology.
    pub technical_hosts: Ids,
    /// The day, or the first day.
    pub date: Option<Date>,
    /// When it begins; many real sessions are known by day only.
    pub time: Option<Time>,
    /// How long it takes, in minutes.
    pub length: Option<u32>,
    /// The last day of a session of several days.
    pub last_day: Option<Date>,
    /// How people meet.
    pub mode: Option<Mode>,
    /// Where.
    pub place: EcoString,
    /// The link to the meeting or the event's page.
    pub link: EcoString,
    /// The programme.
    pub programme: EcoVec<ProgrammeItem>,
    /// Materials.
    pub materials: EcoVec<Material>,
    /// What to remember.
    pub checklist: EcoVec<ChecklistItem>,
    /// The poll of dates.
    pub candidates: EcoVec<Candidate>,
    /// People registered, in all.
    pub registered_people: Option<u32>,
    /// Municipalities registered, in all.
    pub registered_municipalities: Option<u32>,
    /// People present, in all.
    pub present_people: Option<u32>,
    /// Municipalities present, in all.
    pub present_municipalities: Option<u32>,
    /// Whether the totals of those present are only lower bounds.
    pub at_least: Option<bool>,
    /// Those registered and present, by where they came from.
    pub presence: EcoVec<Presence>,
    /// Working time of tutors.
    pub hours: EcoVec<Hours>,
    /// How often the invitation was changed.
    pub invitation_sequence: Option<u32>,
    /// Who was invited.
    pub invited: EcoVec<Invited>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Session, "session", {
    kind(needed): FieldKind::choice::<SessionKind>(),
    season(needed): FieldKind::Ref(Kind::Season),
    status(needed): FieldKind::choice::<SessionStatus>(),
    title: IN_BOTH,
    date: FieldKind::Date,
    time: FieldKind::Time,
    length: FieldKind::Length,
    last_day: FieldKind::Date,
    mode: FieldKind::choice::<Mode>(),
    place: FieldKind::Line,
    link: FieldKind::Web,
    coachings: FieldKind::Many(&FieldKind::Ref(Kind::Coaching)),
    municipalities: FieldKind::Many(&FieldKind::Ref(Kind::Municipality)),
    tutors: FieldKind::Many(&FieldKind::Ref(Kind::Person)),
    tutor_municipalities["sending"]: FieldKind::Many(&FieldKind::Ref(Kind::Municipality)),
    contacts: FieldKind::Many(&FieldKind::Ref(Kind::Person)),
    themes: FieldKind::Many(&FieldKind::Ref(Kind::Theme)),
    responsible: FieldKind::Ref(Kind::Person),
    technical_hosts: FieldKind::Many(&FieldKind::Ref(Kind::Person)),
    programme: FieldKind::Rows(columns::<ProgrammeItem>),
    materials: FieldKind::Rows(columns::<Material>),
    checklist: FieldKind::Rows(columns::<ChecklistItem>),
    candidates: FieldKind::Rows(columns::<Candidate>),
    registered_people: FieldKind::Number,
    registered_municipalities: FieldKind::Number,
    present_people: FieldKind::Number,
    present_municipalities: FieldKind::Number,
    at_least: FieldKind::YesNo,
    presence: FieldKind::Rows(columns::<Presence>),
    hours: FieldKind::Rows(columns::<Hours>),
    invitation_sequence: FieldKind::Number,
    invited: FieldKind::Rows(columns::<Invited>),
});
