//! Somebody answers on the phone, or a pile of paper is typed in: what one types and what is then in the book.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use jiff::civil::date;
use kuntatutor::app::input::Input;
use kuntatutor::book::Change;
use kuntatutor::domain::{
    BookInfo, Coaching, CoachingStatus, Feedback, Id, Kind, Link, Person, ProgrammeItem, Record, Season, Session,
    SessionKind, SessionStatus, Voice, Words,
};
use kuntatutor::effect::Effect;
use kuntatutor::keys::{Chord, Key};
use kuntatutor::store::{Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, size};

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn session(key: &str, kind: SessionKind, status: SessionStatus, day: (i8, i8)) -> Session {
    Session {
        id: id(key),
        kind: Some(kind),
        season: Some(id("2026")),
        status: Some(status),
        date: Some(date(2026, day.0, day.1)),
        present_people: Some(9),
        ..Session::default()
    }
}

/// The shipped book with a season, a meeting and a webinar that were held, one cancelled and one to come.
fn records() -> Vec<Record> {
    let season = Season {
        id: id("2026"),
        name: "Digituki 2026".into(),
        starts: Some(date(2026, 8, 1)),
        ends: Some(date(2027, 6, 30)),
        ..Season::default()
    };
    let coaching = Coaching {
        id: id("c1"),
        municipality: Some(id("018")),
        season: Some(id("2026")),
        status: Some(CoachingStatus::UnderWay),
        tutors: [id("p1")].into_iter().collect(),
        contacts: [id("p1")].into_iter().collect(),
        ..Coaching::default()
    };
    let meeting = Session {
        coachings: [id("c1")].into_iter().collect(),
        municipalities: [id("018")].into_iter().collect(),
        tutors: [id("p1")].into_iter().collect(),
        ..session("s1", SessionKind::Meeting, SessionStatus::Held, (11, 12))
    };
    let webinar = session("s2", SessionKind::Webinar, SessionStatus::Held, (11, 10));
    let titled = |title: &str| Words::new(title.into(), "".into(), "".into());
    let cancelled = Session {
        title: titled("Peruttu päivä"),
        ..session("s3", SessionKind::Training, SessionStatus::Cancelled, (11, 9))
    };
    let ahead = Session {
        title: titled("Tuleva päivä"),
        programme: [ProgrammeItem::default()].into_iter().collect(),
        ..session("s4", SessionKind::Network, SessionStatus::Planned, (12, 9))
    };
    let tutor = Person { id: id("p1"), given: "Kerttu".into(), family: "Malli".into(), ..Person::default() };
    let mut all = vec![Record::Season(season), Record::Coaching(coaching), Record::Person(tutor)];
    all.extend([meeting, webinar, cancelled, ahead].map(Record::Session));
    all
}

fn stage_with(size_of: &str, more: Vec<Record>) -> Stage {
    let mut loaded = load(&Source::Example);
    for record in records().into_iter().chain(more) {
        loaded.book.apply(&Change {
            before: loaded.book.record(&record.as_ref().link()).map(kuntatutor::domain::RecordRef::to_owned),
            after: Some(record),
        });
    }
    let mut stage = Stage::starting(Tongue::Fi, size(size_of), None);
    stage.load(loaded);
    stage
}

fn stage() -> Stage {
    stage_with("80x24", Vec::new())
}

/// Plays keys; tells how many there were.
fn keys(stage: &mut Stage, script: &str) -> usize {
    stage.play(script);
    script.split_whitespace().count()
}

fn words(stage: &mut Stage, words: &str) {
    words.chars().for_each(|letter| stage.input(Input::Key(Chord::plain(Key::Char(letter)))));
}

/// The forms that went to the disk, as they were last written.
fn written(stage: &Stage) -> Vec<Feedback> {
    let mut forms: Vec<Feedback> = Vec::new();
    let changes = stage.written.iter().flat_map(|signed| &signed.group.changes);
    for change in changes {
        if let Some(Record::Feedback(form)) = &change.after {
            forms.retain(|other| other.id != form.id);
            forms.push(form.clone());
        }
    }
    forms
}

