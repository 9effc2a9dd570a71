//! Numbers of spreadsheets as text: what a cell's format shows as a day or a time is stored as a number of days.

use ecow::{EcoString, eco_format};
use jiff::ToSpan;
use jiff::civil::{Date, Time, date};

/// What a cell's format makes of its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// A number.
    #[default]
    Plain,
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A time of day.
    Time,
    /// Hours beyond a day's, as `25:30`.
    Length,
}

/// From which day a workbook counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 is 1.1.1900, and 1900 a leap year, which it was not.
    #[default]
    Y1900,
    /// 0 is 1.1.1904.
    Y1904,
}

impl Shape {
    /// That of a format every program knows by its number (ECMA-376 part 1, 18.8.30).
    pub(super) fn built_in(number: u32) -> Self {
        match number {
            14..=17 | 27..=31 | 34..=36 | 50..=54 | 57..=58 => Self::Date,
            18..=21 | 32..=33 | 45 | 47 | 55..=56 => Self::Time,
            22 => Self::DateTime,
            46 => Self::Length,
            _ => Self::Plain,
        }
    }

    /// That of a format's code, such as `d.m.yyyy`.
    pub(super) fn of_code(code: &str) -> Self {
        let Some(letters) = letters(code) else { return Self::Length };
        let has = |wanted: &[char]| letters.contains(wanted);
        if letters.contains("general") || has(&['0', '#', '?']) && !has(&['y', 'd', 'h', 's']) {
            return Self::Plain;
        }
        match (has(&['y', 'd']), has(&['h', 's'])) {
            (true, true) => Self::DateTime,
            (true, false) => Self::Date,
            (false, true) => Self::Time,
            (false, false) if has(&['m']) => Self::Date,
            (false, false) => Self::Plain,
        }
    }
}

/// A code's first section in small letters, without its literal text; nothing where it counts hours on.
fn letters(code: &str) -> Option<String> {
    let mut letters = String::new();
    let mut rest = code.chars();
    while let Some(letter) = rest.next() {
        match letter {
            ';' => break,
            '\\' | '_' | '*' => {
                rest.next();
            }
            '"' => {
                rest.by_ref().find(|letter| *letter == '"');
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|letter| *letter != ']').collect();
                let inside = inside.to_ascii_lowercase();
                if !inside.is_empty() && ["h", "m", "s"].iter().any(|unit| inside.replace(unit, "").is_empty()) {
                    return None;
                }
            }
            letter => letters.push(letter.to_ascii_lowercase()),
        }
    }
    Some(letters)
}

/// The number as its cell shows it: a day as `2026-11-22`, a time as `9.30`, both as `2026-11-22 9.30`.
pub(super) fn text(number: f64, shape: Shape, epoch: Epoch) -> EcoString {
    let shown = match shape {
        Shape::Plain => None,
        Shape::Length => length(number),
        Shape::Time => minutes(number.rem_euclid(1.0)).map(|minutes| time(minutes % 1440)),
        Shape::Date => day(number, epoch).map(|day| eco_format!("{day}")),
        Shape::DateTime => day_and_time(number, epoch),
    };
    shown.unwrap_or_else(|| plain(number))
}

/// A day, a time or both as ISO 8601 writes them, as cells show them; anything else as it is.
pub(super) fn from_iso(text: &str) -> EcoString {
    let shown = || {
        let (day, rest) = text.split_once('T').unwrap_or((text, ""));
        let day: Date = day.parse().ok()?;
        let time: Option<Time> = rest.trim_end_matches('Z').parse().ok();
        Some(match time.map(|time| (time.hour(), time.minute())) {
            None | Some((0, 0)) => eco_format!("{day}"),
            Some((hour, minute)) => eco_format!("{day} {hour}.{minute:02}"),
        })
    };
    shown().unwrap_or_else(|| text.into())
}

/// A time of day such as `PT09H30M00S` as `9.30`, a longer time as `25:30`.
pub(super) fn from_iso_length(text: &str) -> EcoString {
    let shown = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, _) = rest.split_once('M')?;
        let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
        Some(if hours < 24 { eco_format!("{hours}.{minutes:02}") } else { eco_format!("{hours}:{minutes:02}") })
    };
    shown().unwrap_or_else(|| text.into())
}

