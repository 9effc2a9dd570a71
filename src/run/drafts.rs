//! Drafts as the loop keeps them: written before the screen is drawn, brought to the disk in the pauses.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use crate::app::input::{FoundDraft, Input};
use crate::store::drafts::{Drafts, Found, Keeping};
use crate::text::Safe;

/// After so long without a key what was typed is brought to the disk.
const IDLE: Duration = Duration::from_secs(1);

/// So long after it failed writing is tried again.
const AGAIN: Duration = Duration::from_secs(2);

/// So often it is while one goes on typing.
const OFTEN: Duration = Duration::from_secs(5);

/// The drafts, and when they are due.
pub(super) struct Kept {
    drafts: Option<Drafts>,
    found: Vec<(String, Found)>,
    /// What could not be written, by the draft's name.
    failed: BTreeMap<String, String>,
    /// When that is tried again.
    again: Option<Duration>,
    /// When something was kept first and last since it was brought to the disk.
    waiting: Option<(Duration, Duration)>,
}

impl Kept {
    /// The drafts below this state directory; where there is none nothing can be kept.
    pub(super) fn new(state: Option<&Path>) -> Self {
        Self { drafts: state.map(Drafts::new), found: Vec::new(), failed: BTreeMap::new(), again: None, waiting: None }
    }

    /// What earlier sessions left.
    pub(super) fn found(&mut self) -> Vec<FoundDraft> {
        let Some(drafts) = &self.drafts else { return Vec::new() };
        let name = |(number, found): (usize, Found)| (format!("found-{number}"), found);
        self.found = drafts.found().into_iter().enumerate().map(name).collect();
        let told = |(name, found): &(String, Found)| FoundDraft {
            name: name.clone(),
            content: found.content.clone(),
            held: found.held,
        };
        self.found.iter().map(told).collect()
    }

    /// Keeps a draft; tells what is to be told of it.
    pub(super) fn keep(&mut self, name: &str, content: &str, now: Duration) -> Option<Input> {
        let kept = self.drafts.as_mut()?.keep(name, content);
        let first = self.waiting.map_or(now, |(first, _)| first);
        self.waiting = Some((first, now));
        if now.saturating_sub(first) >= OFTEN {
            self.sync();
        }
        match kept {
            Ok(Keeping::Kept) => {
                (self.failed.remove(name).is_some() && self.failed.is_empty()).then_some(Input::DraftsKept)
            }
            Ok(Keeping::TakenOver) => Some(Input::DraftTaken(name.to_owned())),
            Err(error) => {
                self.failed.insert(name.to_owned(), content.to_owned());
                self.again = Some(now + AGAIN);
                Some(Input::DraftFailed(Safe::line(&error.to_string())))
            }
        }
    }

    /// What another session has taken over since the last time.
    pub(super) fn taken(&mut self) -> Vec<Input> {
        let taken = self.drafts.as_mut().map(Drafts::taken).unwrap_or_default();
        taken.into_iter().map(Input::DraftTaken).collect()
    }

    /// Tries to write what could not be written; tells when all of it is.
    pub(super) fn try_again(&mut self, now: Duration) -> Option<Input> {
        self.again = None;
        let drafts = self.drafts.as_mut()?;
        let before = self.failed.len();
        self.failed.retain(|name, content| drafts.keep(name, content).is_err());
        if !self.failed.is_empty() {
            self.again = Some(now + AGAIN);
        }
        (before > 0 && self.failed.is_empty()).then_some(Input::DraftsKept)
    }

    /// The same, when it is time.
    pub(super) fn try_again_when_due(&mut self, now: Duration) -> Option<Input> {
        if self.again.is_some_and(|again| again <= now) { self.try_again(now) } else { None }
    }

    /// Removes a draft.
    pub(super) fn remove(&mut self, name: &str) {
        self.failed.remove(name);
        if let Some(drafts) = &mut self.drafts {
            // What could not be removed is offered again, which costs nothing but a look.
            drop(drafts.remove(name));
        }
    }

    /// Makes a draft that was found one of this session.
    pub(super) fn take_over(&mut self, found: &str, name: &str) -> Option<Input> {
        let (_, found) = self.found.iter().find(|(other, _)| other == found)?;
        let taken = self.drafts.as_mut()?.take_over(found, name);
        taken.err().map(|error| Input::DraftFailed(Safe::line(&error.to_string())))
    }

    /// When something is due to be brought to the disk.
    pub(super) fn deadline(&self) -> Option<Duration> {
        self.waiting.map(|(_, last)| last + IDLE).into_iter().chain(self.again).min()
    }

    /// Brings to the disk what is due.
    pub(super) fn sync_when_due(&mut self, now: Duration) {
        if self.waiting.is_some_and(|(_, last)| last + IDLE <= now) {
            self.sync();
        }
    }

    fn sync(&mut self) {
        self.waiting = None;
        if let Some(drafts) = &mut self.drafts {
            // The text is in the file all the same; only a power cut could still cost it.
            drop(drafts.sync());
        }
    }
}
