//! What a document is written as, and its bytes.

use ecow::EcoString;
use jiff::civil::Date;

use super::{Document, Part, html, markdown, plain};
use crate::exchange::table::write::{self, Outgoing, Unwritable};
use crate::exchange::table::{Line, Sheet};
use crate::text::Safe;

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page for browsers, word processors and printers.
    Html,
    /// Text with marks.
    Markdown,
    /// Text.
    Text,
    /// A table for spreadsheets.
    Csv,
}

/// Cells of a line of text that goes to a file or a pipe.
const WIDTH: u16 = 80;

impl Format {
    /// The formats, the usual one of a file first.
    pub const ALL: [Self; 4] = [Self::Html, Self::Markdown, Self::Text, Self::Csv];

    /// What it is called where it is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Csv => "csv",
        }
    }

    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Csv => "csv",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// That of a file with this name.
    pub fn of_file(file: &str) -> Option<Self> {
        let (_, ending) = file.rsplit_once('.')?;
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()))
    }

    /// The document in this format; as a table it is the one that was made for it, else what tables it has.
    ///
    /// # Errors
    /// Why its table cannot be written.
    pub fn write(self, document: &Document, sheet: Option<&Sheet>, day: Date) -> Result<Vec<u8>, Unwritable> {
        Ok(match self {
            Self::Html => html::html(document).into_bytes(),
            Self::Markdown => markdown::markdown(document).into_bytes(),
            Self::Text => plain::plain(document, WIDTH).as_str().as_bytes().to_vec(),
            Self::Csv => {
                let own = || sheet_of(document);
                let table = sheet.map_or_else(
                    || Outgoing::of_texts(&own(), document.tongue, day),
                    |sheet| Outgoing::of_texts(sheet, document.tongue, day),
                );
                write::write(write::Format::Csv, &table)?
            }
        })
    }
}

/// Its tables one after another, each line beginning with what the table is called; charts are tables of two columns.
fn sheet_of(document: &Document) -> Sheet {
    let mut lines: Vec<Vec<EcoString>> = Vec::new();
    let mut heading = Safe::default();
    let cell = |text: &Safe| EcoString::from(text.as_str());
    for part in &document.parts {
        let named = |caption: &Safe| if caption.is_empty() { cell(&heading) } else { cell(caption) };
        match part {
            Part::Heading(_, text) => heading = text.clone(),
            Part::Facts(facts) => {
                lines.extend(facts.iter().map(|(term, text)| vec![cell(&heading), cell(term), cell(text)]));
            }
            Part::Table(table) => {
                let head = table.head.iter().map(|head| cell(&head.text)).collect();
                let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
                let line = |cells: Vec<EcoString>| [vec![named(&table.caption)], cells].concat();
                lines.extend(std::iter::once(head).chain(rows).map(line));
            }
            Part::Chart(chart) => {
                lines.extend(chart.rows().map(|(label, shown)| vec![named(&chart.caption), cell(label), cell(shown)]));
            }
            Part::Words(_) | Part::List(_) | Part::Quote { .. } => {}
        }
    }
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    for line in &mut lines {
        line.resize(columns, EcoString::new());
    }
    let line = |(number, cells): (usize, Vec<EcoString>)| Line { number: number + 1, cells };
    Sheet { name: document.title.as_str().into(), lines: lines.into_iter().enumerate().map(line).collect() }
}
