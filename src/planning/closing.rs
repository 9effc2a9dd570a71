//! Who has something to tell when a season closes, and the closing event drafted from it: municipalities that were
//! well pleased and where something came of it, a practice that was taken up or an action that was done.
//!
//! It is a draft: nobody is asked by it, and everything in it can be changed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::actions::contact_in;
use super::opinions::{About, FEWEST_SHOWN, forms, is_about, opinions};
use super::tutors::{Tutor, tutors};
use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{
    Action, ActionStatus, Answering, Id, ItemKind, Kind, Mode, Municipality, Part, Person, Practice, ProgrammeItem,
    Role, Season, Session, SessionKind, SessionStatus, Speaker, Voice, Who, Words,
};
use crate::text::{Safe, Texts, Tongue};

/// A mean of the agreement answers from which on a municipality was well pleased, in hundredths.
const PLEASED: u32 = 400;

/// Talks that are taken into the programme before anybody chooses: an hour and a half of them.
pub const USUAL_TALKS: usize = 6;

/// Tutors on the panel.
const PANEL: usize = 4;

/// How long the items of the draft are, in minutes.
const MINUTES: [(ItemKind, u32); 5] = [
    (ItemKind::Opening, 10),
    (ItemKind::Talk, 15),
    (ItemKind::Break, 10),
    (ItemKind::Panel, 30),
    (ItemKind::Closing, 10),
];

/// A municipality that has something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teller {
    /// The municipality.
    pub municipality: Id,
    /// What they thought of the season: the mean of their agreement in hundredths, and how many forms it is from.
    pub score: Option<(u32, u32)>,
    /// What came of it, the most telling first.
    pub reasons: Vec<Reason>,
    /// Who could speak: the municipality's contact of the season.
    pub speaker: Option<Id>,
}

/// What a municipality has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Others took up a practice of theirs: which, and how many.
    Spread(Id, usize),
    /// They took up a practice of others.
    TookUp(Id),
    /// An action was done.
    Done(Id),
}

impl Teller {
    /// Whether they were well pleased, so that they would be asked first.
    pub fn is_pleased(&self) -> bool {
        self.score.is_some_and(|(mean, _)| mean >= PLEASED)
    }

    /// What they thought, in words: of few forms no mean is told.
    pub fn opinion(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self.score {
            None => texts.say("closing-no-feedback"),
            Some((mean, n)) if n >= FEWEST_SHOWN => {
                let comma = if texts.tongue() == Tongue::En { '.' } else { ',' };
                let tenths = (mean + 5) / 10;
                let mean = Safe::line(&format!("{}{comma}{}", tenths / 10, tenths % 10));
                texts.tell("closing-score", &[("mean", mean.into()), ("count", count(n))])
            }
            Some((_, n)) if self.is_pleased() => texts.tell("closing-pleased", &[("count", count(n))]),
            Some((_, n)) => texts.tell("closing-not-pleased", &[("count", count(n))]),
        }
    }
}

fn count(n: u32) -> crate::text::Arg {
    usize::try_from(n).unwrap_or(usize::MAX).into()
}

impl Reason {
    /// The reason in a few words.
    pub fn words(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::Spread(id, others) => {
                let places = [("what", showing.id(Kind::Practice, Some(id)).into()), ("count", (*others).into())];
                texts.tell("closing-spread", &places)
            }
            Self::TookUp(id) => texts.tell("closing-took-up", &[("what", showing.id(Kind::Practice, Some(id)).into())]),
            Self::Done(id) => {
                let action = showing.book.get::<Action>(id);
                let result = action.map(|action| if action.result.is_empty() { &action.what } else { &action.result });
                let result = result.map(|text| Safe::line(text)).unwrap_or_default();
                texts.tell("closing-done", &[("what", result.into())])
            }
        }
    }

    /// What tells most comes first: what others took over, what was taken over, what was done.
    const fn rank(&self) -> u8 {
        match self {
            Self::Spread(..) => 0,
            Self::TookUp(_) => 1,
            Self::Done(_) => 2,
        }
    }

    /// What a talk about it is called.
    fn title(&self, book: &Book) -> Words {
        match self {
            Self::Spread(id, _) | Self::TookUp(id) => {
                book.get::<Practice>(id).map(|practice| practice.title.clone()).unwrap_or_default()
            }
            Self::Done(id) => {
                let what = book.get::<Action>(id).map(|action| action.what.clone()).unwrap_or_default();
                Words::new(what, "".into(), "".into())
            }
        }
    }
}

