//! What was typed, taken apart.
//!
//! Owns the reading of a typed line: words, scopes, telephone numbers, inflected place names, and when one query can
//! only find rows of another. It never looks at rows and knows no scope by name.

use std::ops::Range;

use super::fold::{Folded, Mark, is_word_byte};
use super::inflect::Places;

/// Characters of a typed line that are read; the rest is ignored.
pub const LONGEST: usize = 200;

/// Digits a number beginning with 358 must have in all to be read as an international one.
const SHORTEST_INTERNATIONAL: usize = 10;

/// How a pattern may lie in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// In one piece, as initials, or scattered over neighbouring words.
    Anywhere,
    /// In one piece.
    Together,
    /// As a whole word.
    Whole,
}

/// A folded text to find; its marks must be in the row, its unmarked letters match marked ones too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) text: Folded,
    pub(super) fit: Fit,
}

/// One thing asked for: any of its readings will do, of a reading all patterns must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) readings: Vec<Vec<Pattern>>,
}

/// A typed `name:value`; the caller knows what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Lower-case, as typed otherwise.
    pub name: String,
    /// As typed, without quotes; empty while it is being typed.
    pub value: String,
    /// Bytes of the typed line, quotes included.
    pub span: Range<usize>,
}

/// A typed line as the search understands it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
    /// The scopes, in the order typed.
    pub scopes: Vec<Scope>,
}

impl Query {
    /// Reads a typed line. `is_scope` says whether a lower-case word before a colon names a scope; where it does not,
    /// the whole stays a plain word.
    #[must_use]
    pub fn parse(typed: &str, is_scope: &dyn Fn(&str) -> bool, places: &Places) -> Self {
        let mut query = Self::default();
        let mut number = Vec::new();
        let mut rest = Typed::new(typed);
        while let Some(token) = rest.next(is_scope) {
            match token {
                Token::Word(word) if is_numeric(word) => number.push(word),
                Token::Word(word) => {
                    query.terms.extend(number_term(&number));
                    number.clear();
                    query.terms.extend(word_term(word, places));
                }
                Token::Scope(scope) => query.scopes.push(scope),
            }
        }
        query.terms.extend(number_term(&number));
        query
    }

    /// Whether no word is asked for (there may be scopes): every row matches.
    #[must_use]
    pub fn is_wordless(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether every row this query finds is also found by `wider`.
    pub(super) fn narrows(&self, wider: &Self) -> bool {
        wider.terms.iter().all(|old| self.terms.iter().any(|new| new.implies(old)))
    }
}

impl Term {
    fn implies(&self, wider: &Self) -> bool {
        self.readings
            .iter()
            .all(|new| wider.readings.iter().any(|old| old.iter().all(|old| new.iter().any(|new| new.implies(old)))))
    }
}

impl Pattern {
    /// A word as typed. Digits scattered over a row mean nothing, and letters of other alphabets take several bytes,
    /// so both must stand in one piece.
    fn word(text: Folded) -> Self {
        let letters = text.text.is_ascii() && text.text.bytes().any(|byte| byte.is_ascii_alphabetic());
        let fit = if letters { Fit::Anywhere } else { Fit::Together };
        Self { text, fit }
    }

