//! Seasons of the programme and their rounds.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, columns, table};
use super::id::{Id, Kind};
use super::value::Ids;

choice! {
    /// Kinds of publication.
    PublicationKind, "publication-kind" {
        /// A page of the programme's site.
        Page = "page",
        /// An article.
        Article = "article",
        /// A piece of news.
        News = "news",
        /// A report.
        Report = "report",
        /// Material of a session.
        Material = "material",
    }
}

choice! {
    /// The four regional goals the season is reported under (vm.fi, digituen alueellinen koordinointi).
    Goal, "goal" {
        /// An active network.
        Network = "network",
        /// A picture of need and supply.
        Picture = "picture",
        /// Supply that develops.
        Supply = "supply",
        /// Communication.
        Communication = "communication",
    }
}

/// A round of coachings within a season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// The row's id.
    pub id: Id,
    /// Its name.
    pub name: EcoString,
    /// The first day.
    pub starts: Option<Date>,
    /// The last day.
    pub ends: Option<Date>,
    /// How many municipalities it takes.
    pub places: Option<u32>,
    /// Whether all its municipalities are in the book; `no` makes "never reached" say "as far as known".
    pub complete: Option<bool>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Round, "round", {
    name(needed): FieldKind::Line,
    starts: FieldKind::Date,
    ends: FieldKind::Date,
    places: FieldKind::Number,
    complete: FieldKind::YesNo,
});

/// A municipality that does not take part in a season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OptOut {
    /// The row's id.
    pub id: Id,
    /// Which one.
    pub municipality: Option<Id>,
    /// When it said so.
    pub on: Option<Date>,
    /// Why.
    pub reason: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(OptOut, "opt-out", {
    municipality(needed): FieldKind::Ref(Kind::Municipality),
    on: FieldKind::Date,
    reason: FieldKind::Line,
});

/// Something published about the season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publication {
    /// The row's id.
    pub id: Id,
    /// The day it came out.
    pub date: Option<Date>,
    /// What it is.
    pub kind: Option<PublicationKind>,
    /// Its title.
    pub title: EcoString,
    /// Where it is.
    pub link: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Publication, "publication", {
    date: FieldKind::Date,
    kind: FieldKind::choice::<PublicationKind>(),
    title(needed): FieldKind::Line,
    link: FieldKind::Web,
});

/// What the season's report says in words under one goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportText {
    /// The row's id.
    pub id: Id,
    /// The goal.
    pub goal: Option<Goal>,
    /// The text.
    pub text: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(ReportText, "report-text", {
    goal(needed): FieldKind::choice::<Goal>(),
    text: FieldKind::Long,
});

/// A season; its id is a short readable key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Season {
    /// The key.
    pub id: Id,
    /// What people call it.
    pub name: EcoString,
    /// The first day.
    pub starts: Option<Date>,
    /// The last day.
    pub ends: Option<Date>,
    /// What it aims at.
    pub aim: EcoString,
    /// Its rounds of coaching.
    pub rounds: EcoVec<Round>,
    /// Municipalities that tutor; they count even without a named person.
    pub tutor_municipalities: Ids,
    /// Municipalities to reach; by default the region's without those that tutor.
    pub target_municipalities: Ids,
    /// Municipalities that do not take part.
    pub opt_outs: EcoVec<OptOut>,
    /// What was published.
    pub publications: EcoVec<Publication>,
    /// The report's texts.
    pub report_texts: EcoVec<ReportText>,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Season, "season", {
    name(needed): FieldKind::Line,
    starts(needed): FieldKind::Date,
    ends(needed): FieldKind::Date,
    aim: FieldKind::Long,
    rounds: FieldKind::Rows(columns::<Round>),
    tutor_municipalities: FieldKind::Many(&FieldKind::Ref(Kind::Municipality)),
    target_municipalities: FieldKind::Many(&FieldKind::Ref(Kind::Municipality)),
    opt_outs: FieldKind::Rows(columns::<OptOut>),
    publications: FieldKind::Rows(columns::<Publication>),
    report_texts: FieldKind::Rows(columns::<ReportText>),
});
