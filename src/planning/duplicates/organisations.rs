//! Which organisations are likely to be one.

use std::collections::HashSet;

use ecow::EcoString;

use super::blocks::{Blocks, Candidates};
use super::contacts::{dialled, host};
use super::names::{Likeness, Name, beginning, skeleton};
use super::{Certainty, Pair, Reason, pair, wanted};
use crate::book::Book;
use crate::domain::{Link, Organisation};
use crate::find::fold::Folded;

/// What says only how an organisation is registered: `ry`, `r.y.`, `Oy Ab`.
const REGISTERED: [&str; 8] = ["ry", "rf", "oy", "ab", "oyj", "r", "y", "f"];

/// More organisations than this behind one site are its guests.
const GUESTS: usize = 4;

/// A word that more organisations have in their names tells nothing.
const COMMON: usize = 60;

/// An organisation as it is compared.
struct Known {
    /// Its names, in whichever language.
    names: Vec<Name>,
    hosts: Vec<EcoString>,
    phone: Option<EcoString>,
}

/// The likely duplicates among organisations; with `links` only those one of which is named there.
pub(super) fn find(book: &Book, links: Option<&HashSet<&Link>>) -> Vec<Pair> {
    let organisations: Vec<&Organisation> = book.all::<Organisation>().collect();
    let wanted = wanted(&organisations, links);
    let mut scratch = Folded::default();
    let known: Vec<Known> = organisations
        .iter()
        .map(|it| Known {
            names: it.name.given().map(|name| named(name, &mut scratch)).collect(),
            hosts: [&it.website, &it.email].into_iter().filter_map(|text| host(text)).collect(),
            phone: dialled(&it.phone),
        })
        .collect();
    let (mut words, mut hosts) = (Blocks::default(), Blocks::default());
    for (number, known) in (0..).zip(&known) {
        for name in &known.names {
            words.put(&name.parts, number);
            let sounds = name.parts.iter().flat_map(|part| [skeleton(part), beginning(part)]);
            sounds.for_each(|sound| words.put(sound, number));
        }
        known.hosts.iter().for_each(|host| hosts.put(host, number));
    }
    let mut candidates = Candidates::new(wanted.as_deref());
    words.each(|_, block| {
        if block.len() <= COMMON {
            candidates.take(block, |_, _| true);
        }
    });
    hosts.each(|_, block| {
        if block.len() <= GUESTS {
            candidates.take(block, |_, _| true);
        }
    });
    let judged = candidates.pairs().into_iter().filter_map(|(one, other)| {
        let (one, other) = (one as usize, other as usize);
        let evidence = judge(known.get(one)?, known.get(other)?)?;
        Some(pair(*organisations.get(one)?, *organisations.get(other)?, evidence))
    });
    judged.collect()
}

/// An organisation's name without what says how it is registered.
fn named(name: &str, scratch: &mut Folded) -> Name {
    let mut name = Name::of([name], scratch);
    if name.parts.iter().any(|part| !REGISTERED.contains(&part.as_str())) {
        name.parts.retain(|part| !REGISTERED.contains(&part.as_str()));
    }
    name
}

fn judge(one: &Known, other: &Known) -> Option<(Vec<Reason>, Certainty)> {
    let pairs = one.names.iter().flat_map(|name| other.names.iter().map(move |other| (name, other)));
    let likeness = pairs.clone().map(|(name, other)| name.likeness(other)).max()?;
    // Digi- ja väestötietovirasto, and the same with (DVV) behind it.
    let within = pairs.clone().any(|(name, other)| {
        let part_of = |one: &Name, other: &Name| one.parts.iter().all(|part| other.parts.contains(part));
        part_of(name, other) || part_of(other, name)
    });
    let site = one.hosts.iter().any(|host| other.hosts.contains(host));
    let phone = one.phone.is_some() && one.phone == other.phone;
    let other_reasons = || {
        let reasons = [site.then_some(Reason::SameSite), phone.then_some(Reason::SamePhone)];
        reasons.into_iter().flatten()
    };
    let (reason, certainty) = match likeness {
        Likeness::Same if site || phone => (Reason::SameName, Certainty::Certain),
        Likeness::Same => (Reason::SameName, Certainty::Likely),
        Likeness::Slip if site || phone => (Reason::SimilarName, Certainty::Certain),
        Likeness::Slip => (Reason::SimilarName, Certainty::Likely),
        Likeness::Close | Likeness::Shorter if site => (Reason::SimilarName, Certainty::Likely),
        _ if site && within => (Reason::SimilarName, Certainty::Likely),
        _ => return None,
    };
    Some((std::iter::once(reason).chain(other_reasons()).collect(), certainty))
}
