//! One field of a form: what is typed into it, whether it can be read, what it then holds.

use super::Hand;
use super::pick::Pick;
use crate::book::show::Showing;
use crate::domain::{Column, FieldKind, Link, Row, Value, Words};
use crate::entry::{Reading, Tense, check, plain};
use crate::input::LineEdit;
use crate::input::long::LongEdit;
use crate::keys::Chord;
use crate::text::{Safe, Tongue};

/// What one fills in.
#[derive(Clone, Debug)]
pub enum Content {
    /// A line of text.
    Line(LineEdit),
    /// A text of several lines.
    Long(LongEdit),
    /// Something to choose.
    Pick(Box<Pick>),
    /// Rows of a sub-table.
    Rows(Vec<Row>),
}

/// What a person has put into a field, as a draft keeps it.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// Text as it stands.
    Text(String),
    /// What was chosen, and what is typed beside it.
    Picked {
        /// The values.
        chosen: Vec<Value>,
        /// The text.
        text: String,
    },
    /// Rows.
    Rows(Vec<Row>),
}

/// A field.
#[derive(Clone, Debug)]
pub struct FormField {
    /// What it is.
    pub column: &'static Column,
    /// The language, of a text in several.
    pub tongue: Option<Tongue>,
    pub(super) content: Content,
    /// As it was when the form was opened.
    start: Typed,
    /// References that led nowhere then already: data may have such.
    gone: Vec<Link>,
    trouble: Option<Safe>,
    /// What is typed first takes the place of what stands there.
    replaces: bool,
}

/// The fields of a column: one, or one a language.
pub(super) fn fields(hand: Hand<'_>, column: &'static Column, value: &Value) -> Vec<FormField> {
    let FieldKind::Words(tongues) = column.kind else { return vec![FormField::new(hand, column, None, value)] };
    let nothing = Words::default();
    let words = if let Value::Words(words) = value { words } else { &nothing };
    let shown = Tongue::ALL.into_iter().filter(|tongue| tongues.contains(tongue) || !words.exactly(*tongue).is_empty());
    let of_tongue = |tongue: Tongue| {
        let text = words.exactly(tongue);
        let value = if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) };
        FormField::new(hand, column, Some(tongue), &value)
    };
    shown.map(of_tongue).collect()
}

impl FormField {
    fn new(hand: Hand<'_>, column: &'static Column, tongue: Option<Tongue>, value: &Value) -> Self {
        let content = content(hand, column, value);
        let gone = if let Content::Pick(pick) = &content { pick.gone(hand) } else { Vec::new() };
        let start = typed(&content);
        Self { column, tongue, content, start, gone, trouble: None, replaces: false }
    }

    /// What it holds, to draw it.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// What was typed and chosen.
    pub fn typed(&self) -> Typed {
        typed(&self.content)
    }

    /// Where the text cursor stands, in bytes of the typed text.
    pub fn cursor(&self) -> usize {
        match &self.content {
            Content::Line(line) => line.cursor(),
            Content::Long(long) => long.cursor(),
            Content::Pick(pick) => pick.line().cursor(),
            Content::Rows(_) => 0,
        }
    }

    /// Puts back what a draft kept; what was kept of another kind of field is left.
    pub fn restore(&mut self, typed: &Typed, cursor: usize) {
        match (&mut self.content, typed) {
            (Content::Line(line), Typed::Text(text)) => *line = LineEdit::with_cursor(text, cursor),
            (Content::Long(long), Typed::Text(text)) => *long = LongEdit::with_cursor(text, cursor),
            (Content::Pick(pick), Typed::Picked { chosen, text }) => pick.restore(chosen.clone(), text, cursor),
            (Content::Rows(rows), Typed::Rows(kept)) => rows.clone_from(kept),
            _ => {}
        }
    }

    /// Puts a value in the place of what stands there.
    pub(super) fn put(&mut self, hand: Hand<'_>, value: &Value) {
        self.content = content(hand, self.column, value);
        self.trouble = None;
    }

    /// Whether anything was typed or chosen since the form was opened.
    pub fn is_changed(&self) -> bool {
        self.typed() != self.start
    }

