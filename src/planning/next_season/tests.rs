//! What is carried into a new season, and what is not.

use jiff::civil::date;

use super::*;
use crate::domain::{Affiliation, Municipality, OptOut, Who};
use crate::store::{Source, load};

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(crate::domain::RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

/// The shipped book, its last season with an open coaching, an opt-out, a merged target and a contact who moved.
fn book() -> Book {
    let mut book = load(&Source::Example).book;
    let mut season = book.get::<Season>(&id("2020-21")).unwrap().clone();
    season.opt_outs.push(OptOut { municipality: Some(id("018")), ..OptOut::default() });
    put(&mut book, Record::Season(season));
    let asker = book.all::<Person>().next().unwrap().id.clone();
    let open = Coaching {
        id: id("copen"),
        municipality: Some(id("638")),
        season: Some(id("2020-21")),
        status: Some(CoachingStatus::Planning),
        asked_on: Some(date(2021, 5, 5)),
        asked_by: Who::Person(asker.clone()),
        wish: "Etätuki alkuun".into(),
        goals: "Ensimmäinen etäpiste".into(),
        themes: [id("networks")].into_iter().collect(),
        contacts: [asker].into_iter().collect(),
        tutors: [id("pj1fqz53wsjj5")].into_iter().collect(),
        round: "m78f1g".into(),
        planned_week: Some(date(2021, 9, 6)),
        ..Coaching::default()
    };
    put(&mut book, Record::Coaching(open));
    book
}

fn new(book: &Book) -> NewSeason {
    let guess = guess(book.get(&id("2020-21")).unwrap(), None, None);
    NewSeason {
        after: id("2020-21"),
        key: Id::parse(&guess.key).unwrap(),
        name: guess.name,
        starts: guess.starts.unwrap(),
        ends: guess.ends.unwrap(),
    }
}

fn season(begun: &Begun) -> Season {
    let Some(Record::Season(season)) = begun.changes[0].after.clone() else { panic!("the season comes first") };
    season
}

fn waiting(begun: &Begun) -> Vec<Coaching> {
    let coaching = |change: &Change| match &change.after {
        Some(Record::Coaching(coaching)) => Some(coaching.clone()),
        _ => None,
    };
    begun.changes.iter().filter_map(coaching).collect()
}

fn all_yes(book: &Book) -> Vec<(Id, Along)> {
    let tutors = tutors(book, book.get(&id("2020-21")).unwrap(), date(2022, 1, 1));
    tutors.iter().map(|tutor| (tutor.person.id.clone(), Along::Yes)).collect()
}

#[test]
fn name_key_days_and_rounds_come_a_year_later() {
    let book = book();
    let new = new(&book);
    assert_eq!((new.key.as_str(), new.name.as_str()), ("2021-22", "2021–22"));
    assert_eq!((new.starts, new.ends), (date(2022, 1, 1), date(2022, 12, 31)));
    let made = season(&begun(&book, &new, &[]).unwrap());
    let last = book.get::<Season>(&id("2020-21")).unwrap();
    let rounds: Vec<_> = made.rounds.iter().map(|round| (round.name.as_str(), round.places, round.complete)).collect();
    assert_eq!(rounds, [("kevät 2022", Some(5), None), ("syksy 2022", None, None)]);
    assert_eq!((&made.aim, &made.tutor_municipalities), (&last.aim, &last.tutor_municipalities));
    assert!(made.opt_outs.is_empty() && made.publications.is_empty() && made.report_texts.is_empty());
}

#[test]
fn those_who_said_yes_are_tutors_again_and_who_was_not_asked_is_told() {
    let book = book();
    let mut along = all_yes(&book);
    assert_eq!(along.len(), 5);
    along[1].1 = Along::No;
    let silent = along.pop().unwrap().0;
    let begun = begun(&book, &new(&book), &along).unwrap();
    assert_eq!((begun.tutors, begun.unasked.clone()), (3, vec![silent.clone()]));
    for change in &begun.changes {
        let (Some(Record::Person(before)), Some(Record::Person(after))) = (&change.before, &change.after) else {
            continue;
        };
        let rows: Vec<_> = after.roles.iter().skip(before.roles.len()).cloned().collect();
        assert_eq!(after.roles[..before.roles.len()], before.roles[..], "old roles stay");
        assert_eq!(Person { roles: before.roles.clone(), ..after.clone() }, *before, "nothing else changes");
        let old = |row: &RoleInSeason| {
            before
                .roles
                .iter()
                .any(|old| old.role == row.role && old.municipality == row.municipality && old.ceiling == row.ceiling)
        };
        assert!(!rows.is_empty() && rows.iter().all(old), "{rows:?}");
        assert!(after.id != silent && after.id != along[1].0);
        assert!(!rows.iter().any(|row| row.role == Some(Role::Speaker)), "who spoke once is not asked to speak again");
    }
}

#[test]
fn contacts_come_along_unless_they_work_elsewhere_or_have_left() {
    let mut book = book();
    let contact = |book: &mut Book, name: &str, until: Option<Date>, left_on: Option<Date>| {
        let at = Link::parse("municipality:611").ok();
        let role = RoleInSeason {
            season: Some(id("2020-21")),
            role: Some(Role::Contact),
            municipality: Some(id("611")),
            ..RoleInSeason::default()
        };
        let row = Affiliation { at, until, ..Affiliation::default() };
        let person = Person {
            id: id(name),
            family: name.into(),
            affiliations: [row].into_iter().collect(),
            roles: [role].into_iter().collect(),
            left_on,
            ..Person::default()
        };
        put(book, Record::Person(person));
    };
    contact(&mut book, "stays", None, None);
    contact(&mut book, "moved", Some(date(2021, 6, 1)), None);
    contact(&mut book, "left", None, Some(date(2021, 6, 1)));
    let before = begun(&load(&Source::Example).book, &new(&book), &[]).unwrap();
    let begun = begun(&book, &new(&book), &[]).unwrap();
    assert_eq!(begun.others, before.others + 1);
    assert_eq!(begun.gone, [id("moved"), id("left")].to_vec());
}

#[test]
fn nobody_who_waits_is_forgotten_and_the_old_coaching_stays() {
    let book = book();
    let begun = begun(&book, &new(&book), &[]).unwrap();
    let waiting = waiting(&begun);
    let last = reach(&book, book.get(&id("2020-21")).unwrap());
    assert_eq!(begun.waiting, waiting.len());
    let of = |word: &str| waiting.iter().filter(|it| it.municipality == Some(id(word))).collect::<Vec<_>>();
    let old = book.get::<Coaching>(&id("copen")).unwrap();
    let [successor] = of("638")[..] else { panic!("one for Porvoo: {waiting:?}") };
    let expected = Coaching {
        id: Id::default(),
        season: Some(id("2021-22")),
        status: Some(CoachingStatus::Waiting),
        tutors: Ids::new(),
        round: EcoString::new(),
        planned_week: None,
        ..old.clone()
    };
    assert_eq!(*successor, expected);
    let mut unreached: Vec<Id> = last.targets.iter().filter(|id| !last.reached.contains(id)).cloned().collect();
    let mut named: Vec<Id> = waiting.iter().filter_map(|it| it.municipality.clone()).collect();
    unreached.sort();
    named.sort();
    assert_eq!(named, unreached, "Askola opted out, Tuusula was reached, all others wait");
    assert!(of("018").is_empty() && of("858").is_empty());
    assert!(waiting.iter().all(|it| it.status == Some(CoachingStatus::Waiting)));
}

#[test]
fn nothing_of_the_last_season_changes() {
    let book = book();
    let begun = begun(&book, &new(&book), &all_yes(&book)).unwrap();
    let mut after = self::book();
    for (number, change) in begun.changes.iter().enumerate() {
        let mut change = change.clone();
        if let Some(record) = &mut change.after
            && record.as_ref().id().is_empty()
        {
            record.give_id(id(&format!("new{number}")));
        }
        after.apply(&change);
    }
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Person) {
        for record in book.places(kind).into_iter().filter_map(|place| book.at(place)) {
            let now = after.record(&record.link()).unwrap();
            for ((column, before), (_, after)) in record.fields().into_iter().zip(now.fields()) {
                assert_eq!(before, after, "{} of {}", column.key, record.link());
            }
        }
    }
    for person in book.all::<Person>() {
        let now = after.get::<Person>(&person.id).unwrap();
        let old = |person: &Person| {
            person.roles.iter().filter(|row| row.season != Some(id("2021-22"))).cloned().collect::<Vec<_>>()
        };
        assert_eq!(old(person), old(now));
        assert_eq!(Person { roles: person.roles.clone(), ..now.clone() }, *person);
    }
    assert_eq!(reach(&book, book.get(&id("2020-21")).unwrap()), reach(&after, after.get(&id("2020-21")).unwrap()));
}

