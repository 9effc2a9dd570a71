//! The days on which nobody in Finland is asked to meet: public holidays of any year, by the law as it stands today.
//!
//! The days are those of the Church Act and of the acts on May Day and Independence Day; Midsummer Eve and Christmas Eve
//! are no holidays by law, yet collective agreements make them free days everywhere, so they count. A year before the present rules (Ascension
//! Day was kept on Saturdays until 1991) is told by the present ones: one plans ahead.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// A Finnish holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 6 January.
    Epiphany,
    /// The Friday before Easter.
    GoodFriday,
    /// Easter.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    MayDay,
    /// Thirty-nine days after Easter.
    Ascension,
    /// Forty-nine days after Easter.
    Whitsun,
    /// The Friday between 19 and 25 June.
    MidsummerEve,
    /// The Saturday between 20 and 26 June.
    Midsummer,
    /// The Saturday between 31 October and 6 November.
    AllSaints,
    /// 6 December.
    Independence,
    /// 24 December.
    ChristmasEve,
    /// 25 December.
    Christmas,
    /// 26 December.
    BoxingDay,
}

impl Holiday {
    /// The id of its name.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::Epiphany => "holiday-epiphany",
            Self::GoodFriday => "holiday-good-friday",
            Self::EasterSunday => "holiday-easter-sunday",
            Self::EasterMonday => "holiday-easter-monday",
            Self::MayDay => "holiday-may-day",
            Self::Ascension => "holiday-ascension",
            Self::Whitsun => "holiday-whitsun",
            Self::MidsummerEve => "holiday-midsummer-eve",
            Self::Midsummer => "holiday-midsummer",
            Self::AllSaints => "holiday-all-saints",
            Self::Independence => "holiday-independence",
            Self::ChristmasEve => "holiday-christmas-eve",
            Self::Christmas => "holiday-christmas",
            Self::BoxingDay => "holiday-boxing-day",
        }
    }
}

/// The holiday on this day.
pub fn holiday(day: Date) -> Option<Holiday> {
    use Weekday::{Friday, Saturday};
    match (day.month(), day.day(), day.weekday()) {
        (1, 1, _) => Some(Holiday::NewYear),
        (1, 6, _) => Some(Holiday::Epiphany),
        (5, 1, _) => Some(Holiday::MayDay),
        (6, 19..=25, Friday) => Some(Holiday::MidsummerEve),
        (6, 20..=26, Saturday) => Some(Holiday::Midsummer),
        (10, 31, Saturday) | (11, 1..=6, Saturday) => Some(Holiday::AllSaints),
        (12, 6, _) => Some(Holiday::Independence),
        (12, 24, _) => Some(Holiday::ChristmasEve),
        (12, 25, _) => Some(Holiday::Christmas),
        (12, 26, _) => Some(Holiday::BoxingDay),
        _ => moving(day),
    }
}

/// The holiday that moves with Easter.
fn moving(day: Date) -> Option<Holiday> {
    match day.day_of_year() - easter(day.year())?.day_of_year() {
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterSunday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        49 => Some(Holiday::Whitsun),
        _ => None,
    }
}

/// Easter Sunday of a year of the Gregorian calendar: the first Sunday after the full moon that the church's tables
/// have on or after 21 March, by Gauss's rule in the form that needs no exceptions (Lichtenberg, Historia Mathematica
/// 24, 1997).
fn easter(year: i16) -> Option<Date> {
    let number = i32::from(year);
    let century = number.div_euclid(100);
    let leap_days_left_out = (3 * century + 3).div_euclid(4);
    let moon_shift = 15 + leap_days_left_out - (8 * century + 13).div_euclid(25);
    let of_cycle = number.rem_euclid(19);
    let seed = (19 * of_cycle + moon_shift).rem_euclid(30);
    let full_moon = 21 + seed - (seed + of_cycle.div_euclid(11)).div_euclid(29);
    let first_sunday = 7 - (number + number.div_euclid(4) + 2 - leap_days_left_out).rem_euclid(7);
    let from_first_of_march = full_moon + 7 - (full_moon - first_sunday).rem_euclid(7) - 1;
    Date::new(year, 3, 1).ok()?.checked_add(Span::new().days(i64::from(from_first_of_march))).ok()
}