    /// How much was typed, in letters.
    pub fn letters(&self) -> usize {
        match self.typed() {
            Typed::Text(text) => text.chars().count(),
            Typed::Picked { chosen, text } => chosen.len() + text.chars().count(),
            Typed::Rows(rows) => rows.iter().flat_map(|row| &row.cells).map(letters).sum(),
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Line(line) => line.text().trim().is_empty(),
            Content::Long(long) => long.text().trim().is_empty(),
            Content::Pick(pick) => pick.chosen().is_empty() && pick.line().text().trim().is_empty(),
            Content::Rows(rows) => rows.is_empty(),
        }
    }

    /// Whether it is the first of the languages a text is asked for in.
    pub fn is_first_tongue(&self) -> bool {
        match (self.column.kind, self.tongue) {
            (FieldKind::Words(tongues), Some(tongue)) => tongues.first() == Some(&tongue),
            _ => true,
        }
    }

    /// What is wrong with it, in a sentence.
    pub fn trouble(&self) -> Option<&Safe> {
        self.trouble.as_ref()
    }

    pub(super) fn complain(&mut self, sentence: Safe) {
        self.trouble = Some(sentence);
    }

    /// From now on what is typed first takes the place of what stands there; a cursor key keeps it.
    pub(super) fn replace_by_typing(&mut self) {
        self.replaces = matches!(self.content, Content::Line(_));
    }

    /// Whether what is typed next takes the place of what stands there.
    pub fn replaces(&self) -> bool {
        self.replaces
    }

    fn make_way(&mut self) {
        if std::mem::take(&mut self.replaces)
            && let Content::Line(line) = &mut self.content
        {
            line.clear();
        }
    }

    pub(super) fn type_key(&mut self, hand: Hand<'_>, chord: Chord, width: u16) -> bool {
        if chord.letter().is_some() {
            self.make_way();
        }
        self.replaces = false;
        let took = match &mut self.content {
            Content::Line(line) => match chord.letter() {
                Some(letter) => {
                    line.insert(letter.encode_utf8(&mut [0; 4]));
                    true
                }
                None => line.edit(chord),
            },
            Content::Long(long) => match chord.letter() {
                Some(letter) => {
                    long.insert(letter.encode_utf8(&mut [0; 4]));
                    true
                }
                None => long.edit(chord, width),
            },
            Content::Pick(pick) => pick.type_key(hand, chord),
            Content::Rows(_) => false,
        };
        if took {
            // What was wrong is being mended.
            self.trouble = None;
        }
        took
    }

    pub(super) fn type_text(&mut self, hand: Hand<'_>, text: &str) -> bool {
        self.make_way();
        match &mut self.content {
            Content::Line(line) => line.insert(text),
            Content::Long(long) => long.insert(text),
            Content::Pick(pick) => pick.type_text(hand, text),
            Content::Rows(_) => return false,
        }
        self.trouble = None;
        true
    }

    /// The cursor comes here.
    pub(super) fn enter(&mut self, hand: Hand<'_>) {
        if let Content::Pick(pick) = &mut self.content {
            pick.offer(hand);
        }
    }

    /// The cursor goes: what is offered is taken, what was typed is checked.
    pub(super) fn leave(&mut self, hand: Hand<'_>, past: bool) {
        if let Content::Pick(pick) = &mut self.content {
            if pick.line().text().trim().is_empty() {
                // Of what was only looked at nothing is taken.
                if pick.cursor().is_some() {
                    pick.choose();
                }
            } else if !pick.choose()
                && let Ok(value) = self.reading(hand, past).value(self.pick_kind(), &self.pick_text())
            {
                self.take(value);
            }
        }
        self.trouble = self.wrong(hand, past);
    }

    fn pick_kind(&self) -> &FieldKind {
        if let Content::Pick(pick) = &self.content { pick.kind() } else { &self.column.kind }
    }

    fn pick_text(&self) -> String {
        if let Content::Pick(pick) = &self.content { pick.line().text().to_owned() } else { String::new() }
    }

