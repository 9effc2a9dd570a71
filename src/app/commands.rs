//! What commands do that concern the whole program, and what happens to the pile of layers.

use super::copying::{can_copy, copying};
use super::records::column;
use super::{App, top};
use crate::cards::copy;
use crate::command::{COMMANDS, Command, Scope};
use crate::dialogs::clashes::Clashes;
use crate::dialogs::form::{FormDialog, Subject};
use crate::dialogs::lookup::Lookup;
use crate::dialogs::page::PlainPage;
use crate::dialogs::picker::{Choice, Picker};
use crate::dialogs::poll::PollDialog;
use crate::dialogs::prompt::Prompt;
use crate::dialogs::record::page;
use crate::domain::{Kind, Link, RecordRef, Season};
use crate::effect::Effect;
use crate::layer::{Answer, Cx, Destination, Fate, Layer, NOT_HERE, Reply, Step, WhyNot};
use crate::screens::list::List;
use crate::screens::problems::Problems;
use crate::screens::tabs::{TABS, list_of};
use crate::store::state::NamedFilter;
use crate::text::Safe;

/// The list of keys that mean something here.
const HELP: &str = "help-label";

impl App {
    /// Whether a command would do something now, and else why not.
    pub(super) fn can(&self, cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        let Some(top) = self.top() else { return Err(NOT_HERE) };
        if let Some(copying) = copying(command) {
            return can_copy(cx, top, copying);
        }
        if Self::changes_the_book(command) || top.alters(cx, command) {
            return self.can_change(cx, top, command);
        }
        match command {
            Command::PlainPage if self.copied.is_none() && top.subjects(cx).is_empty() => Err("nothing-copied"),
            Command::UseFilter if self.desk.filters.is_empty() => Err("no-filters"),
            Command::SaveAgain if !self.pending.has_failed() && !self.desk.unkept => Err("nothing-to-save"),
            Command::Export if top.can(cx, command).is_ok() => Ok(()),
            Command::Export => self.can_export(cx, top),
            Command::Report | Command::Handover | Command::SigningList | Command::DaySheet => {
                Self::paper(cx, top, command).map(|_| ())
            }
            Command::Season if self.desk.book.count(Kind::Season) == 0 => Err("no-season"),
            Command::Clashes if cx.showing.season.is_none() => Err("no-season"),
            Command::PlainPage
            | Command::UseFilter
            | Command::Season
            | Command::Clashes
            | Command::Palette
            | Command::Help
            | Command::Lookup
            | Command::NextTab
            | Command::PreviousTab
            | Command::Organisations
            | Command::Themes
            | Command::Seasons
            | Command::Notes
            | Command::Book
            | Command::Problems
            | Command::Suspend
            | Command::Redraw
            | Command::Interrupt
            | Command::SaveAgain
            | Command::Whoami
            | Command::Close
            | Command::Quit => Ok(()),
            command if is_view(command) || TABS.iter().any(|tab| tab.command == command) => Ok(()),
            command => top.can(cx, command),
        }
    }

    /// Runs a command, or says why it cannot be run.
    pub(super) fn command(&mut self, command: Command) -> Vec<Effect> {
        if let Err(why_not) = self.can(&self.desk.cx(), command) {
            self.toast = self.desk.texts.say(why_not);
            return Vec::new();
        }
        if let Some(copying) = copying(command) {
            return self.copy(copying);
        }
        let alters = self.top().is_some_and(|top| top.alters(&self.desk.cx(), command));
        if (Self::changes_the_book(command) || alters) && self.scope() != Scope::Form {
            return self.change(command);
        }
        if let Some(tab) = TABS.iter().position(|tab| tab.command == command) {
            self.open_tab(tab);
            return Vec::new();
        }
        if is_view(command) {
            self.open_view(command);
            return Vec::new();
        }
        match command {
            Command::Whoami => self.ask_me(),
            Command::SaveAgain => return vec![Effect::SaveAgain],
            // The lookup comes above anything but itself.
            Command::Lookup if !self.is_on_top(Command::Lookup) => self.push(|cx| Box::new(Lookup::new(cx, ""))),
            Command::Palette => self.push_commands("palette-label", |_, _| true),
            Command::Help => self.push_commands(HELP, Self::is_help_here),
            Command::Season => self.push_seasons(),
            Command::Clashes => self.push_clashes(),
            Command::UseFilter => self.push_filters(),
            Command::KeepFilter => {
                let label = self.desk.texts.say("filter-name-label");
                self.push(|_| Box::new(Prompt::new(label, Answer::Name)));
            }
            Command::PlainPage => self.push_plain_page(),
            Command::Export if !self.is_on_top(command) => self.push_export(),
            Command::Report | Command::Handover | Command::SigningList | Command::DaySheet => self.push_paper(command),
            Command::NextTab => self.open_tab((self.tab + 1) % TABS.len()),
            Command::PreviousTab => self.open_tab((self.tab + TABS.len() - 1) % TABS.len()),
            Command::Organisations => self.go(&Destination::List(Kind::Organisation)),
            Command::Themes => self.go(&Destination::List(Kind::Theme)),
            Command::Seasons => self.go(&Destination::List(Kind::Season)),
            Command::Notes => self.go(&Destination::List(Kind::Note)),
            Command::Book => self.go(&Destination::List(Kind::Book)),
            Command::Problems => self.go(&Destination::Problems),
            Command::Suspend => return vec![Effect::Suspend],
            Command::Redraw => return vec![Effect::Redraw],
            Command::Quit => return self.quit(),
            Command::Close => return self.close(),
            command => return self.run_on_top(command),
        }
        Vec::new()
    }

