//! The one form for every kind of record, for its rows, and for one field of many records.

mod remarks;
mod subject;
mod view;

use ecow::EcoString;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::errand;
use crate::dialogs::rows::RowList;
use crate::dialogs::when::When;
use crate::dialogs::who::{Who, parted};
use crate::domain::{Act, Column, FieldKind, Id, Kind, Link, Record, RecordRef, Row, Value};
use crate::effect::Effect;
use crate::form::draft::{Frame, Layered};
use crate::form::field::{Content, FormField};
use crate::form::{Form, KEY};
use crate::keys::Chord;
use crate::layer::{Answer, Cx, Errand, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::beginning::complete;
use crate::planning::next_season::Along;
use crate::text::Safe;
use crate::widgets::form::{FormView, Remark, Room, field_width};

use subject::{asked, filled, finish_many, held, new_id, prefilled, season_of, shown, title, waiting};
use view::{and_more, field_view, help, label};

pub use subject::{Subject, begun};
pub(super) use view::label_in;

/// The field that says why nothing comes of a coaching.
const REASON: &str = "reason";

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
    /// What is to be said of what was typed so far.
    remarks: Vec<Remark>,
}

impl FormDialog {
    /// A form for this.
    pub fn new(cx: &Cx<'_>, subject: Subject) -> Self {
        let values = shown(&subject).into_iter().map(|column| (column, held(&subject, column))).collect();
        Self::holding(cx, subject, values)
    }

