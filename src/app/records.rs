//! What one does to records: new, change, duplicate, delete, note, quick correction, next status, settle.

use super::App;
use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::closing::Closing;
use crate::dialogs::duplicates::Duplicates;
use crate::dialogs::enter::Enter;
use crate::dialogs::form::{FormDialog, Subject, begun};
use crate::dialogs::picker::{Choice, Picker};
use crate::dialogs::propose::Propose;
use crate::dialogs::{when, who};
use crate::domain::{Act, Column, FieldKind, Kind, Link, Person, Record, RecordRef, Role, Value};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, Layer, NOT_HERE, WhyNot, Wish};
use crate::merge::{Settling, disputed, settle};
use crate::planning::inherit::copied;
use crate::planning::shifting::{Towards, has_days_of_its_own, shifted};
use crate::planning::status::next;
use crate::text::Safe;

/// Kinds of record one adds for another one, in the order they are offered, each with the letter that picks it: as it
/// begins in Finnish and Swedish (sparraus, tilaisuus), an action's and a note's as they make one at once.
const ADDED: [(Kind, char); 6] = [
    (Kind::Coaching, 's'),
    (Kind::Session, 't'),
    (Kind::Feedback, 'f'),
    (Kind::Action, 'a'),
    (Kind::Practice, 'p'),
    (Kind::Note, 'm'),
];

/// The letter by which a person goes to work elsewhere, from the same menu.
const MOVES: char = 'w';

/// Kinds of record one makes where no list says which, the most frequent first.
const NEW: [Kind; 9] = [
    Kind::Person,
    Kind::Coaching,
    Kind::Session,
    Kind::Action,
    Kind::Feedback,
    Kind::Practice,
    Kind::Organisation,
    Kind::Theme,
    Kind::Season,
];

/// So many of the records that refer to one are shown before it is deleted.
const REFERRING_SHOWN: usize = 100;

/// From so many records of a kind on, losing more than half of them at once is asked about.
const MANY: usize = 10;

impl App {
    /// Whether a command changes the book.
    pub(super) const fn changes_the_book(command: Command) -> bool {
        use Command::{
            Act, Add, Chain, ClosingEvent, DayEarlier, DayLater, Delete, Duplicate, Duplicates, Edit, HandOver, Import,
            MergeMunicipality, MovePerson, New, NextSeason, NextStatus, Note, Propose, Quick, Redo, Settle,
            TakeFeedback, Template, Undo, When, Who,
        };
        matches!(command, Add | Delete | Duplicate | Edit | New | NextStatus | Note | Quick | Redo | Settle | Undo)
            || matches!(command, Duplicates | HandOver | Import | MergeMunicipality | MovePerson | NextSeason)
            || matches!(command, Act | Chain | ClosingEvent | DayEarlier | DayLater | Propose | Template | When | Who)
            || matches!(command, TakeFeedback)
    }