    /// Whether the layer on top runs this command itself.
    pub(super) fn is_on_top(&self, command: Command) -> bool {
        self.top().is_some_and(|top| top.can(&self.desk.cx(), command).is_ok())
    }

    /// `q`: one level back, and out where there is none.
    fn close(&mut self) -> Vec<Effect> {
        let filtered = self.top().and_then(Layer::filter).is_some_and(|filter| !filter.is_empty());
        match (self.above.is_empty(), filtered) {
            (true, false) => self.quit(),
            // A form keeps what was typed.
            _ if self.is_on_top(Command::Back) => self.run_on_top(Command::Back),
            _ => {
                self.above.pop();
                Vec::new()
            }
        }
    }

    /// Out, unless something would be lost: then it is said once, and done when asked for again.
    fn quit(&mut self) -> Vec<Effect> {
        let open = self.desk.unkept || self.pending.has_failed() && self.pending.is_open();
        if open && !std::mem::replace(&mut self.warned, true) {
            self.toast = self.desk.texts.say("quit-unsaved");
            return Vec::new();
        }
        self.park();
        vec![Effect::Quit]
    }

    /// Ctrl-C: cancels; pressed again where there is nothing to cancel, it leaves.
    pub(super) fn interrupt(&mut self, again: bool) -> Vec<Effect> {
        if again {
            return self.quit();
        }
        let filtered = self.top().and_then(Layer::filter).is_some_and(|filter| !filter.is_empty());
        if !self.above.is_empty() || self.is_typing() || filtered {
            return self.run_on_top(Command::Back);
        }
        self.interrupted = true;
        self.toast = self.desk.texts.say("interrupt-again");
        Vec::new()
    }

    pub(super) fn run_on_top(&mut self, command: Command) -> Vec<Effect> {
        let cx = self.desk.cx();
        let Some(layer) = top(&mut self.above, &mut self.tabs, self.tab) else { return Vec::new() };
        let subject = layer.subjects(&cx).into_iter().next();
        let reply = layer.run(&cx, command);
        let opened = matches!(reply.step, Step::Push(_)).then_some(subject).flatten();
        let mut effects = self.reply(reply);
        if let Some(link) = opened {
            effects.extend(self.note_use(&link));
        }
        effects
    }

