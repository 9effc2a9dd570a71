//! Folding: text as it is compared while searching.
//!
//! Owns the one mapping from what people write to what is compared: lower case, no accents, single blanks. It
//! remembers which letters lost a mark, so that a typed `ö` can still insist on one. It never decides what matches.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// A letter that lost its mark in folding, or was spelled out as two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Byte offset in the folded text.
    pub at: u32,
    /// The letter as written, lower-case and composed (`ö`, `é`, `ß`).
    pub letter: char,
}

/// Folded text and the marks it lost, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// Lower-case text without accents; words stand one blank apart, with none at either end.
    pub text: String,
    /// Where a letter was a marked one.
    pub marks: Vec<Mark>,
}

impl Folded {
    /// Folds one text.
    #[must_use]
    pub fn of(input: &str) -> Self {
        let mut folded = Self::default();
        fold(input, &mut folded);
        folded
    }

    /// The letter as written at `at`, if it had a mark.
    #[must_use]
    pub fn mark_at(&self, at: usize) -> Option<char> {
        let found = self.marks.binary_search_by_key(&at, |mark| mark.at as usize);
        found.ok().and_then(|index| self.marks.get(index)).map(|mark| mark.letter)
    }
}

/// Folds `input` into `out`, replacing what was there and keeping its memory.
pub fn fold(input: &str, out: &mut Folded) {
    let mut folder = Folder::new(out);
    let mut rest = input;
    while !rest.is_empty() {
        let (run, other) = split_plain(rest);
        folder.push_plain(run);
        let mut letters = other.chars();
        if let Some(letter) = letters.next() {
            folder.push(letter);
        }
        rest = letters.as_str();
    }
    folder.finish();
}

/// Splits off the beginning that only needs lower case: ASCII words one blank apart, from a word on.
fn split_plain(text: &str) -> (&str, &str) {
    let mut before = b' ';
    let needs_more = text.bytes().position(|byte| {
        let blanks = before == b' ' && byte == b' ';
        before = byte;
        blanks || !matches!(byte, b' '..=b'~')
    });
    let end = needs_more.unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or(("", text))
}

/// Folds `input` and tells for each byte of the folded text at which byte of `input` its character begins.
#[must_use]
pub fn fold_traced(input: &str) -> (Folded, Vec<usize>) {
    let mut out = Folded::default();
    let mut origins = Vec::with_capacity(input.len());
    let mut folder = Folder::new(&mut out);
    for (at, letter) in input.char_indices() {
        folder.push(letter);
        origins.resize(folder.out.text.len(), at);
    }
    folder.finish();
    origins.truncate(out.text.len());
    (out, origins)
}

/// Whether a byte of folded text belongs to a word; everything else separates words.
#[must_use]
pub const fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Takes characters one by one; a combining mark is joined to the letter before it.
struct Folder<'a> {
    out: &'a mut Folded,
    /// The last letter, lower-case and composed, and where its folded form begins.
    last: Option<(char, usize)>,
}

impl<'a> Folder<'a> {
    fn new(out: &'a mut Folded) -> Self {
        out.text.clear();
        out.marks.clear();
        Self { out, last: None }
    }

    /// Takes what [`split_plain`] split off.
    fn push_plain(&mut self, run: &str) {
        let Some(last) = run.chars().next_back() else {
            return;
        };
        let start = self.out.text.len();
        self.out.text.push_str(run);
        if let Some(added) = self.out.text.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        let at = self.out.text.len() - 1;
        self.last = (last != ' ').then(|| (last.to_ascii_lowercase(), at));
    }

    fn push(&mut self, letter: char) {
        match letter {
            '\u{21}'..='\u{7e}' => self.plain(letter.to_ascii_lowercase()),
            '\u{c0}'..='\u{17f}' => self.latin(lower_latin(letter)),
            _ => self.other(letter),
        }
    }

    fn finish(self) {
        if self.out.text.ends_with(' ') {
            self.out.text.pop();
        }
    }

    fn plain(&mut self, letter: char) {
        self.last = Some((letter, self.out.text.len()));
        self.out.text.push(letter);
    }

    fn blank(&mut self) {
        self.last = None;
        if !self.out.text.is_empty() && !self.out.text.ends_with(' ') {
            self.out.text.push(' ');
        }
    }

    /// A lower-case letter of U+00DF–U+017F.
    fn latin(&mut self, letter: char) {
        let Some(base) = latin_base(letter) else {
            return self.plain(letter);
        };
        let at = self.out.text.len();
        self.out.text.push_str(base);
        self.last = Some((letter, at));
        self.mark(at, letter);
    }

    fn mark(&mut self, at: usize, letter: char) {
        // A row of four gigabytes does not fit the index anyway.
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        match self.out.marks.last_mut() {
            Some(last) if last.at == at => last.letter = letter,
            _ => self.out.marks.push(Mark { at, letter }),
        }
    }

