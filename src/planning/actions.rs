//! Follow-up actions: what one begins with, so that it says where it came from; how far those of a session or a
//! municipality have come; and the chain of them that a template gives.
//!
//! Owns what an action takes over from the record or the words it answers. Never changes the book.

use std::collections::BTreeSet;

use ecow::EcoString;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::clashes::municipalities;
use super::figures::is_open;
use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{
    Action, ActionStatus, Coaching, Feedback, Id, Kind, Link, Note, Person, RecordRef, Session, SessionStatus,
    Template, TemplateKind, TemplateTask, Who,
};
use crate::text::Safe;

/// The most letters of a quote that become what is to be done; the quote itself is kept whole.
const WHAT_LETTERS: usize = 120;

/// The field of a form that says somebody wishes to be contacted.
const WISH: &str = "wants_contact";

/// Where something came from: a record, and within it the words somebody used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The record.
    pub link: Link,
    /// The place in it: a question's key in a form, `comment`, a field's key; empty where the whole record is meant.
    pub field: EcoString,
    /// The words.
    pub quote: EcoString,
}

impl Source {
    /// A whole record, with the words it is quoted by: a note's text, a form's first words, else none.
    pub fn whole(book: &Book, link: &Link) -> Self {
        let (field, quote) = match book.record(link) {
            Some(RecordRef::Note(note)) => ("text".into(), note.text.clone()),
            Some(RecordRef::Feedback(form)) => {
                let (field, quote) = first_words(book, form).unwrap_or_default();
                // Whoever wishes to be called is called first, whatever else they said.
                (if form.wants_contact == Some(true) { WISH.into() } else { field }, quote)
            }
            _ => (EcoString::new(), EcoString::new()),
        };
        Self { link: link.clone(), field, quote }
    }
}

/// The first answer of a form in words, with its question; else the comment.
fn first_words(book: &Book, form: &Feedback) -> Option<(EcoString, EcoString)> {
    let in_words = |answer: &&crate::domain::Answer| {
        let question = super::questionnaires::question(book, form, &answer.question);
        let is_words = question.is_some_and(|it| it.answering == Some(crate::domain::Answering::Words));
        is_words && !answer.answer.trim().is_empty()
    };
    let answer = form.answers.iter().find(in_words).map(|answer| (answer.question.clone(), answer.answer.clone()));
    answer.or_else(|| (!form.comment.trim().is_empty()).then(|| ("comment".into(), form.comment.clone())))
}

/// An action that answers this: its municipality, where it came from, and, where somebody said something, their words
/// as what is to be done until one says it better. A wish to be contacted names whom to ring: the form itself never
/// does.
pub fn begun(showing: Showing<'_>, source: &Source, me: Option<&Id>) -> Action {
    let book = showing.book;
    let record = book.record(&source.link);
    let wishes = matches!(record, Some(RecordRef::Feedback(form)) if form.wants_contact == Some(true));
    let municipality = municipality_of(book, &source.link, showing.today);
    let call = wishes && source.field == WISH;
    let what = if call {
        let whom = contact_of(book, &source.link, municipality.as_ref(), showing.today);
        let name = whom.map_or_else(
            || showing.id(Kind::Municipality, municipality.as_ref()),
            |id| showing.id(Kind::Person, Some(&id)),
        );
        EcoString::from(showing.texts.tell("action-call", &[("name", name.into())]).as_str())
    } else {
        beginning(&source.quote)
    };
    Action {
        what,
        municipality,
        source: Some(source.link.clone()),
        source_field: source.field.clone(),
        quote: source.quote.clone(),
        owner: me.map_or(Who::Nobody, |id| Who::Person(id.clone())),
        status: Some(ActionStatus::Open),
        ..Action::default()
    }
}

