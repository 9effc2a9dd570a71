//! Tables brought in: what rows become, that the same table twice changes nothing, that nothing typed is lost.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use jiff::civil::{DateTime, date};
use kuntatutor::book::show::Showing;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{Id, Kind, Link, Mint, Organisation, Person, RecordRef, Season};
use kuntatutor::entry::{Reading, Tense};
use kuntatutor::exchange::table::{Line, Sheet};
use kuntatutor::find::finder::Finder;
use kuntatutor::import::mapping::{Known, Mapping};
use kuntatutor::import::{Bringing, Fate, Hand, Tally, languages};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};

const NOW: DateTime = date(2026, 11, 22).at(10, 42, 0, 0);

/// A desk with a book on it, into which tables are brought.
struct Desk {
    book: Book,
    finder: Finder,
    texts: Texts,
    seed: u64,
}

impl Desk {
    fn new() -> Self {
        let book = load(&Source::Example).book;
        let finder = Finder::new(&book, Tongue::Fi);
        Self { book, finder, texts: Texts::new(Tongue::Fi), seed: 1 }
    }

    fn guess(&self, sheet: &Sheet, kind: Kind) -> Mapping {
        Mapping::guess(sheet, kind, &self.book, &languages())
    }

    fn bringing(&mut self, sheet: &Sheet, mapping: Mapping) -> Bringing {
        self.seed += 1;
        let season: Option<&Season> = self.book.season_at(NOW.date());
        let showing = Showing { book: &self.book, texts: &self.texts, today: NOW.date(), season };
        let reading = Reading {
            book: &self.book,
            finder: &self.finder,
            texts: &self.texts,
            today: NOW.date(),
            tense: Tense::Past,
            season: None,
        };
        let hand = Hand { reading, showing, now: NOW, me: None };
        let mut bringing = Bringing::new(mapping, hand, Mint::new(self.seed));
        while !bringing.is_done(sheet) {
            bringing.step(sheet, hand, 7);
        }
        bringing
    }

    /// Brings a table in as it is guessed; what its rows became.
    fn bring(&mut self, text: &str, kind: Kind) -> Bringing {
        let sheet = sheet(text);
        let mapping = self.guess(&sheet, kind);
        self.bring_as(&sheet, mapping)
    }

    fn bring_as(&mut self, sheet: &Sheet, mapping: Mapping) -> Bringing {
        let bringing = self.bringing(sheet, mapping);
        for change in named(bringing.changes(), self.seed) {
            self.book.apply(&change);
        }
        self.finder = Finder::new(&self.book, Tongue::Fi);
        bringing
    }

    fn people(&self, family: &str) -> Vec<Person> {
        self.book.all::<Person>().filter(|person| person.family == family).cloned().collect()
    }

    fn person(&self, family: &str) -> Person {
        match self.people(family).as_slice() {
            [one] => one.clone(),
            others => panic!("{family}: {}", others.len()),
        }
    }
}

/// What the application does to a wish: rows that are new get an id.
fn named(changes: Vec<Change>, seed: u64) -> Vec<Change> {
    let mut mint = Mint::new(seed + 1_000);
    let mut with_ids = |change: Change| {
        let mut after = change.after?;
        for (column, mut value) in after.as_ref().fields() {
            kuntatutor::entry::give_ids(&column.kind, &mut value, &mut mint);
            after.set(column.key, value).unwrap();
        }
        Some(Change { before: change.before, after: Some(after) })
    };
    changes.into_iter().filter_map(&mut with_ids).collect()
}

fn sheet(text: &str) -> Sheet {
    let line = |(number, text): (usize, &str)| Line {
        number: number + 1,
        cells: text.split(';').map(|cell| cell.trim().into()).collect(),
    };
    Sheet { name: "".into(), lines: text.lines().enumerate().map(line).filter(|line| !line.cells.is_empty()).collect() }
}

fn fates(bringing: &Bringing) -> Vec<Fate> {
    bringing.outcomes().iter().map(|outcome| outcome.fate).collect()
}

fn municipality(code: &str) -> Link {
    Link::new(Kind::Municipality, Id::parse(code).unwrap())
}

