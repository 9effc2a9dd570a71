//! What comes of what was said, by keys: actions, chains, practices, who took one up and whom to ask.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use ecow::EcoVec;
use jiff::civil::date;
use kuntatutor::app::input::Input;
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Act, Action, ActionStatus, Feedback, Id, Ids, Kind, Link, Note, Practice, Record, Season, Session, SessionKind,
    SessionStatus, Theme, Who,
};
use kuntatutor::effect::Effect;
use kuntatutor::settings::Me;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, TODAY, size};

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn action(key: &str, what: &str, due: (i16, i8, i8), owner: Who) -> Action {
    let due = Some(date(due.0, due.1, due.2));
    let source = Some(Link::new(Kind::Session, id("s1")));
    let municipality = Some(id("611"));
    Action { id: id(key), what: what.into(), due, owner, source, municipality, ..Action::default() }
}

/// The example with a season of 2026, a meeting of Pornainen held in it, a note and a form on that, and some actions.
fn stage(measure: &str) -> Stage {
    let mut loaded = load(&Source::Example);
    let season = Season {
        id: id("2026"),
        name: "2026".into(),
        starts: Some(date(2026, 1, 1)),
        ends: Some(date(2026, 12, 31)),
        ..Season::default()
    };
    let session = Session {
        id: id("s1"),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2026")),
        status: Some(SessionStatus::Held),
        date: Some(date(2026, 11, 16)),
        municipalities: [id("611")].into_iter().collect(),
        themes: [theme()].into_iter().collect::<Ids>(),
        ..Session::default()
    };
    let about = Some(Link::new(Kind::Session, id("s1")));
    let note = Note {
        id: id("n1"),
        about: about.clone(),
        at: Some(date(2026, 11, 17)),
        text: "Kirjasto aloittaa etätuen.".into(),
        ..Note::default()
    };
    let form = Feedback { id: id("f1"), about, comment: "Kiitos!".into(), ..Feedback::default() };
    let open = vec![
        action("a1", "Opas verkkoon", (2026, 10, 30), Who::Name("kirjasto".into())),
        action("a2", "Kysy kuulumiset", (2026, 11, 28), Who::Nobody),
        action("a3", "Uusi tapaaminen", (2027, 2, 1), Who::Nobody),
    ];
    let done = Action { status: Some(ActionStatus::Done), ..action("a4", "Kutsu", (2026, 11, 1), Who::Nobody) };
    let all = [Record::Season(season), Record::Session(session), Record::Note(note), Record::Feedback(form)];
    let actions = open.into_iter().chain([done]).map(Record::Action);
    for record in all.into_iter().chain(actions) {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    let mut stage = Stage::prepared(Tongue::Fi, size(measure), |start| start.me = Me::Nobody);
    stage.load(Loaded { book: loaded.book, problems: loaded.problems });
    stage
}

fn theme() -> Id {
    let book = load(&Source::Example).book;
    book.all::<Theme>().next().map(|theme| theme.id.clone()).expect("a theme")
}

fn last(stage: &Stage) -> Record {
    let change = stage.written.last().and_then(|signed| signed.group.changes.first());
    change.and_then(|change| change.after.clone()).expect("something was saved")
}

fn last_action(stage: &Stage) -> Action {
    let Record::Action(action) = last(stage) else { panic!("not an action") };
    action
}

#[test]
fn a_note_becomes_an_action_by_one_key_and_the_day() {
    let mut stage = stage("80x24");
    stage.play(": muistiinpanot Enter a +2w C-s");
    let action = last_action(&stage);
    assert_eq!(action.what, "Kirjasto aloittaa etätuen.");
    assert_eq!((action.municipality, action.due), (Some(id("611")), Some(date(2026, 12, 6))));
    assert_eq!((action.source, action.source_field.as_str()), (Some(Link::new(Kind::Note, id("n1"))), "text"));
    assert_eq!((action.quote.as_str(), action.status), ("Kirjasto aloittaa etätuen.", Some(ActionStatus::Open)));
}

#[test]
fn a_session_without_words_asks_first_what_is_to_be_done() {
    let mut stage = stage("80x24");
    stage.play("4 v v a paste:Soita_kirjastoon Enter Enter Enter pe Enter");
    let action = last_action(&stage);
    assert_eq!((action.what.as_str(), action.due), ("Soita_kirjastoon", Some(date(2026, 11, 27))));
    assert_eq!(action.source, Some(Link::new(Kind::Session, id("s1"))));
}

#[test]
fn the_actions_stand_by_their_days_and_a_session_says_how_many_are_done() {
    let mut stage = stage("80x24");
    stage.play("6");
    let screen = stage.draw();
    let at = |words: &str| {
        screen.rows().iter().position(|row| row.contains(words)).unwrap_or_else(|| {
            panic!("no {words}:\n{}", screen.text());
        })
    };
    let order = ["Myöhässä · 1", "Opas verkkoon", "Tässä kuussa · 1", "Kysy kuulumiset", "Myöhemmin · 1", "Tehty · 1"];
    let places: Vec<usize> = order.iter().map(|words| at(words)).collect();
    assert!(places.is_sorted(), "{}", screen.text());
    stage.play("v");
    assert!(stage.draw().has("kirjasto · 0/1 tehty"), "{}", stage.draw().text());
    stage.play("3 f pornainen Enter Enter");
    assert!(stage.draw().has("1/4 tehty"), "{}", stage.draw().text());
    stage.play("resize:100x60 Esc 4 v v Enter G");
    assert!(stage.draw().has("1/4 tehty"), "{}", stage.draw().text());
}

#[test]
fn an_action_is_done_with_what_came_of_it() {
    let mut stage = stage("80x24");
    stage.play("6 x paste:Opas_julkaistu C-s");
    let action = last_action(&stage);
    assert_eq!((action.id.as_str(), action.status, action.done_on), ("a1", Some(ActionStatus::Done), Some(TODAY)));
    assert_eq!(action.result, "Opas_julkaistu");
}

#[test]
fn a_chain_is_agreed_by_one_key_and_taken_back_by_another() {
    let mut stage = stage("80x24");
    stage.play("4 v v A");
    let group = &stage.written.last().expect("it was saved").group;
    let due: Vec<_> = group
        .changes
        .iter()
        .filter_map(|change| match &change.after {
            Some(Record::Action(action)) => action.due,
            _ => None,
        })
        .collect();
    assert_eq!(group.act, Act::Chain);
    assert_eq!(due, [date(2026, 11, 30), date(2027, 2, 16), date(2027, 3, 16)]);
    assert!(stage.draw().footer().contains("Sovittu 3 tointa"), "{}", stage.draw().footer());
    stage.play("A");
    assert!(stage.draw().footer().contains("jo sovittu"), "{}", stage.draw().footer());
    let count = stage.written.len();
    stage.play("u");
    assert_eq!(stage.written.len(), count + 1, "one step takes all three back");
}

#[test]
fn a_note_grows_into_a_practice_that_is_taken_up_and_asked_about() {
    let mut stage = stage("80x24");
    stage.play(": muistiinpanot Enter + p paste:Etätuki_kirjastossa C-s");
    let Record::Practice(practice) = last(&stage) else { panic!("not a practice") };
    assert_eq!((practice.municipality, practice.session), (Some(id("611")), Some(id("s1"))));
    assert_eq!(
        (practice.idea.as_str(), practice.themes.as_slice()),
        ("Kirjasto aloittaa etätuen.", [theme()].as_slice())
    );
    stage.play("Esc Esc 7 f etätuki Space kirjasto Enter x tuusula Enter C-s");
    let Record::Practice(practice) = last(&stage) else { panic!("not a practice") };
    let uptakes: Vec<_> = practice.uptakes.iter().map(|row| (row.municipality.clone(), row.since)).collect();
    assert_eq!(uptakes, [(Some(id("858")), Some(TODAY))]);
    stage.play("x tuusula Enter C-s");
    assert!(stage.draw().has("jo merkitty"), "{}", stage.draw().text());
    stage.play("Esc Esc w");
    let screen = stage.draw();
    assert!(screen.has("Keneltä kysyä") && screen.has("Ahokas"), "{}", screen.text());
}

#[test]
fn letters_that_come_together_pick_and_go_on_into_the_form() {
    let mut stage = stage("80x24");
    stage.play(": muistiinpanot Enter");
    stage.input(Input::Text("+pUusi käytäntö".into()));
    stage.play("C-s");
    let Record::Practice(practice) = last(&stage) else { panic!("not a practice") };
    assert_eq!(practice.title.fi, "Uusi käytäntö");
}

#[test]
fn a_peer_is_one_key_from_the_phone_number() {
    let mut loaded = load(&Source::Example);
    let mut person = loaded.book.get::<kuntatutor::domain::Person>(&contact(&loaded.book)).expect("one").clone();
    let before = Record::Person(person.clone());
    person.phone = "019 555 0199".into();
    let practice = Practice {
        id: id("g1"),
        municipality: Some(id("611")),
        contact: Some(person.id.clone()),
        themes: EcoVec::from([theme()]).into_iter().collect::<Ids>(),
        ..Practice::default()
    };
    for (before, after) in [(Some(before), Record::Person(person)), (None, Record::Practice(practice))] {
        loaded.book.apply(&Change { before, after: Some(after) });
    }
    let mut stage = Stage::prepared(Tongue::Fi, size("80x24"), |start| start.me = Me::Nobody);
    stage.load(Loaded { book: loaded.book, problems: loaded.problems });
    stage.play(": teemat Enter");
    let title = loaded_theme();
    stage.play(&format!("f {} Enter w", title.split(' ').next().unwrap_or_default()));
    stage.play("y p");
    let copied =
        stage.effects.iter().any(|effect| matches!(effect, Effect::Copy(text) if text.as_str().contains("0199")));
    assert!(copied, "{}", stage.draw().text());
}

fn contact(book: &kuntatutor::book::Book) -> Id {
    kuntatutor::planning::actions::contact_in(book, &id("611"), TODAY).expect("Pornainen has a contact")
}

fn loaded_theme() -> String {
    let book = load(&Source::Example).book;
    book.get::<Theme>(&theme()).map(|theme| theme.name.in_tongue(Tongue::Fi).to_string()).expect("a theme")
}
