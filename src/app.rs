//! The program's state, and the one place where it changes: an input comes in, effects go out.
//!
//! Never touches terminal, disk or clock; what it draws follows from its state alone.

mod commands;
pub mod input;

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::book::show::Showing;
use crate::book::{Book, Change, Place};
use crate::command::Command;
use crate::dialogs::lookup::Lookup;
use crate::domain::{Id, RecordRef, Season};
use crate::effect::Effect;
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::keys::keymap::{Keymap, Meaning, Typing};
use crate::keys::{Chord, Key};
use crate::layer::{Cx, Layer};
use crate::screens::tabs::{TABS, Tab};
use crate::store::state::NamedFilter;
use crate::store::{Loaded, Problem};
use crate::text::{Safe, Texts};
use crate::widgets::frame::{Footer, FooterKey, Header, across};
use crate::widgets::looks::Looks;
use crate::widgets::put;
use input::Input;

/// Below this the screen says that it is too small.
const SMALLEST: Size = Size { width: 40, height: 10 };

/// A pasted text longer than this is cut: nobody looks for so much.
const PASTE_MOST: usize = 10_000;

/// The one letter a layer may take as a key while one types: see the lookup.
const KEY_LETTER: char = 'y';

/// More changed records than this are taken in by starting over with the new book.
const CHANGES_MOST: usize = 2_000;

/// What the program starts with.
#[derive(Debug)]
pub struct Start {
    /// The texts of the user's language.
    pub texts: Texts,
    /// What the terminal can show.
    pub looks: Looks,
    /// Its size.
    pub size: Size,
    /// The day.
    pub today: Date,
    /// What was used often and lately.
    pub usage: Usage,
    /// Filters kept under a name.
    pub filters: Vec<NamedFilter>,
    /// Where the book comes from, as people read it.
    pub origin: Safe,
    /// Words to open the lookup with.
    pub words: Option<String>,
}

/// The program.
#[derive(Debug)]
pub struct App {
    desk: Desk,
    /// Where the book comes from, as people read it.
    origin: Safe,
    tabs: Vec<Box<dyn Layer>>,
    tab: usize,
    /// The layers above the open tab.
    above: Vec<Box<dyn Layer>>,
    /// The beginning of a command of several keys.
    pending: Vec<Chord>,
    toast: Safe,
    copied: Option<Safe>,
    /// Ctrl-C was pressed where there was nothing to cancel.
    interrupted: bool,
}

/// What lies on the desk: all that layers may read.
#[derive(Debug)]
struct Desk {
    book: Book,
    finder: Finder,
    problems: Vec<Problem>,
    texts: Texts,
    keymap: Keymap,
    looks: Looks,
    size: Size,
    today: Date,
    usage: Usage,
    filters: Vec<NamedFilter>,
    season: Option<Id>,
    loading: bool,
}

impl Desk {
    fn season(&self) -> Option<&Season> {
        self.book.get(self.season.as_ref()?)
    }

    fn cx(&self) -> Cx<'_> {
        Cx {
            showing: Showing { book: &self.book, texts: &self.texts, today: self.today, season: self.season() },
            finder: &self.finder,
            usage: &self.usage,
            problems: &self.problems,
            filters: &self.filters,
            keymap: &self.keymap,
            looks: self.looks,
            body: body(self.size),
            loading: self.loading,
        }
    }
}

impl App {
    /// The program as it starts, and what it wants done first.
    pub fn new(start: Start) -> (Self, Vec<Effect>) {
        let desk = Desk {
            book: Book::default(),
            finder: Finder::default(),
            problems: Vec::new(),
            texts: start.texts,
            keymap: Keymap::default(),
            looks: start.looks,
            size: start.size,
            today: start.today,
            usage: start.usage,
            filters: start.filters,
            season: None,
            loading: true,
        };
        let mut app = Self {
            desk,
            origin: start.origin,
            tabs: TABS.iter().map(Tab::layer).collect(),
            tab: 0,
            above: Vec::new(),
            pending: Vec::new(),
            toast: Safe::default(),
            copied: None,
            interrupted: false,
        };
        if let Some(words) = start.words {
            let lookup = Lookup::new(&app.desk.cx(), &words);
            app.above.push(Box::new(lookup));
        }
        // The first frame says that the book is being read.
        app.refresh();
        (app, vec![Effect::Load])
    }

