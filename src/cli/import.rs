//! `import FILE [KIND]`: the twin of the screen that brings tables in.

mod answers;

use std::io::{Read as _, stdin};

use super::output::Output;
use super::saving::{Doing, carry_out};
use super::{Code, Desk, clock};
use crate::domain::{Act, Kind, Link, Mint};
use crate::entry::{Reading, Tense};
use crate::exchange::table::read::{MOST_BYTES, read};
use crate::exchange::table::slot::Slot;
use crate::exchange::table::{Sheet, write};
use crate::find::fold::Folded;
use crate::import::answers::Source;
use crate::import::mapping::{Known, Mapping, Means};
use crate::import::{Bringing, Fate, Hand, Order, Tally, languages};
use crate::store::export::{self, Existing};
use crate::store::state::{keep_mapping, read_mappings};
use crate::store::tables::{NotRead, TableSource, read_table};
use crate::text::Safe;

/// What is brought in, and how.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bring {
    /// The file; `-` is standard input.
    pub(super) file: String,
    /// Guessed from the headings where it is not said.
    pub(super) kind: Option<Kind>,
    pub(super) sheet: Option<String>,
    /// What columns hold: `HEADING=PART`, parted by `;`.
    pub(super) columns: Option<String>,
    /// Where the rows go that were left out.
    pub(super) rejects: Option<String>,
    pub(super) skips_known: bool,
    pub(super) exact_places: bool,
    pub(super) family_first: bool,
    /// What the answers of a form are about, in words.
    pub(super) about: Option<String>,
    /// The questionnaire the form asks, by its key or name.
    pub(super) questionnaire: Option<String>,
    pub(super) voice: Option<String>,
    /// The scale of the numbers in columns of agreement.
    pub(super) scale: Option<String>,
    /// The form's name.
    pub(super) form: Option<String>,
}

pub(super) fn import(desk: &Desk<'_>, bring: &Bring, output: &mut Output) -> Code {
    let about = match answers::about(desk, bring, output) {
        Ok(about) => about,
        Err(code) => return code,
    };
    let (sheet, mapping) = match prepared(desk, bring, about, output) {
        Ok(prepared) => prepared,
        Err((sentence, code)) => {
            output.say(&sentence);
            return code;
        }
    };
    let mapping = mapping.continued(&sheet, hand(desk));
    match answers::understood(desk, &sheet, &mapping, output) {
        Ok(()) => carry_in(desk, bring, &sheet, mapping, output),
        Err(code) => code,
    }
}

/// The sheet, and what its columns hold.
fn prepared(
    desk: &Desk<'_>,
    bring: &Bring,
    about: Option<Link>,
    output: &Output,
) -> Result<(Sheet, Mapping), (Safe, Code)> {
    let texts = desk.texts;
    let table = match bring.file.as_str() {
        "-" => standard_input(),
        file => read_table(&TableSource::File(file.to_owned()), &mut |_| true),
    };
    let workbook = table.map_err(|why| (why.sentence(texts), Code::Data))?;
    for notice in &workbook.notices {
        output.say(&notice.sentence(texts));
    }
    let (languages, book) = (languages(), &desk.loaded.book);
    let kind_of = |sheet: &Sheet| bring.kind.or_else(|| Mapping::guess_kind(sheet, None, book, &languages));
    let usage = |sentence: Safe| (sentence, Code::Usage);
    let sheet = if let Some(name) = &bring.sheet {
        let wanted = Folded::of(name).text;
        let found = workbook.sheets.iter().find(|sheet| Folded::of(&sheet.name).text == wanted);
        found.ok_or_else(|| {
            let names = workbook.sheets.iter().map(|sheet| Safe::short_of_lines(&sheet.name));
            let names = Safe::join(names.collect::<Vec<_>>(), &Safe::own(", "));
            usage(
                texts.tell("import-no-sheet", &[("name", Safe::short_of_lines(name).into()), ("names", names.into())]),
            )
        })?
    } else {
        let guessed = |sheet: &Sheet| Mapping::guess_kind(sheet, bring.kind, book, &languages);
        let wanted = workbook.sheets.iter().find(|sheet| bring.kind.is_some() && guessed(sheet) == bring.kind);
        let known = || workbook.sheets.iter().find(|sheet| guessed(sheet).is_some());
        let first = wanted.or_else(known).or_else(|| workbook.sheets.first());
        first.ok_or_else(|| (texts.say("unreadable-empty"), Code::Data))?
    };
    let kind = kind_of(sheet).ok_or_else(|| usage(texts.say("import-which-kind")))?;
    if kind == Kind::Book {
        return Err(usage(texts.say("error-one-book")));
    }
    let remembered = desk.paths.map(|paths| read_mappings(&paths.mappings_file())).unwrap_or_default();
    let name = if bring.file == "-" { "" } else { bring.file.rsplit(['/', '\\']).next().unwrap_or_default() };
    let source = Source { sheet, book, name };
    let mut mapping =
        Mapping::guess(sheet, kind, book, &languages).recalled(&remembered).of_source(&source, &remembered);
    answers::settle(desk, bring, about, &source, &mut mapping)?;
    if bring.skips_known {
        mapping.known = Known::Skipped;
    }
    if bring.family_first {
        mapping.order = Order::FamilyFirst;
    }
    mapping.guesses = !bring.exact_places;
    bind(desk, &mut mapping, bring.columns.as_deref().unwrap_or_default()).map_err(usage)?;
    Ok((sheet.clone(), mapping))
}

