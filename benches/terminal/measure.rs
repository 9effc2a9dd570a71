//! Owns which figures are taken of a book, and how many times. Every step is played to
//! the bare program right after it was played to ours, so that the noise of the machine
//! meets both alike. Times are medians; ratios are of the quickest answers to the same
//! step, since noise only ever adds.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::home::Home;
use crate::keys::bytes_of;
use crate::play::{Answer, Player, Start, go, milliseconds, number, press};
use crate::pty::Terminal;
use crate::report::{Figure, Figures};
use crate::sequences::frames;
use crate::{accounts, bare, script};

/// How often each program is started, played through, and asked on the command line.
const STARTS: usize = 11;
const SESSIONS: usize = 5;
const FINDS: usize = 7;

/// How many of the sessions end with idling, and for how long.
const IDLE_SESSIONS: usize = 3;
const IDLE: Duration = Duration::from_secs(5);

/// The same step of both programs.
struct Pair {
    step: usize,
    own: Answer,
    bare: Answer,
}

/// Ours on a book, and the reference beside it.
struct Players<'a> {
    own: Player<'a>,
    bare: Player<'a>,
}

/// Takes all figures of the book in `data`.
///
/// # Errors
/// A sentence where a program cannot be run at all; a program that runs and does not
/// answer ends the bench with its screen shown.
pub(crate) fn figures(program: &Path, reference: &Path, data: &str) -> Result<Figures, String> {
    let mut args = script::ARGUMENTS.to_vec();
    args.push(data);
    let players = Players {
        own: Player {
            program,
            args: &args,
            painted: script::PAINTED,
            not_ready: script::NOT_READY,
            quit: script::QUIT,
        },
        bare: Player {
            program: reference,
            args: &["--bare"],
            painted: &[bare::PAINTED],
            not_ready: &[],
            quit: script::BARE_QUIT,
        },
    };
    let mut figures = Figures::new();
    starts(&players, &mut figures);
    sessions(&players, &mut figures);
    moves(&players, &mut figures);
    figures.insert(Figure::Find, find(program, &args)?);
    Ok(figures)
}

fn starts(players: &Players<'_>, figures: &mut Figures) {
    let (mut own, mut bare, mut quits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let (terminal, start) = players.own.open(script::USUAL);
        quits.push(players.own.quit(terminal));
        let (terminal, reference) = players.bare.open(script::USUAL);
        players.bare.quit(terminal);
        own.push(start);
        bare.push(reference);
    }
    let quickest = |starts: &[Start]| least(starts.iter().map(|start| start.paint));
    figures.insert(Figure::FirstPaintRatio, quickest(&own) / quickest(&bare));
    let mut put = |figure, values: Vec<f64>| figures.insert(figure, median(values));
    put(Figure::FirstPaint, own.iter().map(|start| start.paint).collect());
    put(Figure::Ready, own.iter().map(|start| start.ready).collect());
    put(Figure::FirstScreenBytes, own.iter().map(|start| start.bytes).collect());
    put(Figure::StartQueries, own.iter().map(|start| start.queries).collect());
    put(Figure::Quit, quits);
}

/// Tabs, typing, a burst and idling, on the usual size.
fn sessions(players: &Players<'_>, figures: &mut Figures) {
    let letters: Vec<Step> = script::LETTERS.chars().map(|letter| Step::both(&letter.to_string())).collect();
    let tabs = script::TABS.map(|tab| Step { own: bytes_of(tab), bare: bytes_of(script::BARE_TAB) });
    let (mut typed, mut changed) = (Vec::new(), Vec::new());
    let mut bursts = Vec::new();
    let mut accounts = Vec::new();
    for session in 0..SESSIONS {
        let (mut own, _) = players.own.open(script::USUAL);
        let (mut bare, _) = players.bare.open(script::USUAL);
        go(&mut own, script::TO_LIST);
        alternate(&mut own, &mut bare, &tabs, &mut changed);
        go(&mut own, script::TO_FILTER);
        alternate(&mut own, &mut bare, &letters, &mut typed);
        go(&mut own, &[script::CLEAR]);
        let mark = own.mark();
        let burst = press(&mut own, script::LETTERS.as_bytes());
        bursts.push((number(frames(&own.bytes_since(mark))), burst.bytes));
        go(&mut own, script::LEAVE_FILTER);
        if session < IDLE_SESSIONS {
            accounts.push(idle(&own));
        }
        players.own.quit(own);
        players.bare.quit(bare);
    }
    figures.insert(Figure::KeyFirstByte, median(typed.iter().map(|pair| pair.own.first).collect()));
    insert_times(figures, &typed, [Figure::KeyMedian, Figure::KeyRatio, Figure::KeyBytes]);
    figures.insert(Figure::KeyWorst, worst(&typed));
    insert_times(figures, &changed, [Figure::Tab, Figure::TabRatio, Figure::TabBytes]);
    figures.insert(Figure::TabWorst, worst(&changed));
    // A program that marks no frames has not shown that it draws only one.
    let counted: Vec<f64> = bursts.iter().map(|(frames, _)| *frames).collect();
    if counted.iter().all(|frames| *frames > 0.0) {
        figures.insert(Figure::BurstFrames, median(counted));
    }
    figures.insert(Figure::BurstBytes, median(bursts.iter().map(|(_, bytes)| *bytes).collect()));
    insert_accounts(figures, &accounts);
}

