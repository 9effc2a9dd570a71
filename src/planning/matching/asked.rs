//! What a tutor is looked for: taken from a coaching, a session, or a municipality that has no coaching yet.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::book::Book;
use crate::book::round::round;
use crate::domain::{Coaching, Id, Ids, Municipality, Season, Session};
use crate::text::Tongue;

/// What a tutor is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The season whose tutors can be asked.
    pub season: Id,
    /// The receiving municipality; nothing for a session of several.
    pub municipality: Option<Id>,
    /// The themes wished for.
    pub themes: Ids,
    /// The language to speak.
    pub language: Option<Tongue>,
    /// The first and the last day it may be on.
    pub days: Option<(Date, Date)>,
    /// The coaching itself: being in it is no load besides, and no acquaintance from before.
    pub coaching: Option<Id>,
    /// The session itself: being in it does not stand against anybody.
    pub session: Option<Id>,
}

impl Asked {
    /// What a coaching needs: of its season, else of the one at hand. Nothing where there is no season at all.
    pub fn coaching(book: &Book, coaching: &Coaching, at_hand: Option<&Season>) -> Option<Self> {
        let own = coaching.season.as_ref().and_then(|id| book.get::<Season>(id));
        let season = own.or(at_hand)?;
        let municipality = coaching.municipality.as_ref().and_then(|id| book.get::<Municipality>(id));
        let round = round(book, &coaching.round, Some(season)).and_then(|(_, round)| round.starts.zip(round.ends));
        let themes = if coaching.themes.is_empty() { wished(municipality) } else { coaching.themes.clone() };
        Some(Self {
            season: season.id.clone(),
            municipality: coaching.municipality.clone(),
            themes,
            language: coaching.language.or_else(|| majority(municipality)),
            days: coaching.planned_week.map(week).or(round).filter(|(first, last)| first <= last),
            coaching: Some(coaching.id.clone()).filter(|id| !id.is_empty()),
            session: None,
        })
    }

    /// What a session needs; what it does not say its coaching does.
    pub fn session(book: &Book, session: &Session, at_hand: Option<&Season>) -> Option<Self> {
        let coaching = session.coachings.first().and_then(|id| book.get::<Coaching>(id));
        let own = session.season.as_ref().and_then(|id| book.get::<Season>(id));
        let season = own.or(at_hand)?;
        let of_coaching = coaching.and_then(|coaching| Self::coaching(book, coaching, Some(season)));
        let municipality = match session.municipalities.as_slice() {
            [one] => Some(one.clone()),
            [] => of_coaching.as_ref().and_then(|asked| asked.municipality.clone()),
            _ => None,
        };
        let of_coaching = of_coaching.unwrap_or_default();
        let receiving = municipality.as_ref().and_then(|id| book.get::<Municipality>(id));
        let day = session.date.map(|first| (first, session.last_day.unwrap_or(first)));
        let themes = if session.themes.is_empty() { of_coaching.themes } else { session.themes.clone() };
        Some(Self {
            season: season.id.clone(),
            themes: if themes.is_empty() { wished(receiving) } else { themes },
            language: of_coaching.language.or_else(|| majority(receiving)),
            days: day.or(of_coaching.days).filter(|(first, last)| first <= last),
            coaching: of_coaching.coaching,
            session: Some(session.id.clone()).filter(|id| !id.is_empty()),
            municipality,
        })
    }

    /// What a municipality needs that has no coaching in this season.
    pub fn municipality(book: &Book, season: &Season, id: &Id) -> Self {
        let municipality = book.get::<Municipality>(id);
        Self {
            season: season.id.clone(),
            municipality: Some(id.clone()),
            themes: wished(municipality),
            language: majority(municipality),
            ..Self::default()
        }
    }
}

/// The seven days from a Monday on.
fn week(monday: Date) -> (Date, Date) {
    (monday, monday.checked_add(6.days()).unwrap_or(monday))
}

fn wished(municipality: Option<&Municipality>) -> Ids {
    municipality.map(|it| it.themes.clone()).unwrap_or_default()
}

/// The language most people of a municipality speak.
fn majority(municipality: Option<&Municipality>) -> Option<Tongue> {
    municipality.and_then(|it| it.languages.first().copied())
}
