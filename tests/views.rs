//! Plan's views: what one has in hand goes through them, a day's new session begins with it, and what was said of a
//! coaching leads on.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use jiff::civil::date;
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Coaching, CoachingStatus, Id, Mode, Record, Season, Session, SessionKind, SessionStatus, Who,
};
use kuntatutor::store::{Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, TODAY, size};

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn coaching(word: &str, place: &str, status: CoachingStatus) -> Coaching {
    let (municipality, season, status) = (Some(id(place)), Some(id("2026")), Some(status));
    Coaching { id: id(word), municipality, season, status, asked_on: Some(TODAY), ..Coaching::default() }
}

/// A season with two coachings, of Karkkila with a meeting on 26.11. and of Hanko without one.
fn stage() -> Stage {
    let mut loaded = load(&Source::Example);
    let season = Season {
        id: id("2026"),
        name: "2026".into(),
        starts: Some(date(2026, 1, 1)),
        ends: Some(date(2026, 12, 31)),
        ..Season::default()
    };
    let meeting = Session {
        id: id("s1"),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2026")),
        status: Some(SessionStatus::Planned),
        municipalities: [id("224")].into_iter().collect(),
        coachings: [id("c1")].into_iter().collect(),
        date: Some(date(2026, 11, 26)),
        mode: Some(Mode::Remote),
        link: "https://kokous.example/1".into(),
        ..Session::default()
    };
    for record in [
        Record::Season(season),
        Record::Coaching(coaching("c1", "224", CoachingStatus::Planning)),
        Record::Coaching(coaching("c2", "078", CoachingStatus::Requested)),
        Record::Session(meeting),
    ] {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    let mut stage = Stage::starting(Tongue::Fi, size("80x24"), None);
    stage.load(loaded);
    stage
}

/// The last record that was saved.
fn saved(stage: &Stage) -> Record {
    let group = stage.written.last().expect("something was saved");
    group.group.changes.first().and_then(|change| change.after.clone()).expect("it is there")
}

#[test]
fn what_was_chosen_stays_in_hand_through_views_that_do_not_know_it() {
    let mut stage = stage();
    // Hanko has no session: the agenda between says nothing of it, and the day stays that of Karkkila's.
    stage.play("4 Down Up v v");
    assert!(stage.draw().has("valittuna Hanko"), "{}", stage.draw().text());
    stage.play("Right Right n");
    assert!(stage.draw().has("Hanko"), "{}", stage.draw().text());
    stage.play("C-s");
    let Record::Session(session) = saved(&stage) else { panic!("a session") };
    assert_eq!(session.coachings.as_slice(), [id("c2")]);
    assert_eq!((session.date, session.status), (Some(date(2026, 11, 28)), Some(SessionStatus::Planned)));
    // The other way: the day of Karkkila's meeting is where the month opens.
    stage.play("Esc Esc 4 : pyynnöt Enter G v v");
    assert!(stage.draw().has("to 26.11."), "{}", stage.draw().text());
}

#[test]
fn a_filter_goes_through_all_views() {
    let mut stage = stage();
    stage.play("4 / karkkila Enter");
    for (view, empty) in [("pyynnöt", false), ("aikajärjestys", false), ("kattavuus", false), ("kuormitus", true)] {
        let screen = stage.draw();
        assert!(screen.has(&format!("{view} · ")), "{view}: {}", screen.text());
        assert_eq!(screen.has("Karkkila"), !empty, "{view}: {}", screen.text());
        assert!(!screen.has("Hanko"), "{view}: {}", screen.text());
        stage.play(if view == "aikajärjestys" { "v v" } else { "v" });
    }
}

#[test]
fn a_day_moves_with_one_key_and_comes_back() {
    let mut stage = stage();
    stage.play("4 v >");
    let Record::Session(session) = saved(&stage) else { panic!("a session") };
    assert_eq!(session.date, Some(date(2026, 11, 27)));
    assert!(stage.draw().footer().contains("nyt pe 27.11."), "{}", stage.draw().footer());
    stage.play("u");
    let Record::Session(session) = saved(&stage) else { panic!("a session") };
    assert_eq!(session.date, Some(date(2026, 11, 26)));
    // A coaching whose session has a day is not moved beside it.
    stage.play(": pyynnöt Enter G >");
    assert!(stage.draw().footer().contains("siirrä sitä"), "{}", stage.draw().footer());
}

#[test]
fn who_says_no_is_asked_why_and_a_meeting_that_stands_is_told() {
    let mut stage = stage();
    stage.play("4 G .");
    "kunta kielt".chars().for_each(|letter| {
        stage.play(if letter == ' ' { "Space".to_owned() } else { letter.to_string() }.as_str());
    });
    stage.play("Enter");
    assert!(stage.draw().has("yhä suunnitteilla"), "{}", stage.draw().text());
    stage.play("kiire Enter");
    let Record::Coaching(coaching) = saved(&stage) else { panic!("a coaching") };
    assert_eq!((coaching.status, coaching.reason.as_str()), (Some(CoachingStatus::Declined), "kiire"));
    // Any other status is one word and Enter, as before.
    stage.play("4 g . tarj Enter");
    let Record::Coaching(coaching) = saved(&stage) else { panic!("a coaching") };
    assert_eq!(coaching.status, Some(CoachingStatus::Offered));
}

#[test]
fn who_asked_is_whom_one_writes_to() {
    let mut stage = stage();
    stage.play("4 n hanko Enter tammi Enter etätuki C-s");
    let Record::Coaching(coaching) = saved(&stage) else { panic!("a coaching") };
    let Who::Person(asker) = &coaching.asked_by else { panic!("Ari Tammi is in the book: {:?}", coaching.asked_by) };
    assert_eq!(coaching.contacts.as_slice(), std::slice::from_ref(asker));
}
