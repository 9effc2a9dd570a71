//! What Feedback lists: what was asked about and by whom, with how many forms came of how many.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Coaching, Feedback, Id, Kind, Link, RecordRef, Season, Session, SessionStatus};
use crate::find::collate::collate;
use crate::planning::answerers::{counted, counted_about};
use crate::planning::figures::{Answers, has_been_held};
use crate::planning::opinions::{About, forms, is_on_cancelled};
use crate::planning::questionnaires::sessions_of;

/// A way of listing.
#[derive(Debug)]
pub(super) struct View {
    /// The id of its name.
    pub(super) name: &'static str,
    /// The kinds of record it lists.
    pub(super) kinds: &'static [Kind],
    rows: fn(Showing<'_>) -> Vec<Row>,
}

/// The ways of listing, in the order `v` goes through them.
pub(super) const VIEWS: [View; 6] = [
    View { name: "view-by-session", kinds: &[Kind::Session, Kind::Coaching], rows: sessions },
    View { name: "view-by-coaching", kinds: &[Kind::Coaching], rows: coachings },
    View { name: "view-by-municipality", kinds: &[Kind::Municipality], rows: municipalities },
    View { name: "view-by-tutor", kinds: &[Kind::Person], rows: tutors },
    View { name: "view-by-theme", kinds: &[Kind::Theme], rows: themes },
    View { name: "view-by-season", kinds: &[Kind::Season], rows: seasons },
];

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// What was asked about.
    pub(super) link: Link,
    /// Its day.
    pub(super) day: Option<Date>,
    /// The forms that came, and those there should be.
    pub(super) counted: Answers,
    /// All forms on it, also those nobody expected.
    pub(super) forms: usize,
}

/// The rows of a view.
pub(super) fn gathered(showing: Showing<'_>, view: usize) -> Vec<Row> {
    VIEWS.get(view).map(|view| (view.rows)(showing)).unwrap_or_default()
}

/// The sessions of the season that were held, or were said something of.
fn held(showing: Showing<'_>) -> Vec<&Session> {
    let Some(season) = showing.season else { return Vec::new() };
    let link = Link::new(Kind::Season, season.id.clone());
    let of_season = showing.book.referring_as::<Session>(&link);
    let of_season = of_season.filter(|session| session.season.as_ref() == Some(&season.id));
    of_season
        .filter(|session| match session.status {
            Some(SessionStatus::Held) => true,
            Some(SessionStatus::Cancelled) => false,
            _ => has_forms(showing.book, &Link::new(Kind::Session, session.id.clone())),
        })
        .collect()
}

fn has_forms(book: &Book, about: &Link) -> bool {
    book.referring_as::<Feedback>(about).any(|form| form.about.as_ref() == Some(about))
}

fn forms_on(book: &Book, about: &Link) -> usize {
    book.referring_as::<Feedback>(about).filter(|form| form.about.as_ref() == Some(about)).count()
}

fn of_season(showing: Showing<'_>) -> Vec<&Coaching> {
    let Some(season) = showing.season else { return Vec::new() };
    let link = Link::new(Kind::Season, season.id.clone());
    let coachings = showing.book.referring_as::<Coaching>(&link);
    coachings.filter(|coaching| coaching.season.as_ref() == Some(&season.id)).collect()
}

fn last_day(book: &Book, coaching: &Coaching) -> Option<Date> {
    sessions_of(book, &coaching.id)
        .filter(|session| session.status == Some(SessionStatus::Held))
        .filter_map(|session| session.date)
        .max()
}

/// The newest first; what has no day comes last.
fn newest_first(showing: Showing<'_>, mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_cached_key(|row| (row.day.is_none(), Reverse(row.day), collate(showing.link(&row.link).as_str())));
    rows
}

/// Sessions, and coachings with forms of their own or of which no session is known.
fn sessions(showing: Showing<'_>) -> Vec<Row> {
    let book = showing.book;
    let on_session = |session: &Session| {
        let link = Link::new(Kind::Session, session.id.clone());
        Row { counted: counted(book, &link), forms: forms_on(book, &link), day: session.date, link }
    };
    let mut rows: Vec<Row> = held(showing).into_iter().map(on_session).collect();
    for coaching in of_season(showing) {
        let link = Link::new(Kind::Coaching, coaching.id.clone());
        let forms = forms_on(book, &link);
        let alone = || has_been_held(book, coaching) && last_day(book, coaching).is_none();
        if forms > 0 || alone() {
            let counted = if alone() { counted(book, &link) } else { Answers::default() };
            rows.push(Row { counted, forms, day: last_day(book, coaching), link });
        }
    }
    newest_first(showing, rows)
}

