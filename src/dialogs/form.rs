//! The one form for every kind of record, for its rows, and for one field of many records.

use ecow::EcoString;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::rows::RowList;
use crate::domain::{Act, Column, FieldKind, Id, Kind, Link, Record, RecordRef, Row, Value};
use crate::effect::Effect;
use crate::form::draft::{Frame, Layered};
use crate::form::field::{Content, FormField};
use crate::form::{Form, KEY, columns_of};
use crate::input::LineEdit;
use crate::keys::Chord;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::text::{Safe, Texts, Tongue};
use crate::widgets::form::{FieldView, FormView, HelpView, field_width, fields_height};

/// What a form is filled in for.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A record: a new one where it has no id yet.
    Record {
        /// What the change is called.
        act: Act,
        /// The record as it was when the form was opened.
        base: Box<Record>,
        /// The keys of the fields shown; all where there are none.
        only: Vec<EcoString>,
    },
    /// One field for many records.
    Many {
        /// The field.
        column: &'static Column,
        /// The records.
        links: Vec<Link>,
    },
    /// A person to choose, for somebody who asks for one.
    Asking {
        /// What is asked.
        title: &'static str,
        /// What is chosen.
        column: &'static Column,
        /// What that answers.
        answer: fn(Value) -> Answer,
    },
    /// A row of a field with this column.
    Row {
        /// The column of the rows.
        column: &'static Column,
        /// Its number among the rows; nothing for a new one.
        number: Option<usize>,
        /// The row as it was.
        row: Row,
    },
}

/// The form.
#[derive(Debug)]
pub struct FormDialog {
    subject: Subject,
    form: Form,
    title: Safe,
    top: usize,
    /// Esc was pressed on a changed row and would throw it away when pressed again.
    leaving: bool,
    /// The width of a field when it was last settled, for moving by displayed rows.
    width: u16,
}

impl FormDialog {
    /// A form for this.
    pub fn new(cx: &Cx<'_>, subject: Subject) -> Self {
        let columns = shown(&subject).into_iter().map(|column| (column, held(&subject, column)));
        let form = Form::new(cx.hand(), columns);
        let title = title(cx, &subject);
        let mut dialog = Self { subject, form, title, top: 0, leaving: false, width: 1 };
        dialog.form.open(cx.hand());
        dialog.settle(cx);
        dialog
    }

    /// A form for changing a record, or some of its fields.
    pub fn edit(cx: &Cx<'_>, record: RecordRef<'_>, only: &[&str]) -> Self {
        let only = only.iter().map(|key| EcoString::from(*key)).collect();
        Self::new(cx, Subject::Record { act: Act::Edit, base: Box::new(record.to_owned()), only })
    }

