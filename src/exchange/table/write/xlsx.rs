//! A table as a workbook: text always as text, days and amounts as what they are, headings that stay in sight.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::{Cell, Outgoing, Unwritable};
use crate::exchange::table::defuse::kept;

/// The most letters of a cell, as UTF-16 counts them (Excel specifications and limits).
const MOST_LETTERS: usize = 32_767;
/// The narrowest and widest column, in digits.
const WIDTHS: (usize, usize) = (6, 48);
/// So many rows tell how wide a column is.
const ROWS_MEASURED: usize = 200;
/// The longest name of a sheet, and the letters it may not have.
const MOST_OF_NAME: usize = 31;
const NOT_IN_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

pub(super) fn write(table: &Outgoing) -> Result<Vec<u8>, Unwritable> {
    refuse_long_cells(table)?;
    // The crate refuses what is beyond the last row or column.
    workbook(table).map_err(|_| Unwritable::TooManyRows)
}

fn refuse_long_cells(table: &Outgoing) -> Result<(), Unwritable> {
    // A letter is a byte at least.
    let is_long = |text: &str| text.len() > MOST_LETTERS && text.encode_utf16().count() > MOST_LETTERS;
    for row in &table.rows {
        for (cell, field) in row.cells.iter().zip(&table.headings) {
            if matches!(cell, Cell::Text(text) if is_long(text)) {
                return Err(Unwritable::CellTooLong { title: row.title.clone(), field: field.clone() });
            }
        }
    }
    Ok(())
}

fn workbook(table: &Outgoing) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    if let Some(day) = excel_day(table.day) {
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    }
    let sheet = workbook.add_worksheet();
    if let Some(name) = sheet_name(&table.name) {
        sheet.set_name(name)?;
    }
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("d.m.yyyy"));
    for (column, heading) in (0..).zip(&table.headings) {
        sheet.write_string_with_format(0, column, heading.as_str(), &bold)?;
    }
    for (number, row) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(&row.cells) {
            put(sheet, (number, column), cell, &day)?;
        }
    }
    arrange(sheet, table)?;
    workbook.save_to_buffer()
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => drop(sheet.write_string(row, column, kept(text))?),
        Cell::Number(number) => drop(sheet.write_number(row, column, *number)?),
        Cell::Date(date, text) => match excel_day(*date) {
            Some(day) => drop(sheet.write_with_format(row, column, &day, format)?),
            None => drop(sheet.write_string(row, column, text.as_str())?),
        },
    }
    Ok(())
}

/// A day as Excel knows it: none before 1900.
fn excel_day(date: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

/// Headings that stay and filter, columns as wide as what they hold.
fn arrange(sheet: &mut Worksheet, table: &Outgoing) -> Result<(), XlsxError> {
    let (Ok(rows), Ok(columns)) = (u32::try_from(table.rows.len()), u16::try_from(table.headings.len())) else {
        return Ok(());
    };
    sheet.set_freeze_panes(1, 0)?;
    if columns > 0 {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    for (column, heading) in (0..columns).zip(&table.headings) {
        let cells = table.rows.iter().take(ROWS_MEASURED).filter_map(|row| row.cells.get(usize::from(column)));
        let widest = cells.map(|cell| width(&cell.text())).max().unwrap_or(0);
        // Room for the button of the filter.
        let wanted = widest.max(width(heading) + 3).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(column, f64::from(u32::try_from(wanted).unwrap_or(0)) + 1.0)?;
    }
    Ok(())
}

fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// The name as a sheet may have it.
fn sheet_name(name: &str) -> Option<String> {
    let name: String = name.chars().filter(|letter| !NOT_IN_NAME.contains(letter)).take(MOST_OF_NAME).collect();
    let name = name.trim_matches('\'').trim();
    (!name.is_empty()).then(|| name.to_owned())
}
