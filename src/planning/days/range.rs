//! A stretch of days as people write it: `1.12.–18.12.`, `24.–28.11.`, `vk 49`, `vk 49–51`; of one day, from it on.

use jiff::civil::Date;

use super::{WEEKS_AHEAD, plus};
use crate::domain::{FieldKind, Value};
use crate::entry::Reading;

/// What stands between two days.
const BETWEEN: [char; 3] = ['–', '-', '—'];

/// Reads a stretch of days; nothing where it is none, or ends before it begins.
pub fn range(reading: Reading<'_>, text: &str) -> Option<(Date, Date)> {
    let text = text.trim();
    if let Some(first) = day(reading, text) {
        let last = if names_week(text) { plus(first, 6) } else { plus(first, WEEKS_AHEAD * 7 - 1) };
        return Some((first, last));
    }
    // A day may hold such a line itself: 2026-12-01.
    let mut cuts = text.char_indices().filter(|(_, letter)| BETWEEN.contains(letter));
    cuts.find_map(|(at, line)| {
        let (from, until) = (text.get(..at)?.trim(), text.get(at + line.len_utf8()..)?.trim());
        let (first, last) = both(reading, from, until)?;
        (first <= last).then_some((first, last))
    })
}

fn both(reading: Reading<'_>, from: &str, until: &str) -> Option<(Date, Date)> {
    if names_week(from) {
        let monday = day(reading, from)?;
        // `vk 49–51`
        let word: String = from.chars().take_while(|letter| !letter.is_ascii_digit()).collect();
        let later = Reading { today: monday, ..reading };
        let last = day(later, until).filter(|_| names_week(until)).or_else(|| day(later, &format!("{word}{until}")))?;
        return Some((monday, plus(last, 6)));
    }
    let first = day(reading, from);
    let last = match first {
        // The end comes after the beginning, in the next year if need be.
        Some(first) => day(Reading { today: first, ..reading }, until)?,
        None => day(reading, until)?,
    };
    Some((first.or_else(|| day_of_month(from, last))?, last))
}

/// `24.` before `28.11.`: of the same month.
fn day_of_month(text: &str, last: Date) -> Option<Date> {
    let day: i8 = text.trim_end_matches('.').parse().ok()?;
    Date::new(last.year(), last.month(), day).ok()
}

fn day(reading: Reading<'_>, text: &str) -> Option<Date> {
    match reading.value(&FieldKind::Date, text) {
        Ok(Value::Date(day)) => Some(day),
        _ => None,
    }
}

/// Whether a week is named: a word that begins as weeks do here, and a number.
fn names_week(text: &str) -> bool {
    let begins = text.starts_with(['v', 'V', 'w', 'W']);
    begins && text.ends_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::entry::Tense;
    use crate::find::finder::Finder;
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    #[test]
    fn stretches_as_people_write_them() {
        let (book, finder, texts) = (Book::default(), Finder::default(), Texts::new(Tongue::Fi));
        let today = date(2026, 11, 22);
        let reading = Reading { book: &book, finder: &finder, texts: &texts, today, tense: Tense::Ahead, season: None };
        for (text, expect) in [
            ("1.12.–18.12.", Some((date(2026, 12, 1), date(2026, 12, 18)))),
            ("1.12. - 18.12.", Some((date(2026, 12, 1), date(2026, 12, 18)))),
            ("24.–28.11.", Some((date(2026, 11, 24), date(2026, 11, 28)))),
            ("20.12.-15.1.", Some((date(2026, 12, 20), date(2027, 1, 15)))),
            ("2026-12-01–2026-12-05", Some((date(2026, 12, 1), date(2026, 12, 5)))),
            ("vk 49", Some((date(2026, 11, 30), date(2026, 12, 6)))),
            ("vk 49–51", Some((date(2026, 11, 30), date(2026, 12, 20)))),
            ("v. 49–v. 50", Some((date(2026, 11, 30), date(2026, 12, 13)))),
            ("1.12.", Some((date(2026, 12, 1), date(2027, 1, 11)))),
            ("30.2.–3.3.", None),
            ("joskus", None),
            ("", None),
            ("–", None),
        ] {
            assert_eq!(range(reading, text), expect, "{text}");
        }
    }
}
