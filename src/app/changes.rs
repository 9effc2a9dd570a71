//! Changes to the book: made at once in memory, sent to the disk, and met with what the disk then holds.

use std::collections::HashMap;

use ecow::EcoString;

use super::App;
use crate::book::Change;
use crate::book::title::{id_title, link_title, title};
use crate::domain::{Act, Choice as _, Kind, Link, Mint, Record, RecordRef, Row, Value};
use crate::effect::Effect;
use crate::history::{Group, Signed, Turn};
use crate::layer::Wish;
use crate::merge::{Settling, Side, disputed, merge, settle};
use crate::planning::clashes;
use crate::planning::following::{Followed, followed};
use crate::store::failure::SaveFailed;
use crate::store::save::Saved;
use crate::text::Safe;
use crate::widgets::frame::StatusWeight;

/// Changes that are not known to be on the disk, and what ends when they are.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// The book's state in memory.
    revision: u64,
    /// The state that is on the disk, if anything was saved in this session.
    saved: u64,
    groups: Vec<(u64, Group)>,
    /// Drafts of forms that were finished with a revision.
    drafts: Vec<(u64, String)>,
    /// The last save failed.
    failed: bool,
}

impl Pending {
    /// The id of the word for how far saving is, where there is something to save, and how that weighs.
    pub(super) fn state(&self) -> (Option<&'static str>, StatusWeight) {
        match (self.failed, self.revision, self.saved) {
            (true, ..) => (Some("state-not-on-disk"), StatusWeight::Warning),
            (_, 0, _) => (None, StatusWeight::Calm),
            (_, revision, saved) if revision == saved => (Some("state-saved"), StatusWeight::Calm),
            _ => (Some("state-saving"), StatusWeight::Calm),
        }
    }

    /// Whether something is not on the disk.
    pub(super) fn is_open(&self) -> bool {
        !self.groups.is_empty()
    }

    /// Whether the last save failed.
    pub(super) fn has_failed(&self) -> bool {
        self.failed
    }

    /// A change another program made, combined with what is on its way to the disk; nothing where it is only that
    /// the disk does not have it yet.
    pub(super) fn over(&self, change: Change) -> Option<Change> {
        let link = change.link()?;
        let mut own = self.groups.iter().flat_map(|(_, group)| &group.changes);
        let Some(first) = own.find(|own| own.link().as_ref() == Some(&link)) else { return Some(change) };
        let theirs = Side { record: change.after.as_ref().map(Record::as_ref), ..Side::default() };
        let mine = Side { record: change.before.as_ref().map(Record::as_ref), ..Side::default() };
        let after = merge(first.before.as_ref().map(Record::as_ref), mine, theirs).record;
        (after != change.before).then_some(Change { before: change.before, after })
    }

    /// What is on its way, to be done again on a book that was read anew.
    pub(super) fn again(&self, book: &crate::book::Book) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        for change in self.groups.iter().flat_map(|(_, group)| &group.changes) {
            let Some(link) = change.link() else { continue };
            let earlier = changes.iter().rev().find(|other| other.link().as_ref() == Some(&link));
            let now = match earlier {
                Some(earlier) => earlier.after.clone(),
                None => book.record(&link).map(RecordRef::to_owned),
            };
            let mine = Side { record: change.after.as_ref().map(Record::as_ref), ..Side::default() };
            let theirs = Side { record: now.as_ref().map(Record::as_ref), ..Side::default() };
            let after = merge(change.before.as_ref().map(Record::as_ref), mine, theirs).record;
            changes.push(Change { before: now, after });
        }
        changes
    }
}

/// Of a change of many records so many are looked at for clashes before it is told.
const JUDGED: usize = 50;

impl App {
    /// Makes a change a layer wished for; tells which record it was about, and what is to be done outside.
    pub(super) fn commit(&mut self, wish: Wish) -> (Option<Link>, Vec<Effect>) {
        let Wish { act, changes } = wish;
        let followed = match act {
            Act::Add | Act::Edit | Act::Plan => followed(&self.desk.book, changes, self.desk.today()),
            _ => Followed { changes, ..Followed::default() },
        };
        let more = self.told_followed(&followed);
        let changes = followed.changes;
        let mut conflicts = Vec::new();
        let mut revived = Vec::new();
        let changes: Vec<Change> = changes
            .into_iter()
            .filter_map(|change| {
                let named = named(&mut self.mint, change);
                let (change, open) = self.on_the_book(named, &mut revived)?;
                conflicts.extend(open);
                Some(change)
            })
            .collect();
        let Some(link) = changes.first().and_then(Change::link) else { return (None, Vec::new()) };
        let group = Group { id: self.mint.group(), act, of: None, changes };
        let words = self.desk.cx().showing.changes(&group.changes);
        let touched: Vec<Link> = group.changes.iter().filter_map(Change::link).collect();
        self.history.push(group.clone());
        let effects = self.send(group);
        let done = self.desk.texts.tell("change-done", &[("act", self.act(act).into()), ("what", words.into())]);
        let clashing = if matches!(act, Act::Import) { Safe::default() } else { self.told_clashes(&touched) };
        let told = [done, more, clashing].into_iter().filter(|part| !part.is_empty());
        self.toast = Safe::join(told, &Safe::own(" · "));
        self.tell_revived(&revived);
        self.tell_conflicts(&conflicts);
        (Some(link), effects)
    }

