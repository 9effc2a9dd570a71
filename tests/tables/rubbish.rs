//! What is no table: each said by its name, none a panic, none without end.

use std::io::Write;

use kuntatutor::exchange::table::read::{Limit, MOST_BYTES, Unreadable};
use kuntatutor::text::{Texts, Tongue};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{bytes, told};

#[test]
fn what_is_no_table_is_called_by_its_name() {
    let word = zipped(&[("[Content_Types].xml", "x"), ("word/document.xml", "x")]);
    let text = zipped(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let locked = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", "rubbish"),
    ]);
    let binary_workbook = zipped(&[("xl/workbook.bin", "x")]);
    let broken = zipped(&[("xl/styles.xml", "x")]);
    let other = zipped(&[("kuva.png", "x")]);
    let locked_office = compound("EncryptedPackage");
    let old_word = compound("WordDocument");
    let huge = vec![b'a'; MOST_BYTES + 1];
    let cases: [(&[u8], Unreadable); 22] = [
        (b"", Unreadable::Empty),
        (b" \r\n\t\n;;\n", Unreadable::Empty),
        (b"\xEF\xBB\xBF", Unreadable::Empty),
        (b"%PDF-1.7 ...", Unreadable::Pdf),
        (b"{\\rtf1 text}", Unreadable::Document),
        (b"\x89PNG\r\n\x1a\n", Unreadable::Picture),
        (b"\xFF\xD8\xFF\xE0", Unreadable::Picture),
        (b"{\"format\": 1}\n", Unreadable::Json),
        (b"[1, 2]", Unreadable::Json),
        (b"<!DOCTYPE html><table>", Unreadable::Markup),
        (b"<?xml version=\"1.0\"?><Workbook/>", Unreadable::Markup),
        (b"\x7FELF\0\0\0\x01\x02", Unreadable::Binary),
        (&word, Unreadable::Document),
        (&text, Unreadable::Document),
        (&locked, Unreadable::Locked),
        (&binary_workbook, Unreadable::OtherWorkbook),
        (&broken, Unreadable::Broken),
        (&other, Unreadable::Archive),
        (&locked_office, Unreadable::Locked),
        (&old_word, Unreadable::Document),
        (&huge, Unreadable::TooLarge(Limit::Bytes)),
        (b"a;b\nc;\"d\n", Unreadable::CutInQuote { line: 2 }),
    ];
    for (bytes, expected) in cases {
        assert_eq!(told(bytes), Err(expected), "{:?}", &bytes[..bytes.len().min(40)]);
        for tongue in Tongue::ALL {
            let sentence = expected.sentence(&Texts::new(tongue)).to_string();
            assert!(sentence.ends_with('.') && !sentence.contains("unreadable"), "{tongue:?}: {sentence}");
        }
    }
}

#[test]
fn what_unfolds_without_end_is_stopped() {
    let blanks = " ".repeat(1 << 20);
    let sheet = zipped_sheet(&mut |out| {
        for _ in 0..257 {
            out.write_all(blanks.as_bytes()).unwrap();
        }
    });
    assert_eq!(told(&sheet), Err(Unreadable::TooLarge(Limit::Unfolded)));
}

#[test]
fn too_many_cells_are_refused() {
    let row = |row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>");
    let far = (1..400).map(row).collect::<Vec<_>>().concat();
    let sheet = zipped_sheet(&mut |out| write!(out, "<worksheet><sheetData>{far}</sheetData></worksheet>").unwrap());
    assert_eq!(told(&sheet), Err(Unreadable::TooLarge(Limit::Cells)));
    assert_eq!(told(";".repeat(6_000_000).as_bytes()), Err(Unreadable::TooLarge(Limit::Cells)));
}

