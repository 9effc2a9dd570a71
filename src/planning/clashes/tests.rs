//! Each rule on a case of its own, and the laws of all of them together.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, date};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::book::Change;
use crate::book::show::Showing;
use crate::domain::{
    Absence, BookInfo, Choice as _, ClashLevel, CoachingStatus, Consent, Id, Ids, Mode, Municipality, Person,
    ProgrammeItem, Record, RecordRef, Role, RoleInSeason, Round, SessionStatus, Speaker, Travel, Who, Words,
};
use crate::text::{Texts, Tongue};

const HELSINKI: &str = "091";
const PORVOO: &str = "638";
const KARKKILA: &str = "224";

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn ids(words: &[&str]) -> Ids {
    words.iter().map(|word| id(word)).collect()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

fn municipality(code: &str, name: &str, subregion: &str) -> Record {
    let words = |text: &str| Words::new(text.into(), "".into(), "".into());
    let (name, subregion) = (words(name), words(subregion));
    Record::Municipality(Municipality { id: id(code), name, subregion, ..Municipality::default() })
}

fn tutor(key: &str, family: &str, home: &str) -> Person {
    let role = RoleInSeason {
        season: Some(id("2026")),
        role: Some(Role::Tutor),
        municipality: Some(id(home)),
        ceiling: Some(2),
        ..RoleInSeason::default()
    };
    Person { id: id(key), family: family.into(), roles: [role].into_iter().collect(), ..Person::default() }
}

/// A season with an autumn round, three municipalities and two tutors.
fn book() -> Book {
    let mut book = Book::default();
    let travel = Travel { here: "Helsinki".into(), there: "Porvoo".into(), minutes: Some(45), ..Travel::default() };
    put(
        &mut book,
        Record::Book(BookInfo {
            id: id("book"),
            zone: "Europe/Helsinki".into(),
            travel: [travel].into_iter().collect(),
            ..BookInfo::default()
        }),
    );
    for (code, name, subregion) in
        [(HELSINKI, "Helsinki", "Helsinki"), (PORVOO, "Porvoo", "Porvoo"), (KARKKILA, "Karkkila", "Helsinki")]
    {
        put(&mut book, municipality(code, name, subregion));
    }
    put(&mut book, Record::Person(tutor("p1", "Tammela", HELSINKI)));
    put(&mut book, Record::Person(tutor("p2", "Malli", PORVOO)));
    let round = Round {
        id: Id::parse("syksy").unwrap(),
        name: "syksy".into(),
        starts: Some(date(2026, 9, 1)),
        ends: Some(date(2026, 11, 30)),
        places: Some(1),
        ..Round::default()
    };
    put(
        &mut book,
        Record::Season(Season {
            id: id("2026"),
            name: "2026".into(),
            starts: Some(date(2026, 1, 1)),
            ends: Some(date(2026, 12, 31)),
            rounds: [round].into_iter().collect(),
            ..Season::default()
        }),
    );
    book
}

/// A meeting on Tuesday 24 November 2026 at nine, for two hours, over a link.
fn meeting(key: &str) -> Session {
    Session {
        id: id(key),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2026")),
        status: Some(SessionStatus::Planned),
        date: Some(date(2026, 11, 24)),
        time: Some(Time::constant(9, 0, 0, 0)),
        length: Some(120),
        mode: Some(Mode::Remote),
        link: "teams.fi/x".into(),
        tutors: ids(&["p1"]),
        ..Session::default()
    }
}

fn at(session: Session, hour: i8) -> Session {
    Session { time: Some(Time::constant(hour, 0, 0, 0)), ..session }
}

fn rules(clashes: &[Clash]) -> Vec<Rule> {
    clashes.iter().map(|clash| clash.rule).collect()
}

/// Checks which rules a session breaks beside another one in the book.
fn check(book: &mut Book, other: Session, session: &Session, expected: &[Rule]) {
    put(book, Record::Session(other));
    assert_eq!(rules(&of_session(book, session)), expected, "{session:?}");
}

#[test]
fn nothing_stands_against_a_meeting_that_is_well_planned() {
    check(&mut book(), at(meeting("s1"), 11), &meeting("s2"), &[]);
}

#[test]
fn nobody_is_in_two_places_at_one_time() {
    let speaker = |consent| {
        let speaker = Speaker { who: Who::Person(id("p1")), consent, ..Speaker::default() };
        let item = ProgrammeItem { speakers: [speaker].into_iter().collect(), ..ProgrammeItem::default() };
        Session { programme: [item].into_iter().collect(), tutors: Ids::new(), ..meeting("s1") }
    };
    let contact = |key| Session { tutors: Ids::new(), contacts: ids(&["p1"]), ..meeting(key) };
    let kind = |kind, session| Session { kind: Some(kind), ..session };
    for (other, session, expected) in [
        (meeting("s1"), at(meeting("s2"), 10), vec![Rule::TutorTwice]),
        (speaker(Some(Consent::Asked)), meeting("s2"), vec![Rule::SpeakerTwice]),
        (speaker(Some(Consent::Declined)), meeting("s2"), vec![]),
        (contact("s1"), contact("s2"), vec![Rule::ContactTwice]),
        (contact("s1"), meeting("s2"), vec![Rule::SpeakerTwice]),
        // All contacts of the region may stand in a webinar.
        (kind(SessionKind::Webinar, contact("s1")), contact("s2"), vec![]),
        (Session { status: Some(SessionStatus::Cancelled), ..meeting("s1") }, meeting("s2"), vec![]),
        (Session { time: None, ..meeting("s1") }, meeting("s2"), vec![Rule::SameDay]),
    ] {
        check(&mut book(), other, &session, &expected);
    }
}

#[test]
fn two_parts_in_one_session_are_no_clash() {
    let session = Session { technical_hosts: ids(&["p1"]), contacts: ids(&["p1"]), ..meeting("s1") };
    assert_eq!(of_session(&book(), &session), []);
}

#[test]
fn a_session_without_people_of_its_own_has_those_of_its_coaching() {
    let mut book = book();
    let coaching = Coaching { id: id("c1"), season: Some(id("2026")), tutors: ids(&["p1"]), ..Coaching::default() };
    put(&mut book, Record::Coaching(coaching));
    let other = Session { tutors: Ids::new(), coachings: ids(&["c1"]), ..meeting("s1") };
    check(&mut book, other.clone(), &meeting("s2"), &[Rule::TutorTwice]);
    check(&mut book, meeting("s2"), &other, &[Rule::TutorTwice]);
}

#[test]
fn tutors_need_time_on_the_way_and_none_for_what_is_remote() {
    let on_site = |key: &str, place: &str, municipality: &str, hour: i8| Session {
        mode: Some(Mode::OnSite),
        place: place.into(),
        municipalities: ids(&[municipality]),
        tutors: ids(&["p1"]),
        ..at(meeting(key), hour)
    };
    let from_home = Session { mode: Some(Mode::Remote), ..on_site("s2", "", PORVOO, 11) };
    for (session, expected) in [
        (on_site("s2", "kirjasto", PORVOO, 11), vec![Rule::Travel]),
        (on_site("s2", "kirjasto", PORVOO, 12), vec![]),
        (on_site("s2", "Kunnantalo ", PORVOO, 11), vec![]),
        (from_home, vec![]),
    ] {
        check(&mut book(), on_site("s1", "kunnantalo", KARKKILA, 9), &session, &expected);
    }
    let mut book = book();
    put(&mut book, Record::Session(on_site("s1", "kunnantalo", KARKKILA, 9)));
    let clash = of_session(&book, &on_site("s2", "kirjasto", PORVOO, 11)).remove(0);
    assert_eq!((clash.facts.much, clash.facts.most), (Some(45), Some(0)));
}

#[test]
fn a_municipality_meets_its_tutors_once_a_day_and_a_webinar_counts_for_nothing() {
    let of = |key: &str, hour| Session { municipalities: ids(&[KARKKILA]), ..at(meeting(key), hour) };
    let webinar = Session { kind: Some(SessionKind::Webinar), ..of("s1", 13) };
    check(&mut book(), of("s1", 13), &of("s2", 9), &[Rule::MunicipalityTwice]);
    check(&mut book(), webinar.clone(), &of("s2", 9), &[]);
    check(&mut book(), of("s2", 9), &webinar, &[]);
}

#[test]
fn who_is_away_or_gone_cannot_go_and_nobody_goes_home() {
    let mut book = book();
    let row = Absence {
        from: Some(date(2026, 11, 23)),
        until: Some(date(2026, 11, 27)),
        why: "loma".into(),
        ..Absence::default()
    };
    let away = Person { unavailable: ecow::EcoVec::from([row]).into(), ..tutor("p1", "Tammela", HELSINKI) };
    put(&mut book, Record::Person(away));
    put(&mut book, Record::Person(Person { left_on: Some(date(2026, 11, 1)), ..tutor("p2", "Malli", PORVOO) }));
    let session = |tutors: &[&str], municipality: &str| Session {
        tutors: ids(tutors),
        municipalities: ids(&[municipality]),
        ..meeting("s1")
    };
    let found = |session: &Session| rules(&of_session(&book, session));
    assert_eq!(found(&session(&["p1"], KARKKILA)), [Rule::Away]);
    assert_eq!(found(&session(&["p2"], KARKKILA)), [Rule::Left]);
    assert_eq!(found(&session(&["p2"], PORVOO)), [Rule::Left, Rule::OwnMunicipality]);
    let office = Session { tutor_municipalities: ids(&[PORVOO]), ..session(&[], PORVOO) };
    assert_eq!(found(&office), [Rule::OwnMunicipality]);
    let webinar = Session { kind: Some(SessionKind::Webinar), ..office };
    assert_eq!(found(&webinar), []);
    assert_eq!(found(&session(&["p9"], "999")), [Rule::Removed, Rule::Removed]);
}

#[test]
fn the_day_and_the_time_are_ones_that_there_are() {
    let on = |year, month, day| Session { date: Some(date(year, month, day)), ..meeting("s1") };
    let clock = |month, day, hour| at(on(2026, month, day), hour);
    let course = Session { last_day: Some(date(2026, 11, 28)), ..meeting("s1") };
    for (session, expected) in [
        (on(2026, 11, 29), vec![Rule::FreeDay]),
        (on(2026, 4, 3), vec![Rule::FreeDay]),
        (on(2026, 11, 28), vec![Rule::Saturday]),
        (on(2027, 1, 7), vec![Rule::Season]),
        (course, vec![Rule::Saturday]),
        (Session { last_day: Some(date(2026, 11, 23)), ..meeting("s1") }, vec![Rule::EndsBefore]),
        (clock(3, 29, 3), vec![Rule::HourSkipped, Rule::FreeDay]),
        (clock(10, 25, 3), vec![Rule::FreeDay, Rule::HourRepeated]),
        (at(meeting("s1"), 23), vec![Rule::Midnight]),
        (at(meeting("s1"), 22), vec![]),
        (Session { date: None, ..meeting("s1") }, vec![]),
    ] {
        assert_eq!(rules(&of_session(&book(), &session)), expected, "{session:?}");
    }
}

#[test]
fn of_an_unknown_zone_nobody_knows_when_its_clocks_change() {
    for zone in ["", "Europe/Nowhere", "../etc/passwd"] {
        let mut book = book();
        let info = BookInfo { zone: zone.into(), ..book.info().unwrap().clone() };
        put(&mut book, Record::Book(info));
        let session = Session { date: Some(date(2026, 3, 29)), ..at(meeting("s1"), 3) };
        assert_eq!(rules(&of_session(&book, &session)), [Rule::FreeDay], "{zone}");
    }
}

#[test]
fn what_is_needed_there_is_there_and_the_programme_fits() {
    let item = ProgrammeItem { minutes: Some(121), ..ProgrammeItem::default() };
    for (session, expected) in [
        (Session { programme: [item].into_iter().collect(), ..meeting("s1") }, vec![Rule::Programme]),
        (Session { mode: Some(Mode::OnSite), ..meeting("s1") }, vec![Rule::NoPlace]),
        (Session { link: " ".into(), ..meeting("s1") }, vec![Rule::NoLink]),
        (Session { link: "".into(), mode: Some(Mode::Hybrid), ..meeting("s1") }, vec![Rule::NoPlace, Rule::NoLink]),
        (Session { link: "".into(), mode: None, ..meeting("s1") }, vec![]),
        (Session { link: "".into(), status: Some(SessionStatus::Held), ..meeting("s1") }, vec![]),
    ] {
        assert_eq!(rules(&of_session(&book(), &session)), expected, "{session:?}");
    }
}

fn coaching(key: &str, day: i8) -> Coaching {
    Coaching {
        id: id(key),
        municipality: Some(id(KARKKILA)),
        season: Some(id("2026")),
        status: Some(CoachingStatus::Planning),
        asked_on: Some(date(2026, 8, day)),
        tutors: ids(&["p1"]),
        ..Coaching::default()
    }
}

#[test]
fn of_too_many_coachings_the_last_ones_are_too_many() {
    let mut book = book();
    for (key, day) in [("c1", 3), ("c2", 1), ("c3", 2)] {
        put(&mut book, Record::Coaching(coaching(key, day)));
    }
    let found = |coaching: &Coaching| rules(&of_coaching(&book, coaching));
    assert_eq!(found(&coaching("c1", 3)), [Rule::Ceiling]);
    assert_eq!((found(&coaching("c2", 1)), found(&coaching("c3", 2))), (vec![], vec![]));
    let draft = Coaching { id: Id::default(), ..coaching("c9", 1) };
    assert_eq!(found(&draft), [Rule::Ceiling], "one that is only being written comes last");
    assert_eq!(of_coaching(&book, &draft)[0].facts.much, Some(4));
    let declined = Coaching { status: Some(CoachingStatus::Declined), ..coaching("c1", 3) };
    assert_eq!(found(&declined), []);
}

#[test]
fn a_round_has_its_places_and_its_weeks() {
    use CoachingStatus::{Requested, Waiting};
    let mut book = book();
    let in_round = |key: &str, day, status| Coaching {
        round: "syksy".into(),
        tutors: Ids::new(),
        status: Some(status),
        ..coaching(key, day)
    };
    put(&mut book, Record::Coaching(in_round("c1", 1, Requested)));
    put(&mut book, Record::Coaching(in_round("c2", 2, Waiting)));
    let found = |coaching: &Coaching| rules(&of_coaching(&book, coaching));
    assert_eq!(found(&in_round("c1", 1, Requested)), []);
    assert_eq!(found(&in_round("c2", 2, Requested)), [Rule::RoundFull]);
    assert_eq!(found(&in_round("c2", 2, Waiting)), [], "that is what the queue is for");
    let week = |monday| Coaching { planned_week: Some(monday), ..in_round("c1", 1, Requested) };
    assert_eq!(found(&week(date(2026, 8, 31))), [], "the round begins within that week");
    assert_eq!(found(&week(date(2026, 12, 7))), [Rule::Round]);
    assert_eq!(found(&week(date(2027, 1, 4))), [Rule::Season, Rule::Round]);
    let session = Session { coachings: ids(&["c1"]), date: Some(date(2026, 12, 8)), ..meeting("s1") };
    assert_eq!(rules(&of_session(&book, &session)), [Rule::Round]);
}

#[test]
fn the_book_says_how_much_a_rule_matters() {
    let level = |rule: &str, level| {
        let mut book = book();
        let row = ClashLevel { rule: Rule::from_key(rule), level: Some(level), ..ClashLevel::default() };
        let info = BookInfo { clash_levels: [row].into_iter().collect(), ..book.info().unwrap().clone() };
        put(&mut book, Record::Book(info));
        put(&mut book, Record::Session(meeting("s1")));
        of_session(&book, &meeting("s2"))
    };
    assert_eq!(level("tutor-twice", Level::Off), []);
    assert!(!level("tutor-twice", Level::Note)[0].is_warning());
    assert!(level("no-such-rule", Level::Off)[0].is_warning());
}

/// The clash as it is told in these words.
fn told(tongue: Tongue, book: &Book, clash: &Clash) -> String {
    let texts = Texts::new(tongue);
    let showing = Showing { book, texts: &texts, today: date(2026, 11, 22), season: None };
    clash.sentence(showing).to_string()
}

#[test]
fn a_sentence_names_both_sides_and_what_would_mend_it() {
    let mut book = book();
    let titled = |key, title: &str| Session { title: Words::new(title.into(), "".into(), "".into()), ..meeting(key) };
    put(&mut book, Record::Session(titled("s1", "Aloitus")));
    put(&mut book, Record::Session(at(titled("s2", "Kertaus"), 10)));
    let clashes = all(&book, book.get::<Season>(&id("2026")).unwrap());
    let told = |tongue| clashes.iter().map(|clash| self::told(tongue, &book, clash)).collect::<Vec<_>>();
    assert_eq!(
        told(Tongue::Fi),
        [
            "Aloitus ti 24.11.: Tammela on jo klo 10.00–12.00 tilaisuudessa ”Kertaus”. Siirrä toinen tai valitse toinen tutor."
        ]
    );
    assert_eq!(
        told(Tongue::En),
        [
            "Aloitus Tue 24.11.: Tammela is already at “Kertaus” at 10:00–12:00. Move one of the two or choose another tutor."
        ]
    );
    // What is only being written is not named.
    let draft = Session { id: Id::default(), ..meeting("s9") };
    assert!(
        self::told(Tongue::Sv, &book, &of_session(&book, &draft)[0]).starts_with("Tammela är redan kl. 9.00–11.00")
    );
}

#[test]
fn no_sentence_leaves_a_place_open() {
    let mut book = book();
    put(&mut book, Record::Session(meeting("s1")));
    for tongue in Tongue::ALL {
        let texts = Texts::new(tongue);
        let showing = Showing { book: &book, texts: &texts, today: date(2026, 11, 22), season: None };
        for row in TABLE {
            let clash = Clash {
                rule: row.rule,
                level: row.level,
                session: Link::new(Kind::Session, id("s1")),
                party: Some(Link::new(Kind::Person, id("p1"))),
                other: Some(Link::new(Kind::Session, id("s1"))),
                facts: Facts {
                    from: Some(date(2026, 11, 1)),
                    until: Some(date(2026, 11, 9)),
                    day: Some(date(2026, 11, 29)),
                    times: Some((date(2026, 11, 1).at(1, 0, 0, 0), date(2026, 11, 1).at(2, 0, 0, 0))),
                    much: Some(3),
                    most: Some(2),
                    words: "loma".into(),
                    holiday: None,
                },
            };
            let told = clash.sentence(showing);
            assert!(!told.as_str().contains(['$', '{']) && !told.as_str().starts_with("clash"), "{told}");
        }
    }
}

/// Some day, of few so that sessions meet, and now and then one at the end of time.
fn some_day() -> impl Strategy<Value = Date> {
    prop_oneof![
        12 => (0_i64..4).prop_map(|days| date(2026, 11, 26).checked_add(jiff::Span::new().days(days)).unwrap()),
        1 => select(vec![Date::MIN, Date::MAX, date(2026, 3, 29), date(2026, 10, 25)]),
    ]
}

fn some_ids(words: &'static [&'static str]) -> impl Strategy<Value = Ids> {
    subsequence(words, 0..=words.len().min(2)).prop_map(|words| ids(&words))
}

