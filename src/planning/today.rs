//! What needs a hand today: each concern with the record it is about, why, and what cures it.
//!
//! Owns what counts as a concern and how urgent it is; screen and command line show the same, in the words of
//! `cards/concerns.rs`. What is not in the
//! book, half-filled forms and files that could not be read, has its place in the order and is added by whoever
//! knows it.
//!
//! The order is that of [`Group`]: first what comes up within [`DAYS_AHEAD`] days and lacks something, for it cannot
//! wait; then who waits for an answer; what a session leaves behind; what is late; whom nobody has reached yet. What
//! the program itself wants of its user comes after what people want, and who has neither phone nor e-mail last.
//! Within a group the earlier day comes first, what has no day last, and of one day names decide; a session of today or
//! tomorrow that lacks nothing stands behind those that do.

mod after;
mod ahead;
mod late;
mod later;

use ecow::EcoString;
use jiff::Span;
use jiff::civil::Date;

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Id, Kind, Link, Municipality, Person, RecordRef, Who};
use crate::find::collate::collate;
use crate::planning::clashes::Clash;
use crate::planning::figures::{exists_on, reach};
use crate::planning::readiness::{Gap, of_person};

/// How far ahead a session is looked after, in days.
pub const DAYS_AHEAD: i64 = 14;

/// For so many days what a session left behind is asked for; later nobody remembers.
pub const DAYS_BEHIND: i64 = 180;

/// What belongs together, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Sessions that come up soon and lack something, or are today or tomorrow.
    Now,
    /// Municipalities that asked, and those that were offered a coaching and have not answered.
    Waiting,
    /// What a session left behind: nobody said how it was, or somebody said that it was not good.
    After,
    /// Materials, things to remember and actions whose day is over.
    Late,
    /// Municipalities that no season has reached.
    Never,
    /// Forms that were begun and not finished.
    Drafts,
    /// Records of which two people gave a field two values.
    Unsettled,
    /// What could not be read.
    Problems,
    /// People of the season with neither phone nor e-mail.
    Unreachable,
}

impl Group {
    /// Every group, the most urgent first.
    pub const ALL: [Self; 9] = [
        Self::Now,
        Self::Waiting,
        Self::After,
        Self::Late,
        Self::Never,
        Self::Drafts,
        Self::Unsettled,
        Self::Problems,
        Self::Unreachable,
    ];

    /// The word for it in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Waiting => "waiting",
            Self::After => "after",
            Self::Late => "late",
            Self::Never => "never_reached",
            Self::Drafts => "drafts",
            Self::Unsettled => "to_settle",
            Self::Problems => "problems",
            Self::Unreachable => "no_contact",
        }
    }

    /// The id of its heading.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Now => "today-now",
            Self::Waiting => "today-waiting",
            Self::After => "today-after",
            Self::Late => "today-late",
            Self::Never => "today-never-reached",
            Self::Drafts => "today-unfinished",
            Self::Unsettled => "today-settle",
            Self::Problems => "today-problems",
            Self::Unreachable => "today-no-contact",
        }
    }
}

/// What cures a concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cure {
    /// To look at it.
    Open,
    /// To find who could go.
    Who,
    /// To find a day.
    When,
    /// To write to its people.
    Write,
    /// To say how far it has come.
    Status,
    /// To say that it is done.
    Done,
    /// To fill in these fields.
    Fill(&'static [&'static str]),
    /// To take down what somebody says of it.
    Feedback,
    /// To agree on what is done about it.
    Action,
    /// To see how far each municipality has come.
    Coverage,
}

/// Why something needs a hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It comes up: what it lacks, and the worst clash where something is wrong.
    Coming {
        /// The most urgent first.
        gaps: Vec<Gap>,
        /// The clash.
        clash: Option<Box<Clash>>,
    },
    /// A municipality asked so many days ago, where the day is known.
    Asked(Option<i64>),
    /// It waits for a place, and its round has one.
    Room,
    /// It was offered a coaching and has not answered.
    Offered(Option<i64>),
    /// The day of the session is over, and nobody said whether it was held.
    NotMarked,
    /// It was held: what nobody has said of it.
    Held(Vec<Gap>),
    /// So many forms on it say that something was not as it should be.
    SaidOften(usize),
    /// What somebody said of it: the lowest score with the question, and whether they want to be contacted.
    Said {
        /// The lowest score and the best there is, with the question.
        low: Option<(u32, u32, EcoString)>,
        /// Whether somebody is to call them.
        wants_contact: bool,
    },
    /// Its last session was held on this day, months ago: it is time to ask what has changed.
    Later(Date),
    /// A material that was promised, by its row.
    Material(Id),
    /// Something to remember, by its row.
    Task(Id),
    /// An action.
    Action,
    /// Municipalities that no season has reached, by name; whether that is only as far as is known.
    Never(Vec<Id>, bool),
    /// Two people gave a field two values.
    Unsettled,
    /// Neither phone nor e-mail.
    Unreachable,
}