fn answers(form: &Feedback) -> Vec<(&str, &str)> {
    form.answers.iter().map(|row| (row.question.as_str(), row.answer.as_str())).collect()
}

#[track_caller]
fn shows(stage: &Stage, words: &str) {
    let screen = stage.draw().text();
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

/// Goes down to the row that says this.
#[track_caller]
fn to_row(stage: &mut Stage, words: &str) {
    stage.play("g");
    for _ in 0..60 {
        if stage.draw().rows().iter().any(|row| row.starts_with('▌') && row.contains(words)) {
            return;
        }
        stage.play("Down");
    }
    panic!("no row says {words:?}:\n{}", stage.draw().text());
}

/// The form of the meeting, from where it is missed on Today.
fn at_meeting(stage: &mut Stage) {
    to_row(stage, "Askola, tapaaminen");
    stage.play("n");
}

fn at_webinar(stage: &mut Stage) {
    to_row(stage, "webinaari");
    stage.play("n");
}

#[test]
fn a_whole_form_takes_ten_keys() {
    let mut stage = stage();
    to_row(&mut stage, "Askola, tapaaminen");
    let mut count = keys(&mut stage, "n");
    shows(&stage, "Palaute tapaamisesta");
    count += keys(&mut stage, "5 4 - 5 3");
    count += keys(&mut stage, "9 Enter");
    count += keys(&mut stage, "k");
    count += keys(&mut stage, "C-s");
    assert!(count <= 12, "{count} keys");
    let forms = written(&stage);
    let form = forms.first().expect("a form");
    assert_eq!(
        answers(form),
        [
            ("goals", "5"),
            ("experience", "4"),
            ("arrangements", "cannot-say"),
            ("learned", "5"),
            ("use", "3"),
            ("recommend", "9")
        ]
    );
    assert_eq!((form.wants_contact, form.municipality.clone()), (Some(true), Some(id("018"))));
    assert_eq!((form.questionnaire.as_str(), form.version, form.voice), ("coaching", Some(1), Some(Voice::Receiving)));
    assert_eq!(form.given_on, Some(stage::TODAY));
    shows(&stage, "1/2 vastausta");
    assert!(!stage.draw().has("Palaute tapaamisesta"), "no other municipality can have answered");
    shows(&stage, "Kuntatutorin palaute");
    stage.play("Esc");
    assert!(!stage.draw().has("Kuntatutorin palaute") && !stage.draw().has("luonnos"), "{}", stage.draw().text());
}

#[test]
fn twenty_forms_of_a_webinar_are_typed_without_leaving_the_form() {
    let mut stage = stage();
    at_webinar(&mut stage);
    let codes = ["Askola", "Hanko", "Lohja"];
    for number in 0..20 {
        if number > 0 {
            shows(&stage, &format!("{}. lomake", number + 1));
        }
        if let Some(name) = codes.get(number) {
            words(&mut stage, name);
        }
        // Past the municipality, three statements, a recommendation, three open answers, finished. Once a paper had no
        // name on it, the next one begins on the first statement.
        if number <= codes.len() {
            stage.play("Enter");
        }
        stage.play("5 4 3 1 0 Enter");
        words(&mut stage, "Soitamme kirjastoon.");
        stage.play("Enter Enter Enter");
    }
    let forms = written(&stage);
    assert_eq!(forms.len(), 20);
    let named: Vec<_> = forms.iter().filter_map(|form| form.municipality.clone()).collect();
    assert_eq!(named, [id("018"), id("078"), id("444")]);
    for form in &forms {
        let expected = [("arrangements", "5"), ("learned", "4"), ("use", "3"), ("recommend", "10")];
        assert_eq!(answers(form)[..4], expected);
        assert_eq!(answers(form)[4], ("first-step", "Soitamme kirjastoon."));
        assert_eq!((form.questionnaire.as_str(), form.wants_contact), ("event", None));
    }
    shows(&stage, "21. lomake");
    let kept = stage.effects.iter().filter(|effect| matches!(effect, Effect::SaveDraft { .. })).count();
    assert!(kept > 20, "what is typed is in a draft");
    stage.play("Esc");
    assert!(!stage.draw().has("lomake"), "one leaves an empty form without a draft");
    assert!(!stage.draw().has("Kesken"), "{}", stage.draw().text());
    // Each form is one change.
    stage.play("u");
    assert_eq!(stage.written.len(), 21);
}

#[test]
fn what_is_not_on_the_scale_is_told_and_stays() {
    let mut stage = stage();
    at_meeting(&mut stage);
    shows(&stage, "1 täysin eri mieltä – 5 täysin samaa mieltä");
    stage.play("7");
    shows(&stage, "7 ei ole asteikolla: vastaa 1–5");
    stage.play("5");
    assert!(!stage.draw().has("ei ole asteikolla"));
    // The answer just given is corrected with one key more.
    stage.play("Backspace 2 4 4 4 4");
    shows(&stage, "0 en lainkaan");
    stage.play("7 5");
    shows(&stage, "75 ei ole asteikolla");
    stage.play("Enter k C-s");
    let form = written(&stage).pop().expect("a form");
    assert_eq!(answers(&form)[0], ("goals", "2"));
    assert_eq!(answers(&form)[5], ("recommend", "7"));
}

#[test]
fn who_has_answered_before_is_told_and_can_change_it() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("5 5 5 5 5 x e C-s Esc");
    stage.play("4 v");
    to_row(&mut stage, "Askola, tapaaminen");
    stage.play("n");
    shows(&stage, "Askola on jo vastannut (22.11.2026).");
    stage.play("Down Enter 1 C-s");
    let forms = written(&stage);
    assert_eq!(forms.len(), 1, "it was changed");
    assert_eq!(answers(&forms[0])[..2], [("goals", "1"), ("experience", "5")]);
    assert_eq!((forms[0].wants_contact, forms[0].may_be_quoted), (Some(false), None));
}

