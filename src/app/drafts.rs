//! Drafts: what is typed into forms is kept as it is typed, parked where one leaves, and offered again.

use super::App;
use super::input::FoundDraft;
use crate::dialogs::page::PlainPage;
use crate::dialogs::unfinished::{as_text, layers};
use crate::effect::Effect;
use crate::form::draft::{Frame, Layered, Unfinished, read_draft, write_draft};
use crate::layer::Fate;

/// A form that was open here and goes on in another session.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    /// What stood in it when it was taken over: as long as nothing more is typed, that is the other session's.
    layers: Option<Vec<Layered>>,
    /// Whether it is asked about before it is saved here too.
    pub(super) ask: bool,
}

impl App {
    /// The forms that are open, from the lowest one. Below a row's form that stands above a page, those through which
    /// it can be put back.
    fn layered(&self) -> Vec<Layered> {
        let own: Vec<Layered> = self.above.iter().filter_map(|layer| layer.layered()).collect();
        let of_page = matches!(own.first(), Some(Layered { frame: Frame::Row { .. } | Frame::Rows { .. }, .. }));
        if !of_page {
            return own;
        }
        let beneath = self.above.iter().rev().map(|layer| layer.beneath()).find(|beneath| !beneath.is_empty());
        beneath.into_iter().flatten().chain(own).collect()
    }

    /// The effect that keeps what was typed since the last time, if anything was.
    pub(super) fn keep_draft(&mut self) -> Vec<Effect> {
        let letters: usize = self.above.iter().map(|layer| layer.typed_letters()).sum();
        let layers = self.layered();
        if self.elsewhere.layers.as_ref().is_some_and(|given_up| *given_up == layers) {
            return Vec::new();
        }
        self.elsewhere.layers = None;
        self.elsewhere.ask &= !layers.is_empty();
        if letters == 0 || layers.is_empty() {
            // The form was left as it was opened, or everything typed was taken back.
            let gone = if layers.is_empty() || letters == 0 { self.draft.take() } else { None };
            return gone.map(|(name, _)| Effect::DropDraft(name)).into_iter().collect();
        }
        match &self.draft {
            Some((_, kept)) if *kept == layers => return Vec::new(),
            _ => {}
        }
        let name = self.draft.take().map_or_else(|| self.new_name(), |(name, _)| name);
        let effect = self.save_draft(&name, letters, &layers);
        self.draft = Some((name, layers));
        vec![effect]
    }

    fn save_draft(&self, name: &str, letters: usize, layers: &[Layered]) -> Effect {
        let content = write_draft(&self.desk.place.path, self.desk.now, letters, layers);
        Effect::SaveDraft { name: name.to_owned(), content }
    }

    fn new_name(&mut self) -> String {
        let number = self.next_draft;
        self.next_draft += 1;
        number.to_string()
    }

    /// The form on top is finished: what it made is on its way to the disk.
    pub(super) fn form_done(&mut self) {
        let others = self.above.iter().any(|layer| layer.layered().is_some());
        if !others && let Some((name, _)) = self.draft.take() {
            self.ends_draft(name);
        }
    }

    /// Leaves the form on top: it stays as a draft of its own.
    pub(super) fn leave_form(&mut self) -> Vec<Effect> {
        let Some(layer) = self.above.pop() else { return Vec::new() };
        let letters = layer.typed_letters();
        let Some(layered) = layer.layered().filter(|_| letters > 0 && self.elsewhere.layers.is_none()) else {
            return Vec::new();
        };
        let others = self.above.iter().any(|layer| layer.layered().is_some());
        let own = if others { None } else { self.draft.take() };
        let name = own.map_or_else(|| self.new_name(), |(name, _)| name);
        let effect = self.save_draft(&name, letters, std::slice::from_ref(&layered));
        self.set_aside(name, letters, vec![layered]);
        vec![effect]
    }

    /// Takes all layers away; forms among them stay as one draft.
    pub(super) fn park(&mut self) {
        let letters: usize = self.above.iter().map(|layer| layer.typed_letters()).sum();
        let layers = self.layered();
        self.above.clear();
        // It is on the disk since the last key.
        if let Some((name, _)) = self.draft.take().filter(|_| letters > 0) {
            self.set_aside(name, letters, layers);
        }
    }

    fn set_aside(&mut self, name: String, letters: usize, layers: Vec<Layered>) {
        let written = Some(self.desk.now);
        self.desk.unfinished.retain(|other| other.name != name);
        self.desk.unfinished.insert(0, Unfinished { name, written, held: false, letters, layers });
        self.toast = self.desk.texts.say("draft-kept");
        self.refresh();
    }

    pub(super) fn drafts_found(&mut self, found: &[FoundDraft]) {
        let path = &self.desk.place.path;
        let read = |draft: &FoundDraft| read_draft(path, &draft.name, &draft.content, draft.held);
        let read: Vec<Unfinished> = found.iter().filter_map(read).collect();
        self.desk.unfinished.retain(|own| own.name.parse::<u32>().is_ok());
        if !read.is_empty() {
            self.toast = self.desk.texts.tell("drafts-found", &[("count", read.len().into())]);
        }
        self.desk.unfinished.extend(read);
        self.refresh();
    }

    /// Another session goes on with the form. What is typed here after that becomes a draft of its own, so that nothing
    /// is lost; what is not is that session's.
    pub(super) fn draft_taken(&mut self, name: &str) -> Vec<Effect> {
        self.desk.unfinished.retain(|other| other.name != name);
        self.toast = self.desk.texts.say("draft-taken");
        self.unread = true;
        if let Some((_, layers)) = self.draft.take_if(|(own, _)| own == name) {
            self.elsewhere = Elsewhere { layers: Some(layers), ask: true };
        }
        vec![Effect::DropDraft(name.to_owned())]
    }

    /// Goes on with an unfinished form, shows it, or throws it away.
    pub(super) fn unfinished(&mut self, name: &str, fate: Fate) -> Vec<Effect> {
        let Some(at) = self.desk.unfinished.iter().position(|draft| draft.name == name) else { return Vec::new() };
        if fate == Fate::Look {
            let Some(unfinished) = self.desk.unfinished.get(at) else { return Vec::new() };
            let text = as_text(&self.desk.cx(), unfinished);
            self.above.push(Box::new(PlainPage::new(text)));
            return Vec::new();
        }
        let unfinished = self.desk.unfinished.remove(at);
        let mut effects = Vec::new();
        let own = unfinished.name.parse::<u32>().is_ok();
        let name = if own { unfinished.name.clone() } else { self.new_name() };
        if !own {
            effects.push(Effect::TakeOver { found: unfinished.name.clone(), name: name.clone() });
        }
        if fate == Fate::Discard {
            effects.push(Effect::DropDraft(name));
            self.toast = self.desk.texts.say("draft-discarded");
            self.refresh();
            return effects;
        }
        self.park();
        let layers = layers(&self.desk.cx(), &unfinished);
        self.above.extend(layers);
        self.draft = Some((name, unfinished.layers));
        self.refresh();
        effects
    }
}
