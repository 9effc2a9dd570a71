//! Owns what the kernel knows of a running process: memory, time, wake-ups. Linux only;
//! elsewhere, and for a process that is gone, there is no figure.
//!
//! Sources: proc(5), `status` and `task/*/status`; `schedstat` of the kernel's
//! scheduler statistics.

use std::fs;

/// Peak resident memory in MB (2²⁰ bytes).
pub(crate) fn peak_memory(process: i32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    Some(value(&status, "VmHWM:")? / 1024.0)
}

/// Processor time of all living threads so far, in milliseconds. `stat` counts in steps
/// of ten; this file counts in nanoseconds.
pub(crate) fn processor_time(process: i32) -> Option<f64> {
    let times = of_threads(process, "schedstat", |text| text.split(' ').next()?.parse::<f64>().ok());
    Some(times? / 1e6)
}

/// How often a thread of the process was put on or off a processor.
pub(crate) fn switches(process: i32) -> Option<f64> {
    of_threads(process, "status", |text| {
        let own = value(text, "voluntary_ctxt_switches:")?;
        Some(own + value(text, "nonvoluntary_ctxt_switches:")?)
    })
}

fn of_threads(process: i32, file: &str, read: impl Fn(&str) -> Option<f64>) -> Option<f64> {
    let mut sum = 0.0;
    for thread in fs::read_dir(format!("/proc/{process}/task")).ok()? {
        // A thread may end between the listing and the reading.
        if let Ok(text) = fs::read_to_string(thread.ok()?.path().join(file)) {
            sum += read(&text)?;
        }
    }
    Some(sum)
}

/// The number after a name at the beginning of a line.
fn value(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
