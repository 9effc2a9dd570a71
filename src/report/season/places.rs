//! The report municipality by municipality and theme by theme.

use super::Report;
use super::numbers::shown;
use crate::domain::{Choice, Form, Id, Kind};
use crate::exchange::document::{Head, Part, Table};
use crate::planning::figures::season::{Amount, Counted, OfMunicipality, OfTheme, by_municipality, by_theme};
use crate::report::{capital, keep};
use crate::text::Safe;

fn head(report: &Report<'_>, columns: &[(&str, bool)]) -> Vec<Head> {
    let head = |(id, is_number): &(&str, bool)| Head { text: capital(&report.say(id)), is_number: *is_number };
    columns.iter().map(head).collect()
}

/// How many of how many, or that there were none to be had.
fn part(report: &Report<'_>, count: u32, of: u32) -> Safe {
    let texts = report.showing.texts;
    match of {
        0 => Safe::own("–"),
        _ => texts.tell("report-of", &[("count", texts.number(count).into()), ("of", texts.number(of).into())]),
    }
}

/// Every municipality that was to be reached, in the order of their names.
pub(super) fn municipalities(report: &Report<'_>, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let mut all: Vec<(Safe, OfMunicipality)> = by_municipality(&report.scope)
        .into_iter()
        .map(|it| (report.showing.id(Kind::Municipality, Some(&it.municipality)), it))
        .collect();
    if all.is_empty() {
        return;
    }
    all.sort_by_cached_key(|(name, _)| crate::find::collate::collate(name.as_str()));
    let yes = |is: bool| texts.say(if is { "yes" } else { "no" });
    let (all, nothing): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, it)| is_told(it));
    let row = |(name, it): &(Safe, OfMunicipality)| {
        let forms = it.support.iter().map(|form| support(report, *form));
        let support = if it.support.is_empty() { Safe::own("–") } else { Safe::join(forms, &Safe::own(", ")) };
        let people = if was_nowhere(it) { Safe::own("–") } else { shown(texts, &it.people) };
        let done = u32::try_from(it.actions.done).unwrap_or(u32::MAX);
        let agreed = u32::try_from(it.actions.all).unwrap_or(u32::MAX);
        let mut cells = vec![name.clone(), yes(it.is_reached)];
        cells.extend(report.before.as_ref().map(|_| yes(it.was_reached)));
        cells.extend([texts.number(it.meetings), shown(texts, &it.others), people]);
        cells.push(part(report, it.forms.given, it.forms.expected));
        cells.extend([part(report, done, agreed), texts.number(it.uptakes), support]);
        cells
    };
    let mut columns = vec![("report-municipality", false), ("report-reached", false)];
    columns.extend(report.before.as_ref().map(|_| ("report-reached-before", false)));
    columns.extend([("report-meetings", true), ("report-others", true), ("report-people", true)]);
    columns.extend([("report-forms", true), ("report-done", true), ("report-uptakes", true)]);
    columns.push(("report-support", false));
    let rows = all.iter().map(row).collect();
    report.section("report-municipalities", parts);
    let caption = texts.say("report-municipalities-caption");
    put(report, Table { caption, head: head(report, &columns), rows }, parts);
    // Where it is known of none the column is left out.
    let others = || all.iter().map(|(_, it)| it.others);
    let is_unknown = |it: &Counted| it.amount == Amount::Unknown;
    if others().any(|it| it.at_least || is_unknown(&it)) && !others().all(|it| is_unknown(&it)) {
        parts.push(Part::Words(texts.say("report-others-unknown")));
    }
    if !nothing.is_empty() {
        let names = Safe::join(nothing.iter().map(|(name, _)| name), &Safe::own(", "));
        let places = [("count", nothing.len().into()), ("who", names.into())];
        parts.push(Part::Words(texts.tell("report-nothing-of", &places)));
    }
    if report.scope.is_incomplete {
        parts.push(Part::Words(texts.say("report-municipalities-known")));
    }
}

