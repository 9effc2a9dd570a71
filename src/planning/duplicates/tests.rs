//! What is found and what is not, as whoever keeps the list by hand would judge.

use super::*;
use crate::domain::{
    Affiliation, FurtherContact, Municipality, Organisation, Person, Practice, RecordRef, Table, Words,
};

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn words(text: &str) -> Words {
    let (fi, sv) = text.split_once('|').unwrap_or((text, ""));
    Words::new(fi.into(), sv.into(), "".into())
}

/// `Matti Virtanen, 638, 040 123 4567, matti@x.fi`: name, place, then contacts in any number. The last word of the
/// name is the family name.
fn person(number: usize, text: &str) -> Person {
    let mut parts = text.split(", ");
    let (given, family) = parts.next().unwrap_or_default().rsplit_once(' ').unwrap_or_default();
    let place = parts.next().filter(|place| !place.is_empty()).map(|place| {
        let kind = if place.starts_with('o') { Kind::Organisation } else { Kind::Municipality };
        Affiliation { at: Some(Link::new(kind, id(place))), ..Affiliation::default() }
    });
    let mut person = Person {
        id: id(&format!("p{number:03}")),
        given: given.into(),
        family: family.into(),
        affiliations: place.into_iter().collect(),
        ..Person::default()
    };
    for contact in parts {
        let field = if contact.contains('@') { &mut person.email } else { &mut person.phone };
        if field.is_empty() {
            *field = contact.into();
        } else {
            person.further_contacts.push(FurtherContact { contact: contact.into(), ..FurtherContact::default() });
        }
    }
    person
}

/// A book with Porvoo and Vantaa, Porvoo's administration as an organisation, and these people.
fn book_of(people: &[&str]) -> Book {
    let mut book = Book::default();
    let mut add = |record: RecordRef<'_>| {
        book.apply(&Change { before: None, after: Some(record.to_owned()) });
    };
    for (code, name) in [("638", "Porvoo|Borgå"), ("092", "Vantaa|Vanda")] {
        let it = Municipality {
            id: id(code),
            name: words(name),
            switchboard: "019 520 211".into(),
            ..Municipality::default()
        };
        add(RecordRef::Municipality(&it));
    }
    for (key, name) in [("o1", "Porvoon kaupunki"), ("o2", "Borgå stad")] {
        add(RecordRef::Organisation(&Organisation { id: id(key), name: words(name), ..Organisation::default() }));
    }
    people.iter().enumerate().for_each(|(number, text)| add(RecordRef::Person(&person(number, text))));
    book
}

/// The reasons and certainty of the one pair these people make; nothing where they make none.
fn found(people: &[&str]) -> Option<(Vec<Reason>, Certainty)> {
    let mut pairs = duplicates(&book_of(people), &[Kind::Person]);
    assert!(pairs.len() < 2, "{people:?}: {pairs:?}");
    pairs.pop().map(|pair| (pair.reasons, pair.certainty))
}

