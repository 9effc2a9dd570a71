//! Owns the words of a key script and what a terminal sends for each.
//! Never sends anything itself.

/// Keys with a name and the bytes xterm sends for them.
const NAMED: [(&str, &str); 28] = [
    ("Enter", "\r"),
    ("Esc", "\x1b"),
    ("Tab", "\t"),
    ("BTab", "\x1b[Z"),
    ("Space", " "),
    ("BSpace", "\x7f"),
    ("Delete", "\x1b[3~"),
    ("Up", "\x1b[A"),
    ("Down", "\x1b[B"),
    ("Right", "\x1b[C"),
    ("Left", "\x1b[D"),
    ("Home", "\x1b[H"),
    ("End", "\x1b[F"),
    ("PgUp", "\x1b[5~"),
    ("PgDn", "\x1b[6~"),
    ("Insert", "\x1b[2~"),
    ("F1", "\x1bOP"),
    ("F2", "\x1bOQ"),
    ("F3", "\x1bOR"),
    ("F4", "\x1bOS"),
    ("F5", "\x1b[15~"),
    ("F6", "\x1b[17~"),
    ("F7", "\x1b[18~"),
    ("F8", "\x1b[19~"),
    ("F9", "\x1b[20~"),
    ("F10", "\x1b[21~"),
    ("F11", "\x1b[23~"),
    ("F12", "\x1b[24~"),
];

/// What a terminal sends for one word: a name above, `C-x` for Control, `M-x` for Alt;
/// any other word is typed as it stands.
pub(crate) fn bytes_of(word: &str) -> Vec<u8> {
    if let Some((_, sent)) = NAMED.iter().find(|(name, _)| *name == word) {
        return sent.as_bytes().to_vec();
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some('C'), Some('-'), Some(letter)) if word.len() == 3 => {
            // Control keeps the low five bits of the capital letter.
            vec![u8::try_from(letter.to_ascii_uppercase()).unwrap_or_default() & 0x1f]
        }
        (Some('M'), Some('-'), Some(letter)) if letters.next().is_none() => format!("\x1b{letter}").into_bytes(),
        _ => word.as_bytes().to_vec(),
    }
}
