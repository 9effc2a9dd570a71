//! A list to pick one from as one types: commands (palette and help), seasons, named filters.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::domain::Link;
use crate::find::highlight::highlight_row;
use crate::find::index::{Index, Narrowing};
use crate::find::inflect::Places;
use crate::find::query::Query;
use crate::input::LineEdit;
use crate::keys::Chord;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot, type_into_line};
use crate::text::Safe;
use crate::widgets::line::InputLine;
use crate::widgets::table::{Cell, Table, TableRow, Weight};

/// Something that can be picked.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What it is called.
    pub text: Safe,
    /// What stands beside it: the key of a command, the days of a season.
    pub beside: Safe,
    /// What else it is found by.
    pub also: Safe,
    /// Why it cannot be picked now; empty where it can.
    pub why_not: Safe,
    /// What picking it answers.
    pub answer: Answer,
}

impl Choice {
    /// A choice that can be picked and has nothing beside it.
    pub fn new(text: Safe, answer: Answer) -> Self {
        Self { text, beside: Safe::default(), also: Safe::default(), why_not: Safe::default(), answer }
    }
}

/// Cells around a choice and before what stands beside it.
const GAP: usize = 4;

/// The list.
#[derive(Debug)]
pub struct Picker {
    label: Safe,
    choices: Vec<Choice>,
    /// The letters that pick at once while nothing is typed, one a choice.
    letters: Vec<char>,
    /// What is told where letters are typed, which then look for nothing.
    steady: Option<Safe>,
    index: Index,
    line: LineEdit,
    shown: Vec<usize>,
    cursor: usize,
    top: usize,
}

impl Picker {
    /// A list of these choices, the cursor on the one with this number.
    pub fn new(cx: &Cx<'_>, label: Safe, choices: Vec<Choice>, cursor: usize) -> Self {
        let mut index = Index::new();
        for choice in &choices {
            index.push(&format!("{} {} {}", choice.text, choice.also, choice.beside));
        }
        let letters = Vec::new();
        let line = LineEdit::default();
        let mut picker =
            Self { label, choices, letters, steady: None, index, line, shown: Vec::new(), cursor: 0, top: 0 };
        picker.typed(cx);
        picker.cursor = cursor;
        picker.settle(cx);
        picker
    }

    /// The list with a letter for each choice, which picks it at once. The letter stands beside the choice.
    #[must_use]
    pub fn with_letters(mut self, letters: Vec<char>) -> Self {
        for (choice, letter) in self.choices.iter_mut().zip(&letters) {
            choice.beside = Safe::line(&letter.to_string());
        }
        self.letters = letters;
        self
    }

    /// The same, where one may be typing on and not looking for anything: letters change nothing, and that is told.
    #[must_use]
    pub fn steady(self, words: Safe) -> Self {
        Self { steady: Some(words), ..self }
    }

    /// The choice a letter picks.
    fn lettered(&self, letter: char) -> Option<&Choice> {
        let at = self.letters.iter().position(|other| *other == letter)?;
        self.choices.get(at).filter(|_| self.line.text().is_empty())
    }

    fn query(&self) -> Query {
        Query::parse(self.line.text(), &|_| false, &Places::default())
    }

    fn current(&self) -> Option<&Choice> {
        self.choices.get(*self.shown.get(self.cursor)?)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let height = usize::from(cx.body.height.saturating_sub(1)).max(1);
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }
}

impl Picker {
    /// What stands beside the choices gets the room they leave, where its usual share is too little. Measured over
    /// all choices, so that nothing shifts while one types.
    fn shares(&self, width: u16) -> Vec<u16> {
        let widest = |of: fn(&Choice) -> &Safe| self.choices.iter().map(|choice| of(choice).width()).max().unwrap_or(0);
        let (text, beside) = (widest(|choice| &choice.text), widest(|choice| &choice.beside));
        let (room, most) = (usize::from(width), usize::from(width) * 3 / 5);
        if beside + most < room || text + GAP >= most {
            return vec![3, 2];
        }
        let text = u16::try_from(text + GAP).unwrap_or(width);
        vec![text, width.saturating_sub(text)]
    }
}

impl Layer for Picker {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Down, Open, PageDown, PageUp, Up};
        match command {
            Open if self.current().is_none() => Err("nothing-found"),
            Back | Up | Down | PageUp | PageDown | Open => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(2)).max(1);
        self.cursor = match command {
            Command::Back => return Reply::step(Step::Pop(None)),
            Command::Open => match self.current() {
                Some(choice) if choice.why_not.is_empty() => {
                    return Reply::step(Step::Pop(Some(choice.answer.clone())));
                }
                Some(choice) => return Reply::toast(choice.why_not.clone()),
                None => return Reply::default(),
            },
            Command::Up => self.cursor.saturating_sub(1),
            Command::Down => self.cursor + 1,
            Command::PageUp => self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor + page,
            _ => self.cursor,
        };
        self.settle(cx);
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        Some(&mut self.line)
    }

    fn type_key(&mut self, cx: &Cx<'_>, chord: Chord) -> Option<Reply> {
        if let Some(choice) = chord.letter().and_then(|letter| self.lettered(letter)) {
            return Some(Reply::step(Step::Pop(Some(choice.answer.clone()))));
        }
        if let Some(words) = self.steady.as_ref().filter(|_| chord.letter().is_some()) {
            return Some(Reply::toast(words.clone()));
        }
        type_into_line(self, cx, chord)
    }

    fn picks(&self, letter: char) -> bool {
        self.lettered(letter).is_some()
    }

    fn type_text(&mut self, cx: &Cx<'_>, text: &str) -> Option<Reply> {
        if let Some(words) = &self.steady {
            return Some(Reply::toast(words.clone()));
        }
        self.line.insert(text);
        self.typed(cx);
        Some(Reply::default())
    }

    fn scope(&self) -> Scope {
        Scope::Line
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        let query = self.query();
        self.shown = if query.is_wordless() {
            (0..self.choices.len()).collect()
        } else {
            let hits = self.index.search(&mut Narrowing::default(), &query, |_| true, |_| 0, self.choices.len());
            hits.rows.iter().map(|hit| hit.row as usize).collect()
        };
        self.cursor = 0;
        self.settle(cx);
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back]
    }

    fn enter(&self) -> &'static str {
        "enter-choose"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (before, after) = self.line.around_cursor();
        let count = ("count", self.shown.len().into());
        let untyped = self.line.text().is_empty();
        let remark = if untyped { Safe::default() } else { cx.showing.texts.tell("remark-found", &[count]) };
        let line = InputLine { label: self.label.clone(), before, after, remark, hint: Safe::default() };
        let cursor = line.draw(buffer, area, cx.looks);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let query = self.query();
        let seen = self.shown.iter().skip(self.top).take(usize::from(list.height));
        let rows = seen.filter_map(|number| {
            let choice = self.choices.get(*number)?;
            let weight = if choice.why_not.is_empty() { Weight::Plain } else { Weight::Dim };
            let beside = if choice.why_not.is_empty() { &choice.beside } else { &choice.why_not };
            let matched = highlight_row(&[choice.text.as_str()], &query).pop().unwrap_or_default();
            let cells = vec![Cell { text: choice.text.clone(), weight, matched }, Cell::dim(beside.clone())];
            Some(TableRow { cells, ..TableRow::default() })
        });
        let rows = rows.collect();
        Table { rows, shares: self.shares(area.width), cursor: self.cursor.checked_sub(self.top) }
            .draw(buffer, list, cx.looks);
        cursor
    }
}