#[test]
fn a_municipality_that_has_merged_is_followed_by_the_one_it_is_part_of() {
    let mut book = book();
    let mut porvoo = book.get::<Municipality>(&id("638")).unwrap().clone();
    porvoo.merged_into = Some(id("611"));
    porvoo.valid_until = Some(date(2021, 12, 31));
    put(&mut book, Record::Municipality(porvoo));
    let mut last = book.get::<Season>(&id("2020-21")).unwrap().clone();
    last.target_municipalities = ["638", "611", "018", "858"].into_iter().map(id).collect();
    put(&mut book, Record::Season(last));
    let begun = begun(&book, &new(&book), &[]).unwrap();
    let targets: Vec<String> = season(&begun).target_municipalities.iter().map(Id::to_string).collect();
    assert_eq!(targets, ["611", "018", "858"], "each once");
    let waiting: Vec<String> =
        waiting(&begun).iter().filter_map(|it| Some(it.municipality.as_ref()?.to_string())).collect();
    assert_eq!(waiting, ["611"], "what Porvoo asked for");
}

#[test]
fn a_season_is_begun_once_and_the_right_way_round() {
    let book = book();
    let new = new(&book);
    let taken = NewSeason { key: id("2020"), ..new.clone() };
    assert_eq!(begun(&book, &taken, &[]), Err(NotBegun::Taken(id("2020"))));
    let backwards = NewSeason { ends: date(2021, 1, 1), ..new.clone() };
    assert_eq!(begun(&book, &backwards, &[]), Err(NotBegun::Backwards));
    let early = NewSeason { starts: date(2021, 12, 31), ..new.clone() };
    assert_eq!(begun(&book, &early, &[]), Err(NotBegun::Overlaps(id("2020-21"), date(2021, 12, 31))));
    assert_eq!(begun(&book, &NewSeason { after: id("x"), ..new }, &[]), Err(NotBegun::NoSeason));
}

