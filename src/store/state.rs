//! What the program remembers by itself, as small JSON files in the state directory: frequent and recent
//! records (ids only) and filters kept under a name. A file that cannot be read counts as empty.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::disk::{read_small, replace};
use crate::domain::Link;
use crate::find::usage::Usage;
use crate::import::answers::RememberedForm;
use crate::import::mapping::Remembered;

/// A filter kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFilter {
    /// Its name.
    pub name: String,
    /// The tab it belongs to, by its key.
    pub tab: String,
    /// What is typed into the filter line.
    pub query: String,
}

/// Reads what was used.
pub fn read_usage(path: &Path) -> Usage {
    let entries = list(path, "used");
    Usage::remembered(entries.iter().filter_map(|entry| {
        let link = Link::parse(entry.get("record")?.as_str()?).ok()?;
        let points = u32::try_from(entry.get("points")?.as_u64()?).ok()?;
        let day: Date = entry.get("day")?.as_str()?.parse().ok()?;
        Some((link, points, day))
    }))
}

/// Writes what was used.
///
/// # Errors
/// The system's.
pub fn write_usage(path: &Path, usage: &Usage) -> io::Result<()> {
    let entry = |(link, points, day): (&Link, u32, Date)| json!({ "record": link.to_string(), "points": points, "day": day.to_string() });
    write(path, "used", &usage.entries().into_iter().map(entry).collect::<Vec<_>>())
}

/// Reads the named filters.
pub fn read_filters(path: &Path) -> Vec<NamedFilter> {
    let filter = |entry: &Value| {
        let text = |key: &str| Some(entry.get(key)?.as_str()?.to_owned());
        Some(NamedFilter { name: text("name")?, tab: text("tab")?, query: text("query")? })
    };
    list(path, "filters").iter().filter_map(filter).collect()
}

/// Keeps a filter beside those that are there, in the place of one of the same name.
///
/// # Errors
/// The system's; a file that is there and cannot be read is left as it is.
pub fn keep_filter(path: &Path, filter: &NamedFilter) -> io::Result<()> {
    let there = path.symlink_metadata().is_ok();
    if there && read_json(path).is_none() {
        return Err(io::Error::other(path.display().to_string()));
    }
    // Another session may have kept one meanwhile.
    let mut filters = read_filters(path);
    filters.retain(|other| other.name != filter.name);
    filters.push(filter.clone());
    let entry = |filter: &NamedFilter| json!({ "name": filter.name, "tab": filter.tab, "query": filter.query });
    write(path, "filters", &filters.iter().map(entry).collect::<Vec<_>>())
}

/// How tables were understood that were brought in, the latest last.
pub fn read_mappings(path: &Path) -> Vec<Remembered> {
    let texts = |entry: &Value, key: &str| -> Option<Vec<String>> {
        let texts = entry.get(key)?.as_array()?.iter().map(|text| text.as_str().map(str::to_owned));
        texts.collect()
    };
    let flag = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_bool).unwrap_or_default();
    let mapping = |entry: &Value| {
        Some(Remembered {
            kind: entry.get("kind")?.as_str()?.to_owned(),
            headings: texts(entry, "headings")?,
            columns: texts(entry, "columns")?,
            family_first: flag(entry, "family_first"),
            skips_known: flag(entry, "skips_known"),
            form: entry.get("form").filter(|form| form.is_object()).map(remembered_form),
        })
    };
    list(path, "mappings").iter().filter_map(mapping).collect()
}

fn remembered_form(entry: &Value) -> RememberedForm {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    RememberedForm {
        file: text("file"),
        name: text("name"),
        about: text("about"),
        questionnaire: text("questionnaire"),
        voice: text("voice"),
    }
}

/// So many are remembered.
const MAPPINGS_MOST: usize = 100;

/// Remembers how a table was understood, in the place of one with the same headings.
///
/// # Errors
/// The system's; a file that is there and cannot be read is left as it is.
pub fn keep_mapping(path: &Path, mapping: &Remembered) -> io::Result<()> {
    let there = path.symlink_metadata().is_ok();
    if there && read_json(path).is_none() {
        return Err(io::Error::other(path.display().to_string()));
    }
    let mut mappings = read_mappings(path);
    mappings.retain(|other| !other.is_of_the_same(mapping));
    mappings.push(mapping.clone());
    let old = mappings.len().saturating_sub(MAPPINGS_MOST);
    let entry = |mapping: &Remembered| {
        json!({
            "kind": mapping.kind,
            "headings": mapping.headings,
            "columns": mapping.columns,
            "family_first": mapping.family_first,
            "skips_known": mapping.skips_known,
            "form": mapping.form.as_ref().map(|form| json!({
                "file": form.file,
                "name": form.name,
                "about": form.about,
                "questionnaire": form.questionnaire,
                "voice": form.voice,
            })),
        })
    };
    write(path, "mappings", &mappings.iter().skip(old).map(entry).collect::<Vec<_>>())
}

/// Adds a line to the log. The line holds no content of any record.
///
/// # Errors
/// The system's.
pub fn append_log(path: &Path, line: &str) -> io::Result<()> {
    make_parent(path)?;
    let mut log = OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
    writeln!(log, "{line}")
}

fn make_parent(path: &Path) -> io::Result<()> {
    let Some(directory) = path.parent() else { return Ok(()) };
    fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)
}

fn list(path: &Path, key: &str) -> Vec<Value> {
    let value = read_json(path);
    value.and_then(|mut value| value.get_mut(key).map(Value::take)).and_then(into_array).unwrap_or_default()
}

fn read_json(path: &Path) -> Option<Value> {
    serde_json::from_str(&read_small(path)?).ok()
}

fn into_array(value: Value) -> Option<Vec<Value>> {
    if let Value::Array(entries) = value { Some(entries) } else { None }
}

fn write(path: &Path, key: &str, entries: &[Value]) -> io::Result<()> {
    let content = serde_json::to_string_pretty(&json!({ "format": 1, key: entries }))?;
    write_private(path, format!("{content}\n").as_bytes())
}

/// Writes a small private file whole, its directory made where it is not there.
///
/// # Errors
/// The system's.
pub(super) fn write_private(path: &Path, content: &[u8]) -> io::Result<()> {
    make_parent(path)?;
    replace(path, content)
}
