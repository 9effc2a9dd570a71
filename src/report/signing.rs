//! The list that those who come to a session sign: who is expected, and lines for the others.
//!
//! It lies on a table where everybody reads it, so it holds no numbers and no addresses.

use super::attending::attending;
use super::{Written, label, say, when};
use crate::book::show::Showing;
use crate::domain::{RecordRef, Session};
use crate::exchange::document::{Document, Head, Part, Table};
use crate::exchange::table::{Line, Sheet};
use crate::text::Safe;

/// The fewest lines of a list.
const FEWEST: usize = 15;

/// The most: beyond that a list is not signed one after another.
const MOST: usize = 400;

/// Lines below those who are expected, for who comes along.
const SPARE: usize = 3;

pub(super) fn signing(showing: Showing<'_>, session: &Session) -> Written {
    let texts = showing.texts;
    let session_title = showing.title(RecordRef::Session(session));
    let title = texts.tell("paper-signing-title", &[("what", session_title.into())]);
    let head: Vec<Safe> =
        [label(texts, "name"), say(texts, "paper-municipality"), say(texts, "paper-signature")].into();
    let mut rows: Vec<Vec<Safe>> =
        attending(showing, session).into_iter().map(|one| vec![one.name, one.from, Safe::default()]).collect();
    let sheet = sheet(&title, &head, &rows);
    let lines = (rows.len() + SPARE).max(FEWEST).max(registered(session)).min(MOST.max(rows.len()));
    rows.resize(lines, vec![Safe::default(); head.len()]);
    let head = head.into_iter().map(|text| Head { text, is_number: false }).collect();
    let table = Table { caption: say(texts, "paper-present"), head, rows };
    let under = [when(showing, session), Safe::line(&session.place)];
    let document = Document {
        tongue: texts.tongue(),
        title,
        under: under.into_iter().filter(|line| !line.is_empty()).collect(),
        parts: vec![Part::Table(table)],
    };
    Written { document, sheet: Some(sheet) }
}

/// How many said they would come: the total, else what the rows come to.
fn registered(session: &Session) -> usize {
    let rows = session.presence.iter().filter_map(|row| row.registered).fold(0, u32::saturating_add);
    usize::try_from(session.registered_people.unwrap_or(rows)).unwrap_or(usize::MAX)
}

/// Who is expected, as a table for spreadsheets.
fn sheet(title: &Safe, head: &[Safe], rows: &[Vec<Safe>]) -> Sheet {
    let cells = |cells: &[Safe]| cells.iter().map(|cell| cell.as_str().into()).collect();
    let lines = std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).enumerate();
    let lines = lines.map(|(number, row)| Line { number: number + 1, cells: cells(row) }).collect();
    Sheet { name: title.as_str().into(), lines }
}
