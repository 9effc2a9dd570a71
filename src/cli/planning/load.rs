//! `load`: what everybody who can be asked has taken on in the season, who took most first.

use serde_json::{Value, json};

use super::super::output::Output;
use super::super::{Code, Desk};
use crate::book::show::Showing;
use crate::domain::{Id, Kind, Person, Season};
use crate::planning::tutors::{Load, Tutor, has_left, home, load as of, tutors};
use crate::text::Safe;

pub(super) fn load(desk: &Desk<'_>, showing: Showing<'_>, season: &Season, output: &mut Output) -> Code {
    let book = showing.book;
    let mut loads: Vec<(Tutor, Load)> =
        tutors(book, season).into_iter().map(|tutor| (tutor.clone(), of(book, season, &tutor))).collect();
    // Nobody stands before another without a reason: those who took as much stay in the order of the book.
    loads.sort_by_key(|(_, load)| std::cmp::Reverse((load.coachings, load.minutes)));
    if desk.json {
        let tutors = loads.iter().map(|(tutor, load)| as_json(showing, season, tutor, *load)).collect();
        output.json_parts("load", [("season", json!(season.id.as_str())), ("tutors", tutors)]);
    } else {
        output.rows(&loads.iter().map(|(tutor, load)| row(showing, season, tutor, *load)).collect::<Vec<_>>());
    }
    if loads.is_empty() {
        output.say(&desk.texts.tell("load-none", &[("season", Safe::line(&season.name).into())]));
        return Code::Nothing;
    }
    Code::Ok
}

fn places(showing: Showing<'_>, season: &Season, tutor: &Tutor) -> Vec<Id> {
    match tutor {
        Tutor::Person(id) => {
            let person = showing.book.get::<Person>(id);
            person.map(|person| home(person, &season.id, showing.today)).unwrap_or_default()
        }
        Tutor::Office(id) => vec![id.clone()],
    }
}

fn left(showing: Showing<'_>, tutor: &Tutor) -> bool {
    let Tutor::Person(id) = tutor else { return false };
    showing.book.get::<Person>(id).is_some_and(|person| has_left(person, showing.today))
}

fn row(showing: Showing<'_>, season: &Season, tutor: &Tutor, load: Load) -> Vec<Safe> {
    let texts = showing.texts;
    let count = ("count", (load.coachings as usize).into());
    let taken = match load.ceiling {
        Some(ceiling) => texts.tell("roll-load-of", &[count, ("ceiling", (ceiling as usize).into())]),
        None => texts.tell("roll-load", &[count]),
    };
    let from = match tutor {
        Tutor::Person(_) => {
            let places = places(showing, season, tutor);
            Safe::join(places.iter().map(|id| showing.id(Kind::Municipality, Some(id))), &Safe::own(", "))
        }
        Tutor::Office(_) => texts.say("load-unnamed"),
    };
    let hours = if load.minutes > 0 { texts.length(load.minutes) } else { Safe::default() };
    let remark = match (left(showing, tutor), load.is_full()) {
        (true, _) => texts.say("load-left"),
        (_, true) => texts.say("load-full"),
        _ => Safe::default(),
    };
    let link = tutor.link();
    vec![showing.link(&link), from, taken, hours, remark, Safe::line(&link.to_string())]
}

fn as_json(showing: Showing<'_>, season: &Season, tutor: &Tutor, load: Load) -> Value {
    let link = tutor.link();
    let from: Vec<String> = places(showing, season, tutor).iter().map(Id::to_string).collect();
    json!({
        "tutor": link.to_string(),
        "name": showing.link(&link).as_str(),
        "municipalities": from,
        "coachings": load.coachings,
        "ceiling": load.ceiling,
        "minutes": load.minutes,
        "left": left(showing, tutor),
    })
}
