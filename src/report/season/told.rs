//! What the report says in words: in short at its beginning, the season's own texts, what municipalities asked for and
//! what came of it.

use super::numbers::shown;
use super::{Line, Report};
use crate::domain::{Action, ActionStatus, Choice, Coaching, Goal, Id, Kind, Person, Practice, Publication};
use crate::exchange::document::{Depth, Head, Part, Table};
use crate::planning::figures::season::{Counted, sending};
use crate::planning::tutors::{Tutor, home, tutors};
use crate::report::capital;
use crate::text::Safe;

/// The figures that are told at the beginning, each by its key with the sentence for it, and with the one that is told
/// where it is a part of nothing; where there is none, nothing is told then.
const IN_SHORT: [(&str, &str, &str); 8] = [
    ("reached", "report-short-reached", ""),
    ("coached", "report-short-coachings", ""),
    ("held", "report-short-held", ""),
    ("participants", "report-short-participants", ""),
    ("tutors", "report-short-tutors", ""),
    ("actions", "report-short-actions", "report-short-no-actions"),
    ("concrete", "report-short-concrete", ""),
    ("forms", "report-short-forms", "report-short-no-forms"),
];

/// What the season aimed at, and what it came to.
pub(super) fn in_short(report: &Report<'_>) -> Vec<Part> {
    let texts = report.showing.texts;
    let mut parts = vec![Part::Heading(Depth::Section, texts.say("report-in-short"))];
    let aim = report.scope.period.season.map(|season| season.aim.as_str()).unwrap_or_default();
    if !aim.trim().is_empty() && report.names.allow(aim) {
        parts.push(Part::Words(texts.tell("report-aim", &[("aim", Safe::lines(aim).into())])));
    }
    let whole = |key: &str| {
        let line: Option<&Line> = report.lines.iter().find(|line| line.figure.key == key);
        line.and_then(|line| line.now.first()).map(|(_, counted)| *counted).unwrap_or_default()
    };
    let sentence = |(key, id, none): &(&str, &str, &str)| {
        let counted: Counted = whole(key);
        if counted.of == Some(0) && counted.forms.is_none() {
            return (!none.is_empty()).then(|| texts.say(none));
        }
        Some(texts.tell(id, &[("value", shown(texts, &counted).into())]))
    };
    parts.push(Part::List(IN_SHORT.iter().filter_map(sentence).collect()));
    let rounds = report.scope.seasons.iter().flat_map(|season| &season.rounds);
    let open = rounds.filter(|round| round.complete == Some(false)).map(|round| Safe::line(&round.name));
    let rounds = Safe::join(open, &Safe::own(", "));
    if !rounds.is_empty() {
        parts.push(Part::Words(texts.tell("report-incomplete", &[("rounds", rounds.into())])));
    }
    parts
}

/// What the season itself says of a goal.
pub(super) fn own_words(report: &Report<'_>, goal: Goal, parts: &mut Vec<Part>) {
    let rows = report.scope.seasons.iter().flat_map(|season| &season.report_texts);
    let words = rows.filter(|row| row.goal == Some(goal)).map(|row| row.text.as_str());
    let left_out = tell(report, words, |words| parts.push(Part::Words(Safe::lines(words))));
    say_left_out(report, left_out, parts);
}

/// Tells those words that may be told; how many may not.
fn tell<'w>(report: &Report<'_>, words: impl Iterator<Item = &'w str>, mut put: impl FnMut(&'w str)) -> usize {
    let mut left_out = 0;
    for words in words.filter(|words| !words.trim().is_empty()) {
        if report.names.allow(words) {
            put(words);
        } else {
            left_out += 1;
        }
    }
    left_out
}

pub(super) fn say_left_out(report: &Report<'_>, count: usize, parts: &mut Vec<Part>) {
    if count > 0 {
        parts.push(Part::Words(report.showing.texts.tell("report-left-out", &[("count", count.into())])));
    }
}

/// What stands beside the figures of a goal.
pub(super) fn beside(report: &Report<'_>, goal: Goal, parts: &mut Vec<Part>) {
    match goal {
        Goal::Network => opted_out(report, parts),
        Goal::Picture => listed(report, "report-wishes", coachings(report, |coaching| &coaching.wish), parts),
        Goal::Supply => {
            listed(report, "report-outcomes", coachings(report, |coaching| &coaching.outcome), parts);
            listed(report, "report-steps", steps(report), parts);
            listed(report, "report-practices-kept", practices(report, &report.scope.practices), parts);
            let mut taken: Vec<&Practice> = report.scope.uptakes.iter().map(|(practice, _)| *practice).collect();
            taken.dedup_by_key(|practice| &practice.id);
            listed(report, "report-practices-taken", practices(report, &taken), parts);
        }
        Goal::Communication => published(report, parts),
    }
}

/// Words with whose they are, in the order of the municipalities' names.
type Told = Vec<(Safe, String)>;

fn listed(report: &Report<'_>, heading: &str, mut told: Told, parts: &mut Vec<Part>) {
    told.sort_by(|one, other| (one.0.as_str(), &one.1).cmp(&(other.0.as_str(), &other.1)));
    let mut items = Vec::new();
    let mut left_out = 0;
    for (whose, words) in told {
        if report.names.allow(&words) {
            items.push(if whose.is_empty() { Safe::lines(&words) } else { Safe::lines(&format!("{whose}: {words}")) });
        } else {
            left_out += 1;
        }
    }
    if items.is_empty() && left_out == 0 {
        return;
    }
    report.subsection(heading, parts);
    if !items.is_empty() {
        parts.push(Part::List(items));
    }
    say_left_out(report, left_out, parts);
}

