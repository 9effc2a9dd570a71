//! A municipality becomes part of another one: what is open goes on there, what was stays as it was.
//!
//! What becomes of each kind of reference to the municipality that ends (A), on the day the other one (B) takes over:
//!
//! | where A stands | what becomes of it |
//! |---|---|
//! | the municipality itself | `valid_until` is the day before, `merged_into` is B; all else stays, of B everything does |
//! | a municipality that merged into A before | stays: one goes on from A to B |
//! | a person's place of work | what holds ends the day before and goes on at B with the same title and unit; what begins later is at B; what ended stays |
//! | a person's role | B's in seasons that go on, once each; A's in others |
//! | a season's tutors, targets, opt-outs | B's in seasons that go on and start on the day or later; B does not opt out by it where it takes part on its own |
//! | a coaching | B's while nothing was held, it is neither over nor called off, and its season goes on; else A's |
//! | a session's municipalities, and how many come from each | B's where it is not held or called off, on the day or later, or without a day, and in no season that is over; else A's |
//! | an answer to a poll of dates | stays: A said it |
//! | a follow-up action | B's while it is open; what it came from stays |
//! | feedback, notes, good practices and who took them up | stay: A's history |
//! | ways between municipalities | stay: the place is where it was |
//!
//! A season goes on that ends neither before that day nor before the one on which the merger is told. Figures of all
//! others are the same afterwards: of a merger that is told later than it was, the municipality keeps when it was told.

use ecow::EcoVec;
use jiff::civil::Date;

use super::figures::has_been_held;
use crate::book::show::Showing;
use crate::book::{Book, Change, Shelved};
use crate::domain::{
    Action, ActionStatus, Affiliation, Coaching, CoachingStatus, Id, Ids, Kept, Kind, Link, Municipality, OptOut,
    Person, Presence, Record, RoleInSeason, Season, Session, SessionStatus,
};
use crate::text::Safe;

/// Which municipality becomes part of which one, and from when on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merging {
    /// The one that ends.
    pub from: Id,
    /// The one it becomes part of.
    pub into: Id,
    /// The first day on which it is.
    pub on: Date,
}

/// How many records of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Coachings.
    pub coachings: usize,
    /// Sessions.
    pub sessions: usize,
    /// Follow-up actions.
    pub actions: usize,
    /// People.
    pub people: usize,
    /// Seasons.
    pub seasons: usize,
    /// Anything else: feedback, notes, practices.
    pub others: usize,
}

/// What a merger changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The changes, that of the municipality first.
    pub changes: Vec<Change>,
    /// What goes on with the other municipality.
    pub moves: Counts,
    /// What stays with the one that ends.
    pub stays: Counts,
    /// Seasons the other one does not take part in, because the one that ends had said so.
    pub opted_out: usize,
}

/// Why two municipalities are not merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmerged {
    /// One of them is not in the book.
    Unknown(Id),
    /// They are one and the same.
    Itself(Id),
    /// It has become part of another one already.
    Already(Id, Id),
    /// It had ended by then.
    Ended(Id, Date),
    /// It was not there yet.
    NotYet(Id, Date),
}

impl Unmerged {
    /// The reason as a sentence.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        let name = |id: &Id| showing.id(Kind::Municipality, Some(id)).into();
        match self {
            Self::Unknown(id) => texts.tell("error-not-in-book", &[("link", Safe::line(id.as_str()).into())]),
            Self::Itself(id) => texts.tell("merge-itself", &[("name", name(id))]),
            Self::Already(id, into) => texts.tell("merge-already", &[("name", name(id)), ("into", name(into))]),
            Self::Ended(id, day) => texts.tell("merge-ended", &[("name", name(id)), ("day", texts.date(*day).into())]),
            Self::NotYet(id, day) => {
                texts.tell("merge-not-yet", &[("name", name(id)), ("day", texts.date(*day).into())])
            }
        }
    }

    /// Whether it is about the municipality that is to take the other one in.
    pub fn is_about(&self, id: &Id) -> bool {
        matches!(self, Self::Unknown(it) | Self::Itself(it) | Self::Already(it, _) | Self::NotYet(it, _) | Self::Ended(it, _) if it == id)
    }
}

