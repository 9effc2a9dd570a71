//! Which columns a table of records is written with, and what its file is called.
//!
//! Owns what is usual, and what people may call a column. It writes nothing.

use jiff::civil::Date;

use super::slot::{Slot, value};
use crate::book::show::Showing;
use crate::domain::{FieldKind, Kind, RecordRef, Value};
use crate::find::fold::Folded;
use crate::text::{Safe, Texts, Tongue};

/// A column that a table can be written with.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The part of the records it holds.
    pub slot: Slot,
    /// What the first record that has something there says; nothing where none has.
    pub example: Safe,
    /// Whether it is there unless somebody wants otherwise.
    pub usual: bool,
}

/// An example is its first line, and of that so many cells.
const EXAMPLE_CELLS: usize = 200;

/// Fields left out unless asked for: what is long, what was noted for oneself, what only says who may see the rest.
const ASIDE: [&str; 4] = ["presentation", "presentation_public", "contacts_public", "note"];

/// Of rows, the cells that are usual: where a person works, in which unit, as what, and what they do in the season.
const OF_ROWS: [(&str, &str); 4] =
    [("affiliations", "at"), ("affiliations", "unit"), ("affiliations", "title"), (ROLES, "role")];

const ROLES: &str = "roles";

/// The columns a table of these records can be written with, in the order of the kind's own table. A person's whole
/// name is none of them: given and family name stand for it.
pub fn offered(showing: Showing<'_>, kind: Kind, records: &[RecordRef<'_>]) -> Vec<Offered> {
    let slots = Slot::all(kind).into_iter().filter(|slot| *slot != Slot::WholeName);
    let mut first: Vec<(Slot, Value)> = slots.map(|slot| (slot, Value::Empty)).collect();
    for record in records {
        let mut open = first.iter_mut().filter(|(_, found)| found.is_empty()).peekable();
        if open.peek().is_none() {
            break;
        }
        open.for_each(|(slot, found)| *found = value(showing, *record, *slot));
    }
    let several = records.iter().any(|record| has_roles(showing, *record));
    let is_usual = |slot: Slot| match slot {
        // One role would stand for all of them, and who changed it would make one more.
        Slot::Field(rows) | Slot::Cell(rows, _) if several && rows.key == ROLES => matches!(slot, Slot::Field(_)),
        slot => is_usual(slot),
    };
    let offer = |(slot, found): (Slot, Value)| Offered {
        slot,
        usual: slot == Slot::Id || !found.is_empty() && is_usual(slot),
        example: showing.value(&slot.kind(), &found).cells(EXAMPLE_CELLS),
    };
    first.into_iter().map(offer).collect()
}

/// The columns a table of these records has unless somebody wants otherwise: the id first, which leads an edited table
/// back to the right records, then whatever holds something in at least one of them.
pub fn usual(showing: Showing<'_>, kind: Kind, records: &[RecordRef<'_>]) -> Vec<Slot> {
    offered(showing, kind, records).into_iter().filter(|column| column.usual).map(|column| column.slot).collect()
}

/// Whether this is a person with more than one role in the season at hand.
fn has_roles(showing: Showing<'_>, record: RecordRef<'_>) -> bool {
    let (RecordRef::Person(person), Some(season)) = (record, showing.season) else { return false };
    person.roles.iter().filter(|role| role.season.as_ref() == Some(&season.id)).nth(1).is_some()
}

fn is_usual(slot: Slot) -> bool {
    match slot {
        Slot::Id => true,
        Slot::WholeName => false,
        Slot::Field(column) => !matches!(column.kind, FieldKind::Rows(_)) && !ASIDE.contains(&column.key),
        Slot::Tongue(column, _) => !ASIDE.contains(&column.key),
        Slot::Cell(rows, cell) | Slot::CellTongue(rows, cell, _) => OF_ROWS.contains(&(rows.key, cell.key)),
    }
}

/// What columns may be called: their keys, and their headings in every language.
#[derive(Debug)]
pub struct Names([Texts; 3]);

impl Default for Names {
    fn default() -> Self {
        Self(Tongue::ALL.map(|tongue| Texts::only(tongue, &["field-", "heading-", "choice-tongue-"])))
    }
}

impl Names {
    /// The columns of a kind that are called so; of a text in several languages all of them, where none is named.
    pub fn of(&self, kind: Kind, name: &str) -> Vec<Slot> {
        let same = |one: &str| one.to_lowercase().replace('_', "-") == name.trim().to_lowercase().replace('_', "-");
        let slots: Vec<Slot> = Slot::all(kind).into_iter().filter(|slot| *slot != Slot::WholeName).collect();
        let whole = |slot: &&Slot| same(&slot.key()) || self.0.iter().any(|texts| same(slot.heading(texts).as_str()));
        if let Some(slot) = slots.iter().find(whole) {
            return vec![*slot];
        }
        let in_some_language = |slot: &Slot| match slot {
            Slot::Tongue(column, _) => {
                same(column.key) || self.0.iter().any(|texts| same(texts.field(column.label).as_str()))
            }
            Slot::CellTongue(rows, cell, _) => {
                same(&format!("{}.{}", rows.key, cell.key))
                    || self.0.iter().any(|texts| same(texts.field(cell.label).as_str()))
            }
            _ => false,
        };
        slots.into_iter().filter(in_some_language).collect()
    }
}