/// Cursor moves with the detail pane and without it.
fn moves(players: &Players<'_>, figures: &mut Figures) {
    let keys = script::MOVES.map(Step::both);
    let mut all = Vec::new();
    for (size, names) in [
        (script::WITH_PANE, [Figure::MoveWithPane, Figure::MoveWithPaneRatio, Figure::MoveWithPaneBytes]),
        (script::WITHOUT_PANE, [Figure::MoveAlone, Figure::MoveAloneRatio, Figure::MoveAloneBytes]),
    ] {
        let mut moved = Vec::new();
        for _ in 0..SESSIONS {
            let (mut own, _) = players.own.open(size);
            let (mut bare, _) = players.bare.open(size);
            go(&mut own, script::TO_LIST);
            alternate(&mut own, &mut bare, &keys, &mut moved);
            players.own.quit(own);
            players.bare.quit(bare);
        }
        insert_times(figures, &moved, names);
        all.push(worst(&moved));
    }
    figures.insert(Figure::MoveWorst, all.into_iter().fold(0.0, f64::max));
}

/// Wall time of a search on the command line, from the start to the end of its process.
fn find(program: &Path, args: &[&str]) -> Result<f64, String> {
    let home = Home::new().map_err(|error| format!("cannot make a home: {error}"))?;
    let mut times = Vec::new();
    for _ in 0..FINDS {
        let mut command = Command::new(program);
        command.env_clear().envs(home.variables()).env("LANG", "C.UTF-8");
        command.args(script::FIND).args(args).stdin(Stdio::null());
        let begun = Instant::now();
        let found = command.output().map_err(|error| format!("cannot run find: {error}"))?;
        times.push(milliseconds(begun.elapsed()));
        if !found.status.success() {
            let said = String::from_utf8_lossy(&found.stderr);
            return Err(format!("find ended with {}: {said}", found.status));
        }
    }
    Ok(median(times))
}

/// What one key is in both programs.
struct Step {
    own: Vec<u8>,
    bare: Vec<u8>,
}

impl Step {
    fn both(word: &str) -> Self {
        Self { own: bytes_of(word), bare: bytes_of(word) }
    }
}

fn alternate(own: &mut Terminal, bare: &mut Terminal, steps: &[Step], pairs: &mut Vec<Pair>) {
    for (step, keys) in steps.iter().enumerate() {
        pairs.push(Pair { step, own: press(own, &keys.own), bare: press(bare, &keys.bare) });
    }
}

/// What a program costs while nothing happens, and its peak of memory.
#[derive(Default)]
struct Accounts {
    bytes: f64,
    time: Option<f64>,
    switches: Option<f64>,
    memory: Option<f64>,
}

fn idle(terminal: &Terminal) -> Accounts {
    let take = || (accounts::processor_time(terminal.pid()), accounts::switches(terminal.pid()));
    let since = |before: Option<f64>, after: Option<f64>| Some(after? - before?);
    let mark = terminal.mark();
    let before = take();
    sleep(IDLE);
    let after = take();
    Accounts {
        bytes: number(terminal.mark() - mark),
        time: since(before.0, after.0),
        switches: since(before.1, after.1),
        memory: accounts::peak_memory(terminal.pid()),
    }
}

fn insert_accounts(figures: &mut Figures, accounts: &[Accounts]) {
    let all = |one: fn(&Accounts) -> Option<f64>| accounts.iter().map(one).collect::<Option<Vec<f64>>>();
    let largest = |values: Vec<f64>| values.into_iter().fold(0.0, f64::max);
    let values = [
        (Figure::IdleBytes, all(|one| Some(one.bytes)).map(largest)),
        (Figure::IdleTime, all(|one| one.time).map(median)),
        (Figure::IdleWakeUps, all(|one| one.switches).map(median)),
        (Figure::Memory, all(|one| one.memory).map(largest)),
    ];
    for (figure, value) in values {
        if let Some(value) = value {
            figures.insert(figure, value);
        }
    }
}

/// Puts the median time and ratio of the steps, and the mean of the bytes.
fn insert_times(figures: &mut Figures, pairs: &[Pair], [time, ratio, bytes]: [Figure; 3]) {
    figures.insert(time, median(by_step(pairs)));
    let ratios = steps(pairs).map(|step| {
        let own = least(step.iter().map(|pair| pair.own.settled));
        own / least(step.iter().map(|pair| pair.bare.settled))
    });
    figures.insert(ratio, median(ratios.collect()));
    let sum: f64 = pairs.iter().map(|pair| pair.own.bytes).sum();
    figures.insert(bytes, sum / number(pairs.len()));
}

/// The slowest step, each taken as the median of its sessions.
fn worst(pairs: &[Pair]) -> f64 {
    by_step(pairs).into_iter().fold(0.0, f64::max)
}

/// For each step the median of its sessions.
fn by_step(pairs: &[Pair]) -> Vec<f64> {
    steps(pairs).map(|step| median(step.iter().map(|pair| pair.own.settled).collect())).collect()
}

/// The pairs of each step, one for every session.
fn steps(pairs: &[Pair]) -> impl Iterator<Item = Vec<&Pair>> {
    let count = pairs.iter().map(|pair| pair.step + 1).max().unwrap_or(0);
    (0..count).map(|step| pairs.iter().filter(|pair| pair.step == step).collect())
}

fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::INFINITY, f64::min)
}

/// The middle value, the mean of the middle two; not a number where there is none.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let upper = values.get(values.len() / 2);
    let lower = values.get(values.len().saturating_sub(1) / 2);
    match (lower, upper) {
        (Some(lower), Some(upper)) => f64::midpoint(*lower, *upper),
        _ => f64::NAN,
    }
}
