//! Changes on their way to the disk: whether anything may be written, what would change, what was saved.

use std::collections::HashMap;
use std::path::Path;

use ecow::EcoString;
use serde_json::value::RawValue;

use super::output::{Conflict, FieldChange, Output, Written};
use super::{Code, Desk, clock};
use crate::book::Change;
use crate::book::show::Showing;
use crate::domain::{Act, Column, FieldKind, Id, Kind, Link, Mint, Record, RecordRef, Row, Value};
use crate::entry::plain;
use crate::exchange::json::write_value;
use crate::history::{Group, Signed};
use crate::store::Source;
use crate::store::save::{Saved, save};
use crate::text::Safe;

/// What a command is about to do.
pub(super) struct Doing {
    /// The command's name, for the envelope.
    pub(super) command: &'static str,
    pub(super) act: Act,
    /// The group it takes back or does again.
    pub(super) of: Option<Id>,
    pub(super) changes: Vec<Change>,
    /// Fields others changed since, known before anything is saved.
    pub(super) conflicts: Vec<(Link, EcoString)>,
    /// A sentence for when it is done.
    pub(super) done: Option<Safe>,
}

impl Doing {
    /// Changes that are no undo or redo, of which nothing more is said than what they are.
    pub(super) fn of(command: &'static str, act: Act, changes: Vec<Change>) -> Self {
        Self { command, act, of: None, changes, conflicts: Vec::new(), done: None }
    }
}

/// The directory that may be written into.
///
/// # Errors
/// How the command ends where none may; it has been told.
pub(super) fn directory<'a>(desk: &Desk<'a>, output: &Output) -> Result<Option<&'a Path>, Code> {
    match desk.source {
        Source::Directory(directory) if !desk.read_only || desk.dry_run => Ok(Some(directory)),
        // What only shows what would be needs no book of one's own.
        Source::Example if desk.dry_run => Ok(None),
        Source::Directory(_) => {
            output.say(&desk.texts.say("error-read-only"));
            Err(Code::Usage)
        }
        Source::Example => {
            output.say(&desk.texts.say("error-example"));
            Err(Code::Data)
        }
    }
}

/// Saves what a command does, or shows it where that was asked for.
pub(super) fn carry_out(desk: &Desk<'_>, mint: &mut Mint, doing: &Doing, output: &mut Output) -> Code {
    let directory = match directory(desk, output) {
        Ok(directory) => directory,
        Err(code) => return code,
    };
    let is_idle = doing.changes.iter().all(|change| change.before == change.after);
    if is_idle {
        output.say(&desk.texts.say("change-nothing"));
    }
    // That something was taken back is remembered also where nothing moved, else it would be taken back again.
    let writes = !desk.dry_run && (!is_idle || doing.of.is_some());
    let Some(directory) = directory.filter(|_| writes) else {
        return tell(desk, doing, &[], &[], output, Code::Ok);
    };
    let group = Group { id: group_id(mint), act: doing.act, of: doing.of.clone(), changes: doing.changes.clone() };
    let signed = Signed { group, by: desk.me.cloned(), at: clock::now() };
    match save(directory, &[signed]) {
        Ok(saved) => acknowledge(desk, doing, saved, output),
        Err(failed) => {
            output.say(&failed.sentence(desk.texts));
            Code::Data
        }
    }
}

/// Tells what was saved, and what came up.
fn acknowledge(desk: &Desk<'_>, doing: &Doing, saved: Saved, output: &mut Output) -> Code {
    if let Some(failed) = &saved.backup {
        let words = failed.sentence(desk.texts);
        output.say(&desk.texts.tell("backup-failed", &[("words", words.into())]));
    }
    let mut met = saved.conflicts;
    met.extend(doing.conflicts.iter().cloned());
    met.sort();
    met.dedup();
    for (link, field) in &met {
        let record = Safe::line(&link.to_string());
        let places = [("record", record.into()), ("field", field_name(desk, link.kind, field).into())];
        output.say(&desk.texts.tell("change-conflict", &places));
    }
    for link in &saved.revived {
        output.say(&desk.texts.tell("change-revived", &[("what", desk.showing().link(link).into())]));
    }
    if let Some(done) = &doing.done {
        output.say(done);
    }
    let code = if met.is_empty() && saved.revived.is_empty() { Code::Ok } else { Code::Conflict };
    let conflict = |(link, field): (Link, EcoString)| Conflict { record: link.to_string(), field: field.to_string() };
    let conflicts: Vec<Conflict> = met.into_iter().map(conflict).collect();
    tell(desk, doing, &saved.records, &conflicts, output, code)
}

/// An id for a group of changes: two rows' worth of chance, as logs grow long.
fn group_id(mint: &mut Mint) -> Id {
    Id::parse(&format!("{}{}", mint.row(), mint.row())).unwrap_or_default()
}

/// The label of the field a path begins with.
fn field_name(desk: &Desk<'_>, kind: Kind, path: &str) -> Safe {
    let key = path.split('/').next().unwrap_or(path);
    let column = kind.columns().find(|column| column.key == key);
    column.map_or_else(|| Safe::line(path), |column| desk.texts.field(column.label))
}

