//! Days as people write them, in three languages.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{Tense, Trouble};
use crate::find::fold::Folded;

/// Words for days beside today, folded, with how many days they lie ahead.
const NAMED: [(&str, i64); 16] = [
    ("tanaan", 0),
    ("tanaa", 0),
    ("idag", 0),
    ("i dag", 0),
    ("today", 0),
    ("huomenna", 1),
    ("imorgon", 1),
    ("i morgon", 1),
    ("tomorrow", 1),
    ("ylihuomenna", 2),
    ("overmorgon", 2),
    ("i overmorgon", 2),
    ("eilen", -1),
    ("igar", -1),
    ("i gar", -1),
    ("yesterday", -1),
];

/// The days of the week, folded; two letters of one are enough in every language.
const WEEKDAYS: [(Weekday, [&str; 3]); 7] = [
    (Weekday::Monday, ["maanantaina", "mandag", "monday"]),
    (Weekday::Tuesday, ["tiistaina", "tisdag", "tuesday"]),
    (Weekday::Wednesday, ["keskiviikkona", "onsdag", "wednesday"]),
    (Weekday::Thursday, ["torstaina", "torsdag", "thursday"]),
    (Weekday::Friday, ["perjantaina", "fredag", "friday"]),
    (Weekday::Saturday, ["lauantaina", "lordag", "saturday"]),
    (Weekday::Sunday, ["sunnuntaina", "sondag", "sunday"]),
];

/// What a week is called before its number, longer words first.
const WEEK: [&str; 10] = ["viikolla", "viikko", "vecka", "veckan", "week", "vko", "vk", "wk", "v", "w"];

/// How many years away the next 29 February can be, and more than the next week 53.
const YEARS: i16 = 9;

/// The last year that days are counted in.
const LAST_YEAR: u32 = 9_999;

/// The year two digits mean lies at most so far ahead: `98` is 1998, `30` is 2030.
const AHEAD: i16 = 20;

/// Reads a day.
pub(super) fn date(text: &str, today: Date, tense: Tense) -> Result<Date, Trouble> {
    let folded = Folded::of(text).text;
    let not_a_date = || Trouble::NotDate(text.into());
    if let Some((_, days)) = NAMED.iter().find(|(word, _)| *word == folded) {
        return moved(today, *days, Unit::Day).ok_or_else(not_a_date);
    }
    if let Some((days, unit)) = relative(&folded) {
        return moved(today, days, unit).ok_or_else(not_a_date);
    }
    if is_iso(&folded) {
        return folded.parse().map_err(|_no_day| not_a_date());
    }
    let (weekday, rest) = weekday_beside(&folded);
    if rest.is_empty() {
        return weekday.and_then(|weekday| on_weekday(weekday, today, tense)).ok_or_else(not_a_date);
    }
    if let Some((week, year)) = week(rest) {
        let week = Week { week, year };
        return week.day(weekday.unwrap_or(Weekday::Monday), today, tense);
    }
    let day = dotted(rest).ok_or_else(not_a_date)?.day(today, tense)?;
    match weekday {
        Some(weekday) if weekday != day.weekday() => Err(Trouble::OtherWeekday(day)),
        _ => Ok(day),
    }
}

