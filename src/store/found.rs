//! Making a new book: the shipped example, or an empty one for a region of Finland.

use std::borrow::Cow;
use std::path::Path;

use ecow::EcoString;
use jiff::civil::Date;

use super::commit::{self, INTENT, New};
use super::disk::{Disk, Real, TEMPORARY, parent};
use super::failure::{Failure, SaveFailed};
use super::lock::{LOCK, Lock};
use super::paths::holds_book;
use super::raw::{Edit, Raw};
use super::{Source, example, file_name, load, reference_municipalities};
use crate::book::Shelved;
use crate::domain::{BookInfo, Id, Kind, Municipality, RecordRef, Season, Words};
use crate::find::fold::Folded;
use crate::text::{Safe, Texts, Tongue};

/// Which book to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foundation {
    /// A copy of the book that comes with the program.
    Example,
    /// An empty book for the region that is called so in any language: its municipalities, and the themes,
    /// questionnaires and templates of the shipped book.
    Region {
        /// The region's name.
        name: String,
        /// The year of its first season.
        year: i16,
    },
}

/// Makes a new book in a directory that is absent or empty.
///
/// # Errors
/// Says why there is none; a failure of the disk leaves no part of one that counts as a book.
pub fn found(directory: &Path, what: &Foundation) -> Result<(), SaveFailed> {
    found_on(&Real, directory, what)
}

/// As [`found`], on a file system of the caller's.
///
/// # Errors
/// As [`found`].
pub fn found_on(disk: &dyn Disk, directory: &Path, what: &Foundation) -> Result<(), SaveFailed> {
    let files = match what {
        Foundation::Example => Kind::ALL.map(|kind| file(kind, example(kind).as_bytes().into())).into(),
        Foundation::Region { name, year } => of_region(name, *year)?,
    };
    let place = directory.display().to_string();
    make_directories(disk, directory).map_err(|error| SaveFailed::io(&place, &error))?;
    let _lock = Lock::take(disk, directory)?;
    if holds_book(directory) {
        return Err(SaveFailed::of(&place, Failure::HoldsBook));
    }
    if !is_empty(directory).map_err(|error| SaveFailed::io(&place, &error))? {
        return Err(SaveFailed::of(&place, Failure::NotEmpty));
    }
    commit::commit(disk, directory, &files).map_err(|not| not.failed)
}

fn file(kind: Kind, content: Cow<'static, [u8]>) -> New<'static> {
    New { name: file_name(kind), pieces: vec![content] }
}

/// Makes the directory and those it stands in.
fn make_directories(disk: &dyn Disk, directory: &Path) -> std::io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    if !parent(directory).is_dir() {
        make_directories(disk, parent(directory))?;
    }
    disk.make_directory(directory)
}

/// Whether nothing is in the directory but what a founding that was cut short left.
fn is_empty(directory: &Path) -> std::io::Result<bool> {
    let own = |name: &str| name == LOCK || name == INTENT || name.starts_with(TEMPORARY);
    for entry in directory.read_dir()? {
        if !entry?.file_name().to_str().is_some_and(own) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The files of an empty book for a region.
fn of_region(name: &str, year: i16) -> Result<Vec<New<'static>>, SaveFailed> {
    let finland = reference_municipalities().book;
    let wanted = plain(name);
    let is_meant = |region: &Words| Tongue::ALL.iter().any(|tongue| plain(region.exactly(*tongue)) == wanted);
    let municipalities: Vec<&Municipality> =
        finland.all::<Municipality>().filter(|municipality| is_meant(&municipality.region)).collect();
    let Some(region) = municipalities.first().map(|municipality| municipality.region.clone()) else {
        let mut regions: Vec<Words> = finland.all::<Municipality>().map(|one| one.region.clone()).collect();
        regions.sort_by(|one, other| one.fi.cmp(&other.fi));
        regions.dedup();
        return Err(SaveFailed::of(name, Failure::UnknownRegion(name.into(), regions)));
    };
    let info = info(region);
    let season = season(year);
    let files = Kind::ALL.map(|kind| match kind {
        Kind::Municipality => made(kind, municipalities.iter().map(|one| one.as_any())),
        Kind::Book => made(kind, [RecordRef::Book(&info)].into_iter()),
        Kind::Season => made(kind, season.iter().map(|season| season.as_any())),
        Kind::Theme => file(kind, example(kind).as_bytes().into()),
        _ => made(kind, std::iter::empty()),
    });
    Ok(files.into())
}

/// The calendar year as the book's first season, so that the first coaching has one.
fn season(year: i16) -> Option<Season> {
    let (starts, ends) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    let name = ecow::eco_format!("{year}");
    Some(Season { id: Id::parse(&name).ok()?, name, starts: Some(starts), ends: Some(ends), ..Season::default() })
}

/// A region's name as it is compared.
fn plain(name: &str) -> String {
    Folded::of(&name.replace('-', " ")).text
}

/// What the new book says of itself.
fn info(region: Words) -> BookInfo {
    let shipped = load(&Source::Example).book;
    let shipped = shipped.info().cloned().unwrap_or_default();
    let named = |tongue: Tongue| -> EcoString {
        let region = ("region", Safe::line(region.in_tongue(tongue)).into());
        Texts::only(tongue, &["new-book-name"]).tell("new-book-name", &[region]).as_str().into()
    };
    BookInfo {
        name: Words::new(named(Tongue::Fi), named(Tongue::Sv), named(Tongue::En)),
        region,
        source: super::reference_source().into(),
        source_date: None,
        travel: ecow::EcoVec::new(),
        ..shipped
    }
}

fn made<'r>(kind: Kind, records: impl Iterator<Item = RecordRef<'r>>) -> New<'static> {
    let empty = Raw::empty(kind);
    let edits: Vec<Edit<'_>> = records.map(|record| Edit::Insert(0, record)).collect();
    file(kind, empty.edited(&edits).concat().into())
}

