//! A tutor's working time as it is told in one breath: preparation, session, travel.

use super::Trouble;
use super::time::length;

/// Up to this a number without a unit is one of hours, beyond it of minutes: nobody prepares for two minutes.
const HOURS_MOST: u32 = 24;

/// Reads `1 2 0,5`, `1 h 30 min / 2 h / 30`, `1,5; 2; 0`: minutes of preparation, at the session and on the way. What
/// is told last may be left out.
///
/// # Errors
/// Which part is no length, or that there are more than three.
pub fn working_time(text: &str) -> Result<[Option<u32>; 3], Trouble> {
    let parted = text.contains(['/', ';', '\n', '+']);
    let parts: Vec<&str> =
        if parted { text.split(['/', ';', '\n', '+']).collect() } else { text.split_whitespace().collect() };
    let mut joined: Vec<String> = Vec::new();
    for part in parts {
        // A blank before its unit does not make two lengths of one.
        let is_unit = !parted && part.chars().all(char::is_alphabetic);
        match joined.last_mut().filter(|_| is_unit) {
            Some(last) => *last = format!("{last} {part}"),
            None => joined.push(part.trim().to_owned()),
        }
    }
    let mut told = [None; 3];
    if joined.len() > told.len() {
        return Err(Trouble::NotLength(text.into()));
    }
    for (at, part) in told.iter_mut().zip(&joined).filter(|(_, part)| !part.is_empty()) {
        *at = Some(minutes(part)?);
    }
    Ok(told)
}

fn minutes(part: &str) -> Result<u32, Trouble> {
    match part.parse::<u32>() {
        Ok(hours) if hours <= HOURS_MOST => Ok(hours * 60),
        _ => length(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_lengths_in_one_line() {
        for (text, expected) in [
            ("1 2 0,5", [Some(60), Some(120), Some(30)]),
            ("1 h 2 h 30 min", [Some(60), Some(120), Some(30)]),
            ("1 h 30 min / 2 / 90", [Some(90), Some(120), Some(90)]),
            ("0 2", [Some(0), Some(120), None]),
            ("/ 2", [None, Some(120), None]),
            ("1\n2\n3", [Some(60), Some(120), Some(180)]),
            ("", [None, None, None]),
        ] {
            assert_eq!(working_time(text), Ok(expected), "{text}");
        }
        for text in ["1 2 3 4", "monta", "1 x 2", "-1"] {
            assert!(working_time(text).is_err(), "{text}");
        }
    }
}
