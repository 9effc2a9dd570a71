//! What an errand asks, what it is called, and what has to be seen before it is done.

use ecow::EcoString;

use crate::cards::passing;
use crate::dialogs::confirm::Confirm;
use crate::dialogs::roll::Roll;
use crate::domain::{
    Affiliation, Column, FieldKind, Id, Kind, Practice, RecordRef, Season, Uptake, Value, Words, columns,
};
use crate::entry::key_of;
use crate::form::{KEY, columns_of};
use crate::layer::{Cx, Errand, Layer, Task};
use crate::planning::handing::handing_over;
use crate::planning::merger::{Merging, Unmerged, merged, usual_day};
use crate::planning::moving::{Moving, Stays, moved};
use crate::planning::next_season::{Along, NewSeason, begun, guess};
use crate::planning::practices::taken_up;
use crate::text::Safe;

/// The municipality another one becomes part of.
static INTO: Column =
    Column { key: "into", label: "merge_into", kind: FieldKind::Ref(Kind::Municipality), needed: true };

/// The day on which it does.
static DAY: Column = Column { key: "day", label: "merge_day", kind: FieldKind::Date, needed: true };

/// Who looks after everything from now on.
static TO: Column = Column { key: "to", label: "hand_over_to", kind: FieldKind::Ref(Kind::Person), needed: true };

/// What is asked of a place of work.
const MOVE: [&str; 4] = ["at", "title", "unit", "from"];

/// What is asked of a season.
const SEASON: [&str; 4] = ["name", "starts", "ends", KEY];

/// What is asked, and what that begins with.
pub(super) fn asked(cx: &Cx<'_>, errand: &Errand) -> Vec<(&'static Column, Value)> {
    let today = cx.showing.today;
    match errand {
        Errand::Move(_) => {
            let asked = (0..).map_while(columns::<Affiliation>).filter(|column| MOVE.contains(&column.key));
            let begins = |column: &Column| if column.key == "from" { Value::Date(today) } else { Value::Empty };
            asked.map(|column| (column, begins(column))).collect()
        }
        Errand::HandOver(_) => vec![(&TO, Value::Empty)],
        Errand::TakeUp(_) => {
            let begins = |column: &Column| if column.key == "since" { Value::Date(today) } else { Value::Empty };
            (0..).map_while(columns::<Uptake>).map(|column| (column, begins(column))).collect()
        }
        Errand::Merge(_) => vec![(&INTO, Value::Empty), (&DAY, Value::Date(usual_day(today)))],
        Errand::NextSeason(last) => {
            let guess = cx.showing.book.get::<Season>(last).map(|season| guess(season, None, None)).unwrap_or_default();
            let text = |text: &EcoString| if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) };
            let begins = |column: &Column| match column.key {
                "name" => text(&guess.name),
                "starts" => guess.starts.map_or(Value::Empty, Value::Date),
                "ends" => guess.ends.map_or(Value::Empty, Value::Date),
                _ => text(&guess.key),
            };
            let asked = columns_of(Kind::Season).filter(|column| SEASON.contains(&column.key));
            asked.map(|column| (column, begins(column))).collect()
        }
    }
}

/// What it is called.
pub(super) fn title(cx: &Cx<'_>, errand: &Errand) -> Safe {
    let (text, kind, id) = match errand {
        Errand::Move(id) => ("move-title", Kind::Person, id),
        Errand::Merge(id) => ("merge-title", Kind::Municipality, id),
        Errand::NextSeason(id) => ("next-season-title", Kind::Season, id),
        Errand::TakeUp(id) => ("take-up-title", Kind::Practice, id),
        Errand::HandOver(id) => ("hand-over-title", Kind::Person, id),
    };
    cx.showing.texts.tell(text, &[("name", cx.showing.id(kind, Some(id)).into())])
}

