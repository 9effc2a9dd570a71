//! The figures of a goal as tables, and how a number is put.

use super::{Line, Report};
use crate::book::show::Showing;
use crate::domain::{Goal, Kind};
use crate::exchange::document::{Bar, Chart, Depth, Head, Part, Table};
use crate::planning::figures::season::{Amount, Counted, Group};
use crate::report::capital;
use crate::text::{Safe, Texts, Tongue};

/// A number as it is read: of how many, in which share, and how sure it is.
pub(super) fn shown(texts: &Texts, counted: &Counted) -> Safe {
    let bare = match (counted.amount, counted.of) {
        (Amount::Unknown, _) => return texts.say("report-unknown"),
        (Amount::Few, _) => return texts.say("report-few-recommend"),
        (Amount::Count(_), Some(0)) if counted.forms.is_some() => {
            let count = counted.forms.unwrap_or_default() as usize;
            return texts.tell("report-forms-only", &[("count", count.into())]);
        }
        (Amount::Count(count), Some(0)) => {
            texts.tell("report-of", &[("count", texts.number(count).into()), ("of", texts.number(0).into())])
        }
        (Amount::Count(count), Some(of)) => {
            let places = [
                ("count", texts.number(count).into()),
                ("of", texts.number(of).into()),
                ("share", percent(texts, count, of).into()),
            ];
            texts.tell("report-part", &places)
        }
        (Amount::Count(count), _) => texts.number(count),
        (Amount::Minutes(minutes), _) => texts.length(minutes),
        (Amount::Score(score), _) => signed(score),
    };
    let bare = if counted.at_least { texts.tell("report-at-least", &[("value", bare.into())]) } else { bare };
    let bare = match counted.forms {
        Some(forms) => texts.tell("report-more-forms", &[("value", bare.into()), ("count", (forms as usize).into())]),
        None => bare,
    };
    // Of a group its table says so once.
    if counted.as_far_as_known { texts.tell("report-known", &[("value", bare.into())]) } else { bare }
}

fn signed(score: i32) -> Safe {
    match score {
        0 => Safe::own("0"),
        below if below < 0 => Safe::line(&format!("\u{2212}{}", below.unsigned_abs())),
        above => Safe::line(&format!("+{above}")),
    }
}

/// A share in whole per cents.
pub(super) fn percent(texts: &Texts, count: u32, of: u32) -> Safe {
    let share = share(count, of);
    Safe::line(&if texts.tongue() == Tongue::En { format!("{share}%") } else { format!("{share} %") })
}

pub(super) fn share(count: u32, of: u32) -> u64 {
    let (count, of) = (u64::from(count), u64::from(of));
    (count * 100 + of / 2).checked_div(of).unwrap_or_default()
}

/// A number with two decimals given in hundredths, with the language's own decimal sign.
pub(super) fn decimals(texts: &Texts, hundredths: u32) -> Safe {
    let sign = if texts.tongue() == Tongue::En { '.' } else { ',' };
    Safe::line(&format!("{}{sign}{:02}", hundredths / 100, hundredths % 100))
}

/// A number in halves: `4` or `4,5`.
pub(super) fn halves(texts: &Texts, halves: u32) -> Safe {
    let sign = if texts.tongue() == Tongue::En { '.' } else { ',' };
    let half = if halves.is_multiple_of(2) { String::new() } else { format!("{sign}5") };
    Safe::line(&format!("{}{half}", halves / 2))
}

/// What a group is called.
pub(super) fn group(showing: Showing<'_>, group: &Group) -> Safe {
    let texts = showing.texts;
    let unknown = || texts.say("report-group-unknown");
    match group {
        Group::Whole => texts.say("report-group-whole"),
        Group::Subregion(name) if name.is_empty() => unknown(),
        Group::Subregion(name) => Safe::line(name.in_tongue(texts.tongue())),
        Group::Languages(tongues) => match tongues.as_slice() {
            [] => unknown(),
            [only] => texts.tell("report-one-language", &[("language", tongue(texts, *only).into())]),
            several => {
                let each = several.iter().map(|it| tongue(texts, *it));
                texts.tell("report-languages", &[("languages", Safe::join(each, &Safe::own("–")).into())])
            }
        },
        Group::Choice(set, Some(key)) => texts.choice(set, key),
        Group::Choice(_, None) => unknown(),
        Group::Theme(id) => showing.id(Kind::Theme, Some(id)),
        Group::Hours(key) => texts.field(key),
    }
}

