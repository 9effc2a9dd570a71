//! A list of records with its living card: People, Municipalities, and every other kind through the same
//! parts. A list may have several views, which `v` cycles.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::cards::columns;
use crate::command::{Command, Scope};
use crate::dialogs::record::page;
use crate::domain::{Id, Kind, Link};
use crate::input::LineEdit;
use crate::layer::board::{Board, Face};
use crate::layer::{Answer, Cx, Layer, Listing, NOT_HERE, Reply, Step, WhyNot};
use crate::text::Safe;

/// One view of a list: what it lists and what it says when there is nothing.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The id of its name.
    pub name: &'static str,
    /// The kind it lists.
    pub kind: Kind,
    /// The id of what it says when it is empty.
    pub empty: &'static str,
    /// Whether it lists only what belongs to the season at hand.
    pub of_season: bool,
}

/// A list.
#[derive(Debug)]
pub struct List {
    views: &'static [View],
    view: usize,
    board: Board,
    typing: bool,
    /// Shows every season: somebody asked for a record of another one.
    all_seasons: bool,
    /// The season the list was made for.
    season: Option<Id>,
    /// Whether it lies above a tab, so that one comes back from it.
    above: bool,
}

impl List {
    /// A tab's list.
    pub fn tab(views: &'static [View]) -> Self {
        Self { views, view: 0, board: Board::default(), typing: false, all_seasons: false, season: None, above: false }
    }

    /// A list opened by a command, from which Esc leads back.
    pub fn above(cx: &Cx<'_>, views: &'static [View]) -> Self {
        let mut list = Self { above: true, ..Self::tab(views) };
        list.refresh(cx);
        list
    }

    fn kinds(&self) -> Vec<Kind> {
        self.views.get(self.view).map(|view| view.kind).into_iter().collect()
    }

    fn show(&mut self, cx: &Cx<'_>, view: usize) {
        self.view = view;
        self.board.unmark();
        self.search(cx);
    }

    /// The season to keep to, if the view keeps to one.
    fn kept_season<'a>(&self, cx: &Cx<'a>) -> Option<&'a Id> {
        let of_season = self.views.get(self.view).is_some_and(|view| view.of_season) && !self.all_seasons;
        cx.showing.season.filter(|_| of_season).map(|season| &season.id)
    }

    fn search(&mut self, cx: &Cx<'_>) {
        let season = self.kept_season(cx);
        self.board.search(cx, &self.kinds(), season);
    }

    fn list_again(&mut self, cx: &Cx<'_>) {
        let season = self.kept_season(cx);
        self.board.refresh(cx, &self.kinds(), season);
    }

    /// The views' names, the present one marked; a single one is only named.
    fn heading(&self, cx: &Cx<'_>) -> Safe {
        let name = |(number, view): (usize, &View)| {
            let name = cx.showing.texts.say(view.name);
            if number == self.view && self.views.len() > 1 { Safe::line(&format!("‹{name}›")) } else { name }
        };
        let mut heading = Safe::default();
        for (number, view) in self.views.iter().enumerate() {
            if number > 0 {
                heading.push(&Safe::own("  "));
            }
            heading.push(&name((number, view)));
        }
        heading
    }

    /// One level back: out of the filter, then the marks.
    fn back(&mut self, cx: &Cx<'_>) -> Reply {
        let filtered = !self.board.line.text().is_empty();
        if std::mem::take(&mut self.typing) || filtered {
            self.board.line.clear();
            self.list_again(cx);
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
            Command::NextView if self.views.len() > 1 => Ok(()),
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
            Command::NextView => self.show(cx, (self.view + 1) % self.views.len().max(1)),
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
        self.search(cx);
    }

    fn answer(&mut self, cx: &Cx<'_>, answer: Answer) -> Reply {
        if let Answer::Filter(filter) = answer {
            self.board.line = LineEdit::new(&filter.query);
            self.typed(cx);
        }
        Reply::default()
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let season = cx.showing.season.map(|season| season.id.clone());
        if self.season != season {
            self.season = season;
            self.all_seasons = false;
        }
        self.list_again(cx);
    }

    fn select(&mut self, cx: &Cx<'_>, link: &Link) -> bool {
        let Some(view) = self.views.iter().position(|view| view.kind == link.kind) else { return false };
        self.typing = false;
        self.view = view;
        if self.board.select(cx, link) {
            return true;
        }
        // The filter or the season hides it: who asks for a record wants to see it.
        self.board.line.clear();
        self.list_again(cx);
        if self.board.select(cx, link) {
            return true;
        }
        self.all_seasons = true;
        self.list_again(cx);
        self.board.select(cx, link)
    }

    fn makes(&self) -> Option<Kind> {
        let kind = self.views.get(self.view)?.kind;
        (kind != Kind::Book).then_some(kind)
    }

    fn filter(&self) -> Option<&str> {
        Some(self.board.line.text())
    }

    fn subjects(&self, cx: &Cx<'_>) -> Vec<Link> {
        self.board.subjects(cx)
    }

    fn listing(&self, cx: &Cx<'_>) -> Option<Listing> {
        Some(self.board.listing(cx, self.views.get(self.view)?.kind))
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        if self.typing {
            return vec![Command::Open, Command::Complete, Command::Back];
        }
        // What shows all other keys comes before those: on a narrow screen the last ones are left out.
        let mut commands = vec![Command::Open, Command::Help, Command::CopyCard, Command::Edit, Command::New];
        commands.extend([Command::Filter, Command::Lookup]);
        if self.views.len() > 1 {
            commands.push(Command::NextView);
        }
        commands.extend([Command::Note, Command::Add, Command::Quick, Command::Mark, Command::Season]);
        commands
    }

    fn enter(&self) -> &'static str {
        if self.typing { "enter-list" } else { "command-open" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let filtered = !self.board.line.text().is_empty();
        let unreadable = |view: &View| {
            let file = crate::store::file_name(view.kind);
            cx.problems.iter().any(|problem| problem.file == file && !problem.is_notice())
        };
        let empty = match self.views.get(self.view) {
            Some(view) if !filtered && unreadable(view) => texts.say("empty-unreadable"),
            Some(view) if !filtered => texts.say(view.empty),
            _ => texts.say("filter-nothing"),
        };
        let face = Face {
            heading: self.heading(cx),
            label: texts.say("filter-label"),
            empty,
            cells: columns::cells,
            typing: self.typing,
        };
        self.board.view(cx, area, buffer, &face)
    }
}
