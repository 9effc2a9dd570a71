//! What a tab and a dialog have in common, and what they are given.
//!
//! A layer asks, it never changes the book; it does not know who opened it. `can` is the one truth: it greys
//! the footer, hides what the palette cannot run, and guards the key.

pub mod board;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use jiff::civil::{Date, DateTime};

use crate::book::show::Showing;
use crate::book::{Change, Place};
use crate::command::{Command, Scope};
use crate::domain::{Act, Id, Kind, Link, Row, Value};
use crate::effect::Effect;
use crate::exchange::table::Sheet;
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::form::draft::{Layered, Unfinished};
use crate::form::{Hand, Near};
use crate::import::Tally;
use crate::import::mapping::Remembered;
use crate::input::LineEdit;
use crate::keys::Chord;
use crate::keys::keymap::Keymap;
use crate::planning::actions::Source;
use crate::planning::merger::Merging;
use crate::planning::moving::Moving;
use crate::planning::next_season::{Along, NewSeason};
use crate::planning::tutors::Tutor;
use crate::store::Problem;
use crate::store::export::NotWritten;
use crate::store::state::NamedFilter;
use crate::store::tables::{TableFile, TableSource};
use crate::text::Safe;
use crate::widgets::looks::Looks;

/// What is at hand for a layer.
#[derive(Clone, Copy, Debug)]
pub struct Cx<'a> {
    /// The book, language, day and season.
    pub showing: Showing<'a>,
    /// The search.
    pub finder: &'a Finder,
    /// What was used often and lately.
    pub usage: &'a Usage,
    /// What could not be read.
    pub problems: &'a [Problem],
    /// Filters kept under a name.
    pub filters: &'a [NamedFilter],
    /// The keys.
    pub keymap: &'a Keymap,
    /// How things look.
    pub looks: Looks,
    /// The room a layer has.
    pub body: Size,
    /// Whether the book is still being read.
    pub loading: bool,
    /// Who uses the program, if they said so.
    pub me: Option<&'a Id>,
    /// The day and time it is.
    pub now: DateTime,
    /// Forms that were begun and not finished.
    pub unfinished: &'a [Unfinished],
    /// Records another program changed since the last key.
    pub fresh: &'a BTreeSet<Place>,
    /// What is typed could not be written into its draft.
    pub unkept: bool,
    /// Tables that could be brought in.
    pub tables: &'a [TableFile],
    /// How tables were understood before.
    pub mappings: &'a [Remembered],
    /// A table that is being read: how many rows there are so far.
    pub reading: Option<usize>,
    /// Where files written for others go unless somebody says otherwise, as one types it; empty where there is no
    /// home.
    pub downloads: &'a str,
}

impl<'a> Cx<'a> {
    /// What is at hand for a form.
    pub fn hand(&self) -> Hand<'a> {
        Hand { showing: self.showing, finder: self.finder, usage: self.usage, near: Near::default() }
    }
}

/// Why a command cannot be run here: the id of a text that says so.
pub type WhyNot = &'static str;

/// Where one can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A record, in the list of its kind.
    Record(Link),
    /// The list of a kind that has no tab.
    List(Kind),
    /// What could not be read.
    Problems,
    /// A form that was begun, by its draft's name.
    Unfinished(String),
    /// A record of which two people gave a field two values.
    Settling(Link),
}