    pub(super) fn reply(&mut self, reply: Reply) -> Vec<Effect> {
        if reply.wish.is_some()
            && matches!(reply.step, Step::Done | Step::Again)
            && std::mem::take(&mut self.elsewhere.ask)
        {
            // Saved here as well it would be there twice: who means that finishes once more.
            self.toast = self.desk.texts.say("draft-elsewhere");
            return Vec::new();
        }
        let mut effects = reply.effects;
        self.recall_mappings(&effects);
        let mut made = None;
        if let Some(wish) = reply.wish {
            let new = wish.changes.first().is_some_and(|change| change.before.is_none());
            let (link, sent) = self.commit(wish);
            effects.extend(sent);
            if link.is_some() {
                // What a form above a page brought has been taken in by the page.
                self.form_done();
            }
            made = link.map(|link| (link, new));
        }
        // What the layer says of it says more than that it is done.
        if let Some(words) = reply.toast {
            self.toast = words;
        }
        match reply.step {
            Step::Stay => {}
            Step::Push(layers) => self.above.extend(layers),
            Step::Go(destination) => self.go(&destination),
            Step::Tell(answer) => effects.extend(self.answer(answer)),
            Step::Leave => effects.extend(self.leave_form()),
            Step::Done => {
                self.above.pop();
                self.form_done();
                if let Some((link, new)) = made {
                    let shown = self.show_made(&link);
                    if new && !shown && link.kind == Kind::Session {
                        // A session that was made from what no session is listed in: one goes on with it.
                        self.push(|cx| page(cx, link));
                    } else {
                        effects.extend(self.answer(Answer::Made(link)));
                    }
                }
            }
            Step::Again => {
                if let Some((link, _)) = made {
                    effects.extend(self.answer(Answer::Made(link)));
                    // What was typed is on its way to the disk, and its draft with it.
                    self.form_done();
                }
            }
            Step::Then(answer) => {
                self.above.pop();
                if let Some((link, _)) = made {
                    self.show_made(&link);
                    effects.extend(self.answer(answer(link)));
                }
            }
            Step::Pop(answer) => {
                self.above.pop();
                if let Some(answer) = answer {
                    effects.extend(self.answer(answer));
                }
            }
        }
        effects
    }

