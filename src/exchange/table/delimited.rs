//! Delimited text to a table: the separator is found by how evenly it parts the first lines.

use csv::{ReaderBuilder, StringRecord};
use ecow::EcoString;

use super::defuse::fused;
use super::read::{Gate, Unreadable};
use super::{Line, Sheet, cell};

/// What may part the cells of a row; of equals the first is taken.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];
/// How many bytes and rows of the beginning tell the separator.
const HEAD: usize = 64 << 10;
const HEAD_ROWS: usize = 40;

/// Reads the text of a file.
pub(super) fn read(text: &str, gate: &mut Gate<'_>) -> Result<Sheet, Unreadable> {
    let text = with_plain_line_ends(text);
    if let Some((separator, rest)) = told_separator(&text) {
        return table(rest, separator, Quoting::On, 2, gate);
    }
    table(&text, separator(&text), Quoting::On, 1, gate)
}

/// Reads what was pasted. Cells of spreadsheets are parted by tabs, and quoted only where they need it.
pub(super) fn pasted(text: &str, gate: &mut Gate<'_>) -> Result<Sheet, Unreadable> {
    let text = with_plain_line_ends(text);
    let separator = if text.contains('\t') { b'\t' } else { separator(&text) };
    match table(&text, separator, Quoting::On, 1, gate) {
        // A lone quotation mark was typed as such: nobody cut a paste off.
        Err(Unreadable::CutInQuote { .. }) => table(&text, separator, Quoting::Off, 1, gate),
        read => read,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoting {
    On,
    Off,
}

fn with_plain_line_ends(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The separator that the first line names for Excel, and what follows that line.
fn told_separator(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let told = first.trim_matches('"').strip_prefix("sep=")?;
    match (if told == "\t" { told } else { told.trim() }).as_bytes() {
        [separator] if separator.is_ascii() && *separator != b'"' => Some((*separator, rest)),
        _ => None,
    }
}

/// The separator that parts most of the first rows into equally many cells; of equals the one that parts into more.
fn separator(text: &str) -> u8 {
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    let mut best = (0, 0, b';');
    for separator in SEPARATORS {
        let (rows, width) = evenness(head, separator);
        if (rows, width) > (best.0, best.1) {
            best = (rows, width, separator);
        }
    }
    best.2
}

/// How many of the first rows have the commonest number of cells above one, and that number.
fn evenness(head: &[u8], separator: u8) -> (usize, usize) {
    let mut reader = ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(head);
    let widths = reader.byte_records().take(HEAD_ROWS).filter_map(Result::ok).map(|row| row.len());
    let mut widths: Vec<usize> = widths.filter(|width| *width > 1).collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|one, other| one == other).filter_map(|run| Some((run.len(), *run.first()?)));
    runs.max().unwrap_or((0, 0))
}

fn table(text: &str, separator: u8, quoting: Quoting, first: usize, gate: &mut Gate<'_>) -> Result<Sheet, Unreadable> {
    gate.cells(cells_in(text, separator, quoting, first)?)?;
    let mut reader = ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).quoting(quoting == Quoting::On);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut row = StringRecord::new();
    while reader.read_record(&mut row).map_err(|_| Unreadable::Binary)? {
        gate.step()?;
        let cells = cells(&row);
        if !cells.is_empty() {
            gate.row()?;
            sheet.lines.push(Line { number: first + lines_before(text, &row), cells });
        }
    }
    Ok(sheet)
}

/// The cells up to the last that holds something.
fn cells(row: &StringRecord) -> Vec<EcoString> {
    let filled =
        row.iter().enumerate().filter(|(_, text)| !cell::is_blank(text)).last().map_or(0, |(last, _)| last + 1);
    row.iter().take(filled).map(|text| cell::tidy(fused(cell::tidy(text).as_str()))).collect()
}

/// How many lines precede a row. The reader tells where it began to look for it, before any empty lines.
fn lines_before(text: &str, row: &StringRecord) -> usize {
    let Some(position) = row.position() else { return 0 };
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| **byte == b'\n').count();
    usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_sub(1) + empty
}