fn standard_input() -> Result<crate::exchange::table::read::Workbook, NotRead> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    stdin().lock().take(most).read_to_end(&mut bytes).map_err(NotRead::System)?;
    read(&bytes, &mut |_| true).map_err(NotRead::Unreadable)
}

/// Binds columns as `--columns` says: `Puh.=phone; 3=email; Nro=`.
fn bind(desk: &Desk<'_>, mapping: &mut Mapping, columns: &str) -> Result<(), Safe> {
    let texts = desk.texts;
    for pair in columns.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
        let (heading, part) = pair.rsplit_once('=').unwrap_or((pair, ""));
        let wanted = Folded::of(heading).text;
        let by_heading = mapping.columns.iter().position(|bound| Folded::of(&bound.heading).text == wanted);
        let by_number = || heading.trim().parse::<usize>().ok()?.checked_sub(1);
        let column = by_heading.or_else(by_number).filter(|at| *at < mapping.columns.len());
        let Some(column) = column else {
            let names = mapping.columns.iter().map(|bound| Safe::short_of_lines(&bound.heading)).collect::<Vec<_>>();
            let names = Safe::join(names, &Safe::own(", "));
            let places = [("name", Safe::short_of_lines(heading).into()), ("names", names.into())];
            return Err(texts.tell("import-no-column", &places));
        };
        let means = match mapping.means_called(part.trim()) {
            Some(means) => means,
            None => means(desk, mapping.kind, part.trim())?,
        };
        mapping.bind(column, means, false);
    }
    Ok(())
}

/// What a part's key or heading, in any language, stands for.
fn means(desk: &Desk<'_>, kind: Kind, part: &str) -> Result<Means, Safe> {
    if part.is_empty() {
        return Ok(Means::Nothing);
    }
    if part == "+note" {
        return Ok(Means::Note);
    }
    let (wanted, spoken) = (Folded::of(part).text, languages());
    let is_called = |slot: &Slot| {
        let mut headings = spoken.iter().map(|texts| slot.heading(texts));
        slot.key() == part || headings.any(|heading| Folded::of(heading.as_str()).text == wanted)
    };
    let all = Slot::all(kind);
    all.iter().copied().find(is_called).map(Means::Slot).ok_or_else(|| {
        let keys = all.iter().map(|slot| Safe::line(&slot.key())).collect::<Vec<_>>();
        let keys = Safe::join(keys, &Safe::own(", "));
        desk.texts.tell("import-no-part", &[("name", Safe::short_of_lines(part).into()), ("names", keys.into())])
    })
}

