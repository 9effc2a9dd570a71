//! The table of commands: every verb of the program with its name and default keys.
//!
//! The key map, the footer, help, the palette and the README's key list are all made from this table. The
//! text of a command is `command-<name>`. A new command is a row here, a text, and one arm where it runs.

/// A verb of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the texts say what each does; a second wording here would only drift")]
pub enum Command {
    New,
    Add,
    Edit,
    Duplicate,
    Delete,
    Act,
    Chain,
    Note,
    Quick,
    NextStatus,
    Undo,
    Redo,
    Finish,
    NextField,
    PreviousField,
    MakeNow,
    Editor,
    MoveUp,
    MoveDown,
    Invert,
    Settle,
    Import,
    MovePerson,
    MergeMunicipality,
    NextSeason,
    Whoami,
    SaveAgain,
    Duplicates,
    TakeLeft,
    TakeRight,
    Unite,
    No,
    Later,
    Who,
    When,
    DayLater,
    DayEarlier,
    DayBefore,
    DayAfter,
    Template,
    Propose,
    Clashes,
    Report,
    Handover,
    HandOver,
    SigningList,
    DaySheet,
    ClosingEvent,
    TakeFeedback,
    Mine,
    Requests,
    Agenda,
    Month,
    Coverage,
    Load,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
    Back,
    Close,
    Filter,
    Complete,
    Mark,
    NextView,
    CopyEmail,
    CopyPhone,
    CopyCard,
    CopyAddresses,
    PlainPage,
    Lookup,
    Palette,
    Help,
    Season,
    KeepFilter,
    UseFilter,
    Export,
    Today,
    People,
    Municipalities,
    Plan,
    Feedback,
    Actions,
    Practices,
    NextTab,
    PreviousTab,
    Organisations,
    Themes,
    Seasons,
    Notes,
    Book,
    Problems,
    Suspend,
    Redraw,
    Interrupt,
    Quit,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name, as typed after `:` and as its text's id ends.
    pub name: &'static str,
    /// Its default keys; the first is the one shown.
    pub keys: &'static [&'static str],
    /// Where its keys mean this.
    pub scope: Scope,
}

/// Where keys are pressed. A letter means the same wherever it is a key; only the keys that go on or sideways (Tab,
/// the arrows) or mark have their own meaning in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Wherever one is.
    Anywhere,
    /// On screens and lists, where letters are keys.
    Screen,
    /// In a line that narrows a list.
    Line,
    /// In the fields of a form.
    Form,
    /// Above two records that stand side by side.
    Pair,
    /// Among the days of a month: as on a screen, but sideways is another day.
    Days,
}

impl Scope {
    /// Whether a key of this scope means something where one is.
    pub fn holds(self, here: Self) -> bool {
        self == Self::Anywhere || self == here || (self, here) == (Self::Screen, Self::Days)
    }
}