    /// A form for a new record that begins with these values.
    pub fn add(cx: &Cx<'_>, kind: Kind, filled: Vec<(&'static str, Value)>) -> Self {
        let base = Box::new(begun(kind, filled));
        Self::new(cx, Subject::Record { act: Act::Add, base, only: Vec::new() })
    }

    /// A form as its draft kept it. `below` is the column of the rows it stands above.
    pub fn restored(cx: &Cx<'_>, layered: &Layered, below: Option<&'static Column>) -> Option<Self> {
        let subject = match &layered.frame {
            Frame::Record { act, base, only } => Subject::Record { act: *act, base: base.clone(), only: only.clone() },
            Frame::Many { key, links } => {
                let column = links.first()?.kind.columns().find(|column| column.key == key.as_str())?;
                Subject::Many { column, links: links.clone() }
            }
            Frame::Row { number, row } => Subject::Row { column: below?, number: *number, row: row.clone() },
            Frame::Rows { .. } => return None,
        };
        let mut dialog = Self::new(cx, subject);
        dialog.form.restore(layered);
        dialog.form.open(cx.hand());
        dialog.settle(cx);
        Some(dialog)
    }

    /// The columns of its fields.
    pub fn columns(&self) -> Vec<&'static Column> {
        shown(&self.subject)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let texts = cx.showing.texts;
        let labels: Vec<Safe> = self.form.fields().iter().map(|field| label(field, texts)).collect();
        self.width = field_width(labels.iter(), cx.body.width);
        let width = self.width;
        let heights: Vec<usize> =
            self.form.fields().iter().map(|field| field_view(cx, field, width, false).height(width)).collect();
        let room = usize::from(fields_height(cx.body.height)).max(1);
        let from: usize = heights.iter().take(self.form.focus()).sum();
        let until = from + heights.get(self.form.focus()).copied().unwrap_or(1);
        let all: usize = heights.iter().sum();
        let mut top = self.top.min(from);
        // The line that says how much is below must not cover the field.
        let lowest = if until < all { until + 1 } else { until };
        if lowest > top + room {
            top = lowest - room;
        }
        self.top = top.min(from);
    }

    fn go(&mut self, cx: &Cx<'_>, to: usize) -> Reply {
        self.form.go(cx.hand(), to);
        Reply::default()
    }

    /// Enter: takes what is offered, opens rows, goes on, and on the last field finishes.
    fn enter_field(&mut self, cx: &Cx<'_>) -> Reply {
        let Some(field) = self.form.focused() else { return Reply::default() };
        if let Content::Rows(_) = field.content() {
            return self.open_rows(cx, None);
        }
        if let Content::Pick(pick) = field.content()
            && pick.is_many()
            && pick.cursor().is_some()
        {
            // One of several: the next one may follow.
            let focus = self.form.focus();
            return self.go(cx, focus);
        }
        match self.form.next() {
            Some(next) => self.go(cx, next),
            None => self.finish(cx),
        }
    }

    /// The rows of the field, a new one open where there are none; `typed` is what was typed to begin it.
    fn open_rows(&mut self, cx: &Cx<'_>, typed: Option<&str>) -> Reply {
        let Some((column, rows)) = self.form.rows() else { return Reply::default() };
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let new = typed.is_some() || rows.is_empty();
        layers.push(Box::new(RowList::new(cx, column, rows.to_vec())));
        if new {
            let mut form = Self::new_row(cx, column);
            if let Some(typed) = typed {
                form.form.type_text(cx.hand(), typed);
            }
            layers.push(Box::new(form));
        }
        Reply::step(Step::Push(layers))
    }

    /// A form for a new row of this column.
    pub fn new_row(cx: &Cx<'_>, column: &'static Column) -> Self {
        let row = Row::empty(Id::default(), column.kind.row_columns().count());
        Self::new(cx, Subject::Row { column, number: None, row })
    }

    fn finish(&mut self, cx: &Cx<'_>) -> Reply {
        let wrong = self.form.check(cx.hand());
        if wrong > 0 {
            return Reply::toast(cx.showing.texts.tell("form-wrong", &[("count", wrong.into())]));
        }
        let values = self.form.values(cx.hand());
        match &self.subject {
            Subject::Record { act, base, .. } => {
                let (act, base) = (*act, base.clone());
                self.finish_record(cx, act, &base, values)
            }
            Subject::Asking { answer, .. } => {
                let value = values.into_iter().next().map_or(Value::Empty, |(_, value)| value);
                Reply::step(Step::Pop(Some(answer(value))))
            }
            Subject::Row { row, .. } => {
                let mut row = row.clone();
                row.cells = values.into_iter().map(|(_, value)| value).collect();
                Reply::step(Step::Pop(Some(Answer::Row(row))))
            }
            Subject::Many { column, links } => finish_many(cx, column, links, &values),
        }
    }

    fn finish_record(&mut self, cx: &Cx<'_>, act: Act, base: &Record, values: Vec<(&'static Column, Value)>) -> Reply {
        let new = base.as_ref().id().is_empty();
        let mut record = base.clone();
        if new {
            match new_id(cx, base.as_ref().kind(), &values) {
                Ok(id) => record.give_id(id),
                Err(sentence) => {
                    self.form.complain(KEY, sentence);
                    return Reply::default();
                }
            }
        }
        for (column, value) in values.into_iter().filter(|(column, _)| column.key != KEY) {
            // A value that was not touched stays as it is stored.
            let stands = record.as_ref().field(column.key).map(|(_, value)| value);
            if stands.as_ref() == Some(&value) || (value.is_empty() && stands.is_some_and(|value| value.is_empty())) {
                continue;
            }
            if let Err(invalid) = record.set(column.key, value) {
                self.form.complain(column.key, cx.showing.texts.say(invalid.text_id()));
                return Reply::default();
            }
        }
        if !new && *base == record {
            return Reply {
                step: Step::Pop(None),
                toast: Some(cx.showing.texts.say("form-unchanged")),
                ..Reply::default()
            };
        }
        let changes = vec![Change { before: (!new).then(|| base.clone()), after: Some(record) }];
        Reply { wish: Some(Wish { act, changes }), step: Step::Done, ..Reply::default() }
    }

    /// One level back: what was typed into a record's form stays as a draft; a row is asked about.
    fn back(&mut self, cx: &Cx<'_>) -> Reply {
        if !self.form.is_changed() {
            return Reply::step(Step::Pop(None));
        }
        if let Subject::Record { .. } | Subject::Many { .. } = self.subject {
            return Reply::step(Step::Leave);
        }
        if self.leaving {
            return Reply::step(Step::Pop(None));
        }
        self.leaving = true;
        Reply::toast(cx.showing.texts.say("form-row-leaving"))
    }

    fn make_now(&self, cx: &Cx<'_>) -> Reply {
        let Some(Content::Pick(pick)) = self.form.focused().map(FormField::content) else { return Reply::default() };
        let Some(kind) = pick.to_make() else { return Reply::default() };
        let filled = prefilled(cx, kind, pick.line().text());
        Reply::push(Self::add(cx, kind, filled))
    }

    fn help(&self, cx: &Cx<'_>) -> HelpView {
        let texts = cx.showing.texts;
        let Some(field) = self.form.focused() else { return HelpView::default() };
        let hint = |id: &str| HelpView { words: texts.say(id), ..HelpView::default() };
        match field.content() {
            Content::Pick(pick) => {
                let offers: Vec<(Safe, Safe)> =
                    pick.offers().iter().take(50).map(|offer| pick.described(cx.hand(), offer)).collect();
                let words = if !offers.is_empty() {
                    Safe::default()
                } else if pick.to_make().is_some() {
                    texts.say("hint-make-now")
                } else {
                    texts.say("hint-nothing-fits")
                };
                HelpView { words, offers, cursor: pick.cursor() }
            }
            Content::Rows(rows) if rows.is_empty() => hint("hint-rows-none"),
            Content::Rows(rows) => {
                let offers =
                    rows.iter().map(|row| (cx.showing.row(&field.column.kind, row), Safe::default())).collect();
                HelpView { words: Safe::default(), offers, cursor: None }
            }
            Content::Long(_) => hint("hint-long"),
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
}

/// The id of a new record where people choose it; elsewhere none yet.
fn new_id(cx: &Cx<'_>, kind: Kind, values: &[(&'static Column, Value)]) -> Result<Id, Safe> {
    if kind.letter().is_some() {
        return Ok(Id::default());
    }
    let texts = cx.showing.texts;
    let typed = values.iter().find_map(|(column, value)| match value {
        Value::Text(text) if column.key == KEY => Some(text.clone()),
        _ => None,
    });
    let name = values.iter().find_map(|(column, value)| match value {
        Value::Text(text) if column.key == "name" => Some(text.clone()),
        Value::Words(words) if column.key == "name" => Some(words.in_tongue(texts.tongue()).clone()),
        _ => None,
    });
    let id = match (typed, name) {
        (Some(typed), _) => Id::parse(&typed).map_err(|invalid| texts.say(invalid.text_id()))?,
        (None, name) => {
            crate::form::key_of(name.as_deref().unwrap_or_default()).ok_or_else(|| texts.say("form-key"))?
        }
    };
    if cx.showing.book.place(&Link::new(kind, id.clone())).is_some() {
        return Err(texts.tell("form-key-taken", &[("key", Safe::line(id.as_str()).into())]));
    }
    Ok(id)
}