const CONTACTS: &str = "Etunimi;Sukunimi;Puh.;Sähköposti;Kunta;Nimike
Aino;Tammelin;040 123 4567;aino.tammelin@porvoo.example;Porvoo;suunnittelija
Björn;Kuusilinna;501234567;bjorn@esbo.example;Esbo;
Eeva;Aallokas;;;Porvo;
;;040 7654321;kuka@porvoo.example;Porvoo;
Ossi;Ahokanta;soita iltapäivällä;ossi.lohja.example;Atlantis;neuvoja";

#[test]
fn contacts_become_people_and_what_cannot_be_read_is_kept_or_told() {
    let mut desk = Desk::new();
    let bringing = desk.bring(CONTACTS, Kind::Person);
    assert_eq!(fates(&bringing), [Fate::New, Fate::New, Fate::New, Fate::LeftOut, Fate::New]);
    let aino = desk.person("Tammelin");
    assert_eq!((aino.given.as_str(), aino.phone.as_str()), ("Aino", "040 123 4567"));
    assert_eq!(aino.affiliations[0].at, Some(municipality("638")));
    assert_eq!(aino.affiliations[0].title.fi, "suunnittelija");
    let bjorn = desk.person("Kuusilinna");
    assert_eq!((bjorn.phone.as_str(), bjorn.affiliations[0].at.clone()), ("0501234567", Some(municipality("049"))));
    assert_eq!(desk.person("Aallokas").affiliations[0].at, Some(municipality("638")), "a misspelt place");
    let ossi = desk.person("Ahokanta");
    assert!(ossi.affiliations.is_empty() && ossi.email.is_empty());
    for kept in ["Puh.: soita iltapäivällä", "Sähköposti: ossi.lohja.example", "Kunta: Atlantis", "Nimike: neuvoja"]
    {
        assert!(ossi.note.contains(kept), "{kept} in {}", *ossi.note);
    }
    let told = &bringing.outcomes()[3].remarks;
    assert!(told.iter().any(|remark| remark.as_str().contains("sukunimi")), "{told:?}");
}

#[test]
fn the_same_table_twice_changes_nothing() {
    let mut desk = Desk::new();
    desk.bring(CONTACTS, Kind::Person);
    let again = desk.bring(CONTACTS, Kind::Person);
    assert_eq!(fates(&again), [Fate::Same, Fate::Same, Fate::Same, Fate::LeftOut, Fate::Same]);
    assert!(again.changes().is_empty());
}

#[test]
fn a_second_row_about_somebody_adds_and_never_overwrites() {
    let mut desk = Desk::new();
    let text = "Nimi;Puhelin;Sähköposti;Kunta;Nimike
Aino Tammelin;040 123 4567;aino@porvoo.example;Porvoo;suunnittelija
Tammelin Aino;050 765 4321;AINO@porvoo.example;Borgå;neuvoja
Aino Tamelin;;aino@porvoo.example;;";
    let bringing = desk.bring(text, Kind::Person);
    assert_eq!(fates(&bringing), [Fate::New, Fate::Again(2), Fate::Again(2)]);
    let aino = desk.person("Tammelin");
    assert_eq!(aino.phone, "040 123 4567");
    assert_eq!(aino.further_contacts[0].contact, "050 765 4321");
    assert_eq!(aino.affiliations.len(), 1);
    assert_eq!(aino.affiliations[0].title.fi, "suunnittelija");
    assert!(aino.note.contains("neuvoja"));
    let again = desk.bring(text, Kind::Person);
    assert!(again.changes().is_empty(), "twice changes nothing: {:?}", again.changes());
}

#[test]
fn people_who_are_known_are_updated_or_left_as_chosen() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Puhelin;Sähköposti;Kunta\nAino Tammelin;040 1;aino@porvoo.example;Porvoo", Kind::Person);
    let text = "Nimi;Puhelin;Sähköposti;Kunta\nAino Tammelin;050 765 4321;aino@porvoo.example;Askola";
    let sheet = sheet(text);
    let mapping = Mapping { known: Known::Skipped, ..desk.guess(&sheet, Kind::Person) };
    let skipped = desk.bring_as(&sheet, mapping);
    assert_eq!((fates(&skipped), skipped.changes().len()), (vec![Fate::Skipped], 0));
    let updated = desk.bring(text, Kind::Person);
    assert_eq!(fates(&updated), [Fate::Changed]);
    let aino = desk.person("Tammelin");
    assert_eq!(aino.phone, "050 765 4321");
    let places: Vec<_> = aino.affiliations.iter().map(|row| (row.at.clone(), row.from, row.until)).collect();
    let (yesterday, today) = (date(2026, 11, 21), date(2026, 11, 22));
    assert_eq!(
        places,
        [(Some(municipality("638")), None, Some(yesterday)), (Some(municipality("018")), Some(today), None)],
        "history stays"
    );
    assert!(desk.bring(text, Kind::Person).changes().is_empty());
}