    /// Whether a command on records would do something now, and else why not.
    pub(super) fn can_change(&self, cx: &Cx<'_>, top: &dyn Layer, command: Command) -> Result<(), WhyNot> {
        if top.scope() == Scope::Form {
            // A form has its own keys for rows, and what it is about is changed by filling it in.
            return top.can(cx, command);
        }
        if self.desk.read_only {
            return Err("read-only");
        }
        if self.desk.loading {
            return Err("loading");
        }
        if top.alters(cx, command) {
            return top.can(cx, command);
        }
        let records = super::records(cx, top);
        match command {
            Command::Undo if self.desk.place.example => Err("nothing-to-undo"),
            Command::Redo if self.desk.place.example => Err("nothing-to-redo"),
            Command::Undo => self.history.can_undo().then_some(()).ok_or("nothing-to-undo"),
            Command::Redo => self.history.can_redo().then_some(()).ok_or("nothing-to-redo"),
            // There it is what a new one is, with a key of its own.
            Command::TakeFeedback if top.word(Command::New) == Some("feedback-take-down") => Err(NOT_HERE),
            Command::Duplicates | Command::Import | Command::TakeFeedback => Ok(()),
            Command::New if self.above.is_empty() => Ok(()),
            Command::New if Self::asked_about(cx, top).is_some() => Ok(()),
            Command::New => top.makes().map(|_| ()).ok_or(NOT_HERE),
            Command::HandOver | Command::MovePerson | Command::MergeMunicipality | Command::NextSeason => {
                self.errand(cx, command).map(|_| ())
            }
            Command::ClosingEvent | Command::Propose => cx.showing.season.map(|_| ()).ok_or("no-season"),
            Command::Add if records.is_empty() && !top.begins(cx).is_empty() => Ok(()),
            Command::Template => Self::can_template(cx, &records),
            Command::Act => Self::can_follow_up(cx, top, false),
            Command::Chain => Self::can_follow_up(cx, top, true),
            Command::NextStatus | Command::Quick | Command::Who | Command::When if top.can(cx, command).is_ok() => {
                Ok(())
            }
            Command::Who => who::can_ask(cx, &top.subjects(cx)),
            Command::When => when::can_ask(cx, &top.subjects(cx)),
            _ if records.is_empty() => Err("nothing-here"),
            Command::DayEarlier | Command::DayLater => {
                let any = records.iter().any(|record| shifted(*record, towards(command)).is_some());
                let has_days = |record: &RecordRef<'_>| match record {
                    RecordRef::Coaching(coaching) => has_days_of_its_own(cx.showing.book, coaching),
                    _ => false,
                };
                match () {
                    () if records.iter().any(has_days) => Err("coaching-has-days"),
                    () => any.then_some(()).ok_or("no-day-to-move"),
                }
            }
            Command::Delete if records.iter().any(|record| record.kind() == Kind::Book) => Err("book-stays"),
            Command::Duplicate if records.iter().any(|record| record.kind() == Kind::Book) => Err("book-stays"),
            Command::Add | Command::Duplicate | Command::Note if records.len() > 1 => Err("one-at-a-time"),
            Command::NextStatus if Self::to_take_up(cx, &top.subjects(cx)).is_some() => Ok(()),
            Command::NextStatus => {
                let any = records.iter().any(|record| next(*record, cx.showing.today).is_some());
                any.then_some(()).ok_or("no-next-status")
            }
            Command::Settle => {
                let any = records.iter().any(|record| !record.kept().conflicts.is_empty());
                any.then_some(()).ok_or("nothing-to-settle")
            }
            _ => Ok(()),
        }
    }

    /// Runs a command on records.
    pub(super) fn change(&mut self, command: Command) -> Vec<Effect> {
        if let Some(effects) = self.begin_first(command) {
            return effects;
        }
        if command == Command::Import {
            return self.ask_table();
        }
        if command == Command::Duplicates {
            self.find_duplicates();
            return Vec::new();
        }
        let cx = self.desk.cx();
        if self.top().is_some_and(|top| top.alters(&cx, command)) {
            return self.run_on_top(command);
        }
        if command == Command::ClosingEvent {
            self.push(|cx| Box::new(Closing::new(cx)));
            return Vec::new();
        }
        if command == Command::TakeFeedback {
            return self.take_feedback();
        }
        if command == Command::Propose {
            self.push(|cx| Box::new(Propose::new(cx)));
            return Vec::new();
        }
        if let Ok(errand) = self.errand(&cx, command) {
            self.push(|cx| Box::new(FormDialog::errand(cx, errand)));
            return Vec::new();
        }
        let may_be_its_own = matches!(command, Command::NextStatus | Command::Quick | Command::Who | Command::When);
        if may_be_its_own && self.is_on_top(command) {
            return self.run_on_top(command);
        }
        match command {
            Command::Act => {
                self.agree();
                return Vec::new();
            }
            Command::Chain => return self.take_chain(),
            _ => {}
        }
        let links = self.top().map(|top| top.subjects(&cx)).unwrap_or_default();
        let Some(first) = links.first().cloned() else {
            return match command {
                Command::Undo => self.undo(),
                Command::Redo => self.redo(),
                Command::New | Command::Add => self.add_new(),
                _ => Vec::new(),
            };
        };
        match command {
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::New => return self.add_new(),
            Command::Edit if links.len() > 1 => self.ask_field(&links),
            Command::Edit => self.edit(&first),
            Command::Quick if links.len() > 1 => {
                let Some(column) = column(first.kind, quick(first.kind)) else { return Vec::new() };
                self.push(|cx| Box::new(FormDialog::new(cx, Subject::Many { column, links })));
            }
            Command::Quick => self.correct(&first),
            Command::Duplicate => self.duplicate(&first),
            Command::Note => self.note(&first),
            Command::Add => self.ask_kind(&first),
            Command::NextStatus => return self.next_status(&links),
            Command::DayEarlier | Command::DayLater => return self.shift(&links, command),
            Command::Template => return self.take_template(&first),
            Command::Who => self.above.extend(who::asked(&cx, &links)),
            Command::When => self.above.extend(when::asked(&cx, &links)),
            Command::Delete => return self.delete(&links),
            Command::Settle => self.ask_settling(&first),
            _ => {}
        }
        Vec::new()
    }

    fn add_new(&mut self) -> Vec<Effect> {
        if let Some(about) = self.top().and_then(|top| Self::asked_about(&self.desk.cx(), top)) {
            return self.take_down(&[("about", Value::Link(about))]);
        }
        let Some(kind) = self.top().and_then(Layer::makes) else {
            self.ask_new_kind();
            return Vec::new();
        };
        let filled = self.top().map(|top| top.begins(&self.desk.cx())).unwrap_or_default();
        match coaching_in(kind, &filled) {
            Some(coaching) => self.add_meeting(&coaching, filled),
            None => return self.add(kind, filled),
        }
        Vec::new()
    }

    fn add(&mut self, kind: Kind, filled: Vec<(&'static str, Value)>) -> Vec<Effect> {
        if kind == Kind::Feedback {
            return self.take_down(&filled);
        }
        let season = self.desk.season.clone().filter(|_| matches!(kind, Kind::Coaching | Kind::Session));
        let at_hand = season.map(|season| ("season", Value::Ref(season)));
        let filled = at_hand.into_iter().chain(filled).collect();
        self.push(|cx| Box::new(FormDialog::add(cx, kind, filled)));
        Vec::new()
    }

    /// A new record for another one, which is filled in where the new one's table has a place for it.
    pub(super) fn add_for(&mut self, kind: Kind, link: &Link) -> Vec<Effect> {
        if kind == Kind::Note {
            self.note(link);
            return Vec::new();
        }
        if matches!(kind, Kind::Action | Kind::Practice) {
            self.follow_up(kind, link);
            return Vec::new();
        }
        if (kind, link.kind) == (Kind::Session, Kind::Coaching) {
            self.add_meeting(link, Vec::new());
            return Vec::new();
        }
        let mut filled = match (kind, self.desk.cx().showing.book.record(link)) {
            (Kind::Coaching, Some(RecordRef::Person(person))) => self.asked_by(person),
            _ => place_for(kind, link).into_iter().collect(),
        };
        let municipality = self.desk.book.record(link).and_then(|record| record.field("municipality"));
        if let Some((_, Value::Ref(id))) = municipality
            && filled.iter().all(|(key, _)| *key != "municipality")
            && let Some(place) = place_for(kind, &Link::new(Kind::Municipality, id))
        {
            filled.push(place);
        }
        self.add(kind, filled)
    }

    /// What a coaching begins with that is made for a person: a tutor of the season will do it, anybody else asks
    /// for where they work.
    fn asked_by(&self, person: &Person) -> Vec<(&'static str, Value)> {
        let id = Value::Ref(person.id.clone());
        if self.desk.season.as_ref().is_some_and(|season| person.has_role(season, Role::Tutor)) {
            return vec![("tutors", Value::Many(vec![id]))];
        }
        let places = person.present_affiliations(self.desk.today()).filter_map(|row| row.at.as_ref());
        let place = places.into_iter().find(|at| at.kind == Kind::Municipality);
        let municipality = place.map(|at| ("municipality", Value::Ref(at.id.clone())));
        municipality.into_iter().chain([("asked_by", id)]).collect()
    }

    fn edit(&mut self, link: &Link) {
        let cx = self.desk.cx();
        let Some(record) = cx.showing.book.record(link) else { return };
        let answers = if let RecordRef::Feedback(feedback) = record { Enter::edit(&cx, feedback) } else { None };
        let form: Box<dyn Layer> = match answers {
            Some(answers) => Box::new(answers),
            None => Box::new(FormDialog::edit(&cx, record, &[])),
        };
        self.above.push(form);
    }

    fn correct(&mut self, link: &Link) {
        let cx = self.desk.cx();
        let Some(record) = cx.showing.book.record(link) else { return };
        let form = FormDialog::correct(&cx, record, quick(link.kind));
        self.above.push(Box::new(form));
    }

    fn duplicate(&mut self, link: &Link) {
        let cx = self.desk.cx();
        let Some(record) = cx.showing.book.record(link) else { return };
        let subject = Subject::Record { act: Act::Add, base: Box::new(copied(record)), only: Vec::new() };
        let form = FormDialog::new(&cx, subject);
        let form = if link.kind == Kind::Session { form.at(&cx, "date") } else { form };
        self.above.push(Box::new(form));
    }

    /// `m`: a dated, signed note on a record.
    fn note(&mut self, link: &Link) {
        let note = begun(&self.desk.cx(), Kind::Note, vec![("about", Value::Link(link.clone()))]);
        let subject = Subject::Record { act: Act::Note, base: Box::new(note), only: vec!["text".into()] };
        self.push(|cx| Box::new(FormDialog::new(cx, subject)));
    }

    /// The likely duplicates of the whole book, pair by pair.
    fn find_duplicates(&mut self) {
        match Duplicates::all(&self.desk.cx()) {
            Some(dialog) => self.above.push(Box::new(dialog)),
            None => self.toast = self.desk.texts.say("duplicates-none"),
        }
    }

    /// `<` and `>`: another day, for each that has one.
    fn shift(&mut self, links: &[Link], command: Command) -> Vec<Effect> {
        let change = |link: &Link| {
            let before = self.desk.book.record(link)?;
            Some(Change { before: Some(before.to_owned()), after: Some(shifted(before, towards(command))?) })
        };
        let changes: Vec<Change> = links.iter().filter_map(change).collect();
        let cx = self.desk.cx();
        let day = changes.first().and_then(|change| change.after.as_ref()).and_then(|record| match record {
            Record::Session(session) => session.date,
            Record::Coaching(coaching) => coaching.planned_week,
            Record::Action(action) => action.due,
            _ => None,
        });
        let day = day.map(|day| cx.showing.texts.day(day, cx.showing.today)).unwrap_or_default();
        let what = cx.showing.changes(&changes);
        let words = self.desk.texts.tell("day-now", &[("what", what.into()), ("day", day.into())]);
        let (made, effects) = self.commit(Wish { act: Act::Edit, changes });
        if let Some(link) = made {
            self.show_made(&link);
        }
        self.toast = words;
        effects
    }

    /// `d`: what refers to the records is told before; where nothing does, undo is enough.
    fn delete(&mut self, links: &[Link]) -> Vec<Effect> {
        let book = &self.desk.book;
        let mut referring: Vec<Link> = links
            .iter()
            .flat_map(|link| book.referring(link))
            .filter_map(|place| Some(book.at(*place)?.link()))
            .filter(|other| !links.contains(other))
            .collect();
        referring.sort();
        referring.dedup();
        let kind = links.first().map_or(Kind::Note, |link| link.kind);
        let all = book.count(kind);
        let most = all >= MANY && links.len() * 2 > all;
        if referring.is_empty() && !most {
            return self.delete_now(links);
        }
        let cx = self.desk.cx();
        let texts = cx.showing.texts;
        let first = links.first().map(|link| cx.showing.link(link)).unwrap_or_default();
        let what = match links.len() {
            1 => first,
            count => texts.tell("first-and-others", &[("first", first.into()), ("count", (count - 1).into())]),
        };
        let label = texts.tell(
            if most { "delete-most" } else { "delete-referred" },
            &[("what", what.into()), ("count", if most { links.len() } else { referring.len() }.into())],
        );
        let choice = |id: &str, answer: Answer| Choice {
            text: texts.say(id),
            beside: Safe::default(),
            also: Safe::default(),
            why_not: Safe::default(),
            answer,
        };
        let mut choices =
            vec![choice("delete-do", Answer::Delete(links.to_vec())), choice("delete-not", Answer::Delete(Vec::new()))];
        choices.extend(referring.into_iter().take(REFERRING_SHOWN).map(|link| Choice {
            beside: texts.say(&format!("kind-{}", link.kind.key())),
            also: Safe::own(link.kind.key()),
            ..Choice::new(cx.showing.link(&link), Answer::Open(link))
        }));
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
        Vec::new()
    }

    pub(super) fn delete_now(&mut self, links: &[Link]) -> Vec<Effect> {
        let change = |link: &Link| {
            let before = self.desk.book.record(link)?.to_owned();
            Some(Change { before: Some(before), after: None })
        };
        let changes = links.iter().filter_map(change).collect();
        let effects = self.commit(Wish { act: Act::Delete, changes }).1;
        let cx = self.desk.cx();
        self.above.retain(|layer| !layer.is_gone(&cx));
        effects
    }

    /// The kinds of record one can make where no list says which.
    fn ask_new_kind(&mut self) {
        let texts = &self.desk.texts;
        let choice = |kind: Kind| Choice {
            also: Safe::own(kind.key()),
            ..Choice::new(texts.say(&format!("kind-{}", kind.key())), Answer::New(kind))
        };
        let choices = NEW.into_iter().map(choice).collect();
        let label = texts.say("command-new");
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// A new record of this kind.
    pub(super) fn add_of(&mut self, kind: Kind) -> Vec<Effect> {
        self.add(kind, Vec::new())
    }

    /// The kinds of record to make for this one.
    fn ask_kind(&mut self, link: &Link) {
        let texts = &self.desk.texts;
        let choice = |kind: Kind| Choice {
            also: Safe::own(kind.key()),
            ..Choice::new(texts.say(&format!("kind-{}", kind.key())), Answer::Add(kind, link.clone()))
        };
        let fits = |(kind, _): &(Kind, char)| *kind == Kind::Note || place_for(*kind, link).is_some();
        let added: Vec<(Kind, char)> = ADDED.into_iter().filter(fits).collect();
        let mut choices: Vec<Choice> = added.iter().map(|(kind, _)| choice(*kind)).collect();
        let mut letters: Vec<char> = added.into_iter().map(|(_, letter)| letter).collect();
        if link.kind == Kind::Person {
            let text = texts.say(&Command::MovePerson.text_id());
            choices.push(Choice::new(text, Answer::Run(Command::MovePerson)));
            letters.push(MOVES);
        }
        let name = self.desk.cx().showing.link(link);
        let label = texts.tell("add-label", &[("name", name.into())]);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0).with_letters(letters)));
    }

    /// Which field of all that are marked.
    fn ask_field(&mut self, links: &[Link]) {
        let texts = &self.desk.texts;
        let Some(kind) = links.first().map(|link| link.kind) else { return };
        let choice = |column: &'static Column| Choice {
            also: Safe::own(column.key),
            ..Choice::new(texts.field(column.label), Answer::Field(kind, column.key, links.to_vec()))
        };
        // Rows are one record's own.
        let columns = kind.columns().filter(|column| !matches!(column.kind, FieldKind::Rows(_) | FieldKind::Words(_)));
        let choices = columns.map(choice).collect();
        let label = texts.tell("field-label", &[("count", links.len().into())]);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// What becomes of the first conflict of a record.
    pub(super) fn ask_settling(&mut self, link: &Link) {
        let cx = self.desk.cx();
        let texts = cx.showing.texts;
        let Some(record) = cx.showing.book.record(link) else { return };
        let Some(conflict) = record.kept().conflicts.first() else { return };
        let Some(about) = disputed(record, conflict) else {
            // Of a row that is gone, or a key nobody knows, there is only what is stored.
            let keep = Choice {
                beside: Safe::short(&conflict.field),
                ..Choice::new(
                    texts.tell("settle-gone", &[("value", Safe::short(&conflict.json).into())]),
                    Answer::Settled(link.clone(), 0, Settling::Keep),
                )
            };
            let label = cx.showing.title(record);
            self.push(|cx| Box::new(Picker::new(cx, label, vec![keep], 0)));
            return;
        };
        let by = conflict.by.as_ref().map(|id| cx.showing.id(Kind::Person, Some(id))).unwrap_or_default();
        let at = conflict.at.map(|at| Safe::line(&format!("{} {}", texts.date(at.date()), texts.time(at.time()))));
        let beside = Safe::join([by, at.unwrap_or_default()].iter().filter(|part| !part.is_empty()), &Safe::own(" "));
        let shown = |value: &Value| {
            let text = cx.showing.value(&about.column.kind, value);
            if text.is_empty() { texts.say("settle-empty") } else { Safe::line(text.as_str()) }
        };
        let choice = |id: &str, value: Option<&Value>, beside: Safe, settling: Settling| Choice {
            text: texts.tell(id, &[("value", value.map(shown).unwrap_or_default().into())]),
            beside,
            also: Safe::default(),
            why_not: Safe::default(),
            answer: Answer::Settled(link.clone(), 0, settling),
        };
        let mut choices = vec![
            choice("settle-present", Some(&about.present), Safe::default(), Settling::Keep),
            choice("settle-other", Some(&about.other), beside, Settling::Take),
        ];
        if about.both.is_some() {
            choices.push(choice("settle-both", None, Safe::default(), Settling::Both));
        }
        let places = [("field", texts.field(about.column.label).into()), ("name", cx.showing.title(record).into())];
        let label = texts.tell("settle-label", &places);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    pub(super) fn settled(&mut self, link: &Link, number: usize, settling: &Settling) -> Vec<Effect> {
        let Some(before) = self.desk.book.record(link).map(RecordRef::to_owned) else { return Vec::new() };
        let Some(after) = settle(&before, number, settling) else { return Vec::new() };
        let changes = vec![Change { before: Some(before), after: Some(after) }];
        self.commit(Wish { act: Act::Settle, changes }).1
    }
}

