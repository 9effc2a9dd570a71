//! A table on its way into the book, some rows at a time, so that whoever shows it can stop and be used meanwhile.
//!
//! Owns what each row becomes. It changes no book: at the end it hands out the changes.

use std::collections::{BTreeMap, HashMap};

use ecow::EcoString;
use jiff::civil::DateTime;

use super::cells::{Cells, Read, is_nothing};
use super::filling::{CellFor, Filled, Manner, beside, fill, fill_row};
use super::headings::languages;
use super::mapping::{Bound, Known, Mapping, Means, has_note, is_heading_again};
use super::names;
use super::sameness::{Sameness, are_alike};
use crate::book::Change;
use crate::book::show::Showing;
use crate::book::title::title;
use crate::domain::{Column, Id, Kind, Link, Mint, Organisation, Record, RecordRef, Value, Words};
use crate::entry::{Reading, Trouble, check, give_ids, key_of, order};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::{Line, Sheet};
use crate::find::fold::Folded;
use crate::planning::beginning::begin;
use crate::text::Safe;

/// What is at hand while rows are taken in.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// Reads what people write.
    pub reading: Reading<'a>,
    /// The book, language, day and season.
    pub showing: Showing<'a>,
    /// The day and time.
    pub now: DateTime,
    /// Who brings the table.
    pub me: Option<&'a Id>,
}

/// What a row became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Its place among the table's lines.
    pub at: usize,
    /// Its number in the file.
    pub number: usize,
    /// The record it is about; none where it cannot be taken in.
    pub link: Option<Link>,
    /// The record in words.
    pub title: Safe,
    /// What happened.
    pub fate: Fate,
    /// What changes in a record of the book, field by field.
    pub changes: Vec<Safe>,
    /// What could not be read or taken over, and what was guessed.
    pub remarks: Vec<Safe>,
    /// Whether a cell could not be read.
    pub unread: bool,
}

impl Outcome {
    /// Whether one should look at it: something is odd about it, or it changes what the book says.
    pub fn is_remarkable(&self) -> bool {
        !self.remarks.is_empty() || self.fate == Fate::Changed
    }
}

/// What happens to a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It becomes a new record.
    New,
    /// It changes a record of the book.
    Changed,
    /// The book says so already.
    Same,
    /// It is about the same record as an earlier row, of this number in the file.
    Again(usize),
    /// Its record is in the book, and those were to stay as they are.
    Skipped,
    /// It cannot be taken in.
    #[default]
    LeftOut,
    /// It was said that it is not wanted.
    Unwanted,
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of new records.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that say nothing new.
    pub same: usize,
    /// Rows about a record of an earlier row.
    pub again: usize,
    /// Rows of records that stay as they are.
    pub skipped: usize,
    /// Rows that cannot be taken in.
    pub left_out: usize,
    /// Rows one should look at: left out, partly unread, guessed.
    pub remarkable: usize,
    /// Organisations that are new.
    pub organisations: usize,
}

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
    mint: Mint,
}

/// A cell with what it means.
struct Told<'c> {
    slot: Slot,
    heading: &'c str,
    text: EcoString,
    read: Read,
}

/// A cell that could not be read.
struct Unread {
    slot: Slot,
    heading: EcoString,
    text: EcoString,
    why: Safe,
}

