//! What is asked on a form, row by row, and what was answered so far: text by question, so that an answer stays where
//! the questions change.

use std::collections::BTreeMap;

use ecow::{EcoString, eco_format};

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Answering, Feedback, Question, Voice};
use crate::form::draft::Kept;
use crate::form::field::Typed;
use crate::input::long::LongEdit;
use crate::planning::questionnaires::{self, is_scale, of};
use crate::text::Safe;

/// What stands before a question's key where answers are kept, so that none is taken for a field.
const ANSWER: &str = "answer.";

/// Where it is kept whether a comment may be quoted.
const QUOTE: &str = "quote.";

/// Where a comment is kept that no question asks for.
const REMARK: &str = "remark.";

/// What a row of the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The day it was given.
    Day,
    /// Who answers.
    Municipality,
    /// The tutor whose hours are told.
    Tutor,
    /// A question.
    Question,
    /// Whether the comment may be quoted.
    Quote,
}

/// A row of the form.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    /// What it is for.
    pub(super) place: Place,
    /// Where its answer is kept.
    pub(super) key: EcoString,
    /// How it is answered.
    pub(super) answering: Answering,
    /// What is asked.
    pub(super) text: Safe,
}

impl Slot {
    /// The key of its question.
    pub(super) fn question(&self) -> Option<&str> {
        self.key.strip_prefix(ANSWER)
    }

    /// Whether it is one of the fields above the questions.
    pub(super) fn is_head(&self) -> bool {
        matches!(self.place, Place::Day | Place::Municipality | Place::Tutor)
    }

    /// Whether one of several answers is chosen, which nobody can leave out but by saying so.
    fn is_chosen(&self) -> bool {
        self.place == Place::Question && (is_scale(self.answering) || self.answering == Answering::Change)
    }

    /// Whether one types text into it.
    pub(super) fn is_text(&self) -> bool {
        !self.is_head() && matches!(self.answering, Answering::Words | Answering::Comment | Answering::Hours)
    }
}

/// The rows and what was answered.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) slots: Vec<Slot>,
    given: BTreeMap<EcoString, LongEdit>,
    /// How many rows there are before those nobody asked for.
    asked: usize,
    /// The answers as they were when the form was opened.
    start: BTreeMap<EcoString, String>,
}

impl Sheet {
    /// The rows for a form that says this so far.
    pub(super) fn of(showing: Showing<'_>, feedback: &Feedback) -> Self {
        let mut sheet = Self::default();
        let questions = questions(showing.book, feedback);
        let key_of = |answering: Answering| {
            let asked = questions.iter().find(|question| question.answering == Some(answering));
            asked.map_or_else(|| EcoString::from(REMARK), |question| answer_key(&question.key))
        };
        for answer in feedback.answers.iter().rev() {
            // Of several answers to one question the first is the one that is corrected here.
            sheet.put(&answer_key(&answer.question), &answer.answer);
        }
        sheet.put(&key_of(Answering::Comment), &feedback.comment);
        if questions.iter().any(|question| question.answering == Some(Answering::Contact)) {
            sheet.put(&key_of(Answering::Contact), said(feedback.wants_contact));
        }
        sheet.put(QUOTE, said(feedback.may_be_quoted));
        sheet.given.retain(|_, long| !long.text().is_empty());
        sheet.start = sheet.given.iter().map(|(key, long)| (key.clone(), long.text().to_owned())).collect();
        sheet.ask(showing, feedback);
        sheet
    }

    /// Asks what the form's questionnaire asks now. What was answered to a question that is gone stays and is shown.
    pub(super) fn ask(&mut self, showing: Showing<'_>, feedback: &Feedback) {
        let tongue = showing.texts.tongue();
        let head = |place: Place, label: &str| Slot {
            place,
            key: EcoString::new(),
            answering: Answering::Words,
            text: showing.texts.field(label),
        };
        let who = if feedback.voice == Some(Voice::Tutor) {
            head(Place::Tutor, "tutor")
        } else {
            head(Place::Municipality, "municipality")
        };
        let asked = |question: &Question| Slot {
            place: Place::Question,
            key: answer_key(&question.key),
            answering: question.answering.unwrap_or(Answering::Words),
            text: Safe::line(question.text.in_tongue(tongue)),
        };
        let (open, closed): (Vec<Slot>, Vec<Slot>) = questions(showing.book, feedback)
            .iter()
            .map(asked)
            .partition(|slot| matches!(slot.answering, Answering::Words | Answering::Comment));
        let mut slots = vec![head(Place::Day, "given_on"), who];
        slots.extend(closed.into_iter().chain(open));
        self.asked = slots.len();
        slots.extend(self.extra(showing, feedback, &slots));
        if let Some(at) = slots.iter().position(|slot| slot.answering == Answering::Comment) {
            let quote = Slot {
                place: Place::Quote,
                key: QUOTE.into(),
                answering: Answering::YesNo,
                text: showing.texts.field("may_be_quoted"),
            };
            slots.insert(at + 1, quote);
        }
        self.slots = slots;
    }

    /// Rows for what was answered and is not asked here: to a question that is gone, to one a form brought from
    /// elsewhere, a comment nobody asked for. What was answered in the other voice waits until that is chosen again.
    fn extra(&self, showing: Showing<'_>, feedback: &Feedback, slots: &[Slot]) -> Vec<Slot> {
        let is_extra = |key: &&EcoString| {
            !slots.iter().any(|slot| slot.key == **key)
                && self.given.get(*key).is_some_and(|long| !long.text().is_empty())
                && !key.strip_prefix(ANSWER).is_some_and(|key| is_of_other_voice(showing.book, feedback, key))
        };
        let slot = |key: &EcoString| match key.strip_prefix(ANSWER) {
            Some(question) => Some(Slot {
                place: Place::Question,
                key: key.clone(),
                answering: Answering::Words,
                text: extra_label(showing, feedback, question),
            }),
            None if key == REMARK => Some(Slot {
                place: Place::Question,
                key: key.clone(),
                answering: Answering::Comment,
                text: showing.texts.field("comment"),
            }),
            None => None,
        };
        self.given.keys().filter(is_extra).filter_map(slot).collect()
    }

