//! Stages, what was reached when, and the order of gaps.

use jiff::civil::date;

use super::*;
use crate::book::Change;
use crate::domain::{Feedback, OptOut, Record, RecordRef, Voice};
use crate::planning::figures::reach;
use crate::store::{Source, load};

const TODAY: Date = date(2021, 9, 1);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

/// A coaching of the season for Askola, and so many sessions held, on the first days of a month.
fn with(status: CoachingStatus, held: &[Date]) -> Book {
    let mut book = load(&Source::Example).book;
    let coaching = Coaching {
        id: id("c1"),
        municipality: Some(id("018")),
        season: Some(id("2020-21")),
        status: Some(status),
        ..Coaching::default()
    };
    put(&mut book, Record::Coaching(coaching));
    for (number, day) in held.iter().enumerate() {
        put(&mut book, Record::Session(session(&format!("s{number}"), SessionStatus::Held, *day)));
    }
    book
}

fn session(word: &str, status: SessionStatus, day: Date) -> Session {
    Session {
        id: id(word),
        season: Some(id("2020-21")),
        coachings: [id("c1")].into_iter().collect(),
        municipalities: [id("018")].into_iter().collect(),
        status: Some(status),
        date: Some(day),
        ..Session::default()
    }
}

fn form(word: &str, about: Link, municipality: Option<Id>) -> Record {
    let voice = Some(Voice::Receiving);
    let comment = "Kiitos".into();
    Record::Feedback(Feedback { id: id(word), about: Some(about), voice, municipality, comment, ..Feedback::default() })
}

fn standings(book: &Book) -> Vec<Standing> {
    coverage(book, book.get(&id("2020-21")).unwrap(), TODAY)
}

fn askola(book: &Book) -> Standing {
    standings(book).into_iter().find(|standing| standing.municipality == id("018")).unwrap()
}

#[test]
fn the_stage_comes_from_the_status_and_from_what_was_held() {
    use CoachingStatus as C;
    let statuses = [
        (C::Waiting, Stage::Waiting),
        (C::Requested, Stage::Asked),
        (C::Offered, Stage::Offered),
        (C::Planning, Stage::Planned),
        (C::UnderWay, Stage::Held),
        (C::Done, Stage::Held),
        (C::Postponed, Stage::NotNow),
        (C::Declined, Stage::NotNow),
        (C::Cancelled, Stage::NotNow),
    ];
    for (status, stage) in statuses {
        assert_eq!(askola(&with(status, &[])).stage, stage, "{status:?}");
    }
    let met = askola(&with(C::Planning, &[date(2021, 3, 1), date(2021, 4, 1)]));
    assert_eq!((met.stage, met.held, met.coaching), (Stage::Held, 2, Some(id("c1"))));
    assert_eq!(met.last_reached, Some(Reached { season: id("2020-21"), day: Some(date(2021, 4, 1)) }));
    assert_eq!(met.feedback, Answers { given: 0, expected: 2, forms: 0 });
}

#[test]
fn feedback_is_in_when_every_session_or_the_whole_was_answered() {
    let mut book = with(CoachingStatus::UnderWay, &[date(2021, 3, 1), date(2021, 4, 1)]);
    put(&mut book, form("f1", Link::new(Kind::Session, id("s0")), None));
    put(&mut book, form("f2", Link::new(Kind::Session, id("s0")), Some(id("018"))));
    let expected = Answers { given: 1, expected: 2, forms: 2 };
    assert_eq!(askola(&book).feedback, expected, "two voices of one session are one answer");
    put(&mut book, form("f3", Link::new(Kind::Session, id("s1")), Some(id("858"))));
    assert_eq!(askola(&book).stage, Stage::Held, "another municipality's form");
    put(&mut book, form("f4", Link::new(Kind::Coaching, id("c1")), None));
    assert_eq!((askola(&book).stage, askola(&book).feedback.given), (Stage::FeedbackIn, 2));
}

#[test]
fn the_next_session_is_the_first_that_is_still_to_come() {
    let mut book = with(CoachingStatus::Planning, &[]);
    put(&mut book, Record::Session(session("s1", SessionStatus::Planned, date(2021, 8, 1))));
    put(&mut book, Record::Session(session("s2", SessionStatus::Cancelled, date(2021, 9, 2))));
    put(&mut book, Record::Session(session("s3", SessionStatus::Planned, date(2021, 10, 2))));
    put(&mut book, Record::Session(session("s4", SessionStatus::Confirmed, date(2021, 9, 9))));
    assert_eq!(askola(&book).next, Some(id("s4")));
}

#[test]
fn the_oldest_gap_stands_first_and_who_opted_out_last() {
    let mut book = with(CoachingStatus::Requested, &[]);
    // Hanko was reached in an earlier season; Inkoo opted out of this one.
    let earlier = Coaching {
        id: id("c2"),
        municipality: Some(id("078")),
        season: Some(id("2019")),
        status: Some(CoachingStatus::Done),
        ..Coaching::default()
    };
    put(&mut book, Record::Coaching(earlier));
    let mut season = book.get::<Season>(&id("2020-21")).unwrap().clone();
    let out = OptOut { municipality: Some(id("149")), on: Some(date(2021, 1, 7)), ..OptOut::default() };
    season.opt_outs.extend([out.clone(), out]);
    put(&mut book, Record::Season(season));
    let standings = standings(&book);
    let at = |code: &str| standings.iter().position(|standing| standing.municipality == id(code)).unwrap();
    assert_eq!(at("018"), 16, "after the seventeen that nobody asked");
    assert_eq!(at("078"), 17, "reached before, and not now");
    assert!((18..21).contains(&at("858")), "reached now");
    assert_eq!(at("149"), 21, "once");
    assert_eq!(standings[21].opted_out, Some(date(2021, 1, 7)));
    let sums = sums(&standings);
    let expected = Sums { targets: 21, reached: 3, on_the_way: 1, to_go: 17, never_reached: 17, opted_out: 1 };
    assert_eq!(sums, expected);
    let reach = reach(&book, book.get(&id("2020-21")).unwrap());
    assert_eq!((reach.reached.len(), reach.never.len()), (sums.reached, sums.never_reached), "one definition");
}