    fn implies(&self, wider: &Self) -> bool {
        match (self.fit, wider.fit) {
            (_, Fit::Whole) => self == wider,
            (Fit::Anywhere, Fit::Together) => false,
            _ => {
                let kept = |mark: &Mark| self.text.marks.contains(mark);
                self.text.text.starts_with(&wider.text.text) && wider.text.marks.iter().all(kept)
            }
        }
    }
}

fn word_term(word: &str, places: &Places) -> Option<Term> {
    let folded = Folded::of(word.trim_matches([',', ';']));
    if !folded.text.bytes().any(is_word_byte) {
        return None;
    }
    let insists = !folded.marks.is_empty();
    let meant = places.meant_by(&folded.text).map(|name| {
        let mut text = name.clone();
        if !insists {
            text.marks.clear();
        }
        let fit = Fit::Whole;
        vec![Pattern { text, fit }]
    });
    let meant: Vec<_> = meant.collect();
    let mut readings = vec![vec![Pattern::word(folded)]];
    readings.extend(meant);
    Some(Term { readings })
}

/// Words of digits in a row: each for itself, or together one telephone number.
fn number_term(words: &[&str]) -> Option<Term> {
    let each: Vec<_> = words
        .iter()
        .map(|word| Folded::of(word))
        .filter(|word| word.text.bytes().any(is_word_byte))
        .map(Pattern::word)
        .collect();
    let mut readings = vec![each];
    if let Some(number) = national_number(&words.concat()) {
        let text = Folded::of(&number);
        let fit = Fit::Together;
        readings.push(vec![Pattern { text, fit }]);
    }
    readings.dedup();
    readings.retain(|reading| !reading.is_empty());
    (!readings.is_empty()).then_some(Term { readings })
}

fn is_numeric(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || b"+-()".contains(&byte))
}

/// The digits of a number as dialled within Finland; of other countries' numbers the digits after `+` or `00`.
fn national_number(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let plus = typed.trim_start_matches('(').starts_with('+');
    let abroad = if plus || digits.len() >= SHORTEST_INTERNATIONAL && digits.starts_with("358") {
        Some(digits.as_str())
    } else {
        digits.strip_prefix("00")
    };
    let number = match abroad {
        None => digits,
        Some(abroad) => match abroad.strip_prefix("358") {
            // Many write the trunk zero too: +358 (0)40.
            Some(home) => format!("0{}", home.strip_prefix('0').unwrap_or(home)),
            None => abroad.to_owned(),
        },
    };
    (!number.is_empty()).then_some(number)
}

enum Token<'a> {
    Word(&'a str),
    Scope(Scope),
}

/// The part of a typed line not yet read.
struct Typed<'a> {
    rest: &'a str,
    /// Where `rest` begins in the typed line.
    at: usize,
}

impl<'a> Typed<'a> {
    fn new(typed: &'a str) -> Self {
        let end = typed.char_indices().nth(LONGEST).map_or(typed.len(), |(at, _)| at);
        Self { rest: typed.get(..end).unwrap_or(typed), at: 0 }
    }

