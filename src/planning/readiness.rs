//! What is missing, derived from the records and never stored. Lists, Today and the command line share it.

use jiff::Span;
use jiff::civil::Date;

use super::opinions::is_later;
use super::questionnaires;
use super::span::{Span as When, of as when};
use super::tutors::has_left;
use crate::book::Book;
use crate::domain::{
    Coaching, CoachingStatus, Consent, Feedback, Id, Ids, Kind, Link, Mode, Person, Season, Session, SessionKind,
    SessionStatus, Speaker, Who,
};

/// So many days a request may wait for its answer.
pub const ANSWER_DAYS: i64 = 7;

/// So many days after a session feedback is still to be expected; later nobody is asked any more.
const FEEDBACK_DAYS: i64 = 180;

/// Something that is missing; what is more urgent comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// A session whose day is over and of which nobody said whether it was held.
    NotMarked,
    /// A request that waits for an answer.
    Unanswered,
    /// A tutor of a coaching who leaves before it is over.
    TutorLeaves,
    /// A session without a day.
    NoDate,
    /// A coaching or its session without a tutor.
    NoTutor,
    /// A tutor municipality that has not said who comes.
    OnlyOffice,
    /// A speaker who said no.
    SpeakerDeclined,
    /// A session at a place that is not known.
    NoPlace,
    /// A session over a link that is not there.
    NoLink,
    /// A webinar that nobody runs.
    NoHost,
    /// Something to remember that is late.
    TaskOverdue,
    /// A material that is late.
    MaterialOverdue,
    /// A coaching being planned, of which no session is.
    NoSession,
    /// A session to come without a programme.
    NoProgramme,
    /// A speaker who was not asked yet.
    SpeakerNotAsked,
    /// A speaker who has not answered.
    SpeakerUnconfirmed,
    /// A coaching of which nobody in the municipality is known.
    NoContactPerson,
    /// A coaching that was offered and not answered.
    NoReply,
    /// A session with a day and no time.
    NoTime,
    /// A session that was held; nobody said how many came.
    NoAttendance,
    /// A session that was held; nobody said how it was.
    NoFeedback,
    /// A session that was held; its tutors' time is not known.
    NoHours,
    /// A person of the season with neither phone nor e-mail.
    NoContact,
}

impl Gap {
    /// The id of its words.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::NotMarked => "gap-not-marked",
            Self::Unanswered => "gap-unanswered",
            Self::TutorLeaves => "gap-tutor-leaves",
            Self::NoDate => "gap-no-date",
            Self::NoTutor => "gap-no-tutor",
            Self::OnlyOffice => "gap-only-office",
            Self::SpeakerDeclined => "gap-speaker-declined",
            Self::NoPlace => "gap-no-place",
            Self::NoLink => "gap-no-link",
            Self::NoHost => "gap-no-host",
            Self::TaskOverdue => "gap-task-overdue",
            Self::MaterialOverdue => "gap-material-overdue",
            Self::NoSession => "gap-no-session",
            Self::NoProgramme => "gap-no-programme",
            Self::SpeakerNotAsked => "gap-speaker-not-asked",
            Self::SpeakerUnconfirmed => "gap-speaker-unconfirmed",
            Self::NoContactPerson => "gap-no-contact-person",
            Self::NoReply => "gap-no-reply",
            Self::NoTime => "gap-no-time",
            Self::NoAttendance => "gap-no-attendance",
            Self::NoFeedback => "gap-no-feedback",
            Self::NoHours => "gap-no-hours",
            Self::NoContact => "gap-no-contact",
        }
    }
}

/// What is missing of a person who does something in this season.
pub fn of_person(person: &Person, season: &Season) -> Option<Gap> {
    let taking_part =
        person.left_on.is_none() && person.roles.iter().any(|row| row.season.as_ref() == Some(&season.id));
    let reachable = !person.phone.is_empty() || !person.email.is_empty() || !person.further_contacts.is_empty();
    (taking_part && !reachable).then_some(Gap::NoContact)
}

/// What is missing of a session on this day, the most urgent first.
pub fn of_session(book: &Book, session: &Session, today: Date) -> Vec<Gap> {
    let when = when(session);
    let mut gaps = match session.status {
        Some(SessionStatus::Cancelled) => return Vec::new(),
        Some(SessionStatus::Held) => after(book, session, when, today),
        _ if when.is_some_and(|when| when.last < today) => vec![(true, Gap::NotMarked)],
        _ => before(book, session),
    };
    gaps.extend(overdue(session, today));
    in_order(gaps)
}

