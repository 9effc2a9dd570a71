//! A dated copy of the book before the first change of a day, and which of them are kept.
//!
//! The files of a copy share their content with the copy before where they are the same. They never share it with
//! the book itself, as an editor may write right into its files.

use std::io;
use std::path::{Path, PathBuf};

use ecow::EcoString;
use jiff::civil::Date;

use super::disk::{Disk, is_directory, mode_for, regular, temporary_name};
use super::failure::SaveFailed;
use super::file::FILE_MOST;
use super::file_name;
use crate::domain::Kind;

/// The directory of the copies in the book's directory.
const BACKUP: &str = "backup";

/// How many of the newest copies are kept.
const DAYS: usize = 14;

/// Of how many months before that the first copy is kept.
const MONTHS: usize = 12;

/// Makes the day's copy where there is none yet. Only under the lock.
pub(super) fn keep(disk: &dyn Disk, directory: &Path, day: Date) -> Result<(), SaveFailed> {
    let backup = directory.join(BACKUP);
    if is_directory(&backup).is_ok_and(|there| there) && backup.join(day.to_string()).symlink_metadata().is_ok() {
        return Ok(());
    }
    let copied = copy(disk, directory, &backup, day);
    thin(disk, &backup);
    copied.map_err(|error| SaveFailed::io(&format!("{BACKUP}/{day}"), &error))
}

fn copy(disk: &dyn Disk, directory: &Path, backup: &Path, day: Date) -> io::Result<()> {
    if !is_directory(backup)? {
        disk.make_directory(backup)?;
    }
    let mut unread = Ok(());
    let before = days(backup).pop().map(|newest| backup.join(newest.to_string()));
    let temporary = backup.join(temporary_name());
    disk.make_directory(&temporary)?;
    let copied = Kind::ALL
        .iter()
        .try_for_each(|kind| {
            let name = file_name(*kind);
            match disk.read(&directory.join(&name), FILE_MOST) {
                Ok(content) => copy_file(disk, content, before.as_deref(), directory, &temporary.join(name)),
                // The others are copied all the same, and this one told of.
                Err(error) => {
                    unread = Err(error);
                    Ok(())
                }
            }
        })
        .and_then(|()| disk.sync_directory(&temporary))
        .and_then(|()| disk.rename(&temporary, &backup.join(day.to_string())))
        .and_then(|()| disk.sync_directory(backup));
    if copied.is_err() {
        remove(disk, &temporary);
    }
    copied.and(unread)
}

/// Writes one file of the copy, or gives the one of the copy before a second name.
fn copy_file(
    disk: &dyn Disk,
    content: Option<Vec<u8>>,
    before: Option<&Path>,
    from: &Path,
    target: &Path,
) -> io::Result<()> {
    let (Some(content), Some(name)) = (content, target.file_name()) else { return Ok(()) };
    if let Some(before) = before.map(|before| before.join(name)) {
        let same = disk.read(&before, FILE_MOST).is_ok_and(|old| old.as_ref() == Some(&content));
        if same && disk.link(&before, target).is_ok() {
            return Ok(());
        }
    }
    let mut copy = disk.create(target, mode_for(&from.join(name)))?;
    disk.write(&mut copy, &content)?;
    disk.sync(&copy)
}

/// The days there are copies of, oldest first.
fn days(backup: &Path) -> Vec<Date> {
    let Ok(entries) = backup.read_dir() else { return Vec::new() };
    let is_directory = |path: &Path| path.symlink_metadata().is_ok_and(|there| there.is_dir());
    let mut days: Vec<Date> = entries
        .flatten()
        .filter(|entry| is_directory(&entry.path()))
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            name.parse().ok().filter(|day: &Date| day.to_string() == name)
        })
        .collect();
    days.sort_unstable();
    days
}

/// Removes the copies that need not be kept, and what a copy that was cut short left.
fn thin(disk: &dyn Disk, backup: &Path) {
    for day in superfluous(&days(backup)) {
        remove(disk, &backup.join(day.to_string()));
    }
    for left in cut_short(backup) {
        remove(disk, &left);
    }
}

