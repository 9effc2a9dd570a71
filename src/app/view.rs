//! What the whole screen shows: tabs, status line, the layer on top, keys or what was just done.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{App, FRAME, is_too_small};
use crate::command::Command;
use crate::layer::{Cx, Layer};
use crate::screens::tabs::TABS;
use crate::text::Safe;
use crate::widgets::frame::{Footer, FooterKey, Header, Status, StatusWeight};
use crate::widgets::wrap::wrap;
use crate::widgets::{put, row};

impl App {
    /// Draws the whole screen; returns where the text cursor is.
    pub fn view(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        // What is drawn on may already have another size than was told.
        if self.is_too_small() || is_too_small(area.as_size()) {
            let words = self.desk.texts.say("too-small");
            for (number, line) in (0..).zip(wrap(&words, area.width)) {
                let Some(row) = row(area, number) else { break };
                put(buffer, row.x, row.y, row.width, &line, self.desk.looks.plain());
            }
            return None;
        }
        let cx = self.desk.cx();
        self.header().draw(buffer, Rect { height: 1, ..area }, self.desk.looks);
        self.status().draw(buffer, Rect { y: area.y + 1, height: 1, ..area }, self.desk.looks);
        let inner = Rect { y: area.y + 2, height: area.height - FRAME, ..area };
        let cursor = self.top().and_then(|top| top.view(&cx, inner, buffer));
        self.footer(&cx).draw(buffer, area, self.desk.looks);
        cursor
    }

    fn header(&self) -> Header {
        Header {
            name: Safe::own("kuntatutor"),
            tabs: TABS
                .iter()
                .map(|tab| (self.desk.texts.say(&tab.text_id()), self.desk.texts.say(&tab.short_text_id())))
                .collect(),
            current: self.tab,
        }
    }

    /// Which book this is, of which season, where it lies, and whether what was changed is on the disk.
    fn status(&self) -> Status {
        let texts = &self.desk.texts;
        let info = self.desk.book.info();
        let whose = info.map(|info| if info.region.is_empty() { &info.name } else { &info.region });
        let whose = whose.map(|words| Safe::line(words.in_tongue(texts.tongue()))).unwrap_or_default();
        let season = self.desk.season().map(|season| Safe::line(&season.name)).unwrap_or_default();
        let unkept = (Some("state-draft-not-on-disk"), StatusWeight::Warning);
        let (saved, weight) = match () {
            () if self.desk.read_only => (Some("state-read-only"), StatusWeight::Calm),
            () if self.desk.unkept => unkept,
            () => self.pending.state(),
        };
        Status {
            book: whose,
            season,
            place: self.desk.place.origin.clone(),
            saved: saved.map(|id| texts.say(id)).unwrap_or_default(),
            weight,
        }
    }

    /// The key to show for a command: where letters are typed, one that is no letter.
    fn shown_key(&self, command: Command) -> Option<String> {
        let typing = self.is_typing();
        let mut keys = self.desk.keymap.keys(command);
        keys.find(|keys| !typing || keys.chars().count() > 1 && !keys.contains(' '))
            .or_else(|| self.desk.keymap.keys(command).next())
    }

    fn footer(&self, cx: &Cx<'_>) -> Footer {
        let key = |key: &str, text: Safe, command: Command| FooterKey {
            key: self.desk.texts.key(key),
            text,
            can: self.can(cx, command).is_ok(),
        };
        let texts = &self.desk.texts;
        let mut keys: Vec<FooterKey> = Vec::new();
        if self.begun.is_empty() {
            for command in self.top().map(|top| top.footer(cx)).unwrap_or_default() {
                let Some(chords) = self.shown_key(command) else { continue };
                // A group of commands behind one key stands there once; pressed, it shows the rest.
                let (first, text) = match chords.split_once(' ') {
                    Some((first, _)) => (first, texts.say(&format!("keys-{first}"))),
                    None if command == Command::Open => {
                        (chords.as_str(), texts.say(self.top().map_or("", Layer::enter)))
                    }
                    None => {
                        let own = self.top().and_then(|top| top.word(command));
                        (chords.as_str(), texts.short(own.unwrap_or(&command.text_id())))
                    }
                };
                if keys.iter().all(|shown| shown.key != texts.key(first)) {
                    keys.push(key(first, text, command));
                }
            }
        } else {
            let continuations = self.desk.keymap.continuations(&self.begun);
            let word = |command: Command| self.top().and_then(|top| top.word(command)).unwrap_or_default();
            keys.extend(continuations.map(|(rest, command)| {
                let own = word(command);
                let text = if own.is_empty() { texts.short(&command.text_id()) } else { texts.short(own) };
                key(&rest, text, command)
            }));
        }
        Footer { keys, toast: self.toast.clone() }
    }
}