/// What is stored in the field of the subject now.
fn held(subject: &Subject, column: &Column) -> Value {
    match subject {
        Subject::Record { base, .. } => {
            base.as_ref().as_ref().field(column.key).map_or(Value::Empty, |(_, value)| value)
        }
        Subject::Row { column: rows, row, .. } => {
            let at = rows.kind.row_columns().position(|other| other.key == column.key);
            at.and_then(|at| row.cells.get(at)).cloned().unwrap_or(Value::Empty)
        }
        Subject::Many { .. } | Subject::Asking { .. } => Value::Empty,
    }
}

/// A new record that begins with these values.
fn begun(kind: Kind, filled: Vec<(&'static str, Value)>) -> Record {
    let mut record = Record::empty(kind, Id::default());
    for (key, value) in filled {
        // What does not fit is left out: the form asks for it.
        let _fits = record.set(key, value);
    }
    record
}

/// The fields that are shown for a subject.
fn shown(subject: &Subject) -> Vec<&'static Column> {
    match subject {
        Subject::Record { base, only, .. } => {
            let record = base.as_ref().as_ref();
            let wanted = |column: &&Column| only.is_empty() || only.iter().any(|key| key == column.key);
            let new = record.id().is_empty();
            if new {
                columns_of(record.kind()).filter(wanted).collect()
            } else {
                record.kind().columns().filter(wanted).collect()
            }
        }
        Subject::Asking { column, .. } | Subject::Many { column, .. } => vec![column],
        Subject::Row { column, .. } => column.kind.row_columns().collect(),
    }
}

