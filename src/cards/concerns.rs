//! What needs a hand, in words: the same on the screen and on the command line.

use crate::book::show::Showing;
use crate::domain::{Action, Coaching, Feedback, Id, Kind, Link, Material, RecordRef, Session, Who};
use crate::merge::disputed;
use crate::planning::figures::{Answers, Glance, answers_of};
use crate::planning::readiness::Gap;
use crate::planning::today::{Concern, Group, Why};
use crate::text::Safe;

/// What stands between several remarks.
const DOT: &str = " · ";

/// The heading of a group; of municipalities never reached it says so where that is only as far as is known.
pub fn heading(showing: Showing<'_>, group: Group, first: Option<&Concern>) -> Safe {
    let known = matches!(first, Some(Concern { why: Why::Never(_, true), .. }));
    showing.texts.say(if known { "today-never-reached-known" } else { group.text_id() })
}

/// What a concern is about; of several municipalities so many as have room in `cells`.
pub fn what(showing: Showing<'_>, concern: &Concern, cells: usize) -> Safe {
    match &concern.why {
        Why::Never(never, _) => municipalities(showing, never, cells),
        Why::Material(row) => {
            material(showing, &concern.about, row).map(|row| Safe::short(&row.title)).unwrap_or_default()
        }
        Why::Task(row) => task(showing, &concern.about, row),
        Why::Asked(_) | Why::Room | Why::Offered(_) | Why::Later(_) => {
            let municipality = coaching(showing, concern).and_then(|coaching| coaching.municipality.as_ref());
            match municipality {
                Some(id) => showing.id(Kind::Municipality, Some(id)),
                None => showing.link(&concern.about),
            }
        }
        Why::Said { .. } => said_by(showing, concern),
        _ => showing.link(&concern.about),
    }
}

/// Why it needs a hand.
pub fn why(showing: Showing<'_>, concern: &Concern) -> Safe {
    let texts = showing.texts;
    let all = |parts: Vec<Safe>| Safe::join(parts.iter().filter(|part| !part.is_empty()), &Safe::own(DOT));
    match &concern.why {
        Why::Coming { gaps, clash: None } if gaps.is_empty() => texts.say("today-ready"),
        Why::Coming { gaps, clash } => {
            let clash = clash.iter().map(|clash| clash.remark(showing));
            all(clash.chain(gaps.iter().map(|gap| texts.say(gap.text_id()))).collect())
        }
        Why::Asked(days) => {
            let asked = days.and_then(|days| usize::try_from(days).ok());
            let asked = asked.map_or_else(
                || texts.say("today-asked"),
                |days| texts.tell("asked-days-ago", &[("days", days.into())]),
            );
            let wish = coaching(showing, concern).map(|coaching| coaching.wish.as_str()).unwrap_or_default();
            match wish.lines().find(|line| !line.trim().is_empty()) {
                Some(wish) => Safe::line(&format!("{asked}: {}", Safe::short(wish))),
                None => asked,
            }
        }
        Why::Room => texts.say("today-room"),
        Why::Offered(_) => texts.say("today-offered"),
        Why::NotMarked => texts.say("today-not-marked"),
        Why::Held(gaps) => all(gaps.iter().map(|gap| left_behind(showing, concern, *gap)).collect()),
        Why::Said { low, wants_contact } => {
            let low = low.as_ref().map(|(score, best, question)| Safe::short(&format!("{score}/{best} {question}")));
            all(wants_contact.then(|| texts.say("today-wants-contact")).into_iter().chain(low).collect())
        }
        Why::SaidOften(count) => texts.tell("today-low-scores", &[("count", (*count).into())]),
        Why::Later(day) => texts.tell("today-later", &[("day", texts.date(*day).into())]),
        Why::Material(row) => {
            let by = material(showing, &concern.about, row).map(|row| who(showing, &row.promised_by));
            let by = by.filter(|by| !by.is_empty());
            let by = by.map(|by| texts.tell("today-promised", &[("who", by.into())]));
            all(by.into_iter().chain([showing.link(&concern.about)]).collect())
        }
        Why::Task(_) => showing.link(&concern.about),
        Why::Action => {
            let Some(action) = showing.book.get::<Action>(&concern.about.id) else { return Safe::default() };
            let municipality = showing.id(Kind::Municipality, action.municipality.as_ref());
            all(vec![municipality, who(showing, &action.owner)])
        }
        Why::Never(..) => Safe::default(),
        Why::Unsettled => unsettled(showing, &concern.about),
        Why::Unreachable => workplace(showing, &concern.about),
    }
}

