//! Forms filled in by keys alone: for every kind of field what is typed and what that means, rows within rows.

use jiff::civil::{date, time};
use kuntatutor::app::input::Input;
use kuntatutor::book::Book;
use kuntatutor::book::round::rounds;
use kuntatutor::book::show::Showing;
use kuntatutor::domain::{Column, FieldKind, Id, Kind, Link, RecordRef, Row, Value, Words};
use kuntatutor::form::KEY;
use kuntatutor::keys::{Chord, Key};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Texts, Tongue};

use super::stage::{Stage, TODAY};

/// The language forms are filled in.
pub(crate) const TONGUE: Tongue = Tongue::Fi;

/// What there is to choose from, and how far one is with it: each value is another one.
pub(crate) struct Hands {
    book: Book,
    texts: Texts,
    turn: usize,
    /// A value that is not meant.
    pub(crate) avoided: Value,
    year: i16,
}

impl Hands {
    pub(crate) fn new() -> Self {
        Self {
            book: load(&Source::Example).book,
            texts: Texts::new(TONGUE),
            turn: 0,
            avoided: Value::Empty,
            year: 2021,
        }
    }

    /// What something begins with lies before what it ends with.
    fn mind(&mut self, column: &Column) {
        let begins = ["date", "from", "since", "starts", "valid_from"].contains(&column.key);
        self.year = if begins { 2020 } else { 2021 };
    }

    /// Text for one value of this kind, and the value it means.
    pub(crate) fn one(&mut self, kind: &FieldKind) -> (String, Value) {
        for _ in 0..100 {
            let one = self.next(kind);
            if one.1 != self.avoided {
                return one;
            }
        }
        panic!("there is only one value of {kind:?}")
    }

    fn next(&mut self, kind: &FieldKind) -> (String, Value) {
        self.turn += 1;
        let turn = self.turn;
        let small = u32::try_from(turn % 50).expect("a small number");
        let text = |text: String| (text.clone(), Value::Text(text.into()));
        match kind {
            FieldKind::Line => text(format!("Rivi nro {turn}")),
            FieldKind::Long | FieldKind::Words(_) => text(format!("Ääkköset ja q {turn}")),
            FieldKind::Phone => text(format!("040 123 {turn}")),
            FieldKind::Email => text(format!("nimi{turn}@kunta.fi")),
            FieldKind::Web => text(format!("https://kunta.fi/{turn}")),
            FieldKind::Date => {
                let day = i8::try_from(turn % 28 + 1).expect("a day");
                (format!("{day}.10.{}", self.year), Value::Date(date(self.year, 10, day)))
            }
            FieldKind::Time => {
                let minute = i8::try_from(turn % 60).expect("a minute");
                (format!("9.{minute:02}"), Value::Time(time(9, minute, 0, 0)))
            }
            FieldKind::Length => (format!("{}", 60 + small), Value::Number(60 + small)),
            FieldKind::Number => (format!("33 {}", 400 + small), Value::Number(33_400 + small)),
            FieldKind::YesNo => {
                let yes = turn.is_multiple_of(2);
                (self.texts.say(if yes { "yes" } else { "no" }).to_string(), Value::Yes(yes))
            }
            FieldKind::Choice { set, keys } => {
                let key = keys.get(turn % keys.len()).expect("a choice");
                (self.texts.choice(set, key).to_string(), Value::Choice(key))
            }
            FieldKind::Round => {
                let rounds: Vec<_> = rounds(&self.book).map(|(_, round)| round).collect();
                let round = rounds.get(turn % rounds.len()).expect("a round");
                (round.name.to_string(), Value::Text(round.id.as_str().into()))
            }
            FieldKind::Ref(kind) => {
                let (title, link) = self.record(&[*kind]);
                (title, Value::Ref(link.id))
            }
            FieldKind::Who if turn.is_multiple_of(2) => text(format!("Vieras Puhuja {turn}")),
            FieldKind::Who => {
                let (title, link) = self.record(&[Kind::Person]);
                (title, Value::Ref(link.id))
            }
            FieldKind::Link(kinds) => {
                let (title, link) = self.record(kinds);
                (title, Value::Link(link))
            }
            FieldKind::Many(_) | FieldKind::Rows(_) => unreachable!("more than one value"),
        }
    }

