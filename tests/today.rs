//! Today by keys: what needs a hand, the key at each row's right that cures it, whose it is, how much of it is seen.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use ecow::EcoVec;
use jiff::civil::{date, time};
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Absence, Action, Affiliation, Answer, ChecklistItem, Coaching, CoachingStatus, Feedback, Id, Ids, Kind, Link,
    Material, Mode, Person, ProgrammeItem, Record, Role, RoleInSeason, Round, Season, Session, SessionKind,
    SessionStatus, Voice, Who, Words,
};
use kuntatutor::effect::Effect;
use kuntatutor::settings::Me;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, TODAY, say, size};

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn ids(words: &[&str]) -> Ids {
    words.iter().map(|word| id(word)).collect()
}

fn person(key: &str, (given, family): (&str, &str), place: &str, (phone, role): (&str, Role)) -> Record {
    let at = Affiliation { at: Some(Link::new(Kind::Municipality, id(place))), ..Affiliation::default() };
    let role = RoleInSeason { season: Some(id("2026")), role: Some(role), ..RoleInSeason::default() };
    Record::Person(Person {
        id: id(key),
        given: given.into(),
        family: family.into(),
        email: if phone.is_empty() { "".into() } else { format!("{key}@kunta.example").into() },
        phone: phone.into(),
        affiliations: EcoVec::from([at]),
        roles: EcoVec::from([role]),
        ..Person::default()
    })
}

fn people() -> Vec<Record> {
    let mut aino = person("p1", ("Aino", "Tammela"), "091", ("040 555 0101", Role::Tutor));
    if let Record::Person(aino) = &mut aino {
        let leave = Absence { from: Some(date(2026, 11, 24)), until: Some(date(2026, 11, 28)), ..Absence::default() };
        aino.unavailable = EcoVec::from([leave]).into();
    }
    vec![
        aino,
        person("p2", ("Kerttu", "Malli"), "092", ("040 555 0102", Role::Tutor)),
        person("p3", ("Siiri", "Esimerkki"), "224", ("019 555 0103", Role::Contact)),
        person("p4", ("Olli", "Koordinaattori"), "049", ("040 555 0104", Role::Coordinator)),
        person("p5", ("Pekka", "Puuttuva"), "611", ("", Role::Contact)),
    ]
}

fn coaching(key: &str, municipality: &str, status: CoachingStatus, asked: (i8, i8)) -> Coaching {
    Coaching {
        id: id(key),
        municipality: Some(id(municipality)),
        season: Some(id("2026")),
        status: Some(status),
        asked_on: Some(date(2026, asked.0, asked.1)),
        ..Coaching::default()
    }
}

fn coachings() -> Vec<Record> {
    let wish = "etätukea ikäihmisille, koko henkilöstö mukaan".into();
    let all = [
        Coaching {
            tutors: ids(&["p1"]),
            contacts: ids(&["p3"]),
            ..coaching("c1", "224", CoachingStatus::UnderWay, (9, 1))
        },
        Coaching { wish, ..coaching("c3", "753", CoachingStatus::Requested, (11, 10)) },
        Coaching { contacts: ids(&["p3"]), ..coaching("c4", "078", CoachingStatus::Offered, (10, 20)) },
        Coaching { round: "r1".into(), ..coaching("c8", "543", CoachingStatus::Waiting, (11, 1)) },
        Coaching { planned_week: Some(date(2026, 11, 30)), ..coaching("c7", "245", CoachingStatus::Planning, (10, 5)) },
    ];
    all.into_iter().map(Record::Coaching).collect()
}

fn session(key: &str, title: &str, status: SessionStatus, day: (i8, i8)) -> Session {
    Session {
        id: id(key),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2026")),
        status: Some(status),
        title: Words::new(title.into(), "".into(), "".into()),
        date: Some(date(2026, day.0, day.1)),
        time: Some(time(9, 0, 0, 0)),
        mode: Some(Mode::OnSite),
        place: "kunnantalo".into(),
        programme: EcoVec::from([ProgrammeItem { id: id("i1"), minutes: Some(30), ..ProgrammeItem::default() }]),
        ..Session::default()
    }
}

