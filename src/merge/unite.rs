//! Two records that turned out to be one: which content stands, and what follows of it in the whole book.
//!
//! Owns what becomes of every field where the two differ, and that afterwards nothing names the record that is gone.
//! Whoever unites chooses field by field; what nobody chose is put together so that no number, address or note is
//! lost. It decides nothing about whether two records are one.

mod both;
mod follow;

use ecow::EcoString;

use crate::book::{Book, Change};
use crate::domain::{Beside, Column, FieldKind, Kept, Link, Record, RecordRef, Value, Words};
use crate::text::Tongue;
use both::{both, covers, further};
use follow::{following, without_itself};

/// Which side's value stands. The left one is the record that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// That of the record that stays.
    Left,
    /// That of the record that goes.
    Right,
    /// Both, one beside the other.
    Both,
}

/// A field, or the text of one language in it, that is not the same in both.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The field.
    pub column: &'static Column,
    /// The language, where the text of one language is meant; the values are then plain texts.
    pub tongue: Option<Tongue>,
    /// What the record that stays holds.
    pub left: Value,
    /// What the record that goes holds.
    pub right: Value,
    /// Whether both can stand.
    pub can_both: bool,
    /// Which stands.
    pub stand: Stand,
}

/// Two records on their way to be one.
#[derive(Clone, Debug)]
pub struct Union {
    /// The record that stays.
    pub keep: Link,
    /// The record that goes.
    pub gone: Link,
    /// Where they differ, in the order of the table; first where both say something.
    pub differences: Vec<Difference>,
    /// The fields in which both hold the same.
    pub same: Vec<(&'static Column, Value)>,
}

impl Union {
    /// The union of two records of one kind, with what goes without saying chosen. Nothing where one is not in the
    /// book, they are of different kinds, or they are one already.
    pub fn of(book: &Book, keep: &Link, gone: &Link) -> Option<Self> {
        if keep.kind != gone.kind || keep == gone {
            return None;
        }
        let (left, right) = (book.record(keep)?, book.record(gone)?);
        let mut union = Self { keep: keep.clone(), gone: gone.clone(), differences: Vec::new(), same: Vec::new() };
        for ((column, left_value), (_, right_value)) in left.fields().into_iter().zip(right.fields()) {
            if left_value == right_value || left_value.is_empty() && right_value.is_empty() {
                if !left_value.is_empty() {
                    union.same.push((column, left_value));
                }
                continue;
            }
            let differences = &mut union.differences;
            let mut differ = |tongue: Option<Tongue>, left_value: Value, right_value: Value| {
                let can_both = both(left, column, &left_value, &right_value);
                let stand = beginning(column, &left_value, &right_value, can_both);
                differences.push(Difference { column, tongue, left: left_value, right: right_value, can_both, stand });
            };
            if let FieldKind::Words(_) = column.kind {
                let (one, other) = (words(&left_value), words(&right_value));
                let differing = Tongue::ALL.into_iter().filter(|tongue| one.exactly(*tongue) != other.exactly(*tongue));
                differing.for_each(|tongue| {
                    differ(Some(tongue), text(one.exactly(tongue)), text(other.exactly(tongue)));
                });
            } else {
                differ(None, left_value, right_value);
            }
        }
        union.differences.sort_by_key(|difference| difference.left.is_empty() || difference.right.is_empty());
        Some(union)
    }

    /// The union of two records in which the one that says more stays; of two that say as much, the one that more
    /// refer to, else the first.
    pub fn of_either(book: &Book, one: &Link, other: &Link) -> Option<Self> {
        let weight = |link: &Link| Some((pieces(book.record(link)?), book.referring(link).len()));
        if weight(other)? > weight(one)? { Self::of(book, other, one) } else { Self::of(book, one, other) }
    }

    /// The same two records as the book has them now, with what was chosen where they still differ. Nothing where
    /// one is gone.
    pub fn renewed(&self, book: &Book) -> Option<Self> {
        let mut union = Self::of(book, &self.keep, &self.gone)?;
        for difference in &mut union.differences {
            let chosen = self.differences.iter().find(|other| {
                other.column.key == difference.column.key
                    && (other.tongue, &other.left, &other.right)
                        == (difference.tongue, &difference.left, &difference.right)
            });
            difference.stand = chosen.map_or(difference.stand, |chosen| chosen.stand);
        }
        Some(union)
    }

    /// Has this stand in the difference with this number, where it can.
    pub fn choose(&mut self, number: usize, stand: Stand) -> bool {
        match self.differences.get_mut(number) {
            Some(difference) if stand != Stand::Both || difference.can_both => {
                difference.stand = stand;
                true
            }
            _ => false,
        }
    }

