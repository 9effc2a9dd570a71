//! The program without a terminal: the shipped book, keys as script words, and what is then on the screen.

use jiff::civil::{Date, date};
use kuntatutor::app::input::{BookPlace, Input};
use kuntatutor::app::{App, Start};
use kuntatutor::book::Change;
use kuntatutor::effect::Effect;
use kuntatutor::find::finder::Finder;
use kuntatutor::find::usage::Usage;
use kuntatutor::history::Signed;
use kuntatutor::keys::Chord;
use kuntatutor::settings::Me;
use kuntatutor::store::save::Saved;
use kuntatutor::store::state::NamedFilter;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::{Safe, Texts, Tongue};
use kuntatutor::widgets::looks::Looks;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

/// The day on the stage.
pub(crate) const TODAY: Date = date(2026, 11, 22);

/// The program on a screen of some size.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) size: Size,
    /// Everything it wanted done outside.
    pub(crate) effects: Vec<Effect>,
    tongue: Tongue,
    /// Whether there is a disk that takes what is saved.
    pub(crate) disk: bool,
    /// What it took.
    pub(crate) written: Vec<Signed>,
}

impl Stage {
    /// The program as it starts, its book not read yet.
    pub(crate) fn starting(tongue: Tongue, size: Size, words: Option<&str>) -> Self {
        Self::prepared(tongue, size, |start| start.words = words.map(str::to_owned))
    }

    /// The same with something else to start with.
    pub(crate) fn prepared(tongue: Tongue, size: Size, prepare: impl FnOnce(&mut Start)) -> Self {
        let texts = Texts::new(tongue);
        let mut start = Start {
            place: BookPlace { origin: texts.say("origin-example"), path: "/book".to_owned(), example: false },
            texts,
            looks: Looks { colour: true, drawing: true },
            size,
            now: TODAY.at(10, 42, 0, 0),
            seed: 7,
            me: Me::Nobody,
            read_only: false,
            usage: Usage::default(),
            filters: vec![NamedFilter { name: "tuutorit".into(), tab: "people".into(), query: "rooli:tutor".into() }],
            mappings: Vec::new(),
            words: None,
            downloads: "~".to_owned(),
        };
        prepare(&mut start);
        let (app, effects) = App::new(start);
        Self { app, size, effects, tongue, disk: true, written: Vec::new() }
    }

    /// The program with the shipped book open.
    pub(crate) fn open(tongue: Tongue, size: Size) -> Self {
        let mut stage = Self::starting(tongue, size, None);
        stage.load(load(&Source::Example));
        stage
    }

    /// Gives it a book, as the worker does.
    pub(crate) fn load(&mut self, loaded: Loaded) {
        let finder = Finder::new(&loaded.book, self.tongue);
        self.input(Input::Loaded(Box::new(loaded), Box::new(finder)));
    }

    pub(crate) fn input(&mut self, input: Input) {
        if let Input::Resize(size) = &input {
            self.size = *size;
        }
        let effects = self.app.update(input);
        for effect in &effects {
            if let (Effect::Save { revision, signed }, true) = (effect, self.disk) {
                self.written.push(signed.as_ref().clone());
                let saved = saved(&signed.group.changes);
                let more = self.app.update(Input::Saved { revision: *revision, saved: Box::new(saved) });
                self.effects.extend(more);
            }
        }
        self.effects.extend(effects);
    }

    /// Plays a script of the words that `shot.py` knows: `o tam Down Enter C-p Space paste:… resize:60x15`.
    /// What is no name of a key is typed letter by letter.
    pub(crate) fn play(&mut self, script: &str) {
        for word in script.split_whitespace() {
            match word.split_once(':') {
                Some(("paste", text)) if !text.is_empty() => self.input(Input::Paste(text.replace("\\n", "\n"))),
                Some(("resize", size)) if size.contains('x') => self.input(Input::Resize(self::size(size))),
                _ => match chord(word) {
                    Some(chord) => self.input(Input::Key(chord)),
                    None => word.chars().for_each(|letter| {
                        self.input(Input::Key(Chord::plain(kuntatutor::keys::Key::Char(letter))));
                    }),
                },
            }
        }
    }

    /// Draws into the middle of a larger buffer, so that a cell outside shows.
    pub(crate) fn draw(&self) -> Screen {
        let area = Rect { x: 1, y: 1, width: self.size.width, height: self.size.height };
        let around = Rect { x: 0, y: 0, width: area.width + 2, height: area.height + 2 };
        let mut untouched = Cell::default();
        untouched.set_symbol(OUTSIDE);
        let mut buffer = Buffer::filled(around, untouched);
        for place in area.positions() {
            buffer[place].reset();
        }
        let cursor = self.app.view(area, &mut buffer);
        Screen { buffer, area, cursor }
    }
}

/// What a disk that nobody else writes on answers to these changes.
fn saved(changes: &[Change]) -> Saved {
    let record = |change: &Change| Some((change.link()?, change.after.clone()));
    Saved {
        records: changes.iter().filter_map(record).collect(),
        conflicts: Vec::new(),
        revived: Vec::new(),
        before: [None; 12],
        stamps: [None; 12],
        backup: None,
    }
}

/// What stands around the screen before it is drawn.
const OUTSIDE: &str = "#";

/// One drawn screen.
pub(crate) struct Screen {
    buffer: Buffer,
    area: Rect,
    cursor: Option<Position>,
}