#[test]
fn the_other_voice_is_one_key_away_and_hours_go_to_the_session() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("5 v");
    shows(&stage, "Kuntatutorin palaute");
    words(&mut stage, "1 2 0,5");
    shows(&stage, "valmistelu 1 h · tilaisuudessa 2 h · matkat 30 min");
    stage.play("Enter 4 k");
    words(&mut stage, "Kaikki alkaa kirjastosta.");
    stage.play("C-s");
    let form = written(&stage).pop().expect("a form");
    assert_eq!(
        (form.voice, form.municipality.clone(), form.questionnaire.as_str()),
        (Some(Voice::Tutor), None, "tutor")
    );
    assert_eq!(answers(&form), [("plan", "4"), ("again", "yes"), ("own", "Kaikki alkaa kirjastosta.")]);
    let last = stage.written.last().expect("a change");
    let hours = last.group.changes.iter().find_map(|change| match &change.after {
        Some(Record::Session(session)) => session.hours.first().cloned(),
        _ => None,
    });
    let hours = hours.expect("hours");
    assert_eq!(
        (hours.tutor, hours.preparation, hours.at_session, hours.travel),
        (Some(id("p1")), Some(60), Some(120), Some(30))
    );
}

#[test]
fn a_cancelled_session_is_refused_and_one_to_come_said_so() {
    let mut stage = stage();
    for (name, says) in [("Peruttu", "peruttiin, joten siitä ei kysytä palautetta"), ("Tuleva", "vasta tulossa")] {
        stage.play("o");
        words(&mut stage, name);
        stage.play("Enter + f");
        shows(&stage, says);
        stage.play("Esc Esc");
    }
}