    fn answer(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Run(command) => return self.command(command),
            Answer::Season(id) => {
                self.desk.season = Some(id);
                self.refresh();
            }
            Answer::Filter(filter) => {
                if let Some(tab) = TABS.iter().position(|tab| tab.key == filter.tab) {
                    self.open_tab(tab);
                }
                let cx = self.desk.cx();
                let Some(layer) = top(&mut self.above, &mut self.tabs, self.tab) else { return Vec::new() };
                let reply = layer.answer(&cx, Answer::Filter(filter));
                return self.reply(reply);
            }
            Answer::Name(name) => {
                let tab = TABS.get(self.tab).map(|tab| tab.key.to_owned()).unwrap_or_default();
                let query = self.top().and_then(Layer::filter).unwrap_or_default().to_owned();
                self.desk.filters.retain(|filter| filter.name != name);
                self.toast = self.desk.texts.tell("filter-kept", &[("name", Safe::line(&name).into())]);
                let filter = NamedFilter { name, tab, query };
                self.desk.filters.push(filter.clone());
                return vec![Effect::KeepFilter(filter)];
            }
            Answer::New(kind) => return self.add_of(kind),
            Answer::Add(kind, link) => return self.add_for(kind, &link),
            Answer::Field(kind, key, links) => {
                let Some(column) = column(kind, key) else { return Vec::new() };
                self.push(|cx| Box::new(FormDialog::new(cx, Subject::Many { column, links })));
            }
            Answer::Delete(links) => return self.delete_now(&links),
            Answer::Open(link) => self.push(|cx| page(cx, link)),
            Answer::Chain(link, template) => return self.apply_chain(&link, &template),
            Answer::Template(link, template) => return self.apply_template(&link, &template),
            Answer::Settled(link, number, settling) => return self.settled(&link, number, &settling),
            Answer::Begin(beginning) => return self.begin(beginning),
            Answer::Region(region) => return self.begin_region(region),
            Answer::Directory(directory) => {
                return vec![Effect::Begin { foundation: None, directory: Some(directory) }];
            }
            Answer::Me(me) => return self.told_me(me),
            Answer::Unfinished(name, fate) => return self.unfinished(&name, fate),
            Answer::Table(source) => return self.read_table(source),
            Answer::NoTable => return self.stop_reading(),
            Answer::Pairs(links) => self.show_pairs(&links),
            Answer::Brought(brought) => return self.brought(*brought),
            Answer::Rejects(rejects) => {
                let write =
                    |(path, rejects): (String, crate::exchange::table::Sheet)| self.write_rejects(path, &rejects);
                return rejects.map(write).unwrap_or_default();
            }
            Answer::Poll(link) => self.push(|cx| Box::new(PollDialog::new(cx, link.id))),
            Answer::Paste(text) => return self.type_text(&text),
            Answer::Task(task) => return self.task(&task),
            Answer::Chosen(_)
            | Answer::Confirmed(_)
            | Answer::Day(_)
            | Answer::Exported(_)
            | Answer::Made(_)
            | Answer::Row(_)
            | Answer::Rows(_)
            | Answer::Tutors(_) => {
                let cx = self.desk.cx();
                let Some(layer) = top(&mut self.above, &mut self.tabs, self.tab) else { return Vec::new() };
                let reply = layer.answer(&cx, answer);
                return self.reply(reply);
            }
        }
        Vec::new()
    }

    /// The cursor of the list below goes to what was just made or changed; tells whether it is seen there, or a form
    /// waits for it.
    pub(super) fn show_made(&mut self, link: &Link) -> bool {
        let cx = self.desk.cx();
        if self.above.iter().any(|layer| layer.layered().is_some()) {
            return true;
        }
        top(&mut self.above, &mut self.tabs, self.tab).is_some_and(|layer| layer.select(&cx, link))
    }

    pub(super) fn push(&mut self, layer: impl FnOnce(&Cx<'_>) -> Box<dyn Layer>) {
        let layer = layer(&self.desk.cx());
        self.above.push(layer);
    }

    /// A view of Plan, by its name.
    fn open_view(&mut self, command: Command) {
        if let Some(tab) = TABS.iter().position(|tab| tab.command == Command::Plan) {
            self.open_tab(tab);
            self.run_on_top(command);
        }
    }

    fn open_tab(&mut self, tab: usize) {
        self.park();
        self.tab = tab;
    }

    pub(super) fn go(&mut self, destination: &Destination) {
        match destination {
            Destination::Record(link) => {
                let tab = TABS.iter().position(|tab| tab.kinds.contains(&link.kind));
                match tab {
                    Some(tab) => self.open_tab(tab),
                    None => self.go(&Destination::List(link.kind)),
                }
                let cx = self.desk.cx();
                let shown = top(&mut self.above, &mut self.tabs, self.tab).is_some_and(|layer| layer.select(&cx, link));
                if shown && link.kind == Kind::Feedback {
                    // The list shows what it is about; who asks for a form wants to see it.
                    self.push(|cx| page(cx, link.clone()));
                }
                if !shown {
                    self.toast = self.desk.texts.say("record-removed");
                }
            }
            Destination::List(kind) => {
                self.park();
                let list = list_of(*kind);
                self.push(|cx| Box::new(List::above(cx, list)));
            }
            Destination::Problems => self.push(|_| Box::new(Problems::default())),
            Destination::Unfinished(name) => self.ask_unfinished(name),
            Destination::Settling(link) => self.ask_settling(link),
        }
    }

    /// Whether a command has a key where one is: where letters are typed, one that is no letter.
    fn has_key_here(&self, command: Command) -> bool {
        let Some(entry) = command.entry() else { return false };
        let typing = self.is_typing();
        let works = |keys: &&str| !typing || (keys.chars().count() > 1 && !keys.contains(' ') && *keys != "Space");
        entry.scope.holds(self.scope()) && entry.keys.iter().any(works)
    }

    /// Whether help tells of a command: those with a key here, and for a list what is done with it by name. Over
    /// records a dialog has none of nothing is said.
    fn is_help_here(&self, command: Command) -> bool {
        use Command::{Duplicates, Export, Import, MergeMunicipality, MovePerson, NextSeason};
        let cx = self.desk.cx();
        let can = self.can(&cx, command);
        if self.has_key_here(command) {
            let in_dialog = !self.above.is_empty() && self.top().is_some_and(|top| top.subjects(&cx).is_empty());
            // What plans a whole season has nothing to do with what is read here.
            if in_dialog && command == Command::Propose {
                return false;
            }
            return !in_dialog || can != Err("nothing-here");
        }
        let named = matches!(command, Import | Export | Duplicates | MovePerson | MergeMunicipality | NextSeason);
        named && can.is_ok() && self.top().is_some_and(|top| top.listing(&cx).is_some())
    }

    /// A list of the commands that mean something here, those that cannot be run now with the reason.
    fn push_commands(&mut self, label: &str, shown: impl Fn(&Self, Command) -> bool) {
        let cx = self.desk.cx();
        let choice = |command: Command| {
            let why_not = match self.can(&cx, command) {
                Ok(()) => Safe::default(),
                Err(NOT_HERE) => return None,
                Err(why_not) => self.desk.texts.say(why_not),
            };
            let typing = self.is_typing();
            let keys = self.desk.keymap.keys(command).filter(|keys| !typing || keys.chars().count() > 1);
            let keys = keys.map(|keys| self.desk.texts.key(&keys));
            let keys = Safe::join(keys, &Safe::own(", "));
            let own = self.top().and_then(|top| top.word(command));
            let text = self.desk.texts.say(own.unwrap_or(&command.text_id()));
            let name = Safe::own(command.entry().map_or("", |entry| entry.name));
            let also = Safe::join([name, self.desk.texts.also(&command.text_id())], &Safe::own(" "));
            Some(Choice { text, beside: keys, also, why_not, answer: Answer::Run(command) })
        };
        let commands = COMMANDS.iter().map(|entry| entry.command).filter(|command| shown(self, *command));
        let told = self.top().filter(|_| label == HELP).map(Layer::told_keys).unwrap_or_default();
        let told = told.into_iter().map(|(keys, id)| Choice {
            beside: Safe::own(keys),
            ..Choice::new(self.desk.texts.say(id), Answer::Chosen(usize::MAX))
        });
        let choices = told.chain(commands.filter_map(choice)).collect();
        let label = self.desk.texts.say(label);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// What clashes in the season at hand.
    fn push_clashes(&mut self) {
        match Clashes::new(&self.desk.cx()) {
            Some(clashes) => self.push(|_| Box::new(clashes)),
            None => self.toast = self.desk.texts.say("clashes-none"),
        }
    }

    fn push_seasons(&mut self) {
        let cx = self.desk.cx();
        let places = cx.finder.in_order(Kind::Season).iter().filter_map(|place| cx.showing.book.at(*place));
        let seasons: Vec<&Season> = places
            .filter_map(|record| if let RecordRef::Season(season) = record { Some(season) } else { None })
            .collect();
        let cursor = seasons.iter().position(|season| Some(&season.id) == self.desk.season.as_ref()).unwrap_or(0);
        let day = |day: Option<jiff::civil::Date>| day.map(|day| self.desk.texts.date(day)).unwrap_or_default();
        let choice = |season: &&Season| Choice {
            beside: Safe::line(&format!("{}–{}", day(season.starts), day(season.ends))),
            ..Choice::new(Safe::line(&season.name), Answer::Season(season.id.clone()))
        };
        let choices = seasons.iter().map(choice).collect();
        let label = self.desk.texts.say("season-label");
        self.push(|cx| Box::new(Picker::new(cx, label, choices, cursor)));
    }

    fn push_filters(&mut self) {
        let choice = |filter: &NamedFilter| Choice {
            beside: Safe::line(&filter.query),
            ..Choice::new(Safe::line(&filter.name), Answer::Filter(filter.clone()))
        };
        let choices = self.desk.filters.iter().map(choice).collect();
        let label = self.desk.texts.say("filters-label");
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// What becomes of an unfinished form.
    fn ask_unfinished(&mut self, name: &str) {
        let texts = &self.desk.texts;
        let Some(unfinished) = self.desk.unfinished.iter().find(|unfinished| unfinished.name == name) else { return };
        let choice = |id: &str, fate: Fate| Choice::new(texts.say(id), Answer::Unfinished(name.to_owned(), fate));
        let go_on = if unfinished.held { "draft-take-over" } else { "draft-continue" };
        let choices = vec![
            choice(go_on, Fate::Continue),
            choice("draft-look", Fate::Look),
            choice("draft-discard", Fate::Discard),
        ];
        let label = crate::dialogs::unfinished::described(&self.desk.cx(), unfinished);
        self.push(|cx| Box::new(Picker::new(cx, label, choices, 0)));
    }

    /// What was copied last, else the card of the record at hand.
    fn push_plain_page(&mut self) {
        let cx = self.desk.cx();
        let links = self.top().map(|top| top.subjects(&cx)).unwrap_or_default();
        let text = self.copied.clone().unwrap_or_else(|| copy::cards(cx.showing, &links));
        self.push(|_| Box::new(PlainPage::new(text)));
    }

    pub(super) fn note_use(&mut self, link: &Link) -> Vec<Effect> {
        self.desk.usage.note(link, self.desk.today());
        vec![Effect::SaveUsage(self.desk.usage.clone())]
    }
}

/// Whether a command opens a view of Plan.
const fn is_view(command: Command) -> bool {
    use Command::{Agenda, Coverage, Load, Month, Requests};
    matches!(command, Requests | Agenda | Month | Coverage | Load)
}
