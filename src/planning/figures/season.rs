//! The figures of a season, or of the days a grant runs: which records count, and a table of what is counted.
//!
//! Owns what belongs to a period and the [`TABLE`]. What a figure is called and how it is defined in words stands in the
//! texts its row names. Never decides how a figure is shown.
//!
//! What counts for a season are its own sessions and coachings, whatever their days. What counts from one day to another:
//!
//! * a session by its first day; one without a day where its whole season lies within;
//! * a coaching that was asked for within, or has a session within; where neither day is known, one whose season
//!   shares a day with the period;
//! * in either case an action or a practice with what it came from, else by its own day.

mod network;
mod outcome;
mod picture;
mod places;

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;

use super::{Answers, Returned, exists_on, has_been_held, returned, targets};
use crate::book::Book;
use crate::domain::{
    Action, ActionStatus, Choice, Coaching, Feedback, Goal, Id, Kind, Link, Municipality, OptOut, Practice,
    Publication, RecordRef, Season, Session, SessionStatus, Uptake, Words,
};
use crate::planning::actions::municipality_of;
use crate::planning::opinions::is_on_cancelled;
use crate::text::Tongue;

pub use network::sending;
pub use outcome::{municipalities_at, people_at, summed};
pub use picture::{forms_of, themes_of};
pub use places::{OfMunicipality, OfTheme, by_municipality, by_theme};

/// How far a link is followed to what something came from; links can lead round.
const STEPS: usize = 4;

/// The time that is reported on.
#[derive(Clone, Copy, Debug)]
pub struct Period<'a> {
    /// The season; nothing where only days were named.
    pub season: Option<&'a Season>,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl<'a> Period<'a> {
    /// A season.
    pub fn of_season(season: &'a Season) -> Self {
        Self { season: Some(season), first: season.starts.unwrap_or(Date::MIN), last: season.ends.unwrap_or(Date::MAX) }
    }

    /// From one day to another, both within.
    pub fn between(first: Date, last: Date) -> Self {
        Self { season: None, first: first.min(last), last: first.max(last) }
    }

    /// What it is compared with: the season that began last before this one, or as many days right before. Nothing
    /// where nothing is known of that time.
    pub fn before(&self, book: &'a Book) -> Option<Self> {
        if let Some(season) = self.season {
            let earlier =
                |other: &&Season| other.id != season.id && other.starts.is_some() && other.starts < season.starts;
            let last = book.all::<Season>().filter(earlier).max_by_key(|other| (other.starts, &other.id));
            return last.map(Period::of_season);
        }
        let last = self.first.yesterday().ok()?;
        let first = last.checked_sub(self.last.since(self.first).ok()?).ok()?;
        let before = Self::between(first, last);
        begins(book).is_some_and(|begins| begins <= before.first).then_some(before)
    }

    /// Whether the book knows of nothing before it, so that nobody can say what there was the first time.
    pub fn is_first(&self, book: &Book) -> bool {
        begins(book).is_none_or(|begins| self.first <= begins)
    }

    /// Whether it holds this day.
    pub fn holds(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether a season shares a day with it.
    fn meets(&self, season: &Season) -> bool {
        season.starts.is_none_or(|starts| starts <= self.last) && season.ends.is_none_or(|ends| self.first <= ends)
    }

    /// Whether all days of a season are within.
    fn contains(&self, season: &Season) -> bool {
        season.starts.is_some_and(|starts| self.first <= starts) && season.ends.is_some_and(|ends| ends <= self.last)
    }
}

/// The first day the book knows anything of: that of a season or a session.
fn begins(book: &Book) -> Option<Date> {
    let seasons = book.all::<Season>().filter_map(|season| season.starts);
    seasons.chain(book.all::<Session>().filter_map(|session| session.date)).min()
}

