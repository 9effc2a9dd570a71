//! Tables and papers written for others: what is asked before, and what is said when the file is there or is not.

use super::{App, top};
use crate::dialogs::export::ExportDialog;
use crate::dialogs::paper::PaperPage;
use crate::domain::{Id, Kind};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, WhyNot};
use crate::report::Paper;
use crate::store::export::NotWritten;
use crate::text::Safe;

impl App {
    /// Whether there is a list to write, and else why not.
    pub(super) fn can_export(&self, cx: &Cx<'_>, top: &dyn Layer) -> Result<(), WhyNot> {
        let Some(listing) = top.listing(cx) else {
            // Above a tab there is something else to be done first.
            return Err(if self.above.is_empty() { "export-needs-list" } else { NOT_HERE });
        };
        match () {
            () if self.desk.loading => Err("loading"),
            () if cx.finder.in_order(listing.kind).is_empty() => Err("nothing-to-export"),
            () => Ok(()),
        }
    }

    /// Asks what is to be written where.
    pub(super) fn push_export(&mut self) {
        let cx = self.desk.cx();
        let Some(listing) = self.top().and_then(|top| top.listing(&cx)) else { return };
        self.push(|cx| Box::new(ExportDialog::new(cx, listing)));
    }

    /// The session whose paper is asked for: the one a command is about.
    pub(super) fn session_for_paper(cx: &Cx<'_>, top: &dyn Layer) -> Result<Id, WhyNot> {
        match top.subjects(cx).as_slice() {
            [link] if link.kind == Kind::Session => Ok(link.id.clone()),
            [_, _, ..] => Err("one-at-a-time"),
            _ => Err("paper-needs-session"),
        }
    }

    /// Shows a paper of that session.
    pub(super) fn push_paper(&mut self, paper: fn(Id) -> Paper) {
        let session = self.top().map(|top| Self::session_for_paper(&self.desk.cx(), top));
        if let Some(Ok(session)) = session {
            self.push(|cx| Box::new(PaperPage::new(cx, paper(session))));
        }
    }

    /// Tells where the file is, or why there is none; the dialog that asked for it, if it is still there, ends or goes
    /// on asking.
    pub(super) fn exported(&mut self, exported: Result<Safe, NotWritten>) -> Vec<Effect> {
        let texts = &self.desk.texts;
        self.toast = match &exported {
            Ok(path) => texts.tell("export-done", &[("path", path.into())]),
            Err(not_written) => not_written.sentence(texts),
        };
        let cx = self.desk.cx();
        let Some(layer) = top(&mut self.above, &mut self.tabs, self.tab) else { return Vec::new() };
        let reply = layer.answer(&cx, Answer::Exported(exported));
        self.reply(reply)
    }
}