    fn reading<'a>(&self, hand: Hand<'a>, past: bool) -> Reading<'a> {
        let tense = if past && self.column.key == "date" { Tense::Past } else { Tense::of(self.column) };
        let Showing { book, texts, today, season } = hand.showing;
        Reading { book, finder: hand.finder, texts, today, tense, season }
    }

    fn wrong(&self, hand: Hand<'_>, past: bool) -> Option<Safe> {
        let texts = hand.showing.texts;
        if let Content::Pick(pick) = &self.content {
            let text = pick.line().text();
            if !text.trim().is_empty() {
                let read = self.reading(hand, past).value(pick.kind(), text);
                return read.err().map(|trouble| trouble.sentence(texts));
            }
            let gone = pick.gone(hand).into_iter().find(|link| !self.gone.contains(link));
            return gone.map(|link| {
                let id = Safe::line(link.id.as_str());
                texts.tell("form-reference-gone", &[("id", id.into())])
            });
        }
        match self.value(hand, past) {
            Err(sentence) => Some(sentence),
            Ok(value) if value.is_empty() => None,
            Ok(value) => check(self.column, &value).map(|trouble| trouble.sentence(texts)),
        }
    }

    /// What it holds; of a text in several languages the part in its own.
    pub(super) fn value(&self, hand: Hand<'_>, past: bool) -> Result<Value, Safe> {
        let text = match &self.content {
            Content::Line(line) => line.text(),
            Content::Long(long) => long.text(),
            Content::Pick(pick) => return Ok(pick.value()),
            Content::Rows(rows) => return Ok(Value::Rows(rows.clone())),
        };
        if text.trim().is_empty() && !(text.is_empty() || self.column.needed) {
            return Ok(Value::Empty);
        }
        let kind = if self.tongue.is_some() { &FieldKind::Long } else { &self.column.kind };
        if text.is_empty() {
            return Ok(Value::Empty);
        }
        self.reading(hand, past).value(kind, text).map_err(|trouble| trouble.sentence(hand.showing.texts))
    }

    /// Adds the part in this field's language to the whole of its column.
    pub(super) fn add_to(&self, whole: &mut Value, part: &Value) {
        let Some(tongue) = self.tongue else {
            *whole = part.clone();
            return;
        };
        let mut words = if let Value::Words(words) = whole { words.clone() } else { Words::default() };
        if let Value::Text(text) = part {
            *words.exactly_mut(tongue) = text.clone();
        }
        *whole = if words.is_empty() { Value::Empty } else { Value::Words(words) };
    }

    pub(super) fn take(&mut self, value: Value) {
        if let Content::Pick(pick) = &mut self.content {
            pick.take(value);
            self.trouble = None;
        }
    }

    /// Puts another text in the place of a long one.
    pub fn replace(&mut self, text: &str) {
        if let Content::Long(long) = &mut self.content {
            *long = LongEdit::new(text);
            self.trouble = None;
        }
    }

    /// What a half-typed value would be, for the line that echoes it.
    pub fn echo(&self, hand: Hand<'_>) -> Option<(Value, &FieldKind)> {
        let Content::Line(line) = &self.content else { return None };
        if line.text().trim().is_empty() || self.tongue.is_some() {
            return None;
        }
        let value = self.reading(hand, false).value(&self.column.kind, line.text()).ok()?;
        Some((value, &self.column.kind))
    }
}

fn content(hand: Hand<'_>, column: &'static Column, value: &Value) -> Content {
    if let Some(pick) = Pick::of(&column.kind, value) {
        return Content::Pick(Box::new(pick));
    }
    match (column.kind, value) {
        (FieldKind::Rows(_), Value::Rows(rows)) => Content::Rows(rows.clone()),
        (FieldKind::Rows(_), _) => Content::Rows(Vec::new()),
        (FieldKind::Long | FieldKind::Words(_), Value::Text(text)) => Content::Long(LongEdit::new(text)),
        (FieldKind::Long | FieldKind::Words(_), _) => Content::Long(LongEdit::default()),
        (kind, value) => Content::Line(LineEdit::new(&plain(hand.showing, &kind, value))),
    }
}

fn typed(content: &Content) -> Typed {
    match content {
        Content::Line(line) => Typed::Text(line.text().to_owned()),
        Content::Long(long) => Typed::Text(long.text().to_owned()),
        Content::Pick(pick) => Typed::Picked { chosen: pick.chosen().to_vec(), text: pick.line().text().to_owned() },
        Content::Rows(rows) => Typed::Rows(rows.clone()),
    }
}

fn letters(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.chars().count(),
        Value::Words(words) => words.given().map(|text| text.chars().count()).sum(),
        Value::Rows(rows) => rows.iter().flat_map(|row| &row.cells).map(letters).sum(),
        Value::Many(values) => values.len(),
        Value::Empty => 0,
        _ => 1,
    }
}
