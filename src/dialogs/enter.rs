//! A questionnaire filled in while somebody answers on the phone, or from a pile of paper: one key an answer, all rows
//! to be seen, the next form of the same session without leaving.
//!
//! Owns what is asked in which order, what a key answers, and what becomes of a form. No name is kept: of who answers
//! only the municipality, of a tutor nothing but the hours, which go to the session.

mod finish;
mod sheet;
mod strokes;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::{
    Act, Answering, Column, Feedback, Hours, Id, Kind, Link, Questionnaire, Record, Session, Value, Voice,
};
use crate::effect::Effect;
use crate::entry::working_time;
use crate::form::draft::{Frame, Layered, Unfinished};
use crate::form::field::Content;
use crate::form::{Form, Hand, Near, TUTOR};
use crate::keys::{Chord, Key};
use crate::layer::{Answer, Cx, Fate, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::answerers::{self, Time};
use crate::planning::questionnaires;
use crate::text::Safe;

use finish::{changes, off_the_scale};
use sheet::{Place, Sheet, Slot};
use strokes::{Stroke, stroke};

/// The form.
#[derive(Debug)]
pub struct Enter {
    /// The feedback as it was when the form was opened, without an id where it is a new one.
    base: Feedback,
    /// The day, who answers, and whose hours are told.
    head: Form,
    sheet: Sheet,
    focus: usize,
    top: usize,
    /// The cells of what is typed below a question when it was last settled.
    width: u16,
    /// The number typed next takes the place of what stands there.
    is_fresh: bool,
    trouble: Option<Safe>,
    /// Which form in a row it is.
    number: usize,
    /// The municipality that has answered before, of which was asked what becomes of that.
    asked_about: Option<Id>,
    /// That questions were passed by was told.
    is_warned: bool,
}

/// What may become of it that somebody has answered before, or of a form that was begun; as [`Answer::Chosen`] holds it.
mod fate {
    pub(super) const CHANGE: usize = 0;
    pub(super) const ONE_MORE: usize = 1;
    pub(super) const TUTORS: usize = 2;
    pub(super) const ANEW: usize = 3;
}

impl Enter {
    /// The layers of a new form about this on its questionnaire for a voice; on `questionnaire` where one is named.
    ///
    /// # Errors
    /// Why nobody is asked: a sentence.
    pub fn open(
        cx: &Cx<'_>,
        about: &Link,
        voice: Voice,
        questionnaire: Option<&str>,
    ) -> Result<Vec<Box<dyn Layer>>, Safe> {
        let (book, texts) = (cx.showing.book, cx.showing.texts);
        if answerers::time(book, about, cx.showing.today) == Some(Time::Cancelled) {
            return Err(texts.tell("enter-cancelled", &[("what", cx.showing.link(about).into())]));
        }
        let asked = match questionnaire {
            Some(key) => questionnaires::latest(book, key),
            None => questionnaires::for_link(book, about, voice),
        };
        let Some(asked) = asked else { return Err(texts.say("enter-no-questionnaire")) };
        let mut dialog = Self::blank(cx, about, asked, voice, 1);
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let picker = match Self::kept(cx, about, questionnaire) {
            Some(kept) => Some(going_on(cx, kept)),
            None => dialog.asked_again(cx),
        };
        layers.push(Box::new(dialog));
        layers.extend(picker);
        Ok(layers)
    }

    /// A new form about this that was begun and not finished: months later another one than before.
    pub fn kept<'a>(cx: &Cx<'a>, about: &Link, questionnaire: Option<&str>) -> Option<&'a Unfinished> {
        let is_later = |key: &str| key == questionnaires::FOLLOW_UP;
        let is_its = |layered: &Layered| match &layered.frame {
            Frame::Answers { base } => match base.as_ref() {
                Record::Feedback(form) => {
                    form.id.is_empty()
                        && form.about.as_ref() == Some(about)
                        && is_later(&form.questionnaire) == questionnaire.is_some_and(is_later)
                }
                _ => false,
            },
            _ => false,
        };
        cx.unfinished.iter().find(|kept| !kept.held && kept.layers.first().is_some_and(is_its))
    }

    /// The same, the cursor on this question or on the comment.
    pub fn edit_at(cx: &Cx<'_>, feedback: &Feedback, question: &str) -> Option<Self> {
        let mut dialog = Self::edit(cx, feedback)?;
        let is_it = |slot: &Slot| match slot.place {
            Place::Question if question == questionnaires::COMMENT => slot.answering == Answering::Comment,
            Place::Question => slot.question() == Some(question),
            _ => false,
        };
        dialog.focus = dialog.sheet.slots.iter().position(is_it).unwrap_or(dialog.focus);
        dialog.settle(cx);
        Some(dialog)
    }

    /// A form for changing what somebody answered; nothing where no questionnaire is known that it answers.
    pub fn edit(cx: &Cx<'_>, feedback: &Feedback) -> Option<Self> {
        questionnaires::of(cx.showing.book, feedback)?;
        let mut dialog = Self::holding(cx, feedback.clone(), 1);
        let first = dialog.sheet.slots.iter().position(|slot| !slot.is_head());
        dialog.focus = first.unwrap_or(0);
        dialog.settle(cx);
        Some(dialog)
    }

    /// A form as its draft kept it.
    pub fn restored(cx: &Cx<'_>, layered: &Layered) -> Option<Self> {
        let Frame::Answers { base } = &layered.frame else { return None };
        let Record::Feedback(base) = base.as_ref() else { return None };
        let mut dialog = Self::holding(cx, base.clone(), 1);
        dialog.head.restore(layered);
        dialog.sheet.restore(&layered.fields);
        dialog.sheet.ask(cx.showing, &dialog.base);
        dialog.focus = layered.focus.min(dialog.sheet.slots.len().saturating_sub(1));
        dialog.enter_row(cx);
        dialog.settle(cx);
        Some(dialog)
    }

    /// An answer of a draft on a line, with its question; nothing where the key is no answer's.
    pub(super) fn line_of(cx: &Cx<'_>, layered: &Layered, key: &str, text: &str) -> Option<Safe> {
        let Frame::Answers { base } = &layered.frame else { return None };
        let Record::Feedback(base) = base.as_ref() else { return None };
        sheet::line_of(cx.showing, base, key, text)
    }

    /// An empty form, the cursor where the first thing is to be typed.
    fn blank(cx: &Cx<'_>, about: &Link, questionnaire: &Questionnaire, voice: Voice, number: usize) -> Self {
        let base = Feedback {
            about: Some(about.clone()),
            voice: Some(questionnaire.voice.unwrap_or(voice)),
            questionnaire: questionnaire.key.clone(),
            version: questionnaire.version,
            entered_by: cx.me.cloned(),
            ..Feedback::default()
        };
        let mut dialog = Self::holding(cx, base, number);
        dialog.begin(cx);
        dialog
    }

    fn holding(cx: &Cx<'_>, base: Feedback, number: usize) -> Self {
        let sheet = Sheet::of(cx.showing, &base);
        let head = head(cx, &base);
        let mut dialog = Self {
            base,
            head,
            sheet,
            focus: 0,
            top: 0,
            width: 1,
            is_fresh: true,
            trouble: None,
            number,
            asked_about: None,
            is_warned: false,
        };
        dialog.settle(cx);
        dialog
    }

    /// The cursor goes to who answers, and past that where it goes without saying.
    fn begin(&mut self, cx: &Cx<'_>) {
        let who = self.sheet.slots.iter().position(|slot| matches!(slot.place, Place::Municipality | Place::Tutor));
        let known = self.chosen(if self.is_tutor() { TUTOR.key } else { "municipality" }).is_some();
        self.focus = if known { self.first() } else { who }.unwrap_or(0);
        self.fill_hours(cx);
        self.enter_row(cx);
        self.settle(cx);
    }

    /// The first question.
    fn first(&self) -> Option<usize> {
        self.sheet.slots.iter().position(|slot| !slot.is_head())
    }

    /// The hours the tutor has on record stand there to begin with.
    fn fill_hours(&mut self, cx: &Cx<'_>) {
        let row = self.sheet.slots.iter().find(|slot| slot.answering == Answering::Hours && !slot.is_head());
        let Some(key) = row.filter(|_| self.is_new() && self.is_tutor()).map(|slot| slot.key.clone()) else { return };
        let recorded = self.recorded(cx).map(|row| view::hours_typed(cx, row)).unwrap_or_default();
        self.sheet.begin(&key, &recorded);
    }

    /// The hours on record of the tutor who is chosen.
    fn recorded<'a>(&self, cx: &Cx<'a>) -> Option<&'a Hours> {
        let about = self.base.about.as_ref()?;
        answerers::hours_of(cx.showing.book, about, &self.chosen(TUTOR.key)?)
    }

    /// What is wrong with the hours in the row at hand.
    fn wrong_hours(&self, cx: &Cx<'_>) -> Option<Safe> {
        let slot = self.slot().filter(|slot| slot.answering == Answering::Hours && !slot.is_head())?;
        let told = working_time(self.sheet.text(slot).trim());
        told.err().map(|trouble| trouble.sentence(cx.showing.texts))
    }

    fn is_tutor(&self) -> bool {
        self.base.voice == Some(Voice::Tutor)
    }

    fn is_new(&self) -> bool {
        self.base.id.is_empty()
    }

    fn is_changed(&self) -> bool {
        self.sheet.is_changed() || self.head.is_changed()
    }

    fn slot(&self) -> Option<&Slot> {
        self.sheet.slots.get(self.focus)
    }

    /// Who is chosen in a field above the questions.
    fn chosen(&self, key: &str) -> Option<Id> {
        let field = self.head.fields().iter().find(|field| field.column.key == key)?;
        match field.content() {
            Content::Pick(pick) => pick.chosen().first().and_then(|value| match value {
                Value::Ref(id) => Some(id.clone()),
                _ => None,
            }),
            _ => None,
        }
    }

    /// Those who may have been there come first where one chooses.
    fn near(&self, cx: &Cx<'_>) -> Vec<Id> {
        let Some(about) = &self.base.about else { return Vec::new() };
        let book = cx.showing.book;
        if self.is_tutor() {
            return answerers::tutors(book, about).to_vec();
        }
        let answered = |id: &Id| answerers::already(book, about, &self.base.questionnaire, id).is_some();
        let all = answerers::municipalities(book, about);
        all.into_iter().filter(|id| !answered(id)).collect()
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.width = view::width(self, cx);
        let heights = view::heights(self, cx);
        let room = usize::from(crate::widgets::statements::rows_height(cx.body.height)).max(1);
        let from: usize = heights.iter().take(self.focus).sum();
        let until = from + heights.get(self.focus).copied().unwrap_or(1);
        let all: usize = heights.iter().sum();
        // The line that says how much is below must not cover the row.
        let lowest = if until < all { until + 1 } else { until };
        self.top = self.top.min(from).max(lowest.saturating_sub(room)).min(from);
    }

    /// The number of the head's field a row is.
    fn field(&self, at: usize) -> Option<usize> {
        let key = match self.sheet.slots.get(at)?.place {
            Place::Day => "given_on",
            Place::Municipality => "municipality",
            Place::Tutor => TUTOR.key,
            Place::Question | Place::Quote => return None,
        };
        self.head.fields().iter().position(|field| field.column.key == key)
    }

    fn with_head<T>(&mut self, cx: &Cx<'_>, act: impl FnOnce(&mut Form, Hand<'_>) -> T) -> T {
        let near = self.near(cx);
        act(&mut self.head, Hand { near: Near::These(&near), ..cx.hand() })
    }

    fn enter_row(&mut self, cx: &Cx<'_>) {
        self.is_fresh = true;
        if let Some(field) = self.field(self.focus) {
            self.with_head(cx, |head, hand| {
                head.go(hand, field);
                head.open(hand);
            });
        }
    }

    /// Leaves the row for another one; tells what comes between where somebody has answered before.
    fn go(&mut self, cx: &Cx<'_>, to: usize) -> Reply {
        self.trouble = self.wrong_hours(cx).filter(|_| to != self.focus);
        if self.trouble.is_some() {
            return Reply::default();
        }
        if let Some(field) = self.field(self.focus) {
            self.with_head(cx, |head, hand| head.go(hand, field));
        }
        self.focus = to.min(self.sheet.slots.len().saturating_sub(1));
        self.fill_hours(cx);
        self.enter_row(cx);
        let picker = self.asked_again(cx);
        self.settle(cx);
        picker.map(|picker| Reply::step(Step::Push(vec![picker]))).unwrap_or_default()
    }

    /// The row after or before this one; whether nothing may be quoted is not asked.
    fn beside(&self, forward: bool) -> Option<usize> {
        let comment = self.sheet.slots.iter().find(|slot| slot.answering == Answering::Comment);
        let nothing = comment.is_none_or(|slot| self.sheet.text(slot).trim().is_empty());
        let asked = |at: &usize| self.sheet.slots.get(*at).is_some_and(|slot| !(nothing && slot.place == Place::Quote));
        if forward { (self.focus + 1..self.sheet.slots.len()).find(asked) } else { (0..self.focus).rev().find(asked) }
    }

    /// On from a row that is answered: on the last one it stays, for Enter finishes.
    fn go_on(&mut self, cx: &Cx<'_>) -> Reply {
        if let Some(next) = self.beside(true) {
            return self.go(cx, next);
        }
        self.is_fresh = true;
        Reply::default()
    }

    fn go_back(&mut self, cx: &Cx<'_>) -> Reply {
        self.beside(false).map(|to| self.go(cx, to)).unwrap_or_default()
    }

    /// Enter: the next row, and on the last one finished. Who is not found is not passed by.
    fn pass(&mut self, cx: &Cx<'_>) -> Reply {
        if let Some(field) = self.field(self.focus) {
            self.with_head(cx, |head, hand| head.go(hand, field));
            if self.head.focused().is_some_and(|field| field.trouble().is_some()) {
                self.settle(cx);
                return Reply::default();
            }
        }
        match self.beside(true) {
            Some(next) => self.go(cx, next),
            None => self.finish(cx),
        }
    }

    /// A choice of what becomes of it that this municipality has answered before; asked once.
    fn asked_again(&mut self, cx: &Cx<'_>) -> Option<Box<dyn Layer>> {
        let before = self.before(cx).filter(|form| form.municipality != self.asked_about)?;
        self.asked_about.clone_from(&before.municipality);
        let texts = cx.showing.texts;
        let day = before.given_on.map(|day| texts.date(day)).unwrap_or_default();
        let who = cx.showing.id(Kind::Municipality, before.municipality.as_ref());
        let label = texts.tell("enter-already", &[("who", who.into()), ("day", day.into())]);
        let mut choices = vec![("enter-change-it", fate::CHANGE), ("enter-one-more", fate::ONE_MORE)];
        if let Some(at) = self.place_of_tutors(cx) {
            choices.insert(at, ("enter-tutors-form", fate::TUTORS));
        }
        let choices = choices.into_iter();
        let choices = choices.map(|(id, number)| Choice::new(texts.say(id), Answer::Chosen(number))).collect();
        Some(Box::new(Picker::new(cx, label, choices, 0).steady(texts.say("enter-choose-first"))))
    }

    /// Where a tutor's form stands among what can be done instead: first where nothing else is missing.
    fn place_of_tutors(&self, cx: &Cx<'_>) -> Option<usize> {
        let (book, about) = (cx.showing.book, self.base.about.as_ref()?);
        if self.base.questionnaire == questionnaires::FOLLOW_UP {
            return None;
        }
        questionnaires::for_link(book, about, Voice::Tutor)?;
        let only = answerers::tutors_missing(book, about) > 0
            && answerers::all_have_answered(book, about, &self.base.questionnaire);
        Some(if only { 0 } else { 2 })
    }

    /// What the municipality that is chosen has said before.
    fn before<'a>(&self, cx: &Cx<'a>) -> Option<&'a Feedback> {
        let about = self.base.about.as_ref().filter(|_| self.is_new() && !self.is_tutor())?;
        answerers::already(cx.showing.book, about, &self.base.questionnaire, &self.chosen("municipality")?)
    }

    /// Goes on with what the municipality has said before; what was typed here already stands in its place.
    fn change_before(&mut self, cx: &Cx<'_>) {
        let Some(mut other) = self.before(cx).and_then(|before| Self::edit(cx, before)) else { return };
        let typed: Vec<_> = self.sheet.kept().collect();
        other.sheet.restore(&typed);
        other.sheet.ask(cx.showing, &other.base);
        other.number = self.number;
        *self = other;
        self.settle(cx);
    }

    /// The other voice: what it is asked, in the place of what this one is. What was answered waits.
    fn switch_voice(&mut self, cx: &Cx<'_>) -> Reply {
        let voice = if self.is_tutor() { Voice::Receiving } else { Voice::Tutor };
        let about = self.base.about.clone();
        let asked = about.and_then(|about| questionnaires::for_link(cx.showing.book, &about, voice));
        let Some(asked) = asked else { return Reply::toast(cx.showing.texts.say("enter-no-questionnaire")) };
        self.base.voice = Some(voice);
        self.base.questionnaire = asked.key.clone();
        self.base.version = asked.version;
        self.sheet.ask(cx.showing, &self.base);
        self.trouble = None;
        self.begin(cx);
        let picker = self.asked_again(cx);
        picker.map(|picker| Reply::step(Step::Push(vec![picker]))).unwrap_or_default()
    }

    /// A letter where an answer is chosen.
    fn choose(&mut self, cx: &Cx<'_>, letter: char) -> Reply {
        let Some(Slot { key, answering, .. }) = self.slot().cloned() else { return Reply::default() };
        let stands = if self.is_fresh { String::new() } else { self.sheet.long(&key).text().to_owned() };
        match stroke(answering, &stands, letter) {
            Stroke::Answers(answer) => {
                self.sheet.put(&key, answer);
                return self.go_on(cx);
            }
            Stroke::Types(number) => {
                self.sheet.put(&key, &number);
                self.is_fresh = false;
                self.trouble = None;
            }
            Stroke::Wrong(typed) => self.trouble = Some(off_the_scale(cx, answering, &typed)),
        }
        Reply::default()
    }

    /// Backspace where an answer is chosen: takes it away, and from where none is goes to the row before.
    fn take_back(&mut self, cx: &Cx<'_>) -> Reply {
        let Some(key) = self.slot().map(|slot| slot.key.clone()) else { return Reply::default() };
        let mut text = self.sheet.long(&key).text().to_owned();
        if text.is_empty() {
            return self.go_back(cx);
        }
        text.pop();
        let rest = if self.is_fresh { "" } else { text.as_str() };
        self.sheet.put(&key, rest);
        self.trouble = None;
        Reply::default()
    }

    fn finish(&mut self, cx: &Cx<'_>) -> Reply {
        let wrong = self.with_head(cx, Form::check);
        if wrong > 0 {
            let at = self.head.focus();
            self.focus = (0..self.sheet.slots.len()).find(|row| self.field(*row) == Some(at)).unwrap_or(self.focus);
            return Reply::toast(cx.showing.texts.tell("form-wrong", &[("count", wrong.into())]));
        }
        // Somebody may have typed it in meanwhile, from another copy of the same paper.
        if let Some(picker) = self.asked_again(cx) {
            return Reply::step(Step::Push(vec![picker]));
        }
        if let Some(words) = self.passed_by(cx) {
            self.is_warned = true;
            self.trouble = Some(words);
            return Reply::default();
        }
        let mut feedback = self.base.clone();
        for (column, value) in self.with_head(cx, |head, hand| head.values(hand)) {
            match (column.key, value) {
                ("given_on", Value::Date(day)) => feedback.given_on = Some(day),
                ("given_on", _) => feedback.given_on = None,
                // A tutor's own municipality would tell who it was.
                ("municipality", Value::Ref(id)) if !self.is_tutor() => feedback.municipality = Some(id),
                ("municipality", _) if !self.is_tutor() => feedback.municipality = None,
                _ => {}
            }
        }
        let tutor = self.chosen(TUTOR.key).filter(|_| self.is_tutor());
        match changes(cx, &self.base, feedback, &self.sheet, tutor.as_ref()) {
            Err((row, words)) => {
                let reply = self.go(cx, row);
                self.trouble = Some(words);
                reply
            }
            Ok(changes) if changes.iter().all(|change| change.before == change.after) => {
                Reply { step: Step::Pop(None), toast: Some(cx.showing.texts.say("form-unchanged")), ..Reply::default() }
            }
            Ok(changes) => self.wished(changes),
        }
    }

    /// That questions on a scale were left without an answer; told once.
    fn passed_by(&self, cx: &Cx<'_>) -> Option<Safe> {
        let passed = self.sheet.passed_by();
        if self.is_warned || !self.is_new() || passed.is_empty() {
            return None;
        }
        let which = Safe::join(passed.iter().map(|slot| slot.text.cells(24)), &Safe::own(", "));
        Some(cx.showing.texts.tell("enter-passed-by", &[("count", passed.len().into()), ("which", which.into())]))
    }

    fn wished(&self, changes: Vec<Change>) -> Reply {
        let act = if self.is_new() { Act::Add } else { Act::Edit };
        Reply { wish: Some(Wish { act, changes }), step: Step::Again, ..Reply::default() }
    }

    /// It is kept: the next form of the same session, or none where nobody else can have filled one in.
    fn next_form(&mut self, cx: &Cx<'_>) -> Reply {
        let (book, texts) = (cx.showing.book, cx.showing.texts);
        let Some(about) = self.base.about.clone() else { return Reply::step(Step::Pop(None)) };
        let counted = answerers::counted(book, &about);
        let places = [
            ("what", cx.showing.link(&about).into()),
            ("given", (counted.given as usize).into()),
            ("expected", (counted.expected as usize).into()),
        ];
        let next = self.asked_next(cx, &about);
        let words = match next {
            Some((_, Voice::Tutor)) if !self.is_tutor() => "enter-kept-then-tutor",
            _ if counted.expected == 0 => "enter-kept",
            _ => "enter-kept-of",
        };
        let toast = Some(texts.tell(words, &places));
        let Some((asked, voice)) = next else {
            return Reply { step: Step::Pop(None), toast, ..Reply::default() };
        };
        let day = self.with_head(cx, |head, hand| head.values(hand));
        let is_nameless = self.chosen("municipality").is_none() && !self.is_tutor();
        let mut next = Self::blank(cx, &about, asked, voice, self.number + 1);
        if let Some((_, day)) = day.into_iter().find(|(column, _)| column.key == "given_on") {
            next.keep_day(cx, &day);
        }
        if is_nameless && !next.is_tutor() {
            // Of a pile without names each next one has none either: Up leads to the municipality.
            next.focus = next.first().unwrap_or(next.focus);
            next.is_fresh = true;
            next.settle(cx);
        }
        *self = next;
        Reply { toast, ..Reply::default() }
    }

    /// Which form comes next: of a coaching's meeting the tutor's once the municipality has answered.
    fn asked_next<'a>(&self, cx: &Cx<'a>, about: &Link) -> Option<(&'a Questionnaire, Voice)> {
        let book = cx.showing.book;
        let own = questionnaires::of(book, &self.base).filter(|_| self.is_new())?;
        if own.key == questionnaires::FOLLOW_UP {
            return None;
        }
        let missing = answerers::tutors_missing(book, about) > 0;
        if self.is_tutor() {
            return missing.then_some((own, Voice::Tutor));
        }
        let is_many = answerers::is_many(book, about, Voice::Receiving);
        let is_coached = book.get::<Session>(&about.id).is_some_and(|session| !session.coachings.is_empty());
        let is_done = !is_many || answerers::all_have_answered(book, about, &own.key);
        if is_done && is_coached && missing {
            return questionnaires::for_link(book, about, Voice::Tutor).map(|it| (it, Voice::Tutor));
        }
        is_many.then_some((own, Voice::Receiving))
    }

    /// A pile of paper is of one day: the next form begins with the day of the one before.
    fn keep_day(&mut self, cx: &Cx<'_>, day: &Value) {
        if let Value::Date(day) = day {
            let mut base = self.base.clone();
            base.given_on = Some(*day);
            self.head = head(cx, &base);
            self.begin(cx);
        }
    }

    fn text_row(&self) -> Option<&Slot> {
        self.slot().filter(|slot| slot.is_text())
    }

    /// Hours on record give way to those that are typed; a cursor key keeps them.
    fn make_way(&mut self, slot: &Slot) {
        let stood = self.is_new() && slot.answering == Answering::Hours && !self.sheet.is_typed(&slot.key);
        if std::mem::take(&mut self.is_fresh) && stood {
            self.sheet.put(&slot.key, "");
        }
    }

    /// Letters at once: into the text at hand, or one answer each.
    fn take_text(&mut self, cx: &Cx<'_>, text: &str) -> Reply {
        let mut last = Reply::default();
        for (at, letter) in text.char_indices() {
            let rest = text.get(at..).unwrap_or_default();
            let Some(slot) = self.slot().cloned() else { break };
            if slot.is_head() {
                self.with_head(cx, |head, hand| head.type_text(hand, rest));
                break;
            }
            if slot.is_text() {
                self.make_way(&slot);
                self.sheet.long(&slot.key).insert(rest);
                self.trouble = None;
                break;
            }
            last = self.choose(cx, letter);
            if self.trouble.is_some() || matches!(last.step, Step::Push(_)) {
                break;
            }
        }
        self.settle(cx);
        last
    }
}

