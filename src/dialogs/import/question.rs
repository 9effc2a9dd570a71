//! What one can choose on a line of the first view.

use ecow::EcoString;

use super::{ImportDialog, Setting};
use crate::dialogs::picker::Choice;
use crate::domain::Kind;
use crate::exchange::table::slot::Slot;
use crate::import::mapping::{KINDS, Means};
use crate::layer::{Answer, Cx};
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
    /// A column holds this.
    Means { means: Means, as_above: bool, text: Safe, key: String },
}

impl Question {
    /// As a choice; its number is the answer.
    pub(super) fn choice(&self, number: usize) -> Choice {
        let (text, also) = match self {
            Self::Kind(kind, text) => (text, kind.key().to_owned()),
            Self::Sheet(_, text) | Self::Heading(_, text) => (text, String::new()),
            Self::Means { text, key, .. } => (text, key.clone()),
        };
        Choice { also: Safe::line(&also), ..Choice::new(text.clone(), Answer::Chosen(number)) }
    }
}

/// So many lines at the beginning may be the one with the headings.
const HEADINGS: usize = 12;

/// The question a line asks, its choices and where the cursor begins.
pub(super) fn asked(cx: &Cx<'_>, dialog: &ImportDialog, setting: Setting) -> (Safe, Vec<Question>, usize) {
    let texts = cx.showing.texts;
    match setting {
        Setting::Column(column) => columns(texts, dialog, column),
        Setting::Sheet => {
            let names = dialog.workbook.sheets.iter().enumerate();
            let questions =
                names.map(|(number, sheet)| Question::Sheet(number, sheet_name(texts, number, &sheet.name)));
            (texts.say("import-sheet"), questions.collect(), dialog.sheet)
        }
        Setting::Heading => {
            let lines = dialog.table().map(|sheet| sheet.lines.as_slice()).unwrap_or_default();
            let line = |(at, line): (usize, &crate::exchange::table::Line)| {
                let cells = line.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| Safe::short(cell));
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
        Safe::short(name)
    }
}

/// What a means is called.
pub(super) fn means_name(texts: &Texts, means: Means, as_above: bool) -> Safe {
    let name = match means {
        Means::Slot(slot) => slot.heading(texts),
        Means::Note => texts.say("import-means-note"),
        Means::Nothing => return texts.say("import-means-nothing"),
    };
    if as_above { texts.tell("import-as-above", &[("name", name.into())]) } else { name }
}

fn columns(texts: &Texts, dialog: &ImportDialog, column: usize) -> (Safe, Vec<Question>, usize) {
    let mapping = dialog.mapping();
    let means = |means: Means, as_above: bool| {
        let key = if let Means::Slot(slot) = means { slot.key() } else { String::new() };
        Question::Means { means, as_above, text: means_name(texts, means, as_above), key }
    };
    let bound = mapping.columns.get(column);
    let now = bound.map_or(Means::Nothing, |bound| bound.means);
    let note = mapping.kind.columns().any(|column| column.key == "note").then_some(Means::Note);
    let slots = Slot::all(mapping.kind).into_iter().map(Means::Slot);
    let mut all: Vec<Question> =
        [Means::Nothing].into_iter().chain(note).chain(slots).map(|one| means(one, false)).collect();
    let mut cursor =
        all.iter().position(|one| matches!(one, Question::Means { means, .. } if *means == now)).unwrap_or(0);
    if matches!(now, Means::Slot(_)) {
        // Lists with group headings leave the cells below them empty.
        all.insert(cursor + 1, means(now, true));
        cursor += usize::from(bound.is_some_and(|bound| bound.as_above));
    }
    let heading = bound.map(|bound| Safe::short(&bound.heading)).unwrap_or_default();
    let heading =
        if heading.is_empty() { texts.tell("import-column", &[("number", (column + 1).into())]) } else { heading };
    (texts.tell("import-means", &[("heading", heading.into())]), all, cursor)
}
