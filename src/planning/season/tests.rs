//! A season planned: what is asked of the plan as a whole, and why somebody is left out.

use std::collections::HashSet;

use ecow::EcoVec;
use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;

use super::calendar::monday;
use super::*;
use crate::domain::{Absence, Kind, Link, Municipality, OptOut, Person, RecordRef, Role, RoleInSeason, Round};
use crate::planning::coverage::coverage;
use crate::planning::holidays::is_workday;
use crate::planning::rounds::places_left;
use crate::planning::tutors::{absence, home, tutors};
use crate::store::{Source, load as read};
use crate::text::Tongue;

/// A Monday.
const TODAY: Date = date(2026, 8, 31);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

fn season() -> Season {
    Season {
        id: id("one"),
        name: "2026–27".into(),
        starts: Some(date(2026, 8, 1)),
        ends: Some(date(2027, 5, 31)),
        ..Season::default()
    }
}

fn round(word: &str, starts: Date, ends: Date, places: Option<u32>) -> Round {
    Round { id: id(word), name: word.into(), starts: Some(starts), ends: Some(ends), places, ..Round::default() }
}

fn municipality(word: &str) -> Municipality {
    Municipality { id: id(word), languages: vec![Tongue::Fi], population: Some(9_000), ..Municipality::default() }
}

fn tutor(word: &str, from: &str, ceiling: Option<u32>) -> Person {
    let role = RoleInSeason {
        season: Some(id("one")),
        role: Some(Role::Tutor),
        municipality: Some(id(from)),
        ceiling,
        ..RoleInSeason::default()
    };
    Person { id: id(word), family: word.into(), roles: EcoVec::from([role]), ..Person::default() }
}

fn away(person: &mut Person, from: Date, until: Date) {
    let row = Absence { from: Some(from), until: Some(until), ..Absence::default() };
    person.unavailable = EcoVec::from([row]).into();
}

fn coaching(word: &str, of: &str, status: CoachingStatus) -> Coaching {
    let (municipality, season) = (Some(id(of)), Some(id("one")));
    Coaching { id: id(word), municipality, season, status: Some(status), ..Coaching::default() }
}

/// Four municipalities of which the last one tutors with one person.
fn book() -> Book {
    let mut book = Book::default();
    for word in ["a", "b", "c", "t"] {
        put(&mut book, Record::Municipality(municipality(word)));
    }
    put(&mut book, Record::Person(tutor("anna", "t", Some(9))));
    let mut season = season();
    season.tutor_municipalities = [id("t")].into_iter().collect();
    put(&mut book, Record::Season(season));
    book
}

fn plan(book: &Book) -> Plan {
    propose(book, book.get(&id("one")).unwrap(), TODAY)
}

fn rule(book: &Book, of: &str) -> Option<Rule> {
    plan(book).blocked.into_iter().find(|blocked| blocked.municipality == id(of)).map(|blocked| blocked.rule)
}

#[test]
fn all_are_placed_each_in_a_week_of_its_own_from_today_on() {
    let plan = plan(&book());
    assert!(plan.is_proven && plan.blocked.is_empty());
    let weeks: Vec<Date> = plan.lines.iter().map(|line| line.week).collect();
    assert_eq!(weeks, [TODAY, date(2026, 9, 7), date(2026, 9, 14)]);
    assert!(plan.lines.iter().all(|line| line.tutor == Tutor::Person(id("anna")) && line.round.is_none()));
}

#[test]
fn what_is_accepted_is_offered_and_nothing_is_proposed_twice() {
    let mut book = book();
    put(&mut book, Record::Coaching(coaching("c1", "a", CoachingStatus::Waiting)));
    let season = book.get::<Season>(&id("one")).unwrap().clone();
    let plan = plan(&book);
    let mut changes = changes(&book, &season, &plan.lines);
    assert_eq!(changes.iter().filter(|change| change.before.is_some()).count(), 1, "the one that waits is kept");
    for (number, change) in changes.iter_mut().enumerate() {
        let Some(Record::Coaching(after)) = &mut change.after else { panic!("a coaching") };
        assert_eq!(after.status, Some(CoachingStatus::Offered));
        if after.id.is_empty() {
            after.id = id(&format!("n{number}"));
        }
        book.apply(change);
    }
    assert_eq!(super::propose(&book, &season, TODAY).lines, []);
}

