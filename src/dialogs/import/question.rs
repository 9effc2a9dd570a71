//! What one can choose on a line of the first view.

use std::collections::BTreeSet;

use ecow::EcoString;

use super::{ImportDialog, Setting};
use crate::dialogs::picker::Choice;
use crate::domain::{
    Answering, Choice as _, Coaching, CoachingStatus, Feedback, Kind, Link, Questionnaire, Session, SessionStatus,
    Voice,
};
use crate::exchange::table::slot::Slot;
use crate::import::answers::{Form, Scale, scale_mark, scale_words};
use crate::import::mapping::{KINDS, Mapping, Means};
use crate::layer::{Answer, Cx};
use crate::planning::questionnaires;
use crate::text::{Safe, Texts};

/// Something to choose, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// This kind of record.
    Kind(Kind, Safe),
    /// This sheet.
    Sheet(usize, Safe),
    /// The headings stand on this line, or nowhere.
    Heading(Option<usize>, Safe),
    /// The answers are about this; with its day.
    About(Link, Safe, Safe),
    /// The form asks the questionnaire with this key.
    Questionnaire(EcoString, Safe),
    /// The answers are in this voice.
    Voice(Voice, Safe),
    /// The form goes by this name.
    Form(EcoString),
    /// A column holds this.
    Means { means: Means, as_above: bool, text: Safe, beside: Safe, key: String },
}

impl Question {
    /// As a choice; its number is the answer.
    pub(super) fn choice(&self, number: usize) -> Choice {
        let (text, also) = match self {
            Self::Kind(kind, text) => (text, kind.key().to_owned()),
            Self::Sheet(_, text) | Self::Heading(_, text) | Self::Voice(_, text) => (text, String::new()),
            Self::About(link, text, _) => (text, link.id.to_string()),
            Self::Questionnaire(key, text) => (text, key.to_string()),
            Self::Form(name) => (&Safe::short_of_lines(name), String::new()),
            Self::Means { text, key, .. } => (text, key.clone()),
        };
        let beside = match self {
            Self::Means { beside, .. } | Self::About(_, _, beside) => beside.clone(),
            _ => Safe::default(),
        };
        Choice { also: Safe::line(&also), beside, ..Choice::new(text.clone(), Answer::Chosen(number)) }
    }
}

/// So many lines at the beginning may be the one with the headings.
const HEADINGS: usize = 12;

/// The question a line asks, its choices and where the cursor begins.
pub(super) fn asked(cx: &Cx<'_>, dialog: &ImportDialog, setting: Setting) -> (Safe, Vec<Question>, usize) {
    let texts = cx.showing.texts;
    match setting {
        Setting::Column(column) => columns(texts, dialog, column),
        Setting::About | Setting::Questionnaire | Setting::Voice | Setting::Form => form(cx, dialog, setting),
        Setting::Sheet => {
            let names = dialog.workbook.sheets.iter().enumerate();
            let questions =
                names.map(|(number, sheet)| Question::Sheet(number, sheet_name(texts, number, &sheet.name)));
            (texts.say("import-sheet"), questions.collect(), dialog.sheet)
        }
        Setting::Heading => {
            let lines = dialog.table().map(|sheet| sheet.lines.as_slice()).unwrap_or_default();
            let line = |(at, line): (usize, &crate::exchange::table::Line)| {
                let cells = line.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| Safe::short_of_lines(cell));
                let shown = Safe::join(cells.collect::<Vec<_>>(), &Safe::own(" · "));
                let places = [("number", line.number.into()), ("cells", shown.into())];
                Question::Heading(Some(at), texts.tell("import-heading-line", &places))
            };
            let none = Question::Heading(None, texts.say("import-heading-none"));
            let all = [none].into_iter().chain(lines.iter().take(HEADINGS).enumerate().map(line));
            let cursor = dialog.mapping().heading.map_or(0, |at| at + 1);
            (texts.say("import-heading"), all.collect(), cursor)
        }
        _ => {
            let name = |kind: Kind| texts.say(&format!("kinds-{}", kind.key()));
            let questions = KINDS.into_iter().map(|kind| Question::Kind(kind, name(kind))).collect();
            let cursor = KINDS.iter().position(|kind| *kind == dialog.mapping().kind).unwrap_or(0);
            (texts.say("import-kind"), questions, cursor)
        }
    }
}

