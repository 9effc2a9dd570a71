//! Coachings: what one municipality asked for and how it goes, from request to outcome.

use ecow::EcoString;
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, table};
use super::id::{Id, Kind};
use super::value::{Ids, Who};
use crate::text::Tongue;

choice! {
    /// Where a coaching stands. Few and stored; everything finer is derived.
    CoachingStatus, "coaching-status" {
        /// In the queue: the round was full.
        Waiting = "waiting",
        /// Asked for, not answered.
        Requested = "requested",
        /// Offered, not answered.
        Offered = "offered",
        /// Being planned.
        Planning = "planning",
        /// A meeting was held, others are to come.
        UnderWay = "under-way",
        /// Finished.
        Done = "done",
        /// Put off.
        Postponed = "postponed",
        /// The municipality said no.
        Declined = "declined",
        /// Called off.
        Cancelled = "cancelled",
    }
}

choice! {
    /// How a request came.
    Channel, "channel" {
        /// By phone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// On a form.
        Form = "form",
        /// At a meeting.
        Meeting = "meeting",
        /// Otherwise.
        Other = "other",
    }
}

/// A coaching.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coaching {
    /// Its id.
    pub id: Id,
    /// The receiving municipality.
    pub municipality: Option<Id>,
    /// The season it belongs to.
    pub season: Option<Id>,
    /// Where it stands.
    pub status: Option<CoachingStatus>,
    /// The round, by its row's id.
    pub round: EcoString,
    /// The time they wish for, in words.
    pub wished_period: EcoString,
    /// The Monday of the week it is planned for.
    pub planned_week: Option<Date>,
    /// The day they asked.
    pub asked_on: Option<Date>,
    /// Who asked.
    pub asked_by: Who,
    /// How they asked.
    pub channel: Option<Channel>,
    /// The wish in their own words.
    pub wish: EcoString,
    /// How things are with them now.
    pub present_state: EcoString,
    /// What they want to reach.
    pub goals: EcoString,
    /// How many people will take part.
    pub group_size: Option<u32>,
    /// How experienced they are.
    pub group_experience: EcoString,
    /// The language of the coaching.
    pub language: Option<Tongue>,
    /// Themes.
    pub themes: Ids,
    /// Contact people.
    pub contacts: Ids,
    /// Tutors.
    pub tutors: Ids,
    /// Municipalities that send a tutor who is not named yet.
    pub tutor_municipalities: Ids,
    /// Who looks after it.
    pub responsible: Option<Id>,
    /// Why it was declined, put off or called off.
    pub reason: EcoString,
    /// What came of it, in one line.
    pub outcome: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Coaching, "coaching", {
    municipality(needed): FieldKind::Ref(Kind::Municipality),
    season(needed): FieldKind::Ref(Kind::Season),
    status(needed): FieldKind::choice::<CoachingStatus>(),
    round: FieldKind::Round,
    wished_period: FieldKind::Line,
    planned_week: FieldKind::Date,
    asked_on: FieldKind::Date,
    asked_by: FieldKind::Who,
    channel: FieldKind::choice::<Channel>(),
    wish: FieldKind::Long,
    present_state: FieldKind::Long,
    goals: FieldKind::Long,
    group_size: FieldKind::Number,
    group_experience: FieldKind::Line,
    language: FieldKind::choice::<Tongue>(),
    themes: FieldKind::Many(&FieldKind::Ref(Kind::Theme)),
    contacts: FieldKind::Many(&FieldKind::Ref(Kind::Person)),
    tutors: FieldKind::Many(&FieldKind::Ref(Kind::Person)),
    tutor_municipalities["sending"]: FieldKind::Many(&FieldKind::Ref(Kind::Municipality)),
    responsible: FieldKind::Ref(Kind::Person),
    reason: FieldKind::Line,
    outcome: FieldKind::Line,
});