#[test]
fn what_people_settled_stands() {
    let mut book = book();
    put(&mut book, Record::Person(tutor("bo", "t", Some(9))));
    let mut season = season();
    season.rounds = EcoVec::from([
        round("autumn", date(2026, 9, 1), date(2026, 12, 18), Some(9)),
        round("spring", date(2027, 1, 7), date(2027, 5, 31), None),
    ]);
    put(&mut book, Record::Season(season));
    let mut late = coaching("c1", "a", CoachingStatus::Requested);
    late.round = "spring".into();
    late.planned_week = Some(date(2027, 2, 11));
    put(&mut book, Record::Coaching(late));
    let mut known = coaching("c2", "b", CoachingStatus::Planning);
    known.tutors = [id("bo"), id("gone")].into_iter().collect();
    put(&mut book, Record::Coaching(known));
    let plan = plan(&book);
    let line = |of: &str| plan.lines.iter().find(|line| line.municipality == id(of)).unwrap();
    assert_eq!((line("a").round.clone(), line("a").week), (Some(id("spring")), date(2027, 2, 8)));
    assert_eq!((line("b").tutor.clone(), line("b").keeps_tutors), (Tutor::Person(id("bo")), true));
    let changes = changes(&book, book.get(&id("one")).unwrap(), [line("b")]);
    let Some(Record::Coaching(after)) = &changes[0].after else { panic!("a coaching") };
    assert_eq!((after.tutors.len(), after.status), (2, Some(CoachingStatus::Planning)));
}

#[test]
fn the_load_is_even_against_the_ceilings() {
    let mut book = Book::default();
    let mut season = season();
    for number in 0..9 {
        put(&mut book, Record::Municipality(municipality(&format!("m{number}"))));
        season.target_municipalities.push(id(&format!("m{number}")));
    }
    put(&mut book, Record::Municipality(municipality("t")));
    put(&mut book, Record::Season(season));
    put(&mut book, Record::Person(tutor("anna", "t", Some(8))));
    put(&mut book, Record::Person(tutor("bo", "t", Some(4))));
    let plan = plan(&book);
    let load = |who: &str| plan.lines.iter().filter(|line| line.tutor == Tutor::Person(id(who))).count();
    assert_eq!((load("anna"), load("bo")), (6, 3));
}

#[test]
fn another_tutor_than_last_time_is_preferred() {
    let mut book = book();
    put(&mut book, Record::Person(tutor("bo", "t", Some(9))));
    put(&mut book, Record::Season(Season { id: id("nil"), starts: Some(date(2025, 8, 1)), ..Season::default() }));
    for (of, who) in [("a", "anna"), ("b", "bo")] {
        let mut last = coaching(&format!("c{of}"), of, CoachingStatus::Done);
        last.season = Some(id("nil"));
        last.tutors = [id(who)].into_iter().collect();
        put(&mut book, Record::Coaching(last));
    }
    let plan = plan(&book);
    let who = |of: &str| plan.lines.iter().find(|line| line.municipality == id(of)).map(|line| line.tutor.clone());
    assert_eq!(who("a"), Some(Tutor::Person(id("bo"))));
    assert_eq!(who("b"), Some(Tutor::Person(id("anna"))));
}

#[test]
fn who_has_waited_longest_goes_first_and_is_not_the_one_left_out() {
    let mut book = book();
    let mut asked = coaching("c1", "c", CoachingStatus::Requested);
    asked.asked_on = Some(date(2026, 3, 1));
    put(&mut book, Record::Coaching(asked));
    let first = plan(&book).lines[0].municipality.clone();
    assert_eq!(first, id("c"));
    put(&mut book, Record::Person(tutor("anna", "t", Some(1))));
    let plan = plan(&book);
    assert_eq!(plan.lines.len(), 1);
    assert_eq!(plan.lines[0].municipality, id("c"));
    assert!(plan.blocked.iter().all(|blocked| blocked.rule == Rule::AllAtCeiling));
}

