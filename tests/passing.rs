//! What time brings, as it holds for whatever book and whatever day: figures of what is over stay, undo restores, no
//! list names a municipality twice; and the roll of tutors key by key.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{
    Action, ActionStatus, Choice as _, Coaching, CoachingStatus, Id, Kind, Link, Municipality, Person, Record,
    RecordRef, Role, Season, Session, SessionStatus, Value,
};
use kuntatutor::planning::figures::reach;
use kuntatutor::planning::merger::{Merging, merged};
use kuntatutor::store::{Source, load};
use kuntatutor::text::Tongue;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use stage::{Stage, size};

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

/// What is added to the shipped book: a coaching with, perhaps, a session, an action, a role.
#[derive(Clone, Debug)]
struct Extra {
    municipality: Index,
    other: Index,
    season: Index,
    person: Index,
    status: CoachingStatus,
    session: Option<(SessionStatus, Option<Date>)>,
    listed: bool,
}

fn extra() -> impl Strategy<Value = Extra> {
    let statuses: Vec<CoachingStatus> =
        CoachingStatus::KEYS.iter().filter_map(|key| CoachingStatus::from_key(key)).collect();
    let held: Vec<SessionStatus> = SessionStatus::KEYS.iter().filter_map(|key| SessionStatus::from_key(key)).collect();
    let session = prop::option::of((select(held), prop::option::of(day())));
    let places = (any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>());
    (places, select(statuses), session, any::<bool>()).prop_map(|(places, status, session, listed)| {
        let (municipality, other, season, person) = places;
        Extra { municipality, other, season, person, status, session, listed }
    })
}

fn day() -> impl Strategy<Value = Date> {
    (0_i64..365 * 11).prop_map(|days| date(2018, 1, 1).saturating_add(days.days()))
}

fn ids<T: kuntatutor::book::Shelved>(book: &Book) -> Vec<Id> {
    book.all::<T>().map(|record| record.id().clone()).collect()
}

/// The shipped book with three seasons more and these.
fn book(extras: &[Extra]) -> Book {
    let mut book = load(&Source::Example).book;
    for year in [2026, 2027, 2028] {
        let season = Season {
            id: id(&year.to_string()),
            name: year.to_string().into(),
            starts: Some(date(year, 1, 1)),
            ends: Some(date(year, 12, 31)),
            ..Season::default()
        };
        put(&mut book, Record::Season(season));
    }
    let (municipalities, seasons, people) = (ids::<Municipality>(&book), ids::<Season>(&book), ids::<Person>(&book));
    for (number, extra) in extras.iter().enumerate() {
        let municipality = extra.municipality.get(&municipalities).clone();
        let other = extra.other.get(&municipalities).clone();
        let season = extra.season.get(&seasons).clone();
        let coaching = Coaching {
            id: id(&format!("cx{number}")),
            municipality: Some(municipality.clone()),
            season: Some(season.clone()),
            status: Some(extra.status),
            ..Coaching::default()
        };
        put(&mut book, Record::Coaching(coaching));
        if let Some((status, date)) = extra.session {
            let session = Session {
                id: id(&format!("sx{number}")),
                season: Some(season.clone()),
                status: Some(status),
                date,
                coachings: [id(&format!("cx{number}"))].into_iter().collect(),
                municipalities: BTreeSet::from([municipality.clone(), other.clone()]).into_iter().collect(),
                ..Session::default()
            };
            put(&mut book, Record::Session(session));
        }
        if extra.listed {
            let mut season = book.get::<Season>(&season).unwrap().clone();
            let mut add = |of: &Id| {
                if !season.target_municipalities.contains(of) {
                    season.target_municipalities.push(of.clone());
                }
            };
            add(&municipality);
            add(&other);
            put(&mut book, Record::Season(season));
        }
        let mut person = book.get::<Person>(extra.person.get(&people)).unwrap().clone();
        let role = kuntatutor::domain::RoleInSeason {
            id: id(&format!("rx{number}")),
            season: Some(season),
            role: Some(Role::Contact),
            municipality: Some(municipality.clone()),
            ..kuntatutor::domain::RoleInSeason::default()
        };
        person.roles.push(role);
        put(&mut book, Record::Person(person));
    }
    book
}

