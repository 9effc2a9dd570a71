//! Who could go: the season's tutors for a coaching, a session, a municipality or a form, ranked, with what they would
//! have taken on then.
//!
//! Owns the cursor and the marks. Who stands where and why is decided in `planning`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::book::Change;
use crate::command::{Command, Scope};
use crate::dialogs::next_place::NextPlace;
use crate::dialogs::peers::{self, Peers};
use crate::domain::{Act, Coaching, CoachingStatus, Id, Ids, Kind, Link, Record, RecordRef, Role, Season, Session};
use crate::layer::{Answer, Cx, Layer, NOT_HERE, Reply, Step, WhyNot, Wish};
use crate::planning::matching::{Asked, Candidate, coachings, span, who};
use crate::planning::tutors::{Load, Tutor, counts};
use crate::text::Safe;
use crate::widgets::bars::LoadBar;
use crate::widgets::table::{Cell, Col, fitted};
use crate::widgets::weighed::{WeighedRow, WeighedView, list_height};

/// What tutors are chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    Coaching(Id),
    Session(Id),
    /// A municipality that has no coaching yet: one is made.
    Municipality(Id),
    /// A form, which is answered.
    Form,
}

/// Somebody who can be chosen.
#[derive(Clone, Debug)]
struct Line {
    candidate: Candidate,
    marked: bool,
}

/// The list.
#[derive(Debug)]
pub struct Who {
    about: About,
    asked: Asked,
    lines: Vec<Line>,
    /// Whom it has already.
    held: Vec<Tutor>,
    /// Whether somebody has marked: then Enter takes all marks.
    touched: bool,
    /// The one whose mark was just taken away: Enter does not choose them all the same.
    dropped: Option<Tutor>,
    cursor: usize,
    top: usize,
}

/// Whether `w` has an answer for these records.
///
/// # Errors
/// Why it has none.
pub fn can_ask(cx: &Cx<'_>, links: &[Link]) -> Result<(), WhyNot> {
    let [link] = links else { return Err(if links.is_empty() { "nothing-here" } else { "one-at-a-time" }) };
    match cx.showing.book.record(link) {
        Some(RecordRef::Coaching(it)) => season_of(cx, it.season.as_ref()).map(|_| ()),
        Some(RecordRef::Session(it)) => season_of(cx, it.season.as_ref()).map(|_| ()),
        Some(RecordRef::Municipality(_)) => season_of(cx, None).map(|_| ()),
        Some(RecordRef::Person(it)) => {
            let tutors = it.has_role(&season_of(cx, None)?.id, Role::Tutor);
            tutors.then_some(()).ok_or("who-no-tutor")
        }
        Some(RecordRef::Theme(_) | RecordRef::Practice(_)) => peers::can_ask(cx, link),
        _ => Err("who-needs"),
    }
}

fn season_of<'a>(cx: &Cx<'a>, own: Option<&Id>) -> Result<&'a Season, WhyNot> {
    own.and_then(|id| cx.showing.book.get::<Season>(id)).or(cx.showing.season).ok_or("no-season")
}

