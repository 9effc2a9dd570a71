//! What people write into fields: read, refused with a sentence, and written back so that it reads the same.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[macro_use]
#[path = "made/tables.rs"]
mod tables;
#[path = "made/values.rs"]
#[expect(dead_code, reason = "other tests make whole records")]
mod values;

use jiff::civil::{Date, date};
use kuntatutor::book::show::Showing;
use kuntatutor::book::title::link_title;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::*;
use kuntatutor::entry::{Reading, Tense, Trouble, check, column_called, give_ids, names_languages, plain};
use kuntatutor::find::finder::Finder;
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tables::all_tables;

/// So many cases, and more where `PROPTEST_CASES` is over its usual 256: 2560 tries ten times as hard.
fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { failure_persistence: None, cases: (cases * usual.cases / 256).max(1), ..usual }
}

const TODAY: Date = date(2026, 11, 22);

/// The shipped book, and a language to read and write in.
struct Desk {
    book: Book,
    finder: Finder,
    texts: Texts,
}

impl Desk {
    fn new(tongue: Tongue) -> Self {
        let book = load(&Source::Example).book;
        Self { finder: Finder::new(&book, tongue), book, texts: Texts::new(tongue) }
    }

    fn reading(&self) -> Reading<'_> {
        let Self { book, finder, texts } = self;
        Reading { book, finder, texts, today: TODAY, tense: Tense::Ahead, season: None }
    }

    fn plain(&self, kind: &FieldKind, value: &Value) -> String {
        let showing = Showing { book: &self.book, texts: &self.texts, today: TODAY, season: None };
        plain(showing, kind, value)
    }

    #[track_caller]
    fn reads(&self, kind: &FieldKind, text: &str, expected: &Value) {
        match self.reading().value(kind, text) {
            Ok(value) => assert_eq!(value, *expected, "{text}"),
            Err(trouble) => panic!("{text}: {}", trouble.sentence(&self.texts)),
        }
    }

    #[track_caller]
    fn refuses(&self, kind: &FieldKind, text: &str) -> Trouble {
        let trouble = self.reading().value(kind, text).expect_err(text);
        let sentence = trouble.sentence(&self.texts).to_string();
        assert!(!sentence.contains("entry-") && sentence.ends_with(['.', ')']), "{text}: {sentence}");
        trouble
    }

    /// What is written for a value is read as that value.
    fn comes_back(&self, kind: &FieldKind, value: &Value) -> Result<(), TestCaseError> {
        let text = self.plain(kind, value);
        let read = self.reading().value(kind, &text);
        let read = read.map_err(|trouble| TestCaseError::fail(format!("{text:?}: {trouble:?}")))?;
        prop_assert_eq!(&read, value, "{}", text);
        Ok(())
    }
}

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn column(kind: Kind, key: &str) -> &'static Column {
    kind.columns().find(|column| column.key == key).unwrap()
}

/// The value as somebody could have written it: without control characters, blanks at the ends, and unknown keys.
fn writable(kind: &FieldKind, value: Value) -> Value {
    let clean = |text: &str, lines: bool| {
        let kept = text.chars().filter(|letter| !letter.is_control() || lines && *letter == '\n');
        kept.collect::<String>().trim().into()
    };
    match (value, kind) {
        (Value::Text(text), kind) => match clean(&text, matches!(kind, FieldKind::Long)) {
            text if ecow::EcoString::is_empty(&text) => Value::Empty,
            text => Value::Text(text),
        },
        (Value::Words(words), _) => {
            let clean = |tongue| clean(words.exactly(tongue), true);
            let words = Words::new(clean(Tongue::Fi), clean(Tongue::Sv), clean(Tongue::En));
            if words.is_empty() { Value::Empty } else { Value::Words(words) }
        }
        (Value::Rows(rows), kind) if !rows.is_empty() => Value::Rows(
            rows.into_iter()
                .map(|row| Row {
                    cells: kind
                        .row_columns()
                        .zip(row.cells)
                        .map(|(column, value)| writable(&column.kind, value))
                        .collect(),
                    id: row.id,
                    kept: Kept::default(),
                })
                .collect(),
        ),
        (value, _) if value.is_empty() => Value::Empty,
        (value, _) => value,
    }
}

