//! What comes from outside and would be different each time: the time, and chance.

use std::hash::{BuildHasher, Hasher, RandomState};

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, tz::TimeZone};

/// The zone all municipalities of Finland live in.
const ZONE: &str = "Europe/Helsinki";

/// The time in Finland, in whole seconds; `KUNTATUTOR_NOW` (`2026-11-22` or `2026-11-22T10:42`) sets it for tests.
pub fn now() -> DateTime {
    set("KUNTATUTOR_NOW").as_deref().and_then(read).unwrap_or_else(|| {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let now = Timestamp::now();
        Timestamp::from_second(now.as_second()).unwrap_or(now).to_zoned(zone).datetime()
    })
}

/// Today in Finland.
pub fn today() -> Date {
    now().date()
}

/// Where ids begin; `KUNTATUTOR_SEED` sets it for tests, else it comes from the system's randomness.
pub fn seed() -> u64 {
    let set = set("KUNTATUTOR_SEED").and_then(|text| text.parse().ok());
    // Its keys are random; there is nothing in it to hash.
    set.unwrap_or_else(|| RandomState::new().build_hasher().finish())
}

fn set(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn read(text: &str) -> Option<DateTime> {
    let day: Date = text.get(..10)?.parse().ok()?;
    if text.len() == 10 { Some(day.to_datetime(Time::midnight())) } else { text.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_a_time_can_be_set() {
        assert_eq!(read("2026-11-22"), Some(jiff::civil::date(2026, 11, 22).at(0, 0, 0, 0)));
        assert_eq!(read("2026-11-22T10:42"), Some(jiff::civil::date(2026, 11, 22).at(10, 42, 0, 0)));
        assert_eq!((read("today"), read("2026-11-22x")), (None, None));
    }
}
