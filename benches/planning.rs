//! Milliseconds until the views of Plan, Today and the clashes are there in a book of 10,000 sessions, and until what
//! 20,000 forms on them say is read, and reported.
//!
//! Owns nothing but the measuring. Milliseconds are for reading only, so it never fails on them.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes time and output")]
#![expect(clippy::expect_used, reason = "a bench that has no book has nothing to measure")]

use std::time::{Duration, Instant};

use ecow::eco_format;
use jiff::Span;
use jiff::civil::{Date, date, time};
use kuntatutor::app::input::{BookPlace, Input};
use kuntatutor::app::{App, Start};
use kuntatutor::book::show::Showing;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{
    Answer, Coaching, CoachingStatus, Feedback, Id, Kind, Link, Mode, Municipality, Person, Record, Role, RoleInSeason,
    Season, Session, SessionKind, SessionStatus, Voice,
};
use kuntatutor::exchange::document::html::html;
use kuntatutor::find::finder::Finder;
use kuntatutor::find::usage::Usage;
use kuntatutor::keys::Chord;
use kuntatutor::planning::{clashes, coverage};
use kuntatutor::report::Paper;
use kuntatutor::report::season::Reported;
use kuntatutor::settings::Me;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::{Safe, Texts, Tongue};
use kuntatutor::widgets::looks::Looks;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const TODAY: Date = date(2026, 11, 22);
const SESSIONS: u32 = 10_000;
/// About so many forms, spread over the sessions that were held.
const FORMS: usize = 20_000;
/// Everything is measured so often; the median is told.
const TIMES: usize = 9;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing measured: this is for cargo bench");
        return;
    }
    let book = book();
    let season = book.get::<Season>(&id("2026")).expect("it was put there").clone();
    told("clashes of the season", || drop(clashes::all(&book, &season)));
    told("coverage", || drop(coverage::coverage(&book, &season, TODAY)));
    let session = book.all::<Session>().find(|session| session.date == Some(TODAY)).expect("one is today").clone();
    told("clashes of one session", || drop(clashes::of_session(&book, &session)));
    let mut app = app(book);
    for (name, keys) in
        [("Today", "1"), ("requests", "4"), ("agenda", "v"), ("month", "v"), ("coverage", "v"), ("load", "v")]
    {
        // The first time is what somebody waits for.
        let started = Instant::now();
        press(&mut app, keys);
        println!("{name:>24}: {:.2} ms to open and draw", ms(started.elapsed()));
    }
    press(&mut app, "v");
    press(&mut app, "v");
    press(&mut app, "v");
    told("month: another day", || press(&mut app, "Right"));
    told("month: another month", || press(&mut app, "PgDn"));
    // Back to the sessions, to the sheet of one.
    (0..4).for_each(|_| press(&mut app, "v"));
    told("a session's sheet", || {
        press(&mut app, "Enter");
        press(&mut app, "Esc");
    });
    press(&mut app, "Enter");
    told("sheet: another line", || press(&mut app, "Down"));
    press(&mut app, "T");
    press(&mut app, "G");
    told("sheet: something done", || {
        press(&mut app, "x");
        press(&mut app, "Up");
    });
    answered(self::book());
}

/// What is said in 20,000 forms on sessions that were held.
fn answered(mut book: Book) {
    let sessions: Vec<Session> = book.all::<Session>().filter(|session| session.date < Some(TODAY)).cloned().collect();
    for (number, before) in sessions.iter().enumerate() {
        let after = Session { status: Some(SessionStatus::Held), ..before.clone() };
        let before = Some(Record::Session(before.clone()));
        book.apply(&Change { before, after: Some(Record::Session(after.clone())) });
        for voice in 0..=FORMS / sessions.len() {
            let after = Some(Record::Feedback(form(number, voice, &after)));
            book.apply(&Change { before: None, after });
        }
    }
    let texts = Texts::new(Tongue::Fi);
    let season = book.get::<Season>(&id("2026")).expect("it was put there").clone();
    let paper = Paper::Report { on: Reported::Season(season.id.clone()), names: false };
    told("the season's report", || {
        let showing = Showing { book: &book, texts: &texts, today: TODAY, season: Some(&season) };
        let written = paper.write(showing).expect("the season is there");
        drop(html(&written.document));
    });
    let mut app = app(book);
    for (name, keys) in [
        ("feedback: sessions", "5"),
        ("coachings", "v"),
        ("municipalities", "v"),
        ("tutors", "v"),
        ("themes", "v"),
        ("season", "v"),
        ("what was said", "Enter"),
        ("actions", "6"),
        ("practices", "7"),
    ] {
        let started = Instant::now();
        press(&mut app, keys);
        println!("{name:>24}: {:.2} ms to open and draw", ms(started.elapsed()));
    }
    for key in ["Esc", "5", "v"] {
        press(&mut app, key);
    }
    told("another session", || press(&mut app, "Down"));
    for key in ["n", "Enter", "4", "4", "4", "4", "4", "x", "e"] {
        press(&mut app, key);
    }
    told("a form's next answer", || {
        press(&mut app, "Up");
        press(&mut app, "4");
    });
    let started = Instant::now();
    press(&mut app, "Ctrl-S");
    println!("{:>24}: {:.2} ms until the next form", "a form finished", ms(started.elapsed()));
}

