//! One file of records, read as a stream: the frame around the records, each record's own text, and how to
//! find the next one after a broken one.
//!
//! Holds no more than a window of the file, so that a large book costs its records and not its text too.
//! It never writes, and knows nothing of what is in a record.

use std::io::{self, Read};

use memchr::{memchr_iter, memmem};
use serde::de::IgnoredAny;

use crate::exchange::json::Why;

/// The most bytes a record may have.
pub const RECORD_MOST: usize = 1 << 20;
/// The most bytes a file may have.
pub const FILE_MOST: u64 = 64 << 20;

const STEP: usize = 128 << 10;

/// A place in a file, counted from 1; the column in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// What comes next in a file of records.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// A whole JSON value at this place; its text is in [`Records::text`].
    Record(Position),
    /// Something that has no end, or is too large; reading goes on after it.
    Broken(Position, Fault),
    /// The file's own frame is wrong here; what follows cannot be read.
    Frame(Position, Fault),
    /// The end.
    End,
}

/// What is wrong with a file, apart from what is in its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text ends too early.
    Truncated,
    /// A record of more than [`RECORD_MOST`] bytes.
    TooLarge,
    /// Not `{"format": 1, "kind": "…", "records": […]}`.
    NotAFile,
    /// Another kind than the file's name says.
    OtherKind,
    /// A format this version does not know.
    NewerFormat,
    /// A byte order mark, which is read over.
    ByteOrderMark,
}

/// Reads the records of one file, one after another.
#[derive(Debug)]
pub struct Records<R> {
    source: R,
    window: Vec<u8>,
    /// How many bytes of the file were dropped from the window's beginning.
    dropped: usize,
    /// Where in the file the record that was found last begins, whole or not.
    start: usize,
    /// Where reading stands in the window.
    at: usize,
    ended: bool,
    line: usize,
    /// Where the present line begins, before the window as a negative number.
    line_start: isize,
    /// The blanks before the first record: in canonical files the next record begins so on a line of its own.
    indent: Option<Vec<u8>>,
    /// How the last line of a record begins, where records are told apart by it.
    last_line: Option<memmem::Finder<'static>>,
    by_lines: bool,
    text: std::ops::Range<usize>,
}

impl<R: Read> Records<R> {
    /// Reads the frame up to the first record.
    ///
    /// # Errors
    /// The outer error is the reader's, the inner says what is wrong with the frame.
    pub fn open(source: R, kind: &str) -> io::Result<Result<(Self, bool), (Position, Fault)>> {
        let mut records = Self {
            source,
            window: Vec::new(),
            dropped: 0,
            start: 0,
            at: 0,
            ended: false,
            line: 1,
            line_start: 0,
            indent: None,
            last_line: None,
            by_lines: false,
            text: 0..0,
        };
        records.need(3)?;
        let marked = records.window.starts_with(b"\xef\xbb\xbf");
        if marked {
            records.at = 3;
            records.line_start = 3;
        }
        let frame = records.frame(kind)?;
        Ok(frame.map(|()| (records, marked)))
    }

    /// From here on a record ends with the first line that closes a brace where the record's own opened, as in
    /// canonical files, if the first one stands over several lines. That is found sooner than the brace itself.
    /// Elsewhere a text may then be no whole record, but none that is JSON is another than the brackets tell.
    #[must_use]
    pub fn by_lines(mut self) -> Self {
        self.by_lines = true;
        self
    }

    /// The text of the record that was found last.
    pub fn text(&self) -> &[u8] {
        self.window.get(self.text.clone()).unwrap_or_default()
    }

    /// Where in the file the record that was found last begins, whole or not.
    pub fn start(&self) -> usize {
        self.start
    }

    /// How many bytes of the file have been read over.
    pub fn offset(&self) -> usize {
        self.dropped + self.at
    }

    /// Finds the next record.
    ///
    /// # Errors
    /// The reader's.
    pub fn advance(&mut self) -> io::Result<Next> {
        self.shift();
        self.skip_blanks()?;
        if self.peek()? == Some(b',') {
            self.at += 1;
            self.skip_blanks()?;
        }
        let position = self.position();
        match self.peek()? {
            None => Ok(Next::Frame(position, Fault::Truncated)),
            Some(b']') => Ok(Next::End),
            Some(_) => self.record(position),
        }
    }

    fn record(&mut self, position: Position) -> io::Result<Next> {
        if self.indent.is_none() {
            self.indent = self.blanks_before();
            let over_lines = self.need(2)? && self.window.get(self.at + 1) == Some(&b'\n');
            let indent = self.indent.as_deref().filter(|_| self.by_lines && over_lines);
            self.last_line = indent.map(|indent| memmem::Finder::new(&[b"\n", indent, b"}"].concat()).into_owned());
        }
        let start = self.at;
        self.start = self.offset();
        let end = match self.last_line.take() {
            Some(last_line) => {
                let end = self.end_by_line(start, &last_line)?;
                self.last_line = Some(last_line);
                end
            }
            None => self.value_end(start)?,
        };
        match end {
            Ok(end) => {
                self.text = start..end;
                self.advance_to(end);
                Ok(Next::Record(position))
            }
            Err(fault) => {
                self.recover(start + 1)?;
                Ok(Next::Broken(position, fault))
            }
        }
    }