    /// What stands in a row.
    pub(super) fn text(&self, slot: &Slot) -> &str {
        self.given.get(&slot.key).map_or("", LongEdit::text)
    }

    /// The text of a row, to be edited.
    pub(super) fn long(&mut self, key: &EcoString) -> &mut LongEdit {
        self.given.entry(key.clone()).or_default()
    }

    /// The text of a row, to be drawn.
    pub(super) fn drawn(&self, slot: &Slot) -> Option<&LongEdit> {
        self.given.get(&slot.key)
    }

    /// Puts an answer in the place of what stood there.
    pub(super) fn put(&mut self, key: &str, answer: &str) {
        self.given.insert(key.into(), LongEdit::new(answer));
    }

    /// Puts in a row what stands there before anybody types, unless somebody has.
    pub(super) fn begin(&mut self, key: &EcoString, text: &str) {
        if !self.is_typed(key) {
            self.put(key, text);
            self.start.insert(key.clone(), text.to_owned());
        }
    }

    /// Whether something else stands in a row than when the form was opened.
    pub(super) fn is_typed(&self, key: &EcoString) -> bool {
        self.start.get(key).map_or("", String::as_str) != self.given.get(key).map_or("", LongEdit::text)
    }

    /// The questions on a scale that were passed by: somebody answered a later one.
    pub(super) fn passed_by(&self) -> Vec<&Slot> {
        let asked = self.slots.get(..self.asked).unwrap_or_default();
        let last = asked.iter().rposition(|slot| !slot.is_head() && !self.text(slot).trim().is_empty());
        let before = asked.iter().take(last.unwrap_or(0));
        let is_empty = |slot: &&Slot| slot.is_chosen() && self.text(slot).is_empty();
        before.filter(is_empty).collect()
    }

    /// Whether something was typed since the form was opened.
    pub(super) fn is_changed(&self) -> bool {
        self.letters() > 0
    }

    /// How many letters were typed since the form was opened; one at least where something is only gone.
    pub(super) fn letters(&self) -> usize {
        let count = |(key, long): (&EcoString, &LongEdit)| {
            let same = self.start.get(key).map_or("", String::as_str) == long.text();
            if same { 0 } else { long.text().chars().count().max(1) }
        };
        self.given.iter().map(count).sum()
    }

    /// What was answered, for the draft.
    pub(super) fn kept(&self) -> impl Iterator<Item = Kept> {
        let changed = |(key, long): &(&EcoString, &LongEdit)| {
            self.start.get(*key).map_or("", String::as_str) != long.text() || !long.text().is_empty()
        };
        self.given.iter().filter(changed).map(|(key, long)| Kept {
            key: key.clone(),
            tongue: None,
            typed: Typed::Text(long.text().to_owned()),
            cursor: long.cursor(),
        })
    }

    /// Puts back what a draft kept.
    pub(super) fn restore(&mut self, fields: &[Kept]) {
        let of_sheet = |key: &str| key.starts_with(ANSWER) || key == QUOTE || key == REMARK;
        for kept in fields.iter().filter(|kept| of_sheet(&kept.key)) {
            if let Typed::Text(text) = &kept.typed {
                self.given.insert(kept.key.clone(), LongEdit::with_cursor(text, kept.cursor));
            }
        }
    }
}

/// An answer on a line, with its question; nothing where the key is no answer's.
pub(super) fn line_of(showing: Showing<'_>, feedback: &Feedback, key: &str, text: &str) -> Option<Safe> {
    let question = key.strip_prefix(ANSWER);
    let asked = question.and_then(|key| questionnaires::question(showing.book, feedback, key));
    let label = match (asked, question) {
        (Some(asked), _) => Safe::line(asked.text.in_tongue(showing.texts.tongue())),
        (None, Some(key)) => Safe::line(key),
        (None, None) if key == QUOTE => showing.texts.field("may_be_quoted"),
        (None, None) if key == REMARK => showing.texts.field("comment"),
        (None, None) => return None,
    };
    let answer = questionnaires::shown(showing, asked, text);
    Some(Safe::lines(&format!("{label} {answer}")))
}

fn said(yes: Option<bool>) -> &'static str {
    match yes {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// Where the answer to a question is kept.
fn answer_key(question: &str) -> EcoString {
    eco_format!("{ANSWER}{question}")
}

fn questions<'a>(book: &'a Book, feedback: &Feedback) -> &'a [Question] {
    of(book, feedback).map_or(&[], |questionnaire| &questionnaire.questions)
}

fn extra_label(showing: Showing<'_>, feedback: &Feedback, key: &str) -> Safe {
    let question = questionnaires::question(showing.book, feedback, key);
    let text = question.map_or(key, |question| question.text.in_tongue(showing.texts.tongue()));
    showing.texts.tell("enter-extra", &[("question", Safe::line(text).into())])
}

/// Whether only the questionnaire of the other voice knows a question.
fn is_of_other_voice(book: &Book, feedback: &Feedback, key: &str) -> bool {
    let questionnaires = || book.info().into_iter().flat_map(|info| &info.questionnaires);
    let asks = |own: bool| {
        let mut of_voice = questionnaires().filter(|it| (it.voice == feedback.voice) == own);
        of_voice.any(|it| it.questions.iter().any(|question| question.key == key))
    };
    asks(false) && !asks(true)
}