    fn other(&mut self, letter: char) {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => self.plain('-'),
            '\u{2bc}' | '\u{2018}' | '\u{2019}' => self.plain('\''),
            _ if letter.is_whitespace() || letter.is_control() => self.blank(),
            _ if canonical_combining_class(letter) != 0 => self.combine(letter),
            _ => letter.to_lowercase().for_each(|lower| self.lower(lower)),
        }
    }

    /// Joins a combining mark to the letter before it; one that fits no letter is dropped.
    fn combine(&mut self, accent: char) {
        let joined = self.last.and_then(|(letter, at)| Some((compose(letter, accent)?, at)));
        if let Some((letter, at)) = joined {
            self.last = joined;
            self.mark(at, letter);
        }
    }

    /// A lower-case letter from beyond the table: its base letters are what its decomposition leaves.
    fn lower(&mut self, letter: char) {
        match letter {
            '\0'..='\u{7f}' => return self.plain(letter),
            '\u{c0}'..='\u{17f}' => return self.latin(letter),
            _ => {}
        }
        let at = self.out.text.len();
        let mut accents = 0;
        decompose_canonical(letter, |part| {
            if canonical_combining_class(part) != 0 {
                accents += 1;
            } else {
                self.out.text.push_str(latin_base(part).unwrap_or(part.encode_utf8(&mut [0; 4])));
            }
        });
        self.last = Some((letter, at));
        if accents > 0 {
            self.mark(at, letter);
        }
    }
}

/// Lower case within U+00C0–U+017F, where most pairs are 32 or 1 apart.
fn lower_latin(letter: char) -> char {
    match letter {
        'Ä' => 'ä',
        'Ö' => 'ö',
        'Å' => 'å',
        'İ' => 'i',
        'ß'..='ÿ' => letter,
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// What a lower-case letter of U+00DF–U+017F is compared as; `None` for what is no marked letter.
const fn latin_base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĳ' => "ij",
        'ĵ' => "j",
        'ķ' | 'ĸ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŉ' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ſ' => "s",
        'ß' => "ss",
        'þ' => "th",
        'ţ' | 'ť' | 'ŧ' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn check(input: &str, text: &str, marks: &[(u32, char)]) {
        for form in [input.to_owned(), input.nfd().collect(), input.nfc().collect()] {
            let folded = Folded::of(&form);
            assert_eq!(folded.text, text, "text of {form:?}");
            let found: Vec<_> = folded.marks.iter().map(|mark| (mark.at, mark.letter)).collect();
            assert_eq!(found, marks, "marks of {form:?}");
        }
    }

    #[test]
    fn folds_what_people_write() {
        check("", "", &[]);
        check("Ari Tammi", "ari tammi", &[]);
        check("  HYVINKÄÄ\u{a0}\t Å ", "hyvinkaa a", &[(6, 'ä'), (7, 'ä'), (9, 'å')]);
        check("Öhman-Ångström", "ohman-angstrom", &[(0, 'ö'), (6, 'å'), (12, 'ö')]);
        check(
            "Łódź Ørsted Đoković",
            "lodz orsted dokovic",
            &[(0, 'ł'), (1, 'ó'), (3, 'ź'), (5, 'ø'), (12, 'đ'), (18, 'ć')],
        );
        check(
            "Weiß ẞ Æsa Œuvre Þór",
            "weiss ss aesa oeuvre thor",
            &[(3, 'ß'), (6, 'ß'), (9, 'æ'), (14, 'œ'), (21, 'þ'), (23, 'ó')],
        );
        check("Iğdır İzmir", "igdir izmir", &[(1, 'ğ'), (3, 'ı')]);
        check("ari.tammi@kunta.example, O’Brien +358", "ari.tammi@kunta.example, o'brien +358", &[]);
        check("Kirkko\u{ad}nummi\u{2013}Siuntio", "kirkkonummi-siuntio", &[]);
        check("Ǿ Nguyễn", "o nguyen", &[(0, 'ǿ'), (6, 'ễ')]);
        check("Μαρία Йошкар", "μαρια иошкар", &[(6, 'ί'), (11, 'й')]);
        check("a 2×3", "a 2×3", &[]);
    }

    #[test]
    fn traces_folded_bytes_to_their_source() {
        let (folded, origins) = fold_traced(" Ä\u{a0} ß a\u{308}");
        assert_eq!(folded.text, "a ss a");
        assert_eq!(origins, [1, 3, 6, 6, 8, 9]);
    }

    #[test]
    fn mark_lookup() {
        let folded = Folded::of("Mänttä");
        assert_eq!(folded.mark_at(1), Some('ä'));
        assert_eq!(folded.mark_at(2), None);
        assert_eq!(folded.mark_at(5), Some('ä'));
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_text_fold_alike(text in "[ a-zA-ZÀ-ɏḀ-ỿ-]{0,20}") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(Folded::of(&composed), Folded::of(&decomposed));
        }

        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,20}") {
            let once = Folded::of(&text).text;
            let twice = Folded::of(&once);
            prop_assert_eq!(&twice.text, &once);
        }

        #[test]
        fn every_folded_byte_has_a_source(text in "\\PC{0,20}") {
            let (folded, origins) = fold_traced(&text);
            prop_assert_eq!(folded.text.len(), origins.len());
            prop_assert!(origins.iter().all(|&at| text.is_char_boundary(at) && at < text.len()));
            prop_assert_eq!(folded, Folded::of(&text));
        }
    }
}