fn sessions() -> Vec<Record> {
    let material = Material {
        id: id("m1"),
        title: "kalvot Loviisaan".into(),
        promised_by: Who::Name("A. Esimerkki".into()),
        due: Some(date(2026, 11, 13)),
        ..Material::default()
    };
    let task = ChecklistItem {
        id: id("k1"),
        what: "kiitos puhujille".into(),
        due: Some(date(2026, 11, 14)),
        ..ChecklistItem::default()
    };
    let all = [
        Session {
            tutors: ids(&["p1"]),
            coachings: ids(&["c1"]),
            municipalities: ids(&["224"]),
            ..session("s1", "Karkkilan toinen tapaaminen", SessionStatus::Planned, (11, 26))
        },
        Session {
            tutors: ids(&["p2"]),
            programme: EcoVec::new(),
            ..session("s2", "Pornaisten aloitus", SessionStatus::Planned, (12, 1))
        },
        Session {
            tutors: ids(&["p1", "p2"]),
            municipalities: ids(&["858"]),
            ..session("s3", "Tuusulan tapaaminen", SessionStatus::Held, (11, 18))
        },
        Session {
            municipalities: ids(&["927"]),
            present_people: Some(7),
            ..session("s4", "Vihdin tapaaminen", SessionStatus::Held, (10, 15))
        },
        Session {
            kind: Some(SessionKind::Webinar),
            present_people: Some(31),
            materials: EcoVec::from([material]),
            checklist: EcoVec::from([task]),
            ..session("s5", "Syyswebinaari", SessionStatus::Held, (11, 12))
        },
        session("s6", "Tutustumiskäynti", SessionStatus::Planned, (11, 19)),
    ];
    all.into_iter().map(Record::Session).collect()
}

fn others() -> Vec<Record> {
    let answer = Answer { id: id("r1"), question: "arrangements".into(), answer: "2".into(), ..Answer::default() };
    let feedback = Feedback {
        id: id("f1"),
        about: Some(Link::new(Kind::Session, id("s4"))),
        voice: Some(Voice::Receiving),
        questionnaire: "coaching".into(),
        version: Some(1),
        municipality: Some(id("927")),
        given_on: Some(date(2026, 10, 17)),
        answers: EcoVec::from([answer]),
        wants_contact: Some(true),
        ..Feedback::default()
    };
    let action = |key: &str, what: &str, day: (i8, i8), owner: Who| {
        let due = Some(date(2026, day.0, day.1));
        Record::Action(Action { id: id(key), what: what.into(), due, owner, ..Action::default() })
    };
    vec![
        Record::Feedback(feedback),
        action("a1", "Etätuen opas valmiiksi", (10, 30), Who::Person(id("p4"))),
        action("a2", "Yhteystiedot verkkosivulle", (11, 15), Who::Name("Porvoon kirjasto".into())),
        action("a3", "Kysele tarve", (12, 15), Who::Nobody),
    ]
}

fn season() -> Record {
    let round = |row: &str, name: &str, places| Round {
        id: id(row),
        name: name.into(),
        places: Some(places),
        ..Round::default()
    };
    Record::Season(Season {
        id: id("2026"),
        name: "2026".into(),
        starts: Some(date(2026, 1, 15)),
        ends: Some(date(2026, 12, 31)),
        rounds: EcoVec::from([round("r1", "syksy 2026", 5)]),
        tutor_municipalities: ids(&["049", "091", "092", "106"]),
        ..Season::default()
    })
}

/// Today of a season in which everything is that can need a hand.
fn stage(measure: &str) -> Stage {
    by(Me::Nobody, measure)
}