/// What a dialog that ends gives the layer under it, or the application.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A command to run there.
    Run(Command),
    /// The season to have at hand.
    Season(Id),
    /// The tutors that were chosen.
    Tutors(Vec<Tutor>),
    /// The day that was chosen.
    Day(Date),
    /// The poll of a session's days.
    Poll(Link),
    /// A named filter to use.
    Filter(NamedFilter),
    /// The name to keep the present filter under.
    Name(String),
    /// A record that was made or changed.
    Made(Link),
    /// A row that was filled in.
    Row(Row),
    /// The rows as they are now.
    Rows(Vec<Row>),
    /// The kind of record to make.
    New(Kind),
    /// The kind of record to make for another one.
    Add(Kind, Link),
    /// The field to give to all that are marked.
    Field(Kind, &'static str, Vec<Link>),
    /// Look at a record.
    Open(Link),
    /// Take this template for a session.
    Template(Link, Id),
    /// Agree on this template's chain of actions, for a record.
    Chain(Link, Id),
    /// Delete these, their references told.
    Delete(Vec<Link>),
    /// What becomes of a conflict: the record, its number, and which value stays.
    Settled(Link, usize, crate::merge::Settling),
    /// How the user's own book begins.
    Begin(Beginning),
    /// The region whose book is to be made.
    Region(String),
    /// A directory, as typed.
    Directory(String),
    /// Who uses the program; nobody where they would rather not say.
    Me(Option<Id>),
    /// A table to read.
    Table(TableSource),
    /// No table is wanted any more.
    NoTable,
    /// Which of the choices it offered, for the layer that knows what it asked.
    Chosen(usize),
    /// A table was brought in.
    Brought(Box<Brought>),
    /// Where the rows that were left out go; nothing where nobody wants them.
    Rejects(Option<(String, Sheet)>),
    /// Look at the likely duplicates of these; of none where that can wait.
    Pairs(Vec<Link>),
    /// A file was written here, or why it was not.
    Exported(Result<Safe, NotWritten>),
    /// A long text to paste, confirmed.
    Paste(String),
    /// What becomes of an unfinished form.
    Unfinished(String, Fate),
    /// What was shown is to be done; of those who were asked, what each said.
    Confirmed(Vec<(Id, Along)>),
    /// Something to do as one change.
    Task(Task),
}

/// Something that is asked for on a form of its own, as it takes more than one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// This person goes to work elsewhere.
    Move(Id),
    /// This municipality becomes part of another one.
    Merge(Id),
    /// A season follows this one.
    NextSeason(Id),
    /// A municipality takes this practice up.
    TakeUp(Id),
    /// What this person looks after goes to somebody else.
    HandOver(Id),
}

/// An errand with all that was asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// A person goes to work elsewhere.
    Move(Moving),
    /// A municipality becomes part of another one.
    Merge(Merging),
    /// A season is begun, with what its tutors said.
    NextSeason(NewSeason, Vec<(Id, Along)>),
    /// A municipality takes a practice up, since this day.
    TakeUp {
        /// The practice.
        practice: Id,
        /// The municipality.
        municipality: Id,
        /// The first day.
        since: Date,
    },
    /// What one person looks after goes to another.
    HandOver {
        /// Who looked after it.
        from: Id,
        /// Who does from now on.
        to: Id,
    },
}

/// A table that was brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The records it made or changed.
    pub links: Vec<Link>,
    /// How many rows became what.
    pub tally: Tally,
    /// The rows that were left out or not wholly read.
    pub rejects: Option<Sheet>,
}

/// How a book of one's own begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// As a copy of the example.
    Copy,
    /// With the municipalities of a region, to be asked for.
    Region,
    /// With the municipalities of a region, and then a spreadsheet.
    Spreadsheet,
    /// In a directory shared with others, to be asked for.
    Shared,
}

/// What becomes of an unfinished form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// One goes on with it.
    Continue,
    /// One looks at what was typed.
    Look,
    /// It is thrown away.
    Discard,
}

/// A change a layer asks for: the record before and as it should be. A new record has no id yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What kind of change it is, for the words.
    pub act: Act,
    /// What changes, all of it or nothing.
    pub changes: Vec<Change>,
}

