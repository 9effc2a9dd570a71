//! Who could go, where next, which day, and the poll: the dialogs as a user sees them, and what they do to the book.
//!
//! Pictures are in `tests/snapshots`, as those of `tests/screens.rs` are.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod stage;

use jiff::civil::{Date, date};
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Absence, Coaching, CoachingStatus, Id, Ids, Person, Record, RecordRef, Role, RoleInSeason, Season, Session,
};
use kuntatutor::effect::Effect;
use kuntatutor::store::{Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, size};

const FI: Tongue = Tongue::Fi;
const SV: Tongue = Tongue::Sv;
const EN: Tongue = Tongue::En;

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn ids(words: &[&str]) -> Ids {
    words.iter().map(|word| id(word)).collect()
}

fn tutor(key: &str, given: &str, family: &str, home: &str, themes: &[&str], ceiling: u32) -> Person {
    let row = RoleInSeason {
        season: Some(id("2026")),
        role: Some(Role::Tutor),
        municipality: Some(id(home)),
        ceiling: Some(ceiling),
        ..RoleInSeason::default()
    };
    Person {
        id: id(key),
        given: given.into(),
        family: family.into(),
        phone: "040 555 0101".into(),
        email: format!("{}@kunta.example", family.to_lowercase().replace('ä', "a")).into(),
        themes: ids(themes),
        roles: [row].into_iter().collect(),
        ..Person::default()
    }
}

fn coaching(key: &str, municipality: &str, status: CoachingStatus, tutors: &[&str]) -> Record {
    Record::Coaching(Coaching {
        id: id(key),
        municipality: Some(id(municipality)),
        season: Some(id("2026")),
        status: Some(status),
        tutors: ids(tutors),
        ..Coaching::default()
    })
}

/// The season 2026 with four tutors and Hyvinkää, which has named nobody. Karkkila waits for a tutor and a day.
fn records() -> Vec<Record> {
    let season = Season {
        id: id("2026"),
        name: "2026".into(),
        starts: Some(date(2026, 1, 1)),
        ends: Some(date(2026, 12, 31)),
        tutor_municipalities: ids(&["091", "092", "106"]),
        ..Season::default()
    };
    let mut aino = tutor("paino", "Aino", "Tammela", "091", &["remote-support", "networks"], 8);
    let leave = Absence { from: Some(date(2026, 11, 30)), until: Some(date(2026, 12, 4)), ..Absence::default() };
    aino.unavailable.push(Absence { why: "loma".into(), ..leave });
    let mut olavi = tutor("polavi", "Olavi", "Näyte", "092", &["remote-support"], 4);
    olavi.languages = vec![Tongue::Fi, Tongue::Sv].into();
    let own = tutor("poma", "Outi", "Karkkilainen", "224", &["remote-support"], 2);
    let mut siiri = tutor("psiiri", "Siiri", "Esimerkki", "224", &[], 0);
    siiri.roles.make_mut().iter_mut().for_each(|row| row.role = Some(Role::Contact));
    let karkkila = Coaching {
        id: id("ckarkkila"),
        municipality: Some(id("224")),
        season: Some(id("2026")),
        status: Some(CoachingStatus::Requested),
        asked_on: Some(date(2026, 11, 10)),
        planned_week: Some(date(2026, 11, 30)),
        themes: ids(&["remote-support", "networks"]),
        contacts: ids(&["psiiri"]),
        wish: "etätuki ikäihmisille".into(),
        ..Coaching::default()
    };
    vec![
        Record::Season(season),
        Record::Person(tutor("pkerttu", "Kerttu", "Malli", "092", &["remote-support", "networks"], 8)),
        Record::Person(aino),
        Record::Person(olavi),
        Record::Person(own),
        Record::Person(siiri),
        Record::Coaching(karkkila),
        coaching("casko", "018", CoachingStatus::Planning, &["pkerttu"]),
        coaching("chanko", "078", CoachingStatus::Planning, &["pkerttu"]),
        coaching("cinkoo", "149", CoachingStatus::Waiting, &[]),
        coaching("cloviisa", "434", CoachingStatus::UnderWay, &["polavi", "paino"]),
    ]
}

fn stage(tongue: Tongue, measure: &str, more: Vec<Record>) -> Stage {
    let mut loaded = load(&Source::Example);
    for record in records().into_iter().chain(more) {
        let before = loaded.book.record(&record.as_ref().link()).map(RecordRef::to_owned);
        loaded.book.apply(&Change { before, after: Some(record) });
    }
    let mut stage = Stage::starting(tongue, size(measure), None);
    stage.load(loaded);
    stage
}

fn picture(name: &str, tongue: Tongue, measure: &str, more: Vec<Record>, script: &str) {
    let mut stage = stage(tongue, measure, more);
    stage.play(script);
    let screen = stage.draw();
    assert_eq!(screen.fault(), None, "{name}");
    let name = format!("{name}_{}_{measure}", tongue.key());
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("{} {measure}: {script}", tongue.key()));
    settings.bind(|| insta::assert_snapshot!(name, screen.picture()));
}

