//! A round of the poll: letters, answers as people type them, the day that suits, the letter in its languages.

use jiff::civil::{date, time};

use super::*;
use crate::book::Change;
use crate::domain::{Coaching, Ids, Mode, Record, Words};
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::text::{Texts, Tongue};

const TODAY: Date = date(2026, 11, 22);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn ids(words: &[&str]) -> Ids {
    words.iter().map(|word| id(word)).collect()
}

fn municipality(code: &str, fi: &str, sv: &str, languages: &[Tongue]) -> Record {
    Record::Municipality(Municipality {
        id: id(code),
        name: Words::new(fi.into(), sv.into(), "".into()),
        languages: languages.to_vec(),
        ..Municipality::default()
    })
}

fn person(key: &str, given: &str, family: &str) -> Person {
    Person { id: id(key), given: given.into(), family: family.into(), ..Person::default() }
}

/// A meeting of Pornainen and Sipoo with Aino and Olavi, asked for three days; Siiri is Sipoo's contact.
fn session() -> Session {
    let session = Session {
        id: id("s1"),
        kind: Some(crate::domain::SessionKind::Meeting),
        municipalities: ids(&["611", "753"]),
        tutors: ids(&["p1", "p2"]),
        contacts: ids(&["p3"]),
        mode: Some(Mode::Remote),
        length: Some(150),
        ..Session::default()
    };
    with_slots(
        &session,
        &[date(2026, 12, 3), date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 1)],
        Some(time(9, 0, 0, 0)),
    )
}

fn book() -> Book {
    let mut siiri = person("p3", "Siiri", "Esimerkki");
    let role = crate::domain::RoleInSeason { municipality: Some(id("753")), ..Default::default() };
    siiri.roles.push(role);
    let records = [
        municipality("611", "Pornainen", "Borgnäs", &[Tongue::Fi]),
        municipality("753", "Sipoo", "Sibbo", &[Tongue::Sv, Tongue::Fi]),
        municipality("018", "Askola", "Askola", &[Tongue::Fi]),
        Record::Person(person("p1", "Aino", "Tammela")),
        Record::Person(person("p2", "Olavi", "Näyte")),
        Record::Person(siiri),
        Record::Person(person("p4", "Aila", "Tammela")),
        Record::Session(session()),
    ];
    let mut book = Book::default();
    for record in records {
        book.apply(&Change { before: None, after: Some(record) });
    }
    book
}

fn read_in(session: &Session, text: &str) -> Result<Answered, Unread> {
    let book = book();
    let (texts, finder) = (Texts::new(Tongue::Fi), Finder::new(&book, Tongue::Fi));
    let showing = Showing { book: &book, texts: &texts, today: TODAY, season: None };
    read(showing, &finder, &Usage::default(), session, text)
}

#[test]
fn days_have_letters_in_their_order_and_none_stands_twice() {
    let session = session();
    let days: Vec<Option<Date>> = session.candidates.iter().map(|slot| slot.date).collect();
    assert_eq!(days, [1, 2, 3].map(|day| Some(date(2026, 12, day))));
    assert_eq!([0, 25, 26, 51, 52, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "AAA"]);
    let later = with_slots(&session, &[date(2026, 11, 30)], Some(time(9, 0, 0, 0)));
    assert_eq!(later.candidates.last().unwrap().date, Some(date(2026, 11, 30)), "letters that were sent stay");
}

#[test]
fn answers_are_read_as_they_are_typed() {
    use Availability::{IfNeeded, Yes};
    let (pornainen, aino) = (Link::new(Kind::Municipality, id("611")), Link::new(Kind::Person, id("p1")));
    let sipoo = Link::new(Kind::Municipality, id("753"));
    for (text, who, slots) in [
        ("Pornainen: A,C", &pornainen, vec![(0, Yes), (2, Yes)]),
        ("porn a c", &pornainen, vec![(0, Yes), (2, Yes)]),
        ("pornainen AC", &pornainen, vec![(0, Yes), (2, Yes)]),
        ("Borgnäs: A (B)", &pornainen, vec![(0, Yes), (1, IfNeeded)]),
        ("pornainen: (A, B) C", &pornainen, vec![(0, IfNeeded), (1, IfNeeded), (2, Yes)]),
        ("Pornainen, B?", &pornainen, vec![(1, IfNeeded)]),
        ("Pornainen ei mikään", &pornainen, vec![]),
        ("Pornainen: none", &pornainen, vec![]),
        ("pornainen: alla", &pornainen, vec![(0, Yes), (1, Yes), (2, Yes)]),
        ("Pornaisista A", &pornainen, vec![(0, Yes)]),
        ("Aino Tammela B", &aino, vec![(1, Yes)]),
        ("tammela: B", &aino, vec![(1, Yes)]),
        ("siiri B", &sipoo, vec![(1, Yes)]),
        ("Sipoo: B.", &sipoo, vec![(1, Yes)]),
    ] {
        assert_eq!(read_in(&session(), text), Ok(Answered { who: who.clone(), slots }), "{text}");
    }
}

