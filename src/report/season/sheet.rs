//! The report as a table for spreadsheets: a row for each figure and group, with its definition.

use ecow::EcoString;

use super::Report;
use super::numbers::{decimals, group};
use crate::domain::{Choice, Goal, Kind};
use crate::exchange::table::{Line, Sheet};
use crate::planning::figures::season::{Amount, Counted, OfMunicipality, OfTheme, Scope, by_municipality, by_theme};
use crate::planning::opinions::{FEWEST_SHOWN, is_few, opinions};
use crate::planning::questionnaires::{is_scale, option, options};
use crate::report::capital;
use crate::text::Safe;

/// What stands above the columns.
const HEADINGS: [&str; 9] = [
    "report-column-goal",
    "report-figure",
    "report-column-group",
    "report-column-value",
    "report-column-of",
    "report-n",
    "report-column-before",
    "report-column-note",
    "report-column-definition",
];

/// One row, before it is put into cells.
struct Row {
    goal: Safe,
    figure: Safe,
    group: Safe,
    counted: Counted,
    before: Option<Counted>,
    definition: Safe,
}

pub(super) fn sheet(report: &Report<'_>) -> Sheet {
    let texts = report.showing.texts;
    let mut rows: Vec<Vec<Safe>> = vec![HEADINGS.iter().map(|id| heading(report, id)).collect()];
    for line in &report.lines {
        for (of, counted) in &line.now {
            let row = Row {
                goal: goal(report, line.figure.goal),
                figure: capital(&texts.say(line.figure.name)),
                group: group(report.showing, of),
                counted: *counted,
                before: line.before(of),
                definition: texts.say(line.figure.definition),
            };
            rows.push(cells(report, row));
        }
    }
    answers(report, &mut rows);
    municipalities(report, &mut rows);
    themes(report, &mut rows);
    let line = |(number, cells): (usize, Vec<Safe>)| Line {
        number: number + 1,
        cells: cells.iter().map(|cell| EcoString::from(cell.as_str())).collect(),
    };
    Sheet {
        name: report.name(&report.scope.period).as_str().into(),
        lines: rows.into_iter().enumerate().map(line).collect(),
    }
}

/// A heading; `n` is a sign and has no capital.
fn heading(report: &Report<'_>, id: &str) -> Safe {
    let text = report.say(id);
    if text.as_str().chars().count() > 1 { capital(&text) } else { text }
}

fn goal(report: &Report<'_>, goal: Option<Goal>) -> Safe {
    let texts = report.showing.texts;
    goal.map_or_else(|| texts.say("report-feedback"), |goal| texts.choice(Goal::SET, goal.key()))
}

fn cells(report: &Report<'_>, row: Row) -> Vec<Safe> {
    let of = row.counted.of.map(plain).unwrap_or_default();
    let before = row.before.map(|before| value(report, &before)).unwrap_or_default();
    let value = value(report, &row.counted);
    let note = note(report, &row.counted);
    vec![row.goal, row.figure, row.group, value, of, plain(row.counted.n), before, note, row.definition]
}

/// A number without blanks, as spreadsheets read it.
fn plain(number: u32) -> Safe {
    Safe::line(&number.to_string())
}

/// The bare number; time in hours.
fn value(report: &Report<'_>, counted: &Counted) -> Safe {
    match counted.amount {
        Amount::Unknown | Amount::Few => Safe::default(),
        Amount::Count(count) => plain(count),
        Amount::Minutes(minutes) => {
            let hundredths = (u64::from(minutes) * 100 + 30) / 60;
            decimals(report.showing.texts, u32::try_from(hundredths).unwrap_or(u32::MAX))
        }
        Amount::Score(score) => Safe::line(&score.to_string()),
    }
}

/// What goes with the number: that it is not known, or how sure it is.
fn note(report: &Report<'_>, counted: &Counted) -> Safe {
    let notes = [
        (counted.amount == Amount::Unknown).then_some("report-unknown"),
        (counted.amount == Amount::Few).then_some("report-few-recommend"),
        matches!(counted.amount, Amount::Minutes(_)).then_some("report-note-hours"),
        counted.at_least.then_some("report-note-at-least"),
        counted.as_far_as_known.then_some("report-note-known"),
        counted.forms.map(|_| "report-note-forms"),
    ];
    Safe::join(notes.into_iter().flatten().map(|id| report.say(id)), &Safe::own("; "))
}

