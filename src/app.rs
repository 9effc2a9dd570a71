//! The program's state, and the one place where it changes: an input comes in, effects go out.
//!
//! Never touches terminal, disk or clock; what it draws follows from its state alone.

mod answering;
mod beginning;
mod bringing;
mod changes;
mod commands;
mod copying;
mod drafts;
mod exporting;
mod follow_up;
pub mod input;
mod records;
mod steps;
mod tasks;
mod view;

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use ratatui::layout::Size;

use crate::book::show::Showing;
use crate::book::{Book, Change, Place};
use crate::command::{Command, Scope};
use crate::dialogs::lookup::Lookup;
use crate::dialogs::picker::{Choice, Picker};
use crate::domain::{Id, Link, Mint, RecordRef, Season};
use crate::effect::Effect;
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::form::draft::{Layered, Unfinished};
use crate::history::History;
use crate::import::mapping::Remembered;
use crate::keys::keymap::{Keymap, Meaning};
use crate::keys::{Chord, Key};
use crate::layer::{Answer, Cx, Layer};
use crate::screens::tabs::{TABS, Tab};
use crate::settings::Me;
use crate::store::state::NamedFilter;
use crate::store::tables::TableFile;
use crate::store::{Loaded, Problem};
use crate::text::{Safe, Texts};
use crate::widgets::looks::Looks;
use changes::Pending;
use drafts::Elsewhere;
use input::{BookPlace, Input};

/// Below this the screen says that it is too small.
const SMALLEST: Size = Size { width: 40, height: 10 };

/// A pasted text longer than this is cut: nobody looks for so much.
const PASTE_MOST: usize = 10_000;

/// A text longer than this is not pasted into a form without asking, in bytes.
const PASTE_TOLD: usize = 10_000;

/// The one letter a layer may take as a key while one types: see the lookup.
const KEY_LETTER: char = 'y';

/// More changed records than this are taken in by starting over with the new book.
const CHANGES_MOST: usize = 2_000;

/// More changes than this at once and the search is made anew, which is quicker.
const FOLLOW_MOST: usize = 200;

/// What the program starts with.
#[derive(Debug)]
pub struct Start {
    /// The texts of the user's language.
    pub texts: Texts,
    /// What the terminal can show.
    pub looks: Looks,
    /// Its size.
    pub size: Size,
    /// The day and time.
    pub now: DateTime,
    /// What ids are made from.
    pub seed: u64,
    /// Who uses the program: asked for at the first change.
    pub me: Me,
    /// What was used often and lately.
    pub usage: Usage,
    /// Filters kept under a name.
    pub filters: Vec<NamedFilter>,
    /// How tables were understood before.
    pub mappings: Vec<Remembered>,
    /// Where the book is.
    pub place: BookPlace,
    /// Nothing may be changed.
    pub read_only: bool,
    /// Words to open the lookup with.
    pub words: Option<String>,
    /// Where files written for others go unless somebody says otherwise, as one types it; empty where there is no
    /// home.
    pub downloads: String,
}

/// The program.
#[derive(Debug)]
pub struct App {
    desk: Desk,
    mint: Mint,
    history: History,
    /// Changes on their way to the disk.
    pending: Pending,
    /// Who changed what elsewhere, to be told when it is read.
    news: Vec<(Option<Id>, Link)>,
    /// The draft of the forms that are open: its name and what it holds.
    draft: Option<(String, Vec<Layered>)>,
    /// What another session goes on with.
    elsewhere: Elsewhere,
    /// The number of the next draft.
    next_draft: u32,
    /// The number of the last table that was read.
    last_table: u32,
    /// The command to go on with once the user's own book is there.
    after: Option<Command>,
    /// The directory in which it is begun, where it is not the usual one.
    shared: Option<String>,
    tabs: Vec<Box<dyn Layer>>,
    tab: usize,
    /// The layers above the open tab.
    above: Vec<Box<dyn Layer>>,
    /// The beginning of a command of several keys.
    begun: Vec<Chord>,
    toast: Safe,
    copied: Option<Safe>,
    /// Ctrl-C was pressed where there was nothing to cancel.
    interrupted: bool,
    /// It was said that something is not saved when somebody wanted to leave.
    warned: bool,
    /// What was said came with these very keys, and is still to be read.
    unread: bool,
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
    now: DateTime,
    usage: Usage,
    filters: Vec<NamedFilter>,
    mappings: Vec<Remembered>,
    tables: Vec<TableFile>,
    /// The table that is being read: its number and how many rows there are so far.
    reading: Option<(u32, usize)>,
    season: Option<Id>,
    loading: bool,
    place: BookPlace,
    read_only: bool,
    me: Me,
    unfinished: Vec<Unfinished>,
    /// Records another program changed since the last key.
    fresh: BTreeSet<Place>,
    /// Drafts could not be written and are tried again.
    unkept: bool,
    downloads: String,
}

