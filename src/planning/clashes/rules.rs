//! The table of clash rules: which one holds for which kind of session, and what it does unless the book says
//! otherwise.

use crate::book::Book;
use crate::domain::{Level, SessionKind};

pub use crate::domain::ClashRule as Rule;

use SessionKind::{Meeting, Network, Training, Visit, Webinar};

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The rule.
    pub rule: Rule,
    /// The id of its sentence: `clash-` and the rule's key.
    pub text: &'static str,
    /// The kinds of session it holds for.
    pub sessions: &'static [SessionKind],
    /// Whether it holds for coachings too.
    pub coachings: bool,
    /// What it does unless the book says otherwise.
    pub level: Level,
}

/// Every kind of session.
const ANY: &[SessionKind] = &[Meeting, Webinar, Visit, Network, Training];

/// Those that are made for one municipality. A webinar for all of a region sets off none of their rules.
const COACHING: &[SessionKind] = &[Meeting, Visit];

const fn row(rule: Rule, text: &'static str, sessions: &'static [SessionKind], level: Level) -> Row {
    Row { rule, text, sessions, coachings: false, level }
}

/// The same for coachings too.
const fn also(row: Row) -> Row {
    Row { coachings: true, ..row }
}

/// Every rule, in the order of [`Rule`]: what is worst comes first.
pub const TABLE: &[Row] = &[
    row(Rule::TutorTwice, "clash-tutor-twice", ANY, Level::Warn),
    row(Rule::SpeakerTwice, "clash-speaker-twice", ANY, Level::Warn),
    row(Rule::ContactTwice, "clash-contact-twice", COACHING, Level::Warn),
    row(Rule::Travel, "clash-travel", ANY, Level::Warn),
    also(row(Rule::Away, "clash-away", ANY, Level::Warn)),
    also(row(Rule::Left, "clash-left", ANY, Level::Warn)),
    also(row(Rule::Ceiling, "clash-ceiling", &[], Level::Warn)),
    also(row(Rule::OwnMunicipality, "clash-own-municipality", COACHING, Level::Warn)),
    row(Rule::MunicipalityTwice, "clash-municipality-twice", COACHING, Level::Warn),
    row(Rule::EndsBefore, "clash-ends-before", ANY, Level::Warn),
    row(Rule::HourSkipped, "clash-hour-skipped", ANY, Level::Warn),
    row(Rule::FreeDay, "clash-free-day", ANY, Level::Warn),
    also(row(Rule::Season, "clash-season", ANY, Level::Warn)),
    also(row(Rule::Round, "clash-round", COACHING, Level::Warn)),
    also(row(Rule::RoundFull, "clash-round-full", &[], Level::Warn)),
    row(Rule::Programme, "clash-programme", ANY, Level::Warn),
    also(row(Rule::Removed, "clash-removed", ANY, Level::Warn)),
    row(Rule::SameDay, "clash-same-day", ANY, Level::Note),
    row(Rule::HourRepeated, "clash-hour-repeated", ANY, Level::Note),
    row(Rule::Midnight, "clash-midnight", ANY, Level::Note),
    row(Rule::Saturday, "clash-saturday", ANY, Level::Note),
    row(Rule::NoPlace, "clash-no-place", ANY, Level::Note),
    row(Rule::NoLink, "clash-no-link", ANY, Level::Note),
];

impl Rule {
    /// The rule's row.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.get(self as usize)
    }

    /// The id of its sentence.
    pub fn text_id(self) -> &'static str {
        self.row().map_or("", |row| row.text)
    }

    /// Whether it holds for sessions of this kind. A session that does not say what it is keeps what all of them do.
    pub fn holds_for(self, kind: Option<SessionKind>) -> bool {
        let sessions = self.row().map_or(&[][..], |row| row.sessions);
        kind.map_or(sessions.len() == ANY.len(), |kind| sessions.contains(&kind))
    }

    /// Whether it holds for coachings.
    pub fn holds_for_coachings(self) -> bool {
        self.row().is_some_and(|row| row.coachings)
    }
}

/// What each rule does in one book.
#[derive(Clone, Debug)]
pub struct Levels(Vec<Level>);

impl Levels {
    /// The levels of the table, and in their place what the book says.
    pub fn of(book: &Book) -> Self {
        let mut levels: Vec<Level> = TABLE.iter().map(|row| row.level).collect();
        for row in book.info().into_iter().flat_map(|info| &info.clash_levels) {
            let held = row.rule.and_then(|rule| levels.get_mut(rule as usize));
            if let (Some(held), Some(level)) = (held, row.level) {
                *held = level;
            }
        }
        Self(levels)
    }

    /// What this rule does.
    pub fn level(&self, rule: Rule) -> Level {
        self.0.get(rule as usize).copied().unwrap_or(Level::Off)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Choice as _;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_its_row_where_it_is_looked_for_and_a_key_of_its_own() {
        for (number, row) in TABLE.iter().enumerate() {
            assert_eq!(row.rule as usize, number, "{:?}", row.rule);
            assert_eq!(Rule::from_key(row.rule.key()), Some(row.rule));
            assert!(row.coachings || !row.sessions.is_empty(), "{:?} holds for nothing", row.rule);
        }
        let keys: BTreeSet<_> = TABLE.iter().map(|row| row.rule.key()).collect();
        assert_eq!(keys.len(), TABLE.len());
        assert_eq!(TABLE.len(), Rule::NoLink as usize + 1, "a rule has no row");
        assert_eq!(Rule::from_key("no-such-rule"), None);
    }

    #[test]
    fn a_webinar_keeps_none_of_the_rules_made_for_coachings() {
        let kept = |kind| TABLE.iter().map(|row| row.rule).filter(move |rule| rule.holds_for(kind));
        for rule in [Rule::ContactTwice, Rule::OwnMunicipality, Rule::MunicipalityTwice, Rule::Round] {
            assert!(!kept(Some(Webinar)).any(|kept| kept == rule), "{rule:?}");
            assert!(!kept(None).any(|kept| kept == rule), "{rule:?}");
            assert!(kept(Some(Visit)).any(|kept| kept == rule), "{rule:?}");
        }
    }
}
