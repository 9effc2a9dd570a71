//! Large files in which all is as it should be, read by two threads. At the first thing there is something to tell
//! of it gives up: the careful reader then starts over and tells it.

use std::io::Read;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::file::{Next, Records};
use crate::book::Shelved;
use crate::exchange::json::read;

/// From so many bytes on a second thread saves more than it costs to start.
pub(super) const LARGE: u64 = 256 << 10;

/// Bytes of records that a thread takes at a time. Large, so that what is made of them lies in memory of its own
/// and goes back to the system once all records lie together.
const TAKEN: usize = 512 << 10;

/// Room for the last record of a batch; nearly every one is smaller.
const RECORD_ROOM: usize = 16 << 10;

/// Not sound, or not readable: the careful reader says which.
struct Unsound;

/// The file and how many batches were taken from it.
struct Shared<R> {
    records: Records<R>,
    taken: usize,
}

/// The text of some records, one after the other, and where each ends.
struct Batch {
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// All records of the file, if nothing is wrong with any, and no two share an id.
pub(super) fn records<T: Shelved + Send>(source: impl Read + Send) -> Option<Vec<T>> {
    let Ok(Ok((records, false))) = Records::open(source, T::KIND.plural()) else { return None };
    let shared = Mutex::new(Shared { records: records.by_lines(), taken: 0 });
    let (own, other) = thread::scope(|scope| {
        let other = thread::Builder::new().spawn_scoped(scope, || take_all::<T, _>(&shared));
        let own = take_all::<T, _>(&shared);
        match other.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(other)) => (own, other),
            Ok(Err(panic)) => resume_unwind(panic),
            // No thread was to be had: the first has read everything.
            Err(_) => (own, Ok(Vec::new())),
        }
    });
    let mut batches = own.ok()?;
    batches.extend(other.ok()?);
    batches.sort_unstable_by_key(|(number, _)| *number);
    let mut all = Vec::with_capacity(batches.iter().map(|(_, records)| records.len()).sum());
    for (_, mut records) in batches {
        all.append(&mut records);
    }
    all.is_sorted_by(|one: &T, next| one.id() < next.id()).then_some(all)
}

/// Takes batches in turn with the other thread until there is none.
fn take_all<T: Shelved, R: Read>(shared: &Mutex<Shared<R>>) -> Result<Vec<(usize, Vec<T>)>, Unsound> {
    let mut batch = Batch { text: Vec::with_capacity(TAKEN + RECORD_ROOM), ends: Vec::new() };
    let mut read_so_far = Vec::new();
    loop {
        let number = {
            let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
            shared.taken += 1;
            batch.fill(&mut shared.records)?;
            shared.taken
        };
        if batch.ends.is_empty() {
            return Ok(read_so_far);
        }
        read_so_far.push((number, batch.read()?));
    }
}

impl Batch {
    fn fill<R: Read>(&mut self, records: &mut Records<R>) -> Result<(), Unsound> {
        self.text.clear();
        self.ends.clear();
        while self.text.len() < TAKEN {
            match records.advance() {
                Ok(Next::Record(_)) => {
                    self.text.extend_from_slice(records.text());
                    self.ends.push(self.text.len());
                }
                Ok(Next::End) => break,
                Ok(Next::Broken(..) | Next::Frame(..)) | Err(_) => return Err(Unsound),
            }
        }
        Ok(())
    }

    fn read<T: Shelved>(&self) -> Result<Vec<T>, Unsound> {
        let mut records = Vec::with_capacity(self.ends.len());
        let mut start = 0;
        for end in &self.ends {
            let text = self.text.get(start..*end).unwrap_or_default();
            records.push(read::<T>(text).map_err(|_careful_reader_tells| Unsound)?);
            start = *end;
        }
        Ok(records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Note, Table};

    /// Notes with ascending ids, enough for both threads.
    fn file(notes: usize) -> String {
        let note = |number| {
            format!("{{\"id\": \"n{number:06}\", \"about\": \"book:book\", \"at\": \"2026-11-22\", \"text\": \"moi\"}}")
        };
        let notes: Vec<String> = (0..notes).map(note).collect();
        format!("{{\"format\": 1, \"kind\": \"notes\", \"records\": [\n{}\n]}}", notes.join(",\n"))
    }

    #[test]
    fn two_threads_keep_the_order() {
        let read = records::<Note>(file(20_000).as_bytes()).unwrap();
        let ids: Vec<String> = read.iter().map(|note| note.id().to_string()).collect();
        let expected: Vec<String> = (0..20_000).map(|number| format!("n{number:06}")).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn records_over_several_lines_are_told_apart_as_they_are_by_brackets() {
        let canonical =
            file(2_000).replace("{\"id\"", "  {\n    \"id\"").replace("\"},", "\"\n  },").replace("\"}\n", "\"\n  }\n");
        assert_eq!(records::<Note>(canonical.as_bytes()).unwrap().len(), 2_000);
        // One that ends where no other does is left to the brackets.
        let odd = canonical.replacen("\"\n  }", "\"}", 9);
        assert!(records::<Note>(odd.as_bytes()).is_none());
    }

    #[test]
    fn whatever_is_wrong_is_left_to_the_careful_reader() {
        let sound = file(9);
        let check = |broken: String| assert!(records::<Note>(broken.as_bytes()).is_none(), "{broken}");
        check(sound.replace("n000004", "n000003"));
        check(sound.replace("n000004", "n 4"));
        check(sound.replace("2026-11-22", "2026-22-11"));
        check(sound.replace("]}", ""));
        check(sound.replace("notes", "people"));
        check(format!("\u{feff}{sound}"));
    }
}
