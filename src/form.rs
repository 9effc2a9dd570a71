//! A form: the fields of a table as people fill them in, what was typed kept as text until it is checked.
//!
//! Owns focus, typed text, what a field has chosen, the check and what a draft keeps. It reads the book to offer
//! records and never changes it; it draws nothing and knows no key but those of editing a text.

pub mod draft;
pub mod field;
pub mod pick;

use jiff::civil::Date;

use crate::book::show::Showing;
use crate::domain::{
    Choice as _, CoachingStatus, Column, FieldKind, Id, Kind, Municipality, Person, RecordRef, Role, Row, Season, Value,
};
use crate::entry::{Trouble, order, span};
use crate::find::finder::Finder;
use crate::find::usage::Usage;
use crate::keys::Chord;
use crate::planning::rounds::is_full;
use crate::text::Safe;
use field::{Content, FormField, Typed};

/// The key of a record whose id people choose: a municipality's code, a season's or theme's short word.
pub const KEY: &str = "id";

static KEY_COLUMN: Column = Column { key: KEY, label: "key", kind: FieldKind::Line, needed: false };
/// The tutor whose hours are told on a form that keeps no name.
pub static TUTOR: Column = Column { key: "tutor", label: "tutor", kind: FieldKind::Ref(Kind::Person), needed: false };

static CODE_COLUMN: Column = Column { key: KEY, label: "code", kind: FieldKind::Line, needed: true };

/// What is asked of a new record of this kind while somebody waits on the line, in the order they tell it; of most
/// kinds all, in the order of the table. The whole record is there to be edited later.
pub const fn asked_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Coaching => &[
            "municipality",
            "asked_by",
            "wish",
            "wished_period",
            "round",
            "status",
            "themes",
            "language",
            "contacts",
            "channel",
            "asked_on",
            "tutors",
            "responsible",
        ],
        Kind::Action => &["what", "municipality", "owner", "due"],
        _ => &[],
    }
}

/// The fields of a new record of this kind: those of its table, and its key where people choose it.
pub fn columns_of(kind: Kind) -> impl Iterator<Item = &'static Column> {
    let key = match kind {
        Kind::Municipality => Some(&CODE_COLUMN),
        Kind::Theme | Kind::Season => Some(&KEY_COLUMN),
        _ => None,
    };
    let (code, word) = if kind == Kind::Municipality { (key, None) } else { (None, key) };
    code.into_iter().chain(kind.columns()).chain(word)
}

/// What is at hand while a form is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// The book, language, day and season.
    pub showing: Showing<'a>,
    /// The search.
    pub finder: &'a Finder,
    /// What was used often and lately.
    pub usage: &'a Usage,
    /// Which people are offered before all others.
    pub near: Near<'a>,
}

/// Which records are offered before all others where one is to be chosen.
#[derive(Clone, Copy, Debug, Default)]
pub enum Near<'a> {
    /// None.
    #[default]
    Nobody,
    /// Those who work for this municipality.
    At(&'a Municipality),
    /// The tutors of this season.
    Tutors(&'a Season),
    /// The people and municipalities with these ids.
    These(&'a [Id]),
}

impl Near<'_> {
    /// Whether this record is one of them.
    pub fn is_among(self, record: RecordRef<'_>, today: Date) -> bool {
        match record {
            RecordRef::Person(person) => self.holds(person, today),
            RecordRef::Municipality(it) => matches!(self, Self::These(ids) if ids.contains(&it.id)),
            _ => false,
        }
    }

    /// Whether this person is one of them.
    pub fn holds(self, person: &Person, today: Date) -> bool {
        match self {
            Self::These(ids) => ids.contains(&person.id),
            Self::Nobody => false,
            Self::At(municipality) => person
                .present_affiliations(today)
                .filter_map(|row| row.at.as_ref())
                .any(|at| at.kind == Kind::Municipality && at.id == municipality.id),
            Self::Tutors(season) => person.has_role(&season.id, Role::Tutor),
        }
    }
}

/// The fields and the one that has the cursor.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<FormField>,
    focus: usize,
    /// The season of what is filled in, where no field asks for it.
    season: Option<Id>,
    /// It was not a person who said that a request waits.
    waits: bool,
}

