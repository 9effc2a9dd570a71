//! Owns the budgets and the table that holds figures against them. Never measures.

use std::collections::BTreeMap;

/// Everything that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    FirstPaint,
    FirstPaintRatio,
    Ready,
    FirstScreenBytes,
    StartQueries,
    KeyFirstByte,
    KeyMedian,
    KeyWorst,
    KeyRatio,
    KeyBytes,
    MoveWithPane,
    MoveWithPaneRatio,
    MoveWithPaneBytes,
    MoveAlone,
    MoveAloneRatio,
    MoveAloneBytes,
    MoveWorst,
    Tab,
    TabWorst,
    TabRatio,
    TabBytes,
    BurstFrames,
    BurstBytes,
    IdleBytes,
    IdleTime,
    IdleWakeUps,
    Memory,
    Quit,
    Find,
}

/// What a figure is counted in; milliseconds hold on a quiet machine only and are no gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Milliseconds,
    Times,
    Bytes,
    Megabytes,
    Count,
}

use Figure as F;
use Unit::{Bytes, Count, Megabytes, Milliseconds, Times};

/// Upper limits: up to 10⁴ records, and above. Without a limit a figure is only shown.
type Limits = Option<(f64, f64)>;

/// The budgets: DESIGN, section 11; quitting: promise P10.
const BUDGETS: [(Figure, &str, Unit, Limits); 29] = [
    (F::FirstPaint, "first paint with tabs", Milliseconds, Some((10.0, 10.0))),
    (F::FirstPaintRatio, "first paint, of bare", Times, Some((3.0, 3.0))),
    (F::Ready, "ready", Milliseconds, Some((30.0, 300.0))),
    (F::FirstScreenBytes, "first screen", Bytes, Some((6_000.0, 6_000.0))),
    (F::StartQueries, "terminal queries at start", Count, Some((0.0, 0.0))),
    (F::KeyFirstByte, "typed key, first byte", Milliseconds, None),
    (F::KeyMedian, "typed key, settled, median", Milliseconds, Some((2.0, 4.0))),
    (F::KeyWorst, "typed key, settled, worst", Milliseconds, Some((4.0, 8.0))),
    (F::KeyRatio, "typed key, of bare", Times, None),
    (F::KeyBytes, "typed key", Bytes, Some((2_500.0, 2_500.0))),
    (F::MoveWithPane, "cursor move with pane, median", Milliseconds, Some((1.0, 1.0))),
    (F::MoveWithPaneRatio, "cursor move with pane, of bare", Times, Some((3.0, 3.0))),
    (F::MoveWithPaneBytes, "cursor move with pane", Bytes, Some((1_500.0, 1_500.0))),
    (F::MoveAlone, "cursor move without pane, median", Milliseconds, Some((1.0, 1.0))),
    (F::MoveAloneRatio, "cursor move without pane, of bare", Times, Some((3.0, 3.0))),
    (F::MoveAloneBytes, "cursor move without pane", Bytes, Some((300.0, 300.0))),
    (F::MoveWorst, "cursor move, worst", Milliseconds, Some((2.0, 2.0))),
    (F::Tab, "tab change, median", Milliseconds, Some((1.0, 1.0))),
    (F::TabWorst, "tab change, worst", Milliseconds, Some((2.0, 2.0))),
    (F::TabRatio, "tab change, of bare", Times, Some((3.0, 3.0))),
    (F::TabBytes, "tab change", Bytes, None),
    (F::BurstFrames, "frames for a burst of keys", Count, Some((1.0, 1.0))),
    (F::BurstBytes, "burst of keys", Bytes, None),
    (F::IdleBytes, "idle 5 s", Bytes, Some((0.0, 0.0))),
    (F::IdleTime, "idle 5 s, processor", Milliseconds, None),
    (F::IdleWakeUps, "idle 5 s, wake-ups", Count, Some((5.0, 5.0))),
    (F::Memory, "peak memory", Megabytes, Some((12.0, 70.0))),
    (F::Quit, "quit", Milliseconds, Some((2_000.0, 2_000.0))),
    (F::Find, "find on the command line, cold", Milliseconds, Some((40.0, 200.0))),
];

/// The figures of one book.
pub(crate) type Figures = BTreeMap<Figure, f64>;

/// Prints the table of a book with so many records; whether every gate held.
pub(crate) fn print(records: usize, figures: &Figures) -> bool {
    println!("\n{records} records");
    println!("{:<36}{:>12}{:>12}  ok", "what", "value", "budget");
    let mut held = true;
    for (figure, what, unit, limits) in BUDGETS {
        let value = figures.get(&figure).copied();
        let value = value.filter(|value| value.is_finite());
        let limit = limits.map(|(small, large)| if records > 10_000 { large } else { small });
        let (verdict, holds) = judge(unit, value, limit);
        held &= holds;
        let value = value.map_or("-".into(), |value| amount(unit, value));
        let limit = limit.map_or("-".into(), |limit| amount(unit, limit));
        println!("{what:<36}{value:>12}{limit:>12}  {verdict}");
    }
    held
}

/// What to say of a value, and whether its gate holds.
fn judge(unit: Unit, value: Option<f64>, limit: Option<f64>) -> (&'static str, bool) {
    let gate = unit != Milliseconds;
    match (value, limit) {
        (_, None) => ("", true),
        (None, Some(_)) if gate => ("FAILED: no figure", false),
        (None, Some(_)) => ("no figure", true),
        (Some(value), Some(limit)) if value > limit && gate => ("FAILED", false),
        (Some(value), Some(limit)) if value > limit => ("over (no gate)", true),
        (Some(value), Some(limit)) if !gate && value * 2.0 <= limit => ("ok, twofold reserve", true),
        _ => ("ok", true),
    }
}

fn amount(unit: Unit, value: f64) -> String {
    match unit {
        Milliseconds => format!("{value:.2} ms"),
        Times => format!("{value:.2} x"),
        Bytes => format!("{value:.0} B"),
        Megabytes => format!("{value:.1} MB"),
        Count => format!("{value:.0}"),
    }
}
