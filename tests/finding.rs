//! Finding in the shipped book: what people type, and whom they mean.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jiff::civil::{Date, date};
use kuntatutor::book::Book;
use kuntatutor::book::title::title;
use kuntatutor::domain::{Kind, Link};
use kuntatutor::find::finder::Finder;
use kuntatutor::find::index::Narrowing;
use kuntatutor::find::usage::Usage;
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};

const TODAY: Date = date(2026, 11, 22);

struct Desk {
    book: Book,
    finder: Finder,
    tongue: Tongue,
}

impl Desk {
    fn new(tongue: Tongue) -> Self {
        let book = load(&Source::Example).book;
        Self { finder: Finder::new(&book, tongue), book, tongue }
    }

    /// What is found, best first, as people read it.
    fn find(&self, typed: &str, kinds: &[Kind], usage: &Usage) -> Vec<String> {
        let texts = Texts::new(self.tongue);
        let found = self.finder.search(&self.book, &mut Narrowing::default(), typed, kinds, (usage, TODAY));
        let records = found.places.iter().map(|place| self.book.at(*place).unwrap());
        records.map(|record| title(&self.book, record, &texts).to_string()).collect()
    }

    fn all(&self, typed: &str) -> Vec<String> {
        self.find(typed, &Kind::ALL, &Usage::default())
    }

    fn people(&self, typed: &str) -> Vec<String> {
        self.find(typed, &[Kind::Person], &Usage::default())
    }
}

/// The first that is found.
fn check(typed: &str, kind: Kind, first: &str) {
    let found = Desk::new(Tongue::Fi).find(typed, &[kind], &Usage::default());
    assert_eq!(found.first().map(String::as_str), Some(first), "{typed:?} finds {found:?}");
}

#[test]
fn a_municipality_is_found_by_any_of_its_names() {
    for (typed, name) in [
        ("hyvinkaa", "Hyvinkää"),
        ("hyvinkää", "Hyvinkää"),
        ("HYVINKÄÄ", "Hyvinkää"),
        ("tusby", "Tuusula"),
        ("esbo", "Espoo"),
        ("karkkilassa", "Karkkila"),
        ("vantaalle", "Vantaa"),
        ("hyvinkäältä", "Hyvinkää"),
        ("borga", "Porvoo"),
        ("092", "Vantaa"),
    ] {
        check(typed, Kind::Municipality, name);
        let anything = Desk::new(Tongue::Fi).all(typed);
        assert!(anything.iter().any(|found| found == name), "{typed:?} finds {anything:?}");
    }
}

#[test]
fn a_person_is_found_by_name_in_any_order_and_by_number_in_any_spelling() {
    for typed in [
        "tam",
        "tammi ari",
        "ari tammi",
        "Tammi, Ari",
        "0403537228",
        "040 353",
        "040 3537228",
        "+358 40 3537228",
        "+358403537228",
        "00358403537228",
        "353 7228",
    ] {
        check(typed, Kind::Person, "Ari Tammi");
        assert_eq!(Desk::new(Tongue::Fi).all(typed)[0], "Ari Tammi", "{typed:?} among all kinds");
    }
    assert_eq!(Desk::new(Tongue::Fi).people("+358 50 3646435").len(), 1);
    assert_eq!(Desk::new(Tongue::Fi).people("0503646435"), Desk::new(Tongue::Fi).people("+358 50 3646435"));
}

#[test]
fn a_typed_letter_with_dots_is_meant() {
    let desk = Desk::new(Tongue::Fi);
    let typed_plain = desk.all("hyvinkaa");
    assert!(!typed_plain.is_empty());
    for name in desk.all("öhonen") {
        assert!(!name.contains("Ahonen") && !name.contains("Ohonen"), "öhonen finds {name}");
    }
    // Scattered over neighbouring words "tämmi" may be found, in one piece it is nobody's name.
    for typed in ["tämmi", "öri", "kärkkila", "ähonen"] {
        let found =
            desk.finder.search(&desk.book, &mut Narrowing::default(), typed, &Kind::ALL, (&Usage::default(), TODAY));
        assert_eq!(found.in_one_piece, 0, "{typed} finds {:?}", desk.all(typed));
    }
    assert!(desk.people("ö").len() < desk.people("o").len());
}

