//! The rows as they are drawn: when, what, why, and the key that cures it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::fit::Line;
use super::{Item, Today, command};
use crate::cards::concerns::{heading, what, why};
use crate::dialogs::unfinished::described;
use crate::layer::Cx;
use crate::planning::today::{Concern, Group, Why};
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, Table, TableRow, Weight, fitted};

/// From this width on a day is told with its weekday.
const WIDE: u16 = 76;

/// The columns of a row: mark, when, what, why, key.
struct Columns {
    widths: Vec<u16>,
    /// Where there is no day: mark, what, why, key.
    dayless: Vec<u16>,
    /// Where one text says it all: mark, text, key.
    whole: Vec<u16>,
    wide: bool,
}

impl Columns {
    fn of(width: u16) -> Self {
        let wide = width >= WIDE;
        // `tor 26.11.` is the longest of all languages.
        let when = if wide { 10 } else { 6 };
        // Why it needs a hand takes more words than what it is.
        let what = width.saturating_sub(when + 13) * 2 / 5;
        let columns = [Col::fixed(1, 0), Col::fixed(when, 2), Col::fixed(what, 0), Col::grows(12, 1), Col::fixed(5, 0)];
        let whole = [Col::fixed(1, 0), Col::grows(14, 0), Col::fixed(5, 0)];
        let dayless = [Col::fixed(1, 0), Col::fixed(when + 1 + what, 0), Col::grows(12, 1), Col::fixed(5, 0)];
        let [widths, dayless, whole] = [fitted(&columns, width), fitted(&dayless, width), fitted(&whole, width)];
        Self { widths, dayless, whole, wide }
    }
}

impl Today {
    pub(super) fn draw_lines(&self, cx: &Cx<'_>, list: Rect, buffer: &mut Buffer) {
        let columns = Columns::of(list.width);
        let seen = self.lines.iter().enumerate().skip(self.top).take(usize::from(list.height));
        for ((number, line), y) in seen.zip(list.y..) {
            let row = Rect { y, height: 1, ..list };
            let (cells, widths) = self.cells(cx, line, &columns);
            let heading = matches!(line, Line::Heading(_));
            let rows = vec![TableRow { cells, heading, ..TableRow::default() }];
            let cursor = (number == self.cursor && line.leads()).then_some(0);
            Table { rows, cursor, ..Table::default() }.draw_in(buffer, row, widths, cx.looks);
        }
    }

    fn cells<'c>(&self, cx: &Cx<'_>, line: &Line, columns: &'c Columns) -> (Vec<Cell>, &'c [u16]) {
        let texts = cx.showing.texts;
        let item = match line {
            Line::Heading(group) => {
                let of_group = |item: &&Item| item.group() == *group;
                let first = self.items.iter().find(of_group).and_then(|item| match item {
                    Item::Concern(concern) => Some(concern),
                    _ => None,
                });
                return (vec![Cell::new(heading(cx.showing, *group, first))], &columns.widths);
            }
            Line::More(_, more) => {
                let words = texts.tell("and-more", &[("count", (*more).into())]);
                return (vec![Cell::default(), Cell::dim(words), Cell::default()], &columns.whole);
            }
            Line::Item(at) => self.items.get(*at),
        };
        let key = item.and_then(|item| cx.keymap.keys(command(item.cure())).next());
        let key = Cell::dim(key.map(|key| texts.key(&key)).unwrap_or_default());
        let whole = |text: Safe, weight: Weight| {
            let cell = Cell { text, weight, matched: Vec::new() };
            (vec![Cell::default(), cell, key.clone()], columns.whole.as_slice())
        };
        match item {
            Some(Item::Concern(concern)) if matches!(concern.why, Why::Never(..)) => {
                let room = columns.whole.get(1).copied().unwrap_or_default();
                whole(what(cx.showing, concern, usize::from(room)), Weight::Plain)
            }
            Some(Item::Concern(concern)) => {
                let mut cells = row(cx, concern, key, columns.wide);
                let dayless = matches!(concern.group, Group::Unsettled | Group::Unreachable);
                if dayless {
                    cells.remove(1);
                }
                (cells, if dayless { &columns.dayless } else { &columns.widths })
            }
            Some(Item::Draft(name)) => {
                let unfinished = cx.unfinished.iter().find(|unfinished| unfinished.name == *name);
                whole(unfinished.map(|unfinished| described(cx, unfinished)).unwrap_or_default(), Weight::Plain)
            }
            Some(Item::Problem(number)) => {
                let Some(problem) = cx.problems.get(*number) else { return whole(Safe::default(), Weight::Plain) };
                let words = format!("{}  {}", problem.place(), problem.sentence(texts));
                whole(Safe::line(&words), if problem.is_notice() { Weight::Dim } else { Weight::Warning })
            }
            None => whole(Safe::default(), Weight::Plain),
        }
    }
}

fn row(cx: &Cx<'_>, concern: &Concern, key: Cell, wide: bool) -> Vec<Cell> {
    let texts = cx.showing.texts;
    let day = concern.day.map(|day| match wide {
        true if day.year() == cx.showing.today.year() => texts.day(day, cx.showing.today),
        true => texts.date(day),
        false => texts.short_date(day),
    });
    let mark = match &concern.why {
        Why::Coming { clash: Some(_), .. } => {
            Cell { text: Safe::own(cx.looks.clash()), weight: Weight::Warning, matched: Vec::new() }
        }
        Why::Coming { gaps, .. } if !gaps.is_empty() => Cell::new(Safe::own(cx.looks.gap())),
        _ => Cell::default(),
    };
    let weight = match &concern.why {
        Why::Coming { clash: Some(_), .. } | Why::Unsettled => Weight::Warning,
        _ => Weight::Dim,
    };
    let name = what(cx.showing, concern, usize::MAX);
    let name = if concern.group == Group::Unreachable { Cell::dim(name) } else { Cell::new(name) };
    let why = Cell { text: why(cx.showing, concern), weight, matched: Vec::new() };
    vec![mark, Cell::dim(day.unwrap_or_default()), name, why, key]
}