/// What is at hand while rows are taken in.
fn hand<'d>(desk: &'d Desk<'_>) -> Hand<'d> {
    let (showing, book, texts) = (desk.showing(), &desk.loaded.book, desk.texts);
    // Lists tell of what was.
    let reading = Reading { book, finder: &desk.finder, texts, today: showing.today, tense: Tense::Past, season: None };
    Hand { reading, showing, now: clock::now(), me: desk.me }
}

/// Works the rows out, tells what is odd about them, and saves what they say.
fn carry_in(desk: &Desk<'_>, bring: &Bring, sheet: &Sheet, mapping: Mapping, output: &mut Output) -> Code {
    let (texts, hand) = (desk.texts, hand(desk));
    let mut mint = Mint::new(clock::seed());
    let mut bringing = Bringing::new(mapping, hand, mint.branch());
    bringing.step(sheet, hand, usize::MAX);
    for outcome in bringing.outcomes().iter().filter(|outcome| !outcome.remarks.is_empty() && !outcome.empty) {
        let remarks = Safe::join(&outcome.remarks, &Safe::own(" "));
        let places =
            [("number", outcome.number.into()), ("title", outcome.title.clone().into()), ("remarks", remarks.into())];
        output.say(&texts.tell("import-remark", &places));
    }
    let tally = bringing.tally();
    let doing = Doing::of("import", Act::Import, bringing.changes());
    let code = carry_out(desk, &mut mint, &doing, output);
    if code != Code::Ok && code != Code::Conflict {
        return code;
    }
    output.say(&counts(desk, bringing.mapping(), &tally));
    if let (false, Some(paths)) = (desk.dry_run, desk.paths)
        && let Err(error) = keep_mapping(&paths.mappings_file(), &bringing.mapping().remember())
    {
        output.say(&texts.tell("state-not-saved", &[("words", Safe::line(&error.to_string()).into())]));
    }
    let told = rejects(desk, bring, &bringing, sheet, output);
    match (code, told) {
        (Code::Ok, told) => told,
        (code, _) => code,
    }
}

/// How many rows became what, in a sentence.
fn counts(desk: &Desk<'_>, mapping: &Mapping, tally: &Tally) -> Safe {
    let texts = desk.texts;
    if mapping.form.is_some() {
        let counts = Safe::join(tally.told(texts), &Safe::own(", "));
        let id = if desk.dry_run { "import-would-answers" } else { "import-did-answers" };
        return texts.tell(id, &[("counts", counts.into())]);
    }
    let places = [
        ("new", tally.new.into()),
        ("changed", tally.changed.into()),
        ("again", tally.again.into()),
        ("organisations", tally.organisations.into()),
        ("same", (tally.same + tally.skipped).into()),
        ("out", tally.left_out.into()),
    ];
    texts.tell(if desk.dry_run { "import-would" } else { "import-did" }, &places)
}

/// Writes the rows that were left out or not wholly read, where that was asked for.
fn rejects(desk: &Desk<'_>, bring: &Bring, bringing: &Bringing, sheet: &Sheet, output: &Output) -> Code {
    let left_out = bringing.outcomes().iter().any(|outcome| outcome.fate == Fate::LeftOut && !outcome.empty);
    let code = if left_out { Code::Data } else { Code::Ok };
    let Some(file) = &bring.rejects else { return code };
    let rejects = bringing.rejects(sheet, &desk.texts.say("import-reason"));
    if rejects.lines.len() < 2 {
        return code;
    }
    let format = write::Format::from_name(file).unwrap_or(write::Format::Csv);
    let bytes =
        match write::write(format, &write::Outgoing::of_texts(&rejects, desk.texts.tongue(), desk.showing().today)) {
            Ok(bytes) => bytes,
            Err(why) => {
                output.say(&why.sentence(desk.texts));
                return Code::Data;
            }
        };
    match export::write(file, &bytes, Existing::Stays) {
        Ok(path) => {
            let path = Safe::line(&path.display().to_string());
            output.say(&desk.texts.tell("import-rejects-written", &[("path", path.into())]));
            code
        }
        Err(why) => {
            output.say(&why.sentence(desk.texts));
            Code::Data
        }
    }
}
