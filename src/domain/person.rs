//! People: tutors, contacts, coordinators, speakers, experts.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, IN_BOTH, columns, table};
use super::id::{Id, Kind, Link};
use super::rare::Rare;
use super::value::{Ids, Words};
use crate::text::Tongue;

choice! {
    /// What a person does in a season.
    Role, "role" {
        /// A peer tutor.
        Tutor = "tutor",
        /// The contact person of a municipality.
        Contact = "contact",
        /// Runs the programme at the regional council.
        Coordinator = "coordinator",
        /// Speaks at a session.
        Speaker = "speaker",
        /// Knows a theme.
        Expert = "expert",
    }
}

choice! {
    /// Kinds of further contact.
    ContactKind, "contact-kind" {
        /// A phone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// Anything else.
        Other = "other",
    }
}

/// Where a person works, worked or is going to work. More than one row may hold at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Affiliation {
    /// The row's id.
    pub id: Id,
    /// The municipality or organisation.
    pub at: Option<Link>,
    /// The person's title there.
    pub title: Words,
    /// The unit.
    pub unit: Rare<EcoString>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// Unknown keys.
    pub kept: Kept,
}

impl Affiliation {
    /// Whether the person works there on this day, as far as the row says.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|first| first <= day) && self.until.is_none_or(|last| last >= day)
    }
}

table!(Affiliation, "affiliation", {
    at(needed): FieldKind::Link(&[Kind::Municipality, Kind::Organisation]),
    title["job-title"]: IN_BOTH,
    unit: FieldKind::Line,
    from: FieldKind::Date,
    until: FieldKind::Date,
});

/// A second number or address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FurtherContact {
    /// The row's id.
    pub id: Id,
    /// What it is.
    pub kind: Option<ContactKind>,
    /// The number or address.
    pub contact: EcoString,
    /// When to use it.
    pub note: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(FurtherContact, "further-contact", {
    kind: FieldKind::choice::<ContactKind>(),
    contact(needed): FieldKind::Line,
    note: FieldKind::Line,
});

/// A role of a person in one season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleInSeason {
    /// The row's id.
    pub id: Id,
    /// The season.
    pub season: Option<Id>,
    /// The role.
    pub role: Option<Role>,
    /// The municipality the role is held for.
    pub municipality: Option<Id>,
    /// The most coachings the person takes in the season.
    pub ceiling: Option<u32>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(RoleInSeason, "role-in-season", {
    season(needed): FieldKind::Ref(Kind::Season),
    role(needed): FieldKind::choice::<Role>(),
    municipality: FieldKind::Ref(Kind::Municipality),
    ceiling: FieldKind::Number,
});

/// A time a person cannot be asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Absence {
    /// The row's id.
    pub id: Id,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// Why, if they said so.
    pub why: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Absence, "absence", {
    from(needed): FieldKind::Date,
    until: FieldKind::Date,
    why: FieldKind::Line,
});

/// A person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The person's id.
    pub id: Id,
    /// Given name.
    pub given: EcoString,
    /// Family name.
    pub family: EcoString,
    /// Where they work.
    pub affiliations: EcoVec<Affiliation>,
    /// The address one writes to.
    pub email: EcoString,
    /// The number one rings.
    pub phone: EcoString,
    /// Other numbers and addresses.
    pub further_contacts: Rare<EcoVec<FurtherContact>>,
    /// Languages they can coach in.
    pub languages: Rare<Vec<Tongue>>,
    /// What they do, season by season.
    pub roles: EcoVec<RoleInSeason>,
    /// Themes they can help with.
    pub themes: Ids,
    /// When they cannot be asked.
    pub unavailable: Rare<EcoVec<Absence>>,
    /// How they introduce themselves.
    pub presentation: Rare<Words>,
    /// Whether the presentation is public.
    pub presentation_public: Option<bool>,
    /// Whether phone and e-mail are public.
    pub contacts_public: Option<bool>,
    /// The day they left the programme.
    pub left_on: Option<Date>,
    /// Anything else.
    pub note: Rare<EcoString>,
    /// Unknown keys.
    pub kept: Kept,
}

impl Person {
    /// Given and family name as one says them.
    pub fn name(&self) -> EcoString {
        match (self.given.is_empty(), self.family.is_empty()) {
            (true, _) => self.family.clone(),
            (_, true) => self.given.clone(),
            _ => ecow::eco_format!("{} {}", self.given, self.family),
        }
    }

    /// The affiliations that hold on `day`: begun, and not ended.
    pub fn present_affiliations(&self, day: Date) -> impl Iterator<Item = &Affiliation> {
        self.affiliations.iter().filter(move |row| row.holds(day))
    }

    /// Whether the person has this role in the season.
    pub fn has_role(&self, season: &Id, role: Role) -> bool {
        self.roles.iter().any(|row| row.season.as_ref() == Some(season) && row.role == Some(role))
    }
}

table!(Person, "person", {
    given: FieldKind::Line,
    family(needed): FieldKind::Line,
    affiliations: FieldKind::Rows(columns::<Affiliation>),
    email: FieldKind::Email,
    phone: FieldKind::Phone,
    further_contacts: FieldKind::Rows(columns::<FurtherContact>),
    languages: FieldKind::Many(&FieldKind::choice::<Tongue>()),
    roles: FieldKind::Rows(columns::<RoleInSeason>),
    themes: FieldKind::Many(&FieldKind::Ref(Kind::Theme)),
    unavailable: FieldKind::Rows(columns::<Absence>),
    presentation: IN_BOTH,
    presentation_public: FieldKind::YesNo,
    contacts_public: FieldKind::YesNo,
    left_on: FieldKind::Date,
    note: FieldKind::Long,
});
