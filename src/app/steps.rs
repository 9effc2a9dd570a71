//! How coachings and sessions go on: the next status with what it asks, a meeting of a coaching, a template.

use super::App;
use crate::book::Change;
use crate::book::title::title;
use crate::dialogs::form::{FormDialog, Subject};
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::{Act, Coaching, Id, Link, Record, RecordRef, Session, Template, Value};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, NOT_HERE, WhyNot, Wish};
use crate::planning::following::Followed;
use crate::planning::inherit;
use crate::planning::programme::{applied, suitable, template};
use crate::planning::status::next;
use crate::planning::steps::{asked, fields};
use crate::text::Safe;

impl App {
    /// `x`: what the step asks is offered for one record; several go on at once.
    pub(super) fn next_status(&mut self, links: &[Link]) -> Vec<Effect> {
        let cx = self.desk.cx();
        if let Some(errand) = Self::to_take_up(&cx, links) {
            self.push(|cx| Box::new(FormDialog::errand(cx, errand)));
            return Vec::new();
        }
        let today = self.desk.today();
        let step = |link: &Link| {
            let record = cx.showing.book.record(link)?;
            Some((record, next(record, today)?))
        };
        if let [one] = links
            && let Some((record, next)) = step(one)
            && !asked(next.as_ref()).is_empty()
        {
            let form = FormDialog::step(&cx, record, next.as_ref(), &fields(next.as_ref()));
            self.above.push(Box::new(form));
            return Vec::new();
        }
        let steps = links.iter().filter_map(step);
        let changes: Vec<Change> =
            steps.map(|(before, after)| Change { before: Some(before.to_owned()), after: Some(after) }).collect();
        let stepped = changes.first().and_then(|change| change.after.clone());
        let count = changes.len();
        let (_, effects) = self.commit(Wish { act: Act::Edit, changes });
        if let (1, Some(record)) = (count, stepped)
            && let Some((column, value)) = record.as_ref().field("status")
        {
            let status = self.desk.cx().showing.value(&column.kind, &value);
            let name = title(&self.desk.book, record.as_ref(), &self.desk.texts);
            self.toast = self.desk.texts.tell("status-now", &[("what", name.into()), ("status", status.into())]);
        }
        effects
    }

    /// A form for a meeting of this coaching, filled with what it takes over, at the day.
    pub(super) fn add_meeting(&mut self, coaching: &Link, filled: Vec<(&'static str, Value)>) {
        let cx = self.desk.cx();
        let Some(coaching) = cx.showing.book.get::<Coaching>(&coaching.id) else { return };
        let mut base = Box::new(Record::Session(inherit::session(cx.showing.book, coaching)));
        for (key, value) in filled {
            // What does not fit is left out: the form asks for it.
            let _fits = base.set(key, value);
        }
        let subject = Subject::Record { act: Act::Add, base, only: Vec::new() };
        let form = FormDialog::new(&cx, subject).at(&cx, "date");
        self.above.push(Box::new(form));
    }

    /// Whether there is a template for the session at hand.
    pub(super) fn can_template(cx: &Cx<'_>, records: &[RecordRef<'_>]) -> Result<(), WhyNot> {
        match records {
            [RecordRef::Session(session)] if suitable(cx.showing.book, session).is_empty() => Err("no-template"),
            [RecordRef::Session(_)] => Ok(()),
            [RecordRef::Session(_), _, ..] => Err("one-at-a-time"),
            _ => Err(NOT_HERE),
        }
    }

    /// `T`: the template that suits the session; of several one chooses.
    pub(super) fn take_template(&mut self, link: &Link) -> Vec<Effect> {
        let cx = self.desk.cx();
        let Some(session) = cx.showing.book.get::<Session>(&link.id) else { return Vec::new() };
        let templates = suitable(cx.showing.book, session);
        if let [one] = templates.as_slice() {
            let id = one.id.clone();
            return self.apply_template(link, &id);
        }
        let texts = cx.showing.texts;
        let choice = |template: &&Template| Choice {
            beside: texts.tell(
                "template-beside",
                &[("items", template.programme.len().into()), ("tasks", template.tasks.len().into())],
            ),
            ..Choice::new(Safe::line(&template.name), Answer::Template(link.clone(), template.id.clone()))
        };
        let choices = templates.iter().map(choice).collect();
        let label = texts.tell("template-label", &[("what", cx.showing.link(link).into())]);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
        Vec::new()
    }

    /// Puts what a template gives into a session that lacks it.
    pub(super) fn apply_template(&mut self, link: &Link, id: &Id) -> Vec<Effect> {
        let book = &self.desk.book;
        let (Some(session), Some(template)) = (book.get::<Session>(&link.id), template(book, id)) else {
            return Vec::new();
        };
        let after = applied(book, session, template);
        if after == *session {
            self.toast = self.desk.texts.say("template-nothing");
            return Vec::new();
        }
        let words = self.desk.texts.tell(
            "template-taken",
            &[
                ("items", (after.programme.len() - session.programme.len()).into()),
                ("tasks", (after.checklist.len() - session.checklist.len()).into()),
            ],
        );
        let change = Change { before: Some(Record::Session(session.clone())), after: Some(Record::Session(after)) };
        let (_, effects) = self.commit(Wish { act: Act::Edit, changes: vec![change] });
        self.toast = words;
        effects
    }

    /// What followed from a change, in words; nothing where nothing did.
    pub(super) fn told_followed(&self, followed: &Followed) -> Safe {
        let showing = self.desk.cx().showing;
        let under_way = followed
            .under_way
            .iter()
            .map(|link| showing.texts.tell("followed-under-way", &[("what", showing.link(link).into())]));
        let sessions = Some(followed.sessions.len()).filter(|count| *count > 0);
        let sessions = sessions.map(|count| showing.texts.tell("followed-sessions", &[("count", count.into())]));
        let tongue = showing.texts.tongue();
        let versions = followed.versions.iter().map(|(name, version)| {
            let places = [("name", Safe::line(name.in_tongue(tongue)).into()), ("number", (*version as usize).into())];
            showing.texts.tell("followed-version", &places)
        });
        Safe::join(under_way.chain(sessions).chain(versions), &Safe::own(" "))
    }
}
