//! A table before it is taken in: what its columns are taken for, what each row becomes, what one should look at.
//!
//! Three views of the same table, which Tab and `v` go through. Enter changes what the cursor is on; the rows are
//! worked out anew, a few at a time, so that keys are never kept waiting.

mod question;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::show::Showing;
use crate::command::{Command, Scope};
use crate::dialogs::page::PlainPage;
use crate::dialogs::picker::Picker;
use crate::domain::{Act, Kind, Link, Mint};
use crate::effect::Effect;
use crate::entry::{Reading, Tense};
use crate::exchange::table::Sheet;
use crate::exchange::table::read::Workbook;
use crate::import::answers::{Source, Trouble};
use crate::import::mapping::{Known, Mapping};
use crate::import::{Bringing, Fate, Hand, Order, Outcome, languages};
use crate::layer::{Answer, Brought, Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::store::file::FILE_MOST;
use crate::text::{Safe, Texts};
use question::Question;

/// So many rows are worked out before keys are looked at again.
const AT_ONCE: usize = 100;

/// Which part of the table is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    /// What is set, and the columns.
    Columns,
    /// What the rows become.
    Rows,
    /// The rows one should look at.
    Remarks,
}

/// What stands on a line of the first view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Kind,
    Sheet,
    Heading,
    Known,
    Order,
    Guesses,
    /// What the answers of a form are about.
    About,
    Questionnaire,
    Voice,
    /// By which name the form's answers are known again.
    Form,
    Column(usize),
}

/// The table.
#[derive(Debug)]
pub struct ImportDialog {
    name: Safe,
    workbook: Workbook,
    /// Which of its sheets.
    sheet: usize,
    bringing: Bringing,
    /// The words headings may be in.
    languages: [Texts; 3],
    /// What new ids are made from, each time the rows are worked out.
    mint: Mint,
    view: View,
    cursor: usize,
    top: usize,
    /// Why its answers do not fit into the book.
    too_much: Option<Trouble>,
    /// What was asked, while a picker is open above.
    asked: Option<(Setting, Vec<Question>)>,
}

impl ImportDialog {
    /// The table as it seems to be meant; of kinds that its headings do not tell apart the preferred one, and a form
    /// whose name says nothing of it `about` this.
    pub fn new(
        cx: &Cx<'_>,
        name: Safe,
        workbook: Workbook,
        (prefers, about): (Option<Kind>, Option<&Link>),
        mint: Mint,
    ) -> Self {
        let languages = languages();
        let book = cx.showing.book;
        let kind_of = |sheet: &Sheet| Mapping::guess_kind(sheet, prefers, book, &languages);
        let sheet = workbook.sheets.iter().position(|sheet| kind_of(sheet).is_some()).unwrap_or(0);
        let empty = Sheet::default();
        let of = workbook.sheets.get(sheet).unwrap_or(&empty);
        let kind = kind_of(of).or(prefers).filter(|kind| *kind != Kind::Book).unwrap_or(Kind::Person);
        let source = Source { sheet: of, book, name: name.as_str() };
        let mut mapping =
            Mapping::guess(of, kind, book, &languages).recalled(cx.mappings).of_source(&source, cx.mappings);
        if let (Some(about), Some(None)) = (about, mapping.form.as_ref().map(|form| &form.about)) {
            mapping.be_about(&source, about);
        }
        let mapping = mapping.continued(of, hand(cx));
        let too_much = mapping.too_much(of, book, FILE_MOST);
        let bringing = Bringing::new(mapping, hand(cx), mint.clone());
        let (view, cursor, top, asked) = (View::Columns, 0, 0, None);
        Self { name, workbook, sheet, bringing, languages, mint, view, cursor, top, too_much, asked }
    }

    fn table(&self) -> Option<&Sheet> {
        self.workbook.sheets.get(self.sheet)
    }

    fn mapping(&self) -> &Mapping {
        self.bringing.mapping()
    }

