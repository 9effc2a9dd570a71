//! A table on its way into the book, some rows at a time, so that whoever shows it can stop and be used meanwhile.
//!
//! Owns what each row becomes. It changes no book: at the end it hands out the changes.

mod answers;

use std::collections::{BTreeMap, HashMap};

use ecow::EcoString;

use super::answers::Trouble as FormTrouble;
use super::cells::{Cells, is_nothing};
use super::filling::{Manner, fill, fill_row};
use super::headings::languages;
use super::mapping::{Bound, Known, Mapping, Means, is_heading_again};
use super::names;
use super::outcome::{Fate, Hand, Outcome, Tally};
use super::putting::{Putting, Said, Told, Unread, by_rows};
use super::sameness::Sameness;
use crate::book::Change;
use crate::book::show::Showing;
use crate::book::title::title;
use crate::domain::{Column, Id, Kind, Link, Mint, Organisation, Record, RecordRef, Value, Words};
use crate::entry::{Trouble, check, give_ids, key_of};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::{Line, Sheet};
use crate::find::fold::Folded;
use crate::planning::beginning::begin;
use crate::text::Safe;

/// A record as the table makes it.
#[derive(Debug)]
struct Work {
    before: Option<Record>,
    after: Record,
    /// The number of the first row about it.
    number: usize,
}

/// An organisation that rows name and the book does not have.
#[derive(Debug)]
struct NewPlace {
    id: Id,
    name: EcoString,
    /// A row that was taken in works there.
    used: bool,
}

/// The table on its way.
#[derive(Debug)]
pub struct Bringing {
    mapping: Mapping,
    /// The rows name their records by the program's own ids.
    names_ids: bool,
    next: usize,
    cells: Cells,
    sameness: Sameness,
    works: HashMap<Link, Work>,
    order: Vec<Link>,
    places: BTreeMap<String, NewPlace>,
    above: Vec<EcoString>,
    outcomes: Vec<Outcome>,
    answers: answers::Answers,
    mint: Mint,
}

impl Bringing {
    /// Begins with the first row; new records get their ids from `mint`.
    pub fn new(mapping: Mapping, hand: Hand<'_>, mint: Mint) -> Self {
        let own: Vec<Safe> = languages().iter().map(|texts| texts.say("heading-id")).collect();
        let is_own = |bound: &Bound| {
            bound.means == Means::Slot(Slot::Id)
                && own.iter().any(|own| Folded::of(own.as_str()).text == Folded::of(&bound.heading).text)
        };
        Self {
            names_ids: mapping.columns.iter().any(is_own),
            next: mapping.heading.map_or(0, |at| at + 1),
            cells: Cells::new(hand.reading.book, mapping.guesses),
            sameness: Sameness::new(hand.reading.book, mapping.kind),
            works: HashMap::new(),
            order: Vec::new(),
            places: BTreeMap::new(),
            above: vec![EcoString::new(); mapping.columns.len()],
            outcomes: Vec::new(),
            answers: answers::Answers::new(&mapping, hand),
            mint,
            mapping,
        }
    }

    /// How the table is understood.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// Why nothing of the table can be taken in.
    pub fn trouble(&self, sheet: &Sheet) -> Option<FormTrouble> {
        let has_rows = !self.is_done(sheet) || !self.outcomes.is_empty();
        let none = self.mapping.form.as_ref().filter(|_| !has_rows).map(|_| FormTrouble::NoRows);
        none.or_else(|| self.answers.trouble().cloned())
    }

    /// What the rows so far became, in their order.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// Whether all rows have been taken in.
    pub fn is_done(&self, sheet: &Sheet) -> bool {
        self.next >= sheet.lines.len()
    }

    /// Takes in some more rows.
    pub fn step(&mut self, sheet: &Sheet, hand: Hand<'_>, count: usize) {
        let end = self.next.saturating_add(count).min(sheet.lines.len());
        for at in self.next..end {
            if let Some(line) = sheet.lines.get(at) {
                self.line(hand, at, line);
            }
        }
        self.next = end;
    }

