//! The situational picture: what municipalities asked for and what support they give.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Counted, Group, Scope};
use crate::domain::{Coaching, Form, Id, Ids, Municipality, Session, Support};

/// The themes of the coachings, whatever became of them.
pub(super) fn asked(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    themes(scope.coachings.iter().map(|coaching| coaching.themes.clone()).collect())
}

/// The themes of the sessions that were held; of one that names none those of its coachings.
pub(super) fn dealt(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    themes(scope.held().map(|session| themes_of(scope, session)).collect())
}

/// What a session was about.
pub fn themes_of(scope: &Scope<'_>, session: &Session) -> Ids {
    if !session.themes.is_empty() {
        return session.themes.clone();
    }
    let coachings = session.coachings.iter().filter_map(|id| scope.book.get::<Coaching>(id));
    let all: BTreeSet<&Id> = coachings.flat_map(|coaching| &coaching.themes).collect();
    all.into_iter().cloned().collect()
}

/// How many themes there were, and how often each, the most frequent first.
fn themes(records: Vec<Ids>) -> Vec<(Group, Counted)> {
    let n = records.len();
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    for ids in records {
        for id in ids.into_iter().collect::<BTreeSet<Id>>() {
            *counts.entry(id).or_default() += 1;
        }
    }
    let whole = (Group::Whole, Counted::count(counts.len(), n));
    let mut each: Vec<(Id, usize)> = counts.into_iter().collect();
    each.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let each = each.into_iter().map(|(id, count)| (Group::Theme(id), Counted::part(count, n)));
    [whole].into_iter().chain(each).collect()
}

/// Coachings whose municipality said in words what it needs.
pub(super) fn wishes(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let told = |coaching: &&&Coaching| !coaching.wish.trim().is_empty();
    let told = scope.coachings.iter().filter(told).count();
    vec![(Group::Whole, Counted::part(told, scope.coachings.len()))]
}

/// Target municipalities of which it is known what support they give on the period's last day, and each form of it.
pub(super) fn support(scope: &Scope<'_>) -> Vec<(Group, Counted)> {
    let n = scope.targets.len();
    let of: Vec<Vec<Option<Form>>> = scope.targets.iter().map(|id| forms_of(scope, id)).collect();
    let known = of.iter().filter(|forms| !forms.is_empty()).count();
    let options = Form::ALL.iter().copied().map(Some).chain([None]);
    let counted = options.filter_map(|form| {
        let count = of.iter().filter(|forms| forms.contains(&form)).count();
        (count > 0).then(|| (Group::Choice(Form::SET, form.map(Form::key)), Counted::part(count, n)))
    });
    [(Group::Whole, Counted::part(known, n))].into_iter().chain(counted).collect()
}

/// The forms of support a municipality gives on the period's last day, each once, in their order.
pub fn forms_of(scope: &Scope<'_>, municipality: &Id) -> Vec<Option<Form>> {
    let day = scope.period.last;
    let holds = |row: &&Support| row.since.is_none_or(|from| from <= day) && row.until.is_none_or(|to| day <= to);
    let rows = scope.book.get::<Municipality>(municipality).into_iter().flat_map(|it| &it.support);
    let forms: Vec<Option<Form>> = rows.filter(holds).map(|row| row.form).collect();
    let options = Form::ALL.iter().copied().map(Some).chain([None]);
    options.filter(|form| forms.contains(form)).collect()
}
