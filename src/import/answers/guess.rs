//! A form at first sight: its headings, the questionnaire it asks, what each column answers, what it is about.

use std::collections::BTreeSet;

use ecow::EcoString;

use super::super::headings::{bare, names_municipality};
use super::super::mapping::{Bound, Evidence, Known, Mapping, Means, Remembered, SAMPLES, Seen, TELLING, is_reason};
use super::super::names::Order;
use super::headings::{Likeness, Own, Spelt, own, question};
use super::scale::{Heard, Scale, heard, yes_or_no};
use super::{Asked, Form, RememberedForm};
use crate::book::Book;
use crate::domain::{Choice as _, Coaching, Id, Kind, Link, Questionnaire, Session, Voice};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::{Line, Sheet};
use crate::find::fold::Folded;
use crate::planning::questionnaires;
use crate::text::Texts;

/// A table and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// The table.
    pub sheet: &'s Sheet,
    /// The book that knows the questionnaires.
    pub book: &'s Book,
    /// The file's name; empty where there is none.
    pub name: &'s str,
}

/// So many lines at the beginning may come before the headings.
const BEFORE: usize = 20;

/// More columns than this are no form's; further ones are looked at for nothing.
const COLUMNS: usize = 600;

/// What Microsoft's forms call the time of an answer.
const COMPLETED: [&str; 3] = ["completiontime", "valmistumisaika", "slutforandetid"];

/// Whether a table holds answers: it has the marks of a form, or asks what some questionnaire asks.
pub(in crate::import) fn is_form(sheet: &Sheet, book: &Book) -> bool {
    let spelt = spelt(book);
    sheet.lines.iter().take(BEFORE).any(|line| {
        let has = |wanted: Own| line.cells.iter().take(COLUMNS).any(|cell| own(cell) == Some(wanted));
        let asks = line.cells.iter().take(COLUMNS).filter(|cell| spelt.asks(cell)).count();
        // Whatever one asks, Microsoft's forms note when it was answered in words nobody else uses.
        let completed = || line.cells.iter().take(COLUMNS).any(|cell| COMPLETED.contains(&bare(cell).as_str()));
        match asks {
            0 => has(Own::Answer) && completed(),
            1 => has(Own::Answer) || has(Own::Given),
            _ => true,
        }
    })
}

/// All that the questionnaires ask.
fn spelt(book: &Book) -> Spelt {
    let questions = latest(book).flat_map(|it| &it.questions);
    Spelt::new(questions.flat_map(|question| question.text.given()))
}

/// Whether a table was written by this program: then its columns are the record's own.
pub(in crate::import) fn is_own(sheet: &Sheet, languages: &[Texts]) -> bool {
    let slot = |key: &str| Slot::with_key(Kind::Feedback, key);
    let headings = |key: &str| -> Vec<String> {
        let all = languages.iter().filter_map(|texts| Some(bare(slot(key)?.heading(texts).as_str())));
        all.chain([bare(key)]).collect()
    };
    let (about, others) = (headings("about"), ["voice", "questionnaire", "answers"].map(headings));
    sheet.lines.iter().take(BEFORE).any(|line| {
        let has = |wanted: &Vec<String>| line.cells.iter().any(|cell| wanted.contains(&bare(cell)));
        has(&about) && others.iter().any(has)
    })
}

/// The questionnaires, each in its latest version.
fn latest(book: &Book) -> impl Iterator<Item = &Questionnaire> {
    let all = book.info().into_iter().flat_map(|info| &info.questionnaires);
    all.filter(|it| questionnaires::latest(book, &it.key).is_some_and(|latest| std::ptr::eq(latest, *it)))
}