/// Digits without an exponent; what is beyond the fifteenth is the binary system's noise.
pub(super) fn plain(number: f64) -> EcoString {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    // There is no negative nothing.
    eco_format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

fn time(minutes: u32) -> EcoString {
    eco_format!("{}.{:02}", minutes / 60, minutes % 60)
}

fn length(number: f64) -> Option<EcoString> {
    let minutes = minutes(number)?;
    Some(eco_format!("{}:{:02}", minutes / 60, minutes % 60))
}

fn day_and_time(number: f64, epoch: Epoch) -> Option<EcoString> {
    let minutes = minutes(number.rem_euclid(1.0))?;
    let day = day(number.floor() + f64::from(minutes / 1440), epoch)?;
    let minutes = minutes % 1440;
    Some(if minutes == 0 { eco_format!("{day}") } else { eco_format!("{day} {}", time(minutes)) })
}

/// Days as whole minutes; nothing of what is no length of time.
fn minutes(days: f64) -> Option<u32> {
    let minutes = (days * 1440.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    (0.0..=f64::from(u32::MAX)).contains(&minutes).then_some(minutes as u32)
}

fn day(number: f64, epoch: Epoch) -> Option<Date> {
    // 31.12.9999 is the last day that Excel knows.
    if !(0.0..=2_958_465.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    let days = number.floor() as i32;
    let from = match epoch {
        Epoch::Y1904 => date(1904, 1, 1),
        Epoch::Y1900 if days < 60 => date(1899, 12, 31),
        Epoch::Y1900 => date(1899, 12, 30),
    };
    from.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_exponent_and_no_noise() {
        for (number, expected) in [
            (33458.0, "33458"),
            (401_234_567.0, "401234567"),
            (358_401_234_567.0, "358401234567"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1e21, "1000000000000000000000"),
            (12.5, "12.5"),
        ] {
            assert_eq!(plain(number), expected);
        }
    }

    #[test]
    fn formats_tell_days_and_times() {
        for (code, shape) in [
            ("d.m.yyyy", Shape::Date),
            ("[$-40B]d. mmmm yyyy;@", Shape::Date),
            ("mmm", Shape::Date),
            ("dd\\.mm\\.yyyy\\ hh\\.mm", Shape::DateTime),
            ("h:mm AM/PM", Shape::Time),
            ("[h]:mm:ss", Shape::Length),
            ("General", Shape::Plain),
            ("0.00E+00", Shape::Plain),
            ("# ##0,00 \"päivää ja yötä\"", Shape::Plain),
            ("[Red]-0;[Blue]0", Shape::Plain),
            ("@", Shape::Plain),
        ] {
            assert_eq!(Shape::of_code(code), shape, "{code}");
        }
    }

    #[test]
    fn days_count_from_either_year() {
        for (number, shape, epoch, expected) in [
            (46348.0, Shape::Date, Epoch::Y1900, "2026-11-22"),
            (44886.0, Shape::Date, Epoch::Y1904, "2026-11-22"),
            (1.0, Shape::Date, Epoch::Y1900, "1900-01-01"),
            (61.0, Shape::Date, Epoch::Y1900, "1900-03-01"),
            (46348.0 + 9.5 / 24.0, Shape::DateTime, Epoch::Y1900, "2026-11-22 9.30"),
            (46_348.999_999, Shape::DateTime, Epoch::Y1900, "2026-11-23"),
            (46348.0, Shape::DateTime, Epoch::Y1900, "2026-11-22"),
            (0.375, Shape::Time, Epoch::Y1900, "9.00"),
            (25.5 / 24.0, Shape::Length, Epoch::Y1900, "25:30"),
            (-1.0, Shape::Date, Epoch::Y1900, "-1"),
            (1e300, Shape::DateTime, Epoch::Y1900, plain(1e300).as_str()),
        ] {
            assert_eq!(text(number, shape, epoch), expected);
        }
    }
}
