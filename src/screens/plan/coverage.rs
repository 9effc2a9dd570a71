//! Coverage: every target municipality and how far the season has come with it, the oldest gap first.

use std::collections::HashMap;

use crate::book::Place;
use crate::domain::{Choice as _, Coaching, Kind, Link, Session};
use crate::layer::Cx;
use crate::planning::coverage::{Reached, Stage, Standing, coverage, sums};
use crate::planning::figures::reach;
use crate::screens::rows::Item;
use crate::screens::sieve::Sieve;
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, fitted};

/// Where every target stands.
#[derive(Debug, Default)]
pub(super) struct Standings {
    of: Vec<(Link, Standing)>,
    /// Whether "never reached" is only as far as is known.
    as_far_as_known: bool,
}

/// From this width on the steps stand beside each other; below, the one it has come to is named.
const STEPS_BESIDE: u16 = 100;

impl Standings {
    /// Looks again.
    pub(super) fn refresh(&mut self, cx: &Cx<'_>) {
        let book = cx.showing.book;
        let Some(season) = cx.showing.season else {
            self.of.clear();
            return;
        };
        let link = |standing: &Standing| Link::new(Kind::Municipality, standing.municipality.clone());
        let mut standings = coverage(book, season, cx.showing.today);
        // Who is equally far on stands in the order of the names.
        let places = cx.finder.in_order(Kind::Municipality);
        let order: HashMap<&Place, usize> = places.iter().enumerate().map(|(at, place)| (place, at)).collect();
        let at = |standing: &Standing| order.get(&book.place(&link(standing))?).copied();
        for equal in standings.chunk_by_mut(|one, other| far(one) == far(other)) {
            equal.sort_by_cached_key(at);
        }
        self.of = standings.into_iter().map(|standing| (link(&standing), standing)).collect();
        self.as_far_as_known = reach(book, season).as_far_as_known;
    }

    /// The municipalities, or those of them that were looked for themselves or by their coaching.
    pub(super) fn items(&self, cx: &Cx<'_>, sieve: &Sieve) -> Vec<Item> {
        let wanted = self.of.iter().filter(|(link, standing)| {
            let coaching = standing.coaching.clone().map(|id| Link::new(Kind::Coaching, id));
            sieve.lets(cx, std::iter::once(link).chain(&coaching))
        });
        wanted.map(|(link, _)| Item::Record(link.clone())).collect()
    }

    /// What one municipality's row says; as many cells as [`columns`] has.
    pub(super) fn cells(&self, cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
        let name = Cell::new(cx.showing.link(link));
        let Some((_, standing)) = self.of.iter().find(|(other, _)| other == link) else { return vec![name] };
        let held = if standing.held == 0 { Safe::own("–") } else { Safe::line(&standing.held.to_string()) };
        let feedback = match standing.feedback.expected {
            0 => Safe::own("–"),
            expected => Safe::line(&format!("{}/{expected}", standing.feedback.given)),
        };
        let mut cells = vec![name, Cell::dim(self.last(cx, standing))];
        if cx.body.width >= STEPS_BESIDE {
            cells.extend(steps(cx, standing).map(Cell::new));
        } else {
            cells.push(Cell::new(stage(cx, standing)));
        }
        cells.extend([Cell::new(held), Cell::new(feedback), Cell::dim(next(cx, standing))]);
        cells
    }

    fn last(&self, cx: &Cx<'_>, standing: &Standing) -> Safe {
        let texts = cx.showing.texts;
        match &standing.last_reached {
            None if self.as_far_as_known => texts.say("coverage-never-short-known"),
            None => texts.say("coverage-never"),
            Some(last) => {
                last.day.map_or_else(|| cx.showing.id(Kind::Season, Some(&last.season)), |day| texts.date(day))
            }
        }
    }

    /// How many of the targets were reached.
    pub(super) fn remark(&self, cx: &Cx<'_>) -> Safe {
        let sums = sums(&self.of.iter().map(|(_, standing)| standing.clone()).collect::<Vec<_>>());
        let places = [("reached", sums.reached.into()), ("targets", sums.targets.into())];
        cx.showing.texts.tell("coverage-remark", &places)
    }
}

