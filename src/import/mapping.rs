//! Which column of a table holds what: guessed from headings and contents, chosen by people, remembered.

use std::collections::BTreeSet;

use ecow::EcoString;

use super::answers::{self, Form, RememberedForm, Scale};
use super::cells::contacts;
use super::headings::{Headings, KNOWN, Surety, bare, names_municipality};
use super::names::{GivenNames, Order};
use super::places::{Place, Places};
use crate::book::Book;
use crate::domain::Kind;
use crate::exchange::table::slot::Slot;
use crate::exchange::table::{Line, Sheet};
use crate::text::Texts;

/// How a table is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The kind of record its rows are.
    pub kind: Kind,
    /// Which of its lines has the headings, counted from 0; none where there are none.
    pub heading: Option<usize>,
    /// What each column holds.
    pub columns: Vec<Bound>,
    /// How whole names are written.
    pub order: Order,
    /// What becomes of records that are in the book already.
    pub known: Known,
    /// Whether misspelt places are guessed.
    pub guesses: bool,
    /// Lines, by their place in the sheet, that are not wanted.
    pub unwanted: BTreeSet<usize>,
    /// Lines that are about nobody there is: a record of their own.
    pub apart: BTreeSet<usize>,
    /// The form whose answers these are; none of any other table.
    pub form: Option<Form>,
}

/// A column and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What stands above it; empty where nothing does.
    pub heading: EcoString,
    /// What it holds.
    pub means: Means,
    /// An empty cell means the same as the one above it.
    pub as_above: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// This part of a record.
    Slot(Slot),
    /// The answer to the question with this place in the form's questionnaire, on this scale.
    Question(usize, Scale),
    /// An answer to a question that the questionnaire does not have, kept under its heading.
    Extra,
    /// Something for the note, with its heading.
    Note,
    /// Nothing that is wanted.
    Nothing,
}

/// What becomes of records that are in the book already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// What the table says of them is taken over, field by field.
    Updated,
    /// They stay as they are.
    Skipped,
}

/// A mapping as it is remembered for the next table with the same headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    /// The kind's key.
    pub kind: String,
    /// The headings.
    pub headings: Vec<String>,
    /// What each column holds: a slot's key, `?` and a question's, `+extra`, `+note`, or nothing; with `^` behind where
    /// that is so.
    pub columns: Vec<String>,
    /// Whole names begin with the family name.
    pub family_first: bool,
    /// Records in the book stay as they are.
    pub skips_known: bool,
    /// What more is to be remembered of a form.
    pub form: Option<RememberedForm>,
}

impl Remembered {
    /// Whether both tell of tables with the same headings; of forms with the same file besides.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        let file = |it: &Self| it.form.as_ref().map(|form| form.file.clone());
        (&self.kind, &self.headings, file(self)) == (&other.kind, &other.headings, file(other))
    }
}

/// How "into the note" is remembered.
const NOTE: &str = "+note";

/// How "an answer of its own" is remembered.
const EXTRA: &str = "+extra";

/// What stands before a question's key.
const QUESTION: &str = "?";

/// How "empty is as above" is remembered.
const AS_ABOVE: &str = "^";

/// So many lines at the beginning may come before the headings.
const BEFORE_HEADINGS: usize = 20;

/// So many cells of a column are looked at.
pub(super) const SAMPLES: usize = 300;

/// Kinds of which tables are brought in, the most frequent first.
pub const KINDS: [Kind; 11] = [
    Kind::Person,
    Kind::Organisation,
    Kind::Municipality,
    Kind::Coaching,
    Kind::Session,
    Kind::Action,
    Kind::Practice,
    Kind::Note,
    Kind::Theme,
    Kind::Season,
    Kind::Feedback,
];

/// The kinds whose records have room for what cannot be read.
pub(super) fn has_note(kind: Kind) -> bool {
    kind.columns().any(|column| column.key == "note")
}

impl Mapping {
    /// What a table seems to hold.
    pub fn guess(sheet: &Sheet, kind: Kind, book: &Book, languages: &[Texts]) -> Self {
        if kind == Kind::Feedback && !answers::is_own(sheet, languages) {
            return answers::guess(sheet, book);
        }
        let heading = heading_line(sheet, &Headings::of(kind, languages));
        Self::below(sheet, kind, heading, book, languages)
    }