fn some_session(number: usize) -> impl Strategy<Value = Session> {
    let kinds = select(<SessionKind as crate::domain::Choice>::ALL);
    let status = select(vec![SessionStatus::Planned, SessionStatus::Confirmed, SessionStatus::Held]);
    let when = (
        option::weighted(0.9, some_day()),
        option::weighted(0.8, (0_i8..24, 0_i8..60).prop_map(|(hour, minute)| Time::constant(hour, minute, 0, 0))),
        option::of(select(vec![0, 45, 120, 600, 3_000, u32::MAX])),
        option::weighted(0.2, some_day()),
    );
    let who = (
        some_ids(&["p1", "p2", "p9"]),
        some_ids(&["p1", "p2", "p3"]),
        some_ids(&["p1", "p3"]),
        some_ids(&[HELSINKI, PORVOO, KARKKILA, "999"]),
        some_ids(&["c1", "c2", "c9"]),
    );
    let mode = option::of(select(vec![Mode::Remote, Mode::OnSite, Mode::Hybrid]));
    (option::weighted(0.9, kinds), status, when, who, mode).prop_map(
        move |(
            kind,
            status,
            (date, time, length, last_day),
            (tutors, contacts, technical_hosts, municipalities, coachings),
            mode,
        )| Session {
            id: id(&format!("s{number}")),
            kind,
            season: Some(id("2026")),
            status: Some(status),
            date,
            time,
            length,
            last_day,
            mode,
            tutors,
            contacts,
            technical_hosts,
            municipalities,
            coachings,
            ..Session::default()
        },
    )
}