/// Which of these days, oldest first, need no copy. Counted in copies and not in days of the calendar, as a clock
/// that was wrong once must not cost them all.
fn superfluous(days: &[Date]) -> Vec<Date> {
    let (older, _) = days.split_at(days.len().saturating_sub(DAYS));
    let month = |day: &Date| (day.year(), day.month());
    let mut months: Vec<(i16, i8)> = older.iter().map(month).collect();
    months.dedup();
    let kept = months.split_off(months.len().saturating_sub(MONTHS));
    let mut seen = None;
    let mut is_kept = |day: &Date| {
        let first = seen.replace(month(day)) != Some(month(day));
        first && kept.contains(&month(day))
    };
    older.iter().copied().filter(|day| !is_kept(day)).collect()
}

/// Temporary directories; under the lock there is no other copy under way.
fn cut_short(backup: &Path) -> Vec<PathBuf> {
    let Ok(entries) = backup.read_dir() else { return Vec::new() };
    let is_left = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(super::disk::TEMPORARY) && path.symlink_metadata().is_ok_and(|there| there.is_dir())
    };
    entries.flatten().map(|entry| entry.path()).filter(is_left).collect()
}

/// Removes a copy: the files it is made of, and itself if nobody put anything else there.
fn remove(disk: &dyn Disk, copy: &Path) {
    for kind in Kind::ALL {
        let file = copy.join(file_name(kind));
        if regular(&file).is_ok_and(|there| there.is_some()) {
            drop(disk.remove(&file));
        }
    }
    drop(disk.remove_directory(copy));
}

/// The kinds whose file is not in the book, though the newest copy has records in it, each with that copy's day.
pub(super) fn missing(directory: &Path) -> Vec<(Kind, EcoString)> {
    let gone = |kind: &Kind| directory.join(file_name(*kind)).symlink_metadata().is_err();
    let gone: Vec<Kind> = Kind::ALL.into_iter().filter(gone).collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let days = directory.join(BACKUP).read_dir().into_iter().flatten().flatten();
    let newest = days.filter_map(|entry| entry.file_name().into_string().ok()).max();
    let Some(day) = newest else { return Vec::new() };
    let copy = directory.join(BACKUP).join(&day);
    let had = |kind: &Kind| {
        let text = std::fs::read(copy.join(file_name(*kind))).unwrap_or_default();
        memchr::memmem::find(&text, b"\"id\"").is_some()
    };
    gone.into_iter().filter(had).map(|kind| (kind, EcoString::from(day.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::disk::Real;
    use super::super::place::Place;
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    #[test]
    fn a_copy_a_day_that_no_editor_writes_into() {
        let place = Place::new("backup");
        place.write("people.json", "one");
        place.write("notes.json", "same");
        let day = date(2026, 11, 22);
        keep(&Real, place.path(), day).unwrap();
        place.write("people.json", "two");
        keep(&Real, place.path(), day).unwrap();
        assert_eq!(place.read("backup/2026-11-22/people.json"), "one");
        keep(&Real, place.path(), day.tomorrow().unwrap()).unwrap();
        assert_eq!(place.read("backup/2026-11-23/people.json"), "two");
        let inode = |day: &str| {
            use std::os::unix::fs::MetadataExt;
            place.path().join("backup").join(day).join("notes.json").metadata().unwrap().ino()
        };
        assert_eq!(inode("2026-11-22"), inode("2026-11-23"), "what is the same is there once");
    }

    #[test]
    fn two_weeks_are_kept_and_then_one_a_month_for_a_year() {
        let all: Vec<Date> = date(2024, 1, 5).series(1.day()).take(900).collect();
        let gone = superfluous(&all);
        let kept: Vec<Date> = all.iter().copied().filter(|day| !gone.contains(day)).collect();
        assert_eq!(kept.len(), 14 + 12);
        assert!(kept.ends_with(&all[886..]));
        let first = date(2025, 8, 1);
        assert_eq!(kept[..2], [first - 1.month(), first], "{kept:?}");
    }

    #[test]
    fn a_copy_with_something_else_in_it_stays() {
        let place = Place::new("thin");
        place.write("people.json", "x");
        for day in date(2026, 1, 1).series(1.day()).take(20) {
            keep(&Real, place.path(), day).unwrap();
        }
        assert_eq!(days(&place.path().join("backup")).len(), 15, "the month's first and fourteen more");
        place.write("backup/2026-01-07/mine.txt", "kept");
        keep(&Real, place.path(), date(2026, 1, 22)).unwrap();
        assert_eq!(place.read("backup/2026-01-07/mine.txt"), "kept");
    }
}
