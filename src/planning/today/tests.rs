//! What counts as a concern, whose it is, and in which order it is told.

use super::*;
use crate::book::Change;
use crate::domain::{
    Action, Answer, ChecklistItem, Coaching, CoachingStatus, Feedback, Ids, Material, Mode, Record, Role, RoleInSeason,
    Round, Season, Session, SessionKind, SessionStatus, Voice,
};
use crate::store::{Source, load};
use crate::text::{Texts, Tongue};
use ecow::EcoVec;
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 22);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn ids(words: &[&str]) -> Ids {
    words.iter().map(|word| id(word)).collect()
}

/// The shipped book with a season around the day.
struct Desk {
    book: Book,
    texts: Texts,
}

impl Desk {
    fn with(records: Vec<Record>) -> Self {
        let mut desk = Self { book: load(&Source::Example).book, texts: Texts::new(Tongue::Fi) };
        let round = |row: &str, places| Round { id: id(row), places: Some(places), ..Round::default() };
        desk.put(Record::Season(Season {
            id: id("2026"),
            name: "2026".into(),
            starts: Some(date(2026, 1, 1)),
            ends: Some(date(2026, 12, 31)),
            rounds: EcoVec::from([round("full", 0), round("free", 2)]),
            ..Season::default()
        }));
        for key in ["p1", "p2", "me"] {
            desk.put(Record::Person(Person { id: id(key), family: key.into(), ..Person::default() }));
        }
        for record in records {
            desk.put(record);
        }
        desk
    }

    fn put(&mut self, record: Record) {
        let before = self.book.record(&record.as_ref().link()).map(RecordRef::to_owned);
        self.book.apply(&Change { before, after: Some(record) });
    }

    fn showing(&self) -> Showing<'_> {
        let season = self.book.get::<Season>(&id("2026"));
        Showing { book: &self.book, texts: &self.texts, today: TODAY, season }
    }

    /// What needs a hand, without the municipalities nobody has reached: every book has those.
    fn all(&self, mine: Option<&str>) -> Vec<Concern> {
        let me = mine.map(id);
        let all = concerns(self.showing(), me.as_ref());
        all.into_iter().filter(|concern| concern.group != Group::Never).collect()
    }

    #[track_caller]
    fn the_one(&self) -> Concern {
        let all = self.all(None);
        let [one] = all.as_slice() else { panic!("{all:?}") };
        one.clone()
    }
}

/// A meeting that lacks nothing.
fn meeting(key: &str, day: Option<Date>) -> Session {
    Session {
        id: id(key),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2026")),
        status: Some(SessionStatus::Planned),
        date: day,
        time: Some(jiff::civil::time(9, 0, 0, 0)),
        mode: Some(Mode::OnSite),
        place: "kunnantalo".into(),
        tutors: ids(&["p1"]),
        programme: [crate::domain::ProgrammeItem::default()].into_iter().collect(),
        ..Session::default()
    }
}

fn held(key: &str, day: Date) -> Session {
    let hours = crate::domain::Hours { tutor: Some(id("p1")), ..crate::domain::Hours::default() };
    Session {
        status: Some(SessionStatus::Held),
        present_people: Some(4),
        municipalities: ids(&["018"]),
        hours: [hours].into_iter().collect(),
        ..meeting(key, Some(day))
    }
}

fn coaching(key: &str, status: CoachingStatus) -> Coaching {
    Coaching {
        id: id(key),
        municipality: Some(id("018")),
        season: Some(id("2026")),
        status: Some(status),
        asked_on: Some(date(2026, 11, 10)),
        ..Coaching::default()
    }
}

fn form(key: &str, answer: (&str, &str)) -> Feedback {
    let answer = Answer { id: id("r1"), question: answer.0.into(), answer: answer.1.into(), ..Answer::default() };
    Feedback {
        id: id(key),
        about: Some(Link::new(Kind::Session, id("s1"))),
        voice: Some(Voice::Receiving),
        questionnaire: "coaching".into(),
        version: Some(1),
        municipality: Some(id("018")),
        given_on: Some(date(2026, 11, 20)),
        answers: EcoVec::from([answer]),
        ..Feedback::default()
    }
}

