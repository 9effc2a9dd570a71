//! What speaks for and against somebody, in words.

use ecow::eco_format;
use jiff::civil::Date;

use super::{Objection, Reason, Stretch};
use crate::book::show::Showing;
use crate::domain::{Choice as _, CoachingStatus, Kind};
use crate::text::{Safe, Tongue};

impl Reason {
    /// As short as a row has room for.
    pub fn brief(&self, showing: Showing<'_>) -> Safe {
        match self {
            Self::Themes { common, of } if common.len() < *of => {
                let counts = [("count", common.len().into()), ("of", (*of).into())];
                showing.texts.tell("match-themes-count", &counts)
            }
            Self::Themes { of: 1, .. } => showing.texts.say("match-theme-one"),
            reason => reason.words(showing),
        }
    }

    /// In a few words.
    pub fn words(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::Themes { common, of } => {
                let names = common.iter().map(|theme| showing.id(Kind::Theme, Some(theme)));
                let names = Safe::join(names, &Safe::own(", "));
                let count = ("count", common.len().into());
                match (common.len(), *of) {
                    (1, 1) => texts.tell("match-theme", &[("names", names.into())]),
                    (2, 2) => texts.say("match-themes-both"),
                    (common, of) if common == of => texts.tell("match-themes-all", &[count]),
                    _ => texts.tell("match-themes-some", &[count, ("of", (*of).into()), ("names", names.into())]),
                }
            }
            Self::Speaks(Tongue::Fi) => texts.say("match-speaks-finnish"),
            Self::Speaks(Tongue::Sv) => texts.say("match-speaks-swedish"),
            Self::Speaks(Tongue::En) => texts.say("match-speaks-english"),
            Self::Free(Stretch::Day) => texts.say("match-free-day"),
            Self::Free(Stretch::Week) => texts.say("match-free-week"),
            Self::Free(Stretch::Longer) => texts.say("match-free-longer"),
            Self::NeverMet => texts.say("match-never-met"),
            Self::Coached(season) => {
                texts.tell("match-coached", &[("season", showing.id(Kind::Season, Some(season)).into())])
            }
            Self::Knows => texts.say("match-knows"),
            Self::Neighbour => texts.say("match-neighbour"),
            Self::SimilarSize => texts.say("match-similar-size"),
            Self::SameClass => texts.say("match-same-class"),
            Self::AskOffice => texts.say("match-ask-office"),
            Self::Asked { status, on } => asked(showing, *status, *on),
            Self::NeverReached => texts.say("match-never-reached"),
        }
    }
}

/// How long a municipality has waited, else where its coaching stands.
fn asked(showing: Showing<'_>, status: CoachingStatus, on: Option<Date>) -> Safe {
    let days = on.map(|day| (showing.today - day).get_days()).and_then(|days| usize::try_from(days).ok());
    match days {
        Some(days) => showing.texts.tell("match-asked", &[("count", days.into())]),
        None => showing.texts.choice(CoachingStatus::SET, status.key()),
    }
}

impl Objection {
    /// In a few words.
    pub fn words(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::OwnMunicipality => texts.say("match-own"),
            Self::Left(day) => texts.tell("match-left", &[("day", texts.date(*day).into())]),
            Self::Absent { from, until, why } => {
                let days = ("days", span(showing, *from, *until).into());
                if why.is_empty() {
                    texts.tell("match-absent", &[days])
                } else {
                    texts.tell("match-absent-why", &[days, ("why", Safe::line(why).into())])
                }
            }
            Self::Full(ceiling) => texts.tell("match-full", &[("count", (*ceiling as usize).into())]),
            Self::Booked { session, .. } => {
                texts.tell("match-booked", &[("session", showing.id(Kind::Session, Some(session)).into())])
            }
            Self::NotSpeaking(Tongue::Fi) => texts.say("match-no-finnish"),
            Self::NotSpeaking(Tongue::Sv) => texts.say("match-no-swedish"),
            Self::NotSpeaking(Tongue::En) => texts.say("match-no-english"),
            Self::NoContact => texts.say("match-no-contact"),
        }
    }
}

/// Days as short as they can be told: `24.–28.11.`, `30.11.–4.12.`, the year where it is another one.
pub fn span(showing: Showing<'_>, from: Date, until: Date) -> Safe {
    let year = |day: Date| if day.year() == showing.today.year() { String::new() } else { day.year().to_string() };
    let end = eco_format!("{}.{}.{}", until.day(), until.month(), year(until));
    Safe::line(&if from >= until {
        end
    } else if from.year() != until.year() {
        eco_format!(
            "{}.{}.{}–{}.{}.{}",
            from.day(),
            from.month(),
            from.year(),
            until.day(),
            until.month(),
            until.year()
        )
    } else if from.month() != until.month() {
        eco_format!("{}.{}.–{end}", from.day(), from.month())
    } else {
        eco_format!("{}.–{end}", from.day())
    })
}
