//! The book: all records in memory, by id, with who refers to whom.
//!
//! Owns where a record stands and the back-references. It never reads a file and knows no screen. A place
//! stays the record's own as long as the book lives, whatever is added or taken away around it.

pub mod round;
pub mod show;
pub mod title;

use std::collections::{BTreeSet, HashMap};

use crate::domain::{
    Action, BookInfo, Coaching, Feedback, Id, Kind, Link, Municipality, Note, Organisation, Person, Piece, Practice,
    Record, RecordRef, Season, Session, Table, Theme,
};

/// Where a record stands in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its kind.
    pub kind: Kind,
    slot: u32,
}

impl Place {
    /// Which of its kind's places it is; numbers are given from 0 on and never again.
    pub fn slot(self) -> usize {
        self.slot as usize
    }
}

/// The records of one kind: in slots that never move, and in the order of their ids.
#[derive(Debug)]
pub struct Shelf<T> {
    slots: Vec<Option<T>>,
    by_id: Vec<u32>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), by_id: Vec::new() }
    }
}

impl<T: Table> Shelf<T> {
    /// A shelf of these records, of which no two may share an id.
    pub fn new(records: Vec<T>) -> Self {
        let mut slots: Vec<Option<T>> = records.into_iter().map(Some).collect();
        slots.shrink_to_fit();
        let mut by_id: Vec<u32> = (0..).take(slots.len()).collect();
        by_id.sort_by(|one, other| id_at(&slots, *one).cmp(&id_at(&slots, *other)));
        Self { slots, by_id }
    }

    fn at(&self, slot: u32) -> Option<&T> {
        self.slots.get(slot as usize)?.as_ref()
    }

    fn search(&self, id: &Id) -> Result<usize, usize> {
        self.by_id.binary_search_by(|slot| id_at(&self.slots, *slot).cmp(&Some(id)))
    }

    fn slot(&self, id: &Id) -> Option<u32> {
        self.by_id.get(self.search(id).ok()?).copied()
    }

    fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        (0..).zip(&self.slots).filter_map(|(slot, record)| Some((slot, record.as_ref()?)))
    }

    fn put(&mut self, record: T) -> u32 {
        match self.search(record.id()) {
            Ok(found) => {
                let slot = self.by_id.get(found).copied().unwrap_or_default();
                if let Some(place) = self.slots.get_mut(slot as usize) {
                    *place = Some(record);
                }
                slot
            }
            Err(place) => {
                let slot = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
                self.slots.push(Some(record));
                self.by_id.insert(place, slot);
                slot
            }
        }
    }

    fn take(&mut self, id: &Id) -> Option<u32> {
        let found = self.search(id).ok()?;
        let slot = self.by_id.remove(found);
        *self.slots.get_mut(slot as usize)? = None;
        Some(slot)
    }
}

fn id_at<T: Table>(slots: &[Option<T>], slot: u32) -> Option<&Id> {
    slots.get(slot as usize)?.as_ref().map(Table::id)
}

/// A kind of record the book has a shelf for.
pub trait Shelved: Table {
    /// The kind.
    const KIND: Kind;

    /// Its shelf.
    fn shelf(shelves: &Shelves) -> &Shelf<Self>;
    /// Its shelf, to change it.
    fn shelf_mut(shelves: &mut Shelves) -> &mut Shelf<Self>;
    /// The record as one of any kind.
    fn as_any(&self) -> RecordRef<'_>;
}