    /// What a table seems to hold below this line of headings.
    pub fn below(sheet: &Sheet, kind: Kind, heading: Option<usize>, book: &Book, languages: &[Texts]) -> Self {
        if kind == Kind::Feedback && !answers::is_own(sheet, languages) {
            return answers::below(sheet, heading, book);
        }
        let headings = Headings::of(kind, languages);
        let above = heading.and_then(|at| sheet.lines.get(at)).map(|line| line.cells.clone()).unwrap_or_default();
        let rows = rows(sheet, heading);
        let width = rows.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(above.len());
        let evidence = Evidence::new(book);
        let seen: Vec<Seen> = (0..width).map(|number| evidence.of(&samples(&rows, number))).collect();
        let titles: Vec<EcoString> = (0..width).map(|number| above.get(number).cloned().unwrap_or_default()).collect();
        let chosen = choose(kind, &headings, &titles, &seen);
        let names_ids = chosen.contains(&Some(Slot::Id));
        let leftmost = seen.iter().position(|seen| seen.filled > 0 && !seen.counts);
        let columns = titles.into_iter().zip(chosen).zip(&seen).enumerate().map(|(at, ((heading, slot), seen))| {
            let is_place = slot.is_some_and(|slot| matches!(slot.key().as_str(), "affiliations.at" | "municipality"));
            let means = match slot {
                Some(slot) => Means::Slot(slot),
                None if seen.filled == 0 || seen.counts || !has_note(kind) || is_reason(&heading) => Means::Nothing,
                None => Means::Note,
            };
            // Group headings stand to the left of what they head, and nobody groups what has ids.
            let groups = is_place && seen.is_grouped && !names_ids && leftmost == Some(at);
            Bound { heading, means, as_above: groups }
        });
        let mut mapping = Self {
            kind,
            heading,
            columns: columns.collect(),
            order: Order::GivenFirst,
            known: Known::Updated,
            guesses: true,
            unwanted: BTreeSet::new(),
            apart: BTreeSet::new(),
            form: None,
        };
        mapping.order = mapping.guess_order(&rows, &evidence.given);
        mapping
    }

    /// The kind a table's headings speak for, of equal ones the preferred one; none where they speak for none.
    pub fn guess_kind(sheet: &Sheet, prefers: Option<Kind>, book: &Book, languages: &[Texts]) -> Option<Kind> {
        if answers::is_form(sheet, book) {
            return Some(Kind::Feedback);
        }
        let surety = |kind: Kind| -> Surety {
            let headings = Headings::of(kind, languages);
            let line = heading_line(sheet, &headings).and_then(|at| sheet.lines.get(at));
            let cells = line.map(|line| line.cells.as_slice()).unwrap_or_default();
            let mut meant: Vec<(Surety, Slot)> =
                cells.iter().filter_map(|cell| headings.meant(cell).first().copied()).collect();
            meant.dedup_by(|one, other| one.1 == other.1);
            meant.iter().map(|(surety, _)| surety).sum()
        };
        let best = KINDS.into_iter().rev().max_by_key(|kind| (surety(*kind), Some(*kind) == prefers))?;
        (surety(best) > 0).then_some(best)
    }

    fn guess_order(&self, rows: &[&Line], given: &GivenNames) -> Order {
        let column = |key: &str| {
            self.columns.iter().position(|bound| matches!(bound.means, Means::Slot(slot) if slot.key() == key))
        };
        let Some(name) = column("whole-name") else { return Order::GivenFirst };
        let email = column("email");
        let cell =
            |line: &'_ Line, at: Option<usize>| at.and_then(|at| line.cells.get(at)).cloned().unwrap_or_default();
        let names: Vec<(EcoString, EcoString)> =
            rows.iter().take(SAMPLES).map(|line| (cell(line, Some(name)), cell(line, email))).collect();
        given.order(names.iter().map(|(name, email)| (name.as_str(), email.as_str())))
    }

