use jiff::civil::{date, time};

use super::*;
use crate::book::{Book, Change};
use crate::domain::{
    ChecklistItem, Coaching, CoachingStatus, Consent, Feedback, Kind, Material, Mode, Municipality, Part as PartOf,
    Person, ProgrammeItem, Record, Season, SessionStatus, Speaker, Voice, Who,
};
use crate::exchange::document::plain::plain;
use crate::exchange::document::{Part, Table};
use crate::store::{Source, load};
use crate::text::Tongue;

fn id(key: &str) -> Id {
    Id::parse(key).expect("an id")
}

fn put(book: &mut Book, record: Record) {
    book.apply(&Change { before: None, after: Some(record) });
}

/// The example with a meeting in Askola: a contact, two tutors of whom one speaks, one who declined, and a
/// municipality that sends somebody.
fn book() -> Book {
    let mut book = load(&Source::Example).book;
    let person = |key: &str, family: &str| Person {
        id: id(key),
        given: "Aino".into(),
        family: family.into(),
        phone: "040 111 2222".into(),
        email: "aino@example.org".into(),
        ..Person::default()
    };
    for (key, family) in [("pa", "Yhteys"), ("pb", "Tutori"), ("pc", "Toinen")] {
        put(&mut book, Record::Person(person(key, family)));
    }
    let coaching = Coaching {
        id: id("ca"),
        municipality: Some(id("018")),
        wish: "etätuki ikäihmisille".into(),
        present_state: "yksi digitukipiste".into(),
        goals: "kaksi lisää".into(),
        ..Coaching::default()
    };
    put(&mut book, Record::Coaching(coaching));
    let speaker = |who: Who, consent: Option<Consent>| Speaker {
        who,
        part: Some(PartOf::Speaker),
        consent,
        ..Speaker::default()
    };
    let item = |minutes: u32, speakers: &[Speaker]| ProgrammeItem {
        minutes: Some(minutes),
        title: crate::domain::Words::new("Alustus".into(), "Inledning".into(), "".into()),
        speakers: speakers.iter().cloned().collect(),
        ..ProgrammeItem::default()
    };
    let task =
        |what: &str, done: bool| ChecklistItem { what: what.into(), done: Some(done), ..ChecklistItem::default() };
    let session = Session {
        id: id("sa"),
        coachings: [id("ca")].into_iter().collect(),
        municipalities: [id("018")].into_iter().collect(),
        contacts: [id("pa")].into_iter().collect(),
        tutors: [id("pb"), id("pc")].into_iter().collect(),
        tutor_municipalities: [id("091")].into_iter().collect(),
        date: Some(date(2026, 12, 1)),
        time: Some(time(9, 0, 0, 0)),
        mode: Some(Mode::OnSite),
        place: "Kirjasto, Askolantie 1".into(),
        programme: [
            item(20, &[speaker(Who::Person(id("pb")), Some(Consent::Confirmed))]),
            item(
                45,
                &[
                    speaker(Who::Name("Olli Kiireinen".into()), Some(Consent::Declined)),
                    speaker(Who::Name("Eeva Uusi".into()), None),
                ],
            ),
        ]
        .into_iter()
        .collect(),
        materials: [Material { title: "Esite".into(), promised_by: Who::Person(id("pc")), ..Material::default() }]
            .into_iter()
            .collect(),
        checklist: [task("kahvit", false), task("sali", true)].into_iter().collect(),
        registered_people: Some(23),
        ..Session::default()
    };
    put(&mut book, Record::Session(session));
    let note = Note {
        id: id("na"),
        about: Some(Link::new(Kind::Session, id("sa"))),
        text: "Ovi alhaalta.".into(),
        ..Note::default()
    };
    put(&mut book, Record::Note(note));
    book
}

fn written(book: &Book, tongue: Tongue, paper: &Paper) -> Written {
    let texts = Texts::new(tongue);
    let showing = Showing { book, texts: &texts, today: date(2026, 11, 22), season: None };
    paper.write(showing).expect("what it is about is there")
}

fn the_table(written: &Written) -> &Table {
    fn table(part: &Part) -> Option<&Table> {
        if let Part::Table(table) = part { Some(table) } else { None }
    }
    written.document.parts.iter().find_map(table).expect("a table")
}

