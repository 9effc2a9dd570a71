//! Undo and redo: what was done to the book, in groups, and how it is taken back.
//!
//! Owns the two stacks. Taking back is a merge, so that what another program wrote meanwhile stays. It changes no
//! book and writes no file: it hands out a group for others to apply and save.

use std::collections::{HashMap, VecDeque};

use ecow::EcoString;
use jiff::civil::DateTime;

use crate::book::{Book, Change};
use crate::domain::{Act, Id, Link, Record, RecordRef};
use crate::merge::{Side, merge, withdraw};

/// How many groups can be undone. Older ones are forgotten: nobody goes back that far, and they cost memory.
const MOST: usize = 500;

/// Changes that were made at once and are taken back at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its id in the history.
    pub id: Id,
    /// What was done.
    pub act: Act,
    /// The group it takes back or does again.
    pub of: Option<Id>,
    /// The records before and after.
    pub changes: Vec<Change>,
}

/// A group with who made it and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// The changes.
    pub group: Group,
    /// Who made them, where that is known.
    pub by: Option<Id>,
    /// When, in the book's own time.
    pub at: DateTime,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The latest is last.
    done: VecDeque<Group>,
    /// The next to be done again is last.
    undone: VecDeque<Group>,
}

/// One step back or forth.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What is undone or redone, for the words.
    pub what: Group,
    /// To be applied to the book and saved. It has no changes where the book is already as it would make it.
    pub group: Group,
    /// Fields that others changed meanwhile, each with its record: both values are kept.
    pub conflicts: Vec<(Link, EcoString)>,
}

impl History {
    /// The history a log tells, oldest group first.
    pub fn remembered(groups: impl IntoIterator<Item = Group>) -> Self {
        let mut history = Self::default();
        groups.into_iter().for_each(|group| history.push(group));
        history
    }

    /// Takes in what was done. After a new change nothing that was undone is redone; the group of a turn moves
    /// what it is of, unless that has happened.
    pub fn push(&mut self, group: Group) {
        let of = |groups: &mut VecDeque<Group>| {
            let found = groups.iter().rposition(|other| Some(&other.id) == group.of.as_ref())?;
            groups.remove(found)
        };
        match group.act {
            Act::Undo => self.undone.extend(of(&mut self.done)),
            Act::Redo => self.done.extend(of(&mut self.undone)),
            _ => {
                self.undone.clear();
                self.done.push_back(group);
                if self.done.len() > MOST {
                    self.done.pop_front();
                }
            }
        }
    }

    /// Takes back the last change; the step is called `id`.
    pub fn undo(&mut self, book: &Book, id: Id, by: Option<&Id>, at: DateTime) -> Option<Turn> {
        let what = self.done.pop_back()?;
        let mut step = Step::new(Act::Undo, book, by, at);
        for change in what.changes.iter().rev() {
            step.go(change.after.as_ref(), change.before.as_ref());
        }
        self.undone.push_back(what.clone());
        Some(step.turn(id, what))
    }

    /// Does the last change that was taken back again; the step is called `id`.
    pub fn redo(&mut self, book: &Book, id: Id, by: Option<&Id>, at: DateTime) -> Option<Turn> {
        let what = self.undone.pop_back()?;
        let mut step = Step::new(Act::Redo, book, by, at);
        for change in &what.changes {
            step.go(change.before.as_ref(), change.after.as_ref());
        }
        self.done.push_back(what.clone());
        Some(step.turn(id, what))
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// A step that is being made: the book with what the step has changed so far.
struct Step<'a> {
    act: Act,
    book: &'a Book,
    by: Option<&'a Id>,
    at: DateTime,
    now: HashMap<Link, Option<Record>>,
    order: Vec<Link>,
    conflicts: Vec<(Link, EcoString)>,
}

impl<'a> Step<'a> {
    fn new(act: Act, book: &'a Book, by: Option<&'a Id>, at: DateTime) -> Self {
        Self { act, book, by, at, now: HashMap::new(), order: Vec::new(), conflicts: Vec::new() }
    }

    /// Brings one record from one version to the other, and leaves what somebody else did to it meanwhile.
    fn go(&mut self, from: Option<&Record>, to: Option<&Record>) {
        let Some(link) = to.or(from).map(|record| record.as_ref().link()) else { return };
        let now = match self.now.get(&link) {
            Some(now) => now.as_ref().map(Record::as_ref),
            None => self.book.record(&link),
        };
        let to = Side { record: to.map(Record::as_ref), by: self.by, at: Some(self.at) };
        let merged = match (from.map(Record::as_ref), now) {
            (Some(from), Some(now)) if self.act == Act::Undo => withdraw(from, to, now),
            (from, now) => merge(from, to, Side { record: now, ..Side::default() }),
        };
        self.conflicts.extend(merged.conflicts.into_iter().map(|field| (link.clone(), field)));
        if self.now.insert(link.clone(), merged.record).is_none() {
            self.order.push(link);
        }
    }

    fn turn(mut self, id: Id, what: Group) -> Turn {
        let mut changes = Vec::new();
        for link in self.order {
            let before = self.book.record(&link).map(RecordRef::to_owned);
            let after = self.now.remove(&link).flatten();
            if before != after {
                changes.push(Change { before, after });
            }
        }
        let group = Group { id, act: self.act, of: Some(what.id.clone()), changes };
        Turn { what, group, conflicts: self.conflicts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Note;

    const AT: DateTime = jiff::civil::date(2026, 3, 2).at(9, 30, 0, 0);

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn note(text: &str) -> Record {
        Record::Note(Note { id: id("n1"), text: text.into(), ..Note::default() })
    }

    #[test]
    fn who_takes_back_a_value_no_longer_disagrees_with_anybody() {
        let me = id("pme");
        for (mine, theirs) in [("aaa", "zzz"), ("zzz", "aaa")] {
            let (before, after, others) = (note("soita"), note(mine), note(theirs));
            let my = Side { record: Some(after.as_ref()), by: Some(&me), at: Some(AT) };
            let met = merge(Some(before.as_ref()), my, Side { record: Some(others.as_ref()), ..Side::default() });
            assert_eq!(met.conflicts, ["text"]);
            let mut book = Book::default();
            book.apply(&Change { before: None, after: met.record.clone() });
            let changes = vec![Change { before: Some(before), after: Some(after.clone()) }];
            let mut history = History::remembered([Group { id: id("h1"), act: Act::Edit, of: None, changes }]);
            let turn = history.undo(&book, id("h2"), Some(&me), AT).unwrap();
            assert_eq!(turn.group.changes, [Change { before: met.record.clone(), after: Some(others) }]);
            assert_eq!(turn.conflicts, []);
            for change in &turn.group.changes {
                book.apply(change);
            }
            let turn = history.redo(&book, id("h3"), Some(&me), AT).unwrap();
            let waiting = |record: &Record| record.as_ref().kept().conflicts.len();
            assert_eq!(turn.group.changes.first().and_then(|change| change.after.as_ref()).map(waiting), Some(1));
        }
    }

    #[test]
    fn a_record_that_others_changed_is_not_taken_away_with_its_adding() {
        let mut book = Book::default();
        book.apply(&Change { before: None, after: Some(note("soita heti")) });
        let added = Change { before: None, after: Some(note("soita")) };
        let mut history = History::default();
        history.push(Group { id: id("h1"), act: Act::Add, of: None, changes: vec![added] });
        let turn = history.undo(&book, id("h2"), None, AT).unwrap();
        assert_eq!((turn.what.act, turn.group.changes.len()), (Act::Add, 0));
        assert!(history.can_redo() && !history.can_undo());
    }
}
