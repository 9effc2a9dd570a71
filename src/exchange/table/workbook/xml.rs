//! XML in pieces: what opens, what closes, and the text between them with its entities resolved.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::BufRead;
use std::rc::Rc;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::exchange::table::read::{Limit, Unreadable};

/// XML as it is read.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    /// What is left of the package's allowance; nothing where that is why reading failed.
    left: Rc<Cell<u64>>,
}

/// A piece of XML. Names are without their namespace's prefix.
pub(super) enum Piece<'x> {
    Open(BytesStart<'x>),
    Close(BytesEnd<'x>),
    Text(Cow<'x, str>),
}

impl Piece<'_> {
    pub(super) fn opens(&self, name: &str) -> bool {
        matches!(self, Self::Open(tag) if tag.local_name().as_ref() == name)
    }

    pub(super) fn closes(&self, name: &str) -> bool {
        matches!(self, Self::Close(tag) if tag.local_name().as_ref() == name)
    }
}

/// An attribute's value by its name without prefix.
pub(super) fn attribute<'t>(tag: &'t BytesStart<'_>, name: &str) -> Option<Cow<'t, str>> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).filter_map(Result::ok);
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok()
}

/// An attribute as a number.
pub(super) fn number<N: std::str::FromStr>(tag: &BytesStart<'_>, name: &str) -> Option<N> {
    attribute(tag, name)?.trim().parse().ok()
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(inner: R, left: Rc<Cell<u64>>) -> Self {
        let mut reader = Reader::from_reader(inner);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Self { reader, buffer: Vec::new(), left }
    }

    /// The next piece; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'_>>, Unreadable> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| match self.left.get() {
            0 => Unreadable::TooLarge(Limit::Unfolded),
            _ => Unreadable::Broken,
        })?;
        Ok(match event {
            Event::Start(tag) | Event::Empty(tag) => Some(Piece::Open(tag)),
            Event::End(tag) => Some(Piece::Close(tag)),
            Event::Text(text) => Some(Piece::Text(text.xml10_content())),
            Event::CData(text) => Some(Piece::Text(text.xml10_content())),
            Event::GeneralRef(entity) => Some(Piece::Text(resolved(&entity).into())),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Some(Piece::Text("".into())),
            Event::Eof => None,
        })
    }

    /// Skips to where the tag that was just opened closes.
    pub(super) fn skip(&mut self) -> Result<(), Unreadable> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()?.ok_or(Unreadable::Broken)? {
                Piece::Open(_) => depth += 1,
                Piece::Close(_) => depth -= 1,
                Piece::Text(_) => {}
            }
        }
        Ok(())
    }
}

/// The letters an entity stands for; none for one that only the document itself explains.
fn resolved(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    resolve_predefined_entity(entity).unwrap_or_default().to_owned()
}