/// The layer that answers `w` for these records; nothing where there is none.
pub fn asked(cx: &Cx<'_>, links: &[Link]) -> Option<Box<dyn Layer>> {
    let [link] = links else { return None };
    let book = cx.showing.book;
    let own = |about: About, asked: Option<Asked>, held: Vec<Tutor>| -> Option<Box<dyn Layer>> {
        Some(Box::new(Who::new(cx, about, asked?, held)))
    };
    match book.record(link)? {
        RecordRef::Theme(_) | RecordRef::Practice(_) => Some(Box::new(Peers::new(cx, link)?)),
        RecordRef::Coaching(it) => of_coaching(cx, it),
        RecordRef::Session(it) => {
            let held = tutors_of(&it.tutors, &it.tutor_municipalities);
            own(About::Session(it.id.clone()), Asked::session(book, it, cx.showing.season), held)
        }
        RecordRef::Municipality(it) => {
            let season = cx.showing.season?;
            let office = Tutor::Office(it.id.clone());
            if crate::planning::tutors::tutors(book, season).contains(&office) {
                return Some(Box::new(NextPlace::new(cx, season, office)));
            }
            let open = coachings(book, season, &it.id).filter(|coaching| counts(coaching));
            let is_done = |coaching: &Coaching| coaching.status == Some(CoachingStatus::Done);
            if let Some(coaching) = open.min_by_key(|coaching| (is_done(coaching), &coaching.id)) {
                return of_coaching(cx, coaching);
            }
            let asked = Asked::municipality(book, season, &it.id);
            own(About::Municipality(it.id.clone()), Some(asked), Vec::new())
        }
        RecordRef::Person(it) => Some(Box::new(NextPlace::new(cx, cx.showing.season?, Tutor::Person(it.id.clone())))),
        _ => None,
    }
}

fn of_coaching(cx: &Cx<'_>, coaching: &Coaching) -> Option<Box<dyn Layer>> {
    let asked = Asked::coaching(cx.showing.book, coaching, cx.showing.season)?;
    let held = tutors_of(&coaching.tutors, &coaching.tutor_municipalities);
    Some(Box::new(Who::new(cx, About::Coaching(coaching.id.clone()), asked, held)))
}

/// The tutors a record names.
fn tutors_of(people: &[Id], offices: &[Id]) -> Vec<Tutor> {
    people.iter().cloned().map(Tutor::Person).chain(offices.iter().cloned().map(Tutor::Office)).collect()
}

/// People and offices of these tutors, each in a list of its own.
pub fn parted(tutors: &[Tutor]) -> (Ids, Ids) {
    let person = |tutor: &Tutor| if let Tutor::Person(id) = tutor { Some(id.clone()) } else { None };
    let office = |tutor: &Tutor| if let Tutor::Office(id) = tutor { Some(id.clone()) } else { None };
    (tutors.iter().filter_map(person).collect(), tutors.iter().filter_map(office).collect())
}

impl Who {
    fn new(cx: &Cx<'_>, about: About, asked: Asked, held: Vec<Tutor>) -> Self {
        let mut dialog =
            Self { about, asked, lines: Vec::new(), held, touched: false, dropped: None, cursor: 0, top: 0 };
        dialog.weigh(cx);
        let is_held = |line: &Line| line.marked;
        dialog.cursor = dialog.lines.iter().position(is_held).unwrap_or(0);
        dialog.settle(cx);
        dialog
    }

    /// The list above a form that holds this record: what is chosen is its answer. Nothing where it asks for no
    /// tutors, or there is no season.
    pub fn for_form(cx: &Cx<'_>, record: &Record) -> Option<Self> {
        let (book, at_hand) = (cx.showing.book, cx.showing.season);
        let (asked, held) = match record {
            Record::Coaching(it) => {
                (Asked::coaching(book, it, at_hand)?, tutors_of(&it.tutors, &it.tutor_municipalities))
            }
            Record::Session(it) => {
                (Asked::session(book, it, at_hand)?, tutors_of(&it.tutors, &it.tutor_municipalities))
            }
            _ => return None,
        };
        Some(Self::new(cx, About::Form, asked, held))
    }

