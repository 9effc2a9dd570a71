//! Rows that are answers to a form: each becomes a filled-in questionnaire, or is left out whole.
//!
//! Owns by what an answer is known again when the form's longer file comes, and whether somebody has changed it in
//! the book since. An answer is what its row says or nothing: of a row with a number off its scale nothing is taken.
//!
//! # What is known of the last time
//!
//! The ids of the answers' rows are made from all that the form said. So a form that was not touched since is told
//! from one that somebody mended by hand, without anything more being stored, and two people who bring the same file
//! give the same answers the same ids.

use std::collections::{BTreeSet, HashMap};

use ecow::{EcoString, eco_format};
use jiff::civil::Date;

use super::{Bringing, Work};
use crate::domain::{Answer, Answering, Choice, Feedback, Id, Kind, Link, Mint, Record, Value};
use crate::entry::check;
use crate::exchange::table::Sheet;
use crate::exchange::table::slot::Slot;
use crate::import::answers::{Form, Heard, Scale, Trouble, heard, yes_or_no};
use crate::import::mapping::{Bound, Known, Mapping, Means};
use crate::import::outcome::{Fate, Hand, Outcome};
use crate::planning::beginning::begin;
use crate::planning::questionnaires::shown;
use crate::text::Safe;

/// What is known of a form's answers while its rows are taken in.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// Why none of them can be taken in.
    trouble: Option<Trouble>,
    /// The question each column answers, as answers name it; empty where it answers none.
    keys: Vec<EcoString>,
    /// The record's own fields that have a column.
    fields: BTreeSet<String>,
    /// What is in the book, by the answer's id in the form.
    stored: HashMap<EcoString, Vec<Id>>,
    /// The ids of the rows so far, each with the row's number and what it says.
    seen: HashMap<EcoString, (usize, u64)>,
}

/// What a row says.
#[derive(Default)]
struct Row {
    feedback: Feedback,
    /// When it was handed in, as it is written.
    time: EcoString,
    remarks: Vec<Safe>,
    /// Why it cannot be taken in.
    amiss: Vec<Safe>,
    /// Nobody answered anything.
    empty: bool,
}

impl Answers {
    pub(super) fn new(mapping: &Mapping, hand: Hand<'_>) -> Self {
        let Some(form) = &mapping.form else { return Self::default() };
        let mut stored: HashMap<EcoString, Vec<Id>> = HashMap::new();
        for it in hand.reading.book.all::<Feedback>().filter(|it| it.imported_from == form.name) {
            stored.entry(it.imported_answer.clone()).or_default().push(it.id.clone());
        }
        let trouble = mapping.trouble(hand.reading.book, hand.reading.today, 1);
        let field = |bound: &Bound| if let Means::Slot(slot) = bound.means { Some(slot.key()) } else { None };
        let fields = mapping.columns.iter().filter_map(field).collect();
        Self { trouble, keys: keys(mapping, form), fields, stored, seen: HashMap::new() }
    }

    pub(super) fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// What an answer is known by: its id in the form, else its time, else all it says.
    fn known_by(&mut self, number: usize, row: &Row) -> Result<EcoString, usize> {
        let print = print(&row.feedback);
        let own = &row.feedback.imported_answer;
        if !own.is_empty() {
            return match self.seen.insert(own.clone(), (number, print)) {
                Some((first, _)) => Err(first),
                None => Ok(own.clone()),
            };
        }
        let bare = if row.time.is_empty() { eco_format!("#{}", digits(print, DIGITS)) } else { row.time.clone() };
        let marked = eco_format!("{} #{}", row.time, digits(print, DIGITS));
        // Several people hand theirs in within a minute, and some of them say the same.
        let again = (2..).map(|count: u32| eco_format!("{marked} ({count})"));
        let candidates = [bare, marked.clone()].into_iter().chain(again);
        let mut free = candidates.filter(|name| !self.seen.contains_key(name));
        let name = free.next().unwrap_or_default();
        self.seen.insert(name.clone(), (number, print));
        Ok(name)
    }
}

