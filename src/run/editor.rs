//! The user's own editor on a long text, in a private file that is gone afterwards.

use std::io;
use std::path::Path;
use std::process::Command;

use crate::store::own::{own_file, read_whole};
use crate::text::{Safe, Texts};

/// Opens the text in `$VISUAL` or `$EDITOR` and gives it back as it was left.
///
/// # Errors
/// A sentence: there is no editor, or it did not end well; the text is then as it was.
pub(super) fn edit(texts: &Texts, state: &Path, text: &str) -> Result<String, Safe> {
    let failed = |error: &io::Error| Safe::line(&error.to_string());
    let editor =
        ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let editor = editor.unwrap_or_else(|| "nano".to_owned());
    let mut words = editor.split_whitespace();
    let Some(program) = words.next() else { return Err(texts.say("editor-none")) };
    let file = own_file(state, text).map_err(|error| failed(&error))?;
    let ended = Command::new(program).args(words).arg(file.path()).status();
    match ended {
        Ok(status) if status.success() => read_whole(file.path()).map_err(|error| failed(&error)),
        Ok(_) => Err(texts.tell("editor-ended", &[("editor", Safe::line(program).into())])),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(texts.tell("editor-missing", &[("editor", Safe::line(program).into())]))
        }
        Err(error) => Err(failed(&error)),
    }
}
