//! Owns the reference: the least a ratatui program can be that shows what is typed and a
//! list with a cursor. Never reads data, never does anything cleverly.

use std::io;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyModifiers};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::Style;
use ratatui::widgets::{List, ListState, Paragraph};
use ratatui::{Frame, try_init, try_restore};

/// What its first frame says.
pub(crate) const PAINTED: &str = "typed:";

const ROWS: usize = 100;

struct Bare {
    typed: String,
    list: ListState,
    lists: [Vec<String>; 2],
}

/// Runs until Ctrl-C: letters are shown, arrows move, Tab shows the other list.
///
/// # Errors
/// Whatever the terminal answers.
pub(crate) fn run() -> io::Result<()> {
    let list = |name: &str| (0..ROWS).map(|row| format!("{name} {row}")).collect();
    let mut bare = Bare {
        typed: String::new(),
        list: ListState::default().with_selected(Some(0)),
        lists: [list("person"), list("municipality")],
    };
    let mut terminal = try_init()?;
    loop {
        terminal.draw(|frame| bare.draw(frame))?;
        if !bare.take(&event::read()?) {
            return try_restore();
        }
    }
}

impl Bare {
    fn draw(&mut self, frame: &mut Frame) {
        let rows = [Constraint::Length(1), Constraint::Fill(1)];
        let [line, body] = Layout::vertical(rows).areas(frame.area());
        frame.render_widget(Paragraph::new(format!("{PAINTED} {}", self.typed)), line);
        let [shown, _] = &self.lists;
        let list =
            List::new(shown.iter().map(String::as_str)).highlight_style(Style::new().reversed()).highlight_symbol("> ");
        frame.render_stateful_widget(list, body, &mut self.list);
    }

    /// Whether the program goes on.
    fn take(&mut self, event: &Event) -> bool {
        let Event::Key(key) = event else { return true };
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c') if control => return false,
            KeyCode::Char('u') if control => self.typed.clear(),
            KeyCode::Char(letter) => self.typed.push(letter),
            KeyCode::Down => self.list.select_next(),
            KeyCode::Up => self.list.select_previous(),
            KeyCode::Tab => self.lists.reverse(),
            _ => {}
        }
        true
    }
}
