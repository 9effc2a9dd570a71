//! A table to be written for others: which records, which format, which file, and then the columns, each with a mark.
//!
//! All is filled in with what is usual, and the cursor stands where Enter writes the file.

mod view;

use crate::command::{Command, Scope};
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::{Link, RecordRef};
use crate::effect::Effect;
use crate::exchange::table::columns::{Offered, file_name, offered};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::write::{Format, sheet_of, write};
use crate::input::LineEdit;
use crate::layer::{Answer, Cx, Layer, Listing, NOT_HERE, Reply, Step, WhyNot};
use crate::store::export::{Existing, NotWritten, Why};
use crate::text::Safe;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The dialog.
#[derive(Debug)]
pub struct ExportDialog {
    listing: Listing,
    what: What,
    format: Format,
    file: LineEdit,
    columns: Vec<Column>,
    /// How many records there are to write.
    count: usize,
    /// Somebody chose columns: they stay as they are, whatever else is chosen.
    chosen: bool,
    cursor: usize,
    top: usize,
    asked: Asked,
}

/// A column, and whether it is written.
#[derive(Debug)]
struct Column {
    slot: Slot,
    example: Safe,
    on: bool,
}

/// Which of the kind's records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Marked,
    Listed,
    All,
}

/// What the list above asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Asked {
    #[default]
    Nothing,
    What,
    Format,
    Existing,
}

/// What the cursor is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    What,
    Format,
    File,
    Write,
    Column(usize),
}

/// Where the cursor is at first.
const WRITE: usize = 3;

/// Lines before the columns.
const SETTINGS: usize = 4;

/// The id of the words for a format.
const fn described(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "export-xlsx",
        Format::Csv => "export-csv",
        Format::Tsv => "export-tsv",
    }
}

impl ExportDialog {
    /// The dialog for what a list lists: the marked ones, else what it shows.
    pub fn new(cx: &Cx<'_>, listing: Listing) -> Self {
        let what = if !listing.marked.is_empty() {
            What::Marked
        } else if listing.listed.len() < cx.finder.in_order(listing.kind).len() && !listing.listed.is_empty() {
            What::Listed
        } else {
            What::All
        };
        let [format, ..] = Format::ALL;
        let name = file_name(cx.showing.texts, listing.kind, cx.showing.today);
        let directory = if cx.downloads.is_empty() { String::new() } else { format!("{}/", cx.downloads) };
        let file = LineEdit::new(&format!("{directory}{name}.{}", format.extension()));
        let mut dialog = Self {
            listing,
            what,
            format,
            file,
            columns: Vec::new(),
            count: 0,
            chosen: false,
            cursor: WRITE,
            top: 0,
            asked: Asked::Nothing,
        };
        dialog.gather(cx);
        dialog
    }

