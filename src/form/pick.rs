//! Choosing one or several from what there is: records, choices, yes or no. What is typed narrows the offers as
//! in the lookup; the one under the cursor is taken when the field is left.

use std::cmp::Reverse;

use ecow::EcoString;

use super::{Hand, Near};
use crate::book::Place;
use crate::book::round::{round, rounds};
use crate::book::show::Showing;
use crate::domain::{FieldKind, Kind, Link, RecordRef, Round, Season, Value};
use crate::find::index::{Index, Narrowing};
use crate::find::inflect::Places;
use crate::find::named::By;
use crate::find::query::Query;
use crate::input::LineEdit;
use crate::keys::{Chord, Key};
use crate::planning::rounds::places_left;
use crate::text::Safe;

/// More offers than any screen shows.
const OFFERS_MOST: usize = 50;

/// What was chosen, what is typed, and what that offers.
#[derive(Clone, Debug)]
pub struct Pick {
    /// The kind of one value.
    kind: FieldKind,
    /// Whether several may be chosen.
    many: bool,
    chosen: Vec<Value>,
    line: LineEdit,
    offers: Vec<Value>,
    cursor: Option<usize>,
    narrowing: Narrowing,
}

impl Pick {
    /// The part for a field of this kind holding this, if it is one to choose in.
    pub fn of(kind: &FieldKind, value: &Value) -> Option<Self> {
        let (one, many) = if let FieldKind::Many(one) = kind { (**one, true) } else { (*kind, false) };
        let chosen = match value {
            Value::Empty => Vec::new(),
            Value::Many(values) => values.clone(),
            value => vec![value.clone()],
        };
        let choosable = matches!(
            one,
            FieldKind::Choice { .. }
                | FieldKind::YesNo
                | FieldKind::Ref(_)
                | FieldKind::Who
                | FieldKind::Link(_)
                | FieldKind::Round
        );
        choosable.then(|| Self {
            kind: one,
            many,
            chosen,
            line: LineEdit::default(),
            offers: Vec::new(),
            cursor: None,
            narrowing: Narrowing::default(),
        })
    }

    /// The kind of one value.
    pub fn kind(&self) -> &FieldKind {
        &self.kind
    }

    /// What was chosen.
    pub fn chosen(&self) -> &[Value] {
        &self.chosen
    }

    /// What is typed.
    pub fn line(&self) -> &LineEdit {
        &self.line
    }

    /// What is offered, the best first.
    pub fn offers(&self) -> &[Value] {
        &self.offers
    }

    /// Which offer would be taken.
    pub fn cursor(&self) -> Option<usize> {
        self.cursor
    }

    /// What was chosen, as the field's value.
    pub fn value(&self) -> Value {
        match self.chosen.as_slice() {
            [] => Value::Empty,
            chosen if self.many => Value::Many(chosen.to_vec()),
            [one, ..] => one.clone(),
        }
    }

    /// Puts back what a draft kept.
    pub fn restore(&mut self, chosen: Vec<Value>, typed: &str, cursor: usize) {
        self.chosen = chosen;
        self.line = LineEdit::with_cursor(typed, cursor);
    }

    /// Edits, or moves among the offers; tells whether the key was taken.
    pub fn type_key(&mut self, hand: Hand<'_>, chord: Chord) -> bool {
        match chord.key {
            Key::Down if !self.offers.is_empty() => {
                let last = self.offers.len() - 1;
                self.cursor = Some(self.cursor.map_or(0, |at| (at + 1).min(last)));
                true
            }
            Key::Up => match self.cursor {
                Some(0) if self.line.text().is_empty() => {
                    self.cursor = None;
                    true
                }
                Some(at) if at > 0 => {
                    self.cursor = Some(at - 1);
                    true
                }
                _ => false,
            },
            Key::Backspace if self.line.text().is_empty() && !chord.alt => self.chosen.pop().is_some(),
            _ => {
                let took = match chord.letter() {
                    Some(letter) => {
                        self.line.insert(letter.encode_utf8(&mut [0; 4]));
                        true
                    }
                    None => self.line.edit(chord),
                };
                if took {
                    self.offer(hand);
                }
                took
            }
        }
    }