/// One shelf a kind.
macro_rules! shelves {
    ($($kind:ident $type:ident $name:ident),+ $(,)?) => {
        /// All shelves of a book, filled by whoever reads one.
        #[derive(Debug, Default)]
        pub struct Shelves {
            $(
                #[doc = concat!("The records of kind ", stringify!($kind), ".")]
                pub $name: Shelf<$type>,
            )+
        }

        $(impl Shelved for $type {
            const KIND: Kind = Kind::$kind;

            fn shelf(shelves: &Shelves) -> &Shelf<Self> {
                &shelves.$name
            }

            fn shelf_mut(shelves: &mut Shelves) -> &mut Shelf<Self> {
                &mut shelves.$name
            }

            fn as_any(&self) -> RecordRef<'_> {
                RecordRef::$kind(self)
            }
        })+

        impl Shelves {
            fn at(&self, place: Place) -> Option<RecordRef<'_>> {
                match place.kind {
                    $(Kind::$kind => self.$name.at(place.slot).map(Shelved::as_any),)+
                }
            }

            fn slot(&self, link: &Link) -> Option<u32> {
                match link.kind {
                    $(Kind::$kind => self.$name.slot(&link.id),)+
                }
            }

            fn put(&mut self, record: Record) -> u32 {
                match record {
                    $(Record::$kind(record) => self.$name.put(record),)+
                }
            }

            fn take(&mut self, link: &Link) -> Option<u32> {
                match link.kind {
                    $(Kind::$kind => self.$name.take(&link.id),)+
                }
            }

            fn places(&self, kind: Kind) -> Vec<Place> {
                let slots: Vec<u32> = match kind {
                    $(Kind::$kind => self.$name.iter().map(|(slot, _)| slot).collect(),)+
                };
                slots.into_iter().map(|slot| Place { kind, slot }).collect()
            }

            fn count(&self, kind: Kind) -> usize {
                match kind {
                    $(Kind::$kind => self.$name.by_id.len(),)+
                }
            }
        }
    };
}

shelves! {
    Municipality Municipality municipalities,
    Organisation Organisation organisations,
    Person Person people,
    Theme Theme themes,
    Season Season seasons,
    Coaching Coaching coachings,
    Session Session sessions,
    Feedback Feedback feedback,
    Action Action actions,
    Practice Practice practices,
    Note Note notes,
    Book BookInfo book,
}

/// One record before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record as it was; nothing where it is new.
    pub before: Option<Record>,
    /// The record as it is now; nothing where it is gone.
    pub after: Option<Record>,
}

impl Change {
    /// The record the change is about.
    pub fn link(&self) -> Option<Link> {
        self.after.as_ref().or(self.before.as_ref()).map(|record| record.as_ref().link())
    }
}

/// All records together.
#[derive(Debug, Default)]
pub struct Book {
    shelves: Shelves,
    referring: HashMap<Link, Vec<Place>>,
    /// Records with conflicts that wait to be settled.
    unsettled: BTreeSet<Place>,
}

impl Book {
    /// The book of these shelves.
    pub fn new(shelves: Shelves) -> Self {
        let mut book = Self { shelves, referring: HashMap::new(), unsettled: BTreeSet::new() };
        for kind in Kind::ALL {
            for place in book.shelves.places(kind) {
                book.note_references(place);
            }
        }
        book.referring.values_mut().for_each(Vec::shrink_to_fit);
        book
    }

