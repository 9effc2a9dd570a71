//! Owns how the tests start the real program: on a terminal, or with pipes around it.
//! Never looks at what it shows.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::home::Home;
use crate::pty::{Options, Terminal};

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_kuntatutor");

/// The day it is in every test.
pub(crate) const NOW: (&str, &str) = ("KUNTATUTOR_NOW", "2026-11-22");

/// The program on the shipped book, on 80 columns and 24 rows, in a home of its own.
pub(crate) fn kuntatutor<'a>() -> Options<'a> {
    Options { env: &[NOW], ..Options::new(Path::new(PROGRAM)) }
}

/// The program on the shipped book, once the book is read.
#[track_caller]
pub(crate) fn opened() -> Terminal {
    ready(kuntatutor())
}

/// The program as asked for, once the shipped book is read.
#[track_caller]
pub(crate) fn ready(options: Options<'_>) -> Terminal {
    let mut terminal = Terminal::open(options);
    terminal.wait_for("Mari Ahokas");
    terminal
}

/// What a program without a terminal answered.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program without a terminal, in a home of its own.
pub(crate) fn answer(arguments: &[&str]) -> Answered {
    answer_in(&[], arguments)
}

/// The same with further variables.
pub(crate) fn answer_in(env: &[(&str, &str)], arguments: &[&str]) -> Answered {
    let home = Home::new().expect("a home");
    answer_at(&Arc::new(home), env, arguments)
}

/// The same in this home.
pub(crate) fn answer_at(home: &Arc<Home>, env: &[(&str, &str)], arguments: &[&str]) -> Answered {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env_clear().stdin(Stdio::null());
    command.envs(home.variables()).envs([NOW, ("LANG", "C.UTF-8")]).envs(env.iter().copied());
    let output = command.output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Answered { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}