/// All that counts for a period, gathered once for all figures.
#[derive(Debug)]
pub struct Scope<'a> {
    /// The book.
    pub book: &'a Book,
    /// The period.
    pub period: Period<'a>,
    /// The season, or those that share a day with the period.
    pub seasons: Vec<&'a Season>,
    /// The sessions, whatever their status, in the order of their ids.
    pub sessions: Vec<&'a Session>,
    /// The coachings, whatever their status, in the order of their ids.
    pub coachings: Vec<&'a Coaching>,
    /// The forms that count: on these sessions and coachings, without those on what was called off.
    pub forms: Vec<&'a Feedback>,
    /// The actions that were agreed.
    pub actions: Vec<&'a Action>,
    /// The practices that were told of.
    pub practices: Vec<&'a Practice>,
    /// The practices that were taken up, with who did.
    pub uptakes: Vec<(&'a Practice, &'a Uptake)>,
    /// What was published.
    pub publications: Vec<&'a Publication>,
    /// Who opted out, each once.
    pub opt_outs: Vec<&'a OptOut>,
    /// The municipalities to reach.
    pub targets: Vec<Id>,
    /// Those of them that were reached.
    pub reached: Vec<Id>,
    /// Those of them that were reached before the period.
    pub earlier: HashSet<Id>,
    /// Whether a round's list of municipalities is incomplete or nobody wrote down any coaching, so that more may have
    /// been reached.
    pub is_incomplete: bool,
    /// Whether that holds for any round of the book.
    pub was_ever_incomplete: bool,
}

impl<'a> Scope<'a> {
    /// Gathers it.
    pub fn new(book: &'a Book, period: Period<'a>) -> Self {
        let mut seasons: Vec<&Season> = match period.season {
            Some(season) => vec![season],
            None => book.all::<Season>().filter(|season| period.meets(season)).collect(),
        };
        seasons.sort_by_key(|season| &season.id);
        let incomplete = |season: &Season| season.rounds.iter().any(|round| round.complete == Some(false));
        let mut scope = Self {
            book,
            period,
            sessions: Vec::new(),
            coachings: Vec::new(),
            forms: Vec::new(),
            actions: Vec::new(),
            practices: Vec::new(),
            uptakes: Vec::new(),
            publications: Vec::new(),
            opt_outs: Vec::new(),
            targets: Vec::new(),
            reached: Vec::new(),
            earlier: HashSet::new(),
            is_incomplete: seasons.iter().any(|season| incomplete(season)),
            was_ever_incomplete: book.all::<Season>().any(incomplete),
            seasons,
        };
        scope.gather_course();
        scope.is_incomplete |= scope.coachings.is_empty();
        scope.gather_targets();
        scope.gather_outcome();
        scope
    }

    fn gather_course(&mut self) {
        let book = self.book;
        if let Some(season) = self.period.season {
            let link = Link::new(Kind::Season, season.id.clone());
            let own = |of: Option<&Id>| of == Some(&season.id);
            self.sessions = book.referring_as::<Session>(&link).filter(|it| own(it.season.as_ref())).collect();
            self.coachings = book.referring_as::<Coaching>(&link).filter(|it| own(it.season.as_ref())).collect();
        } else {
            self.sessions = book.all::<Session>().filter(|session| self.session_counts(session)).collect();
            self.coachings = book.all::<Coaching>().filter(|coaching| self.coaching_counts(coaching)).collect();
        }
        self.sessions.sort_by_key(|session| &session.id);
        self.coachings.sort_by_key(|coaching| &coaching.id);
        let on = |link: Link| {
            let forms = book.referring_as::<Feedback>(&link);
            forms.filter(move |form| form.about.as_ref() == Some(&link) && !is_on_cancelled(book, form))
        };
        let on_sessions = self.sessions.iter().flat_map(|it| on(Link::new(Kind::Session, it.id.clone())));
        let on_coachings = self.coachings.iter().flat_map(|it| on(Link::new(Kind::Coaching, it.id.clone())));
        self.forms = on_sessions.chain(on_coachings).collect();
        self.forms.sort_by_key(|form| (form.given_on.is_none(), form.given_on, &form.id));
    }

