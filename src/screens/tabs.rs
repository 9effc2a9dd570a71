//! The table of tabs and of the lists behind commands.

use super::list::{List, View};
use super::plan::Plan;
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
    List(&'static [View]),
}

impl Tab {
    /// The layer of this tab.
    pub fn layer(&self) -> Box<dyn Layer> {
        match self.screen {
            Screen::Today => Box::new(Today::default()),
            Screen::Plan => Box::new(Plan::default()),
            Screen::List(views) => Box::new(List::tab(views)),
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

macro_rules! views {
    ($($name:literal $kind:ident $empty:literal $($of:ident)?),+) => {
        &[$(View { name: $name, kind: Kind::$kind, empty: $empty, of_season: views!(@ $($of)?) }),+]
    };
    (@ of_season) => { true };
    (@) => { false };
}

/// The tabs, in order.
pub const TABS: &[Tab] = &[
    Tab { key: "today", command: Command::Today, kinds: &[], screen: Screen::Today },
    Tab {
        key: "people",
        command: Command::People,
        kinds: &[Kind::Person],
        screen: Screen::List(views!("tab-people" Person "empty-people")),
    },
    Tab {
        key: "municipalities",
        command: Command::Municipalities,
        kinds: &[Kind::Municipality],
        screen: Screen::List(views!("tab-municipalities" Municipality "empty-municipalities")),
    },
    Tab { key: "plan", command: Command::Plan, kinds: &[Kind::Coaching, Kind::Session], screen: Screen::Plan },
    Tab {
        key: "feedback",
        command: Command::Feedback,
        kinds: &[Kind::Feedback],
        screen: Screen::List(views!("tab-feedback" Feedback "empty-feedback")),
    },
    Tab {
        key: "actions",
        command: Command::Actions,
        kinds: &[Kind::Action],
        screen: Screen::List(views!("tab-actions" Action "empty-actions")),
    },
    Tab {
        key: "practices",
        command: Command::Practices,
        kinds: &[Kind::Practice],
        screen: Screen::List(views!("tab-practices" Practice "empty-practices")),
    },
];

/// The lists of kinds that have no tab.
pub const fn views_of(kind: Kind) -> &'static [View] {
    match kind {
        Kind::Organisation => views!("command-organisations" Organisation "empty-list"),
        Kind::Theme => views!("command-themes" Theme "empty-list"),
        Kind::Season => views!("command-seasons" Season "empty-list"),
        Kind::Note => views!("command-notes" Note "empty-list"),
        _ => views!("command-book" Book "empty-list"),
    }
}