#[test]
fn what_was_typed_stays_when_one_leaves_and_when_the_questions_change() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("5 4 Esc");
    to_row(&mut stage, "palaute: ");
    stage.play("Enter Enter");
    shows(&stage, "Palaute tapaamisesta");
    stage.play("3");
    // Somebody takes a question out and puts another one in.
    let mut loaded = load(&Source::Example);
    for record in records() {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    let before = loaded.book.info().expect("the book's record").clone();
    let mut after: BookInfo = before.clone();
    for asked in after.questionnaires.make_mut() {
        if asked.key == "coaching" {
            asked.questions.retain(|question| question.key != "goals");
        }
    }
    loaded.book.apply(&Change { before: Some(Record::Book(before)), after: Some(Record::Book(after)) });
    stage.load(loaded);
    shows(&stage, "Muu vastaus: goals");
    stage.play("C-s");
    let form = written(&stage).pop().expect("a form");
    assert_eq!(answers(&form), [("experience", "4"), ("arrangements", "3"), ("goals", "5")]);
}

#[test]
fn only_an_open_answer_takes_a_paste() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("paste:54321");
    shows(&stage, "liitä teksti avoimeen vastaukseen");
    stage.play("5 5 5 5 5 x k paste:Kirjastossa");
    shows(&stage, "Kirjastossa");
    // The lookup comes above it, and the form is still there after.
    stage.play("F2 Esc");
    shows(&stage, "Kirjastossa");
    stage.play("Tab Tab");
    words(&mut stage, "Hieno päivä");
    stage.play("Enter");
    shows(&stage, "k kyllä");
    stage.play("k");
    stage.play("C-s");
    let form = written(&stage).pop().expect("a form");
    assert_eq!((form.comment.as_str(), form.may_be_quoted), ("Hieno päivä", Some(true)));
}

#[test]
fn a_burst_of_answers_is_taken_one_by_one() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.input(Input::Text("54321".into()));
    stage.input(Input::Text("1".into()));
    stage.input(Input::Text("0".into()));
    stage.play("Enter");
    stage.input(Input::Text("kKirjasto ensin".into()));
    stage.play("C-s");
    let form = written(&stage).pop().expect("a form");
    let said: Vec<&str> = form.answers.iter().map(|row| row.answer.as_str()).collect();
    assert_eq!(said, ["5", "4", "3", "2", "1", "10", "Kirjasto ensin"]);
}

#[test]
fn where_only_the_tutor_has_not_answered_that_form_comes_first() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("5 5 5 5 5 x e C-s");
    shows(&stage, "Seuraavaksi tutorin lomake");
    stage.play("Esc 4 v");
    to_row(&mut stage, "Askola, tapaaminen");
    stage.play("n Enter");
    shows(&stage, "Kuntatutorin palaute");
    words(&mut stage, "1 2 0,5");
    stage.play("Enter 4 k C-s");
    let voices: Vec<_> = written(&stage).iter().map(|form| form.voice).collect();
    assert_eq!(voices, [Some(Voice::Receiving), Some(Voice::Tutor)]);
    // Both have answered: what was given comes first again, and the hours are on record.
    to_row(&mut stage, "Askola, tapaaminen");
    stage.play("n");
    shows(&stage, "Muuta annettua palautetta");
    stage.play("Down Down Enter");
    shows(&stage, "Kirjattu jo: valmistelu 1 h · tilaisuudessa 2 h · matkat 30 min");
    stage.play("Esc");
    assert!(!stage.draw().has("Kuntatutorin palaute") && !stage.draw().has("luonnos"), "{}", stage.draw().text());
    to_row(&mut stage, "Askola, tapaaminen");
    stage.play("n Down Down Enter");
    words(&mut stage, "3");
    shows(&stage, "valmistelu 3 h (korvaa: valmistelu 1 h");
}

#[test]
fn what_is_typed_on_into_a_question_of_the_program_is_no_answer_to_it() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("5 5 5 5 5 x e C-s Esc 4 v");
    to_row(&mut stage, "Askola, tapaaminen");
    stage.play("n 5 4");
    shows(&stage, "Valitse ensin");
    shows(&stage, "Kirjaa tutorin lomake");
    stage.input(Input::Text("543".into()));
    shows(&stage, "Kirjaa tutorin lomake");
}

