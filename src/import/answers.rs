//! Answers to questionnaires as Webropol and Microsoft Forms export them: what they are about, which question each
//! column answers and on which scale.
//!
//! Owns how such a form is understood and what stands against taking it in. What its rows become is told in
//! [`super::Bringing`]. Who answered is nobody's business: such columns stay out unless somebody binds them.

mod guess;
mod headings;
mod scale;
mod telling;

use std::collections::BTreeSet;

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::mapping::{Mapping, Means};
use crate::book::Book;
use crate::domain::{
    Answering, Choice, CoachingStatus, Feedback, Kind, Link, Questionnaire, RecordRef, SessionStatus, Voice,
};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::{Line, Sheet};
use crate::planning::questionnaires;
use crate::text::{Safe, Texts, Tongue};

pub use guess::Source;
pub(super) use guess::{below, guess, is_form, is_own};
pub use scale::Scale;
pub(super) use scale::{Heard, heard, yes_or_no};
pub use telling::{continues, scale_mark, scale_words, told};

/// A question of the questionnaire that a form asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its key.
    pub key: EcoString,
    /// Its text in the three languages; empty where there is none.
    pub texts: [EcoString; 3],
    /// How it is answered.
    pub answering: Answering,
}

/// A form whose answers are brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What its file calls it, without what changes from week to week.
    pub file: EcoString,
    /// Its name, by which its answers are known again.
    pub name: EcoString,
    /// Somebody chose the name.
    pub named: bool,
    /// The name is that of a form that brought the same answers before.
    pub continues: bool,
    /// What its answers are about.
    pub about: Option<Link>,
    /// Whose voice they are.
    pub voice: Option<Voice>,
    /// The questionnaire's key; empty where none is known.
    pub questionnaire: EcoString,
    /// Its version.
    pub version: Option<u32>,
    /// Somebody chose the questionnaire.
    pub settled: bool,
    /// Its questions.
    pub asked: EcoVec<Asked>,
    /// Columns that tell who answered.
    pub personal: BTreeSet<usize>,
    /// Columns whose headings are only nearly the question.
    pub near: BTreeSet<usize>,
    /// Columns the form did not have the last time.
    pub fresh: BTreeSet<usize>,
    /// Columns the form had the last time and has no more.
    pub missed: Vec<EcoString>,
}

/// A form as it is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RememberedForm {
    /// What its file called it.
    pub file: String,
    /// Its name.
    pub name: String,
    /// What it was about.
    pub about: String,
    /// The questionnaire's key.
    pub questionnaire: String,
    /// The voice's key.
    pub voice: String,
}

/// Why a form cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody has said what it is about.
    NoSubject,
    /// What it is about is not in the book.
    Gone(Link),
    /// It was called off.
    Cancelled(Link),
    /// It is still to come.
    NotHeld(Link, Date),
    /// Nobody has said whose voice it is.
    NoVoice,
    /// None of its columns answers a question.
    NoQuestion,
    /// It has headings only.
    NoRows,
    /// So many megabytes of answers do not fit into the room that is left for them.
    TooMuch {
        /// What they would take.
        size: usize,
        /// What there is room for.
        room: usize,
    },
}

impl Trouble {
    /// It in a sentence, with the way out.
    pub fn sentence(&self, book: &Book, texts: &Texts) -> Safe {
        let named = |link: &Link| crate::book::title::link_title(book, link, texts);
        match self {
            Self::NoSubject => texts.say("answers-no-subject"),
            Self::Gone(link) => texts.tell("answers-gone", &[("about", Safe::line(&link.to_string()).into())]),
            Self::Cancelled(link) => texts.tell("answers-cancelled", &[("about", named(link).into())]),
            Self::NotHeld(link, day) => {
                let day = texts.date(*day);
                texts.tell("answers-not-held", &[("about", named(link).into()), ("day", day.into())])
            }
            Self::NoVoice => texts.say("answers-no-voice"),
            Self::NoQuestion => texts.say("answers-no-question"),
            Self::NoRows => texts.say("answers-no-rows"),
            Self::TooMuch { size, room } => {
                texts.tell("answers-too-much", &[("size", (*size).into()), ("room", (*room).into())])
            }
        }
    }
}

impl Form {
    /// What is to be remembered of it.
    pub(super) fn remember(&self) -> RememberedForm {
        RememberedForm {
            file: self.file.to_string(),
            name: self.name.to_string(),
            about: self.about.as_ref().map(Link::to_string).unwrap_or_default(),
            questionnaire: self.questionnaire.to_string(),
            voice: self.voice.map(|voice| voice.key().to_owned()).unwrap_or_default(),
        }
    }
}

impl Mapping {
    /// What stands against taking the form in; nothing where the table is no form.
    pub fn trouble(&self, book: &Book, today: Date, rows: usize) -> Option<Trouble> {
        let form = self.form.as_ref()?;
        if rows == 0 {
            return Some(Trouble::NoRows);
        }
        if !self.columns.iter().any(|bound| tells(bound.means)) {
            return Some(Trouble::NoQuestion);
        }
        if form.about.is_none() && self.has("about") {
            return None;
        }
        self.subject_trouble(book, today)
    }