    /// The same with what was chosen the last time for these headings.
    #[must_use]
    pub fn recalled(mut self, remembered: &[Remembered]) -> Self {
        // A form is recalled with what its file's name tells.
        if self.form.is_some() {
            return self;
        }
        let own: Vec<String> = self.columns.iter().map(|bound| bound.heading.to_string()).collect();
        let is_it = |it: &&Remembered| it.kind == self.kind.key() && it.headings == own;
        let Some(it) = remembered.iter().find(is_it).filter(|_| own.iter().any(|heading| !heading.is_empty())) else {
            return self;
        };
        for (bound, column) in self.columns.iter_mut().zip(&it.columns) {
            let key = column.trim_end_matches(AS_ABOVE);
            let slot = Slot::with_key(self.kind, key);
            bound.as_above = column.ends_with(AS_ABOVE);
            bound.means = match slot {
                Some(slot) => Means::Slot(slot),
                None if key == NOTE => Means::Note,
                None => Means::Nothing,
            };
        }
        self.order = if it.family_first { Order::FamilyFirst } else { Order::GivenFirst };
        self.known = if it.skips_known { Known::Skipped } else { Known::Updated };
        self
    }

    /// What a column means that is remembered by this key; nothing for a question that is asked no more.
    pub fn means_with_key(&self, key: &str) -> Option<Means> {
        match key {
            "" => Some(Means::Nothing),
            NOTE => Some(Means::Note),
            EXTRA => self.form.is_some().then_some(Means::Extra),
            _ => match key.strip_prefix(QUESTION) {
                Some(key) => self.question_means(key),
                None => Slot::with_key(self.kind, key).map(Means::Slot),
            },
        }
    }

    /// What somebody calls a question's key, with or without its scale, or "an answer of its own".
    pub fn means_called(&self, name: &str) -> Option<Means> {
        let is_field = || Slot::with_key(self.kind, name).is_some();
        match name {
            EXTRA => self.means_with_key(EXTRA),
            _ if is_field() => None,
            _ => self.question_means(name.trim_start_matches(QUESTION)),
        }
    }

    /// The key by which a meaning is remembered.
    pub fn key_of(&self, means: Means) -> String {
        match means {
            Means::Slot(slot) => slot.key(),
            Means::Question(place, scale) => {
                let asked = self.form.as_ref().and_then(|form| form.asked.get(place));
                let key = asked.map(|asked| asked.key.as_str()).unwrap_or_default();
                let at = if scale == Scale::Own { "" } else { "@" };
                format!("{QUESTION}{key}{at}{}", scale.key())
            }
            Means::Extra => EXTRA.to_owned(),
            Means::Note => NOTE.to_owned(),
            Means::Nothing => String::new(),
        }
    }

    /// What is to be remembered of it.
    pub fn remember(&self) -> Remembered {
        let column = |bound: &Bound| {
            let key = self.key_of(bound.means);
            if bound.as_above { key + AS_ABOVE } else { key }
        };
        Remembered {
            kind: self.kind.key().to_owned(),
            headings: self.columns.iter().map(|bound| bound.heading.to_string()).collect(),
            columns: self.columns.iter().map(column).collect(),
            family_first: self.order == Order::FamilyFirst,
            skips_known: self.known == Known::Skipped,
            form: self.form.as_ref().map(Form::remember),
        }
    }

    /// Gives a column another meaning; whichever had it has none any more.
    pub fn bind(&mut self, column: usize, means: Means, as_above: bool) {
        if let Means::Slot(slot) = means {
            let taken = |bound: &&mut Bound| bound.means == Means::Slot(slot);
            self.columns.iter_mut().filter(taken).for_each(|bound| bound.means = Means::Nothing);
        }
        if let Some(bound) = self.columns.get_mut(column) {
            bound.means = means;
            bound.as_above = as_above;
        }
    }

    /// Whether some column is this part of a record.
    pub fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|bound| matches!(bound.means, Means::Slot(slot) if slot.key() == key))
    }

    /// The rows below the headings.
    pub fn rows<'s>(&self, sheet: &'s Sheet) -> &'s [Line] {
        sheet.lines.get(self.heading.map_or(0, |at| at + 1)..).unwrap_or_default()
    }
}

fn rows(sheet: &Sheet, heading: Option<usize>) -> Vec<&Line> {
    sheet.lines.iter().skip(heading.map_or(0, |at| at + 1)).collect()
}

fn samples<'s>(rows: &[&'s Line], column: usize) -> Vec<&'s EcoString> {
    const NONE: &EcoString = &EcoString::new();
    rows.iter().take(SAMPLES).map(|line| line.cells.get(column).unwrap_or(NONE)).collect()
}

