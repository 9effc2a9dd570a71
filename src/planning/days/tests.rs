//! Which days are free, and why others are not.

use ecow::EcoVec;
use jiff::civil::date;

use super::*;
use crate::book::Change;
use crate::domain::{Absence, Record, RecordRef, Round};

const TODAY: Date = date(2026, 11, 22);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn ids(words: &[&str]) -> Ids {
    words.iter().map(|word| id(word)).collect()
}

fn book(records: impl IntoIterator<Item = Record>) -> Book {
    let mut book = Book::default();
    for record in records {
        let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
        book.apply(&Change { before, after: Some(record) });
    }
    book
}

/// A coaching of Karkkila with Kerttu, who is away on the first Tuesday and at a webinar on Wednesday.
fn records() -> Vec<Record> {
    let round =
        Round { id: id("r1"), starts: Some(date(2026, 11, 1)), ends: Some(date(2026, 11, 30)), ..Round::default() };
    let season = Season {
        id: id("26"),
        starts: Some(date(2026, 1, 1)),
        ends: Some(date(2026, 12, 2)),
        rounds: EcoVec::from([round]),
        ..Season::default()
    };
    let row = Absence { from: Some(date(2026, 11, 24)), why: "loma".into(), ..Absence::default() };
    let kerttu =
        Person { id: id("p1"), family: "Malli".into(), unavailable: EcoVec::from([row]).into(), ..Person::default() };
    let siiri = Person { id: id("p2"), family: "Esimerkki".into(), ..Person::default() };
    let coaching = Coaching {
        id: id("c1"),
        municipality: Some(id("224")),
        season: Some(id("26")),
        round: "r1".into(),
        tutors: ids(&["p1"]),
        contacts: ids(&["p2"]),
        ..Coaching::default()
    };
    let webinar = Session {
        id: id("s1"),
        season: Some(id("26")),
        date: Some(date(2026, 11, 25)),
        tutors: ids(&["p1"]),
        municipalities: ids(&["224", "018"]),
        ..Session::default()
    };
    let off = Session {
        id: id("s2"),
        status: Some(SessionStatus::Cancelled),
        date: Some(date(2026, 11, 26)),
        ..webinar.clone()
    };
    vec![
        Record::Municipality(Municipality { id: id("224"), ..Municipality::default() }),
        Record::Season(season),
        Record::Person(kerttu),
        Record::Person(siiri),
        Record::Coaching(coaching),
        Record::Session(webinar),
        Record::Session(off),
    ]
}

fn days(book: &Book, stretch: (Date, Date)) -> Vec<Day> {
    let coaching = book.get::<Coaching>(&id("c1")).unwrap();
    free_days(book, &Wanted::coaching(book, coaching, None), stretch, TODAY)
}

fn on(days: &[Day], day: Date) -> &Day {
    days.iter().find(|one| one.day == day).unwrap()
}

#[test]
fn the_earliest_day_nobody_is_kept_on_comes_first() {
    let book = book(records());
    let days = days(&book, (date(2026, 11, 23), date(2026, 12, 4)));
    let order: Vec<Date> = days.iter().map(|day| day.day).collect();
    let free = [date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)];
    assert_eq!(order[..4], free);
    assert_eq!(order.len(), 10, "no Saturday and no Sunday: {order:?}");
    let monday = [Good::TutorsFree(1), Good::ContactsFree(1), Good::Round];
    assert_eq!(days[0].reasons, monday, "that week there is a webinar");
    assert!(days[3].reasons.contains(&Good::QuietWeek));
}

#[test]
fn what_stands_against_a_day_names_who_and_what() {
    let book = book(records());
    let days = days(&book, (date(2026, 11, 20), date(2026, 12, 4)));
    let day = date(2026, 11, 24);
    let away = Hindrance::Away { person: id("p1"), from: day, until: day, why: "loma".into() };
    assert_eq!(on(&days, day).hindrances, [away]);
    let booked = |party| Hindrance::Booked { party, session: id("s1") };
    let both = [Link::new(Kind::Person, id("p1")), Link::new(Kind::Municipality, id("224"))].map(booked);
    assert_eq!(on(&days, date(2026, 11, 25)).hindrances, both);
    assert_eq!(on(&days, date(2026, 12, 1)).hindrances, [Hindrance::NotAgreed]);
    assert_eq!(on(&days, date(2026, 12, 3)).hindrances, [Hindrance::OutsideSeason, Hindrance::NotAgreed]);
    assert_eq!(on(&days, date(2026, 11, 20)).hindrances, [Hindrance::Past]);
}

#[test]
fn a_session_is_not_in_its_own_way_and_takes_from_its_coaching() {
    let mut all = records();
    let own = Session { id: id("s3"), coachings: ids(&["c1"]), date: Some(date(2026, 11, 27)), ..Session::default() };
    all.push(Record::Session(own.clone()));
    let book = book(all);
    let wanted = Wanted::session(&book, &own, None);
    assert_eq!((wanted.tutors.as_slice(), wanted.contacts.as_slice()), (&[id("p1")][..], &[id("p2")][..]));
    let days = free_days(&book, &wanted, (date(2026, 11, 27), date(2026, 11, 27)), TODAY);
    assert_eq!(days[0].hindrances, []);
}

#[test]
fn the_way_is_told_where_somebody_travels() {
    use crate::domain::{Role, RoleInSeason};
    let mut all = records();
    let row = RoleInSeason {
        season: Some(id("26")),
        role: Some(Role::Tutor),
        municipality: Some(id("092")),
        ..RoleInSeason::default()
    };
    let kerttu = Person { id: id("p1"), roles: EcoVec::from([row]), ..Person::default() };
    all.push(Record::Person(kerttu));
    let book = book(all);
    let coaching = book.get::<Coaching>(&id("c1")).unwrap();
    let wanted = Wanted::coaching(&book, coaching, None);
    assert_eq!(way(&book, &wanted, TODAY), None, "nobody has said that they meet in one place");
    let on_site = Wanted { mode: Some(Mode::OnSite), ..wanted.clone() };
    assert_eq!(way(&book, &on_site, TODAY), Some(60));
    assert_eq!(way(&book, &Wanted { mode: Some(Mode::Remote), ..wanted }, TODAY), None);
}

#[test]
fn where_nothing_is_said_the_rest_of_the_round_is_looked_at_and_else_the_next_weeks() {
    let book = book(records());
    let coaching = book.get::<Coaching>(&id("c1")).unwrap();
    let wanted = Wanted::coaching(&book, coaching, None);
    assert_eq!(wanted.stretch(TODAY), (date(2026, 11, 23), date(2026, 11, 30)));
    assert_eq!(wanted.stretch(date(2026, 12, 24)), (date(2026, 12, 25), date(2027, 2, 4)));
    let week = Coaching { planned_week: Some(date(2026, 12, 7)), ..coaching.clone() };
    let wanted = Wanted::coaching(&book, &week, None);
    assert_eq!(wanted.stretch(TODAY), (date(2026, 12, 7), date(2026, 12, 13)));
}

#[test]
fn no_stretch_is_too_long_or_too_late() {
    let book = book(records());
    for stretch in [(Date::MIN, Date::MAX), (Date::MAX, Date::MAX), (date(2027, 1, 1), date(2026, 1, 1))] {
        assert!(days(&book, stretch).len() <= DAYS_MOST);
    }
    let wanted = Wanted::default();
    assert_eq!(wanted.stretch(Date::MAX), (Date::MAX, Date::MAX));
    assert!(free_days(&Book::default(), &wanted, (TODAY, TODAY), TODAY).is_empty(), "a Sunday");
}
