//! Three versions of a record to one: what two people changed apart from each other, put together.
//!
//! Owns the rules by which versions meet, and how a person settles what they leave open. Pure: it reads no
//! clock and no disk, and gives the same record whichever side is called mine. It never drops a value silently:
//! one that loses stands in the record's conflicts until somebody has chosen.
//!
//! Fields meet one by one, rows by their id, lists as sets, texts language by language, unknown keys key by key.
//! What one side left as it was is taken from the other. An edit wins over a removal.
//!
//! Two records that turn out to be one are united field by field in `unite`.

mod settle;
mod three;
mod unite;
mod withdraw;

use std::collections::{BTreeMap, BTreeSet};

use ecow::{EcoString, EcoVec};
use jiff::civil::DateTime;

use crate::domain::{Beside, Conflict, FieldKind, Id, Kept, Record, RecordRef, Row, Value, Words};
use crate::exchange::json::write_value;
use crate::text::Tongue;
use three::{Three, united};

pub use settle::{Disputed, Settling, disputed, settle};
pub use unite::{Difference, Stand, Union, unite};
pub use withdraw::withdraw;

/// One of the two versions that meet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Side<'a> {
    /// The record as this side has it; nothing where it has none or removed it.
    pub record: Option<RecordRef<'a>>,
    /// Who changed it, where that is known.
    pub by: Option<&'a Id>,
    /// When, in the book's own time.
    pub at: Option<DateTime>,
}

/// What came of the meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The record; nothing where it is gone.
    pub record: Option<Record>,
    /// The fields whose losing value is newly kept in the record's conflicts, sorted, each once.
    pub conflicts: Vec<EcoString>,
    /// Whether an edit on one side won over a removal on the other.
    pub revived: bool,
}

/// Puts two versions of one record together, both made from `base`; nothing where it was added on both sides.
pub fn merge(base: Option<RecordRef<'_>>, mine: Side<'_>, theirs: Side<'_>) -> Merged {
    if let Some(one) = (Three { base, mine: mine.record, theirs: theirs.record }).unopposed() {
        return Merged { record: one.map(RecordRef::to_owned), ..Merged::default() };
    }
    match (mine.record, theirs.record) {
        (Some(my), Some(their)) => {
            let nothing;
            let base = if let Some(base) = base {
                base
            } else {
                nothing = Record::empty(my.kind(), my.id().clone());
                nothing.as_ref()
            };
            Meeting { mine, theirs, lost: Vec::new() }.record(Three { base, mine: my, theirs: their })
        }
        (one, other) => Merged { record: one.or(other).map(RecordRef::to_owned), conflicts: Vec::new(), revived: true },
    }
}

/// Two sides, and what has lost so far.
struct Meeting<'a> {
    mine: Side<'a>,
    theirs: Side<'a>,
    lost: Vec<Conflict>,
}

