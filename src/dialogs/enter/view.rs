//! How the form is shown.

use super::Enter;
use super::sheet::{Place, Slot};
use crate::domain::{Answering, Hours, Kind, Value, Voice};
use crate::entry::working_time;
use crate::form::field::{Content, FormField};
use crate::form::pick::Pick;
use crate::layer::Cx;
use crate::planning::answerers::{self, Time};
use crate::planning::questionnaires::{self, CANNOT_SAY, options};
use crate::text::Safe;
use crate::widgets::form::HelpView;
use crate::widgets::statements::{Statement, Statements, text_width};

/// The cells of what is typed below a question.
pub(super) fn width(enter: &Enter, cx: &Cx<'_>) -> u16 {
    text_width(answers(enter, cx).iter(), cx.body.width)
}

/// The lines of each row.
pub(super) fn heights(enter: &Enter, cx: &Cx<'_>) -> Vec<usize> {
    rows(enter, cx).iter().map(Statement::height).collect()
}

fn answers(enter: &Enter, cx: &Cx<'_>) -> Vec<Safe> {
    enter.sheet.slots.iter().map(|slot| answer(enter, cx, slot)).collect()
}

/// The whole form.
pub(super) fn statements(enter: &Enter, cx: &Cx<'_>) -> Statements {
    let asked = enter.slot().filter(|slot| !slot.is_head()).map(|slot| slot.text.clone()).unwrap_or_default();
    let of_field = enter.field(enter.focus).and_then(|at| enter.head.fields().get(at));
    let trouble = enter.trouble.clone().or_else(|| of_field.and_then(FormField::trouble).cloned());
    let help = match of_field {
        _ if trouble.is_some() => HelpView::default(),
        Some(field) => field_help(enter, cx, field),
        None => {
            let parts = [Some(legend(enter, cx)), not_held(enter, cx)];
            HelpView { words: Safe::join(parts.into_iter().flatten(), &Safe::own("\n")), ..HelpView::default() }
        }
    };
    Statements {
        title: title(enter, cx),
        remark: remark(enter, cx),
        rows: rows(enter, cx),
        focus: enter.focus,
        top: enter.top,
        asked,
        trouble,
        help,
    }
}

/// The questionnaire and what it is about.
fn title(enter: &Enter, cx: &Cx<'_>) -> Safe {
    let texts = cx.showing.texts;
    let name = questionnaires::of(cx.showing.book, &enter.base);
    let name = name.map(|it| Safe::line(it.name.in_tongue(texts.tongue()))).unwrap_or_default();
    let about = enter.base.about.as_ref().map(|about| cx.showing.link(about)).unwrap_or_default();
    let day = enter.base.about.as_ref().and_then(|about| cx.showing.book.record(about));
    let day = day.and_then(|record| record.field("date")).map(|(column, value)| cx.showing.value(&column.kind, &value));
    let parts = [Some(name), Some(about), day];
    Safe::join(parts.into_iter().flatten().filter(|part| !part.is_empty()), &Safe::own(" · "))
}

/// Whose voice it is, which form in a row, and how many there are.
fn remark(enter: &Enter, cx: &Cx<'_>) -> Safe {
    let texts = cx.showing.texts;
    let voice = texts.choice("voice", if enter.is_tutor() { "tutor" } else { "receiving" });
    let number = (enter.number > 1).then(|| texts.tell("enter-number", &[("number", enter.number.into())]));
    let about = enter.base.about.as_ref();
    let counted = about.map(|about| answerers::counted(cx.showing.book, about)).unwrap_or_default();
    let counted = (counted.expected > 0).then(|| Safe::line(&format!("{}/{}", counted.given, counted.expected)));
    Safe::join([number, Some(voice), counted].into_iter().flatten(), &Safe::own(" · "))
}

fn rows(enter: &Enter, cx: &Cx<'_>) -> Vec<Statement> {
    let slots = enter.sheet.slots.iter().enumerate();
    slots.map(|(at, slot)| row(enter, cx, slot, at == enter.focus, enter.field(at))).collect()
}

fn row(enter: &Enter, cx: &Cx<'_>, slot: &Slot, focused: bool, field: Option<usize>) -> Statement {
    let text = slot.text.clone();
    if let Some(field) = field.and_then(|at| enter.head.fields().get(at)) {
        let (beside, column) = typed(cx, field, focused);
        return Statement { text, beside, cursor: Some((0, column)), ..Statement::default() };
    }
    let answer = answer(enter, cx, slot);
    let long = enter.sheet.drawn(slot).filter(|long| slot.is_text() && (focused || !long.text().is_empty()));
    let (below, cursor) = match long {
        Some(long) => {
            let (column, row) = long.place(enter.width);
            (long.rows(enter.width), Some((u16::try_from(row).unwrap_or(u16::MAX), column)))
        }
        None if slot.is_text() && focused => (vec![Safe::default()], Some((0, 0))),
        None => (Vec::new(), None),
    };
    let comment = enter.sheet.slots.iter().find(|slot| slot.answering == Answering::Comment);
    let is_idle = slot.place == Place::Quote && comment.is_none_or(|slot| enter.sheet.text(slot).trim().is_empty());
    Statement { answer, text, below, cursor, is_idle, ..Statement::default() }
}

/// What stands in a field above the questions, and the cursor's column in it.
fn typed(cx: &Cx<'_>, field: &FormField, focused: bool) -> (Safe, u16) {
    match field.content() {
        Content::Line(line) if focused => line.window(cx.body.width / 2),
        Content::Line(line) => (Safe::line(line.text()), 0),
        Content::Pick(pick) if !pick.line().text().is_empty() => pick.line().window(cx.body.width / 2),
        Content::Pick(pick) => (chosen(cx, pick), 0),
        _ => (Safe::default(), 0),
    }
}

