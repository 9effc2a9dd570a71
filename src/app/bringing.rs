//! Tables on their way in: choosing, reading, taking in, and what is said afterwards.

use super::{App, top};
use crate::dialogs::duplicates::Duplicates;
use crate::dialogs::import::ImportDialog;
use crate::dialogs::picker::{Choice, Picker};
use crate::dialogs::tables::TableChoice;
use crate::effect::Effect;
use crate::exchange::table::Sheet;
use crate::exchange::table::read::Workbook;
use crate::exchange::table::write::{Format, Outgoing, write};
use crate::layer::{Answer, Brought, Destination};
use crate::store::export::Existing;
use crate::store::tables::{NotRead, TableSource};
use crate::text::Safe;

impl App {
    /// `:import`: asks which table.
    pub(super) fn ask_table(&mut self) -> Vec<Effect> {
        self.push(|cx| Box::new(TableChoice::new(cx)));
        vec![Effect::FindTables]
    }

    /// Begins to read a table; the question stays on the screen until it is there.
    pub(super) fn read_table(&mut self, source: TableSource) -> Vec<Effect> {
        self.last_table += 1;
        self.desk.reading = Some((self.last_table, 0));
        vec![Effect::ReadTable { number: self.last_table, source }]
    }

    /// Nobody waits for the table any more.
    pub(super) fn stop_reading(&mut self) -> Vec<Effect> {
        self.desk.reading.take().map(|(number, _)| Effect::StopReading(number)).into_iter().collect()
    }

    pub(super) fn table_grows(&mut self, number: u32, rows: usize) {
        if let Some(reading) = self.desk.reading.as_mut().filter(|(wanted, _)| *wanted == number) {
            reading.1 = rows;
        }
    }

    pub(super) fn table_read(&mut self, number: u32, table: Result<(Safe, Box<Workbook>), NotRead>) -> Vec<Effect> {
        if self.desk.reading.is_none_or(|(wanted, _)| wanted != number) {
            return Vec::new();
        }
        self.desk.reading = None;
        match table {
            Err(why) => {
                self.toast = why.sentence(&self.desk.texts);
                Vec::new()
            }
            Ok((name, workbook)) => {
                let Some(asked) = self.above.iter().position(|layer| layer.awaits_table()) else { return Vec::new() };
                let below = asked.checked_sub(1).and_then(|at| self.above.get(at));
                let prefers = below.or_else(|| self.tabs.get(self.tab)).and_then(|layer| layer.makes());
                let notices = workbook.notices.iter().map(|notice| notice.sentence(&self.desk.texts));
                self.toast = Safe::join(notices.collect::<Vec<_>>(), &Safe::own(" "));
                let mint = self.mint.branch();
                let dialog = ImportDialog::new(&self.desk.cx(), name, *workbook, prefers, mint);
                if let Some(place) = self.above.get_mut(asked) {
                    *place = Box::new(dialog);
                }
                Vec::new()
            }
        }
    }

    /// Has whatever takes long go on.
    pub(super) fn keep_going(&mut self) {
        let cx = self.desk.cx();
        self.above.iter_mut().filter(|layer| layer.is_busy()).for_each(|layer| layer.go_on(&cx));
    }

    /// Gives a text that was pasted to a layer that takes it whole.
    pub(super) fn pasted_whole(&mut self, text: &str) -> Option<Vec<Effect>> {
        let cx = self.desk.cx();
        let top = top(&mut self.above, &mut self.tabs, self.tab)?;
        let reply = top.pasted(&cx, text)?;
        Some(self.reply(reply))
    }

    /// A table was brought in: says what came of it, shows who may be there twice, and asks about rows left out.
    pub(super) fn brought(&mut self, brought: Brought) -> Vec<Effect> {
        if let Some(first) = brought.links.first() {
            self.go(&Destination::Record(first.clone()));
        }
        if let Some(dialog) = Duplicates::among(&self.desk.cx(), &brought.links) {
            self.above.push(Box::new(dialog));
        }
        let tally = brought.tally;
        let places = [("new", tally.new.into()), ("changed", tally.changed.into()), ("out", tally.left_out.into())];
        let nothing = brought.links.is_empty();
        self.toast =
            if nothing { self.desk.texts.say("import-nothing") } else { self.desk.texts.tell("import-done", &places) };
        if let Some(rejects) = brought.rejects {
            self.ask_rejects(rejects);
        }
        Vec::new()
    }

    /// What becomes of the rows that were left out or not wholly read.
    fn ask_rejects(&mut self, rejects: Sheet) {
        let texts = &self.desk.texts;
        let rows = rejects.lines.len().saturating_sub(1);
        let path = format!("{}/kuntatutor-{}.csv", self.desk.downloads.trim_end_matches('/'), REJECTS);
        let label = texts.tell("import-rejects-label", &[("count", rows.into())]);
        let beside = Safe::line(&path);
        let choices = vec![
            Choice::new(texts.say("import-rejects-not"), Answer::Rejects(None)),
            Choice { beside, ..Choice::new(texts.say("import-rejects-do"), Answer::Rejects(Some((path, rejects)))) },
        ];
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// Writes the rows that were left out, with reasons, for somebody to mend.
    pub(super) fn write_rejects(&mut self, path: String, rejects: &Sheet) -> Vec<Effect> {
        let outgoing = Outgoing::of_texts(rejects, self.desk.texts.tongue(), self.desk.today());
        match write(Format::Csv, &outgoing) {
            Ok(content) => vec![Effect::Export { path, content, existing: Existing::IsReplaced }],
            Err(why) => {
                self.toast = why.sentence(&self.desk.texts);
                Vec::new()
            }
        }
    }
}

/// How the file with rows that were left out is called.
const REJECTS: &str = "rows";