/// What happens to the pile of layers.
#[derive(Debug, Default)]
pub enum Step {
    /// Nothing.
    #[default]
    Stay,
    /// Other layers come on top, the last one uppermost.
    Push(Vec<Box<dyn Layer>>),
    /// This layer ends.
    Pop(Option<Answer>),
    /// This layer stays, and the application is told something.
    Tell(Answer),
    /// All layers end and one goes somewhere.
    Go(Destination),
    /// This layer ends and the record that was changed is the answer.
    Done,
    /// This layer is told of the record that was made or changed, and begins anew or ends.
    Again,
    /// This layer ends and something goes on with the record that was made or changed.
    Then(fn(Link) -> Answer),
    /// This layer ends and what was typed stays as a draft.
    Leave,
}

/// What a layer wants after a command.
#[derive(Debug, Default)]
pub struct Reply {
    /// What should change in the book.
    pub wish: Option<Wish>,
    /// What is to be done outside.
    pub effects: Vec<Effect>,
    /// What happens to the pile.
    pub step: Step,
    /// What to say in the footer until the next key.
    pub toast: Option<Safe>,
}

impl Reply {
    /// Nothing more than this step.
    pub fn step(step: Step) -> Self {
        Self { step, ..Self::default() }
    }

    /// Nothing more than this layer on top.
    pub fn push(layer: impl Layer + 'static) -> Self {
        Self::step(Step::Push(vec![Box::new(layer)]))
    }

    /// Nothing more than these words.
    pub fn toast(words: Safe) -> Self {
        Self { toast: Some(words), ..Self::default() }
    }
}

/// What a list lists, for commands about all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The kind of its records.
    pub kind: Kind,
    /// The marked ones, in the order of the list; those it does not show now come last.
    pub marked: Vec<Place>,
    /// All it shows, in its order.
    pub listed: Vec<Place>,
}

impl Listing {
    /// The marked ones, else all that are shown.
    pub fn meant(&self) -> &[Place] {
        if self.marked.is_empty() { &self.listed } else { &self.marked }
    }
}

/// A tab or a dialog.
pub trait Layer: std::fmt::Debug {
    /// Whether the layer would run this command now.
    ///
    /// # Errors
    /// The id of a text that says why not; [`NOT_HERE`] where the command means nothing to this layer.
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot>;

    /// Runs a command it can.
    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply;

    /// Whether this command changes the book here in a way of the layer's own, so that it is guarded as a change and
    /// then run by the layer: a row where the cursor is, say.
    fn alters(&self, _cx: &Cx<'_>, _command: Command) -> bool {
        false
    }

    /// The line that letters go into, while there is one.
    fn line(&mut self) -> Option<&mut LineEdit> {
        None
    }

    /// Where its keys are pressed: whether letters go into a line or a form.
    fn scope(&self) -> Scope {
        Scope::Screen
    }

    /// Whether letters go into what one types, and are no keys.
    fn takes_letters(&self) -> bool {
        matches!(self.scope(), Scope::Line | Scope::Form)
    }

    /// Gives a key to what one types into; nothing where it was not taken.
    fn type_key(&mut self, cx: &Cx<'_>, chord: Chord) -> Option<Reply> {
        type_into_line(self, cx, chord)
    }

    /// Puts text in where one types; nothing where there is no such place.
    fn type_text(&mut self, cx: &Cx<'_>, text: &str) -> Option<Reply> {
        self.line()?.insert(text);
        self.typed(cx);
        Some(Reply::default())
    }

    /// Takes a text that was pasted whole, where it is more than something to type.
    fn pasted(&mut self, _cx: &Cx<'_>, _text: &str) -> Option<Reply> {
        None
    }

    /// Whether it is at something that takes long, and wants to go on with it.
    fn is_busy(&self) -> bool {
        false
    }

