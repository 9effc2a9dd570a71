//! What goes on with the municipality that takes over, and what stays.

use jiff::civil::date;

use super::*;
use crate::domain::{Column, FieldKind, Note, Role, columns};
use crate::planning::figures::reach;
use crate::store::{Source, load};

const A: &str = "611";
const B: &str = "638";
const DAY: Date = date(2027, 1, 1);
const TODAY: Date = date(2026, 11, 22);

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn put(book: &mut Book, record: Record) {
    let before = book.record(&record.as_ref().link()).map(crate::domain::RecordRef::to_owned);
    book.apply(&Change { before, after: Some(record) });
}

fn merging() -> Merging {
    Merging { from: id(A), into: id(B), on: DAY }
}

fn coaching(name: &str, status: CoachingStatus) -> Record {
    let (municipality, season) = (Some(id(A)), Some(id("2026-27")));
    Record::Coaching(Coaching { id: id(name), municipality, season, status: Some(status), ..Coaching::default() })
}

fn session(name: &str, status: SessionStatus, day: Option<Date>, of: &[&str]) -> Record {
    let municipalities = of.iter().map(|of| id(of)).collect();
    Record::Session(Session { id: id(name), status: Some(status), date: day, municipalities, ..Session::default() })
}

/// The shipped book with a season around the day, one to come, and something of each kind for A.
fn book() -> Book {
    use CoachingStatus as C;
    use SessionStatus as S;
    let mut book = load(&Source::Example).book;
    let both: Ids = [A, B].into_iter().map(id).collect();
    for (key, starts, ends) in
        [("2026-27", date(2026, 8, 1), date(2027, 5, 31)), ("2027-28", date(2027, 8, 1), date(2028, 5, 31))]
    {
        let out = OptOut { id: id("out"), municipality: Some(id(A)), ..OptOut::default() };
        let season = Season {
            id: id(key),
            starts: Some(starts),
            ends: Some(ends),
            tutor_municipalities: [id(A)].into_iter().collect(),
            target_municipalities: both.clone(),
            opt_outs: [out].into_iter().collect(),
            ..Season::default()
        };
        put(&mut book, Record::Season(season));
    }
    for status in [
        C::Waiting,
        C::Requested,
        C::Offered,
        C::Planning,
        C::Postponed,
        C::UnderWay,
        C::Done,
        C::Declined,
        C::Cancelled,
    ] {
        put(&mut book, coaching(&format!("c{}", crate::domain::Choice::key(status)), status));
    }
    put(&mut book, coaching("cheld", C::Planning));
    for (name, status, day, of) in [
        ("sahead", S::Planned, Some(DAY), vec![B, A]),
        ("sundated", S::Confirmed, None, vec![A]),
        ("sbefore", S::Planned, Some(date(2026, 12, 31)), vec![A]),
        ("sheld", S::Held, Some(date(2026, 10, 1)), vec![A]),
        ("soff", S::Cancelled, Some(DAY), vec![A]),
    ] {
        put(&mut book, session(name, status, day, &of));
    }
    let mut held = book.get::<Session>(&id("sheld")).unwrap().clone();
    held.coachings = [id("cheld")].into_iter().collect();
    put(&mut book, Record::Session(held));
    for (name, status) in [("aopen", ActionStatus::Open), ("adone", ActionStatus::Done)] {
        put(
            &mut book,
            Record::Action(Action {
                id: id(name),
                municipality: Some(id(A)),
                status: Some(status),
                ..Action::default()
            }),
        );
    }
    let about = Link::parse("municipality:611").ok();
    put(&mut book, Record::Note(Note { id: id("n1"), about, ..Note::default() }));
    book
}

fn after(book: &mut Book) -> Merged {
    let merged = merged(book, &merging(), TODAY).unwrap();
    merged.changes.iter().for_each(|change| {
        book.apply(change);
    });
    merged
}

fn whose(book: &Book, coaching: &str) -> String {
    book.get::<Coaching>(&id(coaching)).unwrap().municipality.as_ref().unwrap().to_string()
}