#[test]
fn a_round_is_named_as_people_call_it() {
    let desk = Desk::new(Tongue::Fi);
    let spring = text("m78f1g");
    for named in ["m78f1g", "kevät 2021", "KEVAT 2021", "kev", "kevät 2021 · 2020–21", "kevät 2020"] {
        desk.reads(&FieldKind::Round, named, &spring);
    }
    assert_eq!(desk.plain(&FieldKind::Round, &spring), "kevät 2021");
    let Trouble::NoRound { named, .. } = desk.refuses(&FieldKind::Round, "talvi") else { panic!("there is none") };
    assert_eq!(named.len(), 2);
    assert!(matches!(desk.refuses(&FieldKind::Round, "2021"), Trouble::Several { .. }));
    let gone = text("xyz123");
    desk.reads(&FieldKind::Round, &desk.plain(&FieldKind::Round, &gone), &gone);
}

#[test]
fn rounds_called_alike_are_told_apart_by_their_season() {
    let mut desk = Desk::new(Tongue::Fi);
    let mut next = desk.book.get::<Season>(&id("2020-21")).unwrap().clone();
    (next.id, next.name) = (id("2026"), "2026".into());
    next.rounds.make_mut().iter_mut().zip(["aaaaaa", "bbbbbb"]).for_each(|(round, new)| round.id = id(new));
    desk.book.apply(&Change { before: None, after: Some(Record::Season(next)) });
    assert!(matches!(desk.refuses(&FieldKind::Round, "kevät 2021"), Trouble::Several { .. }));
    desk.reads(&FieldKind::Round, "kevät 2021 · 2026", &text("aaaaaa"));
    assert_eq!(desk.plain(&FieldKind::Round, &text("aaaaaa")), "kevät 2021 · 2026");
    let season = desk.book.get::<Season>(&id("2026"));
    let read = Reading { season, ..desk.reading() }.value(&FieldKind::Round, "kevät");
    assert_eq!(read, Ok(text("aaaaaa")), "that of the season at hand");
}

#[test]
fn what_is_written_for_a_value_reads_as_that_value() {
    for tongue in Tongue::ALL {
        let desk = Desk::new(tongue);
        for column in all_tables().into_iter().flatten() {
            let mut runner = TestRunner::new(cases(24));
            let values = values::value(&column.kind).prop_map(|value| writable(&column.kind, value));
            let told = runner.run(&values, |value| desk.comes_back(&column.kind, &value));
            told.unwrap_or_else(|error| panic!("{} in {}: {error}", column.key, tongue.key()));
        }
    }
}

#[test]
fn every_value_of_the_shipped_book_comes_back_and_passes_its_check() {
    for tongue in Tongue::ALL {
        let desk = Desk::new(tongue);
        for kind in Kind::ALL {
            for place in desk.book.places(kind) {
                let record = desk.book.at(place).unwrap();
                for (column, value) in record.fields().into_iter().filter(|(_, value)| !value.is_empty()) {
                    let told = desk.comes_back(&column.kind, &writable(&column.kind, value.clone()));
                    told.unwrap_or_else(|error| panic!("{} {}: {error}", record.link(), column.key));
                    assert_eq!(check(column, &value), None, "{} {}", record.link(), column.key);
                }
            }
        }
    }
}

#[test]
fn random_text_is_read_or_refused_and_never_more() {
    let desk = Desk::new(Tongue::Fi);
    let columns: Vec<_> = all_tables().into_iter().flatten().collect();
    let mut runner = TestRunner::new(cases(256));
    let typed =
        prop_oneof!["\\PC{0,16}", "[a-z0-9 .,;:='\"+–-]{0,16}", "(vk|ma|klo|fi=|id=|who=|[+-])[0-9 a-z.=']{0,8}"];
    let told = runner.run(&(typed, proptest::sample::select(columns)), |(typed, column)| {
        match desk.reading().value(&column.kind, &typed) {
            // What was read is a value that can be written and read again.
            Ok(value) => desk.comes_back(&column.kind, &value)?,
            Err(trouble) => prop_assert!(!trouble.sentence(&desk.texts).is_empty()),
        }
        Ok(())
    });
    told.unwrap();
}

#[test]
fn yes_and_no_and_choices_are_known_in_three_languages() {
    let status = column(Kind::Coaching, "status").kind;
    for tongue in Tongue::ALL {
        let desk = Desk::new(tongue);
        for (text, yes) in [
            ("kyllä", true),
            ("x", true),
            ("K", true),
            ("ja", true),
            ("j", true),
            ("yes", true),
            ("y", true),
            ("ei", false),
            ("e", false),
            ("nej", false),
            ("no", false),
            ("n", false),
        ] {
            desk.reads(&FieldKind::YesNo, text, &Value::Yes(yes));
        }
        for text in ["under-way", "käynnissä", "pågår", "Under way", "käyn", "pågå"] {
            desk.reads(&status, text, &Value::Choice("under-way"));
        }
        assert!(matches!(desk.refuses(&status, "zzz"), Trouble::NoChoice { keys, .. } if keys.len() == 9));
        assert!(matches!(desk.refuses(&FieldKind::YesNo, "ehkä"), Trouble::NotYesNo(_)));
    }
    let desk = Desk::new(Tongue::En);
    assert!(
        matches!(desk.refuses(&status, "p"), Trouble::ManyChoices { keys, .. } if keys == ["planning", "postponed"])
    );
}