/// The season's figures on one line; what is nought is left out.
pub fn figures(showing: Showing<'_>, glance: &Glance) -> Safe {
    let texts = showing.texts;
    let reached = texts.tell(
        if glance.as_far_as_known { "figure-reached-known" } else { "figure-reached" },
        &[("reached", glance.reached.into()), ("targets", glance.targets.into())],
    );
    let counted = |id: &str, count: usize| (count > 0).then(|| texts.tell(id, &[("count", count.into())]));
    let answers = (glance.answers.expected > 0).then(|| told(showing, glance.answers));
    let parts = [Some(reached), counted("figure-asked", glance.asked), answers, counted("figure-late", glance.overdue)];
    Safe::join(parts.into_iter().flatten(), &Safe::own(DOT))
}

fn coaching<'a>(showing: Showing<'a>, concern: &Concern) -> Option<&'a Coaching> {
    showing.book.get::<Coaching>(&concern.about.id)
}

/// What nobody has said of a session that was held; of the answers how many came, where that is known.
fn left_behind(showing: Showing<'_>, concern: &Concern, gap: Gap) -> Safe {
    let session = showing.book.get::<Session>(&concern.about.id).filter(|_| gap == Gap::NoFeedback);
    let answers = session.map(|session| answers_of(showing.book, session)).unwrap_or_default();
    match answers.expected {
        0 => showing.texts.say(gap.text_id()),
        _ => told(showing, answers),
    }
}

fn told(showing: Showing<'_>, answers: Answers) -> Safe {
    let Answers { given, expected, .. } = answers;
    showing
        .texts
        .tell("figure-answers", &[("given", (given as usize).into()), ("expected", (expected as usize).into())])
}

/// Whose words they are: the municipality's, else what they are about.
fn said_by(showing: Showing<'_>, concern: &Concern) -> Safe {
    let Some(feedback) = showing.book.get::<Feedback>(&concern.about.id) else { return Safe::default() };
    match (&feedback.municipality, &feedback.about) {
        (Some(id), _) => showing.id(Kind::Municipality, Some(id)),
        (None, Some(about)) => showing.link(about),
        (None, None) => showing.link(&concern.about),
    }
}

fn material<'a>(showing: Showing<'a>, session: &Link, row: &Id) -> Option<&'a Material> {
    showing.book.get::<Session>(&session.id)?.materials.iter().find(|material| material.id == *row)
}

fn task(showing: Showing<'_>, session: &Link, row: &Id) -> Safe {
    let session = showing.book.get::<Session>(&session.id);
    let task = session.and_then(|session| session.checklist.iter().find(|task| task.id == *row));
    task.map(|task| Safe::short(&task.what)).unwrap_or_default()
}

fn who(showing: Showing<'_>, who: &Who) -> Safe {
    match who {
        Who::Nobody => Safe::default(),
        Who::Person(id) => showing.id(Kind::Person, Some(id)),
        Who::Name(name) => Safe::short(name),
    }
}

/// The fields of which there are two values.
fn unsettled(showing: Showing<'_>, about: &Link) -> Safe {
    let Some(record) = showing.book.record(about) else { return Safe::default() };
    let fields = record.kept().conflicts.iter().filter_map(|conflict| disputed(record, conflict));
    let labels: Vec<Safe> = fields.map(|about| showing.texts.field(about.column.label)).collect();
    Safe::join(&labels, &Safe::own(", "))
}

fn workplace(showing: Showing<'_>, about: &Link) -> Safe {
    let Some(RecordRef::Person(person)) = showing.book.record(about) else { return Safe::default() };
    let place = person.present_affiliations(showing.today).find_map(|row| row.at.as_ref());
    place.map(|link| showing.link(link)).unwrap_or_default()
}

/// The first of them that have room, and how many more there are.
fn municipalities(showing: Showing<'_>, ids: &[Id], cells: usize) -> Safe {
    let mut fitting = Safe::default();
    let mut names: Vec<Safe> = Vec::new();
    for (number, id) in ids.iter().enumerate() {
        names.push(showing.id(Kind::Municipality, Some(id)));
        let list = Safe::join(&names, &Safe::own(", "));
        let told = match ids.len() - number - 1 {
            0 => list,
            more => showing.texts.tell("names-and-more", &[("names", list.into()), ("count", more.into())]),
        };
        if number > 0 && told.width() > cells {
            break;
        }
        fitting = told;
    }
    fitting
}