fn tongue(texts: &Texts, tongue: Tongue) -> Safe {
    texts.choice("tongue", tongue.key())
}

/// What the groups of a kind are told apart by: the ids of the column's heading and of the words in the caption.
fn axis(group: &Group) -> [&'static str; 2] {
    match group {
        Group::Whole => ["report-group-whole", "report-group-whole"],
        Group::Subregion(_) => ["report-by-subregion", "report-across-subregion"],
        Group::Languages(_) => ["report-by-language", "report-across-language"],
        Group::Choice("urban-class", _) => ["report-by-class", "report-across-class"],
        Group::Choice("session-kind", _) => ["report-by-kind", "report-across-kind"],
        Group::Choice("coaching-status", _) => ["report-by-status", "report-across-status"],
        Group::Choice("form", _) => ["report-by-form", "report-across-form"],
        Group::Choice(..) => ["report-by-publication", "report-across-publication"],
        Group::Theme(_) => ["report-by-theme", "report-across-theme"],
        Group::Hours(_) => ["report-by-work", "report-across-work"],
    }
}

/// A group in JSON: what it is told apart by, and its key.
pub fn group_key(group: &Group) -> (&'static str, String) {
    match group {
        Group::Whole => ("whole", String::new()),
        Group::Subregion(name) => ("subregion", name.fi.to_string()),
        Group::Languages(tongues) => {
            ("languages", tongues.iter().map(|tongue| tongue.key()).collect::<Vec<_>>().join("-"))
        }
        Group::Choice(set, key) => (set, key.unwrap_or_default().to_owned()),
        Group::Theme(id) => ("theme", id.to_string()),
        Group::Hours(key) => ("hours", (*key).to_owned()),
    }
}

/// An amount as a bare number: nothing where it is not known or not told. Time is in minutes.
pub fn amount(counted: &Counted) -> Option<i64> {
    match counted.amount {
        Amount::Unknown | Amount::Few => None,
        Amount::Count(number) | Amount::Minutes(number) => Some(i64::from(number)),
        Amount::Score(score) => Some(i64::from(score)),
    }
}

/// The figures of a goal: the wholes in one table, and the parts of each in one of their own.
pub(super) fn figures(report: &Report<'_>, goal: Option<Goal>, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let lines: Vec<&Line> = report.lines.iter().filter(|line| line.figure.goal == goal).collect();
    let whole = |line: &&Line| {
        let counted = line.now.first().map(|(_, counted)| *counted).unwrap_or_default();
        let name = capital(&texts.say(line.figure.name));
        row(report, name, Some(&counted), line.before(&Group::Whole))
    };
    let head = head(report, &texts.say("report-figure"));
    let caption = texts.say("report-figures");
    parts.push(Part::Table(Table { caption, head, rows: lines.iter().map(whole).collect() }));
    for line in lines {
        grouped(report, line, parts);
    }
}

/// A row: what it is, how much, from how many, and how much before.
fn row(report: &Report<'_>, name: Safe, now: Option<&Counted>, before: Option<Counted>) -> Vec<Safe> {
    let texts = report.showing.texts;
    let then = report.before.as_ref().map(|_| before.map_or_else(|| Safe::own("–"), |it| shown(texts, &it)));
    let (number, n) = now.map_or_else(Default::default, |now| (shown(texts, now), texts.number(now.n)));
    let told = |text: Safe| if text.is_empty() { Safe::own("–") } else { text };
    [name, told(number), told(n)].into_iter().chain(then).collect()
}