#[test]
fn a_season_that_cannot_be_planned_says_why() {
    let over = |change: &dyn Fn(&mut Season)| {
        let mut book = book();
        let mut season = book.get::<Season>(&id("one")).unwrap().clone();
        change(&mut season);
        put(&mut book, Record::Season(season));
        rule(&book, "a")
    };
    assert_eq!(over(&|season| season.ends = Some(date(2026, 8, 30))), Some(Rule::SeasonOver));
    assert_eq!(over(&|season| season.ends = Some(Date::MIN)), Some(Rule::SeasonOver));
    assert_eq!(over(&|season| season.starts = Some(Date::MAX)), Some(Rule::NoWeeks));
    let past = round("old", date(2026, 8, 1), date(2026, 8, 30), None);
    assert_eq!(over(&|season| season.rounds = EcoVec::from([past.clone()])), Some(Rule::NoWeeks));
    let full = round("full", date(2026, 9, 1), date(2026, 9, 30), Some(0));
    assert_eq!(over(&|season| season.rounds = EcoVec::from([full.clone()])), Some(Rule::RoundsFull(vec![id("full")])));
    let one = round("small", date(2026, 9, 1), date(2026, 9, 30), Some(1));
    assert_eq!(over(&|season| season.rounds = EcoVec::from([one.clone()])), None, "the one place is a's");
    let both = |season: &mut Season| {
        season.rounds = EcoVec::from([round("over", date(2026, 8, 1), date(2026, 8, 30), Some(9)), one.clone()]);
    };
    let mut two = book();
    let mut with_both = two.get::<Season>(&id("one")).unwrap().clone();
    both(&mut with_both);
    put(&mut two, Record::Season(with_both));
    let full = Some(Rule::RoundsFull(vec![id("small")]));
    assert_eq!(rule(&two, "b"), full, "the places of a round that is over help nobody");
    let past = round("over", date(2026, 8, 1), date(2026, 8, 30), None);
    let none_left = round("full", date(2026, 9, 1), date(2026, 9, 30), Some(0));
    let either = [past, none_left];
    let full = Some(Rule::RoundsFull(vec![id("full")]));
    assert_eq!(over(&|season| season.rounds = EcoVec::from(either.clone())), full, "it was full from the beginning");
    let mut none = book();
    put(&mut none, Record::Person(Person { id: id("anna"), family: "anna".into(), ..Person::default() }));
    let mut season = season();
    season.target_municipalities = [id("a")].into_iter().collect();
    put(&mut none, Record::Season(season));
    assert_eq!(rule(&none, "a"), Some(Rule::NoTutors));
}

#[test]
fn tutors_who_cannot_be_asked_say_why() {
    let with = |change: &dyn Fn(&mut Person)| {
        let mut book = book();
        let mut person = book.get::<Person>(&id("anna")).unwrap().clone();
        change(&mut person);
        put(&mut book, Record::Person(person));
        rule(&book, "a")
    };
    assert_eq!(with(&|person| person.left_on = Some(date(2026, 8, 30))), Some(Rule::AllLeft));
    assert_eq!(with(&|person| *person = tutor("anna", "t", Some(0))), Some(Rule::AllAtCeiling));
    let all = |person: &mut Person| away(person, date(2026, 1, 1), date(2027, 12, 31));
    assert_eq!(with(&all), Some(Rule::AllAway(TODAY, date(2027, 5, 31))));
    assert_eq!(with(&|person| away(person, TODAY, date(2027, 5, 20))), None, "one week is left");
    let mut own = book();
    put(&mut own, Record::Season(season()));
    put(&mut own, Record::Person(tutor("anna", "a", None)));
    assert_eq!((rule(&own, "a"), rule(&own, "b")), (Some(Rule::OnlyFromThere), None));
}

