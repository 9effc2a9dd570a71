//! Bytes to tables: told apart by what they hold, never by a file's name.
//!
//! Owns what may come out of it ([`Workbook`], [`Notice`], [`Unreadable`]) and the limits that keep time and memory
//! small whatever the bytes say. Spreadsheets are taken apart in `workbook`, text in `delimited`.

use super::{Sheet, delimited, encoding, workbook};
use crate::text::{Safe, Texts};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 64 << 20;
/// How much a spreadsheet may unfold to, in bytes: a small file can be packed to hold almost endless nothing.
pub const MOST_UNFOLDED: u64 = 256 << 20;
/// The most rows that hold something, over all sheets.
pub const MOST_ROWS: usize = 1_000_000;
/// The most cells up to the last filled one of each row, over all sheets.
pub const MOST_CELLS: usize = 5_000_000;

/// What was found in a file or in pasted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// The tables that hold something, in order.
    pub sheets: Vec<Sheet>,
    /// What the reader should be told about how they were read.
    pub notices: Vec<Notice>,
}

/// Something about the reading that is no fault but should be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many hidden sheets were left out.
    HiddenSheets(usize),
    /// The visible sheets are empty; so many hidden ones were taken instead.
    OnlyHidden(usize),
    /// The file mixes encodings; so many lines were not UTF-8 and were read as Windows-1252.
    MixedEncoding(usize),
}

impl Notice {
    /// It in a sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        match self {
            Self::HiddenSheets(count) => texts.tell("notice-hidden-sheets", &[("count", (*count).into())]),
            Self::OnlyHidden(count) => texts.tell("notice-only-hidden", &[("count", (*count).into())]),
            Self::MixedEncoding(count) => texts.tell("notice-mixed-encoding", &[("count", (*count).into())]),
        }
    }
}

/// Why bytes are no table that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing in it.
    Empty,
    /// Whoever waited for it wanted it no more.
    Stopped,
    /// A PDF.
    Pdf,
    /// A text document or a presentation.
    Document,
    /// A picture.
    Picture,
    /// A workbook that a password protects.
    Locked,
    /// A workbook that is damaged or cut off.
    Broken,
    /// A spreadsheet of a kind that is not read: older than 1997, or Excel's binary one.
    OtherWorkbook,
    /// A compressed folder without a workbook.
    Archive,
    /// JSON.
    Json,
    /// A web page or XML.
    Markup,
    /// Something else that is no text.
    Binary,
    /// More than is read.
    TooLarge(Limit),
    /// The file ends inside a quoted cell.
    CutInQuote {
        /// The line on which the quotation mark stands that nothing closes, from 1.
        line: usize,
    },
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// More than [`MOST_BYTES`].
    Bytes,
    /// Unpacks to more than [`MOST_UNFOLDED`].
    Unfolded,
    /// More than [`MOST_ROWS`].
    Rows,
    /// More than [`MOST_CELLS`].
    Cells,
}

impl Unreadable {
    /// What is wrong and the way out, in a sentence.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        match self {
            Self::Empty => texts.say("unreadable-empty"),
            Self::Stopped => texts.say("unreadable-stopped"),
            Self::Pdf => texts.say("unreadable-pdf"),
            Self::Document => texts.say("unreadable-document"),
            Self::Picture => texts.say("unreadable-picture"),
            Self::Locked => texts.say("unreadable-locked"),
            Self::Broken => texts.say("unreadable-broken"),
            Self::OtherWorkbook => texts.say("unreadable-other-workbook"),
            Self::Archive => texts.say("unreadable-archive"),
            Self::Json => texts.say("unreadable-json"),
            Self::Markup => texts.say("unreadable-markup"),
            Self::Binary => texts.say("unreadable-binary"),
            Self::TooLarge(limit) => limit.sentence(texts),
            Self::CutInQuote { line } => texts.tell("unreadable-cut-in-quote", &[("line", (*line).into())]),
        }
    }
}

impl Limit {
    fn sentence(self, texts: &Texts) -> Safe {
        let most = |most: u64| texts.number(u32::try_from(most).unwrap_or(u32::MAX));
        match self {
            Self::Bytes => texts.tell("unreadable-bytes", &[("most", most(MOST_BYTES as u64 >> 20).into())]),
            Self::Unfolded => texts.tell("unreadable-unfolded", &[("most", most(MOST_UNFOLDED >> 20).into())]),
            Self::Rows => texts.tell("unreadable-rows", &[("most", most(MOST_ROWS as u64).into())]),
            Self::Cells => texts.tell("unreadable-cells", &[("most", most(MOST_CELLS as u64).into())]),
        }
    }
}