    /// The record a row is about, as the table makes it.
    pub fn record(&self, link: &Link) -> Option<RecordRef<'_>> {
        self.works.get(link).map(|work| work.after.as_ref())
    }

    /// What an organisation is called that is new with this table.
    pub fn new_place(&self, id: &Id) -> Option<&str> {
        self.places.values().find(|place| place.id == *id).map(|place| place.name.as_str())
    }

    /// The changes that make the book what the table says: new organisations, then the records in the table's order.
    pub fn changes(&self) -> Vec<Change> {
        let organisation = |place: &NewPlace| Change {
            before: None,
            after: Some(Record::Organisation(Organisation {
                id: place.id.clone(),
                name: Words::new(place.name.clone(), EcoString::new(), EcoString::new()),
                ..Organisation::default()
            })),
        };
        let used = self.places.values().filter(|place| place.used).map(organisation);
        let works = self.order.iter().filter_map(|link| self.works.get(link));
        let differing = works.filter(|work| work.before.as_ref() != Some(&work.after));
        let records = differing.map(|work| Change { before: work.before.clone(), after: Some(work.after.clone()) });
        used.chain(records).collect()
    }

    /// How many rows became what.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally { organisations: self.places.values().filter(|it| it.used).count(), ..Tally::default() };
        for outcome in &self.outcomes {
            let count = match outcome.fate {
                Fate::New => &mut tally.new,
                Fate::Changed => &mut tally.changed,
                Fate::Same => &mut tally.same,
                Fate::Again(_) => &mut tally.again,
                Fate::Skipped => &mut tally.skipped,
                Fate::LeftOut if outcome.empty => &mut tally.empty,
                Fate::LeftOut | Fate::Unwanted => &mut tally.left_out,
            };
            *count += 1;
            tally.remarkable += usize::from(outcome.is_remarkable());
        }
        tally
    }

    /// The rows that were left out or not wholly read, as a table with the reasons in its last column.
    pub fn rejects(&self, sheet: &Sheet, reason: &Safe) -> Sheet {
        let headings = self.mapping.columns.iter().map(|bound| bound.heading.clone());
        let width = self.mapping.columns.len();
        let heading = Line { number: 0, cells: headings.chain([reason.as_str().into()]).collect() };
        let odd = self.outcomes.iter().filter(|outcome| outcome.is_odd());
        let rows = odd.filter_map(|outcome| {
            let line = sheet.lines.get(outcome.at)?;
            let mut cells = line.cells.clone();
            cells.resize(width, EcoString::new());
            self.without_persons(&mut cells);
            cells.push(Safe::join(&outcome.remarks, &Safe::own("; ")).as_str().into());
            Some(Line { number: line.number, cells })
        });
        Sheet { name: sheet.name.clone(), lines: [heading].into_iter().chain(rows).collect() }
    }

    /// Who answered a form is not written into another file either.
    fn without_persons(&self, cells: &mut [EcoString]) {
        let Some(form) = &self.mapping.form else { return };
        for ((number, bound), cell) in self.mapping.columns.iter().enumerate().zip(cells) {
            if bound.means == Means::Nothing && form.personal.contains(&number) {
                *cell = EcoString::new();
            }
        }
    }

    fn line(&mut self, hand: Hand<'_>, at: usize, line: &Line) {
        let cells = self.with_above(line);
        if cells.iter().all(EcoString::is_empty) || is_heading_again(line, &self.mapping.columns) {
            return;
        }
        let mut outcome = if self.mapping.unwanted.contains(&at) {
            Outcome { fate: Fate::Unwanted, ..Outcome::default() }
        } else {
            let columns = std::mem::take(&mut self.mapping.columns);
            let taken = if self.mapping.form.is_some() {
                self.answer(hand, line.number, &columns, &cells)
            } else {
                let said = self.said(hand, &columns, &cells);
                self.taken(hand, (at, line.number), said)
            };
            self.mapping.columns = columns;
            taken
        };
        outcome.at = at;
        outcome.number = line.number;
        outcome.decided = self.mapping.unwanted.contains(&at) || self.mapping.apart.contains(&at);
        if outcome.title.is_empty() && self.mapping.form.is_none() {
            let first = cells.iter().filter(|cell| !cell.is_empty()).take(3).map(|cell| Safe::short_of_lines(cell));
            outcome.title = Safe::join(first.collect::<Vec<_>>(), &Safe::own(" · "));
        }
        self.outcomes.push(outcome);
    }

    /// The cells of a row, one a column; empty ones as above where that was chosen.
    fn with_above(&mut self, line: &Line) -> Vec<EcoString> {
        let mut cells = line.cells.clone();
        cells.resize(self.mapping.columns.len().max(cells.len()), EcoString::new());
        if cells.iter().all(EcoString::is_empty) {
            return cells;
        }
        for ((bound, cell), above) in self.mapping.columns.iter().zip(&mut cells).zip(&mut self.above) {
            if !bound.as_above {
                continue;
            }
            if cell.is_empty() {
                cell.clone_from(above);
            } else {
                above.clone_from(cell);
            }
        }
        cells
    }

    fn said<'c>(&mut self, hand: Hand<'_>, columns: &'c [Bound], cells: &[EcoString]) -> Said<'c> {
        let mut said = Said::default();
        for (bound, text) in columns.iter().zip(cells) {
            match bound.means {
                Means::Nothing | Means::Question(..) | Means::Extra => {}
                Means::Note if is_nothing(text) => {}
                Means::Note => {
                    if bound.heading.is_empty() && self.mapping.heading.is_some() {
                        let text = ("text", Safe::short_of_lines(text).into());
                        said.remarks.push(hand.reading.texts.tell("import-beyond", &[text]));
                    }
                    said.notes.push((bound.heading.clone(), text.clone()));
                }
                Means::Slot(Slot::Id) => said.id = Some(text.clone()).filter(|text| !text.is_empty()),
                Means::Slot(Slot::WholeName) => {
                    let (name, beside) = names::without_brackets(text);
                    if !beside.is_empty() {
                        said.notes.push((bound.heading.clone(), beside.into()));
                    }
                    let (given, family) = names::split(&name, self.mapping.order);
                    for (key, part) in [("given", given), ("family", family)] {
                        if let Some(slot) = Slot::with_key(self.mapping.kind, key).filter(|_| !part.is_empty()) {
                            self.tell(hand, bound, slot, &part.into(), &mut said);
                        }
                    }
                }
                Means::Slot(slot) => self.tell(hand, bound, slot, text, &mut said),
            }
        }
        said
    }

    fn tell<'c>(&mut self, hand: Hand<'_>, bound: &'c Bound, slot: Slot, text: &EcoString, said: &mut Said<'c>) {
        let texts = hand.reading.texts;
        match self.cells.read(hand.reading, slot, &bound.heading, text) {
            Ok(read) => {
                if let Some(place) = &read.guessed {
                    let places = [("text", Safe::short_of_lines(text).into()), ("place", place.clone().into())];
                    said.remarks.push(texts.tell("import-guessed", &places));
                }
                said.told.push(Told { slot, heading: &bound.heading, text: text.clone(), read });
            }
            Err(why) => said.unread.push(Unread { slot, heading: bound.heading.clone(), text: text.clone(), why }),
        }
    }

    /// Finds the record a row is about and puts into it what the row says.
    fn taken(&mut self, hand: Hand<'_>, (at, number): (usize, usize), mut said: Said<'_>) -> Outcome {
        self.name_new_places(&mut said.told);
        let kind = self.mapping.kind;
        let mut outcome = Outcome {
            remarks: std::mem::take(&mut said.remarks),
            unread: !said.unread.is_empty(),
            ..Outcome::default()
        };
        let subject = match self.subject(hand, at, &said) {
            Ok(subject) => subject,
            Err(why) => {
                outcome.remarks.insert(0, why);
                return outcome;
            }
        };
        let (base, manner) = match &subject {
            Subject::Known(link) => match (self.works.get(link), hand.reading.book.record(link)) {
                (Some(work), _) => (work.after.clone(), Manner::Again),
                (None, Some(there)) if self.mapping.known == Known::Skipped => {
                    outcome.title = title(hand.reading.book, there, hand.reading.texts);
                    outcome.fate = Fate::Skipped;
                    return outcome;
                }
                (None, Some(record)) if self.names_ids && said.names(link) => (record.to_owned(), Manner::Whole),
                (None, Some(record)) => (record.to_owned(), Manner::Likeness),
                (None, None) => (Record::empty(kind, link.id.clone()), Manner::New),
            },
            Subject::New(id) => {
                if self.names_ids && !id.is_empty() && kind.letter().is_some() {
                    outcome.remarks.push(hand.reading.texts.say("import-unknown-id"));
                }
                (Record::empty(kind, id.clone()), Manner::New)
            }
        };
        let outdated = if manner == Manner::Likeness { self.outdated(hand, &base, &said) } else { Vec::new() };
        let mut record = base.clone();
        let mut putting = Putting { hand, record: &mut record, manner, said, remarks: &mut outcome.remarks };
        putting.put();
        putting.forget_unread(&outdated);
        outcome.unread |= !putting.said.unread.is_empty();
        let kept = putting.keep_unread();
        outcome.title = title(hand.reading.book, record.as_ref(), hand.reading.texts);
        if manner == Manner::New
            && let Err(why) = self.finish_new(hand, &mut record)
        {
            outcome.remarks.extend(why);
            return outcome;
        }
        // What is in the book already loses nothing by a cell that cannot be read.
        if !kept && manner == Manner::New {
            return outcome;
        }
        self.name_rows(&mut record);
        self.keep(hand, number, manner, base, record, outcome)
    }

    /// The lines of a record's note that tell of cells which could not be read, and which the row now says otherwise.
    fn outdated(&mut self, hand: Hand<'_>, base: &Record, said: &Said<'_>) -> Vec<String> {
        let Some((_, Value::Text(note))) = base.as_ref().field("note") else { return Vec::new() };
        let mut outdated = Vec::new();
        for told in said.told.iter().filter(|told| !told.text.is_empty() && !told.heading.is_empty()) {
            let begins = format!("{}: ", told.heading);
            for (line, text) in note.lines().filter_map(|line| Some((line, line.strip_prefix(&begins)?))) {
                let read = self.cells.read(hand.reading, told.slot, told.heading, &text.into());
                let column = told.slot.column().filter(|_| matches!(told.slot, Slot::Field(_)));
                let is_odd = read.is_err()
                    || column.zip(read.ok()).is_some_and(|(column, read)| check(column, &read.value).is_some());
                if is_odd {
                    outdated.push(line.to_owned());
                }
            }
        }
        outdated
    }

    /// A record of one's own for a row: what goes without saying, an id, and everything that is needed.
    fn finish_new(&mut self, hand: Hand<'_>, record: &mut Record) -> Result<(), Vec<Safe>> {
        let texts = hand.reading.texts;
        begin(hand.reading.book, record, hand.now, hand.me);
        let troubles = record.as_ref().fields().iter().filter_map(|(column, value)| check(column, value)).collect();
        let troubles: Vec<Trouble> = troubles;
        if !troubles.is_empty() {
            return Err(troubles.iter().map(|trouble| trouble.sentence(texts)).collect());
        }
        if !record.as_ref().id().is_empty() {
            return Ok(());
        }
        let id = match self.mint.record(self.mapping.kind) {
            Some(id) => Some(id),
            None if self.mapping.kind == Kind::Municipality => None,
            None => key_of(title(hand.reading.book, record.as_ref(), texts).as_str())
                .filter(|id| hand.reading.book.place(&Link::new(self.mapping.kind, id.clone())).is_none()),
        };
        record.give_id(id.ok_or_else(|| vec![texts.say("import-no-key")])?);
        Ok(())
    }

    fn keep(
        &mut self,
        hand: Hand<'_>,
        number: usize,
        manner: Manner,
        base: Record,
        record: Record,
        mut outcome: Outcome,
    ) -> Outcome {
        let link = record.as_ref().link();
        outcome.link = Some(link.clone());
        outcome.fate = match manner {
            Manner::New => Fate::New,
            Manner::Again => Fate::Again(self.works.get(&link).map_or(number, |work| work.number)),
            Manner::Whole | Manner::Likeness if record == base => Fate::Same,
            Manner::Whole | Manner::Likeness => Fate::Changed,
        };
        if outcome.fate == Fate::Changed {
            outcome.changes = changed_fields(hand.showing, base.as_ref(), record.as_ref(), &[]);
        }
        self.use_places(&record);
        self.sameness.add(record.as_ref());
        if let Some(work) = self.works.get_mut(&link) {
            work.after = record;
        } else {
            let before = (manner != Manner::New).then_some(base);
            self.order.push(link.clone());
            self.works.insert(link, Work { before, after: record, number });
        }
        outcome
    }

    /// Gives new rows of a record their ids.
    fn name_rows(&mut self, record: &mut Record) {
        for (column, mut value) in record.as_ref().fields() {
            if let Value::Rows(rows) = &value
                && rows.iter().any(|row| row.id.is_empty())
            {
                give_ids(&column.kind, &mut value, &mut self.mint);
                // It was read from this field.
                let _fits = record.set(column.key, value);
            }
        }
    }

    /// Gives the places of work that are not in the book an id each.
    fn name_new_places(&mut self, told: &mut [Told<'_>]) {
        for told in told.iter_mut().filter(|told| told.read.new_organisation) {
            let Some(id) = self.mint.record(Kind::Organisation) else { continue };
            let new = NewPlace { id, name: told.text.clone(), used: false };
            let place = self.places.entry(Folded::of(&told.text).text).or_insert(new);
            told.read.value = Value::Link(Link::new(Kind::Organisation, place.id.clone()));
        }
    }

    fn use_places(&mut self, record: &Record) {
        let mut named = Vec::new();
        record.as_ref().look(&mut |_, piece| {
            if let crate::domain::Piece::Ref(Kind::Organisation, id) = piece {
                named.push(id.clone());
            }
        });
        let used = self.places.values_mut().filter(|place| named.contains(&place.id));
        used.for_each(|place| place.used = true);
    }

    /// The record a row is about: the one whose id it names, else the one that is the same.
    fn subject(&self, hand: Hand<'_>, at: usize, said: &Said<'_>) -> Result<Subject, Safe> {
        let kind = self.mapping.kind;
        let book = hand.reading.book;
        if let Some(text) = &said.id {
            let id = id_of(kind, text).ok_or_else(|| {
                hand.reading.texts.tell("import-no-id", &[("text", Safe::short_of_lines(text).into())])
            })?;
            let link = Link::new(kind, id);
            if self.works.contains_key(&link) || book.place(&link).is_some() {
                return Ok(Subject::Known(link));
            }
            // Another book knows the record by another id; one that is nowhere keeps its own.
            let alike = if self.mapping.apart.contains(&at) { None } else { self.alike(hand, said) };
            return Ok(alike.map_or(Subject::New(link.id), Subject::Known));
        }
        let alike = if self.mapping.apart.contains(&at) { None } else { self.alike(hand, said) };
        Ok(alike.map_or_else(|| Subject::New(Id::default()), Subject::Known))
    }

    /// The record that is the same as what a row says.
    fn alike(&self, hand: Hand<'_>, said: &Said<'_>) -> Option<Link> {
        let (kind, book) = (self.mapping.kind, hand.reading.book);
        let mut candidate = Record::empty(kind, Id::default());
        for told in &said.told {
            match told.slot {
                Slot::Cell(..) | Slot::CellTongue(..) => {}
                slot => drop(fill(&mut candidate, slot, told.read.value.clone(), Manner::New)),
            }
        }
        for (rows, cells) in by_rows(&said.told) {
            fill_row(hand.showing, &mut candidate, rows, &cells, Manner::New);
        }
        begin(book, &mut candidate, hand.now, hand.me);
        let known = |link: &Link| match self.works.get(link) {
            Some(work) => Some(work.after.as_ref()),
            None => book.record(link),
        };
        self.sameness.find(candidate.as_ref(), &known)
    }
}

