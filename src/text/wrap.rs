//! Text broken into lines of a given width, in cells.
//!
//! Owns where a line ends. Never styles and never draws: ratatui's own
//! wrapping panics on text of mixed widths (ratatui issue 2679).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

use super::safe::Safe;

/// All lines of `text`, none wider than `width` cells; none at all when
/// `width` is 0.
///
/// Breaks at blanks, which are dropped there, and inside words that are wider
/// than a line. Each line feed begins a line, with its own indentation unless
/// that would fill it; an empty text is one empty line. A cluster wider than the line shows as `…`. Takes time
/// linear in `text`; for text of any size use [`wrap_limited`].
#[must_use]
pub fn wrap(text: &Safe, width: u16) -> Vec<Safe> {
    Lines::of(text, width).collect()
}

/// As [`wrap`], but at most `max_lines` lines: the last ends with `…` when
/// there are more, which are not looked at.
#[must_use]
pub fn wrap_limited(text: &Safe, width: u16, max_lines: usize) -> Vec<Safe> {
    let mut lines = Lines::of(text, width);
    let mut shown: Vec<Safe> = lines.by_ref().take(max_lines).collect();
    if lines.next().is_some()
        && let Some(last) = shown.last_mut()
    {
        last.push(&Safe::own("…"));
        *last = last.cells(usize::from(width));
    }
    shown
}

/// The lines of a text, one at a time.
struct Lines<'a> {
    text: &'a Safe,
    width: usize,
    /// The byte the next line begins at; none after the last line.
    from: Option<usize>,
}

/// A line found at the start of a part of the text, in bytes of that part.
struct Found {
    /// What it shows; none for a cluster that no line can hold.
    shown: Option<Range<usize>>,
    /// Where the next line begins, but for a line feed there.
    used: usize,
}

impl<'a> Lines<'a> {
    fn of(text: &'a Safe, width: u16) -> Self {
        Self { text, width: usize::from(width), from: (width > 0).then_some(0) }
    }
}

impl Iterator for Lines<'_> {
    type Item = Safe;

    fn next(&mut self) -> Option<Safe> {
        let from = self.from?;
        let rest = self.text.as_str().get(from..)?;
        let found = find_line(rest, self.width);
        self.from = match rest.get(found.used..)?.chars().next() {
            None => None,
            Some('\n') => Some(from + found.used + 1),
            Some(_) => Some(from + found.used),
        };
        Some(match found.shown {
            Some(bytes) => self.text.slice(from + bytes.start..from + bytes.end),
            None => Safe::own("…"),
        })
    }
}

fn find_line(rest: &str, width: usize) -> Found {
    let indent = blanks(rest);
    let start = if indent < width { 0 } else { indent };
    let line = rest.get(start..).unwrap_or_default();
    let mut cells = 0;
    // The last run of blanks: where the line would end and the next begin.
    let mut gap: Option<Range<usize>> = None;
    for (at, cluster) in line.grapheme_indices(true) {
        let at = start + at;
        if cluster == "\n" {
            return last_line(start..at, gap, cells <= width);
        }
        if cluster == " " {
            let begun = gap.filter(|gap| gap.end == at).map_or(at, |gap| gap.start);
            gap = Some(begun..at + 1);
            cells += 1;
            continue;
        }
        cells += cluster.width();
        if cells > width {
            return full_line(start..at, gap, rest, cluster.len());
        }
    }
    last_line(start..rest.len(), gap, cells <= width)
}

/// The line that a cluster of `len` bytes at `line.end` no longer fits into.
fn full_line(line: Range<usize>, gap: Option<Range<usize>>, rest: &str, len: usize) -> Found {
    if let Some(gap) = gap.filter(|gap| gap.start > line.start) {
        return Found { shown: Some(line.start..gap.start), used: gap.end };
    }
    if line.is_empty() {
        let after = line.end + len;
        return Found { shown: None, used: after + blanks(rest.get(after..).unwrap_or_default()) };
    }
    Found { used: line.end, shown: Some(line) }
}

