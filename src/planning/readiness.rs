//! What is missing, derived from the records and never stored. Lists, Today and the command line share it.

use crate::domain::{Person, Season, Session, SessionStatus};

/// Something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// A person of the season with neither phone nor e-mail.
    NoContact,
    /// A session without a day.
    NoDate,
    /// A session to come without a programme.
    NoProgramme,
}

impl Gap {
    /// The id of its words.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::NoContact => "gap-no-contact",
            Self::NoDate => "gap-no-date",
            Self::NoProgramme => "gap-no-programme",
        }
    }
}

/// What is missing of a person who does something in this season.
pub fn of_person(person: &Person, season: &Season) -> Option<Gap> {
    let taking_part =
        person.left_on.is_none() && person.roles.iter().any(|row| row.season.as_ref() == Some(&season.id));
    let reachable = !person.phone.is_empty() || !person.email.is_empty() || !person.further_contacts.is_empty();
    (taking_part && !reachable).then_some(Gap::NoContact)
}

/// What is missing of a session that is still to come.
pub fn of_session(session: &Session) -> Vec<Gap> {
    if matches!(session.status, Some(SessionStatus::Held | SessionStatus::Cancelled)) {
        return Vec::new();
    }
    let gaps = [(session.date.is_none(), Gap::NoDate), (session.programme.is_empty(), Gap::NoProgramme)];
    gaps.into_iter().filter_map(|(missing, gap)| missing.then_some(gap)).collect()
}
