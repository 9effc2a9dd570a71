//! Work on many things in two halves at once, on few in one go. Knows nothing of the work.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// What `work` makes of both halves of `0..count`; below `from` the first half is the whole.
#[expect(clippy::disallowed_methods, reason = "a second thread computes, and is over when this returns")]
pub(super) fn in_halves<T: Default + Send>(
    count: usize,
    from: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> (T, T) {
    if count < from {
        return (work(0..count), T::default());
    }
    let middle = count / 2;
    thread::scope(|scope| {
        let second = thread::Builder::new().spawn_scoped(scope, || work(middle..count));
        let first = work(0..middle);
        match second.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(second)) => (first, second),
            Ok(Err(panic)) => resume_unwind(panic),
            // No thread was to be had.
            Err(_) => (first, work(middle..count)),
        }
    })
}
