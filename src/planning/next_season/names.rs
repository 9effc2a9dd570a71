//! Names of seasons and rounds, some years later: `Digituki 2025–26` to `Digituki 2026–27`.

use ecow::{EcoString, eco_format};

/// The years a name may mean.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// The name so many years later; one without a year is counted up: `kausi 3` to `kausi 4`, `Alku` to `Alku 2`.
/// `before` stands before a number that is added.
pub fn counted_up(name: &str, years: i16, before: char) -> EcoString {
    let later = years_up(name, years);
    if later != name || name.trim().is_empty() {
        return later;
    }
    let digits = name.chars().rev().take_while(char::is_ascii_digit).count();
    let (head, number) = name.split_at_checked(name.len() - digits).unwrap_or((name, ""));
    match number.parse::<u32>() {
        Ok(number) => eco_format!("{head}{}", number.saturating_add(1)),
        Err(_no_number) => eco_format!("{name}{before}2"),
    }
}

/// The name with the years of its days in place of its own; nothing where it names none. `dash` stands between two
/// years where it has only one.
pub(super) fn dated(name: &str, (first, last): (i16, i16), dash: char) -> Option<EcoString> {
    let parts: Vec<&str> = parts(name).collect();
    let is_year = |part: &&str| part.len() == 4 && part.parse::<i16>().is_ok_and(|year| YEARS.contains(&year));
    let at = parts.iter().position(is_year)?;
    let (head, rest) = parts.split_at_checked(at)?;
    let (dash, width, tail) = match rest {
        [_, between @ ("-" | "–" | "—" | "/"), second, tail @ ..] if matches!(second.len(), 2 | 4) => {
            ((*between).to_owned(), second.len(), tail)
        }
        [_, tail @ ..] => (dash.to_string(), 2, tail),
        [] => return None,
    };
    let mut dated: EcoString = head.iter().copied().collect();
    dated.push_str(&eco_format!("{first:04}"));
    if last != first {
        let last = if width == 2 { last.rem_euclid(100) } else { last };
        dated.push_str(&eco_format!("{dash}{last:0width$}"));
    }
    for part in tail {
        dated.push_str(part);
    }
    Some(dated)
}

/// The name with its years so much later; nothing else of it changes.
pub(super) fn years_up(name: &str, years: i16) -> EcoString {
    let mut later = EcoString::new();
    // A short year goes with the whole one right before its dash.
    let mut follows_year = false;
    for part in parts(name) {
        let year = part.parse::<i16>().ok().filter(|_| part.len() == 4).filter(|year| YEARS.contains(year));
        let short = part.parse::<i16>().ok().filter(|_| part.len() == 2 && follows_year);
        match (year, short) {
            (Some(year), _) => later.push_str(&eco_format!("{:04}", year.saturating_add(years))),
            (_, Some(short)) => later.push_str(&eco_format!("{:02}", short.saturating_add(years).rem_euclid(100))),
            _ => later.push_str(part),
        }
        follows_year = year.is_some() || follows_year && matches!(part, "-" | "–" | "—" | "/");
    }
    later
}

/// The runs of digits and what stands between them.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let digit = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_counted_up_and_nothing_else() {
        for (name, years, later) in [
            ("Digituki 2025–26", 1, "Digituki 2026–27"),
            ("2020-21", 1, "2021-22"),
            ("2020–21", 6, "2026–27"),
            ("1999/00", 1, "2000/01"),
            ("kevät 2021", 1, "kevät 2022"),
            ("2098–99", 1, "2099–00"),
            ("2020", 1, "2021"),
            ("2020–2021", 2, "2022–2023"),
            ("kierros 12, 2021", 1, "kierros 12, 2022"),
            ("kausi 3", 1, "kausi 4"),
            ("Alku", 1, "Alku 2"),
            ("", 1, ""),
        ] {
            assert_eq!(counted_up(name, years, ' '), later, "{name}");
        }
        assert_eq!(counted_up("alku", 1, '-'), "alku-2");
        for (name, years, named) in [
            ("2020–21", (2022, 2022), Some("2022")),
            ("Digituki 2020–2021 B", (2026, 2027), Some("Digituki 2026–2027 B")),
            ("1999/00", (2000, 2001), Some("2000/01")),
            ("kevät 2026", (2026, 2027), Some("kevät 2026–27")),
            ("kausi 3", (2026, 2027), None),
        ] {
            assert_eq!(dated(name, years, '–').as_deref(), named, "{name}");
        }
        assert_eq!(years_up("kierros 3", 1), "kierros 3", "a round is not another one for being later");
    }
}
