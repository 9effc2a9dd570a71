//! Sheets of an XLS of 1997 to 2003 (BIFF8, MS-XLS), record by record.

use std::collections::HashMap;

use ecow::EcoString;

use super::Found;
use super::compound::{long, short};
use super::grid::Grid;
use super::number::{self, Epoch, Shape};
use crate::exchange::table::cell;
use crate::exchange::table::read::{Gate, Unreadable};

/// The kinds of record that are read (MS-XLS 2.3.2).
mod kind {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const END: u16 = 0x0A;
    pub(super) const EPOCH: u16 = 0x22;
    pub(super) const PASSWORD: u16 = 0x2F;
    pub(super) const CONTINUED: u16 = 0x3C;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const MANY_NUMBERS: u16 = 0xBD;
    pub(super) const STYLE: u16 = 0xE0;
    pub(super) const MERGED: u16 = 0xE5;
    pub(super) const STRINGS: u16 = 0xFC;
    pub(super) const SHARED_STRING: u16 = 0xFD;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const STRING: u16 = 0x204;
    pub(super) const TRUTH: u16 = 0x205;
    pub(super) const RESULT: u16 = 0x207;
    pub(super) const SMALL_NUMBER: u16 = 0x27E;
    pub(super) const FORMAT: u16 = 0x41E;
    pub(super) const BEGIN: u16 = 0x809;
}

/// A record and what continues it.
struct Record<'b> {
    kind: u16,
    pieces: Vec<&'b [u8]>,
}

impl<'b> Record<'b> {
    fn data(&self) -> &'b [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }
}

/// The records from a place on.
struct Records<'b, 'l> {
    stream: &'b [u8],
    at: usize,
    /// How many more may be read: sheets that lie within each other would cost time without end.
    left: &'l mut usize,
}

impl<'b> Records<'b, '_> {
    fn next(&mut self) -> Option<Record<'b>> {
        let (kind, first) = self.one()?;
        let mut pieces = vec![first];
        while short(self.stream, self.at) == Some(kind::CONTINUED) {
            pieces.push(self.one()?.1);
        }
        Some(Record { kind, pieces })
    }

    fn one(&mut self) -> Option<(u16, &'b [u8])> {
        *self.left = self.left.checked_sub(1)?;
        let (kind, length) = (short(self.stream, self.at)?, usize::from(short(self.stream, self.at + 2)?));
        let data = self.stream.get(self.at + 4..)?.get(..length)?;
        self.at += 4 + length;
        Some((kind, data))
    }
}

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<EcoString>,
    formats: HashMap<u16, Shape>,
    styles: Vec<u16>,
    epoch: Epoch,
    sheets: Vec<Listed>,
}

struct Listed {
    name: String,
    at: usize,
    is_hidden: bool,
}

/// The worksheets in order.
pub(super) fn sheets(stream: &[u8], gate: &mut Gate<'_>) -> Result<Vec<Found>, Unreadable> {
    // A record has four bytes at least.
    let mut left = stream.len() / 4 + 1;
    let shared = shared(&mut Records { stream, at: 0, left: &mut left })?;
    let mut found = Vec::new();
    for listed in &shared.sheets {
        let grid = grid(&mut Records { stream, at: listed.at, left: &mut left }, &shared, gate)?;
        found.push(Found { sheet: grid.sheet(&listed.name, gate)?, is_hidden: listed.is_hidden });
    }
    Ok(found)
}

