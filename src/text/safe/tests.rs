//! What a person at a terminal would notice of `Safe`.

use super::*;
use proptest::prelude::*;
use unicode_properties::{GeneralCategory as G, UnicodeGeneralCategory as _};

/// Texts that act on some terminal, or hide or pile up something in it.
pub(super) const HOSTILE: &[&str] = &[
    "\u{1b}[2J\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{9b}31m\u{85}\u{7f}\0",
    "file\u{202e}txt.exe\u{2066}x\u{2069}",
    "zero\u{200b}width\u{200c}\u{200d}\u{feff}\u{ad}",
    "\u{e0001}\u{e0041}tags\u{e007f}",
    "two\u{2028}lines\u{2029}",
    "\u{e000}\u{f0000}\u{10ffff}\u{378}\u{fffe}",
    "\u{301}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}x",
    "a \u{301} b\u{202e}\u{301}",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦\u{200d}👦\u{200d}👦",
    "\u{fe0f}a\u{fe0f}1\u{fe0f}\u{20e3}2\u{fe0f}",
    "\u{1100}\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}",
    "\u{3164}\u{115f}\u{1160}\u{ffa0}\u{34f}\u{e0100}\u{fe00}",
    "a\r\nb\rc\n\td\u{a0}e\u{3000}f",
    "🏽\u{200d}👩 a🏽\u{200d}👩",
    "quote\"back\\slash\u{301}",
];

/// Any text, thick with characters that need care.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let care = prop::sample::select(
        "\u{1b}\r\n\t \u{a0}\u{200d}\u{fe0f}\u{fe0e}\u{20e3}1#👩❤🏽🦰🇫©\u{301}\u{338}\u{94d}क\u{1100}\u{1161}\u{d4e}\u{202e}\u{e0041}\u{2028}å漢a"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![4 => care, 1 => any::<char>()], 0..40).prop_map(String::from_iter)
}

fn check(text: &str, expect: &str) {
    assert_eq!(Safe::line(text).as_str(), expect, "{text:?}");
}

/// Whether `c` may stand in output, line feeds and emoji parts aside.
fn is_harmless(c: char) -> bool {
    !matches!(
        c.general_category(),
        G::Control
            | G::Format
            | G::Surrogate
            | G::PrivateUse
            | G::Unassigned
            | G::LineSeparator
            | G::ParagraphSeparator
    )
}

fn assert_harmless(text: &str) {
    let chars: Vec<char> = text.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let joins = c == '\u{200d}' && i > 0 && chars.get(i + 1).is_some_and(|&n| n > '\u{a8}');
        assert!(c == '\n' || joins || is_harmless(c), "{c:?} in {text:?}");
    }
}

#[test]
fn hostile_texts_are_shown_not_obeyed() {
    let expect = [
        "^[[2J^[]52;c;ZXZpbA==^G",
        "<U+009B>31m<U+0085>^?^@",
        "file<U+202E>txt.exe<U+2066>x<U+2069>",
        "zero<U+200B>width<U+200C><U+200D><U+FEFF><U+00AD>",
        "<U+E0001><U+E0041>tags<U+E007F>",
        "two<U+2028>lines<U+2029>",
        "<U+E000><U+F0000><U+10FFFF><U+0378><U+FFFE>",
        "◌\u{301}e\u{301}\u{301}\u{301}\u{301}<+2>x",
        "a ◌\u{301} b<U+202E>◌\u{301}",
        "👨\u{200d}👩\u{200d}👧\u{200d}👦<U+200D>👦\u{200d}👦",
        "<U+FE0F>a<U+FE0F>1\u{fe0f}\u{20e3}2<U+FE0F>",
        "\u{1100}\u{1161}\u{1161}\u{1161}\u{1161}<+2>",
        "<U+3164><U+115F><U+1160><U+FFA0><U+034F><U+E0100><U+FE00>",
        "a^Jb^Mc^J d e f",
        "🏽<U+200D>👩 a🏽<U+200D>👩",
        "quote\"back\\slash\u{301}",
    ];
    assert_eq!(expect.len(), HOSTILE.len());
    for (text, expect) in HOSTILE.iter().zip(expect) {
        check(text, expect);
    }
}