#[test]
fn what_a_sheet_only_declares_is_never_made_room_for() {
    for part in [
        "<worksheet><dimension ref=\"C5:A1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"18446744073709551615\"><c r=\"A1\"><v>1</v></c></row><row/></sheetData></worksheet>",
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"C9:A1\"/></mergeCells></worksheet>",
    ] {
        let sheet = zipped_sheet(&mut |out| out.write_all(part.as_bytes()).unwrap());
        assert_eq!(told(&sheet).unwrap().sheets[0].lines.len(), 1, "{part}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000), head in 0..4_usize) {
        let magic: [&[u8]; 4] = [b"", b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b"\xFF\xFE"];
        let _ = told(&[magic[head], &bytes].concat());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(?s)[a;,\t\"\n\r'=ä ]{0,200}|.*") {
        let _ = told(text.as_bytes());
    }

    #[test]
    fn damaged_files_are_read_or_refused(which in 0..5_usize, damages in prop::collection::vec(damage(), 1..12)) {
        let name = ["odd.xlsx", "odd.ods", "odd.xls", "merged.xlsx", "titled.csv"][which];
        let _ = told(&damaged(bytes(name), &damages));
    }

    /// Damage inside of the zip, where checksums would hide it from the readers.
    #[test]
    fn damaged_parts_are_read_or_refused(ods in any::<bool>(), part in any::<prop::sample::Index>(), damages in prop::collection::vec(damage(), 1..12)) {
        let mut parts = unzipped(&bytes(if ods { "odd.ods" } else { "odd.xlsx" }));
        let hit = part.index(parts.len());
        parts[hit].1 = damaged(std::mem::take(&mut parts[hit].1), &damages);
        let again: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect();
        let _ = told(&zipped(&again));
    }
}

/// Bytes put in the place of others.
#[derive(Clone, Debug)]
struct Damage {
    at: prop::sample::Index,
    cut: usize,
    put: Vec<u8>,
}

fn damage() -> impl Strategy<Value = Damage> {
    let numbers = ["0", "-1", "99999999999999999999", "4294967295", "1048577", "XFE1", "<", ">", "\"", "</row>", "&"];
    let put = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        prop::sample::select(numbers.map(|text| text.as_bytes().to_vec()).to_vec()),
        Just(vec![0xFF; 4]),
    ];
    (any::<prop::sample::Index>(), 0..12_usize, put).prop_map(|(at, cut, put)| Damage { at, cut, put })
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages.iter().filter(|_| !bytes.is_empty()).cloned().collect::<Vec<_>>() {
        if bytes.is_empty() {
            break;
        }
        let at = damage.at.index(bytes.len());
        let end = (at + damage.cut).min(bytes.len());
        bytes.splice(at..end, damage.put);
    }
    bytes
}

fn zipped(parts: &[(&str, impl AsRef<[u8]>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part.as_ref()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(super) fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        parts.push((name, content));
    }
    parts
}

/// A workbook with one sheet, whose part is written by the caller.
fn zipped_sheet(write: &mut dyn FnMut(&mut dyn Write)) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/worksheet\" Target=\"sheet1.xml\"/></Relationships>"
    );
    let workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"T\" r:id=\"r1\"/></sheets></workbook>";
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in [("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", &relations)] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    let fast = SimpleFileOptions::default().compression_level(Some(1));
    archive.start_file("xl/sheet1.xml", fast).unwrap();
    write(&mut archive);
    archive.finish().unwrap().into_inner()
}

/// A container of the older Office files with one stream of this name.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = vec![0_u8; 512 * 3];
    let mut put = |at: usize, put: &[u8]| bytes[at..at + put.len()].copy_from_slice(put);
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    put(0x1E, &9_u16.to_le_bytes());
    put(0x30, &1_u32.to_le_bytes());
    put(0x38, &4096_u32.to_le_bytes());
    put(0x3C, &[0xFE, 0xFF, 0xFF, 0xFF]);
    put(0x44, &[0xFE, 0xFF, 0xFF, 0xFF]);
    put(0x4C, &[0xFF; 436]);
    put(0x4C, &0_u32.to_le_bytes());
    put(512, &[0xFF; 512]);
    put(512 + 4, &[0xFE, 0xFF, 0xFF, 0xFF]);
    for (entry, (name, kind)) in [("Root Entry", 5_u8), (name, 2)].into_iter().enumerate() {
        let at = 1024 + entry * 128;
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(at, &letters);
        put(at + 64, &u16::try_from(letters.len() + 2).unwrap().to_le_bytes());
        put(at + 66, &[kind]);
        put(at + 116, &[0xFE, 0xFF, 0xFF, 0xFF]);
    }
    bytes
}

#[test]
fn a_spreadsheet_of_an_older_kind_is_told_with_the_way_out() {
    assert_eq!(told(&bytes("odd.xls")), Err(Unreadable::OtherWorkbook));
}