fn chosen(cx: &Cx<'_>, pick: &Pick) -> Safe {
    match pick.chosen().first() {
        Some(value) => cx.showing.value(pick.kind(), value),
        None if pick.takes(Kind::Municipality) => cx.showing.texts.say("enter-not-listed"),
        None => Safe::default(),
    }
}

/// What was answered, as short as it can be told.
fn answer(enter: &Enter, cx: &Cx<'_>, slot: &Slot) -> Safe {
    let text = enter.sheet.text(slot);
    if slot.is_head() {
        return Safe::default();
    }
    if text.is_empty() {
        return Safe::own(cx.looks.gap());
    }
    match slot.answering {
        _ if slot.is_text() => Safe::own(cx.looks.tick()),
        _ if text == CANNOT_SAY => Safe::own("–"),
        answering if options(answering).contains(&text) => questionnaires::option(cx.showing, answering, text),
        _ => Safe::short(text),
    }
}

/// How the question at hand is answered.
fn legend(enter: &Enter, cx: &Cx<'_>) -> Safe {
    let texts = cx.showing.texts;
    let Some(slot) = enter.slot() else { return Safe::default() };
    match (slot.place, slot.answering) {
        (_, Answering::Agreement) => texts.say("enter-scale-agreement"),
        (_, Answering::Recommend) => texts.say("enter-scale-recommend"),
        (_, Answering::Change) => texts.say("enter-scale-change"),
        (Place::Quote, _) | (_, Answering::Contact) => texts.say("enter-scale-contact"),
        (_, Answering::YesNo) => texts.say("enter-scale-yes-no"),
        (_, Answering::Hours) => hours(enter, cx, slot),
        (_, Answering::Words | Answering::Comment) => texts.say("enter-scale-words"),
    }
}

/// What was understood of hours, and what they replace; else how they are told.
fn hours(enter: &Enter, cx: &Cx<'_>, slot: &Slot) -> Safe {
    let texts = cx.showing.texts;
    let text = enter.sheet.text(slot);
    let told = working_time(text).ok().filter(|_| !text.trim().is_empty());
    let now = told.map_or_else(|| texts.say("enter-scale-hours"), |told| parted(cx, told));
    let recorded = enter.recorded(cx).map(|row| [row.preparation, row.at_session, row.travel]);
    let Some(before) = recorded.filter(|row| row.iter().any(Option::is_some)) else { return now };
    let before = parted(cx, before);
    if enter.sheet.is_typed(&slot.key) {
        return texts.tell("enter-hours-replace", &[("now", now.into()), ("before", before.into())]);
    }
    texts.tell("enter-hours-recorded", &[("before", before.into())])
}

/// Hours on record, as one types them.
pub(super) fn hours_typed(cx: &Cx<'_>, row: &Hours) -> String {
    let part = |minutes: Option<u32>| minutes.map(|minutes| cx.showing.texts.length(minutes).to_string());
    let parts = [row.preparation, row.at_session, row.travel].map(|minutes| part(minutes).unwrap_or_default());
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join(" / ").replace("  ", " ") }
}

/// Hours with what each is for.
fn parted(cx: &Cx<'_>, told: [Option<u32>; 3]) -> Safe {
    let texts = cx.showing.texts;
    let labels = ["preparation", "at_session", "travel"];
    let part = |(label, minutes): (&str, Option<u32>)| {
        minutes.map(|minutes| Safe::line(&format!("{} {}", texts.field(label), texts.length(minutes))))
    };
    Safe::join(labels.into_iter().zip(told).filter_map(part), &Safe::own(" · "))
}

/// That what it is about has not been held, or nobody said so.
fn not_held(enter: &Enter, cx: &Cx<'_>) -> Option<Safe> {
    let texts = cx.showing.texts;
    let about = enter.base.about.as_ref().filter(|_| enter.base.voice != Some(Voice::Tutor))?;
    match answerers::time(cx.showing.book, about, cx.showing.today)? {
        Time::NotYet => Some(texts.say("enter-not-held-yet")),
        Time::NotMarked => Some(texts.say("enter-not-marked")),
        Time::Held | Time::Cancelled => None,
    }
}

/// What helps with a field above the questions.
fn field_help(enter: &Enter, cx: &Cx<'_>, field: &FormField) -> HelpView {
    let texts = cx.showing.texts;
    let Content::Pick(pick) = field.content() else {
        let day = field.echo(cx.hand()).map(|(value, _)| value);
        let words = match day {
            Some(Value::Date(day)) => Safe::line(&format!("{} {}", texts.weekday(day), texts.date(day))),
            _ => texts.say("hint-date"),
        };
        return HelpView { words, ..HelpView::default() };
    };
    let offers = pick.offers().iter().take(50).map(|offer| pick.described(cx.hand(), offer)).collect();
    let typed = !pick.line().text().trim().is_empty();
    let words = match enter.base.voice {
        // What would be taken is seen below; that nothing would is said.
        _ if typed && pick.offers().is_empty() => {
            texts.tell("enter-no-such", &[("typed", Safe::short(pick.line().text()).into())])
        }
        Some(Voice::Tutor) => texts.say("enter-hint-tutor"),
        _ => not_held(enter, cx).unwrap_or_else(|| texts.say("enter-hint-municipality")),
    };
    HelpView { words, offers, cursor: pick.cursor() }
}
