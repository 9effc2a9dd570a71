//! The zip of a workbook: which kind it is, and its parts as XML, read as they unfold and never beyond the limit.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::Xml;
use crate::exchange::table::read::{Limit, MOST_UNFOLDED, Unreadable};

/// More parts than any workbook has.
const MOST_PARTS: u64 = 65_535;
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// An open zip.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Places of the parts by their names in small letters, as some programs do not keep to the case.
    places: HashMap<String, usize>,
    left: Rc<Cell<u64>>,
}

/// What a package holds.
pub(super) enum Content {
    Xlsx,
    Ods,
    Other(Unreadable),
}

/// A part as it unfolds.
pub(super) type Part<'p, 'b> = Xml<BufReader<Metered<ZipFile<'p, Cursor<&'b [u8]>>>>>;

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        refuse_endless(bytes)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
        let names = (0..archive.len()).filter_map(|place| Some((archive.name_for_index(place)?.ok()?, place)));
        let places = names.map(|(name, place)| (name.replace('\\', "/").to_lowercase(), place)).collect();
        Ok(Self { archive, places, left: Rc::new(Cell::new(MOST_UNFOLDED)) })
    }

    /// What kind of package it is.
    pub(super) fn content(&mut self) -> Result<Content, Unreadable> {
        let has_folder = |folder: &str| self.places.keys().any(|name| name.starts_with(folder));
        let (word, slides) = (has_folder("word/"), has_folder("ppt/"));
        if self.has("mimetype") {
            return self.open_document();
        }
        Ok(if self.has("xl/workbook.bin") {
            Content::Other(Unreadable::OtherWorkbook)
        } else if has_folder("xl/") {
            Content::Xlsx
        } else if has_folder("index/") && self.has("index/tables/datalist.iwa") {
            Content::Other(Unreadable::OtherWorkbook)
        } else if word || slides {
            Content::Other(Unreadable::Document)
        } else {
            Content::Other(Unreadable::Archive)
        })
    }

    fn open_document(&mut self) -> Result<Content, Unreadable> {
        let Some(place) = self.place("mimetype") else { return Err(Unreadable::Broken) };
        let part = self.archive.by_index(place).map_err(|_| Unreadable::Broken)?;
        let mut kind = String::new();
        part.take(100).read_to_string(&mut kind).map_err(|_| Unreadable::Broken)?;
        if !kind.trim().starts_with(ODS) {
            let is_document = kind.starts_with("application/vnd.oasis.opendocument");
            return Ok(Content::Other(if is_document { Unreadable::Document } else { Unreadable::Archive }));
        }
        if self.is_encrypted()? { Err(Unreadable::Locked) } else { Ok(Content::Ods) }
    }

    /// Whether the manifest of an open document says that its parts are.
    fn is_encrypted(&mut self) -> Result<bool, Unreadable> {
        let Some(mut manifest) = self.part("META-INF/manifest.xml")? else { return Ok(false) };
        while let Some(piece) = manifest.next()? {
            if piece.opens("encryption-data") || piece.opens("encrypted-key") {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.places.get(&name.to_lowercase()).copied()
    }

    /// A part as XML; none without one of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'b>>, Unreadable> {
        let Some(place) = self.place(name) else { return Ok(None) };
        let part = self.archive.by_index(place).map_err(|_| Unreadable::Broken)?;
        let metered = Metered { inner: part, left: Rc::clone(&self.left) };
        Ok(Some(Xml::new(BufReader::new(metered), Rc::clone(&self.left))))
    }
}

/// The number of parts that a zip64 directory declares is made room for, whatever it is.
fn refuse_endless(bytes: &[u8]) -> Result<(), Unreadable> {
    let places = memchr::memmem::find_iter(bytes, b"PK\x06\x06");
    let mut counts = places.filter_map(|place| bytes.get(place + 32..)?.first_chunk().copied().map(u64::from_le_bytes));
    if counts.any(|count| count > MOST_PARTS) { Err(Unreadable::TooLarge(Limit::Unfolded)) } else { Ok(()) }
}

/// Lets through what is left of the whole package's allowance.
pub(super) struct Metered<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(count as u64);
        self.left.set(left.unwrap_or(0));
        left.map(|_| count).ok_or_else(|| io::Error::other("unfolds to too much"))
    }
}
