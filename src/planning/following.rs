//! What else changes when something does, as part of the same change:
//!
//! * a coaching goes under way when the first of its sessions is held;
//! * sessions ahead that still hold what their coaching gave them follow it;
//! * a checklist goes with its session's day while the session is being planned;
//! * an action that is done was done on some day: today, where nobody says which;
//! * a questionnaire that was answered stays as it was, and its changed questions are its next version.

use jiff::civil::Date;

use super::inherit::{SHARED, Shared, has_not_begun, is_ahead, is_open};
use super::programme::dated;
use crate::book::{Book, Change};
use crate::domain::{
    Action, ActionStatus, BookInfo, Coaching, CoachingStatus, Feedback, Id, Kind, Link, Questionnaire, Record,
    RecordRef, Session, SessionStatus, Words,
};

/// Changes with all that follows from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Followed {
    /// The changes asked for, then those that follow.
    pub changes: Vec<Change>,
    /// Coachings that went under way.
    pub under_way: Vec<Link>,
    /// Sessions that took over what their coaching says now.
    pub sessions: Vec<Link>,
    /// Questionnaires that got a new version, with its number.
    pub versions: Vec<(Words, u32)>,
}

/// The changes with what follows from them.
pub fn followed(book: &Book, changes: Vec<Change>, today: Date) -> Followed {
    let mut followed = Followed { changes, ..Followed::default() };
    for number in 0..followed.changes.len() {
        let Some(change) = followed.changes.get(number).cloned() else { continue };
        match change {
            Change { before, after: Some(Record::Session(after)) } => {
                let before = if let Some(Record::Session(before)) = before { Some(before) } else { None };
                followed.keep_distance(book, number, before.as_ref(), &after);
                followed.set_out(book, before.as_ref(), &after);
            }
            Change { before, after: Some(Record::Action(after)) } => {
                let was = if let Some(Record::Action(before)) = before { before.status } else { None };
                if after.status == Some(ActionStatus::Done) && was != after.status && after.done_on.is_none() {
                    let done = Action { done_on: Some(today), ..after };
                    if let Some(change) = followed.changes.get_mut(number) {
                        change.after = Some(Record::Action(done));
                    }
                }
            }
            Change { before: Some(Record::Book(before)), after: Some(Record::Book(after)) } => {
                followed.keep_versions(book, number, &before, after);
            }
            Change { before: Some(Record::Coaching(before)), after: Some(Record::Coaching(after)) } => {
                followed.hand_down(book, &before, &after, today);
            }
            _ => {}
        }
    }
    followed
}

impl Followed {
    /// The record as the changes leave it.
    fn now(&self, book: &Book, link: &Link) -> Option<Record> {
        let changed = self.changes.iter().rev().find(|change| change.link().as_ref() == Some(link));
        match changed {
            Some(change) => change.after.clone(),
            None => book.record(link).map(RecordRef::to_owned),
        }
    }

    /// Puts a record that follows among the changes.
    fn put(&mut self, book: &Book, record: Record) {
        let link = record.as_ref().link();
        if let Some(change) = self.changes.iter_mut().find(|change| change.link().as_ref() == Some(&link)) {
            change.after = Some(record);
        } else {
            let before = book.record(&link).map(RecordRef::to_owned);
            self.changes.push(Change { before, after: Some(record) });
        }
    }

    /// The checklist of a session whose day is another one now; who changed the list too meant what it says.
    fn keep_distance(&mut self, book: &Book, number: usize, before: Option<&Session>, after: &Session) {
        let day = before.and_then(|before| before.date);
        let untouched = before.is_none_or(|before| before.checklist == after.checklist);
        if after.date == day || !is_open(after) || !untouched || after.checklist.is_empty() {
            return;
        }
        let mut moved = after.clone();
        moved.checklist = dated(book, day, after);
        if let Some(change) = self.changes.get_mut(number) {
            change.after = Some(Record::Session(moved));
        }
    }