/// A sheet's name, or its number where it has none.
pub(super) fn sheet_name(texts: &Texts, number: usize, name: &EcoString) -> Safe {
    if name.is_empty() {
        texts.tell("import-sheet-number", &[("number", (number + 1).into())])
    } else {
        Safe::short_of_lines(name)
    }
}

/// What one can choose of a form.
fn form(cx: &Cx<'_>, dialog: &ImportDialog, setting: Setting) -> (Safe, Vec<Question>, usize) {
    let (texts, book) = (cx.showing.texts, cx.showing.book);
    let Some(form) = &dialog.mapping().form else { return (Safe::default(), Vec::new(), 0) };
    match setting {
        Setting::About => {
            let all = subjects(cx);
            let cursor = all
                .iter()
                .position(|one| matches!(one, Question::About(link, _, _) if Some(link) == form.about.as_ref()));
            (texts.say("answers-about"), all, cursor.unwrap_or(0))
        }
        Setting::Questionnaire => {
            let all = book.info().into_iter().flat_map(|info| &info.questionnaires);
            let latest =
                all.filter(|it| questionnaires::latest(book, &it.key).is_some_and(|one| std::ptr::eq(one, *it)));
            let name = |it: &Questionnaire| Safe::short_of_lines(it.name.in_tongue(texts.tongue()));
            let all: Vec<Question> = latest.map(|it| Question::Questionnaire(it.key.clone(), name(it))).collect();
            let is_it = |one: &Question| matches!(one, Question::Questionnaire(key, _) if *key == form.questionnaire);
            let cursor = all.iter().position(is_it).unwrap_or(0);
            (texts.say("answers-questionnaire"), all, cursor)
        }
        Setting::Voice => {
            let word = |voice: &Voice| Question::Voice(*voice, texts.choice(Voice::SET, voice.key()));
            let cursor = Voice::ALL.iter().position(|voice| Some(*voice) == form.voice).unwrap_or(0);
            (texts.say("answers-voice"), Voice::ALL.iter().map(word).collect(), cursor)
        }
        _ => {
            // A file that was given another name brings the same form once more.
            let about = form.about.as_ref().into_iter().flat_map(|about| book.referring_as::<Feedback>(about));
            let before: BTreeSet<EcoString> =
                about.map(|it| it.imported_from.clone()).filter(|name| !name.is_empty()).collect();
            let mut names: Vec<EcoString> = vec![form.name.clone()];
            names.extend(
                [form.file.clone()].into_iter().chain(before).filter(|name| *name != form.name && !name.is_empty()),
            );
            (texts.say("answers-form"), names.into_iter().map(Question::Form).collect(), 0)
        }
    }
}

/// What answers can be about, what was held last first.
fn subjects(cx: &Cx<'_>) -> Vec<Question> {
    let (book, showing) = (cx.showing.book, cx.showing);
    // What was called off gets no feedback.
    let called_off = |it: &&Session| it.status == Some(SessionStatus::Cancelled);
    let mut sessions: Vec<&Session> = book.all::<Session>().filter(|it| !called_off(it)).collect();
    sessions.sort_by_key(|it| std::cmp::Reverse(it.date));
    let (held, coming): (Vec<&Session>, Vec<&Session>) =
        sessions.into_iter().partition(|it| it.date.is_some_and(|day| day <= showing.today));
    let sessions = held.into_iter().chain(coming).map(|it| {
        let day = it.date.map(|day| showing.texts.date(day)).unwrap_or_default();
        let link = Link::new(Kind::Session, it.id.clone());
        Question::About(link.clone(), showing.link(&link), day)
    });
    let went_on = |it: &&Coaching| !matches!(it.status, Some(CoachingStatus::Cancelled | CoachingStatus::Declined));
    let coachings = book.all::<Coaching>().filter(went_on).map(|it| Link::new(Kind::Coaching, it.id.clone()));
    let coachings = coachings.map(|link| Question::About(link.clone(), showing.link(&link), Safe::default()));
    sessions.chain(coachings).collect()
}