    fn next(&mut self, is_scope: &dyn Fn(&str) -> bool) -> Option<Token<'a>> {
        let blanks = self.rest.len() - self.rest.trim_start().len();
        self.take(blanks);
        if self.rest.is_empty() {
            return None;
        }
        if let Some(name) = self.scope_name(is_scope) {
            return Some(Token::Scope(self.scope(name)));
        }
        let end = self.rest.find(char::is_whitespace);
        Some(Token::Word(self.take(end.unwrap_or(self.rest.len()))))
    }

    /// Takes the next `length` bytes.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.at += taken.len();
        taken
    }

    fn scope_name(&self, is_scope: &dyn Fn(&str) -> bool) -> Option<String> {
        let (name, _) = self.rest.split_once(':')?;
        let one_word = !name.is_empty() && !name.contains(char::is_whitespace);
        let name = name.to_lowercase();
        (one_word && is_scope(&name)).then_some(name)
    }

    fn scope(&mut self, name: String) -> Scope {
        let start = self.at;
        let colon = self.rest.find(':').unwrap_or_default();
        self.take(colon + 1);
        let value = if self.rest.starts_with('"') {
            self.take(1);
            let end = self.rest.find('"').unwrap_or(self.rest.len());
            let value = self.take(end);
            self.take(usize::from(!self.rest.is_empty()));
            value
        } else {
            let end = self.rest.find(char::is_whitespace);
            self.take(end.unwrap_or(self.rest.len()))
        };
        Scope { name, value: value.to_owned(), span: start..self.at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &str) -> Query {
        let places = Places::new(["Karkkila", "Hyvinkää", "Helsinki"]);
        Query::parse(typed, &|name| ["role", "teema"].contains(&name), &places)
    }

    /// The readings of each term, patterns of one joined by `+`, whole words in brackets.
    fn shown(query: &Query) -> String {
        let pattern = |pattern: &Pattern| match pattern.fit {
            Fit::Anywhere => pattern.text.text.clone(),
            Fit::Together => format!("={}", pattern.text.text),
            Fit::Whole => format!("[{}]", pattern.text.text),
        };
        let reading = |reading: &Vec<Pattern>| {
            let patterns: Vec<_> = reading.iter().map(pattern).collect();
            patterns.join("+")
        };
        let term = |term: &Term| {
            let readings: Vec<_> = term.readings.iter().map(reading).collect();
            readings.join("|")
        };
        let terms: Vec<_> = query.terms.iter().map(term).collect();
        terms.join(" ")
    }

    fn check(typed: &str, expected: &str) {
        assert_eq!(shown(&parse(typed)), expected, "{typed:?}");
    }

    #[test]
    fn words_and_places() {
        check("", "");
        check("  Tammi,  ARI ", "tammi ari");
        check("tammi - ari & co", "tammi ari co");
        check("Karkkilassa", "karkkilassa|[karkkila]");
        check("karkkilas", "karkkilas|[karkkila]");
        check("karkkila", "karkkila");
        check("Žižek μαρια", "zizek =μαρια");
        check("a2 2021", "a2 =2021");
    }

    #[test]
    fn numbers() {
        check("0401234567", "=0401234567");
        check("+358401234567", "=+358401234567|=0401234567");
        check("358401234567", "=358401234567|=0401234567");
        check("3584", "=3584");
        check("00358 40 123 4567", "=00358+=40+=123+=4567|=0401234567");
        check("040-1234567", "=040-1234567|=0401234567");
        check("+358 (0)40 123", "=+358+=(0)40+=123|=040123");
        check("+358 50 3646435", "=+358+=50+=3646435|=0503646435");
        check("+46 70 12", "=+46+=70+=12|=467012");
        check("2021 10", "=2021+=10|=202110");
        check("040 - 123 tammi", "=040+=123|=040123 tammi");
        check("+", "");
    }

    #[test]
    fn scopes() {
        let query = parse("role:tutor ari Teema:\"etä tuki\" foo:bar role:");
        assert_eq!(shown(&query), "ari foo:bar");
        let scopes: Vec<_> =
            query.scopes.iter().map(|scope| (scope.name.as_str(), scope.value.as_str(), scope.span.clone())).collect();
        assert_eq!(scopes, [("role", "tutor", 0..10), ("teema", "etä tuki", 15..32), ("role", "", 41..46),]);
        let open = parse("role:\"etä tu");
        assert_eq!(open.scopes[0].value, "etä tu");
        assert!(open.is_wordless());
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        let query = parse(&"ä".repeat(300));
        assert_eq!(shown(&query), "a".repeat(LONGEST));
    }

    #[test]
    fn what_narrows() {
        for (new, old, expected) in [
            ("ar", "a", true),
            ("a", "ar", false),
            ("tammi ari", "tam", true),
            ("ari tammi", "tam", true),
            ("o", "ö", false),
            ("ö", "o", true),
            ("öh", "ö", true),
            ("2021 1", "2021", true),
            ("+358", "+35", false),
            ("karkkilas", "karkkila", true),
            ("karkkilass", "karkkilas", true),
            ("helsing", "helsin", true),
            ("helsingi", "helsing", true),
            ("2021a", "2021", false),
            ("a", "", true),
        ] {
            let found = parse(new).narrows(&parse(old));
            assert_eq!(found, expected, "{new:?} after {old:?}");
        }
    }

    #[test]
    fn scopes_do_not_hinder_narrowing() {
        assert!(parse("role:x ar").narrows(&parse("a")));
    }
}