    fn session_counts(&self, session: &Session) -> bool {
        session.date.map_or_else(
            || season_of(self.book, session.season.as_ref()).is_some_and(|season| self.period.contains(season)),
            |day| self.period.holds(day),
        )
    }

    fn coaching_counts(&self, coaching: &Coaching) -> bool {
        let mut days = sessions_of(self.book, coaching).filter_map(|session| session.date).peekable();
        if coaching.asked_on.is_none() && days.peek().is_none() {
            return season_of(self.book, coaching.season.as_ref()).is_some_and(|season| self.period.meets(season));
        }
        coaching.asked_on.into_iter().chain(days).any(|day| self.period.holds(day))
    }

    fn gather_targets(&mut self) {
        let book = self.book;
        let all: BTreeSet<Id> = match self.seasons.as_slice() {
            [] => {
                let there = |it: &&Municipality| exists_on(it, self.period.last);
                book.all::<Municipality>().filter(there).map(|it| it.id.clone()).collect()
            }
            seasons => seasons.iter().flat_map(|season| targets(book, season)).collect(),
        };
        self.targets = all.into_iter().collect();
        let held: HashSet<&Id> =
            self.held_coachings().into_iter().filter_map(|coaching| coaching.municipality.as_ref()).collect();
        self.reached = self.targets.iter().filter(|id| held.contains(id)).cloned().collect();
        let before = book.all::<Coaching>().filter(|coaching| self.was_held_before(coaching));
        let before: HashSet<&Id> = before.filter_map(|coaching| coaching.municipality.as_ref()).collect();
        self.earlier = self.targets.iter().filter(|id| before.contains(id)).cloned().collect();
        let mut seen = HashSet::new();
        let rows = self.seasons.iter().flat_map(|season| &season.opt_outs);
        self.opt_outs = rows.filter(|row| row.municipality.as_ref().is_some_and(|id| seen.insert(id))).collect();
        self.publications = self.publications();
    }