#[test]
fn a_coaching_whose_wish_cannot_be_kept_says_why() {
    let with = |change: &dyn Fn(&mut Coaching)| {
        let mut book = book();
        let mut season = book.get::<Season>(&id("one")).unwrap().clone();
        season.rounds = EcoVec::from([
            round("past", date(2026, 8, 1), date(2026, 8, 28), None),
            round("now", date(2026, 9, 1), date(2026, 12, 18), None),
        ]);
        put(&mut book, Record::Season(season));
        let mut wish = coaching("c1", "a", CoachingStatus::Requested);
        change(&mut wish);
        put(&mut book, Record::Coaching(wish));
        let mut person = book.get::<Person>(&id("anna")).unwrap().clone();
        away(&mut person, date(2026, 10, 5), date(2026, 10, 11));
        put(&mut book, Record::Person(person));
        rule(&book, "a")
    };
    assert_eq!(with(&|wish| wish.round = "past".into()), Some(Rule::RoundOver(id("past"))));
    assert_eq!(with(&|wish| wish.round = "gone".into()), None, "a round that is gone binds nobody");
    let outside = date(2027, 2, 8);
    assert_eq!(with(&|wish| wish.planned_week = Some(outside)), Some(Rule::WeekOutside(outside)));
    assert_eq!(with(&|wish| wish.planned_week = Some(date(2026, 5, 4))), None, "a week that has passed binds nobody");
    let then = date(2026, 10, 5);
    assert_eq!(with(&|wish| wish.planned_week = Some(then)), Some(Rule::NobodyThen(then)));
    assert_eq!(with(&|wish| wish.status = Some(CoachingStatus::Declined)), Some(Rule::SaidNo));
    assert_eq!(with(&|wish| wish.status = Some(CoachingStatus::Cancelled)), None, "a new one is made");
    let anna = |wish: &mut Coaching| {
        wish.tutors = [id("anna")].into_iter().collect();
        wish.round = "past".into();
    };
    assert_eq!(with(&anna), Some(Rule::RoundOver(id("past"))));
}

#[test]
fn who_needs_nothing_is_not_in_the_plan() {
    let mut book = book();
    put(&mut book, Record::Coaching(coaching("c1", "a", CoachingStatus::UnderWay)));
    let mut settled = coaching("c2", "b", CoachingStatus::Planning);
    settled.tutors = [id("anna")].into_iter().collect();
    settled.planned_week = Some(date(2026, 9, 7));
    put(&mut book, Record::Coaching(settled));
    let mut season = season();
    season.tutor_municipalities = [id("t")].into_iter().collect();
    season.opt_outs = EcoVec::from([OptOut { municipality: Some(id("c")), ..OptOut::default() }]);
    season.target_municipalities = ["a", "b", "c", "gone"].map(id).into_iter().collect();
    put(&mut book, Record::Season(season));
    assert_eq!(plan(&book), Plan { is_proven: true, is_dated: true, ..Plan::default() });
}

#[test]
fn the_season_of_2021_is_planned_with_the_office_of_hyvinkaa() {
    let book = read(&Source::Example).book;
    let season = book.get::<Season>(&id("2020-21")).unwrap();
    let plan = propose(&book, season, date(2021, 1, 7));
    assert_eq!((plan.lines.len(), plan.blocked.len(), plan.is_proven), (19, 0, true));
    assert!(plan.lines.iter().any(|line| line.tutor == Tutor::Office(id("106"))));
    let spring = plan.lines.iter().filter(|line| line.round == Some(id("m78f1g"))).count();
    assert!(spring <= 5, "the spring round took five");
}

