//! What is said of changes that time brings: a move, a merger, a season that follows. The screen and the command
//! line say the same.

use crate::book::Change;
use crate::book::show::Showing;
use crate::domain::{Affiliation, Id, Kind, Record, Season};
use crate::planning::handing::Handed;
use crate::planning::merger::{Counts, Merging};
use crate::planning::moving::{Moved, Moving};
use crate::planning::next_season::{Begun, NewSeason};
use crate::text::{Safe, Texts};

/// Who went where, and who has to be found in their place.
pub fn moved(showing: Showing<'_>, moving: &Moving, moved: &Moved) -> Safe {
    let texts = showing.texts;
    let who = ("who", showing.id(Kind::Person, Some(&moving.person)).into());
    let place = ("place", showing.link(&moving.to).into());
    let mut words = texts.tell("move-done", &[who, place, ("day", texts.date(moving.on).into())]);
    let ended = ended(showing, &moved.change);
    if ended.len() > 1 {
        words.push(&Safe::own(" "));
        words.push(&texts.tell("move-ended", &[("places", Safe::join(ended, &Safe::own(", ")).into())]));
    }
    if let Some((at, day)) = &moved.then {
        let last = day.yesterday().unwrap_or(*day);
        let places = [("last", last), ("day", *day)].map(|(name, day)| (name, texts.date(day).into()));
        let places: Vec<_> = places.into_iter().chain([("place", showing.link(at).into())]).collect();
        words.push(&Safe::own(" "));
        words.push(&texts.tell("move-then", &places));
    }
    let mut left: Vec<&Id> = moved.unmanned.iter().filter_map(|row| row.municipality.as_ref()).collect();
    left.sort();
    left.dedup();
    if !left.is_empty() {
        let places = left.into_iter().map(|id| showing.id(Kind::Municipality, Some(id)));
        let places = Safe::join(places, &Safe::own(", "));
        words.push(&Safe::own(" "));
        words.push(&texts.tell("move-unmanned", &[("place", places.into())]));
    }
    words
}

/// The places of work that end with a change.
fn ended(showing: Showing<'_>, change: &Change) -> Vec<Safe> {
    let rows = |record: &Option<Record>| match record {
        Some(Record::Person(person)) => person.affiliations.iter().cloned().collect(),
        _ => Vec::new(),
    };
    let (before, after): (Vec<Affiliation>, Vec<Affiliation>) = (rows(&change.before), rows(&change.after));
    let ends = |row: &&Affiliation| {
        let now = after.iter().find(|other| other.id == row.id);
        now.is_some_and(|now| now.until.is_some() && now.until != row.until)
    };
    before.iter().filter(ends).filter_map(|row| row.at.as_ref()).map(|at| showing.link(at)).collect()
}

/// Which municipality becomes part of which one, and when.
pub fn merging(showing: Showing<'_>, merging: &Merging) -> Safe {
    let name = |id: &Id| showing.id(Kind::Municipality, Some(id)).into();
    let day = ("day", showing.texts.date(merging.on).into());
    showing.texts.tell("merge-done", &[("name", name(&merging.from)), ("into", name(&merging.into)), day])
}

/// What is to be known where the day of a merger has passed, or lies within a season.
pub fn merging_days(showing: Showing<'_>, merging: &Merging) -> Vec<Safe> {
    let texts = showing.texts;
    let day = ("day", texts.date(merging.on).into());
    let past = (merging.on < showing.today).then(|| texts.tell("merge-past", &[day]));
    let running = |season: &&Season| {
        let begun = season.starts.is_some_and(|first| first < merging.on);
        begun && season.ends.is_some_and(|last| last >= merging.on && last >= showing.today)
    };
    let names = showing.book.all::<Season>().filter(running).map(|season| Safe::line(&season.name));
    let names = Safe::join(names, &Safe::own(", "));
    let running = (!names.is_empty()).then(|| texts.tell("merge-running", &[("name", names.into())]));
    past.into_iter().chain(running).collect()
}

/// How many of what, those of which there are any; nothing where there are none.
pub fn counts(texts: &Texts, counts: &Counts) -> Safe {
    let each = [
        ("count-coachings", counts.coachings),
        ("count-sessions", counts.sessions),
        ("count-actions", counts.actions),
        ("count-people", counts.people),
        ("count-seasons", counts.seasons),
        ("count-others", counts.others),
    ];
    let each = each.into_iter().filter(|(_, count)| *count > 0);
    Safe::join(each.map(|(id, count)| texts.tell(id, &[("count", count.into())])), &Safe::own(", "))
}

/// What a season begins with.
pub fn begun(showing: Showing<'_>, new: &NewSeason, begun: &Begun) -> Safe {
    let texts = showing.texts;
    let each = [
        ("count-tutors", begun.tutors),
        ("count-rounds", begun.rounds),
        ("count-waiting", begun.waiting),
        ("count-unasked", begun.unasked.len()),
    ];
    // That nobody tutors yet is worth knowing; of the rest only what there is.
    let each = each.into_iter().filter(|(id, count)| *count > 0 || *id == "count-tutors");
    let what = Safe::join(each.map(|(id, count)| texts.tell(id, &[("count", count.into())])), &Safe::own(", "));
    let done = texts.tell("next-season-done", &[("name", Safe::line(&new.name).into()), ("what", what.into())]);
    let untutored = begun.untutored.iter().map(|id| showing.id(Kind::Municipality, Some(id)));
    let untutored = Safe::join(untutored, &Safe::own(", "));
    let places = [("count", begun.untutored.len().into()), ("places", untutored.into())];
    let untutored = (!begun.untutored.is_empty()).then(|| texts.tell("next-season-untutored", &places));
    let past = (new.ends < showing.today).then(|| texts.say("next-season-past"));
    Safe::join([Some(done), past, untutored].into_iter().flatten(), &Safe::own(" "))
}

/// What went from one person to another, or would go; the id is that of the sentence that says so.
pub fn handed(showing: Showing<'_>, done: &'static str, (from, to): (&Id, &Id), handed: &Handed) -> Safe {
    let texts = showing.texts;
    let each = [
        ("count-actions", handed.actions),
        ("count-coachings", handed.coachings),
        ("count-sessions", handed.sessions),
        ("count-materials", handed.materials),
    ];
    let each = each.into_iter().filter(|(_, count)| *count > 0);
    let what = Safe::join(each.map(|(id, count)| texts.tell(id, &[("count", count.into())])), &Safe::own(", "));
    let name = |id: &Id| showing.id(Kind::Person, Some(id)).into();
    let id = if what.is_empty() { "handover-none" } else { done };
    texts.tell(id, &[("from", name(from)), ("to", name(to)), ("what", what.into())])
}
