//! Bytes to text, whatever program wrote them: UTF-8, UTF-16, Windows-1252, or two of them mixed.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::read::{Notice, Unreadable};

/// How many bytes are looked at for the pattern of UTF-16.
const SAMPLE: usize = 4096;

/// The text, and what should be told about its encoding.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Notice>), Unreadable> {
    for (mark, encoding) in [(&b"\xEF\xBB\xBF"[..], UTF_8), (b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return if encoding == UTF_8 { narrow(rest) } else { wide(rest, encoding) };
        }
    }
    match zeros(bytes) {
        Zeros::Odd => wide(bytes, UTF_16LE),
        Zeros::Even => wide(bytes, UTF_16BE),
        Zeros::None => narrow(bytes),
    }
}

fn wide<'b>(
    bytes: &'b [u8],
    encoding: &'static encoding_rs::Encoding,
) -> Result<(Cow<'b, str>, Option<Notice>), Unreadable> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if is_text(text.as_bytes()) { Ok((text, None)) } else { Err(Unreadable::Binary) }
}

fn narrow(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Notice>), Unreadable> {
    if !is_text(bytes) {
        return Err(Unreadable::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.into(), None));
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    let (mut as_utf8, mut as_other) = (0_usize, 0);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            as_utf8 += usize::from(!line.is_ascii());
            text.push_str(line);
        } else {
            as_other += 1;
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0);
        }
    }
    Ok((text.into(), (as_utf8 > 0).then_some(Notice::MixedEncoding(as_other))))
}

/// Where the zero bytes of a text in two-byte letters stand.
enum Zeros {
    None,
    Even,
    Odd,
}

fn zeros(bytes: &[u8]) -> Zeros {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let even = pairs.iter().filter(|[first, _]| *first == 0).count();
    let odd = pairs.iter().filter(|[_, second]| *second == 0).count();
    // Letters of western languages have a zero; the other half of a pair almost never is one.
    let most = |count: usize| count * 2 > pairs.len();
    let few = |count: usize| count * 16 < pairs.len();
    match () {
        () if most(odd) && few(even) => Zeros::Odd,
        () if most(even) && few(odd) => Zeros::Even,
        () => Zeros::None,
    }
}

/// Whether there is no zero byte, and hardly a control character beside tabs and line ends.
fn is_text(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|byte| **byte < 0x20 && !b"\t\n\r\x0C".contains(byte)).count();
    memchr::memchr(0, bytes).is_none() && controls * 32 <= bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told_apart() {
        let check = |bytes: &[u8], text: &str, notice: Option<Notice>| {
            assert_eq!(decoded(bytes), Ok((text.into(), notice)), "{bytes:?}");
        };
        let two = |order: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let text = "Åsa;Ahlström\nPäivi;Hyvönen\n";
        check(text.as_bytes(), text, None);
        check(format!("\u{FEFF}{text}").as_bytes(), text, None);
        check(&two(u16::to_le_bytes, text), text, None);
        check(&two(u16::to_be_bytes, text), text, None);
        check(&two(u16::to_le_bytes, &format!("\u{FEFF}{text}")), text, None);
        check(&two(u16::to_be_bytes, &format!("\u{FEFF}{text}")), text, None);
        check(b"\xC5sa;Ahlstr\xF6m\nP\xE4ivi;Hyv\xF6nen\n", text, None);
        check(b"\xC5sa;Ahlstr\xF6m\nP\xC3\xA4ivi;Hyv\xC3\xB6nen\n", text, Some(Notice::MixedEncoding(1)));
        check(b"\x80 \x96", "€ –", None);
        assert_eq!(decoded(b"a;b\nc\0d;e\n"), Err(Unreadable::Binary));
        assert_eq!(decoded(&[1, 2, 3, 4, b'a']), Err(Unreadable::Binary));
    }
}