fn action(key: &str, due: Date, owner: Who) -> Record {
    Record::Action(Action { id: id(key), what: key.into(), owner, due: Some(due), ..Action::default() })
}

#[test]
fn a_session_of_the_next_two_weeks_that_lacks_something_comes_up() {
    let lacking = |day| Session { place: "".into(), ..meeting("s1", day) };
    for (session, expected) in [
        (lacking(Some(date(2026, 12, 4))), true),
        (lacking(Some(date(2026, 12, 6))), true),
        (lacking(Some(date(2026, 12, 7))), false),
        (lacking(None), true),
        (meeting("s1", Some(date(2026, 12, 4))), false),
        (meeting("s1", Some(date(2026, 11, 23))), true),
        (Session { status: Some(SessionStatus::Cancelled), ..lacking(Some(date(2026, 12, 4))) }, false),
        (Session { last_day: Some(TODAY), ..lacking(Some(date(2026, 11, 21))) }, true),
        (Session { season: Some(id("2020-21")), ..lacking(None) }, false),
    ] {
        let desk = Desk::with(vec![Record::Session(session.clone())]);
        let found = desk.all(None).iter().any(|concern| concern.group == Group::Now);
        assert_eq!(found, expected, "{:?} {:?}", session.date, session.status);
    }
}

#[test]
fn who_waits_is_told_with_what_would_help() {
    let in_round = |round: &str| Coaching { round: round.into(), ..coaching("c1", CoachingStatus::Waiting) };
    for (coaching, expected) in [
        (coaching("c1", CoachingStatus::Requested), Some((Why::Asked(Some(12)), Cure::Who))),
        (coaching("c1", CoachingStatus::Offered), Some((Why::Offered(Some(12)), Cure::Write))),
        (in_round("free"), Some((Why::Room, Cure::Status))),
        (in_round("full"), None),
        (coaching("c1", CoachingStatus::Waiting), None),
        (coaching("c1", CoachingStatus::Declined), None),
        (Coaching { season: Some(id("2020-21")), ..coaching("c1", CoachingStatus::Requested) }, None),
    ] {
        let desk = Desk::with(vec![Record::Coaching(coaching)]);
        let found = desk.all(None).first().map(|concern| (concern.why.clone(), concern.cure));
        assert_eq!(found, expected);
    }
}

#[test]
fn a_session_leaves_behind_what_nobody_has_said() {
    let day = date(2026, 11, 18);
    let unmarked = Desk::with(vec![Record::Session(meeting("s1", Some(day)))]);
    assert_eq!((unmarked.the_one().why, unmarked.the_one().cure), (Why::NotMarked, Cure::Status));
    let uncounted = Desk::with(vec![Record::Session(Session { present_people: None, ..held("s1", day) })]);
    assert_eq!(uncounted.the_one().why, Why::Held(vec![Gap::NoAttendance, Gap::NoFeedback]));
    assert!(matches!(uncounted.the_one().cure, Cure::Fill(_)));
    let silent = Desk::with(vec![Record::Session(held("s1", day))]);
    assert_eq!(silent.the_one().cure, Cure::Feedback);
    let told = Desk::with(vec![Record::Session(held("s1", day)), Record::Feedback(form("f1", ("goals", "4")))]);
    assert_eq!(told.all(None), [], "somebody said how it was");
    let old = Desk::with(vec![Record::Session(Session { present_people: None, ..held("s1", date(2026, 1, 18)) })]);
    assert_eq!(old.all(None), [], "nobody remembers");
}

#[test]
fn what_many_were_not_content_with_is_one_thing_to_see_to() {
    let forms = |count: usize| {
        (0..count).map(|number| {
            let key = format!("f{number}");
            Record::Feedback(form(&key, ("arrangements", "1")))
        })
    };
    assert_eq!(Desk::with(forms(2).collect()).all(None).len(), 2);
    let calls = Feedback { wants_contact: Some(true), ..form("f9", ("arrangements", "1")) };
    let mut desk = Desk::with(forms(3).chain([Record::Feedback(calls)]).collect());
    let whys: Vec<Why> = desk.all(None).into_iter().map(|concern| concern.why).collect();
    assert!(whys.contains(&Why::SaidOften(3)) && whys.len() == 2, "{whys:?}");
    let about = form("f0", ("arrangements", "1")).about;
    desk.put(Record::Action(Action { id: id("a1"), source: about, ..Action::default() }));
    assert_eq!(desk.all(None).len(), 1, "somebody sees to it; the call is still to be made");
}

