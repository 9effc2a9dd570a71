//! What one key says of a row: asked, agreed, came, sent on, done.

use jiff::civil::Date;

use crate::cards::session::RowSpot;
use crate::domain::{ActionStatus, Choice as _, Consent, Id, Session};
use crate::layer::Cx;
use crate::text::Safe;

/// What a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is one step further.
    On,
    /// It will not be.
    No,
}

/// The id of the words for what a mark would say of the row; nothing where it says nothing.
pub(super) fn word(session: &Session, spot: &RowSpot, mark: Mark) -> Option<&'static str> {
    let consenting = |consent: Option<Consent>| match (mark, consent) {
        (Mark::No, Some(Consent::Declined)) | (Mark::On, Some(Consent::Confirmed)) => None,
        (Mark::No, _) => Some("mark-declined"),
        (Mark::On, Some(Consent::Asked)) => Some("mark-confirmed"),
        (Mark::On, None | Some(Consent::Declined)) => Some("mark-asked"),
    };
    match (spot.key, mark, &spot.speaker) {
        ("programme", _, Some((number, _))) => {
            consenting(session.programme.get(spot.number)?.speakers.get(*number)?.consent)
        }
        ("invited", ..) => consenting(session.invited.get(spot.number)?.consent),
        ("materials", Mark::On, _) => {
            let material = session.materials.get(spot.number)?;
            match (material.received_on, material.sent_on) {
                (None, _) => Some("mark-received"),
                (Some(_), None) => Some("mark-sent"),
                _ => None,
            }
        }
        ("checklist", Mark::On, _) => {
            let done = session.checklist.get(spot.number)?.done == Some(true);
            Some(if done { "mark-undone" } else { "mark-done" })
        }
        _ => None,
    }
}

/// Where a row stands.
enum Standing {
    /// What somebody answered.
    Consent(Consent),
    /// It came.
    Received,
    /// It was sent on.
    Sent,
    /// It is done.
    Done,
    /// Nothing was done about it.
    Open,
}

/// Where the row stands.
fn standing(session: &Session, spot: &RowSpot) -> Standing {
    let speaker = |number: usize| session.programme.get(spot.number)?.speakers.get(number)?.consent;
    let consent = match (spot.key, &spot.speaker) {
        ("programme", Some((number, _))) => speaker(*number),
        ("invited", _) => session.invited.get(spot.number).and_then(|row| row.consent),
        _ => None,
    };
    let material = session.materials.get(spot.number).filter(|_| spot.key == "materials");
    let task = session.checklist.get(spot.number).filter(|_| spot.key == "checklist");
    match (consent, material, task) {
        (Some(consent), ..) => Standing::Consent(consent),
        (_, Some(material), _) if material.sent_on.is_some() => Standing::Sent,
        (_, Some(material), _) if material.received_on.is_some() => Standing::Received,
        (_, _, Some(task)) if task.done == Some(true) => Standing::Done,
        _ => Standing::Open,
    }
}

/// The session with the mark on the row.
pub(super) fn marked(session: &Session, spot: &RowSpot, mark: Mark, today: Date) -> Option<Session> {
    let word = word(session, spot, mark)?;
    let mut session = session.clone();
    let consent = match word {
        "mark-asked" => Some(Consent::Asked),
        "mark-confirmed" => Some(Consent::Confirmed),
        _ => Some(Consent::Declined),
    };
    match (spot.key, &spot.speaker) {
        ("programme", Some((number, _))) => {
            let item = session.programme.make_mut().get_mut(spot.number)?;
            item.speakers.make_mut().get_mut(*number)?.consent = consent;
        }
        ("invited", _) => session.invited.make_mut().get_mut(spot.number)?.consent = consent,
        ("materials", _) => {
            let material = session.materials.make_mut().get_mut(spot.number)?;
            if word == "mark-received" {
                material.received_on = Some(today);
            } else {
                material.sent_on = Some(today);
            }
        }
        _ => session.checklist.make_mut().get_mut(spot.number)?.done = (word == "mark-done").then_some(true),
    }
    Some(session)
}

/// Where a row stands now, in a word.
pub(super) fn said(cx: &Cx<'_>, session: &Session, row: &RowSpot) -> Safe {
    let texts = cx.showing.texts;
    match standing(session, row) {
        Standing::Consent(consent) => texts.choice("consent", consent.key()),
        Standing::Received => texts.field("received_on"),
        Standing::Sent => texts.field("sent_on"),
        Standing::Done => texts.field("done"),
        Standing::Open => texts.choice("action-status", ActionStatus::Open.key()),
    }
}

