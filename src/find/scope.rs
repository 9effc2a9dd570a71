//! Scopes: `role:tutor season:2021 in:porvoo`, in any of the three languages, completed with Tab.

use std::collections::HashMap;

use ecow::EcoString;

use super::fold::Folded;
use super::query::Scope as TypedScope;
use crate::book::Book;
use crate::domain::{Choice, Coaching, FieldKind, Kind, Link, Municipality, Piece, RecordRef, Role, Season};
use crate::text::{Texts, Tongue};

/// What a scope asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Asks {
    Kind,
    Role,
    Theme,
    Season,
    In,
    Status,
}

const ALL: [(Asks, &str); 6] = [
    (Asks::Role, "scope-role"),
    (Asks::Theme, "scope-theme"),
    (Asks::Season, "scope-season"),
    (Asks::In, "scope-in"),
    (Asks::Status, "scope-status"),
    (Asks::Kind, "scope-kind"),
];

/// The names of the scopes.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// Scope, then its names in Finnish, Swedish and English.
    names: Vec<(Asks, [String; 3])>,
}

/// Something records have that a scope can ask for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Facet {
    asks: Asks,
    /// A choice's key or a record's id.
    key: EcoString,
    /// The season of a role.
    season: Option<EcoString>,
}

/// The facets of all rows.
#[derive(Debug, Default)]
pub(super) struct Facets {
    known: Vec<(Facet, Vec<EcoString>)>,
    numbers: HashMap<Facet, u32>,
    ends: Vec<u32>,
    of_rows: Vec<u32>,
}

/// How many facets a row has, rather more than most: memory that is not written to costs nothing.
const USUAL_FACETS: usize = 6;

/// What a query's scopes ask: of each, the facets that answer it.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    each: Vec<Vec<u32>>,
}

impl Scopes {
    /// The scopes, named in all languages.
    pub(super) fn new(texts: &[Texts; 3]) -> Self {
        let names = |id: &str| texts.each_ref().map(|texts| texts.say(id).as_str().to_owned());
        Self { names: ALL.iter().map(|(asks, id)| (*asks, names(id))).collect() }
    }

    /// Whether this word names a scope in some language.
    pub(super) fn is_scope(&self, name: &str) -> bool {
        self.asked(name).is_some()
    }

    fn asked(&self, name: &str) -> Option<Asks> {
        let folded = Folded::of(name).text;
        let named = |names: &[String; 3]| names.iter().any(|name| Folded::of(name).text == folded);
        self.names.iter().find(|(_, names)| named(names)).map(|(asks, _)| *asks)
    }

    /// The facets that answer these scopes. A scope still without a value asks for nothing.
    pub(super) fn wanted(&self, typed: &[TypedScope], facets: &Facets) -> Wanted {
        let scopes: Vec<(Asks, &str)> = typed
            .iter()
            .filter(|scope| !scope.value.is_empty())
            .filter_map(|scope| Some((self.asked(&scope.name)?, scope.value.as_str())))
            .collect();
        let season = scopes.iter().find(|(asks, _)| *asks == Asks::Season).map(|(_, value)| *value);
        let answers = |asks: Asks, value: &str| {
            let fits = |number: &u32| facets.answers(*number, asks, value, season);
            (0..).take(facets.known.len()).filter(fits).collect()
        };
        Wanted { each: scopes.iter().map(|(asks, value)| answers(*asks, value)).collect() }
    }

