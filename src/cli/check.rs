//! `check`: whether everything in the book can be read.

use serde_json::json;

use super::output::Output;
use super::{Code, Desk};
use crate::domain::Kind;
use crate::store::Source;
use crate::store::paths::holds_book;
use crate::text::Safe;

pub(super) fn check(desk: &Desk<'_>, output: &mut Output) -> Code {
    let problems = &desk.loaded.problems;
    let lost = problems.iter().filter(|problem| !problem.is_notice()).count();
    if desk.json {
        let entry = |problem: &crate::store::Problem| {
            json!({
                "file": problem.file.as_str(),
                "line": problem.position.map(|position| position.line),
                "column": problem.position.map(|position| position.column),
                "reason": problem.sentence(desk.texts).as_str(),
                "notice": problem.is_notice(),
            })
        };
        output.json("check", "problems", &problems.iter().map(entry).collect());
    } else {
        for problem in problems {
            let (place, sentence) = (problem.place(), problem.sentence(desk.texts));
            output.line(&Safe::line(&format!("{place}: {sentence}")));
        }
    }
    let missing = desk.loaded.book.missing();
    if !desk.json {
        for (link, from) in &missing {
            let places = [("from", desk.showing().title(*from).into()), ("link", Safe::line(&link.to_string()).into())];
            output.line(&desk.texts.tell("check-missing", &places));
        }
    }
    if lost > 0 {
        output.say(&desk.texts.tell("check-problems", &[("count", lost.into())]));
        return Code::Data;
    }
    if !desk.json {
        if let Source::Directory(directory) = desk.source
            && !holds_book(directory)
        {
            let path = Safe::line(&directory.display().to_string());
            output.say(&desk.texts.tell("check-no-book", &[("path", path.into())]));
            return Code::Data;
        }
        let count: usize = Kind::ALL.into_iter().map(|kind| desk.loaded.book.count(kind)).sum();
        let path = match desk.source {
            Source::Example => desk.texts.say("origin-example"),
            Source::Directory(directory) => Safe::line(&directory.display().to_string()),
        };
        output.line(&desk.texts.tell("check-ok", &[("count", count.into()), ("path", path.into())]));
    }
    Code::Ok
}