/// How many cells there are, by the same rules as the reader's.
fn cells_in(text: &str, separator: u8, quoting: Quoting, first: usize) -> Result<usize, Unreadable> {
    enum Place {
        Start,
        Bare,
        Quoted,
        Closed,
    }
    let (mut place, mut line, mut opened, mut cells) = (Place::Start, first, first, 1);
    for byte in text.bytes() {
        line += usize::from(byte == b'\n');
        place = match (place, byte) {
            (Place::Quoted, b'"') => Place::Closed,
            (Place::Quoted, _) | (Place::Closed, b'"') => Place::Quoted,
            (Place::Start, b'"') if quoting == Quoting::On => {
                opened = line;
                Place::Quoted
            }
            (_, byte) if byte == separator || byte == b'\n' => {
                cells += 1;
                Place::Start
            }
            _ => Place::Bare,
        };
    }
    if matches!(place, Place::Quoted) { Err(Unreadable::CutInQuote { line: opened }) } else { Ok(cells) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<(usize, Vec<String>)>, Unreadable> {
        let mut always = |_| true;
        let sheet = read(text, &mut Gate::new(&mut always))?;
        Ok(sheet
            .lines
            .into_iter()
            .map(|line| (line.number, line.cells.iter().map(ToString::to_string).collect()))
            .collect())
    }

    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let expected: Vec<(usize, Vec<String>)> =
            expected.iter().map(|(line, cells)| (*line, cells.iter().map(ToString::to_string).collect())).collect();
        assert_eq!(rows(text), Ok(expected), "{text:?}");
    }

    #[test]
    fn the_separator_is_found() {
        check("a;b\nc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a\tb\nc\td", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check(
            "nimi;osoite\nA;Katu 1, Porvoo\nB;Tie 2, Lohja",
            &[(1, &["nimi", "osoite"]), (2, &["A", "Katu 1, Porvoo"]), (3, &["B", "Tie 2, Lohja"])],
        );
        check(
            "nimi,osoite\n\"a;b;c\",\"d;e\"\n\"f;g;h\",\"i\"",
            &[(1, &["nimi", "osoite"]), (2, &["a;b;c", "d;e"]), (3, &["f;g;h", "i"])],
        );
        check("sep=,\na;b,c", &[(2, &["a;b", "c"])]);
        check("Kunta\nPorvoo\nLohja", &[(1, &["Kunta"]), (2, &["Porvoo"]), (3, &["Lohja"])]);
    }

    #[test]
    fn rows_keep_the_number_of_the_line_they_begin_on() {
        check("\n\na;b\r\n\r\n\"c\nd\";e\r;;\rf", &[(3, &["a", "b"]), (5, &["c\nd", "e"]), (8, &["f"])]);
    }

    #[test]
    fn ragged_rows_stay_and_ends_are_trimmed() {
        check("a;b;c\n x\u{A0};;\ny;z;w;v", &[(1, &["a", "b", "c"]), (2, &["x"]), (3, &["y", "z", "w", "v"])]);
        check("a;\"say \"\"hi\"\"\"\nb;c", &[(1, &["a", "say \"hi\""]), (2, &["b", "c"])]);
        check("a;'=1+1\nb;'+358", &[(1, &["a", "=1+1"]), (2, &["b", "'+358"])]);
    }

    #[test]
    fn a_file_cut_off_inside_a_quoted_cell_is_refused_whole() {
        assert_eq!(rows("a;b\nc;d\ne;\"f\ng;h\n"), Err(Unreadable::CutInQuote { line: 3 }));
        assert_eq!(rows("sep=;\n\"a"), Err(Unreadable::CutInQuote { line: 2 }));
    }
}
