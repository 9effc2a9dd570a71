//! The house's own rules, read from its source: which room may use which, and which crates and which parts of
//! the standard library each may touch. Tests inside the rooms are free, as a test may stand on anything.
#![expect(clippy::disallowed_methods, reason = "the source is read from the disk")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::indexing_slicing, clippy::string_slice, reason = "the scanner cuts at places it has found")]

use std::fs;
use std::path::{Path, PathBuf};

/// Crates and modules with the rooms or files that may use them. Whatever begins so is meant.
const RESERVED: &[(&[&str], &[&str])] = &[
    (&["ratatui"], &["widgets", "layer", "screens", "dialogs", "app", "run"]),
    (&["crossterm"], &["run"]),
    (&["signal_hook"], &["run"]),
    (&["rustix"], &["run"]),
    (&["clap"], &["cli"]),
    (&["fuzzy_matcher"], &["find/rank.rs"]),
    (&["fluent_bundle"], &["text"]),
    (&["directories"], &["store"]),
    (&["csv"], &["exchange/table/delimited.rs"]),
    (&["encoding_rs"], &["exchange/table/encoding.rs"]),
    (&["quick_xml"], &["exchange"]),
    (&["rust_xlsxwriter"], &["exchange/table/write/xlsx.rs"]),
    (&["zip", "ZipArchive"], &["exchange/table/workbook/package.rs"]),
    (&["zip", "read"], &["exchange/table/workbook/package.rs"]),
    (&["std", "fs"], &["run", "cli", "store"]),
    (&["std", "env"], &["run", "cli", "store", "main"]),
    (&["std", "thread"], &["run", "cli", "store", "find"]),
    (&["std", "time", "Instant"], &["run", "cli", "store"]),
    (&["std", "time", "SystemTime"], &["run", "cli", "store"]),
    (&["jiff", "Timestamp"], &["run", "cli", "store"]),
    (&["jiff", "Zoned"], &["run", "cli", "store"]),
    (&["std", "net"], &[]),
    (&["std", "os", "unix", "net"], &[]),
    // Widgets are given plain data: they never look into the book themselves.
    (
        &["crate", "book"],
        &[
            "app", "cards", "cli", "dialogs", "entry", "exchange", "find", "form", "history", "import", "layer",
            "merge", "planning", "report", "run", "screens", "store",
        ],
    ),
];

#[test]
fn every_room_uses_only_rooms_to_its_right() {
    let order = order();
    let complaints: Vec<String> = sources().iter().flat_map(|source| out_of_order(source, &order)).collect();
    assert!(complaints.is_empty(), "against the order in src/lib.rs:\n{}", complaints.join("\n"));
}

#[test]
fn crates_and_the_outside_world_are_used_where_they_belong() {
    let complaints: Vec<String> = sources().iter().flat_map(out_of_place).collect();
    assert!(complaints.is_empty(), "only these may: {RESERVED:#?}\n{}", complaints.join("\n"));
}

#[test]
fn every_room_has_a_place_in_the_order_and_a_module_says_what_it_is() {
    let order = order();
    for source in sources() {
        assert!(source.name == "lib.rs" || order.contains(&source.room), "{} is in no room of lib.rs", source.name);
        assert!(source.raw.starts_with("//! "), "{} does not say what it is", source.name);
        assert!(!source.name.ends_with("/mod.rs"), "{}", source.name);
        for word in ["utils", "util", "helpers", "helper", "manager", "handler", "common", "misc"] {
            assert!(!source.name.trim_end_matches(".rs").split('/').any(|part| part == word), "{}", source.name);
        }
    }
    for room in order.iter().filter(|room| *room != "main") {
        assert!(sources().iter().any(|source| source.room == *room), "{room} is in the order and not in src");
    }
}

#[test]
fn the_guards_see_what_they_are_for() {
    let order = order();
    for (name, code, complaints) in [
        ("find/x.rs", "use crate::app::App;", 1),
        ("find/x.rs", "use crate::{text::Safe, screens::{list, tabs}};", 2),
        ("find.rs", "use super::app::App;", 1),
        ("find/x.rs", "use super::super::app::App; use super::index::Index;", 1),
        ("find/x.rs", "use super::{index::Index, super::app::App};", 1),
        ("find/x.rs", "fn f() -> crate::layer::Cx { todo() }", 1),
        ("find/x.rs", "macro_rules! m { () => { $crate::app::App } }", 1),
        ("find/x.rs", "// use crate::app::App;\n/* crate::app */ const A: &str = \"crate::app::App\";", 0),
        ("find/x.rs", "use crate::find::index::Index; use crate::text::Safe;", 0),
        ("find/x.rs", "use crate::text::Safe;\n#[cfg(test)]\nmod tests { use crate::app::App; }", 0),
        ("main.rs", "use kuntatutor::run;", 0),
    ] {
        assert_eq!(out_of_order(&Source::new(name, code), &order).len(), complaints, "{name}: {code}");
    }
    for (name, code, complaints) in [
        ("find/x.rs", "use fuzzy_matcher::skim::SkimMatcherV2;", 1),
        ("find/rank.rs", "use fuzzy_matcher::skim::SkimMatcherV2;", 0),
        ("domain/x.rs", "use std::{fs::File, io};", 1),
        ("domain/x.rs", "use std::time::{Duration, Instant};", 1),
        ("domain/x.rs", "fn f() { std::env::var(\"HOME\"); ::std::fs::read(\"x\"); }", 2),
        ("cards/x.rs", "use ratatui::style::Style;", 1),
        ("widgets/x.rs", "use crate::book::Book; use ratatui::style::Style;", 1),
        ("run/x.rs", "use crossterm::event::Event; use std::thread;", 0),
        ("domain/x.rs", "let letter = 'a'; let quote = '\"'; use std::fs; let other = '\"';", 1),
        ("domain/x.rs", "let raw = r#\"use std::fs; \"quoted\" \"#; fn f<'a>(x: &'a str) {}", 0),
    ] {
        assert_eq!(out_of_place(&Source::new(name, code)).len(), complaints, "{name}: {code}");
    }
}