    /// The typed line with its last word completed: to a scope's name, or to the value of the scope it is.
    pub(super) fn completed(&self, typed: &str, facets: &Facets, shown: usize) -> Option<String> {
        let start = typed.rfind(' ').map_or(0, |blank| blank + 1);
        let (head, word) = typed.split_at_checked(start)?;
        if word.is_empty() {
            return None;
        }
        let Some((name, value)) = word.split_once(':') else {
            let folded = Folded::of(word).text;
            let begins = |name: &&String| Folded::of(name).text.starts_with(&folded);
            let in_shown = self.names.iter().filter_map(|(_, names)| names.get(shown));
            let in_others = self.names.iter().flat_map(|(_, names)| names);
            let name = in_shown.chain(in_others).find(begins)?;
            return Some(format!("{head}{name}:"));
        };
        let asks = self.asked(name)?;
        let value = Folded::of(value.trim_start_matches('"')).text;
        let mut names: Vec<&EcoString> = facets
            .known
            .iter()
            .filter(|(facet, _)| facet.asks == asks)
            .flat_map(|(_, names)| names)
            .filter(|name| Folded::of(name).text.starts_with(&value) && Folded::of(name).text != value)
            .collect();
        names.sort_by_key(|name| (name.len(), (*name).clone()));
        let name_of_value = names.first()?;
        let quote = if name_of_value.contains(' ') { "\"" } else { "" };
        Some(format!("{head}{name}:{quote}{name_of_value}{quote}"))
    }
}

impl Facets {
    /// Forgets the rows; what facets there are stays known.
    pub(super) fn clear_rows(&mut self) {
        self.ends.clear();
        self.of_rows.clear();
    }

    /// Makes room for the facets of so many further rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.ends.reserve(rows);
        self.of_rows.reserve(rows * USUAL_FACETS);
    }

    /// Adds the facets of the next row's record.
    pub(super) fn push(&mut self, book: &Book, record: RecordRef<'_>, texts: &[Texts]) {
        let mut found: Vec<Facet> = vec![Facet { asks: Asks::Kind, key: record.kind().key().into(), season: None }];
        if let RecordRef::Person(person) = record {
            for row in &person.roles {
                let Some(role) = row.role else { continue };
                let season = row.season.as_ref().map(|id| id.as_str().into());
                found.push(Facet { asks: Asks::Role, key: role.key().into(), season });
            }
        }
        if let RecordRef::Municipality(municipality) = record {
            found.extend(of_municipality(book, municipality));
        }
        if let RecordRef::Municipality(_) | RecordRef::Theme(_) | RecordRef::Season(_) = record {
            found.extend(facet_of(record.kind(), record.id().as_str()));
        }
        record.look(&mut |kind, piece| match (kind, piece) {
            (_, Piece::Ref(kind, id)) => found.extend(facet_of(kind, id.as_str())),
            (FieldKind::Choice { set, .. }, Piece::Choice(key)) if set.ends_with("-status") => {
                found.push(Facet { asks: Asks::Status, key: key.into(), season: None });
            }
            _ => {}
        });
        let start = self.of_rows.len();
        for facet in found {
            let number = self.number(book, facet, texts);
            if !self.of_rows.get(start..).unwrap_or_default().contains(&number) {
                self.of_rows.push(number);
            }
        }
        self.ends.push(u32::try_from(self.of_rows.len()).unwrap_or(u32::MAX));
    }

    /// Learns anew what the record this link names is called.
    pub(super) fn rename(&mut self, book: &Book, link: &Link, texts: &[Texts]) {
        let facet = facet_of(link.kind, link.id.as_str());
        let number = facet.as_ref().and_then(|facet| self.numbers.get(facet));
        if let Some((facet, known)) = number.and_then(|number| self.known.get_mut(*number as usize)) {
            *known = names(book, facet, texts);
        }
    }

    /// Whether a row has an answer to everything that is asked.
    pub(super) fn fits(&self, row: u32, wanted: &Wanted) -> bool {
        if wanted.each.is_empty() {
            return true;
        }
        let end = |row: usize| self.ends.get(row).copied().unwrap_or(0) as usize;
        let start = (row as usize).checked_sub(1).map_or(0, end);
        let own = self.of_rows.get(start..end(row as usize)).unwrap_or_default();
        wanted.each.iter().all(|answers| own.iter().any(|facet| answers.binary_search(facet).is_ok()))
    }

    fn number(&mut self, book: &Book, facet: Facet, texts: &[Texts]) -> u32 {
        if let Some(number) = self.numbers.get(&facet) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push((facet.clone(), names(book, &facet, texts)));
        self.numbers.insert(facet, number);
        number
    }

    /// Whether the facet answers `asks:value`; a role must be of the season that is asked for beside it.
    fn answers(&self, number: u32, asks: Asks, value: &str, season: Option<&str>) -> bool {
        let Some((facet, names)) = self.known.get(number as usize) else { return false };
        if facet.asks != asks || !fits(&facet.key, names, value) {
            return false;
        }
        let (Some(wanted), Some(own)) = (season, &facet.season) else { return true };
        let own = Facet { asks: Asks::Season, key: own.clone(), season: None };
        let season = self.numbers.get(&own).and_then(|number| self.known.get(*number as usize));
        fits(&own.key, season.map_or(&[], |(_, names)| names), wanted)
    }
}

