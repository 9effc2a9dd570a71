//! What is typed to narrow a screen that lists records under headings of its own, and the line it is typed into.
//!
//! Owns what was found. In which order it stands is the screen's own business.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Place;
use crate::domain::{Kind, Link};
use crate::find::index::Narrowing;
use crate::input::LineEdit;
use crate::layer::Cx;
use crate::text::Safe;
use crate::widgets::line::InputLine;

/// What is typed, and what that leaves.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// What is typed.
    pub(super) line: LineEdit,
    narrowing: Narrowing,
    /// What was found; nothing while nothing is typed.
    found: Option<HashSet<Place>>,
}

/// What the line says.
#[derive(Debug)]
pub(super) struct Head {
    /// What stands there while nothing is typed.
    pub(super) heading: Safe,
    /// The name of what is narrowed.
    pub(super) name: Safe,
    /// What stands at its end.
    pub(super) remark: Safe,
}

impl Sieve {
    /// Looks for what is typed among these kinds.
    pub(super) fn search(&mut self, cx: &Cx<'_>, kinds: &[Kind]) {
        let typed = self.line.text();
        self.found = (!typed.trim().is_empty()).then(|| {
            let at_hand = (cx.usage, cx.showing.today);
            let found = cx.finder.search(cx.showing.book, &mut self.narrowing, typed, kinds, at_hand);
            // The views have orders of their own: what merely looks alike would stand among what is meant.
            let most = if found.in_one_piece > 0 { found.in_one_piece } else { found.places.len() };
            found.places.into_iter().take(most).collect()
        });
    }

    /// Begins anew: other kinds are looked through from now on, or the index may be another one.
    pub(super) fn forget(&mut self) {
        self.narrowing = Narrowing::default();
    }

    /// Whether something is typed to look for.
    pub(super) fn narrows(&self) -> bool {
        self.found.is_some()
    }

    /// Whether one of these is what is looked for.
    pub(super) fn lets<'l>(&self, cx: &Cx<'_>, mut links: impl Iterator<Item = &'l Link>) -> bool {
        let Some(found) = &self.found else { return true };
        links.any(|link| cx.showing.book.place(link).is_some_and(|place| found.contains(&place)))
    }

    /// Draws the line: the heading, or what is typed.
    pub(super) fn view_line(
        &self,
        cx: &Cx<'_>,
        area: Rect,
        buffer: &mut Buffer,
        head: Head,
        typing: bool,
    ) -> Option<Position> {
        let Head { heading: label, name, remark } = head;
        if !typing && self.line.text().is_empty() {
            // Where there is not room for both, the heading is worth more.
            let fits = label.width() + remark.width() + 4 <= usize::from(area.width);
            let remark = if fits { remark } else { Safe::default() };
            InputLine { label, remark, ..InputLine::default() }.draw(buffer, area, cx.looks);
            return None;
        }
        let (before, after) = self.line.around_cursor();
        let completed = if after.is_empty() { cx.finder.completed(self.line.text()) } else { None };
        let hint = completed.filter(|_| typing).and_then(|whole| {
            let behind = whole.strip_prefix(self.line.text())?;
            Some(Safe::line(&format!("{behind}  Tab")))
        });
        let label = Safe::join([name, cx.showing.texts.say("filter-label")], &Safe::own(" · "));
        let line = InputLine { label, before, after, hint: hint.unwrap_or_default(), remark };
        line.draw(buffer, area, cx.looks).filter(|_| typing)
    }
}
