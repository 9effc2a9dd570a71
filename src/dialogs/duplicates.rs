//! Likely duplicates, pair by pair: two records side by side, and for each field that differs one key.
//!
//! Owns where one is among the pairs and what was chosen. What is a pair is decided in `planning`, what becomes of
//! two records that are one in `merge`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Book;
use crate::command::{Command, Scope};
use crate::dialogs::form::label_in;
use crate::domain::{Act, Id, Link, Value};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::merge::{Difference, Stand, Union, unite};
use crate::planning::duplicates::{KINDS, Pair, apart, are_apart, duplicates, duplicates_of};
use crate::text::Safe;
use crate::widgets::pair::{PairRow, PairView};

/// The pairs.
#[derive(Debug)]
pub struct Duplicates {
    pairs: Vec<Pair>,
    at: usize,
    /// The two records on their way to be one; nothing where no pair is left.
    union: Option<Union>,
    /// Which difference has the cursor.
    cursor: usize,
    /// What was done with pairs here.
    done: Vec<Done>,
}

/// A pair that was done with.
#[derive(Debug)]
struct Done {
    /// Its number.
    at: usize,
    /// The two became one, else they were told apart.
    united: bool,
    /// The book has it so; not yet, or no longer where that was taken back.
    stands: bool,
}

impl Duplicates {
    /// The likely duplicates of the whole book; nothing where there are none.
    pub fn all(cx: &Cx<'_>) -> Option<Self> {
        Self::of(cx, duplicates(cx.showing.book, &KINDS))
    }

    /// The likely duplicates of these records, among themselves and with others; nothing where there are none.
    pub fn among(cx: &Cx<'_>, links: &[Link]) -> Option<Self> {
        Self::of(cx, duplicates_of(cx.showing.book, links))
    }

    fn of(cx: &Cx<'_>, pairs: Vec<Pair>) -> Option<Self> {
        if pairs.is_empty() {
            return None;
        }
        let mut dialog = Self { pairs, at: 0, union: None, cursor: 0, done: Vec::new() };
        dialog.open(cx.showing.book, 0);
        Some(dialog)
    }

    fn pair(&self) -> Option<&Pair> {
        self.pairs.get(self.at)
    }

    /// Goes to the pair with this number.
    fn open(&mut self, book: &Book, at: usize) {
        self.at = at;
        self.cursor = 0;
        let pair = self.pair().filter(|pair| is_open(book, pair));
        self.union = pair.and_then(|pair| Union::of_either(book, &pair.one, &pair.other));
    }

    /// The number of the next pair that waits, from the one at hand on and round, without those `done` with it.
    fn next(&self, book: &Book, done: impl Fn(&Pair) -> bool) -> Option<usize> {
        let count = self.pairs.len();
        let waits = |at: &usize| self.pairs.get(*at).is_some_and(|pair| is_open(book, pair) && !done(pair));
        (1..count).map(|step| (self.at + step) % count).find(waits)
    }

    /// The number of the pair before that waits.
    fn previous(&self, book: &Book) -> Option<usize> {
        let waits = |at: &usize| self.pairs.get(*at).is_some_and(|pair| is_open(book, pair));
        (0..self.at).rev().chain((self.at + 1..self.pairs.len()).rev()).find(waits)
    }

    fn difference(&self) -> Option<&Difference> {
        self.union.as_ref()?.differences.get(self.cursor)
    }

    /// Has this stand where the cursor is and goes on.
    fn take(&mut self, stand: Stand) {
        let Some(union) = &mut self.union else { return };
        if union.choose(self.cursor, stand) {
            self.cursor = (self.cursor + 1).min(union.differences.len().saturating_sub(1));
        }
    }

    /// Makes one record of the two, and goes to the next pair.
    fn unite(&mut self, cx: &Cx<'_>) -> Reply {
        let book = cx.showing.book;
        let Some(union) = self.union.take() else { return Reply::default() };
        let changes = unite(book, &union);
        self.is_done(true);
        let names = |pair: &Pair| [&pair.one, &pair.other].contains(&&union.gone);
        self.after(cx, Wish { act: Act::Unite, changes }, None, names)
    }

    /// Remembers that the two are not the same, and goes to the next pair.
    fn tell_apart(&mut self, cx: &Cx<'_>) -> Reply {
        let Some(pair) = self.pair().cloned() else { return Reply::default() };
        let change = apart(cx.showing.book, &pair.one, &pair.other, cx.showing.today, Id::default());
        let names = |link: &Link| cx.showing.link(link).into();
        let said = cx.showing.texts.tell("apart-told", &[("one", names(&pair.one)), ("other", names(&pair.other))]);
        let wish = Wish { act: Act::Apart, changes: change.into_iter().collect() };
        self.is_done(false);
        self.after(cx, wish, Some(said), |_| false)
    }

    /// Remembers what is about to become of the pair at hand.
    fn is_done(&mut self, united: bool) {
        self.done.retain(|done| done.at != self.at);
        self.done.push(Done { at: self.at, united, stands: false });
    }

    /// Has a wish granted and goes to the next pair that is not `done` with it; after the last one the dialog ends.
    fn after(&mut self, cx: &Cx<'_>, wish: Wish, said: Option<Safe>, done: impl Fn(&Pair) -> bool) -> Reply {
        let wish = Some(wish);
        if let Some(next) = self.next(cx.showing.book, done) {
            self.open(cx.showing.book, next);
            return Reply { wish, toast: said, ..Reply::default() };
        }
        // The last one is on its way.
        let last = self.done.len().saturating_sub(1);
        let stands = |(number, done): &(usize, &Done)| done.united && (done.stands || *number == last);
        let united = self.done.iter().enumerate().filter(stands).count();
        let toast = Some(cx.showing.texts.tell("duplicates-done", &[("count", united.into())]));
        Reply { wish, toast, step: Step::Pop(None), ..Reply::default() }
    }
}

