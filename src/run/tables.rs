//! Reading tables: each on a thread of its own, so that nothing waits for a long one, and with a way to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::Arrival;
use crate::app::input::Input;
use crate::store::tables::{TableSource, read_table, table_name};

/// How often it is told how far a reading is.
const TELL: Duration = Duration::from_millis(100);

/// The readings.
pub(super) struct Tables {
    /// The number of the reading somebody waits for.
    wanted: Arc<AtomicU32>,
    answers: Sender<Arrival>,
}

impl Tables {
    pub(super) fn new(answers: Sender<Arrival>) -> Self {
        Self { wanted: Arc::new(AtomicU32::new(0)), answers }
    }

    /// Begins to read; whatever was read before is wanted no more.
    pub(super) fn read(&self, number: u32, source: TableSource) {
        self.wanted.store(number, Ordering::SeqCst);
        let (wanted, answers) = (Arc::clone(&self.wanted), self.answers.clone());
        let work = move || {
            let mut told = Instant::now();
            let mut watch = |rows: usize| {
                if told.elapsed() >= TELL {
                    told = Instant::now();
                    drop(answers.send(Arrival::Input(Input::TableGrows { number, rows })));
                }
                wanted.load(Ordering::SeqCst) == number
            };
            let table = read_table(&source, &mut watch);
            let table = table.map(|workbook| (table_name(&source), Box::new(workbook)));
            // Where nobody listens the program has ended.
            drop(answers.send(Arrival::Input(Input::TableRead { number, table })));
        };
        // Without threads nothing comes; whoever waits can stop waiting.
        drop(thread::Builder::new().name("table".into()).spawn(work));
    }

    /// Stops the reading of this number.
    pub(super) fn stop(&self, number: u32) {
        // Another one may have begun meanwhile, which goes on.
        let _raced = self.wanted.compare_exchange(number, 0, Ordering::SeqCst, Ordering::SeqCst);
    }
}
