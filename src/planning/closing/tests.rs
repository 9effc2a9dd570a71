use jiff::civil::date;

use super::*;
use crate::book::Change;
use crate::domain::{Answer, Feedback, Link, Record, RoleInSeason, Uptake};
use crate::store::{Source, load};

const TODAY: Date = date(2021, 6, 1);

fn id(key: &str) -> Id {
    Id::parse(key).expect("an id")
}

fn put(book: &mut Book, record: Record) {
    book.apply(&Change { before: None, after: Some(record) });
}

fn form(key: &str, municipality: &str, answers: &[&str]) -> Record {
    let answer = |(number, answer): (usize, &&str)| Answer {
        question: ["goals", "experience", "arrangements"].get(number).copied().unwrap_or_default().into(),
        answer: (*answer).into(),
        ..Answer::default()
    };
    Record::Feedback(Feedback {
        id: id(key),
        about: Some(Link::new(Kind::Session, id("s-closing"))),
        voice: Some(Voice::Receiving),
        questionnaire: "coaching".into(),
        municipality: Some(id(municipality)),
        answers: answers.iter().enumerate().map(answer).collect(),
        ..Feedback::default()
    })
}

fn practice(key: &str, title: &str, own: &str, uptakes: &[(&str, Date)]) -> Record {
    let uptake =
        |(who, since): &(&str, Date)| Uptake { municipality: Some(id(who)), since: Some(*since), ..Uptake::default() };
    Record::Practice(Practice {
        id: id(key),
        title: Words::new(title.into(), "".into(), "".into()),
        municipality: Some(id(own)),
        uptakes: uptakes.iter().map(uptake).collect(),
        ..Practice::default()
    })
}

fn action(key: &str, municipality: &str, status: ActionStatus, done_on: Date) -> Record {
    Record::Action(Action {
        id: id(key),
        what: "Perusta digitukipiste".into(),
        municipality: Some(id(municipality)),
        status: Some(status),
        result: "Piste on kirjastossa".into(),
        done_on: Some(done_on),
        ..Action::default()
    })
}

/// The example where Askola (018) told a practice that Karkkila (224) took up this season and Vihti (927) long ago,
/// and Pornainen (611) did what was agreed; Karkkila was pleased and Askola was not.
fn book() -> Book {
    let mut book = load(&Source::Example).book;
    let session = Session {
        id: id("s-closing"),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2020-21")),
        status: Some(SessionStatus::Held),
        ..Session::default()
    };
    put(&mut book, Record::Session(session));
    let uptakes = [("224", date(2021, 3, 1)), ("927", date(2019, 3, 1))];
    put(&mut book, practice("g1", "Digitukipiste kirjastoon", "018", &uptakes));
    put(&mut book, action("a1", "611", ActionStatus::Done, date(2021, 5, 1)));
    put(&mut book, action("a2", "611", ActionStatus::Open, date(2021, 5, 1)));
    put(&mut book, action("a3", "091", ActionStatus::Done, date(2018, 5, 1)));
    put(&mut book, form("f1", "224", &["5", "4"]));
    put(&mut book, form("f2", "018", &["2", "3"]));
    let contact = RoleInSeason {
        season: Some(id("2020-21")),
        role: Some(Role::Contact),
        municipality: Some(id("224")),
        ..RoleInSeason::default()
    };
    let person =
        Person { id: id("pk"), family: "Yhteys".into(), roles: [contact].into_iter().collect(), ..Person::default() };
    put(&mut book, Record::Person(person));
    book
}

fn season(book: &Book) -> &Season {
    book.get(&id("2020-21")).expect("the season")
}

#[test]
fn who_was_pleased_and_did_something_comes_first() {
    let book = book();
    let all = tellers(&book, season(&book), TODAY);
    let told: Vec<(&str, bool, usize)> =
        all.iter().map(|it| (it.municipality.as_str(), it.is_pleased(), it.reasons.len())).collect();
    assert_eq!(told, [("224", true, 1), ("018", false, 1), ("611", false, 1)], "Vihti's and Helsinki's are long ago");
    assert_eq!(all[0].score, Some((450, 1)));
    assert_eq!(all[0].speaker, Some(id("pk")), "the contact of the season");
    assert_eq!(all[1].reasons, [Reason::Spread(id("g1"), 1)]);
    assert_eq!(all[2].reasons, [Reason::Done(id("a1"))]);
}

#[test]
fn of_few_forms_no_mean_is_told_and_of_enough_it_is() {
    let mut book = book();
    let texts = Texts::new(Tongue::Fi);
    let opinion = |book: &Book| {
        let showing = Showing { book, texts: &texts, today: TODAY, season: None };
        tellers(book, season(book), TODAY)[0].opinion(showing).to_string()
    };
    assert_eq!(opinion(&book), "hyvä palaute (n=1)");
    for key in ["f3", "f4", "f5", "f6"] {
        put(&mut book, form(key, "224", &["4", "cannot-say"]));
    }
    // 5, 4 and four times 4.
    assert_eq!(opinion(&book), "palaute 4,2 (n=5)");
}

#[test]
fn the_draft_has_a_talk_of_each_with_whom_one_would_have_to_ask() {
    let book = book();
    let all = tellers(&book, season(&book), TODAY);
    let session = draft(&book, season(&book), &all);
    assert_eq!((session.kind, session.status), (Some(SessionKind::Webinar), Some(SessionStatus::Planned)));
    assert_eq!(session.season, Some(id("2020-21")));
    let items: Vec<String> = session.programme.iter().map(|item| item.title.fi.to_string()).collect();
    assert_eq!(
        items,
        [
            "Avaus ja kauden vaiheet",
            "Karkkila: Digitukipiste kirjastoon",
            "Askola: Digitukipiste kirjastoon",
            "Pornainen: Perusta digitukipiste",
            "Tauko",
            "Tutorien paneeli: mitä opimme",
            "Yhteenveto ja jatko",
        ]
    );
    let speakers = |number: usize| session.programme[number].speakers.iter().collect::<Vec<_>>();
    assert!(
        matches!(speakers(1)[..], [Speaker { consent: None, part: Some(Part::Speaker), .. }]),
        "nobody is asked yet"
    );
    assert_eq!(speakers(5).len(), PANEL, "tutors of the season");
    assert_eq!(super::super::programme::total(&session), 10 + 3 * 15 + 10 + 30 + 10);
    let many: Vec<&Teller> = all.iter().cycle().take(6).collect();
    let long = draft(&book, season(&book), many);
    assert_eq!(long.programme[4].kind, Some(ItemKind::Break), "a long row is broken in the middle");
}

#[test]
fn a_season_of_which_nothing_is_known_has_nobody_to_tell() {
    let book = load(&Source::Example).book;
    let none = Season { id: id("2030"), starts: Some(date(2030, 1, 1)), ..Season::default() };
    assert_eq!(tellers(&book, &none, TODAY), []);
    assert_eq!(draft(&book, &none, []).programme.len(), 4);
}
