//! What a person notices who types a line, and what is typed at random here and in the rooms below.

use super::*;
use proptest::prelude::*;

/// Every chord of the readline set and of long texts, and two that are neither's.
const CHORDS: &str = "Backspace Ctrl-H Delete Ctrl-D Left Ctrl-B Right Ctrl-F Ctrl-Left Alt-b Ctrl-Right Alt-f Home Ctrl-A \
                      End Ctrl-E Ctrl-W Alt-Backspace Alt-d Ctrl-U Ctrl-K Ctrl-Y Up Down Ctrl-Home Ctrl-End Alt-Enter \
                      Ctrl-J Tab F2";

/// Graphemes, or parts of some, that join, widen, hide or break lines, by blanks.
const PARTS: &str = "a sana tapaaminen å e\u{301} \u{301} 漢 漢字 👍 🏽 🇫 🇮🇫🇮 👩\u{200d}🏫 \u{200d} \u{fe0f} क्ष \u{1100} \
                     \u{1161} \u{d4e} \u{e33} \u{202e} \u{1b} \u{a0} . @ لا";

/// Something done to an editor.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Insert(String),
    Press(Chord),
}

/// Any text, thick with what needs care.
pub(super) fn text() -> impl Strategy<Value = String> {
    let blanks = [" ", " ", "   ", "\n", "\r", "\r\n", "\t", "sana "];
    let parts: Vec<&str> = PARTS.split(' ').chain(blanks).collect();
    let thick = prop::collection::vec(prop::sample::select(parts), 0..30).prop_map(|parts| parts.concat());
    prop_oneof![4 => thick, 1 => any::<String>()]
}

pub(super) fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let chords: Vec<Chord> = CHORDS.split(' ').map(|chord| Chord::parse(chord).unwrap()).collect();
    let press = prop::sample::select(chords).prop_map(Deed::Press);
    let short = text().prop_map(|text| Deed::Insert(text.chars().take(6).collect()));
    prop::collection::vec(prop_oneof![3 => press, 1 => short], 0..25)
}

/// Whether a cursor can stand at this byte, asked of the text as a whole.
pub(super) fn stands(text: &str, cursor: usize) -> bool {
    cursor == text.len() || text.grapheme_indices(true).any(|(at, _)| at == cursor)
}

fn typed(start: &str, chords: &[&str]) -> String {
    let mut line = LineEdit::new(start);
    for chord in chords {
        let chord = Chord::parse(chord).unwrap();
        if !line.edit(chord) {
            line.insert(&chord.letter().map(String::from).unwrap_or_default());
        }
    }
    let (before, after) = line.around_cursor();
    format!("{before}|{after}")
}

#[test]
fn a_line_is_edited_as_readline_does() {
    assert_eq!(typed("ari tammi", &["Ctrl-W"]), "ari |");
    assert_eq!(typed("ari tammi", &["Ctrl-A", "x"]), "x|ari tammi");
    assert_eq!(typed("ari", &["Left", "Left", "Ctrl-K"]), "a|");
    assert_eq!(typed("ari", &["Ctrl-U", "y"]), "y|");
    assert_eq!(typed("ari tammi", &["Ctrl-W", "x", "Ctrl-Y"]), "ari xtammi|");
}

#[test]
fn a_letter_with_its_marks_is_one() {
    assert_eq!(typed("e\u{301}x", &["Left", "Backspace"]), "|x");
    assert_eq!(typed("ä", &["Backspace"]), "|");
}

#[test]
fn a_line_is_one_line() {
    let mut line = LineEdit::default();
    line.insert("a\nb\r\nc\rd");
    assert_eq!(line.text(), "a b c d");
    // A line feed in the data is shown and goes when it is deleted, not before.
    assert_eq!(typed("a\nb", &["Home", "x"]), "x|a^Jb");
    assert_eq!(typed("a\nb", &["Home", "Ctrl-K", "Ctrl-Y"]), "a^Jb|");
}

#[test]
fn all_that_is_pasted_stays() {
    let pasted = "Hyvää päivää, 漢字 ".repeat(7_000);
    let mut line = LineEdit::with_cursor("alku loppu", 5);
    line.insert(&pasted);
    assert_eq!(line.text(), format!("alku {pasted}loppu"));
    assert_eq!(line.cursor(), 5 + pasted.len());
    assert_eq!(line.window(20).0.as_str(), "… päivää, 漢字 loppu");
}

#[test]
fn a_line_is_shown_around_the_cursor() {
    for (text, cursor, width, expect, column) in [
        ("", 0, 5, "", 0),
        ("abc", 3, 5, "abc", 3),
        ("abcd", 4, 5, "abcd", 4),
        ("abcde", 5, 5, "…cde", 4),
        ("abcdefgh", 0, 5, "abcd…", 0),
        ("abcdefgh", 4, 5, "…cde…", 3),
        ("\u{1b}[0m", 1, 8, "^[[0m", 2),
        ("漢字漢字", 12, 6, "…漢字", 5),
        ("👨\u{200d}👩\u{200d}👧\u{200d}👦ab", 25, 8, "👨\u{200d}👩\u{200d}👧\u{200d}👦ab", 2),
        ("abc", 2, 0, "", 0),
    ] {
        let (shown, at) = LineEdit::with_cursor(text, cursor).window(width);
        assert_eq!((shown.as_str(), at), (expect, column), "{text:?} at {cursor} in {width}");
    }
}

proptest! {
    #[test]
    fn a_line_keeps_its_letters_and_shows_its_cursor(start in text(), deeds in deeds(), width in 0_u16..30) {
        let mut line = LineEdit::new(&start);
        for deed in deeds {
            let before = line.text().to_owned();
            match deed {
                Deed::Insert(text) => {
                    let cursor = line.cursor();
                    line.insert(&text);
                    let added = text.replace("\r\n", " ").replace(['\n', '\r'], " ");
                    let (head, tail) = before.split_at(cursor);
                    prop_assert_eq!(line.text(), format!("{head}{added}{tail}"));
                }
                Deed::Press(chord) => {
                    prop_assert!(line.edit(chord) || line.text() == before);
                }
            }
            prop_assert!(stands(line.text(), line.cursor()));
            let (shown, column) = line.window(width);
            prop_assert!(shown.width() <= usize::from(width), "{shown:?}");
            prop_assert!(column < width.max(1));
        }
    }

    #[test]
    fn a_line_that_fits_is_shown_whole(text in text(), cursor in 0_usize..99) {
        let line = LineEdit::with_cursor(&text, cursor);
        let (before, after) = line.around_cursor();
        let (shown, column) = line.window(u16::MAX);
        prop_assert_eq!(shown.as_str(), format!("{before}{after}"));
        prop_assert_eq!(usize::from(column), before.width());
    }
}