/// A file of the program.
struct Source {
    /// Its path below `src`.
    name: String,
    /// The module right under the crate that it belongs to.
    room: String,
    raw: String,
    /// Every path its code names outside its tests, groups taken apart.
    paths: Vec<Vec<String>>,
}

impl Source {
    fn new(name: &str, raw: &str) -> Self {
        let room = name.split('/').next().unwrap_or(name).trim_end_matches(".rs").to_owned();
        let code = raw.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let tokens = tokens(code);
        Self { name: name.to_owned(), room, raw: raw.to_owned(), paths: all_paths(&tokens) }
    }

    /// How many `super` lead out of the room.
    fn depth(&self) -> usize {
        self.name.split('/').count()
    }
}

/// The order as the doc of `src/lib.rs` draws it.
fn order() -> Vec<String> {
    let doc = fs::read_to_string(folder().join("lib.rs")).unwrap().replace("//! ", "").replace('\n', " ");
    let start = doc.find("`main →").expect("lib.rs draws the order of the rooms as `main → run → …`") + 1;
    let drawn = doc[start..].split('`').next().unwrap_or_default();
    drawn.split('→').map(|room| room.trim().to_owned()).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    let mut folders = vec![folder()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder()).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                sources.push(Source::new(&name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(sources.len() > 20, "the source was not found");
    sources
}

fn out_of_order(source: &Source, order: &[String]) -> Vec<String> {
    let place = |room: &str| order.iter().position(|other| other == room);
    let own = place(&source.room);
    let used = source.paths.iter().filter_map(|path| {
        let supers = path.iter().take_while(|part| *part == "super").count();
        let room = match path.first()?.as_str() {
            "crate" => path.get(1)?,
            "kuntatutor" if source.room == "main" => path.get(1)?,
            "super" if supers >= source.depth() => path.get(supers)?,
            _ => return None,
        };
        let right = source.name == "lib.rs" || *room == source.room || place(room) > own;
        (!right).then(|| format!("{}: {}", source.name, path.join("::")))
    });
    used.collect()
}

fn out_of_place(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for path in &source.paths {
        for (reserved, allowed) in RESERVED {
            let begins = path.len() >= reserved.len() && path.iter().zip(*reserved).all(|(one, other)| one == other);
            let here = allowed.contains(&source.room.as_str()) || allowed.contains(&source.name.as_str());
            let own = reserved.first() == Some(&"crate") && reserved.get(1) == Some(&source.room.as_str());
            if begins && !here && !own {
                complaints.push(format!("{}: {}", source.name, path.join("::")));
            }
        }
    }
    complaints
}

/// Every path in the code. A group gives one path for each of its members.
fn all_paths(tokens: &[String]) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_name(&tokens[at]) {
            at = path(tokens, at, &[], &mut paths);
        } else {
            at += 1;
        }
    }
    paths
}

/// Reads the path that begins at a name, its groups too; returns the place behind it.
fn path(tokens: &[String], start: usize, head: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let token = |at: usize| tokens.get(at).map_or("", String::as_str);
    let mut whole = head.to_vec();
    let mut at = start;
    loop {
        if !is_name(token(at)) {
            break;
        }
        whole.push(token(at).to_owned());
        at += 1;
        if token(at) != "::" {
            break;
        }
        at += 1;
        if token(at) == "{" {
            at += 1;
            while at < tokens.len() && token(at) != "}" {
                at = if is_name(token(at)) { path(tokens, at, &whole, paths) } else { at + 1 };
            }
            return at + 1;
        }
    }
    paths.push(whole);
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// Names, `::` and single signs; comments, strings and characters are left out.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(raw) = raw_string(rest) {
            raw
        } else if first == '"' {
            string(rest)
        } else if first == '\'' {
            character(rest)
        } else if first.is_alphabetic() || first == '_' {
            let name = |letter: char| letter.is_alphanumeric() || letter == '_';
            let end = rest.find(|letter| !name(letter)).unwrap_or(rest.len());
            tokens.push(rest[..end].to_owned());
            end
        } else {
            let sign = if rest.starts_with("::") { "::" } else { &rest[..first.len_utf8()] };
            if !first.is_whitespace() {
                tokens.push(sign.to_owned());
            }
            sign.len()
        };
        rest = &rest[taken..];
    }
    tokens
}

/// The length of the raw string that begins here, if one does.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let end = body.find(&format!("\"{}", "#".repeat(hashes)))?;
    Some(rest.len() - body.len() + end + 1 + hashes)
}

fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character, or the tick of a lifetime.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((at, _))) => rest[at + 1..].find('\'').map_or(1, |end| at + 1 + end + 1),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}