fn by(me: Me, measure: &str) -> Stage {
    let mut loaded = load(&Source::Example);
    let all = [vec![season()], people(), coachings(), sessions(), others()].concat();
    for record in all {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    let mut stage = Stage::prepared(Tongue::Fi, size(measure), |start| start.me = me);
    stage.load(Loaded { book: loaded.book, problems: loaded.problems });
    stage
}

/// Whether a row of the list says this; the footer tells what was just done.
fn lists(stage: &Stage, words: &str) -> bool {
    let rows = stage.draw().rows();
    rows.iter().take(rows.len() - 1).any(|row| row.contains(words))
}

/// Moves the cursor to the row that says this.
#[track_caller]
fn go_to(stage: &mut Stage, words: &str) {
    stage.play("1 g");
    for _ in 0..40 {
        let screen = stage.draw();
        if screen.rows().iter().any(|row| row.starts_with('▌') && row.contains(words)) {
            return;
        }
        stage.play("Down");
    }
    panic!("no row says {words}:\n{}", stage.draw().text());
}

fn last(stage: &Stage) -> Record {
    let change = stage.written.last().and_then(|signed| signed.group.changes.first());
    change.and_then(|change| change.after.clone()).expect("something was saved")
}

#[test]
fn every_row_names_its_key() {
    let stage = stage("120x40");
    for (words, key) in [
        ("Karkkilan toinen", "Enter"),
        ("Kerava", "w"),
        ("Hanko", "y a"),
        ("Nurmijärvi ", "x"),
        ("Sipoo", "w"),
        ("Tuusulan", "."),
        ("Tutustumiskäynti", "x"),
        ("Vihti", "a"),
        ("Etätuen opas", "x"),
        ("kalvot", "x"),
        ("kiitos", "x"),
        ("Askola, ", "v"),
        ("Puuttuva", "."),
    ] {
        let rows = stage.draw().rows();
        let row = rows.iter().find(|row| row.contains(words)).expect(words);
        assert!(row.ends_with(&format!(" {key}")), "{words} and {key}:\n{}", rows.join("\n"));
    }
}

#[test]
fn a_key_cures_and_the_row_goes() {
    let mut stage = stage("100x40");
    go_to(&mut stage, "kalvot");
    stage.play("x");
    let Record::Session(webinar) = last(&stage) else { panic!("not a session") };
    assert_eq!(webinar.materials.first().and_then(|material| material.received_on), Some(TODAY));
    assert!(!lists(&stage, "kalvot"), "{}", stage.draw().text());
    assert!(stage.draw().rows().iter().any(|row| row.starts_with('▌') && row.contains("kiitos")), "the next row");
    stage.play("x");
    let Record::Session(webinar) = last(&stage) else { panic!("not a session") };
    assert_eq!(webinar.checklist.first().and_then(|task| task.done), Some(true));
    stage.play("u u");
    assert!(stage.draw().has("kalvot") && stage.draw().has("kiitos"), "{}", stage.draw().text());
    go_to(&mut stage, "Etätuen opas");
    stage.play("x valmis C-s");
    assert!(!lists(&stage, "Etätuen opas"), "{}", stage.draw().text());
    let Record::Action(action) = last(&stage) else { panic!("not an action") };
    assert_eq!((action.result.as_str(), action.done_on), ("valmis", Some(TODAY)));
}

#[test]
fn what_is_missing_is_asked_for_and_nothing_else() {
    let mut stage = stage("100x40");
    go_to(&mut stage, "Tuusulan");
    stage.play(". 12 C-s");
    let Record::Session(session) = last(&stage) else { panic!("not a session") };
    assert_eq!((session.id, session.present_people), (id("s3"), Some(12)));
    assert!(!lists(&stage, "osallistujat kirjaamatta"), "{}", stage.draw().text());
    go_to(&mut stage, "Puuttuva");
    stage.play(". paste:0405550199 C-s");
    let Record::Person(person) = last(&stage) else { panic!("not a person") };
    assert_eq!(person.id, id("p5"));
}

#[test]
fn an_answer_is_taken_down_about_its_session_and_a_low_score_becomes_an_action() {
    let mut stage = stage("100x40");
    go_to(&mut stage, "Syyswebinaari");
    stage.play("n");
    assert!(stage.draw().has("Syyswebinaari") && stage.draw().has("osallistuva kunta"), "{}", stage.draw().text());
    stage.play("Esc");
    go_to(&mut stage, "Vihti");
    stage.play("a +1w C-s");
    let Record::Action(action) = last(&stage) else { panic!("not an action") };
    assert_eq!(action.source, Some(Link::new(Kind::Feedback, id("f1"))));
    assert_eq!((action.what.as_str(), action.due), ("Ota yhteyttä: Vihti", Some(date(2026, 11, 29))));
    stage.play("1");
    assert!(!stage.draw().has("Vihti"), "somebody sees to it: {}", stage.draw().text());
}

#[test]
fn who_is_written_to_and_who_could_go() {
    let mut stage = stage("100x40");
    go_to(&mut stage, "Hanko");
    stage.play("y a");
    let copied = stage.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.to_string()),
        _ => None,
    });
    assert!(copied.is_some_and(|text| text.contains("p3@kunta.example")));
    go_to(&mut stage, "Sipoo");
    stage.play("w");
    assert!(stage.draw().has("Sipoo") && stage.draw().has("Kerttu Malli"), "{}", stage.draw().text());
    stage.play("Esc");
    go_to(&mut stage, "Askola");
    stage.play("v");
    assert!(stage.draw().has("‹kattavuus›"), "{}", stage.draw().text());
}