fn over(book: &Book, day: Date) -> Vec<(Id, kuntatutor::planning::figures::Reach)> {
    let over = book.all::<Season>().filter(|season| season.ends.is_some_and(|last| last < day));
    over.map(|season| (season.id.clone(), reach(book, season))).collect()
}

/// How often a record's lists name a municipality.
fn named(record: RecordRef<'_>, municipality: &Id) -> Vec<(&'static str, usize)> {
    let is = |value: &Value| matches!(value, Value::Ref(id) if id == municipality);
    let lists = record.fields().into_iter().filter_map(|(column, value)| match value {
        Value::Many(values) => Some((column.key, values.iter().filter(|value| is(value)).count())),
        _ => None,
    });
    lists.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_merger_leaves_what_was_and_can_be_taken_back(
        extras in prop::collection::vec(extra(), 0..14),
        from in any::<Index>(),
        into in any::<Index>(),
        on in day(),
        today in day(),
    ) {
        let mut book = book(&extras);
        let all = ids::<Municipality>(&book);
        let merging = Merging { from: from.get(&all).clone(), into: into.get(&all).clone(), on };
        let figures = over(&book, on.max(today));
        let Ok(merged) = merged(&book, &merging, today) else {
            prop_assert_eq!(&merging.from, &merging.into, "any two others can be merged");
            return Ok(());
        };
        let changes = merged.changes;
        for change in &changes {
            book.apply(change);
        }
        prop_assert_eq!(over(&book, on.max(today)), figures);
        for kind in Kind::ALL {
            for record in book.places(kind).into_iter().filter_map(|place| book.at(place)) {
                for (field, count) in named(record, &merging.into) {
                    prop_assert!(count <= 1, "{} names it {} times in {}", record.link(), count, field);
                }
            }
        }
        // What is done is done: nothing held, over or said moves.
        for change in &changes {
            match &change.before {
                Some(Record::Coaching(it)) => prop_assert!(!matches!(it.status, Some(CoachingStatus::Done | CoachingStatus::UnderWay | CoachingStatus::Declined | CoachingStatus::Cancelled))),
                Some(Record::Session(it)) => prop_assert!(!matches!(it.status, Some(SessionStatus::Held | SessionStatus::Cancelled))),
                Some(Record::Season(it)) => prop_assert!(it.starts.is_some_and(|starts| starts >= on)),
                Some(Record::Municipality(it)) => prop_assert_eq!(&it.id, &merging.from),
                Some(Record::Action(_) | Record::Person(_)) => {}
                other => prop_assert!(false, "{other:?} stays as it is"),
            }
        }
        prop_assert!(kuntatutor::planning::merger::merged(&book, &merging, today).is_err(), "nobody merges twice");
        for Change { before, after } in changes.into_iter().rev() {
            book.apply(&Change { before: after, after: before });
        }
        prop_assert!(book.differences(&self::book(&extras)).is_empty());
    }
}

/// The program with an open action in the book.
fn opened(tongue: Tongue, measure: &str) -> Stage {
    let mut loaded = load(&Source::Example);
    let action = Action {
        id: id("a1"),
        what: "Soita Askolaan".into(),
        municipality: Some(id("018")),
        status: Some(ActionStatus::Open),
        ..Action::default()
    };
    put(&mut loaded.book, Record::Action(action));
    let mut stage = Stage::starting(tongue, size(measure), None);
    stage.load(loaded);
    stage
}

/// The records a group that was saved holds afterwards.
fn written(stage: &Stage) -> Vec<Record> {
    stage.written.last().unwrap().group.changes.iter().filter_map(|change| change.after.clone()).collect()
}