    /// The record that stays with the content of both.
    fn united(&self, left: RecordRef<'_>, right: RecordRef<'_>) -> Record {
        let mut united = left.to_owned();
        for difference in &self.differences {
            difference.write(&mut united);
        }
        // Only now, as their place is a field too.
        for difference in self.differences.iter().filter(|difference| difference.stand == Stand::Both) {
            further(&mut united, difference.column, &difference.right);
        }
        united.keep(kept(left.kept(), right.kept()));
        without_itself(united, &[&self.keep, &self.gone])
    }
}

impl Difference {
    /// What the field shall hold, apart from what stands elsewhere.
    fn value(&self) -> Value {
        match self.stand {
            Stand::Left => self.left.clone(),
            Stand::Right => self.right.clone(),
            Stand::Both => both::together(&self.column.kind, &self.left, &self.right),
        }
    }

    /// Writes what stands into the record. It is made of values that this very field held, so it fits.
    fn write(&self, record: &mut Record) {
        let value = match self.tongue {
            None => self.value(),
            Some(tongue) => {
                let mut all =
                    record.as_ref().field(self.column.key).map(|(_, value)| words(&value)).unwrap_or_default();
                *all.exactly_mut(tongue) = match self.value() {
                    Value::Text(text) => text,
                    _ => EcoString::new(),
                };
                if all.is_empty() { Value::Empty } else { Value::Words(all) }
            }
        };
        let _fits = record.set(self.column.key, value);
    }
}

/// The changes that make one record of two: the one that stays first, then the one that goes, then all that named
/// it. Nothing where one of them is not in the book.
pub fn unite(book: &Book, union: &Union) -> Vec<Change> {
    let (Some(left), Some(right)) = (book.record(&union.keep), book.record(&union.gone)) else { return Vec::new() };
    let mut changes = vec![
        Change { before: Some(left.to_owned()), after: Some(union.united(left, right)) },
        Change { before: Some(right.to_owned()), after: None },
    ];
    let others = book.referring(&union.gone).iter().filter_map(|place| book.at(*place));
    let others = others.filter(|other| other.link() != union.keep && other.link() != union.gone);
    changes.extend(others.map(|other| Change {
        before: Some(other.to_owned()),
        after: Some(following(other, &union.gone, &union.keep)),
    }));
    changes
}

/// What stands where nobody chose: what is given, and where both are, what loses nothing.
fn beginning(column: &Column, left: &Value, right: &Value, can_both: bool) -> Stand {
    // Who has left on one card and not on the other is still here, or came back.
    if column.key == "left_on" && left.is_empty() {
        return Stand::Left;
    }
    match (left, right) {
        (left, _) if left.is_empty() => Stand::Right,
        (_, right) if right.is_empty() => Stand::Left,
        // A consent holds only as far as both cards have it.
        (Value::Yes(true), Value::Yes(false)) => Stand::Right,
        (Value::Text(left), Value::Text(right)) if column.key == "given" && abbreviates(left, right) => Stand::Right,
        (Value::Text(left), Value::Text(right)) if matches!(column.kind, FieldKind::Long) => {
            match (left.contains(right.as_str()), right.contains(left.as_str())) {
                (true, _) => Stand::Left,
                (_, true) => Stand::Right,
                _ => Stand::Both,
            }
        }
        (left, right) if covers(&column.kind, left, right) => Stand::Left,
        _ if can_both => Stand::Both,
        _ => Stand::Left,
    }
}

/// Whether a name is only the beginning of another: `M.` of `Matti`.
fn abbreviates(short: &str, long: &str) -> bool {
    let short = short.trim().trim_end_matches('.').to_lowercase();
    long.chars().count() > short.chars().count() && long.to_lowercase().starts_with(&short)
}

/// What neither side knows the meaning of: of a key that both have, that of the record that stays.
fn kept(left: &Kept, right: &Kept) -> Kept {
    let mut unknown = left.unknown.clone();
    for (key, json) in &right.unknown {
        if unknown.iter().all(|(known, _)| known != key) {
            unknown.push((key.clone(), json.clone()));
        }
    }
    let mut conflicts = left.conflicts.clone();
    for conflict in &right.conflicts {
        if conflicts.iter().all(|other| (&other.field, &other.json) != (&conflict.field, &conflict.json)) {
            conflicts.push(conflict.clone());
        }
    }
    Beside { unknown, conflicts }.into()
}

/// How much a record says.
fn pieces(record: RecordRef<'_>) -> usize {
    let mut count = 0;
    record.look(&mut |_, _| count += 1);
    count
}

fn words(value: &Value) -> Words {
    if let Value::Words(words) = value { words.clone() } else { Words::default() }
}

fn text(text: &EcoString) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) }
}