#[test]
fn a_scope_narrows_in_every_language() {
    let desk = Desk::new(Tongue::Fi);
    let tutors = desk.people("role:tutor");
    assert!(!tutors.is_empty() && tutors.len() < desk.people("").len(), "{tutors:?}");
    for typed in ["rooli:tutor", "roll:tutor", "ROLE:Tutor", "rooli:tuutori role:tutor"] {
        let same = desk.people(typed);
        assert!(same == tutors || typed.contains("tuutori"), "{typed}: {same:?}");
    }
    let of_season = desk.people("role:tutor season:2020-21");
    assert!(!of_season.is_empty() && of_season.iter().all(|name| tutors.contains(name)));
    assert!(desk.people("role:tutor season:1999").is_empty());
    let in_porvoo = desk.all("in:porvoo");
    assert!(in_porvoo.iter().any(|name| name == "Porvoo"), "{in_porvoo:?}");
    assert!(in_porvoo.len() > 1 && in_porvoo.len() < desk.all("").len());
    for typed in ["kunta:porvoo", "kommun:borgå", "in:borga"] {
        let sorted = |mut names: Vec<String>| {
            names.sort();
            names
        };
        assert_eq!(sorted(desk.all(typed)), sorted(in_porvoo.clone()), "{typed}");
    }
    let both = desk.people("role:tutor in:vantaa");
    assert!(both.iter().all(|name| tutors.contains(name)));
    assert!(desk.people("kaljula role:tutor").iter().any(|name| name == "Ester Kaljula"));
    assert!(desk.people("tammi role:tutor").len() <= desk.people("tammi").len());
}

#[test]
fn a_scope_is_completed() {
    for (tongue, typed, completed) in [
        (Tongue::En, "ro", Some("role:")),
        (Tongue::Fi, "ro", Some("rooli:")),
        (Tongue::Sv, "ro", Some("roll:")),
        (Tongue::En, "ari ro", Some("ari role:")),
        (Tongue::En, "role:tu", Some("role:tutor")),
        (Tongue::En, "in:porv", Some("in:Porvoo")),
        (Tongue::En, "in:borg", Some("in:Borgå")),
        (Tongue::En, "", None),
        (Tongue::En, "role:tutor", None),
        (Tongue::En, "role:zzz", None),
        (Tongue::En, "qqq", None),
    ] {
        assert_eq!(Desk::new(tongue).finder.completed(typed).as_deref(), completed, "{typed:?} in {}", tongue.key());
    }
}

#[test]
fn what_is_used_often_comes_first_among_equals() {
    let desk = Desk::new(Tongue::Fi);
    let plain = desk.people("role:tutor");
    let last = plain.last().unwrap().clone();
    let texts = Texts::new(Tongue::Fi);
    let link: Link = desk
        .book
        .places(Kind::Person)
        .iter()
        .filter_map(|place| desk.book.at(*place))
        .find(|record| title(&desk.book, *record, &texts).as_str() == last)
        .map(kuntatutor::domain::RecordRef::link)
        .unwrap();
    let mut usage = Usage::default();
    usage.note(&link, TODAY);
    assert_eq!(desk.find("role:tutor", &[Kind::Person], &usage)[0], last);
    // A better match still wins over habit.
    assert_eq!(desk.find("tammi ari", &[Kind::Person], &usage)[0], "Ari Tammi");
}

#[test]
fn an_empty_line_lists_in_finnish_order() {
    let names = Desk::new(Tongue::Fi).find("", &[Kind::Municipality], &Usage::default());
    assert_eq!(names.first().map(String::as_str), Some("Askola"));
    assert_eq!(names.len(), 26);
    let place = |name: &str| names.iter().position(|other| other == name).unwrap();
    assert!(place("Hanko") < place("Helsinki") && place("Helsinki") < place("Hyvinkää"), "{names:?}");
    assert!(place("Hyvinkää") < place("Inkoo"), "{names:?}");
}
