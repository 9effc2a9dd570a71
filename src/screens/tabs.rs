//! The table of tabs and of the lists behind commands.

use super::feedback::Feedback;
use super::list::{List, View};
use super::plan::Plan;
use super::shelf::Shelf;
use super::today::Today;
use crate::command::Command;
use crate::domain::Kind;
use crate::layer::Layer;

/// A tab.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    /// Its key, by which named filters remember it.
    pub key: &'static str,
    /// The command that opens it.
    pub command: Command,
    /// The kinds of record that live here.
    pub kinds: &'static [Kind],
    screen: Screen,
}

/// What a tab shows.
#[derive(Clone, Copy, Debug)]
enum Screen {
    Today,
    Plan,
    Feedback,
    Actions,
    Practices,
    List(View),
}

impl Tab {
    /// The layer of this tab.
    pub fn layer(&self) -> Box<dyn Layer> {
        match self.screen {
            Screen::Today => Box::new(Today::default()),
            Screen::Plan => Box::new(Plan::default()),
            Screen::Feedback => Box::new(Feedback::default()),
            Screen::Actions => Box::new(Shelf::actions()),
            Screen::Practices => Box::new(Shelf::practices()),
            Screen::List(view) => Box::new(List::tab(view)),
        }
    }

    /// The id of its name.
    pub fn text_id(&self) -> String {
        format!("tab-{}", self.key)
    }

    /// The id of its short name.
    pub fn short_text_id(&self) -> String {
        format!("tab-short-{}", self.key)
    }
}

const fn list(name: &'static str, kind: Kind, empty: &'static str) -> View {
    View { name, kind, empty }
}

/// The tabs, in order.
pub const TABS: &[Tab] = &[
    Tab { key: "today", command: Command::Today, kinds: &[], screen: Screen::Today },
    Tab {
        key: "people",
        command: Command::People,
        kinds: &[Kind::Person],
        screen: Screen::List(list("tab-people", Kind::Person, "empty-people")),
    },
    Tab {
        key: "municipalities",
        command: Command::Municipalities,
        kinds: &[Kind::Municipality],
        screen: Screen::List(list("tab-municipalities", Kind::Municipality, "empty-municipalities")),
    },
    Tab { key: "plan", command: Command::Plan, kinds: &[Kind::Coaching, Kind::Session], screen: Screen::Plan },
    Tab { key: "feedback", command: Command::Feedback, kinds: &[Kind::Feedback], screen: Screen::Feedback },
    Tab { key: "actions", command: Command::Actions, kinds: &[Kind::Action], screen: Screen::Actions },
    Tab { key: "practices", command: Command::Practices, kinds: &[Kind::Practice], screen: Screen::Practices },
];

/// The list of a kind that has no tab.
pub const fn list_of(kind: Kind) -> View {
    match kind {
        Kind::Organisation => list("command-organisations", Kind::Organisation, "empty-list"),
        Kind::Theme => list("command-themes", Kind::Theme, "empty-list"),
        Kind::Season => list("command-seasons", Kind::Season, "empty-list"),
        Kind::Note => list("command-notes", Kind::Note, "empty-list"),
        _ => list("command-book", Kind::Book, "empty-list"),
    }
}