/// Whether a plan breaks none of the rules, seen from the book alone.
fn keeps_the_rules(book: &Book, season: &Season, plan: &Plan, today: Date) -> Result<(), TestCaseError> {
    let of_season: HashSet<Tutor> = tutors(book, season).into_iter().collect();
    let mut starts = HashSet::new();
    for line in &plan.lines {
        prop_assert_eq!(line.week, monday(line.week));
        let days = (0_i64..7).filter_map(|day| line.week.checked_add(day.days()).ok());
        let round = season.rounds.iter().find(|round| Some(&round.id) == line.round.as_ref());
        let first = [season.starts, round.and_then(|round| round.starts), Some(today)].into_iter().flatten().max();
        let last = [season.ends, round.and_then(|round| round.ends)].into_iter().flatten().min();
        let open = |day: &Date| is_workday(*day) && Some(*day) >= first && last.is_none_or(|last| *day <= last);
        let person = if let Tutor::Person(id) = &line.tutor { book.get::<Person>(id) } else { None };
        let there = |day: &Date| {
            person.is_none_or(|it| absence(it, *day, *day).is_none() && it.left_on.is_none_or(|left| left >= *day))
        };
        prop_assert!(days.filter(open).any(|day| there(&day)), "a workday for {:?}", line);
        prop_assert!(starts.insert((line.tutor.clone(), line.week)), "one a tutor and week");
        prop_assert_eq!(season.rounds.is_empty(), line.round.is_none());
        if line.keeps_tutors {
            continue;
        }
        prop_assert!(of_season.contains(&line.tutor));
        let homes = match &line.tutor {
            Tutor::Person(_) => person.map(|it| home(it, &season.id, today)).unwrap_or_default(),
            Tutor::Office(id) => vec![id.clone()],
        };
        prop_assert!(!homes.contains(&line.municipality), "from elsewhere");
    }
    for tutor in &of_season {
        let more = plan.lines.iter().filter(|line| line.tutor == *tutor && !line.keeps_tutors).count();
        let load = load(book, season, tutor);
        let fits = load.ceiling.is_none_or(|most| load.coachings as usize + more <= most as usize);
        prop_assert!(more == 0 || fits, "the ceiling of {:?}", tutor);
    }
    for round in &season.rounds {
        let is_new = |line: &&Line| {
            let known = line.coaching.as_ref().and_then(|id| book.get::<Coaching>(id));
            let has_place =
                known.is_some_and(|it| it.round == round.id.as_str() && crate::planning::rounds::takes_place(it));
            line.round.as_ref() == Some(&round.id) && !has_place
        };
        let more = plan.lines.iter().filter(is_new).count();
        let left = places_left(book, season, round);
        prop_assert!(left.is_none_or(|left| more <= left as usize), "the places of {:?}", round);
    }
    Ok(())
}

fn some_day() -> impl Strategy<Value = Date> {
    prop_oneof![
        8 => (0_i64..300).prop_map(|days| TODAY.checked_add((days - 30).days()).unwrap()),
        1 => Just(Date::MIN),
        1 => Just(Date::MAX),
    ]
}

fn some_id(count: usize, letter: &'static str) -> impl Strategy<Value = Id> {
    (0..count).prop_map(move |number| id(&format!("{letter}{number}")))
}

fn some_tutor(number: usize) -> impl Strategy<Value = Record> {
    let absences = prop::collection::vec((some_day(), prop::option::of(some_day())), 0..3);
    (some_id(6, "m"), prop::option::of(0_u32..4), absences, prop::option::weighted(0.1, some_day())).prop_map(
        move |(from, ceiling, absences, left_on)| {
            let mut person = tutor(&format!("p{number}"), from.as_str(), ceiling);
            let row = |(from, until): (Date, Option<Date>)| Absence { from: Some(from), until, ..Absence::default() };
            person.unavailable = absences.into_iter().map(row).collect::<EcoVec<_>>().into();
            person.left_on = left_on;
            Record::Person(person)
        },
    )
}

