//! `export KIND FILE [filters]`: the records of one kind as a table, into a file or onto stdout.

use serde_json::json;

use super::find::found;
use super::output::Output;
use super::{Code, Desk};
use crate::domain::{Kind, RecordRef};
use crate::exchange::table::columns::{Names, usual};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::write::{Format, sheet_of, write};
use crate::store::export::{self, Existing, NotWritten, Why};
use crate::text::Safe;

/// How it is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Exporting {
    pub(super) kind: Kind,
    /// The file as typed; `-` is stdout.
    pub(super) file: String,
    pub(super) words: String,
    /// The columns as typed; the usual ones where there are none.
    pub(super) columns: Option<String>,
    /// The format's name, where the file's does not tell it.
    pub(super) format: Option<String>,
    pub(super) existing: Existing,
}

const STDOUT: &str = "-";

pub(super) fn export(desk: &Desk<'_>, asked: &Exporting, output: &mut Output) -> Code {
    let (format, named) = match read(desk, asked) {
        Ok(read) => read,
        Err(sentence) => {
            output.say(&sentence);
            return Code::Usage;
        }
    };
    let records = found(desk, &asked.words, &[asked.kind]);
    if records.is_empty() {
        output.say(&match asked.words.as_str() {
            "" => desk.texts.say("error-export-empty"),
            words => desk.texts.tell("error-nothing-found", &[("words", Safe::line(words).into())]),
        });
        return Code::Nothing;
    }
    let slots = named.unwrap_or_else(|| usual(desk.showing(), asked.kind, &records));
    let content = match write(format, &sheet_of(desk.showing(), &records, &slots)) {
        Ok(content) => content,
        Err(unwritable) => {
            output.say(&unwritable.sentence(desk.texts));
            return Code::Data;
        }
    };
    if asked.file == STDOUT {
        output.table(&content);
        return Code::Ok;
    }
    let written = if desk.dry_run {
        export::place_typed(&asked.file, asked.existing)
    } else {
        export::write(&asked.file, &content, asked.existing)
    };
    match written {
        Ok(path) => {
            tell(desk, &Safe::line(&path.display().to_string()), &records, &slots, output);
            Code::Ok
        }
        Err(not_written) => refuse(desk, &not_written, output),
    }
}

/// The format and the columns that were named.
///
/// # Errors
/// What is wrong with them, in a sentence.
fn read(desk: &Desk<'_>, asked: &Exporting) -> Result<(Format, Option<Vec<Slot>>), Safe> {
    let to_stdout = asked.file == STDOUT;
    let named = asked.format.as_deref().map(|name| format!(".{name}"));
    let format = match named {
        Some(named) => Format::from_name(&named),
        None if to_stdout => Some(Format::Csv),
        None => Format::from_name(&asked.file),
    };
    let Some(format) = format else {
        return Err(desk.texts.tell("error-export-format", &[("path", Safe::line(&asked.file).into())]));
    };
    if to_stdout && (format == Format::Xlsx || desk.json) {
        return Err(desk.texts.say("error-export-stdout"));
    }
    let named = asked.columns.as_deref().map(|typed| columns(desk, asked.kind, typed)).transpose()?;
    Ok((format, named))
}

fn columns(desk: &Desk<'_>, kind: Kind, typed: &str) -> Result<Vec<Slot>, Safe> {
    let names = Names::default();
    let mut columns: Vec<Slot> = Vec::new();
    for name in typed.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let slots = names.of(kind, name);
        if slots.is_empty() {
            return Err(unknown(desk, kind, name));
        }
        let new: Vec<Slot> = slots.into_iter().filter(|slot| !columns.contains(slot)).collect();
        columns.extend(new);
    }
    if columns.is_empty() { Err(unknown(desk, kind, typed)) } else { Ok(columns) }
}

fn unknown(desk: &Desk<'_>, kind: Kind, name: &str) -> Safe {
    let keys = Slot::all(kind).into_iter().filter(|slot| *slot != Slot::WholeName).map(|slot| Safe::line(&slot.key()));
    let keys = Safe::join(keys, &Safe::own(", "));
    desk.texts.tell("error-export-column", &[("column", Safe::line(name).into()), ("columns", keys.into())])
}

fn tell(desk: &Desk<'_>, path: &Safe, records: &[RecordRef<'_>], slots: &[Slot], output: &mut Output) {
    if desk.json {
        let keys: Vec<String> = slots.iter().map(|slot| slot.key()).collect();
        let (rows, dry_run) = (records.len(), desk.dry_run);
        let told = json!({ "path": path.as_str(), "rows": rows, "columns": keys, "dry_run": dry_run });
        output.json("export", "export", &told);
        return;
    }
    let id = if desk.dry_run { "export-would" } else { "export-told" };
    let places = [("path", path.into()), ("rows", records.len().into()), ("columns", slots.len().into())];
    output.line(path);
    output.say(&desk.texts.tell(id, &places));
}

/// Tells why a file was not written.
pub(super) fn refuse(desk: &Desk<'_>, not_written: &NotWritten, output: &Output) -> Code {
    let path = ("path", Safe::line(&not_written.path).into());
    output.say(&match not_written.why {
        Why::Exists => desk.texts.tell("error-export-exists", &[path]),
        _ => not_written.sentence(desk.texts),
    });
    match not_written.why {
        Why::Exists | Why::Name | Why::OfBook | Why::NoDirectory | Why::NotRegular => Code::Usage,
        Why::Full | Why::Denied | Why::Io(_) => Code::Data,
    }
}