    /// The record at this place.
    pub fn at(&self, place: Place) -> Option<RecordRef<'_>> {
        self.shelves.at(place)
    }

    /// The place of the record this link names, if it is in the book.
    pub fn place(&self, link: &Link) -> Option<Place> {
        Some(Place { kind: link.kind, slot: self.shelves.slot(link)? })
    }

    /// The record this link names.
    pub fn record(&self, link: &Link) -> Option<RecordRef<'_>> {
        self.at(self.place(link)?)
    }

    /// The record of type `T` with this id.
    pub fn get<T: Shelved>(&self, id: &Id) -> Option<&T> {
        let records = T::shelf(&self.shelves);
        records.at(records.slot(id)?)
    }

    /// All records of type `T`.
    pub fn all<T: Shelved>(&self) -> impl Iterator<Item = &T> {
        T::shelf(&self.shelves).iter().map(|(_, record)| record)
    }

    /// Where the records of this kind stand.
    pub fn places(&self, kind: Kind) -> Vec<Place> {
        self.shelves.places(kind)
    }

    /// How many records of this kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        self.shelves.count(kind)
    }

    /// What the book says of itself.
    pub fn info(&self) -> Option<&BookInfo> {
        self.all::<BookInfo>().next()
    }

    /// The records that refer to this one, in the order of the kinds.
    pub fn referring(&self, link: &Link) -> &[Place] {
        self.referring.get(link).map_or(&[], Vec::as_slice)
    }

    /// The records of type `T` that refer to this one.
    pub fn referring_as<'a, T: Shelved>(&'a self, link: &Link) -> impl Iterator<Item = &'a T> + use<'a, T> {
        let records = T::shelf(&self.shelves);
        self.referring(link).iter().filter(|place| place.kind == T::KIND).filter_map(|place| records.at(place.slot))
    }

    /// The records that are referred to and are not in the book, each with one that refers to it.
    pub fn missing(&self) -> Vec<(&Link, RecordRef<'_>)> {
        let mut missing: Vec<(&Link, RecordRef<'_>)> = self
            .referring
            .iter()
            .filter(|(link, places)| !places.is_empty() && self.place(link).is_none())
            .filter_map(|(link, places)| Some((link, self.at(*places.first()?)?)))
            .collect();
        missing.sort_by_key(|(link, _)| *link);
        missing
    }

    /// The records of which two people gave a field two values, and nobody has chosen yet.
    pub fn unsettled(&self) -> impl Iterator<Item = RecordRef<'_>> {
        self.unsettled.iter().filter_map(|place| self.at(*place))
    }

    /// The season that holds this day, else the latest that has begun, else the first to come.
    pub fn season_at(&self, day: jiff::civil::Date) -> Option<&Season> {
        let begun = |season: &&Season| season.starts.is_some_and(|starts| starts <= day);
        let holds = |season: &&Season| begun(season) && season.ends.is_some_and(|ends| day <= ends);
        let latest = |seasons: &mut dyn Iterator<Item = &'_ Season>| -> Option<Id> {
            seasons.max_by_key(|season| season.starts).map(|season| season.id.clone())
        };
        let id = latest(&mut self.all::<Season>().filter(holds))
            .or_else(|| latest(&mut self.all::<Season>().filter(begun)))
            .or_else(|| self.all::<Season>().min_by_key(|season| season.starts).map(|season| season.id.clone()))?;
        self.get(&id)
    }

    /// Puts a change into the book and tells where the record stands or stood.
    pub fn apply(&mut self, change: &Change) -> Option<Place> {
        let link = change.link()?;
        if let Some(place) = self.place(&link) {
            self.forget_references(place);
        }
        let slot = match &change.after {
            Some(record) => self.shelves.put(record.clone()),
            None => self.shelves.take(&link)?,
        };
        let place = Place { kind: link.kind, slot };
        self.note_references(place);
        Some(place)
    }

    /// What has to change so that this book holds what the other one does.
    pub fn differences(&self, other: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        for kind in Kind::ALL {
            for place in self.places(kind) {
                let Some(before) = self.at(place) else { continue };
                let after = other.record(&before.link());
                if after != Some(before) {
                    changes.push(Change { before: Some(before.to_owned()), after: after.map(RecordRef::to_owned) });
                }
            }
            for place in other.places(kind) {
                let Some(after) = other.at(place) else { continue };
                if self.place(&after.link()).is_none() {
                    changes.push(Change { before: None, after: Some(after.to_owned()) });
                }
            }
        }
        changes
    }

    fn note_references(&mut self, place: Place) {
        let Some(record) = self.shelves.at(place) else { return };
        if !record.kept().conflicts.is_empty() {
            self.unsettled.insert(place);
        }
        let referring = &mut self.referring;
        references(record, &mut |link| {
            let places = referring.entry(link).or_default();
            // A record that names another twice (tutor of a session and its speaker) stands there once. A book
            // is filled in order, so the place is nearly always the last.
            if places.last().is_none_or(|last| *last < place) {
                places.push(place);
            } else if let Err(at) = places.binary_search(&place) {
                places.insert(at, place);
            }
        });
    }

    fn forget_references(&mut self, place: Place) {
        self.unsettled.remove(&place);
        let Some(record) = self.shelves.at(place) else { return };
        let referring = &mut self.referring;
        references(record, &mut |link| {
            if let Some(places) = referring.get_mut(&link) {
                places.retain(|other| *other != place);
            }
        });
    }
}

/// Shows every record this one refers to, in rows and lists too.
fn references(record: RecordRef<'_>, see: &mut dyn FnMut(Link)) {
    record.look(&mut |_, piece| {
        if let Piece::Ref(kind, id) = piece {
            see(Link::new(kind, id.clone()));
        }
    });
}