    /// How much of what was changed clashes with something; nothing where nothing does.
    fn told_clashes(&self, changed: &[Link]) -> Safe {
        let book = &self.desk.book;
        let count = |link: &Link| match book.record(link) {
            Some(RecordRef::Session(session)) => clashes::of_session(book, session).len(),
            Some(RecordRef::Coaching(coaching)) => clashes::of_coaching(book, coaching).len(),
            _ => 0,
        };
        let count: usize = changed.iter().take(JUDGED).map(count).sum();
        if count == 0 { Safe::default() } else { self.desk.texts.tell("change-clashes", &[("count", count.into())]) }
    }

    /// A change as it is on the book of this moment, which may have moved on since the form was opened.
    fn on_the_book(&self, change: Change, revived: &mut Vec<Link>) -> Option<(Change, Vec<EcoString>)> {
        let link = change.link()?;
        let now = self.desk.book.record(&link);
        let base = change.before.as_ref().map(Record::as_ref);
        if now == base {
            return (change.before != change.after).then_some((change, Vec::new()));
        }
        let mine =
            Side { record: change.after.as_ref().map(Record::as_ref), by: self.desk.me(), at: Some(self.desk.now) };
        let merged = merge(base, mine, Side { record: now, ..Side::default() });
        if merged.revived {
            revived.push(link);
        }
        let change = Change { before: now.map(RecordRef::to_owned), after: merged.record };
        (change.before != change.after).then_some((change, merged.conflicts))
    }

    /// Applies a group and sends it to the disk.
    fn send(&mut self, group: Group) -> Vec<Effect> {
        self.apply(&group.changes);
        self.refresh();
        if group.changes.is_empty() {
            return Vec::new();
        }
        self.pending.revision += 1;
        let revision = self.pending.revision;
        self.pending.groups.push((revision, group.clone()));
        let signed = Signed { group, by: self.desk.me().cloned(), at: self.desk.now };
        vec![Effect::Save { revision, signed: Box::new(signed) }]
    }

    /// The draft of a form that was just finished goes once what it made is on the disk.
    pub(super) fn ends_draft(&mut self, name: String) {
        self.pending.drafts.push((self.pending.revision, name));
    }

    fn act(&self, act: Act) -> Safe {
        self.desk.texts.choice("act", act.key())
    }