/// Works out what a merger changes.
///
/// # Errors
/// Why the two cannot be merged.
pub fn merged(book: &Book, merging: &Merging, today: Date) -> Result<Merged, Unmerged> {
    let Merging { from, into, on } = merging;
    let ending = book.get::<Municipality>(from).ok_or_else(|| Unmerged::Unknown(from.clone()))?;
    let taking = book.get::<Municipality>(into).ok_or_else(|| Unmerged::Unknown(into.clone()))?;
    if from == into {
        return Err(Unmerged::Itself(from.clone()));
    }
    if let Some(other) = &ending.merged_into {
        return Err(Unmerged::Already(from.clone(), other.clone()));
    }
    if let Some(other) = &taking.merged_into {
        return Err(Unmerged::Already(into.clone(), other.clone()));
    }
    // There is no day before the first one.
    let before = on.yesterday().unwrap_or(*on);
    for (municipality, last) in [(ending, before), (taking, *on)] {
        if let Some(ended) = municipality.valid_until.filter(|ended| *ended < last) {
            return Err(Unmerged::Ended(municipality.id.clone(), ended));
        }
        if let Some(first) = municipality.valid_from.filter(|first| *first > last) {
            return Err(Unmerged::NotYet(municipality.id.clone(), first));
        }
    }
    Ok(Merger { book, from, into, on: *on, before, today }.merge(ending))
}

/// A merger being worked out.
struct Merger<'a> {
    book: &'a Book,
    from: &'a Id,
    into: &'a Id,
    on: Date,
    /// The last day of the municipality that ends.
    before: Date,
    /// The day it is told.
    today: Date,
}

