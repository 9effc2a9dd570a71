//! The release program in a real terminal, beside a bare ratatui program, against the
//! budgets. `cargo bench --bench terminal -- --book N=DIR …`; without a book invented ones
//! of three sizes are taken. Exit code 1 if a gate fails:
//! ratios, bytes, memory, counts; milliseconds are shown only. 2 if nothing can be run.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "measuring takes files, time and output")]

mod accounts;
mod bare;
mod books;
mod measure;
mod play;
mod report;
mod script;

#[path = "../generate.rs"]
mod generate;
#[path = "../../tests/terminal/home.rs"]
mod home;
#[path = "../../tests/terminal/keys.rs"]
mod keys;
#[path = "../../tests/terminal/line.rs"]
mod line;
#[path = "../../tests/terminal/picture.rs"]
mod picture;
#[path = "../../tests/terminal/process.rs"]
mod process;
#[expect(dead_code, reason = "the tests ask for more than the benches")]
#[path = "../../tests/terminal/pty.rs"]
mod pty;
#[path = "../../tests/terminal/sequences.rs"]
mod sequences;

use std::env;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let given = |wanted: &str| arguments.iter().any(|argument| argument == wanted);
    if given("--bare") {
        return match bare::run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    // `cargo test --all-targets` runs benches as well, without this word.
    if !given("--bench") && !given("--book") {
        println!("nothing measured: this is for cargo bench");
        return ExitCode::SUCCESS;
    }
    match measured(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            println!("\na gate failed");
            ExitCode::FAILURE
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// Whether all gates held for all books.
fn measured(arguments: &[String]) -> Result<bool, String> {
    let program = Path::new(env!("CARGO_BIN_EXE_kuntatutor"));
    let reference = env::current_exe().map_err(|error| format!("who am I? {error}"))?;
    let mut held = true;
    for (records, book) in books::books(arguments)? {
        let data = book.to_str().ok_or("a book's directory has a name that is no text")?;
        let figures = measure::figures(program, &reference, data)?;
        held &= report::print(records, &figures);
    }
    Ok(held)
}