fn title(cx: &Cx<'_>, subject: &Subject) -> Safe {
    let texts = cx.showing.texts;
    match subject {
        Subject::Record { base, act, .. } => {
            let record = base.as_ref().as_ref();
            let kind = ("kind", texts.say(&format!("kind-{}", record.kind().key())).into());
            match record {
                RecordRef::Note(note) if *act == Act::Note => {
                    let about = note.about.as_ref().map(|about| cx.showing.link(about)).unwrap_or_default();
                    texts.tell("form-note", &[("about", about.into())])
                }
                _ if record.id().is_empty() => texts.tell("form-new", &[kind]),
                _ => texts.tell("form-edit", &[kind, ("name", cx.showing.title(record).into())]),
            }
        }
        Subject::Asking { title, .. } => texts.say(title),
        Subject::Row { column, number, .. } => {
            let label = ("label", texts.field(column.label).into());
            match number {
                Some(number) => texts.tell("form-row", &[label, ("number", (number + 1).into())]),
                None => texts.tell("form-row-new", &[label]),
            }
        }
        Subject::Many { links, .. } => texts.tell("form-many", &[("count", links.len().into())]),
    }
}

fn field_view(cx: &Cx<'_>, field: &FormField, width: u16, focused: bool) -> FieldView {
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
        needed: field.column.needed,
        trouble: field.trouble().cloned(),
    }
}

