//! Ask a peer: from themes to the people who know something of them, best first.
//!
//! | what speaks for somebody | points |
//! |---|---|
//! | a practice of the theme in their municipality | 40 each, at most two counted |
//! | each municipality that took it up from there | 5, at most four counted |
//! | they can help with the theme, as a tutor of the season | 30 each theme; 20 where they tutor no longer |
//! | their municipality took a practice of the theme up | 25 each, at most two counted |
//! | their municipality was coached on the theme | 15 |
//! | there is a phone number or an address to reach them | 1, so that they come first among equals |
//!
//! Owns who is named and why. Never changes the book.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::actions::contact_in;
use super::figures::has_been_held;
use super::tutors::has_left;
use crate::book::Book;
use crate::book::show::Showing;
use crate::domain::{Coaching, Id, Kind, Link, Person, Practice, RecordRef, Role, Season, Theme};
use crate::find::collate::collate;
use crate::text::Safe;

/// The most of the same reason that is counted.
const COUNTED: usize = 2;

/// The most municipalities that took a practice up which are counted.
const UPTAKES: usize = 4;

/// Why one asks somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is practised where they work; so many took it up from there.
    Practises(Id, usize),
    /// They help with a theme, as a tutor of the season at hand or of an earlier one.
    Helps {
        /// The themes.
        themes: Vec<Id>,
        /// Whether they tutor now.
        now: bool,
    },
    /// Their municipality took a practice up, since this day.
    TookUp(Id, Option<Date>),
    /// Their municipality was coached on a theme.
    Coached(Id),
}

/// Whom to ask: a person, or a municipality where nobody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The person or municipality.
    pub link: Link,
    /// Why, the weightiest first.
    pub why: Vec<Why>,
    /// How much speaks for them.
    pub points: usize,
}

/// Everybody to ask about these themes, without the municipality that asks. Best first; among equals by name.
pub fn peers(showing: Showing<'_>, themes: &[Id], asking: Option<&Id>) -> Vec<Peer> {
    let mut found = Found { showing, asking, reasons: BTreeMap::new() };
    for theme in themes {
        found.practices(theme);
        found.tutors(theme);
        found.coached(theme);
    }
    let mut peers: Vec<(Peer, Safe)> = found
        .reasons
        .into_iter()
        .map(|(link, why)| {
            let name = showing.link(&link);
            (weighed(showing.book, link, why), name)
        })
        .collect();
    peers.sort_by(|(one, name), (other, second)| {
        (Reverse(one.points), collate(name.as_str()), &one.link).cmp(&(
            Reverse(other.points),
            collate(second.as_str()),
            &other.link,
        ))
    });
    peers.into_iter().map(|(peer, _)| peer).collect()
}

/// The themes a record is about, for asking about it.
pub fn themes_of(book: &Book, link: &Link) -> Vec<Id> {
    match book.record(link) {
        Some(RecordRef::Theme(theme)) => vec![theme.id.clone()],
        Some(RecordRef::Practice(practice)) => practice.themes.to_vec(),
        Some(RecordRef::Municipality(it)) => it.themes.to_vec(),
        _ => Vec::new(),
    }
}

struct Found<'a> {
    showing: Showing<'a>,
    asking: Option<&'a Id>,
    reasons: BTreeMap<Link, Vec<Why>>,
}

