//! What a value has to be beyond its kind: there where it is needed, an address one can write to, not endless.

use super::Trouble;
use crate::domain::{Column, FieldKind, Value};
use crate::text::Tongue;

/// The most characters of a line.
const LINE: usize = 2_000;

/// The most characters of a long text.
const LONG: usize = 200_000;

/// How many digits a phone number has: three of a short one, fifteen by the international plan (ITU-T E.164) and a
/// few of an extension.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=19;

/// What may stand in a phone number beside digits and signs.
const PHONE_WORDS: [&str; 9] = ["p", "puh", "tel", "ext", "alanumero", "vaihde", "ankn", "anknytning", "vx"];

/// What is wrong with a value that fits its field's kind; the first thing, where there are several.
pub fn check(column: &Column, value: &Value) -> Option<Trouble> {
    if is_blank(value) {
        return column.needed.then_some(Trouble::Missing(column.label));
    }
    match (value, &column.kind) {
        (Value::Text(text), FieldKind::Long) => too_long(text, LONG),
        (Value::Text(text), FieldKind::Email) => too_long(text, LINE).or_else(|| email(text)),
        (Value::Text(text), FieldKind::Phone) => too_long(text, LINE).or_else(|| phone(text)),
        (Value::Text(text), FieldKind::Web) => too_long(text, LINE).or_else(|| web(text)),
        (Value::Text(text), _) => too_long(text, LINE),
        (Value::Words(words), _) => Tongue::ALL.iter().find_map(|tongue| too_long(words.exactly(*tongue), LINE)),
        (Value::Rows(rows), kind) => rows.iter().enumerate().find_map(|(number, row)| {
            let mut cells = kind.row_columns().zip(&row.cells);
            let trouble = cells.find_map(|(column, value)| Some(check(column, value)?.in_field(column)));
            let trouble = trouble.or_else(|| {
                let values: Vec<_> = kind.row_columns().zip(row.cells.iter().cloned()).collect();
                order(&values).map(|(column, trouble)| trouble.in_field(column))
            })?;
            Some(Trouble::InRow { number: number + 1, trouble: Box::new(trouble) })
        }),
        _ => None,
    }
}

/// Fields of which the second cannot lie before the first.
const IN_ORDER: [(&str, &str); 5] =
    [("date", "last_day"), ("from", "until"), ("since", "until"), ("starts", "ends"), ("valid_from", "valid_until")];

/// The field that ends before another one begins, and what to say of it.
pub fn order(values: &[(&'static Column, Value)]) -> Option<(&'static Column, Trouble)> {
    let day = |key: &str| {
        values.iter().find_map(|(column, value)| match value {
            Value::Date(day) if column.key == key => Some((*column, *day)),
            _ => None,
        })
    };
    IN_ORDER.iter().find_map(|(first, last)| {
        let ((begins, first), (ends, last)) = (day(first)?, day(last)?);
        (last < first).then(|| (ends, Trouble::BeforeItBegins { begins: begins.label, first }))
    })
}

/// Whether there is nothing to be seen.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.trim().is_empty(),
        Value::Words(words) => Tongue::ALL.iter().all(|tongue| words.exactly(*tongue).trim().is_empty()),
        value => value.is_empty(),
    }
}

fn too_long(text: &str, most: usize) -> Option<Trouble> {
    // Bytes are at least as many as characters.
    if text.len() <= most {
        return None;
    }
    let count = text.chars().count();
    (count > most).then_some(Trouble::TooLong { count, most })
}

fn email(text: &str) -> Option<Trouble> {
    let parts: Vec<&str> = text.split('@').collect();
    let whole = parts.len() == 2 && parts.iter().all(|part| !part.is_empty());
    (!whole || text.contains(char::is_whitespace)).then(|| Trouble::NotEmail(text.into()))
}

fn phone(text: &str) -> Option<Trouble> {
    let mut words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let odd = words.any(|word| !PHONE_WORDS.contains(&word.to_lowercase().as_str()));
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (odd || !DIGITS.contains(&digits)).then(|| Trouble::NotPhone(text.into()))
}

fn web(text: &str) -> Option<Trouble> {
    let whole = text.contains('.') || text.contains("://");
    (!whole || text.contains(char::is_whitespace)).then(|| Trouble::NotWeb(text.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Row, columns};

    fn column(kind: Kind, key: &str) -> &'static Column {
        kind.columns().find(|column| column.key == key).unwrap()
    }

    fn check_text(key: &str, text: &str) -> Option<Trouble> {
        check(column(Kind::Person, key), &Value::Text(text.into()))
    }

    #[test]
    fn addresses_are_ones_that_reach_somebody() {
        for good in ["ari.tammi@hel.fi", "a@b", "kirjaamo@pornainen.fi"] {
            assert_eq!(check_text("email", good), None, "{good}");
        }
        for bad in ["ari.tammi", "@hel.fi", "ari@", "a@b@c", "ari tammi@hel.fi"] {
            assert_eq!(check_text("email", bad), Some(Trouble::NotEmail(bad.into())), "{bad}");
        }
        for good in ["040 3537228", "+358 (0)40-353 7228", "09 310 1691 p. 12", "09 1234/050 123", "112"] {
            assert_eq!(check_text("phone", good), None, "{good}");
        }
        for bad in ["soita Arille", "12", "O4O 123 456"] {
            assert_eq!(check_text("phone", bad), Some(Trouble::NotPhone(bad.into())), "{bad}");
        }
        let website = column(Kind::Municipality, "website");
        for (text, good) in [("askola.fi", true), ("https://x", true), ("teams", false), ("a.fi b.fi", false)] {
            assert_eq!(check(website, &Value::Text(text.into())).is_none(), good, "{text}");
        }
    }

    #[test]
    fn what_is_needed_is_missed_and_what_is_endless_is_counted() {
        assert_eq!(check(column(Kind::Person, "family"), &Value::Empty), Some(Trouble::Missing("family")));
        assert_eq!(check_text("family", " \u{a0} "), Some(Trouble::Missing("family")));
        assert_eq!(check(column(Kind::Person, "given"), &Value::Empty), None);
        assert_eq!(check_text("given", &"ä".repeat(2_000)), None);
        assert_eq!(check_text("given", &"ä".repeat(2_001)), Some(Trouble::TooLong { count: 2_001, most: 2_000 }));
        assert_eq!(check_text("note", &"ä".repeat(2_001)), None);
    }

    #[test]
    fn rows_are_checked_cell_by_cell() {
        let materials = column(Kind::Session, "materials");
        let rows = vec![Row::empty(crate::domain::Id::default(), materials.kind.row_columns().count())];
        let told = check(materials, &Value::Rows(rows));
        let title = columns::<crate::domain::Material>(0).unwrap();
        let missing = Trouble::Missing("title").in_field(title);
        assert_eq!(told, Some(Trouble::InRow { number: 1, trouble: Box::new(missing) }));
    }
}
