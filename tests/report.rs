//! The season's report: right against a count by hand of the shipped book in all three languages, the same whatever
//! order the records came in, and written whatever the data.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/values.rs"]
mod values;

use jiff::civil::{Date, date};
use kuntatutor::book::show::Showing;
use kuntatutor::book::{Book, Change};
use kuntatutor::domain::{
    Action, Coaching, Feedback, Id, Kind, Link, Municipality, Note, Person, Practice, Record, Season, Session, Theme,
    Voice,
};
use kuntatutor::exchange::document::format::Format;
use kuntatutor::exchange::document::{Document, Part};
use kuntatutor::planning::figures::season::{Amount, Counted, Group, Period, Scope};
use kuntatutor::planning::figures::{answers_in, reach};
use kuntatutor::planning::opinions::{About, forms};
use kuntatutor::report::season::{Report, Reported, group_key};
use kuntatutor::report::{Paper, Written};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};
use proptest::collection::vec;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 22);

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn showing<'a>(book: &'a Book, texts: &'a Texts) -> Showing<'a> {
    Showing { book, texts, today: TODAY, season: book.season_at(TODAY) }
}

/// Number, of how many; nothing where it is not known.
type Plain = (Option<i64>, Option<u32>);

fn plain(counted: &Counted) -> Plain {
    let number = match counted.amount {
        Amount::Unknown | Amount::Few => None,
        Amount::Count(number) | Amount::Minutes(number) => Some(i64::from(number)),
        Amount::Score(number) => Some(i64::from(number)),
    };
    (number, counted.of)
}

/// Each figure of season 2020–21 with that of 2020 beside it, counted by hand from `data/uusimaa/*.json`:
///
/// * `municipalities.json` lists 26, of which 049, 091, 092 and 106 tutor in 2020–21, and 049, 091, 092 and 186 in 2020;
/// * `coachings.json` holds three, all done, all of 2020–21: 224, 611 and 858; none has themes or a wish;
/// * `sessions.json`: one webinar of 2020–21, without numbers, and four of 2020, of which two tell 50 people at least and
///   two tell 10 and 15 municipalities; their themes are networks and organising; and cooperation with networks,
///   organising, none, adult education;
/// * `people.json`: five tutors of 2020–21, three of them on the webinar's panel, and none of 2020, so that nobody knows who
///   was at work;
/// * `practices.json`: of five one names a session, which is the webinar of 2020–21; nobody took any up;
/// * `seasons.json`: six publications of 2020–21 (three pages, three articles), five of 2020 (four pages, one article);
/// * `feedback.json` and `actions.json` are empty. Three coachings expect a form each; in 2020 the 10 and 15
///   municipalities do.
const WHOLE: &[(&str, Plain, Plain)] = &[
    ("targets", (Some(22), None), (Some(22), None)),
    ("reached", (Some(3), Some(22)), (Some(0), Some(22))),
    ("new", (Some(3), Some(3)), (Some(0), Some(0))),
    ("returning", (Some(0), Some(3)), (Some(0), Some(0))),
    ("not_yet", (Some(19), Some(22)), (Some(22), Some(22))),
    ("opted_out", (Some(0), None), (Some(0), None)),
    ("senders", (Some(4), None), (Some(4), None)),
    ("tutors", (Some(3), Some(5)), (None, None)),
    ("hours", (None, None), (None, None)),
    ("themes_asked", (Some(0), None), (Some(0), None)),
    ("themes_dealt", (Some(2), None), (Some(4), None)),
    ("wishes", (Some(0), Some(3)), (Some(0), Some(0))),
    ("support", (Some(0), Some(22)), (Some(0), Some(22))),
    ("coached", (Some(3), None), (Some(0), None)),
    ("coachings", (Some(3), None), (Some(0), None)),
    ("held", (Some(1), None), (Some(4), None)),
    ("cancelled", (Some(0), None), (Some(0), None)),
    ("participants", (None, None), (Some(100), None)),
    ("presences", (None, None), (Some(25), None)),
    ("actions", (Some(0), Some(0)), (Some(0), Some(0))),
    ("practices", (Some(1), None), (Some(0), None)),
    ("uptakes", (Some(0), None), (Some(0), None)),
    ("concrete", (Some(0), Some(3)), (Some(0), Some(0))),
    ("webinars", (Some(1), None), (Some(4), None)),
    ("materials", (Some(0), Some(0)), (Some(0), Some(0))),
    ("publications", (Some(6), None), (Some(5), None)),
    ("forms", (Some(0), Some(3)), (Some(0), Some(25))),
    ("forms_tutors", (Some(0), Some(0)), (Some(0), Some(0))),
    ("forms_later", (Some(0), None), (Some(0), None)),
    ("recommendation", (None, None), (None, None)),
    ("recommendation_events", (None, None), (None, None)),
];