#[test]
fn a_form_that_was_begun_is_gone_on_with() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("5 4 Esc");
    at_meeting(&mut stage);
    shows(&stage, "Lomake jäi kesken: jatkat siitä.");
    stage.play("3 C-s");
    let form = written(&stage).pop().expect("a form");
    assert_eq!(answers(&form), [("goals", "5"), ("experience", "4"), ("arrangements", "3")]);
}

#[test]
fn who_answered_while_a_form_lay_unfinished_is_not_counted_twice() {
    let mut stage = stage();
    at_webinar(&mut stage);
    words(&mut stage, "Askola");
    stage.play("Enter 5 Esc");
    at_webinar(&mut stage);
    shows(&stage, "jäi lomake kesken");
    stage.play("Down Enter");
    words(&mut stage, "Askola");
    stage.play("Enter 1 2 3 9 C-s Esc 4 v");
    at_webinar(&mut stage);
    stage.play("Enter C-s");
    shows(&stage, "Askola on jo vastannut");
    stage.play("Enter C-s");
    let forms = written(&stage);
    assert_eq!(forms.len(), 1, "one form was changed");
    assert_eq!(answers(&forms[0])[..2], [("arrangements", "5"), ("learned", "2")]);
}

#[test]
fn a_question_that_was_passed_by_is_told_once() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("Down 4 Down 5 C-s");
    shows(&stage, "2 kohtaa jäi ilman vastausta");
    assert!(stage.written.is_empty());
    stage.play("C-s");
    assert_eq!(written(&stage).len(), 1);
    // What is only left out at the end is no slip.
    let mut stage = stage_with("80x24", Vec::new());
    at_meeting(&mut stage);
    stage.play("4 4 C-s");
    assert_eq!(written(&stage).len(), 1);
}

#[test]
fn hours_that_are_none_are_told_where_they_are_typed() {
    let mut stage = stage();
    at_meeting(&mut stage);
    stage.play("v");
    words(&mut stage, "abc");
    stage.play("Enter");
    shows(&stage, "abc");
    shows(&stage, "▌  ");
    stage.play("C-u");
    words(&mut stage, "1");
    stage.play("Enter 4 C-s");
    assert_eq!(answers(&written(&stage)[0]), [("plan", "4")]);
}

#[test]
fn a_beginning_of_a_name_is_enough_and_what_is_none_is_told() {
    for (typed, code) in [("hy", "106"), ("mänt", "505"), ("l", "407")] {
        let mut stage = stage();
        at_webinar(&mut stage);
        words(&mut stage, typed);
        stage.play("Enter 5 C-s");
        assert_eq!(written(&stage)[0].municipality, Some(id(code)), "{typed}");
    }
    let mut stage = stage();
    at_webinar(&mut stage);
    words(&mut stage, "xyzzy");
    shows(&stage, "xyzzy: sellaista ei ole");
}

#[test]
fn that_a_meeting_is_to_come_is_told_where_its_municipality_is_known_too() {
    let ahead = Session {
        coachings: [id("c1")].into_iter().collect(),
        municipalities: [id("018")].into_iter().collect(),
        ..session("s5", SessionKind::Meeting, SessionStatus::Planned, (12, 14))
    };
    let mut stage = stage_with("80x24", vec![Record::Session(ahead)]);
    stage.play("o");
    words(&mut stage, "askola 14.12.");
    stage.play("Enter + f");
    shows(&stage, "1 täysin eri mieltä");
    shows(&stage, "vasta tulossa");
}

/// Compares the screen with its picture.
fn picture(stage: &Stage, name: &str) {
    let screen = stage.draw();
    assert_eq!(screen.fault(), None, "{name}");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, screen.picture()));
}