    /// Goes on with what takes long, for a few milliseconds.
    fn go_on(&mut self, _cx: &Cx<'_>) {}

    /// Whether it waits for a table to be read.
    fn awaits_table(&self) -> bool {
        false
    }

    /// What was typed into a form, to be kept in its draft.
    fn layered(&self) -> Option<Layered> {
        None
    }

    /// What the draft of a form for one of its rows stands above, so that it can be put back without this layer.
    fn beneath(&self) -> Vec<Layered> {
        Vec::new()
    }

    /// How many letters were typed into a form since it was opened.
    fn typed_letters(&self) -> usize {
        0
    }

    /// The text for an editor of the user's choice.
    fn text_to_edit(&self) -> Option<String> {
        None
    }

    /// Takes the text back from that editor.
    fn edited(&mut self, _cx: &Cx<'_>, _text: &str) {}

    /// A letter about to be typed that is better taken as the beginning of a command: see the lookup.
    fn takes_as_key(&self, _letter: char) -> bool {
        false
    }

    /// Whether this letter does something by itself now, although letters go into a line: what comes after it is not
    /// for the line any more.
    fn picks(&self, _letter: char) -> bool {
        false
    }

    /// The line has changed.
    fn typed(&mut self, _cx: &Cx<'_>) {}

    /// A dialog above has ended with an answer.
    fn answer(&mut self, _cx: &Cx<'_>, _answer: Answer) -> Reply {
        Reply::default()
    }

    /// The book, the season, the day or the size has changed; every layer is told, also those below others.
    fn refresh(&mut self, cx: &Cx<'_>);

    /// Puts the cursor on this record, if the layer shows it.
    fn select(&mut self, _cx: &Cx<'_>, _link: &Link) -> bool {
        false
    }

    /// The kind of record that a new one made here is of.
    fn makes(&self) -> Option<Kind> {
        None
    }

    /// The session or coaching under the cursor that was held, where a new record made here is what somebody says of it.
    fn asks_about(&self, _cx: &Cx<'_>) -> Option<Link> {
        None
    }

    /// What a new record made here begins with: the day, the municipality or the tutor under the cursor.
    fn begins(&self, _cx: &Cx<'_>) -> Vec<(&'static str, Value)> {
        Vec::new()
    }

    /// The filter typed into this layer, for keeping it under a name.
    fn filter(&self) -> Option<&str> {
        None
    }

    /// The records a command is about: the marked ones, else the one under the cursor.
    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link>;

    /// The words under the cursor and where they stand, where a layer shows more than whole records: what an action or
    /// a practice begun here comes from.
    fn source(&self, _cx: &Cx<'_>) -> Option<Source> {
        None
    }

    /// What `y c` copies here in the place of a card.
    fn to_copy(&self, _cx: &Cx<'_>) -> Option<Safe> {
        None
    }

    /// The id of the word for that, once it is copied.
    fn copied(&self) -> &'static str {
        "copied-letter"
    }

    /// What it lists, where it is a list of one kind.
    fn listing(&self, _cx: &Cx<'_>) -> Option<Listing> {
        None
    }

    /// Whether what it is about is no longer there, so that nobody needs it.
    fn is_gone(&self, _cx: &Cx<'_>) -> bool {
        false
    }

    /// The commands worth showing, the most useful first.
    fn footer(&self, cx: &Cx<'_>) -> Vec<Command>;

    /// The id of the word for a command that means something special here.
    fn word(&self, _command: Command) -> Option<&'static str> {
        None
    }

    /// Keys that are no commands, each with the id of the text that says what they do: for the help.
    fn told_keys(&self) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }

    /// The id of the word for what Enter does here.
    fn enter(&self) -> &'static str {
        "command-open"
    }

    /// Draws itself; returns where the text cursor is.
    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position>;
}

/// Gives a key to the line of a layer; nothing where there is none or it was not taken.
pub fn type_into_line<L: Layer + ?Sized>(layer: &mut L, cx: &Cx<'_>, chord: Chord) -> Option<Reply> {
    let line = layer.line()?;
    let before = line.text().to_owned();
    match chord.letter() {
        Some(letter) => line.insert(letter.encode_utf8(&mut [0; 4])),
        None if line.edit(chord) => {}
        None => return None,
    }
    if line.text() != before {
        layer.typed(cx);
    }
    Some(Reply::default())
}

/// The command means nothing in this layer.
pub const NOT_HERE: WhyNot = "not-here";
