//! The card of a form: who answered what about which session, each answer with its question.

use super::{Writer, target};
use crate::domain::{Answering, Feedback, RecordRef};
use crate::planning::questionnaires::{of, question, shown};
use crate::text::Safe;
use crate::widgets::card::Tone;

/// What stands in lines of its own below.
const BELOW: [&str; 4] = ["answers", "comment", "questionnaire", "version"];

pub(super) fn write(writer: &mut Writer<'_>, feedback: &Feedback) {
    let showing = writer.showing;
    for (column, value) in RecordRef::Feedback(feedback).fields() {
        if value.is_empty() || BELOW.contains(&column.key) {
            continue;
        }
        let link = target(&column.kind, &value);
        writer.line(showing.texts.field(column.label), showing.value(&column.kind, &value), Tone::Plain, link);
    }
    let tongue = showing.texts.tongue();
    let name = of(showing.book, feedback).map(|it| Safe::line(it.name.in_tongue(tongue)));
    let name = name.unwrap_or_else(|| Safe::line(&feedback.questionnaire));
    let version = feedback
        .version
        .map(|version| showing.texts.tell("feedback-version", &[("number", (version as usize).into())]));
    let named = [Some(name), version];
    writer.gap();
    let heading = Safe::join(named.into_iter().flatten().filter(|part| !part.is_empty()), &Safe::own(" · "));
    writer.line(Safe::default(), heading, Tone::Heading, None);
    // Numbers before words: they stand on a line each.
    let (counted, words): (Vec<_>, Vec<_>) = feedback.answers.iter().partition(|row| {
        let asked = question(showing.book, feedback, &row.question).and_then(|asked| asked.answering);
        asked.is_some_and(|answering| answering != Answering::Words)
    });
    for row in counted {
        let asked = question(showing.book, feedback, &row.question);
        let text = asked.map_or(&*row.question, |asked| asked.text.in_tongue(tongue));
        writer.line(shown(showing, asked, &row.answer), Safe::line(text), Tone::Plain, None);
    }
    for row in words {
        let asked = question(showing.book, feedback, &row.question);
        let text = asked.map_or(&*row.question, |asked| asked.text.in_tongue(tongue));
        writer.line(Safe::default(), Safe::line(text), Tone::Dim, None);
        writer.line(Safe::default(), shown(showing, asked, &row.answer), Tone::Plain, None);
    }
    if !feedback.comment.is_empty() {
        writer.line(Safe::default(), showing.texts.field("comment"), Tone::Dim, None);
        writer.line(Safe::default(), Safe::lines(&feedback.comment), Tone::Plain, None);
    }
}