#[test]
fn what_is_open_goes_on_and_what_was_stays() {
    let mut book = book();
    let merged = after(&mut book);
    let a = book.get::<Municipality>(&id(A)).unwrap();
    assert_eq!((a.valid_until, a.merged_into.clone()), (Some(date(2026, 12, 31)), Some(id(B))));
    for open in ["cwaiting", "crequested", "coffered", "cplanning", "cpostponed"] {
        assert_eq!(whose(&book, open), B, "{open}");
    }
    for over in ["cunder-way", "cdone", "cdeclined", "ccancelled", "cheld", "cn0y62s2vzp18"] {
        assert_eq!(whose(&book, over), A, "{over}");
    }
    let listed = |name: &str| {
        book.get::<Session>(&id(name)).unwrap().municipalities.iter().map(Id::to_string).collect::<Vec<_>>()
    };
    assert_eq!((listed("sahead"), listed("sundated")), (vec![B.to_owned()], vec![B.to_owned()]));
    for was in ["sbefore", "sheld", "soff"] {
        assert_eq!(listed(was), [A], "{was}");
    }
    let of = |name: &str| book.get::<Action>(&id(name)).unwrap().municipality.clone();
    assert_eq!((of("aopen"), of("adone")), (Some(id(B)), Some(id(A))));
    assert_eq!((merged.moves.coachings, merged.moves.sessions, merged.moves.actions), (5, 2, 1));
    assert_eq!((merged.stays.coachings, merged.stays.actions), (6, 1));
    assert_eq!(merged.moves.seasons, 1);
}

#[test]
fn seasons_to_come_name_the_other_municipality_once_and_those_begun_stay() {
    let mut book = book();
    let before = book.get::<Season>(&id("2026-27")).unwrap().clone();
    let merged = after(&mut book);
    assert_eq!(*book.get::<Season>(&id("2026-27")).unwrap(), before);
    let next = book.get::<Season>(&id("2027-28")).unwrap();
    let both = [&next.tutor_municipalities, &next.target_municipalities];
    assert!(both.iter().all(|list| list.as_slice() == [id(B)]), "{both:?}");
    assert_eq!(next.opt_outs[0].municipality, Some(id(A)), "B takes part: it did not opt out");
    assert_eq!(merged.opted_out, 0);
    let mut alone = self::book();
    let mut season = alone.get::<Season>(&id("2027-28")).unwrap().clone();
    season.tutor_municipalities = Ids::new();
    season.target_municipalities = Ids::new();
    put(&mut alone, Record::Season(season));
    assert_eq!(after(&mut alone).opted_out, 1);
}

#[test]
fn people_go_on_at_the_other_municipality_with_title_and_unit() {
    let mut book = book();
    let mari = book.all::<Person>().find(|person| person.family == "Ahokas").unwrap().clone();
    let mut with_roles = mari.clone();
    for (row, season, municipality, ceiling) in
        [("r1", "2020-21", A, 1), ("r2", "2026-27", A, 5), ("r3", "2026-27", B, 2), ("r4", "2027-28", A, 3)]
    {
        with_roles.roles.push(RoleInSeason {
            id: id(row),
            season: Some(id(season)),
            role: Some(Role::Contact),
            municipality: Some(id(municipality)),
            ceiling: Some(ceiling),
            ..RoleInSeason::default()
        });
    }
    put(&mut book, Record::Person(with_roles.clone()));
    after(&mut book);
    let now = book.get::<Person>(&mari.id).unwrap();
    let [was, is] = &now.affiliations[..] else { panic!("{:?}", now.affiliations) };
    assert_eq!(
        (was.until, is.from, is.at.clone()),
        (Some(date(2026, 12, 31)), Some(DAY), Link::parse("municipality:638").ok())
    );
    assert_eq!((&is.title, &is.unit), (&mari.affiliations[0].title, &mari.affiliations[0].unit));
    let told: Vec<_> = now
        .roles
        .iter()
        .skip(mari.roles.len())
        .map(|row| (row.id.to_string(), row.municipality.clone(), row.ceiling))
        .collect();
    let expected = [("r1", A, 1), ("r3", B, 5), ("r4", B, 3)];
    let expected: Vec<_> =
        expected.into_iter().map(|(row, at, ceiling)| (row.to_owned(), Some(id(at)), Some(ceiling))).collect();
    assert_eq!(told, expected, "no role twice");
}

#[test]
fn those_who_come_are_counted_together() {
    let mut book = book();
    let row = |name: &str, of: &str, registered| Presence {
        id: id(name),
        who: Some(Link::new(Kind::Municipality, id(of))),
        registered,
        ..Presence::default()
    };
    let mut ahead = book.get::<Session>(&id("sahead")).unwrap().clone();
    ahead.presence = [row("x", A, Some(3)), row("y", B, Some(2))].into_iter().collect();
    put(&mut book, Record::Session(ahead));
    after(&mut book);
    assert_eq!(book.get::<Session>(&id("sahead")).unwrap().presence[..], [row("y", B, Some(5))]);
}

