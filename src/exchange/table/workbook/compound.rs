//! The container of Office files up to 2003 (MS-CFB): a small file system of sectors.

use crate::exchange::table::read::Unreadable;

/// Sector numbers from here on are marks and end a chain.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
/// How many table sectors the header itself names.
const IN_HEADER: usize = 109;
const ENTRY: usize = 128;

/// An open container.
pub(super) struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    /// Where streams below this size lie in pieces of 64 bytes.
    small: Vec<u8>,
    least: usize,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    is_stream: bool,
    start: u32,
    size: usize,
}

impl<'b> Container<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        Self::opened(bytes).ok_or(Unreadable::Broken)
    }

    fn opened(bytes: &'b [u8]) -> Option<Self> {
        let sector = match short(bytes, 0x1E)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self {
            bytes,
            sector,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            least: long(bytes, 0x38)? as usize,
            entries: Vec::new(),
        };
        container.table = container.sector_table()?;
        container.small_table = longs(&container.chain(long(bytes, 0x3C)?, usize::MAX));
        let folder = container.chain(long(bytes, 0x30)?, usize::MAX);
        container.entries = folder.chunks_exact(ENTRY).filter_map(entry).collect();
        let root = container.entries.first()?;
        container.small = container.chain(root.start, root.size);
        Some(container)
    }

    /// Whether it holds an entry of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The content of a stream; none without one of that name.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(entry) = self.entries.iter().find(|entry| entry.is_stream && entry.name == name) else {
            return Ok(None);
        };
        let content =
            if entry.size < self.least { self.small_chain(entry) } else { self.chain(entry.start, entry.size) };
        if content.is_empty() { Err(Unreadable::Broken) } else { Ok(Some(content)) }
    }

    /// Which sector follows which.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let mut sectors = longs(self.bytes.get(0x4C..0x4C + 4 * IN_HEADER)?);
        let mut next = long(self.bytes, 0x44)?;
        let most = self.bytes.len() / self.sector;
        // Further sectors name more of them, each in its last place the next.
        for _ in 0..most {
            let Some(sector) = self.at(next) else { break };
            let mut named = longs(sector);
            next = named.pop()?;
            sectors.append(&mut named);
        }
        let named = sectors.into_iter().filter(|sector| *sector < FIRST_MARK).take(most);
        Some(named.filter_map(|sector| self.at(sector)).flat_map(longs).collect())
    }

    fn at(&self, sector: u32) -> Option<&'b [u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file may be cut short.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let (mut content, mut sector) = (Vec::new(), start);
        // A chain that bites its own tail ends where it would be longer than the file.
        while content.len() < size.min(self.bytes.len()) {
            let Some(bytes) = self.at(sector).filter(|bytes| !bytes.is_empty()) else { break };
            content.extend_from_slice(bytes);
            let Some(next) = self.table.get(sector as usize) else { break };
            sector = *next;
        }
        content.truncate(size);
        content
    }

    fn small_chain(&self, entry: &Entry) -> Vec<u8> {
        let (mut content, mut piece) = (Vec::new(), entry.start);
        while content.len() < entry.size {
            let start = (piece as usize).saturating_mul(64);
            let Some(bytes) = self.small.get(start..start.saturating_add(64)) else { break };
            content.extend_from_slice(bytes);
            let Some(next) = self.small_table.get(piece as usize) else { break };
            piece = *next;
        }
        content.truncate(entry.size);
        content
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(short(bytes, 64)?).checked_sub(2)?;
    let letters: Vec<u16> =
        bytes.get(..length)?.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&letters),
        is_stream: bytes.get(66) == Some(&2),
        start: long(bytes, 116)?,
        size: long(bytes, 120)? as usize,
    })
}

/// The two bytes at a place, as a number.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

/// The four bytes at a place, as a number.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}
