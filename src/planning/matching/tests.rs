//! Who could go, and where: what is said of each, the order, and what holds whatever comes.

use ecow::EcoVec;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::*;
use crate::book::Change;
use crate::domain::{Absence, Record, RecordRef, Role, RoleInSeason, Session, SessionKind, Words};

const TODAY: Date = date(2026, 11, 22);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn ids(words: &[&str]) -> crate::domain::Ids {
    words.iter().map(|word| id(word)).collect()
}

fn municipality(code: &str, name: &str, subregion: &str, population: u32, languages: &[Tongue]) -> Record {
    Record::Municipality(Municipality {
        id: id(code),
        name: Words::new(name.into(), "".into(), "".into()),
        subregion: Words::new(subregion.into(), "".into(), "".into()),
        population: Some(population),
        languages: languages.to_vec(),
        ..Municipality::default()
    })
}

fn tutor(key: &str, name: &str, home: &str, themes: &[&str]) -> Person {
    let row = RoleInSeason {
        season: Some(id("26")),
        role: Some(Role::Tutor),
        municipality: Some(id(home)),
        ceiling: Some(2),
        ..RoleInSeason::default()
    };
    Person {
        id: id(key),
        family: name.into(),
        phone: "040 1".into(),
        themes: ids(themes),
        roles: EcoVec::from([row]),
        ..Person::default()
    }
}

fn absent(mut person: Person, from: Date, until: Date) -> Person {
    let row = Absence { from: Some(from), until: Some(until), why: "loma".into(), ..Absence::default() };
    person.unavailable.push(row);
    person
}

fn coaching(key: &str, municipality: &str, tutors: &[&str]) -> Coaching {
    Coaching {
        id: id(key),
        municipality: Some(id(municipality)),
        season: Some(id("26")),
        status: Some(CoachingStatus::Requested),
        tutors: ids(tutors),
        themes: ids(&["remote", "networks"]),
        ..Coaching::default()
    }
}

/// Karkkila asks; Vantaa has two tutors, Helsinki one who is on leave, Hyvinkää has named nobody.
fn records() -> Vec<Record> {
    let season = Season {
        id: id("26"),
        name: "2026".into(),
        starts: Some(date(2026, 1, 1)),
        ends: Some(date(2026, 12, 31)),
        tutor_municipalities: ids(&["091", "092", "106"]),
        ..Season::default()
    };
    let before = Season { id: id("21"), starts: Some(date(2021, 1, 1)), ..season.clone() };
    let kerttu = tutor("p1", "Kerttu Malli", "092", &["remote", "networks"]);
    let mut olavi = tutor("p2", "Olavi Näyte", "092", &["remote"]);
    olavi.languages = vec![Tongue::Fi].into();
    let aino =
        absent(tutor("p3", "Aino Tammela", "091", &["remote", "networks"]), date(2026, 11, 24), date(2026, 11, 28));
    let mut karkkila = coaching("c1", "224", &[]);
    karkkila.planned_week = Some(date(2026, 11, 23));
    let mut earlier = coaching("c2", "224", &["p2"]);
    earlier.season = Some(id("21"));
    vec![
        municipality("091", "Helsinki", "Helsinki", 600_000, &[Tongue::Fi, Tongue::Sv]),
        municipality("092", "Vantaa", "Helsinki", 240_000, &[Tongue::Fi, Tongue::Sv]),
        municipality("106", "Hyvinkää", "Länsi", 15_000, &[Tongue::Fi]),
        municipality("224", "Karkkila", "Länsi", 9_000, &[Tongue::Fi]),
        Record::Season(season),
        Record::Season(before),
        Record::Person(kerttu),
        Record::Person(olavi),
        Record::Person(aino),
        Record::Coaching(karkkila),
        Record::Coaching(earlier),
    ]
}

fn book(records: impl IntoIterator<Item = Record>) -> Book {
    let mut book = Book::default();
    for record in records {
        let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
        book.apply(&Change { before, after: Some(record) });
    }
    book
}

fn asked(book: &Book) -> Asked {
    Asked::coaching(book, book.get::<Coaching>(&id("c1")).unwrap(), None).unwrap()
}

fn named(candidates: &[Candidate]) -> Vec<String> {
    candidates.iter().map(|candidate| candidate.tutor.link().id.to_string()).collect()
}

fn of<'a>(candidates: &'a [Candidate], key: &str) -> &'a Candidate {
    candidates.iter().find(|candidate| candidate.tutor.link().id == id(key)).unwrap()
}