#[test]
fn those_who_come_are_on_the_list_and_whoever_else_comes_has_a_line() {
    let book = book();
    let list = written(&book, Tongue::Fi, &Paper::Signing(id("sa")));
    let rows: Vec<String> =
        the_table(&list).rows.iter().map(|row| format!("{}|{}|{}", row[0], row[1], row[2])).collect();
    assert_eq!(rows[..5], ["Aino Yhteys||", "Aino Tutori||", "Aino Toinen||", "Eeva Uusi||", "|Helsinki|"]);
    assert_eq!(rows.len(), 23, "as many as registered");
    assert!(rows[5..].iter().all(|row| row == "||"));
    let text = plain(&list.document, 80);
    for private in ["040", "@", "Kiireinen"] {
        assert!(!text.as_str().contains(private), "{private} lies on a table for all to read:\n{text}");
    }
    assert!(text.as_str().contains("Ti 1.12.2026 klo 9.00–10.05\nKirjasto, Askolantie 1\n"), "{text}");
    assert_eq!(list.sheet.expect("a table for spreadsheets").lines.len(), 6, "without the lines to write on");
}

#[test]
fn a_list_has_lines_enough_and_never_thousands() {
    let mut book = book();
    for (registered, lines) in [(None, 15), (Some(2), 15), (Some(40), 40), (Some(3_000_000), 400)] {
        let before = book.get::<Session>(&id("sa")).cloned().expect("the session");
        let after = Session { registered_people: registered, ..before.clone() };
        book.apply(&Change { before: Some(Record::Session(before)), after: Some(Record::Session(after)) });
        let list = written(&book, Tongue::En, &Paper::Signing(id("sa")));
        assert_eq!(the_table(&list).rows.len(), lines, "{registered:?}");
    }
}

#[test]
fn the_day_sheet_holds_all_one_needs_that_day() {
    let text = plain(&written(&book(), Tongue::Fi, &Paper::Day(id("sa"))).document, 120);
    for told in [
        "Ti 1.12.2026 klo 9.00–10.05\n",
        "Aino Tutori       tutor, puhuja             040 111 2222\n",
        "(ei vielä nimetty)  tutor          Helsinki",
        "9.00–9.20   Alustus  Aino Tutori\n",
        "9.20–10.05  Alustus  Olli Kiireinen (kieltäytynyt), Eeva Uusi (ei vielä kysytty)\n",
        "- Esite – lupasi Aino Toinen, ei ole vielä tullut\n",
        "- kahvit\n",
        "yksi digitukipiste\n",
        "- Ovi alhaalta.\n",
        "23 henkilöä",
    ] {
        let squeezed = |text: &str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        assert!(squeezed(text.as_str()).contains(&squeezed(told)), "{told}\nis not in\n{text}");
    }
    assert!(!text.as_str().contains("sali"), "what is done is not to be done");
}

#[test]
fn a_paper_is_in_the_language_asked_for_and_of_what_has_gone_there_is_none() {
    let book = book();
    let swedish = plain(&written(&book, Tongue::Sv, &Paper::Day(id("sa"))).document, 120);
    assert!(swedish.as_str().contains("Inledning") && swedish.as_str().contains("inte tillfrågad ännu"), "{swedish}");
    let texts = Texts::new(Tongue::En);
    let showing = Showing { book: &book, texts: &texts, today: date(2026, 11, 22), season: None };
    assert_eq!(Paper::Day(id("nobody")).write(showing), None);
}

fn showing<'a>(book: &'a Book, texts: &'a Texts) -> Showing<'a> {
    Showing { book, texts, today: date(2021, 10, 20), season: None }
}