/// What a means is called; of a question on a scale the scale first, as questions are long.
pub(super) fn means_name(texts: &Texts, mapping: &Mapping, means: Means, as_above: bool) -> Safe {
    let name = match means {
        Means::Slot(slot) => slot.heading(texts),
        Means::Question(place, scale) => {
            let Some(asked) = mapping.form.as_ref().and_then(|form| form.asked.get(place)) else {
                return Safe::default();
            };
            let (text, mark) = (asked.text(texts.tongue()), scale_mark(asked.answering, scale));
            return if mark.is_empty() { text } else { Safe::join([mark, text], &Safe::own(" · ")) };
        }
        Means::Extra => texts.say("answers-means-extra"),
        Means::Note => texts.say("import-means-note"),
        Means::Nothing => return texts.say("import-means-nothing"),
    };
    if as_above { texts.tell("import-as-above", &[("name", name.into())]) } else { name }
}

/// The fields a column of a form can fill in.
fn is_of_form(slot: Slot) -> bool {
    !matches!(slot, Slot::Id)
        && !matches!(slot.key().as_str(), "answers" | "imported_from" | "questionnaire" | "version")
}

/// What else a column of a form can hold: an answer of its own, or one to a question, agreement on any usual scale.
fn questions(form: &Form) -> Vec<Means> {
    let each = form.asked.iter().enumerate().flat_map(|(place, asked)| {
        let more: &[Scale] = if asked.answering == Answering::Agreement { &SCALES } else { &[] };
        let means: Vec<Means> = [Scale::Own].iter().chain(more).map(|scale| asked.means(place, *scale)).collect();
        means
    });
    let all = [Means::Extra].into_iter().chain(each.filter(|means| matches!(means, Means::Question(..))));
    all.collect()
}

/// Scales beside a question's own.
const SCALES: [Scale; 5] =
    [Scale::Turned, Scale::Range(1, 4), Scale::Range(1, 6), Scale::Range(1, 7), Scale::Range(0, 10)];

fn columns(texts: &Texts, dialog: &ImportDialog, column: usize) -> (Safe, Vec<Question>, usize) {
    let mapping = dialog.mapping();
    let means = |means: Means, as_above: bool| {
        let key = if let Means::Slot(slot) = means { slot.key() } else { String::new() };
        let asked = |place: usize| mapping.form.as_ref().and_then(|form| form.asked.get(place));
        let beside = match means {
            Means::Question(place, scale) => asked(place).map(|asked| scale_words(texts, asked.answering, scale)),
            _ => None,
        };
        let text = means_name(texts, mapping, means, as_above);
        Question::Means { means, as_above, text, beside: beside.unwrap_or_default(), key }
    };
    let bound = mapping.columns.get(column);
    let now = bound.map_or(Means::Nothing, |bound| bound.means);
    let note = mapping.kind.columns().any(|column| column.key == "note").then_some(Means::Note);
    let slots = Slot::all(mapping.kind).into_iter().filter(|slot| mapping.form.is_none() || is_of_form(*slot));
    let slots = slots.map(Means::Slot);
    let asked = mapping.form.iter().flat_map(questions);
    let mut all: Vec<Question> =
        [Means::Nothing].into_iter().chain(note).chain(asked).chain(slots).map(|one| means(one, false)).collect();
    if !all.iter().any(|one| matches!(one, Question::Means { means, .. } if *means == now)) {
        all.push(means(now, false));
    }
    let mut cursor =
        all.iter().position(|one| matches!(one, Question::Means { means, .. } if *means == now)).unwrap_or(0);
    if matches!(now, Means::Slot(_)) && mapping.form.is_none() {
        // Lists with group headings leave the cells below them empty.
        all.insert(cursor + 1, means(now, true));
        cursor += usize::from(bound.is_some_and(|bound| bound.as_above));
    }
    let heading = bound.map(|bound| Safe::short_of_lines(&bound.heading)).unwrap_or_default();
    let heading =
        if heading.is_empty() { texts.tell("import-column", &[("number", (column + 1).into())]) } else { heading };
    (texts.tell("import-means", &[("heading", heading.into())]), all, cursor)
}