/// The groups of 2020–21. Of the 22 targets 13 lie in the subregion of Helsinki (its 17 without the four tutor
/// municipalities), 2 in that of Loviisa (407, 434), 4 in that of Porvoo (018, 504, 616, 638), 3 in that of Raasepori
/// (078, 149, 710). Ten have Finnish alone (018, 186, 224, 245, 505, 543, 611, 616, 858, 927), two have Swedish first
/// (149, 710), ten Finnish and Swedish. Nine are urban (078, 186, 235, 245, 257, 444, 543, 638, 858), six semi-urban
/// (224, 434, 505, 710, 753, 927), seven rural (018, 149, 407, 504, 611, 616, 755).
const GROUPS: &[(&str, &str, &str, Plain)] = &[
    ("reached", "subregion", "Helsinki", (Some(3), Some(13))),
    ("reached", "subregion", "Loviisa", (Some(0), Some(2))),
    ("reached", "subregion", "Porvoo", (Some(0), Some(4))),
    ("reached", "subregion", "Raasepori", (Some(0), Some(3))),
    ("reached", "languages", "fi", (Some(3), Some(10))),
    ("reached", "languages", "fi-sv", (Some(0), Some(10))),
    ("reached", "languages", "sv-fi", (Some(0), Some(2))),
    ("reached", "urban-class", "urban", (Some(1), Some(9))),
    ("reached", "urban-class", "semi-urban", (Some(1), Some(6))),
    ("reached", "urban-class", "rural", (Some(1), Some(7))),
    ("themes_dealt", "theme", "networks", (Some(1), Some(1))),
    ("themes_dealt", "theme", "organising", (Some(1), Some(1))),
    ("coachings", "coaching-status", "done", (Some(3), None)),
    ("held", "session-kind", "webinar", (Some(1), None)),
    ("participants", "session-kind", "webinar", (None, None)),
    ("publications", "publication-kind", "page", (Some(3), None)),
    ("publications", "publication-kind", "article", (Some(3), None)),
];

/// What holds only as far as is known: the lists of both rounds are incomplete.
const KNOWN: &[&str] = &["reached", "new", "returning", "not_yet", "coached", "coachings", "concrete"];

fn written(book: &Book, tongue: Tongue, on: Reported, names: bool) -> Written {
    let texts = Texts::new(tongue);
    Paper::Report { on, names }.write(showing(book, &texts)).expect("a report")
}

fn season_report(book: &Book, tongue: Tongue) -> Written {
    written(book, tongue, Reported::Season(id("2020-21")), false)
}

#[test]
fn the_report_of_2021_is_what_one_counts_by_hand() {
    let book = load(&Source::Example).book;
    let texts = Texts::new(Tongue::Fi);
    let season = book.get::<Season>(&id("2020-21")).expect("the season");
    let report = Report::new(showing(&book, &texts), Period::of_season(season), false);
    let keys: Vec<&str> = report.lines.iter().map(|line| line.figure.key).collect();
    assert_eq!(keys, WHOLE.iter().map(|(key, ..)| *key).collect::<Vec<_>>(), "every figure is counted by hand");
    for (line, (key, now, before)) in report.lines.iter().zip(WHOLE) {
        assert_eq!(plain(&line.now[0].1), *now, "{key}");
        assert_eq!(plain(&line.before(&Group::Whole).expect("2020")), *before, "{key} of 2020");
        assert_eq!(line.now[0].1.as_far_as_known, KNOWN.contains(key), "{key}");
        let then = line.before(&Group::Whole).expect("2020");
        assert_eq!(then.as_far_as_known, KNOWN.contains(key), "{key} of 2020, of which no coaching is written down");
    }
    let participants = report.lines.iter().find(|line| line.figure.key == "participants").expect("the figure");
    assert!(participants.before(&Group::Whole).expect("2020").at_least);
    let groups: Vec<(&str, &str, String, Plain)> = report
        .lines
        .iter()
        .flat_map(|line| line.now.iter().skip(1).map(move |it| (line.figure.key, it)))
        .map(|(key, (group, counted))| {
            let (by, name) = group_key(group);
            (key, by, name, plain(counted))
        })
        .collect();
    let expected: Vec<_> = GROUPS.iter().map(|(key, by, name, it)| (*key, *by, (*name).to_owned(), *it)).collect();
    assert_eq!(groups, expected);
}