#[test]
fn what_was_not_understood_is_said() {
    for (text, expect) in [
        ("", Unread::NoDay),
        ("A, C", Unread::NoName),
        (": A", Unread::NoName),
        ("Pornainen:", Unread::NoDay),
        ("Pornainen", Unread::NoDay),
        ("Pornainen: D", Unread::NoSuchDay("D".into())),
        ("Qwertz: A", Unread::Unknown("Qwertz".into())),
    ] {
        assert_eq!(read_in(&session(), text), Err(expect), "{text}");
    }
    let mut both = session();
    both.tutors = ids(&["p1", "p4"]);
    let tammelas = ["p1", "p4"].map(|key| Link::new(Kind::Person, id(key)));
    assert_eq!(read_in(&both, "tammela A"), Err(Unread::Several(tammelas.to_vec())));
}

#[test]
fn the_day_that_suits_is_found_and_taken() {
    let mut session = session();
    assert_eq!(common(&session), None, "nobody has answered");
    for text in ["Pornainen: A, B", "Sipoo: B, C", "Aino: A B C", "Olavi: (B), C"] {
        session = with_answer(&session, &read_in(&session, text).unwrap());
    }
    assert_eq!(common(&session), Some(1), "nobody says no to the second");
    let verdicts = verdicts(&session);
    assert_eq!((verdicts[0].no.len(), verdicts[1].if_needed.len(), verdicts[2].no.len()), (2, 1, 1));
    // Who answers again has changed their mind.
    session = with_answer(&session, &read_in(&session, "pornainen: C").unwrap());
    assert_eq!((common(&session), parties(&session).len()), (Some(2), 4));
    let chosen = chosen(&session, 2).unwrap();
    assert_eq!((chosen.date, chosen.time), (Some(date(2026, 12, 3)), Some(time(9, 0, 0, 0))));
    assert_eq!(chosen.candidates, session.candidates);
    assert_eq!(super::chosen(&session, 9), None);
}

#[test]
fn the_letter_is_in_the_languages_of_those_who_get_it() {
    let book = book();
    let session = session();
    assert_eq!(tongues(&book, &session, Tongue::En), [Tongue::Fi, Tongue::Sv]);
    let letter = mail(&book, &session, &[Tongue::Fi, Tongue::Sv], TODAY);
    for part in ["A  ti 1.12. klo 9.00–11.30", "C  tor 3.12. kl. 9.00–11.30", "Hei!", "Hej!"] {
        assert!(letter.as_str().contains(part), "{part}: {letter}");
    }
    let mut book = self::book();
    let coaching = Coaching { id: id("c1"), language: Some(Tongue::Sv), ..Coaching::default() };
    book.apply(&Change { before: None, after: Some(Record::Coaching(coaching)) });
    let own = Session { coachings: ids(&["c1"]), ..session };
    assert_eq!(tongues(&book, &own, Tongue::En), [Tongue::Sv]);
    assert_eq!(tongues(&book, &Session::default(), Tongue::En), [Tongue::En]);
}

#[test]
fn a_poll_with_holes_is_no_trouble() {
    let mut session = session();
    session.candidates.push(Candidate::default());
    session.candidates.make_mut()[0].replies.push(CandidateAnswer::default());
    assert_eq!(chosen(&session, 3), None);
    let answered = read_in(&session, "Pornainen: A D").unwrap();
    let session = with_answer(&session, &answered);
    assert_eq!(common(&session), Some(0));
    assert!(mail(&book(), &session, &[Tongue::En], TODAY).as_str().contains('D'));
}
