//! Where people work, as it is compared: an organisation that is called like a municipality in either language is
//! that municipality.

use std::collections::HashMap;

use crate::book::Book;
use crate::domain::{Id, Kind, Link, Municipality, Organisation, Person};
use crate::find::fold::Folded;

/// What a municipality's name has behind it where its administration is meant.
const ADMINISTRATIONS: [&str; 6] = ["kaupunki", "kunta", "stad", "kommun", "stads", "kommuns"];

/// Organisations that are municipalities.
pub(super) struct Places<'b> {
    municipalities: HashMap<&'b Id, Id>,
}

impl<'b> Places<'b> {
    pub(super) fn of(book: &'b Book) -> Self {
        let mut by_name: HashMap<String, &Id> = HashMap::new();
        for municipality in book.all::<Municipality>() {
            for name in municipality.name.given() {
                by_name.insert(Folded::of(name).text, &municipality.id);
            }
        }
        let found = |name: &str| -> Option<Id> {
            let folded = Folded::of(name).text;
            let (before, last) = folded.rsplit_once(' ').unwrap_or((&folded, ""));
            let name = if ADMINISTRATIONS.contains(&last) { before } else { &folded };
            // Porvoon kaupunki, Borgå stads: the genitive of most names is one letter more.
            let genitive = || name.strip_suffix(['n', 's']);
            by_name.get(name).or_else(|| by_name.get(genitive()?)).map(|id| (*id).clone())
        };
        let organisations = book.all::<Organisation>();
        let municipalities =
            organisations.filter_map(|one| Some((&one.id, one.name.given().find_map(|name| found(name))?))).collect();
        Self { municipalities }
    }

    /// The places of a person, sorted.
    pub(super) fn of_person(&self, person: &Person) -> Vec<Link> {
        let works = person.affiliations.iter().filter_map(|row| row.at.as_ref());
        let works = works.map(|at| match self.municipalities.get(&at.id).filter(|_| at.kind == Kind::Organisation) {
            Some(municipality) => Link::new(Kind::Municipality, municipality.clone()),
            None => at.clone(),
        });
        let roles = person.roles.iter().filter_map(|row| row.municipality.clone());
        let roles = roles.map(|id| Link::new(Kind::Municipality, id));
        let mut places: Vec<Link> = works.chain(roles).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}
