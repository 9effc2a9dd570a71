//! What is said of a coaching or session while it is written down: what it clashes with as it stands so far, and what
//! is worth knowing besides. Nothing of it hinders anybody.

use super::subject::{Subject, filled};
use crate::domain::{Level, Record};
use crate::form::Form;
use crate::layer::Cx;
use crate::planning::clashes::{self, Clash};
use crate::planning::remarks;
use crate::widgets::form::Remark;

/// Whether anything is said of what is written down here.
pub(super) fn are_made(subject: &Subject) -> bool {
    matches!(subject, Subject::Record { base, .. } if matches!(**base, Record::Coaching(_) | Record::Session(_)))
}

/// What is to be said of the record as it would be if the field at hand were left now, the worst first.
pub(super) fn of(cx: &Cx<'_>, subject: &Subject, form: &Form) -> Vec<Remark> {
    let Subject::Record { base, .. } = subject else { return Vec::new() };
    if !are_made(subject) {
        return Vec::new();
    }
    let mut record = (**base).clone();
    // What does not fit yet is left out: its field will say so.
    for (column, value) in form.values_when_left(cx.hand()) {
        let _fits = filled(&mut record, column, value);
    }
    let clash = |clash: &Clash| Remark { text: clash.remark(cx.showing), warning: clash.level == Level::Warn };
    let told = clashes(cx, &record);
    let mut remarks: Vec<Remark> = told.iter().map(clash).collect();
    if let Record::Coaching(coaching) = &record {
        let known = remarks::of_coaching(cx.showing.book, coaching);
        remarks.extend(known.iter().map(|known| Remark { text: known.sentence(cx.showing), warning: false }));
    }
    if let Record::Session(session) = &record {
        let known = remarks::of_session(session, cx.showing.today);
        remarks.extend(known.map(|known| Remark { text: known.sentence(cx.showing), warning: true }));
    }
    remarks
}

/// What a record clashes with.
fn clashes(cx: &Cx<'_>, record: &Record) -> Vec<Clash> {
    match record {
        Record::Coaching(coaching) => clashes::of_coaching(cx.showing.book, coaching),
        Record::Session(session) => clashes::of_session(cx.showing.book, session),
        _ => Vec::new(),
    }
}