/// The line that has the most headings one knows, among the first; else the first one if it looks like headings.
fn heading_line(sheet: &Sheet, headings: &Headings) -> Option<usize> {
    let known = |line: &Line| {
        // Below headings there is data, above them a title: an address or a number is no heading.
        let is_data = |cell: &EcoString| cell.contains('@') || looks_like_phone(cell);
        if line.cells.iter().any(is_data) {
            return 0;
        }
        line.cells.iter().filter(|cell| !headings.meant(cell).is_empty()).count()
    };
    let counted = sheet.lines.iter().take(BEFORE_HEADINGS).enumerate().map(|(at, line)| (at, known(line)));
    let best = counted.max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)));
    let wide = sheet.lines.iter().any(|line| line.cells.len() > 1);
    let known =
        best.filter(|(_, count)| *count > usize::from(wide) || *count == 1 && !wide).map(|(at, _)| at).or_else(|| {
            let one = best.filter(|(_, count)| *count == 1)?.0;
            // A single known heading counts where none of its neighbours looks like data.
            let line = sheet.lines.get(one)?;
            is_without_data(line).then_some(one)
        });
    known.or_else(|| {
        // Nobody knows these headings, but there is data below them and none in them.
        let (first, rest) = sheet.lines.split_first()?;
        let above_data = first.cells.len() > 1
            && is_without_data(first)
            && rest.first().is_some_and(|line| !is_without_data(line) && line.cells.len() <= first.cells.len());
        above_data.then_some(0)
    })
}

/// Whether nothing in a line looks like an address, a number or a day.
fn is_without_data(line: &Line) -> bool {
    !line.cells.iter().any(|cell| cell.chars().any(|letter| letter.is_ascii_digit() || letter == '@'))
}

/// What the cells of a column look like, each of a hundred.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) filled: usize,
    pub(super) emails: usize,
    pub(super) phones: usize,
    pub(super) places: usize,
    pub(super) whole_names: usize,
    given_names: usize,
    /// They only count the rows.
    pub(super) counts: bool,
    /// The first is there, and many of those below are not.
    is_grouped: bool,
}

pub(super) struct Evidence {
    places: Places,
    given: GivenNames,
}

/// From this share on contents speak for themselves.
pub(super) const TELLING: usize = 70;

/// A column with fewer of its cells filled than this is one of group headings.
const GROUPED: usize = 51;

impl Evidence {
    pub(super) fn new(book: &Book) -> Self {
        Self { places: Places::new(book), given: GivenNames::new() }
    }

    pub(super) fn of(&self, cells: &[&EcoString]) -> Seen {
        let filled: Vec<&&EcoString> = cells.iter().filter(|cell| !cell.is_empty()).collect();
        let share =
            |fits: &dyn Fn(&str) -> bool| filled.iter().filter(|cell| fits(cell)).count() * 100 / filled.len().max(1);
        let numbers: Vec<Option<u32>> = filled.iter().map(|cell| cell.trim_end_matches('.').parse().ok()).collect();
        let counts = numbers.len() > 1
            && numbers.windows(2).all(|pair| matches!(pair, [Some(one), Some(next)] if *next == one + 1));
        Seen {
            filled: filled.len(),
            emails: share(&|cell| cell.contains('@')),
            phones: share(&looks_like_phone),
            places: share(&|cell| matches!(self.places.find(cell), Some(Place::Sure(_)))),
            whole_names: share(&|cell| {
                let words: Vec<&str> = cell.split_whitespace().collect();
                (2..=4).contains(&words.len()) && words.iter().any(|word| self.given.knows(word.trim_end_matches(',')))
            }),
            given_names: share(&|cell| !cell.contains(' ') && self.given.knows(cell)),
            counts,
            // A group has one heading: where a name comes twice, its cells are just empty here and there.
            is_grouped: filled.iter().collect::<BTreeSet<_>>().len() == filled.len()
                && cells.first().is_some_and(|cell| !cell.is_empty())
                && filled.len() * 100 / cells.len().max(1) < GROUPED,
        }
    }
}

/// Seven digits and more with nothing but what stands in numbers, as no day or count is written.
fn looks_like_phone(cell: &str) -> bool {
    let first = contacts(cell).into_iter().next().unwrap_or_default();
    let digits = first.chars().filter(char::is_ascii_digit).count();
    let plain = first.chars().all(|letter| letter.is_ascii_digit() || " +-()/".contains(letter));
    plain && (7..=15).contains(&digits) && (first.starts_with('0') || first.starts_with('+'))
}

