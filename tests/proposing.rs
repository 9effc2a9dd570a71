//! The season planned on the screen: what is accepted, taken out, left and taken back, and that a large one never
//! keeps a key waiting.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use jiff::civil::date;
use kuntatutor::app::input::Input;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{
    Act, Coaching, CoachingStatus, Id, Municipality, Person, Record, RecordRef, Role, RoleInSeason, Season,
};
use kuntatutor::effect::Effect;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, say, size};

const FI: Tongue = Tongue::Fi;

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

/// The shipped book in January 2021, with a spring round for five municipalities alone.
fn stage() -> Stage {
    let mut loaded = load(&Source::Example);
    let mut season = loaded.book.get::<Season>(&id("2020-21")).unwrap().clone();
    let mut spring = season.rounds.first().expect("a round").clone();
    (spring.starts, spring.ends) = (Some(date(2021, 1, 11)), Some(date(2021, 5, 28)));
    season.rounds = [spring].into_iter().collect();
    put(&mut loaded.book, Record::Season(season));
    opened(loaded)
}

fn opened(loaded: Loaded) -> Stage {
    let mut stage = Stage::prepared(FI, size("80x24"), |start| start.now = date(2021, 1, 7).at(10, 42, 0, 0));
    stage.load(loaded);
    stage
}

/// The coachings of the last group that was written.
fn written(stage: &Stage) -> Vec<Coaching> {
    let last = &stage.written.last().expect("something was written").group;
    assert_eq!(last.act, Act::Plan);
    let coaching = |change: &Change| match &change.after {
        Some(Record::Coaching(coaching)) => coaching.clone(),
        other => panic!("a coaching, not {other:?}"),
    };
    last.changes.iter().map(coaching).collect()
}

#[test]
fn all_that_is_in_becomes_one_change_and_one_undo_takes_it_back() {
    let mut stage = stage();
    stage.play("4 p");
    assert!(stage.draw().has("Ehdotuksessa 5, ilman paikkaa 14."), "{}", stage.draw().text());
    stage.play("Enter");
    let made = written(&stage);
    assert_eq!(made.len(), 5);
    for coaching in &made {
        assert_eq!(coaching.status, Some(CoachingStatus::Offered));
        assert_eq!((coaching.season.clone(), coaching.round.as_str()), (Some(id("2020-21")), "m78f1g"));
        assert_eq!(coaching.tutors.len() + coaching.tutor_municipalities.len(), 1);
        assert!(coaching.planned_week >= Some(date(2021, 1, 11)));
    }
    stage.play("p");
    assert!(stage.draw().has("Ehdotuksessa 0, ilman paikkaa 14."), "{}", stage.draw().text());
    stage.play("Esc u p");
    assert!(stage.draw().has("Ehdotuksessa 5, ilman paikkaa 14."), "{}", stage.draw().text());
}

#[test]
fn what_is_taken_out_stays_out_and_who_has_no_place_cannot_be_taken_in() {
    let mut stage = stage();
    stage.play("4 p Space Space Up Space");
    assert!(stage.draw().has("Ehdotuksessa 4, syrjässä 1, ilman paikkaa 14."), "{}", stage.draw().text());
    stage.play("End Space");
    assert!(stage.draw().footer().contains(say(FI, "propose-no-place").as_str()), "{}", stage.draw().text());
    stage.play("C-s");
    assert_eq!(written(&stage).len(), 4);
}

#[test]
fn it_fits_into_the_smallest_screen() {
    for measure in ["40x10", "41x10", "59x11", "69x20", "70x9", "100x30", "200x60"] {
        let mut stage = stage();
        stage.play(&format!("4 p resize:{measure} End Up PgUp Space"));
        assert_eq!(stage.draw().fault(), None, "{measure}\n{}", stage.draw().text());
    }
}

#[test]
fn whoever_leaves_has_changed_nothing() {
    let mut stage = stage();
    stage.play("4 p Space Esc");
    assert!(stage.written.is_empty());
    assert!(!stage.draw().has(say(FI, "propose-wait").as_str()));
    stage.play("p");
    assert!(stage.draw().has("Ehdotuksessa 5, ilman paikkaa 14."), "what was taken out is not remembered");
}

