//! Spreadsheets and lists outside the book, which somebody brings in: where they are, and what is in them.
//!
//! Reads them and never writes there.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::exchange::table::read::{MOST_BYTES, Unreadable, Workbook, pasted, read};
use crate::text::{Safe, Texts};

use super::own::directory_typed;

/// A file that looks like a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFile {
    /// Its path.
    pub path: String,
    /// Its name.
    pub name: Safe,
    /// The directory it is in, as people write it.
    pub place: Safe,
}

/// A table somebody wants to bring in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableSource {
    /// A file, by its path as typed.
    File(String),
    /// Cells that were pasted.
    Pasted(String),
}

/// Why there is nothing to bring in.
#[derive(Debug)]
pub enum NotRead {
    /// There is no such file.
    Missing(String),
    /// The system does not give it.
    System(io::Error),
    /// It is no table, or none that can be read.
    Unreadable(Unreadable),
}

impl NotRead {
    /// What is wrong, and the way out.
    pub fn sentence(&self, texts: &Texts) -> Safe {
        match self {
            Self::Missing(path) => texts.tell("tables-missing", &[("path", Safe::line(path).into())]),
            Self::System(error) => texts.tell("tables-system", &[("words", Safe::line(&error.to_string()).into())]),
            Self::Unreadable(why) => why.sentence(texts),
        }
    }
}

/// The endings of names by which tables are known.
const ENDINGS: [&str; 5] = ["xlsx", "ods", "csv", "tsv", "xlsm"];

/// Directories in the home directory in which people keep what they were sent.
const DIRECTORIES: [&str; 11] = [
    "",
    "Downloads",
    "Lataukset",
    "Hämtningar",
    "Hämtat",
    "Desktop",
    "Työpöytä",
    "Skrivbord",
    "Documents",
    "Asiakirjat",
    "Dokument",
];

/// So many are offered.
const OFFERED: usize = 50;

/// Tables in the usual places, the newest first.
pub fn found_tables() -> Vec<TableFile> {
    let home = std::env::home_dir();
    let here = std::env::current_dir().ok();
    let mut places: Vec<PathBuf> = here.into_iter().collect();
    places.extend(home.iter().flat_map(|home| DIRECTORIES.iter().map(|name| home.join(name))));
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for place in places {
        let Ok(entries) = fs::read_dir(&place) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let Some(changed) = table_changed(&path) else { continue };
            if !found.iter().any(|(_, other)| *other == path) {
                found.push((changed, path));
            }
        }
    }
    found.sort_by(|one, other| other.cmp(one));
    found.truncate(OFFERED);
    found.into_iter().map(|(_, path)| described(&path, home.as_deref())).collect()
}

/// When a file was changed, if it looks like a table; a name that begins with a dot or `~` is another program's.
fn table_changed(path: &Path) -> Option<SystemTime> {
    let name = path.file_name()?.to_str()?;
    let ending = path.extension()?.to_str()?.to_lowercase();
    if name.starts_with(['.', '~']) || !ENDINGS.contains(&ending.as_str()) {
        return None;
    }
    let there = path.metadata().ok().filter(fs::Metadata::is_file)?;
    there.modified().ok()
}

fn described(path: &Path, home: Option<&Path>) -> TableFile {
    let text = |path: &Path| path.display().to_string();
    let directory = path.parent().unwrap_or(Path::new("."));
    let short = home.and_then(|home| directory.strip_prefix(home).ok()).map(|rest| Path::new("~").join(rest));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    TableFile {
        path: text(path),
        name: Safe::line(&name),
        place: Safe::line(text(short.as_deref().unwrap_or(directory)).trim_end_matches('/')),
    }
}

/// What a table is called: its file's name; nothing for pasted cells.
pub fn table_name(source: &TableSource) -> Safe {
    match source {
        TableSource::File(path) => {
            let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
            Safe::line(&name.unwrap_or_default())
        }
        TableSource::Pasted(_) => Safe::default(),
    }
}

/// Reads a table. `watch` is told how many rows there are so far, and may stop it.
///
/// # Errors
/// Says why there is nothing to bring in.
pub fn read_table(source: &TableSource, watch: &mut dyn FnMut(usize) -> bool) -> Result<Workbook, NotRead> {
    match source {
        TableSource::Pasted(text) => pasted(text).map_err(NotRead::Unreadable),
        TableSource::File(path) => {
            let bytes = bytes_of(path)?;
            read(&bytes, watch).map_err(NotRead::Unreadable)
        }
    }
}

fn bytes_of(typed: &str) -> Result<Vec<u8>, NotRead> {
    let path = directory_typed(typed);
    let missing = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => NotRead::Missing(path.display().to_string()),
        _ => NotRead::System(error),
    };
    // A directory, or a pipe that would keep one waiting for ever, is no table.
    if !path.metadata().map_err(missing)?.is_file() {
        return Err(NotRead::Unreadable(Unreadable::Binary));
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(&path).map_err(missing)?.take(most).read_to_end(&mut bytes).map_err(NotRead::System)?;
    Ok(bytes)
}