/// The part of a record each column holds: the surest pair first, each part once.
fn choose(kind: Kind, headings: &Headings, titles: &[EcoString], seen: &[Seen]) -> Vec<Option<Slot>> {
    let mut pairs: Vec<(Surety, usize, Slot)> = Vec::new();
    for (number, (title, seen)) in titles.iter().zip(seen).enumerate() {
        for (surety, slot) in headings.meant(title) {
            pairs.extend(believed(title, surety, slot, *seen).map(|surety| (surety, number, slot)));
        }
        pairs.extend(told_by_content(kind, *seen).into_iter().map(|(surety, slot)| (surety, number, slot)));
    }
    // Of equal ones the first column comes first.
    pairs.sort_by_key(|(surety, number, _)| (std::cmp::Reverse(*surety), *number));
    let mut chosen: Vec<Option<Slot>> = vec![None; titles.len()];
    for (_, number, slot) in pairs {
        let taken = chosen.contains(&Some(slot));
        if let Some(place) = chosen.get_mut(number)
            && place.is_none()
            && !taken
        {
            *place = Some(slot);
        }
    }
    second_contacts(kind, seen, &mut chosen);
    chosen
}

/// How sure a heading is when one looks at the cells below it; not at all where they say otherwise.
fn believed(title: &str, surety: Surety, slot: Slot, seen: Seen) -> Option<Surety> {
    let key = slot.key();
    let (telling, contrary) = match key.as_str() {
        "email" | "registry_email" => (seen.emails, seen.phones),
        "phone" | "switchboard" => (seen.phones, seen.emails),
        "affiliations.at" | "municipality" | "municipalities" => (seen.places, seen.emails.max(seen.phones)),
        "whole-name" => (seen.whole_names, seen.emails.max(seen.phones)),
        "family" | "given" => (0, seen.emails.max(seen.phones)),
        _ => (0, 0),
    };
    if contrary >= TELLING {
        return None;
    }
    // "Kunta" is surer of the place than "Organisaatio" beside it, and what holds places surer than what does not.
    let own = if surety >= KNOWN && names_municipality(title) && key.ends_with("at") { 2 } else { 0 };
    Some(surety * 10 + own + u32::try_from(telling / 10).unwrap_or(0))
}

fn told_by_content(kind: Kind, seen: Seen) -> Vec<(Surety, Slot)> {
    let slot = |key: &str| Slot::with_key(kind, key);
    let found = [
        (seen.emails, "email"),
        (seen.emails, "registry_email"),
        (seen.phones, "phone"),
        (seen.phones, "switchboard"),
        (seen.places, "affiliations.at"),
        (seen.places, "municipality"),
        (seen.whole_names, "whole-name"),
        (seen.given_names, "given"),
    ];
    let telling = found.into_iter().filter(|(share, _)| seen.filled > 0 && *share >= TELLING);
    telling.filter_map(|(share, key)| Some((u32::try_from(share).unwrap_or(0), slot(key)?))).collect()
}

/// A second column of numbers or addresses is one of further contacts.
fn second_contacts(kind: Kind, seen: &[Seen], chosen: &mut [Option<Slot>]) {
    let Some(further) = Slot::with_key(kind, "further_contacts") else { return };
    if chosen.contains(&Some(further)) {
        return;
    }
    let mut free = chosen.iter_mut().zip(seen).filter(|(slot, _)| slot.is_none());
    if let Some((slot, _)) = free.find(|(_, seen)| seen.phones.max(seen.emails) >= TELLING) {
        *slot = Some(further);
    }
}

/// Whether a column is the one in which this program tells why rows were left out.
pub(super) fn is_reason(heading: &str) -> bool {
    ["syy", "orsak", "reason"].contains(&bare(heading).as_str())
}

/// Whether a line repeats the headings, as printed lists do on every page.
pub(super) fn is_heading_again(line: &Line, columns: &[Bound]) -> bool {
    let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
    let same =
        line.cells.iter().zip(columns).filter(|(cell, bound)| !cell.is_empty() && bare(cell) == bare(&bound.heading));
    filled > 1 && same.count() == filled
}

#[cfg(test)]
mod tests {
    use super::super::headings::languages;
    use super::*;
    use crate::store::{Source, load};

    fn sheet(text: &str) -> Sheet {
        let line = |(number, text): (usize, &str)| Line {
            number: number + 1,
            cells: text.split(';').map(|cell| cell.trim().into()).collect(),
        };
        Sheet { name: "".into(), lines: text.lines().enumerate().map(line).collect() }
    }

