//! What a tab and a dialog have in common, and what they are given.
//!
//! A layer asks, it never changes the book; it does not know who opened it. `can` is the one truth: it greys
//! the footer, hides what the palette cannot run, and guards the key.

pub mod board;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::book::show::Showing;
use crate::command::Command;
use crate::domain::{Id, Kind, Link};
use crate::effect::Effect;
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::input::LineEdit;
use crate::keys::keymap::Keymap;
use crate::store::Problem;
use crate::store::state::NamedFilter;
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
}

/// What a dialog that ends gives the layer under it, or the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A command to run there.
    Run(Command),
    /// The season to have at hand.
    Season(Id),
    /// A named filter to use.
    Filter(NamedFilter),
    /// The name to keep the present filter under.
    Name(String),
}

/// What happens to the pile of layers.
#[derive(Debug, Default)]
pub enum Step {
    /// Nothing.
    #[default]
    Stay,
    /// Another layer comes on top.
    Push(Box<dyn Layer>),
    /// This layer ends.
    Pop(Option<Answer>),
    /// All layers end and one goes somewhere.
    Go(Destination),
}

/// What a layer wants after a command.
#[derive(Debug, Default)]
pub struct Reply {
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

    /// Nothing more than these words.
    pub fn toast(words: Safe) -> Self {
        Self { toast: Some(words), ..Self::default() }
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

    /// The line that letters go into, while there is one.
    fn line(&mut self) -> Option<&mut LineEdit> {
        None
    }

    /// Whether letters go into a line.
    fn is_typing(&self) -> bool {
        false
    }

    /// A letter about to be typed that is better taken as the beginning of a command: see the lookup.
    fn takes_as_key(&self, _letter: char) -> bool {
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

    /// The filter typed into this layer, for keeping it under a name.
    fn filter(&self) -> Option<&str> {
        None
    }

    /// The records a command is about: the marked ones, else the one under the cursor.
    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link>;

    /// The commands worth showing, the most useful first.
    fn footer(&self, cx: &Cx<'_>) -> Vec<Command>;

    /// The id of the word for what Enter does here.
    fn enter(&self) -> &'static str {
        "command-open"
    }

    /// Draws itself; returns where the text cursor is.
    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position>;
}

/// The command means nothing in this layer.
pub const NOT_HERE: WhyNot = "not-here";