impl Desk {
    fn season(&self) -> Option<&Season> {
        self.book.get(self.season.as_ref()?)
    }

    fn today(&self) -> Date {
        self.now.date()
    }

    fn me(&self) -> Option<&Id> {
        self.me.id()
    }

    fn cx(&self) -> Cx<'_> {
        Cx {
            showing: Showing { book: &self.book, texts: &self.texts, today: self.today(), season: self.season() },
            finder: &self.finder,
            usage: &self.usage,
            problems: &self.problems,
            filters: &self.filters,
            keymap: &self.keymap,
            looks: self.looks,
            body: body(self.size),
            loading: self.loading,
            me: self.me(),
            now: self.now,
            unfinished: &self.unfinished,
            fresh: &self.fresh,
            unkept: self.unkept,
            tables: &self.tables,
            mappings: &self.mappings,
            reading: self.reading.map(|(_, rows)| rows),
            downloads: &self.downloads,
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
            now: start.now,
            usage: start.usage,
            filters: start.filters,
            mappings: start.mappings,
            tables: Vec::new(),
            reading: None,
            season: None,
            loading: true,
            place: start.place,
            read_only: start.read_only,
            me: start.me,
            unfinished: Vec::new(),
            fresh: BTreeSet::new(),
            unkept: false,
            downloads: start.downloads,
        };
        let mut app = Self {
            desk,
            mint: Mint::new(start.seed),
            history: History::default(),
            pending: Pending::default(),
            news: Vec::new(),
            draft: None,
            elsewhere: Elsewhere::default(),
            next_draft: 1,
            last_table: 0,
            after: None,
            shared: None,
            tabs: TABS.iter().map(Tab::layer).collect(),
            tab: 0,
            above: Vec::new(),
            begun: Vec::new(),
            toast: Safe::default(),
            copied: None,
            interrupted: false,
            warned: false,
            unread: false,
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
        let (goes_on, was_busy) = (matches!(input, Input::GoOn), self.is_busy());
        let mut effects = match input {
            Input::Key(chord) => self.key(chord),
            Input::Text(text) => self.text(&text),
            Input::Paste(text) => self.paste(&text),
            Input::Resize(size) => {
                self.desk.size = size;
                self.refresh();
                Vec::new()
            }
            Input::Now(now) => {
                let another_day = now.date() != self.desk.today();
                self.desk.now = now;
                self.unread = false;
                if another_day {
                    self.refresh();
                }
                // Nothing was typed: the draft is as it was.
                return Vec::new();
            }
            Input::Loaded(loaded, finder) => {
                self.loaded(*loaded, *finder);
                self.go_on()
            }
            Input::Remembered(groups) => {
                self.history = History::remembered(groups);
                Vec::new()
            }
            Input::DiskChanged(news) => {
                self.news = news;
                vec![Effect::Load]
            }
            Input::FileGone(why) => {
                self.toast = why.sentence(&self.desk.texts);
                Vec::new()
            }
            Input::Saved { revision, saved } => self.saved(revision, *saved),
            Input::SaveFailed { revision, why } => {
                self.save_failed(revision, &why);
                Vec::new()
            }
            Input::Begun(begun) => self.book_begun(begun),
            Input::DraftsFound(found) => {
                self.drafts_found(&found);
                Vec::new()
            }
            Input::DraftTaken(name) => self.draft_taken(&name),
            Input::DraftsKept => {
                self.desk.unkept = false;
                Vec::new()
            }
            Input::DraftFailed(words) => {
                self.desk.unkept = true;
                self.toast = self.desk.texts.tell("draft-failed", &[("words", words.into())]);
                Vec::new()
            }
            Input::Edited(text) => {
                let cx = self.desk.cx();
                if let Some(top) = top(&mut self.above, &mut self.tabs, self.tab) {
                    top.edited(&cx, &text);
                }
                Vec::new()
            }
            Input::NotEdited(words) => {
                self.toast = self.desk.texts.tell("editor-failed", &[("words", words.into())]);
                Vec::new()
            }
            Input::TablesFound(tables) => {
                self.desk.tables = tables;
                self.refresh();
                Vec::new()
            }
            Input::TableGrows { number, rows } => {
                self.table_grows(number, rows);
                Vec::new()
            }
            Input::TableRead { number, table } => self.table_read(number, table),
            Input::GoOn => {
                self.keep_going();
                Vec::new()
            }
            Input::NotRemembered(words) => {
                self.toast = self.desk.texts.tell("state-not-saved", &[("words", words.into())]);
                Vec::new()
            }
            Input::Exported(exported) => self.exported(exported),
            Input::Resumed => Vec::new(),
        };
        effects.extend(self.keep_draft());
        // One slice asks for the next; the first is asked for when something begins.
        if self.is_busy() && (goes_on || !was_busy) {
            effects.push(Effect::GoOn);
        }
        effects
    }

