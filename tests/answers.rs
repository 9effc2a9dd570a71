//! Answers of forms brought in: Microsoft's and Webropol's exports, the same form again, what is refused and why.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use jiff::civil::{DateTime, date};
use kuntatutor::book::show::Showing;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{Feedback, Id, Kind, Link, Mint, Record, SessionStatus, Voice};
use kuntatutor::entry::{Reading, Tense};
use kuntatutor::exchange::table::read::{Unreadable, read};
use kuntatutor::exchange::table::write::{Format, Outgoing, write};
use kuntatutor::exchange::table::{Line, Sheet};
use kuntatutor::find::finder::Finder;
use kuntatutor::import::answers::{Scale, Source as Form, Trouble, told};
use kuntatutor::import::mapping::{Mapping, Means, Remembered};
use kuntatutor::import::{Bringing, Fate, Hand, languages};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Safe, Texts, Tongue};
use proptest::prelude::*;

const NOW: DateTime = date(2026, 11, 22).at(10, 42, 0, 0);

/// The closing webinar of 2021 in the shipped book.
const CLOSING: &str = "sgt6cttkr75td";

/// A desk with a book on it, into which forms are brought.
struct Desk {
    book: Book,
    finder: Finder,
    texts: Texts,
    mint: u64,
    remembered: Vec<Remembered>,
}

impl Desk {
    fn new() -> Self {
        let book = load(&Source::Example).book;
        let finder = Finder::new(&book, Tongue::Fi);
        Self { book, finder, texts: Texts::new(Tongue::Fi), mint: 1, remembered: Vec::new() }
    }

    fn showing(&self) -> Showing<'_> {
        Showing { book: &self.book, texts: &self.texts, today: NOW.date(), season: None }
    }

    fn guess(&self, sheet: &Sheet, name: &str) -> Mapping {
        let source = Form { sheet, book: &self.book, name };
        Mapping::guess(sheet, Kind::Feedback, &self.book, &languages()).of_source(&source, &self.remembered)
    }

    /// The form as it is guessed, its answers about the closing webinar.
    fn closing(&self, sheet: &Sheet, name: &str) -> Mapping {
        let mut mapping = self.guess(sheet, name);
        mapping.be_about(&Form { sheet, book: &self.book, name }, &session(CLOSING));
        mapping
    }

    fn hand(&self) -> Hand<'_> {
        let reading = Reading {
            book: &self.book,
            finder: &self.finder,
            texts: &self.texts,
            today: NOW.date(),
            tense: Tense::Past,
            season: None,
        };
        Hand { reading, showing: self.showing(), now: NOW, me: None }
    }

    fn bringing(&mut self, sheet: &Sheet, mapping: Mapping) -> Bringing {
        self.mint += 1;
        let hand = self.hand();
        let mut bringing = Bringing::new(mapping, hand, Mint::new(self.mint));
        while !bringing.is_done(sheet) {
            bringing.step(sheet, hand, 7);
        }
        bringing
    }

    fn bring_as(&mut self, sheet: &Sheet, mapping: Mapping) -> Bringing {
        self.remembered.push(mapping.remember());
        let bringing = self.bringing(sheet, mapping);
        for change in bringing.changes() {
            self.book.apply(&change);
        }
        self.finder = Finder::new(&self.book, Tongue::Fi);
        bringing
    }

    fn bring(&mut self, text: &str, name: &str) -> Bringing {
        let sheet = sheet(text);
        let mapping = self.closing(&sheet, name).continued(&sheet, self.hand());
        self.bring_as(&sheet, mapping)
    }

    fn forms(&self) -> Vec<&Feedback> {
        let mut all: Vec<&Feedback> = self.book.all::<Feedback>().collect();
        all.sort_by(|one, other| one.imported_answer.cmp(&other.imported_answer));
        all
    }

    fn form(&self, answer: &str) -> &Feedback {
        self.forms().into_iter().find(|form| form.imported_answer == answer).unwrap()
    }

    fn edit(&mut self, answer: &str, change: impl FnOnce(&mut Feedback)) {
        let before = self.form(answer).clone();
        let mut after = before.clone();
        change(&mut after);
        self.book.apply(&Change { before: Some(Record::Feedback(before)), after: Some(Record::Feedback(after)) });
    }
}