/// Those that hold, the most urgent first.
fn in_order(gaps: Vec<(bool, Gap)>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = gaps.into_iter().filter_map(|(missing, gap)| missing.then_some(gap)).collect();
    gaps.sort_unstable();
    gaps
}

/// What a session that is still to come lacks.
fn before(book: &Book, session: &Session) -> Vec<(bool, Gap)> {
    let tutored = matches!(session.kind, Some(SessionKind::Meeting | SessionKind::Visit));
    let named = names(book, session, &session.tutors, |coaching| &coaching.tutors);
    let sent = names(book, session, &session.tutor_municipalities, |coaching| &coaching.tutor_municipalities);
    let on_site = matches!(session.mode, Some(Mode::OnSite | Mode::Hybrid));
    let remote = matches!(session.mode, Some(Mode::Remote | Mode::Hybrid));
    let consents = |wanted: Option<Consent>| speakers(session).any(|speaker| speaker.consent == wanted);
    let hosted = remote && session.kind == Some(SessionKind::Webinar);
    vec![
        (session.date.is_none(), Gap::NoDate),
        (session.date.is_some() && session.time.is_none(), Gap::NoTime),
        (tutored && !named && !sent, Gap::NoTutor),
        (tutored && !named && sent, Gap::OnlyOffice),
        (on_site && session.place.trim().is_empty(), Gap::NoPlace),
        (remote && session.link.trim().is_empty(), Gap::NoLink),
        (session.programme.is_empty(), Gap::NoProgramme),
        (consents(None), Gap::SpeakerNotAsked),
        (consents(Some(Consent::Asked)), Gap::SpeakerUnconfirmed),
        (consents(Some(Consent::Declined)), Gap::SpeakerDeclined),
        (hosted && session.technical_hosts.is_empty(), Gap::NoHost),
    ]
}

/// Everybody who is to speak.
fn speakers(session: &Session) -> impl Iterator<Item = &Speaker> {
    session.programme.iter().flat_map(|item| &item.speakers).filter(|speaker| speaker.who != Who::Nobody)
}

/// Whether a session names anybody of its own, or its coachings do.
fn names(book: &Book, session: &Session, own: &Ids, of_coaching: impl Fn(&Coaching) -> &Ids) -> bool {
    let coachings = || session.coachings.iter().filter_map(|id| book.get::<Coaching>(id));
    !own.is_empty() || coachings().any(|coaching| !of_coaching(coaching).is_empty())
}

/// What a session that was held lacks.
fn after(book: &Book, session: &Session, when: Option<When>, today: Date) -> Vec<(bool, Gap)> {
    let counted = session.present_people.is_some()
        || session.present_municipalities.is_some()
        || session.presence.iter().any(|row| row.present.is_some());
    let tutored = matches!(session.kind, Some(SessionKind::Meeting | SessionKind::Visit));
    let told = |id: &Id| session.hours.iter().any(|row| row.tutor.as_ref() == Some(id));
    let asked = when.is_some_and(|when| when.last < today && today <= days_after(when.last, FEEDBACK_DAYS));
    vec![
        (!counted, Gap::NoAttendance),
        (asked && is_asked_about(book, session) && !has_feedback(book, session), Gap::NoFeedback),
        (tutored && session.tutors.iter().any(|id| !told(id)), Gap::NoHours),
    ]
}

fn days_after(day: Date, days: i64) -> Date {
    day.checked_add(Span::new().days(days)).unwrap_or(Date::MAX)
}

/// Whether the book has a questionnaire for sessions of this kind.
fn is_asked_about(book: &Book, session: &Session) -> bool {
    session.kind.is_some_and(|kind| questionnaires::is_asked_about(book, kind))
}

/// Whether anybody said how the session, or the coaching it is part of, was.
fn has_feedback(book: &Book, session: &Session) -> bool {
    let coachings = session.coachings.iter().map(|id| Link::new(Kind::Coaching, id.clone()));
    let mut links = coachings.chain([Link::new(Kind::Session, session.id.clone())]);
    links.any(|link| {
        let mut forms = book.referring_as::<Feedback>(&link).filter(|form| form.about.as_ref() == Some(&link));
        forms.any(|form| !is_later(form))
    })
}

/// What is late, before a session and after it.
fn overdue(session: &Session, today: Date) -> [(bool, Gap); 2] {
    let late = |due: Option<Date>| due.is_some_and(|due| due < today);
    let material = session.materials.iter().any(|row| late(row.due) && row.received_on.is_none());
    let task = session.checklist.iter().any(|row| late(row.due) && row.done != Some(true));
    [(material, Gap::MaterialOverdue), (task, Gap::TaskOverdue)]
}