    /// Of a season all it names; else those of the days, and those without a day of seasons that lie within.
    fn publications(&self) -> Vec<&'a Publication> {
        if let Some(season) = self.period.season {
            return season.publications.iter().collect();
        }
        let mut seasons: Vec<&Season> = self.book.all::<Season>().collect();
        seasons.sort_by_key(|season| &season.id);
        let rows = seasons.iter().flat_map(|season| season.publications.iter().map(move |row| (*season, row)));
        let counts = |season: &Season, row: &Publication| {
            row.date.map_or_else(|| self.period.contains(season), |day| self.period.holds(day))
        };
        rows.filter(|(season, row)| counts(season, row)).map(|(_, row)| row).collect()
    }

    /// The coachings of which at least one session was held in the period.
    pub fn held_coachings(&self) -> Vec<&'a Coaching> {
        self.coachings.iter().copied().filter(|coaching| self.is_held(coaching)).collect()
    }

    /// Whether a coaching had a session in the period. In a season, whenever it was; from one day to another by the days,
    /// and where none is known by what its status says.
    pub fn is_held(&self, coaching: &Coaching) -> bool {
        if self.period.season.is_some() {
            return has_been_held(self.book, coaching);
        }
        let mut days = held_days(self.book, coaching).peekable();
        if days.peek().is_some() {
            return days.any(|day| self.period.holds(day));
        }
        let season = season_of(self.book, coaching.season.as_ref());
        has_been_held(self.book, coaching) && season.is_some_and(|season| self.period.meets(season))
    }

    fn was_held_before(&self, coaching: &Coaching) -> bool {
        let season = season_of(self.book, coaching.season.as_ref());
        if let Some(own) = self.period.season {
            let earlier = season.is_some_and(|season| season.id != own.id && season.starts < own.starts);
            return earlier && has_been_held(self.book, coaching);
        }
        let mut days = held_days(self.book, coaching).peekable();
        if days.peek().is_some() {
            return days.any(|day| day < self.period.first);
        }
        let over = season.and_then(|season| season.ends).is_some_and(|ends| ends < self.period.first);
        over && has_been_held(self.book, coaching)
    }

    fn gather_outcome(&mut self) {
        let (sessions, coachings): (HashSet<&Id>, HashSet<&Id>) =
            (self.sessions.iter().map(|it| &it.id).collect(), self.coachings.iter().map(|it| &it.id).collect());
        let comes_from = |link: &Link| {
            came_from(self.book, link, &|link| match link.kind {
                Kind::Session => Some(sessions.contains(&link.id)),
                Kind::Coaching => Some(coachings.contains(&link.id)),
                Kind::Season => Some(self.seasons.iter().any(|season| season.id == link.id)),
                _ => None,
            })
        };
        let period = self.period;
        let agreed = |action: &&Action| {
            let by_day = || action.done_on.or(action.due).is_some_and(|day| period.holds(day));
            action.source.as_ref().and_then(comes_from).unwrap_or_else(by_day)
        };
        let source = |practice: &Practice| {
            let session = practice.session.clone().map(|id| Link::new(Kind::Session, id));
            session.as_ref().or(practice.source.as_ref()).and_then(comes_from) == Some(true)
        };
        let mut actions: Vec<&Action> = self.book.all::<Action>().filter(agreed).collect();
        let mut practices: Vec<&Practice> = self.book.all::<Practice>().filter(|practice| source(practice)).collect();
        let rows = self.book.all::<Practice>().flat_map(|it| it.uptakes.iter().map(move |row| (it, row)));
        let taken = |(practice, row): &(&Practice, &Uptake)| {
            row.since.map_or_else(|| source(practice), |day| period.holds(day))
        };
        let mut uptakes: Vec<(&Practice, &Uptake)> = rows.filter(taken).collect();
        actions.sort_by_key(|action| &action.id);
        practices.sort_by_key(|practice| &practice.id);
        uptakes.sort_by_key(|(practice, row)| (&practice.id, &row.municipality, row.since));
        (self.actions, self.practices, self.uptakes) = (actions, practices, uptakes);
    }

    /// The sessions that were held.
    pub fn held(&self) -> impl Iterator<Item = &'a Session> + Clone + use<'_, 'a> {
        self.sessions.iter().copied().filter(|session| session.status == Some(SessionStatus::Held))
    }

    /// The municipality an action is for.
    pub fn municipality(&self, action: &Action) -> Option<Id> {
        let of_source = || municipality_of(self.book, action.source.as_ref()?, self.period.last);
        action.municipality.clone().or_else(of_source)
    }

    /// The municipalities in which something came of it that can be seen: an action done or a practice taken up.
    pub fn concrete(&self) -> HashSet<Id> {
        let done = self.actions.iter().filter(|action| action.status == Some(ActionStatus::Done));
        let done = done.filter_map(|action| self.municipality(action));
        done.chain(self.uptakes.iter().filter_map(|(_, row)| row.municipality.clone())).collect()
    }

    /// The forms that came, and those there should be.
    pub fn returned(&self) -> Returned {
        returned(self.book, &self.sessions, &self.held_coachings())
    }
}

fn season_of<'a>(book: &'a Book, id: Option<&Id>) -> Option<&'a Season> {
    book.get::<Season>(id?)
}

fn sessions_of<'a>(book: &'a Book, coaching: &Coaching) -> impl Iterator<Item = &'a Session> {
    let sessions = book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone()));
    sessions.filter(|session| session.status != Some(SessionStatus::Cancelled))
}

fn held_days(book: &Book, coaching: &Coaching) -> impl Iterator<Item = Date> {
    sessions_of(book, coaching).filter(|it| it.status == Some(SessionStatus::Held)).filter_map(|it| it.date)
}