/// Prints what came of it: the records saved by id and title, or the change where nothing was to be saved.
fn tell(
    desk: &Desk<'_>,
    doing: &Doing,
    saved: &[(Link, Option<Record>)],
    conflicts: &[Conflict],
    output: &mut Output,
    code: Code,
) -> Code {
    let showing = desk.showing();
    let saved: HashMap<&Link, &Record> =
        saved.iter().filter_map(|(link, record)| Some((link, record.as_ref()?))).collect();
    let now = |change: &Change| -> Option<Record> {
        let on_disk = saved.get(&change.link()?).map(|record| (*record).clone());
        // What was removed goes by what it was.
        on_disk.or_else(|| change.after.clone()).or_else(|| change.before.clone())
    };
    let records: Vec<Record> = doing.changes.iter().filter_map(now).collect();
    if desk.json {
        let named: Vec<(Safe, RecordRef<'_>)> =
            records.iter().map(|record| (showing.title(record.as_ref()), record.as_ref())).collect();
        let changes: Vec<FieldChange> = doing.changes.iter().flat_map(field_changes).collect();
        output
            .written(doing.command, &Written { dry_run: desk.dry_run, records: &named, changes: &changes, conflicts });
        return code;
    }
    if desk.dry_run {
        for change in &doing.changes {
            for line in lines(showing, change) {
                output.line(&line);
            }
        }
        return code;
    }
    let row = |record: &Record| vec![Safe::line(&record.as_ref().link().to_string()), showing.title(record.as_ref())];
    output.rows(&records.iter().map(row).collect::<Vec<_>>());
    code
}

/// The fields of a change that differ, with what they held before and hold after.
fn differing(change: &Change) -> Vec<(&'static Column, Value, Value)> {
    let fields = |record: &Option<Record>| record.as_ref().map(|record| record.as_ref().fields()).unwrap_or_default();
    let (before, after) = (fields(&change.before), fields(&change.after));
    let columns: Vec<&'static Column> =
        if after.is_empty() { &before } else { &after }.iter().map(|(column, _)| *column).collect();
    let value = |fields: &[(&'static Column, Value)], key: &str| {
        fields.iter().find(|(column, _)| column.key == key).map_or(Value::Empty, |(_, value)| value.clone())
    };
    let each = columns.into_iter().map(|column| (column, value(&before, column.key), value(&after, column.key)));
    each.filter(|(_, before, after)| before != after && !(before.is_empty() && after.is_empty())).collect()
}

fn field_changes(change: &Change) -> Vec<FieldChange> {
    let record = change.link().map(|link| link.to_string()).unwrap_or_default();
    let each = differing(change).into_iter().map(|(column, before, after)| FieldChange {
        record: record.clone(),
        field: column.key,
        before: RawValue::from_string(write_value(&column.kind, &before)).ok(),
        after: RawValue::from_string(write_value(&column.kind, &after)).ok(),
    });
    each.collect()
}

/// The change, field by field: `label: before → after`, rows one by one.
fn lines(showing: Showing<'_>, change: &Change) -> Vec<Safe> {
    let shown = change.after.as_ref().or(change.before.as_ref());
    let title =
        shown.map(|record| Safe::line(&format!("{}  {}", record.as_ref().link(), showing.title(record.as_ref()))));
    let mut lines: Vec<Safe> = title.into_iter().collect();
    for (column, before, after) in differing(change) {
        let label = showing.texts.field(column.label);
        let mut line = |before: Option<Safe>, after: Option<Safe>| {
            let side = |side: Option<Safe>| side.filter(|text| !text.is_empty()).unwrap_or_else(|| Safe::own("–"));
            // A change is told on one line; what has several lines keeps them apart.
            let told = format!("  {label}: {} → {}", side(before), side(after));
            lines.push(Safe::line(&told.replace('\n', " / ")));
        };
        if let FieldKind::Rows(_) = column.kind {
            for (before, after) in changed_rows(&before, &after) {
                let text = |row: Row| Safe::lines(&plain(showing, &column.kind, &Value::Rows(vec![row])));
                line(before.map(text), after.map(text));
            }
        } else {
            // A text in several languages is shown in all of them.
            let text = |value: &Value| match value {
                Value::Words(_) => Safe::lines(&plain(showing, &column.kind, value)),
                value => showing.value(&column.kind, value),
            };
            line(Some(text(&before)), Some(text(&after)));
        }
    }
    lines
}

/// The rows that are gone, were changed or are new.
fn changed_rows(before: &Value, after: &Value) -> Vec<(Option<Row>, Option<Row>)> {
    let rows = |value: &Value| if let Value::Rows(rows) = value { rows.clone() } else { Vec::new() };
    let (before, after) = (rows(before), rows(after));
    let with_id = |rows: &[Row], id: &Id| rows.iter().find(|row| row.id == *id).cloned();
    let gone_or_changed = before.iter().map(|row| (Some(row.clone()), with_id(&after, &row.id)));
    let new = after.iter().filter(|row| with_id(&before, &row.id).is_none()).map(|row| (None, Some(row.clone())));
    gone_or_changed.chain(new).filter(|(before, after)| before != after).collect()
}
