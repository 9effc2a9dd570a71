//! How a form is shown: each field's rows and cursor, and what helps with the one that has the cursor.

use super::subject::Subject;
use crate::domain::{Column, FieldKind, Row, Value};
use crate::entry::span;
use crate::form::field::{Content, FormField};
use crate::form::pick::Pick;
use crate::form::{Form, KEY};
use crate::input::LineEdit;
use crate::layer::Cx;
use crate::text::{Safe, Texts, Tongue};
use crate::widgets::form::{FieldView, HelpView};

pub(super) fn field_view(cx: &Cx<'_>, field: &FormField, width: u16, focused: bool) -> FieldView {
    let texts = cx.showing.texts;
    let (rows, cursor) = match field.content() {
        Content::Line(line) => one_line(line, width),
        Content::Long(long) => {
            let rows = long.rows(width);
            let (column, row) = long.place(width);
            window(rows, (column, row))
        }
        Content::Pick(pick) => picked(cx, pick, width, focused),
        Content::Rows(rows) => (rows_view(cx, field.column, rows), Some((0, 0))),
    };
    FieldView {
        label: label(field, texts),
        rows,
        cursor: cursor.filter(|_| focused),
        focused,
        needed: field.column.needed && field.is_first_tongue(),
        trouble: field.trouble().cloned(),
    }
}

pub(super) fn label(field: &FormField, texts: &Texts) -> Safe {
    label_in(field.column, field.tongue, texts)
}

/// The label of a field, of a text with its language.
pub(crate) fn label_in(column: &Column, tongue: Option<Tongue>, texts: &Texts) -> Safe {
    let label = texts.field(column.label);
    let id = match tongue {
        Some(Tongue::Fi) => "label-in-fi",
        Some(Tongue::Sv) => "label-in-sv",
        Some(Tongue::En) => "label-in-en",
        None => return label,
    };
    texts.tell(id, &[("label", label.into())])
}

fn one_line(line: &LineEdit, width: u16) -> (Vec<Safe>, Option<(u16, u16)>) {
    let (shown, column) = line.window(width);
    (vec![shown], Some((0, column)))
}

/// The most rows a long text takes in a form.
const LONG_MOST: usize = 6;

/// So many rows of a long text as a form has room for, those around the cursor.
fn window(rows: Vec<Safe>, (column, row): (u16, usize)) -> (Vec<Safe>, Option<(u16, u16)>) {
    let top = (row + 1).saturating_sub(LONG_MOST);
    let at = u16::try_from(row - top).unwrap_or(0);
    (rows.into_iter().skip(top).take(LONG_MOST).collect(), Some((at, column)))
}

/// What was chosen, and what is typed behind it.
fn picked(cx: &Cx<'_>, pick: &Pick, width: u16, focused: bool) -> (Vec<Safe>, Option<(u16, u16)>) {
    let chosen: Vec<Safe> = pick.chosen().iter().map(|value| cx.showing.value(pick.kind(), value)).collect();
    let typed = pick.line().text();
    let before = Safe::join(&chosen, &Safe::own(", "));
    if !focused && typed.is_empty() {
        return (vec![before], None);
    }
    if typed.is_empty() && !pick.is_many() {
        let column = u16::try_from(before.width()).unwrap_or(0).min(width.saturating_sub(1));
        return (vec![before], Some((0, column)));
    }
    if !pick.is_many() {
        return one_line(pick.line(), width);
    }
    let parted = if before.is_empty() { String::new() } else { format!("{before}, ") };
    let cursor = parted.len() + pick.line().cursor();
    one_line(&LineEdit::with_cursor(&format!("{parted}{typed}"), cursor), width)
}

fn rows_view(cx: &Cx<'_>, column: &Column, rows: &[Row]) -> Vec<Safe> {
    if rows.is_empty() {
        return vec![Safe::default()];
    }
    let first = rows.first().map(|row| cx.showing.row(&column.kind, row)).unwrap_or_default();
    if rows.len() == 1 {
        return vec![Safe::line(first.as_str())];
    }
    vec![
        cx.showing
            .texts
            .tell("form-rows", &[("count", rows.len().into()), ("first", Safe::line(first.as_str()).into())]),
    ]
}

/// What was understood of a date, time, length or count.
fn echo(cx: &Cx<'_>, kind: &FieldKind, value: &Value, typed: &str) -> Safe {
    let texts = cx.showing.texts;
    match (kind, value) {
        (FieldKind::Date, Value::Date(day)) => texts.tell(
            "echo-date",
            &[
                ("weekday", texts.weekday(*day).into()),
                ("day", texts.date(*day).into()),
                ("week", usize::from(day.iso_week_date().week().unsigned_abs()).into()),
            ],
        ),
        (FieldKind::Time, Value::Time(time)) => match span(typed) {
            Some((_, Some(minutes))) => Safe::line(&format!("{} · {}", texts.time(*time), texts.length(minutes))),
            _ => texts.time(*time),
        },
        (kind, value) => cx.showing.value(kind, value),
    }
}

pub(super) fn help(cx: &Cx<'_>, subject: &Subject, form: &Form) -> HelpView {
    let texts = cx.showing.texts;
    let Some(field) = form.focused() else { return HelpView::default() };
    let hint = |id: &str| HelpView { words: texts.say(id), ..HelpView::default() };
    match field.content() {
        Content::Pick(pick) => {
            let offers: Vec<(Safe, Safe)> =
                pick.offers().iter().take(50).map(|offer| pick.described(cx.hand(), offer)).collect();
            let typed = !pick.line().text().trim().is_empty();
            let words = if !offers.is_empty() || (!typed && !pick.chosen().is_empty()) {
                Safe::default()
            } else if !typed && pick.to_make().is_some() {
                texts.say("hint-none-yet")
            } else if pick.to_make().is_some() {
                texts.say("hint-make-now")
            } else {
                texts.say("hint-nothing-fits")
            };
            let words = match subject {
                Subject::Asking { hint, .. } => texts.say(hint),
                _ => words,
            };
            HelpView { words, offers, cursor: pick.cursor() }
        }
        Content::Rows(rows) if rows.is_empty() => hint("hint-rows-none"),
        Content::Rows(rows) => {
            let offers = rows.iter().map(|row| (cx.showing.row(&field.column.kind, row), Safe::default())).collect();
            HelpView { words: Safe::default(), offers, cursor: None }
        }
        Content::Long(_) => hint("hint-long"),
        Content::Line(_) if field.replaces() && !field.is_empty() => hint("hint-replaces"),
        Content::Line(line) => match field.echo(cx.hand()) {
            Some((value, kind @ (FieldKind::Date | FieldKind::Time | FieldKind::Length | FieldKind::Number))) => {
                HelpView { words: echo(cx, kind, &value, line.text()), ..HelpView::default() }
            }
            _ => match field.column.kind {
                FieldKind::Date => hint("hint-date"),
                FieldKind::Time => hint("hint-time"),
                FieldKind::Length => hint("hint-length"),
                FieldKind::Phone => hint("hint-phone"),
                _ if field.column.key == KEY => hint("hint-key"),
                _ => HelpView::default(),
            },
        },
    }
}

/// How many further remarks there are, in words: for one more, two more and so on.
pub(super) fn and_more(texts: &Texts, remarks: usize) -> Vec<Safe> {
    (1..=remarks).map(|count| texts.tell("and-more", &[("count", count.into())])).collect()
}