#[test]
fn the_roll_takes_one_key_each() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play(": seuraavaSpacekausi");
    stage.play("Esc : next-season Enter C-s");
    let asked = stage.draw();
    assert!(asked.has("2021–22: ketkä tutorit jatkavat?") && asked.has("Ari Tammi"), "{}", asked.text());
    // Yes with either key, no, back and otherwise, and one nobody asks.
    stage.play("Enter Space - Up Enter Down");
    assert!(stage.draw().text().matches("jatkaa ").count() >= 3, "{}", stage.draw().text());
    stage.play("- C-s C-s");
    let people: Vec<Person> = written(&stage)
        .into_iter()
        .filter_map(|it| if let Record::Person(it) = it { Some(it) } else { None })
        .collect();
    let tutors = people.iter().filter(|person| person.has_role(&id("2021-22"), Role::Tutor)).count();
    assert_eq!(tutors, 3);
    let told = stage.draw();
    assert!(
        told.has("Kausi 2021–22: 3 tutoria, 2 kierrosta, 19 odottavaa kuntaa, 1 tutor kysymättä"),
        "{}",
        told.text()
    );
    assert_eq!(stage.written.len(), 1, "one change");
    // The season is over by now, but the latest that has begun: it is at hand.
    stage.play("6");
    assert!(stage.draw().has("2021–22") && stage.draw().has("Soita Askolaan"), "{}", stage.draw().text());
    stage.play("4");
    assert!(stage.draw().has("odottaa") || stage.draw().has("jonossa"), "{}", stage.draw().text());
    stage.play("u");
    stage.play(": seasons Enter");
    assert!(!stage.draw().has("2021–22"), "{}", stage.draw().text());
}

#[test]
fn a_season_to_come_waits_until_one_goes_to_it() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play(": next-season Enter Tab C-u 1.1.2027 Tab C-u 31.12.2027 C-s C-s C-s");
    let told = stage.draw();
    assert!(told.has("0 tutoria") && told.has("s vaihtaa kautta") && told.has("· 2020–21 ·"), "{}", told.text());
    stage.play("1 : next-season Enter C-s");
    assert!(stage.draw().has("on jo kirjassa"), "{}", stage.draw().text());
}

#[test]
fn a_person_moves_from_the_list_and_comes_back_with_u() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play("2 f ahokas Enter + w");
    assert!(stage.draw().has("Mari Ahokas: uusi työpaikka"), "{}", stage.draw().text());
    stage.play("porvoo Tab koordinaattori Tab Tab Tab C-u 1.11.2026 C-s");
    assert!(stage.draw().footer().contains("Mari Ahokas: Porvoo 1.11.2026 alkaen."), "{}", stage.draw().text());
    let moved = written(&stage);
    let [Record::Person(mari)] = moved.as_slice() else { panic!("{moved:?}") };
    assert!(mari.affiliations.iter().all(|row| !row.id.is_empty()), "rows have ids");
    let there: Vec<_> = mari.present_affiliations(stage::TODAY).filter_map(|row| row.at.clone()).collect();
    assert_eq!(there, [Link::new(Kind::Municipality, id("638"))]);
    stage.play("u");
    assert!(stage.draw().has("Pornainen"), "{}", stage.draw().text());
    // Nothing was asked yet: Esc leaves at once, and with something typed it asks first.
    stage.play(": move-person Enter Esc");
    assert!(!stage.draw().has("uusi työpaikka"));
    stage.play(": move-person Enter porv Esc");
    assert!(stage.draw().has("uusi työpaikka") && stage.draw().footer().contains("kesken"), "{}", stage.draw().text());
    stage.play("Esc");
    assert!(!stage.draw().has("uusi työpaikka"));
}

#[test]
fn what_a_command_needs_is_said_where_it_is_missing() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play("3 : move-person Enter");
    assert!(stage.draw().footer().contains("Valitse ensin henkilö"), "{}", stage.draw().text());
    stage.play("Esc 2 : merge-mun Enter");
    assert!(stage.draw().footer().contains("Valitse ensin kunta"), "{}", stage.draw().text());
    stage.play("Esc 3 f porvoo Enter : merge-mun Enter porvoo Tab C-s");
    assert!(stage.draw().has("ei voi liittää itseensä"), "{}", stage.draw().text());
}