impl Screen {
    /// The rows, blanks at their ends left out.
    pub(crate) fn rows(&self) -> Vec<String> {
        let row = |y| {
            let mut text = String::new();
            let mut x = self.area.left();
            while x < self.area.right() {
                let symbol = self.buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol)).unwrap_or(1).max(1);
            }
            text.trim_end().to_owned()
        };
        (self.area.top()..self.area.bottom()).map(row).collect()
    }

    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    pub(crate) fn has(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The last row: the keys, or what was just done.
    pub(crate) fn footer(&self) -> String {
        self.rows().pop().unwrap_or_default()
    }

    /// Complains of a cell drawn outside, and of a cursor that is.
    pub(crate) fn fault(&self) -> Option<String> {
        for place in self.buffer.area.positions() {
            let symbol = self.buffer[place].symbol();
            if !self.area.contains(place) && symbol != OUTSIDE {
                return Some(format!("{symbol:?} is drawn at {place}, outside of {}", self.area));
            }
            if symbol.chars().any(char::is_control) {
                return Some(format!("{symbol:?} at {place} would reach the terminal"));
            }
        }
        let outside = self.cursor.filter(|cursor| !self.area.contains(*cursor));
        outside.map(|cursor| format!("the cursor is at {cursor}, outside of {}", self.area))
    }

    /// The rows with a frame, below them where the cursor is and each row's looks in runs: `3: strong 2-7`.
    pub(crate) fn picture(&self) -> String {
        use std::fmt::Write as _;
        let mut picture = String::new();
        let width = usize::from(self.area.width);
        let _infallible = writeln!(picture, "┌{}┐", "─".repeat(width));
        for row in self.rows() {
            let fill = " ".repeat(width.saturating_sub(unicode_width::UnicodeWidthStr::width(row.as_str())));
            let _infallible = writeln!(picture, "│{row}{fill}│");
        }
        let _infallible = writeln!(picture, "└{}┘", "─".repeat(width));
        if let Some(cursor) = self.cursor {
            let _infallible = writeln!(picture, "cursor: row {} column {}", cursor.y, cursor.x);
        }
        for y in self.area.top()..self.area.bottom() {
            let runs = self.runs(y);
            if !runs.is_empty() {
                let _infallible = writeln!(picture, "{y}: {}", runs.join(", "));
            }
        }
        picture
    }

    /// The numbers of the rows in which something looks like this.
    pub(crate) fn rows_that_look(&self, look: &str) -> Vec<usize> {
        let looks = |y: &u16| self.runs(*y).iter().any(|run| run.starts_with(look));
        (self.area.top()..self.area.bottom()).filter(looks).map(|y| usize::from(y - self.area.top())).collect()
    }

    /// The number of the row with the text cursor.
    pub(crate) fn cursor_row(&self) -> Option<usize> {
        self.cursor.map(|cursor| usize::from(cursor.y - self.area.top()))
    }

    fn runs(&self, y: u16) -> Vec<String> {
        let mut runs: Vec<(String, u16, u16)> = Vec::new();
        for x in self.area.left()..self.area.right() {
            let cell = &self.buffer[(x, y)];
            let look = look(cell);
            // Blanks have no looks to see, unless a line runs below them.
            if look.is_empty() || cell.symbol() == " " {
                continue;
            }
            match runs.last_mut() {
                Some((last, _, end)) if *last == look && self.blank_between(*end, x, y) => *end = x,
                _ => runs.push((look, x, x)),
            }
        }
        runs.into_iter().map(|(look, start, end)| format!("{look} {start}-{end}")).collect()
    }

    fn blank_between(&self, from: u16, to: u16, y: u16) -> bool {
        (from + 1..to).all(|x| self.buffer[(x, y)].symbol() == " ")
    }
}

/// What a cell's style means; nothing where it is plain.
fn look(cell: &Cell) -> String {
    let looks = Looks { colour: true, drawing: true };
    let means = [
        ("dim", looks.dim()),
        ("dim selected", looks.selected(looks.dim())),
        ("strong", looks.strong()),
        ("accent", looks.accent()),
        ("warning", looks.warning()),
        ("warning selected", looks.selected(looks.warning())),
        ("heading", looks.heading()),
        ("matched", looks.matched()),
        ("matched dim", looks.dim().patch(looks.matched())),
    ];
    let style = cell.style();
    if style == Cell::default().style() {
        return String::new();
    }
    let same = |of: ratatui::style::Style| Cell::default().set_style(of).style() == style;
    let named = means.into_iter().find(|(_, of)| same(*of)).map(|(name, _)| name.to_owned());
    named.unwrap_or_else(|| format!("{:?}+{:?}", cell.fg, cell.modifier))
}

/// `80x24`.
pub(crate) fn size(text: &str) -> Size {
    let (width, height) = text.split_once('x').expect("a size is WxH");
    Size { width: width.parse().expect("a number"), height: height.parse().expect("a number") }
}

/// The key a script's word names, if it names one.
fn chord(word: &str) -> Option<Chord> {
    let named = match word {
        "BTab" => "Shift-Tab".to_owned(),
        "BSpace" => "Backspace".to_owned(),
        word => match word.split_once('-') {
            Some(("C", letter)) => format!("Ctrl-{}", letter.to_uppercase()),
            Some(("M", letter)) => format!("Alt-{letter}"),
            _ => word.to_owned(),
        },
    };
    Chord::parse(&named)
}

/// A text of the program, to look for.
pub(crate) fn say(tongue: Tongue, id: &str) -> Safe {
    Texts::new(tongue).say(id)
}