    /// Puts text in.
    pub fn type_text(&mut self, hand: Hand<'_>, text: &str) {
        self.line.insert(text);
        self.offer(hand);
    }

    /// Looks up what can be chosen for what is typed.
    pub fn offer(&mut self, hand: Hand<'_>) {
        let typed = self.line.text().trim().to_owned();
        let (offers, found) = match self.kind {
            FieldKind::Ref(kind) => self.records(hand, &[kind], &typed),
            FieldKind::Who => self.records(hand, &[Kind::Person], &typed),
            FieldKind::Link(kinds) => self.records(hand, kinds, &typed),
            FieldKind::Round => self.choices(hand, rounds_offered(hand, &typed), &typed),
            FieldKind::Choice { keys, .. } => self.choices(hand, keys.iter().map(|key| Value::Choice(key)), &typed),
            _ => self.choices(hand, [Value::Yes(true), Value::Yes(false)], &typed),
        };
        self.offers = offers;
        let free = matches!(self.kind, FieldKind::Who) && !typed.is_empty();
        if free {
            self.offers.push(Value::Text(EcoString::from(typed.as_str())));
        }
        self.cursor = match (typed.is_empty(), found) {
            (true, _) => None,
            (false, true) => Some(0),
            // Of a name nobody bears the name itself is taken; of what is not there, nothing.
            (false, false) => free.then(|| self.offers.len() - 1),
        };
    }

    /// The records that are offered, and whether the first is called what is typed: only then it is taken by going
    /// on. What merely holds the words somewhere is shown, for whoever means it.
    fn records(&mut self, hand: Hand<'_>, kinds: &[Kind], typed: &str) -> (Vec<Value>, bool) {
        let at_hand = (hand.usage, hand.showing.today);
        let book = hand.showing.book;
        let named = if typed.is_empty() { None } else { Some(hand.finder.named(book, typed, kinds, at_hand)) };
        let (first, called) = named.map_or((Vec::new(), false), |named| {
            if matches!(named.by, By::Name | By::Part) { (named.places, true) } else { (Vec::new(), false) }
        });
        let found = hand.finder.search(book, &mut self.narrowing, typed, kinds, at_hand);
        let rest = found.places.iter().filter(|place| !first.contains(place)).copied();
        let places = nearest_first(hand, first.clone()).into_iter().chain(nearest_first(hand, rest.collect()));
        let records = places.filter_map(|place| book.at(place));
        let values = records.map(|record| self.reference(record)).filter(|value| !self.chosen.contains(value));
        let values: Vec<Value> = values.take(OFFERS_MOST).collect();
        let any = called && !values.is_empty();
        (values, any)
    }

    fn reference(&self, record: RecordRef<'_>) -> Value {
        match self.kind {
            FieldKind::Link(_) => Value::Link(record.link()),
            _ => Value::Ref(record.id().clone()),
        }
    }

    fn choices(&self, hand: Hand<'_>, all: impl IntoIterator<Item = Value>, typed: &str) -> (Vec<Value>, bool) {
        let all: Vec<Value> = all.into_iter().filter(|value| !self.many || !self.chosen.contains(value)).collect();
        if typed.is_empty() {
            return (all, false);
        }
        let mut index = Index::new();
        for value in &all {
            index.push(hand.showing.value(&self.kind, value).as_str());
        }
        let query = Query::parse(typed, &|_| false, &Places::default());
        let hits = index.search(&mut Narrowing::default(), &query, |_| true, |_| 0, all.len());
        let offers: Vec<Value> = hits.rows.iter().filter_map(|hit| all.get(hit.row as usize)).cloned().collect();
        let any = !offers.is_empty();
        (offers, any)
    }

    /// Takes the offer under the cursor; tells whether there was one.
    pub fn choose(&mut self) -> bool {
        let Some(value) = self.cursor.and_then(|at| self.offers.get(at)).cloned() else { return false };
        self.take(value);
        true
    }

    /// Takes a value in: beside the others where there may be several, else in the place of the one there.
    pub fn take(&mut self, value: Value) {
        if !self.many {
            self.chosen.clear();
        }
        if !self.chosen.contains(&value) {
            self.chosen.push(value);
        }
        self.line.clear();
        self.offers.clear();
        self.cursor = None;
    }

