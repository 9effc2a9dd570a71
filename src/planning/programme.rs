//! A session's programme on the clock, and what templates give a session: a programme and a checklist.
//!
//! What people have written stays: a template only adds what is missing.

use ecow::{EcoString, EcoVec};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{
    ChecklistItem, Coaching, Id, Municipality, ProgrammeItem, Session, Speaker, Template, TemplateKind, TemplateTask,
};
use crate::text::{Safe, Tongue};

/// An item of a programme and when it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot<'a> {
    /// The item.
    pub item: &'a ProgrammeItem,
    /// Minutes from the session's start; nothing behind an item that does not say how long it takes.
    pub after: Option<u32>,
    /// When it begins, where that is known.
    pub starts: Option<Time>,
    /// When it ends, where that is known.
    pub ends: Option<Time>,
}

/// The items in their order with their times, reckoned from the session's start. Past midnight the clock goes on from
/// zero.
pub fn slots(session: &Session) -> Vec<Slot<'_>> {
    let mut after = Some(0_u32);
    let clock = |minutes: Option<u32>| Some(later(session.time?, minutes?));
    let slots = session.programme.iter().map(|item| {
        let from = after;
        after = from.zip(item.minutes).map(|(from, minutes)| from.saturating_add(minutes));
        Slot { item, after: from, starts: clock(from), ends: clock(after) }
    });
    slots.collect()
}

/// The time of day so many minutes later.
pub fn later(time: Time, minutes: u32) -> Time {
    time.wrapping_add(i64::from(minutes).minutes())
}

/// How long all items take together, in minutes, as far as they say.
pub fn total(session: &Session) -> u32 {
    session.programme.iter().filter_map(|item| item.minutes).fold(0, u32::saturating_add)
}

/// By how many minutes the programme is longer than the session.
pub fn overflow(session: &Session) -> Option<u32> {
    total(session).checked_sub(session.length?).filter(|minutes| *minutes > 0)
}

/// How long a session takes, in minutes: what it says, else what its programme takes.
pub fn length(session: &Session) -> Option<u32> {
    session.length.or_else(|| Some(total(session)).filter(|minutes| *minutes > 0))
}

/// When a session ends on its day, where that is known.
pub fn ends(session: &Session) -> Option<Time> {
    Some(later(session.time?, length(session)?))
}

/// The days and hours of a session: `ke 6.10.2021 klo 9.00–11.30`.
pub fn days(showing: Showing<'_>, session: &Session) -> Safe {
    let texts = showing.texts;
    let Some(first) = session.date else { return Safe::default() };
    let mut days = texts.day(first, showing.today);
    if let Some(last) = session.last_day.filter(|last| *last != first) {
        days.push(&Safe::own("–"));
        days.push(&texts.day(last, showing.today));
    }
    let clock = session.time.map(|starts| match ends(session) {
        Some(ends) => texts.tell("clock-span", &[("from", texts.time(starts).into()), ("to", texts.time(ends).into())]),
        None => texts.tell("clock-from", &[("from", texts.time(starts).into())]),
    });
    if let Some(clock) = clock {
        days.push(&Safe::own(" "));
        days.push(&clock);
    }
    days
}

/// The templates that suit a session: those made for its kind, else those made for any, else all there are.
pub fn suitable<'a>(book: &'a Book, session: &Session) -> Vec<&'a Template> {
    let all: Vec<&Template> = templates(book).collect();
    let made_for = |template: &&Template| session.kind.is_some_and(|kind| template.session_kinds.contains(&kind));
    let own: Vec<&Template> = all.iter().copied().filter(made_for).collect();
    if !own.is_empty() {
        return own;
    }
    let any: Vec<&Template> = all.iter().copied().filter(|template| template.session_kinds.is_empty()).collect();
    if any.is_empty() { all } else { any }
}

/// The templates that have something for a session.
fn templates(book: &Book) -> impl Iterator<Item = &Template> {
    let rows = book.info().map(|info| info.templates.as_slice()).unwrap_or_default();
    let gives = |template: &&Template| {
        let kind = matches!(template.kind, Some(TemplateKind::Programme | TemplateKind::Checklist));
        kind && !(template.programme.is_empty() && template.tasks.is_empty())
    };
    rows.iter().filter(gives)
}

/// The template with this row id.
pub fn template<'a>(book: &'a Book, id: &Id) -> Option<&'a Template> {
    templates(book).find(|template| template.id == *id)
}

/// The language a session is prepared in: its coaching's, else what most of its municipalities speak.
pub fn language(book: &Book, session: &Session) -> Tongue {
    let coaching = session.coachings.iter().find_map(|id| book.get::<Coaching>(id)?.language);
    let spoken = |id: &Id| book.get::<Municipality>(id)?.languages.first().copied();
    let spoken: Vec<Tongue> = session.municipalities.iter().filter_map(spoken).collect();
    let swedish = spoken.iter().filter(|tongue| **tongue == Tongue::Sv).count();
    coaching.unwrap_or(if swedish * 2 > spoken.len() { Tongue::Sv } else { Tongue::Fi })
}

