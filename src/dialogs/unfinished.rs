//! Unfinished forms: put together again layer by layer, or shown as plain text.

use super::enter::Enter;
use super::form::FormDialog;
use super::rows::RowList;
use crate::domain::{Column, Kind, Record, Row, Value};
use crate::form::draft::{Frame, Layered, Unfinished, with_columns};
use crate::form::field::Typed;
use crate::layer::{Cx, Layer};
use crate::text::Safe;

/// So many fields are named of a new record: given and family name.
const WORDS: usize = 2;

/// So wide its name may be.
const NAME_CELLS: usize = 40;

/// The layers of an unfinished form, the lowest first.
pub fn layers(cx: &Cx<'_>, unfinished: &Unfinished) -> Vec<Box<dyn Layer>> {
    let mut layers: Vec<Box<dyn Layer>> = Vec::new();
    let mut columns: Vec<&'static Column> = Vec::new();
    let mut of_rows: Option<&'static Column> = None;
    let following = unfinished.layers.iter().skip(1).map(Some).chain([None]);
    let mut below: Option<&Layered> = None;
    for (layered, next) in unfinished.layers.iter().zip(following) {
        let form_below = below.replace(layered);
        if let Frame::Answers { .. } = &layered.frame {
            let Some(form) = Enter::restored(cx, layered) else { break };
            layers.push(Box::new(form));
        } else if let Frame::Rows { key, .. } = &layered.frame {
            let Some(column) = columns.iter().copied().find(|column| column.key == key.as_str()) else { break };
            let Some(mut rows) = RowList::restored(cx, layered, column, rows_in(form_below, key)) else { break };
            if let Some(Layered { frame: Frame::Row { number, .. }, .. }) = next {
                rows.opened(*number);
            }
            of_rows = Some(column);
            layers.push(Box::new(rows));
        } else {
            if let Frame::Row { key, .. } = &layered.frame {
                of_rows = columns.iter().copied().find(|column| column.key == key.as_str());
            }
            let Some(form) = FormDialog::restored(cx, layered, of_rows) else { break };
            columns = form.columns();
            layers.push(Box::new(form));
        }
    }
    layers
}

/// The rows a form holds in the field with this key.
fn rows_in(form: Option<&Layered>, key: &str) -> Vec<Row> {
    let field = form.and_then(|form| form.fields.iter().find(|kept| kept.key == key));
    match field.map(|kept| &kept.typed) {
        Some(Typed::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    }
}

/// Which form it is, when it was left and how much was typed.
pub fn described(cx: &Cx<'_>, unfinished: &Unfinished) -> Safe {
    let texts = cx.showing.texts;
    let kind = unfinished.kind().map(|kind| texts.say(&format!("kind-{}", kind.key()))).unwrap_or_default();
    let what = match unfinished.link() {
        Some(link) => Safe::line(&format!("{kind}: {}", cx.showing.link(&link))),
        None => match begun(cx, unfinished) {
            name if name.is_empty() => kind,
            name => Safe::line(&format!("{kind}: {name}")),
        },
    };
    let when = unfinished.written.map(|at| {
        let day = if at.date() == cx.showing.today {
            String::new()
        } else {
            format!("{} ", texts.day(at.date(), cx.showing.today))
        };
        Safe::line(&format!("{day}{}", texts.time(at.time())))
    });
    let places =
        [("what", what.into()), ("when", when.unwrap_or_default().into()), ("count", unfinished.letters.into())];
    texts.tell(if unfinished.held { "draft-held" } else { "draft-described" }, &places)
}

/// By what one knows a new record again: a request by its municipality, anything by the first words typed.
fn begun(cx: &Cx<'_>, unfinished: &Unfinished) -> Safe {
    let fields = unfinished.layers.first().map(|layered| layered.fields.as_slice()).unwrap_or_default();
    let is_request = unfinished.kind() == Some(Kind::Coaching);
    let place = fields.iter().find(|kept| is_request && kept.key == "municipality");
    let place = place.and_then(|kept| match &kept.typed {
        Typed::Picked { chosen, .. } => chosen.first(),
        _ => None,
    });
    if let Some(Value::Ref(id)) = place {
        return cx.showing.id(Kind::Municipality, Some(id));
    }
    if let Some(Layered { frame: Frame::Answers { base }, .. }) = unfinished.layers.first()
        && let Record::Feedback(feedback) = base.as_ref()
    {
        let about = feedback.about.as_ref().map(|about| cx.showing.link(about)).unwrap_or_default();
        let who = fields.iter().find(|kept| kept.key == "municipality").and_then(|kept| match &kept.typed {
            Typed::Picked { chosen, .. } => chosen.first().cloned(),
            _ => None,
        });
        let who =
            if let Some(Value::Ref(id)) = who { cx.showing.id(Kind::Municipality, Some(&id)) } else { Safe::default() };
        return Safe::join([about, who].iter().filter(|part| !part.is_empty()), &Safe::own(" · "));
    }
    // The day it was asked stood there before anybody typed.
    let typed = fields.iter().filter(|kept| !is_request || kept.key != "asked_on");
    let typed = typed.filter_map(|kept| match &kept.typed {
        Typed::Text(text) if !text.trim().is_empty() => Some(Safe::line(text.trim())),
        _ => None,
    });
    Safe::join(typed.take(WORDS), &Safe::own(" ")).cells(NAME_CELLS)
}

/// What was typed, field by field, to be read or copied.
pub fn as_text(cx: &Cx<'_>, unfinished: &Unfinished) -> Safe {
    let texts = cx.showing.texts;
    let mut lines: Vec<Safe> = Vec::new();
    for (layered, columns) in with_columns(&unfinished.layers) {
        for kept in &layered.fields {
            if let (Frame::Answers { .. }, Typed::Text(text)) = (&layered.frame, &kept.typed)
                && let Some(line) = Enter::line_of(cx, layered, &kept.key, text)
            {
                lines.push(line);
                continue;
            }
            let Some(column) = columns.iter().find(|column| column.key == kept.key.as_str()) else { continue };
            let text = match &kept.typed {
                Typed::Text(text) => Safe::lines(text),
                Typed::Picked { chosen, text } => {
                    let one = if let crate::domain::FieldKind::Many(one) = column.kind { *one } else { column.kind };
                    let shown = chosen.iter().map(|value| cx.showing.value(&one, value));
                    Safe::join(shown.chain([Safe::line(text)]).filter(|text| !text.is_empty()), &Safe::own(", "))
                }
                Typed::Rows(rows) => {
                    Safe::join(rows.iter().map(|row| cx.showing.row(&column.kind, row)), &Safe::own("\n"))
                }
            };
            if !text.is_empty() {
                lines.push(Safe::lines(&format!("{}: {text}", texts.field(column.label))));
            }
        }
    }
    Safe::join(&lines, &Safe::own("\n"))
}
