//! Practices: the library by theme, by municipality, or what was taken up most.

use std::cmp::Reverse;

use super::{Order, Stock};
use crate::command::Command;
use crate::domain::{Kind, Link, Practice, RecordRef};
use crate::find::collate::collate;
use crate::layer::Cx;
use crate::screens::rows::Item;
use crate::text::Safe;
use crate::widgets::table::{Cell, Col, fitted};

pub(super) static STOCK: Stock = Stock {
    kind: Kind::Practice,
    name: "tab-practices",
    empty: "empty-practices",
    orders: &[
        Order { name: "practices-by-theme", items: by_theme },
        Order { name: "practices-by-municipality", items: by_municipality },
        Order { name: "practices-by-uptake", items: by_uptake },
    ],
    cells,
    widths,
    is_mine: None,
    footer: {
        use Command::{Act, Add, CopyCard, Edit, Filter, Help, Lookup, New, NextStatus, NextView, Open, Who};
        &[Open, Help, NextStatus, Who, NextView, New, Edit, Filter, CopyCard, Act, Add, Lookup]
    },
};

fn found<'a>(cx: &Cx<'a>, links: &[Link]) -> Vec<&'a Practice> {
    links.iter().filter_map(|link| cx.showing.book.get::<Practice>(&link.id)).collect()
}

/// A practice stands under each of its themes.
fn by_theme(cx: &Cx<'_>, links: &[Link]) -> Vec<Item> {
    let named = found(cx, links).into_iter().flat_map(|practice| {
        let themes = practice.themes.iter().map(|theme| cx.showing.id(Kind::Theme, Some(theme)));
        let themes: Vec<Safe> = themes.collect();
        let themes = if themes.is_empty() { vec![Safe::default()] } else { themes };
        themes.into_iter().map(move |theme| (theme, practice))
    });
    grouped(cx, named.collect(), "practices-no-theme")
}

fn by_municipality(cx: &Cx<'_>, links: &[Link]) -> Vec<Item> {
    let named = found(cx, links)
        .into_iter()
        .map(|practice| (cx.showing.id(Kind::Municipality, practice.municipality.as_ref()), practice));
    grouped(cx, named.collect(), "practices-no-municipality")
}

/// Under names in the order of the names, what has none last; within one in the order of the titles.
fn grouped(cx: &Cx<'_>, mut named: Vec<(Safe, &Practice)>, none: &str) -> Vec<Item> {
    named.sort_by_cached_key(|(name, practice)| {
        let title = cx.showing.title(RecordRef::Practice(practice));
        (name.is_empty(), collate(name.as_str()), collate(title.as_str()), practice.id.clone())
    });
    let mut items = Vec::new();
    for group in named.chunk_by(|(one, _), (other, _)| one == other) {
        if let Some((name, _)) = group.first() {
            let name = if name.is_empty() { cx.showing.texts.say(none) } else { name.clone() };
            let places = [("group", name.into()), ("count", group.len().into())];
            items.push(Item::Heading(cx.showing.texts.tell("plan-group", &places)));
        }
        items.extend(group.iter().map(|(_, practice)| item(practice)));
    }
    items
}

/// Those most often taken up first.
fn by_uptake(cx: &Cx<'_>, links: &[Link]) -> Vec<Item> {
    let mut practices = found(cx, links);
    practices.sort_by_key(|practice| Reverse(practice.uptakes.len()));
    practices.into_iter().map(item).collect()
}

fn item(practice: &Practice) -> Item {
    Item::Record(Link::new(Kind::Practice, practice.id.clone()))
}

/// Its title, where it is practised, and how many took it up.
fn cells(cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
    let Some(practice) = cx.showing.book.get::<Practice>(&link.id) else {
        return vec![Cell::new(cx.showing.link(link))];
    };
    let taken = match practice.uptakes.len() {
        0 => Safe::default(),
        count => cx.showing.texts.tell("practice-uptakes", &[("count", count.into())]),
    };
    vec![
        Cell::new(cx.showing.title(RecordRef::Practice(practice))),
        Cell::dim(cx.showing.id(Kind::Municipality, practice.municipality.as_ref())),
        Cell::dim(taken),
    ]
}

fn widths(width: u16) -> Vec<u16> {
    fitted(&[Col::grows(20, 0), Col::fixed(14, 1), Col::fixed(20, 2)], width)
}