#[test]
fn records_are_named_by_id_title_or_words_that_find_one() {
    let desk = Desk::new(Tongue::Fi);
    let municipality = FieldKind::Ref(Kind::Municipality);
    for text in ["091", "municipality:091", "Helsinki", "helsinki", "Helsingfors"] {
        desk.reads(&municipality, text, &Value::Ref(id("091")));
    }
    // The subregion of others, but one municipality's own name.
    desk.reads(&municipality, "Borgå", &Value::Ref(id("638")));
    desk.reads(&municipality, "porvo", &Value::Ref(id("638")));
    let person = FieldKind::Ref(Kind::Person);
    desk.reads(&person, "tammi", &Value::Ref(id("pj1fqz53wsjj5")));
    // What is gone can still be named as it is stored.
    desk.reads(&person, "person:p000000000000", &Value::Ref(id("p000000000000")));
    assert_eq!(desk.refuses(&person, "Zacharias"), Trouble::Nothing("Zacharias".into()));
    assert_eq!(desk.refuses(&person, "municipality:091"), Trouble::OtherKind(vec![Kind::Person]));
    // Words of a note, and letters here and there, are no name.
    assert_eq!(desk.refuses(&municipality, "tutorkunta"), Trouble::Nothing("tutorkunta".into()));
    assert_eq!(desk.refuses(&municipality, "lpnjrv"), Trouble::Nothing("lpnjrv".into()));
    let Trouble::Several { named, more, .. } = desk.refuses(&municipality, "i") else { panic!("several") };
    assert!(named.len() == 5 && more > 5, "{named:?} {more}");
    assert!(named.iter().all(|name| name.as_str().contains("(municipality:")), "{named:?}");
    let about = FieldKind::Link(&[Kind::Session, Kind::Coaching]);
    let Some(coaching) = desk.book.all::<Coaching>().next() else { panic!("a coaching") };
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    desk.reads(&about, link_title(&desk.book, &link, &desk.texts).as_str(), &Value::Link(link.clone()));
    desk.reads(&about, coaching.id.as_str(), &Value::Link(link));
    assert!(matches!(desk.refuses(&about, "person:x"), Trouble::OtherKind(_)));
}

#[test]
fn who_is_nobody_of_the_book_stays_a_name() {
    let desk = Desk::new(Tongue::Fi);
    for known in ["Ari Tammi", "ari tammi", "pj1fqz53wsjj5", "person:pj1fqz53wsjj5"] {
        desk.reads(&FieldKind::Who, known, &Value::Ref(id("pj1fqz53wsjj5")));
    }
    for (typed, name) in [("Tammi", "Tammi"), ("Anna Aro", "Anna Aro"), ("\"Ari Tammi\"", "Ari Tammi")] {
        desk.reads(&FieldKind::Who, typed, &text(name));
    }
}

#[test]
fn lists_are_parted_unless_the_whole_is_one_title() {
    let desk = Desk::new(Tongue::Fi);
    let municipalities = FieldKind::Many(&FieldKind::Ref(Kind::Municipality));
    let both = Value::Many(vec![Value::Ref(id("091")), Value::Ref(id("049"))]);
    for typed in ["Helsinki, Espoo", "091;049", "\"Helsinki\"; espoo ,"] {
        desk.reads(&municipalities, typed, &both);
    }
    desk.reads(&municipalities, " , ", &Value::Empty);
    let practices = FieldKind::Many(&FieldKind::Ref(Kind::Practice));
    let practice = desk.book.all::<Practice>().next().unwrap();
    let mut book = load(&Source::Example).book;
    let titled =
        Practice { title: Words::new("Tuki, neuvonta; opastus".into(), "".into(), "".into()), ..practice.clone() };
    let change = kuntatutor::book::Change { before: None, after: Some(Record::Practice(titled)) };
    book.apply(&change).unwrap();
    let desk = Desk { finder: Finder::new(&book, Tongue::Fi), book, texts: Texts::new(Tongue::Fi) };
    let one = Value::Many(vec![Value::Ref(practice.id.clone())]);
    desk.reads(&practices, "Tuki, neuvonta; opastus", &one);
    desk.reads(&practices, "\"Tuki, neuvonta; opastus\"", &one);
}

