//! Where everything of the program lives.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

/// The program's directories. None is made before something is written into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The user's book.
    pub data: PathBuf,
    /// `config.toml`.
    pub config: PathBuf,
    /// What the program remembers by itself: frequent and recent, named filters, the log.
    pub state: PathBuf,
}

impl Paths {
    /// The directories of this user by the system's conventions, or nothing where there is no home.
    pub fn of_user() -> Option<Self> {
        let directories = ProjectDirs::from("", "", "kuntatutor")?;
        Some(Self {
            data: directories.data_dir().to_path_buf(),
            config: directories.config_dir().to_path_buf(),
            state: directories.state_dir().unwrap_or_else(|| directories.data_local_dir()).to_path_buf(),
        })
    }

    /// The settings file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// Frequent and recent records.
    pub fn usage_file(&self) -> PathBuf {
        self.state.join("usage.json")
    }

    /// Named filters.
    pub fn filters_file(&self) -> PathBuf {
        self.state.join("filters.json")
    }

    /// How tables that were brought in were understood.
    pub fn mappings_file(&self) -> PathBuf {
        self.state.join("mappings.json")
    }

    /// The log.
    pub fn log_file(&self) -> PathBuf {
        self.state.join("log")
    }
}

/// What a directory for downloads is called in a home, where the desktop does not say.
const DOWNLOADS: [&str; 5] = ["Lataukset", "Downloads", "Hämtningar", "Hämtade filer", "Nedladdningar"];

/// Where files written for others go unless somebody says otherwise, as one types it: the directory for downloads
/// where there is one, else the home; nothing where there is no home.
pub fn for_downloads() -> Option<String> {
    let directories = UserDirs::new()?;
    let home = directories.home_dir();
    let named = directories.download_dir().map(Path::to_path_buf);
    let downloads = named.into_iter().chain(DOWNLOADS.map(|name| home.join(name))).find(|path| path.is_dir());
    let path = downloads.unwrap_or_else(|| home.to_path_buf());
    match path.strip_prefix(home) {
        Ok(rest) if rest.as_os_str().is_empty() => Some("~".to_owned()),
        Ok(rest) => Some(format!("~/{}", rest.to_str()?)),
        Err(_) => Some(path.to_str()?.to_owned()),
    }
}

/// Whether there is a book in this directory: any file of a kind.
pub fn holds_book(directory: &Path) -> bool {
    crate::domain::Kind::ALL.iter().any(|kind| directory.join(super::file_name(*kind)).symlink_metadata().is_ok())
}