/// What a row says.
#[derive(Default)]
struct Said<'c> {
    id: Option<EcoString>,
    told: Vec<Told<'c>>,
    unread: Vec<Unread>,
    /// Lines for the note.
    notes: Vec<(EcoString, EcoString)>,
    remarks: Vec<Safe>,
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
            mint,
            mapping,
        }
    }

    /// How the table is understood.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
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
        let odd = self.outcomes.iter().filter(|outcome| outcome.unread || outcome.fate == Fate::LeftOut);
        let rows = odd.filter_map(|outcome| {
            let line = sheet.lines.get(outcome.at)?;
            let mut cells = line.cells.clone();
            cells.resize(width, EcoString::new());
            cells.push(Safe::join(&outcome.remarks, &Safe::own("; ")).as_str().into());
            Some(Line { number: line.number, cells })
        });
        Sheet { name: sheet.name.clone(), lines: [heading].into_iter().chain(rows).collect() }
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
            let said = self.said(hand, &columns, &cells);
            let taken = self.taken(hand, (at, line.number), said);
            self.mapping.columns = columns;
            taken
        };
        outcome.at = at;
        outcome.number = line.number;
        if outcome.title.is_empty() {
            let first = cells.iter().filter(|cell| !cell.is_empty()).take(3).map(|cell| Safe::short(cell));
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
                Means::Nothing => {}
                Means::Note if is_nothing(text) => {}
                Means::Note => {
                    if bound.heading.is_empty() && self.mapping.heading.is_some() {
                        let text = ("text", Safe::short(text).into());
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
                    let places = [("text", Safe::short(text).into()), ("place", place.clone().into())];
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
                (None, Some(record)) if self.names_ids && said.id.is_some() => (record.to_owned(), Manner::Whole),
                (None, Some(record)) => (record.to_owned(), Manner::Likeness),
                (None, None) => (Record::empty(kind, link.id.clone()), Manner::New),
            },
            Subject::New(id) => (Record::empty(kind, id.clone()), Manner::New),
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
        if !kept {
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
            outcome.changes = changed_fields(hand.showing, base.as_ref(), record.as_ref());
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
            let id = id_of(kind, text)
                .ok_or_else(|| hand.reading.texts.tell("import-no-id", &[("text", Safe::short(text).into())]))?;
            let link = Link::new(kind, id);
            let is_there = self.works.contains_key(&link) || book.place(&link).is_some();
            // A record that was made elsewhere, or removed here, keeps its id: it is never given twice.
            return Ok(if is_there { Subject::Known(link) } else { Subject::New(link.id) });
        }
        if self.mapping.apart.contains(&at) {
            return Ok(Subject::New(Id::default()));
        }
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
        let found = self.sameness.find(candidate.as_ref(), &known);
        Ok(found.map_or_else(|| Subject::New(Id::default()), Subject::Known))
    }
}

/// What a row is about.
enum Subject {
    Known(Link),
    /// Nothing there is; with its id, where the row or its name gives one.
    New(Id),
}

