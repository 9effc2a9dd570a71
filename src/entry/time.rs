//! Times of day and lengths of time as people write them.

use jiff::civil::Time;

use super::Trouble;
use crate::find::fold::Folded;

/// Words before a time of day, folded.
const AT: [&str; 4] = ["klo", "kello", "kl", "at"];

/// Words for hours and for minutes, folded.
const HOURS: [&str; 12] = ["h", "t", "tunti", "tuntia", "tim", "timme", "timmar", "hour", "hours", "hr", "hrs", "std"];
const MINUTES: [&str; 9] = ["min", "m", "mins", "minuutti", "minuuttia", "minut", "minuter", "minute", "minutes"];

/// Decimals of hours that are read; a second is less than the fourth.
const DECIMALS: usize = 6;

/// Reads a time of day; of two the first.
pub(super) fn time(text: &str) -> Result<Time, Trouble> {
    span(text).map(|(time, _)| time).ok_or_else(|| Trouble::NotTime(text.into()))
}

/// The time something begins and, where its end is told too (`klo 9–11.30`), how many minutes it takes.
pub fn span(text: &str) -> Option<(Time, Option<u32>)> {
    // Folding makes every kind of dash a plain one.
    let folded = Folded::of(text).text;
    let after = |word: &&str| folded.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic));
    let rest = AT.iter().find_map(after).unwrap_or(&folded).trim_start_matches(['.', ' ']);
    let Some((from, until)) = rest.split_once('-') else { return Some((clock(rest)?, None)) };
    let (from, until) = (clock(from.trim())?, clock(until.trim())?);
    let minutes = |time: Time| u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs());
    let length = minutes(until).checked_sub(minutes(from)).filter(|length| *length > 0)?;
    Some((from, Some(length)))
}

/// `9`, `9.30`, `9:30`, `0930`.
fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None if text.len() == 3 => text.split_at_checked(1)?,
        None => (text, "0"),
    };
    let number = |digits: &str| -> Option<i8> {
        let written = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if written { digits.parse().ok() } else { None }
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}

/// Reads a length of time, in minutes.
pub(super) fn length(text: &str) -> Result<u32, Trouble> {
    let folded = Folded::of(text).text;
    let minutes = plain_number(&folded).or_else(|| on_a_clock(&folded)).or_else(|| with_units(&folded));
    minutes.and_then(|minutes| u32::try_from(minutes).ok()).ok_or_else(|| Trouble::NotLength(text.into()))
}

fn plain_number(text: &str) -> Option<u64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// `1:30` and `1.30`: two digits after the sign are minutes, as on a clock.
fn on_a_clock(text: &str) -> Option<u64> {
    let (hours, minutes) = text.split_once([':', '.'])?;
    let minutes = plain_number(minutes).filter(|_| minutes.len() == 2).filter(|minutes| *minutes < 60)?;
    Some(plain_number(hours)?.checked_mul(60)? + minutes)
}

/// `90 min`, `1 h 30 min`, `1,5 h`; a fraction without a unit is one of hours.
fn with_units(text: &str) -> Option<u64> {
    let mut rest = text;
    let mut minutes = 0_u64;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter)).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(end)?;
        let after = after.trim_start();
        let end = after.find(|letter: char| !letter.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at_checked(end)?;
        let part = if MINUTES.contains(&unit) {
            plain_number(number)?
        } else if HOURS.contains(&unit) || unit.is_empty() && number.contains([',', '.']) && after.is_empty() {
            hours(number)?
        } else {
            return None;
        };
        minutes = minutes.checked_add(part)?;
        rest = after.trim_start_matches(['.', ' ']);
    }
    Some(minutes)
}

/// The minutes of so many hours, decimals allowed.
fn hours(number: &str) -> Option<u64> {
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, "0"));
    if whole.is_empty() || decimals.is_empty() || decimals.len() > DECIMALS {
        return None;
    }
    let scale = 10_u64.pow(u32::try_from(decimals.len()).ok()?);
    let rest = (plain_number(decimals)? * 60 + scale / 2) / scale;
    plain_number(whole)?.checked_mul(60)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_spans() {
        let check = |text: &str, hour: i8, minute: i8, length: Option<u32>| {
            assert_eq!(span(text), Some((jiff::civil::time(hour, minute, 0, 0), length)), "{text}");
        };
        check("9", 9, 0, None);
        check("9.30", 9, 30, None);
        check("9:30", 9, 30, None);
        check("0930", 9, 30, None);
        check("930", 9, 30, None);
        check("klo 9", 9, 0, None);
        check("Klo 9.30", 9, 30, None);
        check("kl. 9:30", 9, 30, None);
        check("kl 9.30", 9, 30, None);
        check("klo 9–11.30", 9, 0, Some(150));
        check("9-11", 9, 0, Some(120));
        check("12.15 — 13", 12, 15, Some(45));
        check("23.59", 23, 59, None);
        check("0", 0, 0, None);
        for text in ["24", "9.60", "9.3", "klo", "x", "11-9", "970", "9.30.15", "-9", "", "9–"] {
            assert_eq!(span(text), None, "{text}");
        }
    }

    #[test]
    fn lengths() {
        for (text, minutes) in [
            ("90", 90),
            ("90 min", 90),
            ("90min.", 90),
            ("1 h 30 min", 90),
            ("1h30min", 90),
            ("1,5 h", 90),
            ("1.5 h", 90),
            ("1,5", 90),
            ("1.5", 90),
            ("1:30", 90),
            ("1.30", 90),
            ("1,25 t", 75),
            ("2 tuntia", 120),
            ("2 tim. 15 min", 135),
            ("0", 0),
            ("71582788 h 15 min", u32::MAX),
        ] {
            assert_eq!(length(text), Ok(minutes), "{text}");
        }
        for text in ["x", "1:75", "1 h 30 x", "-5", "4294967296", "1,5,5 h", ",5", "h", "1 2"] {
            assert_eq!(length(text), Err(Trouble::NotLength(text.into())), "{text}");
        }
    }
}