#[test]
fn an_office_address_does_not_make_two_people_one() {
    let mut desk = Desk::new();
    let text = "Nimi;Sähköposti\nAino Tammelin;kirjaamo@porvoo.example\nPekka Lahtelainen;kirjaamo@porvoo.example";
    assert_eq!(fates(&desk.bring(text, Kind::Person)), [Fate::New, Fate::New]);
}

#[test]
fn a_workplace_that_is_no_municipality_becomes_an_organisation_once() {
    let mut desk = Desk::new();
    let text = "Nimi;Organisaatio\nAino Tammelin;Digiseura ry\nPekka Lahtelainen;digiseura RY\nOona Ek;Esbo\n;Turha ry";
    let bringing = desk.bring(text, Kind::Person);
    assert_eq!(bringing.tally(), Tally { new: 3, left_out: 1, organisations: 1, remarkable: 1, ..Tally::default() });
    let made: Vec<&Organisation> =
        desk.book.all::<Organisation>().filter(|it| it.name.fi.to_lowercase().contains("seura")).collect();
    assert_eq!(made.len(), 1);
    let at = Some(Link::new(Kind::Organisation, made[0].id.clone()));
    assert_eq!(desk.person("Tammelin").affiliations[0].at, at);
    assert_eq!(desk.person("Lahtelainen").affiliations[0].at, at);
    assert_eq!(desk.person("Ek").affiliations[0].at, Some(municipality("049")));
    assert!(desk.bring(text, Kind::Person).changes().is_empty());
}

#[test]
fn group_headings_count_for_the_rows_below() {
    let mut desk = Desk::new();
    desk.bring("Kunta;Nimi\nPorvoo;Aino Tammelin\n;Pekka Lahtelainen\nAskola;Oona Ek\n;Eeva Aallokas", Kind::Person);
    let at = |family: &str| desk.person(family).affiliations[0].at.clone();
    assert_eq!([at("Lahtelainen"), at("Aallokas")], [Some(municipality("638")), Some(municipality("018"))]);
}

#[test]
fn roles_are_for_the_season_at_hand_and_come_once() {
    let mut desk = Desk::new();
    let text = "Nimi;Rooli\nAino Tammelin;tutor\nPekka Lahtelainen;yhteyshenkilö\nOona Ek;keisari";
    let bringing = desk.bring(text, Kind::Person);
    assert_eq!(fates(&bringing), [Fate::New, Fate::New, Fate::New]);
    let season = desk.book.season_at(NOW.date()).unwrap().id.clone();
    let aino = desk.person("Tammelin");
    assert_eq!(aino.roles[0].season.as_ref(), Some(&season));
    assert!(desk.person("Ek").note.contains("Rooli: keisari"));
    assert!(desk.bring(text, Kind::Person).changes().is_empty());
}

#[test]
fn a_row_that_names_its_id_says_all_its_columns_hold() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Puhelin;Sähköposti\nAino Tammelin;040 123 4567;aino@porvoo.example", Kind::Person);
    let id = desk.person("Tammelin").id;
    let text = format!("tunniste;sukunimi;puhelin;sähköposti\n{id};Tammelin;;aino@porvoo.example");
    let bringing = desk.bring(&text, Kind::Person);
    assert_eq!(fates(&bringing), [Fate::Changed]);
    assert_eq!(bringing.outcomes()[0].changes.len(), 1, "{:?}", bringing.outcomes()[0].changes);
    let aino = desk.person("Tammelin");
    assert_eq!((aino.given.as_str(), aino.phone.as_str()), ("Aino", ""));
}