/// Whether the day is a Sunday or a holiday.
pub fn is_free(day: Date) -> bool {
    day.weekday() == Weekday::Sunday || holiday(day).is_some()
}

/// Whether people are at work: neither Saturday nor Sunday nor a holiday.
pub fn is_workday(day: Date) -> bool {
    day.weekday() != Weekday::Saturday && !is_free(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// All holidays of a year, as the almanac has them.
    fn of_year(year: i16) -> Vec<(String, Holiday)> {
        let days = jiff::civil::date(year, 1, 1).series(Span::new().days(1)).take_while(|day| day.year() == year);
        days.filter_map(|day| Some((format!("{}.{}.", day.day(), day.month()), holiday(day)?))).collect()
    }

    #[test]
    fn the_holidays_of_a_year_are_those_of_the_almanac() {
        use Holiday::{
            AllSaints, Ascension, BoxingDay, Christmas, ChristmasEve, EasterMonday, EasterSunday, Epiphany, GoodFriday,
            Independence, MayDay, Midsummer, MidsummerEve, NewYear, Whitsun,
        };
        let check = |year: i16, expected: [(&str, Holiday); 15]| {
            let expected = expected.map(|(day, holiday)| (day.to_owned(), holiday));
            assert_eq!(of_year(year), expected, "{year}");
        };
        check(
            2026,
            [
                ("1.1.", NewYear),
                ("6.1.", Epiphany),
                ("3.4.", GoodFriday),
                ("5.4.", EasterSunday),
                ("6.4.", EasterMonday),
                ("1.5.", MayDay),
                ("14.5.", Ascension),
                ("24.5.", Whitsun),
                ("19.6.", MidsummerEve),
                ("20.6.", Midsummer),
                ("31.10.", AllSaints),
                ("6.12.", Independence),
                ("24.12.", ChristmasEve),
                ("25.12.", Christmas),
                ("26.12.", BoxingDay),
            ],
        );
        check(
            2027,
            [
                ("1.1.", NewYear),
                ("6.1.", Epiphany),
                ("26.3.", GoodFriday),
                ("28.3.", EasterSunday),
                ("29.3.", EasterMonday),
                ("1.5.", MayDay),
                ("6.5.", Ascension),
                ("16.5.", Whitsun),
                ("25.6.", MidsummerEve),
                ("26.6.", Midsummer),
                ("6.11.", AllSaints),
                ("6.12.", Independence),
                ("24.12.", ChristmasEve),
                ("25.12.", Christmas),
                ("26.12.", BoxingDay),
            ],
        );
    }

    #[test]
    fn easter_falls_where_the_church_has_it() {
        for (year, expected) in [
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2019, "2019-04-21"),
            (2021, "2021-04-04"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2038, "2038-04-25"),
            (2049, "2049-04-18"),
            (2076, "2076-04-19"),
            (2100, "2100-03-28"),
        ] {
            assert_eq!(easter(year), Some(day(expected)), "{year}");
        }
    }

    #[test]
    fn every_year_there_is_has_an_easter_on_a_sunday_in_spring() {
        for year in -9999..=9999 {
            let easter = easter(year).unwrap();
            let window = (easter.month(), easter.day());
            assert!(((3, 22)..=(4, 25)).contains(&window), "{easter}");
            assert_eq!(easter.weekday(), Weekday::Sunday, "{easter}");
        }
        assert_eq!((holiday(Date::MIN), holiday(Date::MAX)), (Some(Holiday::NewYear), None));
    }

    #[test]
    fn where_two_holidays_meet_the_day_is_free_all_the_same() {
        // Ascension Day of 2008 was May Day.
        assert_eq!(holiday(day("2008-05-01")), Some(Holiday::MayDay));
    }

    #[test]
    fn people_are_at_work_from_monday_to_friday() {
        let days = ["2026-11-23", "2026-11-27", "2026-11-28", "2026-11-29", "2026-12-25"].map(day);
        assert_eq!(days.map(is_workday), [true, true, false, false, false]);
        assert_eq!(days.map(is_free), [false, false, false, true, true]);
    }
}
