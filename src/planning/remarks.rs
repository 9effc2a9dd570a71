//! What is worth knowing while one writes a coaching down, and is no clash: that the municipality was coached before
//! or has asked already, and how many places its round has left.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Choice as _, Coaching, CoachingStatus, Id, Kind, Link, Season, Session, SessionStatus};
use crate::planning::figures::has_been_held;
use crate::planning::rounds::{of_season, places_left_for, takes_place};
use crate::planning::tutors::counts;
use crate::text::Safe;

/// Something worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The municipality has another coaching in the same season.
    AskedAlready(Id),
    /// So many places are left in its round; none are told as a clash.
    PlacesLeft(u32),
    /// The municipality was coached before.
    CoachedBefore(Id),
    /// Nothing comes of the coaching, and this session of it is still planned.
    StillPlanned(Id),
    /// A session that was held on a day that is still to come.
    HeldAhead(Date),
}

/// So many earlier coachings are told.
const EARLIER: usize = 2;

/// What is worth knowing of a coaching, which may never have been saved.
pub fn of_coaching(book: &Book, coaching: &Coaching) -> Vec<Remark> {
    let others = others(book, coaching);
    let same = |other: &&&Coaching| other.season == coaching.season && counts(other);
    let asked = others.iter().find(same).map(|other| Remark::AskedAlready(other.id.clone()));
    let season = coaching.season.as_ref().and_then(|id| book.get::<Season>(id));
    let held = others.iter().filter(|other| other.season != coaching.season && has_been_held(book, other));
    let before = held.take(EARLIER).map(|other| Remark::CoachedBefore(other.id.clone()));
    // Who has a place keeps it: what is left is for others.
    let known = book.get::<Coaching>(&coaching.id).filter(|known| takes_place(known));
    let has_place = known.is_some_and(|known| known.round == coaching.round && known.season == coaching.season);
    let left = season.filter(|_| takes_place(coaching) && !has_place).and_then(|season| {
        let left = places_left_for(book, season, of_season(season, &coaching.round)?, &coaching.id)?;
        (left > 0).then_some(Remark::PlacesLeft(left))
    });
    let standing = still_planned(book, coaching).map(|session| Remark::StillPlanned(session.id.clone()));
    standing.into_iter().chain(asked).chain(left).chain(before).collect()
}

/// The first session of a coaching of which nothing comes that is still to be.
fn still_planned<'a>(book: &'a Book, coaching: &Coaching) -> Option<&'a Session> {
    let link = Link::new(Kind::Coaching, coaching.id.clone());
    let open = |session: &&Session| {
        session.coachings.contains(&coaching.id)
            && !matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled))
    };
    let ended = coaching.status.is_some() && !counts(coaching);
    book.referring_as::<Session>(&link).filter(|_| ended).filter(open).min_by_key(|session| session.date)
}

/// What is worth knowing of a session, which may never have been saved.
pub fn of_session(session: &Session, today: Date) -> Option<Remark> {
    let held = session.status == Some(SessionStatus::Held);
    session.date.filter(|day| held && *day > today).map(Remark::HeldAhead)
}

/// The other coachings of the municipality, the latest season first.
fn others<'a>(book: &'a Book, coaching: &Coaching) -> Vec<&'a Coaching> {
    let Some(municipality) = &coaching.municipality else { return Vec::new() };
    let all = book.referring_as::<Coaching>(&Link::new(Kind::Municipality, municipality.clone()));
    let of_it = all.filter(|other| other.municipality.as_ref() == Some(municipality) && other.id != coaching.id);
    let mut others: Vec<&Coaching> = of_it.collect();
    let starts = |it: &Coaching| it.season.as_ref().and_then(|id| book.get::<Season>(id)).and_then(|it| it.starts);
    others.sort_by_key(|other| (Reverse(starts(other)), &other.id));
    others
}

impl Remark {
    /// The remark in words.
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        match self {
            Self::PlacesLeft(left) => {
                texts.tell("remark-places-left", &[("count", usize::try_from(*left).unwrap_or(usize::MAX).into())])
            }
            Self::AskedAlready(id) => {
                let Some(other) = showing.book.get::<Coaching>(id) else { return Safe::default() };
                let status = other.status.unwrap_or(CoachingStatus::Requested);
                let places = [
                    ("municipality", showing.id(Kind::Municipality, other.municipality.as_ref()).into()),
                    ("season", showing.id(Kind::Season, other.season.as_ref()).into()),
                    ("status", texts.choice(CoachingStatus::SET, status.key()).into()),
                ];
                texts.tell("remark-asked-already", &places)
            }
            Self::CoachedBefore(id) => {
                let Some(other) = showing.book.get::<Coaching>(id) else { return Safe::default() };
                let people = other.tutors.iter().map(|id| showing.id(Kind::Person, Some(id)));
                let offices = other.tutor_municipalities.iter().map(|id| showing.id(Kind::Municipality, Some(id)));
                let tutors = Safe::join(people.chain(offices), &Safe::own(", "));
                let by = if tutors.is_empty() { tutors } else { Safe::line(&format!(" ({tutors})")) };
                let places = [
                    ("municipality", showing.id(Kind::Municipality, other.municipality.as_ref()).into()),
                    ("season", showing.id(Kind::Season, other.season.as_ref()).into()),
                    ("by", by.into()),
                ];
                texts.tell("remark-coached-before", &places)
            }
            Self::StillPlanned(id) => {
                let day = showing.book.get::<Session>(id).and_then(|session| session.date);
                let day = day.map(|day| texts.day(day, showing.today)).unwrap_or_default();
                let title = showing.id(Kind::Session, Some(id));
                texts.tell("remark-still-planned", &[("what", title.into()), ("day", day.into())])
            }
            Self::HeldAhead(day) => texts.tell("remark-held-ahead", &[("day", texts.day(*day, showing.today).into())]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Source, load};
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    #[test]
    fn karkkila_was_coached_in_2021_and_asks_again() {
        let book = load(&Source::Example).book;
        let id = |word: &str| Id::parse(word).unwrap();
        let coaching = |season: &str| Coaching {
            municipality: Some(id("224")),
            season: Some(id(season)),
            status: Some(CoachingStatus::Requested),
            round: "m78f1g".into(),
            ..Coaching::default()
        };
        let texts = Texts::new(Tongue::Fi);
        let showing = Showing { book: &book, texts: &texts, today: date(2026, 11, 22), season: None };
        let told = |season: &str| {
            let remarks = of_coaching(&book, &coaching(season));
            remarks.iter().map(|remark| remark.sentence(showing).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(told("2020"), ["Karkkila sai sparrausta myös 2020–21."]);
        assert_eq!(
            told("2020-21"),
            ["Karkkila on jo mukana kaudella 2020–21 (päättynyt).", "Kierroksella on 5 paikkaa jäljellä."]
        );
    }
}