/// How far a municipality is, and when it was reached.
fn far(standing: &Standing) -> (Stage, Option<&Reached>) {
    (standing.stage, standing.last_reached.as_ref())
}

/// Asked, offered, planned: a mark for each step it has come, and the day of what is planned.
fn steps(cx: &Cx<'_>, standing: &Standing) -> [Safe; 3] {
    let come = |stage: Stage| {
        let passed = standing.stage >= stage && standing.stage != Stage::OptedOut;
        if passed { Safe::own(cx.looks.marked()) } else { Safe::own("–") }
    };
    let session = standing.next.as_ref().and_then(|id| cx.showing.book.get::<Session>(id));
    let day = session.and_then(|session| session.date).map(|day| cx.showing.texts.short_date(day));
    [come(Stage::Asked), come(Stage::Offered), day.unwrap_or_else(|| come(Stage::Planned))]
}

/// The step it has come to, with the day of what is planned.
fn stage(cx: &Cx<'_>, standing: &Standing) -> Safe {
    let texts = cx.showing.texts;
    let session = standing.next.as_ref().and_then(|id| cx.showing.book.get::<Session>(id));
    match session.and_then(|session| session.date) {
        Some(day) if !standing.stage.is_reached() => texts.short_date(day),
        _ => texts.say(standing.stage.text_id()),
    }
}

/// Why it opted out, how long it has waited, or what its next session lacks.
fn next(cx: &Cx<'_>, standing: &Standing) -> Safe {
    let texts = cx.showing.texts;
    if standing.stage == Stage::OptedOut {
        let rows = cx.showing.season.map(|season| &season.opt_outs);
        let row =
            rows.and_then(|rows| rows.iter().find(|row| row.municipality.as_ref() == Some(&standing.municipality)));
        let reason = row.map(|row| Safe::line(&row.reason)).unwrap_or_default();
        let on = standing.opted_out.map(|day| texts.date(day));
        return Safe::join(on.into_iter().chain([reason]).filter(|part| !part.is_empty()), &Safe::own(" "));
    }
    let coaching = standing.coaching.as_ref().and_then(|id| cx.showing.book.get::<Coaching>(id));
    let state = coaching.map(|coaching| super::requests::state(cx, coaching).text).unwrap_or_default();
    // Where only steps are shown, those who wait or said no would look like nobody was asked.
    let unseen = cx.body.width >= STEPS_BESIDE && matches!(standing.stage, Stage::Waiting | Stage::NotNow);
    let status = coaching.and_then(|coaching| coaching.status).filter(|_| unseen);
    let status = status.map(|status| texts.choice("coaching-status", status.key()));
    Safe::join(status.into_iter().chain([state]).filter(|part| !part.is_empty()), &Safe::own(" · "))
}

/// What stands above the columns, and how wide they are; the last ones give way where it is narrow.
pub(super) fn columns(cx: &Cx<'_>, width: u16) -> (Vec<Safe>, Vec<u16>) {
    let say = |ids: &[&str]| ids.iter().map(|id| cx.showing.texts.say(id)).collect::<Vec<_>>();
    if cx.body.width >= STEPS_BESIDE {
        let heads = [
            "coverage-municipality",
            "coverage-last",
            "stage-asked",
            "stage-offered",
            "coverage-planned",
            "stage-held",
            "coverage-feedback",
            "coverage-then",
        ];
        let columns = [
            Col::grows(16, 0),
            Col::fixed(14, 0),
            Col::fixed(8, 0),
            Col::fixed(8, 0),
            Col::fixed(9, 0),
            Col::fixed(7, 0),
            Col::fixed(8, 0),
            Col::grows(16, 0),
        ];
        return (say(&heads), fitted(&columns, width));
    }
    let heads = [
        "coverage-municipality",
        "coverage-last",
        "coverage-stage",
        "stage-held",
        "coverage-feedback",
        "coverage-then",
    ];
    let columns = [
        Col::grows(14, 0),
        Col::fixed(14, 2),
        Col::fixed(16, 0),
        Col::fixed(7, 5),
        Col::fixed(7, 4),
        Col::grows(14, 3),
    ];
    (say(&heads), fitted(&columns, width))
}