const SIZES: [(Tongue, &str); 5] = [(FI, "80x24"), (FI, "120x40"), (FI, "60x15"), (SV, "80x24"), (EN, "120x40")];

/// To Karkkila's coaching in the requests.
const KARKKILA: &str = "4 f karkkila Enter";

#[test]
fn who_could_go_and_where_next() {
    for (tongue, measure) in SIZES {
        picture("who", tongue, measure, Vec::new(), &format!("{KARKKILA} w Down"));
        picture("who_next", tongue, measure, Vec::new(), "2 f malli Enter w Down");
    }
    picture("who_marked", FI, "80x24", Vec::new(), &format!("{KARKKILA} w Space Down Down Space"));
    picture("who_in_form", FI, "80x24", Vec::new(), &format!("{KARKKILA} e F7"));
}

#[test]
fn when_and_the_poll() {
    for (tongue, measure) in SIZES {
        picture("when", tongue, measure, vec![with_tutors()], &format!("{KARKKILA} t"));
        picture("poll", tongue, measure, vec![with_tutors()], &format!("{KARKKILA} t Space Space Space C-s {ANSWERS}"));
    }
    picture("when_typing", FI, "80x24", vec![with_tutors()], &format!("{KARKKILA} t f"));
    picture("poll_copying", FI, "80x24", vec![with_tutors()], &format!("{KARKKILA} t Space Space C-s y"));
    picture("poll_letter", FI, "80x24", vec![with_tutors()], &format!("{KARKKILA} t Space Space C-s y c y t"));
}

/// Karkkila's coaching with Kerttu and Aino.
fn with_tutors() -> Record {
    let karkkila = records().into_iter().find_map(|record| match record {
        Record::Coaching(it) if it.id == id("ckarkkila") => Some(it),
        _ => None,
    });
    let mut karkkila = karkkila.expect("Karkkila");
    karkkila.tutors = ids(&["pkerttu", "paino"]);
    Record::Coaching(karkkila)
}

/// Two answers to three days.
const ANSWERS: &str = "karkkila: Space A,C Enter kerttu Space A Space (B) Enter";

fn written<T>(stage: &Stage, of: impl Fn(&Record) -> Option<T>) -> Vec<T> {
    let changes = stage.written.iter().flat_map(|signed| &signed.group.changes);
    changes.filter_map(|change| of(change.after.as_ref()?)).collect()
}

fn coachings(stage: &Stage) -> Vec<Coaching> {
    written(stage, |record| if let Record::Coaching(it) = record { Some(it.clone()) } else { None })
}

fn sessions(stage: &Stage) -> Vec<Session> {
    written(stage, |record| if let Record::Session(it) = record { Some(it.clone()) } else { None })
}

#[test]
fn every_dialog_fits_in_every_language_and_size() {
    let scripts = [
        format!("{KARKKILA} w Space"),
        "2 f malli Enter w G".to_owned(),
        format!("{KARKKILA} t Space f vk"),
        format!("{KARKKILA} t Space Space C-s {ANSWERS} Down"),
        format!("{KARKKILA} e F7"),
    ];
    for tongue in Tongue::ALL {
        let mut stages: Vec<Stage> = scripts.iter().map(|_| stage(tongue, "120x40", vec![with_tutors()])).collect();
        for (stage, script) in stages.iter_mut().zip(&scripts) {
            stage.play(script);
            for measure in ["40x10", "41x11", "59x15", "80x24", "200x60", "40x60", "300x10"] {
                stage.play(&format!("resize:{measure}"));
                assert_eq!(stage.draw().fault(), None, "{script} {measure} {}", tongue.key());
            }
        }
    }
}

#[test]
fn enter_chooses_one_and_marks_choose_more_and_one_undo_takes_it_back() {
    let mut stage = stage(FI, "100x30", vec![meeting(None)]);
    stage.play(&format!("{KARKKILA} w Enter"));
    assert!(stage.draw().footer().contains("Kerttu Malli (3/8)"), "{}", stage.draw().footer());
    let [coaching] = coachings(&stage).try_into().expect("one");
    assert_eq!(coaching.tutors, ids(&["pkerttu"]));
    assert_eq!(sessions(&stage).pop().expect("its session follows").tutors, ids(&["pkerttu"]));
    stage.play("w Space Down Space Enter");
    assert_eq!(coachings(&stage).pop().expect("changed").tutors, ids(&["polavi"]), "the first mark went off");
    stage.play("w Down Space Down Down Space Enter");
    let last = coachings(&stage).pop().expect("changed");
    assert_eq!((last.tutors, last.tutor_municipalities), (ids(&["polavi", "poma"]), ids(&["106"])));
    stage.play("u u u");
    let last = coachings(&stage).pop().expect("taken back");
    assert!(last.tutors.is_empty());
    assert!(sessions(&stage).pop().expect("taken back").tutors.is_empty());
}

