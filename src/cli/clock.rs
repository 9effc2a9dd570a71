//! The day it is.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// The zone all municipalities of Finland live in.
const ZONE: &str = "Europe/Helsinki";

/// Today in Finland; `KUNTATUTOR_NOW` (`2026-11-22`, a time may follow) sets it for tests.
pub fn today() -> Date {
    let set = std::env::var("KUNTATUTOR_NOW").ok();
    let day = set.as_deref().and_then(|text| text.get(..10)).and_then(|day| day.parse().ok());
    day.unwrap_or_else(|| {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        Timestamp::now().to_zoned(zone).date()
    })
}