fn some_coaching(number: usize) -> impl Strategy<Value = Record> {
    let status = prop::sample::select(<CoachingStatus as crate::domain::Choice>::ALL.to_vec());
    let round = prop::sample::select(vec!["", "r0", "r1", "gone"]);
    let tutors = prop::collection::vec(some_id(5, "p"), 0..3);
    let week = prop::option::weighted(0.3, some_day());
    let season = prop::sample::select(vec!["one", "nil"]);
    (some_id(7, "m"), status, round, tutors, week, season, prop::option::of(some_day())).prop_map(
        move |(of, status, round, tutors, week, season, asked_on)| {
            let mut record = coaching(&format!("c{number}"), of.as_str(), status);
            record.season = Some(id(season));
            record.round = round.into();
            record.tutors = tutors.into_iter().collect();
            record.planned_week = week;
            record.asked_on = asked_on;
            Record::Coaching(record)
        },
    )
}

fn some_season() -> impl Strategy<Value = Record> {
    let round = |number: usize| {
        (prop::option::of(some_day()), prop::option::of(some_day()), prop::option::of(0_u32..4)).prop_map(
            move |(starts, ends, places)| Round {
                id: id(&format!("r{number}")),
                starts,
                ends,
                places,
                ..Round::default()
            },
        )
    };
    let rounds = prop_oneof![
        Just(vec![]),
        (round(0), round(1)).prop_map(|(one, other)| vec![one, other]),
        round(0).prop_map(|one| vec![one]),
    ];
    let day = || prop::option::weighted(0.8, some_day());
    (rounds, day(), day(), prop::collection::vec(some_id(7, "m"), 0..2)).prop_map(|(rounds, starts, ends, offices)| {
        let (rounds, tutor_municipalities) = (rounds.into_iter().collect(), offices.into_iter().collect());
        Record::Season(Season { starts, ends, rounds, tutor_municipalities, ..season() })
    })
}

/// A season of six municipalities with up to five tutors and eight coachings, some of what they name not there.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let people = (0_usize..5).prop_flat_map(|count| (0..count).map(some_tutor).collect::<Vec<_>>());
    let coachings = (0_usize..8).prop_flat_map(|count| (0..count).map(some_coaching).collect::<Vec<_>>());
    (people, coachings, some_season()).prop_map(|(people, coachings, season)| {
        let municipalities = (0..6).map(|number| Record::Municipality(municipality(&format!("m{number}"))));
        municipalities.chain(people).chain(coachings).chain([season]).collect()
    })
}

fn filled(records: impl IntoIterator<Item = Record>) -> Book {
    let mut book = Book::default();
    for record in records {
        put(&mut book, record);
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn whatever_the_book_holds_no_rule_is_broken_and_nobody_is_forgotten(
        records in records(),
        today in prop_oneof![9 => Just(TODAY), 1 => some_day()],
    ) {
        let book = filled(records.clone());
        let season = book.get::<Season>(&id("one")).unwrap();
        let plan = propose(&book, season, today);
        keeps_the_rules(&book, season, &plan, today)?;
        prop_assert!(plan.is_proven);
        let waiting = coverage(&book, season, today).into_iter().filter(|it| {
            let settled = book.referring_as::<Coaching>(&Link::new(Kind::Municipality, it.municipality.clone()));
            let has_tutor = |it: &Coaching| !it.tutors.is_empty() || !it.tutor_municipalities.is_empty();
            !it.stage.is_reached() && it.opted_out.is_none() && !settled.into_iter().any(has_tutor)
        });
        for standing in waiting {
            let placed = plan.lines.iter().any(|line| line.municipality == standing.municipality);
            let blocked = plan.blocked.iter().any(|blocked| blocked.municipality == standing.municipality);
            prop_assert!(placed != blocked, "{:?} is either placed or told why not", standing.municipality);
        }
        // The same records in another order: as many are placed, and the same is said of all who cannot be.
        let turned = filled(records.into_iter().rev());
        let other = propose(&turned, turned.get(&id("one")).unwrap(), today);
        prop_assert_eq!(&other.lines, &plan.lines);
        prop_assert_eq!(other.blocked, plan.blocked);
    }
}
