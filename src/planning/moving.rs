//! A person goes to work elsewhere: what was is ended, what comes is added, nothing is written over.

use ecow::EcoString;
use jiff::civil::Date;

use crate::book::Book;
use crate::book::Change;
use crate::book::show::Showing;
use crate::domain::{Affiliation, Id, Kind, Link, Person, Record, Role, RoleInSeason, Season, Words};
use crate::text::Safe;

/// Who goes where, and from when on.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// The person.
    pub person: Id,
    /// The municipality or organisation they go to.
    pub to: Link,
    /// Their title there.
    pub title: Words,
    /// The unit.
    pub unit: EcoString,
    /// Their first day there.
    pub on: Date,
}

/// What a move changes, and what it leaves to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The person before and after.
    pub change: Change,
    /// Roles as a contact of the municipality they leave, in seasons that are not over by then. They stay as they
    /// are, for nobody else has been named; that somebody has to be is told.
    pub unmanned: Vec<RoleInSeason>,
    /// The place that comes after this one, with its first day, where that was planned before.
    pub then: Option<(Link, Date)>,
}

/// Why nobody moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stays {
    /// There is no such person.
    Nobody,
    /// There is no such place.
    Nowhere(Link),
    /// They are there already, and nothing new was said of title or unit.
    There(Link),
    /// They have begun there on the day of the move or since, so that it is no move from what was before.
    Begun(Link, Date),
}

impl Stays {
    /// The reason as a sentence.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        match self {
            Self::Nobody => showing.texts.say("record-removed"),
            Self::Nowhere(to) => showing.texts.tell("move-nowhere", &[("place", showing.link(to).into())]),
            Self::There(to) => showing.texts.tell("move-there", &[("place", showing.link(to).into())]),
            Self::Begun(at, day) => {
                let places = [("place", showing.link(at).into()), ("day", showing.texts.date(*day).into())];
                showing.texts.tell("move-begun", &places)
            }
        }
    }
}

/// Moves a person: every place they work at on the day before ends with it, and one begins. Places that ended
/// before stay as they are. One that is planned for later stays planned, and the new one lasts until then.
///
/// # Errors
/// Why there is nothing to move.
pub fn moved(book: &Book, moving: &Moving, today: Date) -> Result<Moved, Stays> {
    let person = book.get::<Person>(&moving.person).ok_or(Stays::Nobody)?;
    if book.place(&moving.to).is_none() {
        return Err(Stays::Nowhere(moving.to.clone()));
    }
    if person.present_affiliations(moving.on).any(|row| is_the_same(row, moving)) {
        return Err(Stays::There(moving.to.clone()));
    }
    if let Some((at, from)) = begins(person, moving.on).find(|(_, from)| *from <= today || *from == moving.on) {
        return Err(Stays::Begun(at, from));
    }
    let then = begins(person, moving.on).min_by_key(|(_, from)| *from);
    // There is no day before the first one.
    let before = moving.on.yesterday().unwrap_or(moving.on);
    let mut after = person.clone();
    for row in after.affiliations.make_mut().iter_mut().filter(|row| row.holds(before)) {
        row.until = Some(before);
    }
    after.affiliations.push(Affiliation {
        at: Some(moving.to.clone()),
        title: moving.title.clone(),
        unit: moving.unit.clone().into(),
        from: Some(moving.on),
        until: then.as_ref().and_then(|(_, from)| from.yesterday().ok()),
        ..Affiliation::default()
    });
    let unmanned = unmanned(book, person, moving, before);
    let change = Change { before: Some(Record::Person(person.clone())), after: Some(Record::Person(after)) };
    Ok(Moved { change, unmanned, then })
}

/// The places a person begins at on this day or later.
fn begins(person: &Person, on: Date) -> impl Iterator<Item = (Link, Date)> {
    person.affiliations.iter().filter_map(move |row| Some((row.at.clone()?, row.from.filter(|from| *from >= on)?)))
}

/// Whether this is where they already are. Nothing said of title or unit is nothing new.
fn is_the_same(row: &Affiliation, moving: &Moving) -> bool {
    let title = moving.title.is_empty() || row.title == moving.title;
    let unit = moving.unit.is_empty() || *row.unit == moving.unit;
    row.at.as_ref() == Some(&moving.to) && title && unit
}