/// The question each column answers.
fn keys(mapping: &Mapping, form: &Form) -> Vec<EcoString> {
    let mut used: BTreeSet<EcoString> = form.asked.iter().map(|asked| asked.key.clone()).collect();
    let key = |(number, bound): (usize, &Bound)| match bound.means {
        Means::Note | Means::Nothing | Means::Question(_, Scale::Unnamed) => EcoString::new(),
        Means::Question(place, _) => form.asked.get(place).map(|asked| asked.key.clone()).unwrap_or_default(),
        // What cannot be read in its own field is kept under its heading too.
        Means::Extra | Means::Slot(_) => {
            let heading: String = bound.heading.split_whitespace().collect::<Vec<_>>().join(" ");
            let heading: EcoString = heading.chars().filter(|letter| !letter.is_control()).take(HEADING).collect();
            let heading = if heading.is_empty() { eco_format!("{}", number + 1) } else { heading };
            let again = (2..).map(|count: u32| eco_format!("{heading} ({count})"));
            let free = [heading.clone()].into_iter().chain(again).find(|name| !used.contains(name)).unwrap_or_default();
            used.insert(free.clone());
            free
        }
    };
    mapping.columns.iter().enumerate().map(key).collect()
}

/// So many characters of a heading name the answers below it.
const HEADING: usize = 300;

/// So many digits tell what a row says.
const DIGITS: usize = 8;

/// So many digits the id of an answer's row has.
const ROW: usize = 10;

impl Bringing {
    /// Takes in a row of a form.
    pub(super) fn answer(&mut self, hand: Hand<'_>, number: usize, columns: &[Bound], cells: &[EcoString]) -> Outcome {
        let mut outcome = Outcome::default();
        if self.answers.trouble.is_some() {
            return outcome;
        }
        let mut row = self.row(hand, columns, cells);
        outcome.title = title_of(hand, &row);
        if !row.amiss.is_empty() {
            outcome.remarks = row.amiss;
            outcome.empty = row.empty;
            return outcome;
        }
        outcome.remarks = std::mem::take(&mut row.remarks);
        match self.answers.known_by(number, &row) {
            Ok(name) => row.feedback.imported_answer = name,
            Err(first) => {
                let places = [("line", first.into())];
                outcome.remarks.push(hand.reading.texts.tell("answers-id-twice", &places));
                return outcome;
            }
        }
        match self.there(hand, &row.feedback) {
            Some(There::Same(stored)) => self.again(hand, number, stored, row.feedback, outcome),
            Some(There::Elsewhere(about)) => {
                let about = hand.showing.link(&about);
                outcome.remarks.push(hand.reading.texts.tell("answers-elsewhere", &[("about", about.into())]));
                outcome
            }
            None => self.first(hand, number, row.feedback, outcome),
        }
    }

    /// What a row says, cell by cell.
    fn row(&mut self, hand: Hand<'_>, columns: &[Bound], cells: &[EcoString]) -> Row {
        let mut row = Row::default();
        if let Some(form) = &self.mapping.form {
            row.feedback.about.clone_from(&form.about);
            row.feedback.voice = form.voice;
            row.feedback.questionnaire.clone_from(&form.questionnaire);
            row.feedback.version = form.version;
            row.feedback.imported_from.clone_from(&form.name);
        }
        for (number, (bound, text)) in columns.iter().zip(cells).enumerate() {
            if text.is_empty() {
                continue;
            }
            let key = self.answers.keys.get(number).cloned().unwrap_or_default();
            match bound.means {
                Means::Question(place, scale) => self.hear(hand, (place, scale), bound, (&key, text), &mut row),
                Means::Extra => say(hand, bound, key, text, &mut row),
                Means::Slot(slot) => self.fill_in(hand, slot, bound, (&key, text), &mut row),
                Means::Note | Means::Nothing => {}
            }
        }
        let it = &row.feedback;
        if it.answers.is_empty() && it.comment.is_empty() && it.wants_contact.is_none() && row.amiss.is_empty() {
            row.amiss.push(hand.reading.texts.say("answers-says-nothing"));
            row.empty = true;
        }
        row
    }