/// Whether one goes on with a form that was begun about the same.
fn going_on(cx: &Cx<'_>, kept: &Unfinished) -> Box<dyn Layer> {
    let texts = cx.showing.texts;
    let go_on = Choice {
        beside: super::unfinished::described(cx, kept),
        ..Choice::new(texts.say("enter-go-on"), Answer::Unfinished(kept.name.clone(), Fate::Continue))
    };
    let anew = Choice::new(texts.say("enter-anew"), Answer::Chosen(fate::ANEW));
    let picker = Picker::new(cx, texts.say("enter-begun"), vec![go_on, anew], 0);
    Box::new(picker.steady(texts.say("enter-choose-first")))
}

/// The fields above the questions, filled with what goes without saying.
fn head(cx: &Cx<'_>, base: &Feedback) -> Form {
    let column = |key: &str| Kind::Feedback.columns().find(|column| column.key == key);
    let book = cx.showing.book;
    let is_new = base.id.is_empty();
    let day = base.given_on.or_else(|| is_new.then_some(cx.showing.today)).map_or(Value::Empty, Value::Date);
    let only = |ids: &[Id]| match ids {
        [one] if is_new => Some(Value::Ref(one.clone())),
        _ => None,
    };
    let about = base.about.as_ref();
    let who = about.and_then(|about| only(&answerers::municipalities(book, about)));
    let who = base.municipality.clone().map(Value::Ref).or(who).unwrap_or(Value::Empty);
    let tutor = about.and_then(|about| only(&answerers::tutors(book, about))).unwrap_or(Value::Empty);
    let fields: [Option<(&'static Column, Value)>; 3] =
        [column("given_on").map(|it| (it, day)), column("municipality").map(|it| (it, who)), Some((&TUTOR, tutor))];
    Form::new(cx.hand(), fields.into_iter().flatten())
}

impl Layer for Enter {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Down, Editor, Finish, NextField, NextView, Open, PageDown, PageUp, PreviousField, Up,
        };
        match command {
            Back | Close | Down | Finish | NextField | Open | PageDown | PageUp | PreviousField | Up => Ok(()),
            NextView if self.is_new() => Ok(()),
            NextView => Err("enter-voice-stays"),
            Editor => self.text_to_edit().map(|_| ()).ok_or("no-text-to-edit"),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let last = self.sheet.slots.len().saturating_sub(1);
        let page = usize::from(crate::widgets::statements::rows_height(cx.body.height)).max(1);
        let reply = match command {
            Command::Back | Command::Close if self.is_changed() => Reply::step(Step::Leave),
            Command::Back | Command::Close => Reply::step(Step::Pop(None)),
            Command::Open => self.pass(cx),
            Command::Finish => self.finish(cx),
            Command::NextField | Command::Down => {
                let to = self.beside(true).unwrap_or(0);
                self.go(cx, to)
            }
            Command::PreviousField | Command::Up => {
                let to = self.beside(false).unwrap_or(last);
                self.go(cx, to)
            }
            Command::PageDown => self.go(cx, (self.focus + page).min(last)),
            Command::PageUp => self.go(cx, self.focus.saturating_sub(page)),
            Command::NextView => self.switch_voice(cx),
            Command::Editor => {
                Reply { effects: self.text_to_edit().map(Effect::Edit).into_iter().collect(), ..Reply::default() }
            }
            _ => Reply::default(),
        };
        self.settle(cx);
        reply
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn type_key(&mut self, cx: &Cx<'_>, chord: Chord) -> Option<Reply> {
        let slot = self.slot()?.clone();
        let reply = if slot.is_head() {
            let width = self.width;
            let took = self.with_head(cx, |head, hand| head.type_key(hand, chord, width));
            match chord.key {
                _ if took => Reply::default(),
                Key::Backspace => self.go_back(cx),
                _ => return None,
            }
        } else if slot.is_text() {
            if chord.key == Key::Backspace && self.sheet.text(&slot).is_empty() {
                self.go_back(cx)
            } else {
                let width = self.width;
                if chord.letter().is_some() {
                    self.make_way(&slot);
                }
                self.is_fresh = false;
                let long = self.sheet.long(&slot.key);
                match chord.letter() {
                    Some(letter) => long.insert(letter.encode_utf8(&mut [0; 4])),
                    None if long.edit(chord, width) => {}
                    None => return None,
                }
                self.trouble = None;
                Reply::default()
            }
        } else {
            match chord.letter() {
                // The other voice has a letter where letters are no words.
                Some('v') => return None,
                Some(letter) => self.choose(cx, letter),
                None if chord.key == Key::Backspace => self.take_back(cx),
                None => return None,
            }
        };
        self.settle(cx);
        Some(reply)
    }

    fn type_text(&mut self, cx: &Cx<'_>, text: &str) -> Option<Reply> {
        Some(self.take_text(cx, text))
    }

    fn pasted(&mut self, cx: &Cx<'_>, _text: &str) -> Option<Reply> {
        let chooses = self.slot().is_some_and(|slot| !slot.is_head() && !slot.is_text());
        chooses.then(|| Reply::toast(cx.showing.texts.say("enter-paste-nowhere")))
    }

    fn layered(&self) -> Option<Layered> {
        if !self.is_changed() {
            return None;
        }
        let frame = Frame::Answers { base: Box::new(Record::Feedback(self.base.clone())) };
        let fields = self.head.kept().into_iter().chain(self.sheet.kept()).collect();
        Some(Layered { frame, fields, focus: self.focus })
    }

    fn typed_letters(&self) -> usize {
        (self.sheet.letters() + self.head.letters()).max(usize::from(self.is_changed()))
    }

    fn text_to_edit(&self) -> Option<String> {
        self.text_row().map(|slot| self.sheet.text(slot).to_owned())
    }

    fn edited(&mut self, cx: &Cx<'_>, text: &str) {
        if let Some(key) = self.text_row().map(|slot| slot.key.clone()) {
            self.sheet.put(&key, text);
        }
        self.settle(cx);
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        match answer {
            Answer::Made(Link { kind: Kind::Feedback, .. }) => return self.next_form(cx),
            Answer::Chosen(fate::CHANGE) => self.change_before(cx),
            Answer::Chosen(fate::TUTORS) if !self.is_tutor() => return self.switch_voice(cx),
            Answer::Chosen(fate::ANEW) => {
                let picker = self.asked_again(cx);
                return picker.map(|picker| Reply::step(Step::Push(vec![picker]))).unwrap_or_default();
            }
            _ => {}
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let at = self.slot().cloned();
        self.sheet.ask(cx.showing, &self.base);
        // The questions may be others now: the cursor stays on its own.
        let same = |slot: &Slot| at.as_ref().is_some_and(|at| (at.place, &at.key) == (slot.place, &slot.key));
        let again = self.sheet.slots.iter().position(same);
        self.focus = again.unwrap_or(self.focus).min(self.sheet.slots.len().saturating_sub(1));
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.base.about.iter().cloned().collect()
    }

    fn footer(&self, cx: &Cx<'_>) -> Vec<Command> {
        let mut commands = vec![Command::Open, Command::Finish, Command::Back];
        commands.extend(self.is_new().then_some(Command::NextView));
        commands.push(Command::Lookup);
        commands.extend([Command::Editor].into_iter().filter(|command| self.can(cx, *command).is_ok()));
        commands.extend([Command::PreviousField, Command::Help]);
        commands
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::NextView if self.is_tutor() => Some("enter-voice-receiving"),
            Command::NextView => Some("enter-voice-tutor"),
            Command::Back if self.number > 1 && !self.is_changed() => Some("enter-stop"),
            _ => None,
        }
    }

    fn told_keys(&self) -> Vec<(&'static str, &'static str)> {
        let all = [
            (Answering::Agreement, "1–5 -", "enter-scale-agreement"),
            (Answering::Recommend, "0–10 x -", "enter-scale-recommend"),
            (Answering::Change, "1–4 -", "enter-scale-change"),
            (Answering::YesNo, "k j y, e n, -", "enter-scale-yes-no"),
        ];
        let is_asked = |answering: Answering| {
            let alike = |other: Answering| if other == Answering::Contact { Answering::YesNo } else { other };
            self.sheet.slots.iter().any(|slot| !slot.is_head() && alike(slot.answering) == answering)
        };
        all.into_iter().filter(|(answering, ..)| is_asked(*answering)).map(|(_, keys, id)| (keys, id)).collect()
    }

    fn enter(&self) -> &'static str {
        if self.beside(true).is_none() { "enter-finish" } else { "enter-next" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        view::statements(self, cx).draw(buffer, area, cx.looks)
    }
}