/// What a file with these records is called, in plain letters: `kuntatutor-henkilot-2026-11-22`.
pub fn file_name(texts: &Texts, kind: Kind, today: Date) -> String {
    let word = Folded::of(texts.say(&format!("kinds-{}", kind.key())).as_str()).text;
    let plain: String = word.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    format!("kuntatutor-{plain}-{today}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::domain::{Id, Person};
    use crate::store::{Source, load};
    use jiff::civil::date;

    fn with_example<T>(tongue: Tongue, ask: impl FnOnce(Showing<'_>) -> T) -> T {
        let book = load(&Source::Example).book;
        let texts = Texts::new(tongue);
        let today = date(2021, 1, 20);
        ask(Showing { book: &book, texts: &texts, today, season: book.season_at(today) })
    }

    fn records(book: &Book, kind: Kind) -> Vec<RecordRef<'_>> {
        book.places(kind).into_iter().filter_map(|place| book.at(place)).collect()
    }

    fn keys(kind: Kind) -> Vec<String> {
        with_example(Tongue::Fi, |showing| {
            usual(showing, kind, &records(showing.book, kind)).into_iter().map(Slot::key).collect()
        })
    }

    #[test]
    fn people_get_their_names_place_title_and_how_to_reach_them() {
        let keys = keys(Kind::Person);
        assert_eq!(keys.first().map(String::as_str), Some("id"));
        // Some of the example's people have several roles.
        for key in ["given", "affiliations.at", "affiliations.title.fi", "affiliations.unit", "email", "phone", "roles"]
        {
            assert!(keys.iter().any(|other| other == key), "{key}: {keys:?}");
        }
        for key in ["whole-name", "affiliations", "roles.role", "presentation.fi", "left_on", "note"] {
            assert!(!keys.iter().any(|other| other == key), "{key}: {keys:?}");
        }
    }

    #[test]
    fn a_unit_is_there_and_whoever_has_several_roles_keeps_them() {
        with_example(Tongue::Fi, |showing| {
            let keys = |person: &Person| -> Vec<String> {
                usual(showing, Kind::Person, &[RecordRef::Person(person)]).into_iter().map(Slot::key).collect()
            };
            let has = |keys: &[String]| {
                ["affiliations.unit", "roles", "roles.role"].map(|key| keys.iter().any(|other| other == key))
            };
            let season = showing.season.expect("a season").id.clone();
            let here = |person: &&Person| {
                person.roles.len() == 1 && person.roles.iter().all(|role| role.season.as_ref() == Some(&season))
            };
            let mut person = showing.book.all::<Person>().find(here).expect("somebody has a role").clone();
            person.affiliations.make_mut().iter_mut().for_each(|place| *place.unit = "Kasvatus".into());
            assert_eq!(has(&keys(&person)), [true, false, true]);
            let more = person.roles.clone();
            person.roles.extend(more);
            assert_eq!(has(&keys(&person)), [true, true, false]);
            // What they did in another season is not asked about.
            for role in person.roles.make_mut().iter_mut().skip(1) {
                role.season = Id::parse("sother").ok();
            }
            assert_eq!(has(&keys(&person)), [true, false, true]);
        });
    }

    #[test]
    fn every_kind_has_its_id_first_and_nothing_empty() {
        for kind in Kind::ALL {
            with_example(Tongue::Sv, |showing| {
                let records = records(showing.book, kind);
                let offered = offered(showing, kind, &records);
                assert_eq!(offered.first().map(|column| column.slot), Some(Slot::Id), "{kind:?}");
                assert!(offered.iter().all(|column| column.slot != Slot::WholeName));
                for column in offered.iter().filter(|column| column.usual && column.slot != Slot::Id) {
                    let held = records.iter().any(|record| !value(showing, *record, column.slot).is_empty());
                    assert!(held && !column.example.is_empty(), "{kind:?} {}", column.slot.key());
                }
            });
        }
    }

    #[test]
    fn a_column_goes_by_its_key_and_by_its_heading_in_every_language() {
        let names = Names::default();
        let keys = |name: &str| names.of(Kind::Person, name).into_iter().map(Slot::key).collect::<Vec<_>>();
        for name in ["family", "sukunimi", "Efternamn", " FAMILY NAME "] {
            assert_eq!(keys(name), ["family"], "{name}");
        }
        assert_eq!(keys("left-on"), ["left_on"]);
        assert_eq!(keys("affiliations.title"), ["affiliations.title.fi", "affiliations.title.sv"]);
        assert_eq!(names.of(Kind::Municipality, "nimi").len(), 2);
        assert!(keys("whole-name").is_empty() && keys("kengännumero").is_empty());
        for kind in Kind::ALL {
            for slot in Slot::all(kind).into_iter().filter(|slot| *slot != Slot::WholeName) {
                assert_eq!(names.of(kind, &slot.key()), [slot]);
                for tongue in Tongue::ALL {
                    let heading = slot.heading(&Texts::new(tongue));
                    assert!(!names.of(kind, heading.as_str()).is_empty(), "{kind:?} {heading}");
                    assert!(!heading.as_str().contains(','), "a list of columns is parted by commas: {heading}");
                }
            }
        }
    }

    #[test]
    fn a_file_is_called_by_what_is_in_it_in_plain_letters() {
        let named = |tongue| file_name(&Texts::new(tongue), Kind::Person, date(2026, 11, 22));
        assert_eq!(named(Tongue::Fi), "kuntatutor-henkilot-2026-11-22");
        for kind in Kind::ALL {
            for tongue in Tongue::ALL {
                assert!(file_name(&Texts::new(tongue), kind, date(2026, 11, 22)).is_ascii());
            }
        }
    }
}
