//! Names as they are compared: folded, in any order of their parts, with the slips people make when typing.
//!
//! Owns when two names are alike. It never decides whether two records are about the same.

use ecow::EcoString;
use strsim::{jaro_winkler, osa_distance};

use crate::find::fold::{Folded, fold, is_word_byte};

/// How two names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// They have nothing in common that would tell.
    Apart,
    /// They share a part; the others are different ones.
    Related,
    /// They might be one misspelt name.
    Close,
    /// One says less: an initial, a part left out.
    Shorter,
    /// They differ by slips of typing only.
    Slip,
    /// The same parts, in any order.
    Same,
}

/// A part shorter than this is too short to be misspelt: Mari is not Maria.
const SLIP_LEAST: usize = 5;

/// From this length on one letter may be another one that lies beside it on the keyboard.
const NEIGHBOUR_LEAST: usize = 6;

/// Words are close from this on. Virtanen and Virtanem reach it; Matti and Mari (0.83), Anna and Anne (0.88),
/// Jari and Kari (0.83) do not.
const CLOSE: f64 = 0.9;

/// So many letters may differ in words that are close: Virta is short of Virtanen by three.
const CLOSE_MOST: usize = 2;

/// The rows of a Finnish keyboard, folded.
const KEYBOARD: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// A name in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// The folded parts in alphabetical order.
    pub(super) parts: Vec<EcoString>,
    /// Which letters there are, a bit each: names that differ in many need no closer look.
    letters: u32,
}

impl Name {
    /// The name these texts make; `scratch` is memory to fold in.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>, scratch: &mut Folded) -> Self {
        let mut name = Self::default();
        for text in texts {
            fold(text, scratch);
            let words = scratch.text.split(|letter: char| letter.is_ascii() && !is_word_byte(letter as u8));
            name.parts.extend(words.filter(|word| !word.is_empty()).map(EcoString::from));
        }
        name.parts.sort_unstable();
        name.letters = name.parts.iter().flat_map(|part| part.bytes()).fold(0, |letters, byte| letters | bit(byte));
        name
    }

    /// Whether a closer look could find them alike. Two slips change four letters at most.
    pub(super) fn may_be_like(&self, other: &Self) -> bool {
        let (one, other_letters) = (self.letters, other.letters);
        (one ^ other_letters).count_ones() <= 4
            || (self.parts.len() != other.parts.len()
                && (one & other_letters == one || one & other_letters == other_letters))
    }

    /// How two names stand to each other.
    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        if self.parts.is_empty() || other.parts.is_empty() {
            return Likeness::Apart;
        }
        if self.parts == other.parts {
            return Likeness::Same;
        }
        let (mut mine, mut theirs) = (self.parts.clone(), other.parts.clone());
        let shared = paired(&mut mine, &mut theirs, |one, other| one == other);
        let slips = paired(&mut mine, &mut theirs, is_slip);
        if mine.is_empty() && theirs.is_empty() {
            return Likeness::Slip;
        }
        let shorter = paired(&mut mine, &mut theirs, |one, other| is_initial(one, other) || is_initial(other, one));
        if mine.is_empty() || theirs.is_empty() {
            // One part of several alone says nothing: there are many called Matti.
            return if shared + slips + shorter > 1 { Likeness::Shorter } else { Likeness::Related };
        }
        paired(&mut mine, &mut theirs, is_close);
        match (mine.is_empty() && theirs.is_empty(), shared + slips > 0) {
            (true, _) => Likeness::Close,
            (false, true) => Likeness::Related,
            (false, false) => Likeness::Apart,
        }
    }
}

fn bit(byte: u8) -> u32 {
    if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { 1 << 26 }
}

/// Takes out the parts that find one like them on the other side, and tells how many did.
fn paired(mine: &mut Vec<EcoString>, theirs: &mut Vec<EcoString>, alike: impl Fn(&str, &str) -> bool) -> usize {
    let before = mine.len();
    mine.retain(|part| match theirs.iter().position(|other| alike(part, other)) {
        Some(at) => {
            theirs.remove(at);
            false
        }
        None => true,
    });
    before - mine.len()
}

fn is_initial(one: &str, other: &str) -> bool {
    one.chars().count() == 1 && other.starts_with(one)
}

/// Whether two folded words could be one, misspelt: for where something else speaks for it too.
pub(super) fn is_close(one: &str, other: &str) -> bool {
    one.len().min(other.len()) >= 4 && osa_distance(one, other) <= CLOSE_MOST && jaro_winkler(one, other) >= CLOSE
}

/// Whether two folded words differ by a slip of typing: a letter doubled or not, left out, put in, exchanged with
/// the next one, or hit beside its key. Finnish names often differ by one letter and are two (Marita and Marika,
/// Lahtinen and Lehtinen, Mikael and Mikaela), so first and last letters must agree, and one vowel is never taken
/// for another.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let (mine, theirs): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if mine.len().max(theirs.len()) >= SLIP_LEAST && skeleton(one) == skeleton(other) {
        return true;
    }
    let same_ends = mine.first() == theirs.first() && mine.last() == theirs.last();
    if !same_ends || mine.len().min(theirs.len()) < SLIP_LEAST || osa_distance(one, other) != 1 {
        return false;
    }
    if mine.len() != theirs.len() {
        return true;
    }
    let mut differing = mine.iter().zip(&theirs).filter(|(one, other)| one != other);
    match (differing.next(), differing.next()) {
        // Two that changed places.
        (Some(_), Some(_)) => true,
        (Some((one, other)), None) => mine.len() >= NEIGHBOUR_LEAST && lie_side_by_side(*one, *other),
        _ => false,
    }
}