    /// Takes an answer on its question's scale.
    fn hear(
        &self,
        hand: Hand<'_>,
        (place, scale): (usize, Scale),
        bound: &Bound,
        (key, text): (&EcoString, &EcoString),
        row: &mut Row,
    ) {
        let texts = hand.reading.texts;
        let asked = self.mapping.form.as_ref().and_then(|form| form.asked.get(place));
        let answering = asked.map_or(Answering::Words, |asked| asked.answering);
        if scale == Scale::Unnamed {
            return;
        }
        let said = match heard(answering, scale, text) {
            Heard::Nothing => return,
            Heard::Said(answer) => answer,
            Heard::OffScale => {
                let places = [
                    ("heading", Safe::short_of_lines(&bound.heading).into()),
                    ("text", Safe::short_of_lines(text).into()),
                    ("scale", crate::import::answers::scale_words(texts, answering, scale).into()),
                ];
                row.amiss.push(texts.tell("answers-off-scale", &places));
                return;
            }
        };
        match row.feedback.answers.iter().find(|answer| answer.question == *key) {
            // A form in two languages has two columns for one question.
            Some(there) if there.answer == said => {}
            Some(_) => {
                let heading = Safe::short_of_lines(&bound.heading);
                row.amiss.push(texts.tell("answers-twice", &[("heading", heading.into())]));
            }
            None if answering == Answering::Words => say(hand, bound, key.clone(), &said, row),
            None => push(row, key.clone(), said),
        }
    }

    /// Fills in one of the record's own fields; what it does not take is kept as an answer of its own.
    fn fill_in(
        &mut self,
        hand: Hand<'_>,
        slot: Slot,
        bound: &Bound,
        (key, text): (&EcoString, &EcoString),
        row: &mut Row,
    ) {
        let texts = hand.reading.texts;
        let heading = || ("heading", Safe::short_of_lines(&bound.heading).into());
        match slot.key().as_str() {
            "imported_answer" => row.feedback.imported_answer = text.as_str().trim().into(),
            "given_on" => {
                row.time = text.split_whitespace().collect::<Vec<_>>().join(" ").into();
                let day = text.split([' ', 'T', '\n']).next().unwrap_or_default();
                let read = [text.as_str(), day.trim_end_matches(',')].iter().find_map(|text| {
                    match self.cells.read(hand.reading, slot, &bound.heading, &EcoString::from(*text)) {
                        Ok(read) => {
                            if let Value::Date(day) = read.value {
                                Some(day)
                            } else {
                                None
                            }
                        }
                        Err(_) => None,
                    }
                });
                row.feedback.given_on = read.filter(|day| is_likely(*day, hand.reading.today));
                if row.feedback.given_on.is_none() {
                    row.remarks
                        .push(texts.tell("answers-no-day", &[heading(), ("text", Safe::short_of_lines(text).into())]));
                }
            }
            "may_be_quoted" | "wants_contact" => match yes_or_no(text) {
                Some(yes) if slot.key() == "wants_contact" => row.feedback.wants_contact = Some(yes),
                Some(yes) => row.feedback.may_be_quoted = Some(yes),
                None => {
                    row.remarks
                        .push(texts.tell("answers-kept", &[heading(), ("text", Safe::short_of_lines(text).into())]));
                    say(hand, bound, key.clone(), text, row);
                }
            },
            "comment" => match hand.reading.value(&slot.kind(), text) {
                Ok(Value::Text(text)) => row.feedback.comment = text,
                Ok(_) => {}
                Err(why) => row.amiss.push(why.sentence(texts)),
            },
            name => match (self.cells.read(hand.reading, slot, &bound.heading, text), slot.column()) {
                (Ok(read), Some(column)) => {
                    if let Some(place) = read.guessed {
                        let places = [("text", Safe::short_of_lines(text).into()), ("place", place.into())];
                        row.remarks.push(texts.tell("import-guessed", &places));
                    }
                    let mut record = Record::Feedback(std::mem::take(&mut row.feedback));
                    // It was read as this field's kind.
                    let _fits = record.set(column.key, read.value);
                    if let Record::Feedback(feedback) = record {
                        row.feedback = feedback;
                    }
                    if name == "about" {
                        self.check_subject(hand, row);
                    }
                }
                (Err(_), _) if name == "municipality" => {
                    row.remarks
                        .push(texts.tell("answers-kept", &[heading(), ("text", Safe::short_of_lines(text).into())]));
                    say(hand, bound, key.clone(), text, row);
                }
                (Err(why), _) => row.amiss.push(texts.tell("import-unread", &[heading(), ("why", why.into())])),
                (Ok(_), None) => {}
            },
        }
    }

    /// What a row itself says it is about may have been called off.
    fn check_subject(&self, hand: Hand<'_>, row: &mut Row) {
        let mut mapping = self.mapping.clone();
        if let Some(form) = &mut mapping.form {
            form.about.clone_from(&row.feedback.about);
        }
        mapping.columns = Vec::new();
        if let Some(trouble) = mapping.subject_trouble(hand.reading.book, hand.reading.today) {
            row.amiss.push(trouble.sentence(hand.reading.book, hand.reading.texts));
        }
    }

