//! What comes of what was said: an action, a chain of them, a practice, and who took one up.

use super::App;
use super::top;
use crate::book::Change;
use crate::dialogs::form::{FormDialog, Subject};
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::{Act, Id, Kind, Link, Record, RecordRef, Template};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, Errand, Layer, WhyNot, Wish};
use crate::planning::actions::{self, Source, chains};
use crate::planning::practices;
use crate::text::Safe;

/// What is asked of an action that answers something, in this order: the rest is known.
const ASKED: [&str; 4] = ["what", "municipality", "owner", "due"];

impl App {
    /// What an action begun here would come from: the words under the cursor, else the record.
    fn source(cx: &Cx<'_>, layer: &dyn Layer) -> Option<Source> {
        layer.source(cx).or_else(|| match layer.subjects(cx).as_slice() {
            [one] => Some(Source::whole(cx.showing.book, one)),
            _ => None,
        })
    }

    /// Whether something can come of what is here.
    ///
    /// # Errors
    /// The id of a text that says why not.
    pub(super) fn can_follow_up(cx: &Cx<'_>, top: &dyn Layer, chain: bool) -> Result<(), WhyNot> {
        let source = match (Self::source(cx, top), top.subjects(cx).len()) {
            (Some(source), _) => source,
            (None, 0) => return Err("nothing-here"),
            (None, _) => return Err("one-at-a-time"),
        };
        match source.link.kind {
            Kind::Book | Kind::Season => Err("act-needs"),
            _ if chain && chains(cx.showing.book).is_empty() => Err("no-chain"),
            _ => Ok(()),
        }
    }

    /// `a`: an action that answers this. All but its day is known, where somebody said something.
    pub(super) fn agree(&mut self) {
        let cx = self.desk.cx();
        let Some(source) = self.top().and_then(|top| Self::source(&cx, top)) else { return };
        self.agree_on(&source);
    }

    pub(super) fn agree_on(&mut self, source: &Source) {
        let cx = self.desk.cx();
        let action = actions::begun(cx.showing, source, cx.me);
        let missing = if action.what.is_empty() { "what" } else { "due" };
        let only = ASKED.map(Into::into).into();
        let subject = Subject::Record { act: Act::Add, base: Box::new(Record::Action(action)), only };
        let form = FormDialog::new(&cx, subject).at(&cx, missing);
        self.above.push(Box::new(form));
    }

    /// A new action or practice for this record: of the words under the cursor, where they are part of it.
    pub(super) fn follow_up(&mut self, kind: Kind, link: &Link) {
        let cx = self.desk.cx();
        let layer = top(&mut self.above, &mut self.tabs, self.tab);
        let said = layer.and_then(|layer| layer.source(&cx)).filter(|source| source.link == *link);
        let source = said.unwrap_or_else(|| Source::whole(cx.showing.book, link));
        if kind == Kind::Action {
            self.agree_on(&source);
            return;
        }
        let practice = practices::begun(cx.showing.book, &source, cx.showing.today);
        let base = Box::new(Record::Practice(practice));
        let form = FormDialog::new(&cx, Subject::Record { act: Act::Add, base, only: Vec::new() });
        self.above.push(Box::new(form));
    }

    /// `A`: the chain of actions a template gives; of several one chooses.
    pub(super) fn take_chain(&mut self) -> Vec<Effect> {
        let cx = self.desk.cx();
        let Some(source) = self.top().and_then(|top| Self::source(&cx, top)) else { return Vec::new() };
        let templates = chains(cx.showing.book);
        if let [one] = templates.as_slice() {
            let id = one.id.clone();
            return self.apply_chain(&source.link, &id);
        }
        let texts = cx.showing.texts;
        let choice = |template: &&Template| Choice {
            beside: texts.tell("chain-beside", &[("count", template.tasks.len().into())]),
            ..Choice::new(Safe::line(&template.name), Answer::Chain(source.link.clone(), template.id.clone()))
        };
        let choices = templates.iter().map(choice).collect();
        let label = texts.tell("template-label", &[("what", cx.showing.link(&source.link).into())]);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
        Vec::new()
    }

    /// Puts the actions of a chain into the book, as one change.
    pub(super) fn apply_chain(&mut self, link: &Link, template: &Id) -> Vec<Effect> {
        let cx = self.desk.cx();
        let book = cx.showing.book;
        let Some(template) = chains(book).into_iter().find(|it| it.id == *template) else { return Vec::new() };
        let source = Source::whole(book, link);
        let actions = actions::chain(cx.showing, template, &source, cx.me);
        if actions.is_empty() {
            self.toast = self.desk.texts.say("chain-nothing");
            return Vec::new();
        }
        let days =
            actions.iter().filter_map(|action| action.due).map(|day| cx.showing.texts.day(day, cx.showing.today));
        let days = Safe::join(days, &Safe::own(", "));
        let places = [("count", actions.len().into()), ("days", days.into())];
        let words = cx.showing.texts.tell("chain-taken", &places);
        let changes = actions.into_iter().map(|action| Change { before: None, after: Some(Record::Action(action)) });
        let (_, effects) = self.commit(Wish { act: Act::Chain, changes: changes.collect() });
        self.toast = words;
        effects
    }

    /// The practice `x` is pressed on: it is asked who took it up.
    pub(super) fn to_take_up(cx: &Cx<'_>, links: &[Link]) -> Option<Errand> {
        match links {
            [one] => match cx.showing.book.record(one)? {
                RecordRef::Practice(practice) => Some(Errand::TakeUp(practice.id.clone())),
                _ => None,
            },
            _ => None,
        }
    }
}
