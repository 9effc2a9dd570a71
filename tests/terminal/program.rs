//! Owns how the tests start the real program: on a terminal, or with pipes around it.
//! Never looks at what it shows.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::home::Home;
use crate::process::{Ended, Process};
use crate::pty::{Options, Terminal};

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_kuntatutor");

/// The day it is in every test.
pub(crate) const NOW: (&str, &str) = ("KUNTATUTOR_NOW", "2026-11-22");

/// Nobody waits longer for an answer.
const MOST: Duration = Duration::from_secs(10);

/// How often each way to end is tried: five times, or as often as `KUNTATUTOR_ROUNDS` says.
pub(crate) fn rounds() -> usize {
    let asked = std::env::var("KUNTATUTOR_ROUNDS").ok().and_then(|asked| asked.parse().ok());
    asked.unwrap_or(5)
}

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
#[expect(clippy::zombie_processes, reason = "the child is waited for by its number, not for ever")]
pub(crate) fn answer_at(home: &Arc<Home>, env: &[(&str, &str)], arguments: &[&str]) -> Answered {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env_clear().stdin(Stdio::null());
    command.envs(home.variables()).envs([NOW, ("LANG", "C.UTF-8")]).envs(env.iter().copied());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut process = Process::watch(Some(child.id())).expect("a process");
    let (out, err) = (read(child.stdout.take()), read(child.stderr.take()));
    let ended = process.wait(MOST).expect("a process").expect("the program answers in time");
    let code = if let Ended::Code(code) = ended { Some(code) } else { None };
    let text = |reader: JoinHandle<String>| reader.join().expect("UTF-8");
    Answered { code, out: text(out), err: text(err) }
}

/// Reads all that comes out of a pipe, beside the waiting for the end.
fn read(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    let mut pipe = pipe.expect("a pipe");
    thread::spawn(move || {
        let mut text = String::new();
        pipe.read_to_string(&mut text).expect("UTF-8");
        text
    })
}