#[test]
fn figures_of_seasons_that_are_over_stay_as_they_were() {
    let mut book = book();
    let figures = |book: &Book| {
        let over = book.all::<Season>().filter(|season| season.ends.is_some_and(|last| last < DAY));
        over.map(|season| (season.id.clone(), reach(book, season))).collect::<Vec<_>>()
    };
    let before = figures(&book);
    assert!(before.len() >= 3);
    after(&mut book);
    assert_eq!(figures(&book), before);
    let running = reach(&book, book.get(&id("2026-27")).unwrap());
    assert!(!running.targets.contains(&id(A)) || running.reached.contains(&id(A)), "it tutors or was reached");
}

#[test]
fn applied_backwards_the_book_is_as_it_was() {
    let mut book = book();
    let merged = after(&mut book);
    for Change { before, after } in merged.changes.into_iter().rev() {
        book.apply(&Change { before: after, after: before });
    }
    assert!(book.differences(&self::book()).is_empty());
}

#[test]
fn two_that_cannot_be_merged_are_told_why() {
    let refused = |book: &Book, from: &str, into: &str, on| {
        merged(book, &Merging { from: id(from), into: id(into), on }, TODAY).unwrap_err()
    };
    let mut book = book();
    assert_eq!(refused(&book, A, A, DAY), Unmerged::Itself(id(A)));
    assert_eq!(refused(&book, A, "999", DAY), Unmerged::Unknown(id("999")));
    after(&mut book);
    assert_eq!(refused(&book, A, "018", DAY), Unmerged::Already(id(A), id(B)));
    assert_eq!(refused(&book, "018", A, DAY), Unmerged::Already(id(A), id(B)));
    let mut ended = book.get::<Municipality>(&id("018")).unwrap().clone();
    ended.valid_until = Some(date(2020, 12, 31));
    put(&mut book, Record::Municipality(ended));
    assert_eq!(refused(&book, "018", B, DAY), Unmerged::Ended(id("018"), date(2020, 12, 31)));
    assert_eq!(refused(&book, "049", "018", DAY), Unmerged::Ended(id("018"), date(2020, 12, 31)));
    assert!(merged(&book, &Merging { from: id("018"), into: id(B), on: date(2021, 1, 1) }, TODAY).is_ok());
    let mut new = book.get::<Municipality>(&id("091")).unwrap().clone();
    new.valid_from = Some(date(2028, 1, 1));
    put(&mut book, Record::Municipality(new));
    assert_eq!(refused(&book, "049", "091", DAY), Unmerged::NotYet(id("091"), date(2028, 1, 1)));
}

/// The places of every table that can name a municipality, as this module's table answers for them.
#[test]
fn every_place_that_can_name_a_municipality_is_thought_of() {
    let names = |column: &Column| match column.kind {
        FieldKind::Ref(Kind::Municipality) | FieldKind::Many(FieldKind::Ref(Kind::Municipality)) => true,
        FieldKind::Link(kinds) => kinds.contains(&Kind::Municipality),
        _ => false,
    };
    let mut found: Vec<String> = Vec::new();
    let mut tables: Vec<(String, Vec<&'static Column>)> =
        Kind::ALL.map(|kind| (kind.key().to_owned(), kind.columns().collect())).into();
    while let Some((name, table)) = tables.pop() {
        for column in table {
            let path = format!("{name}.{}", column.key);
            if names(column) {
                found.push(path.clone());
            }
            tables.push((path, column.kind.row_columns().collect()));
        }
    }
    found.sort();
    let thought_of = [
        "action.municipality",
        "action.source",
        "coaching.municipality",
        "coaching.tutor_municipalities",
        "feedback.municipality",
        "municipality.merged_into",
        "note.about",
        "person.affiliations.at",
        "person.roles.municipality",
        "practice.municipality",
        "practice.source",
        "practice.uptakes.municipality",
        "season.opt_outs.municipality",
        "season.target_municipalities",
        "season.tutor_municipalities",
        "session.candidates.replies.who",
        "session.municipalities",
        "session.presence.who",
        "session.tutor_municipalities",
    ];
    assert_eq!(found, thought_of);
    assert!(columns::<Person>(0).is_some());
}