#[test]
fn the_form_as_it_is_filled_in() {
    for measure in ["80x24", "120x40", "60x15"] {
        let mut stage = stage_with(measure, Vec::new());
        at_webinar(&mut stage);
        stage.play("h a");
        picture(&stage, &format!("enter_start_fi_{measure}"));
        stage.play("Enter 5 -");
        picture(&stage, &format!("enter_middle_fi_{measure}"));
        stage.play("7");
        picture(&stage, &format!("enter_error_fi_{measure}"));
        stage.play("4 9 Enter");
        words(&mut stage, "Viemme etätuen kirjastoon.");
        stage.play("C-s");
        picture(&stage, &format!("enter_next_fi_{measure}"));
    }
}

/// Six meetings of which both voices said something, and a webinar.
fn answered() -> Vec<Record> {
    let row = |(question, answer): (&str, String)| kuntatutor::domain::Answer {
        id: id(&format!("r{question}")),
        question: question.into(),
        answer: answer.as_str().into(),
        ..Default::default()
    };
    let form = |key: String, about: &str, on: &str, municipality: Option<&str>, rows: Vec<(&str, String)>| {
        Record::Feedback(Feedback {
            id: id(&key),
            about: Some(Link::new(Kind::Session, id(about))),
            voice: Some(if on == "tutor" { Voice::Tutor } else { Voice::Receiving }),
            questionnaire: on.into(),
            version: Some(1),
            municipality: municipality.map(id),
            given_on: Some(date(2026, 11, 14)),
            answers: rows.into_iter().map(row).collect(),
            ..Feedback::default()
        })
    };
    let mut records = Vec::new();
    for (number, code) in ["018", "078", "444", "505", "611", "755"].into_iter().enumerate() {
        let (coaching, meeting) = (format!("c2{number}"), format!("s2{number}"));
        records.push(Record::Coaching(Coaching {
            id: id(&coaching),
            municipality: Some(id(code)),
            season: Some(id("2026")),
            status: Some(CoachingStatus::UnderWay),
            themes: [id("remote")].into_iter().collect(),
            ..Coaching::default()
        }));
        records.push(Record::Session(Session {
            coachings: [id(&coaching)].into_iter().collect(),
            municipalities: [id(code)].into_iter().collect(),
            tutors: [id("p1")].into_iter().collect(),
            ..session(&meeting, SessionKind::Meeting, SessionStatus::Held, (11, 2 + i8::try_from(number).expect("few")))
        }));
        let says = vec![
            ("goals", (4 + number % 2).to_string()),
            ("use", (5 - number % 3).to_string()),
            ("recommend", "9".into()),
            ("first-step", format!("Opastus alkaa kirjastossa {number}")),
        ];
        records.push(form(format!("f1{number}"), &meeting, "coaching", Some(code), says));
        if number != 5 {
            let says = vec![("plan", "3".into()), ("own", "Meilläkin kannattaa kokeilla.".into())];
            records.push(form(format!("f2{number}"), &meeting, "tutor", None, says));
        }
    }
    records
}

#[test]
fn feedback_is_read_by_what_it_is_about() {
    for measure in ["80x24", "120x40", "60x15"] {
        let mut stage = stage_with(measure, answered());
        stage.play("5");
        picture(&stage, &format!("feedback_sessions_fi_{measure}"));
        stage.play("v v v v v");
        picture(&stage, &format!("feedback_season_fi_{measure}"));
        stage.play("Enter");
        picture(&stage, &format!("answers_fi_{measure}"));
        stage.play("f");
        words(&mut stage, "kirjasto");
        stage.play("Enter Down");
        picture(&stage, &format!("answers_found_fi_{measure}"));
    }
}

#[test]
fn an_answer_is_opened_whole_and_becomes_an_action() {
    let mut stage = stage_with("80x24", answered());
    stage.play("5 v v v v v Enter f");
    words(&mut stage, "kirjastossa 3");
    stage.play("Enter");
    shows(&stage, "Mäntsälä");
    stage.play("Enter");
    shows(&stage, "Otamme käyttöön jotain");
    stage.play("Esc a");
    shows(&stage, "Opastus alkaa kirjastossa 3");
    stage.play("C-s");
    let action = stage.written.iter().flat_map(|signed| &signed.group.changes).find_map(|change| match &change.after {
        Some(Record::Action(action)) => Some(action.clone()),
        _ => None,
    });
    let action = action.expect("an action");
    assert_eq!((action.quote.as_str(), action.source_field.as_str()), ("Opastus alkaa kirjastossa 3", "first-step"));
}

