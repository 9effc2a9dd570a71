//! What people answered: how many, question by question with both voices, and a few words that may be quoted.

use std::collections::HashSet;

use super::Report;
use super::numbers::{decimals, definitions, figures, halves};
use super::told::say_left_out;
use crate::domain::{Answering, Feedback, SessionStatus, Voice};
use crate::exchange::document::{Bar, Chart, Head, Part, Table};
use crate::planning::opinions::{FEWEST_RECOMMENDING, FEWEST_SHOWN, Opinion, Said, Spread, is_few, opinions, said};
use crate::planning::questionnaires::{is_scale, option, options};
use crate::report::capital;
use crate::text::Safe;

/// The most quotes: two or three are read, ten are not.
const QUOTES: usize = 3;

/// The longest quote, in letters.
const LONGEST: usize = 400;

/// The whole section.
pub(super) fn answered(report: &Report<'_>, parts: &mut Vec<Part>) {
    let now = opinions(report.showing.book, &report.scope.forms);
    let before = report.before.as_ref().map(|scope| opinions(report.showing.book, &scope.forms));
    report.section("report-feedback", parts);
    figures(report, None, parts);
    if !now.is_empty() {
        parts.push(Part::Words(report.say("report-scale")));
        parts.push(Part::Table(means(report, &now, before.as_deref())));
        notes(report, &now, parts);
        parts.extend(now.iter().filter_map(|opinion| chart(report, opinion)));
    }
    quotes(report, parts);
    definitions(report, None, parts);
}

/// The questions that are answered on a scale of numbers: how many answered, and their means.
fn means(report: &Report<'_>, now: &[Opinion], before: Option<&[Opinion]>) -> Table {
    let texts = report.showing.texts;
    let scales: Vec<&Opinion> = now.iter().filter(|it| is_scale(it.answering)).collect();
    let has_tutors = scales.iter().any(|it| it.tutor.as_ref().is_some_and(|spread| spread.n > 0));
    let row = |it: &&Opinion| {
        let mut cells = vec![Safe::line(it.text.in_tongue(texts.tongue()))];
        let own = it.receiving.clone().unwrap_or_default();
        cells.extend([texts.number(own.n), mean(report, it.answering, &own), median(report, it.answering, &own)]);
        if has_tutors {
            let tutor = it.tutor.clone().unwrap_or_default();
            let apart = if it.differs { report.say("report-differs") } else { Safe::own("–") };
            let shows = !is_few(it.answering, own.n.min(tutor.n));
            let apart = if shows { apart } else { Safe::own("–") };
            cells.extend([texts.number(tutor.n), mean(report, it.answering, &tutor), apart]);
        }
        if let Some(before) = before {
            let is_same = |other: &&Opinion| {
                let shares = || other.questionnaires.iter().any(|key| it.questionnaires.contains(key));
                other.key == it.key && other.answering == it.answering && shares()
            };
            let then = before.iter().find(is_same);
            let then = then.and_then(|it| it.receiving.clone()).unwrap_or_default();
            cells.push(mean(report, it.answering, &then));
        }
        cells
    };
    let number = |text: Safe| Head { text, is_number: true };
    let titled = |text: Safe| number(capital(&text));
    let mut head = vec![Head { text: capital(&report.say("report-question")), is_number: false }];
    head.extend(["report-answers", "report-mean", "report-median"].map(|id| titled(report.say(id))));
    if has_tutors {
        head.extend(["report-tutors-n", "report-tutors-mean"].map(|id| titled(report.say(id))));
        head.push(Head { text: capital(&report.say("report-apart")), is_number: false });
    }
    if let Some(before) = &report.before {
        head.push(titled(texts.tell("report-mean-before", &[("name", report.name(&before.period).into())])));
    }
    Table { caption: texts.say("report-means"), head, rows: scales.iter().map(row).collect() }
}

/// A mean with two decimals, or that too few answered for one.
fn mean(report: &Report<'_>, answering: Answering, spread: &Spread) -> Safe {
    told(report, answering, spread, spread.mean_hundredths.map(|mean| decimals(report.showing.texts, mean)))
}

fn median(report: &Report<'_>, answering: Answering, spread: &Spread) -> Safe {
    told(report, answering, spread, spread.median_halves.map(|median| halves(report.showing.texts, median)))
}

fn told(report: &Report<'_>, answering: Answering, spread: &Spread, number: Option<Safe>) -> Safe {
    match number {
        None => Safe::own("–"),
        Some(_) if is_few(answering, spread.n) => few(report, answering),
        Some(number) => number,
    }
}

/// That fewer answered than it takes.
fn few(report: &Report<'_>, answering: Answering) -> Safe {
    let least = if answering == Answering::Recommend { FEWEST_RECOMMENDING } else { FEWEST_SHOWN };
    report.showing.texts.tell("report-fewer-than", &[("least", report.showing.texts.number(least).into())])
}