impl Found<'_> {
    /// Whom one rings in a municipality goes with a reason; the municipality itself where nobody is known.
    fn of_municipality(&mut self, municipality: &Id, named: Option<&Id>, why: Why) {
        if Some(municipality) == self.asking {
            return;
        }
        let (book, today) = (self.showing.book, self.showing.today);
        let there = |id: &&Id| book.get::<Person>(id).is_some_and(|person| !has_left(person, today));
        let person = named.filter(there).cloned().or_else(|| contact_in(book, municipality, today));
        let link = match person {
            Some(id) => Link::new(Kind::Person, id),
            None => Link::new(Kind::Municipality, municipality.clone()),
        };
        self.add(link, why);
    }

    fn add(&mut self, link: Link, why: Why) {
        let reasons = self.reasons.entry(link).or_default();
        let helps =
            reasons.iter_mut().find_map(|it| if let Why::Helps { themes, .. } = it { Some(themes) } else { None });
        if let (Some(helps), Why::Helps { themes, .. }) = (helps, &why) {
            // Whoever helps with several themes says so once.
            helps.extend(themes.iter().filter(|theme| !helps.contains(theme)).cloned().collect::<Vec<_>>());
        } else if !reasons.contains(&why) {
            reasons.push(why);
        }
    }

    fn practices(&mut self, theme: &Id) {
        let link = Link::new(Kind::Theme, theme.clone());
        let practices: Vec<&Practice> = self.showing.book.referring_as::<Practice>(&link).collect();
        for practice in practices {
            let why = Why::Practises(practice.id.clone(), practice.uptakes.len());
            match (&practice.municipality, &practice.contact) {
                (Some(place), contact) => self.of_municipality(place, contact.as_ref(), why),
                (None, Some(contact)) => self.add(Link::new(Kind::Person, contact.clone()), why),
                (None, None) => {}
            }
            for row in &practice.uptakes {
                if let Some(place) = &row.municipality {
                    self.of_municipality(place, None, Why::TookUp(practice.id.clone(), row.since));
                }
            }
        }
    }

    fn tutors(&mut self, theme: &Id) {
        let (book, season) = (self.showing.book, self.showing.season);
        let link = Link::new(Kind::Theme, theme.clone());
        let people: Vec<&Person> = book.referring_as::<Person>(&link).collect();
        for person in people {
            let tutors_in = |of: &Season| person.has_role(&of.id, Role::Tutor);
            let now = season.is_some_and(tutors_in) && !has_left(person, self.showing.today);
            let once = person.roles.iter().any(|row| matches!(row.role, Some(Role::Tutor | Role::Expert)));
            let own = person.present_affiliations(self.showing.today).filter_map(|row| row.at.as_ref());
            let is_asking = own.into_iter().any(|at| Some(&at.id) == self.asking);
            if (now || once) && !is_asking && !has_left(person, self.showing.today) {
                self.add(Link::new(Kind::Person, person.id.clone()), Why::Helps { themes: vec![theme.clone()], now });
            }
        }
    }

    fn coached(&mut self, theme: &Id) {
        let book = self.showing.book;
        let link = Link::new(Kind::Theme, theme.clone());
        let held = book.referring_as::<Coaching>(&link).filter(|coaching| has_been_held(book, coaching));
        let coachings: Vec<&Coaching> = held.collect();
        for coaching in coachings {
            if let Some(place) = &coaching.municipality {
                self.of_municipality(place, coaching.contacts.first(), Why::Coached(theme.clone()));
            }
        }
    }
}

fn weighed(book: &Book, link: Link, mut why: Vec<Why>) -> Peer {
    why.sort_by_key(|why| Reverse(points(why)));
    let mut sum = 0;
    let mut counted = [0_usize; 4];
    for reason in &why {
        let (class, most) = match reason {
            Why::Practises(..) => (0, COUNTED),
            Why::Helps { .. } => (1, usize::MAX),
            Why::TookUp(..) => (2, COUNTED),
            Why::Coached(_) => (3, 1),
        };
        if let Some(count) = counted.get_mut(class)
            && *count < most
        {
            *count += 1;
            sum += points(reason);
        }
    }
    let reachable = match book.record(&link) {
        Some(RecordRef::Person(person)) => !person.phone.is_empty() || !person.email.is_empty(),
        Some(RecordRef::Municipality(it)) => !it.switchboard.is_empty(),
        _ => false,
    };
    Peer { link, why, points: sum + usize::from(reachable) }
}

fn points(why: &Why) -> usize {
    match why {
        Why::Practises(_, uptakes) => 40 + 5 * (*uptakes).min(UPTAKES),
        Why::Helps { themes, now: true } => 30 * themes.len(),
        Why::Helps { themes, now: false } => 20 * themes.len(),
        Why::TookUp(..) => 25,
        Why::Coached(_) => 15,
    }
}