    /// Why nothing of the table can be taken in.
    fn trouble(&self) -> Option<Trouble> {
        self.too_much.clone().or_else(|| self.table().and_then(|sheet| self.bringing.trouble(sheet)))
    }

    fn is_done(&self) -> bool {
        self.too_much.is_some() || self.table().is_none_or(|sheet| self.bringing.is_done(sheet))
    }

    /// Works the rows out anew.
    fn begin(&mut self, cx: &Cx<'_>, mapping: Mapping) {
        let mapping = match self.table() {
            Some(sheet) => mapping.continued(sheet, hand(cx)),
            None => mapping,
        };
        self.too_much = self.table().and_then(|sheet| mapping.too_much(sheet, cx.showing.book, FILE_MOST));
        self.bringing = Bringing::new(mapping, hand(cx), self.mint.clone());
        // The first rows are there at once, so that a short table never blinks.
        self.go_on(cx);
        self.settle(cx);
    }

    /// The same table as records of another kind, or another sheet.
    fn guess(&mut self, cx: &Cx<'_>, kind: Kind) {
        let empty = Sheet::default();
        let sheet = self.table().unwrap_or(&empty);
        let source = Source { sheet, book: cx.showing.book, name: self.name.as_str() };
        let mapping = Mapping::guess(sheet, kind, cx.showing.book, &self.languages);
        let mapping = mapping.recalled(cx.mappings).of_source(&source, cx.mappings);
        self.begin(cx, mapping);
    }

    fn settings(&self) -> Vec<Setting> {
        let mapping = self.mapping();
        let several = (self.workbook.sheets.len() > 1).then_some(Setting::Sheet);
        let names = mapping.has("whole-name").then_some(Setting::Order);
        let columns = (0..mapping.columns.len()).map(Setting::Column);
        let form = [Setting::About, Setting::Questionnaire, Setting::Voice, Setting::Form];
        let form = mapping.form.is_some().then_some(form).into_iter().flatten();
        [Setting::Kind]
            .into_iter()
            .chain(several)
            .chain(form)
            .chain([Setting::Heading, Setting::Known])
            .chain(names)
            .chain([Setting::Guesses])
            .chain(columns)
            .collect()
    }

    /// The rows that are shown, by their number among the outcomes.
    fn rows(&self) -> Vec<&Outcome> {
        let all = self.bringing.outcomes().iter();
        match self.view {
            View::Columns => Vec::new(),
            View::Rows => all.collect(),
            View::Remarks => all.filter(|outcome| outcome.is_remarkable()).collect(),
        }
    }