impl Form {
    /// A form of these columns, filled with what they hold now. A text in several languages is a field in each.
    pub fn new(hand: Hand<'_>, columns: impl IntoIterator<Item = (&'static Column, Value)>) -> Self {
        let fields = columns.into_iter().flat_map(|(column, value)| field::fields(hand, column, &value)).collect();
        Self { fields, focus: 0, season: None, waits: false }
    }

    /// The same, of something in this season, which its fields may say otherwise.
    #[must_use]
    pub fn in_season(self, season: Option<Id>) -> Self {
        Self { season, ..self }
    }

    /// What is at hand for its fields: the season it says is theirs, where it says one.
    fn at_hand<'a>(&self, hand: Hand<'a>) -> Hand<'a> {
        let book = hand.showing.book;
        let id = self.chosen("season").or(self.season.as_ref());
        let season = id.and_then(|id| book.get::<Season>(id)).or(hand.showing.season);
        let near = match self.focused().map_or("", |field| field.column.key) {
            "asked_by" | "contacts" => {
                let place = self.chosen("municipality").or_else(|| self.chosen("municipalities"));
                place.and_then(|id| book.get::<Municipality>(id)).map(Near::At)
            }
            "tutors" => season.map(Near::Tutors),
            _ => None,
        };
        Hand { showing: Showing { season, ..hand.showing }, near: near.unwrap_or(hand.near), ..hand }
    }

    /// The first record chosen in the field of this key.
    fn chosen(&self, key: &str) -> Option<&Id> {
        let field = self.fields.iter().find(|field| field.column.key == key)?;
        match &field.content {
            Content::Pick(pick) => pick.chosen().first().and_then(|value| match value {
                Value::Ref(id) => Some(id),
                _ => None,
            }),
            _ => None,
        }
    }

    /// A request for a round that is full waits, one for a round with room does not: as long as nobody says otherwise.
    fn wait_where_full(&mut self, hand: Hand<'_>) {
        let Some(field) = self.fields.iter().find(|field| matches!(field.column.kind, FieldKind::Round)) else {
            return;
        };
        let Content::Pick(pick) = &field.content else { return };
        let is_full = match pick.chosen().first() {
            Some(Value::Text(id)) if field.is_changed() => is_full(hand.showing.book, id, hand.showing.season),
            _ => false,
        };
        let (from, to) = if is_full {
            (CoachingStatus::Requested, CoachingStatus::Waiting)
        } else {
            (CoachingStatus::Waiting, CoachingStatus::Requested)
        };
        let may = is_full || self.waits;
        let status = self.fields.iter_mut().find(|field| field.column.key == "status");
        if let Some(Content::Pick(pick)) = status.map(|field| &mut field.content).filter(|_| may)
            && pick.chosen() == [Value::Choice(from.key())]
        {
            pick.take(Value::Choice(to.key()));
            self.waits = is_full;
        }
    }

    /// Offers what the field under the cursor can hold; nothing is checked or taken.
    pub fn open(&mut self, hand: Hand<'_>) {
        let hand = self.at_hand(hand);
        if let Some(field) = self.focused_mut() {
            field.enter(hand);
        }
    }

    /// What is typed first takes the place of what stands in the field under the cursor.
    pub fn replace_by_typing(&mut self) {
        if let Some(field) = self.focused_mut() {
            field.replace_by_typing();
        }
    }

    /// The fields, from the top.
    pub fn fields(&self) -> &[FormField] {
        &self.fields
    }

    /// Which field has the cursor.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// The field that has the cursor.
    pub fn focused(&self) -> Option<&FormField> {
        self.fields.get(self.focus)
    }

    /// The field that has the cursor, to fill it in.
    pub fn focused_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.focus)
    }

    /// Whether anything was typed or chosen since the form was opened.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// How many letters were typed into it since it was opened.
    pub fn letters(&self) -> usize {
        self.fields.iter().filter(|field| field.is_changed()).map(FormField::letters).sum()
    }

    /// Gives a key to the field that has the cursor, `width` cells wide; tells whether it was taken.
    pub fn type_key(&mut self, hand: Hand<'_>, chord: Chord, width: u16) -> bool {
        let hand = self.at_hand(hand);
        self.focused_mut().is_some_and(|field| field.type_key(hand, chord, width))
    }

    /// Puts text in where the cursor is.
    pub fn type_text(&mut self, hand: Hand<'_>, text: &str) -> bool {
        let hand = self.at_hand(hand);
        self.focused_mut().is_some_and(|field| field.type_text(hand, text))
    }

    /// Moves the cursor to this field, the one that is left being checked.
    pub fn go(&mut self, hand: Hand<'_>, to: usize) {
        self.leave(hand);
        self.focus = to.min(self.fields.len().saturating_sub(1));
        let hand = self.at_hand(hand);
        if let Some(field) = self.focused_mut() {
            field.enter(hand);
        }
    }

    /// The next field, or nothing from the last one.
    pub fn next(&self) -> Option<usize> {
        Some(self.focus + 1).filter(|next| *next < self.fields.len())
    }

    /// Takes what is offered where the cursor is, and checks the field.
    fn leave(&mut self, hand: Hand<'_>) {
        let past = self.tells_of_the_past();
        self.spread_time();
        let hand = self.at_hand(hand);
        if let Some(field) = self.focused_mut() {
            field.leave(hand, past);
        }
        self.wait_where_full(hand);
    }

    /// Whether the form says that nothing comes of a coaching, or not now.
    pub fn comes_to_nothing(&self) -> bool {
        self.has_status(&["postponed", "declined", "cancelled"])
    }

    /// Whether the status chosen is one of these.
    fn has_status(&self, wanted: &[&str]) -> bool {
        let is_one = |field: &FormField| {
            field.column.key == "status"
                && matches!(field.typed(), Typed::Picked { chosen, .. }
                    if matches!(chosen.as_slice(), [Value::Choice(status)] if wanted.contains(status)))
        };
        self.fields.iter().any(is_one)
    }

    /// Whether the form says that the thing has happened: its dates then lie behind.
    fn tells_of_the_past(&self) -> bool {
        self.has_status(&["held", "done"])
    }

    /// `9–11.30` typed as a time is a length too.
    fn spread_time(&mut self) {
        let Some(FieldKind::Time) = self.focused().map(|field| field.column.kind) else { return };
        let Some(Typed::Text(text)) = self.focused().map(FormField::typed) else { return };
        let Some((_, Some(minutes))) = span(&text) else { return };
        let length = self.fields.iter_mut().find(|field| field.column.key == "length");
        if let Some(Content::Line(line)) = length.map(|field| &mut field.content)
            && line.text().is_empty()
        {
            line.insert(&minutes.to_string());
        }
    }

    /// Checks every field; returns how many are wrong. The cursor goes to the first of them.
    pub fn check(&mut self, hand: Hand<'_>) -> usize {
        self.spread_time();
        let past = self.tells_of_the_past();
        let hand = self.at_hand(hand);
        for field in &mut self.fields {
            field.leave(hand, past);
        }
        self.wait_where_full(hand);
        self.check_needed(hand);
        self.check_order(hand);
        let wrong = |field: &FormField| field.trouble().is_some();
        let count = self.fields.iter().filter(|field| wrong(field)).count();
        if let Some(first) = self.fields.iter().position(wrong) {
            self.focus = first;
        }
        count
    }

    /// Of a needed text one language is enough.
    fn check_needed(&mut self, hand: Hand<'_>) {
        let given: Vec<&'static str> =
            self.fields.iter().filter(|field| !field.is_empty()).map(|field| field.column.key).collect();
        let missing = |field: &FormField| {
            field.column.needed && field.is_empty() && !given.contains(&field.column.key) && field.is_first_tongue()
        };
        for field in self.fields.iter_mut().filter(|field| missing(field)) {
            if field.trouble().is_none() {
                field.complain(Trouble::Missing(field.column.label).sentence(hand.showing.texts));
            }
        }
    }

    /// What ends cannot end before it begins.
    fn check_order(&mut self, hand: Hand<'_>) {
        let Some((column, trouble)) = order(&self.values(hand)) else { return };
        let ends = self.fields.iter_mut().find(|field| field.column.key == column.key);
        if let Some(field) = ends.filter(|field| field.trouble().is_none()) {
            field.complain(trouble.sentence(hand.showing.texts));
        }
    }

    /// Shows a trouble at the first field of this key.
    pub fn complain(&mut self, key: &str, sentence: Safe) {
        if let Some(at) = self.fields.iter().position(|field| field.column.key == key) {
            self.focus = at;
            if let Some(field) = self.focused_mut() {
                field.complain(sentence);
            }
        }
    }

    /// What the fields hold, checked before: one value a column.
    pub fn values(&self, hand: Hand<'_>) -> Vec<(&'static Column, Value)> {
        let past = self.tells_of_the_past();
        let mut values: Vec<(&'static Column, Value)> = Vec::new();
        for field in &self.fields {
            let value = field.value(hand, past).unwrap_or(Value::Empty);
            match values.last_mut() {
                Some((column, whole)) if column.key == field.column.key => field.add_to(whole, &value),
                _ => {
                    let mut whole = Value::Empty;
                    field.add_to(&mut whole, &value);
                    values.push((field.column, whole));
                }
            }
        }
        values
    }

    /// What the fields would hold if the cursor left its field now: what is offered there counts as taken.
    pub fn values_when_left(&self, hand: Hand<'_>) -> Vec<(&'static Column, Value)> {
        let mut left = self.clone();
        left.leave(hand);
        left.values(hand)
    }

    /// Takes a value into the field that has the cursor: a record that was just made.
    pub fn take(&mut self, value: Value) {
        if let Some(field) = self.focused_mut() {
            field.take(value);
        }
    }

    /// Puts a value in the place of what was chosen in the field of this key, or typed into its line.
    pub fn put(&mut self, hand: Hand<'_>, key: &str, value: &Value) {
        let focus = self.focus;
        for (number, field) in self.fields.iter_mut().enumerate().filter(|(_, field)| field.column.key == key) {
            field.put(hand, value);
            if number == focus {
                field.enter(hand);
            }
        }
    }

    /// The rows of the field that has the cursor, if it has rows.
    pub fn rows(&self) -> Option<(&'static Column, &[Row])> {
        let field = self.focused()?;
        if let Content::Rows(rows) = &field.content { Some((field.column, rows)) } else { None }
    }

    /// Puts rows in the place of those of the field that has the cursor.
    pub fn set_rows(&mut self, rows: Vec<Row>) {
        if let Some(FormField { content: Content::Rows(held), .. }) = self.focused_mut() {
            *held = rows;
        }
    }
}
