//! Sheets of an XLSX (ECMA-376), cell by cell.

use std::borrow::Cow;
use std::collections::HashMap;

use ecow::EcoString;

use super::Found;
use super::grid::{Grid, MOST_COLUMNS, MOST_GRID_ROWS};
use super::number::{self, Epoch, Shape};
use super::package::{Package, Part};
use super::xml::{Piece, attribute, number as number_of};
use crate::exchange::table::cell;
use crate::exchange::table::read::{Gate, Limit, MOST_CELLS, Unreadable};

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<EcoString>,
    shapes: Vec<Shape>,
    epoch: Epoch,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    relation: String,
    is_hidden: bool,
}

/// The worksheets in order.
pub(super) fn sheets(package: &mut Package<'_>, gate: &mut Gate<'_>) -> Result<Vec<Found>, Unreadable> {
    let main = main_part(package)?;
    let (listed, epoch) = listed(package, &main)?;
    let relations = relations(package, &main)?;
    let named = |ending: &str| relations.values().find(|relation| relation.kind.ends_with(ending));
    let shared = Shared {
        strings: strings(package, named("/sharedStrings"), gate)?,
        shapes: shapes(package, named("/styles"))?,
        epoch,
    };
    let mut found = Vec::new();
    for listed in listed {
        let Some(relation) = relations.get(&listed.relation) else { return Err(Unreadable::Broken) };
        if relation.kind.ends_with("/worksheet") {
            let Some(mut part) = package.part(&relation.target)? else { return Err(Unreadable::Broken) };
            let grid = grid(&mut part, &shared, gate)?;
            found.push(Found { sheet: grid.sheet(&listed.name, gate)?, is_hidden: listed.is_hidden });
        }
    }
    Ok(found)
}

/// Where a part points to another.
struct Relation {
    kind: String,
    /// The whole path within the package.
    target: String,
}

/// The part that lists the sheets.
fn main_part(package: &mut Package<'_>) -> Result<String, Unreadable> {
    let relations = relations(package, "")?;
    let told = relations.into_values().find(|relation| relation.kind.ends_with("/officeDocument"));
    let main = told.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    if package.has(&main) { Ok(main) } else { Err(Unreadable::Broken) }
}

/// Where a part points, by the ids it uses.
fn relations(package: &mut Package<'_>, of: &str) -> Result<HashMap<String, Relation>, Unreadable> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let mut relations = HashMap::new();
    let Some(mut part) = package.part(&path)? else { return Ok(relations) };
    while let Some(piece) = part.next()? {
        let Piece::Open(tag) = piece else { continue };
        if tag.local_name().as_ref() == "Relationship" {
            let told = |name: &str| attribute(&tag, name).unwrap_or_default();
            let relation = Relation { kind: told("Type").into_owned(), target: resolved(folder, &told("Target")) };
            relations.insert(told("Id").into_owned(), relation);
        }
    }
    Ok(relations)
}

/// A path that a part in this folder names, from the package's root.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = if target.starts_with('/') { target } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn listed(package: &mut Package<'_>, main: &str) -> Result<(Vec<Listed>, Epoch), Unreadable> {
    let Some(mut part) = package.part(main)? else { return Err(Unreadable::Broken) };
    let (mut listed, mut epoch) = (Vec::new(), Epoch::Y1900);
    while let Some(piece) = part.next()? {
        let Piece::Open(tag) = piece else { continue };
        let told = |name: &str| attribute(&tag, name).unwrap_or_default();
        match tag.local_name().as_ref() {
            "workbookPr" if matches!(&*told("date1904"), "1" | "true") => epoch = Epoch::Y1904,
            "sheet" => listed.push(Listed {
                name: told("name").into_owned(),
                relation: told("id").into_owned(),
                is_hidden: !matches!(&*told("state"), "" | "visible"),
            }),
            _ => {}
        }
    }
    Ok((listed, epoch))
}

/// The texts that cells share.
fn strings(
    package: &mut Package<'_>,
    relation: Option<&Relation>,
    gate: &mut Gate<'_>,
) -> Result<Vec<EcoString>, Unreadable> {
    let mut strings = Vec::new();
    let Some(relation) = relation else { return Ok(strings) };
    let Some(mut part) = package.part(&relation.target)? else { return Ok(strings) };
    while let Some(piece) = part.next()? {
        if piece.opens("si") {
            gate.step()?;
            if strings.len() >= MOST_CELLS {
                return Err(Unreadable::TooLarge(Limit::Cells));
            }
            strings.push(rich_text(&mut part, "si")?);
        }
    }
    Ok(strings)
}

/// The text of an item up to where it closes; how it is read aloud in Japanese is no part of it.
fn rich_text(part: &mut Part<'_, '_>, item: &str) -> Result<EcoString, Unreadable> {
    let (mut text, mut is_text) = (String::new(), false);
    loop {
        let piece = part.next()?.ok_or(Unreadable::Broken)?;
        match &piece {
            Piece::Text(piece) if is_text => text.push_str(piece),
            piece if piece.closes(item) => return Ok(cell::tidy(&unescaped(&text))),
            piece if piece.opens("rPh") => part.skip()?,
            piece if piece.opens("t") => is_text = true,
            piece if piece.closes("t") => is_text = false,
            _ => {}
        }
    }
}