/// The field of a kind with this key.
pub(super) fn column(kind: Kind, key: &str) -> Option<&'static Column> {
    kind.columns().find(|column| column.key == key)
}

/// The field of a kind that one changes most.
const fn quick(kind: Kind) -> &'static str {
    match kind {
        Kind::Person | Kind::Organisation => "phone",
        Kind::Municipality => "switchboard",
        Kind::Coaching | Kind::Session => "status",
        Kind::Action => "due",
        Kind::Feedback => "comment",
        Kind::Note => "text",
        Kind::Season => "ends",
        Kind::Practice => "themes",
        Kind::Theme | Kind::Book => "name",
    }
}

/// The coaching a new session is to be part of.
fn coaching_in(kind: Kind, filled: &[(&'static str, Value)]) -> Option<Link> {
    let coachings = filled.iter().filter(|(key, _)| kind == Kind::Session && *key == "coachings");
    coachings.into_iter().find_map(|(_, value)| match value {
        Value::Many(values) => match values.as_slice() {
            [Value::Ref(id)] => Some(Link::new(Kind::Coaching, id.clone())),
            _ => None,
        },
        _ => None,
    })
}

/// Which way a command moves a day.
const fn towards(command: Command) -> Towards {
    if matches!(command, Command::DayLater) { Towards::Later } else { Towards::Earlier }
}

/// The first field of a new record of this kind that can hold a link to another one, with the link in it.
fn place_for(kind: Kind, link: &Link) -> Option<(&'static str, Value)> {
    let value = |kind: &FieldKind| -> Option<Value> {
        let one = |kind: &FieldKind| match kind {
            FieldKind::Ref(to) if *to == link.kind => Some(Value::Ref(link.id.clone())),
            FieldKind::Who if link.kind == Kind::Person => Some(Value::Ref(link.id.clone())),
            FieldKind::Link(kinds) if kinds.contains(&link.kind) => Some(Value::Link(link.clone())),
            _ => None,
        };
        match kind {
            FieldKind::Many(inner) => one(inner).map(|value| Value::Many(vec![value])),
            kind => one(kind),
        }
    };
    kind.columns().find_map(|column| Some((column.key, value(&column.kind)?)))
}
