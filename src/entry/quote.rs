//! Text with quotation marks: taken apart at signs outside them, and put into them.
//!
//! Quotation marks open where a value begins: at the start, after a separator, after `=`. Elsewhere they are letters,
//! so that `Tom's` and `5" näyttö` need no care.

use std::borrow::Cow;

use super::Trouble;

/// Either may be used, the other one then stands inside.
const MARKS: [char; 2] = ['"', '\''];

/// Where a value may begin.
const BEFORE: [char; 4] = [',', ';', '=', '\n'];

/// One `key=value`; what stands before all keys has none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pair<'t> {
    pub(super) key: Option<&'t str>,
    pub(super) value: Cow<'t, str>,
}

/// Every character outside quotation marks, with its place.
fn outside(text: &str) -> Result<Vec<(usize, char)>, Trouble> {
    let mut found = Vec::new();
    let mut open = None;
    let mut begins = true;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match open {
            Some(mark) if letter == mark => {
                if letters.next_if(|(_, next)| *next == mark).is_none() {
                    open = None;
                    begins = false;
                }
            }
            Some(_) => {}
            None if begins && MARKS.contains(&letter) => open = Some(letter),
            None => {
                begins = BEFORE.contains(&letter) || begins && letter.is_whitespace();
                found.push((at, letter));
            }
        }
    }
    if open.is_some() { Err(Trouble::OpenQuote) } else { Ok(found) }
}

/// The text parted at these signs, quotation marks kept.
pub(super) fn parts<'t>(text: &'t str, separators: &[char]) -> Result<Vec<&'t str>, Trouble> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, letter) in outside(text)? {
        if separators.contains(&letter) {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at + letter.len_utf8();
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    Ok(parts)
}

/// The pairs of a row, their values without the quotation marks around them.
pub(super) fn pairs(text: &str) -> Result<Vec<Pair<'_>>, Trouble> {
    let mut keys: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in outside(text)? {
        if letter == '=' {
            keys.extend(key_before(text, at).map(|start| (start, at)));
        }
    }
    let ends = keys.iter().map(|(start, _)| *start).chain([text.len()]);
    let starts = [(0, None)].into_iter().chain(keys.iter().map(|(start, at)| (at + 1, text.get(*start..*at))));
    let pairs = starts.zip(ends).map(|((start, key), end)| {
        let value = text.get(start..end).unwrap_or_default().trim();
        Pair { key, value: unquoted(value) }
    });
    Ok(pairs.filter(|pair| pair.key.is_some() || !pair.value.is_empty()).collect())
}

/// Where the key before this `=` begins: a word of its own.
fn key_before(text: &str, at: usize) -> Option<usize> {
    let head = text.get(..at)?;
    let is_key = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let key = head.trim_end_matches(is_key);
    let stands_alone = key.chars().next_back().is_none_or(char::is_whitespace);
    (key.len() < head.len() && stands_alone).then_some(key.len())
}

/// The text without the quotation marks that stand around the whole of it.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let Some(mark) = MARKS.into_iter().find(|mark| text.starts_with(*mark)) else { return Cow::Borrowed(text) };
    let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let (one, two) = (mark.to_string(), mark.to_string().repeat(2));
    match inner {
        // A single mark inside would have ended it.
        Some(inner) if !inner.replace(&two, "").contains(mark) => Cow::Owned(inner.replace(&two, &one)),
        _ => Cow::Borrowed(text),
    }
}

/// The text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    let mark = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    let doubled = text.replace(mark, &mark.to_string().repeat(2));
    format!("{mark}{doubled}{mark}")
}

/// Whether a text begins as if it were in quotation marks.
pub(super) fn begins_quoted(text: &str) -> bool {
    text.starts_with(MARKS)
}

/// A value as it stands in a row.
pub(super) fn in_row(value: &str) -> String {
    let bare = |letter: char| !letter.is_whitespace() && !MARKS.contains(&letter) && !BEFORE.contains(&letter);
    if !value.is_empty() && value.chars().all(bare) { value.to_owned() } else { quoted(value) }
}

/// A value as it stands in a list.
pub(super) fn in_list(value: &str) -> String {
    if value.contains(MARKS) || value.contains([',', ';']) { quoted(value) } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<(&str, String)> {
        let pairs = pairs(text).unwrap();
        pairs.into_iter().map(|pair| (pair.key.unwrap_or("·"), pair.value.into_owned())).collect()
    }

    fn check(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        assert_eq!(shown(text), expected, "{text}");
    }

    #[test]
    fn rows_are_taken_apart() {
        check("minutes=15 title='Avaus ja kahvi'", &[("minutes", "15"), ("title", "Avaus ja kahvi")]);
        check("minutes=1 h 30 min title=Avaus ja kahvi", &[("minutes", "1 h 30 min"), ("title", "Avaus ja kahvi")]);
        check("Varaa sali due=+2w", &[("·", "Varaa sali"), ("due", "+2w")]);
        check("who=Tom's \"a=b\"", &[("who", "Tom's \"a=b\"")]);
        check("who=\"a=b c=d\" part=x", &[("who", "a=b c=d"), ("part", "x")]);
        check("link=https://a.fi/?b=1 title=", &[("link", "https://a.fi/?b=1"), ("title", "")]);
        check("muut-tiedot=x", &[("muut-tiedot", "x")]);
        check("speakers='who=\"A B\"; who=C'", &[("speakers", "who=\"A B\"; who=C")]);
        check("'don''t'", &[("·", "don't")]);
        assert_eq!(pairs("title='Avaus"), Err(Trouble::OpenQuote));
    }

    #[test]
    fn lists_are_parted_outside_quotation_marks() {
        assert_eq!(parts("a, \"b, c\";d", &[',', ';']).unwrap(), ["a", " \"b, c\"", "d"]);
        assert_eq!(parts("5\" näyttö, x", &[',']).unwrap(), ["5\" näyttö", " x"]);
    }

    proptest! {
        #[test]
        fn what_was_put_in_quotation_marks_comes_out(text in "[a '\"=;,]{0,12}") {
            let text = text.trim();
            let quoted = quoted(text);
            prop_assert_eq!(unquoted(&quoted), text);
            let row = format!("k={} l={}", in_row(text), in_row(text));
            let pairs = pairs(&row).unwrap();
            prop_assert_eq!(pairs.len(), 2, "{}", row);
            prop_assert!(pairs.iter().all(|pair| pair.value == text), "{}", row);
            prop_assert_eq!(parts(&row, &[';']).unwrap().len(), 1, "{}", row);
        }
    }
}
