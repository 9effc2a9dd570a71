//! Owns the reading of escape sequences in what a program wrote: which modes it left
//! switched on, how often it asked the terminal something, how many frames it drew.
//! Never draws or interprets text; that is the emulator's part.
//!
//! Sequences after ECMA-48 and the xterm control sequence list.

/// One escape sequence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Sequence<'a> {
    /// `ESC [`: private mark (`?`, `>`, `=`, `<`), parameters, intermediates, final byte.
    Control { mark: Option<u8>, parameters: &'a [u8], between: &'a [u8], last: u8 },
    /// `ESC ]`, `ESC P`, `ESC _`, `ESC ^`, `ESC X` with its body, up to BEL or `ESC \`.
    Text { kind: u8, body: &'a [u8] },
}

/// Modes a program may switch on, by number, and how they are called in a report.
const MODES: [(&str, &[&str]); 5] = [
    ("alternate screen", &["1049", "1047", "47"]),
    ("bracketed paste", &["2004"]),
    ("mouse", &["9", "1000", "1001", "1002", "1003", "1005", "1006", "1015"]),
    ("focus reports", &["1004"]),
    ("synchronized update", &["2026"]),
];

/// The sequences of `log` in order; one that is cut off at the end is left out.
pub(crate) fn sequences(log: &[u8]) -> Vec<Sequence<'_>> {
    let mut found = Vec::new();
    let mut rest = log;
    while let Some(start) = rest.iter().position(|byte| *byte == 0x1b) {
        rest = rest.get(start + 1..).unwrap_or_default();
        let Some((kind, body)) = rest.split_first() else {
            break;
        };
        let one = match kind {
            b'[' => control(body),
            b']' | b'P' | b'_' | b'^' | b'X' => text(*kind, body),
            _ => None,
        };
        if let Some((sequence, after)) = one {
            found.push(sequence);
            rest = after;
        }
    }
    found
}

/// A control sequence at the start of `body`, and what follows it.
fn control(body: &[u8]) -> Option<(Sequence<'_>, &[u8])> {
    let mark = body.first().copied().filter(|byte| b"<=>?".contains(byte));
    let body = body.get(usize::from(mark.is_some())..)?;
    let (parameters, body) = split_while(body, |byte| (0x30..0x40).contains(&byte));
    let (between, body) = split_while(body, |byte| (0x20..0x30).contains(&byte));
    let (last, after) = body.split_first()?;
    if !(0x40..0x7f).contains(last) {
        return None;
    }
    let sequence = Sequence::Control { mark, parameters, between, last: *last };
    Some((sequence, after))
}

/// A text sequence at the start of `body`, and what follows it.
fn text(kind: u8, body: &[u8]) -> Option<(Sequence<'_>, &[u8])> {
    let (body, after) = split_while(body, |byte| byte != 0x1b && byte != 0x07);
    let after = match after.split_first()? {
        (0x07, after) => after,
        (_, after) => after.strip_prefix(b"\\")?,
    };
    Some((Sequence::Text { kind, body }, after))
}

fn split_while(bytes: &[u8], keep: impl Fn(u8) -> bool) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| !keep(*byte));
    bytes.split_at(end.unwrap_or(bytes.len()))
}

/// The modes that `log` switched on and not off again, by name; a hidden cursor, the
/// kitty keyboard and an unusual line wrap or cursor shape count as well.
pub(crate) fn modes_left(log: &[u8]) -> Vec<&'static str> {
    let mut on: Vec<(&'static str, Vec<u8>)> = Vec::new();
    let mut keyboards = 0_usize;
    for sequence in sequences(log) {
        let Sequence::Control { mark, parameters, between, last } = sequence else {
            continue;
        };
        match (mark, between, last) {
            (Some(b'?'), b"", b'h' | b'l') => {
                for number in parameters.split(|byte| *byte == b';') {
                    if let Some(name) = name_of(number) {
                        on.retain(|(_, other)| other != number);
                        // The cursor and the line wrap are on from the start.
                        let usual = if matches!(number, b"25" | b"7") { b'h' } else { b'l' };
                        if last != usual {
                            on.push((name, number.to_vec()));
                        }
                    }
                }
            }
            (Some(b'>'), b"", b'u') => keyboards += 1,
            (Some(b'<'), b"", b'u') => {
                keyboards = keyboards.saturating_sub(number(parameters).max(1));
            }
            (Some(b'='), b"", b'u') => keyboards = usize::from(number(parameters) != 0),
            (None, b" ", b'q') => {
                on.retain(|(name, _)| *name != "cursor shape");
                if number(parameters) != 0 {
                    on.push(("cursor shape", Vec::new()));
                }
            }
            _ => {}
        }
    }
    let mut names: Vec<&'static str> = on.into_iter().map(|(name, _)| name).collect();
    if keyboards > 0 {
        names.push("kitty keyboard");
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn name_of(number: &[u8]) -> Option<&'static str> {
    match number {
        b"25" => Some("hidden cursor"),
        b"7" => Some("no line wrap"),
        _ => {
            MODES.iter().find(|(_, numbers)| numbers.iter().any(|one| one.as_bytes() == number)).map(|(name, _)| *name)
        }
    }
}

/// The first parameter as a number, 0 where there is none.
fn number(parameters: &[u8]) -> usize {
    parameters
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .fold(0, |sum: usize, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
}

/// How many sequences of `log` ask the terminal for an answer.
pub(crate) fn queries(log: &[u8]) -> usize {
    sequences(log).iter().filter(|one| asks(one)).count()
}

fn asks(sequence: &Sequence<'_>) -> bool {
    match sequence {
        Sequence::Control { mark, parameters, between, last } => match (mark, *between, last) {
            // Device attributes, status and cursor position, modes, version, kitty keyboard.
            (_, b"", b'c' | b'n') | (_, b"$", b'p') | (Some(b'>'), b"", b'q') | (Some(b'?'), b"", b'u') => true,
            // Window reports: size in pixels, cells, state, title.
            (None, b"", b't') => matches!(number(parameters), 11..=21),
            _ => false,
        },
        Sequence::Text { kind: b']', body } => body.split(|byte| *byte == b';').any(|part| part == b"?"),
        Sequence::Text { kind: b'P', body } => body.starts_with(b"+q") || body.starts_with(b"$q"),
        Sequence::Text { kind: b'_', body } => body.starts_with(b"G"),
        Sequence::Text { .. } => false,
    }
}

/// How many frames `log` holds, each begun by a synchronized update.
pub(crate) fn frames(log: &[u8]) -> usize {
    let begin = Sequence::Control { mark: Some(b'?'), parameters: b"2026", between: b"", last: b'h' };
    sequences(log).iter().filter(|one| **one == begin).count()
}

/// How much of `log` may be shown: all but an update that has begun and not ended, or
/// may be about to begin.
pub(crate) fn whole_frames(log: &[u8]) -> usize {
    const BEGIN: &[u8] = b"\x1b[?2026h";
    const END: &[u8] = b"\x1b[?2026l";
    let last = |wanted: &[u8]| log.windows(wanted.len()).rposition(|piece| piece == wanted);
    match last(BEGIN) {
        Some(begin) if last(END).is_none_or(|end| end < begin) => begin,
        _ => {
            let cut =
                (1..BEGIN.len()).rev().find(|length| BEGIN.get(..*length).is_some_and(|part| log.ends_with(part)));
            log.len() - cut.unwrap_or(0)
        }
    }
}