/// The session with what the template gives and it lacks: a programme where it has none, reminders that are not on its
/// checklist, days for those that have none. New rows have no ids yet.
pub fn applied(book: &Book, session: &Session, template: &Template) -> Session {
    let mut session = session.clone();
    if session.programme.is_empty() {
        session.programme = template.programme.iter().map(fresh).collect();
    }
    let tongue = language(book, &session);
    for task in &template.tasks {
        let due = due(&session, task);
        if let Some(item) = session.checklist.make_mut().iter_mut().find(|item| is_of(item, task)) {
            item.due = item.due.or(due);
        } else {
            let what = task.what.in_tongue(tongue).clone();
            session.checklist.push(ChecklistItem { what, due, ..ChecklistItem::default() });
        }
    }
    session
}

/// The checklist as the session's day, which it had not before or which is another one now, makes it: what is not done
/// keeps its distance from the day, and what came from a template gets its day.
pub fn dated(book: &Book, before: Option<Date>, session: &Session) -> EcoVec<ChecklistItem> {
    let Some(now) = session.date else { return session.checklist.clone() };
    let tasks: Vec<&TemplateTask> = suitable(book, session).into_iter().flat_map(|template| &template.tasks).collect();
    let moved = |item: &ChecklistItem| {
        let mut item = item.clone();
        if item.done != Some(true) {
            item.due = match (item.due, before) {
                (Some(due), Some(before)) => before.until(now).and_then(|span| due.checked_add(span)).ok(),
                (Some(due), None) => Some(due),
                (None, _) => tasks.iter().find(|task| is_of(&item, task)).and_then(|task| self::due(session, task)),
            };
        }
        item
    };
    session.checklist.iter().map(moved).collect()
}

