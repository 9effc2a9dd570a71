//! Tables in and out: sheets as people have them, whatever program wrote them, and what is no table at all.
#![expect(clippy::disallowed_methods, reason = "test sheets are read from the disk")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "tables/reading.rs"]
mod reading;
#[path = "tables/rubbish.rs"]
mod rubbish;
#[path = "tables/writing.rs"]
mod writing;

use ecow::EcoString;
use kuntatutor::exchange::table::Sheet;
use kuntatutor::exchange::table::read::{Unreadable, Workbook, read};

fn bytes(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets/");
    std::fs::read(format!("{folder}{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn told(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    read(bytes, &mut |_| true)
}

fn workbook(name: &str) -> Workbook {
    told(&bytes(name)).unwrap_or_else(|unreadable| panic!("{name}: {unreadable:?}"))
}

/// The cells of a sheet without the numbers of its lines.
fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.lines.iter().map(|line| line.cells.iter().map(EcoString::as_str).collect()).collect()
}