/// The first line of what was said, as long as a line of a list.
fn beginning(quote: &str) -> EcoString {
    let line = quote.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    if line.chars().count() <= WHAT_LETTERS {
        return line.into();
    }
    let cut: String = line.chars().take(WHAT_LETTERS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    ecow::eco_format!("{whole}…")
}

/// The one municipality a record is about; none where it is about several or none.
pub fn municipality_of(book: &Book, link: &Link, today: Date) -> Option<Id> {
    match book.record(link)? {
        RecordRef::Municipality(it) => Some(it.id.clone()),
        RecordRef::Coaching(it) => it.municipality.clone(),
        RecordRef::Session(it) => match municipalities(book, it).as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        },
        RecordRef::Feedback(it) => {
            it.municipality.clone().or_else(|| municipality_of_other(book, it.about.as_ref(), today))
        }
        RecordRef::Note(it) => municipality_of_other(book, it.about.as_ref(), today),
        RecordRef::Action(it) => it.municipality.clone(),
        RecordRef::Practice(it) => it.municipality.clone(),
        RecordRef::Person(it) => workplace(it, today),
        _ => None,
    }
}

/// As [`municipality_of`], one step on; a note about a note leads no further, so that nothing leads round.
fn municipality_of_other(book: &Book, about: Option<&Link>, today: Date) -> Option<Id> {
    let about = about.filter(|about| !matches!(about.kind, Kind::Note | Kind::Feedback))?;
    municipality_of(book, about, today)
}

fn workplace(person: &Person, today: Date) -> Option<Id> {
    let places = person.present_affiliations(today).filter_map(|row| row.at.as_ref());
    places.into_iter().find(|at| at.kind == Kind::Municipality).map(|at| at.id.clone())
}

/// Whom one rings about a record: the contact of the coaching or session, else the municipality's contact person.
pub fn contact_of(book: &Book, link: &Link, municipality: Option<&Id>, today: Date) -> Option<Id> {
    let about = match book.record(link) {
        Some(RecordRef::Feedback(form)) => form.about.as_ref().and_then(|about| book.record(about)),
        Some(RecordRef::Note(note)) => note.about.as_ref().and_then(|about| book.record(about)),
        other => other,
    };
    let of_coaching = |coaching: &Coaching| {
        let own = municipality.is_none() || coaching.municipality.as_ref() == municipality;
        coaching.contacts.first().filter(|_| own).cloned()
    };
    let named = match about {
        Some(RecordRef::Coaching(coaching)) => of_coaching(coaching),
        Some(RecordRef::Session(session)) => {
            let coachings = session.coachings.iter().filter_map(|id| book.get::<Coaching>(id));
            let works_there = |id: &&Id| municipality.is_none() || works_at(book, id, municipality, today);
            let own = || session.contacts.iter().find(works_there).cloned();
            coachings.into_iter().find_map(of_coaching).or_else(own)
        }
        _ => None,
    };
    named.or_else(|| municipality.and_then(|id| contact_in(book, id, today)))
}

fn works_at(book: &Book, person: &Id, municipality: Option<&Id>, today: Date) -> bool {
    book.get::<Person>(person).and_then(|person| workplace(person, today)).as_ref() == municipality
}

/// The person one rings in a municipality: whoever was named as its contact last.
pub fn contact_in(book: &Book, municipality: &Id, today: Date) -> Option<Id> {
    let link = Link::new(Kind::Municipality, municipality.clone());
    let here = |person: &&Person| {
        let left = person.left_on.is_some_and(|day| day < today);
        !left && workplace(person, today).as_ref() == Some(municipality)
    };
    let last = |person: &&Person| {
        let roles = person.roles.iter().filter(|row| row.role == Some(crate::domain::Role::Contact));
        let season = roles.filter_map(|row| book.get::<crate::domain::Season>(row.season.as_ref()?)?.starts).max();
        (season, std::cmp::Reverse(person.id.clone()))
    };
    book.referring_as::<Person>(&link).filter(here).max_by_key(last).map(|person| person.id.clone())
}

/// How many of the actions somewhere are done. What was dropped is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// Done and to be done.
    pub all: usize,
}

impl Progress {
    /// How many of these actions are done.
    pub fn of<'a>(actions: impl Iterator<Item = &'a Action>) -> Self {
        let counted = actions.filter(|action| action.status != Some(ActionStatus::Dropped));
        counted.fold(Self::default(), |sum, action| Self {
            done: sum.done + usize::from(action.status == Some(ActionStatus::Done)),
            all: sum.all + 1,
        })
    }
}

