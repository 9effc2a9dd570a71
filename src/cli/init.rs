//! `init`: a book of one's own, empty for a region or a copy of the example.

use std::path::Path;

use serde_json::json;

use super::Code;
use super::output::Output;
use crate::store::failure::Failure;
use crate::store::found::{Foundation, found};
use crate::text::{Safe, Texts};

/// How it is asked for.
pub(super) struct Founding<'a> {
    pub(super) directory: &'a Path,
    pub(super) what: &'a Foundation,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

pub(super) fn init(founding: &Founding<'_>, texts: &Texts, output: &mut Output) -> Code {
    let path = Safe::line(&founding.directory.display().to_string());
    let made = if founding.dry_run { Ok(()) } else { found(founding.directory, founding.what) };
    if let Err(failed) = made {
        output.say(&failed.sentence(texts));
        return if let Failure::UnknownRegion(..) = failed.what { Code::Usage } else { Code::Data };
    }
    if founding.json {
        output.json("init", "book", &json!({ "path": path.as_str(), "dry_run": founding.dry_run }));
    } else {
        output.line(&path);
        output.say(&texts.say(if founding.dry_run { "init-would" } else { "init-done" }));
    }
    Code::Ok
}