    /// The same answer as it is in the book.
    fn there(&self, hand: Hand<'_>, row: &Feedback) -> Option<There> {
        let ids = self.answers.stored.get(&row.imported_answer)?;
        let all: Vec<&Feedback> = ids.iter().filter_map(|id| hand.reading.book.get::<Feedback>(id)).collect();
        if let Some(same) = all.iter().find(|it| it.about == row.about) {
            return Some(There::Same(Box::new((*same).clone())));
        }
        // Forms count their answers from 1: only of the same day it is the same one.
        let other = all.iter().find(|it| it.given_on.is_some() && it.given_on == row.given_on)?;
        other.about.clone().map(There::Elsewhere)
    }

    /// An answer that is not in the book yet.
    fn first(&mut self, hand: Hand<'_>, number: usize, feedback: Feedback, mut outcome: Outcome) -> Outcome {
        let mut feedback = feedback;
        name_rows(&mut feedback);
        let mut record = Record::Feedback(feedback);
        begin(hand.reading.book, &mut record, hand.now, hand.me);
        if is_amiss(hand, &record, &mut outcome) {
            return outcome;
        }
        let Some(id) = self.mint.record(Kind::Feedback) else { return outcome };
        record.give_id(id);
        outcome.fate = Fate::New;
        self.put(number, None, record, outcome)
    }

    /// An answer that came before: what the form says now, unless somebody mended it here.
    fn again(
        &mut self,
        hand: Hand<'_>,
        number: usize,
        stored: Box<Feedback>,
        row: Feedback,
        mut outcome: Outcome,
    ) -> Outcome {
        let wanted = self.with_rest(&stored, row);
        let link = Link::new(Kind::Feedback, stored.id.clone());
        let (now, then) = (print(&wanted), print(&stored));
        let ids = |it: &Feedback| it.answers.iter().map(|answer| answer.id.clone()).collect::<Vec<Id>>();
        let held = ids(&stored);
        let untouched = !held.is_empty() && held == row_ids(&stored);
        let unchanged = !held.is_empty() && held == row_ids(&wanted);
        outcome.link = Some(link);
        outcome.fate = match self.mapping.known {
            _ if now == then || unchanged => Fate::Same,
            Known::Skipped => Fate::Skipped,
            Known::Updated if untouched => Fate::Changed,
            Known::Updated => {
                outcome.remarks.push(hand.reading.texts.say("answers-both-changed"));
                Fate::Skipped
            }
        };
        if outcome.fate != Fate::Changed {
            return outcome;
        }
        let mut after = wanted;
        name_rows(&mut after);
        let record = Record::Feedback(after);
        if is_amiss(hand, &record, &mut outcome) {
            outcome.fate = Fate::LeftOut;
            return outcome;
        }
        if let Record::Feedback(after) = &record {
            outcome.changes = changes(hand, &stored, after);
        }
        self.put(number, Some(Record::Feedback(*stored)), record, outcome)
    }

    /// What the form says now with what no column of it tells of any more.
    fn with_rest(&self, stored: &Feedback, row: Feedback) -> Feedback {
        let told = |question: &EcoString| self.answers.keys.contains(question);
        let mut wanted =
            Feedback { id: stored.id.clone(), entered_by: stored.entered_by.clone(), kept: stored.kept.clone(), ..row };
        let rest = stored.answers.iter().filter(|answer| !told(&answer.question));
        wanted.answers.extend(rest.cloned());
        if !self.answers.fields.contains("municipality") {
            wanted.municipality.clone_from(&stored.municipality);
        }
        if !self.answers.fields.contains("given_on") {
            wanted.given_on = stored.given_on;
        }
        if !self.answers.fields.contains("comment") {
            wanted.comment.clone_from(&stored.comment);
        }
        if !self.answers.fields.contains("may_be_quoted") {
            wanted.may_be_quoted = stored.may_be_quoted;
        }
        if !self.answers.fields.contains("wants_contact") {
            wanted.wants_contact = stored.wants_contact;
        }
        wanted
    }