fn some_sessions() -> impl Strategy<Value = Vec<Session>> {
    (1_usize..8).prop_flat_map(|count| (0..count).map(some_session).collect::<Vec<_>>())
}

fn filled(sessions: &[Session]) -> Book {
    let mut book = book();
    let coachings = [("c1", &["p1"][..]), ("c2", &["p2", "p3"])];
    for (key, tutors) in coachings {
        put(&mut book, Record::Coaching(Coaching { tutors: ids(tutors), round: "syksy".into(), ..coaching(key, 1) }));
    }
    for session in sessions {
        put(&mut book, Record::Session(session.clone()));
    }
    book
}

/// A clash told from neither side: its rule, whom it is about, and the two sessions in some order.
fn unsided(clash: &Clash) -> (Rule, Option<Link>, BTreeSet<Link>) {
    let sessions = clash.other.iter().filter(|other| other.kind == Kind::Session);
    (clash.rule, clash.party.clone(), [clash.session.clone()].iter().chain(sessions).cloned().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_sides_see_the_same_clash(sessions in some_sessions()) {
        let book = filled(&sessions);
        for session in &sessions {
            for clash in of_session(&book, session) {
                let Some(other) = clash.other.as_ref().filter(|other| other.kind == Kind::Session) else { continue };
                let theirs = of_session(&book, book.get::<Session>(&other.id).unwrap());
                prop_assert!(theirs.iter().any(|their| unsided(their) == unsided(&clash)), "{clash:?}");
            }
        }
    }

    #[test]
    fn a_season_has_the_clashes_of_its_sessions_and_coachings_each_once(sessions in some_sessions()) {
        let book = filled(&sessions);
        let found = all(&book, book.get::<Season>(&id("2026")).unwrap());
        let whole: BTreeSet<_> = found.iter().map(unsided).collect();
        let mut each: BTreeSet<_> = sessions.iter().flat_map(|session| of_session(&book, session)).map(|it| unsided(&it)).collect();
        each.extend(book.all::<Coaching>().flat_map(|coaching| of_coaching(&book, coaching)).map(|it| unsided(&it)));
        prop_assert_eq!(&whole, &each);
        prop_assert!(found.is_sorted_by_key(|clash| std::cmp::Reverse(clash.level)));
        let pairs = found.iter().filter(|clash| clash.other.as_ref().is_some_and(|other| other.kind == Kind::Session));
        prop_assert_eq!(pairs.clone().map(unsided).collect::<BTreeSet<_>>().len(), pairs.count());
    }

    #[test]
    fn the_warnings_of_some_days_are_those_of_their_sessions(
        sessions in some_sessions(), first in some_day(), length in 0_i64..20,
    ) {
        let book = filled(&sessions);
        let last = first.checked_add(jiff::Span::new().days(length)).unwrap_or(Date::MAX);
        let found = warnings(&book, first, last);
        for session in sessions.iter().filter(|session| session.date.is_some_and(|day| first <= day && day <= last)) {
            let worst = of_session(&book, session).into_iter().find(Clash::is_warning).map(|clash| clash.rule);
            prop_assert_eq!(found.get(&session.id).map(|clash| clash.rule), worst);
        }
    }

    #[test]
    fn a_rule_that_is_off_says_nothing_and_the_others_stay(sessions in some_sessions(), off in select(TABLE)) {
        let mut book = filled(&sessions);
        let season = book.get::<Season>(&id("2026")).unwrap().clone();
        let mut expected = all(&book, &season);
        expected.retain(|clash| clash.rule != off.rule);
        let row = ClashLevel { rule: Some(off.rule), level: Some(Level::Off), ..ClashLevel::default() };
        let info = BookInfo { clash_levels: [row].into_iter().collect(), ..book.info().unwrap().clone() };
        put(&mut book, Record::Book(info));
        prop_assert_eq!(all(&book, &season), expected);
    }

    #[test]
    fn a_webinar_sets_off_no_rule_made_for_coachings(sessions in some_sessions()) {
        let book = filled(&sessions);
        let is_webinar = |link: &Link| book.get::<Session>(&link.id).is_some_and(|it| it.kind == Some(SessionKind::Webinar));
        for clash in all(&book, book.get::<Season>(&id("2026")).unwrap()) {
            let made_for_coachings = matches!(clash.rule, Rule::ContactTwice | Rule::OwnMunicipality | Rule::MunicipalityTwice | Rule::Round);
            let webinar = [Some(&clash.session), clash.other.as_ref()].into_iter().flatten().any(is_webinar);
            prop_assert!(!(made_for_coachings && webinar), "{clash:?}");
        }
    }

    #[test]
    fn every_clash_can_be_told(sessions in some_sessions(), tongue in select(&Tongue::ALL[..])) {
        let book = filled(&sessions);
        for clash in all(&book, book.get::<Season>(&id("2026")).unwrap()) {
            let told = told(tongue, &book, &clash);
            prop_assert!(!told.contains(['{', '$']) && told.len() > 20, "{told}");
        }
    }
}

#[test]
fn a_tutor_in_hundreds_of_sessions_at_once_is_told_no_more_often_than_one_reads() {
    let mut book = book();
    for number in 0..300 {
        put(&mut book, Record::Session(meeting(&format!("s{number}"))));
    }
    let season = book.get::<Season>(&id("2026")).unwrap();
    assert_eq!(all(&book, season).len(), MOST);
    assert_eq!(of_session(&book, &meeting("s0")).len(), 299);
}

#[test]
fn the_days_of_a_season_decide_where_a_session_without_one_belongs() {
    let mut book = book();
    put(&mut book, Record::Session(Session { season: None, ..meeting("s1") }));
    put(&mut book, Record::Session(Session { season: None, ..meeting("s2") }));
    let season = book.get::<Season>(&id("2026")).unwrap();
    assert_eq!(rules(&all(&book, season)), [Rule::TutorTwice]);
    let past =
        Season { id: id("2020"), starts: Some(date(2020, 1, 1)), ends: Some(date(2020, 12, 31)), ..Season::default() };
    assert_eq!(all(&book, &past), []);
}