/// The line that has the headings, counted from 0: the one with the most that a form says or asks.
fn heading_line(sheet: &Sheet, book: &Book) -> Option<usize> {
    let spelt = spelt(book);
    let known = |line: &Line| {
        let is_data = line.cells.iter().any(|cell| cell.contains('@'));
        let is = |cell: &&EcoString| own(cell).is_some() || spelt.asks(cell);
        if is_data { 0 } else { line.cells.iter().take(COLUMNS).filter(is).count() }
    };
    let counted: Vec<(usize, usize)> = sheet.lines.iter().take(BEFORE).map(known).enumerate().collect();
    let (at, count) = *counted.iter().max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)))?;
    if count == 0 {
        return (!sheet.lines.is_empty()).then_some(0);
    }
    // Statements stand below the heading of their group: the second line of headings has the most to say.
    let continues = |next: usize| {
        let (Some(above), Some(line)) = (sheet.lines.get(at), sheet.lines.get(next)) else { return false };
        let asks = line.cells.iter().take(COLUMNS).filter(|cell| spelt.asks(cell)).count();
        let below_marks =
            above.cells.iter().zip(&line.cells).any(|(above, cell)| own(above).is_some() && !cell.is_empty());
        asks > 0 && !below_marks
    };
    Some(if continues(at + 1) { at + 1 } else { at })
}

/// The headings of a line, with those of the groups above it.
fn titles(sheet: &Sheet, heading: Option<usize>, width: usize) -> Vec<EcoString> {
    let line = |at: usize| sheet.lines.get(at).map(|line| line.cells.as_slice()).unwrap_or_default();
    let own_line = heading.map(line).unwrap_or_default();
    let above = heading.and_then(|at| at.checked_sub(1)).map(line).unwrap_or_default();
    let cell = |cells: &[EcoString], number: usize| cells.get(number).cloned().unwrap_or_default();
    // A title over the whole table heads no group.
    let marks = above.iter().any(|cell| own(cell).is_some());
    let groups = marks && own_line.iter().any(EcoString::is_empty);
    let mut group = EcoString::new();
    let titled = |number: usize| {
        let (upper, lower) = (cell(above, number), cell(own_line, number));
        if !groups {
            return lower;
        }
        if !upper.is_empty() {
            group = upper.clone();
        }
        match (upper.is_empty(), lower.is_empty()) {
            (_, true) => upper,
            (_, false) if group.is_empty() => lower,
            (_, false) => ecow::eco_format!("{group}: {lower}"),
        }
    };
    (0..width).map(titled).collect()
}

/// What a form seems to hold.
pub(in crate::import) fn guess(sheet: &Sheet, book: &Book) -> Mapping {
    below(sheet, heading_line(sheet, book), book)
}

/// What a form seems to hold below this line of headings.
pub(in crate::import) fn below(sheet: &Sheet, heading: Option<usize>, book: &Book) -> Mapping {
    let rows: Vec<&Line> = sheet.lines.iter().skip(heading.map_or(0, |at| at + 1)).collect();
    let above = heading.and_then(|at| sheet.lines.get(at)).map_or(0, |line| line.cells.len());
    let width = rows.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(above);
    let bound = |heading| Bound { heading, means: Means::Nothing, as_above: false };
    let mut mapping = Mapping {
        kind: Kind::Feedback,
        heading,
        columns: titles(sheet, heading, width).into_iter().map(bound).collect(),
        order: Order::GivenFirst,
        known: Known::Updated,
        guesses: true,
        unwanted: BTreeSet::new(),
        apart: BTreeSet::new(),
        form: Some(Form::default()),
    };
    // Of questionnaires that ask as much of it the first one is meant, until one knows what it is about.
    let counted = latest(book).map(|it| (mapping.answered(it), it));
    let best = counted.reduce(|best, one| if one.0 > best.0 { one } else { best });
    let source = Source { sheet, book, name: "" };
    let key = best.filter(|(count, _)| *count > 0).map(|(_, it)| it.key.clone()).unwrap_or_default();
    mapping.ask(&source, &key);
    mapping
}

impl Mapping {
    /// How much of a questionnaire the columns answer.
    pub(super) fn answered(&self, it: &Questionnaire) -> usize {
        let asked = Asked::all(it);
        let headings = self.columns.iter().take(COLUMNS).map(|bound| &bound.heading);
        let found = headings.filter_map(|heading| question(heading, &asked));
        found.map(|(_, likeness)| 1 + usize::from(likeness == Likeness::Same)).sum::<usize>()
    }