    /// Questionnaires that were answered and have other questions now: forms keep the version they were filled in on.
    fn keep_versions(&mut self, book: &Book, number: usize, before: &BookInfo, mut after: BookInfo) {
        let is_answered = |it: &Questionnaire| {
            book.all::<Feedback>().any(|form| form.questionnaire == it.key && form.version == it.version)
        };
        let is_other = |old: &Questionnaire, new: &Questionnaire| {
            (&old.key, old.version, &old.questions) != (&new.key, new.version, &new.questions)
        };
        for old in &before.questionnaires {
            let at = after.questionnaires.iter().position(|new| new.id == old.id && is_other(old, new));
            let Some(at) = at.filter(|_| is_answered(old)) else { continue };
            let Some(mut new) = after.questionnaires.get(at).cloned() else { continue };
            let versions = || after.questionnaires.iter().chain([old]).filter(|it| it.key == new.key);
            let highest = versions().filter_map(|it| it.version).max().unwrap_or(0);
            let is_free = new.version != old.version;
            let version = new.version.filter(|_| is_free).unwrap_or_else(|| highest.saturating_add(1));
            new.version = Some(version);
            new.id = Id::default();
            new.questions.make_mut().iter_mut().for_each(|question| question.id = Id::default());
            self.versions.push((new.name.clone(), version));
            if let Some(row) = after.questionnaires.make_mut().get_mut(at) {
                row.clone_from(old);
            }
            after.questionnaires.insert(at + 1, new);
        }
        if let Some(change) = self.changes.get_mut(number) {
            change.after = Some(Record::Book(after));
        }
    }

    /// The coachings of a session that was held now.
    fn set_out(&mut self, book: &Book, before: Option<&Session>, after: &Session) {
        let held = |session: &Session| session.status == Some(SessionStatus::Held);
        if !held(after) || before.is_some_and(held) {
            return;
        }
        for id in &after.coachings {
            let link = Link::new(Kind::Coaching, id.clone());
            if let Some(Record::Coaching(mut coaching)) = self.now(book, &link)
                && has_not_begun(&coaching)
            {
                coaching.status = Some(CoachingStatus::UnderWay);
                self.put(book, Record::Coaching(coaching));
                self.under_way.push(link);
            }
        }
    }

    /// The sessions ahead of a coaching that says something else now.
    fn hand_down(&mut self, book: &Book, before: &Coaching, after: &Coaching, today: Date) {
        let changed = |shared: &&Shared| shared.given([before]) != shared.given([after]);
        let changed: Vec<&Shared> = SHARED.iter().filter(changed).collect();
        if changed.is_empty() {
            return;
        }
        let sessions: Vec<&Session> =
            book.referring_as::<Session>(&Link::new(Kind::Coaching, after.id.clone())).collect();
        for session in sessions {
            let link = Link::new(Kind::Session, session.id.clone());
            let Some(Record::Session(mut session)) = self.now(book, &link) else { continue };
            if !is_ahead(&session, today) || !session.coachings.contains(&after.id) {
                continue;
            }
            let all = |one: &Coaching| -> Vec<Coaching> {
                let of = |id: &Id| if *id == one.id { Some(one.clone()) } else { book.get::<Coaching>(id).cloned() };
                session.coachings.iter().filter_map(of).collect()
            };
            let (then, now) = (all(before), all(after));
            let mut follows = false;
            for shared in &changed {
                if is_same((shared.held)(&session), shared.given(&then)) {
                    (shared.hold)(&mut session, shared.given(&now));
                    follows = true;
                }
            }
            if follows {
                self.put(book, Record::Session(session));
                self.sessions.push(link);
            }
        }
    }
}

