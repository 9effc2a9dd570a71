//! Feedback: one filled-in questionnaire, anonymous by default.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;

use super::beside::Kept;
use super::choice::choice;
use super::field::{FieldKind, columns, table};
use super::id::{Id, Kind, Link};

choice! {
    /// Whose voice an answer is.
    Voice, "voice" {
        /// The municipality that received the coaching.
        Receiving = "receiving",
        /// A tutor.
        Tutor = "tutor",
    }
}

/// The answer to one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The row's id.
    pub id: Id,
    /// The question's key in the questionnaire.
    pub question: EcoString,
    /// A number on the scale, `yes`, `no`, `cannot-say`, a choice's key, or words.
    pub answer: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Answer, "answer", {
    question(needed): FieldKind::Line,
    answer: FieldKind::Long,
});

/// One filled-in questionnaire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feedback {
    /// Its id.
    pub id: Id,
    /// The session or coaching it is about.
    pub about: Option<Link>,
    /// Whose voice.
    pub voice: Option<Voice>,
    /// The questionnaire's key.
    pub questionnaire: EcoString,
    /// Its version.
    pub version: Option<u32>,
    /// The municipality that answers.
    pub municipality: Option<Id>,
    /// The day it was given.
    pub given_on: Option<Date>,
    /// Who typed it in.
    pub entered_by: Option<Id>,
    /// The answers.
    pub answers: EcoVec<Answer>,
    /// Anything else they said.
    pub comment: EcoString,
    /// Whether the comment may be quoted.
    pub may_be_quoted: Option<bool>,
    /// Whether they want to be contacted.
    pub wants_contact: Option<bool>,
    /// The form it was imported from.
    pub imported_from: EcoString,
    /// The answer's own id in that form.
    pub imported_answer: EcoString,
    /// Unknown keys.
    pub kept: Kept,
}

table!(Feedback, "feedback", {
    about(needed): FieldKind::Link(&[Kind::Session, Kind::Coaching]),
    voice(needed): FieldKind::choice::<Voice>(),
    questionnaire: FieldKind::Line,
    version: FieldKind::Number,
    municipality: FieldKind::Ref(Kind::Municipality),
    given_on: FieldKind::Date,
    entered_by: FieldKind::Ref(Kind::Person),
    answers: FieldKind::Rows(columns::<Answer>),
    comment: FieldKind::Long,
    may_be_quoted: FieldKind::YesNo,
    wants_contact: FieldKind::YesNo,
    imported_from: FieldKind::Line,
    imported_answer: FieldKind::Line,
});