#[test]
fn honest_texts_stay_as_they_are() {
    for text in [
        "",
        "Hyvää päivää, Åsa Öhman – tervetuloa Hyvinkäälle!",
        "Kiitos “kutsusta”… 40 €, 5 × 3 ½ °C § 12",
        "Łódź, Straße, Ærø, Sámegiella: čáhci, ŧ, ŋ",
        "ra\u{301}kkaus a\u{308}iti",
        "Привет, Ελλάδα, 漢字, 한국어, שלום, हिन्दी, ภาษาไทย, ជំរាបសួរ",
        "👍🏽 ❤\u{fe0f} 👩🏽\u{200d}🏫 👨\u{200d}👩\u{200d}👧\u{200d}👦 👨\u{200d}🦰 🇫🇮 3\u{fe0f}\u{20e3} ☎\u{fe0e}",
        "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏾",
    ] {
        check(text, text);
    }
}

#[test]
fn lines_keep_their_ends() {
    assert_eq!(Safe::lines("yksi\r\nkaksi\n\n\u{301}kolme\rneljä").as_str(), "yksi\nkaksi\n\n◌\u{301}kolme^Mneljä");
}

#[test]
fn every_character_alone_is_harmless_or_marked() {
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let safe = Safe::line(&text);
        assert_harmless(safe.as_str());
        assert!(safe.width() > 0, "{c:?} would show nothing");
    }
}

#[test]
fn width_counts_cells() {
    for (text, cells) in [("", 0), ("äö", 2), ("漢字", 4), ("👍🏽", 2), ("a\nbcd\ne", 3)] {
        assert_eq!(Safe::lines(text).width(), cells, "{text:?}");
    }
}

#[test]
fn cells_cut_between_clusters() {
    for (text, max, expect) in [
        ("Hyvinkää", 8, "Hyvinkää"),
        ("Hyvinkää", 7, "Hyvink…"),
        ("漢字漢字", 4, "漢…"),
        ("漢字", 4, "漢字"),
        ("漢字", 1, "…"),
        ("a\u{301}bc", 2, "a\u{301}…"),
        ("abc", 0, ""),
        ("", 0, ""),
        ("yksi\nkaksi", 9, "yksi…"),
    ] {
        assert_eq!(Safe::lines(text).cells(max).as_str(), expect, "{text:?} in {max}");
    }
}

#[test]
fn short_stops_early() {
    let endless = "ä\u{301}".repeat(5_000_000);
    let short = Safe::short(&endless);
    assert_eq!(short.width(), 512);
    assert!(short.as_str().ends_with('…'));
    let marks = Safe::short(&"\u{301}".repeat(5_000_000));
    assert!(marks.as_str().ends_with("<+4092>…"), "8 kB were read");
    assert_eq!(Safe::short("Åsa").as_str(), "Åsa");
}

#[test]
fn parts_are_joined_and_padded() {
    let parts = [Safe::line("a\u{7}"), Safe::line("b")];
    let mut joined = Safe::join(&parts, &Safe::own(", "));
    joined.push(&Safe::own("."));
    assert_eq!(format!("{joined:>8}|"), " a^G, b.|");
}

proptest! {
    #[test]
    fn output_is_harmless_and_final(text in any_text()) {
        let line = Safe::line(&text);
        let lines = Safe::lines(&text);
        assert_harmless(line.as_str());
        assert_harmless(lines.as_str());
        prop_assert!(!line.as_str().contains('\n'));
        prop_assert_eq!(&Safe::line(line.as_str()), &line);
        prop_assert_eq!(&Safe::lines(lines.as_str()), &lines);
    }

    #[test]
    fn safe_and_safe_is_safe(a in any_text(), b in any_text()) {
        let mut both = Safe::lines(&a);
        both.push(&Safe::lines(&b));
        prop_assert_eq!(&Safe::lines(both.as_str()), &both);
    }

    #[test]
    fn cells_never_exceed(text in any_text(), max in 0_usize..30) {
        let cut = Safe::line(&text).cells(max);
        prop_assert!(cut.width() <= max);
        prop_assert_eq!(&Safe::line(cut.as_str()), &cut);
    }
}