    fn put(&mut self, number: usize, before: Option<Record>, after: Record, mut outcome: Outcome) -> Outcome {
        let link = after.as_ref().link();
        outcome.link = Some(link.clone());
        self.order.push(link.clone());
        self.works.insert(link, Work { before, after, number });
        outcome
    }
}

/// So many rows tell whether a form is one that came before under another name.
const COMPARED: usize = 500;

/// So many forms about the same thing are compared with.
const FORMS: usize = 8;

/// So many rows have to be the same before a form is taken for another one: a single one may be chance.
const TELLING_ROWS: usize = 2;

impl Mapping {
    /// The form goes on as the one that brought the same answers before, where it is known by another name: a file
    /// that was given another name would bring them all once more. A name that somebody chose stays.
    #[must_use]
    pub fn continued(mut self, sheet: &Sheet, hand: Hand<'_>) -> Self {
        let Some(form) = self.form.as_mut().filter(|form| !form.named) else { return self };
        if form.continues {
            form.continues = false;
            form.name.clone_from(&form.file);
        }
        let Some(about) = &form.about else { return self };
        let mut brought: HashMap<&EcoString, usize> = HashMap::new();
        for it in hand.reading.book.referring_as::<Feedback>(about).filter(|it| it.about.as_ref() == Some(about)) {
            if !it.imported_answer.is_empty() {
                *brought.entry(&it.imported_from).or_default() += 1;
            }
        }
        if brought.contains_key(&form.name) {
            return self;
        }
        let mut brought: Vec<(EcoString, usize)> = brought
            .into_iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, count)| (name.clone(), count))
            .collect();
        brought.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
        brought.truncate(FORMS);
        // Without a number or a time, answers to different forms may say the same: then all have to be there again.
        let by_words = !self.has("imported_answer") && !self.has("given_on");
        let likeness = |(name, count): (EcoString, usize)| {
            let (same, rows) = self.same_as(sheet, hand, &name);
            // A longer file has the earlier answers among its own, a shorter one has nothing but earlier ones.
            let is_it = if by_words { same >= count } else { same * 2 >= rows || same * 2 >= count };
            (same >= TELLING_ROWS && is_it).then_some((same, name))
        };
        let best = brought.into_iter().filter_map(likeness).reduce(|best, one| if one.0 > best.0 { one } else { best });
        if let (Some((_, name)), Some(form)) = (best, &mut self.form) {
            form.name = name;
            form.continues = true;
        }
        self
    }

    /// How many of so many rows are answers that a form of this name has brought already, word for word.
    fn same_as(&self, sheet: &Sheet, hand: Hand<'_>, name: &EcoString) -> (usize, usize) {
        let mut mapping = self.clone();
        if let Some(form) = &mut mapping.form {
            form.name = name.clone();
        }
        let mut bringing = Bringing::new(mapping, hand, Mint::new(0));
        bringing.step(sheet, hand, COMPARED);
        let outcomes = bringing.outcomes();
        (outcomes.iter().filter(|outcome| outcome.fate == Fate::Same).count(), outcomes.len())
    }
}

/// How a row is called before it is a record: by its id in the form and its municipality, never by a name.
fn title_of(hand: Hand<'_>, row: &Row) -> Safe {
    let id = if row.feedback.imported_answer.is_empty() { &row.time } else { &row.feedback.imported_answer };
    let place = row.feedback.municipality.as_ref();
    let place = place.map(|id| hand.showing.id(Kind::Municipality, Some(id)));
    let parts: Vec<Safe> =
        [Safe::short_of_lines(id)].into_iter().chain(place).filter(|part| !part.is_empty()).collect();
    Safe::join(parts, &Safe::own(" · "))
}

/// Tells what is wrong with a record, if anything is.
fn is_amiss(hand: Hand<'_>, record: &Record, outcome: &mut Outcome) -> bool {
    let fields = record.as_ref().fields();
    let amiss: Vec<Safe> = fields
        .iter()
        .filter_map(|(column, value)| check(column, value))
        .map(|it| it.sentence(hand.reading.texts))
        .collect();
    let is_amiss = !amiss.is_empty();
    outcome.remarks.extend(amiss);
    is_amiss
}

/// An answer that is in the book.
enum There {
    /// It is this one.
    Same(Box<Feedback>),
    /// It is there, and about something else.
    Elsewhere(Link),
}

/// Days before this program's time, and days to come, are slips or another way to write days.
fn is_likely(day: Date, today: Date) -> bool {
    day.year() >= 2000 && day <= today
}

