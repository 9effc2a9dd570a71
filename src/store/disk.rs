//! The file system as saving uses it, one method a call, and telling whether files changed.
//!
//! Owns how a file or directory is made private whatever the umask says, and that no link is followed. It knows
//! neither records nor the order in which a save does things.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::domain::Kind;

/// What others than owner and group may do with the program's files: nothing.
const NOT_OTHERS: u32 = 0o770;

const SETGID: u32 = 0o2000;

/// One call to the file system, named for those who make it fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// A file is looked at or read whole.
    Read,
    /// A new file is made.
    Create,
    /// A file that may be there is opened to write at its end.
    Open,
    /// A file's or directory's mode is set.
    Mode,
    /// Bytes are written.
    Write,
    /// A file is brought to the disk.
    Sync,
    /// A file is cut to a length.
    Cut,
    /// A file takes another's place.
    Rename,
    /// A file's name is taken away.
    Remove,
    /// A file gets a second name.
    Link,
    /// A directory is made.
    MakeDirectory,
    /// A directory's names are brought to the disk.
    SyncDirectory,
}

/// The file system. Tests put one in its place that fails, or goes dead, at a call of their choice.
pub trait Disk {
    /// Is asked before each call.
    ///
    /// # Errors
    /// What the call is to fail with.
    fn before(&self, call: Call) -> io::Result<()>;

    /// The whole of a regular file of at most `most` bytes; nothing where there is none.
    ///
    /// # Errors
    /// The system's; [`io::ErrorKind::InvalidInput`] for a link or anything else that is no regular file, and
    /// [`io::ErrorKind::FileTooLarge`].
    fn read(&self, path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
        self.before(Call::Read)?;
        let Some(file) = open_regular(path, OpenOptions::new().read(true))? else { return Ok(None) };
        let length = file.metadata()?.len();
        if length > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut content = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
        file.take(most + 1).read_to_end(&mut content)?;
        Ok(Some(content))
    }

    /// A new file that nobody else may read before it has its mode.
    ///
    /// # Errors
    /// The system's; one that is there is an error.
    fn create(&self, path: &Path, mode: u32) -> io::Result<File> {
        self.before(Call::Create)?;
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)?;
        self.before(Call::Mode)?;
        file.set_permissions(Permissions::from_mode(mode))?;
        Ok(file)
    }

    /// A file that is there, to read and to write at its end.
    ///
    /// # Errors
    /// The system's; no regular file is one.
    fn open(&self, path: &Path) -> io::Result<File> {
        self.before(Call::Open)?;
        open_regular(path, OpenOptions::new().read(true).append(true))?.ok_or(io::ErrorKind::NotFound.into())
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// The system's; some of it may then be written.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.before(Call::Write)?;
        file.write_all(bytes)
    }

    /// Brings a file to the disk.
    ///
    /// # Errors
    /// The system's, which is final: what was written may be lost and a second try would not tell.
    fn sync(&self, file: &File) -> io::Result<()> {
        self.before(Call::Sync)?;
        file.sync_all()
    }

    /// Cuts a file to this length.
    ///
    /// # Errors
    /// The system's.
    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        self.before(Call::Cut)?;
        file.set_len(length)
    }

    /// Gives a file or directory another's place.
    ///
    /// # Errors
    /// The system's.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.before(Call::Rename)?;
        fs::rename(from, to)
    }

    /// Takes a file's name away.
    ///
    /// # Errors
    /// The system's.
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.before(Call::Remove)?;
        fs::remove_file(path)
    }

    /// Takes an empty directory away.
    ///
    /// # Errors
    /// The system's.
    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.before(Call::Remove)?;
        fs::remove_dir(path)
    }

    /// Gives a file a second name.
    ///
    /// # Errors
    /// The system's.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.before(Call::Link)?;
        fs::hard_link(from, to)
    }

    /// Makes a directory, private or shared as the one it stands in, and brings its name to the disk.
    ///
    /// # Errors
    /// The system's; one that is there is an error.
    fn make_directory(&self, path: &Path) -> io::Result<()> {
        let parent = parent(path);
        let mode = if is_shared(parent) { SETGID | 0o770 } else { 0o700 };
        self.before(Call::MakeDirectory)?;
        DirBuilder::new().mode(0o700).create(path)?;
        self.before(Call::Mode)?;
        fs::set_permissions(path, Permissions::from_mode(mode))?;
        self.sync_directory(parent)
    }

    /// Brings a directory's names to the disk.
    ///
    /// # Errors
    /// The system's.
    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        self.before(Call::SyncDirectory)?;
        File::open(path)?.sync_all()
    }
}

/// The file system as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Real;

impl Disk for Real {
    fn before(&self, _: Call) -> io::Result<()> {
        Ok(())
    }
}

/// The metadata of a regular file; nothing where there is none.
///
/// # Errors
/// The system's; whatever else is there, a link too, is one.
pub(super) fn regular(path: &Path) -> io::Result<Option<fs::Metadata>> {
    match path.symlink_metadata() {
        Ok(there) if there.is_file() => Ok(Some(there)),
        Ok(_) => Err(not_regular()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// How often a file is looked at again that was replaced while it was opened.
const LOOKS: usize = 9;

/// Opens a regular file and no link, even one that is put there in this moment; nothing where there is none.
fn open_regular(path: &Path, options: &OpenOptions) -> io::Result<Option<File>> {
    for _ in 0..LOOKS {
        let Some(there) = regular(path)? else { return Ok(None) };
        let file = options.open(path)?;
        let opened = file.metadata()?;
        if (opened.dev(), opened.ino()) == (there.dev(), there.ino()) {
            return Ok(Some(file));
        }
    }
    Err(not_regular())
}

/// Whether there is a directory.
///
/// # Errors
/// The system's; whatever else is there, a link too, is one.
pub(super) fn is_directory(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(there) if there.is_dir() => Ok(true),
        Ok(_) => Err(not_regular()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn not_regular() -> io::Error {
    io::ErrorKind::InvalidInput.into()
}

/// The directory something stands in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a directory is a group's: what is made in it belongs to the group.
fn is_shared(directory: &Path) -> bool {
    directory.metadata().is_ok_and(|there| there.mode() & SETGID != 0)
}

/// The mode of a file in the place of this one: as the old one has it, but never open to others.
pub(super) fn mode_for(path: &Path) -> u32 {
    match path.symlink_metadata() {
        Ok(old) if old.is_file() => old.mode() & NOT_OTHERS,
        _ if is_shared(parent(path)) => 0o660,
        _ => 0o600,
    }
}

/// The name of a temporary file: whose it is, and what no other is called.
pub(super) fn temporary_name() -> String {
    format!("{TEMPORARY}{}-{:016x}", std::process::id(), random())
}

/// How the names of temporary files begin.
pub(super) const TEMPORARY: &str = ".tmp-";

/// A number nobody else has.
pub(super) fn random() -> u64 {
    // The one source of chance in the standard library: the keys of a hash map differ from map to map.
    std::hash::RandomState::new().build_hasher().finish()
}

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
