//! How often and how lately a record was used: what comes first where a query fits several alike.
//!
//! Holds links and numbers, never a name. Points halve every thirty days, so last week's caller comes
//! before last year's habit.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::Link;

const A_USE: u32 = 100;
const HALVING_DAYS: u32 = 30;
/// More than anyone's circle; the least used are forgotten first.
const MOST: usize = 500;

/// What was used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    used: HashMap<Link, (u32, Date)>,
}

impl Usage {
    /// Takes what was remembered: link, points, and the day they were true.
    pub fn remembered(entries: impl IntoIterator<Item = (Link, u32, Date)>) -> Self {
        Self { used: entries.into_iter().map(|(link, points, day)| (link, (points, day))).collect() }
    }

    /// What is to be remembered, in a stable order.
    pub fn entries(&self) -> Vec<(&Link, u32, Date)> {
        let mut entries: Vec<_> = self.used.iter().map(|(link, (points, day))| (link, *points, *day)).collect();
        entries.sort();
        entries
    }

    /// Notes a use on this day.
    pub fn note(&mut self, link: &Link, today: Date) {
        let points = self.weight(link, today).saturating_add(A_USE);
        self.used.insert(link.clone(), (points, today));
        while self.used.len() > MOST {
            let Some(least) = self.used.keys().min_by_key(|link| (self.weight(link, today), *link)).cloned() else {
                return;
            };
            self.used.remove(&least);
        }
    }

    /// How much it was used, as seen today.
    pub fn weight(&self, link: &Link, today: Date) -> u32 {
        let Some((points, day)) = self.used.get(link) else { return 0 };
        let days = day.until(today).map_or(0, |span| span.get_days());
        let halvings = u32::try_from(days).unwrap_or(0) / HALVING_DAYS;
        points.checked_shr(halvings).unwrap_or(0)
    }

    /// The records used and how much, in no order.
    pub fn weights(&self, today: Date) -> impl Iterator<Item = (&Link, u32)> {
        self.used.keys().map(move |link| (link, self.weight(link, today)))
    }

    /// The records used, most used first.
    pub fn favourites(&self, today: Date) -> Vec<&Link> {
        let mut links: Vec<_> = self.used.keys().collect();
        links.sort_by_key(|link| (std::cmp::Reverse(self.weight(link, today)), *link));
        links
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_was_used_lately_weighs_more_than_an_old_habit() {
        let (old, new) = (Link::parse("person:old").unwrap(), Link::parse("person:new").unwrap());
        let mut usage = Usage::default();
        (0..3).for_each(|_| usage.note(&old, date(2026, 1, 1)));
        usage.note(&new, date(2026, 11, 1));
        assert_eq!(usage.weight(&old, date(2026, 1, 1)), 300);
        assert_eq!(usage.favourites(date(2026, 11, 22)), [&new, &old]);
    }

    #[test]
    fn a_clock_set_back_does_no_harm() {
        let link = Link::parse("person:x").unwrap();
        let mut usage = Usage::default();
        usage.note(&link, date(2026, 11, 22));
        assert_eq!(usage.weight(&link, date(2020, 1, 1)), 100);
    }
}
