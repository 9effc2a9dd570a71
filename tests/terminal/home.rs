//! Owns the private directories a program under test lives in.
//! Never touches the home of whoever runs the tests.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

/// A directory of its own under the system's temporary one, removed with the value.
#[derive(Debug)]
pub(crate) struct Home {
    root: PathBuf,
}

impl Home {
    /// Makes the directory and, in it, `home`, `data`, `config` and `state`.
    ///
    /// # Errors
    /// Whatever the file system answers.
    pub(crate) fn new() -> io::Result<Self> {
        let home = Self { root: unused()? };
        for name in ["home", "data", "config", "state"] {
            fs::create_dir(home.root.join(name))?;
        }
        Ok(home)
    }

    /// The directory that holds all others.
    pub(crate) fn path(&self) -> &Path {
        &self.root
    }

    /// The variables that point a program here.
    pub(crate) fn variables(&self) -> [(&'static str, PathBuf); 4] {
        [
            ("HOME", self.root.join("home")),
            ("XDG_DATA_HOME", self.root.join("data")),
            ("XDG_CONFIG_HOME", self.root.join("config")),
            ("XDG_STATE_HOME", self.root.join("state")),
        ]
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // A left-over directory is no reason to fail a test that has passed.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// Makes the first directory of this process's row of names that is still free.
fn unused() -> io::Result<PathBuf> {
    let mut number = 0_u32;
    loop {
        let root = env::temp_dir().join(format!("kuntatutor-{}-{number}", process::id()));
        match fs::create_dir(&root) {
            Ok(()) => return Ok(root),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}