#[test]
fn what_somebody_was_not_content_with_waits_for_an_action() {
    let low = |form: Feedback| match Desk::with(vec![Record::Feedback(form)]).all(None).first().map(|it| it.why.clone())
    {
        Some(Why::Said { low, wants_contact }) => Some((low.map(|(score, best, _)| (score, best)), wants_contact)),
        _ => None,
    };
    assert_eq!(low(form("f1", ("arrangements", "2"))), Some((Some((2, 5)), false)));
    assert_eq!(low(form("f1", ("arrangements", "3"))), None);
    assert_eq!(low(form("f1", ("recommend", "3"))), Some((Some((3, 10)), false)));
    assert_eq!(low(form("f1", ("recommend", "4"))), None);
    assert_eq!(low(form("f1", ("arrangements", "cannot-say"))), None);
    assert_eq!(low(Feedback { questionnaire: "other".into(), ..form("f1", ("arrangements", "1")) }), None);
    let calls = Feedback { wants_contact: Some(true), ..form("f1", ("goals", "5")) };
    assert_eq!(low(calls.clone()), Some((None, true)));
    let mut desk = Desk::with(vec![Record::Feedback(calls)]);
    assert_eq!(desk.the_one().cure, Cure::Action);
    let source = Some(Link::new(Kind::Feedback, id("f1")));
    desk.put(Record::Action(Action { id: id("a1"), source, ..Action::default() }));
    assert_eq!(desk.all(None), [], "somebody sees to it");
}

#[test]
fn what_is_late_is_told_by_its_day() {
    let due = Some(date(2026, 11, 13));
    let material = Material { id: id("m1"), due, ..Material::default() };
    let task = ChecklistItem { id: id("k1"), due: Some(date(2026, 11, 12)), ..ChecklistItem::default() };
    let session = Session {
        materials: EcoVec::from([material.clone(), Material { received_on: due, ..material }]),
        checklist: EcoVec::from([task.clone(), ChecklistItem { done: Some(true), ..task }]),
        ..meeting("s1", Some(date(2026, 12, 20)))
    };
    let desk = Desk::with(vec![
        Record::Session(session),
        action("a1", date(2026, 11, 14), Who::Nobody),
        action("a2", TODAY, Who::Nobody),
    ]);
    let all = desk.all(None);
    let whys: Vec<&Why> = all.iter().map(|concern| &concern.why).collect();
    assert_eq!(whys, [&Why::Task(id("k1")), &Why::Material(id("m1")), &Why::Action]);
    assert!(all.iter().all(|concern| concern.group == Group::Late));
}

#[test]
fn mine_is_what_i_do_or_promised_and_what_nobody_does() {
    let of = |who: Who| action("a1", date(2026, 11, 14), who);
    let promised = |promised_by| {
        let material = Material { id: id("m1"), due: Some(date(2026, 11, 13)), promised_by, ..Material::default() };
        Record::Session(Session { materials: EcoVec::from([material]), ..meeting("s1", Some(date(2026, 12, 20))) })
    };
    let led = |responsible: Option<&str>, tutors: &[&str]| {
        let (responsible, tutors) = (responsible.map(id), ids(tutors));
        Record::Coaching(Coaching { tutors, responsible, ..coaching("c1", CoachingStatus::Requested) })
    };
    for (record, expected) in [
        (of(Who::Person(id("me"))), 1),
        (of(Who::Person(id("p2"))), 0),
        (of(Who::Name("Kirjasto".into())), 0),
        (of(Who::Nobody), 1),
        (promised(Who::Person(id("me"))), 1),
        (promised(Who::Nobody), 0),
        (led(None, &[]), 1),
        (led(Some("me"), &["p2"]), 1),
        (led(Some("p2"), &["me"]), 1),
        (led(Some("p2"), &[]), 0),
    ] {
        let desk = Desk::with(vec![record.clone()]);
        assert_eq!(desk.all(Some("me")).len(), expected, "{record:?}");
        assert_eq!(desk.all(None).len(), 1, "everybody's");
    }
}