#[test]
fn municipalities_are_met_by_code_and_missing_cells_leave_them_as_they_are() {
    let mut desk = Desk::new();
    let before = desk.book.record(&municipality("018")).unwrap().to_owned();
    let bringing = desk.bring("Kuntakoodi;Kunta;Asukasluku;Vaihde\n18;Askola;4 900;", Kind::Municipality);
    assert_eq!(fates(&bringing), [Fate::Changed]);
    let Some(RecordRef::Municipality(now)) = desk.book.record(&municipality("018")) else { panic!() };
    assert_eq!(now.population, Some(4_900));
    assert_eq!(
        before.as_ref().field("switchboard").unwrap().1,
        RecordRef::Municipality(now).field("switchboard").unwrap().1
    );
}

#[test]
fn other_kinds_come_in_and_find_themselves_again() {
    for (kind, text, count) in [
        (Kind::Organisation, "Nimi;Puhelin\nDigiseura ry;09 310 1691", 1),
        (Kind::Action, "Toimi;Kunta;Määräaika\nSovi jatkosta;Porvoon kaupunki;6.12.2026\nSoita;Esbo;44475", 2),
        (Kind::Coaching, "Kunta;Toive;Pyydetty\nAskola;etätuki;1.10.2026\nSibbo;verkostot;", 2),
        (Kind::Session, "Pvm;Kello;Tyyppi;Otsikko;Kunnat\n6.10.2026;9.30;webinaari;Etätuki;Askola, Borgå", 1),
        (Kind::Practice, "Otsikko;Kunta\nDigikahvila;Lohja", 1),
        (Kind::Theme, "Nimi\nTekoäly arjessa", 1),
        (Kind::Note, "Teksti;Kohde\nSoitti ja kiitti;municipality:018", 1),
    ] {
        let mut desk = Desk::new();
        let sheet = sheet(text);
        let mut mapping = desk.guess(&sheet, kind);
        if kind == Kind::Note {
            let about = kuntatutor::exchange::table::slot::Slot::with_key(kind, "about").unwrap();
            mapping.bind(1, kuntatutor::import::mapping::Means::Slot(about), false);
        }
        let bringing = desk.bring_as(&sheet, mapping.clone());
        assert_eq!(bringing.tally().new, count, "{kind:?} {:?}", bringing.outcomes());
        let again = desk.bring_as(&sheet, mapping);
        assert!(again.changes().is_empty(), "{kind:?} {:?}", again.outcomes());
    }
}

#[test]
fn rejected_rows_come_back_with_their_reasons() {
    let mut desk = Desk::new();
    let sheet = sheet(CONTACTS);
    let mapping = desk.guess(&sheet, Kind::Person);
    let bringing = desk.bringing(&sheet, mapping);
    let rejects = bringing.rejects(&sheet, &desk.texts.say("heading-id"));
    let rows: Vec<(usize, &str)> =
        rejects.lines.iter().skip(1).map(|line| (line.number, line.cells.last().unwrap().as_str())).collect();
    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [5, 6]);
    assert!(rows[1].1.contains("Atlantis"), "{rows:?}");
}

#[test]
fn empty_cells_say_nothing_in_any_column() {
    let mut desk = Desk::new();
    let organisations = desk.book.count(Kind::Organisation);
    let text = "Nimi;Puhelin;Sähköposti;Työpaikka;Kunta\nAino Tammelin;;;;\nPekka Lahtelainen;-;ei ole;–;";
    let bringing = desk.bring(text, Kind::Person);
    assert_eq!(bringing.tally(), Tally { new: 2, ..Tally::default() }, "{:?}", bringing.outcomes());
    assert_eq!(desk.book.count(Kind::Organisation), organisations);
    assert!(desk.person("Tammelin").note.is_empty() && desk.person("Lahtelainen").note.is_empty());
}

#[test]
fn only_a_leftmost_place_without_ids_heads_a_group() {
    let mut desk = Desk::new();
    let text = "tunniste;toimi;kunta\na0000000000a1;Yksi;Porvoo\na0000000000a2;Kaksi;\na0000000000a3;Kolme;";
    desk.bring(text, Kind::Action);
    let without = desk.book.all::<kuntatutor::domain::Action>().filter(|action| action.municipality.is_none()).count();
    assert_eq!(without, 2);
}

