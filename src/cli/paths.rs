//! `paths`: where everything lives, there or not.

use serde_json::json;

use super::output::Output;
use super::{Code, Desk};
use crate::store::Source;
use crate::text::Safe;

pub(super) fn paths(desk: &Desk<'_>, output: &mut Output) -> Code {
    let path = |path: &std::path::Path| Safe::line(&path.display().to_string());
    let book = match desk.source {
        Source::Example => desk.texts.say("origin-example"),
        Source::Directory(directory) => path(directory),
    };
    let mut rows = vec![("book", "paths-book", book)];
    match desk.paths {
        Some(paths) => rows.extend([
            ("own_book", "paths-own-book", path(&paths.data)),
            ("settings", "paths-settings", path(&paths.config_file())),
            ("usage", "paths-usage", path(&paths.usage_file())),
            ("filters", "paths-filters", path(&paths.filters_file())),
            ("mappings", "paths-mappings", path(&paths.mappings_file())),
            ("log", "paths-log", path(&paths.log_file())),
        ]),
        None => output.say(&desk.texts.say("error-no-home")),
    }
    if desk.json {
        let entries = rows.iter().map(|(key, _, path)| ((*key).to_owned(), json!(path.as_str())));
        output.json("paths", "paths", &entries.collect::<serde_json::Map<_, _>>().into());
    } else {
        let rows: Vec<_> = rows.into_iter().map(|(_, id, path)| vec![desk.texts.say(id), path]).collect();
        output.rows(&rows);
    }
    Code::Ok
}
