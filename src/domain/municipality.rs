//! Municipalities: who receives coaching and who gives it.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, IN_BOTH, columns, table};
use super::id::{Id, Kind};
use super::value::{Ids, Words};
use crate::text::Tongue;

choice! {
    /// What a municipality calls itself.
    MunicipalityKind, "municipality-kind" {
        /// A city (kaupunki, stad).
        City = "city",
        /// A municipality that does not call itself a city (kunta, kommun).
        Municipality = "municipality",
    }
}

choice! {
    /// Statistics Finland's classes of municipality.
    UrbanClass, "urban-class" {
        /// Urban.
        Urban = "urban",
        /// Semi-urban.
        SemiUrban = "semi-urban",
        /// Rural.
        Rural = "rural",
    }
}

choice! {
    /// The official top-level forms of digital support (dvv.fi/digituki).
    Form, "form" {
        /// At a distance.
        Remote = "remote",
        /// Face to face.
        Local = "local",
        /// Teaching.
        Training = "training",
    }
}

choice! {
    /// The ways in which a form of support is given.
    Way, "way" {
        /// Remote, by chat.
        Chat = "chat",
        /// Remote, by phone.
        Phone = "phone",
        /// Remote, by video.
        Video = "video",
        /// Remote, at an unattended service point.
        Unattended = "unattended",
        /// Local, at a service point.
        ServicePoint = "service-point",
        /// Local, by peers.
        Peer = "peer",
        /// Local, at home.
        Home = "home",
        /// Training online.
        Online = "online",
        /// Training in courses.
        Course = "course",
        /// Training in adult education.
        AdultEducation = "adult-education",
    }
}

/// One form of digital support a municipality offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Support {
    /// The row's id.
    pub id: Id,
    /// The official form.
    pub form: Option<Form>,
    /// How it is given.
    pub way: Option<Way>,
    /// The first day it was offered.
    pub since: Option<Date>,
    /// The last day, where it ended.
    pub until: Option<Date>,
    /// Anything else.
    pub note: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Support, "support", {
    form: FieldKind::choice::<Form>(),
    way: FieldKind::choice::<Way>(),
    since: FieldKind::Date,
    until: FieldKind::Date,
    note: FieldKind::Line,
});

/// A municipality; its id is Statistics Finland's three-digit code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Municipality {
    /// The code.
    pub id: Id,
    /// Both official names.
    pub name: Words,
    /// City or not.
    pub kind: Option<MunicipalityKind>,
    /// The official languages, the majority's first.
    pub languages: Vec<Tongue>,
    /// The region's name.
    pub region: Words,
    /// The subregion's name.
    pub subregion: Words,
    /// Urban, semi-urban or rural.
    pub urban_class: Option<UrbanClass>,
    /// Inhabitants, in the year the book's source names.
    pub population: Option<u32>,
    /// The municipality's site.
    pub website: EcoString,
    /// The switchboard's number.
    pub switchboard: EcoString,
    /// The registry's address.
    pub registry_email: EcoString,
    /// How it offers digital support.
    pub support: EcoVec<Support>,
    /// What it wishes to hear of.
    pub themes: Ids,
    /// The first day it existed, for a merged or new municipality.
    pub valid_from: Option<Date>,
    /// The last day it existed.
    pub valid_until: Option<Date>,
    /// The municipality it became part of.
    pub merged_into: Option<Id>,
    /// The day on which a merger was told that had been before: it leaves seasons that were over by then as they were.
    pub merger_told: Option<Date>,
    /// Anything else.
    pub note: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Municipality, "municipality", {
    name(needed): IN_BOTH,
    kind: FieldKind::choice::<MunicipalityKind>(),
    languages: FieldKind::Many(&FieldKind::choice::<Tongue>()),
    region: IN_BOTH,
    subregion: IN_BOTH,
    urban_class: FieldKind::choice::<UrbanClass>(),
    population: FieldKind::Number,
    website: FieldKind::Web,
    switchboard: FieldKind::Phone,
    registry_email: FieldKind::Email,
    support: FieldKind::Rows(columns::<Support>),
    themes: FieldKind::Many(&FieldKind::Ref(Kind::Theme)),
    valid_from: FieldKind::Date,
    valid_until: FieldKind::Date,
    merged_into: FieldKind::Ref(Kind::Municipality),
    merger_told: FieldKind::Date,
    note: FieldKind::Long,
});