    /// The form asks this questionnaire: every column is looked at anew.
    pub fn ask(&mut self, source: &Source<'_>, key: &str) {
        let Some(form) = &mut self.form else { return };
        let found = questionnaires::latest(source.book, key);
        form.questionnaire = found.map(|it| it.key.clone()).unwrap_or_default();
        form.version = found.and_then(|it| it.version);
        form.asked = found.map(Asked::all).unwrap_or_default();
        form.voice = found.and_then(|it| it.voice).or(form.voice).or(Some(Voice::Receiving));
        form.personal.clear();
        form.near.clear();
        let rows: Vec<&Line> = self.rows(source.sheet).iter().take(SAMPLES).collect();
        let evidence = Evidence::new(source.book);
        let mut means = Vec::with_capacity(self.columns.len());
        let Some(form) = &mut self.form else { return };
        for (number, bound) in self.columns.iter().enumerate() {
            const NONE: &EcoString = &EcoString::new();
            let cells: Vec<&EcoString> = rows.iter().map(|line| line.cells.get(number).unwrap_or(NONE)).collect();
            let column = Column { number, heading: &bound.heading, seen: evidence.of(&cells), cells: &cells };
            means.push(if number < COLUMNS { column.means(form, &means) } else { Means::Extra });
        }
        // Where nothing tells when an answer was handed in, the time it was begun does.
        if !means.contains(&field("given_on"))
            && let Some(at) = self
                .columns
                .iter()
                .position(|bound| own(&bound.heading) == Some(Own::Aside) && is_start(&bound.heading))
            && let Some(place) = means.get_mut(at)
        {
            *place = field("given_on");
        }
        for (bound, means) in self.columns.iter_mut().zip(means) {
            bound.means = means;
        }
        // Rows that were left out come back mended, with the reasons behind them.
        if let Some(last) =
            self.columns.last_mut().filter(|last| is_reason(&last.heading) && last.means == Means::Extra)
        {
            last.means = Means::Nothing;
        }
    }

    /// The form as it was understood the last time, and what its file's name tells.
    #[must_use]
    pub fn of_source(mut self, source: &Source<'_>, remembered: &[Remembered]) -> Self {
        if self.form.is_none() {
            return self;
        }
        let file = form_name(source.name, &source.sheet.name);
        let before = remembered_form(&self, &file, remembered);
        if let Some((it, form)) = &before {
            self.recall(source, it, form);
            // What another form had says nothing about this one.
            if let Some(own) = self.form.as_mut().filter(|_| form.file != file) {
                own.fresh.clear();
                own.missed.clear();
            }
        }
        let named = about(source);
        if let Some(form) = &mut self.form {
            let same = before.as_ref().map(|(_, form)| form).filter(|form| form.file == file);
            form.name = same.map_or_else(|| file.clone(), |form| form.name.as_str().into());
            form.file = file;
            let there = |link: &Link| source.book.record(link).is_some();
            let last = same.and_then(|form| Link::parse(&form.about).ok()).filter(there);
            if let Some(about) = named.or(last) {
                self.be_about(source, &about);
            }
        }
        self
    }

    /// Binds the columns as they were bound the last time, by their headings; others stay as they seem.
    fn recall(&mut self, source: &Source<'_>, it: &Remembered, before: &RememberedForm) {
        if self.form.as_ref().is_some_and(|form| *form.questionnaire != *before.questionnaire) {
            self.ask(source, &before.questionnaire);
        }
        let mut open: Vec<Option<(&String, &String)>> = it.headings.iter().zip(&it.columns).map(Some).collect();
        let mut fresh = BTreeSet::new();
        for number in 0..self.columns.len() {
            let Some(heading) = self.columns.get(number).map(|bound| bound.heading.clone()) else { continue };
            let same = |one: &&mut Option<(&String, &String)>| one.is_some_and(|(other, _)| **other == *heading);
            let Some((_, key)) = open.iter_mut().find(same).and_then(Option::take) else {
                fresh.insert(number);
                continue;
            };
            if let Some(means) = self.means_with_key(key) {
                if let Some(bound) = self.columns.get_mut(number) {
                    bound.means = means;
                }
                if let Some(form) = &mut self.form {
                    // Somebody has seen it.
                    form.near.remove(&number);
                }
            }
        }
        let voice = Voice::from_key(&before.voice);
        self.known = if it.skips_known { Known::Skipped } else { Known::Updated };
        if let Some(form) = &mut self.form {
            form.voice = voice.or(form.voice);
            form.settled = true;
            form.fresh = fresh;
            form.missed = open.into_iter().flatten().map(|(heading, _)| heading.as_str().into()).collect();
            form.missed.retain(|heading: &EcoString| !heading.is_empty());
        }
    }
}