/// Whether a name or the key has a word that begins with the value.
fn fits(key: &str, names: &[EcoString], value: &str) -> bool {
    let value = Folded::of(value).text;
    let begins = |name: &str| {
        let name = Folded::of(name).text;
        name.starts_with(&value) || name.split([' ', '-', '–']).any(|word| word.starts_with(&value))
    };
    begins(key) || names.iter().any(|name| begins(name))
}

/// What lists say of a municipality: the seasons it tutored in, and those of its coachings with their status.
fn of_municipality(book: &Book, municipality: &Municipality) -> Vec<Facet> {
    let link = Link::new(Kind::Municipality, municipality.id.clone());
    let mut found = Vec::new();
    for season in book.referring_as::<Season>(&link).filter(|it| it.tutor_municipalities.contains(&municipality.id)) {
        let season: EcoString = season.id.as_str().into();
        found.push(Facet { asks: Asks::Role, key: Role::Tutor.key().into(), season: Some(season.clone()) });
        found.push(Facet { asks: Asks::Season, key: season, season: None });
    }
    for coaching in book.referring_as::<Coaching>(&link) {
        found.extend(coaching.season.as_ref().and_then(|season| facet_of(Kind::Season, season.as_str())));
        let status = coaching.status.map(|status| status.key().into());
        found.extend(status.map(|key| Facet { asks: Asks::Status, key, season: None }));
    }
    found
}

fn facet_of(kind: Kind, id: &str) -> Option<Facet> {
    let asks = match kind {
        Kind::Municipality => Asks::In,
        Kind::Theme => Asks::Theme,
        Kind::Season => Asks::Season,
        _ => return None,
    };
    Some(Facet { asks, key: id.into(), season: None })
}

/// A season goes by its name and by the years it lies in: 2020–21 is also 2021.
fn season_names(season: &Season) -> Vec<EcoString> {
    let years = [season.starts, season.ends].into_iter().flatten().map(|day| ecow::eco_format!("{}", day.year()));
    std::iter::once(season.name.clone()).chain(years).collect()
}

/// What a facet is called, in every language.
fn names(book: &Book, facet: &Facet, texts: &[Texts]) -> Vec<EcoString> {
    let in_all = |id: &str| texts.iter().map(|texts| texts.say(id).as_str().into()).collect::<Vec<EcoString>>();
    let of_record = |kind: Kind| {
        let link = crate::domain::Id::parse(&facet.key).map(|id| Link::new(kind, id));
        match link.ok().as_ref().and_then(|link| book.record(link)) {
            Some(RecordRef::Municipality(it)) => it.name.given().cloned().collect(),
            Some(RecordRef::Theme(it)) => it.name.given().cloned().collect(),
            Some(RecordRef::Season(it)) => season_names(it),
            _ => Vec::new(),
        }
    };
    match facet.asks {
        Asks::Kind => in_all(&format!("kind-{}", facet.key)),
        Asks::Role => in_all(&format!("choice-role-{}", facet.key)),
        Asks::Status => ["coaching-status", "session-status", "action-status"]
            .iter()
            .map(|set| format!("choice-{set}-{}", facet.key))
            .filter(|id| texts.iter().all(|texts| texts.has(id)))
            .flat_map(|id| in_all(&id))
            .collect(),
        Asks::Theme => of_record(Kind::Theme),
        Asks::Season => of_record(Kind::Season),
        Asks::In => of_record(Kind::Municipality),
    }
}

const _: () = assert!(Tongue::ALL.len() == 3, "scopes are named in three languages");
