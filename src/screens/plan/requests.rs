//! Requests: the season's coachings as a queue, by status.

use super::Sieve;
use super::rows::Item;
use crate::cards::columns;
use crate::domain::{Choice, Coaching, CoachingStatus, Kind, Link, Season};
use crate::layer::Cx;
use crate::text::Safe;
use crate::widgets::table::Cell;

/// The order in which one works through them: what waits for an answer first, what is over last.
const ORDER: [CoachingStatus; 9] = [
    CoachingStatus::Requested,
    CoachingStatus::Waiting,
    CoachingStatus::Offered,
    CoachingStatus::Planning,
    CoachingStatus::UnderWay,
    CoachingStatus::Postponed,
    CoachingStatus::Done,
    CoachingStatus::Declined,
    CoachingStatus::Cancelled,
];

/// The coachings under their statuses; within one the oldest request first. One without a status counts as asked.
pub(super) fn items(cx: &Cx<'_>, season: Option<&Season>, sieve: &Sieve) -> Vec<Item> {
    let of_season =
        |coaching: &&Coaching| season.is_none_or(|season| coaching.season.as_ref().is_none_or(|id| *id == season.id));
    let link = |coaching: &Coaching| Link::new(Kind::Coaching, coaching.id.clone());
    let mut coachings: Vec<(usize, &Coaching, Link)> = cx
        .showing
        .book
        .all::<Coaching>()
        .filter(of_season)
        .map(|coaching| (rank(coaching), coaching, link(coaching)))
        .filter(|(_, _, link)| sieve.lets(cx, std::iter::once(link)))
        .collect();
    coachings.sort_by_key(|(rank, coaching, link)| {
        let name = cx.showing.id(Kind::Municipality, coaching.municipality.as_ref());
        (*rank, coaching.asked_on.is_none(), coaching.asked_on, name.as_str().to_owned(), link.clone())
    });
    let mut items = Vec::new();
    for group in coachings.chunk_by(|(one, ..), (other, ..)| one == other) {
        if let Some((rank, ..)) = group.first() {
            items.push(Item::Heading(heading(cx, *rank, group.len())));
        }
        items.extend(group.iter().map(|(_, _, link)| Item::Record(link.clone())));
    }
    items
}

fn rank(coaching: &Coaching) -> usize {
    let status = coaching.status.unwrap_or(CoachingStatus::Requested);
    ORDER.iter().position(|other| *other == status).unwrap_or(0)
}

fn heading(cx: &Cx<'_>, rank: usize, count: usize) -> Safe {
    let status = ORDER.get(rank).map(|status| cx.showing.texts.choice("coaching-status", status.key()));
    cx.showing.texts.tell("plan-group", &[("group", status.unwrap_or_default().into()), ("count", count.into())])
}

/// Municipality; since when, or for when; what is missing, else who goes.
pub(super) fn cells(cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
    let Some(record) = cx.showing.book.record(link) else { return vec![Cell::new(cx.showing.link(link))] };
    columns::cells(cx.showing, record)
}

/// What a coaching lacks, or why nothing came of it; else how long it has waited, or who goes.
pub(super) fn state(cx: &Cx<'_>, coaching: &Coaching) -> Safe {
    let cells = cells(cx, &Link::new(Kind::Coaching, coaching.id.clone()));
    cells.into_iter().next_back().map(|cell| cell.text).unwrap_or_default()
}