fn municipality(report: &Report<'_>, id: Option<&Id>) -> Safe {
    report.showing.id(Kind::Municipality, id)
}

fn coachings(report: &Report<'_>, words: impl Fn(&Coaching) -> &ecow::EcoString) -> Told {
    let told = report
        .scope
        .coachings
        .iter()
        .map(|coaching| (municipality(report, coaching.municipality.as_ref()), words(coaching).trim().to_owned()));
    told.filter(|(_, words)| !words.is_empty()).collect()
}

/// The actions that were done, with what came of them.
fn steps(report: &Report<'_>) -> Told {
    let done = report.scope.actions.iter().filter(|action| action.status == Some(ActionStatus::Done));
    let told = |action: &Action| {
        let result = action.result.trim();
        let words = if result.is_empty() { action.what.to_string() } else { format!("{} – {result}", action.what) };
        (municipality(report, report.scope.municipality(action).as_ref()), words)
    };
    done.map(|action| told(action)).collect()
}

/// Practices, and who took them up in the period.
fn practices(report: &Report<'_>, all: &[&Practice]) -> Told {
    let texts = report.showing.texts;
    let told = all.iter().map(|practice| {
        let title = practice.title.in_tongue(texts.tongue());
        let own = report.scope.uptakes.iter().filter(|(of, _)| of.id == practice.id);
        let takers: Vec<Safe> = own.map(|(_, row)| municipality(report, row.municipality.as_ref())).collect();
        let taken = Safe::join(takers.iter(), &Safe::own(", "));
        let words = if takers.is_empty() {
            title.to_string()
        } else {
            texts.tell("report-taken-up", &[("practice", Safe::line(title).into()), ("who", taken.into())]).to_string()
        };
        (municipality(report, practice.municipality.as_ref()), words)
    });
    told.collect()
}

fn opted_out(report: &Report<'_>, parts: &mut Vec<Part>) {
    let rows = report.scope.opt_outs.iter();
    let told = rows.map(|row| (municipality(report, row.municipality.as_ref()), row.reason.trim().to_owned()));
    let (with, without): (Told, Told) = told.partition(|(_, reason)| !reason.is_empty());
    let without = without.into_iter().map(|(name, _)| (Safe::default(), name.as_str().to_owned()));
    listed(report, "report-opted-out", with.into_iter().chain(without).collect(), parts);
}

fn published(report: &Report<'_>, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    if report.scope.publications.is_empty() {
        return;
    }
    let mut rows: Vec<&Publication> = report.scope.publications.clone();
    rows.sort_by_key(|row| (row.date.is_none(), row.date, row.kind, &row.title, &row.id));
    let known = |row: &&&Publication| report.names.allow(&row.title);
    let has_days = rows.iter().any(|row| row.date.is_some());
    let row = |row: &&Publication| {
        let day = row.date.map_or_else(|| Safe::own("–"), |day| texts.date(day));
        let kind = row.kind.map(|kind| capital(&texts.choice("publication-kind", kind.key())));
        let link = if row.link.is_empty() { Safe::own("–") } else { Safe::line(&row.link) };
        let first = [Safe::line(&row.title), kind.unwrap_or_else(|| Safe::own("–"))];
        first.into_iter().chain(has_days.then_some(day)).chain([link]).collect()
    };
    let head = ["report-published-title", "report-published-kind"].into_iter();
    let head = head.chain(has_days.then_some("report-published-day")).chain(["report-published-where"]);
    let head = head.map(|id| Head { text: capital(&texts.say(id)), is_number: false }).collect();
    let told: Vec<Vec<Safe>> = rows.iter().filter(known).map(row).collect();
    let left_out = rows.len() - told.len();
    report.subsection("report-published", parts);
    if !told.is_empty() {
        parts.push(Part::Table(Table { caption: texts.say("report-published-caption"), head, rows: told }));
    }
    say_left_out(report, left_out, parts);
}

/// Who tutored: the municipalities, and by name where names are asked for.
pub(super) fn people(report: &Report<'_>, parts: &mut Vec<Part>) {
    let texts = report.showing.texts;
    let senders = sending(&report.scope);
    if senders.is_empty() {
        return;
    }
    report.section("report-tutors", parts);
    let mut names: Vec<Safe> = senders.iter().map(|id| municipality(report, Some(id))).collect();
    names.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    let all = Safe::join(names.iter(), &Safe::own(", "));
    parts.push(Part::Words(texts.tell("report-senders", &[("municipalities", all.into())])));
    if !report.names.are_told() {
        return;
    }
    let mut people: Vec<Safe> = Vec::new();
    for season in &report.scope.seasons {
        for tutor in tutors(report.showing.book, season) {
            let Tutor::Person(id) = tutor else { continue };
            let Some(person) = report.showing.book.get::<Person>(&id) else { continue };
            let from = home(person, &season.id, report.scope.period.last);
            let from = Safe::join(from.iter().map(|id| municipality(report, Some(id))), &Safe::own(", "));
            people.push(Safe::line(&format!("{} ({from})", person.name())));
        }
    }
    people.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    people.dedup();
    if !people.is_empty() {
        parts.push(Part::List(people));
    }
}
