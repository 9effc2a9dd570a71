//! The texts: complete in three languages, none unknown, none unused, the same places to fill in each.
#![expect(clippy::disallowed_methods, reason = "texts and source are read from the disk")]
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test that cannot go on fails")]

#[path = "made/tables.rs"]
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use kuntatutor::command::COMMANDS;
use kuntatutor::domain::{Act, Choice, FieldKind, Invalid, Kind};
use kuntatutor::screens::tabs::TABS;
use kuntatutor::text::{Arg, Safe, Texts, Tongue};

/// The commands of the command line, whose help is the text `cli-<name>`.
const SUBCOMMANDS: [&str; 32] = [
    "answers",
    "closing-event",
    "report",
    "handover",
    "signing-list",
    "day-sheet",
    "peers",
    "find",
    "show",
    "list",
    "duplicates",
    "export",
    "import",
    "check",
    "paths",
    "add",
    "edit",
    "delete",
    "note",
    "move",
    "merge",
    "next-season",
    "unite",
    "apart",
    "undo",
    "redo",
    "init",
    "today",
    "clashes",
    "coverage",
    "load",
    "plan",
];

/// Ids with their text as it stands in the file.
type Messages = BTreeMap<String, String>;

#[test]
fn the_languages_have_the_same_texts_with_the_same_places() {
    let finnish = messages(Tongue::Fi);
    assert!(finnish.len() > 100, "the texts were not found");
    for tongue in [Tongue::Sv, Tongue::En] {
        let other = messages(tongue);
        let ids = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let odd: Vec<_> = ids(&finnish).symmetric_difference(&ids(&other)).cloned().collect();
        assert!(odd.is_empty(), "only in one of fi and {}: {odd:?}", tongue.key());
        for (id, text) in &finnish {
            assert_eq!(shown_places(text), shown_places(&other[id]), "{id} in fi and {}", tongue.key());
        }
    }
}

#[test]
fn every_text_parses_stands_once_and_says_something() {
    for tongue in Tongue::ALL {
        let source = source(tongue);
        if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
            panic!("{}: {errors:?}", tongue.key());
        }
        let mut seen = BTreeSet::new();
        for id in source.lines().filter_map(id_of) {
            assert!(seen.insert(id), "{id} stands twice in {}", tongue.key());
        }
        let texts = Texts::new(tongue);
        for (id, text) in messages(tongue) {
            assert!(texts.has(&id), "{id} is lost in {}", tongue.key());
            let filled: Vec<(&'static str, Arg)> =
                places(&text).into_iter().map(|place| (&*place.leak(), Arg::Count(2))).collect();
            let said = texts.tell(&id, &filled);
            assert!(!said.as_str().trim().is_empty(), "{id} says nothing in {}", tongue.key());
            assert!(!said.as_str().contains("{$"), "{id} in {}: {said}", tongue.key());
        }
    }
}

/// The other words a text is looked for by.
fn also(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.trim_start().strip_prefix(".also = "))
}

#[test]
fn commands_alone_are_looked_for_by_other_words_and_in_every_language() {
    let commands: BTreeSet<String> = COMMANDS.iter().map(|entry| entry.command.text_id()).collect();
    let with = |tongue| -> BTreeSet<String> {
        messages(tongue).into_iter().filter(|(_, text)| also(text).is_some()).map(|(id, _)| id).collect()
    };
    let finnish = with(Tongue::Fi);
    assert!(!finnish.is_empty() && finnish.is_subset(&commands), "{finnish:?}");
    for tongue in Tongue::ALL {
        assert_eq!(with(tongue), finnish, "{}", tongue.key());
        let texts = Texts::new(tongue);
        for (id, text) in messages(tongue) {
            assert_eq!(texts.also(&id).as_str(), also(&text).unwrap_or_default(), "{id} in {}", tongue.key());
        }
    }
}

#[test]
fn every_id_in_the_program_has_a_text() {
    let known = messages(Tongue::En);
    for id in derived() {
        assert!(known.contains_key(&id), "{id} is missing");
    }
    let beginnings: BTreeSet<&str> = known.keys().filter_map(|id| id.split('-').next()).collect();
    let no_texts = words_of_tables();
    for (file, literal) in literals() {
        let looks_so = literal.split_once('-').is_some_and(|(first, _)| beginnings.contains(first))
            && literal.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()));
        if looks_so && !no_texts.contains(&literal) {
            assert!(known.contains_key(&literal), "{literal} of {file} has no text");
        }
    }
    for (file, id) in asked_for() {
        assert!(known.contains_key(&id), "{id} of {file} has no text");
    }
}

#[test]
fn no_text_is_unused() {
    let mut used: BTreeSet<String> = derived().into_iter().collect();
    used.extend(literals().into_iter().map(|(_, literal)| literal));
    let unused: Vec<_> = messages(Tongue::En).into_keys().filter(|id| !used.contains(id)).collect();
    assert!(unused.is_empty(), "no part of the program says {unused:?}");
}

#[test]
fn a_text_without_its_language_shows_its_id_and_never_fails() {
    let texts = Texts::new(Tongue::Sv);
    assert_eq!(texts.say("no-such-text").as_str(), "no-such-text");
    assert!(texts.tell("filter-kept", &[]).as_str().contains("name"));
    let told = texts.tell("filter-kept", &[("name", Safe::line("a\u{1b}[31m").into())]);
    assert!(!told.as_str().contains('\u{1b}'));
}

