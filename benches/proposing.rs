//! Milliseconds a season takes to plan: Uusimaa with 12 tutors, all of Finland with 40, both for 40 weeks; with places
//! that are short, and late in a round.
//!
//! Owns nothing but the measuring. Milliseconds are for reading only, so it never fails on them.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes time and output")]
#![expect(clippy::expect_used, reason = "a bench that has no book has nothing to measure")]

use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{Absence, Id, Ids, Municipality, Person, Record, Role, RoleInSeason, Round, Season};
use kuntatutor::planning::season::Planner;
use kuntatutor::store::reference_municipalities;
use kuntatutor::text::Tongue;

/// The first day of the season, a Monday, and a day shortly before the end of its first round.
const TODAY: Date = date(2026, 8, 31);
const LATE: Date = date(2026, 12, 3);

const THEMES: [&str; 4] = ["remote", "networks", "staff", "volunteers"];

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing measured: this is for cargo bench");
        return;
    }
    for (municipalities, tutors, places, today) in [
        (22, 12, None, TODAY),
        (22, 12, Some(9), TODAY),
        (22, 5, Some(9), LATE),
        (308, 40, None, TODAY),
        (308, 40, Some(120), TODAY),
        (308, 40, Some(60), LATE),
    ] {
        planned(municipalities, tutors, places, today);
    }
}

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn put(book: &mut Book, record: Record) {
    book.apply(&Change { before: None, after: Some(record) });
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

fn planned(municipalities: usize, tutors: usize, places: Option<u32>, today: Date) {
    let book = region(municipalities, tutors, places);
    let season = book.get::<Season>(&id("one")).expect("the season");
    let started = Instant::now();
    let mut planner = Planner::new(&book, season, today);
    let looked = started.elapsed();
    let (mut slowest, mut steps) = (Duration::ZERO, 0);
    while !planner.is_done() {
        let step = Instant::now();
        planner.step();
        slowest = slowest.max(step.elapsed());
        steps += 1;
    }
    let plan = planner.plan(&book);
    println!(
        "{municipalities} municipalities, {tutors} tutors, places {places:?}, {today}: {:.1} ms ({:.1} ms to look, \
         {steps} steps, the slowest {:.2} ms); {} placed, {} not, proven {}",
        ms(started.elapsed()),
        ms(looked),
        ms(slowest),
        plan.lines.len(),
        plan.blocked.len(),
        plan.is_proven,
    );
}

/// So many of Finland's municipalities to coach and so many tutors from others, who are all away for one week.
fn region(municipalities: usize, tutors: usize, places: Option<u32>) -> Book {
    let mut book = Book::default();
    let mut season = Season {
        id: id("one"),
        starts: Some(TODAY),
        ends: Some(date(2027, 6, 6)),
        rounds: [
            round("autumn", TODAY, date(2026, 12, 18), places),
            round("spring", date(2027, 1, 7), date(2027, 6, 6), None),
        ]
        .into_iter()
        .collect(),
        ..Season::default()
    };
    let mut known: Vec<Municipality> = reference_municipalities().book.all::<Municipality>().cloned().collect();
    for (number, municipality) in known.iter_mut().enumerate() {
        municipality.themes = themes(number);
        if number < municipalities {
            season.target_municipalities.push(municipality.id.clone());
        }
    }
    for (number, home) in known.iter().rev().take(tutors).enumerate() {
        put(&mut book, Record::Person(tutor(number, &home.id, municipalities / tutors)));
    }
    for municipality in known {
        put(&mut book, Record::Municipality(municipality));
    }
    put(&mut book, Record::Season(season));
    book
}

fn themes(number: usize) -> Ids {
    THEMES.iter().skip(number % 4).take(2).map(|word| id(word)).collect()
}

fn round(word: &str, starts: Date, ends: Date, places: Option<u32>) -> Round {
    Round { id: id(word), name: word.into(), starts: Some(starts), ends: Some(ends), places, ..Round::default() }
}

fn tutor(number: usize, home: &Id, share: usize) -> Person {
    let role = RoleInSeason {
        season: Some(id("one")),
        role: Some(Role::Tutor),
        municipality: Some(home.clone()),
        ceiling: u32::try_from(share + 2 + number % 4).ok(),
        ..RoleInSeason::default()
    };
    let away = Absence { from: Some(date(2026, 10, 12)), until: Some(date(2026, 10, 18)), ..Absence::default() };
    let languages = if number.is_multiple_of(3) { vec![Tongue::Fi, Tongue::Sv] } else { vec![Tongue::Fi] };
    Person {
        id: id(&format!("p{number}")),
        family: format!("Tutor {number}").into(),
        roles: [role].into_iter().collect(),
        unavailable: ecow::EcoVec::from([away]).into(),
        languages: languages.into(),
        themes: themes(number),
        ..Person::default()
    }
}
