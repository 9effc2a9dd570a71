//! The rules that leave a municipality without a place in the plan, in words.

use jiff::civil::Date;

use crate::book::round::round_title;
use crate::book::show::Showing;
use crate::domain::{Id, Season};
use crate::text::Safe;

/// Why a municipality cannot be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The season has no tutors.
    NoTutors,
    /// The season has ended.
    SeasonOver,
    /// No round has a week left in which something could begin.
    NoWeeks,
    /// It said no in this season.
    SaidNo,
    /// Its round has no week left.
    RoundOver(Id),
    /// The week agreed is none of the season's or of its round's.
    WeekOutside(Date),
    /// All tutors have left.
    AllLeft,
    /// The only tutors come from the municipality itself.
    OnlyFromThere,
    /// All who do not come from there have taken on as much as they can.
    AllAtCeiling,
    /// The rounds it could be in are full.
    RoundsFull(Vec<Id>),
    /// All who could be asked are away, from the week of this day to that of the other.
    AllAway(Date, Date),
    /// Nobody can come in the week agreed.
    NobodyThen(Date),
    /// Those who coach it have no week left together.
    OwnTutorsAway,
    /// What tutors have free is needed by others.
    NoFreeWeek,
}

impl Rule {
    /// The word for it in JSON.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoTutors => "no_tutors",
            Self::SeasonOver => "season_over",
            Self::NoWeeks => "no_weeks",
            Self::SaidNo => "said_no",
            Self::RoundOver(_) => "round_over",
            Self::WeekOutside(_) => "week_outside",
            Self::AllLeft => "all_left",
            Self::OnlyFromThere => "only_from_there",
            Self::AllAtCeiling => "all_at_ceiling",
            Self::RoundsFull(_) => "rounds_full",
            Self::AllAway(..) => "all_away",
            Self::NobodyThen(_) => "nobody_then",
            Self::OwnTutorsAway => "own_tutors_away",
            Self::NoFreeWeek => "no_free_week",
        }
    }

    /// The rule in a sentence.
    pub fn sentence(&self, showing: Showing<'_>, season: &Season) -> Safe {
        let texts = showing.texts;
        let names = |ids: &[Id]| {
            let names = ids.iter().map(|id| round_title(showing.book, id.as_str(), Some(season), texts));
            Safe::join(names, &Safe::own(", "))
        };
        let week = |day: Date| week_number(day).into();
        match self {
            Self::NoTutors => texts.say("blocked-no-tutors"),
            Self::SeasonOver => texts.say("blocked-season-over"),
            Self::NoWeeks => texts.say("blocked-no-weeks"),
            Self::SaidNo => texts.say("blocked-said-no"),
            Self::RoundOver(round) => {
                texts.tell("blocked-round-over", &[("round", names(std::slice::from_ref(round)).into())])
            }
            Self::WeekOutside(day) => texts.tell("blocked-week-outside", &[("week", week(*day))]),
            Self::AllLeft => texts.say("blocked-all-left"),
            Self::OnlyFromThere => texts.say("blocked-only-from-there"),
            Self::AllAtCeiling => texts.say("blocked-all-at-ceiling"),
            Self::RoundsFull(rounds) => {
                let places = [("count", rounds.len().into()), ("rounds", names(rounds).into())];
                texts.tell("blocked-rounds-full", &places)
            }
            Self::AllAway(first, last) => {
                texts.tell("blocked-all-away", &[("first", week(*first)), ("last", week(*last))])
            }
            Self::NobodyThen(day) => texts.tell("blocked-nobody-then", &[("week", week(*day))]),
            Self::OwnTutorsAway => texts.say("blocked-own-tutors-away"),
            Self::NoFreeWeek => texts.say("blocked-no-free-week"),
        }
    }
}

/// The number of a day's week, as calendars have it.
pub fn week_number(day: Date) -> usize {
    usize::from(day.iso_week_date().week().unsigned_abs())
}