    /// Takes one input in; returns what is to be done outside.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(chord) => self.key(chord),
            Input::Text(text) => self.text(&text),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(size) => {
                self.desk.size = size;
                self.refresh();
                Vec::new()
            }
            Input::Today(today) => {
                if today != self.desk.today {
                    self.desk.today = today;
                    self.refresh();
                }
                Vec::new()
            }
            Input::Loaded(loaded, finder) => {
                self.loaded(*loaded, *finder);
                Vec::new()
            }
            Input::DiskChanged => vec![Effect::Load],
            Input::NotRemembered(words) => {
                self.toast = self.desk.texts.tell("state-not-saved", &[("words", words.into())]);
                Vec::new()
            }
            Input::Resumed => Vec::new(),
        }
    }

    /// Letters that came together: where one types they go into the line at once and are searched once.
    fn text(&mut self, text: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut gathered = String::new();
        for letter in text.chars() {
            let plain = self.is_typing() && self.pending.is_empty() && !self.is_too_small() && letter != KEY_LETTER;
            if plain {
                gathered.push(letter);
            } else {
                self.type_text(&std::mem::take(&mut gathered));
                effects.extend(self.key(Chord::plain(Key::Char(letter))));
            }
        }
        if !gathered.is_empty() {
            self.toast = Safe::default();
            self.type_text(&gathered);
        }
        effects
    }

    fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.toast = Safe::default();
        let interrupted = std::mem::take(&mut self.interrupted);
        if self.is_too_small() {
            let leaves = matches!(self.meaning(&[chord]), Meaning::Command(Command::Close | Command::Interrupt));
            return if leaves { vec![Effect::Quit] } else { Vec::new() };
        }
        if self.is_typing() && self.pending.is_empty() && self.typed_key(chord) {
            return Vec::new();
        }
        let mut chords = std::mem::take(&mut self.pending);
        chords.push(chord);
        match self.meaning(&chords) {
            Meaning::Command(Command::Interrupt) => self.interrupt(interrupted),
            Meaning::Command(command) => self.command(command),
            Meaning::Beginning => {
                self.pending = chords;
                Vec::new()
            }
            Meaning::Nothing => {
                self.no_meaning(&chords);
                Vec::new()
            }
        }
    }

    fn meaning(&self, chords: &[Chord]) -> Meaning {
        let typing = if self.is_typing() { Typing::Line } else { Typing::No };
        self.desk.keymap.meaning(chords, typing)
    }

    /// Gives the key to the line of the layer on top. Returns whether it took it.
    fn typed_key(&mut self, chord: Chord) -> bool {
        let cx = self.desk.cx();
        let Some(top) = top(&mut self.above, &mut self.tabs, self.tab) else { return false };
        if chord.letter().is_some_and(|letter| top.takes_as_key(letter)) {
            return false;
        }
        let Some(line) = top.line() else { return false };
        let before = line.text().to_owned();
        let took = match chord.letter() {
            Some(letter) => {
                line.insert(letter.encode_utf8(&mut [0; 4]));
                true
            }
            None => line.edit(chord),
        };
        if took && line.text() != before {
            top.typed(&cx);
        }
        took
    }

    /// Keys that mean nothing are typed where one types, else it is said that they mean nothing.
    fn no_meaning(&mut self, chords: &[Chord]) {
        let letters: Option<String> = chords.iter().map(|chord| chord.letter()).collect();
        if self.is_typing()
            && let Some(letters) = letters
        {
            self.type_text(&letters);
        } else if let [chord] = chords {
            let key = Safe::line(&chord.to_string());
            self.toast = self.desk.texts.tell("no-such-key", &[("key", key.into())]);
        }
    }

    fn type_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let cx = self.desk.cx();
        if let Some(top) = top(&mut self.above, &mut self.tabs, self.tab)
            && let Some(line) = top.line()
        {
            line.insert(text);
            top.typed(&cx);
        }
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.toast = Safe::default();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = text.trim_end_matches('\n').matches('\n').count() + 1;
        let cut: String = text.trim_end_matches('\n').chars().take(PASTE_MOST).collect();
        if !self.is_typing() {
            self.toast = self.desk.texts.say("paste-nowhere");
            return Vec::new();
        }
        self.type_text(&cut);
        if cut.len() < text.trim_end_matches('\n').len() {
            self.toast = self.desk.texts.say("paste-cut");
        } else if lines > 1 {
            self.toast = self.desk.texts.tell("pasted-lines", &[("count", lines.into())]);
        }
        Vec::new()
    }

    fn loaded(&mut self, loaded: Loaded, finder: Finder) {
        let Loaded { book, problems } = loaded;
        let more = problems.len().saturating_sub(self.desk.problems.len());
        self.desk.problems = problems;
        if !self.desk.loading && self.desk.problems.iter().any(Problem::is_everything) {
            // What was read is worth more than an empty book.
            self.toast = self.desk.texts.say("problem-no-directory");
            self.refresh();
            return;
        }
        let changes = if self.desk.loading { None } else { Some(self.desk.book.differences(&book)) };
        match changes {
            Some(changes) if changes.len() <= CHANGES_MOST => {
                let apply = |change| Some((change, self.desk.book.apply(change)?));
                let places: Vec<(&Change, Place)> = changes.iter().filter_map(apply).collect();
                for (change, place) in &places {
                    self.desk.finder.follow(&self.desk.book, change, *place);
                }
                if !places.is_empty() {
                    self.toast = self.desk.texts.tell("book-changed", &[("count", places.len().into())]);
                }
            }
            all_or_none => {
                if all_or_none.is_some() {
                    // Lists and marks point into the old book.
                    self.above.clear();
                    self.tabs = TABS.iter().map(Tab::layer).collect();
                }
                self.desk.book = book;
                self.desk.finder = finder;
            }
        }
        if !self.desk.loading && more > 0 {
            self.toast = self.desk.texts.tell("book-unreadable", &[("count", more.into())]);
        }
        self.desk.loading = false;
        if self.desk.season().is_none() {
            self.desk.season = self.desk.book.season_at(self.desk.today).map(|season| season.id.clone());
        }
        self.refresh();
    }

    /// Has every layer look at the book again.
    fn refresh(&mut self) {
        let cx = self.desk.cx();
        self.tabs.iter_mut().chain(&mut self.above).for_each(|layer| layer.refresh(&cx));
    }

    fn top(&self) -> Option<&dyn Layer> {
        self.above.last().or_else(|| self.tabs.get(self.tab)).map(AsRef::as_ref)
    }

    fn is_typing(&self) -> bool {
        self.top().is_some_and(Layer::is_typing)
    }

    fn is_too_small(&self) -> bool {
        self.desk.size.width < SMALLEST.width || self.desk.size.height < SMALLEST.height
    }

    /// Draws the whole screen; returns where the text cursor is.
    pub fn view(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        if self.is_too_small() {
            let words = self.desk.texts.say("too-small");
            for (number, line) in (0..).zip(crate::widgets::wrap::wrap(&words, area.width)) {
                let Some(row) = crate::widgets::row(area, number) else { break };
                put(buffer, row.x, row.y, row.width, &line, self.desk.looks.plain());
            }
            return None;
        }
        let cx = self.desk.cx();
        self.header().draw(buffer, Rect { height: 1, ..area }, self.desk.looks);
        across(buffer, Rect { y: area.y + 1, height: 1, ..area }, self.desk.looks);
        let inner = Rect { y: area.y + 2, height: area.height - FRAME, ..area };
        let cursor = self.top().and_then(|top| top.view(&cx, inner, buffer));
        self.footer(&cx).draw(buffer, Rect { y: area.bottom() - 1, height: 1, ..area }, self.desk.looks);
        cursor
    }

    fn header(&self) -> Header {
        let tongue = self.desk.texts.tongue();
        let whose = self.desk.book.info().map(|info| if info.region.is_empty() { &info.name } else { &info.region });
        let whose = whose.map(|words| Safe::line(words.in_tongue(tongue))).unwrap_or_default();
        let season = self.desk.season().map(|season| Safe::line(&season.name)).unwrap_or_default();
        let parts = [whose, season.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Header {
            name: Safe::own("kuntatutor"),
            tabs: TABS
                .iter()
                .map(|tab| (self.desk.texts.say(&tab.text_id()), self.desk.texts.say(&tab.short_text_id())))
                .collect(),
            current: self.tab,
            place: Safe::join(&parts, &Safe::own(" · ")),
            season,
        }
    }

    fn footer(&self, cx: &Cx<'_>) -> Footer {
        let key = |key: &str, text: Safe, command: Command| FooterKey {
            key: self.desk.texts.key(key),
            text,
            can: self.can(cx, command).is_ok(),
        };
        let texts = &self.desk.texts;
        let mut keys: Vec<FooterKey> = Vec::new();
        if self.pending.is_empty() {
            for command in self.top().map(|top| top.footer(cx)).unwrap_or_default() {
                let Some(chords) = self.desk.keymap.keys(command).next() else { continue };
                // A group of commands behind one key stands there once; pressed, it shows the rest.
                let (first, text) = match chords.split_once(' ') {
                    Some((first, _)) => (first, texts.say(&format!("keys-{first}"))),
                    None if command == Command::Open => {
                        (chords.as_str(), texts.say(self.top().map_or("", Layer::enter)))
                    }
                    None => (chords.as_str(), texts.short(&command.text_id())),
                };
                if keys.iter().all(|shown| shown.key != texts.key(first)) {
                    keys.push(key(first, text, command));
                }
            }
        } else {
            let continuations = self.desk.keymap.continuations(&self.pending);
            keys.extend(continuations.map(|(rest, command)| key(&rest, texts.short(&command.text_id()), command)));
        }
        Footer { keys, toast: self.toast.clone(), remark: self.origin.clone() }
    }
}

/// Rows the frame takes: tabs, rule, keys.
const FRAME: u16 = 3;

/// The room layers have.
fn body(size: Size) -> Size {
    Size { width: size.width, height: size.height.saturating_sub(FRAME) }
}

fn top<'a>(
    above: &'a mut [Box<dyn Layer>],
    tabs: &'a mut [Box<dyn Layer>],
    tab: usize,
) -> Option<&'a mut Box<dyn Layer>> {
    above.last_mut().or_else(|| tabs.get_mut(tab))
}

/// The records a layer's commands are about, as the book has them.
fn records<'a>(cx: &Cx<'a>, layer: &dyn Layer) -> Vec<RecordRef<'a>> {
    layer.subjects(cx).iter().filter_map(|link| cx.showing.book.record(link)).collect()
}