    /// Letters that came together: where one types they go into the line at once and are searched once.
    fn text(&mut self, text: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut gathered = String::new();
        for letter in text.chars() {
            let plain = self.is_typing() && self.begun.is_empty() && !self.is_too_small() && letter != KEY_LETTER;
            let picks = gathered.is_empty() && self.top().is_some_and(|top| top.picks(letter));
            if plain && !picks {
                gathered.push(letter);
            } else {
                effects.extend(self.type_text(&std::mem::take(&mut gathered)));
                effects.extend(self.key(Chord::plain(Key::Char(letter))));
            }
        }
        if !gathered.is_empty() {
            self.clear_toast();
            effects.extend(self.type_text(&gathered));
        }
        effects
    }

    fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.clear_toast();
        self.desk.fresh.clear();
        let interrupted = std::mem::take(&mut self.interrupted);
        if self.is_too_small() {
            let leaves = matches!(self.meaning(&[chord]), Meaning::Command(Command::Close | Command::Interrupt));
            return if leaves { vec![Effect::Quit] } else { Vec::new() };
        }
        if self.begun.is_empty()
            && let Some(effects) = self.typed_key(chord)
        {
            return effects;
        }
        let mut chords = std::mem::take(&mut self.begun);
        chords.push(chord);
        match self.meaning(&chords) {
            Meaning::Command(Command::Interrupt) => self.interrupt(interrupted),
            Meaning::Command(command) => self.command(command),
            Meaning::Beginning => {
                self.begun = chords;
                Vec::new()
            }
            Meaning::Nothing => self.no_meaning(&chords),
        }
    }

    fn meaning(&self, chords: &[Chord]) -> Meaning {
        self.desk.keymap.meaning(chords, self.scope())
    }

    fn clear_toast(&mut self) {
        if !self.unread {
            self.toast = Safe::default();
        }
    }

    fn scope(&self) -> Scope {
        self.top().map_or(Scope::Screen, Layer::scope)
    }

    /// Gives the key to what one types into on top; nothing where it was not taken.
    fn typed_key(&mut self, chord: Chord) -> Option<Vec<Effect>> {
        let cx = self.desk.cx();
        let top = top(&mut self.above, &mut self.tabs, self.tab)?;
        if chord.letter().is_some_and(|letter| top.takes_as_key(letter)) || !top.takes_letters() {
            return None;
        }
        let reply = top.type_key(&cx, chord)?;
        Some(self.reply(reply))
    }

    /// Keys that mean nothing are typed where one types, else it is said that they mean nothing.
    fn no_meaning(&mut self, chords: &[Chord]) -> Vec<Effect> {
        let letters: Option<String> = chords.iter().map(|chord| chord.letter()).collect();
        if self.is_typing()
            && let Some(letters) = letters
        {
            return self.type_text(&letters);
        }
        if let [chord] = chords {
            let key = Safe::line(&chord.to_string());
            self.toast = self.desk.texts.tell("no-such-key", &[("key", key.into())]);
        }
        Vec::new()
    }

    fn type_text(&mut self, text: &str) -> Vec<Effect> {
        if text.is_empty() {
            return Vec::new();
        }
        let cx = self.desk.cx();
        let Some(top) = top(&mut self.above, &mut self.tabs, self.tab) else { return Vec::new() };
        let reply = top.type_text(&cx, text);
        reply.map(|reply| self.reply(reply)).unwrap_or_default()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.clear_toast();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_end_matches('\n');
        if let Some(effects) = self.pasted_whole(text) {
            return effects;
        }
        let lines = text.matches('\n').count() + 1;
        if !self.is_typing() {
            self.toast = self.desk.texts.say("paste-nowhere");
            return Vec::new();
        }
        if self.scope() == Scope::Form && text.len() > PASTE_TOLD {
            self.ask_paste(text);
            return Vec::new();
        }
        // Nobody looks for so much.
        let cut: String = text.chars().take(PASTE_MOST).collect();
        let effects = self.type_text(&cut);
        if cut.len() < text.len() {
            self.toast = self.desk.texts.say("paste-cut");
        } else if lines > 1 {
            self.toast = self.desk.texts.tell("pasted-lines", &[("count", lines.into())]);
        }
        effects
    }

    /// So much text is seldom meant: it is asked about first.
    fn ask_paste(&mut self, text: &str) {
        let texts = &self.desk.texts;
        let choice = |id: &str, answer: Answer| Choice {
            text: texts.say(id),
            beside: Safe::default(),
            also: Safe::default(),
            why_not: Safe::default(),
            answer,
        };
        let choices =
            vec![choice("paste-do", Answer::Paste(text.to_owned())), choice("paste-not", Answer::Paste(String::new()))];
        let count = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let label = texts.tell("paste-label", &[("count", texts.number(count).into())]);
        let picker = Picker::new(&self.desk.cx(), label, choices, 0);
        self.above.push(Box::new(picker));
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
                let changes: Vec<Change> = changes.into_iter().filter_map(|change| self.pending.over(change)).collect();
                let count = changes.len();
                self.apply(&changes);
                let place = |change: &Change| self.desk.book.place(&change.link()?);
                self.desk.fresh = changes.iter().filter_map(place).collect();
                if count > 0 && !self.tell_news(&changes) {
                    self.toast = self.desk.texts.tell("book-changed", &[("count", count.into())]);
                }
            }
            all_or_none => {
                if all_or_none.is_some() {
                    // Lists and marks point into the old book.
                    self.park();
                    self.tabs = TABS.iter().map(Tab::layer).collect();
                }
                self.desk.book = book;
                self.desk.finder = finder;
                let again: Vec<Change> = self.pending.again(&self.desk.book);
                self.apply(&again);
            }
        }
        if !self.desk.loading && more > 0 {
            self.toast = self.desk.texts.tell("book-unreadable", &[("count", more.into())]);
        }
        self.desk.loading = false;
        self.refresh();
    }

    /// Puts changes into the book and has the search follow. Where the season at hand goes, another one is taken up.
    fn apply(&mut self, changes: &[Change]) {
        self.put(changes);
        if self.desk.season().is_none() {
            self.desk.season = self.desk.book.season_at(self.desk.today()).map(|season| season.id.clone());
        }
    }

    fn put(&mut self, changes: &[Change]) {
        if changes.len() > FOLLOW_MOST {
            for change in changes {
                self.desk.book.apply(change);
            }
            self.desk.finder = Finder::new(&self.desk.book, self.desk.texts.tongue());
            return;
        }
        for change in changes {
            if let Some(place) = self.desk.book.apply(change) {
                self.desk.finder.follow(&self.desk.book, change, place);
            }
        }
    }

    /// Has every layer look at the book again.
    fn refresh(&mut self) {
        let cx = self.desk.cx();
        self.tabs.iter_mut().chain(&mut self.above).for_each(|layer| layer.refresh(&cx));
    }

    fn top(&self) -> Option<&dyn Layer> {
        self.above.last().or_else(|| self.tabs.get(self.tab)).map(AsRef::as_ref)
    }

    /// Whether some layer is at something that takes long.
    fn is_busy(&self) -> bool {
        self.above.iter().any(|layer| layer.is_busy())
    }

    fn is_typing(&self) -> bool {
        self.top().is_some_and(Layer::takes_letters)
    }

    fn is_too_small(&self) -> bool {
        is_too_small(self.desk.size)
    }
}

fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
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