#[test]
fn tutors_are_asked_by_name_with_what_they_had() {
    let mut book = book();
    let mut ari = book.get::<Person>(&id("pj1fqz53wsjj5")).unwrap().clone();
    ari.left_on = Some(date(2021, 8, 1));
    put(&mut book, Record::Person(ari));
    let tutors = tutors(&book, book.get(&id("2020-21")).unwrap(), date(2022, 1, 1));
    let names: Vec<_> = tutors.iter().map(|it| (it.person.family.as_str(), it.load, it.left.is_some())).collect();
    assert!(names.contains(&("Tammi", 1, true)), "{names:?}");
    assert!(names.is_sorted());
}

#[test]
fn a_tutor_who_works_elsewhere_tutors_for_where_they_work() {
    let mut book = book();
    let mut ari = book.get::<Person>(&id("pj1fqz53wsjj5")).unwrap().clone();
    let old = ari.roles.iter().find(|row| row.season == Some(id("2020-21"))).unwrap().municipality.clone().unwrap();
    let at = |id: Id| Some(Link::new(Kind::Municipality, id));
    let row = |of, from, until| Affiliation { at: at(of), from, until, ..Affiliation::default() };
    let rows = [row(old.clone(), None, Some(date(2021, 10, 31))), row(id("049"), Some(date(2021, 11, 1)), None)];
    ari.affiliations = rows.into_iter().collect();
    put(&mut book, Record::Person(ari));
    let place = |book: &Book| {
        let begun = begun(book, &new(book), &all_yes(book)).unwrap();
        let person = begun.changes.into_iter().find_map(|change| match change.after {
            Some(Record::Person(person)) if person.id == id("pj1fqz53wsjj5") => Some(person),
            _ => None,
        });
        let row = person.unwrap().roles.into_iter().find(|row| row.season == Some(id("2021-22"))).unwrap();
        row.municipality
    };
    assert_eq!(place(&book), Some(id("049")));
    let asked = tutors(&book, book.get(&id("2020-21")).unwrap(), date(2022, 1, 1));
    let asked = asked.iter().find(|tutor| tutor.person.id == id("pj1fqz53wsjj5")).unwrap();
    assert_eq!(asked.municipalities, [id("049")], "as it is asked");
    // Who never worked there tutors for it from elsewhere, and goes on.
    let mut ari = book.get::<Person>(&id("pj1fqz53wsjj5")).unwrap().clone();
    ari.affiliations = [row(id("049"), None, None)].into_iter().collect();
    put(&mut book, Record::Person(ari));
    assert_eq!(place(&book), Some(old));
}
