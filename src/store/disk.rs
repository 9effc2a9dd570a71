//! Putting a whole file in the place of another, and telling whether files changed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::domain::Kind;

/// Writes a small private file so that no reader ever sees half of it. It is the program's own state, of
/// which a power cut may cost the last change.
///
/// # Errors
/// The system's; the old file is then as it was.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let temporary = temporary_beside(path);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&temporary)
        .and_then(|mut file: File| file.write_all(content))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // The temporary may not even exist; the first error is the one to tell.
        let _not_there = fs::remove_file(&temporary);
    }
    written
}

/// The most bytes a small file of the program's own may have.
const SMALL_MOST: u64 = 1 << 20;

/// Reads a small text file; nothing where it is not there, no regular file (which could keep one waiting for
/// ever), too large, or no text.
pub fn read_small(path: &Path) -> Option<String> {
    let metadata = path.metadata().ok()?;
    let readable = metadata.is_file() && metadata.len() <= SMALL_MOST;
    readable.then(|| fs::read_to_string(path).ok()).flatten()
}

fn temporary_beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".tmp-{}-{name}", std::process::id()))
}

/// How a file looked when it was read: inode, time of change in nanoseconds, size. Any rename onto it shows.
pub type Stamp = Option<(u64, i64, i64, u64)>;

/// The stamps of a book's files, kind by kind.
pub fn stamps(directory: &Path) -> [Stamp; 12] {
    Kind::ALL.map(|kind| {
        let metadata = directory.join(super::file_name(kind)).metadata().ok()?;
        Some((metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.size()))
    })
}
