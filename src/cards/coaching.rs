//! A coaching's card: what clashes and what is missing first, then what it says of itself, then its sessions.

use super::Writer;
use crate::book::show::Showing;
use crate::domain::{Coaching, Kind, Link, RecordRef, Session};
use crate::planning::{clashes, readiness};
use crate::text::Safe;
use crate::widgets::card::Tone;

pub(super) fn write(writer: &mut Writer<'_>, coaching: &Coaching) {
    troubles(writer, coaching);
    writer.fields(RecordRef::Coaching(coaching));
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let sessions = writer.showing.book.referring_as::<Session>(&link);
    writer.sessions(sessions);
}

fn troubles(writer: &mut Writer<'_>, coaching: &Coaching) {
    let Showing { book, texts, today, .. } = writer.showing;
    for clash in clashes::of_coaching(book, coaching) {
        let (mark, tone) = if clash.is_warning() { ("!", Tone::Warning) } else { ("·", Tone::Plain) };
        writer.line(Safe::own(mark), clash.remark(writer.showing), tone, clash.party);
    }
    for gap in readiness::of_coaching(book, coaching, today) {
        writer.line(Safe::own("·"), texts.say(gap.text_id()), Tone::Plain, None);
    }
}