/// Reads a file. `watch` is told the number of rows so far every now and then; where it answers no, reading stops.
///
/// # Errors
/// Why it is no table, or none that is read.
pub fn read(bytes: &[u8], watch: &mut dyn FnMut(usize) -> bool) -> Result<Workbook, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge(Limit::Bytes));
    }
    let mut gate = Gate::new(watch);
    match Content::of(bytes) {
        Content::Package => workbook::package(bytes, &mut gate),
        Content::Compound => Err(workbook::compound(bytes)),
        Content::Other(unreadable) => Err(unreadable),
        Content::Text => {
            let (text, notice) = encoding::decoded(bytes)?;
            refuse_other_text(&text)?;
            let sheet = delimited::read(&text, &mut gate)?;
            held(vec![sheet], notice.into_iter().collect())
        }
    }
}

/// Reads what was pasted: cells of a spreadsheet, else delimited text.
///
/// # Errors
/// Why it is no table.
pub fn pasted(text: &str) -> Result<Workbook, Unreadable> {
    if text.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge(Limit::Bytes));
    }
    let mut always = |_| true;
    let sheet = delimited::pasted(text, &mut Gate::new(&mut always))?;
    held(vec![sheet], Vec::new())
}

/// The sheets, of which some must hold something.
pub(super) fn held(mut sheets: Vec<Sheet>, notices: Vec<Notice>) -> Result<Workbook, Unreadable> {
    sheets.retain(|sheet| !sheet.lines.is_empty());
    if sheets.is_empty() { Err(Unreadable::Empty) } else { Ok(Workbook { sheets, notices }) }
}

/// What the first bytes say a file is.
enum Content {
    /// A zip: today's workbooks, and much else.
    Package,
    /// The container of Office files up to 2003, and of encrypted newer ones.
    Compound,
    Text,
    Other(Unreadable),
}

impl Content {
    fn of(bytes: &[u8]) -> Self {
        let begins = |magic: &[u8]| bytes.starts_with(magic);
        let beginning = bytes.get(..1024).unwrap_or(bytes);
        if bytes.is_empty() {
            Self::Other(Unreadable::Empty)
        } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
            Self::Package
        } else if begins(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            Self::Compound
        } else if beginning.windows(5).any(|window| window == b"%PDF-") {
            Self::Other(Unreadable::Pdf)
        } else if begins(b"{\\rtf") {
            Self::Other(Unreadable::Document)
        } else if is_picture(bytes) {
            Self::Other(Unreadable::Picture)
        } else {
            Self::Text
        }
    }
}

fn is_picture(bytes: &[u8]) -> bool {
    let beginnings: [&[u8]; 6] = [b"\x89PNG\r\n", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"];
    let within = |from: usize, word: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(word));
    beginnings.iter().any(|beginning| bytes.starts_with(beginning))
        || bytes.starts_with(b"RIFF") && within(8, b"WEBP")
        || within(4, b"ftypheic")
        || within(4, b"ftypavif")
        || bytes.starts_with(b"BM") && within(6, &[0; 4])
}

fn refuse_other_text(text: &str) -> Result<(), Unreadable> {
    let text = text.trim();
    let enclosed = |first: char, last: char| text.starts_with(first) && text.ends_with(last);
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if text.is_empty() {
        Err(Unreadable::Empty)
    } else if enclosed('{', '}') || enclosed('[', ']') {
        Err(Unreadable::Json)
    } else if ["<!doctype", "<html", "<?xml", "<table", "<svg"].into_iter().any(begins) {
        Err(Unreadable::Markup)
    } else {
        Ok(())
    }
}

/// Counts what comes out, asks whether to go on, and stops at the limits.
pub(super) struct Gate<'w> {
    watch: &'w mut dyn FnMut(usize) -> bool,
    rows: usize,
    cells: usize,
    steps: usize,
}

/// How many rows and how many steps lie between two questions.
const ROWS_BETWEEN: usize = 500;
const STEPS_BETWEEN: usize = 8192;

impl<'w> Gate<'w> {
    pub(super) fn new(watch: &'w mut dyn FnMut(usize) -> bool) -> Self {
        Self { watch, rows: 0, cells: 0, steps: 0 }
    }

    /// A row that holds something.
    pub(super) fn row(&mut self) -> Result<(), Unreadable> {
        self.rows += 1;
        if self.rows > MOST_ROWS {
            return Err(Unreadable::TooLarge(Limit::Rows));
        }
        if self.rows.is_multiple_of(ROWS_BETWEEN) { self.ask() } else { Ok(()) }
    }

    /// Cells that take up room.
    pub(super) fn cells(&mut self, count: usize) -> Result<(), Unreadable> {
        self.cells = self.cells.saturating_add(count);
        if self.cells > MOST_CELLS { Err(Unreadable::TooLarge(Limit::Cells)) } else { Ok(()) }
    }

    /// Work that may come to nothing, such as a row without content.
    pub(super) fn step(&mut self) -> Result<(), Unreadable> {
        self.steps += 1;
        if self.steps.is_multiple_of(STEPS_BETWEEN) { self.ask() } else { Ok(()) }
    }

    fn ask(&mut self) -> Result<(), Unreadable> {
        if (self.watch)(self.rows) { Ok(()) } else { Err(Unreadable::Stopped) }
    }
}