    /// `u`: takes the last change back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let id = self.mint.group();
        let (by, now) = (self.desk.me().cloned(), self.desk.now);
        let turn = self.history.undo(&self.desk.book, id, by.as_ref(), now);
        self.turn(turn, "undone")
    }

    /// Ctrl-R: does again what was taken back.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let id = self.mint.group();
        let (by, now) = (self.desk.me().cloned(), self.desk.now);
        let turn = self.history.redo(&self.desk.book, id, by.as_ref(), now);
        self.turn(turn, "redone")
    }

    fn turn(&mut self, turn: Option<Turn>, words: &str) -> Vec<Effect> {
        let Some(Turn { what, group, conflicts }) = turn else { return Vec::new() };
        let name = self.desk.cx().showing.changes(&what.changes);
        let link = group.changes.first().and_then(Change::link);
        let words = if link.is_none() { "turn-moved-nothing" } else { words };
        let effects = self.send(group);
        let cx = self.desk.cx();
        self.above.retain(|layer| !layer.is_gone(&cx));
        if let Some(link) = link {
            self.show_made(&link);
        }
        self.toast = self.desk.texts.tell(words, &[("act", self.act(what.act).into()), ("what", name.into())]);
        self.tell_conflicts(&conflicts.into_iter().map(|(_, field)| field).collect::<Vec<_>>());
        effects
    }

    /// Says at once that two values of a field were kept.
    fn tell_conflicts(&mut self, conflicts: &[EcoString]) {
        if let Some(field) = conflicts.first() {
            let key = field.rsplit('/').next().unwrap_or_default();
            self.toast = self.desk.texts.tell("conflict-kept", &[("field", Safe::line(key).into())]);
        }
    }

    /// Says that an edit brought a record back that somebody else had removed.
    fn tell_revived(&mut self, revived: &[Link]) {
        if let Some(link) = revived.first() {
            let name = link_title(&self.desk.book, link, &self.desk.texts);
            self.toast = self.desk.texts.tell("change-revived", &[("what", name.into())]);
        }
    }

    /// What the disk holds is met with what the book holds by now.
    pub(super) fn saved(&mut self, revision: u64, saved: Saved) -> Vec<Effect> {
        let (done, open): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.pending.groups).into_iter().partition(|(number, _)| *number <= revision);
        self.pending.groups = open;
        self.pending.saved = self.pending.saved.max(revision);
        self.pending.failed = false;
        // The last of a record's changes counts.
        let sent: HashMap<Link, Option<&Record>> = done
            .iter()
            .flat_map(|(_, group)| &group.changes)
            .filter_map(|change| Some((change.link()?, change.after.as_ref())))
            .collect();
        let mut changes = Vec::new();
        for (link, disk) in saved.records {
            let Some(sent) = sent.get(&link).copied() else { continue };
            if sent == disk.as_ref() {
                continue;
            }
            let now = self.desk.book.record(&link);
            let mine = Side { record: now, ..Side::default() };
            let theirs = Side { record: disk.as_ref().map(Record::as_ref), ..Side::default() };
            let after = merge(sent.map(Record::as_ref), mine, theirs).record;
            let before = now.map(RecordRef::to_owned);
            if before != after {
                changes.push(Change { before, after });
            }
        }
        if !changes.is_empty() {
            self.apply(&changes);
            self.refresh();
        }
        if let Some(why) = saved.backup {
            let words = why.sentence(&self.desk.texts);
            self.toast = self.desk.texts.tell("backup-failed", &[("words", words.into())]);
        }
        self.tell_revived(&saved.revived);
        let conflicts: Vec<EcoString> = saved.conflicts.into_iter().map(|(_, field)| field).collect();
        self.tell_conflicts(&conflicts);
        let (ended, waiting): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.pending.drafts).into_iter().partition(|(number, _)| *number <= revision);
        self.pending.drafts = waiting;
        ended.into_iter().map(|(_, name)| Effect::DropDraft(name)).collect()
    }

    /// Nothing is lost: it stays in memory and is tried again with the next change.
    pub(super) fn save_failed(&mut self, revision: u64, why: &SaveFailed) {
        self.pending.failed = revision >= self.pending.saved;
        let words = why.sentence(&self.desk.texts);
        self.toast = self.desk.texts.tell("save-waits", &[("words", words.into())]);
    }

    /// Says who changed what, where another program did and it is known; tells whether it is.
    pub(super) fn tell_news(&mut self, changes: &[Change]) -> bool {
        let news = std::mem::take(&mut self.news);
        let Some((by, link)) = news.last() else { return false };
        let Some(change) = changes.iter().find(|change| change.link().as_ref() == Some(link)) else { return false };
        let act = match (&change.before, &change.after) {
            (None, _) => Act::Add,
            (_, None) => Act::Delete,
            _ => Act::Edit,
        };
        let texts = &self.desk.texts;
        let record = change.after.as_ref().or(change.before.as_ref());
        let what = record.map(|record| title(&self.desk.book, record.as_ref(), texts)).unwrap_or_default();
        let what = match changes.len() {
            1 => what,
            count => texts.tell("first-and-others", &[("first", what.into()), ("count", (count - 1).into())]),
        };
        let places = [("act", texts.choice("act", act.key()).into()), ("what", what.into())];
        self.toast = match by {
            Some(by) => {
                let who = id_title(&self.desk.book, Kind::Person, by, texts);
                texts.tell("news-by", &[("who", who.into())].into_iter().chain(places).collect::<Vec<_>>())
            }
            None => texts.tell("news", &places),
        };
        true
    }
}

/// The change with ids for what is new: the record, and rows in it.
fn named(mint: &mut Mint, change: Change) -> Change {
    let Some(mut record) = change.after else { return change };
    if record.as_ref().id().is_empty()
        && let Some(id) = mint.record(record.as_ref().kind())
    {
        record.give_id(id);
    }
    settle_by_hand(&mut record);
    let fields = record.as_ref().fields();
    for (column, value) in fields {
        if let Value::Rows(rows) = value
            && rows.iter().any(lacks_id)
        {
            let rows = rows.into_iter().map(|row| with_ids(mint, row)).collect();
            // What was read from the record fits it.
            let _fits = record.set(column.key, Value::Rows(rows));
        }
    }
    Change { after: Some(record), ..change }
}

/// A value somebody typed that waited to be chosen is chosen.
fn settle_by_hand(record: &mut Record) {
    let idle = |record: &Record| {
        let conflicts = &record.as_ref().kept().conflicts;
        let same = |conflict| disputed(record.as_ref(), conflict).is_some_and(|about| about.present == about.other);
        conflicts.iter().position(same)
    };
    while let Some(settled) = idle(record).and_then(|number| settle(record, number, &Settling::Keep)) {
        *record = settled;
    }
}

fn lacks_id(row: &Row) -> bool {
    let within = |value: &Value| matches!(value, Value::Rows(rows) if rows.iter().any(lacks_id));
    row.id.is_empty() || row.cells.iter().any(within)
}

fn with_ids(mint: &mut Mint, row: Row) -> Row {
    let id = if row.id.is_empty() { mint.row() } else { row.id };
    let cells = row.cells.into_iter().map(|value| match value {
        Value::Rows(rows) => Value::Rows(rows.into_iter().map(|row| with_ids(mint, row)).collect()),
        value => value,
    });
    Row { id, cells: cells.collect(), kept: row.kept }
}