fn session(id: &str) -> Link {
    Link::new(Kind::Session, Id::parse(id).unwrap())
}

fn sheet(text: &str) -> Sheet {
    let line = |(number, text): (usize, &str)| Line {
        number: number + 1,
        cells: text.split('|').map(|cell| cell.trim().into()).collect(),
    };
    Sheet { name: "Sheet1".into(), lines: text.lines().enumerate().map(line).collect() }
}

fn said<'f>(form: &'f Feedback, question: &str) -> &'f str {
    form.answers.iter().find(|answer| answer.question == question).map_or("", |answer| &answer.answer)
}

fn fates(bringing: &Bringing) -> Vec<Fate> {
    bringing.outcomes().iter().map(|outcome| outcome.fate).collect()
}

fn remarks(bringing: &Bringing) -> String {
    bringing.outcomes().iter().flat_map(|it| &it.remarks).map(Safe::as_str).collect::<Vec<_>>().join("\n")
}

/// What each column is taken for.
fn keys(mapping: &Mapping) -> Vec<String> {
    mapping.columns.iter().map(|bound| mapping.key_of(bound.means)).collect()
}

const MICROSOFT: &str = "\
ID|Aloitusaika|Valmistumisaika|Sähköposti|Nimi|Kuntasi|Järjestelyt toimivat ja saimme etukäteen riittävästi tietoa|Opimme uutta digituen järjestämisestä|Kuinka todennäköisesti suosittelisitte tätä tilaisuutta toiselle kunnalle?|Mihin ryhdytte ensimmäiseksi?|Muuta kerrottavaa?|Saako vastaustasi lainata?|Mikä oli parasta?
1|2021-10-06 11.02|2021-10-06 11.05|aino@porvoo.example|Aino Tammelin|Porvoo|Täysin samaa mieltä|Jokseenkin samaa mieltä|9|Perustamme digineuvonnan kirjastoon|Kiitos!|Kyllä|Keskustelu;Kahvi;
2|2021-10-06 11.03|2021-10-06 11.05|bjorn@esbo.example|Björn Kuusilinna|Espoossa|En osaa sanoa|Täysin eri mieltä|0|||Ei|
3|2021-10-06 11.03|2021-10-07 8.00|anonymous||Atlantis|3|2|10||Hyvä|ehkä|Puhe";

#[test]
fn a_form_of_microsofts_becomes_filled_in_questionnaires() {
    let mut desk = Desk::new();
    let sheet = sheet(MICROSOFT);
    let mapping = desk.closing(&sheet, "Palaute päätöswebinaarista(1-3).xlsx");
    assert_eq!(
        keys(&mapping),
        [
            "imported_answer",
            "",
            "given_on",
            "",
            "",
            "municipality",
            "?arrangements",
            "?learned",
            "?recommend",
            "?first-step",
            "comment",
            "may_be_quoted",
            "+extra"
        ]
    );
    let said_of_it: Vec<String> = told(&mapping, desk.showing()).iter().map(ToString::to_string).collect();
    assert!(said_of_it.iter().any(|line| line == "Jätetty pois: Sähköposti, Nimi (kuka vastasi)"), "{said_of_it:?}");
    assert!(said_of_it.iter().any(|line| line.contains("1–5, 5 = täysin samaa mieltä")), "{said_of_it:?}");
    let bringing = desk.bring_as(&sheet, mapping);
    assert_eq!(fates(&bringing), [Fate::New; 3]);
    let one = desk.form("1").clone();
    assert_eq!((one.about.clone(), one.voice), (Some(session(CLOSING)), Some(Voice::Receiving)));
    assert_eq!((one.questionnaire.as_str(), one.version), ("event", Some(1)));
    assert_eq!(one.imported_from, "Palaute päätöswebinaarista");
    assert_eq!(one.municipality, Id::parse("638").ok());
    assert_eq!(one.given_on, Some(date(2021, 10, 6)));
    assert_eq!((one.comment.as_str(), one.may_be_quoted), ("Kiitos!", Some(true)));
    assert_eq!(["arrangements", "learned", "recommend"].map(|key| said(&one, key)), ["5", "4", "9"]);
    assert_eq!(said(&one, "first-step"), "Perustamme digineuvonnan kirjastoon");
    assert_eq!(said(&one, "Mikä oli parasta?"), "Keskustelu;Kahvi");
    let two = desk.form("2");
    assert_eq!((two.municipality.clone(), two.may_be_quoted), (Id::parse("049").ok(), Some(false)));
    assert_eq!(["arrangements", "learned", "recommend"].map(|key| said(two, key)), ["cannot-say", "1", "0"]);
    let three = desk.form("3");
    assert_eq!((three.municipality.clone(), three.may_be_quoted), (None, None));
    assert_eq!(
        (said(three, "Kuntasi"), said(three, "Saako vastaustasi lainata?")),
        ("Atlantis", "ehkä"),
        "nothing is lost"
    );
    // Nobody who answered is in the book.
    let whole = format!("{:?}", desk.forms());
    assert!(!whole.contains("Tammelin") && !whole.contains('@'), "{whole}");
    let again = desk.bring(MICROSOFT, "Palaute päätöswebinaarista(1-3).xlsx");
    assert_eq!((fates(&again), again.changes().len()), (vec![Fate::Same; 3], 0));
}