#[test]
fn a_line_leads_to_who_else_could_go_and_the_plan_follows() {
    let mut stage = stage();
    stage.play("4 p");
    let row = |stage: &Stage| stage.draw().rows().into_iter().find(|row| row.starts_with('▌')).expect("a cursor");
    let before = row(&stage);
    let name = before.trim_start_matches(['▌', '●', ' ']).split("  ").next().expect("a name").to_owned();
    stage.play("w Down Enter");
    let after = row(&stage);
    assert!(after.contains(&name), "{before}\n{after}");
    assert!(after.contains('█') && !before.contains('█'), "the tutor has it already:\n{}", stage.draw().text());
    stage.play("Esc u");
    stage.play("p");
    assert_eq!(row(&stage), before, "undo takes the choice back");
}

#[test]
fn a_season_that_is_over_or_has_no_tutors_says_so() {
    let mut over = Stage::open(FI, size("80x24"));
    over.play("4 p");
    assert!(over.draw().has("! Kausi on ohi."), "{}", over.draw().text());
    over.play("Enter");
    assert!(over.draw().footer().contains(say(FI, "propose-none-in").as_str()), "{}", over.draw().text());
    let mut loaded = load(&Source::Example);
    let mut season = loaded.book.get::<Season>(&id("2020-21")).unwrap().clone();
    (season.rounds, season.tutor_municipalities) = Default::default();
    put(&mut loaded.book, Record::Season(season));
    let people: Vec<Person> = loaded.book.all::<Person>().cloned().collect();
    for mut person in people {
        person.roles = [].into_iter().collect();
        put(&mut loaded.book, Record::Person(person));
    }
    let mut none = opened(loaded);
    none.play("4 p");
    assert!(none.draw().has("! Kaudella ei ole tutoreita."), "{}", none.draw().text());
}

/// So many municipalities with so many tutors that the plan takes longer than a key may.
fn large() -> Stage {
    let mut loaded = load(&Source::Example);
    for number in 0..150 {
        let code = id(&format!("m{number:03}"));
        put(&mut loaded.book, Record::Municipality(Municipality { id: code, ..Municipality::default() }));
    }
    for number in 0..40 {
        let role = RoleInSeason { season: Some(id("2020-21")), role: Some(Role::Tutor), ..RoleInSeason::default() };
        let tutor = Person {
            id: id(&format!("t{number}")),
            family: format!("Tutor {number}").into(),
            roles: [role].into_iter().collect(),
            ..Person::default()
        };
        put(&mut loaded.book, Record::Person(tutor));
    }
    let mut season = loaded.book.get::<Season>(&id("2020-21")).unwrap().clone();
    season.rounds = [].into_iter().collect();
    put(&mut loaded.book, Record::Season(season));
    opened(loaded)
}

/// Whether the program asked to go on, and forgets that it did.
fn goes_on(stage: &mut Stage) -> bool {
    let asked = stage.effects.iter().any(|effect| matches!(effect, Effect::GoOn));
    stage.effects.clear();
    asked
}

#[test]
fn a_large_season_is_planned_in_slices() {
    let mut stage = large();
    stage.effects.clear();
    stage.play("4 p");
    assert!(stage.draw().has(say(FI, "propose-wait").as_str()), "{}", stage.draw().text());
    stage.play("Enter");
    assert!(stage.written.is_empty(), "there is nothing to accept yet");
    let mut slices = 0;
    while goes_on(&mut stage) {
        stage.input(Input::GoOn);
        slices += 1;
    }
    assert!(slices > 10, "{slices}");
    assert!(stage.draw().has("Ehdotuksessa 169."), "{}", stage.draw().text());
}

#[test]
fn esc_stops_a_plan_that_is_being_made() {
    let mut stage = large();
    stage.effects.clear();
    stage.play("4 p");
    assert!(goes_on(&mut stage));
    stage.input(Input::GoOn);
    stage.play("Esc");
    stage.effects.clear();
    stage.input(Input::GoOn);
    assert!(!goes_on(&mut stage), "nobody goes on with it");
    assert!(!stage.draw().has(say(FI, "propose-wait").as_str()));
}