/// An id as a table writes it; a municipality's code may have lost its zeros.
fn id_of(kind: Kind, text: &str) -> Option<Id> {
    let own = text.strip_prefix(kind.key()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(text);
    let id = match (kind, own.parse::<u16>()) {
        (Kind::Municipality, Ok(code)) => Id::parse(&format!("{code:03}")).ok()?,
        _ => Id::parse(own).ok()?,
    };
    let fits = kind.letter().is_none_or(|letter| id.as_str().starts_with(letter));
    fits.then_some(id)
}

/// The cells of rows, each with those of the same field.
fn by_rows(told: &[Told<'_>]) -> Vec<(&'static Column, Vec<CellFor>)> {
    let mut fields: Vec<(&'static Column, Vec<CellFor>)> = Vec::new();
    for told in told {
        let (Slot::Cell(rows, _) | Slot::CellTongue(rows, _, _)) = told.slot else { continue };
        let cell = CellFor { slot: told.slot, value: told.read.value.clone() };
        match fields.iter_mut().find(|(column, _)| column.key == rows.key) {
            Some((_, cells)) => cells.push(cell),
            None => fields.push((rows, vec![cell])),
        }
    }
    fields
}

/// How a spelling compares with the one that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    Better,
    Worse,
    Either,
}

/// A record that is being filled in.
struct Putting<'p, 'c> {
    hand: Hand<'p>,
    record: &'p mut Record,
    manner: Manner,
    said: Said<'c>,
    remarks: &'p mut Vec<Safe>,
}

impl Putting<'_, '_> {
    fn put(&mut self) {
        let mut told = std::mem::take(&mut self.said.told);
        if matches!(self.manner, Manner::Likeness | Manner::Again) && self.is_turned_name(&told) {
            told.retain(|told| !is_name(told.slot));
        }
        for told in &told {
            if !matches!(told.slot, Slot::Cell(..) | Slot::CellTongue(..)) {
                self.put_field(told);
            }
            for more in &told.read.more {
                if !beside(self.record, more) {
                    self.unread(told, &self.hand.reading.texts.say("import-one-only"));
                }
            }
        }
        for (rows, cells) in by_rows(&told) {
            // A role of a season nobody knows is none of the season at hand.
            let lacks_season = |unread: &Unread| unread.slot.key() == "roles.season";
            if rows.key == "roles" && self.said.unread.iter().any(lacks_season) {
                let why = self.hand.reading.texts.say("import-no-season");
                told.iter()
                    .filter(|told| told.slot.column().is_some_and(|column| column.key == rows.key))
                    .for_each(|told| self.unread(told, &why));
                continue;
            }
            self.put_row(&told, rows, &cells);
        }
        for (heading, text) in std::mem::take(&mut self.said.notes) {
            self.note(&heading, &text);
        }
        if let Some((_, trouble)) = order(&self.record.as_ref().fields()) {
            self.remarks.push(trouble.sentence(self.hand.reading.texts));
        }
    }

    fn put_field(&mut self, told: &Told<'_>) {
        if self.manner == Manner::Likeness && self.spells(told) == Spelling::Worse {
            self.stands(told);
            return;
        }
        let before = self.record.clone();
        let filled = fill(self.record, told.slot, told.read.value.clone(), self.manner);
        if self.manner == Manner::Likeness && matches!(told.slot.key().as_str(), "phone" | "email") {
            // What somebody else wrote may be newer than the table: it stays at hand.
            let replaced = before.as_ref().field(&told.slot.key()).map_or(Value::Empty, |(_, value)| value);
            if let Value::Text(replaced) = replaced {
                beside(self.record, &replaced);
            }
        }
        if let Some(trouble) = told.slot.column().and_then(|column| amiss(self.record.as_ref(), column)) {
            // What is missing is told of the whole record.
            if !matches!(trouble, Trouble::Missing(_)) || self.manner != Manner::New {
                self.unread(told, &trouble.sentence(self.hand.reading.texts));
            }
            *self.record = before;
            return;
        }
        match filled {
            Filled::Stands => self.stands(told),
            Filled::Taken | Filled::Homeless => {}
        }
    }

    fn put_row(&mut self, told: &[Told<'_>], rows: &'static Column, cells: &[CellFor]) {
        let before = self.record.clone();
        let filled = fill_row(self.hand.showing, self.record, rows, cells, self.manner);
        let trouble = amiss(self.record.as_ref(), rows);
        if trouble.is_some() {
            *self.record = before;
        }
        for (cell, filled) in cells.iter().zip(filled) {
            let Some(told) = told.iter().find(|told| told.slot == cell.slot && !told.text.is_empty()) else { continue };
            match (&trouble, filled) {
                (Some(trouble), _) => self.unread(told, &trouble.sentence(self.hand.reading.texts)),
                (None, Filled::Homeless) => self.unread(told, &self.hand.reading.texts.say("import-homeless")),
                (None, Filled::Stands) => self.stands(told),
                (None, Filled::Taken) => {}
            }
        }
    }

    /// An earlier row said something else: that stands, and this is kept beside it.
    fn stands(&mut self, told: &Told<'_>) {
        let texts = self.hand.reading.texts;
        if self.spells(told) == Spelling::Better {
            let held = self.record.as_ref().field(&told.slot.key()).map_or(Value::Empty, |(_, value)| value);
            fill(self.record, told.slot, told.read.value.clone(), Manner::Whole);
            if let Value::Text(held) = held {
                let places = [("held", Safe::short(&held).into()), ("text", Safe::short(&told.text).into())];
                self.remarks.push(texts.tell("import-spelt", &places));
                self.note(told.heading, &held);
            }
            return;
        }
        let places = [("heading", Safe::short(told.heading).into()), ("text", Safe::short(&told.text).into())];
        self.remarks.push(texts.tell("import-stands", &places));
        let is_contact = matches!(told.slot.key().as_str(), "phone" | "email");
        if is_contact && beside(self.record, &told.text) {
            return;
        }
        self.note(told.heading, &told.text);
    }

    /// Whether the row writes the person's name in another order.
    fn is_turned_name(&self, told: &[Told<'_>]) -> bool {
        let RecordRef::Person(person) = self.record.as_ref() else { return false };
        let words = |text: &str| {
            let mut words: Vec<String> = Folded::of(text).text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words
        };
        let parts: Vec<&str> = told.iter().filter(|told| is_name(told.slot)).map(|told| told.text.as_str()).collect();
        parts.len() == 2 && words(&parts.join(" ")) == words(&person.name())
    }

    /// Which of two spellings of a name the person's address is made of: the one that stands or the one that is told.
    fn spells(&self, told: &Told<'_>) -> Spelling {
        let RecordRef::Person(person) = self.record.as_ref() else { return Spelling::Either };
        let held = match told.slot.key().as_str() {
            "given" => &person.given,
            "family" => &person.family,
            _ => return Spelling::Either,
        };
        let address = Folded::of(&person.email).text;
        let is_in = |name: &str| !name.is_empty() && address.contains(&Folded::of(name).text);
        // Another name altogether is no slip: people marry.
        let alike = are_alike(&told.text, held);
        match (alike && is_in(&told.text), alike && is_in(held)) {
            (true, false) => Spelling::Better,
            (false, true) => Spelling::Worse,
            _ => Spelling::Either,
        }
    }

    fn unread(&mut self, told: &Told<'_>, why: &Safe) {
        let (heading, text) = (told.heading.into(), told.text.clone());
        self.said.unread.push(Unread { slot: told.slot, heading, text, why: why.clone() });
    }

    /// What could not be read of a column before can be read now: its line in the note is no longer needed.
    fn forget_unread(&mut self, outdated: &[String]) {
        let is_unread =
            |line: &str| self.said.unread.iter().any(|unread| line.starts_with(&format!("{}: ", unread.heading)));
        let outdated: Vec<&String> = outdated.iter().filter(|line| !is_unread(line)).collect();
        if let Some((column, Value::Text(note))) = self.record.as_ref().field("note")
            && !outdated.is_empty()
        {
            let rest: Vec<&str> = note.lines().filter(|line| !outdated.iter().any(|other| other == line)).collect();
            let rest = if rest.is_empty() { Value::Empty } else { Value::Text(rest.join("\n").into()) };
            // A note takes any text.
            let _fits = self.record.set(column.key, rest);
        }
    }

    /// Adds a line to the note, once; tells whether the record has one.
    fn note(&mut self, heading: &str, text: &str) -> bool {
        let Some((column, value)) = self.record.as_ref().field("note") else { return false };
        let text = text.replace('\n', " ");
        let line = if heading.is_empty() { text } else { format!("{heading}: {text}") };
        let before = if let Value::Text(before) = value { before } else { EcoString::new() };
        let mut lines: Vec<&str> = before.lines().collect();
        let begins = |line: &&str| !heading.is_empty() && line.starts_with(&format!("{heading}: "));
        match (lines.contains(&line.as_str()), lines.iter().position(begins)) {
            (true, _) => return true,
            (false, Some(at)) if self.manner != Manner::Again => {
                // The same column said something else before.
                if let Some(place) = lines.get_mut(at) {
                    *place = &line;
                }
            }
            _ => lines.push(&line),
        }
        // A note takes any text that a cell can hold.
        self.record.set(column.key, Value::Text(lines.join("\n").into())).is_ok()
    }

    /// Keeps what could not be read in the note; tells whether nothing of it is lost.
    fn keep_unread(&mut self) -> bool {
        let mut kept = true;
        for unread in std::mem::take(&mut self.said.unread) {
            // Of an empty cell nothing can be lost.
            let is_empty = unread.text.is_empty();
            let has_note = !is_empty && has_note(self.record.as_ref().kind());
            let in_note = has_note && self.note(&unread.heading, &unread.text);
            kept &= in_note || is_empty;
            let id = if in_note { "import-in-note" } else { "import-unread" };
            let places = [("heading", Safe::short(&unread.heading).into()), ("why", unread.why.into())];
            self.remarks.push(self.hand.reading.texts.tell(id, &places));
        }
        kept
    }
}

/// Whether a part of a record is a person's given or family name.
fn is_name(slot: Slot) -> bool {
    matches!(slot.key().as_str(), "given" | "family")
}

/// What is wrong with a field now.
fn amiss(record: RecordRef<'_>, column: &Column) -> Option<Trouble> {
    let (column, value) = record.field(column.key)?;
    check(column, &value)
}

/// What changes in a record, field by field: `label: before → after`.
fn changed_fields(showing: Showing<'_>, before: RecordRef<'_>, after: RecordRef<'_>) -> Vec<Safe> {
    let pairs = before.fields().into_iter().zip(after.fields());
    let changed = pairs.filter(|((_, before), (_, after))| before != after);
    let shown = |column: &Column, value: &Value| {
        let text = showing.value(&column.kind, value);
        if text.is_empty() { Safe::own("–") } else { Safe::short(text.as_str()) }
    };
    let line = |((column, before), (_, after)): ((&Column, Value), (&Column, Value))| {
        let label = showing.texts.field(column.label);
        Safe::line(&format!("{label}: {} → {}", shown(column, &before), shown(column, &after)))
    };
    changed.map(line).collect()
}