/// Something that needs a hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Concern {
    /// How urgent it is.
    pub group: Group,
    /// The record it is about.
    pub about: Link,
    /// Its day: when it comes up, was asked, was held or was due.
    pub day: Option<Date>,
    /// What there is to it.
    pub why: Why,
    /// What cures it.
    pub cure: Cure,
}

impl Concern {
    /// Whether it only comes up and lacks nothing.
    pub fn is_ready(&self) -> bool {
        matches!(&self.why, Why::Coming { gaps, clash: None } if gaps.is_empty())
    }
}

/// What the concerns are gathered from.
#[derive(Clone, Copy)]
struct Gathering<'a> {
    showing: Showing<'a>,
    /// Whose concerns are wanted; nothing for everybody's.
    mine: Option<&'a Id>,
}

impl<'a> Gathering<'a> {
    fn book(self) -> &'a Book {
        self.showing.book
    }

    fn today(self) -> Date {
        self.showing.today
    }

    fn days_from_now(self, days: i64) -> Date {
        let limit = if days < 0 { Date::MIN } else { Date::MAX };
        self.today().checked_add(Span::new().days(days)).unwrap_or(limit)
    }

    /// Whether these people leave it to the one whose concerns are wanted: they are that one, or there are none.
    fn is_wanted(self, people: impl IntoIterator<Item = Who>) -> bool {
        let Some(me) = self.mine else { return true };
        let mut nobody = true;
        for who in people {
            match who {
                Who::Nobody => {}
                Who::Person(id) if id == *me => return true,
                _ => nobody = false,
            }
        }
        nobody
    }

    /// Whether something belongs to the season at hand, or to none.
    fn is_of_season(self, season: Option<&Id>) -> bool {
        season.is_none_or(|id| self.showing.season.is_none_or(|season| season.id == *id))
    }
}

/// Everything of the book that needs a hand, in its order. With `mine` only what that person is responsible for, does
/// or has promised, and what is nobody's.
pub fn concerns(showing: Showing<'_>, mine: Option<&Id>) -> Vec<Concern> {
    let gathering = Gathering { showing, mine };
    let mut concerns = ahead::coming(gathering);
    concerns.extend(ahead::planned(gathering));
    concerns.extend(ahead::waiting(gathering));
    concerns.extend(after::held(gathering));
    concerns.extend(after::said(gathering));
    concerns.extend(later::to_ask_again(gathering));
    concerns.extend(late::late(gathering));
    concerns.extend(never_reached(gathering));
    concerns.extend(unsettled(gathering));
    concerns.extend(unreachable(gathering));
    in_order(showing, concerns)
}

/// Of a day names decide among the first so many of a group: more no screen shows, and a book may have thousands.
const NAMED: usize = 100;

/// By group, then day; names are asked for only where several have the same day. What lacks nothing comes last.
fn in_order(showing: Showing<'_>, mut concerns: Vec<Concern>) -> Vec<Concern> {
    let key = |concern: &Concern| (concern.group, concern.is_ready(), concern.day.is_none(), concern.day);
    concerns.sort_by_key(key);
    for group in concerns.chunk_by_mut(|one, other| one.group == other.group) {
        let mut before = 0;
        for alike in group.chunk_by_mut(|one, other| key(one) == key(other)) {
            if alike.len() > 1 && before < NAMED {
                alike.sort_by_cached_key(|concern| collate(showing.link(&concern.about).as_str()));
            }
            before += alike.len();
        }
    }
    concerns
}

/// All municipalities that no season has reached, as one concern.
fn never_reached(gathering: Gathering<'_>) -> Option<Concern> {
    let showing = gathering.showing;
    let reach = reach(showing.book, showing.season?);
    let is_there = |id: &Id| showing.book.get::<Municipality>(id).is_some_and(|it| exists_on(it, showing.today));
    let mut never: Vec<Id> = reach.never.into_iter().filter(is_there).collect();
    never.sort_by_cached_key(|id| collate(showing.id(Kind::Municipality, Some(id)).as_str()));
    let first = never.first()?.clone();
    Some(Concern {
        group: Group::Never,
        about: Link::new(Kind::Municipality, first),
        day: None,
        why: Why::Never(never, reach.as_far_as_known),
        cure: Cure::Coverage,
    })
}

fn unsettled(gathering: Gathering<'_>) -> impl Iterator<Item = Concern> {
    let concern = |record: RecordRef<'_>| Concern {
        group: Group::Unsettled,
        about: record.link(),
        day: None,
        why: Why::Unsettled,
        cure: Cure::Open,
    };
    gathering.showing.book.unsettled().map(concern)
}

fn unreachable(gathering: Gathering<'_>) -> Vec<Concern> {
    let Some(season) = gathering.showing.season else { return Vec::new() };
    let people = gathering.book().referring_as::<Person>(&Link::new(Kind::Season, season.id.clone()));
    let concern = |person: &Person| Concern {
        group: Group::Unreachable,
        about: Link::new(Kind::Person, person.id.clone()),
        day: None,
        why: Why::Unreachable,
        cure: Cure::Fill(&["phone", "email"]),
    };
    people.filter(|person| of_person(person, season).is_some()).map(concern).collect()
}

#[cfg(test)]
mod tests;