#[test]
fn words_among_the_answers_are_changed_where_they_stand_in_their_form() {
    for key in [".", "e"] {
        let mut stage = stage_with("80x24", answered());
        stage.play("5 v v v v v Enter f");
        words(&mut stage, "kirjastossa 3");
        stage.play("Enter");
        stage.play(key);
        shows(&stage, "Palaute tapaamisesta");
        words(&mut stage, "!");
        stage.play("C-s");
        let form = written(&stage).pop().expect("a form");
        assert!(answers(&form).contains(&("first-step", "Opastus alkaa kirjastossa 3!")), "{key}: {form:?}");
    }
}

#[test]
fn where_a_practice_comes_from_is_told_by_its_question() {
    let mut stage = stage_with("80x24", answered());
    stage.play("5 v v v v v Enter f");
    words(&mut stage, "kirjastossa 3");
    stage.play("Enter + p");
    assert!(!stage.draw().has("first-step") && !stage.draw().has("lähteen kenttä"), "{}", stage.draw().text());
    words(&mut stage, "Kirjasto opastaa");
    stage.play("C-s Esc Esc Esc 7 f");
    words(&mut stage, "Kirjasto opastaa");
    stage.play("Enter Enter");
    shows(&stage, "Mihin ryhdytte");
    assert!(!stage.draw().has("first-step"), "{}", stage.draw().text());
}

#[test]
fn feedback_is_found_among_the_commands_and_its_keys_in_the_help() {
    let mut stage = stage();
    stage.play(":");
    words(&mut stage, "palaute");
    shows(&stage, "kirjaa palaute");
    let mut stage = stage_with("80x24", Vec::new());
    stage.play("2 :");
    words(&mut stage, "kirjaa pal");
    stage.play("Enter");
    shows(&stage, "Mistä tapaamisesta?");
    words(&mut stage, "webinaari");
    stage.play("Enter F1");
    for words in ["1–5 -", "0–10 x -", "1 täysin eri mieltä", "Ctrl-S"] {
        shows(&stage, words);
    }
    stage.play("Enter Esc");
    assert!(!stage.draw().has("1–5 -"), "{}", stage.draw().text());
}

#[test]
fn four_months_later_one_is_asked_what_has_changed() {
    let coaching = Coaching {
        id: id("c9"),
        municipality: Some(id("444")),
        season: Some(id("2026")),
        status: Some(CoachingStatus::Done),
        ..Coaching::default()
    };
    let met = Session {
        coachings: [id("c9")].into_iter().collect(),
        municipalities: [id("444")].into_iter().collect(),
        ..session("s9", SessionKind::Meeting, SessionStatus::Held, (7, 20))
    };
    let mut stage = stage_with("80x24", vec![Record::Coaching(coaching), Record::Session(met)]);
    to_row(&mut stage, "mikä on muuttunut?");
    stage.play("n");
    shows(&stage, "Seurantakysely neljän kuukauden kuluttua");
    stage.play("9");
    shows(&stage, "9 ei ole vaihtoehto");
    stage.play("4");
    words(&mut stage, "Opastusta saa nyt kirjastosta.");
    stage.play("Enter");
    let form = written(&stage).pop().expect("a form");
    assert_eq!(form.about, Some(Link::new(Kind::Coaching, id("c9"))));
    assert_eq!((form.questionnaire.as_str(), form.municipality.clone()), ("follow-up", Some(id("444"))));
    assert_eq!(answers(&form), [("change", "in-use"), ("residents", "Opastusta saa nyt kirjastosta.")]);
    assert!(!stage.draw().has("mikä on muuttunut?"), "{}", stage.draw().text());
}
