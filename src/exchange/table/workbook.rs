//! Workbooks: XLSX, ODS and XLS, told apart by what their containers hold.
//!
//! Owns which sheets are taken and in what order. The containers are opened in [`package`](mod@package) and
//! [`compound`](mod@compound), sheets put together in [`grid`]. Nothing is ever allocated by a size that a file
//! merely declares: a table of a million rows that hold nothing costs nothing. That, and that no bytes make it
//! panic, is why these readers stand here: the usual crate reserves what a file declares and stops the program on
//! ranges that end before they begin.

mod compound;
mod grid;
mod number;
mod ods;
mod package;
mod xls;
mod xlsx;
mod xml;

use super::Sheet;
use super::read::{Gate, Notice, Unreadable, Workbook, held};
use package::Package;

/// A sheet, and whether its workbook shows it.
struct Found {
    sheet: Sheet,
    is_hidden: bool,
}

/// Reads a zip.
pub(super) fn package(bytes: &[u8], gate: &mut Gate<'_>) -> Result<Workbook, Unreadable> {
    let mut package = Package::open(bytes)?;
    match package.content()? {
        package::Content::Xlsx => taken(xlsx::sheets(&mut package, gate)?),
        package::Content::Ods => taken(ods::sheets(&mut package, gate)?),
        package::Content::Other(unreadable) => Err(unreadable),
    }
}

/// Reads a container of the older Office files.
pub(super) fn compound(bytes: &[u8], gate: &mut Gate<'_>) -> Result<Workbook, Unreadable> {
    let container = compound::Container::open(bytes)?;
    if container.has("EncryptedPackage") {
        return Err(Unreadable::Locked);
    }
    match container.stream("Workbook")? {
        Some(stream) => taken(xls::sheets(&stream, gate)?),
        None if container.has("Book") => Err(Unreadable::OtherWorkbook),
        None if container.has("WordDocument") || container.has("PowerPoint Document") => Err(Unreadable::Document),
        None => Err(Unreadable::Binary),
    }
}

/// The visible sheets that hold something; where none does, the hidden ones.
fn taken(mut found: Vec<Found>) -> Result<Workbook, Unreadable> {
    found.retain(|found| !found.sheet.lines.is_empty());
    let hidden = found.iter().filter(|found| found.is_hidden).count();
    let notice = match hidden {
        0 => None,
        hidden if hidden == found.len() => Some(Notice::OnlyHidden(hidden)),
        hidden => Some(Notice::HiddenSheets(hidden)),
    };
    if matches!(notice, Some(Notice::HiddenSheets(_))) {
        found.retain(|found| !found.is_hidden);
    }
    held(found.into_iter().map(|found| found.sheet).collect(), notice.into_iter().collect())
}
