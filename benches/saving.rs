//! Milliseconds one changed record takes to be on the disk, in invented books of two sizes.
//!
//! Owns nothing but the measuring: the books are those of the other benches. Sizes may be given as arguments:
//! `cargo bench --bench saving -- 10000`. Milliseconds are for reading only, so it never fails on them.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes time, files and output")]
#![expect(clippy::expect_used, reason = "a bench that cannot save has nothing to measure")]

#[path = "generate.rs"]
mod generate;

use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::date;
use kuntatutor::book::Change;
use kuntatutor::domain::{Act, Mint, Person, Record};
use kuntatutor::history::{Group, Signed};
use kuntatutor::store::save::save;
use kuntatutor::store::{Source, load};

/// How often one record is changed and saved.
const SAVES: usize = 15;

const SEED: u64 = 20_261_122;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    // `cargo test --all-targets` runs benches as well, without this word.
    if asked.is_empty() && !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing measured: this is for cargo bench");
        return;
    }
    for size in if asked.is_empty() { vec![10_000, 100_000] } else { asked } {
        measure(size);
    }
}

fn measure(size: usize) {
    let directory: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("saving-{size}"));
    drop(std::fs::remove_dir_all(&directory));
    generate::book(&directory, size, SEED).expect("a book");
    let mut mint = Mint::new(SEED);
    let mut times = Vec::new();
    for number in 0..SAVES {
        // Whoever saves has read the book before; that is not what is measured.
        let book = load(&Source::Directory(directory.clone())).book;
        let people: Vec<&Person> = book.all::<Person>().collect();
        let before = (*people.get(number * 7_919 % people.len()).expect("a person")).clone();
        let after = Person { phone: format!("040 555 {number:04}").into(), ..before.clone() };
        let change = Change { before: Some(Record::Person(before)), after: Some(Record::Person(after)) };
        let group = Group { id: mint.group(), act: Act::Edit, of: None, changes: vec![change] };
        let signed = Signed { group, by: None, at: date(2026, 11, 22).at(10, 42, 0, 0) };
        let started = Instant::now();
        save(&directory, &[signed]).expect("it is saved");
        times.push(started.elapsed().as_secs_f64() * 1_000.0);
    }
    // The first save of a day also makes the day's backup.
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let worst = times.last().copied().unwrap_or_default();
    println!("{size} records: a save {median:.1} ms, worst {worst:.1} ms, the day's first {first:.1} ms");
}
