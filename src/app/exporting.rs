//! Tables and papers written for others: what is asked before, and what is said when the file is there or is not.

use super::{App, top};
use crate::command::Command;
use crate::dialogs::export::ExportDialog;
use crate::dialogs::paper::PaperPage;
use crate::domain::{Id, Kind};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, WhyNot};
use crate::report::Paper;
use crate::report::season::Reported;
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
    fn session_for_paper(cx: &Cx<'_>, top: &dyn Layer) -> Result<Id, WhyNot> {
        match top.subjects(cx).as_slice() {
            [link] if link.kind == Kind::Session => Ok(link.id.clone()),
            [_, _, ..] => Err("one-at-a-time"),
            _ => Err("paper-needs-session"),
        }
    }

    /// The paper a command asks for here.
    ///
    /// # Errors
    /// The id of a text that says what is missing.
    pub(super) fn paper(cx: &Cx<'_>, top: &dyn Layer, command: Command) -> Result<Paper, WhyNot> {
        let subjects = top.subjects(cx);
        match (command, subjects.as_slice()) {
            (Command::Report, [link]) if link.kind == Kind::Season => Ok(Self::report_on(&link.id)),
            (Command::Report, _) => cx.showing.season.map(|season| Self::report_on(&season.id)).ok_or("no-season"),
            (Command::Handover, [link]) if matches!(link.kind, Kind::Person | Kind::Municipality) => {
                Ok(Paper::Handover(link.clone()))
            }
            (Command::Handover, [_, _, ..]) => Err("one-at-a-time"),
            (Command::Handover, _) => Err("handover-needs"),
            (Command::SigningList, _) => Self::session_for_paper(cx, top).map(Paper::Signing),
            (Command::DaySheet, _) => Self::session_for_paper(cx, top).map(Paper::Day),
            _ => Err(NOT_HERE),
        }
    }

    fn report_on(season: &Id) -> Paper {
        Paper::Report { on: Reported::Season(season.clone()), names: false }
    }

    /// Shows that paper.
    pub(super) fn push_paper(&mut self, command: Command) {
        let paper = self.top().map(|top| Self::paper(&self.desk.cx(), top, command));
        if let Some(Ok(paper)) = paper {
            self.push(|cx| Box::new(PaperPage::new(cx, paper)));
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