/// Whether two lists hold the same, in whatever order.
fn is_same(mut one: Vec<Id>, mut other: Vec<Id>) -> bool {
    one.sort();
    other.sort();
    one == other
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ChecklistItem, Choice as _};
    use crate::planning::inherit;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn coaching(tutors: &[&str]) -> Coaching {
        let mut coaching = Coaching { id: id("c1"), municipality: Some(id("224")), ..Coaching::default() };
        coaching.status = Some(CoachingStatus::Planning);
        coaching.tutors = tutors.iter().map(|tutor| id(tutor)).collect();
        coaching
    }

    fn new(record: Record) -> Change {
        Change { before: None, after: Some(record) }
    }

    /// A book with a coaching of `p1` and sessions made for it, each changed a little.
    fn book(changed: &[fn(&mut Session)]) -> Book {
        let mut book = Book::default();
        book.apply(&new(Record::Coaching(coaching(&["p1"]))));
        for (number, change) in changed.iter().enumerate() {
            let mut session = inherit::session(&book, &coaching(&["p1"]));
            session.id = id(&format!("s{number}"));
            session.date = Some(date(2026, 12, 1));
            change(&mut session);
            book.apply(&new(Record::Session(session)));
        }
        book
    }

    fn edited(book: &Book, kind: Kind, id: &str, edit: impl FnOnce(&mut Record)) -> Followed {
        let before = book.record(&Link::new(kind, self::id(id))).unwrap().to_owned();
        let mut after = before.clone();
        edit(&mut after);
        followed(book, vec![Change { before: Some(before), after: Some(after) }], TODAY)
    }

    #[test]
    fn an_action_is_done_today_where_nobody_says_when() {
        let book = Book::default();
        let open = Action { id: Id::parse("a1").unwrap(), ..Action::default() };
        let day = |done_on| {
            let after = Action { status: Some(ActionStatus::Done), done_on, ..open.clone() };
            let change = Change { before: Some(Record::Action(open.clone())), after: Some(Record::Action(after)) };
            match followed(&book, vec![change], date(2026, 11, 22)).changes.pop().and_then(|change| change.after) {
                Some(Record::Action(action)) => action.done_on,
                _ => None,
            }
        };
        assert_eq!(day(None), Some(date(2026, 11, 22)));
        assert_eq!(day(Some(date(2026, 11, 1))), Some(date(2026, 11, 1)));
    }

    #[test]
    fn sessions_ahead_follow_their_coaching_until_they_are_changed() {
        let book = book(&[
            |_| {},
            |session| session.tutors = [id("p9")].into_iter().collect(),
            |session| session.status = Some(SessionStatus::Held),
            |session| session.date = Some(date(2026, 11, 1)),
            |session| session.date = None,
        ]);
        let followed =
            edited(&book, Kind::Coaching, "c1", |record| *record = Record::Coaching(coaching(&["p2", "p3"])));
        let links: Vec<String> = followed.sessions.iter().map(|link| link.id.to_string()).collect();
        assert_eq!(links, ["s0", "s4"], "neither the one with its own tutor nor those that are over");
        for change in followed.changes.iter().skip(1) {
            let Some(Record::Session(session)) = &change.after else { panic!("a session") };
            assert_eq!(session.tutors.iter().map(ToString::to_string).collect::<Vec<_>>(), ["p2", "p3"]);
        }
    }

    #[test]
    fn a_held_session_sets_its_coaching_under_way_once() {
        let book = book(&[|_| {}, |session| session.status = Some(SessionStatus::Held)]);
        let hold = |record: &mut Record| {
            if let Record::Session(session) = record {
                session.status = Some(SessionStatus::Held);
            }
        };
        let followed = edited(&book, Kind::Session, "s0", hold);
        assert_eq!(followed.under_way.len(), 1);
        let Some(Record::Coaching(after)) = &followed.changes[1].after else { panic!("a coaching") };
        assert_eq!(after.status, Some(CoachingStatus::UnderWay));
        assert_eq!(edited(&book, Kind::Session, "s1", hold).changes.len(), 1, "it was held before");
    }

    #[test]
    fn what_is_over_or_put_off_is_not_set_under_way() {
        for status in CoachingStatus::ALL {
            let one = Coaching { status: Some(*status), ..coaching(&[]) };
            let begins = matches!(status.key(), "waiting" | "requested" | "offered" | "planning");
            assert_eq!(has_not_begun(&one), begins, "{status:?}");
        }
    }

    #[test]
    fn the_checklist_keeps_its_distance_unless_it_was_changed_too() {
        let book = book(&[|session| {
            let item =
                ChecklistItem { what: "kahvit".into(), due: Some(date(2026, 11, 30)), ..ChecklistItem::default() };
            session.checklist.push(item);
        }]);
        let due = |followed: &Followed| match &followed.changes[0].after {
            Some(Record::Session(session)) => session.checklist[0].due,
            _ => None,
        };
        let later = |record: &mut Record| {
            if let Record::Session(session) = record {
                session.date = Some(date(2026, 12, 11));
            }
        };
        assert_eq!(due(&edited(&book, Kind::Session, "s0", later)), Some(date(2026, 12, 10)));
        let both = |record: &mut Record| {
            later(record);
            if let Record::Session(session) = record {
                session.checklist.make_mut()[0].due = Some(date(2026, 12, 5));
            }
        };
        assert_eq!(due(&edited(&book, Kind::Session, "s0", both)), Some(date(2026, 12, 5)));
    }

    #[test]
    fn several_changes_at_once_follow_from_what_the_others_leave() {
        let book = book(&[|_| {}]);
        let link = Link::new(Kind::Session, id("s0"));
        let before = book.record(&link).unwrap().to_owned();
        let Record::Session(mut session) = before.clone() else { panic!("a session") };
        session.status = Some(SessionStatus::Held);
        let renamed = Coaching { wish: "uusi".into(), ..coaching(&["p2"]) };
        let changes = vec![
            Change { before: Some(before), after: Some(Record::Session(session)) },
            Change { before: Some(Record::Coaching(coaching(&["p1"]))), after: Some(Record::Coaching(renamed)) },
        ];
        let followed = followed(&book, changes, TODAY);
        assert_eq!(followed.changes.len(), 2, "each record changes once");
        let Some(Record::Coaching(after)) = &followed.changes[1].after else { panic!("a coaching") };
        assert_eq!((after.status, after.wish.as_str()), (Some(CoachingStatus::UnderWay), "uusi"));
        assert!(followed.sessions.is_empty(), "it was held in the same change");
    }

    #[test]
    fn answered_questions_stay_and_changed_ones_are_the_next_version() {
        let mut book = crate::store::load(&crate::store::Source::Example).book;
        let before = book.info().unwrap().clone();
        let change = |edit: fn(&mut Questionnaire)| {
            let mut after = before.clone();
            after.questionnaires.make_mut().iter_mut().filter(|it| it.key == "coaching").for_each(edit);
            vec![Change { before: Some(Record::Book(before.clone())), after: Some(Record::Book(after)) }]
        };
        let reword: fn(&mut Questionnaire) = |it| {
            it.questions.make_mut().iter_mut().filter(|it| it.key == "goals").for_each(|it| it.text.fi = "Uusi".into());
        };
        let versions = |followed: &Followed| {
            let Some(Record::Book(info)) = followed.changes[0].after.clone() else { panic!("the book's record") };
            let of_key = info.questionnaires.iter().filter(|it| it.key == "coaching");
            let row = |it: &Questionnaire| {
                let goals = it.questions.iter().find(|it| it.key == "goals").unwrap();
                (it.version, goals.text.fi == "Uusi", it.id.is_empty() && goals.id.is_empty())
            };
            of_key.map(row).collect::<Vec<_>>()
        };
        let silent = followed(&book, change(reword), TODAY);
        assert_eq!(versions(&silent), [(Some(1), true, false)], "nobody has answered");
        let form = Feedback { id: id("f1"), questionnaire: "coaching".into(), version: Some(1), ..Feedback::default() };
        book.apply(&new(Record::Feedback(form)));
        let answered = followed(&book, change(reword), TODAY);
        assert_eq!(versions(&answered), [(Some(1), false, false), (Some(2), true, true)]);
        assert_eq!(answered.versions.iter().map(|(_, version)| *version).collect::<Vec<_>>(), [2]);
        let renamed = followed(&book, change(|it| it.name.fi = "Uusi nimi".into()), TODAY);
        assert_eq!(versions(&renamed), [(Some(1), false, false)], "a name is no question");
        let numbered = followed(&book, change(|it| it.version = Some(7)), TODAY);
        assert_eq!(versions(&numbered), [(Some(1), false, false), (Some(7), false, true)]);
    }
}