/// What is missing of a coaching on this day, the most urgent first.
pub fn of_coaching(book: &Book, coaching: &Coaching, today: Date) -> Vec<Gap> {
    use CoachingStatus::{Offered, Planning, Requested, UnderWay};
    let Some(status @ (Requested | Offered | Planning | UnderWay)) = coaching.status else { return Vec::new() };
    let waits = coaching.asked_on.is_some_and(|day| days_after(day, ANSWER_DAYS) < today);
    let sessions = book.referring_as::<Session>(&Link::new(Kind::Coaching, coaching.id.clone()));
    let sessions = sessions.filter(|session| session.status != Some(SessionStatus::Cancelled));
    let sessions: Vec<&Session> = sessions.filter(|session| session.coachings.contains(&coaching.id)).collect();
    let last = sessions.iter().filter_map(|session| session.date).chain(coaching.planned_week).max();
    let last = last.unwrap_or(today).max(today);
    let people = coaching.tutors.iter().filter_map(|id| book.get::<Person>(id));
    let leaves = people.into_iter().any(|person| has_left(person, last));
    let named = !coaching.tutors.is_empty();
    let sent = !coaching.tutor_municipalities.is_empty();
    let known = !coaching.contacts.is_empty() || matches!(coaching.asked_by, Who::Person(_));
    in_order(vec![
        (status == Requested && waits, Gap::Unanswered),
        (leaves, Gap::TutorLeaves),
        (!named && !sent, Gap::NoTutor),
        (!named && sent, Gap::OnlyOffice),
        (status == Planning && sessions.is_empty(), Gap::NoSession),
        (!known, Gap::NoContactPerson),
        (status == Offered, Gap::NoReply),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{ChecklistItem, Hours, Material, ProgrammeItem, Record};
    use crate::store::{Source, load};
    use jiff::civil::{Time, date};

    const TODAY: Date = date(2026, 11, 22);

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn ids(words: &[&str]) -> Ids {
        words.iter().map(|word| id(word)).collect()
    }

    /// A meeting in two days that lacks nothing.
    fn ready() -> Session {
        Session {
            id: id("s1"),
            kind: Some(SessionKind::Meeting),
            status: Some(SessionStatus::Planned),
            date: Some(date(2026, 11, 24)),
            time: Some(Time::constant(9, 0, 0, 0)),
            mode: Some(Mode::OnSite),
            place: "kunnantalo".into(),
            tutors: ids(&["p1"]),
            programme: [ProgrammeItem::default()].into_iter().collect(),
            ..Session::default()
        }
    }

    fn speaker(consent: Option<Consent>) -> ProgrammeItem {
        let speaker = Speaker { who: Who::Name("Aino".into()), consent, ..Speaker::default() };
        ProgrammeItem { speakers: [speaker].into_iter().collect(), ..ProgrammeItem::default() }
    }

    fn late_material(received_on: Option<Date>) -> Material {
        Material { due: Some(date(2026, 11, 20)), received_on, ..Material::default() }
    }

    fn late_task(done: bool) -> ChecklistItem {
        ChecklistItem { due: Some(date(2026, 11, 20)), done: Some(done), ..ChecklistItem::default() }
    }

    #[test]
    fn a_session_to_come_lacks_what_people_would_ask_for() {
        let webinar = Session { kind: Some(SessionKind::Webinar), mode: Some(Mode::Remote), ..ready() };
        let spoken = |consent| Session { programme: [speaker(consent)].into_iter().collect(), ..ready() };
        let sent = Session { tutors: Ids::new(), tutor_municipalities: ids(&["106"]), ..ready() };
        for (session, expected) in [
            (ready(), vec![]),
            (Session { date: None, time: None, ..ready() }, vec![Gap::NoDate]),
            (Session { time: None, ..ready() }, vec![Gap::NoTime]),
            (Session { tutors: Ids::new(), place: "".into(), ..ready() }, vec![Gap::NoTutor, Gap::NoPlace]),
            (sent, vec![Gap::OnlyOffice]),
            (Session { mode: Some(Mode::Hybrid), ..ready() }, vec![Gap::NoLink]),
            (Session { tutors: Ids::new(), link: "x.fi".into(), ..webinar.clone() }, vec![Gap::NoHost]),
            (Session { technical_hosts: ids(&["p1"]), ..webinar }, vec![Gap::NoLink]),
            (Session { programme: [].into_iter().collect(), ..ready() }, vec![Gap::NoProgramme]),
            (spoken(None), vec![Gap::SpeakerNotAsked]),
            (spoken(Some(Consent::Asked)), vec![Gap::SpeakerUnconfirmed]),
            (spoken(Some(Consent::Confirmed)), vec![]),
            (spoken(Some(Consent::Declined)), vec![Gap::SpeakerDeclined]),
            (Session { materials: [late_material(None)].into_iter().collect(), ..ready() }, vec![Gap::MaterialOverdue]),
            (Session { materials: [late_material(Some(TODAY))].into_iter().collect(), ..ready() }, vec![]),
            (Session { checklist: [late_task(false)].into_iter().collect(), ..ready() }, vec![Gap::TaskOverdue]),
            (Session { checklist: [late_task(true)].into_iter().collect(), ..ready() }, vec![]),
            (Session { date: Some(date(2026, 11, 20)), place: "".into(), ..ready() }, vec![Gap::NotMarked]),
            (Session { status: Some(SessionStatus::Cancelled), place: "".into(), ..ready() }, vec![]),
        ] {
            assert_eq!(of_session(&Book::default(), &session, TODAY), expected, "{session:?}");
        }
    }

    #[test]
    fn of_a_session_that_was_held_one_asks_who_came_how_it_was_and_how_long_it_took() {
        let book = load(&Source::Example).book;
        let held = |day| Session { status: Some(SessionStatus::Held), date: Some(day), ..ready() };
        let last_week = held(date(2026, 11, 16));
        let gaps = |session: &Session| of_session(&book, session, TODAY);
        assert_eq!(gaps(&last_week), [Gap::NoAttendance, Gap::NoFeedback, Gap::NoHours]);
        assert_eq!(gaps(&held(date(2026, 1, 7))), [Gap::NoAttendance, Gap::NoHours], "nobody answers so late");
        let hours = Hours { tutor: Some(id("p1")), ..Hours::default() };
        let counted = Session { present_people: Some(0), hours: [hours].into_iter().collect(), ..last_week.clone() };
        assert_eq!(gaps(&counted), [Gap::NoFeedback]);
        let mut book = book;
        let feedback =
            Feedback { id: id("f1"), about: Some(Link::new(Kind::Session, id("s1"))), ..Feedback::default() };
        book.apply(&Change { before: None, after: Some(Record::Feedback(feedback)) });
        assert_eq!(of_session(&book, &counted, TODAY), []);
    }

    fn coaching(status: CoachingStatus) -> Coaching {
        Coaching {
            id: id("c1"),
            status: Some(status),
            asked_on: Some(date(2026, 11, 14)),
            tutors: ids(&["p1"]),
            contacts: ids(&["p2"]),
            ..Coaching::default()
        }
    }

    #[test]
    fn a_coaching_lacks_what_its_step_needs() {
        use CoachingStatus::{Done, Offered, Planning, Requested, UnderWay, Waiting};
        let book = Book::default();
        let gaps = |coaching: &Coaching| of_coaching(&book, coaching, TODAY);
        assert_eq!(gaps(&coaching(Requested)), [Gap::Unanswered]);
        let fresh = Coaching { asked_on: Some(date(2026, 11, 15)), ..coaching(Requested) };
        assert_eq!(gaps(&fresh), [], "a week is given");
        assert_eq!(gaps(&coaching(Offered)), [Gap::NoReply]);
        assert_eq!(gaps(&coaching(Planning)), [Gap::NoSession]);
        assert_eq!((gaps(&coaching(Done)), gaps(&coaching(Waiting))), (vec![], vec![]));
        let empty = Coaching { tutors: Ids::new(), contacts: Ids::new(), ..coaching(UnderWay) };
        assert_eq!(gaps(&empty), [Gap::NoTutor, Gap::NoContactPerson]);
        let sent = Coaching { tutor_municipalities: ids(&["106"]), ..empty };
        assert_eq!(gaps(&sent), [Gap::OnlyOffice, Gap::NoContactPerson]);
    }

    #[test]
    fn a_tutor_who_leaves_before_the_last_session_is_told_in_time() {
        let mut book = Book::default();
        let person = Person { id: id("p1"), left_on: Some(date(2026, 12, 1)), ..Person::default() };
        book.apply(&Change { before: None, after: Some(Record::Person(person)) });
        let coaching = coaching(CoachingStatus::UnderWay);
        assert_eq!(of_coaching(&book, &coaching, TODAY), []);
        let session = Session { coachings: ids(&["c1"]), date: Some(date(2026, 12, 8)), ..ready() };
        book.apply(&Change { before: None, after: Some(Record::Session(session)) });
        assert_eq!(of_coaching(&book, &coaching, TODAY), [Gap::TutorLeaves]);
    }
}
