//! A list of records with its living card: People, Municipalities, and every other kind through the same parts.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::cards::columns;
use crate::command::{Command, Scope};
use crate::dialogs::record::page;
use crate::domain::{Kind, Link};
use crate::input::LineEdit;
use crate::layer::board::{Board, Face};
use crate::layer::{Answer, Cx, Layer, Listing, NOT_HERE, Reply, Step, WhyNot};

/// What a list lists and what it says when there is nothing.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The id of its name.
    pub name: &'static str,
    /// The kind it lists.
    pub kind: Kind,
    /// The id of what it says when it is empty.
    pub empty: &'static str,
}

/// A list.
#[derive(Debug)]
pub struct List {
    view: View,
    board: Board,
    typing: bool,
    /// Whether it lies above a tab, so that one comes back from it.
    above: bool,
}

impl List {
    /// A tab's list.
    pub fn tab(view: View) -> Self {
        Self { view, board: Board::default(), typing: false, above: false }
    }

    /// A list opened by a command, from which Esc leads back.
    pub fn above(cx: &Cx<'_>, view: View) -> Self {
        let mut list = Self { above: true, ..Self::tab(view) };
        list.refresh(cx);
        list
    }

    /// One level back: out of the filter, then the marks.
    fn back(&mut self, cx: &Cx<'_>) -> Reply {
        let filtered = !self.board.line.text().is_empty();
        if std::mem::take(&mut self.typing) || filtered {
            self.board.line.clear();
            self.board.refresh(cx, &[self.view.kind]);
        } else if !self.board.unmark() && self.above {
            return Reply::step(Step::Pop(None));
        }
        Reply::default()
    }
}

impl Layer for List {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        match command {
            Command::Close if self.above => Ok(()),
            Command::Complete if self.typing => {
                cx.finder.completed(self.board.line.text()).map(|_| ()).ok_or("nothing-to-complete")
            }
            Command::Open if self.typing => Ok(()),
            Command::Open | Command::Mark | Command::Invert => self.board.current().map(|_| ()).ok_or("nothing-here"),
            Command::KeepFilter if self.board.line.text().trim().is_empty() => Err("no-filter"),
            Command::Back | Command::Filter | Command::KeepFilter => Ok(()),
            command if self.board.moves(command) => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        match command {
            Command::Back => return self.back(cx),
            Command::Close => return Reply::step(Step::Pop(None)),
            Command::Filter => self.typing = true,
            Command::Open if self.typing => self.typing = false,
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
        self.typing.then_some(&mut self.board.line)
    }

    fn scope(&self) -> Scope {
        if self.typing { Scope::Line } else { Scope::Screen }
    }

    fn typed(&mut self, cx: &Cx<'_>) {
        self.board.search(cx, &[self.view.kind]);
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        if let Answer::Filter(filter) = answer {
            self.board.line = LineEdit::new(&filter.query);
            self.typed(cx);
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.board.refresh(cx, &[self.view.kind]);
    }

    fn select(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        if link.kind != self.view.kind {
            return false;
        }
        self.typing = false;
        if self.board.select(cx, link) {
            return true;
        }
        // The filter hides it: who asks for a record wants to see it.
        self.board.line.clear();
        self.board.refresh(cx, &[self.view.kind]);
        self.board.select(cx, link)
    }

    fn makes(&self) -> Option<Kind> {
        (self.view.kind != Kind::Book).then_some(self.view.kind)
    }

    fn filter(&self) -> Option<&str> {
        Some(self.board.line.text())
    }

    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link> {
        self.board.subjects(cx)
    }

    fn listing(&self, cx: &Cx<'_>) -> Option<Listing> {
        Some(self.board.listing(cx, self.view.kind))
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        if self.typing {
            return vec![Command::Open, Command::Complete, Command::Back];
        }
        // What shows all other keys comes before those: on a narrow screen the last ones are left out.
        let mut commands = vec![Command::Open, Command::Help, Command::CopyCard, Command::Edit, Command::New];
        commands.extend([Command::Filter, Command::Lookup]);
        commands.extend([Command::Note, Command::Add, Command::Quick, Command::Mark, Command::Season]);
        commands
    }

    fn enter(&self) -> &'static str {
        if self.typing { "enter-list" } else { "command-open" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let filtered = !self.board.line.text().is_empty();
        let file = crate::store::file_name(self.view.kind);
        let unreadable = cx.problems.iter().any(|problem| problem.file == file && !problem.is_notice());
        let empty = match () {
            () if filtered => "filter-nothing",
            () if unreadable => "empty-unreadable",
            () => self.view.empty,
        };
        let face = Face {
            heading: texts.say(self.view.name),
            label: texts.say("filter-label"),
            empty: texts.say(empty),
            cells: columns::cells,
            typing: self.typing,
        };
        self.board.view(cx, area, buffer, &face)
    }
}
