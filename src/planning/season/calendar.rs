//! The weeks of a season in which a coaching can begin, and which of them its rounds hold.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::{Id, Round, Season};
use crate::planning::holidays::is_workday;

/// A longer time ahead is not planned; a season without an end is planned so far.
const WEEKS_MOST: usize = 106;

/// A week with fewer workdays is a holiday week, in which nothing begins.
const WORKDAYS_LEAST: usize = 3;

/// A week in which a coaching could begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Week {
    pub(super) monday: Date,
    /// Its workdays that are still ahead and within the season; none where nothing begins in it.
    pub(super) days: Vec<Date>,
}

/// A round, or the whole season where it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The round's row; nothing for the whole season.
    pub(super) round: Option<Id>,
    pub(super) first: Date,
    pub(super) last: Date,
}

/// The weeks from today on, or from the season's first day.
pub(super) fn weeks(season: &Season, today: Date) -> Vec<Week> {
    let first = season.starts.map_or(today, |starts| starts.max(today));
    let last = season.ends.unwrap_or(Date::MAX);
    let mut weeks = Vec::new();
    let mut next = Some(monday(first));
    while let Some(monday) = next.filter(|monday| *monday <= last && weeks.len() < WEEKS_MOST) {
        let days: Vec<Date> = workdays(monday);
        let is_holiday = days.len() < WORKDAYS_LEAST;
        let ahead = days.into_iter().filter(|day| !is_holiday && (first..=last).contains(day));
        weeks.push(Week { monday, days: ahead.collect() });
        next = monday.checked_add(7.days()).ok();
    }
    weeks
}

/// The rounds as the season has them; one without a day begins or ends with the season.
pub(super) fn windows(season: &Season) -> Vec<Window> {
    let (starts, ends) = (season.starts.unwrap_or(Date::MIN), season.ends.unwrap_or(Date::MAX));
    let window = |round: &Round| Window {
        round: Some(round.id.clone()),
        first: round.starts.map_or(starts, |day| day.max(starts)),
        last: round.ends.map_or(ends, |day| day.min(ends)),
    };
    if season.rounds.is_empty() {
        return vec![Window { round: None, first: starts, last: ends }];
    }
    season.rounds.iter().map(window).collect()
}

/// The Monday of a day's week; the first day there is where that lies before it.
pub(super) fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(since.days()).unwrap_or(Date::MIN)
}

fn workdays(monday: Date) -> Vec<Date> {
    let days = (0_i64..7).filter_map(|day| monday.checked_add(day.days()).ok());
    days.filter(|day| is_workday(*day)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn season(starts: Option<Date>, ends: Option<Date>) -> Season {
        Season { starts, ends, ..Season::default() }
    }

    #[test]
    fn nothing_begins_before_today_after_the_end_or_at_christmas() {
        let season = season(Some(date(2025, 9, 1)), Some(date(2026, 1, 13)));
        let weeks = weeks(&season, date(2025, 12, 18));
        let counts: Vec<_> = weeks.iter().map(|week| (week.monday, week.days.len())).collect();
        let expected = [
            (date(2025, 12, 15), 2),
            (date(2025, 12, 22), 0),
            (date(2025, 12, 29), 4),
            (date(2026, 1, 5), 4),
            (date(2026, 1, 12), 2),
        ];
        assert_eq!(counts, expected);
    }

    #[test]
    fn a_season_of_all_time_is_planned_for_two_years() {
        assert_eq!(weeks(&season(None, None), date(2026, 11, 22)).len(), WEEKS_MOST);
        assert_eq!(weeks(&season(Some(Date::MIN), Some(Date::MIN)), Date::MIN).len(), 1);
        assert!(weeks(&season(Some(Date::MAX), None), Date::MIN).len() <= 1);
        assert!(weeks(&season(None, Some(Date::MIN)), date(2026, 11, 22)).is_empty());
    }
}
