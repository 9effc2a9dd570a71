//! Owns the emulated screen: what a person in front of the terminal would see.
//! Never waits; it knows only what it was fed.

use std::num::NonZeroU16;

use crate::sequences::whole_frames;

/// An emulator and how much of the log it has seen.
pub(crate) struct Picture {
    emulator: vt100::Parser,
    fed: usize,
}

impl Picture {
    /// An empty screen.
    pub(crate) fn new((cols, rows): (u16, u16)) -> Self {
        let emulator = vt100::Parser::new(at_least_one(rows), at_least_one(cols), 0);
        Self { emulator, fed: 0 }
    }

    /// How much of the log it has seen.
    pub(crate) fn fed(&self) -> usize {
        self.fed
    }

    /// Shows the next part of the log.
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.fed += bytes.len();
        self.emulator.process(bytes);
    }

    /// Shows the next part of the log as far as its frames are whole: a terminal shows
    /// nothing of a synchronized update before its end.
    pub(crate) fn feed_frames(&mut self, bytes: &[u8]) {
        let (whole, _) = bytes.split_at(whole_frames(bytes));
        self.feed(whole);
    }

    /// Takes another size.
    pub(crate) fn resize(&mut self, cols: u16, rows: u16) {
        self.emulator.set_size(at_least_one(rows), at_least_one(cols));
    }

    /// The emulator's screen: cells, cursor, modes.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// The rows without the blanks at their ends.
    pub(crate) fn text(&self) -> String {
        text_of(self.screen())
    }

    /// Row and column of the first cell of `text`; wide characters take two columns.
    pub(crate) fn place_of(&self, text: &str) -> Option<(u16, u16)> {
        let (rows, _) = self.screen().size();
        (0..rows.get()).find_map(|row| {
            let (written, starts) = self.cells(row);
            let at = written.find(text)?;
            let (_, col) = starts.iter().find(|(start, _)| *start == at)?;
            Some((row, *col))
        })
    }

    /// The text of a row, and for each cell where its text begins and its column.
    fn cells(&self, row: u16) -> (String, Vec<(usize, u16)>) {
        let screen = self.screen();
        let (_, cols) = screen.size();
        let mut written = String::new();
        let mut starts = Vec::new();
        for col in 0..cols.get() {
            let cell = screen.cell(row, col);
            let Some(cell) = cell.filter(|cell| !cell.is_wide_continuation()) else {
                continue;
            };
            starts.push((written.len(), col));
            written.push_str(match cell.contents() {
                "" => " ",
                text => text,
            });
        }
        (written, starts)
    }
}

/// The rows of a screen without the blanks at their ends.
pub(crate) fn text_of(screen: &vt100::Screen) -> String {
    let (_, cols) = screen.size();
    let rows: Vec<String> = screen.rows(0, cols.get()).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}

/// The emulator has no screen without cells; a program may be told of one all the same.
fn at_least_one(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN)
}
