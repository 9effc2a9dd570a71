//! Who takes part in a session and as what: its own people and municipalities, and where it names none those of its
//! coachings.

use jiff::civil::Date;

use super::rules::Rule;
use crate::book::Book;
use crate::domain::{Coaching, Consent, Id, Ids, Kind, Link, Mode, Session, SessionKind, SessionStatus, Speaker, Who};
use crate::planning::span::{self, Span};

/// What somebody does in a session; one person may do several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Does {
    pub(super) tutors: bool,
    /// Speaks or runs the technology.
    pub(super) serves: bool,
    /// Is there for a municipality.
    pub(super) is_contact: bool,
}

impl Does {
    /// Whether the session needs them.
    pub(super) fn leads(self) -> bool {
        self.tutors || self.serves
    }

    fn and(self, other: Self) -> Self {
        Self {
            tutors: self.tutors || other.tutors,
            serves: self.serves || other.serves,
            is_contact: self.is_contact || other.is_contact,
        }
    }
}

/// A session with what is compared of it.
#[derive(Clone, Debug)]
pub(super) struct Cast<'a> {
    pub(super) session: &'a Session,
    pub(super) span: Option<Span>,
    /// Who is there, in the order of their ids, each once.
    pub(super) people: Vec<(&'a Id, Does)>,
    /// The municipalities it is for, in the order of their ids.
    pub(super) municipalities: Vec<&'a Id>,
    /// Municipalities that send a tutor not named yet.
    pub(super) offices: Vec<&'a Id>,
}

/// Whether a session is still to be: of one that is over or called off nothing can be mended.
pub(super) fn is_open(session: &Session) -> bool {
    !matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled))
}

/// What a session has of its own, else what its coachings have.
fn own_or_inherited<'a>(
    book: &'a Book,
    session: &'a Session,
    own: &'a Ids,
    inherited: impl Fn(&'a Coaching) -> &'a [Id],
) -> Vec<&'a Id> {
    let mut ids: Vec<&Id> = if own.is_empty() {
        session.coachings.iter().filter_map(|id| book.get::<Coaching>(id)).flat_map(inherited).collect()
    } else {
        own.iter().collect()
    };
    ids.sort_unstable();
    ids.dedup();
    ids
}

impl<'a> Cast<'a> {
    pub(super) fn of(book: &'a Book, session: &'a Session) -> Self {
        let tutors = own_or_inherited(book, session, &session.tutors, |coaching| &coaching.tutors);
        let does = Does { tutors: true, ..Does::default() };
        let mut people: Vec<(&Id, Does)> = tutors.iter().map(|id| (*id, does)).collect();
        let does = Does { serves: true, ..Does::default() };
        people.extend(session.technical_hosts.iter().chain(speakers(session)).map(|id| (id, does)));
        // Of a webinar for a whole region one need not know where all its contacts are.
        if Rule::ContactTwice.holds_for(session.kind) {
            let contacts = own_or_inherited(book, session, &session.contacts, |coaching| &coaching.contacts);
            let does = Does { is_contact: true, ..Does::default() };
            people.extend(contacts.into_iter().map(|id| (id, does)));
        }
        let offices =
            own_or_inherited(book, session, &session.tutor_municipalities, |coaching| &coaching.tutor_municipalities);
        Self {
            session,
            span: span::of(session),
            people: each_once(people),
            municipalities: municipalities(book, session),
            offices,
        }
    }

    pub(super) fn kind(&self) -> Option<SessionKind> {
        self.session.kind
    }

    pub(super) fn link(&self) -> Link {
        Link::new(Kind::Session, self.session.id.clone())
    }

    /// Those the session needs, whoever is only a contact left out.
    pub(super) fn leading(&self) -> impl Iterator<Item = (&'a Id, Does)> + '_ {
        self.people.iter().copied().filter(|(_, does)| does.leads())
    }

    /// Whether people come to a place.
    pub(super) fn is_at_a_place(&self) -> bool {
        matches!(self.session.mode, Some(Mode::OnSite | Mode::Hybrid))
    }

    /// The days within which another session can meet this one.
    pub(super) fn reach(&self) -> Option<(Date, Date)> {
        self.span.map(|span| (span.first, span.until()))
    }
}

/// The municipalities a session is for.
pub fn municipalities<'a>(book: &'a Book, session: &'a Session) -> Vec<&'a Id> {
    own_or_inherited(book, session, &session.municipalities, |coaching| coaching.municipality.as_slice())
}

/// The people of the book who speak, whoever declined left out.
fn speakers(session: &Session) -> impl Iterator<Item = &Id> {
    let rows = session.programme.iter().flat_map(|item| &item.speakers);
    rows.filter(|row| row.consent != Some(Consent::Declined)).filter_map(|row: &Speaker| match &row.who {
        Who::Person(id) => Some(id),
        Who::Name(_) | Who::Nobody => None,
    })
}

fn each_once(mut people: Vec<(&Id, Does)>) -> Vec<(&Id, Does)> {
    people.sort_by_key(|(id, _)| *id);
    people.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 = kept.1.and(later.1);
        }
        same
    });
    people
}