/// What a row is about.
enum Subject {
    Known(Link),
    /// Nothing there is; with its id, where the row or its name gives one.
    New(Id),
}

/// An id as a table writes it; a municipality's code may have lost its zeros.
pub(super) fn id_of(kind: Kind, text: &str) -> Option<Id> {
    let own = text.strip_prefix(kind.key()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(text);
    let id = match (kind, own.parse::<u16>()) {
        (Kind::Municipality, Ok(code)) => Id::parse(&format!("{code:03}")).ok()?,
        _ => Id::parse(own).ok()?,
    };
    let fits = kind.letter().is_none_or(|letter| id.as_str().starts_with(letter));
    fits.then_some(id)
}

/// What changes in a record, but for some fields, one by one: `label: before → after`.
fn changed_fields(showing: Showing<'_>, before: RecordRef<'_>, after: RecordRef<'_>, but: &[&str]) -> Vec<Safe> {
    let pairs = before.fields().into_iter().zip(after.fields());
    let changed = pairs.filter(|((column, before), (_, after))| before != after && !but.contains(&column.key));
    let shown = |column: &Column, value: &Value| {
        let text = showing.value(&column.kind, value);
        if text.is_empty() { Safe::own("–") } else { Safe::short_of_lines(text.as_str()) }
    };
    let line = |((column, before), (_, after)): ((&Column, Value), (&Column, Value))| {
        let label = showing.texts.field(column.label);
        Safe::line(&format!("{label}: {} → {}", shown(column, &before), shown(column, &after)))
    };
    changed.map(line).collect()
}
