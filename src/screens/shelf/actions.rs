//! Actions: what is overdue first, then this month, later, without a day, and what is done; or by owner or
//! municipality.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{Order, Stock};
use crate::command::Command;
use crate::domain::{Action, ActionStatus, Choice as _, FieldKind, Id, Kind, Link, Value, Who};
use crate::find::collate::collate;
use crate::layer::Cx;
use crate::planning::figures::{is_open, is_overdue};
use crate::screens::rows::Item;
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, Weight, fitted};

pub(super) static STOCK: Stock = Stock {
    kind: Kind::Action,
    name: "tab-actions",
    empty: "empty-actions",
    orders: &[
        Order { name: "actions-by-day", items: by_day },
        Order { name: "actions-by-owner", items: by_owner },
        Order { name: "actions-by-municipality", items: by_municipality },
    ],
    cells,
    widths,
    is_mine: Some(is_mine),
    footer: {
        use Command::{Add, Edit, Filter, Help, Lookup, Mine, New, NextStatus, NextView, Note, Open, Quick};
        &[Open, Help, NextStatus, Quick, NextView, New, Mine, Edit, Filter, Note, Add, Lookup]
    },
};

/// When an action is due, as one looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Overdue,
    ThisMonth,
    Later,
    NoDay,
    Done,
    Dropped,
}

impl When {
    fn of(action: &Action, today: Date) -> Self {
        match (action.status, action.due) {
            (Some(ActionStatus::Done), _) => Self::Done,
            (Some(ActionStatus::Dropped), _) => Self::Dropped,
            (_, None) => Self::NoDay,
            (_, Some(due)) if due < today => Self::Overdue,
            (_, Some(due)) if due <= today.last_of_month() => Self::ThisMonth,
            _ => Self::Later,
        }
    }

    const fn text_id(self) -> &'static str {
        match self {
            Self::Overdue => "actions-overdue",
            Self::ThisMonth => "actions-this-month",
            Self::Later => "actions-later",
            Self::NoDay => "actions-no-day",
            Self::Done => "actions-are-done",
            Self::Dropped => "actions-dropped",
        }
    }
}

fn found<'a>(cx: &Cx<'a>, links: &[Link]) -> Vec<&'a Action> {
    links.iter().filter_map(|link| cx.showing.book.get::<Action>(&link.id)).collect()
}

/// What is to be done by its day; what is done the latest first.
fn by_day(cx: &Cx<'_>, links: &[Link]) -> Vec<Item> {
    let today = cx.showing.today;
    let mut actions: Vec<(When, &Action)> =
        found(cx, links).into_iter().map(|action| (When::of(action, today), action)).collect();
    actions.sort_by_key(|(when, action)| {
        let done = Reverse(action.done_on.filter(|_| *when >= When::Done));
        (*when, done, action.due)
    });
    let mut items = Vec::new();
    for group in actions.chunk_by(|(one, _), (other, _)| one == other) {
        if let Some((when, _)) = group.first() {
            items.push(heading(cx, &cx.showing.texts.say(when.text_id()), group.len()));
        }
        items.extend(group.iter().map(|(_, action)| item(action)));
    }
    items
}

fn by_owner(cx: &Cx<'_>, links: &[Link]) -> Vec<Item> {
    by_name(cx, links, "actions-no-owner", |action| owner(cx, action))
}

fn by_municipality(cx: &Cx<'_>, links: &[Link]) -> Vec<Item> {
    by_name(cx, links, "actions-no-municipality", |action| {
        cx.showing.id(Kind::Municipality, action.municipality.as_ref())
    })
}

/// Under a name, those without one last; within it the open ones by their day. How far each has come stands beside it.
fn by_name(cx: &Cx<'_>, links: &[Link], none: &str, name: impl Fn(&Action) -> Safe) -> Vec<Item> {
    let mut actions: Vec<(Safe, &Action)> = found(cx, links).into_iter().map(|action| (name(action), action)).collect();
    actions.sort_by_cached_key(|(name, action)| {
        (name.is_empty(), collate(name.as_str()), !is_open(action), action.due.is_none(), action.due)
    });
    let mut items = Vec::new();
    for group in actions.chunk_by(|(one, _), (other, _)| one == other) {
        if let Some((name, _)) = group.first() {
            let name = if name.is_empty() { cx.showing.texts.say(none) } else { name.clone() };
            let counted = group.iter().filter(|(_, action)| action.status != Some(ActionStatus::Dropped));
            let done = group.iter().filter(|(_, action)| action.status == Some(ActionStatus::Done)).count();
            let places = [("done", done.into()), ("all", counted.count().into())];
            let progress = cx.showing.texts.tell("actions-done", &places);
            items.push(Item::Heading(Safe::join([name, progress], &Safe::own(" · "))));
        }
        items.extend(group.iter().map(|(_, action)| item(action)));
    }
    items
}

fn heading(cx: &Cx<'_>, name: &Safe, count: usize) -> Item {
    Item::Heading(cx.showing.texts.tell("plan-group", &[("group", name.clone().into()), ("count", count.into())]))
}

fn item(action: &Action) -> Item {
    Item::Record(Link::new(Kind::Action, action.id.clone()))
}

fn is_mine(cx: &Cx<'_>, id: &Id) -> bool {
    let owner = cx.showing.book.get::<Action>(id).map(|action| &action.owner);
    matches!((owner, cx.me), (Some(Who::Person(owner)), Some(me)) if owner == me)
}

fn owner(cx: &Cx<'_>, action: &Action) -> Safe {
    match &action.owner {
        Who::Nobody => Safe::default(),
        Who::Person(id) => cx.showing.id(Kind::Person, Some(id)),
        Who::Name(name) => Safe::line(name),
    }
}

/// What, by when or since when it is done, whose and where.
fn cells(cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
    let texts = cx.showing.texts;
    let Some(action) = cx.showing.book.get::<Action>(&link.id) else { return vec![Cell::new(cx.showing.link(link))] };
    let late = is_overdue(action, cx.showing.today);
    let day = match action.status {
        Some(ActionStatus::Done) => action.done_on,
        _ => action.due,
    };
    let day = day.map(|day| texts.day(day, cx.showing.today)).unwrap_or_default();
    let day = if action.status == Some(ActionStatus::Dropped) {
        cx.showing.value(&FieldKind::choice::<ActionStatus>(), &Value::Choice(ActionStatus::Dropped.key()))
    } else {
        day
    };
    let weight = if late { Weight::Warning } else { Weight::Dim };
    vec![
        Cell::new(Safe::short(&action.what)),
        Cell { text: day, weight, matched: Vec::new() },
        Cell::dim(cx.showing.id(Kind::Municipality, action.municipality.as_ref())),
        Cell::dim(owner(cx, action)),
    ]
}

fn widths(width: u16) -> Vec<u16> {
    fitted(&[Col::grows(20, 0), Col::fixed(14, 0), Col::fixed(12, 1), Col::fixed(16, 2)], width)
}
