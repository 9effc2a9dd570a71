//! Writing to stdout and stderr. A reader that has gone away (`| head`) is no error.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::Code;
use super::arguments::Refusal;
use crate::domain::RecordRef;
use crate::exchange::json::AsJson;
use crate::text::safe::json_safe;
use crate::text::{Safe, Texts};

/// Version of the envelope around JSON output.
const ENVELOPE: u32 = 1;

/// What came of a command that changes the book.
pub(super) struct Written<'a> {
    /// Whether it was only shown.
    pub(super) dry_run: bool,
    pub(super) records: &'a [(Safe, RecordRef<'a>)],
    pub(super) changes: &'a [FieldChange],
    /// Fields somebody else had changed too.
    pub(super) conflicts: &'a [Conflict],
}

/// One field before and after.
#[derive(Serialize)]
pub(super) struct FieldChange {
    /// The record, as `kind:id`.
    pub(super) record: String,
    pub(super) field: &'static str,
    pub(super) before: Option<Box<RawValue>>,
    pub(super) after: Option<Box<RawValue>>,
}

/// A field somebody else had changed too.
#[derive(Serialize)]
pub(super) struct Conflict {
    /// The record, as `kind:id`.
    pub(super) record: String,
    /// The field's key, with row and cell where it is one of a row.
    pub(super) field: String,
}

/// A record in an envelope.
#[derive(Serialize)]
struct Entry<'a> {
    kind: &'static str,
    name: &'a str,
    record: AsJson<'a>,
}

fn entries<'a>(records: &'a [(Safe, RecordRef<'a>)]) -> Vec<Entry<'a>> {
    let entry = |(name, record): &'a (Safe, RecordRef<'a>)| Entry {
        kind: record.kind().key(),
        name: name.as_str(),
        record: AsJson(*record),
    };
    records.iter().map(entry).collect()
}

/// Where output goes.
#[derive(Debug)]
pub(super) struct Output {
    aligned: bool,
    failed: Option<io::Error>,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { aligned: io::stdout().is_terminal(), failed: None }
    }

    /// A line of data.
    pub(super) fn line(&mut self, text: &Safe) {
        if self.failed.is_none() {
            self.failed = writeln!(io::stdout().lock(), "{text}").err();
        }
    }

    /// Rows of data: aligned for people, parted by tabs for programs.
    pub(super) fn rows(&mut self, rows: &[Vec<Safe>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(Safe::width).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        for row in rows {
            // The tabs between the cells are ours, so the line is put together from safe parts.
            let mut line = String::new();
            for (number, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if self.aligned && *width == 0 {
                    continue;
                }
                if !line.is_empty() || (number > 0 && !self.aligned) {
                    line.push_str(if self.aligned { "  " } else { "\t" });
                }
                line.push_str(cell.as_str());
                if self.aligned && number + 1 < row.len() {
                    line.extend(std::iter::repeat_n(' ', width - cell.width()));
                }
            }
            self.raw(&line);
        }
    }

    /// A line whose tabs part cells.
    fn raw(&mut self, line: &str) {
        if self.failed.is_none() {
            self.failed = writeln!(io::stdout().lock(), "{line}").err();
        }
    }

    /// Records as JSON, in their envelope.
    pub(super) fn records(&mut self, command: &str, records: &[(Safe, RecordRef<'_>)]) {
        #[derive(Serialize)]
        struct Envelope<'a> {
            kuntatutor: u32,
            command: &'a str,
            records: Vec<Entry<'a>>,
        }
        self.envelope(&Envelope { kuntatutor: ENVELOPE, command, records: entries(records) });
    }

    /// What was changed, or would be, as JSON.
    pub(super) fn written(&mut self, command: &str, written: &Written<'_>) {
        #[derive(Serialize)]
        struct Envelope<'a> {
            kuntatutor: u32,
            command: &'a str,
            dry_run: bool,
            records: Vec<Entry<'a>>,
            changes: &'a [FieldChange],
            conflicts: &'a [Conflict],
        }
        self.envelope(&Envelope {
            kuntatutor: ENVELOPE,
            command,
            dry_run: written.dry_run,
            records: entries(written.records),
            changes: written.changes,
            conflicts: written.conflicts,
        });
    }

    fn envelope(&mut self, envelope: &impl Serialize) {
        let text = serde_json::to_string_pretty(envelope).unwrap_or_default();
        self.raw(&json_safe(&text));
    }

    /// Anything else as JSON, under a key of the envelope.
    pub(super) fn json(&mut self, command: &str, key: &str, content: &serde_json::Value) {
        self.json_parts(command, [(key, content.clone())]);
    }

    /// The same under several keys.
    pub(super) fn json_parts<const COUNT: usize>(&mut self, command: &str, parts: [(&str, Value); COUNT]) {
        let frame = [("kuntatutor", json!(ENVELOPE)), ("command", json!(command))];
        let whole: Map<String, Value> =
            frame.into_iter().chain(parts).map(|(key, content)| (key.to_owned(), content)).collect();
        self.envelope(&whole);
    }

    /// A table as the file it would be, which programs take as it is but for the mark that only Excel needs; a
    /// terminal only ever gets safe text.
    pub(super) fn table(&mut self, content: &[u8]) {
        let content = content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content);
        if !self.aligned {
            if self.failed.is_none() {
                self.failed = io::stdout().lock().write_all(content).err();
            }
            return;
        }
        for line in String::from_utf8_lossy(content).lines() {
            let cells: Vec<Safe> = line.split('\t').map(Safe::line).collect();
            self.raw(&cells.iter().map(Safe::as_str).collect::<Vec<_>>().join("\t"));
        }
    }

    /// A sentence beside the data.
    #[expect(clippy::unused_self, reason = "who may print is who holds the output")]
    pub(super) fn say(&self, sentence: &Safe) {
        // Where stderr is gone there is nobody to tell.
        drop(writeln!(io::stderr(), "{sentence}"));
    }

    /// Tells why the arguments are not followed, or what they asked to be told.
    pub(super) fn refuse(mut self, refusal: &Refusal) -> ExitCode {
        match refusal {
            Refusal::Told(text) => {
                self.line(text);
                ExitCode::SUCCESS
            }
            Refusal::Wrong(sentence) => {
                self.say(sentence);
                Code::Usage.into()
            }
        }
    }

    /// The exit code, unless what was to be printed could not be.
    pub(super) fn end(self, texts: &Texts, code: Code) -> ExitCode {
        match &self.failed {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let words = Safe::line(&error.to_string());
                self.say(&texts.tell("error-output", &[("words", words.into())]));
                Code::Data.into()
            }
            _ => code.into(),
        }
    }
}