    /// A record of one of these kinds that no other one is called like.
    fn record(&self, kinds: &[Kind]) -> (String, Link) {
        let season = self.book.season_at(TODAY);
        let showing = Showing { book: &self.book, texts: &self.texts, today: TODAY, season };
        if let ([Kind::Season], Some(season)) = (kinds, season)
            && self.avoided != Value::Ref(season.id.clone())
        {
            // A record of another season is not in the list one comes back to.
            return (season.name.to_string(), RecordRef::Season(season).link());
        }
        let places = kinds.iter().flat_map(|kind| self.book.places(*kind));
        let records: Vec<RecordRef<'_>> = places.filter_map(|place| self.book.at(place)).collect();
        let titles: Vec<String> = records.iter().map(|record| showing.title(*record).to_string()).collect();
        let unlike = |title: &String| titles.iter().filter(|other| other.starts_with(title.as_str())).count() == 1;
        let (title, record) = titles
            .iter()
            .zip(&records)
            .cycle()
            .skip(self.turn * 7 % titles.len().max(1))
            .take(titles.len())
            .find(|(title, _)| unlike(title))
            .expect("some record has a title of its own");
        (title.clone(), record.link())
    }
}

/// Types letter by letter.
pub(crate) fn type_out(stage: &mut Stage, text: &str) {
    text.chars().for_each(|letter| stage.input(Input::Key(Chord::plain(Key::Char(letter)))));
}

/// Takes away what stands in a field of text or choice.
pub(crate) fn clear(stage: &mut Stage) {
    stage.input(Input::Key(Chord { key: Key::End, ctrl: true, alt: false, shift: false }));
    stage.play("C-u C-u C-u C-u BSpace BSpace BSpace BSpace");
}

/// Fills the field under the cursor anew, leaving the cursor there; returns what it then is to hold. From rows, of
/// which there must be none, the cursor goes on by itself.
pub(crate) fn fill(stage: &mut Stage, hands: &mut Hands, column: &'static Column) -> Value {
    match column.kind {
        FieldKind::Rows(_) => return Value::Rows(add_rows(stage, hands, column, 2)),
        FieldKind::Words(tongues) => {
            let mut words = Words::default();
            for (number, tongue) in tongues.iter().enumerate() {
                if number > 0 {
                    stage.play("Tab");
                }
                clear(stage);
                hands.mind(column);
                let (text, _) = hands.one(&column.kind);
                type_out(stage, &text);
                *words.exactly_mut(*tongue) = text.into();
            }
            return Value::Words(words);
        }
        _ => clear(stage),
    }
    if column.key == KEY {
        let (text, _) = hands.one(&FieldKind::Number);
        let key = format!("avain-{}", text.replace(' ', ""));
        type_out(stage, &key);
        return Value::Text(key.into());
    }
    let FieldKind::Many(one) = &column.kind else {
        hands.mind(column);
        let (text, value) = hands.one(&column.kind);
        type_out(stage, &text);
        return value;
    };
    let mut values: Vec<Value> = Vec::new();
    while values.len() < 2 {
        let (text, value) = hands.one(one);
        if !values.contains(&value) {
            type_out(stage, &text);
            stage.play("Enter");
            values.push(value);
        }
    }
    Value::Many(values)
}

/// Puts so many rows into the field under the cursor, which has none.
pub(crate) fn add_rows(stage: &mut Stage, hands: &mut Hands, column: &'static Column, count: usize) -> Vec<Row> {
    stage.play("Enter");
    let columns: Vec<&'static Column> = column.kind.row_columns().collect();
    let mut rows = Vec::new();
    for number in 0..count {
        if number > 0 {
            stage.play("Enter");
        }
        let cells = fill_all(stage, hands, &columns);
        stage.play("C-s");
        rows.push(Row { cells, ..Row::default() });
    }
    stage.play("C-s");
    rows
}

/// Fills all fields of the form on top, from the first one on; the cursor stays in the last.
pub(crate) fn fill_all(stage: &mut Stage, hands: &mut Hands, columns: &[&'static Column]) -> Vec<Value> {
    let mut values = Vec::new();
    for (number, column) in columns.iter().enumerate() {
        values.push(fill(stage, hands, column));
        // From rows one comes back to the next field.
        if number + 1 < columns.len() && !matches!(column.kind, FieldKind::Rows(_)) {
            stage.play("Tab");
        }
    }
    values
}

/// How many fields of a form a column takes: of a text one a language that is asked for or given.
pub(crate) fn fields_of(column: &Column, held: &Value) -> usize {
    let FieldKind::Words(tongues) = column.kind else { return 1 };
    let given = |tongue: &Tongue| matches!(held, Value::Words(words) if !words.exactly(*tongue).is_empty());
    Tongue::ALL.iter().filter(|tongue| tongues.contains(tongue) || given(tongue)).count()
}

/// The value without the ids of its rows, which the program makes.
pub(crate) fn bare(value: &Value) -> Value {
    let row =
        |row: &Row| Row { id: Id::default(), cells: row.cells.iter().map(bare).collect(), kept: row.kept.clone() };
    match value {
        Value::Rows(rows) => Value::Rows(rows.iter().map(row).collect()),
        value => value.clone(),
    }
}
