//! Which keys run which command.

use super::Chord;
use crate::command::{COMMANDS, Command};

/// What a row of chords means so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Runs this.
    Command(Command),
    /// Is the beginning of longer ones.
    Beginning,
    /// Nothing.
    Nothing,
}

/// The key map.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<(Vec<Chord>, Command)>,
}

impl Default for Keymap {
    /// The default keys of the command table.
    fn default() -> Self {
        let bind = |(keys, command): (&&str, Command)| Some((parse(keys)?, command));
        let rows = COMMANDS.iter().flat_map(|entry| entry.keys.iter().map(|keys| (keys, entry.command)));
        Self { bindings: rows.filter_map(bind).collect() }
    }
}

impl Keymap {
    /// What these chords mean, pressed one after another.
    pub fn meaning(&self, chords: &[Chord], typing: Typing) -> Meaning {
        let mut beginning = false;
        for (bound, command) in &self.bindings {
            // Tab has two meanings by design: in a line of text it completes.
            let competes = tab(bound) && (*command == Command::Complete) != (typing == Typing::Line);
            if bound == chords && !competes {
                return Meaning::Command(*command);
            }
            beginning |= bound.starts_with(chords);
        }
        if beginning { Meaning::Beginning } else { Meaning::Nothing }
    }

    /// The keys that run the command, the one to show first.
    pub fn keys(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings.iter().filter(move |(_, bound)| *bound == command).map(|(chords, _)| print(chords))
    }

    /// The commands whose keys begin with these chords, with the key that is still to press.
    pub fn continuations(&self, begun: &[Chord]) -> impl Iterator<Item = (String, Command)> {
        self.bindings.iter().filter_map(move |(chords, command)| {
            let rest = chords.strip_prefix(begun)?;
            (!rest.is_empty() && !begun.is_empty()).then(|| (print(rest), *command))
        })
    }
}

/// Whether letters go into a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// They are keys.
    No,
    /// They are text.
    Line,
}

fn tab(chords: &[Chord]) -> bool {
    matches!(chords, [Chord { key: super::Key::Tab, ctrl: false, alt: false, shift: false }])
}

fn parse(keys: &str) -> Option<Vec<Chord>> {
    keys.split(' ').map(Chord::parse).collect()
}

fn print(chords: &[Chord]) -> String {
    chords.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_key_can_be_read() {
        let rows: usize = COMMANDS.iter().map(|entry| entry.keys.len()).sum();
        assert_eq!(Keymap::default().bindings.len(), rows);
    }

    #[test]
    fn one_key_has_one_meaning() {
        let keymap = Keymap::default();
        for (chords, command) in &keymap.bindings {
            for (others, other) in &keymap.bindings {
                let completes = [command, other].contains(&&Command::Complete);
                assert!(
                    command == other || completes || !others.starts_with(chords),
                    "{} of {command:?} and {other:?}",
                    print(chords)
                );
            }
        }
    }

    #[test]
    fn no_default_key_is_out_of_reach_on_a_finnish_keyboard() {
        for (chords, command) in Keymap::default().bindings {
            assert!(!chords.iter().any(|chord| "[]{}\\~^`@$|".contains(chord.letter().unwrap_or('a'))), "{command:?}");
        }
    }

    #[test]
    fn what_needs_shift_on_a_finnish_keyboard_has_a_second_key() {
        for entry in COMMANDS {
            let shifted =
                |keys: &&&str| keys.chars().any(|letter| "?:/*;=!\"#%&()GK".contains(letter)) && keys.len() == 1;
            let all = entry.keys.iter().filter(shifted).count();
            assert!(all == 0 || all < entry.keys.len(), "{}", entry.name);
        }
    }

    #[test]
    fn tab_completes_in_a_line_and_changes_tabs_elsewhere() {
        let keymap = Keymap::default();
        let tab = [Chord::parse("Tab").unwrap()];
        assert_eq!(keymap.meaning(&tab, Typing::Line), Meaning::Command(Command::Complete));
        assert_eq!(keymap.meaning(&tab, Typing::No), Meaning::Command(Command::NextTab));
        assert_eq!(keymap.meaning(&[Chord::parse("y").unwrap()], Typing::No), Meaning::Beginning);
    }
}
