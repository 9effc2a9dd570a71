//! The tutors of the last season, asked one by one whether they come along: one key each.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::domain::{Id, Kind, Link, Person, RecordRef, Season};
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::planning::next_season::{Along, NewSeason, begun, open_actions, tutors};
use crate::text::{Safe, Texts};
use crate::widgets::put;
use crate::widgets::table::{Cell, Table, TableRow, Weight};

/// One tutor.
#[derive(Clone, Debug)]
struct Line {
    person: Id,
    name: Safe,
    place: Safe,
    /// What they did in the last season, or that they left.
    load: Cell,
    along: Along,
}

/// The list.
#[derive(Debug)]
pub struct Roll {
    title: Safe,
    /// Who and what comes along without being asked, and which contacts no longer do.
    notes: Vec<Safe>,
    lines: Vec<Line>,
    /// The line that has the cursor; behind the last is the one that ends it.
    cursor: usize,
    top: usize,
    /// It was said that some were not asked; whoever finishes once more means it.
    told: bool,
}

impl Roll {
    /// The tutors to ask for a new season.
    pub fn new(cx: &Cx<'_>, new: &NewSeason) -> Option<Self> {
        let (showing, texts) = (cx.showing, cx.showing.texts);
        let last = showing.book.get::<Season>(&new.after)?;
        let begun = begun(showing.book, new, &[]).ok()?;
        let lines = tutors(showing.book, last, new.starts).into_iter().map(|tutor| {
            let places = tutor.municipalities.iter().map(|id| showing.id(Kind::Municipality, Some(id)));
            let load = match tutor.left {
                Some(day) => {
                    let text = texts.tell("roll-left", &[("day", texts.date(day).into())]);
                    Cell { text, weight: Weight::Warning, matched: Vec::new() }
                }
                None => Cell::dim(load(texts, tutor.load, tutor.ceiling)),
            };
            Line {
                person: tutor.person.id.clone(),
                name: showing.title(RecordRef::Person(tutor.person)),
                place: Safe::join(places, &Safe::own(", ")),
                load,
                along: if tutor.left.is_some() { Along::No } else { Along::Unasked },
            }
        });
        let title = texts.tell("roll-title", &[("name", Safe::line(&new.name).into())]);
        let others = texts.tell("roll-others", &[("count", begun.others.into())]);
        let past = (new.ends < showing.today).then(|| texts.say("next-season-past"));
        let notes = [past, Some(others), actions(cx), gone(cx, &begun.gone)].into_iter().flatten().collect();
        let mut roll = Self { title, notes, lines: lines.collect(), cursor: 0, top: 0, told: false };
        roll.cursor = roll.next_unasked(0);
        roll.settle(cx);
        Some(roll)
    }

    /// The first line from here on whose tutor nobody has asked, else the one that ends it.
    fn next_unasked(&self, from: usize) -> usize {
        let unasked = |line: &Line| line.along == Along::Unasked;
        self.lines.iter().skip(from).position(unasked).map_or(self.lines.len(), |at| from + at)
    }

    /// Rows above the list: what is asked, the notes, a gap.
    fn above(&self) -> u16 {
        u16::try_from(self.notes.len()).unwrap_or(0) + 2
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.lines.len());
        let height = usize::from(cx.body.height.saturating_sub(self.above())).max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    /// Notes what the tutor said and goes on to the next line.
    fn said(&mut self, along: Along) -> Reply {
        match self.lines.get_mut(self.cursor) {
            Some(line) => {
                line.along = along;
                self.cursor += 1;
                Reply::default()
            }
            None => self.done(),
        }
    }

    fn done(&self) -> Reply {
        let said = self.lines.iter().map(|line| (line.person.clone(), line.along)).collect();
        Reply::step(Step::Pop(Some(Answer::Confirmed(said))))
    }

    /// Ends it, unless somebody was not asked: that is said first, and it goes on with them.
    fn finish(&mut self, cx: &Cx<'_>, told: bool) -> Reply {
        let unasked = self.count(Along::Unasked);
        if unasked == 0 || told {
            return self.done();
        }
        self.told = true;
        self.cursor = self.next_unasked(0);
        let toast = cx.showing.texts.tell("roll-passed-over", &[("count", unasked.into())]);
        Reply { toast: Some(toast), ..Reply::default() }
    }