#[cfg(test)]
mod tests {
    use super::super::place::Place;
    use super::*;

    #[test]
    fn the_example_is_copied_byte_for_byte() {
        let place = Place::new("example");
        let directory = place.path().join("new/book");
        found(&directory, &Foundation::Example).unwrap();
        for kind in Kind::ALL {
            assert_eq!(std::fs::read(directory.join(file_name(kind))).unwrap(), example(kind).as_bytes());
        }
        let again = found(&directory, &Foundation::Example).unwrap_err();
        assert_eq!(again.what, Failure::HoldsBook);
    }

    #[test]
    fn a_region_is_known_by_any_of_its_names() {
        for name in ["pirkanmaa", "Birkaland", "PIRKANMAA"] {
            let place = Place::new("region");
            found(place.path(), &Foundation::Region { name: name.to_owned(), year: 2026 }).unwrap();
            let loaded = load(&Source::Directory(place.path().to_owned()));
            assert_eq!(loaded.problems, []);
            let info = loaded.book.info().unwrap();
            assert_eq!(info.region.fi, "Pirkanmaa");
            assert!(info.name.fi.contains("Pirkanmaa") && info.name.others.sv.contains("Birkaland"), "{info:?}");
            assert!(!info.questionnaires.is_empty() && info.travel.is_empty());
            assert!(loaded.book.all::<Municipality>().any(|municipality| municipality.name.fi == "Tampere"));
            assert!(loaded.book.count(Kind::Municipality) > 20 && loaded.book.count(Kind::Theme) > 0);
            assert_eq!((loaded.book.count(Kind::Person), loaded.book.count(Kind::Season)), (0, 1));
            let season = loaded.book.season_at(jiff::civil::date(2026, 7, 1)).unwrap();
            assert_eq!((season.name.as_str(), season.starts), ("2026", Some(jiff::civil::date(2026, 1, 1))));
            // What the program founds it would write the same: canonical.
            let empty = place.read("people.json");
            assert_eq!(empty, example(Kind::Action).replace("actions", "people"));
        }
        let place = Place::new("etela");
        found(place.path(), &Foundation::Region { name: "etela pohjanmaa".to_owned(), year: 2026 }).unwrap();
    }

    #[test]
    fn an_unknown_region_is_told_with_all_there_are() {
        let place = Place::new("unknown");
        let failed =
            found(&place.path().join("x"), &Foundation::Region { name: "Savonia".to_owned(), year: 2026 }).unwrap_err();
        let sentence = failed.sentence(&Texts::new(Tongue::Sv)).to_string();
        assert!(sentence.contains("Savonia") && sentence.contains("Birkaland"), "{sentence}");
        let Failure::UnknownRegion(_, regions) = failed.what else { panic!("{sentence}") };
        assert_eq!(regions.len(), 19);
        assert_eq!(place.names(), Vec::<String>::new(), "nothing is made");
    }

    #[test]
    fn what_is_there_is_not_mixed_with_a_book() {
        let place = Place::new("mixed");
        place.write("letter.txt", "moi");
        let failed = found(place.path(), &Foundation::Example).unwrap_err();
        assert_eq!(failed.what, Failure::NotEmpty);
        assert_eq!(place.read("letter.txt"), "moi");
    }
}