/// Ids that are put together from the tables.
fn derived() -> Vec<String> {
    let mut ids: Vec<String> = COMMANDS.iter().map(|entry| entry.command.text_id()).collect();
    ids.extend(TABS.iter().flat_map(|tab| [tab.text_id(), tab.short_text_id()]));
    // What stands beside the first of several keys in the footer.
    let chords = COMMANDS.iter().flat_map(|entry| entry.keys);
    ids.extend(chords.filter_map(|chord| chord.split_once(' ')).map(|(first, _)| format!("keys-{first}")));
    ids.extend(Kind::ALL.iter().flat_map(|kind| ["kind", "kinds"].map(|word| format!("{word}-{}", kind.key()))));
    ids.extend((1..=7).map(|day| format!("weekday-{day}")));
    ids.extend((1..=12).map(|month| format!("month-{month}")));
    ids.extend(SUBCOMMANDS.iter().map(|name| format!("cli-{name}")));
    // Records that two are named of.
    let two = ["keep", "gone", "one", "other"];
    ids.extend(two.iter().flat_map(|name| ["place", "arg"].map(|word| format!("cli-{word}-{name}"))));
    let invalids =
        [Invalid::Id, Invalid::Link, Invalid::Type, Invalid::Choice, Invalid::Number, Invalid::Date, Invalid::Time];
    ids.extend(invalids.map(|invalid| invalid.text_id().to_owned()));
    // Lines of forms that stand in no table: the key of a record, who uses the program, what a merger asks, who
    // takes over.
    ids.extend(["code", "me", "merge-into", "merge-day", "hand-over-to"].map(|label| format!("field-{label}")));
    ids.extend(Act::KEYS.iter().map(|key| format!("choice-{}-{key}", Act::SET)));
    for column in tables::all_tables().into_iter().flatten() {
        ids.push(format!("field-{}", column.label.replace('_', "-")));
        if let Some((set, keys)) = choices(&column.kind) {
            ids.extend(keys.iter().map(|key| format!("choice-{set}-{key}")));
        }
    }
    ids
}

fn choices(kind: &FieldKind) -> Option<(&'static str, &'static [&'static str])> {
    match kind {
        FieldKind::Choice { set, keys } => Some((set, keys)),
        FieldKind::Many(one) => choices(one),
        _ => None,
    }
}

/// Words of the program's tables that look like ids and are none.
fn words_of_tables() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = COMMANDS.iter().map(|entry| entry.name.to_owned()).collect();
    for column in tables::all_tables().into_iter().flatten() {
        if let Some((set, keys)) = choices(&column.kind) {
            words.insert(set.to_owned());
            words.extend(keys.iter().map(|key| (*key).to_owned()));
        }
    }
    // An answer, as forms store it.
    words.insert("in-use".to_owned());
    // Names of row tables are used by nobody but the program's own messages.
    words.extend(source_files().iter().flat_map(|(_, code)| {
        code.split("table!(").skip(1).filter_map(|rest| rest.split('"').nth(1)).map(str::to_owned).collect::<Vec<_>>()
    }));
    words
}

fn source(tongue: Tongue) -> String {
    let name = format!("data/locale/{}.ftl", tongue.key());
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The id of a message that begins in this line.
fn id_of(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let begins = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
    begins.then(|| id.trim())
}

fn messages(tongue: Tongue) -> Messages {
    let mut messages = Messages::new();
    let mut current = None;
    for line in source(tongue).lines().filter(|line| !line.starts_with('#')) {
        if let Some(id) = id_of(line) {
            messages.insert(id.to_owned(), line.to_owned());
            current = Some(id.to_owned());
        } else if let Some(text) = current.as_ref().and_then(|id| messages.get_mut(id)) {
            text.push('\n');
            text.push_str(line);
        }
    }
    messages
}

/// The places of a text that are to be filled.
fn places(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    text.split('$').skip(1).map(name).collect()
}

/// The places a reader sees: without the counts that only choose between singular and plural, which one
/// language tells apart and another does not.
fn shown_places(text: &str) -> BTreeSet<String> {
    places(&text.replace(" ->", "->").split('{').filter(|part| !part.contains("->")).collect::<String>())
}

/// Every string in the program's code outside comments and tests, with the file it stands in.
fn literals() -> Vec<(String, String)> {
    let mut literals = Vec::new();
    for (name, code) in source_files() {
        literals.extend(strings(&code).into_iter().map(|(_, literal)| (name.clone(), literal)));
    }
    literals
}

/// The strings that are handed to `say` and `tell`.
fn asked_for() -> Vec<(String, String)> {
    let mut asked = Vec::new();
    for (name, code) in source_files() {
        for (at, literal) in strings(&code) {
            if ["say(", "tell("].iter().any(|call| code[..at].ends_with(call)) {
                asked.push((name.clone(), literal));
            }
        }
    }
    assert!(asked.len() > 50, "the calls were not found");
    asked
}

fn source_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") && path.extension().is_some_and(|end| end == "rs") {
                let code = fs::read_to_string(&path).unwrap();
                let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
                files.push((path.display().to_string(), code));
            }
        }
    }
    files
}

/// The strings of a piece of code and where each begins. Code here writes no raw strings with ids.
fn strings(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut letters = code.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '/' if letters.peek().is_some_and(|(_, next)| *next == '/') => {
                while letters.next_if(|(_, letter)| *letter != '\n').is_some() {}
            }
            '\'' if code[at..].starts_with("'\"'") => {
                letters.next();
                letters.next();
            }
            '"' => {
                let mut text = String::new();
                while let Some((_, letter)) = letters.next_if(|(_, letter)| *letter != '"') {
                    text.push(letter);
                    if letter == '\\' {
                        text.extend(letters.next().map(|(_, escaped)| escaped));
                    }
                }
                letters.next();
                found.push((at, text));
            }
            _ => {}
        }
    }
    found
}
