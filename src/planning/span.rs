//! When a session takes place: on which days, and between which times, as far as that is known.

use jiff::Span as Length;
use jiff::civil::{Date, DateTime};

use crate::domain::Session;

/// How long a session takes of which neither the length nor a programme is known, in minutes: so much at least.
const SOME_TIME: u32 = 60;

/// A day, in minutes.
const DAY: i64 = 24 * 60;

/// When a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day; the first one unless the session says otherwise. A last day before the first is none.
    pub last: Date,
    /// When it begins and ends on its first day; nothing where only the day is known. Of several days each is taken
    /// to have the same times.
    pub times: Option<(DateTime, DateTime)>,
}

/// When a session takes place; nothing where it has no day yet. Its end comes from the length, else from the programme,
/// else it takes an hour.
pub fn of(session: &Session) -> Option<Span> {
    let first = session.date?;
    let last = session.last_day.filter(|last| *last > first).unwrap_or(first);
    let times = session.time.map(|time| {
        let begins = first.to_datetime(time);
        let minutes = session.length.or_else(|| programme(session)).unwrap_or(SOME_TIME);
        let ends = begins.checked_add(Length::new().minutes(i64::from(minutes))).unwrap_or(DateTime::MAX);
        (begins, ends)
    });
    Some(Span { first, last, times })
}

/// What the programme takes in all, in minutes; nothing where no item tells.
pub fn programme(session: &Session) -> Option<u32> {
    session.programme.iter().filter_map(|item| item.minutes).reduce(u32::saturating_add)
}

impl Span {
    /// Whether it holds this day.
    pub fn holds(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// The last day it can reach into: an evening goes on past midnight.
    pub fn until(&self) -> Date {
        let Some((_, ends)) = self.times else { return self.last };
        let after = if self.is_one_day() { ends.date() } else { self.last.tomorrow().unwrap_or(Date::MAX) };
        after.max(self.last)
    }

    /// Whether the two share a day.
    pub fn shares_day(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the two overlap in time. Where one of them is known by its day only nobody knows, so they do not.
    pub fn meets(&self, other: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.times, other.times) else { return false };
        if self.is_one_day() && other.is_one_day() {
            return mine.0 < theirs.1 && theirs.0 < mine.1;
        }
        // On each of several days the times are the same, and an evening may reach into the next one.
        [-1, 0, 1].into_iter().any(|shift| self.shares_day_shifted(other, shift) && daily(mine, theirs, shift))
    }

    /// How many minutes lie between the end of the one and the beginning of the other on a day they share; nothing
    /// where they overlap, share no day or know no times.
    pub fn between(&self, other: &Self) -> Option<u32> {
        if !self.shares_day(other) || self.meets(other) {
            return None;
        }
        let (mine, theirs) = (self.times?, other.times?);
        let (mine, theirs) = (within_day(mine), within_day(theirs));
        let gap = if mine.0 < theirs.0 { theirs.0 - mine.1 } else { mine.0 - theirs.1 };
        u32::try_from(gap.max(0)).ok()
    }

    fn is_one_day(&self) -> bool {
        self.first == self.last
    }

    /// Whether some day of the one is this many days before a day of the other.
    fn shares_day_shifted(&self, other: &Self, shift: i64) -> bool {
        let days = |from: Date, to: Date| to.duration_since(from).as_hours() / 24;
        days(self.first, other.last) >= shift && days(other.first, self.last) >= -shift
    }
}

/// Beginning and end in minutes from the beginning of the first day; no sitting of several takes more than a day.
fn within_day((begins, ends): (DateTime, DateTime)) -> (i64, i64) {
    let start = i64::from(begins.hour()) * 60 + i64::from(begins.minute());
    (start, start + ends.duration_since(begins).as_mins().min(DAY))
}

/// Whether two daily sittings overlap where the second one is so many days later.
fn daily(mine: (DateTime, DateTime), theirs: (DateTime, DateTime), shift: i64) -> bool {
    let (mine, theirs) = (within_day(mine), within_day(theirs));
    let theirs = (theirs.0 + shift * DAY, theirs.1 + shift * DAY);
    mine.0 < theirs.1 && theirs.0 < mine.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Time, date};

    fn session(day: i8, hour: Option<i8>, length: Option<u32>) -> Session {
        let time = hour.map(|hour| Time::constant(hour, 0, 0, 0));
        Session { date: Some(date(2026, 11, day)), time, length, ..Session::default() }
    }

    fn meet(one: &Session, other: &Session) -> bool {
        let (one, other) = (of(one).unwrap(), of(other).unwrap());
        assert_eq!(one.meets(&other), other.meets(&one), "both see the same");
        one.meets(&other)
    }

    #[test]
    fn sessions_meet_where_their_times_do_and_not_where_one_ends_as_the_other_begins() {
        let morning = session(24, Some(9), Some(120));
        assert!(meet(&morning, &session(24, Some(10), Some(60))));
        assert!(!meet(&morning, &session(24, Some(11), Some(60))));
        assert!(!meet(&morning, &session(25, Some(9), Some(120))));
        assert!(!meet(&morning, &session(24, None, None)), "nobody knows when");
    }

    #[test]
    fn without_a_length_the_programme_tells_it_and_else_it_is_an_hour() {
        let mut unknown = session(24, Some(9), None);
        assert!(meet(&unknown, &session(24, Some(9), Some(5))));
        assert!(!meet(&unknown, &session(24, Some(10), None)));
        let item = crate::domain::ProgrammeItem { minutes: Some(90), ..Default::default() };
        unknown.programme.push(item);
        assert!(meet(&unknown, &session(24, Some(10), None)));
    }

    #[test]
    fn an_evening_reaches_into_the_next_day() {
        let evening = session(24, Some(23), Some(180));
        assert!(meet(&evening, &session(25, Some(1), Some(30))));
        assert!(!meet(&evening, &session(25, Some(2), Some(30))));
    }

    #[test]
    fn several_days_have_the_same_times_each() {
        let mut course = session(24, Some(9), Some(120));
        course.last_day = Some(date(2026, 11, 26));
        assert!(meet(&course, &session(25, Some(10), Some(30))));
        assert!(!meet(&course, &session(25, Some(13), Some(30))));
        assert!(!meet(&course, &session(27, Some(9), Some(30))));
        let mut nights = session(20, Some(23), Some(120));
        nights.last_day = Some(date(2026, 11, 22));
        assert!(meet(&nights, &session(23, Some(0), Some(30))));
    }

    #[test]
    fn the_time_between_two_is_that_of_the_day_they_share() {
        let morning = of(&session(24, Some(9), Some(120))).unwrap();
        let noon = of(&session(24, Some(12), Some(60))).unwrap();
        assert_eq!((morning.between(&noon), noon.between(&morning)), (Some(60), Some(60)));
        assert_eq!(morning.between(&of(&session(25, Some(9), None)).unwrap()), None);
        assert_eq!(morning.between(&of(&session(24, Some(10), None)).unwrap()), None);
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        let noon = Some(Time::constant(12, 0, 0, 0));
        let end = Session { date: Some(Date::MAX), time: noon, length: Some(u32::MAX), ..Session::default() };
        let begin = Session { date: Some(Date::MIN), last_day: Some(Date::MAX), time: Some(Time::MIN), ..end.clone() };
        assert!(meet(&end, &end));
        assert!(meet(&begin, &end));
        assert_eq!(of(&end).unwrap().between(&of(&begin).unwrap()), None);
        assert!(of(&Session::default()).is_none());
    }
}