impl Merger<'_> {
    fn merge(&self, ending: &Municipality) -> Merged {
        let mut ended = ending.clone();
        // Of one that is known to have ended by now, what it counts for is known as well.
        let was_there = ending.valid_until.is_none_or(|last| last >= self.today);
        ended.merger_told = Some(self.today).filter(|today| self.on <= *today && was_there);
        ended.valid_until = Some(self.before);
        ended.merged_into = Some(self.into.clone());
        let itself =
            Change { before: Some(Record::Municipality(ending.clone())), after: Some(Record::Municipality(ended)) };
        let people = self.moving(Record::Person, |it| Some(self.person(it)));
        let seasons = self.moving(Record::Season, |it| self.season(it));
        let coachings = self.moving(Record::Coaching, |it| self.coaching(it));
        let sessions = self.moving(Record::Session, |it| self.session(it));
        let actions = self.moving(Record::Action, |it| self.action(it));
        let moves = Counts {
            coachings: coachings.len(),
            sessions: sessions.len(),
            actions: actions.len(),
            people: people.len(),
            seasons: seasons.len(),
            others: 0,
        };
        let all = self.counted();
        let stays = Counts {
            coachings: all.coachings - moves.coachings,
            sessions: all.sessions.saturating_sub(moves.sessions),
            actions: all.actions - moves.actions,
            others: all.others,
            ..Counts::default()
        };
        let opted_out = seasons.iter().filter(|change| self.opts_out(change)).count();
        let changes = [vec![itself], coachings, sessions, actions, people, seasons].into_iter().flatten().collect();
        Merged { changes, moves, stays, opted_out }
    }

    /// The changes of records of one kind that name the municipality.
    fn moving<T: Shelved + PartialEq>(&self, record: fn(T) -> Record, moved: impl Fn(&T) -> Option<T>) -> Vec<Change> {
        let named = self.book.referring_as::<T>(&link_to(self.from));
        let changed = named.filter_map(|before| Some((before, moved(before).filter(|after| after != before)?)));
        changed
            .map(|(before, after)| Change { before: Some(record(before.clone())), after: Some(record(after)) })
            .collect()
    }

    /// Everything that names the municipality and is its own.
    fn counted(&self) -> Counts {
        let link = link_to(self.from);
        let own: Vec<&Coaching> = self.book.referring_as::<Coaching>(&link).collect();
        let through = own
            .iter()
            .filter(|coaching| !self.is_open(coaching))
            .flat_map(|coaching| self.book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone())));
        let mut sessions: Vec<&Id> =
            self.book.referring_as::<Session>(&link).chain(through).map(|session| &session.id).collect();
        sessions.sort();
        sessions.dedup();
        let others = self.book.referring(&link).iter();
        Counts {
            coachings: own.len(),
            sessions: sessions.len(),
            actions: self.book.referring_as::<Action>(&link).count(),
            others: others.filter(|place| matches!(place.kind, Kind::Feedback | Kind::Note | Kind::Practice)).count(),
            ..Counts::default()
        }
    }

    /// Whether a season is not over on the day of the merger, nor on the one on which it is told.
    fn goes_on(&self, season: &Season) -> bool {
        season.ends.is_none_or(|last| last >= self.on && last >= self.today)
    }

    /// Whether this is of a season that is over.
    fn is_over(&self, season: Option<&Id>) -> bool {
        season.and_then(|id| self.book.get::<Season>(id)).is_some_and(|season| !self.goes_on(season))
    }

    fn is_open(&self, coaching: &Coaching) -> bool {
        use CoachingStatus::{Cancelled, Declined, Done, UnderWay};
        if self.is_over(coaching.season.as_ref()) {
            return false;
        }
        !matches!(coaching.status, Some(UnderWay | Done | Declined | Cancelled)) && !has_been_held(self.book, coaching)
    }

    fn coaching(&self, coaching: &Coaching) -> Option<Coaching> {
        let moved = |id: &Id| if id == self.from { self.into.clone() } else { id.clone() };
        self.is_open(coaching).then(|| Coaching {
            municipality: coaching.municipality.as_ref().map(moved),
            tutor_municipalities: self.listed(&coaching.tutor_municipalities),
            ..coaching.clone()
        })
    }

    fn session(&self, session: &Session) -> Option<Session> {
        let open = !matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled));
        let ahead = session.date.is_none_or(|day| day >= self.on);
        (open && ahead && !self.is_over(session.season.as_ref())).then(|| Session {
            municipalities: self.listed(&session.municipalities),
            tutor_municipalities: self.listed(&session.tutor_municipalities),
            presence: self.present(&session.presence),
            ..session.clone()
        })
    }

    /// How many come from each: those of both together, in one row.
    fn present(&self, rows: &EcoVec<Presence>) -> EcoVec<Presence> {
        let (from, into) = (link_to(self.from), link_to(self.into));
        let mut kept: EcoVec<Presence> = rows.clone();
        let Some(at) = kept.iter().position(|row| row.who.as_ref() == Some(&from)) else { return kept };
        let other = kept.iter().position(|row| row.who.as_ref() == Some(&into));
        let Some(other) = other.filter(|_| is_plain(kept.get(at))) else {
            if let Some(row) = kept.make_mut().get_mut(at) {
                row.who = Some(into);
            }
            return kept;
        };
        let gone = kept.get(at).cloned().unwrap_or_default();
        let sum =
            |one: Option<u32>, two: Option<u32>| one.map_or(two, |one| Some(one.saturating_add(two.unwrap_or(0))));
        if let Some(row) = kept.make_mut().get_mut(other) {
            row.registered = sum(row.registered, gone.registered);
            row.present = sum(row.present, gone.present);
        }
        kept.remove(at);
        kept
    }

    fn action(&self, action: &Action) -> Option<Action> {
        let over = matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped));
        let own = action.municipality.as_ref() == Some(self.from);
        (own && !over).then(|| Action { municipality: Some(self.into.clone()), ..action.clone() })
    }

    fn season(&self, season: &Season) -> Option<Season> {
        let to_come = season.starts.is_some_and(|starts| starts >= self.on);
        (to_come && self.goes_on(season)).then(|| Season {
            tutor_municipalities: self.listed(&season.tutor_municipalities),
            target_municipalities: self.listed(&season.target_municipalities),
            opt_outs: self.out(season),
            ..season.clone()
        })
    }

    /// Who opts out of a season. That the one that ends did says nothing of the other one where it takes part.
    fn out(&self, season: &Season) -> EcoVec<OptOut> {
        let opted = |id: &Id| season.opt_outs.iter().position(|row| row.municipality.as_ref() == Some(id));
        let lists = [&season.tutor_municipalities, &season.target_municipalities];
        let coached = |coaching: &Coaching| {
            coaching.season.as_ref() == Some(&season.id) && coaching.municipality.as_ref() == Some(self.into)
        };
        let takes_part = lists.iter().any(|list| list.contains(self.into))
            || self.book.referring_as::<Coaching>(&link_to(self.into)).any(coached);
        let mut rows = season.opt_outs.clone();
        if let Some(at) = opted(self.from)
            && opted(self.into).is_none()
            && !takes_part
            && let Some(row) = rows.make_mut().get_mut(at)
        {
            row.municipality = Some(self.into.clone());
        }
        rows
    }

    /// Whether the other municipality opts out by this change.
    fn opts_out(&self, change: &Change) -> bool {
        let out = |record: &Option<Record>| match record {
            Some(Record::Season(season)) => {
                season.opt_outs.iter().any(|row| row.municipality.as_ref() == Some(self.into))
            }
            _ => false,
        };
        out(&change.after) && !out(&change.before)
    }

    fn person(&self, person: &Person) -> Person {
        let mut after = person.clone();
        let (from, into) = (link_to(self.from), link_to(self.into));
        let mut new: Vec<Affiliation> = Vec::new();
        for row in after.affiliations.make_mut().iter_mut().filter(|row| row.at.as_ref() == Some(&from)) {
            if row.from.is_some_and(|first| first >= self.on) {
                row.at = Some(into.clone());
            } else if row.until.is_none_or(|last| last >= self.on) {
                let goes_on =
                    Affiliation { id: Id::default(), at: Some(into.clone()), from: Some(self.on), ..row.clone() };
                row.until = Some(self.before);
                new.push(goes_on);
            }
        }
        let known = after.affiliations.clone();
        let same =
            |one: &Affiliation, two: &Affiliation| one.at == two.at && one.title == two.title && one.unit == two.unit;
        for row in new {
            if !known.iter().any(|other| other.holds(self.on) && same(other, &row)) {
                after.affiliations.push(row);
            }
        }
        after.roles = self.roles(person);
        after
    }

    /// The roles; of two that would be the same one stays, with what both say.
    fn roles(&self, person: &Person) -> EcoVec<RoleInSeason> {
        let goes_on = |row: &RoleInSeason| {
            let season = row.season.as_ref().and_then(|id| self.book.get::<Season>(id));
            season.is_some_and(|season| self.goes_on(season))
        };
        let moves = |row: &RoleInSeason| row.municipality.as_ref() == Some(self.from) && goes_on(row);
        let twin = |row: &RoleInSeason| {
            person.roles.iter().find(|other| {
                other.municipality.as_ref() == Some(self.into) && other.season == row.season && other.role == row.role
            })
        };
        let mut roles: EcoVec<RoleInSeason> = EcoVec::new();
        for row in &person.roles {
            if !moves(row) {
                roles.push(row.clone());
            } else if twin(row).is_none() || row.kept != Kept::default() {
                roles.push(RoleInSeason { municipality: Some(self.into.clone()), ..row.clone() });
            }
        }
        for row in person.roles.iter().filter(|row| moves(row)) {
            let own = twin(row).map(|twin| twin.id.clone());
            for held in roles.make_mut().iter_mut().filter(|held| own.as_ref() == Some(&held.id)) {
                held.ceiling = held.ceiling.max(row.ceiling);
            }
        }
        roles
    }

    /// A list with the other municipality in the place of the one that ends, and never twice.
    fn listed(&self, ids: &Ids) -> Ids {
        let mut listed = Ids::new();
        for id in ids {
            let id = if id == self.from { self.into } else { id };
            if id != self.into || !listed.contains(id) {
                listed.push(id.clone());
            }
        }
        listed
    }
}

fn link_to(id: &Id) -> Link {
    Link::new(Kind::Municipality, id.clone())
}

/// Whether a row has nothing but what this version knows.
fn is_plain(row: Option<&Presence>) -> bool {
    row.is_some_and(|row| row.kept == Kept::default())
}

/// The day most mergers happen on: the first of January that comes next.
pub fn usual_day(today: Date) -> Date {
    Date::new(today.year().saturating_add(1), 1, 1).unwrap_or(today)
}

#[cfg(test)]
mod tests;
