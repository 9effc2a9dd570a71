//! Milliseconds a typed key takes in the search, beside nucleo on the same rows in the same run.
//!
//! Owns the invented rows and the budgets: exits with 1 where the ratio to nucleo is over budget. Sizes may be given
//! as arguments: `cargo bench --bench search -- 10000 1000000`. Milliseconds are for reading only.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes time and output")]

mod invented;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use kuntatutor::domain::Municipality;
use kuntatutor::find::fold::Folded;
use kuntatutor::find::index::{Index, Narrowing, SCORED};
use kuntatutor::find::inflect::Places;
use kuntatutor::find::query::Query;
use kuntatutor::store::reference_municipalities;
use nucleo::pattern::{CaseMatching, Normalization};
use nucleo::{Config, Nucleo};

use invented::{Dice, FAMILY, GIVEN, TITLES};

/// What is typed, key by key.
const QUERIES: &[&str] = &["hyvink", "tammi ari", "0401234567"];

/// The query whose ratio to nucleo is budgeted, by number of rows.
const BUDGETED: &str = "hyvink";
const BUDGETS: &[(usize, f64)] = &[(100_000, 0.2), (1_000_000, 0.1)];

fn main() -> ExitCode {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    let within: Vec<bool> = sizes.into_iter().map(measure).collect();
    if within.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Measures one size and tells whether it holds its budget.
fn measure(size: usize) -> bool {
    let rows = rows(size);
    let bytes: usize = rows.iter().map(String::len).sum();
    let started = Instant::now();
    let mut index = Index::new();
    for row in &rows {
        index.push(row);
    }
    let built = milliseconds(started);
    println!(
        "{size} rows of {} bytes: built in {built:.1} ms, {} bytes a row",
        bytes / size.max(1),
        index.bytes() / size.max(1)
    );
    let names = municipalities();
    let places = Places::new(names.iter().map(String::as_str));
    let mut nucleo = nucleo(&rows);
    let rounds = if size > 500_000 { 3 } else { 7 };
    let mut within = true;
    for query in QUERIES {
        let mut own = Vec::new();
        let mut theirs = Vec::new();
        for _ in 0..rounds {
            own.push(own_keys(&index, &places, query));
            theirs.push(nucleo_keys(&mut nucleo, query));
        }
        let (own, theirs) = (medians(&own), medians(&theirs));
        let ratio = own.iter().sum::<f64>() / theirs.iter().sum::<f64>();
        println!("  {query:<12} own    {}", shown(&own));
        println!("  {:<12} nucleo {}  ratio {ratio:.3}", "", shown(&theirs));
        let budget = BUDGETS.iter().find(|(rows, _)| *rows == size);
        if let Some((_, budget)) = budget.filter(|_| *query == BUDGETED)
            && ratio > *budget
        {
            println!("  over the budget of {budget}");
            within = false;
        }
    }
    within
}

/// Milliseconds of each key while `typed` grows letter by letter.
fn own_keys(index: &Index, places: &Places, typed: &str) -> Vec<f64> {
    let mut narrowing = Narrowing::default();
    beginnings(typed)
        .map(|typed| {
            let started = Instant::now();
            let query = Query::parse(typed, &|_| false, places);
            let hits = index.search(&mut narrowing, &query, |_| true, |_| 0, SCORED);
            let taken = milliseconds(started);
            black_box(hits);
            taken
        })
        .collect()
}

fn nucleo_keys(nucleo: &mut Nucleo<u32>, typed: &str) -> Vec<f64> {
    let mut parse = |typed: &str, continued: bool| {
        let (case, normal) = (CaseMatching::Smart, Normalization::Smart);
        nucleo.pattern.reparse(0, typed, case, normal, continued);
        while nucleo.tick(10).running {}
    };
    parse("", false);
    beginnings(typed)
        .map(|typed| {
            let started = Instant::now();
            parse(typed, true);
            milliseconds(started)
        })
        .collect()
}

fn nucleo(rows: &[String]) -> Nucleo<u32> {
    let mut nucleo = Nucleo::new(Config::DEFAULT, Arc::new(|| {}), Some(2), 1);
    let injector = nucleo.injector();
    for (row, text) in (0..).zip(rows) {
        injector.push(row, |_, columns| {
            if let Some(column) = columns.first_mut() {
                *column = text.as_str().into();
            }
        });
    }
    while nucleo.tick(10).running {}
    nucleo
}

fn beginnings(typed: &str) -> impl Iterator<Item = &str> {
    let ends = typed.char_indices().skip(1).map(|(at, _)| at);
    ends.chain([typed.len()]).filter_map(|end| typed.get(..end))
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// The median of each key over the rounds.
fn medians(rounds: &[Vec<f64>]) -> Vec<f64> {
    let keys = rounds.first().map_or(0, Vec::len);
    (0..keys)
        .map(|key| {
            let mut times: Vec<f64> = rounds.iter().filter_map(|round| round.get(key).copied()).collect();
            times.sort_by(f64::total_cmp);
            times.get(times.len() / 2).copied().unwrap_or_default()
        })
        .collect()
}

fn shown(keys: &[f64]) -> String {
    let each: Vec<String> = keys.iter().map(|key| format!("{key:.2}")).collect();
    let most = keys.iter().copied().fold(0.0, f64::max);
    format!("{}  max {most:.2} ms", each.join(" "))
}

/// Invented people, the same for the same number.
fn rows(size: usize) -> Vec<String> {
    let places = municipalities();
    let mut dice = Dice(20_261_122);
    (0..size)
        .map(|_| {
            let (given, family) = (dice.choose(GIVEN), dice.choose(FAMILY));
            let (title, place) = (dice.choose(TITLES), dice.choose(&places));
            let address = Folded::of(&format!("{given}.{family}@{place}")).text;
            let address = address.replace(' ', "");
            let number = dice.below(10_000_000);
            format!("{given} {family} {title} {place} {address}.example 040{number:07}")
        })
        .collect()
}

/// The Finnish names of all municipalities.
fn municipalities() -> Vec<String> {
    let reference = reference_municipalities().book;
    reference.all::<Municipality>().map(|municipality| municipality.name.fi.to_string()).collect()
}