#[test]
fn the_rest_of_a_group_is_one_key_away_and_one_back() {
    let mut stage = stage("60x15");
    go_to(&mut stage, "muuta");
    let before = stage.draw().rows();
    stage.play("Enter");
    let alone = stage.draw();
    assert!(alone.has("Pornaisten") && !alone.has("odottaa vastausta"), "{}", alone.text());
    stage.play("Esc");
    assert_eq!(stage.draw().rows(), before);
}

#[test]
fn mine_is_mine_and_says_so() {
    let mut nobody = stage("100x40");
    nobody.play("M");
    assert!(nobody.draw().footer().contains("kuka olet"), "{}", nobody.draw().footer());
    let mut stage = by(Me::Person(id("p2")), "100x40");
    assert!(stage.draw().has("Etätuen opas") && stage.draw().has("Karkkilan toinen"));
    stage.play("M");
    let screen = stage.draw();
    assert!(screen.has("omat") && screen.has("Pornaisten aloitus"), "{}", screen.text());
    assert!(!screen.has("Etätuen opas") && !screen.has("Karkkilan toinen"), "{}", screen.text());
    stage.play("M");
    assert!(stage.draw().has("Etätuen opas"), "{}", stage.draw().text());
}

#[test]
fn whatever_the_size_each_group_is_seen_or_told() {
    for measure in ["40x10", "60x15", "80x24", "100x30", "120x40", "200x60"] {
        let mut stage = stage(measure);
        assert_eq!(stage.draw().fault(), None, "{measure}");
        let first = stage.draw();
        assert!(first.has(say(Tongue::Fi, "today-now").as_str()), "{measure}: {}", first.text());
        stage.play("G");
        assert!(stage.draw().has("Puuttuva"), "{measure}: {}", stage.draw().text());
        assert_eq!(stage.draw().fault(), None, "{measure}");
    }
}

#[test]
fn as_it_looks() {
    for measure in ["80x24", "120x40", "60x15"] {
        let screen = stage(measure).draw();
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_description(format!("fi {measure}: a season with everything that can need a hand"));
        settings.bind(|| insta::assert_snapshot!(format!("today_full_fi_{measure}"), screen.picture()));
    }
}