/// How each question was answered, where enough did.
fn answers(report: &Report<'_>, rows: &mut Vec<Vec<Safe>>) {
    let texts = report.showing.texts;
    let first = goal(report, None);
    for opinion in opinions(report.showing.book, &report.scope.forms) {
        let question = Safe::line(opinion.text.in_tongue(texts.tongue()));
        for (voice, spread) in [("receiving", &opinion.receiving), ("tutor", &opinion.tutor)] {
            let Some(spread) = spread.as_ref().filter(|spread| spread.n > 0) else { continue };
            let voice = texts.choice("voice", voice);
            let mut push = |what: Safe, value: Safe, note: Safe| {
                let group = Safe::line(&format!("{voice}: {what}"));
                let (of, n, none) = (Safe::default(), plain(spread.n), Safe::default());
                let definition = texts.say("report-scale");
                rows.push(vec![first.clone(), question.clone(), group, value, of, n, none, note, definition]);
            };
            if is_scale(opinion.answering) {
                let few = is_few(opinion.answering, spread.n);
                let mean = spread.mean_hundredths.filter(|_| !few).map(|mean| decimals(texts, mean));
                let note = if few { report.say("report-few") } else { Safe::default() };
                push(texts.say("report-mean"), mean.unwrap_or_default(), note);
            }
            if spread.n < FEWEST_SHOWN {
                continue;
            }
            for (key, count) in options(opinion.answering).iter().zip(&spread.counts) {
                push(option(report.showing, opinion.answering, key), plain(*count), Safe::default());
            }
            push(texts.say("answer-cannot-say"), plain(spread.cannot_say), Safe::default());
        }
    }
}

/// A number of a municipality or a theme.
fn place(report: &Report<'_>, goal_of: Goal, id: &str, group: &Safe, [now, before]: [Option<Counted>; 2]) -> Vec<Safe> {
    let figure = capital(&report.say(id));
    let counted = now.unwrap_or_default();
    let definition = Safe::default();
    cells(report, Row { goal: goal(report, Some(goal_of)), figure, group: group.clone(), counted, before, definition })
}

fn count(number: u32) -> Counted {
    Counted { amount: Amount::Count(number), n: number, ..Counted::default() }
}

fn part(number: u32, of: u32) -> Counted {
    Counted { of: Some(of), n: of, ..count(number) }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A number of a municipality or a theme.
type Of<T> = fn(&T) -> Counted;

fn municipalities(report: &Report<'_>, rows: &mut Vec<Vec<Safe>>) {
    let before: Option<Vec<OfMunicipality>> = report.before.as_ref().map(by_municipality);
    for now in by_municipality(&report.scope) {
        let then = before.iter().flatten().find(|it| it.municipality == now.municipality);
        let name = report.showing.id(Kind::Municipality, Some(&now.municipality));
        let figures: [(Goal, &str, Of<OfMunicipality>); 7] = [
            (Goal::Network, "report-reached", |it| count(u32::from(it.is_reached))),
            (Goal::Supply, "report-meetings", |it| count(it.meetings)),
            (Goal::Supply, "report-others", |it| it.others),
            (Goal::Supply, "report-people", |it| it.people),
            (Goal::Supply, "report-forms", |it| part(it.forms.given, it.forms.expected)),
            (Goal::Supply, "report-done", |it| part(small(it.actions.done), small(it.actions.all))),
            (Goal::Supply, "report-uptakes", |it| count(it.uptakes)),
        ];
        for (goal, id, figure) in figures {
            rows.push(place(report, goal, id, &name, [Some(figure(&now)), then.map(figure)]));
        }
    }
}

fn themes(report: &Report<'_>, rows: &mut Vec<Vec<Safe>>) {
    let of = |scope: &Scope<'_>| by_theme(scope);
    let before = report.before.as_ref().map(of);
    for (id, now) in of(&report.scope) {
        let then = before.as_ref().and_then(|all| all.get(&id));
        let name = report.showing.id(Kind::Theme, Some(&id));
        let figures: [(&str, Of<OfTheme>); 4] = [
            ("report-theme-coachings", |it| count(it.coachings)),
            ("report-theme-sessions", |it| count(it.sessions)),
            ("report-theme-forms", |it| count(it.forms)),
            ("report-theme-practices", |it| count(it.practices)),
        ];
        for (id, figure) in figures {
            let numbers = [Some(figure(&now)), then.map(figure)];
            rows.push(place(report, Goal::Picture, id, &name, numbers));
        }
    }
}
