//! What speaks for and against a day, in words.

use super::{Good, Hindrance};
use crate::book::show::Showing;
use crate::domain::Kind;
use crate::planning::matching::span;
use crate::text::Safe;

impl Good {
    /// In a few words.
    pub fn words(self, showing: Showing<'_>) -> Safe {
        match self {
            Self::TutorsFree(count) => showing.texts.tell("day-tutors-free", &[("count", count.into())]),
            Self::ContactsFree(count) => showing.texts.tell("day-contacts-free", &[("count", count.into())]),
            Self::QuietWeek => showing.texts.say("day-quiet-week"),
            Self::PlannedWeek => showing.texts.say("day-planned-week"),
            Self::Round => showing.texts.say("day-in-round"),
        }
    }
}

impl Hindrance {
    /// In a few words.
    pub fn words(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        let who = |id| ("who", showing.id(Kind::Person, Some(id)).into());
        match self {
            Self::Away { person, from, until, why } => {
                let days = ("days", span(showing, *from, *until).into());
                if why.is_empty() {
                    texts.tell("day-away", &[who(person), days])
                } else {
                    texts.tell("day-away-why", &[who(person), days, ("why", Safe::line(why).into())])
                }
            }
            Self::Left(person) => texts.tell("day-left", &[who(person)]),
            Self::Booked { party, session } => texts.tell(
                "day-booked",
                &[("who", showing.link(party).into()), ("session", showing.id(Kind::Session, Some(session)).into())],
            ),
            Self::NotAgreed => texts.say("day-not-agreed"),
            Self::OutsideSeason => texts.say("day-outside-season"),
            Self::Past => texts.say("day-past"),
        }
    }
}
