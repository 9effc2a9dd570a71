//! Sheets of an ODS (`OpenDocument` 1.3), cell by cell. What is repeated without content costs nothing.

use std::collections::HashSet;

use ecow::EcoString;
use quick_xml::events::BytesStart;

use super::Found;
use super::grid::Grid;
use super::number;
use super::package::{Package, Part};
use super::xml::{Piece, attribute, number as number_of};
use crate::exchange::table::cell;
use crate::exchange::table::read::{Gate, Unreadable};

/// The worksheets in order.
pub(super) fn sheets(package: &mut Package<'_>, gate: &mut Gate<'_>) -> Result<Vec<Found>, Unreadable> {
    let Some(mut part) = package.part("content.xml")? else { return Err(Unreadable::Broken) };
    let (mut found, mut hidden, mut style) = (Vec::new(), HashSet::new(), String::new());
    while let Some(piece) = part.next()? {
        let Piece::Open(tag) = piece else { continue };
        let told = |name: &str| attribute(&tag, name).unwrap_or_default();
        match tag.local_name().as_ref() {
            "style" => style = told("name").into_owned(),
            "table-properties" if told("display") == "false" => drop(hidden.insert(style.clone())),
            // What was deleted is kept there, in tables too.
            "tracked-changes" => part.skip()?,
            "table" => {
                let (name, is_hidden) = (told("name").into_owned(), hidden.contains(&*told("style-name")));
                let grid = grid(&mut part, gate)?;
                found.push(Found { sheet: grid.sheet(&name, gate)?, is_hidden });
            }
            _ => {}
        }
    }
    Ok(found)
}

/// A table up to where it closes.
fn grid(part: &mut Part<'_, '_>, gate: &mut Gate<'_>) -> Result<Grid, Unreadable> {
    let (mut grid, mut row) = (Grid::default(), 0_usize);
    loop {
        let piece = part.next()?.ok_or(Unreadable::Broken)?;
        if piece.closes("table") {
            return Ok(grid);
        }
        let Piece::Open(tag) = piece else { continue };
        match tag.local_name().as_ref() {
            "table-row" => {
                let repeated = number_of(&tag, "number-rows-repeated").unwrap_or(1_usize).max(1);
                let cells = row_cells(part, gate)?;
                put(&mut grid, &cells, row, repeated, gate)?;
                row = row.saturating_add(repeated);
            }
            // Drawings and forms lie beside the rows and may hold tables of their own.
            "shapes" | "forms" | "table" => part.skip()?,
            _ => {}
        }
    }
}

/// A cell that holds something, and how often and how far it goes on.
struct Filled {
    column: usize,
    repeated: usize,
    rows: usize,
    text: EcoString,
}

/// The filled cells of a row up to where it closes.
fn row_cells(part: &mut Part<'_, '_>, gate: &mut Gate<'_>) -> Result<Vec<Filled>, Unreadable> {
    let (mut cells, mut column) = (Vec::new(), 0_usize);
    loop {
        let piece = part.next()?.ok_or(Unreadable::Broken)?;
        if piece.closes("table-row") {
            return Ok(cells);
        }
        let Piece::Open(tag) = piece else { continue };
        if matches!(tag.local_name().as_ref(), "table-cell" | "covered-table-cell") {
            gate.step()?;
            let repeated = number_of(&tag, "number-columns-repeated").unwrap_or(1_usize).max(1);
            let rows = number_of(&tag, "number-rows-spanned").unwrap_or(1_usize);
            let value = value(&tag);
            let shown = shown(part)?;
            let text = value.unwrap_or(shown);
            if !text.is_empty() {
                cells.push(Filled { column, repeated, rows, text });
            }
            column = column.saturating_add(repeated);
        }
    }
}

fn put(
    grid: &mut Grid,
    cells: &[Filled],
    first: usize,
    repeated: usize,
    gate: &mut Gate<'_>,
) -> Result<(), Unreadable> {
    // Rows that hold nothing may be repeated to the end of the sheet.
    let repeated = if cells.is_empty() { 0 } else { repeated };
    for row in first..first.saturating_add(repeated) {
        for filled in cells {
            for column in filled.column..filled.column.saturating_add(filled.repeated) {
                grid.put(row, column, filled.text.clone(), gate)?;
            }
            grid.merge(filled.column, row, row.saturating_add(filled.rows.saturating_sub(1)))?;
        }
    }
    Ok(())
}

/// What a cell holds as a value; nothing where its text is all there is, as in those that hold an error.
fn value(tag: &BytesStart<'_>) -> Option<EcoString> {
    let mut kind = None;
    for attribute in tag.attributes().with_checks(false).filter_map(Result::ok) {
        match attribute.key.as_ref() {
            "calcext:value-type" if &*attribute.value == "error" => return None,
            "office:value-type" => kind = Some(attribute.value),
            _ => {}
        }
    }
    match &*kind? {
        "float" | "percentage" | "currency" => number_of(tag, "value").map(number::plain),
        "date" => attribute(tag, "date-value").map(|day| number::from_iso(&day)),
        "time" => attribute(tag, "time-value").map(|time| number::from_iso_length(&time)),
        "boolean" => attribute(tag, "boolean-value").map(|yes| cell::tidy(&yes.to_lowercase())),
        _ => attribute(tag, "string-value").map(|text| cell::tidy(&text)).filter(|text| !text.is_empty()),
    }
}

/// A cell's paragraphs up to where it closes. Comments and drawings in it are none.
fn shown(part: &mut Part<'_, '_>) -> Result<EcoString, Unreadable> {
    let (mut text, mut paragraphs, mut depth) = (String::new(), 0_usize, 0_usize);
    loop {
        let piece = part.next()?.ok_or(Unreadable::Broken)?;
        match &piece {
            Piece::Text(piece) => {
                if depth > 0 {
                    text.push_str(piece);
                }
            }
            Piece::Open(tag) => {
                let blanks = number_of(tag, "c").unwrap_or(1_usize);
                match tag.local_name().as_ref() {
                    "annotation" | "frame" | "custom-shape" | "table" | "g" | "ruby-text" => {
                        part.skip()?;
                        continue;
                    }
                    "p" | "h" => {
                        paragraphs += 1;
                        text.push_str(if paragraphs > 1 { "\n" } else { "" });
                    }
                    "s" => text.push_str(&" ".repeat(blanks.min(80))),
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    _ => {}
                }
                depth += 1;
            }
            Piece::Close(_) if depth == 0 => return Ok(cell::tidy(&text)),
            Piece::Close(_) => depth -= 1,
        }
    }
}