    /// Ranks anew; marks stay with whom they were on.
    fn weigh(&mut self, cx: &Cx<'_>) {
        let marked: Vec<Tutor> = if self.touched {
            self.lines.iter().filter(|line| line.marked).map(|line| line.candidate.tutor.clone()).collect()
        } else {
            self.held.clone()
        };
        let found = who(cx.showing.book, &self.asked, cx.showing.today).into_iter();
        let line = |candidate: Candidate| Line { marked: marked.contains(&candidate.tutor), candidate };
        self.lines = found.map(line).collect();
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor = self.cursor.min(self.lines.len().saturating_sub(1));
        let height = list_height(cx.body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
    }

    fn current(&self) -> Option<&Line> {
        self.lines.get(self.cursor)
    }

    /// Whom Enter chooses: the one under the cursor, and with them all who were marked.
    fn chosen(&self) -> Vec<Tutor> {
        let Some(current) = self.current().map(|line| line.candidate.tutor.clone()) else { return Vec::new() };
        if !self.touched {
            return vec![current];
        }
        let unlisted = |tutor: &&Tutor| self.lines.iter().all(|line| line.candidate.tutor != **tutor);
        // Whom the season no longer has stays until somebody takes them out where they stand.
        let kept = self.held.iter().filter(unlisted).cloned();
        let marked = self.lines.iter().filter(|line| line.marked).map(|line| line.candidate.tutor.clone());
        let mut chosen: Vec<Tutor> = kept.chain(marked).collect();
        if self.dropped.as_ref() != Some(&current) && !chosen.contains(&current) {
            chosen.push(current);
        }
        chosen
    }

    fn mark(&mut self) {
        self.touched = true;
        if let Some(line) = self.lines.get_mut(self.cursor) {
            line.marked = !line.marked;
            self.dropped = (!line.marked).then(|| line.candidate.tutor.clone());
        }
    }

    fn choose(&self, cx: &Cx<'_>) -> Reply {
        let chosen = self.chosen();
        if self.about == About::Form {
            return Reply::step(Step::Pop(Some(Answer::Tutors(chosen))));
        }
        let same = |one: &[Tutor], other: &[Tutor]| one.iter().all(|tutor| other.contains(tutor));
        if same(&chosen, &self.held) && same(&self.held, &chosen) {
            let toast = Some(cx.showing.texts.say("form-unchanged"));
            return Reply { step: Step::Pop(None), toast, ..Reply::default() };
        }
        let (act, changes) = self.changes(cx, &chosen);
        let toast = Some(self.told(cx, &chosen));
        Reply { wish: Some(Wish { act, changes }), toast, step: Step::Pop(None), ..Reply::default() }
    }

    fn changes(&self, cx: &Cx<'_>, chosen: &[Tutor]) -> (Act, Vec<Change>) {
        let book = cx.showing.book;
        match &self.about {
            About::Coaching(id) => (Act::Edit, book.get(id).map(|it| coached(it, chosen)).into_iter().collect()),
            About::Session(id) => (Act::Edit, self.session(cx, id, chosen)),
            About::Municipality(id) => (Act::Add, vec![offered(&self.asked.season, id, chosen)]),
            About::Form => (Act::Edit, Vec::new()),
        }
    }

    /// A session's tutors; those of its coaching too, where neither has any yet.
    fn session(&self, cx: &Cx<'_>, id: &Id, chosen: &[Tutor]) -> Vec<Change> {
        let book = cx.showing.book;
        let Some(session) = book.get::<Session>(id) else { return Vec::new() };
        let mut after = session.clone();
        (after.tutors, after.tutor_municipalities) = parted(chosen);
        let own = Change { before: Some(Record::Session(session.clone())), after: Some(Record::Session(after)) };
        let coaching = match session.coachings.as_slice() {
            [one] => book.get::<Coaching>(one),
            _ => None,
        };
        let bare = |it: &&Coaching| it.tutors.is_empty() && it.tutor_municipalities.is_empty();
        let coaching = coaching.filter(bare).filter(|_| self.held.is_empty());
        std::iter::once(own).chain(coaching.map(|coaching| coached(coaching, chosen))).collect()
    }

    /// Who was chosen, each with what they have taken on now.
    fn told(&self, cx: &Cx<'_>, chosen: &[Tutor]) -> Safe {
        let texts = cx.showing.texts;
        let what = self.subject(cx);
        let name = |tutor: &Tutor| {
            let name = cx.showing.link(&tutor.link());
            let line = self.lines.iter().find(|line| line.candidate.tutor == *tutor);
            match line.map(|line| line.candidate.after) {
                Some(Load { coachings, ceiling: Some(ceiling), .. }) => {
                    Safe::line(&format!("{name} ({coachings}/{ceiling})"))
                }
                Some(Load { coachings, .. }) => Safe::line(&format!("{name} ({coachings})")),
                None => name,
            }
        };
        let names = Safe::join(chosen.iter().map(name), &Safe::own(", "));
        if names.is_empty() {
            return texts.tell("who-nobody", &[("what", what.into())]);
        }
        texts.tell("who-chosen", &[("what", what.into()), ("names", names.into())])
    }

    /// What they are chosen for.
    fn subject(&self, cx: &Cx<'_>) -> Safe {
        match &self.about {
            About::Coaching(id) => cx.showing.id(Kind::Coaching, Some(id)),
            About::Session(id) => cx.showing.id(Kind::Session, Some(id)),
            About::Municipality(_) | About::Form => cx.showing.id(Kind::Municipality, self.asked.municipality.as_ref()),
        }
    }

    /// Themes, language and round of what is asked.
    fn context(&self, cx: &Cx<'_>) -> Safe {
        let themes = self.asked.themes.iter().map(|theme| cx.showing.id(Kind::Theme, Some(theme)));
        let themes = Safe::join(themes, &Safe::own(", "));
        let language = self.asked.language.map(|tongue| cx.showing.texts.choice("tongue", tongue.key()));
        let parts = [themes, language.unwrap_or_default()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        Safe::join(parts, &Safe::own(" · "))
    }

    fn row(&self, cx: &Cx<'_>, line: &Line) -> WeighedRow {
        let (showing, candidate) = (cx.showing, &line.candidate);
        let places = candidate.homes.iter().map(|id| showing.id(Kind::Municipality, Some(id)));
        let name = match &candidate.tutor {
            Tutor::Person(_) => Cell::new(showing.link(&candidate.tutor.link())),
            Tutor::Office(_) => Cell::dim(showing.texts.say("load-nobody-named")),
        };
        let cells = vec![
            name,
            Cell::dim(Safe::join(places, &Safe::own(", "))),
            Cell::default(),
            Cell::new(bar(candidate.after, self.held.contains(&candidate.tutor)).told(cx.looks)),
        ];
        WeighedRow {
            cells,
            against: candidate.objections.iter().map(|objection| objection.words(showing)).collect(),
            brief: candidate.reasons.iter().map(|reason| reason.brief(showing)).collect(),
            reasons: candidate.reasons.iter().map(|reason| reason.words(showing)).collect(),
            marked: line.marked,
        }
    }
}

/// The coaching with these tutors.
pub(super) fn coached(coaching: &Coaching, chosen: &[Tutor]) -> Change {
    let mut after = coaching.clone();
    (after.tutors, after.tutor_municipalities) = parted(chosen);
    Change { before: Some(Record::Coaching(coaching.clone())), after: Some(Record::Coaching(after)) }
}

/// A new coaching that is offered with these tutors.
pub(super) fn offered(season: &Id, municipality: &Id, chosen: &[Tutor]) -> Change {
    let (tutors, tutor_municipalities) = parted(chosen);
    let coaching = Coaching {
        municipality: Some(municipality.clone()),
        season: Some(season.clone()),
        status: Some(CoachingStatus::Offered),
        tutors,
        tutor_municipalities,
        ..Coaching::default()
    };
    Change { before: None, after: Some(Record::Coaching(coaching)) }
}

/// The bar of what would be taken on; what is taken on already adds nothing.
fn bar(after: Load, held: bool) -> LoadBar {
    let added = u32::from(!held);
    LoadBar { taken: after.coachings.saturating_sub(added), added, ceiling: after.ceiling }
}

/// Name, place, reasons, load.
fn columns(width: u16) -> Vec<u16> {
    let columns = match width {
        ..70 => [Col::fixed(17, 0), Col::fixed(10, 2), Col::grows(16, 0), Col::fixed(14, 1)],
        70..100 => [Col::fixed(17, 0), Col::fixed(10, 2), Col::grows(20, 0), Col::fixed(15, 1)],
        _ => [Col::fixed(24, 0), Col::fixed(14, 2), Col::grows(20, 0), Col::fixed(16, 1)],
    };
    fitted(&columns, width)
}

impl Layer for Who {
    fn can(&self, _cx: &Cx<'_>, command: Command) -> Result<(), WhyNot> {
        use Command::{Back, Close, Down, Finish, First, Last, Mark, Open, PageDown, PageUp, Up};
        match command {
            Open | Finish | Mark if self.lines.is_empty() => Err("nothing-here"),
            Back | Close | Down | Finish | First | Last | Mark | Open | PageDown | PageUp | Up => Ok(()),
            _ => Err(NOT_HERE),
        }
    }

    fn run(&mut self, cx: &Cx<'_>, command: Command) -> Reply {
        let page = list_height(cx.body.height);
        match command {
            Command::Back | Command::Close => return Reply::step(Step::Pop(None)),
            Command::Open | Command::Finish => return self.choose(cx),
            Command::Mark => {
                self.mark();
                return Reply::default();
            }
            Command::Up => self.cursor = self.cursor.saturating_sub(1),
            Command::Down => self.cursor += 1,
            Command::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Command::PageDown => self.cursor += page,
            Command::First => self.cursor = 0,
            _ => self.cursor = self.lines.len(),
        }
        self.dropped = None;
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
        let kept = self.current().map(|line| line.candidate.tutor.clone());
        self.weigh(cx);
        let again = kept.and_then(|tutor| self.lines.iter().position(|line| line.candidate.tutor == tutor));
        self.cursor = again.unwrap_or(self.cursor);
        self.settle(cx);
    }

    fn subjects(&self, _cx: &Cx<'_>) -> Vec<Link> {
        // Whoever is asked is rung or written to from here.
        self.current().map(|line| line.candidate.tutor.link()).into_iter().collect()
    }

    fn is_gone(&self, cx: &Cx<'_>) -> bool {
        let link = match &self.about {
            About::Coaching(id) => Link::new(Kind::Coaching, id.clone()),
            About::Session(id) => Link::new(Kind::Session, id.clone()),
            About::Municipality(id) => Link::new(Kind::Municipality, id.clone()),
            About::Form => return false,
        };
        cx.showing.book.record(&link).is_none()
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Mark).then_some("says-choose-more")
    }

    fn footer(&self, _cx: &Cx<'_>) -> Vec<Command> {
        use Command::{Back, CopyPhone, Help, Lookup, Mark, Open};
        vec![Open, Mark, Back, CopyPhone, Lookup, Help]
    }

    fn enter(&self) -> &'static str {
        if self.touched { "enter-choose-marked" } else { "enter-choose" }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let texts = cx.showing.texts;
        let what = self.subject(cx);
        let title = if what.is_empty() {
            texts.say("who-title-plain")
        } else {
            texts.tell("who-title", &[("what", what.into())])
        };
        let seen = self.lines.iter().skip(self.top).take(list_height(area.height));
        WeighedView {
            title,
            remark: self.asked.days.map(|(first, last)| span(cx.showing, first, last)).unwrap_or_default(),
            context: self.context(cx),
            rows: seen.map(|line| self.row(cx, line)).collect(),
            widths: columns(area.width),
            column: 2,
            cursor: self.cursor.checked_sub(self.top),
            empty: texts.say("who-no-tutors"),
        }
        .draw(buffer, area, cx.looks);
        None
    }
}