#[test]
fn webropols_two_rows_of_headings_and_other_encodings_are_read() {
    let text = "Vastaajan numero;Vastausaika;1. Arvioi väittämiä;;2. Kunta;3. IP-osoite\r\n\
                ;;1.1 Opimme uutta digituen järjestämisestä;1.2 Otamme käyttöön jotain, mistä keskustelimme;;\r\n\
                1;6.10.2021 11:05;5;4;Borgå;10.0.0.1\r\n\
                2;6.10.2021 11:07;4 - Jokseenkin samaa mieltä;En osaa sanoa;Kirkkonummella;10.0.0.2\r\n";
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    for bytes in [utf16, marked, latin] {
        let mut desk = Desk::new();
        let workbook = read(&bytes, &mut |_| true).unwrap();
        let sheet = &workbook.sheets[0];
        let mapping = desk.closing(sheet, "Raportti_2026-11-20.csv");
        assert_eq!(mapping.heading, Some(1));
        assert_eq!(keys(&mapping), ["imported_answer", "given_on", "?learned", "?use", "municipality", ""]);
        let bringing = desk.bring_as(sheet, mapping);
        assert_eq!(fates(&bringing), [Fate::New; 2], "{}", remarks(&bringing));
        let form = desk.form("2");
        assert_eq!((said(form, "learned"), said(form, "use")), ("4", "cannot-say"));
        assert_eq!((form.imported_from.as_str(), form.given_on), ("Raportti", Some(date(2021, 10, 6))));
        assert_eq!(form.municipality, Id::parse("257").ok());
    }
}

#[test]
fn next_weeks_longer_file_adds_only_what_is_new_and_takes_over_what_changed() {
    let mut desk = Desk::new();
    desk.bring(MICROSOFT, "Palaute(1-3).xlsx");
    desk.edit("2", |form| form.comment = "Puhelimessa: lisää aikaa".into());
    desk.edit("3", |form| form.comment = String::new().into());
    let longer = MICROSOFT.replace("|Kiitos!|", "|Kiitos kaikille!|").replace("|Hyvä|", "|Hyvä!|")
        + "\n4|2021-10-08 9.00|2021-10-08 9.01|||Lohja|5|5|10||||";
    let bringing = desk.bring(&longer, "Palaute(1-4).xlsx");
    assert_eq!(fates(&bringing), [Fate::Changed, Fate::Same, Fate::Skipped, Fate::New], "{}", remarks(&bringing));
    assert_eq!(desk.form("1").comment, "Kiitos kaikille!");
    assert_eq!(desk.form("2").comment, "Puhelimessa: lisää aikaa", "what was mended here stays");
    assert_eq!(desk.form("3").comment, "", "what was taken out here stays out");
    assert!(remarks(&bringing).contains("kirja pysyy ennallaan"), "{}", remarks(&bringing));
    assert!(bringing.outcomes()[0].changes.iter().any(|line| line.as_str().contains("Kiitos kaikille!")));
    let again = desk.bring(&longer, "Palaute(1-4).xlsx");
    assert!(again.changes().is_empty());
    assert_eq!(desk.forms().len(), 4);
}