/// All a document says, in one line.
fn text(written: &Written) -> String {
    plain(&written.document, 78).as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn form(key: &str, about: Link, voice: Voice, day: i8) -> Feedback {
    Feedback {
        id: id(key),
        about: Some(about),
        voice: Some(voice),
        questionnaire: if voice == Voice::Tutor { "tutor" } else { "coaching" }.into(),
        given_on: Some(date(2021, 10, day)),
        comment: "Kiitos selkeästä esityksestä!".into(),
        may_be_quoted: Some(true),
        ..Feedback::default()
    }
}

#[test]
fn a_municipalitys_own_form_stands_before_a_later_one_of_a_tutor() {
    let mut book = book();
    let about = || Link::new(Kind::Coaching, id("ca"));
    let own = Feedback { wants_contact: Some(true), ..form("f1", about(), Voice::Receiving, 1) };
    put(&mut book, Record::Feedback(own));
    let tutor = Feedback { comment: "Hyvin meni".into(), ..form("f2", about(), Voice::Tutor, 20) };
    put(&mut book, Record::Feedback(tutor));
    let texts = Texts::new(Tongue::Fi);
    let paper = Paper::Handover(Link::new(Kind::Municipality, id("018")));
    let text = text(&paper.write(showing(&book, &texts)).expect("a sheet"));
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(at("Kunnan viimeisin palaute") < at("Toivoo yhteydenottoa kyllä"));
    assert!(at("Toivoo yhteydenottoa kyllä") < at("Tutorin viimeisin palaute"));
    assert!(at("Tutorin viimeisin palaute") < at("Hyvin meni"));
}

#[test]
fn the_day_sheet_of_what_was_held_says_who_was_there() {
    let mut book = book();
    let texts = Texts::new(Tongue::Fi);
    let sheet = |book: &Book| text(&Paper::Day(id("sa")).write(showing(book, &texts)).expect("a sheet"));
    assert!(sheet(&book).contains("Ketkä tulevat"));
    let session = book.get::<Session>(&id("sa")).expect("the meeting").clone();
    put(&mut book, Record::Session(Session { status: Some(SessionStatus::Held), ..session }));
    assert!(sheet(&book).contains("Ketkä olivat"));
}

/// A book that begins with one season, of which a webinar was held whose attendance nobody put down by municipality.
fn first_season() -> Book {
    let mut book = Book::default();
    let example = load(&Source::Example).book;
    put(&mut book, Record::Book(example.info().expect("a book").clone()));
    for municipality in example.all::<Municipality>() {
        put(&mut book, Record::Municipality(municipality.clone()));
    }
    let season = Season {
        id: id("y1"),
        name: "2021".into(),
        starts: Some(date(2021, 1, 1)),
        ends: Some(date(2021, 12, 31)),
        ..Season::default()
    };
    put(&mut book, Record::Season(season));
    let session = |key: &str| Session {
        id: id(key),
        season: Some(id("y1")),
        date: Some(date(2021, 10, 6)),
        status: Some(SessionStatus::Held),
        ..Session::default()
    };
    put(&mut book, Record::Session(Session { present_municipalities: Some(14), ..session("s1") }));
    let coaching = |key: &str, municipality: &str, status| Coaching {
        id: id(key),
        municipality: Some(id(municipality)),
        season: Some(id("y1")),
        status: Some(status),
        ..Coaching::default()
    };
    put(&mut book, Record::Coaching(coaching("c1", "018", CoachingStatus::UnderWay)));
    put(&mut book, Record::Coaching(coaching("c2", "078", CoachingStatus::Waiting)));
    let coachings = [id("c1")].into_iter().collect();
    put(&mut book, Record::Session(Session { coachings, ..session("s2") }));
    for at in 1..=20 {
        let about = Link::new(Kind::Session, id("s1"));
        put(&mut book, Record::Feedback(form(&format!("f{at}"), about, Voice::Receiving, 6)));
    }
    book
}

fn season_told(today: jiff::civil::Date, on: season::Reported) -> String {
    let (book, texts) = (first_season(), Texts::new(Tongue::Fi));
    let showing = Showing { today, ..showing(&book, &texts) };
    text(&Paper::Report { on, names: false }.write(showing).expect("a report"))
}

#[test]
fn the_report_says_what_is_known_and_no_more() {
    let text = season_told(date(2021, 11, 22), season::Reported::Season(id("y1")));
    for words in [
        "Kausi on kesken: tilanne 22.11.2021.",
        "Tämä on kirjan ensimmäinen kausi.",
        "Toteutuneita sparrauksia (käynnissä tai päättyneitä): 1.",
        "Sovittuja toimia ei ole kirjattu.",
        "Palautetta antaneita kuntia: 14/15 (93 %), lomakkeita 20.",
        "Kuntien osallistumiset 15 2",
        "Tavoitetut kunnat seutukunnittain",
        "25 kuntaa ei tavoitettu, eikä niistä ole muitakaan lukuja",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("Ensimmäistä kertaa tavoitetut") && !text.contains("Vain järjestäjien käyttöön"));
    assert_eq!(text.matches("Kiitos selkeästä esityksestä!").count(), 1, "the same words once");
    assert!(!season_told(date(2022, 1, 1), season::Reported::Season(id("y1"))).contains("kesken"));
}

#[test]
fn days_before_the_book_begins_are_not_compared_with() {
    let days = |from, to| season_told(date(2022, 1, 1), season::Reported::Days(from, to));
    let half = days(date(2021, 7, 2), date(2021, 12, 29));
    assert!(half.contains("Rinnalla yhtä pitkä aika"), "{half}");
    let partly = days(date(2021, 3, 1), date(2021, 12, 31));
    assert_eq!(partly.matches("ei kata yhtä pitkää aikaa").count(), 1, "{partly}");
}