/// What is not shown and why, and what was not counted.
fn notes(report: &Report<'_>, now: &[Opinion], parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let spreads = || now.iter().flat_map(|it| [&it.receiving, &it.tutor]).flatten();
    if spreads().any(|spread| spread.n > 0 && spread.n < FEWEST_SHOWN) {
        parts.push(Part::Words(texts.say("report-few")));
    }
    let outside = spreads().map(|spread| spread.outside).fold(0, u32::saturating_add);
    if outside > 0 {
        let count = usize::try_from(outside).unwrap_or(usize::MAX);
        parts.push(Part::Words(texts.tell("report-outside", &[("count", count.into())])));
    }
    let cancelled = report.scope.sessions.iter().filter(|it| it.status == Some(SessionStatus::Cancelled));
    let aside = cancelled.flat_map(|session| {
        let about = crate::domain::Link::new(crate::domain::Kind::Session, session.id.clone());
        report.showing.book.referring_as::<Feedback>(&about)
    });
    let aside = aside.count();
    if aside > 0 {
        parts.push(Part::Words(texts.tell("report-set-aside", &[("count", aside.into())])));
    }
}

/// A statement as a sentence: with a stop where nothing ends it.
fn ended(question: &Safe) -> Safe {
    let text = question.as_str().trim_end();
    if text.ends_with(['.', '?', '!', ':', '…']) { Safe::line(text) } else { Safe::line(&format!("{text}.")) }
}

/// How the answers of those who received the coaching spread, of a question only tutors are asked theirs; nothing
/// where too few answered.
fn chart(report: &Report<'_>, opinion: &Opinion) -> Option<Part> {
    let texts = report.showing.texts;
    let spread = opinion.receiving.as_ref().or(opinion.tutor.as_ref()).filter(|spread| spread.n >= FEWEST_SHOWN)?;
    let label = |key: &&str| option(report.showing, opinion.answering, key);
    let each = options(opinion.answering).iter().zip(&spread.counts);
    let mut bars: Vec<Bar> = each
        .map(|(key, count)| Bar { label: capital(&label(key)), value: *count, shown: texts.number(*count) })
        .collect();
    if spread.cannot_say > 0 {
        let label = capital(&texts.say("answer-cannot-say"));
        bars.push(Bar { label, value: spread.cannot_say, shown: texts.number(spread.cannot_say) });
    }
    let question = Safe::line(opinion.text.in_tongue(texts.tongue()));
    let n = texts.number(spread.n);
    let told = bars.iter().map(|bar| Safe::line(&format!("{}: {}", bar.label, bar.shown)));
    let told = Safe::join(told, &Safe::own(", "));
    let asked = ended(&question);
    let told = texts.tell("report-spread-told", &[("question", asked.into()), ("each", told.into())]);
    let caption = texts.tell("report-spread", &[("question", question.into()), ("n", n.into())]);
    Some(Part::Chart(Chart { caption, told, bars, whole: spread.n }))
}

/// Comments that may be quoted, one of each voice and municipality before a second one, without a name.
fn quotes(report: &Report<'_>, parts: &mut Vec<Part>) {
    let all = said(report.showing.book, &report.scope.forms);
    let short = |it: &&Said<'_>| it.may_be_quoted && it.words.chars().count() <= LONGEST;
    // The same words twice, as of one who pressed send twice, are read once.
    let mut seen: HashSet<String> = HashSet::new();
    let first = |it: &&Said<'_>| seen.insert(it.words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
    let quotable: Vec<&Said<'_>> = all.iter().filter(short).filter(first).collect();
    // A quote never names anybody, whoever asks for names elsewhere.
    let hidden = super::Names::hidden(report.showing.book);
    let (clean, named): (Vec<&Said<'_>>, Vec<&Said<'_>>) = quotable.into_iter().partition(|it| hidden.allow(it.words));
    if clean.is_empty() && named.is_empty() {
        return;
    }
    let mut chosen: Vec<&Said<'_>> = Vec::new();
    let same = |one: &Said<'_>, other: &Said<'_>| {
        one.form.voice == other.form.voice && one.form.municipality == other.form.municipality
    };
    for it in &clean {
        if !chosen.iter().any(|known| same(known, it)) {
            chosen.push(it);
        }
    }
    let rest: Vec<&Said<'_>> =
        clean.iter().copied().filter(|it| !chosen.iter().any(|known| std::ptr::eq(*known, *it))).collect();
    chosen.extend(rest);
    report.subsection("report-quotes", parts);
    for it in chosen.into_iter().take(QUOTES) {
        let tutor = it.form.voice == Some(Voice::Tutor);
        let from = report.say(if tutor { "report-quoted-tutor" } else { "report-quoted-receiving" });
        parts.push(Part::Quote { words: Safe::lines(it.words), from });
    }
    say_left_out(report, named.len(), parts);
}
