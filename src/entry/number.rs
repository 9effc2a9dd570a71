//! Counts as people write them.

use super::Trouble;

/// Reads a count; blanks may part its thousands.
pub(super) fn number(text: &str) -> Result<u32, Trouble> {
    let groups: Vec<&str> = text.split_whitespace().collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let thousands = groups.iter().skip(1).all(|group| group.len() == 3)
        && (groups.len() == 1 || groups.first().is_some_and(|group| group.len() <= 3));
    if !thousands || !groups.iter().all(digits) {
        return Err(Trouble::NotNumber(text.into()));
    }
    groups.concat().parse().map_err(|_too_large| Trouble::NotNumber(text.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (text, count) in [("0", 0), ("33458", 33_458), ("33 458", 33_458), ("1\u{a0}234\u{202f}567", 1_234_567)] {
            assert_eq!(number(text), Ok(count), "{text}");
        }
        for text in ["3 4", "1234 567", "-1", "1,5", "4294967296", "x", "+5"] {
            assert_eq!(number(text), Err(Trouble::NotNumber(text.into())), "{text}");
        }
    }
}