fn label(field: &FormField, texts: &Texts) -> Safe {
    let label = texts.field(field.column.label);
    let id = match field.tongue {
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
fn picked(cx: &Cx<'_>, pick: &crate::form::pick::Pick, width: u16, focused: bool) -> (Vec<Safe>, Option<(u16, u16)>) {
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
        (FieldKind::Time, Value::Time(time)) => match crate::entry::span(typed) {
            Some((_, Some(minutes))) => Safe::line(&format!("{} · {}", texts.time(*time), texts.length(minutes))),
            _ => texts.time(*time),
        },
        (kind, value) => cx.showing.value(kind, value),
    }
}

/// What a new record begins with of what was typed where it was missed.
fn prefilled(cx: &Cx<'_>, kind: Kind, typed: &str) -> Vec<(&'static str, Value)> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let text = |text: &str| Value::Text(text.into());
    let words = || {
        let mut words = crate::domain::Words::default();
        *words.exactly_mut(cx.showing.texts.tongue()) = typed.into();
        Value::Words(words)
    };
    match kind {
        Kind::Person => match typed.rsplit_once(' ') {
            Some((given, family)) => vec![("given", text(given.trim())), ("family", text(family))],
            None => vec![("family", text(typed))],
        },
        Kind::Municipality | Kind::Organisation | Kind::Theme => vec![("name", words())],
        Kind::Season => vec![("name", text(typed))],
        Kind::Practice => vec![("title", words())],
        Kind::Action => vec![("what", text(typed))],
        _ => Vec::new(),
    }
}

/// One value for many records: lists are added to, anything else takes the place of what was there.
fn finish_many(cx: &Cx<'_>, column: &Column, links: &[Link], values: &[(&'static Column, Value)]) -> Reply {
    let value = values.first().map_or(Value::Empty, |(_, value)| value.clone());
    if value.is_empty() {
        return Reply {
            step: Step::Pop(None),
            toast: Some(cx.showing.texts.say("form-unchanged")),
            ..Reply::default()
        };
    }
    let change = |link: &Link| {
        let before = cx.showing.book.record(link)?;
        let held = before.field(column.key).map_or(Value::Empty, |(_, value)| value);
        let mut after = before.to_owned();
        after.set(column.key, added(held, &value)).ok()?;
        (after.as_ref() != before).then(|| Change { before: Some(before.to_owned()), after: Some(after) })
    };
    let changes = links.iter().filter_map(change).collect();
    Reply { wish: Some(Wish { act: Act::Edit, changes }), step: Step::Done, ..Reply::default() }
}

fn added(held: Value, value: &Value) -> Value {
    match (held, value) {
        (Value::Many(mut held), Value::Many(new)) => {
            held.extend(new.iter().filter(|value| !held.contains(value)).cloned().collect::<Vec<_>>());
            Value::Many(held)
        }
        (Value::Rows(mut held), Value::Rows(new)) => {
            held.extend(new.iter().cloned());
            Value::Rows(held)
        }
        (_, new) => new.clone(),
    }
}

