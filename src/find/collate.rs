//! Sort keys in Finnish order.
//!
//! Owns the alphabet of lists of names; never decides what matches. Source: the Unicode CLDR collation of `fi`
//! (common/collation/fi.xml, the default type "phonebook" where w is a letter of its own) on the first level:
//! blank, punctuation, digits, a…z (đ with d, ü with y), å, ä and æ, ö and ø. Other accents and case only break ties.
//! From the older "standard" type comes þ as th, in line with the folding.

use super::fold::Folded;

/// The order of ASCII punctuation in the CLDR root collation.
const PUNCTUATION: &[u8] = b"_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

const BLANK: u8 = 2;
const FIRST_PUNCTUATION: u8 = 3;
const FIRST_DIGIT: u8 = 0x40;
const FIRST_LETTER: u8 = 0x50;
const A_RING: u8 = FIRST_LETTER + 26;
const A_DOTS: u8 = FIRST_LETTER + 27;
const O_DOTS: u8 = FIRST_LETTER + 28;
/// Between the levels of a key; below every weight, so that a beginning sorts before what goes on.
const LEVEL: u8 = 0;

/// A key whose byte order is the Finnish order of the texts; different texts have different keys.
#[must_use]
pub fn collate(text: &str) -> Vec<u8> {
    let folded = Folded::of(text);
    let mut key = Vec::with_capacity(2 * text.len() + 4);
    let mut marks = folded.marks.iter().peekable();
    let mut bytes = (0_u32..).zip(folded.text.bytes());
    while let Some((at, byte)) = bytes.next() {
        let mark = marks.next_if(|mark| mark.at == at);
        let (weight, spelled) = mark.map_or((weight(byte), 1), |mark| marked(mark.letter, byte));
        key.push(weight);
        if spelled == 2 {
            bytes.next();
        }
    }
    key.push(LEVEL);
    let mut utf8 = [0; 4];
    for mark in &folded.marks {
        key.extend_from_slice(mark.letter.encode_utf8(&mut utf8).as_bytes());
    }
    key.push(LEVEL);
    key.extend(text.bytes().map(swap_case));
    key
}

/// The weight of a marked letter and how many folded bytes it stands for.
fn marked(letter: char, base: u8) -> (u8, usize) {
    match letter {
        'å' => (A_RING, 1),
        'ä' => (A_DOTS, 1),
        'æ' => (A_DOTS, 2),
        'ö' | 'ø' => (O_DOTS, 1),
        'ü' => (weight(b'y'), 1),
        _ => (weight(base), 1),
    }
}

fn weight(byte: u8) -> u8 {
    match byte {
        b' ' => BLANK,
        b'0'..=b'9' => FIRST_DIGIT + (byte - b'0'),
        b'a'..=b'z' => FIRST_LETTER + (byte - b'a'),
        // Letters of other alphabets follow in the order of their code points.
        0x80.. => byte,
        _ => PUNCTUATION
            .iter()
            .zip(FIRST_PUNCTUATION..)
            .find_map(|(&mark, weight)| (mark == byte).then_some(weight))
            .unwrap_or(FIRST_PUNCTUATION),
    }
}

/// Lower case goes first among names that differ in nothing else.
const fn swap_case(byte: u8) -> u8 {
    if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { byte }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(sorted: &[&str]) {
        for pair in sorted.windows(2) {
            assert!(collate(pair[0]) < collate(pair[1]), "{:?} before {:?}", pair[0], pair[1]);
        }
    }

    #[test]
    fn finnish_order() {
        check(&["", "-", "1", "10", "2", "a", "A", "á", "aa", "Ab", "z", "å", "ä", "æ", "äa", "Ö", "ø", "öa"]);
        check(&["Hyvinkää", "Hämeenlinna", "Höytiäinen"]);
        check(&["Virtanen", "Vuori", "Wallin", "Xu", "Åberg", "Äijälä", "Öhman"]);
        check(&["Muller Z", "Myll", "Müller", "Mylly", "Mäki"]);
        check(&["Do", "Đo", "Dp", "Tg", "Þór", "Thz", "Ti"]);
        check(&["Ari Tammi", "Ari-Pekka", "Aria"]);
        check(&["Andre", "André", "Andrea"]);
        check(&["Zorro", "Μαρία"]);
    }

    #[test]
    fn decomposed_names_sort_with_composed_ones() {
        check(&["Äijälä", "A\u{308}ijänen", "Äijö"]);
    }

    proptest! {
        #[test]
        fn different_texts_have_different_keys(one in "\\PC{0,8}", other in "\\PC{0,8}") {
            prop_assert_eq!(one == other, collate(&one) == collate(&other));
        }
    }
}