/// The actions that came of a record: of itself, of the notes and forms about it, and of a coaching's sessions. A
/// municipality's are those that name it.
pub fn agreed<'a>(book: &'a Book, link: &Link) -> Vec<&'a Action> {
    let mut sources = BTreeSet::from([link.clone()]);
    if link.kind == Kind::Coaching {
        let sessions = book.referring_as::<Session>(link).filter(|session| session.coachings.contains(&link.id));
        sources.extend(sessions.map(|session| Link::new(Kind::Session, session.id.clone())));
    }
    let about: Vec<Link> = sources.iter().flat_map(|source| told_of(book, source)).collect();
    sources.extend(about);
    let from = |action: &&Action| action.source.as_ref().is_some_and(|source| sources.contains(source));
    let mut actions: Vec<&Action> = match link.kind {
        Kind::Municipality => {
            book.referring_as::<Action>(link).filter(|action| action.municipality.as_ref() == Some(&link.id)).collect()
        }
        _ => sources.iter().flat_map(|source| book.referring_as::<Action>(source)).filter(from).collect(),
    };
    // Of a session of two coachings each has the actions that are its own municipality's.
    if let Some(RecordRef::Coaching(coaching)) = book.record(link) {
        actions.retain(|action| action.municipality.is_none() || action.municipality == coaching.municipality);
    }
    actions
        .sort_by(|one, other| (one.due.is_none(), one.due, &one.id).cmp(&(other.due.is_none(), other.due, &other.id)));
    actions.dedup_by(|one, other| one.id == other.id);
    actions
}

fn told_of(book: &Book, link: &Link) -> Vec<Link> {
    let notes = book.referring_as::<Note>(link).filter(|note| note.about.as_ref() == Some(link));
    let forms = book.referring_as::<Feedback>(link).filter(|form| form.about.as_ref() == Some(link));
    let notes = notes.map(|note| Link::new(Kind::Note, note.id.clone()));
    notes.chain(forms.map(|form| Link::new(Kind::Feedback, form.id.clone()))).collect()
}

/// How far the actions of a record have come.
pub fn progress(book: &Book, link: &Link) -> Progress {
    Progress::of(agreed(book, link).into_iter())
}

/// "2 of 3 done"; nothing where nothing was agreed.
pub fn progress_in_words(showing: Showing<'_>, link: &Link) -> Option<Safe> {
    let Progress { done, all } = progress(showing.book, link);
    (all > 0).then(|| showing.texts.tell("actions-done", &[("done", done.into()), ("all", all.into())]))
}

/// The chains of actions the book has templates for.
pub fn chains(book: &Book) -> Vec<&Template> {
    let templates = book.info().into_iter().flat_map(|info| &info.templates);
    templates.filter(|template| template.kind == Some(TemplateKind::Actions) && !template.tasks.is_empty()).collect()
}

/// The actions a template gives for a record, which are not there yet. Days are counted from the session, where it
/// was held and the first of them is still to come; else from today, so that nothing begins overdue.
pub fn chain(showing: Showing<'_>, template: &Template, source: &Source, me: Option<&Id>) -> Vec<Action> {
    let book = showing.book;
    let held = day_of(book, &source.link).filter(|day| *day <= showing.today);
    let first = |from: Date| template.tasks.iter().filter_map(|task| due(task, from)).min();
    let from = held.filter(|day| first(*day).is_some_and(|first| first >= showing.today)).unwrap_or(showing.today);
    let there = agreed(book, &source.link);
    let whole = Source { field: EcoString::new(), quote: EcoString::new(), ..source.clone() };
    let begun = Action { quote: EcoString::new(), ..begun(showing, &whole, me) };
    let action = |task: &TemplateTask| {
        let what = task.what.in_tongue(showing.texts.tongue()).clone();
        Action { what, due: due(task, from), ..begun.clone() }
    };
    let is_new = |action: &Action| !there.iter().any(|other| other.what == action.what && is_open(other));
    template.tasks.iter().map(action).filter(is_new).collect()
}