/// Whether it is not known to have been at anything that was held.
fn was_nowhere(it: &OfMunicipality) -> bool {
    it.meetings == 0 && !matches!(it.others.amount, Amount::Count(count) if count > 0)
}

/// Whether anything is known of a municipality.
fn is_told(it: &OfMunicipality) -> bool {
    let answered = it.forms.expected > 0 || it.forms.forms > 0;
    let came_of_it = it.actions.all > 0 || it.uptakes > 0 || !it.support.is_empty();
    it.is_reached || it.was_reached || !was_nowhere(it) || answered || came_of_it
}

pub(super) fn support(report: &Report<'_>, form: Option<Form>) -> Safe {
    let texts = report.showing.texts;
    form.map_or_else(|| texts.say("report-group-unknown"), |form| texts.choice(Form::SET, form.key()))
}

/// Every theme that came up now or before, in the order of their names.
pub(super) fn themes(report: &Report<'_>, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let now = by_theme(&report.scope);
    let before = report.before.as_ref().map(by_theme);
    let mut ids: Vec<&Id> = now.keys().chain(before.iter().flat_map(|it| it.keys())).collect();
    ids.sort_by_cached_key(|id| {
        (crate::find::collate::collate(report.showing.id(Kind::Theme, Some(id)).as_str()), (*id).clone())
    });
    ids.dedup();
    if ids.is_empty() {
        return;
    }
    let row = |id: &&Id| {
        let of = now.get(*id).cloned().unwrap_or_default();
        let OfTheme { coachings, sessions, forms, practices } = of;
        let mut cells = vec![capital(&report.showing.id(Kind::Theme, Some(id)))];
        cells.extend([coachings, sessions, forms, practices].map(|count| texts.number(count)));
        if let Some(before) = &before {
            let then = before.get(*id).cloned().unwrap_or_default();
            cells.extend([then.coachings, then.sessions].map(|count| texts.number(count)));
        }
        cells
    };
    let mut columns = vec![("report-theme", false), ("report-theme-coachings", true), ("report-theme-sessions", true)];
    columns.extend([("report-theme-forms", true), ("report-theme-practices", true)]);
    let mut head = head(report, &columns);
    if let Some(before) = &report.before {
        let name = report.name(&before.period);
        for id in ["report-theme-coachings-before", "report-theme-sessions-before"] {
            head.push(Head { text: capital(&texts.tell(id, &[("name", (&name).into())])), is_number: true });
        }
    }
    report.section("report-themes", parts);
    let table = Table { caption: texts.say("report-themes-caption"), head, rows: ids.iter().map(row).collect() };
    put(report, table, parts);
}

/// The table without the columns that say nothing of anybody, and that they are left out. The first two always stand.
fn put(report: &Report<'_>, table: Table, parts: &mut Vec<Part>) {
    let unknown = report.say("report-unknown");
    let says = |cell: &Safe| !matches!(cell.as_str(), "0" | "–" | "") && *cell != report.say("no") && *cell != unknown;
    let holds = |column: usize| table.rows.iter().any(|row| row.get(column).is_some_and(says));
    let kept: Vec<bool> = (0..table.head.len()).map(|column| column < 2 || holds(column)).collect();
    let gone = table.head.iter().zip(&kept).filter(|(_, kept)| !**kept).map(|(head, _)| head.text.clone());
    let gone: Vec<Safe> = gone.collect();
    let rows = table.rows.into_iter().map(|row| keep(row, &kept)).collect();
    parts.push(Part::Table(Table { head: keep(table.head, &kept), rows, ..table }));
    if !gone.is_empty() {
        let columns = Safe::join(gone.iter(), &Safe::own(", "));
        parts.push(Part::Words(report.showing.texts.tell("report-empty-columns", &[("columns", columns.into())])));
    }
}
