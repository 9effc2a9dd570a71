//! What the day and time are, and what random ids are made from: the two things tests set from outside.

use std::hash::{BuildHasher, RandomState};

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, tz::TimeZone};

/// The zone all municipalities of Finland live in.
const ZONE: &str = "Europe/Helsinki";

/// Today in Finland; `KUNTATUTOR_NOW` sets it for tests.
pub fn today() -> Date {
    now().date()
}

/// Day and time in Finland; `KUNTATUTOR_NOW` (`2026-11-22`, or `2026-11-22T10:42`) sets them for tests.
pub fn now() -> DateTime {
    let set = std::env::var("KUNTATUTOR_NOW").ok();
    let day = set.as_deref().and_then(|text| text.get(..10)).and_then(|day| day.parse::<Date>().ok());
    let exact = set.as_deref().and_then(|text| text.parse::<DateTime>().ok());
    exact.or(day.map(|day| day.at(12, 0, 0, 0))).unwrap_or_else(|| {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let now = Timestamp::now().to_zoned(zone).datetime();
        now.with().subsec_nanosecond(0).build().unwrap_or(now)
    })
}

/// What random ids are made from; `KUNTATUTOR_SEED`, a number, sets it for tests.
pub fn seed() -> u64 {
    let set = std::env::var("KUNTATUTOR_SEED").ok().and_then(|seed| seed.parse().ok());
    // The standard library seeds its hashes from the system's own randomness.
    set.unwrap_or_else(|| RandomState::new().hash_one(std::process::id()))
}
