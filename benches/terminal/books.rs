//! Owns which books are measured. Never measures them.

use std::path::{Path, PathBuf};

use crate::generate;

/// How many records the invented books have.
const SIZES: [usize; 3] = [100, 10_000, 100_000];

const SEED: u64 = 20_261_122;

/// Number of records and data directory of every book to measure: those named by `--book N=DIR`, else invented
/// ones, written anew into cargo's directory for temporary files.
///
/// # Errors
/// A sentence where an argument names no book, or a book cannot be written.
pub(crate) fn books(arguments: &[String]) -> Result<Vec<(usize, PathBuf)>, String> {
    let mut books = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--book" {
            let named = rest.next().and_then(|book| parse(book));
            books.push(named.ok_or("--book needs a number of records and a directory: N=DIR")?);
        }
    }
    if books.is_empty() {
        return SIZES.into_iter().map(invent).collect();
    }
    match books.iter().find(|(_, book)| !book.is_dir()) {
        Some((_, book)) => Err(format!("{} is not a directory", book.display())),
        None => Ok(books),
    }
}

fn invent(records: usize) -> Result<(usize, PathBuf), String> {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("books").join(records.to_string());
    match generate::book(&directory, records, SEED) {
        Ok(()) => Ok((records, directory)),
        Err(error) => Err(format!("cannot write {}: {error}", directory.display())),
    }
}

fn parse(book: &str) -> Option<(usize, PathBuf)> {
    let (size, directory) = book.split_once('=')?;
    // The program is started elsewhere, so the name must hold from there too.
    let directory = std::path::absolute(directory).ok()?;
    Some((size.parse().ok()?, directory))
}