#[test]
fn next_weeks_file_under_another_name_goes_on_with_the_form() {
    let mut desk = Desk::new();
    desk.bring(MICROSOFT, "Päätöswebinaari(1-3).xlsx");
    let longer = format!("{MICROSOFT}\n4|2021-10-08 9.00|2021-10-08 9.01|||Lohja|5|5|10||||");
    let table = sheet(&longer);
    let mapping = desk.closing(&table, "Export viikko 47.xlsx").continued(&table, desk.hand());
    let form = mapping.form.as_ref().unwrap();
    assert_eq!((form.name.as_str(), form.continues), ("Päätöswebinaari", true));
    let said = told(&mapping, desk.showing()).iter().map(Safe::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("Samat vastaukset on tuotu lomakkeesta ”Päätöswebinaari”: jatketaan sitä."), "{said}");
    // Somebody who says that it is another form is believed.
    let mut named = desk.closing(&table, "Export viikko 47.xlsx");
    named.form.as_mut().unwrap().named = true;
    let named = named.continued(&table, desk.hand());
    assert_eq!(named.form.as_ref().unwrap().name, "Export viikko 47");
    // Another thing to be about, another form.
    let other = desk.book.all::<kuntatutor::domain::Session>().find(|it| it.id.as_str() != CLOSING).unwrap();
    let other = Link::new(Kind::Session, other.id.clone());
    let mut moved = mapping.clone();
    moved.be_about(&Form { sheet: &table, book: &desk.book, name: "Export viikko 47.xlsx" }, &other);
    let moved = moved.continued(&table, desk.hand());
    assert_eq!(moved.form.as_ref().unwrap().name, "Export viikko 47");
    let bringing = desk.bring_as(&table, mapping);
    assert_eq!(fates(&bringing), [Fate::Same, Fate::Same, Fate::Same, Fate::New], "{}", remarks(&bringing));
    // The week after, only a few of many answers have been there before.
    let rows = (5..20).map(|id| format!("\n{id}|2021-10-09 9.00|2021-10-09 9.{id}|||Lohja|5|4|10||||"));
    let longest = longer + &rows.collect::<String>();
    let bringing = desk.bring(&longest, "Jokin aivan muu.xlsx");
    assert_eq!(bringing.tally().new, 15);
    assert_eq!(bringing.tally().same, 4);
    // Other answers with the same numbers are another form's.
    let others = MICROSOFT.replace("2021-10-06", "2021-10-05").replace("2021-10-07", "2021-10-05");
    assert_eq!(desk.bring(&others, "Toinen.xlsx").tally().new, 3);
}

#[test]
fn another_form_is_not_told_what_this_one_asked() {
    let mut desk = Desk::new();
    desk.bring(MICROSOFT, "Päätöswebinaari(1-3).xlsx");
    let table = sheet(
        "ID|Valmistumisaika|Opimme uutta digituen järjestämisestä|Mikä oli parasta?|Mitä jäi puuttumaan?\n\
         1|2021-11-06 11.05|5|Kahvi|Aika\n2|2021-11-06 11.15|4|Puhe|Ruoka",
    );
    let form = |mapping: &Mapping| mapping.form.clone().unwrap();
    let other = desk.closing(&table, "Kevään kysely.xlsx");
    assert_eq!((form(&other).missed.len(), form(&other).fresh.len()), (0, 0));
    let same = desk.closing(&table, "Päätöswebinaari(1-2).xlsx");
    assert!(!form(&same).missed.is_empty() && !form(&same).fresh.is_empty());
}

#[test]
fn without_an_id_the_time_tells_answers_apart_and_what_they_say_within_a_minute() {
    let mut desk = Desk::new();
    let text = "Vastausaika|Opimme uutta digituen järjestämisestä|Otamme käyttöön jotain, mistä keskustelimme
6.10.2021 11:05|5|4
6.10.2021 11:05|4|4
6.10.2021 11:05|4|4
7.10.2021 9:00|3|3";
    assert_eq!(fates(&desk.bring(text, "a.csv")), [Fate::New; 4]);
    let longer = format!("{text}\n7.10.2021 9:30|1|1");
    assert_eq!(fates(&desk.bring(&longer, "a.csv")), [Fate::Same, Fate::Same, Fate::Same, Fate::Same, Fate::New]);
    // A form that notes nothing of its answers knows them by what they say.
    let mut desk = Desk::new();
    let text = "Opimme uutta digituen järjestämisestä|Otamme käyttöön jotain, mistä keskustelimme\n5|4\n5|4\n1|2";
    assert_eq!(fates(&desk.bring(text, "b.csv")), [Fate::New; 3]);
    assert_eq!(fates(&desk.bring(text, "b.csv")), [Fate::Same; 3]);
}