fn head(report: &Report<'_>, first: &Safe) -> Vec<Head> {
    let number = |text: Safe| Head { text, is_number: true };
    let now = report.name(&report.scope.period);
    let before = report.before.as_ref().map(|scope| report.name(&scope.period));
    let first = Head { text: capital(first), is_number: false };
    let numbers = [now, report.say("report-n")].into_iter().chain(before).map(number);
    [first].into_iter().chain(numbers).collect()
}

/// The parts of a figure, axis by axis, those of before that are no more among them. Where a part is missing at one
/// time there was none of it; only of places nobody was to reach there is nothing to say.
fn grouped(report: &Report<'_>, line: &Line, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let now: Vec<&(Group, Counted)> = line.now.iter().skip(1).collect();
    let gone = line.before.iter().flatten().skip(1).filter(|(it, _)| now.iter().all(|(other, _)| other != it));
    let groups: Vec<&Group> = now.iter().map(|(it, _)| it).chain(gone.map(|(it, _)| it)).collect();
    let mut axes: Vec<[&'static str; 2]> = Vec::new();
    for it in &groups {
        if !axes.contains(&axis(it)) {
            axes.push(axis(it));
        }
    }
    for by in axes {
        let [first, across] = by;
        let places = [("figure", texts.say(line.figure.name).into()), ("by", texts.say(across).into())];
        let known = now.iter().any(|(it, counted)| axis(it) == by && counted.as_far_as_known);
        let caption = texts.tell("report-figure-by", &places);
        let caption = if known { texts.tell("report-known", &[("value", caption.into())]) } else { caption };
        let none = (line.figure.key != "reached").then(Counted::none);
        let count = |all: Option<Counted>| all.or(none).map(|it| Counted { as_far_as_known: false, ..it });
        let own = groups.iter().filter(|it| axis(it) == by);
        let rows = own.map(|it| {
            let then = count(line.before(it));
            let now = now.iter().find(|(other, _)| other == *it).map(|(_, counted)| *counted);
            row(report, capital(&group(report.showing, it)), count(now).as_ref(), then)
        });
        let table = Table { caption: capital(&caption), head: head(report, &texts.say(first)), rows: rows.collect() };
        parts.push(Part::Table(table));
        if line.figure.key == "reached" && first == "report-by-subregion" {
            let own: Vec<&(Group, Counted)> = now.iter().copied().filter(|(it, _)| axis(it) == by).collect();
            parts.push(chart(report, &own));
        }
    }
}

/// How much of each subregion was reached.
fn chart(report: &Report<'_>, groups: &[&(Group, Counted)]) -> Part {
    let texts = report.showing.texts;
    let bar = |(it, counted): &&(Group, Counted)| {
        let (Amount::Count(count), Some(of)) = (counted.amount, counted.of) else { return Bar::default() };
        let value = u32::try_from(share(count, of)).unwrap_or(100);
        let shown = texts.tell("report-of", &[("count", texts.number(count).into()), ("of", texts.number(of).into())]);
        Bar { label: capital(&group(report.showing, it)), value, shown }
    };
    let bars: Vec<Bar> = groups.iter().map(bar).collect();
    let each = bars.iter().map(|bar| Safe::line(&format!("{} {}", bar.label, bar.shown)));
    let told = texts.tell("report-reached-told", &[("each", Safe::join(each, &Safe::own(", ")).into())]);
    Part::Chart(Chart { caption: texts.say("report-reached-chart"), told, bars, whole: 100 })
}

/// How each figure of a goal is defined.
pub(super) fn definitions(report: &Report<'_>, goal: Option<Goal>, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let lines = report.lines.iter().filter(|line| line.figure.goal == goal);
    let fact = |line: &Line| (capital(&texts.say(line.figure.name)), texts.say(line.figure.definition));
    parts.push(Part::Heading(Depth::Subsection, texts.say("report-definitions")));
    parts.push(Part::Facts(lines.map(fact).collect()));
}