    /// Whether several may be chosen.
    pub fn is_many(&self) -> bool {
        self.many
    }

    /// The kind of record to make where none of those offered is meant.
    pub fn to_make(&self) -> Option<Kind> {
        match self.kind {
            FieldKind::Ref(kind) => Some(kind),
            FieldKind::Who => Some(Kind::Person),
            // Where any kind will do there is no telling which.
            FieldKind::Link(kinds) if kinds.len() < Kind::ALL.len() => kinds.last().copied(),
            _ => None,
        }
    }

    /// Whether a record of this kind can be chosen.
    pub fn takes(&self, kind: Kind) -> bool {
        match self.kind {
            FieldKind::Link(kinds) => kinds.contains(&kind),
            one => one.referred() == Some(kind),
        }
    }

    /// The chosen records that are not in the book.
    pub fn gone(&self, hand: Hand<'_>) -> Vec<Link> {
        let link = |value: &Value| match value {
            Value::Ref(id) => self.kind.referred().map(|kind| Link::new(kind, id.clone())),
            Value::Link(link) => Some(link.clone()),
            _ => None,
        };
        self.chosen.iter().filter_map(link).filter(|link| hand.showing.book.place(link).is_none()).collect()
    }

    /// What an offer is called, and what stands beside it.
    pub fn described(&self, hand: Hand<'_>, offer: &Value) -> (Safe, Safe) {
        let texts = hand.showing.texts;
        let title = hand.showing.value(&self.kind, offer);
        let beside = match offer {
            Value::Text(id) if matches!(self.kind, FieldKind::Round) => places_left_of(hand, id),
            Value::Text(_) => texts.say("pick-name-only"),
            Value::Link(link) => texts.say(&format!("kind-{}", link.kind.key())),
            Value::Ref(id) => {
                let link = self.kind.referred().map(|kind| Link::new(kind, id.clone()));
                let record = link.and_then(|link| hand.showing.book.record(&link));
                match record {
                    Some(RecordRef::Person(person)) => person
                        .present_affiliations(hand.showing.today)
                        .find_map(|row| row.at.as_ref())
                        .map(|at| hand.showing.link(at))
                        .unwrap_or_default(),
                    _ => Safe::default(),
                }
            }
            _ => Safe::default(),
        };
        (title, beside)
    }
}

/// These in their order, those one will probably mean first.
fn nearest_first(hand: Hand<'_>, places: Vec<Place>) -> Vec<Place> {
    if matches!(hand.near, Near::Nobody) {
        return places;
    }
    let is_near =
        |place: &Place| hand.showing.book.at(*place).is_some_and(|it| hand.near.is_among(it, hand.showing.today));
    let (mut near, far): (Vec<Place>, Vec<Place>) = places.into_iter().partition(is_near);
    near.extend(far);
    near
}

/// The rounds that can be chosen: those of the season at hand, then of the others, the latest first. Of a season that
/// is over they are only offered to whoever types.
fn rounds_offered(hand: Hand<'_>, typed: &str) -> Vec<Value> {
    let Showing { book, season, .. } = hand.showing;
    let is_other = |of: &Season| season.is_none_or(|season| season.id != of.id);
    let is_meant = |of: &Season| !typed.is_empty() || !is_other(of) || !is_over(hand, of);
    let mut found: Vec<(&Season, &Round)> =
        rounds(book).filter(|(of, round)| !round.id.is_empty() && is_meant(of)).collect();
    found.sort_by_key(|(of, _)| (is_other(of), Reverse(of.starts)));
    found.into_iter().map(|(_, round)| Value::Text(round.id.as_str().into())).collect()
}

fn is_over(hand: Hand<'_>, season: &Season) -> bool {
    season.ends.is_some_and(|ends| ends < hand.showing.today)
}

/// How many places a round has left, in words; nothing where it does not count them.
fn places_left_of(hand: Hand<'_>, id: &str) -> Safe {
    let Showing { book, texts, season, .. } = hand.showing;
    let round = round(book, id, season).filter(|(season, _)| !is_over(hand, season));
    let left = round.and_then(|(season, round)| places_left(book, season, round));
    left.map(|left| texts.tell("round-places-left", &[("count", (left as usize).into())])).unwrap_or_default()
}
