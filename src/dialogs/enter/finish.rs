//! What comes of a form that was filled in: the feedback, and the tutor's hours in their session's rows.

use ecow::EcoString;

use super::sheet::{Place, Sheet};
use crate::book::Change;
use crate::domain::{Answer, Answering, Feedback, Hours, Id, Record, Session};
use crate::entry::working_time;
use crate::layer::Cx;
use crate::planning::answerers::session_of_hours;
use crate::planning::questionnaires::{CANNOT_SAY, is_scale, place};
use crate::text::Safe;

/// What a form cannot be finished for: the row, and why.
pub(super) type NotDone = (usize, Safe);

/// The changes a form makes: the feedback first.
///
/// # Errors
/// The row that is wrong, and why.
pub(super) fn changes(
    cx: &Cx<'_>,
    base: &Feedback,
    mut feedback: Feedback,
    sheet: &Sheet,
    tutor: Option<&Id>,
) -> Result<Vec<Change>, NotDone> {
    let texts = cx.showing.texts;
    let mut hours = None;
    for (number, slot) in sheet.slots.iter().enumerate() {
        let text = sheet.text(slot).trim();
        let wrong = |words: Safe| Err((number, words));
        match (slot.place, slot.answering) {
            (Place::Day | Place::Municipality | Place::Tutor, _) => {}
            (Place::Quote, _) => feedback.may_be_quoted = yes(text).filter(|_| !feedback.comment.is_empty()),
            (_, Answering::Comment) => feedback.comment = text.into(),
            (_, Answering::Contact) => feedback.wants_contact = yes(text),
            // Those on record stay as they are.
            (_, Answering::Hours) if text.is_empty() || !sheet.is_typed(&slot.key) => {}
            (_, Answering::Hours) => match working_time(text) {
                Ok(told) => hours = Some((number, told)),
                Err(trouble) => return wrong(trouble.sentence(texts)),
            },
            (_, answering) => {
                if is_closed(answering) && !text.is_empty() && text != CANNOT_SAY && place(answering, text).is_none() {
                    return wrong(off_the_scale(cx, answering, text));
                }
                answer(&mut feedback, slot.question().unwrap_or_default(), text);
            }
        }
    }
    let is_new = base.id.is_empty();
    let empty = feedback.answers.is_empty() && feedback.comment.is_empty() && feedback.wants_contact.is_none();
    if empty && hours.is_none() {
        let first = sheet.slots.iter().position(|slot| !slot.is_head()).unwrap_or(0);
        return Err((first, texts.say("enter-nothing")));
    }
    let told = hours.map(|(number, told)| with_hours(cx, &feedback, tutor, told).map_err(|why| (number, why)));
    let mut changes = vec![Change {
        before: (!is_new).then(|| Record::Feedback(base.clone())),
        after: Some(Record::Feedback(feedback)),
    }];
    changes.extend(told.transpose()?);
    Ok(changes)
}

fn yes(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

const fn is_closed(answering: Answering) -> bool {
    is_scale(answering) || matches!(answering, Answering::YesNo | Answering::Change)
}

/// That this is no answer on a scale, which is told.
pub(super) fn off_the_scale(cx: &Cx<'_>, answering: Answering, typed: &str) -> Safe {
    let id = match answering {
        Answering::Agreement => "enter-off-agreement",
        Answering::Recommend => "enter-off-recommend",
        Answering::Change => "enter-off-change",
        _ => "enter-off-yes-no",
    };
    cx.showing.texts.tell(id, &[("typed", Safe::short(typed).into())])
}

/// Puts an answer into its row, or takes the row out where nothing is answered.
fn answer(feedback: &mut Feedback, question: &str, text: &str) {
    let at = feedback.answers.iter().position(|row| row.question == question);
    match at {
        Some(at) if text.is_empty() => {
            feedback.answers.remove(at);
        }
        Some(at) => {
            if let Some(row) = feedback.answers.make_mut().get_mut(at).filter(|row| row.answer.trim() != text) {
                row.answer = text.into();
            }
        }
        None if text.is_empty() => {}
        None => feedback.answers.push(Answer {
            question: EcoString::from(question),
            answer: text.into(),
            ..Answer::default()
        }),
    }
}

/// The session with a tutor's hours in the tutor's row; what was not told stays.
fn with_hours(cx: &Cx<'_>, feedback: &Feedback, tutor: Option<&Id>, told: [Option<u32>; 3]) -> Result<Change, Safe> {
    let texts = cx.showing.texts;
    let tutor = tutor.ok_or_else(|| texts.say("enter-whose-hours"))?;
    let session = feedback.about.as_ref().and_then(|about| session_of_hours(cx.showing.book, about));
    let session: &Session = session.ok_or_else(|| texts.say("enter-hours-where"))?;
    let mut after = session.clone();
    let at = after.hours.iter().position(|row| row.tutor.as_ref() == Some(tutor));
    let at = at.unwrap_or_else(|| {
        after.hours.push(Hours { tutor: Some(tutor.clone()), ..Hours::default() });
        after.hours.len() - 1
    });
    if let Some(row) = after.hours.make_mut().get_mut(at) {
        for (field, told) in [&mut row.preparation, &mut row.at_session, &mut row.travel].into_iter().zip(told) {
            *field = told.or(*field);
        }
    }
    Ok(Change { before: Some(Record::Session(session.clone())), after: Some(Record::Session(after)) })
}
