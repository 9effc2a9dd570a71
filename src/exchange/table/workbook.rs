//! Workbooks: XLSX and ODS, told apart by what their packages hold.
//!
//! Owns which sheets are taken and in what order. The package is opened in [`package`](mod@package), sheets are put
//! together in [`grid`]. Nothing is ever allocated by a size that a file merely declares: a table of a million rows
//! that hold nothing costs nothing. That, and that no bytes make it panic, is why these readers stand here, on
//! `quick-xml` and `zip`: calamine 0.38 reserves what a file declares, stops the program on ranges that end before
//! they begin, and knows no merged cells in ODS. Older formats are told by name and not read.

mod grid;
mod number;
mod ods;
mod package;
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

/// What a container of the older Office files is: none of them is read, but some can be told apart by the names of
/// their streams, which stand in it as UTF-16.
pub(super) fn compound(bytes: &[u8]) -> Unreadable {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    match () {
        () if has("EncryptedPackage") => Unreadable::Locked,
        () if has("Workbook") || has("Book") => Unreadable::OtherWorkbook,
        () if has("WordDocument") || has("PowerPoint Document") => Unreadable::Document,
        () => Unreadable::Binary,
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
