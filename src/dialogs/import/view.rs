//! How the table is drawn: a line that says what it is, one that counts, the views' names, and the view.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::question::{means_name, sheet_name};
use super::{ImportDialog, Setting, View};
use crate::domain::{Choice as _, Feedback, RecordRef, Value, Voice};
use crate::exchange::table::slot::value;
use crate::import::answers::{Trouble, continues};
use crate::import::mapping::{Known, Means};
use crate::import::{Fate, Order, Outcome};
use crate::layer::Cx;
use crate::planning::questionnaires;
use crate::text::{Arg, Safe, Texts};
use crate::widgets::put;
use crate::widgets::table::{Cell, Table, TableRow, Weight};

/// Rows above the view.
pub(super) const ABOVE: u16 = 4;

/// So many cells of a column are shown as samples.
const SAMPLES: usize = 4;

pub(super) fn draw(dialog: &ImportDialog, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) {
    let texts = cx.showing.texts;
    let mut line = |number: u16, text: &Safe, style| {
        if number < area.height {
            put(buffer, area.x + 1, area.y + number, area.width.saturating_sub(1), text, style);
        }
    };
    line(0, &title(texts, dialog), cx.looks.strong());
    // While nothing of it can be taken in, what the rows would become is nobody's business.
    match dialog.trouble() {
        Some(Trouble::NoSubject) => line(1, &texts.say("answers-choose-subject"), cx.looks.warning()),
        Some(trouble) => line(1, &trouble.sentence(cx.showing.book, texts), cx.looks.warning()),
        None => line(1, &counts(texts, dialog), cx.looks.plain()),
    }
    line(2, &views(texts, dialog), cx.looks.dim());
    if let Some(said) = dialog.mapping().form.as_ref().and_then(|form| continues(form, texts)) {
        line(3, &said, cx.looks.warning());
    } else if let Some(said) = left_out(texts, dialog) {
        line(3, &said, cx.looks.dim());
    }
    let list = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
    let height = usize::from(list.height);
    let (rows, shares): (Vec<TableRow>, Vec<u16>) = match dialog.view {
        View::Columns => {
            let settings = dialog.settings();
            let seen = settings.iter().skip(dialog.top).take(height);
            (seen.map(|setting| setting_row(cx, dialog, *setting)).collect(), vec![3, 3, 4])
        }
        View::Rows | View::Remarks => {
            let rows = dialog.rows();
            let seen = rows.iter().skip(dialog.top).take(height);
            (seen.map(|outcome| outcome_row(cx, dialog, outcome)).collect(), vec![2, 4, 6])
        }
    };
    if rows.is_empty() {
        let empty = if dialog.is_done() { texts.say("import-nothing-remarkable") } else { Safe::own("…") };
        if list.height > 0 {
            put(buffer, list.x + 2, list.y, list.width.saturating_sub(2), &empty, cx.looks.dim());
        }
        return;
    }
    Table { rows, shares, cursor: dialog.cursor.checked_sub(dialog.top) }.draw(buffer, list, cx.looks);
}