impl Duplicates {
    /// The number of a pair that was done with and, as that was taken back, waits again.
    fn returned(&mut self, book: &Book) -> Option<usize> {
        let mut returned = None;
        for done in &mut self.done {
            let waits = self.pairs.get(done.at).is_some_and(|pair| is_open(book, pair));
            if std::mem::replace(&mut done.stands, !waits) && waits {
                returned = Some(done.at);
            }
        }
        returned
    }
}

/// Whether both are still there and nobody has told them apart.
fn is_open(book: &Book, pair: &Pair) -> bool {
    [&pair.one, &pair.other].iter().all(|link| book.record(link).is_some()) && !are_apart(book, &pair.one, &pair.other)
}

impl Layer for Duplicates {
    fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{
            Back, Close, Down, First, Last, Later, Mark, No, Open, PageDown, PageUp, TakeLeft, TakeRight, Unite, Up,
        };
        match command {
            Later | PageDown => self.next(cx.showing.book, |_| false).map(|_| ()).ok_or("duplicates-none-left"),
            PageUp => self.previous(cx.showing.book).map(|_| ()).ok_or("duplicates-none-left"),
            Open | Unite | No | TakeLeft | TakeRight | Mark if self.union.is_none() => Err("duplicates-none-left"),
            TakeLeft | TakeRight | Mark if self.difference().is_none() => Err("duplicates-no-difference"),
            Mark => self.difference().is_some_and(|it| it.can_both).then_some(()).ok_or("only-one-stands"),
            Back | Close | Up | Down | First | Last | Open | Unite | No | TakeLeft | TakeRight => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let last = self.union.as_ref().map_or(0, |union| union.differences.len()).saturating_sub(1);
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor = (self.cursor + 1).min(last),
            Command::First => self.cursor = 0,
            Command::Last => self.cursor = last,
            Command::TakeLeft => self.take(Stand::Left),
            Command::TakeRight => self.take(Stand::Right),
            Command::Mark => self.take(Stand::Both),
            Command::Open | Command::Unite => return self.unite(cx),
            Command::No => return self.tell_apart(cx),
            Command::Later | Command::PageDown => {
                if let Some(next) = self.next(cx.showing.book, |_| false) {
                    self.open(cx.showing.book, next);
                }
            }
            Command::PageUp => {
                if let Some(previous) = self.previous(cx.showing.book) {
                    self.open(cx.showing.book, previous);
                }
            }
            _ => {}
        }
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Pair
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let book = cx.showing.book;
        if let Some(returned) = self.returned(book) {
            self.open(book, returned);
            return;
        }
        let open = self.pair().is_some_and(|pair| is_open(book, pair));
        let renewed = self.union.as_ref().filter(|_| open).and_then(|union| union.renewed(book));
        if let Some(union) = renewed {
            self.cursor = self.cursor.min(union.differences.len().saturating_sub(1));
            self.union = Some(union);
        } else {
            let next = if open { Some(self.at) } else { self.next(book, |_| false) };
            self.open(book, next.unwrap_or(self.at));
        }
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        Vec::new()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::No => Some("says-not-same"),
            Command::Mark => Some("says-take-both"),
            _ => None,
        }
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, Help, Later, Mark, No, Open, TakeLeft, TakeRight};
        vec![Open, No, TakeLeft, TakeRight, Mark, Later, Back, Help]
    }

    fn enter(&self) -> &'static str {
        "enter-unite"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let remark = Safe::line(&format!("{}/{}", self.at + 1, self.pairs.len()));
        let (Some(union), Some(pair)) = (&self.union, self.pair()) else {
            let title = texts.say("duplicates-none-left");
            PairView { title, remark, ..PairView::default() }.draw(buffer, area, cx.looks);
            return None;
        };
        let (keep, gone) = (cx.showing.link(&union.keep), cx.showing.link(&union.gone));
        let title = Safe::join([&keep, &gone], &Safe::own(" · "));
        let reasons = Safe::join(pair.reasons.iter().map(|reason| texts.say(reason.text_id())), &Safe::own(" · "));
        let same: Vec<Safe> = union.same.iter().map(|(column, _)| texts.field(column.label)).collect();
        let same = match (union.differences.is_empty(), same.is_empty()) {
            (true, _) => texts.say("duplicates-no-difference"),
            (false, true) => Safe::default(),
            _ => texts.tell("duplicates-same", &[("fields", Safe::join(same, &Safe::own(", ")).into())]),
        };
        PairView {
            title,
            remark,
            reasons,
            heads: (texts.say("duplicates-stays"), texts.say("duplicates-goes")),
            rows: union.differences.iter().map(|difference| side_by_side(cx, difference)).collect(),
            cursor: self.cursor,
            same,
        }
        .draw(buffer, area, cx.looks);
        None
    }
}

fn side_by_side(cx: &Cx<'_>, difference: &Difference) -> PairRow {
    let shown = |value: &Value| match value {
        value if value.is_empty() => cx.showing.texts.say("settle-empty"),
        Value::Text(text) => Safe::lines(text),
        value => cx.showing.value(&difference.column.kind, value),
    };
    PairRow {
        label: label_in(difference.column, difference.tongue, cx.showing.texts),
        left: shown(&difference.left),
        right: shown(&difference.right),
        left_stands: difference.stand != Stand::Right,
        right_stands: difference.stand != Stand::Left,
    }
}