#[test]
fn one_form_for_two_sessions_is_two_forms_and_one_answer_is_about_one_thing() {
    let mut desk = Desk::new();
    desk.bring(MICROSOFT, "Palaute.xlsx");
    let sheet = sheet(MICROSOFT);
    let mut mapping = desk.guess(&sheet, "Palaute.xlsx");
    let other = session("se6vt46yrnhe1");
    mapping.be_about(&Form { sheet: &sheet, book: &desk.book, name: "" }, &other);
    let twice = desk.bringing(&sheet, mapping.clone());
    assert_eq!(fates(&twice), [Fate::LeftOut; 3]);
    assert!(remarks(&twice).contains("päätöswebinaari"), "{}", remarks(&twice));
    // The same form sent out again counts from 1 again, on other days.
    let later = self::sheet(&MICROSOFT.replace("2021-10-0", "2021-11-0"));
    assert_eq!(fates(&desk.bringing(&later, mapping)), [Fate::New; 3]);
}

#[test]
fn a_number_off_the_scale_leaves_its_row_out_and_another_scale_its_column() {
    let mut desk = Desk::new();
    let head = "ID|Opimme uutta digituen järjestämisestä|Otamme käyttöön jotain, mistä keskustelimme";
    let one = format!("{head}\n1|7|4\n2|5|4\n3|4|4\n4|4|3\n5|5|5");
    let bringing = desk.bring(&one, "a.xlsx");
    assert_eq!(fates(&bringing), [Fate::LeftOut, Fate::New, Fate::New, Fate::New, Fate::New]);
    assert!(remarks(&bringing).contains("”7” ei ole asteikolla (1–5"), "{}", remarks(&bringing));
    let rejects = bringing.rejects(&sheet(&one), &desk.texts.say("import-reason"));
    assert_eq!(rejects.lines.len(), 2);
    assert!(rejects.lines[1].cells.last().unwrap().contains("”7”"));
    // Half of the answers lie off it: it is another one, and nobody has named it.
    let mut desk = Desk::new();
    let other = sheet(&format!("{head}\n1|7|4\n2|6|4\n3|4|4\n4|7|3\n5|1|5"));
    let mut mapping = desk.closing(&other, "a.xlsx");
    assert_eq!(keys(&mapping)[1], "?learned@?");
    let sentences: Vec<String> = told(&mapping, desk.showing()).iter().map(ToString::to_string).collect();
    assert!(sentences.iter().any(|line| line.contains("--scale 1-7")), "{sentences:?}");
    assert_eq!(fates(&desk.bring_as(&other, mapping.clone())), [Fate::New; 5]);
    assert!(desk.forms().iter().all(|form| said(form, "learned").is_empty() && !said(form, "use").is_empty()));
    let means = mapping.question_means("learned@1-7").unwrap();
    assert!(matches!(means, Means::Question(_, Scale::Range(1, 7))));
    mapping.bind(1, means, false);
    assert_eq!(fates(&desk.bring_as(&other, mapping)), [Fate::Changed; 5]);
    let learned: Vec<&str> = desk.forms().iter().map(|form| said(form, "learned")).collect();
    assert_eq!(learned, ["5", "4", "3", "5", "1"]);
}

