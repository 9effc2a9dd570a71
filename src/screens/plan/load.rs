//! Load: what the season's tutors and tutor municipalities have taken on, against what they take at the most.

use crate::domain::{Coaching, Kind, Link, Person, Value};
use crate::layer::Cx;
use crate::planning::tutors::{Load, Tutor, absence, counts, has_left, home, load, tutors};
use crate::screens::rows::Item;
use crate::screens::sieve::Sieve;
use crate::text::Safe;
use crate::widgets::bars::LoadBar;
use crate::widgets::table::{Cell, Col, Weight, fitted};

/// The season's tutors with what they have taken on.
#[derive(Debug, Default)]
pub(super) struct Loads {
    of: Vec<(Tutor, Link, Load)>,
}

impl Loads {
    /// Counts again.
    pub(super) fn refresh(&mut self, cx: &Cx<'_>) {
        let book = cx.showing.book;
        let Some(season) = cx.showing.season else {
            self.of.clear();
            return;
        };
        let of = |tutor: Tutor| {
            let load = load(book, season, &tutor);
            let link = tutor.link();
            (tutor, link, load)
        };
        self.of = tutors(book, season).into_iter().map(of).collect();
        // Who has most of what they take comes first; of those without a ceiling, who has most.
        self.of.sort_by_cached_key(|(_, link, load)| {
            let share = load.coachings * 100 / load.ceiling.unwrap_or(8).max(1);
            (std::cmp::Reverse((share, load.coachings, load.minutes)), cx.showing.link(link).as_str().to_lowercase())
        });
    }

    /// The tutors, or those of them who were looked for by name or by whom they coach.
    pub(super) fn items(&self, cx: &Cx<'_>, sieve: &Sieve) -> Vec<Item> {
        let season = cx.showing.season.map(|season| &season.id);
        let rows = self.of.iter().filter(|(tutor, link, _)| {
            let of_tutor = cx.showing.book.referring_as::<Coaching>(link);
            let own = of_tutor.filter(|coaching| coaching.season.as_ref() == season && tutor.is_in(coaching));
            let coachings: Vec<Link> = own.map(|coaching| Link::new(Kind::Coaching, coaching.id.clone())).collect();
            sieve.lets(cx, std::iter::once(link).chain(&coachings))
        });
        rows.map(|(_, link, _)| Item::Record(link.clone())).collect()
    }

    /// Name, place, bar, count, hours, and what keeps them away now.
    pub(super) fn cells(&self, cx: &Cx<'_>, link: &Link) -> Vec<Cell> {
        let texts = cx.showing.texts;
        let Some((tutor, _, load)) = self.of.iter().find(|(_, other, _)| other == link) else {
            return vec![Cell::new(cx.showing.link(link))];
        };
        let (name, place) = match tutor {
            Tutor::Person(_) => (cx.showing.link(link), self::place(cx, link)),
            Tutor::Office(_) => (texts.say("load-nobody-named"), cx.showing.link(link)),
        };
        let bar = LoadBar { taken: load.coachings, added: 0, ceiling: load.ceiling }.text(cx.looks);
        let hours = if load.minutes == 0 { Safe::own("–") } else { texts.length(load.minutes) };
        let coaching = names(cx, tutor, link);
        let last = match hindered(cx, link) {
            Some(words) => Cell { text: words, weight: Weight::Warning, matched: Vec::new() },
            None => Cell::dim(coaching),
        };
        vec![Cell::new(name), Cell::dim(place), Cell::new(bar), Cell::new(count(cx, *load)), Cell::dim(hours), last]
    }
}

fn count(cx: &Cx<'_>, load: Load) -> Safe {
    let taken = usize::try_from(load.coachings).unwrap_or(usize::MAX);
    match load.ceiling {
        Some(most) => {
            let most = usize::try_from(most).unwrap_or(usize::MAX);
            cx.showing.texts.tell("load-of", &[("taken", taken.into()), ("most", most.into())])
        }
        None => Safe::line(&load.coachings.to_string()),
    }
}

fn person<'a>(cx: &Cx<'a>, link: &Link) -> Option<&'a Person> {
    (link.kind == Kind::Person).then(|| cx.showing.book.get::<Person>(&link.id)).flatten()
}

fn place(cx: &Cx<'_>, link: &Link) -> Safe {
    let (Some(person), Some(season)) = (person(cx, link), cx.showing.season) else { return Safe::default() };
    let homes = home(person, &season.id, cx.showing.today);
    Safe::join(homes.iter().map(|id| cx.showing.id(Kind::Municipality, Some(id))), &Safe::own(", "))
}

/// That somebody has left, or cannot be asked now.
fn hindered(cx: &Cx<'_>, link: &Link) -> Option<Safe> {
    let texts = cx.showing.texts;
    let (person, today) = (person(cx, link)?, cx.showing.today);
    if has_left(person, today) {
        return Some(texts.say("load-left"));
    }
    let away = absence(person, today, today)?;
    let until = away.until.or(away.from).unwrap_or(today);
    Some(texts.tell("load-away", &[("until", texts.short_date(until).into())]))
}

/// The municipalities they coach in the season.
fn names(cx: &Cx<'_>, tutor: &Tutor, link: &Link) -> Safe {
    let season = cx.showing.season.map(|season| &season.id);
    let own = cx.showing.book.referring_as::<Coaching>(link);
    let own = own.filter(|it| it.season.as_ref() == season && counts(it) && tutor.is_in(it));
    let mut names: Vec<Safe> = own.map(|it| cx.showing.id(Kind::Municipality, it.municipality.as_ref())).collect();
    names.sort_by_key(|name| name.as_str().to_lowercase());
    Safe::join(names, &Safe::own(", "))
}

/// What stands above the columns, and how wide they are; the last ones give way where it is narrow.
pub(super) fn columns(cx: &Cx<'_>, width: u16) -> (Vec<Safe>, Vec<u16>) {
    let heads = ["load-who", "load-place", "load-bar", "load-count", "load-hours", "load-whom"];
    let heads = heads.map(|id| cx.showing.texts.say(id)).into();
    let columns = [
        Col::grows(16, 0),
        Col::grows(10, 3),
        Col::fixed(12, 2),
        Col::fixed(9, 0),
        Col::fixed(9, 4),
        Col::grows(14, 1),
    ];
    (heads, fitted(&columns, width))
}

/// The field a new coaching begins with for this tutor.
pub(super) fn as_tutor(link: &Link) -> (&'static str, Value) {
    let key = if link.kind == Kind::Person { "tutors" } else { "tutor_municipalities" };
    (key, Value::Many(vec![Value::Ref(link.id.clone())]))
}
