//! What takes more than one record: a person moves, a municipality merges, a season follows.

use super::App;
use crate::book::Change;
use crate::cards::passing;
use crate::command::Command;
use crate::domain::{Act, Id, Kind, Link, Practice, Record, Season};
use crate::effect::Effect;
use crate::layer::{Cx, Errand, Layer, NOT_HERE, Task, WhyNot, Wish};
use crate::planning::handing::handing_over;
use crate::planning::merger::merged;
use crate::planning::moving::moved;
use crate::planning::next_season::{Along, NewSeason, begun};
use crate::planning::practices::taken_up;
use crate::text::Safe;

impl App {
    /// The errand a command is for here.
    ///
    /// # Errors
    /// Why there is none: the id of a text; [`NOT_HERE`] where the command is no errand.
    pub(super) fn errand(&self, cx: &Cx<'_>, command: Command) -> Result<Errand, WhyNot> {
        let subjects = self.top().map(|top: &dyn Layer| top.subjects(cx)).unwrap_or_default();
        let of = |kind: Kind, needs: WhyNot| -> Result<Id, WhyNot> {
            match subjects.as_slice() {
                [one] if one.kind == kind => Ok(one.id.clone()),
                [_, _, ..] => Err("one-at-a-time"),
                _ => Err(needs),
            }
        };
        match command {
            Command::HandOver => of(Kind::Person, "hand-over-needs").map(Errand::HandOver),
            Command::MovePerson => of(Kind::Person, "move-needs-person").map(Errand::Move),
            Command::MergeMunicipality => of(Kind::Municipality, "merge-needs-municipality").map(Errand::Merge),
            Command::NextSeason => {
                let season = of(Kind::Season, "no-season").ok().or_else(|| self.desk.season.clone());
                season.map(Errand::NextSeason).ok_or("no-season")
            }
            _ => Err(NOT_HERE),
        }
    }

    /// Does what was asked for, as one change. The book may have moved on since it was shown: what it is then counts.
    pub(super) fn task(&mut self, task: &Task) -> Vec<Effect> {
        let showing = self.desk.cx().showing;
        let done = match task {
            Task::Move(moving) => moved(showing.book, moving, showing.today)
                .map(|moved| (Act::Move, passing::moved(showing, moving, &moved), vec![moved.change]))
                .map_err(|stays| stays.sentence(showing)),
            Task::Merge(merging) => merged(showing.book, merging, showing.today)
                .map(|merged| (Act::Merge, passing::merging(showing, merging), merged.changes))
                .map_err(|unmerged| unmerged.sentence(showing)),
            Task::TakeUp { practice, municipality, since } => {
                let name = ("name", showing.id(Kind::Municipality, Some(municipality)).into());
                let before = showing.book.get::<Practice>(practice);
                let after = before.and_then(|practice| taken_up(practice, municipality, *since));
                let change = before.zip(after).map(|(before, after)| Change {
                    before: Some(Record::Practice(before.clone())),
                    after: Some(Record::Practice(after)),
                });
                match change {
                    Some(change) => {
                        let places = [name, ("day", showing.texts.date(*since).into())];
                        Ok((Act::Edit, showing.texts.tell("practice-taken-up", &places), vec![change]))
                    }
                    None => Err(showing.texts.tell("practice-has-taken-up", &[name])),
                }
            }
            Task::HandOver { from, to } => handing_over(showing.book, from, to)
                .map(|handed| {
                    (Act::Handover, passing::handed(showing, "handover-done", (from, to), &handed), handed.changes)
                })
                .map_err(|refused| showing.texts.say(refused.text_id())),
            Task::NextSeason(new, along) => return self.next_season(new, along),
        };
        match done {
            Ok((act, words, changes)) => self.do_at_once(act, changes, words),
            Err(why) => {
                self.toast = why;
                Vec::new()
            }
        }
    }

    fn next_season(&mut self, new: &NewSeason, along: &[(Id, Along)]) -> Vec<Effect> {
        let showing = self.desk.cx().showing;
        let begun = match begun(showing.book, new, along) {
            Ok(begun) => begun,
            Err(why) => {
                self.toast = why.sentence(showing);
                return Vec::new();
            }
        };
        let mut words = passing::begun(showing, new, &begun);
        let effects = self.do_at_once(Act::NextSeason, begun.changes, Safe::default());
        let now = self.desk.book.season_at(self.desk.today()).map(|season: &Season| season.id.clone());
        if now.as_ref() == Some(&new.key) {
            self.desk.season = now;
            self.refresh();
        } else {
            words.push(&Safe::own(" "));
            words.push(&self.desk.texts.say("next-season-later"));
        }
        self.toast = words;
        effects
    }

    fn do_at_once(&mut self, act: Act, changes: Vec<Change>, words: Safe) -> Vec<Effect> {
        let (made, effects) = self.commit(Wish { act, changes });
        if let Some(link) = made.filter(|link: &Link| link.kind != Kind::Season) {
            self.show_made(&link);
        }
        self.toast = words;
        effects
    }
}