/// The row of a section that most needs a hand: a speaker who declined, else one nobody asked, else one who has not
/// answered; a material or reminder that is late, else the first that is open.
pub(super) fn first_open(session: &Session, key: &'static str, today: Date) -> Option<RowSpot> {
    let in_time = |due: Option<Date>| due.is_none_or(|due| due >= today);
    let rows: Vec<(u8, RowSpot)> = match key {
        "programme" => {
            let items = session.programme.iter().enumerate();
            let speakers = items.flat_map(|(number, item)| {
                item.speakers.iter().enumerate().filter_map(move |(at, row)| {
                    let weight = match row.consent {
                        Some(Consent::Declined) => 0,
                        None => 1,
                        Some(Consent::Asked) => 2,
                        Some(Consent::Confirmed) => return None,
                    };
                    let speaker = Some((at, row.id.clone()));
                    Some((weight, RowSpot { key, number, id: item.id.clone(), speaker }))
                })
            });
            speakers.collect()
        }
        "materials" => {
            let rows = session.materials.iter().enumerate().filter(|(_, row)| row.received_on.is_none());
            rows.map(|(number, row)| (u8::from(in_time(row.due)), spot(key, number, &row.id))).collect()
        }
        _ => {
            let rows = session.checklist.iter().enumerate().filter(|(_, row)| row.done != Some(true));
            rows.map(|(number, row)| (u8::from(in_time(row.due)), spot(key, number, &row.id))).collect()
        }
    };
    rows.into_iter().min_by_key(|(weight, _)| *weight).map(|(_, row)| row)
}

fn spot(key: &'static str, number: usize, id: &Id) -> RowSpot {
    RowSpot { key, number, id: id.clone(), speaker: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ChecklistItem, Material, ProgrammeItem, Speaker};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn spot(key: &'static str, speaker: Option<usize>) -> RowSpot {
        RowSpot { key, number: 0, id: Id::default(), speaker: speaker.map(|number| (number, Id::default())) }
    }

    fn session() -> Session {
        let item = ProgrammeItem { speakers: [Speaker::default()].into_iter().collect(), ..ProgrammeItem::default() };
        Session {
            programme: [item].into_iter().collect(),
            materials: [Material::default()].into_iter().collect(),
            checklist: [ChecklistItem::default()].into_iter().collect(),
            ..Session::default()
        }
    }

    /// The words one key after the other says, until it says nothing or has said three things.
    fn said(spot: &RowSpot, mark: Mark) -> Vec<&'static str> {
        let mut session = session();
        let mut said = Vec::new();
        while let (Some(words), true) = (word(&session, spot, mark), said.len() < 3) {
            said.push(words);
            session = marked(&session, spot, mark, TODAY).unwrap();
        }
        said
    }

    #[test]
    fn each_key_goes_one_step() {
        assert_eq!(said(&spot("programme", Some(0)), Mark::On), ["mark-asked", "mark-confirmed"]);
        assert_eq!(said(&spot("programme", Some(0)), Mark::No), ["mark-declined"]);
        assert_eq!(said(&spot("materials", None), Mark::On), ["mark-received", "mark-sent"]);
        assert_eq!(said(&spot("checklist", None), Mark::On), ["mark-done", "mark-undone", "mark-done"]);
        assert_eq!(said(&spot("checklist", None), Mark::No), [""; 0]);
        assert_eq!(said(&spot("programme", None), Mark::On), [""; 0], "an item is nothing to agree to");
    }

    #[test]
    fn who_declined_can_be_asked_again() {
        let mut session = session();
        let row = spot("programme", Some(0));
        session = marked(&session, &row, Mark::No, TODAY).unwrap();
        assert_eq!(word(&session, &row, Mark::On), Some("mark-asked"));
        let asked = marked(&session, &row, Mark::On, TODAY).unwrap();
        assert_eq!(asked.programme[0].speakers[0].consent, Some(Consent::Asked));
    }

    #[test]
    fn what_is_missing_leads_to_the_row_that_needs_a_hand() {
        let mut session = session();
        let speaker = |consent| Speaker { consent, ..Speaker::default() };
        let consents = [Some(Consent::Asked), None, Some(Consent::Declined), Some(Consent::Confirmed)];
        session.programme.make_mut()[0].speakers = consents.into_iter().map(speaker).collect();
        let first =
            |session: &Session| first_open(session, "programme", TODAY).and_then(|row| row.speaker).map(|row| row.0);
        assert_eq!(first(&session), Some(2));
        session.programme.make_mut()[0].speakers.make_mut()[2].consent = Some(Consent::Confirmed);
        assert_eq!(first(&session), Some(1));
        let task = |due| ChecklistItem { due, ..ChecklistItem::default() };
        let days = [None, Some(date(2026, 12, 1)), Some(date(2026, 11, 1))];
        session.checklist = days.into_iter().map(task).collect();
        assert_eq!(first_open(&session, "checklist", TODAY).map(|row| row.number), Some(2), "what is late comes first");
        session.materials.make_mut()[0].received_on = Some(TODAY);
        assert_eq!(first_open(&session, "materials", TODAY), None);
    }

    #[test]
    fn what_came_came_today() {
        let row = spot("materials", None);
        let came = marked(&session(), &row, Mark::On, TODAY).unwrap();
        assert_eq!((came.materials[0].received_on, came.materials[0].sent_on), (Some(TODAY), None));
    }
}
