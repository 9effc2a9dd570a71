//! Requests: the season's coachings as a queue, by status.

use super::agenda::warning;
use super::selection::next_session;
use crate::cards::columns::how_it_stands;
use crate::domain::{Choice, Coaching, CoachingStatus, Kind, Link, RecordRef, Season};
use crate::layer::Cx;
use crate::planning::readiness::of_coaching;
use crate::planning::rounds::places_left;
use crate::screens::rows::Item;
use crate::screens::sieve::Sieve;
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, Weight, fitted};

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
    if coachings.is_empty() {
        return Vec::new();
    }
    let mut items: Vec<Item> = season.and_then(|season| places(cx, season)).into_iter().collect();
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
    let Some(RecordRef::Coaching(coaching)) = cx.showing.book.record(link) else {
        return vec![Cell::new(cx.showing.link(link))];
    };
    // Nearly all are of the season at hand, which the status line names.
    let name = match cx.showing.season {
        Some(season) if coaching.season.as_ref() == Some(&season.id) => {
            cx.showing.id(Kind::Municipality, coaching.municipality.as_ref())
        }
        _ => cx.showing.title(RecordRef::Coaching(coaching)),
    };
    vec![Cell::new(name), Cell::dim(when(cx, coaching)), state(cx, coaching)]
}

/// The next meeting's day or the week planned, else since when it waits or why nothing came of it.
fn when(cx: &Cx<'_>, coaching: &Coaching) -> Safe {
    use CoachingStatus::{Planning, UnderWay};
    let texts = cx.showing.texts;
    if matches!(coaching.status, Some(Planning | UnderWay)) {
        if let Some(session) = next_session(cx.showing.book, coaching, cx.showing.today)
            && let Some(day) = session.date.filter(|day| *day >= cx.showing.today)
        {
            return texts.day(day, cx.showing.today);
        }
        if let Some(week) = coaching.planned_week {
            let number = usize::from(week.iso_week_date().week().unsigned_abs());
            return texts.tell("requests-week", &[("week", number.into())]);
        }
    }
    how_it_stands(cx.showing, coaching)
}

/// How wide the columns are.
pub(super) fn widths(width: u16) -> Vec<u16> {
    fitted(&[Col::grows(12, 0), Col::fixed(21, 0), Col::grows(14, 1)], width)
}

/// What is wrong with the next session of a coaching, or what the coaching lacks, else who goes.
pub(super) fn state(cx: &Cx<'_>, coaching: &Coaching) -> Cell {
    let next = next_session(cx.showing.book, coaching, cx.showing.today);
    if let Some(words) = next.and_then(|session| warning(cx, session)) {
        return Cell { text: words, weight: Weight::Warning, matched: Vec::new() };
    }
    let gaps = of_coaching(cx.showing.book, coaching, cx.showing.today);
    if let Some(gap) = gaps.first() {
        let words = cx.showing.texts.say(gap.text_id());
        return Cell::new(Safe::line(&format!("{} {words}", cx.looks.gap())));
    }
    let people = coaching.tutors.iter().map(|id| cx.showing.id(Kind::Person, Some(id)));
    let offices = coaching.tutor_municipalities.iter().map(|id| cx.showing.id(Kind::Municipality, Some(id)));
    Cell::dim(Safe::join(people.chain(offices), &Safe::own(", ")))
}

/// How many places the rounds have left, those that say how many they have.
fn places(cx: &Cx<'_>, season: &Season) -> Option<Item> {
    let places = season.rounds.iter().filter_map(|round| {
        let left = places_left(cx.showing.book, season, round)?;
        let left = usize::try_from(left).unwrap_or(usize::MAX);
        Some(
            cx.showing
                .texts
                .tell("requests-places", &[("round", Safe::line(&round.name).into()), ("count", left.into())]),
        )
    });
    let places = Safe::join(places, &Safe::own(" · "));
    (!places.is_empty()).then_some(Item::Heading(places))
}