#[test]
fn karkkila_is_offered_whom_a_coordinator_would_think_of() {
    let book = book(records());
    let found = who(&book, &asked(&book), TODAY);
    assert_eq!(named(&found), ["p1", "p2", "106", "p3"]);
    let both = Reason::Themes { common: vec![id("remote"), id("networks")], of: 2 };
    assert_eq!(of(&found, "p1").reasons, [both.clone(), Reason::Free(Stretch::Week), Reason::NeverMet]);
    let one = Reason::Themes { common: vec![id("remote")], of: 2 };
    let olavi = [one, Reason::Speaks(Tongue::Fi), Reason::Free(Stretch::Week), Reason::Coached(id("21"))];
    assert_eq!(of(&found, "p2").reasons, olavi);
    let office = [Reason::NeverMet, Reason::Neighbour, Reason::SimilarSize, Reason::AskOffice];
    assert_eq!(of(&found, "106").reasons, office);
    let leave = Objection::Absent { from: date(2026, 11, 24), until: date(2026, 11, 28), why: "loma".into() };
    assert_eq!((of(&found, "p3").objections.as_slice(), &of(&found, "p3").reasons[0]), (&[leave][..], &both));
    assert_eq!(of(&found, "p1").after, Load { coachings: 1, ceiling: Some(2), minutes: 0 });
}

#[test]
fn who_comes_from_there_or_has_left_stands_last_and_is_not_hidden() {
    let mut all = records();
    let mut own = tutor("p4", "Oma Opas", "224", &["remote", "networks"]);
    own.ceiling_of(1);
    let mut left = tutor("p5", "Lähti Jo", "091", &["remote", "networks"]);
    left.left_on = Some(date(2026, 3, 1));
    all.extend([Record::Person(own), Record::Person(left)]);
    let book = book(all);
    let found = who(&book, &asked(&book), TODAY);
    assert_eq!(named(&found)[3..], ["p3", "p5", "p4"]);
    assert_eq!(of(&found, "p4").objections, [Objection::OwnMunicipality]);
    assert_eq!(of(&found, "p5").objections, [Objection::Left(date(2026, 3, 1))]);
}

impl Person {
    fn ceiling_of(&mut self, most: u32) {
        self.roles.make_mut().iter_mut().for_each(|row| row.ceiling = Some(most));
    }
}

#[test]
fn a_full_tutor_and_one_in_another_session_that_day_are_told_so() {
    let mut all = records();
    let session = Session {
        id: id("s1"),
        kind: Some(SessionKind::Webinar),
        season: Some(id("26")),
        date: Some(date(2026, 11, 26)),
        tutors: ids(&["p1"]),
        ..Session::default()
    };
    let mut own = session.clone();
    (own.id, own.tutors, own.coachings) = (id("s2"), ids(&[]), ids(&["c1"]));
    own.kind = Some(SessionKind::Meeting);
    all.extend([Record::Session(session), Record::Session(own.clone())]);
    all.extend(["c7", "c8"].map(|key| Record::Coaching(coaching(key, "091", &["p2"]))));
    let book = book(all);
    let found = who(&book, &Asked::session(&book, &own, None).unwrap(), TODAY);
    let booked = Objection::Booked { session: id("s1"), day: date(2026, 11, 26) };
    assert_eq!(of(&found, "p1").objections, [booked]);
    assert_eq!(of(&found, "p2").objections, [Objection::Full(2)]);
    // For the week as a whole there is room beside it.
    let week = who(&book, &asked(&book), TODAY);
    assert_eq!(of(&week, "p1").objections, []);
    assert!(!of(&week, "p1").reasons.contains(&Reason::Free(Stretch::Week)));
}

#[test]
fn whom_the_coaching_has_already_is_counted_once() {
    let mut all = records();
    all.push(Record::Coaching(Coaching { planned_week: None, ..coaching("c1", "224", &["p1"]) }));
    let book = book(all);
    let found = who(&book, &asked(&book), TODAY);
    assert_eq!(of(&found, "p1").after.coachings, 1);
    assert!(of(&found, "p1").reasons.contains(&Reason::NeverMet), "in this coaching they have not met before it");
}

#[test]
fn swedish_is_spoken_or_missing_and_of_the_untold_nothing_is_said() {
    let book = book(records());
    let asked = Asked { language: Some(Tongue::Sv), ..asked(&book) };
    let found = who(&book, &asked, TODAY);
    assert_eq!(of(&found, "p2").objections, [Objection::NotSpeaking(Tongue::Sv)]);
    assert!(of(&found, "p1").objections.is_empty());
}