impl Meeting<'_> {
    fn record(mut self, records: Three<RecordRef<'_>>) -> Merged {
        let mut merged = records.mine.to_owned();
        let Three { base, mine, theirs } = records.map(RecordRef::fields);
        for (((column, mine), (_, theirs)), (_, base)) in mine.into_iter().zip(theirs).zip(base) {
            let value = self.value(column.key, &column.kind, Three { base: &base, mine: &mine, theirs: &theirs });
            if value != mine {
                // The value is made of values that this very field held.
                let _fits = merged.set(column.key, value);
            }
        }
        let kept = records.map(RecordRef::kept);
        let unknown = self.unknown("", kept);
        let (conflicts, new) = conflicts(kept, self.lost);
        merged.keep(Beside { unknown, conflicts }.into());
        Merged { record: Some(merged), conflicts: new, revived: false }
    }

    fn value(&mut self, path: &str, kind: &FieldKind, values: Three<&Value>) -> Value {
        if let Some(one) = values.unopposed() {
            return one.clone();
        }
        match kind {
            FieldKind::Words(_) => self.words(path, values),
            FieldKind::Many(one) => many(one, values),
            FieldKind::Rows(_) => self.rows(path, kind, values),
            _ => {
                let json = values.map(|value| Some(write_value(kind, value)).filter(|_| !value.is_empty()));
                if self.mine_wins(path, json.mine.as_deref(), json.theirs.as_deref()) {
                    values.mine
                } else {
                    values.theirs
                }
                .clone()
            }
        }
    }

    /// Whether my value, as JSON, wins over theirs. What was emptied loses; apart from that nobody's value is
    /// better, and which one is chosen must not depend on whose it is.
    fn mine_wins(&mut self, path: &str, mine: Option<&str>, theirs: Option<&str>) -> bool {
        let wins = mine >= theirs;
        if mine != theirs {
            let (json, side) = if wins { (theirs, self.theirs) } else { (mine, self.mine) };
            self.lost.push(Conflict {
                field: path.into(),
                json: json.unwrap_or("null").into(),
                by: side.by.cloned(),
                at: side.at,
            });
        }
        wins
    }

    fn words(&mut self, path: &str, values: Three<&Value>) -> Value {
        let words = values.map(|value| if let Value::Words(words) = value { words.clone() } else { Words::default() });
        let mut merged = Words::default();
        for tongue in Tongue::ALL {
            let texts = words.each().map(|words| words.exactly(tongue));
            *merged.exactly_mut(tongue) = texts
                .unopposed()
                .unwrap_or_else(|| {
                    let json = texts.map(|text| {
                        (!text.is_empty()).then(|| write_value(&FieldKind::Long, &Value::Text(text.clone())))
                    });
                    let path = joined(path, tongue.key());
                    if self.mine_wins(&path, json.mine.as_deref(), json.theirs.as_deref()) {
                        texts.mine
                    } else {
                        texts.theirs
                    }
                })
                .clone();
        }
        if merged.is_empty() { Value::Empty } else { Value::Words(merged) }
    }

    fn rows(&mut self, path: &str, kind: &FieldKind, values: Three<&Value>) -> Value {
        let rows = values.map(|value| keyed_rows(kind, value));
        let united = united(rows.each().map(Vec::as_slice), |_, rows| match (rows.mine, rows.theirs) {
            (Some(mine), Some(theirs)) => {
                let nothing = Row::default();
                let base = rows.base.copied().unwrap_or(&nothing);
                Some(self.row(&joined(path, mine.id.as_str()), kind, Three { base, mine, theirs }))
            }
            // Removed on one side: gone, unless the other one changed it.
            (one, other) => one.or(other).filter(|row| rows.base != Some(row)).map(|row| (*row).clone()),
        });
        Value::Rows(united.into_iter().map(|(_, row)| row).collect())
    }

    fn row(&mut self, path: &str, kind: &FieldKind, rows: Three<&Row>) -> Row {
        if let Some(one) = rows.unopposed() {
            return one.clone();
        }
        let cells = kind.row_columns().enumerate().map(|(number, column)| {
            let cells = rows.map(|row| row.cells.get(number).unwrap_or(&Value::Empty));
            self.value(&joined(path, column.key), &column.kind, cells)
        });
        let cells = cells.collect();
        let unknown = self.unknown(&format!("{path}/"), rows.map(|row| &row.kept));
        let kept = Beside { unknown, ..Beside::default() }.into();
        Row { id: rows.mine.id.clone(), cells, kept }
    }

    /// The keys nobody here knows; `within` is the path of their row with a `/` behind it.
    fn unknown(&mut self, within: &str, kept: Three<&Kept>) -> EcoVec<(EcoString, EcoString)> {
        let united = united(kept.map(|kept| kept.unknown.as_slice()), |key, json| {
            let one = json.unopposed().unwrap_or_else(|| {
                let [mine, theirs] = [json.mine, json.theirs].map(|json| json.map(EcoString::as_str));
                if self.mine_wins(&format!("{within}{key}"), mine, theirs) { json.mine } else { json.theirs }
            });
            one.cloned()
        });
        united.into_iter().collect()
    }
}

fn joined(path: &str, part: &str) -> String {
    format!("{path}/{part}")
}

/// Lists as sets: what one side took out is gone, what one side put in is there.
fn many(one: &FieldKind, values: Three<&Value>) -> Value {
    let lists = values.map(|value| {
        let values = if let Value::Many(values) = value { values.as_slice() } else { &[] };
        let mut seen = Seen::default();
        values.iter().map(|value| (seen.count(write_value(one, value)), value)).collect::<Vec<_>>()
    });
    let united = united(lists.each().map(Vec::as_slice), |_, value| value.unopposed().flatten().copied().cloned());
    Value::Many(united.into_iter().map(|(_, value)| value).collect())
}

/// What a row is known by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum RowKey {
    /// Its id.
    Id(Id),
    /// Its whole content, where it has no id or one that stands further up already. Two such rows are never
    /// put together: one that is changed on both sides stands there twice.
    Content((String, usize)),
}

fn keyed_rows<'v>(kind: &FieldKind, value: &'v Value) -> Vec<(RowKey, &'v Row)> {
    let rows = if let Value::Rows(rows) = value { rows.as_slice() } else { &[] };
    let mut ids = BTreeSet::new();
    let mut seen = Seen::default();
    let keyed = rows.iter().map(|row| {
        let key = if !row.id.is_empty() && ids.insert(&row.id) {
            RowKey::Id(row.id.clone())
        } else {
            RowKey::Content(seen.count(write_value(kind, &Value::Rows(vec![row.clone()]))))
        };
        (key, row)
    });
    keyed.collect()
}

