//! A clash in words: who or what, the other side, and what would mend it.

use ecow::eco_format;
use jiff::civil::{Date, DateTime};

use super::rules::Rule;
use super::{Clash, Facts};
use crate::book::show::Showing;
use crate::domain::{Kind, Link, RecordRef, Session};
use crate::planning::span;
use crate::text::{Arg, Safe};

impl Clash {
    /// The clash as one tells it to whoever does not have its session before their eyes: that session, then
    /// [`Self::remark`].
    pub fn sentence(&self, showing: Showing<'_>) -> Safe {
        if self.session.id.is_empty() {
            return self.remark(showing);
        }
        let places = [("subject", self.subject(showing).into()), ("remark", self.remark(showing).into())];
        showing.texts.tell("clash-of", &places)
    }

    /// The session or coaching it is about, a session with its day.
    pub fn subject(&self, showing: Showing<'_>) -> Safe {
        let title = showing.link(&self.session);
        match showing.book.record(&self.session) {
            Some(RecordRef::Session(Session { date: Some(day), .. })) => {
                Safe::line(&eco_format!("{title} {}", showing.texts.day(*day, showing.today)))
            }
            _ => title,
        }
    }

    /// The clash as one tells it to whoever is about to plan the session: the other side, and what would mend it.
    pub fn remark(&self, showing: Showing<'_>) -> Safe {
        let itself = self.rule == Rule::OwnMunicipality && self.party == self.other;
        let text = if itself { "clash-own-office" } else { self.rule.text_id() };
        let link = |link: Option<&Link>| link.map(|link| showing.link(link)).unwrap_or_default();
        let mut places = vec![("party", link(self.party.as_ref()).into()), ("other", link(self.other.as_ref()).into())];
        places.extend(self.when(showing));
        places.extend(facts(showing, self.rule, &self.facts));
        if let Some(party) = &self.party {
            places.push(("kind", showing.texts.say(&format!("kind-{}", party.kind.key())).into()));
            places.push(("id", Safe::line(party.id.as_str()).into()));
        }
        showing.texts.tell(text, &places)
    }

    /// When the other session is, as far as it has times.
    fn when(&self, showing: Showing<'_>) -> Option<(&'static str, Arg)> {
        let other = self.other.as_ref().filter(|other| other.kind == Kind::Session)?;
        let Some(RecordRef::Session(session)) = showing.book.record(other) else { return None };
        Some(("when", clock(showing, session).into()))
    }
}

/// The times of a session: `9.00–11.30`, without an end that nobody told.
fn clock(showing: Showing<'_>, session: &Session) -> Safe {
    let Some((begins, ends)) = span::of(session).and_then(|span| span.times) else { return Safe::default() };
    let is_told = session.length.is_some() || span::programme(session).is_some();
    if is_told { from_until(showing, (begins, ends)) } else { showing.texts.time(begins.time()) }
}

fn from_until(showing: Showing<'_>, (begins, ends): (DateTime, DateTime)) -> Safe {
    let [begins, ends] = [begins, ends].map(|at| showing.texts.time(at.time()));
    Safe::line(&eco_format!("{begins}–{ends}"))
}

/// What the sentence tells beside names.
fn facts(showing: Showing<'_>, rule: Rule, facts: &Facts) -> Vec<(&'static str, Arg)> {
    let texts = showing.texts;
    let mut places: Vec<(&'static str, Arg)> = Vec::new();
    let day = |day: Date| Arg::from(texts.day(day, showing.today));
    places.extend(facts.day.map(|at| ("day", day(at))));
    places.extend(facts.from.map(|at| ("from", day(at))));
    places.extend(facts.until.map(|at| ("until", day(at))));
    places.push(("days", days(showing, facts).into()));
    if let Some((begins, ends)) = facts.times {
        places.push(("time", texts.time(begins.time()).into()));
        places.push(("times", from_until(showing, (begins, ends)).into()));
    }
    // A time is told as one, a number of coachings or places as a number.
    let amount = |amount: u32| match rule {
        Rule::Ceiling | Rule::RoundFull => texts.number(amount),
        _ => texts.length(amount),
    };
    places.extend(facts.much.map(|much| ("much", amount(much).into())));
    places.extend(facts.most.map(|most| ("most", amount(most).into())));
    let words = Safe::short(&facts.words);
    let why = if words.is_empty() { Safe::default() } else { Safe::line(&eco_format!(" ({words})")) };
    places.extend([("words", words.into()), ("why", why.into())]);
    let free = facts.holiday.map_or("sunday", |holiday| holiday.text_id());
    places.push(("free", texts.say(free).into()));
    places
}

/// A time in days, open where only one end is known.
fn days(showing: Showing<'_>, facts: &Facts) -> Safe {
    let texts = showing.texts;
    if facts.from == facts.until {
        return facts.from.map(|day| texts.day(day, showing.today)).unwrap_or_default();
    }
    let day = |day: Option<Date>| day.map(|day| texts.date(day)).unwrap_or_default();
    Safe::line(&eco_format!("{}–{}", day(facts.from), day(facts.until)))
}
