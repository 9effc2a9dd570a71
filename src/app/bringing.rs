//! Tables on their way in: choosing, reading, taking in, and what is said afterwards.

use super::{App, top};
use crate::dialogs::duplicates::Duplicates;
use crate::dialogs::import::ImportDialog;
use crate::dialogs::picker::{Choice, Picker};
use crate::dialogs::tables::TableChoice;
use crate::domain::{Link, RecordRef};
use crate::effect::Effect;
use crate::exchange::table::Sheet;
use crate::exchange::table::read::Workbook;
use crate::exchange::table::write::{Format, Outgoing, write};
use crate::layer::{Answer, Brought, Cx, Destination};
use crate::planning::duplicates::duplicates_of;
use crate::store::export::Existing;
use crate::store::tables::{NotRead, TableSource};
use crate::text::Safe;

/// What answers are about that are brought in from where this is shown.
fn answered(cx: &Cx<'_>, link: &Link) -> Option<Link> {
    match cx.showing.book.record(link)? {
        RecordRef::Session(_) | RecordRef::Coaching(_) => Some(link.clone()),
        RecordRef::Feedback(form) => form.about.clone(),
        _ => None,
    }
}

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
                let Some(asked) = self.above.iter().rposition(|layer| layer.awaits_table()) else { return Vec::new() };
                let below = asked.checked_sub(1).and_then(|at| self.above.get(at));
                let below = below.or_else(|| self.tabs.get(self.tab));
                let prefers = below.and_then(|layer| layer.makes());
                let cx = self.desk.cx();
                let about = below.and_then(|layer| layer.subjects(&cx).iter().find_map(|link| answered(&cx, link)));
                let notices = workbook.notices.iter().map(|notice| notice.sentence(&self.desk.texts));
                self.toast = Safe::join(notices.collect::<Vec<_>>(), &Safe::own(" "));
                let mint = self.mint.branch();
                let dialog = ImportDialog::new(&self.desk.cx(), name, *workbook, (prefers, about.as_ref()), mint);
                // The question stays below: Esc leads back to it.
                self.above.insert(asked + 1, Box::new(dialog));
                Vec::new()
            }
        }
    }

    /// Keeps at hand what is to be remembered of tables.
    pub(super) fn recall_mappings(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::KeepMapping(mapping) = effect {
                self.desk.mappings.retain(|other| !other.is_of_the_same(mapping));
                self.desk.mappings.push(mapping.clone());
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

    /// A table was brought in: says what came of it, asks about rows left out and about who may be there twice.
    pub(super) fn brought(&mut self, brought: Brought) -> Vec<Effect> {
        self.above.retain(|layer| !layer.awaits_table());
        if let Some(first) = brought.links.first() {
            self.go(&Destination::Record(first.clone()));
        }
        let cx = self.desk.cx();
        let pairs = duplicates_of(cx.showing.book, &brought.links).len();
        let (tally, asks) = (brought.tally, pairs > 0 || brought.rejects.is_some());
        let places = [("new", tally.new.into()), ("changed", tally.changed.into()), ("out", tally.left_out.into())];
        let words = match (brought.links.is_empty(), tally.left_out > 0) {
            (true, true) => "import-nothing-taken",
            (true, false) => "import-nothing",
            // `u` means something else while something is asked.
            (false, _) if asks => "import-done-asks",
            (false, _) => "import-done",
        };
        self.toast = self.desk.texts.tell(words, &places);
        if pairs > 0 {
            self.ask_pairs(pairs, brought.links);
        }
        if let Some(rejects) = brought.rejects {
            self.ask_rejects(rejects);
        }
        Vec::new()
    }

    /// Whether the likely duplicates among what was brought are looked at now.
    fn ask_pairs(&mut self, count: usize, links: Vec<Link>) {
        let texts = &self.desk.texts;
        let label = texts.tell("import-pairs-label", &[("count", count.into())]);
        let choices = vec![
            Choice::new(texts.say("import-pairs-look"), Answer::Pairs(links)),
            Choice {
                beside: texts.say("import-pairs-later-beside"),
                ..Choice::new(texts.say("import-pairs-later"), Answer::Pairs(Vec::new()))
            },
        ];
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// Shows the likely duplicates of these records.
    pub(super) fn show_pairs(&mut self, links: &[Link]) {
        if let Some(dialog) = Duplicates::among(&self.desk.cx(), links) {
            self.above.push(Box::new(dialog));
        }
    }

    /// What becomes of the rows that were left out or not wholly read.
    fn ask_rejects(&mut self, rejects: Sheet) {
        let texts = &self.desk.texts;
        let rows = rejects.lines.len().saturating_sub(1);
        let now = self.desk.now;
        let name = format!("kuntatutor-{REJECTS}-{}-{:02}{:02}.csv", now.date(), now.hour(), now.minute());
        let path = format!("{}/{name}", self.desk.downloads.trim_end_matches('/'));
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
            Ok(content) => vec![Effect::Export { path, content, existing: Existing::Stays }],
            Err(why) => {
                self.toast = why.sentence(&self.desk.texts);
                Vec::new()
            }
        }
    }
}

/// How the file with rows that were left out is called.
const REJECTS: &str = "rows";