fn unmanned(book: &Book, person: &Person, moving: &Moving, before: Date) -> Vec<RoleInSeason> {
    let leaves = |id: &Id| {
        let link = Link::new(Kind::Municipality, id.clone());
        link != moving.to && person.present_affiliations(before).any(|row| row.at.as_ref() == Some(&link))
    };
    let goes_on = |row: &RoleInSeason| {
        let season = row.season.as_ref().and_then(|id| book.get::<Season>(id));
        season.is_some_and(|season| season.ends.is_none_or(|last| last >= moving.on))
    };
    let contact = |row: &&RoleInSeason| {
        row.role == Some(Role::Contact) && row.municipality.as_ref().is_some_and(leaves) && goes_on(row)
    };
    person.roles.iter().filter(contact).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Source, load};
    use jiff::civil::date;

    const MARI: &str = "Ahokas";
    const TODAY: Date = date(2026, 11, 22);

    fn book() -> Book {
        let mut book = load(&Source::Example).book;
        let season = Season { id: id("2026-27"), ends: Some(date(2027, 5, 31)), ..Season::default() };
        book.apply(&Change { before: None, after: Some(Record::Season(season)) });
        let mut mari = called(&book, MARI).clone();
        let before = Record::Person(mari.clone());
        for season in ["2020-21", "2026-27"] {
            let of = (Some(id(season)), Some(Role::Contact), Some(id("611")));
            mari.roles.push(RoleInSeason { season: of.0, role: of.1, municipality: of.2, ..RoleInSeason::default() });
        }
        book.apply(&Change { before: Some(before), after: Some(Record::Person(mari)) });
        book
    }

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    fn called<'a>(book: &'a Book, family: &str) -> &'a Person {
        book.all::<Person>().find(|person| person.family == family).unwrap()
    }

    fn moving(book: &Book, to: &str, on: Date) -> Moving {
        let (person, to) = (called(book, MARI).id.clone(), Link::parse(to).unwrap());
        Moving { person, to, title: Words::default(), unit: EcoString::new(), on }
    }

    fn after(moved: &Moved) -> Person {
        let Some(Record::Person(after)) = moved.change.after.clone() else { panic!("a person") };
        after
    }

    #[test]
    fn what_was_ends_the_day_before_and_stays_as_it_was() {
        let book = book();
        let before = called(&book, MARI).clone();
        let moved = moved(&book, &moving(&book, "municipality:638", date(2027, 1, 1)), TODAY).unwrap();
        let after = after(&moved);
        assert_eq!(after.affiliations.len(), before.affiliations.len() + 1);
        let (was, comes) = (&after.affiliations[0], after.affiliations.last().unwrap());
        let ended = Affiliation { until: Some(date(2026, 12, 31)), ..before.affiliations[0].clone() };
        assert_eq!(*was, ended);
        assert_eq!(
            (comes.at.clone(), comes.from, comes.until),
            (Link::parse("municipality:638").ok(), Some(date(2027, 1, 1)), None)
        );
        assert_eq!((&after.roles, &after.email), (&before.roles, &before.email), "nothing else changes");
        for (day, place) in [(date(2026, 12, 31), "municipality:611"), (date(2027, 1, 1), "municipality:638")] {
            let places: Vec<String> =
                after.present_affiliations(day).filter_map(|row| Some(row.at.as_ref()?.to_string())).collect();
            assert_eq!(places, [place], "{day}");
        }
    }

    #[test]
    fn who_was_the_contact_of_a_season_to_come_leaves_a_gap_that_is_told() {
        let book = book();
        let seasons = |on: Date| {
            let moved = moved(&book, &moving(&book, "municipality:638", on), TODAY).unwrap();
            moved.unmanned.iter().filter_map(|row| row.season.as_ref().map(Id::to_string)).collect::<Vec<_>>()
        };
        assert_eq!(seasons(date(2027, 1, 1)), ["2026-27"]);
        assert_eq!(seasons(date(2021, 3, 1)), ["2020-21", "2026-27"]);
        assert!(seasons(date(2027, 6, 1)).is_empty());
    }

    #[test]
    fn nobody_moves_to_where_they_are() {
        let book = book();
        let stay = moving(&book, "municipality:611", date(2027, 1, 1));
        assert_eq!(moved(&book, &stay, TODAY), Err(Stays::There(stay.to.clone())));
        // Another title at the same place is another row.
        let title = Words { fi: "digituen koordinaattori".into(), ..Words::default() };
        let promoted = moved(&book, &Moving { title, ..stay.clone() }, TODAY).unwrap();
        assert_eq!(after(&promoted).affiliations.len(), called(&book, MARI).affiliations.len() + 1);
        assert!(promoted.unmanned.is_empty(), "who stays in the municipality stays its contact");
        let nowhere = Moving { to: Link::parse("municipality:999").unwrap(), ..stay };
        assert_eq!(moved(&book, &nowhere, TODAY), Err(Stays::Nowhere(nowhere.to.clone())));
    }

    #[test]
    fn what_ended_before_and_what_begins_later_is_left_alone() {
        let mut book = book();
        let before = called(&book, MARI).clone();
        let mut mari = before.clone();
        let at = Link::parse("municipality:049").ok();
        let row = |from, until| Affiliation { at: at.clone(), from, until, ..Affiliation::default() };
        let rows = [row(None, Some(date(2020, 1, 1))), row(Some(date(2028, 1, 1)), None)];
        mari.affiliations.extend(rows.clone());
        book.apply(&Change { before: Some(Record::Person(before)), after: Some(Record::Person(mari)) });
        let after = after(&moved(&book, &moving(&book, "municipality:638", date(2027, 1, 1)), TODAY).unwrap());
        assert!(rows.iter().all(|row| after.affiliations.contains(row)), "{:?}", after.affiliations);
        let comes = after.affiliations.last().unwrap();
        assert_eq!((comes.from, comes.until), (Some(date(2027, 1, 1)), Some(date(2027, 12, 31))), "until then");
    }

    #[test]
    fn nobody_moves_to_a_day_before_they_began() {
        let mut book = book();
        let before = called(&book, MARI).clone();
        let mut mari = before.clone();
        mari.affiliations.make_mut()[0].from = Some(date(2020, 8, 1));
        book.apply(&Change { before: Some(Record::Person(before)), after: Some(Record::Person(mari)) });
        let begun = Stays::Begun(Link::parse("municipality:611").unwrap(), date(2020, 8, 1));
        for on in [date(2019, 1, 1), date(2020, 8, 1)] {
            assert_eq!(moved(&book, &moving(&book, "municipality:638", on), TODAY), Err(begun.clone()));
        }
        assert!(moved(&book, &moving(&book, "municipality:638", date(2020, 8, 2)), TODAY).is_ok());
    }
}