#[test]
fn the_order_is_the_one_that_is_stated() {
    let person = Person {
        id: id("p9"),
        roles: EcoVec::from([RoleInSeason {
            season: Some(id("2026")),
            role: Some(Role::Contact),
            ..RoleInSeason::default()
        }]),
        ..Person::default()
    };
    let lacking = |key: &str, day| Record::Session(Session { place: "".into(), ..meeting(key, day) });
    let named = |key: &str, title: &str| {
        let title = crate::domain::Words::new(title.into(), "".into(), "".into());
        Record::Session(Session { title, place: "".into(), ..meeting(key, Some(date(2026, 12, 1))) })
    };
    let desk = Desk::with(vec![
        Record::Person(person),
        action("a1", date(2026, 11, 14), Who::Nobody),
        Record::Session(Session { tutors: ids(&["p2"]), ..held("s0", date(2026, 11, 18)) }),
        Record::Coaching(coaching("c1", CoachingStatus::Requested)),
        Record::Session(meeting("s1", Some(date(2026, 11, 23)))),
        lacking("s2", None),
        named("s3", "Ö"),
        named("s4", "Ä"),
        lacking("s5", Some(date(2026, 11, 30))),
    ]);
    let all = concerns(desk.showing(), None);
    let order: Vec<&str> = all.iter().map(|concern| concern.about.id.as_str()).filter(|key| key.len() == 2).collect();
    assert_eq!(order, ["s5", "s4", "s3", "s2", "s1", "c1", "s0", "a1", "p9"]);
    assert!(all.is_sorted_by_key(|concern| concern.group));
    let never = all.iter().find(|concern| concern.group == Group::Never);
    assert!(matches!(never.map(|concern| &concern.why), Some(Why::Never(never, true)) if never.len() > 10));
}

#[test]
fn four_months_after_a_coaching_one_asks_what_has_changed() {
    let coaching = |status| {
        Record::Coaching(Coaching { id: id("c1"), municipality: Some(id("018")), status, ..Coaching::default() })
    };
    let met = |key: &str, status, day| {
        Record::Session(Session { coachings: ids(&["c1"]), status: Some(status), ..held(key, day) })
    };
    let under_way = || coaching(Some(CoachingStatus::UnderWay));
    let later = |records: Vec<Record>| {
        let concerns = Desk::with(records).all(None);
        concerns
            .into_iter()
            .find_map(|it| if let Why::Later(day) = it.why { Some((day, it.day, it.cure)) } else { None })
    };
    let held_on = |day| met("s1", SessionStatus::Held, day);
    let last = date(2026, 7, 22);
    assert_eq!(later(vec![under_way(), held_on(last)]), Some((last, Some(TODAY), Cure::Feedback)));
    assert_eq!(later(vec![under_way(), held_on(date(2026, 7, 23))]), None, "a day too early");
    assert_eq!(later(vec![under_way(), held_on(date(2026, 3, 21))]), None, "nobody is asked so late");
    assert!(later(vec![under_way(), held_on(date(2026, 3, 22))]).is_some());
    assert_eq!(later(vec![coaching(Some(CoachingStatus::Cancelled)), held_on(last)]), None);
    let ahead = met("s2", SessionStatus::Planned, date(2026, 12, 1));
    assert_eq!(later(vec![under_way(), held_on(last), ahead]), None, "it goes on");
    let asked = |questionnaire: &str| {
        let about = Some(Link::new(Kind::Coaching, id("c1")));
        let questionnaire = questionnaire.into();
        Record::Feedback(Feedback { about, questionnaire, ..form("f1", ("change", "planned")) })
    };
    assert_eq!(later(vec![under_way(), held_on(last), asked("follow-up")]), None, "it was asked");
    assert!(later(vec![under_way(), held_on(last), asked("coaching")]).is_some(), "that was another question");
}
