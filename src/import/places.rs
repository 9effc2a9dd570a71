//! Municipalities as people write them: either name, code, inflected, with "kunta" or "stad" behind, misspelt.

use std::collections::HashMap;

use crate::book::Book;
use crate::domain::{Id, Municipality};
use crate::find::fold::Folded;
use crate::find::inflect::Places as Inflected;

/// Words that only say what kind of place it is.
const KINDS: [&str; 12] = [
    "kunta",
    "kunnan",
    "kaupunki",
    "kaupungin",
    "kommun",
    "kommunen",
    "kommuns",
    "stad",
    "staden",
    "stads",
    "municipality",
    "city",
];

/// From so many letters on, one wrong letter is forgiven; from twice as many, two.
const FORGIVING: usize = 4;

/// What a text says of a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// This one is meant.
    Sure(Id),
    /// This one is nearest: something is misspelt.
    Guess(Id),
}

/// The municipalities of a book by their names.
#[derive(Debug)]
pub(super) struct Places {
    by_name: HashMap<String, Id>,
    /// The names as compared, with the municipality, for inflected and misspelt ones.
    names: Vec<(String, Id)>,
    inflected: Inflected,
}

impl Places {
    pub(super) fn new(book: &Book) -> Self {
        let with_id = |it: &Municipality| it.name.given().map(|name| (Folded::of(name).text, it.id.clone())).collect();
        let names: Vec<(String, Id)> = book.all::<Municipality>().flat_map(|it| -> Vec<_> { with_id(it) }).collect();
        // One that became part of another is meant only where no other is called so.
        let ended = |id: &Id| book.get::<Municipality>(id).is_some_and(|it| it.merged_into.is_some());
        let mut by_name = HashMap::new();
        for (name, id) in names.iter().filter(|(_, id)| ended(id)).chain(names.iter().filter(|(_, id)| !ended(id))) {
            by_name.insert(name.clone(), id.clone());
        }
        for it in book.all::<Municipality>() {
            let code = it.id.as_str();
            by_name.insert(code.to_owned(), it.id.clone());
            // Spreadsheets drop the zeros at the beginning.
            by_name.insert(code.trim_start_matches('0').to_owned(), it.id.clone());
        }
        let inflected = Inflected::new(book.all::<Municipality>().map(|it| it.name.fi.as_str()));
        Self { by_name, names, inflected }
    }

    /// The municipality a text names.
    pub(super) fn find(&self, text: &str) -> Option<Place> {
        let folded = Folded::of(text).text;
        if let Some(id) = self.by_name.get(&folded) {
            return Some(Place::Sure(id.clone()));
        }
        let words: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty() && !KINDS.contains(word)).collect();
        let bare = words.join(" ");
        if bare.is_empty() {
            return None;
        }
        let known = self.by_name.get(&bare).or_else(|| self.inflected_name(&bare));
        known.cloned().map(Place::Sure).or_else(|| self.nearest(&bare).map(Place::Guess))
    }

    /// The place of which a word is a whole inflected form; a beginning of one is not enough to store it.
    fn inflected_name(&self, word: &str) -> Option<&Id> {
        let mut forms = self.inflected.inflected_to(word);
        let name = forms.next()?;
        let alone = forms.all(|other| other.text == name.text);
        // Of a name of several words only the first is known here.
        let begins = |known: &str| known == name.text || known.starts_with(&format!("{} ", name.text));
        let mut ids = self.names.iter().filter(|(known, _)| begins(known)).map(|(_, id)| id);
        let id = ids.next()?;
        (alone && ids.all(|other| other == id)).then_some(id)
    }

    /// The one place whose name is nearest.
    fn nearest(&self, word: &str) -> Option<Id> {
        let length = word.chars().count();
        let forgiven = if length >= 2 * FORGIVING - 1 { 2 } else { usize::from(length >= FORGIVING) };
        let near = |name: &str| strsim::damerau_levenshtein(word, name);
        let found = self.names.iter().filter(|(name, _)| name.chars().count().abs_diff(length) <= forgiven);
        let found: Vec<(usize, &Id)> =
            found.map(|(name, id)| (near(name), id)).filter(|(distance, _)| *distance <= forgiven).collect();
        let least = found.iter().map(|(distance, _)| *distance).min()?;
        let mut ids = found.iter().filter(|(distance, _)| *distance == least).map(|(_, id)| *id);
        let id = ids.next()?;
        ids.all(|other| other == id).then(|| id.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Source, load};

    #[test]
    fn places_are_known_however_they_are_written() {
        let places = Places::new(&load(&Source::Example).book);
        let sure = |code: &str| Some(Place::Sure(Id::parse(code).unwrap()));
        let guess = |code: &str| Some(Place::Guess(Id::parse(code).unwrap()));
        for (text, wanted) in [
            ("Porvoo", sure("638")),
            ("BORGÅ", sure("638")),
            ("Porvoon kaupunki", sure("638")),
            ("Borgå stad", sure("638")),
            ("Porvoossa", sure("638")),
            ("638", sure("638")),
            ("18", sure("018")),
            ("Askolan kunta", sure("018")),
            ("Esbo", sure("049")),
            ("Hyvinkään kaupunki", sure("106")),
            ("Porvo", guess("638")),
            ("Järvenpä", guess("186")),
            ("Lohjja", guess("444")),
            ("Kerava (kaupunki)", sure("245")),
            ("Lahti", None),
            ("kunta", None),
            ("", None),
            ("Helsinki, Espoo", None),
        ] {
            assert_eq!(places.find(text), wanted, "{text}");
        }
    }
}