    /// A form for this whose fields begin with these values.
    fn holding(cx: &Cx<'_>, subject: Subject, values: Vec<(&'static Column, Value)>) -> Self {
        let form = Form::new(cx.hand(), values).in_season(season_of(&subject));
        let title = title(cx, &subject);
        let mut dialog = Self { subject, form, title, top: 0, leaving: false, width: 1, remarks: Vec::new() };
        dialog.form.open(cx.hand());
        dialog.settle(cx);
        dialog
    }

    /// A form for changing a record, or some of its fields.
    pub fn edit(cx: &Cx<'_>, record: RecordRef<'_>, only: &[&str]) -> Self {
        let only = only.iter().map(|key| EcoString::from(*key)).collect();
        Self::new(cx, Subject::Record { act: Act::Edit, base: Box::new(record.to_owned()), only })
    }

    /// A form for the one field of a record that changes most: what is typed takes the place of what was there.
    pub fn correct(cx: &Cx<'_>, record: RecordRef<'_>, key: &str) -> Self {
        // Of a coaching nothing comes of one wants to know why.
        let with_reason = matches!(record, RecordRef::Coaching(_)) && key == "status";
        let keys = if with_reason { vec![key, REASON] } else { vec![key] };
        let mut dialog = Self::edit(cx, record, &keys);
        dialog.form.replace_by_typing();
        dialog
    }

    /// A form for a step a record takes: what it holds after the step, and what the step asks. It is finished as it
    /// stands or filled in before; the status it proposes counts as nothing typed.
    pub fn step(cx: &Cx<'_>, record: RecordRef<'_>, next: RecordRef<'_>, keys: &[&str]) -> Self {
        let only = keys.iter().map(|key| EcoString::from(*key)).collect();
        let subject = Subject::Record { act: Act::Edit, base: Box::new(record.to_owned()), only };
        let after = |column: &'static Column| (column, next.field(column.key).map_or(Value::Empty, |(_, value)| value));
        let values = shown(&subject).into_iter().map(after).collect();
        let dialog = Self::holding(cx, subject, values);
        match keys.get(1) {
            Some(first) => dialog.at(cx, first),
            None => dialog,
        }
    }

    /// The form with the cursor on the field with this key.
    #[must_use]
    pub fn at(mut self, cx: &Cx<'_>, key: &str) -> Self {
        if let Some(field) = self.form.fields().iter().position(|field| field.column.key == key) {
            self.form.go(cx.hand(), field);
            self.settle(cx);
        }
        self
    }

    /// A form for a new record that begins with these values.
    pub fn add(cx: &Cx<'_>, kind: Kind, filled: Vec<(&'static str, Value)>) -> Self {
        let base = Box::new(begun(cx, kind, filled));
        let only = asked(base.as_ref().as_ref());
        let mut dialog = Self::new(cx, Subject::Record { act: Act::Add, base, only });
        dialog.begin_where_empty(cx);
        dialog
    }

    /// In a form that was begun for something the cursor goes to the first field that says nothing yet.
    fn begin_where_empty(&mut self, cx: &Cx<'_>) {
        let Subject::Record { only, .. } = &self.subject else { return };
        let empty = self.form.fields().iter().position(FormField::is_empty);
        if let Some(at) = empty.filter(|at| !only.is_empty() && *at > 0) {
            self.form.go(cx.hand(), at);
            self.settle(cx);
        }
    }

    /// A form for what an errand needs to know.
    pub fn errand(cx: &Cx<'_>, errand: Errand) -> Self {
        let asked = errand::asked(cx, &errand);
        Self::new(cx, Subject::Errand { errand, asked })
    }

    /// A form as its draft kept it. `below` is the column of the rows it stands above.
    pub fn restored(cx: &Cx<'_>, layered: &Layered, below: Option<&'static Column>) -> Option<Self> {
        let subject = match &layered.frame {
            Frame::Record { act, base, only } => Subject::Record { act: *act, base: base.clone(), only: only.clone() },
            Frame::Many { key, links } => {
                let column = links.first()?.kind.columns().find(|column| column.key == key.as_str())?;
                Subject::Many { column, links: links.clone() }
            }
            Frame::Row { number, row, .. } => Subject::Row { column: below?, number: *number, row: row.clone() },
            Frame::Rows { .. } | Frame::Answers { .. } => return None,
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

    /// The room below the fields: more where something may have to be said of what is typed.
    fn room(&self) -> Room {
        if remarks::are_made(&self.subject) { Room::WithRemarks } else { Room::Plain }
    }

    /// How many rows the fields have.
    fn page(&self, cx: &Cx<'_>) -> usize {
        usize::from(self.room().fields_height(cx.body.height)).max(1)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let texts = cx.showing.texts;
        self.remarks = remarks::of(cx, &self.subject, &self.form);
        let labels: Vec<Safe> = self.form.fields().iter().map(|field| label(field, texts)).collect();
        self.width = field_width(labels.iter(), cx.body.width);
        let width = self.width;
        let heights: Vec<usize> =
            self.form.fields().iter().map(|field| field_view(cx, field, width, false).height(width)).collect();
        let room = self.page(cx);
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
        let on = to == self.form.focus() + 1 && self.form.focused().is_some_and(|field| field.column.key == "status");
        self.form.go(cx.hand(), to);
        let reason = self.form.fields().iter().position(|field| field.column.key == REASON);
        // Why nothing comes of it is what one would say next, once one has said so.
        let on = on && self.form.fields().iter().any(|field| field.column.key == "status" && field.is_changed());
        if let Some(reason) = reason.filter(|_| on && self.form.comes_to_nothing()) {
            self.form.go(cx.hand(), reason);
        }
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
            Some(next) => {
                let reply = self.go(cx, next);
                if self.is_done_with_status() { self.finish(cx) } else { reply }
            }
            None => self.finish(cx),
        }
    }

    /// Whether only a status was asked, and nobody need say why it is.
    fn is_done_with_status(&self) -> bool {
        let asks_why = self.form.fields().len() == 2
            && self.form.focused().is_some_and(|field| field.column.key == REASON && field.is_empty());
        asks_why && !self.form.comes_to_nothing()
    }

    /// The rows of the field, a new one open where there are none; `typed` is what was typed to begin it.
    fn open_rows(&mut self, cx: &Cx<'_>, typed: Option<&str>) -> Reply {
        let Some((column, rows)) = self.form.rows() else { return Reply::default() };
        if let Some(typed) = typed {
            // Typed right away a row comes back to its field, where the next one is typed or one goes on.
            let mut form = Self::new_row(cx, column);
            form.form.type_text(cx.hand(), typed);
            return Reply::push(form);
        }
        let mut layers: Vec<Box<dyn Layer>> = vec![Box::new(RowList::new(cx, column, rows.to_vec()))];
        if rows.is_empty() {
            layers.push(Box::new(Self::new_row(cx, column)));
        }
        Reply::step(Step::Push(layers))
    }

    /// A form for a new row of this column.
    pub fn new_row(cx: &Cx<'_>, column: &'static Column) -> Self {
        let row = Row::empty(Id::default(), column.kind.row_columns().count());
        Self::new(cx, Subject::Row { column, number: None, row })
    }

    fn finish(&mut self, cx: &Cx<'_>) -> Reply {
        if matches!(self.subject, Subject::Row { number: None, .. }) && !self.form.is_changed() {
            // One Enter too many has opened it.
            return Reply::step(Step::Pop(None));
        }
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
            Subject::Errand { errand, .. } => {
                let errand = errand.clone();
                self.finish_errand(cx, &errand, None)
            }
            Subject::Many { column, links } => finish_many(cx, column, links, &values),
        }
    }

    /// What was asked is complete. Where something is to be shown first, that comes above, and the form stays until
    /// it was confirmed: `said` is what those who were asked then said.
    fn finish_errand(&mut self, cx: &Cx<'_>, errand: &Errand, said: Option<Vec<(Id, Along)>>) -> Reply {
        let values = self.form.values(cx.hand());
        let confirmed = said.is_some();
        match errand::task(cx, errand, &values, said.unwrap_or_default()) {
            Err((key, sentence)) => {
                self.form.complain(key, sentence);
                Reply::default()
            }
            Ok(task) => match errand::shown_first(cx, &task).filter(|_| !confirmed) {
                Some(layer) => Reply::step(Step::Push(vec![layer])),
                None => Reply::step(Step::Pop(Some(Answer::Task(task)))),
            },
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
            if let Err(invalid) = filled(&mut record, column, value) {
                self.form.complain(column.key, cx.showing.texts.say(invalid.text_id()));
                return Reply::default();
            }
        }
        let mut toast = None;
        if new {
            complete(cx.showing.book, &mut record);
            toast = waiting(cx, &record);
        }
        if !new && *base == record {
            return Reply {
                step: Step::Pop(None),
                toast: Some(cx.showing.texts.say("form-unchanged")),
                ..Reply::default()
            };
        }
        let changes = vec![Change { before: (!new).then(|| base.clone()), after: Some(record) }];
        Reply { wish: Some(Wish { act, changes }), step: Step::Done, toast, ..Reply::default() }
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
        let errand = matches!(self.subject, Subject::Errand { .. });
        Reply::toast(cx.showing.texts.say(if errand { "errand-leaving" } else { "form-row-leaving" }))
    }

    /// Whether it is the form of a coaching or session with this field.
    fn has(&self, key: &str) -> bool {
        let Subject::Record { base, .. } = &self.subject else { return false };
        matches!(base.as_ref(), Record::Coaching(_) | Record::Session(_))
            && self.form.fields().iter().any(|field| field.column.key == key)
    }

    /// What helps to fill in the field that has the cursor.
    fn asks(&self) -> Option<Command> {
        let key = self.form.focused()?.column.key;
        match key {
            "tutors" | "tutor_municipalities" if self.has("tutors") => Some(Command::Who),
            "date" if self.has("time") => Some(Command::When),
            _ => None,
        }
    }

    /// The record as it stands in the form; what cannot be read is left out.
    fn as_it_stands(&self, cx: &Cx<'_>) -> Option<Record> {
        let Subject::Record { base, .. } = &self.subject else { return None };
        let mut record = base.as_ref().clone();
        for (column, value) in self.form.values(cx.hand()) {
            let _fits = record.set(column.key, value);
        }
        Some(record)
    }

    fn ask_who(&self, cx: &Cx<'_>) -> Reply {
        match self.as_it_stands(cx).and_then(|record| Who::for_form(cx, &record)) {
            Some(layer) => Reply::push(layer),
            None => Reply::toast(cx.showing.texts.say("no-season")),
        }
    }

    fn ask_when(&self, cx: &Cx<'_>) -> Reply {
        let layer = self.as_it_stands(cx).and_then(|record| When::for_form(cx, &record));
        layer.map(Reply::push).unwrap_or_default()
    }

    fn make_now(&self, cx: &Cx<'_>) -> Reply {
        let Some(Content::Pick(pick)) = self.form.focused().map(FormField::content) else { return Reply::default() };
        let Some(kind) = pick.to_make() else { return Reply::default() };
        let filled = prefilled(cx, kind, pick.line().text());
        Reply::push(Self::add(cx, kind, filled))
    }
}