impl Layer for FormDialog {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Down, Editor, Finish, MakeNow, NextField, Open, PageDown, PageUp, PreviousField, Up,
        };
        match command {
            Back | Close | Down | Finish | NextField | Open | PageDown | PageUp | PreviousField | Up => Ok(()),
            MakeNow => match self.form.focused().map(FormField::content) {
                Some(Content::Pick(pick)) if pick.to_make().is_some() => Ok(()),
                Some(Content::Rows(_)) => Ok(()),
                _ => Err("nothing-to-make"),
            },
            Editor => self.text_to_edit().map(|_| ()).ok_or("no-text-to-edit"),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(fields_height(cx.body.height)).max(1);
        let last = self.form.fields().len().saturating_sub(1);
        let focus = self.form.focus();
        let left = std::mem::take(&mut self.leaving);
        let reply = match command {
            Command::Back | Command::Close => {
                self.leaving = left;
                self.back(cx)
            }
            Command::Open => self.enter_field(cx),
            Command::Finish => self.finish(cx),
            Command::NextField | Command::Down => self.go(cx, if focus == last { 0 } else { focus + 1 }),
            Command::PreviousField | Command::Up => self.go(cx, focus.checked_sub(1).unwrap_or(last)),
            Command::PageDown => self.go(cx, (focus + page).min(last)),
            Command::PageUp => self.go(cx, focus.saturating_sub(page)),
            Command::MakeNow if self.form.rows().is_some() => self.open_rows(cx, Some("")),
            Command::MakeNow => self.make_now(cx),
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
        if self.form.rows().is_some() {
            // Whoever types where rows are begins a new one.
            let letter = chord.letter().filter(|letter| !letter.is_whitespace())?;
            return Some(self.open_rows(cx, Some(letter.encode_utf8(&mut [0; 4]))));
        }
        if !self.form.type_key(cx.hand(), chord, self.width) {
            return None;
        }
        self.leaving = false;
        self.settle(cx);
        Some(Reply::default())
    }

    fn type_text(&mut self, cx: &Cx<'_>, text: &str) -> Option<Reply> {
        self.leaving = false;
        if self.form.rows().is_some() {
            return Some(self.open_rows(cx, Some(text)));
        }
        let took = self.form.type_text(cx.hand(), text);
        self.settle(cx);
        took.then(Reply::default)
    }

    fn layered(&self) -> Option<Layered> {
        let frame = match &self.subject {
            Subject::Record { act, base, only } => Frame::Record { act: *act, base: base.clone(), only: only.clone() },
            Subject::Asking { .. } => return None,
            Subject::Many { column, links } => Frame::Many { key: column.key.into(), links: links.clone() },
            Subject::Row { number, row, .. } => Frame::Row { number: *number, row: row.clone() },
        };
        Some(Layered { frame, fields: self.form.kept(), focus: self.form.focus() })
    }

    fn typed_letters(&self) -> usize {
        // A field that was emptied holds no letters, and is a change all the same.
        self.form.letters().max(usize::from(self.form.is_changed()))
    }

    fn text_to_edit(&self) -> Option<String> {
        match self.form.focused()?.content() {
            Content::Long(long) => Some(long.text().to_owned()),
            _ => None,
        }
    }

    fn edited(&mut self, cx: &Cx<'_>, text: &str) {
        if let Some(field) = self.form.focused_mut() {
            field.replace(text);
        }
        self.settle(cx);
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        match answer {
            Answer::Made(link) => {
                if let Some(Content::Pick(pick)) = self.form.focused().map(FormField::content) {
                    let value = match pick.kind() {
                        FieldKind::Link(_) => Value::Link(link),
                        _ => Value::Ref(link.id),
                    };
                    self.form.take(value);
                }
            }
            Answer::Rows(rows) => {
                self.form.set_rows(rows);
                if let Some(next) = self.form.next() {
                    self.form.go(cx.hand(), next);
                }
            }
            _ => {}
        }
        self.settle(cx);
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        match &self.subject {
            Subject::Record { base, .. } if !base.as_ref().as_ref().id().is_empty() => {
                vec![base.as_ref().as_ref().link()]
            }
            _ => Vec::new(),
        }
    }

    fn footer(&self, cx: &Cx<'_>) -> Vec<Command> {
        let mut commands = vec![Command::Open, Command::Finish, Command::NextField, Command::Lookup];
        commands
            .extend([Command::MakeNow, Command::Editor].into_iter().filter(|command| self.can(cx, *command).is_ok()));
        commands.push(Command::Back);
        commands
    }

    fn enter(&self) -> &'static str {
        match self.form.focused().map(FormField::content) {
            Some(Content::Rows(_)) => "enter-rows",
            Some(Content::Pick(pick)) if pick.cursor().is_some() => "enter-choose",
            _ if self.form.next().is_none() => "enter-finish",
            _ => "enter-next",
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let labels: Vec<Safe> = self.form.fields().iter().map(|field| label(field, texts)).collect();
        let width = field_width(labels.iter(), area.width);
        let fields = self.form.fields().iter().enumerate();
        let fields = fields.map(|(number, field)| field_view(cx, field, width, number == self.form.focus()));
        let remark = if self.form.is_changed() { texts.say("form-draft-kept") } else { Safe::default() };
        FormView { title: self.title.clone(), remark, fields: fields.collect(), top: self.top, help: self.help(cx) }
            .draw(buffer, area, cx.looks)
    }
}