fn shared(records: &mut Records<'_, '_>) -> Result<Shared, Unreadable> {
    let first = records.next().ok_or(Unreadable::Broken)?;
    if first.kind != kind::BEGIN || short(first.data(), 0) != Some(0x0600) {
        return Err(Unreadable::OtherWorkbook);
    }
    let mut shared = Shared::default();
    loop {
        let record = records.next().ok_or(Unreadable::Broken)?;
        let data = record.data();
        match record.kind {
            kind::END => return Ok(shared),
            kind::PASSWORD => return Err(Unreadable::Locked),
            kind::EPOCH if short(data, 0) == Some(1) => shared.epoch = Epoch::Y1904,
            kind::STYLE => shared.styles.push(short(data, 2).unwrap_or_default()),
            kind::STRINGS => shared.strings = strings(&record),
            kind::FORMAT => {
                let code = Letters::new(&record, 2).string().unwrap_or_default();
                shared.formats.insert(short(data, 0).unwrap_or_default(), Shape::of_code(&code));
            }
            // Other kinds than 0 are charts and macros.
            kind::SHEET if data.get(5) == Some(&0) => shared.sheets.push(Listed {
                name: Letters::new(&record, 6).short_string().unwrap_or_default(),
                at: long(data, 0).unwrap_or(u32::MAX) as usize,
                is_hidden: data.get(4).is_some_and(|state| state & 3 != 0),
            }),
            _ => {}
        }
    }
}

impl Shared {
    fn shape(&self, style: u16) -> Shape {
        let format = self.styles.get(usize::from(style)).copied().unwrap_or_default();
        self.formats.get(&format).copied().unwrap_or_else(|| Shape::built_in(u32::from(format)))
    }

    fn number(&self, number: f64, style: u16) -> EcoString {
        number::text(number, self.shape(style), self.epoch)
    }
}

fn strings(record: &Record<'_>) -> Vec<EcoString> {
    let mut letters = Letters::new(record, 8);
    std::iter::from_fn(|| letters.rich_string()).map(|text| cell::tidy(&text)).collect()
}

fn grid(records: &mut Records<'_, '_>, shared: &Shared, gate: &mut Gate<'_>) -> Result<Grid, Unreadable> {
    let mut grid = Grid::default();
    // Where a formula's text follows in a record of its own.
    let mut awaited = None;
    loop {
        let record = records.next().ok_or(Unreadable::Broken)?;
        gate.step()?;
        let data = record.data();
        match record.kind {
            kind::END => return Ok(grid),
            kind::MERGED => merge(&mut grid, data)?,
            kind::MANY_NUMBERS => many_numbers(&mut grid, data, shared, gate)?,
            kind::RESULT => {
                if let Some((row, column)) = awaited.take() {
                    let text = Letters::new(&record, 0).string().unwrap_or_default();
                    grid.put(row, column, cell::tidy(&text), gate)?;
                }
            }
            _ => {
                let Some((row, column, text)) = one_cell(&record, shared) else { continue };
                awaited = matches!(text, Content::Follows).then_some((row, column));
                if let Content::Text(text) = text {
                    grid.put(row, column, text, gate)?;
                }
            }
        }
    }
}

/// What a cell shows.
enum Content {
    Text(EcoString),
    /// A formula's text, which the next record brings.
    Follows,
}

/// A cell's place and content; nothing where the record is no cell's.
fn one_cell(record: &Record<'_>, shared: &Shared) -> Option<(usize, usize, Content)> {
    let data = record.data();
    let cells = [kind::NUMBER, kind::SMALL_NUMBER, kind::SHARED_STRING, kind::STRING, kind::TRUTH, kind::FORMULA];
    if !cells.contains(&record.kind) {
        return None;
    }
    let (row, column, style) = (short(data, 0)?, short(data, 2)?, short(data, 4)?);
    let text = match record.kind {
        kind::NUMBER => shared.number(float(data, 6)?, style),
        kind::SMALL_NUMBER => shared.number(small_number(long(data, 6)?), style),
        kind::SHARED_STRING => shared.strings.get(long(data, 6)? as usize).cloned().unwrap_or_default(),
        kind::STRING => cell::tidy(&Letters::new(record, 6).string()?),
        kind::TRUTH if *data.get(7)? == 0 => truth(*data.get(6)?),
        kind::TRUTH => error(*data.get(6)?),
        _ => return Some((usize::from(row), usize::from(column), result(data, style, shared)?)),
    };
    Some((usize::from(row), usize::from(column), Content::Text(text)))
}

/// What a formula came to.
fn result(data: &[u8], style: u16, shared: &Shared) -> Option<Content> {
    if short(data, 12)? != 0xFFFF {
        return Some(Content::Text(shared.number(float(data, 6)?, style)));
    }
    let value = *data.get(8)?;
    Some(Content::Text(match *data.get(6)? {
        0 => return Some(Content::Follows),
        1 => truth(value),
        2 => error(value),
        _ => EcoString::new(),
    }))
}