/// The day of a session, the last one of a coaching that was held, or the day a note or a form was written.
fn day_of(book: &Book, link: &Link) -> Option<Date> {
    match book.record(link)? {
        RecordRef::Session(session) => session.last_day.max(session.date),
        RecordRef::Coaching(coaching) => {
            let link = Link::new(Kind::Coaching, coaching.id.clone());
            let held = |session: &&Session| session.status == Some(SessionStatus::Held);
            book.referring_as::<Session>(&link).filter(held).filter_map(|session| session.date).max()
        }
        RecordRef::Feedback(form) => form.given_on,
        RecordRef::Note(note) => note.at,
        _ => None,
    }
}

/// The day of a task: so many days or months on.
fn due(task: &TemplateTask, from: Date) -> Option<Date> {
    let bounded = |count: u32| i64::from(count.min(u32::from(u16::MAX)));
    let span = match (task.days_after, task.months_after) {
        (Some(days), _) => bounded(days).days(),
        (None, Some(months)) => bounded(months).months(),
        _ => return None,
    };
    from.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{Answer, Municipality, Record, SessionKind, Words};
    use crate::store::{Source as From, load};
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn session() -> Link {
        Link::new(Kind::Session, id("s1"))
    }

    /// The example with these records, and a meeting of Pornainen held on 16 November.
    fn with(records: Vec<Record>) -> Book {
        let mut book = load(&From::Example).book;
        let meeting = Session {
            id: id("s1"),
            kind: Some(SessionKind::Meeting),
            municipalities: [id("611")].into_iter().collect(),
            date: Some(date(2026, 11, 16)),
            status: Some(SessionStatus::Held),
            ..Session::default()
        };
        for record in std::iter::once(Record::Session(meeting)).chain(records) {
            book.apply(&Change { before: None, after: Some(record) });
        }
        book
    }

    fn form(wants_contact: bool) -> Record {
        let words = "Otamme etätuen käyttöön.\nJa kerromme siitä.";
        let answer = |question: &str, answer: &str| Answer {
            question: question.into(),
            answer: answer.into(),
            ..Answer::default()
        };
        Record::Feedback(Feedback {
            id: id("f1"),
            about: Some(session()),
            questionnaire: "coaching".into(),
            version: Some(1),
            answers: [answer("goals", "4"), answer("first-step", words)].into_iter().collect(),
            wants_contact: Some(wants_contact),
            ..Feedback::default()
        })
    }

    fn begin(book: &Book, link: &Link) -> Action {
        let texts = Texts::new(Tongue::Fi);
        let showing = Showing { book, texts: &texts, today: TODAY, season: None };
        begun(showing, &Source::whole(book, link), Some(&id("pme")))
    }

    #[test]
    fn what_somebody_said_becomes_what_is_to_be_done_with_all_of_it_kept() {
        let book = with(vec![form(false)]);
        let action = begin(&book, &Link::new(Kind::Feedback, id("f1")));
        assert_eq!(action.what, "Otamme etätuen käyttöön.");
        assert!(action.quote.ends_with("siitä."));
        assert_eq!((action.municipality, action.source_field.as_str()), (Some(id("611")), "first-step"));
        assert_eq!((action.owner, action.status), (Who::Person(id("pme")), Some(ActionStatus::Open)));
    }

    #[test]
    fn a_wish_for_contact_names_whom_to_call() {
        let book = with(vec![form(true)]);
        let action = begin(&book, &Link::new(Kind::Feedback, id("f1")));
        let Some(person) = contact_in(&book, &id("611"), TODAY) else { panic!("Pornainen has a contact") };
        let family = &book.get::<Person>(&person).unwrap().family;
        assert!(action.what.starts_with("Ota yhteyttä: ") && action.what.contains(family.as_str()), "{}", action.what);
    }

    #[test]
    fn a_session_counts_what_was_agreed_in_its_notes_and_forms() {
        let action = |key: &str, source: Link, status| {
            Record::Action(Action { id: id(key), source: Some(source), status: Some(status), ..Action::default() })
        };
        let note = Record::Note(Note { id: id("n1"), about: Some(session()), ..Note::default() });
        let book = with(vec![
            form(false),
            note,
            action("a1", Link::new(Kind::Feedback, id("f1")), ActionStatus::Done),
            action("a2", Link::new(Kind::Note, id("n1")), ActionStatus::Open),
            action("a3", session(), ActionStatus::Done),
            action("a4", session(), ActionStatus::Dropped),
        ]);
        assert_eq!(progress(&book, &session()), Progress { done: 2, all: 3 });
        let texts = Texts::new(Tongue::En);
        let showing = Showing { book: &book, texts: &texts, today: TODAY, season: None };
        assert_eq!(progress_in_words(showing, &session()).unwrap().as_str(), "2 of 3 done");
        assert_eq!(progress_in_words(showing, &Link::new(Kind::Municipality, id("018"))), None);
    }

    fn days(held: Date, today: Date) -> Vec<Option<Date>> {
        let mut book = with(Vec::new());
        let before = book.get::<Session>(&id("s1")).unwrap().clone();
        let after = Session { date: Some(held), ..before.clone() };
        book.apply(&Change { before: Some(Record::Session(before)), after: Some(Record::Session(after)) });
        let texts = Texts::new(Tongue::Fi);
        let showing = Showing { book: &book, texts: &texts, today, season: None };
        let template = chains(&book)[0].clone();
        chain(showing, &template, &Source::whole(&book, &session()), None).iter().map(|action| action.due).collect()
    }

    #[test]
    fn a_chain_counts_from_the_session_and_never_begins_overdue() {
        let on = |year, month, day| Some(date(year, month, day));
        let after = [on(2026, 11, 30), on(2027, 2, 16), on(2027, 3, 16)];
        assert_eq!(days(date(2026, 11, 16), TODAY), after, "two weeks, three and four months after it");
        let late = [on(2026, 12, 6), on(2027, 2, 22), on(2027, 3, 22)];
        assert_eq!(days(date(2026, 9, 1), TODAY), late, "long ago: from today");
        assert_eq!(days(date(2026, 12, 24), TODAY), late, "not held yet: from today");
        assert_eq!(days(Date::MAX, TODAY), late);
    }

    #[test]
    fn a_chain_is_agreed_once() {
        let mut book = with(Vec::new());
        let texts = Texts::new(Tongue::Fi);
        let template = chains(&book)[0].clone();
        let source = Source::whole(&book, &session());
        let made = chain(Showing { book: &book, texts: &texts, today: TODAY, season: None }, &template, &source, None);
        for (number, action) in made.into_iter().enumerate() {
            let after = Some(Record::Action(Action { id: id(&format!("a{number}")), ..action }));
            book.apply(&Change { before: None, after });
        }
        let again = chain(Showing { book: &book, texts: &texts, today: TODAY, season: None }, &template, &source, None);
        assert!(again.is_empty());
    }

    #[test]
    fn long_words_are_cut_between_words_and_kept_in_the_quote() {
        let long = "sana ".repeat(60);
        let cut = beginning(&long);
        assert!(cut.ends_with("sana…") && cut.chars().count() <= WHAT_LETTERS + 1);
        assert_eq!(beginning("\n  Lyhyt.\nToinen"), "Lyhyt.");
        assert_eq!(beginning(""), "");
    }

    #[test]
    fn a_note_about_a_note_leads_nowhere_and_a_municipality_to_itself() {
        let note = |key: &str, about: Link| Record::Note(Note { id: id(key), about: Some(about), ..Note::default() });
        let own = Link::new(Kind::Note, id("n1"));
        let book = with(vec![note("n1", own.clone())]);
        assert_eq!(municipality_of(&book, &own, TODAY), None);
        let place = Link::new(Kind::Municipality, id("611"));
        assert_eq!(municipality_of(&book, &place, TODAY), Some(id("611")));
        assert!(book.get::<Municipality>(&id("611")).is_some_and(|it| it.name != Words::default()));
    }
}