fn number(texts: &Texts, count: usize) -> Safe {
    texts.number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What is brought in, and how far it is.
fn title(texts: &Texts, dialog: &ImportDialog) -> Safe {
    let name = if dialog.name.is_empty() { texts.say("import-pasted") } else { dialog.name.clone() };
    let kind = texts.say(&format!("kinds-{}", dialog.mapping().kind.key()));
    let places = [("name", Arg::from(name)), ("kind", kind.into())];
    texts.tell("import-title", &places)
}

/// How many rows become what; while they are worked out, how many there are so far.
fn counts(texts: &Texts, dialog: &ImportDialog) -> Safe {
    let tally = dialog.bringing.tally();
    if !dialog.is_done() {
        let all = dialog.table().map_or(0, |sheet| sheet.lines.len());
        let so_far = dialog.bringing.outcomes().len();
        return texts
            .tell("import-going", &[("rows", number(texts, so_far).into()), ("all", number(texts, all).into())]);
    }
    Safe::join(tally.told(texts), &Safe::own(" · "))
}

/// Which columns of a form stay out because they tell who answered.
fn left_out(texts: &Texts, dialog: &ImportDialog) -> Option<Safe> {
    let mapping = dialog.mapping();
    let personal = &mapping.form.as_ref()?.personal;
    let columns = mapping.columns.iter().enumerate();
    let out = columns.filter(|(number, bound)| personal.contains(number) && bound.means == Means::Nothing);
    let names: Vec<Safe> = out.map(|(_, bound)| Safe::short_of_lines(&bound.heading)).collect();
    (!names.is_empty())
        .then(|| texts.tell("answers-told-personal", &[("names", Safe::join(names, &Safe::own(", ")).into())]))
}

/// The views' names, the present one marked.
fn views(texts: &Texts, dialog: &ImportDialog) -> Safe {
    let remarkable = dialog.bringing.tally().remarkable;
    let views = [
        (View::Columns, texts.say("import-view-columns")),
        (View::Rows, texts.say("import-view-rows")),
        (View::Remarks, texts.tell("import-view-remarks", &[("count", remarkable.into())])),
    ];
    let named = views.map(|(view, name)| if view == dialog.view { Safe::line(&format!("‹{name}›")) } else { name });
    Safe::join(named, &Safe::own("  "))
}

fn setting_row(cx: &Cx<'_>, dialog: &ImportDialog, setting: Setting) -> TableRow {
    let (texts, mapping) = (cx.showing.texts, dialog.mapping());
    let plain = |label: &str, value: Safe| vec![Cell::dim(texts.say(label)), Cell::new(value)];
    let cells = match setting {
        Setting::Kind => plain("import-kind", texts.say(&format!("kinds-{}", mapping.kind.key()))),
        Setting::Sheet => {
            let name = dialog.table().map(|sheet| sheet_name(texts, dialog.sheet, &sheet.name)).unwrap_or_default();
            plain("import-sheet", name)
        }
        Setting::Heading => {
            let line = mapping.heading.and_then(|at| dialog.table()?.lines.get(at));
            let value = match line {
                Some(line) => texts.tell("import-heading-at", &[("number", line.number.into())]),
                None => texts.say("import-heading-none"),
            };
            plain("import-heading", value)
        }
        Setting::Known => {
            let value = match mapping.known {
                Known::Updated => "import-known-updated",
                Known::Skipped => "import-known-skipped",
            };
            plain("import-known", texts.say(value))
        }
        Setting::Order => {
            let value = match mapping.order {
                Order::GivenFirst => "import-order-given",
                Order::FamilyFirst => "import-order-family",
            };
            plain("import-order", texts.say(value))
        }
        Setting::Guesses => {
            plain("import-guesses", texts.say(if mapping.guesses { "import-guesses-on" } else { "import-guesses-off" }))
        }
        Setting::About | Setting::Questionnaire | Setting::Voice | Setting::Form => form_cells(cx, dialog, setting),
        Setting::Column(column) => column_cells(texts, dialog, column),
    };
    TableRow { cells, ..TableRow::default() }
}

/// What is set of a form.
fn form_cells(cx: &Cx<'_>, dialog: &ImportDialog, setting: Setting) -> Vec<Cell> {
    let texts = cx.showing.texts;
    let Some(form) = &dialog.mapping().form else { return Vec::new() };
    let (label, value) = match setting {
        Setting::About => ("answers-about", form.about.as_ref().map(|about| cx.showing.link(about))),
        Setting::Questionnaire => {
            let found = questionnaires::latest(cx.showing.book, &form.questionnaire);
            ("answers-questionnaire", found.map(|it| Safe::short_of_lines(it.name.in_tongue(texts.tongue()))))
        }
        Setting::Voice => ("answers-voice", form.voice.map(|voice| texts.choice(Voice::SET, voice.key()))),
        _ => ("answers-form", Some(Safe::short_of_lines(&form.name)).filter(|name| !name.is_empty())),
    };
    vec![Cell::dim(texts.say(label)), Cell::new(value.unwrap_or_else(|| texts.say("answers-unsaid")))]
}

/// A column: its heading, what it is taken for, and what is in it.
fn column_cells(texts: &Texts, dialog: &ImportDialog, column: usize) -> Vec<Cell> {
    let mapping = dialog.mapping();
    let Some(bound) = mapping.columns.get(column) else { return Vec::new() };
    let heading = match bound.heading.as_str() {
        "" => texts.tell("import-column", &[("number", (column + 1).into())]),
        heading => Safe::short_of_lines(heading),
    };
    let means = means_name(texts, mapping, bound.means, bound.as_above);
    let means = Safe::line(&format!("→ {means}"));
    let weight = if bound.means == Means::Nothing { Weight::Dim } else { Weight::Plain };
    let rows = dialog.table().map(|sheet| mapping.rows(sheet)).unwrap_or_default();
    let cells = rows.iter().filter_map(|line| line.cells.get(column)).filter(|cell| !cell.is_empty());
    let samples: Vec<Safe> = cells.take(SAMPLES).map(|cell| Safe::short_of_lines(cell)).collect();
    let samples = Safe::join(samples, &Safe::own(", "));
    vec![Cell::new(heading), Cell { text: means, weight, matched: Vec::new() }, Cell::dim(samples)]
}

fn fate_word(texts: &Texts, fate: Fate) -> Safe {
    match fate {
        Fate::New => texts.say("import-fate-new"),
        Fate::Changed => texts.say("import-fate-changed"),
        Fate::Same => texts.say("import-fate-same"),
        Fate::Again(line) => texts.tell("import-fate-again", &[("line", line.into())]),
        Fate::Skipped => texts.say("import-fate-skipped"),
        Fate::LeftOut => texts.say("import-fate-left-out"),
        Fate::Unwanted => texts.say("import-fate-unwanted"),
    }
}

/// What a row becomes; of the rows to look at also what there is to see.
fn outcome_row(cx: &Cx<'_>, dialog: &ImportDialog, outcome: &Outcome) -> TableRow {
    let texts = cx.showing.texts;
    let said = match dialog.view {
        View::Remarks if !outcome.remarks.is_empty() => Safe::join(&outcome.remarks, &Safe::own(" ")),
        _ if !outcome.changes.is_empty() => Safe::join(&outcome.changes, &Safe::own(" · ")),
        _ => becomes(cx, dialog, outcome),
    };
    let fate = fate_word(texts, outcome.fate);
    let weight = if outcome.fate == Fate::LeftOut { Weight::Warning } else { Weight::Dim };
    let cells = vec![
        Cell { text: Safe::line(&format!("{} {fate}", outcome.number)), weight, matched: Vec::new() },
        Cell::new(outcome.title.clone()),
        Cell::dim(said),
    ];
    TableRow { cells, ..TableRow::default() }
}

/// What the record holds in the parts the table has columns for, besides its name.
fn becomes(cx: &Cx<'_>, dialog: &ImportDialog, outcome: &Outcome) -> Safe {
    let Some(record) = outcome.link.as_ref().and_then(|link| dialog.bringing.record(link)) else {
        return Safe::join(&outcome.remarks, &Safe::own(" "));
    };
    if let RecordRef::Feedback(form) = record
        && dialog.mapping().form.is_some()
    {
        return answered(cx, form);
    }
    let part = |means: Means| {
        let Means::Slot(slot) = means else { return None };
        let is_name = matches!(slot.key().split('.').next(), Some("id" | "whole-name" | "given" | "family" | "name"));
        if is_name {
            return None;
        }
        let held = value(cx.showing, record, slot);
        if let Value::Link(link) = &held
            && let Some(new) = dialog.bringing.new_place(&link.id)
        {
            return Some(Safe::short_of_lines(new));
        }
        Some(cx.showing.value(&slot.kind(), &held)).filter(|text| !text.is_empty())
    };
    let parts: Vec<Safe> = dialog.mapping().columns.iter().filter_map(|bound| part(bound.means)).collect();
    Safe::join(parts, &Safe::own(" · "))
}

/// What a form answers, in the order of its columns.
fn answered(cx: &Cx<'_>, form: &Feedback) -> Safe {
    let one = |answer: &crate::domain::Answer| {
        let question = questionnaires::question(cx.showing.book, form, &answer.question);
        Safe::short_of_lines(questionnaires::shown(cx.showing, question, &answer.answer).as_str())
    };
    let comment = Some(Safe::short_of_lines(&form.comment)).filter(|comment| !comment.is_empty());
    Safe::join(form.answers.iter().map(one).chain(comment).collect::<Vec<_>>(), &Safe::own(" · "))
}

/// All of a row: what the table says, what it becomes, and why.
pub(super) fn row_page(cx: &Cx<'_>, dialog: &ImportDialog, outcome: &Outcome) -> Safe {
    let texts = cx.showing.texts;
    let line = dialog.table().and_then(|sheet| sheet.lines.get(outcome.at));
    let cells = line.map(|line| line.cells.as_slice()).unwrap_or_default();
    let told = dialog.mapping().columns.iter().enumerate().zip(cells).filter(|(_, cell)| !cell.is_empty());
    let told = told.map(|((number, bound), cell)| {
        let heading = if bound.heading.is_empty() { (number + 1).to_string() } else { bound.heading.to_string() };
        Safe::line(&format!("{heading}: {}", cell.replace("\n", " / ")))
    });
    let row = texts.tell("import-row", &[("number", outcome.number.into())]);
    let head = Safe::line(&format!("{row} · {} · {}", fate_word(texts, outcome.fate), outcome.title));
    let mut lines = vec![head, Safe::default()];
    lines.extend(told);
    for more in [&outcome.changes, &outcome.remarks] {
        if !more.is_empty() {
            lines.push(Safe::default());
            lines.extend(more.iter().cloned());
        }
    }
    Safe::join(lines, &Safe::own("\n"))
}
