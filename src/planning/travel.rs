//! How long the way is from one municipality to another, by the book's own table of ways between subregions.

use crate::book::Book;
use crate::domain::{BookInfo, Id, Municipality, Travel, Words};
use crate::find::fold::Folded;

/// How long a way takes of which the book says nothing, in minutes.
const SOME_WAY: u32 = 60;

/// The ways of a book, made once and asked often.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// Two folded names and the minutes between them, both orders of names alike.
    rows: Vec<(String, String, u32)>,
    default: u32,
}

impl Ways {
    /// The ways this book knows.
    pub fn of(book: &Book) -> Self {
        let info = book.info();
        let row = |row: &Travel| Some((folded(&row.here), folded(&row.there), row.minutes?));
        let rows = info.map(|info| info.travel.iter().filter_map(row).collect()).unwrap_or_default();
        Self { rows, default: default(info) }
    }

    /// How many minutes a way takes of which nothing is known.
    pub fn elsewhere(&self) -> u32 {
        self.default
    }

    /// How many minutes the way takes from one municipality to another: none within one, else what the row of the two
    /// subregions says, else the book's default. One that is unknown, or has no subregion, is as far as any.
    pub fn minutes(&self, book: &Book, one: &Id, other: &Id) -> u32 {
        if one == other {
            return 0;
        }
        if self.rows.is_empty() {
            return self.default;
        }
        let subregion = |id: &Id| book.get::<Municipality>(id).map(|it| names(&it.subregion));
        let (Some(here), Some(there)) = (subregion(one), subregion(other)) else { return self.default };
        let leads = |from: &str, to: &str| here.iter().any(|name| name == from) && there.iter().any(|name| name == to);
        let row = self.rows.iter().find(|(from, to, _)| leads(from, to) || leads(to, from));
        row.map_or(self.default, |(_, _, minutes)| *minutes)
    }
}

/// How many minutes the way takes from one municipality to another; see [`Ways::minutes`].
pub fn minutes(book: &Book, one: &Id, other: &Id) -> u32 {
    Ways::of(book).minutes(book, one, other)
}

fn default(info: Option<&BookInfo>) -> u32 {
    info.and_then(|info| info.travel_default).unwrap_or(SOME_WAY)
}

fn names(words: &Words) -> Vec<String> {
    words.given().map(|name| folded(name)).filter(|name| !name.is_empty()).collect()
}

fn folded(text: &str) -> String {
    Folded::of(text).text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::Record;
    use crate::store::{Source, load};

    const ESPOO: &str = "049";
    const HELSINKI: &str = "091";
    const PORVOO: &str = "638";
    const KARKKILA: &str = "224";

    fn id(code: &str) -> Id {
        Id::parse(code).unwrap()
    }

    fn subregion(book: &Book, code: &str) -> Words {
        book.get::<Municipality>(&id(code)).unwrap().subregion.clone()
    }

    /// The shipped book with these ways.
    fn book(rows: impl Fn(&Book) -> Vec<Travel>, default: Option<u32>) -> Book {
        let mut book = load(&Source::Example).book;
        let mut info = book.info().unwrap().clone();
        info.travel = rows(&book).into();
        info.travel_default = default;
        let after = Some(Record::Book(info.clone()));
        book.apply(&Change { before: book.info().cloned().map(Record::Book), after });
        book
    }

    #[test]
    fn a_way_is_found_in_either_order_language_and_spelling() {
        let rows = |book: &Book| {
            let here = subregion(book, HELSINKI).fi.to_uppercase();
            let there = subregion(book, PORVOO).others.sv.clone();
            vec![Travel { here, there, minutes: Some(45), ..Travel::default() }]
        };
        let book = book(rows, Some(75));
        let between = |one: &str, other: &str| minutes(&book, &id(one), &id(other));
        assert_eq!((between(HELSINKI, PORVOO), between(PORVOO, HELSINKI)), (45, 45));
        assert_eq!(between(HELSINKI, HELSINKI), 0);
        assert_eq!(between(HELSINKI, ESPOO), 75, "no row says what the way within a subregion takes");
        assert_eq!(between("zzz", KARKKILA), 75, "nobody knows that place");
    }

    #[test]
    fn a_way_within_a_subregion_has_a_row_of_its_own() {
        let rows = |book: &Book| {
            let here = subregion(book, HELSINKI).fi;
            vec![Travel { there: here.clone(), here, minutes: Some(20), ..Travel::default() }]
        };
        let book = book(rows, None);
        assert_eq!(minutes(&book, &id(HELSINKI), &id(ESPOO)), 20);
        assert_eq!(minutes(&book, &id(HELSINKI), &id(PORVOO)), 60);
        assert_eq!(minutes(&Book::default(), &id(HELSINKI), &id(PORVOO)), 60);
    }
}