/// Letters that XML cannot hold are written as `_x000D_`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        plain.extend(letter);
        if letter.is_none() {
            plain.push_str("_x");
        }
        rest = if letter.is_some() { after.get(5..).unwrap_or_default() } else { after };
    }
    plain.push_str(rest);
    plain.into()
}

/// What each style makes of a number.
fn shapes(package: &mut Package<'_>, relation: Option<&Relation>) -> Result<Vec<Shape>, Unreadable> {
    let (mut own, mut shapes, mut is_cells) = (HashMap::new(), Vec::new(), false);
    let Some(relation) = relation else { return Ok(shapes) };
    let Some(mut part) = package.part(&relation.target)? else { return Ok(shapes) };
    while let Some(piece) = part.next()? {
        match &piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "cellXfs" => is_cells = true,
                "numFmt" => {
                    let code = attribute(tag, "formatCode").unwrap_or_default();
                    own.insert(number_of(tag, "numFmtId").unwrap_or(0_u32), Shape::of_code(&code));
                }
                "xf" if is_cells => {
                    let format = number_of(tag, "numFmtId").unwrap_or(0);
                    shapes.push(own.get(&format).copied().unwrap_or_else(|| Shape::built_in(format)));
                }
                _ => {}
            },
            piece if piece.closes("cellXfs") => is_cells = false,
            _ => {}
        }
    }
    Ok(shapes)
}

fn grid(part: &mut Part<'_, '_>, shared: &Shared, gate: &mut Gate<'_>) -> Result<Grid, Unreadable> {
    let mut grid = Grid::default();
    // Places are counted on where the file does not tell them.
    let (mut row, mut column) = (0, 0);
    let mut begun = false;
    while let Some(piece) = part.next()? {
        let Piece::Open(tag) = piece else { continue };
        match tag.local_name().as_ref() {
            "row" => {
                gate.step()?;
                row = number_of::<usize>(&tag, "r").map_or(row + usize::from(begun), |number| number.saturating_sub(1));
                (column, begun) = (0, true);
            }
            "c" => {
                if let Some(told) = attribute(&tag, "r") {
                    (row, column) = place(&told).ok_or(Unreadable::Broken)?;
                }
                let kind = attribute(&tag, "t").unwrap_or_default().into_owned();
                let shape = number_of::<usize>(&tag, "s").and_then(|style| shared.shapes.get(style).copied());
                let text = content(part, &kind, shape.unwrap_or_default(), shared)?;
                grid.put(row, column, text, gate)?;
                column += 1;
            }
            "mergeCell" => {
                let range = attribute(&tag, "ref").unwrap_or_default();
                let ends = range.split_once(':').and_then(|(first, last)| place(first).zip(place(last)));
                if let Some(((first, column), (last, _))) = ends {
                    grid.merge(column, first, last)?;
                }
            }
            _ => {}
        }
    }
    Ok(grid)
}

/// What a cell shows, up to where it closes.
fn content(part: &mut Part<'_, '_>, kind: &str, shape: Shape, shared: &Shared) -> Result<EcoString, Unreadable> {
    let (mut value, mut is_value, mut inline) = (String::new(), false, EcoString::new());
    loop {
        let piece = part.next()?.ok_or(Unreadable::Broken)?;
        match &piece {
            Piece::Text(piece) if is_value => value.push_str(piece),
            piece if piece.closes("c") => break,
            piece if piece.opens("is") => inline = rich_text(part, "is")?,
            piece if piece.opens("v") => is_value = true,
            piece if piece.closes("v") => is_value = false,
            _ => {}
        }
    }
    Ok(match kind {
        "inlineStr" => inline,
        "s" => {
            value.trim().parse().ok().and_then(|place: usize| shared.strings.get(place).cloned()).unwrap_or_default()
        }
        "b" => if value.trim() == "1" { "true" } else { "false" }.into(),
        "str" | "e" => cell::tidy(&unescaped(&value)),
        "d" => number::from_iso(value.trim()),
        _ => value.trim().parse().map_or_else(|_| cell::tidy(&value), |value| number::text(value, shape, shared.epoch)),
    })
}

/// Row and column, from 0, of a reference such as `AB12`.
fn place(reference: &str) -> Option<(usize, usize)> {
    let reference = reference.trim().trim_start_matches('$');
    let digits = reference.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, digits) =
        reference.split_at_checked(digits).filter(|(letters, _)| (1..=3).contains(&letters.len()))?;
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: usize = digits.trim_start_matches('$').parse().ok()?;
    ((1..=MOST_GRID_ROWS).contains(&row) && column <= MOST_COLUMNS).then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_places() {
        for (reference, expected) in [
            ("A1", Some((0, 0))),
            ("AB12", Some((11, 27))),
            ("$B$3", Some((2, 1))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("XFE1", None),
            ("A0", None),
            ("A1048577", None),
            ("AAAA1", None),
            ("12", None),
            ("", None),
        ] {
            assert_eq!(place(reference), expected, "{reference}");
        }
    }

    #[test]
    fn paths_are_resolved_within_the_package() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/a", "../../../b.xml"), "b.xml");
    }

    #[test]
    fn escaped_letters_come_back() {
        for (text, expected) in [("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x", "_x"), ("_xä_", "_xä_")]
        {
            assert_eq!(unescaped(text), expected);
        }
    }
}