    /// Whether the answers would take more than the `most` bytes their file may have: told before they are worked out.
    pub fn too_much(&self, sheet: &Sheet, book: &Book, most: u64) -> Option<Trouble> {
        let form = self.form.as_ref()?;
        let rows = self.rows(sheet);
        if rows.len() < MANY {
            return None;
        }
        let kept: Vec<bool> = self.columns.iter().map(|bound| bound.means != Means::Nothing).collect();
        let cells = |line: &Line| -> usize {
            let cells = line.cells.iter().zip(&kept).filter(|(cell, kept)| **kept && !cell.is_empty());
            FORM + cells.map(|(cell, _)| ANSWER + cell.len()).sum::<usize>()
        };
        let others = book.all::<Feedback>().filter(|it| it.imported_from != form.name);
        let others: usize =
            others.map(|it| FORM + it.answers.iter().map(|answer| ANSWER + answer.answer.len()).sum::<usize>()).sum();
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let (size, room) = (rows.iter().map(cells).sum::<usize>(), most.saturating_sub(others));
        (size > room).then(|| Trouble::TooMuch { size: size.div_ceil(MEGABYTE), room: room / MEGABYTE })
    }

    /// What stands against what the form is about.
    pub(super) fn subject_trouble(&self, book: &Book, today: Date) -> Option<Trouble> {
        let form = self.form.as_ref()?;
        let Some(about) = &form.about else { return Some(Trouble::NoSubject) };
        match book.record(about) {
            Some(RecordRef::Session(it)) if it.status == Some(SessionStatus::Cancelled) => {
                Some(Trouble::Cancelled(about.clone()))
            }
            Some(RecordRef::Session(it)) if it.date.is_some_and(|day| day > today) => {
                Some(Trouble::NotHeld(about.clone(), it.date.unwrap_or(today)))
            }
            Some(RecordRef::Coaching(it))
                if matches!(it.status, Some(CoachingStatus::Cancelled | CoachingStatus::Declined)) =>
            {
                Some(Trouble::Cancelled(about.clone()))
            }
            Some(RecordRef::Session(_) | RecordRef::Coaching(_)) => form.voice.is_none().then_some(Trouble::NoVoice),
            _ => Some(Trouble::Gone(about.clone())),
        }
    }

    /// What a column means by this key of a question, with its scale behind `@`: `goals`, `goals@1-7`.
    pub fn question_means(&self, key: &str) -> Option<Means> {
        let (key, scale) = key.rsplit_once('@').unwrap_or((key, ""));
        let scale = if scale.is_empty() { Scale::Own } else { Scale::with_key(scale)? };
        let asked = &self.form.as_ref()?.asked;
        let place = asked.iter().position(|asked| asked.key == key)?;
        Some(asked.get(place).map_or(Means::Extra, |asked| asked.means(place, scale)))
    }

    /// Every column that answers an agreement is on this scale.
    pub fn on_scale(&mut self, scale: Scale) {
        let Some(form) = &self.form else { return };
        for bound in &mut self.columns {
            if let Means::Question(place, on) = &mut bound.means
                && form.asked.get(*place).is_some_and(|asked| asked.answering == Answering::Agreement)
            {
                *on = scale;
            }
        }
    }

    /// The form is about this. Of questionnaires that ask as much of it, the one for what it is about is meant.
    pub fn be_about(&mut self, source: &Source<'_>, about: &Link) {
        let Some(form) = &mut self.form else { return };
        form.about = Some(about.clone());
        let voice = form.voice.unwrap_or(Voice::Receiving);
        let key = form.questionnaire.clone();
        let usual = questionnaires::for_link(source.book, about, voice).filter(|it| it.key != key && !form.settled);
        let present = questionnaires::latest(source.book, &key);
        if let Some(usual) = usual
            && self.answered(usual) >= present.map_or(0, |present| self.answered(present))
        {
            let key = usual.key.clone();
            self.ask(source, &key);
        }
    }
}

/// Fewer rows than this always fit.
const MANY: usize = 5_000;

/// Bytes that a form takes in its file beside what is answered.
const FORM: usize = 320;

/// Bytes that an answer takes beside its words: its id, the key of its question, and what is around them.
const ANSWER: usize = 115;

const MEGABYTE: usize = 1 << 20;

/// Whether a column holds something one wants to know of an answer.
fn tells(means: Means) -> bool {
    match means {
        Means::Question(..) => true,
        Means::Slot(slot) => matches!(slot.key().as_str(), "comment" | "wants_contact"),
        Means::Extra | Means::Note | Means::Nothing => false,
    }
}

impl Asked {
    /// The questions of a questionnaire.
    fn all(questionnaire: &Questionnaire) -> EcoVec<Self> {
        let one = |question: &crate::domain::Question| Self {
            key: question.key.clone(),
            texts: Tongue::ALL.map(|tongue| question.text.exactly(tongue).clone()),
            answering: question.answering.unwrap_or(Answering::Words),
        };
        questionnaire.questions.iter().map(one).collect()
    }

    /// What a column that answers it means: some answers have a field of their own.
    pub fn means(&self, place: usize, scale: Scale) -> Means {
        let field = |key: &str| Slot::with_key(Kind::Feedback, key).map_or(Means::Extra, Means::Slot);
        match self.answering {
            Answering::Comment => field("comment"),
            Answering::Contact => field("wants_contact"),
            // Hours are told of people, and a form of this kind names nobody.
            Answering::Hours => Means::Extra,
            Answering::Agreement => Means::Question(place, scale),
            Answering::Recommend | Answering::YesNo | Answering::Change | Answering::Words => {
                Means::Question(place, if scale == Scale::Unnamed { scale } else { Scale::Own })
            }
        }
    }

    /// Its text in a language, else in another one, else its key.
    pub fn text(&self, tongue: Tongue) -> Safe {
        let own = Tongue::ALL.iter().position(|other| *other == tongue).and_then(|at| self.texts.get(at));
        let found = own.filter(|text| !text.is_empty()).or_else(|| self.texts.iter().find(|text| !text.is_empty()));
        Safe::short_of_lines(found.unwrap_or(&self.key))
    }
}