/// The form of these headings, else the one of this name with most of them.
fn remembered_form<'r>(
    mapping: &Mapping,
    file: &str,
    remembered: &'r [Remembered],
) -> Option<(&'r Remembered, &'r RememberedForm)> {
    let own: BTreeSet<&str> =
        mapping.columns.iter().map(|bound| bound.heading.as_str()).filter(|it| !it.is_empty()).collect();
    let shared = |it: &Remembered| it.headings.iter().filter(|heading| own.contains(heading.as_str())).count();
    let forms = remembered.iter().filter_map(|it| Some((it, it.form.as_ref()?)));
    let alike = forms.filter(|(it, _)| shared(it) > 0 && shared(it) * 2 >= own.len());
    alike.max_by_key(|(it, form)| (form.file == file, shared(it)))
}

/// A column of a form.
struct Column<'c> {
    number: usize,
    heading: &'c EcoString,
    seen: Seen,
    cells: &'c [&'c EcoString],
}

impl Column<'_> {
    /// What it seems to mean, those to the left of it being known.
    fn means(&self, form: &mut Form, left: &[Means]) -> Means {
        if let Some((place, likeness)) = question(self.heading, &form.asked)
            && let Some(asked) = form.asked.get(place)
        {
            if likeness == Likeness::Near {
                form.near.insert(self.number);
            }
            let scale = if self.fits(asked) { Scale::Own } else { Scale::Unnamed };
            let means = asked.means(place, scale);
            return once(means, left);
        }
        let yes_or_no = self.filled().filter(|cell| yes_or_no(cell).is_some()).count() * 2 >= self.filled().count();
        let meant = match own(self.heading) {
            Some(Own::Answer) => field("imported_answer"),
            Some(Own::Given) => field("given_on"),
            Some(Own::Aside) => return Means::Nothing,
            Some(Own::Personal) => return self.personal(form),
            Some(Own::Comment) => field("comment"),
            Some(Own::Quote) if yes_or_no => field("may_be_quoted"),
            Some(Own::Contact) if yes_or_no => field("wants_contact"),
            _ if self.seen.emails >= TELLING || self.seen.phones >= TELLING || self.seen.whole_names >= TELLING => {
                return self.personal(form);
            }
            Some(Own::Place) => field("municipality"),
            _ if self.seen.places >= TELLING => field("municipality"),
            _ if self.seen.places * 2 >= TELLING && names_municipality(self.heading) => field("municipality"),
            _ if self.heading.is_empty() && (self.seen.filled == 0 || self.seen.counts) => return Means::Nothing,
            _ => Means::Extra,
        };
        once(meant, left)
    }

    fn filled(&self) -> impl Iterator<Item = &EcoString> {
        self.cells.iter().copied().filter(|cell| !cell.is_empty())
    }

    fn personal(&self, form: &mut Form) -> Means {
        form.personal.insert(self.number);
        Means::Nothing
    }

    /// Whether its answers are on the question's scale, but for a slip here and there.
    fn fits(&self, asked: &Asked) -> bool {
        let heard: Vec<Heard> = self.cells.iter().map(|cell| heard(asked.answering, Scale::Own, cell)).collect();
        let said = heard.iter().filter(|heard| **heard != Heard::Nothing).count();
        let off = heard.iter().filter(|heard| **heard == Heard::OffScale).count();
        off < 2 || off * 2 < said && (off < SLIPS || off * 50 < said)
    }
}

/// A field holds one thing; a second column for it is kept as an answer of its own.
fn once(means: Means, left: &[Means]) -> Means {
    if matches!(means, Means::Slot(_)) && left.contains(&means) { Means::Extra } else { means }
}