    fn records<'a>(&self, cx: &Cx<'a>) -> Vec<RecordRef<'a>> {
        let places = match self.what {
            What::Marked => &self.listing.marked,
            What::Listed => &self.listing.listed,
            What::All => cx.finder.in_order(self.listing.kind),
        };
        places.iter().filter_map(|place| cx.showing.book.at(*place)).collect()
    }

    /// Looks at the records anew: how many they are, and what their columns hold.
    fn gather(&mut self, cx: &Cx<'_>) {
        let records = self.records(cx);
        self.count = records.len();
        let offered = offered(cx.showing, self.listing.kind, &records);
        let chosen = |slot: Slot| self.columns.iter().any(|column| column.slot == slot && column.on);
        let column = |offered: Offered| Column {
            on: if self.chosen { chosen(offered.slot) } else { offered.usual },
            slot: offered.slot,
            example: offered.example,
        };
        self.columns = offered.into_iter().map(column).collect();
        self.settle(cx);
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min((SETTINGS + self.columns.len()).saturating_sub(1));
        self.top = view::top(self.top, self.at(), usize::from(cx.body.height));
    }

    fn at(&self) -> At {
        match self.cursor {
            0 => At::What,
            1 => At::Format,
            2 => At::File,
            WRITE => At::Write,
            number => At::Column(number - SETTINGS),
        }
    }

    /// Which records there are to choose from, with how many they are.
    fn whats(&self, cx: &Cx<'_>) -> Vec<(What, Safe)> {
        let all = cx.finder.in_order(self.listing.kind).len();
        let (marked, listed) = (self.listing.marked.len(), self.listing.listed.len());
        let words = |id: &str, count: usize| cx.showing.texts.tell(id, &[("count", count.into())]);
        let mut whats = Vec::new();
        if marked > 0 {
            whats.push((What::Marked, words("export-marked", marked)));
        }
        if listed > 0 && listed < all {
            whats.push((What::Listed, words("export-listed", listed)));
        }
        whats.push((What::All, words("export-all", all)));
        whats
    }

    /// Offers these to choose from, the cursor on the present one.
    fn ask(&mut self, cx: &Cx<'_>, asked: Asked, label: &str, choices: &[Safe], present: usize) -> Reply {
        self.asked = asked;
        let choice = |(number, text): (usize, &Safe)| Choice::new(text.clone(), Answer::Chosen(number));
        let choices = choices.iter().enumerate().map(choice).collect();
        Reply::push(Picker::new(cx, cx.showing.texts.say(label), choices, present))
    }

    fn ask_what(&mut self, cx: &Cx<'_>) -> Reply {
        let whats = self.whats(cx);
        let present = whats.iter().position(|(what, _)| *what == self.what).unwrap_or(0);
        let words: Vec<Safe> = whats.into_iter().map(|(_, words)| words).collect();
        self.ask(cx, Asked::What, "export-what", &words, present)
    }

    fn ask_format(&mut self, cx: &Cx<'_>) -> Reply {
        let words = Format::ALL.map(|format| cx.showing.texts.say(described(format)));
        let present = Format::ALL.iter().position(|format| *format == self.format).unwrap_or(0);
        self.ask(cx, Asked::Format, "export-format", &words, present)
    }

    fn ask_existing(&mut self, cx: &Cx<'_>) -> Reply {
        let words = ["export-other-name", "export-replace"].map(|id| cx.showing.texts.say(id));
        self.ask(cx, Asked::Existing, "export-existing", &words, 0)
    }

    /// The file's ending follows its format, unless somebody gave it one of their own.
    fn set_format(&mut self, format: Format) {
        if let Some(stem) = self.file.text().strip_suffix(self.format.extension()) {
            self.file = LineEdit::new(&format!("{stem}{}", format.extension()));
        }
        self.format = format;
    }

    fn chosen(&mut self, cx: &Cx<'_>, number: usize) -> Reply {
        match std::mem::take(&mut self.asked) {
            Asked::What => {
                if let Some((what, _)) = self.whats(cx).into_iter().nth(number) {
                    self.what = what;
                    self.gather(cx);
                }
            }
            Asked::Format => {
                if let Some(format) = Format::ALL.get(number) {
                    self.set_format(*format);
                }
            }
            Asked::Existing if number > 0 => return self.write(cx, Existing::IsReplaced),
            Asked::Existing => {
                self.cursor = 2;
                self.settle(cx);
            }
            Asked::Nothing => {}
        }
        Reply::default()
    }

    fn write(&self, cx: &Cx<'_>, existing: Existing) -> Reply {
        let slots: Vec<Slot> = self.columns.iter().filter(|column| column.on).map(|column| column.slot).collect();
        let table = sheet_of(cx.showing, &self.records(cx), &slots);
        let content = match write(self.format, &table) {
            Ok(content) => content,
            Err(unwritable) => return Reply::toast(unwritable.sentence(cx.showing.texts)),
        };
        let path = self.file.text().trim().to_owned();
        Reply { effects: vec![Effect::Export { path, content, existing }], ..Reply::default() }
    }

    /// Takes a column or leaves it, and goes on to the next.
    fn toggle(&mut self, number: usize) {
        if let Some(column) = self.columns.get_mut(number) {
            column.on = !column.on;
            self.chosen = true;
            self.cursor += 1;
        }
    }

    fn can_write(&self) -> Result<(), WhyNot> {
        match () {
            () if self.columns.iter().all(|column| !column.on) => Err("export-no-columns"),
            () if self.file.text().trim().is_empty() => Err("name-missing"),
            () => Ok(()),
        }
    }

    /// Space: takes a column or leaves it; what is chosen from a list is chosen as with Enter.
    fn mark(&mut self, cx: &Cx<'_>) -> Reply {
        match self.at() {
            At::What | At::Format => return self.open(cx),
            At::Column(number) => self.toggle(number),
            At::File | At::Write => {}
        }
        Reply::default()
    }

    fn open(&mut self, cx: &Cx<'_>) -> Reply {
        match self.at() {
            At::What => return self.ask_what(cx),
            At::Format => return self.ask_format(cx),
            At::File => self.cursor = WRITE,
            At::Write => return self.write(cx, Existing::Stays),
            At::Column(number) => self.toggle(number),
        }
        Reply::default()
    }
}

impl Layer for ExportDialog {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Down, Finish, First, Invert, Last, Mark, NextField, Open, PageDown, PageUp, PreviousField, Up,
        };
        match command {
            Open if self.at() == At::Write => self.can_write(),
            Finish => self.can_write(),
            Mark if matches!(self.at(), At::Column(_) | At::What | At::Format) => Ok(()),
            Mark => Err("export-mark-columns"),
            Back | Close | Down | First | Invert | Last | NextField | Open | PageDown | PageUp | PreviousField | Up => {
                Ok(())
            }
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(3)).max(1);
        let mut reply = Reply::default();
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open => reply = self.open(cx),
            Command::Finish => reply = self.write(cx, Existing::Stays),
            Command::Mark => reply = self.mark(cx),
            Command::Invert => {
                self.chosen = true;
                self.columns.iter_mut().for_each(|column| column.on = !column.on);
            }
            Command::Up | Command::PreviousField => self.cursor = self.cursor.saturating_sub(1),
            Command::Down | Command::NextField => self.cursor += 1,
            Command::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor += page,
            Command::First => self.cursor = 0,
            Command::Last => self.cursor = usize::MAX,
            _ => {}
        }
        self.settle(cx);
        reply
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        (self.at() == At::File).then_some(&mut self.file)
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        self.at() == At::File
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        match answer {
            Answer::Chosen(number) => self.chosen(cx, number),
            Answer::Exported(Ok(_)) => Reply::step(Step::Pop(None)),
            Answer::Exported(Err(NotWritten { why: Why::Exists, .. })) => self.ask_existing(cx),
            _ => Reply::default(),
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.gather(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Finish).then_some("export-write")
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Finish, Help, Invert, Mark, Open};
        match self.at() {
            At::Column(_) => vec![Mark, Finish, Back, Invert, Help],
            At::Write => vec![Open, Back, Help],
            _ => vec![Open, Finish, Back, Help],
        }
    }

    fn enter(&self) -> &'static str {
        match self.at() {
            At::What | At::Format => "enter-choose",
            At::File => "enter-next",
            At::Write => "enter-write",
            At::Column(_) => "command-mark",
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.draw(cx, area, buffer)
    }
}