/// The next or last day for which `of_year` gives a span of days that is not over, or has begun.
fn nearest(today: Date, tense: Tense, of_year: impl Fn(i16) -> Option<(Date, Date)>) -> Option<Date> {
    // The first week of a year may begin in the one before.
    let years = -1..YEARS;
    match tense {
        Tense::Ahead => years
            .filter_map(|away| of_year(today.year().checked_add(away)?))
            .find(|(_, last)| *last >= today)
            .map(|(first, _)| first),
        Tense::Past => years
            .filter_map(|away| of_year(today.year().checked_sub(away)?))
            .find(|(first, _)| *first <= today)
            .map(|(first, _)| first),
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
}

fn moved(day: Date, by: i64, unit: Unit) -> Option<Date> {
    let span = match unit {
        Unit::Day => Span::new().try_days(by),
        Unit::Week => Span::new().try_weeks(by),
        Unit::Month => Span::new().try_months(by),
    };
    day.checked_add(span.ok()?).ok()
}

/// `+2w`, `-3 pv`, `2 vk`; behind a sign days are meant where there is no unit.
fn relative(folded: &str) -> Option<(i64, Unit)> {
    let sign = if folded.starts_with('-') { -1 } else { 1 };
    let signed = folded.strip_prefix(['+', '-']);
    let (number, unit) = number_before(signed.unwrap_or(folded).trim_start())?;
    if signed.is_none() && unit.trim().trim_end_matches('.').is_empty() {
        return None;
    }
    let unit = match unit.trim().trim_end_matches('.') {
        "" | "d" | "pv" | "paiva" | "paivaa" | "dag" | "dagar" | "day" | "days" => Unit::Day,
        "w" | "v" | "vk" | "vko" | "viikko" | "viikkoa" | "vecka" | "veckor" | "week" | "weeks" => Unit::Week,
        "m" | "kk" | "man" | "kuukausi" | "kuukautta" | "manad" | "manader" | "month" | "months" => Unit::Month,
        _ => return None,
    };
    Some((sign * i64::from(number), unit))
}

/// The number a text begins with, and what stands behind it.
fn number_before(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

/// Whether a text looks like a day as it is stored.
fn is_iso(folded: &str) -> bool {
    let written = folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    written && folded.trim_start_matches('-').matches('-').count() == 2
}

/// Takes a weekday off either end.
fn weekday_beside(folded: &str) -> (Option<Weekday>, &str) {
    let (first, after) = folded.split_once(' ').unwrap_or((folded, ""));
    if let Some(weekday) = weekday(first) {
        return (Some(weekday), after);
    }
    let (before, last) = folded.rsplit_once(' ').unwrap_or(("", folded));
    match weekday(last) {
        Some(weekday) => (Some(weekday), before),
        None => (None, folded),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches(['.', ',']);
    let begins = |names: &[&str; 3]| word.len() >= 2 && names.iter().any(|name| name.starts_with(word));
    WEEKDAYS.iter().find(|(_, names)| begins(names)).map(|(weekday, _)| *weekday)
}

fn on_weekday(weekday: Weekday, today: Date, tense: Tense) -> Option<Date> {
    let days = match tense {
        Tense::Ahead => i64::from(today.weekday().until(weekday)),
        Tense::Past => -i64::from(today.weekday().since(weekday)),
    };
    moved(today, days, Unit::Day)
}

/// The week of a year, or of the nearest year that has it.
struct Week {
    week: u32,
    year: Option<u32>,
}

/// `vk 41`, `v.41`, `week 41/2021`.
fn week(text: &str) -> Option<(u32, Option<u32>)> {
    let after = |word: &&str| text.strip_prefix(word).map(|rest| rest.trim_start_matches('.').trim_start());
    let rest = WEEK.iter().filter_map(after).find(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))?;
    let (week, rest) = number_before(rest)?;
    let rest = rest.trim_start_matches([' ', '/']);
    if rest.is_empty() {
        return Some((week, None));
    }
    let (year, rest) = number_before(rest)?;
    rest.is_empty().then_some((week, Some(year)))
}

impl Week {
    fn day(&self, weekday: Weekday, today: Date, tense: Tense) -> Result<Date, Trouble> {
        let no_such_week = || Trouble::NoSuchWeek(self.week, self.year);
        let week = i8::try_from(self.week).map_err(|_too_many| no_such_week())?;
        let monday = |year: i16| ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date);
        let monday = match self.year {
            Some(year) => full_year(year, today).and_then(monday),
            None => nearest(today, tense, |year| {
                let monday = monday(year)?;
                Some((monday, moved(monday, 6, Unit::Day)?))
            }),
        };
        let day = monday.and_then(|monday| moved(monday, i64::from(weekday.to_monday_zero_offset()), Unit::Day));
        day.ok_or_else(no_such_week)
    }
}

/// A day and month as typed, with or without a year.
struct Dotted {
    day: u32,
    month: u32,
    year: Option<u32>,
}

/// `6.10.`, `6.10`, `6. 10. 2021`, `6/10`.
fn dotted(text: &str) -> Option<Dotted> {
    let tight: String = text.chars().filter(|letter| *letter != ' ').collect();
    let (day, rest) = number_before(&tight)?;
    let (month, rest) = number_before(rest.strip_prefix(['.', '/'])?)?;
    if tight.contains('/') && month > 99 {
        // A month and its year.
        return None;
    }
    let rest = rest.strip_prefix(['.', '/']).unwrap_or(rest);
    if rest.is_empty() {
        return Some(Dotted { day, month, year: None });
    }
    let (year, rest) = number_before(rest)?;
    (rest.is_empty() && year <= LAST_YEAR).then_some(Dotted { day, month, year: Some(year) })
}

impl Dotted {
    fn day(&self, today: Date, tense: Tense) -> Result<Date, Trouble> {
        let month = i8::try_from(self.month).ok().filter(|month| (1..=12).contains(month));
        let month = month.ok_or(Trouble::NoSuchMonth(self.month))?;
        let in_year = |year: i16| Date::new(year, month, i8::try_from(self.day).ok()?).ok();
        let day = match self.year {
            Some(year) => full_year(year, today).and_then(in_year),
            None => nearest(today, tense, |year| in_year(year).map(|day| (day, day))),
        };
        day.ok_or_else(|| {
            // Without a year February is as long as it is this year.
            let year = self.year.and_then(|year| full_year(year, today)).unwrap_or_else(|| today.year());
            let days = Date::new(year, month, 1).map_or(31, Date::days_in_month);
            Trouble::NoSuchDay { day: self.day, month: self.month, year: self.year, days: days.unsigned_abs() }
        })
    }
}

/// The year a typed number means.
fn full_year(typed: u32, today: Date) -> Option<i16> {
    let year = i16::try_from(typed).ok()?;
    if year > 99 {
        return Some(year);
    }
    let this = today.year() - today.year().rem_euclid(100) + year;
    Some(if this > today.year() + AHEAD { this - 100 } else { this })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    /// A Sunday in week 47.
    const TODAY: Date = day(2026, 11, 22);

    fn check(cases: &[(&str, Date)], tense: Tense) {
        for (text, expected) in cases {
            match date(text, TODAY, tense) {
                Ok(read) => assert_eq!(read, *expected, "{text}"),
                Err(trouble) => panic!("{text}: {trouble:?}"),
            }
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let cases = [
            ("6.10.", day(2027, 10, 6)),
            ("6.10", day(2027, 10, 6)),
            ("22.11.", TODAY),
            ("21.11.", day(2027, 11, 21)),
            ("6. 10. 2021", day(2021, 10, 6)),
            ("06.10.21", day(2021, 10, 6)),
            ("1.1.98", day(1998, 1, 1)),
            ("2021-10-06", day(2021, 10, 6)),
            ("ke 6.10.2021", day(2021, 10, 6)),
            ("29.2.", day(2028, 2, 29)),
            ("+2w", day(2026, 12, 6)),
            ("+2vk", day(2026, 12, 6)),
            ("+ 2 v", day(2026, 12, 6)),
            ("2vk", day(2026, 12, 6)),
            ("3 kk", day(2027, 2, 22)),
            ("15/12", day(2026, 12, 15)),
            ("15/12/2026", day(2026, 12, 15)),
            ("+3d", day(2026, 11, 25)),
            ("+3", day(2026, 11, 25)),
            ("+1m", day(2026, 12, 22)),
            ("+1 mån", day(2026, 12, 22)),
            ("-1w", day(2026, 11, 15)),
            ("\u{2212}1 vk", day(2026, 11, 15)),
            ("Tänään", TODAY),
            ("i dag", TODAY),
            ("huomenna", day(2026, 11, 23)),
            ("i morgon", day(2026, 11, 23)),
            ("tomorrow", day(2026, 11, 23)),
            ("ma", day(2026, 11, 23)),
            ("mån", day(2026, 11, 23)),
            ("mon", day(2026, 11, 23)),
            ("maanantaina", day(2026, 11, 23)),
            ("su", TODAY),
            ("sön", TODAY),
            ("lö", day(2026, 11, 28)),
            ("vk 41", day(2027, 10, 11)),
            ("v. 41", day(2027, 10, 11)),
            ("v 41", day(2027, 10, 11)),
            ("week 41", day(2027, 10, 11)),
            ("vk41/2021", day(2021, 10, 11)),
            ("ti vk 41", day(2027, 10, 12)),
            ("vk 41 ti", day(2027, 10, 12)),
            ("vk 47", day(2026, 11, 16)),
            ("vk 53", day(2026, 12, 28)),
        ];
        check(&cases, Tense::Ahead);
    }

    #[test]
    fn what_was_lies_behind() {
        let cases = [
            ("6.10.", day(2026, 10, 6)),
            ("23.11.", day(2025, 11, 23)),
            ("22.11.", TODAY),
            ("29.2.", day(2024, 2, 29)),
            ("ma", day(2026, 11, 16)),
            ("su", TODAY),
            ("vk 47", day(2026, 11, 16)),
            ("vk 48", day(2025, 11, 24)),
            ("vk 53", day(2020, 12, 28)),
            ("+2w", day(2026, 12, 6)),
        ];
        check(&cases, Tense::Past);
    }

    #[test]
    fn impossible_days_are_told_apart_from_what_is_no_day() {
        let check = |text: &str, expected: Trouble| {
            assert_eq!(date(text, TODAY, Tense::Ahead), Err(expected), "{text}");
        };
        check("31.2.", Trouble::NoSuchDay { day: 31, month: 2, year: None, days: 28 });
        check("29.2.2027", Trouble::NoSuchDay { day: 29, month: 2, year: Some(2027), days: 28 });
        check("0.5.", Trouble::NoSuchDay { day: 0, month: 5, year: None, days: 31 });
        check("6.13.", Trouble::NoSuchMonth(13));
        check("vk 54", Trouble::NoSuchWeek(54, None));
        check("vk 53/2021", Trouble::NoSuchWeek(53, Some(2021)));
        check("ti 6.10.2021", Trouble::OtherWeekday(day(2021, 10, 6)));
        for text in ["x", "10/2021", "6", "2021-13-01", "6.10.2021x", "+99999999999w", "ma ti", "1.2.3.4", "m", "vk"] {
            check(text, Trouble::NotDate(text.into()));
        }
    }

    #[test]
    fn every_year_has_its_days_at_the_turn() {
        let new_year = day(2027, 1, 1);
        assert_eq!(date("vk 53", new_year, Tense::Ahead), Ok(day(2026, 12, 28)));
        assert_eq!(date("vk 1", day(2025, 12, 30), Tense::Ahead), Ok(day(2025, 12, 29)));
        assert_eq!(date("vk 1", day(2025, 12, 30), Tense::Past), Ok(day(2025, 12, 29)));
    }
}