/// The rows of all tables of a document, by their first cells.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let tables =
        document.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None });
    let row = |cells: &Vec<kuntatutor::text::Safe>| cells.iter().map(ToString::to_string).collect();
    tables.flat_map(|table| table.rows.iter().map(row)).collect()
}

#[test]
fn the_same_numbers_stand_in_every_language() {
    let book = load(&Source::Example).book;
    for tongue in Tongue::ALL {
        let texts = Texts::new(tongue);
        let season = book.get::<Season>(&id("2020-21")).expect("the season");
        let report = Report::new(showing(&book, &texts), Period::of_season(season), false);
        let document = season_report(&book, tongue).document;
        let rows = rows(&document);
        let whole = Format::Markdown.write(&document, None, TODAY).expect("text");
        assert!(!String::from_utf8_lossy(&whole).contains('{'), "every place of a text is filled in {tongue:?}");
        for (line, (key, now, before)) in report.lines.iter().zip(WHOLE) {
            let name = texts.say(line.figure.name).to_string();
            let row = rows.iter().find(|row| row[0].to_lowercase() == name.to_lowercase());
            let row = row.unwrap_or_else(|| panic!("{key} in {tongue:?}"));
            for (cell, expected) in [(&row[1], now), (&row[3], before)] {
                let number = match expected {
                    (Some(count), Some(of)) => format!("{count}/{of}"),
                    (Some(count), None) => count.to_string(),
                    (None, _) => texts.say("report-unknown").to_string(),
                };
                let words: Vec<&str> = cell.split([' ', ',']).collect();
                assert!(
                    words.contains(&number.as_str()) || *cell == number,
                    "{key} in {tongue:?}: {cell:?}, not {number}"
                );
            }
            let definition = texts.say(line.figure.definition);
            let defined =
                |part: &Part| matches!(part, Part::Facts(facts) if facts.iter().any(|(_, it)| *it == definition));
            assert!(document.parts.iter().any(defined), "{key} is defined in {tongue:?}");
        }
    }
}

#[test]
fn nobody_is_named_unless_names_are_asked_for() {
    let mut book = load(&Source::Example).book;
    let mut coaching = book.get::<Coaching>(&id("cn0y62s2vzp18")).expect("Pornainen").clone();
    coaching.wish = "Ari Tammen vinkit etätukeen".into();
    let mut other = book.get::<Coaching>(&id("cak2vdcs3fc9b")).expect("Tuusula").clone();
    other.wish = "Haluamme kuulla Tammia".into();
    other.outcome = "Etätuki alkoi".into();
    for coaching in [coaching, other] {
        book.apply(&Change { before: None, after: Some(Record::Coaching(coaching)) });
    }
    let quote = |key: &str, comment: &str, may| {
        Record::Feedback(Feedback {
            id: id(key),
            about: Some(Link::new(Kind::Coaching, id("cn0y62s2vzp18"))),
            voice: Some(Voice::Receiving),
            comment: comment.into(),
            may_be_quoted: may,
            ..Feedback::default()
        })
    };
    for record in [
        quote("f1", "Kiitos, Ester Kaljula!", Some(true)),
        quote("f2", "Saimme hyviä ideoita.", Some(true)),
        quote("f3", "Tätä ei saa lainata.", Some(false)),
    ] {
        book.apply(&Change { before: None, after: Some(record) });
    }
    let text = |names| {
        let written = written(&book, Tongue::Fi, Reported::Season(id("2020-21")), names);
        let bytes = Format::Text.write(&written.document, None, TODAY).expect("text");
        String::from_utf8(bytes).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let without = text(false);
    for person in book.all::<Person>() {
        assert!(!without.contains(person.family.as_str()), "{}", person.family);
    }
    assert!(without.contains("Etätuki alkoi") && without.contains("Saimme hyviä ideoita."));
    assert!(!without.contains("Tätä ei saa lainata."));
    assert!(without.contains("Yksi teksti on jätetty pois"), "{without}");
    let with = text(true);
    assert!(with.contains("Nina Rahja") && with.contains("Haluamme kuulla Tammia"));
    assert!(!with.contains("Kaljula!"), "a quote never names anybody");
}

/// A book with records of whatever content, whose ids meet often.
fn records() -> impl Strategy<Value = Vec<Record>> {
    fn some<T: kuntatutor::domain::Table + std::fmt::Debug + 'static>(
        record: fn(T) -> Record,
        most: usize,
    ) -> impl Strategy<Value = Vec<Record>> {
        vec(values::record::<T>(), 0..most).prop_map(move |all| all.into_iter().map(record).collect())
    }
    let course = (
        some::<Season>(Record::Season, 4),
        some::<Coaching>(Record::Coaching, 8),
        some::<Session>(Record::Session, 8),
        some::<Feedback>(Record::Feedback, 8),
        some::<Municipality>(Record::Municipality, 5),
    );
    let around = (
        some::<Person>(Record::Person, 3),
        some::<Action>(Record::Action, 5),
        some::<Practice>(Record::Practice, 4),
        some::<Note>(Record::Note, 2),
        some::<Theme>(Record::Theme, 2),
    );
    (course, around).prop_map(|((a, b, c, d, e), (f, g, h, i, j))| {
        let mut seen = std::collections::HashSet::new();
        let all = [a, b, c, d, e, f, g, h, i, j].into_iter().flatten();
        all.filter(|record| seen.insert(record.as_ref().link())).collect()
    })
}

