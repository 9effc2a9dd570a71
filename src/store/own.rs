//! Files of the user's own beside the book: the settings, changed line by line, and a text lent to an editor.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::disk::{read_small, temporary_name};
use super::state::write_private;
use crate::settings::with_setting;

/// A private file of the program's own that is gone when this is.
#[derive(Debug)]
pub struct OwnFile(PathBuf);

impl OwnFile {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for OwnFile {
    fn drop(&mut self) {
        // Whoever took it away did what is done here.
        drop(fs::remove_file(&self.0));
    }
}

/// Writes a text for another program into a private file below this directory, which is made where it is not there.
///
/// # Errors
/// The system's.
pub fn own_file(directory: &Path, text: &str) -> io::Result<OwnFile> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    let path = directory.join(format!("{}.txt", temporary_name()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    let own = OwnFile(path);
    file.write_all(text.as_bytes())?;
    Ok(own)
}

/// Reads a whole text file.
///
/// # Errors
/// The system's; [`io::ErrorKind::InvalidData`] where it is no text.
pub fn read_whole(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
}

/// Writes one setting into the settings file; everything else in it stays as it is.
///
/// # Errors
/// The system's; [`io::ErrorKind::InvalidData`] where the file is there and cannot be read.
pub fn write_setting(path: &Path, key: &str, value: &str) -> io::Result<()> {
    let there = path.symlink_metadata().is_ok();
    let text = match read_small(path) {
        Some(text) => text,
        None if there => return Err(io::Error::new(io::ErrorKind::InvalidData, path.display().to_string())),
        None => String::new(),
    };
    write_private(path, with_setting(&text, key, value).as_bytes())
}

/// The directory somebody typed: `~` is the home, and what begins nowhere begins where the program was started.
pub fn directory_typed(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let path = match (typed.strip_prefix("~/"), typed, home) {
        (Some(rest), _, Some(home)) => home.join(rest),
        (None, "~", Some(home)) => home,
        _ => PathBuf::from(typed),
    };
    std::path::absolute(&path).unwrap_or(path)
}