    /// Called when the record found last turned out to be no JSON: a lost quote or brace may have made it
    /// swallow the next ones, which begin on lines of their own.
    ///
    /// # Errors
    /// The reader's.
    pub fn give_back(&mut self) -> io::Result<()> {
        let Some(start) = self.text.clone().next() else { return Ok(()) };
        let swallowed = self.window.get(self.text.clone()).unwrap_or_default();
        let Some(next) = self.indent.as_ref().and_then(|indent| next_start(swallowed, indent, 1)) else {
            return Ok(());
        };
        // Lines are counted up to `at`: count back what is given back.
        let given_back = self.window.get(start + next..self.at).unwrap_or_default();
        self.line -= memchr_iter(b'\n', given_back).count();
        self.at = start + next;
        self.line_start = self.line_start_before(self.at);
        Ok(())
    }

    /// Goes on at the next line that begins as records do, or at the file's end.
    fn recover(&mut self, from: usize) -> io::Result<()> {
        let mut from = from;
        let Some(indent) = self.indent.clone() else {
            return self.skip_to_end();
        };
        loop {
            let rest = self.window.get(from..).unwrap_or_default();
            if let Some(next) = next_start(rest, &indent, 0) {
                self.advance_to(from + next);
                return Ok(());
            }
            if self.ended {
                return self.skip_to_end();
            }
            // Keep so much that a line start across two steps is seen whole.
            let kept = self.window.len().saturating_sub(indent.len() + 2).max(from);
            self.advance_to(kept);
            self.shift();
            from = self.at;
            self.need(self.window.len() + 1 - self.at)?;
        }
    }

    fn skip_to_end(&mut self) -> io::Result<()> {
        loop {
            self.advance_to(self.window.len());
            self.shift();
            if !self.need(1)? {
                return Ok(());
            }
        }
    }

    /// Where the record that begins at `start` ends by this beginning of its last line.
    fn end_by_line(&mut self, start: usize, last_line: &memmem::Finder<'_>) -> io::Result<Result<usize, Fault>> {
        let sought = last_line.needle().len();
        let mut at = start;
        loop {
            if let Some(found) = last_line.find(self.window.get(at..).unwrap_or_default()) {
                return Ok(Ok(at + found + sought));
            }
            // Look again at so much that a line start across two steps is seen whole.
            at = self.window.len().saturating_sub(sought).max(start);
            if self.window.len() - start > RECORD_MOST {
                return Ok(Err(Fault::TooLarge));
            }
            if !self.need(self.window.len() + 1 - self.at)? {
                return Ok(Err(Fault::Truncated));
            }
        }
    }

    /// Where the JSON value that begins at `start` ends.
    fn value_end(&mut self, start: usize) -> io::Result<Result<usize, Fault>> {
        let mut scan = Scan::default();
        let mut at = start;
        loop {
            let rest = self.window.get(at..).unwrap_or_default();
            if let Some(end) = scan.end(rest) {
                let end = at + end;
                return Ok(if end - start > RECORD_MOST { Err(Fault::TooLarge) } else { Ok(end) });
            }
            at = self.window.len();
            if at - start > RECORD_MOST {
                return Ok(Err(Fault::TooLarge));
            }
            if !self.need(at + 1 - self.at)? {
                return Ok(Err(Fault::Truncated));
            }
        }
    }

    /// Reads `{`, the keys before `records`, and `[`.
    fn frame(&mut self, kind: &str) -> io::Result<Result<(), (Position, Fault)>> {
        macro_rules! fail {
            ($fault:expr) => {
                return Ok(Err((self.position(), $fault)))
            };
        }
        if !self.take(b'{')? {
            fail!(if self.peek()?.is_none() { Fault::Truncated } else { Fault::NotAFile });
        }
        loop {
            self.shift();
            self.skip_blanks()?;
            let Ok(key) = self.short_value()? else { fail!(Fault::Truncated) };
            if !self.take(b':')? {
                fail!(Fault::NotAFile);
            }
            self.skip_blanks()?;
            if key == b"\"records\"" {
                if self.take(b'[')? {
                    return Ok(Ok(()));
                }
                fail!(Fault::NotAFile);
            }
            let position = self.position();
            let Ok(value) = self.short_value()? else { fail!(Fault::Truncated) };
            if key == b"\"format\"" && value != b"1" {
                return Ok(Err((position, Fault::NewerFormat)));
            }
            if key == b"\"kind\"" && value != format!("\"{kind}\"").as_bytes() {
                return Ok(Err((position, Fault::OtherKind)));
            }
            if !self.take(b',')? {
                fail!(if self.peek()?.is_none() { Fault::Truncated } else { Fault::NotAFile });
            }
        }
    }