/// Counts what comes again, so that it is told apart.
#[derive(Default)]
struct Seen(BTreeMap<String, usize>);

impl Seen {
    fn count(&mut self, content: String) -> (String, usize) {
        let times = self.0.entry(content.clone()).or_default();
        *times += 1;
        (content, *times)
    }
}

/// Conflicts by field and value: whose the value was and when tells none apart.
type Conflicts = BTreeMap<(EcoString, EcoString), Conflict>;

/// The conflicts of both sides without those that one side settled, and with what lost now; and the fields of
/// those that stood on neither side.
fn conflicts(kept: Three<&Kept>, lost: Vec<Conflict>) -> (EcoVec<Conflict>, Vec<EcoString>) {
    let lists = kept.map(|kept| {
        let mut waiting = Conflicts::new();
        for conflict in &kept.conflicts {
            let matter = (conflict.field.clone(), conflict.json.clone());
            let one = better(waiting.get(&matter), Some(conflict)).cloned();
            waiting.extend(one.map(|conflict| (matter, conflict)));
        }
        waiting
    });
    let Three { mine, theirs, .. } = lists.each();
    let mut staying = Conflicts::new();
    for matter in mine.keys().chain(theirs.keys()) {
        let three = lists.each().map(|list| list.get(matter));
        // Nothing where one side settled it, unless it lost anew on the other.
        let one = three.unopposed().unwrap_or_else(|| better(three.mine, three.theirs)).cloned();
        staying.extend(one.map(|conflict| (matter.clone(), conflict)));
    }
    let mut new = BTreeSet::new();
    for conflict in lost {
        let matter = (conflict.field.clone(), conflict.json.clone());
        if !mine.contains_key(&matter) && !theirs.contains_key(&matter) {
            new.insert(conflict.field.clone());
        }
        staying.insert(matter, conflict);
    }
    (staying.into_values().collect(), new.into_iter().collect())
}

