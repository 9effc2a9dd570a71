//! The season's report to whoever pays for it: the figures under the four regional goals, each with its definition and
//! beside those of the season before; what people answered; each municipality and each theme.
//!
//! Holds no personal names unless they are asked for: words in which somebody is named are left out then, and it is said
//! how many were. A quote never has a name.

mod answered;
mod names;
mod numbers;
mod places;
mod sheet;
mod told;

use jiff::civil::Date;

use super::{Written, capital};
use crate::book::show::Showing;
use crate::book::title::title;
use crate::domain::{Choice, Goal, Id, RecordRef, Season};
use crate::exchange::document::{Depth, Document, Part};
use crate::planning::figures::season::{Counted, Figure, Group, Period, Scope, TABLE};
use crate::text::Safe;
use names::Names;

pub use numbers::{amount, group_key};

/// What is reported on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reported {
    /// A season.
    Season(Id),
    /// From one day to another.
    Days(Date, Date),
}

impl Reported {
    /// The period; nothing where the season is gone.
    pub fn period<'a>(&self, showing: Showing<'a>) -> Option<Period<'a>> {
        match self {
            Self::Season(id) => showing.book.get::<Season>(id).map(Period::of_season),
            Self::Days(first, last) => Some(Period::between(*first, *last)),
        }
    }
}

/// A figure as it was counted, now and before.
pub struct Line {
    /// Which one.
    pub figure: &'static Figure,
    /// The whole and its groups.
    pub now: Vec<(Group, Counted)>,
    /// The same of the season before; nothing where there was none.
    pub before: Option<Vec<(Group, Counted)>>,
}

impl Line {
    /// What a group counted before; nothing where there is nothing to compare with.
    pub fn before(&self, group: &Group) -> Option<Counted> {
        let found = self.before.as_ref()?.iter().find(|(other, _)| other == group);
        found.map(|(_, counted)| *counted)
    }
}

/// All there is to be written: counted once, for the document, the table and JSON alike.
pub struct Report<'a> {
    showing: Showing<'a>,
    scope: Scope<'a>,
    before: Option<Scope<'a>>,
    /// The figures, in the order of the table.
    pub lines: Vec<Line>,
    names: Names,
}

impl<'a> Report<'a> {
    /// Counts it.
    pub fn new(showing: Showing<'a>, period: Period<'a>, with_names: bool) -> Self {
        let scope = Scope::new(showing.book, period);
        // Whether it is the first time nobody can say where nothing is known of the time before.
        let is_first = period.is_first(showing.book);
        let before = period.before(showing.book).map(|period| Scope::new(showing.book, period));
        let line = |figure: &'static Figure| Line {
            figure,
            now: (figure.count)(&scope),
            before: before.as_ref().map(|scope| (figure.count)(scope)),
        };
        let is_told = |figure: &&'static Figure| !(is_first && matches!(figure.key, "new" | "returning"));
        let lines = TABLE.iter().filter(is_told).map(line).collect();
        let names = if with_names { Names::Told } else { Names::hidden(showing.book) };
        Self { showing, scope, before, lines, names }
    }

    /// The document and its table.
    pub fn written(&self) -> Written {
        Written { document: self.document(), sheet: Some(sheet::sheet(self)) }
    }

    fn say(&self, id: &str) -> Safe {
        self.showing.texts.say(id)
    }

    /// A period's name: the season's, else its days.
    fn name(&self, period: &Period<'_>) -> Safe {
        period.season.map_or_else(
            || self.days(period),
            |season| title(self.showing.book, RecordRef::Season(season), self.showing.texts),
        )
    }

    fn days(&self, period: &Period<'_>) -> Safe {
        let [first, last] = [period.first, period.last].map(|day| self.showing.texts.date(day));
        Safe::line(&format!("{first}–{last}"))
    }

    fn document(&self) -> Document {
        let texts = self.showing.texts;
        let period = &self.scope.period;
        let title_id = if period.season.is_some() { "report-title" } else { "report-title-days" };
        let mut parts = told::in_short(self);
        for (number, goal) in Goal::ALL.iter().enumerate() {
            let places = [("number", (number + 1).into()), ("goal", texts.choice(Goal::SET, goal.key()).into())];
            parts.push(Part::Heading(Depth::Section, texts.tell("report-goal", &places)));
            told::own_words(self, *goal, &mut parts);
            numbers::figures(self, Some(*goal), &mut parts);
            told::beside(self, *goal, &mut parts);
            numbers::definitions(self, Some(*goal), &mut parts);
        }
        answered::answered(self, &mut parts);
        places::municipalities(self, &mut parts);
        places::themes(self, &mut parts);
        told::people(self, &mut parts);
        self.section("report-what-counts", &mut parts);
        let counts = if period.season.is_some() { "report-counts-season" } else { "report-counts-days" };
        parts.push(Part::Words(texts.say(counts)));
        Document {
            tongue: texts.tongue(),
            title: texts.tell(title_id, &[("name", self.name(period).into())]),
            under: self.under(),
            parts,
        }
    }

    /// Whose report it is, of which days, when it was made and what it is compared with.
    fn under(&self) -> Vec<Safe> {
        let texts = self.showing.texts;
        let book = self.showing.book.info().map(|info| Safe::line(info.name.in_tongue(texts.tongue())));
        let days = self.scope.period.season.map(|_| self.days(&self.scope.period));
        let made = texts.tell("report-made", &[("day", texts.date(self.showing.today).into())]);
        let compared = match &self.before {
            Some(before) => {
                let name = self.name(&before.period);
                let places = [("name", name.into()), ("days", self.days(&before.period).into())];
                let id = if before.period.season.is_some() { "report-compared" } else { "report-compared-days" };
                texts.tell(id, &places)
            }
            None if self.scope.period.is_first(self.showing.book) => texts.say("report-not-compared"),
            None => texts.say("report-not-compared-days"),
        };
        let is_season = self.scope.period.season.is_some();
        let unfinished = if is_season { "report-unfinished" } else { "report-unfinished-days" };
        let goes_on = self.showing.today <= self.scope.period.last;
        let unfinished = goes_on.then(|| texts.tell(unfinished, &[("day", texts.date(self.showing.today).into())]));
        let lines = book.into_iter().chain(days).chain([made]).chain(unfinished).chain([compared]);
        lines.filter(|line| !line.is_empty()).collect()
    }

    fn section(&self, id: &str, parts: &mut Vec<Part>) {
        parts.push(Part::Heading(Depth::Section, capital(&self.say(id))));
    }

    fn subsection(&self, id: &str, parts: &mut Vec<Part>) {
        parts.push(Part::Heading(Depth::Subsection, capital(&self.say(id))));
    }
}