fn many_numbers(grid: &mut Grid, data: &[u8], shared: &Shared, gate: &mut Gate<'_>) -> Result<(), Unreadable> {
    let (Some(row), Some(first)) = (short(data, 0), short(data, 2)) else { return Err(Unreadable::Broken) };
    let (numbers, _) = data.get(4..).unwrap_or_default().as_chunks::<6>();
    for (column, number) in (usize::from(first)..).zip(numbers) {
        let (style, number) = (short(number, 0).unwrap_or_default(), long(number, 2).unwrap_or_default());
        grid.put(usize::from(row), column, shared.number(small_number(number), style), gate)?;
    }
    Ok(())
}

fn merge(grid: &mut Grid, data: &[u8]) -> Result<(), Unreadable> {
    for range in data.get(2..).unwrap_or_default().as_chunks::<8>().0 {
        let at = |place: usize| usize::from(short(range, place).unwrap_or_default());
        grid.merge(at(4), at(0), at(2))?;
    }
    Ok(())
}

fn float(data: &[u8], at: usize) -> Option<f64> {
    data.get(at..)?.first_chunk().copied().map(f64::from_le_bytes)
}

/// A number in four bytes: the upper half of a float or a whole number, perhaps a hundredfold.
fn small_number(bits: u32) -> f64 {
    let number =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

fn truth(value: u8) -> EcoString {
    if value == 0 { "false" } else { "true" }.into()
}

fn error(code: u8) -> EcoString {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
    .into()
}

/// The bytes of a record as text, over the ends of its pieces.
struct Letters<'r, 'b> {
    pieces: &'r [&'b [u8]],
    rest: &'b [u8],
}

impl<'r, 'b> Letters<'r, 'b> {
    fn new(record: &'r Record<'b>, from: usize) -> Self {
        let (first, pieces) = record.pieces.split_first().map_or((&[][..], &[][..]), |(first, rest)| (*first, rest));
        Self { pieces, rest: first.get(from..).unwrap_or_default() }
    }

    /// Goes on to the next piece where this one is used up.
    fn refill(&mut self) -> Option<bool> {
        if !self.rest.is_empty() {
            return Some(false);
        }
        let (next, pieces) = self.pieces.split_first()?;
        (self.rest, self.pieces) = (next, pieces);
        Some(true)
    }

    fn byte(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.refill()?;
        }
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.refill()?;
            let step = count.min(self.rest.len());
            self.rest = self.rest.get(step..)?;
            count -= step;
        }
        Some(())
    }

    /// A text with its length in one byte.
    fn short_string(&mut self) -> Option<String> {
        let (length, flags) = (usize::from(self.byte()?), self.byte()?);
        self.letters(length, flags)
    }

    /// A text with its length in two bytes.
    fn string(&mut self) -> Option<String> {
        let (length, flags) = (usize::from(self.short()?), self.byte()?);
        self.letters(length, flags)
    }

    /// The same with fonts and readings behind it.
    fn rich_string(&mut self) -> Option<String> {
        let (length, flags) = (usize::from(self.short()?), self.byte()?);
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.short()?) };
        let beyond = if flags & 4 == 0 { 0 } else { usize::from(self.short()?) | usize::from(self.short()?) << 16 };
        let text = self.letters(length, flags)?;
        self.skip(runs * 4 + beyond)?;
        Some(text)
    }

    /// So many letters, in one byte each or in two; a new piece says anew in how many.
    fn letters(&mut self, length: usize, flags: u8) -> Option<String> {
        let (mut units, mut is_wide) = (Vec::new(), flags & 1 != 0);
        while units.len() < length {
            if self.refill()? {
                is_wide = self.byte()? & 1 != 0;
                continue;
            }
            units.push(if is_wide { self.short()? } else { u16::from(self.byte()?) });
        }
        Some(String::from_utf16_lossy(&units))
    }
}