#[test]
fn a_form_whose_questions_change_keeps_what_was_said() {
    let mut desk = Desk::new();
    let first = "ID|Opimme uutta digituen järjestämisestä|Mikä oli parasta?\n1|5|Kahvi\n2|4|Puhe";
    let sheet_one = sheet(first);
    let mut mapping = desk.closing(&sheet_one, "Palaute(1-2).xlsx");
    mapping.bind(2, mapping.question_means("first-step").unwrap(), false);
    desk.bring_as(&sheet_one, mapping);
    assert_eq!(said(desk.form("1"), "first-step"), "Kahvi");
    let second = "ID|Otamme käyttöön jotain, mistä keskustelimme|Mikä oli parasta?|Entä huonointa?\n1||Kahvi|\n2|4|Puhe|Ei mikään\n3|5|Kaikki|Sää";
    let sheet_two = sheet(second);
    let mapping = desk.guess(&sheet_two, "Palaute(1-3).xlsx");
    assert_eq!(keys(&mapping), ["imported_answer", "?use", "?first-step", "+extra"], "what was chosen stays chosen");
    assert_eq!(mapping.form.as_ref().unwrap().about, Some(session(CLOSING)), "the file's form is about what it was");
    let sentences: Vec<String> = told(&mapping, desk.showing()).iter().map(ToString::to_string).collect();
    assert!(sentences.iter().any(|line| line.contains("Entä huonointa?") && line.contains("Uusia")), "{sentences:?}");
    assert!(sentences.iter().any(|line| line.contains("Sarakkeita ei enää ole")), "{sentences:?}");
    let bringing = desk.bring_as(&sheet_two, mapping);
    assert_eq!(fates(&bringing), [Fate::Same, Fate::Changed, Fate::New]);
    let two = desk.form("2");
    assert_eq!([said(two, "learned"), said(two, "use"), said(two, "Entä huonointa?")], ["4", "4", "Ei mikään"]);
}

#[test]
fn what_was_called_off_or_is_still_to_come_gets_no_feedback() {
    let mut desk = Desk::new();
    let sheet = sheet(MICROSOFT);
    let unsaid = desk.guess(&sheet, "Vastaukset.xlsx");
    assert_eq!(unsaid.trouble(&desk.book, NOW.date(), 3), Some(Trouble::NoSubject));
    assert!(desk.bringing(&sheet, unsaid).changes().is_empty());
    let before = desk.book.get::<kuntatutor::domain::Session>(&Id::parse(CLOSING).unwrap()).unwrap().clone();
    for (status, day, word) in [
        (SessionStatus::Cancelled, date(2021, 10, 6), "peruttu"),
        (SessionStatus::Planned, date(2026, 11, 23), "vasta"),
        (SessionStatus::Planned, date(2026, 11, 22), ""),
    ] {
        let mut after = before.clone();
        (after.status, after.date) = (Some(status), Some(day));
        let mut other = Desk::new();
        other
            .book
            .apply(&Change { before: Some(Record::Session(before.clone())), after: Some(Record::Session(after)) });
        let mapping = other.closing(&sheet, "a.xlsx");
        let trouble = mapping.trouble(&other.book, NOW.date(), 3).map(|it| it.sentence(&other.book, &other.texts));
        assert_eq!(trouble.is_some(), !word.is_empty(), "{trouble:?}");
        assert!(trouble.unwrap_or_default().as_str().contains(word));
        assert_eq!(other.bringing(&sheet, mapping).changes().is_empty(), !word.is_empty());
    }
}

#[test]
fn files_that_hold_no_answers_are_told() {
    assert_eq!(read(b"", &mut |_| true), Err(Unreadable::Empty));
    let locked = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    assert!(read(&locked, &mut |_| true).is_err());
    let desk = Desk::new();
    let only = sheet(MICROSOFT.lines().next().unwrap());
    let mapping = desk.closing(&only, "a.xlsx");
    assert_eq!(mapping.trouble(&desk.book, NOW.date(), mapping.rows(&only).len()), Some(Trouble::NoRows));
    let strange = sheet("ID|Valmistumisaika|Lempiväri|Kengännumero\n1|2021-10-06|sininen|42");
    let mapping = desk.closing(&strange, "a.xlsx");
    assert_eq!(mapping.trouble(&desk.book, NOW.date(), 1), Some(Trouble::NoQuestion));
}

#[test]
fn a_form_without_an_answer_is_counted_and_is_no_trouble() {
    let mut desk = Desk::new();
    let text = format!("{MICROSOFT}\n4|2021-10-08 9.00|2021-10-08 9.01||Aino Tammelin|Lohja|||||||");
    let bringing = desk.bring(&text, "Palaute.xlsx");
    let tally = bringing.tally();
    assert_eq!((tally.new, tally.left_out, tally.empty), (3, 0, 1));
    let told = Safe::join(tally.told(&desk.texts), &Safe::own(", "));
    assert_eq!(told.as_str(), "3 uutta, 1 tyhjä lomake jäi pois");
    assert!(bringing.outcomes().iter().all(|outcome| !outcome.is_odd()));
}