    fn short_value(&mut self) -> io::Result<Result<Vec<u8>, Fault>> {
        let start = self.at;
        let end = self.value_end(start)?;
        Ok(end.map(|end| {
            self.advance_to(end);
            self.window.get(start..end).unwrap_or_default().to_vec()
        }))
    }

    fn take(&mut self, byte: u8) -> io::Result<bool> {
        self.skip_blanks()?;
        let there = self.peek()? == Some(byte);
        self.at += usize::from(there);
        Ok(there)
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        self.need(1)?;
        Ok(self.window.get(self.at).copied())
    }

    fn skip_blanks(&mut self) -> io::Result<()> {
        while let Some(byte) = self.peek()? {
            match byte {
                b'\n' => self.advance_to(self.at + 1),
                b' ' | b'\t' | b'\r' => self.at += 1,
                _ => break,
            }
        }
        Ok(())
    }

    /// Whether there are `count` bytes from here on, reading more where needed.
    fn need(&mut self, count: usize) -> io::Result<bool> {
        while !self.ended && self.window.len() < self.at + count {
            let had = self.window.len();
            let step = STEP as u64;
            let read = self.source.by_ref().take(step).read_to_end(&mut self.window)?;
            self.ended = (read as u64) < step;
            debug_assert_eq!(self.window.len(), had + read, "what was read is in the window");
        }
        Ok(self.window.len() >= self.at + count)
    }

    /// Drops what was read from the window once it is worth the copying.
    fn shift(&mut self) {
        if self.at >= STEP || self.at == self.window.len() {
            self.window.drain(..self.at);
            self.dropped += self.at;
            self.line_start -= isize::try_from(self.at).unwrap_or(isize::MAX);
            self.at = 0;
            self.text = 0..0;
        }
    }

    fn advance_to(&mut self, to: usize) {
        let passed = self.window.get(self.at..to).unwrap_or_default();
        let mut last = None;
        for line_end in memchr_iter(b'\n', passed) {
            self.line += 1;
            last = Some(line_end);
        }
        if let Some(last) = last {
            self.line_start = isize::try_from(self.at + last + 1).unwrap_or(isize::MAX);
        }
        self.at = to;
    }

    fn position(&self) -> Position {
        let at = isize::try_from(self.at).unwrap_or(isize::MAX);
        Position { line: self.line, column: usize::try_from(at - self.line_start + 1).unwrap_or(1) }
    }

    fn line_start_before(&self, at: usize) -> isize {
        let before = self.window.get(..at).unwrap_or_default();
        memchr::memrchr(b'\n', before).map_or(self.line_start, |end| isize::try_from(end + 1).unwrap_or(isize::MAX))
    }

    fn blanks_before(&self) -> Option<Vec<u8>> {
        let start = usize::try_from(self.line_start).ok().filter(|start| *start > 0)?;
        let blanks = self.window.get(start..self.at)?;
        blanks.iter().all(|byte| matches!(byte, b' ' | b'\t')).then(|| blanks.to_vec())
    }
}

/// Where in `text` a line begins with exactly this indent and a brace: the place of the brace. With `skip`
/// the first bytes are passed over.
fn next_start(text: &[u8], indent: &[u8], skip: usize) -> Option<usize> {
    let rest = text.get(skip..)?;
    let mut sought = Vec::with_capacity(indent.len() + 2);
    sought.push(b'\n');
    sought.extend_from_slice(indent);
    sought.push(b'{');
    memmem::find(rest, &sought).map(|found| skip + found + sought.len() - 1)
}

/// Whether a record that cannot be read, for this reason, may have swallowed the next ones: it is no JSON. Another
/// reason may only have been found first.
pub(super) fn lost_its_end(why: &Why, text: &[u8]) -> bool {
    matches!(why, Why::Syntax | Why::Truncated) || serde_json::from_slice::<IgnoredAny>(text).is_err()
}

/// Whether this text is one JSON value from its first bracket to its last, as far as brackets and strings tell.
pub(super) fn is_closed(text: &[u8]) -> bool {
    Scan::default().end(text) == Some(text.len())
}

/// Follows the brackets and strings of one JSON value over as many pieces of text as it takes.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
    begun: bool,
}

impl Scan {
    /// The end of the value in this piece, if it is there.
    fn end(&mut self, text: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            if self.in_string {
                at += self.string(text.get(at..)?);
                if !self.in_string && self.depth == 0 {
                    return Some(at);
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth > 0 => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                b',' | b'}' | b']' | b':' | b' ' | b'\n' | b'\r' | b'\t' if self.depth == 0 && self.begun => {
                    return Some(at);
                }
                _ => {}
            }
            self.begun = true;
            at += 1;
        }
        None
    }