impl Why {
    /// The reason in words.
    pub fn words(&self, showing: Showing<'_>) -> Safe {
        let texts = showing.texts;
        let theme = |id: &Id| {
            let theme = showing.book.get::<Theme>(id);
            theme.map_or_else(|| showing.id(Kind::Theme, Some(id)), |it| Safe::line(it.name.in_tongue(texts.tongue())))
        };
        let practice = |id: &Id| showing.id(Kind::Practice, Some(id));
        match self {
            Self::Practises(id, 0) => texts.tell("peer-practises", &[("practice", practice(id).into())]),
            Self::Practises(id, count) => {
                texts.tell("peer-practises-taken", &[("practice", practice(id).into()), ("count", (*count).into())])
            }
            Self::Helps { themes, now } => {
                let themes = Safe::join(themes.iter().map(theme), &Safe::own(", "));
                texts.tell(if *now { "peer-helps" } else { "peer-helped" }, &[("themes", themes.into())])
            }
            Self::TookUp(id, None) => texts.tell("peer-took-up", &[("practice", practice(id).into())]),
            Self::TookUp(id, Some(day)) => {
                texts.tell("peer-took-up-since", &[("practice", practice(id).into()), ("day", texts.date(*day).into())])
            }
            Self::Coached(id) => texts.tell("peer-coached", &[("theme", theme(id).into())]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Change;
    use crate::domain::{CoachingStatus, Record, Uptake};
    use crate::store::{Source, load};
    use crate::text::{Texts, Tongue};
    use jiff::civil::date;

    fn id(word: &str) -> Id {
        Id::parse(word).unwrap()
    }

    #[test]
    fn who_practises_comes_before_who_knows_and_who_was_coached() {
        let mut book = load(&Source::Example).book;
        let theme = book.all::<Theme>().next().unwrap().id.clone();
        let helper = book.all::<Person>().find(|person| person.has_role(&id("2020-21"), Role::Tutor)).unwrap().clone();
        let mut after = helper.clone();
        after.themes = [theme.clone()].into_iter().collect();
        let practice = Practice {
            id: id("g1"),
            municipality: Some(id("078")),
            themes: [theme.clone()].into_iter().collect(),
            uptakes: [Uptake { municipality: Some(id("018")), ..Uptake::default() }].into_iter().collect(),
            ..Practice::default()
        };
        let coaching = Coaching {
            id: id("c1"),
            municipality: Some(id("710")),
            themes: [theme.clone()].into_iter().collect(),
            status: Some(CoachingStatus::Done),
            ..Coaching::default()
        };
        book.apply(&Change { before: Some(Record::Person(helper.clone())), after: Some(Record::Person(after)) });
        for record in [Record::Practice(practice), Record::Coaching(coaching)] {
            book.apply(&Change { before: None, after: Some(record) });
        }
        let texts = Texts::new(Tongue::Fi);
        let season = book.get::<Season>(&id("2020-21"));
        let showing = Showing { book: &book, texts: &texts, today: date(2021, 3, 1), season };
        let themes = [theme];
        let place = |code: &str| Link::new(Kind::Municipality, id(code));
        let found: Vec<Link> = peers(showing, &themes, None).into_iter().map(|peer| peer.link).collect();
        let at = |link: &Link| found.iter().position(|other| other == link);
        let helper = Link::new(Kind::Person, helper.id);
        assert!(at(&place("078")) < at(&helper), "{found:?}");
        assert!(at(&helper).is_some() && at(&helper) < at(&place("018")), "{found:?}");
        assert_eq!(at(&place("710")), Some(found.len() - 1), "{found:?}");
        let without: Vec<Link> = peers(showing, &themes, Some(&id("078"))).into_iter().map(|peer| peer.link).collect();
        assert!(!without.contains(&place("078")), "nobody is told to ask themselves");
    }
}
