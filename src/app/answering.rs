//! Taking down what somebody says of a session or coaching: which one is meant, and the form for it.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::App;
use crate::book::Book;
use crate::dialogs::enter::Enter;
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::{Coaching, Kind, Link, RecordRef, Session, SessionStatus, Value, Voice};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, Fate, Layer};
use crate::planning::answerers::{counted, is_many};
use crate::planning::figures::has_been_held;
use crate::text::Safe;

/// So many sessions are offered where nothing says which is meant: those of the last weeks and months.
const OFFERED: usize = 200;

impl App {
    /// What a form would be about here, where `n` means to take one down.
    pub(super) fn asked_about(cx: &Cx<'_>, top: &dyn Layer) -> Option<Link> {
        top.asks_about(cx).filter(|link| matches!(link.kind, Kind::Session | Kind::Coaching))
    }

    /// The form for a new feedback that begins with these values; where they do not say what it is about, that is
    /// asked.
    pub(super) fn take_down(&mut self, filled: &[(&'static str, Value)]) -> Vec<Effect> {
        let value = |key: &str| filled.iter().find(|(other, _)| *other == key).map(|(_, value)| value);
        let voice = match value("voice") {
            Some(Value::Choice("tutor")) => Voice::Tutor,
            _ => Voice::Receiving,
        };
        let questionnaire = match value("questionnaire") {
            Some(Value::Text(key)) => Some(key.as_str()),
            _ => None,
        };
        if let Some(Value::Link(about)) = value("about") {
            let cx = self.desk.cx();
            let kept = Enter::kept(&cx, about, questionnaire).filter(|_| !is_many(cx.showing.book, about, voice));
            if let Some(name) = kept.map(|kept| kept.name.clone()) {
                // There is one form only: what was begun of it is that.
                let effects = self.unfinished(&name, Fate::Continue);
                self.toast = self.desk.texts.say("enter-goes-on");
                return effects;
            }
            let opened = Enter::open(&cx, about, voice, questionnaire);
            match opened {
                Ok(layers) => self.above.extend(layers),
                Err(words) => self.toast = words,
            }
            return Vec::new();
        }
        let of = match (value("municipality"), value("entered_by")) {
            (Some(Value::Ref(id)), _) => Some(Link::new(Kind::Municipality, id.clone())),
            (_, Some(Value::Ref(id))) => Some(Link::new(Kind::Person, id.clone())),
            _ => None,
        };
        self.ask_which(of.as_ref())
    }

    /// The form for what is under the cursor, else for what one chooses.
    pub(super) fn take_feedback(&mut self) -> Vec<Effect> {
        let cx = self.desk.cx();
        let subjects = self.top().map(|top| top.subjects(&cx)).unwrap_or_default();
        match subjects.as_slice() {
            [one] if matches!(one.kind, Kind::Session | Kind::Coaching) => {
                self.take_down(&[("about", Value::Link(one.clone()))])
            }
            [one] if !held(cx.showing.book, Some(one), cx.showing.today).is_empty() => self.ask_which(Some(one)),
            _ => self.ask_which(None),
        }
    }

    /// Which session or coaching a form is about, those of this record where there is one; the only one is not asked.
    fn ask_which(&mut self, of: Option<&Link>) -> Vec<Effect> {
        let cx = self.desk.cx();
        let found = held(cx.showing.book, of, cx.showing.today);
        match found.as_slice() {
            [] => self.toast = cx.showing.texts.say("enter-nothing-held"),
            [one] if of.is_some() => {
                let about = ("about", Value::Link(one.clone()));
                return self.take_down(&[about]);
            }
            many => {
                let choices = many.iter().map(|link| choice(&cx, link)).collect();
                let label = cx.showing.texts.say("enter-which");
                self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
            }
        }
        Vec::new()
    }
}

fn choice(cx: &Cx<'_>, link: &Link) -> Choice {
    let day = cx.showing.book.record(link).and_then(|record| day(cx.showing.book, record));
    let day = day.map(|day| cx.showing.texts.day(day, cx.showing.today));
    let counted = counted(cx.showing.book, link);
    let answers = (counted.expected > 0).then(|| Safe::line(&format!("{}/{}", counted.given, counted.expected)));
    Choice {
        beside: Safe::join(day.into_iter().chain(answers), &Safe::own(" · ")),
        also: cx.showing.texts.say(&format!("kind-{}", link.kind.key())),
        ..Choice::new(cx.showing.link(link), Answer::Add(Kind::Feedback, link.clone()))
    }
}

fn day(book: &Book, record: RecordRef<'_>) -> Option<Date> {
    match record {
        RecordRef::Session(session) => session.date,
        RecordRef::Coaching(coaching) => {
            let sessions = crate::planning::questionnaires::sessions_of(book, &coaching.id);
            sessions.filter_map(|session| session.date).max()
        }
        _ => None,
    }
}

/// The sessions whose day has come, the latest first, and the coachings of which no session is known.
fn held(book: &Book, of: Option<&Link>, today: Date) -> Vec<Link> {
    let is_over = |session: &&Session| {
        session.status != Some(SessionStatus::Cancelled) && session.date.is_some_and(|day| day <= today)
    };
    let alone = |coaching: &&Coaching| {
        let mut sessions = crate::planning::questionnaires::sessions_of(book, &coaching.id);
        has_been_held(book, coaching) && sessions.next().is_none()
    };
    let mut sessions: Vec<&Session> = match of {
        Some(link) => book.referring_as::<Session>(link).filter(is_over).collect(),
        None => book.all::<Session>().filter(is_over).collect(),
    };
    sessions.sort_by_key(|session| (Reverse(session.date), &session.id));
    sessions.dedup_by_key(|session| &session.id);
    let coachings: Vec<&Coaching> = match of {
        Some(link) => book.referring_as::<Coaching>(link).filter(alone).collect(),
        None => book.all::<Coaching>().filter(alone).collect(),
    };
    let sessions = sessions.into_iter().take(OFFERED).map(|it| Link::new(Kind::Session, it.id.clone()));
    sessions.chain(coachings.into_iter().map(|it| Link::new(Kind::Coaching, it.id.clone()))).collect()
}