/// Of two conflicts about the same matter the one that says more, else the earlier.
fn better<'c>(one: Option<&'c Conflict>, other: Option<&'c Conflict>) -> Option<&'c Conflict> {
    let rank = |conflict: &&Conflict| (conflict.by.is_none(), conflict.at.is_none(), conflict.at, conflict.by.clone());
    [one, other].into_iter().flatten().min_by_key(rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Note, Person, Session};
    use crate::exchange::json::{read, write};

    const AT: DateTime = jiff::civil::date(2026, 3, 2).at(9, 30, 0, 0);

    /// Merges as Ari and Bea, either way round; in the records `'` stands for `"`.
    fn check<T: crate::book::Shelved>(base: &str, ari: &str, bea: &str, wanted: &str, conflicts: &[&str]) {
        let record = |json: &str| -> T { read(json.replace('\'', "\"").as_bytes()).unwrap() };
        let (base, ari, bea, wanted): (T, T, T, T) = (record(base), record(ari), record(bea), record(wanted));
        let [a, b] = ["pari", "pbea"].map(|id| Id::parse(id).unwrap());
        let ari = Side { record: Some(ari.as_any()), by: Some(&a), at: Some(AT) };
        let bea = Side { record: Some(bea.as_any()), by: Some(&b), at: Some(AT) };
        for (mine, theirs) in [(ari, bea), (bea, ari)] {
            let merged = merge(Some(base.as_any()), mine, theirs);
            let record = merged.record.unwrap();
            assert_eq!(write(record.as_ref()), write(wanted.as_any()));
            assert_eq!(merged.conflicts, conflicts);
        }
    }

    #[test]
    fn different_fields_meet_and_the_same_one_keeps_both_values() {
        check::<Person>(
            "{'id': 'p1', 'family': 'Tammi', 'phone': '1'}",
            "{'id': 'p1', 'family': 'Tammi', 'phone': '2'}",
            "{'id': 'p1', 'family': 'Tammi', 'phone': '1', 'email': 'a@b.fi'}",
            "{'id': 'p1', 'family': 'Tammi', 'phone': '2', 'email': 'a@b.fi'}",
            &[],
        );
        check::<Person>(
            "{'id': 'p1', 'family': 'Tammi', 'phone': '1'}",
            "{'id': 'p1', 'family': 'Tammi', 'phone': '2'}",
            "{'id': 'p1', 'family': 'Tamm', 'phone': '3'}",
            "{'id': 'p1', 'family': 'Tamm', 'phone': '3', 'conflicts': [
                {'field': 'phone', 'value': '2', 'by': 'pari', 'at': '2026-03-02T09:30:00'}]}",
            &["phone"],
        );
        check::<Note>(
            "{'id': 'n1', 'text': 'soita'}",
            "{'id': 'n1'}",
            "{'id': 'n1', 'text': 'soita heti'}",
            "{'id': 'n1', 'text': 'soita heti', 'conflicts': [
                {'field': 'text', 'value': null, 'by': 'pari', 'at': '2026-03-02T09:30:00'}]}",
            &["text"],
        );
    }

    #[test]
    fn rows_meet_by_their_ids_texts_by_language_lists_as_sets() {
        check::<Session>(
            "{'id': 's1', 'title': {'fi': 'Alku'}, 'tutors': ['pa', 'pb'], 'programme': [
                {'id': 'r1', 'minutes': 15, 'speakers': [{'id': 'q1', 'who': {'name': 'Ari'}}]}, {'id': 'r2'}]}",
            "{'id': 's1', 'title': {'fi': 'Aloitus'}, 'tutors': ['pb', 'pc'], 'programme': [{'id': 'r2'},
                {'id': 'r1', 'minutes': 20, 'speakers': [{'id': 'q1', 'who': {'name': 'Ari T'}}]}]}",
            "{'id': 's1', 'title': {'fi': 'Avaus', 'sv': 'Start'}, 'tutors': ['pa', 'pb', 'pd'], 'programme': [
                {'id': 'r1', 'minutes': 15, 'kind': 'talk', 'speakers': [{'id': 'q1', 'who': {'person': 'p1'}}]},
                {'id': 'r2'}, {'id': 'r3'}]}",
            "{'id': 's1', 'title': {'fi': 'Avaus', 'sv': 'Start'}, 'tutors': ['pb', 'pc', 'pd'], 'programme': [
                {'id': 'r2'}, {'id': 'r3'},
                {'id': 'r1', 'minutes': 20, 'kind': 'talk', 'speakers': [{'id': 'q1', 'who': {'person': 'p1'}}]}],
              'conflicts': [
                {'field': 'programme/r1/speakers/q1/who', 'value': {'name':'Ari T'}, 'by': 'pari', 'at': '2026-03-02T09:30:00'},
                {'field': 'title/fi', 'value': 'Aloitus', 'by': 'pari', 'at': '2026-03-02T09:30:00'}]}",
            &["programme/r1/speakers/q1/who", "title/fi"],
        );
    }

    #[test]
    fn rows_that_cannot_be_told_apart_are_all_kept() {
        check::<Session>(
            "{'id': 's1', 'checklist': [{'what': 'avain'}, {'id': 'r1', 'what': 'kahvi'}, {'id': 'r1', 'what': 'tee'}]}",
            "{'id': 's1', 'checklist': [{'what': 'avaimet'}, {'id': 'r1', 'what': 'kahvi'}, {'id': 'r1', 'what': 'tee'}]}",
            "{'id': 's1', 'checklist': [{'what': 'avain', 'done': true}, {'id': 'r1', 'what': 'kahvi'}, {'id': 'r1', 'what': 'teetä'}]}",
            "{'id': 's1', 'checklist': [{'what': 'avaimet'}, {'what': 'avain', 'done': true}, {'id': 'r1', 'what': 'kahvi'}, {'id': 'r1', 'what': 'teetä'}]}",
            &[],
        );
    }

    #[test]
    fn a_row_that_was_changed_is_not_removed_and_what_was_settled_stays_so() {
        check::<Session>(
            "{'id': 's1', 'checklist': [{'id': 'r1', 'what': 'kahvi'}, {'id': 'r2', 'what': 'tee'}],
              'conflicts': [{'field': 'place', 'value': 'sali'}]}",
            "{'id': 's1', 'conflicts': [{'field': 'place', 'value': 'sali'}]}",
            "{'id': 's1', 'place': 'aula', 'checklist': [{'id': 'r1', 'what': 'kahvi', 'done': true}, {'id': 'r2', 'what': 'tee'}]}",
            "{'id': 's1', 'place': 'aula', 'checklist': [{'id': 'r1', 'what': 'kahvi', 'done': true}]}",
            &[],
        );
    }

    #[test]
    fn keys_nobody_here_knows_meet_too() {
        check::<Note>(
            "{'id': 'n1', 'x': 1, 'y': [1]}",
            "{'id': 'n1', 'x': 12345678901234567890123, 'y': [1]}",
            "{'id': 'n1', 'x': 2, 'z': null}",
            "{'id': 'n1', 'x': 2, 'z': null, 'conflicts': [{'field': 'x', 'value': 12345678901234567890123, 'by': 'pari', 'at': '2026-03-02T09:30:00'}]}",
            &["x"],
        );
    }
}