/// Keeps words as an answer.
fn say(hand: Hand<'_>, bound: &Bound, key: EcoString, text: &str, row: &mut Row) {
    let text = text.trim().trim_end_matches(';');
    if !text.chars().any(char::is_alphanumeric) {
        return;
    }
    match hand.reading.value(&crate::domain::FieldKind::Long, text) {
        Ok(Value::Text(text)) => push(row, key, text),
        Ok(_) => {}
        Err(why) => {
            let places = [
                ("heading", Safe::short_of_lines(&bound.heading).into()),
                ("why", why.sentence(hand.reading.texts).into()),
            ];
            row.amiss.push(hand.reading.texts.tell("import-unread", &places));
        }
    }
}

fn push(row: &mut Row, question: EcoString, answer: EcoString) {
    row.feedback.answers.push(Answer { question, answer, ..Answer::default() });
}

/// The answers that changed: `question: before → after`.
fn changes(hand: Hand<'_>, before: &Feedback, after: &Feedback) -> Vec<Safe> {
    let book = hand.reading.book;
    let said = |it: &Feedback, key: &EcoString| {
        let answer = it.answers.iter().find(|answer| answer.question == *key);
        let question = crate::planning::questionnaires::question(book, it, key);
        answer.map_or(Safe::own("–"), |answer| shown(hand.showing, question, &answer.answer))
    };
    let mut keys: Vec<&EcoString> =
        after.answers.iter().chain(&before.answers).map(|answer| &answer.question).collect();
    let mut seen = BTreeSet::new();
    keys.retain(|key| seen.insert(*key));
    let differs = |key: &&EcoString| said(before, key).as_str() != said(after, key).as_str();
    let line = |key: &EcoString| {
        Safe::line(&format!(
            "{key}: {} → {}",
            Safe::short_of_lines(said(before, key).as_str()),
            Safe::short_of_lines(said(after, key).as_str())
        ))
    };
    let answers = keys.into_iter().filter(differs).map(line);
    let (one, other) = (Record::Feedback(before.clone()), Record::Feedback(after.clone()));
    let fields = super::changed_fields(hand.showing, one.as_ref(), other.as_ref(), &["answers"]);
    answers.chain(fields).collect()
}

/// All that a form said, as one number: two that say the same have the same (FNV-1a, 64 bits).
fn print(it: &Feedback) -> u64 {
    let link = it.about.as_ref().map(Link::to_string).unwrap_or_default();
    let day = it.given_on.map(|day| day.to_string()).unwrap_or_default();
    let place = it.municipality.as_ref().map(Id::as_str).unwrap_or_default();
    let voice = it.voice.map(crate::domain::Voice::key).unwrap_or_default();
    let yes = |it: Option<bool>| match it {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let own =
        [&*link, &*day, place, voice, &it.questionnaire, &it.comment, yes(it.may_be_quoted), yes(it.wants_contact)];
    let mut answers: Vec<(&str, &str)> =
        it.answers.iter().map(|answer| (answer.question.as_str(), answer.answer.as_str())).collect();
    // Columns may come in another order the next time.
    answers.sort_unstable();
    let all = own.into_iter().chain(answers.into_iter().flat_map(|(question, answer)| [question, answer]));
    all.fold(0xcbf2_9ce4_8422_2325, |hash, part| mixed(mixed(hash, part.as_bytes()), &[0xff]))
}

fn mixed(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// So many of a number's bits as digits that are ids.
fn digits(mut number: u64, count: usize) -> String {
    const ALL: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut word = String::with_capacity(count);
    for _ in 0..count {
        let at = usize::try_from(number % 32).unwrap_or(0);
        word.extend(ALL.get(at).map(|digit| char::from(*digit)));
        number /= 32;
    }
    word
}

/// The ids the rows of an answer have as long as nobody changes it.
fn row_ids(it: &Feedback) -> Vec<Id> {
    let all = print(it);
    let id = |answer: &Answer| {
        let own = mixed(all, answer.question.as_bytes());
        Id::parse(&digits(own, ROW)).unwrap_or_default()
    };
    it.answers.iter().map(id).collect()
}

fn name_rows(it: &mut Feedback) {
    let ids = row_ids(it);
    for (answer, id) in it.answers.make_mut().iter_mut().zip(ids) {
        answer.id = id;
    }
}
