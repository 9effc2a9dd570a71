//! The first change: what the user's own book begins with, and who they are. Asked once.

use std::collections::BTreeMap;

use super::App;
use super::input::{BookPlace, NotBegun};
use crate::command::Command;
use crate::dialogs::form::{FormDialog, Subject};
use crate::dialogs::picker::{Choice, Picker};
use crate::dialogs::prompt::Prompt;
use crate::domain::{Column, FieldKind, Id, Kind, Municipality, Value};
use crate::effect::Effect;
use crate::find::collate::collate;
use crate::layer::{Answer, Beginning};
use crate::settings::Me;
use crate::store::found::Foundation;
use crate::store::reference_municipalities;
use crate::text::{Safe, Tongue};

/// Who uses the program.
static ME: Column = Column { key: "me", label: "me", kind: FieldKind::Ref(Kind::Person), needed: false };

impl App {
    /// Asks what has to be known before the book can change; nothing where all is known.
    pub(super) fn begin_first(&mut self, command: Command) -> Option<Vec<Effect>> {
        if self.desk.place.example {
            self.after = Some(command);
            self.ask_beginning();
        } else if self.asks_who(command) && !matches!(command, Command::Undo | Command::Redo) {
            self.after = Some(command);
            self.ask_me();
        } else {
            return None;
        }
        Some(Vec::new())
    }

    /// Whether it has to be asked who uses the program. The people a table brings have to be there first.
    fn asks_who(&self, command: Command) -> bool {
        let nobody_yet = command == Command::Import && self.desk.book.count(Kind::Person) == 0;
        self.desk.me == Me::Unasked && !nobody_yet
    }

    fn ask_beginning(&mut self) {
        let texts = &self.desk.texts;
        let choice = |id: &str, beside: &str, beginning: Beginning| Choice {
            beside: texts.say(beside),
            ..Choice::new(texts.say(id), Answer::Begin(beginning))
        };
        let mut choices = vec![
            choice("begin-copy", "begin-copy-beside", Beginning::Copy),
            choice("begin-region", "begin-region-beside", Beginning::Region),
        ];
        choices.push(choice("begin-spreadsheet", "begin-spreadsheet-beside", Beginning::Spreadsheet));
        if self.shared.is_none() {
            choices.push(choice("begin-shared", "begin-shared-beside", Beginning::Shared));
        }
        let label = texts.say("begin-label");
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    pub(super) fn begin(&mut self, beginning: Beginning) -> Vec<Effect> {
        match beginning {
            Beginning::Copy => {
                return vec![Effect::Begin { foundation: Some(Foundation::Example), directory: self.shared.clone() }];
            }
            Beginning::Region | Beginning::Spreadsheet => {
                if beginning == Beginning::Spreadsheet {
                    // What was wanted at first comes into a book that holds what the spreadsheet brought.
                    self.after = Some(Command::Import);
                }
                let choice = |(region, others, municipalities): (Safe, Safe, usize)| Choice {
                    beside: self.desk.texts.tell("begin-municipalities", &[("count", municipalities.into())]),
                    answer: Answer::Region(region.to_string()),
                    text: region,
                    also: others,
                    why_not: Safe::default(),
                };
                let choices = regions(self.desk.texts.tongue()).into_iter().map(choice).collect();
                let label = self.desk.texts.say("begin-region-label");
                self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
            }
            Beginning::Shared => {
                let label = self.desk.texts.say("begin-directory-label");
                self.push(|_| Box::new(Prompt::new(label, Answer::Directory)));
            }
        }
        Vec::new()
    }

    pub(super) fn begin_region(&mut self, region: String) -> Vec<Effect> {
        vec![Effect::Begin {
            foundation: Some(Foundation::Region { name: region, year: self.desk.today().year() }),
            directory: self.shared.clone(),
        }]
    }

    pub(super) fn book_begun(&mut self, begun: Result<BookPlace, NotBegun>) -> Vec<Effect> {
        match begun {
            Ok(place) => {
                self.shared = None;
                self.desk.place = place;
                self.toast = self.desk.texts.say("begun");
                // The new book is read as at the start; what is asked next waits for it.
                self.desk.loading = true;
                vec![Effect::Load]
            }
            Err(NotBegun::Empty(directory)) => {
                self.shared = Some(directory);
                self.ask_beginning();
                Vec::new()
            }
            Err(NotBegun::Failed(sentence)) => {
                self.toast = sentence;
                self.shared = None;
                self.after = None;
                Vec::new()
            }
        }
    }

    /// Goes on with what was wanted before the book was the user's own.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        if self.desk.place.example || self.desk.loading {
            return Vec::new();
        }
        if self.after.is_some_and(|command| self.asks_who(command)) {
            self.ask_me();
            return Vec::new();
        }
        self.after.take().map(|command| self.command(command)).unwrap_or_default()
    }

    /// Asks who uses the program.
    pub(super) fn ask_me(&mut self) {
        let answer = |value: Value| Answer::Me(if let Value::Ref(id) = value { Some(id) } else { None });
        let subject = Subject::Asking { title: "me-label", hint: "me-hint", column: &ME, answer };
        self.push(|cx| Box::new(FormDialog::new(cx, subject)));
    }

    pub(super) fn told_me(&mut self, me: Option<Id>) -> Vec<Effect> {
        self.desk.me = me.clone().into();
        let mut effects = vec![Effect::SaveMe(me)];
        effects.extend(self.go_on());
        effects
    }
}

/// The regions of Finland with their names in all languages and how many municipalities each has, in order.
fn regions(tongue: Tongue) -> Vec<(Safe, Safe, usize)> {
    let mut counts: BTreeMap<Vec<u8>, (Safe, Safe, usize)> = BTreeMap::new();
    for municipality in reference_municipalities().book.all::<Municipality>() {
        let name = municipality.region.in_tongue(tongue);
        let others = Safe::join(municipality.region.given().map(|name| Safe::line(name)), &Safe::own(" "));
        counts.entry(collate(name)).or_insert_with(|| (Safe::line(name), others, 0)).2 += 1;
    }
    counts.into_values().collect()
}
