//! Milliseconds a table of 10,000 invented contacts takes to come in: read, worked out, put into the book.
//!
//! Owns nothing but the measuring. Milliseconds are for reading only, so it never fails on them.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes time and output")]
#![expect(clippy::expect_used, reason = "a bench that has no table has nothing to measure")]

use std::fmt::Write as _;
use std::time::Instant;

use jiff::civil::date;
use kuntatutor::book::show::Showing;
use kuntatutor::domain::{Kind, Mint};
use kuntatutor::entry::{Reading, Tense};
use kuntatutor::exchange::table::read::read;
use kuntatutor::find::finder::Finder;
use kuntatutor::import::mapping::Mapping;
use kuntatutor::import::{Bringing, Hand, languages};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};

const PLACES: [&str; 6] = ["Porvoo", "Esbo", "Askolan kunta", "Hyvinkää", "Tusby", "Lohja"];

/// So many rows are worked out between two looks at the keyboard, as on the screen.
const SLICE: usize = 100;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing measured: this is for cargo bench");
        return;
    }
    for rows in [10_000, 100_000] {
        measure(rows);
    }
}

fn measure(rows: usize) {
    let text = table(rows);
    let mut book = load(&Source::Example).book;
    let (texts, finder) = (Texts::new(Tongue::Fi), Finder::new(&book, Tongue::Fi));
    let now = date(2026, 11, 22).at(10, 42, 0, 0);
    let started = Instant::now();
    let workbook = read(text.as_bytes(), &mut |_| true).expect("a table");
    let parsed = started.elapsed();
    let sheet = workbook.sheets.first().expect("a sheet");
    let started = Instant::now();
    let season = book.season_at(now.date());
    let showing = Showing { book: &book, texts: &texts, today: now.date(), season };
    let reading =
        Reading { book: &book, finder: &finder, texts: &texts, today: now.date(), tense: Tense::Past, season: None };
    let hand = Hand { reading, showing, now, me: None };
    let mapping = Mapping::guess(sheet, Kind::Person, &book, &languages());
    let mut bringing = Bringing::new(mapping, hand, Mint::new(7));
    let mut slowest = std::time::Duration::ZERO;
    while !bringing.is_done(sheet) {
        let slice = Instant::now();
        bringing.step(sheet, hand, SLICE);
        slowest = slowest.max(slice.elapsed());
    }
    let worked = started.elapsed();
    let started = Instant::now();
    let changes = bringing.changes();
    for change in &changes {
        book.apply(change);
    }
    let again = Finder::new(&book, Tongue::Fi);
    let applied = started.elapsed();
    assert_eq!((changes.len(), again.in_order(Kind::Person).len() > rows), (rows, true));
    let ms = |duration: std::time::Duration| duration.as_secs_f64() * 1_000.0;
    println!(
        "{rows} rows: read {:.0} ms, worked out {:.0} ms (slowest slice of {SLICE} rows {:.1} ms), into the book {:.0} ms",
        ms(parsed),
        ms(worked),
        ms(slowest),
        ms(applied)
    );
}

/// A list as a council keeps it.
fn table(rows: usize) -> String {
    let mut text = String::from("Etunimi;Sukunimi;Puh.;Sähköposti;Kunta;Nimike\n");
    for number in 0..rows {
        let place = PLACES.get(number % PLACES.len()).copied().unwrap_or_default();
        writeln!(text, "Aino;Tammela-{number};040 {number:07};aino.{number}@kunta.example;{place};suunnittelija")
            .expect("text takes text");
    }
    text
}