#[test]
fn the_duplicates_of_a_list_kept_by_hand_are_found() {
    use Certainty::{Certain, Likely, Possible};
    for (what, one, other, certainty) in [
        ("a typo", "Matti Virtanen, 638", "Matti Virtannen, 638", Likely),
        ("a typo in both names", "Matti Virtanen, 638", "Mati Virtannen, 638", Likely),
        ("letters exchanged", "Matti Virtanen, 638", "Matti Vitranen, 638", Likely),
        ("name order", "Matti Virtanen, 638", "Virtanen Matti, 638", Likely),
        ("a comma", "Matti Virtanen, 638", "Virtanen; Matti, 638", Likely),
        ("capitals", "Matti Virtanen", "MATTI VIRTANEN, 638", Likely),
        ("no accents", "Päivi Hämäläinen, 638", "Paivi Hamalainen", Likely),
        ("a hyphen", "Anna-Liisa Oja, 638", "Anna Liisa Oja, 638", Likely),
        ("another phone spelling", "Matti Virtanen, , 040 123 4567", "M Virtanen, , +358 40 1234567", Likely),
        ("a second number", "Matti Virtanen, , 09 1234567, 040 1234567", "Mati Virtanen, , 0401234567", Certain),
        ("the same e-mail", "Matti Virtanen, , matti.virtanen@x.fi", "M Virtanen, , Matti.Virtanen@X.fi", Certain),
        ("another family name", "Liisa Korhonen, , liisa.k@x.fi", "Liisa Mäki, , liisa.k@x.fi", Likely),
        ("only the e-mail", "Liisa Korhonen, , lk@x.fi", "Outi Salo, , lk@x.fi", Possible),
        ("the other language", "Matti Virtanen, 638", "Mati Virtanen, o2", Likely),
        ("its administration", "Matti Virtanen, o1", "Mati Virtanen, o2", Likely),
        ("another house", "Matti Virtanen, , matti.virtanen@x.fi", "Mati Virtanen, , matti.virtanen@y.fi", Possible),
        ("another place", "Matti Virtanen, 638", "Matti Virtanen, 092", Possible),
        ("a name left out", "Anna Liisa Oja, 638", "Anna Oja, 638", Possible),
    ] {
        let found = found(&[one, other]);
        assert_eq!(found.map(|(_, certainty)| certainty), Some(certainty), "{what}: {one} and {other}");
    }
}

#[test]
fn what_only_looks_alike_is_left_alone() {
    for (what, people) in [
        ("given names", &["Matti Virtanen, 638, 019 520 211", "Mari Virtanen, 638, 019 520 211"][..]),
        ("one household", &["Matti Virtanen, 638, 040 1234567", "Mari Virtanen, 638, 0401234567"]),
        ("family names", &["Matti Virtanen, 638", "Matti Virta, 638"]),
        ("one vowel", &["Liisa Lahtinen, 638", "Liisa Lehtinen, 638"]),
        ("a typo elsewhere", &["Matti Virtanen, 638", "Matti Virtannen, 092"]),
        ("a switchboard", &["Liisa Lahtinen, 638, 019 520 211", "Liisa Lehtinen, 638, 019520211"]),
        (
            "a shared number",
            &[
                "Liisa Lahtinen, 638, 09 1234567",
                "Liisa Lehtinen, 638, 09 1234567",
                "Outi Salo, 638, 09 1234567",
                "Ari Tammi, 638, 09 1234567",
            ],
        ),
        ("one number alone", &["Outi Salo, 638, 09 1234567", "Ari Tammi, 638, 09 1234567"]),
        ("a desk", &["Outi Salo, 638, digituki@x.fi", "Ari Tammi, 638, digituki@x.fi"]),
        ("nothing known", &[" Virtanen", " Virtannen"]),
        (
            "namesakes",
            &[
                "Matti Virtanen, 638",
                "Matti Virtanen, 092",
                "Matti Virtanen, 091",
                "Matti Virtanen, 049",
                "Matti Virtanen, 235",
                "Matti Virtanen, 018",
            ],
        ),
    ] {
        assert_eq!(found(people), None, "{what}");
    }
}

#[test]
fn the_reasons_are_named() {
    use Reason::{OtherPlace, SameEmail, SameName, SamePhone, SamePlace, SimilarAddress, SimilarName};
    for (people, reasons) in [
        (
            ["Matti Virtanen, 638, m@x.fi, 0401234567", "Matti Virtanen, 638, m@x.fi, 0401234567"],
            &[SameName, SameEmail, SamePhone, SamePlace][..],
        ),
        (["Matti Virtanen, 638", "Matti Virtanen, 092"], &[SameName, OtherPlace]),
        (
            ["Matti Virtanen, , matti.virtanen@x.fi", "Mati Virtanen, , matti.virtanen@y.fi"],
            &[SimilarName, SimilarAddress],
        ),
    ] {
        assert_eq!(found(&people).map(|(reasons, _)| reasons), Some(reasons.to_vec()));
    }
}

