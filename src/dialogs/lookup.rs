//! The lookup: anything of any kind, found as one types, its card open at once.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::cards::columns::cells_of_any;
use crate::command::{Command, Scope};
use crate::dialogs::record::page;
use crate::domain::{Kind, Link, RecordRef};
use crate::input::LineEdit;
use crate::layer::board::{Board, Face, Narrow};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};

/// The lookup.
#[derive(Debug)]
pub struct Lookup {
    board: Board,
    /// Whether `y` begins copying, as no name goes on with it.
    copies_with_y: bool,
}

impl Lookup {
    /// The lookup with these words typed.
    pub fn new(cx: &Cx<'_>, words: &str) -> Self {
        let mut lookup = Self { board: Board::new(words, Narrow::CardBelow), copies_with_y: false };
        lookup.typed(cx);
        lookup
    }
}

impl Layer for Lookup {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        match command {
            Command::Back | Command::Lookup => Ok(()),
            Command::Complete => cx.finder.completed(self.board.line.text()).map(|_| ()).ok_or("nothing-to-complete"),
            Command::Open => self.board.current().map(|_| ()).ok_or("nothing-found"),
            command if self.board.moves(command) => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Back => return Reply::step(Step::Pop(None)),
            Command::Lookup => {
                self.board.line.clear();
                self.typed(cx);
            }
            Command::Complete => {
                if let Some(whole) = cx.finder.completed(self.board.line.text()) {
                    self.board.line = LineEdit::new(&whole);
                    self.typed(cx);
                }
            }
            Command::Open => {
                if let Some(record) = self.board.record(cx) {
                    return Reply::step(Step::Push(vec![page(cx, record.link())]));
                }
            }
            command => self.board.run(cx, command),
        }
        Reply::default()
    }

    fn line(&mut self) -> Option<&mut LineEdit> {
        Some(&mut self.board.line)
    }

    fn scope(&self) -> Scope {
        Scope::Line
    }

    /// `y` copies when no name goes on with it: after `tam`, `y e` sends the address, while `hy` looks for
    /// Hyvinkää. Everything else is typed, and a `y` that begins no copying is typed after all.
    fn takes_as_key(&self, letter: char) -> bool {
        letter == 'y' && self.copies_with_y
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        if self.board.line.text().trim().is_empty() {
            let favourites = cx.usage.favourites(cx.showing.today);
            let places = favourites.into_iter().filter_map(|link| cx.showing.book.place(link)).collect();
            self.board.list(cx, places);
            self.copies_with_y = false;
        } else {
            self.board.search(cx, &Kind::ALL);
            let found = self.board.found().in_one_piece > 0;
            self.copies_with_y = found && !self.board.goes_on_with(cx, "y", &Kind::ALL);
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let kept = self.board.record(cx).map(RecordRef::link);
        self.typed(cx);
        if let Some(link) = kept {
            self.board.select(cx, &link);
        }
    }

    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link> {
        self.board.subjects(cx)
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        let mut commands = vec![Command::Open];
        if self.copies_with_y {
            commands.push(Command::CopyCard);
        }
        commands.extend([Command::Complete, Command::Back]);
        commands
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let typed = !self.board.line.text().trim().is_empty();
        let face = Face {
            heading: texts.say("lookup-label"),
            label: texts.say("lookup-label"),
            empty: texts.say(if typed { "lookup-nothing" } else { "lookup-hint" }),
            cells: cells_of_any,
            typing: true,
        };
        self.board.view(cx, area, buffer, &face)
    }
}
