//! Ask a peer: from a theme or a practice to the people who know something of it, best first, each a key away from
//! the phone.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::cards::copy;
use crate::command::{Command, Scope};
use crate::dialogs::record::page;
use crate::domain::{Id, Kind, Link};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::planning::peers::{Peer, peers, themes_of};
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, fitted};
use crate::widgets::weighed::{WeighedRow, WeighedView, list_height};

/// Whether there is a theme to ask about.
///
/// # Errors
/// The id of a text that says why not.
pub(super) fn can_ask(cx: &Cx<'_>, link: &Link) -> Result<(), WhyNot> {
    if themes_of(cx.showing.book, link).is_empty() { Err("peers-no-theme") } else { Ok(()) }
}

/// The list.
#[derive(Debug)]
pub struct Peers {
    about: Link,
    themes: Vec<Id>,
    found: Vec<Peer>,
    cursor: usize,
    top: usize,
}

impl Peers {
    /// Whom to ask about this record's themes; nothing where it has none.
    pub fn new(cx: &Cx<'_>, about: &Link) -> Option<Self> {
        can_ask(cx, about).ok()?;
        let mut dialog = Self { about: about.clone(), themes: Vec::new(), found: Vec::new(), cursor: 0, top: 0 };
        dialog.refresh(cx);
        Some(dialog)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
        let height = list_height(cx.body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn row(cx: &Cx<'_>, peer: &Peer) -> WeighedRow {
        let showing = cx.showing;
        let phone = showing.book.record(&peer.link).map(|record| copy::phone(showing, record)).unwrap_or_default();
        let reasons: Vec<Safe> = peer.why.iter().map(|why| why.words(showing)).collect();
        let cells = vec![Cell::new(showing.link(&peer.link)), Cell::dim(phone), Cell::default()];
        WeighedRow { cells, brief: reasons.clone(), reasons, ..WeighedRow::default() }
    }
}

impl Layer for Peers {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, First, Last, Open, PageDown, PageUp, Up};
        match command {
            Open if self.found.is_empty() => Err("nothing-here"),
            Back | Close | Down | First | Last | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page_of = list_height(cx.body.height);
        self.cursor = match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open => {
                let peer = self.found.get(self.cursor);
                return peer
                    .map_or_else(Reply::default, |peer| Reply::step(Step::Push(vec![page(cx, peer.link.clone())])));
            }
            Command::Up => self.cursor.saturating_sub(1),
            Command::Down => self.cursor + 1,
            Command::PageUp => self.cursor.saturating_sub(page_of),
            Command::PageDown => self.cursor + page_of,
            Command::First => 0,
            _ => self.found.len(),
        };
        self.settle(cx);
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Screen
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let kept = self.found.get(self.cursor).map(|peer| peer.link.clone());
        self.themes = themes_of(cx.showing.book, &self.about);
        self.found = peers(cx.showing, &self.themes, None);
        let again = kept.and_then(|link| self.found.iter().position(|peer| peer.link == link));
        self.cursor = again.unwrap_or(self.cursor);
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        self.found.get(self.cursor).map(|peer| peer.link.clone()).into_iter().collect()
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        cx.showing.book.record(&self.about).is_none()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Act, Back, CopyEmail, CopyPhone, Help, Lookup, Note, Open};
        vec![Open, Back, CopyPhone, CopyEmail, Note, Act, Lookup, Help]
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let themes = self.themes.iter().map(|theme| cx.showing.id(Kind::Theme, Some(theme)));
        let themes = Safe::join(themes, &Safe::own(", "));
        let seen = self.found.iter().skip(self.top).take(list_height(area.height));
        WeighedView {
            title: texts.tell("peers-title", &[("themes", themes.into())]),
            remark: Safe::default(),
            context: texts.say("peers-context"),
            rows: seen.map(|peer| Self::row(cx, peer)).collect(),
            widths: fitted(&[Col::fixed(22, 0), Col::fixed(14, 1), Col::grows(20, 0)], area.width),
            column: 2,
            cursor: self.cursor.checked_sub(self.top),
            empty: texts.say("peers-none"),
        }
        .draw(buffer, area, cx.looks);
        None
    }
}