fn form(session: usize, number: usize, about: &Session) -> Feedback {
    let answer = |question: &str, answer: usize| Answer {
        id: id(question),
        question: question.into(),
        answer: eco_format!("{answer}"),
        ..Answer::default()
    };
    let words = Answer { answer: "Otamme etätuen käyttöön.".into(), ..answer("first-step", 0) };
    let scores = ["goals", "experience", "arrangements", "learned", "use"];
    let scores = scores.into_iter().enumerate().map(|(at, question)| answer(question, 1 + (session + at) % 5));
    Feedback {
        id: id(&format!("fbench{session}x{number}")),
        about: Some(Link::new(Kind::Session, about.id.clone())),
        voice: Some(Voice::Receiving),
        questionnaire: "coaching".into(),
        version: Some(1),
        municipality: about.municipalities.first().cloned(),
        given_on: about.date,
        answers: scores.chain([answer("recommend", session % 11), words]).collect(),
        ..Feedback::default()
    }
}

fn told(name: &str, mut what: impl FnMut()) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let started = Instant::now();
            what();
            started.elapsed()
        })
        .collect();
    times.sort();
    let median = times.get(TIMES / 2).copied().unwrap_or_default();
    let worst = times.last().copied().unwrap_or_default();
    println!("{name:>24}: {:.2} ms, at worst {:.2}", ms(median), ms(worst));
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

fn id(word: &str) -> Id {
    Id::parse(word).expect("a word of an id")
}

/// The shipped municipalities with a season, forty tutors, coachings and the sessions.
fn book() -> Book {
    let mut book = load(&Source::Example).book;
    let mut put = |record| {
        book.apply(&Change { before: None, after: Some(record) });
    };
    let season = id("2026");
    put(Record::Season(Season {
        id: season.clone(),
        name: "2026".into(),
        starts: Some(date(2026, 1, 1)),
        ends: Some(date(2026, 12, 31)),
        ..Season::default()
    }));
    for number in 0..40 {
        let role = RoleInSeason {
            season: Some(season.clone()),
            role: Some(Role::Tutor),
            ceiling: Some(8),
            ..RoleInSeason::default()
        };
        put(Record::Person(Person {
            id: id(&format!("ptutor{number}")),
            family: eco_format!("Tutori{number}"),
            roles: [role].into_iter().collect(),
            ..Person::default()
        }));
    }
    let places: Vec<Id> = load(&Source::Example).book.all::<Municipality>().map(|one| one.id.clone()).collect();
    for number in 0..SESSIONS {
        let place = places.get(number as usize % places.len()).expect("there are municipalities").clone();
        let tutor = id(&format!("ptutor{}", number % 40));
        let coaching = id(&format!("cbench{number}"));
        if number < 300 {
            put(Record::Coaching(Coaching {
                id: coaching.clone(),
                municipality: Some(place.clone()),
                season: Some(season.clone()),
                status: Some(CoachingStatus::Planning),
                tutors: [tutor.clone()].into_iter().collect(),
                ..Coaching::default()
            }));
        }
        let day = date(2026, 1, 1).checked_add(Span::new().days(i64::from(number % 365))).unwrap_or(TODAY);
        put(Record::Session(Session {
            id: id(&format!("sbench{number}")),
            kind: Some(SessionKind::Meeting),
            season: Some(season.clone()),
            status: Some(SessionStatus::Planned),
            municipalities: [place].into_iter().collect(),
            tutors: [tutor].into_iter().collect(),
            coachings: if number < 300 { [coaching].into_iter().collect() } else { kuntatutor::domain::Ids::default() },
            date: Some(day),
            time: Some(time(i8::try_from(8 + number % 9).unwrap_or(8), 0, 0, 0)),
            length: Some(90),
            mode: Some(Mode::Remote),
            ..Session::default()
        }));
    }
    book
}

const SIZE: Size = Size { width: 120, height: 40 };

fn app(book: Book) -> App {
    let texts = Texts::new(Tongue::Fi);
    let finder = Finder::new(&book, Tongue::Fi);
    let (mut app, _) = App::new(Start {
        place: BookPlace { origin: Safe::default(), path: "/book".to_owned(), example: false },
        texts,
        looks: Looks { colour: true, drawing: true },
        size: SIZE,
        now: TODAY.at(10, 42, 0, 0),
        seed: 7,
        me: Me::Nobody,
        read_only: false,
        usage: Usage::default(),
        filters: Vec::new(),
        mappings: Vec::new(),
        words: None,
        downloads: "~".to_owned(),
    });
    app.update(Input::Loaded(Box::new(Loaded { book, problems: Vec::new() }), Box::new(finder)));
    app
}

/// Presses a key and draws what comes of it.
fn press(app: &mut App, key: &str) {
    app.update(Input::Key(Chord::parse(key).expect("a key")));
    let area = Rect::new(0, 0, SIZE.width, SIZE.height);
    let mut buffer = Buffer::empty(area);
    app.view(area, &mut buffer);
}