#[test]
fn one_that_is_gone_is_not_to_be_reached_and_old_figures_stay() {
    let mut stage = opened(Tongue::Fi, "120x40");
    stage.play("6 Space d 1");
    assert!(stage.draw().has("Askola") && stage.draw().has("3/22 tavoitettu"), "{}", stage.draw().text());
    stage.play("3 f askola Enter : merge-mun Enter porvoo Tab C-u 1.11.2026 C-s Enter Esc 1");
    assert!(!stage.draw().has("Askola") && stage.draw().has("3/22 tavoitettu"), "{}", stage.draw().text());
    stage.play("o askola");
    assert!(stage.draw().has("liittyi kuntaan Porvoo 1.11.2026"), "{}", stage.draw().text());
    stage.play("Esc u 1");
    assert!(stage.draw().has("Askola"), "{}", stage.draw().text());
}

#[test]
fn a_season_taken_back_leaves_the_one_before_at_hand() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play(": next-season Enter C-s Enter Enter Enter Enter Enter C-s 1");
    assert!(stage.draw().has("· 2021–22 ·"), "{}", stage.draw().text());
    stage.play("u 1");
    let today = stage.draw();
    assert!(today.has("· 2020–21 ·") && today.has("3/22 tavoitettu"), "{}", today.text());
    stage.play(": next-season Enter");
    assert!(stage.draw().has("2020–21: seuraava kausi"), "{}", stage.draw().text());
}

#[test]
fn the_palette_says_where_a_table_can_be_written() {
    let mut stage = opened(Tongue::Fi, "120x40");
    stage.play("1 : export");
    assert!(stage.draw().has("Avaa ensin luettelo"), "{}", stage.draw().text());
    stage.play("Enter");
    assert!(stage.draw().has("Avaa ensin luettelo"), "{}", stage.draw().text());
}

#[test]
fn a_list_tells_of_a_municipality_that_it_is_gone() {
    let mut stage = opened(Tongue::Fi, "120x40");
    stage.play("3 f askola Enter : merge-mun Enter porvoo Tab C-u 1.11.2026 C-s Enter");
    assert!(stage.draw().has("liittyi: Porvoo"), "{}", stage.draw().text());
    stage.play("u : merge-mun Enter porvoo Tab C-u 1.1.2027 C-s Enter");
    assert!(!stage.draw().has("liittyi: Porvoo"), "it is there until then: {}", stage.draw().text());
}

#[test]
fn nobody_is_passed_over_on_the_roll_by_one_key() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play(": next-season Enter C-s Enter Down Down C-s");
    let asked = stage.draw();
    assert!(asked.footer().contains("4 tutoria kysymättä"), "{}", asked.text());
    assert!(stage.written.is_empty(), "nothing is done yet");
    // The cursor is on the first nobody asked: what is said now is said of them.
    stage.play("Enter C-s");
    assert!(stage.draw().footer().contains("3 tutoria kysymättä"), "an answer in between: {}", stage.draw().text());
    stage.play("C-s");
    assert!(stage.draw().has("Kausi 2021–22: 2 tutoria,"), "{}", stage.draw().text());
    assert_eq!(stage.written.len(), 1);
}

#[test]
fn days_that_cannot_be_are_told_at_their_field() {
    let mut stage = opened(Tongue::Fi, "80x24");
    stage.play(": next-season Enter Tab C-u 1.12.2021 C-s");
    assert!(stage.draw().has("2020–21 jatkuu 31.12.2021 asti"), "{}", stage.draw().text());
    assert!(!stage.draw().has("ketkä tutorit jatkavat?"), "{}", stage.draw().text());
    stage.play("C-u 1.1.2022 C-s");
    assert!(stage.draw().has("ketkä tutorit jatkavat?") && stage.draw().has("on jo ohi"), "{}", stage.draw().text());
}

#[test]
fn a_merger_in_the_past_is_said_to_be_one() {
    let mut stage = opened(Tongue::Fi, "120x40");
    stage.play("3 f askola Enter : merge-mun Enter porvoo Tab C-u 1.11.2020 C-s");
    let shown = stage.draw();
    assert!(shown.has("1.11.2020 on jo takana: päättyneet kaudet jäävät ennalleen."), "{}", shown.text());
    stage.play("Enter Esc 1");
    assert!(stage.draw().has("3/22 tavoitettu"), "{}", stage.draw().text());
}
