//! What is done by keys is on the disk, and `u` as often brings back the files byte for byte, also after a restart.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "a book is made in a directory of the test's own")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use kuntatutor::app::input::Input;
use kuntatutor::domain::Kind;
use kuntatutor::effect::Effect;
use kuntatutor::store::changes::history;
use kuntatutor::store::found::{Foundation, found};
use kuntatutor::store::save::save;
use kuntatutor::store::{Source, file_name, load};
use kuntatutor::text::Tongue;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stage::{Stage, size};

/// A directory with a copy of the shipped book, gone with this.
struct Own(PathBuf);

impl Own {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("kuntatutor-taking-back-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let directory = std::env::temp_dir().join(name);
        found(&directory, &Foundation::Example).expect("a book is made");
        Self(directory)
    }

    /// The book's files as they are.
    fn files(&self) -> Vec<(String, String)> {
        let read = |kind: Kind| {
            let name = file_name(kind);
            let text = fs::read_to_string(self.0.join(&name)).unwrap_or_default();
            (name, text)
        };
        Kind::ALL.into_iter().map(read).collect()
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        // What stays lies in the directory for such things.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The program on a book on the disk, as after a start; no two sessions make the same ids.
fn start(directory: &Path, session: u64) -> Stage {
    let mut stage = Stage::prepared(Tongue::Fi, size("100x40"), |start| start.seed = session);
    stage.disk = false;
    stage.load(load(&Source::Directory(directory.to_owned())));
    stage.input(Input::Remembered(history(directory, None)));
    stage
}

/// Plays a script, saving to the disk as the worker does; returns how many groups were saved.
fn play(stage: &mut Stage, directory: &Path, script: &str) -> usize {
    let mut groups = 0;
    for word in script.split(' ') {
        stage.effects.clear();
        stage.play(word);
        for effect in std::mem::take(&mut stage.effects) {
            let Effect::Save { revision, signed } = effect else { continue };
            groups += 1;
            let saved = save(directory, std::slice::from_ref(&signed)).expect("it can be saved");
            stage.input(Input::Saved { revision, saved: Box::new(saved) });
        }
    }
    groups
}

/// What somebody does, as keys. Where no form opens what is typed is keys as well: no `u`, which takes back.
fn deed() -> impl Strategy<Value = String> {
    let list = select(vec![
        "2",
        "3",
        "4",
        "4 v",
        "7",
        ": organisations Enter",
        ": themes Enter",
        ": seasons Enter",
        ": notes Enter",
        ": itse Enter",
    ]);
    let down = (0_usize..20).prop_map(|count| "Down ".repeat(count));
    let tabs = (0_usize..14).prop_map(|count| "Tab ".repeat(count));
    let typed = select(vec!["ä", "tam", "040 123 4567", "6.10.2021", "Vantaa", "9.30", "nimi@posti.fi", "12"]);
    let act = prop_oneof![
        4 => (tabs, typed).prop_map(|(tabs, typed)| format!("e {tabs}{typed} C-s C-s C-s")),
        2 => select(vec![
            "m kirje C-s",
            ". C-u 040 C-s",
            "c ihan C-s",
            "x",
            "d Enter",
            "Space Down Space Down Space d Enter",
            "Space Down Space e Enter ä C-s",
            "n ihan Tab toinen Tab Tab Tab C-s",
            "g Space Down Space . 09 Space 123 C-s",
        ])
        .prop_map(str::to_owned),
    ];
    // Whatever is still open is left.
    (list, down, act).prop_map(|(list, down, act)| format!("{list} {down}{act} Esc Esc Esc Esc 1"))
}

fn differing(one: &[(String, String)], other: &[(String, String)]) -> Vec<String> {
    let pairs = one.iter().zip(other).filter(|(one, other)| one != other);
    pairs
        .map(|((name, one), (_, other))| {
            let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
            format!("{name}: {line:?}, {} and {} bytes", one.len(), other.len())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: (ProptestConfig::default().cases / 32).max(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn as_many_undos_bring_the_files_back(deeds in vec(deed(), 1..7), restarts in any::<bool>()) {
        let own = Own::new();
        let before = own.files();
        let mut stage = start(&own.0, 1);
        let done: usize = deeds.iter().map(|script| play(&mut stage, &own.0, script)).sum();
        let after = own.files();
        if restarts {
            stage = start(&own.0, 2);
        }
        play(&mut stage, &own.0, "2");
        let undone = play(&mut stage, &own.0, &["u"].repeat(done).join(" "));
        prop_assert_eq!(differing(&own.files(), &before), Vec::<String>::new());
        if restarts {
            stage = start(&own.0, 3);
            play(&mut stage, &own.0, "2");
        }
        let redone = play(&mut stage, &own.0, &["C-r"].repeat(done).join(" "));
        prop_assert_eq!(differing(&own.files(), &after), Vec::<String>::new());
        prop_assert_eq!(done, undone);
        prop_assert_eq!(done, redone);
    }
}