/// Everybody with something to tell of this season: the well pleased first, those with most to tell before others.
pub fn tellers(book: &Book, season: &Season, today: Date) -> Vec<Teller> {
    let teller = |(municipality, mut reasons): (Id, Vec<Reason>)| {
        reasons.sort_by_key(Reason::rank);
        let (score, speaker) = (score(book, season, &municipality), speaker(book, season, &municipality, today));
        Teller { municipality, score, reasons, speaker }
    };
    let mut tellers: Vec<Teller> = reasons(book, season).into_iter().map(teller).collect();
    // In the order of the codes where nothing else tells them apart.
    tellers.sort_by_key(|teller| {
        let mean = teller.score.map_or(0, |(mean, _)| mean);
        std::cmp::Reverse((teller.is_pleased(), teller.reasons.len().min(3), mean))
    });
    tellers
}

/// What came of the season, by municipality.
fn reasons(book: &Book, season: &Season) -> BTreeMap<Id, Vec<Reason>> {
    let within = |day: Option<Date>| {
        let Some(day) = day else { return true };
        season.starts.is_none_or(|first| first <= day) && season.ends.is_none_or(|last| day <= last)
    };
    let mut reasons: BTreeMap<Id, Vec<Reason>> = BTreeMap::new();
    let mut add = |municipality: &Id, reason: Reason| {
        if book.get::<Municipality>(municipality).is_some() {
            reasons.entry(municipality.clone()).or_default().push(reason);
        }
    };
    for practice in book.all::<Practice>() {
        let uptakes = practice.uptakes.iter().filter(|row| within(row.since));
        let others: Vec<&Id> = uptakes
            .filter_map(|row| row.municipality.as_ref())
            .filter(|id| practice.municipality.as_ref() != Some(*id))
            .collect();
        if let Some(own) = practice.municipality.as_ref().filter(|_| !others.is_empty()) {
            add(own, Reason::Spread(practice.id.clone(), others.len()));
        }
        for other in others {
            add(other, Reason::TookUp(practice.id.clone()));
        }
    }
    let done = book.all::<Action>().filter(|action| action.status == Some(ActionStatus::Done));
    for action in done.filter(|action| within(action.done_on)) {
        if let Some(municipality) = &action.municipality {
            add(municipality, Reason::Done(action.id.clone()));
        }
    }
    reasons
}

/// What those who received coaching there thought this season.
fn score(book: &Book, season: &Season, municipality: &Id) -> Option<(u32, u32)> {
    let of_season = About::Season(season.id.clone());
    let mut given = forms(book, &About::Municipality(municipality.clone()));
    given.retain(|form| form.voice == Some(Voice::Receiving) && is_about(book, form, &of_season));
    let agreed = opinions(book, &given).into_iter().filter(|opinion| opinion.answering == Answering::Agreement);
    let (mut sum, mut n) = (0_u64, 0_u64);
    for spread in agreed.filter_map(|opinion| opinion.receiving) {
        sum += (1_u64..).zip(&spread.counts).map(|(step, count)| step * u64::from(*count)).sum::<u64>();
        n += u64::from(spread.n);
    }
    let mean = u32::try_from((sum * 100 + n / 2).checked_div(n)?).ok()?;
    Some((mean, u32::try_from(given.len()).unwrap_or(u32::MAX)))
}

