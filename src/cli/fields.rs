//! The options that name fields, taken out of the arguments before anything else reads them: which there are follows
//! from the kind of record, which is not known yet.
//!
//! `--key VALUE` writes, `--key+ VALUE` adds to a list or to rows, `--key- VALUE` takes out of them; `=` may stand
//! for the blank. `--key.ROW.cell VALUE` is a cell of a row, `--key.fi VALUE` one language of a text.

use std::ffi::OsString;

use crate::text::Tongue;

/// What an option that names a field asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    /// The option as it was typed, dashes included.
    pub(super) option: String,
    /// The field, and what within it.
    pub(super) path: Vec<String>,
    pub(super) how: How,
    pub(super) text: String,
}

/// How a field is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Its content is replaced.
    Write,
    /// Something is added to it.
    Add,
    /// Something is taken out of it.
    Take,
}

/// An option without its value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoValue(pub(super) String);

/// Options of the program itself, and whether a value follows.
const PROGRAM: [(&str, bool); 7] = [
    ("data", true),
    ("lang", true),
    ("id", true),
    ("json", false),
    ("help", false),
    ("dry-run", false),
    ("read-only", false),
];

/// Commands that take fields.
const COMMANDS: [&str; 2] = ["add", "edit"];

/// Takes the options that name fields out of the arguments of such a command; others are left as they are.
pub(super) fn take(arguments: &mut Vec<OsString>) -> Result<Vec<Setting>, NoValue> {
    let Some(command) = command_at(arguments) else { return Ok(Vec::new()) };
    let mut settings = Vec::new();
    let rest = arguments.split_off(command);
    let mut rest = rest.into_iter().peekable();
    while let Some(argument) = rest.next() {
        let text = argument.to_string_lossy();
        let name = text.strip_prefix("--").filter(|name| !name.is_empty());
        let Some((name, value)) = name.map(|name| name.split_once('=').map_or((name, None), |(n, v)| (n, Some(v))))
        else {
            arguments.push(argument);
            continue;
        };
        if let Some((_, has_value)) = PROGRAM.iter().find(|(own, _)| *own == name) {
            let follows = (*has_value && value.is_none()).then(|| rest.next()).flatten();
            arguments.push(argument);
            arguments.extend(follows);
            continue;
        }
        let is_value = |next: &OsString| !next.to_string_lossy().starts_with("--");
        let value = match value {
            Some(value) => value.to_owned(),
            None => rest
                .next_if(is_value)
                .map(|value| value.to_string_lossy().into_owned())
                .ok_or_else(|| NoValue(text.to_string()))?,
        };
        settings.push(setting(name, value));
    }
    Ok(settings)
}

fn setting(name: &str, text: String) -> Setting {
    let (path, how) = match (name.strip_suffix('+'), name.strip_suffix('-')) {
        (Some(path), _) => (path, How::Add),
        (_, Some(path)) => (path, How::Take),
        _ => (name, How::Write),
    };
    Setting { option: format!("--{name}"), path: path.split('.').map(str::to_owned).collect(), how, text }
}

/// Where the command stands, if the first word is one that takes fields.
fn command_at(arguments: &[OsString]) -> Option<usize> {
    let mut at = 1;
    loop {
        let text = arguments.get(at)?.to_str()?;
        match text.strip_prefix("--") {
            Some("") => return None,
            Some(name) if PROGRAM.contains(&(name, true)) => at += 2,
            _ if text.starts_with('-') => at += 1,
            _ => return COMMANDS.contains(&text).then_some(at),
        }
    }
}

/// The word after `add`: the kind whose fields its help is to list.
pub(super) fn kind_asked(arguments: &[OsString]) -> Option<&str> {
    let mut after = arguments.get(command_at(arguments)?..)?.iter().filter_map(|argument| argument.to_str());
    if after.next() != Some("add") {
        return None;
    }
    after.find(|word| !word.starts_with('-') && Tongue::from_key(word).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::entry::column_called;
    use crate::text::Texts;

    fn check(line: &[&str], left: &[&str], settings: &[(&str, How, &str)]) {
        let mut arguments: Vec<OsString> = std::iter::once(&"kuntatutor").chain(line).map(OsString::from).collect();
        let taken = take(&mut arguments).unwrap();
        assert_eq!(arguments[1..], *left, "{line:?}");
        let taken: Vec<_> = taken.iter().map(|it| (it.path.join("."), it.how, it.text.as_str())).collect();
        let expected: Vec<_> = settings.iter().map(|(path, how, text)| ((*path).to_owned(), *how, *text)).collect();
        assert_eq!(taken, expected, "{line:?}");
    }

    #[test]
    fn options_of_fields_are_told_from_those_of_the_program() {
        check(&["find", "--given", "x"], &["find", "--given", "x"], &[]);
        check(
            &["--lang", "fi", "add", "person", "--given", "Ari", "--json", "--family=Tammi", "--data", "x"],
            &["--lang", "fi", "add", "person", "--json", "--data", "x"],
            &[("given", How::Write, "Ari"), ("family", How::Write, "Tammi")],
        );
        check(
            &["edit", "ari", "tammi", "--themes+", "etätuki", "--themes-=verkostot", "--due", "-1w", "--note", ""],
            &["edit", "ari", "tammi"],
            &[
                ("themes", How::Add, "etätuki"),
                ("themes", How::Take, "verkostot"),
                ("due", How::Write, "-1w"),
                ("note", How::Write, ""),
            ],
        );
        check(
            &["edit", "x", "--programme.2.title", "a=b"],
            &["edit", "x"],
            &[("programme.2.title", How::Write, "a=b")],
        );
        check(
            &["add", "feedback", "--version", "2", "-h"],
            &["add", "feedback", "-h"],
            &[("version", How::Write, "2")],
        );
    }

    #[test]
    fn no_field_of_a_record_goes_by_an_option_of_the_program() {
        for tongue in Tongue::ALL {
            let texts = Texts::new(tongue);
            for (name, _) in PROGRAM {
                for kind in Kind::ALL {
                    let column = column_called(kind.columns(), name, &texts);
                    assert!(column.is_none(), "--{name} is a field of {}", kind.key());
                }
            }
        }
    }

    #[test]
    fn an_option_without_a_value_is_named() {
        for line in [["add", "person", "--given"].as_slice(), &["add", "person", "--given", "--family", "x"]] {
            let mut arguments = std::iter::once(&"kuntatutor").chain(line).map(OsString::from).collect();
            assert_eq!(take(&mut arguments), Err(NoValue("--given".into())));
        }
    }
}
