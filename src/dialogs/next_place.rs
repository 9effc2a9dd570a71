//! Where a tutor could go next: the municipalities of the season that wait for one, ranked for this tutor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Scope};
use crate::dialogs::who::{coached, offered};
use crate::domain::{Act, Coaching, Id, Kind, Link, Person, Season};
use crate::layer::{Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::matching::{Place, places_for};
use crate::planning::tutors::{Load, Tutor, load};
use crate::text::Safe;
use crate::widgets::bars::LoadBar;
use crate::widgets::table::{Cell, Col, fitted};
use crate::widgets::weighed::{WeighedRow, WeighedView, list_height};

/// The list.
#[derive(Debug)]
pub struct NextPlace {
    season: Id,
    tutor: Tutor,
    load: Load,
    places: Vec<Place>,
    cursor: usize,
    top: usize,
}

impl NextPlace {
    /// The municipalities for this tutor.
    pub fn new(cx: &Cx<'_>, season: &Season, tutor: Tutor) -> Self {
        let mut dialog =
            Self { season: season.id.clone(), tutor, load: Load::default(), places: Vec::new(), cursor: 0, top: 0 };
        dialog.refresh(cx);
        dialog
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.places.len().saturating_sub(1));
        let height = list_height(cx.body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn choose(&self, cx: &Cx<'_>) -> Reply {
        let Some(place) = self.places.get(self.cursor) else { return Reply::default() };
        let chosen = std::slice::from_ref(&self.tutor);
        let coaching = place.coaching.as_ref().and_then(|id| cx.showing.book.get::<Coaching>(id));
        let (act, change) = match coaching {
            Some(coaching) => (Act::Edit, coached(coaching, chosen)),
            None => (Act::Add, offered(&self.season, &place.municipality, chosen)),
        };
        let name = cx.showing.link(&self.tutor.link());
        let load = match place.after.ceiling {
            Some(ceiling) => format!("{name} ({}/{ceiling})", place.after.coachings),
            None => format!("{name} ({})", place.after.coachings),
        };
        let what = cx.showing.id(Kind::Municipality, Some(&place.municipality));
        let places = [("what", what.into()), ("names", Safe::line(&load).into())];
        let toast = Some(cx.showing.texts.tell("who-chosen", &places));
        Reply { wish: Some(Wish { act, changes: vec![change] }), toast, step: Step::Pop(None), ..Reply::default() }
    }

    fn row(cx: &Cx<'_>, place: &Place) -> WeighedRow {
        let showing = cx.showing;
        let subregion = showing.book.get::<crate::domain::Municipality>(&place.municipality);
        let subregion = subregion.map(|it| Safe::line(it.subregion.in_tongue(showing.texts.tongue())));
        WeighedRow {
            cells: vec![
                Cell::new(showing.id(Kind::Municipality, Some(&place.municipality))),
                Cell::dim(subregion.unwrap_or_default()),
                Cell::default(),
            ],
            against: place.objections.iter().map(|objection| objection.words(showing)).collect(),
            brief: place.reasons.iter().map(|reason| reason.brief(showing)).collect(),
            reasons: place.reasons.iter().map(|reason| reason.words(showing)).collect(),
            marked: false,
        }
    }

    /// What the tutor can help with, else where they come from.
    fn context(&self, cx: &Cx<'_>) -> Safe {
        let Tutor::Person(id) = &self.tutor else { return cx.showing.texts.say("match-ask-office") };
        let themes = cx.showing.book.get::<Person>(id).map(|person| person.themes.clone()).unwrap_or_default();
        let themes = themes.iter().map(|theme| cx.showing.id(Kind::Theme, Some(theme)));
        Safe::join(themes, &Safe::own(", "))
    }
}

impl Layer for NextPlace {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, First, Last, Open, PageDown, PageUp, Up};
        match command {
            Open | Finish if self.places.is_empty() => Err("nothing-here"),
            Back | Close | Down | Finish | First | Last | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = list_height(cx.body.height);
        self.cursor = match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open | Command::Finish => return self.choose(cx),
            Command::Up => self.cursor.saturating_sub(1),
            Command::Down => self.cursor + 1,
            Command::PageUp => self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor + page,
            Command::First => 0,
            _ => self.places.len(),
        };
        self.settle(cx);
        Reply::default()
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn takes_letters(&self) -> bool {
        false
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let book = cx.showing.book;
        let kept = self.places.get(self.cursor).map(|place| place.municipality.clone());
        let season = book.get::<Season>(&self.season);
        self.load = season.map(|season| load(book, season, &self.tutor)).unwrap_or_default();
        self.places = season.map(|it| places_for(book, it, &self.tutor, cx.showing.today)).unwrap_or_default();
        let again = kept.and_then(|id| self.places.iter().position(|place| place.municipality == id));
        self.cursor = again.unwrap_or(self.cursor);
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        let place = self.places.get(self.cursor);
        place.map(|place| Link::new(Kind::Municipality, place.municipality.clone())).into_iter().collect()
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        cx.showing.book.record(&self.tutor.link()).is_none()
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, CopyCard, Help, Lookup, Open};
        vec![Open, Back, CopyCard, Lookup, Help]
    }

    fn enter(&self) -> &'static str {
        "enter-choose"
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let seen = self.places.iter().skip(self.top).take(list_height(area.height));
        let bar = LoadBar { taken: self.load.coachings, added: 1, ceiling: self.load.ceiling };
        WeighedView {
            title: texts.tell("who-next-title", &[("who", cx.showing.link(&self.tutor.link()).into())]),
            remark: bar.told(cx.looks),
            context: self.context(cx),
            rows: seen.map(|place| Self::row(cx, place)).collect(),
            widths: fitted(&[Col::fixed(16, 0), Col::fixed(11, 1), Col::grows(20, 0)], area.width),
            column: 2,
            cursor: self.cursor.checked_sub(self.top),
            empty: texts.say("who-no-places"),
        }
        .draw(buffer, area, cx.looks);
        None
    }
}