#[test]
fn the_surest_come_first_and_those_told_apart_not_at_all() {
    let mut book = book_of(&[
        "Matti Virtanen, 638",
        "Matti Virtanen, 092",
        "Outi Salo, 638, outi.salo@x.fi",
        "Outi Salo, 638, outi.salo@x.fi",
        "Ari Tammi, 638",
    ]);
    let ids = |book: &Book| -> Vec<String> {
        duplicates(book, &KINDS).iter().map(|pair| format!("{} {}", pair.one.id, pair.other.id)).collect()
    };
    assert_eq!(ids(&book), ["p002 p003", "p000 p001"]);
    let link = |key: &str| Link::new(Kind::Person, id(key));
    assert_eq!(duplicates_of(&book, &[link("p001"), link("p004")]).len(), 1);
    assert_eq!(duplicates_of(&book, &[link("p004")]), []);
    let day = jiff::civil::date(2026, 11, 22);
    let change = apart(&book, &link("p003"), &link("p002"), day, id("r1")).unwrap();
    book.apply(&change);
    assert_eq!(ids(&book), ["p000 p001"]);
    assert!(are_apart(&book, &link("p002"), &link("p003")));
    assert_eq!(apart(&book, &link("p002"), &link("p003"), day, id("r2")), None, "it is known");
    assert_eq!(apart(&book, &link("p002"), &link("p002"), day, id("r2")), None);
}

fn check_organisations(one: (&str, &str), other: (&str, &str), certainty: Option<Certainty>) {
    let mut book = Book::default();
    for (key, (name, site)) in [("o1", one), ("o2", other)] {
        let mut it = Organisation { name: words(name), website: site.into(), ..Organisation::default() };
        it.set_id(id(key));
        book.apply(&Change { before: None, after: Some(Record::Organisation(it)) });
    }
    let found = duplicates(&book, &KINDS).pop().map(|pair| pair.certainty);
    assert_eq!(found, certainty, "{one:?} and {other:?}");
}

#[test]
fn organisations_go_by_name_in_either_language_and_by_their_site() {
    use Certainty::{Certain, Likely};
    check_organisations(("Uudenmaan liitto|Nylands förbund", ""), ("Nylands Förbund r.f.", ""), Some(Likely));
    check_organisations(
        ("Digifinland Oy", "digifinland.fi"),
        ("DIGIFINLAND", "https://www.digifinland.fi/fi"),
        Some(Certain),
    );
    check_organisations(("Digifinland", ""), ("Digifinlnad", ""), Some(Likely));
    check_organisations(
        ("Digi- ja väestötietovirasto (DVV)", "dvv.fi"),
        ("Digi- ja väestötietovirasto", "dvv.fi"),
        Some(Likely),
    );
    check_organisations(("Itä-Uudenmaan yrittäjät", ""), ("Länsi-Uudenmaan yrittäjät", ""), None);
    check_organisations(("Etelä-Savon liitto", "liitto.fi"), ("Pohjois-Savon liitto", "liitto.fi"), None);
    check_organisations(("Enter ry", "x.fi"), ("Kansalaisopisto", "x.fi"), None);
}

#[test]
fn practices_are_one_only_where_they_are_practised() {
    for (one, other, found) in [
        (("Digikahvila|Digicafé", "638"), ("Digikahvila", "638"), true),
        (("Digikahvila", "638"), ("Digikahvilla", "638"), true),
        (("Digikahvila", "638"), ("Digikahvila", "092"), false),
        (("Digikahvila kirjastossa", "638"), ("Digikahvila palvelutalossa", "638"), false),
        (("Kotikäynnit 1", "638"), ("Kotikäynnit 2", "638"), false),
    ] {
        let mut book = Book::default();
        for (key, (title, place)) in [("g1", one), ("g2", other)] {
            let it =
                Practice { id: id(key), title: words(title), municipality: Some(id(place)), ..Practice::default() };
            book.apply(&Change { before: None, after: Some(Record::Practice(it)) });
        }
        assert_eq!(!duplicates(&book, &[Kind::Practice]).is_empty(), found, "{one:?} and {other:?}");
    }
}

#[test]
fn the_shipped_book_has_no_duplicates() {
    let book = crate::store::load(&crate::store::Source::Example).book;
    assert_eq!(duplicates(&book, &KINDS), []);
}