/// Follows a link until something tells whether it counts; nothing where nothing does.
fn came_from(book: &Book, link: &Link, counts: &dyn Fn(&Link) -> Option<bool>) -> Option<bool> {
    let mut at = link.clone();
    for _ in 0..STEPS {
        if let Some(counts) = counts(&at) {
            return Some(counts);
        }
        at = match book.record(&at)? {
            RecordRef::Feedback(form) => form.about.clone()?,
            RecordRef::Note(note) => note.about.clone()?,
            RecordRef::Action(action) => action.source.clone()?,
            RecordRef::Practice(it) => {
                it.session.clone().map(|id| Link::new(Kind::Session, id)).or(it.source.clone())?
            }
            _ => return None,
        };
    }
    None
}

/// How much of something there was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amount {
    /// Nobody wrote it down.
    #[default]
    Unknown,
    /// So many.
    Count(u32),
    /// So much time, in minutes.
    Minutes(u32),
    /// From −100 to 100.
    Score(i32),
    /// It is known and is not told, as too few answered.
    Few,
}

/// One number of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How much.
    pub amount: Amount,
    /// Of how many, where it is a part of something.
    pub of: Option<u32>,
    /// From how many records it was counted.
    pub n: u32,
    /// Whether there were so many at least.
    pub at_least: bool,
    /// Whether it holds only as far as is known.
    pub as_far_as_known: bool,
    /// Of those who were asked for a form: all forms that came, where several came from one of them.
    pub forms: Option<u32>,
}

impl Counted {
    /// None at all.
    pub fn none() -> Self {
        Self::count(0, 0)
    }

    /// So many, counted from so many records.
    fn count(count: usize, n: usize) -> Self {
        Self { amount: Amount::Count(small(count)), n: small(n), ..Self::default() }
    }

    /// So many of so many.
    fn part(count: usize, of: usize) -> Self {
        Self { of: Some(small(of)), ..Self::count(count, of) }
    }

    fn answers(answers: Answers) -> Self {
        let Answers { given, expected, forms } = answers;
        let amount = Amount::Count(given);
        Self { amount, of: Some(expected), n: forms, forms: (forms > given).then_some(forms), ..Self::default() }
    }

    fn as_far_as_known(self, incomplete: bool) -> Self {
        Self { as_far_as_known: incomplete, ..self }
    }
}

/// A count as it is stored; there are never more records than fit.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What a number of a figure is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// All.
    Whole,
    /// A subregion; without a name where the municipality tells none.
    Subregion(Words),
    /// The official languages, the majority's first; none where the municipality tells none.
    Languages(Vec<Tongue>),
    /// One of a closed list, by the list and the key; without a key where the record tells none.
    Choice(&'static str, Option<&'static str>),
    /// A theme.
    Theme(Id),
    /// What working time went into, by the key of its field.
    Hours(&'static str),
}

