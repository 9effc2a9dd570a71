//! Papers on the command line: `signing-list`, `day-sheet`, in the format asked for, onto stdout or into a file.

use serde_json::{Value, json};

use super::export::refuse;
use super::output::Output;
use super::show::shown_one_of;
use super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::{Id, Kind};
use crate::exchange::document::format::Format;
use crate::exchange::document::{Bar, Depth, Document, Part, Table};
use crate::report::{Paper, Written};
use crate::store::export::{self, Existing};
use crate::text::Safe;

/// Where a document goes and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Out {
    /// The format; where none was named it is that of the file's name, else text.
    pub(super) format: Option<Format>,
    /// The file as typed; stdout where there is none.
    pub(super) file: Option<String>,
    pub(super) existing: Existing,
}

/// Which paper of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfSession {
    Signing,
    Day,
}

/// A paper of a session that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SessionPaper {
    pub(super) which: OfSession,
    /// The session, by its id or in words.
    pub(super) session: String,
    pub(super) out: Out,
}

pub(super) fn of_session(desk: &Desk<'_>, asked: &SessionPaper, output: &mut Output) -> Code {
    let session = match shown_one_of(desk, &[Kind::Session], &asked.session, output) {
        Ok(record) => record.link().id,
        Err(code) => return code,
    };
    let (command, paper): (_, fn(Id) -> Paper) = match asked.which {
        OfSession::Signing => ("signing-list", Paper::Signing),
        OfSession::Day => ("day-sheet", Paper::Day),
    };
    put_paper(desk, desk.showing(), command, &paper(session), &asked.out, output)
}

/// Writes a paper and puts it out.
pub(super) fn put_paper(
    desk: &Desk<'_>,
    showing: Showing<'_>,
    command: &str,
    paper: &Paper,
    out: &Out,
    output: &mut Output,
) -> Code {
    match paper.write(showing) {
        Some(written) => put_out(desk, command, &written, out, output),
        None => Code::Nothing,
    }
}

/// Puts a document out: onto stdout in its format or as JSON, or into a file, whose path is then told on stderr.
pub(super) fn put_out(desk: &Desk<'_>, command: &str, written: &Written, out: &Out, output: &mut Output) -> Code {
    let named = out.file.as_deref().and_then(Format::of_file);
    if let (None, None, Some(file)) = (out.format, named, &out.file)
        && has_ending(file)
    {
        output.say(&desk.texts.tell("error-paper-ending", &[("file", Safe::line(file).into())]));
        return Code::Usage;
    }
    let format = out.format.or(named).unwrap_or(Format::Text);
    let to_file = out.file.is_some();
    if desk.json && !to_file {
        output.json(command, "document", &as_json(&written.document));
        return Code::Ok;
    }
    let content = match format.write(&written.document, written.sheet.as_ref(), desk.showing().today) {
        Ok(content) => content,
        Err(unwritable) => {
            output.say(&unwritable.sentence(desk.texts));
            return Code::Data;
        }
    };
    let Some(file) = &out.file else {
        output.table(&content);
        return Code::Ok;
    };
    let put = if desk.dry_run {
        export::place_typed(file, out.existing)
    } else {
        export::write(file, &content, out.existing)
    };
    match put {
        Ok(path) => {
            let path = Safe::line(&path.display().to_string());
            if desk.json {
                let told = json!({ "path": path.as_str(), "format": format.name(), "dry_run": desk.dry_run });
                output.json(command, "file", &told);
            }
            let id = if desk.dry_run { "paper-would" } else { "paper-written" };
            output.say(&desk.texts.tell(id, &[("path", path.into())]));
            Code::Ok
        }
        Err(not_written) => refuse(desk, &not_written, output),
    }
}

/// Whether a file's name ends as those of some program do: what one typed then was to be that program's.
fn has_ending(file: &str) -> bool {
    /// Letters of an ending at most.
    const MOST: usize = 5;
    let name = file.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    (1..=MOST).contains(&ending.len())
        && ending.chars().all(|letter| letter.is_ascii_alphanumeric())
        && ending.chars().any(|letter| letter.is_ascii_alphabetic())
}

/// The document as JSON: its parts in order, each with what kind it is.
fn as_json(document: &Document) -> Value {
    let under: Vec<&str> = document.under.iter().map(Safe::as_str).collect();
    let parts: Vec<Value> = document.parts.iter().map(part).collect();
    json!({
        "language": document.tongue.key(),
        "title": document.title.as_str(),
        "under": under,
        "parts": parts,
    })
}

fn part(part: &Part) -> Value {
    match part {
        Part::Heading(depth, text) => {
            let level = if *depth == Depth::Section { 2 } else { 3 };
            json!({ "part": "heading", "level": level, "text": text.as_str() })
        }
        Part::Words(text) => json!({ "part": "words", "text": text.as_str() }),
        Part::List(items) => json!({ "part": "list", "items": texts(items) }),
        Part::Facts(facts) => {
            let fact = |(term, text): &(Safe, Safe)| json!({ "term": term.as_str(), "text": text.as_str() });
            json!({ "part": "facts", "facts": facts.iter().map(fact).collect::<Vec<_>>() })
        }
        Part::Table(Table { caption, head, rows }) => {
            let head: Vec<&str> = head.iter().map(|head| head.text.as_str()).collect();
            let rows: Vec<Value> = rows.iter().map(|row| texts(row)).collect();
            json!({ "part": "table", "caption": caption.as_str(), "head": head, "rows": rows })
        }
        Part::Chart(chart) => {
            let bar =
                |bar: &Bar| json!({ "label": bar.label.as_str(), "value": bar.value, "shown": bar.shown.as_str() });
            let bars: Vec<Value> = chart.bars.iter().map(bar).collect();
            json!({ "part": "chart", "caption": chart.caption.as_str(), "told": chart.told.as_str(), "bars": bars })
        }
        Part::Quote { words, from } => json!({ "part": "quote", "text": words.as_str(), "from": from.as_str() }),
    }
}

fn texts(texts: &[Safe]) -> Value {
    texts.iter().map(Safe::as_str).collect()
}
