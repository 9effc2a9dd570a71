//! How far each municipality of a season has come, from never asked to feedback in, and when it was last reached.
//!
//! Owns the stages and the order: who was never reached comes first, then whom the programme has left alone longest,
//! those that opted out last. What *reached* means is said in `planning/figures.rs`.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::book::Book;
use crate::domain::{Coaching, CoachingStatus, Id, Kind, Link, Municipality, Season, Session, SessionStatus};
use crate::planning::figures::{Answers, answers, exists_on, has_been_held, targets};

/// Where a municipality stands in a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// No coaching of the season is known.
    Never,
    /// It said no, or it was put off or called off.
    NotNow,
    /// It waits for a place.
    Waiting,
    /// It asked and has no answer.
    Asked,
    /// It was offered one.
    Offered,
    /// It is being planned.
    Planned,
    /// At least one session was held.
    Held,
    /// It answered on all that was held.
    FeedbackIn,
    /// It does not take part.
    OptedOut,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 9] = [
        Self::Never,
        Self::NotNow,
        Self::Waiting,
        Self::Asked,
        Self::Offered,
        Self::Planned,
        Self::Held,
        Self::FeedbackIn,
        Self::OptedOut,
    ];

    /// The word for it in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::NotNow => "not_now",
            Self::Waiting => "waiting",
            Self::Asked => "asked",
            Self::Offered => "offered",
            Self::Planned => "planned",
            Self::Held => "held",
            Self::FeedbackIn => "feedback_in",
            Self::OptedOut => "opted_out",
        }
    }

    /// The id of its words.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Never => "stage-never",
            Self::NotNow => "stage-not-now",
            Self::Waiting => "stage-waiting",
            Self::Asked => "stage-asked",
            Self::Offered => "stage-offered",
            Self::Planned => "stage-planned",
            Self::Held => "stage-held",
            Self::FeedbackIn => "stage-feedback-in",
            Self::OptedOut => "stage-opted-out",
        }
    }

    /// Whether the season has reached it.
    pub const fn is_reached(self) -> bool {
        matches!(self, Self::Held | Self::FeedbackIn)
    }

    /// Whether something has been set going that has not come to a session yet.
    pub const fn is_on_the_way(self) -> bool {
        matches!(self, Self::Asked | Self::Offered | Self::Planned)
    }
}

/// When a municipality was last reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The season.
    pub season: Id,
    /// The day of the last session held, where it is known.
    pub day: Option<Date>,
}

/// Where one municipality stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which one.
    pub municipality: Id,
    /// How far it has come.
    pub stage: Stage,
    /// The coaching of the season that has come furthest.
    pub coaching: Option<Id>,
    /// When it was last reached, in whatever season.
    pub last_reached: Option<Reached>,
    /// How many sessions of that coaching were held.
    pub held: u32,
    /// The next session of that coaching.
    pub next: Option<Id>,
    /// What it answered, and was to answer, on what was held.
    pub feedback: Answers,
    /// The day it opted out, where that is known.
    pub opted_out: Option<Date>,
}

/// The figures of a season in one line: the targets are those reached, those on the way and those still to go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The municipalities to reach.
    pub targets: usize,
    /// Those reached.
    pub reached: usize,
    /// Those that asked, were offered one or plan one.
    pub on_the_way: usize,
    /// Those that were not asked, wait for a place, or for which nothing came of it.
    pub to_go: usize,
    /// Those that no season has reached yet.
    pub never_reached: usize,
    /// Those that do not take part; they are no targets.
    pub opted_out: usize,
}

/// Counts them.
pub fn sums(standings: &[Standing]) -> Sums {
    let count = |of: &dyn Fn(&Standing) -> bool| standings.iter().filter(|it| of(it)).count();
    let opted_out = count(&|it| it.stage == Stage::OptedOut);
    let reached = count(&|it| it.stage.is_reached());
    let on_the_way = count(&|it| it.stage.is_on_the_way());
    let targets = standings.len() - opted_out;
    Sums {
        targets,
        reached,
        on_the_way,
        to_go: targets - reached - on_the_way,
        never_reached: count(&|it| it.stage != Stage::OptedOut && it.last_reached.is_none()),
        opted_out,
    }
}