    /// Passes over the rest of a string: how many bytes of this piece belong to it.
    fn string(&mut self, text: &[u8]) -> usize {
        let mut at = 0;
        if self.escaped && !text.is_empty() {
            self.escaped = false;
            at = 1;
        }
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let Some(found) = memchr::memchr2(b'"', b'\\', rest) else { return text.len() };
            at += found + 1;
            if rest.get(found) == Some(&b'"') {
                self.in_string = false;
                return at;
            }
            if at == text.len() {
                self.escaped = true;
                return at;
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads everything and tells it as `line:column text` or the fault.
    fn all(file: &str) -> Vec<String> {
        let mut records = match Records::open(file.as_bytes(), "people").unwrap() {
            Ok((records, _)) => records,
            Err((position, fault)) => return vec![format!("{}:{} {fault:?}", position.line, position.column)],
        };
        let mut told = Vec::new();
        loop {
            let (position, what) = match records.advance().unwrap() {
                Next::Record(position) => {
                    let text = String::from_utf8(records.text().to_vec()).unwrap();
                    if serde_json::from_str::<serde_json::Value>(&text).is_err() {
                        records.give_back().unwrap();
                        (position, "bad".to_owned())
                    } else {
                        (position, text.split_whitespace().collect())
                    }
                }
                Next::Broken(position, fault) => (position, format!("{fault:?}")),
                Next::Frame(position, fault) => {
                    told.push(format!("{}:{} {fault:?}", position.line, position.column));
                    return told;
                }
                Next::End => return told,
            };
            told.push(format!("{}:{} {what}", position.line, position.column));
        }
    }

    fn file(records: &str) -> String {
        format!("{{\n  \"format\": 1,\n  \"kind\": \"people\",\n  \"records\": [\n{records}\n  ]\n}}\n")
    }

    #[test]
    fn whole_records_come_with_their_places() {
        let two = file("    {\n      \"a\": \"}\\\"{\"\n    },\n    {\"b\": [1]}");
        assert_eq!(all(&two), ["5:5 {\"a\":\"}\\\"{\"}", "8:5 {\"b\":[1]}"]);
        let tight = r#"{"records":[{"a":1},{"b":2}],"kind":"people"}"#;
        assert_eq!(all(tight), [r#"1:13 {"a":1}"#, r#"1:21 {"b":2}"#]);
        assert_eq!(all(&file("")), Vec::<String>::new());
    }

    #[test]
    fn a_broken_record_does_not_take_the_next_along() {
        let lost_brace = file("    {\n      \"a\": 1\n    ,\n    {\n      \"b\": 2\n    }");
        assert_eq!(all(&lost_brace), ["5:5 bad", "8:5 {\"b\":2}"]);
        let lost_quote = file("    {\n      \"a\": \"x\n    },\n    {\n      \"b\": \"y\"\n    }");
        assert_eq!(all(&lost_quote).last().unwrap(), "8:5 {\"b\":\"y\"}");
        let crlf = lost_brace.replace('\n', "\r\n");
        assert_eq!(all(&crlf), ["5:5 bad", "8:5 {\"b\":2}"]);
    }

    #[test]
    fn a_cut_file_gives_what_is_whole() {
        let cut = "{\"records\": [\n  {\"a\": 1},\n  {\"b\": ";
        assert_eq!(all(cut), ["2:3 {\"a\":1}", "3:3 Truncated", "3:9 Truncated"]);
        assert_eq!(all(""), ["1:1 Truncated"]);
        assert_eq!(all("[]"), ["1:1 NotAFile"]);
        assert_eq!(all("{\"format\": 2, \"records\": []}"), ["1:12 NewerFormat"]);
        assert_eq!(all("{\"kind\": \"notes\", \"records\": []}"), ["1:10 OtherKind"]);
    }

    #[test]
    fn a_record_too_large_is_passed_over() {
        let huge = file(&format!("    {{\"a\": \"{}\"}},\n    {{\"b\": 2}}", "x".repeat(3 * RECORD_MOST)));
        assert_eq!(all(&huge), ["5:5 TooLarge", "6:5 {\"b\":2}"]);
    }

    #[test]
    fn many_records_pass_through_a_small_window() {
        let many: Vec<String> = (0..20_000).map(|number| format!("    {{\n      \"n\": {number}\n    }}")).collect();
        let told = all(&file(&many.join(",\n")));
        assert_eq!(told.len(), 20_000);
        assert_eq!(told.last().unwrap(), &format!("{}:5 {{\"n\":19999}}", 5 + 3 * 19_999));
    }
}
