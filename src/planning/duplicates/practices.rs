//! Which practices are likely to be one.

use std::collections::HashSet;

use super::blocks::{Blocks, Candidates};
use super::names::{Likeness, Name, beginning, skeleton};
use super::{Certainty, Pair, Reason, pair, wanted};
use crate::book::Book;
use crate::domain::{Link, Practice};
use crate::find::fold::Folded;

/// A word that more practices of one municipality have in their titles tells nothing.
const COMMON: usize = 60;

/// The likely duplicates among practices; with `links` only those one of which is named there. Practices of
/// different municipalities are different ones, whatever they are called.
pub(super) fn find(book: &Book, links: Option<&HashSet<&Link>>) -> Vec<Pair> {
    let practices: Vec<&Practice> = book.all::<Practice>().filter(|it| it.municipality.is_some()).collect();
    let wanted = wanted(&practices, links);
    let mut scratch = Folded::default();
    let titles: Vec<Vec<Name>> = practices
        .iter()
        .map(|it| it.title.given().map(|title| Name::of([title.as_str()], &mut scratch)).collect())
        .collect();
    let mut blocks = Blocks::default();
    for (number, (practice, titles)) in (0..).zip(practices.iter().zip(&titles)) {
        let sounds = titles.iter().flat_map(|title| &title.parts).flat_map(|part| [skeleton(part), beginning(part)]);
        sounds.for_each(|sound| blocks.put((&practice.municipality, sound), number));
    }
    let mut candidates = Candidates::new(wanted.as_deref());
    blocks.each(|_, block| {
        if block.len() <= COMMON {
            candidates.take(block, |_, _| true);
        }
    });
    let judged = candidates.pairs().into_iter().filter_map(|(one, other)| {
        let (one, other) = (one as usize, other as usize);
        let evidence = judge(titles.get(one)?, titles.get(other)?)?;
        Some(pair(*practices.get(one)?, *practices.get(other)?, evidence))
    });
    judged.collect()
}

fn judge(one: &[Name], other: &[Name]) -> Option<(Vec<Reason>, Certainty)> {
    let likeness = one.iter().flat_map(|title| other.iter().map(|other| title.likeness(other))).max()?;
    let (reason, certainty) = match likeness {
        Likeness::Same => (Reason::SameTitle, Certainty::Certain),
        Likeness::Slip => (Reason::SimilarTitle, Certainty::Likely),
        _ => return None,
    };
    Some((vec![reason, Reason::SameMunicipality], certainty))
}
