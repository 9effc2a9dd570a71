//! Owns copies of the shipped book that a test may change or spoil.
//! Never touches the shipped book itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use crate::home::Home;
use crate::program::{Answered, NOW, answer_at, kuntatutor};
use crate::pty::{Options, Terminal};

/// A copy of the shipped book in a home of its own.
#[derive(Debug)]
pub(crate) struct Book {
    home: Arc<Home>,
    directory: PathBuf,
}

impl Book {
    /// A fresh copy.
    pub(crate) fn copy() -> Self {
        let home = Arc::new(Home::new().expect("a home"));
        let directory = home.path().join("book");
        fs::create_dir(&directory).expect("a directory");
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/uusimaa");
        for entry in fs::read_dir(shipped).expect("the shipped book") {
            let file = entry.expect("a file").path();
            fs::copy(&file, directory.join(file.file_name().expect("a name"))).expect("a copy");
        }
        Self { home, directory }
    }

    /// Its home: everything the program may write is in there.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &str {
        self.directory.to_str().expect("UTF-8")
    }

    /// One of its files.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    /// The text of one of its files.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).expect("a file")
    }

    /// Puts other content in the place of a file, as editors do: whole and by a rename.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let beside = self.home.path().join("written");
        fs::write(&beside, content).expect("a file");
        fs::rename(&beside, self.file(name)).expect("a rename");
    }

    /// Changes the first place in a file that says `from`.
    #[track_caller]
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} does not say {from:?}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// A fresh copy of which the settings say who uses it, so that nobody is asked.
    pub(crate) fn copy_of(me: &str) -> Self {
        let book = Self::copy();
        book.sign(me);
        book
    }

    /// The same book as somebody else opens it, from a home of their own.
    pub(crate) fn beside(&self, me: &str) -> Self {
        let home = Arc::new(Home::new().expect("a home"));
        let other = Self { home, directory: self.directory.clone() };
        other.sign(me);
        other
    }

    /// Says in the settings who uses it: an id, or nothing for somebody who would rather not say.
    pub(crate) fn sign(&self, me: &str) {
        let config = self.home().join("config/kuntatutor");
        fs::create_dir_all(&config).expect("a directory");
        fs::write(config.join("config.toml"), format!("me = \"{me}\"\n")).expect("a file");
    }

    /// Opens it on a terminal.
    #[track_caller]
    pub(crate) fn open(&self) -> Terminal {
        self.open_on((80, 24), &[NOW])
    }

    /// Opens it on a terminal of this size, with these variables.
    #[track_caller]
    pub(crate) fn open_on(&self, size: (u16, u16), env: &[(&str, &str)]) -> Terminal {
        let home = Some(Arc::clone(&self.home));
        let options = Options { args: &["--data", self.path()], home, size, env, ..kuntatutor() };
        Terminal::open(options)
    }

    /// Where the program keeps what was typed into forms.
    pub(crate) fn drafts(&self) -> PathBuf {
        self.home().join("state/kuntatutor/drafts")
    }

    /// One of its files as JSON.
    #[track_caller]
    pub(crate) fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).expect("JSON")
    }

    /// The stored record of a file that has this text in this field.
    #[track_caller]
    pub(crate) fn stored(&self, name: &str, field: &str, text: &str) -> Option<Value> {
        let file = self.json(name);
        let mut records = file["records"].as_array().expect("records").iter();
        records.find(|record| record[field] == text).cloned()
    }

    /// Asks it something without a terminal.
    pub(crate) fn answer(&self, arguments: &[&str]) -> Answered {
        let arguments: Vec<&str> = ["--data", self.path()].iter().chain(arguments).copied().collect();
        answer_at(&self.home, &[], &arguments)
    }

    /// The same with further variables.
    pub(crate) fn answer_in(&self, env: &[(&str, &str)], arguments: &[&str]) -> Answered {
        let arguments: Vec<&str> = ["--data", self.path()].iter().chain(arguments).copied().collect();
        answer_at(&self.home, env, &arguments)
    }
}