/// One figure: where it belongs, what it is called, how it is defined and how it is counted.
#[derive(Debug)]
pub struct Figure {
    /// Its key in JSON and tables.
    pub key: &'static str,
    /// The goal it tells of; nothing where it is what people answered.
    pub goal: Option<Goal>,
    /// The id of its name.
    pub name: &'static str,
    /// The id of its definition.
    pub definition: &'static str,
    /// Counts it: the whole first, then group by group.
    pub count: fn(&Scope<'_>) -> Vec<(Group, Counted)>,
}

/// Every figure of a period, each defined once, in the order in which they are reported.
pub static TABLE: &[Figure] = &[
    figure("targets", Some(Goal::Network), ["figure-targets", "figure-targets-means"], network::targets),
    figure("reached", Some(Goal::Network), ["figure-reached-now", "figure-reached-means"], network::reached),
    figure("new", Some(Goal::Network), ["figure-new", "figure-new-means"], network::new),
    figure("returning", Some(Goal::Network), ["figure-returning", "figure-returning-means"], network::returning),
    figure("not_yet", Some(Goal::Network), ["figure-not-yet", "figure-not-yet-means"], network::not_yet),
    figure("opted_out", Some(Goal::Network), ["figure-opted-out", "figure-opted-out-means"], network::opted_out),
    figure("senders", Some(Goal::Network), ["figure-senders", "figure-senders-means"], network::senders),
    figure("tutors", Some(Goal::Network), ["figure-tutors", "figure-tutors-means"], network::active),
    figure("hours", Some(Goal::Network), ["figure-hours", "figure-hours-means"], network::hours),
    figure("themes_asked", Some(Goal::Picture), ["figure-themes-asked", "figure-themes-asked-means"], picture::asked),
    figure("themes_dealt", Some(Goal::Picture), ["figure-themes-dealt", "figure-themes-dealt-means"], picture::dealt),
    figure("wishes", Some(Goal::Picture), ["figure-wishes", "figure-wishes-means"], picture::wishes),
    figure("support", Some(Goal::Picture), ["figure-support", "figure-support-means"], picture::support),
    figure("coached", Some(Goal::Supply), ["figure-coached", "figure-coached-means"], outcome::coached),
    figure("coachings", Some(Goal::Supply), ["figure-coachings", "figure-coachings-means"], outcome::coachings),
    figure("held", Some(Goal::Supply), ["figure-held", "figure-held-means"], outcome::held),
    figure("cancelled", Some(Goal::Supply), ["figure-cancelled", "figure-cancelled-means"], outcome::cancelled),
    figure("participants", Some(Goal::Supply), ["figure-participants", "figure-participants-means"], outcome::people),
    figure("presences", Some(Goal::Supply), ["figure-presences", "figure-presences-means"], outcome::presences),
    figure("actions", Some(Goal::Supply), ["figure-actions", "figure-actions-means"], outcome::actions),
    figure("practices", Some(Goal::Supply), ["figure-practices", "figure-practices-means"], outcome::practices),
    figure("uptakes", Some(Goal::Supply), ["figure-uptakes", "figure-uptakes-means"], outcome::uptakes),
    figure("concrete", Some(Goal::Supply), ["figure-concrete", "figure-concrete-means"], outcome::concrete),
    figure("webinars", Some(Goal::Communication), ["figure-webinars", "figure-webinars-means"], outcome::webinars),
    figure("materials", Some(Goal::Communication), ["figure-materials", "figure-materials-means"], outcome::materials),
    figure(
        "publications",
        Some(Goal::Communication),
        ["figure-published", "figure-published-means"],
        outcome::published,
    ),
    figure("forms", None, ["figure-forms", "figure-forms-means"], outcome::forms),
    figure("forms_tutors", None, ["figure-forms-tutors", "figure-forms-tutors-means"], outcome::forms_of_tutors),
    figure("forms_later", None, ["figure-forms-later", "figure-forms-later-means"], outcome::forms_later),
    figure("recommendation", None, ["figure-recommend", "figure-recommend-means"], outcome::recommendation),
    figure(
        "recommendation_events",
        None,
        ["figure-recommend-events", "figure-recommend-events-means"],
        outcome::recommendation_of_events,
    ),
];

const fn figure(
    key: &'static str,
    goal: Option<Goal>,
    [name, definition]: [&'static str; 2],
    count: fn(&Scope<'_>) -> Vec<(Group, Counted)>,
) -> Figure {
    Figure { key, goal, name, definition, count }
}

/// Counts what falls into each choice of a closed list, in its order, what tells none last.
fn by_choice<T: Choice + PartialEq>(found: &[Option<T>]) -> Vec<(Group, usize)> {
    let options = T::ALL.iter().copied().map(Some).chain([None]);
    let counted = options.map(|option| {
        let count = found.iter().filter(|it| **it == option).count();
        (Group::Choice(T::SET, option.map(T::key)), count)
    });
    counted.filter(|(_, count)| *count > 0).collect()
}

/// The whole, and each choice of a closed list.
fn whole_and<T: Choice + PartialEq>(found: &[Option<T>]) -> Vec<(Group, Counted)> {
    let whole = (Group::Whole, Counted::count(found.len(), found.len()));
    let parts = by_choice(found).into_iter().map(|(group, count)| (group, Counted::count(count, found.len())));
    [whole].into_iter().chain(parts).collect()
}

#[cfg(test)]
mod tests;