/// A meeting of Karkkila's coaching that waits for its day, or is on one.
fn meeting(day: Option<Date>) -> Record {
    Record::Session(Session {
        id: id("smeeting"),
        kind: Some(kuntatutor::domain::SessionKind::Meeting),
        season: Some(id("2026")),
        status: Some(kuntatutor::domain::SessionStatus::Planned),
        municipalities: ids(&["224"]),
        coachings: ids(&["ckarkkila"]),
        contacts: ids(&["psiiri"]),
        themes: ids(&["remote-support", "networks"]),
        date: day,
        ..Session::default()
    })
}

#[test]
fn a_municipality_without_a_coaching_gets_one_and_so_does_the_one_a_tutor_takes_next() {
    let mut stage = stage(FI, "100x30", Vec::new());
    stage.play("3 f porvoo Enter w Enter");
    let [made] = coachings(&stage).try_into().expect("one");
    assert_eq!((made.municipality, made.status), (Some(id("638")), Some(CoachingStatus::Offered)));
    assert_eq!((made.season, made.tutors.len()), (Some(id("2026")), 1));
    stage.play("2 f näyte Enter w Enter");
    let next = coachings(&stage).pop().expect("another");
    assert_eq!((next.id, next.tutors), (id("ckarkkila"), ids(&["polavi"])), "Karkkila asked");
    let mut stage = self::stage(FI, "100x30", Vec::new());
    stage.play("2 f siiri Enter w");
    assert!(stage.draw().footer().contains("ei ole tutor"), "{}", stage.draw().footer());
}

#[test]
fn a_form_is_answered_and_the_rest_of_it_stays() {
    let mut stage = stage(FI, "100x30", Vec::new());
    stage.play(&format!("{KARKKILA} e F7 Down Down Down Space Enter C-s"));
    let [changed] = coachings(&stage).try_into().expect("one");
    assert_eq!(changed.tutors.len() + changed.tutor_municipalities.len(), 1);
    assert_eq!((changed.wish.as_str(), changed.themes.len()), ("etätuki ikäihmisille", 2));
}

#[test]
fn a_day_is_set_for_a_session_and_a_meeting_is_made_for_a_coaching() {
    let mut stage = stage(FI, "100x30", vec![meeting(None)]);
    stage.play(&format!("{KARKKILA} t f 7.12.-11.12. Enter Enter"));
    assert_eq!(sessions(&stage).pop().expect("its session").date, Some(date(2026, 12, 7)));
    let mut stage = self::stage(FI, "100x30", vec![with_tutors()]);
    stage.play(&format!("{KARKKILA} t Enter 9 C-s"));
    let made = sessions(&stage).pop().expect("a meeting");
    assert_eq!(
        (made.date, made.tutors),
        (Some(date(2026, 11, 30)), ids(&["pkerttu", "paino"])),
        "each day is in one's way, and this one was agreed on"
    );
    assert!(stage.draw().has("Karkkila"), "back where one was");
}

#[test]
fn a_round_of_the_poll_ends_with_the_day_that_suits() {
    let mut stage = stage(FI, "100x30", vec![with_tutors()]);
    stage.play(&format!("{KARKKILA} t Space Space Space C-s"));
    assert_eq!(sessions(&stage).pop().expect("a session").candidates.len(), 3);
    stage.play("y c");
    let letter = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.to_string()),
        _ => None,
    });
    assert!(letter.as_ref().is_some_and(|letter| letter.contains("C  ")), "{letter:?}");
    stage.play("karkkila: Space A,B Enter aino Space B Enter");
    stage.play("nobody: Space A Enter");
    assert!(stage.draw().footer().contains("nobody"), "{}", stage.draw().footer());
    stage.play("Esc kerttu Space A Space (B) Enter");
    assert!(stage.draw().has("3/3"), "{}", stage.draw().text());
    stage.play("Enter");
    let session = sessions(&stage).pop().expect("the session");
    assert_eq!(session.date, session.candidates[1].date, "the one nobody says no to");
    assert_eq!(session.candidates.len(), 3, "the poll stays");
    // Asked again, the poll opens at once.
    stage.play(": agenda Enter G t");
    assert!(stage.draw().has("3/3"), "{}", stage.draw().text());
}

#[test]
fn every_dialog_says_what_it_has_nothing_to_say_about() {
    for (script, words) in [
        ("6 w", "ei ole valittuna"),
        ("3 f vantaa Enter t", "jolla on sparraus"),
        ("6 a", "ei ole valittuna"),
        ("2 t", "tätä voi kysyä"),
    ] {
        let mut stage = stage(FI, "100x30", Vec::new());
        stage.play(script);
        assert!(stage.draw().footer().to_lowercase().contains(words), "{script}: {}", stage.draw().footer());
    }
}