#[test]
fn a_table_too_big_for_the_book_is_told_before_it_is_worked_out() {
    let desk = Desk::new();
    let heading = MICROSOFT.lines().next().unwrap();
    let rows = |count: usize| {
        let rows = (1..=count).map(|id| format!("{id}|2021-10-06|2021-10-06|||Porvoo|5|5|9|Jatkamme||Ei|"));
        sheet(&format!("{heading}\n{}", rows.collect::<Vec<_>>().join("\n")))
    };
    let (many, few) = (rows(100_000), rows(6_000));
    let mapping = desk.closing(&few, "a.xlsx");
    assert_eq!(mapping.too_much(&few, &desk.book, 64 << 20), None);
    let trouble = mapping.too_much(&many, &desk.book, 64 << 20).unwrap().sentence(&desk.book, &desk.texts);
    assert!(trouble.as_str().starts_with("Taulukko on liian suuri tuotavaksi kerralla"), "{trouble}");
    assert!(trouble.as_str().contains("Jaa se pienempiin"), "{trouble}");
}

#[test]
fn a_line_break_in_a_cell_is_no_sign_of_its_own() {
    let mut desk = Desk::new();
    let mut table = sheet(MICROSOFT);
    table.lines[0].cells[6] = "Järjestelyt\ntoimivat?".into();
    table.lines[1].cells[10] = "Kiitos\nkovasti".into();
    let mapping = desk.closing(&table, "a.xlsx");
    desk.bring_as(&table, mapping);
    table.lines[1].cells[10] = "Kiitos\nja hei".into();
    let mapping = desk.closing(&table, "a.xlsx");
    let said = told(&mapping, desk.showing()).iter().map(Safe::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("Järjestelyt / toimivat?") && !said.contains("^J"), "{said}");
    let bringing = desk.bringing(&table, mapping);
    let changes = format!("{:?}", bringing.outcomes()[0].changes);
    assert!(changes.contains("Kiitos / ja hei") && !changes.contains("^J"), "{changes}");
}

#[test]
fn formulas_are_text_and_workbooks_and_files_names_tell_what_they_are_about() {
    let mut desk = Desk::new();
    let text = "ID|Opimme uutta digituen järjestämisestä|Mihin ryhdytte ensimmäiseksi?\n1|5|=HYPERLINK(\"http://x.example\")\n2|4|+cmd|";
    let outgoing = Outgoing::of_texts(&sheet(text), Tongue::Fi, NOW.date());
    for format in [Format::Xlsx, Format::Csv] {
        let bytes = write(format, &outgoing).unwrap();
        let workbook = read(&bytes, &mut |_| true).unwrap();
        let mapping = desk.guess(&workbook.sheets[0], "Kuntien digituki päätöswebinaari, palaute 6.10.2021 (1-2).xlsx");
        let form = mapping.form.clone().unwrap();
        assert_eq!((form.about, form.questionnaire.as_str()), (Some(session(CLOSING)), "event"));
        assert_eq!(form.name, "Kuntien digituki päätöswebinaari, palaute");
        desk.bring_as(&workbook.sheets[0], mapping);
        assert_eq!(said(desk.form("1"), "first-step"), "=HYPERLINK(\"http://x.example\")");
        assert_eq!(desk.forms().len(), 2, "the second format says nothing new");
    }
    let bytes = write(Format::Csv, &outgoing).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("'=HYPERLINK"), "it is defused on its way out");
}

#[test]
fn a_table_of_this_programs_own_feedback_goes_its_own_way() {
    let desk = Desk::new();
    let own = sheet("tunniste|koskee|ääni|kyselylomake|vastaukset\nfaaaaaaaaaaaa|session:sgt6cttkr75td|tutor|event|");
    assert!(desk.guess(&own, "x.csv").form.is_none());
    // Only forms are taken for forms.
    for (text, kind) in [
        (MICROSOFT, Some(Kind::Feedback)),
        ("ID|Starttid|Slutförandetid|E-post|Namn|Favoritfärg", Some(Kind::Feedback)),
        ("Etunimi|Sukunimi|Puh.|Kunta", Some(Kind::Person)),
        ("ID|Päivä|Aloitusaika|Lopetusaika|Otsikko", Some(Kind::Session)),
    ] {
        assert_eq!(Mapping::guess_kind(&sheet(text), None, &desk.book, &languages()), kind, "{text}");
    }
}