/// What is to be done.
///
/// # Errors
/// The field that has to be filled in otherwise, and why.
pub(super) fn task(
    cx: &Cx<'_>,
    errand: &Errand,
    values: &[(&'static Column, Value)],
    said: Vec<(Id, Along)>,
) -> Result<Task, (&'static str, Safe)> {
    let (showing, book) = (cx.showing, cx.showing.book);
    let value = |key: &str| values.iter().find(|(column, _)| column.key == key).map(|(_, value)| value.clone());
    let text = |key: &str| if let Some(Value::Text(text)) = value(key) { text } else { EcoString::new() };
    let day = |key: &str| if let Some(Value::Date(day)) = value(key) { Some(day) } else { None };
    // What is needed was checked before; what is missing all the same is asked for again.
    let missing = |key: &'static str| (key, showing.texts.say("errand-missing"));
    match errand {
        Errand::Move(person) => {
            let Some(Value::Link(to)) = value("at") else { return Err(missing("at")) };
            let title = if let Some(Value::Words(words)) = value("title") { words } else { Words::default() };
            let on = day("from").unwrap_or(showing.today);
            let moving = Moving { person: person.clone(), to, title, unit: text("unit"), on };
            moved(book, &moving, showing.today).map_err(|stays| {
                let field = if matches!(stays, Stays::Begun(..)) { "from" } else { "at" };
                (field, stays.sentence(showing))
            })?;
            Ok(Task::Move(moving))
        }
        Errand::Merge(from) => {
            let Some(Value::Ref(into)) = value("into") else { return Err(missing("into")) };
            let on = day("day").ok_or_else(|| missing("day"))?;
            let merging = Merging { from: from.clone(), into, on };
            merged(book, &merging, showing.today).map_err(|why| (field_of(&why), why.sentence(showing)))?;
            Ok(Task::Merge(merging))
        }
        Errand::HandOver(from) => {
            let Some(Value::Ref(to)) = value("to") else { return Err(missing("to")) };
            let handed =
                handing_over(book, from, &to).map_err(|refused| ("to", showing.texts.say(refused.text_id())))?;
            if handed.changes.is_empty() {
                return Err(("to", passing::handed(showing, "handover-done", (from, &to), &handed)));
            }
            Ok(Task::HandOver { from: from.clone(), to })
        }
        Errand::TakeUp(practice) => {
            let Some(Value::Ref(municipality)) = value("municipality") else { return Err(missing("municipality")) };
            let since = day("since").unwrap_or(showing.today);
            let has = |it: &Practice| taken_up(it, &municipality, since).is_none();
            if book.get::<Practice>(practice).is_some_and(has) {
                let name = showing.id(Kind::Municipality, Some(&municipality));
                return Err(("municipality", showing.texts.tell("practice-has-taken-up", &[("name", name.into())])));
            }
            Ok(Task::TakeUp { practice: practice.clone(), municipality, since })
        }
        Errand::NextSeason(last) => {
            let name = text("name");
            let key = text(KEY);
            let key = if key.is_empty() { key_of(&name) } else { Id::parse(&key).ok() };
            let key = key.ok_or_else(|| (KEY, showing.texts.say("invalid-id")))?;
            let (starts, ends) =
                (day("starts").ok_or_else(|| missing("starts"))?, day("ends").ok_or_else(|| missing("ends"))?);
            let new = NewSeason { after: last.clone(), key, name, starts, ends };
            begun(book, &new, &said).map_err(|why| (why.field(), why.sentence(showing)))?;
            Ok(Task::NextSeason(new, said))
        }
    }
}

/// The field that tells why two municipalities are not merged.
const fn field_of(why: &Unmerged) -> &'static str {
    match why {
        Unmerged::Ended(..) | Unmerged::NotYet(..) => "day",
        Unmerged::Unknown(_) | Unmerged::Itself(_) | Unmerged::Already(..) => "into",
    }
}

/// What is to be seen, and confirmed, before it is done.
pub(super) fn shown_first(cx: &Cx<'_>, task: &Task) -> Option<Box<dyn Layer>> {
    match task {
        Task::HandOver { .. } | Task::Move(_) | Task::TakeUp { .. } => None,
        Task::Merge(merging) => Some(Box::new(merger(cx, merging)?)),
        Task::NextSeason(new, _) => Some(Box::new(Roll::new(cx, new)?)),
    }
}

/// What a merger moves and leaves, in numbers and by name.
fn merger(cx: &Cx<'_>, merging: &Merging) -> Option<Confirm> {
    let (showing, texts) = (cx.showing, cx.showing.texts);
    let merged = merged(showing.book, merging, showing.today).ok()?;
    let none = || texts.say("merge-none");
    let numbers = |counts: Safe| if counts.is_empty() { none() } else { counts };
    let into = ("into", showing.id(Kind::Municipality, Some(&merging.into)).into());
    let from = ("name", showing.id(Kind::Municipality, Some(&merging.from)).into());
    let moves = numbers(passing::counts(texts, &merged.moves));
    let stays = numbers(passing::counts(texts, &merged.stays));
    let mut lines = vec![
        texts.tell("merge-moves", &[into, ("what", moves.into())]),
        texts.tell("merge-stays", &[from, ("what", stays.into())]),
    ];
    if merged.opted_out > 0 {
        let into = ("into", showing.id(Kind::Municipality, Some(&merging.into)).into());
        lines.push(texts.tell("merge-opts-out", &[into, ("count", merged.opted_out.into())]));
    }
    lines.extend(passing::merging_days(showing, merging));
    lines.push(texts.say("merge-undo"));
    let named = |change: &crate::book::Change| {
        let record = change.before.as_ref()?.as_ref();
        (!matches!(record, RecordRef::Municipality(_)))
            .then(|| (texts.say(&format!("kind-{}", record.kind().key())), showing.title(record)))
    };
    let named = merged.changes.iter().filter_map(named).collect();
    Some(Confirm::new(passing::merging(showing, merging), lines, named))
}