/// Where every target of a season stands, the oldest gap first, and last those that opted out.
pub fn coverage(book: &Book, season: &Season, today: Date) -> Vec<Standing> {
    let reached = last_reached(book, today);
    let mut of_season: HashMap<&Id, Vec<&Coaching>> = HashMap::new();
    for coaching in book.referring_as::<Coaching>(&Link::new(Kind::Season, season.id.clone())) {
        if let Some(id) = coaching.municipality.as_ref().filter(|_| coaching.season.as_ref() == Some(&season.id)) {
            of_season.entry(id).or_default().push(coaching);
        }
    }
    let standing = |municipality: Id| {
        let coachings = of_season.get(&municipality).map_or(&[][..], Vec::as_slice);
        let furthest = coachings.iter().map(|coaching| course(book, coaching, today));
        let furthest = furthest.max_by_key(|course| course.stage);
        let last = reached.get(&municipality);
        Standing {
            stage: furthest.as_ref().map_or(Stage::Never, |course| course.stage),
            held: furthest.as_ref().map_or(0, |course| course.held),
            next: furthest.as_ref().and_then(|course| course.next.clone()),
            feedback: furthest.as_ref().map(|course| course.feedback).unwrap_or_default(),
            coaching: furthest.map(|course| course.coaching),
            last_reached: last.map(|last| Reached { season: last.season.clone(), day: last.day }),
            opted_out: None,
            municipality,
        }
    };
    let mut standings: Vec<Standing> = targets(book, season).into_iter().map(standing).collect();
    let mut out: Vec<Standing> = Vec::new();
    for row in &season.opt_outs {
        let Some(id) = row.municipality.as_ref().filter(|id| is_there(book, id, season, today)) else { continue };
        if out.iter().all(|known| known.municipality != *id) {
            out.push(Standing { stage: Stage::OptedOut, opted_out: row.on, ..standing(id.clone()) });
        }
    }
    let gap = |standing: &Standing| {
        let last = reached.get(&standing.municipality);
        (standing.stage.is_reached(), last.map(|last| last.at), standing.stage, standing.municipality.clone())
    };
    standings.sort_by_cached_key(gap);
    out.sort_by_cached_key(gap);
    standings.append(&mut out);
    standings
}

/// Whether a municipality that opted out is worth naming: it is in the book and not gone.
fn is_there(book: &Book, id: &Id, season: &Season, today: Date) -> bool {
    let day = season.ends.map_or(today, |ends| ends.min(today));
    book.get::<Municipality>(id).is_some_and(|municipality| exists_on(municipality, day))
}

/// How far one coaching has come.
struct Course {
    coaching: Id,
    stage: Stage,
    held: u32,
    next: Option<Id>,
    feedback: Answers,
}

fn course(book: &Book, coaching: &Coaching, today: Date) -> Course {
    let sessions = || sessions(book, coaching);
    let held = sessions().filter(|session| session.status == Some(SessionStatus::Held)).count();
    let ahead = sessions().filter(|session| is_ahead(session, today));
    let next = ahead.min_by_key(|session| (session.date, session.time, session.id.clone()));
    let feedback = answers(book, coaching);
    let all_answered = feedback.expected > 0 && feedback.given >= feedback.expected;
    let stage = match coaching.status {
        _ if has_been_held(book, coaching) && all_answered => Stage::FeedbackIn,
        _ if has_been_held(book, coaching) => Stage::Held,
        None | Some(CoachingStatus::Requested) => Stage::Asked,
        Some(CoachingStatus::Waiting) => Stage::Waiting,
        Some(CoachingStatus::Offered) => Stage::Offered,
        Some(CoachingStatus::Postponed | CoachingStatus::Declined | CoachingStatus::Cancelled) => Stage::NotNow,
        Some(_) => Stage::Planned,
    };
    Course {
        coaching: coaching.id.clone(),
        stage,
        held: u32::try_from(held).unwrap_or(u32::MAX),
        next: next.map(|session| session.id.clone()),
        feedback,
    }
}

fn sessions<'a>(book: &'a Book, coaching: &Coaching) -> impl Iterator<Item = &'a Session> + use<'a> {
    book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone()))
}

fn is_ahead(session: &Session, today: Date) -> bool {
    let over = matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled));
    !over && session.date.is_some_and(|day| session.last_day.unwrap_or(day) >= today)
}

/// A time a municipality was reached.
struct Last<'a> {
    season: &'a Id,
    day: Option<Date>,
    /// What it is compared by: the day, else the season's last one, else the day before all days.
    at: Date,
}

/// When each municipality was last reached. Of a coaching whose days nobody knows its season's end counts, but no
/// later than today.
fn last_reached(book: &Book, today: Date) -> HashMap<Id, Last<'_>> {
    let mut reached: HashMap<Id, Last<'_>> = HashMap::new();
    for coaching in book.all::<Coaching>() {
        let (Some(municipality), Some(season)) = (&coaching.municipality, &coaching.season) else { continue };
        if !has_been_held(book, coaching) {
            continue;
        }
        let held = sessions(book, coaching).filter(|session| session.status == Some(SessionStatus::Held));
        let day = held.filter_map(|session| session.last_day.max(session.date)).max();
        let ends = || book.get::<Season>(season).and_then(|season| season.ends.or(season.starts));
        let at = day.or_else(ends).map_or(Date::MIN, |day| day.min(today));
        let last = Last { season, day, at };
        match reached.get_mut(municipality) {
            Some(known) if (known.at, known.season) >= (last.at, last.season) => {}
            Some(known) => *known = last,
            None => drop(reached.insert(municipality.clone(), last)),
        }
    }
    reached
}

#[cfg(test)]
mod tests;