#[test]
fn a_tutor_is_told_where_to_go_next() {
    let mut all = records();
    all.extend([
        municipality("018", "Askola", "Porvoo", 5_000, &[Tongue::Fi]),
        municipality("149", "Inkoo", "Raasepori", 5_000, &[Tongue::Sv, Tongue::Fi]),
        municipality("186", "Järvenpää", "Helsinki", 45_000, &[Tongue::Fi]),
        Record::Coaching(coaching("c5", "018", &["p1"])),
        Record::Coaching(Coaching { status: Some(CoachingStatus::Declined), ..coaching("c6", "186", &[]) }),
    ]);
    let mut karkkila = coaching("c1", "224", &[]);
    karkkila.asked_on = Some(date(2026, 11, 10));
    all.push(Record::Coaching(karkkila));
    let book = book(all);
    let season = book.get::<Season>(&id("26")).unwrap();
    let places = places_for(&book, season, &Tutor::Person(id("p1")), TODAY);
    let there: Vec<&str> = places.iter().map(|place| place.municipality.as_str()).collect();
    assert_eq!(there, ["224", "149"], "Askola has a tutor, Järvenpää said no");
    assert_eq!(places[0].coaching, Some(id("c1")));
    let asked = Reason::Asked { status: CoachingStatus::Requested, on: Some(date(2026, 11, 10)) };
    assert_eq!(places[0].reasons[0], asked);
    assert_eq!(places[0].after.coachings, 2);
}

#[test]
fn a_season_that_is_gone_and_a_region_without_tutors_have_nobody() {
    let book = book(records());
    assert!(who(&book, &Asked { season: id("99"), ..asked(&book) }, TODAY).is_empty());
    let nobody = self::book([Record::Season(Season { id: id("26"), ..Season::default() })]);
    assert!(who(&nobody, &Asked { season: id("26"), ..Asked::default() }, TODAY).is_empty());
}

/// What a few letters say of a person.
type Made = (Vec<&'static str>, &'static str, &'static str, Option<(i8, i8)>, bool, bool);

/// Tutors of the four municipalities with what a few letters say of them.
fn people() -> impl Strategy<Value = Vec<Person>> {
    let themes = subsequence(vec!["remote", "networks", "future"], 0..3);
    let home = select(vec!["091", "092", "106", "224"]);
    let name = select(vec!["Aho", "Eho", "Iho", "Öhö"]);
    let leave = prop::option::of((20_i8..28, 0_i8..3));
    let person = (themes, home, name, leave, any::<bool>(), any::<bool>());
    prop::collection::vec(person, 1..7).prop_map(|people| {
        let person = |(number, (themes, home, name, leave, reachable, left)): (usize, Made)| {
            let mut person = tutor(&format!("p{number}x"), name, home, &themes);
            if let Some((day, length)) = leave {
                person = absent(person, date(2026, 11, day), date(2026, 11, day + length));
            }
            if !reachable {
                person.phone = "".into();
            }
            person.left_on = if left { Some(date(2026, 2, 2)) } else { None };
            person
        };
        people.into_iter().enumerate().map(person).collect()
    })
}

fn with(people: &[Person]) -> Vec<Record> {
    records().into_iter().chain(people.iter().cloned().map(Record::Person)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_records_changes_nothing(people in people(), seed in any::<u64>()) {
        let mut records = with(&people);
        let straight = book(records.clone());
        fastrand::Rng::with_seed(seed).shuffle(&mut records);
        let shuffled = book(records);
        prop_assert_eq!(who(&straight, &asked(&straight), TODAY), who(&shuffled, &asked(&shuffled), TODAY));
        let season = straight.get::<Season>(&id("26")).unwrap();
        for candidate in who(&straight, &asked(&straight), TODAY) {
            let places = places_for(&straight, season, &candidate.tutor, TODAY);
            prop_assert_eq!(places, places_for(&shuffled, season, &candidate.tutor, TODAY));
        }
    }

    #[test]
    fn nobody_from_there_stands_above_one_without_objections(people in people()) {
        let book = book(with(&people));
        let found = who(&book, &asked(&book), TODAY);
        prop_assert_eq!(found.len(), people.len() + 3 + usize::from(people.iter().all(|person| !person.is_from("106"))));
        let own = found.iter().position(|one| one.objections.contains(&Objection::OwnMunicipality));
        let last_free = found.iter().rposition(|one| one.objections.is_empty());
        prop_assert!(own.is_none_or(|own| last_free.is_none_or(|last| last < own)));
    }

    #[test]
    fn an_absence_raises_nobody(people in people(), which in any::<Index>(), day in 15_i8..29, length in 0_i8..2) {
        let place = |people: &[Person], which: &Id| {
            let book = book(with(people));
            who(&book, &asked(&book), TODAY).iter().position(|one| one.tutor.link().id == *which).unwrap()
        };
        let at = which.index(people.len());
        let mut away = people.clone();
        away[at] = absent(away[at].clone(), date(2026, 11, day), date(2026, 11, day + length));
        let key = &people[at].id;
        prop_assert!(place(&away, key) >= place(&people, key));
    }
}

impl Person {
    fn is_from(&self, code: &str) -> bool {
        self.roles.iter().any(|row| row.municipality == Some(id(code)))
    }
}