fn put(records: impl Iterator<Item = Record>) -> Book {
    let mut book = Book::default();
    for record in records {
        book.apply(&Change { before: None, after: Some(record) });
    }
    // The questionnaires are the shipped ones.
    let info = load(&Source::Example).book.info().expect("a book").clone();
    book.apply(&Change { before: None, after: Some(Record::Book(info)) });
    book
}

/// So many cases, and more where `PROPTEST_CASES` is over its usual 256.
fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { failure_persistence: None, cases: (cases * usual.cases / 256).max(1), ..usual }
}

proptest! {
    #![proptest_config(cases(24))]

    /// Whatever the data, there is a report of each season and of any days, in any language and form, and the order the
    /// records came in makes no difference.
    #[test]
    fn any_book_is_reported_on_in_whatever_order(
        records in records(), tongue in 0..3_usize, names: bool, days in (1..3000_i16, 1..3000_i16)
    ) {
        let tongue = Tongue::ALL[tongue];
        let (book, turned) = (put(records.iter().cloned()), put(records.iter().rev().cloned()));
        let (from, to) = (date(days.0, 3, 1), date(days.1, 10, 31));
        let seasons: Vec<Id> = book.all::<Season>().map(|season| season.id.clone()).collect();
        let days = [(from, to), (Date::MIN, Date::MAX), (Date::MAX, Date::MAX)].map(|(from, to)| Reported::Days(from, to));
        for on in seasons.into_iter().map(Reported::Season).chain(days) {
            let one = written(&book, tongue, on.clone(), names);
            prop_assert_eq!(&one, &written(&turned, tongue, on, names));
            for format in Format::ALL {
                prop_assert!(format.write(&one.document, one.sheet.as_ref(), TODAY).is_ok());
            }
        }
        let texts = Texts::new(tongue);
        for (kind, record) in records.iter().map(|record| (record.as_ref().kind(), record)) {
            let sheet = Paper::Handover(record.as_ref().link()).write(showing(&book, &texts));
            prop_assert_eq!(sheet.is_some(), matches!(kind, Kind::Person | Kind::Municipality));
        }
    }

    /// What the report counts is what the screens count.
    #[test]
    fn the_report_and_the_screens_agree(records in records()) {
        let book = put(records.into_iter());
        for season in book.all::<Season>() {
            let scope = Scope::new(&book, Period::of_season(season));
            let mut reach = reach(&book, season);
            for list in [&mut reach.targets, &mut reach.reached] {
                list.sort();
                list.dedup();
            }
            prop_assert_eq!(&scope.targets, &reach.targets);
            prop_assert_eq!(&scope.reached, &reach.reached);
            let (all, returned) = (answers_in(&book, season), scope.returned());
            prop_assert_eq!(all.given, returned.receiving.given + returned.tutors.given);
            prop_assert_eq!(all.expected, returned.receiving.expected.saturating_add(returned.tutors.expected));
            let ids = |forms: &[&Feedback]| forms.iter().map(|form| form.id.clone()).collect::<Vec<_>>();
            prop_assert_eq!(ids(&scope.forms), ids(&forms(&book, &About::Season(season.id.clone()))));
        }
    }
}