/// The municipality's contact of the season, else whoever was its contact last.
fn speaker(book: &Book, season: &Season, municipality: &Id, today: Date) -> Option<Id> {
    let link = crate::domain::Link::new(Kind::Municipality, municipality.clone());
    let is_contact = |person: &&Person| {
        person.roles.iter().any(|row| {
            let of = (row.season.as_ref(), row.municipality.as_ref(), row.role);
            of == (Some(&season.id), Some(municipality), Some(Role::Contact))
        })
    };
    let of_season = book.referring_as::<Person>(&link).find(is_contact).map(|person| person.id.clone());
    of_season.or_else(|| contact_in(book, municipality, today))
}

/// The closing event with a talk of each of these, in their order: a webinar that is planned, without a day yet. Its
/// rows have no ids.
pub fn draft<'a>(book: &Book, season: &Season, tellers: impl IntoIterator<Item = &'a Teller>) -> Session {
    let [fi, sv, en] = Tongue::ALL.map(|tongue| Texts::only(tongue, &["closing-"]));
    let say = |id: &str| Words::new(text(&fi, id), text(&sv, id), text(&en, id));
    let mut talks: Vec<ProgrammeItem> = tellers.into_iter().map(|teller| talk(book, teller)).collect();
    // A long row of talks is broken in the middle, a short one before the panel.
    let at = if talks.len() > 4 { talks.len().div_ceil(2) } else { talks.len() };
    talks.insert(at, item(ItemKind::Break, say("closing-break"), Vec::new()));
    let mut programme = vec![item(ItemKind::Opening, say("closing-opening"), Vec::new())];
    programme.append(&mut talks);
    let panel = tutors(book, season).into_iter().filter_map(|tutor| match tutor {
        Tutor::Person(id) => Some(asked(id, Part::Panellist)),
        Tutor::Office(_) => None,
    });
    programme.push(item(ItemKind::Panel, say("closing-panel"), panel.take(PANEL).collect()));
    programme.push(item(ItemKind::Closing, say("closing-end"), Vec::new()));
    Session {
        kind: Some(SessionKind::Webinar),
        season: Some(season.id.clone()),
        status: Some(SessionStatus::Planned),
        mode: Some(Mode::Remote),
        title: say("closing-name"),
        programme: programme.into_iter().collect(),
        ..Session::default()
    }
}

fn text(texts: &Texts, id: &str) -> ecow::EcoString {
    texts.say(id).as_str().into()
}

fn item(kind: ItemKind, title: Words, speakers: Vec<Speaker>) -> ProgrammeItem {
    let minutes = MINUTES.iter().find(|(of, _)| *of == kind).map(|(_, minutes)| *minutes);
    ProgrammeItem {
        kind: Some(kind),
        minutes,
        title,
        speakers: speakers.into_iter().collect(),
        ..ProgrammeItem::default()
    }
}

/// Somebody who would have to be asked first.
fn asked(id: Id, part: Part) -> Speaker {
    Speaker { who: Who::Person(id), part: Some(part), consent: None, ..Speaker::default() }
}

/// A talk: whose it is and what about, in each language that has words for it.
fn talk(book: &Book, teller: &Teller) -> ProgrammeItem {
    let about = teller.reasons.first().map(|reason| reason.title(book)).unwrap_or_default();
    let name = book.get::<Municipality>(&teller.municipality).map(|it| it.name.clone()).unwrap_or_default();
    let said = |tongue: Tongue| match about.exactly(tongue) {
        text if text.is_empty() => ecow::EcoString::new(),
        text => ecow::eco_format!("{}: {text}", name.in_tongue(tongue)),
    };
    let title =
        if about.is_empty() { name.clone() } else { Words::new(said(Tongue::Fi), said(Tongue::Sv), said(Tongue::En)) };
    let speakers = teller.speaker.iter().map(|id| asked(id.clone(), Part::Speaker)).collect();
    item(ItemKind::Talk, title, speakers)
}

#[cfg(test)]
mod tests;