#[test]
fn rows_are_written_as_keys_and_values() {
    let desk = Desk::new(Tongue::Fi);
    let programme = column(Kind::Session, "programme").kind;
    let mut mint = Mint::new(1);
    let typed = "minutes=15 title=Avaus ja kahvi speakers='who=\"Aino Tammela\" part=speaker; Ari Tammi' laji=avaus";
    let row = desk.reading().row(&programme, typed, &mut mint).unwrap();
    let [Value::Number(15), Value::Choice("opening"), Value::Words(title), Value::Rows(speakers)] = &*row.cells else {
        panic!("{row:?}")
    };
    assert_eq!(title.fi, "Avaus ja kahvi");
    assert_eq!(speakers[0].cells[..2], [text("Aino Tammela"), Value::Choice("speaker")]);
    assert_eq!(speakers[1].cells[0], Value::Ref(id("pj1fqz53wsjj5")));
    assert!([&row, &speakers[0], &speakers[1]].iter().all(|row| !row.id.is_empty()));
    // Days of rows lie where their own field looks.
    let materials = column(Kind::Session, "materials").kind;
    let row = desk.reading().row(&materials, "Diat received_on=20.11. due=20.11.", &mut mint).unwrap();
    assert_eq!(row.cells[3..5], [Value::Date(date(2027, 11, 20)), Value::Date(date(2026, 11, 20))]);
    assert!(matches!(desk.refuses(&programme, "titel=x"), Trouble::NoField { keys, .. } if keys.contains(&"title")));
    assert!(matches!(desk.refuses(&programme, "Avaus"), Trouble::NoField { .. }));
    assert!(matches!(desk.refuses(&programme, "minutes=x"), Trouble::InField { label: "minutes", .. }));
    assert!(matches!(desk.refuses(&programme, "minutes=1 minutes=2"), Trouble::KeyTwice(_)));
    assert_eq!(desk.refuses(&programme, "title='Avaus"), Trouble::OpenQuote);
    let Ok(mut rows) = desk.reading().value(&programme, "minutes=1; minutes=2 id=abc") else { panic!("rows") };
    give_ids(&programme, &mut rows, &mut mint);
    let Value::Rows(rows) = rows else { panic!("rows") };
    assert!(!rows[0].id.is_empty() && rows[1].id == id("abc"));
}

#[test]
fn fields_go_by_key_and_by_label_in_three_languages() {
    let texts = Texts::new(Tongue::En);
    for (called, key) in [
        ("family", "family"),
        ("sukunimi", "family"),
        ("efternamn", "family"),
        ("family-name", "family"),
        ("presentation_public", "presentation_public"),
        ("presentation-public", "presentation_public"),
        ("muut-yhteystiedot", "further_contacts"),
    ] {
        let found = column_called(Kind::Person.columns(), called, &texts).map(|column| column.key);
        assert_eq!(found, Some(key), "{called}");
    }
    assert!(column_called(Kind::Person.columns(), "shoe-size", &texts).is_none());
    assert!(names_languages("fi=x sv=y") && !names_languages("x fi=y"));
}

#[test]
fn control_characters_are_refused_and_line_ends_belong_into_long_texts() {
    let desk = Desk::new(Tongue::Sv);
    for kind in [FieldKind::Line, FieldKind::Email, FieldKind::Phone, FieldKind::Web, FieldKind::Who] {
        for odd in ["a\u{1b}[31mb", "a\nb", "a\tb", "a\u{9b}b", "a\u{0}b"] {
            assert_eq!(desk.refuses(&kind, odd), Trouble::Control);
        }
    }
    desk.reads(&FieldKind::Long, "  a\r\n\tb\n\n", &text("a\n\tb"));
    assert_eq!(desk.refuses(&FieldKind::Long, "a\u{7}"), Trouble::Control);
    desk.reads(&FieldKind::Line, "\u{a0} a  b ", &text("a  b"));
}

#[test]
fn fields_that_tell_of_the_past_look_back() {
    let of = |kind, key| Tense::of(column(kind, key));
    assert_eq!(of(Kind::Feedback, "given_on"), Tense::Past);
    assert_eq!(of(Kind::Note, "at"), Tense::Past);
    assert_eq!(of(Kind::Session, "date"), Tense::Ahead);
    assert_eq!(of(Kind::Action, "due"), Tense::Ahead);
}