    fn count(&self) -> usize {
        match self.view {
            View::Columns => self.settings().len(),
            View::Rows => self.bringing.outcomes().len(),
            View::Remarks => self.rows().len(),
        }
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let height = usize::from(cx.body.height.saturating_sub(view::ABOVE)).max(1);
        self.cursor = self.cursor.min(self.count().saturating_sub(1));
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn show(&mut self, view: View) {
        self.view = view;
        self.cursor = 0;
        self.top = 0;
    }

    /// The row under the cursor.
    fn row(&self) -> Option<&Outcome> {
        self.rows().get(self.cursor).copied()
    }

    /// Whether a row is about somebody there is, or was said not to be.
    fn can_be_apart(&self, row: &Outcome) -> bool {
        self.mapping().apart.contains(&row.at)
            || matches!(row.fate, Fate::Changed | Fate::Same | Fate::Again(_) | Fate::Skipped)
    }

    /// Leaves the row under the cursor out, or has it be about another person; once more takes that back.
    fn decide(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let Some(at) = self.row().map(|row| row.at) else { return Reply::default() };
        let mut mapping = self.mapping().clone();
        let decided = if command == Command::Mark { &mut mapping.unwanted } else { &mut mapping.apart };
        if !decided.remove(&at) {
            decided.insert(at);
        }
        let (cursor, top) = (self.cursor, self.top);
        self.begin(cx, mapping);
        // The rows come again in a moment; the cursor waits for its own.
        (self.cursor, self.top) = (cursor, top);
        Reply::default()
    }

    /// Changes what the cursor is on.
    fn open(&mut self, cx: &Cx<'_>) -> Reply {
        if self.view != View::Columns {
            let text = self.rows().get(self.cursor).map(|outcome| view::row_page(cx, self, outcome));
            return text.map(|text| Reply::push(PlainPage::new(text))).unwrap_or_default();
        }
        let Some(setting) = self.settings().get(self.cursor).copied() else { return Reply::default() };
        let mut mapping = self.mapping().clone();
        match setting {
            Setting::Known => {
                mapping.known = if mapping.known == Known::Updated { Known::Skipped } else { Known::Updated };
            }
            Setting::Order => {
                mapping.order = if mapping.order == Order::GivenFirst { Order::FamilyFirst } else { Order::GivenFirst };
            }
            Setting::Guesses => mapping.guesses = !mapping.guesses,
            setting => return self.ask(cx, setting),
        }
        self.begin(cx, mapping);
        Reply::default()
    }

    fn ask(&mut self, cx: &Cx<'_>, setting: Setting) -> Reply {
        let (label, questions, cursor) = question::asked(cx, self, setting);
        let choices = questions.iter().enumerate().map(|(number, question)| question.choice(number)).collect();
        self.asked = Some((setting, questions));
        Reply::push(Picker::new(cx, label, choices, cursor))
    }

    fn chosen(&mut self, cx: &Cx<'_>, number: usize) {
        let Some((setting, questions)) = self.asked.take() else { return };
        let Some(question) = questions.into_iter().nth(number) else { return };
        let mut mapping = self.mapping().clone();
        match (setting, question) {
            (_, Question::Kind(kind, _)) => return self.guess(cx, kind),
            (_, Question::Sheet(number, _)) => {
                self.sheet = number;
                return self.guess(cx, mapping.kind);
            }
            (_, Question::Heading(line, _)) => {
                let Some(sheet) = self.table() else { return };
                let source = Source { sheet, book: cx.showing.book, name: self.name.as_str() };
                mapping = Mapping::below(sheet, mapping.kind, line, cx.showing.book, &self.languages);
                mapping = mapping.of_source(&source, &[]);
            }
            (_, Question::About(about, ..)) => {
                let Some(sheet) = self.table() else { return };
                mapping.be_about(&Source { sheet, book: cx.showing.book, name: self.name.as_str() }, &about);
            }
            (_, Question::Questionnaire(key, _)) => {
                let Some(sheet) = self.table() else { return };
                mapping.ask(&Source { sheet, book: cx.showing.book, name: self.name.as_str() }, &key);
                mapping.form.iter_mut().for_each(|form| form.settled = true);
            }
            (_, Question::Voice(voice, _)) => mapping.form.iter_mut().for_each(|form| form.voice = Some(voice)),
            (_, Question::Form(name)) => mapping.form.iter_mut().for_each(|form| {
                (form.named, form.continues) = (true, false);
                form.name.clone_from(&name);
            }),
            (Setting::Column(column), Question::Means { means, as_above, .. }) => {
                mapping.bind(column, means, as_above);
            }
            (_, Question::Means { .. }) => {}
        }
        self.begin(cx, mapping);
    }

    /// Takes the table in.
    fn finish(&self, cx: &Cx<'_>) -> Reply {
        let texts = cx.showing.texts;
        if !self.is_done() {
            return Reply::toast(texts.say("import-not-yet"));
        }
        if let Some(trouble) = self.trouble() {
            return Reply::toast(trouble.sentence(cx.showing.book, texts));
        }
        let changes = self.bringing.changes();
        let tally = self.bringing.tally();
        let rejects = self.bringing.outcomes().iter().any(Outcome::is_odd);
        let rejects = self.table().filter(|_| rejects);
        let rejects = rejects.map(|sheet| self.bringing.rejects(sheet, &texts.say("import-reason")));
        let links = changes.iter().filter_map(crate::book::Change::link).collect();
        Reply {
            wish: Some(Wish { act: Act::Import, changes }),
            effects: vec![Effect::KeepMapping(self.mapping().remember())],
            step: Step::Pop(Some(Answer::Brought(Box::new(Brought { links, tally, rejects })))),
            ..Reply::default()
        }
    }
}

/// What is at hand while rows are worked out.
fn hand<'a>(cx: &Cx<'a>) -> Hand<'a> {
    let Showing { book, texts, today, .. } = cx.showing;
    // Lists tell of what was.
    let reading = Reading { book, finder: cx.finder, texts, today, tense: Tense::Past, season: None };
    Hand { reading, showing: cx.showing, now: cx.now, me: cx.me }
}

