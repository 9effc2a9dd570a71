//! Copying with `y`: what of which records goes to the clipboard, and what is said of it.

use super::{App, records};
use crate::book::show::Showing;
use crate::cards::copy::{self, Addresses};
use crate::command::Command;
use crate::domain::{Link, RecordRef};
use crate::effect::{COPY_MOST, Effect};
use crate::layer::{Cx, Layer, WhyNot};
use crate::text::Safe;
use crate::widgets::frame::TOAST_MOST;
use crate::widgets::wrap::wrap_limited;

/// What is copied with `y`.
#[derive(Clone, Copy)]
pub(super) enum Copying {
    Email,
    Phone,
    Card,
    Addresses,
}

/// So many of those without an address are named.
const NAMED: usize = 3;

pub(super) const fn copying(command: Command) -> Option<Copying> {
    match command {
        Command::CopyEmail => Some(Copying::Email),
        Command::CopyPhone => Some(Copying::Phone),
        Command::CopyCard => Some(Copying::Card),
        Command::CopyAddresses => Some(Copying::Addresses),
        _ => None,
    }
}

impl App {
    pub(super) fn copy(&mut self, copying: Copying) -> Vec<Effect> {
        let cx = self.desk.cx();
        let Some(top) = self.top() else { return Vec::new() };
        let links = meant(&cx, top, copying);
        let (text, told) = match copying {
            Copying::Addresses => {
                let addresses = copy::addresses(cx.showing, &links);
                (addresses.line(), told(&cx, &addresses))
            }
            Copying::Card if top.to_copy(&cx).is_some() => {
                (top.to_copy(&cx).unwrap_or_default(), sent(cx.showing, cx.showing.texts.say(top.copied()), 0))
            }
            Copying::Card => {
                (copy::cards(cx.showing, &links), sent(cx.showing, cx.showing.texts.say("copied-card"), 0))
            }
            Copying::Email => of_each(cx.showing, &links, copy::email),
            Copying::Phone => of_each(cx.showing, &links, copy::phone),
        };
        self.toast = told;
        self.copied = Some(text.clone());
        if text.as_str().len() > COPY_MOST {
            self.toast = self.desk.texts.say("copy-too-long");
            return Vec::new();
        }
        let mut effects = vec![Effect::Copy(text)];
        if let [link] = links.as_slice() {
            effects.extend(self.note_use(link));
        }
        effects
    }
}

/// The records whose part is copied: those a command is about; of addresses all that a list shows.
fn meant(cx: &Cx<'_>, top: &dyn Layer, copying: Copying) -> Vec<Link> {
    match (copying, top.listing(cx)) {
        (Copying::Addresses, Some(listing)) => {
            let records = listing.meant().iter().filter_map(|place| cx.showing.book.at(*place));
            records.map(RecordRef::link).collect()
        }
        _ => top.subjects(cx),
    }
}

/// The part of each record with `;` between, and what is said of it.
fn of_each(showing: Showing<'_>, links: &[Link], part: fn(Showing<'_>, RecordRef<'_>) -> Safe) -> (Safe, Safe) {
    let records = links.iter().filter_map(|link| showing.book.record(link));
    let parts: Vec<Safe> = records.map(|record| part(showing, record)).collect();
    let without = parts.iter().filter(|part| part.is_empty()).count();
    let text = Safe::join(parts.iter().filter(|part| !part.is_empty()), &Safe::own("; "));
    (text.clone(), sent(showing, text, without))
}

fn sent(showing: Showing<'_>, what: Safe, without: usize) -> Safe {
    let what = ("what", what.into());
    match without {
        0 => showing.texts.tell("copied", &[what]),
        without => showing.texts.tell("copied-without", &[what, ("count", without.into())]),
    }
}

/// How many addresses were copied and who has none, as many of these by name as there is room for.
fn told(cx: &Cx<'_>, addresses: &Addresses) -> Safe {
    let texts = cx.showing.texts;
    let count = match addresses.found.as_slice() {
        [one] => one.clone(),
        several => texts.tell("addresses-count", &[("count", several.len().into())]),
    };
    let with_names = |named: usize| {
        let told = addresses.told(cx.showing, named);
        let what = Safe::join(std::iter::once(count.clone()).chain(told), &Safe::own(" · "));
        texts.tell("copied", &[("what", what.into())])
    };
    let width = cx.body.width.saturating_sub(2);
    let fits = |told: &Safe| wrap_limited(told, width, TOAST_MOST + 1).len() <= TOAST_MOST;
    (1..=NAMED).rev().map(with_names).find(fits).unwrap_or_else(|| with_names(1))
}

/// Whether there is something to copy, and else why not.
pub(super) fn can_copy(cx: &Cx<'_>, top: &dyn Layer, copying: Copying) -> Result<(), WhyNot> {
    if matches!(copying, Copying::Addresses) {
        let links = meant(cx, top, copying);
        let any = links.iter().any(|link| copy::has_address(cx.showing, link));
        return if links.is_empty() { Err("nothing-here") } else { any.then_some(()).ok_or("missing-email") };
    }
    if matches!(copying, Copying::Card) && top.to_copy(cx).is_some() {
        return Ok(());
    }
    let records = records(cx, top);
    let none = |part: fn(Showing<'_>, RecordRef<'_>) -> Safe| {
        records.iter().all(|record| part(cx.showing, *record).is_empty())
    };
    match copying {
        _ if records.is_empty() => Err("nothing-here"),
        Copying::Email if none(copy::email) => Err("missing-email"),
        Copying::Phone if none(copy::phone) => Err("missing-phone"),
        _ => Ok(()),
    }
}