#[test]
#[ignore = "measured by hand"]
#[expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "it measures and tells")]
fn a_hundred_thousand_answers() {
    let mut desk = Desk::new();
    let mut text = String::from(MICROSOFT.lines().next().unwrap());
    for number in 1..=100_000 {
        let score = number % 5 + 1;
        let row = format!(
            "\n{number}|2021-10-06 11.02|2021-10-06 11.05|a{number}@x.example|Aino Tammelin|Porvoo|{score}|{score}|{}|Teemme {number}|Kiitos|Kyllä|Kahvi;",
            number % 11
        );
        text.push_str(&row);
    }
    let outgoing = Outgoing::of_texts(&sheet(&text), Tongue::Fi, NOW.date());
    let bytes = write(Format::Xlsx, &outgoing).unwrap();
    let begin = std::time::Instant::now();
    let workbook = read(&bytes, &mut |_| true).unwrap();
    let read_in = begin.elapsed();
    let mapping = desk.closing(&workbook.sheets[0], "a.xlsx");
    let guessed = begin.elapsed();
    let bringing = desk.bringing(&workbook.sheets[0], mapping);
    let taken = begin.elapsed();
    assert_eq!(bringing.tally().new, 100_000);
    println!(
        "{} bytes: read {read_in:?}, understood {:?}, taken in {:?}",
        bytes.len(),
        guessed.saturating_sub(read_in),
        taken.saturating_sub(guessed)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_table_is_too_odd(lines in proptest::collection::vec(proptest::collection::vec(cell(), 0..7), 0..7), name in ".{0,12}") {
        thread_local! { static DESK: std::cell::RefCell<Desk> = std::cell::RefCell::new(Desk::new()); }
        DESK.with_borrow_mut(|desk| {
            let line = |(number, cells): (usize, &Vec<String>)| Line {
                number: number + 1,
                cells: cells.iter().map(|cell| cell.as_str().into()).collect(),
            };
            let sheet = Sheet { name: name.as_str().into(), lines: lines.iter().enumerate().map(line).collect() };
            let mapping = desk.closing(&sheet, &name);
            let first = desk.bringing(&sheet, mapping.clone());
            // What was taken in is not taken in again.
            for change in first.changes() {
                desk.book.apply(&change);
            }
            let again = desk.bringing(&sheet, mapping);
            assert!(again.changes().is_empty(), "{:?} {:?}", first.outcomes(), again.outcomes());
            for form in desk.book.all::<Feedback>() {
                for answer in &form.answers {
                    let question = kuntatutor::planning::questionnaires::question(&desk.book, form, &answer.question);
                    let is_scale = question.and_then(|it| it.answering).is_some_and(kuntatutor::planning::questionnaires::is_scale);
                    let number = answer.answer.parse::<u32>().ok();
                    assert!(!is_scale || answer.answer == "cannot-say" || number.is_some_and(|number| number <= 10));
                }
            }
            for change in first.changes() {
                desk.book.apply(&Change { before: change.after, after: None });
            }
        });
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(workbook) = read(&bytes, &mut |_| true) {
            thread_local! { static DESK: std::cell::RefCell<Desk> = std::cell::RefCell::new(Desk::new()); }
            DESK.with_borrow_mut(|desk| {
                for sheet in &workbook.sheets {
                    let mapping = desk.closing(sheet, "x");
                    desk.bringing(sheet, mapping);
                }
            });
        }
    }
}

fn cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "",
        "ID",
        "1",
        "2",
        "5",
        "7",
        "10",
        "1.",
        "Completion time",
        "Nimi",
        "Kunta",
        "Porvoo",
        "2021-10-06 11.05",
        "-",
        "Opimme uutta digituen järjestämisestä",
        "1.1 Otamme käyttöön jotain, mistä keskustelimme",
        "Täysin samaa mieltä",
        "En osaa sanoa",
        "Kyllä",
        "Saako lainata?",
        "Muuta kerrottavaa?",
        "(",
        "Koskee",
        "a@b.example",
        "6.10.2021 11:05",
        "Mihin ryhdytte ensimmäiseksi?",
        "vastaukset",
        "Kuinka todennäköisesti suosittelisitte tätä tilaisuutta toiselle kunnalle?",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => ".{0,12}", 1 => "[0-9=.,;:()ÄÅö -]{0,9}"]
}