fn lie_side_by_side(one: char, other: char) -> bool {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let beside = |row: &&str| {
        let at = |letter: char| row.find(letter);
        at(one).zip(at(other)).is_some_and(|(one, other)| one.abs_diff(other) == 1)
    };
    !(is_vowel(one) && is_vowel(other)) && KEYBOARD.iter().any(beside)
}

/// A folded word as it sounds: doubled letters once, w as v, c and q as k, z as s, th as t, ph as f.
pub(super) fn skeleton(word: &str) -> EcoString {
    let mut sounds = EcoString::new();
    let mut last = None;
    for letter in word.chars() {
        let sound = match (letter, last) {
            ('w', _) => 'v',
            ('c' | 'q', _) => 'k',
            ('z', _) => 's',
            ('h', Some('t' | 'k')) => continue,
            ('h', Some('p')) => {
                sounds.pop();
                'f'
            }
            (letter, _) => letter,
        };
        if last != Some(sound) {
            sounds.push(sound);
        }
        last = Some(sound);
    }
    sounds
}

/// What a word begins with, as it sounds: a slip further on leaves it as it is.
pub(super) fn beginning(word: &str) -> EcoString {
    skeleton(word).chars().take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Name {
        Name::of([text], &mut Folded::default())
    }

    fn check(likeness: Likeness, pairs: &[(&str, &str)]) {
        for (one, other) in pairs {
            for (one, other) in [(one, other), (other, one)] {
                assert_eq!(name(one).likeness(&name(other)), likeness, "{one} and {other}");
            }
        }
    }

    #[test]
    fn order_capitals_accents_and_hyphens_make_no_other_name() {
        check(
            Likeness::Same,
            &[
                ("Matti Virtanen", "Virtanen Matti"),
                ("Virtanen, Matti", "MATTI VIRTANEN"),
                ("Päivi Hämäläinen", "Paivi Hamalainen"),
                ("Anna-Liisa Åberg", "anna liisa aberg"),
            ],
        );
    }

    #[test]
    fn slips_of_typing_are_told_from_other_names() {
        check(
            Likeness::Slip,
            &[
                ("Matti Virtanen", "Matti Virtannen"),
                ("Matti Virtanen", "Mati Virtanen"),
                ("Matti Virtanen", "Matti Vitranen"),
                ("Matti Virtanen", "Matti Virtanwn"),
                ("Matti Virtanen", "Matti Virtaen"),
                ("Kristiina Korhonen", "Christina Korhonen"),
                ("Walter Nieminen", "Valter Nieminen"),
                ("Johanna Mäkelä", "Johnna Mäkelä"),
            ][..],
        );
        for (one, other) in [
            ("Matti Virtanen", "Matti Virta"),
            ("Matti Virtanen", "Mari Virtanen"),
            ("Jari Virtanen", "Kari Virtanen"),
            ("Marita Laine", "Marika Laine"),
            ("Mikael Laine", "Mikaela Laine"),
            ("Liisa Lahtinen", "Liisa Lehtinen"),
            ("Anna Mäkelä", "Anna Mäkilä"),
            ("Kaisa Laine", "Kaija Laine"),
            ("Anne Koskinen", "Anne Koskonen"),
            ("Kristian Laine", "Kristina Laine"),
            ("Mari Niemi", "Maria Niemi"),
        ] {
            assert!(name(one).likeness(&name(other)) < Likeness::Slip, "{one} and {other}");
        }
    }

    #[test]
    fn a_name_that_says_less_is_a_shorter_form_of_it() {
        check(
            Likeness::Shorter,
            &[
                ("M. Virtanen", "Matti Virtanen"),
                ("Anna Liisa Korhonen", "Anna Korhonen"),
                ("Liisa Korhonen-Mäki", "Liisa Korhonen"),
            ],
        );
        check(Likeness::Related, &[("Virtanen", "Matti Virtanen"), ("Liisa Korhonen", "Liisa Mäki")]);
        check(Likeness::Related, &[("Matti Virtanen", "Mari Virtanen"), ("Matti Virtanen", "Matti Virta")]);
        check(Likeness::Close, &[("Liisa Lahtinen", "Liisa Lehtinen"), ("Mari Niemi", "Maria Niemi")]);
        check(Likeness::Apart, &[("Matti Virtanen", "Outi Salo"), ("", "Matti")]);
    }

    #[test]
    fn the_first_look_lets_every_alike_name_pass() {
        for (one, other) in
            [("Matti Virtanen", "Mati Virtannen"), ("Wic Laine", "Vik Laine"), ("Anna Liisa Oja", "Anna Oja")]
        {
            assert!(name(one).may_be_like(&name(other)), "{one} and {other}");
        }
        assert!(!name("Matti Virtanen").may_be_like(&name("Outi Salo")));
    }
}
