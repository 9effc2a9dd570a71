//! Reads the arguments, and opens the screen if they do not ask for less.

use std::process::ExitCode;

use kuntatutor::cli::{self, Next};
use kuntatutor::run;

#[expect(clippy::disallowed_methods, reason = "the arguments are the program's own to read")]
fn main() -> ExitCode {
    run::outlive_limits();
    match cli::start(std::env::args_os().collect()) {
        Next::Screen(screen) => run::run(*screen),
        Next::Ended(code) => code,
    }
}