#[test]
fn the_spelling_of_the_address_wins_and_the_other_one_is_found_too() {
    let mut desk = Desk::new();
    let email = "teemu.makinen@lohja.example";
    desk.bring(
        &format!("Nimi;Sähköposti;Kunta\nTeemu Mäinen;{email};Lohja\nTeemu Mäkinen;{email};Lohja"),
        Kind::Person,
    );
    let teemu = desk.person("Mäkinen");
    assert!(teemu.note.contains("Mäinen"), "{}", *teemu.note);
    desk.bring(
        &format!(
            "Nimi;Sähköposti;Kunta\nKari Nurminen;{0};Lohja\nKari Nurmine;{0};Lohja",
            "kari.nurminen@lohja.example"
        ),
        Kind::Person,
    );
    assert!(desk.person("Nurminen").note.contains("Nurmine"));
    // An old list with the slip in it does not bring it back.
    desk.bring(&format!("Nimi;Sähköposti\nTeemu Mäinen;{email}"), Kind::Person);
    assert_eq!(desk.people("Mäkinen").len(), 1);
}

#[test]
fn two_people_of_one_name_with_addresses_of_their_own_stay_two() {
    let mut desk = Desk::new();
    let text = "Nimi;Puhelin;Sähköposti;Kunta
Kari Nurmi;040 111 1111;kari.nurmi@lohja.example;Lohja
Kari Nurmi;040 222 2222;kari.v.nurmi@lohja.example;Lohja
Anna Mäki;;toimisto@koulu.example;Lohja
Anne Mäki;;toimisto@koulu.example;Lohja";
    assert_eq!(desk.bring(text, Kind::Person).tally().new, 4);
}

#[test]
fn a_row_can_be_left_out_or_be_about_somebody_else() {
    let mut desk = Desk::new();
    let sheet = sheet("Nimi;Kunta\nAino Tammelin;Porvoo\nAino Tammelin;Porvoo\nEeva Aallokas;Lohja");
    let mut mapping = desk.guess(&sheet, Kind::Person);
    mapping.apart.insert(2);
    mapping.unwanted.insert(3);
    let bringing = desk.bring_as(&sheet, mapping);
    assert_eq!(fates(&bringing), [Fate::New, Fate::New, Fate::Unwanted]);
    assert_eq!((desk.people("Tammelin").len(), desk.people("Aallokas").len()), (2, 0));
}

#[test]
fn a_number_that_is_replaced_stays_at_hand() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Puhelin;Sähköposti\nAino Tammelin;040 123 4567;aino@porvoo.example", Kind::Person);
    let bringing = desk.bring("Nimi;Puhelin;Sähköposti\nAino Tammelin;050 765 4321;aino@porvoo.example", Kind::Person);
    assert!(bringing.outcomes()[0].is_remarkable(), "what changes is to be looked at");
    let aino = desk.person("Tammelin");
    assert_eq!((aino.phone.as_str(), aino.further_contacts[0].contact.as_str()), ("050 765 4321", "040 123 4567"));
}

#[test]
fn a_role_of_an_unknown_season_is_no_role_of_this_one() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Rooli;Kausi\nAino Tammelin;tutor;1999", Kind::Person);
    let aino = desk.person("Tammelin");
    assert!(aino.roles.is_empty() && aino.note.contains("Rooli: tutor"), "{}", *aino.note);
}

#[test]
fn cells_beyond_the_headings_and_in_brackets_are_kept() {
    let mut desk = Desk::new();
    let text = "Nimi;Kunta\nAino Tammelin (sijainen);Porvoo;tärkeä\nEeva Aallokas;Lohja";
    let bringing = desk.bring(text, Kind::Person);
    assert!(!bringing.outcomes()[0].remarks.is_empty());
    let aino = desk.person("Tammelin");
    assert_eq!(aino.given, "Aino");
    assert!(aino.note.contains("tärkeä") && aino.note.contains("sijainen"), "{}", *aino.note);
}

#[test]
fn corrected_rejects_come_home() {
    let mut desk = Desk::new();
    let first = "Nimi;Puh.;Kunta\nAino Tammelin;040 123 4567;Atlantis\n;050 765 4321;Porvoo";
    desk.bring(first, Kind::Person);
    assert!(desk.person("Tammelin").note.contains("Kunta: Atlantis"));
    desk.bring(
        "Nimi;Puh.;Kunta;Syy\nAino Tammelin;040 123 4567;Askola;Kunta: ei ole\nOona Ek;050 765 4321;Porvoo;nimi",
        Kind::Person,
    );
    let aino = desk.person("Tammelin");
    assert_eq!((aino.affiliations[0].at.clone(), aino.note.as_str()), (Some(municipality("018")), ""));
    assert_eq!(desk.person("Ek").note.as_str(), "");
}

