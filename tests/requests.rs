//! A municipality asks while it is on the line: what one types, what that makes, and what the queue then says.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use ecow::EcoVec;
use jiff::civil::date;
use kuntatutor::app::input::Input;
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Affiliation, Coaching, CoachingStatus, Id, Kind, Link, Person, Record, Role, RoleInSeason, Round, Season, Who,
};
use kuntatutor::keys::{Chord, Key};
use kuntatutor::store::{Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, TODAY, size};

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn round(row: &str, name: &str, places: u32) -> Round {
    Round { id: id(row), name: name.into(), places: Some(places), ..Round::default() }
}

fn person(key: &str, (given, family): (&str, &str), place: &str, role: Option<Role>) -> Person {
    let at = Affiliation { at: Some(Link::new(Kind::Municipality, id(place))), ..Affiliation::default() };
    let role = role.map(|role| RoleInSeason { season: Some(id("2026")), role: Some(role), ..RoleInSeason::default() });
    Person {
        id: id(key),
        given: given.into(),
        family: family.into(),
        affiliations: EcoVec::from([at]),
        roles: role.into_iter().collect(),
        ..Person::default()
    }
}

/// The shipped book with a season around the day: a round with one place, taken, and one with three.
fn stage() -> Stage {
    let mut loaded = load(&Source::Example);
    let season = Season {
        id: id("2026"),
        name: "Digituki 2026".into(),
        starts: Some(date(2026, 8, 1)),
        ends: Some(date(2027, 6, 30)),
        rounds: EcoVec::from([round("r1", "syksy 2026", 1), round("r2", "kevät 2027", 3)]),
        ..Season::default()
    };
    let taken = Coaching {
        id: id("c1"),
        municipality: Some(id("018")),
        season: Some(id("2026")),
        status: Some(CoachingStatus::Requested),
        round: "r1".into(),
        asked_on: Some(date(2026, 11, 10)),
        ..Coaching::default()
    };
    let records = [
        Record::Season(season),
        Record::Coaching(taken),
        Record::Person(person("p1", ("Siiri", "Esimerkki"), "224", None)),
        Record::Person(person("p2", ("Siiri", "Aapinen"), "018", None)),
        Record::Person(person("p3", ("Kerttu", "Malli"), "092", Some(Role::Tutor))),
    ];
    for record in records {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    let mut stage = Stage::starting(Tongue::Fi, size("80x24"), None);
    stage.load(loaded);
    stage
}

/// Plays keys and types words (in `‹…›`); tells how many keys there were beside the words.
fn keys(stage: &mut Stage, script: &[&str]) -> usize {
    let mut count = 0;
    for part in script {
        if let Some(words) = part.strip_prefix('‹') {
            let letters = words.trim_end_matches('›').chars();
            letters.for_each(|letter| stage.input(Input::Key(Chord::plain(Key::Char(letter)))));
        } else {
            count += part.split_whitespace().count();
            stage.play(part);
        }
    }
    count
}

fn saved(stage: &Stage) -> Coaching {
    let change = stage.written.last().and_then(|signed| signed.group.changes.first()).expect("something was saved");
    let Some(Record::Coaching(coaching)) = &change.after else { panic!("not a coaching") };
    coaching.clone()
}

#[test]
fn a_call_from_karkkila_is_a_request_in_a_few_keys() {
    let mut stage = stage();
    let script = ["4 n", "‹kark›", "Enter", "‹siiri›", "Enter", "‹etätuki ikäihmisille›", "Enter", "‹viikko 4›", "C-s"];
    let count = keys(&mut stage, &script);
    assert!(count <= 8, "{count} keys, where 15 were promised");
    let made = saved(&stage);
    assert_eq!((made.municipality, made.season), (Some(id("224")), Some(id("2026"))));
    assert_eq!(made.asked_by, Who::Person(id("p1")), "the Siiri who works there, not the one of Askola");
    assert_eq!((made.wish.as_str(), made.wished_period.as_str()), ("etätuki ikäihmisille", "viikko 4"));
    assert_eq!((made.status, made.asked_on), (Some(CoachingStatus::Requested), Some(TODAY)));
    assert_eq!(made.language, Some(Tongue::Fi), "that of Karkkila");
    assert!(stage.draw().has("pyydetty"), "{}", stage.draw().text());
}

#[test]
fn who_works_there_is_offered_before_anybody_typed() {
    let mut stage = stage();
    stage.play("4 n kark Enter");
    let screen = stage.draw();
    let offers = screen.rows();
    let first = offers.iter().position(|row| row.contains("Esimerkki")).expect("she is offered");
    let others = offers.iter().position(|row| row.contains("Aapinen")).unwrap_or(offers.len());
    assert!(first < others, "{}", screen.text());
}

#[test]
fn a_request_for_a_full_round_waits_and_says_so() {
    let mut stage = stage();
    let before = ["4 n", "‹kark›", "Enter", "‹siiri›", "Enter", "‹etätuki›", "Enter Enter"];
    keys(&mut stage, &before);
    let screen = stage.draw();
    assert!(screen.has("3 paikkaa jäljellä") && screen.has("täynnä"), "{}", screen.text());
    keys(&mut stage, &["‹syksy›", "Enter"]);
    assert!(stage.draw().has("jonossa"), "{}", stage.draw().text());
    stage.play("C-s");
    assert_eq!(saved(&stage).status, Some(CoachingStatus::Waiting));
    assert!(stage.draw().footer().contains("täynnä"), "{}", stage.draw().footer());
}

#[test]
fn whoever_has_a_place_after_all_asks_again() {
    let mut stage = stage();
    keys(&mut stage, &["4 n", "‹kark›", "Enter Enter Enter Enter", "‹syksy›", "Enter"]);
    keys(&mut stage, &["BTab", "C-u BSpace", "‹kevät›", "C-s"]);
    let made = saved(&stage);
    assert_eq!((made.round.as_str(), made.status), ("r2", Some(CoachingStatus::Requested)));
}

#[test]
fn who_is_at_hand_is_filled_in_and_the_next_field_is_asked() {
    let mut stage = stage();
    stage.play("2 f esimerkki Enter + s paste:toive C-s");
    let made = saved(&stage);
    assert_eq!((made.municipality, made.asked_by), (Some(id("224")), Who::Person(id("p1"))));
    assert_eq!(made.wish, "toive", "municipality and asker were known: the cursor stood in the wish");
    stage.play("Esc 2 f malli Enter + s karkk Enter C-s");
    let made = saved(&stage);
    assert_eq!((made.municipality, made.asked_by), (Some(id("224")), Who::Nobody));
    assert_eq!(made.tutors.as_slice(), [id("p3")], "a tutor will do it and does not ask");
}

#[test]
fn the_whole_record_is_there_to_be_edited_and_its_round_has_a_name() {
    let mut stage = stage();
    keys(&mut stage, &["4 n", "‹kark›", "Enter Enter Enter Enter", "‹kevät›", "C-s"]);
    stage.play("resize:100x50 e");
    let screen = stage.draw();
    assert!(screen.has("tavoitteet") && screen.has("kevät 2027"), "{}", screen.text());
    stage.play("Esc Enter");
    assert!(stage.draw().has("kevät 2027"), "{}", stage.draw().text());
}

#[test]
fn the_queue_tells_how_long_each_waits_and_why_one_came_to_nothing() {
    let mut stage = stage();
    stage.play("4");
    assert!(stage.draw().has("12 pv sitten"), "{}", stage.draw().text());
    keys(&mut stage, &[".", "‹kieltäytyi›", "C-s", "e"]);
    let reason = Kind::Coaching.columns().position(|column| column.key == "reason");
    (0..reason.expect("it has one")).for_each(|_| stage.play("Tab"));
    keys(&mut stage, &["‹oma hanke alkoi›", "C-s"]);
    assert!(stage.draw().has("oma hanke alkoi"), "{}", stage.draw().text());
}

#[test]
fn a_draft_of_a_request_keeps_its_order() {
    let mut stage = stage();
    keys(&mut stage, &["4 n", "‹kark›", "Enter", "‹siiri›", "Enter", "‹etätuki›", "Esc"]);
    let screen = stage.draw();
    assert!(stage.written.is_empty() && !screen.has("pyytäjä"), "{}", screen.text());
    assert!(stage.effects.iter().any(|effect| format!("{effect:?}").contains("asked_by")));
}