/// From so many answers off the scale on, a column is on another one.
const SLIPS: usize = 3;

fn field(key: &str) -> Means {
    Slot::with_key(Kind::Feedback, key).map_or(Means::Nothing, Means::Slot)
}

/// Whether it is the time an answer was begun.
fn is_start(heading: &str) -> bool {
    ["start", "aloitus", "alkamis"].iter().any(|word| bare(heading).starts_with(word))
}

/// What programs call a sheet that nobody named.
const UNNAMED: [&str; 9] =
    ["sheet", "taul", "blad", "form", "formresponses", "data", "raakadata", "radata", "taulukko"];

/// A form's name by its file, without the ending, the count of answers and the day of the export.
fn form_name(file: &str, sheet: &str) -> EcoString {
    let stem = file.rsplit_once('.').map_or(file, |(stem, ending)| if ending.len() <= 4 { stem } else { file });
    let tidy = tidied(stem);
    let is_named = !UNNAMED.contains(&bare(sheet).trim_end_matches(|letter: char| letter.is_ascii_digit()));
    match (tidy.is_empty(), sheet.is_empty() || !is_named) {
        (false, _) => tidy,
        (true, false) => tidied(sheet),
        (true, true) => EcoString::new(),
    }
}

/// A name without numbers in brackets at its end, and without days and times.
fn tidied(name: &str) -> EcoString {
    let mut text = name.trim();
    while let Some((before, within)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        if !within.chars().all(|letter| letter.is_ascii_digit() || "-– ".contains(letter)) {
            break;
        }
        text = before.trim_end();
    }
    let words = text.split([' ', '_']).filter(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let plain = word.chars().all(|letter| letter.is_ascii_digit() || ".-:T".contains(letter));
        !(plain && digits >= 3)
    });
    let text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    text.trim_matches([' ', '-', '–', '.']).into()
}

/// Titles shorter than this are in many names.
const TITLE: usize = 8;

/// The one session or coaching whose day or title is in the name of the file or the sheet.
fn about(source: &Source<'_>) -> Option<Link> {
    let name = format!("{} {}", source.name, source.sheet.name);
    let spelt = bare(&name);
    let days: Vec<String> = days_in(&name);
    let titled = |session: &&Session| {
        session
            .title
            .given()
            .map(|title| bare(title))
            .any(|title| title.chars().count() >= TITLE && spelt.contains(&title))
    };
    let dated = |session: &&Session| session.date.is_some_and(|day| days.contains(&day.to_string()));
    let link = |id: &Id| Link::new(Kind::Session, id.clone());
    let all = || source.book.all::<Session>();
    let both: Vec<&Session> = all().filter(|it| titled(it) && dated(it)).collect();
    let by_title: Vec<&Session> = all().filter(titled).collect();
    let by_day: Vec<&Session> = all().filter(dated).collect();
    for found in [&both, &by_title, &by_day] {
        if let [one] = found.as_slice() {
            return Some(link(&one.id));
        }
    }
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    let mut named = source.book.all::<Coaching>().filter(|it| words.contains(&it.id.as_str()));
    named.next().filter(|_| named.next().is_none()).map(|it| Link::new(Kind::Coaching, it.id.clone()))
}

/// The days a name holds, as they are stored.
fn days_in(name: &str) -> Vec<String> {
    let folded = Folded::of(name).text;
    let words = folded.split(|letter: char| !(letter.is_ascii_digit() || ".-".contains(letter)));
    let day = |word: &str| -> Option<String> {
        let word = word.trim_matches(['.', '-']);
        if word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(format!("{}-{}-{}", word.get(..4)?, word.get(4..6)?, word.get(6..)?));
        }
        let parts: Vec<&str> = word.split(['.', '-']).collect();
        let [one, month, other] = parts.as_slice() else { return None };
        let (year, day) = if one.len() == 4 { (one, other) } else { (other, one) };
        let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
        Some(format!("{year}-{month:0>2}-{day:0>2}"))
    };
    words.filter_map(day).collect()
}