/// The day a reminder falls on: so long before the first day, or after the last.
fn due(session: &Session, task: &TemplateTask) -> Option<Date> {
    let (day, days) = match (task.days_before, task.days_after) {
        (Some(days), _) => (session.date?, -i64::from(days)),
        (None, Some(days)) => (session.last_day.or(session.date)?, i64::from(days)),
        (None, None) => return None,
    };
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn is_of(item: &ChecklistItem, task: &TemplateTask) -> bool {
    let same = |text: &EcoString| text.trim().eq_ignore_ascii_case(item.what.trim());
    task.what.given().any(same)
}

/// An item as a template gives it, its rows without ids.
fn fresh(item: &ProgrammeItem) -> ProgrammeItem {
    let speaker = |speaker: &Speaker| Speaker { id: Id::default(), consent: None, ..speaker.clone() };
    ProgrammeItem { id: Id::default(), speakers: item.speakers.iter().map(speaker).collect(), ..item.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ItemKind, SessionKind, Words};
    use crate::store::{Source, load};
    use jiff::civil::{date, time};

    fn item(minutes: Option<u32>) -> ProgrammeItem {
        ProgrammeItem { minutes, kind: Some(ItemKind::Talk), ..ProgrammeItem::default() }
    }

    fn session(start: Option<Time>, minutes: &[Option<u32>]) -> Session {
        Session { time: start, programme: minutes.iter().copied().map(item).collect(), ..Session::default() }
    }

    fn clock(session: &Session) -> Vec<String> {
        let shown = |time: Option<Time>| time.map_or("?".to_owned(), |time| time.strftime("%H:%M").to_string());
        slots(session).iter().map(|slot| format!("{}-{}", shown(slot.starts), shown(slot.ends))).collect()
    }

    #[test]
    fn items_follow_each_other_on_the_clock_as_far_as_lengths_are_known() {
        let nine = Some(time(9, 0, 0, 0));
        let whole = session(nine, &[Some(20), Some(45), Some(10)]);
        assert_eq!(clock(&whole), ["09:00-09:20", "09:20-10:05", "10:05-10:15"]);
        assert_eq!((total(&whole), ends(&whole)), (75, Some(time(10, 15, 0, 0))));
        assert_eq!(clock(&session(nine, &[Some(20), None, Some(10)])), ["09:00-09:20", "09:20-?", "?-?"]);
        assert_eq!(clock(&session(None, &[Some(20)])), ["?-?"]);
        let late = session(Some(time(23, 30, 0, 0)), &[Some(60)]);
        assert_eq!(clock(&late), ["23:30-00:30"], "past midnight the clock goes on");
    }

    #[test]
    fn what_is_longer_than_its_session_is_told() {
        let mut held = session(None, &[Some(60), Some(45)]);
        assert_eq!(overflow(&held), None, "without a length nothing is too long");
        for (length, over) in [(90, Some(15)), (105, None), (120, None)] {
            held.length = Some(length);
            assert_eq!(overflow(&held), over, "{length}");
        }
        held.programme = [item(Some(u32::MAX)), item(Some(5))].into_iter().collect();
        assert_eq!(total(&held), u32::MAX);
    }

    #[test]
    fn every_kind_of_session_has_its_template_in_both_languages() {
        use crate::domain::Choice as _;
        let book = load(&Source::Example).book;
        for kind in SessionKind::ALL {
            let session = Session { kind: Some(*kind), ..Session::default() };
            let templates = suitable(&book, &session);
            assert_eq!(templates.len(), 1, "{kind:?}");
            let template = templates[0];
            let words =
                template.programme.iter().map(|item| &item.title).chain(template.tasks.iter().map(|task| &task.what));
            for words in words {
                assert!(!words.fi.is_empty() && !words.others.sv.is_empty(), "{words:?}");
            }
            assert!(template.tasks.iter().all(|task| task.days_before.is_some() != task.days_after.is_some()));
            assert!(template.programme.iter().all(|item| item.minutes.is_some() && item.kind.is_some()));
        }
        let unknown = suitable(&book, &Session::default());
        assert_eq!(unknown.len(), SessionKind::ALL.len(), "without a kind all are offered");
    }

    #[test]
    fn a_template_adds_what_is_missing_and_nothing_twice() {
        let book = load(&Source::Example).book;
        let mut session = Session { kind: Some(SessionKind::Meeting), ..Session::default() };
        let template = suitable(&book, &session)[0];
        let undated = applied(&book, &session, template);
        assert_eq!((undated.programme.len(), total(&undated)), (3, 90));
        assert!(undated.checklist.iter().all(|item| item.due.is_none() && item.id.is_empty()));
        session = undated.clone();
        session.date = Some(date(2026, 12, 1));
        session.last_day = Some(date(2026, 12, 2));
        let again = applied(&book, &session, template);
        assert_eq!((again.programme.len(), again.checklist.len()), (3, undated.checklist.len()));
        let due =
            |what: &str| again.checklist.iter().find(|item| item.what.starts_with(what)).and_then(|item| item.due);
        assert_eq!(due("Muistuta"), Some(date(2026, 11, 29)));
        assert_eq!(due("Kiitä"), Some(date(2026, 12, 3)), "what comes after counts from the last day");
        session.programme = [ProgrammeItem::default()].into_iter().collect();
        assert_eq!(applied(&book, &session, template).programme.len(), 1, "a programme of its own stays");
    }

    #[test]
    fn what_is_to_be_remembered_is_in_the_language_of_those_who_meet() {
        let book = load(&Source::Example).book;
        let named = |name: &str| book.all::<Municipality>().find(|one| one.name.fi == name).map(|one| one.id.clone());
        let mut session = Session { kind: Some(SessionKind::Meeting), ..Session::default() };
        session.municipalities = [named("Raasepori").unwrap()].into_iter().collect();
        let template = suitable(&book, &session)[0];
        let swedish = applied(&book, &session, template);
        assert!(swedish.checklist.iter().any(|item| item.what == "Påminn deltagarna"), "{:?}", swedish.checklist);
        session = swedish;
        session.municipalities = [named("Porvoo").unwrap(), named("Askola").unwrap()].into_iter().collect();
        assert_eq!(language(&book, &session), Tongue::Fi);
        let again = applied(&book, &session, template);
        assert_eq!(again.checklist.len(), session.checklist.len(), "a task stands once, in whatever language");
    }

    #[test]
    fn the_checklist_goes_with_the_day() {
        let book = load(&Source::Example).book;
        let mut session = Session { kind: Some(SessionKind::Meeting), ..Session::default() };
        let own = |what: &str, due: Option<Date>, done: Option<bool>| ChecklistItem {
            what: what.into(),
            due,
            done,
            ..ChecklistItem::default()
        };
        session.checklist = [
            own("kahvit", Some(date(2026, 11, 30)), None),
            own("sali", Some(date(2026, 11, 20)), Some(true)),
            own("Muistuta osallistujia", None, None),
        ]
        .into_iter()
        .collect();
        session.date = Some(date(2026, 12, 8));
        let due = |before| dated(&book, before, &session).iter().map(|item| item.due).collect::<Vec<_>>();
        assert_eq!(
            due(Some(date(2026, 12, 1))),
            [Some(date(2026, 12, 7)), Some(date(2026, 11, 20)), Some(date(2026, 12, 6))]
        );
        assert_eq!(due(None), [Some(date(2026, 11, 30)), Some(date(2026, 11, 20)), Some(date(2026, 12, 6))]);
        let far = ChecklistItem { what: "x".into(), due: Some(Date::MAX), ..ChecklistItem::default() };
        session.checklist = [far].into_iter().collect();
        assert_eq!(dated(&book, Some(date(2026, 12, 1)), &session)[0].due, None, "no day is better than a wrong one");
        assert!(Words::default().is_empty());
    }
}