const fn entry(command: Command, name: &'static str, keys: &'static [&'static str]) -> Entry {
    Entry { command, name, keys, scope: Scope::Anywhere }
}

const fn on(scope: Scope, command: Command, name: &'static str, keys: &'static [&'static str]) -> Entry {
    Entry { command, name, keys, scope }
}

/// Every command, in the order help shows them.
pub const COMMANDS: &[Entry] = &[
    entry(Command::Open, "open", &["Enter"]),
    entry(Command::Back, "back", &["Esc", "Ctrl-G"]),
    entry(Command::Filter, "filter", &["f", "/"]),
    on(Scope::Line, Command::Complete, "complete", &["Tab"]),
    on(Scope::Form, Command::Finish, "finish", &["Ctrl-S"]),
    on(Scope::Form, Command::NextField, "next-field", &["Tab"]),
    on(Scope::Form, Command::PreviousField, "previous-field", &["Shift-Tab"]),
    on(Scope::Form, Command::MakeNow, "make-now", &["F4"]),
    on(Scope::Form, Command::Editor, "editor", &["F6", "Ctrl-X"]),
    entry(Command::New, "new", &["n"]),
    entry(Command::Add, "add", &["+"]),
    entry(Command::Edit, "edit", &["e"]),
    entry(Command::Quick, "quick", &["."]),
    entry(Command::NextStatus, "next-status", &["x"]),
    entry(Command::Act, "act", &["a"]),
    entry(Command::Chain, "chain", &["A"]),
    entry(Command::Note, "note", &["m"]),
    entry(Command::Delete, "delete", &["d"]),
    entry(Command::Duplicate, "duplicate", &["c"]),
    entry(Command::Undo, "undo", &["u"]),
    entry(Command::Redo, "redo", &["Ctrl-R", "U"]),
    entry(Command::Lookup, "lookup", &["o", "F2", "Ctrl-P"]),
    entry(Command::CopyEmail, "copy-email", &["y e"]),
    entry(Command::CopyPhone, "copy-phone", &["y p"]),
    entry(Command::CopyCard, "copy-card", &["y c"]),
    entry(Command::CopyAddresses, "copy-addresses", &["y a"]),
    entry(Command::PlainPage, "plain-page", &["y t"]),
    entry(Command::Mark, "mark", &["Space"]),
    entry(Command::Invert, "invert", &["*", "i"]),
    entry(Command::NextView, "next-view", &["v", "F9"]),
    entry(Command::Who, "who", &["w", "F7"]),
    entry(Command::When, "when", &["t", "F8"]),
    entry(Command::DayLater, "day-later", &[">"]),
    entry(Command::DayEarlier, "day-earlier", &["<"]),
    entry(Command::Template, "template", &["T"]),
    entry(Command::Propose, "propose", &["p"]),
    entry(Command::Mine, "mine", &["M"]),
    entry(Command::Season, "season", &["s"]),
    entry(Command::Up, "up", &["Up", "k"]),
    entry(Command::Down, "down", &["Down", "j"]),
    entry(Command::PageUp, "page-up", &["PgUp"]),
    entry(Command::PageDown, "page-down", &["PgDn"]),
    entry(Command::First, "first", &["g", "Home"]),
    entry(Command::Last, "last", &["G", "End"]),
    entry(Command::MoveUp, "move-up", &["Alt-Up", "K"]),
    entry(Command::MoveDown, "move-down", &["Alt-Down", "J"]),
    entry(Command::Today, "today", &["1"]),
    entry(Command::People, "people", &["2"]),
    entry(Command::Municipalities, "municipalities", &["3"]),
    entry(Command::Plan, "plan", &["4"]),
    entry(Command::Feedback, "feedback", &["5"]),
    entry(Command::Actions, "actions", &["6"]),
    entry(Command::Practices, "practices", &["7"]),
    on(Scope::Screen, Command::NextTab, "next-tab", &["Tab", "l", "Right"]),
    on(Scope::Screen, Command::PreviousTab, "previous-tab", &["Shift-Tab", "h", "Left"]),
    on(Scope::Days, Command::DayBefore, "day-before", &["Left", "h"]),
    on(Scope::Days, Command::DayAfter, "day-after", &["Right", "l"]),
    on(Scope::Pair, Command::TakeLeft, "take-left", &["Left", "h"]),
    on(Scope::Pair, Command::TakeRight, "take-right", &["Right", "l"]),
    on(Scope::Pair, Command::Unite, "unite", &["Ctrl-S"]),
    entry(Command::No, "no", &["-"]),
    on(Scope::Pair, Command::Later, "later", &["Tab"]),
    entry(Command::Requests, "requests", &[]),
    entry(Command::Agenda, "agenda", &[]),
    entry(Command::Month, "month", &[]),
    entry(Command::Coverage, "coverage", &[]),
    entry(Command::Load, "load", &[]),
    entry(Command::Clashes, "clashes", &[]),
    entry(Command::Report, "report", &[]),
    entry(Command::Handover, "handover", &[]),
    entry(Command::HandOver, "hand-over", &[]),
    entry(Command::SigningList, "signing-list", &[]),
    entry(Command::DaySheet, "day-sheet", &[]),
    entry(Command::ClosingEvent, "closing-event", &[]),
    entry(Command::TakeFeedback, "take-feedback", &[]),
    entry(Command::Organisations, "organisations", &[]),
    entry(Command::Themes, "themes", &[]),
    entry(Command::Seasons, "seasons", &[]),
    entry(Command::Notes, "notes", &[]),
    entry(Command::Book, "book", &[]),
    entry(Command::Problems, "problems", &[]),
    entry(Command::Import, "import", &[]),
    entry(Command::Settle, "settle", &[]),
    entry(Command::MovePerson, "move-person", &[]),
    entry(Command::MergeMunicipality, "merge-municipality", &[]),
    entry(Command::NextSeason, "next-season", &[]),
    entry(Command::Duplicates, "duplicates", &[]),
    on(Scope::Screen, Command::SaveAgain, "save-again", &["Ctrl-S"]),
    entry(Command::Whoami, "who-am-i", &[]),
    entry(Command::KeepFilter, "keep-filter", &[]),
    entry(Command::UseFilter, "use-filter", &[]),
    entry(Command::Export, "export", &[]),
    entry(Command::Palette, "palette", &[":", "F3"]),
    entry(Command::Help, "help", &["?", "F1"]),
    entry(Command::Suspend, "suspend", &["Ctrl-Z"]),
    entry(Command::Redraw, "redraw", &["Ctrl-L"]),
    entry(Command::Close, "close", &["q"]),
    entry(Command::Interrupt, "interrupt", &["Ctrl-C"]),
    entry(Command::Quit, "quit", &[]),
];

impl Command {
    /// The command's row.
    pub fn entry(self) -> Option<&'static Entry> {
        COMMANDS.iter().find(|entry| entry.command == self)
    }

    /// The id of its text.
    pub fn text_id(self) -> String {
        format!("command-{}", self.entry().map_or("", |entry| entry.name))
    }

    /// The command with this name.
    pub fn named(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|entry| entry.name == name).map(|entry| entry.command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_once_and_has_its_own_name() {
        let mut names: Vec<_> = COMMANDS.iter().map(|entry| entry.name).collect();
        let mut commands: Vec<_> = COMMANDS.iter().map(|entry| entry.command).collect();
        names.sort_unstable();
        names.dedup();
        commands.sort_unstable();
        commands.dedup();
        assert_eq!((names.len(), commands.len()), (COMMANDS.len(), COMMANDS.len()));
        assert_eq!(COMMANDS.len(), Command::Quit as usize + 1, "a command has no row");
    }
}
