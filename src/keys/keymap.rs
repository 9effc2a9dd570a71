//! Which keys run which command.

use super::Chord;
use crate::command::{COMMANDS, Command, Entry, Scope};

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
    bindings: Vec<Binding>,
}

/// One row of chords and what it means where.
#[derive(Clone, Debug)]
struct Binding {
    chords: Vec<Chord>,
    command: Command,
    scope: Scope,
}

impl Default for Keymap {
    /// The default keys of the command table.
    fn default() -> Self {
        let rows = COMMANDS.iter().flat_map(|entry| entry.keys.iter().map(move |keys| (keys, entry)));
        let bind = |(keys, entry): (&&str, &Entry)| {
            Some(Binding { chords: parse(keys)?, command: entry.command, scope: entry.scope })
        };
        Self { bindings: rows.filter_map(bind).collect() }
    }
}

impl Keymap {
    /// What these chords mean, pressed one after another where one is.
    pub fn meaning(&self, pressed: &[Chord], here: Scope) -> Meaning {
        let holding = || self.bindings.iter().filter(|binding| binding.scope.holds(here));
        // What a scope says itself comes before what it takes over from another one.
        let own = holding().filter(|binding| binding.scope == here);
        if let Some(binding) = own.chain(holding()).find(|binding| binding.chords == pressed) {
            return Meaning::Command(binding.command);
        }
        let beginning = holding().any(|binding| binding.chords.starts_with(pressed));
        if beginning { Meaning::Beginning } else { Meaning::Nothing }
    }

    /// The keys that run the command, the one to show first.
    pub fn keys(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings.iter().filter(move |binding| binding.command == command).map(|binding| print(&binding.chords))
    }

    /// The commands whose keys begin with these chords, with the key that is still to press.
    pub fn continuations(&self, begun: &[Chord]) -> impl Iterator<Item = (String, Command)> {
        self.bindings.iter().filter_map(move |binding| {
            let rest = binding.chords.strip_prefix(begun)?;
            (!rest.is_empty() && !begun.is_empty()).then(|| (print(rest), binding.command))
        })
    }
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
    use crate::keys::Key;

    #[test]
    fn every_default_key_can_be_read() {
        let rows: usize = COMMANDS.iter().map(|entry| entry.keys.len()).sum();
        assert_eq!(Keymap::default().bindings.len(), rows);
    }

    #[test]
    fn one_key_has_one_meaning() {
        let keymap = Keymap::default();
        // Tab goes on wherever one is, Ctrl-S has what was made kept: each where it stands. Keys that go sideways go
        // to the next tab, or take the side of a pair; Space marks a row, or takes both sides.
        let is_tab = |chords: &[Chord]| {
            let [Chord { key, ctrl, .. }] = chords else { return false };
            let sideways = [Key::Tab, Key::Left, Key::Right, Key::Char('h'), Key::Char('l'), Key::Char(' ')];
            sideways.contains(key) || (*key, *ctrl) == (Key::Char('s'), true)
        };
        for one in &keymap.bindings {
            for other in &keymap.bindings {
                let apart = is_tab(&one.chords) && one.scope != other.scope;
                assert!(
                    one.command == other.command || apart || !other.chords.starts_with(&one.chords),
                    "{} of {:?} and {:?}",
                    print(&one.chords),
                    one.command,
                    other.command
                );
            }
        }
    }

    #[test]
    fn no_default_key_is_out_of_reach_on_a_finnish_keyboard() {
        for Binding { chords, command, .. } in Keymap::default().bindings {
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
    fn tab_completes_in_a_line_goes_on_in_a_form_and_changes_tabs_elsewhere() {
        let keymap = Keymap::default();
        let tab = [Chord::parse("Tab").unwrap()];
        for (here, command) in
            [(Scope::Line, Command::Complete), (Scope::Form, Command::NextField), (Scope::Screen, Command::NextTab)]
        {
            assert_eq!(keymap.meaning(&tab, here), Meaning::Command(command));
        }
        assert_eq!(keymap.meaning(&[Chord::parse("y").unwrap()], Scope::Screen), Meaning::Beginning);
    }
}