/// The line that the text or a line feed ends. Only blanks can make it too
/// wide; then they go.
fn last_line(line: Range<usize>, gap: Option<Range<usize>>, fits: bool) -> Found {
    let end = gap.filter(|_| !fits).map_or(line.end, |gap| gap.start);
    Found { shown: Some(line.start..end), used: line.end }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, width: u16, expect: &[&str]) {
        let lines = wrap(&Safe::lines(text), width);
        let lines: Vec<&str> = lines.iter().map(Safe::as_str).collect();
        assert_eq!(lines, expect, "{text:?} in {width}");
    }

    fn without_blanks(text: &str) -> String {
        text.replace([' ', '\n'], "")
    }

    fn any_text() -> impl Strategy<Value = String> {
        let clusters = prop::sample::select(vec![
            " ",
            " ",
            "   ",
            "\n",
            "a",
            "tapaaminen",
            "å",
            "e\u{301}",
            "漢",
            "👍🏽",
            "🇫🇮",
            "🇫",
            "🏽",
            "👩\u{200d}🏫",
            "👩\u{200d}❤",
            "क्ष",
            "\u{1100}",
            "\u{d4e}",
            "\u{17d8}",
            "\u{202e}",
            "لا",
        ]);
        prop_oneof![prop::collection::vec(clusters, 0..60).prop_map(|parts| parts.concat()), any::<String>(),]
    }

    #[test]
    fn breaks_where_a_reader_would() {
        for (text, width, expect) in [
            ("", 5, &[""][..]),
            ("Tutor tapaa", 11, &["Tutor tapaa"]),
            ("Tutor tapaa", 10, &["Tutor", "tapaa"]),
            ("yksi   kaksi", 5, &["yksi", "kaksi"]),
            ("yksi\n\nkaksi\n", 9, &["yksi", "", "kaksi", ""]),
            ("digitaitokartoitus", 8, &["digitait", "okartoit", "us"]),
            ("a kartoitus b", 5, &["a", "karto", "itus", "b"]),
            ("  sisennys on", 10, &["  sisennys", "on"]),
            ("      liian syvä", 5, &["liian", "syvä"]),
            ("    sisennys", 6, &["    si", "sennys"]),
            ("loppu     ", 6, &["loppu"]),
            ("       ", 3, &[""]),
            ("漢字漢字", 5, &["漢字", "漢字"]),
            ("a漢 b", 1, &["a", "…", "b"]),
            ("\u{17d8}  b", 2, &["…", "b"]),
            ("e\u{301}e\u{301}", 1, &["e\u{301}", "e\u{301}"]),
            ("abc", 0, &[]),
        ] {
            check(text, width, expect);
        }
    }

    #[test]
    fn a_limit_shows_that_more_follows() {
        for (text, width, max, expect) in [
            ("yksi kaksi kolme", 5, 3, &["yksi", "kaksi", "kolme"][..]),
            ("yksi kaksi kolme", 5, 2, &["yksi", "kaks…"]),
            ("yksi kaksi kolme", 6, 1, &["yksi…"]),
            ("ab", 1, 1, &["…"]),
            ("yksi", 5, 0, &[]),
            ("yksi", 0, 5, &[]),
        ] {
            let lines = wrap_limited(&Safe::lines(text), width, max);
            let lines: Vec<&str> = lines.iter().map(Safe::as_str).collect();
            assert_eq!(lines, expect, "{text:?} in {width} x {max}");
        }
    }

    #[test]
    fn a_megabyte_is_wrapped_whole() {
        for unit in ["sana ", "漢", " ", "\n"] {
            let text = Safe::lines(&unit.repeat(1_000_000 / unit.len()));
            let lines = wrap(&text, 80);
            let kept: usize = lines.iter().map(|line| without_blanks(line.as_str()).len()).sum();
            assert_eq!(kept, without_blanks(text.as_str()).len());
            assert_eq!(wrap_limited(&text, 80, 3).len(), lines.len().min(3));
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in any_text(), width in 0_u16..=300, max in 0_usize..9) {
            let text = Safe::lines(&text);
            let lines = wrap(&text, width);
            let limited = wrap_limited(&text, width, max);
            for line in lines.iter().chain(&limited) {
                prop_assert!(line.width() <= usize::from(width), "{line:?}");
                prop_assert!(!line.as_str().contains('\n'));
            }
            prop_assert_eq!(limited.len(), lines.len().min(max));
        }

        #[test]
        fn nothing_is_lost_but_blanks(text in any_text(), width in 2_u16..=300) {
            let text = Safe::lines(&text);
            let widest = text.as_str().graphemes(true).map(UnicodeWidthStr::width).max();
            prop_assume!(widest <= Some(usize::from(width)));
            let lines: String = wrap(&text, width).iter().map(Safe::as_str).collect();
            prop_assert_eq!(without_blanks(&lines), without_blanks(text.as_str()));
        }
    }
}