#[test]
fn clearing_cells_of_an_exported_list_clears_and_never_invents() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Rooli;Kunta\nAino Tammelin;tutor;Porvoo", Kind::Person);
    let id = desk.person("Tammelin").id;
    desk.bring(&format!("tunniste;sukunimi;rooli;työpaikka\n{id};Tammelin;;"), Kind::Person);
    let aino = desk.person("Tammelin");
    assert!(aino.roles.is_empty() && aino.affiliations.is_empty(), "{:?} {:?}", aino.roles, aino.affiliations);
    let refused = desk.bring(&format!("tunniste;sukunimi\n{id};"), Kind::Person);
    assert!(!refused.outcomes()[0].remarks.is_empty());
    assert_eq!(desk.person("Tammelin").note.as_str(), "");
}

#[test]
fn an_unknown_id_is_no_reason_to_have_somebody_twice() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Puhelin;Sähköposti\nAino Tammelin;040 123 4567;aino@porvoo.example", Kind::Person);
    let other = "tunniste;etunimi;sukunimi;puhelin;sähköposti\n\
                 pzzzzzzzzzzz1;Aino;Tammelin;;aino@porvoo.example\npzzzzzzzzzzz2;Oona;Ekholm;;oona@porvoo.example";
    let bringing = desk.bring(other, Kind::Person);
    assert_eq!(fates(&bringing), [Fate::Same, Fate::New]);
    assert_eq!(desk.person("Tammelin").phone, "040 123 4567", "an empty cell of another book's row clears nothing");
    assert!(!bringing.outcomes()[1].remarks.is_empty(), "somebody new with an id is to be looked at");
}

#[test]
fn a_record_found_by_some_of_its_words_is_told() {
    let mut desk = Desk::new();
    let sheet = sheet("teksti;koskee\nSoitti;Ari Tammi\nSoitti taas;Ari");
    let mapping = desk.guess(&sheet, Kind::Note);
    let bringing = desk.bring_as(&sheet, mapping);
    let remarks: Vec<usize> = bringing.outcomes().iter().map(|outcome| outcome.remarks.len()).collect();
    assert_eq!(remarks, [0, 1], "{:?}", bringing.outcomes());
}

#[test]
fn an_emptied_place_with_a_title_leaves_the_book_as_it_was() {
    let mut desk = Desk::new();
    desk.bring("Nimi;Kunta;Nimike\nAino Tammelin;Porvoo;suunnittelija", Kind::Person);
    let before = desk.person("Tammelin");
    let id = before.id.clone();
    let text = format!("tunniste;sukunimi;työpaikka;nimike (suomi)\n{id};Tammelin;;suunnittelija");
    let bringing = desk.bring(&text, Kind::Person);
    assert_eq!((desk.person("Tammelin"), bringing.outcomes()[0].remarks.len()), (before, 1));
}

#[test]
fn a_cell_that_cannot_be_read_keeps_no_other_edit_out() {
    let mut desk = Desk::new();
    desk.bring("Pvm;Tyyppi;Otsikko\n6.10.2026;webinaari;Etätuki", Kind::Session);
    let session = desk.book.all::<kuntatutor::domain::Session>().find(|it| it.title.fi == "Etätuki").unwrap().clone();
    let text = format!("tunniste;päivä;paikka\n{};13.13.2026 x;Kirjasto", session.id);
    let bringing = desk.bring(&text, Kind::Session);
    assert!(bringing.outcomes()[0].unread, "{:?}", bringing.outcomes());
    let now = desk.book.get::<kuntatutor::domain::Session>(&session.id).unwrap();
    assert_eq!((now.date, now.place.as_str()), (session.date, "Kirjasto"));
}

#[test]
fn empty_cells_here_and_there_are_no_groups() {
    let mut desk = Desk::new();
    desk.bring(
        "Kunta;Nimi\nLohja;Kalle Aro\n;Liisa Oja\nEspoo;Mikko Suo\nVantaa;Niko Lampi\n;Olli Ranta",
        Kind::Person,
    );
    assert!(desk.person("Ranta").affiliations.is_empty() && desk.person("Oja").affiliations.is_empty());
}