    fn count(&self, along: Along) -> usize {
        self.lines.iter().filter(|line| line.along == along).count()
    }

    fn last_row(&self, texts: &Texts) -> TableRow {
        let counts = [("yes", Along::Yes), ("no", Along::No), ("unasked", Along::Unasked)];
        let counts = counts.map(|(name, along)| (name, self.count(along).into()));
        TableRow { cells: vec![Cell::dim(texts.tell("roll-end", &counts))], ..TableRow::default() }
    }
}

/// How much a tutor did, and of how much.
fn load(texts: &Texts, load: usize, ceiling: Option<u32>) -> Safe {
    let count = ("count", load.into());
    match ceiling {
        Some(ceiling) => texts.tell("roll-load-of", &[count, ("ceiling", (ceiling as usize).into())]),
        None => texts.tell("roll-load", &[count]),
    }
}

/// Contacts who do not come along, as they have left or work elsewhere.
fn gone(cx: &Cx<'_>, gone: &[Id]) -> Option<Safe> {
    let people = gone.iter().filter_map(|id| cx.showing.book.get::<Person>(id));
    let names = people.map(|person| cx.showing.title(RecordRef::Person(person)));
    let names = Safe::join(names, &Safe::own(", "));
    (!names.is_empty()).then(|| cx.showing.texts.tell("roll-gone", &[("names", names.into())]))
}

/// Actions that are open, which no season ends.
fn actions(cx: &Cx<'_>) -> Option<Safe> {
    let count = open_actions(cx.showing.book);
    (count > 0).then(|| cx.showing.texts.tell("next-season-actions", &[("count", count.into())]))
}

impl Layer for Roll {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, First, Last, Mark, No, Open, PageDown, PageUp, Up};
        match command {
            Mark | No if self.cursor >= self.lines.len() => Err("roll-asked"),
            Back | Close | Down | Finish | First | Last | Mark | Open | PageDown | PageUp | No | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = usize::from(cx.body.height.saturating_sub(self.above())).max(1);
        let told = std::mem::take(&mut self.told);
        let reply = match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Finish => self.finish(cx, told),
            Command::Open | Command::Mark => self.said(Along::Yes),
            Command::No => self.said(Along::No),
            command => {
                self.cursor = match command {
                    Command::Up => self.cursor.saturating_sub(1),
                    Command::Down => self.cursor + 1,
                    Command::PageUp => self.cursor.saturating_sub(page),
                    Command::PageDown => self.cursor + page,
                    Command::First => 0,
                    _ => self.lines.len(),
                };
                Reply::default()
            }
        };
        self.settle(cx);
        reply
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        false
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::No).then_some("says-stays-out")
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Finish, Help, No, Open};
        let on_tutor = self.cursor < self.lines.len();
        if on_tutor { vec![Open, No, Finish, Back, Help] } else { vec![Open, Back, Help] }
    }

    fn enter(&self) -> &'static str {
        if self.cursor < self.lines.len() { "enter-comes" } else { "enter-do" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let above = self.above();
        if area.height <= above {
            return None;
        }
        let (texts, width) = (cx.showing.texts, area.width.saturating_sub(1));
        put(buffer, area.x + 1, area.y, width, &self.title, cx.looks.strong());
        for (row, note) in (area.y + 1..).zip(&self.notes) {
            put(buffer, area.x + 1, row, width, note, cx.looks.dim());
        }
        let row = |line: &Line| {
            let (said, weight) = match line.along {
                Along::Yes => ("roll-yes", Weight::Plain),
                Along::No => ("roll-no", Weight::Dim),
                Along::Unasked => ("roll-unasked", Weight::Dim),
            };
            let said = Cell { text: texts.say(said), weight, matched: Vec::new() };
            let cells = vec![said, Cell::new(line.name.clone()), Cell::dim(line.place.clone()), line.load.clone()];
            TableRow { cells, ..TableRow::default() }
        };
        let list = Rect { y: area.y + above, height: area.height - above, ..area };
        let rows = self.lines.iter().map(row).chain([self.last_row(texts)]);
        let rows = rows.skip(self.top).take(usize::from(list.height)).collect();
        Table { rows, shares: vec![2, 4, 3, 5], cursor: self.cursor.checked_sub(self.top) }
            .draw(buffer, list, cx.looks);
        None
    }
}