impl Layer for FormDialog {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Down, Editor, Finish, MakeNow, NextField, Open, PageDown, PageUp, PreviousField, Up, When, Who,
        };
        match command {
            Back | Close | Down | Finish | NextField | Open | PageDown | PageUp | PreviousField | Up => Ok(()),
            MakeNow => match self.form.focused().map(FormField::content) {
                Some(Content::Pick(pick)) if pick.to_make().is_some() => Ok(()),
                Some(Content::Rows(_)) => Ok(()),
                _ => Err("nothing-to-make"),
            },
            Who if self.has("tutors") => Ok(()),
            When if self.has("time") => Ok(()),
            Editor => self.text_to_edit().map(|_| ()).ok_or("no-text-to-edit"),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = self.page(cx);
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
            Command::Who => self.ask_who(cx),
            Command::When => self.ask_when(cx),
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
            Subject::Asking { .. } | Subject::Errand { .. } => return None,
            Subject::Many { column, links } => Frame::Many { key: column.key.into(), links: links.clone() },
            Subject::Row { column, number, row } => {
                Frame::Row { key: column.key.into(), number: *number, row: row.clone() }
            }
        };
        Some(Layered { frame, fields: self.form.kept(), focus: self.form.focus() })
    }

    fn typed_letters(&self) -> usize {
        // What was only taken out is a change too, of which no letter is left.
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
                if let Some(Content::Pick(pick)) = self.form.focused().map(FormField::content)
                    && pick.takes(link.kind)
                {
                    let value = match pick.kind() {
                        FieldKind::Link(_) => Value::Link(link),
                        _ => Value::Ref(link.id),
                    };
                    self.form.take(value);
                    self.form.open(cx.hand());
                }
            }
            Answer::Row(row) => {
                let rows = self.form.rows().map(|(_, rows)| rows.to_vec()).unwrap_or_default();
                self.form.set_rows(rows.into_iter().chain([row]).collect());
            }
            Answer::Tutors(tutors) => {
                let (people, offices) = parted(&tutors);
                for (key, ids) in [("tutors", people), ("tutor_municipalities", offices)] {
                    let values = ids.into_iter().map(Value::Ref).collect();
                    self.form.put(cx.hand(), key, &Value::Many(values));
                }
            }
            Answer::Day(day) => self.form.put(cx.hand(), "date", &Value::Date(day)),
            Answer::Confirmed(said) => {
                if let Subject::Errand { errand, .. } = self.subject.clone() {
                    return self.finish_errand(cx, &errand, Some(said));
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
        let mut commands = vec![Command::Open, Command::Finish];
        commands.extend(self.asks());
        commands.extend([Command::Back, Command::Lookup]);
        commands
            .extend([Command::MakeNow, Command::Editor].into_iter().filter(|command| self.can(cx, *command).is_ok()));
        commands.extend([Command::NextField, Command::Help]);
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
        let kept = !matches!(self.subject, Subject::Asking { .. } | Subject::Errand { .. });
        let drafted = kept && !cx.unkept && self.form.is_changed();
        let remark = if drafted { texts.say("form-draft-kept") } else { Safe::default() };
        FormView {
            title: self.title.clone(),
            remark,
            fields: fields.collect(),
            top: self.top,
            help: help(cx, &self.subject, &self.form),
            room: self.room(),
            remarks: self.remarks.clone(),
            and_more: and_more(texts, self.remarks.len()),
        }
        .draw(buffer, area, cx.looks)
    }
}