    fn guess(text: &str, kind: Kind) -> Mapping {
        let languages = languages();
        Mapping::guess(&sheet(text), kind, &load(&Source::Example).book, &languages)
    }

    fn keys(mapping: &Mapping) -> Vec<String> {
        let key = |bound: &Bound| match bound.means {
            Means::Slot(slot) => slot.key(),
            Means::Note => "note!".into(),
            _ => "-".into(),
        };
        mapping.columns.iter().map(key).collect()
    }

    #[test]
    fn headings_and_contents_tell_what_columns_hold() {
        let mapping = guess(
            "Etunimi;Sukunimi;Puh.;Sähköposti;Kunta;Nimike;Lempiväri\n\
             Aino;Tammela;040 123 4567;aino@kunta.example;Porvoo;suunnittelija;sininen",
            Kind::Person,
        );
        assert_eq!(mapping.heading, Some(0));
        assert_eq!(
            keys(&mapping),
            ["given", "family", "phone", "email", "affiliations.at", "affiliations.title.fi", "note!"]
        );
    }

    #[test]
    fn a_title_above_the_headings_is_passed_over_and_names_are_turned() {
        let mapping = guess(
            "Kontaktpersoner 2026\n\nNamn;Telefon;E-post;Kommun\n\
             Tammela Aino;040 123 4567;aino.tammela@kunta.example;Borgå\nKuusisto Björn;050 1234567;;Esbo",
            Kind::Person,
        );
        assert_eq!(mapping.heading, Some(2));
        assert_eq!(keys(&mapping), ["whole-name", "phone", "email", "affiliations.at"]);
        assert_eq!(mapping.order, Order::FamilyFirst);
    }

    #[test]
    fn without_headings_contents_speak() {
        let mapping = guess(
            "1;Aino Tammela;aino@kunta.example;0401234567;Porvoo\n2;Ari Tamminen;ari@kunta.example;0501234567;Askola",
            Kind::Person,
        );
        assert_eq!(mapping.heading, None);
        assert_eq!(keys(&mapping), ["-", "whole-name", "email", "phone", "affiliations.at"]);
    }

    #[test]
    fn headings_that_the_cells_contradict_are_not_believed() {
        let mapping = guess("Nimi;Yhteystieto;Puhelin\nAino Tammela;040 123 4567;aino@kunta.example", Kind::Person);
        assert_eq!(keys(&mapping), ["whole-name", "phone", "email"]);
    }

    #[test]
    fn a_grouped_place_and_a_second_number_are_understood() {
        let mapping = guess(
            "Kunta;Nimi;Puh;Puh\nPorvoo;Aino Tammela;040 123 4567;09 310 1691\n;Ari Tamminen;050 1234567;\n;Eeva Aalto;;",
            Kind::Person,
        );
        assert_eq!(keys(&mapping), ["affiliations.at", "whole-name", "phone", "further_contacts"]);
        assert!(mapping.columns[0].as_above);
    }

    #[test]
    fn what_was_chosen_is_recalled_for_the_same_headings() {
        let text = "Nimi;Väri\nAino Tammela;sininen";
        let mut mapping = guess(text, Kind::Person);
        mapping.bind(1, Means::Slot(Slot::with_key(Kind::Person, "left_on").unwrap()), false);
        mapping.known = Known::Skipped;
        let recalled = guess(text, Kind::Person).recalled(&[mapping.remember()]);
        assert_eq!(recalled, mapping);
        let other = guess("Nimi;Toinen\nAino Tammela;sininen", Kind::Person);
        assert_eq!(other.clone().recalled(&[mapping.remember()]), other);
    }

    #[test]
    fn the_kind_is_told_by_the_headings() {
        let (languages, book) = (languages(), load(&Source::Example).book);
        for (headings, kind) in [
            ("Etunimi;Sukunimi;Puh.;Kunta", Some(Kind::Person)),
            ("Kuntakoodi;Kunta;Asukasluku", Some(Kind::Municipality)),
            ("Toimi;Määräaika;Vastuuhenkilö", Some(Kind::Action)),
            ("xyz;zyx", None),
        ] {
            assert_eq!(Mapping::guess_kind(&sheet(headings), None, &book, &languages), kind, "{headings}");
        }
    }
}