fn coachings(showing: Showing<'_>) -> Vec<Row> {
    let book = showing.book;
    let row = |coaching: &Coaching| {
        let link = Link::new(Kind::Coaching, coaching.id.clone());
        let forms = forms(book, &About::Coaching(coaching.id.clone())).len();
        let day = last_day(book, coaching);
        (forms > 0 || has_been_held(book, coaching)).then(|| Row { counted: counted(book, &link), forms, day, link })
    };
    newest_first(showing, of_season(showing).into_iter().filter_map(row).collect())
}

/// The rows of these records by name, those without a form and that none is expected of left out.
fn by_name(showing: Showing<'_>, ids: BTreeSet<Id>, kind: Kind, of: fn(Id) -> About) -> Vec<Row> {
    let season = showing.season.map(|season| &season.id);
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    for id in &ids {
        let forms = crate::cards::opinions::forms_of(showing, &of(id.clone()), season);
        counts.insert(id.clone(), forms.len());
    }
    let row = |id: Id| {
        let counted = counted_about(showing.book, &of(id.clone()), season);
        let forms = counts.get(&id).copied().unwrap_or(0);
        let link = Link::new(kind, id);
        (forms > 0 || counted.expected > 0).then_some(Row { link, day: None, counted, forms })
    };
    let mut rows: Vec<Row> = ids.into_iter().filter_map(row).collect();
    rows.sort_by_cached_key(|row| collate(showing.link(&row.link).as_str()));
    rows
}

fn municipalities(showing: Showing<'_>) -> Vec<Row> {
    let of_coachings = of_season(showing).into_iter().filter_map(|coaching| coaching.municipality.clone());
    let season = showing.season.map(|season| About::Season(season.id.clone()));
    let answering = season.map(|season| forms(showing.book, &season)).unwrap_or_default();
    let answering = answering.into_iter().filter_map(|form| form.municipality.clone());
    by_name(showing, of_coachings.chain(answering).collect(), Kind::Municipality, About::Municipality)
}

fn tutors(showing: Showing<'_>) -> Vec<Row> {
    let of_coachings = of_season(showing).into_iter().flat_map(|coaching| coaching.tutors.iter().cloned());
    let of_sessions = held(showing).into_iter().flat_map(|session| session.tutors.iter().cloned());
    by_name(showing, of_coachings.chain(of_sessions).collect(), Kind::Person, About::Tutor)
}

fn themes(showing: Showing<'_>) -> Vec<Row> {
    let of_coachings = of_season(showing).into_iter().flat_map(|coaching| coaching.themes.iter().cloned());
    let of_sessions = held(showing).into_iter().flat_map(|session| session.themes.iter().cloned());
    by_name(showing, of_coachings.chain(of_sessions).collect(), Kind::Theme, About::Theme)
}

/// The season at hand, and the others that were answered something about.
fn seasons(showing: Showing<'_>) -> Vec<Row> {
    let of_form = |form: &Feedback| match showing.book.record(form.about.as_ref()?)? {
        RecordRef::Session(session) => session.season.clone(),
        RecordRef::Coaching(coaching) => coaching.season.clone(),
        _ => None,
    };
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    if let Some(season) = showing.season {
        counts.insert(season.id.clone(), 0);
    }
    for form in showing.book.all::<Feedback>().filter(|form| !is_on_cancelled(showing.book, form)) {
        if let Some(season) = of_form(form) {
            *counts.entry(season).or_default() += 1;
        }
    }
    let row = |(id, forms): (Id, usize)| {
        let ends = showing.book.get::<Season>(&id)?.ends;
        let counted = counted_about(showing.book, &About::Season(id.clone()), None);
        Some((ends, Row { link: Link::new(Kind::Season, id), day: None, counted, forms }))
    };
    let mut rows: Vec<(Option<Date>, Row)> = counts.into_iter().filter_map(row).collect();
    rows.sort_by_key(|(ends, _)| Reverse(*ends));
    rows.into_iter().map(|(_, row)| row).collect()
}