impl Layer for ImportDialog {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Down, Finish, First, Last, Mark, NextField, NextView, No, Open, PageDown, PageUp,
            PreviousField, Up,
        };
        match command {
            Open if self.count() == 0 => Err("nothing-here"),
            Mark | No if self.view == View::Columns || self.count() == 0 => Err("import-rows-only"),
            No if self.mapping().form.is_some() => Err(NOT_HERE),
            No if self.row().is_some_and(|row| !self.can_be_apart(row)) => Err("import-not-about-anybody"),
            Back | Close | Down | Finish | First | Last | Mark | NextField | NextView | No | Open | PageDown
            | PageUp | PreviousField | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(view::ABOVE + 1)).max(1);
        match command {
            Command::Back | Command::Close => {
                // Who comes back to the table finds it as it was understood.
                let effects = vec![Effect::KeepMapping(self.mapping().remember())];
                return Reply { effects, ..Reply::step(Step::Pop(None)) };
            }
            Command::Mark | Command::No => return self.decide(cx, command),
            Command::Finish => return self.finish(cx),
            Command::Open => return self.open(cx),
            Command::NextField | Command::NextView => self.show(match self.view {
                View::Columns => View::Rows,
                View::Rows => View::Remarks,
                View::Remarks => View::Columns,
            }),
            Command::PreviousField => self.show(match self.view {
                View::Columns => View::Remarks,
                View::Rows => View::Columns,
                View::Remarks => View::Rows,
            }),
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor += 1,
            Command::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor += page,
            Command::First => self.cursor = 0,
            Command::Last => self.cursor = self.count(),
            _ => {}
        }
        self.settle(cx);
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        false
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        if let Answer::Chosen(number) = answer {
            self.chosen(cx, number);
        }
        Reply::default()
    }

    fn is_busy(&self) -> bool {
        !self.is_done()
    }

    fn go_on(&mut self, cx: &Cx<'_>) {
        if let (None, Some(sheet)) = (&self.too_much, self.workbook.sheets.get(self.sheet)) {
            self.bringing.step(sheet, hand(cx), AT_ONCE);
        }
    }

    /// What the rows become may depend on what has changed in the book.
    fn refresh(&mut self, cx: &Cx<'_>) {
        let mapping = self.mapping().clone();
        self.begin(cx, mapping);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Finish, Help, Mark, NextField, No, Open};
        match self.view {
            View::Columns => vec![Finish, Open, NextField, Back, Help],
            View::Rows | View::Remarks if self.mapping().form.is_some() => {
                vec![Finish, Open, NextField, Mark, Back, Help]
            }
            View::Rows | View::Remarks => vec![Finish, Open, NextField, Mark, No, Back, Help],
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Finish => Some("import-finish"),
            Command::NextField => Some("command-next-view"),
            Command::Mark => Some("import-leave-out"),
            Command::No => Some("import-somebody-else"),
            _ => None,
        }
    }

    fn enter(&self) -> &'static str {
        if self.view == View::Columns { "enter-change" } else { "command-open" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buffer);
        None
    }
}
